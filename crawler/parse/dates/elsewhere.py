"""The text of an article, and the rest of its page → the dates that are told there, less to be trusted.

A dateline is believed beside what is shown near the headline; the rest of the page where nothing better tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from operator import itemgetter

from crawler.parse.dates.calendars import may_hold
from crawler.parse.dates.eras import fold
from crawler.parse.dates.marks import date_of_mark, shown
from crawler.parse.dates.others import is_other, is_teaser
from crawler.parse.dates.places import bits_of, is_clock
from crawler.parse.dates.relative import find_yearless
from crawler.parse.dates.values import Context, Neighbourhood, Seen, aware, has_hour, told_apart
from crawler.parse.dates.words import SPARE, is_other_day, says_date, spare
from crawler.parse.page import labels
from crawler.parse.page.blocks import Outline

OWN = 0.9  # of a teaser that bears the title: 12 of 12 on real pages
DATELINE, YEARLESS_LINE, FIRST_WORDS, LABELLED, ALONE = 0.75, 0.65, 0.5, 0.5, 0.3
BESIDE = 30  # characters beside the title in a line of a list
FIRST = 20  # characters before a date that the first sentence begins with
MAX_LINES = 400  # lines with numbers that are looked at
LONGEST = 120  # characters of a line that may be a date's
_STRANGE = labels.ELSEWHERE & ~labels.SIDE  # what is in no way the article's
_AFTER_DATELINE = re.compile(r"\s?[(（/—–]|[电電讯訊]|\.\s?[/—–(]|\s-{1,2}\s")
_PLACE = re.compile(r"[^.!?]{0,60}?[(,]?\s?$")


def in_dateline(page: Outline, around: Neighbourhood, context: Context) -> Seen | None:
    """A date that opens the text: "Karlsruhe (12.11.2021). …" as agencies write it, or "On 3 July 2025 …"."""
    for index in range(around.start, min(around.start + 2, around.end)):
        text = fold(page.blocks[index].text[:LONGEST])
        written, updated = next(told_apart(text, context), (None, False))
        at = aware(written, context) if written else None
        if written is None or at is None or updated:
            continue
        before, after = text[: written.start], text[written.end : written.end + 3]
        if is_other_day(text, written) or is_other(page.blocks[index], index, around):
            continue
        if _PLACE.match(before) and _closes(before, after):
            return Seen(at, "dateline", DATELINE, written.timed)
        if index == around.start and written.start <= FIRST:
            return Seen(at, "first words of the text", FIRST_WORDS, written.timed)
    return _without_year(page, around, context)


def _without_year(page: Outline, around: Neighbourhood, context: Context) -> Seen | None:
    """ "BEIJING, July 3 (Xinhua) …", "新华社北京7月3日电 …": the agencies' readers know the year."""
    if context.now is None or around.start >= around.end:
        return None
    head, *rest = _AFTER_DATELINE.split(page.blocks[around.start].text[:60], maxsplit=1)
    place_told = "," in head or not head.isascii()
    at = find_yearless(head, context.now) if rest and place_told else None
    return Seen(at, "dateline", YEARLESS_LINE) if at else None


def _closes(before: str, after: str) -> bool:
    """Whether a dateline ends with its date: nothing before it or a bracket, and a bracket, a dash or an end after it."""
    return (not before.strip() or before.rstrip().endswith(("(", ",", "/"))) and bool(
        re.match(r"\s?[).:|/–—-]|$", after)
    )


def in_own_teaser(page: Outline, around: Neighbourhood, context: Context) -> Seen | None:
    """The day beside the article's own title in a list of articles below it: in its line, under it, else over it."""
    title = around.title or ""
    least, most = len(title), len(title) + BESIDE
    for block in page.blocks[around.start :] if title else ():
        if least <= len(block.text) <= most and title in block.text:
            rest = block.text.replace(title, " ", 1)
            beside = (
                page.blocks[block.order + 1 : block.order + 2] + page.blocks[block.order - 1 : block.order]
            )
            own_line = len(block.text) > least
            for text in [rest] if own_line else [b.text for b in beside]:
                if len(text) <= LONGEST and (at := _bare(fold(text), context, own_line)):
                    return Seen(at, "own teaser", OWN, has_hour(at))
    return None


def _bare(text: str, context: Context, alone: bool = False) -> datetime | None:
    """The date of a line that says little else; `alone`, no word: beside a title a place would tell of an event."""
    for written, updated in told_apart(text, context):
        named = alone and any(map(str.isalpha, text[: written.start] + text[written.end :]))
        if not (updated or named) and spare(text, written) <= SPARE and not is_other_day(text, written):
            return aware(written, context)
    return None


def seen_elsewhere(page: Outline, around: Neighbourhood, context: Context) -> Seen | None:
    """Where nothing near the article tells: a date that calls itself one, else the only date outside of furniture."""
    days: dict[date, Seen] = {}
    for seen in (*_loose_marks(page, around, context), *_loose_lines(page, around, context)):
        if seen.trust >= LABELLED:
            return seen
        days.setdefault(seen.at.date(), seen)
    return next(iter(days.values())) if len(days) == 1 else None


def _loose_marks(page: Outline, around: Neighbourhood, context: Context) -> Iterator[Seen]:
    for mark in shown(page.marks):
        bits = bits_of(around, mark.block)
        if not bits & _STRANGE and (found := date_of_mark(mark, context)):
            at, updated = found
            if mark.block < around.headline and is_clock(bits, at, context):
                continue
            if mark.block < len(page.blocks) and is_other(page.blocks[mark.block], mark.block, around):
                continue
            item = "datepublished" in mark.label
            yield Seen(at, "marked date of the page", LABELLED if item else ALONE, has_hour(at), updated)


def _loose_lines(page: Outline, around: Neighbourhood, context: Context) -> Iterator[Seen]:
    label, looked = "", 0
    for index, block in enumerate(page.blocks):
        text, before = block.text, label
        label = text if len(text) < 30 else ""
        if (
            len(text) > LONGEST
            or not may_hold(text)
            or is_other(block, index, around)
            or is_teaser(block)
            or bits_of(around, index) & (_STRANGE & ~labels.FOOT)
        ):
            continue
        text, looked = fold(text), looked + 1
        if looked > MAX_LINES:
            return
        for written, updated in sorted(told_apart(text, context), key=itemgetter(1)):  # changes last
            at = aware(written, context)
            if at is None or is_other_day(text, written):
                continue
            if index < around.headline and is_clock(bits_of(around, index), at, context):
                continue
            bare = spare(text, written) <= SPARE
            if says_date(text) or (bare and says_date(before)):
                yield Seen(at, "labelled date of the page", LABELLED, written.timed, updated)
            elif bare and not bits_of(around, index) & labels.FOOT:
                yield Seen(at, "only date of the page", ALONE, written.timed, updated)
