"""A store copied: as a backup while others write, and from one kind of database to the other."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import forked
import pytest
import storesamples
from newsroom import ask, forumwatch
from sqlalchemy import make_url, select
from storesamples import NOW, article, filler, mention, saving, with_sources

from storage import schema
from storage.database import REVISIONS, Database, StoreError, upgrade
from storage.engine import dialects
from storage.mentions import cursors
from storage.mentions.triage import triage
from storage.records import Page
from storage.reports import standing as reports
from storage.upkeep import transfer
from storage.upkeep.transfer import copy_store
from storage.waiting import errors


def fill(url: str, number: int = 210) -> None:
    """Rows, of articles more than a slice, in the tables that a watch fills first, with what databases have trouble with."""
    with Database(url) as db:
        with_sources(db, "a", "b")
        for n in range(number):
            text = f"GDEC {n} 数字经济大会 การประชุม “É” \u202e {filler(n, 20)}"
            told = article(f"http://a.example/{n}", text, language="zh", authors=("Ana É",), published_at=NOW)
            page = Page(told.url, told.url, 200, bytes(range(256)) * 40, NOW, {"content-type": "text/html"})
            db.call(saving(told, mention(told, "GDEC"), page=page if n < 25 else None))
        db.call(errors.record_error, "a", "http://a.example/x", "fetch: 403 from a.example", NOW)
        db.call(cursors.advance, "press", 7, NOW)
        db.call(triage, 3, "confirmed", by="Ana", now=NOW, edition=2024)


def everything(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, in the order of their keys."""

    def rows(conn: Any) -> dict[str, list[tuple[Any, ...]]]:
        found = {}
        for table in schema.metadata.sorted_tables:
            query = select(table).order_by(*table.primary_key.columns)
            found[table.name] = [tuple(row) for row in conn.execute(query)]
        return found

    with Database(url, create=False) as db:
        return db.read(rows)


def found(url: str, query: str) -> list[int]:
    """The numbers of the articles that a query finds."""
    return [row["id"] for row in ask("--database", url, "search", query, "--format", "json").rows]


@pytest.mark.postgres
@pytest.mark.slow
def test_a_store_moves_to_the_other_database_and_back_whole(
    tmp_path: Path, empty_url: Callable[[], str], postgres_server: Any
) -> None:
    """The same rows, words and numbers to count on from."""
    here, there = empty_url(), f"sqlite:///{tmp_path / 'other.db'}"
    if here.startswith("sqlite"):
        there = postgres_server.new_database("ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0")
    fill(here)
    before = everything(here)
    assert {len(before[name]) for name in ("articles", "mentions")} == {210}

    said = ask("--database", here, "db", "copy", there)
    assert (said.code, "copied to " in said.out) == (0, True), said.err
    assert everything(there) == before
    for query in ('"数字经济"', "gdec 7", "ประชุม"):
        assert found(there, query) == found(here, query) != []
    with Database(there, create=False) as db:
        assert db.read(reports.check) == []
        new = article("http://a.example/new", "GDEC new " + filler(999))
        stored = db.call(saving(new, mention(new, "GDEC")))
        assert stored.article_id == 1 + max(row[0] for row in before["articles"])
        assert stored.mention_ids[0] == 1 + max(row[0] for row in before["mentions"])

    with pytest.raises(StoreError, match="already"):
        copy_store(here, there)


def test_a_backup_is_of_one_moment_though_others_write(tmp_path: Path) -> None:
    url, copy = f"sqlite:///{tmp_path / 'watch.db'}", tmp_path / "backup.db"
    with Database(url) as db:
        with_sources(db)
    storing = forked.file(storesamples.__file__, url, "a", 100_000)
    with forked.Popen(storing, stdout=forked.PIPE) as writer:
        try:
            assert writer.stdout
            for _ in range(40):
                writer.stdout.readline()
            assert copy_store(url, f"sqlite:///{copy}") == f"copied to sqlite:///{copy}"
            for _ in range(20):
                assert writer.stdout.readline()
        finally:
            writer.kill()
    kept = everything(f"sqlite:///{copy}")
    assert len(kept["articles"]) == len(kept["mentions"]) >= 40
    with Database(f"sqlite:///{copy}") as db:
        assert db.read(reports.check) == []
    assert sorted(path.name for path in tmp_path.glob("*backup*")) == ["backup.db"]


def test_a_backup_in_the_place_of_the_store_is_read_while_it_is_written(tmp_path: Path) -> None:
    url, copy = f"sqlite:///{tmp_path / 'watch.db'}", f"sqlite:///{tmp_path / 'backup.db'}"
    fill(url, 9)
    copy_store(url, copy)
    with Database(copy, create=False) as looked_at:  # which needs no file beside it
        assert len(looked_at.read(lambda conn: conn.execute(select(schema.articles.c.id)).all())) == 9
    assert [path.name for path in tmp_path.glob("*backup*")] == ["backup.db"]
    with Database(copy) as db:
        assert db.call(lambda conn: conn.exec_driver_sql("PRAGMA journal_mode").scalar()) == "wal"


def test_a_backup_in_the_place_of_a_killed_store_is_not_damaged_by_what_that_left(tmp_path: Path) -> None:
    path, backup = tmp_path / "watch.db", tmp_path / "backup.db"
    url, log = f"sqlite:///{path}", path.with_name("watch.db-wal")
    fill(url, 20)
    copy_store(url, str(backup))
    with Database(url) as db:
        for name in "cdefgh":
            db.call(errors.record_error, "a", f"http://a.example/{name}", "fetch: 403 from a.example", NOW)
        left = log.read_bytes()
    assert left
    shutil.copyfile(backup, path)
    log.write_bytes(left)
    whole = path.read_bytes()
    for touch in (Database, upgrade, lambda url: copy_store(url, str(tmp_path / "other.db"))):
        with pytest.raises(StoreError, match=r"beside it is of the store .* remove watch\.db-wal and"):
            touch(url)
    assert path.read_bytes() == whole
    log.unlink()
    assert everything(url) == everything(f"sqlite:///{backup}")


def test_two_copies_to_one_name_leave_a_whole_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever comes first; the other is told, or breaks off."""
    monkeypatch.setattr(transfer, "PAGES", 5)
    url, copy = f"sqlite:///{tmp_path / 'watch.db'}", f"sqlite:///{tmp_path / 'backup.db'}"
    fill(url, 9)
    begun: list[str] = []

    def breaks(done: int, of: int, what: str) -> None:
        raise KeyboardInterrupt

    def another(done: int, of: int, what: str) -> None:
        if not begun:
            begun.append(what)
            with pytest.raises(KeyboardInterrupt):
                copy_store(url, copy, breaks)
        elif len(begun) == 1:
            begun.append(copy_store(url, copy))

    with pytest.raises(StoreError, match="is there already"):
        copy_store(url, copy, another)
    assert begun[1:] == [f"copied to {copy}"]
    assert everything(copy) == everything(url)
    assert {path.name for path in tmp_path.iterdir()} <= {
        "watch.db",
        "watch.db-wal",
        "watch.db-shm",
        "backup.db",
    }


def test_a_copy_that_is_told_to_end_takes_away_what_it_began(tmp_path: Path) -> None:
    url, copy = f"sqlite:///{tmp_path / 'watch.db'}", tmp_path / "backup.db"
    fill(url, 9)
    copy_store(url, f"sqlite:///{copy}")
    (tmp_path / "again").mkdir()
    command = ("--database", f"sqlite:///{copy}", "db", "copy", f"{tmp_path / 'again' / 'backup.db'}")
    with closing(sqlite3.connect(copy)) as held:
        held.execute("BEGIN EXCLUSIVE")  # the copy waits for it
        with forked.Popen(forked.Wish(command)) as copying:
            while copying.poll() is None and not list((tmp_path / "again").glob(".*/*")):
                time.sleep(0.01)
            copying.terminate()
            held.rollback()
    assert copying.returncode != 0
    assert list((tmp_path / "again").iterdir()) == []


KILLED = """
import os, sys
from storage.upkeep.transfer import copy_store
copy_store(sys.argv[1], sys.argv[2], lambda *told: os.kill(os.getpid(), 9))
"""


def test_what_a_killed_copy_left_goes_with_the_next_and_what_one_writes_stays(tmp_path: Path) -> None:
    url, beside = f"sqlite:///{tmp_path / 'watch.db'}", tmp_path / "backups"
    fill(url, 9)
    beside.mkdir()
    forked.run(forked.script(KILLED, url, beside / "one.db"))
    (left,) = beside.iterdir()
    under_way = beside / ".copying-now"
    under_way.mkdir()
    with transfer._held(under_way):
        for folder in (left, under_way):
            os.utime(folder, (0, 0))
        copy_store(url, str(beside / "two.db"))
        assert {path.name for path in beside.iterdir()} == {"two.db", ".copying-now"}
    with Database(f"sqlite:///{beside / 'two.db'}", create=False) as db:
        assert db.read(reports.check) == []


@pytest.mark.postgres
def test_a_server_that_ends_idle_transactions_waits_for_the_other_database(
    tmp_path: Path, postgres_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    fill(url, 9)
    monkeypatch.setattr(dialects, "IDLE_MS", 1_000)
    waited: list[str] = []

    def waits(done: int, of: int, what: str) -> None:
        if not waited:
            waited.append(what)
            time.sleep(1.2)

    there = postgres_server.new_database("ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0")
    copy_store(url, there, waits)
    assert (waited, everything(there)) == (["copying"], everything(url))


@pytest.mark.postgres
def test_what_fails_names_the_database_that_it_is_of(tmp_path: Path, postgres_server: Any) -> None:
    note, url = tmp_path / "note.txt", f"sqlite:///{tmp_path / 'watch.db'}"
    note.write_text("no database, but longer than a page's head " * 9)
    for origin, said in (
        (note, "note.txt: not a SQLite file"),
        (tmp_path, f"{tmp_path} is a folder; name a file in it"),
    ):
        with pytest.raises(StoreError, match=said):
            copy_store(f"sqlite:///{origin}", f"sqlite:///{tmp_path / 'copy.db'}")
    fill(url, 9)
    there = postgres_server.new_database("ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0")
    name = make_url(there).database
    postgres_server.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    with pytest.raises(StoreError, match=rf"/{name}\?.*read-only"):
        copy_store(url, there)


def test_a_backup_has_any_name_that_a_file_may_have(tmp_path: Path) -> None:
    url, copy = f"sqlite:///{tmp_path / 'watch.db'}", tmp_path / "all? 100%25 #1.db"
    with Database(url) as db:
        with_sources(db)
    copy_store(url, str(copy))
    assert {path.name for path in tmp_path.glob("*.db")} == {"watch.db", copy.name}


async def test_nothing_is_copied_over_something(tmp_path: Path) -> None:
    url, note = f"sqlite:///{tmp_path / 'watch.db'}", tmp_path / "note.txt"
    with Database(url) as db:
        with_sources(db)
    note.write_text("mine")
    refused = await forumwatch("--database", url, "db", "copy", note)
    assert (refused.code, refused.err) == (
        2,
        f"forumwatch: {note} is there already; name a file that is not\n",
    )
    assert note.read_text() == "mine"
    with pytest.raises(StoreError, match="no folder"):
        copy_store(url, f"sqlite:///{tmp_path / 'none' / 'b.db'}")


def test_a_damaged_store_gives_no_backup_that_looks_sound(tmp_path: Path) -> None:
    path = tmp_path / "watch.db"
    with Database(f"sqlite:///{path}") as db:
        with_sources(db, "a")
    with closing(sqlite3.connect(path)) as opened:
        page = opened.execute("SELECT rootpage FROM sqlite_master WHERE name = 'articles'").fetchone()[0]
        size = opened.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * 100)
    with pytest.raises(StoreError, match=r"watch\.db is damaged, and so its copy would be; keep the last"):
        copy_store(f"sqlite:///{path}", str(tmp_path / "backup.db"))
    assert [each for each in tmp_path.iterdir() if not each.name.startswith("watch.db")] == []


def test_what_is_no_store_is_not_copied(tmp_path: Path) -> None:
    other = tmp_path / "music.db"
    with sqlite3.connect(other) as made:
        made.execute("CREATE TABLE songs (name)")
    with pytest.raises(StoreError, match=r"no store of forumwatch"):
        copy_store(f"sqlite:///{other}", f"sqlite:///{tmp_path / 'copy.db'}")
    assert [path.name for path in tmp_path.iterdir()] == ["music.db"]


@pytest.mark.parametrize("version", REVISIONS[:1] + REVISIONS[-1:])
def test_a_store_of_a_newer_version_is_refused_and_an_older_one_copied(tmp_path: Path, version: str) -> None:
    url, copy = f"sqlite:///{tmp_path / 'watch.db'}", tmp_path / "copy.db"
    Database(url).close()

    def become(version: str) -> None:
        with closing(sqlite3.connect(tmp_path / "watch.db")) as made, made:
            made.execute("UPDATE alembic_version SET version_num = ?", (version,))

    become("9999")
    with pytest.raises(StoreError, match="was made by a newer forumwatch"):
        copy_store(url, str(copy))
    assert not copy.exists()
    become(version)
    copy_store(url, str(copy))
    assert copy.exists()


@pytest.mark.postgres
def test_a_copy_that_breaks_off_leaves_an_empty_database(
    tmp_path: Path, postgres_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    fill(url)
    there = postgres_server.new_database("ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0")

    def breaks(done: int, of: int, what: str) -> None:
        if done > 210:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_store(url, there, breaks)
    assert copy_store(url, there).startswith("copied to ")
    assert everything(there) == everything(url)
