"""SQLite files that are not waited for until they are on the disk: nobody cuts the power of a test.

A store that is made waits ten times, one that is closed twice: more than most tests that open one work. Who kills a
process loses nothing by it, for what was handed to the system is written.
"""

from __future__ import annotations

from sqlalchemy import Engine

from storage.engine import dialects

as_shipped = dialects._set_up_sqlite


def share() -> None:
    """From now on, in this process and in those that are forked from it."""
    dialects._set_up_sqlite = _sooner


def _sooner(engine: Engine, begin: str, *pragmas: str) -> None:
    as_shipped(engine, begin, *pragmas, "PRAGMA synchronous=OFF")
