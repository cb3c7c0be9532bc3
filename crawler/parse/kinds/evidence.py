"""A page with some text → whether anything proves that it is an article; if not, what it is instead.

    what it declares, a date of its own, an author, a long text ─→ an article
    else its date by the headline, against what lists, shops and the site's own pages are like:
        linked headings among the text, another thing declared ─→ two signs each
        a text in pieces, an address that names no single thing ─→ one: short notices without a date are so, too

No word of any language is asked. A page that its source announced as news is never asked: a miss is worse.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from crawler.parse.body.clues import UNSPACED
from crawler.parse.body.date_lines import is_sentence
from crawler.parse.kinds.address import is_by_number, names_headline, says_what_it_seeks, split_address
from crawler.parse.kinds.day_index import is_day_index
from crawler.parse.kinds.front import is_home
from crawler.parse.kinds.offers import is_of_offers
from crawler.parse.kinds.posts import is_index
from crawler.parse.kinds.proof import Shown
from crawler.parse.kinds.read import Why
from crawler.parse.kinds.teasers import is_of_teasers
from crawler.parse.kinds.thing_media import VIDEO_TEXT
from crawler.parse.kinds.threads import is_forum
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import width
from crawler.parse.page.jsonld import Declared
from crawler.parse.page.metadata import declares_article

# signs against that outweigh a page without a date, one with a date by the headline, and a proof
ENOUGH, DATED, WITH_PROOF = 3, 4, 6
HOUR, LINKED_LINE = 8, 0.2  # characters, and share of a line, that stand before its link at most
LEADING, NEAR = 3, 2  # linked headings among the text or so many blocks above it
# characters, a Chinese one counting two, of a line that leads elsewhere, and of one below that tells of it
LEADING_LINE, TOLD_LINE = 20, 30
IN_PIECES, APART, LINKED, LITTLE = 0.5, 0.5, 0.3, 0.3
# characters, a Chinese one counting two, from which on a text is more than an offer of letters, and share of one above the field
ASKED, ABOVE_FIELD = 600, 0.7
# cells of a table, share of those with figures, characters of one that holds a paragraph, and of all
# beside it from which on it is an article's
CELLS, FIGURES, CELL, BESIDE_TABLE = 20, 0.4, 80, 300
BELOW_LINES = 0.6  # of a text, as it is of one below headings (`teasers.py`)
LINES, LINE = 6, 80  # blocks of a text from so many on, and characters, a Chinese one counting two, of each
# headings below a text at the front, and characters, a Chinese one counting two, of one that tells little
PARTS, LITTLE_TOLD = 2, 400
# numbered ones that make a page, and characters of a text that tells more than they
PICTURES, PICTURES_TEXT = 4, 200
_OTHER = ("product", "profile", "event", "music", "place", "books", "business")  # og:type
_ANY = ("webpage", "itempage")  # what JSON-LD calls any page
_NO_HEADLINE, _ASKS, _BESIDE = "address names no headline", "address asks", "most is beside the text"
_NO_TYPE, _ANY_TYPE = "og:type", "type of any page"
_SLIGHT = (_NO_HEADLINE, _ASKS, _BESIDE, _NO_TYPE, _ANY_TYPE)  # together they are one
# together one as well: pages with pictures, or of a builder of pages, have both
_IN_PIECES, _LINKED_HEADINGS = "text in pieces", "linked headings"
_WEAKER = ("text with gaps", _IN_PIECES)
_GALLERIES = ("imagegallery", "mediagallery")
# "3/8", "Photo 3 of 8"
_OF_PICTURES = re.compile(r"\D{0,12}\d{1,3}\s?(?:/|of|von|sur|de|di|af|av|из)\s?\d{1,3}(?![\d/])")
_NO_TABLE = labels.ELSEWHERE & ~labels.ADVERT  # a table of prices is called so
_CELLS = frozenset(("td", "th"))
_FIGURE = re.compile(r"\d")
# of a match, or when it is
_SCORE = re.compile(r"\s\d{1,3}\s?[-–:]\s?\d{1,3}\s\S.{0,40}$|\d[:.]\d\d.{1,40}\s[-–]\s")
_STOPLESS = re.compile(rf"[{UNSPACED}]")  # of what ends no sentence


def unproven(shown: Shown) -> Why | None:
    """The reason and a detail where a page shows nothing that makes it an article; None for an article."""
    page, declared, url, title, body = shown.page, shown.declared, shown.url, shown.title, shown.body
    if declared.kind in _GALLERIES and not shown.is_signed and _is_of_pictures(page, declared, body):
        return "other-page", "pictures, and little text beside them"
    if shown.is_declared:
        return None
    if is_forum(shown):
        return "list-page", "a forum of readers"
    proved = shown.is_signed or shown.has_own_date
    if not proved and is_index(page, body):
        return "list-page", "rows of articles by date"
    if not shown.is_signed and is_day_index(page, url, body):
        return "list-page", "all of a day"
    path, query = split_address(url)
    if not (is_by_number(query) or names_headline(path)):
        if is_of_teasers(page, title, body) or (not shown.is_signed and _is_below_lines(page, body)):
            return "list-page", "its text stands below links"
        if not proved and _tells_no_sentence(body):
            return "no-text", "no sentence"
    if shown.is_long:
        return None
    in_list, other = _signs_of_list(page, body), _signs_of_other(page, declared, url, body)
    undated = not (proved or shown.when.published_at)
    if undated and _LINKED_HEADINGS not in in_list and _leads_by_lines(page, body):
        in_list.append("linked lines")
    if (says_what_it_seeks(url, title) or says_what_it_seeks(url, page.title)) and (in_list or not proved):
        return "list-page", "results of a search"
    if is_home(url) and not proved and (_IN_PIECES in in_list or _tells_little(page, body)):
        return "front-page", _IN_PIECES if _IN_PIECES in in_list else "little text among other parts"
    if not proved and not names_headline(path) and _asks_for_address(page, body):
        return "other-page", "asks for an address"
    if not proved and _is_of_pictures(page, declared, body):
        return "other-page", "pictures, and little text beside them"
    if not proved and _is_table(page, body):
        return "other-page", "a table of figures"
    if not proved and is_of_offers(page, body):
        return "list-page", "rows with a price and the same link"
    least = WITH_PROOF if proved else DATED if shown.when.published_at else ENOUGH
    if _weight(in_list + other) < least:
        return None
    told = ", ".join(in_list + other)
    return ("list-page" if in_list else "other-page"), told


def _tells_little(page: Outline, body: list[Block]) -> bool:
    """Whether a page tells a few words in several parts, and has further ones: who we are, what we make, where we are."""
    if len({b.element.parent for b in body}) < PARTS:
        return False
    kept = {b.order for b in body}
    parts = sum(b.is_heading and b.order not in kept for b in page.blocks[body[0].order :])
    return parts >= PARTS and sum(width(b.text) for b in body) < LITTLE_TOLD


def _asks_for_address(page: Outline, body: list[Block]) -> bool:
    """Whether a short text stands around a field for an e-mail address, with half of it or more behind: letters to subscribe to."""
    sizes = [(b.order, width(b.text)) for b in body]
    whole = sum(size for _, size in sizes)
    if whole >= ASKED:
        return False
    return any(
        field.first > body[0].order - NEAR
        and sum(size for order, size in sizes if order < field.first) <= ABOVE_FIELD * whole
        and field.first <= body[-1].order
        for field in page.asking
    )


def _is_of_pictures(page: Outline, declared: Declared, body: list[Block]) -> bool:
    """Whether a page says that it is a gallery, or numbers its pictures, and tells next to nothing."""
    if sum(width(b.text) for b in body) >= PICTURES_TEXT:
        return False
    numbered = sum(_OF_PICTURES.match(b.text) is not None for b in page.blocks)
    return declared.kind in _GALLERIES or numbered >= PICTURES


def _is_table(page: Outline, body: list[Block]) -> bool:
    """Whether a page shows cells with figures and hardly a sentence beside: standings, quotations, the weather."""
    told = ((b, width(b.text)) for b in body if not _SCORE.search(b.text))
    # old layouts are tables, whose cells hold paragraphs
    if sum(size for b, size in told if b.element.tag not in _CELLS or size >= CELL) >= BESIDE_TABLE:
        return False
    cells = [b for b in page.blocks if b.element.tag in _CELLS and not b.element.every & _NO_TABLE]
    return len(cells) >= CELLS and sum(_FIGURE.search(b.text) is not None for b in cells) >= FIGURES * len(
        cells
    )


def _weight(signs: list[str]) -> int:
    """How much speaks against a page."""
    slight, weaker = (any(sign in kind for sign in signs) for kind in (_SLIGHT, _WEAKER))
    return slight + weaker + sum(2 for sign in signs if sign not in (*_SLIGHT, *_WEAKER))


def _signs_of_list(page: Outline, body: list[Block]) -> list[str]:
    """What speaks for a list: links as headings, and a text in many pieces."""
    first, last = (body[0].order, body[-1].order) if body else (0, 0)
    among = sum(b.leads for b in page.blocks[max(0, first - NEAR) : last + 2])
    homes: Counter[int] = Counter()
    for block in body:
        homes[id(block.element.parent)] += width(block.text)
    whole, linked = sum(homes.values()), sum(b.linked for b in body)
    found = {
        _LINKED_HEADINGS: among >= LEADING,
        "text with gaps": len(body) < IN_PIECES * (last - first + 1),
        _IN_PIECES: max(homes.values(), default=0) < APART * whole,
        "linked text": linked >= LINKED * sum(len(b.text) for b in body),
    }
    return [name for name, is_so in found.items() if is_so]


def _leads_by_lines(page: Outline, body: list[Block]) -> bool:
    """Whether lines among a text, in no heading, lead elsewhere, each with a line of what is told there below."""
    near = page.blocks[max(0, body[0].order - NEAR) : body[-1].order + 2]
    told = (_is_line_to(a) and not b.links and width(b.text) >= TOLD_LINE for a, b in pairwise(near))
    return sum(told) >= LEADING


def _is_below_lines(page: Outline, body: list[Block]) -> bool:
    """Whether most of a text is one block each below a line that leads elsewhere and begins with an hour: flashes."""
    if len(body) < LEADING:
        return False
    below = [b for b in body if b.order and _is_timed(page.blocks[b.order - 1])]
    whole = sum(width(b.text) for b in body)
    return len(below) >= LEADING and sum(width(b.text) for b in below) >= BELOW_LINES * whole


def _is_timed(block: Block) -> bool:
    """Whether a line to something has a figure before it, as an hour has: "4 minutes ago"."""
    return (
        block.linked < len(block.text)
        and _FIGURE.search(block.text[:HOUR]) is not None
        and _is_line_to(block)
    )


def _tells_no_sentence(body: list[Block]) -> bool:
    """Whether a text is several short lines, none of which ends as sentences do: what is left of a page of cards."""
    if len(body) < LINES or any(width(b.text) >= LINE or is_sentence(b.text) for b in body):
        return False
    return _STOPLESS.search(body[0].text) is None


def _is_line_to(block: Block) -> bool:
    """Whether a line is a link, an hour perhaps before it: "14:05 New boats for the islands"."""
    beside = len(block.text) - block.linked
    return (
        block.links == 1
        and beside <= max(HOUR, LINKED_LINE * len(block.text))
        and width(block.text) >= LEADING_LINE
    )


def _signs_of_other(page: Outline, declared: Declared, url: str | None, body: list[Block]) -> list[str]:
    """What speaks for another page than an article's: what it declares, its address, how little of it is told."""
    kinds = [kind.lower() for kind in page.metas.get("og:type", ())]
    other = any(kind.startswith(_OTHER) for kind in kinds)
    whole = sum([len(b.text) for b in page.blocks])
    path, query = split_address(url)
    numbered = is_by_number(query)
    told_of = declared.kind == "videoobject" and sum(width(b.text) for b in body) >= VIDEO_TEXT
    found = {
        _NO_TYPE: bool(kinds) and not declares_article(page),
        f"og:type {kinds[0][:20] if kinds else ''}": other,
        _ANY_TYPE: declared.kind in _ANY,
        f"type {declared.kind}": bool(declared.kind) and declared.kind not in _ANY and not told_of,
        _NO_HEADLINE: not (numbered or names_headline(path)),
        _ASKS: bool(query) and not numbered,
        _BESIDE: sum(len(b.text) for b in body) < LITTLE * whole,
    }
    return [name for name, is_so in found.items() if is_so]
