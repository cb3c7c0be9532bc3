"""Where the command `forumwatch` begins: it loads the command line, and Ctrl-C meanwhile is no traceback."""

import sys

INTERRUPTED = 130  # EXIT_INTERRUPTED, before what tells it is loaded


def main() -> None:
    """Load the command line, which takes some tenths of a second, and run it."""
    try:
        from crawler.cli import main as command_line
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    command_line()
