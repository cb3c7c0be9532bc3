"""An article's anchors among its neighbours' → of which it is a translation, or a rewording, how surely, and what shows it.

    neighbours ─same language, other length, other days→ out ─what both say, how much of it, in what order→ score
                                                                                     └─best, above SURE→ translated

Two releases about one event share its days, its place and its names; what they count differs. So figures decide:
how many of the text that has fewer stand in the other, too. Where a text counts next to nothing its figures tell
neither for nor against, and names must tell.
The best match decides; two stories become one where the text proves that they are (joins.py).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from crawler.dedupe.anchors import (
    DAY,
    EDITION,
    NAME,
    NUMBER,
    PLACE,
    Anchors,
    anchor_keys,
    kind_of,
    unpack,
    weight_of,
    weights_of_kinds,
)
from crawler.dedupe.backgrounds import reports_apart, shares_background
from crawler.dedupe.encoder import nearness
from crawler.dedupe.joins import Whole, joined
from crawler.dedupe.rewordings import LEAST_KEYS, reworded
from crawler.dedupe.rewrites import common_of, in_order, rewritten
from storage.records import Fingerprint, Neighbour, Verdict

NONE = Verdict("original")
SURE = 0.7  # score from which a text counts as a translation
SURER = 0.9  # likewise, of two that are to be one story because a third text tells both
LENGTHS = 0.33  # of the shorter text to the longer one, each as long as it would be in English
NEAR = 0.62  # cosine of two texts' meanings; with the next two, 3 of 73 pairs among 248 news of 12 languages were wrong
NEAR_LENGTHS = 0.5
NEAR_SHARED = 4  # weight of the anchors that both hold
# weight of as many figures as tell nothing yet, and the share that says as little
FEW_FIGURES, UNTOLD = 6, 0.4
# weight of the figures of which a text of that length would keep one, and the length
MANY_FIGURES, FULL = 8, 0.75
FEW_NAMES = 4  # weight of as many names as happen to stand in two texts
SHOWN = 6  # words of one kind among the reasons
COMMON = 48  # articles of the last days that hold a key which tells nothing
_LETTERS = {
    "zh": 0.32,
    "ja": 0.45,
    "ko": 0.5,
    "th": 0.95,
    "ar": 0.8,
    "he": 0.75,
    "vi": 0.95,
}  # to those of English
_AROUND = (DAY, PLACE, EDITION)
_KINDS = ((NUMBER, "numbers"), (DAY, "date"), (NAME, "names"), (PLACE, "places"), (EDITION, "edition"))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts compare; shares are of the text that has less, 0..1, and of few things nearer to telling nothing."""

    rarity: float  # bits that the shared keys tell, by how few texts of the last days hold them
    figures: float  # share of the numbers
    names: float  # share of the names
    around: float  # share of days, places and editions
    order: float  # share of the shared numbers that stand in one order in both; 0.5 where too few are shared to tell
    length: float  # of the shorter to the longer text
    apart: bool  # each is a report of its own, or no more is shared than a background


def score(like: Likeness) -> float:
    """How sure it is that one is a translation of the other, 0..1.

    Fitted by logistic regression: the news that was professionally translated among the rows of
    tests/benchmarks/copies.py, and the tuning half of tests/benchmarks/translations.yaml, in stores large and small.
    A pair that is none counts twice, and rarity no less than here: a real week holds more texts than any sample.
    """
    if like.apart:
        return 0.0
    sum_ = (
        -14.18
        + 0.05 * like.rarity
        + 10.82 * like.figures
        + 5.57 * like.names
        + 1.4 * like.around
        + 1.69 * (like.order - 0.5)
        + 6.44 * like.length
    )
    return 1 / (1 + math.exp(-sum_))


def translated(
    anchors: Anchors,
    fingerprint: Fingerprint,
    neighbours: Sequence[Neighbour],
    holders: Mapping[int, int],
    copied: Verdict = NONE,
) -> Verdict:
    """Whether the text, of which these are the anchors and the fingerprint, tells a neighbour's in another language.

    A neighbour's fingerprint carries the keys that are shared, `holders` how many texts of the last days hold each.
    Of equally good matches the earliest counts. A neighbour in the same language is none, but may be the text in other
    words; nor is one whose language is not known. What is a copy already, of one of the neighbours, by the verdict `copied`, stays that.
    """
    if not neighbours:
        return copied
    mine, weights = unpack(fingerprint.anchors or b""), anchors.key_weights()
    meanings = _meanings(fingerprint, neighbours)
    found: list[_Found] = []
    for neighbour in neighbours:
        lengths = _lengths(anchors.language, fingerprint, neighbour)
        if lengths < LENGTHS:
            if _is_reworded(anchors.language, fingerprint, neighbour):
                found.append((SURER, neighbour, (), True))
            continue
        theirs = unpack(neighbour.fingerprint.anchors or b"")
        shared = neighbour.fingerprint.anchor_keys
        rarity = sum(_bits(weights.get(key, 0), holders.get(key, 0)) for key in shared)
        told = sure = score(_likeness(mine, theirs, rarity, lengths))
        if (near := meanings.get(neighbour.article_id, 0.0)) >= NEAR:
            sure = max(sure, _by_meaning(near, lengths, set(mine) & set(theirs)))
        if sure >= SURE:
            found.append((sure, neighbour, theirs, told >= SURE))
    if not found:
        return copied
    best = min(found, key=_order)

    def verdict(match: _Found) -> Verdict:
        sure, of, theirs, _ = match
        if _bare(of) == anchors.language:
            return Verdict("near", of.article_id, of.story_id, sure)
        reasons = _reasons(anchors, set(theirs))
        if of.article_id in meanings:
            reasons += (f"meaning {meanings[of.article_id]:.2f}",)
        return Verdict("translated", of.article_id, of.story_id, round(sure, 4), reasons)

    of_copy = next((n for n in neighbours if n.article_id == copied.article_id), None)
    story_id = best[1].story_id if of_copy is None else of_copy.story_id
    if (of_copy is None and not best[3]) or all(of.story_id == story_id for _, of, _, _ in found):
        return verdict(best) if of_copy is None else copied
    # a meaning proves no third text
    several = [(verdict(match), match[1]) for match in sorted(found, key=_order) if match[3]]
    bits = {key: _bits(weight, holders.get(key, 0)) for key, weight in weights.items()}
    third = _Third(
        bits, {v.article_id: (v.similarity, _share(anchors.language, fingerprint, of)) for v, of in several}
    )
    if of_copy is None:
        return joined(several, third.tells_alike)
    return joined([(copied, of_copy), *several], partial(third.tells_copied, Whole(fingerprint)))


class _Third(NamedTuple):
    """A text of which others are translations, and what it knows of them."""

    bits: Mapping[int, float]  # what each of its keys tells
    known: Mapping[int | None, tuple[float, float]]  # by article: how sure, and as long as which share of it

    def tells_alike(self, one: Neighbour, other: Neighbour) -> bool:
        """Whether two translations are one text: both are all of it, or one is the other's. Within one language names
        agree by themselves, so that more is asked.
        """
        first, second = one.fingerprint, other.fingerprint
        languages = [_bare(of) for of in (one, other)]
        if languages[0] == languages[1]:
            lengths = sorted((first.length, second.length))
            return rewritten(first.anchors, second.anchors, lengths[0] / max(lengths[1], 1))
        sides = [self.known[of.article_id] for of in (one, other)]
        if all(sure >= SURER and length >= FULL for sure, length in sides):
            return True
        length = _lengths(_bare(one), first, other)
        return length >= LENGTHS and self._score(one, other, length) >= SURER

    def tells_copied(self, whole: Whole, copy: Neighbour, other: Neighbour) -> bool:
        """Whether a translation is one text with a copy: all of it is translated, and the copy is no item of it; or the copy
        begins as it does and goes on as both.
        """
        sure, length = self.known[other.article_id]
        if sure < SURER:
            return False
        if whole.is_told(copy) and length >= FULL:
            return True
        if _bare(copy) == _bare(other):
            return False
        return whole.begins(copy) and self._score(copy, other, length) >= SURE

    def _score(self, one: Neighbour, other: Neighbour, length: float) -> float:
        """How sure it is that one of two texts is a translation of the other, by what the third knows of their keys."""
        keys = anchor_keys(one.fingerprint.anchors or b"", one.language)
        rarity = sum(self.bits.get(key, 0) for key in {*keys}.intersection(other.fingerprint.anchor_keys))
        told = [unpack(of.fingerprint.anchors or b"") for of in (one, other)]
        return score(_likeness(told[0], told[1], rarity, length))


def _bare(of: Neighbour) -> str:
    return (of.language or "").partition("-")[0]


_Found = tuple[float, Neighbour, Sequence[int], bool]  # how sure, of which, its anchors, whether they tell it


def _order(found: _Found) -> tuple[float, int]:
    """The surest first, and of equal ones the earliest."""
    return -found[0], found[1].article_id


def _meanings(fingerprint: Fingerprint, neighbours: Sequence[Neighbour]) -> dict[int, float]:
    """How near each neighbour's meaning is, where both texts' were asked for; by article."""
    if fingerprint.vector is None:
        return {}
    vectors = {n.article_id: n.fingerprint.vector for n in neighbours if n.fingerprint.vector}
    return (
        dict(zip(vectors, nearness(fingerprint.vector, list(vectors.values())), strict=True))
        if vectors
        else {}
    )


def _by_meaning(near: float, lengths: float, common: set[int]) -> float:
    """How sure it is for two texts of a near meaning; they must have a length, and say some of the same things."""
    if lengths < NEAR_LENGTHS or sum(map(weight_of, common)) < NEAR_SHARED:
        return 0.0
    return SURE + (1 - SURE) * (near - NEAR) / (1 - NEAR)


def _bits(weight: int, held: int) -> float:
    """What a shared key tells: no more than its shape promises, as in a store where all is rare still."""
    return max(0.0, min(1.3 * weight - 1, math.log2((COMMON + 1) / max(1, held))))


def _likeness(mine: Sequence[int], theirs: Sequence[int], rarity: float, length: float) -> Likeness:
    common = common_of(mine, theirs)
    ours, others, both = map(weights_of_kinds, (mine, theirs, common))

    least = min(ours[NUMBER], others[NUMBER])
    if not both[NUMBER] and length >= FULL:
        most = max(ours[NUMBER], others[NUMBER])
        least = most if most >= MANY_FIGURES else least  # nothing was cut, and none of many figures is there
    figures = (min(both[NUMBER], least) + UNTOLD * FEW_FIGURES) / (least + FEW_FIGURES)
    names = both[NAME] / (min(ours[NAME], others[NAME]) + FEW_NAMES)
    least = min(sum(map(side.__getitem__, _AROUND)) for side in (ours, others))
    around = sum(map(both.__getitem__, _AROUND)) / least if least else 0.0
    own, own_names = (min(ours[kind], others[kind]) - both[kind] for kind in (NUMBER, NAME))
    apart = length >= FULL and reports_apart(both[NUMBER], own, own_names)
    apart = apart or shares_background(mine, theirs, common, in_words=True)
    return Likeness(rarity, figures, names, around, in_order(mine, theirs, common), length, apart)


def _lengths(language: str | None, fingerprint: Fingerprint, neighbour: Neighbour) -> float:
    """How long the shorter text is to the longer one, each as in English; 0 where they cannot be translations."""
    other = _bare(neighbour)
    if not language or not other or language == other or fingerprint.version != neighbour.fingerprint.version:
        return 0.0
    return _share(language, fingerprint, neighbour)


def _is_reworded(language: str | None, fingerprint: Fingerprint, neighbour: Neighbour) -> bool:
    """Whether the neighbour, in the text's own language, is it in other words."""
    return (
        language == _bare(neighbour)
        and len(neighbour.fingerprint.anchor_keys) >= LEAST_KEYS
        and reworded(fingerprint, neighbour.fingerprint)
    )


def _share(language: str | None, fingerprint: Fingerprint, neighbour: Neighbour) -> float:
    lengths = sorted((_length(fingerprint, language or ""), _length(neighbour.fingerprint, _bare(neighbour))))
    return lengths[0] / lengths[1] if lengths[1] else 0.0


def _length(fingerprint: Fingerprint, language: str) -> float:
    return fingerprint.length / _LETTERS.get(language, 1.0)


def _reasons(anchors: Anchors, theirs: set[int]) -> tuple[str, ...]:
    """What both texts say, kind by kind, for people: "numbers 640, 43.2"."""
    reasons: list[str] = []
    for kind, word in _KINDS:
        shown = [a.shown for a in anchors.said if kind_of(a.value) == kind and a.value in theirs]
        if shown:
            rest = f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
            reasons.append(f"{word} {', '.join(shown[:SHOWN])}{rest}")
    return tuple(reasons)
