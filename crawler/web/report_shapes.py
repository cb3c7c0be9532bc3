"""What the answers of ``reports`` look like, for OpenAPI."""

from __future__ import annotations

from pydantic import BaseModel

from storage.reports.coverage import Coverage
from storage.reports.firsts import First

from .shapes import shape


class CountedRow(BaseModel):
    """How much there is of one kind; the key is null where it is not known."""

    by: str
    key: str | None
    articles: int
    texts: int
    outlets: int
    mentions: int


class ShareRow(CountedRow):
    """With the hundredths that fall to it."""

    articles_share: float
    texts_share: float
    outlets_share: float


class EditionDay(BaseModel):
    """How much was told of an edition on one day; day 0 is the one that it opens."""

    forum_id: str
    edition: int
    day: int
    date: str
    articles: int
    texts: int
    outlets: int
    mentions: int


FirstRow = shape("FirstRow", First)
CoverageRow = shape(
    "CoverageRow",
    Coverage,
    heard=str,
    texts_seen=int,
    round_seen=int,
    round_estimated=int | None,
    round_low=int | None,
    round_high=int | None,
    estimate=str,
)
