"""An origin → its rules, asked for once a day, by RFC 9309.

    2xx: what it says · 4xx: everything is allowed · 429, 5xx, silence: nothing, for a while

Only the lines that concern this program are kept, as text, and parsed ones for the hosts in use, so that the
rules of 100,000 hosts fit into memory.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from protego import Protego

from .answers import Answer
from .faults import FetchError
from .hosts import Locks
from .robotstxt import Rules, product_token, read_rules
from .urls import Target, parse

MAX_BYTES = 500 * 1024  # RFC 9309: at least this much is read; what follows is ignored
KEEP_S = 86_400.0
KEEP_FAILURE_S = 300.0
MAX_HOPS = 5
MAX_ORIGINS = 100_000
MAX_CHARACTERS = 64_000_000  # of rules kept
MAX_PARSED = 2_000  # rules kept parsed, some 10 KB each
LARGE = 50_000  # characters of rules from which they are matched off the event loop: half a second at worst

Fetch = Callable[[Target], Awaitable[Answer]]  # one request without redirects; raises FetchError


class Robots:
    """The rules of the origins asked lately."""

    def __init__(self, user_agent: str, clock: Callable[[], float]) -> None:
        self._token = product_token(user_agent)
        self._clock = clock
        self._locks = Locks()
        self._known: OrderedDict[str, tuple[float, Rules | FetchError]] = OrderedDict()
        self._parsed: OrderedDict[str, Protego] = OrderedDict()
        self.characters = 0  # of rules kept

    async def rules(self, target: Target, fetch: Fetch, way: str = "") -> Rules:
        """The rules of the target's origin, asked by `fetch` where they are not known.

        `way` tells apart one origin asked in several ways (proxies). Raises FetchError where there is no answer.
        """
        key = _key(target, way)
        known = self._recall(key)
        if known is None:
            async with self._locks.hold(key):
                known = self._recall(key)
                if known is None:
                    known = await self._ask(target, fetch)
                    self._remember(key, known)
        if isinstance(known, FetchError):  # a copy: each raising would add to the one that is kept
            raise FetchError(known.kind, str(known), status=known.status, retry_after_s=known.retry_after_s)
        return known

    def knows(self, target: Target, way: str = "") -> bool:
        """Whether `rules` would ask nobody."""
        return self._recall(_key(target, way)) is not None

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
        if answer is None or (answer.status < 500 and answer.status != 429):
            return read_rules(answer.body, self._token) if answer and answer.wanted else Rules()
        message = f"robots.txt of {target.authority} answers {answer.status}: nothing may be fetched yet"
        return FetchError("temporary", message, status=answer.status, retry_after_s=answer.retry_after_s)

    def _recall(self, key: str) -> Rules | FetchError | None:
        until, known = self._known.get(key, (0.0, None))
        return known if until > self._clock() else None

    def _remember(self, key: str, known: Rules | FetchError) -> None:
        keep_s = KEEP_S if isinstance(known, Rules) else max(KEEP_FAILURE_S, known.retry_after_s or 0)
        self._forget(key)
        self._known[key] = self._clock() + keep_s, known
        self.characters += _size(known)
        while len(self._known) > MAX_ORIGINS or self.characters > MAX_CHARACTERS:
            self._forget(next(iter(self._known)))

    def _forget(self, key: str) -> None:
        if key in self._known:
            self.characters -= _size(self._known.pop(key)[1])


def _key(target: Target, way: str) -> str:
    return f"{way} {target.origin}"


def _allow(parse_rules: Callable[[str], Protego], text: str, url: str) -> bool:
    return bool(parse_rules(text).can_fetch(url, "*"))


async def _followed(target: Target, fetch: Fetch) -> Answer | None:
    """The answer after redirects; None where they lead nowhere, which counts as no file. Raises FetchError."""
    for hop in range(1 + MAX_HOPS):
        try:
            answer = await fetch(target)
            if answer.location is None:
                return answer
            target = parse(answer.location, target.url)
        except FetchError as err:
            if hop and err.kind == "refused":
                return None
            raise
    return None


def _unreachable(err: FetchError, target: Target) -> FetchError:
    """What an unanswered question means for every address of the origin."""
    if err.kind == "temporary":
        message = f"robots.txt of {target.authority} cannot be had, so nothing may be fetched yet: {err}"
        return FetchError("temporary", message, status=err.status, retry_after_s=err.retry_after_s)
    return FetchError(err.kind, str(err), status=err.status)


def _size(known: Rules | FetchError) -> int:
    return len(known.text) if isinstance(known, Rules) else len(str(known))
