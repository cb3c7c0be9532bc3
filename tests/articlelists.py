"""How tests of articles ask a store."""

from __future__ import annotations

from datetime import timedelta, timezone

from storesamples import (
    NOW,
    announce,
)

from storage.articles import save as articles
from storage.database import Database
from storage.waiting import entries

BANGKOK = timezone(timedelta(hours=7))


def listed(db: Database, **filters):
    return db.read(lambda conn: articles.list_articles(conn, full=True, **filters))


def claimed(db: Database, *urls: str) -> list[int]:
    announce(db, *urls)
    return [w.id for w in db.call(entries.claim, NOW, 100, worker="w", lease_s=60)]
