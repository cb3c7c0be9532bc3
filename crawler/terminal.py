"""Whether somebody can close the terminal that this program was started from."""

from __future__ import annotations

import os


def has_terminal() -> bool:
    """Whether there is one: a service has none, and who works over ssh or in a window has."""
    try:
        os.close(os.open(os.ctermid(), os.O_RDONLY | os.O_NOCTTY))
    except OSError:
        return False
    return True
