"""`articles show`: an article with its mentions, its versions and what each changed; `articles` alone lists as before."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from newsroom import Ended, ask
from storesamples import NOW, announce, article, filler, mention, saving, with_sources

from crawler.dedupe import url_key
from crawler.parse import correction
from storage.articles import revisits
from storage.database import Database
from storage.waiting import entries

HOUR = timedelta(hours=1)
TEXTS = (
    ("GDEC opens", "GDEC 2025 opens on 2 July in Beijing. " + filler(1)),
    ("GDEC opens", "GDEC 2025 opens on 3 July in Beijing. " + filler(1)),
    (
        "GDEC 2025 opens",
        "GDEC 2025 opens on 3 July in Beijing. " + filler(1) + "\nCorrection: it opens on 3 July.",
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store with one article of three versions, whose page is gone by now."""
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    with Database(url) as db:
        with_sources(db)
        for number, (title, text) in enumerate(TEXTS):
            made = article(title=title, text=text, language="en")
            call = saving(made, mention(made, "GDEC 2025", edition=2024 + (number > 0)))
            call.keywords.update(now=NOW + number * HOUR, corrects=correction)
            db.call(call)
        db.call(revisits.remove, 1, NOW + 30 * HOUR)
    return url


def show(store: str, *args: object) -> Ended:
    return ask("--database", store, "articles", *args)


def test_an_article_is_shown_with_its_mentions_and_what_each_version_changed(store: str):
    ended = show(store, "show", 1)
    assert ended.code == 0
    lines = ended.out.splitlines()
    for said in (
        "version 1  2026-11-01 08:00 UTC",
        "version 2  2026-11-01 09:00 UTC  words removed: 1, added: 1",
        "  text: GDEC 2025 opens on [-2-]{+3+} July in Beijing. w7950 w8…",
        "version 3  2026-11-01 10:00 UTC  words removed: 0, added: 7",
        "  corrects: Correction: it opens on 3 July.",
        "  headline: GDEC {+2025 +}opens",
    ):
        assert said in lines or any(line.startswith(said[:40]) for line in lines), (said, ended.out)
    assert any(line.startswith("stored  ") and line.endswith(" UTC") for line in lines)
    assert any(line.startswith("removed") and "2026-11-02 14:00" in line for line in lines)
    assert any("changed" in line and "edition 2024" in line for line in lines)
    assert any("gdec 2025" in line for line in lines)


def test_an_article_is_found_by_its_address_in_whatever_dress(store: str):
    for url in ("http://a.example/1", "https://www.a.example/1?utm_source=mail#top", " http://a.example/1 "):
        assert show(store, "show", url).out == show(store, "show", 1).out
    said = show(store, "--query", "https://a.example/1").err
    assert "an address is no query: `forumwatch articles show ADDRESS`" in said


def test_of_an_address_that_was_not_stored_the_reason_is_told(store: str):
    urls = [f"http://a.example/{name}" for name in ("waits", "film", "gone", "off-topic")]
    with Database(store) as db:
        announce(db, *urls, key=url_key)
        claimed = db.call(entries.claim, NOW, 9, worker="w", lease_s=60)
        ids = {entry.url: entry.id for entry in claimed}
        db.call(entries.dismiss, ids[urls[1]], "parse: not an article: video", NOW)
        db.call(entries.give_up, ids[urls[2]], "fetch: 404 from a.example\x1b[2J", NOW)
        db.call(entries.skip, ids[urls[3]])
    told = (
        "it waits to be read",
        "it is no article (parse: not an article: video)",
        "its reading was given up (fetch: 404 from a.example [2J)",
        "it was not read (no forum in what was announced)",
    )
    for url, said in zip(urls, told, strict=True):
        ended = show(store, "show", url)
        head = "no article of it: a announced it on 2026-11-01 08:00 UTC; "
        assert (ended.code, ended.out, ended.err) == (1, "", f"{head}{said}\n")
    never = show(store, "show", "https://b.example/")
    assert (never.code, "no source has announced it" in never.err) == (1, True)
    for neither in ("a.example/1", "ftp://a.example/1", "4x"):
        ended = show(store, "show", neither)
        assert (ended.code, f"'{neither}' is neither an article's id nor an address" in ended.err) == (
            2,
            True,
        )


def test_any_version_is_printed_as_it_was(store: str):
    first = show(store, "show", 1, "--version", 1)
    assert first.out.splitlines() == ["GDEC opens", "", TEXTS[0][1]]
    (row,) = show(store, "show", 1, "--version", 3, "--format", "json").rows
    assert (row["title"], row["text"], row["version"]) == (*TEXTS[2], 3)
    assert show(store, "show", 1, "--full").out.endswith(TEXTS[2][1] + "\n")


def test_a_program_is_told_the_same_in_one_row(store: str):
    (row,) = show(store, "show", 1, "--format", "json").rows
    assert "text" not in row
    assert [(v["version"], v["removed"], v["added"]) for v in row["versions"]] == [
        (1, 0, 0),
        (2, 1, 1),
        (3, 0, 7),
    ]
    assert row["versions"][1]["changed"]["text"][1:3] == [
        {"what": "removed", "text": "2"},
        {"what": "added", "text": "3"},
    ]
    assert row["versions"][2]["correction"] == "Correction: it opens on 3 July."
    assert [(c["what"], c["mention_id"]) for c in row["changes"]] == [
        ("changed", 1),
        ("changed", 1),
        ("removed", 1),
    ]
    assert row["removed_at"] == "2026-11-02T14:00:00+00:00"
    (full,) = show(store, "show", 1, "--full", "--format", "jsonl").out.splitlines()
    assert TEXTS[2][1].split("\n")[0] in full


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("show", 9), "no article 9; `forumwatch articles` prints those there are"),
        (("show", 1, "--version", 4), "article 1 has no version 4; it has 3"),
        (("show", "x"), "'x' is neither an article's id nor an address"),
        (("show",), "Missing argument 'ID|ADDRESS'"),
        (("shew", 1), "No such command 'shew'"),
    ],
)
def test_what_is_not_there_is_said(store: str, args: tuple[Any, ...], said: str):
    ended = show(store, *args)
    assert (ended.code, said in ended.err, ended.out) == (2, True, "")


def test_articles_alone_lists_as_before_and_tells_edits_and_removals(store: str):
    rows = [show(store, *args, "--format", "json").rows for args in ((), ("list",), ("--language", "en"))]
    assert rows[0] == rows[1] == rows[2]
    assert [(row["id"], row["version"], row["removed_at"] is not None) for row in rows[0]] == [(1, 3, True)]
    assert "2026-11-02" in show(store).out
    assert show(store, "--language", "th").err == "no article matches\n"
