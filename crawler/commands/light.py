"""Libraries, without what they load to draw with: rich and Pygments, which only a table or a bar of ours asks for.

structlog would colour tracebacks with them, httpx dresses a command of its own; both do without where they are
not installed. That is what they are shown here: a crawl takes 5 MB less, and starts the sooner.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_HTTPX_COMMAND = "httpx._main"  # nobody here runs it
_modules: dict[str, Any] = sys.modules


def lighten() -> None:
    """Have structlog and httpx loaded without rich, where they are not loaded yet."""
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
