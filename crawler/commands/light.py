"""A start that costs little: libraries without what they load to draw with, and a collector that looks seldom.

And what a start asks of the system: as many open files as a crawl may need.

structlog would colour tracebacks with rich and Pygments and speak with Twisted where that is installed, httpx dresses a
command of its own with the first; both do without where these are not installed, and that is what they are shown here:
4 MB less, and 2 with Twisted. Our tables and bars load rich when one is drawn.
"""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

LOADING, WORKING = 250_000, 20_000  # objects more than before, at which the collector looks through them
FILES = 10_000  # open at one time: 1,000 requests under way, connections kept, the dashboard's
_HTTPX_COMMAND = "httpx._main"  # nobody here runs it
_modules: dict[str, Any] = sys.modules


def lighten() -> None:
    """Have structlog and httpx loaded without rich and Twisted, where they are not loaded yet.

    The collector looks through nothing that is loaded, neither now nor, as Python would, once more before it ends: a
    fifth of a verb's CPU went into that.
    """
    gc.set_threshold(LOADING, 20, 20)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
    _modules.setdefault(_HTTPX_COMMAND, None)
    with _hidden("rich"), _hidden("twisted"):
        import structlog  # noqa: F401


def loaded() -> None:
    """What a start has loaded stays for good: have the collector look after what comes now.

    Seldom, for that is freed by counting, but for a few cycles: at Python's own pace it takes 4 % of a crawl's CPU.
    """
    if gc.get_threshold()[0] == LOADING:
        gc.freeze()
        gc.set_threshold(WORKING, 20, 20)


def allow_files() -> None:
    """Let so many files be open as a crawl may need: systems grant 256 or 1,024 until they are asked.

    Where there are too few, sources seem to fail that answer all others.
    """
    with suppress(ImportError, ValueError, OSError):  # Windows; a system that grants less than it says
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


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
