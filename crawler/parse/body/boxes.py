"""Chosen blocks → those among them that stand in a box which is none of the text: it ends in a button, asks for a vote or an
address, or stands below the word for an advertisement.

    text  ·  [heading, a line, button]  ·  text  ·  [Advertisement, a line]  ·  text  ·  [a question, Yes, No]  ·  text

No markup of the page need say what they are; what tells a box is that it stands among the paragraphs, and that all it
leads to is a link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from selectolax.lexbor import LexborNode

from crawler.parse.body.clues import Clues
from crawler.parse.body.follow import is_set_in
from crawler.parse.body.neighbours import QUOTES
from crawler.parse.body.own_buttons import acts_on_its_box
from crawler.parse.body.terms import tells_terms
from crawler.parse.page import labels
from crawler.parse.page.blocks import ASKS, HEADINGS, Block, Element
from crawler.parse.page.clean import width
from crawler.parse.page.stops import ENDS, TOLD

BOX_BLOCKS, BOX_TEXT = 6, 320  # blocks of a box, and their size, at most
BUTTON, BUTTONS = 40, 3  # characters of one, and how many stand side by side
TAIL = 4  # blocks at the end of a text that may stand in a box of their own
FORM_BLOCKS = 12  # blocks of a <form> that is none of the text
OUTER = 4  # elements that a box may be wrapped in
BESIDE = 3  # paragraphs that stand where a box does, at least
ROWS = frozenset(("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "td", "th"))
LABEL, ADVERT = 30, 200  # characters of the word for an advertisement, and of all that stands below it
CARD = 3  # blocks of the box of another article
HEADLINE, WORDS = 28, 5  # a name is shorter, and has fewer words
SENTENCE = 30  # letters of one that tells something: less may be a slogan
SAYER = 60  # characters of a line that says whose a sentence is
ANSWER = 60  # characters of what may be voted for
_APART = frozenset(("section", "div", "aside"))
_ASKING = _APART | {"form", "fieldset"}
_WORDED = HEADINGS | {"p", "li", "dt", "dd", "td", "th"}
_SHOWN = ROWS | {"pre", "code", "blockquote", "figcaption"}  # may be copied, told to others, made larger


def boxes(clues: Clues, chosen: list[Block], homes: Counter[Element | None]) -> Iterator[Block]:
    """The blocks of elements that stand among the paragraphs, hold little and end in a link."""
    seen: set[Element] = set()
    for block in chosen:
        box = _box(block.element, homes)
        if box is None or box in seen:
            continue
        seen.add(box)
        if _ends_in_button(clues, box) or _is_advert(clues, box) or _is_card(clues, box, chosen):
            yield from clues.page.blocks[box.first : box.last]
    yield from _last_box(clues, chosen, homes)
    if clues.page.pressed:
        yield from _pressed(clues, chosen, homes)
    yield from _small_forms(clues, chosen)
    for field in clues.page.asking:
        form = _form(clues, field, chosen)
        if form is not None:
            yield from clues.page.blocks[form.first : form.last]


def sayers(clues: Clues, chosen: list[Block], quoted: list[Block]) -> Iterator[Block]:
    """The lines that say whose the sentences are which are shown twice, or left out: each is all that its box holds below one."""
    for before, block in pairwise(chosen):
        above = block.order - 1
        if above == before.order:  # as most
            continue
        own = block.element
        home = own if own.last - own.first == 2 else own.parent
        if home is None or home.last - home.first != 2 or home.first != above:
            continue
        if clues.page.blocks[above].text[0] in QUOTES and clues.sizes[block.order] <= SAYER:
            yield block
    for block in quoted:
        at: Element | None = block.element
        while at is not None and at.last - at.first == 1:
            at = at.parent
        if at is None or at.last != said_by(block, at):
            continue
        below = clues.page.blocks[block.order + 1]
        if clues.sizes[below.order] <= SAYER and not below.text.endswith(ENDS):
            yield below


def said_by(block: Block, box: Element) -> int:
    """Where a box ends that holds a sentence and one line below it."""
    return block.order + 2 if box.first == block.order else 0


def _is_advert(clues: Clues, box: Element) -> bool:
    """Whether the first line of a box is the word for an advertisement, or offers sound, and the others are not many.

    As a heading above a sentence the word may be what a part of the text is on.
    """
    first = clues.page.blocks[box.first]
    if len(first.text) > LABEL or box.tag not in _APART or _amount(clues, box) > ADVERT:
        return False
    return is_set_in(first.text) and not (first.is_heading and _tells(clues, box))


def _is_card(clues: Clues, box: Element, chosen: list[Block]) -> bool:
    """Whether a box is a headline that leads elsewhere, and a sentence or two on what stands there."""
    blocks = clues.page.blocks[box.first : box.last]
    if box.bits & labels.RELATED and not blocks[0].links and len(blocks[0].text) <= LABEL:
        blocks = blocks[1:]  # below what the box is called
    if (
        not blocks
        or not blocks[0].leads
        or len(blocks) > CARD
        or box.tag not in _APART
        or _amount(clues, box) > BOX_TEXT
    ):
        return False
    name = blocks[0].text
    if width(name) < HEADLINE and len(name.split()) < WORDS and _tells(clues, box):
        return False  # of a firm, a plan: what a part of the text is on
    return not any(b.is_heading for b in blocks[1:]) and is_alone(box, chosen)


def _tells(clues: Clues, box: Element) -> bool:
    """Whether a line below the first is a sentence."""
    return any(
        width(b.text) >= SENTENCE and b.text.endswith(TOLD)
        for b in clues.page.blocks[box.first + 1 : box.last]
    )


def _pressed(clues: Clues, chosen: list[Block], homes: Counter[Element | None]) -> Iterator[Block]:
    """The blocks of small boxes that end in buttons, or ask and have several to answer with."""
    presses: dict[Element, list[tuple[int, LexborNode | None]]] = {}
    for element, at, button in clues.page.pressed:
        if (
            element.last > element.first and element.tag in _WORDED
        ):  # a word in a line explains itself when pressed
            continue
        box = _outermost(element, homes)
        if box is not None and box.tag in _ASKING and box.last > box.first:
            presses.setdefault(box, []).append((at, button))
    for box, behind in presses.items():
        blocks = clues.page.blocks[box.first : box.last]
        if _amount(clues, box) > BOX_TEXT or (any(map(_is_shown, blocks)) and not _is_poll(blocks)):
            continue
        if sum(b.is_heading for b in blocks) > 1:  # several ways to pay: what tells a wall
            continue
        asks = len(behind) > 1 and any(b.text.endswith(tuple(ASKS)) for b in blocks)
        several = len(blocks) > 1 or (len(behind) > 1 and not blocks[0].is_heading)
        ends = several and (behind[-1][0] >= box.last or _ends_in_terms(blocks, behind[-1][0]))
        if not (asks or ends) or all(
            acts_on_its_box(button, asked=asks, alone=len(behind) == 1) for _, button in behind
        ):
            continue
        if is_alone(box, chosen):
            yield from blocks


def _ends_in_terms(blocks: list[Block], behind: int) -> bool:
    """Whether a heading and a line stand above the button of a box, and one short line below: what who presses it accepts."""
    last = blocks[-1]
    return len(blocks) > 2 and last.order == behind and tells_terms(last.text)


def _is_poll(blocks: list[Block]) -> bool:
    """Whether blocks are a question and a list of answers of a few words."""
    answers = [b for b in blocks if b.element.tag == "li"]
    asked = any(b.text.endswith(tuple(ASKS)) for b in blocks if b.element.tag != "li")
    return (
        asked
        and len(answers) > 1
        and all(len(b.text) <= ANSWER and not b.text.endswith(ENDS) for b in answers)
    )


def _is_shown(block: Block) -> bool:
    """Whether a block is in a table, code or a quotation, to which buttons are set."""
    return block.element.tag in _SHOWN or block.holder.tag == "blockquote"


def is_alone(box: Element, chosen: list[Block]) -> bool:
    """Whether few boxes of a text are built as one is, and none beside it: posts of a live blog and ways to pay have their buttons."""
    alike: set[Element] = set()
    for block in chosen:
        at: Element | None = block.element
        while at is not None and at.parent is not box.parent:
            at = at.parent
        if at is not None and (at.tag, at.label) == (box.tag, box.label):
            alike.add(at)
    return len(alike) < BESIDE and not any(at.last == box.first or at.first == box.last for at in alike)


def _outermost(element: Element, homes: Counter[Element | None]) -> Element | None:
    """The element below the home of several paragraphs that holds, or is, an element, and holds little."""
    at: Element | None = element
    for _ in range(OUTER):
        if at is None or at.last - at.first > BOX_BLOCKS:
            return None
        if homes[at.parent] >= BESIDE:
            return at
        at = at.parent
    return None


def _last_box(clues: Clues, chosen: list[Block], homes: Counter[Element | None]) -> Iterator[Block]:
    """The blocks of an element behind the paragraphs that has a heading and ends in a link, as no other part of the text does."""
    for box in {b.element.parent for b in chosen[-TAIL:]}:
        if box is None or homes[box] >= BESIDE or not 1 < box.last - box.first <= BOX_BLOCKS:
            continue
        if box.tag not in _APART or box.bits & labels.BODY or not clues.page.blocks[box.first].is_heading:
            continue
        own = (box.parent, box.tag, box.label)
        above = (h for b in chosen if b.order < box.first and (h := b.element.parent))
        alike = any((h.parent, h.tag, h.label) == own for h in above)
        if box.first > chosen[0].order and not alike and _ends_in_button(clues, box):
            yield from clues.page.blocks[box.first : box.last]


def _small_forms(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The blocks of <form> elements that hold little and stand beside the text: labels, what is wrong with an answer, thanks.

    On some systems a <form> is around the whole page.
    """
    seen: set[Element] = set()
    for block in chosen:
        at: Element | None = block.element if block.element.every & labels.TOOL else None
        while at is not None and at.tag != "form":
            at = at.parent
        if at is None or at in seen:
            continue
        seen.add(at)
        inside = sum(at.first <= b.order < at.last for b in chosen)
        if at.last - at.first <= FORM_BLOCKS and len(chosen) - inside >= BESIDE:
            yield from clues.page.blocks[at.first : at.last]


def _form(clues: Clues, field: Element, chosen: list[Block]) -> Element | None:
    """The outermost element that holds a field for an address and little else, and several blocks of text beside it."""
    found: Element | None = None
    at: Element | None = field
    for _ in range(OUTER + 1):
        if at is None or at.last - at.first > BOX_BLOCKS or _amount(clues, at) > BOX_TEXT:
            break
        if at.first <= clues.headline < at.last:
            break
        found, at = at, at.parent
    beside = at and sum(at.first <= b.order < at.last for b in chosen)
    inside = found and sum(found.first <= b.order < found.last for b in chosen)
    return found if beside and inside and beside - inside >= BESIDE else None


def _amount(clues: Clues, box: Element) -> int:
    return sum(clues.sizes[box.first : box.last])


def _box(element: Element, homes: Counter[Element | None]) -> Element | None:
    """The outermost element below the home of several paragraphs that holds an element with others."""
    at = element.parent
    for _ in range(OUTER):
        if at is None or at.tag in ROWS or at.last - at.first > BOX_BLOCKS:
            return None
        if homes[at.parent] >= BESIDE:
            return at if at.last - at.first > 1 else None
        at = at.parent
    return None


def _ends_in_button(clues: Clues, box: Element) -> bool:
    blocks = clues.page.blocks[box.first : box.last]
    last = blocks[-1]
    whole = clues.density[last.order] > 0.9 and 0 < last.links <= BUTTONS
    linked = whole and len(last.text) <= BUTTON * last.links
    if linked and last.links > 1 and any(clues.prose[b.order] and b.text.endswith(TOLD) for b in blocks[:-1]):
        return False  # whom a sentence names
    address = "://" in last.text or last.text.startswith("www.")
    return (
        linked
        and not address
        and _amount(clues, box) <= BOX_TEXT
        and not any(b.element.tag in ROWS for b in blocks)
    )
