"""Articles that are looked at again and not there: removed when they are gone, not when their site is at fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import ask, filler
from watchedsite import OPENING, TITLE, Watch, Watched

from crawler.demo.server import Answer
from storage import schema


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
