"""Lines of a notice that name what is attached to it, and links that only look like them."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article

TITLE = "Draft order on the lighting of small harbours"
TEXT = (
    "The office of harbours has drawn up an order on the lights of quays, and asks everybody who uses one to say what he thinks of it by post or by letter.",
    "Whoever wants to comment may write until the end of the month to the office, which answers each letter within twelve days and prints them all.",
    "A meeting on the draft is held on the old quay on Monday, where the engineers who wrote it show the lamps.",
)


def lines(inner: str) -> list[str]:
    paragraphs = [f"<p>{line}</p>" for line in TEXT]
    body = "".join([*paragraphs[:2], inner, paragraphs[2]])
    html = f"<html lang=en><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1><div class=body>{body}</div></main></body></html>"
    found = read_page(html.encode(), "https://harbours.example/2025/07/order", announced=True)
    assert isinstance(found, Article), found
    return found.text.split("\n")


NAMED = [  # lines, each a link behind a label
    ["附件：<a href=/a>小型港口照明管理办法（征求意见稿）</a>"],
    ["附件1：<a href=/a>照明设施一览表（第二版）</a>"],
    ["別紙：<a href=/a>小規模港湾の照明に関する省令案</a>"],
    ["붙임 1. <a href=/a>소규모 항만 조명 규칙 제정안</a>"],
    ["Annex 1: <a href=/a>Draft order on the lighting of quays</a>"],
    ["Приложение: <a href=/a>Проект приказа об освещении причалов</a>"],
    ["Phụ lục: <a href=/a>Dự thảo thông tư về chiếu sáng bến cảng</a>"],
    ["Anexo I: <a href=/a>Proyecto de orden sobre las luces del muelle</a>"],
    ["附件：<a href=/a>1. 照明管理办法</a>", "<a href=/b>2. 起草说明（征求意见稿）</a>"],
]
LED = [  # which lead elsewhere, or name nothing
    "<p>Read also: <a href=/a>Draft order on the lighting of quays</a></p>",
    "<p>Annex 1: <a href=/a>order-lights.pdf</a></p>",
    "<p>附件：<a href=/a>小型港口照明管理办法（征求意见稿）.docx</a></p>",
    "<p>Attachment: <a href=/a>The order (240 KB)</a></p>",
    "<aside><p>Annex 1: <a href=/a>Draft order on the lighting of quays</a></p></aside>",
]


@each("named", NAMED)
def test_what_a_notice_names_as_attached_is_text(named: list[str]) -> None:
    found = lines("".join(f"<p>{line}</p>" for line in named))
    assert len(found) == len(TEXT) + len(named), found


@each("led", LED)
def test_other_links_among_its_paragraphs_are_none(led: str) -> None:
    assert lines(led) == list(TEXT)
