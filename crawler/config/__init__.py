"""sources.yaml → values. Every fault is one line: file, line, what is wrong, what was probably meant.

    text → yamlfile.read_yaml → retired.put_aside → environment.substitute, override → models.ConfigShape → Config

Nothing here opens the store or the network; a file with a fault changes neither.
"""

from __future__ import annotations

import difflib
import gc
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from storage.records import Selectors, Source

from . import environment, units
from .decoding import Undecodable, read_text
from .fields import MINUTES_PERHAPS
from .models import ConfigShape, DefaultsShape, FetchShape, SourceShape, WebShape
from .retired import put_aside
from .telling import fault_of, fields_at, told
from .yamlfile import Document, Fault, read_yaml
from .yamlfile import Path as KeyPath

BARE_TOLD = 3  # intervals without a unit that are told one by one


class ConfigError(Exception):
    """sources.yaml has faults; ``lines`` is one per fault, ready to print."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Config:
    """What one sources.yaml says, complete and checked."""

    path: Path
    database: str
    archive: Literal["mentions", "all", "none"]
    sources: tuple[Source, ...]
    fetch: FetchShape
    watch: tuple[str, ...] | None  # None: every forum of the watchlist
    add: tuple[dict[str, Any], ...]
    revisit: tuple[float, ...] = ()  # ages in seconds at which articles with mentions are looked at again
    web: WebShape = field(default_factory=WebShape)
    encoder: bool = False  # texts with few figures are compared by their meaning
    # the folder that a relative file of `database` counts from; None: the one that the program is started in
    folder: Path | None = None
    warnings: tuple[str, ...] = ()
    retired: tuple[
        str, ...
    ] = ()  # of the warnings, those of keys that earlier versions took and that do nothing now
    lines: Mapping[KeyPath, int] = field(default_factory=dict, repr=False)  # of what stands under forums:

    def placed(self, fault: str) -> str:
        """A fault of ``forums:`` that the watchlist's reader told, behind the file and line it is about."""
        path = self._path_in(fault)
        line = next(
            (self.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.lines), None
        )
        return Fault(line, fault).shown(str(self.path)) if fault.startswith("forums: ") else fault

    def _path_in(self, fault: str) -> KeyPath:
        if added := re.match(r"forums: add\[([^\]]*)\]", fault):
            parts = (int(part) if part.isdigit() else part for part in added[1].split("."))
            return ("forums", "add", *parts)
        for at, name in enumerate(self.watch or ()):
            if fault.startswith(f"forums: watch: no forum {name!r}"):
                return ("forums", "watch", at)
        return ("forums",)


def shipped_path() -> Path:
    """The sources.yaml that came with the program, for a folder that has none of its own."""
    packaged = Path(str(files("crawler") / "sources.yaml"))
    return packaged if packaged.exists() else Path(__file__).parents[2] / "sources.yaml"


def _is_shipped(path: Path) -> bool:
    return path.resolve() == shipped_path().resolve()


def find_config(given: str | None) -> Path:
    """The file to read: the one named, else ./sources.yaml, else the shipped one."""
    if given:
        return Path(given)
    here = Path("sources.yaml")
    return here if here.exists() else shipped_path()


def load_config(path: Path, environ: Mapping[str, str] | None = None) -> Config:
    """The configuration in the file at `path`. Raises ConfigError with all faults at once."""
    environ = os.environ if environ is None else environ
    try:
        text = read_text(path)
    except Undecodable as err:
        raise ConfigError([err.fault.shown(str(path))]) from None
    except OSError as err:
        raise ConfigError([f"{path}: cannot be read: {err.strerror}; name another with --config"]) from None
    with _uncollected():
        return parse_config(text, path, environ)


@contextmanager
def _uncollected() -> Iterator[None]:
    """The garbage collector rests: a file of 100,000 sources makes millions of values and no garbage in circles."""
    collects = gc.isenabled()
    gc.disable()  # 12 s of CPU become 5
    try:
        yield
    finally:
        if collects:
            gc.enable()


def parse_config(text: str, path: Path, environ: Mapping[str, str]) -> Config:
    """The configuration in `text`; `path` is only named in faults."""
    document = read_yaml(text)
    if document.data is None and not document.faults:
        document.faults.append(Fault(1, "empty; it begins with version: 1 and has a list of sources:"))
    elif document.data is not None and not isinstance(document.data, dict):
        document.faults.append(Fault(1, "must be a mapping that begins with version: 1"))
    shape, retired = None, []
    if not _broken(document):
        retired = [fault.shown(str(path)) for fault in put_aside(document)]
        environment.substitute(document, environ)
        environment.override(document, environ)
        shape = _validate(document)
        document.faults += _across(document)
    if document.faults or shape is None:
        raise ConfigError(list(told(document.faults, str(path))))
    return _config(shape, path, document, tuple(retired), tuple(_unheard(environ, text)))


def _unheard(environ: Mapping[str, str], text: str) -> Iterator[str]:
    """One line on the variables that set nothing: a store named by one of them would be another one, in silence."""
    if not (names := environment.unheard(environ, text)):
        return
    settings = [*environment.PLAIN] + [
        f"{section}__{key}".upper() for section in environment.SECTIONS for key in fields_at((section,))
    ]
    near = difflib.get_close_matches(names[0].removeprefix(environment.PREFIX), settings, 1, 0.6)
    meant = f"did you mean {environment.PREFIX}{near[0]}?" if near else "see README, sources.yaml"
    yield f"environment: {', '.join(names)}: no setting of that name; {meant}"


def _broken(document: Document) -> bool:
    return not isinstance(document.data, dict)


def _validate(document: Document) -> ConfigShape | None:
    try:
        return ConfigShape.model_validate(document.data)
    except ValidationError as err:
        document.faults += [fault_of(document, problem) for problem in err.errors()]
        return None


def _across(document: Document) -> Iterator[Fault]:
    """Faults that no single value shows: the same id or address twice."""
    sources = document.data.get("sources") if isinstance(document.data, dict) else None
    seen: dict[tuple[str, Any], int | None] = {}
    for i, source in enumerate(sources if isinstance(sources, list) else []):
        for key in ("id", "url"):
            value = source.get(key) if isinstance(source, dict) else None
            if not isinstance(value, str):
                continue
            line = document.line_of(("sources", i, key))
            if (key, value) in seen:
                yield Fault(
                    line, f"sources.{i + 1}.{key}: {value!r} is there already, in line {seen[key, value]}"
                )
            seen.setdefault((key, value), line)


def _bare(document: Document) -> Iterator[Fault]:
    """Intervals without a unit that may be meant for minutes: the first of them, and how many more there are."""
    holders: list[tuple[KeyPath, Any]] = [(("defaults",), document.data.get("defaults"))]
    holders += [(("sources", at), row) for at, row in enumerate(document.data.get("sources") or ())]
    found = [
        ((*place, "every"), number)
        for place, row in holders
        if row and (number := units.bare(row.get("every"))) is not None and number < MINUTES_PERHAPS
    ]
    for path, number in found[:BARE_TOLD]:
        label = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path)
        line = None if path in document.named else document.line_of(path)
        yield Fault(line, f"{label}: {number:g} is seconds; write {number:g}s, or {number:g}m for minutes")
    if (more := len(found) - BARE_TOLD) > 0:
        yield Fault(None, f"{more:,} more lengths of time are bare numbers, and so seconds")


def _unwatched(shape: ConfigShape, document: Document) -> Iterator[Fault]:
    """Forums that ``add:`` tells of and ``watch:`` leaves out: nobody would look for them, and nothing would say so."""
    watch = shape.forums.watch
    for at, forum in enumerate(shape.forums.add if watch is not None else ()):
        if (name := forum.get("id")) and name not in (watch or ()):
            line = document.line_of(("forums", "add", at))
            yield Fault(
                line,
                f"forums: add: {name} is looked for in nothing, for watch: leaves it out; write it there, too",
            )


def _config(
    shape: ConfigShape, path: Path, document: Document, retired: tuple[str, ...], notes: tuple[str, ...]
) -> Config:
    said = (*_bare(document), *_unwatched(shape, document))
    warnings = retired + notes + tuple(fault.shown(str(path)) for fault in said)
    return Config(
        path=path,
        database=shape.database,
        archive=shape.archive,
        sources=tuple(_source(s, shape.defaults) for s in shape.sources),
        fetch=shape.fetch,
        watch=shape.forums.watch,
        add=shape.forums.add,
        revisit=shape.revisit.after if shape.revisit else (),
        web=shape.web,
        encoder=shape.encoder,
        folder=None if ("database",) in document.named or _is_shipped(path) else path.absolute().parent,
        warnings=warnings,
        retired=retired,
        lines={place: line for place, line in document.lines.items() if place[:1] == ("forums",)},
    )


def _source(s: SourceShape, defaults: DefaultsShape) -> Source:
    return Source(
        id=s.id,
        name=s.name or s.id,
        kind=s.kind,
        url=s.url,
        language=s.language or defaults.language,
        country=s.country or defaults.country,
        timezone=s.timezone or defaults.timezone,
        every_s=int(s.every or defaults.every),
        cron=s.cron,
        read=s.read or defaults.read,
        select=Selectors(**s.select.model_dump()) if s.select else None,
        encoding=s.encoding,
        render=s.render,
        max_entries=s.max_entries or defaults.max_entries,
        max_new=s.max_new or defaults.max_new,
        enabled=s.enabled,
        reason=s.reason,
        auth=(s.auth.username, s.auth.password) if s.auth else None,
        headers=tuple(s.headers.items()),
        proxy=s.proxy,
    )
