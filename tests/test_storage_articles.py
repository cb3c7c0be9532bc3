"""Articles in the store: written whole, once, and as often as their publisher edits them."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import forked
import pytest
from racers import race
from sqlalchemy import Connection, event, func, select
from storesamples import (
    NOW,
    announce,
    article,
    filler,
    later,
    mention,
    saving,
    source,
    with_sources,
)

from crawler import dedupe
from storage import schema
from storage.articles import archive
from storage.articles import save as articles
from storage.database import Database
from storage.mentions import stream as mentions
from storage.records import Entry, Fingerprint, Page, SourceState, Verdict
from storage.reports import standing as reports
from storage.search.query import parse
from storage.sources import gates
from storage.sources import state as sources
from storage.stories import lists as stories
from storage.stories.copies import MOST_HOLDERS, SAME_STORY, candidates, look_up
from storage.stories.postings import every
from storage.waiting import entries
from storage.waiting.addresses import address_of

BANGKOK = timezone(timedelta(hours=7))


def count(db: Database, table) -> int:
    return db.read(lambda conn: conn.execute(select(func.count()).select_from(table)).scalar_one())


def listed(db: Database, **filters):
    return db.read(lambda conn: articles.list_articles(conn, full=True, **filters))


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


def claimed(db: Database, *urls: str) -> list[int]:
    announce(db, *urls)
    return [w.id for w in db.call(entries.claim, NOW, 100, worker="w", lease_s=60)]


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


def test_a_page_that_says_no_more_than_its_announcement_counts_as_read(db):
    said = article()
    db.call(saving(said, announced=True))
    assert db.call(saving(said)).outcome == "updated"
    assert db.call(saving(said)).outcome == "known"


# rule of the source that ended it, rule of the one that announces it again → whether it waits again
REOPENED = {
    ("skipped", "never"): False,
    ("skipped", "on_match"): False,
    ("skipped", "always"): True,
    ("announced", "never"): False,
    ("announced", "on_match"): True,
    ("announced", "always"): True,
    ("read", "always"): False,
    ("dismissed", "always"): False,
}


@pytest.mark.parametrize(("end", "reads"), REOPENED)
def test_what_was_left_unread_waits_again_for_a_source_that_reads_more(db, end, reads):
    with_sources(db, "a", "b")
    (entry,) = claimed(db, "http://a.example/1")
    if end == "skipped":
        db.call(entries.skip, entry)
    elif end == "dismissed":
        db.call(entries.dismiss, entry, "parse: no", NOW)
    else:
        db.call(saving(article(), entry_id=entry, announced=end == "announced"))
    visited = announce(db, "http://a.example/1", by="b", reads=reads)
    assert (visited.new, visited.known) == (0, 1)
    waiting = db.call(entries.claim, NOW, 9, worker="w", lease_s=60)
    assert [(w.source_id, w.url) for w in waiting] == [("b", "http://a.example/1")] * REOPENED[end, reads]
    assert db.read(reports.check) == []


def test_what_is_announced_again_to_be_read_carries_the_new_announcement(db):
    (entry,) = claimed(db, "http://a.example/1")
    db.call(entries.skip, entry)
    said = [("http://a.example/1", Entry("http://a.example/1", title="GDEC opens", language="en"))]
    db.call(sources.record_visit, "a", said, lambda known: SourceState("a"), NOW)
    (waiting,) = db.call(entries.claim, NOW, 9, worker="w", lease_s=60)
    assert (waiting.title, waiting.language, waiting.tries) == ("GDEC opens", "en", 0)
    db.call(saving(article(text=filler(3)), entry_id=waiting.id))
    assert db.read(reports.check) == []


RETOLD = [
    # of a source that reads what names a forum: the words announced again → whether they are looked through again
    (Entry("http://a.example/1", "GDEC opens"), True),
    (Entry("http://a.example/1", "Live", "GDEC opens"), True),
    (Entry("http://a.example/1", "Live"), False),
    (Entry("http://a.example/1"), False),
]


@pytest.mark.parametrize(("entry", "waits"), RETOLD)
def test_what_named_no_forum_is_looked_through_again_in_other_words(db, entry, waits):
    def announced(entry, by):
        said = [("http://a.example/1", entry)]
        return db.call(sources.record_visit, by, said, lambda known: SourceState(by), NOW, reads="on_match")

    with_sources(db, "a", "b")
    announced(Entry("http://a.example/1", "Live"), "a")
    (waiting,) = db.call(entries.claim, NOW, 9, worker="w", lease_s=60)
    db.call(entries.skip, waiting.id)
    announced(entry, "b")  # which may call everything otherwise, at each poll
    assert db.call(entries.claim, NOW, 9, worker="w", lease_s=60) == []
    announced(entry, "a")
    again = db.call(entries.claim, NOW, 9, worker="w", lease_s=60)
    assert [(w.title, w.summary) for w in again] == [(entry.title, entry.summary)] * waits


GATES = [
    # headlines announced of two entries that came to one page, headed "Choose a region", its kind → whether both wait again
    ("Bridge opened", "Ferry stops", "article", True),
    ("Bridge opened", "Bridge  Opened | The Ledger", "article", False),  # one article under two addresses
    ("Choose a region | The Ledger", "Ferry stops", "article", False),  # one of them has the page for its own
    (None, "Ferry stops", "article", False),
    ("Bridge opened", "Ferry stops", "live", False),  # posts of one ticker
]


@pytest.mark.parametrize(("first", "second", "kind", "back"), GATES)
def test_entries_that_one_page_answers_for_wait_again(db, first, second, kind, back):
    with_sources(db, "a")
    urls = {"http://a.example/1": first, "http://a.example/2": second}
    said = [(url, Entry(url, title)) for url, title in urls.items()]
    db.call(sources.record_visit, "a", said, lambda known: SourceState("a"), NOW)
    read = db.call(entries.claim, NOW, 9, worker="w", lease_s=60)
    page = article("http://a.example/gate", title="Choose a region", kind=kind)
    for waiting in sorted(read, key=lambda waiting: waiting.url):
        saved = db.call(saving(page, entry_id=waiting.id))
    later_at = NOW + timedelta(minutes=15)
    sent = db.call(gates.sent_back, waiting, waiting.url, saved.article_id, later_at, NOW)
    assert sent == back
    again = db.call(entries.claim, later_at, 9, worker="w", lease_s=60)
    assert [w.tries for w in again] == [1, 1] * back
    for waiting in again:
        whole = article(waiting.url, title=waiting.title, text=filler(len(waiting.title)))
        assert db.call(saving(whole, entry_id=waiting.id)).outcome == "created"
    assert db.read(reports.check) == []


def test_a_copy_joins_the_story_of_its_original(db):
    first = db.call(saving(article(text=filler(1, 300))))
    exact = db.call(saving(article("http://b.example/1", text=filler(1, 300))))
    near = db.call(saving(article("http://c.example/1", text=filler(1, 260) + " " + filler(9, 20))))
    other = db.call(saving(article("http://d.example/1", text=filler(2, 300))))
    assert [s.relation for s in (first, exact, near, other)] == ["original", "exact", "near", "original"]
    assert first.story_id == exact.story_id == near.story_id != other.story_id
    assert exact.copy_of == first.article_id
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


def test_a_text_too_short_to_judge_never_joins(db):
    one, two = (db.call(saving(article(f"http://{h}.example/1", text="Short."))) for h in "ab")
    assert one.story_id != two.story_id
    assert db.read(candidates, Fingerprint(1, bytes(16), (), b"", b"", b"", 0)) == ()


def test_a_thousand_copies_of_one_text_leave_a_bounded_trace_in_the_index(db):
    for number in range(40):
        db.call(saving(article(f"http://h{number}.example/1", text=filler(1, 300))))
    for number in range(40):
        text = filler(1, 280) + " " + filler(number + 10, 20)
        saved = db.call(saving(article(f"http://n{number}.example/1", text=text)))
        assert saved.story_id == 1
    per_key = db.read(lambda conn: Counter(key for key, _ in every(conn, schema.fingerprint_blocks)))
    assert max(per_key.values()) <= SAME_STORY
    assert len(db.read(lambda conn: articles.list_stories(conn))) == 1


def test_keys_that_many_texts_hold_are_ignored_and_not_stored_without_bound(db):
    def other(number: int) -> Fingerprint:
        return Fingerprint(1, number.to_bytes(16), (1, 2, 3, 100 + number), b"", b"", b"", 900)

    def alone(fingerprint, neighbours) -> Verdict:
        return Verdict("original")

    for number in range(MOST_HOLDERS + 10):
        made = saving(article(f"http://h{number}.example/1"))
        made.keywords.update(fingerprint=other(number), judge=alone)
        db.call(made)
        if number in (MOST_HOLDERS - 1, MOST_HOLDERS):
            seen = len(db.read(candidates, other(9999)))
            assert seen == (24 if number < MOST_HOLDERS else 0)
    found = db.read(look_up, other(9999))
    assert [len(ids) for _, ids in found.holders] == [MOST_HOLDERS + 1] * 3 + [0]


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


def test_two_threads_that_store_one_text_at_once_make_one_original(db, database_url):
    texts = 40

    def store(host: str) -> None:
        with Database(database_url) as own:
            for number in range(texts):
                start.wait()
                own.call(saving(article(f"http://{host}.example/{number}", text=filler(number, 200))))

    start = threading.Barrier(2)
    threads = [threading.Thread(target=store, args=(host,)) for host in "xy"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stories = db.read(lambda conn: articles.list_stories(conn))
    assert [s.articles for s in stories] == [2] * texts
    assert sorted(a.relation for a in listed(db)) == ["exact"] * texts + ["original"] * texts
    assert db.read(reports.check) == []


@pytest.mark.parametrize("rounds", [4, pytest.param(12, marks=pytest.mark.slow)])
def test_processes_that_store_copies_at_the_same_moment_make_one_original(database_url, rounds):
    """Four hundred rounds: tests/benchmarks/copies_race.py."""
    assert race(database_url, writers=3, rounds=rounds) == {(1, 1): rounds}


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


def test_a_story_says_who_told_it_first_and_how_far_it_spread(db):
    told = [
        ("http://a.example/1", "en", datetime(2025, 7, 4, tzinfo=BANGKOK)),
        ("http://b.example/1", "en", datetime(2025, 7, 3, tzinfo=BANGKOK)),
        ("http://b.example/2", None, None),
    ]
    for url, language, published in told:
        made = article(url, "GDEC " + filler(1), title=url, language=language, published_at=published)
        db.call(saving(made, mention(made, "GDEC")))
    db.call(saving(article("http://c.example/9", filler(5))))
    (story,) = db.read(lambda conn: articles.list_stories(conn, copies_only=True))
    assert (story.title, story.url, story.source_id) == ("http://b.example/1",) * 2 + ("a",)
    assert (story.published_at, story.articles, story.outlets) == (told[1][2], 3, 2)
    assert (story.languages, story.forums) == (("en",), ("gdec",))
    assert len(db.read(lambda conn: articles.list_stories(conn))) == 2
    narrowed = db.read(lambda conn: articles.list_stories(conn, query="GDEC", copies_only=True, limit=5))
    assert narrowed == [story]


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
