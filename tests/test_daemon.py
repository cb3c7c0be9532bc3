"""`forumwatch run` as a user runs it: news while it runs, a stop, a kill, a second daemon."""

import asyncio
import os
import pty
import resource
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

import forked
import pytest
from newsroom import LIMIT_S, Newsroom, ask, config_for, filler, forumwatch, start, start_anew, within
from sqlalchemy import select, update

from crawler import compose
from crawler.commands.light import FILES
from crawler.config import load_config
from crawler.crew import GRACE_S, Crew
from crawler.daemon import run_until_stopped, stop_signals
from storage import schema
from storage.database import Database

STOP_S = 5


def delete(folder: Path) -> None:
    for part in folder.glob("watch.db*"):
        part.unlink()


async def until_stored(config: Path, wanted: int) -> list[str]:
    """The addresses stored, once there are `wanted` of them; to ask the program for them each time would slow it."""
    ends = time.monotonic() + LIMIT_S
    while stored(config.with_name("watch.db")) < wanted and time.monotonic() < ends:  # noqa: ASYNC110  nobody tells
        await asyncio.sleep(0.03)
    ended = ask("--config", config, "articles", "--limit", "0", "--format", "json")
    return [row["url"] for row in ended.rows]


def stored(path: Path) -> int:
    """How many articles are in a store, of which there may be nothing yet."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as looking:
            return int(looking.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


async def until_asked(site: Newsroom, more: int) -> None:
    """Wait until the daemon has asked a site so many times more."""
    wanted = site.asked.total() + more
    async with asyncio.timeout(LIMIT_S):
        while True:
            if site.asked.total() >= wanted:
                return
            await asyncio.sleep(0.01)


def let_ten_seconds_pass(folder: Path, config: Path) -> None:
    """Prove that every source waits ten seconds for its next poll, and end the wait."""
    for row in ask("--config", config, "sources", "list", "--format", "json").rows:
        polled, following = (datetime.fromisoformat(row[name]) for name in ("polled_at", "next_at"))
        assert abs(following - polled - timedelta(seconds=10)) <= timedelta(seconds=0.5)
    with Database(f"sqlite:///{folder / 'watch.db'}") as db:
        db.call(lambda conn: conn.execute(update(schema.sources).values(next_at=datetime.now(UTC))))


async def test_news_published_while_it_runs_arrives_once_and_a_stop_takes_under_five_seconds(tmp_path: Path):
    async with Newsroom() as one, Newsroom() as two:
        for site in (one, two):
            for number in range(3):
                site.publish(f"old-{number}", f"Old story {number}", *filler(number + 10 * site.server.port))
        sources = [{"id": f"s{i}", "url": s.url(), "every": "10s"} for i, s in enumerate((one, two))]
        config = config_for(tmp_path, sources)
        daemon = await start_anew("--config", config, "run", "--no-web")
        assert len(await until_stored(config, 6)) == 6
        for site in (one, two):
            for number in range(3):
                site.publish(f"new-{number}", f"New story {number}", *filler(number + 20 * site.server.port))
        let_ten_seconds_pass(tmp_path, config)
        urls = await until_stored(config, 12)
        assert (len(urls), len(set(urls))) == (12, 12)
        daemon.send_signal(signal.SIGTERM)
        await within(STOP_S, daemon.communicate())
        assert daemon.returncode == 0
        assert (
            max(n for path, n in (one.asked + two.asked).items() if path.startswith("/2025/")) <= 2
        )  # one a site


async def test_a_stop_waits_for_no_page_that_waits_for_its_turn_and_gives_it_back(tmp_path: Path):
    async with Newsroom() as site:
        for number in range(8):
            site.publish(f"story-{number}", f"Story {number}", *filler(number))
        hourly = {"min_delay": "1h", "robots": False, "allow_networks": ["127.0.0.0/8"]}
        config = load_config(config_for(tmp_path, [{"id": "ledger", "url": site.url()}], fetch=hourly))
        with Database(config.database) as db:
            async with (
                asyncio.timeout(LIMIT_S),
                compose.assembled(config, compose.watchlist_of(config), db) as pipeline,
            ):
                crew = Crew(pipeline)
                while not crew.tally.visits or not crew.busy:
                    await crew.pump()
                    await asyncio.sleep(0.01)
                await crew.stop(3600)
            states = db.read(
                lambda conn: conn.execute(select(schema.entries.c.state, schema.entries.c.leased_by)).all()
            )
            assert list(states) == [("waiting", None)] * 8
    assert site.asked == {"/feed": 1}


async def test_what_a_stop_waits_is_counted_from_its_signal_not_from_when_the_loop_hears_of_it():
    with stop_signals() as stopped:
        assert stopped.grace_s() == GRACE_S
        signal.raise_signal(signal.SIGTERM)
        assert stopped.wished_at is not None
        assert not stopped.is_set()
        stopped.wished_at -= GRACE_S - 1
        assert 0 <= stopped.grace_s() <= 1
        stopped.wished_at -= 1
        assert stopped.grace_s() == 0
        async with asyncio.timeout(LIMIT_S):
            await stopped.wait()


HUNG_UP = """
import asyncio, os, signal, sys
from crawler.daemon import run_until_stopped, stop_signals

async def told():
    with stop_signals() as stopped:
        signal.raise_signal(signal.SIGHUP)
        await asyncio.sleep(0.1)  # the loop hears of a signal through a socket
        return stopped.is_set()

how, terminal = sys.argv[1:]
if how != "service":
    os.open(terminal, os.O_RDWR)  # the first that a session opens is its own
signal.signal(signal.SIGHUP, signal.SIG_IGN if how == "nohup" else signal.SIG_DFL)  # whatever the tests were given
print("stopped" if asyncio.run(told()) else "goes on")
"""


def hung_up(how: str) -> str:
    """What a program says that a SIGHUP reaches, in a session of its own."""
    ours, its = pty.openpty()
    try:
        ended = forked.run(replace(forked.script(HUNG_UP, how, os.ttyname(its)), session=True))
    finally:
        os.close(its)
        os.close(ours)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.mark.parametrize(("how", "said"), [("closed", "stopped\n"), ("nohup", "goes on\n")])
def test_a_closed_terminal_stops_it_as_ctrl_c_does_unless_nobody_is_to_hear_of_it(how: str, said: str):
    assert hung_up(how) == said


def test_a_service_is_not_ended_by_who_rotates_its_log():
    """It would end well, which no service manager mends: nobody watched from then on."""
    said = hung_up("service")
    assert "SIGHUP ends nothing" in said
    assert said.endswith("goes on\n")


@pytest.mark.slow
async def test_a_kill_in_the_middle_loses_nothing_and_repeats_nothing(tmp_path: Path):
    async with Newsroom() as site:
        for number in range(120):
            site.publish(f"story-{number}", f"Story number {number}", *filler(number))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        for pages in (5, 40, 40):
            daemon = await start("--config", config, "run", "--no-web")
            await until_asked(site, pages)
            daemon.kill()
            await daemon.communicate()
        assert 0 < len(await until_stored(config, 0)) < 120
        daemon = await start("--config", config, "run", "--no-web")
        urls = await until_stored(config, 120)
        daemon.terminate()
        await daemon.communicate()
    assert (len(urls), len(set(urls))) == (120, 120)
    check = ask("--config", config, "db", "check")
    assert (check.code, check.out) == (0, "the store is sound\n")


@pytest.fixture
def full() -> Iterator[IO[bytes]]:
    """A disk without room."""
    with Path("/dev/full").open("wb", buffering=0) as file:
        yield file


async def test_who_cannot_write_its_log_crawls_all_the_same(tmp_path: Path, full: IO[bytes]):
    async with Newsroom() as site:
        site.publish("story", "A story", *filler(1))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        daemon = await start("--config", config, "run", "--no-web", stderr=full)
        try:
            assert len(await until_stored(config, 1)) == 1
        finally:
            daemon.terminate()
            await daemon.communicate()
    assert daemon.returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux tells of another process")
async def test_it_opens_more_files_than_the_system_grants_unasked(tmp_path: Path):
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = FILES if before[1] == resource.RLIM_INFINITY else min(FILES, before[1])
    async with Newsroom() as site:
        site.publish("story", "A story", *filler(1))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, before[1]))
        try:
            daemon = await start_anew("--config", config, "run", "--no-web")
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, before)
        try:
            assert len(await until_stored(config, 1)) == 1
            assert resource.prlimit(daemon.pid, resource.RLIMIT_NOFILE)[0] == most
        finally:
            daemon.terminate()
            await daemon.communicate()


async def test_a_second_daemon_on_one_file_says_so_and_ends(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("story", "A story", *filler(1))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        daemon = await start("--config", config, "run", "--no-web")
        try:
            assert len(await until_stored(config, 1)) == 1  # it is the first, whatever else the machine does
            second = await forumwatch("--config", config, "once")
            assert second.code == 4
            assert "another forumwatch is crawling" in second.err
        finally:
            daemon.terminate()
            await daemon.communicate()
    assert daemon.returncode == 0


async def test_a_store_that_is_deleted_under_the_daemon_ends_it(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("story", "A story", *filler(1))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        daemon = await start("--config", config, "run", "--no-web")
        assert len(await until_stored(config, 1)) == 1
        delete(tmp_path)
        _, err = await within(STOP_S, daemon.communicate())
    assert daemon.returncode == 4
    assert b"was deleted or replaced" in err


async def test_a_store_that_another_program_holds_does_not_keep_the_daemon_from_stopping(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("story", "A story", *filler(1))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url(), "every": "10s"}])
        daemon = await start("--config", config, "run", "--no-web")
        assert len(await until_stored(config, 1)) == 1
        with closing(sqlite3.connect(tmp_path / "watch.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(1.5)  # a tick waits for the lock
            daemon.terminate()
            await within(STOP_S, daemon.communicate())
    assert daemon.returncode == 0


async def test_a_stop_is_heard_at_the_start_too_where_another_program_holds_the_store(tmp_path: Path):
    config = config_for(tmp_path, [{"id": "ledger", "url": "http://127.0.0.1:9/feed"}])
    Database(load_config(config).database).close()
    with closing(sqlite3.connect(tmp_path / "watch.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        daemon = await start("--config", config, "run", "--no-web")
        async with asyncio.timeout(LIMIT_S):
            while not (tmp_path / "watch.db.lock").exists():  # noqa: ASYNC110  nobody tells
                await asyncio.sleep(0.05)
        daemon.terminate()
        await within(STOP_S, daemon.communicate())
    assert daemon.returncode == 0


async def test_a_stop_is_heard_while_the_first_tick_waits_for_the_store(tmp_path: Path):
    said = load_config(config_for(tmp_path, [{"id": "ledger", "url": "http://127.0.0.1:9/feed"}]))
    with Database(said.database) as db:
        async with compose.assembled(said, compose.watchlist_of(said), db) as pipeline:
            with closing(sqlite3.connect(tmp_path / "watch.db", isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                running = asyncio.create_task(run_until_stopped(Crew(pipeline)))
                await asyncio.sleep(0.3)  # the tick begins at once
                os.kill(os.getpid(), signal.SIGTERM)
                await within(STOP_S, running)
