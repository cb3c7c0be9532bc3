"""A page → whether it is made of rows that each lead to an article and tell when that appeared, the newest first: a tag, an author, an archive.

    <li><a>…</a> a line or two 3 July</li>  ·  <li><a>…</a> a line or two 1 July</li>  ·  …

An article that goes through several years, or lists what is to come, tells the date of its own above such rows, writes
more of each, or begins with the oldest.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from crawler.ago import ago
from crawler.months import MONTHS
from crawler.parse.dates.calendars import find_dates, may_hold
from crawler.parse.dates.eras import fold
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Element, Outline
from crawler.parse.page.clean import width

ROWS, LINES = 4, 6  # rows from which on, and blocks of one at most
# characters, a Chinese one counting two, of a headline, of a line that tells when, of all else in a row
HEADLINE, LINE, TOLD = 16, 60, 300
SIGNS = 4  # between a date and a link beside it
ABOVE = 600  # the same of what stands in no row: what a tag is about
LINKED = 0.8  # of a headline
NOW, DAY = float(date.max.toordinal()), timedelta(days=1)  # "3 hours ago" is newer than any date
_ISSUE = re.compile(
    r"\W*(?:(?P<month>[^\W\d_]{3,12})\.? (?:de |del )?|(?P<number>0?[1-9]|1[0-2])[/.])(?P<year>20\d\d)(?!\d)"
)
_NUMBER = re.compile(r"\d+")


def is_index(page: Outline, body: list[Block]) -> bool:
    """Whether a page is made of such rows, and its text is little else."""
    if sum(size for b in body if (size := width(b.text)) > TOLD) > ABOVE:
        return False
    leading = [b for b in page.blocks if b.links and _leads(b)]
    if len(leading) < ROWS:
        return False
    rows: dict[tuple[Element | None, str, str], dict[int, Element]] = {}
    for block in leading:
        at: Element | None = block.element
        while at is not None and at.last - at.first <= LINES:
            if not at.every & labels.ELSEWHERE:
                rows.setdefault((at.parent, at.tag, _shape(at.label)), {})[at.order] = at
            at = at.parent
    alike = [list(found.values()) for found in rows.values() if len(found) >= ROWS]
    return any(_is_all(page, found, body) and _is_of_posts(page, found) for found in alike)


@lru_cache(maxsize=512)  # rows are alike
def _shape(label: str) -> str:
    return _NUMBER.sub("", label)


def _leads(block: Block) -> bool:
    """Whether a block is a headline that leads elsewhere, a date perhaps before or behind it."""
    text = block.text
    if block.linked < LINKED * len(text) and not (block.links == 1 and _is_with_date(block)):
        return False
    return block.linked >= HEADLINE or width(text) >= HEADLINE


def _is_with_date(block: Block) -> bool:
    """Whether all of a block but a link is a date: "3 July 2025 № 612. …"."""
    dates = find_dates(block.text) if width(block.text) <= TOLD and may_hold(block.text) else []
    whole = any(d.start == 0 or d.end == len(block.text) for d in dates)
    return whole and len(block.text) - block.linked <= dates[0].end - dates[0].start + SIGNS


def _is_of_posts(page: Outline, rows: list[Element]) -> bool:
    """Whether each row, of a few the last one aside, is a headline with its date, and none is older than the next."""
    told: list[float] = []
    for count, row in enumerate(rows, 1):
        day = _day(page.blocks[row.first : row.last])
        if day is not None:
            told.append(day)
        if count - len(told) > 1:
            return False
    return (
        len(told) >= max(ROWS, len(rows) - 1)
        and all(a >= b for a, b in pairwise(told))
        and told[0] > told[-1]
    )


def _day(row: list[Block]) -> float | None:
    """When a row says that what it leads to appeared, in days that count up; None where it is none of a list."""
    leading = [b for b in row if b.links and _leads(b)]
    if len(leading) != 1 or sum(width(b.text) for b in row if b is not leading[0]) > TOLD:
        return None
    below = next((day for b in row if b is not leading[0] and (day := _told(b.text)) is not None), None)
    if below is None and leading[0].linked < LINKED * len(leading[0].text):
        below = float(find_dates(leading[0].text)[0].at.toordinal())
    return _month(leading[0].text) if below is None else below


def _month(headline: str) -> float | None:
    """The month that a headline begins with, as those of letters do: "November 2026: …"."""
    found = _ISSUE.match(headline)
    month = MONTHS.get(found["month"].lower()) if found else None
    if found is None or (month is None and not found["number"]):
        return None
    return float(date(int(found["year"]), month or int(found["number"]), 1).toordinal())


def _told(text: str) -> float | None:
    if width(text) > LINE:
        return None
    dates = find_dates(text) if may_hold(text) else []
    if dates:
        return float(dates[0].at.toordinal())
    distance = ago(fold(text))
    return None if distance is None else NOW - distance / DAY


def _is_glued(page: Outline, row: Element) -> bool:
    """Whether a row's date stands in one line with its link."""
    leading = (b for b in page.blocks[row.first : row.last] if b.links and _leads(b))
    return any(b.linked < LINKED * len(b.text) for b in leading)


def _is_all(page: Outline, rows: list[Element], body: list[Block]) -> bool:
    """Whether little is told beside the rows, and no date above them."""
    inside = range(rows[0].first, rows[-1].last)
    beside = [b for b in body if b.order not in inside]
    told = sum(width(b.text) for b in beside)
    # rows of which no line is in the text are the latest news, beside a short notice
    if told > (ABOVE if len(beside) < len(body) else LINE):
        return False
    headed = rows[0].first > 0 and page.blocks[rows[0].first - 1].is_heading
    if told > LINE and headed and _is_glued(page, rows[0]):
        return False  # links with their dates below a notice, under a heading of their own
    above = (b for b in page.blocks[: rows[0].first] if b.order >= body[0].order - 1 or b in beside)
    if any(mark.tag == "time" and mark.block < rows[0].first for mark in page.marks):
        return False  # "2 July" tells no year
    return not any(_told(b.text) for b in above)
