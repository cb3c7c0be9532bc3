"""Pages that are no articles, and short ones that are."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from time import process_time

import pytest
from tables import each

from crawler.parse import read_page
from crawler.parse.body.imprint import is_imprint
from crawler.parse.page import phrases
from storage.records import Article, NotArticle

SHARED = Path(__file__).parents[2] / "shared" / "tools" / "extraction"
URL = "https://news.example/2025/07/03/item"
VIDEO = '<script type="application/ld+json">{"@type": "VideoObject", "name": "Watch: inside a repair café"}</script>'
NOTHING = {
    "a video under a copyright line": f"<title>Watch: inside a repair café</title>{VIDEO}<h1>Watch: inside a repair café</h1>"
    "<footer><p>© The Circuit Ledger. All rights reserved.</p></footer>",
    "a video under a credit": f"<title>Watch: inside a repair café</title>{VIDEO}<p>Photograph: The Circuit Ledger</p>"
    "<p>© The Circuit Ledger. All rights reserved.</p>",
    "a copyright line in Chinese": "<title>数字经济</title><p>版权所有 © 2025 数字日报社 未经许可不得转载</p>",
    "two copyright lines": "<title>Video</title><p>Copyright 2025 Example Media</p><p>Alle Rechte vorbehalten. Impressum</p>",
    "two words": "<title>hello world</title><body><p>hello world</p></body>",
    "two words without a title": "<p>hello world</p>",
    "three million brackets": "<" * 3_000_000,
    "one letter": f"<title>News</title><p>{'a' * 3_000}</p>",
    "one Chinese letter": f"<title>News</title><p>{'哈' * 3_000}</p>",
    "signs": f"<title>News</title><p>{'— * ' * 500}</p>",
    "figures": f"<title>News</title><p>{'2025 07 03 ' * 100}</p>",
}
SHORT = {
    "en": ("Storm closes Hamburg port", "The port of Hamburg was closed on Monday because of a storm."),
    "en, six words": ("Ministers agree", "Finance ministers agreed on Monday night."),
    "zh": ("全球数字经济大会开幕", "全球数字经济大会今日在北京开幕。"),
    "ja": ("台風で空港閉鎖", "台風の接近で羽田空港は三日午後に閉鎖された。"),
    "ko": ("태풍으로 공항 폐쇄", "태풍 접근으로 공항이 월요일 폐쇄됐다."),
    "th": ("พายุเข้าภูเก็ต", "พายุพัดเข้าภูเก็ตเมื่อคืนวันจันทร์"),
    "ar": ("عاصفة تغلق الميناء", "أغلقت عاصفة قوية ميناء جدة صباح الاثنين."),
    "ru": ("Порт закрыт", "Порт закрыли в понедельник из-за шторма."),
}


@pytest.mark.parametrize("what", NOTHING)
def test_a_page_that_says_nothing_is_no_article(what: str) -> None:
    before = process_time()
    found = read_page(NOTHING[what].encode(), URL)
    assert isinstance(found, NotArticle), found.text[:80]
    assert found.reason in ("no-text", "shell", "not-html", "video")
    assert process_time() - before < 3  # seconds; a tenth of one is usual


SHELLS = {  # as the usual builders of such sites leave them: one bundle
    "a module in the head": '<title>The Example</title><script type="module" src="/a.js"></script><body><div id="root"></div>',
    "a word for those without scripts": '<title>The Example</title><script defer src="/a.js"></script><body>'
    '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>',
    "a script behind its place": '<title>The Example</title><body><div id="app"></div><script src="/a.js"></script>',
}


@pytest.mark.parametrize("what", SHELLS)
def test_a_page_that_one_script_is_to_fill_is_a_shell(what: str) -> None:
    found = read_page(SHELLS[what].encode(), URL)
    assert isinstance(found, NotArticle)
    assert found.reason == "shell"


def test_a_picture_beside_declared_data_is_no_shell() -> None:
    page = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A"}</script><img src="a.jpg">'
    found = read_page(page.encode(), URL)
    assert isinstance(found, NotArticle)
    assert found.reason == "no-text"


@each("language", SHORT)
def test_a_headline_and_a_sentence_are_an_article(language: str) -> None:
    title, sentence = SHORT[language]
    page = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{sentence}</p>"
        "<footer><p>© 2025 Example News. All rights reserved.</p></footer></body></html>"
    )
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article)
    assert sentence in found.text


def test_a_text_about_copyright_is_an_article() -> None:
    page = "<h1>Copyright law passed</h1><p>Copyright law changed on Monday when parliament passed a bill on archives.</p>"
    assert isinstance(read_page(page.encode(), URL), Article)


@each(
    ("line", "imprint"),
    [
        ("© The Circuit Ledger. All rights reserved.", True),
        ("สงวนลิขสิทธิ์ หนังสือพิมพ์สยามก้าวหน้า ห้ามนำไปเผยแพร่โดยไม่ได้รับอนุญาต", True),
        ("版权所有 © 2025 数字日报社", True),
        ("Dijital Haber 2025. TÜM HAKLARI SAKLIDIR.", True),
        ("Photo: Reuters", True),
        ("未经授权，严禁转载！", True),
        ("作者在文末写明谢绝转载，但仍有网站照搬。", False),
        ("法院认为，报社严禁转载的声明并不违法。", False),
        ("Photographs of the port show how far the water rose on Monday.", False),
        ("Copyright law changed on Monday when parliament passed a bill.", False),
        ("Video: storm closes the port of Hamburg on Monday", False),
    ],
)
def test_an_imprint_is_told_from_a_sentence(line: str, imprint: bool) -> None:
    assert is_imprint(line) is imprint


@each(
    ("pattern", "line", "said"),
    [
        (phrases.NOT_FOUND, "404", True),
        (phrases.NOT_FOUND, "Error 404 - Page not found | The Circuit Ledger", True),
        (phrases.NOT_FOUND, "Missing plane not found", False),
        (phrases.NOT_FOUND, "Peugeot 404 sold at auction for a record price", False),
        (phrases.BROKEN, "503 Service Unavailable", True),
        (phrases.BROKEN, "500 guests at the forum", False),
        (phrases.BOT_WALL, "Attention Required! | Cloudfront", True),
        (phrases.BOT_WALL, "Robots are not humans, says professor", False),
        (phrases.LOG_IN, "Sign in", True),
        (phrases.LOG_IN, "Ministers sign in Rome", False),
        (phrases.SHELL, "Please enable JavaScript to continue.", True),
        (phrases.SHELL, "JavaScript turns thirty this year, and it is enabled everywhere", False),
        (phrases.SUBSCRIBE, "Subscribe to continue reading", True),
        (phrases.SUBSCRIBE, "Young readers subscribe to fewer papers than their parents did", False),
    ],
)
def test_a_phrase_is_told_from_news_that_sounds_like_it(
    pattern: re.Pattern[str], line: str, said: bool
) -> None:
    assert bool(phrases.says(pattern, [line])) is said


PROSE = "The port of Hamburg was closed on Monday because of a storm that came from the west. "
LINKS = "".join(f'<li><a href="/{n}">Story of the day number {n}, told in a line</a></li>' for n in range(60))


@pytest.mark.parametrize(
    "url", ["https://news.example/", "https://news.example/storm", "https://news.example/tag/storm"]
)
def test_an_article_among_many_links_is_one_whatever_its_address(url: str) -> None:
    page = f"<title>Storm</title><h1>Storm closes the port</h1>{f'<p>{PROSE}</p>' * 3}<ul>{LINKS}</ul>"
    assert isinstance(read_page(page.encode(), url), Article)


def test_a_flash_below_an_offer_to_log_in_is_an_article() -> None:
    flash = "海港公司周四表示，将购买四艘电动渡船用于海岛航线，首艘船将于明年春季试航，票价维持不变，港务局预计噪音投诉将明显减少，常客或需按月付费。"
    page = f"<title>海港快讯</title><div>登录后查看更多</div><h1>海港公司购买四艘电动渡船</h1><p>{flash}</p>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found


def test_a_fair_that_speaks_of_its_partners_asks_for_no_consent() -> None:
    text = "Together with our partners we show at the forum how geolocation keeps ships apart. Our trusted partners have tested it for a year. Visitors get targeted content on their phones."
    page = f"<title>Ships kept apart at the forum</title><h1>Ships kept apart at the forum</h1><p>{text}</p>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found


def test_linked_headings_inside_a_text_do_not_make_it_a_list() -> None:
    parts = "".join(
        f'<h2><a href="#{n}">Part {n} of the report</a></h2><p>{PROSE * 4}</p><p>{PROSE * 3}</p>'
        for n in range(6)
    )
    page = f"<title>Report</title><h1>Report on the storm</h1>{parts}"
    assert isinstance(read_page(page.encode(), URL), Article)


def test_teasers_with_a_date_between_heading_and_line_are_a_list() -> None:
    rows = "".join(
        f"<article><h2><a href=/{n}>Ferry number {n} leaves the quay</a></h2><span class=d><p>{n} July 2025</p></span><p>It will be back on the {n}th, says its captain.</p></article>"
        for n in range(1, 9)
    )
    page = f"<title>Ferries</title><body><h1>Ferries</h1><p>News, pictures and more about ferries of the islands.</p>{rows}"
    found = read_page(page.encode(), "https://news.example/tag/ferries")
    assert isinstance(found, NotArticle)
    assert found.reason == "list-page"


def test_an_article_on_reports_with_their_years_is_no_list() -> None:
    rows = "".join(
        f"<h4><a href=/{n}.pdf>Report {n} on ferries</a></h4><p>202{n}</p><p>It counts the ferries of the {n}th year, and what became of each.</p>"
        for n in range(6)
    )
    found = read_page(
        f"<title>Ferries</title><h1>Ferries</h1><p>{PROSE}</p><p>{PROSE}</p>{rows}".encode(), URL
    )
    assert isinstance(found, Article)


def _events(label: str, lines: str, rows: int = 6) -> str:
    return "".join(
        f"<div class='{label}'><h2><a href=/e{n}>Talk number {n} on boats</a></h2><p>Wed {n + 10} November 2026, 18:15, hall {n}</p>{lines}</div>"
        for n in range(rows)
    )


EXCERPT = "<p class=description>With a discussion and a small reception afterwards; please sign up until the day before.</p>"


@each("label", ["vevent tileItem", "event-list__event", "termin", "views-row evento"])
def test_a_diary_of_events_is_a_list(label: str) -> None:
    page = f"<title>Diary</title><h1>Diary</h1><p>All talks, concerts and fairs of the school; the entrance is free of charge.</p>{_events(label, EXCERPT)}"
    found = read_page(page.encode(), "https://school.example/diary")
    assert isinstance(found, NotArticle), found.text
    assert found.reason == "list-page"


def _rows(excerpt: str) -> str:
    return "".join(
        f"<div class=item><a class=t href=/{n}>What happened in port number {n} in the course of this week</a><div class=d>{n} July 2025</div><p>{excerpt}</p></div>"
        for n in range(1, 9)
    )


def test_rows_of_links_and_broken_lines_are_a_list_and_whole_ones_are_none() -> None:
    page = "<title>Ports</title><h1>Ports</h1>{}"
    broken = read_page(
        page.format(
            _rows(
                "A short account of what was seen there, of who has said what of it, and of what comes next, that breaks o…"
            )
        ).encode(),
        URL,
    )
    assert isinstance(broken, NotArticle), broken.text
    assert broken.reason == "list-page"
    whole = _rows(f"{PROSE} It is worth the way, and the coffee is not bad.")
    assert isinstance(read_page(page.format(whole).encode(), URL), Article)


@each(
    "inner",
    [
        f"<p>{PROSE}</p><p>{PROSE}</p>" + _events("conference", f"<p>{PROSE}</p><p>{PROSE * 2}</p>"),
        f"<p>{PROSE * 3}</p>" + _events("event", EXCERPT, rows=3),
        f"<p>{PROSE * 2}</p><p>{PROSE * 2}</p>" + _events("event", EXCERPT, rows=12),
        f"<p>{PROSE}</p>" + _events("timeline event", f"<p>{PROSE}</p>"),
        f"<p>{PROSE}</p>" + _events("timeline__event", f"<p>{PROSE}</p>"),
        f"<p>{PROSE}</p>" + _events("conference-programme agenda", f"<p>{PROSE}</p>"),
        f"<p>{PROSE}</p><table>"
        + "".join(
            f"<tr class=event><td>{n} July 2025, 18:00</td><td><a href=/s{n}>Songs of the sea</a></td><td>{PROSE}</td></tr>"
            for n in range(1, 12)
        )
        + "</table>",
        f"<p>{PROSE * 5}</p><p>{PROSE * 6}</p><p>{PROSE * 7}</p><p>{PROSE * 5}</p>"
        + _events("event", EXCERPT, rows=4),
    ],
)
def test_an_article_that_lists_conferences_is_one(inner: str) -> None:
    page = f"<title>Ten talks to hear</title><h1>Ten talks to hear this autumn</h1>{inner}"
    assert isinstance(read_page(page.encode(), URL), Article)


@pytest.mark.parametrize(
    ("title", "classes"),
    [("Hoppla!", "error404 wp-embed-responsive"), ("برگه پیدا نشد - مجله راه ابریشم", "rtl")],
)
def test_a_page_that_is_gone_may_show_the_latest_articles(title: str, classes: str) -> None:
    rows = "".join(f"<article><h3><a href=/{n}>Boat {n}</a></h3><p>{PROSE}</p></article>" for n in range(3))
    page = f"<title>{title}</title><body class='{classes}'><h1>{title}</h1>{rows}"
    found = read_page(page.encode(), URL)
    assert isinstance(found, NotArticle)
    assert found.reason == "not-found"


@pytest.mark.skipif(not SHARED.exists(), reason="the shared folder is not beside the checkout")
def test_no_real_page_with_a_text_is_called_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SHARED))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    import cases

    pages = [case for case in cases.load() if max(map(len, case.texts), default=0) > 300]
    wrong = {}
    for case in pages[::5]:  # all of them take five times as long and say the same
        found = read_page(case.html, case.url)
        if isinstance(found, NotArticle):
            wrong[case.url] = found.reason
    assert wrong == {}


WALLS = {
    "fi": ("Arvostamme yksityisyyttäsi", "Me ja 842 kumppaniamme tallennamme tietoja laitteellesi, kuten evästeitä, ja käsittelemme henkilötietoja mainonnan kohdentamiseksi.", "Voit hyväksyä kaikki evästeet tai muuttaa valintojasi milloin tahansa asetuksista."),
    "it": ("Il rispetto della tua riservatezza", "Noi e i nostri 615 fornitori archiviamo informazioni sul tuo dispositivo, come cookie e identificatori unici, e trattiamo dati personali.", "Puoi accettare, rifiutare oppure abbonarti a 2,99 euro al mese per leggere senza pubblicità."),
    "es": ("Antes de continuar", "Nosotros y nuestros 301 proveedores almacenamos información en su dispositivo, como cookies, y tratamos datos personales para medir anuncios.", "Puede aceptar, rechazar o cambiar de idea cuando quiera."),
    "pl": ("Zanim przejdziesz dalej", "My i nasi 512 partnerzy przechowujemy informacje na Twoim urządzeniu, takie jak pliki cookie, i przetwarzamy dane osobowe w celu pomiaru reklam.", "Możesz zaakceptować, odrzucić lub zmienić wybór w każdej chwili."),
    "sv": ("Innan du läser vidare", "Vi och våra 512 partner lagrar information på din enhet, som cookies, och behandlar personuppgifter för att mäta annonser.", "Du kan godkänna, neka eller ändra ditt val när du vill."),
    "tr": ("Devam etmeden önce", "Biz ve 512 ortağımız cihazınızda çerezler gibi bilgileri saklıyor ve reklamları ölçmek için kişisel verileri işliyoruz.", "Kabul edebilir, reddedebilir veya seçiminizi değiştirebilirsiniz."),
    "hu": ("Mielőtt továbblépne", "Mi és 512 partnerünk információkat, például sütiket tárolunk az Ön eszközén, és személyes adatokat kezelünk a hirdetések méréséhez.", "Elfogadhatja, elutasíthatja vagy bármikor módosíthatja a beállításokat."),
    "ro-RO": ["Bine ați venit", "Alegeți cum citiți: gratuit, cu publicitate personalizată, sau cu abonament, fără urmărire.", "Noi și cei 184 de parteneri ai noștri stocăm și accesăm informații pe dispozitivul dumneavoastră pentru a măsura performanța reclamelor.", "Vă puteți retrage consimțământul oricând. Unii parteneri se bazează pe interesul legitim."],
}  # fmt: skip
ON_DATA = {
    "fi": "Tietosuojavaltuutettu määräsi kaupungille sakon, koska henkilötietoja oli käsitelty ilman suostumusta. Kaupungin evästeet keräsivät tietoja kävijöistä kahden vuoden ajan.",
    "it": "Il Garante ha multato il porto perché trattava dati personali senza consenso. I cookie del sito seguivano i viaggiatori da un'isola all'altra.",
    "es": "La agencia multó al puerto por tratar datos personales sin permiso. Las cookies de su sitio seguían a los viajeros de una isla a otra.",
    "pl": "Urząd ukarał port za przetwarzanie danych osobowych bez podstawy. Pliki cookie na jego stronie śledziły podróżnych między wyspami.",
    "sv": "Myndigheten bötfällde hamnen för att personuppgifter behandlats utan grund. Webbplatsens cookies följde resenärerna mellan öarna.",
    "tr": "Kurum, kişisel verileri izinsiz işlediği için limana ceza kesti. Sitedeki çerezler yolcuları adadan adaya izliyordu.",
    "hu": "A hatóság megbírságolta a kikötőt, mert alap nélkül kezelt személyes adatokat. Az oldal sütijei szigetről szigetre követték az utasokat.",
    "en": "Thieves stored the files on your device of choice, the police said: phones, cameras, cookies tins. Our partners in the ports were warned.",
}  # fmt: skip


@each("language", WALLS)
def test_a_page_that_asks_for_consent_is_no_article_in_any_language(language: str) -> None:
    title, *lines = WALLS[language]
    inner = "".join(f"<p>{line}</p>" for line in lines)
    for holder in ("<div class=x><h1>{}</h1>{}<button>OK</button></div>", "<main><h2>{}</h2>{}</main>"):
        body = f"<html lang={language}><head><title>{title} – The Quay</title></head><body>{holder.format(title, inner)}</body></html>"
        found = read_page(body.encode(), URL)
        assert isinstance(found, NotArticle)
        assert found.reason == "consent"


@each("language", ON_DATA)
def test_news_of_personal_data_is_an_article(language: str) -> None:
    body = f"<html lang={language}><head><title>The Quay</title></head><body><h1>The harbour and its data</h1><p>{ON_DATA[language]}</p></body></html>"
    assert isinstance(read_page(body.encode(), URL), Article)


ON_DEVICES = [
    "A study of 1200 apps found that 870 of them store tracking identifiers on your device without consent, researchers in the harbour town said on Monday. They asked regulators to act.",
    "To stop trackers, open Settings, choose Privacy, and switch off the 12 permissions that let apps store data on your device.",
    "“We run our 13 billion words on your device,” said the founder, who promises privacy to the islands and has 40 people.",
    "Wer jetzt ein Handy kauft, findet auf Ihrem Gerät im Schnitt 45 Apps, von denen viele ohne Einwilligung Daten senden, teilte die Verbraucherzentrale am Hafen mit.",
    "La CNIL a infligé une amende de 150 millions d'euros à une enseigne pour 30 cookies, déposés sur votre appareil sans consentement.",
    "La nueva versión guarda en su dispositivo las fotos y los mensajes, y ofrece 25 opciones de privacidad, anunció la empresa el martes.",
    "O aplicativo guarda no seu dispositivo até 500 conversas, e a empresa promete privacidade total a partir de hoje.",
    "Il nuovo aggiornamento corregge 67 falle e salva sul tuo dispositivo le impostazioni della privacy, ha detto l'azienda.",
    "De update dicht 48 lekken en zet op je toestel een overzicht van de privacy-instellingen, meldt het bedrijf.",
    "Обновление закрывает 58 уязвимостей и хранит на вашем устройстве настройки конфиденциальности, сообщила компания.",
    "Yeni güncelleme 62 açığı kapatıyor ve gizlilik ayarlarını cihazınızda saklıyor, şirket salı günü duyurdu.",
    "Nowa wersja łata 44 luki i zapisuje na twoim urządzeniu ustawienia prywatności, podała firma we wtorek.",
    "新系统修复了48个漏洞，并将隐私设置保存在您的设备上，公司周二表示。用户可以在设置中查看，研究人员对此表示欢迎。这是今年第三次更新，涉及多款手机和平板电脑产品。",
    "新しい更新では48件の脆弱性が修正され、プライバシー設定はお使いの端末に保存されると同社は火曜日に発表した。専門家はこれを歓迎している。対象は国内で販売された全機種である。",
    "이번 업데이트는 48개의 취약점을 고치고 개인정보 설정을 귀하의 기기 안에 저장한다고 회사가 화요일 밝혔다. 전문가들은 환영했다. 대상은 국내에서 판매된 모든 기종이다.",
    "يعالج التحديث الجديد 48 ثغرة ويحفظ إعدادات الخصوصية على جهازك، حسبما أعلنت الشركة يوم الثلاثاء في بيان رسمي.",
    "การอัปเดตใหม่แก้ไขช่องโหว่ 48 จุด และเก็บการตั้งค่าความเป็นส่วนตัวไว้ในอุปกรณ์ของคุณ บริษัทแถลงเมื่อวันอังคาร",
    "Pembaruan baru menutup 48 celah dan menyimpan setelan privasi di perangkat Anda, kata perusahaan pada Selasa.",
]  # fmt: skip


@each("text", ON_DEVICES)
def test_news_of_what_is_stored_on_devices_is_an_article(text: str) -> None:
    body = f"<html><head><title>The Quay</title></head><body><h1>What is kept, and where</h1><p>{text}</p></body></html>"
    assert isinstance(read_page(body.encode(), URL), Article)


_POSTS = "".join(
    f"<li><h2>The {n} delegations meet again</h2><time>2025-07-0{n}</time><p>They argued about the {n} clauses until the lamps were lit, and nobody won but the cook of the house.</p></li>"
    for n in range(1, 6)
)


@each(
    ("classes", "listed"),
    [
        ("archive tag tag-robots tag-311", True),
        ("archive category category-trade", True),
        ("archive author author-holm", True),
        ("search search-results", True),
        ("single single-post category archive", False),
        ("archive", False),  # of old articles, on a site of its own making
        ("page category", False),
    ],
)
def test_a_page_that_its_blog_calls_an_archive_lists_posts(classes: str, listed: bool) -> None:
    html = f'<html lang="en"><title>Robots</title><body class="{classes}"><main><h1>Robots</h1><p>All that we have written about robots since they came to the harbour, by day.</p><ul>{_POSTS}</ul></main></body></html>'
    found = read_page(html.encode(), "https://news.example/robots-in-the-harbour-city")
    assert (isinstance(found, NotArticle) and found.reason == "list-page") == listed


@each(
    ("url", "other"),
    [
        ("https://news.example/2025/07/03/robots/index.html", "/2025/07/02/ships/index.html"),
        ("https://news.example/article.php?id=5", "/article.php?id=6"),
        ("https://news.example/news/detail-page-new.html?id=77", "/news/detail-page-new.html?id=12"),
        ("https://news.example/technology", "/technology"),
    ],
)
def test_what_many_addresses_end_with_brings_no_text_of_another_article(url: str, other: str) -> None:
    own = (
        "The robots came to the harbour on Monday, and the keeper of the hall let them in after long talks. "
    )
    ship = {
        "hed": "Ships at night",
        "url": other,
        "body": "<p>" + "A ship came at night, and nobody knew who had sent it. " * 30 + "</p>",
    }
    state = json.dumps({"items": [ship]})
    html = (
        f'<html lang="en"><title>Robots in the hall</title><body><article><h1>Robots in the hall</h1><p>{own}</p><p>{own}</p></article>'
        f'<script id="__NEXT_DATA__" type="application/json">{state}</script></body></html>'
    )
    found = read_page(html.encode(), url, announced=True)
    assert isinstance(found, Article)
    assert "ship" not in found.text


@pytest.mark.parametrize(
    "title", ["We’ll be back soon", "Il sito è stato trasferito", "Bảo trì hệ thống điện"]
)
def test_a_headline_in_the_words_of_a_closed_site_is_news_where_a_date_stands_by_a_text(title: str) -> None:
    def of(told: str) -> bytes:
        return f"<title>{title}</title><h1>{title}</h1>{told}".encode()

    text = (
        f"<p>{PROSE * 2}</p><p>The orchestra left the islands after three nights, and promised to return.</p>"
    )
    assert isinstance(read_page(of(f"<time datetime=2025-07-02>2 July</time>{text}"), URL), Article)
    assert isinstance(read_page(of("<p>Works on our servers go on until four in the morning.</p>"), URL), NotArticle)  # fmt: skip


def test_a_wall_that_declares_an_article_and_tells_nothing_of_it_is_none() -> None:
    declared = {"@type": "NewsArticle", "headline": "", "isAccessibleForFree": False}
    told = "What was published more than a year ago is kept for those who support the library of the paper."
    asks = "<form class=wall><input type=email><input type=password><button>Go on</button></form>"
    dated = '<meta property="article:published_time" content="2025-07-03T08:00:00Z">'
    cases = [  # declared beside it, below the text, whether it is an article
        ({}, asks, False),
        ({}, dated + asks, True),  # as the head says: meta elements are read wherever they stand
        ({}, "", True),
        ({"headline": "Four boats for the islands"}, asks, True),
        ({"datePublished": "2025-07-03"}, asks, True),
        ({"isAccessibleForFree": True}, asks, True),
        ({}, f"<p>{told * 8}</p>{asks}", True),  # much is told
    ]
    wrong = []
    for further, below, is_article in cases:
        data = json.dumps(declared | further)
        page = (
            f'<title>The Harbour Post</title><script type="application/ld+json">{data}</script>'
            f"<article><h1>A look into the cellar</h1><p>{told}</p><p>{told} So it is at the quay.</p>{below}</article>"
        )
        if isinstance(read_page(page.encode(), URL), Article) != is_article:
            wrong.append((further, below[:20]))
    assert wrong == []
