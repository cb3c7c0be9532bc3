"""An address → the page that answers, or why there is none."""

from __future__ import annotations

import asyncio
import re
import ssl
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

import httpx

from storage.records import FORBIDDEN, OFFLINE, Failure, Page

from .addresses import Judge, literal
from .answers import REDIRECTS, Answer, failure_of
from .asking import Admit, Asker, Budget, Question
from .codings import ACCEPT_ENCODING
from .cookies import Cookies
from .dial import Dialler
from .faults import FetchError
from .hosts import Hosts, Memory
from .http1 import Fields
from .resolver import Resolve, Resolver
from .robots import MAX_BYTES, Keeper, Robots
from .routes import Proxy, basic, parse_proxy
from .settings import FetchSettings
from .transport import Transport
from .uplink import Uplink
from .urls import Target, parse

ROBOTS_DEADLINE_S = 30.0
# followed to one page: what sends on more often loads itself anew under ever other addresses
MOST_REFRESHES = 3
PASSING_S = 6 * 3600  # until what a resolver or a redirect is refused for may have passed

Headers = tuple[tuple[str, str], ...]

_ACCEPT = b"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_UNSENDABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a fetch says beside the address; all but the proxy is for the address's own origin."""

    etag: str | None = None
    last_modified: str | None = None
    headers: Headers = ()
    auth: tuple[str, str] | None = None
    proxy: Proxy | None = None
    pauses: bool = True  # whether the host is left in peace afterwards

    @property
    def conditional(self) -> bool:
        """Whether the page is wanted only if it changed."""
        return bool(self.etag or self.last_modified)


class Fetcher:
    """Fetches for one process, on one event loop. Used as a context: its connections close with it."""

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        resolve: Resolve | None = None,
        tls: Callable[[], ssl.SSLContext] = httpx.create_ssl_context,
        keeper: Keeper | None = None,
        uplink: Uplink | None = None,
        admit: Admit | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.settings = settings or FetchSettings()
        self._now = now
        self._resolver = Resolver()
        self._judge = judge = Judge(self.settings.allow_networks)
        self._transport = Transport(Dialler(judge, resolve or self._resolver, tls, http2=self.settings.http2))
        hosts, timeout_s = Hosts(clock, sleep, memory), self.settings.timeout_s
        self._uplink = uplink or Uplink(now)
        self._outages = self._uplink.outages
        concurrency = self.settings.concurrency
        self._asker = Asker(self._transport, hosts, now, timeout_s, concurrency, self._uplink, admit)
        self._robots = Robots(self.settings.user_agent, clock, keeper)

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._resolver.close()
        await self._transport.aclose()

    @property
    def open_connections(self) -> int:
        """Connections in use and kept."""
        return len(self._transport)

    def end(self) -> None:
        """Ask nobody any more; what is under way is answered."""
        self._asker.end()

    async def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        headers: Headers = (),
        auth: tuple[str, str] | None = None,
        proxy: str | None = None,
    ) -> Page | Failure:
        """The page at `url`, after redirects; with a validator only if it changed, else a page of status 304.

        Validators, `headers` and `auth` are told to the origin of `url` alone, wherever redirects lead. Through
        a `proxy`, names are resolved by it and not judged here. Never raises for what the outside does.
        """
        wish = Wish(etag, last_modified, headers, auth)
        try:
            if proxy:
                wish = replace(wish, proxy=parse_proxy(proxy))
            return await self._follow(url, wish)
        except FetchError as err:
            return self._failure(url, err, _way(wish.proxy))

    async def part(self, url: str, *, proxy: str | None = None) -> Page | Failure:
        """What a page that was just fetched is made of: asked for at once, as a browser does, otherwise like `get`."""
        try:
            return await self._follow(url, Wish(proxy=parse_proxy(proxy) if proxy else None, pauses=False))
        except FetchError as err:
            return self._failure(url, err)

    def _failure(self, url: str, err: FetchError, way: str = "") -> Failure:
        if err.unreached and self._uplink.closed(way):  # no fault of who was asked
            shut = OFFLINE if self._uplink.down else f"fetch: {_shut(way)}"
            return Failure(url, "offline", f"{shut}, lastly: {err}", self._now())
        again_s = err.retry_after_s
        if err.kind == "refused" and again_s is None and self._may_be_fetched(url):
            again_s = PASSING_S
        return Failure(url, err.kind, f"fetch: {err}", self._now(), err.status, again_s)

    def _may_be_fetched(self, url: str) -> bool:
        """Whether an address is one in itself, and no number that leads inside: else it is refused for ever."""
        try:
            address = literal(parse(url).host)
        except FetchError:
            return False
        return address is None or self._judge.allows(address)

    async def _follow(self, url: str, wish: Wish) -> Page:
        target = first = parse(url)
        budget, cookies = Budget(self.settings.deadline_s), Cookies()
        redirects: list[tuple[int, str]] = []
        seen = {target.url}
        while True:
            said = wish if first.trusts(target) else Wish(proxy=wish.proxy, pauses=wish.pauses)
            answer = await self._visit(target, said, cookies, budget)
            ahead = _ahead(answer, target)
            if ahead is not None and answer.location is None and _loads_itself(ahead, seen, redirects):
                ahead = None
            if ahead is None:
                if failure := failure_of(answer, target.authority, conditional=said.conditional):
                    raise failure
                return self._page(url, target, answer, redirects)
            if cookies.keep(target, answer.cookies):
                seen.clear()  # the same address may answer otherwise now
            target = ahead
            redirects.append((answer.status, target.url))
            self._check_redirects(target, answer, seen, len(redirects))

    def _check_redirects(self, target: Target, answer: Answer, seen: set[str], hops: int) -> None:
        if hops > self.settings.max_redirects:
            message = f"more than {self.settings.max_redirects} redirects, the last to {target.authority}"
            raise FetchError("hard", message, status=answer.status)
        if target.url in seen:
            message = f"redirects in a circle at {target.authority}"
            raise FetchError("hard", message, status=answer.status)
        seen.add(target.url)

    async def _visit(self, target: Target, wish: Wish, cookies: Cookies, budget: Budget) -> Answer:
        """The answer of one hop, if robots.txt lets it be asked."""
        delay_s, asked_now = self.settings.min_delay_s, False
        if self.settings.robots:
            if self._outages != self._uplink.outages:
                self._outages = self._uplink.outages
                self._robots.forget_unreached()
            proxy, way = wish.proxy, _way(wish.proxy)
            asked_now = not self._robots.knows(target, way)
            rules = await self._robots.rules(target, lambda at: self._robots_txt(at, proxy), way)
            if not await self._robots.allow(rules, target.url):
                raise self._forbidden(target, way)
            delay_s = max(delay_s, rules.delay_s)
        headers = self._headers(target, wish, cookies.header(target))
        pause_s = delay_s if wish.pauses else 0.0
        most = self.settings.max_body
        question = Question(
            target, headers, most, delay_s=pause_s, proxy=wish.proxy, first=asked_now or wish.conditional
        )
        return await self._asker.ask(question, budget)

    def _forbidden(self, target: Target, way: str) -> FetchError:
        message = f"{FORBIDDEN.removeprefix('fetch: ')} {target.path[:200]} of {target.authority}"
        return FetchError("refused", message, retry_after_s=int(self._robots.fresh_s(target, way)) + 1)

    async def _robots_txt(self, target: Target, proxy: Proxy | None) -> Answer:
        headers = self._headers(target, Wish(), "")
        question = Question(target, headers, MAX_BYTES, True, self.settings.min_delay_s, proxy)
        return await self._asker.ask(question, Budget(min(ROBOTS_DEADLINE_S, self.settings.deadline_s)))

    @cached_property
    def _own_headers(self) -> dict[bytes, bytes]:
        return {
            b"user-agent": _encoded("user-agent", self.settings.user_agent),
            b"accept": _ACCEPT,
            b"accept-encoding": ACCEPT_ENCODING.encode("ascii"),
        }

    def _headers(self, target: Target, wish: Wish, cookie: str) -> Fields:
        headers = {b"host": target.authority.encode("ascii")} | self._own_headers
        headers |= {name.lower().encode("latin-1"): _encoded(name, value) for name, value in wish.headers}
        for name, heard in ((b"if-none-match", wish.etag), (b"if-modified-since", wish.last_modified)):
            if heard and not _UNSENDABLE.search(heard):
                headers[name] = _encoded("", heard)
        if cookie:
            own = headers.get(b"cookie")
            headers[b"cookie"] = (own + b"; " if own else b"") + cookie.encode("ascii")
        if wish.auth:
            headers[b"authorization"] = basic(*wish.auth)
        return list(headers.items())

    def _page(self, url: str, target: Target, answer: Answer, redirects: list[tuple[int, str]]) -> Page:
        at = self._now()
        return Page(url, target.url, answer.status, answer.body, at, answer.headers, tuple(redirects))


def _ahead(answer: Answer, target: Target) -> Target | None:
    """Where an answer leads on to; a Refresh header that leads nowhere else changes nothing. Raises FetchError."""
    if answer.location is not None:
        return parse(answer.location, target.url)
    if answer.refresh is None:
        return None
    try:
        ahead = parse(answer.refresh, target.url)
    except FetchError:
        return None
    return ahead if ahead.url != target.url else None


def _loads_itself(ahead: Target, seen: set[str], redirects: list[tuple[int, str]]) -> bool:
    """Whether a page that is served sends on to be seen anew, as the live ones do, and not to another."""
    sent_on = sum(status not in REDIRECTS for status, _ in redirects)
    return ahead.url in seen or sent_on >= MOST_REFRESHES


def _way(proxy: Proxy | None) -> str:
    return proxy.way if proxy else ""


def _shut(way: str) -> str:
    return f"the proxy {way} reaches nobody" if way else "nobody is reached without a proxy"


def _encoded(name: str, value: str) -> bytes:
    if _UNSENDABLE.search(value):
        raise FetchError("refused", f"the header {name!r} holds a control character")
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode()
