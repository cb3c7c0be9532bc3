"""An article → its mentions: names found, judged, sorted into editions, weighed.

Article ─fold→ Reading ─names→ Found ─spelling→ candidates ─judge→ Sighting ─editions, roles→ Mention
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from crawler.flag.editions.beside import told_apart
from crawler.flag.editions.earlier import earlier_editions
from crawler.flag.editions.next_editions import next_editions
from crawler.flag.editions.own import Resolved
from crawler.flag.editions.places import other_editions, placed_edition
from crawler.flag.editions.told import told_edition
from crawler.flag.editions.yearly import yearly_editions
from crawler.flag.names.context import Around
from crawler.flag.names.judge import STRENGTH, Sighting, believed
from crawler.flag.names.spelling import written
from crawler.flag.names.support import CLOSE
from crawler.flag.roles.entries import entries
from crawler.flag.roles.weigh import occasion, role_of, score_of
from crawler.flag.text.reading import Reading, reading_of
from crawler.flag.watchlist.forum import Forum
from crawler.flag.watchlist.load import Watchlist
from storage.records import Article, Evidence, Fact, Mention, Role

if TYPE_CHECKING:  # the rooms of facts take a tenth of a second to load, which most crawls need not pay
    from crawler.flag.facts.find import Statements

# What rules have become, where their meaning changed: "date" knows months without a year, "next month", and the month
# beside the host city in the sentence before, and months told as to come or gone, in their beginning or at their end, of
# "that year", and days in figures alone, seasons and Persian months, parts of months, and no picture's, and whether somebody
# was there or will be or goes there or wishes to, and none of every year, and of the year that a text looks back at; "year" is none of
# another thing's in the sentence, and "late 2022", and right behind a name whatever is on; "relative" knows "the following
# year", "a year after", "two months after", and "this year's" in twenty more languages, and not "from next year", nor when somebody was founded; each of several names has the one right beside it.
VERSIONS = {"date": 11, "relative": 10, "year": 5}
MAX_EVIDENCE = 10  # names quoted for one mention: the strongest, of equals the first


@dataclass(frozen=True)
class _Told:
    """What was seen in one article."""

    reading: Reading
    around: Around
    sightings: Sequence[Sighting]
    published: datetime | None
    language: str | None

    @cached_property
    def entries(self) -> frozenset[int]:
        """Where the names of a calendar's own lines stand."""
        return entries(self.reading, self.sightings)

    @cached_property
    def statements(self) -> Statements:
        """What it says of events; read once, and only where a mention asks."""
        from crawler.flag.facts.find import Statements

        return Statements(self.reading, self.sightings, self.language)


def find_mentions(
    article: Article, watchlist: Watchlist, reading: Reading | None = None
) -> tuple[Mention, ...]:
    """The forums that `article` speaks of, by forum and edition; () where it speaks of none.

    `reading`: the article, where it is folded already.
    """
    reading = reading or reading_of(article)
    candidates = written(reading, watchlist.matcher.find(reading.text))
    if not candidates:
        return ()
    around = watchlist.scenery.around(reading.whole, reading.folded)
    sightings = believed(reading, candidates, around, watchlist.known, article.published_at)
    told = _Told(reading, around, sightings, article.published_at, article.language)
    out: list[Mention] = []
    for forum_id, seen in _with_parents(sightings, watchlist.known).items():
        if forum_id in watchlist.forums:
            out += _mentions(told, watchlist.forums[forum_id], seen)
    return tuple(sorted(out, key=lambda m: (-m.score, m.forum_id, m.edition or 0)))


def _with_parents(sightings: Sequence[Sighting], known: Mapping[str, Forum]) -> dict[str, list[Sighting]]:
    """Sightings by forum; a part's sighting is one of the whole too."""
    out: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        out.setdefault(sighting.forum_id, []).append(sighting)
        parent = known[sighting.forum_id].parent
        if parent is not None:
            raised = replace(sighting, forum_id=parent, rule="part/1", strength=sighting.strength - 0.1)
            out.setdefault(parent, []).append(raised)
    return out


def _mentions(told: _Told, forum: Forum, seen: Sequence[Sighting]) -> list[Mention]:
    """One mention for each edition that is told apart; names that carry none go to the one most spoken of."""
    groups: dict[int | None, list[Sighting]] = {}
    cities: dict[int, Resolved] = {}
    text = told.reading.text
    for sighting in seen:
        span = (sighting.start, sighting.end)
        city = None if sighting.own else placed_edition(text, span, forum, told.around, told.published)
        if city:
            cities.setdefault(city.year, city)
        own = sighting.own or city
        groups.setdefault(own.year if own else None, []).append(sighting)
    bare = _set_apart(told, forum, groups.pop(None, []), groups, cities)
    shown: Resolved | None = None
    year: int | None = None
    if bare:
        places = [(s.start, s.end) for s in bare]
        shown = told_edition(told.reading, places, forum, told.around, told.published)
        year = shown.year if shown else None
        if groups and year not in groups and not (shown and shown.sort in ("page", "relative", "date")):
            year, shown = max(groups, key=lambda y: (_titled(told, groups[y]), len(groups[y]), y or 0)), None
        groups[year] = [*groups.get(year, ()), *bare]
    groups = {edition: sorted(group, key=lambda s: s.start) for edition, group in groups.items()}
    spans = [(s.start, s.end) for s in seen]
    theirs = [(s.start, s.end) for s in told.sightings if s.forum_id != forum.id]
    for other in chain(
        other_editions(text, spans, forum, told.around, told.published),
        earlier_editions(told.reading, spans, theirs, forum, told.published),
        next_editions(told.reading, spans, theirs, forum, told.published),
        yearly_editions(told.reading, spans, theirs, forum, told.published),
    ):
        if other.year not in groups and groups.keys() != {None}:
            strength = STRENGTH["place"]
            groups[other.year] = [
                Sighting(other.start, other.end, forum.id, f"{other.sort}/1", strength, None)
            ]
    return [
        _mention(told, forum, edition, group, shown if edition == year else cities.get(edition or 0))
        for edition, group in groups.items()
    ]


def _set_apart(
    told: _Told,
    forum: Forum,
    bare: list[Sighting],
    groups: dict[int | None, list[Sighting]],
    shown: dict[int, Resolved],
) -> list[Sighting]:
    """What is left of `bare` when those that have a time of their own beside them are in `groups`."""
    if len(bare) < 2:
        return bare
    places = [(s.start, s.end) for s in bare]
    apart = told_apart(told.reading, places, forum, told.around, told.published, bool(groups))
    for sighting in bare:
        if beside := apart.get(sighting.start):
            shown.setdefault(beside.year, beside)
            groups.setdefault(beside.year, []).append(sighting)
    return [sighting for sighting in bare if sighting.start not in apart]


def _titled(told: _Told, group: Sequence[Sighting]) -> bool:
    return any(s.start < told.reading.title_end for s in group)


def _mention(
    told: _Told, forum: Forum, edition: int | None, group: Sequence[Sighting], shown: Resolved | None
) -> Mention:
    entry = any(sighting.start in told.entries for sighting in group)
    held = occasion(forum, edition, told.published, entry)
    role = role_of(told.reading, group, told.sightings, told.around, held)
    placed = any(
        told.around.near(("city", city), sighting.start, sighting.end, CLOSE)
        for city in forum.cities
        for sighting in group[:3]
    )
    score = score_of(group, role, any(s.own for s in group), placed)
    facts = () if role == "passing" else _facts(told, forum, edition, group, role)
    return Mention(forum.id, edition, role, score, _evidence(told.reading, group, shown), facts)


def _facts(
    told: _Told, forum: Forum, edition: int | None, group: Sequence[Sighting], role: Role
) -> tuple[Fact, ...]:
    from crawler.flag.facts.find import facts_of
    from crawler.flag.facts.when import Event

    named = [told.reading.folded.span(sighting.start, sighting.end) for sighting in group]
    event = Event(forum, edition, named, told.published)
    return facts_of(told.statements, told.reading, told.around, event, group, role)


def _evidence(reading: Reading, group: Sequence[Sighting], shown: Resolved | None) -> tuple[Evidence, ...]:
    """The strongest quotes, in the order of the article; last what tells the edition, where no name does."""
    ranked = sorted(group, key=lambda s: (-(s.strength + 0.1 * bool(s.own)), s.start))[:MAX_EVIDENCE]
    out = [_quote(reading, sighting) for sighting in sorted(ranked, key=lambda s: s.start)]
    if shown and shown.sort != "page":
        out.append(reading.evidence(shown.start, shown.end, f"{shown.sort}/{VERSIONS.get(shown.sort, 1)}"))
    return tuple(quote for quote in out if quote)


def _quote(reading: Reading, sighting: Sighting) -> Evidence | None:
    """The name with the year or ordinal it carries; the name alone where both do not stand in one field."""
    own = sighting.own
    if own:
        rule = sighting.rule.replace("/", f"+{own.sort}/")
        whole = reading.evidence(min(own.start, sighting.start), max(own.end, sighting.end), rule)
        if whole:
            return whole
    return reading.evidence(sighting.start, sighting.end, sighting.rule)
