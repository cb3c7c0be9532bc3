"""A text that is a copy or a translation of members of several stories → which of these stories are one.

    matches of several stories ─some pair of members is one text, too, and no pair contradicts→ joined into the eldest
                               └─else→ the story of the best match, alone

A digest tells what each of its items tells, and a page that quotes two reports what both tell; neither makes one story
of them. So it is never enough that one text matches both: the members must be proved to be one text beside it,

    copies        both are most of it, so that they share a good part of it; or both begin as it does and are in it; or
                  both are mostly its text, too long for items, and share a good part
    translations  of one language: one is the other, put otherwise (rewrites.py), or both are all of it and repeat each
                  other, or count much in one order (rewordings.py); else: both are all of it, or one is the other's
                  translation
    of each       all of it is translated, and the copy is no item of it; or what the copy says, which is a part of it,
                  stands in the translation, too

and what tells copies from issues of a series must not tell them apart. Each joined story is proved against that of
the best match: there are no chains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from crawler.dedupe.beginnings import open_beginning
from crawler.dedupe.figures import contradict
from crawler.dedupe.forms import filled_anew
from crawler.dedupe.sketch import Sketch, sketch_of
from storage.records import Fingerprint, Joining, Neighbour, Verdict

WHOLE = 0.75  # of each text in the other: two that are so much of a third share half of it
LONG = 0.7  # of it: what is so long is no item of it
TOLD = 0.55  # of a copy, in a text that is translated whole
OVERLAP = 0.4  # of the shorter of two copies, in the other: items have nothing in common
LEADS = 0.2  # of each beginning, in the other: two releases above one long account of their sender share none
CUT = 0.8  # of a text, in the one that it is cut out of and begins as
LEAST_CUT = 0.3  # of that one: less is an item of it
FORM = 0.3  # of the shorter of two texts, in the other: of texts that have fewer words in common none is the other's form
BEGUN = 0.4  # of the beginning, in all of them: items of a page have none of it in common

Found = tuple[Verdict, Neighbour]  # what a match comes to, were there no other
Proof = Callable[[Neighbour, Neighbour], bool]


def joined(found: Sequence[Found], proved: Proof) -> Verdict:
    """The verdict on a text of which these are the matches, the best first.

    `proved` says whether two of them, of different stories, are one text. The eldest of stories that are one is
    joined, in the place of its best match.
    """
    first, best = found[0]
    stories: dict[int, list[Found]] = {}
    for match in found:
        stories.setdefault(match[1].story_id, []).append(match)
    own = stories.pop(best.story_id)
    one = [own, *(others for others in stories.values() if _are_one(own, others, proved))]
    if len(one) == 1:
        return first
    eldest, *younger = sorted((matches[0] for matches in one), key=lambda match: match[1].story_id)
    return replace(eldest[0], joins=tuple(map(_joining, younger)), apart=first)


class Whole:
    """A text, and what those are to it that it copies, or they it."""

    def __init__(self, mine: Fingerprint) -> None:
        self._sketch, self._beginning = sketch_of(mine.sketch), open_beginning(mine.head)

    def is_most(self, copy: Neighbour) -> bool:
        """Whether most of each of the two stands in the other."""
        ours, others, common = self._sketch.shared(sketch_of(copy.fingerprint.sketch))
        return common >= WHOLE * max(ours, others)

    def is_told(self, copy: Neighbour) -> bool:
        """Whether the copy is as long as no item of it is, and most of the copy stands in it."""
        return self._holds(sketch_of(copy.fingerprint.sketch), TOLD)

    def begins(self, *copies: Neighbour) -> bool:
        """Whether each is cut out of it, and all begin alike: what holds it may tell something else beside it."""
        sketches = [sketch_of(copy.fingerprint.sketch) for copy in copies]
        return all(map(self._is_cut, sketches)) and self._beginning.in_all(*sketches) >= BEGUN

    def proves(self, one: Neighbour, other: Neighbour) -> bool:
        """Whether the two are one text."""
        if (self.is_most(one) and self.is_most(other)) or self.begins(one, other):
            return True
        first, second = (sketch_of(copy.fingerprint.sketch) for copy in (one, other))
        if not (self._holds(first, WHOLE) and self._holds(second, WHOLE)):
            return False
        ours, others, common = first.shared(second)
        heads = [open_beginning(copy.fingerprint.head) for copy in (one, other)]
        return (
            common >= OVERLAP * min(ours, others)
            and min(heads[0].within(second), heads[1].within(first)) >= LEADS
        )

    def _holds(self, sketch: Sketch, share: float) -> bool:
        """Whether it holds so much of a text that is too long to be an item of it."""
        ours, others, common = self._sketch.shared(sketch)
        return others >= LONG * ours and common >= share * others

    def _is_cut(self, sketch: Sketch) -> bool:
        ours, others, common = self._sketch.shared(sketch)
        return common >= CUT * others and others >= LEAST_CUT * ours


def _are_one(own: Iterable[Found], others: Sequence[Found], proved: Proof) -> bool:
    pairs = [(one, other) for _, one in own for _, other in others]
    return any(proved(*pair) for pair in pairs) and not any(_contradict(*pair) for pair in pairs)


def _contradict(one: Neighbour, other: Neighbour) -> bool:
    """Whether they are the same words about something else, or nothing is known of one's."""
    first, second = one.fingerprint, other.fingerprint
    if first.version != second.version or not (first.numbers and second.numbers):
        return True
    ours, others, common = sketch_of(first.sketch).shared(sketch_of(second.sketch))
    if common < FORM * min(ours, others):
        return False
    retitled = open_beginning(first.head).is_retitled(open_beginning(second.head))
    return contradict(first.numbers, second.numbers, retitled) or filled_anew(first, second)


def _joining(match: Found) -> Joining:
    verdict, of = match
    return Joining(of.story_id, of.article_id, verdict.relation, verdict.similarity, verdict.reasons)
