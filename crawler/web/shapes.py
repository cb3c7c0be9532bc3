"""What answers look like, for OpenAPI: made out of the values whose fields the rows carry, so that they agree."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any, Generic, Literal, TypeVar, get_type_hints

from pydantic import BaseModel, create_model

from crawler.dedupe.difference import Passage
from crawler.dedupe.edits import Passage as Edit
from crawler.dedupe.spread import Credit
from crawler.rows import MENTION_FIELDS, article_fields
from crawler.sure import Ahead, Sure
from storage.articles.history import Happened, Version, Watched
from storage.mentions.candidates import StoredCandidate
from storage.mentions.cursors import Cursor
from storage.mentions.stream import StoredMention
from storage.records import Article, Evidence, Mention, Triage
from storage.reports.standing import Status
from storage.search.find import Piece
from storage.sources.losses import Loss
from storage.sources.state import SourceStatus
from storage.stories.lists import StoredArticle, StoredStory
from storage.stories.told import Known, Member, Spoken
from storage.waiting.addresses import Address
from storage.waiting.errors import StoredError

from .problems import Problem

Row = TypeVar("Row")


def shape(name: str, *kinds: type[Any], only: tuple[str, ...] | None = None, **more: Any) -> type[BaseModel]:
    """A model of the fields of `kinds` (those named in `only`), and of `more` (name → type)."""
    hints: dict[str, Any] = {}
    for kind in kinds:
        said = get_type_hints(kind)
        hints |= {field.name: said[field.name] for field in fields(kind)}
    wanted = {key: hints[key] for key in only or tuple(hints) if key not in more} | more
    definition: dict[str, Any] = {key: (kind, ...) for key, kind in wanted.items()}
    made: type[BaseModel] = create_model(name, __config__={"extra": "forbid"}, **definition)
    return made


MentionRow = shape("MentionRow", StoredMention, Mention, only=MENTION_FIELDS, outlet=str)
Explanation = shape(
    "Explanation",
    StoredMention,
    Mention,
    only=MENTION_FIELDS,
    outlet=str,
    version=int,
    meanings=list[str],
    times=int,
    in_title=bool,
    unbelieved=list[Evidence],
    today=str,
)
ArticleRow = shape("ArticleRow", StoredArticle, Article, only=article_fields(False), outlet=str)
ArticleFound = shape(
    "ArticleFound",
    StoredArticle,
    Article,
    only=article_fields(False),
    outlet=str,
    title_pieces=list[Piece],
    excerpt=list[Piece],
)
MentionFound = shape(
    "MentionFound",
    StoredMention,
    Mention,
    only=MENTION_FIELDS,
    outlet=str,
    title_pieces=list[Piece],
    excerpt=list[Piece],
)
Found = ArticleFound | MentionFound
FullArticle = shape(
    "FullArticle",
    StoredArticle,
    Article,
    only=article_fields(True),
    outlet=str,
    mentions=list[MentionRow],  # type: ignore[valid-type]
)
HistoryMention = shape(
    "HistoryMention",
    Mention,
    id=int,
    found_at=datetime,
    gone_at=datetime | None,
    triage=Triage,
    edition_ruled=int | None,
    edition_by=str | None,
    only=("forum_id", "edition", "role", "score", "evidence"),
)
HistoryVersion = shape(
    "HistoryVersion",
    Version,
    only=("version", "stored_at", "title", "summary", "correction"),
    removed=int,
    added=int,
    changed=dict[str, list[Edit]],
)
ArticleHistory = shape(
    "ArticleHistory",
    StoredArticle,
    Article,
    only=article_fields(False),
    outlet=str,
    updated_at=datetime,
    mentions=list[HistoryMention],  # type: ignore[valid-type]
    versions=list[HistoryVersion],  # type: ignore[valid-type]
    changes=list[Happened],
    looks=Watched | None,
)
StoryRow = shape("StoryRow", StoredStory)
Telling = shape(
    "Telling",
    Member,
    outlet=str,
    site=str,
    told_at=datetime,
    told_since=datetime | None,
    known=Known,
    delay_s=int,
    kept=float | None,
    cut=float | None,
    added=float | None,
    cuts=list[Passage] | None,
    additions=list[Passage] | None,
)


class FirstTelling(BaseModel):
    """Who told a story first, and why that one."""

    article_id: int
    outlet: str
    told_at: datetime
    known: Known
    because: Literal["credited", "earliest"]
    published_confidence: float


class SpreadBar(BaseModel):
    """The articles, by their ids, that were told in one step of time."""

    start: datetime
    articles: list[int]


class Story(BaseModel):
    """All of a story; `ties` and `earlier` name articles by their ids."""

    id: int
    title: str
    url: str
    opened_at: datetime
    articles: int
    wordings: int
    outlets: int
    languages: list[str]
    forums: list[Spoken]
    first: FirstTelling
    ties: list[int]
    earlier: list[int]
    credits: list[Credit]
    step_s: int
    bars: list[SpreadBar]
    uncompared: int
    tellings: list[Telling]  # type: ignore[valid-type]


SourceRow = shape("SourceRow", SourceStatus)
LossRow = shape("LossRow", Loss)
AddressRow = shape("AddressRow", Address)
ErrorRow = shape("ErrorRow", StoredError)
CandidateRow = shape("CandidateRow", StoredCandidate)
CursorRow = shape("CursorRow", Cursor)
StatusRow = shape("StatusRow", Status, Ahead, sure=Sure, proof=str)


class Joined(BaseModel):
    """A story that turned out to be one with an elder story."""

    id: int
    joined_to: int


class EditionCount(BaseModel):
    """How often one edition, or the series (null), was in the news."""

    edition: int | None
    mentions: int
    texts: int
    outlets: int
    last_found_at: datetime


class ForumRow(BaseModel):
    """A forum of the watchlist, as forums.yaml tells it, and how often it was in the news."""

    forum_id: str
    name: str
    tier: str
    parent: str | None
    names: dict[str, list[str]]
    abbreviations: list[dict[str, str]]
    parts: list[str]
    unverified: list[str]
    host: str | None
    country: str | None
    organisers: list[str]
    months: list[int]
    first: int | None
    skipped: list[int]
    editions: list[dict[str, int | str | None]]
    mentions: int
    articles: int
    texts: int
    outlets: int
    last_found_at: datetime | None
    by_edition: list[EditionCount]


class List(BaseModel, Generic[Row]):
    """Rows, and where there are more."""

    items: list[Row]
    next: str | None = None


class Stream(List[Row]):
    """Rows of a stream; the mark of the last position among them, which is to be shown where it is read on."""

    mark: str | None = None


class News(BaseModel, Generic[Row]):
    """What a cursor has not passed; `mark` is that of `reached`."""

    cursor: str
    position: int
    head: int
    reached: int
    mark: str
    items: list[Row]


class Disagreement(Problem):
    """Somebody else spoke of the mention since it was seen; `mention` is how it stands now."""

    mention: MentionRow  # type: ignore[valid-type]


class Place(BaseModel):
    """How far a cursor has come."""

    cursor: str
    position: int


class Health(BaseModel):
    """Whether the store answers, and how long ago the daemon beside it looked for what is due."""

    store: str
    tick_age_s: float | None
    last_poll_at: datetime | None
