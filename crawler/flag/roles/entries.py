"""A calendar of events → the names that have a line or paragraph of their own in it, with its days.

What such a line says is all about the forum, though the article is about none: "11–14 June, Paris. VivaTech: ...".
"""

from __future__ import annotations

from collections.abc import Sequence

from crawler.flag.names.judge import Sighting
from crawler.flag.text.numerals import NAMED_DATE, NUMBER_DATE
from crawler.flag.text.reading import Reading, density

CALENDAR = 3  # forums with such a line make one; two are a company's next fairs
LINE = 420  # characters of one, half as many where one carries a word
_NAMED_DAYS, _NUMBER_DAYS = ("d1", "d2"), ("d1", "d2", "d3", "d4", "d5")


def entries(reading: Reading, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Where in the folded text the names of a calendar's own lines stand; empty where the article is none."""
    body = [sighting for sighting in sightings if sighting.start >= reading.body]
    if len({sighting.forum_id for sighting in body}) < CALENDAR:
        return frozenset()
    lines: dict[tuple[int, int], list[Sighting]] = {}
    for sighting in body:
        lines.setdefault(_line(reading, sighting), []).append(sighting)
    found = [
        sighting
        for line, named in lines.items()
        if len({each.forum_id for each in named}) == 1 and _has_day(reading, *line)
        for sighting in named
    ]
    begins = min((each.start - reading.body for each in found), default=0)
    many = len({sighting.forum_id for sighting in found}) >= CALENDAR
    if not many or begins * 2 > len(reading.text) - reading.body:
        return frozenset()  # "Meet us at:", at the end of a company's news
    return frozenset(each.start for each in found)


def _line(reading: Reading, sighting: Sighting) -> tuple[int, int]:
    """The line of the original text that holds the name, as a part of the folded one."""
    at = reading.folded.origin(sighting.start)
    first, last = reading.whole.rfind("\n", 0, at) + 1, reading.whole.find("\n", at)
    return reading.folded.place(first), reading.folded.place(last if last >= 0 else len(reading.whole))


def _has_day(reading: Reading, first: int, last: int) -> bool:
    """Whether a short line tells a day."""
    text = reading.text
    if (last - first) * density(text) > LINE:
        return False
    return any(
        any(match[day] for day in told)
        for dates, told in ((NAMED_DATE, _NAMED_DAYS), (NUMBER_DATE, _NUMBER_DAYS))
        for match in dates.finditer(text, first, last)
    )
