"""A forum of the watchlist → its terms: every spelling in which a name of it is looked for, and what a place found so means.

A spelling is folded. Where a language gives its words endings, it is what no ending changes (``stem``); where a script leaves
spaces to taste, there is one for each choice; abbreviations, parts and names of other things are terms of their own grades.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from crawler.flag.text.fold import folded_names
from crawler.flag.watchlist.forum import Forum, Short
from crawler.flag.watchlist.greek import greek_forms
from crawler.flag.watchlist.wordings import wordings
from crawler.patterns import lazily

Grade = Literal["name", "none", "part", "low", "high", "hint", "ministers", "branch", "other"]
INFLECTED = frozenset((
    "ru", "uk", "be", "bg", "sr", "hr", "sl", "mk", "pl", "cs", "sk", "lt", "lv", "et", "fi", "hu", "tr", "az", "kk", "ky",
    "uz", "de", "el", "ro", "la", "mn", "ka", "is", "hy",
))  # fmt: skip
_THAI_WORD = lazily("การประชุม|มหกรรม|ระดับโลก|เศรษฐกิจ|ดิจิทัล|โลก$|ปัญญาประดิษฐ์|อินเทอร์เน็ต|รัฐมนตรี|อาเซียน")
MAX_SPACES = 6  # more would multiply into too many spellings
_ACCENTED = lazily("[à-ɏ\u1e00-\u1eff]")
_OPTIONAL_SPACE = lazily("[\u0e00-\u0eff\uac00-\ud7af]")
_CYRILLIC = lazily("[а-я]{3,}")
_ENDING = r"\w{0,5}"
LONG_ENDING = (
    r"\w{0,8}"  # in Georgian: კონფერენციისთვის, for the conference; in Finnish: kokouksessaan, at its meeting
)
_LONG = lazily("[\u10d0-\u10ff]|.*kokous$")
_MONGOLIAN = ("лаас", "лын", "лаар", "лыг", "лаа")  # of a "бага хурал", without the vowel that it loses
# In Tamil a meeting and a forum: in it, of it, it, to it, its session. What goes on with a vowel sign needs no letter behind it.
_TAMIL = {"மாநாடு": ("ட்டில்", "ட்டின்", "ட்டை", "ட்டிற்கு", "ட்டுக்கு"), "மன்றம்": ("த்தி", "த்தை", "க்")}
_FAIR = lazily(r"(?<!\w)(?:сајам|sajam|sejem)(?!\w)")  # a fair, which loses a vowel in other cases: на сајму
_LATIN = lazily(r"(?<=\w{3})um(?= |$)")  # fórum, of the fóra
_LOSING = lazily("сајам|sajam|sejem|um")  # one of both may be there
_LATIN_CASES = {"cs": ("a", "em"), "sk": ("a", "e", "om")}  # ... with the fórem, at the fóre
_WHOLE = frozenset(("fórem", "forem", "fórom", "forom"))  # no more ending: "fore" begins too many words


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


def spellings(forum: Forum, regions: Sequence[str]) -> list[tuple[str, Term]]:
    """Each spelling with what it stands for; ~ in a name of other things stands for each of `regions`."""
    named = [*_named(forum, regions)]
    folded = folded_names(name for name, _, _ in named)
    out: list[tuple[str, Term]] = []
    for name, language, term in named:
        out += _spelt(name, folded[name], language, term)
    return out


def _named(forum: Forum, regions: Sequence[str]) -> Iterator[tuple[str, str, Term]]:
    """Each name, the language whose endings it may have, and what it stands for."""
    known: dict[tuple[bool, tuple[str, ...], bool], Term] = {}  # most of a forum's names mean the same
    for language, names in forum.names.items():
        for name in names:
            words = name.split()
            small = tuple([word for word in words if len(word) > 3 and word.islower()])
            loud = [word for word in words if len(word) > 2 and word.isupper() and word.isascii()] != []
            capital = _capital(name)
            term = known.get(means := (capital, small, loud))
            if term is None:
                term = known[means] = Term(forum.id, "name", capital=capital, small=small, loud=loud)
            yield name, language, term
    for short in forum.abbreviations:
        grade: Grade = short.ambiguous
        word = grade == "high" and short.text.isascii() and short.text[0].isupper() and " " not in short.text
        yield short.text, short.language, Term(forum.id, grade, short, word=word)
    yield from ((text, "", Term(forum.id, "part")) for text in forum.parts)
    yield from ((text, "", Term(forum.id, "hint")) for text in forum.related)
    own = frozenset(forum.all_names)
    others: dict[Grade, Term] = {grade: Term("", grade) for grade in ("branch", "other")}
    yield from ((text, "", others[grade]) for text, grade in _excluded(forum, regions) if text not in own)


def _excluded(forum: Forum, regions: Sequence[str]) -> Iterator[tuple[str, Grade]]:
    """The longer names that are not the forum's: branches of it by region, and other things."""
    general = {short.text for short in forum.abbreviations if short.ambiguous == "high"}
    for name in dict.fromkeys(forum.excluded):
        grade: Grade = "branch" if "~" in name and name.replace("~", "").strip() not in general else "other"
        for region in regions if "~" in name else ("",):
            yield name.replace("~", region), grade


def _spelt(name: str, folded: str, language: str, term: Term) -> Iterator[tuple[str, Term]]:
    for pattern in _forms(folded):
        for spelling in (pattern,) if pattern.isascii() else _respaced(pattern):
            yield spelling.removeprefix("ال"), term
            yield from ((other, term) for other in _with_endings(spelling, name))
        if language in INFLECTED:
            yield from (_stemmed(form, term) for form in _cases(pattern, language))


def _forms(folded: str) -> Iterable[str]:
    """The ways in which it is worded, each with its accents and without."""
    if folded.isascii():
        return dict.fromkeys(wordings(folded))
    return dict.fromkeys(spelling for form in wordings(folded) for spelling in (form, _plain(form)))


def _with_endings(spelling: str, name: str) -> Iterator[str]:
    """The spelling with the endings of a few words that are known by no rule."""
    if name.isupper() and _CYRILLIC.fullmatch(spelling):
        yield from (spelling + ending for ending in ("а", "у", "е", "ом"))
    if spelling.endswith(" summit") and spelling.isascii():
        yield spelling[:-1] + "cie"  # as Poles write that they are there
    if spelling.endswith("бага хурал"):
        yield from (spelling[:-2] + ending for ending in _MONGOLIAN)
    for word, endings in _TAMIL.items():
        if spelling.endswith(word):
            yield from (spelling[:-2] + ending for ending in endings)


def _cases(pattern: str, language: str) -> Iterable[str]:
    """A name as it is, and in the cases in which a word of it loses letters or has its accent elsewhere."""
    forms = {pattern: None}
    if _LOSING.search(pattern):
        forms[_FAIR.sub(_without_its_vowel, pattern)] = None
        forms |= dict.fromkeys(_LATIN.sub(case, pattern) for case in _LATIN_CASES.get(language, ("a",)))
    if language == "el":
        forms |= dict.fromkeys(greek_forms(pattern))
    return forms


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
    ending = LONG_ENDING if _LONG.match(folded) else _ENDING
    for word in folded.split(" "):
        cut = 0 if len(word) < 5 or word in _WHOLE or not word.isalpha() else 1 if len(word) < 6 else 2
        if not parts or (not anchor.endswith("\0") and cut == 0):
            anchor += (" " if parts else "") + (word[:-cut] + "\0" if cut else word)
        elif not anchor.endswith("\0"):
            anchor += " " + word[:-cut] + "\0"
        elif not onward:
            onward = " " + word[: len(word) - cut]
        parts.append(word[:-cut] + ending if cut else word if word.isalnum() else re.escape(word))
    stem = lazily(" ".join(parts))
    return anchor.rstrip("\0"), _with_stem(term, stem, onward)


def _with_stem(term: Term, stem: re.Pattern[str], onward: str) -> Term:
    """What replace() would make of it, in a fifth of the time."""
    return Term(
        term.forum_id,
        term.grade,
        term.short,
        stem,
        onward,
        capital=term.capital,
        small=term.small,
        word=term.word,
        loud=term.loud,
    )


def _capital(name: str) -> bool:
    """Whether it is in ASCII, of several words and with capitals; the small word of "veletrh CES" is no doubt."""
    if not name.isascii() or not (" " in name or "-" in name) or name == name.lower():
        return False
    return not (name[:1].islower() and name.rpartition(" ")[2].isupper())
