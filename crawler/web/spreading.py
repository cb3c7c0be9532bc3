"""How a story spread → a drawing in SVG: time from left to right, a lane and a shape for each way of telling."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from crawler.dedupe.spread import Spread, Telling

WIDTH, LANE, EDGE = 720, 34, 12  # units of the drawing
LANES = (
    ("original", "in words of its own", "circle"),
    ("exact", "word for word", "square"),
    ("near", "changed", "triangle"),
    ("translated", "translated", "diamond"),
)
MOST_MARKS = 500  # drawn; the table below tells of all
_STATES = ((86_400, "d"), (3600, "h"), (60, "min"))


@dataclass(frozen=True, slots=True)
class Mark:
    """One telling, where it lies."""

    x: float
    y: float
    shape: str
    relation: str
    first: bool
    said: str  # for who points at it


@dataclass(frozen=True, slots=True)
class Lane:
    """All tellings of one relation."""

    relation: str
    name: str
    shape: str
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that a template draws, and the words for who does not see it."""

    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    begins: datetime
    ends: datetime
    said: str
    width: int
    height: int


def drawn(spread: Spread) -> Drawing | None:
    """The drawing; None of a story that was told once."""
    told = spread.tellings
    if len(told) < 2:
        return None
    begins, ends = told[0].at.astimezone(UTC), told[-1].at.astimezone(UTC)
    kinds = [lane for lane in LANES if any(t.member.relation == lane[0] for t in told)]
    lanes = tuple(
        Lane(kind, name, shape, LANE * number + LANE / 2, sum(t.member.relation == kind for t in told))
        for number, (kind, name, shape) in enumerate(kinds)
    )
    by_kind = {lane.relation: lane for lane in lanes}
    span = max((ends - begins).total_seconds(), 1)
    marks = tuple(
        _mark(t, by_kind[t.member.relation], (t.at - begins).total_seconds() / span, t is spread.first)
        for t in told[:MOST_MARKS]
    )
    counts = ", ".join(f"{lane.count} {lane.name}" for lane in lanes)
    said = (
        f"{len(told)} articles in {span_words(ends - begins)}: {counts}. First {spread.first.outlet}, "
        f"last {told[-1].outlet}. The table below tells the same."
    )
    return Drawing(lanes, marks, begins, ends, said, WIDTH, LANE * len(lanes))


def _mark(telling: Telling, lane: Lane, part: float, first: bool) -> Mark:
    x = EDGE + part * (WIDTH - 2 * EDGE)
    said = f"{telling.outlet}, {told_when(telling)}, {delay(telling)}, {lane.name}"
    return Mark(round(x, 1), lane.y, lane.shape, lane.relation, first, said)


def told_when(telling: Telling) -> str:
    """When it was told, as exactly as that is known."""
    if telling.known == "day" and telling.since is not None:
        return f"{telling.since:%Y-%m-%d}"
    return ("by " if telling.known == "found" else "") + f"{telling.at.astimezone(UTC):%Y-%m-%d %H:%M}"


def delay(telling: Telling) -> str:
    """How long after the first; "by" where it is the longest that it can have been."""
    said = span_words(timedelta(seconds=abs(telling.delay_s)))
    return ("by " if telling.known != "minute" else "") + ("−" if telling.delay_s < 0 else "+") + said


def span_words(length: timedelta) -> str:
    """A length of time by its two greatest units."""
    left, parts = int(length.total_seconds()), []
    for size, name in _STATES:
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count} {name}")
    return " ".join(parts[:2]) or "0 min"
