"""HTML as text → the part of it that a tree can be made of in bounded time and memory.

HTML's rules make small pages cost much: an unclosed ``<b>`` is opened anew in every paragraph after it, so that
25 KB of ``<p><b>`` become 700 MB, and every ``<div>`` looks through all the elements around it, so that 1 MB of
them takes two minutes. Both costs are counted here, tag by tag, and the page ends where they exceed their bounds.
"""

from __future__ import annotations

import re

FEW_TAGS = 1000  # a page with fewer can cost little
MAX_COPIES = 300_000  # elements that unclosed formatting adds; about 60 MB
MAX_STEPS = 100_000_000  # looks at surrounding elements; about 0.3 s
MAX_DEPTH = 1000  # of elements; whoever selects inside every element of a page pays for each level

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.I)
_FORMATTING = frozenset({"b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"})
_FLAT = frozenset(
    {"p", "li", "dt", "dd", "td", "th", "tr", "option", "a", "nobr"}  # which end themselves
    | {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


def bounded(text: str) -> str:
    """`text`, cut where its tree would grow out of bounds; real pages are never cut."""
    if text.count("<") < FEW_TAGS:
        return text
    depth = formats = steps = copies = 0
    opened = dict.fromkeys(_FORMATTING, 0)
    for m in _TAG.finditer(text):
        name = m[2].lower()
        if name in _FORMATTING:
            step = 1 if not m[1] else -1 if opened[name] else 0
            opened[name] += step
            formats += step
            continue
        copies += formats
        if name not in _FLAT:
            depth = max(depth - 1, 0) if m[1] else depth + 1
        steps += depth
        if depth > MAX_DEPTH or steps > MAX_STEPS or copies > MAX_COPIES:
            return text[: m.start()]
    return text
