"""Forums of readers, lists of articles by date, what an event or a job states, tables, galleries and letters to subscribe to are
no articles; articles that share their signs are, and so is whatever was announced as news."""

from __future__ import annotations

import pytest
from tables import each

from crawler.parse import read_page
from crawler.parse.kinds.thing_words import WORDS, Kind, folded_words, says_only
from crawler.parse.page.phrases import BROKEN, NOT_FOUND, says
from crawler.parse.page.phrases import CLOSED as CLOSED_DOWN
from crawler.parse.page.phrases import MOVED as MOVED_AWAY
from storage.records import Article, NotArticle

SITE = "https://quay.example"
SPOKEN = (
    "<p>The harbour office said on Monday that it would buy four electric ferries for the island lines. The first is to be tried out next spring.</p>"
    "<p>“The boats will be quieter than the gulls,” said Ann Lee, who leads the office. Fares are to stay as they are until the end of the year.</p>"
)


def page(title: str, inner: str, lang: str = "en", head: str = "", body: str = "") -> bytes:
    return (
        f"<html lang={lang}><head><title>{title} | The Quay</title>{head}</head><body class='{body}'><header><a href=/>The Quay</a><a href=/a>A</a></header>"
        f"<main><h1>{title}</h1>{inner}</main><footer><p>The Quay, Rope Street 4</p><a href=/c>C</a></footer></body></html>"
    ).encode()


def topics(*columns: str) -> str:
    heads = "".join(f"<li>{column}</li>" for column in columns)
    row = "<li><a href=/t{0}>{1}</a><span>{2}</span></li>"
    asked = [
        "Which rope for a north wind",
        "Rust below the line of the water",
        "Selling two oars and an anchor",
    ]
    return f"<p>Talk of boats, ropes and weather. Please read the rules before you write.</p><ul>{heads}</ul><ul>{''.join(row.format(n, t, 7 * n) for n, t in enumerate(asked))}</ul>"


def thread(*said: str) -> str:
    wrote = ["The new rope stretches by a hand each week. Has anybody else seen that on a boat of ten metres?", "Mine did so for a month and then no more. Salt makes it short again.", "Take the blue one, it is dearer and stays as it is. I have sailed with it for three years."]  # fmt: skip
    posts = (f"<div class=item><div class=who>sailor{n}</div>{''.join(f'<div class=said>{s}</div>' for s in said)}<div class=msg>{t}</div></div>" for n, t in enumerate(wrote))  # fmt: skip
    return "".join(posts)


def rows(*dates: str, long: bool = False, above: str = "") -> str:
    told = ["Four ferries without an engine are bought", "Mussels grow where the crane once stood", "The lighthouse is painted for the first time", "Snow holds up the boats for a whole day"]  # fmt: skip
    line = "Nobody was hurt, and the cook had soup for all." + " The office wrote a long letter to all who live there, and read it out on the quay as well." * (5 * long)  # fmt: skip
    each = "".join(
        f"<div class=row><a href=/n{i}>{told[i % 4]}</a><p>{line}</p><span>{d}</span></div>"
        for i, d in enumerate(dates)
    )
    return f"{above}<p>All that we told of the harbour and of those who work in it.</p>{each}"


EVENT = {
    "en": ("Harbour Day for all who row", "/events/harbour-day", ["Date: 3 March 2027", "Venue: Customs hall", "Admission: free"]),
    "de": ("Hafentag für alle, die rudern wollen", "/veranstaltungen/hafentag", ["Wann: 3. März 2027", "Wo: Zollhalle", "Eintritt: frei"]),
    "ja": ("みんなの港の日、櫂を漕ぐ人の集い", "/event/minato", ["日時：2027年3月3日", "会場：旧税関ホール", "参加費：無料"]),
    "ru": ("День порта для всех, кто гребёт", "/программа/port", ["Когда: 3 марта 2027", "Где: зал таможни", "Стоимость: бесплатно"]),
    "ko": ("노 젓는 모든 이를 위한 항구의 날", "/행사/일정", ["일시: 2027년 3월 3일", "장소: 옛 세관 강당", "참가비: 무료"]),
}  # fmt: skip
JOB = {
    "en": ("Wanted: a skipper for the island lines", "/jobs/skipper-2027", ["Your responsibilities", "Requirements", "What we offer"]),
    "fr": ("Recrutement : patron pour les lignes des îles", "/emplois/patron", ["Vos missions", "Profil recherché", "Nous offrons"]),
    "pl": ("Praca: szyper na linie wyspowe w zimie", "/praca/szyper", ["Zakres obowiązków", "Wymagania", "Oferujemy"]),
    "vi": ("Tuyển dụng: Thuyền trưởng tuyến đảo (hai người)", "/tuyen-dung/thuyen-truong", ["Mô tả công việc", "Yêu cầu", "Quyền lợi"]),
    "zh": ("招聘：海岛航线船长（两名，明年春季到岗）", "/招聘/1", ["岗位职责", "任职要求", "福利待遇"]),
}  # fmt: skip
STALLS = ["Nordic Rope Works, ropes and nets", "Blue Hull Paints, paint without copper", "Quay Cranes, cranes to hire", "Sail & Solar, panels to roll up", "Tide Books, charts and tables", "Old Oars, oars of ash"]  # fmt: skip


def stated(facts: list[str], tag: str) -> str:
    below = "<p>The boats are laid up in the yard, and everybody may go aboard with a child.</p>"
    return "".join(f"<{tag}>{fact}</{tag}>{below if tag == 'h3' else ''}" for fact in facts) + below


NONE: dict[str, tuple[str, bytes, str]] = {
    "topics of a forum": ("/boats", page("Boats and ropes", topics("Topics", "Replies", "Views", "Last post")), "list-page"),
    "topics in Russian": ("/lodki", page("Лодки и верёвки", topics("Темы", "Ответы", "Просмотры", "Последнее сообщение"), "ru"), "list-page"),
    "topics in Turkish": ("/tekneler", page("Tekneler ve halatlar", topics("Konular", "Cevaplar", "Görüntüleme", "Son mesaj"), "tr"), "list-page"),
    "topics in Chinese": ("/boats", page("船与绳", topics("主题", "回复", "查看", "最后发表"), "zh"), "list-page"),
    "topics by their address": ("/viewforum.php?f=4", page("Boats and ropes", topics()), "list-page"),
    "a thread": ("/ropes-that-stretch", page("Ropes that stretch", thread("Joined: May 2019", "Posts: 412")), "list-page"),
    "a German thread": ("/seile", page("Seile, die länger werden", thread("Registriert seit: Mai 2019", "Beiträge: 412"), "de"), "list-page"),
    "a thread by its address": ("/showthread.php?t=4", page("Ropes that stretch", thread("Posted on 3 May 2026 at 10:14")), "list-page"),
    "a Chinese thread": ("/thread-4711-1-1.html", page("新绳子每周变长", thread("发表于 2026-05-03 10:14"), "zh"), "list-page"),
    "a tag": ("/tema/harbour", page("Harbour", rows("24.11.2026", "19.11.2026", "15.11.2026", "08.11.2026")), "list-page"),
    "a tag told from now": ("/topic/havn", page("Havnen", rows("2 timer siden", "i går", "14. juni 2025", "11. juni 2025", "7. juni 2025"), "da"), "list-page"),
    "letters by month": ("/letters", page("Letters", "<p>We send one each month to all who want it.</p><ul>" + "".join(f"<li><a href=/l{n}>{m} 2026: What the wind did to the quay</a></li>" for n, m in enumerate(["November", "October", "September", "August"])) + "</ul>"), "list-page"),
    "stalls, one in a line": ("/list?year=2027", page("Harbour fair: exhibitors", "".join(f"<p>A{n:03} {s}</p>" for n, s in enumerate(STALLS, 7))), "other-page"),
    "stalls and where they stand": ("/espositori", page("Elenco espositori 2027", "<ul>" + "".join(f"<li><a href=/s{n}>{s}</a> Padiglione A, stand {n}</li>" for n, s in enumerate(STALLS, 7)) + "</ul>", "it"), "other-page"),
    "partners": ("/partnere", page("Våre partnere og sponsorer", "<p>Uten dem ville det ikke blitt noe av.</p>" + "".join(f"<h3>{s}</h3><p>Har støttet oss siden starten, og leverer det vi trenger.</p>" for s in STALLS[:3]), "nb"), "other-page"),
    "what a paper may use": ("/media", page("Press kit", "<p>Everything that you need to write about us.</p><ul><li>Logos (SVG) – 2.1 MB</li><li>Fact sheet (PDF) – 300 KB</li><li>Pictures of the boats (ZIP) – 80 MB</li></ul>"), "other-page"),
    "a webinar": ("/webinar/20270303", page("[Webinar] Reading the water in winter with small boats", "<p>There is much to see in the water, and few know what it says.</p><h2>Register now</h2><form><input type=text><input type=text><input type=email></form><p>Everyone who does will be sent the film.</p>"), "other-page"),
    "a letter to subscribe to": ("/letters", page("The slack water letter", "<p>One letter each Sunday, on boats and weather. It is free.</p><form><label>Address</label><input type=email></form><p>14,200 readers. Leave whenever you like.</p>", head="<meta property=og:title content='The slack water letter'>"), "other-page"),
    "an episode": ("/podcast/whales", page("12: Whales and those who count them", "<p>Ann Lee has counted whales since she was nine. She tells us how.</p>"), "other-page"),
    "a table": ("/league", page("Table of the river league after round nine", "<p>The first three go up.</p><table>" + "".join(f"<tr><td>{n}</td><td>Rowers of quay {n}</td><td>{9 - n}</td><td>{n * 7}</td></tr>" for n in range(1, 8)) + "</table>"), "other-page"),
    "pictures": ("/pictures/lights", page("Lights on the water", "".join(f"<figure><img src=a.jpg><figcaption>{n}/6 Photo: Ann Lee</figcaption></figure>" for n in range(1, 7)) + "<p>A winter's night at the quay.</p>"), "other-page"),
    "an error with its number": ("/services", page("Our services are being renewed", "<p>Dear citizens, the portal cannot be reached tonight because it is moved to other machines. Nothing that you sent is lost.</p><p>Code: 503-LP-27</p>"), "error-page"),
    "a company's front": ("/", page("Small springs", "<section><p>From a tenth of a millimetre on, one or a million.</p></section><section><h2>Who we are</h2><p>We have made springs since 1962.</p></section><section><h2>What we make</h2><ul><li>Springs</li></ul></section><section><h2>Where to find us</h2><ul><li>By train</li></ul></section>"), "front-page"),
    **{f"an event in {lang}": (path, page(title, stated(facts, "p"), lang), "other-page") for lang, (title, path, facts) in EVENT.items()},
    **{f"a job in {lang}": (path, page(title, stated(facts, "h3"), lang), "other-page") for lang, (title, path, facts) in JOB.items()},
}  # fmt: skip


@each("kind", NONE)
def test_a_page_that_lists_or_states_is_no_article(kind: str) -> None:
    path, html, reason = NONE[kind]
    found = read_page(html, SITE + path)
    assert isinstance(found, NotArticle), found.text
    assert found.reason == reason, found.detail


@each("kind", [kind for kind in NONE if "error" not in kind])
def test_what_was_announced_as_news_is_an_article_all_the_same(kind: str) -> None:
    path, html, _ = NONE[kind]
    found = read_page(html, SITE + path, announced=True)
    assert isinstance(found, Article), found.detail


COMMENTS = "".join(f"<div class=c><b>sailor{n}</b><div>Joined: May 2019</div><div>Posts: 41{n}</div><p>I saw them, and they are quiet.</p></div>" for n in range(4))  # fmt: skip
ARTICLES: dict[str, tuple[str, bytes]] = {
    "with comments of members": ("/four-ferries", page("Four ferries without an engine", SPOKEN + COMMENTS)),
    "with counters": ("/four-ferries", page("Four ferries without an engine", f"<p>Views: 1,204</p><p>Replies: 4</p><h3>Topics</h3>{SPOKEN}")),
    "of a forum of readers": ("/forum/opens", page("Forum of readers opens on the quay", SPOKEN)),
    "of years, the last first": ("/four-years", page("Four years on the quay, told by those who were there", rows("24.11.2026", "19.11.2025", "15.11.2024", "08.11.2023", long=True))),
    "of what is to come": ("/winter", page("What is on at the quay this winter and where to sit", SPOKEN + rows("8.1.2027", "15.1.2027", "19.1.2027", "24.1.2027"))),
    "with its own date above": ("/winter", page("What we learnt from four winters on the quay", rows("24.11.2026", "19.11.2025", "15.11.2024", "08.11.2023", above="<p>26 November 2026</p>"))),
    "of a fair with stalls": ("/fair", page("The fair has more exhibitors than ever before", SPOKEN + "<p>A007 Nordic Rope Works</p><p>A008 Blue Hull Paints</p>")),
    "with files at its foot": ("/press-release", page("Press kit for the new ferries is handed out", SPOKEN + "<ul><li>Plan (PDF) – 2 MB</li><li>Map (PDF) – 1 MB</li><li>Tables (ZIP) – 3 MB</li></ul>")),
    "that ends in when and where": ("/harbour-day-is-held-again", page("Harbour day is held again after nine years", SPOKEN + "<p>Date: 3 March 2027</p><p>Venue: Customs hall</p><p>Admission: free</p>")),
    "with a letter in the middle": ("/four-quiet-ferries", page("Four ferries without an engine", f"<p>The harbour buys four boats.</p><form><input type=email></form>{SPOKEN}")),
    "with a table": ("/results", page("Rowers of quay nine win the league at last", SPOKEN * 2 + "<table>" + "".join(f"<tr><td>{n}</td><td>Quay {n}</td><td>{n * 7}</td></tr>" for n in range(1, 9)) + "</table>")),
    "with numbered pictures": ("/pictures/lights", page("Lights on the water", SPOKEN + "".join(f"<figure><img src=a.jpg><figcaption>{n}/6 Photo: Ann Lee</figcaption></figure>" for n in range(1, 7)))),
    "of an error by its number": ("/code", page("Why machines say 503 when they are tired", "<p>Whoever sees code 503 should wait, says Ann Lee, who keeps the machines of the harbour.</p>")),
    "under podcasts": ("/podcast/whales", page("Whales and those who count them", SPOKEN * 2)),
    "of the water works": ("/notices/water", page("Planned maintenance on the line to the islands", "<p>The water is turned off on Friday from nine to noon, says the office.</p>")),
    "of who has moved": ("/notices/moved", page("We have moved to the old customs hall", "<p>From Monday on the office of the harbour is found in the customs hall.</p>")),
}  # fmt: skip


@each("proof", ARTICLES)
def test_an_article_that_shares_their_signs_stays_one(proof: str) -> None:
    path, html = ARTICLES[proof]
    found = read_page(html, SITE + path)
    assert isinstance(found, Article), (found.reason, found.detail)


MOVED = ["This page has moved", "Diese Seite ist umgezogen", "Cette page a été déplacée", "Esta página se ha trasladado", "La pagina è stata spostata", "Deze pagina is verhuisd", "Ta strona została przeniesiona", "Страница переехала на новый адрес",
         "Bu sayfa taşındı", "Sidan har flyttats", "Sivu on siirretty", "Η σελίδα μεταφέρθηκε", "本页面已迁移", "ページは移転しました", "페이지가 이동되었습니다", "Trang này đã được chuyển", "הדף עבר לכתובת חדשה", "გვერდი გადატანილია", "Puslapis perkeltas"]  # fmt: skip
GONE = ["Stran ne obstaja", "Puslapis nerastas", "Lapa nav atrasta", "Lehte ei leitud", "Síðan fannst ekki", "Səhifə tapılmadı", "Էջը չի գտնվել", "صفحہ نہیں ملا", "Ukurasa haujapatikana"]  # fmt: skip
CLOSED = ["We’ll be right back", "We're doing some essential maintenance", "Wir sind gleich wieder da", "Estamos en mantenimiento", "Il sito è in manutenzione", "Karbantartás miatt rövid szünetet tartunk",
          "Сайт на техническом обслуживании", "Sitemiz bakımda", "网站正在维护", "ただいまメンテナンス中です", "홈페이지 점검 중입니다"]  # fmt: skip
NEWS = ["Planned maintenance on Line 4", "We have moved to Berlin", "Bald wieder da", "Old page of history moved to the museum", "The website has moved the market", "Wartung der Straßenbeleuchtung", "Köprüde bakım çalışması",
        "Karbantartás miatt zárva a híd", "システムメンテナンスのお知らせ", "Сайт знаменитой битвы перенесён", "Museum zieht um", "码头维护工程开工"]  # fmt: skip


@each("line", MOVED + GONE)
def test_that_a_page_is_elsewhere_or_gone_is_understood_in_many_languages(line: str) -> None:
    assert says(NOT_FOUND, [line]) or says(MOVED_AWAY, [line])


@each("line", CLOSED)
def test_that_a_site_is_closed_for_a_while_is_understood_in_many_languages(line: str) -> None:
    assert says(CLOSED_DOWN, [line])


@each("line", NEWS)
def test_news_of_works_and_moves_say_neither(line: str) -> None:
    for pattern in (NOT_FOUND, MOVED_AWAY, BROKEN, CLOSED_DOWN):
        assert not says(pattern, [line])


@each(
    ("kind", "head", "whole"),
    [("exhibitors", "Elenco espositori 2027", True), ("exhibitors", "List of our partners and sponsors", True), ("exhibitors", "Parteneri și sponsori", True), ("exhibitors", "参展商名录", True), ("exhibitors", "Partners in crime", False),
     ("offer", "Tickets & prices", True), ("offer", "Prices climb", False), ("site", "สถานที่จัดงานและการเดินทาง", True), ("site", "Um okkur", True), ("person", "Nasz zespół", True), ("person", "Speakers fall silent", False)],
)  # fmt: skip
def test_a_head_that_says_nothing_else_is_told_from_a_headline(kind: Kind, head: str, whole: bool) -> None:
    assert says_only(WORDS[kind], folded_words(head)) is whole


ASKED = {
    "it": ["Noi e i nostri 842 partner archiviamo informazioni su un dispositivo, come i cookie, e trattiamo dati personali.", "Insieme ai nostri partner misuriamo gli annunci e il pubblico, con il tuo consenso.", "In alternativa puoi leggere senza pubblicità per due euro al mese."],
    "nb": ["Vi og våre 812 partnere lagrer og får tilgang til informasjon på enheten din, som informasjonskapsler.", "Du kan godta alt eller lese avisen uten annonser mot betaling.", "Tilpassede annonser"],
    "de": ["Wir und unsere 390 Partner speichern Informationen auf Ihrem Gerät, etwa Cookies, und verarbeiten Daten.", "Mit Ihrer Einwilligung messen wir, was unsere Werbung bewirkt.", "Oder lesen Sie ohne Werbung für drei Euro im Monat."],
}  # fmt: skip
DECLARED = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Four ferries", "datePublished": "2026-11-20"}</script>'


@pytest.mark.parametrize("lang", ASKED)
@pytest.mark.parametrize("head", ["", DECLARED, "<meta property=og:type content=article>"])
def test_a_question_for_consent_is_no_article_whatever_its_head_declares(lang: str, head: str) -> None:
    asked = page("Four ferries", "<div>" + "".join(f"<p>{t}</p>" for t in ASKED[lang]) + "</div>", lang, head)
    found = read_page(asked, f"{SITE}/2026/11/20/four-ferries")
    assert isinstance(found, NotArticle)
    assert found.reason == "consent"


def test_news_of_such_questions_are_articles() -> None:
    told = (
        "<p>The office for privacy has fined a paper that shares what it stores on the device of its readers with 842 partners. Cookies were set before anybody had agreed.</p>"
        "<p>“We asked for consent in good faith,” said the paper. The office counts forty such sites.</p>"
    )
    found = read_page(page("Paper is fined for its cookies", told, "en", DECLARED), f"{SITE}/fined")
    assert isinstance(found, Article), found.detail
