"""An article is known again: at another address of its site, after the site moved, announced by others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from articlelists import claimed, listed
from sqlalchemy import event, select
from storesamples import (
    NOW,
    announce,
    article,
    filler,
    later,
    mention,
    saving,
    with_sources,
)

from crawler import dedupe
from storage import schema
from storage.database import Database
from storage.mentions import stream as mentions
from storage.reports import standing as reports
from storage.search.query import parse
from storage.waiting import entries
from storage.waiting.addresses import address_of


def test_another_address_that_leads_to_a_known_article_is_known(db):
    ids = claimed(db, "http://b.example/short", "http://a.example/1")
    made = article()
    created = db.call(saving(made, entry_id=ids[0]))
    known = db.call(saving(made, entry_id=ids[1]))
    assert (created.outcome, known.outcome) == ("created", "known")
    states = db.read(
        lambda conn: conn.execute(select(schema.entries.c.state, schema.entries.c.article_id)).all()
    )
    assert states == [("read", 1), ("read", 1)]


def test_an_article_stored_under_the_announced_address_is_known_when_it_declares_another(db):
    (entry,) = claimed(db, "http://a.example/1")
    db.call(saving(article("http://a.example/1"), key="http://a.example/1"))
    moved = article("http://a.example/1", canonical_url="http://a.example/one")
    assert db.call(saving(moved, key="http://a.example/one", entry_id=entry)).outcome == "known"


def test_an_address_that_led_to_an_article_leads_there_again(db):
    (entry,) = claimed(db, "http://a.example/1")
    db.call(saving(article(), key="http://a.example/one", entry_id=entry))
    direct = db.call(saving(article(), key="http://a.example/1"))
    assert (direct.outcome, direct.article_id) == ("known", 1)


def test_where_an_address_once_led_counts_for_more_than_where_the_entry_stands(db):
    entry, first = claimed(db, "http://a.example/old", "http://a.example/short")
    at_its_own = article("http://a.example/old", filler(1))
    there = db.call(saving(at_its_own, key="http://a.example/old")).article_id
    led_to = article("http://a.example/long", filler(2))
    elsewhere = db.call(saving(led_to, key="http://a.example/long", entry_id=first)).article_id
    assert there < elsewhere
    again = db.call(saving(led_to, key="http://a.example/short", entry_id=entry))
    assert (again.outcome, again.article_id) == ("known", elsewhere)


def test_an_announcement_adds_nothing_to_an_address_that_was_read(db):
    full = article(text="GDEC " + filler(1))
    db.call(saving(full, mention(full, "GDEC")))
    said = article(title="A title, shorter", text="What the feed says")
    assert db.call(saving(said, announced=True)).outcome == "known"
    assert (listed(db)[0].article, listed(db)[0].version) == (full, 1)
    assert len(db.read(mentions.since, 0)) == 1


def test_a_reading_replaces_what_was_only_announced(db):
    said = article(text="GDEC opens")
    assert db.call(saving(said, mention(said, "GDEC"), announced=True)).outcome == "created"
    assert db.call(saving(later(said, title="Other words"), announced=True)).outcome == "known"
    full = article(text="GDEC opens. " + filler(1))
    assert db.call(saving(full, mention(full, "GDEC"))).outcome == "updated"
    assert (listed(db)[0].article, listed(db)[0].version) == (full, 2)
    assert [m.position for m in db.read(mentions.since, 0)] == [1]
    assert db.call(saving(full)).outcome == "known"
    assert db.read(reports.check) == []


@pytest.mark.parametrize(
    ("of", "outcome"),
    [
        ({}, "known"),
        ({"url": "http://b.example/other"}, "created"),
        ({"title": "Another title"}, "created"),
        ({"published_at": NOW - timedelta(days=1)}, "created"),
        ({"published_at": None}, "created"),
        ({"text": filler(1, 299) + " end"}, "created"),
    ],
)
def test_the_same_article_at_another_address_of_its_host_is_known(db, of, outcome):
    said = {"text": filler(1, 300), "published_at": NOW}
    first = db.call(saving(article(**said)))
    (entry,) = claimed(db, "http://a.example/other")
    moved = article(**{"url": "http://a.example/other"} | said | of)
    saved = db.call(saving(moved, entry_id=entry))
    assert saved.outcome == outcome
    assert (saved.article_id == first.article_id) is (outcome == "known")
    assert saved.story_id == first.story_id
    assert db.read(reports.check) == []


MOVED = {"url": "http://new.example/1"}
BELOW = tuple(f"http://moved.example/blog/{number}/" for number in (1, 2, 3))
DOCUMENT = ("http://new.example/1", "http://new.example/2", "http://new.example/3")


@pytest.mark.parametrize(
    ("of", "document", "source_id", "outcome"),
    [
        (MOVED | {"text": "A line. " + filler(1, 300)}, DOCUMENT, "a", "known"),
        ({"url": BELOW[0]}, BELOW, "a", "known"),
        ({"url": BELOW[0], "text": "A line. " + filler(1, 300)}, BELOW, "a", "created"),
        ({"url": "http://new.example/2"}, DOCUMENT, "a", "created"),
        (MOVED | {"title": "Another title"}, DOCUMENT, "a", "created"),
        (MOVED | {"published_at": NOW - timedelta(days=1)}, DOCUMENT, "a", "created"),
        (MOVED | {"published_at": None}, DOCUMENT, "a", "created"),
        (MOVED, DOCUMENT, "a", "known"),
        (MOVED, (*DOCUMENT, "http://blog.example/4"), "a", "known"),
        # papers of one house have one path for one text: each its source, all announced by one, or now and then
        (MOVED, DOCUMENT, "b", "created"),
        (MOVED, (*DOCUMENT, "http://old.example/2"), "a", "created"),
        (MOVED, (DOCUMENT[0], "http://third.example/1", "http://fourth.example/1"), "a", "created"),
        (MOVED, DOCUMENT[:2], "a", "created"),
    ],
)
def test_an_article_of_a_site_that_moved_is_told_once_and_stands_there(db, of, document, source_id, outcome):
    with_sources(db, "a", "b")
    said = {"url": "http://old.example/1", "text": filler(1, 300), "published_at": NOW}
    announce(db, said["url"], at=NOW - timedelta(hours=1), by=source_id, key=dedupe.url_key)
    first = db.call(saving(old := article(**said), mention(old, "w7919")))
    announce(db, *document, by=source_id, key=dedupe.url_key)
    waiting = {w.url: w.id for w in db.call(entries.claim, NOW, 100, worker="w", lease_s=60)}
    here = article(**said | of)
    done = saving(here, mention(here, "w7919"), entry_id=waiting[here.url], source_id=source_id)
    saved = db.call(done)
    assert saved.outcome == outcome
    told = db.read(lambda conn: mentions.newest(conn, limit=9))
    assert len(told) == (1 if outcome == "known" else 2)
    assert told[0].url == of["url"]
    asked = parse(f"outlet:{of.get('url', old.url).split('/')[2]}")
    assert len(db.read(lambda conn: mentions.newest(conn, limit=9, query=asked))) == 1
    assert (saved.article_id == first.article_id) is (outcome == "known")
    assert db.read(reports.check) == []


def test_an_article_that_one_document_announces_of_two_papers_is_of_both(db):
    """Whichever is read first, and however much else of each there is."""
    with_sources(db, "a")
    urls = [f"http://{host}.example/{number}" for host in ("leeds", "york") for number in range(5)]
    announce(db, *urls, key=dedupe.url_key)
    made = [article(url, filler(int(url[-1]), 300), published_at=NOW) for url in urls]
    outcomes = {db.call(saving(each)).outcome for each in (*made[:3], *made[:2:-1])}
    assert outcomes == {"created"}


def test_what_is_known_of_an_address_is_told_without_going_through_all_articles(db: Database):
    announce(db, "http://a.example/waits", "http://a.example/1")
    (_, second) = db.call(entries.claim, NOW, 9, worker="w", lease_s=60)
    db.call(saving(article("http://a.example/1"), key="http://a.example/1", entry_id=second.id))
    asked: list[tuple[str, Any]] = []

    def note(conn, cursor, statement, given, context, many) -> None:
        asked.append((statement, given))

    event.listen(db._reader, "before_cursor_execute", note)
    for url, led_to in (("/1", 1), ("/waits", None), ("/never", None)):
        found = db.read(address_of, f"http://a.example{url}")
        assert (found and found.article_id) == led_to, url
    event.remove(db._reader, "before_cursor_execute", note)
    if db.dialect == "sqlite":
        plans = [
            row[-1]
            for statement, given in asked
            for row in db.read(
                lambda c, s=statement, g=given: c.exec_driver_sql(f"EXPLAIN QUERY PLAN {s}", g)
            )
        ]
        assert plans
        assert not [plan for plan in plans if plan.startswith("SCAN")], plans
