"""A page → the title of its article, without the name of the site.

what JSON-LD, OpenGraph, <h1> and <title> say → the one that others confirm → the site's name cut off
"""

from __future__ import annotations

import re

from crawler.parse.blocks import Outline
from crawler.parse.clean import plain
from crawler.parse.jsonld import Declared
from crawler.parse.metadata import first

MAX_TITLE = 500
_OG = ("og:title", "twitter:title", "dc.title", "title", "parsely-title", "sailthru.title", "headline")
_CUT = re.compile(
    r"\s+[|–—·•»«:/\\-]+\s+|\s*[|｜_»]\s*|\s+::\s+|(?<=[^\x00-\x7f])[-–—](?=[^\x00-\x7f]{2,12}$)"
)
_KEY = re.compile(r"[\W_]+")


def read_title(page: Outline, declared: Declared, site_name: str | None) -> str | None:
    """The headline as readers see it."""
    h1 = headings(page, "h1")
    og, headline, head = (
        first(page, _OG, MAX_TITLE),
        plain(declared.headline, MAX_TITLE),
        plain(page.title, MAX_TITLE),
    )
    if not declared.article:
        headline = None
    names = _names(page, declared, site_name)
    said = [v for v in (og, head) if v]
    if headline:
        return _without_site(headline, names, head)
    for (
        heading
    ) in h1:  # a visible headline that the declared ones hold, or hold the beginning of, is the title
        if any(_agree(heading, s) for s in said) and _key(heading) not in names:
            return heading
    if og:
        return _without_site(og, names, head)
    lone = [h for h in h1 if _key(h) not in names]
    if head:
        cut = _without_site(head, names, None)
        h2 = [h for h in (*lone, *headings(page, "h2"), *headings(page, "h3")) if _agree(h, cut)]
        return h2[0] if h2 else (lone[0] if len(lone) == 1 and len(lone[0]) > 15 else cut)
    return lone[0] if lone else None


def headings(page: Outline, tag: str) -> list[str]:
    """The texts of the headings of one level, the first few."""
    found = []
    for block in page.blocks:
        element = block.element
        inside = element.tag == tag or (element.parent is not None and element.parent.tag == tag)
        if inside and (text := plain(block.text, MAX_TITLE)):
            found.append(text)
            if len(found) == 8:
                break
    return found


def _key(text: str) -> str:
    return _KEY.sub("", text).casefold()


def _agree(heading: str, said: str) -> bool:
    """Whether a heading is what was declared, give or take the site's name."""
    a, b = _key(heading), _key(said)
    if len(a) < 6:
        return a == b
    return a == b or (a in b and len(a) > 0.4 * len(b)) or (b in a and len(b) > 0.6 * len(a))


def _names(page: Outline, declared: Declared, site_name: str | None) -> set[str]:
    """What the site may be called, as keys."""
    names = [site_name, declared.publisher, *declared.outlets, *page.metas.get("og:site_name", ())]
    return {k for n in names if n and (k := _key(n))}


def _without_site(text: str, names: set[str], head: str | None) -> str:
    """The text up to the site's name, or after it; parts that are no site's name stay."""
    pieces = [(m.start(), m.end()) for m in _CUT.finditer(text)]
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
