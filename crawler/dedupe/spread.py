"""A story's articles → who told it first, whom they credit, and how it spread.

    members ─when each was told at the latest→ order ─the credited outlet, else the earliest→ first
                                                     └─the span of times→ bars

When each was told, and how exactly that is known, says storage.stories.told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from crawler.agencies import key_of, names_outlet
from crawler.dedupe.sites import site
from storage.stories.told import DAY, Known, Member, StoryDetail, called, own_name, told_moment

HOUR = timedelta(hours=1)
STEPS = (HOUR, DAY, 7 * DAY, 28 * DAY, 364 * DAY)  # what a bar may stand for
MOST_BARS = 48  # a story of more is drawn in longer steps


@dataclass(frozen=True, slots=True)
class Telling:
    """One article in the order of being told."""

    member: Member
    outlet: str  # its name
    site: str  # the registrable name of its address
    at: datetime  # when it was told at the latest
    since: datetime | None  # when at the earliest; None: nobody says
    known: Known
    delay_s: int  # from the first told to this one, both at the latest; below 0: before the outlet that is credited


@dataclass(frozen=True, slots=True)
class Credit:
    """A source that articles of the story name."""

    name: str
    articles: int  # that name it
    here: bool  # its own article is one of the story's


@dataclass(frozen=True, slots=True)
class Bar:
    """The articles told in one step of time."""

    start: datetime  # UTC
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """A story in the order of being told."""

    tellings: tuple[Telling, ...]
    first: Telling
    because: Literal["credited", "earliest"]
    ties: tuple[Telling, ...]  # others told in the same minute, or at what is only known to be that day
    earlier: tuple[Telling, ...]  # that may have been told before the first: of them too little is known
    credits: tuple[Credit, ...]  # the most named first
    outlets: int
    languages: tuple[str, ...]
    wordings: int  # articles that copy no other word for word
    step_s: int
    bars: tuple[Bar, ...]  # steps in which nobody told it are left out


def spread(story: StoryDetail) -> Spread:
    """How a story spread; of its members there is at least one."""
    told = sorted((_telling(member) for member in story.members), key=lambda t: (t.at, t.member.id))
    credits = _credits(told)
    credited = _credited(told, credits)
    first = credited or told[0]
    told = [replace(t, delay_s=int((t.at - first.at).total_seconds())) for t in told]
    first = next(t for t in told if t.member.id == first.member.id)
    others = [t for t in told if t is not first]
    ties = () if credited else tuple(t for t in others if _tied(first, t))
    step, bars = _bars(told)
    return Spread(
        tuple(told),
        first,
        "credited" if credited else "earliest",
        ties,
        tuple(t for t in others if t not in ties and (t.since is None or t.since < first.at)),
        credits,
        len({t.site for t in told}),
        tuple(sorted({t.member.language for t in told if t.member.language})),
        sum(t.member.relation != "exact" for t in told),
        int(step.total_seconds()),
        bars,
    )


def is_outlet(name: str, member: Member) -> bool:
    """Whether a credit names the outlet of this article: "Xinhua" on news.cn, "The Example" at The Example."""
    own = (member.site_name, own_name(member, member.url, site), member.source_id)
    return names_outlet(name, site(member.url), own)


def _telling(member: Member) -> Telling:
    at, since, known = told_moment(member.published_at, member.stored_at)
    outlet = called(member, member.url, member.site_name, site)
    return Telling(member, outlet, site(member.url), at, since, known, 0)


def _tied(first: Telling, other: Telling) -> bool:
    if first.known == other.known == "minute":
        return first.at.replace(second=0, microsecond=0) == other.at.replace(second=0, microsecond=0)
    return first.known == other.known == "day" and first.since == other.since


def _credits(told: Sequence[Telling]) -> tuple[Credit, ...]:
    """The sources that are named, each under one spelling."""
    spellings: dict[str, Counter[str]] = {}
    for telling in told:
        if name := telling.member.credit:
            spellings.setdefault(key_of(name), Counter())[name] += 1
    found = [
        Credit(
            names.most_common(1)[0][0],
            names.total(),
            any(is_outlet(next(iter(names)), t.member) for t in told),
        )
        for names in spellings.values()
    ]
    return tuple(sorted(found, key=lambda credit: -credit.articles))


def _credited(told: Sequence[Telling], credits: Sequence[Credit]) -> Telling | None:
    """The article of the outlet that is named most, the earliest where there are several."""
    if not credits or not credits[0].here:
        return None
    return next(t for t in told if is_outlet(credits[0].name, t.member))


def _bars(told: Sequence[Telling]) -> tuple[timedelta, tuple[Bar, ...]]:
    """The articles by hours or longer steps: so long that all are drawn in MOST_BARS, the empty ones counted."""
    span = told[-1].at - told[0].at
    step = next((step for step in STEPS if span < MOST_BARS * step), STEPS[-1])
    if step == HOUR and span >= DAY and any(t.known == "day" for t in told):
        step = DAY  # an hour that nobody told would be drawn
    found: dict[datetime, list[Telling]] = {}
    for telling in told:
        found.setdefault(_floor(telling, step), []).append(telling)
    return step, tuple(Bar(start, tuple(found[start])) for start in sorted(found))


def _floor(telling: Telling, step: timedelta) -> datetime:
    """The beginning of the step in which an article was told; of a day alone, that day."""
    at = telling.at.astimezone(UTC)
    if telling.known == "day" and telling.since is not None and step >= DAY:
        at = telling.since.replace(tzinfo=UTC)
    monday = datetime(1969, 12, 29, tzinfo=UTC)
    return at - (at - monday) % step
