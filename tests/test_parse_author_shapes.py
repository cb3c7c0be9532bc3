"""Lines that say who wrote by their shape: a name and what it does, lists of who did what, initials, what signs a text."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article

TEXT = {
    "en": "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "de": "Die Reederei kauft für die Überfahrt zu den Inseln vier elektrische Fähren, wie sie am Donnerstag mitteilte.",
    "fi": "Varustamo ostaa saarten reitille neljä sähkökäyttöistä lauttaa, yhtiö kertoi torstaina pitämässään tilaisuudessa.",
    "ja": "港湾局は木曜日、島々を結ぶ航路のために電動の渡船を四隻購入すると発表した。最初の船は来年の春に試験運航を始める予定だ。",
    "th": "บริษัทเรือข้ามฟากประกาศเมื่อวันพฤหัสบดีว่าจะซื้อเรือไฟฟ้าสี่ลำเพื่อใช้ในเส้นทางไปยังหมู่เกาะ และจะทดสอบลำแรกในปีหน้า",
    "hi": "नौका कंपनी ने गुरुवार को बताया कि वह द्वीपों के मार्ग के लिए चार बिजली से चलने वाली नावें खरीदेगी और पहली नाव वसंत में चलेगी।",
    "am": "የጀልባ ኩባንያው ወደ ደሴቶቹ ለሚወስደው መስመር አራት የኤሌክትሪክ ጀልባዎችን እንደሚገዛ ሐሙስ ዕለት አስታወቀ። የመጀመሪያው ጀልባ በሚቀጥለው ዓመት ይሞከራል።",
    "zh": "航运公司周四表示，将为通往各岛的航线购买四艘电动渡轮，每艘可载客两百人，首艘将于明年春天试航，其余在夏天前交付使用。",
}  # fmt: skip
H1 = "<h1>Four boats for the islands</h1>"


def authors_of(language: str, above: str, below: str = "", *, head: str = "") -> tuple[str, ...]:
    text = TEXT.get(language, TEXT["en"])
    page = (
        f"<html lang={language}><head><title>Four boats for the islands | The Coast Courier</title>{head}</head><body>"
        f"<div id=top><a href=/>The Coast Courier</a></div><article>{above}<div><p>{text}</p><p>{text} 1</p>{below}</div></article>"
        "<footer>© 2025 The Coast Courier</footer></body></html>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.authors


LAST = "<p>La prima sarà provata in primavera, quando le vecchie navi andranno comunque in cantiere.</p>"
SHAPED = [  # language, above the text, below it, who wrote
    ("hi", "<div>सुनीता कंवर, ग्रामीण पत्रकार</div>", "", ("सुनीता कंवर",)),
    ("fi", "<div><a href=/p/9>Aino Lehto-Salmi</a><span>Toimittaja</span></div>", "", ("Aino Lehto-Salmi",)),
    ("sw", "<h3>Na Zuhura Mrisho</h3><p>Mwandishi wa Michezo</p>", "", ("Zuhura Mrisho",)),
    ("it", "<p>Lia Costa e Ugo Neri (giornalisti)</p>", "", ("Lia Costa", "Ugo Neri")),
    ("en", "<p>Ann Lee</p><p>Staff Reporter</p>", "", ("Ann Lee",)),
    ("ru", "<p>Анна Лисина, корреспондент отдела порта</p>", "", ("Анна Лисина",)),
    ("es", "", "<p>Lía Prado Ríos, periodista</p>", ("Lía Prado Ríos",)),
    ("pl", "<dl><dt>Tekst</dt><dd>Ewa Lis</dd><dt>Zdjęcia</dt><dd>Jan Bąk</dd></dl>", "", ("Ewa Lis",)),
    ("de", "<table><tr><th>Autorin:</th><td>Mia Kühl</td></tr></table>", "", ("Mia Kühl",)),
    ("fi", "<p>TEKSTI Aino Lehto ja Veikko KUVAT Lumi Salo</p>", "", ("Aino Lehto", "Veikko")),
    ("en", "<p>WORDS Ann Lee and Tom Ray PICTURES Sam Fox</p>", "", ("Ann Lee", "Tom Ray")),
    ("th", "", "<p>ข่าว : มาลี ใจงาม</p><p>ภาพ : ฝ่ายสื่อสาร</p>", ("มาลี ใจงาม",)),
    ("ja", "<p>［岸本遥，本誌記者］</p>", "", ("岸本遥",)),
    ("ja", "<p class=hissha>元造船所主任技師　岸本遥</p>", "", ("岸本遥",)),
    ("tr", "<p>Derleyen: Elif Kaya</p>", "", ("Elif Kaya",)),
    ("tr", "<p>Hazırlayan: Elif Kaya</p>", "", ("Elif Kaya",)),
    ("zh", "<p>〔記者莫雨晴／海港報導〕</p>", "", ("莫雨晴",)),
    ("zh", "<p>本报讯（记者 蒲雨晴）四艘渡轮周四下水。</p>", "", ("蒲雨晴",)),
    ("de", "", "<p>(mkü)</p><p>Über die Autorin: Mia Kühl (mkü) schreibt über Häfen.</p>", ("Mia Kühl",)),
    ("sw", "", "<p>— Zuhura, Lamu<br>3 Julai 2025</p>", ("Zuhura",)),
    ("am", "", "<p style='text-align:right'>በሰናይት ገብሬ</p>", ("ሰናይት ገብሬ",)),
    ("it", "", LAST + "<p style='text-align:right'>Ugo Neri</p>", ("Ugo Neri",)),
    ("fr", "", "<p>Lia Martin, envoyée spéciale à Brest</p>", ("Lia Martin",)),
    ("ru", "", LAST + "<p><strong>Анна ЛИСИНА</strong></p>", ("Анна ЛИСИНА",)),
    ("en", "<p>Ann Lee, reporter</p><p>Tom Ray, photographer</p>", "", ("Ann Lee",)),
    ("en", "<p>Ann Lee, reporter</p>", "<p>Ann Lee writes for us about boats, islands and all that lies between the two.</p>", ("Ann Lee",)),
    ("hu", "<div class=szerzok><a href=/1>Kis-Bodó Jenő</a><a href=/2>Tóth Bence</a></div>", "<div class=kepalairas-doboz>Képek Galéria</div>", ("Kis-Bodó Jenő", "Tóth Bence")),
    ("en", "<div class=byline><a href=/1>Ann McLee</a></div>", "", ("Ann McLee",)),
    ("el", "<div class=top-auth>ΑΝΝΑ ΛΕΚΚΑ - ΝΙΚΟΣ ΡΑΠΤΗΣ</div>", "", ("ΑΝΝΑ ΛΕΚΚΑ", "ΝΙΚΟΣ ΡΑΠΤΗΣ")),
    ("zh", "<div>◎蘇雨晴</div>", "", ("蘇雨晴",)),
    ("zh", "<div class=zuozhe>蘇雨晴</div>", "", ("蘇雨晴",)),
    ("en", "<address><a href=/u/4>Ann Lee</a></address>", "", ("Ann Lee",)),
    ("he", "<address><a href=/u/4>דנה לוי</a></address>", "", ()),
    ("pl", "<p>Ewa Lis, Jan Bąk</p><p>Opublikowano: 3 lipca 2025, 10:30</p>", "", ("Ewa Lis", "Jan Bąk")),
    ("ru", "<p>Анна Лисина</p><p>3 июля 2025, 10:30</p>", "", ("Анна Лисина",)),
    ("en", "", "</div><div class=author-box><h4>About the author</h4><a href=/u/4>Ann Lee</a><p>Likes boats.</p>", ("Ann Lee",)),
    ("de", "", "</div><div class=post-author>Über die Autorin: Mia Kühl</div><div>", ("Mia Kühl",)),
    ("ar", "", "</div><div class=author-bio><p>عن الكاتب</p><p>ليلى حداد</p></div><div>", ("ليلى حداد",)),
    ("pt", "<div class=top-columnist><h2 class=columnist__name><a href=/c/1>Lia Prado</a></h2></div>", "", ("Lia Prado",)),
]  # fmt: skip


@each(("language", "above", "below", "names"), SHAPED)
def test_a_line_says_by_its_shape_who_wrote(
    language: str, above: str, below: str, names: tuple[str, ...]
) -> None:
    first = above + H1 if "columnist" in above else H1 + above
    assert authors_of(language, first, below) == names


ANSWERED = "".join(f"<p>{TEXT['en']} {n}</p>" for n in range(2))
NOBODY = [  # language, above the text, below it
    ("en", "<p>Ann Lee, mayor of Newtown</p>", ""),
    ("en", "<p>Picture: Ann Lee, photographer</p>", ""),
    ("en", "<p>Ann Lee, photo editor</p>", ""),
    ("en", "<figcaption>Ann Lee, reporter</figcaption>", ""),
    ("en", "", "<blockquote>Boats are slow.<p>Ann Lee, journalist</p></blockquote>"),
    ("en", "<p>Ann Lee, reporter and sailor, was among the first on board.</p>", ""),
    ("en", "<p>Harbour and islands, our reporters</p>", ""),
    ("pl", "<dl><dt>Redakcja</dt><dd>Ewa Lis</dd><dt>Zdjęcia</dt><dd>Jan Bąk</dd></dl>", ""),
    ("de", "<ul><li>Text</li><li>Kino Heute</li></ul>", ""),
    ("fi", "<p>KUVAT Lumi Salo</p>", ""),
    ("fi", "<p>Satama Kauppa, nopea toimitus</p>", ""),
    ("en", "<p>WORDS OF THE WEEK</p>", ""),
    ("en", "<address>Harbour Street, New Haven</address>", ""),
    ("en", "<p>Street Food</p><p>3 July 2025, 10:30</p>", ""),
    ("ru", "<p>Старая Гавань</p><p>3 июля 2025, 10:30</p><p>В Старой Гавани четыре лодки купили за год до того, как о них узнали на островах, сообщает газета.</p>", ANSWERED),
    ("he", "<p>זמן קריאה</p><p>3.7.2025, 06:30</p>", ""),
    ("en", "", "</div><div class=author-box><p>Follow us on all channels</p></div><div>"),
    ("en", "", "</div><div class=related><div class=author-box>Ann Lee</div></div><div>"),
    ("en", "<div class=user-auth>Register here</div>", ""),
    ("en", "<div class=auth><a href=/in>My Account</a></div>", ""),
    ("de", "<div class=top__auth><a href=/in>Mein Konto</a> | <a href=/on>Neu Hier</a></div>", ""),
    ("en", "<div class=login__auth><span>Sign Up</span></div>", ""),
    ("en", "<div class=powered__by><span>Acme Press</span></div>", ""),
    ("en", "<div class=sort__by><span>Most Recent</span></div>", ""),
    ("zh", "<p>◎蘇雨晴</p><p>◎莫海生</p>", ""),
    ("zh", "<p>◎散文</p>", ""),
    ("th", "", "<p>ข่าว : เรือไฟฟ้าสี่ลำ</p>"),
    ("ja", "<p>［電動，四隻］</p>", ""),
    ("de", "", "<p>Vier Fähren fahren (dpa)</p><p>Die Deutsche Presse-Agentur (dpa) berichtet.</p>"),
    ("de", "", "<p>Vier Fähren fahren (mkü)</p><p>Das Museum Küste (mkm) zeigt Boote.</p>"),
    ("de", "", "<p>Vier Fähren fahren (abc)</p><p>Mia Kühl (abc) schreibt über Häfen.</p>"),
    ("de", "", "<p>Vier Fähren fahren (who)</p><p>World Harbour Organization (who) schreibt über Häfen.</p>"),
    ("de", "<dl><dt>Autorin</dt><dd>Mia Kühl</dd><dt>Verlag</dt><dd>Hafen Verlag</dd></dl>", ""),
    ("sw", "", "<p>— Zuhura, Lamu</p>"),
    ("sw", "", "<p>— Boti zitasafiri tena<br>3 Julai 2025</p>"),
    ("it", "", LAST + "<p>Ugo Neri</p><p>Direttore del porto dal 2011, non ha mai preso il traghetto.</p>"),
    ("it", "", LAST + "<p>Porto Nuovo</p><div>Il Porto Nuovo è chiuso.</div>"),
    ("it", "", LAST + "<p><a href=/a>Ugo Neri</a></p>"),
    ("en", "", LAST + "<p>Top Stories</p>"),
    ("am", "<p>በባሕር ዳር ከተማ</p>", "<p>በባሕር ዳር ከተማ</p>"),
    ("en", "<p>Ann Lee</p><p>Journalist and author</p><p><b>Ms Lee, who reads your stories of boats?</b></p>", ANSWERED),
    ("de", "<p>Mia Kühl, Journalistin</p><p>Was Mia Kühl über Fähren schreibt, liest die halbe Insel, und die andere Hälfte lässt es sich erzählen.</p>", ANSWERED),
    ("pl", "<p>Ewa Kamińska, dziennikarka</p><p>Rozmawiamy z Ewą Kamińską o łodziach, wyspach i o tym, kto jeszcze czyta gazety na papierze.</p>", ANSWERED),
    ("en", "", "<p>On the panel:</p><p>Ann Lee, reporter</p><p>Tom Ray, harbour master</p>"),
    ("en", "", "<ul><li>Ann Lee, reporter, The Coast Courier</li><li>Sam Fox, journalist</li></ul>"),
    ("en", "", "<p>Tom Ray, harbour master</p><p>Ann Lee, journalist</p>"),
    ("en", "", "<p>Ann Lee</p><p>Journalist, The Coast Courier</p><p>Tom Ray</p><p>Harbour master</p>"),
    ("en", "<p>The council of New Haven paid half of the price after a debate that lasted until midnight, says its keeper.</p>", f"{ANSWERED}<p>(New Haven)</p>"),
    ("en", "<p>Ann Lee in Newtown and Tom Ray in Morrow</p><p>While Lee played for the boats in the north, Ray sang for those in the south, says the harbour master.</p>", ANSWERED),
]  # fmt: skip


@each(("language", "above", "below"), NOBODY)
def test_who_did_else_than_write_or_is_spoken_of_is_no_author(language: str, above: str, below: str) -> None:
    assert authors_of(language, H1 + above, below) == ()


def test_towns_countries_and_bodies_above_the_hour_are_no_authors_and_people_are() -> None:
    day = {"pl": "3 lipca 2025", "ru": "3 июля 2025", "cs": "3. července 2025", "bg": "3 юли 2025", "hr": "3. srpnja 2025", "uk": "3 липня 2025", "el": "3 Ιουλίου 2025", "sv": "3 juli 2025", "ro": "3 iulie 2025", "is": "3. júlí 2025"}  # fmt: skip
    others = "pl:Nowy Sącz,pl:Wielka Brytania,ru:Южная Корея,ru:Старый Оскол,ru:Набережные Челны,ru:Умный Город,cs:Hradec Králové,cs:Velká Británie,bg:Стара Загора,hr:Slavonski Brod,hr:Hrvatska Vlada,uk:Біла Церква,uk:Нова Пошта,el:Νέα Υόρκη,ro:Baia Mare,sv:Stora Torget"
    people = "pl:Jerzy Nowak,pl:Franciszka Bąk,ru:Аглая Лисина,ru:Евгений Лисин,ru:Юрий Старый,cs:Jiří Novák,cs:Eliška Bílá,cs:Františka Nová,bg:Мария Нова,hr:Franka Novska,uk:Анна Біла,el:Άννα Νέα,sv:Rebecka Lund,sv:Nova Andersson,sv:Franciska Berg,ro:Maria Satu,is:Guðný Jónsdóttir"
    told = {pair: authors_of(pair[:2], f"{H1}<p>{pair[3:]}</p><p>{day[pair[:2]]}, 10:30</p>") for pair in (others + "," + people).split(",")}  # fmt: skip
    assert [pair for pair in others.split(",") if told[pair]] == []
    assert [pair for pair in people.split(",") if told[pair] != (pair[3:],)] == []
    menu = "<ul><li><a href=/s>Анна Лодка</a></li></ul>"
    assert authors_of("ru", f"{menu}{H1}<p>Анна Лодка</p><p>3 июля 2025, 10:30</p>") == ()


def test_headings_buttons_and_who_is_spoken_of_in_a_box_are_no_authors() -> None:
    box = "</div><div class=author-box>%s</div><div>"
    for said in (
        *("Subscribe Now<p>Get it.</p>", "<h3>Latest Posts</h3>", "<h3>Press Contact</h3><p>Tom Ray</p>"),
        *("<h4>About the author</h4><p>Editorial Team</p>", "<h4>Harbour Street</h4><p>It is old.</p>"),
    ):
        assert authors_of("en", H1, box % said) == (), said
    for said in ("<h4>Ann Lee</h4><p>Lee builds boats.</p>", "<a href=/u/4>Ann Lee</a>"):
        assert authors_of("en", H1, box % said) == ("Ann Lee",), said


def test_the_desk_of_an_outlet_is_named_where_nobody_else_is() -> None:
    head = '<meta property=og:site_name content="The Coast Courier">'
    line = "<p>The Coast Courier News Desk, Newtown</p>"
    assert authors_of("en", H1 + line, head=head) == ("The Coast Courier News Desk",)
    assert authors_of("en", f"{H1}{line}<p>By Ann Lee</p>", head=head) == ("Ann Lee",)
    assert authors_of("en", H1 + "<p>The Coast Courier Desktop Edition</p>", head=head) == ()


def test_a_meta_of_a_publishers_own_names_who_wrote() -> None:
    assert authors_of("id", H1, head='<meta name=content_author content="Sari Wulan">') == ("Sari Wulan",)


def test_a_name_is_told_without_what_stands_beside_it() -> None:
    article = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Four boats for the islands","author":{"name":"%s"}}</script>'
    cases = [  # declared, language, above the text, below it, who wrote
        ("", "id", "<div class=author>Sari Wulan <span>- pantaiNet</span></div>", "", ("Sari Wulan",)),
        ("", "de", "<div class=author>Mia Kühl - Jan Bode</div>", "", ("Mia Kühl", "Jan Bode")),
        ("", "ar", "<div class=author>د. سلمى بنت ناصر الحداد</div>", "", ("سلمى بنت ناصر الحداد",)),
        ("", "ar", "<div class=author>أ. د. سلمى الحداد</div>", "", ("سلمى الحداد",)),
        ("", "ar", "<div class=author>أ.ف.ب</div>", "", ("أ.ف.ب",)),
        ("د.ب.أ", "ar", "", "", ("د.ب.أ",)),
        ("", "en", "<div class=author>Reuters - Ann Lee</div>", "", ("Ann Lee",)),
        ("", "en", "<div class=author>Reuters - World News</div>", "", ("Reuters - World News",)),
        ("", "it", "<div>a cura di Lia Costa</div>", f"{LAST}<p>(di <b>Ugo Neri</b>)</p>", ("Ugo Neri",)),
        ("", "de", "<p>Von Mia Kühl</p>", f"{LAST}<p>(von Hans Bode)</p>", ("Mia Kühl",)),
        ("", "it", "<p>di Lia Costa</p>", f"{LAST}<p>(di San Telmo)</p>", ("Lia Costa",)),
        ("", "it", "", f"{LAST}<p>(di Ugo Neri)</p>", ("Ugo Neri",)),
        ("", "en", "<p>By Ann Lee</p>", f"{LAST}<img src=a.jpg><p>(by Tom Ray)</p>", ("Ann Lee",)),
        ("", "it", "", f"{LAST}<p>(di Redazione Online)</p>", ()),
        ("", "it", "", f"{LAST}<p>(di nuovo in mare)</p>", ()),
        ("", "it", "", f"{LAST}<p>(di Genova)</p>", ()),
        ("", "ja", "<p>聞き手＝岸本 遥／写真＝石田 健</p>", "", ("岸本 遥",)),
        ("", "ja", "<p>文・写真＝岸本 遥</p>", "", ("岸本 遥",)),
        ("", "ja", "<p>構成・文：岸本 遥、写真：石田 健</p>", "", ("岸本 遥",)),
        ("", "zh", "<p>图、文：王明</p>", "", ("王明",)),
        ("Équipe du Port", "fr", "<p>Par Lea Blanc</p>", "", ("Lea Blanc",)),
        ("Equipe Costeira", "pt", "<div class=author>Por <a href=/a>Lia Costa</a></div>", "", ("Lia Costa",)),
        ("Equipe Costeira", "pt", "", "", ("Equipe Costeira",)),
        ("WebMaster Costeira", "pt", "", "", ()),
    ]  # fmt: skip
    wrong = []
    for name, language, above, below, authors in cases:
        head = article % name if name else ""
        if (found := authors_of(language, H1 + above, below, head=head)) != authors:
            wrong.append((above, below, found))
    assert wrong == []


def test_an_outlet_that_begins_the_menu_and_ends_the_title_wrote_only_where_nobody_signs() -> None:
    line = "Công ty phà cho biết sẽ mua bốn chiếc tàu điện cho tuyến ra đảo, chiếc đầu tiên chạy thử vào mùa xuân."
    declared = '{"@type":"NewsArticle","headline":"Bốn chiếc tàu ra đảo","author":{"@type":"Person","name":"Nhật báo Biển Xanh"}}'
    signed = "<p align=right><b>Thu Sương</b></p>"
    cases = (  # before the paper's name in the <title>, below the text, who wrote
        ("-", "", ("Nhật báo Biển Xanh",)),
        ("-", signed, ("Thu Sương",)),
        ("của", signed, ("Nhật báo Biển Xanh",)),  # "by": it tells who wrote
    )
    for sign, below, authors in cases:
        page = (
            f"<html lang=vi><head><title>Bốn chiếc tàu ra đảo {sign} Nhật báo Biển Xanh</title><script type='application/ld+json'>{declared}</script></head>"
            "<body><section><a href=/>Nhật báo Biển Xanh</a><a href=/n>Mới nhất</a><a href=/k>Khu vực</a></section>"
            f"<h1>Bốn chiếc tàu ra đảo</h1><article><p>{line}</p><p>{line} 1</p><p>{line} 2</p>{below}</article></body></html>"
        )  # fmt: skip
        found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
        assert isinstance(found, Article), found
        assert found.authors == authors
