"""The rest of an article, in a part that is called a paywall and hides nothing → freed of that name, and told.

    text  ·  <div class="paywall"> text </div>  ·  <div class="paywall-offer"> a line, a button </div>

Such names say whom a part is for; the offer to subscribe bears them too. What tells the two apart is that the rest is
several paragraphs beside those of the text, leads nowhere and does not ask for a subscription.
"""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.parse.page import labels, phrases
from crawler.parse.page.blocks import HEADINGS, Element, Outline
from crawler.parse.page.families import OF_LINES
from crawler.parse.page.labels import signs

PARAGRAPHS, REST = 2, 200  # paragraphs of a rest, or characters of its only one
LONG = 400  # characters from which on a part is no offer, though it begins with a heading or names a price
LINKED = 0.3  # share of links from which a part leads elsewhere
LINE = 240  # characters of one that asks for a subscription
BLOCKS = 8  # of a part that are asked for its terms
MOST = 200  # parts of one page that are looked at
OUTER = 2  # elements around a part, in one of which it stands beside the text
_WALL = re.compile(
    r"(?:pay|reg)[-_ ]?wall\w*|premium\w*|piano|(?:subscri\w*|suscri\w*|abonn\w*|abo|sub|member\w*|plus|paid)[-_ ]+(?:only|content|preview|text|body|article|exclusive|hidden|reserved)\b",
    re.I,
)
_SIGNUP = labels.SIGNUP
_PRICE = re.compile(  # of a subscription: no thousands, nor millions
    r"[€$£¥₩₽₹฿]\s?\d{1,2}(?:[.,]\d\d)?(?![\d.,]*\d|\s?(?:m|b|k|tr)\w*\b)|(?<![\d.,])\d{1,2}(?:[.,]\d\d)?\s?(?:[€$£¥₽₹฿]|kr\b|zł|Kč)"
)
_TERMS = OF_LINES.rarely(  # of a subscription, and whom it is for; in lower case
    r"cancel (?:at )?any ?time|jederzeit kündbar|sans engagement|sin permanencia|cancel\w+ (?:cuando|em qualquer|a qualquer)|disdi\w+ (?:quando|in qualsiasi)|opzegbaar|rezygn\w+ w (?:każdej|dowolnej)|отмен\w+ (?:можно )?в любо|iptal edebilir|avsluta när"
    r"|随时(?:可以?)?取消|隨時(?:可以?)?取消|いつでも解約|언제든지? 해지|إلغاء في أي وقت|hủy bất cứ lúc nào|(?:dibatalkan|batalkan) kapan saja"
    r"|reserved for (?:our )?(?:subscribers|members)|solo para (?:nuestros )?suscriptores|(?:exclusivo|só) para (?:os )?(?:nossos )?assinantes|riservat\w+ agli abbonati|yalnızca (?:\w+ ){0,3}abone|(?:유료|정기) ?(?:회원|구독자)만"
)
_OFFER = re.compile(
    r"offer|promo|box|banner|cta|overlay|barrier|prompt|modal|button|btn|message|notice|widget|form|links?\b|list|upsell|login|card|teaser|badge|label|icon|tag\b|header|footer",
    re.I,
)


def free_walls(page: Outline, mass: list[int], headline: int) -> list[Element]:
    """Take that name from the parts of a text in `page`; which they are.

    `mass` is how much prose stands before each block, `headline` the block of the headline or -1.
    """
    alike: dict[tuple[Element | None, str], list[Element]] = {}
    for e in _named(page):
        if e.first > headline and _is_wall(e.label) and not _states_terms(page, mass, e):
            alike.setdefault((e.parent, e.label), []).append(e)
    kinds = [walls for walls in alike.values() if len(walls) <= MOST]
    found = [walls for walls in kinds if _is_rest(page, mass, headline, walls)]
    # a text that advertisements part stands in several elements of one name
    homes = {_home(walls[0]) for walls in found if (home := walls[0].parent) is not None and home.label}
    freed = [e for walls in kinds if walls in found or _home(walls[0]) in homes for e in walls]
    for e in freed:
        e.bits &= ~labels.SIGNUP
    return freed


def _home(wall: Element) -> tuple[str, str, str]:
    """What a part is called, and what holds it."""
    return wall.label, *((wall.parent.tag, wall.parent.label) if wall.parent else ("", ""))


def _named(page: Outline) -> list[Element]:
    """The elements that bear the name and hold blocks, in order; hardly any block is inside one."""
    found = {e for b in page.blocks if (e := b.element).every & _SIGNUP}
    around = found
    while around := {e.parent for e in around if e.parent and e.parent.every & _SIGNUP} - found:
        found |= around
    return sorted((e for e in found if e.bits & _SIGNUP), key=lambda e: e.order)


@lru_cache(maxsize=1024)  # pages of one site are built alike
def _is_wall(label: str) -> bool:
    """Whether a label says whom a part is for, and not that it offers anything."""
    left, walls = _WALL.subn(" ", label)
    return walls > 0 and not _OFFER.search(label) and not signs(left) & labels.SIGNUP


def _states_terms(page: Outline, mass: list[int], wall: Element) -> bool:
    """Whether a short part tells when a subscription may be ended, or that only its buyers read on."""
    if mass[wall.last] - mass[wall.first] >= LONG:
        return False
    return any(phrases.holds(_TERMS, b.text[:LONG]) for b in page.blocks[wall.first : wall.last][:BLOCKS])


def _is_rest(page: Outline, mass: list[int], headline: int, walls: list[Element]) -> bool:
    """Whether parts of one name go on with the text beside them."""
    told = sum(mass[e.last] - mass[e.first] for e in walls)
    blocks = [b for e in walls for b in page.blocks[e.first : e.last]]
    prose = sum(mass[b.order] < mass[b.order + 1] for b in blocks)
    if told < REST and prose < PARAGRAPHS:
        return False
    if sum(b.linked for b in blocks) > LINKED * sum(len(b.text) for b in blocks):
        return False
    if any(e.first <= field.first < e.last for e in walls for field in page.asking):
        return False
    if told < LONG and (blocks[0].element.tag in HEADINGS or any(_PRICE.search(b.text) for b in blocks)):
        return False
    if any(len(b.text) < LINE and phrases.holds(phrases.SUBSCRIBE, b.text) for b in blocks):
        return False
    if walls[0].tag == "p" and prose > PARAGRAPHS:  # each paragraph of a text
        return True
    around = walls[0].parent
    for _ in range(OUTER):
        if around is not None and mass[around.last] - mass[max(around.first, headline + 1)] > told:
            return True
        around = around.parent if around else None
    return False
