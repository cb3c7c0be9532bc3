"""Places that say who wrote without a word of any language: addresses, signatures, datelines; and those that say nothing."""

from __future__ import annotations

import pytest
from tables import each

from crawler.parse import read_page
from storage.records import Article

TEXT = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
]
JA = "港湾局は木曜日、島々を結ぶ航路のために電動の渡船を四隻購入すると発表した。最初の船は来年の春に試験運航を始める予定だ。"
KO = "항만공사는 목요일 섬을 오가는 항로에 전기 여객선 네 척을 들여오기로 했다고 밝혔다. 첫 배는 내년 봄에 시험 운항을 시작한다."
RU = "Порт закупит четыре электрических парома для переправы на острова. Первый из них испытают весной, остальные придут к лету."


def authors_of(
    above: str, below: str = "", *, head: str = "", language: str = "", text: str = ""
) -> tuple[str, ...]:
    inner = text or "".join(f"<p>{line}</p>" for line in TEXT)
    page = (
        f"<html {f'lang={language}' if language else ''}><head><title>Four boats | The Coast Courier</title>{head}</head><body>"
        f"<div id=top><b>The Coast Courier</b></div><article>{above}<div>{inner}{below}</div></article>"
        "<footer>© 2025 The Coast Courier</footer></body></html>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.authors


H1 = "<h1>Four boats</h1>"
ADDRESSED = [
    (f"<div><a href=/kolumnisti/vesna-ilic-peric>Vesna Ilić-Perić</a></div>{H1}", ("Vesna Ilić-Perić",)),
    (f"{H1}<div><a href=/autor/lucia-prado-rios/>Lucía Prado Ríos</a><span>Valdemar</span><time>3 jul 2025</time></div>", ("Lucía Prado Ríos",)),
    (f"{H1}<div><a href=/yazar/ilkay-ozturk-42>İlkay Öztürk</a> · 3 Temmuz 2025</div>", ("İlkay Öztürk",)),
    (f"{H1}<p><a href=/author/ann-lee>Ann Lee</a> and <a href=/author/tom-ray>Tom Ray</a></p>", ("Ann Lee", "Tom Ray")),
    (f"{H1}<p><a href=/author/ann-lee>Ann Lee</a></p><p>Pictures: <a href=/author/tom-ray>Tom Ray</a></p>", ("Ann Lee",)),
    (f"{H1}<p>Told to <a href=/people/ann-lee>Ann Lee</a></p>", ()),
    (f"{H1}<p><a href=/author/ann-lee>Ann Leeson</a></p>", ()),
    (f"{H1}<p><a href=/authors/page-two>More of us</a></p>", ()),
]  # fmt: skip


@each(("above", "names"), ADDRESSED)
def test_an_address_of_an_author_says_who_wrote(above: str, names: tuple[str, ...]) -> None:
    assert authors_of(above) == names


TOM = "<a href=/author/tom-ray>Tom Ray</a>"
SPOKEN_OF = [  # above the text, below it
    ("<h1>Tom Ray leaves the harbour office</h1>", f"<p>More: {TOM}</p>"),
    (f"{H1}<p>Books: {TOM}</p>", ""),
    (H1, f"<aside>{TOM}<p>Columnist</p></aside>"),
    (f"{H1}<p>Tom Ray, the mayor, was pleased.</p>", f"<p>More: {TOM}</p>"),
    (f"{H1}<p>Tom Ray: Four boats are enough</p>", f"<p>More: {TOM}</p>"),
]  # fmt: skip


@each(("above", "below"), SPOKEN_OF)
def test_whom_a_text_speaks_of_did_not_write_it_though_he_writes_for_the_paper(
    above: str, below: str
) -> None:
    assert authors_of(above, below) == ()


@pytest.mark.parametrize(
    "line",
    ["<div class=signature>Read our letter every morning</div>", "<div class=by>Harbour and islands</div>", "<div class=firma>Seilwerke Nord GmbH</div>"],
)  # fmt: skip
def test_a_line_called_as_a_firm_or_a_signature_is_none_without_a_name(line: str) -> None:
    assert authors_of(H1 + line) == ()


def test_two_teams_in_bold_that_end_a_text_wrote_nothing() -> None:
    assert authors_of(H1, "<p><b>Newtown United - Morrow Rovers</b></p>", language="en") == ()


def test_an_address_declared_in_place_of_a_name_is_read_in_the_page() -> None:
    ld = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Four boats","author":'
        '"https://news.example/auteur/zoe-dumas","publisher":{"@type":"Organization","name":"The Coast Courier"}}</script>'
    )
    assert authors_of(f"{H1}<div>Zoé Dumas 3 juillet 2025</div>", head=ld) == ("Zoé Dumas",)


SIGNED = [  # what ends the text, who wrote
    ("<p><b>Людміла КАРПОВІЧ.</b><br><i>Фота аўтара.</i></p>", ("Людміла КАРПОВІЧ",)),
    ("<p>Friedhelm Käster<br>kaester@coast.example</p>", ("Friedhelm Käster",)),
    ("<p>Friedhelm Käster<br>f.kaester@coast.example</p>", ("Friedhelm Käster",)),
    ("<p><b>Press Office</b><br>media@coast.example</p>", ()),
    ("<p>Pressekontakt</p><p>Sabine Loh<br>sabine.loh@coast.example</p>", ()),
    ("<h3>For further information</h3><p>Sabine Loh<br>sabine.loh@coast.example</p>", ()),
    (
        "<p>For further information on the boats and on the crossing please write to:</p><p>Sabine Loh<br>sabine.loh@coast.example</p>",
        (),
    ),
    ("<p>Harbour Museum<br>3 Quay Street</p>", ()),
    ("<p><b>Practical Information</b><br>Open daily from nine to five</p>", ()),
    ("<p>Tekst i fot. Zbigniew Okoń</p>", ("Zbigniew Okoń",)),
    ("<p>Tekst i fotografie wkrótce.</p>", ()),
]


@each(("below", "names"), SIGNED)
def test_who_signs_above_an_address_or_a_credit_wrote(below: str, names: tuple[str, ...]) -> None:
    assert authors_of(H1, below) == names


SPOKEN = [  # language, above, text, authors
    ("ja", H1, f"<p>{JA}</p><p>{JA}</p><p>（聞き手・文 石田健、写真 岸本 遥）</p>", ("石田健",)),
    ("ja", H1, f"<p>{JA}</p><p>{JA}【岸本 遥、石田健】</p>", ("岸本 遥", "石田健")),
    ("ja", H1, f"<p>{JA}</p><p>{JA}【関連記事】</p>", ()),
    ("ja", f"{H1}<p>2025年7月3日 5時00分 【岸本 遥】</p>", f"<p>{JA}</p><p>{JA}</p>", ("岸本 遥",)),
    ("ko", H1, f"<p>[포항=바다통신] 김하늘·이도윤 기자 = {KO}</p><p>{KO}</p>", ("김하늘", "이도윤")),
    ("ko", H1, f"<p>[포항=바다통신] {KO} 기자 = 없음</p><p>{KO}</p>", ()),
    ("ru", H1, f"<p>ПОРТ-ЗАРЯ, 3 июля. /Корр. БМТ Анна Седова/. {RU}</p><p>{RU}</p>", ("Анна Седова",)),
    ("ru", H1, f"<p>Корр. газеты спросил капитана. {RU}</p><p>{RU}</p>", ()),
    ("ar", f"{H1}<div class=writer>كتبت: هدى عبد الكريم ويوسف بن علي</div>", "", ("هدى عبد الكريم", "يوسف بن علي")),
    ("ar", f"{H1}<div class=writer>كتب: محمد أحمد وليد حسن</div>", "", ("محمد أحمد وليد حسن",)),
    ("ar", f"{H1}<div class=writer>كتب: أحمد وهدان</div>", "", ("أحمد وهدان",)),
    ("hr", f"{H1}<div>Piše <strong>Ante Barić</strong>, 17. srpnja 2025. u 18:30</div>", "", ("Ante Barić",)),
    ("af", f"{H1}<div>Deur Elsa van der Spuy &amp; J.P. le Grange | 20 Mei 2025 05:00</div>", "", ("Elsa van der Spuy", "J.P. le Grange")),
    ("tr", f"{H1}<div class=muhabir>Haber: Elif Kara - Ali ÖZTÜRK</div>", "", ("Elif Kara", "Ali ÖZTÜRK")),
    ("en", f"{H1}<div class=byline>By Ann Lee - Coast Courier</div>", "", ("Ann Lee - Coast Courier",)),
    ("bn", f"{H1}<div class=reporter><strong>শর্মিলা দেওয়ান</strong>, নদীপুর</div>", "", ("শর্মিলা দেওয়ান",)),
    ("hi", f"{H1}<div class=author-line>रिपोर्ट: प्रिया तिवारी और राकेश सिंह, सागर</div>", "", ("प्रिया तिवारी", "राकेश सिंह")),
    ("is", f"{H1}<p class=meta>Sigurlaug Þorkelsdóttir skrifar | 9. mars 2025</p>", "", ("Sigurlaug Þorkelsdóttir",)),
    ("kn", f"{H1}<div><b>ಎಚ್.ಎಸ್. ಭಾಗೀರಥಿ</b><br>Published 21 June 2025</div>", "", ("ಎಚ್.ಎಸ್. ಭಾಗೀರಥಿ",)),
    ("es", f"{H1}<div class=firma>Rosalía Bermejo<br>Peñalta - 15 abr 2025 - 05:30</div>", "", ("Rosalía Bermejo",)),
    ("en", f"{H1}<p><b>Professor Amina Bello</b><br><i>Sunday 15 June 2025</i></p>", "", ("Professor Amina Bello",)),
    ("fr", f"<div><a href=/v>Vie Locale</a></div>{H1}<div><span>Vie Locale</span> <span>03/07/2025 à 19:40</span></div>", "", ()),
    ("tr", f"{H1}<div><span>Son Dakika</span> <span>03.07.2025 19:40</span></div>", "", ()),
    ("vi", f"{H1}<div><span>Kinh Doanh</span> <span>03/07/2025 19:40</span></div>", "", ()),
    ("it", f"{H1}<div><span>Reggio Emilia</span> <span>3 luglio 2025</span></div>", "", ()),
    ("de", f"{H1}<div><span>Region Holm</span> <span>03.07.2025 19:40</span></div>", "", ()),
    ("ru", f"{H1}<p>Автор: Анна Седова 03-07-2025 Просмотров: 871</p>", "", ("Анна Седова",)),
    ("es", f"{H1}<div><span>Por Lucía Prado</span><span>3 de julio de 2025, 21:18</span></div>", "", ("Lucía Prado",)),
    ("es", f"{H1}<div class=c-byline><span>Por Lucía Prado</span><span>Julio 3, 2025 | 5:30 am</span></div>", "", ("Lucía Prado",)),
    ("tr", f"{H1}<div><span>Haber: Elif Kara</span><span>Giriş: 03.07.2025 - 11:50</span></div>", "", ("Elif Kara",)),
    ("zh-Hant", f"{H1}<div><span>文／林美玲</span><span>2025-07-03 16:20</span></div>", "", ("林美玲",)),
    ("zh-Hant", f"{H1}<div><span>文／圖：海港社</span><span>2025-07-03 16:20</span></div>", "", ()),
    ("ko", f"{H1}<div><span>글 김하늘</span> <span>사진 이도윤</span> <span>2025-07-03</span></div>", "", ("김하늘",)),
    ("vi", H1, f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p><div><b>Phan Đức - Thu Hà</b></div>", ("Phan Đức", "Thu Hà")),
    ("ar", f"{H1}<div>رام الجبل - نبيل الحداد</div>", f"<p>قالت بلدية رام الجبل يوم الخميس إنها ستشتري أربعة قوارب كهربائية للعبور إلى الجزر في الربيع المقبل.</p><p>{TEXT[0]}</p>", ("نبيل الحداد",)),
    ("ar", f"{H1}<div>رام الجبل - نبيل الحداد</div>", f"<p>قالت بلدية رام الجبل إن نبيل الحداد سيشتري أربعة قوارب كهربائية للعبور إلى الجزر في الربيع المقبل.</p><p>{TEXT[0]}</p>", ()),
    ("pt", f"{H1}<div class=c-signature><strong>Letícia Prado (texto)</strong></div>", "", ("Letícia Prado",)),
    ("fr", H1, "".join(f"<p>{line}</p><p class=signature>{who}</p>" for line, who in zip(TEXT, ("Zoé Dumas, Valmer", "Luc Petit, Orsay", "Ana Roy, Brey"), strict=True)), ()),
    ("en", f"{H1}<p>By 3i Harbour</p>", "", ("3i Harbour",)),
    ("en", f"{H1}<p><b>Harbour News</b><br><i>Sunday 15 June 2025</i></p>", "", ()),
]  # fmt: skip


@each(("language", "above", "text", "names"), SPOKEN)
def test_who_wrote_as_the_press_of_a_language_says_it(
    language: str, above: str, text: str, names: tuple[str, ...]
) -> None:
    assert authors_of(above, language=language, text=text) == names


@each("account", ["editor3", "k.lorenz", "anna-dev", "undefined"])
def test_the_name_of_an_account_is_nobodys(account: str) -> None:
    assert authors_of(H1, head=f"<meta name=author content={account}>") == ()


@pytest.mark.parametrize("name", ["mediator_author", "articleAuthor", "dable:author"])
def test_a_portals_own_name_for_the_author_is_known(name: str) -> None:
    assert authors_of(H1, head=f'<meta name="{name}" content="Ann Lee">') == ("Ann Lee",)


def test_all_authors_of_a_list_in_the_data_of_scripts_are_read() -> None:
    data = '<script id="__NEXT_DATA__" type="application/json">{"authors":[{"name":"罗可","role":"a"},{"name":"韩述","role":"b"}]}</script>'
    line = f"{H1}<div><span>罗可</span></div><div><span>韩述</span></div>"
    assert authors_of(line, head=data, language="zh") == ("罗可", "韩述")


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ('"author":{"name":"Ann Lee","bio":"Likes tea."}', ("Ann Lee",)),
        ('"authorName":"Ann Lee"', ("Ann Lee",)),
        (
            '"authors":[{"name":"Ann Lee"},{"name":"Tom Ray"}],"image":{"byline":"Photo: Sam Fox"}',
            ("Ann Lee", "Tom Ray"),
        ),
        (
            '"authors":[{"name":"Ann Lee"},{"name":"Tom Ray"}],"leadPhoto":{"url":"/7.jpg","author":"Sam Fox"}',
            ("Ann Lee", "Tom Ray"),
        ),
        ('"photoStory":{"id":7,"author":"Ann Lee"}', ("Ann Lee",)),
        ('"bildung":{"id":7,"author":"Ann Lee"}', ("Ann Lee",)),
        ('"authorName":"Ann Lee"},"more":{"authorName":"Tom Ray"', ()),  # whose it is nobody tells
    ],
)
def test_the_only_author_in_the_data_that_a_page_is_drawn_from_wrote_it(
    authors: str, names: tuple[str, ...]
) -> None:
    content = "".join(f"<p>{line}</p>" for line in TEXT)
    data = f'{{"post":{{"title":"Four boats",{authors},"content":"{content}"}}}}'
    page = (
        "<html lang=en><head><title>Four boats</title></head><body><nav><a>Sea</a></nav><h1>Four boats</h1>"
        "<aside><h2>Most read</h2><a href=/1>The old crane by the harbour is to be moved</a></aside>"
        "<footer><span>Legal notice</span> <span>Manage my cookies</span> <span>All rights reserved</span></footer>"
        f'<script id="__NEXT_DATA__" type="application/json">{data}</script></body></html>'
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    assert found.authors == names


def test_the_name_of_the_site_in_bold_above_a_headline_is_no_author() -> None:
    assert authors_of(H1) == ()
    declared = '<meta name=author content="The Coast Courier">'
    assert authors_of(H1, head=declared) == ("The Coast Courier",)
    assert authors_of(f"{H1}<p>By Ann Lee</p>", head=declared) == ("Ann Lee",)


def test_a_name_of_one_word_ends_a_list_of_people_where_the_head_names_the_site() -> None:
    declared = '<meta name=author content="The Coast Courier">'
    assert authors_of(f"{H1}<p>By Ann Lee and Femi</p>", head=declared) == ("Ann Lee", "Femi")
    assert authors_of(f"{H1}<p>By Ann Lee and Reuters</p>", head=declared) == ("Ann Lee",)
    assert authors_of(f"{H1}<p>By Ann Lee, Femi</p>", head=declared) == ("Ann Lee",)
    assert authors_of(f"{H1}<p>By Ann Lee and agencies</p>", head=declared) == ("Ann Lee",)


def test_the_name_of_the_site_above_the_day_is_no_author() -> None:
    page = (
        "<html lang=vi><head><title>Bốn chiếc tàu ra đảo - Báo Biển Xanh Online</title></head><body><div><a href=/>Biển Xanh</a>"
        "<span class=time-now>Thứ năm, 3/7/2025, 10:00</span></div><h1>Bốn chiếc tàu ra đảo</h1><div>"
        + "".join(
            f"<p>Công ty phà cho biết sẽ mua bốn chiếc tàu điện cho tuyến ra đảo, chiếc thứ {n} chạy thử vào mùa xuân.</p>"
            for n in range(3)
        )
        + "%s</div><footer>© 2025 Bản quyền thuộc Biển Xanh</footer></body></html>"
    )
    for below, names in (("", ()), ("<p><b>Thu Sương</b></p>", ("Thu Sương",))):
        found = read_page((page % below).encode(), "https://news.example/2025/07/03/ferries")
        assert isinstance(found, Article), found
        assert found.authors == names
