"""Environment variables → settings: ``${VAR}`` inside values, and ``FORUMWATCH_*`` over them.

``${VAR}`` takes VAR, or the contents of the file that VAR_FILE names; ``${VAR:-other}`` has a fallback.
``FORUMWATCH_DATABASE``, ``FORUMWATCH_FETCH__MIN_DELAY`` … override the key of that name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .yamlfile import Document, Fault
from .yamlfile import Path as KeyPath

PREFIX = "FORUMWATCH_"
PLAIN = ("DATABASE", "CONFIG", "LOG_LEVEL")  # read here, and by the command line
SECTIONS = ("defaults", "fetch", "web")  # what FORUMWATCH_SECTION__KEY can reach
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}")

# what Kubernetes tells of a service that is called forumwatch
_OF_A_CLUSTER = re.compile(r"FORUMWATCH_(?:\w+_)?(?:SERVICE_(?:HOST|PORT\w*)|PORT(?:_\d+_(?:TCP|UDP)\w*)?)")


class Unreadable(Exception):
    """A file that a variable names gives no text; the message says which and why."""


def lookup(environ: Mapping[str, str], name: str) -> str | None:
    """The value of `name`, or of the file that `name`_FILE names. Raises Unreadable."""
    if name in environ:
        return environ[name]
    named = environ.get(f"{name}_FILE")
    try:
        return Path(named).read_text("utf-8-sig").strip() if named else None
    except UnicodeDecodeError:
        raise Unreadable(f"{name}_FILE={named} is not UTF-8 text") from None
    except OSError as err:
        raise Unreadable(f"{name}_FILE={named} cannot be read: {err.strerror}") from None


def substitute(document: Document, environ: Mapping[str, str]) -> None:
    """Replace every ``${VAR}`` in the document's strings; one that is not set is a fault at its line."""
    document.data = _walk(document.data, (), document, environ)


def _walk(value: Any, path: KeyPath, document: Document, environ: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {k: _walk(v, (*path, k), document, environ) for k, v in value.items()}
    if isinstance(value, list):
        return [_walk(v, (*path, i), document, environ) for i, v in enumerate(value)]
    if isinstance(value, str) and "${" in value:
        return _VARIABLE.sub(lambda m: _one(m, path, document, environ), value)
    return value


def _one(match: re.Match[str], path: KeyPath, document: Document, environ: Mapping[str, str]) -> str:
    name, fallback = match[1], match[2]
    try:
        value = lookup(environ, name)
    except Unreadable as err:
        document.faults.append(Fault(document.line_of(path), str(err)))
        return ""
    if value is None and fallback is None:
        document.faults.append(
            Fault(document.line_of(path), f"${{{name}}} is not set in the environment (nor {name}_FILE)")
        )
    return value if value is not None else (fallback or "")


def override(document: Document, environ: Mapping[str, str]) -> None:
    """Lay ``FORUMWATCH_*`` over the document's own values."""
    if not isinstance(document.data, dict):
        return
    names = {n.removesuffix("_FILE") for n in environ if n.startswith(PREFIX)}
    for name in sorted(names):
        section, _, key = name.removeprefix(PREFIX).lower().partition("__")
        path: KeyPath = (section, key) if key else (section,)
        if key and section not in SECTIONS:
            document.faults.append(
                Fault(None, f"environment: {name} names no section; known: {', '.join(SECTIONS)}")
            )
        if section not in SECTIONS if key else section != "database":
            continue
        try:
            value = lookup(environ, name)
        except Unreadable as err:
            document.faults.append(Fault(None, f"environment: {err}"))
            continue
        if key:
            inner = document.data.get(section)
            document.data[section] = {**(inner if isinstance(inner, dict) else {}), key: value}
        else:
            document.data[section] = value
        document.named[path] = name


def unheard(environ: Mapping[str, str], text: str) -> list[str]:
    """Names that look as if they were to set something, and set nothing: neither known nor asked for in `text`."""
    asked = {match[1] for match in _VARIABLE.finditer(text)}
    names = {name for name in environ if name.startswith(PREFIX) and "__" not in name}
    heard = asked | {PREFIX + name for name in PLAIN}
    return sorted(
        name
        for name in names
        if heard.isdisjoint((name, name.removesuffix("_FILE"))) and not _OF_A_CLUSTER.fullmatch(name)
    )
