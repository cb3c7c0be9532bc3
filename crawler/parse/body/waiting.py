"""What a page shows → whether that is but the line that stands where its script has yet to write the text: "Loading …".

A sentence has an end, what goes on has dots, in whichever language: no words are asked.
"""

from __future__ import annotations

from crawler.parse.page.clean import width

LINE = 60  # characters, a Chinese one counting two: the beginning of a text that a wall cuts off is longer
_DOTS = ("…", "...", "。。。", "・・・", "···")


def is_waiting(shown: str) -> bool:
    """Whether all that a page shows is one short line that ends in dots."""
    return 0 < len(shown) <= LINE and "\n" not in shown and shown.endswith(_DOTS) and width(shown) <= LINE
