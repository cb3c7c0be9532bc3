"""The places where a page names who wrote and says no word of it: beside the date, else in a bold line near the headline.

Each takes the page and where the neighbourhood of the headline begins, and gives back what it says there, not yet names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from crawler.parse.authors.byline import BARS, CLOCK, DATED, LINE, without_day
from crawler.parse.authors.names import BETWEEN, HONOURED, WORK
from crawler.parse.authors.nobody import is_nobody
from crawler.parse.authors.sections import OF_LAND, SECTION, UNCASED_PAIR, UNCASED_SECTION
from crawler.parse.authors.signature import PERSON, above_outlet, is_called
from crawler.parse.authors.spoken_of import is_spoken_of
from crawler.parse.dates.calendars import Written, find_dates
from crawler.parse.dates.values import says_updated
from crawler.parse.dates.words import says_published
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Outline
from crawler.patterns import lazily

_TIME = lazily(r"^[\s,]*\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\s,]*$")
_NOT_OF_TEXT = labels.ELSEWHERE | labels.MEDIA | labels.CAPTION
# languages whose sections of two words have one capital: "Kotimaan uutiset"
_SMALL = frozenset(
    ("be", "bg", "bs", "cs", "da", "el", "et", "fi", "hr", "hu", "is", "lt", "lv", "mk", "nb", "nn", "no", "pl", "ro", "ru", "sk", "sl", "sr", "sv", "uk")
)  # fmt: skip
_OF_POST = labels.HEAD | labels.DATE | labels.AUTHOR
PROSE = 60  # characters of a block that tells something
ABOVE = 8  # blocks of the neighbourhood above the headline
UNDER = 5  # blocks from the headline on that may tell place and name
_NICKNAME = lazily(r"\s[„“\"«‚‘'][^\W\d_]{2,20}[”“\"»’']$")  # behind a name
_STROKE = lazily(r"\s[-–]\s")
ROW, UNCASED = 5, 30  # blocks of a list that tells who wrote and when; characters of a name without capitals
_JOINT = lazily(r"[ .]|(?<=[^\W\d_])[־-](?=[^\W\d_])")  # of the letters of a name: "בן־דרור"
_MARKS = ("Mn", "Mc")  # vowels written at their consonants
_BAR = frozenset("|/·•–—-")
_COMMA = lazily(r"\s*,\s*")
_DESK = lazily(r"(?:red[ak][czk]|redaz|rédac|agen[cz]|служб|пресс|прес-)", re.I)
_NO_SLUG = lazily(r"[\W_]+")


def alone(page: Outline, start: int, end: int) -> list[str]:
    """Names that no word leads: beside the date, else in a bold line."""
    if named := _beside_date(page, start) or _in_line_of_date(page, start) or _in_row_of_date(page, start):
        return named
    headline = start + ABOVE
    if named := _linked_above_date(page, headline) or _beside_place(page, headline):
        return named
    if named := _in_address(page, headline) or _above_date(page, start, end):
        return named
    for block in page.blocks[max(0, start) : start + 16]:
        names = above_outlet(block.text).split("/") if block.strong > 0.9 * len(block.text) else []
        people = bool(names) and all(PERSON.match(n) and n.istitle() and not is_nobody(n) for n in names)
        told = people and (_is_told_elsewhere(page, block, frozenset(names)) or _heads_part(page, block))
        if people and not told:
            return names
    return []


def _is_told_elsewhere(page: Outline, block: Block, names: frozenset[str]) -> bool:
    """Whether a bold line is a section, which a link leads to, or who the title begins with."""
    if (page.title or "").startswith(tuple(names)):
        return True
    return any(b.links and b.text in names and b is not block for b in page.blocks)


def _heads_part(page: Outline, line: Block) -> bool:
    """Whether a bold line stands below two paragraphs built as it is, and above more text or a list: "Third Quarter Highlights"."""
    home, below = line.element.parent, line.order + 1
    if line.element.tag != "p" or home is None or below >= home.last:
        return False
    above = (
        b for b in page.blocks[home.first : line.order] if b.element.parent is home and len(b.text) > PROSE
    )
    return sum(b.element.tag == "p" for b in above) > 1 and (
        len(page.blocks[below].text) > PROSE or page.blocks[below].element.tag == "li"
    )


def _in_line_of_date(page: Outline, start: int) -> list[str]:
    """The name in a short line of the date: "3 July 2025 | Ann Lee | read 341 times"."""
    for block in page.blocks[max(0, start) : start + DATED]:
        if len(block.text) >= LINE // 2 or block.element.every & _NOT_OF_TEXT:
            continue
        dates = find_dates(block.text)
        for name in _beside(page, block, dates) if dates else ():
            named = all(map(is_called, BETWEEN.split(name))) or (
                _is_name(name) and (block.strong >= len(name) or _is_own(page, block, dates, name))
            )
            section = SECTION.search(name) or _is_filed_under(page, name)
            if named and not section and not _is_of_place(page, block, name):
                return [name]
    return []


def _linked_above_date(page: Outline, headline: int) -> list[str]:
    """The names, each a link, of the line between headline and date, in letters without capitals; no other line has them."""
    for block, below in pairwise(page.blocks[max(0, headline) : headline + UNDER + 1]):
        text = block.text if block.links and len(block.text) < LINE // 2 else ""
        if (
            not text
            or text.lower() != text.upper()
            or not (dates := find_dates(below.text))
            or dates[0].start
        ):
            continue
        names = BETWEEN.split(text)
        whole = block.linked >= sum(map(len, names)) and block.links == len(names)
        if whole and all(_is_uncased(name) and not _is_of_place(page, block, name) for name in names):
            return names
    return []


def _is_else(page: Outline, block: Block, name: str) -> bool:
    """Whether what is written as a name is a section or a place."""
    return SECTION.search(name) is not None or _is_of_place(page, block, name)


def _in_address(page: Outline, headline: int) -> list[str]:
    """The names of an <address> by the headline, where HTML has whom to write to about an article."""
    for block in page.blocks[max(0, headline) : headline + UNDER]:
        element = block.element
        held = element.tag == "address" or (element.parent is not None and element.parent.tag == "address")
        if not held or not block.links:  # one of streets leads nowhere
            continue
        names = BETWEEN.split(HONOURED.sub("", block.text.split("\n")[0]))
        if all(map(is_called, names)) and not any(map(SECTION.search, names)):
            return names
    return []


def _above_date(page: Outline, start: int, end: int) -> list[str]:
    """The names of the line between a headline and its day and hour, as they stand before these in one line."""
    if (page.language or "").lower()[:2] not in _SMALL:
        return []
    headline = max(0, start + ABOVE)
    for block, below in pairwise(page.blocks[headline + 1 : headline + UNDER + 1]):
        short = (
            len(block.text) < LINE // 4
            and len(below.text) < LINE // 2
            and not block.element.every & _NOT_OF_TEXT
        )
        dates = find_dates(below.text) if short and not block.is_heading and CLOCK.search(below.text) else []
        before = below.text[: dates[0].start].strip(" :") if dates else ""
        if not dates or (
            before
            and not (_is_role(before) or says_published(before.lower()) or says_updated(before.lower()))
        ):
            continue
        names = BETWEEN.split(_NICKNAME.sub("", block.text))
        # letters without capitals tell a label or a section in as many words
        own = all(name.upper() != name.lower() and _is_written_so(page, block, name) for name in names)
        if not dates[0].timed or not own or any(_is_else(page, block, name) for name in names):
            continue
        if any(map(OF_LAND.match, names)) or _is_linked_above(page, headline, names):
            continue
        if not any(is_spoken_of(name, block, page, start, end) for name in names):  # a town, inflected
            return names
    return []


def _is_role(before: str) -> bool:
    """Whether what stands before a date, and a bar, is what somebody does, in small letters: "head of the lab ·"."""
    role = before.rstrip("".join(_BAR) + " ")
    return len(role) < len(before) and role.islower() and role.count(" ") < ROW


def _is_linked_above(page: Outline, headline: int, names: list[str]) -> bool:
    """Whether a link above the headline has one of the names, as the site's sections have."""
    return any(name in block.text for block in page.blocks[:headline] if block.links for name in names)


def _beside_place(page: Outline, headline: int) -> list[str]:
    """The name behind or before the place, or the paper, in a line of its own: "رام الله - نبيل الحاج", where the page speaks of the other."""
    for block in page.blocks[max(0, headline) : headline + UNDER]:
        told = block.text if len(block.text) < LINE // 2 and _STROKE.search(block.text) else ""
        dates = find_dates(told) if told else ()
        sides = [s.strip() for s in _STROKE.split(told[: dates[0].start] if dates else told)]
        unknown = [s for s in sides if not any(s in b.text for b in page.blocks if b is not block)]
        if len(unknown) == 2 and len(named := [s for s in sides if " " in s]) == 1 and not dates:
            unknown = named  # a town of one word that the text does not name again
        if len(sides) == 2 and len(unknown) == 1 and _is_uncased(unknown[0]):
            return unknown
    return []


def _is_uncased(name: str) -> bool:
    """Whether a line in letters without capitals is a name."""
    return name.upper() == name.lower() and _is_name(name) and not is_nobody(name)


def _in_row_of_date(page: Outline, start: int) -> list[str]:
    """The name that is an item of the list at the headline, right above the item that is the date."""
    for block, below in pairwise(page.blocks[max(0, start) : start + DATED]):
        home, item = block.holder, below.element
        if block.element.tag != "li" or item.tag != "li" or item.parent is not home or block.links:
            continue
        if not home.bits & _OF_POST or home.last - home.first > ROW or len(below.text) > LINE // 4:
            continue
        dates = find_dates(below.text)
        whole = bool(dates) and dates[0].start == 0 and dates[-1].end == len(below.text)
        name = HONOURED.sub("", block.text)
        if whole and _is_name(name) and not SECTION.search(name) and not _is_of_place(page, block, name):
            return [name]
    return []


def _is_name(text: str) -> bool:
    """Whether a line is written as a name is; in letters without capitals two words or three, and nothing else."""
    if text.upper() != text.lower():
        return is_called(text)
    if (
        UNCASED_SECTION.search(text)
        or UNCASED_PAIR.search(text)
        or not 2 <= len(text.split()) <= 3
        or len(text) > UNCASED
    ):
        return False
    signs = _JOINT.sub("", text)
    return all(char.isalpha() or unicodedata.category(char) in _MARKS for char in signs)


def _beside(page: Outline, block: Block, dates: list[Written]) -> Iterator[str]:
    """What stands beside the dates in bold, behind them between bars, or anyhow in an element called after dates or authors."""
    first, last = dates[0].start, dates[-1].end
    before, behind = (_TIME.sub("", text).strip(" ,") for text in (block.text[:first], block.text[last:]))
    called = block.element.bits & (labels.DATE | labels.AUTHOR)
    parts = [_COMMA.split(part.strip(" ,"))[0] for part in BARS.split(behind) if part.strip(" ,")]
    if parts and (called or len(parts) > 1 or behind[:1] in _BAR or block.strong >= len(parts[0])):
        yield HONOURED.sub("", parts[0])
    ahead = [_COMMA.split(part.strip(" ,"))[0] for part in BARS.split(before) if part.strip(" ,")]
    placed = (
        block.text[:first].rstrip().endswith((",", "،")) or block.strong >= last
    )  # "Newtown, 3 July", all in bold
    above = (
        len(ahead) == 2 and "\n" in before and " " not in ahead[1]
    )  # the day of the week or a verb follows
    strong = (len(ahead) == 1 or above) and block.strong >= len(ahead[0]) and not placed
    if called or strong or (len(ahead) == 1 and not placed and _is_own(page, block, dates, ahead[0])):
        yield from (WORK.sub("", HONOURED.sub("", without_day(part))) for part in ahead)


def _is_own(page: Outline, block: Block, dates: list[Written], name: str) -> bool:
    """Whether what stands before a date and hour is a name by its capitals, or by its letters, and nowhere a section's.

    Other languages write sections and places with as many: "Street Food", "Son Dakika", "Reggio Emilia".
    """
    name = without_day(name)
    return dates[0].timed and block.text.startswith(name) and _is_written_so(page, block, name)


def _is_written_so(page: Outline, block: Block, name: str) -> bool:
    language = (page.language or "").lower()[:2]
    own = block.links == 1 and block.linked == len(name) and name.upper() == name.lower()  # the author's page
    if (block.links and not own) or _DESK.match(name):
        return False
    if not _is_name(name) or (name.upper() != name.lower() and language not in _SMALL):
        return False
    return not any(name in b.text for b in page.blocks if b is not block and len(b.text) < LINE)


def _is_of_place(page: Outline, block: Block, name: str) -> bool:
    """Whether the site or the text speaks of what is called so, as they do of sections and of the place a report comes from."""
    told = any(name in b.text for b in page.blocks if len(b.text) >= LINE)
    return told or _is_told_elsewhere(page, block, frozenset((name,)))


def _is_filed_under(page: Outline, name: str) -> bool:
    """Whether a page says that what is called so is a section of the site: in its metas, or in a folder of its address."""
    said = page.metas.get("article:section", ())
    addresses = (*page.metas.get("og:url", ()), page.links.get("canonical", ""))
    folders = (part for address in addresses for part in address.lower().split("/")[3:-1])
    slug = _NO_SLUG.sub("", name.lower())
    return any(name.lower() == s.lower() for s in said) or any(_NO_SLUG.sub("", f) == slug for f in folders)


def _beside_date(page: Outline, start: int) -> list[str]:
    """The names that stand before the date in a short line: "Ann Lee, Tom Ray · 3 July 2025"."""
    for mark in page.marks:
        if not start <= mark.block < start + DATED or not CLOCK.search(mark.text):
            continue
        text = page.blocks[mark.block].text if mark.block < len(page.blocks) else ""
        before = BARS.split(text[: text.find(mark.text)])[0].strip(" ,") if len(text) < LINE else ""
        named = (
            mark.text in text
            and before.istitle()
            and all(PERSON.match(name) and not SECTION.search(name) for name in BETWEEN.split(before))
        )
        section = any(before == b.text for b in page.blocks)  # as one in the menu is
        if named and not section and not _is_filed_under(page, before):
            return [before]
    return []
