"""A window in which a source may have announced what nobody saw → what its site still tells of it.

    the source's document ─older→ its next page … ─────┐
    robots.txt ─→ sitemaps, those of news first ─…─────┴→ entries of the window → those of this source → Found

The pages of its own document are the source's own: what they hold of the window is announced, and they prove that
nothing is missing once one of them holds what the source announced before the window. A sitemap is of the whole site,
and a source may be one section of it: announced is what lies in a section (the folders of its address) of which the
source had announced at least half before, and of the rest what names a watched forum. It proves something where it
holds nearly all that the source announced in the days before the window.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from crawler.dedupe import site, url_key
from crawler.discover import sitemaps_named
from crawler.schedule import TOO_MANY_REQUESTS
from storage.records import Discovery, Entry, Failure, Page, Source
from storage.sources.losses import PINNED, Loss
from storage.text.clean import key_hash

MAX_REQUESTS = 20  # of one search
WHOLE = 50_000  # entries to take from a document: a sitemap has no more by its protocol
MOST = 100_000  # entries to keep in mind: twenty sitemaps that nobody means well by name a million
STEP = 200  # entries that are worked on before others have the event loop: some ten milliseconds
BEFORE = timedelta(days=1)  # some articles are announced a while after their date
OWN_SECTION = 0.5  # share of a section's entries that the source had announced: it is one of its own
COVERED = 0.9  # share of what the source announced that a sitemap must hold to prove anything
LEAST = 3  # entries that such shares are told from
MOST_CHANGED = 300  # entries known by their last change alone: more of them, and the site was written anew
GUESSES = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml", "/sitemap_index.xml")

_WORD_BREAK = re.compile(r"[-_/.+]+")

Known = Mapping[bytes, datetime]  # what the source announced before the window, newest first


@dataclass(frozen=True, slots=True)
class Ask:
    """How the web is asked, and what counts as news of a forum."""

    document: Callable[[str], Awaitable[Page | Failure]]
    discover: Callable[[Page], Awaitable[Discovery]]
    speaks: Callable[[str], bool]  # whether a headline names a watched forum


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought."""

    entries: tuple[Entry, ...]
    proved: bool  # nothing of the window is missing any more
    message: str  # where it looked
    failed: bool = False  # something did not answer that may do so later


@dataclass(slots=True)
class _Search:
    """One search under way."""

    source: Source
    loss: Loss
    known: Known
    ask: Ask
    asked: dict[str, bool] = field(default_factory=dict)  # address → whether it was there
    failures: list[str] = field(default_factory=list)  # that may pass
    taken: dict[str, Entry] = field(default_factory=dict)  # by address
    home: str = ""  # scheme and host of its articles, once a page of it was read

    @property
    def left(self) -> int:
        return MAX_REQUESTS - len(self.asked)

    def theirs(self, url: str) -> bool:
        """Whether an address is of the source's site, or of the one that its articles are on."""
        return site(url) in (site(self.source.url), site(self.home))

    async def get(self, url: str) -> Page | None:
        """A page of their site, each once; None where there is none."""
        if url in self.asked or self.left <= 0 or not self.theirs(url):
            return None
        page = await self.ask.document(url)
        self.asked[url] = isinstance(page, Page)
        if isinstance(page, Page):
            return page
        if page.kind in ("temporary", "offline") or page.status == TOO_MANY_REQUESTS:
            self.failures.append(page.message)
        return None

    async def read(self, url: str) -> Discovery | None:
        page = await self.get(url)
        return await self.ask.discover(page) if page else None

    def inside(self, entry: Entry) -> bool:
        at = _date(entry)
        return at is not None and self.loss.from_at - BEFORE <= at <= self.loss.to_at


async def search(source: Source, loss: Loss, known: Known, ask: Ask) -> Found:
    """Look for what `source` may have announced in the window, with MAX_REQUESTS requests at most."""
    now = _Search(source, loss, known, ask)
    proved = await _through_pages(now) or await _through_sitemaps(now)
    entries = tuple(now.taken.values())[: source.max_entries]
    return Found(entries, proved, _message(now), failed=bool(now.failures) and not proved)


async def _through_pages(now: _Search) -> bool:
    """Go through the pages of the source's own document; whether they reach what was announced before.

    They do at the last entry that was, or behind so many as nobody keeps on top for good.
    """
    above: dict[str, Entry] = {}  # all that stands above what was known
    met: set[bytes] = set()
    latest, enough = next(iter(now.known), None), min(PINNED + 1, len(now.known))
    url = now.source.url if now.source.kind != "sitemap" else None
    while url and len(above) < MOST and (page := await now.read(url)):
        now.home = now.home or _home(page)
        seen = len(above)
        async for entry in _gently(page.entries):
            key = _key(entry)
            if key not in now.known:
                above[entry.url] = entry
                continue
            met.add(key)
            if key == latest or len(met) >= enough:
                now.taken |= {u: e for u, e in above.items() if _date(e) is None or now.inside(e)}
                return True
        url = page.older if len(above) > seen else None  # a page that is not known answers as the first
    now.taken |= {u: e for u, e in above.items() if now.inside(e)}
    return False


async def _through_sitemaps(now: _Search) -> bool:
    """Go through the site's sitemaps, the newest first; whether they hold what was announced before."""
    todo = await _sitemaps(now)
    gathered = _Gathered(now.known, min([now.loss.from_at - BEFORE, *now.known.values()]))
    proved = False
    while todo and now.left > 0 and not proved and len(gathered.entries) < MOST:
        found = await now.read(todo.pop(0))
        if found is not None:
            await gathered.take(found.entries)
            todo = [*found.children, *todo]
            proved = gathered.covers()
    now.taken |= {entry.url: entry async for entry in _own(now, gathered)}
    return proved


async def _sitemaps(now: _Search) -> list[str]:
    """Where the site's sitemaps are: as its robots.txt says, those of news first, then where they usually are."""
    root = now.home or _root(now.source.url)
    page = await now.get(root + "/robots.txt")
    named = sitemaps_named(page.body, root) if page else ()
    own = [now.source.url] if now.source.kind == "sitemap" else []
    return list(dict.fromkeys([*own, *named, *(root + guess for guess in GUESSES)]))


async def _gently(entries: Iterable[Entry]) -> AsyncIterator[Entry]:
    """The same, a few at a time: others need the event loop too."""
    for at, entry in enumerate(entries):
        if at % STEP == 0:
            await asyncio.sleep(0)
        yield entry


def _home(page: Discovery) -> str:
    """The root of most of a page's entries: a feed may be served from elsewhere. "" where they are of many sites."""
    roots = Counter(_root(entry.url) for entry in page.entries)
    most = max(roots, key=roots.__getitem__, default="")
    return most if 2 * roots[most] > len(page.entries) else ""


def _root(url: str) -> str:
    """Scheme, host and port, as the address writes them."""
    return "/".join(re.split("[/?#]", url, maxsplit=3)[:3])


@dataclass(slots=True)
class _Gathered:
    """What sitemaps hold of the time that matters."""

    known: Known
    since: datetime  # what is older can neither be missing nor tell whose a section is
    entries: dict[bytes, Entry] = field(default_factory=dict)
    reach: datetime | None = None  # the oldest date in them

    async def take(self, entries: Iterable[Entry]) -> None:
        """Keep what matters, MOST at most."""
        async for entry in _gently(entries):
            at, key = _date(entry), _key(entry)
            if at is not None:
                self.reach = min(self.reach or at, at)
            if key in self.known or (at is not None and at >= self.since):
                self.entries[key] = entry
            if len(self.entries) >= MOST:
                return

    def covers(self) -> bool:
        """Whether they hold nearly all that the source announced before the window, as far back as they reach."""
        within = [key for key, at in self.known.items() if self.reach and at >= self.reach]
        held = sum(key in self.entries for key in within)
        return len(within) >= LEAST and held >= COVERED * len(within)

    async def sections(self) -> set[str]:
        """The sections of which the source announced at least half, of the time that its known entries are of."""
        every: Counter[str] = Counter()
        own: Counter[str] = Counter()
        theirs = [at for key in self.known if key in self.entries and (at := _date(self.entries[key]))]
        first = min([*self.known.values(), *theirs], default=None)  # the source may have told no dates
        last = max(self.known.values(), default=None)
        async for entry in _gently(self.entries.values()):
            at = _date(entry)
            if at and first and last and first <= at <= last:
                section = _section(entry.url)
                every[section] += 1
                own[section] += _key(entry) in self.known
        return {section for section, count in own.items() if count and count >= OWN_SECTION * every[section]}


async def _own(now: _Search, gathered: _Gathered) -> AsyncIterator[Entry]:
    """What of the window belongs to the source, or names a forum."""
    sections = await gathered.sections()
    every = gathered.entries.values()
    inside = [entry async for entry in _gently(every) if now.inside(entry) and now.theirs(entry.url)]
    rewritten = sum(entry.published_at is None for entry in inside) > MOST_CHANGED
    async for entry in _gently(inside):
        believed = entry.published_at is not None or not rewritten
        if (believed and _section(entry.url) in sections) or now.ask.speaks(_headline(entry)):
            yield entry


def _section(url: str) -> str:
    """The first two folders of an address that are no date: /en/tech/2025/07/a-story → en/tech."""
    folders = url.partition("://")[2].partition("?")[0].split("/")[1:-1]
    return "/".join([folder for folder in folders if not folder.isdecimal()][:2])


def _headline(entry: Entry) -> str:
    """The title of an entry, or the words of its address."""
    if entry.title:
        return entry.title
    return _WORD_BREAK.sub(" ", entry.url.partition("://")[2].partition("/")[2])


def _date(entry: Entry) -> datetime | None:
    return entry.published_at or entry.changed_at


def _key(entry: Entry) -> bytes:
    return key_hash(url_key(entry.url))


def _message(now: _Search) -> str:
    there = [url for url, answered in now.asked.items() if answered]
    named = ", ".join(there[:3]) + (f" and {len(there) - 3} more" if len(there) > 3 else "")
    return "; ".join([f"searched {named or 'nothing that answers'}", *dict.fromkeys(now.failures)])
