"""Notes that papers and portals set in paragraphs below a text, in many languages; and last lines that are text."""

from __future__ import annotations

from pathlib import Path

import yaml

from crawler.parse import read_page
from storage.records import Article

CASES = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))


def text_of(language: str, lines: list[str]) -> str:
    body = "".join(f"<p>{line.replace('<', '&lt;')}</p>" for line in lines)
    page = (
        f"<html lang={language}><head><title>Four boats</title></head><body><div class=main><h1>Four boats</h1>"
        f"<div class=content>{body}</div></div></body></html>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/boats")
    assert isinstance(found, Article), (language, lines[-1], found)
    return found.text


def test_what_papers_say_below_their_texts_is_none_of_them() -> None:
    wrong = [
        (language, note)
        for language, case in CASES.items()
        for note in case["notes"]
        if text_of(language, [*case["text"], note]) != "\n".join(case["text"])
    ]
    assert not wrong


def test_the_same_above_a_text_or_twice_below_it() -> None:
    zh, en = CASES["zh"]["text"], CASES["en"]["text"]
    assert text_of("zh", ["原标题：四艘渡轮", *zh, "责任编辑：张三", "返回搜狐，查看更多"]) == "\n".join(zh)
    assert text_of("en", [*en, "Additional reporting by Ann Lee", "Tags: ports, boats"]) == "\n".join(en)


def test_last_lines_that_only_begin_so_are_text() -> None:
    wrong = [
        (language, line)
        for language, case in CASES.items()
        for line in case.get("stay", ())
        if not text_of(language, [*case["text"], line]).endswith(line)
    ]
    assert not wrong
