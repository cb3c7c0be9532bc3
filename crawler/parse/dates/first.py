"""A line by the headline that tells the day of a text's publication behind words for it, where the head tells another.

Stand: 16.11.2026, 11:20 Uhr · Erstveröffentlichung: 14.11.2026, 06:01 Uhr     the head tells a later one
Publicado em 21/08/2026 17h03            the head tells when the text was created
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from crawler.parse.dates.calendars import find_dates
from crawler.parse.dates.eras import fold
from crawler.parse.dates.values import Context, Neighbourhood, Seen, aware, has_hour, says_updated
from crawler.parse.dates.words import says_published
from crawler.parse.page import labels
from crawler.parse.page.blocks import NEAR, Block, Outline
from crawler.parse.page.stops import STOPS
from crawler.patterns import lazily, rarely

BEFORE = 24  # characters before a date that say whose it is
LINE = 160  # characters of such a line
PARAGRAPH, STANDFIRSTS = 80, 1  # characters of one; how many of them stand above the day
_OTHERS = labels.ELSEWHERE | labels.MEDIA | labels.CAPTION  # pictures and other texts have a day as well
RERUN = timedelta(days=90)  # what is older was published anew
_FIRST = rarely(
    r"erstveröffentlich(?:ung|t)|zuerst veröffentlicht|(?:first|originally|initially) published|première publication|prima pubblicazione|primera publicación|primeira publicação|publicado originalmente|först publicerad|først publisert|først udgivet|eerste publicatie|первая публикация|初出|初回公開日?|首次发布|首发时间"
)
_EDGE = lazily(r"(?:^|[·|•;:(\[（\n–—-])\s*$")  # before the words
_LEAD = lazily(  # between them and the day: a small word, the day of the week
    r"(?:\s(?:on|am|le|el|il|em|den|op|время|日))?\s?[:：]?\s?(?:(?!by\b|at\b|in\b|bei\b)[^\W\d_]{2,13}[.,]{0,2}\s(?:(?:den|le|the)\s)?)?"
)
_HOUR = lazily(  # behind the day, and nothing else up to the next part of the line
    r"[\s,]*(?:(?:um|at|à|a las|às|kl\.?|klo|ore)\s)?(?:\d{1,2}[:.h]\d{2}(?::\d\d)?)?\s*(?:uhr|hrs?|h|[ap]\.?m\.?|[a-z]{3,4}t)?\s*(?P<end>$|[·|•;,.()\[\]（）\n–—-]|and\s|und\s|et\s|y\s|e\s)"
)


def first_shown(
    known: Seen, page: Outline, around: Neighbourhood, context: Callable[[], Context]
) -> Seen | None:
    """The date that such a line tells, if it is before the one that is known.

    Of a sentence about a book or figures it is not asked, nor where another paper is named behind the day.
    """
    near = page.blocks[max(0, around.headline) : around.headline + NEAR]
    text = fold("\n".join([b.text for b in near if len(b.text) <= LINE]))
    if _FIRST.search(text) is None:  # asked of all at once: few pages have one
        return None
    for line in text.split("\n"):
        at = _told(line, context())
        if at is not None and at.date() < known.at.date() and known.at - at < RERUN:
            return replace(known, at=at, place="text near the headline", timed=has_hour(at))
    return None


def published_later(
    known: Seen, page: Outline, around: Neighbourhood, context: Callable[[], Context]
) -> Seen | None:
    """The later day that a line by the headline tells behind a word for it, where a text is known only to have been created.

    A content system notes when an editor began a text, and shows when he let it out.
    """
    near = page.blocks[max(0, around.headline) : around.headline + NEAR]
    for text in map(fold, _above_text(near)):
        for written in find_dates(text, context().habit):
            before = text[max(0, written.start - BEFORE) : written.start]
            at = aware(written, context())
            if at is None or at.date() <= known.at.date() or at - known.at >= RERUN:
                continue
            if says_published(before) and not says_updated(before):
                return replace(known, at=at, place="text near the headline", timed=has_hour(at))
    return None


def _above_text(near: list[Block]) -> Iterator[str]:
    """The short lines above a text and below its standfirst that are no sentence, no part of another text and no caption."""
    paragraphs = 0
    for block in near:
        sentence = block.text.endswith(STOPS) and not block.is_heading
        paragraphs += sentence and len(block.text) > PARAGRAPH
        if paragraphs > STANDFIRSTS:
            return
        if len(block.text) <= LINE and not sentence and not block.element.every & _OTHERS:
            yield block.text


def _told(text: str, context: Context) -> datetime | None:
    """The date of a folded line, all of which are the words, the date and what was changed since."""
    found = _FIRST.search(text)
    before = text[: found.start()] if found else ""
    if found is None or not (_EDGE.search(before) or says_updated(before)):
        return None
    for written in find_dates(text, context.habit):
        if written.start < found.end():
            continue
        behind = _HOUR.match(text, written.end) if _LEAD.fullmatch(text, found.end(), written.start) else None
        if behind is None:
            return None
        # a comma and the like go on with a sentence
        apart = behind["end"] in "·|•;()[]（）\n–—-" or says_updated(text[behind.end() :])
        return aware(written, context) if apart else None
    return None
