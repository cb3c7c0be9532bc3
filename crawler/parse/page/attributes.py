"""The attributes of an element → what it calls itself, whether it is hidden, what it says of a date or an author."""

from __future__ import annotations

import re

from crawler.parse.page.blocks import HEADINGS
from crawler.parse.page.labels import MARK, signs

MAX_LABEL = 400  # characters
LABELS = frozenset(("id", "role", "itemprop", "aria-label", "data-testid", "data-component", "data-type"))
DATING = frozenset(("rel", "property", "datetime"))  # speak of a date or an author whatever the class
TELLING = LABELS | DATING  # those of an inline element that may make it a mark, beside its class
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_UNSEEN = re.compile(  # the names of what is said to those who cannot see; "hidden" is also what small screens leave out
    r"(?<![a-z])sr[-_]?only|visually[-_]?hidden|screen[-_]?reader|(?<![a-z])off[-_]?screen|accessib\w*[-_](?:hidden|text|label|hint)|(?<![a-z])a11y[-_]\w+",
    re.I,
)
_CLIPPED = re.compile(r"clip(?:-path)?\s*:\s*(?:rect|inset)\s*\(\s*(?:0|1px|50%)")

Attributes = dict[str, str | None]


def label_of(attributes: Attributes, tag: str) -> str:
    """What an element calls itself: its class, then the rest of LABELS.

    The id of a heading is where a table of contents points to, made of its own words: "nav_drei_0", "related-work".
    """
    label = attributes.get("class") or ""
    for name, value in attributes.items():
        if name in LABELS and value and not (name == "id" and tag in HEADINGS):
            label += " " + value
    return label if len(label) <= MAX_LABEL else label[:MAX_LABEL]


def rank_of(attributes: Attributes, tag: str) -> str:
    """The tag of the heading that an element says it is: role="heading", of the second rank where none is told (ARIA)."""
    if tag in HEADINGS:
        return tag
    told = f"h{attributes.get('aria-level') or 2}"
    return told if told in HEADINGS else "h6"


def hides(style: str | None) -> bool:
    """Whether a style shows nothing of its element."""
    if not style or not ("none" in (lower := style.lower()) or "hidden" in lower):  # as most of them
        return False
    return _HIDDEN.search(lower) is not None


def is_unseen(label: str) -> bool:
    """Whether a label says that its element is read aloud and not shown: ", opens in a new tab"."""
    return _UNSEEN.search(label) is not None


def is_clipped(style: str | None) -> bool:
    """Whether a style shows no more than a point of its element, so that it is only read aloud."""
    return style is not None and "clip" in style and _CLIPPED.search(style) is not None


def speaks(tag: str, attributes: Attributes, label: str, named: int) -> str | None:
    """The names, in lower case, by which an element speaks of a date or an author; None where it does not.

    `named` are the signs of its `label`.
    """
    rel = attributes.get("rel") or ""
    if meant := attributes.get("property"):
        label = f"{label} {meant}"
        named = signs(label)
    timed = tag == "time" or ("datetime" in attributes and tag not in ("ins", "del"))
    if not (timed or "author" in rel or named & MARK):
        return None
    return f"{label} {rel}".strip().lower()


def value_of(attributes: Attributes) -> str | None:
    """What such an element says for machines."""
    return (
        attributes.get("datetime")
        or attributes.get("content")
        or attributes.get("title")
        or (_timestamp(attributes) if len(attributes) > ("class" in attributes) else None)
    )


def _timestamp(attributes: Attributes) -> str | None:
    """The time that an element keeps for a script: data-timestamp="1751530980"."""
    for name, value in attributes.items():
        if value and name.startswith("data-") and ("time" in name or "date" in name) and value[0].isdecimal():
            return value
    return None
