"""Text as any database can hold it. Lengths stay, so that offsets into the text stay right."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from hashlib import blake2b
from typing import overload

MAX_HOST = 255  # longer than any host's name with its port; an index takes no more than 2,700 bytes
_BEHIND = re.compile("[/?#]")  # an authority
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL refuses NUL, UTF-8 has no lone surrogates


def is_storable(text: str) -> bool:
    """Whether `text` can be stored as it is; a tenth of what looking for what cannot be costs."""
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@overload
def storable(text: str) -> str: ...
@overload
def storable(text: None) -> None: ...
def storable(text: str | None) -> str | None:
    """`text` with what cannot be stored replaced, one for one, by U+FFFD."""
    return None if text is None else _UNSTORABLE.sub("\ufffd", text)


def key_hash(key: str) -> bytes:
    """The 16 bytes under which an address's identity is looked up."""
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def host_of(url: str) -> str:
    """The authority of an http address: host and, where it is not the default, port."""
    return _BEHIND.split(url[url.find("://") + 3 :], 1)[0].lower()[:MAX_HOST]


def at_offset(moment: datetime | None, offset_min: int | None) -> datetime | None:
    """`moment` as the publisher's clock showed it; as it is where the offset is not known."""
    if moment is None or not offset_min:
        return moment
    try:
        return moment.astimezone(_zone(offset_min))
    except OverflowError:  # the first or the last day that a datetime can hold
        return moment


@lru_cache(maxsize=256)
def _zone(offset_min: int) -> timezone:
    return timezone(timedelta(minutes=offset_min))
