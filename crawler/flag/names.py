"""The watchlist's names → one automaton; a folded text → the places where a name stands.

A name is found by its letters, then held to the edges of its script: a Latin, Cyrillic or Arabic word must
begin and end there (next to Thai or Chinese any edge is one); Korean particles, Arabic prefixes and the
endings of inflected languages are tolerated. Where names overlap the longest counts, so that a longer name
of another thing keeps the shorter one inside it from being seen. Whether a name is believed is not decided
here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from crawler.patterns import lazily

from .fold import folded_name
from .forum import Forum, Short
from .ministers import ministers_of
from .wordings import wordings

Grade = Literal["name", "none", "part", "low", "high", "hint", "ministers", "branch", "other"]
INFLECTED = frozenset((
    "ru", "uk", "be", "bg", "sr", "hr", "sl", "mk", "pl", "cs", "sk", "lt", "lv", "et", "fi", "hu", "tr", "az", "kk", "ky",
    "uz", "de", "el", "ro", "la", "mn", "ka", "is", "hy",
))  # fmt: skip
_THAI_WORD = lazily("การประชุม|มหกรรม|ระดับโลก|เศรษฐกิจ|ดิจิทัล|โลก$|ปัญญาประดิษฐ์|อินเทอร์เน็ต|รัฐมนตรี|อาเซียน")
MAX_SPACES = 6  # more would multiply into too many spellings
LEAST_COINED = 7  # letters of a name of one word that is no other word with an ending
MAX_BODIES = 500  # names of bodies around which ministers are looked for
MAX_FOUND = 20_000  # a text of one repeated name stays cheap
_UNSPACED = lazily("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_ACCENTED = lazily("[à-ɏ\u1e00-\u1eff]")
_OPTIONAL_SPACE = lazily("[\u0e00-\u0eff\uac00-\ud7af]")
_ARABIC = lazily("[\u0620-\u064a]")
_ARABIC_PREFIX = lazily(r"(?:^|[^\w])([وف]?(?:ال|بال|كال|لل|ب|ك|ل)?)$")
_HEBREW_PREFIX = lazily(r"(?:^|[^\w])[ושהכלבמ]{1,3}$")
_YEAR_BEFORE = lazily(r"(?<!\d)(?:19|20|25)\d\d$")
_CYRILLIC = lazily("[а-я]{3,}")
_FOREIGN_ENDING = lazily(
    r"(?:u|e|em|ie|ě|ů|om|owi|ach|ami|on|en|ön|án|én|ban|ben|nak|nek|ra|re|ról|ről|tól|től|hoz|hez|höz|nál|nél|val|vel|ért|ot|öt|issa|issä|ista|istä|illa|illä|iin|in|ul|ului|et|il|ile|ist|da|də|dan|dən|ā|s)(?![^\W_])"
)
_ENDING = r"\w{0,5}"
_LONG_ENDING = r"\w{0,8}"  # in Georgian: კონფერენციისთვის, for the conference
_CHANGING = lazily(_LONG_ENDING)
_GEORGIAN = lazily("[\u10d0-\u10ff]")
_MONGOLIAN = ("лаас", "лын", "лаар", "лыг", "лаа")  # of a "бага хурал", without the vowel that it loses
_TAMIL = ("ட்டில்", "ட்டின்", "ட்டை", "ட்டிற்கு", "ட்டுக்கு")  # a meeting: in it, of it, it, to it
_FAIR = lazily(r"(?<!\w)(?:сајам|sajam|sejem)(?!\w)")  # a fair, which loses a vowel in other cases: на сајму
_LATIN = lazily(r"(?<=\w{3})um(?= |$)")  # fórum, of the fóra
_LATIN_CASES = {"cs": ("a", "em"), "sk": ("a", "e", "om")}  # ... with the fórem, at the fóre
_WHOLE = frozenset(("fórem", "forem", "fórom", "forom"))  # no more ending: "fore" begins too many words
# What Nepali writes together with the word before: at, of, by, from, to, with.
_NEPALI = ("मा", "को", "का", "की", "ले", "बाट", "लाई", "सँग", "मै", "सम्म", "पछि", "अघि")


@dataclass(frozen=True, slots=True)
class Term:
    """One name of one forum: what a found place means."""

    forum_id: str  # "" for other things
    grade: Grade
    short: Short | None = None
    stem: re.Pattern[str] | None = None  # inflected: the whole name, from its first letters
    onward: str = ""  # what stands of such a name behind the word whose ending is the first to change
    capital: bool = False  # written with capitals: without any, it may be common words
    small: tuple[str, ...] = ()  # words that the name has in small letters itself
    demoted: bool = False  # found without its capitals
    word: bool = False  # its letters in lower case are a word of some language: "des", "ces", "leap"
    loud: bool = False  # holds an abbreviation in capitals: "salon CES", and "un salon ces jours" is none


@dataclass(frozen=True, slots=True)
class Found:
    """Where a name stands in a folded text, and whose it may be."""

    start: int
    end: int
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Matcher:
    """The automaton over all names, and what each of its patterns stands for."""

    automaton: AhoCorasick
    terms: tuple[tuple[Term, ...], ...]
    onward: Mapping[int, tuple[str, ...]]  # of the terms of a pattern that is a stem

    def find(self, text: str) -> list[Found]:
        """Every place of a name in the folded `text`, in order, none overlapping another."""
        places: list[tuple[int, int, tuple[Term, ...]]] = []
        bodies = 0
        for which, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True)[:MAX_FOUND]:
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
        return _longest(places) if places else []


def matcher_of(forums: Iterable[Forum], regions: Sequence[str] = ()) -> Matcher:
    """The matcher of all names of `forums`; ~ in a name of other things stands for each of `regions`."""
    table: dict[str, dict[Term, None]] = {}
    stems: dict[str, dict[Term, None]] = {}
    bodies: dict[str, dict[Term, None]] = {}
    for forum in forums:
        for pattern, term in _spellings(forum, regions):
            (table if term.stem is None else stems).setdefault(pattern, {})[term] = None
        for body in forum.ministers:
            term = Term(forum.id, "ministers")
            bodies.setdefault(folded_name(body).removeprefix("ال"), {})[term] = None
    patterns = [*table, *stems, *bodies]
    terms = tuple(tuple(found) for found in (*table.values(), *stems.values(), *bodies.values()))
    automaton = AhoCorasick(
        patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
    )
    onward = [tuple(dict.fromkeys(term.onward for term in found)) for found in stems.values()]
    return Matcher(automaton, terms, dict(enumerate(onward, len(table))))


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
    ("Web Summitu", "VivaTechu"); 0 where it has none."""
    name = text[start:end]
    if term.grade != "name" or not name.isascii() or (" " not in name and len(name) < LEAST_COINED):
        return 0
    ending = _FOREIGN_ENDING.match(text, end)
    return ending.end() if ending and stands(text, start, ending.end()) else 0


def _joined(char: str) -> bool:
    """Whether words are made of `char` in a script that puts spaces between words."""
    return char.isalnum() and not _UNSPACED.match(char)


def _stems(
    text: str, start: int, at: int, terms: tuple[Term, ...]
) -> Iterator[tuple[int, int, tuple[Term, ...]]]:
    """The names that begin at `start`; at `at` ends the first word of them that may have an ending."""
    for term in terms:
        match = term.stem.match(text, start) if term.stem and text.startswith(term.onward, at) else None
        if match and stands(text, start, match.end()):
            yield start, match.end(), (term,)


def _longest(places: list[tuple[int, int, tuple[Term, ...]]]) -> list[Found]:
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


def _spellings(forum: Forum, regions: Sequence[str]) -> Iterator[tuple[str, Term]]:
    for language, names in forum.names.items():
        for name in names:
            small = tuple(word for word in name.split() if word.islower() and len(word) > 3)
            loud = any(word.isascii() and word.isupper() and len(word) > 2 for word in name.split())
            term = Term(forum.id, "name", capital=_capital(name), small=small, loud=loud)
            yield from _name(name, language, term)
    for short in forum.abbreviations:
        grade: Grade = short.ambiguous
        word = grade == "high" and short.text.isascii() and short.text[0].isupper() and " " not in short.text
        yield from _name(short.text, short.language, Term(forum.id, grade, short, word=word))
    for text in forum.parts:
        yield from _name(text, "", Term(forum.id, "part"))
    for text in forum.related:
        yield from _name(text, "", Term(forum.id, "hint"))
    own = frozenset(forum.all_names)
    for text, grade in _excluded(forum, regions):
        if text not in own:
            yield from _name(text, "", Term("", grade))


def _excluded(forum: Forum, regions: Sequence[str]) -> Iterator[tuple[str, Grade]]:
    """The longer names that are not the forum's: branches of it by region, and other things."""
    general = {short.text for short in forum.abbreviations if short.ambiguous == "high"}
    for name in dict.fromkeys(forum.excluded):
        grade: Grade = "branch" if "~" in name and name.replace("~", "").strip() not in general else "other"
        for region in regions if "~" in name else ("",):
            yield name.replace("~", region), grade


def _name(name: str, language: str, term: Term) -> Iterator[tuple[str, Term]]:
    folded = folded_name(name)
    for pattern in {spelling for form in wordings(folded) for spelling in (form, _plain(form))}:
        for spelling in _respaced(pattern):
            yield spelling.removeprefix("ال"), term
            if name.isupper() and _CYRILLIC.fullmatch(spelling):
                yield from ((spelling + ending, term) for ending in ("а", "у", "е", "ом"))
            if spelling.isascii() and spelling.endswith(" summit"):
                yield spelling[:-1] + "cie", term  # as Poles write that they are there
            if spelling.endswith("бага хурал"):
                yield from ((spelling[:-2] + ending, term) for ending in _MONGOLIAN)
            if spelling.endswith("மாநாடு"):
                yield from ((spelling[:-2] + ending, term) for ending in _TAMIL)
            if language == "ne":
                yield from ((spelling + ending, term) for ending in _NEPALI)
        if language in INFLECTED:
            forms = {pattern, _FAIR.sub(_without_its_vowel, pattern)}
            forms |= {_LATIN.sub(case, pattern) for case in _LATIN_CASES.get(language, ("a",))}
            yield from (_stemmed(form, term) for form in forms)


def _without_its_vowel(fair: re.Match[str]) -> str:
    return f"{fair.group()[:3]}{fair.group()[-1]}{'а' if fair.group()[0] == 'с' else 'a'}"


def _plain(folded: str) -> str:
    """Latin letters without their accents, as capitals and hasty keyboards leave them out."""
    if folded.isascii() or not _ACCENTED.search(folded):
        return folded
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not "\u0300" <= c <= "\u036f")
    return bare.translate({ord("đ"): "d", ord("ı"): "i", ord("ł"): "l", ord("ø"): "o"})


def _respaced(folded: str) -> Iterator[str]:
    """The name with every choice of its spaces, where the script leaves them to taste."""
    if folded.isascii() or not _OPTIONAL_SPACE.search(folded):
        yield folded
        return
    words = _THAI_WORD.sub(r" \g<0> ", folded).split()
    if len(words) == 1 or len(words) > MAX_SPACES + 1:
        yield folded
        return
    for gaps in product(("", " "), repeat=len(words) - 1):
        yield "".join(word + gap for word, gap in zip(words, (*gaps, ""), strict=True))


def _stemmed(folded: str, term: Term) -> tuple[str, Term]:
    """The name's first letters that no ending changes, and the expression for all of it."""
    anchor = onward = ""
    parts: list[str] = []
    ending = _LONG_ENDING if _GEORGIAN.match(folded) else _ENDING
    for word in folded.split(" "):
        cut = 0 if len(word) < 5 or word in _WHOLE or not word.isalpha() else 1 if len(word) < 6 else 2
        if not parts or (not anchor.endswith("\0") and cut == 0):
            anchor += (" " if parts else "") + (word[:-cut] + "\0" if cut else word)
        elif not anchor.endswith("\0"):
            anchor += " " + word[:-cut] + "\0"
        elif not onward:
            onward = " " + word[: len(word) - cut]
        parts.append(re.escape(word[:-cut]) + ending if cut else re.escape(word))
    stem = lazily(" ".join(parts))
    return anchor.rstrip("\0"), replace(term, stem=stem, onward=onward)


def _capital(name: str) -> bool:
    loud = (
        name[:1].islower() and name.rpartition(" ")[2].isupper()
    )  # "veletrh CES": its small word is no doubt
    return (
        name.isascii() and any(char.isupper() for char in name) and bool(re.search("[ -]", name)) and not loud
    )
