"""Sources that are polled at the hours of a cron line, whatever clocks do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pollsamples import KNOWN, NOW, SOURCE, D, H, failed, ok, wait
from tables import each

from crawler.cron import next_firing
from crawler.schedule import next_state


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
