"""The values of a page taken apart: its blocks in reading order, the elements that hold them, what its head declares.

A block is a run of text that no block-level element and no doubled line break interrupts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ASKS = "?？؟"  # what ends a question
MAX_MAILS = 20  # links of this kind kept of one page
MAX_MARKS = 400  # dated or signed places kept of one page


@dataclass(slots=True, eq=False)
class Element:
    """A block-level element, as far as the judging of its blocks needs it."""

    tag: str
    label: str  # class, id, role, itemprop and the like
    bits: int  # what its label and its tag call it: labels.py
    parent: Element | None
    depth: int
    every: int  # its bits and those of all that hold it
    order: int  # its place among the elements
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

    @property
    def holder(self) -> Element:
        """What holds its element."""
        return self.element.parent or self.element

    @property
    def is_heading(self) -> bool:
        """Whether it is all of a heading, or of an element in one."""
        return self.element.tag in HEADINGS or self.holder.tag in HEADINGS


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
    metas: dict[str, list[str]] = field(
        default_factory=dict
    )  # name, property or itemprop in lower case → contents
    links: dict[str, str] = field(default_factory=dict)  # rel → the first address
    json_ld: list[str] = field(default_factory=list)
    state: list[str] = field(default_factory=list)  # JSON that a script would draw the page from
    hrefs: list[str] = field(default_factory=list)  # where links point to
    mails: list[str] = field(default_factory=list)  # what links say that begin a letter to somebody
    marks: list[Mark] = field(default_factory=list)
    scripts: int = 0
    forms: list[str] = field(default_factory=list)  # types of the inputs: a password, an e-mail
    pictures: dict[int, Element] = field(default_factory=dict)  # the block behind → what holds it
    asking: list[Element] = field(default_factory=list)  # hold a field for an e-mail address
