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
    hides,
    is_clipped,
    is_unseen,
    label_of,
    rank_of,
)
from crawler.parse.page.blocks import (
    HEADINGS,
    MAX_TITLED,
    Element,
    Mark,
    Outline,
    new_element,
)
from crawler.parse.page.gathered import Gathered
from crawler.parse.page.head import NOTED
from crawler.parse.page.in_line import in_line
from crawler.parse.page.labels import MARK, signs
from crawler.parse.page.tags import APART, BLOCK, KNOWN, LINK, TEXT, kind_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_DEPTH = 200  # deeper elements count as their ancestor at this depth: no page is laid out deeper
MAX_BLOCKS = 20_000  # what stands behind them is not read

NAV_OR_MARK, CAPTION_OR_MARK = labels.NAV | MARK, labels.CAPTION | MARK
_TITLE = labels.TITLE


def outline(tree: LexborHTMLParser) -> Outline:
    """Walk `tree` once. A tree without a root gives an empty outline."""
    root = tree.root
    if root is None:
        return Outline()
    return _Walk(root).run(root)


# An element that is open, its kind, the block-level element around it, and what to fill at its end.
_Open = tuple["LexborNode", int, Element, Mark | None]


class _Walk(Gathered):
    """One walk, and the state that it is in."""

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
            try:
                kind, tag, bits = known[tag_id]
            except KeyError:  # as few names are
                kind, tag, bits = kind_of(node.tag)
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
                    classed = "class" in attributes
                    # most have none beside these two, and need not be asked for those that tell
                    others = len(attributes) - classed - ("href" in attributes)
                    telling = others > 0 and not TELLING.isdisjoint(attributes)
                    if classed or telling or tag == "time":
                        label = attributes.get("class") or ""
                        if (telling and not LABELS.isdisjoint(attributes)) or len(label) > MAX_LABEL:
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
                        if tag == "time" or named & MARK or (telling and not DATING.isdisjoint(attributes)):
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


_APART = {
    "br": _Walk.line_break,
    "hr": _Walk.rule,
    "nav": _Walk.menu,
    "button": _Walk.button,
}  # with head.NOTED those of tags.APART_NAMES
