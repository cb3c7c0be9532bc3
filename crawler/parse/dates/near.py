"""The blocks and marks of a page → the dates that are shown near its article, each with the trust its place earns.

The trusts are the shares of right dates in each place on some five hundred pages whose declared dates were hidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from crawler.parse.dates.calendars import Written, find_dates, may_hold
from crawler.parse.dates.eras import fold
from crawler.parse.dates.marks import (
    change_told,
    date_of_mark,
    is_behind_change,
    labelled_updated,
    labels_change,
    recent,
    shown,
)
from crawler.parse.dates.others import is_other, is_others_mark
from crawler.parse.dates.places import AFTER, LONG, bits_of, in_masthead, is_clock, is_today, order, place_of
from crawler.parse.dates.values import (
    BEFORE,
    Context,
    Neighbourhood,
    Seen,
    aware,
    has_hour,
    says_updated,
    told_apart,
)
from crawler.parse.dates.words import (
    SPARE,
    is_copyright,
    is_event,
    is_other_day,
    says_date,
    says_published,
    spare,
)
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Mark, Outline

LONGEST_NOTE = 600  # characters of a block behind the text that tells of the post
TRUST = {"under": 0.93, "above": 0.84, "far above": 0.78, "opening": 0.8, "inside": 0.6, "after": 0.45}
# Shares of trust in a date that stands in prose.
IN_PROSE = {"under": 0.85, "above": 0.4, "far above": 0.4, "opening": 0.3, "inside": 0.3, "after": 0.4}
PUBLISHED_ITEM, MARKED, LINKED, IN_FURNITURE, YEARLESS = 0.97, 1.02, 0.5, 0.75, 0.75
# shares of trust in a masthead's date: today's, one at an unknown time, likely today's
CLOCK, MASTHEAD, TODAY = 0.25, 0.5, 0.5
LABELLED_AFTER = 0.7
SURE = 0.9  # trust in a mark from which on its neighbours' text is not read too
FLOOR = 0.25  # what is trusted less is not told at all
NAMES = dict.fromkeys(("under", "above", "far above", "opening"), "text near the headline") | {
    "inside": "text",
    "after": "text after the article",
}


def seen_near(page: Outline, around: Neighbourhood, context: Context) -> list[Seen]:
    """The dates of marks, then of short blocks, that stand where an article's date stands; until one is sure."""
    found: list[Seen] = []
    after: list[Seen] = []
    told = {mark.block: mark.text for mark in page.marks if mark.value and may_hold(mark.value)}
    for mark in shown(page.marks):
        if mark.block in told and not mark.value and _is_told_so(fold(mark.text), told[mark.block], context):
            continue
        place = place_of(around, mark.block)
        if place and (seen := of_mark(mark, place, page, around, context)):
            if place != "after":
                found.append(seen)
                found.extend(_change_beside(mark, seen, context))
            elif mark.block < len(page.blocks) and not is_others_mark(mark, page.blocks[mark.block], around):
                after.append(seen)
    if sure := _sure(found):
        return found
    for index in order(around, len(page.blocks)):
        block, place = page.blocks[index], place_of(around, index)
        if sure and place != "under":
            return found
        short = len(block.text) <= LONG or "\n" in block.text[:LONG]
        if place and (short or _is_note(block, index, around)):
            said = list(dates_of_block(block, place, around, context))
            if said and index and len(block.text) <= SPARE and labels_change(page.blocks[index - 1].text):
                said = [replace(seen, updated=True) for seen in said]
            if said and not is_other(block, index, around):
                (after if place == "after" else found).extend(said)
                sure = sure or (place != "after" and _sure(said))
    if _is_list(after, page, around, context):
        after = [seen for seen in after if seen.trust >= LABELLED_AFTER]
    return found + after


def _is_told_so(text: str, inner: str, context: Context) -> bool:
    """Whether a text tells the day from the reader's now, "3 hours ago", as an element in it does that tells machines the moment."""
    return not may_hold(text) and inner != "" and recent(text, context) == recent(fold(inner), context)


def _change_beside(mark: Mark, seen: Seen, context: Context) -> Iterator[Seen]:
    """The date of a change that a mark tells besides that of the publication."""
    if not seen.updated and len(mark.text) <= LONG and (at := change_told(fold(mark.text), context)):
        yield replace(seen, at=at, timed=has_hour(at), updated=True)


def _is_list(after: list[Seen], page: Outline, around: Neighbourhood, context: Context) -> bool:
    """Whether the dates after an article are of several days: those of other articles."""
    days = {seen.at.date() for seen in after if not seen.updated}
    for index in range(around.end + AFTER + 1, min(around.end + 10, len(page.blocks)) if days else 0):
        block = page.blocks[index]
        if bits_of(around, index) & labels.COMMENT:
            break
        if len(block.text) <= LONG and not is_copyright(block.text):
            days |= {w.at.date() for w in find_dates(block.text, context.habit)}
    return len(days) > 1


def _sure(found: list[Seen]) -> bool:
    return any(seen.trust >= SURE and not seen.updated for seen in found)


def of_mark(mark: Mark, place: str, page: Outline, around: Neighbourhood, context: Context) -> Seen | None:
    """The date of a mark that stands at that place; None where it is of an event, or hardly to be trusted."""
    found = date_of_mark(mark, context)
    if found is None or mark.element.tag == "figcaption" or is_event(mark.label):
        return None
    at, said_updated = found
    item = "datepublished" in mark.label
    updated = not item and (
        said_updated or labelled_updated(mark.label) or is_behind_change(mark, page.blocks)
    )
    trust = PUBLISHED_ITEM if item else _trust(place, mark.block, around, at, context) * MARKED
    if place.endswith("above") and len(mark.text) > SPARE + BEFORE and mark.text.endswith((".", "。")):
        trust *= IN_PROSE[place]  # the words below a picture
    if mark.tag == "a" and not item:
        trust *= LINKED
    elif says_published(mark.text):
        trust = _surer(trust)
    if trust < FLOOR:
        return None
    name = "itemprop=datePublished" if item else "time element" if mark.tag == "time" else "marked date"
    return Seen(at, name, trust, has_hour(at), updated)


def dates_of_block(block: Block, place: str, around: Neighbourhood, context: Context) -> Iterator[Seen]:
    text = fold(_beginning(block.text))
    told = list(told_apart(text, context)) if may_hold(text) else []
    for written, updated in told:
        at = aware(written, context)
        if at is None or is_other_day(text, written) or is_event(block.element.label):
            continue
        trust = _trust(place, block.order, around, at, context)
        if spare(text, written, (w for w, _ in told)) > SPARE:
            trust *= IN_PROSE["opening" if place == "under" and block.order >= around.start else place]
            noted = place in ("inside", "after") or _is_note(block, block.order, around)
            if noted and (says_date(text) or _is_labelled(text, written)):
                trust = LABELLED_AFTER
        elif says_published(text[max(0, written.start - BEFORE) : written.start]):
            trust = _surer(trust)
        if trust >= FLOOR:
            yield Seen(at, NAMES[place], trust, written.timed, updated)
    if told and not any(updated for _, updated in told) and (at := change_told(text, context)):
        yield Seen(at, NAMES[place], _trust(place, block.order, around, at, context), has_hour(at), True)
    if not told and place in ("under", "above", "far above") and (at := recent(text, context)):
        trust = _trust(place, block.order, around, at, context) * YEARLESS
        yield Seen(at, NAMES[place], trust, has_hour(at), says_updated(text))


def _is_labelled(text: str, written: Written) -> bool:
    """Whether a label, with its colon, stands right before a date and says that it is of the publication."""
    before = text[max(0, written.start - BEFORE) : written.start].rstrip()
    return before.endswith(":") and says_published(before)


def _beginning(text: str) -> str:
    """A short text whole; of a longer one the lines that its beginning holds."""
    return text if len(text) <= LONG else text[:LONG].rpartition("\n")[0] or text[:LONG]


def _is_note(block: Block, index: int, around: Neighbourhood) -> bool:
    """Whether a long block at the end tells of the post: "This entry was posted on Thursday, July 3rd, and is filed under …"."""
    last = index >= around.end or (index >= around.end - 2 and _is_meta(block))
    return last and len(block.text) <= LONGEST_NOTE and says_published(block.text[:LONG])


def _is_meta(block: Block) -> bool:
    return bool(block.element.bits & labels.DATE)


def _trust(place: str, block: int, around: Neighbourhood, at: datetime, context: Context) -> float:
    trust = TRUST[place] - min(abs(block - around.headline), 50) * 0.001
    bits = bits_of(around, block)
    if bits & labels.ELSEWHERE and place != "under":
        trust *= IN_FURNITURE
    if place.endswith("above") and in_masthead(bits):
        trust *= CLOCK if is_clock(bits, at, context) else MASTHEAD if context.now is None else 1
    elif place.endswith("above") and is_today(bits, at, context):
        trust *= TODAY
    return trust


def _surer(trust: float) -> float:
    """A trust with three quarters of the doubt taken away."""
    return (3 + trust) / 4
