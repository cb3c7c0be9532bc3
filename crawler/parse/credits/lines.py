"""Lines of a page that name the source of its text after a word for it: "Source: …", "来源：…", "ที่มา - …" → the names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from crawler.agencies import NAMED, agency, agency_at
from crawler.domains import registrable
from crawler.parse.credits.words import BANKS, ENDS, LABELS, NO_NAME, NOT_OF_TEXT, PICTURE, UNSPACED
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import width
from crawler.parse.page.weekdays import DAY

MAX_NAME, MAX_WORDS = 60, 8  # of a name: what is longer is a sentence
MAX_LABEL = 40  # characters of a label
MOST_BLOCKS = 500  # of a text, looked at for charts
MAX_LINE = 200  # characters of a block that may name a source
PARAGRAPH = 80  # characters from which a block is no line of names, half as many of Chinese
FIGURE = labels.CAPTION
ELSEWHERE = labels.RELATED | labels.COMMENT | labels.CAPTION | labels.MEDIA | labels.NAV
CELLS = frozenset(("figcaption", "figure", "caption"))
QUOTES = " \t\u3000\"'“”‘’«»„()（）[]【】<>《》:：,，.。-–—*•"
PARTS = re.compile(r"\s*[=＝/／,，、;|&+·]\s*|\s+(?:and|und|et|y|e|og|och|и|та|ve|dan|และ)\s+")

_COLON = re.compile(r"[:：]|(?<=[源处處])\s*[|｜丨/／]")
_OPENERS = "|｜•·(（[【>"
_SEPARATOR = re.compile(rf"[{re.escape(_OPENERS)}\n]")
_ORIGIN = re.compile(r"\(?ที่มา\s*[-–—]?\s+(\S.*)")
_OF_DAYS = (
    "on",
    "am",
    "of",
    "the",
    "di",
    "du",
    "del",
    "de",
    "el",
    "la",
    "le",
    "il",
    "lo",
    "der",
)  # before the day in a paper's name
_BARE = ("ที่ม", "(ที่")  # how such a line begins
_ISSUED = re.compile(r"(?:SOURCE:?\s+(?=[A-Z0-9])|\(?Theo\s+(?=[^\n]{2,40}$))(.+)")
_UNLABELLED = ("SOURCE", "Theo ", "(Theo")  # as release wires and Vietnamese texts end
_LISTED = re.compile(r"\s*[/／,，、;]\s*")
_ADDRESS = re.compile(r"(?:https?://|www\.)[\w.-]+", re.I)
_LABELS = frozenset(LABELS)
_LAST_WORDS = frozenset(label.split()[-1] for label in LABELS)
_AGENCIES = frozenset(NAMED.values())


def lines(page: Outline, top: list[Block], body: Sequence[Block], below: list[Block]) -> Iterator[str]:
    """The names behind "Source:" and its like, above the first paragraph and from the last one on."""
    first, last = _prose(body)
    charts: bool | None = None  # sources named between paragraphs: of charts, or of single items
    for blocks, apart in (
        (top, ELSEWHERE),
        (body[:first], FIGURE),
        (body[last:], FIGURE),
        (below, ELSEWHERE),
    ):
        may = [
            b for b in blocks if ":" in b.text or "：" in b.text or "源" in b.text or b.text.startswith(_BARE)
        ]
        for name in (name for block in may for name in _named(page, block, apart)):
            if name not in _AGENCIES and charts is None:
                charts = any(map(_labelled, body[first : min(last, first + MOST_BLOCKS)]))
            if name in _AGENCIES or not charts:
                yield name
    for block in [b for b in (*body[last:], *below) if b.text.startswith(_UNLABELLED)]:
        if found := _ISSUED.match(block.text):
            yield from names_in(found[1])


def _named(page: Outline, block: Block, apart: int) -> list[str]:
    """The names behind the labels of a block that is not in elements of the kinds `apart`."""
    if block.element.every & apart or block.element.tag in CELLS:
        return []
    return [name for value in _labelled(block) for name in names_in(value or _next(page, block))]


def names_in(value: str) -> list[str]:
    """The names in what a label says: agencies first, then the first name as it is written."""
    value = value[:MAX_LINE]
    if address := _ADDRESS.match(value.strip(QUOTES)):
        site = site_of(address[0])
        return [agency_at(site) or site] if site else []
    value = value.lstrip(" \t\u3000")
    if (ends := ENDS.search(value)) is not None:
        value = _without_day(value[: ends.start()], value[ends.start() :])
    value = value.strip(QUOTES)
    if not value or BANKS.search(value.lower()):
        return []
    known = [name for part in (value, *PARTS.split(value)) if (name := agency(part))]
    first = _LISTED.split(value, maxsplit=1)[0].strip(QUOTES)
    return [*known, first] if _is_name(first) else known


def _without_day(name: str, behind: str) -> str:
    """A name without the day of the week that belongs to the date behind it; the Mail on Sunday is a paper."""
    dated = name.count(" ") and behind.lstrip(" ,")[:1].isdigit()
    found = DAY.search(name) if dated else None
    before = name[: found.start()].rstrip() if found else ""
    own = found is None or found[0].split()[0] == "on" or before.rpartition(" ")[2].lower() in _OF_DAYS
    return name if own or not before else before


def site_of(address: str) -> str:
    """The registrable name of an address; "" where there is none."""
    try:
        host = urlsplit(address if "://" in address else "//" + address).hostname or ""
        return registrable(host.rstrip(".")) or ""
    except ValueError:  # no address, or a lone surrogate that UTF-8 cannot hold
        return ""


def _prose(body: Sequence[Block]) -> tuple[int, int]:
    """The first and the last paragraph of a text; between them "Source:" tells of a chart."""
    first = next((i for i, block in enumerate(body) if _is_paragraph(block)), 0)
    behind = (i for i in range(len(body) - 1, first, -1) if _is_paragraph(body[i]))
    return first, next(behind, first)


def _is_paragraph(block: Block) -> bool:
    length = len(block.text)
    return length >= PARAGRAPH or (2 * length >= PARAGRAPH and width(block.text) >= PARAGRAPH)


def _labelled(block: Block) -> list[str]:
    """What stands behind each label in a block's lines; "" where the label ends it."""
    text = block.text
    if len(text) > MAX_LINE:
        text = text.rpartition("\n")[2]
        if len(text) > MAX_LINE:
            return []
    if text.startswith(_BARE) and (bare := _ORIGIN.match(text)):
        return [bare[1]]
    return [
        text[colon.end() :] for colon in _COLON.finditer(text) if _is_label(text[: colon.start()].lower())
    ]


def _is_label(before: str) -> bool:
    """Whether what stands before a colon ends in a label of a source, and is otherwise an entry of its own."""
    before = before[-MAX_LABEL - 40 :].rstrip()
    if before.endswith(UNSPACED):
        glued = max((label for label in UNSPACED if before.endswith(label)), key=len)
        return not before.removesuffix(glued).endswith(NOT_OF_TEXT)
    if not before or before.split()[-1].lstrip(_OPENERS) not in _LAST_WORDS:
        return False
    line = _SEPARATOR.split(before)[-1]
    words = line.split()
    for count in range(1, min(len(words), 5) + 1):
        if " ".join(words[-count:]) in _LABELS:
            rest = before[: len(before.rstrip()) - len(" ".join(words[-count:]))]
            entry = count == len(words) or any(c.isdigit() for c in line) or ":" in line
            return entry and not PICTURE.search(rest[-40:])
    return False


def _next(page: Outline, block: Block) -> str:
    following = page.blocks[block.order + 1 : block.order + 2]
    return following[0].text if following and len(following[0].text) <= MAX_NAME else ""


def _is_name(text: str) -> bool:
    return 1 < len(text) <= MAX_NAME and len(text.split()) <= MAX_WORDS and not NO_NAME.search(text)
