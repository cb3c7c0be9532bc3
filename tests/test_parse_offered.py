"""Pages of what others offer, say and sent: classified advertisements, programs, quotations, posts and old letters are no articles; news of them are."""

from __future__ import annotations

import pytest

from crawler.parse import read_page
from storage.records import Article, NotArticle


def read(
    address: str, title: str, body: str, *, head: str = "", announced: bool = False
) -> Article | NotArticle:
    page = f"<html><head><title>{title}</title>{head}</head><body><header><a href=/>Coast Post</a></header>{body}</body></html>"
    return read_page(page.encode(), f"https://www.coast.example{address}", announced=announced)


def rows(price: str, link: str, *names: str) -> str:
    told = "Two rooms and a kitchen near the harbour, quiet, with a view of the old crane and the islands behind it."
    return "".join(
        f"<div class=r><h3>{n}</h3><p>{told}</p><p>{price}</p><a href=/x>{link}</a></div>" for n in names
    )


POST = "<div class=post><p>{}: <b>{}</b> » {}</p><div>{}</div></div>"
SAYS = "Our boiler is twenty-two years old and stopped twice last winter; would you change it now or wait for spring?"
POSTS = "".join(
    POST.format("Szerző", name, f"2025.07.{day:02}. 18:40", SAYS)
    for day, name in enumerate(("bela", "margo", "csavar"), 3)
)
CELLS = "".join(
    f"<tr><td>鱼{n}</td><td>北港市场</td><td>{n}.20</td><td>{n}.90</td><td>{n}.50</td></tr>"
    for n in range(1, 7)
)
TABLE = f"<h1>7月3日海鲜批发价格行情</h1><p>更新时间：2025-07-03 07:30</p><table class=price>{CELLS}</table><p>价格仅供参考，实际成交以市场为准，请提前联系商户。</p>"
LETTERS = "".join(
    f"<li><time>{day} липня 2025</time><a href=/l/{day}>№ {600 + day}. Пором, який повернувся додому</a><p>А також: де купити рибу просто з човна та чому вночі гуде міст.</p></li>"
    for day in (30, 21, 14, 7, 3)
)
BOX = "<div class=box><dl><dt>Versio</dt><dd>4.2</dd><dt>Julkaistu</dt><dd>12.7.2025</dd><dt>Lisenssi</dt><dd>Ilmainen</dd><dt>Latauksia</dt><dd>18 402</dd></dl></div>"
TELLS = "<p>Nopsa on kevyt ohjelma, jolla rajaat, suoristat ja pienennät kuvat muutamassa sekunnissa ilman tilausta tai kirjautumista.</p>"
NONE = [  # address, title, body
    ("/flats/harbour", "Flats to let by the harbour", f"<h1>Flats to let by the harbour</h1>{rows('S/ 1.650', 'Ver teléfono', 'Yanque', 'Cayma', 'Cerca')}"),
    ("/ogloszenia/mieszkania", "Mieszkania nad portem", f"<h1>Mieszkania nad portem</h1>{rows('1 650 zł', 'Pokaż numer', 'Port', 'Molo', 'Latarnia', 'Brama')}"),
    ("/viewtopic.php?f=12&t=40871", "Meddig bírja a kazán?", f"<h2>Meddig bírja a kazán?</h2>{POSTS}"),
    ("/price/20250703.html", "7月3日海鲜批发价格行情", TABLE),
    ("/rozsylka/arkhiv", "Архів листів «Вечір у порту»", f"<h1>Архів листів «Вечір у порту»</h1><p>Щобудня о 19:00 ми надсилаємо одну історію. Тут зібрано всі попередні випуски.</p><ul>{LETTERS}</ul>"),
    ("/lataa/nopsa-4", "Nopsa 4.2 – lataa ilmaiseksi", f"<h1>Nopsa 4.2 – lataa ilmaiseksi</h1>{BOX}{TELLS}"),
    ("/tema/ghvino", "ღვინო", f"<h1>ღვინო</h1><p>ღვინის დაყენება საქართველოში რვა ათას წელს ითვლის, ქვევრში დაყენებული კი მსოფლიომ აღიარა.</p>{'<p>გლეხები ამბობენ, რომ საწვავის გაძვირებამ რთველი გააძვირა წელს.</p>' * 2}"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "title", "body"), NONE)
def test_what_is_offered_said_or_collected_is_no_article(address: str, title: str, body: str) -> None:
    assert isinstance(read(address, title, body), NotArticle)
    assert isinstance(read(address, title, body, announced=True), Article)


def tried(box: str, intro: str, price: str, link: str, *names: str) -> str:
    """Things that somebody tried, one below the other: each told of in sentences, what it costs, where it is sold."""
    told = "{} lay on our deck for a month, in salt and in sun. It still works, though its handle has turned grey and its lid needs two hands."
    items = "".join(
        f"<h2>{n}</h2><p>{told.format(n)}</p>{box.format(f'<p>{price}</p><p><a href=/b>{link}</a></p>')}"
        for n in names
    )
    return f"<p>{intro}</p>{items}"


SKIPPERS = "We asked five skippers what they would like to find under the tree this year."
NEWS = [
    "<p>Rents by the harbour rose by a tenth within a year, the city said on Thursday, and most flats are let within two days of the notice.</p>",
    "<p>“We looked at thirty of them and were always too late,” said Ann Holm, who moved to the islands in spring with two children.</p>",
    "<p>The city wants to build four hundred flats on the old wharf; the first of them are to be let in two years, at fixed rents.</p>",
]
TEXT = "".join(NEWS)
ARTICLES = [  # address, title, body
    # what flats cost, in sentences, and in boxes of a signed guide
    ("/city/rents-by-the-harbour-rise", "Rents by the harbour rise by a tenth", f"<h1>Rents by the harbour rise by a tenth</h1>{TEXT}{rows('1,650 €', 'Show number', 'Wharf', 'Pier', 'Crane')}"),
    ("/guide/three-flats-worth-a-look", "Three flats worth a look", f"<h1>Three flats worth a look</h1><p>By Ann Lee</p>{rows('1,650 €', 'Show number', 'Wharf', 'Pier', 'Crane')}"),
    # round-ups that nobody signed: all in a row, the price in a box of its own, everything in boxes below a sentence
    ("/guide/gifts-for-people-who-love-the-sea", "Three gifts for people who love the sea", f"<h1>Three gifts for people who love the sea</h1>{tried('{}', 'Three gifts.', '$49', 'Buy now', 'Compass', 'Lantern', 'Kettle')}"),
    ("/test/drei-laternen", "Drei Laternen im Test", f"<h1>Drei Laternen im Test</h1>{tried('<div class=p>{}</div>', SKIPPERS, '49 €', 'Zum Angebot', 'Anker', 'Boje', 'Lotse')}"),
    ("/eat/new-at-the-harbour", "New places at the harbour", f"<h1>New places at the harbour</h1><p>{SKIPPERS}</p>{rows('€25', 'Website', 'Anchor', 'Bollard', 'Capstan')}"),
    # news of a forum of readers, with a path of "»"
    ("/news/forum-closes-after-twenty-years", "Forum closes after twenty years", f"<p>Home » News » 3 July 2025</p><h1>Forum closes after twenty years</h1>{TEXT}"),
    # a market's report with its table
    ("/price/20250703.html", "7月3日海鲜价格上涨", TABLE.replace("<table", "<p>港务局周四表示，受台风影响，三天内近半数渔船未能出海，北港市场海鲜到货量下降四成，批发价格普遍上涨；周末天气好转后，价格有望逐步回落到上月的水平，居民不必提前囤货，市场方面将延长营业时间并每天公布最新的到货数量和平均价格。</p><p>管理处负责人说，冷库里还有两百吨存货，足够全市居民食用一周，各大超市的供应没有受到影响，周边三个城市也答应调运部分海鲜过来支援本地市场，运费由市里承担。</p><table")),
    # a short notice above the latest letters
    ("/notes/ferry-back-on-monday", "Пором повертається у понеділок", f"<h1>Пором повертається у понеділок</h1><p>Пором через затоку повернеться на лінію у понеділок, повідомив порт у четвер увечері після випробувань.</p><h3>Листи</h3><ul>{LETTERS}</ul>"),
    # a review, and news of a program
    ("/testit/nopsa-4-arvostelu", "Nopsa 4.2 testissä: kuvat suoriksi sekunnissa", f"<h1>Nopsa 4.2 testissä: kuvat suoriksi sekunnissa</h1>{BOX}{TELLS}<p>Testissä ohjelma suoristi sata kuvaa minuutissa, kun kilpailijoilta kului kolme; vain tulostus kaatui kahdesti viikossa.</p>"),
    ("/uutiset/nopsa-kerasi-miljoona-latausta", "Nopsa keräsi miljoona latausta", f"<h1>Nopsa keräsi miljoona latausta</h1><p>12.7.2025</p>{TELLS}"),
    # an article filed under a topic, and one that has a number there
    ("/topics/9981.html", "台风来袭", "<h1>台风来袭</h1><p>气象台星期四发布预警，今年第十二号台风预计在周五夜间登陆，沿海各地停工停课，渔民已经全部上岸。</p>"),
    ("/tema/ghvino/qvevri-msoplios-memkvidreoba", "ქვევრი მსოფლიო მემკვიდრეობაა", "<h1>ქვევრი მსოფლიო მემკვიდრეობაა</h1><p>ქვევრში დაყენებული ღვინო მსოფლიო მემკვიდრეობად აღიარეს ხუთშაბათს, თბილისში გამართულ სხდომაზე.</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "title", "body"), ARTICLES)
def test_news_of_such_things_are_articles(address: str, title: str, body: str) -> None:
    found = read(address, title, body)
    assert isinstance(found, Article), found


TRIED = {  # language: the box, what was found out
    "en": (
        "<dl><dt>Version</dt><dd>4.2</dd><dt>Licence</dt><dd>Free</dd><dt>File size</dt><dd>12 MB</dd></dl>",
        "We used Nopsa for a month on three laptops, and it never crashed while we straightened four hundred photographs.",
    ),
    "de": (
        "<dl><dt>Version</dt><dd>4.2</dd><dt>Lizenz</dt><dd>frei</dd><dt>Dateigröße</dt><dd>12 MB</dd></dl>",
        "Einen Monat lang lief Nopsa auf drei Rechnern und stürzte kein einziges Mal ab, während wir Fotos gerade rückten.",
    ),
    "ru": (
        "<dl><dt>Версия</dt><dd>4.2</dd><dt>Лицензия</dt><dd>свободная</dd><dt>Размер</dt><dd>12 МБ</dd></dl>",
        "Месяц мы работали в Nopsa на трёх компьютерах, и программа ни разу не упала, пока мы выравнивали снимки порта.",
    ),
}


@pytest.mark.parametrize(
    ("language", "address", "title"),
    [
        ("en", "/download/nopsa-4", "Nopsa 4.2 review"),
        ("en", "/downloads/2025/nopsa", "Nopsa 4.2: straight pictures, if you can wait for the paper"),
        ("de", "/download/nopsa-4", "Nopsa 4.2 im Test"),
        ("ru", "/download/nopsa-obzor", "Обзор Nopsa 4.2"),
    ],
)
def test_a_review_filed_among_downloads_is_an_article_and_the_program_itself_is_not(
    language: str, address: str, title: str
) -> None:
    box, told = TRIED[language]
    tells = f"<div class=box>{box}</div><p>{told}</p>"
    assert isinstance(read(address, title, f"<h1>{title}</h1>{tells}{f'<p>{told}</p>' * 3}"), Article)
    assert isinstance(read("/download/nopsa-4", "Nopsa 4.2", f"<h1>Nopsa 4.2</h1>{tells}"), NotArticle)
    assert isinstance(read("/download/nopsa-4", title, f"<h1>{title}</h1>{tells}"), NotArticle)


def lines(*told: tuple[str, str]) -> str:
    """Lines that each lead elsewhere, in no heading, and a line of what is told there below each."""
    return "".join(
        f"<div class=it><span>14:05</span><a href=/a>{line}</a></div><p>{below}</p>" for line, below in told
    )


RU = lines(
    ("Пароход везёт книги в дальние сёла", "Гастроли начнутся третьего июля и пройдут по всей реке."),
    (
        "Старый кран у порта решили сохранить",
        "За год его осмотрели восемнадцать тысяч человек из трёх стран.",
    ),
    ("Музей лодок закрывают на ремонт", "Возврат билетов начнётся в понедельник в кассе у причала."),
)
JA = lines(
    ("島の渡船、来春から電動の船に交代", "港湾局は木曜日、四隻の船を二億円で購入すると発表した。"),
    ("古いクレーンの保存を市が決める", "一年間に三つの国から一万八千人が見学に訪れている。"),
    ("船の博物館、改修のため休館へ", "切符の払い戻しは月曜日から桟橋の窓口で受け付ける。"),
)
CELLS_OF_TEAMS = "".join(
    f"<tr><td>{n}</td><td>Puerto Viejo {n}</td><td>12</td><td>{9 - n}</td><td>{29 - 3 * n}</td></tr>"
    for n in range(1, 6)
)
SCORES = "".join(f"<p>Puerto Viejo {n} {n} - 1 Racing de la Bahía Norte {n}</p>" for n in range(1, 7))
STANDINGS = f"<h1>Clasificación, grupo 4</h1><table>{CELLS_OF_TEAMS}</table><p>Los dos primeros ascienden de forma directa; el tercero y el cuarto disputan la promoción.</p><h2>Resultados</h2>{SCORES}"
GALLERY = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"ImageGallery","name":"Le barche più belle","datePublished":"2025-07-03"}</script>'
COLLECTION = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"CollectionPage","name":"Gallerie del porto"}</script><meta property=og:type content=article>'
PARTS = "".join(
    f"<figure>{n} foto</figure><h2>Le barche del porto {n}</h2><p>Il fotografo ha seguito le barche per un giorno intero, dal porto fino alle isole.</p>"
    for n in range(1, 5)
)
LOGIN = "<h1>Para continuar</h1><form><input type=text><input type=password></form><h2>Ainda não é assinante?</h2><p>Receba o jornal em casa de quarta a domingo, com a revista do porto.</p><p>Cancele quando quiser. Oferta válida para novos assinantes.</p>"
STAND = "<h1>Hafenfolien Lang GmbH</h1><p>Halle 4, Stand C 27</p><p>Seit 1978 fertigt die Hafenfolien Lang GmbH Folien für den Hafen. Hundert Leute arbeiten an zwei Orten, und die Folien gehen in dreißig Länder.</p>"
OTHER_PAGES = [  # address, title, head, body
    ("/rubric/reka", "Река", "", f"<h1>Река</h1>{RU}"),
    ("/ja/sea", "海", "", f"<h1>海</h1>{JA}"),
    ("/futbol/clasificacion", "Clasificación, grupo 4", "", STANDINGS),
    ("/foto/barche-2025/", "Le barche più belle", GALLERY, "<h1>Le barche più belle</h1><figcaption>(foto Bressan)</figcaption><div><h2>Altre gallerie</h2></div>"),
    ("/gallerie", "Gallerie del porto", COLLECTION, f"<h1>Gallerie del porto</h1>{PARTS}"),
    ("/login?redirect=/porto/barcos.html", "Porto compra quatro barcos", "", LOGIN),
    ("/messe/aussteller/hafenfolien-lang", "Hafenfolien Lang GmbH | Aussteller", "<meta property=og:type content=article>", f"<main class=exhibitor>{STAND}</main>"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "title", "head", "body"), OTHER_PAGES)
def test_a_page_of_rows_a_gallery_a_log_in_and_a_stand_are_no_articles(
    address: str, title: str, head: str, body: str
) -> None:
    assert isinstance(read(address, title, body, head=head), NotArticle)


NOTICE = "<p>The harbour closes on Monday from nine to noon while divers look at the quay; small boats may use the old basin.</p>"
STAY = [  # address, title, head, body
    # news with links to what it names below its text, a line of links without a word below
    ("/notes/forms-for-the-new-ferries-are-out", "Forms for the new ferries are out", "", f"<h1>Forms for the new ferries are out</h1>{NOTICE}" + "".join(f"<p><a href=/f{n}>Form {n} for owners of small boats</a></p>" for n in range(4)) + NOTICE),
    # the same rows under a headline, with an author, a day of their own
    ("/reka/2025/tri-novosti-reki-za-nedelyu", "Три новости реки за неделю", "", f"<h1>Три новости реки за неделю</h1>{RU}"),
    ("/reka", "Река за неделю", "", f"<h1>Река за неделю</h1><p>Автор: Анна Седова</p>{RU}"),
    # a report of a match below the table, a gallery that tells, a gallery that somebody signed
    ("/futbol/clasificacion", "El Puerto Viejo asciende", "", f"<h1>El Puerto Viejo asciende</h1><table>{CELLS_OF_TEAMS}</table>" + "<p>El Puerto Viejo ganó el domingo en la bahía ante cuatro mil personas y asciende de categoría por primera vez en treinta años.</p>" * 3),
    ("/foto/barche-2025/", "Le barche più belle", GALLERY, "<h1>Le barche più belle</h1>" + "<p>Giovedì quaranta barche hanno lasciato il porto all'alba e sono arrivate alle isole nel pomeriggio, con il vento in poppa.</p>" * 2),
    ("/foto/barche-2025/", "Le barche più belle", GALLERY, "<h1>Le barche più belle</h1><p class=byline>Di Anna Bressani</p><p>Quaranta barche all'alba, davanti alle isole.</p>"),
    # an article before which readers may log in, and one of how one logs in
    ("/porto/login", "Como entrar no porto", "", "<h1>Como entrar no porto</h1><form><input type=password></form>" + "<p>O porto comprou quatro barcos elétricos para a travessia das ilhas, que começam a operar na primavera, e quem vem de carro entra agora pelo portão norte, perto do antigo guindaste.</p>" * 4),
    # news of who shows something
    ("/news/lang-zeigt-neue-folie", "Hafenfolien Lang zeigt neue Folie auf der Messe", "", f"{STAND}<p>3. Juli 2025</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "title", "head", "body"), STAY)
def test_what_tells_something_among_such_signs_stays_an_article(
    address: str, title: str, head: str, body: str
) -> None:
    found = read(address, title, body, head=head)
    assert isinstance(found, Article), found
