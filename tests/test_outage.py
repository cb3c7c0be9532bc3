"""The line of this machine is down: nobody who is watched pays for it, and the store says so."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from badserver import BadServer, answer, then_close
from linesamples import FEED, SETTINGS, START, WATCHED, Line, crew_of
from sqlalchemy import select, update

from crawler.claims import claim_entries
from crawler.crew import PROBES
from crawler.dedupe import keyed
from crawler.fetch import Fetcher, FetchSettings, Uplink, domains
from crawler.fetch.faults import Unreachable
from crawler.membership import Membership
from crawler.schedule import OFFLINE_S
from crawler.sure import sure
from crawler.surroundings import Surroundings
from storage import schema
from storage.database import Database
from storage.records import OFFLINE, Entry, Failure, Page, Source
from storage.reports import standing as reports
from storage.sources import outage
from storage.sources import state as sources


def watched(server: BadServer, count: int) -> list[Source]:
    port = server.authority.rpartition(":")[2]
    return [
        Source(f"s{n}", "A", "feed", f"http://www.site{n}.com:{port}/feed", every_s=900) for n in range(count)
    ]


async def test_after_a_night_without_a_line_everybody_is_asked_at_once(database: Database) -> None:
    line = Line()
    uplink = Uplink(line.time, watched=WATCHED)
    async with (
        BadServer({"/feed": FEED}) as server,
        Fetcher(SETTINGS, now=line.time, resolve=line.resolve, uplink=uplink) as fetcher,
    ):
        all_ = watched(server, 12)
        await database.run(sources.sync, all_, line.now)
        crew = crew_of(database, fetcher, line, uplink, all_)
        await crew.until_idle()
        assert (crew.tally.visits, crew.tally.failures) == (12, 0)

        line.cut = True
        for _ in range(8):  # two hours
            line.now += timedelta(seconds=900)
            crew._probed = float("-inf")
            await crew.until_idle()
        seen = await database.run(reports.status, line.now)
        assert seen.failing >= PROBES
        assert seen.offline_since == START
        assert "Nobody has been reached since 2026-07-02 18:00 UTC" in sure(seen)[1]
        failures = await database.run(
            lambda conn: conn.execute(select(schema.sources.c.failures)).scalars().all()
        )
        assert max(failures) <= 1.25  # of one failure before the outage was noticed, and none of it

        line.cut, asked = False, server.times("/feed")
        line.now += timedelta(seconds=OFFLINE_S + 60)
        crew._probed = float("-inf")
        await crew.until_idle()
        assert server.times("/feed") == asked + 12
        seen = await database.run(reports.status, line.now)
        assert (seen.failing, seen.offline_since) == (0, None)


async def test_while_nobody_is_reached_a_few_are_asked_now_and_then(database: Database) -> None:
    line = Line()
    uplink = Uplink(line.time, 2, WATCHED)
    async with (
        BadServer({"/feed": FEED}) as server,
        Fetcher(SETTINGS, now=line.time, resolve=line.resolve, uplink=uplink) as fetcher,
    ):
        all_ = watched(server, 12)
        await database.run(sources.sync, all_, line.now)
        crew = crew_of(database, fetcher, line, uplink, all_)
        line.cut = True
        await crew.until_idle()
        assert uplink.down
        announced = keyed([Entry(source.url.replace("feed", "one")) for source in all_])
        await database.run(sources.announce, "s0", announced, line.now, "always")
        line.now += timedelta(seconds=900)  # all sources are due, and all articles wait
        crew._probed = float("-inf")
        assert [await crew.pump() for _ in range(3)] == [PROBES, 0, 0]
        on_loan = select(schema.entries.c.id).where(schema.entries.c.leased_by.is_not(None))
        assert await database.run(lambda conn: conn.execute(on_loan).all()) == []
        await crew.until_idle()


async def test_an_entry_that_could_not_be_read_waits_for_minutes_and_has_lost_no_try(
    database: Database,
) -> None:
    line = Line()
    uplink = Uplink(line.time, 2, WATCHED)
    scripts = {"/feed": FEED, "/one": then_close(answer(404))}
    async with (
        BadServer(scripts) as server,
        Fetcher(SETTINGS, now=line.time, resolve=line.resolve, uplink=uplink) as fetcher,
    ):
        all_ = watched(server, 3)
        await database.run(sources.sync, all_, line.now)
        announced = keyed([Entry(source.url.replace("feed", "one")) for source in all_])
        await database.run(sources.announce, "s0", announced, line.now, "always")
        crew = crew_of(database, fetcher, line, uplink, all_)
        line.cut = True
        for waiting in await database.run(claim_entries, line.now, 9, "w"):
            await crew.pipeline.read(waiting)
        await crew.pump()

        entries = schema.entries.c
        rows = await database.run(lambda conn: conn.execute(select(entries.tries, entries.wake_at)).all())
        assert {row.tries for row in rows} == {0}  # also of the one that failed before two domains had
        soon = line.now + timedelta(seconds=OFFLINE_S)
        assert {row.wake_at for row in rows} == {soon}


async def test_a_program_started_anew_each_hour_of_an_outage_gives_up_nothing(database: Database) -> None:
    """Each start has to find out that the line is down, by the first that fail; a 404 before that counts all the same."""
    line, tried = Line(), select(schema.entries.c.tries, schema.entries.c.state)
    async with BadServer({"/feed": FEED, "/one": then_close(answer(404))}) as server:
        all_ = watched(server, 3)
        await database.run(sources.sync, all_, line.now)
        announced = keyed([Entry(source.url.replace("feed", "one")) for source in all_])
        await database.run(sources.announce, "s0", announced, line.now, "always")
        for hour in range(9):
            line.cut, line.now = hour > 0, START + timedelta(hours=hour)
            uplink = Uplink(line.time, 2, WATCHED)
            async with Fetcher(SETTINGS, now=line.time, resolve=line.resolve, uplink=uplink) as fetcher:
                pipeline = crew_of(database, fetcher, line, uplink, all_).pipeline
                around = Surroundings(pipeline, Membership(database, line.time, worker="w"))
                for waiting in await database.run(claim_entries, line.now, 9, "w"):
                    await pipeline.read(waiting)
                await around.heed([])
            rows = await database.run(lambda conn: conn.execute(tried).all())
            assert set(rows) == {(1, "waiting")}, hour


async def test_one_of_many_that_is_dead_is_at_fault_itself(database: Database) -> None:
    line = Line()
    line.dead = {f"www.site{n}.com" for n in range(4)}
    uplink = Uplink(line.time, watched=WATCHED)
    async with (
        BadServer({"/feed": FEED}) as server,
        Fetcher(SETTINGS, now=line.time, resolve=line.resolve, uplink=uplink) as fetcher,
    ):
        for source in watched(server, 6):
            await fetcher.get(source.url)
        failed = await fetcher.get(watched(server, 1)[0].url)
    assert isinstance(failed, Failure)
    assert (failed.kind, failed.message) == ("hard", "fetch: unknown host www.site0.com")


async def test_where_no_source_is_due_an_article_that_waits_tells_that_the_line_is_back(
    database: Database,
) -> None:
    line = Line()
    uplink = Uplink(line.time, 2, WATCHED)
    async with (
        BadServer({"/one": then_close(answer(404))}) as server,
        Fetcher(SETTINGS, now=line.time, resolve=line.resolve, uplink=uplink) as fetcher,
    ):
        all_ = [replace(source, cron="0 8 * * *") for source in watched(server, 2)]
        await database.run(sources.sync, all_, line.now)
        await database.run(
            lambda conn: conn.execute(update(schema.sources).values(next_at=START + timedelta(days=1)))
        )
        announced = keyed([Entry(source.url.replace("feed", "one")) for source in all_])
        await database.run(sources.announce, "s0", announced, line.now, "always")
        crew = crew_of(database, fetcher, line, uplink, all_)
        line.cut = True
        await crew.until_idle()
        assert uplink.down

        line.cut = False
        line.now += timedelta(seconds=OFFLINE_S + 60)
        crew._probed = float("-inf")
        await crew.until_idle()
        assert (uplink.down, server.times("/one")) == (False, 2)


async def test_the_line_is_not_down_where_somebody_answered_while_others_were_tried() -> None:
    line, answered = Line(), asyncio.Event()
    uplink = Uplink(line.time, 2, WATCHED)

    async def resolve(host: str) -> tuple[str, ...]:
        if host == "www.site0.com":
            return ("127.0.0.1",)
        await answered.wait()
        raise Unreachable("temporary", f"no name server answers for {host}", unreached=True)

    async with (
        BadServer({"/feed": FEED}) as server,
        Fetcher(SETTINGS, now=line.time, resolve=resolve, uplink=uplink) as fetcher,
    ):
        urls = [source.url for source in watched(server, 5)]
        slow = [asyncio.create_task(fetcher.get(url)) for url in urls[1:]]
        await asyncio.sleep(0)
        assert isinstance(await fetcher.get(urls[0]), Page)
        answered.set()
        kinds = {came.kind for task in slow if isinstance(came := await task, Failure)}
        assert (kinds, uplink.down) == ({"temporary"}, False)
        for url in urls[1:]:
            await fetcher.get(url)
        assert uplink.down


async def test_rules_that_nobody_could_be_asked_for_are_asked_for_when_their_source_is() -> None:
    line, clock = Line(cut=True), [0.0]
    settings = FetchSettings(min_delay_s=0, allow_networks=("127.0.0.0/8",))
    uplink = Uplink(line.time, 1, WATCHED)
    async with (
        BadServer({"/feed": FEED}) as server,
        Fetcher(settings, clock=lambda: clock[0], resolve=line.resolve, uplink=uplink) as fetcher,
    ):
        url = watched(server, 1)[0].url
        failed = await fetcher.get(url)
        assert isinstance(failed, Failure)
        assert failed.kind == "offline"
        line.cut = False
        clock[0] += 0.9 * OFFLINE_S
        assert isinstance(await fetcher.get(url), Page)


async def test_who_watches_nobody_is_told_each_fault_by_its_own_name() -> None:
    line = Line(cut=True)
    async with BadServer({}) as server, Fetcher(SETTINGS, now=line.time, resolve=line.resolve) as fetcher:
        came = [await fetcher.get(source.url) for source in watched(server, 7)]
    assert {failed.kind for failed in came if isinstance(failed, Failure)} == {"hard"}


@pytest.mark.parametrize("robots", [False, True])
async def test_who_answers_again_is_asked_at_once_also_for_its_rules(robots: bool) -> None:
    line = Line(cut=True)
    settings = FetchSettings(min_delay_s=0, robots=robots, allow_networks=("127.0.0.0/8",))
    uplink = Uplink(line.time, 3, WATCHED)
    async with (
        BadServer({"/feed": FEED}) as server,
        Fetcher(settings, now=line.time, resolve=line.resolve, uplink=uplink) as fetcher,
    ):
        urls = [source.url for source in watched(server, 4)]
        kinds = [came.kind for url in urls if isinstance(came := await fetcher.get(url), Failure)]
        assert kinds == ["hard", "hard", "offline", "offline"]
        line.cut = False
        fresh = urls[0].replace("site0", "site9")
        for url in [fresh, *urls]:
            assert isinstance(await fetcher.get(url), Page)


def test_who_is_not_reached_while_others_answer_or_is_not_watched_says_nothing_of_the_line() -> None:
    watched = domains(["http://one.com/", "http://two.com/", "http://10.0.0.5:8080/", "http://[2a00::1]/"])
    assert watched == {"one.com", "two.com"}
    uplink = Uplink(lambda: START, 2, watched)
    uplink.answered("one.com")
    for site in ("one.com", "two.com"):
        uplink.unreached(site, 0)  # begun before somebody answered, as what takes 20 s to fail often is
    for n in range(9):
        uplink.unreached(f"nobody{n}.com", 1)  # what a hostile page links to
    assert not uplink.down
    uplink.unreached("one.com", 1)
    uplink.unreached("www.two.com:8080", 1)
    assert uplink.down


def test_the_message_says_what_is_wrong_first() -> None:
    assert OFFLINE.startswith("fetch: ")  # the stage that `errors` shows


def test_a_line_is_up_once_one_has_answered_though_others_have_yet_to_be_asked_again(
    database: Database,
) -> None:
    """What failed while it was down says so until its own next turn."""
    database.call(sources.sync, [Source(name, "A", "feed", f"http://{name}.com/") for name in "ab"], START)

    def put(name: str, **values: object) -> None:
        database.call(
            lambda conn: (
                conn.execute(update(schema.sources).where(schema.sources.c.id == name).values(values))
                and None
            )
        )

    put("a", failures=0.25, error=f"{OFFLINE}, lastly: no route", polled_at=START)
    put("b", polled_at=START - timedelta(hours=1), succeeded_at=START - timedelta(hours=1))
    assert database.read(outage.offline_since) == START - timedelta(hours=1)
    put("b", polled_at=START + timedelta(minutes=1), succeeded_at=START + timedelta(minutes=1))
    assert database.read(outage.offline_since) is None
