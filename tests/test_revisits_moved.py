"""Articles that are looked at again and moved, went behind a wall or are cut into pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from newsroom import ask, filler
from sqlalchemy import update
from watchedsite import OPENING, PUBLISHED, TITLE, Watch, Watched

from crawler.demo.server import Answer
from storage import schema


async def test_an_article_that_moved_stays_the_same_article(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        await watch.at(0.1)
        site.answers["/2025/moved.html"] = site.answers[path]
        site.answers[path] = Answer(status=301, location=site.url("/2025/moved.html"))
        assert (await watch.at(1.1)).looks == {"unchanged": 1}
        site.publish("moved", TITLE, *OPENING, "And a last line about the harbour.")
        assert (await watch.at(6.5)).looks == {"updated": 1}
        assert watch.rows(schema.articles.c.url, schema.articles.c.version) == [
            (site.url("/2025/moved.html"), 2)
        ]


async def test_an_article_that_moved_is_not_taken_away_when_its_old_address_leads_there_no_more(
    tmp_path: Path,
):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        await watch.at(0.1)
        site.answers["/"] = Answer(b"<h1>The Ledger</h1>")
        site.answers["/news/opening.html"] = site.answers[path]
        site.answers[path] = Answer(status=301, location=site.url("/news/opening.html"))
        looks = [(await watch.at(hours)).looks for hours in (1.1, 6.5, 26)]
        assert looks == [{"unchanged": 1}, {"unchanged": 1}, {"known": 1}]  # the third asks in full
        del site.answers[path]
        assert [(await watch.at(hours)).looks for hours in (76, 101, 180)] == [
            {"unchanged": 1},
            {},
            {"unchanged": 1},
        ]
        assert not watch.removed()
        assert watch.rows(schema.articles.c.url) == [(site.url("/news/opening.html"),)]
        assert ask("--config", watch.config, "db", "check").out == "the store is sound\n"


async def test_an_article_that_each_visit_is_led_to_elsewhere_stays_at_its_own_address(tmp_path: Path):
    """A temporary redirect asks to come back to where it led from; what it leads to may be gone tomorrow."""
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        await watch.at(0.1)
        site.answers["/"] = Answer(b"<h1>The Ledger</h1>")
        page = site.answers[path]
        for visit, hours in (("a", 1.1), ("b", 6.5), ("c", 26), ("d", 76), ("e", 101)):
            site.answers = {at: said for at, said in site.answers.items() if "/visit/" not in at}
            site.answers[f"/visit/{visit}/opening.html"] = page
            site.answers[path] = Answer(status=302, location=site.url(f"/visit/{visit}/opening.html"))
            await watch.at(hours)
        assert watch.rows(schema.articles.c.url) == [(site.url(path),)]
        assert (watch.removed(), watch.message()) == (False, None)

        here = site.url("/visit/e/opening.html")  # and where the page calls that its own, it has moved
        own = page.body.replace(b"<head>", f"<head><link rel=canonical href={here}>".encode())
        assert own != page.body
        site.answers["/visit/e/opening.html"] = replace(page, body=own)
        await watch.at(180)
        assert watch.rows(schema.articles.c.url) == [(here,)]


RENAMED = ("opening-day", f"2025 {TITLE} with fifty deals", *OPENING, "And a last line about the harbour.")


@pytest.mark.parametrize("first", ["looked at", "announced"])
async def test_an_article_that_moved_under_a_new_headline_is_stored_at_its_new_address_once(
    tmp_path: Path, first: str
):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        await watch.at(0.1)
        again = update(schema.sources).values(next_at=None)
        moved = site.publish(*RENAMED)
        if first == "announced":
            watch.db.call(lambda conn: conn.execute(again))
            await watch.at(0.5)
        site.answers[path] = Answer(status=301, location=site.url(moved))
        await watch.at(1.2)
        site.publish(*RENAMED, "And another.")
        watch.db.call(lambda conn: conn.execute(again))
        await watch.at(1.4)
        urls = [url for (url,) in watch.rows(schema.articles.c.url)]
        assert urls.count(site.url(moved)) == 1
        assert len(urls) == {"looked at": 1, "announced": 2}[first]
        assert len(ask("--config", watch.config, "mentions", "--format", "json").rows) == len(urls)
        assert ask("--config", watch.config, "db", "check").out == "the store is sound\n"


WALLS = {
    "shell": "<div id=app></div><script src=a.js></script><script src=b.js></script><script>go()</script>",
    "consent": "<h1>We value your privacy</h1><p>We use cookies and ask for your consent to tracking of personal data.</p>"
    "<p>Accept cookies, or manage your privacy settings and consent.</p>",
}


@pytest.mark.parametrize("wall", WALLS)
async def test_a_page_that_got_worse_does_not_take_the_text_away(tmp_path: Path, wall: str):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        await watch.at(0.1)
        site.answers[path] = Answer(f"<!doctype html><title>{TITLE}</title>{WALLS[wall]}".encode())
        assert (await watch.at(1.1)).looks == {"kept": 1}
        assert watch.rows(schema.articles.c.text) == [("\n".join(OPENING),)]
        assert "the text stays" in (watch.message() or "")
        told = ask("--config", watch.config, "errors", "--format", "json").rows
        assert [(row["stage"], row["source_id"]) for row in told] == [("read", "ledger")]
        site.publish("opening", TITLE, *OPENING, "And a last line about the harbour.")
        assert (await watch.at(6.5)).looks == {"updated": 1}
        assert watch.message() is None


OFFER = (
    "<!doctype html><html lang=en><title>All of The Ledger</title><h1>All of The Ledger</h1><p>Every article on each of your "
    "devices, for one euro a week in the first three months.</p><p>End it whenever you like. Our reporters work in thirty "
    "countries and bring you what counts in technology, markets and politics.</p>"
)
WITHDRAWN = (
    "<!doctype html><html lang=sv><title>Meddelande</title><h1>Meddelande</h1><p>Den här artikeln har tagits bort av "
    "redaktionen, som ber sina läsare om ursäkt. Mer om hur vi arbetar finns i våra riktlinjer för redaktionen.</p>"
)


async def test_a_page_that_sells_the_paper_in_place_of_an_article_proves_no_removal(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        site.answers["/"] = Answer(b"<title>The Ledger</title>")
        await watch.at(0.1)
        site.answers["/offer"] = Answer(OFFER.encode(), "text/html; charset=utf-8")
        site.answers[path] = Answer(status=302, location=site.url("/offer"))
        assert [(await watch.at(hours)).looks for hours in (1.1, 26)] == [{"kept": 1}] * 2
        site.answers[path] = site.answers["/offer"]
        assert (await watch.at(76)).looks == {"kept": 1}
        assert "All of The Ledger" in (watch.message() or "")
        assert not watch.removed()
        site.answers[path] = Answer(WITHDRAWN.encode(), "text/html; charset=utf-8")
        assert [(await watch.at(hours)).looks for hours in (180, 205)] == [{"missing": 1}, {"removed": 1}]


async def test_a_page_of_which_half_went_behind_a_wall_does_not_either(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        await watch.at(0.1)
        page = site.answers[path].body.decode()
        cut = page.replace(
            f"<p>{OPENING[1]}</p><p>{OPENING[2]}</p>", "<p>Subscribe to continue reading this article.</p>"
        )
        said = (
            '"@context":"https://schema.org","@type":"NewsArticle","headline":"T","isAccessibleForFree":false'
        )
        cut = cut.replace("</head>", f'<script type="application/ld+json">{{{said}}}</script></head>')
        site.answers[path] = Answer(cut.encode(), "text/html; charset=utf-8")
        assert (await watch.at(1.1)).looks == {"kept": 1}
        assert "characters are left of the text" in (watch.message() or "")


async def test_an_article_on_several_pages_is_looked_at_whole_or_left_as_it_is(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:

        def paged(*paragraphs: str) -> Answer:
            text = "".join(f"<p>{p}</p>" for p in paragraphs)
            links = '<div class="pagination"><a href="/forum-opens-in-beijing/2">2</a></div>'
            page = f"<html lang=en><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{text}</article>"
            return Answer(f"{page}{links}</body></html>".encode(), "text/html")

        site.posts.append(("/forum-opens-in-beijing", TITLE))
        first, second = [*OPENING, *filler(1)], list(filler(2))
        site.answers |= {
            "/forum-opens-in-beijing": paged(*first),
            "/forum-opens-in-beijing/2": paged(*second),
        }
        await watch.at(0.1)
        whole = "\n".join(first + second)
        assert watch.rows(schema.articles.c.text) == [(whole,)]
        due = update(schema.revisits).values(due_at=PUBLISHED)  # its pages tell no date
        site.answers["/forum-opens-in-beijing"] = paged(*(line.replace("fifty", "sixty") for line in first))
        site.answers["/forum-opens-in-beijing/2"] = Answer(b"broken", "text/plain", 500)
        watch.db.call(lambda conn: conn.execute(due))
        assert (await watch.at(1.1)).looks == {"kept": 1}
        site.answers["/forum-opens-in-beijing/2"] = paged(*second)
        watch.db.call(lambda conn: conn.execute(due))
        assert (await watch.at(6.5)).looks == {"updated": 1}
        assert watch.rows(schema.articles.c.text) == [(whole.replace("fifty", "sixty"),)]
