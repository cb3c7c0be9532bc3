"""A store that cannot be used, or is gone, is refused in a sentence, and left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from storesamples import NOW, add_source, tables_of

from storage.database import Database, StoreError, StoreMissing, upgrade
from storage.sources import state as sources


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
    with pytest.raises(StoreError, match="is a folder; name a file in it"):
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


def test_links_that_lead_to_each_other_are_told_in_a_sentence(tmp_path):
    (tmp_path / "a.db").symlink_to(tmp_path / "b.db")
    (tmp_path / "b.db").symlink_to(tmp_path / "a.db")
    with pytest.raises(StoreError, match="cannot be opened; check the path"):
        Database(f"sqlite:///{tmp_path / 'a.db'}")


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


@pytest.mark.postgres
def test_a_user_for_whom_no_connection_is_left_is_told_so(postgres_server):
    url = postgres_server.new_database()
    postgres_server.execute("CREATE ROLE crowd LOGIN CONNECTION LIMIT 0")
    with pytest.raises(StoreError, match=r"has no connection left.*too many connections for role"):
        Database(url.replace("forumwatch@", "crowd@"))


def test_a_password_is_never_shown():
    with pytest.raises(StoreError) as caught:
        Database("postgresql://me:secret@127.0.0.1:1/x")
    assert "secret" not in str(caught.value)
    assert "me:***@" in str(caught.value)


def test_a_store_that_was_deleted_or_replaced_is_noticed(tmp_path):
    path = tmp_path / "store.db"
    with Database(f"sqlite:///{path}") as db:
        db.call(add_source, "a")
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
