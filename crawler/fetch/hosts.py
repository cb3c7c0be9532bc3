"""Who may ask now: so many at one time, of one host one after the other with a pause in between, and none while
the host wants peace.

    a domain of many hosts: four of them at one time, and a request in a quarter of a host's pause
    429, 503              : the host is left in peace, twice as long each time; after a 429 its pauses grow as well,
                            and its domain's, for a day

What is remembered of a host is dropped once it no longer matters, so a hundred thousand hosts cost what the few
that are being asked cost. What a host said is kept by a Memory beyond the process, which tells of what others heard, too.
Of when others asked a host it knows nothing: where there are others, who begins with a host leaves its pause first.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Protocol

from crawler.domains import domain_of

from .faults import FetchError
from .locks import Held, Locks

MAX_WAIT_S = 60.0  # for a host that wants peace; longer, and the asker is sent away with the time
SHARED = 4  # requests under way to the hosts of one domain, and in the pause of one of them
WANTS_PEACE = frozenset((429, 503))
TOO_FAST = 429
PATIENCE = 5  # usual pauses that a host is left in peace if it does not say how long
LEAST_S = 2.0  # of such peace, and of the pause of a host that was asked too fast
MOST_PEACE_S = 3_600.0  # unless it asked for more itself
MOST_PAUSE_S = 60.0
SLOW_FOR_S = 86_400.0  # a host that was asked too fast is asked slowly for so long
REMEMBERED_S = 3_600.0  # that it wanted peace


@dataclass(frozen=True, slots=True)
class Word:
    """What a host, or a domain, wants by what it said, from now on; seconds."""

    quiet_s: float = 0.0  # no request
    refusals: int = 0  # answers in a row that said so
    pause_s: float = 0.0  # between two requests at least
    slow_s: float = 0.0  # as long as that holds

    @property
    def matters_s(self) -> float:
        """As long as it makes a difference to who asks."""
        return max(self.quiet_s + REMEMBERED_S if self.refusals else self.quiet_s, self.slow_s)


class Memory(Protocol):
    """Where words of hosts outlive the process, and where others' are. It raises nothing."""

    company: bool  # whether others ask hosts as well

    def keep(self, site: str, word: Word) -> None:
        """Keep a word that was just heard; one that does not matter in the place of any other."""

    def news(self) -> list[tuple[str, Word]]:
        """The words that were heard elsewhere, or before, since the last time."""


@dataclass(slots=True)
class _Host:
    """A host, or a domain."""

    free_at: float = float("-inf")  # the pause after the last request is over
    quiet_until: float = float("-inf")  # it wants peace
    refusals: int = 0  # answers in a row that said so
    pause_s: float = 0.0  # between two requests at least
    slow_until: float = float("-inf")  # as long as that holds

    def matters(self, now: float) -> bool:
        """Whether it makes a difference to who asks."""
        quiet = self.quiet_until + REMEMBERED_S if self.refusals else self.quiet_until
        return max(self.free_at, quiet, self.slow_until) > now

    def pause(self, delay_s: float, now: float) -> float:
        """What is left between two requests where `delay_s` is usual."""
        return max(delay_s, self.pause_s) if self.slow_until > now else delay_s

    def word(self, now: float) -> Word:
        """What it said, as far as it still matters."""
        quiet_s, slow_s = max(self.quiet_until - now, 0.0), max(self.slow_until - now, 0.0)
        return Word(quiet_s, self.refusals, self.pause_s if slow_s else 0.0, slow_s)

    def heed(self, word: Word, now: float) -> None:
        """Somebody else heard it say this."""
        self.quiet_until = max(self.quiet_until, now + word.quiet_s)
        self.refusals = word.refusals
        if word.slow_s:
            self.pause_s, self.slow_until = max(word.pause_s, self.pause(0.0, now)), now + word.slow_s

    def slow_down(self, delay_s: float, least_s: float, now: float) -> None:
        """Have the pause grow."""
        self.pause_s = min(2 * max(self.pause(delay_s, now), least_s / 2), MOST_PAUSE_S)
        self.slow_until = now + SLOW_FOR_S


class Hosts:
    """The turns of all hosts. All methods run on one event loop."""

    def __init__(
        self,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
        memory: Memory | None = None,
    ) -> None:
        self._clock = clock
        self._memory = memory
        self._sleep = sleep
        self._locks = Locks()
        self._shares = Locks(SHARED)
        self._hosts: OrderedDict[str, _Host] = OrderedDict()  # by site, and by domain as _of names it

    def __len__(self) -> int:
        return max(len(self._hosts), len(self._locks))

    def turn(self, site: str, delay_s: float) -> Held:
        """Wait until `site` may be asked; `delay_s` after the block it may be asked again.

        Raises FetchError (temporary) where the host wants peace for longer than is reasonable to wait.
        """
        return Held(partial(self._begin, site, delay_s), partial(self._end, site, delay_s))

    async def _begin(self, site: str, delay_s: float) -> None:
        self._check(site)
        await self._locks.take(site)
        try:
            self._check(site)
            wait = self._wait(site)
            if wait <= 0 and self._memory and self._memory.company:
                wait = delay_s
            if wait > 0:
                await self._sleep(wait)
            if domain := _of(site):
                await self._share(domain, delay_s / SHARED)
        except BaseException:
            self._locks.give(site)
            raise

    def _end(self, site: str, delay_s: float) -> None:
        self._used(site, delay_s)
        if domain := _of(site):
            self._shares.give(domain)
        self._locks.give(site)

    async def _share(self, domain: str, delay_s: float) -> None:
        """Wait until a host of the domain may be asked, and take one of its shares."""
        await self._shares.take(domain)
        if (wait := self._reserve(domain, delay_s)) > 0:
            try:
                await self._sleep(wait)
            except BaseException:
                self._shares.give(domain)
                raise

    def heard(self, site: str, delay_s: float, status: int, retry_after_s: int | None) -> None:
        """What an answer means for further requests to the site, which is asked with pauses of `delay_s`."""
        if status not in WANTS_PEACE:
            host = self._hosts.get(site)
            refused = bool(host and host.refusals)
            if status < 500 and host:
                host.refusals = 0
            if retry_after_s:
                self.put_off(site, retry_after_s)
            if retry_after_s or (refused and status < 500):
                self._keep(site)
            return
        host = self._hosts.setdefault(site, _Host())
        said = retry_after_s or max(PATIENCE * host.pause(delay_s, self._clock()), LEAST_S)
        peace_s = max(min(said * 2 ** min(host.refusals, 16), MOST_PEACE_S), said)
        host.refusals += 1
        self.put_off(site, peace_s)
        if status == TOO_FAST:
            self._slow_down(site, delay_s, peace_s)
        self._keep(site)

    def put_off(self, site: str, seconds: float) -> None:
        """The host wants no request for that long."""
        host = self._hosts.setdefault(site, _Host())
        host.quiet_until = max(host.quiet_until, self._clock() + seconds)

    def _slow_down(self, site: str, delay_s: float, peace_s: float) -> None:
        """A host was asked too fast: one limit may hold for all of its domain."""
        now = self._clock()
        self._hosts[site].slow_down(delay_s, LEAST_S, now)
        if name := _of(site):
            domain = self._hosts.setdefault(name, _Host())
            domain.slow_down(delay_s / SHARED, LEAST_S / SHARED, now)
            domain.free_at = max(domain.free_at, now + min(peace_s, MAX_WAIT_S))
            self._keep(name)

    def _keep(self, site: str) -> None:
        if self._memory:
            self._memory.keep(site, self._hosts[site].word(self._clock()))

    def _hear(self) -> None:
        """Heed what others were told."""
        for site, word in self._memory.news() if self._memory else ():
            self._hosts.setdefault(site, _Host()).heed(word, self._clock())

    def _wait(self, site: str) -> float:
        host = self._hosts.get(site)
        return max(host.free_at, host.quiet_until) - self._clock() if host else 0.0

    def _reserve(self, domain: str, delay_s: float) -> float:
        """Take the domain's next moment; the seconds until then."""
        now = self._clock()
        shared = self._hosts.pop(domain, None) or _Host()
        begin = max(now, shared.free_at)
        shared.free_at = begin + shared.pause(delay_s, now)
        self._hosts[domain] = shared
        return begin - now

    def _check(self, site: str) -> None:
        self._hear()
        host = self._hosts.get(site)
        wait = host.quiet_until - self._clock() if host else 0.0
        if wait > MAX_WAIT_S:
            message = f"{site} wants peace: it is not asked for another {wait:.0f} s"
            raise FetchError("temporary", message, retry_after_s=int(wait) + 1)

    def _used(self, site: str, delay_s: float) -> None:
        now = self._clock()
        host = self._hosts.pop(site, None) or _Host()
        host.free_at = max(host.free_at, now + host.pause(delay_s, now))
        self._hosts[site] = host
        self._forget(now)

    def _forget(self, now: float) -> None:
        """Look at the three hosts least recently asked, so that the rest stays as few as matter."""
        for _ in range(min(3, len(self._hosts))):
            site, host = next(iter(self._hosts.items()))
            if host.matters(now):
                self._hosts.move_to_end(site)
            else:
                del self._hosts[site]


@lru_cache(maxsize=65_536)
def _of(site: str) -> str | None:
    """The domain of a site, by a name that no site has; None for one that stands alone."""
    domain = domain_of(site)
    return f"*.{domain}" if domain else None
