"""Articles with mentions, on a site on loopback, looked at again as time goes by: edited, corrected, taken away, back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from badserver import BadServer, Script, answer, silence
from forked import Process
from newsroom import LIMIT_S, ask, filler, start
from sqlalchemy import select, update
from translationsamples import OPENING as RELEASE
from watchedsite import HOURS, OPENING, PUBLISHED, TITLE, WATCHLIST, Watch, Watched, page

from crawler.crew import Crew
from crawler.demo.server import Answer
from crawler.flag import load_watchlist
from crawler.replay import reflag
from storage import schema
from storage.database import Database


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
