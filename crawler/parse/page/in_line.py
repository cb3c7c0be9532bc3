"""A <span> that is called a caption or a credit → whether it is a part of the sentence around it.

Wires mark the place and the day that a release begins with so, each by itself: "<span class=legend>GENEVA</span>, <span class=legend>July 3</span> --".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.parse.page.blocks import Element
from crawler.parse.page.tags import TEXT

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

LINES = frozenset(("p", "li"))
PICTURES = frozenset(("img", "picture", "svg", "br", "video", "iframe"))
SHOWN = "img,picture,svg,video,iframe"  # also in a link, or in what is set apart
LOOKED_BACK = 3  # siblings among which a picture stands, where the element is its caption


def in_line(node: LexborNode, here: Element) -> bool:
    """Whether text goes on right behind `node`, in a paragraph that shows no picture before it."""
    if here.tag not in LINES:
        return False
    behind = node.next
    while (beside := _alike(behind, node)) is not None:  # place and day may stand side by side
        behind = beside.next
    if behind is None or behind.tag_id != TEXT or behind.is_empty_text_node:
        return False
    before = node.prev
    for _ in range(LOOKED_BACK):
        if before is None:
            return True
        if before.tag in PICTURES or (before.tag_id != TEXT and before.css_first(SHOWN) is not None):
            return False
        before = before.prev
    return True


def _alike(behind: LexborNode | None, node: LexborNode) -> LexborNode | None:
    """What stands right behind an element, or behind a blank, and is called the same."""
    if behind is not None and behind.is_empty_text_node:
        behind = behind.next
    if behind is None or behind.tag_id != node.tag_id:
        return None
    return behind if behind.attributes.get("class") == node.attributes.get("class") else None
