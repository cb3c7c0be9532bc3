"""What sites say of cookies beside an article is no text of it; an article on privacy, and one filed under it, is a text."""

from __future__ import annotations

import json

from crawler.parse import read_page
from storage.records import Article

TEXT = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
]
BODY = "".join(f"<p>{line}</p>" for line in TEXT)
HEADING = "<h1>Four boats for the islands</h1>"
ASKED = "".join(
    f"<p>Purpose: provision of the maps of service {n}. Processing: connection data and data of your web browser are collected and stored on your device for up to two years.</p>"
    for n in range(40)
)


def read(body: str) -> str:
    page = f"<html lang=en><head><title>Four boats for the islands</title></head><body>{body}</body></html>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    return found.text if isinstance(found, Article) else found.reason


def test_a_dialog_on_cookies_is_no_text_though_it_is_nearly_all_of_a_page() -> None:
    wrong = {}
    for name in ("CybotCookiebotDialog", "CookieConsent", "cookie-content", "uc-gdpr-modal", "didomi-popup"):
        for dialog in (f"<div class={name}>{ASKED}</div>", f"<div id={name}>{ASKED}</div>"):
            for body in (
                f"<main>{HEADING}{BODY}</main>{dialog}",
                f"{dialog}<main>{HEADING}<article>{BODY}</article></main>",
            ):
                if (found := read(body)) != "\n".join(TEXT):
                    wrong[body[:80]] = found[:80]
    assert not wrong


def test_an_article_that_is_filed_under_privacy_is_its_pages_text() -> None:
    comments = "<div class=comments><h3>Comments</h3>" + 2 * f"<p>Nobody needs them. {TEXT[0]}</p>" + "</div>"
    names = (
        "article-body topic-privacy",
        "entry tag-gdpr",
        "content privacy",
        "story-gdpr",
        "section-privacy",
    )
    found = {
        name: read(f"<header>{HEADING}</header><div class='{name}'>{3 * BODY}</div>{comments}")
        for name in names
    }
    assert found == dict.fromkeys(names, "\n".join(3 * TEXT))


def test_the_rest_of_an_article_behind_a_wall_of_cookies_is_its_text() -> None:
    rest = [f"{line[:-1]}, as was told before on the quay of harbour {n}." for n in range(3) for line in TEXT]
    behind = "".join(f"<p>{line}</p>" for line in rest)
    for name in ("consent-required", "cookie-wall"):
        body = f"<main>{HEADING}<div>{BODY}</div></main><div class='{name}'>{behind}</div>"
        assert read(body).split("\n")[-len(rest) :] == rest, name


def test_an_article_that_a_script_holds_in_one_paragraph_is_none_on_cookies() -> None:
    rest = " ".join(2 * TEXT)
    for text in (
        f"The privacy regulator fined the ferry company for having tracked its passengers. {rest}",
        f"Browsers are to block the cookies of others, the makers said, with their consent. {rest}",
        "两国政府周四同意，将在海岛之间共同运营四艘电动渡轮，第一艘渡轮将于明年春天开始试航。"
        + 6 * "每艘渡轮可载客两百人，停靠码头时充电，旧船届时将退役，新船由当地船厂建造，票价不变。",
    ):
        data = json.dumps({"content": text, "id": 7}, ensure_ascii=False)
        assert read(f"{HEADING}<script>window.page={data};</script>") == text


def test_a_template_is_read_where_the_noscript_behind_it_holds_but_its_beginning() -> None:
    script = f"{HEADING}<div class=post-content><script type='text/template'>{BODY}</script>"
    for behind in (
        f"<noscript>{BODY}</noscript>",
        f"\n<noscript>\n  {BODY}</noscript>",
        f"<noscript>{BODY[:150]}</p><p>Please enable JavaScript.</p></noscript>",
        f"<noscript class=cookie-banner>{BODY}</noscript>",
    ):
        assert read(f"{script}{behind}</div>").startswith("\n".join(TEXT)), behind
    assert read(f"{script}<noscript>{BODY}</noscript></div>") == "\n".join(TEXT)
