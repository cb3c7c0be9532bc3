"""The composition root: a checked configuration and an open store → the pipeline that works on them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial

from crawler.config import Config
from crawler.dedupe import Encoder
from crawler.fetch import (
    ENOUGH,
    Fetcher,
    FetchSettings,
    Uplink,
    browser,
    domains,
    product_token,
    trust,
    way_of,
)
from crawler.flag import Watchlist, load_watchlist
from crawler.hostbook import Hostbook
from crawler.membership import Membership
from crawler.pipeline import Pipeline
from crawler.reach import Reach
from crawler.rulebook import Rulebook
from crawler.schedule import latest_poll
from crawler.watched import marks
from storage.articles import credits
from storage.database import Database
from storage.records import Source
from storage.sources import state as sources


def watchlist_of(config: Config) -> Watchlist:
    """The shipped watchlist with what the configuration keeps and adds. Raises WatchlistError.

    What only earlier versions took of it is noted: an upgrade must not end a daemon.
    """
    return load_watchlist(watch=config.watch, add=config.add, elder=True)


def fetch_settings(config: Config) -> FetchSettings:
    """The fetch room's settings; the user agent always names the program."""
    fetch = config.fetch
    own = {} if fetch.user_agent is None else {"user_agent": fetch.user_agent}
    return FetchSettings(
        contact=fetch.contact,
        min_delay_s=fetch.min_delay,
        timeout_s=fetch.timeout,
        deadline_s=fetch.deadline,
        max_body=fetch.max_body,
        max_redirects=fetch.max_redirects,
        robots=fetch.robots,
        http2=fetch.http2,
        allow_networks=fetch.allow_networks,
        concurrency=fetch.concurrency,
        **own,
    )


def _obeys(settings: FetchSettings) -> str | None:
    """The name by which pages may forbid something to this program; None where it is not to obey."""
    return product_token(settings.user_agent) if settings.robots else None


def check_ways(sources: Collection[Source]) -> None:
    """Raises BrowserMissing where one of the sources is to be drawn and nothing can draw it, NobodyTrusted where
    certificates are asked for and none can be believed.
    """
    if any(s.render for s in sources):
        browser.program()
    if any(s.url.startswith("https:") for s in sources):
        trust.check()


def encoder_of(config: Config) -> Encoder | None:
    """What compares texts by their meaning, where that is asked for. Raises EncoderMissing."""
    return Encoder() if config.encoder else None


def _now() -> datetime:
    return datetime.now(UTC)


def uplink_of(config: Config, now: Callable[[], datetime] = _now) -> Uplink:
    """What notices that this machine's line is down, or a proxy; by one source alone it cannot be told from the source's
    fault.
    """
    urls: dict[str, list[str]] = {"": []}
    for source in config.sources:
        if source.enabled and (way := way_of(source.proxy)) is not None:
            urls.setdefault(way, []).append(source.url)
    watched = {way: domains(some) for way, some in urls.items()}
    enough = max(2, min(ENOUGH, sum(map(len, watched.values()))))
    return Uplink(now, enough, watched.pop(""), watched)


@asynccontextmanager
async def reaching(
    config: Config,
    rulebook: Rulebook | None = None,
    uplink: Uplink | None = None,
    membership: Membership | None = None,
    hostbook: Hostbook | None = None,
) -> AsyncIterator[Reach]:
    """The ways to pages, with a browser where a source needs one; its sockets close with the context.

    Without a `rulebook` every robots.txt is asked for anew. `uplink` is told who can be reached; without
    one each failure is its host's own. Without a `membership` nobody else asks the same hosts, and without a
    `hostbook` nothing is known of what they said before.
    """
    settings = fetch_settings(config)
    now = membership.now if membership else _now
    admit = membership.leave_to_ask if membership else None
    async with Fetcher(
        settings, now=now, keeper=rulebook, uplink=uplink, admit=admit, memory=hostbook
    ) as fetcher:
        if not any(s.render for s in config.sources):
            yield Reach(fetcher, None, _obeys(settings), fetcher.end)
            return
        async with browser.Browser(fetcher, settings.deadline_s, now) as drawing:
            yield Reach(fetcher, drawing, _obeys(settings), fetcher.end)


def _latest(by_id: Mapping[str, Source], source_id: str, polled_at: datetime) -> datetime | None:
    source = by_id.get(source_id)
    return latest_poll(source, polled_at) if source else None


@asynccontextmanager
async def assembled(config: Config, watchlist: Watchlist, db: Database) -> AsyncIterator[Pipeline]:
    """A pipeline over `db` whose sources are those of `config`; its sockets close with the context."""
    by_id, membership = {s.id: s for s in config.sources}, Membership(db)
    now = await membership.look_at_clock()
    await db.run(sources.sync, config.sources, now)
    await db.run(sources.bring_forward, partial(_latest, by_id), now)
    await db.run(credits.begin, now)  # before anything new is stored
    token = product_token(fetch_settings(config).user_agent)
    uplink = uplink_of(config, membership.now)
    rulebook, hostbook = Rulebook(db, token, membership.now), Hostbook(db, membership.now)
    await db.run(hostbook.read)
    async with rulebook, reaching(config, rulebook, uplink, membership, hostbook) as reach:
        pipeline = Pipeline(
            db,
            reach.fetcher,
            watchlist,
            by_id,
            config.archive,
            membership.now,
            browser=reach.browser,
            encoder=encoder_of(config),
            obeys=reach.obeys,
            ages=config.revisit,
            ask_no_more=reach.ask_no_more,
            marks=marks(config.add, watchlist),
            uplink=uplink,
            hear=hostbook.listen,
            membership=membership,
        )
        try:
            yield pipeline
        finally:
            pipeline.heavy.close()
