"""An address that a person has at hand → the article that is stored of it, or in words why there is none."""

from __future__ import annotations

import re

from sqlalchemy import Connection

from crawler import dedupe
from storage.waiting.addresses import Address, address_of

_ADDRESS = re.compile(r"\s*https?://\S+\s*", re.IGNORECASE)
_STATES = {
    "read": "it was read, and no article is stored of it any more",
    "waiting": "it waits to be read",
    "paused": "its source is not polled any more, so it is not read",
    "skipped": "it was not read",
    "dismissed": "it is no article",
    "given_up": "its reading was given up",
}


def is_address(text: str) -> bool:
    """Whether it is the address of a page and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def known(conn: Connection, url: str) -> Address | None:
    """What is known of the address, in whatever dress it comes: with parameters of trackers, of the mobile site."""
    return address_of(conn, dedupe.url_key(url.strip()))


def why_none(found: Address | None) -> str:
    """Why there is no article of an address."""
    if found is None:
        return "no article of it: no source has announced it; `forumwatch sources check` finds how its site is polled"
    why = f" ({found.message})" if found.message else ""
    when = f"{found.seen_at:%Y-%m-%d %H:%M} UTC"
    return f"no article of it: {found.source_id} announced it on {when}; {_STATES[found.state]}{why}"
