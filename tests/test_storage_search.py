"""Searching: the same hits on both databases, and those that reading every text would find."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from searchsamples import TEXTS, hits, made_text, phrase, put, read_through
from sqlalchemy import event, text
from storesamples import NOW, article, filler, later, mention, saving, with_sources
from tables import each

import storage.mentions.stream
import storage.search.vectors
from storage.articles import save as articles
from storage.mentions import stream as mentions
from storage.search.excerpts import LENGTH, excerpts, marked
from storage.search.matching import Held
from storage.search.query import MAX_LENGTH, parse
from storage.stories.relevance import most_relevant
from storage.text.tokens import MAX_TEXT
from storage.upkeep import check


def made_query(rng: random.Random, depth: int = 2) -> str:
    kind = rng.random()
    if depth and kind < 0.5:
        parts = [made_query(rng, depth - 1) for _ in range(rng.randint(2, 3))]
        return f"({rng.choice([' ', ' AND ', ' OR ', ' | ', ' -']).join(parts)})"
    if depth and kind < 0.6:
        return f"NOT {made_query(rng, depth - 1)}"
    if kind < 0.7:
        return f"{phrase(rng)} NEAR/{rng.randint(1, 4)} {phrase(rng)}"
    title = "title:" if rng.random() < 0.2 else ""
    return f"{title}{phrase(rng)}"


def test_what_is_found_is_what_reading_every_text_finds_in_every_script_and_on_each_database(database):
    rng = random.Random(5)
    texts = [
        (made_text(rng, 4), rng.choice([None, made_text(rng, 3)]), made_text(rng, 15)) for _ in range(60)
    ]
    texts += [
        ("often", None, "gdec digital " * 300 + "digital economy digital")
    ]  # more than a tsvector counts
    put(database, texts)
    held, met = [Held(*text) for text in texts], 0
    for _ in range(80):
        query = made_query(rng)
        expected = read_through(held, query)
        assert hits(database, query) == expected, query
        assert hits(database, query, limit=3) == expected[:3], query
        met += 0 < len(expected) < len(texts)
    assert met > 25


FOUND = {
    "AI": [2],  # not in training, nor said
    "train": [],
    "train*": [1],
    "gdec": [5, 4, 2],  # behind and before letters of Thai, full-width, before a year
    "gdec2025": [2],
    "covid19": [2],
    "pekín": [9, 1],
    "strasse": [1],
    "北京": [3],
    "数字经济": [4, 3],
    "數字": [4, 3],
    "网": [3],
    "络": [3],
    "网络": [3],
    "5G网络": [3],
    "网路": [],
    "京全": [3],
    '"大会 5G"': [3],
    "デジタル": [4],
    "เศรษฐกิจ": [5],
    "2568": [5],
    "디지털경제": [7, 6],
    '"디지털 경제"': [7, 6],
    "경제": [7, 6],
    "국정": [7],  # not 한국 정부
    "정부": [6],
    "المؤتمر": [8],
    "2025": [8, 2],
    "עברית": [8],
    "елка": [9],
    "hoi NEAR/3 so": [9],
    "hoi NEAR/2 so": [],
    "डिजिटल": [10],
    "conf* -conferences": [],
    "NOT gdec NOT 디지털 pekin": [9, 1],
}


def test_words_are_found_in_every_script(database):
    put(database, [("", None, said) for said in TEXTS.values()])
    for query, expected in FOUND.items():
        assert hits(database, query) == expected, query
        assert hits(database, query, limit=1) == expected[:1], query


def test_the_index_follows_what_is_stored_edited_and_announced(database):
    with_sources(database)
    database.call(saving(article(text="", summary="Announced here", title="Head"), announced=True))
    assert hits(database, "announced head") == [1]
    made = article(text="First words " + filler(1), title="Head")
    database.call(saving(made))
    assert (hits(database, "announced"), hits(database, '"first words"')) == ([], [1])
    database.call(saving(later(made, text="Second " + filler(2), title="Другой")))
    assert (hits(database, "first"), hits(database, "head"), hits(database, "title:другой")) == ([], [], [1])
    assert hits(database, "second -head") == [1]
    assert database.read(check.check) == []


def test_a_phrase_is_in_one_field_and_a_title_is_asked_alone(database):
    put(database, [("alpha", "beta", "gamma alpha"), ("gamma", None, "alpha beta")])
    assert hits(database, "alpha beta gamma") == [2, 1]
    assert hits(database, '"alpha beta"') == [2]
    assert hits(database, "alpha NEAR/50 beta") == [2]
    assert hits(database, "title:(alpha OR gamma) -title:gamma") == [1]
    for query, expected in {  # PostgreSQL asks for the pairs of words that each hit has
        '"gamma alpha" OR "alpha beta"': [2, 1],
        '"gamma alpha" -"alpha beta"': [1],
        '"alpha be"*': [2],
    }.items():
        assert hits(database, query, limit=9) == expected, query


def test_a_text_of_any_length_is_found_as_far_as_it_is_indexed(database):
    words = [f"w{n}" for n in range(20_000)]
    far = " ".join(words)[:MAX_TEXT].rsplit(" ", 3)
    signs = random.Random(1).choices(range(0x20000, 0x2A000), k=MAX_TEXT)
    han = "".join(map(chr, signs))  # as much room as a row can need
    put(database, [("t", None, " ".join(words)), ("h", None, han), ("x" * 5000, "y" * 5000, "z" * 5000)])
    assert hits(database, f'"{far[1]} {far[2]}"') == [1]
    assert hits(database, f'"{far[2]} {far[1]}"') == []
    assert hits(database, f'"{far[1]} {far[2]}"', limit=1) == [1]
    assert hits(database, f'"{far[2]} {far[1]}"', limit=1) == []  # proved by the text, on PostgreSQL
    assert hits(database, "w19999") == []  # behind MAX_TEXT
    assert hits(database, f'"{han[-12:-4]}"') == [2]
    assert hits(database, f'"{han[500:503]}{han[9]}"') == []
    assert hits(database, f"{'x' * 64} {'z' * 70}") == [3]


def test_as_many_words_near_each_other_as_a_query_holds_are_looked_for(database):
    """A tsquery holds a megabyte."""
    signs = "".join(map(chr, range(0x20000, 0x20000 + 1_700)))
    words = "가나다라마바사아자차카타"  # as many spellings as a word may have
    put(database, [("t", None, f"{signs} {words}")])
    for length, apart in ((1, 49), (20, 5), (30, 100), (190, 20)):
        parts = [signs[at : at + length] for at in range(0, min(len(signs), 40 * length), length)]
        near = f" NEAR/{apart} ".join(f'"{part}"' for part in parts)[: MAX_LENGTH - 30].rpartition(" NEAR")[0]
        assert hits(database, near) == hits(database, near, limit=1) == [1]
    assert hits(database, " ".join([f"{words} NEAR/20 {signs[:9]}"] * 20), limit=1) == []


FIELDS: dict[str, list[int]] = {  # articles
    "source:b": [3, 2],
    "source:a,b": [3, 2, 1],
    "lang:en": [2],
    "-lang:en": [3, 1],
    "country:TH": [3, 2],
    "outlet:b.example": [2],
    "outlet:example": [3, 2, 1],
    "story:1 OR story:3": [3, 1],
    "forum:gdec": [3, 1],
    "forum:gdec edition:2025": [1],  # of one mention: the third speaks of gdec 2024 and of wic 2025
    "(forum:gdec) (edition:2025 OR edition:1999)": [3, 1],
    "NOT forum:gdec": [2],
    "role:passing": [3],
    "edition:2024..2025 word": [3, 1],
    "after:2026-11-02": [3, 2],
    "before:2026-11-02": [1],
    'word -("word two" OR lang:th)': [1],
    'title:head OR (source:b "word two")': [2],
    "word NEAR/1 two OR source:a": [2, 1],
    "NOT word": [],
    "word source:b": [3, 2],
    "word country:TH -lang:th": [2],
    "word three story:3 forum:gdec": [3],
    '"word two" lang:th': [],
}
MENTIONED: dict[str, list[int]] = {  # mentions, by their position
    "forum:gdec edition:2025": [1],
    "edition:2025": [3, 1],
    "forum:wic role:passing": [3],
    "outlet:a.example": [1],
    "lang:th": [3, 2],
    "source:b -forum:wic": [2],
    "country:th story:3": [3, 2],
    "after:2026-11-02 word": [3, 2],
    "before:2026-11-02": [1],
    '"word three" OR edition:2024': [3, 2],
    "title:title": [3, 2, 1],
    "three NEAR word forum:gdec": [2],
    "NOT three": [1],
}


@pytest.fixture
def said(database):
    with_sources(database, "a", "b")
    database.call(
        lambda conn: conn.execute(text("UPDATE sources SET country = 'TH' WHERE id = 'b'")) and None
    )
    one, two = (
        article("http://a.example/1", "word one GDEC"),
        article("http://b.example/2", "word two", language="en"),
    )
    three = article("http://sub.c.example/3", "word three GDEC WIC", language="th")
    of_wic = mention(three, "WIC", "wic", 2025, role="passing")
    for number, (made, *spoken) in enumerate(
        [(one, mention(one, "GDEC")), (two,), (three, mention(three, "GDEC", edition=2024), of_wic)]
    ):
        call = saving(made, *spoken, source_id="ab"[number > 0])
        call.keywords.update(now=NOW + timedelta(days=number))
        database.call(call)
    return database


def test_korean_is_found_however_it_puts_its_spaces(database):
    """글로벌 디지털 경제 대회, of ten syllables: any of the spaces may stand, in the text and in what is sought."""
    words = ("글로벌", "디지털", "경제", "대회")
    ways = [
        "".join(f"{word}{' ' * (n >> at & 1)}" for at, word in enumerate(words)).strip() for n in range(8)
    ]
    put(database, [("t", None, f"제4회 {way}가 열렸다") for way in ways])
    for way in ways:
        assert (
            hits(database, f'"{way}"') == hits(database, f'title:x OR "{way}"') == [8, 7, 6, 5, 4, 3, 2, 1]
        ), way
    assert hits(database, "디지털경제대회") == [8, 7, 6, 5, 4, 3, 2, 1]
    assert hits(database, "디지털 NEAR/3 대회") == [8, 7, 6, 5, 4, 3, 2, 1]
    assert hits(database, "경대") == hits(database, '"경제 회대"') == []
    most = [f'"가 나 다 라마바사아자{chr(0xAC00 + n)}"' for n in range(50)]  # as many as a tsquery holds
    assert hits(database, " ".join(most), limit=1) == hits(database, " OR ".join(most)) == []


@pytest.mark.parametrize("few", [5_000, 1])
def test_fields_narrow_articles_and_mentions(said, few: int, monkeypatch):
    monkeypatch.setattr(storage.mentions.stream, "FEW", few)
    for module in (storage.mentions.stream, storage.search.newest):
        monkeypatch.setattr(module, "WIDENING", (few, few + 1))
    monkeypatch.setattr(storage.search.newest, "FEW", few - 1)  # fields lead, or words do
    for query, expected in FIELDS.items():
        assert hits(said, query) == expected, query
        stories = said.read(lambda conn, q=query: articles.list_stories(conn, query=q))
        assert [story.id for story in stories] == expected, query
        two = said.read(lambda conn, q=query: articles.list_stories(conn, query=q, limit=2))
        assert [story.id for story in two] == expected[:2], query
        some = said.read(lambda conn, q=query: articles.list_articles(conn, query=q, limit=2))
        assert [found.id for found in some] == expected[:2], query
        of_b = [number for number in expected if number > 1]
        assert hits(said, query, source="b", limit=9) == of_b, query
        assert hits(said, query, source="b", before=3) == [n for n in of_b if n < 3], query
    for query, expected in MENTIONED.items():
        found = said.read(lambda conn, q=query: mentions.newest(conn, limit=None, query=q))
        assert [m.position for m in found] == expected, query
        some = said.read(lambda conn, q=query: mentions.newest(conn, limit=2, query=q))
        assert [m.position for m in some] == expected[:2], query
        behind = said.read(lambda conn, q=query: mentions.since(conn, 1, query=q))
        assert [m.position for m in behind] == [n for n in expected[::-1] if n > 1], query


def test_a_language_is_found_under_whatever_code_an_older_version_stored(database):
    with_sources(database)
    stored = ("eng", "jp", "EN_gb", "jpn-Jpan", "zho-Hans", "yue", "zht", "en", "us", "enm", None)
    for number, code in enumerate(stored, 1):
        made = article(f"http://a.example/{number}", f"GDEC {filler(number)}", language=code)
        database.call(saving(made, mention(made, "GDEC")))
    for code, expected in {
        "en": [9, 8, 3, 1],
        "jpn": [4, 2],
        "zh": [6, 5],
        "en,ja": [9, 8, 4, 3, 2, 1],
    }.items():
        assert hits(database, f"lang:{code}") == expected, code
        found = database.read(lambda conn, c=code: mentions.newest(conn, limit=None, language=c.split(",")))
        assert [m.article_id for m in found] == expected, code
    stories = database.read(lambda conn: articles.list_stories(conn, language="en"))
    assert [story.id for story in stories] == [9, 8, 3, 1]


def test_of_the_articles_that_have_a_word_those_with_a_field_are_found_without_reading_them(said):
    if said.dialect != "sqlite":
        pytest.skip("what is asked of PostgreSQL, its planner decides by the rows there are")
    asked: list[tuple[str, tuple]] = []

    def note(conn, cursor, statement, given, context, many) -> None:
        asked.append((statement, given))

    event.listen(said._reader, "before_cursor_execute", note)
    assert hits(said, "word lang:th", limit=5) == [3]
    event.remove(said._reader, "before_cursor_execute", note)
    (matched,) = [one for one in asked if "MATCH" in one[0]]
    plan = said.read(lambda conn: conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {matched[0]}", matched[1]).all())
    assert any("COVERING INDEX ix_articles_fields" in row[-1] for row in plan), plan
    assert not any("USING INTEGER PRIMARY KEY" in row[-1] for row in plan), plan


def test_a_check_names_articles_that_searching_does_not_see(said):
    gone = {
        "sqlite": "INSERT INTO article_words (article_words, rowid, title, summary, text) "
        "VALUES ('delete', 2, 'a title', '', 'word two')",
        "postgresql": "DELETE FROM article_words WHERE article_id = 2",
    }
    said.call(lambda conn: conn.execute(text(gone[said.dialect])) and None)
    assert said.read(check.check) == ["1 articles that searching does not see: 2"]


PIECES = {
    ("digital", "The Digital age"): "The [Digital] age",
    ("数字经济", "全球數字經濟大会"): "全球[數字經濟]大会",
    ("网", "上网络"): "上[网]络",
    ("เศรษฐกิจ", "การเศรษฐกิจไทย"): "การ[เศรษฐกิจ]ไทย",
    ("น้ำ", "ดื่มนํ้าเย็น"): "ดื่ม[นํ้า]เย็น",
    ("strasse conf*", "Straße, CONFERENCE"): "[Straße], [CONFERENCE]",
    ("a NEAR/1 b", "a a x b, a"): "a [a] x [b], [a]",
    ('"b c" OR c', "a b c d c"): "a [b c] d [c]",
    ("a -b", "a b"): "[a] b",
    ("디지털경제", "그 디지털 경제가"): "그 [디지털 경제]가",
    ("lang:th", "a b"): "a b",
    ("x", "é́ x"): "é́ [x]",
}


@each(("query", "said_"), PIECES)
def test_hits_are_told_apart_at_their_own_places(query: str, said_: str):
    for pieces in (marked(parse(query), said_), excerpts(parse(query), "", said_)):
        shown = "".join(f"[{p.text}]" if p.hit else p.text for p in pieces)
        assert shown == PIECES[query, said_]
        assert all(said_[p.start : p.start + len(p.text)] == p.text for p in pieces)


def test_an_excerpt_is_taken_where_hits_are_densest():
    body = f"{filler(1)} digital {filler(2)} the digital economy is digital {filler(3)}"
    shown = excerpts(parse("digital economy"), "", body)
    assert [p.text for p in shown if p.hit] == ["digital", "economy", "digital"]
    assert sum(len(p.text) for p in shown) <= LENGTH
    assert body[shown[0].start - 1] == " "
    assert "".join(p.text for p in excerpts(parse("nowhere"), "", body)) == body[:200].rsplit(" ", 1)[0] + " "
    assert excerpts(parse("title:digital"), "Digital", "digital")[0].hit is False
    assert excerpts(parse("title:digital"), "Digital", "")[0].hit


def test_relevance_puts_first_what_is_most_about_it(database):
    often = "digital " * 5
    texts = [
        ("t", None, often + filler(1)),
        ("Digital", None, often + filler(2)),
        ("t", None, "digital " + filler(3)),
    ]
    put(database, texts)
    found = database.read(most_relevant, parse("digital"), None)
    assert [one.id for one in found] == [2, 1, 3]
    assert [one.id for one in database.read(most_relevant, parse("digital"), 1)] == [2]
