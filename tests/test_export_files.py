"""`export` and the files it writes: whole or not there, filtered as lists are."""

from __future__ import annotations

import fcntl
import json
import os
import signal
from dataclasses import asdict
from pathlib import Path
from xml.etree import ElementTree

import forked
import pytest
import yaml
from click.testing import CliRunner, Result
from exportsamples import ATOM, HOSTILE
from storesamples import NOW, article, filler, mention, saving, with_sources

from crawler.cli import forumwatch as program
from crawler.commands import export as verb
from crawler.exports import FORMATS
from crawler.rows import article_fields, article_row
from storage.database import Database
from storage.stories.lists import list_articles


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A folder with a configuration and a store of three mentions, one of them rejected."""
    with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
        with_sources(db)
        for number, forum in enumerate(("gdec", "wic", "gdec"), 1):
            made = article(
                f"http://a.example/{number}", "GDEC " + filler(number), language="en", authors=("Ana Sample",)
            )
            db.call(saving(made, mention(made, "GDEC", forum)))
        db.call(
            lambda conn: conn.exec_driver_sql("UPDATE mentions SET triage = 'rejected' WHERE id = 3") and None
        )
    settings = {"version": 1, "database": f"sqlite:///{tmp_path / 'watch.db'}", "sources": []}
    settings["fetch"] = {"contact": "press@example.org"}
    (tmp_path / "sources.yaml").write_text(yaml.safe_dump(settings), "utf-8")
    return tmp_path


def call(store: Path, *args: object) -> Result:
    return CliRunner().invoke(program, ["--config", str(store / "sources.yaml"), *map(str, args)])


def exported(store: Path, *args: object) -> list[dict]:
    ended = call(store, "export", "--format", "jsonl", *args)
    assert ended.exit_code == 0, ended.output
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_each_kind_of_row_goes_out_in_each_format(store):
    for what, count in (("mentions", 2), ("articles", 3), ("stories", 3)):
        for form in FORMATS:
            path = store / f"{what}.{form}"
            ended = call(store, "export", "--what", what, "--format", form, "--to", path)
            assert (ended.exit_code, ended.stdout) == (0, ""), ended.output
            assert ended.stderr.endswith(f"{count} {what} in {path}\n")
    feed = ElementTree.parse(store / "mentions.atom").getroot()
    assert feed.findtext(ATOM + "id") == "tag:press@example.org,2026:forumwatch/mentions"
    assert "author = {Ana Sample}" in (store / "mentions.bibtex").read_text()
    assert sorted(p.suffix for p in store.glob("mentions.*")) == sorted(f".{form}" for form in FORMATS)
    assert not list(store.glob(".*.part"))


def test_a_spreadsheet_knows_the_letters_of_a_file_and_a_pipe_has_no_mark(store):
    path = store / "for-excel.csv"
    assert call(store, "export", "--format", "csv", "--to", path).exit_code == 0
    piped = call(store, "export", "--format", "csv").stdout_bytes
    assert piped.startswith(b"id,position,")
    assert path.read_bytes() == b"\xef\xbb\xbf" + piped
    assert call(store, "export", "--format", "jsonl", "--to", store / "m.jsonl").exit_code == 0
    assert (store / "m.jsonl").read_bytes().startswith(b"{")


def test_what_a_killed_export_left_goes_with_the_next_and_nothing_else_does(store):
    (store / "m.csv").write_text("old")
    left, fresh, held = (store / f".m.csv.{name}.part" for name in ("aaaaaaaa", "bbbbbbbb", "cccccccc"))
    others = [store / name for name in (".m.csv.my.part", ".n.csv.aaaaaaaa.part", "m.csv.aaaaaaaa.part")]
    for path in (left, fresh, held, *others):
        path.write_text("half")
        if path != fresh:
            os.utime(path, (0, 0))
    with held.open("rb") as writer:
        fcntl.flock(writer, fcntl.LOCK_EX)
        ended = call(store, "export", "--format", "csv", "--to", store / "m.csv", "--force")
    assert ended.exit_code == 0
    assert [path.exists() for path in (left, fresh, held, *others)] == [False, *[True] * 5]
    assert call(store, "export", "--format", "csv", "--to", store / "m.csv", "--force").exit_code == 0
    assert not held.exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_export_that_is_stopped_leaves_nothing(store, monkeypatch, number):
    def stopped(*given):
        assert len(list(store.glob(".m.csv.*.part"))) == 1
        os.kill(os.getpid(), number)
        yield b"never"

    monkeypatch.setattr(verb, "written", stopped)
    given = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has its background ignore it
    try:
        ended = call(store, "export", "--format", "csv", "--to", store / "m.csv")
    finally:
        signal.signal(signal.SIGINT, given)
    assert ended.exit_code != 0
    assert not list(store.glob("*m.csv*"))
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_what_is_exported_is_filtered_as_lists_are(store):
    assert [r["id"] for r in exported(store)] == [2, 1]
    assert [r["id"] for r in exported(store, "--forum", "GDEC")] == [1]
    assert [r["id"] for r in exported(store, "--triage", "rejected")] == [3]
    assert [r["id"] for r in exported(store, "--limit", 1)] == [2]
    assert [r["id"] for r in exported(store, "--what", "articles", "--forum", "gdec", "--full")] == [1]
    assert exported(store, "--what", "articles", "--full")[0]["text"].startswith("GDEC")
    assert [r["id"] for r in exported(store, "--what", "stories", "--limit", 2)] == [3, 2]
    for wrong in (
        ("--what", "articles", "--role", "main"),
        ("--what", "stories", "--forum", "gdec", "--forum", "wic"),
        ("--full",),
        ("--to", store),
        ("--since", "7"),
        ("--since", "2026"),
        ("--since", "1h30"),
    ):
        assert call(store, "export", "--format", "csv", *wrong).exit_code == 2, wrong
    unsaid = call(store, "export", "--format", "csv", "--since", "7")
    assert "'7' has no unit; write 7d, 7h or a day, 2026-07-01" in unsaid.stderr
    months = call(store, "export", "--format", "csv", "--since", "3M")
    assert (months.exit_code, "write 90d or 3m" in months.stderr) == (2, True)
    assert len(exported(store, "--since", "36500d")) == len(exported(store, "--since", " 2600w 2d12h ")) == 2


def test_pages_of_a_long_list_lose_and_repeat_nothing(store, monkeypatch):
    monkeypatch.setattr("storage.engine.pages.PAGE", 2)
    for what in ("articles", "stories"):
        assert [r["id"] for r in exported(store, "--what", what)] == [3, 2, 1]
    assert [r["id"] for r in exported(store, "--triage", "new", "--triage", "rejected")] == [3, 2, 1]


def test_a_file_that_is_there_is_not_overwritten(store):
    path = store / "out.csv"
    path.write_text("mine")
    ended = call(store, "export", "--format", "csv", "--to", path)
    assert (ended.exit_code, path.read_text()) == (2, "mine")
    assert "is there already; --force overwrites it" in ended.stderr
    assert call(store, "export", "--format", "csv", "--to", path, "--force").exit_code == 0
    assert path.read_text("utf-8-sig").startswith("id,position")


def test_a_device_is_not_replaced_by_a_file(store):
    path = store / "pipe"
    os.mkfifo(path)
    ended = call(store, "export", "--format", "csv", "--to", path, "--force")
    assert (ended.exit_code, path.is_fifo()) == (2, True)
    assert "is no file; without --to the rows go to stdout" in ended.stderr


def test_an_export_that_fails_leaves_no_file(store, monkeypatch):
    def broken(*asked):
        yield b"half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(verb, "written", broken)
    path = store / "out.csv"
    ended = call(store, "export", "--format", "csv", "--to", path)
    assert ended.exit_code == 1
    assert "cannot be written: No space left on device; nothing is left under that name" in ended.stderr
    assert not [p for p in store.iterdir() if "out.csv" in p.name]
    nowhere = call(store, "export", "--format", "csv", "--to", store / "no" / "out.csv")
    assert (nowhere.exit_code, "cannot be written: No such file" in nowhere.stderr) == (2, True)


def test_a_killed_export_leaves_nothing_under_the_name(store):
    """The program is killed by itself in the middle of writing."""
    script = (
        "import os, signal, sys; from crawler.commands import export; from crawler.cli import main\n"
        "def cut(*asked):\n    yield b'half'; os.kill(os.getpid(), signal.SIGKILL)\n"
        "export.written = cut; main(sys.argv[1:])"
    )
    asked = [
        "--config",
        str(store / "sources.yaml"),
        "export",
        "--format",
        "csv",
        "--to",
        str(store / "out.csv"),
    ]
    ended = forked.run(forked.script(script, *asked))
    assert ended.returncode == -9
    assert not (store / "out.csv").exists()


def test_the_same_goes_out_of_postgresql(database, database_url):
    with_sources(database)
    made = article(text="GDEC " + filler(1), title=HOSTILE.replace("\x00", "").replace("\ud800", ""))
    database.call(saving(made, mention(made, "GDEC")))
    for form in FORMATS:
        ended = CliRunner().invoke(program, ["--database", database_url, "export", "--format", form])
        assert (ended.exit_code, bool(ended.stdout_bytes)) == (0, True), form


def test_an_articles_row_says_only_what_the_store_holds(database):
    """Of each field the value that was read; what was read and is not kept has no field that denies it."""
    with_sources(database)
    given = article(
        **dict.fromkeys(("canonical_url", "image_url"), "http://a.example/x"), summary="said", authors=("Ana",),
        published_at=NOW, modified_at=NOW, published_from="json-ld", modified_from="url",
        published_confidence=0.9, modified_confidence=0.8, language="th", site_name="The A", section="tech",
        tags=("x",), kind="live", partial=True, next_page="http://a.example/2", archivable=False, credit="Xinhua",
    )  # fmt: skip
    database.call(saving(given))
    (found,) = database.read(list_articles, full=True)
    told = article_row(found, True)
    assert tuple(told) == article_fields(True)
    assert {name: value for name, value in told.items() if name in asdict(given)} == {
        name: value for name, value in asdict(given).items() if name not in ("next_page", "archivable")
    }
