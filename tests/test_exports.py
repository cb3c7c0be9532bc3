"""Rows of mentions, articles and stories in each format of the world's."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import weakref
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import accumulate
from xml.etree import ElementTree

import pyarrow.parquet
import pytest
from exportsamples import ATOM, HOSTILE
from storesamples import NOW
from tables import each

from crawler.exports import FORMATS, About, ParquetMissing, written
from crawler.rows import MENTION_FIELDS, fields_of, mention_row
from storage.mentions.stream import StoredMention
from storage.records import Evidence, Mention
from storage.stories.lists import StoredStory

BANGKOK = timezone(timedelta(hours=7))


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
