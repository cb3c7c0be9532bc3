"""A title and a text's words → how the article begins; two beginnings → whether the texts begin alike.

What is contained somewhere in the middle of another text is an item of a digest, or a quotation. A copy begins
as its original does, whatever was cut or put behind it, or bears the same title. A page may begin with another
article than the one its title names (the story before it, a notice): where the title speaks of what comes
later, the beginning is not taken for the article's own. Some headlines do so on purpose, on a detail; their
texts still have their titles and their length to be known by.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from xxhash import xxh32_intdigest

from crawler.dedupe.folding import decoded, encoded
from crawler.dedupe.shingles import CJK, THAI, WORDS, Prose, Unit, letters_of, places_of
from crawler.dedupe.sketch import Sketch, pack, smallest, unpack

HEAD = {WORDS: 60, THAI: 300, CJK: 150}  # words or letters of the beginning: what a teaser shows
HEAD_SIZE, TITLE_SIZE = 16, 12  # hashes kept of the beginning and of the title
TITLE_BITS, TITLE_SIGNS = 4, 15  # in which one of the title's words is told
WORD = 0xFFFF  # 16 bits of a word's hash: of two titles one word in 5,000 is alike by chance
SHORT = {WORDS: 600, THAI: 600, CJK: 200}  # letters: the length of a notice rather than of an article
# hashes of a beginning of which so few in another text show that it begins otherwise
LEAST_KNOWN, MISSING = 4, 0.45
OWN_WORDS = 2  # of each title, and of both
LEAST_SAMPLE = 6  # hashes; fewer do not show that a text is contained
LATER_SHARE = 0.2  # of the title's words, by which those that come later outweigh those at the beginning
FOREIGN_SHARE = 0.17  # of the title's words that any text may happen to have
STEM = 5  # letters of a word that its endings leave alone


class Beginning(NamedTuple):
    """How an article begins."""

    title: frozenset[int]  # hashes of words
    head: list[int]  # hashes of the first shingles, in order
    misled: bool  # they are of another article than the title's
    foreign: bool  # the title has nothing of the text: it is a column's name, or the text a notice
    short: bool  # as a notice is
    late: bool  # it speaks of what the title names from the middle of its beginning on, or later

    @property
    def is_notice(self) -> bool:
        """Whether it looks like what a site says instead of an article."""
        return self.foreign and self.short

    def shares_title(self, other: Beginning) -> float:
        """How much of the two titles is the same, 0..1."""
        if not self.title or not other.title:
            return 0.0
        common = len(self.title & other.title)
        return common / (len(self.title) + len(other.title) - common)

    def is_retitled(self, other: Beginning, own: int = OWN_WORDS) -> bool:
        """Whether the titles say the same of different things: both have `own` words, and words of the other."""
        common = len(self.title & other.title)
        return common >= OWN_WORDS and common + own <= min(len(self.title), len(other.title))

    def within(self, sketch: Sketch) -> float:
        """How much of the beginning stands in a text, as far as the text's sketch can tell, 0..1."""
        known = [] if self.misled else self.head[: bisect_left(self.head, sketch.bound)]
        return sum(map(sketch.hashes.__contains__, known)) / len(known) if known else 0.0

    def in_all(self, *sketches: Sketch) -> float:
        """How much of the beginning, where it is the article's own, stands in each of some texts, as far as all their
        sketches can tell, 0..1.
        """
        known = self.head[: bisect_left(self.head, min(sketch.bound for sketch in sketches))]
        if self.misled or self.foreign or self.late or len(known) < LEAST_KNOWN:
            return 0.0
        return sum(all(h in sketch.hashes for sketch in sketches) for h in known) / len(known)

    def is_missing(self, sketch: Sketch) -> bool:
        """Whether hardly anything of the beginning stands in a text, as far as the text's sketch can tell."""
        known = self.head[: bisect_left(self.head, sketch.bound)]
        return len(known) >= LEAST_KNOWN and sum(h in sketch.hashes for h in known) < MISSING * len(known)

    def holds(self, sketch: Sketch) -> float:
        """How much of a short text stands in the beginning, 0..1; 0 where its hashes there are too few to tell."""
        reached = sketch.row[: bisect_right(sketch.row, self.head[-1])] if self.head else []
        if len(reached) < LEAST_SAMPLE:
            return 0.0
        return sum(h in self.head for h in reached) / len(reached)


def first_of(sums: array[int], unit: Unit) -> list[int]:
    """The smallest of a text's first shingles."""
    return smallest(sums[: HEAD[unit] - unit.window + 1], HEAD_SIZE)


def pack_beginning(title: Prose, prose: Prose, head: Sequence[int]) -> bytes:
    """The beginning of an article, of whose text `head` are the first shingles."""
    members = _title_members(title)
    stems = _stems(members.values())
    end = len(letters_of(prose.words[: HEAD[WORDS]])) if prose.unit is WORDS else HEAD[prose.unit]
    first = [at for stem in stems if (at := prose.letters.find(stem, 0, end)) >= 0]
    early = len(first)
    late = sum(prose.letters.find(stem, end) >= 0 for stem in stems)
    enough = 2 * early + max(1, LATER_SHARE * len(stems))
    misled = late > enough and _most_together(stems, prose.letters, end) > enough
    foreign = bool(stems) and early + late <= FOREIGN_SHARE * len(stems)
    short = len(prose.letters) < SHORT[prose.unit]
    late_begun = not foreign and min(first, default=end) >= end // 2
    words = array("H", (member & WORD for member in members))
    signs = misled << 4 | foreign << 5 | short << 6 | late_begun << 7
    return bytes([len(words) | signs]) + words.tobytes() + pack(head)


@lru_cache(maxsize=32)
def open_beginning(blob: bytes) -> Beginning:
    """What pack_beginning() packed."""
    first = blob[0]
    end = 1 + (first & 15) * 2
    signs = (first & 16 != 0, first & 32 != 0, first & 64 != 0, first & 128 != 0)
    return Beginning(frozenset(array("H", blob[1:end])), unpack(blob[end:]), *signs)


def _title_members(title: Prose) -> dict[int, bytes]:
    """Some of the title's words by their hashes, the smallest; of its pairs of letters where it has no spaces."""
    words, letters = title.words, title.letters
    if title.unit is not WORDS:
        words = [encoded(letters[i : i + 2]) for i in range(len(letters) - 1)]
    return dict(sorted({xxh32_intdigest(word): word for word in words}.items())[:TITLE_SIZE])


def _stems(words: Iterable[bytes]) -> list[str]:
    """The first letters of the long words, without the Arabic article: endings and clitics come and go."""
    texts = list(map(decoded, words))
    return [text.removeprefix("ال")[:STEM] for text in texts if len(text) >= STEM - 1] or texts


def _most_together(stems: Sequence[str], letters: str, end: int) -> int:
    """How many of the stems stand in a stretch of the text behind `end` that is as long as the beginning."""
    places = sorted(
        at << TITLE_BITS | n
        for n, stem in enumerate(dict.fromkeys(stems))
        for at in places_of(stem, letters, end)
    )
    most = told = first = 0
    inside = [0] * len(stems)
    for place in places:
        n = place & TITLE_SIGNS
        told += not inside[n]
        inside[n] += 1
        while (place >> TITLE_BITS) - (places[first] >> TITLE_BITS) > end:
            n = places[first] & TITLE_SIGNS
            inside[n] -= 1
            told -= not inside[n]
            first += 1
        most = max(most, told)
    return most
