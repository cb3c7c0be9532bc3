"""An event word in a script with spaces and without capitals → the name of the event around it, or None.

Hindi, Bengali and Urdu end a name with the kind of event: "दूसरा भारत डिजिटल शिखर सम्मेलन"; Persian and Hebrew begin
with it: «همایش بین‌المللی اقتصاد دیجیتال». What belongs to the name is what no postposition, ordinal or verb parts from it.
"""

from __future__ import annotations

from crawler.flag.candidates import stops as stops
from crawler.flag.candidates import words as words
from crawler.flag.candidates.borders import Name, Tie
from crawler.flag.candidates.run import ABOUT, REACH, Run, Token
from crawler.flag.text.reading import Reading
from crawler.patterns import lazily

MOST = 6  # words of a name beside the kind of event
_TOKEN = lazily(r"[\w\u0900-\u0963\u0970-\u09ff\u200c\u200d]+|[^\w\s]")
_LETTER = lazily(r"[^\W\d_]")
_LAST = frozenset(word for language in ("hi", "ur", "bn") for word in words.EVENTS[language])
_FIRST = frozenset(word for language in ("fa", "he") for word in words.EVENTS[language])
_THERE = lazily("(?:ায়|তে|েই)$|^ב(?!ינה|ינלאומי)[א-ת]{3}")  # "in ..." of one word
_STOPS = frozenset(stops.UNMARKED_STOPS)


def unmarked(word: str) -> bool:
    """Whether the folded event word is one of these languages."""
    return word in _LAST or word in _FIRST


def unmarked_name(reading: Reading, start: int, end: int) -> Name | None:
    """The name whose event word stands at the folded [start, end)."""
    low = max(0, start - REACH)
    while low > 0 and low < start and not reading.text[low - 1].isspace():
        low += 1
    found = _TOKEN.finditer(reading.text, low, min(len(reading.text), end + REACH))
    tokens = [Token(m.start(), m.end(), m.group()) for m in found]
    inside = [at for at, token in enumerate(tokens) if token.end > start and token.start < end]
    if not inside or tokens[inside[0]].start != start or tokens[inside[-1]].end != end:
        return None
    run = Run(reading, tokens, inside[0], inside[-1])
    if reading.text[start:end] in _LAST:
        first, last = _left(run), run.last
    else:
        first, last = run.first, _right(run)
    beside = [at for at in range(first, last + 1) if not run.first <= at <= run.last]
    kinds = [run.kind(at) for at in beside]
    if not ABOUT.intersection(kinds) or any(stops.other_kind(tokens[at].text) for at in beside):
        return None
    own = ("", "SCOPES", "KIN") if "DOMAINS" in kinds else ("", "SCOPES")
    specific = any(kind in own for kind in kinds)
    tie: Tie = "domain" if "DOMAINS" in kinds else "kin"
    return Name(tokens[first].start, tokens[last].end, specific, tie=tie)


def _left(run: Run) -> int:
    at = run.first
    while at > 0 and run.first - at < MOST and run.joined(at - 1) and _part(run, at - 1):
        at -= 1
    return at


def _right(run: Run) -> int:
    at = run.last
    while at + 1 < len(run.tokens) and at - run.last < MOST and run.joined(at) and _part(run, at + 1):
        at += 1
    return at


def _part(run: Run, at: int) -> bool:
    text = run.tokens[at].text
    return _LETTER.search(text) is not None and text not in _STOPS and not _THERE.search(text)
