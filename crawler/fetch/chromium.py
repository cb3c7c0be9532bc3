"""The system's Chromium: what starts it, who is within it, and when it ends.

    started → Chromium ─entered→ a place for one page ─left→ …
                          └ failed over one page: nobody enters any more; ended with the last who is within

One that fails over one page may live and draw another: it is never ended under it.
"""

from __future__ import annotations

import asyncio
import importlib.util
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
LEAVE_S = 5.0  # for a tab to close
END_S = 5.0  # for all of it to end

_SWITCHES = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # belt and braces: no request leaves by itself
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--js-flags=--max-old-space-size=256",
    "--no-first-run",
)
_NOWHERE = {
    "server": "http://127.0.0.1:1",
    "bypass": "<-loopback>",
}  # the proxy of what would leave all the same


class BrowserMissing(Exception):
    """Pages are to be rendered, and there is nothing to render them with; the message says what to install."""


def program() -> str:
    """The path of the system's Chromium. Raises BrowserMissing, also where the extra is not installed."""
    if importlib.util.find_spec("playwright") is None:
        raise BrowserMissing("render: true needs the browser extra: pip install 'forumwatch[browser]'")
    for name in PROGRAMS:
        if path := shutil.which(name):
            return path
    raise BrowserMissing("render: true needs Chromium: install the system's package chromium")


@dataclass(slots=True, eq=False)
class Chromium:
    """One that runs, and what drives it."""

    driver: Playwright
    browser: Browser
    within: int = 0  # pages being drawn
    failed: bool = False  # over one page; nobody enters any more

    @property
    def takes(self) -> bool:
        """Whether another page may be drawn in it."""
        return not self.failed and self.browser.is_connected()

    async def enter(self) -> BrowserContext:
        """A page's own place; `leave` must follow. Raises playwright's Error where there is none."""
        self.within += 1
        try:
            return await self.browser.new_context(service_workers="block", accept_downloads=False)
        except (
            BaseException
        ):  # also where its deadline came: the place may come to be, and nobody would leave it
            await self._out(failed=True)
            raise

    async def leave(self, place: BrowserContext) -> None:
        """Close a place, whatever its page does; a Chromium that cannot takes no more pages."""
        from playwright.async_api import Error

        failed = True
        with suppress(TimeoutError, Error):
            try:
                async with asyncio.timeout(LEAVE_S):
                    await place.close()
                failed = False
            finally:
                await self._out(failed=failed)

    async def end(self) -> None:
        """End it, and every page within."""
        from playwright.async_api import Error

        self.failed = True
        for stop in (self.browser.close, self.driver.stop):
            with suppress(TimeoutError, Error):
                async with asyncio.timeout(END_S):
                    await stop()

    async def _out(self, *, failed: bool) -> None:
        """A page is done, or never began; the last one within what failed ends it."""
        self.within -= 1
        self.failed = self.failed or failed
        if not self.within and not self.takes:
            await self.end()


async def started() -> Chromium:
    """A Chromium that runs. Raises BrowserMissing, and playwright's Error where it cannot start."""
    from playwright.async_api import async_playwright

    path = program()
    driver = await async_playwright().start()
    try:
        browser = await driver.chromium.launch(
            executable_path=path,
            args=_SWITCHES,
            proxy=_NOWHERE,  # type: ignore[arg-type]
            chromium_sandbox=os.geteuid() != 0,  # Chromium refuses to start as root within one
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
        )
    except BaseException:
        await driver.stop()
        raise
    return Chromium(driver, browser)
