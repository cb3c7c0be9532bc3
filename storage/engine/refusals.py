"""What a store refuses, and what a driver's words for it mean to the person who meets them."""

from __future__ import annotations

_NO_RIGHT = "42501"  # PostgreSQL's number of that error
READ_ONLY = "25006"  # likewise: where the server is a standby, or became one


class StoreError(Exception):
    """The store cannot be used; the message says why and what to do."""


class StoreMissing(StoreError):
    """There is no store yet; nothing is broken."""


class StoreMisnamed(StoreError):
    """What was named is no place for a store, whatever there is; a person has to name another."""


class StoreBusy(StoreError):
    """Others write, and nothing was done; it may be tried again."""


class StoreOutgrown(StoreError):
    """A newer program has brought the store on while this one had it open, and writes otherwise."""


class RowRefused(StoreError):
    """The store refuses what it was handed, and may take all else."""


# SQLite's numbers of such errors (ERROR, CORRUPT, TOOBIG, MISMATCH); the others are of the file, its disk, its lock
_SQLITE_ROW = frozenset((1, 11, 18, 20))
# and PostgreSQL's, by their classes: data, limits of the program, internal; the others are of the server
_POSTGRESQL_ROW = ("22", "54", "XX")


def of_one_row(err: BaseException) -> bool:
    """Whether an error is of what was to be stored, or of the place where it was to stand, and not of all the store."""
    cause = getattr(err, "orig", None)
    number = getattr(cause, "sqlite_errorcode", None)
    if number is not None:
        return number & 0xFF in _SQLITE_ROW
    return (number_of(cause) or "").startswith(_POSTGRESQL_ROW)


def denied(err: BaseException) -> bool:
    """Whether the server refuses what the user has no right to."""
    return number_of(getattr(err, "orig", None)) == _NO_RIGHT


def number_of(cause: BaseException | None) -> str | None:
    """PostgreSQL's number of an error (SQLSTATE, five characters); None where it gave none."""
    return getattr(cause, "sqlstate", None)


def explained(err: BaseException, shown: str) -> str:
    """What a driver's error means for the person who meets it."""
    cause = getattr(err, "orig", None) or err
    said = next(iter(str(cause).strip().splitlines()), type(cause).__name__)
    for words, meaning in _MEANINGS:
        if words in said:
            return f"{shown}: {meaning} ({said})"
    return f"{shown}: {said}"


_MEANINGS = (
    ("file is not a database", "not a SQLite file; name another store, or move that file away"),
    ("malformed", "the file is damaged; restore a backup"),
    ("unable to open", "cannot be opened; check the path and who may write there"),
    ("readonly", "may not be written by this user, nor its folder; who only reads must be allowed to, too"),
    ("database is locked", "another program has held it locked for 30 s"),
    ("disk is full", "the disk is full"),
    ("password authentication failed", "wrong user or password"),
    (
        "read-only transaction",
        "the server lets only read, as a standby does; name the one that is written to",
    ),
    ("too many connections", "the server has no connection left for this user or database; see their limits"),
    ("too many clients", "the server has no connection left; see its max_connections"),
    ("connection slots", "the server has no connection left; see its max_connections"),
    ("permission denied", "the user lacks a right, which the owner of the store can grant"),
    ('role "', "there is no such user"),
    ("does not exist", "there is no such database; create it first"),
    ("lock timeout", "another program has held it locked for 30 s"),
    ("connection failed", "the server does not answer"),
    ("could not translate host", "the host is unknown"),
    ("failed to resolve host", "the host is unknown"),
)
