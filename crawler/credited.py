"""Stored articles that credit nobody → whom their pages or texts name, a slice at a time.

    uncredited ─its page, where it was kept→ parse.read_page ─→ credit → put_credits
               ─else its text──────────────→ parse.credit_in_text ─┘

For stores that are older than credits: `run` does a part by the hour, `once` a part after each crawl, to the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import structlog

from crawler import parse
from crawler.heavy import Heavy
from storage.articles import credits
from storage.articles.archive import page_of
from storage.articles.credits import Slice, Uncredited
from storage.database import Database, StoreError
from storage.records import Source

log = structlog.get_logger("forumwatch")


async def fill_credits(db: Database, heavy: Heavy, sources: Mapping[str, Source], slices: int) -> None:
    """Go through so many slices, or to the end."""
    for _ in range(slices):
        found = await heavy.run(0, partial(_next, db, sources))
        if found is None:
            return
        await db.run(credits.put_credits, *found)


def _next(db: Database, sources: Mapping[str, Source]) -> tuple[Slice, dict[int, str]] | None:
    """The next slice and whom its articles credit, by id; pages are unpacked one by one."""
    some = db.read(credits.uncredited)
    if some is None:
        return None
    said = {of.id: name for of in some.articles if (name := _told(db, sources.get(of.source_id), of))}
    return some, said


def _told(db: Database, source: Source | None, of: Uncredited) -> str | None:
    """As _credit. A page that cannot be unpacked or read credits nobody, and holds up no other article."""
    try:
        return _credit(db, source, of)
    except StoreError:
        raise
    except Exception:
        log.exception("an article's credit could not be read", article_id=of.id, url=of.article.url)
        return None


def _credit(db: Database, source: Source | None, of: Uncredited) -> str | None:
    """What its page says, if it still reads as an article; else what its text does."""
    page = db.read(page_of, of.id, of.version) if of.archived else None
    if page is not None:
        found = parse.read_page(
            page.body,
            page.final_url,
            content_type=page.content_type,
            language=of.article.language,
            encoding=source.encoding if source and not source.render else None,
            fetched_at=page.fetched_at,
            announced=True,
        )
        if isinstance(found, parse.Article):
            return found.credit
    return parse.credit_in_text(of.article)
