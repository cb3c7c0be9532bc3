"""Feeds that are malformed, cut, packed, coded otherwise or hostile are read as far as they go."""

from __future__ import annotations

import gzip
import random
import time
from collections.abc import Callable

import pytest
from feedsamples import item, page, read, rss
from tables import each

from crawler.discover import offers_of
from storage.records import SourceKind

THAI = "กรุงเทพฯ เปิดประชุมเศรษฐกิจดิจิทัล"
ENCODED = {
    "UTF-8 that says it is something else": ("utf-8", "tis-620", "text/xml; charset=iso-8859-1", THAI),
    "TIS-620": ("cp874", "tis-620", "text/xml", THAI),
    "windows-874 known from the header alone": ("cp874", None, "text/xml; charset=windows-874", THAI),
    "GB2312 with characters of GBK": ("gb18030", "gb2312", "text/xml", "数字经济大会 喆镕 開幕"),
    "Shift_JIS with characters of Windows": ("cp932", "Shift_JIS", "text/xml", "世界大会①開幕"),
    "EUC-KR": ("cp949", "euc-kr", "text/xml", "세계 디지털 경제 대회 똠방각하"),
    "Big5": ("cp950", "big5", "text/xml", "全球數位經濟大會開幕"),
    "windows-1251": ("cp1251", "windows-1251", "text/xml", "Всемирная конференция"),
    "Latin-1 with quotes of Windows": ("cp1252", "iso-8859-1", "text/xml", "L’économie “numérique” à Pékin"),
    "UTF-16": ("utf-16", "utf-16", "text/xml", THAI),
    "UTF-16 without BOM": ("utf-16-le", "utf-16", "text/xml", THAI),
    "UTF-8 with BOM": ("utf-8-sig", "utf-8", "text/xml", THAI),
    "ISO-2022-JP": ("iso2022_jp", "iso-2022-jp", "text/xml", "世界大会の開幕"),
    "not said at all": ("cp874", None, "text/xml", " ".join([THAI] * 3)),
}


@each(("codec", "says", "content_type", "title"), ENCODED.values())
def test_a_feed_in_any_encoding_is_text(codec: str, says: str | None, content_type: str, title: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{says}"?>' if says else "<?xml version='1.0'?>"
    body = rss(item(1).replace("Story number 1", title)).partition("?>")[2]
    found = read((declaration + body).encode(codec), content_type)
    assert [e.title for e in found.entries] == [title]


def test_one_bad_byte_costs_one_character_not_the_feed() -> None:
    good = rss(item(1).replace("Story number 1", THAI) + item(2)).encode()
    found = read(good.replace("กรุง".encode(), "กร".encode() + b"\xff" + "ุง".encode(), 1))
    assert found.entries[0].title == THAI.replace("กรุง", "กร\ufffdุง")
    assert found.problem is None


def test_the_encoding_in_sources_yaml_is_taken_at_its_word() -> None:
    body = rss(item(1).replace("Story number 1", THAI)).encode("cp874", "replace")
    assert read(body.replace(b"utf-8", b"euc-kr"), encoding="windows-874").entries[0].title == THAI


MALFORMED = {
    "stray ampersands": (rss(item(1) + item(2)).replace("news.example/1", "news.example/1?a=1&b=2"), 2, None),
    "undeclared prefix": (rss(item(1, "<media:thumbnail url='x'/>") + item(2)), 2, None),
    "names of HTML's entities": (rss(item(1, "<description>&nbsp;&copy;</description>") + item(2)), 2, None),
    "control characters": (rss(item(1, "<description>\x00\x0b</description>") + item(2)), 2, None),
    "warning before the feed": ("<br />\n<b>Warning</b>: x in <b>/a.php</b><br />\n" + rss(item(1) + item(2)), 2, None),
    "blank lines before the declaration": ("\n\n  " + rss(item(1) + item(2)), 2, None),
    "script after the feed": (rss(item(1) + item(2)) + "<script>x()</script>", 2, None),
    "cut short": (rss(item(1) + item(2))[:-60], 1, "discover: cut short in line 1 ("),
    "wrong end tag": (rss(item(1).replace("</title>", "</titel>") + item(2)), 1, "discover: malformed XML in line 1 (mismatched tag)"),
    "attribute without quotes": (rss(item(1, "<enclosure url=x/>") + item(2)), 2, "discover: malformed XML in line 1"),
    "empty": ("", 0, "discover: empty body"),
    "blank": (" \n", 0, "discover: empty body"),
    "no item": (rss(""), 0, None),  # a search without results
    "plain text": ("Service unavailable", 0, "discover: neither feed, sitemap nor HTML; it begins 'Service unavailable'"),
    "an address as the whole body": ("http://169.254.169.254/feed", 1, None),
    "HTML": ("<!DOCTYPE html><title>403 Forbidden</title>", 0, "discover: HTML instead of a feed, titled '403 Forbidden'"),
    "JSON that is cut": ('{"items": [{"url"', 0, "discover: malformed JSON"),
    "JSON without items": ('{"error": "no"}', 0, "discover: JSON without a list of items"),
    "a declaration and nothing else": ("<?xml version='1.0'?>", 0, "discover: neither feed"),
}  # fmt: skip


@each(("body", "least", "problem"), MALFORMED.values())
def test_a_malformed_feed_is_read_as_far_as_it_goes(body: str, least: int, problem: str | None) -> None:
    found = read(body)
    assert len(found.entries) >= least
    assert (found.problem is None) if problem is None else (found.problem or "").startswith(problem)


BROKEN = {
    # what is wrong → whether something may stand behind it that nobody could read
    "nothing": (rss(item(1) + item(2)), False),
    "an item in the middle": (rss(item(1).replace("</title>", "</titel>") + item(2)), False),
    "what stands behind the items": (rss(item(1) + item(2) + "<x a=b/>"), True),
    "the end": (rss(item(1) + item(2))[:-60], True),
}


@each("what", BROKEN)
def test_a_feed_is_broken_where_its_rest_could_not_be_read(what: str) -> None:
    body, broken = BROKEN[what]
    assert read(body).broken is broken


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("begins", [b"", b"\x89PNG\r\n\x1a\n"], ids=["noise", "picture"])
def test_bytes_that_are_no_text_are_not_called_a_page(begins: bytes, seed: int) -> None:
    """There is a "<" in almost any of them."""
    found = read(begins + random.Random(seed).randbytes(3000))
    assert (found.problem or "").startswith("discover: no text, but bytes that nothing here unpacks")


@pytest.mark.parametrize("what", ["filled up", "escapes"])
def test_a_document_with_the_signs_of_an_old_coding_or_filled_up_with_noughts_is_read(what: str) -> None:
    whole = rss("".join(item(n, "<description>橋 1 港 2 船 3 海 4</description>") for n in range(20)))
    body = whole.encode() + bytes(60_000) if what == "filled up" else whole.encode("iso2022_jp")
    assert len(read(body).entries) == 20


def test_a_feed_cut_short_yields_no_half_address() -> None:
    whole = rss("".join(item(n) for n in (11111, 22222)))
    for end in range(whole.index("22222") - 5, whole.index("22222") + 5):
        assert [e.url for e in read(whole[:end]).entries] == ["https://news.example/11111"]


def test_a_page_instead_of_a_feed_names_the_feed_it_announces() -> None:
    head = "<link rel='alternate' type='application/rss+xml' title='Comments' href='/comments/feed'>"
    html = f"<html><head><title>Home</title>{head}<link rel=alternate type=application/atom+xml href=/atom.xml></head>"
    assert read(html, "text/html").problem == (
        "discover: HTML instead of a feed, titled 'Home' (it announces https://news.example/atom.xml)"
    )
    assert offers_of(page(html)).feeds == (
        "https://news.example/atom.xml",
        "https://news.example/comments/feed",
    )


def test_a_sitemap_where_a_feed_was_expected_is_read() -> None:
    found = read("<urlset><url><loc>https://news.example/1</loc></url></urlset>")
    assert ([e.url for e in found.entries], found.problem) == (["https://news.example/1"], None)


def test_a_gzip_file_of_several_members_is_unpacked_to_its_end() -> None:
    whole = rss(item(1) + item(2)).encode()
    packed = gzip.compress(whole[:150]) + gzip.compress(whole[150:]) + bytes(9)
    assert [len(read(packed[:end]).entries) for end in (None, -9)] == [2, 2]


def test_a_feed_served_as_a_gzip_file_is_unpacked() -> None:
    assert len(read(gzip.compress(rss(item(1)).encode())).entries) == 1
    assert len(read(gzip.compress(rss(item(1)).encode())[:-9]).entries) == 1  # and so is one that breaks off


def laughs(levels: int) -> str:
    names = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, levels))
    return (
        f"<?xml version='1.0'?><!DOCTYPE rss [<!-- don't --><!ENTITY l0 'ha'>{names}]>"
        + rss(item(1).replace("Story number 1", f"&l{levels - 1};")).partition("?>")[2]
    )


HOSTILE: dict[str, Callable[[int], bytes]] = {  # of n thousandths, made where they are tried: each worker loads this file
    "billion laughs": lambda n: laughs(12).encode(),
    "laughs behind a processing instruction": lambda n: laughs(12).replace("<!-- don't -->", "<?x don't?>").encode(),
    "outside file": lambda n: b"<!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&f;</title><link>/1</link></item></channel></rss>",
    "nested elements": lambda n: b"<rss><channel><item>" + b"<b>" * (200 * n),
    "nested divs": lambda n: b"<html><body>" + b"<div>" * (200 * n),
    "bold in bold in bold": lambda n: b"<html>" + b"".join(b"<p><b a=%d>" % i for i in range(50 * n)),
    "attributes without end": lambda n: b"<html><body><a " + b" ".join(b"a%d=1" % i for i in range(200 * n)) + b">",
    "attributes in a sitemap": lambda n: b"<urlset><url " + b" ".join(b"a%d=1" % i for i in range(200 * n)) + b">",
    "dates of nothing": lambda n: rss("".join(item(i, f"<pubDate>{i} {'9 ' * 90}</pubDate>") for i in range(20 * n))).encode(),
    "many items": lambda n: b"<rss><channel>" + b"<item>" * (100 * n),
    "gzip bomb": lambda n: gzip.compress(b"<rss><channel>" + b" " * (24_000_000 + 36_000 * n), 1),
    "nested JSON": lambda n: b"[" * (500 * n),
    "empty JSON": lambda n: b'{"items": [' + b"{}," * (2_000 * n) + b"{}]}",
    "attribute without end": lambda n: b"<rss><channel><item><title x='" + b"y" * (1_000 * n),
    "comments that are never closed": lambda n: b"<rss><channel>" + b"<!--" * (500 * n),
    "comments without end": lambda n: b"<rss><channel>" + b"<!--x-->" * (500 * n) + b"<x:item ></channel></rss>",
    "ampersands": lambda n: b"<rss><channel><item><title>" + b"&" * (500 * n),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("kind", ["feed", "listing"])
@pytest.mark.parametrize(("n", "most_s"), [(250, 5), pytest.param(1000, 10, marks=pytest.mark.slow)])
def test_a_hostile_document_costs_bounded_time_and_tells_no_secret(
    what: str, kind: SourceKind, n: int, most_s: int
) -> None:
    body = HOSTILE[what](n)
    started = time.process_time()
    found = read(body, kind=kind)
    assert time.process_time() - started < most_s  # the gzip bomb takes one
    assert not any("root:" in (e.title or "") or len(e.title or "") > 500 for e in found.entries)


def test_a_title_under_a_tower_of_marks_does_not_hold_up_a_feed() -> None:
    tower = "e" + "\u0301\u0316" * 2_000
    started = time.process_time()
    found = read(
        rss(
            item(1, f"<description>{tower}</description>")
            + "".join(item(n, f"<description>{tower}</description>") for n in range(200))
        )
    )
    assert len(found.entries) == 200
    assert time.process_time() - started < 3  # seconds; a tenth of one is usual
