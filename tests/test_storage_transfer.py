"""A store copied: as a backup while others write, and from one kind of database to the other."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import storesamples
from newsroom import ask, forumwatch
from sqlalchemy import select
from storesamples import NOW, article, filler, mention, saving, with_sources

from storage import cursors, errors, reports, schema, transfer
from storage.database import Database, StoreError
from storage.records import Page
from storage.transfer import copy_store


def fill(url: str) -> None:
    """Rows in the tables that a watch fills first, with what databases have trouble with."""
    with Database(url) as db:
        with_sources(db, "a", "b")
        for n in range(210):  # more than a slice
            text = f"GDEC {n} 数字经济大会 การประชุม “É” \u202e {filler(n, 20)}"
            told = article(f"http://a.example/{n}", text, language="zh", authors=("Ana É",), published_at=NOW)
            page = Page(told.url, told.url, 200, bytes(range(256)) * 40, NOW, {"content-type": "text/html"})
            db.call(saving(told, mention(told, "GDEC"), page=page if n < 25 else None))
        db.call(errors.record_error, "a", "http://a.example/x", "fetch: 403 from a.example", NOW)
        db.call(cursors.advance, "press", 7, NOW)


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
    command = [sys.executable, storesamples.__file__, url, "a", "100000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
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


async def test_nothing_is_copied_over_something(tmp_path: Path) -> None:
    url, note = f"sqlite:///{tmp_path / 'watch.db'}", tmp_path / "note.txt"
    with Database(url) as db:
        with_sources(db)
    note.write_text("mine")
    refused = await forumwatch("--database", url, "db", "copy", note)
    assert (refused.code, refused.err) == (
        4,
        f"forumwatch: {note} is there already; name a file that is not\n",
    )
    assert note.read_text() == "mine"
    with pytest.raises(StoreError, match="no folder"):
        copy_store(url, f"sqlite:///{tmp_path / 'none' / 'b.db'}")
    with pytest.raises(StoreError, match="is there already"):
        copy_store(url, "sqlite:///.")


def test_a_copy_bears_the_name_that_was_typed(tmp_path: Path) -> None:
    url, copy = f"sqlite:///{tmp_path / 'watch.db'}", tmp_path / "100%41 of what? #1.db"
    with Database(url) as db:
        with_sources(db)
    assert ask("--database", url, "db", "copy", copy).code == 0
    assert [path.name for path in tmp_path.glob("[!w]*")] == [copy.name]


def test_two_copies_to_one_name_do_not_mix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither takes away what the other has begun."""
    url, to = f"sqlite:///{tmp_path / 'watch.db'}", f"sqlite:///{tmp_path / 'copy.db'}"
    fill(url)
    part = tmp_path / ".copy.db.part"
    part.write_bytes(b"left by a killed copy")
    refused = []

    def begins_another(done: int, of: int, what: str) -> None:
        if not refused:
            with pytest.raises(StoreError, match=r"another copy to .* is under way") as told:
                copy_store(url, to)
            refused.append(told)

    monkeypatch.setattr(transfer, "PAGES", 1)
    copy_store(url, to, begins_another)
    assert refused
    assert everything(to) == everything(url)
    assert not part.exists()


def test_a_copy_that_is_stopped_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    with Database(url) as db:
        with_sources(db)

    def stopped(origin: Path, part: Path, told: Any) -> None:
        part.touch()
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(transfer, "_by_pages", stopped)
    assert ask("--database", url, "db", "copy", tmp_path / "copy.db").code != 0
    assert not list(tmp_path.glob("*copy*"))


def test_what_is_no_store_is_not_copied(tmp_path: Path) -> None:
    other = tmp_path / "music.db"
    with sqlite3.connect(other) as made:
        made.execute("CREATE TABLE songs (name)")
    with pytest.raises(StoreError, match=r"no store of forumwatch"):
        copy_store(f"sqlite:///{other}", f"sqlite:///{tmp_path / 'copy.db'}")
    other.write_text("no database at all, though it is as long as one begins")
    with pytest.raises(StoreError, match=r"music\.db to .*copy\.db: not a SQLite file"):
        copy_store(f"sqlite:///{other}", f"sqlite:///{tmp_path / 'copy.db'}")
    assert [path.name for path in tmp_path.iterdir()] == ["music.db"]


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
