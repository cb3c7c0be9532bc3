"""Raw pages, compressed, beside the article that was read out of them."""

from __future__ import annotations

import sys

from sqlalchemy import Connection, insert, select

from storage import schema
from storage.records import Page
from storage.text.clean import storable

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL = 3  # 9.6 MB of pages become 1.9 MB at 1 ms a page; level 9 saves a tenth more at five times the cost

_P = schema.pages


def keep_page(conn: Connection, article_id: int, version: int, page: Page) -> None:
    """Keep the bytes out of which that version of the article was read."""
    row = {
        "article_id": article_id,
        "version": version,
        "url": storable(page.final_url),
        "content_type": storable(page.content_type),
        "fetched_at": page.fetched_at,
        "body": zstd.compress(page.body, level=LEVEL),
    }
    conn.execute(insert(_P), row)


def kept_versions(conn: Connection, article_id: int) -> tuple[int, ...]:
    """The versions of an article whose pages are kept, the first one first."""
    query = select(_P.c.version).where(_P.c.article_id == article_id).order_by(_P.c.version)
    return tuple(conn.execute(query).scalars())


def page_of(conn: Connection, article_id: int, version: int) -> Page | None:
    """The page as it was served, without its headers but the content type; None where it was not kept."""
    query = select(_P).where(_P.c.article_id == article_id, _P.c.version == version)
    row = conn.execute(query).one_or_none()
    if row is None:
        return None
    headers = {"content-type": row.content_type} if row.content_type else {}
    return Page(row.url, row.url, 200, zstd.decompress(row.body), row.fetched_at, headers)
