"""The values of sources.yaml, one by one: what is wrong raises ValueError, which says what to write."""

from __future__ import annotations

import ipaddress
import re
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError
from w3lib.encoding import resolve_encoding

from crawler.cron import next_firing
from storage.text.languages import no_language, tag_of

from . import units

_NO_ENCODING = (
    "idna",
    "punycode",
    "raw_unicode",
    "raw-unicode",
    "unicode",
    "undefined",
)  # Python's, not the web's
_ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)  # cron lines hold no year: what comes after it comes after any
MAX_EVERY_S = 30 * 86_400  # beyond this a feed has forgotten what it said
MOST_AGES = 20  # of looks at one article again
MIN_AGE_S, MAX_AGE_S = 600, 365 * 86_400  # of an article that is looked at again
MIN_TOKEN = 16  # characters: fewer can be tried out
MINUTES_BELOW = 60  # a bare number below is refused: who writes `every: 15` means minutes, most of the time
MINUTES_PERHAPS = 300  # below it is taken for seconds, as ever, and that is said
MIN_EVERY_S = 10  # below this a source is being hammered, whatever its owner allows


def http_url(value: str) -> str:
    """`value`, where it is an address that can be polled. Raises ValueError."""
    try:
        parts = urlsplit(value)
        web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError as err:  # brackets without an end; it does not say of what
        raise ValueError(f"{value!r} is no address: {err}") from None
    if not web:
        raise ValueError(f"{value!r} is not an http or https address")
    if parts.username or parts.password:
        raise ValueError("an address holds no user name or password; put them under auth:")
    _check_host(parts)
    return value


def _check_host(parts: SplitResult) -> None:
    host = parts.hostname or ""
    if re.search(r"\s", parts.netloc) or "" in host.removesuffix(".").split("."):
        raise ValueError(f"{host!r} is not the name of a host")
    try:
        parts.port  # noqa: B018  urlsplit looks at the port when it is asked for
    except ValueError:
        raise ValueError("a port is a number from 0 to 65535") from None


def _database(value: str) -> str:
    try:
        backend = make_url(value).get_backend_name()
    except (ArgumentError, ValueError):
        backend = None
    if backend not in ("sqlite", "postgresql"):
        said = "cannot be read as a store's address" if backend is None else f"there is no store on {backend}"
        raise ValueError(f"{said}; write sqlite:///forumwatch.db or postgresql+psycopg://user@host/name")
    return value


def _selector(value: str) -> str:
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    try:
        LexborHTMLParser("<p>").css(value)
    except SelectolaxError:
        raise ValueError(f"{value!r} is not a CSS selector; write one like div.news > a") from None
    return value


def _watch(value: object) -> object:
    if value == "all":
        return None
    if isinstance(value, str) and value.strip() and value.isprintable():
        raise ValueError(f"must be all or a list of forums; write [{value}]")
    if not isinstance(value, (list, tuple)):
        raise ValueError("must be all or a list of forums, like [gdec, wic]")
    if not value:  # "nothing new" would be true for ever
        raise ValueError("no forum at all; write all, or a list like [gdec, wic]")
    return value


def _nothing_said(value: object) -> object:
    return {} if value is None else value


def _whole(value: object) -> object:
    if isinstance(value, bool):  # which Python takes for 1 and 0
        raise ValueError("must be a whole number")
    return value


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("must not be empty")
    if "\0" in value:
        raise ValueError("holds a NUL, which no text has")
    return value


def _line(value: str) -> str:
    if re.search(r"[\x00-\x1f\x7f]", value):  # a no-break space can be sent
        raise ValueError("must be one line of visible characters")
    return value


def _revisit(value: object) -> object:
    if value is False:
        return None
    if not isinstance(value, dict):
        raise ValueError(
            "must be false, or ages at which articles are looked at again, like {after: [1h, 1d]}"
        )
    return value


def _ages(value: tuple[float, ...]) -> tuple[float, ...]:
    if not value:
        raise ValueError("no age at all; write revisit: false for never")
    if len(value) > MOST_AGES:
        raise ValueError(f"more than {MOST_AGES} ages; each is a request for each article with mentions")
    if min(value) < MIN_AGE_S or max(value) > MAX_AGE_S:
        raise ValueError("an age is between 10m and 365d")
    if list(value) != sorted(set(value)):
        raise ValueError("the ages must rise, like [1h, 6h, 1d]")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"{value!r} is not a time zone; write one like Asia/Bangkok") from None
    return value


def _cron(value: str) -> str:
    try:
        following = next_firing(value, "UTC", _ANY_DAY)
    except ValueError as err:
        raise ValueError(f"{value!r} is not a cron line of five fields ({err})") from None
    if following is None:
        raise ValueError(f"{value!r} never comes; there is no such day")
    return value


def _language(value: str) -> str:
    """The tag with the shortest code, as what is read by it wants it."""
    if (tag := tag_of(value)) is None:
        raise ValueError(no_language(value))
    return tag


def _country(value: str) -> str:
    if value == "UK":  # what many write for Great Britain's code
        return "GB"
    if not re.fullmatch(r"[A-Z]{2}", value):
        raise ValueError(f"{value!r} is not a country code; write two capitals, like TH")
    return value


def _network(value: str) -> str:
    try:
        ipaddress.ip_network(value)
    except ValueError as err:
        raise ValueError(f"{value!r} is not a network; write one like 10.1.0.0/16 ({err})") from None
    return value


def _with_unit(value: object) -> object:
    number = units.bare(value)
    if number is not None and 0 < number < MINUTES_BELOW:
        or_seconds = f", or {number:g}s" if number >= MIN_EVERY_S else ""
        raise ValueError(f"{number:g} would be seconds; write {number:g}m for minutes{or_seconds}")
    return value


def _every(value: float) -> float:
    if value < MIN_EVERY_S:
        raise ValueError(f"more often than every {MIN_EVERY_S}s is not polite")
    if value > MAX_EVERY_S:
        raise ValueError("less often than every 30d a feed forgets what it said; write 30d at most")
    return value


def _encoding(value: str) -> str:
    known = resolve_encoding(value)  # as the web labels them: windows-874, x-sjis
    try:
        readable = known is not None and not known.startswith(_NO_ENCODING) and "".encode(known) is not None
    except LookupError:  # between bytes and bytes, like zip
        readable = False
    if not readable:
        raise ValueError(f"{value!r} is not a known encoding; write one like windows-874 or gb18030")
    return value


def _proxy(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https", "socks5", "socks5h") or not parts.hostname:
        raise ValueError("a proxy is http://, https:// or socks5:// and a host")
    _check_host(parts)
    return value


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what listens on `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _token(value: str | None) -> str | None:
    if not value:  # as ${FORUMWATCH_TOKEN:-} leaves it
        return None
    if len(value) < MIN_TOKEN or not value.isascii() or not value.isprintable() or " " in value:
        raise ValueError(f"a token has at least {MIN_TOKEN} ASCII letters, digits or signs, and no blank")
    return value


def _listening(value: str) -> str:
    try:
        ipaddress.ip_address(value)
    except ValueError:
        if not re.fullmatch(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.?", value) or value.startswith("-"):
            raise ValueError(f"{value!r} is no address of this machine; write one like 127.0.0.1") from None
    return value


def _host_name(value: str) -> str:
    name = value.lower().removesuffix(".")
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*", name):
        raise ValueError(f"{value!r} is not the name of a host; write one like watch.example.org")
    return name


Url = Annotated[str, AfterValidator(http_url)]
Seconds = Annotated[float, BeforeValidator(units.seconds), Field(ge=0)]
Every = Annotated[float, BeforeValidator(units.seconds), BeforeValidator(_with_unit), AfterValidator(_every)]
Size = Annotated[int, BeforeValidator(units.size), Field(ge=10_000)]
Zone = Annotated[str, AfterValidator(_zone)]
Cron = Annotated[str, AfterValidator(_cron)]
Language = Annotated[str, AfterValidator(_language)]
Country = Annotated[str, AfterValidator(_country)]
Network = Annotated[str, AfterValidator(_network)]
Encoding = Annotated[str, AfterValidator(_encoding)]
Proxy = Annotated[str, AfterValidator(_proxy)]
Token = Annotated[str | None, AfterValidator(_token)]
HostName = Annotated[str, AfterValidator(_host_name)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]
Text = Annotated[str, Field(max_length=500), AfterValidator(_text)]
Whole = Annotated[int, BeforeValidator(_whole)]
Listening = Annotated[Text, AfterValidator(_listening)]
Line = Annotated[Text, AfterValidator(_line)]  # of a header
Selector = Annotated[Text, AfterValidator(_selector)]
Database = Annotated[Text, AfterValidator(_database)]
Ages = Annotated[tuple[Seconds, ...], AfterValidator(_ages)]
Watched = Annotated[tuple[str, ...] | None, BeforeValidator(_watch)]  # None: all
FalseIsNone = BeforeValidator(_revisit)  # never
NoneIsEmpty = BeforeValidator(_nothing_said)  # a section whose lines are all comments
