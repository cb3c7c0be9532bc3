"""A page → the title of its article, without the name of the site.

what JSON-LD, OpenGraph, <h1> and <title> say → the one that others confirm → the site's name cut off
"""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.parse.page.blocks import Outline
from crawler.parse.page.clean import folded, letters, plain
from crawler.parse.page.jsonld import Declared
from crawler.parse.page.metadata import first
from crawler.parse.title.appeals import is_appeal
from crawler.parse.title.shown import (
    BEGUN,
    MAX_TITLE,
    SHOWN,
    YEAR,
    alone_shown,
    as_shown,
    before_site,
    begun,
    below_kicker,
    by_heading,
    called,
    headings,
    in_own_script,
    is_before,
    quoted,
    whole_shown,
    without_kind,
    without_label,
    without_path,
)

FIRST = 3  # lines of a block among which a headline stands, below a date perhaps
NAME, NAME_WORDS = 32, 4  # characters of the name of a section, and words of it
LEAST_END = 0.5  # of a <title>: a shorter end may be the site's name
_OG = (
    "og:title",
    "twitter:title",
    "dc.title",
    "title",
    "parsely-title",
    "sailthru.title",
    "headline",
    "articletitle",
)
_CUT = re.compile(
    r"\s+[|–—·•»«:/\\-]+\s+|\s*[|｜_»]\s*|\s+::\s+|(?<=[^\x00-\x7f])[-–—](?=[^\x00-\x7f]{2,12}$)"
)
_POWERED = re.compile(r"\s*[-–—|_]\s*powered by [^|]{2,30}$", re.I)  # a program's own mark
_CUT_SIGN = re.compile(r"[|｜_»–—·•«:/\\-]")  # each cut has one; few titles do
_PAGE_NUMBER = re.compile(
    r"\s*[(（\[]\s*(?:(?:page|seite|página)\s\d{1,2}\s*(?:/|of|von|de)\s*\d{1,2}|\d{1,2}\s*/\s*\d{1,2}\s*(?:ページ|页|頁|pages?))\s*[)）\]]$",
    re.I,
)
# as Indonesian papers that part their articles add
_PAGED = re.compile(r"\s(?:[-–—|]\s)?Halaman all$|\s[-–—|]\sHalaman \d{1,2}$")
_IN_BRACKETS = re.compile(r"\s*[(（]([^()（）]{2,40})[)）]$")
_INITIAL = re.compile(r"\w+")
_KICKER = re.compile(r"(?:[:–—|-]|[»”\"']\s*:)\s*$")
_HOST = re.compile(r"(?:https?:)?//([\w.-]{4,100})")


def read_title(page: Outline, declared: Declared, site_name: str | None, source: bytes = b"") -> str | None:
    """The headline as readers see it; `source` is the page in UTF-8, for what its markup parts."""
    title = below_kicker(_title(page, declared, site_name), page, source)
    if title and _PAGED.search(title):
        title = _PAGED.sub("", title)
    if not title or title[-1] not in ")）]":
        return title
    return _without_agency(_PAGE_NUMBER.sub("", title) or title, declared)


def _without_agency(title: str, declared: Declared) -> str:
    """A title without the outlet in brackets that a portal took the article from; an abbreviation of its words stays."""
    found = _IN_BRACKETS.search(title)
    if found is None:
        return title
    named = {_key(n) for n in (declared.publisher, *declared.outlets, *declared.authors) if n}
    left = title[: found.start()]
    own = found[1] in left or found[1].upper() in "".join(w[0] for w in _INITIAL.findall(left)).upper()
    return left if _key(found[1]) in named and not own else title


def _title(page: Outline, declared: Declared, site_name: str | None) -> str | None:
    h1 = headings(page, "h1")
    og, own = without_path(first(page, _OG, MAX_TITLE) or "") or None, page.title or ""
    head = plain(without_path(_POWERED.sub("", own) if "owered" in own.lower() else own), MAX_TITLE)
    if og and head and ((len(og) == 1 and og not in head) or _is_of_site(page, og, head)):
        og = None
    names = _names(page, declared, site_name)
    lone = [h for h in h1 if _key(h) not in names]
    if declared.article and (headline := plain(declared.headline, MAX_TITLE)):
        if headline.isascii() and (shown := in_own_script(page, headline, lone)):
            return shown
        headline = _confirmed(_without_site(headline, names, head), lone, og, head, names)
        return alone_shown(page, headline, lone) or without_kind(headline, lone)
    # a visible headline that a declared one holds, or holds the beginning of, is the title
    for said in (og, head):
        if said and (heading := next((h for h in lone if _agree(h, said)), None)):
            return _below_name(page, heading, said) or without_label(heading, said)
    parts = [part for part in _CUT.split(head or "") if _key(part) not in names]
    if head and (heading := next((h for h in lone if _begins(h, parts[-1:])), None)):
        return heading  # a site that cuts its titles, and declares what kind of text it is
    if og:
        og = by_heading(before_site(page, _without_site(og, names, head)), lone)
        if alone := alone_shown(page, og, lone):
            return alone
        line = None if lone or not head or _is_shown(og, head, page) else begun(page, head)
        return line if line and _key(line) not in names else as_shown(page, og)
    if head:
        cut = _without_site(head, names, None)
        lesser = [*headings(page, "h2"), *headings(page, "h3")]
        h2 = [h for h in (*lone, *lesser) if _agree(h, cut)]
        if h2 or (len(lone) == 1 and len(lone[0]) > 15 and not is_appeal(page, lone[0])):
            return (h2 or lone)[0]
        shown = _end_shown(page, head, names) or _begin_shown(page, head) or _behind_site(page, head)
        return shown or called(page, parts) or begun(page, head) or quoted(head, lesser) or cut
    return lone[0] if lone else None


def _is_shown(og: str, head: str, page: Outline) -> bool:
    """Whether the <title> or a line of a page tells what was declared for shares, perhaps in other signs."""
    key = letters(og)
    return (
        key in letters(head)
        or any(og in block.text for block in page.blocks)
        or any(key in letters(block.text) for block in page.blocks[:SHOWN] if len(block.text) < MAX_TITLE)
    )


def _begins(heading: str, parts: list[str]) -> bool:
    """Whether a heading begins with the last part of a <title>, of several words, and goes on, with no date."""
    cuts = (_key(part) for part in parts if " " in part)
    key = _key(heading)
    return any(
        len(c) >= BEGUN and key.startswith(c) and key != c and not YEAR.search(key[len(c) :]) for c in cuts
    )


def _is_of_site(page: Outline, og: str, head: str) -> bool:
    """Whether a declared title is the site's name, which ends a <title> that begins with a heading of the page."""
    begun = next(
        (head[: cut.start()] for cut in _CUT.finditer(head) if _key(head[cut.end() :]) == _key(og)), None
    )
    if begun is None:
        return False
    told = [h for tag in ("h1", "h2", "h3") for h in headings(page, tag)]
    shown, first_part = {_key(h) for h in told}, _CUT.split(begun, 1)[0]
    first_shown = _key(first_part) in shown or quoted(first_part, told) is not None
    return len(first_part) > len(og) and first_shown and _key(og) not in shown


def _below_name(page: Outline, heading: str, said: str) -> str | None:
    """The lesser heading that tells the beginning of a title whose end, the site's name, is its greatest heading."""
    found = _CUT.search(said[: -len(heading)][::-1]) if said.endswith(heading) and said != heading else None
    if found is None:
        return None
    begun = _key(said[: -len(heading)])
    below = next((h for h in headings(page, "h2") if begun and _key(h) == begun), None)
    # a section, "Interview", "Live updates", is as often a lesser heading: but shorter than its headline
    return below if below is not None and len(below) > len(heading) else None


def _begin_shown(page: Outline, head: str) -> str | None:
    """The beginning of a <title> that the page shows in a line of its own, where links bear its end, as a board's name."""
    for cut in _CUT.finditer(head):
        begun, rest = head[: cut.start()].strip(), head[cut.end() :].strip()
        if " " in begun and rest and any(b.text == begun and not b.links for b in page.blocks):
            named = len(begun) > len(rest)  # else what is linked may be the headline, and this the section
            return (
                begun
                if any(
                    b.links and rest in b.text and (named or (b.links > 1 and b.text.startswith(rest)))
                    for b in page.blocks
                )
                else None
            )
    return None


def _behind_site(page: Outline, head: str) -> str | None:
    """What stands behind the first sign of a <title> in two parts, as a page without a heading shows it."""
    cut = _CUT.search(head)
    if cut is None or headings(page, "h1") or _CUT.search(head, cut.end()):
        return None
    return whole_shown(page, head[: cut.start()].strip(), head[cut.end() :].strip())


def _end_shown(page: Outline, head: str, names: set[str]) -> str | None:
    """The end of a <title> that the page shows in a line of its own, in no heading, as old layouts do."""
    least = LEAST_END * len(head)
    lines = dict.fromkeys(
        line for block in page.blocks if not block.links for line in block.text.split("\n", FIRST)[:FIRST]
    )
    ends = (line for line in lines if least <= len(line) < len(head) and head.endswith(line))
    return next((e for e in ends if _key(e) not in names and is_before(head[: -len(e)], e, page)), None)


def is_told(page: Outline, declared: Declared) -> bool:
    """Whether anything but the page's <title>, which may be a section's, tells the title."""
    return bool(declared.headline or first(page, _OG, MAX_TITLE) or headings(page, "h1"))


def names_section(page: Outline, declared: Declared, title: str) -> bool:
    """Whether a page's <title> and its greatest heading differ, and are but names: "News details" above "Media centre"."""
    if len(title) > NAME or declared.headline or first(page, _OG, MAX_TITLE):
        return False
    names = [title, *headings(page, "h1")]
    keys = list(map(_key, names))
    alike = any(keys[0] in key or key in keys[0] for key in keys[1:])
    return not alike and all(len(n) <= NAME and len(n.split()) <= NAME_WORDS for n in names)


def _confirmed(headline: str, h1: list[str], og: str | None, head: str | None, names: set[str]) -> str:
    """The declared headline, or what the page's other titles agree on against it."""
    declared = [_without_site(said, names, head) for said in (og, head) if said]
    if og and _is_under(headline, declared[0]):
        return declared[0]
    key, keys = _key(headline), {_key(said) for said in declared}
    longer = (h for h in h1 if _key(h).startswith(key) and _key(h) != key)
    # a review's name is that of the thing, and its <title> the headline with the site's name behind it
    whole = next((h for h in longer if _key(h) in keys or (not og and head and head.startswith(h))), None)
    if whole and not _CUT.match(whole[len(headline) :]):  # what the page shows, and all others tell
        return whole
    if not any(said.startswith(key) for said in (*keys, *map(_key, h1))):  # nobody confirms it
        shown = next((h for h in h1 if _key(h) in keys and not key.startswith(_key(h))), None)
        if shown:
            return shown
    return next((other for other in (*h1, *declared) if _is_cut(headline, other)), headline)


def _is_under(headline: str, said: str) -> bool:
    """Whether a headline is `said` with the line above it."""
    above = headline[: len(headline) - len(said)]
    return len(said) > 8 and headline.endswith(said) and _KICKER.search(above) is not None


def _is_cut(text: str, whole: str) -> bool:
    """Whether a headline was cut off: at its limit of 110 characters, before a quote, or inside a word."""
    rest = whole[len(text) :]
    if not whole.startswith(text) or _CUT.match(rest):
        return False
    return len(text) >= 90 or rest.lstrip()[:1] in '"“„«”' or rest[:1].isalnum()


@lru_cache(maxsize=512)  # a page's title stands in five places of it, a site's name in all its pages
def _key(text: str) -> str:
    return folded(text)


def _agree(heading: str, said: str) -> bool:
    """Whether a heading is what was declared, give or take the site's name."""
    a, b = _key(heading), _key(said)
    if len(a) < 6:
        return a == b
    return a == b or (a in b and len(a) > 0.4 * len(b)) or (b in a and len(b) > 0.6 * len(a))


def _names(page: Outline, declared: Declared, site_name: str | None) -> set[str]:
    """What the site may be called, as keys."""
    names = [site_name, declared.publisher, *declared.outlets, *page.metas.get("og:site_name", ())]
    addresses = (page.links.get("canonical"), *page.metas.get("og:url", ()))
    hosts = (_HOST.match(address) for address in addresses if address)
    names += [max(host[1].split(".")[:-1], key=len, default=None) for host in hosts if host]
    return {k for n in names if n and (k := _key(n))}


def _without_site(text: str, names: set[str], head: str | None) -> str:
    """The text up to the site's name, or after it; parts that are no site's name stay."""
    before, colon, after = text.partition(": ")
    if colon and _key(before) in names:
        return after.strip() or text
    pieces = [(m.start(), m.end()) for m in _CUT.finditer(text)] if _CUT_SIGN.search(text) else []
    if not pieces:
        return text
    for start, end in pieces:
        if _is_site(text[end:], names):
            return text[:start].strip() or text
    start, end = pieces[0]
    if _key(text[:start]) in names:
        return text[end:].strip() or text
    if head is None:  # a <title> ends in the site's name, even where nobody tells which it is
        start = pieces[-1][0]
        if len(text) - start < 0.5 * len(text):
            return text[:start].strip() or text
    return text


def _is_site(text: str, names: set[str]) -> bool:
    key = _key(text)
    return bool(key) and any(
        key == n or (len(n) > 3 and key.startswith(n)) or (len(key) > 3 and n.startswith(key)) for n in names
    )
