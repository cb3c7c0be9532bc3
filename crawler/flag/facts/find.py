"""What an article says of the event it mentions: days, place, theme, who, how many, what was agreed, for how much.

Page ─finders→ Told ─scope→ this event's ─dedupe, bounds→ Fact(Evidence)

Precision before recall: a finder takes only what words around it prove, and a mention takes only what stands in
sentences about it. In an article about the event these are all that name no other forum last; in any other, the
sentences that name it and the one after each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from crawler.flag.facts.deals import agreements, organisers, themes
from crawler.flag.facts.latin import known_names, latin_names
from crawler.flag.facts.numbers import amounts, participants
from crawler.flag.facts.page import Page, Told, page_of
from crawler.flag.facts.scripts import script_names
from crawler.flag.facts.when import Event, dates
from crawler.flag.facts.where import hosts, places
from crawler.flag.names.context import Around
from crawler.flag.names.judge import STRENGTH, Sighting
from crawler.flag.text.reading import Reading
from storage.records import Fact, FactKind, Role

MAX_FACTS: Mapping[FactKind, int] = {
    "dates": 1,
    "place": 2,
    "theme": 2,
    "organiser": 6,
    "person": 14,
    "organisation": 20,
    "participants": 3,
    "agreement": 7,
    "amount": 5,
}  # sixty in all
MAX_VALUE = 240
HINT = STRENGTH["hint"]  # a sighting no stronger than this is another's name: an alliance's, an initiative's
NAMES = ("organiser", "person", "organisation")  # one name is a fact of one kind
_FINDERS: tuple[Callable[[Page], Iterator[Told]], ...] = (
    themes,
    organisers,
    script_names,
    known_names,
    participants,
    agreements,
    amounts,
)


class Statements:
    """All that the finders see in one article; made once, and shared by its mentions."""

    def __init__(self, reading: Reading, sightings: Sequence[Sighting], language: str | None) -> None:
        self.page = page_of(reading, language)
        spans = sorted(self.page.folded.span(s.start, s.end) for s in sightings if s.strength > HINT)
        found = [told for finder in _FINDERS for told in finder(self.page)]
        found += latin_names(self.page, spans)
        self.found = sorted(found, key=lambda told: (told.start, -told.end))
        self.owners = _owners(self.page, sightings)


def facts_of(
    said: Statements, reading: Reading, around: Around, event: Event, seen: Sequence[Sighting], role: Role
) -> tuple[Fact, ...]:
    """What the article says of `event`, by kind and in the order of the text; `seen` are its sightings."""
    page = said.page
    ours = {(sighting.start, sighting.end) for sighting in seen}
    about = _about(page, said.owners, ours, role)
    named = [*dates(page, around, event), *places(page, around, event)]
    inside = [told for told in said.found if page.sentence(told.start) in about]
    inside = sorted((*inside, *hosts(page, around, event)), key=lambda told: told.start)
    facts: dict[FactKind, list[Fact]] = {kind: [] for kind in MAX_FACTS}
    known: set[tuple[str, str]] = set()
    own = {*event.forum.all_names}
    for told in (*named, *_ranked(page, _apart(page, inside))):
        key = ("name" if told.kind in NAMES else told.kind, told.value.casefold().strip(" .,"))
        quote = reading.cited(told.start, told.end, told.rule)
        if (
            quote is None
            or key in known
            or not key[1]
            or (told.kind in NAMES and told.value in own)
            or len(facts[told.kind]) >= MAX_FACTS[told.kind]
        ):
            continue
        known.add(key)
        facts[told.kind].append(Fact(told.kind, " ".join(told.value.split())[:MAX_VALUE], quote))
    return tuple(fact for kept in facts.values() for fact in kept)


def _ranked(page: Page, found: Sequence[Told]) -> list[Told]:
    """Organisers and people before organisations: the first word on a name counts. A title's agreement is the
    text's in short."""
    body = any(told.kind == "agreement" and told.start >= page.body for told in found)
    kept = (told for told in found if not (body and told.kind == "agreement" and told.start < page.body))
    return sorted(kept, key=lambda told: told.kind == "organisation")


def _apart(page: Page, found: Sequence[Told]) -> list[Told]:
    """Of names that overlap, the longest, of equals the first; a name and its Latin form in brackets are one."""
    out: list[Told] = []
    last: int | None = None  # where the last name is in `out`
    for told in found:
        before = out[last] if last is not None else None
        if told.kind not in ("person", "organisation") or before is None:
            pass
        elif told.start < before.end:
            if told.end - told.start > before.end - before.start and last is not None:
                out[last] = told
            continue
        elif last is not None and _bracketed(page, before, told):
            out[last] = told._replace(start=before.start, end=told.end + 1)
            continue
        if told.kind in ("person", "organisation"):
            last = len(out)
        out.append(told)
    return out


def _bracketed(page: Page, name: Told, told: Told) -> bool:
    """``弗朗西斯·高锐（Francis Gurry）``."""
    between = page.whole[name.end : told.start].strip()
    return (
        between in ("(", "（")
        and told.value.isascii()
        and not name.value.isascii()
        and page.whole[told.end : told.end + 1] in (")", "）")
    )


def _owners(page: Page, sightings: Sequence[Sighting]) -> dict[int, set[tuple[int, int]]]:
    """Which sightings each sentence has."""
    owners: dict[int, set[tuple[int, int]]] = {}
    for sighting in sightings:
        number = page.sentence(page.folded.origin(sighting.start))
        owners.setdefault(number, set()).add((sighting.start, sighting.end))
    return owners


def _about(
    page: Page, owners: Mapping[int, set[tuple[int, int]]], ours: set[tuple[int, int]], role: Role
) -> set[int]:
    """The sentences that are about the event."""
    out: set[int] = set()
    mine, after = role == "main", 0
    for number in range(len(page.starts)):
        named = owners.get(number)
        if named is not None:
            mine, after = bool(named & ours), 0
        else:
            after += 1
        if mine and (role == "main" or named or after == 1):
            out.add(number)
    return out
