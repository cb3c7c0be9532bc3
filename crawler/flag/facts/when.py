"""When an event is held, as the sentences say that name it: "from July 2 to 5, 2025".

A dateline is nobody's date, and a date that belongs to another year than the edition's is none of this event.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from crawler.flag.editions.named_months import DATE_SLACK
from crawler.flag.facts.page import Page, Told
from crawler.flag.names.context import HAPPENING, OCCASION, Around
from crawler.flag.text.numerals import NAMED_DATE, NUMBER_DATE, year_of
from crawler.flag.watchlist.forum import Forum

MAX_SENTENCES = 12  # that name the event: more of them say nothing new
MAX_SENTENCE = 900  # characters of one
END_REACH = 48  # characters between the last day and the word that says it was the last
LONGEST = timedelta(days=45)  # of an event
KNOWN_REACH = 6_000  # characters in which the days that are known are looked for
FIGURE_REACH = 24  # characters between a date's figures and its end
_NUMBERS = re.compile(r"\d+")
_ON = re.compile(
    r"\s?(?:日\s?)?(?:to|until|through|till|and|~|至|到|から|부터|ถึง|(?:ถึง)?วันที่|đến(?: hết)?(?: ngày)?|hingga|sampai|al|a|au|bis(?: zum)?|ao?|по|до|الي|حتي|"
    r"年|-|,)?(?: the| el| le| dia| día)?\s?"
)
_EAST_ON = re.compile(
    r"\s?(?:日|일)?\s?(?:至|到|~|〜|から|부터|,|、)?\s?(?:(?P<month>\d{1,2})\s?(?:月|월)\s?)?(?P<day>\d{1,2})\s?(?:日|일)"
)
_FROM_DAY = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?\s(?:to|until|al|a|au|bis|по|до|الي|ถึง|đến|sampai|hingga|s d|dan|and|e|y|et|und|i|и|و|से|और|til|till|tot|do|och|og|až)?\s?(?:the |el |le |les |den |dem |o |os |ngày )?$"
)
_SINCE = re.compile(
    r"(?:since|depuis|desde|seit|sejak|自|自从|ตั้งแต่ปี|kể từ|منذ|founded|launched in|established|deadline|by|until|through|till|before|截至|截止|создан|основан|registration)\s?(?:in |on )?$"
)
_VI_FROM = re.compile(r"(\d{1,2})\s(?:đến |tới |và |ngày )*$")
UNTIL_REACH = 220  # characters behind the first day in which the last one is told: one quote holds both
_CLOSES = re.compile(
    r"(?<!\w)(?:until|through|till|runs to|hasta el|até(?: o dia)?|jusqu au|bis(?: zum)?|fino al|до|по|do|hingga|sampai|đến(?: hết)?(?: ngày)?|حتي|tot|til|til den) "
    r"|(?:持续至|持续到|展至|延续至)|(?:จน)?ถึงวันที่ ?|(?P<behind>まで|까지)"
)
NEWSWIRE = re.compile(
    r"\s?(?:\((?:[^)\n]{1,40})\)\s?)?(?:[-—–]{1,3}(?!\s?\d)|/[A-Z][\w ]{2,30}/)|\s?[日号]?(?:电|電|讯|訊)|\s\(?(?:Xinhua|ANTARA|VNA|TASS|AP|Reuters|AFP)"
)


class Event(NamedTuple):
    """Which event facts are wanted of, and where the article names it (original [start, end), in order)."""

    forum: Forum
    edition: int | None
    named: Sequence[tuple[int, int]]
    published: datetime | None


class _Span(NamedTuple):
    first: date
    last: date
    start: int
    end: int


def dates(page: Page, around: Around, event: Event) -> Iterator[Told]:
    """The days on which the event is held; a range before a single day, which counts beside the name only. Days that
    are known to be its own need no such company."""
    found: list[_Span] = []
    for left, right in naming(page, event):
        found += _held(page, around, event, left, right)
        if not any(span.last > span.first for span in found):
            after = page.sentence(page.folded.origin(right - 1)) + 1 if right else len(page.starts)
            if after < len(page.starts):
                left, right = (
                    right,
                    page.folded.place(min(page.ends[after], page.starts[after] + MAX_SENTENCE)),
                )
                found += [s for s in _held(page, around, event, left, right) if s.last > s.first]
    ranges = [span for span in found if span.last > span.first]
    if found and not ranges:
        ranges = [span for span in (_until(page, event, found[0]),) if span]
    ranges = ranges or [span for span in (_known(page, event),) if span]
    for span in (ranges or found)[:1]:
        start, end = page.folded.span(span.start, span.end)
        yield Told("dates", f"{span.first.isoformat()}/{span.last.isoformat()}", start, end, "dates/3")


def _known(page: Page, event: Event) -> _Span | None:
    """The days of the edition as the forum's entry has them, wherever the text tells just these."""
    edition = event.forum.edition(event.edition) if event.edition else None
    if edition is None or edition.start is None or edition.end is None or edition.end == edition.start:
        return None
    held = edition.start, edition.end
    spans = _spans(page, event, 0, min(len(page.folded.text), KNOWN_REACH), closing=True)
    return next((span for span in spans if (span.first, span.last) == held), None)


def _until(page: Page, event: Event, first: _Span) -> _Span | None:
    """The days from the first on to the last, where a sentence soon behind it tells when it closes."""
    text = page.folded.text
    for cue in _CLOSES.finditer(text, first.end, first.end + UNTIL_REACH):
        left, right = (
            (cue.start() - FIGURE_REACH, cue.start())
            if cue["behind"]
            else (cue.end(), cue.end() + FIGURE_REACH)
        )
        for last in _spans(page, event, max(first.end, left), right, closing=True):
            near = last.end >= cue.start() - 1 if cue["behind"] else last.start <= cue.end() + 2
            if near and timedelta() < last.last - first.first <= LONGEST / 3 and _believable(event, last):
                return _Span(first.first, last.last, first.start, max(last.end, cue.end()))
    return None


def _held(page: Page, around: Around, event: Event, left: int, right: int) -> list[_Span]:
    """The days that the folded [left, right) tells, where something is held in it."""
    if not happens_in(page, around, left, right):
        return []
    spans = (span for span in _spans(page, event, left, right) if _believable(event, span))
    return [span for span in spans if span.last > span.first or not _ends(page, span)]


def naming(page: Page, event: Event) -> Iterator[tuple[int, int]]:
    """[start, end) in the folded text of the first sentences that name the event."""
    done = -1
    count = 0
    for start, _ in event.named:
        number = page.sentence(start)
        if number == done or start >= len(page.whole):
            continue
        done, count = number, count + 1
        if count > MAX_SENTENCES:
            return
        left, right = page.starts[number], min(page.ends[number], page.starts[number] + MAX_SENTENCE)
        yield page.folded.place(left), page.folded.place(right)


def happens_in(page: Page, around: Around, left: int, right: int) -> bool:
    """Whether something is held in the folded [left, right)."""
    found = (around.places.get(HAPPENING, []), around.places.get(OCCASION, []))
    return any(_stands(places, left, right) for places in found) or stands_in(page, "happens", left, right)


def stands_in(page: Page, kind: str, left: int, right: int) -> bool:
    """Whether a sign of `kind` stands in the folded [left, right)."""
    return _stands(page.signs.get(kind, []), left, right)


def _stands(places: Sequence[tuple[int, int]], left: int, right: int) -> bool:
    at = bisect_left(places, (left, 0))
    return at < len(places) and places[at][0] < right


def _ends(page: Page, span: _Span) -> bool:
    """Whether a single day is told as the last of several."""
    return stands_in(page, "ends", span.start - END_REACH, span.end + END_REACH)


def _windows(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """The parts of the folded [left, right) in which a date may stand: around its figures."""
    start = end = -1
    for match in _NUMBERS.finditer(text, left, right):
        if match.start() > end:
            if end > 0:
                yield start, end
            start = max(left, match.start() - FIGURE_REACH)
        end = min(right, match.end() + FIGURE_REACH)
    if end > 0:
        yield start, end


def _spans(page: Page, event: Event, left: int, right: int, closing: bool = False) -> Iterator[_Span]:
    """The days told in the folded [left, right); of those behind "until" only where they are asked for."""
    for first, last in _windows(page.folded.text, left, right):
        yield from _named(page, event, first, last, closing)
        yield from _numbered(page, event, first, last, closing)


def _named(page: Page, event: Event, left: int, right: int, closing: bool) -> Iterator[_Span]:
    text = page.folded.text
    done = left
    for match in NAMED_DATE.finditer(text, left, right):
        month = next(number for number in range(1, 13) if match[f"m{number}"])
        days = [int(n) for n in _NUMBERS.findall(match.group()) if len(n) <= 2]
        start = match.start()
        before = _FROM_DAY.search(text, max(done, start - 16), start)
        if before and match["d1"]:
            days, start = [int(before[1]), *days], before.start()
        if not days or (_not_held(page, start, match.end()) and not closing):
            done = match.end()
            continue
        second = _second(text, match, right) if len(days) == 1 else None
        end = second.end() if second else match.end()
        year = year_of(match["year"] or (second["year"] if second else None) or "") or _year(
            event, month, days[0]
        )
        if second:
            until = next(number for number in range(1, 13) if second[f"m{number}"])
            span = _span(year, month, days[0], until, int(second["d1"] or second["d2"] or 0), start, end)
        else:
            span = _span(year, month, days[0], month, days[-1], start, end)
        if span and start >= done:
            yield span
        done = end


def _second(text: str, match: re.Match[str], right: int) -> re.Match[str] | None:
    """The other end of "30 June to 2 July 2025"."""
    link = _ON.match(text, match.end(), right)
    second = NAMED_DATE.match(text, link.end(), right) if link and link.end() > match.end() else None
    return second if second and (second["d1"] or second["d2"]) else None


def _numbered(page: Page, event: Event, left: int, right: int, closing: bool) -> Iterator[_Span]:
    text = page.folded.text
    done = left
    for match in NUMBER_DATE.finditer(text, left, right):
        which = next(which for which in "12345" if match[f"m{which}"])
        day, month = match[f"d{which}"], int((which == "5" and match["n5"]) or match[f"m{which}"])
        if (
            match.start() < done
            or not day
            or not 1 <= month <= 12
            or (_not_held(page, match.start(), match.end()) and not closing)
        ):
            continue
        year = year_of(match[f"y{which}"] or "") or _year(event, month, int(day))
        start, end, until, last = match.start(), match.end(), month, int(day)
        second = _EAST_ON.match(text, match.end("d1")) if which == "1" else None
        if second:
            until, last, end = int(second["month"] or month), int(second["day"]), second.end()
        elif which == "5":
            until, last = int(match["m5"]), int(match["l5"])
        elif which == "4":
            before = _VI_FROM.search(text, max(left, start - 18), start)
            days = (int(before[1]), int(day)) if before else (int(day), int(day))
            start = before.start() if before else start
            day, last = str(days[0]), days[1]
        done = end
        span = _span(year, month, int(day), until, last, start, end)
        if span:
            yield span


def _not_held(page: Page, start: int, end: int) -> bool:
    """Whether the date is one of a dateline or of a beginning."""
    if _SINCE.search(page.folded.text, max(0, start - 24), start):
        return True
    return bool(NEWSWIRE.match(page.whole, page.folded.span(start, end)[1]))


def _span(
    year: int | None, month: int, day: int, until: int, last: int, start: int, end: int
) -> _Span | None:
    try:
        first, final = date(year or 0, month, day), date(year or 0, until, last)
    except ValueError:
        return None
    return _Span(first, final, start, end) if first <= final <= first + LONGEST else None


def _year(event: Event, month: int, day: int) -> int | None:
    """The year of a date without one: the edition's, or the one that brings it next to the article's own day."""
    if event.edition:
        return event.edition
    if event.published is None:
        return None
    years = (event.published.year - 1, event.published.year, event.published.year + 1)
    own = event.published.date()
    return (
        min(years, key=lambda year: abs((date(year, month, min(day, 28)) - own).days))
        if 1 <= month <= 12
        else None
    )


def _believable(event: Event, span: _Span) -> bool:
    if event.edition and event.edition not in (span.first.year, span.last.year):
        return False
    known = event.forum.edition(span.first.year)
    if known and known.start:
        return known.start - DATE_SLACK <= span.first and span.last <= (known.end or known.start) + DATE_SLACK
    return (
        event.edition is not None
        or event.published is None
        or abs(span.first.year - event.published.year) <= 1
    )
