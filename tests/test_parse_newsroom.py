"""Who wrote where a byline names a newsroom, stands in brackets, lists in Hebrew, or is of another page."""

from __future__ import annotations

from crawler.parse import read_page
from storage.records import Article

TEXT = {
    "en": "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "he": "חברת המעבורות הודיעה ביום חמישי כי תרכוש ארבע סירות חשמליות לקו המחבר את היבשה עם האיים הקרובים.",
    "th": "บริษัทเรือข้ามฟากประกาศเมื่อวันพฤหัสบดีว่าจะซื้อเรือไฟฟ้าสี่ลำสำหรับเส้นทางไปยังหมู่เกาะ โดยลำแรกจะทดสอบในฤดูใบไม้ผลิ",
    "ja": "港湾局は木曜日、島々を結ぶ航路のために電動の渡船を四隻購入すると発表した。最初の船は来年の春に試験運航を始める予定だ。",
}  # fmt: skip


def authors_of(
    language: str, above: str, *, head: str = "", below: str = "", site: str = "Coast Courier"
) -> tuple[str, ...]:
    text = TEXT.get(language, TEXT["en"])
    page = (
        f"<html lang={language}><head><title>Four boats for the islands</title><meta property=og:site_name content='{site}'>{head}"
        f"</head><body><div class=menu><a href=/>{site}</a> <a href=/n>Newsroom</a></div><article><h1>Four boats for the islands</h1>"
        f"{above}<div><p>{text}</p><p>{text} 1</p><p>{text} 2</p></div>{below}</article></body></html>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.authors


def test_the_newsroom_of_a_byline_wrote_where_nobody_else_is_named() -> None:
    cases = [  # language, above the text, who wrote
        ("en", "<p>By Newsroom | 3 July 2025</p>", ("Newsroom",)),
        ("en", "<p class=byline>Staff Writer</p>", ("Staff Writer",)),
        ("de", "<p>Von der Redaktion</p>", ("Redaktion",)),
        ("de", "<p>Von Onlineredaktion · 3. Juli 2025</p>", ("Onlineredaktion",)),
        ("fr", "<p>Publié par la rédaction</p>", ("rédaction",)),
        ("es", "<p>Por Redacción 03/07/2025</p>", ("Redacción",)),
        ("pt", "<p>Por Redação - 03/07/2025</p>", ("Redação",)),
        ("it", "<p>Di Redazione</p>", ("Redazione",)),
        ("nl", "<p>Door de redactie</p>", ("redactie",)),
        ("pl", "<p>Autor: Redakcja</p>", ("Redakcja",)),
        ("el", "<div class=td-author>Από <a href=/a>Newsroom</a> -</div>", ("Newsroom",)),
        ("tr", "<p>Haber: Haber Merkezi</p>", ("Haber Merkezi",)),
        ("ru", "<p>Автор: Редакция</p>", ("Редакция",)),
        ("th", "<div><span>3 ก.ค. 2568 เวลา 17:20 น.</span><span>โดย กองบรรณาธิการ ข่าวชายฝั่ง</span><span>อ่าน 3.2K</span></div>", ("กองบรรณาธิการ ข่าวชายฝั่ง",)),
        ("bn", "<div><span class=contributor-name>নিজস্ব প্রতিবেদক</span> <span class=place>খুলনা</span></div>", ("নিজস্ব প্রতিবেদক",)),
        ("es", "<p>Redacción | 03/07/2025</p>", ("Redacción",)),
        ("pt", "<p>Redação, 03/07/2025 14:05</p>", ("Redação",)),
        ("pt", "<p>Da Redação</p>", ("Redação",)),
        ("nl", "<p>Door onze redactie</p>", ("redactie",)),
        ("ar", "<p>بقلم: هيئة التحرير</p>", ("هيئة التحرير",)),
        ("sv", "<p>Av redaktionen</p>", ("redaktionen",)),
        ("vi", "<p>Tác giả: Ban Biên Tập</p>", ("Ban Biên Tập",)),
        ("id", "<p>Oleh: Redaksi</p>", ("Redaksi",)),
        ("sw", "<p>Na Mwandishi Wetu</p>", ("Mwandishi Wetu",)),
        ("pl", "<p>Na Redakcja</p>", ()),
        ("el", "<p>Από τη Συντακτική Ομάδα</p>", ("Συντακτική Ομάδα",)),
        ("en", "<p>By Our Correspondent</p>", ("Our Correspondent",)),
        # a delivery, vacancies, a telephone
        ("fi", "<p>Toimitus 3-5 päivää</p>", ()),
        ("it", "<p>Redazione, 12 posti vacanti</p>", ()),
        ("es", "<p>Redacción - 900 123 456</p>", ()),
        ("de", "<p>Redaktionsschluss 12.07.2025</p>", ()),
        ("en", "<p>Newsroom | 3 July 2025</p>", ()),  # a firm's section
        # a person is named, nobody is said to have written, the word goes on
        ("en", "<p>By Newsroom</p><p>Reporter: Ann Lee</p>", ("Ann Lee",)),
        ("de", "<p>Redaktion: Mia Kühl</p>", ()),
        ("de", "<p>Redaktion</p>", ()),
        ("de", "<p>Die Redaktion empfiehlt drei Bücher</p>", ()),
        ("es", "<p>Redacción Central 03/07/2025 14:05</p>", ()),
        ("en", "<p>Newsroom · Shows · Weather</p>", ()),
        ("en", "<figure><img src=a.jpg><figcaption>Photo by Staff Reporter</figcaption></figure>", ()),
    ]  # fmt: skip
    wrong = []
    for language, above, authors in cases:
        site = "ข่าวชายฝั่ง" if language == "th" else "Coast Courier"
        if (found := authors_of(language, above, site=site)) != authors:
            wrong.append((above, found))
    assert wrong == []
    assert authors_of("en", "", head="<meta name=author content=newsroom>") == ()  # an account's name


def test_brackets_of_a_byline_are_no_part_of_a_name() -> None:
    cases = [
        ("ja", "<span id=byline>［岸本 遥，海港新聞］</span>", ("岸本 遥",)),
        ("ja", "<span id=byline>【岸本 遥】</span>", ("岸本 遥",)),
        ("ja", "<span id=byline>岸本 遥［経済部］</span>", ("岸本 遥",)),
        ("en", "<span id=byline>[Ann Lee, Tom Ray]</span>", ("Ann Lee", "Tom Ray")),
        ("en", "<span id=byline>Ann Lee [Newtown]</span>", ("Ann Lee",)),
    ]
    found = [(above, authors_of(lang, above, site="海港新聞")) for lang, above, _ in cases]
    assert found == [(above, authors) for _, above, authors in cases]


def test_a_name_behind_the_hyphen_of_a_hebrew_and_is_one_of_its_own() -> None:
    cases = [
        ("<p><span>מאת</span> <a href=/1>דנה בן־לוי</a> <span>ו־</span><a href=/2>נועה</a></p>", ("דנה בן־לוי", "נועה")),
        ("<p>מאת דנה לוי ו-אורי כהן</p>", ("דנה לוי", "אורי כהן")),
        ("<p>מאת דנה לוי ואורי כהן</p>", ("דנה לוי", "אורי כהן")),
        ("<p>מאת דנה בן־לוי</p>", ("דנה בן־לוי",)),
    ]  # fmt: skip
    found = [(above, authors_of("he", above)) for above, _ in cases]
    assert found == cases


def test_a_link_before_day_and_hour_in_letters_without_capitals_is_who_wrote_where_no_menu_has_it() -> None:
    cases = [
        ("<div><a href=/u/1>נועם בן-שחר</a> <span>03.07.25 | 07:30</span> <span>תגובות: 2</span></div>", ("נועם בן-שחר",)),
        ("<div><a href=/s/1>כלכלה וספורט</a> <span>03.07.25 | 07:30</span></div>", ()),
        ("<div><a href=/s/1>אבטחת מידע</a></div><div><a href=/s/1>אבטחת מידע</a> <span>03.07.25 | 07:30</span></div>", ()),
        ("<div><a href=/s/1>תל אביב</a> <span>03.07.25 | 07:30</span></div>", ()),
        ("<div><a href=/u/1>נועם שחר</a> <a href=/s/2>שבבים</a> <span>03.07.25 | 07:30</span></div>", ()),
    ]  # fmt: skip
    found = [(above, authors_of("he", above)) for above, _ in cases]
    assert found == cases


def test_the_author_of_a_page_that_a_card_leads_to_wrote_nothing_here() -> None:
    card = "<figure class=kg-bookmark-card><a href=//else.example><span class=kg-bookmark-author>Province</span></a></figure>"
    assert authors_of("en", "<h4 class=author-name>Ann Lee, Tom Ray</h4>", below=card) == (
        "Ann Lee",
        "Tom Ray",
    )


def test_an_account_with_its_department_behind_a_stop_is_nobody() -> None:
    def creator(name: str) -> tuple[str, ...]:
        return authors_of("en", "", head=f"<meta name=DC.creator content={name}>")

    accounts = ("mcosta.pressoffice", "joao.silva", "k_lorenz.verwaltung")
    assert [creator(name) for name in accounts] == [()] * len(accounts)
    outlets = ("wavepost.info", "wavepost.berlin", "wavepost.africa", "wavepost.world")
    assert [creator(name) for name in outlets] == [(name,) for name in outlets]


def test_what_follows_a_race_a_broadcast_or_a_first_name_is_no_author_of_its_own() -> None:
    cases = [
        ("fr", "<p>Suivi par Tadej Roglar et Jonas Vinge</p>", ()),
        ("it", "<p>La diretta di Palazzo Mare</p>", ()),
        ("it", "<p>In diretta con Giorgia Mele</p>", ()),
        ("en", "<p class=byline>By Yazan Haddad</p>", ("Yazan Haddad",)),
        ("en", "<p class=byline>Yazan Haddad</p>", ("Yazan Haddad",)),
        ("tr", "<p>Yazan: Elif Kaya</p>", ("Elif Kaya",)),
    ]
    found = [(lang, above, authors_of(lang, above)) for lang, above, _ in cases]
    assert found == cases
