"""What is known of a forum: plain values, as forums.yaml writes them down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Tier = Literal["core", "near", "wide"]
Ambiguity = Literal["none", "low", "high"]
LATEST_YEAR = 2035  # no edition is expected after it where the article's own date is unknown
YEARS_AHEAD = 3  # how long before it is held an edition is spoken of


@dataclass(frozen=True, slots=True)
class Short:
    """An abbreviation or a general name, and what it takes to believe it."""

    text: str
    ambiguous: Ambiguity = "none"
    other: tuple[str, ...] = ()  # words of its other meanings
    language: str = ""  # whose endings it may have; "": none
    dated: bool = False  # a year glued to it is enough
    support: tuple[str, ...] = ()  # words that stand in for city and organiser (`with` in the file)


@dataclass(frozen=True, slots=True)
class Edition:
    """One year's holding of a forum."""

    year: int
    start: date | None = None
    end: date | None = None
    places: tuple[str, ...] = ()
    theme: str | None = None
    src: str | None = None  # where this was read; None: general knowledge


@dataclass(frozen=True, slots=True)
class Forum:
    """A conference series of the watchlist."""

    id: str
    name: str
    tier: Tier = "core"
    parent: str | None = None
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language → full names
    abbreviations: tuple[Short, ...] = ()
    parts: tuple[str, ...] = ()  # events within it that are not told apart
    seen: Mapping[str, str] = field(default_factory=dict)  # name → a public page that calls it so
    organisation: bool = False  # one of the same name does other things too
    ministers: tuple[str, ...] = ()  # bodies whose digital ministers it is the meeting of
    excluded: tuple[str, ...] = ()  # longer names of other things (`not` in the file)
    host: tuple[str, ...] = ()
    country: str | None = None
    organisers: tuple[str, ...] = ()
    months: tuple[int, ...] = ()
    first: int | None = None
    skipped: tuple[int, ...] = ()
    ordinal: Mapping[int, int] = field(default_factory=dict)  # year → the number of that year's edition
    related: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # yes and no: texts to try it with

    def possible(self, year: int, latest: int) -> bool:
        """Whether an edition of `year` may be spoken of in an article of `latest` minus a few years."""
        return (self.first or 1970) <= year <= latest and year not in self.skipped

    def year_of(self, number: int) -> int | None:
        """The year of the `number`-th edition; None where the file does not say how they are counted."""
        for year, known in self.ordinal.items():
            step = 1 if number > known else -1
            while known != number and abs(year - LATEST_YEAR) < 100:
                year += step
                known += step if year not in self.skipped else 0
            return year if known == number and self.possible(year, LATEST_YEAR) else None
        return None

    def edition(self, year: int) -> Edition | None:
        """What is known of the edition of `year`."""
        return next((edition for edition in self.editions if edition.year == year), None)

    def nearest(self, day: date, step: Literal[-1, 1]) -> int | None:
        """The year of the last edition that was over on `day` (-1), or of the first that was still to begin (1)."""
        for year in (day.year - 1, day.year, day.year + 1)[::step]:
            edition = self.edition(year)
            if edition and edition.start:
                begins, ends = edition.start, edition.end or edition.start
            elif self.months and year not in self.skipped:
                begins, ends = date(year, self.months[0], 1), date(year, self.months[-1], 28)
            else:
                continue
            if (ends < day) if step < 0 else (begins > day):
                return year if self.possible(year, LATEST_YEAR) else None
        return None

    @property
    def cities(self) -> frozenset[str]:
        """Every city it is or was held in."""
        return frozenset(self.host) | {place for edition in self.editions for place in edition.places}

    @property
    def all_names(self) -> tuple[str, ...]:
        """Full names of all languages, then abbreviations."""
        full = (name for names in self.names.values() for name in names)
        return tuple(dict.fromkeys((*full, *(short.text for short in self.abbreviations))))

    def row(self) -> dict[str, Any]:
        """Plain values, for people and programs that list forums."""
        return {
            "forum_id": self.id,
            "name": self.name,
            "tier": self.tier,
            "parent": self.parent,
            "names": {language: list(names) for language, names in self.names.items()},
            "abbreviations": [
                {"text": short.text, "ambiguous": short.ambiguous} for short in self.abbreviations
            ],
            "parts": list(self.parts),
            "unverified": [name for name in self.all_names if name not in self.seen],
            "host": "/".join(self.host) or None,
            "country": self.country,
            "organisers": list(self.organisers),
            "months": list(self.months),
            "first": self.first,
            "skipped": list(self.skipped),
            "editions": [_edition_row(edition) for edition in self.editions],
        }


def _edition_row(edition: Edition) -> dict[str, Any]:
    return {
        "year": edition.year,
        "start": edition.start.isoformat() if edition.start else None,
        "end": edition.end.isoformat() if edition.end else None,
        "place": "/".join(edition.places) or None,
        "theme": edition.theme,
        "src": edition.src,
    }
