"""What a source announces becomes entries: what is new waits, what is known stays, what is too much is held."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from storage import schema
from storage.articles import headlines, revisits
from storage.engine.prepared import Prepared
from storage.records import Entry, ReadRule
from storage.shape.columns import EPOCH
from storage.sources.blind import DISMISSED
from storage.sources.traps import DAILY, Admitted, Redressed, admit
from storage.text.clean import host_of, key_hash, storable

_E, _A, _M, _R = schema.entries, schema.articles, schema.mentions, schema.revisits
PATIENCE = timedelta(days=3)  # from the announcement of an entry that was given up to its very last try
LAST = 100  # tries that it then counts: whatever fails again ends it
ECHOED = timedelta(days=2)  # until a source that tells what others told first has told it, as aggregators do
_IN_VAIN = ("given_up", "dismissed")  # states in which another headline of its source is news
_CHUNK = 500  # parameters of one IN list; SQLite allows 32,766
_UNREAD: dict[ReadRule, tuple[str, ...]] = {  # what others left unread and a source of that rule reads
    "always": ("skipped", "announced"),
    "on_match": ("announced",),
    "never": (),
}
_known = (
    select(_E.c.key_hash, _E.c.source_id, _E.c.state, _E.c.seen_at, _A.c.announced)
    .outerjoin(_A, _A.c.id == _E.c.article_id)
    .where(_E.c.key_hash.in_(bindparam("hashes", expanding=True)))
)
_ENTRY = ("key_hash", "source_id", "url", "host", "title", "summary", "published_at", "language", "state")
_announce = Prepared(insert(_E), [*_ENTRY, "tries", "seen_at"])


@dataclass(frozen=True, slots=True)
class Announced:
    """What came of entries that were announced."""

    new: int = 0
    known: int = 0
    held: int = 0  # new, and not taken yet: no reason to come back sooner
    complaint: str | None = None
    early: int = 0  # of the known: by the last visit
    last_at: datetime | None = None  # when the latest of those was new; None: nobody can say
    echoed: int = 0  # of the known: new to all of late, by other sources


def announce(
    conn: Connection,
    source_id: str,
    entries: Sequence[tuple[str, Entry]],
    now: datetime,
    reads: ReadRule,
    *,
    most: int = DAILY,
    redressed: Redressed | None = None,
    visited_at: datetime | None = None,
    away: bool = False,
    named: Collection[str] = (),
) -> Announced:
    """Store entries, by the identity of their address; what is new waits to be read.

    No more than `most` new ones are taken in a day, and none that `redressed` knows again (see storage.sources.traps).

    What is known and was never read waits again where

    * this source, of which `reads` is the rule, reads more than the one that announced it, or tells of it in other words;
    * it could not be fetched for days, or while the source was `away`.

    `named` are the identities of those that name a forum. Where one of them tells of an address in other words than
    before, these are kept of what waits, and the page of an article without a mention is looked at again; what was in
    vain is read once more where it has another headline, or a summary at last: other summaries may come with each poll.
    `visited_at` is the source's last visit that was answered: what others announced since was in no document that the
    source showed then.
    """
    unique = {key_hash(key): entry for key, entry in reversed(entries)}
    known, seen_at, others_at = _states(conn, source_id, list(unique))
    given_up = [h for h, state in known.items() if state == "given_up"]
    _try_once_more(conn, given_up, now if away else now - PATIENCE)
    fresh = [digest for digest in unique if digest not in known]
    admitted = Admitted(fresh)
    if fresh:
        admitted = admit(conn, source_id, fresh, unique, now, most=most, redressed=redressed)
    if admitted.fresh:
        _announce.run(conn, *(_entry_row(h, source_id, unique[h], now) for h in admitted.fresh))
    for left in [h for h, state in known.items() if state == "paused"]:  # by a source that is polled no more
        conn.execute(update(_E).where(_E.c.key_hash == left).values(source_id=source_id, state="waiting"))
    for unread in [h for h, state in known.items() if state in _UNREAD[reads]]:
        _reopen(conn, _entry_row(unread, source_id, unique[unread], now))
    if reads == "on_match":
        skipped = [h for h, state in known.items() if state == "skipped"]
        for retold in _told_otherwise(conn, source_id, skipped, unique):
            _reopen(conn, _entry_row(retold, source_id, unique[retold], now))
    named_now = {digest: known.get(digest) for digest in map(key_hash, named)}
    _look_again(conn, source_id, [h for h, state in named_now.items() if state == "read"], unique, now)
    waiting = [h for h, state in named_now.items() if state == "waiting"]
    for retold in _told_otherwise(conn, source_id, waiting, unique):
        _keep_words(conn, retold, unique[retold])
        _hurry(conn, retold)
    in_vain = [h for h, state in named_now.items() if state in _IN_VAIN]
    for retold in _told_otherwise(conn, source_id, in_vain, unique, _has_another_headline):
        _reopen(conn, _entry_row(retold, source_id, unique[retold], now))
    seen, taken = len(known) + admitted.known, len(admitted.fresh)
    early = [at for at in seen_at if visited_at is None or at <= visited_at or at > now]  # by a clock ahead
    last_at = None if admitted.known else max(early, default=None)
    held, early_ones = len(unique) - seen - taken, len(early) + admitted.known
    late = now - ECHOED if visited_at is None else min(visited_at, now - ECHOED)
    echoed = sum(late < at <= now for at in others_at)
    return Announced(taken, seen, held, admitted.complaint, early_ones, last_at, echoed)


def announced_before(
    conn: Connection, source_id: str, before: datetime, limit: int = 200
) -> dict[bytes, datetime]:
    """The last entries that the source had announced by then: the hash of an address's identity → its date, or
    when it was announced.
    """
    theirs = select(_E.c.key_hash, _E.c.published_at, _E.c.seen_at).where(_E.c.source_id == source_id)
    rows = conn.execute(theirs.where(_E.c.seen_at <= before).order_by(_E.c.id.desc()).limit(limit))
    return {row.key_hash: min(row.published_at or row.seen_at, row.seen_at) for row in rows}


def any_since(conn: Connection, hashes: Sequence[bytes], since: datetime) -> bool:
    """Whether any of these entries was announced after that, by whomever."""
    later = select(_E.c.id).where(_E.c.seen_at > since).limit(1)
    chunks = (hashes[start : start + _CHUNK] for start in range(0, len(hashes), _CHUNK))
    return any(conn.execute(later.where(_E.c.key_hash.in_(some))).first() for some in chunks)


def last_announced(conn: Connection, source_id: str, before: datetime, limit: int) -> list[Entry]:
    """The last entries that the source had announced before then: their addresses, titles and dates."""
    theirs = select(_E.c.url, _E.c.title, _E.c.published_at).where(_E.c.source_id == source_id)
    rows = conn.execute(theirs.where(_E.c.seen_at < before).order_by(_E.c.id.desc()).limit(limit))
    return [Entry(row.url, row.title, published_at=row.published_at) for row in rows]


def _states(
    conn: Connection, source_id: str, hashes: Sequence[bytes]
) -> tuple[dict[bytes, str], list[datetime], list[datetime]]:
    """The states of those entries that are known, when they were new, and when those of other sources were."""
    known: dict[bytes, str] = {}
    seen_at: list[datetime] = []
    others_at: list[datetime] = []
    for start in range(0, len(hashes), _CHUNK):
        rows = conn.execute(_known, {"hashes": hashes[start : start + _CHUNK]}).all()
        known |= {row.key_hash: "announced" if row.announced else row.state for row in rows}
        seen_at += [row.seen_at for row in rows]
        others_at += [row.seen_at for row in rows if row.source_id != source_id]
    return known, seen_at, others_at


def _has_other_words(entry: Entry, before: Any) -> bool:
    told = ((entry.title, before.title), (entry.summary, before.summary))
    return any(words is not None and storable(words) != stored for words, stored in told)


def _has_another_headline(entry: Entry, before: Any) -> bool:
    other = entry.title is not None and storable(entry.title) != before.title
    return other or (bool(entry.summary) and not before.summary)


def _told_otherwise(
    conn: Connection,
    source_id: str,
    unread: Sequence[bytes],
    announced: Mapping[bytes, Entry],
    otherwise: Callable[[Entry, Any], bool] = _has_other_words,
) -> list[bytes]:
    """Those of a source that have other words by now: a headline is edited, a summary comes later."""
    found: list[bytes] = []
    for start in range(0, len(unread), _CHUNK):
        of = _E.c.key_hash.in_(unread[start : start + _CHUNK]) & (_E.c.source_id == source_id)
        rows = conn.execute(select(_E.c.key_hash, _E.c.title, _E.c.summary).where(of))
        found += [row.key_hash for row in rows if otherwise(announced[row.key_hash], row)]
    return found


def _look_again(
    conn: Connection, source_id: str, read: Sequence[bytes], announced: Mapping[bytes, Entry], now: datetime
) -> None:
    """Have the pages looked at of what names a forum by now, in other words than before, and of which the article does not.

    The words of the source that announced it first are kept, so that they are a reason once; those of others, who may
    always tell it otherwise, are one where its page was never looked at again. Should the page be kept from us, they
    are told themselves (storage.articles.headlines).
    """
    mentioned = select(_M.c.id).where(_M.c.article_id == _E.c.article_id, _M.c.gone_at.is_(None)).exists()
    watched = _R.c.article_id.label("watched")
    told = select(_E.c.key_hash, _E.c.source_id, _E.c.title, _E.c.summary, _A.c.id, watched).where(~mentioned)
    told = told.join(_A, _A.c.id == _E.c.article_id).outerjoin(_R, _R.c.article_id == _A.c.id)
    for start in range(0, len(read), _CHUNK):
        of = _E.c.key_hash.in_(read[start : start + _CHUNK])
        for row in conn.execute(told.where(of)).all():
            entry, own = announced[row.key_hash], row.source_id == source_id
            if not _has_other_words(entry, row) or not (own or row.watched is None):
                continue
            headlines.keep(conn, row.id, entry)
            if revisits.hasten(conn, row.id, now) and own:
                _keep_words(conn, row.key_hash, entry)


def _keep_words(conn: Connection, digest: bytes, entry: Entry) -> None:
    told = {"title": storable(entry.title), "summary": storable(entry.summary)}
    said = {name: words for name, words in told.items() if words is not None}
    conn.execute(update(_E).where(_E.c.key_hash == digest).values(**said))


def _hurry(conn: Connection, digest: bytes) -> None:
    """Have an entry whose page was refused tried again at once; not one whose server asked for time."""
    refused = _E.c.message.startswith("fetch: 403") | _E.c.message.startswith(DISMISSED, autoescape=True)
    put_off = (_E.c.key_hash == digest) & _E.c.wake_at.is_not(None) & _E.c.leased_by.is_(None)
    conn.execute(update(_E).where(put_off, refused).values(wake_at=EPOCH))


def _try_once_more(conn: Connection, given_up: Sequence[bytes], until: datetime) -> None:
    """Let what was announced by `until`, could not be fetched, and is announced all the same, wait again: its site may
    be back.
    """
    for start in range(0, len(given_up), _CHUNK):
        theirs = _E.c.key_hash.in_(given_up[start : start + _CHUNK]) & (_E.c.state == "given_up")
        unfetched = _E.c.message.startswith("fetch: ") & (_E.c.seen_at <= until) & (_E.c.tries < LAST)
        conn.execute(update(_E).where(theirs, unfetched).values(state="waiting", tries=LAST))


def _entry_row(digest: bytes, source_id: str, entry: Entry, now: datetime) -> dict[str, object]:
    return {
        "key_hash": digest,
        "source_id": source_id,
        "url": storable(entry.url),
        "host": storable(host_of(entry.url)),
        "title": storable(entry.title),
        "summary": storable(entry.summary),
        "published_at": entry.published_at,
        "language": storable(entry.language),
        "state": "waiting",
        "tries": 0,
        "seen_at": now,
    }


def _reopen(conn: Connection, row: dict[str, object]) -> None:
    """Let an entry that was not read wait again, as `row` announces it."""
    said = {name: value for name, value in row.items() if value is not None and name != "seen_at"}
    afresh = said | {"message": None, "article_id": None, "wake_at": None}
    conn.execute(update(_E).where(_E.c.key_hash == row["key_hash"]).values(**afresh))
