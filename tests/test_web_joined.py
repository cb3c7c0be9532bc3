"""The address and the number of a story that was joined into an elder one: on the dashboard, in the API, in the shell."""

from __future__ import annotations

from pathlib import Path

import pytest
from joinsamples import CORRIDOR
from newsroom import ask
from storesamples import with_sources
from translationsamples import saving, told
from webdesk import client

from storage.database import Database


def fill(db: Database) -> None:
    """A store with story 1, into which story 2 was joined."""
    with_sources(db)
    for number, which in enumerate(("en", "english", "zh")):
        made = told(which[:2], CORRIDOR[which], url=f"http://{number}.example/{number}")
        db.call(saving(made))


async def test_the_old_address_leads_to_the_elder_story(database: Database) -> None:
    fill(database)
    async with client(database) as web:
        led = await web.get("/stories/2")
        assert (led.status_code, led.headers["location"]) == (303, "/stories/1")
        assert (await web.get("/stories/2?format=csv")).headers["location"] == "/stories/1?format=csv"
        there = await web.get(led.headers["location"])
        assert there.status_code == 200
        assert "/articles/2" in there.text
        assert (await web.get("/stories/3")).status_code == 404
        assert 'href="/stories/2"' not in (await web.get("/stories")).text


async def test_the_api_says_where_a_story_went(database: Database) -> None:
    fill(database)
    async with client(database) as web:
        led = await web.get("/api/v1/stories/2")
        assert (led.status_code, led.json()) == (308, {"id": 2, "joined_to": 1})
        assert led.headers["location"] == "/api/v1/stories/1"
        assert (await web.get(led.headers["location"])).json()["articles"] == 3
        assert (await web.get("/api/v1/stories/3")).status_code == 404


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_the_shell_shows_the_elder_story_and_says_so(tmp_path: Path, form: str) -> None:
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    with Database(url) as db:
        fill(db)
    shown, elder = (ask("--database", url, "stories", "show", i, "--format", form) for i in ("2", "1"))
    assert (shown.code, shown.out) == (0, elder.out)
    assert shown.err == "story 2 turned out to be one with story 1\n"
    if form == "json":
        assert shown.rows[0]["id"] == 1
