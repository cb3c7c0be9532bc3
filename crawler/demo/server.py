"""Answers → HTTP/1.1 on loopback: keep-alive, ETag and 304, HEAD, gzip. Serves what it is given and reads no file.

Each server binds 127.0.0.1 and a free port of its own, so that each site is a host for itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from http import HTTPStatus

IDLE_S = 30.0
MAX_HEADERS = 100
GZIP_FROM = 1024  # bytes; below it the header costs more than is saved


@dataclass(frozen=True, slots=True)
class Answer:
    """What one address answers."""

    body: bytes = b""
    content_type: str = "text/html"
    status: int = 200
    location: str | None = None
    modified_at: datetime | None = None

    @property
    def etag(self) -> str:
        """A strong validator of the body."""
        return f'"{hashlib.blake2b(self.body, digest_size=8).hexdigest()}"'


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked; header names in lower case."""

    method: str
    path: str
    headers: dict[str, str]

    @property
    def base(self) -> str:
        """Scheme, host and port, as the asker named them."""
        return f"http://{self.headers.get('host', '127.0.0.1')}"

    @property
    def keeps_alive(self) -> bool:
        """Whether the connection stays open after the answer."""
        return self.headers.get("connection", "").lower() != "close"


class Server:
    """One site on one port."""

    def __init__(self, answer: Callable[[Request], Answer]) -> None:
        self._answer = answer
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()
        self.port = 0

    async def start(self) -> None:
        """Bind a free port."""
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Stop listening and end open connections."""
        if self._server:
            self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        if self._server:
            await self._server.wait_closed()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task:
            self._open.add(task)
            task.add_done_callback(self._open.discard)
        try:
            await self._converse(reader, writer)
        except (
            ConnectionError,
            TimeoutError,
            asyncio.IncompleteReadError,
            asyncio.CancelledError,
            ValueError,
        ):
            pass  # the other side went away, or we close
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError, asyncio.CancelledError):
                await writer.wait_closed()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while request := await _request(reader):
            writer.write(_response(request, self._answer(request)))
            await writer.drain()
            if not request.keeps_alive:
                return


async def _request(reader: asyncio.StreamReader) -> Request | None:
    """The next request of a connection; None at its end. Raises ValueError for what is not HTTP."""
    async with asyncio.timeout(IDLE_S):
        line = (await reader.readline()).decode("latin-1").split()
        if not line:
            return None
        method, target, _ = line
        headers: dict[str, str] = {}
        while (raw := (await reader.readline()).strip()) and len(headers) < MAX_HEADERS:
            name, _, value = raw.decode("latin-1").partition(":")
            headers[name.strip().lower()] = value.strip()
        await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(method, target.partition("?")[0], headers)


def _response(request: Request, answer: Answer) -> bytes:
    status, body = answer.status, answer.body
    headers = {"Server": "demo", "Connection": "keep-alive" if request.keeps_alive else "close"}
    if request.method not in ("GET", "HEAD"):
        status, body = 405, b""
    if status == 200:
        headers |= {"Content-Type": answer.content_type, "ETag": answer.etag, "Vary": "Accept-Encoding"}
        if answer.modified_at:
            headers["Last-Modified"] = format_datetime(answer.modified_at, usegmt=True)
        if request.headers.get("if-none-match") == answer.etag:
            status, body = 304, b""
        elif "gzip" in request.headers.get("accept-encoding", "") and len(body) >= GZIP_FROM:
            headers["Content-Encoding"], body = "gzip", gzip.compress(body, 5, mtime=0)
    elif answer.location:
        headers["Location"] = answer.location
    else:
        headers["Content-Type"] = answer.content_type
    if status != 304:
        headers["Content-Length"] = str(len(body))
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    start = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n{head}\r\n"
    return start.encode("latin-1") + (b"" if request.method == "HEAD" else body)
