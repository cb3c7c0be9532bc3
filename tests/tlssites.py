"""Sites on loopback that speak TLS, and a fetcher that believes them."""

from __future__ import annotations

import ssl
from pathlib import Path

from crawler.fetch import Fetcher, FetchSettings

HTML = b"<title>A forum</title><p>opens in Bangkok" * 3000


def serving(file: Path, *protocols: str) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    if protocols:
        context.set_alpn_protocols(list(protocols))
    return context


def fetching(file: Path | None = None, **changes: object) -> Fetcher:
    usual = {
        "min_delay_s": 0.0,
        "timeout_s": 60.0,  # that no busy machine lets run out
        "deadline_s": 60.0,
        "max_body": 200_000,
        "robots": False,
        "allow_networks": ("127.0.0.0/8",),
    }
    settings = FetchSettings(**(usual | changes))  # type: ignore[arg-type]
    if file is None:
        return Fetcher(settings)
    return Fetcher(settings, tls=lambda: ssl.create_default_context(cafile=str(file)))
