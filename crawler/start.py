"""Where the command `forumwatch` begins: it loads the command line, and to be stopped meanwhile is no fault of it."""

import signal
import sys

from crawler.ending import Ending, unheard

INTERRUPTED = 130  # EXIT_INTERRUPTED, before what tells it is loaded
# verb → its code where it is stopped by SIGTERM: a service manager would report a failure of one that the signal killed
STOPPED = {"run": 0, "serve": 0, "once": INTERRUPTED}


def main() -> None:
    """Load the command line, which takes some tenths of a second, and run it."""
    heed(next(filter(STOPPED.__contains__, sys.argv), None))
    try:
        from crawler.cli import main as command_line
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    command_line()


def heed(verb: str | None) -> None:
    """Let SIGTERM end `verb` with its code from now on; any other as it ends every program."""
    if (before := unheard()) is not None:
        sys.exit(before.code)
    if verb in STOPPED:
        signal.signal(signal.SIGTERM, Ending(STOPPED[verb]))
    elif signal.getsignal(signal.SIGTERM) is not signal.SIG_IGN:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
