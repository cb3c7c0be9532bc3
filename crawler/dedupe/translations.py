"""An article's anchors among its neighbours' → of which it is a translation, or a rewording, how surely, and what shows it.

    neighbours ─same language, other length, other days→ out ─what both say, how much of it, in what order→ score
                                                                                     └─best, above SURE→ translated

What the score is made of tells likeness.py. The best match decides; two stories become one where the text proves that
they are (joins.py).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
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
)
from crawler.dedupe.encoder import nearness
from crawler.dedupe.joins import Whole, joined
from crawler.dedupe.likeness import FULL, LENGTHS, Likeness, bare, lengths_of, likeness, score, share
from crawler.dedupe.rewordings import LEAST_KEYS, repeated, retouched, reworded
from crawler.dedupe.rewrites import counts_alike, rewritten
from storage.records import Fingerprint, Neighbour, Verdict

NONE = Verdict("original")
SURE = 0.62  # score from which a text counts as a translation
# below this one both texts must agree on where and when, too: another step of an affair, or the same in the next country,
# counts and names what the first report did, on a day and in a place of its own
FIRM, AGREED = 0.7, 0.6
LIKELY = 0.5  # likewise, of one that is the third text's surely, and of another that is by its own score
SURER = 0.9  # likewise, of two that are to be one story because a third text tells both
SUREST = 0.95  # likewise, of two that have hardly a word in common
NEAR = 0.62  # cosine of two texts' meanings; with the next two, 3 of 73 pairs among 248 news of 12 languages were wrong
NEAR_LENGTHS = 0.5
NEAR_SHARED = 4  # weight of the anchors that both hold
SHOWN = 6  # words of one kind among the reasons
COMMON = 48  # articles of the last days that hold a key which tells nothing
_KINDS = ((NUMBER, "numbers"), (DAY, "date"), (NAME, "names"), (PLACE, "places"), (EDITION, "edition"))


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
        lengths = lengths_of(anchors.language, fingerprint, neighbour)
        if neighbour.late and not counts_alike(fingerprint.anchors, neighbour.fingerprint.anchors):
            continue
        if lengths < LENGTHS:
            if _is_reworded(anchors.language, fingerprint, neighbour):
                found.append((SURER, neighbour, (), True))
            continue
        theirs = unpack(neighbour.fingerprint.anchors or b"")
        shared = neighbour.fingerprint.anchor_keys
        rarity = sum(_bits(weights.get(key, 0), holders.get(key, 0)) for key in shared)
        told = sure = _by_likeness(likeness(mine, theirs, rarity, lengths))
        if (near := meanings.get(neighbour.article_id, 0.0)) >= NEAR:
            sure = max(sure, _by_meaning(near, lengths, set(mine) & set(theirs)))
        if sure >= SURE:
            found.append((sure, neighbour, theirs, told >= SURE))
    if not found:
        return copied
    best = min(found, key=_order)

    def verdict(match: _Found) -> Verdict:
        sure, of, theirs, _ = match
        if bare(of) == anchors.language:
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
        bits, {v.article_id: (v.similarity, share(anchors.language, fingerprint, of)) for v, of in several}
    )
    if of_copy is None:
        return joined(several, third.tells_alike)
    return joined([(copied, of_copy), *several], partial(third.tells_copied, Whole(fingerprint)))


class _Third(NamedTuple):
    """A text of which others are translations, and what it knows of them."""

    bits: Mapping[int, float]  # what each of its keys tells
    known: Mapping[int | None, tuple[float, float]]  # by article: how sure, and as long as which share of it

    def tells_alike(self, one: Neighbour, other: Neighbour) -> bool:
        """Whether two translations are one text: both are all of it, or one is the other's; or one is all of it, and likely
        the other's. Within one language names agree by themselves, so that more is asked.
        """
        first, second = one.fingerprint, other.fingerprint
        if bare(one) == bare(other):
            lengths = sorted((first.length, second.length))
            length = lengths[0] / max(lengths[1], 1)
            if rewritten(first.anchors, second.anchors, length):
                return True
            if self._tells_whole(SURER, one, other) and repeated(first, second):
                return True
            return (
                self._is_all(one, other)
                and retouched(first, second, self._tells_whole(SUREST, one, other))
                and self._score(one, other, length) >= SURE
            )
        if self._is_all(one) and self._is_all(other):
            return True
        length = lengths_of(bare(one), first, other)
        if length < LENGTHS:
            return False
        return self._score(one, other, length) >= (LIKELY if self._is_all(one, other) else SURER)

    def tells_copied(self, whole: Whole, copy: Neighbour, other: Neighbour) -> bool:
        """Whether a translation is one text with a copy: all of it is translated, and the copy is no item of it; or the copy
        begins as it does and goes on as both; or the copy is no item of it, and likely the translation's.
        """
        sure, length = self.known[other.article_id]
        if sure < SURER:
            return False
        is_told = whole.is_told(copy)
        if is_told and length >= FULL:
            return True
        if bare(copy) == bare(other):
            return False
        if is_told and self._score(copy, other, lengths_of(bare(copy), copy.fingerprint, other)) >= LIKELY:
            return True
        return whole.begins(copy) and self._score(copy, other, length) >= SURE

    def _is_all(self, *translations: Neighbour) -> bool:
        """Whether one of them is surely a translation of all of it, and none is a part that may be a follow-up's background."""
        sides = [self.known[of.article_id] for of in translations]
        whole = any(sure >= SURER and length >= FULL for sure, length in sides)
        return whole and all(sure >= SURER or length >= FULL for sure, length in sides)

    def _tells_whole(self, least: float, *translations: Neighbour) -> bool:
        """Whether each of them is, at least so surely, a translation of all of it."""
        sides = [self.known[of.article_id] for of in translations]
        return all(sure >= least and length >= FULL for sure, length in sides)

    def _score(self, one: Neighbour, other: Neighbour, length: float) -> float:
        """How sure it is that one of two texts is a translation of the other, by what the third knows of their keys."""
        keys = anchor_keys(one.fingerprint.anchors or b"", one.language)
        rarity = sum(self.bits.get(key, 0) for key in {*keys}.intersection(other.fingerprint.anchor_keys))
        told = [unpack(of.fingerprint.anchors or b"") for of in (one, other)]
        return score(likeness(told[0], told[1], rarity, length))


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


def _by_likeness(like: Likeness) -> float:
    """How sure it is for two texts of such a likeness; 0 where where and when decide, and they do not agree."""
    sure = score(like)
    return sure if sure >= FIRM or like.around >= AGREED else 0.0


def _by_meaning(near: float, lengths: float, common: set[int]) -> float:
    """How sure it is for two texts of a near meaning; they must have a length, and say some of the same things."""
    if lengths < NEAR_LENGTHS or sum(map(weight_of, common)) < NEAR_SHARED:
        return 0.0
    return SURE + (1 - SURE) * (near - NEAR) / (1 - NEAR)


def _bits(weight: int, held: int) -> float:
    """What a shared key tells: no more than its shape promises, as in a store where all is rare still."""
    return max(0.0, min(1.3 * weight - 1, math.log2((COMMON + 1) / max(1, held))))


def _is_reworded(language: str | None, fingerprint: Fingerprint, neighbour: Neighbour) -> bool:
    """Whether the neighbour, in the text's own language, is it in other words."""
    return (
        language == bare(neighbour)
        and len(neighbour.fingerprint.anchor_keys) >= LEAST_KEYS
        and reworded(fingerprint, neighbour.fingerprint)
    )


def _reasons(anchors: Anchors, theirs: set[int]) -> tuple[str, ...]:
    """What both texts say, kind by kind, for people: "numbers 640, 43.2"."""
    reasons: list[str] = []
    for kind, word in _KINDS:
        shown = [a.shown for a in anchors.said if kind_of(a.value) == kind and a.value in theirs]
        if shown:
            rest = f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
            reasons.append(f"{word} {', '.join(shown[:SHOWN])}{rest}")
    return tuple(reasons)
