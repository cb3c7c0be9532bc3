"""An article → its anchors: what stays as it is when a text is told in another language; and the keys it is found by.

    text ─terms of a table (anchor_terms.py)→ months, units, places ─┐
         ─figures→ numbers and days (quantities.py) ─────────────────┼→ anchors, each with a weight ─→ packed, keys
         ─capitals, Latin letters, foreign names→ skeletons ─────────┘

A weight is how much an anchor tells by its shape alone, in bits more or less: a number of four digits 7, a place 1.
Keys are the weightiest anchors, and pairs of numbers that stand together: few texts share two of them by chance.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import chain, pairwise, starmap
from struct import Struct
from typing import NamedTuple

from xxhash import xxh32_intdigest

from crawler.dedupe import anchor_words
from crawler.dedupe.amounts import Number, plain_number
from crawler.dedupe.anchor_terms import Terms, terms_in
from crawler.dedupe.bare_days import bare_days
from crawler.dedupe.common_names import COMMON_LATIN
from crawler.dedupe.currencies import is_sum, with_code_of_rand
from crawler.dedupe.folding import plain_digits
from crawler.dedupe.names import names_in
from crawler.dedupe.quantities import YEARS, Found, quantities
from crawler.dedupe.shingles import sentences
from crawler.dedupe.skeletons import plain, skeleton
from crawler.dedupe.weekdays import day_of
from storage.records import Article, Fingerprint, Mention
from storage.text.normal import normalized

MOST_LETTERS = 6_000  # of a longer text; what is translated is told at its beginning
# kinds, in three bits; LEAD counts numbers, RENDERED is a number of the same digest: a sum in other money
NUMBER, DAY, NAME, PLACE, EDITION, YEAR, LEAD, RENDERED = range(8)
MOST = {
    NUMBER: 60,
    DAY: 12,
    NAME: 40,
    PLACE: 24,
    EDITION: 6,
    YEAR: 8,
    RENDERED: 12,
}  # kept of each kind, the first
DAY_WEIGHT, PLACE_WEIGHT, EDITION_WEIGHT, YEAR_WEIGHT = 2, 1, 2, 2
SINGLE_KEYS, PAIR_KEYS = 16, 8
LEAST_KEY_WEIGHT = 2  # of an anchor that is a key by itself
# by so much numbers go before names, which in German are all its nouns; days come last, as half the news of a week has them
NUMBER_LEADS = 2
LEAST_PAIR_WEIGHT = 4  # of both numbers of a pair
LEAST_SIGNS = 7  # weight of all anchors together, below which a text says nothing that could be compared
LEAST_SOUNDS = 4  # consonants of a name that is known by its sound
# of another name; with marks a shorter one is mostly a syllable of Vietnamese
LEAST_LETTERS, LEAST_MARKED = 3, 6
_single, _pair = Struct("=I").pack, Struct("=II").pack  # of what makes a key


class Anchor(NamedTuple):
    """One thing that stays in a translation."""

    value: int  # 32 bits: a hash of what is the same in every language, the weight, the kind
    shown: str  # for people


@dataclass(frozen=True)
class Anchors:
    """What stays in a translation of one article."""

    language: str | None  # without its region or script
    said: tuple[Anchor, ...] = ()  # kind by kind, each in the order of the text

    def pack(self) -> bytes:
        """Four bytes an anchor."""
        return array("I", [anchor.value for anchor in self.said]).tobytes()

    def key_weights(self) -> dict[int, int]:
        """Key → weight: what translations are found by, in 31 bits each; {} where there are too few signs to judge."""
        return self._weights

    @cached_property  # asked to find translations, and again to judge them
    def _weights(self) -> dict[int, int]:
        weights = [(value >> 3 & 7, value) for value, _ in self.said if value & 7 != RENDERED]
        if self.language is None or sum([weight for weight, _ in weights]) < LEAST_SIGNS:
            return {}
        heavy = sorted(
            [
                (-weight - NUMBER_LEADS * (value & 7 == NUMBER) + (value & 7 == DAY), value)
                for weight, value in weights
                if weight >= LEAST_KEY_WEIGHT
            ]
        )
        numbers = [(weight, value) for weight, value in weights if value & 7 == NUMBER]
        pairs = sorted(
            [
                (-one - two, first, second) if first < second else (-one - two, second, first)
                for (one, first), (two, second) in pairwise(numbers)
                if one + two >= LEAST_PAIR_WEIGHT
            ]
        )
        chosen = {_hash(_single(value)): value >> 3 & 7 for _, value in heavy[:SINGLE_KEYS]}
        return chosen | {_hash(_pair(low, high)): -weight for weight, low, high in pairs[:PAIR_KEYS]}


def anchors(article: Article, mentions: Sequence[Mention] = ()) -> Anchors:
    """What stays in a translation of the article; the same in every process."""
    language = _bare(article.language)
    told = "\n".join([article.title, *sentences(article.text[:MOST_LETTERS])])
    text = normalized("NFKC", told[:MOST_LETTERS])[: 2 * MOST_LETTERS]
    sound = text.encode("utf-8", "replace").decode()  # the automaton takes no lone surrogates
    told_on = article.published_at.date() if article.published_at else None
    coded = with_code_of_rand(sound, language or "")
    return Anchors(language, _all(coded, language or "", mentions, told_on))


def anchored(fingerprint: Fingerprint, anchors: Anchors, vector: bytes | None = None) -> Fingerprint:
    """`fingerprint` with what translations are judged by, and found by where there is enough of it.

    `vector` is of crawler.dedupe.encoder, for a text that has too few figures.
    """
    if not fingerprint.keys or not (anchors.said or vector):
        return fingerprint
    keys = tuple(anchors.key_weights())
    return replace(fingerprint, anchors=anchors.pack(), anchor_keys=keys, vector=vector)


def anchor_keys(packed: bytes, language: str | None) -> tuple[int, ...]:
    """What translations find a text in that language by, of which these are the packed anchors; () of damaged ones."""
    if len(packed) % 4:
        return ()
    said = tuple(Anchor(value, "") for value in unpack(packed))
    return tuple(Anchors(_bare(language), said).key_weights())


def unpack(blob: bytes) -> list[int]:
    """The values that Anchors.pack() packed, in order."""
    values = array("I")
    values.frombytes(blob)
    return values.tolist()


def _bare(language: str | None) -> str | None:
    return (language or "").partition("-")[0] or None


def kind_of(value: int) -> int:
    """The kind of an anchor by its value."""
    return value & 7


def led(values: Sequence[int]) -> int | None:
    """How many of a text's numbers stand in its lead, where that was kept."""
    return values[-1] >> 6 if values and kind_of(values[-1]) == LEAD else None


def weight_of(value: int) -> int:
    """The weight of an anchor by its value."""
    return value >> 3 & 7


def weights_of_kinds(values: Iterable[int]) -> list[int]:
    """What some anchors weigh together, kind by kind."""
    sums = [0] * 8  # as many as three bits tell apart
    for value in values:
        sums[value & 7] += value >> 3 & 7
    return sums


@cache
def years_counted() -> dict[int, int]:
    """Each year's value → that of as many things: 1,800 racks, which a desk without the comma leaves to be read as a year."""
    return {
        _anchor(YEAR, str(year), YEAR_WEIGHT, "").value: _number(plain_number(year)).value for year in YEARS
    }


def _anchor(kind: int, name: str, weight: int, shown: str) -> Anchor:
    digest = xxh32_intdigest(f"{kind}{name}".encode("utf-8", "surrogatepass"))
    return Anchor(digest >> 6 << 6 | weight << 3 | kind, shown)


def _hash(values: bytes) -> int:
    return xxh32_intdigest(values) >> 1


def _first(kind: int, found: Iterable[Anchor | None]) -> Iterable[Anchor]:
    """Each of one kind once, as many as are kept."""
    kept: dict[int, Anchor] = {}
    for anchor in found:
        if anchor is not None and anchor.value not in kept:
            kept[anchor.value] = anchor
            if len(kept) == MOST[kind]:
                break
    return kept.values()


def _all(text: str, language: str, mentions: Sequence[Mention], told_on: date | None) -> tuple[Anchor, ...]:
    lowered = plain_digits(text.lower())
    terms = terms_in(lowered, language)
    found = quantities(lowered, language, terms)
    bare = _near(lowered, language, terms, told_on) if told_on else ()
    editions = [f"{m.forum_id} {m.edition}" for m in mentions if m.edition is not None]
    return (
        *_first(NUMBER, map(_number, found.numbers)),
        *_first(DAY, starmap(_day, chain(found.days, bare))),
        *_first(NAME, map(_name, names_in(text, language))),
        *_first(PLACE, map(_place, terms.places)),
        *_first(EDITION, (_anchor(EDITION, name, EDITION_WEIGHT, name) for name in editions)),
        *_first(YEAR, (_anchor(YEAR, str(year), YEAR_WEIGHT, str(year)) for year in found.years)),
        *_first(RENDERED, map(_rendered, found.rendered)),
        *_lead(found),
    )


def _near(text: str, language: str, terms: Terms, told_on: date) -> Iterable[tuple[int, int]]:
    """The days that only the publication says the month of."""
    return chain(bare_days(text, language, told_on), (day_of(n, told_on) for n in terms.weekdays))


def _lead(found: Found) -> Iterable[Anchor]:
    """How many of the numbers that are kept stand in the text's lead; it weighs nothing, and is said of what has any."""
    if found.numbers:
        early = {number.name for number in found.numbers[: found.early]}
        yield Anchor(min(len(early), MOST[NUMBER]) << 6 | LEAD, "")


def _number(number: Number) -> Anchor:
    return _anchor(NUMBER, number.name, number.weight, number.shown())


def _rendered(number: Number) -> Anchor:
    value, shown = _number(number)
    return Anchor(value + RENDERED, shown)


def _day(month: int, day: int) -> Anchor:
    return _anchor(DAY, f"{month}-{day}", DAY_WEIGHT, f"{month:02}-{day:02}")


@cache
def _place(number: int) -> Anchor:
    shown = anchor_words.NAMES[number].partition("|")[0]
    return _anchor(PLACE, shown, PLACE_WEIGHT, shown)


@lru_cache(maxsize=8192)
def _name(word: str) -> Anchor | None:
    """A name by its sound where it has three consonants, else by its letters."""
    lowered = word.lower().removesuffix("'s").removesuffix("’s")
    if lowered in COMMON_LATIN or is_sum(lowered):
        return None
    sounds = skeleton(lowered)
    if len(sounds) >= LEAST_SOUNDS:
        return _anchor(NAME, sounds, min(len(sounds) - 2, 4), word)
    letters = plain(lowered)
    least = LEAST_LETTERS if letters == lowered else LEAST_MARKED
    return _anchor(NAME, "=" + letters, 2, word) if letters.isascii() and len(letters) >= least else None
