"""Pages that are no articles, and short ones that are."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from time import process_time

import pytest
from kindsamples import PROSE, URL
from tables import each

from crawler.parse import read_page
from crawler.parse.body.imprint import is_imprint
from crawler.parse.page import phrases
from storage.records import Article, NotArticle

SHARED = Path(__file__).parents[2] / "shared" / "tools" / "extraction"
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
    before = process_time()
    found = read_page(NOTHING[what].encode(), URL)
    assert isinstance(found, NotArticle), found.text[:80]
    assert found.reason in ("no-text", "shell", "not-html", "video")
    assert process_time() - before < 3  # seconds; a tenth of one is usual


SHELLS = {  # as the usual builders of such sites leave them: one bundle
    "a module in the head": '<title>The Example</title><script type="module" src="/a.js"></script><body><div id="root"></div>',
    "a word for those without scripts": '<title>The Example</title><script defer src="/a.js"></script><body>'
    '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>',
    "a script behind its place": '<title>The Example</title><body><div id="app"></div><script src="/a.js"></script>',
}


@pytest.mark.parametrize("what", SHELLS)
def test_a_page_that_one_script_is_to_fill_is_a_shell(what: str) -> None:
    found = read_page(SHELLS[what].encode(), URL)
    assert isinstance(found, NotArticle)
    assert found.reason == "shell"


def test_a_picture_beside_declared_data_is_no_shell() -> None:
    page = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A"}</script><img src="a.jpg">'
    found = read_page(page.encode(), URL)
    assert isinstance(found, NotArticle)
    assert found.reason == "no-text"


@each("language", SHORT)
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


@each(
    ("line", "imprint"),
    [
        ("© The Circuit Ledger. All rights reserved.", True),
        ("สงวนลิขสิทธิ์ หนังสือพิมพ์สยามก้าวหน้า ห้ามนำไปเผยแพร่โดยไม่ได้รับอนุญาต", True),
        ("版权所有 © 2025 数字日报社", True),
        ("Dijital Haber 2025. TÜM HAKLARI SAKLIDIR.", True),
        ("Photo: Reuters", True),
        ("未经授权，严禁转载！", True),
        ("作者在文末写明谢绝转载，但仍有网站照搬。", False),
        ("法院认为，报社严禁转载的声明并不违法。", False),
        ("Photographs of the port show how far the water rose on Monday.", False),
        ("Copyright law changed on Monday when parliament passed a bill.", False),
        ("Video: storm closes the port of Hamburg on Monday", False),
    ],
)
def test_an_imprint_is_told_from_a_sentence(line: str, imprint: bool) -> None:
    assert is_imprint(line) is imprint


@each(
    ("pattern", "line", "said"),
    [
        (phrases.NOT_FOUND, "404", True),
        (phrases.NOT_FOUND, "Error 404 - Page not found | The Circuit Ledger", True),
        (phrases.NOT_FOUND, "Missing plane not found", False),
        (phrases.NOT_FOUND, "Peugeot 404 sold at auction for a record price", False),
        (phrases.BROKEN, "503 Service Unavailable", True),
        (phrases.BROKEN, "500 guests at the forum", False),
        (phrases.BOT_WALL, "Attention Required! | Cloudfront", True),
        (phrases.BOT_WALL, "Robots are not humans, says professor", False),
        (phrases.LOG_IN, "Sign in", True),
        (phrases.LOG_IN, "Ministers sign in Rome", False),
        (phrases.SHELL, "Please enable JavaScript to continue.", True),
        (phrases.SHELL, "JavaScript turns thirty this year, and it is enabled everywhere", False),
        (phrases.SUBSCRIBE, "Subscribe to continue reading", True),
        (phrases.SUBSCRIBE, "Young readers subscribe to fewer papers than their parents did", False),
    ],
)
def test_a_phrase_is_told_from_news_that_sounds_like_it(
    pattern: re.Pattern[str], line: str, said: bool
) -> None:
    assert bool(phrases.says(pattern, [line])) is said


LINKS = "".join(f'<li><a href="/{n}">Story of the day number {n}, told in a line</a></li>' for n in range(60))


@pytest.mark.parametrize(
    "url", ["https://news.example/", "https://news.example/storm", "https://news.example/tag/storm"]
)
def test_an_article_among_many_links_is_one_whatever_its_address(url: str) -> None:
    page = f"<title>Storm</title><h1>Storm closes the port</h1>{f'<p>{PROSE}</p>' * 3}<ul>{LINKS}</ul>"
    assert isinstance(read_page(page.encode(), url), Article)


def test_a_flash_below_an_offer_to_log_in_is_an_article() -> None:
    flash = "海港公司周四表示，将购买四艘电动渡船用于海岛航线，首艘船将于明年春季试航，票价维持不变，港务局预计噪音投诉将明显减少，常客或需按月付费。"
    page = f"<title>海港快讯</title><div>登录后查看更多</div><h1>海港公司购买四艘电动渡船</h1><p>{flash}</p>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found


def test_a_fair_that_speaks_of_its_partners_asks_for_no_consent() -> None:
    text = "Together with our partners we show at the forum how geolocation keeps ships apart. Our trusted partners have tested it for a year. Visitors get targeted content on their phones."
    page = f"<title>Ships kept apart at the forum</title><h1>Ships kept apart at the forum</h1><p>{text}</p>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found


def test_linked_headings_inside_a_text_do_not_make_it_a_list() -> None:
    parts = "".join(
        f'<h2><a href="#{n}">Part {n} of the report</a></h2><p>{PROSE * 4}</p><p>{PROSE * 3}</p>'
        for n in range(6)
    )
    page = f"<title>Report</title><h1>Report on the storm</h1>{parts}"
    assert isinstance(read_page(page.encode(), URL), Article)


def test_teasers_with_a_date_between_heading_and_line_are_a_list() -> None:
    rows = "".join(
        f"<article><h2><a href=/{n}>Ferry number {n} leaves the quay</a></h2><span class=d><p>{n} July 2025</p></span><p>It will be back on the {n}th, says its captain.</p></article>"
        for n in range(1, 9)
    )
    page = f"<title>Ferries</title><body><h1>Ferries</h1><p>News, pictures and more about ferries of the islands.</p>{rows}"
    found = read_page(page.encode(), "https://news.example/tag/ferries")
    assert isinstance(found, NotArticle)
    assert found.reason == "list-page"


def test_an_article_on_reports_with_their_years_is_no_list() -> None:
    rows = "".join(
        f"<h4><a href=/{n}.pdf>Report {n} on ferries</a></h4><p>202{n}</p><p>It counts the ferries of the {n}th year, and what became of each.</p>"
        for n in range(6)
    )
    found = read_page(
        f"<title>Ferries</title><h1>Ferries</h1><p>{PROSE}</p><p>{PROSE}</p>{rows}".encode(), URL
    )
    assert isinstance(found, Article)


def _events(label: str, lines: str, rows: int = 6) -> str:
    return "".join(
        f"<div class='{label}'><h2><a href=/e{n}>Talk number {n} on boats</a></h2><p>Wed {n + 10} November 2026, 18:15, hall {n}</p>{lines}</div>"
        for n in range(rows)
    )


EXCERPT = "<p class=description>With a discussion and a small reception afterwards; please sign up until the day before.</p>"


@each("label", ["vevent tileItem", "event-list__event", "termin", "views-row evento"])
def test_a_diary_of_events_is_a_list(label: str) -> None:
    page = f"<title>Diary</title><h1>Diary</h1><p>All talks, concerts and fairs of the school; the entrance is free of charge.</p>{_events(label, EXCERPT)}"
    found = read_page(page.encode(), "https://school.example/diary")
    assert isinstance(found, NotArticle), found.text
    assert found.reason == "list-page"


def _rows(excerpt: str) -> str:
    return "".join(
        f"<div class=item><a class=t href=/{n}>What happened in port number {n} in the course of this week</a><div class=d>{n} July 2025</div><p>{excerpt}</p></div>"
        for n in range(1, 9)
    )


def test_rows_of_links_and_broken_lines_are_a_list_and_whole_ones_are_none() -> None:
    page = "<title>Ports</title><h1>Ports</h1>{}"
    broken = read_page(
        page.format(
            _rows(
                "A short account of what was seen there, of who has said what of it, and of what comes next, that breaks o…"
            )
        ).encode(),
        URL,
    )
    assert isinstance(broken, NotArticle), broken.text
    assert broken.reason == "list-page"
    whole = _rows(f"{PROSE} It is worth the way, and the coffee is not bad.")
    assert isinstance(read_page(page.format(whole).encode(), URL), Article)


@each(
    "inner",
    [
        f"<p>{PROSE}</p><p>{PROSE}</p>" + _events("conference", f"<p>{PROSE}</p><p>{PROSE * 2}</p>"),
        f"<p>{PROSE * 3}</p>" + _events("event", EXCERPT, rows=3),
        f"<p>{PROSE * 2}</p><p>{PROSE * 2}</p>" + _events("event", EXCERPT, rows=12),
        f"<p>{PROSE}</p>" + _events("timeline event", f"<p>{PROSE}</p>"),
        f"<p>{PROSE}</p>" + _events("timeline__event", f"<p>{PROSE}</p>"),
        f"<p>{PROSE}</p>" + _events("conference-programme agenda", f"<p>{PROSE}</p>"),
        f"<p>{PROSE}</p><table>"
        + "".join(
            f"<tr class=event><td>{n} July 2025, 18:00</td><td><a href=/s{n}>Songs of the sea</a></td><td>{PROSE}</td></tr>"
            for n in range(1, 12)
        )
        + "</table>",
        f"<p>{PROSE * 5}</p><p>{PROSE * 6}</p><p>{PROSE * 7}</p><p>{PROSE * 5}</p>"
        + _events("event", EXCERPT, rows=4),
    ],
)
def test_an_article_that_lists_conferences_is_one(inner: str) -> None:
    page = f"<title>Ten talks to hear</title><h1>Ten talks to hear this autumn</h1>{inner}"
    assert isinstance(read_page(page.encode(), URL), Article)


@pytest.mark.parametrize(
    ("title", "classes"),
    [("Hoppla!", "error404 wp-embed-responsive"), ("برگه پیدا نشد - مجله راه ابریشم", "rtl")],
)
def test_a_page_that_is_gone_may_show_the_latest_articles(title: str, classes: str) -> None:
    rows = "".join(f"<article><h3><a href=/{n}>Boat {n}</a></h3><p>{PROSE}</p></article>" for n in range(3))
    page = f"<title>{title}</title><body class='{classes}'><h1>{title}</h1>{rows}"
    found = read_page(page.encode(), URL)
    assert isinstance(found, NotArticle)
    assert found.reason == "not-found"


@pytest.mark.skipif(not SHARED.exists(), reason="the shared folder is not beside the checkout")
def test_no_real_page_with_a_text_is_called_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SHARED))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    import cases

    pages = [case for case in cases.load() if max(map(len, case.texts), default=0) > 300]
    wrong = {}
    for case in pages[::5]:  # all of them take five times as long and say the same
        found = read_page(case.html, case.url)
        if isinstance(found, NotArticle):
            wrong[case.url] = found.reason
    assert wrong == {}
