"""The values that travel between the rooms: frozen, and built on the standard library alone.

    Source ─poll→ Page ─discover→ Entry ─read→ Page ─parse→ Article ─dedupe→ Fingerprint, Verdict
                                                                   └─flag──→ Mention(Evidence)

Every datetime is aware. Text is NFC. What is absent is ``None`` or ``()``.
"""

from storage.records.articles import Article, ArticleKind, NotArticle, NotArticleReason
from storage.records.copies import Fingerprint, Joining, Neighbour, Relation, Verdict
from storage.records.entries import NOBODY_KNOWS, Discovery, Entry, Waiting
from storage.records.looks import Company, Revisit, Seen, Watch
from storage.records.mentions import CONTEXT, Candidate, Evidence, Fact, FactKind, Mention, Role, Triage
from storage.records.pages import (
    FORBIDDEN,
    NO_ROOM,
    OFFLINE,
    UNSTORED,
    Failure,
    FailureKind,
    Page,
)
from storage.records.sources import (
    AMONG_THE_REST,
    HELD,
    MOVED_AFTER,
    NOTHING,
    OVERDUE_AFTER,
    Outcome,
    ReadRule,
    Selectors,
    Source,
    SourceKind,
    SourceState,
)

__all__ = [
    "AMONG_THE_REST",
    "CONTEXT",
    "FORBIDDEN",
    "HELD",
    "MOVED_AFTER",
    "NOBODY_KNOWS",
    "NOTHING",
    "NO_ROOM",
    "OFFLINE",
    "OVERDUE_AFTER",
    "UNSTORED",
    "Article",
    "ArticleKind",
    "Candidate",
    "Company",
    "Discovery",
    "Entry",
    "Evidence",
    "Fact",
    "FactKind",
    "Failure",
    "FailureKind",
    "Fingerprint",
    "Joining",
    "Mention",
    "Neighbour",
    "NotArticle",
    "NotArticleReason",
    "Outcome",
    "Page",
    "ReadRule",
    "Relation",
    "Revisit",
    "Role",
    "Seen",
    "Selectors",
    "Source",
    "SourceKind",
    "SourceState",
    "Triage",
    "Verdict",
    "Waiting",
    "Watch",
]
