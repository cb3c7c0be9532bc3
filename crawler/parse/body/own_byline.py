"""A body → the same without who wrote it, told by name: in a line above the text, or behind its standfirst.

Ann Lee, harbour master  ·  What the new boats cost, and who pays. By Ann Lee and Tom Ray

Behind the end of a sentence a short word and the authors' names, and nothing else, are who wrote; of anybody else it is told.
"""

from __future__ import annotations

import re

from crawler.parse.authors.byline_words import AND, BY, SAID
from crawler.parse.body.addresses import LEFT
from crawler.parse.body.date_lines import BESIDE, is_date_line, is_sentence
from crawler.parse.body.edges import NAME
from crawler.parse.body.margins import HANDS, is_paragraph
from crawler.parse.body.signed_line import SIGNED, is_signed
from crawler.parse.page.blocks import HEADINGS, Block, new_block
from crawler.parse.page.clean import width
from crawler.patterns import lazily

TOP = 3  # blocks at the beginning of a text that are looked at
STACK = 240  # characters of a block of such lines
KOREAN = 8  # characters of a name in Hangul or Han, each counting two
LEAST = 30  # characters that are left of one
FOOT = 4  # blocks at the end, among which one tells where to write to the author: above a correction
_LED = lazily(rf"(?<=[.!?…。”“»\"])\s+(?:{BY}|{SAID})\s+(?P<names>[^.!?…:]{{3,160}})$", re.I)
_BY = lazily(rf"\W*(?:{BY})\s+", re.I)
_BETWEEN = lazily(rf"(?:\s|[,;·|]|(?<!\w)(?:{AND})(?!\w))*", re.I)


def without_byline(body: list[Block], authors: tuple[str, ...], title: str | None) -> list[Block]:
    """`body` without such a line among its first blocks, and these without the names of their `authors` at the end."""
    if not authors:
        return body
    if lines := _signed(body, authors, title) + _addresses(body, authors) + _stacked(body, authors):
        body = [b for b in body if b not in lines]
    if not any(b.text.endswith(authors) for b in body[:TOP]):  # as of most
        return body
    return [_cut(b, authors) if i < TOP else b for i, b in enumerate(body)]


def without_outlet(body: list[Block], names: tuple[str | None, ...]) -> list[Block]:
    """`body` without the first of its first lines that is a name of the outlet, as where no person signs."""
    for i, block in enumerate(body[: min(TOP, len(body) - LEFT)]):
        if len(block.text) > SIGNED or block.element.tag in HEADINGS:  # as most
            continue
        if block.text.casefold() in {name.casefold() for name in names if name}:
            return [*body[:i], *body[i + 1 :]]
    return body


def _signed(body: list[Block], authors: tuple[str, ...], title: str | None) -> list[Block]:
    """The lines up to the second paragraph that are the authors and what they do, of whom nothing else tells."""
    names = [name for name in map(str.casefold, authors) if NAME.match(name)]  # a forum is none
    lines: list[Block] = []
    paragraphs = 0
    for block in body[: min(TOP, len(body) - LEFT)] if names else ():
        paragraphs += is_paragraph(block.text)
        if paragraphs > 1:
            break
        short = len(block.text) <= SIGNED and block.element.tag not in HEADINGS
        told = block.text.casefold() if short and not is_sentence(block.text) else ""
        if told and (is_signed(told, names) or _tells_post(told, names)):
            lines.append(block)
    if not lines:  # as of most
        return lines
    told = "\n".join((title or "", *(b.text for b in body if b not in lines))).casefold()
    return [] if any(name in told for name in names) else lines


def _tells_post(line: str, names: list[str]) -> bool:
    """Whether a line is a short word, the name of an author and, behind a comma, what that is: "By Ann Lee, Master of the Port"."""
    by = _BY.match(line) if len(line) <= SIGNED else None
    return by is not None and any(line.startswith(f"{name},", by.end()) for name in names)


def _addresses(body: list[Block], authors: tuple[str, ...]) -> list[Block]:
    """The lines near the end that tell where to write to an author and nothing else: "Write to Ann Lee at lee@post.example"."""
    last = [b for b in body[max(LEFT, len(body) - FOOT) :] if len(b.text) <= SIGNED and "@" in b.text]
    names = [name for name in map(str.casefold, authors) if _is_person(name)] if last else []
    return [b for b in last if names and is_signed(b.text.casefold(), names)]


def _is_person(name: str) -> bool:
    """Whether a name is written as people's are; in Hangul and Han it has no space and is of a few letters."""
    return NAME.match(name) is not None or (name.isalpha() and width(name) == 2 * len(name) <= KOREAN)


def _stacked(body: list[Block], authors: tuple[str, ...]) -> list[Block]:
    """The block at the top of whose lines one names an author, and each other the day or who else made the text."""
    found: list[Block] = []
    for block in body[: min(TOP, len(body) - LEFT)]:
        lines = block.text.split("\n") if "\n" in block.text and len(block.text) <= STACK else []
        names = [name.casefold() for name in authors] if lines else []
        signed = [line for line in lines if is_signed(line.casefold(), names)]
        others = [line for line in lines if line not in signed]
        if signed and others and all(is_date_line(x, BESIDE) or HANDS.fullmatch(x.lower()) for x in others):
            found.append(block)
    return found


def _cut(block: Block, authors: tuple[str, ...]) -> Block:
    found = _LED.search(block.text) if block.text.endswith(authors) else None
    if found is None or found.start() < LEAST:
        return block
    left = found["names"]
    for name in authors:
        left = left.replace(name, " ")
    if not _BETWEEN.fullmatch(left):
        return block
    text = block.text[: found.start()]
    return new_block(
        text, block.element, block.order, min(block.linked, len(text)), block.links, block.strong
    )
