"""The columns beside an article by which it is known what its outlet is called: see `storage.stories.told.called`."""

from __future__ import annotations

from sqlalchemy import func, select

from storage import schema

_A, _S = schema.articles, schema.sources

# looked up for each row: joined, PostgreSQL would read a thousand sources for the fifty articles of a page
_its = _S.c.id == _A.c.source_id
SOURCE_URL = select(_S.c.url).where(_its).scalar_subquery().label("source_url")
# one without a name bears its id
SOURCE_NAME = select(func.nullif(_S.c.name, _S.c.id)).where(_its).scalar_subquery().label("source_name")
