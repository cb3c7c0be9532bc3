"""A parsed page → its blocks in reading order, with the elements that hold them and what the head declares.

    tree ─one walk in document order→ Outline(blocks, elements, metas, links, scripts, marks)

The walk judges nothing: it notes what judge.py, dates.py and authors.py need, so that the tree is visited once. It
keeps its own stack: a page of 100,000 nested elements costs a list, not the interpreter's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.parse import labels
from crawler.parse.blocks import Block, Element, Mark, Outline
from crawler.parse.labels import MARK

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_DEPTH = 200  # deeper elements count as their ancestor at this depth: no page is laid out deeper
MAX_BLOCKS = 20_000  # what stands behind them is not read
MAX_MENUS = 40  # elements called so that are searched for text: each search reads what they hold
MAX_LABEL = 400  # characters
MAX_MARKS = 400  # dated or signed places kept of one page
MAX_MARK_LENGTH = 300  # characters: what is longer is no date line and no byline

SKIPPED = frozenset([  # neither their text nor their children are read
    "script", "style", "noscript", "template", "svg", "iframe", "canvas", "object", "embed", "audio",
    "video", "map", "math", "select", "option", "datalist", "textarea", "input", "button", "img",
    "picture", "source", "track", "wbr", "area", "param", "progress", "meter", "dialog", "frame",
    "frameset",
])  # fmt: skip
INLINE = frozenset([  # no block begins or ends with them
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "amp-link", "slot",
])  # fmt: skip
_TEXTUAL = "p, h1, time, article"  # what holds none of these, and is called a menu, is one
BREAK = "\0"  # no page's text holds it: article.py takes NULs out
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LABELS = frozenset(("id", "role", "itemprop", "aria-label", "data-testid", "data-component", "data-type"))
_TELLING = _LABELS | {"class", "rel", "datetime"}  # attributes of an inline element that may make it a mark


def outline(tree: LexborHTMLParser) -> Outline:
    """Walk `tree` once. A tree without a root gives an empty outline."""
    root = tree.root
    if root is None:
        return Outline()
    return _Walk(root).run(root)


BLOCK, PLAIN, LINK, STRONG = -1, 0, 1, 2  # kinds of elements; LINK and STRONG are bits
_INLINE = dict.fromkeys(INLINE, PLAIN) | {"a": LINK, "b": STRONG, "strong": STRONG}


class _Shut:
    """A block that is not entered."""


SHUT = _Shut()
_Open = tuple[
    "LexborNode", int, Element | None, Mark | None
]  # its kind; what was open before a block; what to fill


class _Walk:
    """The state of one walk: the open elements, the block being gathered, the outline so far."""

    def __init__(self, root: LexborNode) -> None:
        self.out = Outline(language=root.attributes.get("lang") or root.attributes.get("xml:lang"))
        self.element = Element("html", "", 0, None, 0, 0)
        self.out.elements.append(self.element)
        self.parts: list[str] = []
        self.linked = self.links = self.strong = 0
        self.in_link = self.in_strong = 0
        self.breaks = 0
        self.menus = 0

    def run(self, root: LexborNode) -> Outline:
        """Depth first. One loop with its names at hand: most of the cost of reading a page is here."""
        blocks, parts, element_of = self.out.blocks, self.parts, self.enter_block
        inline, alone_of = _INLINE.get, _ALONE.get
        open_: list[_Open] = []
        push, pop = open_.append, open_.pop
        node = root.first_child
        while True:
            if node is None:
                if not open_:
                    break
                node, ends, was, mark = pop()
                if ends or mark is not None:
                    self.leave(ends, was, mark)
                    if len(blocks) > MAX_BLOCKS:
                        break
            elif (tag := node.tag) == "-text":
                if not node.is_empty_text_node and (text := node.text_content) and not text.isspace():
                    parts.append(text)
                    if self.in_link or self.in_strong or self.breaks:
                        self.count(text)
                elif parts:
                    parts.append(" ")
            elif tag is None:  # a comment
                pass
            elif (kind := inline(tag)) is not None:
                attributes = node.attributes
                mark = None
                if attributes and (tag == "time" or not _TELLING.isdisjoint(attributes)):
                    mark = self.mark(tag, attributes)
                if kind:
                    self.enter_inline(kind)
                if (child := node.first_child) is not None:
                    push((node, kind, None, mark))
                    node = child
                    continue
                if kind or mark is not None:
                    self.leave(kind, None, mark)
            elif (alone := alone_of(tag)) is not None:
                alone(self, node)
                if len(blocks) > MAX_BLOCKS:
                    break
            elif tag[0] not in "-_!":
                if parts:
                    self.flush()
                if (child := node.first_child) is not None:
                    was = self.element
                    entered = element_of(node, tag)
                    if not isinstance(entered, _Shut):
                        push((node, BLOCK, was, entered))
                        node = child
                        continue
            node = node.next
        self.flush()
        for _, ends, was, mark in reversed(open_):  # where the walk was cut short
            self.leave(ends, was, mark)
        self.out.elements[0].last = len(blocks)
        return self.out

    def enter_inline(self, kind: int) -> None:
        """A link or bold text begins."""
        if kind & LINK:
            self.in_link += 1
            self.links += 1
        else:
            self.in_strong += 1

    def count(self, text: str) -> None:
        """Keep account of linked and bold characters."""
        self.breaks = 0
        length = len(text.strip())
        if self.in_link:
            self.linked += length
        if self.in_strong:
            self.strong += length

    def enter_block(self, node: LexborNode, tag: str) -> Mark | _Shut | None:
        """The mark to be filled at the end of a block; SHUT for a menu, which is not entered."""
        attributes, was = node.attributes, self.element
        label, bits, hidden, mark = "", 0, False, None
        if attributes:
            label = _label(attributes)
            bits = labels.signs(label) if label else 0
            if bits & labels.NAV and self.menus < MAX_MENUS:
                self.menus += 1
                if node.css_first(_TEXTUAL) is None:
                    return SHUT
            hidden = "hidden" in attributes or ("style" in attributes and _hides(attributes["style"]))
            if bits & MARK:
                mark = self.mark(tag, attributes, label, bits)
        if was.depth < MAX_DEPTH:
            elements, first = self.out.elements, len(self.out.blocks)
            self.element = Element(tag, label, bits, was, was.depth + 1, len(elements), hidden, first)
            elements.append(self.element)
        return mark

    def mark(
        self, tag: str, attributes: dict[str, str | None], label: str | None = None, bits: int = 0
    ) -> Mark | None:
        """A mark to be filled at the end of the node, where its attributes speak of a date or an author."""
        if label is None:
            label = _label(attributes)
            bits = labels.signs(label) if label else 0
        rel = attributes.get("rel") or ""
        if not (bits & MARK or tag == "time" or "author" in rel) or len(self.out.marks) >= MAX_MARKS:
            return None
        value = attributes.get("datetime") or attributes.get("content") or attributes.get("title")
        said = f"{label} {rel}".strip().lower()
        mark = Mark(said, tag, value, "", len(self.parts), len(self.out.blocks), self.element)
        self.out.marks.append(mark)
        return mark

    def leave(self, kind: int, was: Element | None, mark: Mark | None) -> None:
        """Close what was entered."""
        if was is not None:
            if self.parts:
                self.flush()
            self.element.last = len(self.out.blocks)
            self.element = was
        elif kind & LINK:
            self.in_link -= 1
        elif kind & STRONG:
            self.in_strong -= 1
        if mark is not None:
            self.fill(mark)

    def fill(self, mark: Mark) -> None:
        """The text of a mark: of the gathered parts where no block ended since, else of the blocks."""
        if mark.block == len(self.out.blocks):
            text = "".join(self.parts[mark.start :])
        else:
            text = " | ".join(b.text for b in self.out.blocks[mark.block : mark.block + 6])
        mark.text = " ".join(text[: 4 * MAX_MARK_LENGTH].split())[:MAX_MARK_LENGTH]

    def flush(self) -> None:
        """End the block being gathered."""
        if self.parts:
            text = _tidy("".join(self.parts))
            if text:
                blocks = self.out.blocks
                blocks.append(Block(text, self.element, len(blocks), self.linked, self.links, self.strong))
            self.parts.clear()
        self.linked = self.links = self.strong = self.breaks = 0

    def line_break(self, node: LexborNode) -> None:
        """One break is a new line, two are a new block."""
        self.breaks += 1
        if self.breaks > 1:
            self.flush()
        elif self.parts:
            self.parts.append(BREAK)

    def rule(self, node: LexborNode) -> None:
        self.flush()

    def meta(self, node: LexborNode) -> None:
        attributes = node.attributes
        content = attributes.get("content") or attributes.get("value")
        if content and (content := content.strip()):
            for name in ("property", "name", "itemprop", "http-equiv"):
                if key := attributes.get(name):
                    self.out.metas.setdefault(key.strip().lower(), []).append(content)

    def link(self, node: LexborNode) -> None:
        attributes = node.attributes
        href = attributes.get("href")
        for rel in (attributes.get("rel") or "").lower().split():
            if href:
                self.out.links.setdefault(rel, href)

    def head_title(self, node: LexborNode) -> None:
        if self.out.title is None:
            self.out.title = " ".join(node.text().split()) or None

    def base(self, node: LexborNode) -> None:
        self.out.base = self.out.base or node.attributes.get("href")

    def script(self, node: LexborNode) -> None:
        self.out.scripts += 1
        attributes = node.attributes
        kind = (attributes.get("type") or "").lower()
        if "ld+json" in kind:
            self.out.json_ld.append(node.text())
        elif kind == "application/json" and (attributes.get("id") or attributes.get("data-state")):
            self.out.state.append(node.text())

    def field(self, node: LexborNode) -> None:
        self.out.forms.append((node.attributes.get("type") or "text").lower())


def _pass(walk: _Walk, node: LexborNode) -> None:
    """Neither an element's text nor its children are read."""


_ALONE = dict.fromkeys(SKIPPED | {"nav"}, _pass) | {
    "br": _Walk.line_break,
    "hr": _Walk.rule,
    "meta": _Walk.meta,
    "link": _Walk.link,
    "title": _Walk.head_title,
    "base": _Walk.base,
    "script": _Walk.script,
    "input": _Walk.field,
}


def _label(attributes: dict[str, str | None]) -> str:
    """What an element calls itself."""
    label = attributes.get("class") or ""
    if not _LABELS.isdisjoint(attributes):
        for name, value in attributes.items():
            if value and name in _LABELS:
                label = f"{label} {value}"
    return label if len(label) <= MAX_LABEL else label[:MAX_LABEL]


def _hides(style: str | None) -> bool:
    return style is not None and _HIDDEN.search(style) is not None


def _tidy(text: str) -> str:
    """White space folded; a line break kept where the page set one."""
    if BREAK not in text:
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.split(BREAK))
    return "\n".join(line for line in lines if line)
