"""A forum that is added to a watch that has run for long: who starts the program, or looks at it, is told what to do."""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
from newsroom import Newsroom, ask, config_for, filler, forumwatch
from sqlalchemy import select
from storesamples import NOW, article, later, mention, saving, with_sources
from storesamples import filler as words
from structlog.testing import capture_logs

from crawler import compose
from crawler.ahead import ahead_of_polled
from crawler.commands.web import opened
from crawler.config import load_config
from crawler.config.models import WebShape
from crawler.crew import Crew
from crawler.flag import load_watchlist
from crawler.watched import marks, owed
from storage import schema
from storage.articles import watched
from storage.database import Database
from storage.mentions import stream as mentions
from storage.sources.dead import bury_silent

HOUR = timedelta(hours=1)
WHARF: dict[str, Any] = {
    "id": "wharf",
    "name": "Lantern Wharf Summit",
    "names": {"en": ["Lantern Wharf Summit"]},
}
TOLD = "in no article stored before"


def forums(db: Database) -> list[str]:
    return [each.forum_id for each in db.read(watched.not_looked_for)]


def test_articles_are_owed_to_each_forum_that_came_after_them(database: Database) -> None:
    db = database
    with_sources(db)

    def begin(hours: int, **said: str) -> list[str]:
        db.call(watched.begin, said, NOW + hours * HOUR)
        return forums(db)

    def stored(number: int) -> int:
        made = article(f"http://a.example/{number}", words(number))
        return db.call(saving(made)).article_id

    assert begin(0, gdec="") == []  # nothing is stored yet
    stored(1)
    assert begin(1, gdec="") == []
    assert begin(2, gdec="", wharf="one") == ["wharf"]
    assert begin(3, gdec="", wharf="one", pier="") == ["wharf", "pier"]
    assert [each.before for each in db.read(watched.not_looked_for)] == [NOW + 2 * HOUR, NOW + 3 * HOUR]
    db.call(watched.look_through, {"wharf": "one"}, db.read(watched.last_article), NOW)
    assert forums(db) == ["pier"]
    assert begin(4, gdec="", wharf="two") == ["wharf"]  # other names; and nobody watches the pier any more
    db.call(watched.look_through, {"gdec": "", "wharf": "two"}, db.read(watched.last_article), NOW)
    assert begin(5, gdec="", wharf="two", pier="") == ["pier"]

    # reflag went before the start: what was stored between the two is owed, and what it opened to be read, which a
    # daemon of before has left unread once more
    for reopened, late in ((0, False), (1, False), (0, True)):
        begin(6, gdec="")
        last = db.read(watched.last_article)
        for number in (0, reopened):
            db.call(watched.look_through, {"gdec": "", "wharf": "two"}, last, NOW, reopened=number)
        if late:
            stored(2)
        assert begin(7, gdec="", wharf="two") == (["wharf"] if late or reopened else [])


def test_a_store_that_is_older_than_this_owes_nothing(database: Database) -> None:
    with_sources(database)
    database.call(saving(article()))
    database.call(watched.begin, {"gdec": "", "wharf": "one"}, NOW)
    assert forums(database) == []


def test_only_what_is_said_of_a_forum_marks_it() -> None:
    watchlist = load_watchlist(add=[WHARF])
    assert (set(marks([WHARF], watchlist)), marks([], watchlist)["gdec"]) == (set(watchlist.forums), "")
    other = WHARF | {"names": {"en": ["Lantern Wharf Summit", "Wharf Lantern Congress"]}}
    both = marks([WHARF], watchlist)["wharf"], marks([other], load_watchlist(add=[other]))["wharf"]
    assert both[0] != both[1]


def test_forums_that_were_added_at_one_time_are_told_of_in_one_sentence(database: Database) -> None:
    watchlist = load_watchlist()
    with_sources(database)
    database.call(watched.begin, {"gdec": ""}, NOW)
    database.call(saving(article()))
    database.call(watched.begin, marks([], watchlist), NOW)
    (sentence,) = database.read(owed, watchlist, NOW)
    assert (
        f"and {len(watchlist.forums) - 4} more: {TOLD} 2026-11-01 08:00 UTC; `forumwatch reflag` does"
        in sentence
    )


def test_a_server_that_was_started_before_the_crawler_does_not_speak_of_the_file_of_today(
    database: Database, tmp_path: Path
) -> None:
    database.call(watched.begin, {"gdec": "", "wharf": "of today"}, NOW)
    config = load_config(config_for(tmp_path, [], forums={"add": [WHARF]}))
    read = database.read(ahead_of_polled, config, load_watchlist(add=[WHARF]), NOW)
    (said,) = read.not_looked_for
    assert said.startswith("wharf: ")
    assert "as sources.yaml was when this server was started; start `forumwatch run` anew, and" in said


def until_started(config: Path) -> None:
    """Who crawls was started before sources.yaml said so: "nothing new" of it is no answer, and each verb says so."""
    yet = "note: not looked for: wharf: in nothing that comes, and in what is stored by `reflag` alone, as sources.yaml has"
    unmet = "note: source newer is not known to the store yet"
    for asked, told in (
        (("mentions", "--new", "--cursor", "w"), (yet,)),
        (("report", "--forum", "wharf"), (yet,)),
        (("search", "forum:wharf source:newer"), (yet, unmet)),
        (("articles", "--source", "newer"), (unmet,)),
    ):
        err = ask("--config", config, *asked).err
        assert all(said in err for said in told), asked
    (said,) = ask("--config", config, "status", "--format", "json").rows[0]["not_looked_for"]
    assert said.startswith("wharf: in nothing that comes")


async def test_who_adds_a_forum_is_told_to_look_for_it_in_what_is_stored(tmp_path: Path) -> None:
    async with Newsroom() as site:
        skipped = site.publish("more", "Lantern Wharf Summit in spring", "The summit meets.", *filler(3))
        site.answers["/more"], site.posts = site.feed(), []
        site.publish("opening", "Lantern Wharf Summit opens", "The Lantern Wharf Summit opens.", *filler(1))
        site.publish("other", "Harbour counted", *filler(2))
        sources = [
            {"id": "ledger", "url": site.url()},
            {"id": "matching", "url": site.url("/more"), "read": "on_match"},
        ]
        config = config_for(tmp_path, sources)
        assert TOLD not in (await forumwatch("--config", config, "once")).err
        newer = {"id": "newer", "url": site.url("/newer")}
        config = config_for(tmp_path, [*sources, newer], forums={"add": [WHARF]})
        until_started(config)
        config = config_for(tmp_path, sources, forums={"add": [WHARF]})
        assert f"note: not looked for: wharf: {TOLD}" in (await forumwatch("--config", config, "once")).err
        assert ask("--config", config, "mentions").out == ""
        asked = ask("--config", config, "mentions", "--new", "--cursor", "w", "--forum", "wharf")
        assert f"note: not looked for: wharf: {TOLD}" in asked.err
        (said,) = ask("--config", config, "status", "--format", "json").rows[0]["not_looked_for"]
        assert said.startswith(f"wharf: {TOLD}")
        assert "not looked for" in ask("--config", config, "status").out
        with Database(f"sqlite:///{tmp_path}/watch.db") as db:
            web = await shown(config, db)
        assert said.partition("`")[0] in web["/sources"]
        assert '<a href="/sources#added">' in web["/"]

        dry = ask("--config", config, "reflag", "--dry-run")
        assert "1 entry that names a forum now would be read" in dry.err
        looked = ask("--config", config, "reflag", "--forum", "wharf")
        assert "1 gained" in looked.err
        assert "not looked for" not in looked.err  # by who does so
        assert "1 entry that names a forum now can be read" in looked.err
        assert ask("--config", config, "status", "--format", "json").rows[0]["not_looked_for"] == []
        assert (await forumwatch("--config", config, "once")).err == ""
        found = ask("--config", config, "mentions", "--forum", "wharf", "--format", "json").rows
        assert {row["url"] for row in found} == {site.url("/2025/opening.html"), site.url(skipped)}


async def shown(config: Path, db: Database) -> dict[str, str]:
    """The dashboard's first page, and that of the sources."""
    said = load_config(config)
    async with AsyncExitStack() as stack:
        at = await opened(stack, said, load_watchlist(add=said.add), db, WebShape(port=0))
        web = await stack.enter_async_context(httpx.AsyncClient(base_url=at))
        return {path: (await web.get(path)).text for path in ("/", "/sources")}


def test_what_was_told_of_a_forum_stands_where_an_edit_is_read_by_who_does_not_watch_it(
    database: Database,
) -> None:
    with_sources(database)
    made = article(text=f"GDEC 2025 opened. WIC 2025 did not. {words(1)}")
    both = (mention(made, "GDEC 2025"), mention(made, "WIC 2025", "wic"))
    database.call(saving(made, *both))
    edited = later(made, text=f"Later: {made.text}")
    database.call(partial(saving(edited), watched={"wic"}))
    assert [m.mention.forum_id for m in database.read(mentions.since, 0)] == ["gdec"]
    database.call(partial(saving(later(made, text=f"At last: {made.text}")), watched={"wic", "gdec"}))
    assert database.read(mentions.since, 0) == []


def test_what_one_of_two_crawlers_reads_is_owed_to_the_forums_of_the_other_alone(database: Database) -> None:
    """They come into one store with different sources.yaml; the second to start lets go of what it does not know."""
    db, minute = database, timedelta(minutes=1)
    watchlist = load_watchlist(add=[WHARF])
    both, one = {"gdec": "", "wharf": "one"}, {"gdec": ""}
    with_sources(db)

    def stored(number: int) -> None:
        db.call(saving(article(f"http://a.example/{number}", words(number))))

    def reflagged(at: Any) -> None:
        db.call(watched.look_through, both, db.read(watched.last_article), at)

    db.call(watched.begin, both, NOW)
    stored(1)
    assert db.call(watched.stand_by, "first", both, NOW) == ([], 1)
    db.call(watched.begin, one, NOW + minute)
    assert db.call(watched.stand_by, "second", one, NOW + minute) == ([], 2)
    assert db.call(watched.stand_by, "first", both, NOW + 2 * minute) == (["wharf"], 2)
    assert forums(db) == ["wharf"]
    said = db.read(owed, watchlist, NOW + 2 * minute)
    assert said[0].startswith("crawlers of this store watch other forums than each other")
    assert said[1].startswith(f"wharf: {TOLD} 2026-11-01 08:02 UTC")
    reflagged(NOW + 2 * minute)
    assert forums(db) == ["wharf"]  # what the second one reads next will not have been looked through
    db.call(watched.stand_by, "first", both, NOW + 4 * minute)
    assert [each.before for each in db.read(watched.not_looked_for)] == [NOW + 4 * minute]

    db.call(watched.leave, "second")
    (sentence,) = db.read(owed, watchlist, NOW + 4 * minute)
    assert sentence.startswith("wharf")
    reflagged(NOW + 4 * minute)
    assert forums(db) == []
    assert db.call(watched.stand_by, "first", both, NOW + 5 * minute) == ([], 1)
    db.call(watched.stand_by, "second", one, NOW + 6 * minute)
    assert db.read(watched.lists, NOW + 30 * minute) == 0  # killed, they are forgotten
    assert sorted(db.call(bury_silent, "third", NOW + 30 * minute)) == ["first", "second"]
    assert db.call(watched.stand_by, "third", both, NOW + 30 * minute) == ([], 1)
    walks = db.read(lambda conn: conn.execute(select(schema.walks.c.name)).scalars().all())
    assert len([name for name in walks if name.startswith(watched.FLAGS)]) == 1  # that of the third alone


async def test_two_daemons_with_other_forums_on_one_store_are_told_of(
    database_url: str, database: Database, tmp_path: Path
) -> None:
    async with Newsroom() as site:
        site.publish("opening", "Lantern Wharf Summit opens", "The Lantern Wharf Summit opens.", *filler(1))
        crews = []
        async with AsyncExitStack() as stack:
            for name, added in (("wide", [WHARF]), ("narrow", [])):
                (tmp_path / name).mkdir()
                told = [{"id": "ledger", "url": site.url()}]
                path = config_for(tmp_path / name, told, database=database_url, forums={"add": added})
                config, watchlist = load_config(path), load_watchlist(add=added)
                pipeline = await stack.enter_async_context(compose.assembled(config, watchlist, database))
                database.call(watched.begin, marks(config.add, watchlist), NOW)
                crews.append(Crew(pipeline))
            with capture_logs() as said:
                for crew in reversed(crews):  # the page is read by who does not watch the wharf
                    await crew.until_idle()
            assert [line["forums"] for line in said if line["log_level"] == "warning"] == [["wharf"]]
            several, wharf = database.read(owed, load_watchlist(add=[WHARF]), datetime.now(UTC))
            assert several.startswith("crawlers of this store watch other forums")
            assert wharf.startswith(f"wharf: {TOLD}")
            for crew in crews:
                await crew.stop()
        assert database.read(watched.lists, datetime.now(UTC)) == 0
        assert forums(database) == ["wharf"]


async def test_an_example_that_a_version_reads_otherwise_stops_nobody_and_is_told_until_it_is_mended(
    tmp_path: Path,
):
    """As after an upgrade: what the file says was right by the rules of the version before."""
    async with Newsroom() as site:
        site.publish("opening", "Lantern Wharf Summit opens", "The Lantern Wharf Summit opens.", *filler(1))
        sources = [{"id": "ledger", "url": site.url()}]

        def told(**examples: list[str]) -> Path:
            return config_for(tmp_path, sources, forums={"add": [WHARF | {"examples": examples}]})

        config = told(yes=["They met by the wharf.", "The Lantern Wharf Summit opens."])
        note = "note: read otherwise by the rules of this version: "
        first = await forumwatch("--config", config, "once")
        assert (first.code, first.err.count(note)) == (0, 1)
        assert "forums: add[0.examples]: wharf: “They met by the wharf.” is not flagged" in first.err
        row = ask("--config", config, "status", "--format", "json").rows[0]
        assert (row["sure"], row["misread_forums"]) == ("doubt", ["wharf"])
        assert "wharf: not found in all that it should be by this version" in row["proof"]
        assert "misread" in ask("--config", config, "status").out
        new = ask("--config", config, "mentions", "--new", "--cursor", "me")
        assert (new.code, "Lantern Wharf Summit" in new.out) == (0, True)
        nothing = ask("--config", config, "mentions", "--new", "--cursor", "me")
        assert "not found in all that it should be by this version" in nothing.err
        with Database(f"sqlite:///{tmp_path}/watch.db") as db:
            assert "not found in all that it should be" in (await shown(config, db))["/"]

        config = told(no=["The Lantern Wharf Summit opens."])  # which is found, and so nothing is missed
        again = await forumwatch("--config", config, "once")
        assert (again.code, again.err.count(note)) == (0, 1)
        assert ask("--config", config, "status", "--format", "json").rows[0]["misread_forums"] == []
        config = told(yes=["The Lantern Wharf Summit opens."])
        assert note not in (await forumwatch("--config", config, "once")).err
        assert ask("--config", config, "status", "--format", "json").rows[0]["sure"] == "sound"


def test_a_new_forum_may_not_make_an_example_wrong_and_answers_for_no_other(tmp_path: Path):
    held = {"id": "wharf", "name": "Wharf Data Summit", "names": {"en": ["Wharf Data Summit"]}}
    wrong = held | {"examples": {"yes": ["The Wharf Data Summit of Riga opened on Monday.", "Nothing here."]}}
    config = config_for(tmp_path, [{"id": "ledger", "url": "http://a.example/feed"}], forums={"add": [wrong]})
    before = config.read_text("utf-8")
    refused = ask("--config", config, "forums", "add", "Wharf Data Summit of Riga")
    assert (refused.code, config.read_text("utf-8")) == (2, before)
    assert "would have a fault with it" in refused.err
    assert (
        "The Wharf Data Summit of Riga opened on Monday.” is not flagged"
        in refused.err.partition("would have")[2]
    )
    assert ask("--config", config, "forums", "add", "Lantern Quay Assembly").code == 0
