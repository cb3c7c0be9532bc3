"""A page → the agency, wire or outlet that it names as the source of its text.

    "BEIJING, July 2 (Xinhua) --" → "Source: …" → what its head declares → byline → "(ANSA)" at the end

An agency is called by one name, whatever language names it (crawler.agencies); others as they are written. What is
said of a picture or a chart is passed over, and so is the site's own name: that is no credit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from crawler.agencies import agency, key_of, names_one, names_outlet
from crawler.parse.credits.lines import MAX_NAME, lines, names_in, site_of
from crawler.parse.credits.wires import MAX_DATELINE, bylines, closing_words, datelines
from crawler.parse.page.blocks import HEADINGS, Block, Outline, new_block, new_element
from crawler.parse.page.clean import plain
from crawler.parse.page.jsonld import Declared
from storage.records import Article

BEFORE, AFTER = 4, 5  # blocks before the headline and behind the text that belong to the article
MOST_ABOVE = 16  # blocks above the text that are looked at
ENDS = 2  # blocks at either end of a text, and beside it, that an agency may sign

_METAS_IN_ORDER = [
    "source",
    "article:source",
    "news_source",
    "sourcename",
    "agency",
    "syndication-source",
    "original-source",
]
_METAS = frozenset(_METAS_IN_ORDER)


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes a page: no source of its own text."""

    names: Sequence[str | None]
    url: str | None  # of the page
    authors: Sequence[str]


def read_credit(
    page: Outline, declared: Declared, body: Sequence[Block], headline: int, outlet: Outlet
) -> str | None:
    """Whom the page names as the source of its text; None where it names nobody but itself.

    `body` are the blocks of the text with its date lines and imprints, `headline` is the order of the headline's
    block.
    """
    start = body[0].order if body else len(page.blocks)
    end = body[-1].order + 1 if body else len(page.blocks)

    def others(names: Iterable[str]) -> str | None:
        return next((name for name in names if not _is_own(name, page, outlet)), None)

    top = page.blocks[max(0, min(headline, start) - BEFORE, start - MOST_ABOVE) : start]
    below = list(takewhile(lambda b: b.element.tag not in HEADINGS, page.blocks[end : end + AFTER]))
    opening, closing = [*top[-ENDS:], *body[:ENDS]], [*body[-ENDS:], *below[:ENDS]]
    zone = [block.text[:MAX_DATELINE] for block in opening]
    zone += [block.text for block in top if len(block.text) <= MAX_NAME]
    named = names_one("\n".join([*zone, *(block.text[-MAX_NAME:] for block in closing)]))
    found = (
        (named and others(datelines(opening)))
        or others(lines(page, top, body, below))
        or others(_declared(page, declared))
        or others(name for author in outlet.authors if (name := agency(author)))
        or (named and others(bylines([*top, *body[:1]])))
        or (named and others(closing_words(closing)))
    )
    return plain(found or None, MAX_NAME)


def credit_in_text(article: Article) -> str | None:
    """Whom an article names whose page is not there any more: by its text and its authors alone."""
    paragraph = new_element("p", "", 0, None, 0, 0, 0, 0)
    blocks = [new_block(line, paragraph, order) for order, line in enumerate(article.text.split("\n"))]
    outlet = Outlet((article.site_name,), article.url, article.authors)
    return read_credit(Outline(title=article.title, blocks=blocks), Declared(), blocks, 0, outlet)


def _is_own(name: str, page: Outline, outlet: Outlet) -> bool:
    """Whether a name is the site's own: declared, of its address, what its <title> ends in, or one of its writers."""
    if names_outlet(name, site_of(outlet.url or ""), outlet.names):
        return True
    if name in outlet.authors and agency(name) is None:
        return True
    return key_of(page.title or "").endswith(key_of(name))


def _declared(page: Outline, declared: Declared) -> Iterator[str]:
    """What the head of the page says."""
    for value in declared.credits:
        yield from names_in(value)
    if name := agency(declared.publisher or ""):  # as papers declare what they print of it
        yield name
    if not _METAS.isdisjoint(page.metas):
        for meta in _METAS_IN_ORDER:
            for value in page.metas.get(meta, ()):
                yield from names_in(value)
