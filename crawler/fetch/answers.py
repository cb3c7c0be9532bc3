"""What a host answered → whether that is a page, a way on, or which kind of failure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from crawler.refresh import sends_on
from storage.records import FailureKind

from .faults import FetchError
from .http1 import Fields

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PARTIAL = 206
PROXY_LOGIN = 407  # no word of the site's
MAX_RETRY_AFTER_S = 86_400

_RANGE = re.compile(r"\s*bytes\s+(\d{1,15})-(\d{1,15})/(\d{1,15})\s*", re.I)
_KINDS: dict[int, FailureKind] = {
    404: "soft",
    408: "temporary",  # timed out
    410: "gone",
    421: "temporary",  # asked on the wrong connection
    425: "temporary",  # asked too early
    429: "soft",
}
_KIND_OF_CLASS: dict[int, FailureKind] = {3: "hard", 4: "hard", 5: "temporary"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one request; only that of a success has its body."""

    status: int
    headers: dict[str, str]  # names in lower case
    cookies: tuple[str, ...] = ()  # Set-Cookie lines
    body: bytes = b""
    retry_after_s: int | None = None

    @property
    def location(self) -> str | None:
        """Where it points, if it is a redirect that points anywhere."""
        location = self.headers.get("location", "") if self.status in REDIRECTS else ""
        return _utf8(location) or None

    @property
    def refresh(self) -> str | None:
        """Where a page that is served sends its readers on to at once, by its header."""
        return sends_on(_utf8(self.headers.get("refresh", ""))) if self.wanted else None

    @property
    def wanted(self) -> bool:
        """Whether its body is what was asked for."""
        return 200 <= self.status < 300


def headers_of(fields: Fields) -> tuple[dict[str, str], tuple[str, ...]]:
    """The headers by name, those of one name joined by commas, and the Set-Cookie lines apart.

    Each X-Robots-Tag is a line: a comma would not tell where what is said to one program ends.

    Bytes become the characters of the same number, so that a validator goes back as it came.
    """
    headers: dict[str, str] = {}
    cookies: list[str] = []
    for name, value in fields:
        key, text = name.decode("latin-1"), value.decode("latin-1")
        if key == "set-cookie":
            cookies.append(text)
        elif key in headers and key != "location":
            headers[key] += f"\n{text}" if key == "x-robots-tag" else f", {text}"
        else:
            headers[key] = text
    return headers, tuple(cookies)


def _utf8(text: str) -> str:
    """Addresses are written in UTF-8 these days, also where they should be in ASCII."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return text


def failure_of(answer: Answer, where: str, *, conditional: bool) -> FetchError | None:
    """Why the answer is no page; None where it is one. A 304 is one if it was asked for."""
    status = answer.status
    if status == PARTIAL and not _is_whole(answer):
        return FetchError("temporary", f"206 from {where}: a part, where all was asked for", status=status)
    if answer.wanted or (status == 304 and conditional):
        return None
    if status == PROXY_LOGIN:
        message = f"{status} from {where}: the proxy on the way wants another login"
        return FetchError("temporary", message, status=status)
    if status == 304:
        return FetchError("temporary", f"304 from {where}, which was not asked", status=status)
    if status in REDIRECTS:
        return FetchError("hard", f"{status} from {where} that leads nowhere", status=status)
    kind = _KINDS.get(status) or _KIND_OF_CLASS.get(status // 100, "temporary")
    return FetchError(kind, f"{status} from {where}", status=status, retry_after_s=answer.retry_after_s)


def _is_whole(answer: Answer) -> bool:
    """Whether a 206 proves by its Content-Range (RFC 9110, 14.4) that it is all there is, and is as long as it says.

    Without one, of unknown length or in several parts, it may be any part: what is stored would be cut, and nobody knew.
    """
    said = _RANGE.fullmatch(answer.headers.get("content-range", ""))
    if said is None or int(said[1]) > 0 or int(said[2]) + 1 != int(said[3]):
        return False
    return "content-encoding" in answer.headers or len(answer.body) == int(said[3])


def retry_after(value: str | None, now: datetime) -> int | None:
    """Seconds from now that a Retry-After header means, at most a day; None where it says nothing."""
    if not value:
        return None
    said = [part.strip() for part in value.split(",")]  # one for each time it was sent
    if numbers := [int(part[:9]) for part in said if part.isdecimal()]:
        return min(max(numbers), MAX_RETRY_AFTER_S)
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, OverflowError):  # of a year that no calendar has
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0, min(int((at - now).total_seconds()), MAX_RETRY_AFTER_S))
