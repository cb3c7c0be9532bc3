"""How the program ends: at once, whatever it loads just now and whoever still waits for an answer."""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from typing import NoReturn

LEFT_S = 0.5  # what threads have to end by themselves; none of them holds anything that is to be kept


class Ending:
    """What SIGTERM does while the program starts: it ends it, and is remembered.

    For what is raised within a callback of an import or of the collector goes nowhere, and who sent it would wait in vain.
    """

    def __init__(self, code: int) -> None:
        self.code, self.wished = code, False

    def __call__(self, number: int, frame: object) -> None:
        """End the program."""
        self.wished = True
        sys.exit(self.code)


def unheard() -> Ending | None:
    """That SIGTERM came, where the program goes on all the same."""
    answer = signal.getsignal(signal.SIGTERM)
    return answer if isinstance(answer, Ending) and answer.wished else None


def leave(code: int) -> NoReturn:
    """Exit with `code`.

    The interpreter would wait for every thread, and so for ever for one that asks a server which does not answer, as
    where a reader of the dashboard met it: a service that is told to stop would have to be killed.
    """
    ends = time.monotonic() + LEFT_S
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(max(ends - time.monotonic(), 0))
            if thread.is_alive():
                atexit._run_exitfuncs()  # the last lines of the log
                for told in (
                    sys.stdout,
                    sys.stderr,
                ):  # whose last rows wait to be written, where it is no terminal
                    with suppress(OSError, ValueError, AttributeError):  # closed, or none
                        told.flush()
                os._exit(code)
    sys.exit(code)
