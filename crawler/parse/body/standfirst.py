"""A page whose standfirst the body does not hold → its body with it.

    headline  ·  standfirst  ·  byline, picture  ·  text

A standfirst is judged to be none of the text more often than not, and most publishers hand it out as the page's
description, so that it is kept as the article's summary. Where no description tells it, it would be lost.
"""

from __future__ import annotations

import re

from crawler.parse.body.clues import Clues
from crawler.parse.body.headline import headline_before, tells_again
from crawler.parse.body.own_notes import is_of_machine
from crawler.parse.dates.calendars import find_dates
from crawler.parse.dates.values import says_updated
from crawler.parse.dates.words import says_published
from crawler.parse.page import labels
from crawler.parse.page.blocks import HEADINGS, Block, Element
from crawler.parse.page.clean import CLOSERS, letters
from crawler.parse.page.stops import ENDS, STOPS
from crawler.patterns import lazily, rarely

# blocks below the headline among which one stands, and what calls itself one: below a list of who wrote and when
NEAR, CALLED = 6, 12
LEAST_CALLED = 20  # of a sentence that calls itself one
LEAST, LONGEST = 30, 600  # characters of one, a wide one counting three
POINTS, POINT = (2, 7), 24  # points in which a list tells what the text will, and characters of one
LINES, LINE = 3, 120  # lines above these that are no sentences, and characters of one
DATED = 60  # characters of a line that says when it was published, and little else
LINKED = 0.2  # share of links from which a line leads elsewhere
_NOTHING = rarely(  # what begins a line that tells nothing of the article, at the place of a standfirst
    r"\W*(?:(?:photo(?:graph)?s?|foto|fotos|bild|image|crédits? photos?)(?:\s+by\b|\s*[:：/©])|(?:advertisement|anzeige|publicité|publicidad|publicidade|pubblicità|advertentie|реклама|広告|广告)\s*(?:[-–—:：|]|$)"
    r"|(?:read (?:more|also|next)|also read|most read|see also|lesen sie auch|lire aussi|à lire aussi|lee también|leia (?:também|mais)|leggi anche|lees ook|czytaj (?:też|także)|читайте также|läs också|læs også|ayrıca okuyun|baca juga|đọc thêm|延伸阅读|関連記事)\s*[:：]"
    r"|(?:listen to|share) this (?:article|story)\b|reading time\s*[:：]|follow us on\b|subscribe to our\b|log in to\b|comments are closed|\d+ comments? on\b|la (?:noticia|nota) continúa (?:después|debajo))",
    re.I,
)
_SIGNED = lazily(  # "By Ann Lee and Tom Ray, Newtown", but not "By 2030 …", nor "Von Ann Lee bis Tom Ray"
    r"(?:By|Von|Par|Por|Door|Av|Автор:?)\s+[^\W\d_a-z]\w+(?:\s+[^\W\d_a-z][\w.-]*){1,3}\s*(?:$|[,|·]|and\s|und\s|et\s|y\s|en\s|och\s|и\s)"
)
_SAYS = "(?:内容|內容)?(?:摘要|提要)|导读|導讀|核心提示|编者导读"
_SAYS_SO = re.compile(  # what a line begins with that calls itself one, and asks readers for nothing
    rf"(?:(?:{_SAYS})\s*[:：]|【(?:{_SAYS})】)"
    r"(?!.*(?:点击|點擊|转载自|轉載自|关注(?:我们|公众号|微信)|公众号|客户端|上一篇|下一篇|暂无))"
)
_CUT = ("…", "...")
_STEPS = re.compile(r"\s*[›»>→]\s*|\s[|/]\s")  # a stroke inside a word is none: "24/7", "and/or"
MOST = 0.8  # of a standfirst that a description tells, from which on it is told there
SENTENCE = 60  # characters of a sentence that is called nothing
STEP = 30  # characters of one of them
NAMED = 0.5  # share of a byline's words that are written as names
_BYLINE = labels.AUTHOR | labels.DATE
_NEVER = labels.FURNITURE & ~labels.RELATED | labels.LIST


def with_standfirst(clues: Clues, body: list[Block], summary: str | None) -> list[Block]:
    """`body` with the standfirst above it, unless the text, the title or the page's `summary` tells the same."""
    start = body[0].order if body else 0
    sizes = clues.sizes
    above = (
        b
        for b in clues.page.blocks[:start]
        if LEAST_CALLED <= sizes[b.order] <= LONGEST
        and not (b.element.every & _NEVER and _stands_apart(clues, b))
    )
    likely = [b for b in above if _is_standfirst(clues, b)]
    likely = [b for b in likely if sizes[b.order] >= LEAST or (b.text.endswith(ENDS) and _is_called_so(b))]
    headline = _headline(clues, start) if likely else start
    near = [b for b in likely if headline < b.order <= headline + (CALLED if _is_called_so(b) else NEAR)]
    if likely and headline == start:  # a title that the page shows nowhere: its own heading is another
        near = [b for b in likely if 0 <= clues.headline == b.order - 1 and _is_called_so(b)]
    near = [b for b in near if not (_tells_nothing(b.text) or is_of_machine(clues, b))]
    near = [b for b in near if not (clues.title and tells_again(b, clues.title))]
    found = next(
        (b for b in near if b.order == headline + 1 or _is_called_so(b) or _is_beside(clues, b)), None
    )
    if found is not None and not _is_told(letters(found.text), body, clues.title, summary):
        body = [found, *body]
    return _with_points(clues, body, summary)


def _headline(clues: Clues, start: int) -> int:
    """The number of the headline's block above a text; what offers to share it names the title again."""
    at = headline_before(clues.page, start, clues.title)
    if not 0 <= clues.headline < at < start or not clues.title:
        return at
    below = clues.page.blocks[at]
    return clues.headline if below.text != clues.title and tells_again(below, clues.title) else at


def _with_points(clues: Clues, body: list[Block], summary: str | None) -> list[Block]:
    """`body` with the list between headline and text that says in a few points what the text tells."""
    short = next((i for i, b in enumerate(body[:LINES]) if not _is_line(b)), 0)  # who reports, and when
    start = body[short].order if body else 0
    above = clues.page.blocks[max(clues.headline + 1, start - POINTS[1] - NEAR) : start]
    last = next((b for b in reversed(above) if b.element.tag == "li"), None) if clues.headline >= 0 else None
    if last is None or (home := last.element.parent) is None:
        return body
    points = clues.page.blocks[home.first : home.last]
    whole = POINTS[0] <= len(points) <= POINTS[1] and home.first > clues.headline
    if (
        not whole
        or any(is_of_machine(clues, b) for b in (points[0], points[-1]))
        or not all(_is_point(clues, b) for b in points)
    ):
        return body
    told = letters("".join(b.text for b in points))
    if _is_told(told, body, clues.title, summary):
        return body
    heading = clues.page.blocks[home.first - 1]
    if heading.element.parent is home.parent and heading.is_heading and heading.order > clues.headline:
        points = [heading, *points]
    return sorted({*points, *body}, key=lambda b: b.order)


def _is_line(block: Block) -> bool:
    """Whether a block is a line that is neither a heading nor ends as sentences do."""
    return len(block.text) <= LINE and not (block.is_heading or block.text.rstrip(CLOSERS).endswith(ENDS))


def _is_point(clues: Clues, block: Block) -> bool:
    """Whether an item tells something, leads nowhere and stands in no furniture."""
    e = block.element
    named = e.every & _NEVER & ~labels.LIST and _stands_apart(clues, block)
    related = e.every & labels.RELATED and not any(
        map(_is_teaser, (e, block.holder, block.holder.parent or e))
    )
    return not (
        named
        or related
        or block.links
        or e.tag != "li"
        or not POINT <= clues.sizes[block.order] <= LONGEST
        or clues.times[block.text] > 1
        or _tells_nothing(block.text)
    )


def _stands_apart(clues: Clues, block: Block) -> bool:
    """Whether what makes a block furniture is told of it, and not of what holds the headline too."""
    at: Element | None = block.element
    named = block.element.bits & labels.LEAD and block.element.tag not in HEADINGS
    never = _NEVER & ~labels.LIST if named else _NEVER  # "item-summary" is no item's
    while at is not None and not at.first <= clues.headline < at.last:
        alone = named and at is not block.element and at.last - at.first == 1  # and no byline beside it
        if at.bits & (never & ~_BYLINE if alone else never):
            return True
        at = at.parent
    return at is None


def _tells_nothing(text: str) -> bool:
    """Whether a line is a credit, a byline, a word before an advertisement, or leads elsewhere."""
    if _NOTHING.match(text) or _is_path(text):
        return True
    if len(text) <= DATED and (says_published(text) or says_updated(text)) and find_dates(text):
        return True
    words = text.split()
    return _SIGNED.match(text) is not None and sum(w[0].isupper() for w in words) > NAMED * len(words)


def _is_path(text: str) -> bool:
    """Whether a line is a way through the site: "Home › World › Africa"."""
    steps = _STEPS.split(text)
    # the last step, a headline, may be cut
    return len(steps) > 2 and not text.endswith(STOPS) and all(0 < len(step) <= STEP for step in steps)


def _is_told(told: str, body: list[Block], title: str | None, summary: str | None) -> bool:
    """Whether a standfirst is told elsewhere; a description is often but its beginning."""
    known, named = letters(summary or ""), letters(title or "")
    cut = (summary or "").rstrip().endswith(_CUT)
    begun = known[:LEAST] in told and (cut or len(known) >= MOST * len(told))
    if told in known or (known and begun) or (named and named in told):
        return True
    return told in letters("".join(b.text for b in body))


def _is_standfirst(clues: Clues, block: Block) -> bool:
    """Whether a block is a heading, or calls itself a standfirst, and leads nowhere."""
    own = block.element
    if (
        not (own.tag in HEADINGS or _is_called_so(block) or _is_beside(clues, block))
        or clues.times[block.text] > 1
    ):
        return False
    alone = not own.bits & labels.RELATED or sum(map(_is_teaser, clues.page.elements)) == 1
    return alone and clues.density[block.order] <= LINKED


def _is_beside(clues: Clues, block: Block) -> bool:
    """Whether a block is a paragraph of a sentence or two in the <header> that holds the headline, and nothing else of the text.

    So is one right below the headline in another element that holds it, or all that stands so, where the text has a home of its own.
    """
    own, home = block.element, block.element.parent
    if own.tag != "p" or home is None or block.links or len(block.text) < LEAST:
        return False
    if home.tag != "header" and not (block.order == clues.headline + 1 and block.text.endswith(ENDS)):
        return False
    if clues.sizes[block.order] < SENTENCE or not home.first <= clues.headline < block.order:
        return False
    return block.text.endswith(ENDS) or (block.order == clues.headline + 1 and not find_dates(block.text))


def _is_called_so(block: Block) -> bool:
    own = block.element
    if block.text[0] in "摘提导導内內核编【" and _SAYS_SO.match(block.text):
        return True
    holder = own.parent
    bits = own.bits | (holder.bits if holder and holder.last - holder.first == 1 else 0)
    return bool(bits & labels.LEAD) or (bool(own.bits & labels.RELATED) and _is_teaser(own))


def _is_teaser(element: Element) -> bool:
    """Whether an element bears the name that some give to standfirsts and others to what leads to other articles."""
    return "teaser" in element.label.lower()
