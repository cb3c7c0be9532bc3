"""An article → events of the watched kind that it names and the watchlist does not know.

Reading ─event words→ hits ─borders, unspaced→ Name ─signs of an event→ _Seen ─key→ Candidate

A name alone proves little: it needs an ordinal, a year, a date, people meeting, or the capitals of a name of its
own; names of the watchlist, boards, firms' and schools' events are left out. Most articles end at the first arrow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from crawler.patterns import lazily
from storage.records import Article, Candidate, Evidence

from . import candidate_signs as signs
from . import candidate_stops as stops
from . import candidate_words as words
from .apposed import apposed_name
from .borders import Name, name_around
from .context import EVENT, HAPPENING, OCCASION, Around
from .event_key import key_of, language_of
from .fold import fold
from .longer import of_a_place
from .names import Found
from .numerals import (
    ANY_YEAR,
    BETWEEN,
    NAMED_DATE,
    NUMBER_DATE,
    ORDINAL_AFTER,
    ORDINAL_BEFORE,
    year_of,
)
from .reading import Reading, reading_of
from .shows import BRANDS
from .sisters import sister_name
from .unmarked import unmarked, unmarked_name
from .unspaced import han_name, korean_name, thai_name
from .watchlist import Watchlist

MAX_CANDIDATES = 5  # of one article; a calendar of events names fifty
MAX_HITS = 400  # event words looked at: a text of nothing else stays cheap
MAX_NAME = 120  # characters
MAX_EVIDENCE = 5  # quotes of one candidate
BRACKET = 2  # characters: a bracket and a space
NEAR = 90  # characters to the sign of an event
NUMBER_REACH = 48  # characters between a year or ordinal and the name it belongs to
LAST_CASED = "\u0530"  # scripts before it have capitals
LEAST_BOLD = 7  # characters
TITLED = 0.9  # share of capitals from which on every word of a headline has one
LEAST_TITLED = 8  # longer words, below which a sentence shows nothing
_YEAR_BEFORE = lazily(rf"(?P<year>{ANY_YEAR})\s?(?:年度?|년)?{BETWEEN}*$")
_YEAR_AFTER = lazily(rf"\s?[(（]?(?:ประจำปี|ปี|tahun|năm|edición|édition)?\s?(?P<year>{ANY_YEAR})")
_OWNED = lazily(
    r"(?:(?:company|firm|group|startup|vendor) s|(?P<owner>\w+) s)(?: own| annual| \d{4}| first)*\s$"
)
_QUOTES = lazily('["“”«»„‟《》「」『』〈〉‹›]')
_SENTENCE = lazily("[.!?;\n\x02。！？]")
_THAI, _HAN = lazily("[\u0e00-\u0e7f]"), lazily("[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = lazily("[\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class _Number:
    """The year or ordinal that a name carries."""

    start: int
    end: int
    year: int | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A name in one place, believed."""

    name: Name
    key: str
    number: _Number | None
    score: float
    titled: bool  # in a headline that writes every word with a capital


def find_candidates(
    article: Article, watchlist: Watchlist, reading: Reading | None = None
) -> tuple[Candidate, ...]:
    """Events named in `article` that are not on the watchlist, the surest first; `reading`: where it is folded already."""
    reading = reading or reading_of(article)
    names = _longest(_names(reading))
    if not names:
        return ()
    known = watchlist.matcher.find(reading.text)
    names = [name for name in names if not _known(reading, name, known, watchlist)]
    if not names:
        return ()
    around = watchlist.scenery.around(reading.whole, reading.folded)
    seen = [found for name in names if (found := _believed(reading, name, around))]
    out = [_candidate(reading, article.language, group) for group in _grouped(seen)]
    return tuple(sorted((c for c in out if c), key=lambda c: -c.score)[:MAX_CANDIDATES])


def known_as(name: str, watchlist: Watchlist) -> str | None:
    """The id of the forum whose full name `name` is; None for a name that nobody watches."""
    text = fold(name).text.strip()
    for place in watchlist.matcher.find(text):
        for term in place.terms:
            if term.grade == "name" and place.end - place.start >= len(text) - BRACKET:
                return term.forum_id
    return None


@cache
def _scanner() -> AhoCorasick:
    """The automaton over the event words of all languages and the shows that have sisters."""
    known = {word.rstrip("*") for word in words.TABLES["EVENTS"]} | BRANDS
    return AhoCorasick(sorted(known), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def _names(reading: Reading) -> Iterator[Name]:
    """The names around the event words of the text."""
    text = reading.text
    for _, start, end in _scanner().find_matches_as_indexes(text)[:MAX_HITS]:
        first = text[start]
        if text[start:end] in BRANDS:
            name = sister_name(reading, start, end)
        elif _THAI.match(first):
            name = thai_name(reading, start, end)
        elif _HAN.match(first):
            name = han_name(reading, start, end)
        elif _HANGUL.match(first):
            name = korean_name(reading, start, end)
        elif unmarked(text[start:end]):
            name = unmarked_name(reading, start, end)
        else:
            name = name_around(reading, start, end) or apposed_name(reading, start, end)
        if name and name.end - name.start <= MAX_NAME:
            yield name


def _longest(names: Iterable[Name]) -> list[Name]:
    """The longest of overlapping names."""
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not out or name.start >= out[-1].end:
            out.append(name)
        elif name.end - name.start > out[-1].end - out[-1].start:
            out[-1] = name
    return out


def _known(reading: Reading, name: Name, known: Sequence[Found], watchlist: Watchlist) -> bool:
    """Whether a forum of the watchlist, or another thing it knows, is named there, or beside it in brackets.

    A general short name ("Digital Economy Summit") may stand within a longer one of another event.
    """
    text, start, end = reading.text, name.start - BRACKET, name.end + BRACKET
    at = bisect_left(known, start, key=lambda place: place.end)
    while at < len(known) and known[at].start <= end:
        place = known[at]
        at += 1
        if name.sister and place.start == name.start and place.end < name.end:
            continue
        if place.start <= name.start and name.end <= place.end and place.terms[0].grade == "other":
            continue  # it is known to be no forum of ours
        if name.start < place.start and reading.whole[reading.folded.origin(place.start) - 1] == "-":
            continue  # Alpen-Adria-Digitalgipfel
        forum = watchlist.forums.get(place.terms[0].forum_id)
        if forum and of_a_place(reading, place, forum):
            continue  # Bayerischer Digitalgipfel
        sure = any(term.grade in ("name", "none", "part", "branch", "other") for term in place.terms)
        body = place.start == name.start and text.count(" ", place.start, place.end) >= 2
        if not sure and not body and place.end - place.start < name.end - name.start - BRACKET:
            continue
        if place.start < name.end and place.end > name.start:
            return True
        between = text[place.end : name.start] or text[name.end : place.start]
        if "(" in between:
            return True
    return False


def _believed(reading: Reading, name: Name, around: Around) -> _Seen | None:
    """The name with its key, number and score, where enough says that an event of its own is meant."""
    text, start, end = reading.text, name.start, name.end
    number = _number(text, start, end)
    if number is None and not (name.specific and _great(text[start:end])):
        return None
    if signs.ELSEWHERE.search(text, max(0, start - NEAR), end + NEAR) or _owned(text, start):
        return None
    low, high = max(0, start - NEAR), end + NEAR
    if signs.CONTEST_NAME.search(text, start, end) and signs.CONTEST.search(text, low, high):
        return None
    if signs.SALE_NAME.match(text[start:end]) and signs.SALE.search(text, low, high):
        return None
    happens = around.near(HAPPENING, start, end, NEAR) is not None or bool(signs.HELD.search(text, low, high))
    meets = any(around.near(sign, start, end, NEAR) for sign in (OCCASION, EVENT))
    dated = any(pattern.search(text, low, high) for pattern in (NAMED_DATE, NUMBER_DATE))
    there = bool(signs.THERE.search(text, low, start) or signs.AFTER.match(text, end))
    event = number or happens or meets or dated or there
    if not event and (not _bold(text[start:end]) or signs.BODY.match(text, end)):
        return None
    score = 0.5 + 0.15 * bool(number) + 0.1 * happens + 0.05 * meets + 0.05 * dated
    score += 0.1 * (start < reading.title_end)
    key = key_of(text[start:end])
    return _Seen(name, key, number, round(score, 2), _titled(reading, start, end)) if key else None


def _great(name: str) -> bool:
    """Whether a name whose event word is but "meeting" speaks of more than a day's work."""
    return not signs.MEETING.search(name) or bool(signs.GREAT.search(name) and not signs.SMALL.search(name))


def _bold(name: str) -> bool:
    """Whether a name is one for its letters alone: it is no plain meeting, and in scripts without capitals more than a
    word stands beside the kind of event."""
    return not signs.MEETING_WORD.search(name) and (name[0] < LAST_CASED or len(name) >= LEAST_BOLD)


def _number(text: str, start: int, end: int) -> _Number | None:
    """The year, else the ordinal, that stands right before or behind the name."""
    low = max(0, start - NUMBER_REACH)
    before = text[low:start]
    if year := _YEAR_BEFORE.search(before):
        return _Number(low + year.start(), end, year_of(year["year"]))
    if year := _YEAR_AFTER.match(text, end):
        return _Number(start, year.end(), year_of(year["year"]))
    if ordinal := ORDINAL_BEFORE.search(before):
        return _Number(low + ordinal.start(), end, None)
    if ordinal := ORDINAL_AFTER.match(text, end):
        return _Number(start, ordinal.end(), None)
    return None


def _owned(text: str, start: int) -> bool:
    """Whether a firm's name in the genitive stands before the name."""
    owner = _OWNED.search(text[max(0, start - NUMBER_REACH) : start])
    return owner is not None and (
        owner["owner"] is None or stops.other_kind(owner["owner"]) or owner["owner"] in stops.FIRMS
    )


def _titled(reading: Reading, start: int, end: int) -> bool:
    """Whether the name stands within a sentence all of whose longer words have a capital."""
    text = reading.text
    stops = [m.end() for m in _SENTENCE.finditer(text, max(0, start - 200), start)]
    begin = stops[-1] if stops else max(0, start - 200)
    if text[begin:start].strip() == "":
        return False
    closing = _SENTENCE.search(text, end, end + 200)
    stop = closing.start() if closing else min(len(text), end + 200)
    longer = [word for word in reading.quote(begin, stop).split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= LEAST_TITLED and sum(w[0].isupper() for w in longer) >= TITLED * len(longer)


def _grouped(seen: Sequence[_Seen]) -> list[list[_Seen]]:
    """The places of each name; one that only holds another as its part is left out, likewise what nothing but a
    headline of capitals shows."""
    groups: dict[str, list[_Seen]] = {}
    for found in seen:
        groups.setdefault(found.key, []).append(found)
    out = []
    for key, group in groups.items():
        longer = any(
            other != key and other in key and any(s.name.specific for s in groups[other]) for other in groups
        )
        part = any(
            other != key and key in other and not any(s.name.specific for s in group) for other in groups
        )
        if not longer and not part and not all(s.titled and s.number is None for s in group):
            out.append(group)
    return out


def _candidate(reading: Reading, language: str | None, group: Sequence[_Seen]) -> Candidate | None:
    first = group[0].name
    name = " ".join(_QUOTES.sub("", reading.quote(first.start, first.end)).split())
    quotes = [quote for seen in group[:MAX_EVIDENCE] if (quote := _quote(reading, seen))]
    if not quotes:
        return None
    years = [seen.number.year for seen in group if seen.number and seen.number.year]
    score = min(0.95, max(seen.score for seen in group) + 0.05 * (len(group) > 1))
    edition = max(years, key=years.count) if years else None
    return Candidate(group[0].key, name, language_of(name, language), edition, round(score, 2), tuple(quotes))


def _quote(reading: Reading, seen: _Seen) -> Evidence | None:
    """The name with its number; the name alone where both do not stand in one field."""
    number, name = seen.number, seen.name
    if number:
        sort = "year" if number.year else "ordinal"
        whole = reading.evidence(
            min(number.start, name.start), max(number.end, name.end), f"candidate+{sort}/2"
        )
        if whole:
            return whole
    return reading.evidence(name.start, name.end, "candidate/2")
