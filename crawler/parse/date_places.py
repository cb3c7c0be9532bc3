"""The blocks and marks of a page → the dates that are shown near its article, each with the trust its place earns.

    headline ─ under ─ text      above · far above      inside      after

The trusts are the shares of right dates in each place on some five hundred pages whose declared dates were hidden.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from crawler.parse import labels
from crawler.parse.blocks import Block, Mark, Outline
from crawler.parse.calendars import Written, find_dates, may_hold
from crawler.parse.date_eras import fold
from crawler.parse.date_relative import find_relative, find_yearless
from crawler.parse.date_values import (
    BEFORE,
    Context,
    Neighbourhood,
    Seen,
    aware,
    has_hour,
    read_date,
    says_updated,
    told_apart,
)

CLOSE = 3  # blocks before the headline that belong to it
NEAR = 14  # blocks before the headline in which its date may stand
LONG = 200  # characters: a longer block is prose
FURNITURE = labels.RELATED | labels.COMMENT | labels.NAV | labels.FOOT | labels.ADVERT | labels.SIDE
TRUST = {"under": 0.93, "above": 0.84, "far above": 0.78, "opening": 0.8, "inside": 0.6, "after": 0.45}
IN_PROSE = {
    "under": 0.85,
    "above": 0.4,
    "far above": 0.4,
    "opening": 0.3,
    "inside": 0.3,
    "after": 0.4,
}  # share of trust
PUBLISHED_ITEM, MARKED, LINKED, IN_FURNITURE, YEARLESS = 0.97, 1.02, 0.5, 0.75, 0.75
CLOCK, MASTHEAD = 0.25, 0.5  # shares of trust in a masthead's date: today's, and one at an unknown time
LABELLED_AFTER = 0.7
SURE = 0.9  # trust in a mark from which on its neighbours' text is not read too
FLOOR = 0.25  # what is trusted less is not told at all
SPARE = 45  # characters beside a date that may be an author's name and a place, and are no sentence
OPENING = 6  # blocks of the text among which a line of its own may still hold the date

_OF_ARTICLE = labels.ARTICLE | labels.BODY | labels.LEAD | labels.TITLE | labels.AUTHOR
_CHANGE_LABEL = re.compile(r"modif|updat|edit(?!or)|\blast[-_ ]?|lastmod|revis", re.I)
_PUBLISH_LABEL = re.compile(r"publi|posted|created|entry-date")
COPYRIGHT = re.compile(r"©|\(c\)|copyright|all rights", re.I)
CREDIT = re.compile(  # of a photograph, whose caption tells when it was taken
    r"\((?:ap|afp|dpa|epa|getty|reuters|xinhua)\b|\(?(?:photo|foto)(?:s|graph)?(?:/|\sby\b|\s?:)|getty images|(?:via|/)\s?ap\)",
    re.I,
)
_RANGE = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\.?\s?(?:[-+&/]|to|and|bis|und|et|al?|y|e|au|i|и|до)\s?$")
_TO = re.compile(r"\s?(?:[-~〜～至到]|から|부터|to|bis|au|al|до)\s?\d")
_SINCE = re.compile(
    r"(?<!online )\b(?:until|till|due|from|since|bis|ab|seit|depuis|desde|с|до)\s(?:the\s)?(?:[^\W\d_]{2,10},?\s)?$"
)
_SAYS_DATE = re.compile(
    r"publi|posted|updated|modified|edited|changed|\bdate\b|stand:|veröffentlicht|erstellt|aktualisiert|fecha|\bdata\b|дата|опубл|发布|發布|時間|时间|日期|公開|更新|掲載|등록|입력|승인|ngày|เผยแพร่|วันที่|نشر|tarih|ημερομ|dátum|datum|dodano",
    re.I,
)
_SAYS_PUBLISHED = re.compile(
    r"publi|posted|veröffentlicht|erschienen|pubblicat|опубл|发布|發布|公開|掲載|등록|입력|승인|đăng|เผยแพร่|نشر|yayın|δημοσ|julkaistu|objav|zveřejn|diterbit|dodano",
    re.I,
)
_OTHER_DAY = re.compile(  # words before a date that is of something else: an event, a version, an accession
    r"\b(?:termin|wann|when|event|venue|deadline|version|v\.|accessed|retrieved|consulted|abgerufen|consulté|born|geb\.)\b"
    r"|開催|(?<![信開新載稿録])日時|会期|期間|举办|舉辦|召开|召開|개최|일시|состоится|проведени|จัดงาน|จัดขึ้น|閲覧",
    re.I,
)


def seen_near(page: Outline, around: Neighbourhood, context: Context) -> list[Seen]:
    """The dates of marks, then of short blocks, that stand where an article's date stands; until one is sure."""
    found: list[Seen] = []
    after: list[Seen] = []
    for mark in shown(page.marks):
        place = place_of(around, mark.block)
        if place and (seen := _of_mark(mark, place, around, context)):
            if place != "after":
                found.append(seen)
            elif mark.block < len(page.blocks) and not is_other(page.blocks[mark.block], mark.block, around):
                after.append(seen)
    if _sure(found):
        return found
    for index in order(around, len(page.blocks)):
        block, place = page.blocks[index], place_of(around, index)
        if place != "under" and _sure(found):
            return found
        if place and len(block.text) <= LONG:
            said = list(dates_of_block(block, place, around, context))
            if said and not is_other(block, index, around):
                (after if place == "after" else found).extend(said)
    return found if _is_list(after, page, around, context) else found + after


def _is_list(after: list[Seen], page: Outline, around: Neighbourhood, context: Context) -> bool:
    """Whether the dates after an article are of several days: those of other articles."""
    days = {seen.at.date() for seen in after if not seen.updated}
    for block in page.blocks[around.end + 4 : around.end + 10] if days else ():
        if len(block.text) <= LONG and not COPYRIGHT.search(block.text):
            days |= {w.at.date() for w in find_dates(block.text, context.habit)}
    return len(days) > 1


def _sure(found: list[Seen]) -> bool:
    return any(seen.trust >= SURE and not seen.updated for seen in found)


def marked_change(page: Outline, around: Neighbourhood, context: Context) -> Seen | None:
    """The date of a mark near the article whose markup says that it is of a change."""
    for mark in page.marks:
        if "updat" in mark.label or "modif" in mark.label:
            place = place_of(around, mark.block)
            seen = _of_mark(mark, place, around, context) if place else None
            if seen and seen.updated:
                return seen
    return None


def shown(marks: list[Mark]) -> Iterator[Mark]:
    """The marks that readers see something of."""
    return (mark for mark in marks if mark.tag != "meta")


def own_item(
    page: Outline, around: Neighbourhood, name: str, read: Callable[[str], datetime | None]
) -> Seen | None:
    """The date that a <meta itemprop> in the body gives to the article; those of comments and teasers are theirs."""
    for mark in page.marks:
        named = mark.tag == "meta" and name in mark.label and _is_own(mark, around)
        if named and mark.value and (at := read(mark.value)):
            return Seen(at, f"meta:{name}", PUBLISHED_ITEM, has_hour(at))
    return None


def _is_own(mark: Mark, around: Neighbourhood) -> bool:
    """Whether the innermost element with text that holds a mark holds the article's beginning, or stands beside it."""
    element = mark.element
    while element.parent is not None and element.first == element.last:
        element = element.parent
    if element.first <= around.start < element.last or element.first <= around.headline < element.last:
        return True
    return not mark.element.every & FURNITURE and place_of(around, mark.block) not in (None, "after")


def order(around: Neighbourhood, count: int) -> Iterator[int]:
    """The blocks around the article: from the headline to the text, before the headline, the last of the text and after."""
    yield from range(around.headline, min(around.start + OPENING, count))
    yield from range(around.headline - 1, max(-1, around.headline - NEAR), -1)
    yield from range(max(around.end - 2, around.start + OPENING), min(around.end + 4, count))


def place_of(around: Neighbourhood, block: int) -> str | None:
    """What stands at a block as seen from the article; None where no date is believed."""
    bits = bits_of(around, block)
    close = around.headline - CLOSE <= block <= around.start + 1
    if bits & (labels.COMMENT if close else FURNITURE):
        return None
    if block < around.headline:
        return "above" if close else "far above" if block >= around.headline - NEAR else None
    if close:
        return "under"
    if block < around.end:
        return "opening" if block < around.start + OPENING else "inside"
    return "after" if block <= around.end + 3 else None


def _trust(place: str, block: int, around: Neighbourhood, at: datetime, context: Context) -> float:
    trust = TRUST[place] - min(abs(block - around.headline), 50) * 0.001
    bits = bits_of(around, block)
    if bits & FURNITURE and place != "under":
        trust *= IN_FURNITURE
    if place.endswith("above") and _in_masthead(bits):
        trust *= CLOCK if is_clock(bits, at, context) else MASTHEAD if context.now is None else 1
    return trust


def is_clock(bits: int, at: datetime, context: Context) -> bool:
    """Whether a date above the headline is the reader's today, as mastheads show it."""
    return _in_masthead(bits) and context.now is not None and abs((at.date() - context.now.date()).days) <= 1


def _in_masthead(bits: int) -> bool:
    return bool(bits & labels.HEAD) and not bits & _OF_ARTICLE


def _of_mark(mark: Mark, place: str, around: Neighbourhood, context: Context) -> Seen | None:
    found = date_of_mark(mark, context)
    if found is None or mark.element.tag == "figcaption":
        return None
    at, said_updated = found
    item = "datepublished" in mark.label
    updated = not item and (said_updated or _labelled_updated(mark.label))
    trust = PUBLISHED_ITEM if item else _trust(place, mark.block, around, at, context) * MARKED
    if mark.tag == "a" and not item:
        trust *= LINKED
    elif says_published(mark.text):
        trust = _surer(trust)
    if trust < FLOOR:
        return None
    name = "itemprop=datePublished" if item else "time element" if mark.tag == "time" else "marked date"
    return Seen(at, name, trust, has_hour(at), updated)


def _labelled_updated(label: str) -> bool:
    return _CHANGE_LABEL.search(label) is not None and not _PUBLISH_LABEL.search(label)


def date_of_mark(mark: Mark, context: Context) -> tuple[datetime, bool] | None:
    """The date of a mark, and whether its text says that it is of a change."""
    text = mark.text
    if mark.value and (at := read_date(mark.value, context)):
        return at, says_updated(text[:60])
    if not text or len(text) > 160:
        return None
    late = None
    for written, updated in told_apart(text := fold(text), context) if may_hold(text) else ():
        at = aware(written, context)
        if at and not is_other_day(text, written):
            if not updated:
                return at, False
            late = late or (at, True)
    if late is None and (recent := _recent(text, context)):
        return recent, says_updated(text)
    return late


def _recent(text: str, context: Context) -> datetime | None:
    if context.now is None or len(text) > 60:
        return None
    return find_relative(text, context.now) or find_yearless(text, context.now)


def dates_of_block(block: Block, place: str, around: Neighbourhood, context: Context) -> Iterator[Seen]:
    text = fold(block.text[:LONG])
    told = list(told_apart(text, context)) if may_hold(text) else []
    for written, updated in told:
        at = aware(written, context)
        if at is None or is_other_day(text, written):
            continue
        trust = _trust(place, block.order, around, at, context)
        if spare(text, written, (w for w, _ in told)) > SPARE:
            trust *= IN_PROSE["opening" if place == "under" and block.order >= around.start else place]
            if place in ("inside", "after") and says_date(text):
                trust = LABELLED_AFTER
        elif says_published(text[max(0, written.start - BEFORE) : written.start]):
            trust = _surer(trust)
        if trust >= FLOOR:
            yield Seen(at, NAMES[place], trust, written.timed, updated)
    if not told and place in ("under", "above", "far above") and (at := _recent(text, context)):
        trust = _trust(place, block.order, around, at, context) * YEARLESS
        yield Seen(at, NAMES[place], trust, has_hour(at), says_updated(text))


NAMES = dict.fromkeys(("under", "above", "far above", "opening"), "text near the headline") | {
    "inside": "text",
    "after": "text after the article",
}


def is_other_day(text: str, written: Written) -> bool:
    """Whether the words around a date, or a second day beside it, make it one of something else: an event, a version."""
    before = text[: written.start]
    if _OTHER_DAY.search(before[-BEFORE:]) or _SINCE.search(before):
        return True
    return not written.timed and bool(_RANGE.search(before) or _TO.match(text, written.end))


def is_other(block: Block, index: int, around: Neighbourhood) -> bool:
    """Whether a block is a caption, a copyright line, a link to another article."""
    bits = bits_of(around, index)
    return (
        block.element.tag == "figcaption"
        or (index >= around.start and bool(bits & labels.CAPTION))
        or (len(block.text) > 40 and block.linked > 0.8 * len(block.text))
        or (index >= around.end and block.linked > 0.4 * len(block.text))
        or COPYRIGHT.search(block.text) is not None
        or (len(block.text) > 2 * SPARE and CREDIT.search(block.text) is not None)
    )


def spare(text: str, written: Written, others: Iterable[Written] = ()) -> int:
    """The characters beside a date, and beside other dates, in its line."""
    line = text.rfind("\n", 0, written.start) + 1
    end = text.find("\n", written.end)
    end = len(text) if end < 0 else end
    dates = (w.end - w.start for w in others or (written,) if line <= w.start < end)
    return end - line - sum(dates)


def _surer(trust: float) -> float:
    """A trust with three quarters of the doubt taken away."""
    return (3 + trust) / 4


def says_published(text: str) -> bool:
    return _SAYS_PUBLISHED.search(text) is not None


def says_date(text: str) -> bool:
    return _SAYS_DATE.search(text) is not None


def bits_of(around: Neighbourhood, block: int) -> int:
    return around.signs[block] if block < len(around.signs) else 0
