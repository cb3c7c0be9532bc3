"""One question to one host, when it is its turn and within the time that is left → its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import httpx

from .answers import Answer, headers_of, retry_after
from .bodies import Bodies, use_up
from .faults import FetchError, from_transport
from .hosts import Hosts, Places
from .http1 import Fields
from .routes import Proxy
from .urls import Target

_origin = lru_cache(maxsize=1_024)(httpx.URL)  # of the address only the host counts: `target` is what is sent


@dataclass(frozen=True, slots=True)
class Question:
    """One GET."""

    target: Target
    headers: Fields
    most: int  # bytes of the body
    cut: bool = False  # of a larger body the first bytes will do
    delay_s: float = 0.0  # to leave the host in peace afterwards
    proxy: Proxy | None = None
    first: bool = False  # a connection waits for it, which would be closed before long


class Budget:
    """The seconds that one fetch has; they pass while a request is under way, not while it waits for its turn."""

    def __init__(self, seconds: float) -> None:
        self.whole = seconds
        self.left = seconds


class Asker:
    """Sends questions over one transport."""

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport,
        hosts: Hosts,
        now: Callable[[], datetime],
        timeout_s: float,
        concurrency: int,
    ) -> None:
        self._transport = transport
        self._hosts = hosts
        self._now = now
        self._timeouts = {"connect": timeout_s, "read": timeout_s}
        self._places = Places(concurrency)
        self._bodies = Bodies()

    async def ask(self, question: Question, budget: Budget) -> Answer:
        """The answer, with its body if it is a success. Raises FetchError."""
        target = question.target
        place = self._places.one(first=question.first)
        async with self._hosts.turn(target.site, question.delay_s), place:
            answer = await self._within(question, budget)
            self._hosts.heard(target.site, question.delay_s, answer.status, answer.retry_after_s)
        return answer

    async def _within(self, question: Question, budget: Budget) -> Answer:
        where = question.target.authority
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(budget.left):
                return await self._exchange(question)
        except TimeoutError:
            message = f"{where} was not done within {budget.whole:g} s"
            raise FetchError("temporary", message) from None
        except httpx.TransportError as err:
            raise from_transport(err, where) from None
        finally:
            budget.left -= loop.time() - began

    async def _exchange(self, question: Question) -> Answer:
        response = await self._transport.handle_async_request(self._request(question))
        try:
            headers, cookies = headers_of(response)
            if not 200 <= response.status_code < 300:
                await use_up(response)
                wait_s = retry_after(headers.get("retry-after"), self._now())
                return Answer(response.status_code, headers, cookies, retry_after_s=wait_s)
            where = question.target.authority
            body = await self._bodies.read(response, question.most, where, cut=question.cut)
            return Answer(response.status_code, headers, cookies, body)
        finally:
            await response.aclose()

    def _request(self, question: Question) -> httpx.Request:
        target = question.target
        extensions = {
            "timeout": self._timeouts,
            "target": target.path.encode("ascii"),  # as it is: httpx would quote some of it once more
            "proxy": question.proxy,
        }
        try:
            url = _origin(f"{target.scheme}://{target.authority}/")
            return httpx.Request("GET", url, headers=question.headers, extensions=extensions)
        except httpx.InvalidURL as err:
            raise FetchError("refused", f"not an address: {err}") from None
