"""HTTP/1.1 over a channel: a request's bytes out, an answer's head and body in.

Lenient where the web is (bare line feeds, junk header lines, blanks), strict where leniency would store half a
page as a whole one (lengths, chunks), and bounded everywhere.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass

import httpx

from .channel import Channel

MAX_HEAD = 64 * 1024  # bytes of an answer's status and headers
MAX_FIELDS = 256
MAX_INTERIM = 8  # 1xx answers before the real one
MAX_CHUNK_LINE = 1024
FRAMING_ALLOWANCE = 64 * 1024  # bytes that chunk framing may take beyond what it carries
BITE = 64 * 1024  # bytes handed on at once

Fields = list[tuple[bytes, bytes]]

_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/(\d)\.(\d)[ \t]+([1-9]\d\d)(?:[ \t][^\n]*)?")
_UNSENDABLE = re.compile(rb"[\x00-\x20\x7f]")  # in an address
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Head:
    """An answer before its body."""

    status: int
    fields: Fields  # names in lower case
    keeps_alive: bool

    def all(self, name: bytes) -> list[bytes]:
        """The values of every field of that name."""
        return [value for key, value in self.fields if key == name]


Body = AsyncGenerator[bytes, None]
# status, headers with names in lower case, body; bytes: it is all there
Answer = tuple[int, Fields, Body | bytes]


class Http1:
    """One connection on which requests follow each other."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._keeps = True

    @property
    def usable(self) -> bool:
        """Whether another request may be sent, now that the last answer was read to its end."""
        return self._keeps and not self._channel.buffer and not self._channel.ended

    async def ask(
        self, method: str, target: bytes, headers: Fields, content: bytes, timeout_s: float
    ) -> Answer:
        """Status, headers and body of the answer. Raises httpx.TransportError, OSError, TimeoutError."""
        self._channel.write(request_bytes(method, target, headers, content))
        head = await read_head(self._channel, timeout_s)
        framing = Framing(head, method)
        self._keeps = head.keeps_alive and framing.ends
        return head.status, head.fields, body(self._channel, framing, timeout_s)


def request_bytes(method: str, target: bytes, headers: Fields, content: bytes) -> bytes:
    """A request as it goes out. Raises httpx.LocalProtocolError for what would be another request."""
    lines = b"".join([b"%b: %b\r\n" % field for field in headers])
    own_breaks = lines.count(b"\r") == lines.count(b"\n") == len(headers)
    if not own_breaks or b"\0" in lines or _UNSENDABLE.search(target):
        raise httpx.LocalProtocolError("a line break in a header or an address")
    return b"%b %b HTTP/1.1\r\n%b\r\n%b" % (method.encode("ascii"), target, lines, content)


async def read_head(channel: Channel, timeout_s: float) -> Head:
    """The head of the answer; 1xx ones are passed over. Raises httpx.RemoteProtocolError, OSError, TimeoutError."""
    for _ in range(MAX_INTERIM):
        head = _parse(await _block(channel, timeout_s))
        if head.status >= 200:
            return head
        if head.status == 101:
            raise httpx.RemoteProtocolError("it switches protocols unasked")
    raise httpx.RemoteProtocolError("nothing but interim answers")


async def _block(channel: Channel, timeout_s: float) -> bytes:
    buffer, looked = channel.buffer, 0
    while True:
        if not b"HTTP/".startswith(buffer[:5]) and not buffer.startswith(b"HTTP/"):
            raise httpx.RemoteProtocolError(f"it begins with {bytes(buffer[:20])!r}")
        if end := _END.search(buffer, looked):
            block = bytes(buffer[: end.start()])
            del buffer[: end.end()]
            return block
        if len(buffer) > MAX_HEAD:
            raise httpx.RemoteProtocolError(f"headers of more than {MAX_HEAD // 1024} KiB")
        looked = max(0, len(buffer) - 3)
        if not await channel.more(timeout_s):
            raise httpx.RemoteProtocolError(
                "it hung up within its headers" if buffer else "it hung up without an answer"
            )


def _parse(block: bytes) -> Head:
    first, *lines = block.split(b"\n")
    status = _STATUS.fullmatch(first.rstrip(b"\r"))
    if not status:
        raise httpx.RemoteProtocolError(f"it begins with {first[:40]!r}")
    if len(lines) > MAX_FIELDS:
        raise httpx.RemoteProtocolError(f"{len(lines)} header lines")
    fields = _fields(lines)
    said = b",".join(value.lower() for name, value in fields if name == b"connection")
    modern = (status[1], status[2]) >= (b"1", b"1")
    keeps_alive = b"close" not in said if modern else b"keep-alive" in said
    return Head(int(status[3]), fields, keeps_alive)


def _fields(lines: list[bytes]) -> Fields:
    fields: Fields = []
    for line in lines:
        if line[:1] in (b" ", b"\t") and fields:  # folded, as of old
            name, value = fields[-1]
            fields[-1] = name, value + b" " + line.strip()
            continue
        name, colon, value = line.partition(b":")
        if colon and name.strip():
            fields.append((name.strip().lower(), value.strip()))
    return fields


class Framing:
    """How an answer's body is told from what follows it. Raises httpx.RemoteProtocolError where that is unsure."""

    __slots__ = ("codings", "ends", "length")

    def __init__(self, head: Head, method: str) -> None:
        """The framing of the answer to a request of that method."""
        self.codings = _codings(head)
        self.length = None if self.codings else content_length(head)  # None: not announced
        bodyless = head.status in (204, 304)
        self.ends = (
            bodyless or bool(self.codings) or self.length is not None
        )  # by itself, not with the connection
        if bodyless or method == "HEAD":
            self.codings, self.length = [], 0


def body(channel: Channel, framing: Framing, timeout_s: float) -> Body | bytes:
    """The body's bytes, out of their framing. Raises httpx.RemoteProtocolError where they break off."""
    if framing.codings == ["chunked"]:
        return _chunked(channel, timeout_s)
    if framing.codings:
        raise httpx.RemoteProtocolError(f"transfer coding {', '.join(framing.codings)[:40]}")
    if framing.length is None:
        return _until_closed(channel, timeout_s)
    if framing.length <= min(len(channel.buffer), BITE):
        return channel.take(framing.length)
    return _exactly(channel, framing.length, timeout_s)


def content_length(head: Head) -> int | None:
    """The announced length. Raises httpx.RemoteProtocolError where it is no number or several."""
    said = head.all(b"content-length")
    if not said:
        return None
    values = {part.strip() for value in said for part in value.split(b",")}
    value = values.pop()
    if values or not re.fullmatch(rb"\d{1,15}", value):
        raise httpx.RemoteProtocolError(f"content length {value[:30]!r}")
    return int(value)


def _codings(head: Head) -> list[str]:
    values = head.all(b"transfer-encoding")
    said = b",".join(values).decode("latin-1").lower().split(",") if values else []
    codings = [coding for part in said if (coding := part.strip()) not in ("", "identity")]
    return (
        ["chunked"] if set(codings) == {"chunked"} else codings
    )  # said twice by server and proxy, done once


async def _until_closed(channel: Channel, timeout_s: float) -> Body:
    while channel.buffer or await channel.more(timeout_s):
        yield channel.take(BITE)


async def _exactly(channel: Channel, length: int, timeout_s: float) -> Body:
    left = length
    while left:
        data = await _bite(channel, left, timeout_s)
        left -= len(data)
        yield data


async def _chunked(channel: Channel, timeout_s: float) -> Body:
    carried = framing = 0
    while size := _chunk_size(line := await _line(channel, timeout_s)):
        left = size
        while left:
            data = await _bite(channel, left, timeout_s)
            left -= len(data)
            yield data
        if await _line(channel, timeout_s):
            raise httpx.RemoteProtocolError("a chunk longer than it says")
        carried += size
        framing += len(line) + 4
        if framing > carried + FRAMING_ALLOWANCE:
            raise httpx.RemoteProtocolError("more chunk framing than body")
    for _ in range(MAX_FIELDS):
        if not channel.buffer and not await channel.more(timeout_s):  # nothing of the body can be missing
            return
        if not await _line(channel, timeout_s):  # the end of the trailers
            return
    raise httpx.RemoteProtocolError(f"more than {MAX_FIELDS} trailers")


async def _bite(channel: Channel, left: int, timeout_s: float) -> bytes:
    if not channel.buffer and not await channel.more(timeout_s):
        raise httpx.RemoteProtocolError(f"it hung up {left} bytes too early")
    return channel.take(min(left, BITE))


def _chunk_size(line: bytes) -> int:
    size = _SIZE.fullmatch(line.strip())
    if not size:
        raise httpx.RemoteProtocolError(f"chunk size {line[:30]!r}")
    return int(size[1], 16)


async def _line(channel: Channel, timeout_s: float) -> bytes:
    while (end := channel.buffer.find(b"\n", 0, MAX_CHUNK_LINE)) < 0:
        if len(channel.buffer) >= MAX_CHUNK_LINE:
            raise httpx.RemoteProtocolError("a chunk line without an end")
        if not await channel.more(timeout_s):
            raise httpx.RemoteProtocolError("it hung up between chunks")
    return channel.take(end + 1).rstrip(b"\r\n")
