"""A title and a text's words → how the article begins; two beginnings → whether the texts begin alike.

What is contained somewhere in the middle of another text is an item of a digest, or a quotation. A copy begins
as its original does, whatever was cut or put behind it, or bears the same title. A page may begin with another
article than the one its title names (the story before it, a notice): where the title speaks of what comes
later, the beginning is not taken for the article's own. Some headlines do so on purpose, on a detail; their
texts still have their titles and their length to be known by.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xxhash import xxh32_intdigest

from crawler.dedupe.shingles import CJK, THAI, WORDS, Prose, Unit, encoded, heading, letters_of
from crawler.dedupe.sketch import Sketch, pack, smallest, unpack

HEAD = {WORDS: 60, THAI: 300, CJK: 150}  # words or letters of the beginning: what a teaser shows
HEAD_SIZE, TITLE_SIZE = 16, 12  # hashes kept of the beginning and of the title
WORD = 0xFFFF  # 16 bits of a word's hash: of two titles one word in 5,000 is alike by chance
LATER_SHARE = 0.3  # of the title's words, by which those that come later outweigh those at the beginning
STEM = 5  # letters of a word that its endings leave alone


@dataclass(frozen=True, slots=True)
class Beginning:
    """How an article begins."""

    title: frozenset[int]  # hashes of words
    head: list[int]  # hashes of the first shingles; [] where they are of another article

    def shares_title(self, other: Beginning) -> float:
        """How much of the two titles is the same, 0..1."""
        if not self.title or not other.title:
            return 0.0
        return len(self.title & other.title) / len(self.title | other.title)

    def within(self, sketch: Sketch) -> float:
        """How much of the beginning stands in a text, as far as the text's sketch can tell, 0..1."""
        known = [h for h in self.head if h < sketch.bound]
        return sum(h in sketch.hashes for h in known) / len(known) if known else 0.0


def first_of(sums: Sequence[int], unit: Unit) -> list[int]:
    """The smallest of a text's first shingles."""
    return smallest(sums[: HEAD[unit] - unit.window + 1], HEAD_SIZE)


def pack_beginning(title: str, prose: Prose, head: Sequence[int]) -> bytes:
    """The beginning of an article, of whose text `head` are the first shingles."""
    members = _title_members(title)
    own = () if _begins_with_another(_stems(members.values()), prose) else head
    words = array("H", (member & WORD for member in members))
    return bytes([len(words)]) + words.tobytes() + pack(own)


def open_beginning(blob: bytes) -> Beginning:
    """What pack_beginning() packed."""
    title = array("H")
    end = 1 + blob[0] * title.itemsize
    title.frombytes(blob[1:end])
    return Beginning(frozenset(title), unpack(blob[end:]))


def _title_members(title: str) -> dict[int, bytes]:
    """Some of the title's words by their hashes, the smallest; of its pairs of letters where it has no spaces."""
    prose = heading(title)
    words, letters = prose.words, prose.letters
    if prose.unit is not WORDS:
        words = [encoded(letters[i : i + 2]) for i in range(len(letters) - 1)]
    return dict(sorted({xxh32_intdigest(word): word for word in words}.items())[:TITLE_SIZE])


def _stems(words: Iterable[bytes]) -> list[str]:
    """The first letters of the long words, without the Arabic article: endings and clitics come and go."""
    texts = [letters_of([word]) for word in words]
    return [text.removeprefix("ال")[:STEM] for text in texts if len(text) >= STEM - 1] or texts


def _begins_with_another(stems: Sequence[str], prose: Prose) -> bool:
    """Whether the title speaks of what comes later: then the text begins with another article's."""
    length = HEAD[prose.unit]
    end = len(letters_of(prose.words[:length])) if prose.unit is WORDS else length
    early = sum(prose.letters.find(stem, 0, end) >= 0 for stem in stems)
    late = sum(prose.letters.find(stem, end) >= 0 for stem in stems)
    return late > 2 * early + LATER_SHARE * len(stems)
