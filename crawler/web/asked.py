"""What may be asked in a query, checked before anything is read. The API and the pages ask alike.

An unknown parameter is a fault: a filter with a slip of the pen would find everything, and nobody would know.
"""

from __future__ import annotations

import difflib
import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from starlette.exceptions import HTTPException

from crawler.config.units import seconds
from crawler.periods import has_yet_to_come
from storage.mentions.marks import PATTERN
from storage.mentions.triage import NOT_REJECTED
from storage.records import Role, Triage
from storage.search.query import MAX_LENGTH
from storage.text.languages import LONGEST, language_of, no_language

BIGGEST = 2**63 - 1  # an id or a position that any database holds
MOST = 1000  # rows in one answer
ADDRESS = r"^[hH][tT]{2}[pP][sS]?://[^\x00-\x20\x7f]+$"
LONGEST_ADDRESS = 8192
AGE = r"^[1-9][0-9]{0,3}[mhdw]$"


def moment(value: Any) -> datetime:
    """A day, a time with or without its offset (else UTC), or an age like 24h. Raises ValueError."""
    text = str(value).strip()
    if re.fullmatch(AGE, text):
        return datetime.now(UTC) - timedelta(seconds=seconds(text))
    try:
        found = datetime.fromisoformat(text.upper())
    except ValueError:
        raise ValueError("write 2026-07-01, 2026-07-01T08:00:00+07:00, 24h or 7d") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def past(value: Any) -> datetime:
    """A moment that has come, somewhere. Raises ValueError."""
    found = moment(value)
    if has_yet_to_come(found, datetime.now(UTC)):
        raise ValueError("has yet to come")
    return found


def address(value: Any) -> str:
    """An address of the web. Raises ValueError."""
    text = str(value)
    if not re.fullmatch(ADDRESS, text) or len(text) > LONGEST_ADDRESS:
        raise ValueError("is no address; write https://news.example/story")
    return text


def told(query: str) -> str:
    """A query that asks something: all is asked for by leaving it out. Raises ValueError."""
    if not query.strip():
        raise ValueError("must not be blank; leave it out for all")
    return query


def language(value: Any) -> str:
    """The code that articles bear. Raises ValueError."""
    if (code := language_of(str(value))) is None:
        raise ValueError(no_language(str(value)))
    return code


WHEN = {
    "anyOf": [
        {"type": "string", "format": "date-time"},
        {"type": "string", "format": "date"},
        {"type": "string", "pattern": AGE},
    ],
    "description": "A day, a time, or an age: 2026-07-01, 2026-07-01T08:00:00+07:00, 24h, 7d",
}
Since = Annotated[datetime, BeforeValidator(past), WithJsonSchema(WHEN)]
Mark = Annotated[str, Field(pattern=PATTERN)] | None
Whole = Annotated[int, Field(ge=0, le=BIGGEST)]
Id = Annotated[int, Field(ge=1, le=BIGGEST)]
Word = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
Link = Annotated[
    str,
    BeforeValidator(address),
    WithJsonSchema(
        {
            "type": "string",
            "minLength": 8,
            "maxLength": LONGEST_ADDRESS,
            "pattern": ADDRESS,
            "description": "in whatever dress: with parameters of trackers, of the mobile site",
        }
    ),
]
Sought = Annotated[
    str,
    AfterValidator(told),
    Field(min_length=1, max_length=MAX_LENGTH, pattern=r"^[^\x00-\x1f\x7f]+$"),
    WithJsonSchema(
        {
            "type": "string",
            "format": "forumwatch-query",
            "minLength": 1,
            "maxLength": MAX_LENGTH,
            "description": 'words, "phrases", OR, NOT, (…), a NEAR/5 b, conf*, title: source: lang: country: forum: '
            "edition: role: outlet: story: before: after:, as `forumwatch search --help` tells",
        }
    ),
]
Language = Annotated[
    str,
    BeforeValidator(language),
    WithJsonSchema(
        {
            "type": "string",
            "format": "language",
            "minLength": 2,
            "maxLength": LONGEST,
            "description": "a code of ISO 639, of any script and region, or its name: th, tha, zh-Hant, Thai",
        }
    ),
]
Edition = Annotated[int, Field(ge=1, le=9999, description="a year")]
ForumId = Annotated[Word, Field(description="an id, as in the list of forums")]
SourceId = Annotated[Word, Field(description="an id, as in the list of sources")]
Limit = Annotated[int, Field(ge=1, le=MOST, description="rows in one answer")]


class Asked(BaseModel):
    """A query of which every parameter is known."""

    model_config = ConfigDict(extra="forbid")

    def filters(self, *left_out: str) -> dict[str, Any]:
        """What the store is asked, without the words, and without how the answer is cut into pages."""
        return self.model_dump(exclude={"limit", "before", "after", "q", *left_out})


class Page(Asked):
    """How many rows."""

    limit: Limit = 50


class MentionsAsked(Page):
    """Filters as those of `forumwatch mentions`."""

    forum: list[Word] = Field([], max_length=100, description="ids; any of them")
    edition: Edition | None = None
    language: list[Language] = Field([], max_length=100)
    role: list[Role] = Field([], max_length=3)
    triage: list[Triage] = Field(
        [],
        max_length=3,
        description="by default new and confirmed; with `after` all, for a stream skips nothing",
    )
    since: Since | None = None
    q: Sought | None = None
    after: Whole | None = Field(None, description="a position: those behind it, in the order of being found")
    mark: Mark = Field(
        None, description="that came with the position: 409 if another mention stands there now"
    )
    before: Id | None = Field(None, description="a position: those before it, the newest first")

    def filters(self, *left_out: str) -> dict[str, Any]:
        """Likewise; what was rejected is left out of lists unless it is asked for, and never out of the stream."""
        found = super().filters("mark", *left_out)
        listed = self.after is None and not self.triage
        return found | ({"triage": NOT_REJECTED} if listed else {})


class ArticlesAsked(Page):
    """Filters as those of `forumwatch articles`."""

    language: Language | None = None
    source: SourceId | None = None
    forum: ForumId | None = None
    q: Sought | None = None
    since: Since | None = None
    before: Id | None = Field(None, description="an id: those below it")


class AddressAsked(Asked):
    """The address of an article."""

    url: Link


class StoriesAsked(ArticlesAsked):
    """Filters as those of `forumwatch stories`."""

    copies_only: bool = Field(False, description="told by more than one article")


class SearchAsked(Page):
    """Filters as those of `forumwatch search`."""

    q: Sought
    of: Literal["articles", "mentions"] = "articles"
    by: Literal["newest", "relevance"] = Field(
        "newest", description="relevance weighs the newest 1,000 hits, and is for articles; it has one page"
    )
    before: Id | None = Field(None, description="those before this article's id, or this mention's position")


class RecordsAsked(Page):
    """Filters of losses and errors."""

    source: SourceId | None = None
    since: Since | None = None
    before: Id | None = Field(None, description="an id: those that follow it, the newest first")


class CandidatesAsked(Asked):
    """Which candidates."""

    all: bool = Field(False, description="also what one outlet named, or somebody decided on")


class NewAsked(Page):
    """How much of what is new to a cursor."""


A = TypeVar("A", bound=Asked)


def unknown(what: str, name: str, known: Any = ()) -> HTTPException:
    """404 for an id that nothing has, with a guess."""
    near = difflib.get_close_matches(str(name).lower(), [str(each).lower() for each in known], 1)
    return HTTPException(
        404, f"no {what} {str(name)[:200]!r}" + (f"; did you mean {near[0]}?" if near else "")
    )
