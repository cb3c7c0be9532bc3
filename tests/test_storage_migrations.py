"""Tables of every version → those of today: made, upgraded, or left as they were."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from storesamples import NOW, add_source, tables_of

import storage.engine.dialects
import storage.migrations
from storage import schema
from storage.articles import save as articles
from storage.database import REVISIONS, Database, StoreError, upgrade
from storage.engine.dialects import engines, parsed_url
from storage.mentions import stream as mentions
from storage.mentions.triage import triage
from storage.migrations import migrate
from storage.reports import standing as reports
from storage.search import fulltext
from storage.sources import state as sources
from storage.waiting import entries


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
        add_source(conn, "a")
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
        add_source(conn, "a")
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
OF_THE_FOURTEENTH = ("ALTER TABLE article_words RESET (toast_tuple_target)",)
KEPT_ELSEWHERE = "SELECT pg_relation_size(reltoastrelid) FROM pg_class WHERE relname = 'article_words'"


@pytest.mark.parametrize(
    ("version", "indexes"),
    [
        ("0008", OF_THE_EIGHTH),
        ("0010", OF_THE_TENTH),
        ("0012", OF_THE_TWELFTH),
        ("0013", OF_THE_THIRTEENTH),
        ("0014", OF_THE_FOURTEENTH),
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
        add_source(conn, "a")
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
            long = " ".join(f"word{number}" for number in range(400))
            db.call(lambda conn: fulltext.change(conn, 1, ("Old", None, "An old text"), ("Old", None, long)))
            assert db.read(lambda conn: conn.execute(text(KEPT_ELSEWHERE)).scalar()) == 0


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
    monkeypatch.setattr("storage.engine.dialects.BUSY_MS", 200)
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


def test_an_older_store_is_left_alone_while_somebody_crawls_into_it(empty_url):
    url = empty_url()
    with Database(url) as older, older.lock_daemon():  # a daemon of a version that knew no later tables
        older.call(lambda conn: conn.execute(text("UPDATE alembic_version SET version_num = '0020'")))
        for opening in (lambda: Database(url), lambda: upgrade(url)):
            with pytest.raises(StoreError, match="stop that first"):
                opening()
    assert older_version(url) == "0020"


def older_version(url: str) -> str:
    engine, other = engines(parsed_url(url, create=False))
    with engine.begin() as conn:
        found = str(conn.execute(text("SELECT version_num FROM alembic_version")).scalar())
    engine.dispose()
    other.dispose()
    return found


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


def test_a_source_of_the_fourteenth_version_is_neither_empty_nor_known_to_rest(empty_url):
    url = empty_url()
    engine, other = engines(parsed_url(url, create=True))
    with engine.begin() as conn:
        migrate(conn, "0014")
        add_source(conn, "a")
    engine.dispose()
    other.dispose()
    assert upgrade(url).endswith(f"upgraded from 0014 to {REVISIONS[-1]}")
    with Database(url, create=False) as db:
        (due,) = db.call(lambda conn: sources.due_sources(conn, NOW, 1, worker="w", lease_s=60))
        assert (due.empty_from, due.rests) == (None, False)


def test_of_the_mentions_of_the_seventeenth_version_nobody_has_said_the_edition(empty_url):
    url = empty_url()
    engine, other = engines(parsed_url(url, create=True))
    with engine.begin() as conn:
        migrate(conn, "0017")
        add_source(conn, "a")
        conn.execute(schema.stories.insert(), {"id": 1, "opened_at": NOW})
        told = {
            "source_id": "a",
            "story_id": 1,
            "host": "a.example",
            "title": "Old",
            "text": "GDEC",
            "url": "u",
        }
        told |= {"authors": [], "tags": [], "relation": "original", "similarity": 1, "announced": False}
        told |= {"id": 1, "key_hash": b"k" * 16, "version": 1, "stored_at": NOW, "updated_at": NOW}
        conn.execute(schema.articles.insert(), told)
        quote = {
            "field": "text",
            "start": 0,
            "end": 4,
            "exact": "GDEC",
            "prefix": "",
            "suffix": "",
            "rule": "t/1",
        }
        row = {"article_id": 1, "forum_id": "gdec", "role": "main", "score": 0.9, "evidence": [quote]}
        row |= {"found_at": NOW, "version": 1, "story_id": 1, "triage": "confirmed", "triaged_by": "ana"}
        for number, edition in ((1, 2024), (2, 0)):
            conn.execute(
                schema.mentions.insert(), row | {"id": number, "position": number, "edition": edition}
            )
    engine.dispose()
    other.dispose()
    assert upgrade(url).endswith(f"upgraded from 0017 to {REVISIONS[-1]}")
    with Database(url, create=False) as db:
        said = {"by": "ben", "now": NOW, "edition": 2025}
        assert db.call(lambda conn: triage(conn, 1, "confirmed", **said)).edition_by == "ben"
        found = db.read(lambda conn: mentions.since(conn, 0))
        assert [(m.mention.edition, m.edition_ruled, m.edition_by, m.triage) for m in found] == [
            (2025, 2024, "ben", "confirmed"),
            (None, None, None, "confirmed"),
        ]
