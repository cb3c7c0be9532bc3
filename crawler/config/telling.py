"""What pydantic finds wrong with sources.yaml → faults in words a person can act on, and the lines that tell them: one that
stands at each of many sources is told but a few times.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from . import environment
from .models import ConfigShape
from .yamlfile import Document, Fault
from .yamlfile import Path as KeyPath

EACH = 3  # times that one fault is told, where it stands at more sources
_NUMBER = re.compile(r"(?<=\.)\d+(?=\.)")  # of a source: "sources.12.every"
_PLAIN = {
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "model_type": "must be a mapping of keys",
    "dict_type": "must be a mapping of keys",
    "tuple_type": "must be a list",
    "string_type": "must be text",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "string_pattern_mismatch": "may hold letters, digits, dots, dashes and underscores only, 100 at most",
}
_BOUNDS = {
    "greater_than": "must be more than {gt:,}",
    "greater_than_equal": "must be at least {ge:,}",
    "less_than_equal": "must be at most {le:,}",
    "string_too_long": "must have {max_length:,} characters at most",
}
_SECRET = frozenset(("auth", "password", "token", "headers"))  # what stands there is not repeated


def told(faults: Sequence[Fault], path: str) -> Iterator[str]:
    """A line for each fault, in the order of the file; of more than EACH alike, how many more there are, and up to where."""
    ordered = sorted(faults, key=lambda fault: fault.line or 0)
    kinds = [_NUMBER.sub("*", fault.message) for fault in ordered]
    last = {kind: fault.line for kind, fault in zip(kinds, ordered, strict=True)}
    alike, seen = Counter(kinds), Counter[str]()
    for kind, fault in zip(kinds, ordered, strict=True):
        seen[kind] += 1
        if seen[kind] <= EACH or alike[kind] == EACH + 1:
            yield fault.shown(path)
        elif seen[kind] == EACH + 1:
            where = f", up to line {last[kind]}" if last[kind] else ""
            yield f"{path}: {kind.partition(':')[0]}: the same {alike[kind] - EACH} more times{where}"


def fault_of(document: Document, problem: ErrorDetails) -> Fault:
    """What pydantic found wrong, with its line, or the variable that it came from."""
    path = _key_path(document.data, problem["loc"])
    label = ".".join(str(p + 1 if isinstance(p, int) else p) for p in path) or "file"
    if path in document.named:
        return Fault(None, f"environment: {document.named[path]}: {_said(path, problem)}")
    return Fault(document.line_of(path), f"{label}: {_said(path, problem)}")


def _said(path: KeyPath, problem: ErrorDetails) -> str:
    """What is wrong with the value at `path`, and what was probably meant."""
    kind, given = problem["type"], problem.get("input")
    if kind == "extra_forbidden":
        parent = fields_at(path[:-1])
        near = difflib.get_close_matches(str(path[-1]), parent, 1, 0.6)
        meant = f"; did you mean {near[0]}?" if near else f"; known here: {', '.join(sorted(parent))}"
        for section in environment.SECTIONS:  # a pause between requests is not one source's
            if path[-1] in fields_at((section,)):
                meant = f"; it stands under {section}:"
        return f"unknown key{meant}"
    if kind == "missing":
        return "is missing"
    said = _literal(problem) if kind == "literal_error" else _PLAIN.get(kind) or problem["msg"]
    said = said.removeprefix("Value error, ")
    if kind in _BOUNDS:
        said = _BOUNDS[kind].format_map(problem["ctx"])
    if kind == "model_type":
        said += _like(path)
    if given is None:
        return f"{said}; there is nothing"
    hidden = isinstance(given, (dict, list)) or "@" in str(given) or not _SECRET.isdisjoint(path)
    return said if hidden or repr(given) in said else f"{said} (given: {str(given)[:80]!r})"


def _literal(problem: ErrorDetails) -> str:
    expected = problem["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    given = problem["input"]
    if "," not in expected:
        return f"must be {expected}"
    if not isinstance(given, str):
        return f"must be one of {expected}"
    near = difflib.get_close_matches(given, expected.split(", "), 1, 0.5)
    meant = f"; did you mean {near[0]}?" if near else ""
    return f"{given!r} is not one of {expected}{meant}"


def _key_path(data: Any, loc: tuple[str | int, ...]) -> KeyPath:
    """The part of pydantic's location that walks through the file: union branches are not in it."""
    path: list[str | int] = []
    for i, part in enumerate(loc):
        inside = (isinstance(data, dict) and part in data) or (
            isinstance(data, list) and isinstance(part, int) and part < len(data)
        )
        if inside:
            data = data[part]
            path.append(part)
        elif i == len(loc) - 1 and isinstance(data, dict):
            path.append(part)
    return tuple(path)


def _like(path: KeyPath) -> str:
    """Which keys the mapping at `path` has: those that it must, or all that it may."""
    fields = _fields_at(path)
    needed = [f"{name}: …" for name, info in fields.items() if info.is_required()]
    return f", like {{{', '.join(needed)}}}" if needed else f": {', '.join(fields)}"


def fields_at(path: KeyPath) -> list[str]:
    """The keys that may stand in the mapping at `path`."""
    return list(_fields_at(path))


def _fields_at(path: KeyPath) -> dict[str, FieldInfo]:
    model: type[BaseModel] | None = ConfigShape
    for part in path:
        if isinstance(part, int) or model is None:
            continue
        info = model.model_fields.get(part)
        model = _model_in(info.annotation) if info else None
    return model.model_fields if model else {}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if (found := _model_in(inner)) is not None:
            return found
    return None
