"""Since when a store's file has taken nothing: told beside it, by the times of its lock, which no full disk keeps from being set.

Who only reads the store hears of it so. Its lock was read last when 2000 began: that is the sign. Zero would be none, for
file systems that keep no times of reading tell that of every file.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

_SIGN = 946_684_800 * 10**9  # ns since 1970


def mark(lock: Path, since: datetime) -> None:
    """Let others know; where the lock is none of this user's nobody hears."""
    with suppress(OSError):
        os.utime(lock, ns=(_SIGN, int(since.timestamp()) * 10**9))


def clear(lock: Path) -> None:
    """The store takes what is written."""
    with suppress(OSError):
        os.utime(lock)


def marked(lock: Path) -> datetime | None:
    """Since when it takes nothing; None where it does, as far as anybody has told."""
    try:
        seen = lock.stat()
    except OSError:
        return None
    return datetime.fromtimestamp(seen.st_mtime, UTC) if seen.st_atime_ns == _SIGN else None
