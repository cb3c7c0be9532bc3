"""What went wrong on the way → one error that knows how a Failure will name it."""

from __future__ import annotations

import errno
import socket

import httpx

from storage.records import NO_ROOM, FailureKind

_OWN = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}


class FetchError(Exception):
    """The one error of this room; it never leaves it. The message names what and where, without the stage."""

    def __init__(
        self,
        kind: FailureKind,
        message: str,
        *,
        status: int | None = None,
        retry_after_s: int | None = None,
        unreached: bool = False,
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.status = status
        self.retry_after_s = retry_after_s
        self.unreached = unreached  # no way to the host was found: it may be this machine's line that is down


class Unreachable(httpx.ConnectError):
    """There is no way to the host, and the kind of failure is already known."""

    def __init__(self, kind: FailureKind, message: str, *, unreached: bool = False) -> None:
        super().__init__(message)
        self.kind = kind
        self.unreached = unreached


class NoWay(httpx.ConnectError):
    """The system knows no way to the address, or nothing came back on it; a refusal would be an answer."""


class ProxyDown(httpx.ProxyError):
    """The proxy is not there, or reaches nobody itself: who is behind it was not asked."""


class NoRoom(httpx.ConnectError):
    """This machine cannot open one more connection, to whomever."""


def is_own(err: BaseException) -> bool:
    """Whether an error of the system is one of this machine's bounds: of files, of memory, of buffers."""
    if isinstance(err, socket.gaierror):
        return err.errno == socket.EAI_MEMORY
    return isinstance(err, OSError) and err.errno in _OWN


# Looked through in order: the first class that fits words the failure.
_TRANSPORT: tuple[tuple[type[httpx.TransportError], FailureKind, str], ...] = (
    (NoRoom, "offline", NO_ROOM.removeprefix("fetch: ") + " ({said}): {where} was not asked"),
    (httpx.ConnectTimeout, "temporary", "no connection to {where} in time"),
    (httpx.TimeoutException, "temporary", "{where} fell silent"),
    (httpx.RemoteProtocolError, "temporary", "{where} does not answer in HTTP: {said}"),
    (httpx.LocalProtocolError, "refused", "cannot ask {where}: {said}"),
    (httpx.ProxyError, "temporary", "the proxy on the way to {where}: {said}"),
    (httpx.ConnectError, "temporary", "no connection to {where}: {said}"),
    (httpx.TransportError, "temporary", "the connection to {where} broke: {said}"),
)


def from_transport(err: httpx.TransportError, where: str) -> FetchError:
    """The error as this room names it; `where` is the host as people write it."""
    if isinstance(err, Unreachable):
        return FetchError(err.kind, str(err), unreached=err.unreached)
    unreached = isinstance(err, (NoWay, ProxyDown, httpx.ConnectTimeout))
    for kind_of, kind, words in _TRANSPORT:
        if isinstance(err, kind_of):
            said = str(err) or type(err).__name__
            return FetchError(kind, words.format(where=where, said=said), unreached=unreached)
    raise AssertionError("the last row of _TRANSPORT fits every TransportError")
