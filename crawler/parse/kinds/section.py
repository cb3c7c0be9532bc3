"""A page → whether its title names a part of the site, or a series, and what it shows are rows of it: a heading, a line, a day.

    Tech  ·  [heading · a line · today, 09:10]  ·  [heading · a line · yesterday]  ·  …            at /tech
    Morning Parcel  ·  [#412 heading · a line · 19 November, 21 min]  ·  …                 at /podcast/morning-parcel

A script may open what such rows lead to, so that no heading is a link, and templates call any page an article. What tells it
is its name, which is the address's own or too short for a headline, and that each row has a day, as no part of a text has.
"""

from __future__ import annotations

import re
from collections import Counter

from crawler.parse.body.date_lines import is_sentence
from crawler.parse.kinds.thing_address import last_of
from crawler.parse.kinds.thing_words import folded_words
from crawler.parse.page.blocks import HEADINGS, Block, Element, Outline
from crawler.parse.page.clean import width
from crawler.parse.page.metadata import declares_article

NAME, NAME_WORDS = 32, 4  # characters of a name, a Chinese one counting two, and words of it
ROWS, LINES = 4, 6  # rows from so many on, and blocks of one
# rows that lead elsewhere from so many on, paragraphs above them, and characters of all those, a Chinese one counting two
LEADING, PARAGRAPHS, ABOUT = 5, 2, 900
TOLD = 300  # characters, a Chinese one counting two, of all that a row tells but its heading
WHEN = 48  # characters of a line that tells when, or how long
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")
_GAP = re.compile(r"[-_+. ]+")


def is_section(page: Outline, url: str | None, title: str | None, body: list[Block]) -> bool:
    """Whether a page is such a one."""
    if title is None or len(title) > NAME or len(page.headings) <= ROWS:
        return False  # as most
    if width(title) > NAME or len(title.split()) > NAME_WORDS or not _is_at(url, title):
        return False
    kinds: Counter[tuple[str, str]] = Counter()
    inside: set[int] = set()
    for heading in page.headings:
        if (row := _row(page, heading)) is not None:
            kinds[row.tag, _NUMBER.sub("", row.label)] += 1
            inside.update(range(row.first, row.last))
    if max(kinds.values(), default=0) < ROWS:
        return False
    if 2 * sum(width(b.text) for b in body if b.order in inside) >= sum(width(b.text) for b in body):
        return True
    if max(kinds.values()) < LEADING or declares_article(page) or any(map(str.isdigit, url or "")):
        return False  # a day or a number tells an article's address
    return _introduces(page, body, inside)


def _introduces(page: Outline, body: list[Block], inside: set[int]) -> bool:
    """Whether all of a text but what stands in rows is a paragraph or two between the name and rows that lead elsewhere: what a topic is about."""
    about = [b for b in body if b.order not in inside]
    if len(about) > PARAGRAPHS or about[-1].order >= min(inside) or sum(width(b.text) for b in about) > ABOUT:
        return False
    return sum(b.leads for b in page.headings if b.order in inside) >= LEADING


def _is_at(url: str | None, title: str) -> bool:
    """Whether the last part of an address is the name, or a word alone; others tell headlines or numbers."""
    if any(map(str.isdigit, (url or "").partition("?")[2])):  # which names one of what is there
        return False
    last = last_of(url)
    words = _GAP.sub(" ", last.removesuffix(".html")).strip()
    return words.isalpha() or (len(words) <= 2 * len(title) and folded_words(words) == folded_words(title))


def _row(page: Outline, heading: Block) -> Element | None:
    """The element that begins with a heading and tells a line or two and when."""
    at: Element | None = heading.element
    # a kicker stands above the headline in the heading itself
    own = heading.element if heading.element.tag in HEADINGS else heading.holder
    while at is not None and _begins(page, at, heading) and at.last - at.first <= LINES:
        if at.last - heading.order > 1 and at.tag != "header":
            below = page.blocks[max(heading.order + 1, own.last) : at.last]
            short = sum(width(b.text) for b in below) <= TOLD and not any(b.is_heading for b in below)
            if short and any(_tells_when(b.text) for b in below):
                return at
        at = at.parent
    return None


def _begins(page: Outline, row: Element, heading: Block) -> bool:
    """Whether a heading is the first of a row, or the second below the name of a part of the site."""
    if row.first == heading.order - 1:
        above = page.blocks[row.first]
        return width(above.text) <= NAME and not above.is_heading
    return row.first == heading.order


def _tells_when(text: str) -> bool:
    """Whether a line is short, has figures and is no sentence."""
    return len(text) <= WHEN and _DIGIT.search(text) is not None and not is_sentence(text)
