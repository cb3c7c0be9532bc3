"""A YAML file → plain values, with the line of every one of them.

Reads YAML 1.2's core schema: ``NO`` is a country and ``12:30`` a time, not a boolean and a number. A key
written twice in one mapping is a fault, not a silent win of the second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_NODES = 5_000_000  # about 300,000 sources
MAX_REPEATED = 50_000  # values reached again through aliases: a small file cannot multiply into a huge one
MAX_DEPTH = 50

_TABBED = re.compile(r" *\t")
_QUOTES = "put the value in quotes"
_MEANT = {  # what libyaml says where people forget the quotes → what to do
    "character that cannot start any token": _QUOTES,
    "did not find expected alphabetic or numeric character": _QUOTES,
    "mapping values are not allowed": "indent it as the lines beside it; a value that holds a colon is put in quotes",
}

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a file, in words a person can act on."""

    line: int | None
    message: str

    def shown(self, name: str) -> str:
        """``sources.yaml:12: message``."""
        return f"{name}:{self.line}: {self.message}" if self.line else f"{name}: {self.message}"


@dataclass(slots=True)
class Document:
    """The values of one file; ``lines`` maps a path into them to its line, counted from 1.

    ``named`` says which environment variable a value came from, where it is not the file's.
    """

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    named: dict[Path, str] = field(default_factory=dict)

    def line_of(self, path: Path) -> int | None:
        """The line of the value at `path`, or of the nearest value around it."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return None


_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _CoreLoader(_Base):  # type: ignore[misc]
    """PyYAML's composer with the scalars of YAML 1.2's core schema only."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  PyYAML reads it as a class attribute


_SCALARS = (
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    (
        "tag:yaml.org,2002:float",
        r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$",
        list("-+.0123456789"),
    ),
    ("tag:yaml.org,2002:merge", r"^<<$", ["<"]),
)
for _tag, _pattern, _first in _SCALARS:
    _CoreLoader.add_implicit_resolver(_tag, re.compile(_pattern), _first)


def read_yaml(text: str) -> Document:
    """The values of `text`; a syntax error becomes the document's only fault."""
    document = Document()
    try:
        node = yaml.compose(text, Loader=_CoreLoader)
        if node is not None:
            _Builder(document).build(node, (), 0)
    except yaml.MarkedYAMLError as err:
        mark = err.problem_mark or err.context_mark
        said = " ".join(part for part in (err.context, err.problem) if part)
        if mark and _TABBED.match("".join(text.splitlines()[mark.line : mark.line + 1])):
            said = "a tab is used for indentation; use spaces"
        meant = "".join(f"; {what}" for words, what in _MEANT.items() if words in said)
        document.faults.append(Fault(mark.line + 1 if mark else None, f"not valid YAML: {said}{meant}"))
    except yaml.YAMLError as err:
        at = text.find(chr(getattr(err, "character", 0)))  # the first that cannot be read
        line = text.count("\n", 0, at) + 1 if at >= 0 else None
        document.faults.append(Fault(line, f"not valid YAML: {str(err).splitlines()[0]}"))
    except _TooLarge as err:
        document.faults.append(Fault(None, str(err)))
    return document


class _TooLarge(Exception):
    pass


class _Builder:
    """Walks composed nodes into `document`."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.nodes = 0
        self.repeated = 0
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, path: Path, depth: int) -> Any:
        self.nodes += 1
        self.repeated += id(node) in self.seen
        self.seen.add(id(node))
        if self.nodes > MAX_NODES or self.repeated > MAX_REPEATED or depth > MAX_DEPTH:
            raise _TooLarge(f"too large or too deep (at most {MAX_NODES} values, {MAX_DEPTH} levels)")
        self.document.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            value: Any = self._mapping(node, path, depth)
        elif isinstance(node, yaml.SequenceNode):
            value = [self.build(child, (*path, i), depth + 1) for i, child in enumerate(node.value)]
        else:
            value = _scalar(node)
        if not path:
            self.document.data = value
        return value

    def _mapping(self, node: yaml.MappingNode, path: Path, depth: int) -> dict[str, Any]:
        out: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if key_node.tag == "tag:yaml.org,2002:merge":
                inherited = self.build(value_node, (*path, "<<"), depth + 1)
                merged |= inherited if isinstance(inherited, dict) else {}
                continue
            key = str(_scalar(key_node)) if isinstance(key_node, yaml.ScalarNode) else None
            if key is None:
                self.document.faults.append(Fault(line, "a key must be a plain word"))
                continue
            if key in out:
                first = self.document.lines[(*path, key)]
                self.document.faults.append(Fault(line, f"{key}: given twice (first in line {first})"))
                continue
            self.document.lines[(*path, key)] = line
            out[key] = self.build(value_node, (*path, key), depth + 1)
        return merged | out


def _scalar(node: yaml.Node) -> Any:
    """The value; a number that is not written as we would stays text, for it may be a password: 007, 1.10."""
    text = node.value
    match node.tag.rsplit(":", 1)[-1]:
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return int(text) if len(text) < 20 and str(int(text)) == text else text
        case "float":
            return float(text) if repr(float(text)) == text else text
    return text
