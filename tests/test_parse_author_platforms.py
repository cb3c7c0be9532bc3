"""Who wrote, where a portal, a template or a heading of the text stands in a name's place."""

from __future__ import annotations

from crawler.parse import read_page
from crawler.parse.authors.accounts import is_account
from crawler.parse.authors.nobody import is_nobody
from storage.records import Article

PROSE = {
    "de": [
        "Der Hafen von Orrin hat am Montag die erste Fähre bei Nacht losgeschickt, mit vierzig Gästen und zwei Ziegen an Bord.",
        "Der Hafenmeister sagte, die Überfahrt habe 38 Minuten gedauert, und im Mai komme ein zweites Schiff hinzu.",
        "Die Fischer am Westufer hatten um ihre Netze gefürchtet und sie schon im Oktober um eine Meile versetzt.",
    ],
    "zh": [
        "渡船在20日夜里首次开航，四十名乘客和两只山羊在三十八分钟后到达对岸，港口负责人说下个月还会继续开航。",
        "西岸的渔民担心渔网受损，早在十月就把渔网移到了一海里以外，镇上也为此出了一笔钱，用来购买新的浮标。",
    ],
    "ko": [
        "나룻배가 20일 밤 처음으로 운항을 시작해 승객 마흔 명과 염소 두 마리가 38분 만에 건너편에 닿았다고 항만 관계자가 밝혔다.",
        "서쪽 기슭의 어민들은 그물을 걱정해 10월에 이미 1마일 밖으로 옮겼으며, 마을은 새 부표를 사는 비용을 댔다고 한다.",
    ],
}  # fmt: skip


def p(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def authors(language: str, inner: str, head: str = "", title: str = "") -> tuple[str, ...]:
    named = (
        title
        or {
            "de": "Die Fähre fährt nachts",
            "zh": "渡船夜里首次开航引来众多乘客",
            "ko": "나룻배 밤에 처음으로 운항 시작",
        }[language]
    )
    page = f"<html lang={language}><head><meta charset=utf-8><title>{named}</title>{head}</head><body><article><h1>{named.split('_')[0]}</h1>{inner}</article></body></html>"
    found = read_page(page.encode(), "https://hafen.example/2026/11/20/faehre")
    assert isinstance(found, Article), found
    return found.authors


def test_a_heading_in_bold_between_paragraphs_is_nobodys_name() -> None:
    first, second, third = PROSE["de"]
    assert authors("de", p(first, second, "<b>Drei Schiffe</b>", third)) == ()
    assert authors("de", p("<b>Ada Wren</b>", first, second, third)) == ("Ada Wren",)


def test_what_heads_the_parts_of_a_release_is_told_from_names() -> None:
    heads = ["Further Information", "Notes to Editors", "Weitere Informationen", "Nächste Schritte", "Plus d’informations", "Más información", "Próximos passos", "Ulteriori informazioni", "Więcej informacji", "Další informace", "Third Quarter Highlights", "Conference Call"]  # fmt: skip
    people = ["Ann Further", "Nora Editor-Lee", "Heinz Schritt", "Maria Weiter", "Plus Nkemelu", "Masa Informa", "Paso Robles", "Call Conway", "Anna Další", "Quarter Brown", "Ulla Teriori"]  # fmt: skip
    assert [line for line in heads if not is_nobody(line)] == []
    assert [line for line in people if is_nobody(line)] == []


def test_what_a_template_has_for_an_author_until_somebody_fills_it_in_is_none() -> None:
    assert is_account("COMM/DG/UNIT")
    assert not is_account("Dag Unit")
    assert authors("de", p(*PROSE["de"]), '<meta name="creator" content="COMM/DG/UNIT">') == ()


def test_a_release_on_a_portal_is_by_whom_the_service_took_it_from() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Die Fähre fährt nachts","author":{"@type":"Organization","name":"Pressehafen.de"},"publisher":{"@type":"Organization","name":"Pressehafen.de"}}</script>'
    for line in (
        "Original-Content von: Nordline Fähren e.V., übermittelt durch news aktuell",
        "Contenu original: Nordline Fähren e.V., transmis par news aktuell",
    ):
        assert authors("de", p(*PROSE["de"], line), head) == ("Nordline Fähren e.V.",)
    for line in (
        "Original-Content ist teuer, sagt der Verband.",
        "Der Inhalt wurde von Nordline übermittelt durch Boten.",
    ):
        assert authors("de", p(*PROSE["de"], line), head) == ("Pressehafen.de",)


def test_a_chinese_portal_that_ends_the_title_is_no_author_where_a_line_names_one() -> None:
    head = '<meta name="author" content="海港">'
    title = "渡船夜里首次开航引来众多乘客_海港订阅"
    assert authors("zh", p("谷雨 衡宇 发自 潮汐寺", *PROSE["zh"]), head, title) == ("谷雨", "衡宇")
    assert authors("zh", p(*PROSE["zh"]), head, title) == ("海港",)
    assert authors("zh", p("这条消息发自 北京", *PROSE["zh"]), head, title) == ("海港",)


def test_a_pen_name_behind_an_agencys_dateline_wrote() -> None:
    first, second = PROSE["zh"]
    assert authors("zh", p(f"T99讯 11月20日消息（南山）{first}", second)) == ("南山",)
    for other in ("综合", "编译", "见附件一二三"):
        assert authors("zh", p(f"T99讯 11月20日消息（{other}）{first}", second)) == ()


def test_captions_that_all_name_one_reporter_outweigh_the_editor_whom_the_head_names() -> None:
    head, edited = '<meta name="author" content="骆云">', "<div>【编辑:骆云】</div>"
    first, second = PROSE["zh"]
    told = [
        f"{line}海港社记者 {name} 摄"
        for line, name in zip((first, second, first[::-1]), ("马铭", "马铭", "马铭"), strict=True)
    ]
    assert authors("zh", p(*told) + edited, head) == ("马铭",)
    assert authors("zh", p(told[0], told[1].replace("马铭", "王远"), told[2]) + edited, head) == ("骆云",)


def test_what_is_longer_than_a_korean_name_is_a_medium() -> None:
    head = '<meta property="article:author" content="주간뱃길인">'
    assert authors(
        "ko", "<div><span>여름빛 기자</span> <span>2026.11.20. 15:30</span></div>" + p(*PROSE["ko"]), head
    ) == ("여름빛",)
    assert authors("ko", p(*PROSE["ko"]), head) == ("주간뱃길인",)
