"""An address → what is known of it: the article that was read from it, or how far its entry has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, or_, select

from storage import schema
from storage.text.clean import key_hash

_A, _E = schema.articles, schema.entries


@dataclass(frozen=True, slots=True)
class Address:
    """What became of an address."""

    article_id: int | None
    state: str  # read, waiting, paused, skipped, dismissed or given_up
    source_id: str  # whose entry it is, or who brought the article
    message: str | None  # why it was not read
    seen_at: datetime  # first announced, or stored


def address_of(conn: Connection, key: str) -> Address | None:
    """What is known of the address with that identity (crawler.dedupe.url_key); None: it was never announced."""
    digest = key_hash(key)
    entry = conn.execute(
        select(_E.c.article_id, _E.c.state, _E.c.source_id, _E.c.message, _E.c.seen_at).where(
            _E.c.key_hash == digest
        )
    ).first()
    own = _A.c.key_hash == digest
    led_to = entry.article_id if entry else None
    # SQLite goes through all articles for "OR id IS NULL"
    there = own if led_to is None else or_(own, _A.c.id == led_to)
    wanted = select(_A.c.id, _A.c.source_id, _A.c.stored_at).where(there)
    article = conn.execute(wanted.order_by(_A.c.key_hash != digest)).first()
    if entry:
        return Address(article.id if article else None, *entry[1:])
    return Address(article.id, "read", article.source_id, None, article.stored_at) if article else None
