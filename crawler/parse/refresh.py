"""A page that only sends its readers on (``<meta http-equiv="refresh">``) → where to; not one with a text of its own."""

from __future__ import annotations

from crawler.parse.page.blocks import Outline
from crawler.parse.page.metadata import absolute
from crawler.refresh import sends_on

MAX_TEXT = 300  # characters outside links: a page that tells more is read


def read_refresh(page: Outline, url: str | None) -> str | None:
    """The address that a page sends on to, absolute and without its fragment; None for a page to be read."""
    if "refresh" not in page.metas or sum(len(b.text) - b.linked for b in page.blocks) > MAX_TEXT:
        return None
    to = absolute(sends_on(page.metas["refresh"][0]), url, page)
    to = to.partition("#")[0] if to else None
    return to if to != (url or "").partition("#")[0] else None
