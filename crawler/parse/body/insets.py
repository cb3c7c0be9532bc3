"""Chosen blocks → the same with what is set within the text and was left out: the rest of a list, facts, a quote, pros and cons.

    text  ·  [heading  ·  1938: born  ·  1961: first boat]  ·  text  ·  [Pros  ·  quiet]  [Cons  ·  wide]  ·  8/10

Items of a few words are judged to be furniture. Where they lead nowhere and stand between paragraphs, they are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.parse.body.clues import Clues
from crawler.parse.body.part_headings import part_headings
from crawler.parse.body.told_boxes import told_boxes
from crawler.parse.page import labels, phrases
from crawler.parse.page.blocks import ASKS, Block, Element
from crawler.parse.page.clean import letters, width
from crawler.parse.page.families import OF_LINES
from crawler.parse.page.stops import ENDS, TOLD

LISTED = 12  # items of a box at most
BOX_BLOCKS, LINE = 16, 160  # blocks of one, and characters of each
OUTER = 4  # elements around a list, one of which stands beside the paragraphs
NEAR = 40  # blocks around the text in which what is for and against a thing stands
WORDS, WIDE = 3, 6  # words, or letters of Han and the like, of one item at least of an announced list
BESIDE = 2  # paragraphs of a text in what holds the list at its end
LABEL, VERDICT = 40, 30  # characters of a heading of these, and blocks of what holds them both
SAID = 5  # blocks of the box beside it that gives the score
MEANING = 30  # characters of what a term means, on average: what is shorter are names
QUOTE = (12, 300)  # least and most characters of a sentence in large letters, a wide one counting three
SAYER = 80  # characters of a line that says whose it is, and what that does
PIECE = 10  # letters of one of its sentences
MOST_SET = 60  # quotations of one page that are sought in its text
COLONS = ":："
_TELLING = re.compile(r"[\d:：]")  # an item of facts has a year, a figure, or what it is about
_SENTENCES = re.compile(rf"[{re.escape(''.join(ENDS))}]")
_BULLETS = frozenset(("ul", "ol"))
_NUMBER = re.compile(r"\W*\d{1,2}\W*")  # of an item, beside it
_LISTS, _ITEMS = frozenset(("ul", "ol", "dl")), frozenset(("li", "dt", "dd"))
_NO_BOX = labels.FURNITURE & ~labels.SIDE
_ELSEWHERE = labels.RELATED | labels.COMMENT | labels.NAV | labels.CONSENT | labels.HIDDEN
PRICE = re.compile(r"[€$£¥₩₽₹฿]\s?\d|\d\s?(?:[€$£¥₽₹฿]|kr\b|zł|Kč|Ft\b|TL\b|руб|грн|元|円|원)")
_SCORE = re.compile(r"(?<!\d)\d{1,3}(?:[.,]\d{1,2})?\s?(?:/|out of|von|sur|de|su|van|z|из|av|af|/)\s?(?:5|6|10|20|100)(?!\d)|\d\s?%")  # fmt: skip
Beside = dict[Element, list[int]]  # what holds paragraphs → their orders
_PROS = OF_LINES.rarely(  # in lower case
    r"\W*(?:(?:the )?pros|for|hits|highs|what(?:[’']s| is| we) (?:good|great|hot|likes?)|(?:reasons to|why|who should|you should) buy(?: it)?(?: if)?|buy it if|the good|(?:what )?we like(?:d)?|likes|advantages|strengths|positives|upsides|vorteile|pro|dafür|dafür spricht|pour|ce qu.on (?:a )?aimé|(?:les )?bons points|voor|puntos a favor|(?:lo )?que más (?:nos )?gusta|lo positivo|o que é bom|aspetti positivi|за|za|plus|stärken|positiv|das gefällt uns|les (?:plus|\+)|avantages|points (?:forts|positifs)|on aime|a favor|lo (?:mejor|bueno)|ventajas|puntos (?:fuertes|positivos)|prós|vantagens|pontos (?:fortes|positivos)|pregi|vantaggi|punti di forza|cosa ci piace|pluspunten|voordelen|plusy|zalety|klady|výhody"
    r"|(?:что |нам )?понравилось|(?:що |нам )?сподобало(?:ся|сь)|(?:co (?:się|nam się) )?podobało(?: się)?|na plus|(?:co se (?:nám )?)?líbilo(?: se)?|(?:čo sa (?:nám )?)?páčilo(?: sa)?|харесахме|svid(?:jelo|elo) nam se|všeč nam je|(?:nos|me) gusta|lo que (?:nos|me) gust[aó]|gost(?:ei|amos)|o que gost(?:ei|amos)|(?:cosa )?(?:ci|mi) piace|(?:det )?vi gillar|bra|vi liker|vi kan lide|tykkäsimme|tetszett|ami tetszett|ne-a plăcut|ce ne-a plăcut|beğendiklerimiz|beğendik|μας άρεσε|좋았던 점|좋은 점|好的地方|喜欢的地方"
    r"|плюсы|достоинства|преимущества|плюси|переваги|плюсове|предимства|prednosti|plusevi|предности|плусеви|artılar[ıi]?|avantajlar[ıi]?|fördelar|fordele|fordeler|plusser|pluss|plussat|plussaa|υπέρ|θετικά|πλεονεκτήματα|előnyök|mellette|pozitívumok|plusuri|puncte forte|avantaje|privalumai|plusi|priekšrocības|plussid|kostir|المميزات|الإيجابيات|المزايا|יתרונות|בעד|نقاط قوت|مزایا|फायदे|खूबिय(?:ाँ|ां)|ข้อดี|จุดเด่น|ưu điểm|điểm cộng|kelebihan|keunggulan|优点|優點|亮点|良い点|良かった点|メリット|長所|장점)\W*"
)
_CONS = OF_LINES.rarely(
    r"\W*(?:(?:the )?cons|against|misses|lows|what(?:[’']s| is| we) (?:bad|not|not so (?:good|hot|great)|not great|dislikes?)|(?:reasons to avoid|why (?:not|avoid)(?: it)?|who should(?:n[’']t| not) buy(?: it)?|you shouldn[’']t buy it)(?: if)?|(?:don[’']t|do not|avoid|skip) (?:buy )?it if|the bad|(?:what )?we (?:dislike(?:d)?|don.t like|didn.t like)|dislikes|disadvantages|weaknesses|negatives|downsides|nachteile|[ck]ontra|dagegen|dagegen spricht|contre|ce qu.on a moins aimé|(?:les )?mauvais points|tegen|puntos en contra|(?:lo )?que menos (?:nos )?gusta|lo negativo|o que é ruim|aspetti negativi|против|проти|proti|protiv|minus|schwächen|negativ|das gefällt uns nicht|les (?:moins|-)|inconvénients|points (?:faibles|négatifs)|on (?:n.)?aime (?:moins|pas)|en contra|lo (?:peor|malo)|desventajas|inconvenientes|puntos (?:débiles|negativos)|contras|desvantagens|pontos (?:fracos|negativos)|contro|difetti|svantaggi|punti deboli|cosa non ci piace|minpunten|nadelen|minusy|wady|zápory|mínusy|nevýhody"
    r"|(?:что |нам )?не понравилось|(?:що |нам )?не сподобало(?:ся|сь)|(?:co (?:się|nam się) )?nie podobało(?: się)?|na minus|(?:co se (?:nám )?)?nelíbilo(?: se)?|(?:čo sa (?:nám )?)?nepáčilo(?: sa)?|не харесахме|nije nam se svid(?:jelo|elo)|ni nam všeč|no (?:nos|me) gusta|lo que no (?:nos|me) gust[aó]|não gost(?:ei|amos)|o que não gost(?:ei|amos)|(?:cosa )?non (?:ci|mi) piace|(?:det )?vi (?:inte gillar|ogillar)|dåligt|mindre bra|vi liker ikke|vi kan ikke lide|emme tykänneet|nem tetszett|ami nem tetszett|nu ne-a plăcut|ce nu ne-a plăcut|beğenmediklerimiz|beğenmedik|δεν μας άρεσε|아쉬웠던 점|아쉬운 점|不好的地方|不足之处"
    r"|минусы|недостатки|мінуси|недоліки|минуси|недостатъци|mane|nedostaci|minusi|slabosti|мане|недостаци|eksiler[i]?|dezavantajlar[ıi]?|nackdelar|ulemper|minusser|minus|miinukset|miinusta|κατά|αρνητικά|μειονεκτήματα|hátrányok|ellene|negatívumok|minusuri|puncte slabe|dezavantaje|trūkumai|mīnusi|trūkumi|miinused|gallar|العيوب|السلبيات|חסרונות|נגד|نقاط ضعف|معایب|नुकसान|कमिय(?:ाँ|ां)|खामिय(?:ाँ|ां)|ข้อเสีย|ข้อสังเกต|จุดด้อย|nhược điểm|khuyết điểm|điểm trừ|kekurangan|kelemahan|缺点|缺點|不足|悪い点|気になる点|気になった点|デメリット|短所|단점)\W*"
)


def with_insets(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with them, in order."""
    if not chosen:
        return chosen
    known = {b.order for b in chosen}
    between = [b for b in clues.page.blocks[chosen[0].order : chosen[-1].order] if b.order not in known]
    paragraphs = _beside(chosen)
    further = {*_lists(clues, paragraphs, between, known), *_quotes(clues, chosen, between)}
    further.update(told_boxes(clues, between, lambda e: _box(e, paragraphs), _NO_BOX))
    further.update(_last_list(clues, chosen))
    further.update(_for_and_against(clues, chosen))
    further = {b for b in further if b.order not in known and b.text != clues.title}
    if not further:
        return chosen
    whole = sorted({*chosen, *further}, key=lambda b: b.order)
    return sorted({*whole, *part_headings(clues, whole)}, key=lambda b: b.order)


def _lists(clues: Clues, paragraphs: Beside, between: list[Block], known: set[int]) -> Iterator[Block]:
    """The items, and the line above, of lists within the text of which some or all are left out."""
    seen: set[Element] = set()
    for block in between:
        if (found := _list(block)) is None or found in seen:
            continue
        seen.add(found)
        rows = clues.page.blocks[found.first : found.last]
        told = [b for b in rows if b.order in known]
        # of sentences one is text, and so are the others
        sentences = told and all(b.text.endswith(ENDS) and _is_worded(b) for b in rows)
        if any(b.links for b in rows):
            continue
        if not told and (above := _announced(clues, found, paragraphs)) is not None:
            yield from (above, *rows)
            continue
        if not (sentences or _tells(rows)):
            continue
        box = _box(found, paragraphs) if len(rows) <= LISTED and not found.every & _NO_BOX else None
        if box is not None and _is_of_facts(clues, box, found.first - box.first):
            rows = clues.page.blocks[box.first : found.last]
        elif not told or found.every & _NO_BOX & ~labels.LIST:
            continue
        yield from (b for b in rows if not _NUMBER.fullmatch(b.text))


def _announced(clues: Clues, found: Element, paragraphs: Beside) -> Block | None:
    """The line with a colon right above a list that stands, as the list does, below a paragraph of the text; None where none does."""
    if found.first == 0 or found.last - found.first > LISTED or found.every & _NO_BOX:
        return None
    above, *rows = clues.page.blocks[found.first - 1 : found.last]
    home = found.parent
    if (
        above.text[-1] not in COLONS
        or above.links
        or above.element.tag != "p"
        or above.element.parent is not home
    ):
        return None
    beside = home and paragraphs.get(home)
    if not beside or beside[0] > above.order or any(len(b.text) > LINE or PRICE.search(b.text) for b in rows):
        return None
    return above if any(map(_is_worded, rows)) else None


def _last_list(clues: Clues, chosen: list[Block]) -> list[Block]:
    """The list that ends a text, beside its paragraphs, and the line above that announces it with a colon."""
    blocks, at = clues.page.blocks, chosen[-1].order
    above = blocks[at : at + 2] if blocks[at].text[-1] not in COLONS else blocks[at : at + 1]
    first = above[-1].order + 1
    if above[-1].text[-1] not in COLONS or first == len(blocks):  # as mostly
        return []
    found = _list(blocks[first])
    if found is None or found.first != first or found.last - first > LISTED or found.every & _NO_BOX:
        return []
    rows = blocks[first : found.last]
    beside = sum(b.element.parent is found.parent and b.element.tag == "p" for b in chosen)
    leads = any(b.links for b in (*above[1:], *rows))
    if leads or beside < BESIDE or any(len(b.text) > LINE or PRICE.search(b.text) for b in rows):
        return []
    return [*above[1:], *rows] if any(map(_is_worded, rows)) else []


def _is_worded(block: Block) -> bool:
    """Whether an item has some words; tags, stars and networks to share with have one or two."""
    text = block.text
    return len(text.split()) >= WORDS or width(text) - len(text) >= WIDE


def _tells(rows: list[Block]) -> bool:
    """Whether the items of a list tell facts, or what terms mean; names and numbers beside a term are no meaning."""
    meanings = [len(b.text) for b in rows if b.element.tag == "dd"]
    if meanings:
        return sum(meanings) >= MEANING * len(meanings)
    return any(_TELLING.search(b.text) for b in rows)


def _quotes(clues: Clues, chosen: list[Block], between: list[Block]) -> Iterator[Block]:
    """The sentences shown in large letters between the paragraphs that stand nowhere else."""
    told, sought, paragraphs = "", 0, dict[Element, list[int]]()
    for block in between:
        if sought == MOST_SET:
            return
        own = block.element
        if not (own.bits | block.holder.bits) & labels.QUOTE or block.links:
            continue
        if own.every & _NO_BOX or not QUOTE[0] <= clues.sizes[block.order] <= QUOTE[1]:
            continue
        holder = own if own.bits & labels.QUOTE else block.holder
        paragraphs = paragraphs or _beside(chosen, boxed=True)
        if holder.last - holder.first > 2 or _box(holder, paragraphs) is None:
            continue
        rows = clues.page.blocks[holder.first : holder.last]
        if rows[0] is not block or any(
            b.links or len(b.text) > SAYER or b.text.endswith(ENDS) for b in rows[1:]
        ):
            continue  # whoever said it is told below it in a few words
        sought += 1
        told = told or letters("".join(b.text for b in chosen))
        sentences = [piece for part in _SENTENCES.split(block.text) if len(piece := letters(part)) >= PIECE]
        if letters(block.text) not in told and not any(piece in told for piece in sentences):
            yield from rows


def _list(block: Block) -> Element | None:
    """The list of which a block is an item, or all of one."""
    item = block.element if block.element.tag in _ITEMS else block.holder
    found = item.parent if item.tag in _ITEMS else None
    return found if found is not None and found.tag in _LISTS and found.last - found.first > 1 else None


def _beside(chosen: list[Block], *, boxed: bool = False) -> Beside:
    """The paragraphs of a text by what holds them; `boxed`, also by what holds that: some systems put each into a box."""
    found: Beside = {}
    for block in chosen:
        home = block.element.parent if block.element.tag == "p" else None
        if home is not None:
            found.setdefault(home, []).append(block.order)
            if boxed and home.parent is not None:
                found.setdefault(home.parent, []).append(block.order)
    return found


def _box(found: Element, paragraphs: Beside) -> Element | None:
    """The list, or what holds it and little else, that stands between paragraphs of the text."""
    at = found
    for _ in range(OUTER):
        home = at.parent
        if home is None or at.last - at.first > BOX_BLOCKS:
            return None
        if beside := paragraphs.get(home):
            goes_on = at.last <= beside[-1] or (at is found and found.first - 1 == beside[-1])
            return at if beside[0] < at.first and goes_on else None
        at = home
    return None


def _is_of_facts(clues: Clues, box: Element, above: int) -> bool:
    """Whether a box holds a line or none above its list, asks for nothing, sells nothing and leads nowhere."""
    blocks = clues.page.blocks[box.first : box.last]
    if above > 1 or any(b.links or len(b.text) > LINE or PRICE.search(b.text) for b in blocks):
        return False
    if blocks[0].text[-1] in ASKS or any(box.first <= field.first < box.last for field in clues.page.asking):
        return False
    return not any(phrases.holds(phrases.SUBSCRIBE, b.text) for b in blocks)


def _for_and_against(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The two lists of what speaks for a thing and against it, with their headings and the marks beside them."""
    blocks = clues.page.blocks
    near = range(max(1, chosen[0].order - NEAR), min(len(blocks), chosen[-1].order + NEAR))
    lists = {e.first - 1 for e in clues.page.elements if e.tag in _BULLETS and e.first in near}
    below = [i for i in sorted(lists) if len(blocks[i].text) <= LABEL and _list_below(blocks, i)]
    if len(below) < 2:  # as on nearly all pages
        return
    pro = next((i for i in below if _PROS.fullmatch(blocks[i].text.lower())), None)
    con = (
        next((i for i in below if _CONS.fullmatch(blocks[i].text.lower())), None) if pro is not None else None
    )
    if pro is None or con is None:
        return
    for heading in (pro, con):
        yield from blocks[heading : heading + 1 + len(_list_below(blocks, heading))]
    at: Element | None = blocks[pro].element
    while at is not None and not at.first <= con < at.last:
        at = at.parent
    if at is not None and at.last - at.first <= VERDICT:
        yield from (b for b in blocks[at.first : at.last] if not b.links and _SCORE.search(b.text))
        yield from _verdict(clues, at)


def _verdict(clues: Clues, both: Element) -> list[Block]:
    """The box beside that of what is for and against a thing which gives it a score and says why; what readers give has buttons."""
    blocks, found = clues.page.blocks, list[Block]()
    for order in (both.first - 1, both.last):
        if not 0 <= order < len(blocks):
            continue
        box: Element | None = blocks[order].element
        while box is not None and box.parent is not both.parent:
            box = box.parent
        if box is None or box.every & _ELSEWHERE or box.last - box.first > SAID:
            continue
        rows = blocks[box.first : box.last]
        pressed = any(box.first <= at <= box.last for _, at, _ in clues.page.pressed)
        if pressed or any(b.links or PRICE.search(b.text) for b in rows):
            continue
        if any(_SCORE.fullmatch(b.text) for b in rows) and any(b.text.endswith(TOLD) for b in rows):
            found += rows
    return found


def _list_below(blocks: list[Block], above: int) -> list[Block]:
    """The items right below a line, none of which leads elsewhere; none where it stands in an item itself."""
    first = above + 1
    if first >= len(blocks):
        return []
    item = own if (own := blocks[first].element).tag == "li" else blocks[first].holder
    if item.tag != "li" or (found := item.parent) is None or found.first != first:  # as nearly all
        return []
    if blocks[above].links or _list(blocks[above]) is not None:
        return []
    if found.every & _ELSEWHERE or found.last - first > LISTED:
        return []
    rows = blocks[first : found.last]
    return [] if any(b.links or len(b.text) > LINE for b in rows) else rows
