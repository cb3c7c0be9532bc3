"""A body → the same without whom journalists may write to or call, as what is sent to the press tells below its text.

text  ·  About the yard …  ·  Press contact:  ·  Ann Lee, Rope & Sons  ·  +44 20 5555 0199  ·  ann@rope.example
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.parse.body.date_lines import is_sentence
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.families import OF_LINES
from crawler.patterns import lazily

LEFT = 2  # blocks at least that are left of a text
LAST, LINES, LINE = 14, 16, 90  # blocks at the end, lines of them at most, and characters of one
BELOW = 3  # blocks below the body, as which addresses are seldom chosen
# no lines of white space between paragraphs in print: "* * *", "— — —"; "★★★★☆" and "●●○" are what a critic gives
RULE = 60  # characters of such a line at most
_RULE = lazily(r"(?!.*(?:[★☆]{2}|●○|■□))[\s*•·—–_#~=⁂◆◇○●■□★☆※+-]+")
_HEADS = OF_LINES.rarely(  # in lower case, the whole line
    r"\W*(?:(?:press|media|pr) (?:contacts?|office|enquiries|inquiries|relations)|contacts? for (?:the )?(?:press|media|journalists)|(?:press|media) and (?:analyst|investor) contacts?"
    r"|(?:presse|medien)kontakte?|(?:kontakt|ansprechpartner(?:in)?) (?:für )?(?:die )?(?:presse|medien|journalisten)|presse-ansprechpartner(?:in)?|rückfragen (?:bitte )?an|pressestelle"
    r"|(?:contacts?|relations|service) (?:de )?(?:la )?(?:presse|médias)|contactos? (?:de|para|con) (?:la )?(?:prensa|medios)(?: de comunicación)?|(?:contatos?|contactos?) (?:de|para|com) (?:a )?imprensa|(?:contatos?|contactos?) para a? ?(?:imprensa|comunicação social)|(?:assessoria de|informações (?:à|para a)) imprensa"
    r"|contatti? (?:per )?(?:la )?(?:stampa|i media)|ufficio stampa|perscontact(?:en|persoon)?|(?:contact|informatie) voor (?:de )?(?:pers|media)|kontakt (?:dla )?(?:mediów|prasy|prasowy)|biuro prasowe|kontakt pro (?:média|novináře|tisk)|kontakt pre (?:médiá|novinárov)"
    r"|контакт\w* (?:для |за )?(?:прессы|сми|преси|змі|журналистов|журналістів|медиите|медии)|пресс-(?:служба|центр)|прес-служба|basın (?:iletişim|irtibat|ofisi)\w*|(?:press|presse)kontakt(?:er|personer?)?|kontaktperson for presse\w*|lehdistöyhteydet|yhteyshenkilöt? (?:medialle|lehdistölle)"
    r"|επικοινωνία (?:τύπου|για (?:τον τύπο|δημοσιογράφους))|sajtókapcsolat|contact(?:e)? (?:de |pentru )?presă|kontakt za (?:medije|novinare)|контакт за (?:медије|новинаре)"
    r"|(?:媒体|媒體|新闻|新聞)(?:联系|聯絡|聯繫|垂询|查詢)(?:人|方式)?|(?:本件に関する)?(?:報道関係者?|メディア|取材)(?:から|に関する)?の?(?:お?問い?合わ?せ先?|連絡先)|(?:언론|보도|미디어|취재) ?(?:문의|연락처|담당)(?:처)?|(?:สื่อมวลชน)?ติดต่อ(?:ฝ่าย)?(?:ประชาสัมพันธ์|สื่อมวลชน)|liên hệ (?:báo chí|truyền thông)|kontak (?:media|pers)|narahubung media"
    r"|(?:للتواصل|جهة الاتصال|للاستفسارات) (?:الإعلامية?|مع الإعلام)|(?:קשר|פרטים) (?:ל|עם ה)?(?:תקשורת|עיתונות)|تماس (?:با )?رسانه\w*|मीडिया संपर्क|प्रेस संपर्क)\W*"
)
REACHED = lazily(  # a letter, a telephone; a figure begins with neither + nor 0
    r"\S@\S|(?<!\d)(?<!\d[.,\s])(?!\d\d?[./]\d\d?[./]\d{4})(?:\+\s?\(?\d|\(?0\d)[\d\s()/.–-]{4,}\d|(?<!\d)(?:\(\d{3}\)\s?|\d{3}[-.])\d{3,4}[-.]\d{4}(?!\d)"
    r"|(?<!\w)(?:t|m|mob|mobil\w*|tel|t[eé]l[eé]\w+|tlf|phone|fon|тел|телефон|τηλ\w*|电话|電話|전화|โทร|هاتف|טלפון)\.?\s?[:：.]?\s?\(?\d[\d\s()/.–-]{5,}\d",
    re.I,
)


def without_contacts(body: list[Block], page: Outline) -> list[Block]:
    """`body` up to the line that heads them, where all below are short lines that tell how to reach somebody; without rules between parts."""
    body = [b for b in body if len(b.text) > RULE or not _RULE.fullmatch(b.text)] or body
    first = max(LEFT, len(body) - LAST)
    heads = (i for i in range(first, len(body)) if heads_contacts(body[i].text))
    return next((body[:i] for i in heads if _are_contacts(body[i:], page)), body)


def heads_contacts(text: str) -> bool:
    """Whether a block's first line heads whom journalists may call."""
    head = text.split("\n", 1)[0]
    return len(head) <= LINE and _HEADS.fullmatch(head.lower()) is not None


def _are_contacts(blocks: list[Block], page: Outline) -> bool:
    lines = list(_lines(blocks))[1:]
    if len(lines) > LINES or any(len(line) > LINE for line in lines):
        return False
    last = blocks[-1].order + 1
    below = _lines(page.blocks[last : last + BELOW])
    if not any(REACHED.search(line) for line in (*lines, *below) if len(line) <= LINE):
        return False
    return not any(is_sentence(line) for line in lines if not REACHED.search(line))


def _lines(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block.text.split("\n")
