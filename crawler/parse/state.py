"""What a page holds for its scripts → the text they would draw, for pages that show none.

JSON-LD's articleBody first; then the longest run of paragraphs in the JSON that frameworks leave in the page.
"""

from __future__ import annotations

import json
import re
from typing import Any

from crawler.parse.blocks import Outline
from crawler.parse.clean import nfc
from crawler.parse.jsonld import Declared

MAX_LENGTH = 4_000_000  # characters of one script
MAX_NODES = 200_000
MIN_TEXT = 200  # characters: less is no article's text
_BREAK = re.compile(r"(?i)</(?:p|div|li|h[1-6]|blockquote|tr)>|<br\s*/?>|\r?\n")
_TAG = re.compile(r"<[^<>]*>")
_KEYS = re.compile(r"body|content|text|html|paragraph|story|article", re.I)
_PROSE = re.compile(r"[.!?。！？।؟]\s|[\u0e00-\u0e7f\u3040-\u9fff]{40}")


def hidden_text(page: Outline, declared: Declared) -> str:
    """The article's text out of the page's data, paragraphs apart; empty where there is none."""
    if declared.body and len(declared.body) >= MIN_TEXT:
        return lines(declared.body)
    return max((_longest(script) for script in page.state), key=len, default="")


def lines(markup: str) -> str:
    """A text with or without tags as one paragraph a line."""
    import html

    parts = (" ".join(html.unescape(_TAG.sub(" ", part)).split()) for part in _BREAK.split(markup))
    return nfc("\n".join(part for part in parts if part))


def _longest(script: str) -> str:
    if len(script) > MAX_LENGTH:
        return ""
    try:
        value = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return ""
    best = ""
    stack: list[tuple[str, Any]] = [("", value)]
    for _ in range(MAX_NODES):
        if not stack:
            break
        key, item = stack.pop()
        if isinstance(item, dict):
            stack += [(k, v) for k, v in item.items() if isinstance(v, str | list | dict)]
        elif isinstance(item, list):
            stack += [(key, v) for v in item if isinstance(v, str | list | dict)]
            text = _paragraphs(item)
            best = text if len(text) > len(best) else best
        elif len(item) > max(MIN_TEXT, len(best)) and _KEYS.search(key) and _PROSE.search(item):
            text = lines(item)
            best = text if len(text) > len(best) else best
    return best


def _paragraphs(items: list[Any]) -> str:
    """The text of a list of blocks, as editors keep them: strings, or objects with one telling string."""
    found = []
    for item in items:
        if isinstance(item, dict):
            item = next(
                (
                    v
                    for k in ("text", "content", "html", "value", "data")
                    if isinstance(v := item.get(k), str)
                ),
                None,
            )
        if (
            isinstance(item, str)
            and len(item) > 40
            and not item.startswith(("http", "/"))
            and _PROSE.search(item + " ")
        ):
            found.append(lines(item))
    text = "\n".join(found)
    return text if len(found) > 1 and len(text) >= MIN_TEXT else ""
