"""Agencies that sign a text without a word for it: in its dateline, above it, at its end → their names.

"BEIJING, July 2 (Xinhua) --"  ·  "新华社北京7月2日电"  ·  "By Reuters Staff"  ·  "… the minister said. (ANSA)"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crawler.agencies import agency, key_of, names_one
from crawler.parse.credits.lines import CELLS, ELSEWHERE, FIGURE, MAX_NAME, PARTS, QUOTES
from crawler.parse.credits.words import ENDS, LEADS, PICTURE
from crawler.parse.page.blocks import Block

MAX_DATELINE, MAX_PLACE = 120, 80  # characters of a block's beginning, and of a dateline before its agency
MAX_SIGNED = 44  # characters of a text's end in which an agency may sign
# they mean other things, too: believed in a dateline alone, behind a date or a place in capitals
SHORT_NAMES = frozenset(
    [
        "aa",
        "aap",
        "app",
        "apa",
        "map",
        "mena",
        "nan",
        "ots",
        "pa",
        "petra",
        "sda",
        "spa",
        "stt",
        "tna",
        "tt",
        "مهر",
    ]
)
INITIALS = 4  # letters of what may stand before an agency in a list: its writer's

_BRACKETED = re.compile(
    r"[(（\[［【/〔]\s*([^()（）\[\]［］【】/〔〕\n]{2,40}?(?:/[^()（）\[\]/\n]{2,20}){0,2})\s*[)）\]］】/〕]"
)
_AFTER = re.compile(r"[\s.。,:：]*(?:--|[-–—―:：]|$)|[)\]】）］〕]")
_WIRES = "中国新闻网|新华社|新華社|新华网|新華網|中新社|中新网|中新網|中央社|共同社|时事社|法新社|路透社|人民网|央视网|央视新闻|中国日报|韩联社"
_WIRE = re.compile(rf"^[【（(\[〔]?\s*({_WIRES})[^。；\n]{{0,40}}?[电電讯訊]")
_GLUED = re.compile(r"(新華社|共同|時事|ロイター|中央社)$")
_DASH = re.compile(r"\s+(?:--|[-–—])\s+|\s*[—–]\s*")
_TAIL = re.compile(r"[(（【/–—-]\s*([^()（）\[\]【】]{2,40})[)）】]?[\s.。]*$")


def datelines(blocks: Iterable[Block]) -> Iterator[str]:
    """The agency in what opens the text: "(Reuters) -", "/PRNewswire/", "(서울=연합뉴스)", "新华社北京7月2日电"."""
    for block in blocks:
        if block.element.every & FIGURE or block.element.tag in CELLS:
            continue
        text = block.text[:MAX_DATELINE]
        if not names_one(text):
            continue
        if (wire := _WIRE.match(text)) and (name := agency(wire[1])):
            yield name
        for found in _BRACKETED.finditer(text):
            before = text[: found.start()]
            dated = (
                not before
                or before.isupper()
                or any(map(str.isdigit, before))
                or _AFTER.match(text, found.end())
            )
            if (dated or found[0][0] in "/【［[") and (name := _in_dateline(found[1], before)):
                yield name
        lead = _DASH.split(text[:MAX_PLACE], maxsplit=1)
        if len(lead) == 2:
            name = lead[0].rpartition(".")[2].rpartition(",")[2].strip()
            if key_of(name) not in SHORT_NAMES and not name.islower() and (known := agency(name)):
                yield known


def bylines(blocks: Iterable[Block]) -> Iterator[str]:
    """Agencies that sign above the text: "By Reuters Staff", "AFP"."""
    for block in blocks:
        if len(block.text) > MAX_NAME or block.element.every & ELSEWHERE:
            continue
        if name := _signed(block.text):
            yield name


def closing_words(blocks: Iterable[Block]) -> Iterator[str]:
    """Agencies that sign the end of a text: "… said the minister. (ANSA)", "— AFP"."""
    for block in blocks:
        if block.element.every & ELSEWHERE or block.element.tag in CELLS:
            continue
        name = _signed(block.text) if len(block.text) <= MAX_NAME else None
        if name is None and (found := _TAIL.search(block.text[-MAX_SIGNED:])):
            name = _signed(found[1])
        if name is not None:
            yield name


def _in_dateline(inside: str, before: str) -> str | None:
    """The agency that a dateline names in brackets; a short name is believed behind a place or a date alone."""
    for part in PARTS.split(inside):
        if (name := agency(part)) is not None:
            short = key_of(part) in SHORT_NAMES
            if not short or before.isupper() or any(c.isdigit() for c in before):
                return name
    glued = _GLUED.search(inside) or _WIRE.match(inside + "电" if inside[-1:] in "日社" else inside)
    return agency(glued[1]) if glued else None


def _signed(text: str) -> str | None:
    """The first agency of a list of names in which nothing else stands before it but initials."""
    if not names_one(text) or PICTURE.search(text.lower()):
        return None
    text = LEADS.sub("", text.strip(QUOTES))
    behind = False  # somebody's initials: "erb/ots"
    for part in PARTS.split(ENDS.split(text, maxsplit=1)[0]):
        part = part.strip(QUOTES)
        if name := agency(part):
            return None if key_of(part) in SHORT_NAMES and not behind else name
        behind = True
        if len(part) > INITIALS:
            return None
    return None
