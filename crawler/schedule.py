"""When a source is polled next. Pure: the time is an argument.

    (source, state, outcome, now) ─next_state→ state
    (source, state) ─address→ where it is polled

``every`` is a promise: a healthy source is polled at least that often, give or take 5 %. It is polled more often,
up to four times, while its documents turn over so quickly that the next poll might miss some of it; and twice as
often while a forum is on that it speaks of. A failing source waits longer and longer, half a day at most, and is
never given up; only a 410 ends the polling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from crawler.cron import next_firing
from crawler.gaps import emptied, lost_since
from storage.records import (
    MOVED_AFTER,
    NOTHING,
    Failure,
    FailureKind,
    Outcome,
    Source,
    SourceState,
)

DAY_S = 86_400
MAX_WAIT_S = 30 * DAY_S  # nothing but a cron line's next moment is ever further away, whatever the clock did
MAX_RETRY_AFTER_S = DAY_S
# of a failing source, where `every` is no longer: once it is mended, a feed mostly still holds what it told meanwhile
MAX_FAILING_S = DAY_S // 2
FASTEST_S = 60  # no source is sped up beyond this; one that says `every: 10s` itself is taken at its word
SPEED_UP = 4  # times as often as `every`, at most
JITTER = 0.05  # either way: sources that were started together drift apart
SPREAD_FROM_S = 60  # the first wait of a longer interval is cut at random by up to half, against herds
FEW_KNOWN, MANY_KNOWN = 0.33, 0.67  # shares of known entries: below, poll faster; above, slower again
SLOWER = 1.5  # factor on the way back to `every`
HASTE = 2  # times as often as `every`, at least, while a forum is on that the source speaks of
RHYTHM = 0.2  # weight of the latest gap between two polls that brought something new

WEIGHT: Mapping[FailureKind, float] = {"hard": 1, "refused": 1, "gone": 1, "soft": 0.5, "temporary": 0.25}
OFFLINE_S = 300  # until a source or an entry is asked again that could not be, as nobody could

TOO_MANY_REQUESTS = 429
OVERLOADED = (TOO_MANY_REQUESTS, 502, 503, 504)  # who says so is not asked for more than before


def next_state(
    source: Source, state: SourceState, outcome: Outcome, now: datetime, *, hasty: bool = False
) -> SourceState:
    """What `state` becomes by a poll that came to `outcome`; `hasty`: a forum is on that the source speaks of."""
    if outcome.failure is not None:
        return _failed(source, state, outcome, outcome.failure, now)
    return _succeeded(source, state, outcome, now, hasty)


def address(source: Source, state: SourceState) -> str:
    """What is polled: the source's own address, or where that has led for good on MOVED_AFTER days in a row.

    A source with a password or headers is always asked at its own: they are for that one alone.
    """
    moved_to = state.moved_to if state.moves >= MOVED_AFTER else None
    return source.url if not moved_to or source.auth or source.headers else moved_to


def latest_poll(source: Source, polled_at: datetime) -> datetime:
    """When a source that answered then is polled again at the latest, by what sources.yaml says of it now."""
    if source.cron is not None:
        return _next_firing(source, polled_at)
    return polled_at + timedelta(seconds=source.every_s * (1 + JITTER) + 1)


def _succeeded(
    source: Source, state: SourceState, outcome: Outcome, now: datetime, hasty: bool
) -> SourceState:
    interval = _interval(source, state, outcome, hasty)
    forget = _is_time_to_ask_in_full(source, state, now)
    moved_to, moves = _moved(source, state, outcome, forget)
    next_at = _next_poll(source, state, interval, now)
    empty_from, rests = emptied(state, outcome)
    return replace(
        state,
        next_at=next_at,
        polled_at=now,
        succeeded_at=now,
        interval_s=interval,
        etag=None if forget else _kept(outcome, outcome.etag, state.etag),
        last_modified=None if forget else _kept(outcome, outcome.last_modified, state.last_modified),
        body_hash=_kept(outcome, outcome.body_hash, state.body_hash),
        failures=0.0,
        error=state.error if outcome.unchanged and not state.failures else outcome.problem,
        gone=False,
        rhythm_s=_rhythm(state, outcome, now),
        moved_to=moved_to,
        moves=moves,
        heard_from=state.heard_from or now,
        heard_until=next_at,
        empty_from=empty_from,
        rests=rests,
    )


def _moved(source: Source, state: SourceState, outcome: Outcome, new_day: bool) -> tuple[str | None, int]:
    """Where the source's address leads for good, and on how many days in a row it did."""
    if outcome.moved_to is None and outcome.asked == state.moved_to != source.url:
        return state.moved_to, state.moves  # asked there, and it answered itself
    if outcome.moved_to is None or outcome.moved_to != state.moved_to:
        return outcome.moved_to, int(outcome.moved_to is not None)
    return state.moved_to, min(state.moves + new_day, MOVED_AFTER)


def _rhythm(state: SourceState, outcome: Outcome, now: datetime) -> int | None:
    """The smoothed time between polls that brought something new, in seconds."""
    if outcome.known >= outcome.entries or state.new_at is None or state.new_at >= now:
        return state.rhythm_s
    gap = min((now - state.new_at).total_seconds(), MAX_WAIT_S)
    return round(gap if state.rhythm_s is None else state.rhythm_s + RHYTHM * (gap - state.rhythm_s))


def _kept(outcome: Outcome, new: str | None, old: str | None) -> str | None:
    """A 304 need not repeat its validators; a new document speaks for itself."""
    return new or old if outcome.unchanged else new


def _interval(source: Source, state: SourceState, outcome: Outcome, hasty: bool) -> int:
    """Today's interval: between a quarter of `every` and `every`, or half of it in haste."""
    fastest = min(source.every_s, max(FASTEST_S, source.every_s // SPEED_UP))
    slowest = max(fastest, source.every_s // HASTE) if hasty else source.every_s
    current = min(max(state.interval_s or slowest, fastest), slowest)
    if state.new_at is None:  # everything is new at first
        return current
    if lost_since(state, outcome) or (outcome.body_hash == NOTHING != state.body_hash and not state.rests):
        return fastest  # also where the document is suddenly empty: whether it stays so is to be known soon
    share = 1.0 if outcome.unchanged or not outcome.entries else outcome.known / outcome.entries
    if share >= MANY_KNOWN:
        return min(round(current * SLOWER), slowest)
    return max(current // 2, fastest) if share < FEW_KNOWN else current


def _next_poll(source: Source, state: SourceState, interval: int, now: datetime) -> datetime:
    if source.cron is not None:
        return _next_firing(source, now)
    share = chance(source.id, now)
    if interval >= SPREAD_FROM_S and _out_of_step(state, interval, now):
        return now + timedelta(seconds=interval * (0.5 + 0.5 * share))
    return now + timedelta(seconds=interval * (1 + JITTER * (2 * share - 1)))


def _out_of_step(state: SourceState, interval: int, now: datetime) -> bool:
    """Whether a source was polled together with all the others: for the first time, all at once, or after a
    standstill.
    """
    late = now - state.next_at if state.next_at is not None else None
    return state.polled_at is None or late is None or late.total_seconds() > interval


def _is_time_to_ask_in_full(source: Source, state: SourceState, now: datetime) -> bool:
    """Once a day, at an hour of the source's own: some servers keep an ETag over a change."""
    if state.polled_at is None:
        return False
    shift = timedelta(seconds=chance(source.id) * DAY_S)
    return (state.polled_at.astimezone(UTC) + shift).date() < (now.astimezone(UTC) + shift).date()


def _failed(
    source: Source, state: SourceState, outcome: Outcome, failure: Failure, now: datetime
) -> SourceState:
    failures = _weighed(state.failures, failure)
    elsewhere = outcome.asked is not None and outcome.asked != source.url
    forget = failure.status is not None and failure.status not in OVERLOADED
    after = replace(
        state,
        next_at=_after_failure(source, failure, failures, now),
        polled_at=now,
        etag=None if forget else state.etag,  # some servers stumble over their own
        last_modified=None if forget else state.last_modified,
        failures=failures,
        error=failure.message,
        gone=state.gone or (failure.kind == "gone" and not elsewhere),
        heard_from=state.heard_from or now,
        heard_until=state.heard_until or now,
    )
    lasting = failure.kind not in ("temporary", "offline")
    if elsewhere and lasting:  # the move is undone, or was none: back to its own address
        return replace(after, moved_to=None, moves=0)
    return after


def _weighed(failures: float, failure: Failure) -> float:
    """Failures so far; one while nobody can be reached marks a source as failing, and is held against none."""
    if failure.kind == "offline":
        return max(failures, WEIGHT["temporary"])
    return failures + WEIGHT[failure.kind]


def _after_failure(source: Source, failure: Failure, failures: float, now: datetime) -> datetime:
    """Twice the interval per weighed failure, to a bound. A rare cron is tried again in between, also where its moment
    comes within the wait; a frequent one is skipped.
    """
    wait = min(source.every_s * 2 ** min(failures, 30), max(source.every_s, MAX_FAILING_S))
    if failure.kind == "offline":
        wait = min(source.every_s, OFFLINE_S)
    wait *= 1 + 2 * JITTER * (2 * chance(source.id, now) - 1)
    wait = max(wait, asked_for(failure), DAY_S if failure.kind == "refused" else 0)
    at = now + timedelta(seconds=min(wait, MAX_WAIT_S))
    if source.cron is None or _next_firing(source, now) > at:
        return at
    firing = _next_firing(source, at)
    return firing if firing - at <= timedelta(seconds=MAX_FAILING_S) else at


def asked_for(failure: Failure) -> int:
    """Seconds for which a server asked to be left alone, a day at most."""
    return min(max(failure.retry_after_s or 0, 0), MAX_RETRY_AFTER_S)


def _next_firing(source: Source, now: datetime) -> datetime:
    """The next moment of the source's cron line, exactly: who writes 08:00 means 08:00."""
    found = next_firing(source.cron or "", source.timezone or "UTC", now)
    return found or now + timedelta(seconds=MAX_WAIT_S)  # 30 February never comes


def chance(name: str, now: datetime | None = None) -> float:
    """A number from 0 to 1 that looks random and is the same every time for the same name and moment."""
    digest = blake2b(
        f"{name} {now.isoformat() if now else ''}".encode("utf-8", "replace"), digest_size=4
    ).digest()
    return int.from_bytes(digest, "big") / 2**32
