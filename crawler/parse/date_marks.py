"""A mark, whose markup speaks of a date, or a short text → its date, and whether it is that of a change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from crawler.parse.blocks import Mark
from crawler.parse.calendars import may_hold
from crawler.parse.date_eras import fold
from crawler.parse.date_relative import find_relative, find_yearless
from crawler.parse.date_values import Context, aware, read_date, says_updated, told_apart
from crawler.parse.date_words import SPARE, is_other_day

_DAY_ABOVE = re.compile(r"([0-3]?\d)[\s/]{0,3}(20\d\d)\s?[-/.年]\s?([01]?\d)月?")
_CHANGE_LABEL = re.compile(r"modif|updat|edit(?!or)|\blast[-_ ]?|lastmod|revis", re.I)
_PUBLISH_LABEL = re.compile(r"publi|posted|created|entry-date")


def shown(marks: list[Mark]) -> Iterator[Mark]:
    """The marks that readers see something of."""
    return (mark for mark in marks if mark.tag != "meta")


def labelled_updated(label: str) -> bool:
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
    if late is None and len(text) <= SPARE and (at := read_date(_put_together(text), context)):
        return at, says_updated(text)
    if late is None and (at := recent(text, context)):
        return at, says_updated(text)
    return late


def _put_together(text: str) -> str:
    """A date whose parts stand in elements of their own: "Jul | 03 | 2025", "03 | 2025-07"."""
    text = text.replace(" | ", " ")
    parts = _DAY_ABOVE.fullmatch(text)
    return f"{parts[2]}-{parts[3]:0>2}-{parts[1]:0>2}" if parts else text


def recent(text: str, context: Context) -> datetime | None:
    if context.now is None or len(text) > 60:
        return None
    return find_relative(text, context.now) or find_yearless(text, context.now)
