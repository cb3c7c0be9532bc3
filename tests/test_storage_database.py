"""The store as a whole: opened, refused, upgraded; transactions that group calls and keep them apart."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.exc import OperationalError
from storesamples import NOW, source, with_sources

import storage.dialects
import storage.migrations
from storage import articles, entries, fulltext, reports, schema, sources
from storage.database import REVISIONS, Database, StoreError, StoreMissing, upgrade
from storage.dialects import engines, explained, parsed_url
from storage.migrations import migrate


def ids(db: Database) -> list[str]:
    return [s.source_id for s in db.read(sources.statuses, NOW)]


def add(conn, name: str) -> str:
    conn.execute(
        schema.sources.insert(), sources._config_row(source(name)) | {"id": name, "configured": True}
    )
    return name


def tables_of(url: str) -> dict[str, object]:
    """Everything a database says of its tables."""
    engine = create_engine(url)
    seen = inspect(engine)
    shapes: dict[str, object] = {}
    for name in sorted(seen.get_table_names()):
        columns = [
            (c["name"], str(c["type"]), c["nullable"], c["default"], c.get("comment"))
            for c in seen.get_columns(name)
        ]
        if not url.startswith("sqlite"):  # where a column that is added later stands last, and no matter
            columns.sort()
        others = sorted(seen.get_foreign_keys(name), key=lambda key: key["name"])
        keys = [seen.get_pk_constraint(name), others, seen.get_unique_constraints(name)]
        indexes = sorted(str(_plain(index)) for index in seen.get_indexes(name))
        shapes[name] = (columns, keys, indexes)
    engine.dispose()
    return shapes


def _plain(index) -> dict[str, object]:
    options = index.get("dialect_options", {})
    return index | {"dialect_options": {name: str(value) for name, value in options.items()}}


def test_a_fresh_store_equals_all_migrations_replayed(empty_url):
    fresh, replayed = empty_url(), empty_url()
    Database(fresh).close()
    engine, other = engines(parsed_url(replayed, create=True))
    with engine.begin() as conn:
        migrate(conn)
    engine.dispose()
    other.dispose()
    assert tables_of(replayed) == tables_of(fresh)
    Database(replayed, create=False).close()


def test_articles_of_the_first_version_live_on_in_todays_tables(empty_url):
    url = empty_url()
    engine, other = engines(parsed_url(url, create=True))
    with engine.begin() as conn:
        migrate(conn, "0001")
        conn.execute(text("INSERT INTO stories (id, opened_at) VALUES (1, 5)"))
        add(conn, "a")
        conn.execute(
            text(
                "INSERT INTO articles (id, key_hash, source_id, story_id, url, host, title, authors, tags, relation, similarity, "
                "announced, version, stored_at, updated_at, text) VALUES (7, :key, 'a', 1, 'http://a.example/7', 'a.example', "
                "'Old', '[]', '[]', 'original', 1, false, 1, 5, 5, 'An old text')"
            ),
            {"key": b"k" * 16},
        )
    engine.dispose()
    other.dispose()
    with pytest.raises(StoreError, match="forumwatch db upgrade"):
        Database(url, create=False)
    told: list[tuple[int, int]] = []
    assert upgrade(url, lambda *counts: told.append(counts)).endswith(
        "upgraded from 0001 to " + REVISIONS[-1]
    )
    assert told == [(1, 1)]
    with Database(url, create=False) as db:
        (found,) = db.read(lambda conn: articles.list_articles(conn, full=True, query='"old text"'))
        assert (found.id, found.article.text, found.article.kind, found.article.partial) == (
            7,
            "An old text",
            "article",
            False,
        )


def test_what_a_store_of_the_fifth_version_holds_is_counted_as_before(empty_url):
    url = empty_url()
    engine, other = engines(parsed_url(url, create=True))
    with engine.begin() as conn:
        migrate(conn, "0005")
        add(conn, "a")
        conn.execute(schema.stories.insert(), {"id": 1, "opened_at": NOW})
        common = {"source_id": "a", "host": "a.example", "title": "Old", "state": "read", "seen_at": NOW}
        told = {"story_id": 1, "authors": [], "tags": [], "relation": "original", "similarity": 1, "text": ""}
        told |= {"announced": False, "version": 2, "stored_at": NOW, "updated_at": NOW} | common
        for number, state in enumerate(("waiting", "given_up", "dismissed", "read"), 1):
            address = {"id": number, "key_hash": bytes([number]) * 16, "url": f"http://a.example/{number}"}
            conn.execute(schema.entries.insert(), common | address | {"state": state})
        del told["state"], told["seen_at"]
        conn.execute(schema.articles.insert(), told | address)
        for version in (1, 2):
            conn.execute(schema.versions.insert(), {"article_id": 4, "version": version, "stored_at": NOW})
    engine.dispose()
    other.dispose()
    assert upgrade(url).endswith(f"upgraded from 0005 to {REVISIONS[-1]}")
    with Database(url, create=False) as db:
        found = db.read(reports.status, NOW)
        assert (found.edited, found.edits_7d, found.articles) == (1, 1, 1)
        assert db.read(entries.counts) == {"waiting": 1, "given_up": 1, "dismissed": 1, "read": 1}
        (seen,) = db.read(sources.statuses, NOW)
        assert (seen.waiting, seen.given_up, seen.articles) == (1, 1, 1)


OF_THE_EIGHTH = (  # the index of words, on PostgreSQL
    "DROP INDEX ix_article_words_pairs",
    "CREATE INDEX ix_article_words_tokens ON article_words USING gin (tokens)",
)
OF_THE_TENTH = (
    "DROP INDEX ix_article_words_pairs",
    "DROP FUNCTION word_pairs",
    "CREATE INDEX ix_article_words_blocks ON article_words "
    "USING gin ((ARRAY[article_id >> 12, -1 - (article_id >> 16)]), tokens)",
)


OF_THE_TWELFTH = (
    fulltext.PAIRING.replace(fulltext.MASK, "& 8191"),
    "REINDEX INDEX ix_article_words_pairs",
)


OF_THE_THIRTEENTH = (
    "DROP INDEX ix_article_words_pairs",
    "CREATE INDEX ix_article_words_pairs ON article_words "
    "USING gin ((ARRAY[article_id >> 12, -1 - (article_id >> 16)]), tokens, (word_pairs(tokens)))",
)


@pytest.mark.parametrize(
    ("version", "indexes"),
    [
        ("0008", OF_THE_EIGHTH),
        ("0010", OF_THE_TENTH),
        ("0012", OF_THE_TWELFTH),
        ("0013", OF_THE_THIRTEENTH),
    ],
)
def test_what_a_store_of_an_earlier_version_holds_is_found_by_another_index(empty_url, version, indexes):
    url = empty_url()
    server = url.startswith("postgresql")
    engine, other = engines(parsed_url(url, create=True))
    with engine.begin() as conn:
        migrate(conn, version)
        for statement in indexes if server else ():
            conn.execute(text(statement))
        add(conn, "a")
        told = {
            "source_id": "a",
            "story_id": 1,
            "host": "a.example",
            "authors": [],
            "tags": [],
            "similarity": 1,
        }
        told |= {"relation": "original", "version": 1, "stored_at": NOW, "updated_at": NOW, "title": "Old"}
        conn.execute(schema.stories.insert(), {"id": 1, "opened_at": NOW})
        for number in (1, 70_000):
            address = {
                "id": number,
                "key_hash": bytes([number % 99]) * 16,
                "url": f"http://a.example/{number}",
            }
            conn.execute(schema.articles.insert(), told | address | {"text": "An old text"})
            fulltext.put(conn, {number: ("Old", None, "An old text")})
    engine.dispose()
    other.dispose()
    assert upgrade(url).endswith(f"upgraded from {version} to {REVISIONS[-1]}")
    with Database(url, create=False) as db:
        for limit in (None, 1, 2):
            found = db.read(
                lambda conn, most=limit: articles.list_articles(conn, query='"old text"', limit=most)
            )
            assert [one.id for one in found] == [70_000, 1][:limit]
        named = "SELECT indexname FROM pg_indexes WHERE tablename = 'article_words' ORDER BY indexname"
        if server:
            made = db.read(lambda conn: conn.execute(text(named)).scalars().all())
            assert made == ["ix_article_words_pairs", "pk_article_words"]
            source = "SELECT prosrc FROM pg_proc WHERE proname = 'word_pairs'"
            assert fulltext.MASK in db.read(lambda conn: conn.execute(text(source)).scalar())
            led = f"SELECT indexdef FROM pg_indexes WHERE indexname = '{made[0]}'"
            assert "gin (word_pairs(" in db.read(lambda conn: conn.execute(text(led)).scalar())


def test_an_upgrade_that_is_broken_off_leaves_the_store_as_it_was(empty_url, monkeypatch):
    url = empty_url()
    if not url.startswith("postgresql"):
        pytest.skip("there is nothing to be done on SQLite")
    engine, other = engines(parsed_url(url, create=True))
    with engine.begin() as conn:
        migrate(conn, "0008")
        for statement in OF_THE_EIGHTH:
            conn.execute(text(statement))
    engine.dispose()
    other.dispose()
    with monkeypatch.context() as broken:
        broken.setattr(fulltext, "GIN", f"{fulltext.GIN}; SELECT pg_terminate_backend(pg_backend_pid())")
        with pytest.raises(StoreError):
            upgrade(url)
    with pytest.raises(StoreError, match="forumwatch db upgrade"):
        Database(url, create=False)
    assert upgrade(url).endswith(f"upgraded from 0008 to {REVISIONS[-1]}")


def test_who_holds_the_index_of_words_is_met_before_the_work(empty_url, monkeypatch):
    url = empty_url()
    if not url.startswith("postgresql"):
        pytest.skip("there is nothing to be done on SQLite")
    engine, other = engines(parsed_url(url, create=True))
    with engine.begin() as conn:
        migrate(conn, "0010")
    monkeypatch.setattr("storage.dialects.BUSY_MS", 200)
    monkeypatch.setattr(fulltext, "GIN", "SELECT 1 / 0")  # the work, which is not begun
    with other.begin() as holds:
        holds.execute(text(f"SELECT count(*) FROM {fulltext.NAME}"))
        with pytest.raises(StoreError, match="lock"):
            upgrade(url)
    monkeypatch.undo()
    engine.dispose()
    other.dispose()
    assert upgrade(url).endswith(f"upgraded from 0010 to {REVISIONS[-1]}")


def test_the_program_knows_each_migration_of_the_folder_in_its_order():
    folder = Path(storage.migrations.__file__).with_name("versions")
    files = sorted(path.name.partition("_")[0] for path in folder.glob("*.py"))
    assert tuple(files) == REVISIONS


def test_an_older_store_is_upgraded_only_when_asked(empty_url, monkeypatch):
    url = empty_url()
    Database(url).close()
    monkeypatch.setattr("storage.tables.REVISIONS", (*REVISIONS, "9998"))
    with pytest.raises(StoreError, match="forumwatch db upgrade"):
        Database(url, create=False)
    ran: list[str] = []
    monkeypatch.setattr(storage.migrations, "migrate", lambda conn, told: ran.append(conn.dialect.name))
    assert upgrade(url).endswith(f"upgraded from {REVISIONS[-1]} to 9998")
    assert len(ran) == 1


def test_a_store_is_made_by_upgrade_and_is_up_to_date_then(empty_url):
    url = empty_url()
    if url.startswith("sqlite"):
        with pytest.raises(StoreError, match="no store at"):
            upgrade(url)
        Path(url.removeprefix("sqlite:///")).touch()
    assert upgrade(url).endswith(f"upgraded from nothing to {REVISIONS[-1]}")
    assert upgrade(url).endswith(f"is up to date ({REVISIONS[-1]})")


def test_two_programs_that_make_one_store_at_once_both_succeed(empty_url):
    url, faults = empty_url(), []

    def make() -> None:
        start.wait()
        try:
            Database(url).close()
        except StoreError as err:
            faults.append(err)

    start = threading.Barrier(4)
    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def execute(url: str, *statements: str) -> None:
    engine = create_engine(url)
    with engine.begin() as conn:
        for statement in statements:
            conn.execute(text(statement))
    engine.dispose()


REFUSED = {
    "a newer store": (["UPDATE alembic_version SET version_num = '9999'"], "made by a newer forumwatch"),
    "another program's": (["DROP TABLE alembic_version"], "other tables"),
    "another program's with migrations": (["ALTER TABLE mentions RENAME TO mine"], "other tables"),
}


@pytest.mark.parametrize(("statements", "said"), REFUSED.values(), ids=REFUSED)
def test_a_store_that_is_not_ours_to_use_is_refused_and_left_alone(empty_url, statements, said):
    url = empty_url()
    Database(url).close()
    execute(url, *statements)
    before = tables_of(url)
    for opening in (lambda: Database(url), lambda: Database(url, create=False), lambda: upgrade(url)):
        with pytest.raises(StoreError, match=said):
            opening()
    assert tables_of(url) == before


def test_a_file_that_is_no_store_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "text.db").write_text("not a database at all\n" * 100)
    with pytest.raises(StoreError, match="not a SQLite file"):
        Database(f"sqlite:///{tmp_path / 'text.db'}")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(StoreError, match=r"other tables \(mine"):
        Database(f"sqlite:///{tmp_path / 'other.db'}")
    with pytest.raises(StoreError, match="cannot be opened"):
        Database(f"sqlite:///{tmp_path}")


UNUSABLE = {
    "a missing file": ("sqlite:///{tmp}/none.db", "no store at"),
    "a missing folder": ("sqlite:///{tmp}/no/none.db", "no store at"),
    "memory": ("sqlite://", "a store in memory"),
    "another database": ("mysql://localhost/x", "no store on mysql"),
    "nonsense": ("nonsense", "cannot be read"),
    "no server": ("postgresql://x@127.0.0.1:1/x", "does not answer"),
}


@pytest.mark.parametrize(("url", "said"), UNUSABLE.values(), ids=UNUSABLE)
def test_a_store_that_cannot_be_reached_is_refused_in_a_sentence(tmp_path, url, said):
    with pytest.raises(StoreError, match=said) as caught:
        Database(url.format(tmp=tmp_path), create=False)
    assert "Traceback" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.postgres
def test_a_database_that_cannot_hold_every_script_is_refused(postgres_server):
    for encoding in ("LATIN1", "SQL_ASCII"):
        url = postgres_server.new_database(f"ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0")
        with pytest.raises(StoreError, match=f"as {encoding}; make the database with ENCODING 'UTF8'"):
            Database(url)
    with pytest.raises(StoreError, match="no such database"):
        Database(postgres_server.url("nowhere"))


def test_a_user_who_lacks_a_right_is_told_so_in_a_sentence(postgres_server):
    made, empty = postgres_server.new_database(), postgres_server.new_database()
    Database(made).close()
    postgres_server.execute("CREATE ROLE looker LOGIN")
    postgres_server.execute("GRANT SELECT ON alembic_version TO looker", make_url(made).database)
    postgres_server.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC", make_url(empty).database)
    with Database(made.replace("forumwatch@", "looker@"), create=False) as db:
        for ask in (db.read, db.call):
            with pytest.raises(StoreError, match=r"lacks a right.*permission denied for table"):
                ask(sources.statuses, NOW)
    with pytest.raises(StoreError, match=r"lacks a right.*permission denied for schema public"):
        Database(empty.replace("forumwatch@", "looker@"))


def test_a_password_is_never_shown():
    with pytest.raises(StoreError) as caught:
        Database("postgresql://me:secret@127.0.0.1:1/x")
    assert "secret" not in str(caught.value)
    assert "me:***@" in str(caught.value)


async def test_calls_are_grouped_and_each_gets_its_own_result(database):
    names = [f"s{i:03}" for i in range(300)]
    assert await asyncio.gather(*(database.run(add, name) for name in names)) == names
    assert ids(database) == names


async def test_a_call_that_raises_loses_no_other_of_its_group(database):
    def broken(conn) -> None:
        add(conn, "half done")
        raise ValueError("mine")

    blocked = threading.Event()
    first = asyncio.ensure_future(database.run(lambda conn: blocked.wait() and None))
    calls = [database.run(broken) if i % 5 == 0 else database.run(add, f"s{i:02}") for i in range(20)]
    calls.append(database.run(add, "s01"))  # the database itself refuses this one
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
    handed = [db._work.call(lambda conn, i=i: add(conn, f"s{i:02}")) for i in range(50)]
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
    assert database._work.call(lambda conn: add(conn, "after")).result(60) == "after"


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
            handed = [db._work.call(lambda conn: add(conn, "first"))]
            while not db._work._under_way:
                time.sleep(0.01)
            handed += [db._work.call(lambda conn, i=i: add(conn, f"s{i}")) for i in range(3)]
            db.close(0.2)  # what it waits for is held until it is back
            for future in handed:
                with pytest.raises(StoreError, match=r"closed after 0\.2 s"):
                    future.result(60)
        freed.set()
        holding.result()
        db._work._thread.join(120)
        assert not db._work._thread.is_alive()


def test_a_store_that_was_deleted_or_replaced_is_noticed(tmp_path):
    path = tmp_path / "store.db"
    with Database(f"sqlite:///{path}") as db:
        db.call(add, "a")
        assert not db.gone()
        path.rename(tmp_path / "moved.db")
        assert db.gone()
        path.write_bytes(b"another")
        assert db.gone()


@pytest.mark.postgres
def test_a_store_on_a_server_is_never_gone(postgres_server):
    with Database(postgres_server.new_database()) as db:
        assert not db.gone()


def test_no_store_yet_is_told_from_a_broken_one(tmp_path, empty_url):
    with pytest.raises(StoreMissing, match="no store at"):
        Database(f"sqlite:///{tmp_path / 'none.db'}", create=False)
    (tmp_path / "text.db").write_text("not a database at all\n" * 100)
    with pytest.raises(StoreError) as caught:
        Database(f"sqlite:///{tmp_path / 'text.db'}", create=False)
    assert not isinstance(caught.value, StoreMissing)
    url = empty_url()
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).touch()
    with pytest.raises(StoreMissing, match="no tables yet"):
        Database(url, create=False)


async def test_a_cancelled_caller_stops_nobody(database):
    blocked = threading.Event()
    first = asyncio.ensure_future(database.run(lambda conn: blocked.wait() and None))
    lost = asyncio.ensure_future(database.run(add, "lost"))
    kept = asyncio.ensure_future(database.run(add, "kept"))
    await asyncio.sleep(0.05)
    lost.cancel()
    await asyncio.sleep(0.05)
    blocked.set()
    assert await kept == "kept"
    await first
    assert "kept" in ids(database)  # the other was done or not done, never half done


def test_a_reader_cannot_write(database):
    with pytest.raises(Exception, match=r"(?i)readonly|read-only|may not be written"):
        database.read(add, "x")
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
    assert len(prepared) == 1  # that of the search, for the latest articles or, where they have none, for all
    assert all("article_words" in statement for statement in prepared)


def test_a_reader_sees_one_moment_however_often_it_asks(database):
    with_sources(database, "a")

    def ask(conn) -> tuple[int, int]:
        before = len(sources.statuses(conn, NOW))
        database.call(add, "b")
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
    monkeypatch.setattr("storage.dialects.BUSY_MS", 50)
    with Database(database_url) as one, Database(database_url) as two:
        blocked, held = threading.Event(), threading.Event()

        def hold(conn) -> None:
            held.set()
            blocked.wait()

        holding = one._work.call(hold)
        held.wait()
        handed = [two._work.call(lambda conn, i=i: add(conn, f"s{i}")) for i in range(20)]
        for future in handed:
            with pytest.raises(StoreError, match="another program has held it locked"):
                future.result(60)
        blocked.set()
        holding.result()
        assert two.call(add, "after") == "after"


@pytest.mark.postgres
def test_a_server_that_restarts_costs_no_more_than_the_calls_of_that_moment(postgres_server):
    with Database(postgres_server.new_database()) as db:
        db.call(add, "before")
        postgres_server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 't%'"
        )
        assert db.call(add, "after") == "after"
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


def _backend(conn):
    return conn.exec_driver_sql("SELECT pg_backend_pid()").scalar()


def test_one_daemon_at_a_time_lives_on_a_sqlite_file(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    script = (
        "import sys; from storage.database import Database\n"
        "with Database(sys.argv[1]) as db, db.lock_daemon(): print('locked', flush=True); sys.stdin.read()"
    )
    with Database(url) as db:
        command = [sys.executable, "-c", script, url]
        other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
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


@pytest.mark.postgres
def test_of_daemons_that_share_a_store_the_first_is_told_that_it_is_alone(postgres_server):
    url = postgres_server.new_database()
    script = (
        "import sys; from storage.database import Database\n"
        "with Database(sys.argv[1]) as db, db.lock_daemon(lambda conn: print('alone')):\n"
        "    print('joined', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, url]
    with Database(url) as db:
        told = []
        for said in (
            ["alone\n", "joined\n"],
            ["alone\n", "joined\n"],
        ):  # once more after the death of the first
            other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
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
def test_who_asks_whether_it_is_alone_keeps_its_session_until_it_is_counted(postgres_server):
    """Between two transactions a pooler may hand on the session that holds the lock, and the daemon waits for itself."""
    sessions = (
        "SELECT mode, state FROM pg_stat_activity JOIN pg_locks USING (pid) "
        f"WHERE locktype = 'advisory' AND objid = {storage.dialects.DAEMON_KEY & 0xFFFFFFFF}"
    )
    told = []
    alone = lambda conn: told.extend(conn.exec_driver_sql(sessions))  # noqa: E731
    with Database(postgres_server.new_database()) as db, db.lock_daemon(alone):
        told += db.read(lambda conn: conn.exec_driver_sql(sessions).all())
    assert told == [("ExclusiveLock", "idle in transaction"), ("ShareLock", "idle")]


def test_a_sqlite_store_survives_kill_9_and_is_read_while_it_is_written(tmp_path):
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        modes = {p: db.call(lambda c, p=p: c.exec_driver_sql(f"PRAGMA {p}").scalar()) for p in PRAGMAS}
    assert modes == PRAGMAS


def test_the_log_of_a_file_shrinks_again_once_a_long_reader_has_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(storage.dialects, "LOG_BYTES", 100_000)
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
