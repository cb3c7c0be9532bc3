"""The values of a story told in full: its articles, and the forums that they speak of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.records import Relation, Role


@dataclass(frozen=True, slots=True)
class Member:
    """One article of a story, without its text."""

    id: int
    title: str
    url: str
    host: str
    source_id: str
    site_name: str | None
    language: str | None
    published_at: datetime | None  # in the publisher's own offset where it is known
    published_from: str | None
    published_confidence: float  # share of the dates of such a place that are right
    stored_at: datetime
    relation: Relation
    similarity: float  # to copy_of
    copy_of: int | None  # an article of the same story
    reasons: tuple[str, ...]  # what shows that it is a translation
    credit: str | None  # the agency or outlet that its page names as the source of its text
    announced: bool  # only what its source said of it: its page was not read
    partial: bool
    version: int  # 1, and one more for each edit seen
    updated_at: datetime  # when its present version was stored
    removed_at: datetime | None  # when its page was found to be taken away


@dataclass(frozen=True, slots=True)
class Spoken:
    """How many articles of a story speak of an edition of a forum (None: the series) in one role."""

    forum_id: str
    edition: int | None
    role: Role
    articles: int


@dataclass(frozen=True, slots=True)
class StoryDetail:
    """A story with its articles in the order of being stored."""

    id: int
    opened_at: datetime  # when its first article was stored
    articles: int  # all of them, also those beyond what `members` holds
    members: tuple[Member, ...]
    forums: tuple[Spoken, ...]
