"""Where and by whom an event is held, of what its forum's entry knows: its cities, and its organisers.

Each counts only in a sentence that names the event and says that something happens, or that it is organised.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from crawler.flag.facts.page import Page, Told
from crawler.flag.facts.when import NEWSWIRE, Event, happens_in, naming, stands_in
from crawler.flag.names.context import Around

BEHIND = 14  # characters between a name and its city: "GDEC 2025 in Beijing"
HOST_REACH = 60  # characters between an organiser and the word that says so
_PREPOSITION = re.compile(
    r"(?:\b(?:in|at|en|em|à|a|im|di|tại|ở|в|во|город[еа]|في|ب|w|ad)(?: the)?(?: city of| capital)?|ที่|ณ|กรุง|เมือง|นคร|在|于|於)\s?$",
    re.I,
)
_ENDING = re.compile(r"(?<=[^\W\d_\u0e00-\uffff])[^\W\d_\u0e00-\uffff]|(?<=กรุงเทพ)ฯ")
_POSTPOSITION = re.compile(
    r"(?:[ァ-ヶー]{0,6}で|市?에서|서\s|市?(?:开幕|闭幕|举办|举行|召开|启幕|落幕|開幕|閉幕|舉行|舉辦|召開|開催)|['’][dt][ea]\b)"
)
_OWNER = re.compile(r"\s?['’](?!d|t)")
_GROWN = re.compile(r"(?:กรุง|นคร|มหานคร|เมือง|thành phố |thủ đô |city of )$", re.I)


def places(page: Page, around: Around, event: Event) -> Iterator[Told]:
    """The city in which the event is held: its own, or one that stands behind "in"."""
    seen: set[str] = set()
    for left, right in naming(page, event):
        happens = happens_in(page, around, left, right) or stands_in(page, "ends", left, right)
        for sign, stands in around.places.items():
            if (
                sign[0] != "city"
                or sign[1] in seen
                or (event.forum.cities and sign[1] not in event.forum.cities)
            ):
                continue
            at = bisect_left(stands, (left, 0))
            while at < len(stands) and stands[at][1] <= right:
                told = _place(page, event, stands[at], happens)
                if told:
                    seen.add(sign[1])
                    yield told
                    break
                at += 1
        if seen:
            return


def hosts(page: Page, around: Around, event: Event) -> Iterator[Told]:
    """The forum's known organisers, where a sentence names them beside the event and says who organises."""
    known = around.places.get(("org", event.forum.id), [])
    signs = page.signs.get("organises", [])
    if not known or not signs:
        return
    for left, right in naming(page, event):
        for place in known[bisect_left(known, (left, 0)) : bisect_left(known, (right, 0))]:
            at = bisect_left(signs, (max(left, place[0] - HOST_REACH), 0))
            if at < len(signs) and signs[at][0] < min(right, place[1] + HOST_REACH):
                start, end = page.folded.span(*place)
                yield Told("organiser", page.whole[start:end], start, end, "organiser known/1")


def _place(page: Page, event: Event, place: tuple[int, int], happens: bool) -> Told | None:
    """The city as a place of the event: something happens there, or it stands right behind the name."""
    start, end = page.folded.span(*place)
    end = _word_end(page.whole, end)
    if any(first < end and start < last and (first, last) != (start, end) for first, last in event.named):
        return None  # a part of the event's name; "Davos" is a name and a place
    if not happens and not any(0 <= start - last <= BEHIND for _, last in event.named):
        return None
    if not _PREPOSITION.search(page.whole, max(0, start - 20), start) and not _POSTPOSITION.match(
        page.whole, end
    ):
        return None
    if NEWSWIRE.match(page.whole, end) or _OWNER.match(page.whole, end):
        return None
    if _dateline(page, start, end):
        return None
    grown = _GROWN.search(page.whole, max(0, start - 12), start)
    start = grown.start() if grown else start
    return Told("place", page.whole[start:end], start, end, "place/1")


def _word_end(whole: str, end: int) -> int:
    """The end of the word, whose endings the city's name may have."""
    while end < len(whole) and _ENDING.match(whole, end):
        end += 1
    return end


def _dateline(page: Page, start: int, end: int) -> bool:
    """Whether a city at the beginning of a line is where the news was written."""
    line = page.whole.rfind("\n", max(0, start - 40), start) + 1
    opens = start - line < 4 or start == 0
    return opens and bool(re.match(r"[^\n]{0,40}?(?:--|—|–|\(|电|電|/)", page.whole[end : end + 44]))
