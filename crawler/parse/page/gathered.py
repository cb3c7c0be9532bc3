"""What a walk through a page gathers → blocks, marks of dates and authors, what buttons and letters say.

text and breaks → parts ─flush→ block      element with a telling name → mark ─filled at its end→ what it says
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.parse.page import labels
from crawler.parse.page.attributes import Attributes, speaks, value_of
from crawler.parse.page.blocks import (
    MAX_MAILS,
    MAX_MARKS,
    MAX_PRESSED,
    Element,
    Mark,
    Outline,
    new_block,
    new_element,
)
from crawler.parse.page.clean import BREAK, LONG, is_printable, tidy
from crawler.parse.page.controls import button_said, is_menu, leads_nowhere, letter_said, numbered
from crawler.parse.page.glued import apart
from crawler.parse.page.labels import MARK
from crawler.parse.page.tags import LINK, PLAIN, STRONG

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_MENUS = 40  # elements called so that are searched for text: each search reads what they hold
MAX_BUTTONS = 200  # of a page whose headings are read
MARKED = 1_200  # characters, and parts, of which that is taken: what a mark holds may be the page, and marks stand in marks
MAX_MARK_LENGTH = 300  # characters: what is longer is no date line and no byline
TIDY = MAX_MARK_LENGTH + 2  # of blocks, which have no white space to fold but a blank where they are cut off
_BYLINE = labels.AUTHOR | MARK


class Gathered:
    """The state of one walk: the element it is in, the block being gathered, the outline so far."""

    def __init__(self, root: LexborNode) -> None:
        self.out = Outline(language=root.attributes.get("lang") or root.attributes.get("xml:lang"))
        self.out.elements.append(new_element("html", "", 0, None, 0, 0, 0, 0))
        self.parts: list[str] = []
        self.linked = self.links = self.strong = 0
        self.in_link = self.in_strong = 0
        self.breaks = 0
        self.menus = 0
        self.buttons = 0

    def count(self, text: str, kind: int = PLAIN) -> None:
        """Keep account of linked and bold characters; `kind` is that of an element not entered."""
        self.breaks = 0
        length = len(text.strip())
        if self.in_link or kind == LINK:
            self.linked += length
        if self.in_strong or kind == STRONG:
            self.strong += length

    def entered(self, node: LexborNode, named: int) -> int:
        """What an element called a menu is called all the same, where it is entered; 0 where it holds no text."""
        self.menus += 1
        if self.menus > MAX_MENUS or not is_menu(node):
            return named
        listed = named & labels.LIST and node.tag == "div"  # no item of a menu
        if (named & labels.ARTICLE or listed) and leads_nowhere(node, dated=not named & labels.ARTICLE):
            return named & ~labels.NAV
        self.out.hrefs += numbered(node)
        return 0

    def menu(self, node: LexborNode, here: Element) -> None:
        """Of a menu nothing is read but where the numbers of further pages point to."""
        self.menus += 1
        if self.menus <= MAX_MENUS:
            self.out.hrefs += numbered(node)

    def mark(self, tag: str, attributes: Attributes, label: str, here: Element, named: int) -> Mark | None:
        """A mark to be filled at the end of the node, where its attributes speak of a date or an author."""
        said = speaks(tag, attributes, label, named)
        if said is None or len(self.out.marks) >= MAX_MARKS:
            return None
        mark = Mark(said, tag, value_of(attributes), "", len(self.parts), len(self.out.blocks), here)
        self.out.marks.append(mark)
        return mark

    def fill(self, mark: Mark) -> None:
        """The text of a mark: of the gathered parts where no block ended since, else of the blocks."""
        if mark.block == len(self.out.blocks):
            text = apart(self.parts[mark.start : mark.start + MARKED])[:MARKED]
        else:
            near = self.out.blocks[mark.block : mark.block + 6]
            text = BREAK.join([b.text[:TIDY] for b in near])[:TIDY].replace("\n", BREAK)
        mark.text = " ".join(text.replace(BREAK, " | ").split())[:MAX_MARK_LENGTH]

    def flush(self, here: Element) -> None:
        """End the block being gathered."""
        if parts := self.parts:
            if len(parts) == 1:
                text = parts[0].strip()
            else:
                text = (apart(parts) if _tells_who(here) else "".join(parts)).strip()
            parts.clear()
            # of most, single blanks are all the white space; a short one is not worth the call
            if "  " in text or not (text.isprintable() if len(text) < LONG else is_printable(text)):
                text = tidy(text)
            if text:
                blocks, links = self.out.blocks, self.links
                if links and self.in_link and not self.linked:  # it began behind the text
                    links = max(links - self.in_link, 0)
                blocks.append(new_block(text, here, len(blocks), self.linked, links, self.strong))
        self.linked = self.links = self.strong = self.breaks = 0

    def line_break(self, node: LexborNode, here: Element) -> None:
        """One break is a new line, two are a new block."""
        self.breaks += 1
        if self.breaks > 1:
            self.flush(here)
        elif self.parts:
            self.parts.append(BREAK)

    def letter(self, node: LexborNode) -> None:
        """Note what a link says that begins a letter: between two names it is none."""
        if len(self.out.mails) < MAX_MAILS and (said := letter_said(node)):
            self.out.mails.append(said)

    def button(self, node: LexborNode, here: Element) -> None:
        """What a button says that opens text is a block of its own."""
        self.buttons += 1
        if said := button_said(node, self.buttons <= MAX_BUTTONS):
            self.flush(here)
            self.parts.append(said)
            self.flush(here)
        elif len(self.out.pressed) < MAX_PRESSED and "aria-expanded" not in node.attributes:
            self.out.pressed.append((here, len(self.out.blocks) + bool(self.parts), node))

    def rule(self, node: LexborNode, here: Element) -> None:
        self.flush(here)


def _tells_who(here: Element) -> bool:
    """Whether an element, or what holds it, is called a byline."""
    return bool((here.bits | (here.parent.bits if here.parent else 0)) & _BYLINE)
