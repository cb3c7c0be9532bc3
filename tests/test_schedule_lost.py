"""What a document may have lost since the last answer, and one that is suddenly empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pollsamples import FRESH, KNOWN, NOW, SOURCE, UNCHANGED, M, failed, ok, wait
from tables import each

from crawler.gaps import lost_since
from crawler.schedule import next_state
from storage.records import NOTHING, Outcome, SourceState

LOSSES = [
    # state, outcome → a loss may have happened
    (KNOWN, ok(30, 0), True),
    (KNOWN, ok(30, 1), False),
    (KNOWN, ok(0, 0), False),
    (KNOWN, UNCHANGED, False),
    (FRESH, ok(30, 0), False),  # the first poll
    (replace(KNOWN, new_at=None), ok(30, 0), False),  # the first one with entries in it
    (
        KNOWN,
        ok(30, 29, problem="discover: malformed XML in line 7"),
        True,
    ),  # read in part: what is in the rest?
    (
        replace(KNOWN, error="discover: malformed XML in line 12"),
        ok(30, 29, problem="discover: malformed XML in line 7"),
        False,
    ),
    (
        replace(KNOWN, failures=1, error="fetch: 503"),
        ok(30, 29, problem="discover: 9 sitemaps left out"),
        False,
    ),
    (KNOWN, ok(2000, 1999, problem="discover: 2000 of 9000 entries taken (max_entries)"), True),
    (replace(KNOWN, interval_s=None, heard_until=NOW - timedelta(days=2)), ok(30, 0), True),  # mended
    (replace(KNOWN, interval_s=None, heard_until=NOW), ok(30, 0), False),  # another section from now on
]


@each(("state", "outcome", "lost"), LOSSES)
def test_a_document_without_overlap_may_have_lost_something_since_the_last_answer(
    state: SourceState, outcome: Outcome, lost: bool
) -> None:
    assert lost_since(state, outcome) == (state.succeeded_at if lost else None)


def test_a_loss_is_counted_from_the_last_answer_and_never_from_the_future() -> None:
    failing = replace(
        KNOWN, failures=40.0, polled_at=NOW - timedelta(hours=1), succeeded_at=NOW - timedelta(days=9)
    )
    assert lost_since(failing, ok(30, 0)) == NOW - timedelta(days=9)
    ahead = replace(KNOWN, succeeded_at=NOW + timedelta(days=1))  # the clock was put back
    assert lost_since(ahead, ok(30, 0)) == NOW


EMPTIED = replace(KNOWN, body_hash=NOTHING, new_at=NOW - timedelta(days=9))
LULLS = [
    # the document after one that held nothing → nothing was lost
    (ok(1, 0, oldest_at=NOW), True),
    (ok(3, 0, oldest_at=NOW - timedelta(hours=1)), True),
    (ok(4, 0, oldest_at=NOW), False),  # more than trickle in between two polls
    (ok(1, 0, oldest_at=NOW - timedelta(hours=2)), False),  # it was there when nothing was shown
    (ok(1, 0), False),  # nobody knows
    (ok(1, 0, oldest_at=NOW, problem="discover: malformed XML in line 7"), False),
]


@each(("outcome", "quiet"), LULLS)
def test_what_an_emptied_document_forgot_counts_from_the_last_news(outcome: Outcome, quiet: bool) -> None:
    assert lost_since(EMPTIED, outcome) == (None if quiet else EMPTIED.new_at)


AT_NIGHT = replace(EMPTIED, empty_from=NOW - timedelta(hours=9))
NOTHING_IN_IT = Outcome(NOW, body_hash=NOTHING)
EMPTY = [
    # state, outcome → empty since, and whether that is its way
    (KNOWN, NOTHING_IN_IT, (NOW, False)),
    (AT_NIGHT, NOTHING_IN_IT, (AT_NIGHT.empty_from, False)),
    (AT_NIGHT, UNCHANGED, (AT_NIGHT.empty_from, False)),
    (replace(AT_NIGHT, rests=True), NOTHING_IN_IT, (AT_NIGHT.empty_from, True)),
    (EMPTIED, NOTHING_IN_IT, (None, False)),  # as a version left it that did not count
    (FRESH, NOTHING_IN_IT, (None, False)),  # nothing stood in it before
    (KNOWN, UNCHANGED, (None, False)),
    (AT_NIGHT, ok(20, 20), (None, False)),  # its site was mended
    (AT_NIGHT, ok(2, 0), (None, True)),
    (AT_NIGHT, ok(9, 0, oldest_at=NOW), (None, True)),
    (AT_NIGHT, ok(9, 0, oldest_at=NOW - timedelta(hours=2)), (None, False)),  # it was there before
    (AT_NIGHT, ok(9, 0), (None, False)),  # nobody knows
    (replace(AT_NIGHT, rests=True), ok(20, 20), (None, True)),
    (replace(AT_NIGHT, new_at=None), ok(2, 0), (None, False)),  # the first that it ever announced
    (KNOWN, ok(9, 9, broken=True), (NOW, False)),
    (KNOWN, ok(9, 8, broken=True), (None, False)),  # and brings news all the same
    (replace(KNOWN, error="discover: cut short"), ok(9, 9, broken=True), (None, False)),  # as ever
    (AT_NIGHT, ok(9, 9, broken=True), (AT_NIGHT.empty_from, False)),  # not whole yet
]


@pytest.mark.parametrize(("state", "outcome", "after"), EMPTY)
def test_a_source_that_is_suddenly_empty_is_told_from_one_that_rests(
    state: SourceState, outcome: Outcome, after: tuple[datetime | None, bool]
) -> None:
    found = next_state(SOURCE, state, outcome, NOW)
    assert (found.empty_from, found.rests) == after
    kept = next_state(SOURCE, state, failed("hard"), NOW)
    assert (kept.empty_from, kept.rests) == (state.empty_from, state.rests)


def test_a_source_that_is_suddenly_empty_is_asked_soon_whether_it_stays_so_and_one_that_rests_is_not() -> (
    None
):
    assert wait(SOURCE, KNOWN, NOTHING_IN_IT) < 240
    assert wait(SOURCE, replace(KNOWN, rests=True), NOTHING_IN_IT) > 14 * M
    assert wait(SOURCE, replace(AT_NIGHT, interval_s=15 * M), NOTHING_IN_IT) > 14 * M
