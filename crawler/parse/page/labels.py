"""The class, id, role and the like of an element → what they call it: a set of bits.

Markup names its furniture in the same words everywhere; the words are matched inside the names
(``c-relatedPosts__item`` holds "related"), those that are parts of other words only as a whole (`` ad ``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ahocorasick_rs import BytesAhoCorasick

NAV, RELATED, SHARE, SIGNUP, COMMENT, ADVERT, FOOT, HEAD = (1 << i for i in range(8))
SIDE, AUTHOR, DATE, CAPTION, TAGS, CONSENT, HIDDEN, TOOL = (1 << i for i in range(8, 16))
BODY, LEAD, ARTICLE, TITLE, LIST, MEDIA, QUOTE, EMBED = (1 << i for i in range(16, 24))
MARK = 1 << 24  # speaks of a date or an author, in whatever compound: the walk notes such places
FORUM = 1 << 25  # of readers, and so COMMENT; unless it is an article's: of such meetings we read
ELSEWHERE = RELATED | COMMENT | ADVERT | SIDE | FOOT | NAV  # of other articles, or of none
FURNITURE = (  # what an article's text does not stand in
    ELSEWHERE | SHARE | SIGNUP | CAPTION | CONSENT | HIDDEN | TOOL | DATE | AUTHOR | TAGS
)
NAMES = [
    "nav",
    "related",
    "share",
    "signup",
    "comment",
    "advert",
    "foot",
    "head",
    "side",
    "author",
    "date",
    "caption",
    "tags",
    "consent",
    "hidden",
    "tool",
    "body",
    "lead",
    "article",
    "title",
    "list",
    "media",
    "quote",
    "embed",
]

_WORDS: dict[int, tuple[str, ...]] = {
    NAV: (" nav ", "navig", "navbar", " nav-", "menu", "breadcrumb", " crumb", "pagination", " pager", "pagenav", " toc ", "table of contents", "skip link", "skiplink", "sitemap", "prevnext", "prev next", "next post", "post nav", "previous"),
    RELATED: ("related", "recommend", "read more", "readmore", "more news", "more stories", "more from", "more on", "morefrom", "also read", "see also", "seealso", "also like", "teaser", "trending", "popular", "most read", "mostread", "most viewed", "latest", "outbrain", "taboola", "promo", "carousel", "up next", "upnext", "further", "similar", "suggest", "headlines", "slider", "swiper", "linked", "inline article", "read next", "readnext", " teas", "onward", "internal link", "story list", "storylist", "article list", "articlelist", "news list", "newslist", "list news", "top stories", "topstories", "zum thema", "mehr zum", "lire aussi", "recirc", " river ", "crosslink", "cross link", "keep reading", "dont miss", "hot news", "more articles", "other news", "editors pick", "readalso", "playlist", "summary collage", "summary item wrap", "relacionad", "recomendad", "te puede interesar", "puede interesar", "lea tambien", "lee tambien", "mira tambien", "leia tambem", "leia mais", "veja tambem", "mas leid", "mais lid", "ultimas noticias", "potrebbe interessar", "leggi anche", "lees ook", "czytaj tez", "czytaj takze", "zobacz tez", "povezan", "procitajte", "citeste si", "ilgili haber", "baca juga", "bacajuga", "berita terkait", "tin lien quan", "tinlienquan", "tin khac", "chitayte takzhe"),
    SHARE: ("share", "sharing", "social", "follow us", "followus", "whatsapp", "facebook", "twitter", "addthis", "addtoany", "telegram", "sharedaddy", " sns "),
    SIGNUP: ("newsletter", "subscri", "suscri", "subscrev", "iscriviti", "abonn", "infolettre", "nyhetsbrev", "nieuwsbrief", "boletin", "signup", "sign up", "inscription", " abo ", "paywall", "regwall", "donat", "membership", " member", "login", " log in", "register", "premium", "piano", " cta", "call to action", "app download", "download app", "support us", "article gate", " pro gate", "paygate", "pay gate", "content gate", "gate wrapper", "gate container", "gateway content", "gateway container"),
    COMMENT: ("comment", "disqus", " respond", "reply", "discuss", "livefyre", "kommentar", "spot im"),
    ADVERT: (" ad ", " ads ", "advert", "sponsor", "banner", " dfp", "commercial", "affiliate", " product ", " products ", " shop", "adsby", "google ad", " adslot", " ad slot", "werbung", "anzeige", "reklam", "publicid", "outstream", "speedbump", " gpt ", "shopping", "price", " buy ", " offer card"),
    FOOT: ("footer", " foot ", "copyright", "legal", "disclaimer", "colophon", "contentinfo", "bottom", " imprint"),
    HEAD: ("header", "masthead", " topbar", " top bar", "site head", " banner ", "hero"),
    SIDE: ("sidebar", "side bar", " aside", " rail", "widget", "right col", "column right", " secondary", "complementary", " col right", " right ", "sticky", "infobox", "info box", "factbox", "fact box", " box ", "rightcol"),
    AUTHOR: ("author", "byline", " bio ", "biogra", "contributor", "about the", "writer", "reporter", "autor ", "journalist", "profile", "creator", " byl "),
    DATE: ("date", " time ", " meta ", "postmeta", "post meta", "timestamp", "published", "updated", " info ", "submitted", "posted", "entry meta", "article meta", "metadata", "meta data", "story meta", "article info", "articleinfo", "details"),
    CAPTION: ("caption", "credit", "legend", "figcap", "bildunter", "bijschrift", "bildtext", "didascalia", "pie foto", "piefoto", "pie de foto", "kuvateksti", "billedtekst", "photo desc", "image desc", "img desc", "photo sign", "pic sign", "podpis zdj", "photo title", "image title"),
    TAGS: (" tag ", " tags ", "taglist", "tag list", "topics", "keyword", "categor", "tagcloud", "post tag", "article tag", "entry tag", "hashtag", " topic "),
    CONSENT: ("cookie", "consent", "gdpr", "privacy", "onetrust", "modal", "popup", "pop up", "overlay", "lightbox", "didomi", "usercentrics", " dialog ", "notification", " alert", "toast", "notice", " opt in ", " optin"),
    HIDDEN: ("sr only", "visually hidden", "visuallyhidden", "screen reader", "screenreader", " hidden ", "print only", "noprint", "no print", "display none", " hide ", "offscreen", "invisible", "accessib", "noindex"),
    TOOL: ("toolbar", " tools ", " tool ", " action", " print ", "button", " btn", "rating", " vote", "player", " poll", "quiz", " search", "font size", "fontsize", "listen", "audio", "weather", "ticker", "calendar", "podcast", "stats", "counter", " views", "feedback", " report ", "text settings", "textsettings", "text options", "reader settings", "reading settings", "reading options", "display settings", "font settings", "font options"),
    BODY: ("article body", "articlebody", "story body", "storybody", "entry content", "post content", "postcontent", "article content", "articlecontent", "article text", "articletext", "body copy", "bodycopy", "content body", "contentbody", "story content", "storycontent", "story text", "news text", "newstext", "main text", "maintext", "text body", "richtext", "rich text", " prose ", "post body", "postbody", "article main", "news body", "newsbody", "article copy", "paragraph", "full text", "fulltext", "news content", "article detail", "news detail", "detail content", "post text", "body text", "bodytext", "entry body", "texte", "text block", "textblock", "page content", "content text", "content main", "main content", "maincontent", "body content"),
    LEAD: (" lead", "standfirst", " intro", " deck ", " dek ", "summary", "excerpt", "abstract", "subtitle", "subheadline", "sub headline", " sapo", "chapo", "ingress", "subhead", "sous titre", "sub title", "description", "perex", "vorspann", "catenaccio", "entradilla", "strapline", " podnaslov", "zajawka", " copete", " bajada", "alcim", "underrubrik", "undertitel", "alaotsikko", "ondertitel", "sottotitolo", "podtytul", "podtitul"),
    ARTICLE: ("article", " story", " post ", " news ", " entry ", " single", " content ", " main ", "hentry"),
    TITLE: ("headline", " title", "heading"),
    LIST: (" list", " items ", " item ", " card", " grid", " feed", " tile", " cards"),
    MEDIA: ("gallery", "slideshow", "photo", "image", " img", " figure", "video", "media", "picture"),
    QUOTE: ("quote", "zitat", "blockquote"),
    FORUM: (" forum ",),
    MARK: ("date", "time", "publi", "posted", "updat", "modif", "author", "byline", "creator", "writer", "reporter", "autor", "journalist", "name uid", "muhabir", "yazar", "auteur", "skribent", "forfatter", "penulis", "jornalista", "giornalista", "periodista", "kirjoittaja", "szerzo", "alairas", "ypografi", "avtor", "tac gia", "tacgia", " firma ", " signatura ", " assinatura ", " egilea ", " by ", "contributor name", " signature ", " hissha ", " chosha ", "columnist", "colunista", "kolumnist", " mwandishi ", " hofundur ", " höfundur ", " auth ", " zuozhe "),
    EMBED: ("embed", "tweet", "instagram", "youtube", "iframe", "infogram"),
}  # fmt: skip

OF_TAG = {  # what an element is by its tag
    "nav": NAV, "aside": SIDE, "footer": FOOT, "header": HEAD, "figcaption": CAPTION,
    "figure": MEDIA, "article": ARTICLE, "main": ARTICLE, "address": AUTHOR, "blockquote": QUOTE,
    "form": TOOL,
}  # fmt: skip

_PATTERNS = [(word, bit) for bit, words in _WORDS.items() for word in words]
_BITS = [bit for _, bit in _PATTERNS]
_FINDER = BytesAhoCorasick([word.encode() for word, _ in _PATTERNS])
_CAMEL = re.compile(r"[A-Z](?<=[a-z0-9][A-Z])")  # begins with one class: six times as fast
_LOOKS = re.compile(  # what an element shall look like, not what it is
    r"(?<!\S)(?:overflow-(?:[xy]-)?hidden|(?:margin|padding|border|pull|float|text|align|m|p)-(?:bottom|right)\S*|leading-\S+|(?:elementor|so|siteorigin)-widget(?![^\s-])|dialog-off-canvas-main-canvas(?!\S)|(?:xs|sm|md|lg|xl|2xl|hover|focus|active|dark|print|first|last|rtl|ltr|(?:max|min|group|peer|motion)-[\w-]+):\S+)|-label-(?:visually_)?hidden(?!\S)"
)
_POST = re.compile(r"(?<!\S)(?:hentry|post|type-\w+|status-publish|post-template\S*|single-post)(?!\S)")
_TERM = re.compile(r"(?<!\S)(?:category|tag|topic|section|post_tag)-\S+")  # what a post is about
# a post of the text's own
_LIVE = re.compile(rb" (?:live|live ?blog|live ?ticker|ticker|minute by minute) +comment(?:ary)? ")
_JOINTS = bytes.maketrans(b"-_:./|+@#,()[]", b" " * 14)


@lru_cache(maxsize=16_384)  # pages of one site say the same over and over; 100 sites fit, in 4 MB
def signs(label: str) -> int:
    """The bits of every word found in a label."""
    if "-" in label or ":" in label:  # to ask for parts first saves half of what reading a label costs
        if (
            "-right" in label
            or "-bottom" in label
            or "overflow-" in label
            or "leading-" in label
            or "-widget" in label
            or "-label-" in label
            or "dialog-off" in label
            or ":" in label
        ):
            label = _LOOKS.sub(" ", label)
        if (
            "category-" in label or "tag-" in label or "topic-" in label or "section-" in label
        ) and _POST.search(label):
            label = _TERM.sub(" ", label)
    if not label.islower():
        label = _CAMEL.sub(_apart, label).lower()
    words = b" %b " % label.encode("utf-8", "replace").translate(_JOINTS)
    found = 0
    for index, _, _ in _FINDER.find_matches_as_indexes(words, overlapping=True):
        found |= _BITS[index]
    if found & COMMENT and _LIVE.search(words):
        found &= ~COMMENT
    if found & FORUM:
        found = found & ~FORUM | (0 if found & (ARTICLE | BODY | LEAD | TITLE) else COMMENT)
    return found


def _apart(capital: re.Match[str]) -> str:
    return " " + capital[0]
