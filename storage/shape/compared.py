"""The tables by which copies and translations of a text are known: its fingerprint, and which articles share keys with it."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, SmallInteger, Table

from storage.shape.columns import metadata

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True, comment="whose"),
    Column("version", SmallInteger, nullable=False, comment="of the recipe"),
    Column("text_hash", LargeBinary(16), nullable=False, comment="of the folded text"),
    Column(
        "sketch", LargeBinary, nullable=False, comment="packed by crawler.dedupe; empty once it is dropped"
    ),
    Column("numbers", LargeBinary, nullable=False, comment="packed by crawler.dedupe; empty likewise"),
    Column("head", LargeBinary, nullable=False, comment="packed by crawler.dedupe"),
    Column("length", Integer, nullable=False, comment="folded characters"),
    Column("anchors", LargeBinary, comment="what stays in a translation, packed by crawler.dedupe"),
    Column(
        "vector", LargeBinary, comment="of the extra `encoder`, packed by crawler.dedupe; null without it"
    ),
)

fingerprint_blocks = Table(
    "fingerprint_blocks",
    metadata,
    Column("low", Integer, primary_key=True, autoincrement=False, comment="the lowest key that it may hold"),
    Column(
        "pairs",
        LargeBinary,
        nullable=False,
        comment="keys and their articles, packed by storage.stories.postings",
    ),
)

anchor_blocks = Table(
    "anchor_blocks",
    metadata,
    Column("low", Integer, primary_key=True, autoincrement=False, comment="the lowest key that it may hold"),
    Column(
        "pairs",
        LargeBinary,
        nullable=False,
        comment="keys and their articles, packed by storage.stories.postings",
    ),
)
