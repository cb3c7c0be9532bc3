"""The command line as a person meets it: help, formats, exit codes, and faults said in a sentence."""

import asyncio
import contextlib
import csv
import io
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from newsroom import Newsroom, config_for, forumwatch, forumwatch_anew
from tables import each
from test_crawl_once import OPENING

from crawler.cli import VERBS
from crawler.cli import forumwatch as program
from crawler.cli import main as entry_point
from crawler.commands.demo import called_as, default_path, make_room
from storage.database import Database

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
SUBVERBS = (
    *(("sources", verb) for verb in ("list", "check", "add", "import", "export")),
    *(("stories", verb) for verb in ("list", "show")),
    *(("db", verb) for verb in ("upgrade", "check")),
)


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


@each("verb", [*((v,) for v in VERBS), *SUBVERBS])
def test_every_verb_teaches_itself(verb: tuple[str, ...]):
    shown = call(*verb, "--help")
    assert shown.exit_code == 0
    assert len(shown.output.splitlines()) > 5
    assert f"  forumwatch {' '.join(verb)}" in shown.output or f" {' '.join(verb)}\n" in shown.output


def test_lists_of_verbs_are_whole_on_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "80")
    for group in ("sources", "forums", "cursors", "stories", "report", "articles", "tokens", "db"):
        assert "..." not in call(group, "--help").output.partition("\nCommands:")[2], group
    monkeypatch.delattr("importlib.import_module")  # no verb is imported to be listed
    shown = call("--help").output.partition("\nCommands:\n")[2].splitlines()
    assert [line.split()[0] for line in shown] == list(VERBS)
    assert max(map(len, shown)) < 80


def test_a_wrong_value_is_told_with_what_would_do(capsys: pytest.CaptureFixture[str]):
    for given, said in (
        (
            ("triage", "12", "--reject"),
            "'--reject': '' is not one of 'false-positive', 'wrong-edition', ",
        ),
        (
            ("mentions", "--language", "engrish"),
            "'engrish' is not a language code; did you mean en (English)?",
        ),
        (("export", "--language", "und"), "'und' is not a language code; write one like th or zh-Hant"),
        (("export", "--language", "jp"), "'jp' is not a language code; did you mean ja (Japanese)?"),
        (("articles", "--language", "ไทย"), "'ไทย' is not a language code; write one like th or zh-Hant"),
        (("triage", "first", "--confirm"), "'first' is not a valid whole number."),
    ):
        with pytest.raises(SystemExit) as ended:
            entry_point(list(given))
        assert ended.value.code == 2
        assert said in capsys.readouterr().err


def test_what_a_newcomer_misplaces_is_told_with_its_place(capsys: pytest.CaptureFixture[str]):
    for given, said in (
        (("status", "--config", "x"), "--config stands before the verb: forumwatch --config FILE status …"),
        (("db", "check", "--database", "x"), "forumwatch --database URL db check …"),
        (("sources", "history"), "no verb 'history' of sources; there are: add, check, "),
        (("sources", "lst"), "list"),
        (("--databse", "x", "status"), "Did you mean '--database'?"),
    ):
        with pytest.raises(SystemExit) as ended:
            entry_point(list(given))
        assert ended.value.code == 2
        assert said in " ".join(capsys.readouterr().err.split())


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


def test_status_loads_no_forums_to_say_that_there_is_no_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "crawler.occasions", None)  # who imports it fails
    with pytest.raises(SystemExit) as ended:
        entry_point(["--database", f"sqlite:///{tmp_path}/none.db", "status"])
    assert ended.value.code == 4
    assert "no store at" in capsys.readouterr().err


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
    assert found("--language", "eng") == found("--language", "English") == found("--language", "en-GB") != []
    assert found("--forum", "wic") == found("--edition", 1999) == found("--language", "th") == []
    somewhere = datetime.now(UTC) + timedelta(hours=12)  # where it is tomorrow already
    assert found("--since", f"{somewhere:%Y-%m-%dT%H:%M}") == []
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


def test_a_monitor_learns_from_the_exit_code_whether_nothing_new_can_be_trusted(store: Path):
    status = ("--config", store, "status", "--format", "json")
    seen = call(*status, "--fail-if-doubt")
    assert (seen.exit_code, json.loads(seen.stdout)[0]["sure"]) == (0, "sound")
    with contextlib.closing(sqlite3.connect(store.parent / "watch.db")) as conn, conn:
        conn.execute("UPDATE sources SET failures = 3, error = 'fetch: 403 from ledger.example'")
    assert call(*status).exit_code == 0
    seen = call(*status, "--fail-if-doubt")
    assert (seen.exit_code, json.loads(seen.stdout)[0]["sure"]) == (10, "doubt")


def test_an_impossible_time_is_explained(store: Path):
    ended = call("--config", store, "mentions", "--since", "yesteryear")
    assert ended.exit_code == 2
    assert "write 2026-07-01" in ended.output


SINCE = ("mentions", "articles", "stories", "errors", "sources losses", "reflag", "export --format csv")


@pytest.mark.parametrize("verb", SINCE)
def test_nothing_since_a_time_to_come_is_no_answer(store: Path, verb: str):
    ended = call("--config", store, *verb.split(), "--since", "2190-01-01")
    assert (ended.exit_code, "'2190-01-01' has yet to come" in ended.output) == (2, True)


def test_a_cursor_passes_nothing_because_of_a_time_to_come(store: Path):
    new = ("--config", store, "mentions", "--new", "--cursor", "hasty", "--format", "json")
    assert call(*new, "--since", "2190-01-01").exit_code == 2
    assert len(json.loads(call(*new).output)) == 2


@pytest.mark.parametrize(
    "verb", ["mentions", "mentions --new --cursor blank", "articles", "stories", "export"]
)
@pytest.mark.parametrize("blank", ["", " \t"])
def test_a_query_that_a_variable_left_blank_lists_nothing_and_moves_no_cursor(
    store: Path, verb: str, blank: str
):
    ended = call("--config", store, *verb.split(), "--query", blank, *["--format=csv"] * (verb == "export"))
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "--query: nothing is asked; leave it out for all" in ended.stderr
    assert "blank" not in call("--config", store, "cursors").output


def test_an_unknown_forum_or_source_is_guessed(store: Path):
    assert "did you mean gdec" in call("--config", store, "forums", "gdc").output
    ended = call("--config", store, "sources", "check", "ledgre")
    assert (ended.exit_code, "ledgre" in ended.output) == (2, True)


@pytest.mark.parametrize(
    ("verb", "option", "said"),
    [
        ("mentions", ("--forum", "gdce"), "no forum 'gdce'; did you mean "),
        ("articles", ("--forum", "gdce"), "gdec"),
        ("stories", ("--forum", "nothing-like-it"), "forumwatch forums"),
        ("articles", ("--source", "ledgre"), "no source 'ledgre'; did you mean ledger?"),
        ("stories", ("--source", "ledgre"), "did you mean ledger?"),
        ("errors", ("--source", "zzz"), "forumwatch sources list"),
    ],
)
def test_a_mistyped_filter_is_no_answer(verb: str, option: tuple[str, str], said: str, store: Path):
    ended = call("--config", store, verb, *option)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert said in ended.stderr


@pytest.mark.parametrize(
    "asked",
    [
        "articles show {}", "stories show {}", "mentions --explain {}", "mentions --edition {}", "mentions --limit {}",
        "articles --limit {}", "stories --limit {}", "search harbour --limit {}", "errors --limit {}",
        "sources losses --limit {}", "export --format csv --edition {}", "export --format csv --limit {}",
        "triage {} --confirm", "cursors advance a {}", "forums reject {}",
    ],
)  # fmt: skip
def test_a_number_that_no_database_holds_is_a_wrong_number(asked: str, store: Path):
    ended = call("--config", store, *asked.format(10**30).split())
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "is not in the range" in ended.stderr


def test_a_mistyped_filter_leaves_the_cursor_where_it_is(store: Path):
    new = ("--config", store, "mentions", "--new", "--cursor", "a", "--format", "json")
    assert call(*new, "--forum", "gdce").exit_code == 2
    assert len(json.loads(call(*new).stdout)) == 2


def test_a_forum_is_found_in_any_case_and_a_source_known_without_news(store: Path):
    for verb in ("mentions", "articles", "stories"):
        assert json.loads(call("--config", store, verb, "--forum", "GDEC", "--format", "json").stdout)
        assert call("--config", store, verb, "--forum", "wic").exit_code == 0
    assert call("--config", store, "errors", "--source", "ledger").exit_code == 0


def test_a_forum_that_is_not_watched_is_no_answer(store: Path):
    said = json.loads(store.read_text("utf-8")) | {"forums": {"watch": ["gdec"]}}
    store.write_text(json.dumps(said), "utf-8")
    ended = call("--config", store, "mentions", "--forum", "wic")
    assert (ended.exit_code, ended.stderr) == (2, "no forum 'wic'; known, but not in forums: watch:\n")


def test_nothing_new_is_doubted_where_nobody_was_heard(store: Path):
    new = ("--config", store, "mentions", "--new", "--cursor", "a")
    assert len(call(*new).stdout.splitlines()) == 3
    heard = call(*new)
    assert (heard.stdout, heard.stderr) == (
        "",
        "nothing new for cursor 'a'. The one source that is watched answered when it was asked last. "
        "Last asked within two minutes.\n",
    )
    with sqlite3.connect(store.parent / "watch.db") as db:
        db.execute("UPDATE sources SET error = 'fetch: 403', failures = 1")
    db.close()
    for form, nothing in (("table", ""), ("json", "[]\n")):
        unheard = call(*new, "--format", form)
        assert unheard.stdout == nothing
        assert unheard.stderr == (
            "nothing new for cursor 'a'. The one source that is watched fails when it is asked. "
            "Last asked within two minutes. See `forumwatch status`.\n"
        )


@pytest.mark.parametrize(
    "options",
    [
        ("--peek",),
        ("--fail-if-new", "--fail-if-none"),
        ("--new", "--cursor", ""),
        ("--new", "--cursor", " "),
        ("--new", "--cursor", "x" * 201),
    ],
)
def test_options_that_make_no_sense_are_refused(options: tuple[str, ...], store: Path):
    assert call("--config", store, "mentions", *options).exit_code == 2


@pytest.mark.parametrize("verb", [("forums",), ("sources", "list")], ids=" ".join)
def test_a_store_that_cannot_be_read_does_not_look_empty(
    verb: tuple[str, ...], store: Path, capsys: pytest.CaptureFixture[str]
):
    path = store.parent / "watch.db"
    with sqlite3.connect(path) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    with pytest.raises(SystemExit) as ended:
        entry_point(["--config", str(store), *verb])
    assert ended.value.code == 4
    assert "newer forumwatch" in capsys.readouterr().err
    path.unlink()
    assert call("--config", store, *verb).exit_code == 0


def test_what_only_sources_yaml_or_only_the_store_has_is_told(store: Path):
    verbs = (("status",), ("sources", "list"))
    assert [call("--config", store, *verb).stderr for verb in verbs] == ["", ""]
    said = json.loads(store.read_text("utf-8"))
    said["sources"][0] |= {"id": "fresh", "url": "http://127.0.0.1:9/fresh"}
    said["sources"][0]["every"] = 90
    store.write_text(json.dumps(said), "utf-8")
    for verb in verbs:
        bare, written, known = call("--config", store, *verb).stderr.splitlines()
        assert "every: 90 is seconds; write 90s, or 90m for minutes" in bare
        assert f"1 source is written in {store}, but not known to the store yet (fresh): " in written
        assert f"1 source is known to the store, but no longer written in {store} (ledger): " in known


def test_a_store_of_other_sources_is_told_from_one_that_lags(store: Path):
    said = json.loads(store.read_text("utf-8"))
    fresh = said["sources"][0] | {"id": "fresh", "url": "http://127.0.0.1:9/fresh"}
    for sources, strange in (([*said["sources"], fresh], False), ([fresh], True)):
        store.write_text(json.dumps(said | {"sources": sources}), "utf-8")
        notes = call("--config", store, "status").stderr.splitlines()
        assert notes
        assert all(("none in common" in note) == strange for note in notes)


def test_one_forum_is_told_whole(store: Path):
    lines = call("--config", store, "forums", "GDEC").stdout.splitlines()
    told = {line.partition("  ")[0]: line for line in lines}
    assert "全球数字经济大会" in told["names in zh-Hans"]
    assert "GDEC (ambiguous: low)" in told["abbreviations"]
    assert told["names not verified"]  # by a page that we know: stored articles may well use them
    assert told["edition 2025"].endswith(" 2 articles / 2 texts / 1 outlet")


def test_an_edition_without_a_day_is_told_with_what_gives_it_one(store: Path):
    said = json.loads(store.read_text("utf-8"))
    for days in (None, "2099-07-02"):
        edition = {"year": 2099} if days is None else {"year": 2099, "start": days}
        said["forums"] = {"add": [{"id": "gdec", "editions": [edition]}]}
        store.write_text(json.dumps(said), "utf-8")
        told = call("--config", store, "report", "editions", "gdec").stderr
        remedy = (
            "2099; forums: {add: [{id: gdec, editions: [{year: 2099, start: …, end: …}]}]} in sources.yaml"
        )
        assert (remedy in told) == (days is None), told


def test_a_watchlist_fault_names_the_line(tmp_path: Path):
    (tmp_path / "sources.yaml").write_text("version: 1\nforums:\n  watch:\n    - gdce\n", "utf-8")
    ended = call("--config", tmp_path / "sources.yaml", "forums")
    assert (ended.exit_code, ended.stderr.startswith(f"{tmp_path}/sources.yaml:4: ")) == (2, True)


def test_invented_news_does_not_come_among_real(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    path = store.parent / "watch.db"
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    shutil.copy(path, default_path())
    for words in (("--database", f"sqlite:///{path}"), ()):
        for args in (("demo", *words), (*words, "demo")):
            with pytest.raises(SystemExit) as ended:
                entry_point(list(args))
            assert ended.value.code == 4
            assert "not the demo's (ledger)" in capsys.readouterr().err
    assert default_path().exists()


def test_a_folder_in_the_demos_place_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    default_path().mkdir()
    with pytest.raises(SystemExit) as ended:
        entry_point(["demo"])
    assert ended.value.code == 4
    assert str(default_path()) in capsys.readouterr().err


def test_the_command_is_named_as_it_was_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [str(tmp_path / ".venv" / "bin" / "forumwatch")])
    assert called_as() == os.path.join(".venv", "bin", "forumwatch")
    monkeypatch.setattr("sys.argv", [str(tmp_path / "my env" / "forumwatch")])
    assert called_as() == "'my env/forumwatch'"
    program = tmp_path / "bin" / "forumwatch"
    program.parent.mkdir()
    program.touch(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setattr("sys.argv", [str(program)])
    assert called_as() == "forumwatch"


@pytest.mark.parametrize("redirected", [">/dev/full", ">&-"])
def test_a_stdout_that_takes_nothing_moves_no_cursor(redirected: str, store: Path):
    command = ("--config", store, "mentions", "--new", "--cursor", "a")
    shell = ["sh", "-c", f'exec "$@" {redirected}', "sh", sys.executable, "-m", "crawler.cli"]
    ended = subprocess.run([*shell, *command], stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("forumwatch: the output cannot be written: ")
    assert len(ended.stderr.splitlines()) == 1
    assert len(call(*command).stdout.splitlines()) == 3


def test_a_terminal_that_speaks_ascii_gets_every_row(store: Path):
    ended = subprocess.run(
        [sys.executable, "-m", "crawler.cli", "--config", str(store), "forums"],
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"gdec" in ended.stdout


async def test_a_failure_is_said_once_and_a_crawl_told_line_by_line(tmp_path: Path):
    async with Newsroom() as site:
        config = config_for(tmp_path, [{"id": "dead", "url": site.url("/dead")}])
        ended = await forumwatch("--config", config, "once")
    assert ended.code == 3
    assert [line.split()[0] for line in ended.err.splitlines()] == ["forumwatch:", "failed:"]  # a new store
    assert ["polled", "1"] in [line.split() for line in ended.out.splitlines()]


def test_a_second_demo_replaces_the_first_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    kept = default_path().with_name(default_path().name + ".backup")
    kept.write_text("mine")
    with Database(f"sqlite:///{default_path()}", create=True):
        pass
    make_room(f"sqlite:///{default_path()}", [], fresh=True)
    assert [path.name for path in tmp_path.iterdir()] == [kept.name]


async def test_a_source_is_proved_without_storing_anything(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("opening", "Global Digital Economy Conference opens in Beijing", *OPENING)
        config = config_for(
            tmp_path, [{"id": "ledger", "url": site.url()}, {"id": "dead", "url": site.url("/dead")}]
        )
        ended = await forumwatch_anew("--config", config, "sources", "check", "--format", "json")
    verdicts = {row["source_id"]: row for row in ended.rows}
    assert (ended.code, verdicts["ledger"]["verdict"], verdicts["dead"]["verdict"]) == (3, "works", "broken")
    assert verdicts["ledger"]["title"] == "Global Digital Economy Conference opens in Beijing"
    assert not (tmp_path / "watch.db").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete(shell: str):
    assert "forumwatch" in call("completion", shell).output


def test_ctrl_c_while_it_starts_ends_it_without_a_traceback():
    script = (
        "import signal; from crawler import cli\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell has its background ignore it
        "cli.lighten = lambda: signal.raise_signal(signal.SIGINT)\n"
        "cli.main(['status'])"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")


def test_a_system_that_knows_no_sighup_starts_it_all_the_same():
    script = "import signal; from crawler import cli; del signal.SIGHUP; cli.main(['--version'])"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_service_is_not_ended_by_sighup_while_it_starts():
    """As by logrotate's, which runs when the machine has just been started."""
    script = (
        "import signal; from crawler import cli\n"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
        "cli.lighten = lambda: signal.raise_signal(signal.SIGHUP)\n"
        "cli.main(['--version'])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, start_new_session=True
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_ctrl_c_while_the_program_loads_is_no_traceback(tmp_path: Path):
    (tmp_path / "click.py").write_text(
        "raise KeyboardInterrupt"
    )  # in the midst of what the command line needs
    module, name = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["scripts"]["forumwatch"].split(":")
    ended = subprocess.run(
        [sys.executable, "-c", f"from {module} import {name}; {name}()"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(PROJECT.parent)])},
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")


STOPPED_WHILE_IT_LOADS = """
import signal, sys
from crawler import start

class Loading:
    def find_spec(self, name, *where):
        if name == MODULE:
            signal.raise_signal(signal.SIGTERM)

signal.signal(signal.SIGTERM, signal.SIG_DFL)  # whatever the tests were given
sys.meta_path.insert(0, Loading())
start.main()
"""


@pytest.mark.parametrize(
    ("verb", "module", "code"),
    [
        ("run", "crawler.cli", 0),
        ("run", "crawler.commands.crawl", 0),
        ("run", "crawler.compose", 0),
        ("serve", "crawler.commands.serve", 0),
        ("once", "crawler.cli", 130),
        ("once", "crawler.compose", 130),
        ("status", "crawler.commands.store", -signal.SIGTERM),
    ],
)
def test_a_stop_while_the_program_loads_ends_it_with_the_code_of_a_stop(
    tmp_path: Path, verb: str, module: str, code: int
) -> None:
    script = f"MODULE = {module!r}{STOPPED_WHILE_IT_LOADS}"
    ended = subprocess.run(
        [sys.executable, "-c", script, verb], cwd=tmp_path, timeout=120, capture_output=True
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, b"", b"")
