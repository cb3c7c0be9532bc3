"""A parsed page → its blocks in reading order, with the elements that hold them and what the head declares.

    tree ─one walk in document order→ Outline(blocks, elements, metas, links, scripts, marks)

The walk judges nothing: it notes what judge.py, dates/read.py and authors/read.py need, so that the tree is visited once. It
keeps its own stack: a page of 100,000 nested elements costs a list, not the interpreter's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.parse.page import labels
from crawler.parse.page.attributes import (
    DATING,
    LABELS,
    MAX_LABEL,
    TELLING,
    Attributes,
    hides,
    is_clipped,
    is_unseen,
    label_of,
    rank_of,
    speaks,
    value_of,
)
from crawler.parse.page.blocks import (
    HEADINGS,
    MAX_MAILS,
    MAX_MARKS,
    MAX_PRESSED,
    MAX_TITLED,
    Element,
    Mark,
    Outline,
    new_block,
    new_element,
)
from crawler.parse.page.clean import BREAK, LONG, is_printable, tidy
from crawler.parse.page.controls import button_said, is_menu, leads_nowhere, letter_said, numbered
from crawler.parse.page.glued import apart
from crawler.parse.page.head import NOTED
from crawler.parse.page.in_line import in_line
from crawler.parse.page.labels import MARK, signs
from crawler.parse.page.tags import APART, BLOCK, KNOWN, LINK, PLAIN, STRONG, TEXT, kind_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_DEPTH = 200  # deeper elements count as their ancestor at this depth: no page is laid out deeper
MAX_BLOCKS = 20_000  # what stands behind them is not read
MAX_MENUS = 40  # elements called so that are searched for text: each search reads what they hold
MAX_BUTTONS = 200  # of a page whose headings are read
MARKED = 1_200  # characters, and parts, of which that is taken: what a mark holds may be the page, and marks stand in marks
MAX_MARK_LENGTH = 300  # characters: what is longer is no date line and no byline
TIDY = MAX_MARK_LENGTH + 2  # of blocks, which have no white space to fold but a blank where they are cut off

NAV_OR_MARK, CAPTION_OR_MARK = labels.NAV | MARK, labels.CAPTION | MARK
_BYLINE, _TITLE = labels.AUTHOR | MARK, labels.TITLE


def outline(tree: LexborHTMLParser) -> Outline:
    """Walk `tree` once. A tree without a root gives an empty outline."""
    root = tree.root
    if root is None:
        return Outline()
    return _Walk(root).run(root)


# An element that is open, its kind, the block-level element around it, and what to fill at its end.
_Open = tuple["LexborNode", int, Element, Mark | None]


class _Walk:
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

    def run(self, root: LexborNode) -> Outline:
        """Depth first, in one loop with its names at hand: a third of what reading a page costs is spent here."""
        blocks, elements, parts = self.out.blocks, self.out.elements, self.parts
        known, hrefs = KNOWN, self.out.hrefs
        mark: Mark | None
        open_: list[_Open] = []
        push, pop = open_.append, open_.pop
        here, node = elements[0], root.first_child
        written, met = 0, 1  # blocks and elements so far
        while True:
            if node is None:  # behind the last child of what was entered last
                if not open_:
                    break
                node, kind, around, mark = pop()
                if kind == BLOCK:
                    if parts:
                        self.flush(here)
                        if (written := len(blocks)) > MAX_BLOCKS:
                            break
                    elif self.links and not self.in_link:  # of pictures
                        self.links = 0
                    here.last = written
                    here = around
                    if mark is not None:
                        self.fill(mark)
                    if (node := node.next) is not None and node.is_empty_text_node:  # as behind most of them
                        node = node.next
                    continue
                if kind == LINK:
                    self.in_link -= 1
                elif kind:
                    self.in_strong -= 1
                if mark is not None:
                    self.fill(mark)
                node = node.next
                continue
            if (tag_id := node.tag_id) == TEXT:
                if not (text := node.text_content) or text.isspace():
                    if parts:
                        parts.append(" ")
                else:
                    parts.append(text)
                    if self.in_link or self.in_strong or self.breaks:
                        self.count(text)
                node = node.next
                continue
            kind, tag, bits = known.get(tag_id) or kind_of(
                node.tag
            )  # few pages know a name that is not known
            if kind == BLOCK:
                if parts:
                    self.flush(here)
                    written = len(blocks)
                elif self.links and not self.in_link:  # of pictures: the heading below them is one link
                    self.links = 0
                if (child := node.first_child) is not None:
                    mark, label = None, ""
                    if attributes := node.attributes:
                        label = attributes.get("class") or ""
                        if not label or len(attributes) > 1 or len(label) > MAX_LABEL:
                            if not LABELS.isdisjoint(attributes) or len(label) > MAX_LABEL:
                                if attributes.get("role") == "heading":
                                    tag = rank_of(attributes, tag)
                                label = label_of(attributes, tag)
                            if "hidden" in attributes or (
                                "style" in attributes and hides(attributes["style"])
                            ):
                                bits |= labels.HIDDEN
                        if label:
                            named = signs(label)
                            if named & NAV_OR_MARK:
                                if named & labels.NAV and not (named := self.entered(node, named)):
                                    node = node.next
                                    continue
                                if named & MARK:
                                    mark = self.mark(tag, attributes, label, here, named)
                            bits |= named
                    push((node, BLOCK, here, mark))
                    if (depth := here.depth) < MAX_DEPTH:
                        here = new_element(tag, label, bits, here, depth + 1, bits | here.every, met, written)
                        elements.append(here)
                        met += 1
                    node = child.next if child.is_empty_text_node else child
                    continue
            elif kind < APART:
                mark = None
                if attributes := node.attributes:
                    if tag == "time" or not TELLING.isdisjoint(attributes):
                        label = attributes.get("class") or ""
                        if not LABELS.isdisjoint(attributes) or len(label) > MAX_LABEL:
                            label = label_of(attributes, tag)
                        named = signs(label) if label else 0
                        if (
                            named & labels.HIDDEN
                            and (self.linked if self.in_link else parts and here.tag in HEADINGS)
                            and tag != "time"
                            and is_unseen(label)
                        ):
                            if not self.in_link:
                                parts.append(" ")
                            node = node.next
                            continue
                        if (
                            named & CAPTION_OR_MARK == labels.CAPTION
                            and not kind
                            and (child := node.first_child) is not None
                            and (depth := here.depth) < MAX_DEPTH
                            and not in_line(node, here)
                        ):  # it stands below its picture, not in the line
                            if parts:
                                self.flush(here)
                            written = len(blocks)
                            push((node, BLOCK, here, None))
                            here = new_element(
                                tag, label, named, here, depth + 1, named | here.every, met, written
                            )
                            elements.append(here)
                            met += 1
                            node = child
                            continue
                        if named & _TITLE and len(titled := self.out.titled) < MAX_TITLED:
                            titled.append(written)
                        if tag == "time" or not DATING.isdisjoint(attributes) or named & MARK:
                            mark = self.mark(tag, attributes, label, here, named)
                    if kind == LINK and (href := attributes.get("href")):
                        hrefs.append(href)
                        if href.startswith("mailto:"):
                            self.letter(node)
                    elif (
                        self.in_link
                        and self.linked
                        and "style" in attributes
                        and is_clipped(attributes["style"])
                    ):
                        node = node.next
                        continue
                if kind == LINK:
                    self.links += 1
                if (child := node.first_child) is not None:
                    if mark is None and child.tag_id == TEXT and child.next is None:  # as in most of them
                        if not (text := child.text_content) or text.isspace():
                            if parts:
                                parts.append(" ")
                        else:
                            parts.append(text)
                            if kind or self.in_link or self.in_strong or self.breaks:
                                self.count(text, kind)
                        node = node.next
                        continue
                    if kind == LINK:
                        self.in_link += 1
                    elif kind:
                        self.in_strong += 1
                    push((node, kind, here, mark))
                    node = child
                    continue
                if mark is not None:
                    self.fill(mark)
            elif kind == APART:
                if note := NOTED.get(tag):
                    note(self.out, node, here)
                else:
                    _APART[tag](self, node, here)
                    if (written := len(blocks)) > MAX_BLOCKS:
                        break
            if (node := node.next) is not None and not parts and node.is_empty_text_node:
                node = node.next
        self.flush(here)
        for _, _, around, mark in reversed(open_):  # where the walk was cut short
            here.last, here = len(blocks), around
            if mark is not None:
                self.fill(mark)
        self.out.elements[0].last = len(blocks)
        self.out.headings = [
            b
            for b in blocks
            if (e := b.element).tag in HEADINGS or (e.parent is not None and e.parent.tag in HEADINGS)
        ]
        return self.out

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


_APART = {
    "br": _Walk.line_break,
    "hr": _Walk.rule,
    "nav": _Walk.menu,
    "button": _Walk.button,
}  # with head.NOTED those of tags.APART_NAMES
