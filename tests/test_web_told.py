"""What the pages say and how lists go on, as any client gets them; a browser looks at them in test_web_pages.py."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import Connection, event, insert
from storesamples import NOW, article, filler, mention, saving, with_sources
from webdesk import PAGES, SEEKING, client, fill, stand_still, watchlist

from crawler.rows import behind, from_word, to_word
from crawler.web.charts import by_day, by_month
from crawler.web.tongues import tongue
from crawler.web.unread import by_story, news_for
from storage import schema
from storage.database import Database
from storage.engine import pages
from storage.mentions import cursors
from storage.mentions import stream as mentions
from storage.mentions.triage import NOT_REJECTED, triage
from storage.reports import volumes


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Database(f"sqlite:///{tmp_path_factory.mktemp('pages') / 'store.db'}") as opened:
        fill(opened)
        stand_still(opened)
        yield opened


@pytest.mark.asyncio(loop_scope="module")
async def test_what_has_no_visible_title_can_be_opened_all_the_same(database: Database) -> None:
    with_sources(database)
    for number, title in enumerate(("", " \u200b\u00ad\u200e ", "\u3000\u2800\u3164")):
        made = article(
            f"http://a.example/{number}", f"GDEC 2025 {filler(number)}", title=title, language="ar"
        )
        database.call(saving(made, mention(made, "GDEC")))
    database.call(triage, 1, "confirmed", by="ana", now=NOW)
    async with client(database) as web:
        for path in (
            *("/", "/mentions", "/articles", "/stories", "/stories/1", "/changes", "/articles/1"),
            *SEEKING,
        ):
            page = LexborHTMLParser((await web.get(path)).content)
            leads = page.css(
                "main a[href^='/articles/'], main a[href^='/stories/'], main a[href^='/mentions/']"
            )
            assert leads or path == "/articles/1", path
            assert all(re.search(r"\w", link.text()) for link in leads), path
            assert re.search(r"\w", page.css_first("h1").text()), path
            assert re.match(r"\w", page.css_first("title").text()), path


@pytest.mark.asyncio(loop_scope="module")
async def test_every_list_comes_as_a_file(db: Database) -> None:
    async with client(db) as web:
        for path in (
            "/mentions",
            "/articles",
            "/stories",
            "/forums",
            "/sources",
            "/losses",
            "/errors",
            "/candidates",
            "/readers",
            "/changes",
            "/stories/1",
        ):
            rows = await web.get(path, params={"format": "json"})
            assert rows.headers["content-disposition"].startswith("attachment")
            table = await web.get(path, params={"format": "csv"})
            assert table.text.startswith("\ufeff")
            assert len(rows.json()) == 0 or table.text[1:].split("\r\n")[0].split(",") == list(rows.json()[0])
            other = await web.get(path, params={"format": "csv-semicolon"})
            assert other.headers["content-disposition"].endswith('.csv"')
            assert other.text.split("\r\n")[0] == table.text.split("\r\n")[0].replace(",", ";")
        for path in (
            "/mentions",
            "/articles/1",
            "/stories",
            "/stories/1",
            "/forums",
            "/forums/gdec",
            "/search",
        ):
            assert (await web.get(path, params={"format": "xml", "q": "a"})).status_code == 422, path
        assert (await web.get("/?forum=gdec")).status_code == 422  # the first page has no filters
        named = await web.get("/mentions?language=Tai")  # nobody who fills in a form reads a pattern
        assert named.status_code == 422
        assert "is not a language code; did you mean th (Thai)?" in named.text
        for query, words in (
            ("forums=gdec", "there is nothing of that name"),
            ("before=x", "must be a whole number"),
        ):
            assert words in (await web.get(f"/mentions?{query}")).text
        assert (await web.get("/errors?format=ris")).status_code == 422  # nobody cites an error
        for path in ("/mentions", "/articles", "/search?q=gdec", "/search?q=gdec&of=mentions", "/stories"):
            said = {**dict(httpx.URL(path).params), "format": "ris"}
            cited = (await web.get(httpx.URL(path).path, params=said)).text
            assert cited.count("TY  - ELEC") == (6 if path == "/stories" else 7), path


async def test_an_address_that_is_no_page_is_told_of_in_words_and_on_a_page(db: Database) -> None:
    async with client(db) as web:
        for path in PAGES:
            answer = await web.get(path, params={**dict(httpx.URL(path).params), "utm_source": "a-mail"})
            knows = path.startswith(
                ("/api", "/nothing", "/reports/first", "/reports/editions", "/search", "/mentions?q=(")
            )
            assert answer.status_code < 500, path
            assert knows or (answer.status_code, answer.headers["content-type"][:9]) == (422, "text/html"), (
                path
            )
            assert knows or "utm_source: there is nothing of that name to ask for" in answer.text, path
        for path in ("/forums/gdec?format=xml", "/articles/1?format=xml", "/stories/1?format=ris"):
            assert "format: there are csv, csv-semicolon, json" in (await web.get(path)).text, path
        for path in ("/articles/abc", "/stories/1.5", "/mentions/me", "/articles/" + "9" * 30):
            answer = await web.get(path)
            assert (answer.status_code, answer.headers["content-type"][:9]) == (404, "text/html"), path
            assert "There is no such page" in answer.text
        answer = await web.post("/mentions/1/triage", data={"verdict": "confirmed"})
        assert (answer.status_code, answer.headers["content-type"][:9]) == (422, "text/html")
        assert "seen: is missing" in answer.text
        assert (await web.get("/api/v1/articles/abc")).json()["status"] == 422


async def test_the_first_look_says_what_is_new_how_sure_that_is_and_what_may_be_missing(
    tmp_path: Path,
) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        made = article("http://paper.example/9", f"A word on GDEC 2025. {filler(9)}", title="Passing")
        db.call(saving(made, mention(made, "GDEC 2025", role="passing")))
        async with client(db) as web:
            text = (await web.get("/")).text
            for said in (
                "<strong>8 mentions</strong> in 7 stories",
                "<strong>7</strong> main: about a forum",
                "<strong>1</strong> passing: in a word or two",
                "None of the 2 sources has been asked yet, 1 may have dropped articles between two polls.",
                '<a href="/losses">1 source left a gap between two polls</a>',
            ):
                assert said in text, said
            cards = re.findall(r'id="title-(\d+)"', text)
            assert cards[-1] == "8"  # found last, and said in a word
            assert '<span class="lang">Thai</span>' in text
            assert re.search(r'<a class="tag" href="/forums/gdec">GDEC <span class="year">2025', text)


async def test_more_that_is_new_than_a_page_shows_is_counted_and_one_link_away(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who says that all is read is told how much that is."""
    monkeypatch.setattr("crawler.web.unread.SHOWN", 2)
    fill(database)
    database.call(cursors.advance, "dashboard", 2, NOW)
    database.call(triage, 4, "rejected", reason="duplicate", by="ana", now=NOW)
    async with client(database) as web:
        text = (await web.get("/")).text
        assert "<strong>4 mentions</strong> since you last said" in text
        assert "<strong>4</strong> main: about a forum" in text
        assert '<span class="number">4</span>' in text.partition("In the news</h2>")[2]
        assert "All 4 are read</button>" in text
        assert '<a class="quiet" href="/mentions?after=2">Below are the last 2: show all</a>' in text
        listed = await web.get("/mentions", params={"after": 2})
        assert re.findall(r'<article class="card" id="mention-(\d+)"', listed.text) == ["7", "6", "5", "3"]
        assert 'name="after" value="2"' in listed.text
        for more, ids in (({}, "7653"), ({"q": "gdec"}, "7653"), ({"triage": "rejected"}, "4")):
            asked = {"after": 2, "format": "jsonl", **more}
            saved = (await web.get("/mentions", params=asked)).text.splitlines()
            assert [json.loads(line)["id"] for line in saved] == list(map(int, ids)), more


async def test_what_nobody_has_read_for_years_is_not_counted_to_its_end(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever opens the first page does not wait for all that was ever found."""
    monkeypatch.setattr("crawler.web.unread.SHOWN", 2)
    monkeypatch.setattr("crawler.web.unread.COUNTED", 3)
    fill(database)
    database.call(cursors.advance, "dashboard", 2, NOW)
    async with client(database) as web:
        text = (await web.get("/")).text
    assert "<strong>more than 3 mentions</strong> since you last said" in text
    assert "All of this is read</button>" in text
    assert '<a href="/mentions?after=2">All of them</a>' in text


def test_what_is_behind_a_place_is_counted_without_going_through_all(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)

        def plan(conn: Connection) -> list[str]:
            asked: list[tuple[str, Any]] = []

            def keep(_conn: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
                asked.append((statement, values))

            event.listen(conn.engine, "before_cursor_execute", keep)
            try:
                mentions.parts_behind(conn, 5, NOT_REJECTED, 100)
            finally:
                event.remove(conn.engine, "before_cursor_execute", keep)
            ((statement, values),) = asked
            return [row[3] for row in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]

        assert any("position>?" in step for step in db.read(plan))


async def test_a_forum_is_drawn_up_to_the_last_that_was_told_of_it(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was told last need not be what was found last: a search of an archive brings old news."""
    monkeypatch.setattr("crawler.web.page_reading.LATEST", 2)
    monkeypatch.setattr("crawler.web.page_reading.FEW", 1)
    fill(database)
    for number in (11, 12):
        at = NOW - timedelta(days=700)
        made = article(f"http://paper.example/{number}", f"GDEC 2025. {filler(number)}", published_at=at)
        database.call(saving(made, mention(made, "GDEC 2025")))
    async with client(database) as web:
        text = (await web.get("/forums/gdec")).text
    assert "7 from 3 August 2026 to 1 November 2026; the most, 7, in or on 1 November 2026." in text


async def test_a_list_of_mentions_says_how_many_there_are_in_all(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(database)
    database.call(triage, 4, "rejected", reason="duplicate", by="ana", now=NOW)
    cases = (
        ({}, "6 mentions"), ({"limit": 2}, "6 mentions"), ({"limit": 2, "before": 3}, "6 mentions"),
        ({"after": 5}, "2 mentions"), ({"language": "th"}, "1 mention"), ({"triage": "rejected"}, "1 mention"),
        ({"q": "delegates beijing"}, "2 mentions"), ({"q": "gdec", "after": 6}, "1 mention"),
        ({"role": "passing"}, "0 mentions"),
    )  # fmt: skip
    async with client(database) as web:
        for asked, told in cases:
            assert f'<p class="standfirst">{told}</p>' in (await web.get("/mentions", params=asked)).text, (
                asked
            )
        monkeypatch.setattr("crawler.web.page_news.COUNTED", 5)
        assert '<p class="standfirst">more than 5 mentions</p>' in (await web.get("/mentions")).text


async def test_filters_are_shown_as_they_were_written_and_ask_the_same_again(db: Database) -> None:
    """Whoever changes one of them asks of the same time and languages as before."""
    async with client(db) as web:
        for path in ("/mentions", "/articles", "/stories", "/errors", "/losses"):
            for since in ("24h", "2026-10-31T20:30+07:00"):
                text = (await web.get(path, params={"since": since})).text
                assert f'name="since" size="10" value="{since}"' in text, (path, since)
        several = (await web.get("/mentions?language=th&language=zh")).text
        (written,) = re.findall(r'name="language" size="6" value="([^"]*)"', several)
        again = (await web.get("/mentions", params={"language": written})).text
        cards = [re.findall(r'<article class="card" id="mention-(\d+)"', page) for page in (several, again)]
        assert cards == [["4", "2"], ["4", "2"]]
        for named, codes in (
            ("Scottish Gaelic", "gd"),
            ("Scottish Gaelic, th zh", "gd th zh"),
            ("th,zh", "th zh"),
        ):
            text = (await web.get("/mentions", params={"language": named})).text
            assert f'name="language" size="6" value="{codes}"' in text, named


async def test_an_article_says_why_it_is_not_flagged(database: Database) -> None:
    with_sources(database)
    for number, words in ((1, "At the WIC clinic, mothers queue with a WIC voucher."), (2, "Rain fell.")):
        made = article(f"http://paper.example/{number}", f"{words} {filler(number)}", language="en")
        database.call(saving(made))
    async with client(database) as web:
        doubted, plain = [(await web.get(f"/articles/{number}")).text for number in (1, 2)]
    assert "What may be meant, and is not believed:" in doubted
    assert re.search(r'href="/forums/wic">World Internet Conference.*?<mark>WIC</mark>', doubted, re.DOTALL)
    assert "no name of any stands in it." in plain


async def test_an_article_whose_forum_is_watched_since_it_was_read_says_so(database: Database) -> None:
    """No mention is stored of it before reflag: that is no proof that no name stands in it."""
    with_sources(database)
    words = "The Global Digital Economy Conference opened in Beijing. At the WIC clinic, mothers queue."
    database.call(saving(article("http://paper.example/1", f"{words} {filler(1)}", language="en")))
    async with client(database) as web:
        text = (await web.get("/articles/1")).text
    assert "no name of any stands in it" not in text
    told = r'today’s rules find <a href="/forums/gdec">Global Digital Economy Conference</a>; <code>forumwatch reflag'
    assert re.search(told, text)
    assert "What else may be meant, and is not believed:" in text


async def test_a_forum_is_chosen_in_the_filters_however_its_id_is_written(db: Database) -> None:
    async with client(db) as web:
        assert '<option value="gdec" selected>' in (await web.get("/mentions?forum=GDEC")).text


async def test_the_dashboard_takes_every_filter_of_the_api_and_lists_the_same(db: Database) -> None:
    """A page and its file read what is asked alike; the rows of the file are those of the API."""
    of_articles = ("", "forum=gdec", "source=b", "language=th", "q=beijing", "since=2026-10-01", "before=5")
    asked = {
        "articles": of_articles,
        "stories": (*of_articles, "copies_only=true"),
        "mentions": (*of_articles[:2], *of_articles[3:], "edition=2025", "role=main", "triage=new"),
        "errors": ("", "source=b", "since=2026-10-01", "before=1"),
        "losses": ("", "source=a", "since=2026-10-01", "before=1"),
    }
    wrong, found = [], 0
    async with client(db) as web:
        for name, filters in asked.items():
            for given in filters:
                rows = (await web.get(f"/api/v1/{name}?limit=99&{given}")).json()["items"]
                file = await web.get(f"/{name}?format=jsonl&{given}")
                found += len(rows)
                if file.status_code != 200 or [json.loads(line) for line in file.text.splitlines()] != rows:
                    wrong.append(f"{name}?{given}")
    assert (wrong, found > 100) == ([], True)


async def test_a_file_holds_all_errors_and_all_changes_that_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "PAGE", 2)
    number = 5
    error = {"source_id": "a", "url": "", "at": NOW, "stage": "fetch", "message": "fetch: 500"}
    change = {"mention_id": 1, "at": NOW, "what": "removed", "before": None}
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        db.call(lambda conn: conn.execute(insert(schema.errors), [error] * number))
        changes = [{**change, "position": at} for at in range(1, number + 1)]
        db.call(lambda conn: conn.execute(insert(schema.changes), changes))
        async with client(db) as web:
            for name, there in (("errors", number + 1), ("changes", number)):
                lines = (await web.get(f"/{name}?format=jsonl")).text.splitlines()
                assert (len(lines), len(set(lines))) == (there, there), name


async def test_a_forum_that_is_known_and_not_watched_is_refused_unless_it_was_once(
    database: Database,
) -> None:
    """An empty list of it, or a feed, would say for ever that there is nothing new."""
    fill(database)
    few = replace(watchlist(), forums={"wic": watchlist().forums["wic"]})
    async with client(database, watched=few) as web:
        for path in (
            "/api/v1/mentions?forum=waic",
            "/feeds/mentions.atom?forum=WAIC",
            "/forums/waic?format=csv",
        ):
            answer = await web.get(path)
            assert (answer.status_code, "not in forums: watch:" in answer.text) == (404, True), path
        assert (await web.get("/api/v1/mentions?q=forum:waic")).status_code == 422
        told = [
            ("Nobody looks for it" in (await web.get(f"/forums/{name}")).text) for name in ("WAIC", "wic")
        ]
        assert told == [True, False]
        assert (await web.get("/api/v1/mentions?forum=wic")).json()["items"] == []
        assert len((await web.get("/api/v1/mentions?forum=GDEC")).json()["items"]) == 7


@pytest.mark.asyncio(loop_scope="module")
async def test_an_empty_list_says_whether_the_store_is_empty_or_the_filters_find_nothing(
    tmp_path: Path,
) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        async with client(db) as web:
            for name, one in (("mentions", "mention"), ("articles", "article"), ("stories", "story")):
                assert f"No {one} is stored yet." in (await web.get(f"/{name}")).text
                assert f'No {one} matches. <a href="/{name}">' in (await web.get(f"/{name}?language=th")).text


@pytest.mark.asyncio(loop_scope="module")
async def test_a_report_by_language_names_the_languages(db: Database) -> None:
    async with client(db) as web:
        shown = LexborHTMLParser((await web.get("/reports?by=language&since=2026-10-01")).content)
    names = {row.text(strip=True) for row in shown.css("tbody th")}
    assert {"English", "Thai", "Arabic", "Chinese"} <= names


async def test_nothing_is_said_to_be_missing_only_where_all_were_heard(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        with_sources(db, "a", "b")
        async with client(db) as web:
            text = (await web.get("/")).text
    assert "None of the 2 sources has been asked yet." in text
    assert "Nothing that is known" not in text
    assert "what other sources would tell is not known" in text


@pytest.mark.asyncio(loop_scope="module")
async def test_the_page_of_the_api_says_what_each_parameter_is(db: Database) -> None:
    async with client(db) as web:
        page = (await web.get("/api")).text
    told = re.findall(r"<dt><code>(.*?)</code></dt><dd>(.*?)</dd>", page, re.DOTALL)
    assert len(told) > 50
    bare = ("", "string", "integer", "number", "boolean", "array")
    assert [name for name, meaning in told if meaning.strip() in bare] == []


def test_people_read_names_of_languages_and_whole_words() -> None:
    for code, name in (
        ("th", "Thai"), ("zh-Hant", "Chinese, traditional"), ("zh_CN", "Chinese, simplified"), ("zh", "Chinese"),
        ("en-GB", "English"), ("deu", "German"), ("xx-YY", "xx-YY"), ("", ""), (None, ""),
    ):  # fmt: skip
        assert tongue(code) == name
    for cut, whole in (
        ("id is tight. At ", "is tight. At "),
        ("id ", "id "),
        ("数字经济大会", "数字经济大会"),
        ("", ""),
    ):
        assert from_word(cut) == whole
    for cut, whole in (
        (" in Davos, though main", " in Davos, though"),
        (" opens", " opens"),
        ("大会开", "大会开"),
    ):
        assert to_word(cut) == whole
    assert behind(" in Beijing") == " in Beijing"  # where the title ends
    assert behind(" in Beijing, where ministers of trade, o") == " in Beijing, where ministers of trade,…"


async def test_a_file_holds_a_whole_list_and_each_row_once(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine.pages.PAGE", 2)
    async with client(db) as web:
        for path, key, count in (
            ("/mentions", "id", 7),
            ("/articles", "id", 7),
            ("/stories", "id", 6),
            ("/search?q=gdec", "id", 7),
            ("/search?q=gdec&of=mentions", "id", 7),
            ("/forums/gdec", "id", 7),
            ("/mentions?limit=3", "id", 3),
            ("/articles?before=4", "id", 3),
        ):
            lines = (await web.get(f"{path}{'&' if '?' in path else '?'}format=jsonl")).text.splitlines()
            ids = [json.loads(line)[key] for line in lines]
            assert len(ids) == len(set(ids)) == count, path


def test_charts_count_every_day_and_tell_what_they_show(database: Database) -> None:
    fill(database)
    counts = database.read(volumes.per_day, NOW - timedelta(days=3), NOW, "gdec")
    assert list(counts.values()) == [0, 0, 0, 7]
    to_the_last = database.read(volumes.per_day, NOW - timedelta(days=3), NOW - timedelta(hours=5), "gdec")
    assert to_the_last == counts
    whole = database.read(volumes.per_day, NOW + timedelta(hours=9), NOW + timedelta(days=1), "gdec")
    assert list(whole.values()) == [7, 0]  # also of the first day, which the time begins in
    chart = by_day("By day", counts)
    assert chart is not None
    assert [bar.count for bar in chart.bars] == [0, 0, 0, 7]
    assert chart.bars[-1].height > 0 == chart.bars[0].height
    assert chart.said == "7 from 29 October 2026 to 1 November 2026; the most, 7, in or on 1 November 2026."
    monthly = by_month("By month", counts)
    assert monthly is not None
    assert [(bar.name, bar.count) for bar in monthly.bars] == [("November 2026", 7)]
    assert by_day("Nothing", dict.fromkeys(counts, 0)) is None


def test_mentions_of_one_story_stand_together(database: Database) -> None:
    fill(database)
    stories = by_story(database.read(mentions.newest, limit=None))
    assert sorted(len(told.mentions) for told in stories) == [1, 1, 1, 1, 1, 2]
    assert all(told.lead not in told.others for told in stories)


def test_a_new_reader_is_told_the_day_and_a_known_one_what_came_since(database: Database) -> None:
    fill(database)
    made = article("http://paper.example/9", f"A word on GDEC 2025. {filler(9)}")
    call = saving(made, mention(made, "GDEC 2025"))
    call.keywords["now"] = NOW + timedelta(days=2)
    database.call(call)
    for after, told in ((timedelta(days=1), 8), (timedelta(days=2), 1), (timedelta(days=4), 0)):
        found = database.read(news_for, "me", NOW + after)
        assert (len(found.found), found.moved_at) == (told, None)
    database.call(cursors.advance, "me", 5, NOW)
    assert [m.position for m in database.read(news_for, "me", NOW + timedelta(days=4)).found] == [8, 7, 6]
