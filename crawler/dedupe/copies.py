"""An article → its fingerprint; a fingerprint among its neighbours → whether it is a copy, and of which.

    fingerprint: text → shingles → keys (to be found by), sketch, figures, beginning and title (to be judged by)
    judge:       neighbours ─figures contradict→ out ─one contains the other, kin→ the best of them
                            └─the site says it on every page→ no copy of anything

Two texts are kin when they begin alike or bear the same title: what is merely contained in another text,
somewhere in the middle, is an item of a digest or a quotation. Texts that contain each other need not be kin:
their paragraphs were put in another order. Decided by the single best match; stories never grow together.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from xxhash import xxh3_128_digest, xxh32_intdigest

from crawler.dedupe.figures import contradict, pack_figures
from crawler.dedupe.shingles import (
    CJK,
    MAX_LETTERS,
    THAI,
    WORDS,
    Unit,
    encoded,
    fold,
    letters_of,
    read,
    sums_of,
    unit_of,
    words_of,
)
from crawler.dedupe.sites import site as site_of
from crawler.dedupe.sketch import SIZE, Sketch, pack, sketch_of, smallest, unpack
from storage.records import Article, Fingerprint, Neighbour, Verdict

VERSION = 1  # of the recipe: one more whenever equal texts would get other fingerprints
TEXT_KEYS, HEAD_KEYS = 12, 12  # found by any three of these; those of the beginning find cut copies
HEAD = {WORDS: 60, THAI: 300, CJK: 150}  # words or letters of the beginning: what a teaser shows
HEAD_SIZE, TITLE_SIZE = 16, 12  # hashes kept of the beginning and of the title

CONTAINED = 0.55  # of the smaller text in the larger one, when they are kin
MUTUAL = 0.6  # of each text in the other, when they are not
HEAD_SHARED = 0.4  # of the larger text's beginning, in the smaller text
TITLE_SHARED = 0.6  # of the titles' words
LEAST_SAMPLE = 6  # hashes; fewer do not show that a text is contained, unless it begins alike, too
LATER_SHARE = 0.3  # of the title's words, by which those that come later outweigh those at the beginning
STEM = 5  # letters of a word that its endings leave alone
KIN_BONUS = 0.25  # in choosing among several matches, for each of title and beginning
MOST_ADDRESSES = 4  # of one site at which an article stands; a notice stands at more
SHORT_LETTERS = 600  # the length of a notice rather than of an article
_TITLE_BYTES = 4  # of a hash of the title


def fingerprint(article: Article) -> Fingerprint:
    """What tells copies of the article's text apart from other texts; the same in every process.

    `keys` is () where the text is too short to be told from another.
    """
    words = read(article.text[:MAX_LETTERS])
    unit = unit_of(words.told)
    sums = sums_of(words.told, unit)
    least = smallest(sums, SIZE)
    head = smallest(sums[: HEAD[unit] - unit.window + 1], HEAD_SIZE)
    chosen = dict.fromkeys([value >> 17 for value in (*least[:TEXT_KEYS], *head[:HEAD_KEYS])])
    letters = b"".join(words.every)
    return Fingerprint(
        version=VERSION,
        text_hash=xxh3_128_digest(letters),
        keys=tuple(chosen) if len(sums) >= unit.least else (),
        sketch=pack(least),
        numbers=pack_figures(words.told, unit),
        head=_pack_head(article.title, words.told, unit, head),
        length=len(letters.decode("utf-8", "surrogatepass")),
    )


def judge(
    fingerprint: Fingerprint,
    neighbours: Sequence[Neighbour],
    *,
    language: str | None = None,
    site: str | None = None,
) -> Verdict:
    """Whether the text is a copy of a neighbour's; the best match counts, and of equal ones the earliest.

    `site` is the registrable name of the article's address. `language` is not asked: letters tell more.
    """
    if not fingerprint.keys:
        return Verdict("original")
    sketch = sketch_of(fingerprint.sketch)
    matches: list[tuple[float, int, Neighbour, _Match]] = []
    for neighbour in neighbours:
        if neighbour.fingerprint.version == fingerprint.version:
            match = _compared(fingerprint, sketch, neighbour.fingerprint)
            if match is not None:
                matches.append((-match.rank, neighbour.article_id, neighbour, match))
    if not matches or _is_notice(fingerprint, matches, site):
        return Verdict("original")
    _, _, best, match = min(matches, key=lambda found: found[:2])
    return Verdict(
        "exact" if match.exact else "near", best.article_id, best.story_id, round(match.contained, 4)
    )


@dataclass(frozen=True, slots=True)
class _Match:
    """How two texts that are copies compare."""

    exact: bool
    titled: bool  # the same title
    contained: float  # of the one that is contained more
    rank: float


def _compared(mine: Fingerprint, sketch: Sketch, theirs: Fingerprint) -> _Match | None:
    """How the texts compare, or None where neither is a copy of the other; `sketch` is of mine."""
    titled = _share(_title(mine), _title(theirs)) >= TITLE_SHARED
    if mine.text_hash == theirs.text_hash:
        return _Match(True, titled, 1.0, 2.0 + titled)
    other = sketch_of(theirs.sketch)
    bound = min(sketch.bound, other.bound)
    ours, others = sketch.below(bound), other.below(bound)
    common = len(ours & others)
    if not common:
        return None
    contained, mutual = common / min(len(ours), len(others)), common / max(len(ours), len(others))
    if contained < CONTAINED:
        return None
    ours_in_theirs = len(ours) <= len(others)
    begins_alike = _begins_in(theirs, sketch) if ours_in_theirs else _begins_in(mine, other)
    kin = (begins_alike >= HEAD_SHARED) + (titled and min(len(ours), len(others)) >= LEAST_SAMPLE)
    if not (kin or mutual >= MUTUAL) or contradict(mine.numbers, theirs.numbers):
        return None
    return _Match(False, titled, contained, common / len(ours | others) + KIN_BONUS * kin)


def _is_notice(
    mine: Fingerprint, matches: list[tuple[float, int, Neighbour, _Match]], site: str | None
) -> bool:
    """Whether the site puts this text on many of its pages: a consent, an error, a plea to log in.

    An article may stand at a few addresses of its site, under its title; a notice stands at many, under any.
    """
    if site is None:
        return False
    same = [m for _, _, n, m in matches if m.exact and n.site is not None and site_of(n.site) == site]
    others = sum(not match.titled for match in same)
    return len(same) >= MOST_ADDRESSES or others >= 2 or (others == 1 and mine.length < SHORT_LETTERS)


def _begins_in(larger: Fingerprint, smaller: Sketch) -> float:
    """How much of the larger text's beginning stands in the smaller one, as far as its sketch can tell."""
    known = [h for h in unpack(larger.head[1 + larger.head[0] * _TITLE_BYTES :]) if h < smaller.bound]
    return sum(h in smaller.hashes for h in known) / len(known) if known else 0.0


def _title(fingerprint: Fingerprint) -> frozenset[int]:
    hashes = array("I")
    hashes.frombytes(fingerprint.head[1 : 1 + fingerprint.head[0] * _TITLE_BYTES])
    return frozenset(hashes)


def _pack_head(title: str, words: list[bytes], unit: Unit, head: list[int]) -> bytes:
    """How many hashes are of the title, those, and the hashes of the beginning where it is the article's own."""
    members = _title_members(title)
    own = () if _begins_with_another(list(members.values()), words, unit) else head
    return bytes([len(members)]) + array("I", members).tobytes() + pack(own)


def _title_members(title: str) -> dict[int, bytes]:
    """Some of the title's words by their hashes, the smallest; of its pairs of letters where it has no spaces."""
    words = words_of(fold(title))
    if unit_of(words) is not WORDS:
        letters = letters_of(words)
        words = [encoded(letters[i : i + 2]) for i in range(len(letters) - 1)]
    return dict(sorted({xxh32_intdigest(word): word for word in words}.items())[:TITLE_SIZE])


def _begins_with_another(titled: list[bytes], words: list[bytes], unit: Unit) -> bool:
    """Whether the title speaks of what comes later: then the text begins with another article's."""
    if unit is WORDS:
        head, rest = b" ".join(words[: HEAD[unit]]), b" ".join(words[HEAD[unit] :])
    else:
        letters = letters_of(words)
        head, rest = encoded(letters[: HEAD[unit]]), encoded(letters[HEAD[unit] :])
    stems = _stems(titled)
    early, late = sum(stem in head for stem in stems), sum(stem in rest for stem in stems)
    return late > 2 * early + LATER_SHARE * len(stems)


def _stems(words: list[bytes]) -> list[bytes]:
    """The first letters of the long words, without the Arabic article: endings and clitics come and go."""
    texts = [letters_of([word]) for word in words]
    long = [text.removeprefix("ال")[:STEM] for text in texts if len(text) >= STEM - 1]
    return [encoded(stem) for stem in long or texts]


def _share(first: frozenset[int], second: frozenset[int]) -> float:
    return len(first & second) / len(first | second) if first and second else 0.0
