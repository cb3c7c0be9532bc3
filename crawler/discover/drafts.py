"""What any document says of its links → entries: absolute, plain, dated, newest first, each address once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from storage.records import NOBODY_KNOWS, Entry, Page, Source

from .addresses import absolute
from .dates import MONTH_FIRST, Clock, zone_of
from .plain import SUMMARY_MAX, TITLE_MAX, plain

T = TypeVar("T")
MAX_VAIN = 1000  # dates that nobody can read, up to 8 ms each: then those of the rest are left
MAX_DRAFTS = 50_000  # of one document, as of a sitemap by its protocol: a million empty ones take 300 MB


@dataclass(slots=True)
class Draft:
    """One link as its document wrote it."""

    links: tuple[str, ...] = ()  # the best first; the first that is an http address counts
    title: str | None = None  # may hold markup
    summary: str | None = None  # may hold markup
    dates: tuple[str, ...] = ()  # of publication; the first that can be read counts
    changed: str | None = None  # orders a document that tells no publication; never one itself
    language: str | None = None  # of this one link
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the readers need to know beside the text."""

    source: Source
    base: str  # the address that answered
    clock: Clock
    robots_tag: str | None = None
    obeys: str | None = None


def reading(page: Page, source: Source, obeys: str | None) -> Reading:
    """How `page` is to be read as a document of `source`, obeying what it tells the program `obeys`."""
    clock = Clock(zone_of(source.timezone), page.fetched_at, source.country in MONTH_FIRST)
    return Reading(source, page.final_url or page.url, clock, page.headers.get("x-robots-tag"), obeys)


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken of a document."""

    entries: tuple[Entry, ...]
    problem: str | None = None  # how many of how many these are, where they are not all
    left_at: datetime | None = None  # the latest that the others may be of


def entries_of(drafts: Sequence[Draft], how: Reading, language: str | None = None) -> Taken:
    """The entries of a document, newest first where it tells dates, `max_entries` at most.

    `language` is the document's own claim. It counts where sources.yaml says nothing: templates claim
    ``en`` in every language.
    """
    fallback = how.source.language or _tag(language)
    entries: dict[str, Entry] = {}
    problem, left_at, shared = None, None, _shared(drafts)
    for _, published_at, draft in _newest(drafts, how):
        entry = _entry(draft, published_at, how, fallback, shared)
        if entry is None or entry.url in entries:
            continue
        if len(entries) >= how.source.max_entries:
            problem = f"{len(entries)} of {len(drafts)} entries taken (max_entries)"
            left_at = at_the_latest(published_at or how.clock.read(draft.changed))
            break
        entries[entry.url] = entry
    return Taken(tuple(entries.values()), problem, left_at)


def at_the_latest(at: datetime | None) -> datetime:
    """When something came that is dated so: of a day without an hour by its end, of nothing nobody knows.

    >>> at_the_latest(datetime(2025, 7, 2)).isoformat()
    '2025-07-03T00:00:00'
    """
    if at is None:
        return NOBODY_KNOWS
    return at if (at.hour, at.minute, at.second) != (0, 0, 0) else at + timedelta(days=1)


def _shared(drafts: Iterable[Draft]) -> set[str]:
    """Links that several headlines have for their first: no article's, but the site's or the section's."""
    titles: dict[str, str | None] = {}
    several: set[str] = set()
    for draft in drafts:
        if len(draft.links) > 1 and titles.setdefault(_page(draft.links[0]), draft.title) != draft.title:
            several.add(_page(draft.links[0]))
    return several


def _page(link: str) -> str:
    """A link without the place on its page."""
    return link if "#!" in link or "#/" in link else link.partition("#")[0]


_Dated = tuple[float, datetime | None, Draft]  # its place in time, its publication


def _newest(drafts: Iterable[Draft], how: Reading) -> list[_Dated]:
    """Drafts with their publication, the latest first; one without a date stays behind the one before it.

    Where there are more than `max_entries`, and dates do not tell which to leave out, they are those in the middle:
    some documents begin with the oldest.
    """
    dated = sorted(_dated(drafts, how.clock), key=lambda one: -one[0])
    most = how.source.max_entries
    if len(dated) <= most or dated[most - 1][0] != dated[most][0]:
        return dated
    undecided = dated[most][0]
    start = next(at for at, one in enumerate(dated) if one[0] == undecided)
    end = next((at for at in range(most, len(dated)) if dated[at][0] != undecided), len(dated))
    return dated[:start] + from_both_ends(dated[start:end]) + dated[end:]


def from_both_ends(ordered: Sequence[T]) -> list[T]:
    """The first, the last, the second, the last but one …

    >>> from_both_ends([1, 2, 3, 4, 5])
    [1, 5, 2, 4, 3]
    """
    half = (len(ordered) + 1) // 2
    pairs = zip(ordered[:half], reversed(ordered[half:]), strict=False)
    taken = [one for pair in pairs for one in pair]
    return taken + list(ordered[half - 1 : half]) if len(ordered) % 2 else taken


def _dated(drafts: Iterable[Draft], clock: Clock) -> Iterator[_Dated]:
    last = float("inf")
    vain: set[tuple[str | None, ...]] = set()  # a placeholder that a whole archive bears counts once
    for draft in drafts:
        said = (*draft.dates, draft.changed)
        legible = len(vain) < MAX_VAIN and said not in vain
        published_at = _published(draft, clock) if legible else None
        if at := published_at or (clock.read(draft.changed) if legible else None):
            last = at.timestamp()
        elif legible:
            vain.add(said)
        yield last, published_at, draft


def _published(draft: Draft, clock: Clock) -> datetime | None:
    return next((at for written in draft.dates if (at := clock.read(written))), None)


def _entry(
    draft: Draft, published_at: datetime | None, how: Reading, language: str | None, shared: Collection[str]
) -> Entry | None:
    base = (absolute(draft.base, how.base) if draft.base else None) or how.base
    # its own first
    links = sorted(draft.links, key=lambda link: _page(link) in shared) if shared else draft.links
    url = next((url for link in links if (url := absolute(link, base))), None)
    if url is None:
        return None
    return Entry(
        url=url,
        title=plain(draft.title, TITLE_MAX),
        summary=plain(draft.summary, SUMMARY_MAX),
        published_at=published_at,
        language=_tag(draft.language) or language,
        changed_at=None if published_at else how.clock.read(draft.changed),
    )


def _tag(written: str | None) -> str | None:
    """The language of a tag like ``en-US`` or ``zh_tw``: its first subtag, in lower case."""
    tag = (written or "").strip().lower().replace("_", "-").partition("-")[0]
    return tag if 2 <= len(tag) <= 3 and tag.isascii() and tag.isalpha() else None
