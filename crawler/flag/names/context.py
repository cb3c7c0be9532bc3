"""What stands around a name: cities, organisers, event words, themes, and words of other meanings.

One automaton over all of them, run only over texts in which a name was found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from crawler.flag.names.found import stands
from crawler.flag.roles.scene_words import SCENE
from crawler.flag.text import more_words as more
from crawler.flag.text.fold import Folded, folded_names
from crawler.flag.text.when_words import FUTURE, MONTH_AGO, TODAY
from crawler.flag.text.words import EVENTS, HAPPENS, OCCASIONS, SHOWN
from crawler.flag.watchlist.forum import Forum

Sign = tuple[str, str]  # ("city", "Beijing"), ("theme", "gdec 2025"), ("word", "hockey") ...
EVENT: Sign = ("event", "")
OCCASION: Sign = ("occasion", "")
FUTURE_SIGN: Sign = ("future", "")
NOW: Sign = ("now", "")
SHOWING: Sign = ("shown", "")
TOLD: Sign = ("told", "")
HAPPENING: Sign = ("happens", "")
CALLED_OFF: Sign = ("off", "")
LAST_MONTH: Sign = ("month ago", "")
_LISTS: tuple[tuple[Sign, Mapping[str, Iterable[str]]], ...] = (
    (EVENT, EVENTS),
    (OCCASION, OCCASIONS),
    (EVENT, more.EVENTS),
    (OCCASION, more.OCCASIONS),
    (HAPPENING, more.HAPPENS),
    (CALLED_OFF, more.CALLED_OFF),
    (FUTURE_SIGN, FUTURE),
    (FUTURE_SIGN, more.FUTURE),
    (NOW, TODAY),
    (NOW, more.TODAY),
    (HAPPENING, HAPPENS),
    (SHOWING, SHOWN),
    (LAST_MONTH, {"": MONTH_AGO}),
)
MAX_CAPITALS = 6  # letters; "ITU" is the union, "itu" an Indonesian word
MIN_THEME = 12  # characters; a shorter theme is made of common words
MAX_SEEN = 50_000
_MUTE = "\u0bcd\u0c4d\u0ccd\u0d4d"  # of a last consonant, in Tamil, Telugu, Kannada and Malayalam: no longer there before an ending


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one word is a sign of, and how exactly it has to be written."""

    signs: tuple[Sign, ...]
    begins: bool  # any ending will do
    capitals: str | None  # written exactly so
    town: bool = False  # a city and nothing else, which begins with a capital where its letters have any


@dataclass(frozen=True, slots=True)
class Scenery:
    """The automaton over all signs."""

    automaton: AhoCorasick
    patterns: tuple[Pattern, ...]

    def around(self, original: str, folded: Folded) -> Around:
        """Every sign of the text, by kind."""
        places: dict[Sign, list[tuple[int, int]]] = {}
        text = folded.text
        for which, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True)[:MAX_SEEN]:
            pattern = self.patterns[which]
            if not stands(text, start, _end(text, end, pattern.begins)):
                continue
            if pattern.capitals and original[slice(*folded.span(start, end))] != pattern.capitals:
                continue
            if pattern.town and original[folded.origin(start)].islower():
                continue  # "seul", alone, is no Seoul
            for sign in pattern.signs:
                places.setdefault(sign, []).append((start, end))
        for found in places.values():
            found.sort()
        return Around(places)


@dataclass(frozen=True, slots=True)
class Around:
    """Where the signs of one text are."""

    places: Mapping[Sign, list[tuple[int, int]]]

    def near(self, sign: Sign, start: int, end: int, distance: int) -> tuple[int, int] | None:
        """The first place of `sign` within `distance` characters of [start, end) and not inside it."""
        return next(self.each(sign, start, end, distance), None)

    def each(self, sign: Sign, start: int, end: int, distance: int) -> Iterator[tuple[int, int]]:
        """Every place of `sign` within `distance` characters of [start, end) and not inside it, in order."""
        places = self.places.get(sign, [])
        for at in range(bisect_left(places, (start - distance, 0)), len(places)):
            if places[at][0] > end + distance:
                return
            if places[at][1] <= start or places[at][0] >= end:
                yield places[at]


def scenery_of(forums: Iterable[Forum], cities: Mapping[str, tuple[str, ...]]) -> Scenery:
    """The scenery of `forums`; a city that `cities` does not spell is known by its own name."""
    words = _Words()
    for sign, lists in _LISTS:
        for listed in lists.values():
            for word in listed:
                words.add(word, sign)
    for city, spellings in cities.items():
        for spelling in spellings:
            words.add(spelling, ("city", city))
    for forum in forums:
        _forum_signs(forum, cities, words.add)
    return words.scenery(word for listed in SCENE.values() for word in listed)


class _Words:
    """The words that are signs, and of what."""

    def __init__(self) -> None:
        self._signs: dict[tuple[str, Sign], None] = {}  # most of them are told for many forums

    def add(self, word: str, sign: Sign) -> None:
        """Have a word be a sign; one that ends in * may have any ending, a short one in capitals counts in capitals alone."""
        self._signs[word, sign] = None

    def scenery(self, told: Iterable[str]) -> Scenery:
        """What all of them make, and words that tell of the event; one that is another sign already is written as that."""
        known: dict[str, tuple[list[Sign], bool, str | None]] = {}
        told = [*told]
        folded = folded_names(word.rstrip("*") for word in (*(word for word, _ in self._signs), *told))
        for word, sign in (*self._signs, *((word, TOLD) for word in told)):
            bare = word.rstrip("*")
            begins, plain = bare != word, folded[bare].rstrip(_MUTE)
            if not plain:
                continue
            capitals = bare if len(bare) <= MAX_CAPITALS and bare.isascii() and bare.isupper() else None
            signs, first, loud = known.get(plain) or ([], begins, capitals)
            if sign is TOLD and signs:
                signs.append(sign)
                continue
            signs.append(sign)
            # UNESCO, where no other list has Unesco
            known[plain] = signs, first or begins, loud and capitals
        automaton = AhoCorasick(
            list(known), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )
        patterns = (
            Pattern(tuple(dict.fromkeys(signs)), begins, capitals, not begins and _is_town(signs))
            for signs, begins, capitals in known.values()
        )
        return Scenery(automaton, tuple(patterns))


def _is_town(signs: Iterable[Sign]) -> bool:
    kinds = {kind for kind, _ in signs}
    return "city" in kinds and kinds <= {"city", "word"}


def _forum_signs(
    forum: Forum, cities: Mapping[str, tuple[str, ...]], add: Callable[[str, Sign], None]
) -> None:
    for city in forum.cities - cities.keys():
        add(city, ("city", city))
    for organiser in forum.organisers:
        add(organiser, ("org", forum.id))
    for short in forum.abbreviations:
        for word in (*short.other, *short.support):
            for spelling in cities.get(word, (word,)):
                add(spelling, ("word", word))
    for edition in forum.editions:
        if edition.theme and len(edition.theme) >= MIN_THEME:
            add(edition.theme, ("theme", f"{forum.id} {edition.year}"))


def _end(text: str, end: int, begins: bool) -> int:
    """The end of the word that begins a match, where any ending will do."""
    while begins and end < len(text) and text[end].isalpha() and text[end - 1] != " ":
        end += 1
    return end
