"""How long a text stays with an event that it names: what it still tells of it behind the name.

A life told, a list and a look back name an event in a clause and go on to something else. Who gives it a paragraph says
who spoke there, what was shown, how many came. Where a site sets each sentence as a paragraph, or none at all, the
sentences tell where the passage ends: at the first one that says nothing of what happens at events.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crawler.flag.names.context import EVENT, SHOWING, TOLD, Around
from crawler.flag.names.judge import Sighting
from crawler.flag.text.reading import Reading
from crawler.patterns import lazily

NAMED = 6  # names whose passages are looked at
BEHIND = 600  # characters that are looked at behind a name
BRIEF, UNDIVIDED = 220, 900  # characters of a paragraph that is a sentence, and of one that is a text
OWN = 12  # characters behind a name whose words are its own
STEP = 150  # characters between two signs that the text may be silent
LONG_BEHIND, LONG_REACH = 500, 400  # characters: more say nothing new
SENTENCES = 3  # that tell of it: more say nothing new
LEAST = 8  # characters of a sentence
_TELLING = (EVENT, SHOWING, TOLD)
# A full stop behind a short word may be an abbreviation's. Thai and its neighbours end sentences with a space.
_STOP = lazily(r"[。！？!?؟।]|\.(?<=\w{3}.|.\d\d.)\s|(?<=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{25}) ")


class Dwelling(NamedTuple):
    """How a text stays with an event behind its name: each 0 to 1, the most of any of its passages."""

    behind: float = 0.0  # how long the passage goes on
    told: float = 0.0  # how many of its sentences, the name's own left out, tell what happens at events
    reach: float = 0.0  # how far such signs follow each other


def dwelling(
    reading: Reading, named: Sequence[Sighting], others: Sequence[Sighting], around: Around, dense: int
) -> Dwelling:
    """Of the event named at `named`; `others` are all sightings, both in order. `dense`: see reading.density."""
    found = [Dwelling()]
    read = 0
    for sighting in named[:NAMED]:
        if sighting.start >= read:  # a passage is read once
            read = _passage_end(reading, sighting, around, dense)
            read = min(read, _next_name(sighting, others, read))
            found.append(_in_passage(reading.text, sighting.end, read, around, dense))
    return Dwelling(*map(max, zip(*found, strict=True)))


def _passage_end(reading: Reading, named: Sighting, around: Around, dense: int) -> int:
    """Where what belongs to the name ends: its paragraph, or the sentences that go on to tell of an event."""
    first, last = _paragraph(reading, named)
    far = min(named.end + BEHIND // dense, len(reading.text))
    whole = first <= reading.body and last >= len(reading.text) - 2
    if not whole and last - first <= BRIEF // dense:
        return _told_on(reading.text, around, last, far)
    if whole or last - first > UNDIVIDED // dense:
        stop = _STOP.search(reading.text, named.end, far)
        return _told_on(reading.text, around, stop.end() if stop else far, far)
    return min(last, far)


def _paragraph(reading: Reading, named: Sighting) -> tuple[int, int]:
    """[start, end) of the name's paragraph; the folded text itself has no line breaks."""
    whole, folded = reading.whole, reading.folded
    first, last = folded.span(named.start, named.end)
    begins, ends = whole.rfind("\n", 0, first) + 1, whole.find("\n", last)
    return folded.place(begins), folded.place(ends) if ends >= 0 else len(folded.text)


def _told_on(text: str, around: Around, start: int, far: int) -> int:
    """Where the sentences from `start` on end that each tell what happens at events."""
    end = start
    for stop in (*(match.end() for match in _STOP.finditer(text, start + LEAST, far)), far):
        if next(_telling(around, end, stop), None) is None:
            break
        end = stop
    return end


def _next_name(named: Sighting, others: Sequence[Sighting], end: int) -> int:
    """Where another forum is named before `end`, whose words then follow; else `end`."""
    at = bisect_left(others, named.end, key=lambda s: s.start)
    return next((o.start for o in others[at:] if o.forum_id != named.forum_id), end)


def _in_passage(text: str, start: int, end: int, around: Around, dense: int) -> Dwelling:
    signs = sorted(set(_telling(around, start + OWN // dense, end)))
    return Dwelling(
        behind=min(max(end - start, 0) * dense / LONG_BEHIND, 1),
        told=min(_sentences_told(text, start, end, signs) / SENTENCES, 1),
        reach=min(_reach(start, signs, STEP // dense) * dense / LONG_REACH, 1),
    )


def _telling(around: Around, first: int, last: int) -> Iterator[int]:
    """Where words of what happens at events begin in [first, last)."""
    for sign in _TELLING:
        places = around.places.get(sign, [])
        for at in range(bisect_left(places, (first, 0)), len(places)):
            if places[at][0] >= last:
                break
            yield places[at][0]


def _sentences_told(text: str, start: int, end: int, signs: Sequence[int]) -> int:
    """In how many sentences behind the one of `start` signs stand."""
    ends = [match.end() for match in _STOP.finditer(text, start, end) if end - match.end() > LEAST]
    return sum(_any_within(signs, *span) for span in pairwise((*ends, end)))


def _any_within(signs: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(signs, first)
    return at < len(signs) and signs[at] < last


def _reach(start: int, signs: Iterable[int], step: int) -> int:
    """How far signs follow each other from `start` on, in characters."""
    end = start
    for sign in signs:
        if sign - end > step:
            break
        end = sign
    return end - start
