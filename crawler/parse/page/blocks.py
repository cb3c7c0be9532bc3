"""The values of a page taken apart: its blocks in reading order, the elements that hold them, what its head declares.

A block is a run of text that no block-level element and no doubled line break interrupts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ASKS = "?？؟"  # what ends a question
NEAR = 24  # blocks from above the headline on that may show who wrote, and when
MAX_MAILS = 20  # links of this kind kept of one page
MAX_TITLED = 20  # places called so
MAX_PRESSED = 200  # buttons and choices of one page
MAX_MARKS = 400  # dated or signed places kept of one page


@dataclass(slots=True, eq=False, init=False)
class Element:
    """A block-level element, as far as the judging of its blocks needs it; made by new_element()."""

    tag: str
    label: str  # class, id, role, itemprop and the like
    bits: int  # what its label and its tag call it: labels.py
    parent: Element | None
    depth: int
    every: int  # its bits and those of all that hold it
    order: int  # its place among the elements
    first: int  # blocks[first:last] stand inside it
    last: int


@dataclass(slots=True, eq=False, init=False)
class Block:
    """A run of text, and the element that holds it; made by new_block()."""

    text: str
    element: Element
    order: int
    linked: int  # characters inside links
    links: int
    strong: int  # characters in bold

    @property
    def holder(self) -> Element:
        """What holds its element."""
        return self.element.parent or self.element

    @property
    def is_heading(self) -> bool:
        """Whether it is all of a heading, or of an element in one."""
        return self.element.tag in HEADINGS or self.holder.tag in HEADINGS

    @property
    def leads(self) -> bool:
        """Whether it is a headline that leads elsewhere."""
        return self.links == 1 and self.linked > 0.8 * len(self.text) and self.is_heading


def new_element(
    tag: str, label: str, bits: int, parent: Element | None, depth: int, every: int, order: int, first: int
) -> Element:
    """An element that has just begun. Hundreds are made of a page: a class with an __init__ takes twice as long."""
    made = Element()
    made.tag = tag
    made.label = label
    made.bits = bits
    made.parent = parent
    made.depth = depth
    made.every = every
    made.order = order
    made.first = first
    made.last = 0
    return made


def new_block(
    text: str, element: Element, order: int, linked: int = 0, links: int = 0, strong: int = 0
) -> Block:
    """A block, made as elements are."""
    made = Block()
    made.text = text
    made.element = element
    made.order = order
    made.linked = linked
    made.links = links
    made.strong = strong
    return made


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
    headings: list[Block] = field(default_factory=list)  # of the blocks, which a dozen rules ask for
    elements: list[Element] = field(default_factory=list)
    metas: dict[str, list[str]] = field(
        default_factory=dict
    )  # name, property or itemprop in lower case → contents
    links: dict[str, str] = field(default_factory=dict)  # rel → the first address
    json_ld: list[str] = field(default_factory=list)
    state: list[str] = field(default_factory=list)  # JSON that a script would draw the page from
    hrefs: list[str] = field(default_factory=list)  # where links point to
    mails: list[str] = field(default_factory=list)  # what links say that begin a letter to somebody
    marks: list[Mark] = field(default_factory=list)
    titled: list[int] = field(
        default_factory=list
    )  # blocks in which an element in the line is called a title
    scripts: int = 0
    forms: list[str] = field(default_factory=list)  # types of the inputs: a password, an e-mail
    pictures: dict[int, Element] = field(default_factory=dict)  # the block behind → what holds it
    asking: list[Element] = field(default_factory=list)  # hold a field for an e-mail address
    secret: list[Element] = field(default_factory=list)  # hold one for a password
    # hold a button that does something, or a choice; the block behind it, and the button, which few need to read
    pressed: list[tuple[Element, int, LexborNode | None]] = field(default_factory=list)
