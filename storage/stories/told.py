"""The values of a story told in full: its articles, and the forums that they speak of; and when an article was told.

A time that a page gives to the minute counts as it is. Where it gives only the day, the article may have been told at
any minute of it, and counts from its last; where it gives nothing, from the moment at which it was found.

Its outlet is called as its source in sources.yaml, where the article is of the source's own site (one that brings those
of other sites, as a search does, lends them no name); else as its page says, else by its host.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from storage.records import Relation, Role
from storage.text.clean import host_of

Known = Literal["minute", "day", "found"]  # how exactly it is known when an article was told
DAY = timedelta(days=1)


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
    source_url: str = ""
    source_name: str | None = None  # as sources.yaml names it


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


def told_moment(published: datetime | None, found: datetime) -> tuple[datetime, datetime | None, Known]:
    """When an article was told: at the latest, at the earliest (None: nobody says), and how exactly that is known.

    `published` is in the publisher's own offset.
    """
    if published is None or published > found:  # no clock of ours or theirs runs ahead of the news
        return found, None, "found"
    if (published.hour, published.minute, published.second) != (0, 0, 0):
        return published, published, "minute"
    return min(found, published + DAY), published, "day"


def called(of: Any, url: str, site_name: str | None, site: Callable[[str], str]) -> str:
    """The name of the outlet that published what is at `url`; `of` knows its source, `site` tells whose an address is."""
    return own_name(of, url, site) or site_name or host_of(url).removeprefix("www.")


def own_name(of: Any, url: str, site: Callable[[str], str]) -> str | None:
    """What sources.yaml calls the outlet; None: its source has no name, or is of another site."""
    if of.source_name and (host_of(url) == host_of(of.source_url) or site(url) == site(of.source_url)):
        return str(of.source_name)
    return None
