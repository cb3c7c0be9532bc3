"""A text against the text that it copies → how much of it was kept, cut and added, and the passages.

    text ─words→ runs of words ─those that the other text holds, too→ kept ─the runs between→ cut, added

Words are kept where they stand in a run that the other text holds anywhere: a paragraph that was moved is kept.
Time and memory grow with the lengths alone, however often words repeat.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crawler.dedupe.folding import UNSPACED
from crawler.patterns import lazily
from storage.text.normal import normalized

MAX_LETTERS = 100_000  # of a longer text the beginning is compared
# words, and letters of scripts that have no spaces, which two texts do not share by chance
RUN, UNSPACED_RUN = 3, 8
ISLANDS = 2  # runs: what is kept of them between two passages that are not is chance
PASSAGES = 3  # told of each text, the longest
SHOWN = 200  # letters of a passage

_WORD = lazily(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that only one of two texts holds."""

    text: str  # the first SHOWN letters, in one line
    letters: int  # of the whole passage


@dataclass(frozen=True, slots=True)
class Difference:
    """What a copy did with a text; shares of letters, 0..1."""

    kept: float  # of the text, in the copy
    cut: float  # of the text
    added: float  # of the copy
    cuts: tuple[Passage, ...] = ()  # the longest, in the order of the text
    additions: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A text taken apart once, to be compared with many."""

    text: str
    words: list[str]
    places: list[tuple[int, int]]
    run: int  # words of one

    def runs(self, length: int) -> list[str]:
        """Each run of `length` words."""
        words = self.words
        return [" ".join(words[i : i + length]) for i in range(len(words) - length + 1)]


def words_of(text: str) -> Words:
    """The words of a text as they compare: case, width and signs do not count."""
    text = text[:MAX_LETTERS]
    found = [(match[0], match.span()) for match in _WORD.finditer(text)]
    words = [word if word.isascii() and word.islower() else _folded(word) for word, _ in found]
    alone = sum(end - start == 1 and not text[start].isascii() for _, (start, end) in found)
    return Words(text, words, [place for _, place in found], UNSPACED_RUN if 2 * alone > len(found) else RUN)


def compare(original: Words, copy: Words) -> Difference:
    """What `copy` kept and cut of `original`, and what it added."""
    run = max(1, min(original.run, copy.run, len(original.words), len(copy.words)))
    ours, theirs = original.runs(run), copy.runs(run)
    cuts = list(_passages(original, ours, frozenset(theirs), run))
    additions = list(_passages(copy, theirs, frozenset(ours), run))
    cut, added = _share(original, cuts), _share(copy, additions)
    return Difference(
        round(1 - cut, 4), round(cut, 4), round(added, 4), _longest(original, cuts), _longest(copy, additions)
    )


def _folded(word: str) -> str:
    return normalized("NFKC", word).casefold()


def _passages(of: Words, runs: list[str], others: frozenset[str], run: int) -> Iterator[tuple[int, int]]:
    """The first and the last word of each passage that no run of the other text covers, in order."""
    count = len(of.words)
    kept_to, start, last = 0, -1, -1  # words before kept_to are kept; the passage being gathered
    for i in range(count):
        if i < len(runs) and runs[i] in others:
            kept_to = i + run
        if i >= kept_to:
            if start < 0:
                start = i
            elif i - last > ISLANDS * run:
                yield start, last
                start = i
            last = i
    if start >= 0:
        yield start, last


def _share(of: Words, passages: list[tuple[int, int]]) -> float:
    """The share of a text's letters that stand in the passages."""
    whole = sum(end - start for start, end in of.places)
    inside = sum(end - start for first, last in passages for start, end in of.places[first : last + 1])
    return inside / whole if whole else 0.0


def _longest(of: Words, passages: list[tuple[int, int]]) -> tuple[Passage, ...]:
    spans = [(of.places[first][0], of.places[last][1]) for first, last in passages]
    chosen = sorted(spans, key=lambda span: span[0] - span[1])[:PASSAGES]
    return tuple(_passage(of.text[start:end]) for start, end in sorted(chosen))


def _passage(text: str) -> Passage:
    return Passage(" ".join(text[: 2 * SHOWN].split())[:SHOWN], len(text))
