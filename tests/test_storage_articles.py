"""Articles in the store: written whole, once, and as often as their publisher edits them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import forked
import pytest
from articlelists import BANGKOK, claimed, listed
from sqlalchemy import Connection, func, select
from storesamples import (
    NOW,
    article,
    filler,
    later,
    mention,
    saving,
    source,
    with_sources,
)

from storage import schema
from storage.articles import archive
from storage.articles import save as articles
from storage.database import Database
from storage.mentions import stream as mentions
from storage.records import Entry, Page, SourceState, Verdict
from storage.reports import standing as reports
from storage.search.query import parse
from storage.sources import state as sources
from storage.stories import lists as stories
from storage.waiting import entries


def count(db: Database, table) -> int:
    return db.read(lambda conn: conn.execute(select(func.count()).select_from(table)).scalar_one())


def test_a_list_of_any_length_is_whole_and_each_article_in_it_once(db):
    for number in range(101):
        db.call(saving(article(url=f"http://a.example/{number}", text=filler(number))))
    newest = list(range(101, 0, -1))
    for limit in (0, 1, 49, 50, 51, 100, 101, 200):
        for full in (False, True):
            found = db.read(lambda conn, n=limit, f=full: articles.list_articles(conn, limit=n, full=f))
            assert [each.id for each in found] == newest[:limit]
            assert all(bool(each.article.text) is full for each in found)
    assert found == [db.read(lambda conn, i=each.id: stories.find_article(conn, i)) for each in found]


def test_an_article_comes_back_as_it_was_stored(db):
    stored = article(
        title="เศรษฐกิจดิจิทัลโลก",
        summary="สรุป",
        canonical_url="http://a.example/one",
        authors=("สมชาย", "李雷"),
        tags=("AI",),
        language="th",
        site_name="A",
        section="Tech",
        image_url="http://a.example/i.jpg",
        kind="live",
        partial=True,
        published_from="json-ld",
        published_confidence=0.9,
        modified_from="meta:article:modified_time",
        modified_confidence=0.8,
        published_at=datetime(2025, 7, 3, 9, 30, tzinfo=BANGKOK),
        modified_at=datetime(2025, 7, 3, 3, 0, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
    )
    saved = db.call(saving(stored))
    assert (saved.outcome, saved.relation, saved.copy_of) == ("created", "original", None)
    (found,) = listed(db)
    assert found.article == stored
    assert found.article.published_at.isoformat() == "2025-07-03T09:30:00+07:00"
    assert found.article.modified_at.isoformat() == "2025-07-03T03:00:00-03:30"
    assert (found.id, found.source_id, found.source_url) == (saved.article_id, "a", "http://a.example/feed")
    assert (found.version, found.stored_at, found.story_id) == (1, NOW, saved.story_id)
    assert db.read(lambda conn: articles.list_articles(conn))[0].article.text == ""


def test_saving_marks_the_entry_read_and_frees_it(db):
    (entry,) = claimed(db, "http://a.example/1")
    saved = db.call(saving(article(), entry_id=entry))
    row = db.read(lambda conn: conn.execute(select(schema.entries)).one())
    assert (row.state, row.article_id, row.leased_by, row.wake_at) == ("read", saved.article_id, None, None)


def test_the_same_words_again_are_known_and_store_nothing(db):
    made = article(text=filler(1) + " GDEC")
    first = db.call(saving(made, mention(made, "GDEC")))
    again = db.call(saving(made, mention(made, "GDEC")))
    assert (again.outcome, again.article_id, again.mention_ids) == ("known", first.article_id, ())
    shouted = later(made, text=made.text.upper().replace(" ", "  "))
    assert db.call(saving(shouted)).outcome == "known"
    assert [count(db, t) for t in (schema.articles, schema.versions, schema.mentions)] == [1, 1, 1]
    assert db.read(mentions.head) == 1


def test_an_edited_article_becomes_a_new_version_and_keeps_its_history(db):
    first = article(summary="before")
    saved = db.call(saving(first))
    second = later(first, title="Corrected", text=filler(2), summary="after")
    updated = db.call(saving(second))
    assert (updated.outcome, updated.article_id, updated.story_id) == (
        "updated",
        saved.article_id,
        saved.story_id,
    )
    (found,) = listed(db)
    assert (found.article, found.version) == (second, 2)
    rows = db.read(lambda conn: conn.execute(select(schema.versions).order_by("version")).all())
    assert [(r.version, r.title, r.text, r.summary) for r in rows] == [
        (1, first.title, first.text, "before"),
        (2, None, None, None),
    ]
    assert db.call(saving(second)).outcome == "known"
    assert db.read(reports.check) == []


def test_an_edited_text_is_found_by_its_new_words(db):
    first = article()
    db.call(saving(first))
    second = later(first, text=filler(2))
    db.call(saving(second))
    copy = db.call(saving(article("http://b.example/x", text=second.text)))
    assert (copy.relation, copy.copy_of) == ("exact", 1)


def test_a_page_is_kept_with_the_version_read_out_of_it(db):
    page = Page(
        "http://a.example/1", "http://a.example/1", 200, b"<p>" * 9000, NOW, {"content-type": "text/html"}
    )
    db.call(saving(article(), page=page))
    assert db.read(archive.page_of, 1, 1) == page
    assert db.read(archive.page_of, 1, 2) is None
    stored = db.read(lambda conn: conn.execute(select(schema.pages.c.body)).scalar_one())
    assert len(stored) < 200


ODD = {
    "a lone surrogate": "before \ud83d after",
    "a NUL": "before \x00 after",
    "an emoji and a combining mark": "ก็ 🏳️‍🌈 é",
    "a megabyte": "m" * 1_000_000,
    "nothing": "",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_any_text_can_be_stored_and_offsets_stay_right(db, text):
    made = article(
        text=text + " GDEC 2025 " + filler(1), title=text, authors=(text,), tags=(text,), summary=text
    )
    db.call(saving(made, mention(made, "GDEC")))
    (found,) = listed(db)
    assert len(found.article.text) == len(made.text)
    assert len(found.article.title) == len(text)
    (seen,) = db.read(lambda conn: mentions.newest(conn, limit=9))
    evidence = seen.mention.evidence[0]
    assert found.article.text[evidence.start : evidence.end] == evidence.exact == "GDEC"
    assert db.read(reports.check) == []


def test_a_call_that_fails_leaves_no_trace_of_its_article(db):
    def broken(fingerprint, neighbours) -> Verdict:
        raise RuntimeError("judge")

    made = saving(article())
    made.keywords["judge"] = broken
    with pytest.raises(RuntimeError, match="judge"):
        db.call(made)
    gone = saving(article(), mention(article(), "w", forum=None))  # type: ignore[arg-type]
    with pytest.raises(Exception, match=r"(?i)null"):
        db.call(gone)
    assert [count(db, t) for t in (schema.articles, schema.stories, schema.fingerprints)] == [0, 0, 0]


def test_kill_9_in_the_middle_of_writing_loses_nothing_that_was_answered(db, database_url):
    storing = forked.file(Path(__file__).with_name("storesamples.py"), database_url, "x", 100_000)
    with forked.Popen(storing, stdout=forked.PIPE) as process:
        answered = -1
        while answered < 60:
            answered = int(process.stdout.readline())
        process.kill()
        answered = int((process.stdout.read().split() or [answered])[-1])
    with Database(database_url) as again:
        assert again.read(reports.check) == []
        assert answered < len(listed(again)) <= answered + 2
        seen = [m.position for m in again.read(mentions.since, 0)]
        assert seen == list(range(1, len(seen) + 1))


def filled(db: Database) -> None:
    db.call(sources.sync, [source("a"), source("b")], NOW)
    say = [
        article("http://a.example/1", "ГЛОБАЛЬНЫЙ форум 100% " + filler(1), title="Москва", language="ru-RU"),
        article("http://b.example/2", "GDEC snake_case " + filler(2), title="Beijing", language="en"),
        article("http://b.example/3", "ＧＤＥＣ 北京 " + filler(3), title="数字经济", language="zh"),
    ]
    for number, made in enumerate(say):
        call = saving(made, *([mention(made, "GDEC")] if "GDEC" in made.text else []))
        call.keywords.update(now=NOW + timedelta(days=number), source_id="ab"[number > 0])
        db.call(call)


LISTINGS = {
    "all, the newest first": ({}, [3, 2, 1]),
    "a limit": ({"limit": 2}, [3, 2]),
    "a language": ({"language": "ZH"}, [3]),
    "a language of a script": ({"language": "zh-Hant"}, [3]),
    "a language of a region": ({"language": "en_GB"}, [2]),
    "a language stored with its region": ({"language": "ru"}, [1]),
    "no part of a language": ({"language": "r"}, []),
    "a source": ({"source": "b"}, [3, 2]),
    "a forum": ({"forum": "gdec"}, [2]),
    "since a moment": ({"since": NOW + timedelta(days=1)}, [3, 2]),
    "a word in another case": ({"query": "глобальный ФОРУМ"}, [1]),
    "words in title and text": ({"query": "gdec BEIJING"}, [2]),
    "full width is the same": ({"query": "gdec"}, [3, 2]),
    "two characters of Chinese": ({"query": "北京"}, [3]),
    "a percent sign is itself": ({"query": "100%"}, [1]),
    "and no joker": ({"query": "g%c"}, []),
    "an underscore is itself": ({"query": "snake_case"}, [2]),
    "nor that": ({"query": "g_ec"}, []),
    "all words must stand": ({"query": "gdec moscow"}, []),
    "blanks ask nothing": ({"query": "  "}, [3, 2, 1]),
    "words and a limit": ({"query": "gdec", "limit": 1}, [3]),
    "words and a filter": ({"query": "gdec", "language": "en"}, [2]),
}


def test_articles_and_stories_are_listed_by_every_filter_alike_on_each_database(db):
    filled(db)
    for name, (filters, expected) in LISTINGS.items():
        assert [a.id for a in listed(db, **filters)] == expected, name
        found = db.read(lambda conn, filters=filters: articles.list_stories(conn, **filters))
        assert [s.id for s in found] == expected, name


def test_a_language_or_name_of_any_length_is_stored(db):
    made = article(language="x" * 300, site_name="s" * 3000)
    db.call(saving(made))
    assert listed(db)[0].article == made
    long = "http://" + "h" * 4000 + ".example/"
    state = SourceState("a")
    db.call(sources.record_visit, "a", [(long, Entry(long, language="y" * 99))], lambda known: state, NOW)
    assert db.call(entries.claim, NOW, 1, worker="w", lease_s=9)[0].url == long


def test_words_of_articles_that_are_stored_together_are_written_together(tmp_path: Path) -> None:
    """SQLite's index writes out what it holds at each savepoint, and a statement that may fail halfway begins one."""

    def segments(conn: Connection) -> int:
        return int(conn.exec_driver_sql("SELECT count(*) FROM article_words_data").scalar_one())

    with Database(f"sqlite:///{tmp_path}/words.db") as db:
        with_sources(db)
        ids = claimed(db, *(f"http://a{n}.example/{n}" for n in range(120)))  # of which 20 wait on
        before = db.read(segments)

        def together(conn: Connection) -> int:
            for n, entry_id in enumerate(ids[:20]):
                of = article(f"http://a.example/{n}", f"GDEC 2025 {filler(n)}", title=f"Title {n}")
                saving(of, mention(of, "GDEC 2025"), entry_id=entry_id)(conn)
                entries.dismiss(conn, ids[20 + n], "parse: no article", NOW)
                assert entries.claim(conn, NOW, 1, worker="w", lease_s=60)
            return segments(conn)

        assert db.call(together) == before
        assert len(listed(db, query=parse("gdec"))) == 20
