"""What a page holds for its scripts → the text they would draw, for pages that show none or little.

JSON-LD's articleBody first; else the longest run of paragraphs in the JSON and the strings that frameworks leave in
the page (scripts.py), best where the same object tells the page's title: a state often holds other articles too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from crawler.parse.page import scripts
from crawler.parse.page.blocks import Outline
from crawler.parse.page.clean import folded, nfc, plain
from crawler.parse.page.jsonld import Declared
from crawler.patterns import lazily

MAX_NODES = 200_000
MAX_TEXT = 1_000_000
MAX_INSIDE = 3  # JSON inside a string inside JSON …
MAX_NEST = 8  # paragraphs inside paragraphs
MIN_TEXT = 200  # characters: less is no article's text
ENOUGH = 500  # characters: a page that shows more is not searched for hidden text
TITLED = 4  # how much more a text counts whose object tells the page's title
LEAST_TITLE, MAX_TITLE = 10, 500  # characters of a headline
_BREAK = lazily(r"(?i)</(?:p|div|li|h[1-6]|blockquote|tr|figcaption)>|<br\s*/?>|<p\b[^<>]*>|\r?\n")
_INLINE = lazily(r"(?i)</?(?:a|abbr|b|em|font|i|mark|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>")
_TAG = lazily(r"<[^<>]*>")
_DROPPED = lazily(r"(?is)<(script|style|figure|iframe|aside)\b.*?</\1\s*>|<!--.*?-->")
_KEYS = lazily(r"body|content|text|html|paragraph|story|article|value|markdown", re.I)
_PROSE = lazily(r"[.!?。！？।؟](?:[\s<&”\"»]|$)|[\u0e00-\u0e7f\u3040-\u9fff]{40}")
_ADDRESS = lazily(r"https?://\S*$|/\S*$")
_TELLING = (
    "text",
    "content",
    "html",
    "value",
    "body",
    "data",
    "children",
    "paragraph",
    "model",
    "attributes",
    "props",
)
_KIND_KEYS = ("type", "_type", "__typename", "kind", "nodeType", "blockType", "name", "component")
_SHORT_KEYS = ("t", "k")  # the kind of a block that has but one more key
LEAST_SAID = 2
_HEADING = lazily(r"(?i)h[2-6]|(?:sub)?-?head(?:ing|line|er)?(?:[-_ ]?\d)?|subtitle|intertitle|crosshead")
_LIST = lazily(r"(?i)[uo]l|(?:core/|(?:un)?ordered[-_]?|bullet(?:ed)?[-_]?|numbered[-_]?)?list")
_LEADS = (
    "lead",
    "leadText",
    "lede",
    "ingress",
    "standfirst",
    "dek",
    "preamble",
    "chapo",
    "sapo",
    "intro",
    "subHeadline",
    "subheadline",
    "subtitle",
    "subTitle",
)  # of an article, beside its text
_NO_TEXT = lazily(
    r"image|img|photo|video|gallery|embed|related|teaser|promo|advert|\bads?\b|newsletter|caption|tweet|audio|poll|banner|button|share|author",
    re.I,
)
_NO_TAGS = ("img", "figure", "nav", "footer", "script", "style", "aside", "button", "form", "svg", "time")
_BLOCKS = ("p", "div", "section", "article", "h2", "h3", "ul", "ol", "li", "blockquote")
_TEASER_KEYS = frozenset(("url", "href", "slug", "link", "path", "permalink", "canonicalUrl"))
_SLUG_KEYS = ("slug", "url", "path", "permalink", "canonicalUrl", "uri")
ABOUT, NOTICE = 80, 700  # characters in which a notice says what it is about, and of a long one
_COOKIES = lazily(
    r"cookie|informasjonskapsler|vafrakök|slapuk|sīkdat|küpsis|piškot|kolačić|бисквитк|колачић|galetes|ciasteczk|файл\w* куки|çerez|kakor|eväste|sütik|ملفات تعريف الارتباط|עוגיות|คุกกี้|クッキー|쿠키",
    re.I,
)
LEAST_SLUG = 10  # characters of the last part of an address that is one article's
LEAST_GAPS, LEAST_DIGITS = 2, 4  # between its words, or of its number: sections have shorter names
_WORDS_APART, _DIGIT = lazily("[-_]"), lazily(r"\d")
_TITLE_KEYS = frozenset(("title", "headline", "name", "seoTitle", "shortTitle", "h1"))


def fuller_text(
    shown: str, page: Outline, declared: Declared, source: bytes, title: str | None, url: str | None = None
) -> str:
    """`shown`, or the page's hidden text where that tells far more of the same.

    An object that bears the page's title, or the last part of its address as its own, is beyond doubt this article's.
    """
    if len(shown) < ENOUGH:
        text, titled = _hidden(page, declared, source, title, url)
    elif declared.body and len(declared.body) > 2 * len(shown):  # the rest comes at the press of a button
        text, titled = lines(declared.body), False
    else:
        return shown
    same = titled or not shown or shown[:40] in text
    return text if same and len(text) > 2 * len(shown) + MIN_TEXT // 2 else shown


def _hidden(
    page: Outline, declared: Declared, source: bytes, title: str | None, url: str | None
) -> tuple[str, bool]:
    """The article's text out of the page's data, paragraphs apart ("" where there is none), and whether it is beyond doubt this article's."""
    if declared.body and len(declared.body) >= MIN_TEXT and len(text := lines(declared.body)) >= MIN_TEXT:
        return text, True
    title = title or declared.headline
    found = _Search(title, _slug(url))
    for value in scripts.values(source) if source else map(scripts.loaded, page.state):
        found.through(value)
    first, _, rest = found.text.partition("\n")
    text = rest if title and folded(first) == folded(title) else found.text
    lead = lines(found.lead) if text and found.lead else ""
    told = any(
        lead in said for said in (text, *page.metas.get("description", ()), declared.description or "")
    )
    text = text if told or "\n" in lead else f"{lead}\n{text}"
    return nfc(text), found.worth > len(found.text)


def heading_of(page: Outline, source: bytes, title: str | None, url: str | None) -> str | None:
    """The headline that the page's data tells of the article whose text they hold, where the page tells but the site's name."""
    found = _Search(title, _slug(url))
    for value in scripts.values(source) if source else map(scripts.loaded, page.state):
        found.through(value)
    return plain(found.heading) if found.heading and LEAST_TITLE <= len(found.heading) <= MAX_TITLE else None


def lines(markup: str) -> str:
    """A text with or without tags, tags escaped or not, as one paragraph a line."""
    markup = markup[:MAX_TEXT]
    if "&lt;" in markup and "<" not in markup:
        markup = html.unescape(markup)
    markup = _DROPPED.sub(" ", markup)
    markup = _INLINE.sub("", markup)  # within a word, as often as not where no spaces are written
    parts = (" ".join(html.unescape(_TAG.sub(" ", part)).split()) for part in _BREAK.split(markup))
    return nfc("\n".join(part for part in parts if part))


def _slug(address: Any) -> str:
    """The last part of an address, where it is one article's; else "": "index.html" and "technology" are many's."""
    if not isinstance(address, str):
        return ""
    path, asked, _ = address[:2_000].partition("#")[0].partition("?")
    last = path.rstrip("/").rpartition("/")[2]
    if len(last) < LEAST_SLUG or (
        asked and "." in last
    ):  # "article.php?id=5": what is asked for tells the article
        return ""
    many = len(_WORDS_APART.findall(last)) >= LEAST_GAPS or len(_DIGIT.findall(last)) >= LEAST_DIGITS
    return last if many else ""


class _Search:
    """The best text met so far; what counts is its length, more so under the page's own title."""

    def __init__(self, title: str | None, slug: str) -> None:
        self.title, self.slug = folded(title or ""), slug
        self.text, self.worth, self.nodes = "", 0, MAX_NODES
        self.heading: str | None = None  # of the object that the best text stands in
        self.lead = ""  # and its standfirst

    def through(self, value: Any) -> None:
        """Look at everything in a value; strings that are JSON themselves are opened."""
        stack: list[tuple[str, Any, bool, int, Any]] = [("text", value, False, 0, None)]
        while stack and self.nodes:
            self.nodes -= 1
            key, item, titled, inside, head = stack.pop()
            if isinstance(item, dict):
                titled = self.titled(item)  # the nearest object counts: a root tells the title of everything
                head = item if item.get("headline") or item.get("title") else head
                stack += [
                    (k, v, titled, inside, head) for k, v in item.items() if isinstance(v, str | list | dict)
                ]
            elif isinstance(item, list):
                stack += [(key, v, titled, inside, head) for v in item if isinstance(v, str | list | dict)]
                self.offer(_paragraphs(item), titled, head)
            elif len(item) > MIN_TEXT:
                if inside < MAX_INSIDE and (value := scripts.loaded(item.strip())) is not None:
                    stack.append((key, value, titled, inside + 1, head))
                elif len(item) * TITLED > self.worth and _KEYS.search(key) and _PROSE.search(item):
                    self.offer(lines(item), titled, head)

    def titled(self, item: dict[Any, Any]) -> bool:
        """Whether an object tells the page's title or address."""
        if self.slug and any(_slug(item.get(key)) == self.slug for key in _SLUG_KEYS):
            return True
        if len(self.title) < 6:
            return False
        said = (folded(v) for k in _TITLE_KEYS if isinstance(v := item.get(k), str) and len(v) < 500)
        return any(key == self.title or (len(key) > 15 and key in self.title) for key in said if key)

    def offer(self, text: str, titled: bool, head: Any) -> None:
        worth = len(text) * (TITLED if titled else 1)
        if len(text) >= MIN_TEXT and worth > self.worth and (titled or not _is_notice(text)):
            self.text, self.worth = text[:MAX_TEXT], worth
            head = head if isinstance(head, dict) else {}
            heading = head.get("headline") or head.get("title")
            self.heading = heading if isinstance(heading, str) else None
            self.lead = next((lead for key in _LEADS if isinstance(lead := head.get(key), str)), "")


def _is_notice(text: str) -> bool:
    """Whether a text is one short paragraph that begins with the cookies a site sets, as scripts hold to show it."""
    return len(text) <= NOTICE and "\n" not in text and _COOKIES.search(text, 0, ABOUT) is not None


def _paragraphs(items: list[Any]) -> str:
    """The text of a list of blocks, as editors keep them; a list of teasers has none."""
    found = [text for item in items if (text := _said(item, 0)) and (_is_line(text) or _is_heading(item))]
    whole = "\n".join(found)
    return whole if len(found) > 1 and len(whole) >= MIN_TEXT and _PROSE.search(whole) else ""


def _is_heading(item: Any) -> bool:
    """Whether a block calls itself a heading of a part, which may be as short as it likes."""
    return _is_called(item, _HEADING)


def _is_called(item: Any, names: re.Pattern[str]) -> bool:
    said = (item.get(key) for key in (*_KIND_KEYS, *_SHORT_KEYS)) if isinstance(item, dict) else ()
    return any(isinstance(kind, str) and names.fullmatch(kind) for kind in said)


def _is_line(text: str) -> bool:
    return (
        len(text) > 20 - 10 * (not text.isascii() and " " not in text)
        and not _ADDRESS.match(text)
        and (" " in text or not text.isascii())
    )


def _said(item: Any, depth: int) -> str:
    """What one block says: a string, or an object with one telling key, or blocks inside it."""
    if isinstance(item, str):
        return "" if item[:1] in ("{", "[") else lines(item) if "<" in item or "&" in item else item.strip()
    if depth == MAX_NEST:
        return ""
    if isinstance(item, dict):
        if _is_other(item):
            return ""
        values = [item[key] for key in _TELLING if isinstance(item.get(key), str | list | dict)]
        if not values and isinstance(items := item.get("items"), list) and _is_called(item, _LIST):
            return "\n".join(text for i in items if (text := _said(i, depth + 1)))
        if not values and len(item) == LEAST_SAID and any(key in item for key in _SHORT_KEYS):
            values = [v for k, v in item.items() if k not in _SHORT_KEYS]  # {"t": "paragraph", "v": "…"}
        return next((text for value in values if (text := _said(value, depth + 1))), "")
    if isinstance(item, list):
        if item[:1] == ["$"] and len(item) > 3:  # a component: "$", its name, its key, its properties
            return "" if item[1] in _NO_TAGS else _said(item[3], depth + 1)
        inner = any(
            isinstance(i, list) and i[:1] == ["$"] and i[1:2] != [] and i[1] in _BLOCKS for i in item
        ) or any(isinstance(i, dict) and _has_list(i) for i in item)
        return ("\n" if inner else "").join(_inline(item, depth))
    return ""


def _inline(items: list[Any], depth: int) -> Iterator[str]:
    """The pieces of one paragraph; the spaces between them are theirs."""
    for item in items:
        text = item.get("text", item.get("value")) if isinstance(item, dict) else None
        yield text if isinstance(text, str) else _said(item, depth + 1)


def _has_list(item: dict[Any, Any]) -> bool:
    return any(isinstance(item.get(key), list) for key in ("children", "content"))


def _is_other(item: dict[Any, Any]) -> bool:
    """Whether an object is a picture, a teaser of another article or the like."""
    keys = _KIND_KEYS if len(item) != LEAST_SAID else (*_KIND_KEYS, *_SHORT_KEYS)
    if any(isinstance(kind := item.get(key), str) and _NO_TEXT.search(kind) for key in keys):
        return True
    return not _TEASER_KEYS.isdisjoint(item) and not _TITLE_KEYS.isdisjoint(item)
