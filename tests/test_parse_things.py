"""Pages of a speaker, a programme, something on sale, a job … are no articles; articles that share their signs are."""

from __future__ import annotations

import json
from time import process_time

import pytest
from selectolax.lexbor import LexborHTMLParser
from tables import each

from crawler.parse import read_page
from crawler.parse.kinds.thing_shapes import built
from crawler.parse.kinds.thing_words import LABELS, NEWS, WORDS, folded_words
from crawler.parse.page.walk import outline
from storage.records import Article, NotArticle

SITE = "https://harbourforum.example"


def ld(kind: str, **said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": kind, **said})}</script>'


def page(
    title: str, inner: str, head: str = "", *, end: str = "Harbour Forum", lang: str = "en", body: str = ""
) -> bytes:
    return (
        f"<html lang={lang}><head><title>{title} | {end}</title>{head}</head><body class='{body}'><header><a href=/>{end}</a><a href=/a>A</a>"
        f"<a href=/b>B</a></header><main><h1>{title}</h1>{inner}</main><footer><p>{end}, Quay Street 4</p><a href=/c>C</a></footer></body></html>"
    ).encode()


def rows(tag: str, *told: tuple[str, str]) -> str:
    return f"<div class=rows>{''.join(f'<div class=row><{tag}>{name}</{tag}><p>{line}</p></div>' for name, line in told)}</div>"


def table(*told: tuple[str, str]) -> str:
    return f"<table>{''.join(f'<tr><td>{a}</td><td>{b}</td></tr>' for a, b in told)}</table>"


ANN = (
    "<p>Ann Lee leads the ferry office of Newtown, which runs nineteen boats on four lines. She studied naval architecture and wrote her "
    "thesis on hulls that ride in ice.</p><p>Before she came to the city Lee built tugs for eleven years. She sits on the board of the island fund.</p>"
)
STALLS = [("Nordic Rope Works", "Hall 2, stand 14. Ropes and nets for boats of every size, made in the north."),
          ("Blue Hull Paints", "Hall 2, stand 20. Paint without copper that keeps mussels off for three years."),
          ("Quay Cranes Ltd", "Hall 1, stand 3. Cranes for small harbours, sold and hired out by the week."),
          ("Sail & Solar", "Hall 4, stand 9. Panels that can be rolled and sewn into a sail."),
          ("Tide Table Books", "Hall 4, stand 11. Charts, pilots and tables, printed and on screens.")]  # fmt: skip
GUESTS = [("Ann Lee", "Head of the ferry office, Newtown"), ("Tom Ray", "Harbour master of the islands, and poet"), ("Ines Roth", "Builds robots that swim"),
          ("Ada Holm", "Mayor of Newtown since last spring"), ("Per Olsson", "Keeps the lighthouse, and bees")]  # fmt: skip
HOURS = [("9:00", "Doors open, with coffee in the yard of the customs hall"), ("9:30", "The mayor opens the day and speaks of cables under the harbour"), ("10:15", "Ann Lee: what ice does to a hull, shown on three boats"),
         ("11:30", "Round table on what a crossing should cost in winter"), ("13:00", "Soup"), ("14:00", "Visit to the yard where the new ferry is built, on foot")]  # fmt: skip
LATE = "Talks may begin a little later than is said here, and all of them are put into the language of the islands."
BAG = "<p>A bag of old sailcloth for a notebook, a camera and a sandwich. The strap is a rope that has crossed to the islands for ten years.</p><p>Each is sewn by hand on the quay and has a number of its own inside.</p>"
DUTIES = (
    "<h2>What you will do</h2><p>You look after the engines of four boats, keep their books and stand in for the skipper on Sundays.</p>"
    "<h2>Who you are</h2><ul><li>You have a licence for boats of up to forty metres.</li><li>You do not mind rain.</li></ul>"
)
PLACE = "<p>The forum is held in the old customs hall on the quay, ten minutes on foot from the station. The doors are wide enough for wheelchairs.</p><p>Those who come by ferry land in front of it.</p>"

NONE: dict[str, tuple[str, bytes]] = {
    "a speaker": ("/speakers/ann-lee", page("Ann Lee", f"<h2>Head of the ferry office, Newtown</h2>{ANN}", body="single-speaker")),
    "eine Referentin": ("/referenten/jutta-brand", page("Jutta Brand", "<div class=speaker-bio><p>Jutta Brand leitet das Hafenamt und hat davor elf Jahre lang Schlepper gebaut. Sie wohnt mit zwei Katzen auf einem Hausboot, das sie selbst repariert.</p></div>", lang="de")),
    "speakers": ("/2026/speakers", page("Speakers", rows("h3", *GUESTS))),
    "ponentes": ("/es/ponentes/", page("Ponentes", rows("h3", *[(name, "Dirige la oficina de los barcos y vive en el puerto") for name, _ in GUESTS]), lang="es")),
    "嘉宾": ("/zh/guests", page("演讲嘉宾", rows("h3", *[(name, "港口渡轮办公室主任，曾任造船厂总工程师") for name in ("李安", "王涛", "陈静", "赵敏", "周远")]), lang="zh", body="speakers")),
    "an author": ("/author/ann-lee", page("Ann Lee", f"<div class=author-head>{ANN}</div>", ld("ProfilePage", mainEntity={"@type": "Person", "name": "Ann Lee"}))),
    "автор": ("/avtor/anna-li", page("Анна Ли", "<p>Анна Ли пишет о паромах и портах тридцать лет. До газеты она работала лоцманом и построила собственную лодку.</p>", ld("Person", name="Анна Ли"), lang="ru")),
    "a programme": ("/programme", page("Programme", f"<p>{LATE}</p>" + table(*HOURS))),
    "Programm": ("/forum/programm-2026", page("Programm 2026", "<p>Änderungen vorbehalten. Alle Vorträge werden übersetzt.</p><h2>Donnerstag, 6. November</h2>" + table(*[(f"{hour} Uhr", "Ein Vortrag über Fähren, mit Bildern aus dem Eis und vielen Fragen") for hour in (9, 10, 11, 14, 15)]), lang="de")),
    "lịch trình": ("/lich-trinh", page("Lịch trình", "".join(f"<p>{h}:30 – {h + 1}:00 Phiên thảo luận về phà và cảng biển, mở cửa tự do</p>" for h in range(8, 13)), lang="vi")),
    "an event": ("/events/winter-crossing", page("Winter crossing to the islands", f"<p>6 December 2026, 10:00</p>{PLACE}", ld("Event", name="Winter crossing to the islands", startDate="2026-12-06"))),
    "exhibitors": ("/exhibitors?hall=2", page("Exhibitors – Hall 2", rows("h3", *STALLS))),
    "出展者": ("/ja/exhibitors", page("出展者一覧", rows("h3", *[(f"第{n}造船所", "ホール2、小間14番。小型船の塗料と網を展示します。") for n in range(1, 6)]), lang="ja")),
    "a job": ("/jobs/engineer", page("Engineer for four ferries", f"<p>Posted on 2 September 2026</p>{DUTIES}", ld("JobPosting", title="Engineer for four ferries", datePosted="2026-09-02"))),
    "an advertised job": ("/jobs/engineer-newtown-5512", page("Do you want to keep four ferries running?", f"<p>Posted on 2 September 2026</p>{DUTIES}", "<title>Engineer at the Rope Works, Newtown | Quay Jobs</title><meta property=article:published_time content=2026-09-02>" + ld("JobPosting", title="Engineer", datePosted="2026-09-02")).replace(b"<title>Do you want to keep four ferries running? | Harbour Forum</title>", b"")),
    "an episode with its minutes": ("/podcasts/low-tide/12", page("12: The dog that guards a cable", ANN + "<ul><li>00:00 The quay at night</li><li>04:10 How a cable is laid</li><li>19:45 The dog</li></ul>", ld("PodcastEpisode", name="The dog that guards a cable", datePublished="2026-08-04"))),
    "praca": ("/kariera/mechanik", page("Mechanik na promie", "<div class=job-offer><p>Opiekujesz się silnikami czterech promów i prowadzisz dokumentację.</p><p>Masz uprawnienia i nie boisz się deszczu.</p></div>", lang="pl", end="Kariera")),
    "something on sale": ("/bag", page("The reporter's bag", BAG, ld("Product", name="The reporter's bag", offers={"@type": "Offer", "price": "49"}))),
    "ürün": ("/urun/yelken-canta", page("Yelken bezinden çanta", "<div class=product><p>149 TL</p><p>Eski yelken bezinden el yapımı çanta. Askısı on yıl boyunca adalara gidip gelmiş bir halattır.</p></div>", lang="tr")),
    "tickets": ("/tickets", page("Tickets", rows("h3", ("Both days", "€ 49"), ("Thursday", "€ 29"), ("Children", "€ 5")) + "<p>Tickets can be handed back until the first of October, less two euros of costs.</p>", ld("Event", name="Harbour Forum 2026", offers={"price": "49"}))),
    "price list": ("/hinnat", page("Hinnasto", "<p>Hinnat ovat voimassa toistaiseksi. Lapset alle seitsemän vuotta matkustavat ilmaiseksi aikuisen kanssa.</p>" + table(("Kertalippu", "4 €"), ("Päivälippu", "9 €"), ("Pyörä", "2 €")), lang="fi")),
    "glossary": ("/glossary/b", page("Glossary – B", "<dl>" + "".join(f"<dt>{t}</dt><dd>{d}</dd>" for t, d in (("Ballast", "Weight that is taken on board so that a boat without cargo lies deep enough."), ("Beam", "The width of a boat at its widest."), ("Berth", "The place where a boat lies, or where a sailor sleeps."), ("Bilge", "The lowest part inside, where the water gathers."))) + "</dl>")),
    "contact": ("/contact", page("Contact", PLACE)),
    "impressum": ("/impressum", page("Impressum", "<p>Das Forum wird vom Verein der Hafenstädte veranstaltet, der seit 1958 besteht und in Neustadt seinen Sitz hat.</p>", lang="de")),
    "a page of a tag": ("/tag/winter-ferries", page("#winter ferries", "<p>All that we have told of ferries in the ice, 482 stories since the first crossing.</p>")),
    "a video": ("/video/seal", page("A seal on the quay", "<p>Children fed it until the keeper of the lighthouse came with a net. It swam away in the evening.</p>", ld("VideoObject", name="A seal on the quay", uploadDate="2026-08-04"))),
    "видео": ("/n/8812", page("Тюлень на причале", "<div class=video-page><p>Дети кормили его целый день, пока не пришёл смотритель маяка с большой сетью.</p><p>Вечером зверь уплыл в море.</p></div>", "<meta property=og:type content=video.other>", lang="ru")),
    "a front page": ("/", page("Ferries to the islands, every day", "<p>Nineteen boats on four lines.</p>" + "".join(f"<section class=s{n}><div><h3>{name}</h3><p>{line}</p></div></section>" for n, (name, line) in enumerate(STALLS)))),
}  # fmt: skip


@each("kind", NONE)
def test_a_page_of_a_thing_is_no_article_unless_a_feed_announced_it(kind: str) -> None:
    path, html = NONE[kind]
    found = read_page(html, SITE + path)
    assert isinstance(found, NotArticle), found.text[:200]
    assert found.reason in ("other-page", "list-page", "front-page", "video")
    assert found.detail
    assert isinstance(read_page(html, SITE + path, announced=True), Article)


@pytest.mark.parametrize("kind", ["speakers", "a programme", "tickets"])
def test_the_name_of_a_forum_makes_no_article_of_its_programme(kind: str) -> None:
    path, html = NONE[kind]
    assert isinstance(read_page(html, SITE + path, named=True), NotArticle)
    proves_nothing = page(
        "Ferries", rows("h3 class=t", *STALLS), "<meta property=og:type content=music.song>"
    )
    assert isinstance(read_page(proves_nothing, f"{SITE}/sea"), NotArticle)
    assert isinstance(read_page(proves_nothing, f"{SITE}/sea", named=True), Article)


def test_a_headline_does_not_hide_a_programme_at_its_own_address() -> None:
    html = page("Programme of the Harbour Forum in the year 2026", f"<p>{LATE}</p>" + table(*HOURS))
    for address in ("programme-2026", "forum/programme.html"):
        assert isinstance(read_page(html, f"{SITE}/{address}", named=True), NotArticle)


def test_a_film_of_a_forum_is_news_of_it() -> None:
    path, html = NONE["a video"]
    assert isinstance(read_page(html, SITE + path, named=True), Article)


def test_a_page_of_questions_that_is_cut_is_read_all_the_same() -> None:
    html = page(
        "Questions", "".join(f"<div><h3>Who pays {n}?</h3><p>{TOLD}</p></div>" for n in range(10_500))
    )
    assert isinstance(read_page(html, f"{SITE}/sea/questions", announced=True), Article)


def test_what_a_directory_costs_grows_with_its_rows_alone() -> None:
    html = page("Exhibitors", rows("h3", *STALLS * 1_000), body="exhibitors")
    shown = outline(LexborHTMLParser(html))
    began = process_time()
    assert built(shown, "exhibitors", "Exhibitors", shown.blocks) > 0
    assert process_time() - began < 0.3  # it takes 0.01; each row looked up in all others: 0.6


NEWS_LD = ld("NewsArticle", headline="x")
TOLD = "The ferry company bought four electric boats for the crossing to the islands, its director said on the quay."
MORE = "Those who cross every day may have to pay by the month, the harbour master told the council in the evening."
SPOKEN = f"<p>{TOLD}</p><p>{MORE}</p>"
BY = "<p class=byline>By Tom Ray</p>"
BOATS = page("Four boats for the islands", SPOKEN)
ARTICLES: dict[str, tuple[str, bytes]] = {
    "filed under events": ("/events/four-boats", BOATS),
    "filed under jobs": ("/jobs/four-boats", page("Four boats for the islands", SPOKEN, end="Jobs")),
    "filed under products": ("/products/four-boats", BOATS),
    "in a folder of speakers": ("/speakers/four-boats", BOATS),
    "news of a programme": ("/news/programme", page("The programme of the forum is out and full of surprises", f"<p>{LATE}</p>" + table(*HOURS))),
    "a table of hours": ("/sea/strike", page("The strike hour by hour", f"<p>{TOLD}</p>{table(*HOURS)}")),
    "told live, the last first": ("/programme/live", page("The programme of the forum, live", "".join(f"<p>{hour} {line}, we hear from the hall.</p>" for hour, line in reversed(HOURS)))),
    "a post in a category": ("/b/boats", page("Four boats for the islands", SPOKEN, body="post-7 category-jobs tag-vacancies", end="Jobs")),
    "a post of a blog": ("/jobs/", page("Jobs on the quay", SPOKEN, body="single single-post", end="Jobs")),
    "news of a forum's own site": ("/2026-change", page("The hall is another one", SPOKEN, ld("Event", name="Harbour Forum", offers={"price": "49"}))),
    "a report filed under events": ("/events/boats", page("Four boats for the islands", f"<div class=event-content>{SPOKEN}</div>", end="Events")),
    "a table of prices": ("/sea/crossing", page("What a crossing costs now", f"{SPOKEN}{table(('Once', '4 €'), ('A day', '9 €'), ('A bicycle', '2 €'))}")),
    "the ten best": ("/sea/stands", page("The five stands that you must see", rows("h3", *STALLS))),
    "a review of a product": ("/gear/bag", page("The reporter's bag", BY + BAG, ld("Product", name="Bag", review={"@type": "Review", "author": {"@type": "Person", "name": "Tom Ray"}, "name": "The reporter's bag"}))),
    "a profile by somebody": ("/people/ann-lee", page("Ann Lee", BY + ANN)),
    "an obituary": ("/obituaries/ann-lee", page("Ann Lee", f"<time datetime=2026-07-03>3 July 2026</time>{ANN}")),
    "a person as author alone": ("/sea/boats", page("Four boats for the islands", SPOKEN, ld("Person", name="Ann Lee"))),
    "events beside the text": ("/sea/boats", page("Four boats for the islands", SPOKEN, ld("Event", name="Winter crossing to the islands", startDate="2026-12-06"))),
    "a report of an event": ("/events/forum-ends", page("The forum ends with a quarrel", BY + SPOKEN, ld("Event", name="Harbour Forum 2026"))),
    "news that begins with the forum's long name": ("/2026/opens", page("International Conference of Harbours and Ferries opens", SPOKEN, ld("Event", name="International Conference of Harbours and Ferries", startDate="2026-12-06"))),
    "news that begins with somebody's long name": ("/2026/dies", page("Christopher Alexander Wellington-Jones dies", SPOKEN, ld("Person", name="Christopher Alexander Wellington-Jones"))),
    "a declared event": ("/programme", page("Programme", f"<p>{LATE}</p>" + table(*HOURS), NEWS_LD)),
    "a published event": ("/programme", page("Programme", f"<p>{LATE}</p>" + table(*HOURS), "<meta property=article:published_time content=2026-07-03>")),
    "an article in its markup": ("/programme", page("Programme", f"<div itemscope itemtype=https://schema.org/NewsArticle><p>{LATE}</p>{table(*HOURS)}</div>")),
    "a video above an article": ("/video/seal", page("A seal on the quay", SPOKEN + SPOKEN.replace("electric", "new"), ld("VideoObject", name="A seal on the quay"))),
    "a short item with a video": ("/sea/seal", page("A seal on the quay", f"<p>4 August 2026</p><p>{TOLD}</p>", ld("VideoObject", name="A seal on the quay"))),
    "a post under a tag's folder": ("/tag/four-boats-bought", page("Ferries become quiet", SPOKEN)),
    "an article on a front page": ("/", page("The harbour is closed", f"<div>{SPOKEN}<p>{MORE}</p></div>")),
    "a section of products": ("/products/yard-shows-a-boat", page("Yard shows a boat that needs no crew", SPOKEN, end="Products | Rope Week", body="products")),
    "a section of jobs": ("/jobs/hands-are-scarce", page("Fewer hands without work than for twenty years", SPOKEN, end="Jobs | The Quay", body="section jobs")),
    "a section of people": ("/people/tom-ray-dies", page("Tom Ray, who kept the harbour, dies at 90", SPOKEN, end="People | The Quay", body="profile")),
    "an interview with a speaker": ("/speakers/interview-ann-lee", page("Ann Lee on ice, ferries and patience", SPOKEN, end="Speakers | Harbour Forum", body="speaker")),
    "stalls and what they are for": ("/exhibitors/more-than-ever", page("More exhibitors than ever come to the quay", SPOKEN, end="Exhibitors | Harbour Forum", body="exhibitors")),
    "what a thing is": ("/lexikon/was-ist-eine-leine", page("Was ist eine Leine? Eine Erklärung für alle", "<p>Seile, die an Bord kommen, heissen so. Das Wort ist älter als der Hafen, sagt Ann Lee.</p>", lang="de", end="Lexikon", body="glossary")),
    "news beside an offered job": ("/jobs/engineers", page("Engineers are scarce on the quay", f"<time datetime=2026-07-03>3 July 2026</time>{SPOKEN}", "<meta property=article:published_time content=2026-07-03>" + ld("JobPosting", title="Engineer", datePosted="2026-09-02"))),
    "news whose title begins as the job beside it": ("/jobs/engineer-shortage", page("Engineer shortage on the quay", f"<time datetime=2026-07-03>3 July 2026</time>{SPOKEN}", "<meta property=article:published_time content=2026-07-03>" + ld("JobPosting", title="Engineer", datePosted="2026-09-02"))),
    "a text to read and to hear": ("/podcasts/boats", page("Four boats for the islands", SPOKEN * 2, ld("PodcastEpisode", name="Four boats for the islands", datePublished="2026-07-03"))),
    "a day of news in a podcast's folder": ("/podcasts/strike", page("The strike hour by hour", SPOKEN + "".join(f"<p>{hour} {line}, we hear.</p>" for hour, line in HOURS))),
    "a speech filed under about": ("/about/speeches/new-pier", page("The minister opens the new pier of the islands", SPOKEN, end="About | Ministry", body="about")),
    "prices of the day": ("/prices/wheat", page("Wheat climbs for the third week in a row", SPOKEN + table(("Wheat", "€ 214"), ("Maize", "€ 190"), ("Rape", "€ 410")), end="Prices | Fields", body="prices")),
    "the day's hours below": ("/events/forum-opens", page("The forum opens with a thousand guests", SPOKEN + table(*HOURS), end="Events | Harbour Forum")),
    "another thing on sale beside": ("/company/yard", page("The rope works open a yard in Newtown", f"{SPOKEN}<div class=card><h4>Oars</h4><p>€ 49</p></div>", ld("Product", name="Oars", offers={"@type": "Offer", "price": 49}))),
    "採用": ("/ja/採用/1", page("港の会社が来年春の採用を二倍に", "<p>港の会社は来年春の採用を二倍に増やすと月曜日に発表した。新しい船の乗組員を募る。</p>", lang="ja", end="採用", body="careers")),
    "وظائف": ("/ar/jobs/1", page("ألف فرصة عمل جديدة في وظائف الميناء", "<p>أعلن الوزير يوم الاثنين عن توفير ألف فرصة عمل جديدة في الميناء خلال العام القادم.</p>", lang="ar", end="وظائف", body="jobs")),
    "เรือไฟฟ้า": ("/th/products/1", page("บริษัทเปิดตัวเรือไฟฟ้าลำใหม่", "<p>บริษัทเปิดตัวเรือไฟฟ้าลำใหม่เมื่อวันจันทร์และจะขายในเดือนเมษายน</p>", lang="th", end="ราคา", body="product")),
    "a long profile with its day": ("/people/ann-lee", page("Ann Lee", f"<time datetime=2026-07-03>3 July 2026</time>{ANN * 4}", end="People | The Quay", body="profile")),
    "an obituary that declares whom": ("/obituaries/ann-lee", page("Ann Lee", f"<time datetime=2026-07-03>3 July 2026</time>{ANN}", ld("Person", name="Ann Lee"))),
    "喜讯": ("/zh/jobs", page("港口招聘会吸引千人到场", "<p>港口招聘会周三在海关大厅开幕，上千名市民到场，四艘新渡轮的船员岗位最受欢迎。</p>", lang="zh")),
    "ціни": ("/ekonomika/tsiny", page("Ціни на переправу зростуть", "<p>Ціни на переправу до островів зростуть з осені, повідомив директор порту.</p>", lang="uk")),
}  # fmt: skip


@each("proof", ARTICLES)
def test_an_article_that_shares_the_signs_of_a_thing_stays_one(proof: str) -> None:
    path, html = ARTICLES[proof]
    found = read_page(html, SITE + path)
    assert isinstance(found, Article), found.detail


WALL = (
    "<div class=paywall><h2>Subscribe to continue reading</h2><p>A letter from the harbour every evening.</p>"
    "<div class=offer><h3>On screens</h3><p>One crown for the first month, then nineteen.</p></div><p>{}</p></div>"
)


def test_what_a_subscription_costs_is_no_text_and_a_text_in_such_a_part_is() -> None:
    title = "Why he sells the farm"
    head = ld("NewsArticle", headline=title)
    told = read_page(page(title, WALL.format("End it when you like."), head), f"{SITE}/farm")
    assert isinstance(told, NotArticle)
    assert told.reason == "paywall"
    free = f"<div class=paywall>{SPOKEN}</div>"
    assert isinstance(read_page(page(title, free, head), f"{SITE}/farm"), Article)


@pytest.mark.parametrize("head", ["", ld("NewsArticle", headline="Why he sells the farm")])
@pytest.mark.parametrize("inside", ["<div class=paywall>{}{}</div>", "<article class=paywall>{}{}</article>"])
def test_the_beginning_of_an_article_below_the_offer_of_a_subscription_is_kept(
    inside: str, head: str
) -> None:
    for shown in (
        SPOKEN,
        "<p>He sells all of it in May, the yard, the cows and the old tractor.</p><p>His only son became a pilot.</p>",
    ):
        if "div" in inside and shown != SPOKEN:
            continue  # no longer than what offers are written in
        walled = inside.format("<h2>Subscribe to continue reading</h2>", shown)
        found = read_page(page("Why he sells the farm", walled, head), f"{SITE}/farm", announced=True)
        assert isinstance(found, Article), found.detail


@each(
    ("kind", "words"),
    [("person", "Ponentes"), ("person", "المتحدثون"), ("person", "登壇者"), ("programme", "Πρόγραμμα"), ("programme", "โปรแกรม กำหนดการ"), ("programme", "कार्यक्रम"),
     ("exhibitors", "참가업체 목록"), ("job", "Stellenangebote"), ("job", "Вакансії"), ("offer", "Preisliste"), ("offer", "チケット"), ("glossary", "Słownik pojęć"), ("site", "À propos")],
)  # fmt: skip
def test_words_are_found_whatever_their_accents_and_script(kind: str, words: str) -> None:
    assert WORDS[kind].search(folded_words(words))  # type: ignore[index]
    assert not NEWS.search(folded_words(words))


def test_each_kind_has_words_and_names() -> None:
    assert set(WORDS) == set(LABELS)


def test_the_facts_of_a_job_may_be_asked() -> None:
    title = "Onderzoeker netwerkbeveiliging"
    asked = "<h2>Wat ga je doen?</h2><p>Je bouwt een proefnetwerk na.</p><h2>Wie ben jij?</h2><p>Je hebt een master.</p><h2>Wat bieden we?</h2><p>Een aanstelling voor twee jaar.</p>"
    body = f"<html lang=nl><head><title>{title} | Noord</title></head><body><h1>{title}</h1><p>Elke nacht worden de sluizen afgetast.</p>{asked}</body></html>"
    found = read_page(body.encode(), "https://noord.example/vacatures/onderzoeker-netwerkbeveiliging")
    assert isinstance(found, NotArticle), found
    assert isinstance(
        read_page(body.replace("?</h2>", " nu</h2>").encode(), "https://noord.example/vacatures/x-1"), Article
    )
