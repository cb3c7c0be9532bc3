"""An article → its fingerprint; a fingerprint among its neighbours → whether it is a copy, and of which.

    fingerprint: text → shingles → keys (to be found by), sketch, figures, beginning and title (to be judged by)
    judge:       neighbours ─one contains the other, kin; or edited (rewrites.py)→ matches ─figures or names contradict→ out
                                                             └─the site says it on every page→ no copy of anything
                                                             └─the best of them→ a copy of it

Two texts are kin when they begin alike or bear the same title. Texts that contain each other need not be kin:
their paragraphs were put in another order, and the beginning of one stands somewhere in the other. The single best
match decides; two stories become one where the text proves that they are (joins.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xxhash import xxh3_128_digest

from crawler.dedupe.beginnings import LEAST_SAMPLE, Beginning, first_of, open_beginning, pack_beginning
from crawler.dedupe.figures import contradict, pack_figures
from crawler.dedupe.folding import MAX_LETTERS
from crawler.dedupe.forms import filled_anew
from crawler.dedupe.han import is_traditional, simplified
from crawler.dedupe.joins import Whole, joined
from crawler.dedupe.rewrites import BEGUN, LEAD_TOLD, rewritten, words_enough
from crawler.dedupe.serbian import is_cyrillic, latin
from crawler.dedupe.shingles import heading, read, sums_of
from crawler.dedupe.sites import site as site_of
from crawler.dedupe.sketch import SIZE, Sketch, pack, sketch_of, smallest
from storage.records import Article, Fingerprint, Neighbour, Verdict

# of the recipe: one more whenever fingerprints could no longer be compared with those stored before
VERSION = 2
TEXT_KEYS, HEAD_KEYS = 8, 12  # found by any two of these; those of the beginning find cut copies
# the golden ratio: the smallest shingles become keys from the whole of their range
SPREAD = 0x9E3779B97F4A7C15

CONTAINED = 0.55  # of the smaller text in the larger one, when they are kin
MUTUAL = 0.6  # of each text in the other, when they are not
HEAD_SHARED = 0.45  # of the larger text's beginning, in the smaller text
TITLE_SHARED = 0.6  # of the titles' words
ITEM = 0.3  # of a text under a title that speaks of something else, by which a digest begins with an item
LATE_ITEM = 0.35  # of a text that speaks of its title only behind the item
FAIR_SAMPLE = 16  # hashes; of fewer the larger text's beginning tells more
KIN_BONUS = 0.25  # in choosing among several matches, for each of title and beginning
MOST_ADDRESSES = 4  # of one site at which an article stands; a notice stands at more
SHORT_LETTERS = 600  # the length of a notice rather than of an article


def fingerprint(article: Article) -> Fingerprint:
    """What tells copies of the article's text apart from other texts; the same in every process.

    `keys` is () where the text is too short to be told from another.
    """
    headline, text = article.title, article.text[:MAX_LETTERS]
    if is_traditional(text):
        headline, text = simplified(headline), simplified(text)
    elif is_cyrillic(text):
        headline, text = latin(headline), latin(text)
    title, prose = heading(headline), read(text)
    sums = sums_of(prose)
    least, first = smallest(sums, SIZE), first_of(sums, prose.unit)
    chosen = dict.fromkeys(map(_key, (*least[:TEXT_KEYS], *first[:HEAD_KEYS])))
    return Fingerprint(
        version=VERSION,
        text_hash=xxh3_128_digest(prose.every),
        keys=tuple(chosen) if len(sums) >= prose.unit.least else (),
        sketch=pack(least),
        numbers=pack_figures(title, prose),
        head=pack_beginning(title, prose, first),
        length=prose.length,
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
    A neighbour of another recipe, or whose sketch was dropped with the years, is an exact copy or none.
    """
    if not fingerprint.keys or not neighbours:
        return Verdict("original")
    sketch, beginning = sketch_of(fingerprint.sketch), open_beginning(fingerprint.head)
    matches: list[_Found] = []
    for neighbour in neighbours:
        match = _compared(fingerprint, sketch, beginning, neighbour.fingerprint)
        if match is not None:
            matches.append((match, neighbour))
    denied = {neighbour.story_id for match, neighbour in matches if match.denied}
    matches = _undenied(matches)
    if not matches or _is_notice(fingerprint, matches, site):
        return Verdict("original")
    best = min(matches, key=_order)
    if best[0].exact or all(neighbour.story_id == best[1].story_id for _, neighbour in matches):
        return _verdict(best)
    several = [found for found in sorted(matches, key=_order) if found[1].story_id not in denied]
    if not several or several[0] is not best:
        return _verdict(best)
    return joined([(_verdict(found), found[1]) for found in several], Whole(fingerprint).proves)


def _order(found: _Found) -> tuple[float, int]:
    """The most alike first, and of equal ones the earliest."""
    return -found[0].rank, found[1].article_id


def _verdict(found: _Found) -> Verdict:
    match, of = found
    return Verdict("exact" if match.exact else "near", of.article_id, of.story_id, round(match.contained, 4))


def _key(shingle: int) -> int:
    """32 bits of it, as a signed number."""
    return (shingle * SPREAD >> 32 & 0xFFFFFFFF) - 2**31


class _Match(NamedTuple):
    """How two texts that are copies compare."""

    exact: bool
    denied: bool  # by its figures or names: the same words about something else
    titled: bool  # the same title
    contained: float  # of the one that is contained more
    rank: float


_Found = tuple[_Match, Neighbour]


def _compared(mine: Fingerprint, sketch: Sketch, beginning: Beginning, theirs: Fingerprint) -> _Match | None:
    """How the texts compare, or None where neither is a copy of the other; `sketch` and `beginning` are mine."""
    exact = mine.text_hash == theirs.text_hash
    if mine.version != theirs.version:  # its title cannot be read: for the same until others say otherwise
        return _Match(True, False, True, 1.0, 2.0) if exact else None
    other_beginning = open_beginning(theirs.head)
    titled = beginning.shares_title(other_beginning) >= TITLE_SHARED
    if not titled and beginning.is_notice and other_beginning.is_notice:
        return None  # a notice, under what the pages behind it are called
    if exact:
        return _Match(True, False, titled, 1.0, 2.0 + titled)
    sides = _Side(sketch, beginning), _Side(sketch_of(theirs.sketch), other_beginning)
    shared = sides[0].sketch.shared(sides[1].sketch)
    kinship = _kinship(*sides, titled, shared)
    edited = None if kinship else _edited(*sides, mine, theirs, shared)
    if not (found := kinship or edited):
        return None
    denied = contradict(mine.numbers, theirs.numbers, beginning.is_retitled(other_beginning))
    denied = denied or filled_anew(mine, theirs)
    return None if denied and edited else _Match(False, denied, titled, *found)


class _Side(NamedTuple):
    """What is known of one of two texts."""

    sketch: Sketch
    beginning: Beginning


def _kinship(
    mine: _Side, theirs: _Side, titled: bool, shared: tuple[int, int, int]
) -> tuple[float, float] | None:
    """(how much of one text is in the other, rank), or None where neither tells what the other does."""
    ours, others, common = shared
    smaller, larger = (mine, theirs) if ours <= others else (theirs, mine)
    least, most = min(ours, others), max(ours, others)
    held = larger.beginning.holds(smaller.sketch) if least < FAIR_SAMPLE else 0.0
    contained = max(common / least if least else 0.0, held)
    if contained < CONTAINED:
        return None
    begun = held >= CONTAINED or larger.beginning.within(smaller.sketch) >= HEAD_SHARED
    alike = begun and not larger.beginning.misled and not (larger.beginning.foreign and least < ITEM * most)
    kin = alike + (titled and (least >= LEAST_SAMPLE or held >= CONTAINED))
    if not kin and (common < MUTUAL * most or _begin_apart(smaller, larger)):
        return None
    if not titled and larger.beginning.late and (smaller.beginning.is_notice or least < LATE_ITEM * most):
        return None  # a site's notice, or a short item, stands in front of the article
    return contained, common / max(1, least + most - common) + KIN_BONUS * kin


def _edited(
    mine: _Side, theirs: _Side, first: Fingerprint, second: Fingerprint, shared: tuple[int, int, int]
) -> tuple[float, float] | None:
    """As _kinship(), for texts of which one is the other with its sentences put otherwise."""
    ours, others, common = shared
    least, most = min(ours, others), max(ours, others)
    if not words_enough(least, most, common):
        return None
    begun = sorted((mine.beginning.within(theirs.sketch), theirs.beginning.within(mine.sketch)))
    if begun[0] < BEGUN:
        return None
    # what a company says of itself is most of two releases, too, but each begins with its own news
    wording = common / least if begun[1] >= LEAD_TOLD else 0.0
    lengths = min(first.length, second.length) / max(first.length, second.length, 1)
    if not rewritten(first.anchors, second.anchors, lengths, wording):
        return None
    return common / least, common / (least + most - common)


def _begin_apart(first: _Side, second: _Side) -> bool:
    """Whether neither text has the other's beginning: releases that share what a company says of itself, or of risks."""
    return first.beginning.is_missing(second.sketch) and second.beginning.is_missing(first.sketch)


def _undenied(matches: list[_Found]) -> list[_Found]:
    """Those of the stories of which no text that is more alike is about something else."""
    denied: dict[int, float] = {}
    for match, neighbour in matches:
        if match.denied:
            denied[neighbour.story_id] = max(match.rank, denied.get(neighbour.story_id, 0.0))
    return [found for found in matches if found[0].rank > denied.get(found[1].story_id, 0.0)]


def _is_notice(mine: Fingerprint, matches: list[_Found], site: str | None) -> bool:
    """Whether the site puts this text on many of its pages: a consent, an error, a plea to log in.

    An article may stand at a few addresses of its site, under its title; a notice stands at many, under any.
    """
    if site is None:
        return False
    same = [m for m, n in matches if m.exact and n.site is not None and site_of(n.site) == site]
    others = sum(not match.titled for match in same)
    return len(same) >= MOST_ADDRESSES or others >= 2 or (others == 1 and mine.length < SHORT_LETTERS)
