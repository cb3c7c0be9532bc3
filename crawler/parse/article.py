"""A page's bytes → its article, or why there is none.

bytes ─charset→ text ─selectolax→ tree ─walk.outline→ Outline ┬ jsonld, metadata, title, authors
                                                              ├ judge → body → language
                                                              ├ dates (with the body's place)
                                                              └ kinds → NotArticle
"""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from urllib.parse import urlsplit

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, SelectolaxError

from crawler.bounds import bounded, without_noscript
from crawler.directives import Directives, read_directives
from crawler.parse.authors.byline_words import BY_IN
from crawler.parse.authors.read import read_authors
from crawler.parse.body import judge
from crawler.parse.body.contacts import without_contacts
from crawler.parse.body.edges import trimmed, unsigned
from crawler.parse.body.headed import headed, headed_below
from crawler.parse.body.headline import headline_before
from crawler.parse.body.live import read_kind, with_updates
from crawler.parse.body.margins import without_margins
from crawler.parse.body.own_byline import without_byline, without_outlet
from crawler.parse.body.standfirst import with_standfirst
from crawler.parse.body.state import fuller_text, heading_of
from crawler.parse.body.times import without_time
from crawler.parse.body.waiting import is_waiting
from crawler.parse.credits.read import Outlet, read_credit
from crawler.parse.dates import read as dates
from crawler.parse.dates.zone import zone_named, zone_of
from crawler.parse.kinds.evidence import unproven
from crawler.parse.kinds.partial import is_partial
from crawler.parse.kinds.proof import Shown
from crawler.parse.kinds.read import not_article
from crawler.parse.kinds.things import other_thing
from crawler.parse.language import read_language
from crawler.parse.page import metadata
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.charset import decode, is_utf8
from crawler.parse.page.clean import nfc, plain
from crawler.parse.page.jsonld import read_jsonld
from crawler.parse.page.markup import not_html
from crawler.parse.page.phrases import SHELL, holds
from crawler.parse.page.stops import STOPS
from crawler.parse.page.veils import has_gaps, is_veiled, unveiled, with_shadows
from crawler.parse.page.walk import outline
from crawler.parse.pages import read_next_page
from crawler.parse.refresh import read_refresh
from crawler.parse.title.read import is_told, names_section, read_title
from storage.records import Article, NotArticle

MAX_BODY = 12_000_000  # bytes read of a page: what stands behind them is cut off
MAX_TEXT = 1_000_000  # characters of an article kept
TEXTLESS = ("shell", "no-text")
LITTLE = 250  # characters of a text: so little may be what stands where a script writes the text
WITHOUT_EVENTS = LexborDocumentOptions.WO_EVENTS.value  # what <select> copies for show; nothing of it is read


def parse_article(
    html: bytes,
    url: str | None = None,
    *,
    content_type: str | None = None,
    language: str | None = None,
    fetched_at: datetime | None = None,
) -> Article | None:
    """The article of a page, or None where it shows none. Never raises, whatever the bytes."""
    found = read_page(html, url, content_type=content_type, language=language, fetched_at=fetched_at)
    return found if isinstance(found, Article) else None


def read_page(
    body: bytes,
    url: str | None,
    *,
    content_type: str | None = None,
    language: str | None = None,
    timezone: str | None = None,
    encoding: str | None = None,
    fetched_at: datetime | None = None,
    robots_tag: str | None = None,
    obeys: str | None = None,
    announced: bool = False,
    named: bool = False,
) -> Article | NotArticle:
    """The article of a page, or the reason why it is none.

    `language` is what the source is written in, `timezone` the IANA name for dates without an offset, `encoding`
    overrides every label, `fetched_at` bounds the dates and is what "3 hours ago" counts from. `robots_tag` is the
    X-Robots-Tag header; it and the page's robots metas are obeyed as far as they concern the program `obeys`. What was
    `announced` as news, by a feed or with the day of its publication, need not prove that it is an article; nor need
    what was announced under the name of a forum (`named`), but it may prove to be a forum's programme and none.
    """
    if reason := not_html(body, content_type):
        return NotArticle(url, reason, (content_type or "")[:80])
    body = body[:MAX_BODY]
    page_bytes = _utf8(body, content_type, encoding, url).replace(b"\0", b"")
    try:
        asked = _Asked(url, language, timezone, fetched_at, robots_tag, obeys, announced, named)
        found = _read(opened := with_shadows(page_bytes), asked)
        if opened != page_bytes and isinstance(found, NotArticle):  # a banner in a shadow root hides no text
            found = seen if isinstance(seen := _read(page_bytes, asked), Article) else found
        page_bytes = opened
        if isinstance(found, NotArticle) and found.reason in TEXTLESS:
            bare = without_noscript(page_bytes)
            again = _read(bare, asked) if bare != page_bytes else found
            found = again if isinstance(again, Article) else found
        return _fuller(found, page_bytes, asked)
    except (SelectolaxError, ValueError, UnicodeError) as error:
        return NotArticle(url, "not-html", str(error)[:80])


def _fuller(found: Article | NotArticle, page: bytes, asked: _Asked) -> Article | NotArticle:
    """What a page keeps behind templates, frames and <noscript>, where it shows no text, or no sentence, and that is one."""
    shown = found.text if isinstance(found, Article) else ""
    textless = isinstance(found, NotArticle) and found.reason in TEXTLESS
    waits = 0 < len(shown) < LITTLE and not _tells(
        shown
    )  # "Loading…"; a flash is a text, and what is hidden another
    if not (textless or waits) or not is_veiled(page):
        return found
    again = _read(unveiled(page), asked)
    if not isinstance(again, Article) or len(again.text) < max(LITTLE, 2 * len(shown)):
        return found
    return found if holds(SHELL, again.text[:LITTLE]) or has_gaps(again.text) else again


def _tells(text: str) -> bool:
    """Whether a line of a text ends as sentences do."""
    return any(line.endswith(STOPS) and not line.endswith("..") for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is known of a page beside its bytes."""

    url: str | None
    language: str | None
    timezone: str | None
    fetched_at: datetime | None
    robots_tag: str | None
    obeys: str | None
    announced: bool
    named: bool


def _read(source: bytes, asked: _Asked) -> Article | NotArticle:
    page = outline(LexborHTMLParser(bounded(source), options=WITHOUT_EVENTS))
    said = read_directives(asked.robots_tag, page.metas, asked.obeys, asked.fetched_at)
    if to := read_refresh(page, asked.url):
        return NotArticle(asked.url, "redirect", to[:80], leads_to=None if said.nofollow else to)
    found = _article(page, source, asked)
    return _obeyed(found, said) if isinstance(found, Article) and said.said else found


def _obeyed(article: Article, said: Directives) -> Article | NotArticle:
    """What a publisher lets be kept of an article."""
    if said.noindex:
        return NotArticle(article.url or None, "noindex", said.said)
    cut = said.nofollow and article.next_page is not None
    return replace(
        article,
        partial=article.partial or cut,
        next_page=None if cut else article.next_page,
        archivable=not said.noarchive,
    )


def _utf8(body: bytes, content_type: str | None, encoding: str | None, url: str | None) -> bytes:
    """The page in the one encoding that the parser reads; most are in it already, and are not copied."""
    if encoding is None and is_utf8(body):
        return body.removeprefix(BOM_UTF8)
    return decode(body, content_type=content_type, encoding=encoding, url=url).encode("utf-8", "replace")


def _article(page: Outline, source: bytes, asked: _Asked) -> Article | NotArticle:
    url, fetched_at, host = asked.url, asked.fetched_at, _host_name(asked.url)
    declared = read_jsonld(page.json_ld)
    site_name = metadata.read_site_name(page, declared)
    title = read_title(page, declared, site_name, source)
    clues = judge.measure(page, title)
    judged = judge.body(clues)
    summary = metadata.read_summary(page, declared)
    body = trimmed(without_time(with_standfirst(clues, judged, summary), page), title)
    if title and body:
        if not is_told(page, declared):
            title, body = headed(page, body, title, host)
        elif names_section(page, declared, title):
            title, body = headed_below(page, body, title)
    own = (site_name, host)
    around = _around(page, clues.signs, judged, title)
    said = (*page.metas.get("content-language", ()), declared.language, asked.language)
    tongue = None if page.language else read_language(_text(body), *said)
    # short words for "by" are such in one language alone; nothing else of a page is told by a guess
    spoken = replace(page, language=tongue) if tongue in BY_IN else page
    authors = read_authors(spoken, declared, own, around.headline - 8, around.end + 4, source)
    people = tuple(a for a in authors if a not in (site_name, declared.publisher))
    body = without_margins(unsigned(without_contacts(body, page), people, title), people, title)
    body = without_byline(without_outlet(body, (site_name, declared.publisher)), people, title)
    shown = _text(body)
    if is_waiting(shown) and not is_told(page, declared):
        body, shown = [], ""
    text = with_updates(fuller_text(shown, page, declared, source, title, url), declared)
    if text and not shown and not is_told(page, declared):
        title = heading_of(page, source, title, url) or title
    text = text or (declared.article and summary) or ""
    if why := not_article(page, declared, url, title, body if text.startswith(shown) else [], bool(text)):
        return NotArticle(url, *why)
    lang = read_language(text, page.language, *said)
    zone = zone_named(asked.timezone) or zone_of(page.language, lang, url)
    when = dates.read_dates(page, declared, around, url, _context(page, url, lang, zone, fetched_at), source)
    if not asked.announced and body and text.startswith(shown):
        shows = Shown(page, declared, url, title, body, authors, when, source)
        if why := other_thing(shows, named=asked.named) or (None if asked.named else unproven(shows)):
            return NotArticle(url, *why)
    canonical = metadata.read_canonical(page, declared, url)
    outlet = Outlet(own, url, authors)
    return Article(
        url=url or "",
        title=title or plain(text.split("\n", 1)[0], 120) or url or "",
        text=text,
        canonical_url=canonical,
        summary=summary,
        authors=authors,
        published_at=when.published_at,
        modified_at=when.modified_at,
        published_from=when.published_from,
        modified_from=when.modified_from,
        published_confidence=when.published_confidence,
        modified_confidence=when.modified_confidence,
        language=lang,
        site_name=site_name,
        section=metadata.read_section(page, declared),
        tags=metadata.read_tags(page, declared),
        image_url=metadata.read_image(page, declared, url),
        kind=read_kind(page, declared, title, body),
        partial=is_partial(page, declared, body, text),
        next_page=read_next_page(page, url, canonical),
        credit=read_credit(page, declared, judged, around.headline, outlet),
    )


def _text(body: list[Block]) -> str:
    return nfc("\n".join(b.text for b in body))[:MAX_TEXT].strip()


def _context(
    page: Outline, url: str | None, language: str | None, zone: tzinfo, fetched_at: datetime | None
) -> dates.Context:
    return dates.Context(
        zone=zone,
        latest=dates.latest_for(fetched_at),
        now=fetched_at.astimezone(zone) if fetched_at else None,
        day_first=dates.day_first(language, url, page.language),
    )


def _around(page: Outline, signs: list[int], body: list[Block], title: str | None) -> dates.Neighbourhood:
    """Where headline and text stand among the blocks."""
    start = body[0].order if body else len(page.blocks)
    end = body[-1].order + 1 if body else len(page.blocks)
    return dates.Neighbourhood(headline_before(page, start, title), start, end, signs, title)


def _host_name(url: str | None) -> str | None:
    """The part of a host that names its owner: ``example`` of www.example.co.uk."""
    try:
        labels = (urlsplit(url or "").hostname or "").split(".")
    except ValueError:
        return None
    return max(labels[:-1], key=len, default=None)
