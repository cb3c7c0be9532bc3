"""A page → why it is no article, or nothing.

Errs on the side of the article: a page with text is one unless it clearly is something else.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.parse.blocks import Block, Outline
from crawler.parse.jsonld import Declared
from storage.records import NotArticleReason

LEAST_TEXT = 20  # characters, a Chinese one counting two: the shortest sentence of news is longer
LEAST_OF_VIDEO = 80  # the same where a page declares a video and no article: what it tells is in pictures
LEAST_LETTERS = 5  # different ones: a text of fewer is a pattern ("aaaa", "哈哈哈", "------")
LOOKED_AT = 10_000  # characters that show whether a text is one
IMPRINT = 160  # characters: a longer line that begins with © is a text

_ERROR = re.compile(
    r"^\W*(?:error\s)?(?:404|403|410|500|502|503)\b|page (?:was |could )?not (?:be )?found|page (?:doesn.t|does not) exist|not found\W*$|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada|página não encontrada|pagina non trovata"
    r"|страница не найдена|ไม่พบหน้า|页面不存在|找不到(?:网页|頁面|页面)|ページが見つかりません|페이지를 찾을 수 없|không tìm thấy trang|sayfa bulunamadı|strony nie znaleziono|access denied|attention required|just a moment",
    re.I,
)
_CONSENT = re.compile(
    r"cookie|consent|gdpr|datenschutz|einwilligung|privacy|confidentialité|privacidad|同意|คุกกี้", re.I
)
_FURNITURE = re.compile(  # copyright lines and credits of pictures
    r"^\W{0,3}(?:©|\(c\)\s|copyright\b\W*(?:\(c\)|\d{4})|版[权權]所有|著作権|สงวนลิขสิทธิ์|저작권)"
    r"|^\W{0,3}(?:photo(?:graph|s|grapher)?|foto|credit|crédit|图片来源|图源|写真|사진|ภาพ|фото)\s*[:：/].{0,50}$"
    r"|all rights? reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados"
    r"|tutti i diritti riservati|alle rechten voorbehouden|все права защищены|wszelkie prawa zastrzeżone|tüm hakları saklıdır"
    r"|hak cipta dilindungi|جميع الحقوق محفوظة|保留所有[权權]利|无断转载|無断(?:転載|複写)|สงวนลิขสิทธิ์|무단\s?전재|bản quyền thuộc",
    re.I,
)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")  # one says as much as two of other scripts


def not_article(
    page: Outline, declared: Declared, url: str | None, title: str | None, body: list[Block], has_text: bool
) -> tuple[NotArticleReason, str] | None:
    """The reason and a detail; None for an article."""
    text = sum(len(b.text) for b in body)
    said = [s for s in (title, page.title, *(b.text for b in page.blocks[:6] if len(b.text) < 80)) if s]
    if text < 1_200 and not declared.article and any(_ERROR.search(s) for s in said):
        return "error-page", said[0][:80]
    if not has_text:
        return _without_text(page)
    if not body:
        return None
    if not declared.article and _says_nothing(declared, body):
        return _without_text(page)
    if text < 1_500 and not declared.article and _speaks_of_consent(body):
        return "consent", ""
    if not declared.article and _is_front(url) and _lists(page, body):
        return "front-page", ""
    return None


def is_imprint(line: str) -> bool:
    """Whether a line tells who holds the rights, or who took the picture, and nothing else."""
    return len(line) < IMPRINT and _FURNITURE.search(line) is not None


def _says_nothing(declared: Declared, body: list[Block]) -> bool:
    """Whether what stands where the text should is none: an imprint, a credit, a few words, a pattern."""
    told = [b.text for b in body if not is_imprint(b.text)]
    text = " ".join(text[:LOOKED_AT] for text in told[:LOOKED_AT])[:LOOKED_AT]
    least = LEAST_OF_VIDEO if declared.kind == "videoobject" else LEAST_TEXT
    if len(text) + len(_WIDE.findall(text)) < least:
        return True
    return len({char for char in text.casefold() if char.isalpha()}) < LEAST_LETTERS


def _without_text(page: Outline) -> tuple[NotArticleReason, str]:
    visible = sum(len(b.text) for b in page.blocks)
    if visible < 400 and page.scripts >= 2:
        return "shell", f"{page.scripts} scripts, {visible} characters"
    return "no-text", f"{len(page.blocks)} blocks"


def _speaks_of_consent(body: list[Block]) -> bool:
    return sum(len(b.text) for b in body if _CONSENT.search(b.text)) > 0.6 * sum(len(b.text) for b in body)


def _is_front(url: str | None) -> bool:
    parts = urlsplit(url or "")
    return bool(parts.netloc) and parts.path.strip("/") in ("", "index.html", "index.php") and not parts.query


def _lists(page: Outline, body: list[Block]) -> bool:
    """Whether most of a page's text is links, and its longest block no paragraph."""
    linked = sum(b.linked for b in page.blocks)
    whole = sum(len(b.text) for b in page.blocks) or 1
    return linked > 0.6 * whole and max(len(b.text) for b in body) < 160
