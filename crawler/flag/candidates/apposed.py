"""An event word in small letters → the name that it explains: "IFA 2025, Europe's largest electronics fair", "the tech
conference Techarena 2025".

Such a name says nothing by itself, so that a year or capitals within it have to show that it is one.
"""

from __future__ import annotations

from crawler.flag.candidates import stops as stops
from crawler.flag.candidates.borders import Name
from crawler.flag.candidates.run import lexicon
from crawler.flag.text.reading import Reading
from crawler.patterns import lazily

REACH = 110  # characters of the name and of what it is
BEHIND = 5  # words behind the kind of event that may say what it is about
_NAME = r"[A-Z][\w&+]*(?: [A-Z][\w&+]*){0,3}"
_EXPLAINED = lazily(rf"(?P<name>{_NAME})(?P<year> 20\d\d)?, (?P<what>(?:[\w'’-]+ ){{1,6}})$")
_EXPLAINS = lazily(rf" (?P<name>{_NAME})(?P<year> 20\d\d)(?!\d)")
_COINED = lazily("[a-z][A-Z]|[A-Z]{3}")
_ARTICLES = frozenset((
    "a", "an", "the", "la", "el", "le", "les", "une", "un", "der", "die", "das", "eine", "ein", "o", "uma", "um", "il",
    "lo", "una", "het", "een", "den", "det",
))  # fmt: skip
_GREATER = "mayor"  # in Spanish, and a stop in English
_WORD = lazily(r"[^\W_]+")


def apposed_name(reading: Reading, start: int, end: int) -> Name | None:
    """The name that the event word at the folded [start, end), written small and plausible (see borders.py), explains."""
    whole, origin = reading.whole, reading.folded.origin
    small = whole[origin(start)].islower() or reading.language == "de"
    if not small:
        return None
    first, last = origin(start), origin(end - 1) + 1
    before = whole[max(0, first - REACH) : first]
    named = _EXPLAINED.search(before)
    if (
        named
        and (named["year"] or _COINED.search(named["name"]))
        and _tells(named["what"], whole[last:][:REACH])
    ):
        at = first - len(before) + named.start("name")
    else:
        named = _EXPLAINS.match(whole, last)
        if not named or not _of_domain(before.split()[-1:]):
            return None
        at = named.start("name")
    name = named["name"]
    if name.split()[0].lower() in stops.FIRMS | stops.STOPS or name.split()[-1].lower() in stops.ORGANS:
        return None
    return Name(reading.folded.place(at), reading.folded.place(at + len(name)), True)


def _tells(what: str, behind: str) -> bool:
    """Whether the words between the comma and the kind of event, or those behind it, say that it is of the domain."""
    words = [word.lower() for word in what.split()]
    owned = words[0].endswith(("'s", "’s"))
    if not (owned or words[0] in _ARTICLES) or any(
        word in stops.STOPS and word not in _ARTICLES and word != _GREATER for word in words
    ):
        return False
    following = [match.group() for match in _WORD.finditer(behind.partition(",")[0].partition(".")[0])]
    return _of_domain(words) or _of_domain(following[:BEHIND])


def _of_domain(words: list[str]) -> bool:
    return any(lexicon("DOMAINS")(word.lower()) for word in words)
