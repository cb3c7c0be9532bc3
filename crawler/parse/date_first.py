"""A line by the headline that tells the day of a text's first publication behind words for it, where the head tells a later one.

Stand: 16.11.2026, 11:20 Uhr · Erstveröffentlichung: 14.11.2026, 06:01 Uhr
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from crawler.parse.blocks import Outline
from crawler.parse.byline import NEAR
from crawler.parse.date_values import Context, Neighbourhood, Seen, has_hour, read_date
from crawler.patterns import rarely

LINE = 160  # characters of such a line
RERUN = timedelta(days=90)  # what is older was published anew
_FIRST = rarely(
    r"(?:erstveröffentlich(?:ung|t)|zuerst veröffentlicht|(?:first|originally|initially) published|première publication|prima pubblicazione|primera publicación|primeira publicação|publicado originalmente|först publicerad|først publisert|først udgivet|eerste publicatie|первая публикация|初出|首次发布|首发时间)"
    r"\s?(?:on|am|le|el|il|em|den|op)?\s?[:：]?\s?(?P<date>\d[^·|•\n(（]{5,40})",
    re.I,
)


def first_shown(
    known: Seen, page: Outline, around: Neighbourhood, context: Callable[[], Context]
) -> Seen | None:
    """The date that such a line tells, if it is before the one that is known."""
    near = page.blocks[max(0, around.headline) : around.headline + NEAR]
    lines = [b.text for b in near if len(b.text) <= LINE]
    if _FIRST.search("\n".join(lines)) is None:  # as on nearly all pages
        return None
    for line in lines:
        if (found := _FIRST.search(line)) is None:
            continue
        at = read_date(found["date"].strip(), context())
        if at is not None and at.date() < known.at.date() and known.at - at < RERUN:
            return replace(known, at=at, place="text near the headline", timed=has_hour(at))
    return None
