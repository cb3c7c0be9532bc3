"""An article that goes on on further pages → the address of the next one; its pages → one article.

Only the same address with a page's number is a continuation: ``/story/2``, ``/story?page=2``, ``/story_2.html``. What
``rel=next`` points to otherwise is the next article of a blog.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.parse.page.blocks import Outline
from crawler.parse.page.metadata import absolute
from storage.records import Article

MAX_PAGES = 20  # of one article: a number above is no page's
MAX_HREFS = 2_000  # of a page
MAX_LINKS = 400  # addresses looked at in one page
TAIL = 60  # characters behind it in which the number stands
MAX_TEXT = 1_000_000  # characters of a joined article

_WORD = r"(?:page|pages|seite|pagina|página|strona|strana|sida|side|sivu|sayfa|oldal|stranica|trang|halaman|str|pag|pg|p)"
_PATH = re.compile(
    rf"(?P<stem>.+?)(?:(?P<word>[/_.,-]{_WORD}[/_=-]?)|(?P<mark>[/_,.]))(?P<number>[1-9]\d?)(?P<kind>\.\w{{3,5}})?/?",
    re.I,
)
_COUNT = re.compile(r"(?<!\d)[1-9]\d?(?:\.\w{3,5})?/?\Z")  # its end, without which it need not be taken apart
END = 9  # characters of that at most
# what names an article: /news/12 is not followed by /news/13
_NAME = re.compile(r"(?=.*[^\d./_-]).{12,}|[\d_]{5,}")
_COUNTED = re.compile(r"[a-z]+\d{2,}", re.I)  # the same, where the page's number follows upon an underscore
_KIND = re.compile(r"\.(?:html?|shtml|php|aspx?|jsp|cms|ece)$", re.I)
_NUMBERED = re.compile(r"(?:^|\D)\d{1,2}/?(?:\.\w{3,5})?(?:[?#&]|$)")
_QUERY = frozenset(
    ("page", "p", "pg", "pagenum", "pageno", "paged", "page_no", "pn", "seite", "pagina", "página", "strona")
)


def read_next_page(page: Outline, url: str | None, canonical: str | None = None) -> str | None:
    """The address of the page on which the article goes on; None where it ends here."""
    addresses = dict.fromkeys(address for address in (url, canonical) if address)
    own = [parts for address in addresses if (parts := _parts(address))]
    said = [page.links["next"]] if "next" in page.links else []
    for path in {path for _, path, _ in own}:
        said += _links(page, path)
    for address in dict.fromkeys(said):
        found = absolute(address, url, page)
        if found and "comment" not in found and (to := _parts(found)) and any(_continues(a, to) for a in own):
            return found.split("#", 1)[0]
    return None


def join_pages(first: Article, further: Iterable[Article]) -> Article:
    """One article of all its pages; what a page repeats of those before it is told once.

    Partial where the last of them still points to another: that one could not be had.
    """
    lines, rest, credit = first.text.split("\n"), first.next_page, first.credit
    for page in further:
        told = set(lines)
        lines += [line for line in page.text.split("\n") if line not in told]
        rest, credit = page.next_page, credit or page.credit
    text = "\n".join(lines)[:MAX_TEXT]
    partial = first.partial or rest is not None
    return replace(first, text=text, next_page=rest, partial=partial, credit=credit)


_Parts = tuple[str, str, dict[str, str]]  # host, path without its last slash, query


def _parts(url: str) -> _Parts | None:
    try:
        parts = urlsplit(url)
        return (
            (parts.hostname or "").removeprefix("www."),
            parts.path.rstrip("/"),
            dict(parse_qsl(parts.query)),
        )
    except ValueError:
        return None


def _links(page: Outline, path: str) -> list[str]:
    """The addresses that a page points to which hold the last part of its own and a number, or are but a query."""
    name = _KIND.sub("", path)
    counted = (name[-1:].isdigit() or name == path) and _COUNT.search(path, max(0, len(path) - END))
    if counted and (numbered := _PATH.fullmatch(path)):
        name = numbered["stem"]
    name = name.rsplit("/", 1)[-1]
    if not (_NAME.fullmatch(name) or _COUNTED.fullmatch(name)):
        return []
    hrefs = page.hrefs[:MAX_HREFS]
    found = [to for to in hrefs if to[:1] == "?" and len(to) < TAIL and _NUMBERED.search(to)]
    for spelt in dict.fromkeys((name, unquote(name))):
        for to in [to for to in hrefs if spelt in to]:
            rest = to[to.rfind(spelt) + len(spelt) :]
            if 0 < len(rest) < TAIL and _NUMBERED.search(rest):
                found.append(to)
    return found[:MAX_LINKS]


def _continues(own: _Parts, to: _Parts) -> bool:
    """Whether `to` is the page that follows `own` in the same article."""
    if own[0] != to[0] or not own[1]:
        return False
    if own[1] == to[1]:
        return _next_query(own[2], to[2])
    mine = {k: v for k, v in own[2].items() if not k.startswith("utm_")}
    return mine == to[2] and _next_path(own[1], to[1])


def _next_query(own: dict[str, str], to: dict[str, str]) -> bool:
    changed = [key for key in to if own.get(key) != to[key]]
    if len(changed) != 1 or (key := changed[0]).lower() not in _QUERY:
        return False
    now = own.get(key, "1")
    kept = all(key in to or key.startswith("utm_") for key in own)
    return kept and now.isdigit() and to[key] == str(int(now) + 1) and int(now) < MAX_PAGES


def _names(after: re.Match[str]) -> bool:
    """Whether what stands before the number names an article."""
    name = after["stem"].rsplit("/", 1)[-1]
    return _NAME.fullmatch(name) is not None or (
        after["mark"] == "_" and _COUNTED.fullmatch(name) is not None
    )


def _next_path(own: str, to: str) -> bool:
    after = _PATH.fullmatch(to)
    if after is None or not _names(after):
        return False
    number, kind = int(after["number"]), after["kind"] or ""
    first = _KIND.sub("", own) if kind else own
    if after["stem"] == first:  # page 2 of an address without a number; some count their second page as 1
        return number == 2 or (number == 1 and after["mark"] == "_")
    before = _PATH.fullmatch(own)
    if before is None or before["stem"] != after["stem"] or (before["kind"] or "") != kind:
        return False
    marked = before["word"] == after["word"] and before["mark"] == after["mark"]
    return marked and number == int(before["number"]) + 1 <= MAX_PAGES
