"""A text → its prose, folded, its words, and an integer for each of its shingles.

    text ─fold→ letters that compare ─prose→ paragraphs that tell something ─words→ ─sums→ integers

A shingle is three words; where a script puts no spaces between words it is nine letters of Thai and its
neighbours, or five of Chinese, Japanese and Korean (which has spaces, but newsrooms disagree on where). A
shingle's integer is the sum of its members, each times an odd number of its own. All sums of a text are one
product of two long integers, made in C: 0.1 ms for 7,500 letters, where hashing each would take 0.6.

Words are bytes: cutting, counting and hashing UTF-8 costs a third of what regular expressions over letters do.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from xxhash import xxh32_digest

from storage.normal import normalized

MAX_LETTERS = 60_000  # of a longer text the first thirty pages tell it apart as well
PROSE_LETTERS = 120  # a paragraph so long is prose without a full stop, too: Thai has none
SHORT_PROSE = 60  # likewise, where titles of other articles do little harm
CJK_PROSE = 50  # likewise, in Chinese, Japanese and Korean: more than a headline has
LINK_BYTES = 60  # of a paragraph that ends in an ellipsis: a shorter one says where the rest may be read
ELLIPSIS = ".."  # as fold() leaves it
LANE_BITS = 64  # of one member, and of one sum, in the long integers
SCRIPT_SHARE = 7  # a seventh of the bytes decides: one Chinese letter says as much as four Latin ones

_INVISIBLE = "\xad\u0640\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_DIGIT_SCRIPTS = "\u0627\u0e32\u093e\u09be\u0eb2"  # a letter of each script with digits of its own: the a
_DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u0ed0-\u0ed9]")
_SENTENCE_END = re.compile("[.!?:;…。！？：；؟؛۔।॥།។]['\"’”»›」』)\\]]*$")
_CJK_WORD = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}")
_FURNITURE = re.compile("©|@|://| [|>›»] ")
_POINT_IN_NUMBER = re.compile(
    r"\.(?<=\d\.)(?=\d)"
)  # two patterns: one that begins with a letter of its own is
_COMMA_IN_NUMBER = re.compile(r",(?<=\d,)(?=\d)")  # sought five times faster
_SIGN = re.compile(
    "[\x80-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u02b9-\u02df\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05f3\u05f4"
    "\u0609-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0e2f\u0e4f\u0e5a\u0e5b\u104a-\u104f\u17d4-\u17da"
    "\u2000-\u206f\u20a0-\u20bf\u2100-\u214f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3007-\u3020\u3030-\u303f\u30fb]"
)
_LANE_FRONT = bytes(4)  # before 32 bits, in a lane
_BETWEEN_WORDS = b" \n"
_ASCII_SIGNS = bytes(b if chr(b).isalnum() or b >= 0x80 or b == 0x0A else 0x20 for b in range(256))
_CJK_LEADS = bytes(range(0xE3, 0xEE))  # first bytes of kana, Chinese and Korean letters
_THAI_LEADS = (*(b"\xe0\xb8", b"\xe0\xb9", b"\xe0\xba", b"\xe0\xbb"), b"\xe1\x80", b"\xe1\x81", b"\xe1\x9e")


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


def _unit(window: int, least: int) -> Unit:
    """A unit with multipliers that are odd, the same for ever, and too small to overflow a lane."""
    kernel, state = 0, 0x9E3779B97F4A7C15 + window
    for _ in range(window):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        kernel = kernel << LANE_BITS | state >> 34 | 1
    return Unit(window, least, kernel)


WORDS, THAI, CJK = _unit(3, 15), _unit(9, 80), _unit(5, 40)


def fold(text: str) -> str:
    """The first MAX_LETTERS of `text` as they are compared: NFKC, case folded, invisible characters out, digits
    in ASCII. NFKC makes up to 18 characters of one: what becomes more than twice as long is cut off.
    """
    text = text[:MAX_LETTERS]
    if not text.isascii():
        text = normalized("NFKC", text)[: 2 * MAX_LETTERS]
        for sign in filter(text.__contains__, _INVISIBLE):
            text = text.replace(sign, "")
        if any(letter in text for letter in _DIGIT_SCRIPTS):
            text = _DIGIT.sub(lambda found: str(unicodedata.digit(found[0])), text)
    return text.casefold()


def read(text: str) -> Prose:
    """The words of those paragraphs of `text` that are sentences; of all where none are.

    Menus, teasers, captions and imprints differ around copies of one text and are the same around different
    texts: with them F1 falls by .02 (tests/benchmarks/copies.py).
    """
    folded = fold(text)
    kept = [len(line) >= PROSE_LETTERS or _is_prose(line) for line in folded.split("\n")]
    spaced = told = _spaced(folded)
    if any(kept) and not all(kept):
        told = b"\n".join(compress(spaced.split(b"\n"), kept))
    every = spaced.translate(None, _BETWEEN_WORDS)
    run = every if told is spaced else told.translate(None, _BETWEEN_WORDS)
    letters = decoded(run)
    return Prose(every, told.split(), letters, _unit_of(run, letters))


def sentences(text: str) -> list[str]:
    """The paragraphs of `text` that tell something in any language, or all where none does.

    Shorter ones than read() takes, for Thai has no full stops; but nothing that looks like furniture, which alone may
    be in the same letters in two languages.
    """
    lines = [line for line in text.split("\n") if not _FURNITURE.search(line[:PROSE_LETTERS])]
    return [line for line in lines if len(line) >= SHORT_PROSE or _is_sentence(line)] or lines


def heading(text: str) -> Prose:
    """The words of a title, which is no sentence."""
    spaced = _spaced(fold(text))
    run = spaced.translate(None, _BETWEEN_WORDS)
    letters = decoded(run)
    return Prose(run, spaced.split(), letters, _unit_of(run, letters))


def encoded(text: str) -> bytes:
    """UTF-8 of any text, lone surrogates too."""
    return text.encode("utf-8", "surrogatepass")


def decoded(run: bytes) -> str:
    """What encoded() encoded."""
    return run.decode("utf-8", "surrogatepass")


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
        members = _LANE_FRONT + _LANE_FRONT.join(map(xxh32_digest, prose.words))
    else:
        members = ("\0" + "\0".join(prose.letters)).encode("utf-32-be", "surrogatepass")
    count = len(members) // 8
    if count < window:
        return array("Q")
    product = int.from_bytes(members, "big") * prose.unit.kernel
    halves = array("I", product.to_bytes((count + window - 1) * 8, "big"))
    halves.byteswap()
    return array("Q", memoryview(halves).cast("B").cast("Q")[window - 1 : count].tobytes())


def _spaced(folded: str) -> bytes:
    """The same lines with a space for each sign; a number is one word whatever groups its digits."""
    folded = _COMMA_IN_NUMBER.sub("", _POINT_IN_NUMBER.sub("", folded))
    if not folded.isascii():
        folded = _SIGN.sub(" ", folded)
    return encoded(folded).translate(_ASCII_SIGNS)


def _unit_of(run: bytes, letters: str) -> Unit:
    """What the shingles of the text are made of, by its script; `run` and `letters` are the same letters."""
    enough = len(run) / SCRIPT_SHARE
    if 3 * (len(run) - len(letters)) <= 2 * enough:  # not even if each letter beyond ASCII had three bytes
        return WORDS
    if 3 * (len(run) - len(run.translate(None, _CJK_LEADS))) > enough:
        return CJK
    return THAI if 3 * sum(map(run.count, _THAI_LEADS)) > enough else WORDS


def _is_prose(line: str) -> bool:
    """Whether a paragraph of less than PROSE_LETTERS tells something."""
    if _is_sentence(line):
        return not line.rstrip().endswith(ELLIPSIS) or len(encoded(line)) >= LINK_BYTES
    return len(line) >= CJK_PROSE and _CJK_WORD.search(line) is not None


def _is_sentence(line: str) -> bool:
    return _SENTENCE_END.search(line.rstrip()) is not None and "©" not in line
