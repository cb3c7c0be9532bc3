"""An address → whether it is that of all that appeared on a day; and a page → whether it shows that.

    /2026/11/19/  ·  /archive/2026-11-19  ·  /index?date=19/11/2026       above rows of headlines, and next to no text

What is told of a day has more in its address, or tells it: /live/2026/11/19/harbour, and a column of few links.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import width

ROWS, ROW = 5, 20  # lines that lead elsewhere, and characters, a Chinese one counting two, of each
TOLD = 600  # the same of a text that tells more than what stands around rows
_DAY = r"(?:(?:19|20)\d\d(?P<{0}>[-/.]?)(?:0?[1-9]|1[0-2])(?P={0})(?:[0-2]?\d|3[01])|(?:[0-2]?\d|3[01])(?P<{1}>[-/.])(?:0?[1-9]|1[0-2])(?P={1})(?:19|20)\d\d|(?:0?[1-9]|1[0-2])(?P<{2}>[-/.])(?:[0-2]?\d|3[01])(?P={2})(?:19|20)\d\d)"
_PATH = re.compile(
    r"(?:/[a-z][a-z_-]{1,14}){0,3}/" + _DAY.format("a", "b", "c") + r"/?(?:index\.\w{2,5})?", re.I
)
_QUERY = re.compile(r"[a-z_]{1,12}=" + _DAY.format("a", "b", "c"), re.I)


def is_day_index(page: Outline, url: str | None, body: list[Block]) -> bool:
    """Whether a page at such an address shows rows, and tells little."""
    if not _names_day(url) or sum(width(b.text) for b in body) >= TOLD:
        return False
    rows = (b for b in page.blocks if b.links == 1 and width(b.text) >= ROW and 2 * b.linked >= len(b.text))
    return sum(1 for _ in rows) >= ROWS


def _names_day(url: str | None) -> bool:
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    path, query = parts.path, parts.query.replace("%2F", "/").replace("%2f", "/")
    if query:  # as few; a day below a headline's address is that of a copy
        return _QUERY.fullmatch(query) is not None and path.count("-") == 0 and path.count("/") <= 3
    return _PATH.fullmatch(path) is not None
