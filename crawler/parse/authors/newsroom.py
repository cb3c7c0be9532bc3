"""A page on which nobody is named → the newsroom that its byline names: "By Newsroom", "Von der Redaktion", "Coast Courier Desk".

The word alone is an account in the head of a page and a link in its menu; what a reader is told is a word for "by", or an
element that calls itself a byline, before it, and nothing but the outlet, a place or the date behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from crawler.parse.authors.byline import LINE, led_in
from crawler.parse.authors.names import is_lead
from crawler.parse.dates.calendars import find_dates, may_hold
from crawler.parse.page import labels
from crawler.parse.page.blocks import NEAR, Block, Outline
from crawler.patterns import lazily, rarely

_NEWSROOM = rarely(
    r"(?<!\w)(?:(?:the|our|der|die|unserer|la|de|onze|η|τη[νς]?)\s)?(?P<name>(?:(?:news|web|online|digital|editorial) )?(?:newsroom|news ?desk|editorial (?:team|staff|desk|board)|web ?desk|staff (?:reporter|writer|correspondent)s?|(?:special|our(?: own| special| staff)?) correspondent)"
    r"|(?:online|web|news|digital|nachrichten|zentral)?redaktion|rédaction|redacción|redação|redazione|(?:web|online)?redactie"
    r"|(?:nyhets|nyheds|webb?)?(?:redaktionen|redaksjonen)|toimitus|(?:zespół )?redakcj[ai]|redakce|redakcia|redakcija|uredništvo|уредништво|редакци[яи](?: сайта)?|редакція|редакцията|редакционен екип|redacți[ae]|szerkesztőség"
    r"|συντακτική ομάδα|haber merkezi|redaksiya|mwandishi wetu|toimetus|(?:tim )?redaksi|ban biên tập|กองบรรณาธิการ|ກອງບັນນາທິການ|(?:নিজস্ব|স্টাফ|জ্যেষ্ঠ) (?:প্রতিবেদক|প্রতিনিধি|রিপোর্টার)|(?:वेब|ऑनलाइन|न्यूज़?) डेस्क|(?:নিউজ|অনলাইন) ডেস্ক"
    r"|هيئة التحرير|أسرة التحرير|تحریریه|ویب ڈیسک|נכתב על ידי המערכת|מערכת האתר|編集部|编辑部|編輯部|편집부|რედაქცია|խմբագրություն)(?!\w)",
    re.I,
)
_OF_DESK = lazily(
    r"\s(?:(?:news|web|online|digital|নিউজ|অনলাইন|ऑनलाइन|न्यूज़?|वेब|डिजिटल|ویب|نیوز)\s)?(?:desk(?![a-z])|ডেস্ক|डेस्क|ڈیسک|ડેસ્ક|டெஸ்க்|డెస్క్|ಡೆಸ್ಕ್|ഡെസ്ക്)",
    re.I,
)
_ENDS = lazily(r"\s*(?:$|[\d(（,،;|·•\n–—-])")
_SIGNS = " |,·•–—-\n"  # before the date: "Redacción | 03/07/2025"; a firm's newsroom is a section
_LEAD = 3  # words of the longest: "bài viết bởi"
_UNSPACED_LEAD = ("โดย", "ໂດຍ")  # glued to what stands before
_BETWEEN = lazily(r"[\s|·•.,،]+")
_BYLINE = lazily(r"(?<![a-z])(?:author|byline|writer|reporter|contributor|autor|auteur|yazar|penulis)")
_OTHERS = labels.ELSEWHERE & ~labels.SIDE | labels.MEDIA | labels.CAPTION


def newsroom(page: Outline, start: int, outlets: Iterable[str | None]) -> tuple[str, ...]:
    """The newsroom or desk that a line by the headline names, with the outlet's own name beside it; `start` is where that begins."""
    names = tuple(name for name in outlets if name)
    for block in page.blocks[max(0, start) : start + NEAR]:
        if len(block.text) >= LINE:
            continue
        if block.text.startswith(names):
            own = next(name for name in names if block.text.startswith(name))
            if found := _OF_DESK.match(block.text, len(own)):
                return (block.text[: found.end()],)
        if not (block.is_heading or block.element.every & _OTHERS) and (told := _told(block, page, names)):
            return (told,)
    return ()


def _told(block: Block, page: Outline, outlets: tuple[str, ...]) -> str | None:
    """The newsroom in a line, and the outlet behind it, where a word for "by" or a byline's element says that it wrote."""
    found = _NEWSROOM.search(block.text)
    if found is None:
        return None
    before, end = block.text[: found.start()].rstrip(), found.end()
    rest = block.text[end:]
    if own := next((name for name in outlets if rest.startswith(f" {name}")), None):
        end += 1 + len(own)
    elif not _ENDS.match(rest) and not _is_marked(found[0], block, page):
        return None
    if before:
        led = _leads(before) or before.endswith(_UNSPACED_LEAD) or _leads_there(before, page)
    else:
        led = _is_dated(rest) and "newsroom" not in found[0].lower()
    return block.text[found.start("name") : end] if led or _is_marked(found[0], block, page) else None


def _leads(before: str) -> bool:
    """Whether what stands before a newsroom ends in a word for "by", or in some."""
    words = _BETWEEN.split(before.rstrip(" :："))
    return any(is_lead(" ".join(words[-n:]).lower()) for n in range(1, min(_LEAD, len(words)) + 1))


def _leads_there(before: str, page: Outline) -> bool:
    """Whether what stands before a newsroom is the page's own short word for "by": "Na Mwandishi Wetu" in Swahili."""
    led = led_in(page.language).match(f"{before} X")
    return led is not None and led.end() == len(before) + 1


def _is_dated(rest: str) -> bool:
    """Whether a date is what follows; a delivery takes 3-5 days, and a desk has 2 vacancies."""
    told = rest.lstrip(_SIGNS)
    dates = list(find_dates(told)) if told[:1].isdigit() and may_hold(told) else []
    return bool(dates) and dates[0].start == 0


def _is_marked(name: str, block: Block, page: Outline) -> bool:
    """Whether an element that calls itself a byline says a name and no more."""
    return any(
        mark.block == block.order and mark.text.strip() == name and _BYLINE.search(mark.label)
        for mark in page.marks
    )
