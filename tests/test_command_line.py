"""The command line as a person meets it: help, formats, exit codes, and faults said in a sentence."""

import asyncio
import contextlib
import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from called import call
from newsroom import Newsroom, config_for, forumwatch, forumwatch_anew
from storesamples import article, filler, mention, saving, with_sources
from tables import each
from test_crawl_once import OPENING

from crawler.cli import VERBS
from crawler.cli import main as entry_point
from crawler.commands.demo import default_path
from storage.database import Database

SUBVERBS = (
    *(("sources", verb) for verb in ("list", "check", "add", "import", "export")),
    *(("stories", verb) for verb in ("list", "show")),
    *(("db", verb) for verb in ("upgrade", "check")),
)


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


def test_a_list_that_ends_at_a_bound_of_its_own_says_so(tmp_path: Path):
    """Who counts its rows would else take them for all that there is."""
    url = f"sqlite:///{tmp_path / 'many.db'}"
    with Database(url) as db:
        with_sources(db)
        for number in range(49):
            made = article(f"http://a.example/{number}", f"GDEC {filler(number)}")
            years = (2025,) if number else (2024, 2025)  # fifty mentions
            db.call(saving(made, *(mention(made, "GDEC", edition=year) for year in years)))
    for asked, bound in (
        (("mentions",), 50),
        (("search", "gdec"), 20),
        (("search", "--mentions", "gdec"), 20),
    ):
        said = f"note: the first {bound}, there may be more; --limit 0 brings all\n"
        assert call("--database", url, *asked, "--format", "json").stderr == said, asked
        assert call("--database", url, *asked, "--limit", bound).stderr == "", asked
    assert call("--database", url, "articles").stderr == ""  # forty-nine


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
        ("mentions", "--peek"),
        ("mentions", "--fail-if-new", "--fail-if-none"),
        ("mentions", "--new", "--cursor", ""),
        ("mentions", "--new", "--cursor", " "),
        ("mentions", "--new", "--cursor", "x" * 201),
        ("run", "--no-web", "--port", "8081"),
    ],
)
def test_options_that_make_no_sense_are_refused(options: tuple[str, ...], store: Path):
    assert call("--config", store, *options).exit_code == 2


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
