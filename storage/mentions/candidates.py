"""Events that articles name and the watchlist does not know, until a person decides.

One event is one row, whatever articles name it; each article is one sighting. It is proposed when two independent
outlets named it: different sites that told different stories, so that a notice printed by twenty papers counts once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, case, delete, func, insert, select, update

from storage import schema
from storage.engine.prepared import Prepared
from storage.mentions.rows import stored_evidence
from storage.records import Candidate, Evidence
from storage.text.clean import storable

State = Literal["open", "accepted", "rejected"]
PROPOSED = 2  # independent outlets
FORGOTTEN_AFTER = timedelta(days=180)  # an event of last season that nobody else named
PRUNED_AT_ONCE = 500  # parameters of one statement
MAX_KEY = 200  # characters; longer is no name, and an index takes no more than 2,700 bytes

_C, _S, _A = schema.candidates, schema.candidate_sightings, schema.articles
_hosts, _stories = func.count(_S.c.host.distinct()), func.count(_A.c.story_id.distinct())
# as many pairs of an outlet and a story as have neither in common: exact for the question whether there are two
_outlets = case((_hosts < _stories, _hosts), else_=_stories)


@dataclass(frozen=True, slots=True)
class StoredCandidate:
    """An event with who named it and the strongest quote."""

    id: int
    name: str
    language: str | None
    state: State
    outlets: int  # independent of each other
    articles: int
    first_at: datetime
    last_at: datetime
    quote: Evidence | None
    url: str | None  # of the article that is quoted

    @property
    def proposed(self) -> bool:
        """Whether enough outlets named it, and nobody decided yet."""
        return self.state == "open" and self.outlets >= PROPOSED


def put_candidates(
    conn: Connection, article_id: int, host: str, candidates: Sequence[Candidate], now: datetime
) -> None:
    """Make `candidates` those that the article names; `host` is the outlet that published it."""
    if not candidates:  # as in most articles: SQLAlchemy would work a quarter of a millisecond for nothing
        return
    wanted = {_key(candidate): candidate for candidate in reversed(candidates)}
    known = select(_C.c.id, _C.c.key).where(_C.c.key.in_(list(wanted)))
    ids: dict[str, int] = {key: i for i, key in conn.execute(known)}
    for key, candidate in reversed(wanted.items()):
        if key in ids:
            conn.execute(update(_C).where(_C.c.id == ids[key]).values(last_at=now))
        else:
            ids[key] = _insert.add(conn, _values(key, candidate, now))
        conn.execute(insert(_S), _sighting(ids[key], article_id, host, candidate))


_insert = Prepared(insert(_C), ("key", "name", "language", "state", "first_at", "last_at"), _C.c.id)


def replace_candidates(
    conn: Connection, article_id: int, host: str, candidates: Sequence[Candidate], now: datetime
) -> None:
    """As `put_candidates`, for an article that named others before it was edited."""
    before = list(conn.execute(select(_S.c.candidate_id).where(_S.c.article_id == article_id)).scalars())
    if before:
        conn.execute(delete(_S).where(_S.c.article_id == article_id))
    put_candidates(conn, article_id, host, candidates, now)
    if before:
        unseen = ~select(_S.c.article_id).where(_S.c.candidate_id == _C.c.id).exists()
        conn.execute(delete(_C).where(_C.c.id.in_(before), _C.c.state == "open", unseen))


def list_candidates(conn: Connection, all: bool = False) -> list[StoredCandidate]:
    """The proposed candidates, those with most outlets first; `all`: also what one outlet named or somebody decided."""
    return _found(conn, () if all else (_C.c.state == "open", _seen.c.outlets >= PROPOSED))


def find_candidate(conn: Connection, candidate_id: int) -> StoredCandidate | None:
    """The candidate of that id, whatever its state."""
    return next(iter(_found(conn, (_C.c.id == candidate_id,))), None)


_seen = (
    select(_S.c.candidate_id, _outlets.label("outlets"), func.count().label("articles"))
    .join(_A, _A.c.id == _S.c.article_id)
    .group_by(_S.c.candidate_id)
    .subquery()
)


def _found(conn: Connection, conditions: Sequence[ColumnElement[bool]]) -> list[StoredCandidate]:
    query = select(_C, _seen.c.outlets, _seen.c.articles)
    query = query.outerjoin(_seen, _seen.c.candidate_id == _C.c.id).where(*conditions)
    order = (func.coalesce(_seen.c.outlets, 0).desc(), _C.c.last_at.desc(), _C.c.id)
    return [_stored(conn, row) for row in conn.execute(query.order_by(*order)).all()]


def set_state(conn: Connection, candidate_id: int, state: State) -> bool:
    """Decide on a candidate; False where there is none of that id."""
    return bool(conn.execute(update(_C).where(_C.c.id == candidate_id).values(state=state)).rowcount)


def prune_candidates(conn: Connection, now: datetime) -> int:
    """Forget the open candidates that were never proposed and not seen for FORGOTTEN_AFTER; returns how many."""
    old = select(_C.c.id).where(_C.c.state == "open", _C.c.last_at < now - FORGOTTEN_AFTER)
    proposed = select(_seen.c.candidate_id).where(_seen.c.outlets >= PROPOSED)
    ids = list(conn.execute(old.where(_C.c.id.not_in(proposed))).scalars())
    for start in range(0, len(ids), PRUNED_AT_ONCE):
        some = ids[start : start + PRUNED_AT_ONCE]
        conn.execute(delete(_S).where(_S.c.candidate_id.in_(some)))
        conn.execute(delete(_C).where(_C.c.id.in_(some)))
    return len(ids)


def _key(candidate: Candidate) -> str:
    return storable(candidate.key)[:MAX_KEY]


def _values(key: str, candidate: Candidate, now: datetime) -> dict[str, Any]:
    return {
        "key": key,
        "name": storable(candidate.name),
        "language": candidate.language,
        "state": "open",
        "first_at": now,
        "last_at": now,
    }


def _sighting(candidate_id: int, article_id: int, host: str, candidate: Candidate) -> dict[str, Any]:
    return {
        "candidate_id": candidate_id,
        "article_id": article_id,
        "host": host,
        "score": candidate.score,
        "evidence": [stored_evidence(said) for said in candidate.evidence],
    }


def _stored(conn: Connection, row: Any) -> StoredCandidate:
    strongest = (
        select(_S.c.evidence, _A.c.url)
        .join(_A, _A.c.id == _S.c.article_id)
        .where(_S.c.candidate_id == row.id)
        .order_by(_S.c.score.desc(), _S.c.article_id)
        .limit(1)
    )
    best = conn.execute(strongest).one_or_none()
    return StoredCandidate(
        **{name: getattr(row, name) for name in ("id", "name", "language", "state", "first_at", "last_at")},
        outlets=row.outlets or 0,
        articles=row.articles or 0,
        quote=Evidence(**best.evidence[0]) if best and best.evidence else None,
        url=best.url if best else None,
    )
