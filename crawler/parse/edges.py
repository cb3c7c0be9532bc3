"""A body → the same without the lines at its two ends that are no text: date lines, imprints, credits.

They stand between headline and text or right below it, often in the element of the text itself, where no markup tells
them apart; what does is that hardly anything is left of them without their date.
"""

from __future__ import annotations

from crawler.parse.blocks import Block
from crawler.parse.calendars import find_dates, may_hold
from crawler.parse.kinds import is_imprint, width

DATE_LINE = 70  # characters of a line that tells a date and little else
BESIDE = 24  # of these beside the date, before the text: a place, a count of readers
BELOW = 8  # the same behind the text, where lists of dates may end it


def trimmed(body: list[Block]) -> list[Block]:
    """`body` from its first line of text to its last; all of it where nothing would be left."""
    first, last = 0, len(body)
    while last > 0 and (is_imprint(body[last - 1].text) or _is_date_line(body[last - 1].text, BELOW)):
        last -= 1
    while first < last and _is_date_line(body[first].text, BESIDE):
        first += 1
    return body[first:last]


def _is_date_line(text: str, beside: int) -> bool:
    if len(text) > DATE_LINE or not may_hold(text):
        return False
    dates = find_dates(text)
    return bool(dates) and width(text) - sum(d.end - d.start for d in dates) <= beside
