"""Text as any database can hold it. Lengths stay, so that offsets into the text stay right."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import overload

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL refuses NUL, UTF-8 has no lone surrogates


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
    start = url.find("://") + 3
    end = min((i for i in (url.find(c, start) for c in "/?#") if i >= 0), default=len(url))
    return url[start:end].lower()
