"""Compressed pieces → plain ones, never more at once than there is room for.

A few hundred bytes can stand for gigabytes, so every decoder is asked for at most what still fits, and asked
again while it holds more.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Callable
from typing import Protocol

import brotli  # type: ignore[import-untyped]

from .faults import FetchError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPT_ENCODING = "gzip, deflate, br, zstd"
MAX_CODINGS = 2
MAX_FRAMES = 1000  # gzip members or zstd frames in a row: beginning one costs more than its few bytes
_ZSTD_WINDOW = 23  # 8 MiB, the most that RFC 9659 lets a server use; the format itself allows gigabytes

_GZIP = b"\x1f\x8b"
_ZSTD = (b"\x28\xb5\x2f\xfd", *(bytes([n, 0x2A, 0x4D, 0x18]) for n in range(0x50, 0x60)))
# What servers write there though it is none: the charset, or that there is no coding.
_NO_CODING = re.compile(r"|identity|none|binary|utf-?8|iso-8859-\d+|windows-\d+|text/\w+")


class Undecodable(Exception):
    """The bytes are not what they claim to be."""


class Decoder(Protocol):
    """Turns pieces of one coding into plain bytes."""

    def feed(self, data: bytes, room: int) -> bytes:
        """What the piece stands for. More than `room` bytes of it mean that there may be more. Raises Undecodable."""
        ...

    def finish(self) -> None:
        """Raises Undecodable where the coded bytes end too early."""
        ...


def _bound(frames: int) -> None:
    if frames >= MAX_FRAMES:
        raise Undecodable(f"more than {MAX_FRAMES} frames")


class Zlib:
    """gzip, and deflate with or without its header."""

    def __init__(self, window: int = 47) -> None:  # 47: gzip or zlib, as the first bytes say
        self._window = window
        self._member: zlib._Decompress | None = None
        self._frames = 0

    def feed(self, data: bytes, room: int) -> bytes:
        out = b""
        while data and len(out) <= room:
            if self._member is None:
                if self._frames and not _GZIP.startswith(data[:2]):
                    break  # padding after the end
                _bound(self._frames)
                self._member = zlib.decompressobj(self._window)
            piece, data = self._inflate(data, room - len(out))
            out = out + piece if out else piece
        return out

    def _inflate(self, data: bytes, room: int) -> tuple[bytes, bytes]:
        member = self._member
        assert member is not None
        try:
            out = member.decompress(data, room + 1)
        except zlib.error as err:
            raise Undecodable(f"deflate: {err}") from None
        if not member.eof:
            return out, b""
        self._member, self._frames = None, self._frames + 1
        return out, member.unused_data

    def finish(self) -> None:
        if self._member is not None:
            raise Undecodable("deflate: it breaks off")


class Brotli:
    """br."""

    def __init__(self) -> None:
        self._state = brotli.Decompressor()

    def feed(self, data: bytes, room: int) -> bytes:
        if self._state.is_finished():
            return b""
        out = self._process(data, room)
        while len(out) <= room and not self._state.can_accept_more_data():
            out += self._process(b"", room - len(out))
        return out

    def _process(self, data: bytes, room: int) -> bytes:
        try:
            return bytes(self._state.process(data, output_buffer_limit=room + 1))
        except brotli.error as err:
            raise Undecodable(f"br: {err}") from None

    def finish(self) -> None:
        if not self._state.is_finished():
            raise Undecodable("br: it breaks off")


class Zstd:
    """zstd, several frames too."""

    def __init__(self) -> None:
        self._frame: zstd.ZstdDecompressor | None = None
        self._frames = 0

    def feed(self, data: bytes, room: int) -> bytes:
        out = b""
        while data and len(out) <= room:
            if self._frame is None:
                _bound(self._frames)
                self._frame = zstd.ZstdDecompressor(
                    options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW}
                )
            out += self._decompress(data, room - len(out))
            data = b""
            if self._frame.eof:
                data = self._frame.unused_data
                self._frame, self._frames = None, self._frames + 1
        return out

    def _decompress(self, data: bytes, room: int) -> bytes:
        assert self._frame is not None
        try:
            return self._frame.decompress(data, max_length=room + 1)
        except zstd.ZstdError as err:
            raise Undecodable(f"zstd: {err}") from None

    def finish(self) -> None:
        if self._frame is not None:
            raise Undecodable("zstd: it breaks off")


class Guessing:
    """A coding whose first bytes tell whether it was applied at all: servers name codings they forgot to apply."""

    def __init__(self, guess: Callable[[bytes], Decoder | None], needed: int) -> None:
        self._guess = guess
        self._needed = needed
        self._held = b""
        self._decoder: Decoder | None = None
        self._guessed = False

    def feed(self, data: bytes, room: int) -> bytes:
        if not self._guessed:
            data = self._held = self._held + data
            if len(data) < self._needed:
                return b""
            self._decide()
        return data if self._decoder is None else self._decoder.feed(data, room)

    def finish(self) -> None:
        if not self._guessed and self._held:
            raise Undecodable("it breaks off within its first bytes")
        if self._decoder is not None:
            self._decoder.finish()

    def _decide(self) -> None:
        self._decoder, self._guessed = self._guess(self._held), True
        self._held = b""


def _gzip(head: bytes) -> Decoder | None:
    return Zlib() if head.startswith(_GZIP) else None


def _deflate(head: bytes) -> Decoder | None:
    if head.startswith(_GZIP):
        return Zlib()
    headed = head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0
    return Zlib(15 if headed else -15)


def _zstd(head: bytes) -> Decoder | None:
    return Zstd() if head.startswith(_ZSTD) else None


_DECODERS: dict[str, Callable[[], Decoder]] = {
    "gzip": lambda: Guessing(_gzip, 2),
    "x-gzip": lambda: Guessing(_gzip, 2),
    "deflate": lambda: Guessing(_deflate, 2),
    "br": Brotli,
    "zstd": lambda: Guessing(_zstd, 4),
}


class Chain:
    """The decoders of one body, each bounded by itself: what lies between two of them can be a bomb too."""

    def __init__(self, content_encoding: str, most: int) -> None:
        self._decoders = _decoders(content_encoding)
        self._room = [most] * (1 + len(self._decoders))
        self.overflowed = False  # more than `most` bytes, as transferred or after some decoder

    def feed(self, data: bytes) -> bytes:
        """The plain bytes of the next piece. Raises Undecodable."""
        self._count(0, data)
        for n, decoder in enumerate(self._decoders):
            data = decoder.feed(data, max(0, self._room[n + 1]))
            self._count(n + 1, data)
        return data

    def finish(self) -> None:
        """Raises Undecodable where the body ended too early."""
        for decoder in self._decoders:
            decoder.finish()

    def _count(self, stage: int, data: bytes) -> None:
        self._room[stage] -= len(data)
        self.overflowed = self.overflowed or self._room[stage] < 0


def _decoders(content_encoding: str) -> list[Decoder]:
    """The decoders for a Content-Encoding header, in the order they are passed. Raises FetchError."""
    names = [part.strip().lower() for part in content_encoding.split(",")]
    applied = [name for name in names if not _NO_CODING.fullmatch(name)]
    if len(applied) > MAX_CODINGS:
        raise FetchError("hard", f"{len(applied)} content codings on top of each other")
    if unknown := [name for name in applied if name not in _DECODERS]:
        raise FetchError("hard", f"unknown content coding {unknown[0][:40]!r}")
    return [_DECODERS[name]() for name in reversed(applied)]
