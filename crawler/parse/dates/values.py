"""The values between the files that read dates, and the one reading they share: a short text → an aware date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from crawler.parse.dates.calendars import USUAL, Habit, Written, find_dates
from crawler.parse.dates.eras import NEWEST, OLDEST
from crawler.patterns import rarely

_UPDATED = rarely(
    r"updat|modifi|amended|\bstand:|aktualisiert|geändert|änderung|bearbeitet|überarbeitet|mis[e]? à jour|actualizad|actualizac|atualizad|atualizaç|aggiorna|обновлен|изменен|промяна|оновлен|แก้ไข|อัปเดต|อัพเดท|更新|修訂|修改|수정|업데이트|cập nhật|diperbarui|dikemas kini|güncelle|ενημ|zaktualiz|aktualiz|ažurira|измењ|izmjen|módosít|uppdaterad|ändrad|oppdatert|endret|opdateret|ændret|päivitetty|muokattu|uuendatud|muudetud|bijgewerkt|gewijzigd|frissít|actualizat|atnaujin|pakeist|atjauni|обновен|تحديث|עודכן|به.?روز|अपडेट|আপডেট|last edit|last chang|last review|revised"
)
# 2025070310; as seconds after 2033
_WITH_HOUR = re.compile(r"20[0-3]\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])(?:[01]\d|2[0-3])")
BEFORE = 25  # characters before a date in which a word says what it is the date of


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a date needs besides its text."""

    zone: tzinfo  # of what names no offset
    latest: datetime  # nothing is published after it
    now: datetime | None  # what "3 hours ago" counts from
    day_first: bool
    habit: Habit = USUAL  # `day_first` and the rest of it, once the page has told its own


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Where the article stands among the blocks of its page."""

    headline: int  # the block of the headline, or the first of the text
    start: int  # the first block of the text
    end: int  # the one after the last
    signs: list[int]  # the labels' bits of each block
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A date that some place of the page tells, and how far that place is to be believed."""

    at: datetime
    place: str
    trust: float  # how often such a place tells the article's date
    timed: bool = False
    updated: bool = False  # of a change, not of the first appearance


def read_date(text: str, context: Context) -> datetime | None:
    """The first date of a short text, aware, none of the future."""
    text = text.strip()[:200].removeprefix("/Date(").removesuffix(")/")  # as .NET writes the milliseconds
    if _WITH_HOUR.fullmatch(text):
        text += "00"
    elif text.isdecimal() and len(text) in (10, 13):  # seconds or milliseconds since 1970
        at = datetime.fromtimestamp(int(text[:10]), UTC)
        return at if at.year >= OLDEST and past(at, context) else None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return written_date(text, context)
    at = at if at.tzinfo else at.replace(tzinfo=context.zone)
    if OLDEST <= at.year <= NEWEST and past(at, context):
        return at
    return written_date(text, context)


def written_date(text: str, context: Context) -> datetime | None:
    for written in find_dates(text, context.habit):
        if at := aware(written, context):
            return at
    return None


def aware(written: Written, context: Context) -> datetime | None:
    """The date in the source's zone where it names no offset; None where it lies in the future."""
    at = written.at if written.at.tzinfo else written.at.replace(tzinfo=context.zone)
    return at if past(at, context) else None


def past(at: datetime, context: Context) -> bool:
    try:
        return at <= context.latest
    except OverflowError:
        return False


def told_apart(text: str, context: Context) -> Iterator[tuple[Written, bool]]:
    """The dates of a folded text, each with whether the words before it say that it is of a change."""
    end = 0
    for written in find_dates(text, context.habit):
        yield written, says_updated(text[max(end, written.start - BEFORE) : written.start])
        end = written.end


def says_updated(text: str) -> bool:
    return _UPDATED.search(text.lower()) is not None


def after_change(text: str) -> str:
    """What stands behind the words that say that something was changed."""
    said = _UPDATED.search(text.lower())
    return text[said.end() :].lstrip(" :·-") if said else ""


def has_hour(at: datetime) -> bool:
    return bool(at.hour or at.minute or at.second)
