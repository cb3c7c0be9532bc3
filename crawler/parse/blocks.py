"""A parsed page → its blocks in reading order, with the elements that hold them and what the head declares.

    tree ─one walk in document order→ Outline(blocks, elements, metas, links, scripts, marks)

A block is a run of text that no block-level element and no doubled line break interrupts. The walk judges
nothing: it notes what judge.py, dates.py and authors.py need, so that the tree is visited once. It keeps its own
stack: a page of 100,000 nested elements costs a list, not the interpreter's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_DEPTH = 200  # deeper elements count as their ancestor at this depth: no page is laid out deeper
MAX_MARKS = 400  # dated or signed places kept of one page
MAX_MARK_LENGTH = 300  # characters: what is longer is no date line and no byline

SKIPPED = frozenset(
    "script style noscript template svg iframe canvas object embed audio video map math select option datalist"
    " textarea input button img picture source track wbr area param progress meter dialog frame frameset".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small"
    " span strike strong sub sup time tt u var amp-link slot".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0\u2000-\u200b\u3000\ufeff\u00ad]+")
_MARKED = re.compile(
    r"date|time|publi|posted|updat|modif|author|byline|creator|writer|reporter|autor|journalist|bylin|data-pub", re.I
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(slots=True, eq=False)
class Element:
    """A block-level element, as far as the judging of its blocks needs it."""

    tag: str
    label: str  # class, id, role, itemprop and the like
    parent: Element | None
    depth: int
    order: int  # its place among the elements
    hidden: bool = False
    first: int = 0  # blocks[first:last] stand inside it
    last: int = 0


@dataclass(slots=True, eq=False)
class Block:
    """A run of text, and the element that holds it."""

    text: str
    element: Element
    order: int
    linked: int = 0  # characters inside links
    links: int = 0
    strong: int = 0  # characters in bold


@dataclass(slots=True)
class Mark:
    """A place whose markup speaks of a date or an author."""

    label: str
    tag: str
    value: str | None  # the machine-readable form: datetime, content, title
    text: str
    start: int  # the gathered parts before it
    block: int  # the block it stands in or before
    element: Element


@dataclass(slots=True)
class Outline:
    """What one walk through a page brings home."""

    language: str | None = None
    title: str | None = None  # of the <title> element
    base: str | None = None
    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    metas: dict[str, list[str]] = field(default_factory=dict)  # name, property or itemprop in lower case → contents
    links: dict[str, str] = field(default_factory=dict)  # rel → the first address
    json_ld: list[str] = field(default_factory=list)
    state: list[str] = field(default_factory=list)  # JSON that a script would draw the page from
    marks: list[Mark] = field(default_factory=list)
    scripts: int = 0
    forms: list[str] = field(default_factory=list)  # types of the inputs: a password, an e-mail


def outline(tree: LexborHTMLParser) -> Outline:
    """Walk `tree` once. A tree without a root gives an empty outline."""
    root = tree.root
    if root is None:
        return Outline()
    return _Walk(root).run(root)


class _Walk:
    """The state of one walk: the open elements, the block being gathered, the outline so far."""

    def __init__(self, root: LexborNode) -> None:
        self.out = Outline(language=root.attributes.get("lang") or root.attributes.get("xml:lang"))
        self.element = Element("html", "", None, 0, 0)
        self.out.elements.append(self.element)
        self.parts: list[str] = []
        self.linked = self.links = self.strong = 0
        self.in_link = self.in_strong = 0
        self.breaks = 0

    def run(self, root: LexborNode) -> Outline:
        """Depth first; `open_` holds what to do when the children of a node are done."""
        open_: list[tuple[LexborNode, int, object]] = []
        node = root.first_child
        while True:
            if node is None:
                if not open_:
                    break
                node, kind, was = open_.pop()
                self.leave(kind, was)
                node = node.next
                continue
            tag = node.tag
            if tag == "-text":
                self.read(node.text_content or "")
            elif tag is not None and tag[0] not in "-_!":
                entered = self.enter(node, tag)
                if entered is not None:
                    child = node.first_child
                    if child is not None:
                        open_.append((node, *entered))
                        node = child
                        continue
                    self.leave(*entered)
            node = node.next
        self.flush()
        self.element.last = len(self.out.blocks)
        return self.out

    def read(self, text: str) -> None:
        """Take in the text of one node."""
        if text.isspace():
            if self.parts:
                self.parts.append(" ")
            return
        self.parts.append(text)
        self.breaks = 0
        if self.in_link:
            self.linked += len(text.strip())
        if self.in_strong:
            self.strong += len(text.strip())

    def enter(self, node: LexborNode, tag: str) -> tuple[int, object] | None:
        """What to do at the end of `node`, or None where its inside is not read."""
        if tag in INLINE:
            return self.enter_inline(node, tag)
        if tag in SKIPPED or tag in ("meta", "link", "title", "base", "br", "hr"):
            if act := _ALONE.get(tag):
                act(self, node)
            return None
        return self.enter_block(node, tag)

    def enter_inline(self, node: LexborNode, tag: str) -> tuple[int, object]:
        if tag == "a":
            self.in_link += 1
            self.links += 1
            attributes = node.attributes
            if not attributes.get("rel") and "class" not in attributes and "itemprop" not in attributes:
                return 1, None
            return 1, self.mark(tag, attributes)
        if tag in ("b", "strong"):
            self.in_strong += 1
            return 2, None
        attributes = node.attributes
        return 0, self.mark(tag, attributes) if attributes or tag == "time" else None

    def mark(self, tag: str, attributes: dict[str, str | None]) -> Mark | None:
        """A mark to be filled at the end of the node, where its attributes speak of a date or an author."""
        label = f"{attributes.get('itemprop') or ''} {attributes.get('rel') or ''} {attributes.get('class') or ''} {attributes.get('id') or ''}"
        if (tag != "time" and not _MARKED.search(label)) or len(self.out.marks) >= MAX_MARKS:
            return None
        value = attributes.get("datetime") or attributes.get("content") or attributes.get("title")
        mark = Mark(label.strip().lower(), tag, value, "", len(self.parts), len(self.out.blocks), self.element)
        self.out.marks.append(mark)
        return mark

    def enter_block(self, node: LexborNode, tag: str) -> tuple[int, object]:
        self.flush()
        attributes = node.attributes
        label, hidden, mark = "", False, None
        if attributes:
            get = attributes.get
            label = " ".join(
                value for name in ("class", "id", "role", "itemprop", "aria-label", "data-testid", "data-component", "data-type")
                if (value := get(name))
            )
            style = get("style")
            hidden = "hidden" in attributes or bool(style and _HIDDEN.search(style))
            mark = self.mark(tag, attributes) if label else None
        was = self.element
        if was.depth < MAX_DEPTH:
            self.element = Element(
                tag, label, was, was.depth + 1, len(self.out.elements), hidden, len(self.out.blocks)
            )
            self.out.elements.append(self.element)
        if tag == "form":
            self.out.forms.append("form")
        links = self.in_link  # a block inside a link is linked throughout
        return 3, (was, mark, links)

    def leave(self, kind: int, was: object) -> None:
        """Close what `enter` opened."""
        if kind == 3:
            self.flush()
            element, mark, _ = was  # type: ignore[misc]
            self.element.last = len(self.out.blocks)
            self.element = element
            if mark is not None:
                self.fill(mark)
            return
        if kind == 1:
            self.in_link -= 1
        elif kind == 2:
            self.in_strong -= 1
        if was is not None:
            self.fill(was)  # type: ignore[arg-type]

    def fill(self, mark: Mark) -> None:
        """The text of a mark: of the gathered parts where no block ended since, else of the blocks."""
        if mark.block == len(self.out.blocks):
            text = "".join(self.parts[mark.start :])
        else:
            text = " | ".join(b.text for b in self.out.blocks[mark.block : mark.block + 6])
        mark.text = _SPACE.sub(" ", text[: 4 * MAX_MARK_LENGTH]).strip()[:MAX_MARK_LENGTH]

    def flush(self) -> None:
        """End the block being gathered."""
        if self.parts:
            text = _tidy("".join(self.parts))
            if text:
                out = self.out
                out.blocks.append(
                    Block(text, self.element, len(out.blocks), self.linked, self.links, self.strong)
                )
            self.parts = []
        self.linked = self.links = self.strong = self.breaks = 0

    def line_break(self, node: LexborNode) -> None:
        """One break is a new line, two are a new block."""
        self.breaks += 1
        if self.breaks > 1:
            self.flush()
        elif self.parts:
            self.parts.append("\n\0")

    def rule(self, node: LexborNode) -> None:
        self.flush()

    def meta(self, node: LexborNode) -> None:
        attributes = node.attributes
        content = attributes.get("content")
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
            self.out.title = _SPACE.sub(" ", node.text()).strip() or None

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


_ALONE = {
    "br": _Walk.line_break,
    "hr": _Walk.rule,
    "meta": _Walk.meta,
    "link": _Walk.link,
    "title": _Walk.head_title,
    "base": _Walk.base,
    "script": _Walk.script,
    "input": _Walk.field,
}


def _tidy(text: str) -> str:
    """White space folded; a line break kept where the page set one."""
    if "\0" not in text:
        return _SPACE.sub(" ", text).strip()
    lines = (_SPACE.sub(" ", line).strip() for line in text.split("\n\0"))
    return "\n".join(line for line in lines if line)
