"""A source or forum → its stanza in the text of a sources.yaml, whose comments and layout stay.

The text is not dumped anew: a few lines are put in at the places that the parsed nodes name. Whether the file then
says what it should is for the caller to check, by reading it.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

_CONTROL = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_SAFE_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_VALUES = (
    "null",
    "true",
    "false",
    "yes",
    "no",
    "on",
    "off",
    "y",
    "n",
)  # that some reader of YAML takes for others
_EMPTY = re.compile(r"\[\s*\]")
_WRITABLE = 0o222  # for anybody
Edit = tuple[int, str]  # where, and what is put in there


class StanzaError(Exception):
    """The file cannot take a stanza, and why."""


def stanza_lines(stanza: Mapping[str, Any]) -> list[str]:
    """A source or forum as an item of a block list, a line for each of its keys."""
    lines = [f"{key}: {_flow(value, first=True)}" for key, value in stanza.items()]
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def with_forum(text: str, forum: Mapping[str, Any]) -> str:
    """`text`, the whole of a sources.yaml, with `forum` as the last one under ``forums: add:``; where ``watch:`` is a
    list, its id joins it. Raises StanzaError."""
    return _with(text, _forum_edits(text, _root(text), forum))


def with_sources(text: str, sources: Sequence[Mapping[str, Any]]) -> str:
    """`text`, the whole of a sources.yaml, with `sources` as the last ones under ``sources:``. Raises StanzaError."""
    root = _root(text)
    items = _value(root, "sources")
    if isinstance(items, yaml.SequenceNode) and not root.flow_style and _is_empty(text, items):
        return _filled(text, items, [line for source in sources for line in stanza_lines(source)])
    return _with(text, [_last(text, root, "sources", sources)])


def _is_empty(text: str, items: yaml.SequenceNode) -> bool:
    return bool(_EMPTY.fullmatch(text, items.start_mark.index, items.end_mark.index))


def _filled(text: str, items: yaml.SequenceNode, lines: list[str]) -> str:
    """The text with a block of lines instead of ``[]``: in a list of one line nobody finds anything."""
    before, after = text[: items.start_mark.index].rstrip(" \t"), text[items.end_mark.index :]
    rest = re.match(r"[^\r\n]*", after)
    assert rest is not None
    newline = "\r\n" if "\r\n" in text else "\n"
    return before + rest[0] + "".join(f"{newline}  {line}" for line in lines) + after[rest.end() :]


def _root(text: str) -> yaml.MappingNode:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as err:
        raise StanzaError(f"it is not valid YAML: {str(err).splitlines()[0]}") from None
    if not isinstance(root, yaml.MappingNode):
        raise StanzaError("it is no mapping of keys")
    return root


def _with(text: str, edits: list[Edit]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    for place, put_in in sorted(edits, reverse=True):
        text = text[:place] + put_in.replace("\n", newline) + text[place:]
    return text


def _forum_edits(text: str, root: yaml.MappingNode, forum: Mapping[str, Any]) -> list[Edit]:
    forums = _value(root, "forums")
    if forums is None:
        lines = ["add:", *(f"  {line}" for line in stanza_lines(forum))]
        return [_key(text, root, "forums", lines, f'{{"add": [{_flow(forum)}]}}')]
    if not isinstance(forums, yaml.MappingNode):
        raise StanzaError(f"line {forums.start_mark.line + 1}: forums: is no mapping")
    watch = _value(forums, "watch")
    edits = [_last(text, forums, "add", [forum])]
    if isinstance(watch, yaml.SequenceNode):
        edits.append(_item(text, watch, [f"- {forum['id']}"], _flow(forum["id"])))
    return edits


def _last(text: str, mapping: yaml.MappingNode, key: str, stanzas: Sequence[Mapping[str, Any]]) -> Edit:
    """The stanzas as the last items of the list that `key` of the mapping holds."""
    items = _value(mapping, key)
    lines = [line for stanza in stanzas for line in stanza_lines(stanza)]
    flow = ", ".join(map(_flow, stanzas))
    if items is None:
        return _key(text, mapping, key, lines, f"[{flow}]")
    if not isinstance(items, yaml.SequenceNode):
        raise StanzaError(f"line {items.start_mark.line + 1}: {key}: is no list")
    return _item(text, items, lines, flow)


def _value(mapping: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in mapping.value if name.value == key), None)


def _item(text: str, sequence: yaml.SequenceNode, lines: list[str], flow: str) -> Edit:
    """One more item at the end of a list."""
    if not sequence.flow_style:
        return _block(text, _end(sequence), sequence.start_mark.column, lines)
    if sequence.value:
        return _end(sequence.value[-1]), f", {flow}"
    return sequence.start_mark.index + 1, flow


def _key(text: str, mapping: yaml.MappingNode, key: str, lines: list[str], flow: str) -> Edit:
    """One more key at the end of a mapping."""
    if not mapping.flow_style:
        below = [f"{key}:", *(f"  {line}" for line in lines)]
        return _block(text, _end(mapping), mapping.start_mark.column, below)
    if mapping.value:
        return _end(mapping.value[-1][1]), f', "{key}": {flow}'
    return mapping.start_mark.index + 1, f'"{key}": {flow}'


def _block(text: str, end: int, column: int, lines: list[str]) -> Edit:
    """Lines of their own behind the line in which `end` is."""
    place = len(text[:end].rstrip())
    stop = re.compile("\r?\n|\\Z").search(text, place)
    assert stop is not None
    return stop.start(), "".join(f"\n{' ' * column}{line}" for line in lines)


def _end(node: yaml.Node) -> int:
    """Where the node's last character is; PyYAML ends a block where the next one begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(node, yaml.MappingNode) else last)
    return int(node.end_mark.index)


def _flow(value: Any, *, first: bool = False) -> str:
    """The value in one line, as YAML and, below the first level, JSON spell it."""
    if isinstance(value, Mapping):
        pairs = ", ".join(
            f"{_plain(key) if first else _flow(key)}: {_flow(each)}" for key, each in value.items()
        )
        return f"{{{pairs}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_flow(each) for each in value)}]"
    if first and isinstance(value, str):
        return _plain(value)
    return _quoted(value)


def _plain(text: str) -> str:
    """A key or id without quotes, where none are needed."""
    return text if _SAFE_KEY.fullmatch(text) and text.lower() not in _VALUES else _quoted(text)


def _quoted(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False)
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", said)


def replace_file(path: Path, text: str) -> None:
    """Put `text` in the place of the file, whole or not at all; owner and rights stay, a link still leads to it.

    Raises StanzaError where it cannot be written.
    """
    target = path.resolve()
    try:
        if not target.stat().st_mode & _WRITABLE or not os.access(target, os.W_OK):
            raise StanzaError(f"{path} is read-only")
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with open(handle, "w", encoding="utf-8", newline="") as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            was = target.stat()
            with contextlib.suppress(PermissionError):  # only root may give a file away
                os.chown(name, was.st_uid, was.st_gid)
            shutil.copymode(target, name)
            os.replace(name, target)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
    except OSError as err:
        raise StanzaError(f"{path} cannot be written: {err.strerror}") from None
