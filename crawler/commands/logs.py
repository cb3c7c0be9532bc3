"""What the program says of its work, on stderr: for a person on a terminal, one JSON object a line elsewhere; of a
daemon whatever it says.

Where nothing can be said, on a full disk, to a reader that is gone or to one that reads no more, the work goes on all
the same.
"""

from __future__ import annotations

import atexit
import json
import logging
import sys
from contextlib import suppress
from datetime import UTC, datetime

import click
import structlog

from .apart import Apart
from .jsonlines import NOTE, JsonLines, JsonRecords, shaped, tell_last_words


class Printed(structlog.PrintLogger):
    """Prints lines, or where that cannot be done none."""

    def msg(self, message: str) -> None:
        """Print one line."""
        with suppress(OSError):
            super().msg(message)

    log = debug = info = warn = warning = msg
    fatal = failure = err = error = critical = exception = msg


def tell(line: str) -> None:
    """Say one line to who started the program; one who does not listen keeps it from nothing."""
    with suppress(OSError):
        click.echo(shaped(line, _level(line)) if isinstance(sys.stderr, JsonLines) else line, err=True)


def _set_apart() -> None:
    """Let a pipe that nobody empties stop nobody who writes to it, as it would for ever."""
    with suppress(OSError, ValueError):  # no file
        apart = Apart(sys.stderr.fileno(), _dropped)
        atexit.register(apart.leave)
        sys.stderr = apart if apart.isatty() else JsonLines(apart)


def _level(line: str) -> str:
    return "warning" if line.startswith(NOTE) else "info"


def _dropped(count: int) -> str:
    event, at = f"{count:,} lines of the log were dropped: nobody read them", datetime.now(UTC).isoformat()
    return event if sys.stderr.isatty() else json.dumps({"event": event, "level": "warning", "timestamp": at})


def set_up(level: str, *, lasting: bool = False) -> None:
    """Log from `level` (debug, info, warning, error) upwards; `lasting`: of a verb that works until it is stopped."""
    if lasting:
        _set_apart()
    on_terminal = sys.stderr.isatty()
    shape = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if on_terminal
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%H:%M:%S" if on_terminal else "iso", utc=not on_terminal),
            *([] if on_terminal else [structlog.processors.format_exc_info]),
            shape,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=lambda *_: Printed(sys.stderr),  # of the moment: a bar lays itself before it
    )
    said = logging.StreamHandler(sys.stderr)
    said.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    if isinstance(sys.stderr, JsonLines):
        said.setFormatter(JsonRecords())
        tell_last_words()
    logging.basicConfig(handlers=[said], level=logging.ERROR)
