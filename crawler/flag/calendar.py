"""Which forums are on: the editions of a watchlist held around a day."""

from __future__ import annotations

from datetime import date, timedelta

from crawler.flag.watchlist.forum import Edition, Forum
from crawler.flag.watchlist.load import Watchlist

AHEAD = timedelta(days=2)  # before it opens the news of it begins
BEHIND = timedelta(days=3)  # and ends when agreements and figures have been told


def held_around(watchlist: Watchlist, day: date) -> tuple[tuple[Forum, Edition], ...]:
    """The watched forums with an edition held on `day`, or so shortly before or after that it is in the news."""
    return tuple(
        (forum, edition)
        for forum in watchlist.forums.values()
        for edition in forum.editions
        if edition.start is not None
        and edition.start - AHEAD <= day <= (edition.end or edition.start) + BEHIND
    )
