"""A body → where the addresses of its paper elsewhere begin that end it: "Follow us:", facebook.com/post, t.me/post."""

from __future__ import annotations

import re

from crawler.parse.page.blocks import Block
from crawler.patterns import lazily

LEFT = 2  # blocks that are left of a text at least
LAST, ADDRESSES = 8, 2  # blocks at the end, and addresses of the paper among them from which they are cut off
LINE = 80  # characters of a line beside these
_SOCIAL = lazily(
    r"(?:https?://)?(?:www\.|m\.)?(?:facebook\.com|fb\.com|t\.me|telegram\.me|twitter\.com|x\.com|instagram\.com|youtube\.com|tiktok\.com|linkedin\.com|wa\.me|whatsapp\.com|vk\.com|ok\.ru|threads\.net|weibo\.com|line\.me)/\S+",
    re.I,
)
_COLON = re.compile(r"[:：፡፦]\W*$")


def before_addresses(body: list[Block]) -> int:
    """How many blocks stand before the addresses of the paper elsewhere that end a text, and the line above them."""
    first = max(LEFT, len(body) - LAST)
    if not any("/" in b.text for b in body[first:]):  # as in most
        return len(body)
    counts = [len(_SOCIAL.findall(b.text)) if _is_short(b.text) else 0 for b in body[first:]]
    at = next((first + i for i, count in enumerate(counts) if count), len(body))
    if sum(counts) < ADDRESSES or not all(_is_short(b.text) for b in body[at:]):
        return len(body)
    return at - 1 if _is_short(body[at - 1].text) and _COLON.search(body[at - 1].text) else at


def _is_short(text: str) -> bool:
    """Whether no line of a block is as long as those that tell something."""
    return len(text) <= LAST * LINE and all(len(line) <= LINE for line in text.split("\n"))
