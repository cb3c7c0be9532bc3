"""``forums add`` as a person types it who has a forum of her own."""

from __future__ import annotations

import asyncio
import errno
import fcntl
import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from newsroom import Newsroom, config_for, filler, forumwatch

from crawler.cli import forumwatch as program
from crawler.commands import watching
from crawler.config import alone

NAME = "Harbour Data Assembly"
NAMES = ("--name", "zh=港湾数据大会", "--name", "Thai=สมัชชาข้อมูลท่าเรือ")
BY_HAND = (
    "version: 1\nforums: # ours\n  watch:\n    - gdec  # first\n"
    "sources:\n  - {id: one, kind: feed, url: http://one.example/, every: 120}\n"
)


def call(config: Path, *args: object) -> Result:
    return CliRunner().invoke(program, ["--config", str(config), *(str(a) for a in args)])


def forums_of(config: Path) -> Any:
    return yaml.safe_load(config.read_text("utf-8"))["forums"]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A sources.yaml written by hand, in which a line below the forums is told of with its number."""
    path = tmp_path / "sources.yaml"
    path.write_text(BY_HAND, "utf-8")
    return path


def test_a_forum_of_ones_own_is_written_and_watched(config: Path):
    days = ("--days", "2027-05-11/2027-05-13", "--days", "2028-05-09")
    city = ("--city", "Riga", "--city", "Rīg*")
    ended = call(config, "forums", "add", NAME, *NAMES, "--short", "HDA", *city, *days)
    assert ended.exit_code == 0, ended.stderr
    (stanza,) = yaml.safe_load(ended.stdout)
    assert stanza == {
        "id": "harbour-data-assembly",
        "name": NAME,
        "names": {"en": [NAME], "zh": ["港湾数据大会"], "th": ["สมัชชาข้อมูลท่าเรือ"]},
        "abbreviations": [{"t": "HDA", "ambiguous": "low"}],
        "host": ["Riga", "Rīg*"],
        "editions": [
            {"year": 2027, "start": "2027-05-11", "end": "2027-05-13"},
            {"year": 2028, "start": "2028-05-09", "end": "2028-05-09"},
        ],
    }
    written = config.read_text("utf-8")
    assert yaml.safe_load(written)["forums"] == {"watch": ["gdec", stanza["id"]], "add": [stanza]}
    assert [line for line in written.splitlines() if line in BY_HAND.splitlines()] == BY_HAND.splitlines()
    (row,) = json.loads(call(config, "forums", stanza["id"], "--format", "json").stdout)
    assert (row["names"], row["host"]) == (stanza["names"], "Riga/Rīg*")


async def test_its_names_are_found_in_each_language_and_its_short_name_only_with_a_sign(tmp_path: Path):
    async with Newsroom() as room:
        room.publish("en", "Ferries", f"The {NAME} opened on Monday.", *filler(1))
        room.publish("zh", "渡轮", "港湾数据大会周一开幕。", *filler(2))
        room.publish("th", "เรือ", "งานสมัชชาข้อมูลท่าเรือเปิดฉากแล้ว", *filler(3))
        room.publish("short", "Berths", "HDA 2027 will be held in Riga, its organisers say.", *filler(4))
        room.publish("other", "Doctors", "The clinic prescribed HDA to six patients.", *filler(5))
        config = config_for(tmp_path, [{"id": "one", "url": room.url()}], forums={"watch": ["gdec"]})
        assert call(config, "forums", "add", NAME, *NAMES, "--short", "HDA", "--city", "Riga").exit_code == 0
        assert (await forumwatch("--config", config, "once")).code == 0
        found = json.loads((await forumwatch("--config", config, "mentions", "--format", "json")).out)
    assert sorted(Path(row["url"]).stem for row in found) == ["en", "short", "th", "zh"]
    assert {row["forum_id"] for row in found} == {"harbour-data-assembly"}


def test_what_cannot_be_watched_is_told_with_a_way_out_and_nothing_is_written(config: Path):
    refused = {
        ("Global Digital Economy Conference",): "is a name of gdec already; `forumwatch forums gdec`",
        (NAME, "--name", "zh=全球数字经济大会"): "'全球数字经济大会' is a name of gdec already",
        (NAME, "--name", "港湾数据大会"): "write it like zh=",
        (NAME, "--name", "xx=abc"): "'xx' is not a language code",
        (NAME, "--as", "wic"): "the id 'wic' is taken by World Internet Conference",
        (NAME, "--as", "no id"): "'no id' is no id; write small letters",
        ("港湾数据大会",): "give it one with --as",
        ("forum",): "is a common word and would match everything",
        (NAME, "--days", "May 2027"): "write it like 2026-07-02/2026-07-05",
        (NAME, "--days", "2027-05-13/2027-05-11"): "ends (2027-05-11) before it begins",
    }
    wrong = []
    for args, told in refused.items():
        ended = call(config, "forums", "add", *args)
        if ended.exit_code != 2 or told not in " ".join(ended.stderr.split()):
            wrong.append((args, ended.exit_code, ended.stderr))
    assert wrong == []
    assert config.read_text("utf-8") == BY_HAND


def test_a_name_in_other_letters_has_the_language_that_is_said(config: Path):
    named = {("--name", "zh=港湾数据大会"): "zh", (): "und"}
    for at, (args, language) in enumerate(named.items()):
        config.write_text(BY_HAND, "utf-8")
        ended = call(config, "forums", "add", "港湾数据大会", *args, "--as", f"hda-{at}")
        assert yaml.safe_load(ended.stdout)[0]["names"] == {language: ["港湾数据大会"]}


def test_a_retired_key_below_the_forums_is_no_obstacle(config: Path):
    config.write_text(BY_HAND + "alerts:\n  mail: press@one.example\n", "utf-8")
    ended = call(config, "forums", "add", NAME)
    assert ended.exit_code == 0, ended.stderr
    assert NAME in config.read_text("utf-8")


async def test_several_that_write_at_one_time_all_do(config: Path):
    """Each writes a file of its own in the place of the one that the others have read."""
    names = [f"{word} Data Assembly" for word in ("Quay", "Pier", "Wharf", "Jetty")]
    ended = await asyncio.gather(*(forumwatch("--config", config, "forums", "add", name) for name in names))
    assert [(each.code, "written to" in each.err) for each in ended] == [(0, True)] * 4
    added = forums_of(config)
    assert sorted(forum["name"] for forum in added["add"]) == sorted(names)
    assert len(added["watch"]) == 5
    same = await asyncio.gather(*(forumwatch("--config", config, "forums", "add", NAME) for _ in range(2)))
    assert sorted(each.code for each in same) == [0, 2]
    (refused,) = [each.err for each in same if each.code]
    assert "a second forum with the id" in refused or "is a name of harbour-data-assembly" in refused


def test_what_an_editor_writes_meanwhile_stays_and_who_holds_the_file_is_told_of(
    config: Path, monkeypatch: pytest.MonkeyPatch
):
    by_editor = BY_HAND + "# a line of hers\n"
    check = watching._check

    def checked(*args: Any) -> None:
        check(*args)
        config.write_text(by_editor, "utf-8")

    with monkeypatch.context() as edited:
        edited.setattr(watching, "_check", checked)
        ended = call(config, "forums", "add", NAME)
    assert (ended.exit_code, config.read_text("utf-8")) == (1, by_editor)
    assert "was changed by another program meanwhile; try again" in ended.stderr
    monkeypatch.setattr(alone, "WAIT_S", 0.1)
    with alone.alone(config) as held:
        assert held
        ended = call(config, "forums", "add", NAME)
    assert (ended.exit_code, config.read_text("utf-8")) == (1, by_editor)
    assert "another program holds" in ended.stderr
    assert call(config, "forums", "add", NAME).exit_code == 0


def test_a_file_on_a_share_of_the_network_is_held_too(config: Path, monkeypatch: pytest.MonkeyPatch):
    """NFS refuses such a lock to who has opened the file to read it alone."""
    real = fcntl.flock

    def as_nfs(held: int | Any, how: int) -> None:
        number = held if isinstance(held, int) else held.fileno()
        if fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        real(number, how)

    monkeypatch.setattr(fcntl, "flock", as_nfs)
    monkeypatch.setattr(alone, "WAIT_S", 0.1)
    link = config.with_name("link.yaml")
    link.symlink_to(config)
    before = config.stat().st_mtime_ns
    with alone.alone(config) as held, alone.alone(link) as again:
        assert (held, again) == (True, False)
    assert config.stat().st_mtime_ns == before
