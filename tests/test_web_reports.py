"""Reports over the web are those of the command line, for people and for programs."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest
from newsroom import ask, config_for
from sqlalchemy import Connection
from storesamples import NOW, article, filler, mention, saving, with_sources
from webdesk import client, fill, stand_still

from crawler.web import report_shapes
from storage.database import Database
from storage.records import SourceState
from storage.reports import volumes
from storage.sources import state as sources

SCOPE = ("--since", "2026-10-01", "--until", "2026-11-30", "--timezone", "Asia/Bangkok")
ASKED = {"since": "2026-10-01", "until": "2026-11-30", "timezone": "Asia/Bangkok"}
REPORTS = (
    ("volume", {**ASKED, "by": "language"}, ("--by", "language", *SCOPE), report_shapes.CountedRow),
    ("volume", {**ASKED, "by": "week"}, ("--by", "week", *SCOPE), report_shapes.CountedRow),
    ("share", ASKED, ("share", *SCOPE), report_shapes.ShareRow),
    ("origin", ASKED, ("origin", *SCOPE), report_shapes.CountedRow),
    ("editions", {"forum": "GDEC"}, ("editions", "gdec"), report_shapes.EditionDay),
    ("first", {**ASKED, "forum": "gdec"}, ("first", "gdec", *SCOPE), report_shapes.FirstRow),
)


async def test_reports_are_those_of_the_command_line(tmp_path: Path) -> None:
    config = config_for(tmp_path, [{"id": name, "url": f"http://{name}.example/feed"} for name in ("a", "b")])
    with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
        fill(db)
        stand_still(db)
        async with client(db) as web:
            for name, asked, flags, model in REPORTS:
                items = (await web.get(f"/api/v1/reports/{name}", params=asked)).json()["items"]
                assert items, name
                assert items == ask("--config", config, "report", *flags, "--format", "json").rows
                for row in items:
                    model.model_validate(row)
                page = "/reports" if name == "volume" else f"/reports/{name}"
                assert (await web.get(page, params={**asked, "format": "json"})).json() == items, name
            told = (await web.get("/api/v1/reports/coverage", params=ASKED)).json()
            report_shapes.CoverageRow.model_validate(told)
            assert (told["sources"], told["texts_seen"]) == (2, 6)
            unheard = [day["day"] for day in told["days"] if day["unheard"]]
            assert unheard == ["2026-10-28", "2026-10-29", "2026-10-30"]
            assert told["heard"].startswith(
                "polls are known since 2026-10-26 06:00 UTC only; 0 of 1 sources heard"
            )
            page = (await web.get("/reports/coverage", params=ASKED)).text
            assert "48 from 2026-10-26 to 2026-11-01; the most, 24, in 2026-10-29." in page


async def test_a_report_is_drawn_and_says_what_it_cannot_be_asked(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        async with client(db) as web:
            by_day = (await web.get("/reports?by=day&since=2026-10-30")).text
            assert "7 from 2026-10-30 to 2026-11-01; the most, 7, in 2026-11-01." in by_day
            assert "Of 2026-11-01 only a part lies in that time." in by_day
            by_outlet = (await web.get("/reports?by=outlet")).text
            assert '<rect class="bar" width="100.00" height="10"/>' in by_outlet
            for path, said in (
                ("/reports?since=2026-12-01&until=2026-11-01", "it is not before until"),
                ("/reports?since=2150-01-01", "it has yet to come"),
                ("/reports?by=day&since=1990-01-01", "ask for a shorter time, or by month"),
                ("/reports?until=9999-12-31", "is not within the years 1900 to 2199"),
                ("/reports?since=0001-01-01&timezone=Asia/Tokyo", "is not within the years 1900 to 2199"),
                ("/reports?timezone=Mars/Olympus", "no time zone of that name"),
                ("/reports?by=colour", "by: "),
                ("/reports?since=soon", "write 2026-07-01"),
            ):
                answer = await web.get(path)
                assert answer.status_code == 422, path
                assert said in answer.text, path
            assert "did you mean gdec" in (await web.get("/reports?forum=gdecc")).text
            assert "Choose a forum" in (await web.get("/reports/first")).text


async def test_a_time_without_an_offset_is_one_of_the_zone_that_is_asked_for(tmp_path: Path) -> None:
    """The six articles and a copy were told at 03:00 UTC, which was ten in Bangkok."""
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        async with client(db) as web:
            for since, told in (("09:59", 7), ("10:00", 7), ("10:01", 0), ("10:01+09:00", 7)):
                asked = {"since": f"2026-11-01T{since}", "timezone": "Asia/Bangkok", "by": "forum"}
                items = (await web.get("/api/v1/reports/volume", params=asked)).json()["items"]
                assert sum(row["articles"] for row in items) == told, since
            page = (await web.get("/reports", params=asked | {"since": "2026-11-01"})).text
            assert "from 1 November 2026, 00:00 UTC+07:00 to" in page


async def test_a_page_says_of_a_time_before_the_watch_began_that_nobody_listened(tmp_path: Path) -> None:
    note = (
        "The watch began on 2026-11-01: of what was told before, only what its sources still showed is here."
    )
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        at = datetime(2025, 7, 2, 12, tzinfo=UTC)
        made = article("http://b.example/9", f"GDEC {filler(9)}", published_at=at)
        db.call(saving(made, mention(made, "GDEC", "gdec", 2025), source_id="a"))
        async with client(db) as web:
            for path in ("", "/share", "/origin", "/editions?forum=gdec", "/first?forum=gdec"):
                assert note in (await web.get(f"/reports{path}")).text, path
            assert note not in (await web.get("/reports?since=2026-11-01T12:00")).text


async def test_a_watch_that_found_nothing_yet_has_begun_all_the_same(tmp_path: Path) -> None:
    """Its nought is one that somebody listened for: sources may be read only where they announce a forum."""
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        with_sources(db, "a")
        async with client(db) as web:
            assert "The watch began on" not in (await web.get("/reports")).text
            stand_still(db)
            assert (
                "The watch began on 2026-10-26: of what was told before" in (await web.get("/reports")).text
            )
            fill(db)
            assert (
                "The watch began on 2026-10-26: of what was told before" in (await web.get("/reports")).text
            )
            assert "The watch began on" not in (await web.get("/reports?since=2026-10-28")).text


async def test_what_comes_while_a_report_is_counted_stands_in_none_of_its_sums(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    count, numbers = volumes.total, iter(range(90, 99))

    def later(conn: Connection, scope: volumes.Scope) -> volumes.Volume:
        """Another article is stored after the rows were read and before their sum is."""
        at = NOW - timedelta(hours=5)
        number = next(numbers)
        made = article(f"http://b.example/{number}", f"GDEC {filler(number)}", published_at=at)
        with Database(url) as other:
            other.call(saving(made, mention(made, "GDEC")))
        return count(conn, scope)

    with Database(url) as db:
        fill(db)
        monkeypatch.setattr("storage.reports.volumes.total", later)
        async with client(db) as web:
            for path, told in (("", 7), ("/share", 8), ("/origin", 9)):
                page = (await web.get(f"/reports{path}")).text
                assert f"{told} articles, " in page, path
                rows = re.findall(r'data-label="Articles" class="number">(\d+)<', page)
                assert sum(map(int, rows)) == told, path
        config = config_for(tmp_path, [{"id": "a", "url": "http://a.example/feed"}], database=url)
        said = ask("--config", config, "report", "--by", "role", "--since", "2026-10-01")
        assert "10 articles" in said.err
        assert re.search(r"^main +10 ", said.out, re.MULTILINE)


async def test_the_tabs_and_how_complete_ask_of_the_same_time(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        async with client(db) as web:
            page = (await web.get("/reports", params={**ASKED, "forum": "gdec", "by": "week"})).text
            links = [html.unescape(link) for link in re.findall(r'href="(/reports[^"?]*\?[^"]*)"', page)]
            assert len(links) >= 7
            for link in links:
                assert "forum=gdec" in link, link
                assert "timezone=Asia%2FBangkok" in link, link
                assert ("since=2026-10-01" in link) == ("/editions" not in link), link
                assert (await web.get(link)).status_code == 200, link
            asked = [link for link in links if link.startswith("/reports/coverage")]
            assert len(asked) == 2
            assert all("until=2026-11-30" in link for link in asked)
            for path in ("first", "editions"):
                page = (await web.get(f"/reports/{path}", params=ASKED)).text
                assert "Choose a forum." in page
                assert 'name="timezone" size="14" value="Asia/Bangkok"' in page
                assert f'href="/reports/share?{html.escape(urlencode(ASKED))}"' in page
                assert ('name="since" size="10" value="2026-10-01"' in page) == (path == "first")


async def test_an_edition_to_come_is_drawn_beside_the_last_without_noughts_for_its_future(
    tmp_path: Path,
) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        days = ((2025, datetime(2025, 11, 20, 9, tzinfo=UTC)), (2026, NOW), (2025, NOW.replace(year=2025)))
        for number, (year, at) in enumerate(days):
            made = article(f"http://b.example/{number}", f"Slush {filler(number)}", published_at=at)
            db.call(saving(made, mention(made, "Slush", "slush", year), source_id="a"))
        async with client(db) as web:
            page = (await web.get("/reports/editions?forum=slush")).text
    rows = re.findall(
        r'<th scope="row">(.*?)</th><td class="number">(.*?)</td><td class="number">(.*?)</td>', page
    )
    # the 18th before 1 November 2026 and 2025, and the day after the one on which Slush 2025 opened
    assert rows == [("-18", "1", "0"), ("-17", "0", "1"), ("+1", "1", "")]


async def test_hours_without_an_answer_are_drawn_as_many_as_there_were(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        for days in (20, 19, 18):  # twenty minutes of each day, which are an hour together
            at = NOW - timedelta(days=days)
            state = SourceState("a", polled_at=at, succeeded_at=at, heard_from=NOW - timedelta(days=21))
            late = at - timedelta(minutes=20)
            db.call(sources.record_visit, "a", [], lambda known, state=state: state, at, late=late)
        async with client(db) as web:
            page = (await web.get("/reports/coverage?since=2026-10-12&until=2026-10-14")).text
    assert "1 from 2026-10-12 to 2026-10-14; the most, 0.3, in 2026-10-12." in page
