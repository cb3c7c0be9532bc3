"""Chosen blocks → the same without what is set between the paragraphs and is none: boxes that end in a button, lines that
ask to be followed elsewhere, sentences of the text that are shown once more in large letters.

    text  ·  [heading, a line, button]  ·  text  ·  “a sentence of the text”  ·  text  ·  Follow us on …

No markup of the page need say what they are; what tells a box is that it stands among the paragraphs, and that all it
leads to is a link.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from crawler.parse.body.boxes import (
    BESIDE,
    BOX_BLOCKS,
    BOX_TEXT,
    OUTER,
    ROWS,
    boxes,
    is_alone,
    said_by,
    sayers,
)
from crawler.parse.body.clues import Clues, size
from crawler.parse.body.commission import offers
from crawler.parse.body.follow import ADVERT, begins_advert, following, is_of_page, is_set_in
from crawler.parse.body.house_lines import house_lines
from crawler.parse.body.imprint import is_credit
from crawler.parse.body.own_notes import own_notes
from crawler.parse.body.pointers import heads_of_links
from crawler.parse.body.read_on import read_on
from crawler.parse.page import labels
from crawler.parse.page.blocks import HEADINGS, Block, Element
from crawler.parse.page.clean import CLOSERS, letters
from crawler.parse.page.families import OF_LINES
from crawler.parse.page.stops import ENDS
from crawler.patterns import lazily

NOTE_BLOCKS = 5  # blocks of a note on the author, its first line among them
CAPTION = 160  # of a caption: a longer one tells as much as a paragraph
ENOUGH = 250  # characters below the headline from which those above it are not needed
REPEATED, LONGEST = 20, 300  # characters of a sentence that is shown twice
PIECE = 10  # letters of one of its sentences, where they are parted
MOST_SET = 60  # quotations and the like of one page
_OPENS, _CLOSES = '“„«»"「『', '”“»«"」』'  # of a line that is but a quotation
MOST = 0.3  # of the text that may be dropped: what is more is no aside
_SHORT_ARE = labels.CAPTION | labels.MEDIA | labels.AUTHOR
_ALONE_ARE = labels.MEDIA | labels.SIGNUP
_OF_TEXT = lazily(  # what stands beside a picture, or without one
    r"text|content|body|copy|transcript|descr|quote|essay|stor(?:y|ies)|press|with|has|no[-_]|left|right|above|below|row|col|section|step|module|paragraph|box|card|release|contact|partner",
    re.I,
)
_VIDEO = lazily(r"video(?!s|[-_]?gam)", re.I)
_ON_AUTHOR = lazily(
    r"(?:author|writer|reporter|journalist|autor|contributor|byline).*(?:bio|about|box|card|info|descr|line)",
    re.I,
)
_ABOUT_AUTHOR = OF_LINES.rarely(  # the first line of a note on who wrote the text; in lower case
    r"(?:about|meet) the (?:authors?|writers?|reporters?|columnist|contributor)|über (?:den autor|die autorin|die autoren)|z(?:um autor|ur autorin|ur person)|à propos d(?:e l[’']aut(?:eur|rice|eure)|es auteurs)|(?:sobre|acerca d)(?:e|el)? ?(?:el |la |l[oa]s )?autor(?:a|es|as)?"
    r"|sobre [oa]s? autor(?:a|es|as)?|(?:informazioni )?sull[’'](?:autore|autrice)|chi è l[’'](?:autore|autrice)|over de (?:auteurs?|schrijver)|o (?:autorze|autorce|autorach|autorovi(?: článku)?)|об автор(?:е|ах)|про автор(?:а|ів|ку)|om (?:författaren|skribenten|forfatteren|skribenten)|(?:tietoa )?kirjoittajasta"
    r"|yazar hakkında|tentang (?:si )?penulis|mengenai penulis|(?:về|đôi nét về) tác giả|เกี่ยวกับผู้เขียน|(?:关于|關於)作者|作者(?:简介|簡介|介绍|介紹)|(?:著者|筆者|執筆者)(?:プロフィール|紹介|について)|この記事(?:の著者|を書いた人|の執筆者)|(?:글쓴이|저자|필자|기자) 소개|(?:نبذة )?عن الكاتبة?|درباره نویسنده|על הכותבת?|despre autor|a szerzőről|σχετικά με τον (?:συγγραφέα|συντάκτη)"
)
_AUTHOR = OF_LINES.rarely(  # the same where it is a label: in a list of facts it stands before a name
    r"(?:the )?author|autor(?:in|a)?|auteure?|autore|autrice|schrijver|författare|skribent|forfatter|kirjoittaja|höfundur|автор(?:ка)?|yazar|penulis|tác giả|ผู้เขียน|作者|著者|筆者|글쓴이|(?:ال)?كاتب(?:ة)?|نویسنده|συντάκτης|συγγραφέας|szerző"
)
_SENTENCES = re.compile(rf"[{re.escape(''.join(ENDS))}]")
_SET = frozenset(("blockquote", "aside", "figure"))


def without_asides(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` without what is set between its paragraphs; all of it where that is much."""
    if len(chosen) < BESIDE:
        return chosen
    chosen = _below_headline(clues, chosen)
    homes = _homes(chosen)
    repeated = [*_repeated(chosen)]
    aside = {*boxes(clues, chosen, homes), *repeated, *sayers(clues, chosen, repeated)}
    pictured = [b for b in chosen if b.order in clues.page.pictures]
    if pictured:
        alike = Counter((b.element.parent, b.element.tag) for b in chosen)
        pictured = [b for b in pictured if alike[b.element.parent, b.element.tag] < BESIDE]
        # one right behind another, each with its picture, tell of several things
        rows = {b.order for b in pictured}
        alone = (b for b in pictured if rows.isdisjoint((b.order - 1, b.order + 1)))
        aside.update(b for b in alone if _is_below_picture(clues, b, homes))
    aside.update(
        b
        for b in chosen
        if _is_beside(b, homes) or (len(b.text) <= ADVERT and (is_credit(b.text) or _is_set_in(b)))
    )
    aside.update(followed := following(chosen))
    aside.update(offers(clues, followed))
    aside.update(_on_author(clues, chosen))
    aside.update(heads_of_links(clues, chosen))
    aside.update(own_notes(clues, chosen))
    aside.update(house_lines(chosen))
    aside.update(read_on(clues, chosen))
    aside.intersection_update(chosen)
    if not aside:
        return chosen
    left = [b for b in chosen if b not in aside]
    whole, less = (sum(clues.sizes[b.order] for b in blocks) for blocks in (chosen, aside))
    offered = sum(clues.sizes[b.order] for b in aside if b.element.every & labels.SIGNUP)
    told = any(clues.prose[b.order] and not b.element.every & labels.SIGNUP for b in left)
    # an offer behind the first lines of a text may be longer than they
    few = less - offered <= MOST * (whole - offered) if told else less <= MOST * whole
    return left if few else chosen


def _homes(chosen: list[Block]) -> Counter[Element | None]:
    """How many blocks of a text each element holds, in elements of their own or, where lines are parted by breaks, itself."""
    homes = Counter(b.element.parent for b in chosen)
    elements = [b.element for b in chosen]
    if len(set(elements)) < len(elements):  # as of few
        homes.update({e: n for e, n in Counter(elements).items() if n >= BESIDE})
    return homes


def _below_headline(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` without what stands above the headline, such as a banner that no markup calls one."""
    if clues.headline < 0 or chosen[0].order > clues.headline:
        return chosen
    below = [b for b in chosen if b.order > clues.headline]
    whole, left = (sum(clues.sizes[b.order] for b in blocks) for blocks in (chosen, below))
    return below if left > 0.5 * whole and left >= ENOUGH else chosen


def _on_author(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The blocks near the end in a small element whose first line says that it is about the author."""
    for block in chosen[-NOTE_BLOCKS:]:
        for holder in (block.element.parent, block.element.parent and block.element.parent.parent):
            if holder is None or holder.last - holder.first > NOTE_BLOCKS:
                break
            head = clues.page.blocks[holder.first].text.strip(" :：").lower()
            if _ABOUT_AUTHOR.fullmatch(head) or (
                _AUTHOR.fullmatch(head)
                and holder.tag not in ROWS
                and block.text.endswith(ENDS)
                and is_alone(holder, chosen)  # of a text on a book one part is on who wrote that
            ):
                yield block
                break


def _is_set_in(block: Block) -> bool:
    if "\n" in block.text:
        return begins_advert(block.text)
    if block.element.tag in ROWS and not block.element.every & labels.SHARE:
        return False
    return is_set_in(block.text) or (block.element.tag == "div" and is_of_page(block.text))


def _is_beside(block: Block, homes: Counter[Element | None]) -> bool:
    """Whether a short block is called a caption, a note on an author or a picture, or stands alone in a picture or an offer."""
    own = block.element
    if not (own.bits & _SHORT_ARE or own.every & _ALONE_ARE):  # as most
        return False
    inside = list(_wrapped_in(block, homes))
    around = inside[0].bits if inside else 0
    if (own.bits | around) & labels.QUOTE and not own.bits & labels.CAPTION and not around & labels.EMBED:
        return False
    amount = size(block.text)
    if amount <= CAPTION and (_is_called_so(own) or (around & labels.MEDIA and _is_only(inside[0], block))):
        return True
    return amount <= BOX_TEXT and any(e.bits & labels.SIGNUP for e in inside)


def _is_called_so(e: Element) -> bool:
    """Whether a block's own name says that it is a caption, a picture or a note on an author."""
    if e.bits & labels.CAPTION:
        return True
    pictured = e.bits & labels.MEDIA and e.tag != "p" and not _OF_TEXT.search(e.label)
    return bool(pictured or (e.bits & labels.AUTHOR and _ON_AUTHOR.search(e.label)))


def _is_only(holder: Element, block: Block) -> bool:
    """Whether what is called a picture holds nothing but a block, or a video one more, and is not named after a text beside it."""
    held = holder.last - holder.first
    line = held == 2 and _VIDEO.search(holder.label) and not block.text.rstrip(CLOSERS).endswith(ENDS)
    return (held == 1 or bool(line)) and not _OF_TEXT.search(holder.label)


def _is_below_picture(clues: Clues, block: Block, homes: Counter[Element | None]) -> bool:
    """Whether a short line that is no sentence and the picture right above it are all that an element of their own holds."""
    at, own = clues.page.pictures[block.order], block.element
    if own.tag in HEADINGS or own.tag in ("p", "li") or own.every & labels.QUOTE:
        return False
    if clues.sizes[block.order] > CAPTION or block.text.rstrip(CLOSERS).endswith(ENDS):
        return False
    while at.parent is not None and not at.first <= block.order < at.last:
        at = at.parent
    return at.last - at.first == 1 and homes[at] < BESIDE


def _wrapped_in(block: Block, homes: Counter[Element | None]) -> Iterator[Element]:
    """The elements around a block, innermost first, up to the home of several paragraphs, that hold little."""
    holder = block.element.parent
    for _ in range(OUTER):
        if holder is None or homes[holder] >= BESIDE or holder.last - holder.first > BOX_BLOCKS:
            return
        yield holder
        holder = holder.parent


def _repeated(chosen: list[Block]) -> Iterator[Block]:
    """Sentences that stand in a longer block, too; headings are not asked, nor is a page that is made of quotations."""
    short = [b for b in chosen if REPEATED <= len(b.text) <= LONGEST and b.element.tag not in HEADINGS]
    apart = {b for b in short if _is_set(b)}
    quoted = [b for b in short if b.text[0] in _OPENS and b.text[-1] in _CLOSES and _is_boxed(b)]
    if quoted:
        boxes = Counter(_box_kind(b) for b in chosen if _is_boxed(b))
        quoted = [b for b in quoted if b not in apart and boxes[_box_kind(b)] < BESIDE]
    short = [b for group in (apart, quoted) if len(group) <= MOST_SET for b in group]
    if not short:
        return
    known = {b: letters(b.text) for b in chosen}
    alike, whole = Counter(known.values()), "\n".join(known.values())
    for block in short:
        told = known[block]
        if len(told) < REPEATED // 2:
            continue
        if whole.count(told) <= alike[told] and not (block in apart and _is_in_pieces(block, known, whole)):
            continue
        # what the text below has, too, may be a heading of it
        if block in apart or any(told in known[b] for b in chosen if b.order < block.order):
            yield block


def _is_in_pieces(block: Block, known: dict[Block, str], whole: str) -> bool:
    """Whether all sentences of a quotation stand in another block, where "he said" parts them."""
    first, *others = _SENTENCES.split(block.text)
    told = letters(first)
    if not others or len(told) < PIECE or whole.count(told) < 2:  # as of most
        return False
    pieces = [told, *(piece for part in others if (piece := letters(part)))]
    if len(pieces) < 2 or min(map(len, pieces)) < PIECE:
        return False
    return any(all(piece in told for piece in pieces) for b, told in known.items() if b is not block)


def _is_boxed(block: Block) -> bool:
    """Whether a block is all that an element around its own holds, but for who said it."""
    home = block.element.parent
    return home is not None and (home.last - home.first == 1 or home.last == said_by(block, home))


def _box_kind(block: Block) -> tuple[Element | None, str, str]:
    """What a block's box stands in and is called: on some sites each paragraph has one."""
    home = block.holder
    return home.parent, home.tag, home.label


def _is_set(block: Block) -> bool:
    """Whether a block is set apart: in a quotation, an aside or a figure, or called a quote."""
    element: Element | None = block.element
    for _ in range(3):
        if element is None:
            return False
        if element.tag in _SET or element.bits & labels.QUOTE:
            return True
        element = element.parent
    return False
