"""The command line as a person meets it: help, formats, exit codes, and faults said in a sentence."""

import asyncio
import csv
import io
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from newsroom import Newsroom, config_for, forumwatch
from test_crawl_once import OPENING

from crawler.cli import VERBS
from crawler.cli import forumwatch as program
from crawler.cli import main as entry_point

SUBVERBS = (("sources", "list"), ("sources", "check"), ("db", "upgrade"), ("db", "check"))


def call(*args: object) -> Result:
    return CliRunner().invoke(program, [str(a) for a in args])


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a configuration and the store of one crawl."""

    async def crawl(folder: Path) -> None:
        async with Newsroom() as site:
            site.publish("opening", "Global Digital Economy Conference opens in Beijing", *OPENING)
            site.publish("formula", "=HYPERLINK(1) is no formula", *OPENING)
            config = config_for(folder, [{"id": "ledger", "url": site.url(), "name": "The Ledger"}])
            assert (await forumwatch("--config", config, "once")).code == 0

    folder = tmp_path_factory.mktemp("crawled")
    asyncio.run(crawl(folder))
    return folder


@pytest.fixture
def store(crawled: Path, tmp_path: Path) -> Path:
    """A configuration whose store holds one crawl, for one test alone."""
    shutil.copy(crawled / "watch.db", tmp_path / "watch.db")
    return config_for(tmp_path, [{"id": "ledger", "url": "http://127.0.0.1:9/feed", "name": "The Ledger"}])


@pytest.mark.parametrize("verb", [*((v,) for v in VERBS), *SUBVERBS], ids=" ".join)
def test_every_verb_teaches_itself(verb: tuple[str, ...]):
    shown = call(*verb, "--help")
    assert shown.exit_code == 0
    assert len(shown.output.splitlines()) > 5


def test_a_mistyped_verb_is_guessed():
    ended = call("mention")
    assert ended.exit_code == 2
    assert "did you mean mentions?" in ended.output


def test_a_faulty_configuration_ends_with_one_line_a_fault_and_no_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    faulty = tmp_path / "sources.yaml"
    faulty.write_text(
        f"version: 1\ndatabase: sqlite:///{tmp_path}/watch.db\nfetch: {{min_dely: 2s}}\n"
        "sources:\n  - {id: a, kind: fed, url: 'http://a.example/'}\n",
        "utf-8",
    )
    for verb in (["once"], ["run"], ["mentions"], ["sources", "list"]):
        with pytest.raises(SystemExit) as ended:
            entry_point(["--config", str(faulty), *verb])
        assert ended.value.code == 2
        lines = capsys.readouterr().err.splitlines()
        assert [line.removeprefix(str(faulty)).partition(": ")[0] for line in lines] == [":3", ":5"]
        assert "did you mean min_delay?" in lines[0]
        assert "did you mean feed?" in lines[1]
    assert not (tmp_path / "watch.db").exists()


@pytest.mark.parametrize("verb", ["mentions", "articles", "stories", "status", "errors"])
def test_a_verb_that_reads_says_when_there_is_no_store(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as ended:
        entry_point(["--database", f"sqlite:///{tmp_path}/none.db", verb])
    assert ended.value.code == 4
    assert "no store at" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not a database at all, but long enough to look like a file" * 20, "not a SQLite file"),
        (None, "other tables"),
    ],
)
def test_somebody_elses_file_is_left_alone(
    content: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "watch.db"
    if content is None:
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE accounts (id)")
        other.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(SystemExit) as ended:
        entry_point(["--config", str(config_for(tmp_path, [])), "once"])
    assert ended.value.code == 4
    assert said in capsys.readouterr().err
    assert path.read_bytes()[100:] == before[100:]


def test_a_store_of_a_newer_version_is_refused_with_advice(store: Path, capsys: pytest.CaptureFixture[str]):
    with sqlite3.connect(store.parent / "watch.db") as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    for verb in (["once"], ["mentions"], ["db", "upgrade"]):
        with pytest.raises(SystemExit) as ended:
            entry_point(["--config", str(store), *verb])
        assert ended.value.code == 4
        assert "newer forumwatch" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["mentions", "articles", "stories", "forums", "status", "errors"])
def test_rows_come_out_in_every_format(verb: str, store: Path):
    config = ("--config", store)
    rows = json.loads(call(*config, verb, "--format", "json").output)
    lines = [json.loads(line) for line in call(*config, verb, "--format", "jsonl").output.splitlines()]
    cells = list(csv.DictReader(io.StringIO(call(*config, verb, "--format", "csv").output)))
    assert [list(row) for row in rows] == [list(line) for line in lines] == [list(cell) for cell in cells]
    if verb != "status":  # which says when it was asked
        assert rows == lines
    assert call(*config, verb).exit_code == 0


def test_a_spreadsheet_sees_no_formula(store: Path):
    cells = list(csv.DictReader(io.StringIO(call("--config", store, "articles", "--format", "csv").output)))
    assert "'=HYPERLINK(1) is no formula" in [row["title"] for row in cells]


def test_mentions_are_filtered_and_cursors_are_each_their_own(store: Path):
    def found(*options: object) -> list[dict[str, object]]:
        return list(json.loads(call("--config", store, "mentions", "--format", "json", *options).output))

    assert len(found()) == 2
    assert len(found("--forum", "gdec", "--edition", 2025, "--language", "en", "--role", "main")) >= 1
    assert found("--forum", "wsis") == found("--edition", 1999) == found("--language", "th") == []
    assert found("--since", "2100-01-01") == []
    assert len(found("--query", "letter INTENT")) == 2
    assert len(found("--new", "--cursor", "a", "--peek")) == 2
    assert len(found("--new", "--cursor", "a", "--limit", 1)) == 1
    assert len(found("--new", "--cursor", "a")) == 1
    assert found("--new", "--cursor", "a") == []
    assert len(found("--new", "--cursor", "b")) == 2


def test_a_script_learns_from_the_exit_code_whether_there_was_news(store: Path):
    new = ("--config", store, "mentions", "--new", "--cursor", "bot")
    assert call(*new, "--peek", "--fail-if-new").exit_code == 10
    assert call(*new, "--fail-if-none").exit_code == 0
    assert call(*new, "--fail-if-none").exit_code == 10
    assert call(*new, "--fail-if-new").exit_code == 0


def test_an_impossible_time_is_explained(store: Path):
    ended = call("--config", store, "mentions", "--since", "yesteryear")
    assert ended.exit_code == 2
    assert "write 2026-07-01" in ended.output


def test_an_unknown_forum_or_source_is_guessed(store: Path):
    assert "did you mean gdec?" in call("--config", store, "forums", "gdc").output
    ended = call("--config", store, "sources", "check", "ledgre")
    assert (ended.exit_code, "ledgre" in ended.output) == (2, True)


async def test_a_source_is_proved_without_storing_anything(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("opening", "Global Digital Economy Conference opens in Beijing", *OPENING)
        config = config_for(
            tmp_path, [{"id": "ledger", "url": site.url()}, {"id": "dead", "url": site.url("/dead")}]
        )
        ended = await forumwatch("--config", config, "sources", "check", "--format", "json")
    verdicts = {row["source_id"]: row for row in ended.rows}
    assert (ended.code, verdicts["ledger"]["verdict"], verdicts["dead"]["verdict"]) == (3, "works", "broken")
    assert verdicts["ledger"]["title"] == "Global Digital Economy Conference opens in Beijing"
    assert not (tmp_path / "watch.db").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete(shell: str):
    assert "forumwatch" in call("completion", shell).output
