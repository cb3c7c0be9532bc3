"""What the command line cannot do it refuses in a sentence, and leaves alone what is not its own."""

import sqlite3
import sys
from pathlib import Path

import pytest
from called import call
from newsroom import config_for

from crawler.cli import main as entry_point
from crawler.commands.demo import default_path, make_room
from storage.database import Database


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


def test_a_watchlist_fault_names_the_line(tmp_path: Path):
    (tmp_path / "sources.yaml").write_text("version: 1\nforums:\n  watch:\n    - gdce\n", "utf-8")
    ended = call("--config", tmp_path / "sources.yaml", "forums")
    assert (ended.exit_code, ended.stderr.startswith(f"{tmp_path}/sources.yaml:4: ")) == (2, True)


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
