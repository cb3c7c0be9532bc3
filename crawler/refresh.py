"""What ``<meta http-equiv="refresh">`` says → the address that a page sends its readers on to at once."""

from __future__ import annotations

import re

# a longer one leaves time to read the page; front pages load themselves anew every few minutes
MAX_DELAY_S = 5

_REFRESH = re.compile(
    r"\s*(\d{1,3})(?:\.\d*)?(?>\s*[;,]|\s)\s*+(?>(?:url\s*=\s*+)?)(?:'([^']+)|\"([^\"]+)|([^'\"].*))", re.I
)


def sends_on(content: str) -> str | None:
    """The address in a refresh, as written; None where there is none, or time to stay."""
    said = _REFRESH.match(content[:4_000])
    if said is None or int(said[1]) > MAX_DELAY_S:
        return None
    return said[2] or said[3] or said[4]
