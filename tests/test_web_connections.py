"""Connections that are kept open for nothing: half requests, readers that do not read, more than there is room for."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from webdesk import desk, fill

from crawler.config.models import WebShape
from crawler.web.connections import Bounds
from crawler.web.serving import served
from storage.database import Database

HALF = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Wai"
WHOLE = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
HALF_BODY = b"POST /read HTTP/1.1\r\nHost: localhost\r\n" + FORM + b"Content-Length: 10\r\n\r\nposi"
FOREVER_S = 600.0
LIMIT_S = 120


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    with Database(f"sqlite:///{tmp_path_factory.mktemp('web') / 'store.db'}") as opened:
        fill(opened)
        yield opened


class Wire:
    """One connection, spoken by hand."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def says(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def says_on(self) -> None:
        while True:
            await self.says(b"G")
            await asyncio.sleep(0.02)

    async def rest(self) -> bytes:
        """All that comes until it is closed."""
        return await self.reader.read()

    async def head(self) -> bytes:
        return await self.reader.readuntil(b"\r\n\r\n")


@asynccontextmanager
async def serving(db: Database, **bounds: float) -> AsyncIterator[tuple[str, list[Wire]]]:
    """The address, and where to put wires that are closed at the end."""
    wires: list[Wire] = []
    web = WebShape(port=0)
    async with asyncio.timeout(LIMIT_S), served(desk(db), web, Bounds(**bounds)) as address:
        try:
            yield address.rstrip("/"), wires
        finally:
            for wire in wires:
                wire.writer.close()


async def dialled(address: str, wires: list[Wire], said: bytes = b"") -> Wire:
    host, port = address.removeprefix("http://").split(":")
    plug = socket.socket()
    plug.setblocking(False)
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)  # what lies there unread is soon too much
    await asyncio.get_running_loop().sock_connect(plug, (host, int(port)))
    wire = Wire(*await asyncio.open_connection(sock=plug))
    wires.append(wire)
    await wire.says(said)
    return wire


async def test_what_is_not_asked_in_time_ends(db: Database) -> None:
    async with serving(db, request_s=1.0) as (address, wires):  # for the whole one, too, on a busy machine
        nothing = await dialled(address, wires)
        halves = [await dialled(address, wires, said) for said in (HALF, HALF_BODY)]
        for half in halves:
            answer = await half.rest()
            assert answer.startswith(b"HTTP/1.1 408 Request Timeout")
            assert answer.endswith(b"the request did not come whole in time")
        second = await dialled(address, wires, WHOLE + HALF)
        assert (await second.head()).startswith(b"HTTP/1.1 200")
        await second.says(b"t")  # and goes on by single letters
        assert b"408 Request Timeout" in await second.rest()
        assert await nothing.rest() == b""


async def test_a_reader_that_takes_nothing_is_cut_off(db: Database) -> None:
    async with serving(db, request_s=FOREVER_S, stall_s=0.2) as (address, wires):
        reader = await unread(address, wires)
        with pytest.raises(ConnectionError):
            await reader.says_on()


async def test_half_requests_shut_nobody_out(db: Database) -> None:
    async with serving(db, request_s=FOREVER_S, stall_s=FOREVER_S, connections=4, of_one=3) as (
        address,
        wires,
    ):
        await asyncio.gather(*(dialled(address, wires, HALF) for _ in range(60)))  # at once
        async with httpx.AsyncClient(timeout=LIMIT_S) as web:
            assert (await web.get(f"{address}/healthz")).status_code == 200
        await wires[0].rest()  # is closed: those that waited longest made room
        last = await dialled(address, wires, HALF)
        await last.says(b"t: 1\r\n\r\n")
        assert (await last.head()).startswith(b"HTTP/1.1 200")
        for _ in range(3):  # each is owed an answer, so none makes room
            await unread(address, wires)
        head = b""
        while not head.startswith(b"HTTP/1.1 503"):  # until the last of them was heard
            wire = await dialled(address, wires, WHOLE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
            head, _, body = (await wire.rest()).partition(b"\r\n\r\n")
        assert b"retry-after: 5" in head
        assert b"content-security-policy" in head
        assert "too many" in json.loads(body)["detail"]


async def unread(address: str, wires: list[Wire]) -> Wire:
    """A connection whose answers are more than the system holds for it, and that reads none of them."""
    wire = await dialled(address, wires)
    wire.writer.transport.pause_reading()
    asks = b"GET /api/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
    await wire.says(asks * 100)
    return wire
