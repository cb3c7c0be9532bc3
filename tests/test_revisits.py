"""Articles with mentions, on a site on loopback, looked at again as time goes by: edited, corrected, taken away, back."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from badserver import BadServer, Script, answer, silence
from forked import Process
from newsroom import LIMIT_S, Newsroom, ask, config_for, filler, start
from sqlalchemy import select, update
from translationsamples import OPENING as RELEASE

from crawler import compose
from crawler.config import load_config
from crawler.crew import Crew
from crawler.demo.server import Answer, Request
from crawler.flag import load_watchlist
from crawler.replay import reflag
from crawler.tally import Tally
from storage import schema
from storage.database import Database

PUBLISHED = datetime(2025, 7, 3, 9, tzinfo=UTC) - timedelta(hours=8)
WATCHLIST = load_watchlist()
HOURS = timedelta(hours=1)
OPENING = (
    "The 2025 Global Digital Economy Conference opened in Beijing on Wednesday with delegates from fifty countries.",
    "Speakers at the conference called for common rules on data, and three cities signed a letter of intent.",
    "The Global Digital Economy Conference runs until Saturday and ends with a forum on cooperation between cities.",
)
TITLE = "Global Digital Economy Conference opens in Beijing"


@dataclass
class Watched(Newsroom):
    """A site with one article of a forum; `down` is what it answers to everything else than its feed."""

    down: Answer | None = None
    conditional: int = 0
    crew: Crew | None = None
    under_way: list[int] = field(default_factory=list)  # steps of the crew, at each request

    def answer(self, request: Request) -> Answer:
        self.under_way += [self.crew.busy] if self.crew else []
        self.conditional += request.path != "/feed" and "if-none-match" in request.headers
        if self.down is not None and request.path not in ("/feed", "/robots.txt"):
            self.asked[request.path] += 1
            return self.down
        return super().answer(request)


class Watch:
    """A store and a crawl over one site, in which a test sets the clock."""

    def __init__(self, folder: Path, site: Newsroom | BadServer, **more: Any) -> None:
        source = {"id": "ledger", "url": site.url(), "language": "en", "every": "30d"}
        own = {name: more.pop(name) for name in ("read", "enabled") if name in more}
        self.config = config_for(folder, [source | own], **more)
        self.said = load_config(self.config)

    async def __aenter__(self) -> Watch:
        self.stack = AsyncExitStack()
        self.db = self.stack.enter_context(Database(self.said.database, create=True))
        self.pipeline = await self.stack.enter_async_context(compose.assembled(self.said, WATCHLIST, self.db))
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.stack.aclose()

    async def at(self, hours: float) -> Tally:
        """Crawl so many hours after the publication, to the end."""
        now = PUBLISHED + hours * HOURS
        crew = Crew(replace(self.pipeline, now=lambda: now))
        await crew.until_idle()
        await crew.stop()
        assert crew.tally.crashes == 0
        return crew.tally

    def rows(self, *columns: Any) -> list[tuple[Any, ...]]:
        query = select(*columns)
        return [tuple(row) for row in self.db.read(lambda conn: conn.execute(query).all())]

    def changes(self) -> list[tuple[str, Any]]:
        c = schema.changes.c
        return [(what, before) for _, what, before in sorted(self.rows(c.position, c.what, c.before))]

    def versions(self) -> list[tuple[Any, ...]]:
        v = schema.versions.c
        return sorted(self.rows(v.version, v.correction))

    def removed(self) -> bool:
        return any(row[0] for row in self.rows(schema.articles.c.removed_at))

    def message(self) -> str | None:
        return self.rows(schema.revisits.c.message)[0][0]


async def test_an_article_with_a_mention_is_looked_at_again_at_its_ages_and_asked_for_only_if_it_changed(
    tmp_path: Path,
):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        other = site.publish("harbour", "Harbour counted", *filler(1))
        await watch.at(0.1)
        for hours in (0.5, 0.9):
            assert (await watch.at(hours)).looks == {}
        looks = [(await watch.at(hours)).looks for hours in (1.1, 5, 6.4, 20, 26, 76, 180, 760, 2000)]
        assert looks == [{"unchanged": 1}, {}, {"unchanged": 1}, {}] + [
            {"known": 1},
            {"unchanged": 1},
            {"unchanged": 1},
            {"known": 1},
            {},
        ]
        assert (site.asked[path], site.asked[other], site.conditional) == (7, 1, 4)
        assert watch.rows(schema.revisits.c.due_at, schema.revisits.c.visits) == [(None, 6)]
        assert (watch.changes(), watch.versions()) == ([], [(1, None), (1, None)])


def live(posts: list[str], title: str) -> Answer:
    """A live blog, its newest post first."""
    shown = "".join(
        f"<h3>{9 + at // 4}:{15 * (at % 4):02}</h3><p>{said}</p>"
        for at, said in reversed([*enumerate(posts)])
    )
    head = (
        f"<!doctype html><html lang=en><title>{title} | The Ledger</title><script type='application/ld+json'>"
        '{"@type": "LiveBlogPosting", "headline": "%s", "datePublished": "2025-07-03T09:00:00+08:00"}</script>'
    )
    page = head % title + f"<article><h1>{title}</h1>{shown}</article>"
    return Answer(page.encode(), "text/html; charset=utf-8")


async def test_a_live_blog_is_looked_at_for_a_day_though_it_mentions_nothing_yet(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        posts = [said for number in range(6) for said in filler(number)[:2]]
        path, other = (site.publish(slug, "Live: the day in Beijing") for slug in ("live", "other"))
        site.answers[path] = live(posts[:6], "Live: the day in Beijing")
        site.answers[other] = live([said.replace("district", "ward") for said in posts[:6]], "Live: harbours")
        await watch.at(0.1)
        site.answers[path] = live(posts, "Live: a long day in Beijing")
        assert (await watch.at(1.1)).looks == {"unchanged": 1, "updated": 1}
        assert watch.rows(schema.mentions.c.id) == []
        # what told of the day is pushed off the page
        site.answers[path] = live([*posts[6:8], *OPENING], "Live: a conference opens in Beijing")
        tally = await watch.at(6.4)
        assert (tally.mentions, tally.looks["updated"]) == (1, 1)
        assert not watch.removed()
        for hours in (26, 76, 180, 760, 2000):
            await watch.at(hours)
        # one has a mention by now, the other ended with its day
        assert (site.asked[path], site.asked[other]) == (7, 4)
        assert watch.rows(schema.mentions.c.forum_id) == [("gdec",)]


async def test_an_old_article_that_is_found_late_gets_fewer_looks_or_none(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        site.publish("opening", TITLE, *OPENING)
        await watch.at(24 * 8)
        # thirty days, and a twentieth either way
        assert [(await watch.at(24 * days)).looks for days in (9, 20, 28, 32)] == [
            {},
            {},
            {},
            {"unchanged": 1},
        ]
    (tmp_path / "late").mkdir()
    async with Watched() as site, Watch(tmp_path / "late", site) as watch:
        site.publish("opening", TITLE, *OPENING)
        assert (await watch.at(24 * 60)).mentions == 1
        assert watch.rows(schema.revisits.c.article_id) == []


async def test_an_article_in_which_later_rules_find_a_forum_is_looked_at_from_then_on(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        knowing = watch.pipeline
        watch.pipeline = replace(knowing, watchlist=load_watchlist(watch=["wic"]))
        site.publish("opening", TITLE, *OPENING)
        assert (await watch.at(0.1)).mentions == 0
        watch.pipeline = knowing
        assert (await watch.at(1.2)).looks == {}
        late = {"ages": watch.said.revisit, "now": lambda: PUBLISHED + 2 * HOURS}
        assert [change.what for _, change in reflag(watch.db, WATCHLIST, apply=True, **late)] == ["gained"]
        assert (await watch.at(5)).looks == {}
        site.publish("opening", TITLE, "Correction: the conference opened on Wednesday.", *OPENING)
        assert (await watch.at(6.5)).looks == {"updated": 1}
        assert [number for number, _ in sorted(watch.versions())] == [1, 2]


async def test_an_edit_and_a_correction_are_kept_as_versions_and_told_to_readers(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        right = [line.replace("The Global", "The 2025 Global") for line in OPENING]
        wrong = [line.replace("2025", "2024") for line in right]
        path = site.publish("opening", f"2024 {TITLE}", *wrong)
        await watch.at(0.1)
        site.publish("opening", f"2024 {TITLE}", *(line.replace("fifty", "sixty") for line in wrong))
        assert (await watch.at(1.1)).looks == {"updated": 1}
        assert watch.changes() == []
        notice = "Correction: an earlier version of this article gave the wrong year of the conference."
        site.publish("opening", f"2025 {TITLE}", *right, notice)
        assert (await watch.at(6.5)).looks == {"updated": 1}
        assert watch.versions() == [(1, None), (2, None), (3, notice)]
        ((what, before),) = watch.changes()
        assert (what, before["edition"], before["correction"]) == ("changed", 2024, notice)
        assert site.asked[path] == 3
        found = ask("--config", watch.config, "mentions", "--format", "json").rows
        assert [(m["edition"], m["position"], m["triage"]) for m in found] == [(2025, 1, "new")]


async def test_an_edit_that_drops_the_forum_takes_the_mention_away_and_another_brings_it_back(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        site.publish("opening", TITLE, *OPENING, *filler(1))
        await watch.at(0.1)
        site.publish("opening", "Harbour counted", *filler(1))
        assert (await watch.at(1.1)).looks == {"updated": 1}
        site.publish("opening", TITLE, *OPENING, *filler(1))
        back = await watch.at(6.5)
        assert (back.looks, back.mentions) == ({"updated": 1}, 1)
        assert [what for what, _ in watch.changes()] == ["gone", "back"]


WORKS = (
    "A word from the engine room",
    "Our site is undergoing scheduled works to improve your experience. We expect to be back online shortly and thank "
    "you for your patience while our engineers complete what they began.",
    "To reach the newsroom in the meantime, please write to the editors, who read every letter on the day it comes.",
)


async def test_a_translation_of_what_an_edit_says_joins_the_story(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        site.publish("opening", TITLE, *OPENING)
        await watch.at(0.1)
        title, text = RELEASE["en"]
        site.publish("opening", TITLE, OPENING[0], *text.splitlines())
        assert (await watch.at(1.1)).looks == {"updated": 1}
        site.language = "ru"
        title, text = RELEASE["ru"]
        site.publish("robot", title, *text.splitlines())
        watch.db.call(lambda conn: conn.execute(update(schema.sources).values(next_at=None)))
        await watch.at(1.5)
        c = schema.articles.c
        assert sorted(watch.rows(c.id, c.story_id, c.relation, c.copy_of)) == [
            (1, 1, "original", None),
            (2, 1, "translated", 1),
        ]


async def test_a_notice_in_place_of_an_article_takes_neither_its_text_nor_its_mention(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        site.publish("opening", TITLE, *OPENING)
        site.answers["/"] = Answer(b"<title>The Ledger</title>")
        await watch.at(0.1)
        site.publish("opening", *WORKS)
        assert (await watch.at(1.1)).looks == {"missing": 1}
        assert "another text stands in its place, “A word from the engine room”" in (watch.message() or "")
        site.publish("opening", TITLE, *OPENING)
        assert (await watch.at(26)).looks == {"known": 1}
        assert (watch.changes(), watch.versions(), watch.message()) == ([], [(1, None)], None)
        site.publish("opening", *WORKS)
        assert [(await watch.at(hours)).looks for hours in (76, 101)] == [{"missing": 1}, {"removed": 1}]
        assert (watch.changes(), watch.versions()) == ([("removed", None)], [(1, None)])


async def test_an_article_that_is_written_anew_and_still_speaks_of_the_forum_is_edited(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        site.publish("opening", TITLE, *OPENING)
        await watch.at(0.1)
        lines = (
            "Thirty deals were signed at the 2025 Global Digital Economy Conference in Beijing.",
            *filler(4),
        )
        site.publish("opening", "Talks in Beijing end with thirty deals", *lines)
        assert (await watch.at(1.1)).looks == {"updated": 1}
        assert [what for what, _ in watch.changes()] in ([], ["changed"])


async def test_an_article_that_is_missing_twice_a_day_apart_is_removed_and_may_come_back(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        site.answers["/"] = Answer(b"<title>The Ledger</title>")
        await watch.at(0.1)
        page = site.answers.pop(path)
        assert (await watch.at(1.1)).looks == {"missing": 1}
        assert (await watch.at(6.5)).looks == {}
        assert not watch.removed()
        assert (await watch.at(25.5)).looks == {"removed": 1}
        assert watch.removed()
        assert watch.changes() == [("removed", None)]
        found = ask("--config", watch.config, "mentions", "--format", "json").rows
        assert [(m["forum_id"], bool(m["removed_at"])) for m in found] == [("gdec", True)]  # it is history
        assert f"{TITLE} (removed)" in ask("--config", watch.config, "mentions").out
        site.answers[path] = page
        assert (await watch.at(80)).looks == {"back": 1}
        assert (watch.removed(), watch.changes()) == (False, [("removed", None), ("back", None)])
        site.answers.pop(path)
        assert (await watch.at(180)).looks == {"missing": 1}  # it begins anew
        assert not watch.removed()


async def test_an_article_that_is_gone_by_its_own_word_is_removed_within_hours(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        site.answers["/"] = Answer(b"<title>The Ledger</title>")
        await watch.at(0.1)
        site.answers[path] = Answer(b"gone", "text/plain", 410)
        looks = [(await watch.at(hours)).looks for hours in (1.1, 1.5, 2.2)]
        assert looks == [{"missing": 1}, {}, {"removed": 1}]


@pytest.mark.parametrize("instead", ["front", "soft", "other"])
async def test_what_answers_in_place_of_an_article_is_no_article(tmp_path: Path, instead: str):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        other = site.publish("other", "Harbour counted", *filler(1))
        site.answers["/"] = Answer(
            "".join(f"<p>{line}</p>" for line in filler(3)).encode(), "text/html; charset=utf-8"
        )
        await watch.at(0.1)
        soft = b"<!doctype html><title>Page not found</title><h1>Page not found</h1><p>Try the search.</p>"
        site.answers[path] = {
            "front": Answer(status=302, location=site.url("/")),
            "soft": Answer(soft, "text/html; charset=utf-8"),
            "other": Answer(status=301, location=site.url(other)),
        }[instead]
        assert [(await watch.at(hours)).looks for hours in (1.1, 26)] == [{"missing": 1}, {"removed": 1}]
        assert [row[0] for row in watch.rows(schema.articles.c.version)] == [1, 1]


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


async def test_a_server_that_answers_404_to_everything_for_two_days_removes_nothing(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        for number in range(8):
            lines = (*OPENING, *filler(number))
            site.publish(f"opening-{number}", f"{TITLE}, part {number}", *lines)
        await watch.at(0.1)
        site.down = Answer(b"nothing", "text/plain", 404)
        for hours in (1.1, 25.5, 50):
            assert (await watch.at(hours)).looks == {"missing": 8}
        assert not watch.removed()
        assert "others of its site" in (watch.message() or "")
        site.down = None
        looks = (await watch.at(75)).looks
        assert looks.get("known") == 8
        assert watch.changes() == []


async def test_one_of_many_that_is_missing_is_removed_while_the_others_stand(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        paths = [site.publish(f"opening-{n}", f"{TITLE}, part {n}", *OPENING, *filler(n)) for n in range(8)]
        await watch.at(0.1)
        site.answers.pop(paths[3])
        for hours in (1.1, 6.5):
            await watch.at(hours)
        assert (await watch.at(26)).looks == {"removed": 1, "known": 7}
        assert site.asked["/"] == 0  # the others vouch for the site


async def test_a_host_that_is_down_costs_nothing_and_is_asked_again_before_long(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        path = site.publish("opening", TITLE, *OPENING)
        await watch.at(0.1)
        site.down = Answer(b"broken", "text/plain", 500)
        looks = [(await watch.at(hours)).looks for hours in (1.1, 1.3, 1.8, 3)]
        assert looks == [{"failed": 1}, {}, {"failed": 1}, {"failed": 1}]
        assert not watch.removed()
        site.down = None
        assert (await watch.at(6)).looks == {"unchanged": 1}
        assert site.asked[path] == 5


async def test_what_is_switched_off_or_not_polled_is_not_looked_at(tmp_path: Path):
    async with Watched() as site:
        path = site.publish("opening", TITLE, *OPENING)
        looks = []
        for hours, said in (
            (0.1, {}),
            (1.1, {"revisit": False}),
            (1.15, {"enabled": False}),
            (1.3, {"revisit": {"after": ["2h", "90h"]}}),  # a day later its source is looked for again
            (30, {"read": "never"}),
            (60, {"revisit": {"after": ["2h", "90h"]}}),
        ):
            async with Watch(tmp_path, site, **said) as watch:
                looks.append((await watch.at(hours)).looks)
        assert looks == [{}, {}, {}, {}, {"kept": 1}, {"unchanged": 1}]
        assert site.asked[path] == 2


async def test_what_was_only_announced_is_not_looked_at(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site, read="never") as watch:
        site.publish("opening", TITLE, *OPENING)
        assert (await watch.at(0.1)).mentions == 1
        assert watch.rows(schema.revisits.c.article_id) == []


async def test_looks_have_a_small_share_of_the_places(tmp_path: Path):
    async with Watched() as site, Watch(tmp_path, site) as watch:
        for number in range(8):
            site.publish(f"opening-{number}", f"{TITLE}, part {number}", *OPENING, *filler(number))
        await watch.at(0.1)
        crew = Crew(replace(watch.pipeline, now=lambda: PUBLISHED + 1.1 * HOURS), places=64)
        site.crew = crew
        assert [await crew._fill_looks() for _ in range(2)] == [2, 0]  # those under way have taken it
        await crew.until_idle()
        await crew.stop()
        assert (crew.tally.looks, max(site.under_way)) == ({"unchanged": 8}, 2)


def page(*lines: str) -> Script:
    body = "".join(f"<p>{line}</p>" for line in lines)
    html = f'<!doctype html><html lang="en"><title>{TITLE}</title><article><h1>{TITLE}</h1>{body}</article>'
    return answer(200, html.encode(), content_type="text/html")


async def with_one_article(folder: Path, server: BadServer, scripts: dict[str, Script]) -> Path:
    """The configuration of a store with one article of a forum, of which a look is due."""
    item = f"<item><title>{TITLE}</title><link>{server.url('/a')}</link></item>"
    feed = f'<rss version="2.0"><channel><title>T</title>{item}</channel></rss>'
    scripts["/"] = answer(200, feed.encode(), content_type="application/rss+xml")
    async with Watch(folder, server) as watch:
        assert (await watch.at(0.1)).mentions == 1
        return watch.config


async def looking(config: Path, server: BadServer, times: int) -> Process:
    """A daemon, once the article was asked for so many times in all."""
    daemon = await start("--config", config, "run", "--no-web")
    async with asyncio.timeout(LIMIT_S):
        while True:
            if server.times("/a") >= times:
                return daemon
            await asyncio.sleep(0.05)


async def test_a_stop_in_the_middle_of_a_look_gives_it_back(tmp_path: Path):
    scripts: dict[str, Script] = {"/a": page(*OPENING)}
    async with BadServer(scripts) as server:
        config = await with_one_article(tmp_path, server, scripts)
        scripts["/a"] = silence
        daemon = await looking(config, server, 2)
        daemon.terminate()
        await daemon.communicate()
        assert daemon.returncode == 0
        with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
            row = db.read(lambda conn: conn.execute(select(schema.revisits)).one())
        assert (row.leased_by, row.visits, row.due_at < datetime.now(UTC), row.message) == (
            None,
            0,
            True,
            None,
        )


async def test_an_edit_is_seen_at_once_though_the_daemon_was_killed_again_and_again_while_it_looked(
    tmp_path: Path,
):
    scripts: dict[str, Script] = {"/a": page(*OPENING)}
    async with BadServer(scripts) as server:
        config = await with_one_article(tmp_path, server, scripts)
        scripts["/a"] = silence
        for times in (2, 3, 4):
            daemon = await looking(config, server, times)
            daemon.kill()
            await daemon.communicate()
        scripts["/a"] = page(*OPENING, "It was also told how many of the cities are on the sea.")
        daemon = await looking(config, server, 5)
        with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
            async with asyncio.timeout(LIMIT_S):
                while True:
                    row = db.read(lambda conn: conn.execute(select(schema.revisits)).one())
                    if row.leased_by is None:
                        break
                    await asyncio.sleep(0.05)
            version = db.read(lambda conn: conn.execute(select(schema.articles.c.version)).scalar_one())
        daemon.terminate()
        await daemon.communicate()
        assert (version, row.message) == (2, None)
