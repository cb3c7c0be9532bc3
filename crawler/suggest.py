"""Any address of a site → what of it is polled best, proved, with its stanza for sources.yaml.

    address ─is a feed or sitemap→ proved as it is
            ─is a page→ feeds it declares and links to → usual places → sitemaps of robots.txt → usual places → itself
                        each polled, ranked; samples of the best are read until one works

A few requests, one after the other, under robots.txt and with the pauses of every crawl. Stores nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from crawler.dedupe import origin, site, url_key
from crawler.describe import described
from crawler.discover import (
    USUAL_FEEDS,
    USUAL_SITEMAPS,
    Offers,
    is_aside,
    kind_of,
    mislabelled,
    offers_of,
    own_places,
    sitemaps_named,
    usual_places,
)
from crawler.prove import STALE_DAYS, Document, Proof, Verdict, poll, prove, sample
from crawler.reach import Reach, read
from storage.records import Discovery, Failure, NotArticle, Page, Source, SourceKind

MAX_FEEDS = 6  # that a page declares, and as many that it links to
MAX_SITEMAPS = 3
MAX_SAMPLES = 3  # candidates of which an article is read
NEAR = 0.2  # share of a candidate's entries that the page links to, from which it is of that page
_RANKS: dict[SourceKind, int] = {"feed": 3, "sitemap": 2, "listing": 1}
_OF_PAGES = 0  # rank of a sitemap without dates: it names everything that a site ever had
_TOLD = ("url", "kind", "verdict", "reasons", "entries", "dated", "newest_at")


@dataclass(slots=True)
class Search:
    """What was found so far around one page."""

    page: Page
    offers: Offers
    reach: Reach
    now: datetime
    proxy: str | None = None  # that the site is asked through
    links: frozenset[str] = frozenset()  # keys of what the page links to
    found: list[Document] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # why others are none
    tried: set[str] = field(default_factory=set)
    further: list[str] = field(default_factory=list)  # feeds that a page of feeds links to

    async def look(self, urls: Iterable[str], *, until_good: bool = False) -> None:
        """Poll `urls`; those are kept that announce something."""
        for url in urls:
            if until_good and self.good:
                return
            if url_key(url) not in self.tried:
                self.tried.add(url_key(url))
                await self._poll(url)

    async def _poll(self, url: str) -> None:
        source = Source(url, url, "feed", url, proxy=self.proxy)
        page = await self.reach.document(source, url)
        if isinstance(page, Failure):
            self.refused.append(f"{url}: {page.message}")
            return
        kind = kind_of(page, source)
        if kind == "listing":
            self.further += [u for u in offers_of(page).anchors if u not in self.further][:MAX_FEEDS]
        if kind in ("feed", "sitemap"):
            document = await poll(replace(source, kind=kind, encoding=mislabelled(page)), self.reach, page)
            if isinstance(document, Document) and document.found.entries:
                self.found.append(document)
                return
        self.refused.append(f"{url}: nothing that could be polled")

    @property
    def alive(self) -> list[Document]:
        """The living feeds of articles."""
        recent = self.now - timedelta(days=STALE_DAYS)
        feeds = (d for d in self.found if d.source.kind == "feed" and self.is_main(d))
        return [feed for feed in feeds if max(feed.dates, default=self.now) > recent]

    @property
    def good(self) -> bool:
        """Whether one of them is of the page asked for, and not of its whole site."""
        return any(not self.is_section or self.overlap(feed) >= NEAR for feed in self.alive)

    @property
    def ranked(self) -> list[Document]:
        """The best first."""
        return sorted(self.found, key=self._rank, reverse=True)

    def _rank(self, document: Document) -> tuple[object, ...]:
        source, entries = document.source, document.found.entries
        newest = max(document.dates, default=None)
        alive = newest is None or (self.now - newest).days <= STALE_DAYS
        near = self.overlap(document) >= NEAR or not self.is_section
        dated = len(document.dates) / len(entries)
        rank = _RANKS[source.kind] if source.kind != "sitemap" or dated > 0.5 else _OF_PAGES
        return (
            self.is_main(document),
            alive,
            near,
            rank,
            round(dated, 1),
            self.overlap(document),
            len(entries),
        )

    @property
    def is_section(self) -> bool:
        """Whether the page asked for is not the front page."""
        return url_key(self.page.final_url).partition("://")[2].partition("/")[2] != ""

    def is_main(self, document: Document) -> bool:
        """Whether a document announces articles of the page's site: neither its comments, nor a partner's."""
        if document.source.kind == "feed" and is_aside(document.page):
            return False
        own, entries = site(self.page.final_url), document.found.entries
        return self.overlap(document) >= NEAR or 2 * sum(site(e.url) == own for e in entries) >= len(entries)

    def overlap(self, document: Document) -> float:
        """The share of a document's entries that the page links to."""
        entries = document.found.entries
        return sum(url_key(entry.url) in self.links for entry in entries) / len(entries)


async def suggest(
    url: str, reach: Reach, now: datetime, taken: Collection[str] = (), proxy: str | None = None
) -> Verdict:
    """The verdict on the best source that `url` leads to, with its stanza; its id is none of those `taken`."""
    asked = Source(url, url, "listing", url, proxy=proxy)
    page = await reach.document(asked, url)
    if isinstance(page, Failure):
        return Verdict(url, "broken", (page.message,), url=url)
    kind = kind_of(page, asked)
    if kind is None:
        return (await prove(replace(asked, kind="feed"), reach, now)).verdict
    if kind != "listing":
        document = await poll(replace(asked, kind=kind, encoding=mislabelled(page)), reach, page)
        if isinstance(document, Failure):
            return Verdict(url, "broken", (document.message,), url=url, kind=kind)
        return _told(await sample(document, reach, now), taken)
    search = await _searched(asked, page, reach, now)
    return await _best(search, taken)


async def instead(
    source: Source, proof: Proof, reach: Reach, now: datetime, polled: Collection[str]
) -> Verdict:
    """The verdict on a source of sources.yaml, with the stanza of what works in its place where it does not.

    `polled` are the keys of the addresses that other sources poll.
    """
    verdict, document = proof.verdict, proof.document
    if verdict.verdict == "works":
        moved = document.moved_to if document else None
        fresh = moved is not None and url_key(moved) not in polled
        return replace(verdict, stanza=_in_its_place(described(proof, ()), source)) if fresh else verdict
    if not (verdict.verdict == "broken" or proof.reason == "shell" or _is_stale(proof, now)):
        return verdict
    if proof.reason == "shell" and not source.render:
        return replace(verdict, stanza=_in_its_place(described(proof, ()), source))
    for url in _around(source, document):
        found = await suggest(url, reach, now, proxy=source.proxy)
        if found.verdict == "works" and found.stanza and url_key(found.stanza["url"]) not in polled:
            said = f"works instead: the {found.kind} {found.stanza['url']}"
            return replace(
                verdict, reasons=(*verdict.reasons, said), stanza=_in_its_place(found.stanza, source)
            )
    return verdict


def _is_stale(proof: Proof, now: datetime) -> bool:
    newest = proof.verdict.newest_at
    return newest is not None and (now - newest).days > STALE_DAYS


def _around(source: Source, document: Document | None) -> Iterable[str]:
    """Where a source's site may say what to poll: the page that came instead, then the front page."""
    pages = [document.page.final_url] if document and kind_of(document.page, source) == "listing" else []
    return dict.fromkeys([*pages, f"{origin(source.url)}/"])


def _in_its_place(stanza: Mapping[str, Any], source: Source) -> dict[str, Any]:
    """The stanza under the source's own id and name."""
    said = {name: getattr(source, name) for name in ("language", "country", "timezone")}
    named = {"id": source.id, "name": source.name}
    return named | {k: v for k, v in stanza.items() if k not in named} | {k: v for k, v in said.items() if v}


async def _searched(asked: Source, page: Page, reach: Reach, now: datetime) -> Search:
    offers = offers_of(page)
    search = Search(page, offers, reach, now, asked.proxy, frozenset(map(url_key, offers.links)))
    search.tried.add(url_key(page.final_url))
    await search.look(offers.feeds[:MAX_FEEDS])
    await search.look(offers.anchors[:MAX_FEEDS], until_good=True)
    await search.look(search.further[:MAX_FEEDS], until_good=True)
    await search.look(own_places(page.final_url), until_good=True)
    if not search.alive:
        await search.look(usual_places(page.final_url, USUAL_FEEDS), until_good=True)
    if not search.alive:
        named = await _of_robots(page.final_url, reach, asked.proxy)
        await search.look(named[:MAX_SITEMAPS])
        if not any(document.source.kind == "sitemap" for document in search.found):
            await search.look(usual_places(origin(page.final_url), USUAL_SITEMAPS))
    listing = await poll(replace(asked, encoding=mislabelled(page)), reach, page)
    if isinstance(listing, Document) and listing.found.entries:
        search.found.append(listing)
    return search


async def _of_robots(url: str, reach: Reach, proxy: str | None) -> tuple[str, ...]:
    where = f"{origin(url)}/robots.txt"
    answer = await reach.fetcher.get(where, proxy=proxy)
    return () if isinstance(answer, Failure) else sitemaps_named(answer.body, where)


async def _best(search: Search, taken: Collection[str]) -> Verdict:
    """The first candidate that works, in order of rank; else the first."""
    ranked = search.ranked
    if not ranked:
        return _nothing(search, taken)
    proofs: list[Proof] = []
    main = [document for document in ranked if search.is_main(document)]
    for document in (main or ranked)[:MAX_SAMPLES]:
        proofs.append(await sample(document, search.reach, search.now))
        if proofs[-1].verdict.verdict == "works":
            break
    chosen = next((proof for proof in proofs if proof.verdict.verdict == "works"), proofs[0])
    others = [proof.verdict for proof in proofs if proof is not chosen]
    others += [
        _unread(document) for document in ranked if all(proof.document is not document for proof in proofs)
    ]
    verdict = _told(chosen, taken, search.offers.title)
    said = tuple({name: asdict(other)[name] for name in _TOLD} for other in others)
    assert chosen.document is not None
    away = search.is_section and search.overlap(chosen.document) < NEAR
    far = ("few of its entries stand on the page asked for: it is of the whole site",) if away else ()
    if not main:
        doubt = "it is of comments, of recordings or of another site; nothing else was found"
        return replace(verdict, verdict="doubtful", reasons=(doubt, *verdict.reasons), others=said)
    return replace(verdict, reasons=verdict.reasons + far, others=said)


def _told(proof: Proof, taken: Collection[str], heading: str | None = None) -> Verdict:
    if proof.document is None or not proof.document.found.entries:
        return proof.verdict
    stanza = described(proof, taken, heading)
    return replace(proof.verdict, source_id=stanza["id"], stanza=stanza)


def _unread(document: Document) -> Verdict:
    entries, dates = document.found.entries, document.dates
    return Verdict(
        document.source.url,
        "doubtful",
        ("no article of it was read: another is better",),
        entries=len(entries),
        dated=len(dates),
        newest_at=max(dates, default=None),
        url=document.source.url,
        kind=document.source.kind,
    )


def _nothing(search: Search, taken: Collection[str]) -> Verdict:
    """A page that leads to nothing; one that scripts fill can be drawn."""
    page = search.page
    source = Source(page.url, page.url, "listing", page.url, proxy=search.proxy)
    said = read(source, page, None, None, announced=False)
    if isinstance(said, NotArticle) and said.reason == "shell":
        why = (
            "the page holds no links until scripts have run; with render: true a browser draws it (not tried)"
        )
        drawn = Document(replace(source, render=True), page, Discovery())
        verdict = Verdict(page.url, "doubtful", (why,), url=page.url, kind="listing")
        stanza = described(Proof(verdict, drawn), taken, search.offers.title)
        return replace(verdict, source_id=stanza["id"], stanza=stanza)
    why = "no feed, no sitemap and no list of articles found"
    return Verdict(page.url, "broken", (why, *search.refused[:5]), url=page.url)
