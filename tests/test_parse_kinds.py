"""Pages that are no articles, and short ones that are."""

from __future__ import annotations

from time import perf_counter

import pytest

from crawler.parse import read_page
from crawler.parse.kinds import is_imprint
from storage.records import Article, NotArticle

URL = "https://news.example/2025/07/03/item"
VIDEO = '<script type="application/ld+json">{"@type": "VideoObject", "name": "Watch: inside a repair café"}</script>'
NOTHING = {
    "a video under a copyright line": f"<title>Watch: inside a repair café</title>{VIDEO}<h1>Watch: inside a repair café</h1>"
    "<footer><p>© The Circuit Ledger. All rights reserved.</p></footer>",
    "a video under a credit": f"<title>Watch: inside a repair café</title>{VIDEO}<p>Photograph: The Circuit Ledger</p>"
    "<p>© The Circuit Ledger. All rights reserved.</p>",
    "a copyright line in Chinese": "<title>数字经济</title><p>版权所有 © 2025 数字日报社 未经许可不得转载</p>",
    "two copyright lines": "<title>Video</title><p>Copyright 2025 Example Media</p><p>Alle Rechte vorbehalten. Impressum</p>",
    "two words": "<title>hello world</title><body><p>hello world</p></body>",
    "two words without a title": "<p>hello world</p>",
    "three million brackets": "<" * 3_000_000,
    "one letter": f"<title>News</title><p>{'a' * 3_000}</p>",
    "one Chinese letter": f"<title>News</title><p>{'哈' * 3_000}</p>",
    "signs": f"<title>News</title><p>{'— * ' * 500}</p>",
    "figures": f"<title>News</title><p>{'2025 07 03 ' * 100}</p>",
}
SHORT = {
    "en": ("Storm closes Hamburg port", "The port of Hamburg was closed on Monday because of a storm."),
    "en, six words": ("Ministers agree", "Finance ministers agreed on Monday night."),
    "zh": ("全球数字经济大会开幕", "全球数字经济大会今日在北京开幕。"),
    "ja": ("台風で空港閉鎖", "台風の接近で羽田空港は三日午後に閉鎖された。"),
    "ko": ("태풍으로 공항 폐쇄", "태풍 접근으로 공항이 월요일 폐쇄됐다."),
    "th": ("พายุเข้าภูเก็ต", "พายุพัดเข้าภูเก็ตเมื่อคืนวันจันทร์"),
    "ar": ("عاصفة تغلق الميناء", "أغلقت عاصفة قوية ميناء جدة صباح الاثنين."),
    "ru": ("Порт закрыт", "Порт закрыли в понедельник из-за шторма."),
}


@pytest.mark.parametrize("what", NOTHING)
def test_a_page_that_says_nothing_is_no_article(what: str) -> None:
    before = perf_counter()
    found = read_page(NOTHING[what].encode(), URL)
    assert isinstance(found, NotArticle), found.text[:80]
    assert found.reason in ("no-text", "shell", "not-html")
    assert perf_counter() - before < 2  # seconds


@pytest.mark.parametrize("language", SHORT)
def test_a_headline_and_a_sentence_are_an_article(language: str) -> None:
    title, sentence = SHORT[language]
    page = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{sentence}</p>"
        "<footer><p>© 2025 Example News. All rights reserved.</p></footer></body></html>"
    )
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article)
    assert sentence in found.text


def test_a_text_about_copyright_is_an_article() -> None:
    page = "<h1>Copyright law passed</h1><p>Copyright law changed on Monday when parliament passed a bill on archives.</p>"
    assert isinstance(read_page(page.encode(), URL), Article)


@pytest.mark.parametrize(
    ("line", "imprint"),
    [
        ("© The Circuit Ledger. All rights reserved.", True),
        ("สงวนลิขสิทธิ์ หนังสือพิมพ์สยามก้าวหน้า ห้ามนำไปเผยแพร่โดยไม่ได้รับอนุญาต", True),
        ("版权所有 © 2025 数字日报社", True),
        ("Photo: Reuters", True),
        ("Photographs of the port show how far the water rose on Monday.", False),
        ("Copyright law changed on Monday when parliament passed a bill.", False),
        ("Video: storm closes the port of Hamburg on Monday", False),
    ],
)
def test_an_imprint_is_told_from_a_sentence(line: str, imprint: bool) -> None:
    assert is_imprint(line) is imprint
