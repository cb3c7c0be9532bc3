"""A mark, whose markup speaks of a date, or a short text → its date, and whether it is that of a change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from crawler.parse.dates.calendars import may_hold
from crawler.parse.dates.eras import fold
from crawler.parse.dates.relative import find_relative, find_yearless
from crawler.parse.dates.values import (
    BEFORE,
    Context,
    after_change,
    aware,
    read_date,
    says_updated,
    told_apart,
)
from crawler.parse.dates.words import SPARE, is_other_day, says_published
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Mark
from crawler.parse.page.labels import signs

_DAY_ABOVE = re.compile(r"([0-3]?\d)[\s/]{0,3}(20\d\d)\s?[-/.年]\s?([01]?\d)月?")
_CHANGE_LABEL = re.compile(r"modif|updat|edit(?!or)|\blast[-_ ]?|lastmod|revis", re.I)
_PUBLISH_LABEL = re.compile(r"publi|posted|created|entry-date")
_NUMBER = re.compile(r"\d+")
_SECTION = re.compile(
    r"\bupdates\b|(?<!last)(?<!latest)(?<=\w) update\W*$|(?<!最后)(?<!最後)(?<!最近)(?<!最終)(?<=(?-i:[\u4e00-\u9fff]))更新\W*$",
    re.I,
)
_WORDS_BEFORE = re.compile(rf"[^\d]{{0,{BEFORE}}}\Z")  # behind the date before
ALONE = 60  # characters of a text that tells little but a date
LABEL = 30  # characters of a block that may be the label of the next one


def shown(marks: list[Mark]) -> Iterator[Mark]:
    """The marks that readers see something of."""
    return (mark for mark in marks if mark.tag != "meta" and _is_meant(mark))


def _is_meant(mark: Mark) -> bool:
    """Whether an element is made or named for a date or shows none: one of another kind may hold any, as of an event."""
    return "time" in mark.tag or not _NUMBER.search(mark.text) or bool(signs(mark.label) & labels.MARK)


def labelled_updated(label: str) -> bool:
    return _CHANGE_LABEL.search(label) is not None and not _PUBLISH_LABEL.search(label)


def labels_change(text: str) -> bool:
    """Whether a block says alone that the date below it is of a change: "Last modified"; "Product updates" is a section."""
    return len(text) <= LABEL and says_updated(text) and not _SECTION.search(text) and not may_hold(text)


def is_behind_change(mark: Mark, blocks: list[Block]) -> bool:
    """Whether the words before a mark, in its line or alone in the block above, say that it is of a change."""
    text = blocks[mark.block].text if mark.text and mark.block < len(blocks) else ""
    at = text.find(mark.text)
    if at > 0:
        words = _WORDS_BEFORE.search(text, max(0, at - BEFORE), at)
        return (
            words is not None
            and says_updated(words[0])
            and not (_SECTION.search(words[0]) or says_published(words[0]))
        )
    return at == 0 < mark.block and len(text) <= SPARE and labels_change(blocks[mark.block - 1].text)


def date_of_mark(mark: Mark, context: Context) -> tuple[datetime, bool] | None:
    """The date of a mark, and whether its text says that it is of a change."""
    text = mark.text
    if mark.value and (at := read_date(mark.value, context)):
        return _as_shown(at, text, context), says_updated(text[:60])
    if not text or len(text) > 160:
        return None
    late = None
    for written, updated in told_apart(text := fold(text), context) if may_hold(text) else ():
        at = aware(written, context)
        if at and not is_other_day(text, written):
            if not updated:
                return at, False
            late = late or (at, True)
    if late is None and len(text) <= SPARE and (at := read_date(_put_together(text), context)):
        return at, says_updated(text)
    if late is None and (at := recent(text, context)):
        return at, says_updated(text)
    return late


def change_told(text: str, context: Context) -> datetime | None:
    """The date of a change in a folded line that tells of the publication, too: with its year, or without as "（更新 3日 9時）"."""
    behind = 0
    for written, updated in told_apart(text, context) if says_updated(text) else ():
        if updated and (at := aware(written, context)):
            return at
        behind = written.end
    rest = text[behind:].strip(" ()|·•-,[]")
    return recent(after_change(rest), context) if behind and says_updated(rest) else None


def _as_shown(at: datetime, text: str, context: Context) -> datetime:
    """`at` on the day that readers are shown, where that is the one before or after: UTC, or a slip of the machine's form."""
    if at.utcoffset() or len(text) > ALONE or at.day in map(int, _NUMBER.findall(text)):
        return at
    for written, updated in told_apart(fold(text), context):
        told = aware(written, context)
        if told and not updated and abs(told.toordinal() - at.toordinal()) == 1:
            return told
    return at


def _put_together(text: str) -> str:
    """A date whose parts stand in elements of their own: "Jul | 03 | 2025", "03 | 2025-07"."""
    text = text.replace(" | ", " ")
    parts = _DAY_ABOVE.fullmatch(text)
    return f"{parts[2]}-{parts[3]:0>2}-{parts[1]:0>2}" if parts else text


def recent(text: str, context: Context) -> datetime | None:
    if context.now is None or len(text) > ALONE:
        return None
    return find_relative(text, context.now) or find_yearless(text, context.now)
