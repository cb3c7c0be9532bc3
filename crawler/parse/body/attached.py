"""Chosen blocks → the same with the lines among the paragraphs of a notice that name what is attached to it.

text  ·  附件：<a>办法（征求意见稿）</a>  ·  office, day        text  ·  Annex 1: <a>Draft order</a>  ·  2. <a>Table of fees</a>  ·  text

To be one link with a label before a colon is what "Read also: …" has in common with them. The word for an annex tells them
apart; a file's name and size name nothing.
"""

from __future__ import annotations

import re

from crawler.parse.body.clues import Clues
from crawler.parse.page.blocks import Block
from crawler.parse.page.labels import FURNITURE
from crawler.patterns import lazily

LONGEST = 200  # characters of one
_WORDS = (
    "附件", "附表", "附录", "附錄", "附：", "附:", "別紙", "別添", "添付資料", "参考資料", "붙임", "첨부", "별첨", "별지",
    "Attachment", "ATTACHMENT", "Annex", "ANNEX", "Appendix", "Enclosure", "Anlage", "Anhang", "Pièce jointe", "Pièces jointes", "Anexo", "ANEXO", "Adjunto", "Allegat", "Bijlage", "Załącznik", "Příloha",
    "Prilog", "Melléklet", "Anexa", "Приложени", "Додат", "Прилог", "Қосымша", "Илова", "Phụ lục", "Tài liệu đính kèm", "Lampiran", "เอกสารแนบ", "สิ่งที่ส่งมาด้วย", "Ek:", "Ek-", "Ekler:", "Əlavə",
    "مرفق", "المرفق", "ملحق", "پیوست", "ضمیمه", "संलग्नक", "अनुलग्नक", "সংযুক্তি",
)  # fmt: skip
_LABEL = lazily(r"\S{1,12}(?: \S{1,10}){0,2}?\s?(?:[\dIVX一二三四五六七八九十]{1,3}|[A-D])?\s?[:：.、–—-]")
_NUMBERED = re.compile(r"(?:\d{1,2}|[（(]\d{1,2}[)）])\s?[.、．)]?\s?\S")
_FILE = lazily(
    r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|wps|ofd|hwpx?)(?![a-z])|\d\s?[km]b(?![a-z])|download", re.I
)


def with_attached(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with them, in order; files below all of the text are offered, not told."""
    if not chosen:
        return chosen
    within = clues.page.blocks[chosen[0].order : chosen[-1].order]
    if not any(b.links and b.text.startswith(_WORDS) for b in within):  # as in nearly all
        return chosen
    known = {b.order for b in chosen}
    homes = {b.element.parent for b in chosen if b.element.tag == "p"}
    further: list[Block] = []
    listed = -1  # the last line that names something attached
    for block in within:
        if block.element.tag != "p" or block.element.parent not in homes or len(block.text) > LONGEST:
            continue
        named = block.text.startswith(_WORDS) and _LABEL.match(block.text)
        if not (named or (block.order == listed + 1 and _NUMBERED.match(block.text))):
            continue
        listed = block.order
        if block.order in known or block.element.every & FURNITURE or _FILE.search(block.text):
            continue
        further.append(block)
    return sorted({*chosen, *further}, key=lambda b: b.order) if further else chosen
