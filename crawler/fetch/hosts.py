"""Who may ask now: so many at one time, of one host one after the other with a pause in between, and none while
the host wants peace.

    a domain of many hosts: four of them at one time, and a request in a quarter of a host's pause
    429, 503              : the host is left in peace, twice as long each time; after a 429 its pauses grow as well,
                            and its domain's, for a day

What is remembered of a host is dropped once it no longer matters, so a hundred thousand hosts cost what the few
that are being asked cost.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from crawler.domains import domain_of

from .faults import FetchError

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


class Held:
    """A context that takes something and gives it back: contextlib's, at a third of the price."""

    __slots__ = ("_give", "_take")

    def __init__(self, take: Callable[[], Awaitable[None]], give: Callable[[], None]) -> None:
        self._take = take
        self._give = give

    def __aenter__(self) -> Awaitable[None]:
        return self._take()

    async def __aexit__(self, *exc: object) -> None:
        self._give()


@dataclass(slots=True)
class _Lock:
    lock: asyncio.Semaphore
    users: int = 0  # its holders and who awaits it


class Locks:
    """A lock for each key, there for as long as somebody holds or awaits it; `count` may hold it at one time."""

    def __init__(self, count: int = 1) -> None:
        self._count = count
        self._locks: dict[str, _Lock] = {}

    def __len__(self) -> int:
        return len(self._locks)

    def hold(self, key: str) -> Held:
        """Wait for the key's lock and hold it."""
        return Held(partial(self.take, key), partial(self.give, key))

    async def take(self, key: str) -> None:
        """Wait for the key's lock; `give` is owed from then on."""
        shared = self._locks.get(key)
        if shared is None:
            shared = self._locks[key] = _Lock(asyncio.Semaphore(self._count))
        shared.users += 1
        try:
            await shared.lock.acquire()
        except BaseException:
            self._left(key, shared)
            raise

    def give(self, key: str) -> None:
        """Let the next have it."""
        shared = self._locks[key]
        shared.lock.release()
        self._left(key, shared)

    def _left(self, key: str, shared: _Lock) -> None:
        shared.users -= 1
        if not shared.users:
            del self._locks[key]


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

    def slow_down(self, delay_s: float, least_s: float, now: float) -> None:
        """Have the pause grow."""
        self.pause_s = min(2 * max(self.pause(delay_s, now), least_s / 2), MOST_PAUSE_S)
        self.slow_until = now + SLOW_FOR_S


class Places:
    """A number of requests that may be under way at one time. All methods run on one event loop."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._first: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

    def one(self, *, first: bool) -> Held:
        """Wait for a place and hold it; who is `first` waits for others of that sort alone."""
        return Held(partial(self._take, first), self._leave)

    async def _take(self, first: bool) -> None:
        if self._free:
            self._free -= 1
        else:
            await self._handed_over(self._first if first else self._others)

    async def _handed_over(self, queue: deque[asyncio.Future[None]]) -> None:
        waiter = asyncio.get_running_loop().create_future()
        queue.append(waiter)
        try:
            await waiter
        except asyncio.CancelledError:
            if not waiter.cancelled():  # it was handed over in the same moment
                self._leave()
            raise

    def _leave(self) -> None:
        while queue := self._first or self._others:
            waiter = queue.popleft()
            if not waiter.done():  # else it was cancelled
                waiter.set_result(None)
                return
        self._free += 1


class Hosts:
    """The turns of all hosts. All methods run on one event loop."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], Awaitable[None]]) -> None:
        self._clock = clock
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
            if (wait := self._wait(site)) > 0:
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
            if status < 500 and (host := self._hosts.get(site)):
                host.refusals = 0
            if retry_after_s:
                self.put_off(site, retry_after_s)
            return
        host = self._hosts.setdefault(site, _Host())
        said = retry_after_s or max(PATIENCE * host.pause(delay_s, self._clock()), LEAST_S)
        peace_s = max(min(said * 2 ** min(host.refusals, 16), MOST_PEACE_S), said)
        host.refusals += 1
        self.put_off(site, peace_s)
        if status == TOO_FAST:
            self._slow_down(site, delay_s, peace_s)

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
