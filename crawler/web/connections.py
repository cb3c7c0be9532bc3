"""Connections → requests that come whole and in time; whoever keeps one open for nothing makes room.

    opened ─→ asking (REQUEST_S) ─→ answered ─→ asking again, or resting (KEEP_S)
                                        └─ a reader that takes nothing for STALL_S is cut off

uvicorn waits for ever for the rest of a request, and for whoever does not read its answer. Where too many are open,
the one that has waited longest without having asked makes room, so that half requests shut nobody out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import h11
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from .problems import problem
from .proxied import NONE, Networks
from .security import with_headers

KEEP_S = 5  # a connection rests between two requests
AGAIN_S = 5  # when who found no room may come again
LATE = b"the request did not come whole in time"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long, and how many at one time. A proxy's address may have all, for it speaks for many."""

    request_s: float = 10.0  # for a request with its body, which has 64 KB at most
    stall_s: float = 60.0  # for a reader to take the 64 KB that wait for it
    connections: int = 200
    of_one: int = 50  # from one address: a browser opens six
    proxies: Networks = NONE


async def _full(scope: Scope, receive: Receive, send: Send) -> None:
    """What is answered where there is no room, and nobody who could make some."""
    said = problem(
        503,
        f"too many answers are under way; come back in {AGAIN_S} s",
        headers={"retry-after": str(AGAIN_S), "connection": "close"},
    )
    await said(scope, receive, with_headers(send))


class Connection(H11Protocol):
    """uvicorn's, within bounds."""

    def __init__(self, bounds: Bounds, **given: Any) -> None:
        super().__init__(**given)
        self._bounds = bounds
        self._late: asyncio.TimerHandle | None = None
        self._stalled: asyncio.TimerHandle | None = None
        self._heard = False  # something of the request under way came
        self._waits_since = self.loop.time()

    @property
    def asks(self) -> bool:
        """Whether nothing is owed to it: it rests, or its request is not whole."""
        owed = self.cycle is not None and not self.cycle.response_complete
        return not owed or self.conn.their_state is h11.SEND_BODY

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Make room, and wait for a request."""
        super().connection_made(transport)
        if not self._find_room():
            self.app = _full
        self._watch_request()

    def data_received(self, data: bytes) -> None:
        """As uvicorn's, with a time in which the request has to be whole."""
        self._heard = True
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self.conn.their_state in (h11.IDLE, h11.SEND_BODY):
            self._watch_request()
        else:
            self._unwatch_request()

    def on_response_complete(self) -> None:
        """As uvicorn's; what does not leave by itself is cut off."""
        self._heard = False
        self._waits_since = self.loop.time()
        super().on_response_complete()
        if self.transport.is_closing():
            self._watch_reader()

    def timeout_keep_alive_handler(self) -> None:
        """As uvicorn's, which waits for ever for whoever does not read what is left."""
        super().timeout_keep_alive_handler()
        self._watch_reader()

    def pause_writing(self) -> None:
        """The reader is slower than the answer."""
        super().pause_writing()
        self._watch_reader()

    def resume_writing(self) -> None:
        """It reads on."""
        super().resume_writing()
        if not self.transport.is_closing():
            self._unwatch_reader()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._unwatch_request()
        self._unwatch_reader()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """As uvicorn's."""
        super().shutdown()
        self._watch_reader()

    def give_up(self) -> None:
        """Close a connection whose request is not whole; who began one hears why."""
        if self.transport.is_closing():
            return
        answered = self.cycle is not None and self.cycle.response_started
        if self._heard and not (answered and self.conn.their_state is h11.SEND_BODY):
            self._say_late()
        if self.cycle is not None:  # who answers it need not go on
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.transport.close()
        self._watch_reader()

    def _say_late(self) -> None:
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", str(len(LATE)).encode()),
            (b"connection", b"close"),
        ]
        try:
            for event in (
                h11.Response(status_code=408, headers=headers, reason=b"Request Timeout"),
                h11.Data(data=LATE),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        except h11.LocalProtocolError:  # an answer is under way: it ends here
            return

    def _watch_request(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(self._bounds.request_s, self.give_up)

    def _watch_reader(self) -> None:
        if self._stalled is None:
            self._stalled = self.loop.call_later(self._bounds.stall_s, self.transport.abort)

    def _unwatch_request(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _unwatch_reader(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None

    def _find_room(self) -> bool:
        """Whether there is room for this connection, if need be that of one that asks for nothing."""
        others = [
            each
            for each in self.connections
            if isinstance(each, Connection) and each is not self and not each.transport.is_closing()
        ]
        mine = [each for each in others if each.client and self.client and each.client[0] == self.client[0]]
        of_proxy = self.client is not None and self.client[0] in self._bounds.proxies
        return (len(mine) < self._bounds.of_one or of_proxy or _make_room(mine)) and (
            len(others) < self._bounds.connections or _make_room(others)
        )


def _make_room(among: Collection[Connection]) -> bool:
    waiting = [each for each in among if each.asks and not each.transport.is_closing()]
    if not waiting:
        return False
    min(waiting, key=lambda each: each._waits_since).give_up()
    return True
