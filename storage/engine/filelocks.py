"""Who has a SQLite file to himself: by a lock beside it, which the system frees when the process ends, however it ends."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from storage.engine.refusals import StoreError


def lock_of(store: Path) -> Path:
    """Where the lock of the store lies, by whichever link it is reached."""
    return Path(f"{os.path.realpath(store)}.lock")


@contextmanager
def only_one(store: Path, taken: str) -> Iterator[None]:
    """Hold the lock of the store. Raises StoreError: `taken` where another process has it."""
    lock = FileLock(str(lock_of(store)), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise StoreError(taken) from None
    except (OSError, NotImplementedError) as err:  # another user's, or a file system that knows no locks
        raise StoreError(
            f"{lock.lock_file} cannot be locked ({err}); let this user write to it, and keep the store on a "
            "local disk"
        ) from None
    try:
        _give_to_owner(lock.lock_file, store)
        yield
    finally:
        lock.release()


def _give_to_owner(path: str, of: Path) -> None:
    """Let what root makes beside the store be its owner's, as SQLite does with its log: a service starts next.

    Nothing else is given away: no link, and no file that another name has, too.
    """
    if os.geteuid() != 0:
        return
    with suppress(OSError):  # where root is no more than another user
        made = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            seen, store = os.fstat(made), of.stat()
            if stat.S_ISREG(seen.st_mode) and seen.st_nlink == 1 and seen.st_size == 0:
                os.fchown(made, store.st_uid, store.st_gid)
        finally:
            os.close(made)
