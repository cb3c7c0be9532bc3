"""An article → its mentions: names found, judged, sorted into editions, weighed.

Article ─fold→ Reading ─names→ Found ─spelling→ candidates ─judge→ Sighting ─editions, roles→ Mention
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from storage.records import Article, Evidence, Mention

from .context import Around
from .editions import Resolved
from .forum import Forum
from .judge import CLOSE, Sighting, believed
from .reading import Reading, reading_of
from .roles import role_of, score_of
from .spelling import written
from .told import told_edition
from .watchlist import Watchlist

MAX_EVIDENCE = 10  # a mention: the strongest and the first


def find_mentions(article: Article, watchlist: Watchlist) -> tuple[Mention, ...]:
    """The forums that `article` speaks of, by forum and edition; () where it speaks of none."""
    reading = reading_of(article)
    candidates = written(reading, watchlist.matcher.find(reading.text))
    if not candidates:
        return ()
    around = watchlist.scenery.around(reading.whole, reading.folded)
    sightings = believed(reading, candidates, around, watchlist.known, article.published_at)
    by_forum = _with_parents(sightings, watchlist.known)
    out: list[Mention] = []
    for forum_id, seen in by_forum.items():
        if forum_id in watchlist.forums:
            forum = watchlist.forums[forum_id]
            out += _mentions(reading, seen, sightings, forum, around, article.published_at)
    return tuple(sorted(out, key=lambda m: (-m.score, m.forum_id, m.edition or 0)))


def _with_parents(sightings: Sequence[Sighting], known: Mapping[str, Forum]) -> dict[str, list[Sighting]]:
    """Sightings by forum; a part's sighting is one of the whole too, unless the whole is named there itself."""
    out: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        out.setdefault(sighting.forum_id, []).append(sighting)
        parent = known[sighting.forum_id].parent
        if parent is not None:
            raised = replace(sighting, forum_id=parent, rule="part/1", strength=sighting.strength - 0.1)
            out.setdefault(parent, []).append(raised)
    return out


def _mentions(
    reading: Reading,
    seen: Sequence[Sighting],
    others: Sequence[Sighting],
    forum: Forum,
    around: Around,
    published: datetime | None,
) -> list[Mention]:
    """One mention for each edition that is told apart; names that carry none go to the one most spoken of."""
    groups: dict[int | None, list[Sighting]] = {}
    for sighting in seen:
        groups.setdefault(sighting.own.year if sighting.own else None, []).append(sighting)
    told: Resolved | None = None
    bare = groups.pop(None, [])
    if bare:
        told = told_edition(reading.text, [(s.start, s.end) for s in bare], forum, around, published)
        year = told.year if told else None
        if groups and year not in groups and not (told and told.sort in ("page", "relative")):
            year, told = (
                max(groups, key=lambda y: (_titled(groups[y], reading), len(groups[y]), y or 0)),
                None,
            )
        groups[year] = sorted([*groups.get(year, ()), *bare], key=lambda s: s.start)
    return [
        _mention(reading, group, others, forum, around, year, told if told and told.year == year else None)
        for year, group in groups.items()
    ]


def _titled(group: Sequence[Sighting], reading: Reading) -> bool:
    return any(s.start < reading.title_end for s in group)


def _mention(
    reading: Reading,
    group: Sequence[Sighting],
    others: Sequence[Sighting],
    forum: Forum,
    around: Around,
    year: int | None,
    told: Resolved | None,
) -> Mention:
    role = role_of(reading, group, others, around)
    placed = any(
        around.near(("city", city), sighting.start, sighting.end, CLOSE)
        for city in forum.cities
        for sighting in group[:3]
    )
    score = score_of(group, role, any(s.own for s in group), placed)
    return Mention(forum.id, year, role, score, _evidence(reading, group, told))


def _evidence(reading: Reading, group: Sequence[Sighting], told: Resolved | None) -> tuple[Evidence, ...]:
    """The strongest quotes, in the order of the article; first of all what tells the edition."""
    ranked = sorted(group, key=lambda s: (-(s.strength + 0.1 * bool(s.own)), s.start))[:MAX_EVIDENCE]
    out: list[Evidence] = []
    if told and told.sort != "page":
        ranked = ranked[: MAX_EVIDENCE - 1]
    for sighting in sorted(ranked, key=lambda s: s.start):
        out += _quotes(reading, sighting)
    if told and told.sort != "page":
        quote = reading.evidence(told.start, told.end, f"{told.sort}/1")
        out += [quote] if quote else []
    return tuple(out)


def _quotes(reading: Reading, sighting: Sighting) -> list[Evidence]:
    own = sighting.own
    if own:
        rule = sighting.rule.replace("/", f"+{own.sort}/")
        quote = reading.evidence(min(own.start, sighting.start), max(own.end, sighting.end), rule)
        if quote:
            return [quote]
    quote = reading.evidence(sighting.start, sighting.end, sighting.rule)
    return [quote] if quote else []
