"""One forum as YAML spells it → a Forum, with every fault named.

Scalars come as strings (``NO`` is a country, 2025-07-02 a date of ours to read). Nothing is guessed: what is
not understood is a fault, with what was probably meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, get_args

from crawler.flag.watchlist.faults import Fault, Path, guess
from crawler.flag.watchlist.forum import Ambiguity, Edition, Forum, Short, Tier
from crawler.flag.watchlist.sense import sense

ID = re.compile("[a-z0-9][a-z0-9-]{0,59}")  # a hyphen before it would be an option of every verb
_ELDER_ID = re.compile("[a-z0-9-]{1,60}")  # before that was seen
# as YAML gives a text of several lines: they are one
_BROKEN = re.compile(r"\s*[\t\n\v\f\r\x85\u2028\u2029]\s*")
_TURNING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


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
            if fault.meanwhile is not None:
                fields[name] = given
    faults += [Fault(path, f"{key} is missing") for key in ("id", "name") if key not in value]
    if any(fault.meanwhile is None for fault in faults):
        return None, faults
    forum = Forum(**fields)
    return forum, faults + list(sense(forum, path, None if cities is None else frozenset(cities)))


def _text(value: Any, path: Path) -> str:
    if not isinstance(value, str | int | date) or not str(value).strip():
        raise Fault(path, "a text is expected here")
    text = _BROKEN.sub(" ", str(value).strip())
    if not text.isprintable() and (odd := next(filter(_is_control, text), None)):
        raise _unseen(text, odd, path)
    return text


def without_unseen(value: Any, path: Path) -> tuple[Any, list[Fault]]:
    """What YAML gives without the characters of its texts that no name holds, and where there were some."""
    if isinstance(value, str):
        text = _BROKEN.sub(" ", value.strip())
        odd = [] if text.isprintable() else list(filter(_is_control, text))
        if not odd:
            return value, []
        return "".join(char for char in text if char not in odd), [_unseen(text, odd[0], path)]
    if not isinstance(value, Mapping | list | tuple):
        return value, []
    keys = value if isinstance(value, Mapping) else range(len(value))
    read = {key: without_unseen(value[key], (*path, key)) for key in keys}
    seen = {key: each for key, (each, _) in read.items()}
    faults = [fault for _, some in read.values() for fault in some]
    return seen if isinstance(value, Mapping) else list(seen.values()), faults


def _unseen(text: str, odd: str, path: Path) -> Fault:
    message = f"{text!r} holds a control character, U+{ord(odd):04X}"
    return Fault(path, message, meanwhile="it is left out")


def _is_control(char: str) -> bool:
    """What no name holds: control characters, halves of others, and what turns the order round."""
    return unicodedata.category(char) in ("Cc", "Cs") or unicodedata.bidirectional(char) in _TURNING


def _texts(value: Any, path: Path) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        return (_text(value, path),)
    try:
        texts = tuple(map(str.strip, value))
    except TypeError:  # a number, or what is no text
        texts = ("",)
    plain = all(texts) and all(map(str.isprintable, texts))
    return texts if plain else tuple(_text(item, (*path, at)) for at, item in enumerate(value))


def _id(value: Any, path: Path) -> str:
    text = _text(value, path)
    if not ID.fullmatch(text):
        message = f"{text!r} is no id; write small letters, digits and hyphens, like gdec-collab"
        elder = _ELDER_ID.fullmatch(text) and text.strip("-")
        raise Fault(path, message, meanwhile="taken as it is" if elder else None)
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
