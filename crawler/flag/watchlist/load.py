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
from crawler.flag.watchlist.entries import forums_of
from crawler.flag.watchlist.faults import Fault, Noted, Path, guess
from crawler.flag.watchlist.forum import Forum

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
    noted: tuple[Noted, ...] = ()  # of what is added, that which only earlier versions took

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
    path: FilePath | None = None,
    *,
    watch: Sequence[str] | None = None,
    add: Sequence[Mapping[str, Any]] = (),
    elder: bool = False,
) -> Watchlist:
    """The watchlist of `path` (default: the shipped one) and `add`; reports `watch` (None: all) of it.

    Raises WatchlistError with every fault found. `elder`: those of `add` that earlier versions took are noted instead.
    """
    file = (path or SHIPPED).resolve()
    try:
        stat = file.stat()
    except OSError as err:
        raise WatchlistError([f"{file.name}: cannot be read ({err.strerror})"]) from None
    stamp = (stat.st_mtime_ns, stat.st_size)
    known, places, finders = _read(file, stamp)
    noted: tuple[Noted, ...] = ()
    if add:
        known, noted = _joined(known, add, elder)
        finders = Finders(partial(_compiled, known, places))
    return Watchlist(_watched(known, watch), known, finders, noted)


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
    forums, faults = forums_of(data.get("forums") or [], ("forums",), places.cities, {})
    if read.faults + faults:
        raise WatchlistError([read.shown(fault) for fault in read.faults + faults])
    return forums, places, Finders(partial(_compiled, forums, places))


def _joined(
    forums: Mapping[str, Forum], add: Sequence[Mapping[str, Any]], elder: bool
) -> tuple[Mapping[str, Forum], tuple[Noted, ...]]:
    """`forums` and those of the configuration, whose lines it alone knows: the place in the list is named."""
    known, faults = forums_of(list(add), ("forums",), None, forums)
    noted = [fault for fault in faults if elder and fault.meanwhile is not None]
    if wrong := [fault for fault in faults if fault not in noted]:
        raise WatchlistError([f"forums: add[{_place(fault)}]: {fault.message}" for fault in wrong])
    return known, tuple(
        Noted(f"forums: add[{_place(fault)}]: {fault.message}; meanwhile {fault.meanwhile}", fault.missed)
        for fault in noted
    )


def _place(fault: Fault) -> str:
    return ".".join(str(part) for part in fault.path[1:])


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
