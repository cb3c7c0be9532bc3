"""What a site sets while it redirects → what it is told back, within one fetch and to that site alone.

Some sites set a cookie and redirect to where one came from; without it they do so for ever. Nothing is kept
beyond the fetch: every article is asked for as by a new visitor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .urls import Target

MAX_COOKIES = 30
MAX_BYTES = 4096

_PAIR = re.compile(r"\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*=\s*([\x20-\x3a\x3c-\x7e]*?)\s*(?:;|$)")


class Cookies:
    """The cookies of one fetch, by origin."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, str]] = {}

    def keep(self, target: Target, lines: Iterable[str]) -> bool:
        """Remember Set-Cookie lines; whether that changed anything."""
        held = self._held.setdefault(target.origin, {})
        before = dict(held)
        for line in lines:
            pair = _PAIR.match(line)
            if pair and len(pair[0]) <= MAX_BYTES and (pair[1] in held or len(held) < MAX_COOKIES):
                held[pair[1]] = pair[2]
        return held != before

    def header(self, target: Target) -> str:
        """The value of the Cookie header for a request; "" for none."""
        return "; ".join(f"{name}={value}" for name, value in self._held.get(target.origin, {}).items())
