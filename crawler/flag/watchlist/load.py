"""forums.yaml, and what sources.yaml adds to it → the watchlist that articles are searched with.

Whatever is wrong with the file is said at once, with its line: a half-read watchlist would miss in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path as FilePath
from threading import Lock
from typing import Any

import yaml

from crawler.flag.names.context import Scenery, scenery_of
from crawler.flag.names.found import Matcher, matcher_of
from crawler.flag.text.fold import folded_names
from crawler.flag.watchlist.added import more_of
from crawler.flag.watchlist.faults import Fault, Path, guess
from crawler.flag.watchlist.forum import Forum
from crawler.flag.watchlist.shape import forum_of

SHIPPED = FilePath(__file__).parents[1] / "forums.yaml"
TOP_KEYS = ("version", "cities", "regions", "forums")
MAX_DEPTH = 12
Stamp = tuple[int, int]  # when a file was last written, and its size
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """PyYAML's composer where every scalar is a text."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """No tag: which pattern each of 18,000 values fits takes a fifth of the reading."""
        return ""


class WatchlistError(ValueError):
    """A watchlist that cannot be used; ``lines`` says all that is wrong with it, "file:line: what"."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


@dataclass(frozen=True, slots=True)
class Watchlist:
    """The forums that are reported, and what is needed to find them among all that are known."""

    forums: Mapping[str, Forum]
    known: Mapping[str, Forum] = field(repr=False)  # with those not watched: their names are not ours
    finders: Finders = field(repr=False)

    @property
    def matcher(self) -> Matcher:
        """What finds the names of all that are known."""
        return self.finders.made()[0]

    @property
    def scenery(self) -> Scenery:
        """What finds the signs that stand around names."""
        return self.finders.made()[1]


class Finders:
    """What finds names and what stands around them, made when the first article is read: most verbs read none."""

    def __init__(self, make: Callable[[], tuple[Matcher, Scenery]]) -> None:
        """`make` takes 0.2 s; of threads that ask at one time one calls it, and the others wait."""
        self._make = make
        self._made: tuple[Matcher, Scenery] | None = None
        self._making = Lock()

    def made(self) -> tuple[Matcher, Scenery]:
        """The same two, however often it is asked."""
        if self._made is None:
            with self._making:
                self._made = self._made or self._make()
        return self._made


@dataclass(frozen=True, slots=True)
class Places:
    """What the file says of the world: cities by name with their spellings, and regions that hold own events."""

    cities: Mapping[str, tuple[str, ...]]
    regions: tuple[str, ...]


@dataclass(slots=True)
class _File:
    """A file while it is read, and what is wrong with it."""

    name: str
    node: Any = None  # its YAML, all scalars as text: what has a fault is sought there, for its line
    faults: list[Fault] = field(default_factory=list)

    def shown(self, fault: Fault) -> str:
        """``forums.yaml:12: what is wrong``."""
        return self.told(_line(self.node, fault.path) if self.node is not None else 0, fault.message)

    def told(self, line: int, message: str) -> str:
        """The same of a line that is known; 0: of none."""
        return f"{self.name}:{line}: {message}" if line else f"{self.name}: {message}"


def load_watchlist(
    path: FilePath | None = None, *, watch: Sequence[str] | None = None, add: Sequence[Mapping[str, Any]] = ()
) -> Watchlist:
    """The watchlist of `path` (default: the shipped one) and `add`; reports `watch` (None: all) of it.

    Raises WatchlistError with every fault found.
    """
    file = (path or SHIPPED).resolve()
    try:
        stat = file.stat()
    except OSError as err:
        raise WatchlistError([f"{file.name}: cannot be read ({err.strerror})"]) from None
    stamp = (stat.st_mtime_ns, stat.st_size)
    known, places, finders = _read(file, stamp)
    if add:
        known = _joined(known, add)
        finders = Finders(partial(_compiled, known, places))
    return Watchlist(_watched(known, watch), known, finders)


def _watched(known: Mapping[str, Forum], watch: Sequence[str] | None) -> Mapping[str, Forum]:
    if watch is None:
        return known
    unknown = [name for name in watch if name not in known]
    if unknown:
        raise WatchlistError([f"forums: watch: no forum {name!r}{guess(name, known)}" for name in unknown])
    return {name: known[name] for name in dict.fromkeys(watch)}


def _compiled(known: Mapping[str, Forum], places: Places) -> tuple[Matcher, Scenery]:
    return matcher_of(known.values(), places.regions), scenery_of(known.values(), places.cities)


@lru_cache(maxsize=2)
def _read(file: FilePath, stamp: Stamp) -> tuple[Mapping[str, Forum], Places, Finders]:
    """The forums and places of one state of the file, and what finds the forums."""
    read = _File(file.name)
    data = _parsed(file, read)
    if not isinstance(data, dict) or "forums" not in data:
        read.faults.append(Fault((), "a mapping with `forums` is expected"))
        data = {}
    for key in data:
        if key not in TOP_KEYS:
            read.faults.append(Fault((key,), f"unknown key {key!r}{guess(key, TOP_KEYS)}"))
    places = Places(_cities(data.get("cities") or {}, read), _regions(data.get("regions") or [], read))
    forums = _forums(data.get("forums") or [], ("forums",), read, places.cities, {})
    if read.faults:
        raise WatchlistError([read.shown(fault) for fault in read.faults])
    return forums, places, Finders(partial(_compiled, forums, places))


def _joined(forums: Mapping[str, Forum], add: Sequence[Mapping[str, Any]]) -> Mapping[str, Forum]:
    """`forums` and those of the configuration, whose lines it alone knows: the place in the list is named."""
    read = _File("forums: add")
    known = _forums(list(add), ("forums",), read, None, dict(forums))
    if read.faults:
        raise WatchlistError([f"{read.name}[{_place(fault)}]: {fault.message}" for fault in read.faults])
    return known


def _place(fault: Fault) -> str:
    return ".".join(str(part) for part in fault.path[1:])


def _forums(
    values: Any,
    path: Path,
    read: _File,
    cities: Mapping[str, tuple[str, ...]] | None,
    known: dict[str, Forum],
) -> dict[str, Forum]:
    """`known` with the forums of a list; names that belong to two forums and unknown parents are faults."""
    if not isinstance(values, list):
        read.faults.append(Fault(path, "forums is a list"))
        return known
    places: dict[str, Path] = {}
    for at, value in enumerate(values):
        old = _told_more_of(value, known) if cities is None else None
        forum, faults = more_of(old, value, (*path, at)) if old else forum_of(value, (*path, at), cities)
        read.faults += faults
        if forum is None:
            continue
        if forum.id in known and not old:
            rest = "; without a name it adds editions and names to that one" if cities is None else ""
            read.faults.append(Fault((*path, at, "id"), f"a second forum with the id {forum.id!r}{rest}"))
            continue
        known[forum.id] = forum
        places[forum.id] = (*path, at)
    for name, where in places.items():
        parent = known[name].parent
        if parent is not None and (parent not in known or parent == name):
            read.faults.append(
                Fault((*where, "parent"), f"no forum {parent!r} to be the parent{guess(parent, known)}")
            )
    read.faults += _twice(known, places)
    return known


def _told_more_of(value: Any, known: Mapping[str, Forum]) -> Forum | None:
    """The forum that an entry without a name adds to."""
    return known.get(str(value.get("id"))) if isinstance(value, Mapping) and "name" not in value else None


def _twice(known: Mapping[str, Forum], places: Mapping[str, Path]) -> list[Fault]:
    """Names that two forums claim for certain; where one of them is highly ambiguous, context decides."""
    owners: dict[str, str] = {}
    faults: list[Fault] = []
    for forum in sorted(
        known.values(), key=lambda each: each.id in places
    ):  # those that were there own theirs
        claimed: list[tuple[str, Path]] = [
            (name, ("names", lang, at))
            for lang, names in forum.names.items()
            for at, name in enumerate(names)
        ]
        claimed += [
            (short.text, ("abbreviations", at))
            for at, short in enumerate(forum.abbreviations)
            if short.ambiguous != "high"
        ]
        folded = folded_names(name for name, _ in claimed)
        for name, where in claimed:
            owner = owners.setdefault(folded[name], forum.id)
            if owner != forum.id:
                path = (*places.get(forum.id, ()), *where)
                faults.append(
                    Fault(path, f"{name!r} is already a name of {owner}; a name belongs to one forum")
                )
    return faults


def _cities(value: Any, read: _File) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        read.faults.append(Fault(("cities",), "cities are lists of names by city"))
        return {}
    return {city: (city, *(str(name) for name in names or ())) for city, names in value.items()}


def _regions(value: Any, read: _File) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        read.faults.append(Fault(("regions",), "regions is a list of names"))
        return ()
    return tuple(value)


def _parsed(file: FilePath, read: _File) -> Any:
    try:
        read.node = yaml.compose(file.read_text("utf-8-sig"), Loader=_Loader)
    except yaml.MarkedYAMLError as err:
        mark = err.problem_mark or err.context_mark
        told = read.told(mark.line + 1 if mark else 1, f"not valid YAML: {err.problem}")
        raise WatchlistError([told]) from None
    except UnicodeDecodeError as err:
        line = err.object.count(b"\n", 0, err.start) + 1
        raise WatchlistError([read.told(line, "not UTF-8 text; save the file as UTF-8")]) from None
    except (OSError, yaml.YAMLError) as err:
        raise WatchlistError([f"{file.name}: cannot be read ({err})"]) from None
    return _plain(read.node, (), read.faults) if read.node is not None else None


def _plain(node: Any, path: Path, faults: list[Fault]) -> Any:
    """Mappings, lists and texts; a key given twice is a fault, not a silent win of the second."""
    if len(path) > MAX_DEPTH:
        faults.append(Fault(path, "too deep"))
        return None
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [
            child.value if isinstance(child, yaml.ScalarNode) else _plain(child, (*path, at), faults)
            for at, child in enumerate(node.value)
        ]
    out: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in out:
            faults.append(Fault((*path, key), f"{key}: given twice"))
        plain = isinstance(value_node, yaml.ScalarNode)
        out[key] = value_node.value if plain else _plain(value_node, (*path, key), faults)
    return out


def _line(node: Any, path: Path) -> int:
    """Where the last part of `path` begins that is in the file; of a key given twice the second."""
    line: int = node.start_mark.line + 1
    for part in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode) and (
            pairs := [pair for pair in node.value if str(pair[0].value) == str(part)]
        ):
            line, node = pairs[-1][0].start_mark.line + 1, pairs[-1][1]
        else:
            break
    return line
