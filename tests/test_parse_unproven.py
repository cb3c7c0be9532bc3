"""What makes a page an article, and what a page is that shows nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import Newsroom, ask, config_for
from tables import each
from test_crawl_once import OPENING
from test_crawl_traps import once

from crawler.demo.server import Answer
from crawler.parse import read_page
from storage.records import Article, NotArticle

MENU = "<nav><a href=/>Home</a><a href=/town>Town</a><a href=/sea>Sea</a><a href=/shop>Shop</a></nav>"
FOOT = "<footer><p>The Harbour Post, Quay Street 4. All that is printed here belongs to its readers.</p></footer>"
LINES = [
    "The ferry company bought four electric boats for the crossing to the islands, says its director.",
    "Those who cross every day may have to pay by the month, the harbour master told the council.",
    "The last of the old boats is sold to a museum, which shows it on the quay from the spring on.",
    "A second crane stands on the quay since Monday, and the neighbours already call it the giraffe.",
]
TOLD = "Everything that the paper has told of the ferries since their first crossing, in one place, the newest on top."


def cards(tag: str = "div", date: str = "") -> str:
    rows = (
        f"<{tag} class=c><h3><a href=/a/{n}>Boats of the harbour, part {n}</a></h3><span>{date}</span><p>{line}</p></{tag}>"
        for n, line in enumerate(LINES)
    )
    return f"<div class=list>{''.join(rows)}</div>"


def page(title: str, inner: str, head: str = "", lang: str = "en") -> bytes:
    return (
        f"<html lang={lang}><head><title>{title}</title>{head}</head><body>{MENU}<main><h1>{title}</h1>{inner}</main>"
        f"{FOOT}</body></html>"
    ).encode()


WEBSITE = "<meta property=og:type content=website>"
PROFILE = "<meta property=og:type content=profile>"
PRODUCT = "<meta property=og:type content=product>"
BIO = "<p>She has written of boats for thirty years, was born in the lighthouse, and never learned to swim, as she likes to tell.</p>"
NONE = {
    "results of a search": ("/?s=ferries", page("You searched for ferries", f"<p>By Ann Lee</p>{cards(date='3 July 2025')}")),
    "Suchergebnisse": ("/suche/?q=F%C3%A4hren&sort=date", page("Suchergebnisse für „Fähren“", cards("article", "<time datetime=2025-07-03>3. Juli 2025</time>"), lang="de")),
    "a topic": ("/topic/ferries", page("Ferries", f"<p>{TOLD}</p>{cards()}", WEBSITE)),
    "тема": ("/tema/paromy", page("Паромы", f"<p>{'Всё, что газета рассказала о паромах с первого рейса, в одном месте.'}</p>{cards('li')}", WEBSITE, "ru")),
    "pictures that lead": ("/sea", page("The sea", "".join(f"<div><a href=/a/{n}><img src=a.jpg></a><h3><a href=/a/{n}>Boats of the harbour, part {n}</a></h3><p>{line}</p></div>" for n, line in enumerate(LINES)), WEBSITE)),
    "an author": ("/people/ann-lee", page("Ann Lee", f"<p class=author>Ann Lee</p>{BIO}{cards()}", PROFILE)),
    "a product": ("/shop/bag", page("The reporter's bag", f"<p>{LINES[2]}</p><p>{LINES[3]}</p>", PRODUCT)),
}  # fmt: skip
ARTICLES = {
    "a date of its own": ("/sea", page("Four boats", f"<time datetime=2025-07-03>3 July 2025</time><p>{LINES[0]}</p>", WEBSITE)),
    "a date by the headline": ("/sea", page("Four boats", f"<p>3 July 2025</p><p>{LINES[0]}</p>", WEBSITE)),
    "an author": ("/sea", page("Four boats", f"<p class=byline>By Tom Ray</p><p>{LINES[0]}</p>", WEBSITE)),
    "what it declares": ("/?s=boats", page("Four boats", f"<p>{LINES[0]}</p>", '<script type="application/ld+json">{"@type": "NewsArticle"}</script>')),
    "when it was published": ("/x?q=boats", page("Four boats", f"<p>{LINES[0]}</p>", "<meta property=article:published_time content=2025-07-03>")),
    "an address that names a headline": ("/sea/four-electric-boats-bought", page("Four boats", f"<p>{LINES[0]}</p><p>{LINES[1]}</p>")),
    "a long text": ("/about", page("Of boats", "".join(f"<p>{line} {line}</p>" for line in LINES * 2), WEBSITE)),
    "a number asked for": ("/item.php?id=4711", page("Four boats 4711", f"<p>3 July 2025</p><p>{LINES[0]}</p>")),
}  # fmt: skip


@each("kind", NONE)
def test_a_page_that_shows_nothing_of_an_article_is_none_unless_it_was_announced(kind: str) -> None:
    path, html = NONE[kind]
    found = read_page(html, f"https://post.example{path}")
    assert isinstance(found, NotArticle)
    assert found.reason in ("list-page", "other-page")
    assert found.detail


@pytest.mark.parametrize("kind", ["a product", "an author"])
def test_what_was_announced_as_news_need_prove_nothing(kind: str) -> None:
    path, html = NONE[kind]
    assert isinstance(read_page(html, f"https://post.example{path}", announced=True), Article)


@each("proof", ARTICLES)
def test_one_proof_is_enough_for_a_short_article(proof: str) -> None:
    path, html = ARTICLES[proof]
    assert isinstance(read_page(html, f"https://post.example{path}"), Article)


@each('url', [None, "", "https://[", "https://post.example/?" + "&".join(f"a{n}=b" for n in range(5_000))])  # fmt: skip
def test_no_address_and_a_strange_one_harm_nothing(url: str | None) -> None:
    assert isinstance(read_page(page("Four boats", f"<p>{LINES[0]}</p>"), url), Article)


async def test_a_sitemap_s_other_pages_are_no_articles_and_a_feed_s_are(tmp_path: Path):
    async with Newsroom() as site:
        title = "Global Digital Economy Conference opens in Beijing"
        path = site.publish("gdec-opens", title, *OPENING)
        about = (
            f"<p>{TOLD}</p><p>{LINES[1]}</p><p>The {title.rpartition(' opens')[0]} is a partner of ours.</p>"
        )
        site.answers["/about"] = Answer(page("About us", about, PRODUCT), "text/html; charset=utf-8")
        places = "".join(f"<url><loc>{site.url(p)}</loc></url>" for p in ("/about", path))
        urlset = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'
        site.answers["/sitemap.xml"] = Answer(urlset.encode(), "application/xml")
        config = config_for(tmp_path, [{"id": "n", "kind": "sitemap", "url": site.url("/sitemap.xml")}])
        assert (await once(config))["stored"] == 1
        rows = ask("--config", config, "articles", "--format", "json").rows
        assert [row["title"] for row in rows] == [title]
        site.posts.insert(0, ("/about", "About us"))
        folder = tmp_path / "fed"
        folder.mkdir()
        fed = config_for(folder, [{"id": "f", "url": site.url()}])
        assert (await once(fed))["stored"] == 2


async def test_a_link_that_names_a_forum_leads_to_an_article_unless_it_leads_to_its_programme(tmp_path: Path):
    async with Newsroom() as site:
        name = "Global Digital Economy Conference"
        hours = "".join(
            f"<tr><td>{hour}:30</td><td>A talk on the data of harbours and who may use them</td></tr>"
            for hour in range(8, 14)
        )
        said = "<p>The Global Digital Economy Conference may change what it announces here, and all talks are interpreted.</p>"
        site.answers["/programme"] = Answer(
            page("Programme", f"{said}<table>{hours}</table>"), "text/html; charset=utf-8"
        )
        about = page(
            "Partners and friends", f"<p>{LINES[1]}</p><p>The {name} is a partner of ours.</p>", PRODUCT
        )
        site.answers["/friends"] = Answer(about, "text/html; charset=utf-8")
        links = "".join(
            f"<li><a href={p}>{name}: {p[1:]} of the year</a></li>" for p in ("/programme", "/friends")
        )
        site.answers["/all"] = Answer(f"<ul>{links}</ul>".encode(), "text/html; charset=utf-8")
        listing = {
            "id": "l",
            "kind": "listing",
            "url": site.url("/all"),
            "select": {"item": "li", "link": "a"},
        }
        config = config_for(tmp_path, [listing])
        assert (await once(config))["stored"] == 1
        rows = ask("--config", config, "articles", "--format", "json").rows
        assert [row["title"] for row in rows] == ["Partners and friends"]


@pytest.mark.parametrize("read", ["always", "on_match"])
async def test_news_of_a_forum_filed_under_events_jobs_and_films_are_kept(tmp_path: Path, read: str):
    name = "Global Digital Economy Conference"
    hours = "".join(f"<tr><td>{hour}:30</td><td>A talk on the data of harbours</td></tr>" for hour in range(8, 14))  # fmt: skip
    opens = f"<p>The {name} opened on Monday before a thousand guests.</p><p>{LINES[1]}</p>"
    film = "<meta property=og:type content=video.other>"
    pages = {
        "/events/opens": page(f"{name} opens | Events", f"{opens}<table>{hours}</table>"),
        "/jobs/hands": page("Hands are scarce | Jobs", f"<div class=jobs>{opens}</div>"),
        "/video/opens": page(f"{name} opens", f"<p>The mayor opened the hall. {LINES[1]}</p>", film),
    }
    async with Newsroom() as site:
        for path, html in pages.items():
            site.answers[path] = Answer(html, "text/html; charset=utf-8")
        links = "".join(f"<li><a href={path}>{name}: the hall in {path[1:]}</a></li>" for path in pages)
        site.answers["/all"] = Answer(f"<ul>{links}</ul>".encode(), "text/html; charset=utf-8")
        config = config_for(tmp_path, [{"id": "l", "kind": "listing", "url": site.url("/all"), "select": {"item": "li", "link": "a"}, "read": read}])  # fmt: skip
        assert (await once(config))["stored"] == len(pages)
