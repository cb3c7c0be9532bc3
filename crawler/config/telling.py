"""Faults of sources.yaml → the lines that tell them; one that stands at each of many sources is told but a few times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from .yamlfile import Fault

EACH = 3  # times that one fault is told, where it stands at more sources
_NUMBER = re.compile(r"(?<=\.)\d+(?=\.)")  # of a source: "sources.12.every"


def told(faults: Sequence[Fault], path: str) -> Iterator[str]:
    """A line for each fault, in the order of the file; of more than EACH alike, how many more there are, and up to where."""
    ordered = sorted(faults, key=lambda fault: fault.line or 0)
    kinds = [_NUMBER.sub("*", fault.message) for fault in ordered]
    last = dict(zip(kinds, ordered, strict=True))
    alike, seen = Counter(kinds), Counter[str]()
    for kind, fault in zip(kinds, ordered, strict=True):
        seen[kind] += 1
        if seen[kind] <= EACH or alike[kind] == EACH + 1:
            yield fault.shown(path)
        elif seen[kind] == EACH + 1:
            yield f"{path}: {kind.partition(':')[0]}: the same {alike[kind] - EACH} more times, up to line {last[kind].line}"
