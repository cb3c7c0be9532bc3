"""A start that costs little: libraries without what they load to draw with, and a collector that looks seldom.

structlog would colour tracebacks with rich and Pygments, httpx dresses a command of its own with them; both do
without where these are not installed, and that is what they are shown here: 4 MB less. Our tables and bars load rich
when one is drawn.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_HTTPX_COMMAND = "httpx._main"  # nobody here runs it
_modules: dict[str, Any] = sys.modules


def lighten() -> None:
    """Have structlog and httpx loaded without rich, where they are not loaded yet.

    The collector looks through less, and less often: 4 % of a crawl's CPU went into it, and as much of a start's, for
    a few cycles.
    """
    gc.set_threshold(20_000, 20, 20)
    _modules.setdefault(_HTTPX_COMMAND, None)
    with _hidden("rich"):
        import structlog  # noqa: F401


@contextmanager
def _hidden(name: str) -> Iterator[None]:
    """As if the library `name` were not installed, unless it is loaded already."""
    if name in _modules:
        yield
        return
    _modules[name] = None
    try:
        yield
    finally:
        del _modules[name]
