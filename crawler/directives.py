"""What a publisher lets robots do with one page: its robots metas and its X-Robots-Tag header → Directives.

    <meta name="robots" content="noindex, nofollow">    <meta name="forumwatch" content="none">
    X-Robots-Tag: noarchive                             X-Robots-Tag: forumwatch: noindex

What is said to another program by its name is none of our affair. What is said to this one by name comes on top of
what is said to all, and takes it back where it says ``index``, ``follow`` or ``all``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

MAX_SAID = 4_000  # characters looked at of one header or meta

_NAMED = re.compile(r"\s*([A-Za-z][\w./-]*)\s*:")  # forumwatch: noindex
_VALUED = frozenset(("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"))
_APART = re.compile(r"[\s,;]+")
_UNTIL = re.compile(
    r"unavailable_after\s*:\s*(.{6,60}?)(?:[,;]\s*(?:no|max-|index|follow|all|un)[\w:-]*|$)", re.I
)
_KNOWN = frozenset(("all", "index", "follow", "none", "noindex", "nofollow", "noarchive"))
_TAKES_BACK = {"all": {"noindex", "nofollow"}, "index": {"noindex"}, "follow": {"nofollow"}}


@dataclass(frozen=True, slots=True)
class Directives:
    """What must not be done with a page."""

    noindex: bool = False  # keep what it tells
    nofollow: bool = False  # go where it points
    noarchive: bool = False  # keep a copy of the page itself
    said: str = ""  # the words that say so


NONE = Directives()


def read_directives(
    header: str | None, metas: Mapping[str, Sequence[str]], program: str | None, now: datetime | None
) -> Directives:
    """The directives for the program called `program` (in lower case); None obeys nothing.

    `header` is X-Robots-Tag as served, one line for each time it was sent; `metas` are contents by name, in lower
    case. A page that is to be unavailable after a moment before `now` is not to be indexed any more.
    """
    if program is None or not (header or "robots" in metas or program in metas):
        return NONE
    to_all, to_us = [*metas.get("robots", ())], [*metas.get(program, ())]
    for name, words in _addressed(header or ""):
        if name in ("", program):
            (to_us if name else to_all).append(words)
    general, own = _words(to_all, now), _words(to_us, now)
    for word, taken in _TAKES_BACK.items():
        if word in own:
            general -= taken
    said = general | own
    forbidden = "noindex" in said, "nofollow" in said, "noarchive" in said
    return Directives(*forbidden, ", ".join(sorted(said)))


def _addressed(header: str) -> Iterator[tuple[str, str]]:
    """The directives of each header with the name of the program that they are for; "" for all."""
    for line in header[:MAX_SAID].split("\n"):
        name = ""
        for part in line.split(","):
            named = _NAMED.match(part)
            if named and named[1].lower() not in _VALUED:
                name, part = named[1].lower().partition("/")[0], part[named.end() :]
            yield name, part
        if until := _UNTIL.search(line):  # its date may hold a comma
            yield name, until[0]


def _words(texts: Sequence[str], now: datetime | None) -> set[str]:
    words = {word for text in texts for word in _APART.split(text[:MAX_SAID].lower()) if word}
    if now and any(_is_over(text[:MAX_SAID], now) for text in texts):
        words.add("noindex")
    if "none" in words:
        words |= {"noindex", "nofollow"}
    return words & _KNOWN


def _is_over(text: str, now: datetime) -> bool:
    said = _UNTIL.search(text)
    at = _moment(said[1].strip()) if said else None
    return at is not None and at < now


def _moment(said: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            at = read(said)
        except (ValueError, OverflowError):  # of a year that no calendar has
            continue
        return at if at.tzinfo else at.replace(tzinfo=UTC)
    return None
