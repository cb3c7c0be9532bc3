"""A file that appears under its name only when it is whole.

What is written goes into a hidden file beside it. An export that is stopped takes that away; one that is killed
cannot, so the next one to the same place does: it knows by the lock that nobody writes there any more.
"""

from __future__ import annotations

import glob
import os
import re
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import click

from .settings import EXIT_FAILED, EXIT_USAGE

if sys.platform == "win32":  # there a file's age must do
    fcntl = None
else:
    import fcntl

FRESH_S = 5.0  # one so young may not be locked yet
OLD_S = 86_400.0  # where there are no locks, one so old is nobody's
LONGEST = 100  # characters of its name that a hidden file bears


@contextmanager
def whole_file(path: Path, force: bool) -> Iterator[BinaryIO]:
    """A file beside `path` that takes its name at the end; ends the program with a sentence where it cannot."""
    _sweep(path)
    with interrupted():
        try:
            handle, unfinished = tempfile.mkstemp(prefix=_prefix(path), suffix=".part", dir=path.parent)
        except OSError as err:
            click.echo(f"{path}: cannot be written: {err.strerror}", err=True)
            raise SystemExit(EXIT_USAGE) from None
        try:
            with open(handle, "wb") as out:
                _lock(out)
                yield out
                out.flush()
                os.fsync(out.fileno())
            if path.exists() and not force:  # it came while this was written
                raise click.UsageError(f"{path} is there already; --force overwrites it")
            os.chmod(unfinished, 0o666 & ~_umask())
            os.replace(unfinished, path)
        except OSError as err:
            click.echo(
                f"{path}: cannot be written: {err.strerror}; nothing is left under that name", err=True
            )
            raise SystemExit(EXIT_FAILED) from None
        finally:
            Path(unfinished).unlink(missing_ok=True)


def _prefix(path: Path) -> str:
    return f".{path.name[:LONGEST]}."


def _sweep(path: Path) -> None:
    """Take away what killed exports to `path` have left."""
    ours = re.compile(re.escape(_prefix(path)) + r"[a-z0-9_]{8}\.part")
    beside: list[Path] = []
    with suppress(OSError):  # a folder that cannot be read; that nothing can be written there is told later
        beside += path.parent.glob(f"{glob.escape(_prefix(path))}*.part")
    for found in beside:
        with suppress(OSError):  # another user's, or another export was quicker
            if ours.fullmatch(found.name) and _abandoned(found):
                found.unlink()


def _abandoned(found: Path) -> bool:
    """Whether nobody writes there any more."""
    if found.is_symlink() or not found.is_file():
        return False
    age_s = time.time() - found.stat().st_mtime
    if fcntl is None:
        return age_s > OLD_S
    with found.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)  # an OSError where somebody has it
    return age_s > FRESH_S


def _lock(out: BinaryIO) -> None:
    """Hold the file; the system lets go of it when the program ends, however it ends."""
    if fcntl is not None:
        with suppress(OSError):  # a file system without locks: there nothing is taken away
            fcntl.flock(out, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def interrupted() -> Iterator[None]:
    """SIGTERM and a terminal that is closed end the program as Ctrl-C does, so that it can take away what it began."""
    before = {}
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _umask() -> int:
    """What the user takes from a new file; the system tells it only when it is set."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
