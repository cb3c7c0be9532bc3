"""One forum as YAML spells it → a Forum, with every fault named.

Scalars come as strings (``NO`` is a country, 2025-07-02 a date of ours to read). Nothing is guessed: what is
not understood is a fault, with what was probably meant.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, get_args

from crawler.flag.text.fold import folded_names
from crawler.flag.watchlist.forum import Ambiguity, Edition, Forum, Short, Tier

Path = tuple[str | int, ...]
MIN_NAME = 5  # letters; a character of Chinese, Japanese or Korean counts two
MIN_SHORT = 2
COMMON = frozenset((
    "conference", "congress", "convention", "dialogue", "digital", "economy", "exhibition", "exposition", "forum",
    "innovation", "internet", "meeting", "ministerial", "network", "summit", "symposium", "technology", "world",
))  # fmt: skip


class Fault(Exception):
    """One thing wrong, and where."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message


def guess(word: str, known: Iterable[str]) -> str:
    """ "; did you mean …?" where a known word is close to `word`, else nothing."""
    near = difflib.get_close_matches(word, list(known), 1)
    return f"; did you mean {near[0]}?" if near else ""


def forum_of(value: Any, path: Path, cities: Iterable[str] | None) -> tuple[Forum | None, list[Fault]]:
    """The forum written at `path`, or None, and the faults of it. `cities` None: any host will do."""
    if not isinstance(value, Mapping):
        return None, [Fault(path, "a forum is a mapping with an id, a name and names")]
    faults: list[Fault] = []
    fields: dict[str, Any] = {}
    for key, given in value.items():
        if key not in FIELDS:
            faults.append(Fault((*path, key), f"unknown key {key!r}{guess(str(key), FIELDS)}"))
            continue
        name, read = FIELDS[key]
        try:
            fields[name] = read(given, (*path, key))
        except Fault as fault:
            faults.append(fault)
    faults += [Fault(path, f"{key} is missing") for key in ("id", "name") if key not in value]
    if faults:
        return None, faults
    forum = Forum(**fields)
    return forum, list(_sense(forum, path, None if cities is None else frozenset(cities)))


def _sense(forum: Forum, path: Path, cities: frozenset[str] | None) -> Iterable[Fault]:
    """What is well formed and still cannot be right."""
    if not forum.names and not forum.abbreviations:
        yield Fault(path, "neither names nor abbreviations: it could never be found")
    folded = folded_names(name for names in forum.names.values() for name in names)
    for language, names in forum.names.items():
        for at, name in enumerate(names):
            if wrong := _wrong_name(name, folded[name]):
                yield Fault((*path, "names", language, at), wrong)
    certain = frozenset(folded.values())
    shorts = folded_names(short.text for short in forum.abbreviations)
    for at, short in enumerate(forum.abbreviations):
        where = (*path, "abbreviations", at)
        if short.ambiguous != "none" and shorts[short.text] in certain:
            yield Fault(where, f"{short.text!r} is a full name too: context would never be asked")
        if _weight(shorts[short.text]) < MIN_SHORT:
            yield Fault(where, f"{short.text!r} is too short: it would match everything")
    for at, city in enumerate(forum.host):
        if cities is not None and city not in cities:
            message = f"{city!r} is not one of the cities{guess(city, cities) or '; add it to `cities`'}"
            yield Fault((*path, "host", at), message)
    yield from _wrong_editions(forum, path)


def _wrong_name(name: str, folded: str) -> str | None:
    """Why it cannot be a full name, which is believed wherever it stands."""
    if _weight(folded) < MIN_NAME:
        return f"{name!r} is too short for a full name; put it under abbreviations"
    if _common(name, folded):
        return (
            f"{name!r} is a common word and would match everything; write the whole name, or put it "
            "under abbreviations with `ambiguous: high`"
        )
    return None


def _wrong_editions(forum: Forum, path: Path) -> Iterable[Fault]:
    seen: set[int] = set()
    for at, edition in enumerate(forum.editions):
        where = (*path, "editions", at)
        if edition.start and edition.end and edition.end < edition.start:
            yield Fault(where, f"the edition ends ({edition.end}) before it begins ({edition.start})")
        if edition.year in seen:
            yield Fault(where, f"two editions of {edition.year}")
        seen.add(edition.year)


def _common(name: str, folded: str) -> bool:
    """Whether a full name is one word that any article may hold: of small letters, or a word for events."""
    if len(name.split()) > 1 or not (name[0].isascii() or name.lower() != name.upper()):
        return False
    return name.islower() or folded in COMMON


def _weight(folded: str) -> int:
    if (plain := sum(map(str.isalnum, folded))) > MIN_NAME:
        return plain  # enough, however many of them count two
    return sum(2 if char > "\u2e80" else 1 for char in folded if char.isalnum())


def _text(value: Any, path: Path) -> str:
    if not isinstance(value, str | int | date) or not str(value).strip():
        raise Fault(path, "a text is expected here")
    return str(value).strip()


def _texts(value: Any, path: Path) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        return (_text(value, path),)
    try:
        texts = tuple(map(str.strip, value))
    except TypeError:  # a number, or what is no text
        texts = ("",)
    return texts if all(texts) else tuple(_text(item, (*path, at)) for at, item in enumerate(value))


def _id(value: Any, path: Path) -> str:
    text = _text(value, path)
    if not text.replace("-", "").isalnum() or not text.isascii() or text != text.lower() or len(text) > 60:
        raise Fault(path, f"{text!r} is no id; write small letters, digits and hyphens, like gdec-collab")
    return text


def _one_of(*known: str) -> Callable[[Any, Path], str]:
    def read(value: Any, path: Path) -> str:
        text = _text(value, path)
        if text not in known:
            raise Fault(path, f"{text!r} is not one of {', '.join(known)}{guess(text, known)}")
        return text

    return read


def _number(low: int, high: int) -> Callable[[Any, Path], int]:
    def read(value: Any, path: Path) -> int:
        text = _text(value, path)
        if not text.isdecimal() or not low <= int(text) <= high:
            raise Fault(path, f"{text!r} is not a number from {low} to {high}")
        return int(text)

    return read


_year = _number(1900, 2100)
_month = _number(1, 12)


def _numbers(read: Callable[[Any, Path], int]) -> Callable[[Any, Path], tuple[int, ...]]:
    def each(value: Any, path: Path) -> tuple[int, ...]:
        items = value if isinstance(value, list | tuple) else [value]
        return tuple(read(item, (*path, at)) for at, item in enumerate(items))

    return each


def _names(value: Any, path: Path) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, Mapping):
        raise Fault(path, "names are lists by language: {en: [...], th: [...]}")
    return {str(language): _texts(names, (*path, language)) for language, names in value.items()}


def _yes(value: Any, path: Path) -> bool:
    text = _text(value, path).lower()
    if text not in ("yes", "no", "true", "false"):
        raise Fault(path, f"{value!r} is neither yes nor no")
    return text in ("yes", "true")


def _seen(value: Any, path: Path) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise Fault(path, "names and pages that call it so: {GDEC: https://...}")
    return {str(name): _text(page, (*path, name)) for name, page in value.items()}


def _examples(value: Any, path: Path) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, Mapping) or not set(value) <= {"yes", "no"}:
        raise Fault(path, "texts that speak of the forum and that do not: {yes: [...], no: [...]}")
    return {str(kind): _texts(texts, (*path, kind)) for kind, texts in value.items()}


def _ordinal(value: Any, path: Path) -> dict[int, int]:
    if not isinstance(value, Mapping) or len(value) != 1:
        raise Fault(path, "ordinal is one year and its number, like {2025: 5}")
    return {_year(key, path): _number(1, 200)(given, (*path, key)) for key, given in value.items()}


def _date(value: Any, path: Path) -> date:
    try:
        return date.fromisoformat(_text(value, path))
    except ValueError:
        raise Fault(path, f"{value!r} is not a date; write it like 2025-07-02") from None


def _record(value: Any, path: Path, readers: Mapping[str, tuple[str, Any]], needed: str) -> dict[str, Any]:
    if not isinstance(value, Mapping) or needed not in value:
        raise Fault(path, f"a mapping with at least `{needed}` is expected here")
    for key in value:
        if key not in readers:
            raise Fault((*path, key), f"unknown key {key!r}{guess(str(key), readers)}")
    return {readers[key][0]: readers[key][1](given, (*path, key)) for key, given in value.items()}


def _shorts(value: Any, path: Path) -> tuple[Short, ...]:
    if not isinstance(value, list | tuple):
        raise Fault(path, "a list is expected here: [{t: GDEC, ambiguous: low}]")
    return tuple(Short(**_record(item, (*path, at), SHORT, "t")) for at, item in enumerate(value))


def _editions(value: Any, path: Path) -> tuple[Edition, ...]:
    if not isinstance(value, list | tuple):
        raise Fault(path, "a list is expected here: [{year: 2025, start: 2025-07-02}]")
    return tuple(Edition(**_record(item, (*path, at), EDITION, "year")) for at, item in enumerate(value))


SHORT: Mapping[str, tuple[str, Any]] = {
    "t": ("text", _text),
    "ambiguous": ("ambiguous", _one_of(*get_args(Ambiguity))),
    "lang": ("language", _text),
    "dated": ("dated", _yes),
    "other": ("other", _texts),
    "with": ("support", _texts),
}
EDITION: Mapping[str, tuple[str, Any]] = {
    "year": ("year", _year),
    "start": ("start", _date),
    "end": ("end", _date),
    "place": ("places", _texts),
    "theme": ("theme", _text),
    "src": ("src", _text),
}
FIELDS: Mapping[str, tuple[str, Any]] = {
    "id": ("id", _id),
    "name": ("name", _text),
    "tier": ("tier", _one_of(*get_args(Tier))),
    "parent": ("parent", _id),
    "names": ("names", _names),
    "abbreviations": ("abbreviations", _shorts),
    "parts": ("parts", _texts),
    "seen": ("seen", _seen),
    "organisation": ("organisation", _yes),
    "ministers": ("ministers", _texts),
    "not": ("excluded", _texts),
    "host": ("host", _texts),
    "country": ("country", _text),
    "organisers": ("organisers", _texts),
    "months": ("months", _numbers(_month)),
    "first": ("first", _year),
    "skipped": ("skipped", _numbers(_year)),
    "ordinal": ("ordinal", _ordinal),
    "related": ("related", _texts),
    "editions": ("editions", _editions),
    "examples": ("examples", _examples),
}
