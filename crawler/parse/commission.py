"""A line → whether a paper says there that it earns by what its readers buy; and the blocks of the offer that it ends.

    text  ·  [Note 11 on sale  ·  429 euros  ·  If you buy through our links, we may earn a commission.]  ·  text

Whoever tells of commissions, and of the Commission, speaks of no links of his own.
"""

from __future__ import annotations

from collections.abc import Iterator

from crawler.parse.blocks import Block, Element
from crawler.parse.clues import Clues
from crawler.patterns import lazily, rarely

BOX, OUTER = 5, 2  # blocks of an offer, and elements around its last one
BESIDE = 40  # characters of its other lines that are no sentence

_EARNS = lazily(  # in lower case
    r"commissions?\b|provision(?:en|er|ar|t)?\b|provizi[oei]\w*|comisi(?:ón|ones)\b|comiss(?:ão|ões)\b|commission[ei]\b|commissie|prowizj\w+|provi[zs]\w+|komissio\w*|προμήθεια|jutalék\w*|comision\w*|комисси\w+|комісі\w+|комисион\w+|komisyon|affiliate|affilié\w*|afiliad[oa]s?|affiliat[oi]|afiliac\w+|partnerlink\w*|партнёрск\w+|партнерськ\w+|عمولة|עמלה|कमीशन|ค่าคอมมิชชั่น|hoa hồng|komisi\b|佣金|分潤|アフィリエイト|紹介料|수수료"
)
_LINKS = rarely(
    r"\b(?:our|these|the|such|affiliate) (?:\w+ )?links?\b|links? (?:on|in|from) (?:this|our)|through (?:our|the) (?:site|links?)|(?:unsere|diese|die|über|auf)\w* (?:\w+ )?(?:affiliate-?|partner-?)?links?\b|(?:affiliate|partner)-?links?\b|liens?\b|enlaces?\b|links?\b.{0,40}(?:acquist|compr|köp|koop|kauf|kjøp|køb)|(?:acquist|compr|köp|koop|kauf|kjøp|køb)\w*.{0,60}\blinks?\b|link[ie]?\b|odkaz\w*|lin(?:ki|ków|kkien|kkejä)\b|σύνδεσμ\w+|linkek\w*|ссылк\w+|посилан\w+|връзк\w+|bağlantı\w*|روابط|קישור\w*|लिंक|ลิงก์|liên kết|tautan|链接|連結|リンク|링크",
)
_OURS = lazily(
    r"\b(?:we|us|our|wir|uns|nous|notre|nos|recib\w+|podemos|podremos|nuestr\w+|nos|receb\w+|noss\w+|potremmo|riceviamo|nostri|wij|we|ons|onze|otrzym\w+|nasz\w*|dostan\w+|můžeme|získ\w+|naš\w*|vi|vår|oss|os|saa\w*|voimme|λαμβάν\w+|kap(?:unk|hatunk)|primi|putem|мы|нам|получ\w+|ми|отрим\w+|kazan\w+|alabil\w+|kami|chúng tôi)\b|نحصل|قد نتلقى|אנו|אנחנו|हमें|เรา|我们|我們|本站|本网|本網|当サイト|弊社|受け取|받을 수|지급받",
)

PARTS = (  # one of which each such line has
    "commission", "provision", "provizi", "provize", "provisjon", "comisi", "comiss", "prowizj", "komissio", "προμήθεια", "jutalék",
    "комисси", "комісі", "комисион", "komisyon", "affiliat", "affilié", "afiliad", "partnerlink", "партнёрск", "партнерськ", "عمولة", "עמלה",
    "कमीशन", "คอมมิชชั่น", "hoa hồng", "komisi", "佣金", "分潤", "アフィリエイト", "紹介料", "수수료", "commissie",
)  # fmt: skip


def offers(clues: Clues, chosen: list[Block], notes: list[Block]) -> Iterator[Block]:
    """The chosen blocks of the offers that end in one of these notes."""
    for note in notes:
        box = _box(clues, note) if earns(note.text.lower()) else None
        if box is not None:
            yield from (b for b in chosen if box.first <= b.order < box.last)


def earns(text: str) -> bool:
    """Whether a line, in lower case, tells of a commission, of links and of the paper itself."""
    if _LINKS.search(text) is None:  # as most that have one of the parts
        return False
    return _EARNS.search(text) is not None and _OURS.search(text) is not None


def _box(clues: Clues, block: Block) -> Element | None:
    """The small element that such a line ends, all else in which is short."""
    at = block.element.parent
    for _ in range(OUTER):
        if at is None or at.last - at.first > BOX:
            return None
        others = clues.page.blocks[at.first : at.last - 1]
        if at.last == block.order + 1 and others and all(clues.sizes[b.order] <= BESIDE for b in others):
            return at
        at = at.parent
    return None
