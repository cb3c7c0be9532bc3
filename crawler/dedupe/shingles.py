"""A text → its prose, folded, its words, and an integer for each of its shingles.

    text ─fold (folding.py)→ letters that compare ─prose→ paragraphs that tell something ─words→ ─sums→ integers

A shingle is three words; where a script puts no spaces between words it is nine letters of Thai and its
neighbours, or five of Chinese, Japanese and Korean (which has spaces, but newsrooms disagree on where). A
shingle's integer is the sum of its members, each times an odd number of its own. All sums of a text are one
product of two long integers, made in C: 0.1 ms for 7,500 letters, where hashing each would take 0.6.

Words are bytes: cutting, counting and hashing UTF-8 costs a third of what regular expressions over letters do.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from xxhash import xxh32_digest

from crawler.dedupe.folding import decoded, encoded, fold, spaced

PROSE_LETTERS = 120  # a paragraph so long is prose without a full stop, too: Thai has none
SHORT_PROSE = 60  # likewise, where titles of other articles do little harm
CJK_PROSE = 50  # likewise, of clauses in Chinese, Japanese or Korean: more than a headline has, and no menu
LINK_BYTES = 60  # of a paragraph that ends in an ellipsis: a shorter one says where the rest may be read
ELLIPSIS = ".."  # as fold() leaves it
LANE_BITS = 64  # of one member, and of one sum, in the long integers
SCRIPT_SHARE = 7  # a seventh of the bytes decides: one Chinese letter says as much as four Latin ones

_SENTENCE_ENDS = frozenset(".!?:;…。！？：；؟؛۔।॥།។៕။։።፧")
_BRACKETS = frozenset(")）]")
_CLOSING = "'\"’”»›」』)]"  # may stand behind them
_FURNITURE = {
    "©": "©",
    "@": "@",
    "/": "://",
    "|": " | ",
    ">": " > ",
    "›": " › ",
    "»": " » ",
}  # each by one letter
_CJK_CLAUSE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af][。、,.]")
_BETWEEN_WORDS = b" \n"
_CJK_LEADS = bytes(range(0xE3, 0xEE))  # first bytes of kana, Chinese and Korean letters
_THAI_LEADS = {  # first two bytes of the letters of Thai and its neighbours, by the first
    b"\xe0": (b"\xe0\xb8", b"\xe0\xb9", b"\xe0\xba", b"\xe0\xbb"),
    b"\xe1": (b"\xe1\x80", b"\xe1\x81", b"\xe1\x9e"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """What the shingles of a script are made of."""

    window: int  # members of one shingle
    least: int  # shingles; a text of fewer is too short to be told from another
    kernel: int  # the members' multipliers, one a lane


@dataclass(frozen=True, slots=True)
class Prose:
    """What a text tells."""

    every: bytes  # the letters of the whole text, in UTF-8, without what stands between its words
    words: list[bytes]  # of its prose, in UTF-8
    letters: str  # of its prose, likewise
    unit: Unit  # what its shingles are made of
    length: int  # letters of what it tells, in Thai, which has no full stops, in short paragraphs, too


def _unit(window: int, least: int) -> Unit:
    """A unit with multipliers that are odd, the same for ever, and too small to overflow a lane."""
    kernel, state = 0, 0x9E3779B97F4A7C15 + window
    for _ in range(window):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        kernel = kernel << LANE_BITS | state >> 34 | 1
    return Unit(window, least, kernel)


WORDS, THAI, CJK = _unit(3, 15), _unit(9, 80), _unit(5, 40)


def read(text: str) -> Prose:
    """The words of those paragraphs of `text` that are sentences; of all where none are.

    Menus, teasers, captions and imprints differ around copies of one text and are the same around different
    texts: with them F1 falls by .02 (tests/benchmarks/copies.py).
    """
    folded = fold(text)
    kept = [len(line) >= PROSE_LETTERS or _is_prose(line) for line in folded.text.split("\n")]
    lines = told = spaced(folded)
    if any(kept) and not all(kept):
        told = b"\n".join(compress(lines.split(b"\n"), kept))
    every = lines.translate(None, _BETWEEN_WORDS)
    run = every if told is lines else told.translate(None, _BETWEEN_WORDS)
    letters = decoded(run)
    unit = _unit_of(run, letters)
    length = len(letters)
    if unit is THAI and told is not lines:
        long = [
            len(line) >= SHORT_PROSE or is_kept
            for line, is_kept in zip(folded.text.split("\n"), kept, strict=True)
        ]
        paragraphs = b"".join(compress(lines.split(b"\n"), long))
        length = len(decoded(paragraphs.translate(None, _BETWEEN_WORDS)))
    return Prose(every, told.split(), letters, unit, length)


def sentences(text: str) -> list[str]:
    """The paragraphs of `text` that tell something in any language, or all where none does.

    Shorter ones than read() takes, for Thai has no full stops; but nothing that looks like furniture, which alone may
    be in the same letters in two languages.
    """
    lines = text.split("\n")
    for sign in map(_FURNITURE.__getitem__, filter(text.__contains__, _FURNITURE)):
        lines = [line for line in lines if sign not in line[:PROSE_LETTERS]]
    return [line for line in lines if len(line) >= SHORT_PROSE or _is_sentence(line)] or lines


def heading(text: str) -> Prose:
    """The words of a title, which is no sentence."""
    words = spaced(fold(text))
    run = words.translate(None, _BETWEEN_WORDS)
    letters = decoded(run)
    return Prose(run, words.split(), letters, _unit_of(run, letters), len(letters))


def letters_of(words: list[bytes]) -> str:
    """The letters without what stood between them."""
    return decoded(b"".join(words))


def places_of(piece: str, letters: str, start: int = 0) -> Iterator[int]:
    """Where `piece` begins in `letters`, from `start` on."""
    at = letters.find(piece, start)
    while at >= 0:
        yield at
        at = letters.find(piece, at + 1)


def sums_of(prose: Prose) -> array[int]:
    """The shingles' integers in order, eight bytes each; their upper 32 bits are evenly spread.

    In the long integers the first member leads. Lanes cannot carry into each other: a word's hash has 32 bits
    and a letter 21, a multiplier 30, and at most nine products make a sum. The lower half of a sum is the
    evenly spread one, so the halves change places.
    """
    window = prose.unit.window
    if prose.unit is WORDS:
        members = b"".join(map(xxh32_digest, prose.words))
    else:
        members = prose.letters.encode("utf-32-be", "surrogatepass")
    count = len(members) // 4
    if count < window:
        return array("Q")
    lanes = bytearray(8 * count)  # of which the members are the lower halves
    memoryview(lanes).cast("I")[1::2] = memoryview(members).cast("I")
    product = int.from_bytes(lanes, "big") * prose.unit.kernel
    halves = array("I", product.to_bytes((count + window - 1) * 8, "big"))
    halves.byteswap()
    return array("Q", memoryview(halves).cast("B").cast("Q")[window - 1 : count].tobytes())


def _unit_of(run: bytes, letters: str) -> Unit:
    """What the shingles of the text are made of, by its script; `run` and `letters` are the same letters."""
    enough = len(run) / SCRIPT_SHARE
    if 3 * (len(run) - len(letters)) <= 2 * enough:  # not even if each letter beyond ASCII had three bytes
        return WORDS
    if 3 * (len(run) - len(run.translate(None, _CJK_LEADS))) > enough:
        return CJK
    found = sum(run.count(lead) for first, leads in _THAI_LEADS.items() if first in run for lead in leads)
    return THAI if 3 * found > enough else WORDS


def _is_prose(line: str) -> bool:
    """Whether a paragraph of less than PROSE_LETTERS tells something."""
    if _is_sentence(line):
        return not line.rstrip().endswith(ELLIPSIS) or len(encoded(line)) >= LINK_BYTES
    return len(line) >= CJK_PROSE and _CJK_CLAUSE.search(line) is not None and "©" not in line


def _is_sentence(line: str) -> bool:
    rest = line.rstrip().rstrip(_CLOSING)
    if rest[-1:] not in _SENTENCE_ENDS and line.rstrip()[-1:] in _BRACKETS:
        rest = rest[: max(0, *map(rest.rfind, "(（["))].rstrip().rstrip(_CLOSING)  # behind it who wrote it
    return rest[-1:] in _SENTENCE_ENDS and "©" not in line
