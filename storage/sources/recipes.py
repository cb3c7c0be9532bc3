"""A source → a hash of how it is asked and read: where that is changed, what it brought before says little."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from hashlib import blake2b

from storage.records import Selectors, Source, SourceKind

LISTING = 2  # of how listings without selectors are read; one more, and those that did not change are read again, too


def recipe(source: Source) -> str:
    """A hash of what decides, beside the address, which entries the same document is read as."""
    read = _reading(source.kind, source.select, source.encoding, source.max_entries, source.render)
    return read + _login(source)


@lru_cache(maxsize=1_024)  # ten thousand feeds are read alike
def _reading(
    kind: SourceKind, selectors: Selectors | None, encoding: str | None, max_entries: int, render: bool
) -> str:
    select = selectors and asdict(selectors)
    said = json.dumps([kind, select, encoding, max_entries, render])
    version = LISTING if kind == "listing" and selectors is None else 1
    return f"{version}:" + blake2b(said.encode(), digest_size=8).hexdigest()


def _login(source: Source) -> str:
    """One of 256 numbers for what a source is asked with: tells that it was changed, and not what it is."""
    if not source.auth and not source.headers:
        return ""
    said = json.dumps([source.auth, source.headers])
    return ":" + blake2b(said.encode(), digest_size=1).hexdigest()
