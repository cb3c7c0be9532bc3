"""A byline → the same without the place behind a dash; the name behind the date in "Posted on July 3, 2025 by Ann Lee"."""

from __future__ import annotations

import re

from crawler.parse.calendars import find_dates, may_hold
from crawler.parse.date_values import says_updated
from crawler.parse.date_words import says_published
from crawler.patterns import lazily

NEAR, LINE = 24, 160  # blocks from above the headline on that may show a byline, and characters of one
LONGEST = 80  # characters of a line of date and byline
AND = lazily(r"\s(?:&|and|und|et|y|e|og|och|i|и|та|ve|dan)\s", re.I)  # lists people: none of them is a place
_PLACED = lazily(
    r"(?<=[^\W\d])\s+[—–]\s+([^\W\d_][^—–]{1,40})$"
)  # behind a dash: "Ann Lee and Tom Ray — Newtown"
_DATED_BY = lazily(  # behind the date: "Posted on July 3, 2025 by Ann Lee"
    r"^.{0,30}\d.{0,30}\s(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|av|af)\s+([^\W\d_a-z][^\W\d]+(?:[\s-][^\W\d_a-z][\w.’'-]*){1,3})$"
)

# what may stand alone before the date of a byline; "Killed on", "Photo taken" tell of another's date
_BARE = frozenset(
    ("", "on", "am", "vom", "le", "el", "em", "il", "op", "den", "posted", "posted on", "written on")
)


def without_place(names: str, *, led: bool) -> str:
    """Names without the place behind a dash: what "By" leads is whole before it, so is a list of people; else one word is a place."""
    found = _PLACED.search(names)
    if found is None or not (led or " " not in found[1] or AND.search(names, 0, found.start())):
        return names
    return names[: found.start()]


def behind_date(line: str) -> str | None:
    """The name in "Posted on July 3, 2025 by Ann Lee"."""
    found = _DATED_BY.match(line) if len(line) < LONGEST and may_hold(line) else None
    dates = find_dates(line[: found.start(1)]) if found else ()
    if found is None or not dates:
        return None
    before = line[: dates[0].start].strip(" :,·|–—-").lower()
    return found[1] if before in _BARE or says_published(before) or says_updated(before) else None
