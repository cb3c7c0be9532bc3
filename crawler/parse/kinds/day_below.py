"""A page → whether a line from its headline on tells a day, as that of news does: notes and walls of a site show none.

Above the headline stands the day of today, on any page.
"""

from __future__ import annotations

from crawler.parse.dates.calendars import find_dates, may_hold
from crawler.parse.page.blocks import Block, Outline

LINE = 80  # characters of one that tells when the page appeared


def has_day_below(page: Outline, headline: str | None, body: list[Block]) -> bool:
    """Whether one stands between a headline, else the beginning of the text, and the end of it."""
    if not body:
        return False
    first = next((b.order for b in page.headings if b.text == headline), body[0].order)
    lines = (b.text for b in page.blocks[first : body[-1].order + 1] if len(b.text) <= LINE)
    return any(may_hold(line) and find_dates(line) for line in lines)
