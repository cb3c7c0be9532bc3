"""How tests visit a source."""

from __future__ import annotations

from datetime import datetime

from storesamples import NOW

from storage.database import Database
from storage.records import Entry, SourceState
from storage.sources import state as sources


def due(db: Database, at: datetime = NOW, limit: int = 10, **values) -> list[str]:
    asked = {"worker": "w", "lease_s": 60} | values
    return [s.source_id for s in db.call(sources.due_sources, at, limit, **asked)]


def visit(db: Database, state: SourceState, *entries_: Entry, problem: str | None = None) -> sources.Visited:
    keyed = [(e.url, e) for e in entries_]
    return db.call(sources.record_visit, state.source_id, keyed, lambda known: state, NOW, problem)


def status(db: Database, name: str = "a") -> sources.SourceStatus:
    return {s.source_id: s for s in db.read(sources.statuses, NOW)}[name]
