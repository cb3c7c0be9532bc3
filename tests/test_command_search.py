"""``search`` and ``--query`` as a person meets them: what is found and where, and faults under their character."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len
from storesamples import article, filler, mention, saving, with_sources

from crawler.cli import forumwatch as program
from storage.database import Database

CHINESE = "北京消息：全球數字經濟大会（GDEC 2025）七月開幕。" + "其他的話。" * 60 + "數字經濟與網絡。"


@pytest.fixture
def store(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    with Database(url) as db:
        with_sources(db)
        chinese = article("http://a.example/1", CHINESE, title="數字經濟", language="zh")
        db.call(saving(chinese, mention(chinese, "GDEC")))
        db.call(saving(article("http://a.example/2", "Digital digital economy " + filler(2), language="en")))
        db.call(
            saving(
                article("http://a.example/3", "A digital thing " + filler(3), title="=Other", language="en")
            )
        )
    return url


def call(store: str, *args: str) -> Result:
    return CliRunner().invoke(program, ["--database", store, *args])


def rows(store: str, *args: str) -> list[dict[str, Any]]:
    return list(json.loads(call(store, *args, "--format", "json").stdout))


def test_articles_are_found_with_the_words_around_and_their_places(store: str):
    (found,) = rows(store, "search", "数字经济 lang:zh")
    assert "text" not in found
    assert found["title_pieces"] == [{"text": "數字經濟", "hit": True, "start": 0}]
    hit = next(piece for piece in found["excerpt"] if piece["hit"])
    assert hit == {"text": "數字經濟", "hit": True, "start": CHINESE.index("數字")}
    assert "全球«數字經濟»大会" in call(store, "search", "数字经济").stdout
    assert [row["id"] for row in rows(store, "search", "digital")] == [3, 2]
    assert [row["id"] for row in rows(store, "search", "digital", "--by", "relevance")] == [2, 3]
    assert [row["id"] for row in rows(store, "search", "digital", "--limit", "1")] == [3]
    assert call(store, "search", "digital", "--format", "csv").stdout.count("\n") == 3


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["-economy"], [3, 1]),
        (["-thing lang:en"], [2]),
        (["--limit", "1", "digital", "-thing"], [2]),
        (["-大会", "OR", "thing", "--limit", "0"], [3, 2]),
        (["digital", "--by=relevance", "economy"], [2]),
        (["--", "-economy"], [3, 1]),
    ],
)
def test_words_need_no_quotes_and_a_minus_no_dashes_before_it(store: str, asked: list[str], found: list[int]):
    assert [row["id"] for row in rows_of("search", store, asked)] == found


def rows_of(verb: str, store: str, asked: list[str]) -> list[dict[str, Any]]:
    """The rows where the format stands before what is asked."""
    return list(json.loads(call(store, verb, "--format", "json", *asked).stdout))


def test_what_looks_like_an_option_of_search_is_one(store: str):
    assert "No such option '--limi'" in call(store, "search", "gdec", "--limi", "3").stderr
    assert call(store, "search", "gdec", "-h").stdout.startswith("Usage: forumwatch search")
    assert "No such option '-n'" in call(store, "search", "-n", "5", "gdec").stderr
    assert "No such option '-f'" in call(store, "search", "gdec", "-f", "json").stderr
    assert call(store, "search", "--", "-n", "gdec").exit_code == 0
    assert "Missing argument 'QUERY'" in call(store, "search").stderr
    assert "-1 is not in the range" in call(store, "search", "gdec", "--limit", "-1").stderr


def test_mentions_are_found_by_their_fields_and_words(store: str):
    (found,) = rows(store, "search", "--mentions", "forum:GDEC 大会")
    assert (found["forum_id"], found["article_id"]) == ("gdec", 1)
    assert any(piece["hit"] for piece in found["excerpt"])
    for verb, ids in (("mentions", 1), ("articles", 1), ("stories", 1)):
        assert len(rows(store, verb, "--query", "title:数字 after:2020")) == ids
    nothing = call(store, "search", "nowhere")
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (0, "", "nothing is found\n")


def test_what_is_rejected_is_not_among_the_mentions(store: str):
    call(store, "triage", "1", "--reject", "duplicate", "--by", "ana")
    assert rows(store, "search", "--mentions", "GDEC") == []
    assert len(rows(store, "search", "GDEC")) == 1


FAULTS = {
    "數字 role:mian": ("數字 role:", "no role 'mian'; did you mean main?"),
    "forum:gdecc": ("forum:", "no forum 'gdecc'; did you mean gdec"),
    "ＮＥＡＲ/x": ("", "with a number of words, 1 to 100: NEAR/5"),
    "source:b": ("source:", "no source 'b'"),
    "北京 ": None,
    "\x1b[2J (a": ("\x1b[2J ", "this bracket is not closed"),
    "a " * 60: ("a " * 50, "more than 50 words, phrases and fields"),
}


@pytest.mark.parametrize("query", FAULTS)
def test_a_fault_stands_under_its_character(store: str, query: str):
    ended = call(store, "search", query)
    expected = FAULTS[query]
    if expected is None:
        assert ended.exit_code == 0
        return
    before, message = expected
    shown, marked = ended.stderr.splitlines()[-2:]
    assert ended.exit_code == 2
    assert message in marked
    assert "\x1b" not in shown
    assert shown.startswith("…") == (len(before) > 40)
    at = 41 if len(before) > 40 else cell_len(before.replace("\x1b", " "))
    assert marked.index("^") == at


@pytest.mark.parametrize("verb", ["mentions", "articles", "stories"])
def test_every_list_says_what_is_wrong_with_its_query(store: str, verb: str):
    ended = call(store, verb, "--query", "(a")
    assert (ended.exit_code, ended.stdout, ended.stderr) == (2, "", "(a\n^ this bracket is not closed\n")


def test_a_search_asks_something(store: str):
    assert call(store, "search", " ").exit_code == 2
    assert "leave out --mentions" in call(store, "search", "--mentions", "--by", "relevance", "a").stderr
