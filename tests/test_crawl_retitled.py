"""An article that named no forum when it was read, and whose feed names one later, is read again: once for each wording."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from xml.sax.saxutils import escape

import pytest
from newsroom import Newsroom, config_for, filler
from sqlalchemy import func, select
from storesamples import NOW

from crawler import compose
from crawler.config import load_config
from crawler.crew import Crew
from crawler.demo.server import Answer, Request
from crawler.flag import load_watchlist
from crawler.tally import Tally
from storage import schema
from storage.database import Database

WATCHLIST = load_watchlist()
PLAIN = "City opens a data exchange in the old harbour"
EDITED = "City opens a data exchange at the Global Digital Economy Conference 2026"
SAID = "The exchange was opened at the Global Digital Economy Conference 2026 in Beijing, the city said."


@dataclass
class Retitled(Newsroom):
    """Its feed tells of its articles in words that a test sets."""

    told: dict[str, tuple[str, str]] = field(default_factory=dict)  # path → title, summary
    section: dict[str, tuple[str, str]] = field(default_factory=dict)  # likewise, of another feed

    def feed(self) -> Answer:
        return self.feed_of(self.told)

    def answer(self, request: Request) -> Answer:
        return self.feed_of(self.section) if request.path == "/section" else super().answer(request)

    def feed_of(self, told: dict[str, tuple[str, str]]) -> Answer:
        items = "".join(
            f"<item><title>{escape(title)}</title><link>{self.url(path)}</link><description>{escape(summary)}</description></item>"
            for path, (title, summary) in told.items()
        )
        text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Ledger</title>{items}</channel></rss>'
        return Answer(text.encode(), "application/rss+xml")


class Polls:
    """A store and a crawl over one site."""

    def __init__(self, config, db: Database) -> None:
        self.db, self.config, self.hours = db, config, 0

    async def poll(self) -> Tally:
        """Poll six hours after the last time, and do all that follows."""
        self.hours += 6
        now = NOW + timedelta(hours=self.hours)
        async with compose.assembled(self.config, WATCHLIST, self.db) as pipeline:
            crew = Crew(replace(pipeline, now=lambda: now))
            await crew.until_idle()
            await crew.stop()
        assert crew.tally.crashes == 0
        return crew.tally

    def rows(self, *columns) -> list[tuple]:
        return [tuple(row) for row in self.db.read(lambda conn: conn.execute(select(*columns)).all())]

    def count(self, table) -> int:
        return self.db.read(lambda conn: conn.execute(select(func.count()).select_from(table)).scalar_one())


@pytest.fixture
def polls(database_url, database, tmp_path):
    def over(site: Newsroom, **more) -> Polls:
        named = {"ledger": site.url(), "section": site.url("/section")}
        said = [{"id": name, "url": url, "language": "en", "every": "1h"} for name, url in named.items()]
        path = config_for(tmp_path, said, database=database_url, **more)
        return Polls(load_config(path), database)

    return over


@pytest.mark.parametrize("where", ["title", "summary"])
async def test_an_article_whose_feed_names_a_forum_later_is_read_again_and_told_once(polls, where):
    async with Retitled() as site:
        crawl = polls(site)
        path = site.publish("exchange", PLAIN, *filler(1))
        other = site.publish("harbour", "Harbour counted", *filler(2))
        site.told = {path: (PLAIN, "Merchants came early."), other: ("Harbour counted", "All of it.")}
        assert (await crawl.poll()).mentions == 0
        site.publish("exchange", EDITED, SAID, *filler(1))
        site.told[path] = (EDITED, "Merchants came early.") if where == "title" else (PLAIN, SAID)
        seen = await crawl.poll()
        assert (seen.looks, seen.mentions) == ({"updated": 1}, 1)
        assert (site.asked[path], site.asked[other]) == (2, 1)
        site.told[other] = (
            "Harbour counted",
            "All of it, twice.",
        )  # the document changes, those words do not
        assert (await crawl.poll()).mentions == 0
        assert crawl.count(schema.mentions) == 1
        assert crawl.count(schema.versions) == 3
        assert site.asked[other] == 1


async def test_words_that_name_no_forum_and_words_that_did_so_before_ask_nothing(polls):
    """The page, too old to be looked at for its age, never says what its feed does."""
    async with Retitled() as site:
        crawl = polls(site)
        path = site.publish("exchange", PLAIN, *filler(1))
        site.told = {path: (PLAIN, "")}
        asked = []
        for title, summary in (
            (PLAIN, ""),
            ("City opens its data exchange after all", "Merchants came early."),
            (EDITED, ""),
            (EDITED, ""),
            (PLAIN, ""),
            (EDITED, ""),
            (f"{EDITED}, at last", ""),
        ):
            site.told = {path: (title, summary)}
            await crawl.poll()
            asked.append(site.asked[path])
        assert asked == [1, 1, 2, 2, 2, 2, 3]
        assert (crawl.count(schema.mentions), crawl.count(schema.versions)) == (0, 1)


async def test_what_another_source_tells_of_an_article_has_it_read_again_once(polls):
    async with Retitled() as site:
        crawl = polls(site)
        path = site.publish("exchange", PLAIN, *filler(1))
        site.told = {path: (PLAIN, "")}
        asked = []
        for title in (None, EDITED, EDITED, f"{EDITED}, at last"):
            site.section = {path: (title, "")} if title else {}
            await crawl.poll()
            asked.append(site.asked[path])
        assert asked == [1, 2, 2, 2]
        site.publish("exchange", EDITED, SAID, *filler(1))
        site.told = {path: (EDITED, "")}
        assert (await crawl.poll()).mentions == 1


async def test_where_nothing_is_looked_at_again_other_words_change_nothing(polls):
    async with Retitled() as site:
        crawl = polls(site, revisit=False)
        path = site.publish("exchange", PLAIN, *filler(1))
        site.told = {path: (PLAIN, "")}
        await crawl.poll()
        site.told = {path: (EDITED, "")}
        await crawl.poll()
        assert (site.asked[path], crawl.count(schema.revisits)) == (1, 0)


REFUSED = Answer(b"no robots", "text/plain", 403)
WALL = Answer(
    b"<html><head><title>Just a moment...</title></head><body><h1>Verifying you are human</h1></body></html>",
    "text/html",
)


@pytest.mark.parametrize("shown", [REFUSED, WALL], ids=["refused", "walled"])
@pytest.mark.parametrize("teller", ["told", pytest.param("section", marks=pytest.mark.slow)])
async def test_a_headline_that_names_a_forum_later_is_told_though_its_page_is_kept_from_us_by_then(
    polls, shown, teller
):
    async with Retitled() as site:
        crawl = polls(site)
        path = site.publish("exchange", PLAIN, *filler(1))
        page = site.answers[path].body.replace(
            b"2025-07-03T09:00", NOW.isoformat("T", "minutes")[:16].encode()
        )
        site.answers[path] = Answer(page, "text/html; charset=utf-8")
        site.told = {path: (PLAIN, "")}
        assert (await crawl.poll()).mentions == 0
        whole, site.answers[path] = site.answers[path], shown
        setattr(site, teller, {path: (EDITED, "")})
        told = [await crawl.poll() for _ in range(4)]  # what fails once mostly comes the next time
        assert [(each.mentions, each.looks.get("updated", 0)) for each in told] == [
            (0, 0),
            (1, 1),
            (0, 0),
            (0, 0),
        ]
        ((title, text, version),) = crawl.rows(*(schema.articles.c[n] for n in ("title", "text", "version")))
        assert (title, version) == (EDITED, 2)
        assert text.startswith(filler(1)[0])
        ((fields,),) = crawl.rows(schema.mentions.c.evidence)
        assert {said["field"] for said in fields} == {"title"}
        assert crawl.count(schema.headlines) == 0

        site.answers[path] = whole
        for _ in range(8):
            await crawl.poll()
        assert crawl.rows(schema.articles.c.title) == [(PLAIN,)]  # the page's own word, once it can be had
        assert crawl.rows(schema.changes.c.what) == [("gone",)]


async def test_a_page_that_is_there_again_at_the_second_look_says_itself_what_it_is(polls):
    async with Retitled() as site:
        crawl = polls(site)
        path = site.publish("exchange", PLAIN, *filler(1))
        site.told = {path: (PLAIN, "")}
        await crawl.poll()
        whole, site.answers[path] = site.answers[path], REFUSED
        site.told = {path: (EDITED, "")}
        await crawl.poll()
        assert crawl.count(schema.headlines) == 1
        site.answers[path] = whole
        assert [(await crawl.poll()).mentions for _ in range(3)] == [0, 0, 0]
        assert (crawl.count(schema.headlines), crawl.count(schema.versions)) == (0, 1)


@pytest.mark.parametrize("renamed_at", [1, 5], ids=["while it waits", "once it is given up"])
async def test_a_page_that_was_never_had_is_told_by_a_headline_that_its_feed_gives_it_later(
    polls, renamed_at
):
    async with Retitled() as site:
        crawl = polls(site)
        path = site.publish("exchange", PLAIN, *filler(1))
        site.told, site.answers[path] = {path: (PLAIN, "")}, REFUSED
        for _ in range(renamed_at):
            assert (await crawl.poll()).mentions == 0
        site.told = {path: (EDITED, "")}
        assert sum([(await crawl.poll()).mentions for _ in range(6)]) == 1
        assert crawl.rows(schema.articles.c.title, schema.articles.c.partial) == [(EDITED, True)]
        asked = site.asked[path]
        site.told = {path: (EDITED, "The city said so.")}
        await crawl.poll()
        assert crawl.count(schema.mentions) == 1
        assert site.asked[path] <= asked + 2


@pytest.mark.parametrize("status", [200, 410], ids=["no article", "gone"])
async def test_a_page_that_was_had_in_vain_is_not_asked_for_with_each_poll_that_counts_its_comments(
    polls, status
):
    async with Retitled() as site:
        crawl = polls(site)
        path = site.publish("exchange", EDITED, *filler(1))
        site.answers[path] = Answer(
            b"<html><meta name=robots content=noindex><p>x</html>", "text/html", status
        )
        for count in range(4):
            site.told = {path: (EDITED, f"{count} comments")}
            await crawl.poll()
        assert site.asked[path] == 1
        site.told = {path: (f"{EDITED}: photos", "4 comments")}
        await crawl.poll()
        assert site.asked[path] == 2


async def test_a_page_that_is_missing_for_an_hour_is_asked_for_before_the_day_is_over(polls):
    """Where its feed names a forum by now: it would be told a day late."""
    async with Retitled() as site:
        crawl = polls(site)
        path = site.publish("exchange", PLAIN, *filler(1))
        site.told = {path: (PLAIN, "")}
        await crawl.poll()
        site.publish("exchange", EDITED, SAID, *filler(1))
        whole, site.answers[path] = site.answers[path], Answer(b"none", "text/plain", 404)
        site.told = {path: (EDITED, "")}
        assert (await crawl.poll()).looks == {"missing": 1}
        site.answers[path] = whole
        assert (await crawl.poll()).mentions == 1
        assert crawl.count(schema.headlines) == 0


async def test_what_was_announced_of_a_page_that_is_gone_for_good_is_forgotten(polls):
    async with Retitled() as site:
        crawl = polls(site)
        site.answers["/"] = Answer(b"<html><body>News of the day</body></html>", "text/html")
        path = site.publish("exchange", PLAIN, *filler(1))
        site.told = {path: (PLAIN, "")}
        await crawl.poll()
        site.answers[path] = Answer(b"none", "text/plain", 404)
        site.told = {path: (EDITED, "")}
        looks = [(await crawl.poll()).looks for _ in range(7)]
        assert [name for look in looks for name in look][-1] == "removed"
        assert sum(map(len, looks)) <= 6
        assert (crawl.count(schema.mentions), crawl.count(schema.headlines)) == (0, 0)


async def test_a_headline_that_comes_while_a_refused_page_waits_for_hours_has_it_tried_at_once(polls):
    async with Retitled() as site:
        crawl = polls(site)
        path = site.publish("exchange", PLAIN, *filler(1))
        site.told, site.answers[path] = {path: (PLAIN, "")}, REFUSED
        for _ in range(2):  # an hour after the first time
            await crawl.poll()
            crawl.hours -= 4
        site.told = {path: (EDITED, "")}
        assert (await crawl.poll()).mentions == 1


async def test_a_headline_that_comes_while_a_refused_page_is_tried_has_it_tried_soon(polls):
    """Its reading had begun with the words of before, and would wait for six hours."""
    async with Retitled() as site:
        crawl = polls(site)
        path = site.publish("exchange", PLAIN, *filler(1))
        site.told, site.answers[path] = {path: (PLAIN, "")}, REFUSED
        await crawl.poll()
        crawl.hours -= 4
        site.told = {path: (EDITED, "")}
        told = (await crawl.poll()).mentions
        crawl.hours -= 5.9
        assert told + (await crawl.poll()).mentions == 1
