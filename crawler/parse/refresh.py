"""A page that only sends its readers on (``<meta http-equiv="refresh">``) → where to.

Not a page that loads itself anew every few minutes, and none with a text of its own.
"""

from __future__ import annotations

import re

from crawler.parse.blocks import Outline
from crawler.parse.metadata import absolute

MAX_DELAY_S = 5  # a longer one leaves time to read the page
MAX_TEXT = 300  # characters outside links: a page that tells more is read

_REFRESH = re.compile(
    r"\s*(\d{1,3})(?:\.\d*)?(?>\s*[;,]|\s)\s*+(?:url\s*=\s*+)?+(?:'([^']+)|\"([^\"]+)|([^'\"].*))", re.I
)


def read_refresh(page: Outline, url: str | None) -> str | None:
    """The address that a page sends on to, absolute and without its fragment; None for a page to be read."""
    if "refresh" not in page.metas or sum(len(b.text) - b.linked for b in page.blocks) > MAX_TEXT:
        return None
    said = _REFRESH.match(page.metas["refresh"][0])
    if said is None or int(said[1]) > MAX_DELAY_S:
        return None
    to = absolute(said[2] or said[3] or said[4], url, page)
    to = to.partition("#")[0] if to else None
    return to if to != (url or "").partition("#")[0] else None
