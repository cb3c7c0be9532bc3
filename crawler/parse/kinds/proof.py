"""What a page was found to show, before it is believed → what of it proves an article: an author, a date of its own, a long text."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.parse.dates.read import Dates
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import width
from crawler.parse.page.jsonld import Declared

LONG, PARAGRAPHS, PARAGRAPH = 1_200, 6, 120  # characters of a text, and paragraphs of so many, that prove one
OFFICE = 5  # characters beside an author's name in a title: " 기자"
SURE_DATE = 0.9  # confidence from which on any date by the headline is as good as one that is marked
_WEAK = (  # places of a date that lists have as well
    "text", "own teaser", "only date", "url", "image address",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A page, and what was read out of it; `body` is never empty."""

    page: Outline
    declared: Declared
    url: str | None
    title: str | None
    body: list[Block]
    authors: tuple[str, ...]
    when: Dates
    source: bytes = b""  # in UTF-8

    @property
    def is_declared(self) -> bool:
        """Whether it says that it is an article, or when it was published as one."""
        return self.declared.article or "article:published_time" in self.page.metas

    @property
    def is_signed(self) -> bool:
        """Whether it names an author; who is all that a page is about, and perhaps what he is, did not write it."""
        if len(self.authors) != 1 or self.title is None or self.authors[0] not in self.title:
            return bool(self.authors)
        return len(self.title) - len(self.authors[0]) > OFFICE

    @property
    def has_own_date(self) -> bool:
        """Whether its date is marked as such; that of a WebPage in JSON-LD is any page's."""
        place = self.when.published_from or ""
        return bool(place) and not place.startswith((*_WEAK, "json-ld"))

    @property
    def is_dated(self) -> bool:
        """Whether its date is its own, or stands by the headline."""
        return self.has_own_date or self.when.published_confidence >= SURE_DATE

    @property
    def is_long(self) -> bool:
        """Whether it tells as much as few pages but articles do."""
        sizes = [width(b.text) for b in self.body]
        return sum(sizes) >= LONG or sum(size >= PARAGRAPH for size in sizes) >= PARAGRAPHS
