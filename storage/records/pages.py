"""What an address answered: a page, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

PERMANENT = (301, 308)  # RFC 9110: links to it should be changed
FailureKind = Literal["hard", "soft", "temporary", "gone", "refused", "offline"]
FORBIDDEN = "fetch: robots.txt disallows"  # how such a message begins
OFFLINE = "fetch: this machine reaches nobody"  # how such a message begins
UNSTORED = "read: the store did not take it"  # likewise
NO_ROOM = "fetch: this machine has no room for one more connection"  # likewise


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes that answered one request."""

    url: str  # asked for
    final_url: str  # answered, after redirects
    status: int
    body: bytes  # decoded from its transfer and content encodings, otherwise as served
    fetched_at: datetime
    headers: Mapping[str, str] = field(default_factory=dict)  # names in lower case
    redirects: tuple[tuple[int, str], ...] = ()  # (status, address it pointed to), in order

    @property
    def content_type(self) -> str | None:
        """The Content-Type header as served."""
        return self.headers.get("content-type")

    @property
    def moved_to(self) -> str | None:
        """Where the address leads for good: permanent redirects alone, to their end."""
        steps = self.redirects
        return self.final_url if steps and all(status in PERMANENT for status, _ in steps) else None

    @property
    def not_modified(self) -> bool:
        """Whether the server answered 304: the body is empty and what is stored still holds."""
        return self.status == 304


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no page: what the outside did wrong, as a value.

    ``hard`` will most likely fail again (unknown host, TLS, 4xx, oversize); ``soft`` may be the asker's
    pace or a page gone (404, 429); ``temporary`` is expected to pass (5xx, time-outs, resets); ``gone`` is
    410; ``refused`` was never asked (robots.txt, an inside address, a malformed URL); ``offline`` could not be:
    no way was found to anybody else either, or this machine had no room for a connection.
    """

    url: str
    kind: FailureKind
    message: str  # the stage leads: "fetch: 403 from example.org"
    at: datetime
    status: int | None = None
    retry_after_s: int | None = None  # what the server asked for, capped at a day
