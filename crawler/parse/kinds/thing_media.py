"""A page with little text → whether what it tells is to be seen, or to be heard; and what it and its text are called."""

from __future__ import annotations

import re
from urllib.parse import unquote

from crawler.parse.body.headline import headline_before
from crawler.parse.kinds.proof import Shown
from crawler.parse.kinds.read import is_video
from crawler.parse.kinds.thing_address import path_of
from crawler.parse.kinds.thing_words import AUDIO, VIDEO, folded_words
from crawler.parse.page.blocks import Block, Element, Outline
from crawler.parse.page.clean import width

# lines that begin with one, and characters of others from which on they tell a story
MINUTES, NOTES = 3, 3_000
_MINUTE = re.compile(r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?(?!\d)")
VIDEO_TEXT = 300  # characters, a Chinese one counting two: a page with a video that tells more tells a story


def is_of_video(shown: Shown) -> bool:
    """Whether a page shows a video, says so in its address or markup as well, and tells next to nothing."""
    page, body = shown.page, shown.body
    if not is_video(page, shown.declared) or sum(width(b.text) for b in body) >= VIDEO_TEXT:
        return False
    address = [folded_words(unquote(part)) for part in path_of(shown.url).split("/") if part]
    named = folded_words(called(page, None, body))
    return any(map(VIDEO.fullmatch, address)) or VIDEO.search(named) is not None


def is_of_audio(shown: Shown) -> bool:
    """Whether the address of a page that tells next to nothing says that there is something to hear.

    One that is filed there, declares an episode and lists in which minute of it what is told may tell more.
    """
    if _is_episode(shown):
        return True
    if sum(width(b.text) for b in shown.body) >= VIDEO_TEXT:
        return False
    address = [folded_words(unquote(part)) for part in path_of(shown.url).split("/") if part]
    return any(map(AUDIO.fullmatch, address))


def _is_episode(shown: Shown) -> bool:
    if shown.declared.kind != "podcastepisode":  # as nearly all
        return False
    minutes = [b for b in shown.body if _MINUTE.match(b.text)]
    told = sum(width(b.text) for b in shown.body) - sum(width(b.text) for b in minutes)
    if len(minutes) < MINUTES or told >= NOTES:  # what it says, word for word, is text
        return False
    return any(AUDIO.search(folded_words(unquote(part))) for part in path_of(shown.url).split("/") if part)


def called(page: Outline, title: str | None, body: list[Block]) -> str:
    """What the page, and what stands around the headline and the first line of the text, are called."""
    start = body[0].order
    headline = headline_before(page, start, title)
    around: dict[Element, None] = {e: None for e in page.elements[:4] if e.tag == "body"}
    for block in (page.blocks[start], page.blocks[min(headline, start)]):
        element: Element | None = block.element
        while element is not None:
            around[element] = None
            element = element.parent
    return " ".join(e.label for e in around if e.label)
