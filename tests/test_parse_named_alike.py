"""Pages that say of whom or of what they are: a firm in a directory, somebody's profile, a programme, letters; and news that look like these."""

from __future__ import annotations

import json

from ferries import TEXT

from crawler.parse import read_page
from storage.records import Article, NotArticle

SITE = "https://post.example"
PUBLISHED = "<meta property='article:published_time' content='2025-07-03T09:00:00Z'>"
OG = "<meta property='og:type' content='article'>"
TOLD = "".join(f"<p>{text}</p>" for text in TEXT)
DAY = "<p><time datetime='2025-07-03'>3 July 2025</time></p>"
BYLINE = "<p class=byline>By Ann Lee</p>"
FACTS = "<ul><li>Employees: 44</li><li>Founded: 1920</li><li>Contact: Tom Ray</li></ul>"


def said(kind: str, name: str) -> str:
    thing = {"@type": "Person", "name": name}
    about = {"mainEntity": thing} if kind == "ProfilePage" else {"name": name}
    return f"<script type='application/ld+json'>{json.dumps({'@context': 'https://schema.org', '@type': kind, **about})}</script>"


def read(title: str, inner: str, at: str, head: str, window: str | None = None) -> Article | NotArticle:
    heading = f"<h1>{title}</h1>" if title else ""
    page = f"<html><head><title>{window or title + ' | Post'}</title>{head}</head><body><header><a href=/>Post</a><a href=/n>N</a></header><main>{heading}{inner}</main><footer><p>Quay Street 4</p></footer></body></html>"
    return read_page(page.encode(), SITE + at)


def wrong(cases: dict[str, Article | NotArticle], expected: type) -> list[str]:
    return [name for name, found in cases.items() if not isinstance(found, expected)]


def test_the_entry_of_a_firm_in_a_directory_is_no_article() -> None:
    firms = ("LocalBusiness", "ProfessionalService", "Corporation")
    cases = {
        f"{firm} {at} {head}": read(
            "Quay Rope Works", f"<p>{TEXT[0]}</p>{FACTS}", at, said(firm, "Quay Rope Works") + head
        )
        for firm in firms
        for at in ("/firmen/quay-rope-works", "/members/quay-rope-works")
        for head in ("", OG, PUBLISHED)
    }
    assert wrong(cases, NotArticle) == []


def test_news_of_a_firm_or_of_a_site_that_is_one_are_articles() -> None:
    firm = "Nordlink Communications Holding"
    cases: dict[str, Article | NotArticle] = {}
    for kind in ("LocalBusiness", "ProfessionalService", "Corporation"):
        ld = said(kind, firm)
        cases |= {
            f"{kind} alone in the headline but for a word": read(f"{firm} ruined", DAY + TOLD, "/n/4", ld),
            f"{kind} at the address of members": read(f"{firm} ruined", DAY + TOLD, "/members/4", ld),
            f"{kind} of a report that somebody signs": read(
                firm, BYLINE + DAY + TOLD, "/members/4", ld + PUBLISHED
            ),
            f"{kind} that all windows of the site are called after": read(
                "", DAY + f"<p><b>The quay is closed</b></p>{TOLD}", "/a/431.html", said(kind, "Post"), "Post"
            ),
        }
    assert wrong(cases, Article) == []


def test_a_profile_is_no_article_and_a_column_of_the_same_person_is_one() -> None:
    ld = said("ProfilePage", "Ann Lee") + PUBLISHED
    profile = read("Ann Lee", f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p>", "/people/ann-lee", ld)
    assert isinstance(profile, NotArticle)
    title = "Ann Lee: why the quay of Newtown must stay open"
    columns = {
        "below the name": read(title, BYLINE + DAY + TOLD, "/o/why-the-quay-must-stay", ld),
        "below another headline": read("The quay must stay", BYLINE + DAY + TOLD, "/o/stay", ld),
    }
    assert wrong(columns, Article) == []


def test_what_is_told_of_hours_in_paragraphs_is_no_programme() -> None:
    hours = "<p>10:00 Council</p><p>12:00 Boats</p><p>14:30 Concert</p><p>18:00 Fireworks</p>"
    live = "".join(f"<p>{h}:05 {text}</p>" for h, text in zip((10, 11, 12, 13, 14), TEXT, strict=False))
    news = {
        "a festival": read("Festival programme out", BYLINE + TOLD + hours, "/events/programme-out", ""),
        "the week": read("Agenda: the week ahead", BYLINE + TOLD + hours, "/agenda/week-ahead", OG),
        "a session": read("Harbour debate session", BYLINE + live, "/sessions/harbour", OG),
    }
    assert wrong(news, Article) == []
    spans = "".join(
        f"<section><div>{h}.00 – {h}.45</div><h2>Boat {h}</h2><p>{text}</p></section>"
        for h, text in zip((10, 11, 12, 13), TEXT, strict=False)
    )
    short = "".join(f"<p>{h}:00 Boat {h}</p>" for h in (10, 11, 12, 13, 14))
    programmes = {
        "with what each is about": read("Programme: day 2", BYLINE + spans, "/2025/programme/day-2", ""),
        "in short rows": read("Programme: day 2", BYLINE + short, "/2025/programme/day-2", ""),
    }
    assert wrong(programmes, NotArticle) == []


def test_news_that_show_their_day_are_no_course_for_a_meta_date() -> None:
    facts = (
        "<ul><li>Lecturer: Tom Ray</li><li>Credits: 5</li><li>Fee: none</li><li>Semester: autumn</li></ul>"
    )
    dated = "<meta name=date content='2025-07-03'>"
    title, at = "New course teaches the old craft of ropes", "/courses/new-rope-course"
    assert isinstance(read(title, BYLINE + DAY + TOLD + facts, at, dated), Article)
    assert isinstance(read(title, BYLINE + TOLD + facts, at, dated), NotArticle)


def test_an_issue_of_letters_filed_by_its_day_is_an_article() -> None:
    form = "<form><input type=email name=email></form>"
    told = f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p>{form}<p>{TEXT[2]}</p><p>{TEXT[3]}</p>"
    title = "Newsletter: the quay is closed"
    assert isinstance(read(title, DAY + told, "/2025/07/newsletter", PUBLISHED), Article)
    assert isinstance(read(title, told, "/newsletter", PUBLISHED), NotArticle)
