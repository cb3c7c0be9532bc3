"""What a page sets apart by style alone, or names in places of its own: bylines, headings' ids, standfirsts, stops of other scripts."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from crawler.parse.body.imprint import is_imprint
from storage.records import Article

LINES = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
]
TEXT = "".join(f"<p>{line}</p>" for line in LINES)


def read(body: str, language: str = "en", title: str = "Four boats for the islands") -> Article:
    page = f"<html lang={language}><title>{title}</title><body><main><h1>{title}</h1>{body}</main></html>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found


BOXES = [
    ('<div class="author"><a href="/p/1">Ann Lee</a><span>Shipping reporter</span></div>', ("Ann Lee",)),
    ('<div class="post-author"><strong>Jan de Vries</strong><span>Verslaggever</span></div>', ("Jan de Vries",)),
    ('<div class="article-author"><span>Neema Mushi</span><span>Mwandishi, Dodoma</span></div>', ("Neema Mushi",)),
    ('<div class="authors"><div class="author"><a href="/1">Asha Juma</a><span>Mwandishi, Tanga</span></div>'
     '<div class="author"><a href="/2">Said Omari</a><span>Mwandishi wa Bahari</span></div></div>', ("Asha Juma", "Said Omari")),
    ('<div class="author"><b>A</b>nn Lee</div>', ("Ann Lee",)),  # a letter of a name is no name
    ('<div class="author">Written by<a href="/1">Ann Lee</a></div>', ("Ann Lee",)),
]  # fmt: skip


@each("box", BOXES)
def test_a_name_and_what_its_bearer_does_are_two_things(box: tuple[str, tuple[str, ...]]) -> None:
    markup, names = box
    assert read(markup + TEXT).authors == names


LISTS = [
    ("ja", "<li><a href='/1'>榊原 悠</a>（本誌）</li><li><a href='/2'>長谷部 奈緒子</a>（ライター）</li>", ("榊原 悠", "長谷部 奈緒子")),
    ("en", "<li>Ann Lee (London)</li><li>Tom Ray (Newtown)</li>", ("Ann Lee", "Tom Ray")),
    ("en", "<li>Ann Lee</li><li>12 stories this week</li>", ("Ann Lee",)),
]  # fmt: skip


@each("listed", LISTS)
def test_a_list_of_authors_names_each_of_them(listed: tuple[str, str, tuple[str, ...]]) -> None:
    language, items, names = listed
    assert read(f'<ul class="article-author">{items}</ul>{TEXT}', language).authors == names


LINKED = [
    ("<a href='/1'>Ann Lee</a> / <a href='/2'>Tom Ray</a>", ("Ann Lee", "Tom Ray")),
    ("<a href='/2'>Tom Ray</a>, <a href='/1'>Ann Lee</a> and <a href='/3'>Asha Juma</a>", ("Tom Ray", "Ann Lee", "Asha Juma")),
    ("<a href='/1'>Ann Lee</a> / <a href='/2'>the harbour</a>", ("Ann Lee",)),
    ("<a href='/2'>Tom Ray</a> / <a href='/3'>Asha Juma</a>", ("Ann Lee",)),
    ("<a href='/2'>Harbour News</a> | <a href='/1'>Ann Lee</a>", ("Ann Lee",)),  # a section
    ("<a href='/2'>Harbour News</a></div><div><a href='/2'>Harbour News</a> / <a href='/1'>Ann Lee</a>", ("Ann Lee",)),
]  # fmt: skip


@each("linked", LINKED)
def test_a_line_of_links_names_those_whom_the_head_leaves_out(linked: tuple[str, tuple[str, ...]]) -> None:
    line, names = linked
    head = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Ann Lee"}}</script>'
    assert read(f"{head}<div class='x1'>{line}</div>{TEXT}").authors == names


IDS = ["nav_drei_0", "related-work", "comments-from-the-quay", "share", "footer-of-the-plan", "privacy"]


@each("id_", IDS)
def test_the_id_of_a_heading_tells_nothing_of_it(id_: str) -> None:
    text = read(
        f"<article><p>{LINES[0]}</p><h3 id='{id_}'>What the boats cost</h3><p>{LINES[1]}</p><p>{LINES[2]}</p></article>"
    ).text
    assert "What the boats cost" in text.split("\n")


def test_the_class_of_a_heading_tells_still() -> None:
    below = "<h3 class='related-posts'>Related</h3><p><a href='/1'>Five boats for the lake</a></p>"
    assert read(f"<article>{TEXT}{below}</article>").text == "\n".join(LINES)


CHINESE = [
    ("<p>文｜林雨晴</p>", ("林雨晴",)),
    ("<p>采访、撰文丨林雨晴</p>", ("林雨晴",)),
    ("<p>文：林雨晴、王小明</p>", ("林雨晴", "王小明")),
    ("<p>文｜海港志编辑部</p>", ("海港志",)),  # no person: the account is left
]  # fmt: skip
ZH = (
    "渡轮公司周四表示，将为往返群岛的航线购买四艘电动船，每艘可载客两百人，乘客上船时在码头充电。"
    "第一艘船将在春季试航，届时旧船也必须退役，新的充电站由市政府出资修建，预计明年夏天完工。"
)


@each("signed", CHINESE)
def test_the_line_of_who_wrote_is_believed_over_the_account(signed: tuple[str, tuple[str, ...]]) -> None:
    line, names = signed
    card = "<div class='author-card'><a href='/u/1'>海港志</a></div>"
    found = read(f"<article>{line}<p>{ZH}</p><p>{ZH[::-1]}</p>{card}</article>", "zh", "四艘电动船将驶向群岛")
    assert found.authors == names


def test_the_note_below_a_text_from_elsewhere_names_its_author_and_is_none_of_it() -> None:
    note = "<p>本文来自微信公众号“海港志”，作者：林雨晴，码头观察经授权发布。</p><p>该文观点仅代表作者本人，码头观察平台仅提供信息存储空间服务。</p>"
    found = read(f"<article><p>{ZH}</p><p>{ZH[::-1]}</p>{note}</article>", "zh", "四艘电动船将驶向群岛")
    assert (found.authors, found.text) == (("林雨晴",), f"{ZH}\n{ZH[::-1]}")


def test_a_standfirst_stands_below_a_list_of_who_wrote_and_when() -> None:
    about = "".join(
        f"<li>{said}</li>"
        for said in (
            "기자명 서지원 기자",
            "입력 2025.07.03 15:07",
            "수정 2025.07.03 16:12",
            "호수 1204",
            "지면 3면",
            "댓글 0",
        )
    )
    lead = "전기 여객선 네 척 도입… 섬까지 왕복 운항<br>선착장에 충전소 설치"
    told = "여객선 회사는 목요일 섬을 오가는 항로에 전기 여객선 네 척을 도입한다고 밝혔다. 배마다 승객 이백 명이 탈 수 있다."
    found = read(
        f"<header class='article-view-header'><div class='info-group'><ul class='infomation'>{about}</ul></div></header><div class='subheading'>{lead}</div><div itemprop='articleBody'><p>{told}</p><p>{told[::-1]}</p></div>",
        "ko",
        "섬으로 가는 전기 여객선 네 척",
    )
    assert found.text.split("\n")[:2] == ["전기 여객선 네 척 도입… 섬까지 왕복 운항", "선착장에 충전소 설치"]


STOPS = [
    ("hy", "Լաստանավային ընկերությունը հայտնել է, որ գնելու է չորս էլեկտրական նավ կղզիներ տանող երթուղու համար։", "Նավերը կլիցքավորվեն նավամատույցում՝ գիշերը։"),
    ("km", "ក្រុមហ៊ុនសាឡាងបាននិយាយនៅថ្ងៃព្រហស្បតិ៍ថា ខ្លួននឹងទិញទូកអគ្គិសនីចំនួនបួនសម្រាប់ការឆ្លងទៅកាន់កោះនានា។", "ទូកទីមួយនឹងត្រូវសាកល្បងនៅរដូវផ្ការីក។"),
    ("am", "የጀልባ ኩባንያው ወደ ደሴቶቹ ለሚደረገው ጉዞ አራት የኤሌክትሪክ ጀልባዎችን እንደሚገዛ ሐሙስ ዕለት አስታውቋል።", "የመጀመሪያው ጀልባ በጸደይ ወቅት ይሞከራል።"),
]  # fmt: skip


@each("told", STOPS)
def test_a_short_sentence_ends_a_text_in_any_script(told: tuple[str, str, str]) -> None:
    language, line, last = told
    assert (
        read(f"<article><p>{line}</p><p>{line}</p><p>{last}</p></article>", language, "Nav 4").text.split(
            "\n"
        )[-1]
        == last
    )


def test_a_placeholder_of_embedded_pictures_is_no_text() -> None:
    asks = "<div class='opt-in'><h4>Empfohlener Inhalt</h4><p>Mit Ihrer Zustimmung wird hier ein externes Video geladen.</p></div>"
    assert read(
        f"<article><p>{LINES[0]}</p>{asks}<p>{LINES[1]}</p><p>{LINES[2]}</p></article>"
    ).text == "\n".join(LINES)


def test_published_on_one_day_and_changed_on_another_is_no_text() -> None:
    line = "<p class='fr-text--sm'>Publié le 13/06/2025 - Mis à jour le 16/06/2025</p>"
    assert "Publié" not in read(f"{line}{TEXT}", "fr").text


RIGHTS = [
    "Kopijuoti, platinti turinį be raštiško sutikimo draudžiama.", "Pārpublicēt bez redakcijas atļaujas aizliegts.",
    "Kopírování obsahu bez souhlasu redakce je zakázáno.", "Kopiowanie tekstów bez zgody redakcji zabronione.",
]  # fmt: skip


@each("rights", RIGHTS)
def test_what_may_not_be_copied_without_consent_is_no_text(rights: str) -> None:
    assert read(f"<article>{TEXT}<p>{rights}</p></article>").text == "\n".join(LINES)


@each(
    "told_",
    [
        "Tekstai, kurie draudžiami prieplaukoje, plinta be galo.",
        "Kopiowanie kluczy do łodzi jest zabronione, mówi kapitan.",
        "Kopírování bez souhlasu je zakázáno, rozhodl soud v Praze.",
        "Any reproduction of the plans without permission is forbidden in Newtown.",
    ],
)
def test_news_of_what_is_forbidden_stays(told_: str) -> None:
    assert read(f"<article>{TEXT}<p>{told_}</p></article>").text.endswith(told_)


def test_what_may_be_quoted_and_whose_the_views_are_is_told_in_a_line_of_its_own() -> None:
    imprints = (
        "Մեջբերումներ անելիս ակտիվ հղումը Նավահանգստին պարտադիր է:",
        "Ndalohet riprodhimi i teksteve pa lejen e redaksisë",
        "Απαγορεύεται η αναδημοσίευση χωρίς γραπτή άδεια",
    )
    assert [line for line in imprints if not is_imprint(line)] == []
    sentences = ("Απαγορεύεται η είσοδος στο λιμάνι μετά τις δέκα", "Ndalohet hyrja në port pas orës dhjetë")
    assert [line for line in sentences if is_imprint(line)] == []
    views = (
        "El Cable no comparte necesariamente las opiniones vertidas por sus columnistas.",
        "The Harbour Post does not necessarily share the views of its columnists.",
        "O Cais não compartilha necessariamente as opiniões de seus colunistas.",
    )
    assert [line for line in views if line in read(f"{TEXT}<p>{line}</p>").text] == []
    told = "The mayor does not necessarily share the views of the ferrymen, he said on Friday."
    assert told in read(f"{TEXT}<p>{told}</p>").text
