"""How much of an article is about a forum, and how sure that is.

main: the article is about it; substantial: a paragraph or several sentences are, though the article is about
something else; passing: named in a clause, a list, a life told, a look back.

Signs are weighed and summed, once for whether the article is about it, and where it is not, once more, with others, for
whether a part of it is. The weights are those of an ordinal and of a logistic regression over labelled news
(tests/test_flag_news*.yaml), rounded; each sign says much the same in any language, and none decides alone. An entry of
a calendar is substantial.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Literal

from crawler.flag.editions.told_words import BEGINS
from crawler.flag.names.context import EVENT, HAPPENING, Around
from crawler.flag.names.judge import Sighting
from crawler.flag.roles.again import AGAIN, OTHER_EVENTS
from crawler.flag.roles.dwelt import dwelling
from crawler.flag.roles.said_there import at_its_edge, said_there
from crawler.flag.text.reading import Reading, density
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily
from storage.records import Role

GAP = 14  # characters between a name and what it does
APART = 90  # characters between two names that make them two sentences
SOON, BY = 30, 60  # characters behind a name that are its own; beside one that are about it
LEAD_SENTENCE = 260  # characters of a first sentence, dateline and all
LOOKED_AT = 20_000  # characters behind a name in which the text may come back to it
DENSE_EVENTS = 4  # words of an event in STRETCH characters: more say nothing new
STRETCH = 500
SHORT = 450  # characters of a text in which no name stands far down
# characters of a text that is a sentence: who opens it with the name has told what there is to tell
NOTE = 220
LATE = 0.45  # of the text: about halfway
UNPLACED = 0.3  # how far down a name counts as standing that is in the title only
CROWD = 3  # different forums this close together are a list
CROWD_REACH = 140
SAID = 3  # names that are asked whether something was said there
FRESH = timedelta(days=3)  # after its end, an event is still the news
OVER = timedelta(days=14)  # after its end, it is looked back at
WEIGHTS: Mapping[str, float] = {
    "title": 4.2,  # the title names it
    "city": 1.5,  # the title names the city it is held in
    "lead": 1.9,  # the first sentence names it, and not as the place where something else happened
    "held": 0.6,  # ... and says that it opens, is held or closes
    "placed": -2.2,  # how far down it is named first: 0 to 1
    "late": -1.2,  # that is as far as LATE
    "quiet": -1.1,  # the text does not come back to it in other words
    "events": 2.1,  # the text is full of what happens at events: 0 to 1
    "often": 0.4,  # it is named in two sentences, lists left out
    "on": 0.3,  # it is going on as the article appears
    "said": 0.3,  # what is told was said there, or decided
    "away": -2.3,  # it is over, or it is not said which edition is meant
}
MAIN = 1.7  # the sum from which on the article is about it
PART_WEIGHTS: Mapping[str, float] = {
    "behind": 4.0,  # how long the passage that names it goes on behind the name: 0 to 1
    "told": 2.9,  # its sentences tell what happens at events: 0 to 1
    "reach": 2.1,  # how far such signs follow each other: 0 to 1
    "city": 1.8,  # the title names the city it is held in
    "often": 1.8,  # it is named in two sentences, lists left out
    "events": 1.1,  # the text is full of what happens at events: 0 to 1
    "on": 1.0,  # it is going on as the article appears
    "said": 1.9,  # what is told was said there, or decided
    "stands": 1.0,  # a sentence that begins with it says that it opens, is held or closes
    "lead": 0.7,  # the first sentence names it, and not as the place where something else happened
    "away": -1.6,  # it is over, or it is not said which edition is meant
    "placed": -4.7,  # how far down it is named first: 0 to 1
}
CITY_ALONE = (
    0.35  # of the city's weight, where the passage tells nothing: the title may mean it for other reasons
)
SUBSTANTIAL = 1.2  # the sum from which on a part of the article is about it
_SENTENCE_END = lazily(r"[。！？!?\n]|\w{4,}\.\s")
_AT = lazily(
    r"(?<!\w)(?:at|on|auf|bei|beim|au|lors|en|na|no|на|al|alla|op|di|dalam|trên|tại|في|w|ve) (?:the |der |dem |la |el |l )?$"
)
_DURING = lazily(
    r"(?<!\w)(?:during|während|pendant|durante|tijdens|podczas|во время|під час|under|během|počas|selama|في اثناء|خلال)(?: [^\W\d_]{1,3})? $"
)
_IN = lazily(r"(?<!\w)(?:in|i|à|a|em|w|we|v|в|у|u|på|το|στο) $")
_FROM = lazily(r"(?<!\w)(?:from|fra|från|z|из|с|з) $")
_LOOK = lazily(
    r"(?:back|look|looks|looking|glance|focus|verdict|report|blick|kijk\w*|blikk?|regard|tilbage|tilbake|tillbaka) \w+ (?:\w{2,3} )?$"
)
_AMID = lazily(r"(?:で|にて|での|上|现场|에서|ში|['’]?[dt][ae](?!\w)|ss[aä](?!\w))")
UNSUPPORTED = 0.85  # neither its year nor its city is there, as in most of the false alarms of our own cases
ROLE_SCORE = {"main": 0.1, "substantial": 0.03, "passing": -0.12}
When = Literal["on", "away", "near"]


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where a forum is held, and whether the edition that is spoken of is news as the article appears."""

    cities: Iterable[str]
    when: When
    over: bool = False  # whether it is told which, and that one is over for some time
    entry: bool = False  # whether the article is a calendar in which it has a line of its own


def occasion(forum: Forum, edition: int | None, published: datetime | None, entry: bool = False) -> Occasion:
    """The occasion that an article of that date speaks of; `entry`: in a line of its own of a calendar."""
    when = _when(forum, edition, published)
    return Occasion(forum.cities, when, edition is not None and when == "away", entry)


def _when(forum: Forum, edition: int | None, published: datetime | None) -> When:
    if edition is None:
        return "away"
    if published is None:
        return "near"
    held, day = forum.edition(edition), published.date()
    if held and held.start:
        last = held.end or held.start
        if held.start <= day <= last + FRESH:
            return "on"
        return "away" if day > last + OVER else "near"
    if edition != published.year:
        return "away" if edition < published.year else "near"
    return (
        "on" if day.month in forum.months else "away" if day.month > max(forum.months, default=12) else "near"
    )


def role_of(
    reading: Reading,
    sightings: Sequence[Sighting],
    others: Sequence[Sighting],
    around: Around,
    held: Occasion,
) -> Role:
    """The role of the forum that `sightings` (in order) name; `others` are all sightings, in order too."""
    signs = _signs(reading, sightings, others, around, held)
    if held.entry and not signs["title"]:
        return "substantial"
    dense = density(reading.text)
    if sum(WEIGHTS[name] * sign for name, sign in signs.items()) > MAIN:
        return "main"
    alone = [s for s in sightings if s.start >= reading.body and not _in_crowd(s, others)]
    signs |= dwelling(reading, alone, others, around, dense)._asdict()
    signs["stands"] = held.when != "away" and bool(alone) and _stands(reading, alone[0], around)
    signs["told"] = max(
        signs["told"],
        signs["lead"] and not signs["away"] and len(reading.text) - reading.body <= NOTE // dense,
    )
    if not signs["told"]:
        signs["city"] *= CITY_ALONE
    part = sum(weight * signs[name] for name, weight in PART_WEIGHTS.items())
    return "substantial" if part > SUBSTANTIAL else "passing"


def _signs(
    reading: Reading,
    sightings: Sequence[Sighting],
    others: Sequence[Sighting],
    around: Around,
    held: Occasion,
) -> dict[str, float]:
    """Each sign of WEIGHTS: 0 where it is not there, to 1."""
    dense = density(reading.text)
    body = [s for s in sightings if s.start >= reading.body]
    alone = [s for s in body if not _in_crowd(s, others)]
    in_title = [s for s in sightings if s.start < reading.title_end]
    titled = bool(in_title) and not (held.over and all(_is_place(reading, s) for s in in_title))
    if titled and body and all(at_its_edge(reading.text, s.start) for s in body[:1]):
        titled = not all(_is_place(reading, s) or _IN.search(reading.text, 0, s.start) for s in in_title)
    placed = _placed(reading, body[0], dense) if body else UNPLACED
    lead = _first_sentence(reading, body, dense) and not all(
        _AT.search(reading.text, max(0, s.start - 14), s.start)
        or _DURING.search(reading.text, max(0, s.start - 24), s.start)
        for s in body
    )
    return {
        "title": titled,
        "city": not in_title and _city_in_title(reading, around, held.cities),
        "lead": lead,
        "held": lead and _held(body[0], around),
        "placed": placed,
        "late": placed >= LATE,
        "quiet": not alone or not _comes_back(reading, alone[0], others, around, dense),
        "events": min(_events(reading, around, dense) / DENSE_EVENTS, 1),
        "often": _sentences(alone, APART // dense) >= 2,
        "on": held.when == "on",
        "said": held.when != "away" and any(said_there(reading.text, (s.start, s.end)) for s in alone[:SAID]),
        "away": held.when == "away",
    }


def _is_place(reading: Reading, named: Sighting) -> bool:
    """Whether the words beside a name say only where something was: "The start-up that shone at CES is broke"."""
    text, left = reading.text, max(0, named.start - 14)
    at = _AT.search(text, left, named.start) or _FROM.search(text, left, named.start)
    if at and _LOOK.search(text, max(0, named.start - 24), named.start):
        return False  # "Looking back at CES 2020"
    return bool(at or _AMID.match(text, named.end))


def _city_in_title(reading: Reading, around: Around, cities: Iterable[str]) -> bool:
    return any(
        end <= reading.title_end for city in cities for _, end in around.places.get(("city", city), ())
    )


def _placed(reading: Reading, named: Sighting, dense: int) -> float:
    """How far into the text the name stands: 0 to 1."""
    return (named.start - reading.body) / max(SHORT // dense, len(reading.text) - reading.body)


def _events(reading: Reading, around: Around, dense: int) -> float:
    """How many words of an event the text has in STRETCH characters."""
    found = (around.places.get(sign, []) for sign in (EVENT, HAPPENING))
    count = sum(len(places) - bisect_left(places, (reading.body, 0)) for places in found)
    if not count:  # a language of which few words are known
        count = sum(1 for _ in OTHER_EVENTS.finditer(reading.text, reading.body, reading.body + LOOKED_AT))
    length = (len(reading.text) - reading.body) * dense
    return count * STRETCH / max(STRETCH, length)


def _comes_back(
    reading: Reading, named: Sighting, others: Sequence[Sighting], around: Around, dense: int
) -> bool:
    """Whether the text after `named` has a word of an event that stands by no other forum's name."""
    after, by = named.end + SOON // dense, BY // dense
    theirs = [other.start for other in others if other.forum_id != named.forum_id]

    def free(start: int) -> bool:
        at = bisect_left(theirs, start - by + 1)
        return start > after and (at == len(theirs) or theirs[at] >= start + by)

    signs = (start for sign in (EVENT, HAPPENING) for start, _ in around.each(sign, after, after, LOOKED_AT))
    again = (match.start() for match in AGAIN.finditer(reading.text, after, after + LOOKED_AT))
    if any(map(free, chain(signs, again))):  # the expression is asked last: it costs most
        return True
    if any(around.places.get(sign) for sign in (EVENT, HAPPENING)):
        return False
    elsewhere = OTHER_EVENTS.finditer(reading.text, after, after + LOOKED_AT)
    return any(free(match.start()) for match in elsewhere)


def _held(named: Sighting, around: Around) -> bool:
    """Whether the words right behind the name say that it takes place."""
    return any(start >= named.end for start, _ in around.each(HAPPENING, named.start, named.end, GAP))


def _stands(reading: Reading, named: Sighting, around: Around) -> bool:
    """Whether a sentence, or its main clause, begins with the name and goes on that it takes place."""
    left = max(0, named.start - 24)
    begins = BEGINS.search(reading.text, left, named.start) or reading.text.endswith(", ", left, named.start)
    return bool(begins) and _held(named, around)


def _first_sentence(reading: Reading, body: Sequence[Sighting], dense: int) -> bool:
    """Whether the name stands in the text's first sentence, dateline and all."""
    if not body or body[0].start > reading.body + LEAD_SENTENCE // dense:
        return False
    return not _SENTENCE_END.search(reading.text, reading.body, body[0].start)


def score_of(sightings: Sequence[Sighting], role: Role, dated: bool, placed: bool) -> float:
    """0..1: the strongest rule that saw it, and what supports it; a name that nothing supports is never sure."""
    score = max(s.strength for s in sightings) + ROLE_SCORE[role]
    score += 0.05 * dated + 0.05 * placed + 0.02 * min(len(sightings) - 1, 3)
    most = 1.0 if dated or placed else UNSUPPORTED
    return round(min(most, max(0.05, score)), 3)


def _sentences(sightings: Sequence[Sighting], apart: int) -> int:
    count, end = 0, -apart
    for sighting in sightings:
        if sighting.start - end >= apart or not count:
            count += 1
        end = sighting.end
    return count


def _in_crowd(sighting: Sighting, others: Sequence[Sighting]) -> bool:
    first = bisect_left(others, sighting.start - CROWD_REACH, key=lambda s: s.start)
    last = bisect_right(others, sighting.start + CROWD_REACH, key=lambda s: s.start)
    return len({other.forum_id for other in others[first:last]}) >= CROWD
