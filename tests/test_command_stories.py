"""`stories` and `stories show`: who told it first, whom it is credited to, how it spread, what copies did."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from newsroom import Ended, ask
from sqlalchemy import update
from storesamples import article, mention, saving, with_sources

from crawler import dedupe
from crawler.cli import forumwatch as program
from storage import schema
from storage.database import Database

FIRST = datetime.fromisoformat("2025-07-02T09:00:00+08:00")
PARAGRAPHS = [
    "The 2025 Global Digital Economy Conference, GDEC for short, opened in Beijing before 800 delegates of fifty countries.",
    "Its organisers published a benchmark of twelve digital cities, among them Bangkok, Jakarta and Nairobi, for the first time.",
    "A deputy minister told the opening session that data would flow between ports as freely as containers do today.",
    "Engineers showed a ferry that steers itself through fog, and a clinic on wheels that reads scans in a village square.",
    "Four agreements on the training of young programmers were signed in the afternoon, two of them with schools in Laos.",
    "The conference closes on Saturday with a marathon of start-ups under the glass roof of the old steel works.",
]
WIRE = "\n".join(PARAGRAPHS)
CUT = "\n".join(
    [
        *PARAGRAPHS[:3],
        *PARAGRAPHS[4:],
        "Thai firms joined three of the agreements, their trade ministry said on Thursday.",
    ]
)


@pytest.fixture
def store(tmp_path: Path) -> str:
    """The URL of a store with one story of six articles, and another of one."""
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    with Database(url) as db:
        fill(db)
    return url


def fill(db: Database) -> None:
    with_sources(db)

    def put(url: str, text: str, minutes: int | None, role: str = "main", **values) -> None:
        at = None if minutes is None else FIRST + timedelta(minutes=minutes)
        made = article(
            url,
            text,
            **{"title": "GDEC opens", "language": "en", "published_at": at, "published_confidence": 0.97}
            | values,
        )
        said = (mention(made, "GDEC", role=role),) if "GDEC" in text else ()
        db.call(partial(saving(made, *said), site=dedupe.site(url)))

    put("https://daily.example/1", WIRE, 45, site_name="The Daily", credit="Xinhua")
    put("https://thai.example/1", CUT, 190, site_name="หนังสือพิมพ์ไทย", credit="Xinhua", language="th")
    put("https://www.news.cn/1", WIRE + "\nOnline.", 0, site_name="新华网", language="zh")
    put("https://late.example/1", WIRE, None, site_name="Late", role="passing")
    midnight = datetime.fromisoformat("2025-07-06T00:00:00+00:00")
    put(
        "https://weekly.example/1", WIRE, None, site_name="The Weekly", credit="Xinhua", published_at=midnight
    )
    put(
        "https://alone.example/1",
        "Nothing of the kind was told anywhere else in the world. " * 9,
        5,
        site_name="Alone",
    )
    found = datetime.fromisoformat("2025-07-02T02:00:00+00:00")

    def know(conn) -> None:
        A = schema.articles
        conn.execute(update(A).where(A.c.id == 4).values(stored_at=found))
        conn.execute(update(A).where(A.c.id == 1).values(removed_at=found, version=2))

    db.call(know)


def shown(store: str, *args: object) -> Ended:
    return ask("--database", store, "stories", *args)


def test_a_story_is_told_with_who_was_first_and_what_each_copy_did(store: str):
    ended = shown(store, "show", 1)
    assert ended.code == 0
    head, spread, articles = ended.out.split("\n\n")
    told = {line[:16].strip(): line[16:] for line in head.splitlines()}
    assert told["first told"].startswith("2025-07-02 01:00 UTC by 新华网, to whom it is credited; ")
    assert told["perhaps before"] == "Late, whose hour is not known"
    assert told["credited to"] == "Xinhua by 3 articles"
    assert told["told by"] == "5 articles, 3 wordings, 5 outlets, in en, th, zh (copies: 2 exact, 2 near)"
    assert told["forums"] == "gdec 2025: main 4, passing 1"
    assert "####      4  新华网, The Daily, Late, หนังสือพิมพ์ไทย" in spread
    assert "nobody for 3 d" in spread
    lines = articles.splitlines()[1:]
    assert [line.split()[0] for line in lines] == ["3", "1", "4", "2", "5"]
    daily, late, thai, weekly = lines[1:]
    assert "+45 min" in daily
    assert "edited, version 2 of" in daily
    assert "removed, seen 2025-07-02 02:00" in daily
    assert "by +1 h" in late
    assert "+3 h 10 min" in thai
    assert "kept 83%, cut 17%, added 12%; cut “Engineers showed a ferry" in thai
    assert "added “Thai firms joined" in thai
    assert "kept" not in weekly


def test_json_holds_all_of_a_story_and_csv_its_articles(store: str):
    (row,) = shown(store, "show", 1, "--format", "json").rows
    assert (row["first"]["article_id"], row["first"]["because"], row["earlier"]) == (3, "credited", [4])
    assert row["credits"] == [{"name": "Xinhua", "articles": 3, "here": True}]
    assert [bar["articles"] for bar in row["bars"]] == [[3, 1, 4, 2], [5]]
    thai = row["tellings"][3]
    assert (thai["outlet"], thai["delay_s"], thai["known"]) == ("หนังสือพิมพ์ไทย", 11_400, "minute")
    assert thai["cuts"] == [{"text": PARAGRAPHS[3].rstrip("."), "letters": len(PARAGRAPHS[3]) - 1}]
    lines = shown(store, "show", 1, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == row["tellings"]
    table = list(csv.reader(io.StringIO(shown(store, "show", 1, "--format", "csv").out)))
    assert table[0] == list(thai)
    assert len(table) == 6


def test_a_story_that_is_not_there_is_said_with_exit_2(store: str):
    ended = shown(store, "show", 99)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "no story 99; `forumwatch stories` tells which there are\n"


def test_the_list_is_what_stories_means_without_a_word(store: str):
    alone = shown(store, "--copies", "--format", "json").rows
    assert alone == shown(store, "list", "--copies", "--format", "json").rows
    (row,) = alone
    assert (row["first_outlet"], row["credit"], row["exact"], row["near"]) == ("新华网", "Xinhua", 2, 2)
    assert [row["id"] for row in shown(store, "--format", "json").rows] == [2, 1]
    assert shown(store, "shwo").code == 2


def completed(*words: str, incomplete: str) -> set[str]:
    return {
        item.value
        for item in ShellComplete(program, {}, "forumwatch", "_").get_completions(list(words), incomplete)
    }


def test_a_shell_completes_commands_and_the_lists_options():
    assert completed("stories", incomplete="") >= {"list", "show"}
    assert completed("stories", incomplete="--co") == {"--copies"}
    assert completed("stories", "--copies", incomplete="--lang") == {"--language"}


def test_a_story_of_very_many_copies_is_shown_in_part(store: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("crawler.commands.told.SHOWN", 2)
    monkeypatch.setattr("crawler.retold.MOST_LETTERS", len(WIRE) + 500)
    monkeypatch.setattr("storage.stories.lists.MEMBERS", 4)
    out = shown(store, "show", 1).out
    assert "and 2 more, which --format jsonl prints" in out
    assert "1 article stored later is only counted" in out
    assert "2 changed copies are too many to be compared" in out
