"""A text of which tests ask the authors."""

from __future__ import annotations

from crawler.parse import read_page
from storage.records import Article

TEXT = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
]


def authors_of(
    above: str, head: str = "", title: str = "Four boats", language: str = "en"
) -> tuple[str, ...]:
    inner = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<html lang={language}><head><title>{title}</title>{head}</head><body><article>{above}{inner}</article></body></html>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.authors


def with_language(language: str, above: str) -> tuple[str, ...]:
    lang = f" lang={language}" if language else ""
    inner = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<html{lang}><title>Four boats</title><article><h1>Four boats</h1>{above}{inner}</article>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.authors
