"""What sources.yaml asks for, and how fast may be asked → what of it cannot be kept, in sentences.

sources, Pace (min_delay, concurrency), Known (what the store knows of hosts and sources) ─unkept→ complaints

Only what must fail is told: an answer is assumed to take ASK_S, which few are below and each sentence says, and nothing
is reckoned for what also costs time (redirects, further pages, sitemaps below an index, sources polled faster than
`every`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from statistics import median_high

from crawler.cron import next_firing
from crawler.domains import domain_of
from crawler.fetch.hosts import SHARED
from storage.records import Source
from storage.text.clean import host_of

# one request and its answer, assumed and never measured: two ways to another continent and back, with a page of 100 KB
ASK_S = 0.5
NEAR_S = 0.02  # likewise of what stands beside this machine, as a bridge that makes feeds often does
DAY_S = 86_400
FIRINGS = 25  # of a cron line, by which its usual interval is told
ROUND = (1, 2, 3, 4, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720)  # minutes that people write
ROUNDED = 1e-6  # what sums of fractions are off
DAYS = (1, 2, 3, 7, 14, 30)


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast is asked; `robots`: whether Crawl-delay is obeyed."""

    min_delay_s: float
    concurrency: int
    robots: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """What a store says of hosts, by their name as storage.text.clean.host_of has it, and of sources, by their id."""

    delays: Mapping[str, float] = field(default_factory=dict)  # Crawl-delay, seconds
    waiting: Mapping[str, int] = field(default_factory=dict)  # announced articles that could be read at once
    day_new: Mapping[str, int] = field(default_factory=dict)  # new entries of the day of each source
    gone: Collection[str] = frozenset()  # sources that are polled no more: they answered 410


@dataclass(slots=True)
class _Load:
    """What the sources of a host, or of a domain, ask for."""

    sources: int = 0
    rate: float = 0.0  # polls a second
    busy: float = 0.0  # share of the time that the polls take: more than 1 cannot be had
    answer_s: float = ASK_S  # by which `busy` is reckoned

    @property
    def every_s(self) -> float:
        """What a round over them should take, also where some are polled once a day and others each minute."""
        return self.sources / self.rate


_Hosts = Mapping[str, _Load]
_Told = Iterator[tuple[float, str]]  # how many times too much, and the sentence


def unkept(sources: Iterable[Source], pace: Pace, known: Known, now: datetime) -> list[str]:
    """A sentence for each thing that cannot be kept, what weighs most first: which, how long it takes, what to do."""
    polled = [source for source in sources if source.enabled and source.id not in known.gone]
    hosts = _hosts(polled, pace, known, now)
    told = [*_too_many(hosts, pace), *_slow_hosts(hosts, pace, known), *_unread(hosts, pace, known)]
    told += _held(polled, known)
    return [said for _, said in sorted(told, key=lambda each: -each[0])]


def _hosts(polled: Iterable[Source], pace: Pace, known: Known, now: datetime) -> _Hosts:
    hosts: defaultdict[str, _Load] = defaultdict(_Load)
    for source in polled:
        load = hosts[host_of(source.url)]
        load.sources += 1
        load.rate += 1 / _interval_s(source, now)
    for host, load in hosts.items():
        load.busy = load.rate * (ASK_S + _delay_s(host, pace, known))
        if load.busy > 1 and domain_of(host) is None:
            load.answer_s = NEAR_S
            load.busy = load.rate * (NEAR_S + _delay_s(host, pace, known))
    return hosts


def _too_many(hosts: _Hosts, pace: Pace) -> _Told:
    """All polls together, where more of them were to be under way than may be."""
    rate = sum(load.rate for load in hosts.values())
    under_way, number = rate * ASK_S, sum(load.sources for load in hosts.values())
    if under_way > pace.concurrency:
        yield (
            under_way / pace.concurrency,
            f"{number:,} sources are {rate:,.0f} polls a second, {under_way:,.0f} requests at one time "
            f"{_if_answered(ASK_S)}, and concurrency: lets {pace.concurrency} be under way; write concurrency: {_roomy(under_way)} under fetch:, "
            "or a longer every:",
        )


def _slow_hosts(hosts: _Hosts, pace: Pace, known: Known) -> _Told:
    """Hosts and domains whose sources cannot be asked as often as they are to be."""
    domains = _domains(hosts, pace, known)
    for name, load in domains.items():
        if load.busy > 1 + ROUNDED:
            pause_s = pace.min_delay_s / SHARED
            how = f"{SHARED} at one time and {pause_s:g} s apart (a quarter of min_delay)"
            yield load.busy, _slow(f"the hosts of {name}", load, how, _shorter(pause_s))
    for host, load in hosts.items():
        if load.busy <= 1 + ROUNDED:
            continue
        whole = domains.get(domain_of(host) or "")
        if whole is None or load.busy > whole.busy:
            pause_s = _delay_s(host, pace, known)
            how = f"one at a time and {pause_s:g} s apart ({_whose(pause_s, pace)})"
            do = "" if pause_s > pace.min_delay_s else _shorter(pause_s)
            yield load.busy, _slow(host, load, how, do)


def _domains(hosts: _Hosts, pace: Pace, known: Known) -> dict[str, _Load]:
    """The domains of several hosts that may have too much to bear."""
    # by two labels first, no domain has fewer: to know the domains of 100,000 hosts takes a second
    rough: defaultdict[str, list[str]] = defaultdict(list)
    for host in hosts:
        rough[".".join(host.rsplit(".", 2)[-2:])].append(host)
    loads: defaultdict[str, _Load] = defaultdict(_Load)
    for some in rough.values():
        cost = {host: hosts[host].rate * max(_delay_s(host, pace, known), ASK_S) / SHARED for host in some}
        if len(some) == 1 or sum(cost.values()) <= 1:
            continue
        for host, busy in cost.items():
            if domain := domain_of(host):
                load, part = loads[domain], hosts[host]
                load.sources += part.sources
                load.busy += busy
                load.rate += part.rate
    return loads


def _slow(what: str, load: _Load, how: str, or_else: str) -> str:
    asked, takes = _span(load.every_s), _span(load.every_s * load.busy)
    longer = _writable(load.every_s * load.busy)
    do = f"write every: {longer} on them" if longer else "watch fewer of them"
    number = "1 source" if load.sources == 1 else f"{load.sources:,} sources"
    return f"{what}: a round over {number}, {how}, takes {takes} {_if_answered(load.answer_s)}, and should take {asked}; {do}{or_else}"


def _if_answered(answer_s: float) -> str:
    """What the figure before it assumes: who knows the site to be slower or faster can tell what it is worth."""
    return f"if an answer takes {answer_s:g} s"


def _unread(hosts: _Hosts, pace: Pace, known: Known) -> _Told:
    """Hosts of which more articles wait than can be read in a day."""
    for host, count in known.waiting.items():
        pause_s = _delay_s(host, pace, known)
        busy = min(hosts[host].busy, 0.9) if host in hosts else 0.0  # reading has its share all the same
        takes_s = count * (ASK_S + pause_s) / (1 - busy)
        if takes_s > DAY_S:
            yield (
                takes_s / DAY_S,
                f"{host}: {count:,} announced articles wait, and to read them {pause_s:g} s apart "
                f"({_whose(pause_s, pace)}) takes {_span(takes_s)} {_if_answered(ASK_S)}; the newest come first. Write "
                "read: on_match on its sources, or watch fewer of them",
            )


def _held(sources: Iterable[Source], known: Known) -> _Told:
    """Sources that announce more than they may bring."""
    for source in sources:
        if known.day_new.get(source.id, 0) >= source.max_new:
            yield (
                1.0,
                f"{source.id}: it has brought {source.max_new:,} new entries within a day, and max_new: lets no more in; "
                "what else it announces is held back until the day is over. Write a larger max_new: on it",
            )


def _interval_s(source: Source, now: datetime) -> float:
    return _firing_s(source.cron, now.date().toordinal()) if source.cron else float(source.every_s)


@lru_cache(maxsize=1024)
def _firing_s(line: str, day: int) -> float:
    """From one firing of a cron line to the next: what is usual from that day on, also where nights are left out."""
    firings = [datetime.fromordinal(day).replace(tzinfo=UTC)]
    while len(firings) <= FIRINGS:
        firings.append(next_firing(line, "UTC", firings[-1]) or firings[-1] + timedelta(days=30))
    return median_high((after - before).total_seconds() for before, after in pairwise(firings[1:]))


def _delay_s(host: str, pace: Pace, known: Known) -> float:
    return max(pace.min_delay_s, known.delays.get(host, 0.0) if pace.robots else 0.0)


def _whose(pause_s: float, pace: Pace) -> str:
    return "Crawl-delay of its robots.txt" if pause_s > pace.min_delay_s else "min_delay"


def _shorter(pause_s: float) -> str:
    return ", or a shorter min_delay: under fetch: where the site allows it" if pause_s else ""


def _roomy(under_way: float) -> int:
    """A number with room for twice as many, in steps of 64; the most that may be written."""
    return min(64 * (int(2 * under_way) // 64 + 1), 1000)


def _writable(seconds: float) -> str | None:
    """The next longer interval that people write; None: there is none."""
    seconds *= 1 - ROUNDED
    for minutes in ROUND:
        if seconds <= minutes * 60:
            return f"{minutes}m" if minutes < 60 else f"{minutes // 60}h"
    return next((f"{days}d" for days in DAYS if seconds <= days * DAY_S), None)


def _span(seconds: float) -> str:
    """A length of time in the largest unit of which there are two."""
    for unit, size in (("days", DAY_S), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * size:
            number = seconds / size
            return (
                f"{number:.0f} {unit}"
                if number >= 10 or abs(number - round(number)) < 0.05
                else f"{number:.1f} {unit}"
            )
    return f"{seconds:.0f} seconds"
