"""A source, what is known of it, and how its polls end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crawler.schedule import next_state
from storage.records import Failure, FailureKind, Outcome, Source, SourceState

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
