"""By what copies of an article and its translations are told, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Relation = Literal["original", "exact", "near", "translated"]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells copies of a text apart from other texts. The blobs are read by crawler.dedupe alone."""

    version: int  # of the recipe; fingerprints of different versions never compare
    text_hash: bytes  # 16 bytes: equal text after folding, equal hash
    keys: tuple[int, ...]  # of 32 bits: by which near copies are found; () for a text too short to judge
    sketch: bytes  # packed bottom-k sketch
    numbers: bytes  # packed hashes of the figures in the text
    head: bytes  # packed sketch of the first characters
    length: int  # folded characters
    anchors: bytes | None = None  # what stays in a translation, packed
    anchor_keys: tuple[int, ...] = ()  # from 0 up to 31 bits: by which translations are found
    vector: bytes | None = None  # of the extra `encoder`, packed


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A stored article that may tell the same as a new one."""

    article_id: int
    story_id: int
    language: str | None
    site: str | None  # host of its address
    stored_at: datetime
    fingerprint: Fingerprint
    late: bool = False  # told long before or after what it is compared with


@dataclass(frozen=True, slots=True)
class Joining:
    """A story that turns out to be one with an elder one, and how an article of it compares with the text that proves so."""

    story_id: int
    article_id: int
    relation: Relation  # near or translated
    similarity: float  # 0..1
    reasons: tuple[str, ...] = ()  # likewise, as in Verdict


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an article is a copy, and of which."""

    relation: Relation
    article_id: int | None = None  # the best match
    story_id: int | None = None  # the story to join; None: a story of its own
    similarity: float = 0.0  # 0..1
    reasons: tuple[str, ...] = ()  # what shows that it is a translation, for people
    joins: tuple[Joining, ...] = ()  # younger stories that are one with story_id, as this text proves
    apart: Verdict | None = None  # what it is where these stories are not to be joined
