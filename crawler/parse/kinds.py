"""A page → why it is no article, or nothing.

Errs on the side of the article: a page with text is one unless it clearly is something else.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.parse.blocks import Block, Outline
from crawler.parse.jsonld import Declared
from storage.records import NotArticleReason

SHORT = 250  # characters: below it a text must show that it is one

_ERROR = re.compile(
    r"^\W*(?:error\s)?(?:404|403|410|500|502|503)\b|page (?:was |could )?not (?:be )?found|page (?:doesn.t|does not) exist|not found\W*$|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada|página não encontrada|pagina non trovata"
    r"|страница не найдена|ไม่พบหน้า|页面不存在|找不到(?:网页|頁面|页面)|ページが見つかりません|페이지를 찾을 수 없|không tìm thấy trang|sayfa bulunamadı|strony nie znaleziono|access denied|attention required|just a moment",
    re.I,
)
_CONSENT = re.compile(
    r"cookie|consent|gdpr|datenschutz|einwilligung|privacy|confidentialité|privacidad|同意|คุกกี้", re.I
)
_LISTS = frozenset(("collectionpage", "searchresultspage", "itemlist"))


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
    if text < 1_500 and not declared.article and _speaks_of_consent(body):
        return "consent", ""
    if not declared.article and _is_front(url) and _lists(page, body):
        return "front-page", ""
    return None


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
