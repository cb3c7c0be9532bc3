"""A body and what a page's <title> says → the headline that the page shows, and the body without it."""

from __future__ import annotations

from crawler.parse.body.bold_line import bold_line
from crawler.parse.body.headline import heading_above, heading_inside
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import plain
from crawler.parse.title.shown import TITLED


def headed(page: Outline, body: list[Block], title: str, host: str | None) -> tuple[str, list[Block]]:
    """Both for a page of which nothing but the <title> tells the title: the heading above or inside the body, or a line in bold."""
    if heading := heading_above(page, body[0].order, title, host):
        return plain(heading.text) or title, [b for b in body if b is not heading]
    if heading := heading_inside(page, body, title):
        return plain(heading.text) or title, [b for b in body if b.order > heading.order]
    return bold_line(page, body, title) or (title, body)


def headed_below(page: Outline, body: list[Block], title: str) -> tuple[str, list[Block]]:
    """Both for a page whose <title> and greatest heading are but names: the lesser heading above the body that is called a title."""
    heading = heading_above(page, body[0].order, title)
    if heading is None or not TITLED.search(heading.element.label):
        return title, body
    return plain(heading.text) or title, [b for b in body if b.order > heading.order]
