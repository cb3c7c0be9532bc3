"""Exports: each format is what its own readers expect, whatever the press writes; a file is whole or not there."""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import re
import signal
import sys
import weakref
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import accumulate
from pathlib import Path
from xml.etree import ElementTree

import forked
import pyarrow.parquet
import pytest
import yaml
from click.testing import CliRunner, Result
from storesamples import NOW, article, filler, mention, saving, with_sources
from tables import each

from crawler.cli import forumwatch as program
from crawler.commands import export as verb
from crawler.exports import FORMATS, About, ParquetMissing, written
from crawler.rows import MENTION_FIELDS, article_fields, article_row, fields_of, mention_row
from storage.database import Database
from storage.mentions.stream import StoredMention
from storage.records import Evidence, Mention
from storage.stories.lists import StoredStory, list_articles

HOSTILE = (
    "=1+1 {\\} { % <b>&amp; \x00\x0b\x1b[31m \u202egnp.exe \ud800 \ufffe “ข่าว” 新闻\r\nTY  - BOOK\nER  - "
)
BANGKOK = timezone(timedelta(hours=7))
ATOM = "{http://www.w3.org/2005/Atom}"


def row(number: int = 1, words: str = "GDEC 2025 opens", **values) -> dict:
    said = Evidence("text", 0, 4, words, "at ", " now", "t/1")
    found = StoredMention(
        number, number, Mention("gdec", 2025, "main", 0.9, (said,)), f"https://ข่าว.example/{number}?a=1&b={{2}}",
        words, "th", datetime(2025, 7, 2, 1, tzinfo=BANGKOK), words, "a", number, number, NOW, None, "new",
    )  # fmt: skip
    return mention_row(replace(found, **values)) | {"authors": values.get("authors", ())}


def export(form: str, *rows: dict, **about) -> bytes:
    told = {"kind": "mentions", "fields": MENTION_FIELDS, "made_at": NOW} | about
    return b"".join(written(iter(rows), form, About(**told)))


HELD = (row(1), row(2, HOSTILE, authors=("Ana Sample", "สมชาย, ใจดี", "", "Marks and", "others", HOSTILE)))


def test_csv_holds_every_field_and_no_formula():
    head, *lines = csv.reader(io.StringIO(export("csv", *HELD).decode(), newline=""))
    assert tuple(head) == MENTION_FIELDS
    assert [len(line) for line in lines] == [len(MENTION_FIELDS)] * 2
    title = lines[1][head.index("title")]
    assert title.startswith("'=1+1")
    assert not set(title) & set("\x00\x0b\x1b\u202e\ud800")
    assert json.loads(lines[0][head.index("evidence")])[0]["exact"] == "GDEC 2025 opens"


@each("words", ["=1+1", " =1+1", "\n=1+1", "\u3000＝1+1", "＋1", "－1", "＠SUM(1)", "\t1"])
def test_csv_holds_no_formula_behind_blanks_or_in_full_width(words):
    head, line = csv.reader(io.StringIO(export("csv", row(1, words)).decode(), newline=""))
    assert line[head.index("title")] == f"'{words}"


def test_csv_with_semicolons_has_decimal_commas_and_is_else_the_same():
    told, plain = (
        list(csv.reader(io.StringIO(export(form, *HELD).decode(), newline=""), delimiter=by))
        for form, by in (("csv-semicolon", ";"), ("csv", ","))
    )
    score = plain[0].index("score")
    assert [line[score] for line in told] == ["score", "0,9", "0,9"]
    assert [line[score] for line in plain] == ["score", "0.9", "0.9"]
    for line in (*told, *plain):
        del line[score]
    assert told == plain


def test_json_and_its_lines_hold_the_rows_as_they_are():
    plain = json.loads(export("json", *HELD))
    assert [json.loads(line) for line in export("jsonl", *HELD).splitlines()] == plain
    assert plain[1]["title"] == HOSTILE
    assert plain[0]["published_at"] == "2025-07-02T01:00:00+07:00"


def test_an_atom_feed_is_well_formed_and_has_what_the_standard_demands():
    feed = ElementTree.fromstring(export("atom", *HELD, authority="press@example.org", title="<&>"))
    for name in ("title", "id", "updated"):
        assert len(feed.findall(ATOM + name)) == 1
    assert feed.findtext(ATOM + "title") == "<&>"
    entries = feed.findall(ATOM + "entry")
    for entry in entries:
        for name in ("title", "id", "updated", "published", "summary"):
            assert len(entry.findall(ATOM + name)) == 1
        assert re.fullmatch(
            r"tag:press@example\.org,2026:forumwatch/mentions/\d", entry.findtext(ATOM + "id")
        )
        assert datetime.fromisoformat(entry.findtext(ATOM + "updated")) == NOW
        assert entry.find(ATOM + "author").findtext(ATOM + "name")
    assert entries[0].find(ATOM + "link").get("href") == "https://ข่าว.example/1?a=1&b={2}"
    assert entries[0].find(ATOM + "category").get("term") == "gdec 2025"
    assert entries[0].get("{http://www.w3.org/XML/1998/namespace}lang") == "th"
    assert "<b>&amp;" in entries[1].findtext(ATOM + "title")


def test_an_id_stays_when_the_words_and_the_edition_change():
    def ids(one: dict) -> tuple[str, str]:
        feed = ElementTree.fromstring(export("atom", one))
        return feed.find(ATOM + "entry").findtext(ATOM + "id"), json.loads(export("jsonfeed", one))["items"][
            0
        ]["id"]

    told = replace(Mention("gdec", 2024, "passing", 0.2, ()))
    changed = row(1, "Other words", mention=told, triaged_at=NOW + timedelta(days=1), triages=1)
    assert ids(row(1)) == ids(changed)
    assert ids(row(1)) != ids(row(2))


def test_a_json_feed_has_what_its_version_demands():
    feed = json.loads(export("jsonfeed", *HELD))
    assert (feed["version"], feed["title"]) == ("https://jsonfeed.org/version/1.1", "forumwatch")
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_text"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo
        assert all(author["name"] for author in item["authors"])
        assert item["_forumwatch"]["forum_id"] == "gdec"
    assert json.loads(export("jsonfeed"))["items"] == []


def test_bibtex_has_a_key_and_balanced_braces_for_each():
    text = export("bibtex", *HELD).decode()
    assert re.findall(r"^@online\{(.*),$", text, re.M) == ["example2025m1", "example2025m2"]
    for entry in text.split("\n\n")[:-1]:
        depths = list(accumulate((sign == "{") - (sign == "}") for sign in entry))  # \{ counts to BibTeX
        assert min(depths) == depths[-1] == 0
        assert 0 not in depths[entry.index("{") : -1]
        assert len(re.findall(r"^@", entry, re.M)) == 1
    assert "language = {th}" in text
    assert "date = {2025-07-02}" in text
    assert "“ข่าว” 新闻" in text
    assert "author = {Ana Sample and {สมชาย, ใจดี} and {Marks and} and {others} and {=1+1 " in text
    assert r"\textbraceleft{}\textbackslash{}\textbraceright{} \textbraceleft{} \% <b>\&amp;" in text
    assert "url = {https://ข่าว.example/1?a=1&b=%7B2%7D}" in text


def test_ris_has_one_reference_for_each_whatever_the_title_says():
    text = export("ris", *HELD).decode()
    lines = text.split("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert [line for line in lines if line.startswith("TY  -")] == ["TY  - ELEC"] * 2
    assert [line for line in lines if line.startswith("ER  -")] == ["ER  - "] * 2
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line)
    assert {"LA  - th", "DA  - 2025/07/02", "PY  - 2025", "AU  - Ana Sample", "KW  - gdec 2025"} <= set(lines)


def test_a_reference_tells_no_day_of_publication_that_nobody_told():
    """Only when it was seen; the article may be years old."""
    undated = row(3, published_at=None)
    bib, ris = export("bibtex", undated).decode(), export("ris", undated).decode()
    assert f"urldate = {{{NOW.date()}}}" in bib
    assert f"Y2  - {NOW:%Y/%m/%d}" in ris
    assert not re.search(r"^  (date|year) =", bib, re.M)
    assert not re.search(r"^(DA|PY)  -", ris, re.M)


def test_the_day_on_which_a_reference_was_seen_stays_when_somebody_judges_the_mention():
    judged = row(1, triage="confirmed", triaged_at=NOW + timedelta(days=40))
    for form in ("bibtex", "ris"):
        assert export(form, judged) == export(form, row(1))


def test_words_that_several_rules_saw_are_quoted_once():
    """The year is a part of the name; what stands elsewhere is quoted, too."""
    text = "at the GDEC 2025 now, and then in the end GDEC again"
    seen = [(7, 16), (12, 16), (42, 46)]
    quotes = [
        asdict(Evidence("text", a, b, text[a:b], text[max(a - 5, 0) : a], text[b : b + 4], "t/1"))
        for a, b in seen
    ]
    said = export("ris", row(1) | {"evidence": quotes}).decode()
    assert "N1  - the GDEC 2025 now … end GDEC aga\r\n" in said


def test_a_quote_begins_and_ends_with_whole_words():
    text = (
        "Ministers said that they would attend GDEC 2025 in Beijing, where artificial intelligence is shown"
    )
    a, b = text.index("GDEC"), text.index(" in Bei")
    quote = asdict(Evidence("text", a, b, text[a:b], text[a - 33 : a], text[b : b + 40], "t/1"))
    said = export("ris", row(1) | {"evidence": [quote]}).decode()
    assert "N1  - said that they would attend GDEC 2025 in Beijing, where artificial\r\n" in said


def test_parquet_keeps_types_and_every_row():
    table = pyarrow.parquet.read_table(io.BytesIO(export("parquet", *HELD)))
    assert table.column_names == list(MENTION_FIELDS)
    read = table.to_pylist()
    assert [r["id"] for r in read] == [1, 2]
    assert read[0]["published_at"] == datetime(2025, 7, 1, 18, tzinfo=UTC)
    assert (read[0]["score"], read[0]["edition"], read[0]["reason"]) == (0.9, 2025, None)
    assert json.loads(read[0]["evidence"])[0]["exact"] == "GDEC 2025 opens"


def test_parquet_has_the_same_types_where_there_are_no_rows():
    story = StoredStory(
        1, "GDEC", "http://a.example/1", "a", NOW, NOW, 3, 2, 1, 1, 0, "a.example", None, ("en",), ()
    )
    for fields, found in ((MENTION_FIELDS, HELD[0]), (fields_of(StoredStory), asdict(story))):
        full, empty = export("parquet", found, fields=fields), export("parquet", fields=fields)
        assert pyarrow.parquet.read_schema(io.BytesIO(empty)) == pyarrow.parquet.read_schema(io.BytesIO(full))


def test_parquet_without_its_library_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ParquetMissing, match=r"pip install 'forumwatch\[parquet\]'"):
        export("parquet")


class Kept(dict):
    """A row that can be asked whether anybody holds it."""

    __hash__ = object.__hash__


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_holds_rows_back(form, monkeypatch):
    monkeypatch.setattr("crawler.exports.columns.GROUP", 5)
    alive: weakref.WeakSet[Kept] = weakref.WeakSet()
    most = 0

    def rows():
        nonlocal most
        for number in range(60):
            one = Kept(row(number))
            alive.add(one)
            most = max(most, len(alive))
            yield one

    assert sum(map(len, written(rows(), form, About("mentions", MENTION_FIELDS, NOW)))) > 1_000
    assert most <= 12


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
