"""Processes of the program that need not load it: forked by warm.py, and handled as those of the standard library."""

from __future__ import annotations

import asyncio
import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import IO, Any

import warm

PIPE, DEVNULL = subprocess.PIPE, subprocess.DEVNULL
Stream = int | IO[Any]


@dataclass(frozen=True)
class Wish:
    """What is to be run: forumwatch with `args`, or, with these as its arguments, what is written in `code` or `file`."""

    args: tuple[str, ...]
    code: str | None = None
    file: str | None = None
    cwd: str = field(default_factory=os.getcwd)
    env: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    session: bool = False  # one of its own


@cache
def _address() -> str:
    """Where the one that forks listens; it is started for the first wish."""
    folder = TemporaryDirectory(prefix="fw-warm-", dir="/tmp")  # short: a socket's path has 107 bytes
    address = f"{folder.name}/door"
    forking = subprocess.Popen(
        [sys.executable, warm.__file__, address],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    assert forking.stdout is not None
    assert forking.stdout.readline() == b"ready\n"
    atexit.register(_end, folder, forking)
    return address


def _end(folder: TemporaryDirectory[str], forking: subprocess.Popen[bytes]) -> None:
    forking.communicate()
    folder.cleanup()


class _Process:
    """A process that was wished for, and this end of those of its streams that are pipes."""

    def __init__(self, wish: Wish, stdin: Stream, stdout: Stream, stderr: Stream) -> None:
        self.returncode: int | None = None
        theirs: list[int] = []
        self._ours: list[int | None] = []
        opened: list[int] = []
        for number, stream in enumerate((stdin, stdout, stderr)):
            ends = None
            if stream == PIPE:
                ends = os.pipe() if number else os.pipe()[::-1]
                theirs.append(ends[1])
                opened.append(ends[1])
            elif stream == DEVNULL:
                theirs.append(os.open(os.devnull, os.O_RDWR))
                opened.append(theirs[-1])
            else:
                theirs.append(stream if isinstance(stream, int) else stream.fileno())
            self._ours.append(ends and ends[0])
        self._told = socket.socket(socket.AF_UNIX)
        self._told.connect(_address())
        try:
            said = json.dumps(asdict(wish)).encode() + b"\n"
            rest = said[socket.send_fds(self._told, [said], theirs) :]
            self._told.sendall(rest)
            with self._told.makefile("rb", buffering=0) as line:
                self.pid = int(line.readline())
        finally:
            for end in opened:
                os.close(end)

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _ended(self, status: bytes) -> int:
        """What `status` says, of which there is none where the one that forks has died."""
        self._told.close()
        self.returncode = os.waitstatus_to_exitcode(int(status))
        return self.returncode


class Popen(_Process):
    """As subprocess.Popen, with text in its pipes."""

    def __init__(
        self, wish: Wish, stdin: Stream = DEVNULL, stdout: Stream = DEVNULL, stderr: Stream = DEVNULL
    ) -> None:
        super().__init__(wish, stdin, stdout, stderr)
        self.stdin, self.stdout, self.stderr = (
            None if end is None else os.fdopen(end, "r" if number else "w", encoding="utf-8")
            for number, end in enumerate(self._ours)
        )

    def poll(self) -> int | None:
        if self.returncode is None and select.select([self._told], [], [], 0)[0]:
            return self.wait()
        return self.returncode

    def wait(self) -> int:
        return self._ended(self._told.recv(99)) if self.returncode is None else self.returncode

    def kill(self) -> None:
        if self.poll() is None:
            with suppress(ProcessLookupError):  # it has ended since
                super().kill()

    def communicate(self) -> tuple[str, str]:
        """What it says until it ends; of two pipes the second is read behind the first, for what is short."""
        if self.stdin is not None:
            self.stdin.close()
        out, err = (stream.read() if stream is not None else "" for stream in (self.stdout, self.stderr))
        self.wait()
        self._close()
        return out, err

    def _close(self) -> None:
        for stream in (self.stdin, self.stdout, self.stderr):
            if stream is not None:
                stream.close()

    def __enter__(self) -> Popen:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        self.wait()


def run(wish: Wish) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    process = Popen(wish, stdout=PIPE, stderr=PIPE)
    out, err = process.communicate()
    assert process.returncode is not None
    return subprocess.CompletedProcess(wish.args, process.returncode, out, err)


class Process(_Process):
    """As asyncio.subprocess.Process."""

    stdout: asyncio.StreamReader | None
    stderr: asyncio.StreamReader | None

    async def listen(self) -> Process:
        """Begin to hear it."""
        self.stdout, self.stderr = [await _reader(end) for end in self._ours[1:]]
        self._told.setblocking(False)
        self._ending = asyncio.ensure_future(self._end())
        return self

    async def wait(self) -> int:
        return await asyncio.shield(self._ending)

    async def communicate(self) -> tuple[bytes, bytes]:
        said = [stream.read() if stream is not None else _nothing() for stream in (self.stdout, self.stderr)]
        out, err, _ = await asyncio.gather(*said, self.wait())
        return out, err

    async def _end(self) -> int:
        return self._ended(await asyncio.get_running_loop().sock_recv(self._told, 99))


async def _nothing() -> bytes:
    return b""


async def _reader(end: int | None) -> asyncio.StreamReader | None:
    if end is None:
        return None
    reader = asyncio.StreamReader()
    file = os.fdopen(end, "rb", buffering=0)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), file)
    return reader


async def start(wish: Wish, stdout: Stream = PIPE, stderr: Stream = PIPE) -> Process:
    """Begin to run it."""
    return await Process(wish, DEVNULL, stdout, stderr).listen()


def script(code: str, *args: object) -> Wish:
    """What `python -c` runs."""
    return Wish(tuple(map(str, args)), code=code)


def file(path: str | Path, *args: object) -> Wish:
    """What `python path` runs."""
    return Wish(tuple(map(str, args)), file=str(path))
