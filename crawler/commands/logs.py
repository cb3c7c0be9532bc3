"""What the program says of its work, on stderr: for a person on a terminal, one JSON object a line elsewhere.

Where nothing can be said, on a full disk or to a reader that is gone, the work goes on all the same.
"""

from __future__ import annotations

import logging
import sys
from contextlib import suppress

import click
import structlog


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
        click.echo(line, err=True)


def set_up(level: str) -> None:
    """Log from `level` (debug, info, warning, error) upwards."""
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
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR, format="%(name)s: %(message)s")
