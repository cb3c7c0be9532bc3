"""When sources are polled next and entries read again, as tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import each

from crawler.cron import next_firing
from crawler.gaps import is_whole_again, lost_since
from crawler.retries import retry_at
from crawler.schedule import address, latest_poll, next_state
from storage.records import NOTHING, Failure, FailureKind, Outcome, Source, SourceState

NOW = datetime(2025, 7, 10, 12, tzinfo=UTC)
URL = "https://news.example/feed"
M, H, D = 60, 3600, 86_400

SOURCE = Source("s", "S", "feed", URL, every_s=15 * M)
FRESH = SourceState("s")
KNOWN = SourceState(
    "s", next_at=NOW, polled_at=NOW - timedelta(minutes=15), succeeded_at=NOW - timedelta(minutes=15),
    new_at=NOW - timedelta(hours=1), interval_s=15 * M, etag='"1"', last_modified="Mon", body_hash="aa",
)  # fmt: skip


def ok(entries: int = 30, known: int = 30, **more: object) -> Outcome:
    return Outcome(NOW, entries=entries, known=known, **more)  # type: ignore[arg-type]


def failed(kind: FailureKind, **more: object) -> Outcome:
    return Outcome(NOW, failure=Failure(URL, kind, f"fetch: {kind}", NOW, **more))  # type: ignore[arg-type]


UNCHANGED = Outcome(NOW, unchanged=True)


def wait(source: Source, state: SourceState, outcome: Outcome, now: datetime = NOW) -> float:
    at = next_state(source, state, outcome, now).next_at
    assert at is not None
    return (at - now).total_seconds()


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


def test_a_source_with_a_cron_line_is_polled_at_its_hours_in_its_own_time_zone() -> None:
    source = replace(SOURCE, cron="0 8 * * *", timezone="Asia/Bangkok")
    assert next_state(source, KNOWN, ok(), NOW).next_at == datetime(2025, 7, 11, 1, tzinfo=UTC)
    at_eight = datetime(2025, 7, 11, 1, tzinfo=UTC)
    assert next_state(source, KNOWN, ok(), at_eight).next_at == at_eight + timedelta(days=1)
    never = replace(SOURCE, cron="0 0 31 2 *")
    assert wait(never, KNOWN, ok()) == 30 * D


CHANGES = [
    # cron, zone, a day before the clocks change → the hours (UTC) at which it is polled from then on
    (
        "0 0 * * *",
        "Europe/Berlin",
        datetime(2026, 3, 27, 23, tzinfo=UTC),
        [24, 47, 71],
    ),  # the shorter day is the second
    ("0 0 * * mon", "Europe/Berlin", datetime(2026, 3, 22, 23, tzinfo=UTC), [7 * 24 - 1, 14 * 24 - 1]),
    (
        "30 2 * * *",
        "Europe/Berlin",
        datetime(2026, 3, 28, 1, 30, tzinfo=UTC),
        [24, 47],
    ),  # 2:30 is 3:30 that day
    ("0 * * * *", "Europe/Berlin", datetime(2026, 10, 24, 23, tzinfo=UTC), [1, 2, 3, 4]),  # 2:00 comes twice
    ("30 2 * * *", "Europe/Berlin", datetime(2026, 10, 24, 0, 30, tzinfo=UTC), [24, 49, 73]),  # 2:30 does not
    ("0,30 1-3 * * *", "Europe/Berlin", datetime(2026, 10, 24, 23, 30, tzinfo=UTC), [0.5, 1, 2.5, 3]),
    ("*/30 2 * * *", "Europe/Berlin", datetime(2026, 10, 24, 0, 30, tzinfo=UTC), [23.5, 24, 24.5, 25, 48.5]),
    ("45 1 * * *", "Australia/Lord_Howe", datetime(2026, 4, 3, 14, 45, tzinfo=UTC), [24, 48.5, 72.5]),
    ("30 1 * * *", "America/New_York", datetime(2026, 3, 7, 6, 30, tzinfo=UTC), [24, 47]),
    (
        "0 0 * * *",
        "Africa/Cairo",
        datetime(2026, 4, 22, 22, tzinfo=UTC),
        [24, 47],
    ),  # midnight itself is left out
]


@each(("cron", "zone", "start", "hours"), CHANGES)
def test_clocks_that_change_cost_a_cron_line_no_poll(
    cron: str, zone: str, start: datetime, hours: list[int]
) -> None:
    source, now, found = replace(SOURCE, cron=cron, timezone=zone), start, []
    for _ in hours:
        following = next_state(source, KNOWN, ok(), now).next_at
        assert following is not None
        now = following
        found.append((now - start) / timedelta(hours=1))
    assert found == hours


WEEKDAYS = [
    ("1-5", "mon tue wed thu fri"), ("0", "sun"), ("7", "sun"), ("5-7", "fri sat sun"), ("6-1", "mon sat sun"), ("mon-fri", "mon tue wed thu fri"),
    ("sat-mon", "mon sat sun"), ("1,3", "mon wed"), ("*/2", "tue thu sat sun"), ("1-5/2", "mon wed fri"), ("SUN", "sun"), ("4/2", "thu sat"),
]  # fmt: skip


@each(("written", "days"), WEEKDAYS)
def test_days_of_the_week_are_counted_as_cron_counts_them(written: str, days: str) -> None:
    monday = datetime(2025, 7, 6, 23, tzinfo=UTC)
    at, found = next_firing(f"0 8 * * {written}", "UTC", monday), []
    while at and at < monday + timedelta(days=7):
        found.append(f"{at:%a}".lower())
        at = next_firing(f"0 8 * * {written}", "UTC", at)
    assert " ".join(found) == days


def test_of_a_day_of_the_month_and_one_of_the_week_either_is_enough() -> None:
    at, found = datetime(2025, 7, 1, tzinfo=UTC), []
    for _ in range(4):
        following = next_firing("0 8 10,13 * 5", "UTC", at)
        assert following is not None
        at = following
        found.append(at.day)
    assert found == [4, 10, 11, 13]
    on_both = next_firing("0 8 1 * */2", "UTC", at)  # to cron a star with steps is one
    assert on_both == datetime(2025, 11, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "moments"),
    [
        ("0 8 1 */3 *", ["2025-10-01", "2026-01-01", "2026-04-01"]),
        ("0 8 15 1 *", ["2026-01-15", "2027-01-15"]),
        ("0 8 29 2 *", ["2028-02-29", "2032-02-29"]),
    ],
)
def test_a_cron_line_rarer_than_a_month_comes_when_it_says(line: str, moments: list[str]) -> None:
    source, at = replace(SOURCE, cron=line, timezone="Asia/Bangkok"), NOW
    for moment in moments:
        following = next_state(source, KNOWN, ok(), at).next_at
        assert following == datetime.fromisoformat(f"{moment}T08:00:00+07:00")
        at = following


def test_hours_that_a_standstill_took_are_made_up_for_once() -> None:
    hourly = replace(SOURCE, cron="0 * * * *")
    late = replace(KNOWN, next_at=NOW - timedelta(days=3), polled_at=NOW - timedelta(days=3))
    after = next_state(hourly, late, ok(), NOW + timedelta(minutes=20))
    assert after.next_at == NOW + timedelta(hours=1)


def test_a_rare_cron_is_retried_in_between_and_a_frequent_one_skipped_while_a_source_fails() -> None:
    daily, often = replace(SOURCE, cron="0 8 * * *"), replace(SOURCE, cron="*/5 * * * *")
    assert wait(daily, KNOWN, failed("temporary")) < H
    state = replace(KNOWN, failures=5.0)
    assert wait(often, state, failed("hard")) > 10 * H
    at = next_state(often, state, failed("hard"), NOW).next_at
    assert at is not None
    assert (at.minute % 5, at.second) == (0, 0)


def test_a_rare_cron_that_came_within_a_wait_costs_no_week() -> None:
    """Asked to stay away for a day, over the moment of its week: it is asked after that day, and not a week later."""
    weekly = replace(SOURCE, cron="0 13 * * THU")  # an hour from now
    assert wait(weekly, KNOWN, failed("temporary", status=503, retry_after_s=D)) <= 2 * D
    yearly = replace(SOURCE, cron="0 13 10 7 *")
    assert wait(yearly, KNOWN, failed("temporary", status=503, retry_after_s=2 * H)) <= D


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
    for ahead, wait in hours.items():
        at = retry_at(9, missing, NOW, NOW + timedelta(hours=ahead))
        assert at == (None if wait is None else NOW + timedelta(hours=wait)), ahead
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
