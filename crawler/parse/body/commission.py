"""A line → whether a paper says there that it earns by what its readers buy; and the blocks of the offer that it ends.

    text  ·  [Note 11 on sale  ·  429 euros  ·  If you buy through our links, we may earn a commission.]  ·  text

Whoever tells of commissions, and of the Commission, speaks of no links of his own.
"""

from __future__ import annotations

from collections.abc import Iterator

from crawler.parse.body.clues import Clues
from crawler.parse.page.blocks import Block, Element
from crawler.patterns import lazily, rarely

BOX, OUTER = 5, 2  # blocks of an offer, and elements around its last one
BESIDE = 40  # characters of its other lines that are no sentence

_CALLED = lazily(r"disclos|disclaim|affiliat")
_QUOTES = frozenset('"“„«»「『')
_EARNS = lazily(  # in lower case; "the" one is an authority
    r"(?<!\bthe )(?<!\bla )(?<!\bda )(?<!\bdella )(?<!\bdalla )(?<!\balla )(?<!\bde )(?<!\beuropean )(?:commissions?\b|comisi(?:ón|ones)\b|comiss(?:ão|ões)\b|commission[ei]\b|commissie\b)"
    r"|provision(?:en|er|ar|t)?\b|provisjon\w*|provisio\w{0,4}\b|provizi\w*|provize\b|prowizj\w+|komissio(?:n|t|ita)?\b|προμήθεια|jutalék\w*|comision\w*|комисси[юяи]\b|комісі[юя]\b|комисион\w+|komisyon\w*|عمولة|עמלה|कमीशन|ค่าคอมมิชชั่น|hoa hồng|komisi\b|佣金|分潤|紹介料|수수료"
)
_BUYS = lazily(  # or a link of the trade's own name: whoever speaks of an authority says neither
    r"\bbuy|\bbought|purchas|\bshop|\border|click|\baffiliate[- ](?:\w+ )?links?\b|(?:affiliate|partner)-?links?\b|\b(?:link\w*|lien|odkaz\w*|enlace|ссылк\w*|посилан\w*)s?\W+(?:\w+\W+){0,2}(?:afili[acčtd]|affiliat|партн[её]рсь?к)|\b(?:afili[acčtd]|affiliat|партн[её]рсь?к)\w*\W+(?:link|lien|odkaz|enlace|ссылк|посилан|program|программ|програм)|k[aä]uf|bestell|\bklick|achet|achat|cliqu|(?:liens? |enlaces? (?:de )?|links? (?:de )?)aff?ili\w+|\bcompr|adquir|acquist|\bkoop|\bkopen|köp|kjøp|køb|\bosta|\bosto|\bkup(?:i|u|o)|zakup|nákup|nakoup|покуп|купи|купу|придба|satın al|alışveriş|\b(?:mem)?beli\b|pembelian|\bmua\b|ซื้อ|购买|購買|购物|購物|購入|구매|شراء|اشتر|תקנו|קני|רכיש|खरीद|vásár|vesz|αγορ|cumpăr|achiz"
)
_LINKS = rarely(
    r"\b(?:our|these|the|such|affiliate) (?:\w+ )?links?\b|links? (?:on|in|from) (?:this|our)|through (?:from )?(?:our|the) (?:site|links?)|\baffiliate commissions?\b|(?:unsere|diese|die|über|auf)\w* (?:\w+ )?(?:affiliate-?|partner-?)?links?\b|(?:affiliate|partner)-?links?\b|liens?\b|enlaces?\b|links?\b.{0,40}(?:acquist|compr|köp|koop|kauf|kjøp|køb)|(?:acquist|compr|köp|koop|kauf|kjøp|køb)\w*.{0,60}\blinks?\b|l[äe]nk(?:ar|er|en|arna|ene)\b|link[ie]?\b|odkaz\w*|lin(?:ki|ków|kkien|kkejä)\b|σ[υύ]νδ[εέ]σμ\w+|link(?:ek|j?ein)\w*|ссылк\w+|посилан\w+|връзк\w+|bağlantı\w*|روابط|קישור\w*|लिंक|ลิงก์|liên kết|tautan|链接|連結|リンク|링크",
)
_OURS = lazily(
    r"\b(?:we|us|our|wir|uns|nous|notre|nos|recib\w+|podemos|podremos|nuestr\w+|nos|receb\w+|noss\w+|potremmo|riceviamo|nostri|wij|we|ons|onze|otrzym\w+|nasz\w*|dost(?:an|aj|áv)\w+|můžeme|získ\w+|naš\w*|vi|vår|oss|os|saa\w*|voimme|λαμβάν\w+|kap(?:unk|hatunk)|primi|putem|мы|нам|получ\w+|ми|отрим\w+|kazan\w+|alabil\w+|kami|chúng tôi)\b|نحصل|قد نتلقى|אנו|אנחנו|हमें|เรา|我们|我們|本站|本网|本網|当サイト|弊社|受け取|받을 수|지급받",
)

PARTS = (  # one of which each such line has
    "commission", "provision", "provizi", "provize", "provisjon", "provisio", "comisi", "comiss", "commissie", "prowizj", "komissio", "προμήθεια",
    "jutalék", "комисси", "комісі", "комисион", "komisyon", "عمولة", "עמלה", "कमीशन", "คอมมิชชั่น", "hoa hồng", "komisi", "佣金", "分潤", "紹介料", "수수료",
)  # fmt: skip


def offers(clues: Clues, notes: list[Block]) -> Iterator[Block]:
    """The blocks of the offers that end in one of these notes."""
    for note in notes:
        box = _box(clues, note) if earns(note.text.lower()) else None
        if box is not None:
            yield from clues.page.blocks[box.first : box.last]


def earns(text: str) -> bool:
    """Whether a line, in lower case, tells of a commission, of what is bought by links and of the paper itself, in nobody's words."""
    if not _QUOTES.isdisjoint(text):  # as half of those that have one of the parts
        return False
    return all(pattern.search(text) for pattern in (_OURS, _LINKS, _EARNS, _BUYS))  # the quickest first


def _box(clues: Clues, block: Block) -> Element | None:
    """The small element that such a line ends, all else in which is short; or one that is called so and holds it."""
    at = block.element.parent
    for _ in range(OUTER):
        if at is None or at.last - at.first > BOX:
            return None
        others = clues.page.blocks[at.first : at.last - 1]
        if _CALLED.search(at.label.lower()) and others:
            return at
        if at.last == block.order + 1 and others and all(clues.sizes[b.order] <= BESIDE for b in others):
            return at
        at = at.parent
    return None
