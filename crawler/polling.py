"""A source → what its document announces, and what the poll came to.

source, state ─fetch→ page ─discover→ entries (those of an index: of its newest sitemaps) → Discovery, Outcome
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain, islice, zip_longest

from crawler import gaps, schedule
from crawler.discover import at_the_latest, discover, from_both_ends
from crawler.heavy import HEAVY_BYTES, Heavy
from crawler.reach import Reach
from storage.records import (
    AMONG_THE_REST,
    NOBODY_KNOWS,
    NOTHING,
    Discovery,
    Entry,
    Failure,
    Outcome,
    Page,
    Source,
    SourceState,
)

MAX_CHILDREN = 20  # sitemaps read below one index in one visit, newest first
# sitemaps with entries that are read though the first are enough, where no dates, of the entries and in the index, say
# which holds the newest: of numbered ones both ends
UNDATED = 4
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Polling:
    """How sources are polled: the ways to pages, a thread for large ones, and the clock."""

    reach: Reach
    heavy: Heavy
    now: Callable[[], datetime]

    async def poll(self, source: Source, state: SourceState) -> tuple[Discovery, Outcome]:
        """What the source announces now; how much of it is known, the store has yet to say."""
        url = schedule.address(source, state)
        if gaps.was_away(state, self.now()):
            state = replace(state, etag=None, last_modified=None, body_hash=None)
        page = await self.reach.document(source, url, etag=state.etag, last_modified=state.last_modified)
        moved_to = page.moved_to if isinstance(page, Page) else None
        came = partial(Outcome, self.now(), asked=url, moved_to=moved_to)
        if isinstance(page, Failure):
            return Discovery(), came(failure=page)
        if page.not_modified:
            return Discovery(), came(
                unchanged=True,
                etag=state.etag,
                last_modified=state.last_modified,
                body_hash=state.body_hash,
            )
        return await self._changed(source, state, page, came())

    async def _changed(
        self, source: Source, state: SourceState, page: Page, came: Outcome
    ) -> tuple[Discovery, Outcome]:
        etag, last_modified = page.headers.get("etag"), page.headers.get("last-modified")
        body_hash = hashlib.blake2b(page.body, digest_size=16).hexdigest()
        seen = replace(came, etag=etag, last_modified=last_modified, body_hash=body_hash)
        if body_hash == state.body_hash:
            return Discovery(), replace(seen, unchanged=True)
        found = await self.entries(source, page)
        if found.children:  # an index says little of its sitemaps' changes: ask it in full each time
            found, seen = await self._below(source, found), came
        if found.problem is not None and not found.entries:  # nothing but a complaint: the poll has failed
            return found, replace(came, failure=Failure(source.url, "soft", found.problem, came.at))
        if not found.entries:  # what it held before is not forgotten over that
            seen = replace(seen, body_hash=NOTHING)
        oldest_at = _oldest(found.entries)
        count, broken = len(found.entries), found.broken
        if found.problem is not None and gaps.may_be_new(found.left_at, state, came.at):
            found = replace(found, problem=found.problem + AMONG_THE_REST)
        return found, replace(seen, entries=count, problem=found.problem, oldest_at=oldest_at, broken=broken)

    async def entries(self, source: Source, page: Page) -> Discovery:
        """What a page, read as a document of the source, announces."""
        work = partial(discover, page, source, self.reach.obeys)
        return await self.heavy.worked(len(page.body), HEAVY_BYTES, work)

    async def _below(self, source: Source, index: Discovery) -> Discovery:
        """The entries of an index's sitemaps, or of where a page sends on to; two levels down at most."""
        todo, seen = list(index.children), {source.url}
        parts: list[tuple[Entry, ...]] = [index.entries]
        problem, empty, left_at, ranked = index.problem, False, index.left_at, index.ranked
        while todo and len(seen) <= MAX_CHILDREN and not _enough(parts, source.max_entries, ranked):
            url = todo.pop(0)
            if url in seen:
                continue
            seen.add(url)
            page = await self.reach.document(source, url)
            if isinstance(page, Failure):
                problem = page.message
                continue
            child = await self.entries(source, page)
            problem = child.problem or problem
            left_at = max(filter(None, (left_at, child.left_at)), default=None)
            parts.append(child.entries)
            # a sitemap of news, of which there are none
            empty = empty or child == Discovery(title=child.title)
            if url in index.children:
                todo += child.children
                ranked &= child.ranked
        count = sum(map(len, parts))
        if count > source.max_entries and problem is None:
            problem = f"discover: {source.max_entries} of {count} entries taken (max_entries)"
        unknown = todo and not ranked and not _dates_tell(parts)  # what an index dates comes newest first
        if count > source.max_entries or unknown:
            left_at = max(filter(None, (left_at, _last_taken(parts, source.max_entries))), default=None)
        if todo and problem is None:
            why = " (max_entries)" if _enough(parts, source.max_entries, ranked) else ""
            problem = f"discover: {len(seen) - 1} sitemaps of the index read, {len(todo)} left out{why}"
        if not count and problem is None and not empty:
            problem = "discover: what the document leads to announces nothing"
        return Discovery(_merged(parts, source.max_entries), (), problem, index.title, left_at=left_at)


def _oldest(entries: Sequence[Entry]) -> datetime | None:
    """The earliest date of all entries; None where one of them tells none."""
    dates = [at for entry in entries if (at := entry.published_at or entry.changed_at)]
    return min(dates, default=None) if len(dates) == len(entries) else None


def _last_taken(parts: Sequence[Sequence[Entry]], most: int) -> datetime:
    """The latest that entries may be of which are not taken."""
    if not _dates_tell(parts):
        return NOBODY_KNOWS
    dates = sorted((e.published_at or e.changed_at or NEVER for part in parts for e in part), reverse=True)
    return at_the_latest(dates[most])


def _enough(parts: Sequence[Sequence[Entry]], most: int, ranked: bool) -> bool:
    """Whether the newest of an index is read: so many entries, by their dates out of the sitemap that is `ranked` first,
    or out of several.
    """
    told = ranked and _dates_tell(parts)
    return sum(map(len, parts)) >= most and (told or sum(map(bool, parts)) >= UNDATED)


def _dates_tell(parts: Sequence[Sequence[Entry]]) -> bool:
    """Whether all are dated, and not each sitemap by the one moment of a day at which it was written."""
    moments = [{e.published_at or e.changed_at for e in part} for part in parts if part]
    days = {at.date() for part in moments for at in part if at}
    return not any(None in part for part in moments) and (len(days) > 1 or any(len(m) > 1 for m in moments))


def _merged(parts: Sequence[Sequence[Entry]], most: int) -> tuple[Entry, ...]:
    """The entries of several sitemaps: of too many the newest, or where dates do not tell some of each."""
    every = [entry for part in parts for entry in part]
    if len(every) <= most:
        return tuple(every)
    if _dates_tell(parts):
        return tuple(
            sorted(every, key=lambda e: e.published_at or e.changed_at or NEVER, reverse=True)[:most]
        )
    in_turn = chain.from_iterable(zip_longest(*(_newest_first(part, most) for part in parts)))
    return tuple(islice(filter(None, in_turn), most))


def _newest_first(part: Sequence[Entry], most: int) -> Sequence[Entry]:
    """A sitemap's entries, those first that are likeliest its newest: without dates that tell both ends, as of one that
    was too large and has come so.
    """
    return part if len(part) >= most or _dates_tell([part]) else from_both_ends(part)
