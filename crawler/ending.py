"""How the program ends: at once, whoever still waits for an answer."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import time
from typing import NoReturn

LEFT_S = 0.5  # what threads have to end by themselves; none of them holds anything that is to be kept


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
                os._exit(code)
    sys.exit(code)
