"""Pages that say "article" of themselves and are of a job, a course, a share, a letter to subscribe to or an office; and news of these."""

from __future__ import annotations

import json

from ferries import TEXT
from tables import each

from crawler.parse import read_page
from crawler.parse.kinds.thing_shapes import is_quoted
from storage.records import Article, NotArticle

SITE = "https://post.example"
OG = "<meta property='og:type' content='article'>"


def read(window: str, title: str, inner: str, at: str, head: str = OG) -> Article | NotArticle:
    page = f"<html><head><title>{window}</title>{head}</head><body><header><a href=/>Post</a><a href=/n>N</a></header><main><h1>{title}</h1>{inner}</main><footer><p>Quay Street 4</p></footer></body></html>"
    return read_page(page.encode(), SITE + at)


def job(name: str) -> str:
    said = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": name,
        "datePosted": "2025-07-03",
    }
    return f"{OG}<script type='application/ld+json'>{json.dumps(said)}</script>"


FIRM = "<p>{day}</p><p>We build and keep the boats of eleven islands, and from spring on we will replace the engines of all of them.</p><p>We look for somebody who is not afraid of weather and can tell the people of a quay why the noise is needed.</p>"
JOBS = {  # the job, the title of the window, the day shown
    "en": ("Marine engineer", "Marine engineer in Newtown - Work | Post", "3 July 2025"),
    "de": ("Schiffsmechaniker", "Schiffsmechaniker, Neustadt | Post", "3. Juli 2025"),
    "fr": ("Mécanicien de marine", "Mécanicien de marine - Nantes | Post", "3 juillet 2025"),
    "sr": ("Inženjer za brodske mašine", "Inženjer za brodske mašine, Niš - Poslovi | Post", "3. jul 2025."),
    "pl": ("Mechanik okrętowy", "Mechanik okrętowy, Gdynia | Post", "3 lipca 2025"),
    "ja": ("船舶機関士", "船舶機関士 | Post", "2025年7月3日"),
}


@each("language", JOBS)
def test_the_only_job_that_a_window_names_is_no_article(language: str) -> None:
    name, window, day = JOBS[language]
    assert isinstance(read(window, name, FIRM.format(day=day), "/oglas/5512", job(name)), NotArticle)


def test_news_with_a_job_beside_them_are_articles() -> None:
    told = "<p>3 July 2025</p>" + "".join(f"<p>{text}</p>" for text in TEXT)
    title = "Marine engineer shortage keeps the boats of the islands at the quay"
    found = read(f"{title} | Post", title, told, "/n/5512", job("Marine engineer"))
    assert isinstance(found, Article)


COURSES = {  # the address, and the lines that state what a course is
    "sl": ("/studij/predmeti/632-varnost", ("Nosilec", "Kreditne točke", "Cilji", "Vsebina", "Ocenjevanje", "Literatura")),
    "en": ("/courses/hulls", ("Lecturer", "Credits", "Objectives", "Assessment", "Reading list")),
    "de": ("/module/ruempfe", ("Dozentin", "ECTS", "Lernziele", "Prüfung", "Literatur")),
    "es": ("/asignaturas/cascos", ("Profesorado", "Créditos", "Objetivos", "Evaluación", "Bibliografía")),
    "pl": ("/przedmioty/kadluby", ("Prowadzący", "Punkty ECTS", "Cele", "Forma zaliczenia", "Literatura")),
    "hr": ("/predmeti/trupovi", ("Nositelj", "ECTS bodovi", "Ciljevi", "Ocjenjivanje", "Literatura")),
}  # fmt: skip
AUTHOR = f"{OG}<meta name=author content='Prof. Ann Lee'>"


def course(lines: tuple[str, ...]) -> str:
    return "".join(f"<h2>{line}</h2><p>{text}</p>" for line, text in zip(lines, TEXT * 2, strict=False))


@each("language", COURSES)
def test_an_undated_course_is_no_article_though_it_names_who_teaches_it_as_author(language: str) -> None:
    at, lines = COURSES[language]
    assert isinstance(read("Hulls | Faculty", "Hulls", course(lines), at, AUTHOR), NotArticle)


def test_what_somebody_writes_of_courses_is_an_article() -> None:
    told = course(("How it began", "Reading list"))
    title = "What a winter of learning to weld taught me about ice"
    assert isinstance(read(f"{title} | Post", title, told, "/courses/winter", AUTHOR), Article)
    dated = f"{AUTHOR}<meta property='article:published_time' content='2025-07-03T09:00:00Z'>"
    assert isinstance(
        read(f"{title} | Post", title, course(COURSES["en"][1]), "/courses/winter", dated), Article
    )


SHARE = "<p>Quay Works builds and repairs boats in Newtown and has been listed since 1997 on the main board.</p><p>In 2024 the company had a revenue of 514 million and 2,300 employees.</p>"
SHARES = {
    "ms": ("/saham/7188-QUAY", "QUAY (7188) RM2.46 +0.04 | Post", ("Buka", "Tertinggi", "Terendah", "Modal pasaran")),
    "en": ("/quote/QUAY", "QUAY 2.46 +0.04 (1.65%) | Post", ("Open", "High", "Low", "Volume")),
    "de": ("/aktie/quay", "Quay Works (QUAY) 2,46 € -0,04 | Post", ("Eröffnung", "Tageshoch", "Tagestief", "Volumen")),
    "et": ("/aktsia/quay/quote", "QUAY: 2.46 −0.04 | Post", ("Avamishind", "Kõrgeim", "Madalaim", "Käive")),
}  # fmt: skip


@each("language", SHARES)
def test_what_a_share_costs_is_no_article(language: str) -> None:
    at, window, labels = SHARES[language]
    cells = "".join(f"<tr><td>{label}</td><td>2.4{i}</td></tr>" for i, label in enumerate(labels))
    inner = f"<span>3 July 2025, 4:50 pm</span><table>{cells}</table>{SHARE}"
    assert isinstance(read(window, "Quay Works Ltd", inner, at, ""), NotArticle)


def test_news_of_a_share_are_articles() -> None:
    told = "<p>3 July 2025</p>" + "".join(f"<p>{text}</p>" for text in TEXT)
    for title in (
        "Quay Works (7188) buys 2.5 million shares",
        "Quay Works (QUAY) closes at 2.46 +0.04 as boats sell",
    ):
        assert isinstance(read(f"{title} | Post", title, told, "/stocks/quay-works-closes-higher"), Article)
    assert not is_quoted("GDEC 2025: 3.5 million visitors, +0.4 on last year")
    assert not is_quoted("Inflation in 2025 2.4 + 0.3")
    assert not is_quoted("Temperature in July 2.46 higher - 1.5 degrees is lost")


LETTERS = {  # the last part of the address, and the title
    "ca": ("butlleti", "Rep el butlletí de la Post"),
    "en": ("newsletter", "The newsletter of the quay"),
    "de": ("newsletter", "Unser Newsletter vom Kai"),
    "nl": ("nieuwsbrief", "De nieuwsbrief van de kade"),
    "hu": ("hirlevel", "A rakpart hírlevele: hírlevél"),
    "ru": ("рассылка", "Рассылка с причала"),
    "ja": ("ニュースレター", "港のニュースレター"),
    "es": ("boletin", "El boletín del muelle"),
    "fi": ("uutiskirje", "Laiturin uutiskirje"),
    "lt": ("naujienlaiskis", "Krantinės naujienlaiškis"),
}
FORM = "<form method=post><label>E-mail</label><input type=email required><button>OK</button></form>"
DECLARED = f"{AUTHOR}<meta property='article:published_time' content='2024-02-01T10:00:00Z'>"


def letter() -> str:
    return f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p>{FORM}<p>{TEXT[2]}</p><p>{TEXT[3]}</p>"


@each("language", LETTERS)
def test_a_page_that_asks_for_an_address_to_send_letters_to_is_no_article(language: str) -> None:
    last, title = LETTERS[language]
    assert isinstance(read(title, title, letter(), f"/{last}", DECLARED), NotArticle)


def test_an_issue_of_such_letters_is_an_article() -> None:
    title = "The newsletter of the quay, no. 118: four boats"
    for at in ("/newsletter/118", "/newsletter/four-boats", "/p/newsletter-118"):
        assert isinstance(read(title, title, letter(), at, DECLARED), Article), at


LEADERS = {
    "kk": ("basshylyq", "Басшылық"),
    "ru": ("руководство", "Руководство"),
    "pl": ("kierownictwo", "Kierownictwo"),
    "vi": ("ban-lanh-dao", "Ban lãnh đạo"),
    "en": ("leadership-team", "Leadership team"),
}


@each("language", LEADERS)
def test_who_leads_an_office_is_no_article(language: str) -> None:
    last, title = LEADERS[language]
    people = "".join(
        f"<div class=p><h3>{who}</h3><p>{text}</p></div>"
        for who, text in zip(("Ann Lee", "Tom Ray", "Ada Holm"), TEXT, strict=False)
    )
    assert isinstance(read(f"{title} | Ministry", title, people, f"/about/{last}"), NotArticle)


def test_news_of_who_leads_are_articles() -> None:
    told = "<p>3 July 2025</p>" + "".join(f"<p>{text}</p>" for text in TEXT)
    title = "Leadership team of the ferry company resigns"
    assert isinstance(read(f"{title} | Post", title, told, "/n/leadership-team-resigns"), Article)


STANDS = {  # the address, the window, where the stand is
    "el": (
        "/el/ekthetes/aigaio",
        "Κατάλογος εκθετών | Έκθεση",
        "<span>Περίπτερο 10</span><span>Stand B24</span>",
    ),
    "en": ("/exhibitors/aigaio", "Exhibitors | Fair", "Pavilion 3, booth 114"),
    "uk": ("/exhibitors/aigaio", "Exhibitors | Fair", "Павільйон 3, стенд B24"),
    "it": ("/exhibitors/aigaio", "Exhibitors | Fair", "Padiglione 2 – Stand C10"),
}


@each("language", STANDS)
def test_the_entry_of_one_exhibitor_is_no_article(language: str) -> None:
    at, window, stand = STANDS[language]
    told = f"<div class=exhibitor><div>{stand}</div>{SHARE}</div>"
    assert isinstance(read(f"Aigaio | {window}", "Aigaio", told, at), NotArticle)


def test_news_of_an_exhibitor_are_articles() -> None:
    told = "<p>3 July 2025</p><p>Pavilion 3, booth 114</p>" + "".join(f"<p>{text}</p>" for text in TEXT)
    title = "Aigaio shows a boat that needs no skipper"
    assert isinstance(read(f"{title} | Fair", title, told, "/news/aigaio-shows-a-boat"), Article)
