"""An article → whether there is more of it than the page shows: behind a subscription, a log-in, or its scripts.

declared (JSON-LD, metas) ─ unless what is walled off is in the page all the same ┐
a box that asks for a subscription right below the last paragraph                 ┴→ partial
"""

from __future__ import annotations

import re

from crawler.parse.page import phrases
from crawler.parse.page.blocks import Block, Element, Outline
from crawler.parse.page.jsonld import Declared
from crawler.parse.page.metadata import read_summary

BELOW = 5  # blocks under the text that are looked at for the box
BOX = 240  # characters of one of its lines at most
WHOLE = 2_500  # characters: who shows that much and declares no more than "not free" shows all of it
ASIDE = 1_200  # the same for a page that declares nothing: boxes that ask for a subscription are common

_METAS = {  # meta name → what it says of an article for subscribers alone
    "article:content_tier": ("locked",),
    "content_tier": ("locked",),
    "isaccessibleforfree": ("false", "no"),
    "accessible-for-free": ("false", "no"),
    "article:paywall": ("true", "1", "yes"),
    "paywall": ("true", "1", "yes"),
    "premium": ("true", "1", "yes"),
    "article:premium": ("true", "1", "yes"),
    "sailthru.access": ("premium", "subscriber"),
}
_WALL = re.compile(r"paywall|regwall|subscri\w*[-_ ]?(?:wall|box|prompt|only|barrier|offer)|premium[-_ ]?(?:wall|box|barrier|overlay)|meter(?:ed)?[-_ ]?(?:wall|box)", re.I)  # fmt: skip
_WHOLE = ("html", "body", "main", "article")
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$")
_NAME = re.compile(r"[.#]?([\w-]+)")


def is_partial(page: Outline, declared: Declared, body: list[Block], text: str) -> bool:
    """Whether `text`, of which `body` is what the page shows, is but the beginning of the article, or its summary."""
    if not body and text == read_summary(page, declared):
        return True
    shown = sum(len(b.text) for b in body)
    if len(text) > 2 * shown + 200:  # found in the page's data, where it is whole
        return False
    if declared.free is False or _says_so(page):
        return not _shows_walled(declared, body) and (shown < WHOLE or _is_cut(body))
    return declared.free is None and shown < ASIDE and _is_walled(page, body)


def is_in_wall(block: Block) -> bool:
    """Whether a part called a wall holds a block; what holds the whole of an article is none."""
    element: Element | None = block.element
    while element is not None and element.tag not in _WHOLE:
        if _WALL.search(element.label):
            return True
        element = element.parent
    return False


def _says_so(page: Outline) -> bool:
    return any(c.lower() in locked for name, locked in _METAS.items() for c in page.metas.get(name, ()))


def _shows_walled(declared: Declared, body: list[Block]) -> bool:
    """Whether text stands inside the very parts that are declared not to be free."""
    names = {name for css in declared.walled for name in _NAME.findall(css.rsplit(" ", 1)[-1])}
    inside = sum(len(b.text) for b in body if names and _called(b.element, names))
    return inside > 400


def _called(element: Element | None, names: set[str]) -> bool:
    while element is not None:
        if not names.isdisjoint(element.label.split()):
            return True
        element = element.parent
    return False


def _is_walled(page: Outline, body: list[Block]) -> bool:
    """Whether the first thing below the text, or its last line, asks for a subscription."""
    if not body:
        return False
    last = body[-1].order
    near = (body[-1].text, *(b.text for b in page.blocks[last + 1 : last + 1 + BELOW]))
    if any(len(text) < BOX and phrases.holds(phrases.SUBSCRIBE, text) for text in near):
        return True
    return any(_WALL.search(b.element.label) for b in page.blocks[last + 1 : last + 3])


def _is_cut(body: list[Block]) -> bool:
    return bool(body) and _CUT.search(body[-1].text) is not None
