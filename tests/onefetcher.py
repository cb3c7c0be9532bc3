"""How a fetcher asks a site on loopback in tests, and what it answers."""

from __future__ import annotations

from crawler.fetch import FetchSettings
from storage.records import Failure, Page

HTML = b"<title>A forum</title><p>opens in Bangkok"
LIMIT_S = 120  # after it something hangs


def settings(**changes: object) -> FetchSettings:
    usual = {"min_delay_s": 0.0, "timeout_s": 60.0, "deadline_s": 60.0, "allow_networks": ("127.0.0.0/8",)}
    return FetchSettings(**(usual | changes))  # type: ignore[arg-type]


def page(got: Page | Failure) -> Page:
    assert isinstance(got, Page), got
    return got


def failure(got: Page | Failure) -> Failure:
    assert isinstance(got, Failure), got
    assert got.message.startswith("fetch: ")
    return got
