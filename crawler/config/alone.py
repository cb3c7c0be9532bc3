"""One program at a time reads a file, and puts another in its place."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":  # who writes there must look whether the file is still what was read
    fcntl = None
else:
    import fcntl

WAIT_S = 20.0  # for others, of which each takes a second or two
LOOK_S = 0.05  # between two questions whether it is free


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Hold the file under `path` against others that ask so; whether it is held, or can be held nowhere here.

    False where another holds it for all of WAIT_S. The system lets go of it when the program ends, however it ends.
    """
    if fcntl is None:
        yield True
        return
    target, late = path.resolve(), time.monotonic() + WAIT_S
    while True:
        # a share of the network lends a lock of one's own to those alone who might write
        with target.open("r+b" if os.access(target, os.W_OK) else "rb") as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                free = False
            except OSError:  # a file system without locks
                free = True
            else:  # who had it has put another in its place by now
                free = os.path.samestat(os.fstat(held.fileno()), target.stat())
            if free or time.monotonic() > late:
                yield free
                return
        time.sleep(LOOK_S)
