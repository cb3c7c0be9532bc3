"""The queries that the README shows: each runs as it stands there, and counts what the verbs count."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from crawler.cli import forumwatch as program
from crawler.commands.crawl import checked_watchlist, crawl_once
from crawler.commands.demo import config_of
from crawler.demo import DemoWeb
from storage.database import Database
from storage.schema import metadata
from storage.upkeep.transfer import copy_store

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", README.split("\n## In SQL\n")[1].split("\n## ")[0], re.S)
SAID = (  # what the demo's pages do not show by themselves
    "UPDATE mentions SET triage = 'rejected' WHERE id = (SELECT min(id) FROM mentions WHERE forum_id = 'gdec')",
    "UPDATE mentions SET gone_at = found_at WHERE id = (SELECT max(id) FROM mentions WHERE forum_id = 'gdec')",
    "UPDATE mentions SET edition_said = 1999 WHERE id = (SELECT min(id) FROM mentions WHERE forum_id = 'igf')",
    "UPDATE articles SET credit = 'Reuters' WHERE id = (SELECT min(id) FROM articles)",
    "UPDATE polls SET unheard_s = 5400 WHERE source_id = (SELECT min(source_id) FROM polls)",
)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of the small web in which people have spoken, too."""

    async def crawl(url: str) -> None:
        async with DemoWeb.start() as web:
            config = config_of(web, url)
            with Database(url) as db:
                await crawl_once(config, checked_watchlist(config), db, everything=True)
                for statement in SAID:
                    db.call(lambda conn, said=statement: conn.exec_driver_sql(said))

    url = f"sqlite:///{tmp_path_factory.mktemp('demo')}/watch.db"
    asyncio.run(crawl(url))
    return url


@pytest.fixture
def store(crawled: str, empty_url: Callable[[], str]) -> str:
    """That store, on each database."""
    url = empty_url()
    copy_store(crawled, url)
    return url


def ask(url: str, query: str) -> list[tuple[Any, ...]]:
    with Database(url) as db:
        return [tuple(row) for row in db.read(lambda conn: conn.exec_driver_sql(query).all())]


def answers(url: str) -> list[list[tuple[Any, ...]]]:
    """Of each query that this database takes, in the README's order."""
    other = "-- PostgreSQL" if url.startswith("sqlite") else "-- SQLite"
    return [ask(url, query) for query in QUERIES if not query.startswith(other)]


def rows_of(url: str, *args: str) -> list[dict[str, Any]]:
    ended = CliRunner().invoke(program, ["--database", url, *args, "--format", "json"])
    assert ended.exit_code == 0, ended.stderr
    return list(json.loads(ended.stdout))


def test_each_query_counts_what_the_verbs_count(store: str):
    assert len(QUERIES) == 8
    editions, languages, copies, credits, unread, unheard, quotes = answers(store)

    told = {row["key"]: row for row in rows_of(store, "report", "--by", "edition", "--since", "2000-01-01")}
    counted = {f"{forum} {edition}": counts for forum, edition, *counts in editions}
    assert counted == {key: [row["articles"], row["texts"], row["outlets"]] for key, row in told.items()}
    assert "igf 1999" in counted

    spoken = rows_of(store, "report", "--by", "language", "--since", "2000-01-01")
    assert _sums(languages) == {row["key"]: row["articles"] for row in spoken}
    assert all(country for _, country, *_ in languages)

    listed = rows_of(store, "articles", "--limit", "0")
    assert sum(row[-1] for row in copies) == sum(row["copy_of"] is not None for row in listed) > 5
    assert {row[2] for row in copies} <= {"exact", "near", "translated"}
    assert [(row[0], row[-1]) for row in credits] == [("Reuters", 1)]
    status = rows_of(store, "status")[0]
    states = ("waiting", "paused", "skipped", "dismissed", "given_up")
    assert sum(row[-1] for row in unread) == sum(status[f"entries_{state}"] for state in states) > 0
    assert all(message for _, _, message, _ in unread)
    assert [float(hours) for _, _, hours, _, _ in unheard] == [1.5]

    found = rows_of(store, "mentions", "--limit", "0", "--triage", "new", "--triage", "confirmed")
    wanted = {(row["id"], each["field"], each["exact"]) for row in found for each in row["evidence"]}
    assert wanted <= {(number, field, quote) for number, _, field, quote in quotes}
    days = {row["id"]: row["published_at"] for row in found}
    assert all(
        abs(int(str(day)[:4]) - int(days[number][:4])) <= 1 for number, day, *_ in quotes if number in days
    )


def _sums(rows: Sequence[tuple[Any, ...]]) -> dict[str, int]:
    """Articles by language, over all countries."""
    found: dict[str, int] = {}
    for language, _, articles, _ in rows:
        found[language] = found.get(language, 0) + articles
    return found


def test_db_columns_explains_every_column_and_names_no_other():
    ended = CliRunner().invoke(program, ["db", "columns", "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(ended.stdout)))
    assert {(row["table"], row["column"]) for row in rows} == {
        (table.name, column.name) for table in metadata.tables.values() for column in table.columns
    }
    assert not [row for row in rows if not row["meaning"] or not row["type"]]
    types = {(row["table"], row["column"]): (row["type"], row["nullable"]) for row in rows}
    assert types["mentions", "told_at"] == ("moment", "False")
    assert types["mentions", "edition_said"] == ("integer", "True")
    assert types["articles", "authors"] == ("json", "False")


def test_db_columns_of_one_table_and_of_none_that_is():
    one = CliRunner().invoke(program, ["db", "columns", "cursors"])
    assert [line.split()[:2] for line in one.stdout.splitlines()[1:]] == [
        ["cursors", column.name] for column in metadata.tables["cursors"].columns
    ]
    none = CliRunner().invoke(program, ["db", "columns", "mentins"])
    assert (none.exit_code, "'mentins' is not one of" in none.stderr) == (2, True)
