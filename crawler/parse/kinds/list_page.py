"""A page → whether it is a list: a front page, or the page of a section, a tag, an author. It points to articles and is none.

    [linked heading · a line]  [linked heading · a line]  [linked heading · a line]  …
    link · link · link  …  nowhere a passage

Errs on the side of the article: what declares one, or when it appeared, is no list.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, takewhile

from crawler.parse.body.headline import headline_before
from crawler.parse.kinds.diary import is_diary
from crawler.parse.kinds.front import is_front, is_home
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import width
from crawler.parse.page.metadata import declares_article
from crawler.parse.page.stops import ENDS
from storage.records import NotArticleReason

PARAGRAPH = 200  # characters, a Chinese one counting two: a list of links has no paragraph that long
PASSAGE = 250  # the same: nor a passage of several
LIST_TEXT = 1_000  # the same: nor so much text between its links
NEAR = 2  # blocks from a linked heading to its line: a date may stand between
TEASERS = 4  # linked headings, each with a line or two below: from so many on it is a list of them
LIST_LINKS = 15
FRONT_TEXT = 1_500  # characters, a Chinese one counting two: a front page whose longest card tells more tells one thing
# characters, a Chinese one counting two, of a line or two that tell how often a ranking is counted; Thai, which has no stops, tells more
WORDLESS = 80
LINE = 60  # characters: a longer line is no teaser, and an article that has one above its links has begun

# of <body>, in WordPress: of what an archive is, and of a post or page by itself
_ARCHIVES = frozenset(("category", "tag", "author", "date", "post-type-archive"))
_SINGLE = frozenset(("single", "singular", "single-post", "page"))


def list_page(
    page: Outline, url: str | None, title: str | None, body: list[Block]
) -> tuple[NotArticleReason, str] | None:
    """The reason and what tells it; None for a page that is no list."""
    if "article:published_time" in page.metas:
        return None
    if names := _is_archive(page):  # whose og:type is that of an article, where a plugin calls all pages so
        return "list-page", names
    wordless = sum(width(b.text) for b in body) < WORDLESS and not any(b.text.endswith(ENDS) for b in body)
    if wordless and mostly_links(page, LIST_LINKS):  # whose template calls any page an article
        return "list-page", "no sentence among links"
    if declares_article(page):
        return None
    front = is_front(url)
    if front and is_front(page.links.get("canonical")) and "website" in page.metas.get("og:type", ()):
        return "front-page", "canonical address, og:type"
    teasers = _teasers(page, body)
    if not teasers and is_home(url) and (others := _others(page, title, body)):
        front, teasers = True, others
    if not (teasers or _links(page, body, front)):
        return ("list-page", "rows that lead elsewhere") if is_diary(page, body) else None
    return ("front-page" if front else "list-page"), f"{teasers} teasers" if teasers else ""


def _is_archive(page: Outline) -> str:
    """The classes of <body> by which WordPress tells that a page lists posts; "" where it does not."""
    for element in page.elements[:4]:
        if element.tag == "body":
            names = set(element.label.split())
            listed = {"archive"} & names and _ARCHIVES & names
            if (listed or {"search", "search-results"} <= names) and not _SINGLE & names:
                return " ".join(sorted(names & (_ARCHIVES | {"archive", "search-results"})))
    return ""


def _others(page: Outline, title: str | None, body: list[Block]) -> int:
    """How many headings of a front page lead to articles; 0 where they are few, or it tells one thing under its own title."""
    leading = sum(b.leads for b in page.headings)
    if leading < TEASERS or sum(width(b.text) for b in body) >= FRONT_TEXT:
        return 0
    headline = headline_before(page, start := body[0].order, title)
    return leading if headline == start or page.blocks[headline].links else 0


def mostly_links(page: Outline, least: int) -> bool:
    linked = sum(b.linked for b in page.blocks)
    return linked > 0.6 * sum(len(b.text) for b in page.blocks) and sum(b.links for b in page.blocks) >= least


def _links(page: Outline, body: list[Block], front: bool) -> bool:
    """Whether most of a page's text is links, and what stands between them nowhere a passage."""
    if not mostly_links(page, 1 if front else LIST_LINKS):
        return False
    passage = longest = total = 0
    last = -2
    for block in body:
        size = width(block.text) if block.linked < 0.5 * len(block.text) else 0
        passage = passage + size if block.order == last + 1 else size
        longest, total, last = max(longest, passage), total + size, block.order
    paragraph = max(width(b.text) for b in body)
    return paragraph < PARAGRAPH and longest < PASSAGE and total < LIST_TEXT


def _teasers(page: Outline, body: list[Block]) -> int:
    """How many linked headings have a line or two of the body below; 0 where that is not what the body is made of."""
    kept = {b.order for b in body}
    leading = {b.order for b in page.headings if b.leads}
    told = [page.blocks[order] for order in sorted(kept | leading)]
    above = sum(len(b.text) >= LINE for b in takewhile(lambda b: b.order not in leading, told))
    near = NEAR if above <= 1 else 1  # an article that names what it is about has begun
    below = [
        after
        for before, after in pairwise(told)
        if before.order in leading and after.order not in leading and after.order - before.order <= near
    ]
    if len(below) < TEASERS or sum(len(b.text) for b in below) < 0.6 * sum(len(b.text) for b in body):
        return 0
    return len(below) if _repeat(below) else 0


def _repeat(blocks: Iterable[Block]) -> bool:
    """Whether blocks stand in homes of their own that look alike: the rows of a list."""
    homes = {b.element.parent.order: b.element.parent.tag for b in blocks if b.element.parent}
    return len(homes) >= TEASERS or len(homes) == 1
