"""What sources.yaml says of forums → a mark of each; which of its examples are read otherwise than it says; and of which
forums elder articles were never asked, or no article at all, in words.

A shipped forum has no mark: whether a new version of the program sees more in a store is what `reflag --dry-run` tells.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from storage.articles.watched import Owed, lists, not_begun, not_looked_for

if TYPE_CHECKING:
    from crawler.flag import Misread, Watchlist

NAMED = 3  # forums in a sentence
TAKEN_UP = "`forumwatch run` takes that up when it starts, and so does `forumwatch once`"
BY_NOW = f"as sources.yaml has it by now; {TAKEN_UP}"
# by a server, which may have been started before the crawler that has read a newer one
AT_START = "as sources.yaml was when this server was started; start `forumwatch run` anew, and this server where it is another"
_SEVERAL = (
    "crawlers of this store watch other forums than each other: what one reads is not looked through for those of "
    "another; give them one sources.yaml, start them anew, then `forumwatch reflag`"
)


def marks(added: Sequence[Mapping[str, Any]], watchlist: Watchlist) -> dict[str, str]:
    """The forums that are watched, by their ids, each with a hash of what `added` says of it; "" where it says nothing."""
    said = {str(forum["id"]): _mark(forum) for forum in added}
    return {forum_id: said.get(forum_id, "") for forum_id in watchlist.forums}


def misread(added: Sequence[Mapping[str, Any]], watchlist: Watchlist) -> Mapping[Misread, str]:
    """The examples of what is `added` that today's rules read otherwise than they say, each with the sentence on it.

    What was right when it was written may be wrong by the rules of the next version, so that this is no fault that
    ends a program.
    """
    from crawler.flag import failing  # loaded late: who asks only what is owed has no need of it

    wrong: dict[Misread, str] = {}
    for at, forum in enumerate(added):
        # one that `watch` leaves out is flagged nowhere
        if forum.get("examples") and (known := watchlist.forums.get(str(forum["id"]))):
            for each in failing(watchlist, [known]):
                wrong.setdefault(each, f"forums: add[{at}.examples]: {each}")
    return wrong


def missed(added: Sequence[Mapping[str, Any]], watchlist: Watchlist) -> set[str]:
    """The forums that the rules of this version do not find in all that they should be found in, as sources.yaml has it."""
    wrong = {each.forum_id for each in misread(added, watchlist) if not each.flagged}
    return wrong | {each.missed for each in watchlist.noted if each.missed is not None}


def owed(conn: Connection, watchlist: Watchlist, now: datetime) -> tuple[str, ...]:
    """A sentence for each time at which forums were added that stored articles were not flagged for; before them one on
    crawlers that watch other forums than each other.
    """
    several = (_SEVERAL,) if lists(conn, now) > 1 else ()
    return several + owed_of(conn, watchlist.forums)


def owed_of(conn: Connection, forum_ids: Collection[str]) -> tuple[str, ...]:
    """The same of these forums, without what is said of crawlers."""
    found = [each for each in not_looked_for(conn) if each.forum_id in forum_ids]
    times = groupby(found, attrgetter("before"))
    return tuple(_sentence(before, list(some)) for before, some in times)


def not_taken_up(
    conn: Connection, added: Sequence[Mapping[str, Any]], watch: Collection[str] | None, as_read: str = BY_NOW
) -> tuple[str, ...]:
    """The sentence on what sources.yaml has written of forums since those who crawl were started, if there is anything;
    `as_read`: when it was read, and what to do.
    """
    said = {str(forum["id"]): _mark(forum) for forum in added}
    written = {forum_id: said.get(forum_id, "") for forum_id in (said if watch is None else watch)}
    ids = sorted(not_begun(conn, written))
    return (
        (f"{_named(ids)}: in nothing that comes, and in what is stored by `reflag` alone, {as_read}",)
        if ids
        else ()
    )


def _mark(forum: Mapping[str, Any]) -> str:
    said = json.dumps(forum, sort_keys=True, default=str)
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _sentence(before: datetime, some: Collection[Owed]) -> str:
    ids = sorted(each.forum_id for each in some)
    which = "".join(f" --forum {name}" for name in ids) if len(ids) <= NAMED else ""
    return f"{_named(ids)}: in no article stored before {before:%Y-%m-%d %H:%M} UTC; `forumwatch reflag{which}` does so"


def _named(ids: Sequence[str]) -> str:
    return ", ".join(ids[:NAMED]) + (f" and {len(ids) - NAMED:,} more" if len(ids) > NAMED else "")
