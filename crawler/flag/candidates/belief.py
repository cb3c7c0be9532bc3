"""A name and what stands around it → whether an event of its own is meant, and how surely."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.flag.candidates import signs as signs
from crawler.flag.candidates import stops as stops
from crawler.flag.candidates.borders import Name
from crawler.flag.candidates.event_key import key_of
from crawler.flag.candidates.scanners import of_a_topic, of_the_domain
from crawler.flag.names.context import EVENT, HAPPENING, OCCASION, Around
from crawler.flag.text.numerals import (
    ANY_YEAR,
    BETWEEN,
    NAMED_DATE,
    NUMBER_DATE,
    ORDINAL_AFTER,
    ORDINAL_BEFORE,
    year_of,
)
from crawler.flag.text.reading import Reading
from crawler.patterns import lazily

NEAR = 90  # characters to the sign of an event
NUMBER_REACH = 48  # characters between a year or ordinal and the name it belongs to
LAST_CASED = "\u0530"  # scripts before it have capitals
LEAST_BOLD = 7  # characters
DOMAIN_WORDS = 2  # near a name that says nothing of it: a book fair has its debate on AI, too
TITLED = 0.9  # share of capitals from which on every word of a headline has one
LEAST_TITLED = 8  # longer words, below which a sentence shows nothing
_YEAR_BEFORE = lazily(rf"(?P<year>{ANY_YEAR})\s?(?:年度?|년)?{BETWEEN}*$")
_YEAR_AFTER = lazily(rf"\s?[(（]?(?:ประจำปี|ปี|tahun|năm|edición|édition)?\s?(?P<year>{ANY_YEAR})")
_OWNED = lazily(
    r"(?:(?:company|firm|group|startup|vendor) s|(?P<owner>\w+) s)(?: own| annual| \d{4}| first)*\s$"
)
_SENTENCE = lazily("[.!?;\n\x02。！？]")


@dataclass(frozen=True, slots=True)
class Number:
    """The year or ordinal that a name carries."""

    start: int
    end: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A name in one place, believed."""

    name: Name
    key: str
    number: Number | None
    score: float
    titled: bool  # in a headline that writes every word with a capital


def believed(reading: Reading, name: Name, around: Around) -> Seen | None:
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
    if name.tie == "none" and any(sign.search(text, start, end) for sign in (signs.FAIR, signs.OTHER_TRADE)):
        return None
    happens = around.near(HAPPENING, start, end, NEAR) is not None or bool(signs.HELD.search(text, low, high))
    meets = any(around.near(sign, start, end, NEAR) for sign in (OCCASION, EVENT))
    dated = any(pattern.search(text, low, high) for pattern in (NAMED_DATE, NUMBER_DATE))
    there = bool(signs.THERE.search(text, low, start) or signs.AFTER.match(text, end))
    if name.tie != "domain":
        house = name.tie == "none" and signs.HOUSE.search(text, start, end)
        again = number is not None or (not house and bool(signs.EDITIONS.search(text, low, high)))
        on_days = dated or bool(signs.DAYS.search(text, low, high))
        if not _proved(name, text[low:high], (again, happens, meets or there, on_days)):
            return None
        if name.tie == "kin" and signs.FAIR.search(text, start, end) and not of_the_domain(text[low:high]):
            return None  # fairs of trade are mostly of clothes
    event = number or happens or meets or dated or there
    if not event and (not _bold(text[start:end]) or signs.BODY.match(text, end)):
        return None
    score = 0.5 + 0.15 * bool(number) + 0.1 * happens + 0.05 * meets + 0.05 * dated
    score += 0.1 * (start < reading.title_end)
    key = key_of(text[start:end])
    return Seen(name, key, number, round(score, 2), _titled(reading, start, end)) if key else None


def _proved(name: Name, around: str, says: tuple[bool, bool, bool, bool]) -> bool:
    """Whether enough says that an event of the kind is held, for a name that does not say so itself.

    `says`: that it is one of several, that it happens, that people meet, and on what days.
    """
    again, happens, met, on_days = says
    if name.tie == "renown":
        return sum(says) > 1
    held = (happens or (on_days and met)) if again else (happens and on_days and met)
    if not held or not (name.specific or again):
        return False
    if name.tie == "kin":
        return True
    least = 1 if name.tie == "brand" else DOMAIN_WORDS
    return again and (of_the_domain(around, least) or (all(says) and of_a_topic(around)))


def _great(name: str) -> bool:
    """Whether a name whose event word is but "meeting" speaks of more than a day's work."""
    return not signs.MEETING.search(name) or bool(signs.GREAT.search(name) and not signs.SMALL.search(name))


def _bold(name: str) -> bool:
    """Whether a name is one for its letters alone: it is no plain meeting, and in scripts without capitals more than a
    word stands beside the kind of event."""
    return not signs.MEETING_WORD.search(name) and (name[0] < LAST_CASED or len(name) >= LEAST_BOLD)


def _number(text: str, start: int, end: int) -> Number | None:
    """The year, else the ordinal, that stands right before or behind the name."""
    low = max(0, start - NUMBER_REACH)
    before = text[low:start]
    if year := _YEAR_BEFORE.search(before):
        return Number(low + year.start(), end, year_of(year["year"]))
    if year := _YEAR_AFTER.match(text, end):
        return Number(start, year.end(), year_of(year["year"]))
    if ordinal := ORDINAL_BEFORE.search(before):
        return Number(low + ordinal.start(), end, None)
    if ordinal := ORDINAL_AFTER.match(text, end):
        return Number(start, ordinal.end(), None)
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
