"""``forums candidates``, ``accept`` and ``reject`` as a person types them."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result
from newsroom import Newsroom, config_for, filler, forumwatch
from tables import each

from crawler.cli import forumwatch as program
from crawler.cli import main as entry_point

FORUM = "East Africa Data Forum"
SUBVERBS = ("show", "add", "candidates", "accept", "reject")


def call(*args: object) -> Result:
    return CliRunner().invoke(program, [str(a) for a in args])


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the store of one crawl of two outlets that both name an event nobody watches."""

    async def crawl(folder: Path) -> None:
        async with Newsroom() as one, Newsroom() as two:
            one.publish("opening", f"{FORUM} opens", f"The 3rd {FORUM} opened in Nairobi.", *filler(1))
            two.publish(
                "pact", "Six sign a pact", f"At the {FORUM}, six ministers signed a pact.", *filler(2)
            )
            two.publish("lima", "Lima", "The Andean AI Congress 2027 will be held in Lima.", *filler(3))
            two.publish("xian", "亚太", "第三届亚太数据论坛在西安开幕。", *filler(4))
            sources = [{"id": name, "url": room.url()} for name, room in (("one", one), ("two", two))]
            assert (await forumwatch("--config", config_for(folder, sources), "once")).code == 0

    folder = tmp_path_factory.mktemp("crawled")
    asyncio.run(crawl(folder))
    return folder


@pytest.fixture
def config(crawled: Path, tmp_path: Path) -> Path:
    """A sources.yaml, written by hand, whose store holds that crawl."""
    shutil.copy(crawled / "watch.db", tmp_path / "watch.db")
    path = tmp_path / "sources.yaml"
    path.write_text(
        f"version: 1\ndatabase: sqlite:///{tmp_path}/watch.db   # here\n\nforums:\n  watch: all\n\n"
        "sources:  # two\n  - {id: one, kind: feed, url: http://one.example/}\n",
        "utf-8",
    )
    return path


def candidates(config: Path, *options: str) -> list[dict[str, object]]:
    return list(
        json.loads(call("--config", config, "forums", "candidates", "--format", "json", *options).stdout)
    )


def id_of(config: Path, name: str) -> int:
    return next(int(str(row["id"])) for row in candidates(config, "--all") if row["name"] == name)


def test_what_two_outlets_name_is_proposed_with_its_evidence(config: Path):
    (row,) = candidates(config)
    assert (row["name"], row["language"], row["outlets"], row["articles"]) == (FORUM, "en", 2, 2)
    assert FORUM in row["quote"]["exact"]  # type: ignore[index]
    assert {r["name"] for r in candidates(config, "--all")} == {FORUM, "Andean AI Congress", "亚太数据论坛"}
    table = call("--config", config, "forums", "candidates").stdout
    assert f"[3rd {FORUM}] opened in Nairobi" in table or f"[{FORUM}]" in table
    cells = call("--config", config, "forums", "candidates", "--all", "--format", "csv").stdout
    assert len(list(csv.DictReader(io.StringIO(cells)))) == 3


def test_an_accepted_event_is_watched_and_proposed_no_more(config: Path):
    before = config.read_text("utf-8")
    ended = call("--config", config, "forums", "accept", id_of(config, FORUM))
    assert ended.exit_code == 0
    (stanza,) = yaml.safe_load(ended.stdout)
    assert (stanza["id"], stanza["name"]) == ("east-africa-data-forum", FORUM)
    assert stanza["seen"][FORUM].startswith("http://127.0.0.1:")
    after = config.read_text("utf-8")
    assert yaml.safe_load(after)["forums"] == {"watch": "all", "add": [stanza]}
    assert [line for line in after.splitlines() if line in before.splitlines()] == before.splitlines()
    assert call("--config", config, "forums", "east-africa-data-forum").exit_code == 0
    assert candidates(config) == []
    again = call("--config", config, "forums", "accept", id_of(config, FORUM))
    assert (again.exit_code, "accepted already" in again.stderr) == (2, True)
    assert config.read_text("utf-8") == after


def test_a_rejected_event_is_proposed_no_more_and_may_be_accepted_later(config: Path):
    number = id_of(config, FORUM)
    assert call("--config", config, "forums", "reject", number).exit_code == 0
    assert candidates(config) == []
    assert call("--config", config, "forums", "accept", number).exit_code == 0


def test_an_event_that_the_watchlist_learned_is_proposed_no_more(config: Path):
    said = yaml.safe_load(config.read_text("utf-8"))
    said["forums"]["add"] = [{"id": "mine", "name": "Mine", "names": {"en": [FORUM]}}]
    config.write_text(yaml.safe_dump(said), "utf-8")
    assert candidates(config) == []
    ended = call("--config", config, "forums", "accept", id_of(config, FORUM))
    assert (ended.exit_code, f"{FORUM!r} is a name of mine already" in ended.stderr) == (2, True)


def test_a_name_without_latin_letters_is_given_an_id(config: Path):
    number = id_of(config, "亚太数据论坛")
    ended = call("--config", config, "forums", "accept", number)
    assert (ended.exit_code, "--as" in ended.stderr) == (2, True)
    assert call("--config", config, "forums", "accept", number, "--as", "apdf").exit_code == 0
    (stanza,) = yaml.safe_load(config.read_text("utf-8"))["forums"]["add"]
    assert (stanza["id"], stanza["names"]) == ("apdf", {"zh": ["亚太数据论坛"]})


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--as", "gdec"), "is taken by Global Digital Economy Conference"),
        (("--as", "no such id"), "would have a fault with it: forums: add[0.id]: 'no such id' is no id"),
    ],
)
def test_an_id_that_cannot_be_is_refused_and_the_file_stays(
    options: tuple[str, ...], said: str, config: Path
):
    before = config.read_bytes()
    ended = call("--config", config, "forums", "accept", id_of(config, FORUM), *options)
    assert (ended.exit_code, ended.stdout, said in ended.stderr) == (2, "", True)
    assert config.read_bytes() == before
    assert len(candidates(config)) == 1


def test_a_file_that_cannot_be_written_is_left_and_the_stanza_told(config: Path):
    config.chmod(0o444)
    ended = call("--config", config, "forums", "accept", id_of(config, FORUM))
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert "is read-only; put this under forums: add: yourself" in ended.stderr
    assert "- id: east-africa-data-forum" in ended.stderr
    assert len(candidates(config)) == 1


def test_the_shipped_file_stays_as_it_is(config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.delenv("FORUMWATCH_CONFIG", raising=False)
    ended = call("--database", f"sqlite:///{tmp_path}/watch.db", "forums", "accept", id_of(config, FORUM))
    assert (ended.exit_code, "stays as it is; copy it here" in ended.stderr) == (2, True)


@pytest.mark.parametrize(
    "args",
    [("accept", 99), ("reject", 99), ("accept", 10**30), ("accept", "x"), ("accept",), ("reject", -1)],
)
def test_a_candidate_that_is_not_there_is_said(args: tuple[object, ...], config: Path):
    ended = call("--config", config, "forums", *args)
    assert ended.exit_code == 2
    assert ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("verb", [("candidates",), ("accept", "1"), ("reject", "1")], ids=" ".join)
def test_without_a_store_it_says_so(
    verb: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as ended:
        entry_point(["--database", f"sqlite:///{tmp_path}/none.db", "forums", *verb])
    assert ended.value.code == 4
    assert "no store at" in capsys.readouterr().err


def test_an_empty_list_says_how_to_see_more(config: Path):
    call("--config", config, "forums", "reject", id_of(config, FORUM))
    assert "--all" in call("--config", config, "forums", "candidates").stderr


@each("verb", SUBVERBS)
def test_every_command_teaches_itself(verb: str):
    shown = call("forums", verb, "--help")
    assert shown.exit_code == 0
    assert f"  forumwatch forums {verb}" in shown.output


def test_the_watchlist_needs_no_command(config: Path):
    shown, short = (call("--config", config, "forums", *args) for args in (("show",), ()))
    assert shown.stdout == short.stdout
    one = call("--config", config, "forums", "--format", "json", "gdec").stdout
    assert json.loads(one) == json.loads(
        call("--config", config, "forums", "gdec", "--format", "json").stdout
    )
    assert "did you mean candidates" in call("--config", config, "forums", "candidate").stderr


@each(
    ("args", "incomplete", "wanted"),
    [
        (["forums"], "", "candidates"),
        (["forums"], "ac", "accept"),
        (["forums"], "--f", "--format"),
        (["forums", "candidates"], "--a", "--all"),
        (["forums", "accept"], "--a", "--as"),
        (["forums", "gdec"], "--f", "--format"),
    ],
)
def test_shells_complete_its_commands_and_options(args: list[str], incomplete: str, wanted: str):
    found = ShellComplete(program, {}, "forumwatch", "_FORUMWATCH_COMPLETE").get_completions(args, incomplete)
    assert wanted in [item.value for item in found]
