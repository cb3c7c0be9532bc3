"""A page → whether it is made of rows that each lead to an article and tell when that appeared, the newest first: a tag, an author, an archive.

    <li><a>…</a> a line or two 3 July</li>  ·  <li><a>…</a> a line or two 1 July</li>  ·  …

An article that goes through several years, or lists what is to come, tells the date of its own above such rows, writes
more of each, or begins with the oldest.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from crawler.ago import ago
from crawler.parse import labels
from crawler.parse.blocks import Block, Element, Outline
from crawler.parse.calendars import find_dates, may_hold
from crawler.parse.date_eras import fold
from crawler.parse.kinds import width

ROWS, LINES = 4, 6  # rows from which on, and blocks of one at most
HEADLINE, LINE, TOLD = (
    16,
    60,
    300,
)  # characters, a Chinese one counting two, of a headline, of a line that tells when, of all else in a row
ABOVE = 600  # the same of what stands in no row: what a tag is about
LINKED = 0.8  # of a headline
NOW, DAY = float(date.max.toordinal()), timedelta(days=1)  # "3 hours ago" is newer than any date
_NUMBER = re.compile(r"\d+")


def is_index(page: Outline, body: list[Block]) -> bool:
    """Whether a page is made of such rows, and its text is little else."""
    rows: dict[tuple[Element | None, str, str], list[Element]] = {}
    for e in page.elements:
        if 1 < e.last - e.first <= LINES and not e.every & labels.ELSEWHERE:
            rows.setdefault((e.parent, e.tag, _NUMBER.sub("", e.label)), []).append(e)
    alike = [found for found in rows.values() if len(found) >= ROWS]
    return any(_is_of_posts(page, found) and _is_all(page, found, body) for found in alike)


def _is_of_posts(page: Outline, rows: list[Element]) -> bool:
    """Whether each row, of a few the last one aside, is a headline with its date, and none is older than the next."""
    days = [_day(page.blocks[row.first : row.last]) for row in rows]
    told = [day for day in days if day is not None]
    return (
        len(told) >= max(ROWS, len(rows) - 1)
        and all(a >= b for a, b in pairwise(told))
        and told[0] > told[-1]
    )


def _day(row: list[Block]) -> float | None:
    """When a row says that what it leads to appeared, in days that count up; None where it is none of a list."""
    leading = [b for b in row if b.links and b.linked >= LINKED * len(b.text) and width(b.text) >= HEADLINE]
    if len(leading) != 1 or sum(width(b.text) for b in row if b is not leading[0]) > TOLD:
        return None
    return next((day for b in row if b is not leading[0] and (day := _told(b.text)) is not None), None)


def _told(text: str) -> float | None:
    if width(text) > LINE:
        return None
    dates = find_dates(text) if may_hold(text) else []
    if dates:
        return float(dates[0].at.toordinal())
    distance = ago(fold(text))
    return None if distance is None else NOW - distance / DAY


def _is_all(page: Outline, rows: list[Element], body: list[Block]) -> bool:
    """Whether little is told beside the rows, and no date above them."""
    inside = range(rows[0].first, rows[-1].last)
    beside = [b for b in body if b.order not in inside]
    # rows of which no line is in the text are the latest news, beside a short notice
    if len(beside) == len(body) or sum(width(b.text) for b in beside) > ABOVE:
        return False
    above = (b for b in page.blocks[: rows[0].first] if b.order >= body[0].order - 1 or b in beside)
    if any(
        mark.tag == "time" and mark.block < rows[0].first for mark in page.marks
    ):  # "2 July" tells no year
        return False
    return not any(_told(b.text) for b in above)
