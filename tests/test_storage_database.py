"""The store in use: transactions that group calls and keep them apart, locks, servers that end, and how it is closed."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing

import forked
import hurried
import pytest
from sqlalchemy import Engine, bindparam, event, make_url, text, update
from sqlalchemy.exc import OperationalError
from storesamples import NOW, add_source, with_sources

import storage.engine.daemons
import storage.engine.dialects
import storage.migrations
from storage import schema
from storage.articles import save as articles
from storage.database import Database, StoreError
from storage.engine.daemons import among_daemons
from storage.engine.dialects import ASKED, asked_of, parsed_url
from storage.engine.prepared import Prepared
from storage.engine.refusals import explained
from storage.reports import standing as reports
from storage.sources import state as sources


def ids(db: Database) -> list[str]:
    return [s.source_id for s in db.read(sources.statuses, NOW)]


async def test_calls_are_grouped_and_each_gets_its_own_result(database):
    names = [f"s{i:03}" for i in range(300)]
    assert await asyncio.gather(*(database.run(add_source, name) for name in names)) == names
    assert ids(database) == names


async def test_a_call_that_raises_loses_no_other_of_its_group(database):
    def broken(conn) -> None:
        add_source(conn, "half done")
        raise ValueError("mine")

    blocked = threading.Event()
    first = asyncio.ensure_future(database.run(lambda conn: blocked.wait() and None))
    calls = [database.run(broken) if i % 5 == 0 else database.run(add_source, f"s{i:02}") for i in range(20)]
    calls.append(database.run(add_source, "s01"))  # the database itself refuses this one
    waiting = asyncio.gather(*calls, return_exceptions=True)
    await asyncio.sleep(0.1)
    blocked.set()
    done = await waiting
    await first
    assert [type(r).__name__ for r in done if isinstance(r, Exception)] == ["ValueError"] * 4 + [
        "IntegrityError"
    ]
    assert ids(database) == [f"s{i:02}" for i in range(20) if i % 5]


def test_closing_finishes_what_was_handed_in(database_url):
    db = Database(database_url)
    handed = [db._work.call(lambda conn, i=i: add_source(conn, f"s{i:02}")) for i in range(50)]
    db.close()
    assert all(future.done() for future in handed)
    with Database(database_url) as again:
        assert len(ids(again)) == 50


class Mute(Exception):
    def __str__(self) -> str:
        raise ValueError("no words")


def trouble(cause: Exception) -> OperationalError:
    error = OperationalError("SELECT 1", {}, Exception())
    error.orig = cause
    return error


SHOCKS = {
    "an error without a word": (trouble(Exception("")), StoreError),
    "an error that cannot be told": (trouble(Mute()), ValueError),
    "a call that wants to end the program": (SystemExit(3), SystemExit),
}


@pytest.mark.parametrize(("shock", "told"), SHOCKS.values(), ids=SHOCKS)
def test_the_writer_survives(database, shock, told):
    def broken(conn) -> None:
        raise shock

    with pytest.raises(told):
        database._work.call(broken).result(60)
    assert database._work.call(lambda conn: add_source(conn, "after")).result(60) == "after"


def test_an_error_without_a_word_is_explained_by_its_name():
    assert explained(OperationalError("s", {}, sqlite3.Error("\n")), "store") == "store: Error"


def test_a_closed_store_answers_everybody(database_url):
    db = Database(database_url)
    db.close()
    db.close()
    with pytest.raises(StoreError, match="was closed"):
        db._work.call(lambda conn: None).result(60)


def test_closing_waits_no_longer_for_a_locked_store_than_it_is_told(database_url):
    freed, held = threading.Event(), threading.Event()

    def hold(conn) -> None:
        held.set()
        freed.wait()

    with Database(database_url) as other:
        holding = other._work.call(hold)
        held.wait()
        with Database(database_url) as db:
            handed = [db._work.call(lambda conn: add_source(conn, "first"))]
            while not db._work._under_way:
                time.sleep(0.01)
            handed += [db._work.call(lambda conn, i=i: add_source(conn, f"s{i}")) for i in range(3)]
            db.close(0.2)  # what it waits for is held until it is back
            for future in handed:
                with pytest.raises(StoreError, match=r"closed after 0\.2 s"):
                    future.result(60)
        freed.set()
        holding.result()
        db._work._thread.join(120)
        assert not db._work._thread.is_alive()


async def test_a_cancelled_caller_stops_nobody(database):
    blocked = threading.Event()
    first = asyncio.ensure_future(database.run(lambda conn: blocked.wait() and None))
    lost = asyncio.ensure_future(database.run(add_source, "lost"))
    kept = asyncio.ensure_future(database.run(add_source, "kept"))
    await asyncio.sleep(0.05)
    lost.cancel()
    await asyncio.sleep(0.05)
    blocked.set()
    assert await kept == "kept"
    await first
    assert "kept" in ids(database)  # the other was done or not done, never half done


def test_a_reader_cannot_write(database):
    with pytest.raises(Exception, match=r"(?i)readonly|read-only|may not be written"):
        database.read(add_source, "x")
    assert ids(database) == []


@pytest.mark.postgres
def test_a_question_asked_often_is_planned_for_what_it_asks_unless_it_says_that_it_is_prepared(
    postgres_server,
):
    with Database(postgres_server.new_database()) as db:
        for _ in range(20):
            db.read(reports.status, NOW)
            db.read(lambda conn: articles.list_articles(conn, query='"digital economy"', limit=5))
        plans = text(  # what asks for nothing has one plan in any case
            "SELECT statement FROM pg_prepared_statements WHERE cardinality(parameter_types) > 0"
        )
        prepared = db.read(lambda conn: conn.execute(plans).scalars().all())
    assert len(prepared) == 1  # that of the search, for the latest articles or else for all
    assert "article_words" in prepared[0]


def test_whoever_reads_on_while_the_store_is_closed_leaves_no_connection_open(empty_url):
    held, closed, ended = [], threading.Event(), threading.Event()

    def reads(conn) -> int | None:
        held.append(conn.connection.driver_connection)
        begun.set()
        assert closed.wait(60)
        return conn.execute(text("SELECT 1")).scalar()

    db = Database(empty_url())
    begun = threading.Event()
    thread = threading.Thread(target=lambda: (db.read(reads), ended.set()))
    thread.start()
    assert begun.wait(60)
    db.close()
    closed.set()
    thread.join()
    assert ended.is_set()
    if hasattr(held[0], "closed"):
        assert held[0].closed
    else:
        with pytest.raises(sqlite3.ProgrammingError):
            held[0].execute("SELECT 1")


def test_a_reader_sees_one_moment_however_often_it_asks(database):
    with_sources(database, "a")

    def ask(conn) -> tuple[int, int]:
        before = len(sources.statuses(conn, NOW))
        database.call(add_source, "b")
        return before, len(sources.statuses(conn, NOW))

    assert database.read(ask) == (1, 1)
    assert ids(database) == ["a", "b"]


def test_two_writers_take_turns_and_lose_no_update(database, database_url):
    def count_up() -> None:
        with Database(database_url) as own:
            for _ in range(40):
                own.call(up)

    def up(conn) -> None:
        held = conn.execute(text("SELECT position FROM cursors")).scalar_one()
        conn.execute(text("UPDATE cursors SET position = :next"), {"next": held + 1})

    row = {"name": "n", "position": 0, "moved_at": NOW}
    database.call(lambda conn: conn.execute(schema.cursors.insert(), row) and None)
    threads = [threading.Thread(target=count_up) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    held = database.read(lambda conn: conn.execute(text("SELECT position FROM cursors")).scalar_one())
    assert held == 120


def test_a_store_locked_by_somebody_else_is_an_error_for_every_caller_and_heals(database_url, monkeypatch):
    monkeypatch.setattr("storage.engine.dialects.BUSY_MS", 50)
    with Database(database_url) as one, Database(database_url) as two:
        blocked, held = threading.Event(), threading.Event()

        def hold(conn) -> None:
            held.set()
            blocked.wait()

        holding = one._work.call(hold)
        held.wait()
        handed = [two._work.call(lambda conn, i=i: add_source(conn, f"s{i}")) for i in range(20)]
        for future in handed:
            with pytest.raises(StoreError, match="another program has held it locked"):
                future.result(60)
        blocked.set()
        holding.result()
        assert two.call(add_source, "after") == "after"


@pytest.mark.postgres
def test_a_server_that_restarts_costs_no_more_than_the_calls_of_that_moment(postgres_server):
    with Database(postgres_server.new_database()) as db:
        db.call(add_source, "before")
        postgres_server.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname LIKE 't%'"
        )
        assert db.call(add_source, "after") == "after"
        assert ids(db) == ["after", "before"]


@pytest.mark.postgres
def test_readers_open_connections_anew_that_the_server_has_ended(postgres_server):
    with Database(postgres_server.new_database()) as db:
        pids = [db.read(_backend)]
        for _ in range(3):
            assert db.read(_backend) == pids[-1]
            postgres_server.execute(f"SELECT pg_terminate_backend({pids[-1]}, 5000)")
            pids.append(db.read(_backend))
        assert len(set(pids)) == 4


RENAMED = Prepared(
    update(schema.sources).values(name=bindparam("told"))
)  # it goes past SQLAlchemy's own handling


@pytest.mark.postgres
@pytest.mark.parametrize(
    "refused", [lambda conn: add_source(conn, "meanwhile"), lambda conn: RENAMED.run(conn, {"told": "x"})]
)
def test_who_was_led_to_a_server_that_lets_only_read_is_led_on_as_soon_as_there_is_another(
    postgres_server, refused
):
    url = postgres_server.new_database()
    name = make_url(url).database
    with Database(url) as db:
        db.call(add_source, "before")
        postgres_server.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        ended = f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"
        postgres_server.execute(ended)
        stale = db.read(_backend)
        with pytest.raises(StoreError, match="lets only read, as a standby does"):
            db.call(refused)
        # what connects from now on may write, as behind an address that leads to the new server
        postgres_server.execute(f"ALTER DATABASE {name} RESET default_transaction_read_only")
        assert db.call(add_source, "after") == "after"
        assert db.read(_backend) != stale
        assert ids(db) == ["after", "before"]


def _backend(conn):
    return conn.exec_driver_sql("SELECT pg_backend_pid()").scalar()


def test_one_daemon_at_a_time_lives_on_a_sqlite_file(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    script = (
        "import sys; from storage.database import Database\n"
        "with Database(sys.argv[1]) as db, db.lock_daemon(): print('locked', flush=True); sys.stdin.read()"
    )
    with Database(url) as db:
        other = forked.Popen(forked.script(script, url), stdin=forked.PIPE, stdout=forked.PIPE)
        assert other.stdout.readline() == "locked\n"
        (tmp_path / "link.db").symlink_to(tmp_path / "store.db")
        for name in ("store.db", "link.db"):
            with (
                Database(f"sqlite:///{tmp_path / name}") as same,
                pytest.raises(StoreError, match="another forumwatch is crawling"),
                same.lock_daemon(),
            ):
                pass
        other.kill()
        other.communicate()
        told = []
        with db.lock_daemon(lambda conn: told.append("alone")):
            assert told == ["alone"]


def test_a_lock_that_cannot_be_taken_is_told_in_a_sentence(tmp_path):
    (tmp_path / "store.db.lock").mkdir()
    with (
        Database(f"sqlite:///{tmp_path / 'store.db'}") as db,
        pytest.raises(StoreError, match=r"store\.db\.lock cannot be locked .*let this user write to it"),
        db.lock_daemon(),
    ):
        pass


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make what another user owns")
def test_a_crawl_by_root_leaves_the_lock_to_the_owner_of_the_store(tmp_path):
    """Else the service, which is not root, could not start any more."""
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        os.chown(tmp_path / "store.db", 65534, 65534)
        with db.lock_daemon():
            pass
    lock = (tmp_path / "store.db.lock").stat()
    assert (lock.st_uid, lock.st_gid) == (65534, 65534)


@pytest.mark.postgres
def test_of_daemons_that_share_a_store_the_first_is_told_that_it_is_alone(postgres_server):
    url = postgres_server.new_database()
    script = (
        "import sys; from storage.database import Database\n"
        "with Database(sys.argv[1]) as db, db.lock_daemon(lambda conn: print('alone')):\n"
        "    print('joined', flush=True); sys.stdin.read()"
    )
    with Database(url) as db:
        told = []
        for said in (
            ["alone\n", "joined\n"],
            ["alone\n", "joined\n"],
        ):  # once more after the death of the first
            other = forked.Popen(forked.script(script, url), stdin=forked.PIPE, stdout=forked.PIPE)
            assert [other.stdout.readline() for _ in said] == said
            with db.lock_daemon(lambda conn: told.append("alone")):
                pass
            assert told == []
            other.kill()
            other.communicate()
            ends = time.monotonic() + 120
            while not told and time.monotonic() < ends:  # the server learns of it in a moment
                with db.lock_daemon(lambda conn: told.append("alone")):
                    pass
            assert told.pop() == "alone"


@pytest.mark.postgres
def test_a_daemon_whose_connection_was_cut_counts_as_one_again(postgres_server):
    """By a restart of the server, or a firewall: else the next one would take what it has on loan for a dead one's."""
    store = postgres_server.new_database()
    url, told = parsed_url(store, create=True), []
    holders = (
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database "
        f"WHERE datname = current_database()) AND objid = {storage.engine.daemons.DAEMON_KEY & 0xFFFFFFFF}"
    )
    with Database(store) as db, among_daemons(url, lambda: told.append("first"), says_s=0.05):

        def counted() -> set[int]:
            return set(db.read(lambda conn: conn.exec_driver_sql(holders).scalars().all()))

        for _ in range(2):
            (before,) = counted()
            db.read(
                lambda conn, pid=before: conn.exec_driver_sql(f"SELECT pg_terminate_backend({pid})").all()
            )
            ends = time.monotonic() + 60
            while not (counted() - {before}) and time.monotonic() < ends:
                time.sleep(0.02)
        with among_daemons(url, lambda: told.append("second")):
            assert len(counted()) == 2
    assert told == ["first"]


@pytest.mark.postgres
def test_who_asks_whether_it_is_alone_keeps_its_session_until_it_is_counted(postgres_server):
    """Between two transactions a pooler may hand on the session that holds the lock, and the daemon waits for itself."""
    sessions = (
        "SELECT mode, state FROM pg_stat_activity JOIN pg_locks USING (pid) "
        f"WHERE locktype = 'advisory' AND objid = {storage.engine.daemons.DAEMON_KEY & 0xFFFFFFFF}"
    )
    told = []
    alone = lambda conn: told.extend(conn.exec_driver_sql(sessions))  # noqa: E731
    with Database(postgres_server.new_database()) as db, db.lock_daemon(alone):
        told += db.read(lambda conn: conn.exec_driver_sql(sessions).all())
    assert told == [("ExclusiveLock", "idle in transaction"), ("ShareLock", "idle")]


@pytest.mark.postgres
def test_the_server_asks_after_a_daemon_of_which_it_hears_nothing(postgres_server):
    """A machine that lost its power would be counted for two hours, by which no store could be upgraded."""
    asked = "SELECT name FROM pg_settings WHERE source = 'session' AND starts_with(name, 'tcp_keep')"
    opened = []
    keep = lambda connection, record: opened.append(connection)  # noqa: E731
    event.listen(Engine, "connect", keep)
    try:
        store = postgres_server.new_database()
        with among_daemons(parsed_url(store, create=False), lambda: None):
            (found,) = [each.execute(asked).fetchall() for each in opened]
        with Database(store) as db:  # a writer, by which one that stood still knows that it was away
            assert db.call(lambda conn: len(conn.exec_driver_sql(asked).all())) == 3
    finally:
        event.remove(Engine, "connect", keep)
    assert len(found) == 3


def test_a_sqlite_store_survives_kill_9_and_is_read_while_it_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(storage.engine.dialects, "_set_up_sqlite", hurried.as_shipped)
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        modes = {p: db.call(lambda c, p=p: c.exec_driver_sql(f"PRAGMA {p}").scalar()) for p in PRAGMAS}
    assert modes == PRAGMAS


def test_the_log_of_a_file_shrinks_again_once_a_long_reader_has_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(storage.engine.dialects, "LOG_BYTES", 100_000)
    log = tmp_path / "store.db-wal"
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        db.call(lambda conn: conn.exec_driver_sql("CREATE TABLE much (text TEXT)"))

        def write() -> None:
            for _ in range(40):
                db.call(lambda conn: conn.exec_driver_sql("INSERT INTO much VALUES (hex(randomblob(50000)))"))

        with closing(sqlite3.connect(tmp_path / "store.db", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM much").fetchone()
            write()
            write()
            assert log.stat().st_size > 8_000_000
        write()
        write()
        assert log.stat().st_size < 5_000_000


PRAGMAS = {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 30_000}


def test_who_works_on_a_file_loads_nothing_of_postgresql(tmp_path):
    code = (
        "import sys, crawler.commands.crawl\n"
        "from storage.database import Database\n"
        f"with Database('sqlite:///{tmp_path}/store.db') as db:\n"
        "    print(db.is_new, sorted(name for name in sys.modules if 'postgres' in name))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True []\n"


def test_what_the_address_of_a_server_says_of_the_connection_goes_before_what_is_asked_else():
    url = make_url("postgresql+psycopg://watch@db.example/news?connect_timeout=3&client_encoding=latin1")
    assert asked_of(url) == {name: value for name, value in ASKED.items() if name != "connect_timeout"}
