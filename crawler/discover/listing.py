"""Listing pages → drafts: by the selectors of the source, else by what the links of an article list look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from crawler.bounds import bounded
from crawler.patterns import lazily
from storage.records import Selectors

from .addresses import absolute, path_of, site_of
from .dates import Clock, date_in
from .drafts import Draft

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
PLAIN_TYPES = ("text/xml", "application/xml")  # of feeds too, where no page in another language is meant
MAX_ITEMS = 5000
LACKING = 3  # items of a list without a link from which, where they are half of it, that is told
MIN_TITLE = 16  # Latin letters of a headline; shorter link texts are names of sections
MIN_TITLE_DENSE = 7  # the same in scripts that need fewer letters: Chinese, Japanese, Korean, Thai
CLIMB = 4  # elements above a link in which its date may stand
MAX_CLIMB = 40  # elements above a link in which it can be furniture
MAX_CARD = 1500  # characters of a card in which its date is looked for

_DENSE = lazily("[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LINKING = ("href", "data-href", "data-url", "data-link")  # a script makes links of the others
_HEADINGS: Final = ("h2", "h3", "h4", "h1")
_FURNITURE: Final = frozenset({"nav", "footer", "header", "form"})
_NOT_ARTICLE = lazily(
    r"/(?:tags?|topics?|categor(?:y|ies)|authors?|about(?:-us)?|contact(?:-us)?|privacy[\w-]*|terms[\w-]*|login|signin|"
    r"register|subscribe|search|page|cookies?|sitemap|rss|feeds?|advertis\w+|jobs|careers|newsletters?)(?:/[^/]*)?/?$|"
    r"\.(?:jpe?g|png|gif|svg|webp|pdf|zip|mp[34]|xml|css|js)$",
    re.I,
)
_ARTICLE = lazily(
    r"\d{4,}|(?:[^/?&=.\s-]{1,40}-){3,}|[\u3040-\u9fff\uac00-\ud7af]{8,}|[^\x00-\x7f/?&=-]{24,}|/\d{4}/\d{1,2}/|[?&](?:id|p|aid|newsid|article\w*)=\d|\.s?html?$",
    re.I,
)
_CALENDAR = lazily(r"(?:^|/)(?:19|20|25)\d\d(?:[/-]\d{1,2}){1,2}/?$")  # a day or month of an archive
_ORDERED = lazily(
    r"[?&](?:month|year|date|day|cal\w*|paged?|sort\w*|order\w*|filter\w*|dir|limit|offset|start|view)=", re.I
)  # the same list, in another order or further on
_NAMED = lazily(r"[?&](?:id|p|aid|newsid|article\w*)=\d", re.I)
_URL_DATE = lazily(r"(?<!\d)(20\d\d)([-/_]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(slots=True)
class ListingText:
    """What a listing page holds."""

    drafts: list[Draft] = field(default_factory=list)
    title: str | None = None
    feeds: tuple[str, ...] = ()  # that it announces
    older: str | None = None  # its next page
    problem: str | None = None
    metas: dict[str, list[str]] = field(default_factory=dict)  # name or http-equiv in lower case → contents


def read_listing(text: str, select: Selectors | None, base: str, clock: Clock) -> ListingText:
    """The links of a listing page; without `select`, those of its own site that look like articles."""
    tree = LexborHTMLParser(bounded(text.encode("utf-8", "replace")))
    page = ListingText(
        title=title_of(tree), feeds=feeds_of(tree, base), older=_next(tree, base), metas=_metas(tree)
    )
    here, base = base, base_of(tree, base)
    try:
        found = _selected(tree, select, base, here) if select else _likely(tree, base, clock)
        page.drafts = [draft for draft, _ in zip(found, range(MAX_ITEMS), strict=False)]
    except SelectolaxError as err:
        page.problem = f"a selector that cannot be read ({str(err)[:100]})"
    _leave_out_what_leads_nowhere(page)
    if not page.drafts and page.problem is None:
        page.problem = (
            f"nothing matches select: {select.item!r}" if select else "no link looks like an article"
        )
    return page


def feeds_of(tree: LexborHTMLParser, base: str) -> tuple[str, ...]:
    """The feeds a page announces by ``link rel=alternate``, those of comments last."""
    base = base_of(tree, base)
    found: dict[str, bool] = {}
    for link in tree.css("link[rel][type][href]"):
        said = link.attributes
        kind = (said.get("type") or "").partition(";")[0].strip().lower()
        url = absolute(said.get("href"), base)
        feed = kind in FEED_TYPES or (kind in PLAIN_TYPES and "hreflang" not in said)
        if url and feed and "alternate" in (said.get("rel") or "").lower().split():
            found.setdefault(url, "comment" in ((said.get("title") or "") + url).lower())
    return tuple(sorted(found, key=found.__getitem__))


def _next(tree: LexborHTMLParser, base: str) -> str | None:
    node = tree.css_first("link[rel~=next][href], a[rel~=next][href]")
    return absolute(node.attributes.get("href"), base_of(tree, base)) if node else None


def base_of(tree: LexborHTMLParser, base: str) -> str:
    """The address that a page's relative links are meant against."""
    node = tree.css_first("base[href]")
    return (absolute(node.attributes.get("href"), base) if node else None) or base


def title_of(tree: LexborHTMLParser) -> str | None:
    """What a page calls itself."""
    node = tree.css_first("title")
    return node.text(strip=True) or None if node else None


def _metas(tree: LexborHTMLParser) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.css("meta[content]"):
        said = meta.attributes
        if name := said.get("name") or said.get("http-equiv"):
            found.setdefault(name.strip().lower(), []).append(said["content"] or "")
    return found


def _leave_out_what_leads_nowhere(page: ListingText) -> None:
    """Drop items without a link: there are advertisements among them, so that only many are told of."""
    found, count = [draft for draft in page.drafts if draft.links], len(page.drafts)
    lacking = count - len(found)
    page.drafts = found
    if lacking >= LACKING and 2 * lacking >= count:
        page.problem = f"{lacking} of {count} items have no address"


def _link_of(item: LexborNode, select: Selectors, base: str, here: str) -> tuple[LexborNode, str | None]:
    """The link of an item, in it or around it, and its address; one to the page itself is for a script to set."""
    link = item if item.tag == "a" and select.link == "a" else item.css_first(select.link)
    if link is None and select.link == "a":
        link = next((node for node in _around(item, CLIMB) if node.tag == "a"), None)
    for node in (link, item) if link is not None else (item,):
        for name in _LINKING:
            href = node.attributes.get(name)
            if (url := absolute(href, base)) and url != here:
                return link or node, href
    return link or item, None


def _selected(tree: LexborHTMLParser, select: Selectors, base: str, here: str) -> Iterator[Draft]:
    here = absolute(here, here) or here
    for item in tree.css(select.item):
        link, href = _link_of(item, select, base, here)
        if href is None:
            yield Draft()
            continue
        date = item.css_first(select.date) if select.date else item.css_first("time")
        named = item.css_first(select.title) if select.title else None
        summary = item.css_first(select.summary) if select.summary else None
        yield Draft(
            links=(href,),
            title=_shown(named) or _shown(link) or link.attributes.get("title"),
            summary=_shown(summary),
            dates=tuple(_dates(date)) if date is not None else (),
            base=base,
        )


def _dates(node: LexborNode) -> Iterator[str]:
    """What a date's element says of it, the machine's words first."""
    for name in ("datetime", "content", "data-date", "data-time"):
        if value := node.attributes.get(name):
            yield value
    yield node.text(separator=" ", strip=True)
    if value := node.attributes.get("title"):
        yield value


def _shown(node: LexborNode | None) -> str | None:
    return node.text(separator=" ", strip=True) or None if node is not None else None


def _likely(tree: LexborHTMLParser, base: str, clock: Clock) -> Iterator[Draft]:
    """Links to the same site with a headline's length, outside navigation: by their address, or a heading with a date.

    Short addresses (/riga-opens) tell nothing; a heading that has a date to itself is an article's all the same.
    """
    site, best = site_of(base), dict[str, tuple[str, LexborNode]]()
    cards: dict[int, set[str]] = {}  # element → the articles linked in it, and headings
    linked, addressed = set[str](), set[str]()  # all of those, and those with an article's address
    furniture: dict[int, bool] = {}
    for link in tree.css("a[href]"):
        url = absolute(link.attributes.get("href"), base)
        if url is None or url == base:
            continue
        if _is_article(url, site):
            addressed.add(url)
        elif not _heads(link, url, site):
            continue
        if _in_furniture(link, furniture):
            continue
        for node in _around(link, CLIMB):
            cards.setdefault(node.mem_id, set()).add(url)
        linked.add(url)
        title = _shown(link) or link.attributes.get("title") or ""
        if len(title) > len(best.get(url, ("",))[0]):
            best[url] = (title, link)
    for url, (title, link) in best.items():
        # beside an article's address a heading (of its section, its author) has no date to itself
        others = addressed if url in addressed else linked
        dates = tuple(_dates_near(link, url, cards, others, clock)) if _is_headline(title) else ()
        if dates or (_is_headline(title) and url in addressed):
            yield Draft(links=(url,), title=title, dates=dates)


def _is_article(url: str, site: str) -> bool:
    path, query = _named(url, site)
    return bool(_ARTICLE.search(unquote(path + query)))  # a slug in any script


def _heads(link: LexborNode, url: str, site: str) -> bool:
    """Whether a link of a headline's length is a heading, or holds one, and leads below the front page."""
    path, query = _named(url, site)
    if len(path) < 2 or (not query and "?" in url) or not _is_headline(_shown(link) or ""):
        return False
    headed = any(node.tag in _HEADINGS for node in _around(link, CLIMB))
    return headed or link.css_first(", ".join(_HEADINGS)) is not None


def _named(url: str, site: str) -> tuple[str, str]:
    """The path of an address and what it asks for, as far as an article may be named by them; nothing elsewhere."""
    path, mark, query = path_of(url).partition("?")
    if not _same_site(site_of(url), site) or _NOT_ARTICLE.search(path) or _CALENDAR.search(path):
        return "", ""
    query = mark + query
    if _ORDERED.search(query) and not _NAMED.search(query):
        query = ""  # what these name is no article
    return path, query


def _around(node: LexborNode, most: int) -> Iterator[LexborNode]:
    """The node and the elements around it, `most` at most."""
    at: LexborNode | None = node
    for _ in range(most):
        if at is None:
            return
        yield at
        at = at.parent


def _same_site(site: str, own: str) -> bool:
    return site == own or site.endswith("." + own) or own.endswith("." + site)


def _is_headline(title: str) -> bool:
    return len(title) >= (MIN_TITLE_DENSE if _DENSE.search(title) else MIN_TITLE)


def _in_furniture(link: LexborNode, known: dict[int, bool]) -> bool:
    for node in _around(link, MAX_CLIMB):
        if node.tag in _FURNITURE:
            if node.mem_id not in known:  # the header of a card has a headline in it
                known[node.mem_id] = node.tag != "header" or node.css_first("h1, h2, h3") is None
            return known[node.mem_id]
    return False


def _dates_near(
    link: LexborNode, url: str, cards: dict[int, set[str]], others: Set[str], clock: Clock
) -> Iterator[str]:
    """The date in the smallest element that shows one, as long as that is the card of this link and none of `others`."""
    for node in _around(link, CLIMB):
        if len(cards[node.mem_id] & others) > 1:
            break
        time = node.css_first("time")
        said = (
            *(_dates(time) if time is not None else ()),
            date_in(node.text(separator=" ", strip=True)[:MAX_CARD]),
        )
        if found := next((s for s in said if s and clock.read(s)), None):
            yield found
            return
    if m := _URL_DATE.search(path_of(url)):
        yield f"{m[1]}-{int(m[3]):02}-{int(m[4]):02}"
