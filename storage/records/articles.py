"""What was read out of a page: an article, or why it is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ArticleKind = Literal["article", "live", "gallery"]
NotArticleReason = Literal[
    "not-html",
    "empty",
    "no-text",
    "front-page",
    "list-page",
    "other-page",
    "error-page",
    "not-found",
    "bot-wall",
    "consent",
    "login",
    "paywall",
    "shell",
    "video",
    "redirect",
    "noindex",
]


@dataclass(frozen=True, slots=True)
class Article:
    """What was read out of a page."""

    url: str  # the address that answered
    title: str
    text: str  # paragraphs, one line break between them
    canonical_url: str | None = None  # as declared, absolute
    summary: str | None = None
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None  # aware, in the publisher's own offset where it is known
    modified_at: datetime | None = None
    published_from: str | None = None  # the place that told: "json-ld", "url", "source" (what announced it) …
    modified_from: str | None = None
    published_confidence: float = 0.0  # share of the dates of such a place that are right
    modified_confidence: float = 0.0
    language: str | None = None  # ISO 639-1, lower case
    site_name: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    image_url: str | None = None
    kind: ArticleKind = "article"  # "live": a blog of timed posts; "gallery": pictures with lines below
    partial: bool = False  # there is more behind a subscription, a log-in or scripts
    next_page: str | None = None  # where the same article goes on, absolute; None: it ends here
    archivable: bool = True  # False: its publisher wants no copy of the page kept
    credit: str | None = None  # the agency or outlet that the page names as the source of its text


@dataclass(frozen=True, slots=True)
class NotArticle:
    """A page that is not an article, and why; never stored as one."""

    url: str | None
    reason: NotArticleReason
    detail: str = ""
    leads_to: str | None = None  # where the page sends its readers on to, absolute
