"""A page's scripts → the values they carry: JSON, JSON that is assigned, JSON inside strings, strings of a program.

    <script type="application/json">{…}</script>            the value
    window.__STATE__ = {…};  JSON.parse("{…}")              the value, after the sign or inside the string
    window.__NUXT__ = (function(a, b){return {…}})(…)        its long strings, in order
    self.__next_f.push([1, "…"])                            the rows of the stream that all such strings make up

Nothing is run. Read only where a page shows no text of its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

MAX_LENGTH = 4_000_000  # characters of all scripts of one page
MAX_SCRIPTS = 400
MAX_VALUES = 40  # assignments tried in one script
MAX_STRINGS = 5_000
LONG = 40  # characters: a shorter script holds nothing
LONG_STRING = 80  # characters of a string that may be a paragraph

_SCRIPT = re.compile(rb"<script\b([^>]{0,2000})>", re.I)
_END = re.compile(rb"</script", re.I)
_PUSH = re.compile(r"[\w.()\[\]|= ]{1,80}\.push\(\[\s*\d+\s*,\s*\"")
_ROW = re.compile(r"[0-9a-f]{1,6}:(T[0-9a-f]+,)?")
_FOREIGN = re.compile(rb"ld\+json|\bsrc\s*=|text/template|x-template|importmap|speculationrules", re.I)
_START = re.compile(r"(?:[\w\]\"'$]\s*=|JSON\.parse\(|\.push\(|^)\s*(?=[\[{\"'])")
_STRING = re.compile(  # an unended one too, so that no part of a script is searched twice
    r'"((?:[^"\\\n]++|\\.)*+)"?|\'((?:[^\'\\\n]++|\\.)*+)\'?'
)
_NO_JSON = re.compile(
    r"(?<=[:\[,])\s*(?:undefined|NaN|void 0|-?Infinity|new Date\([^()]{0,40}\))(?=\s*[,}\]])"
)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|([^\"\\/bfnrtu]))", re.S)


def sources(page: bytes) -> Iterator[str]:
    """The texts of a page's inline scripts that may hold an article; JSON-LD is read elsewhere."""
    left, at = MAX_LENGTH, 0
    for _ in range(MAX_SCRIPTS):
        found = _SCRIPT.search(page, at)
        if found is None:
            return
        close = _END.search(page, found.end())
        at = end = close.start() if close else len(page)
        if LONG <= end - found.end() <= left and not _FOREIGN.search(found[1]):
            left -= end - found.end()
            yield page[found.end() : end].decode("utf-8", "replace").strip()


def values(page: bytes) -> Iterator[Any]:
    """What a page's scripts carry, each in its most telling reading; last the stream whose pieces they push."""
    pieces: list[str] = []
    for script in sources(page):
        if _PUSH.match(script):
            pieces += _strings(script)
        else:
            yield from of_script(script)
    if pieces:
        yield from _streamed("".join(pieces))


def of_script(script: str) -> list[Any]:
    """What one script carries: itself where it is JSON, what it assigns, else its long strings."""
    if (whole := loaded(script)) is not None:
        return [whole]
    return list(_assigned(script)) or [list(_strings(script, LONG_STRING))]


def loaded(text: str) -> Any:
    """A JSON value, or None where the text is none."""
    if text[:1] not in ("{", "["):
        return None
    for tried in (text, _NO_JSON.sub("null", text)):
        try:
            return json.loads(tried, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _assigned(script: str) -> Iterator[Any]:
    """The JSON values that a script assigns, parses or passes on."""
    decoder = json.JSONDecoder(strict=False)
    script = _NO_JSON.sub("null", script)
    at = 0
    for _ in range(MAX_VALUES):
        found = _START.search(script, at)
        if found is None:
            return
        at = found.end()
        try:
            value, at = decoder.raw_decode(script, at)
        except json.JSONDecodeError as error:
            value, at = _quoted(script, at, error.pos)
        except RecursionError:
            value, at = None, at + 1
        if isinstance(value, str):
            value = loaded(value.strip()) if len(value) >= LONG else None
        if value is not None:
            yield value


def _quoted(script: str, at: int, failed_at: int) -> tuple[str | None, int]:
    """A string in a program's quotes; what is none is passed over as far as it was read."""
    found = _STRING.match(script, at)
    return (_unescaped(found), found.end()) if found else (None, max(at + 1, failed_at))


def _strings(script: str, least: int = 1) -> Iterator[str]:
    long = (found for found in _STRING.finditer(script) if found.end() - found.start() > least)
    yield from map(_unescaped, islice(long, MAX_STRINGS))


def _unescaped(found: re.Match[str]) -> str:
    body = found[1] if found[1] is not None else found[2].replace('"', '\\"').replace('\\\\"', '\\"')
    try:
        text = json.loads(f'"{_ESCAPE.sub(_plain_escape, body)}"', strict=False)
    except ValueError:
        return body
    return text if isinstance(text, str) else body


def _plain_escape(found: re.Match[str]) -> str:
    return f"\\u00{found[1]}" if found[1] else found[2]


def _streamed(stream: str) -> Iterator[Any]:
    """The rows of a stream of components, ``name:JSON``; a row of text is ``name:Tlength,text``, breaks and all."""
    text = ""
    for line in stream.split("\n")[:MAX_STRINGS]:
        row = _ROW.match(line)
        if row is None:
            text += f"\n{line}"
            continue
        if text:
            yield text
        text = line[row.end() :] if row[1] else ""
        if not row[1] and (value := loaded(line[row.end() :])) is not None:
            yield value
    if text:
        yield text
