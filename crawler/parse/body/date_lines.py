"""A line → whether it tells a date and little else: a day, who wrote on it, where the text is from.

What tells of something that happens on a day, or names an edition by its year, is a sentence of the text and none of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice

from crawler.parse.dates.calendars import Written, find_dates, may_hold
from crawler.parse.dates.relative import find_yearless
from crawler.parse.dates.values import says_updated
from crawler.parse.dates.words import says_published
from crawler.parse.page.clean import CLOSERS, width
from crawler.parse.page.stops import STOPS, WIDE
from crawler.parse.page.weekdays import is_weekday
from crawler.patterns import lazily

_BARS = re.compile(r"\s*[|·•]\s*")
_NAMED = lazily(  # what a line of date and source names beside the date
    r"(?:来源|來源|稿源|浏览|浏覽|点击|字号|字体|阅读|source|views|updated|quelle|fuente|fonte|источник|просмотр\w*|джерело|kaynak|出典|출처|ที่มา)\w{0,3}\s?[:：]",
    re.I,
)
_BY = lazily(
    r"(?<!\w)(?:by|von|par|por|door|di|da|av|af|od|oleh|theo|yazan|автор|автори|от|від|autore?|autora|autorin|author|auteur|författare|tekijä|penulis|tác giả|作者|記者|记者|文|글|บทความโดย|โดย|بقلم|الكاتب|מאת|نویسنده)\s?[:：]\s*\S",
    re.I,
)
_YEAR = lazily(r"(?:(?<=[^\W\d])|(?<=[^\W\d] ))(?P<year>20\d\d)(?!\d)")  # behind a word
_WORD = lazily(r"[^\W\d]{2,}")
# before a date: "Harbour city, ", "Paris, le "
_PLACE = lazily(r"^[^,，،\d]*[,，،]\s*(?:[^\W\d_]{1,3}\s+)?$")
_OF_DATE = lazily(
    r"^\s*(?:года?|року|roku|г\.|р\.|[^\W\d_]{0,2}\s*\d{1,2}\s*(?:h|heures|uhr|ore|uur)\b)", re.I
)
LONG_WORD = 4  # letters of one that is no name and tells something
WORDS = 5  # from so many on, what ends in a full stop is a sentence: "July 3, 10 a.m." is none
# characters of a day without a year and its hour, and words of them: "Mittwoch, 3. Juli, 6.00 Uhr"
DAY_ALONE, DAY_WORDS = 40, 3
_ANY_DAY = datetime(2024, 12, 31, tzinfo=UTC)  # of a year that has each day
DATE_LINE = 70  # characters of a line that tells a date and little else
BOTH = 110  # the same of one that tells when a text came out, when it was changed, and both hours
BESIDE = 24  # of these beside the date, before the text: a place, a count of readers
BELOW = 8  # the same behind the text, where lists of dates may end it
SIGNED = 9  # words of a line that names an author beside its date


@lru_cache(maxsize=64)  # a page may end with the same one hundreds of times
def is_date_line(text: str, beside: int) -> bool:
    """Whether a line tells a day and at most so many characters beside it."""
    if len(text) > BOTH or not may_hold(text):
        return False
    dates = find_dates(text)
    if len(text) > DATE_LINE and not (len(dates) > 1 and beside > BELOW):
        return False
    told = (text[d.start : d.end] for d in dates)
    # above a text a short sentence may begin with a day
    left = width(text) - sum(map(width if beside <= BELOW else len, told))
    if left > beside:  # as of most lines
        left -= sum(map(len, filter(is_weekday, _WORD.findall(text)))) if beside > BELOW else 0
    changed = len(dates) > 1 and beside > BELOW and says_updated(text) and says_published(text)
    if len(text) > DATE_LINE and not changed:
        return False
    # published on this day, changed on that one
    if changed and not (_goes_on(text[dates[-1].end :]) or text.rstrip(CLOSERS).endswith(STOPS)):
        beside *= 2
    return bool(dates) and left <= beside and not (names_edition(text, dates) or _tells_event(text, dates))


def is_day_alone(text: str) -> bool:
    """Whether a line begins with a weekday, tells a day without its year, and nothing beside but the hour: "Monday 3 July, 6.00"."""
    if len(text) > DAY_ALONE or text.endswith(STOPS) or not any(map(str.isdecimal, text)):
        return False
    first = _WORD.match(text)
    if first is None or not is_weekday(first[0]):
        return False
    words = sum(len(word) >= LONG_WORD for word in _WORD.findall(text))
    return words <= DAY_WORDS and find_yearless(text, _ANY_DAY) is not None


def _goes_on(behind: str) -> bool:
    """Whether words behind the last day go on with a sentence: "The law of 3 May, updated on 4 May, is dead"."""
    return len([word for word in _WORD.findall(behind) if word[0].islower()]) > 1


def is_dated_byline(text: str) -> bool:
    """Whether all that a line tells beside its date is who wrote: "3 July 2025 at 9.30 · By: our newsroom"."""
    if len(text) > DATE_LINE or not may_hold(text) or is_sentence(text):
        return False
    dates = find_dates(text)
    left = text if dates else ""
    for date in reversed(dates):
        left = f"{left[: date.start]} {left[date.end :]}"
    return bool(dates) and _BY.search(text) is not None and len(left.split()) <= SIGNED


def _tells_event(text: str, dates: Sequence[Written]) -> bool:
    """Whether what stands beside a date tells what happens then: "Registration closes on 3 May 2025."

    It ends as sentences do, or a colon follows upon the date, and not all of its words are names. Who says that something
    was published tells no more than when.
    """
    before, after = text[: dates[0].start], text[dates[-1].end :]
    whole = text.rstrip(CLOSERS).endswith(STOPS) or after.lstrip()[:1] in (":", "：")
    if not whole or says_published(text) or says_updated(text):
        return False
    beside = ("" if _PLACE.match(before) else before) + " " + _OF_DATE.sub("", after)
    if text.endswith(WIDE):
        return any(map(str.isalpha, beside))
    words = _WORD.findall(beside)
    small = [len(word) for word in words if not word[0].isupper()]
    cased = any(word[0].isupper() or word[0].islower() for word in words)
    return len(words) > 1 and (len(small) > 1 or (cased and max(small, default=0) >= LONG_WORD))


def names_edition(text: str, dates: Sequence[Written]) -> bool:
    """Whether a year stands beside a word, and in none of the dates."""
    within = [range(date.start, date.end) for date in dates]
    years = (found.span("year") for found in _YEAR.finditer(text))
    return any(not any(first in date for date in within) for first, _ in years)


def is_sentence(text: str) -> bool:
    """Whether a line ends as sentences do."""
    end = text.rstrip(CLOSERS)
    if not end.endswith("."):
        return end.endswith(STOPS)
    return next(islice(_WORD.finditer(text), WORDS - 1, None), None) is not None


def is_sourced(text: str) -> bool:
    """Whether a short line names what it tells beside its date: "3 July 2025, source: …"."""
    short = len(text) <= DATE_LINE and may_hold(text)
    return short and _NAMED.search(text) is not None and not is_sentence(text) and bool(find_dates(text))


def tells_date(text: str) -> bool:
    """Whether a part of a short line that bars divide is a date, "Ann Lee · 4 minutes · 3 July", or it is sourced.

    Below a text such a line tells when and where something is held, and so does one with an edition in it: "GDEC 2026".
    """
    if len(text) > DATE_LINE or not may_hold(text):
        return False
    if is_sourced(text):
        return True
    parts = [(part, find_dates(part)) for part in _BARS.split(text)]
    dated = any(found and found[0].start == 0 and found[-1].end == len(part) for part, found in parts)
    return dated and len(parts) > 2 and not names_edition(text, find_dates(text))


def tells_when(word: str) -> bool:
    """Whether a word says that something was published or changed; Chinese ones hide in sentences."""
    short = word.islower() or len(word) <= WORDS
    return short and (says_updated(word) or says_published(word))
