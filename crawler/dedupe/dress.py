"""Announced entries → each article once, in its plainest dress; and which new ones are old ones in new dress.

A token may change with every answer. One entry alone proves nothing: papers repeat titles. Where most of what is new has the title, the day, the path
and the numbers of something old, it is the addresses that change, and not the news.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import replace

from crawler.dedupe.sites import bare_host, parts_of
from crawler.dedupe.urls import url_key
from storage.records import Entry

LEAST = 3  # entries that must look old
SHARE = 0.5  # of the new ones
_FOLDER = re.compile(r"[0-9A-Za-z_]{16,}|;.*|\([A-Z]\(.*")  # what may be a token or a session in a path
_TO_DIGIT, _TO_LETTER = re.compile(r".*\d", re.DOTALL), re.compile(".*[A-Za-z]", re.DOTALL)  # the last one
# values that name something: numbers, words; tokens are neither
_CONTENT = re.compile(r"\d{1,10}|[^\d]{1,40}")


def keyed(entries: Iterable[Entry]) -> list[tuple[str, Entry]]:
    """(identity of its address, entry) in the order of `entries`, each identity once: where its first place is, with
    the address that has least on it, so that a page is read rather than its AMP version."""
    found: dict[str, Entry] = {}
    for entry in entries:
        key = url_key(entry.url)
        first = found.get(key)
        found[key] = entry if first is None else _plainest(first, entry)
    return list(found.items())


def _plainest(first: Entry, other: Entry) -> Entry:
    return replace(first, url=other.url) if _length(other.url) < _length(first.url) else first


def _length(url: str) -> int:
    return len(url.replace("://www.", "://", 1))  # which is shorter than m. and amp.


def redressed(fresh: Sequence[Entry], before: Iterable[Entry]) -> Collection[int]:
    """The places in `fresh`, all of one document, of what `before`, its source's last entries, held already.

    None of them where they are too few to tell.
    """
    looks = [_look(entry) for entry in fresh]
    old, new = set(map(_look, before)), Counter(looks)
    found = [at for at, look in enumerate(looks) if look is not None and new[look] == 1 and look in old]
    return frozenset(found) if len(found) >= max(LEAST, SHARE * len(fresh)) else frozenset()


def retold(announced: Sequence[Entry], before: Sequence[Entry]) -> int:
    """How many of a document's entries bear the title and the date of one that its source announced before, or all of its
    address but the host.

    So it is where a site gives all its articles other addresses, or moves to another name. A title that comes twice, or
    without a date, proves nothing, nor does a path that several have.
    """
    dated = [
        [entry for entry in some if entry.published_at and _title(entry)] for some in (announced, before)
    ]
    return max(_shared(_told, *dated), _shared(_behind, announced, before))


def _shared(of: Callable[[Entry], Hashable], announced: Iterable[Entry], before: Iterable[Entry]) -> int:
    new, old = Counter(map(of, announced)), Counter(map(of, before))
    return sum(new[said] == old[said] == 1 for said in new if said is not None)


def _told(entry: Entry) -> Hashable:
    return _title(entry), entry.published_at


def _behind(entry: Entry) -> Hashable:
    """An address behind its host; None for a front page."""
    parts = parts_of(entry.url)
    return (parts.path, parts.query) if parts and parts.path.strip("/") else None


def _title(entry: Entry) -> str:
    return " ".join((entry.title or "").casefold().split())


def _look(entry: Entry) -> tuple[object, ...] | None:
    """What stays of an entry when its address gets another token; None for one that has no title."""
    parts = parts_of(entry.url)
    if parts is None or not entry.title:
        return None
    path = "/".join(map(_plain, parts.path.split("/")))
    said = (pair.partition("=") for pair in parts.query.split("&"))
    content = frozenset((name, value) for name, _, value in said if _CONTENT.fullmatch(value))
    return bare_host(parts.host), path, content, _title(entry), entry.published_at


def _plain(folder: str) -> str:
    """A folder with * for its tokens and sessions; a token has letters and a digit in or behind it."""
    digit, letter = _TO_DIGIT.match(folder), _TO_LETTER.match(folder)
    last = min(digit.end(), letter.end()) if digit and letter else 0

    def shown(found: re.Match[str]) -> str:
        return "*" if found[0][0] in ";(" or found.start() < last else found[0]

    return _FOLDER.sub(shown, folder)
