"""The watchlist's names → one automaton; a folded text → the places where a name stands.

A name is found by its letters, then held to the edges of its script: a Latin, Cyrillic or Arabic word must
begin and end there (next to Thai or Chinese any edge is one); Korean particles, Arabic prefixes and the
endings of inflected languages are tolerated. Where names overlap the longest counts, so that a longer name
of another thing keeps the shorter one inside it from being seen. Whether a name is believed is not decided
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from crawler.flag.names.beginnings import Beginnings
from crawler.flag.names.ministers import ministers_of
from crawler.flag.names.within import REACH, put_in
from crawler.flag.text.fold import folded_names
from crawler.flag.watchlist.forum import Forum
from crawler.flag.watchlist.terms import LONG_ENDING, Term, spellings
from crawler.patterns import lazily

LEAST_COINED = 7  # letters of a name of one word that is no other word with an ending
MAX_BODIES = 500  # names of bodies around which ministers are looked for
MAX_PUT_IN = 200  # places of a text where a name may have something in it
MAX_FOUND = 20_000  # a text of one repeated name stays cheap
_UNSPACED = lazily("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_ARABIC = lazily("[\u0620-\u064a]")
_ARABIC_PREFIX = lazily(r"(?:^|[^\w])([وف]?(?:ال|بال|كال|لل|ب|ك|ل)?)$")
_HEBREW_PREFIX = lazily(r"(?:^|[^\w])[ושהכלבמ]{1,3}$")
_YEAR_BEFORE = lazily(r"(?<!\d)(?:19|20|25)\d\d$")
_FOREIGN_ENDING = lazily(
    r"(?:u|e|em|ie|ě|ů|om|owi|ach|ami|on|en|ön|án|én|ban|ben|nak|nek|ra|re|ról|ről|tól|től|hoz|hez|höz|nál|nél|val|vel|ért|ot|öt|issa|issä|ista|istä|illa|illä|iin|in|ul|ului|et|il|ile|ist|da|də|dan|dən|ā|n|k|ko|ren|ra|tik|s)(?![^\W_])"
)
# What the languages of India, Nepal and Sri Lanka write together with the word before: at, of, by, from, to, with, for, after.
_WRITTEN_ON = lazily(
    r"(?:मा|मै|को|का|की|ले|बाट|लाई|सँग|सम्म|पछि|अघि|मध्ये|मधील|मधून|च्या|चे|चा|ची|चं|ला|ने|नं|त|तील|साठी|वर|शी|स|ात|ातील|ाचे|ाचा|ाची|ाच्या"
    r"|নে|কে|র|তে|টি|টির|এ|এর|નું|ના|ની|નો|નાં|માં|માંથી|ને|થી|એ|પર|ರ|ನ|ದ|ನಲ್ಲಿ|ದಲ್ಲಿ|ಕ್ಕೆ|ಗೆ|ලා|ට|ටත්|ත්|යි|හි|හිදී)(?![^\W_])"
)
_INDIC = ("\u0900", "\u0dff")
_GLUED_ENDING = lazily(r"(?:i?ss[aä]|i?st[aä]|i?ll[aä]|i?lt[aä]|i?lle|ile?|ilt|iin|d[ae]n?)(?![^\W_])")
_CHANGING = lazily(LONG_ENDING)

Place = tuple[int, int, tuple[Term, ...]]  # start, end, what stands there


@dataclass(frozen=True, slots=True)
class Found:
    """Where a name stands in a folded text, and whose it may be."""

    start: int
    end: int
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Matcher:
    """All names as they are looked for, and what each of them stands for."""

    names: Beginnings
    terms: tuple[tuple[Term, ...], ...]
    onward: Mapping[int, tuple[str, ...]]  # of the terms of a name that is a stem

    def find(self, text: str) -> list[Found]:
        """Every place of a name in the folded `text`, in order, none overlapping another."""
        places = self._places(text)
        for first, last in islice(put_in(text), MAX_PUT_IN):
            places += self._around(text, first, last)
        return _longest(places) if places else []

    def _around(self, text: str, first: int, last: int) -> Iterator[Place]:
        """The names into which the folded [first, last) is put; an abbreviation with its town, "CES 2026 de Las Vegas", is read
        as one without.
        """
        begins, ends = max(0, first - REACH), min(len(text), last + REACH)
        seam, moved = first - begins, last - first
        for start, end, terms in self._places(text[begins:first] + text[last:ends]):
            cut = (start == 0 < begins) or end + moved == ends - begins < len(text) - begins
            if start < seam < end and not cut and not terms[0].loud:
                yield begins + start, begins + end + moved, terms

    def _places(self, text: str) -> list[Place]:
        """Every place of a name."""
        places: list[Place] = []
        bodies = 0
        for end, start, which in self.names.found(text, MAX_FOUND):
            terms = self.terms[which]
            if terms[0].stem is not None:
                # "digital" stands in every text and begins forty names: few go on as one of them
                at = _CHANGING.match(text, end).end()  # type: ignore[union-attr]  # it always matches
                if text.startswith(self.onward[which], at):
                    places += _stems(text, start, at, terms)
            elif not stands(text, start, end):
                end = _inflected(text, start, end, terms[0])
                places += [(start, end, terms)] if end else []
            elif terms[0].grade == "ministers":
                bodies += 1
                run = ministers_of(text, start, end) if bodies <= MAX_BODIES else None
                places += [(*run, terms)] if run else []
            else:
                article = start >= 2 and text.startswith("ال", start - 2)
                places.append((start - 2 * article, end, terms))
        return places


def matcher_of(forums: Iterable[Forum], regions: Sequence[str] = ()) -> Matcher:
    """The matcher of all names of `forums`; ~ in a name of other things stands for each of `regions`."""
    table: dict[str, tuple[Term, ...]] = {}
    stems: dict[str, tuple[Term, ...]] = {}
    bodies: dict[str, tuple[Term, ...]] = {}
    for forum in forums:
        for pattern, term in spellings(forum, regions):
            _note(table if term.stem is None else stems, pattern, term)
        for body in folded_names(forum.ministers).values():
            _note(bodies, body.removeprefix("ال"), Term(forum.id, "ministers"))
    terms = (*table.values(), *stems.values(), *bodies.values())
    onward = [tuple(dict.fromkeys(term.onward for term in found)) for found in stems.values()]
    return Matcher(Beginnings([*table, *stems, *bodies]), terms, dict(enumerate(onward, len(table))))


def _note(table: dict[str, tuple[Term, ...]], pattern: str, term: Term) -> None:
    """Have the pattern stand for the term too: most stand for one, and the hash of a term takes longer than all of this."""
    known = table.get(pattern)
    if known is None:
        table[pattern] = (term,)
    elif term not in known:
        table[pattern] = (*known, term)


def stands(text: str, start: int, end: int) -> bool:
    """Whether the folded [start, end) is a word or words of its own, by the rules of its script."""
    before, first = text[start - 1 : start], text[start]
    if before and _joined(before) and _joined(first):
        if before.isdecimal() and not first.isdecimal():
            if not _YEAR_BEFORE.search(text, max(0, start - 5), start):
                return False
        elif not _prefixed(text, start, first):
            return False
    after, last = text[end : end + 1], text[end - 1]
    return not (after and _joined(after) and _joined(last) and (last.isdecimal() or not after.isdecimal()))


def _prefixed(text: str, start: int, first: str) -> bool:
    """Whether only letters that these scripts write together with a word stand before it: "and in the"."""
    if _ARABIC.match(first):
        return _ARABIC_PREFIX.search(text, max(0, start - 5), start) is not None
    return "א" <= first <= "ת" and _HEBREW_PREFIX.search(text, max(0, start - 4), start) is not None


def _inflected(text: str, start: int, end: int, term: Term) -> int:
    """Where a Latin name of several words, or one long word, ends with the ending that Slavic and other writers give it
    ("Web Summitu", "VivaTechu"), and one of India with what is written together with it; 0 where it has none."""
    if _INDIC[0] <= text[end - 1] <= _INDIC[1]:
        ending = _WRITTEN_ON.match(text, end)
        return ending.end() if ending and stands(text, start, ending.end()) else 0
    name = text[start:end]
    if term.short is not None and term.short.text.isupper() and name.isascii():
        glued = not _joined(text[start - 1 : start] or " ") and _GLUED_ENDING.match(text, end)
        return end if glued else 0  # whether its letters are capitals is seen without the ending: "CESissä"
    if term.grade != "name" or not name.isascii() or (" " not in name and len(name) < LEAST_COINED):
        return 0
    ending = _FOREIGN_ENDING.match(text, end)
    return ending.end() if ending and stands(text, start, ending.end()) else 0


def _joined(char: str) -> bool:
    """Whether words are made of `char` in a script that puts spaces between words."""
    return char.isalnum() and not _UNSPACED.match(char)


def _stems(text: str, start: int, at: int, terms: tuple[Term, ...]) -> Iterator[Place]:
    """The names that begin at `start`; at `at` ends the first word of them that may have an ending."""
    for term in terms:
        match = term.stem.match(text, start) if term.stem and text.startswith(term.onward, at) else None
        if match and stands(text, start, match.end()):
            yield start, match.end(), (term,)


def _longest(places: list[Place]) -> list[Found]:
    """The longest of overlapping places, of equals the leftmost, and none that context has to decide over one
    that is sure; terms of one place are joined."""
    places.sort(key=lambda place: (place[0], -place[1]))
    out: list[Found] = []
    for start, end, terms in places:
        if out and start == out[-1].start and end == out[-1].end:
            out[-1] = Found(start, end, (*out[-1].terms, *terms))
        elif not out or start >= out[-1].end:
            out.append(Found(start, end, terms))
        elif end - start > out[-1].end - out[-1].start and not (_sure(out[-1].terms) and not _sure(terms)):
            out[-1] = Found(start, end, terms)
    return out


def _sure(terms: tuple[Term, ...]) -> bool:
    return any(term.grade not in ("low", "high", "hint") for term in terms)
