"""What the outlet of an article is called, alike wherever it is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import httpx
from badserver import BadServer, answer
from newsroom import Newsroom, ask, config_for, filler, forumwatch

from crawler.config import load_config
from crawler.config.models import WebShape
from crawler.dedupe import site
from crawler.demo.server import Answer
from crawler.flag import load_watchlist
from crawler.web.desk import Desk
from crawler.web.serving import served
from storage.database import Database
from storage.stories.told import called

TITLE = "Global Digital Economy Conference opens in Beijing"
TEXT = "The 2025 Global Digital Economy Conference opened in Beijing on Wednesday with delegates of fifty countries."


@dataclass
class From:
    """What is known of the source of an article."""

    source_url: str
    source_name: str | None


def test_an_outlet_is_called_as_its_source_then_as_its_page_says_then_by_its_host():
    post = From("https://rss.post.example.co.uk/feed", "The Post, tech")
    cases = (
        (post, "https://www.post.example.co.uk/1", "POST Online", "The Post, tech"),
        (post, "https://other.co.uk/1", "Other", "Other"),  # of another site: a source that searches
        (post, "https://www.other.co.uk/1", None, "other.co.uk"),
        (From("https://post.example/feed", None), "https://post.example/1", "POST Online", "POST Online"),
        (From("https://post.example/feed", None), "https://www.post.example/1", None, "post.example"),
        (From("http://127.0.0.1:1/feed", "Here"), "http://127.0.0.1:1/1", None, "Here"),
    )
    found = [called(of, url, name, site) for of, url, name, _ in cases]
    assert found == [expected for *_, expected in cases]


async def test_every_face_calls_an_outlet_alike(tmp_path: Path) -> None:
    page = f'<!doctype html><html lang="en"><title>{TITLE}</title><article><h1>{TITLE}</h1>'
    page += "".join(f"<p>{line}</p>" for line in (TEXT, *filler(2))) + "</article>"
    async with (
        Newsroom() as room,
        BadServer({"/1": answer(200, page.encode(), content_type="text/html")}, host="127.0.0.2") as other,
    ):
        room.publish("opening", TITLE, TEXT, *filler(1))  # whose page calls itself The Ledger
        item = f"<item><title>{TITLE}</title><link>{other.url('/1')}</link></item>"
        feed = f'<rss version="2.0"><channel><title>t</title>{item}</channel></rss>'
        room.answers["/search"] = Answer(feed.encode(), "application/rss+xml")
        sources = [
            {"id": "ledger", "name": "Morning Ledger", "url": room.url()},
            {"id": "searched", "name": "A search engine", "url": room.url("/search")},
        ]
        config = config_for(tmp_path, sources)
        assert (await forumwatch("--config", config, "once")).code == 0
        names = {"Morning Ledger", "127.0.0.2"}
        for verb in (
            ("mentions",),
            ("articles",),
            ("search", "conference"),
            ("search", "conference", "--mentions"),
        ):
            rows = ask("--config", config, *verb, "--format", "json").rows
            assert {row["outlet"].partition(":")[0] for row in rows} == names, verb
            told = ask("--config", config, *verb).out
            assert ["Morning" in told, "The Ledger" in told, "A search" in told] == [True, False, False], verb
        firsts = {
            row["first_outlet"].partition(":")[0]
            for row in ask("--config", config, "stories", "--format", "json").rows
        }
        assert firsts <= names
        for form in ("csv", "ris", "bibtex", "atom", "jsonfeed"):
            assert "Morning Ledger" in ask("--config", config, "export", "--format", form).out, form
        assert (
            "T2  - Morning Ledger"
            in ask("--config", config, "export", "--what", "articles", "--format", "ris").out
        )
        shown = (
            ask("--config", config, "articles", "show", "1").out
            + ask("--config", config, "articles", "show", "2").out
        )
        assert "Morning Ledger" in shown
        said = load_config(config)
        with Database(said.database) as db:
            async with (
                served(Desk(db, load_watchlist()), WebShape(port=0)) as at,
                httpx.AsyncClient(base_url=at) as client,
            ):
                for paths in (
                    ("articles",),
                    ("mentions",),
                    ("articles/1", "articles/2"),
                    ("search?q=conference",),
                    ("search?q=conference&of=mentions",),
                ):
                    text = "".join([(await client.get(path)).text for path in paths])
                    told = [name in text for name in ("Morning Ledger", "The Ledger", "A search engine")]
                    assert told == [True, False, False], paths
                api = (await client.get("api/v1/mentions")).json()["items"]
                assert {row["outlet"].partition(":")[0] for row in api} == names
