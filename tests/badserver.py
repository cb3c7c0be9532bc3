"""A server on loopback that does what a test scripts, down to the byte: slowly, falsely, without end.

    async with BadServer({"/feed": answer(200, b"<rss/>"), "/drip": drip}) as server:
        page = await fetcher.get(server.url("/feed"))

A script is bytes to send (with the connection kept open), or an async function of the request and a writer.
Paths that are not scripted answer 404, robots.txt too.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import subprocess
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType


@dataclass(frozen=True)
class Asked:
    """One request; header names in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    at: float  # the loop's clock
    connection: int

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


Script = bytes | Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]


def answer(status: int = 200, body: bytes = b"", /, **headers: str) -> bytes:
    """A proper answer: ``answer(200, b"...", etag='"1"', content_type="text/html")``."""
    lines = {"content-length": str(len(body))} | {k.replace("_", "-"): v for k, v in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} Whatever\r\n{head}\r\n".encode() + body


def redirect(location: str, status: int = 302, **headers: str) -> bytes:
    """An answer that points elsewhere."""
    return answer(status, b"", location=location, **headers)


def then_close(data: bytes) -> Script:
    """Send and hang up."""

    async def script(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        writer.close()

    return script


def then_reset(data: bytes) -> Script:
    """Send and break the connection off."""

    async def script(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        await asyncio.sleep(0.02)
        writer.transport.abort()

    return script


def drip(data: bytes, every_s: float) -> Script:
    """Send one byte at a time."""

    async def script(asked: Asked, writer: asyncio.StreamWriter) -> None:
        for n in range(len(data)):
            writer.write(data[n : n + 1])
            await writer.drain()
            await asyncio.sleep(every_s)

    return script


def endless(head: bytes, piece: bytes) -> Script:
    """Send a head and then the same piece for ever."""

    async def script(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0)  # the fetcher lives on the same loop

    return script


async def silence(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Accept the request and say nothing."""
    await asyncio.sleep(3600)


@dataclass
class BadServer:
    """One host and port. `asked` lists what was asked, `most_at_once` how many answers were under way together."""

    scripts: Mapping[str, Script]
    tls: ssl.SSLContext | None = None
    host: str = "127.0.0.1"
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    most_at_once: int = 0
    _at_once: int = 0

    async def __aenter__(self) -> BadServer:
        self._tasks: set[asyncio.Task[None]] = set()
        self._server = await asyncio.start_server(self._connected, self.host, 0, ssl=self.tls)
        self.port: int = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    @property
    def authority(self) -> str:
        return f"{self.host}:{self.port}"

    def url(self, path: str = "/") -> str:
        return f"{'https' if self.tls else 'http'}://{self.authority}{path}"

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked.path == path for asked in self.asked)

    def last(self, path: str) -> Asked:
        """The last request for a path."""
        return [asked for asked in self.asked if asked.path == path][-1]

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        self.connections += 1
        number = self.connections
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while not writer.is_closing():
                await self._answer(await _request(reader, number), writer)
        writer.transport.abort()

    async def _answer(self, asked: Asked, writer: asyncio.StreamWriter) -> None:
        self.asked.append(asked)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            script = self.scripts.get(asked.path, answer(404))
            if isinstance(script, bytes):
                writer.write(script)
                await writer.drain()
            else:
                await script(asked, writer)
        finally:
            self._at_once -= 1


async def _request(reader: asyncio.StreamReader, connection: int) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, target, _ = head[0].split(" ")
    headers = {}
    for line in filter(None, head[1:]):
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    return Asked(method, target, headers, asyncio.get_running_loop().time(), connection)


def certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 with its key in one file, made by the openssl command. Raises FileNotFoundError."""
    path = folder / "certificate.pem"
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
        " -subj /CN=test -addext subjectAltName=IP:127.0.0.1 -keyout -"
    )
    path.write_bytes(subprocess.run(command.split(), check=True, capture_output=True).stdout)
    return path
