"""Who signed, in ways of languages whose bylines have words of their own."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article

TEXT = "".join(
    f"<p>{line}</p>"
    for line in (
        "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
        "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
        "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
    )
)


def authors_of(above: str, below: str, language: str) -> tuple[str, ...]:
    page = (
        f"<html lang={language}><head><title>Four boats</title></head><body><article><h1>Four boats</h1>{above}"
        f"{TEXT}{below}</article></body></html>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.authors


@each(
    ("language", "above", "below", "names"),
    [
        ("el", "<p>Γράφει η Μαρία Παππά</p><p>03/07/2025, 11:00</p>", "", ("Μαρία Παππά",)),
        ("el", "<p>Γράφει ο Νίκος Ράλλης</p><p>03/07/2025, 11:00</p>", "", ("Νίκος Ράλλης",)),
        ("el", '<p class="ypografi">Νίκος Ράλλης</p><p>03/07/2025, 11:00</p>', "", ("Νίκος Ράλλης",)),
        ("hu", '<p class="alairas">Vass Ilona</p><p>2025. július 3., 09:15</p>', "", ("Vass Ilona",)),
        ("ja", "<p>2025年7月3日</p>", "<p>（岸田 遥）</p>", ("岸田 遥",)),
        ("ja", "<p>2025年7月3日</p>", "<p>（岸田真由）</p>", ("岸田真由",)),
        ("ja", "<p>2025年7月3日</p>", "<p>（この項おわり）</p>", ()),
        ("ja", "<p>2025年7月3日</p>", "<p>（文中敬称略）</p>", ()),
        ("ja", "<p>2025年7月3日</p>", "<p>（写真は資料）</p>", ()),
        ("ja", "<p>2025年7月3日</p>", "<p>（海港通信）</p>", ()),
        ("zh", "<p>2025年7月3日</p>", "<p>（未完待续）</p>", ()),
        ("ja", "<p>2025年7月3日</p>", "<p>（社会部）</p>", ()),
        ("el", "<p>Γράφει η ιστορία της θάλασσας</p><p>03/07/2025, 11:00</p>", "", ()),
    ],
)
def test_who_signed(language: str, above: str, below: str, names: tuple[str, ...]) -> None:
    assert authors_of(above, below, language) == names
