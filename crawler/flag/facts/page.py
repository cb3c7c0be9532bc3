"""An article as the finders of facts read it: its sentences, its signs, and the way from folded to original.

Finders give back Told: a fact that stands somewhere in the article, not yet anybody's. All their offsets are
those of the original.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from crawler.flag.facts.tables import NEGATED
from crawler.flag.facts.words import Place, signs_in
from crawler.flag.text.fold import Folded
from crawler.flag.text.reading import Reading
from storage.records import FactKind

MAX_READ = 60_000  # characters of an article in which facts are looked for
_STOPS = re.compile(r"[\n\x02。！？؟।.!?](?:(?<=[.!?])['\"”’»)]*(?=\s)|(?<![.!?]))")
_NO_STOP = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Co|Inc|Ltd|Corp|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mio|Mrd|bzw|ca|"
    r"approx|Gen|Gov|Sen|Rep|Hon|Sr|Sra|тыс|млн|млрд|руб|г|им|ул|พ\.ศ|ค\.ศ|ดร|[A-ZÀ-Þ])|\d)\.$"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ\u1e00-\u1eff]")
_OTHER = re.compile(r"[\u0370-\u1dff\u2e80-\ud7ff]")
_SAMPLE, _STRIDE = 8_000, 8  # every eighth of so many characters shows which scripts an article is in


class Told(NamedTuple):
    """A fact that the article tells; [start, end) is its quote in `Page.whole`."""

    kind: FactKind
    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Page:
    """What the finders read."""

    whole: str  # the fields of the article, as Reading joins them
    body: int  # where the text begins in `whole`
    folded: Folded
    signs: Mapping[str, list[Place]]  # in the folded text
    starts: tuple[int, ...]  # of the sentences, in `whole`
    ends: tuple[int, ...]
    latin: bool  # written in Latin letters: a name in them says nothing by itself
    letters: str  # the different characters of a sample: which scripts it is in
    language: str  # ISO 639-1; "" where unknown

    def sentence(self, at: int) -> int:
        """The number of the sentence in which `at` of the original stands."""
        return max(0, bisect_right(self.starts, at) - 1)

    def bounds(self, at: int) -> tuple[int, int]:
        """[start, end) of the sentence in which `at` of the original stands."""
        number = self.sentence(at)
        return self.starts[number], self.ends[number]

    def negated(self, start: int, end: int) -> bool:
        """Whether the original [start, end) says that something did not happen, or only may."""
        said = self.whole[max(0, start) : end].lower()
        return bool(NEGATED.search(said.replace(" no ", " ") if self.language == "pt" else said))

    def places(self, kind: str) -> list[Place]:
        """Where signs of a kind stand in the original, in order."""
        return [self.folded.span(start, end) for start, end in self.signs.get(kind, ())]


def page_of(reading: Reading, language: str | None) -> Page:
    """The page of a reading."""
    whole = reading.whole[:MAX_READ]
    sample = whole[:_SAMPLE:_STRIDE]
    latin = len(_LATIN.findall(sample)) > 2 * len(_OTHER.findall(sample))
    starts, ends = _sentences(whole)
    stop = reading.folded.place(MAX_READ - 1) if len(reading.whole) > MAX_READ else len(reading.text)
    signs = signs_in(reading.text[:stop])
    letters = "".join(set(sample))
    return Page(
        whole, reading.spans[2][1], reading.folded, signs, starts, ends, latin, letters, (language or "")[:2]
    )


def _sentences(whole: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    starts, ends = [0], []
    for match in _STOPS.finditer(whole):
        stop = match.end()
        if match[0][0] in ".!?":
            after = whole[stop : stop + 2].strip()
            if after[:1].islower() or _NO_STOP.search(whole, max(0, match.start() - 8), match.start() + 1):
                continue
        ends.append(stop)
        starts.append(stop)
    ends.append(len(whole))
    return tuple(starts), tuple(ends)
