"""Entries that were answered for wait again where they are asked for in other words, or of another page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from articlelists import claimed
from storesamples import (
    NOW,
    announce,
    article,
    filler,
    saving,
    with_sources,
)

from storage.records import Entry, SourceState
from storage.reports import standing as reports
from storage.sources import gates
from storage.sources import state as sources
from storage.waiting import entries


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
