"""Address → page, politely and within bounds. The only room that opens sockets for pages.

    get: urls.parse → robots.rules → hosts.turn → transport (dial, HTTP/1.1 or 2) → bodies.read → Page | Failure
         └──────────────── once more for each redirect, every hop judged anew ────────────────┘

What the outside does wrong comes back as a Failure; only a cancellation passes.
"""

from .fetcher import Fetcher
from .hosts import Word
from .robotstxt import Rules, product_token
from .routes import way_of
from .settings import FetchSettings
from .uplink import ENOUGH, Uplink, domains

__all__ = [
    "ENOUGH",
    "FetchSettings",
    "Fetcher",
    "Rules",
    "Uplink",
    "Word",
    "domains",
    "product_token",
    "way_of",
]
