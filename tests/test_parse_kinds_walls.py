"""Pages that ask for consent, lists of posts and walls, told from news about such."""

from __future__ import annotations

import json

import pytest
from kindsamples import PROSE, URL
from tables import each

from crawler.parse import read_page
from storage.records import Article, NotArticle

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
