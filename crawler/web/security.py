"""Who comes in, from where and how often; and the headers that every answer leaves with.

    Host known? → often? → whose token? → from one of our own pages? → the application → headers

On loopback everybody is let in who can run programs on this machine, unless `web: token:` is set; beyond it nobody
without a token. A browser shows its token once, on the log-in page, and then a session's cookie.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from storage.access import Scope as Right
from storage.access import hash_of

from .problems import for_machine, problem
from .proxied import NONE, Networks, as_asked, through_proxy
from .rates import Rates

COOKIE = "forumwatch_session"
SESSION_S = 12 * 3600  # a working day
SESSIONS = 1000  # kept at one time
MAX_BODY = 64_000  # bytes: the longest note in any script, as forms write it
DASHBOARDS = "dashboard:"  # begins the names of cursors that the pages move, each with its token's
OPEN_PATHS = ("/login", "/static/", "/healthz")  # what needs no token
LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")
UNUSED = "that token is not in use"
SAFE = ("GET", "HEAD", "OPTIONS")
UNNAMED_PROXY = (
    "this came through a proxy, and here everybody is let in without a token; name the proxy under web: proxies: in "
    "sources.yaml, and make a token"
)
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with no-referrer, browsers hide the origin of our own forms too
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks, and what they may do."""

    name: str
    right: Right
    of_house: bool = False  # by the configuration, or on this machine: not by a token of the store

    @property
    def may_triage(self) -> bool:
        """Whether they may confirm and reject."""
        return self.right == "triage"

    def may_move(self, cursor: str) -> bool:
        """Whether the cursor is theirs: it bears their token's name, alone, before a colon, or as the dashboard's."""
        owner = cursor.removeprefix(DASHBOARDS).partition(":")[0]
        return self.of_house or self.name in (cursor, cursor.removeprefix(DASHBOARDS), owner)


class Expired(Exception):
    """A token served until then."""

    def __init__(self, at: datetime) -> None:
        super().__init__(
            f"that token expired on {at:%Y-%m-%d at %H:%M} UTC; ask whoever runs forumwatch for a new one"
        )


Find = Callable[[bytes], Awaitable[Visitor | None]]  # a token's hash → whose it is, if it is in use


@dataclass(slots=True)
class Sessions:
    """Browsers that have logged in: what their cookie hashes to → the hash of their token, and until when."""

    _known: OrderedDict[bytes, tuple[bytes, float]] = field(default_factory=OrderedDict)

    def begin(self, token_hash: bytes, now_s: float) -> str:
        """A new session; returns what its cookie holds."""
        secret = secrets.token_urlsafe(32)
        self._known[hash_of(secret)] = (token_hash, now_s + SESSION_S)
        while len(self._known) > SESSIONS:
            self._known.popitem(last=False)
        return secret

    def token_of(self, secret: str, now_s: float) -> bytes | None:
        """The hash of the token that the session was begun with; None once it has ended."""
        token_hash, until = self._known.get(hash_of(secret), (b"", 0.0))
        return token_hash if now_s < until else None

    def end(self, secret: str) -> None:
        """Log out."""
        self._known.pop(hash_of(secret), None)


@dataclass(slots=True)
class Rules:
    """What `web:` says of who may come."""

    host: str = "127.0.0.1"  # that is listened on
    names: Collection[str] = ()  # others by which this server is reached
    token: str | None = field(default=None, repr=False)  # of the configuration: it may triage
    closed: bool = False  # nobody comes in without a token
    find: Find | None = None  # a token of the store
    proxies: Networks = NONE  # whose word is taken for who asks, by which name and scheme
    rates: Rates = field(default_factory=lambda: Rates(20, 200))
    tries: Rates = field(default_factory=lambda: Rates(0.1, 10))  # wrong tokens, by address
    clock: Callable[[], float] = time.monotonic
    sessions: Sessions = field(default_factory=Sessions)

    def knows(self, host: str) -> bool:
        """Whether a Host header names this server: else a page elsewhere could make its own name lead here.

        A bare address cannot be made to lead elsewhere, so any will do where all addresses are listened on.
        """
        name = _name_of(host)
        if name is None:
            return False
        if name in LOCAL_NAMES or name == self.host.lower() or name in self.names:
            return True
        return _is_address(name) and _is_address(self.host) and ipaddress.ip_address(self.host).is_unspecified

    async def owner(self, secret: str) -> Visitor | None:
        """Whose token it is. Raises Expired."""
        return await self.owner_of_hash(hash_of(secret))

    async def owner_of_hash(self, hashed: bytes) -> Visitor | None:
        """Likewise, by the token's hash. Raises Expired."""
        if self.token is not None and hmac.compare_digest(hashed, hash_of(self.token)):
            return Visitor("web.token", "triage", of_house=True)
        return await self.find(hashed) if self.find else None


class Door:
    """The ASGI application that stands before all others."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self.app = app
        self.rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope = as_asked(scope, self.rules.proxies)
        request = Request(scope, receive)
        said = await self._refusal(request)
        if said is not None:
            await said(scope, receive, with_headers(send))
            return
        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        await self.app(inner, _bounded(receive), with_headers(send))

    async def _refusal(self, request: Request) -> Response | None:
        """Why the request is not let in; None where it is, with its visitor in `request.state`."""
        rules, now = self.rules, self.rules.clock()
        if not rules.knows(request.headers.get("host", "")):
            return problem(421, "this server does not go by that name; add it to web: names: in sources.yaml")
        if not rules.closed and through_proxy(request.scope):
            return problem(403, UNNAMED_PROXY)
        length = request.headers.get("content-length", "0")
        if not length.isdigit() or int(length[:20]) > MAX_BODY:
            return problem(413, f"a request holds at most {MAX_BODY} bytes")
        address = request.client.host if request.client else "unknown"
        visitor, wrong = await self._visitor(request)
        if wrong and (wait := rules.tries.wait_s(address, now)):
            return _slower(wait)
        if wait := rules.rates.wait_s(f"token {visitor.name}" if visitor else address, now):
            return _slower(wait)
        request.state.visitor = visitor
        if wrong:
            return _unknown(request, wrong)
        if visitor is None and not request.url.path.startswith(OPEN_PATHS):
            return _unknown(request, "a token is needed: Authorization: Bearer …")
        if request.method not in SAFE and not _own_page(request):
            return problem(403, "this came from a page of another site")
        return None

    async def _visitor(self, request: Request) -> tuple[Visitor | None, str]:
        """Who asks, and what is wrong with the token that they showed."""
        given = request.headers.get("authorization")
        if given is not None:
            return await self._shown(*given.partition(" ")[::2])
        if cookie := request.cookies.get(COOKIE):
            hashed = self.rules.sessions.token_of(cookie, self.rules.clock())
            with suppress(Expired):  # the log-in page says so of a token, and of a session that it has ended
                if hashed is not None and (found := await self.rules.owner_of_hash(hashed)):
                    return found, ""
        return (None if self.rules.closed else Visitor("this machine", "triage", of_house=True)), ""

    async def _shown(self, kind: str, secret: str) -> tuple[Visitor | None, str]:
        try:
            found = await self.rules.owner(secret.strip()) if kind.lower() == "bearer" else None
        except Expired as err:
            return None, str(err)
        return found, "" if found else UNUSED


def _slower(wait: int) -> Response:
    return problem(429, f"too many requests; come back in {wait} s", headers={"retry-after": str(wait)})


def _unknown(request: Request, detail: str) -> Response:
    if for_machine(request.url.path) or request.method not in SAFE:
        return problem(401, detail, headers={"www-authenticate": "Bearer"})
    there = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/login?next={quote(there)}", 303)


def _own_page(request: Request) -> bool:
    """Whether a request that changes something comes from a page of ours, or from no page.

    Every browser names the origin of a POST. A program names none, and has no cookie that it did not ask for.
    """
    headers = request.headers
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    if origin is None:
        return COOKIE not in request.cookies
    try:
        return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
    except ValueError:
        return False


def _name_of(host: str) -> str | None:
    """The name in a Host header, without its port; None where it is none."""
    try:
        parts = urlsplit(f"//{host}")
        name, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if not name or parts.username is not None or parts.path or parts.query or parts.fragment:
        return None
    return name.removesuffix(".")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def with_headers(send: Send) -> Send:
    """Send answers with the headers that bind a browser."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-cache, private")
        await send(message)

    return sending


def _bounded(receive: Receive) -> Receive:
    """The body's messages, cut off above the bound: one without a length may go on for ever."""
    seen = 0

    async def receiving() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return message if seen <= MAX_BODY else {"type": "http.disconnect"}

    return receiving
