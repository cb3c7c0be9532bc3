"""A page → whether it is made of rows that each lead elsewhere, have a date and a line or two: a diary of events, or teasers.

    <div class="vevent"><h3><a>…</a></h3> 3 July, 18:00 <p>…</p></div>  ·  <div class="vevent">…
    <div class="item"><a>…</a> 3 July <p>… that breaks o…</p></div>  ·  <div class="item">…

An article that lists conferences writes a paragraph on each; its markup calls none of them an event, nor does it break off.
"""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.parse.dates.calendars import find_dates, may_hold
from crawler.parse.page.blocks import Block, Element, Outline

ROWS = 4  # from so many on
LINES = 8  # blocks of one row
LINE = 120  # characters of a line that tells when
MOST = 0.6  # of the text that stands in the rows
TOLD = 300  # characters of paragraphs above the rows: a report that ends in a programme, a timeline, a list of prizes
_EVENT = re.compile(
    r"(?<![a-z])(?:v?events?|h-event|veranstaltung(?:en)?|termine?|eventos?|événements?|evenement(?:en)?|wydarzeni[ea]|agenda)(?![a-z])",
    re.I,
)
# of an article
_TOLD = re.compile(r"time-?_?line|chrono|history|live(?![a-z])|programm|historia|zeitstrahl|histori", re.I)
_BROKEN = ("…", "...", "[…]", "[...]", "……")
_NUMBER = re.compile(r"\d+")


def is_diary(page: Outline, body: list[Block]) -> bool:
    """Whether most of what was taken for a text stands in such rows."""
    rows: dict[tuple[Element | None, str, str], list[Element]] = {}
    for e in page.elements:
        if 1 < e.last - e.first <= LINES and e.label:
            rows.setdefault((e.parent, e.tag, _shape(e.label)), []).append(e)
    alike = (found for found in rows.values() if len(found) >= ROWS)
    return any(_hold(page, found, body) and all(_is_row(page, row) for row in found) for found in alike)


@lru_cache(maxsize=1024)  # pages of one site are built alike
def _shape(label: str) -> str:
    """A label without its numbers: each row has one."""
    return _NUMBER.sub("", label)


def _hold(page: Outline, rows: list[Element], body: list[Block]) -> bool:
    """Whether rows are called events, or break off, and hold most of a text."""
    broken = sum(any(b.text.endswith(_BROKEN) for b in page.blocks[row.first : row.last]) for row in rows)
    if broken < MOST * len(rows):
        label = rows[0].label
        if not _EVENT.search(label) or _TOLD.search(label) or rows[0].tag == "tr":
            return False
        if sum(len(b.text) for b in body if b.order < rows[0].first and b.element.tag == "p") >= TOLD:
            return False
    inside = sum(len(b.text) for b in body if any(row.first <= b.order < row.last for row in rows))
    return inside >= MOST * sum(len(b.text) for b in body)


def _is_row(page: Outline, row: Element) -> bool:
    blocks = page.blocks[row.first : row.last]
    leads = any(b.links and b.linked > 0.8 * len(b.text) for b in blocks)
    return leads and any(len(b.text) <= LINE and may_hold(b.text) and find_dates(b.text) for b in blocks)
