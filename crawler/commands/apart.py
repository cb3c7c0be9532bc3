"""What is written to a stream → its file, by a thread of its own: a reader who stops reading keeps nobody from working.

write ─queue, bounded─→ thread ─→ file       what finds the queue full is dropped, counted, and told of later
"""

from __future__ import annotations

import io
import os
import select
import stat
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress

if sys.platform == "win32":  # where nothing cuts a file that is open
    fcntl = None
else:
    import fcntl

MOST = 1_000_000  # bytes that wait to be written: some thousand lines
LEAVE_S = 0.5  # what an end waits for the last lines to be taken


class Apart(io.TextIOBase):
    """In the place of a stream on the file descriptor `fd`, past Python's own one, whose lock a thread that hangs would
    keep from the program's end.
    """

    encoding, errors = "utf-8", "backslashreplace"

    def __init__(self, fd: int, dropped: Callable[[int], str], most: int = MOST) -> None:
        self._fd = fd
        _append(fd)
        self._dropped = dropped  # says how many lines were
        self._most = most
        self._pieces: deque[bytes] = deque()
        self._waiting = 0  # bytes, with those that are being written
        self._full = False  # once a piece was dropped, so are all until that is told
        self._lost = 0  # lines
        self._broken = False  # what was taken last is the beginning of a line
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def write(self, text: str) -> int:
        """Have it written; never waits for that."""
        said = text.encode(self.encoding, self.errors)
        ends = self._broken and text == "\n"  # print writes a line in two pieces
        with self._changed:
            self._full = self._full or (not ends and self._waiting + len(said) > self._most)
            if self._full:
                self._lost += text.count("\n")
                self._tell()
            elif said:
                self._take(said)
                self._begin()
        return len(text)

    def flush(self) -> None:
        """Nobody waits for it."""

    def fileno(self) -> int:
        """What is written to."""
        return self._fd

    def isatty(self) -> bool:
        """Whether a person reads it."""
        return os.isatty(self._fd)

    def writable(self) -> bool:
        """It is."""
        return True

    def leave(self, seconds: float = LEAVE_S) -> None:
        """Wait for the last lines to be taken, but no longer than that."""
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting, seconds)

    def _take(self, said: bytes) -> None:
        self._pieces.append(said)
        self._waiting += len(said)
        self._broken = not said.endswith(b"\n")
        self._changed.notify_all()

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="log", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: bool(self._pieces))
                said = b"".join(self._pieces)
                self._pieces.clear()
            with suppress(OSError):  # a full disk, a reader that is gone
                self._put(said)
            with self._changed:
                self._waiting -= len(said)
                self._tell()
                self._changed.notify_all()

    def _tell(self) -> None:
        """Say how many lines are missing, once there is room."""
        if self._lost and not self._waiting:
            before = "\n" if self._broken else ""
            self._take(f"{before}{self._dropped(self._lost)}\n".encode())
            self._full, self._lost = False, 0

    def _put(self, said: bytes) -> None:
        while said:
            try:
                said = said[os.write(self._fd, said) :]
            except BlockingIOError:  # a file that others made not to wait
                select.select((), (self._fd,), (), 1.0)


def _append(fd: int) -> None:
    """Let a file be written at its end, wherever that is: one that logrotate cuts would go on where it was, behind a hole
    as large as all that was cut away.
    """
    with suppress(OSError):
        if fcntl is not None and stat.S_ISREG(os.fstat(fd).st_mode):
            fcntl.fcntl(fd, fcntl.F_SETFL, fcntl.fcntl(fd, fcntl.F_GETFL) | os.O_APPEND)
