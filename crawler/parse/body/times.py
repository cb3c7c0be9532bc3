"""A body → the same without the <time> above it: "a day ago", in whatever language.

What a page marks as a time and shows alone above a text is when it was published. Of several among a text each heads an
item of a chronicle or of a live blog, and these stay.
"""

from __future__ import annotations

from crawler.parse.page.blocks import Block, Outline

TOP = 3  # blocks at the beginning of a text, among which it stands
LEFT = 1  # least that is left of one: a flash is one paragraph


def without_time(body: list[Block], page: Outline) -> list[Block]:
    """`body` without it."""
    if len(body) <= LEFT:
        return body
    first, last = body[0].order, body[-1].order
    marked = {(m.block, m.text) for m in page.marks if m.tag == "time" and first <= m.block <= last}
    if not marked:  # as of most
        return body
    alone = [b for b in body if (b.order, b.text) in marked]
    return [b for b in body if b is not alone[0]] if len(alone) == 1 and alone[0] in body[:TOP] else body
