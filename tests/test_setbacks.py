"""Steps that the store refuses to take down, as on a full disk: nobody is blamed, and all is done once there is room."""

from __future__ import annotations

import asyncio
import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from newsroom import filler
from sqlalchemy import Connection, select
from storesamples import MINUTE, NOW, announce, source, with_sources
from structlog.testing import capture_logs
from webdesk import client

from crawler.crew import Crew
from crawler.flag import load_watchlist
from crawler.pipeline import Pipeline
from crawler.retries import TRIES
from crawler.sure import sure
from storage import schema
from storage.database import Database, StoreError
from storage.records import UNSTORED, Page
from storage.reports import standing as reports

LIMIT_S = 120


class Site:
    """A feed with so many items, and articles."""

    def __init__(self, items: int = 0) -> None:
        said = "".join(
            f"<item><title>{n}</title><link>http://a.example/{n}</link><description>{' '.join(filler(n))[:900]}"
            "</description></item>"
            for n in range(items)
        )
        self.feed = f"<rss version='2.0'><channel><title>A</title>{said}</channel></rss>".encode()

    async def get(self, url: str, **wish: object) -> Page:
        if url.endswith("/feed"):
            return Page(url, url, 200, self.feed, NOW, {"content-type": "application/rss+xml"})
        words = "".join(f"<p>{said}</p>" for number in range(60) for said in filler(number))
        html = f"<title>A bridge is opened</title><article><h1>A bridge is opened</h1>{words}</article>"
        return Page(url, url, 200, html.encode(), NOW, {"content-type": "text/html"})


def room_for(pages: int, conn: Connection) -> None:
    """Let the store's file grow by no more than so many pages."""
    size = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
    conn.exec_driver_sql(f"PRAGMA max_page_count = {size + pages}")


async def settled(crew: Crew) -> None:
    """Pump, until what was begun has ended."""
    async with asyncio.timeout(LIMIT_S):
        await crew.pump()
    await ended(crew)


async def ended(crew: Crew) -> None:
    """Wait for what was begun."""
    async with asyncio.timeout(LIMIT_S):
        while True:
            if not crew.busy:
                break
            await asyncio.sleep(0.01)


async def test_an_article_that_found_no_room_is_stored_soon_after_there_is_some(tmp_path: Path) -> None:
    entries, times = schema.entries.c, [NOW]

    def of_entry(conn: Connection) -> tuple[str, int, datetime | None]:
        return tuple(conn.execute(select(entries.state, entries.tries, entries.wake_at)).one())  # type: ignore[return-value]

    with Database(f"sqlite:///{tmp_path}/store.db") as db:
        with_sources(db)
        announce(db, "http://a.example/1", at=NOW)
        pipeline = Pipeline(
            db, Site(), load_watchlist(watch=["gdec"]), {"a": source("a")}, now=lambda: times[-1]
        )
        crew = Crew(pipeline)
        db.call(lambda conn: room_for(8, conn))
        for _ in range(TRIES["temporary"] + 1):
            await settled(crew)
            state, tries, wake_at = db.read(of_entry)
            assert (state, tries) == ("waiting", 0)
            assert wake_at is not None
            assert wake_at - times[-1] <= 5 * MINUTE
            times.append(wake_at)
        db.call(lambda conn: room_for(9999, conn))
        await settled(crew)
        assert db.read(of_entry)[:2] == ("read", 0)
        await crew.stop()


async def test_an_article_over_which_the_machine_could_open_no_file_has_lost_no_try(tmp_path: Path) -> None:
    entries = schema.entries.c

    class Exhausted(Site):
        """While an article comes, the last file that may be open is opened."""

        async def get(self, url: str, **wish: object) -> Page:
            if not url.endswith("/feed"):
                raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
            return await super().get(url, **wish)

    with Database(f"sqlite:///{tmp_path}/store.db") as db:
        with_sources(db)
        announce(db, "http://a.example/1", at=NOW)
        watchlist, polled = load_watchlist(watch=["gdec"]), {"a": source("a")}
        crew = Crew(Pipeline(db, Exhausted(), watchlist, polled, now=lambda: NOW))
        await settled(crew)
        await crew.stop()
        state, tries, wake_at = db.read(
            lambda conn: conn.execute(select(entries.state, entries.tries, entries.wake_at)).one()
        )
        assert (state, tries) == ("waiting", 0)
        assert NOW < wake_at <= NOW + 5 * MINUTE


async def test_a_failure_that_could_not_be_written_down_is_once_the_store_is_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine.dialects.BUSY_MS", 50)
    entries = schema.entries.c
    asked = select(entries.state, entries.tries, entries.leased_by, entries.wake_at, entries.message)
    with Database(f"sqlite:///{tmp_path}/store.db") as db:
        with_sources(db)
        announce(db, "http://a.example/1", at=NOW)
        held = sqlite3.connect(tmp_path / "store.db", isolation_level=None)

        class Locking(Site):
            """While an article is fetched, another program begins to hold the store."""

            async def get(self, url: str, **wish: object) -> Page:
                if not url.endswith("/feed"):
                    held.execute("BEGIN IMMEDIATE")
                return await super().get(url, **wish)

        pipeline = Pipeline(
            db, Locking(), load_watchlist(watch=["gdec"]), {"a": source("a")}, now=lambda: NOW
        )
        crew = Crew(pipeline)
        with suppress(StoreError):  # where the pump is not done with claiming yet
            await crew.pump()
        await ended(crew)
        assert db.read(lambda conn: conn.execute(asked).one()).leased_by is not None
        for _ in range(2):  # it stays owed
            with pytest.raises(StoreError):
                await crew.pump()
        held.execute("ROLLBACK")
        await settled(crew)
        state, tries, leased_by, wake_at, message = db.read(lambda conn: conn.execute(asked).one())
        assert (state, tries, leased_by) == ("waiting", 0, None)
        assert NOW < wake_at <= NOW + 5 * MINUTE  # not when the loan would have ended
        assert message.startswith(UNSTORED)
        held.close()
        await crew.stop()


async def test_who_asks_hears_at_once_that_the_store_takes_nothing_and_that_it_does_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine.dialects.BUSY_MS", 50)
    url = f"sqlite:///{tmp_path}/store.db"
    with Database(url) as db, db.lock_daemon(), Database(url) as other:
        with_sources(db)
        announce(db, "http://a.example/1", at=NOW)
        pipeline = Pipeline(db, Site(), load_watchlist(watch=["gdec"]), {"a": source("a")}, now=lambda: NOW)
        crew = Crew(pipeline)
        assert other.refused_since() is None
        held = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
        async with client(db) as asks:
            held.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError) as refused:
                await crew.pump()
            crew.report("tick", refused.value)  # as the daemon does
            assert other.refused_since() == NOW
            assert sure(reports.status_of(other, NOW))[0] == "doubt"
            health = await asks.get("/healthz")
            assert (health.status_code, health.json()["store"]) == (503, "refuses")
            told = (await asks.get("/metrics")).text
            assert "forumwatch_store_takes 0.0" in told
            assert "forumwatch_sure 0.0" in told
            assert "The store has taken nothing since 2026-11-01 08:00 UTC" in (await asks.get("/")).text

            held.execute("ROLLBACK")
            await settled(crew)
            assert (other.refused_since(), (await asks.get("/healthz")).status_code) == (None, 200)
            assert "forumwatch_store_takes 1.0" in (await asks.get("/metrics")).text
            assert sure(reports.status_of(other, NOW))[0] == "sound"
        held.close()
        await crew.stop()


def test_a_daemon_that_was_killed_over_a_full_disk_leaves_no_mark_to_the_next(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    with Database(url) as db, Database(url) as other:
        with db.lock_daemon():
            db.refuses(NOW)
        assert other.refused_since() is None
        db.refuses(NOW)  # as one that did not come to its end
        assert other.refused_since() == NOW
        with other.lock_daemon():
            assert other.refused_since() is None


REFUSING = {  # of one article, with the error that the database itself would have
    "sqlite": ("CREATE TRIGGER no BEFORE INSERT ON articles WHEN instr(NEW.url, '/7') BEGIN SELECT abs(-9223372036854775808); END",),
    "postgresql": (
        "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF strpos(NEW.url, '/7') > 0 THEN "
        "RAISE EXCEPTION 'row is too big' USING ERRCODE = '54000'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER no BEFORE INSERT ON articles FOR EACH ROW EXECUTE FUNCTION no()",
    ),
}  # fmt: skip


async def test_an_article_that_the_store_refuses_for_ever_is_given_up_in_the_end_and_all_others_stored(
    empty_url: Callable[[], str],
) -> None:
    entries, times = schema.entries.c, [NOW]
    with Database(empty_url()) as db:
        with_sources(db)
        announce(db, *(f"http://a.example/{number}" for number in (6, 7, 8)), at=NOW)
        for statement in REFUSING[db.dialect]:
            db.call(lambda conn, said=statement: conn.exec_driver_sql(said))
        pipeline = Pipeline(
            db, Site(), load_watchlist(watch=["gdec"]), {"a": source("a")}, now=lambda: times[-1]
        )
        crew = Crew(pipeline)
        asked = select(entries.tries, entries.wake_at).where(entries.url.endswith("/7"))
        for tries in range(1, TRIES["temporary"]):
            await settled(crew)
            assert db.refused_since() is None
            found, wake_at = db.read(lambda conn: conn.execute(asked).one())
            assert (found, reports.status_of(db, times[-1]).unstored) == (tries, 1)
            times.append(wake_at)
        await settled(crew)
        states = select(entries.url, entries.state).order_by(entries.id)
        ends = dict(db.read(lambda conn: list(map(tuple, conn.execute(states)))))
        assert list(ends.values()).count("read") == 2
        assert ends["http://a.example/7"] == "given_up"
        said = [error.message for error in db.read(reports.list_errors) if error.url.endswith("/7")]
        assert len(said) == TRIES["temporary"]
        assert all(each.startswith("read: the store did not take it: ") for each in said)
        await crew.stop()


async def test_what_can_never_be_recorded_keeps_no_other_from_being_read(tmp_path: Path) -> None:
    """As where another process took away what it hangs on: the store then refuses its record as well."""
    entries = schema.entries.c
    with Database(f"sqlite:///{tmp_path}/store.db") as db:
        with_sources(db)
        announce(db, "http://a.example/6", "http://a.example/7", at=NOW)
        db.call(
            lambda conn: conn.exec_driver_sql(
                "CREATE TRIGGER no BEFORE UPDATE ON entries WHEN instr(OLD.url, '/7') AND NEW.leased_by IS NULL "
                "BEGIN SELECT RAISE(ABORT, 'nothing to hang on'); END"
            )
        )
        watchlist = load_watchlist(watch=["gdec"])
        crew = Crew(Pipeline(db, Site(), watchlist, {"a": source("a")}, now=lambda: NOW))
        await settled(crew)
        announce(db, "http://a.example/8", at=NOW)
        await settled(crew)
        read = select(entries.url).where(entries.state == "read").order_by(entries.url)
        assert [url[-1] for url in db.read(lambda conn: conn.execute(read).scalars().all())] == ["6", "8"]


async def test_a_poll_that_found_no_room_is_made_again_soon_however_rarely_its_source_is_asked(
    tmp_path: Path,
) -> None:
    state = (schema.sources.c.next_at, schema.sources.c.succeeded_at)
    daily = source("a", every_s=24 * 3600)
    with Database(f"sqlite:///{tmp_path}/store.db") as db:
        with_sources(db)
        crew = Crew(Pipeline(db, Site(600), load_watchlist(watch=["gdec"]), {"a": daily}, now=lambda: NOW))
        db.call(lambda conn: room_for(8, conn))
        await settled(crew)
        next_at, succeeded_at = db.read(lambda conn: conn.execute(select(*state)).one())
        assert (succeeded_at, next_at <= NOW + 6 * MINUTE) == (None, True)
        await crew.stop()


def test_a_file_system_that_keeps_no_times_of_reading_casts_no_doubt(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path}/store.db") as db, db.lock_daemon():
        os.utime(tmp_path / "store.db.lock", ns=(0, 10**18))  # as such a one tells of every file
        assert db.refused_since() is None


def damage(path: Path, name: str) -> None:
    """Overwrite the first page of a table or an index, as a failing disk does."""
    with sqlite3.connect(path) as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = conn.execute("PRAGMA page_size").fetchone()
        (page,) = conn.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    conn.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


async def test_a_damaged_store_that_takes_nothing_at_all_is_told_of_and_logged_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    with Database(url) as db:
        with_sources(db)
    damage(tmp_path / "store.db", "ix_sources_due")
    with Database(url) as db, db.lock_daemon():
        pipeline = Pipeline(db, Site(), load_watchlist(watch=["gdec"]), {"a": source("a")}, now=lambda: NOW)
        crew = Crew(pipeline)
        with capture_logs() as logged:
            for _ in range(3):
                with pytest.raises(StoreError, match="malformed") as refused:
                    await crew.pump()
                crew.report("tick", refused.value)  # as the daemon does
        assert db.refused_since() == NOW
        assert [line["event"] for line in logged] == ["the store fails; trying again"]
        await crew.stop()
