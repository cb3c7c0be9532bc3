"""Counts by day, month or name → a drawing in SVG that needs no script, no colour and no style of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 720, 100  # units of the drawing
MANY = 7  # bars: between fewer nobody is lost
GAP = 0.25  # of a bar's place


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in units of the drawing."""

    name: str
    count: float
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """All that a template draws, and the words for who does not see it."""

    title: str
    said: str
    bars: tuple[Bar, ...]
    first: str
    last: str
    most: float
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def peak(self) -> str:
        """The name of the one bar that is the highest; "" where there are several."""
        highest = [bar.name for bar in self.bars if bar.count == self.most]
        return highest[0] if len(highest) == 1 else ""

    @property
    def level(self) -> float:
        """Where the highest bar ends."""
        return min(bar.y for bar in self.bars)

    @property
    def middle(self) -> str:
        """The name of the bar in the middle, of many: what stands between the ends of the axis."""
        return self.bars[len(self.bars) // 2].name if len(self.bars) >= MANY and len(self.bars) % 2 else ""

    @property
    def total(self) -> float:
        """All counts together."""
        return _plain(sum(bar.count for bar in self.bars))


def by_day(title: str, counts: Mapping[date, int]) -> Chart | None:
    """A bar for each day, the first at the left; None where there is nothing to draw."""
    return _chart(title, counts, "%-d %B %Y")


def by_month(title: str, counts: Mapping[date, int]) -> Chart | None:
    """Likewise for each month, from the first in which there is something."""
    months: dict[date, int] = {}
    for day in sorted(counts):
        if counts[day] or months:
            first = day.replace(day=1)
            months[first] = months.get(first, 0) + counts[day]
    return _chart(title, months, "%B %Y")


def of_names(title: str, counts: Sequence[tuple[str, float]], full: int | None = None) -> Chart | None:
    """A bar for each name, in their order; None where there is nothing to draw. A bar of `full` is as high as can be.

    Counts that are no whole numbers are told to a tenth.
    """
    total = _plain(sum(count for _, count in counts))
    counts = [(name, _plain(count)) for name, count in counts]
    most = max((count for _, count in counts), default=0)
    if not most:
        return None
    place = WIDTH / len(counts)
    bars = tuple(
        _bar(number, place, name, count, full or most) for number, (name, count) in enumerate(counts)
    )
    peak = max(counts, key=lambda each: each[1])[0]
    said = f"{total} from {counts[0][0]} to {counts[-1][0]}; the most, {most}, in {peak}."
    return Chart(title, said, bars, counts[0][0], counts[-1][0], most)


def _chart(title: str, counts: Mapping[date, int], name: str) -> Chart | None:
    moments = sorted(counts)
    if not moments or not any(counts.values()):
        return None
    most, place = max(counts.values()), WIDTH / len(moments)
    bars = tuple(
        _bar(number, place, at.strftime(name), counts[at], most) for number, at in enumerate(moments)
    )
    peak = max(moments, key=lambda at: (counts[at], at))
    first, last, when = (at.strftime(name) for at in (moments[0], moments[-1], peak))
    said = f"{sum(counts.values())} from {first} to {last}; the most, {most}, in or on {when}."
    return Chart(title, said, bars, first, last, most)


def _plain(count: float) -> float:
    """To a tenth; a whole number as one."""
    return int(count) if round(count, 1) == int(count) else round(count, 1)


def _bar(number: int, place: float, name: str, count: float, most: float) -> Bar:
    height = count / most * (HEIGHT - 2)
    x, width = number * place + place * GAP / 2, place * (1 - GAP)
    return Bar(name, count, round(x, 2), round(HEIGHT - height, 2), round(width, 2), round(height, 2))
