"""The order of the steps, and no rule.

    visit:  polling.poll (fetch.get → discover.discover) → schedule.next_state → sources.record_visit
    read:   fetch.get → parse.read_page → dedupe.fingerprint → flag.find_mentions, find_candidates → articles.save_article
                                           (copies, dedupe.judge and the writing are one transaction)
    search: backfill.search → sources.record_search
    look:   looks.look: an article again, by the same steps as read → articles.save_article, revisits.record

What the outside does wrong is recorded beside its source or entry and is no exception here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property, partial

from sqlalchemy import Connection

from crawler import backfill, dedupe, flag, gaps, retries, revisit, schedule
from crawler.arrivals import Arrivals, announced, completed
from crawler.fetch import Uplink
from crawler.filing import Archive, Filing, Saving
from crawler.heavy import HEAVY_TEXT, Heavy
from crawler.looks import Homes, Look, Looks
from crawler.membership import Membership
from crawler.occasions import Occasions
from crawler.polling import Polling
from crawler.reach import Came, Draws, Fetches, Reach, is_news
from crawler.unread import Reading, Unread
from storage.articles import revisits
from storage.articles import save as articles
from storage.database import Database
from storage.records import (
    Article,
    Entry,
    Failure,
    NotArticle,
    Outcome,
    Page,
    Revisit,
    Source,
    SourceState,
    Waiting,
)
from storage.sources import gates, losses
from storage.sources import state as sources
from storage.sources.losses import Loss
from storage.waiting import entries


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of polling one source."""

    source_id: str
    entries: int
    new: int
    unchanged: bool
    error: str | None  # why it failed
    problem: str | None = None  # a complaint about a document that was read all the same


def _nothing(conn: Connection, others: Collection[str]) -> None: ...


@dataclass(frozen=True)
class Pipeline:
    """The steps with what they work on: the store, the network and the clock come from outside."""

    db: Database
    fetcher: Fetches
    watchlist: flag.Watchlist
    sources: Mapping[str, Source]
    archive: Archive = "mentions"
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    heavy: Heavy = field(default_factory=Heavy)
    occasions: Occasions = field(default_factory=Occasions)
    browser: Draws | None = None  # for the sources whose pages are drawn by scripts
    encoder: dedupe.Encoder | None = None  # for texts that count too little to be known in another language
    obeys: str | None = None  # the program whose robots directives in pages are obeyed
    ages: revisit.Ages = ()  # at which articles that mention a forum are looked at again
    homes: Homes = field(default_factory=Homes)
    ask_no_more: Callable[[], None] = lambda: None  # ends whatever waits for its turn to ask a host
    marks: Mapping[str, str] = field(default_factory=dict)  # of the forums that are watched (crawler.watched)
    uplink: Uplink = field(default_factory=lambda: Uplink(lambda: datetime.now(UTC)))
    hear: Callable[[Connection, Collection[str]], object] = (
        _nothing  # what hosts said to others: with each claim
    )
    membership: Membership | None = None  # among the crawlers of the store; None: of whom the crew makes it

    async def visit(self, state: SourceState) -> Visit:
        """Poll one source and record what it announced together with its next state."""
        source = self.sources[state.source_id]
        found, outcome = await self._polling.poll(source, state)
        keyed = dedupe.keyed(found.entries)

        def counted(known: int) -> Outcome:
            return replace(outcome, entries=len(keyed), known=known) if keyed else outcome

        hasty = await self.occasions.hasten(self.db, self.watchlist, self.sources.values(), outcome.at)

        def decide(known: int) -> SourceState:
            return schedule.next_state(source, state, counted(known), outcome.at, hasty=source.id in hasty)

        def lost(known: int) -> datetime | None:
            return gaps.lost_since(state, counted(known))

        done = await self.db.run(
            sources.record_visit,
            source.id,
            keyed,
            decide,
            outcome.at,
            found.problem,
            reads=source.read,
            most=source.max_new,
            redressed=dedupe.redressed,
            retold=dedupe.retold,
            lost=lost,
            late=gaps.unheard_since(state, outcome),
            visited_at=gaps.seen_at(state),
            away=gaps.was_away(state, outcome.at),
            whole=gaps.is_whole_again(state, outcome),
            named=await self._named(keyed) if self.ages else (),
        )
        error = outcome.failure.message if outcome.failure else None
        return Visit(
            source.id, len(keyed), done.new, outcome.unchanged, error, found.problem or done.complaint
        )

    async def read(self, waiting: Waiting) -> Reading:
        """Read one entry to its end: an article stored, or the reason why there is none."""
        source = self.sources[waiting.source_id]
        if source.read == "on_match" and not self._announces(waiting):
            return await self._skip(waiting)
        if source.read == "never":
            saving = await self._filing.saving(source, announced(waiting), None, entry_id=waiting.id)
            return await self._store(waiting, saving)
        await self.heavy.calm()
        found = await self._found(source, waiting)
        if isinstance(found, Failure):
            return await self._unread.failed(waiting, found)
        if isinstance(found, NotArticle):
            return await self._unread.dismissed(waiting, found)
        return await self._store(waiting, partial(self._saved_unless_gate, waiting, found))

    async def search(self, loss: Loss) -> int:
        """Look for what may have been missed in a window; returns how many new entries that brought."""
        source = self.sources[loss.source_id]
        known = await self.db.run(sources.announced_before, source.id, loss.from_at)
        whole = replace(source, max_entries=backfill.WHOLE)
        ask = backfill.Ask(
            partial(self._reach.document, source), partial(self._polling.entries, whole), self._speaks
        )
        found = await backfill.search(source, loss, known, ask)
        if found.failed and loss.tries < losses.MAX_TRIES:
            await self.db.run(losses.put_off, loss, found.message, self.now())
            return 0
        keyed = dedupe.keyed(found.entries)
        record = partial(
            sources.record_search,
            proved=found.proved,
            message=found.message,
            reads=source.read,
            most=source.max_new,
        )
        return await self.db.run(record, loss, keyed, self.now())

    async def look(self, look: Revisit) -> Look:
        """Look again at an article that mentions a forum: whether it was edited, corrected or taken away."""
        await self.heavy.calm()

        async def read_again(source: Source, look: Revisit, page: Page) -> Came:
            if look.died:
                await self.db.run(revisits.begin_reading, look.article_id)
            named = look.announced  # its announcement named a forum
            return await self._arrivals.article(source, look.language, page, announced=True, named=named)

        async def save(source: Source, look: Revisit, article: Article, page: Page | None) -> articles.Saved:
            return await self.db.run(await self._filing.saving(source, article, page, again=look.article_id))

        async def speaks(article: Article) -> bool:
            mentions, _ = await self._filing.spoken(article)
            return bool(mentions)

        looks = Looks(self.db, self._reach, self.ages, self.now, self.homes, read_again, save, speaks)
        return await looks.look(self.sources[look.source_id], look)

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self.fetcher, self.browser, self.obeys)

    @cached_property
    def _arrivals(self) -> Arrivals:
        return Arrivals(self._reach, self.heavy)

    @cached_property
    def _filing(self) -> Filing:
        return Filing(self.watchlist, self.heavy, self.now, self.archive, self.ages, self.encoder)

    @cached_property
    def _polling(self) -> Polling:
        return Polling(self._reach, self.heavy, self.now)

    @cached_property
    def _unread(self) -> Unread:
        return Unread(self.db, self.sources, self._filing, self._announces, self.now)

    async def _named(self, keyed: Sequence[tuple[str, Entry]]) -> frozenset[str]:
        """The identities of those entries of which the words name a forum."""
        told = [(key, entry) for key, entry in keyed if entry.title or entry.summary]
        size = sum(len(entry.title or "") + len(entry.summary or "") for _, entry in told)

        def named() -> frozenset[str]:
            return frozenset(key for key, entry in told if self._announces(entry))

        return await self.heavy.worked(size, HEAVY_TEXT, named)

    async def _found(self, source: Source, waiting: Waiting) -> Saving | NotArticle | Failure:
        """What there is to be stored of an entry's page. The page itself is held no longer: fifty that wait for the
        writer are 7 MB.
        """
        page = await self._reach.page(source, waiting.url)
        if isinstance(page, Failure):
            return page
        if waiting.begun:
            await self.db.run(entries.begin, waiting.id)
        # what a headline says of a forum is never missed because its page proves nothing
        named, news = self._announces(waiting), is_news(source, waiting.published_at)
        came = await self._arrivals.article(source, waiting.language, page, announced=news, named=named)
        if isinstance(came, Failure):
            return came
        page, result = came
        if isinstance(result, NotArticle):
            return result
        if revisit.leads_home(waiting.url, page.final_url):
            return NotArticle(page.final_url, "front-page", "in place of the article")
        return await self._filing.saving(source, completed(result, waiting), page, entry_id=waiting.id)

    def _saved_unless_gate(self, waiting: Waiting, saving: Saving, conn: Connection) -> articles.Saved | None:
        """What was stored; None where the page answers in place of several articles."""
        saved = saving(conn)
        if saved.outcome == "created":
            return saved
        key, now = dedupe.url_key(waiting.url), self.now()
        again_at = retries.retry_at(waiting.tries + 1, Failure(waiting.url, "soft", "", now), now)
        gate = gates.sent_back(conn, waiting, key, saved.article_id, again_at or now, now)
        return None if gate else saved

    async def _store(
        self, waiting: Waiting, saving: Callable[[Connection], articles.Saved | None]
    ) -> Reading:
        saved = await self.db.run(saving)
        if saved is None:
            return Reading(waiting.url, "retry", message=gates.IN_PLACE)
        outcome = "stored" if saved.outcome == "created" else saved.outcome
        return Reading(waiting.url, outcome, mentions=len(saved.mention_ids))

    def _announces(self, waiting: Waiting | Entry) -> bool:
        return bool(flag.find_mentions(announced(waiting), self.watchlist))

    def _speaks(self, headline: str) -> bool:
        return bool(flag.find_mentions(Article("", headline, ""), self.watchlist))

    async def _skip(self, waiting: Waiting) -> Reading:
        await self.db.run(entries.skip, waiting.id)
        return Reading(waiting.url, "no-match")
