"""Chosen blocks → the same without the line in which the site speaks of its cookies or to its subscribers, below or above a short text.

Of a flash of two sentences the bar is low, and a banner, or an agency's note on who gets its whole reports, is as long as the
text. It stands in no element of the text's, and nothing else that is told speaks of these: a report on them says so more than once.
"""

from __future__ import annotations

import re

from crawler.parse.page.blocks import Block, Element
from crawler.parse.page.families import OF_LINES

LEFT = 1  # least that is left of a text
SHORT = 1_000  # characters of one: of more, such a line is found out before
LONGEST = 500  # characters of a banner
OUTER = 2  # elements around a block that are its own
_COOKIES = OF_LINES.rarely(  # in lower case; not of those that are baked, but where a language has one word for both
    r"(?<!\w)(?:cookies?|kakor|informasjonskapsl\w+|vafrakök\w+|vafrakak\w+|eväste\w*|ciasteczk\w+|sütik\w*|slapuk\w+|sīkdat\w+|sīkfail\w+|küpsis\w*|piškot\w+|kolačić\w*)(?!\w)"
    r"|(?<!\w)(?:cookie-?(?:k|kat|jait?|urile|uri|ów|ami|s|erna|ene|er|ia|ja|leri?|lerden)|çerez\w*|kuki(?:s|lər\w*)?|куки\w*|cookie-ф\w+|бисквитк\w+|колачић\w*|galetes)(?!\w)"
    r"|คุกกี้|クッキー|쿠키|ملفات تعريف الارتباط|الكوكيز|עוגיות|کوکی|कुकी|কুকি|குக்கீ|ქუქი|քուքի|κούκις?"
)

_SUBSCRIBERS = OF_LINES.rarely(  # in lower case
    r"(?<!\w)(?:subscri(?:ber|ption|be)|abonn|abonel|abone ol|suscri(?:pt|pción|b)|assinant|assinatura|abbonat|abbonament|prenumer|předplat|predplat|előfizet|подпис(?:чик|к)|передплат|абонамент|абонент|pretplat|naročni|συνδρομ|tilaaj|prenumerator|abonați|abonament|abonent|langganan|pelanggan|tellija)\w*"
    r"|สมาชิก|订户|訂戶|订阅|訂閱|購読|구독|مشترك|اشتراك|מנוי|اشتراک|सदस्यता|ग्राहक"
)
# what tells such a line, and how often: one subscriber may be of the news
_OWN = (_COOKIES, 1), (_SUBSCRIBERS, 2)


def without_site_lines(chosen: list[Block], title: str | None) -> list[Block]:
    """`chosen` without those lines, where they are the first or the last."""
    if _size(chosen) > SHORT + LONGEST:  # as most
        return chosen
    for words, least in _OWN:
        left = _without(chosen, words, least)
        # a title that speaks of them, or a text that is hardly more than that line: it is of these
        if len(left) < len(chosen) and 2 * _size(left) >= _size(chosen):
            chosen = chosen if words.search((title or "").lower()) else left
    return chosen


def _size(blocks: list[Block]) -> int:
    return sum(len(b.text) for b in blocks)


def _without(chosen: list[Block], words: re.Pattern[str], least: int) -> list[Block]:
    for at in (-1, 0):
        if len(chosen) <= LEFT:
            break
        block, others = chosen[at], (chosen[:-1] if at else chosen[1:])
        if len(block.text) > LONGEST or not words.search(lower := block.text.lower()):  # as nearly all
            continue
        if least > 1 and not (block.links and len(words.findall(lower)) >= least):
            continue
        if _stands_apart(block, others) and not any(words.search(b.text.lower()) for b in others):
            chosen = others
    return chosen


def _stands_apart(block: Block, others: list[Block]) -> bool:
    """Whether no element that holds a block, but the page's, holds another of a text; of a box without paragraphs, whether none stands beside it.

    None does so where a program that builds pages puts each paragraph into a box, and all these boxes are alike.
    """
    if any(_is_alike(block.element, b.element) for b in others):
        return False
    if block.element.tag != "p":
        return all(b.element.parent is not block.element.parent or b.is_heading for b in others)
    around = block.element
    for _ in range(OUTER):
        if around.parent is None or around.parent.tag in ("body", "html"):
            break
        around = around.parent
        if any(around.first <= b.order < around.last for b in others):
            return False
    return True


def _is_alike(one: Element, other: Element) -> bool:
    """Whether two elements, and what holds each, are called the same and are not one."""
    if one is other or (one.tag, one.label) != (other.tag, other.label):
        return False
    a, b = one.parent, other.parent
    return a is not None and b is not None and (a.tag, a.label) == (b.tag, b.label)
