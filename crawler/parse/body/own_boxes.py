"""Chosen blocks → the same without boxes beside the text in which the site speaks of itself: what it sells, who may reprint,
who pays the author, whom the press may call, who checked the text, and who wrote it.

    [This article was reviewed by …  ·  fact-checked]  ·  text  ·  [Weiterlesen mit …  ·  terms]  ·  [Republish our articles  ·  how]

A box is an element that holds none of what most of the text stands in. Its first lines tell what it is, or its name does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import lru_cache

from crawler.parse.body.clues import Clues
from crawler.parse.body.contacts import heads_contacts
from crawler.parse.body.read_on import heads_others
from crawler.parse.body.reader_notes import heads_appeal
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Element
from crawler.parse.page.families import OF_LINES
from crawler.parse.page.phrases import SUBSCRIBE, says
from crawler.patterns import lazily

BOX_BLOCKS, OUTER = 40, 5  # blocks of a box, and elements around a block among which it is
HEADS, HEAD, NOTE = 3, 80, 300  # lines that may say what it is, characters of one, and of a note that does
CARD, NAME = 6, 60  # blocks of a note on the author, and characters of its first line
CALL, OFFER = 40, 320  # characters of a link that calls to register, and of the box that ends in it
NEARLY = 0.8  # of the blocks of a text, which no box beside it holds
LEFT = 80  # characters of a text, below which nothing is taken from it
_OF_AUTHOR = lazily(
    r"(?:author|writer|reporter|journalist|autor\w?|auteur|contributor|byline)s?[-_ ]*(?:bio|about|box|card|profile)|(?:about|bio|meet)[-_ ]*(?:the[-_ ]*)?(?:author|writer)"
)
_SIDEBAR = "sidebar"
_RIGHTS = OF_LINES.rarely(  # in lower case
    r"\W*(?:(?:licen[cs]e and )?(?:republish(?:ing)?|republication|reprints?|reuse|re-use)(?: (?:this|our|of this|of our))?(?: (?:articles?|stor(?:y|ies)|content|guidelines|policy|rules|terms|requests?))?|reprints (?:and|&) permissions|rights (?:and|&) permissions|(?:how to )?cite this (?:article|page|story|work)|we believe in the free flow of information"
    r"|(?:author )?disclosure statements?|disclosures?|conflicts? of interests?(?: statement)?|(?:declaration of )?(?:competing|conflicting) interests?|interessenkonflikte?|offenlegung|déclaration d[’']intérêts|conflits? d[’']intérêts|republie[rz] cet article|réutiliser cet article|cláusula de divulgación|conflictos? de (?:interés|intereses)|republi(?:que|ca|car|cación)(?: de| nuestros| este| este artículo)?(?: artículos?)?|republi(?:que|car) (?:este artigo|nossos artigos)|conflitos? de interesses?|conflitto d[’']interess[ei]|ripubblica(?:re)?(?: questo articolo)?|belangenconflicten?|pernyataan (?:pengungkapan|penyingkapan)|конфликт интересов|конфлікт інтересів|çıkar çatışması|利益冲突(?:声明)?|利益相反(?:の開示)?)\W*"
)
_CHECKED = OF_LINES.rarely(  # in lower case
    r"\W*(?:this (?:article|story|content|page|report) (?:has been|was|is) (?:\w+ly )?(?:fact-?checked|(?:peer-)?reviewed|vetted)(?: and \w+(?:-\w+)?)? (?:according to|by|in accordance with|in line with|under|for)\b|dieser (?:artikel|text|beitrag) wurde (?:medizinisch |fachlich |redaktionell |wissenschaftlich )?(?:geprüft|überprüft|gegengelesen)\b|cet article a été (?:relu|vérifié|validé|révisé) (?:par|selon|conformément)\b|este (?:artículo|contenido) ha sido (?:revisado|verificado|validado) (?:por|según|conforme)\b|este (?:artigo|conteúdo) foi (?:revisado|verificado|validado) (?:por|segundo|conforme)\b|quest[oa] (?:articolo|contenuto) è stat[oa] (?:revisionat|verificat|controllat)[oa] (?:da|secondo)\b)"
)
_THIS = ("This ", "Dieser ", "Cet ", "Este ", "Quest")  # with which all of these begin
_CALLS = OF_LINES.rarely(  # in lower case
    r"\W*(?:(?:sign up|register|subscribe|join)(?: (?:for free|free|now|today|here|us|for an account))?|create (?:a |an |your )?(?:free )?account|(?:jetzt |kostenlos )*(?:anmelden|registrieren|abonnieren)|(?:je )?m[’']inscri(?:s|re)|s[’'](?:inscrire|abonner)(?: gratuitement)?|(?:suscr[íi]bete|reg[íi]strate|suscríbase|crear? (?:una )?cuenta)(?: gratis| ahora| aquí)?|(?:assine|cadastre-se|inscreva-se|crie sua conta)(?: já| agora| grátis| aqui)?|(?:iscriviti|abbonati|registrati)(?: ora| subito| gratis)?|(?:gratis )?(?:inschrijven|aanmelden|registreren)|zapisz się|(?:załóż|utwórz) (?:darmowe )?konto|zarejestruj się|registrovat(?: se)?|зарегистрироваться|подписаться|зареєструватися|підписатися|(?:ücretsiz )?(?:kaydol|üye ol|abone ol)|registrera dig|registrer deg|tilmeld dig|rekisteröidy|εγγραφή|regisztrál\w*|înregistrează-te|(?:免费)?(?:注册|註冊|订阅|訂閱)|(?:無料)?(?:会員)?登録(?:する)?|(?:무료 )?(?:회원)?가입(?:하기)?|سجّ?ل (?:الآن|مجانا|مجاناً)|הרשמה|đăng ký(?: ngay| miễn phí)?|daftar(?: sekarang| gratis)?|สมัคร(?:สมาชิก)?(?:ฟรี)?)\W*"
)


def without_own_boxes(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` without the blocks of such boxes; all of it where little would be left."""
    holders = {b.element.parent for b in chosen}
    if len(holders) < 2:
        return chosen
    around: set[Element] = set()
    for holder in holders:
        at = holder
        for _ in range(OUTER):
            if at is None or at in around or at.last - at.first > BOX_BLOCKS:
                break
            around.add(at)
            at = at.parent
    chosen_orders = [b.order for b in chosen]
    small = [e for e in around if e.last - e.first > 1 and _holds_few(e, chosen_orders)]
    found = [e for e in small if _is_own(clues, e)]
    if not found:  # as of most
        return chosen
    home = _home(clues, chosen)
    last = next(b.order for b in reversed(chosen) if b.element.parent is home)
    orders = set(chosen_orders)
    boxes = [
        e
        for e in found
        if not (home and (e.first <= home.first < e.last or _is_part(e, home)))
        and (_is_anywhere(clues, e) or (e.first > last and _is_below(clues, e, orders)))
    ]
    left = [b for b in chosen if not any(e.first <= b.order < e.last for e in boxes)]
    return left if sum(clues.sizes[b.order] for b in left) >= LEFT else chosen


def _holds_few(box: Element, orders: list[int]) -> bool:
    """Whether a box holds not nearly all blocks of a text, as what is around it does; a wall may have more than the text above."""
    return bisect_left(orders, box.last) - bisect_left(orders, box.first) <= NEARLY * len(orders)


def _home(clues: Clues, chosen: list[Block]) -> Element | None:
    """What holds most of a text."""
    held: Counter[Element | None] = Counter()
    for block in chosen:
        held[block.element.parent] += clues.sizes[block.order]
    return held.most_common(1)[0][0]


def _is_part(box: Element, home: Element) -> bool:
    """Whether a box is built as a part of the text is: news on who may reprint, or who pays whom, have headings of these words.

    A box in the midst of what holds the text is one of facts, whatever it is called.
    """
    at: Element | None = home
    while at is not None and at.parent is not box.parent:
        at = at.parent
    if at is not None and at.first < box.first and (at.tag, at.label) == (box.tag, box.label):
        return True
    return _SIDEBAR in box.label.lower() and home.first < box.first and box.last < home.last


def _is_own(clues: Clues, box: Element) -> bool:
    """Whether anything tells that a box is one of these, wherever it stands."""
    return _is_anywhere(clues, box) or _is_below(clues, box, None)


def _is_anywhere(clues: Clues, box: Element) -> bool:
    """Whether a box is what stands above a text as well as below one."""
    blocks = clues.page.blocks
    for block in blocks[box.first : min(box.last, box.first + HEADS)]:
        text = block.text
        if len(text) <= HEAD:
            if _tells_rights(text):
                return True
        elif len(text) <= NOTE and text.startswith(_THIS) and _CHECKED.match(text.lower()):
            return True
    if box.tag != "aside" or _SIDEBAR not in box.label.lower():
        return False
    return sum(b.is_heading for b in blocks[box.first : box.last]) > 1


def _is_below(clues: Clues, box: Element, orders: set[int] | None) -> bool:
    """Whether a box is what stands below a text; one of other articles holds few of its blocks, whose `orders` are known."""
    blocks = clues.page.blocks[box.first : box.last]
    first = blocks[0].text
    if box.bits & labels.AUTHOR and _OF_AUTHOR.search(box.label.lower()):
        return len(blocks) <= CARD and len(first) <= NAME
    if any(len(b.text) <= HEAD and _sells(b.text) for b in blocks[:HEADS]):
        return True
    if any(b.element.tag != "li" and heads_appeal(b.text) for b in blocks[:HEADS]):  # not what is to be done
        return True
    if len(first) <= HEAD and heads_others(first):
        return orders is None or 2 * len(orders.intersection(range(box.first, box.last))) <= len(blocks)
    return _ends_in_call(clues, blocks)


@lru_cache(maxsize=4096)  # a site heads its boxes in the same words on all its pages
def _tells_rights(line: str) -> bool:
    """Whether a line heads who may reprint, who pays the author, and the like."""
    return _RIGHTS.fullmatch(line.lower()) is not None


@lru_cache(maxsize=4096)
def _sells(line: str) -> bool:
    """Whether a line asks to buy what follows, or heads whom journalists may call."""
    return says(SUBSCRIBE, (line,)) is not None or heads_contacts(line)


def _ends_in_call(clues: Clues, blocks: list[Block]) -> bool:
    """Whether a few lines end in a link that calls readers to register."""
    last = blocks[-1]
    if len(last.text) > CALL or not last.links or clues.density[last.order] < 1:
        return False
    return sum(len(b.text) for b in blocks) <= OFFER and _CALLS.fullmatch(last.text.lower()) is not None
