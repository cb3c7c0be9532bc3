"""The beginning of a text → the reporters whom an agency's dateline names, in Korean and Russian.

[포항=바다통신] 김하늘·이도윤 기자 = 포항시는 …        ПОРТ-САЙД, 3 июля. /Корр. БМТ Анна Седова/. …
"""

from __future__ import annotations

from crawler.parse.page.blocks import Outline
from crawler.patterns import lazily

BEGINNING = 120  # characters of a block in which its dateline stands
_KOREAN = lazily(
    r"[(\[【][^)\]】]{1,30}[=＝][^)\]】]{1,20}[)\]】]\s*([가-힣]{2,4}(?:\s?[·ㆍ,]\s?[가-힣]{2,4}){0,4})\s(?:\S{1,4}\s)?기자\s*[=＝]"
)
_BETWEEN = lazily(r"\s?[·ㆍ,]\s?")
_RUSSIAN = lazily(
    r".{3,60}?[/(](?:[Сс]пец)?(?:[Кк]орр\.|[Кк]орреспондент)\s(?:[А-ЯЁ]{2,8}\s)?([А-ЯЁ][а-яё-]+\s[А-ЯЁ][А-Яа-яё-]+(?:,\s[А-ЯЁ][а-яё-]+\s[А-ЯЁ][А-Яа-яё-]+)*)[/)]"
)


def dateline(page: Outline, start: int, end: int) -> list[str]:
    """The names between place and text of the first block that has a dateline."""
    for block in page.blocks[max(0, start) : end]:
        beginning = block.text[:BEGINNING]
        if "기자" in beginning:
            found = _KOREAN.match(beginning)
        elif "орр" in beginning:
            found = _RUSSIAN.match(beginning)
        else:
            continue
        if found:
            return _BETWEEN.split(found[1])
    return []
