"""Whether "nothing new" can be trusted is said in the same words everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from storesamples import NOW, announce, with_sources
from webdesk import client

from crawler.sure import proof, sure
from storage.database import Database
from storage.reports import standing as reports

MINUTE = timedelta(minutes=1)


@pytest.fixture
def seen(tmp_path):
    """Three sources that answered a minute ago."""
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        with_sources(db, "a", "b", "c")
        for name in "abc":
            announce(db, f"http://{name}.example/1", by=name, at=NOW - MINUTE)
        status = db.read(reports.status, NOW)
    return replace(status, entries_waiting=0)


def test_a_watch_that_hears_all_says_so_with_its_proof(seen):
    assert sure(seen) == ("sound", "Each of 3 sources answered when it was asked last.")
    assert (
        proof(seen, NOW)
        == "Each of 3 sources answered when it was asked last. Last asked within two minutes."
    )
    late = proof(replace(seen, entries_waiting=1, sources=1), NOW + 25 * MINUTE)
    assert late == (
        "The one source that is watched answered when it was asked last. Last asked 26 minutes ago. "
        "1 announced article is still to be read."
    )
    tried = proof(replace(seen, entries_waiting=9, entries_in_vain=2, entries_unshown_7d=1), NOW)
    assert tried.endswith(
        "9 announced articles are still to be read, 2 of them asked for in vain so far. "
        "1 article of the last week was never shown to us: `forumwatch errors` says why."
    )
    assert sure(replace(seen, disabled=3))[0] == "unknown"
    assert proof(replace(seen, entries_paused=2), NOW).endswith(
        "2 announced articles are not read, of sources that are asked no more."
    )


def test_polls_that_are_dated_in_the_future_prove_nothing(seen):
    """The clock ran ahead, nobody has polled since it was set back, and nothing is overdue."""
    ahead = replace(seen, last_poll_at=NOW + timedelta(days=365))
    assert sure(ahead)[0] == "doubt"
    said = "The last poll is dated 2027-11-01 08:00 UTC, which is still to come: the clock was wrong then, or is now."
    assert proof(ahead, NOW) == f"Each of 3 sources answered when it was asked last. {said}"
    wrong = proof(replace(ahead, failing=1), NOW)
    assert wrong == f"Of 3 sources 1 fails when it is asked. {said}"
    assert sure(replace(seen, last_poll_at=NOW + MINUTE))[0] == "sound"


def test_a_store_that_takes_nothing_raises_a_doubt_whatever_else_is_well(seen):
    full = replace(seen, refused_since=NOW)
    said = (
        "The store has taken nothing since 2026-11-01 08:00 UTC: the log says why, mostly its disk is full. "
    )
    assert sure(full) == ("doubt", said + sure(seen)[1])
    assert sure(replace(full, failing=1)) == ("doubt", f"{said}Of 3 sources 1 fails when it is asked.")
    waits = sure(replace(seen, unstored=2))
    assert waits == ("doubt", f"2 articles were read and not taken by the store. {sure(seen)[1]}")


WRONG = {
    "failing": "1 fails when it is asked",
    "gone": "1 is gone for good (410) and not asked any more",
    "blind": "1 answers, but its pages bring no text",
    "silent": "1 announces nothing, or nothing new for longer than usual",
    "new": "1 has not been asked yet",
    "overdue": "1 should have been asked more than half an hour ago",
    "possible_losses": "1 may have dropped articles between two polls",
    "left_out": "1 announces more than is taken",
    "falling": "1 is read worse than before",
}


@pytest.mark.parametrize("what", WRONG)
def test_each_thing_that_is_wrong_raises_a_doubt(seen, what):
    assert sure(replace(seen, **{what: 1})) == ("doubt", f"Of 3 sources {WRONG[what]}.")


def test_articles_that_nobody_reads_raise_a_doubt(seen):
    well, read_by_nobody = (
        "Each of 3 sources answered when it was asked last.",
        "12,786 announced articles have waited for more than half an hour to be read.",
    )
    behind = replace(seen, entries_waiting=12_800, entries_overdue=12_786)
    assert sure(behind) == ("doubt", f"{well} {read_by_nobody}")
    assert sure(replace(behind, failing=1)) == (
        "doubt",
        f"Of 3 sources 1 fails when it is asked. {read_by_nobody}",
    )
    assert sure(replace(seen, entries_overdue=1))[1].endswith(
        "1 announced article has waited for more than half an hour to be read."
    )
    assert sure(replace(seen, entries_waiting=12_800)) == ("sound", well)


def test_what_is_wrong_with_all_sources_is_said_of_all(seen):
    told = [sure(replace(seen, **{what: 3}))[1] for what in ("new", "failing")]
    assert told == ["None of the 3 sources has been asked yet.", "All 3 sources fail when they are asked."]
    assert sure(replace(seen, failing=3, falling=1))[1] == (
        "All 3 sources fail when they are asked, 1 is read worse than before."
    )


def test_a_watch_that_nobody_runs_is_told(seen):
    for gone in (0, 1):
        told = sure(replace(seen, gone=gone, overdue=3 - gone))[1]
        assert told.endswith("asked more than half an hour ago. Is `forumwatch run` running?")


async def test_the_dashboard_and_the_api_say_the_same(tmp_path):
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        with_sources(db, "a", "b")
        announce(db, "http://a.example/1", by="a", at=NOW)
        async with client(db) as asks:
            told = (await asks.get("/api/v1/status")).json()
            pages = [(await asks.get(address)).text for address in ("/", "/sources")]
    assert told["sure"] == "doubt"
    assert told["proof"] == (
        "Of 2 sources 1 has not been asked yet. Last asked within two minutes. 1 announced article is still to be read."
    )
    assert all(
        "Of 2 sources 1 has not been asked yet. Last asked within two minutes." in page for page in pages
    )
