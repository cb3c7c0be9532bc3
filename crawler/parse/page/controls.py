"""What a reader presses rather than reads: menus, buttons, links that begin a letter → what of them is worth noting.

Menus hold where the further pages of an article are; a button may be a question, or all of a heading.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from crawler.parse.page.attributes import label_of
from crawler.parse.page.blocks import ASKS, HEADINGS
from crawler.parse.page.tags import numbers

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_MENU = 60  # links of one menu
MAX_BUTTON = 250  # characters of one that asks
MAX_LETTER = 250  # characters of a link that begins a letter
MAX_PANEL = 60  # nodes of what it opens, among which there is a paragraph
MAX_INSIDE = 4  # elements from a button to its heading

_TEXTUAL = numbers("p", "h1", "time", "article")  # what holds none of these, and is called a menu, is one
_ANCHOR = numbers("a")
_FIGURE = re.compile(r"\d")
_DATED = re.compile(r"(?<!\d)\d{4}\D.{0,20}?\d:\d\d")
_PARAGRAPH = numbers("p", "li")
_PANELS = frozenset(("div", "section", "dd"))


def is_menu(node: LexborNode) -> bool:
    """Whether what is called a menu holds no text."""
    # no selector: to set one up costs as much as all menus of a page
    for inner in node.traverse():  # noqa: SIM110 — all() takes a generator, and twice as long
        if inner.tag_id in _TEXTUAL:
            return False
    return True


def leads_nowhere(node: LexborNode, *, dated: bool = False) -> bool:
    """Whether what is called a menu has figures, or a year and an hour where it must be `dated`, and no link.

    That is the line of date and number above the headline of a news.
    """
    if any(inner.tag_id in _ANCHOR for inner in node.traverse()):
        return False
    return (_DATED if dated else _FIGURE).search(node.text()) is not None


def numbered(node: LexborNode) -> list[str]:
    """Where a menu that is called one of pages points to: its first links; else none."""
    if "pag" not in label_of(node.attributes, node.tag or "").lower():
        return []
    links = (inner.attributes.get("href") for inner in node.traverse() if inner.tag_id in _ANCHOR)
    return [href for href in links if href][:MAX_MENU]


def letter_said(node: LexborNode) -> str:
    """What a link says that begins a letter, in one line; "" where it says nothing."""
    return " ".join(node.text()[:MAX_LETTER].split())


def button_said(node: LexborNode, headings: bool) -> str | None:
    """The text of a button that opens what stands below it and asks or, where `headings` are read too, is all of one.

    None of any other: they say what to do.
    """
    attributes = node.attributes
    if "aria-haspopup" in attributes:
        return None
    expands = "aria-expanded" in attributes
    if not expands and not _opens(node):
        return None
    text = node.text().strip()
    if not text or len(text) > MAX_BUTTON:
        return None
    return text if text[-1] in ASKS or (expands and headings and _is_heading(node, text)) else None


def _opens(node: LexborNode) -> bool:
    """Whether a button, which says nothing of what it opens, is followed by one element alone, with a paragraph in it."""
    panel = node.next
    while panel is not None and panel.is_empty_text_node:
        panel = panel.next
    if panel is None or panel.tag not in _PANELS:
        return False
    last = panel.next
    while last is not None and last.is_empty_text_node:
        last = last.next
    return last is None and any(inner.tag_id in _PARAGRAPH for inner in islice(panel.traverse(), MAX_PANEL))


def _is_heading(node: LexborNode, text: str) -> bool:
    """Whether a button says all that the heading around it does: one that copies its link stands beside its words."""
    at = node.parent
    for _ in range(MAX_INSIDE):
        if at is None or at.tag in HEADINGS:
            break
        at = at.parent
    return at is not None and at.tag in HEADINGS and at.text().strip() == text
