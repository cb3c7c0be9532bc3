"""One question to one host, when it is its turn and within the time that is left → its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

import httpx

from .answers import Answer, headers_of, retry_after
from .bodies import Bodies, use_up
from .codings import Undecodable
from .faults import FetchError, from_transport
from .hosts import Hosts
from .http1 import Fields
from .locks import Places
from .routes import Proxy, Route
from .transport import AskAgain, Request, Transport
from .uplink import Uplink
from .urls import Target

Admit = Callable[[], Awaitable[bool]]  # whether a host may be asked now; asked when it is its turn


@dataclass(frozen=True, slots=True)
class Question:
    """One GET."""

    target: Target
    headers: Fields
    most: int  # bytes of the body
    cut: bool = False  # of a larger body the first bytes will do
    delay_s: float = 0.0  # to leave the host in peace afterwards
    proxy: Proxy | None = None
    # a connection waits for it, which would be closed before long; or it is a poll, and due
    first: bool = False
    again: bool = False  # for the second time


class Budget:
    """The seconds that one fetch has; they pass while a request is under way, not while it waits for its turn."""

    def __init__(self, seconds: float) -> None:
        self.whole = seconds
        self.left = seconds


class Asker:
    """Sends questions over one transport."""

    def __init__(
        self,
        transport: Transport,
        hosts: Hosts,
        now: Callable[[], datetime],
        timeout_s: float,
        concurrency: int,
        uplink: Uplink,
        admit: Admit | None = None,
    ) -> None:
        self._transport = transport
        self._admit = admit
        self._hosts = hosts
        self._uplink = uplink
        self._now = now
        self._timeout_s = timeout_s
        self._places = Places(concurrency)
        self._bodies = Bodies()
        self._waiting: set[asyncio.Task[object] | None] = set()
        self._ends = False

    async def ask(self, question: Question, budget: Budget) -> Answer:
        """The answer, with its body if it is a success. Raises FetchError."""
        try:
            return await self._in_turn(question, budget)
        except AskAgain:
            return await self._in_turn(replace(question, again=True), budget)

    def end(self) -> None:
        """Ask nothing more: who waits for a turn is cancelled, and who comes. What is under way goes on."""
        self._ends = True
        for task in self._waiting:
            if task:
                task.cancel()

    async def _in_turn(self, question: Question, budget: Budget) -> Answer:
        target, waits = question.target, asyncio.current_task()
        if self._ends:
            raise asyncio.CancelledError
        place = self._places.one(first=question.first)
        self._waiting.add(waits)
        try:
            async with self._hosts.turn(target.site, question.delay_s), place:
                self._waiting.discard(waits)
                if self._admit and not await self._admit():
                    message = f"{target.authority} was not asked: whether others ask it now cannot be known"
                    raise FetchError("offline", message)
                answer = await self._within(question, budget)
                self._hosts.heard(target.site, question.delay_s, answer.status, answer.retry_after_s)
        finally:
            self._waiting.discard(waits)
        return answer

    async def _within(self, question: Question, budget: Budget) -> Answer:
        way = question.proxy.way if question.proxy else ""
        with self._uplink.trial(question.target.site, way) as may:
            if not may:
                message = f"{question.target.authority} was not asked: another asks whether the proxy is back"
                raise FetchError("temporary", message, unreached=True)
            return await self._by(way, question, budget)

    async def _by(self, way: str, question: Question, budget: Budget) -> Answer:
        where = question.target.authority
        loop = asyncio.get_running_loop()
        began, answers = loop.time(), self._uplink.answers(way)
        try:
            async with asyncio.timeout(budget.left):
                return await self._exchange(question)
        except TimeoutError:
            message = f"{where} was not done within {budget.whole:g} s"
            raise FetchError("temporary", message) from None
        except AskAgain:
            raise
        except httpx.TransportError as err:
            failed = from_transport(err, where)
            if failed.unreached:
                self._uplink.unreached(question.target.site, answers, way)
            raise failed from None
        finally:
            budget.left -= loop.time() - began

    async def _exchange(self, question: Question) -> Answer:
        target = question.target
        route = Route(target.scheme, target.host.strip("[]"), target.port, question.proxy)
        request = Request(
            route, target.path.encode("ascii"), question.headers, self._timeout_s, again=question.again
        )
        status, fields, stream = await self._transport.ask(request)
        if status < 500 or question.proxy is None:  # a proxy may answer for those that it cannot reach
            self._uplink.answered(target.site, question.proxy.way if question.proxy else "")
        try:
            headers, cookies = headers_of(fields)
            if not 200 <= status < 300:
                await use_up(stream)
                said = headers.get("retry-after")
                wait_s = retry_after(said, self._now()) if said else None
                return Answer(status, headers, cookies, retry_after_s=wait_s)
            body = await self._bodies.read(stream, headers, question.most, cut=question.cut)
            if body is None:
                raise FetchError(
                    "hard",
                    f"more than {question.most} bytes from {target.authority} (max_body)",
                    status=status,
                )
            return Answer(status, headers, cookies, body)
        except Undecodable as err:
            raise FetchError("temporary", f"undecodable bytes from {target.authority}: {err}") from None
        finally:
            await stream.aclose()
