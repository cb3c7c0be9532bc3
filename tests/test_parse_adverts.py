"""Pages of jobs, of courses and of the site itself, which a template declares to be articles; and articles about them."""

from __future__ import annotations

import json

from tables import each

from crawler.parse import read_page
from storage.records import Article, NotArticle

STORY = "".join(
    f"<p>{line}</p>"
    for line in (
        "The ferry company said on Thursday that it would look for forty engineers for its new electric boats.",
        "Each of them is to be trained for half a year at the harbour school, which opens a course of its own.",
        "The first boats are to be tested in the spring, when the old ones have to be taken out of service.",
    )
)
JOB = (
    "<p>For thirty years we have built boats for the islands, and our yard has grown to four hundred people.</p>"
    "<h2>What you will do</h2><ul><li>Plan the wiring of the new boats</li></ul><h2>What we are looking for</h2>"
    "<ul><li>Five years at a yard</li></ul><h2>Benefits</h2><p>Thirty days off and a place in the canteen.</p>"
    "<h2>How to apply</h2><p>Send your papers and a letter of one page to the yard before the end of the month.</p>"
)
SALARY = "<h2>Salary</h2><p>What the yard pays depends on how long somebody has worked at one.</p>"
COURSE = (
    "<p>Electric drives change how boats are built, and this course shows builders what they need to know of them.</p>"
    "<h2>Lernziele</h2><ul><li>Antriebe auslegen</li></ul><h2>Zielgruppe</h2><p>Werftleiter und Meister ohne Vorwissen.</p>"
    "<h2>Inhalte</h2><p>Tag 1: Grundlagen. Tag 2: Übungen am Boot.</p><h2>Dozent</h2><p>Dr. Jan Kern, Hafenschule</p>"
)
SWEDISH = (
    "<p>Vill du bygga båtarna som hela kusten åker med? Varvet söker nu en elektriker till sina nya färjor.</p>"
    "<h2>Om rollen</h2><p>Du arbetar i ett lag på sex personer.</p><h2>Vi söker dig som</h2><ul><li>har tre års erfarenhet</li></ul>"
    "<h2>Vi erbjuder</h2><p>Flextid och en plats i matsalen.</p><p>Sista ansökningsdag: 5 december 2025</p>"
)
POLICY = (
    "<h2>Who is responsible</h2><p>The yard's newspaper keeps what you tell it for thirteen months, and no longer than that.</p>"
    * 3
)


def read(
    url: str, title: str, body: str, *, declared: str = "Article", author: str = "", classes: str = ""
) -> Article | NotArticle:
    data: dict[str, object] = {"@type": declared, "headline": title, "datePublished": "2025-07-03T08:00:00Z"}
    if author:
        data["author"] = {"@type": "Person", "name": author}
    head = f'<title>{title} - The Yard</title><script type="application/ld+json">{json.dumps(data)}</script>'
    page = f'<html lang=en><head>{head}</head><body class="{classes}"><main><h1>{title}</h1><article>{body}</article></main></body></html>'
    return read_page(page.encode(), url)


ADVERTS = [
    ("https://yard.example/jobs/news-editor-emea-4471", "News Editor, EMEA", JOB),
    ("https://yard.example/careers/electrician", "Electrician for boats", JOB),
    ("https://yard.example/jobb/elektriker-20381", "Elektriker till varvet", SWEDISH),
    ("https://yard.example/kurse/elektroantriebe", "Kurs: Elektrische Antriebe", COURSE),
]  # fmt: skip


@each("advert", ADVERTS)
def test_an_advert_is_no_article_whatever_it_declares(advert: tuple[str, str, str]) -> None:
    found = read(*advert, declared="BlogPosting")
    assert isinstance(found, NotArticle), found
    assert found.reason == "other-page"


STORIES = [
    ("https://yard.example/jobs/forty-engineers-wanted", "Forty engineers wanted", STORY, ""),
    ("https://yard.example/news/course-for-builders", "A course for builders of boats", STORY, ""),
    ("https://yard.example/jobs/what-a-job-advert-tells", "What a job advert tells", STORY + JOB, "Ann Lee"),
    ("https://yard.example/news/call-for-builders", "Call for applications: boat course", STORY + COURSE, ""),
    ("https://news.yard.example/20250703", "Neuer Kurs für Werften", STORY + COURSE, ""),
    ("https://yard.example/press-releases/4471", "Job vacancies: electrician", STORY + JOB, ""),
    ("https://yard.example/2025/07/dream-job-on-the-quay-for-whom", "Dream job: the quay seeks a keeper", STORY + JOB, ""),
    ("https://yard.example/news/jobs-at-the-yard", "Jobs at the yard: who may apply", STORY + JOB + SALARY, ""),
    ("https://yard.example/2025/07/benefits", "What the yard looks for", STORY + JOB, ""),  # at no address of jobs
]  # fmt: skip


@each("story", STORIES)
def test_a_story_of_jobs_and_courses_is_one(story: tuple[str, str, str, str]) -> None:
    url, title, body, author = story
    assert isinstance(read(url, title, body, author=author), Article)


def test_what_declares_itself_news_of_jobs_is_no_advert() -> None:
    address, title, body = (
        "https://yard.example/jobs/railway-recruitment-2025",
        "Railway jobs 2025",
        STORY + JOB,
    )
    assert isinstance(read(address, title, body + SALARY, declared="NewsArticle"), Article)
    assert isinstance(read(address, title, body + SALARY), NotArticle)


def test_a_page_of_the_site_by_itself_is_no_article_though_signed_and_declared() -> None:
    found = read(
        "https://yard.example/privacy-policy/",
        "Privacy policy",
        POLICY,
        author="Tom Ray",
        classes="page page-id-3",
    )
    assert isinstance(found, NotArticle), found


def test_a_post_with_the_name_of_such_a_page_is_one() -> None:
    assert isinstance(
        read(
            "https://yard.example/contact/",
            "Contact",
            STORY,
            author="Tom Ray",
            classes="post single-post postid-3",
        ),
        Article,
    )


def front(canonical: str, og: str = "website") -> Article | NotArticle:
    head = f'<title>The Yard, news of boats</title><link rel=canonical href="{canonical}"><meta property="og:type" content="{og}">'
    page = f"<html lang=en><head>{head}</head><body><article><h2>Forty engineers wanted</h2>{STORY}</article></body></html>"
    return read_page(page.encode(), "https://yard.example/")


def test_a_front_page_that_says_so_is_no_article() -> None:
    found = front("https://yard.example/")
    assert isinstance(found, NotArticle), found
    assert found.reason == "front-page"


def test_a_page_with_an_address_of_its_own_that_a_front_address_answered_is_one() -> None:
    assert isinstance(front("https://yard.example/2025/07/forty-engineers"), Article)


HOURS = "".join(f"<tr><td>{hour}</td><td>{what}</td></tr>" for hour, what in (
    ("09:00", "Doors open"), ("09:30", "Batteries in old boats"), ("10:30", "A yard in winter"), ("12:00", "Lunch"), ("13:15", "Panel of pilots"),
))  # fmt: skip


@each("title", ["Programme: Thursday, 3 July 2025", "Agenda – 3. Juli 2025"])
def test_a_programme_and_its_day_are_no_headline(title: str) -> None:
    page = f'<title>{title} | Boat Forum</title><meta property="og:type" content="article"><main><h1>{title}</h1><p>All talks are translated in hall one, and changes are announced there.</p><table>{HOURS}</table></main>'
    found = read_page(page.encode(), "https://boats.example/2025/programme/day-2/")
    assert isinstance(found, NotArticle), found
