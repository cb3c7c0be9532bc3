"""Copies in the store: one story, however many arrive at once, in a bounded index."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import datetime

import pytest
from articlelists import BANGKOK, listed
from racers import race
from storesamples import (
    article,
    filler,
    mention,
    saving,
)

from storage import schema
from storage.articles import save as articles
from storage.database import Database
from storage.records import Fingerprint, Verdict
from storage.reports import standing as reports
from storage.stories.copies import MOST_HOLDERS, SAME_STORY, candidates, look_up
from storage.stories.postings import every


def test_a_copy_joins_the_story_of_its_original(db):
    first = db.call(saving(article(text=filler(1, 300))))
    exact = db.call(saving(article("http://b.example/1", text=filler(1, 300))))
    near = db.call(saving(article("http://c.example/1", text=filler(1, 260) + " " + filler(9, 20))))
    other = db.call(saving(article("http://d.example/1", text=filler(2, 300))))
    assert [s.relation for s in (first, exact, near, other)] == ["original", "exact", "near", "original"]
    assert first.story_id == exact.story_id == near.story_id != other.story_id
    assert exact.copy_of == first.article_id
    assert db.read(reports.check) == []


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
