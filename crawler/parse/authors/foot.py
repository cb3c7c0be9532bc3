"""The end of a text → who signed it there with initials, behind a dash, or in Amharic; the boxes that tell of its author.

… was offen ist. ⏎ (mkw)         and elsewhere on the page, at its foot mostly: "Mia Kühlwetter (mkw) berichtet über …"
— Mwanakombo, Kilifi ⏎ 17 Oktoba 2026
በሰላማዊት ታደሰ                        the word for "by" is the first letter of the name

A dash alone signs a quotation as well: the line of a date below it is what a letter or a poem has.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise

from crawler.agencies import agency
from crawler.parse.authors.credits import is_named
from crawler.parse.authors.signature import is_called
from crawler.parse.authors.spoken_of import is_named_again, is_spoken_of
from crawler.parse.dates.calendars import find_dates
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Element, Outline
from crawler.patterns import lazily

TAIL = 8  # last blocks of the neighbourhood
SENTENCE = 40  # characters of a paragraph, below which a signature stands
BELOW = 4  # blocks below the neighbourhood of a text in which its author's box may begin
_OF_OTHERS = labels.RELATED | labels.COMMENT | labels.ADVERT
_BOX = lazily(
    r"(?<![a-z])(?:author|writer|autor(?:in|a|e)?|auteur|yazar|penulis|szerzo|columnist)[_-]{0,2}(?:box|bio(?:graph\w*)?|card|info|about|profile|details?|block|wrap(?:per)?|area|section)(?![a-z])"
    r"|(?<![a-z])(?:about|entry|post|article|single|bio|box|info|sobre|acerca|uber)[_-]{1,2}(?:the[_-]|el[_-]|o[_-])?(?:author|autor|writer|auteur)(?:[_-]{0,2}(?:box|bio|info))?(?![a-z])"
)
_WRITERS = ("author", "writer", "autor", "auteur", "yazar", "penulis", "szerzo", "columnist")  # of its words
ABOUT = lazily(
    r"^(?:about (?:the )?(?:author|writer)s?|(?:über|zur|zum) (?:den |die )?autor(?:in|en)?|à propos de l['’]auteure?|sobre (?:el |la |o |a )?autora?|sull['’]autore|over de auteur|om (?:författaren|forfatteren)|o (?:autorze|autorce|autorovi|autoru)|об авторе|про автора|за автора|yazar hakkında|tentang penulis|về tác giả|عن الكاتبة?|حول الكاتبة?|نبذة عن الكاتبة?|درباره نویسنده|על הכותבת?|על המחברת?|אודות הכותבת?|लेखक के बारे में|लेखक परिचय|লেখক পরিচিতি|লেখক সম্পর্কে|เกี่ยวกับผู้เขียน|written by|by|von|par|por|di|door)(?!\w)\s*:?\s*",
    re.I,
)
_NO_NAME = lazily(  # what begins headings and buttons in such boxes, in as many capitals as names
    r"(?:subscribe|share|latest|recent|more|further|related|follow|contact|press|media|editor(?:ial|s)?|senior|chief|our|the|view|see|read|join|sign|all|about|meet|leave|post|previous|next|popular|trending|news|get|stay|support|written|guest|staff)(?![\w’'-])",
    re.I,
)
_PLAIN = frozenset(("it", "es", "fr", "pt", "ca", "gl", "ro", "pl", "cs", "sk", "sl", "hr", "sr", "bg", "mk", "ru", "uk", "be", "el", "hu", "fi", "et", "lt", "lv", "da", "nb", "no", "sv", "is"))  # fmt: skip
_PARTS = ("li", "td", "th", "dd", "dt")
NAME = 80  # characters before initials in brackets, which may name who has them
MAX_MARKS = 20  # of them looked at
_INITIALS = lazily(r"(?:^|[\s.!?“”\"«»])[(\[/]\s?([a-zà-ÿ]{2,4})\s?[)\]/]?$")
_RESOLVED = r"((?:[^\W\d_a-zà-ÿ][\w.’'-]*\s(?:(?:van|von|de|der|den|af|zu)\s)?){1,3}[^\W\d_a-zà-ÿ][\w’'-]+)\s?[(\[/]\s?%s\s?[)\]/]"
_DASHED = lazily(r"^[—–-]{1,2}\s?(?P<name>[^\W\d_][^\n,\d]{2,40})(?:,[^\n\d]{2,40})?\n(?P<date>[^\n]{6,40})$")
_AMHARIC = lazily("^በ([\u1200-\u135a]{2,12}(?: [\u1200-\u135a]{2,12}){1,2})$")


def at_foot(page: Outline, start: int, end: int) -> list[str]:
    """The names that the last lines of a text sign."""
    for block in page.blocks[max(0, start, end - TAIL) : end]:
        text = block.text
        # of a place "in Addis Ababa" begins with the same letter
        if text[:1] == "በ" and (found := _AMHARIC.match(text)) and not is_named_again(found[1], block, page):
            return [found[1]]
        if text[:1] in "—–-" and (found := _DASHED.match(text)) and _is_signed(found):
            return [found["name"].strip()]
        if text[-1:] in ")]/" or len(text) < TAIL:
            abbreviated = _INITIALS.search(text)
            if abbreviated and (name := _resolved(abbreviated[1], block, page)):
                return [name]
    return _last_line(page, max(0, start, end - TAIL), end)


def in_box(page: Outline, start: int, end: int) -> list[str]:
    """The names that begin the boxes of a text which call themselves its author's."""
    found: list[str] = []
    below = min(end + BELOW, len(page.blocks))
    near = [mark for mark in page.marks if start <= mark.block < below]
    said = "\n".join([mark.label for mark in near])
    if not any(word in said for word in _WRITERS):  # as in most pages: asked of all at once
        return found
    for mark in islice((m for m in near if _BOX.search(m.label)), MAX_MARKS):
        block = page.blocks[mark.block]
        first = block.text.split("\n")[0]
        name = ABOUT.sub("", first).strip(" :")
        led = name != first
        if not name and mark.block + 1 < len(page.blocks):  # in a line of its own
            name = page.blocks[mark.block + 1].text.split("\n")[0]
        if " " not in name or not is_named(name) or _NO_NAME.match(name):
            continue
        # a book's author has such a box as well, and the text speaks of him
        if block.element.every & _OF_OTHERS or is_spoken_of(name, block, page, start, end):
            continue
        if led or block.links or _is_told_of(name, page.blocks[mark.block + 1 : mark.block + 3]):
            found.append(name)
    return found


def _is_told_of(name: str, below: list[Block]) -> bool:
    """Whether one of the lines below has the last of the names, or the first, as what tells of an author does."""
    words = name.split()
    return any(words[-1] in block.text or words[0] in block.text for block in below)


def _last_line(page: Outline, begin: int, end: int) -> list[str]:
    """The name that is a paragraph, or a line of one element, below the last of a text, in a language whose headings and buttons are no such capitals."""
    if (page.language or "")[:2].lower() not in _PLAIN:
        return []
    for before, block in pairwise(page.blocks[begin:end]):
        own = block.element is before.element  # lines that breaks part
        beside = own or (block.element.tag == "p" and block.element.parent is before.element.parent)
        ends = len(before.text) > SENTENCE and before.text.endswith((".", "!", "?", "”", "»", "…"))
        below = page.blocks[block.order + 1].element if block.order + 1 < len(page.blocks) else None
        last = below is None or (
            below is not block.element
            if own
            else below.parent is not block.element.parent and not _lists(below)
        )
        if (
            beside
            and ends
            and last
            and not block.links
            and is_called(block.text)
            and len(block.text.split()) < 4
        ):
            return [] if is_named_again(block.text, block, page) else [block.text]
    return []


def _lists(below: Element) -> bool:
    """Whether an element is part of a list or table of the text, which the line above it heads."""
    return below.tag in _PARTS and not below.every & (labels.ELSEWHERE | labels.SHARE | labels.TAGS)


def _is_signed(found: re.Match[str]) -> bool:
    """Whether a name of capitals stands above nothing but a date."""
    words, dates = found["name"].split(), find_dates(found["date"])
    whole = (
        bool(dates)
        and not found["date"][: dates[0].start].strip()
        and not found["date"][dates[-1].end :].strip()
    )
    return (
        whole and len(words) <= 4 and all(word[0].isupper() or word.lower() == word.upper() for word in words)
    )


def _resolved(initials: str, own: Block, page: Outline) -> str | None:
    """Whom a page names before the same initials, whose letters the name has in that order."""
    if agency(initials):
        return None
    named = re.compile(_RESOLVED % re.escape(initials))
    letters = re.compile(rf"(?:^|[\s-]){'.*'.join(initials)}")
    for block in page.blocks[::-1]:
        if block is own or initials not in block.text:
            continue
        marks = islice(re.finditer(rf"[(\[/]\s?{re.escape(initials)}\s?[)\]/]", block.text), MAX_MARKS)
        before = (
            block.text[max(0, m.start() - NAME) : m.end()] for m in marks
        )  # a text may be of any length
        for found in filter(None, map(named.search, before)):
            name = _called(found[1])
            if name and letters.search(name.lower()) and not (agency(name) or _is_acronym(initials, name)):
                return name
    return None


def _is_acronym(initials: str, name: str) -> bool:
    """Whether each of three words or more begins with its letter, as bodies are abbreviated."""
    words = name.lower().split()
    return len(words) > 2 and initials == "".join(word[0] for word in words)


def _called(text: str) -> str | None:
    """The longest end of a run of capitals that is a name; "Autorin Mia Kühl" begins with a noun."""
    words = text.split()
    return next(
        (name for n in range(max(0, len(words) - 3), len(words)) if is_called(name := " ".join(words[n:]))),
        None,
    )
