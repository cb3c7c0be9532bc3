"""A title that a page declares → the same as the page shows it: in other signs, without its label, or whole."""

from __future__ import annotations

import re

from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import folded, letters, plain
from crawler.parse.title.appeals import is_appeal

MAX_TITLE = 500
MAX_HEADING = 2_000  # characters: a longer heading is a text that stands in one
LONG_END = 2.5  # times as long as a site's name before it
SHOWN, BEGUN = 60, 10  # blocks among which a page shows its title, and characters of its beginning
# what kind of text it is, said by the press; another label is what it is about, an event's name often
_KIND = (
    r"interview|exclusive|video|photos?|pictures|gallery|update[d]?|breaking|opinion|column|podcast|foto|fotos|vídeo|opinión|entrevista"
    r"|인터뷰|단독|사진|포토|화보|영상|동영상|속보|종합|칼럼|기고|사설|기획|르포|현장|전문|독자|특집|오피니언"
    r"|独家|獨家|视频|視頻|影音|影片|图集|組圖|组图|图文|快讯|快訊|突发|突發|评论|評論|专访|專訪|原创|原創|转载|轉載|直播|观察|深度"
    r"|動画|写真|速報|独自|インタビュー|コラム|社説|特集|図解|更新|видео|фото|интервью|эксклюзив|мнение"
)
_IN_FRONT = re.compile(rf"^[\[【［〔](?:{_KIND})[\]】］〕]\s*", re.I)
_PLAIN_QUOTES = re.compile("[\"']")
_RIGHTS = re.compile(r"©|\bcopyright\b|\(c\)|\brights\b", re.I)
MOST, GREATER = 3, 0.5  # times as long as its part in the <title>; share of the <title>
_QUOTED = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff]{1,8}[「『《](.{2,60})[」』》](?:$|\s*[|｜\-–—_])")
YEAR = re.compile(r"(?:19|20)\d\d")  # of a date in the same line
_BEHIND = re.compile(r"\s[-–—|·»]\s|\s?[｜_]\s?")
_PATH = re.compile(r"(?:\s<\s[^<>]{1,40}){1,4}\s<\s기사(?:본문|보기|전문).{0,80}$")
KICKED, BELOW = 2, 3  # words below a kicker that the <title> has as well, and that stand behind its element
MASTHEAD, MENU = 2, 1  # blocks at the top of a page, and between its name there and a headline
IN_SCRIPT = 15  # characters that a heading has more
EDITED = 0.7  # of the words of the shorter of two headlines, from which one is the other after some editing
_TICKER = "+++"  # between the items of one
_SIGN = re.compile(r"\s*[-–—_|｜·»:]")
# what lines are called that are a page's title
TITLED = re.compile(
    r"(?<![a-z])(?:subject|title|ttl|tit|headline|titre|titulo|titel|baslik|rubrik|otsikko|naslov|tytul|titulek|nadpis|cim|judul|tieude|tieu-de|biaoti)(?![a-z])",
    re.I,
)
_PARTS = re.compile(  # ends what stands before a headline in a <title>: behind a bar or a stroke the site's name stands
    r"[:：／]\s*$|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]\s$"
)
_BARS = tuple("|｜·•")
# in scripts that set no blanks
_BROKEN = re.compile("(?<=[\u2e80-\u9fff\uff00-\uffee―])\\s*\\n\\s*(?=[\u2e80-\u9fff\uff00-\uffee―])")
_BAR = re.compile(r"\s*(?:[|｜]|\s[-–—])\s*$")
_WORD = re.compile(r"\w{4,}")
_OF_SITES = labels.FOOT | labels.NAV | labels.HEAD | labels.SIDE


def as_shown(page: Outline, title: str) -> str:
    """A title as the page shows it: in other quotes, or without the kind of text in brackets before it."""
    bare = _IN_FRONT.sub("", title)
    if bare == title and not _PLAIN_QUOTES.search(title):
        return title
    key = letters(bare)
    for block in page.blocks[:SHOWN]:
        if not block.links and len(block.text) < 2 * len(title) and letters(block.text) == key:
            return plain(block.text, MAX_TITLE) or title
    return title


def without_path(title: str) -> str:
    """A <title> without the way to the page that Korean programs write behind it: "… < Industry < Article - The Daily"."""
    return _PATH.sub("", title) if "<" in title else title


def below_kicker(title: str | None, page: Outline, source: bytes) -> str | None:
    """A heading without the line above the headline, in an element of its own, which the <title> has before a colon.

    Without one, the name is the headline's: "Nordline Ferry Four is late" below "Nordline: Ferry Four is late".
    """
    kicker, colon, rest = (page.title or "").partition(": ") if title else ("", "", "")
    if not (title and colon and title.startswith(f"{kicker} ")):
        return title
    below = title[len(kicker) + 1 :]
    words, own = below.split(" ", BELOW)[:BELOW], rest.split(" ", KICKED)[:KICKED]
    if len(words) < BELOW or words[:KICKED] != own or not below[0].isupper():
        return title
    above, start = (
        rb"\s+".join(re.escape(word.encode()) for word in text) for text in (kicker.split(), words)
    )
    parted = rb"(?<![^\s>])" + above + rb"\s*</[^<>]{1,20}>\s*(?:<[^<>]{1,200}>\s*){0,4}" + start
    return below if re.search(parted, source) else title


def in_own_script(page: Outline, headline: str, headings: list[str]) -> str | None:
    """The only heading, where it is written in no Latin letters, as a `headline` declared for search engines may be.

    A page that shows what it declares has its section, or what the site is for, in the heading.
    """
    lang = (page.language or "").lower()
    if len(headings) != 1 or len(headings[0]) <= IN_SCRIPT or lang.startswith("en"):
        return None
    signs = [sign for sign in headings[0] if sign.isalpha()]
    if 2 * sum(sign > "\u024f" for sign in signs) <= len(signs):
        return None
    key = folded(headline)
    return None if any(folded(b.text) == key for b in page.blocks) else headings[0]


def alone_shown(page: Outline, title: str, greatest: list[str]) -> str | None:
    """The only `greatest` heading of a page that shows a declared `title`, written for search engines and shares, nowhere.

    Without one it is the lesser heading with which the <title> begins. What tells the same in other words or fewer was
    edited since, and a ticker heads its last items.
    """
    shown = (greatest or _lesser_shown(page))[:2]
    if len(shown) != 1 or len(shown[0]) <= IN_SCRIPT or shown[0] == title or _TICKER in shown[0]:
        return None
    own = next((b for b in page.headings if plain(b.text, MAX_TITLE) == shown[0]), None)
    key, own_key = letters(title), letters(shown[0])
    # below a kicker, or whole where the other is cut
    if own is None or own.element.every & labels.ELSEWHERE or own_key in key or key in own_key:
        return None
    said, words = ({folded(word) for word in text.split()} for text in (title, shown[0]))
    same = said & words
    if greatest and len(same) >= EDITED * min(len(said), len(words)):
        return None
    of_site = own.element.every & labels.HEAD and not own.element.every & labels.ARTICLE
    if (of_site or own.links) and sum(len(word) > 3 for word in same) < 2:  # what the site is for
        return None
    return None if any(key in letters(b.text) for b in page.blocks) or is_appeal(page, shown[0]) else shown[0]


def _lesser_shown(page: Outline) -> list[str]:
    head = page.title or ""
    return [h for h in headings(page, "h2") if head.startswith(h) and _SIGN.match(head, len(h))]


def before_site(page: Outline, title: str) -> str:
    """A declared title without what stands behind its last sign, where a heading of the page is all before it."""
    signs = list(_BEHIND.finditer(title))
    before = title[: signs[-1].start()] if signs else ""
    if 2 * len(before) <= len(title) or YEAR.search(title, len(before)):
        return title
    if any(block.text == title for block in page.blocks):  # a thing's name heads a part: "Rope 11 – the test"
        return title
    return before if any(block.text == before for block in page.headings) else title


def whole_shown(page: Outline, site: str, begun: str) -> str | None:
    """The line in bold that is, or goes on, what a <title> has behind the site's name, as old layouts show it.

    It is where no other place tells it, and none but foot and menu the site.
    """
    if len(begun) < BEGUN:
        return None
    lines = [b.text for b in page.blocks[:SHOWN] if b.strong >= len(b.text) and not b.links]
    shown = [b.order for b in page.blocks if begun in b.text]
    if begun in lines and len(begun) > len(site) and len(shown) == 1:
        others = page.blocks[_below_masthead(page, site, shown[0]) :]
        return None if any(tells_of(site, b) for b in others) else begun
    longer = (text for text in lines if text.startswith(begun) and len(begun) < len(text) <= 2 * len(begun))
    return next(longer, None)


def _below_masthead(page: Outline, site: str, shown: int) -> int:
    """How many of a page's first blocks end in the site's name, alone in its line, with a menu between it and what is `shown`."""
    last = max(0, min(MASTHEAD, shown - MENU))
    return next((b.order + 1 for b in page.blocks[:last] if b.text.split("\n", 1)[0] == site), 0)


def called(page: Outline, parts: list[str]) -> str | None:
    """The line called a title, in no heading, that begins or ends with a part of the <title>, which is shorter: old sites cut theirs."""
    own = max(map(folded, parts), key=len, default="")  # the others are the site's and the section's
    for block in page.blocks[:SHOWN] if len(own) >= BEGUN else ():
        if block.is_heading or block.links or not TITLED.search(block.element.label):
            continue
        key = folded(block.text)
        whole = (key.startswith(own) or key.endswith(own)) and len(key) <= MOST * len(own)
        if whole and not YEAR.search(key.replace(own, "", 1)):
            return plain(block.text, MAX_TITLE)
    return None


def begun(page: Outline, head: str) -> str | None:
    """The line, in no heading, that is the greater part of a <title>, before the names of section and site."""
    lines = (b.text for b in page.blocks[:SHOWN] if not b.links and head.startswith(b.text))
    whole = max((t for t in lines if len(t) >= GREATER * len(head)), key=len, default="")
    return whole if BEGUN <= len(whole) < len(head) and _SIGN.match(head, len(whole)) else None


def quoted(head: str, headings: list[str]) -> str | None:
    """The heading that a <title> has in brackets behind a label, as Japanese and Chinese ones do: "随筆「…」"."""
    found = _QUOTED.match(head)
    return found[1] if found and found[1] in headings else None


def tells_of(name: str, block: Block) -> bool:
    """Whether a block bears a name alone, or names it in what is no foot, menu or imprint: of sites these tell."""
    if name not in block.text or block.links:
        return False
    return block.text == name or not (block.element.every & _OF_SITES or _RIGHTS.search(block.text))


def headings(page: Outline, tag: str) -> list[str]:
    """The texts of the headings of one level, the first few."""
    found = []
    for block in page.headings:
        element = block.element
        if (
            (element.tag == tag or (element.parent and element.parent.tag == tag))
            and len(block.text) < MAX_HEADING
            and (text := plain(_unbroken(block.text, page), MAX_TITLE))
        ):
            found.append(text)
            if len(found) == 8:
                break
    return found


def _unbroken(heading: str, page: Outline) -> str:
    """A heading of several lines in one, with no blank between those that a declared title has so; two clauses have one."""
    if "\n" not in heading:
        return heading
    whole = _BROKEN.sub("", heading)
    return (
        whole
        if any(whole in told for told in (page.title or "", *page.metas.get("og:title", ())))
        else heading
    )


def is_before(start: str, end: str, page: Outline) -> bool:
    """Whether the start of a <title> stands before the headline: a label, or a short name that the page tells nothing of."""
    if _PARTS.search(start):
        return True
    bar = _BAR.search(start)
    if bar is None or len(end) < LONG_END * len(start) or any(map(str.isdigit, start)):
        return False
    return not any(tells_of(start[: bar.start()], block) for block in page.blocks)


def without_label(heading: str, said: str) -> str:
    """A heading without a label or date that is glued to its front, where the declared title does without."""
    start = len(heading) - len(said)
    label = heading[:start]
    apart = (
        not label.endswith(" ") or label.rstrip()[-1:] in _BARS
    )  # "Mobile | Why calls drop", below a kicker
    return said if 0 < start < 20 and heading.endswith(said) and apart else heading


def without_kind(said: str, shown: list[str]) -> str:
    """A declared title without a label and a bar before it, "Opinion | …", where a heading shows it so."""
    label, bar, rest = said.partition(" | ")
    return rest if bar and len(label.split()) <= KICKED and rest in shown else said


def by_heading(og: str, h1: list[str]) -> str:
    """The declared title, or the only heading of the page where it tells the same in other words."""
    if len(h1) != 1 or len(h1[0]) <= 15:
        return og
    said, shown = (set(_WORD.findall(text.casefold())) for text in (og, h1[0]))
    return h1[0] if len(said & shown) >= 2 else og
