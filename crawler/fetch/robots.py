"""An origin → its rules, asked for once a day, by RFC 9309.

    2xx: what it says · 4xx: everything is allowed · 429, 5xx, silence: what it said last, 30 days at most;
                                                     else nothing, for a while

Only the lines that concern this program are kept, as text, and parsed ones for the hosts in use, so that the
rules of 100,000 hosts fit into memory.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from protego import Protego

from .answers import PROXY_LOGIN, Answer
from .faults import FetchError
from .hosts import TOO_FAST
from .locks import Locks
from .robotstxt import Rules, product_token, read_rules
from .urls import Target, parse

MAX_BYTES = 500 * 1024  # RFC 9309: at least this much is read; what follows is ignored
NO_WORD = (TOO_FAST, PROXY_LOGIN)  # of the 4xx, which mean else that there is no robots.txt
KEEP_S = 86_400.0
KEEP_FAILURE_S = 300.0
KEEP_UNREACHED_S = 60.0  # who is asked whether the line is back must be asked indeed
OLDEST_S = 30 * 86_400.0  # of rules that stand in for an answer that cannot be had
MAX_HOPS = 5
MAX_ORIGINS = 100_000
MAX_CHARACTERS = 64_000_000  # of rules kept
MAX_PARSED = 2_000  # rules kept parsed, some 10 KB each
LARGE = 50_000  # characters of rules from which they are matched off the event loop: half a second at worst

Fetch = Callable[[Target], Awaitable[Answer]]  # one request without redirects; raises FetchError


class Keeper(Protocol):
    """Where rules outlive the process. It raises nothing: what it cannot do only costs a question more."""

    async def find(self, key: str) -> tuple[Rules, float] | None:
        """The rules kept under `key`, and the seconds for which they are fresh: below 0 for those that expired."""

    def keep(self, key: str, rules: Rules, fresh_s: float) -> None:
        """Keep rules that were just asked for."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What an origin said, or why it said nothing."""

    said: Rules | FetchError
    fresh_until: float
    ask_at: float  # later than that where old rules stand in


class Robots:
    """The rules of the origins asked lately."""

    def __init__(self, user_agent: str, clock: Callable[[], float], keeper: Keeper | None = None) -> None:
        self._token = product_token(user_agent)
        self._clock = clock
        self._keeper = keeper
        self._locks = Locks()
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._parsed: OrderedDict[str, Protego] = OrderedDict()
        self.characters = 0  # of rules kept

    async def rules(self, target: Target, fetch: Fetch, way: str = "") -> Rules:
        """The rules of the target's origin, asked by `fetch` where they are not known.

        `way` tells apart one origin asked in several ways (proxies). Raises FetchError where there is no answer.
        """
        key = _key(target, way)
        said = self._recall(key)
        if said is None:
            async with self._locks.hold(key):
                said = self._recall(key) or await self._learn(key, target, fetch)
        if isinstance(said, FetchError):  # a copy: each raising would add to the one that is kept
            raise _copied(said, str(said))
        return said

    def knows(self, target: Target, way: str = "") -> bool:
        """Whether `rules` would ask nobody."""
        return self._recall(_key(target, way)) is not None

    def fresh_s(self, target: Target, way: str = "") -> float:
        """The seconds until the origin is asked for its rules again."""
        known = self._known.get(_key(target, way))
        return max(known.ask_at - self._clock(), 0.0) if known else 0.0

    def forget_unreached(self) -> None:
        """Ask those again to which no way was found."""
        failed = [(key, known.said) for key, known in self._known.items()]
        for key, said in failed:
            if isinstance(said, FetchError) and said.unreached:
                self._forget(key)

    async def allow(self, rules: Rules, url: str) -> bool:
        """Whether the rules let this program fetch `url`."""
        if not rules.text:
            return True
        if len(rules.text) > LARGE:
            return await asyncio.to_thread(_allow, Protego.parse, rules.text, url)
        return _allow(self._parse, rules.text, url)

    def _parse(self, text: str) -> Protego:
        parsed = self._parsed.pop(text, None) or Protego.parse(text)
        self._parsed[text] = parsed
        if len(self._parsed) > MAX_PARSED:
            self._parsed.popitem(last=False)
        return parsed

    async def _ask(self, target: Target, fetch: Fetch) -> Rules | FetchError:
        try:
            answer = await _followed(parse("/robots.txt", target.url), fetch)
        except FetchError as err:
            return _unreachable(err, target)
        if answer is None or (answer.status < 500 and answer.status not in NO_WORD):
            return read_rules(_lines(answer.body), self._token) if answer and answer.wanted else Rules()
        message = f"robots.txt of {target.authority} answers {answer.status}: nothing may be fetched yet"
        return FetchError("temporary", message, status=answer.status, retry_after_s=answer.retry_after_s)

    async def _learn(self, key: str, target: Target, fetch: Fetch) -> Rules | FetchError:
        """What the origin says today; what is kept where that is fresh, or where nothing can be had now."""
        old = self._known.get(key) or await self._kept(key)
        now = self._clock()
        if old and old.ask_at > now:
            self._remember(key, old)
            return old.said
        said = await self._ask(target, fetch)
        now = self._clock()
        if isinstance(said, Rules):
            self._remember(key, _Known(said, now + KEEP_S, now + KEEP_S))
            if self._keeper:
                self._keeper.keep(key, said, KEEP_S)
            return said
        keep_s = KEEP_UNREACHED_S if said.unreached or said.kind == "offline" else KEEP_FAILURE_S
        again = now + max(keep_s, said.retry_after_s or 0)
        stands_in = old and isinstance(old.said, Rules) and now < old.fresh_until - KEEP_S + OLDEST_S
        if old and stands_in and said.kind in ("temporary", "offline"):
            self._remember(key, _Known(old.said, old.fresh_until, again))
            return old.said
        self._remember(key, _Known(said, now, again))
        return said

    async def _kept(self, key: str) -> _Known | None:
        found = await self._keeper.find(key) if self._keeper else None
        if found is None:
            return None
        until = self._clock() + min(found[1], KEEP_S)  # a clock that was set back does not make it fresher
        return _Known(found[0], until, until)

    def _recall(self, key: str) -> Rules | FetchError | None:
        known = self._known.get(key)
        return known.said if known and known.ask_at > self._clock() else None

    def _remember(self, key: str, known: _Known) -> None:
        self._forget(key)
        self._known[key] = known
        self.characters += _size(known.said)
        while len(self._known) > MAX_ORIGINS or self.characters > MAX_CHARACTERS:
            self._forget(next(iter(self._known)))

    def _forget(self, key: str) -> None:
        if key in self._known:
            self.characters -= _size(self._known.pop(key).said)


def _key(target: Target, way: str) -> str:
    return f"{target.origin} {way}" if way else target.origin


def _allow(parse_rules: Callable[[str], Protego], text: str, url: str) -> bool:
    return bool(parse_rules(text).can_fetch(url, "*"))


async def _followed(target: Target, fetch: Fetch) -> Answer | None:
    """The answer after redirects; None where they lead nowhere, which counts as no file. Raises FetchError."""
    for hop in range(1 + MAX_HOPS):
        try:
            answer = await fetch(target)
        except FetchError as err:
            if hop and err.kind == "refused":
                return None
            raise
        if answer.location is None:
            return answer
        try:
            target = parse(answer.location, target.url)
        except FetchError:
            return None
    return None


def _lines(body: bytes) -> bytes:
    """The whole lines of what was read: half a rule may forbid a whole site."""
    return body if len(body) < MAX_BYTES else body[: max(body.rfind(b"\n"), body.rfind(b"\r")) + 1]


def _unreachable(err: FetchError, target: Target) -> FetchError:
    """What an unanswered question means for every address of the origin."""
    if err.kind == "temporary":
        message = f"robots.txt of {target.authority} cannot be had, so nothing may be fetched yet: {err}"
        return _copied(err, message)
    return FetchError(err.kind, str(err), status=err.status, unreached=err.unreached)


def _copied(err: FetchError, message: str) -> FetchError:
    wait_s = err.retry_after_s
    return FetchError(err.kind, message, status=err.status, retry_after_s=wait_s, unreached=err.unreached)


def _size(known: Rules | FetchError) -> int:
    return len(known.text) if isinstance(known, Rules) else len(str(known))
