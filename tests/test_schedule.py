"""When sources are polled next and entries read again, as tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pollsamples import FRESH, KNOWN, NOW, SOURCE, UNCHANGED, URL, D, H, M, failed, ok, wait
from tables import each

from crawler.gaps import is_whole_again
from crawler.retries import retry_at
from crawler.schedule import address, latest_poll, next_state
from storage.records import Failure, FailureKind, Outcome, SourceState

INTERVALS = [
    # every, interval before, entries, known → interval after
    (15 * M, None, 30, 30, 15 * M),
    (15 * M, 15 * M, 30, 15, 15 * M),  # half is new: as it is
    (15 * M, 15 * M, 30, 5, 450),  # most is new: twice as often
    (15 * M, 450, 30, 5, 225),
    (15 * M, 225, 30, 5, 225),  # four times `every` at most
    (15 * M, 225, 30, 29, 338),  # and back
    (15 * M, 800, 30, 29, 15 * M),
    (15 * M, 15 * M, 30, 0, 225),  # nothing overlaps: at once
    (3 * M, 3 * M, 30, 0, 60),  # never below a minute …
    (10, 10, 30, 0, 10),  # … but at the pace that is written
    (10, None, 30, 30, 10),
    (15 * M, 24 * H, 30, 30, 15 * M),  # `every` was shortened since
    (15 * M, 15 * M, 0, 0, 15 * M),
]


@each(("every", "before", "entries", "known", "after"), INTERVALS)
def test_a_source_that_turns_over_is_polled_more_often_and_every_is_the_longest_wait(
    every: int, before: int | None, entries: int, known: int, after: int
) -> None:
    source, state = replace(SOURCE, every_s=every), replace(KNOWN, interval_s=before)
    assert next_state(source, state, ok(entries, known), NOW).interval_s == after
    assert after * 0.95 <= wait(source, state, ok(entries, known)) <= after * 1.05


def test_ten_seconds_are_ten_seconds_whatever_happens() -> None:
    source = replace(SOURCE, every_s=10)
    state, now, gaps = FRESH, NOW, []
    for n in range(50):
        outcome = (ok(30, 0), UNCHANGED, ok(30, 29), ok(30, 0), ok(0, 0))[n % 5]
        state = next_state(source, state, outcome, now)
        assert state.next_at is not None
        gaps.append((state.next_at - now).total_seconds())
        now, state = state.next_at, replace(state, new_at=now)
    assert 9.5 <= min(gaps) <= max(gaps) <= 10.5


def test_a_success_clears_the_failure_and_keeps_what_was_learnt() -> None:
    before = replace(KNOWN, failures=3.25, error="fetch: 503", gone=True)
    after = next_state(SOURCE, before, ok(etag='"2"', body_hash="bb"), NOW)
    assert (after.failures, after.error, after.gone) == (0, None, False)
    assert (after.polled_at, after.succeeded_at, after.new_at) == (NOW, NOW, before.new_at)
    assert (after.etag, after.last_modified, after.body_hash) == ('"2"', None, "bb")


def test_an_unchanged_document_keeps_what_was_complained_of_it_and_not_why_the_last_poll_failed() -> None:
    complained = replace(KNOWN, error="it breaks off")
    assert next_state(SOURCE, complained, UNCHANGED, NOW).error == "it breaks off"
    assert next_state(SOURCE, replace(KNOWN, failures=1.0, error="fetch: 503"), UNCHANGED, NOW).error is None


def test_an_unchanged_document_keeps_validators_that_the_answer_did_not_repeat() -> None:
    after = next_state(SOURCE, KNOWN, UNCHANGED, NOW)
    assert (after.etag, after.last_modified, after.body_hash) == ('"1"', "Mon", "aa")
    assert next_state(SOURCE, KNOWN, replace(UNCHANGED, etag='"3"'), NOW).etag == '"3"'


def test_once_a_day_a_source_is_asked_in_full() -> None:
    state, forgot = KNOWN, []
    for n in range(1, 4 * 24 * 4 + 1):
        now = NOW + timedelta(minutes=15 * n)
        state = next_state(SOURCE, state, replace(UNCHANGED, at=now, etag='"1"'), now)
        if state.etag is None:
            forgot.append(n)
            assert state.body_hash == "aa"
    assert len(forgot) == 4
    assert next_state(SOURCE, FRESH, ok(etag='"1"'), NOW).etag == '"1"'


WEIGHTS = [("hard", 1), ("soft", 0.5), ("temporary", 0.25), ("refused", 1), ("gone", 1)]


@each(("kind", "weight"), WEIGHTS)
def test_failures_are_weighed_and_told(kind: FailureKind, weight: float) -> None:
    after = next_state(SOURCE, replace(KNOWN, failures=1.0), failed(kind), NOW)
    assert (after.failures, after.error, after.gone) == (1 + weight, f"fetch: {kind}", kind == "gone")
    assert (after.etag, after.body_hash, after.succeeded_at) == (
        KNOWN.etag,
        KNOWN.body_hash,
        KNOWN.succeeded_at,
    )


@each(("status", "kept"), [(412, False), (400, False), (500, False), (None, True), (503, True), (429, True)])
def test_a_server_that_errs_is_asked_without_condition_the_next_time(status: int | None, kept: bool) -> None:
    outcome = Outcome(NOW, failure=Failure(URL, "hard", "fetch: no", NOW, status))
    after = next_state(SOURCE, KNOWN, outcome, NOW)
    assert (after.etag, after.last_modified, after.body_hash) == (
        ('"1"', "Mon", "aa") if kept else (None, None, "aa")
    )


WAITS = [
    # failures before, kind, Retry-After → about how long
    (0, "temporary", None, 15 * M * 2**0.25),
    (0, "soft", None, 15 * M * 2**0.5),
    (0, "hard", None, 30 * M),
    (3, "hard", None, 4 * H),
    (4, "hard", None, 8 * H),
    (9, "hard", None, 12 * H),
    (40, "hard", None, 12 * H),
    (4000, "temporary", None, 12 * H),
    (0, "temporary", 2 * H, 2 * H),
    (0, "temporary", 30 * D, D),  # nobody shuts us out for a month with a header
    (0, "temporary", -5, 15 * M * 2**0.25),
    (0, "refused", None, D),
]


@each(("failures", "kind", "retry_after", "about"), WAITS)
def test_a_failing_source_waits_longer_and_longer_and_never_for_ever(
    failures: float, kind: FailureKind, retry_after: int | None, about: float
) -> None:
    waited = wait(SOURCE, replace(KNOWN, failures=failures), failed(kind, retry_after_s=retry_after))
    assert about * 0.9 <= waited <= min(about * 1.1, 30 * D)


@pytest.mark.parametrize("every_s", [10, 15 * M, 6 * H, 30 * D])
@pytest.mark.parametrize("kind", ["hard", "soft", "temporary"])
def test_a_source_that_works_again_is_asked_within_half_a_day_or_its_own_time(
    kind: FailureKind, every_s: int
) -> None:
    source, state, at = replace(SOURCE, every_s=every_s), KNOWN, NOW
    while at < NOW + timedelta(days=60):
        state = next_state(source, state, replace(failed(kind), at=at), at)
        assert state.next_at is not None
        assert 0 < (state.next_at - at).total_seconds() <= max(every_s, 12 * H) * 1.1
        at = state.next_at


def test_sources_that_start_together_drift_apart() -> None:
    waits = sorted(wait(replace(SOURCE, id=f"s{n}"), FRESH, ok(30, 0)) for n in range(1000))
    assert 7 * M < waits[0] < 8 * M
    assert 14 * M < waits[-1] <= 15 * M
    within_a_minute = max(sum(start <= w < start + M for w in waits) for start in waits)
    assert within_a_minute < 200
    again = sorted(wait(replace(SOURCE, id=f"s{n}"), KNOWN, UNCHANGED) for n in range(1000))
    assert again[0] < 14.5 * M < 15.5 * M < again[-1]


MOVED = "https://www.news.example/feed"


def polled(
    state: SourceState, days: float, moved_to: str | None = None, failure: Failure | None = None
) -> SourceState:
    """The state after a poll so many days later, at the address that is asked now."""
    now, asked = NOW + timedelta(days=days), address(SOURCE, state)
    redirected = None if asked == moved_to else moved_to
    outcome = Outcome(now, failure, entries=30, known=30, asked=asked, moved_to=redirected)
    return next_state(SOURCE, state, outcome, now)


def test_an_address_that_leads_elsewhere_for_good_on_three_days_is_asked_there() -> None:
    state, where = KNOWN, []
    for quarter in range(1, 17):
        state = polled(state, quarter / 4, MOVED)
        where.append(address(SOURCE, state))
    first = where.index(MOVED)
    assert 4 < first < 12  # more than a day, less than three
    assert where == [URL] * first + [MOVED] * (16 - first)
    assert address(replace(SOURCE, auth=("reader", "secret")), state) == URL
    assert address(replace(SOURCE, headers=(("X-Key", "1"),)), state) == URL
    assert address(SOURCE, polled(polled(KNOWN, 1, MOVED), 2)) == URL  # once is not for good
    back = polled(polled(polled(polled(KNOWN, 1, MOVED), 2, MOVED), 2.5), 3, MOVED)
    assert address(SOURCE, back) == URL  # it answered itself in between


@each(
    ("kind", "stays"),
    [("temporary", True), ("offline", True), ("soft", False), ("hard", False), ("gone", False)],
)
def test_a_move_is_forgotten_where_the_new_address_fails_for_good(kind: FailureKind, stays: bool) -> None:
    moved = replace(KNOWN, moved_to=MOVED, moves=3)
    after = polled(moved, 1, failure=Failure(MOVED, kind, f"fetch: {kind}", NOW))
    assert (address(SOURCE, after), after.gone) == (MOVED if stays else URL, False)


def test_the_rhythm_of_a_source_is_learned_from_what_it_brings() -> None:
    assert next_state(SOURCE, KNOWN, ok(), NOW).rhythm_s is None
    first = next_state(SOURCE, KNOWN, ok(30, 20), NOW)
    assert first.rhythm_s == H
    day = replace(first, new_at=NOW - timedelta(days=1))
    assert next_state(SOURCE, day, ok(30, 20), NOW).rhythm_s == H + round((D - H) * 0.2)
    ahead = replace(first, new_at=NOW + timedelta(days=1))
    assert next_state(SOURCE, ahead, ok(30, 20), NOW).rhythm_s == H
    ages = replace(KNOWN, new_at=NOW - timedelta(days=900))
    assert next_state(SOURCE, ages, ok(30, 20), NOW).rhythm_s == 30 * D


HASTE = [
    # every, interval before, known of 30 → interval after, while a forum is on
    (15 * M, 15 * M, 30, 450),
    (15 * M, None, 30, 450),
    (15 * M, 450, 30, 450),
    (15 * M, 450, 5, 225),
    (90, 90, 30, 60),  # never below a minute …
    (10, 10, 30, 10),  # … but at the pace that is written
]


@each(("every", "before", "known", "after"), HASTE)
def test_a_source_is_polled_twice_as_often_while_its_forum_is_on(
    every: int, before: int | None, known: int, after: int
) -> None:
    source, state = replace(SOURCE, every_s=every), replace(KNOWN, interval_s=before)
    assert next_state(source, state, ok(30, known), NOW, hasty=True).interval_s == after
    daily = replace(source, cron="0 8 * * *")
    calm, hasty = (next_state(daily, state, ok(30, known), NOW, hasty=haste) for haste in (False, True))
    assert calm.next_at == hasty.next_at


def test_ten_thousand_sources_are_no_herd_after_three_days_of_standstill() -> None:
    """All are polled at once, which no clock can spare anybody; what follows is spread, and nothing comes twice."""
    overdue = replace(KNOWN, next_at=NOW - timedelta(days=3), polled_at=NOW - timedelta(days=3))
    forgotten = replace(overdue, next_at=None)  # the clock went back, or somebody asked for all
    for state in (overdue, forgotten):
        waits = [wait(replace(SOURCE, id=f"s{n}"), state, UNCHANGED) for n in range(10_000)]
        minutes = Counter(int(w // M) for w in waits)
        assert (min(waits) >= 7 * M, max(waits) <= 16 * M) == (True, True)
        assert max(minutes.values()) < 10_000 / 6


def test_after_a_standstill_sources_are_spread_again() -> None:
    late = replace(KNOWN, next_at=NOW - timedelta(hours=3))
    assert len({round(wait(replace(SOURCE, id=f"s{n}"), late, UNCHANGED) / M) for n in range(100)}) >= 7


def test_the_same_poll_is_always_followed_by_the_same_wait() -> None:
    assert next_state(SOURCE, KNOWN, ok(), NOW) == next_state(SOURCE, KNOWN, ok(), NOW)


MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(
    MOMENTS,
    MOMENTS,
    st.integers(10, 7 * D),
    st.sampled_from(["ok", "hard", "temporary", "refused", "gone"]),
    st.floats(0, 1e6),
)
def test_whatever_the_clock_did_the_next_poll_is_ahead_and_within_a_month(
    then: datetime, now: datetime, every: int, what: str, failures: float
) -> None:
    source = replace(SOURCE, every_s=every)
    state = SourceState("s", then, then, then, then, every, failures=failures)
    outcome = ok() if what == "ok" else failed(what)  # type: ignore[arg-type]
    assert 0 < wait(source, state, outcome, now) <= 30 * D


RETRIES = [
    # kind, status → waits in minutes of tries one to the last
    ("temporary", None, [5, 15, 45, 135, 405, 1215, 1440]),
    ("soft", 404, [15, 45, 135, 405]),
    ("soft", 429, [5, 15, 45, 135, 405, 1215, 1440]),
    ("hard", 403, [60, 360, 1080]),
    ("gone", 410, []),
    ("refused", None, []),
]


@pytest.mark.parametrize(("kind", "status", "waits"), RETRIES)
def test_an_entry_is_read_again_a_bounded_number_of_times(
    kind: FailureKind, status: int | None, waits: list[int]
) -> None:
    failure = Failure(URL, kind, "fetch: no", NOW, status)
    ats = [retry_at(tries, failure, NOW) for tries in range(1, 30)]
    assert [at is not None for at in ats] == [n < len(waits) for n in range(29)]
    for minutes, at in zip(waits, ats, strict=False):
        assert at is not None
        assert minutes * 0.95 <= (at - NOW).total_seconds() / M <= minutes * 1.05


def test_an_entry_waits_as_long_as_the_server_asked_for_up_to_a_day() -> None:
    def waited(seconds: int) -> float:
        at = retry_at(1, Failure(URL, "temporary", "fetch: 503", NOW, 503, seconds), NOW)
        assert at is not None
        return (at - NOW).total_seconds()

    assert [waited(2 * H), waited(9 * D)] == [2 * H, D]
    assert waited(1) > 4 * M


def test_what_robots_txt_forbids_is_asked_again_under_the_rules_of_the_next_days() -> None:
    for left in (H, D + 1):  # seconds until the rules are asked for anew
        forbidden = Failure(URL, "refused", "fetch: robots.txt disallows /1", NOW, retry_after_s=left)
        ats = [retry_at(tries, forbidden, NOW) for tries in (1, 2, 3)]
        assert ats[2] is None
        for at in ats[:2]:
            assert at is not None
            assert left < (at - NOW).total_seconds() <= left * 1.05 + M


def test_what_is_announced_ahead_and_not_there_is_asked_for_when_its_time_has_come() -> None:
    missing = Failure(URL, "soft", "fetch: 404", NOW, 404)
    hours = {20: 20.25, 0.1: 0.35, 30 * 24: None, -1: None}
    for ahead, waited in hours.items():
        at = retry_at(9, missing, NOW, NOW + timedelta(hours=ahead))
        assert at == (None if waited is None else NOW + timedelta(hours=waited)), ahead
    assert retry_at(9, Failure(URL, "hard", "fetch: 403", NOW, 403), NOW, NOW + timedelta(hours=1)) is None


def test_tries_counted_from_nought_are_no_mistake() -> None:
    failure = Failure(URL, "temporary", "fetch: reset", NOW)
    assert retry_at(0, failure, NOW) == retry_at(1, failure, NOW)


@given(
    st.sampled_from([60, 900, 7 * 3600, 30 * D]),
    st.one_of(st.none(), st.just("0 8 * * *")),
    st.integers(0, 30),
)
def test_no_source_that_answers_is_polled_later_than_at_the_latest(every_s, cron, known) -> None:
    source = replace(SOURCE, every_s=every_s, cron=cron)
    after = next_state(source, replace(KNOWN, interval_s=None), ok(known=known), NOW)
    assert after.next_at is not None
    assert NOW < after.next_at <= latest_poll(source, NOW)


def test_a_document_is_whole_again_after_one_that_was_cut_or_did_not_come() -> None:
    cut = replace(KNOWN, error="discover: the document breaks off")
    assert is_whole_again(cut, ok())
    assert not is_whole_again(KNOWN, ok())
    assert not is_whole_again(cut, replace(ok(), problem="discover: the document breaks off"))
    assert not is_whole_again(cut, failed("temporary"))
