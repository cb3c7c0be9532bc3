"""Many sources of one domain: they are all polled, and keep no other from it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from badserver import Asked, BadServer, Script, answer
from storesamples import article, saving
from structlog.testing import capture_logs

from crawler import claims
from crawler.claims import claim_entries, claim_revisits, claim_searches, claim_sources
from crawler.crew import Crew
from crawler.fetch import Fetcher, FetchSettings
from crawler.flag import load_watchlist
from crawler.pipeline import Pipeline
from crawler.shares import SHARE, Shares
from crawler.tally import Tally
from storage.articles import revisits
from storage.database import Database
from storage.records import Entry, Source, SourceState
from storage.reports import standing as reports
from storage.sources import losses
from storage.sources import state as sources

FEED = answer(200, b"<rss version='2.0'><channel><title>A</title></channel></rss>")
PAGE = b"<title>A bridge</title><article><h1>A bridge</h1><p>" + b"It was opened on Monday. " * 40
PLACES = 48
LIMIT_S = 120


async def test_a_domain_of_many_sources_leaves_places_to_the_others(database: Database) -> None:
    """Its hosts answer only when the others were asked; they are reached through a proxy, which knows all names."""
    others = {f"http://www.site{n}.com/feed" for n in range(20)}
    big = [f"http://h{n}.big.org/feed" for n in range(PLACES + 16)]
    served = asyncio.Event()

    async def other(asked: Asked, writer: asyncio.StreamWriter) -> None:
        others.discard(asked.target)
        if not others:
            served.set()
        writer.write(FEED)

    async def of_big(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await served.wait()
        writer.write(FEED)

    scripts: dict[str, Script] = dict.fromkeys(big, of_big) | dict.fromkeys(others, other)
    async with BadServer(scripts) as proxy:
        way = f"http://{proxy.authority}"
        watched = [
            Source(f"{n:03}", "A", "feed", url, proxy=way) for n, url in enumerate([*big, *sorted(others)])
        ]
        await database.run(sources.sync, watched, datetime.now(UTC))
        async with Fetcher(FetchSettings(min_delay_s=0, robots=False)) as fetcher, asyncio.timeout(LIMIT_S):
            pipeline = Pipeline(database, fetcher, load_watchlist(watch=["gdec"]), {s.id: s for s in watched})
            crew = Crew(pipeline, places=PLACES)
            await crew.until_idle()
        assert {proxy.times(url) for url in scripts} == {1}
    assert (crew.tally.visits, crew.tally.crashes) == (len(watched), 0)


async def test_a_poll_that_ends_in_an_unforeseen_way_leaves_its_place_to_the_next(database: Database) -> None:
    big = [f"http://h{n}.big.org/feed" for n in range(2 * SHARE)]
    async with BadServer(dict.fromkeys(big, FEED)) as proxy:
        way = f"http://{proxy.authority}"
        watched = [Source(f"{n:03}", "A", "feed", url, proxy=way) for n, url in enumerate(big)]
        await database.run(sources.sync, watched, datetime.now(UTC))
        async with Fetcher(FetchSettings(min_delay_s=0, robots=False)) as fetcher, asyncio.timeout(LIMIT_S):
            pipeline = Pipeline(database, fetcher, load_watchlist(watch=["gdec"]), {s.id: s for s in watched})

            def deaf(tally: Tally, /) -> None:
                raise RuntimeError("nobody listens")

            crew = Crew(pipeline, listener=deaf)
            with capture_logs() as said:
                await crew.until_idle()
            await crew.stop()
        assert {proxy.times(url) for url in big} == {1}
        assert {line["exc_info"].args for line in said if line["event"] == "step failed"} == {
            ("nobody listens",)
        }


async def test_what_only_another_process_watches_is_left_to_it_at_once(database: Database) -> None:
    """Two machines share a store; one of them was not started again yet with the source that is new."""
    page = answer(200, PAGE, content_type="text/html")
    feed = b"<rss version='2.0'><channel><title>A</title><item><title>A bridge</title><link>%b</link></item></channel></rss>"
    scripts: dict[str, Script] = {"/old": FEED, "/story": page}
    async with BadServer(scripts) as site:
        scripts["/new"] = answer(200, feed % site.url("/story").encode())
        old, new = (Source(name, "A", "feed", site.url(f"/{name}")) for name in ("old", "new"))
        await database.run(sources.sync, [old, new], datetime.now(UTC))
        quick = FetchSettings(min_delay_s=0, robots=False, allow_networks=("127.0.0.0/8",))
        async with Fetcher(quick) as fetcher, asyncio.timeout(LIMIT_S):
            watchlist = load_watchlist(watch=["gdec"])
            one = Crew(Pipeline(database, fetcher, watchlist, {"old": old}))
            two = Crew(Pipeline(database, fetcher, watchlist, {"old": old, "new": new}))
            await one.until_idle()
            assert (site.times("/old"), site.times("/new")) == (1, 0)
            assert await two.pump() == 1
            await two.stop()  # when the poll has ended; its entry waits
            two = Crew(two.pipeline)
            await one.until_idle()
            await two.until_idle()
            for crew in (one, two):
                await crew.stop()
        assert (site.times("/new"), site.times("/story")) == (1, 1)


async def test_a_source_that_another_process_renamed_while_it_was_polled_stops_no_other(
    database: Database,
) -> None:
    """What is to be recorded of it has no row to stand with any more."""
    feed = b"<rss version='2.0'><channel><title>A</title><item><title>A bridge</title><link>%b</link></item></channel></rss>"
    scripts: dict[str, Script] = {"/later": FEED}
    async with BadServer(scripts) as site:
        old, new, later = (
            Source(name, "A", "feed", site.url(path))
            for name, path in (("old", "/a"), ("new", "/a"), ("later", "/later"))
        )

        async def renamed(asked: Asked, writer: asyncio.StreamWriter) -> None:
            await database.run(sources.sync, [new, later], datetime.now(UTC))
            writer.write(answer(200, feed % site.url("/story").encode()))

        scripts["/a"] = renamed
        await database.run(sources.sync, [old], datetime.now(UTC))
        quick = FetchSettings(min_delay_s=0, robots=False, allow_networks=("127.0.0.0/8",))
        async with Fetcher(quick) as fetcher, asyncio.timeout(LIMIT_S):
            watched = {"old": old, "later": later}
            crew = Crew(Pipeline(database, fetcher, load_watchlist(watch=["gdec"]), watched))
            await crew.until_idle()
            await crew.stop()
        assert (site.times("/a"), site.times("/later")) == (1, 1)


async def test_what_another_process_left_undone_keeps_no_places(database: Database) -> None:
    """Its machine is down; what it alone watches has been due for longer than all of this one's."""
    page = answer(200, PAGE, content_type="text/html")
    async with BadServer({"/own": FEED, "/story": page}) as site:
        own = Source("own", "A", "feed", site.url("/own"))
        theirs = [Source(f"a{n:02}", "A", "feed", site.url(f"/{n}")) for n in range(2 * PLACES)]
        now = datetime.now(UTC)
        await database.run(sources.sync, [*theirs, own], now)
        story = [(site.url("/story"), Entry(site.url("/story")))]
        await database.run(sources.announce, "own", story, now, "always")
        for source in theirs:
            said = [(f"{source.url}/{n}", Entry(f"http://{source.id}.com/{n}")) for n in range(17)]
            await database.run(sources.announce, source.id, said, now, "always")
        quick = FetchSettings(min_delay_s=0, robots=False, allow_networks=("127.0.0.0/8",))
        async with Fetcher(quick) as fetcher, asyncio.timeout(LIMIT_S):
            crew = Crew(
                Pipeline(database, fetcher, load_watchlist(watch=["gdec"]), {"own": own}), places=PLACES
            )
            await crew.until_idle()
            await crew.stop()
        assert (site.times("/own"), site.times("/story")) == (1, 1)


async def test_a_search_in_what_only_another_process_watches_is_left_to_it(database: Database) -> None:
    """Taken and not made, it would be given up after four times."""
    own, theirs = (Source(name, "A", "feed", f"http://{name}.example/feed") for name in ("own", "theirs"))
    now = datetime.now(UTC)
    await database.run(sources.sync, [own, theirs], now)
    await database.run(losses.note, "theirs", now - timedelta(hours=2), now)
    async with Fetcher(FetchSettings()) as fetcher:
        crew = Crew(Pipeline(database, fetcher, load_watchlist(watch=["gdec"]), {"own": own}))
        assert await crew._fill_searches() == 0
    assert [loss.tries for loss in database.read(losses.list_losses)] == [0]


async def test_what_another_process_has_just_begun_with_is_handed_back_to_it(database: Database) -> None:
    """Kept, it would be polled and read by nobody for as long as a lease lasts."""
    own, theirs = (Source(name, "A", "feed", f"http://{name}.invalid/feed") for name in ("own", "theirs"))
    own = replace(own, enabled=False)
    now = datetime.now(UTC)
    await database.run(sources.sync, [own], now)
    async with Fetcher(FetchSettings()) as fetcher:
        ages = (timedelta(hours=1),)
        crew = Crew(Pipeline(database, fetcher, load_watchlist(watch=["gdec"]), {"own": own}, ages=ages))
        assert await crew._others() == []
        await database.run(sources.sync, [own, theirs], now)  # another machine's start
        await database.run(saving(article("http://theirs.invalid/1"), source_id="theirs"))
        await database.run(revisits.begin, 1, now)
        story = [("http://theirs.invalid/2", Entry("http://theirs.invalid/2"))]
        await database.run(sources.announce, "theirs", story, now, "always")
        await database.run(losses.note, "theirs", now - timedelta(hours=2), now)
        for fill in (crew._fill_visits, crew._fill_readings, crew._fill_searches, crew._fill_looks):
            assert (await fill(), crew.busy) == (1, 0)
            assert await crew._others() == ["theirs"]  # asked about anew, and not after a minute
            crew._neighbours._strangers = []
        later = datetime.now(UTC)
        polls = await database.run(claim_sources, later, later, 9, "another")
        assert [state.source_id for state in polls] == ["theirs"]
        assert [entry.url for entry in await database.run(claim_entries, later, 9, "another")] == [
            story[0][0]
        ]
        assert [loss.tries for loss in await database.run(claim_searches, later, 9, "another")] == [1]
        assert [look.visits for look in await database.run(claim_revisits, later, 9, "another", {})] == [1]
        await crew.stop(0)


async def test_a_daemon_that_starts_with_other_sources_ends_no_poll_of_one_that_runs(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks would hear that nothing is new, of each source that is watched."""
    monkeypatch.setattr(claims, "NEIGHBOURS_S", 0)
    page = answer(200, PAGE, content_type="text/html")
    async with BadServer({"/own": FEED, "/both": FEED, "/story": page}) as site:
        own, both, off = (Source(name, "A", "feed", site.url(f"/{name}")) for name in ("own", "both", "off"))
        off, now = replace(off, enabled=False), datetime.now(UTC)
        await database.run(sources.sync, [own, both, off], now)
        quick = FetchSettings(min_delay_s=0, robots=False, allow_networks=("127.0.0.0/8",))
        async with Fetcher(quick) as fetcher, asyncio.timeout(LIMIT_S):
            watchlist = load_watchlist(watch=["gdec"])
            one = Crew(Pipeline(database, fetcher, watchlist, {s.id: s for s in (own, both, off)}))
            await one.until_idle()
            story = [(site.url("/story"), Entry(site.url("/story")))]
            await database.run(sources.announce, "own", story, now, "always")
            two = Crew(Pipeline(database, fetcher, watchlist, {"both": both}))
            with capture_logs() as said:
                await database.run(sources.sync, [both], now)  # another machine's start
                await one.pump()
                await database.run(sources.make_due)
                await two.until_idle()
                await one.until_idle()
            assert site.times("/story") == 1
            assert site.times("/own") >= 2
            assert [line["sources"] for line in said if line["log_level"] == "warning"] == [["off", "own"]]
            seen = database.read(reports.status, now)
            assert (seen.sources, seen.disabled, seen.entries_paused) == (3, 1, 0)
            await one.stop()
            await two.stop()
        await database.run(sources.sync, [both], now)  # nobody alive watches the other any more
        assert database.read(sources.strangers, ()) == ["both"]


def test_those_that_wait_for_their_domain_are_polled_in_the_order_in_which_they_came() -> None:
    """The other way round the first would wait for as long as others come."""
    shares = Shares()
    urls = [f"http://h{n}.big.org/feed" for n in range(SHARE + 3)]
    begun = [shares.enter(url, SourceState(url)) for url in urls]
    assert begun == [True] * SHARE + [False] * 3
    given = [shares.leave(url) for url in urls]
    assert [state and state.source_id for state in given] == [*urls[SHARE:], *[None] * SHARE]
