"""An address → its page as a browser draws it, for sources whose pages scripts fill (``render: true``).

    get: fetcher.get → the page as served ─Chromium→ what its scripts ask ─fetcher.part→ the page as drawn

Chromium reaches nothing by itself: every byte it is given comes through the fetcher, so that robots.txt, the judging of
addresses and all bounds hold for a page's scripts as well. Needs the ``browser`` extra and a Chromium on the system.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from storage.records import Failure, Page

from .chromium import BrowserMissing, Chromium, program, started
from .fetcher import Fetcher, Headers

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Request, Route
    from playwright.async_api import Page as Tab

__all__ = ["Browser", "BrowserMissing", "program"]

TABS = 2  # pages drawn at a time: each takes a process of some 100 MB
QUIET_S = 8.0  # that a page's scripts are waited for, once the page itself is there
MAX_PARTS = 80  # scripts and data that one page may ask for
MAX_JUMPS = 3  # times that its scripts may lead elsewhere
MAX_DRAWN = 12_000_000  # bytes of the page as drawn
MAX_KEPT = 24_000_000  # bytes of scripts kept for the next page of the site
KEPT_FOR = timedelta(hours=1)  # a site may change a script under the same address
WANTED = frozenset(["document", "script", "xhr", "fetch"])  # pictures, styles and fonts say nothing


@dataclass(slots=True)
class _View:
    """One page being drawn."""

    page: Page  # as served
    proxy: str | None
    parts: int = 0
    jumps: int = 0


@dataclass(slots=True)
class Browser:
    """Draws pages for one process, on one event loop. Chromium starts with the first and ends with the context."""

    fetcher: Fetcher
    deadline_s: float = 60.0
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _chromium: Chromium | None = None
    _starting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _tabs: asyncio.Semaphore = field(default_factory=partial(asyncio.Semaphore, TABS))
    _kept: OrderedDict[str, Page] = field(default_factory=OrderedDict)
    _kept_bytes: int = 0

    async def __aenter__(self) -> Browser:
        return self

    async def __aexit__(self, *exc: object) -> None:
        if self._chromium is not None:
            await self._chromium.end()

    async def get(
        self,
        url: str,
        *,
        headers: Headers = (),
        auth: tuple[str, str] | None = None,
        proxy: str | None = None,
    ) -> Page | Failure:
        """The page at `url` as its scripts draw it, in UTF-8; what is no HTML comes as it was served.

        Never raises for what the outside does.
        """
        served = await self.fetcher.get(url, headers=headers, auth=auth, proxy=proxy)
        if isinstance(served, Failure) or "html" not in (served.content_type or "html"):
            return served
        from playwright.async_api import Error

        view = _View(served, proxy)
        try:
            async with self._tabs, asyncio.timeout(self.deadline_s):
                drawn = await self._draw(view)
        except TimeoutError:
            message = f"fetch: the browser was not done with the page within {self.deadline_s:g} s"
            return Failure(url, "temporary", message, self.now())
        except Error as err:
            return Failure(url, "temporary", f"fetch: the browser: {str(err).splitlines()[0]}", self.now())
        if len(drawn) > MAX_DRAWN:
            message = f"fetch: the page as drawn has {len(drawn):,} bytes, more than {MAX_DRAWN:,}"
            return Failure(url, "hard", message, self.now())
        headers_ = {**view.page.headers, "content-type": "text/html; charset=utf-8"}
        return replace(view.page, url=url, body=drawn, headers=headers_)

    async def _draw(self, view: _View) -> bytes:
        from playwright.async_api import TimeoutError as NotQuiet

        chromium, place = await self._entered()
        try:
            await place.route("**/*", partial(self._answer, view))
            tab = await place.new_page()
            tab.on("popup", _shut)
            await tab.goto(
                view.page.final_url, wait_until="domcontentloaded", timeout=0
            )  # the deadline is ours
            with suppress(NotQuiet):
                await tab.wait_for_load_state("networkidle", timeout=1000 * QUIET_S)
            return (await _markup(place, tab)).encode("utf-8", "replace")
        finally:
            await chromium.leave(place)

    async def _entered(self) -> tuple[Chromium, BrowserContext]:
        """A page's own place in a Chromium; one that gives none died, or what drives it did, and another is started."""
        from playwright.async_api import Error

        chromium = await self._running()
        try:
            return chromium, await chromium.enter()
        except Error:
            chromium = await self._running()
            return chromium, await chromium.enter()

    async def _running(self) -> Chromium:
        """The one in which pages are drawn; beside it one may draw to its end that takes no more."""
        async with self._starting:
            if self._chromium is None or not self._chromium.takes:
                if self._chromium is not None and not self._chromium.within:
                    await self._chromium.end()  # it died while nobody was within
                self._chromium = await started()
            return self._chromium

    async def _answer(self, view: _View, route: Route) -> None:
        """Answer one request of a tab, or refuse it."""
        from playwright.async_api import Error

        with suppress(Error):  # the tab may be gone by now
            page = await self._part(view, route.request)
            if page is None:
                await route.abort()
            else:
                kind = page.content_type or "application/octet-stream"
                await route.fulfill(status=page.status, body=page.body, headers=_told(kind))

    async def _part(self, view: _View, request: Request) -> Page | None:
        """What a request is answered with; None where it is refused."""
        if request.method != "GET" or request.resource_type not in WANTED:
            return None
        if request.resource_type == "document":
            return await self._document(view, request)
        view.parts += 1
        if view.parts > MAX_PARTS:
            return None
        if kept := self._recall(request.url):
            return kept
        page = await self.fetcher.part(request.url, proxy=view.proxy)
        if isinstance(page, Failure):
            return None
        if request.resource_type == "script":
            self._keep(request.url, page)
        return page

    async def _document(self, view: _View, request: Request) -> Page | None:
        """The page itself; where its scripts lead elsewhere, the page there. Frames are not drawn."""
        if request.frame.parent_frame is not None:
            return None
        if request.url.split("#")[0] == view.page.final_url.split("#")[0]:
            return view.page
        view.jumps += 1
        if view.jumps > MAX_JUMPS:
            return None
        page = await self.fetcher.part(request.url, proxy=view.proxy)
        if isinstance(page, Failure):
            return None
        view.page = page
        return page

    def _recall(self, url: str) -> Page | None:
        kept = self._kept.get(url)
        if kept is None or kept.fetched_at < self.now() - KEPT_FOR:
            return None
        self._kept.move_to_end(url)
        return kept

    def _keep(self, url: str, page: Page) -> None:
        if old := self._kept.pop(url, None):
            self._kept_bytes -= len(old.body)
        self._kept[url] = page
        self._kept_bytes += len(page.body)
        while self._kept_bytes > MAX_KEPT and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._kept_bytes -= len(oldest.body)


def _told(kind: str) -> dict[str, str]:
    """The headers of an answer: any script of the page may read it, as no cookie and no password is at stake."""
    return {"content-type": kind, "access-control-allow-origin": "*"}


async def _markup(context: BrowserContext, tab: Tab) -> str:
    """The page as drawn, cut where it is too large: read in a world of its own, that no script of the page can forge."""
    session = await context.new_cdp_session(tab)
    frame = (await session.send("Page.getFrameTree"))["frameTree"]["frame"]["id"]
    world = await session.send("Page.createIsolatedWorld", {"frameId": frame})
    wanted = {
        "expression": f"document.documentElement.outerHTML.slice(0, {MAX_DRAWN + 1})",
        "contextId": world["executionContextId"],
        "returnByValue": True,
    }
    return str((await session.send("Runtime.evaluate", wanted))["result"].get("value", ""))


async def _shut(tab: Tab) -> None:
    await tab.close()
