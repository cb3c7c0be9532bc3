"""What anybody writes on the stderr of a daemon whose log is JSON → lines of JSON, whoever wrote them.

A fault of sources.yaml, a note, a library's warning or Python's own last words would else stand between its lines, and
who reads them by program would stumble.
"""

from __future__ import annotations

import io
import json
import logging
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType

import structlog

NOTE = "note: "  # how begins what is no fault


class JsonLines(io.TextIOBase):
    """In the place of the stream `out`: lines that are no objects of JSON become such."""

    encoding, errors = "utf-8", "backslashreplace"

    def __init__(self, out: io.TextIOBase) -> None:
        self._out = out
        self._begun = threading.local()  # of a line, by thread: print writes one in two pieces

    def write(self, text: str) -> int:
        """Write the lines that are whole by now."""
        *lines, self._begun.said = (getattr(self._begun, "said", "") + text).split("\n")
        for line in filter(str.strip, lines):
            self._out.write(f"{shaped(line)}\n")
        return len(text)

    def flush(self) -> None:
        """As the stream behind it does."""
        self._out.flush()

    def fileno(self) -> int:
        """What is written to."""
        return self._out.fileno()

    def isatty(self) -> bool:
        """A program reads it."""
        return False

    def writable(self) -> bool:
        """It is."""
        return True


class JsonRecords(logging.Formatter):
    """What libraries log, one object for each record, with its traceback in it."""

    def format(self, record: logging.LogRecord) -> str:
        """As structlog shapes ours."""
        more = {"exception": self.formatException(record.exc_info)} if record.exc_info else {}
        return shaped(
            f"{record.name}: {record.getMessage()}",
            record.levelname.lower().replace("critical", "error"),
            **more,
        )


def shaped(line: str, level: str | None = None, **more: str) -> str:
    """`line` as an object of JSON, unless it is one already."""
    if line.startswith('{"') and line.endswith("}"):
        return line
    level = level or ("warning" if line.startswith(NOTE) else "error")
    at = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    return json.dumps({"event": line, "level": level, "timestamp": at} | more, ensure_ascii=False)


def tell_last_words() -> None:
    """Let an exception that ends the program be one line of the log."""

    def ended(kind: type[BaseException], err: BaseException, trace: TracebackType | None) -> None:
        structlog.get_logger("forumwatch").critical("the program ends", exc_info=(kind, err, trace))

    sys.excepthook = ended
