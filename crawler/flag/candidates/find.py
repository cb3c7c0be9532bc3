"""An article → events of the watched kind that it names and the watchlist does not know.

Reading ─event words→ hits ─borders, unspaced→ Name ─signs of an event→ Seen ─key→ Candidate

A name alone proves little: it needs an ordinal, a year, a date, people meeting, or the capitals of a name of its
own; names of the watchlist, boards, firms' and schools' events are left out. Most articles end at the first arrow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from crawler.flag.candidates.apposed import apposed_name
from crawler.flag.candidates.belief import Seen, believed
from crawler.flag.candidates.borders import TIES, Name, name_around, plausible
from crawler.flag.candidates.branded import branded_names
from crawler.flag.candidates.event_key import language_of
from crawler.flag.candidates.renowned import renowned_names
from crawler.flag.candidates.scanners import event_words
from crawler.flag.candidates.sisters import sister_name
from crawler.flag.candidates.unmarked import unmarked, unmarked_name
from crawler.flag.candidates.unspaced import han_name, korean_name, thai_name
from crawler.flag.names.found import Found
from crawler.flag.names.longer import of_a_place
from crawler.flag.names.shows import BRANDS
from crawler.flag.text.fold import fold
from crawler.flag.text.reading import Reading, reading_of
from crawler.flag.watchlist.load import Watchlist
from crawler.patterns import lazily
from storage.records import Article, Candidate, Evidence

MAX_CANDIDATES = 5  # of one article; a calendar of events names fifty
MAX_HITS = 400  # event words, and names known without one, looked at: a text of nothing else stays cheap
MAX_NAME = 120  # characters
MAX_EVIDENCE = 5  # quotes of one candidate
BRACKET = 2  # characters: a bracket and a space
_QUOTES = lazily('["“”«»„‟《》「」『』〈〉‹›]')
_THAI, _HAN = lazily("[\u0e00-\u0e7f]"), lazily("[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = lazily("[\uac00-\ud7a3]")


def find_candidates(
    article: Article, watchlist: Watchlist, reading: Reading | None = None
) -> tuple[Candidate, ...]:
    """Events named in `article` that are not on the watchlist, the surest first; `reading`: where it is folded already."""
    reading = reading or reading_of(article)
    renowned = islice(renowned_names(reading), MAX_HITS)
    names = _longest([*_names(reading), *branded_names(reading), *renowned])
    if not names:
        return ()
    known = watchlist.matcher.find(reading.text)
    names = [name for name in names if not _known(reading, name, known, watchlist)]
    if not names:
        return ()
    around = watchlist.scenery.around(reading.whole, reading.folded)
    seen = [found for name in names if (found := believed(reading, name, around))]
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


def _names(reading: Reading) -> Iterator[Name]:
    """The names around the event words of the text."""
    text = reading.text
    for _, start, end in event_words(text)[:MAX_HITS]:
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
        elif plausible(reading, start, end):
            name = name_around(reading, start, end) or apposed_name(reading, start, end)
        else:
            continue
        if name and name.end - name.start <= MAX_NAME:
            yield name


def _longest(names: Iterable[Name]) -> list[Name]:
    """The longest of overlapping names that say what they are about, of equals the one that says most."""
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end, TIES.index(n.tie))):
        if not out or name.start >= out[-1].end:
            out.append(name)
        elif _weight(name) > _weight(out[-1]):
            out[-1] = name
    return out


def _weight(name: Name) -> tuple[bool, int]:
    return name.tie != "none", name.end - name.start


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


def _grouped(seen: Sequence[Seen]) -> list[list[Seen]]:
    """The places of each name; one that only holds another as its part is left out, likewise what nothing but a
    headline of capitals shows."""
    groups: dict[str, list[Seen]] = {}
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


def _candidate(reading: Reading, language: str | None, group: Sequence[Seen]) -> Candidate | None:
    first = group[0].name
    name = " ".join(_QUOTES.sub("", reading.quote(first.start, first.end)).split())
    quotes = [quote for seen in group[:MAX_EVIDENCE] if (quote := _quote(reading, seen))]
    if not quotes:
        return None
    years = [seen.number.year for seen in group if seen.number and seen.number.year]
    score = min(0.95, max(seen.score for seen in group) + 0.05 * (len(group) > 1))
    edition = max(years, key=years.count) if years else None
    return Candidate(group[0].key, name, language_of(name, language), edition, round(score, 2), tuple(quotes))


def _quote(reading: Reading, seen: Seen) -> Evidence | None:
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
