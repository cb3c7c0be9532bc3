"""Feeds as they are served → entries: every family, every fault that the press commits."""

from __future__ import annotations

import gzip
import json
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from tables import each

from crawler.discover import discover, offers_of
from crawler.discover.addresses import absolute
from storage.records import Discovery, Page, Source, SourceKind

NOW = datetime(2025, 7, 10, 12, tzinfo=UTC)
BASE = "https://news.example/feed"


def page(body: bytes | str, content_type: str = "application/xml", url: str = BASE) -> Page:
    data = body.encode() if isinstance(body, str) else body
    return Page(url, url, 200, data, NOW, {"content-type": content_type})


def read(
    body: bytes | str, content_type: str = "application/xml", kind: SourceKind = "feed", **of: object
) -> Discovery:
    source = Source("s", "S", kind, BASE, **{"timezone": "Asia/Bangkok", **of})  # type: ignore[arg-type]
    return discover(page(body, content_type), source)


def rss(items: str, head: str = "<title>F</title><link>https://news.example/</link>", root: str = "") -> str:
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"{root}><channel>{head}{items}</channel></rss>'


def item(n: int, more: str = "") -> str:
    return f"<item><title>Story number {n}</title><link>https://news.example/{n}</link>{more}</item>"


ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'{}><title>A</title>{}</feed>"
JSON_FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": []}

FAMILIES = {
    "rss 2.0": rss(item(1)),
    "rss 0.91 with a doctype": '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://x.example/rss.dtd">' + rss(item(1)).partition("?>")[2],
    "rss 0.90": "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>F</title></channel>" + item(1) + "</r:RDF>",
    "rss 1.0": "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>F</title></channel>" + item(1) + "</rdf:RDF>",
    "atom": ATOM.format("", "<entry><title>Story number 1</title><link href='https://news.example/1'/></entry>"),
    "atom 0.3": ATOM.format("", "<entry><title>Story number 1</title><link rel='alternate' href='https://news.example/1'/></entry>").replace("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
    "atom with a prefix": "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Story number 1</a:title><a:link href='/1'/></a:entry></a:feed>",
    "json feed": json.dumps(JSON_FEED | {"items": [{"id": "1", "url": "https://news.example/1", "title": "Story number 1"}]}),
    "rss of another vocabulary": rss(item(1), root=' xmlns="http://www.rssboard.org/rss-specification"'),
    "rss in capitals": f"<RSS><CHANNEL><TITLE>F</TITLE>{item(1)}</CHANNEL></RSS>".replace("item>", "ITEM>").replace("title>", "TITLE>"),
    "atom under https": ATOM.format("", "<entry><title>Story number 1</title><link href='/1'/></entry>").replace("http:", "https:"),
    "rss below a comment on HTML": rss(item(1)).replace("<rss", "<!-- <html> is served elsewhere --><rss"),
    "json feed after two marks": "\ufeff\ufeff" + json.dumps(JSON_FEED | {"items": [{"url": "1", "title": "Story number 1"}]}),
    "json in an envelope": json.dumps({"code": 0, "data": {"list": [{"url": "/1", "title": "Story number 1"}]}}),
    "json list of a publishing system": json.dumps([{"link": "https://news.example/1", "title": {"rendered": "Story number 1"}}]),
    "json of a search": json.dumps({"articles": [{"url": "https://news.example/1", "title": "Story number 1"}]}),
}  # fmt: skip


@each("document", FAMILIES.values())
def test_every_family_of_feeds_is_read(document: str) -> None:
    found = read(document)
    assert [(e.url, e.title) for e in found.entries] == [("https://news.example/1", "Story number 1")]
    assert found.problem is None


LINKS = {
    "link": ("<link>https://news.example/a</link>", "https://news.example/a"),
    "blanks and a line break": ("<link>\n https://news.example/a\n </link>", "https://news.example/a"),
    "a line break inside": ("<link>https://news.example/lo\n    ng</link>", "https://news.example/long"),
    "relative guid that says it is the link": ("<guid isPermaLink='true'>/a</guid>", "https://news.example/a"),
    "relative": ("<link>/a?b=1&amp;c=2</link>", "https://news.example/a?b=1&c=2"),
    "without scheme": ("<link>//other.example/a</link>", "https://other.example/a"),
    "escaped twice": ("<link>https://news.example/a?b=1&amp;amp;c=2</link>", "https://news.example/a?b=1&c=2"),
    "in CDATA": ("<link><![CDATA[https://news.example/a?b=1&c=2]]></link>", "https://news.example/a?b=1&c=2"),
    "Thai path": ("<link>https://news.example/ข่าว</link>", "https://news.example/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7"),
    "IDN": ("<link>https://ข่าว.example/a</link>", "https://xn--22c8e6a1f.example/a"),
    "place on a page": ("<link>https://news.example/a#comments</link>", "https://news.example/a"),
    "route": ("<link>https://news.example/#!/a</link>", "https://news.example/#!/a"),
    "capital host and port": ("<link>HTTPS://News.Example:443/a</link>", "https://news.example/a"),
    "name and password": ("<link>https://u:p@news.example/a</link>", "https://news.example/a"),
    "backslash": ("<link>https://news.example\\@evil.example/</link>", "https://news.example/@evil.example/"),
    "guid that is the link": ("<guid>https://news.example/a</guid>", "https://news.example/a"),
    "guid that says it is none": ("<guid isPermaLink='false'>https://news.example/a</guid>", "https://news.example/a"),
    "guid beside a link": ("<guid>https://news.example/b</guid><link>https://news.example/a</link>", "https://news.example/a"),
    "empty link": ("<link/><guid>https://news.example/a</guid>", "https://news.example/a"),
    "atom link in rss": ("<atom:link href='https://news.example/a'/>", "https://news.example/a"),
    "self beside alternate": ("<atom:link rel='self' href='https://news.example/b'/><atom:link rel='alternate' href='https://news.example/a'/>", "https://news.example/a"),
    "feedburner": ("<link>https://feeds.example/~r/1</link><feedburner:origLink>https://news.example/a</feedburner:origLink>", "https://news.example/a"),
    "javascript": ("<link>javascript:alert(1)</link>", None),
    "file": ("<link>file:///etc/passwd</link>", None),
    "nothing": ("<guid>12345</guid>", None),
    "no address": ("<link>https://[::1</link>", None),
    "endless": (f"<link>https://news.example/{'a' * 5000}</link>", None),
}  # fmt: skip
SPACES = (
    " xmlns:atom='http://www.w3.org/2005/Atom' xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'"
)


@each(("parts", "url"), LINKS.values())
def test_a_link_becomes_one_absolute_http_address(parts: str, url: str | None) -> None:
    found = read(rss(f"<item><title>T</title>{parts}</item>", root=SPACES))
    assert [e.url for e in found.entries] == ([url] if url else [])
    if not url:
        assert found.problem == "discover: 1 entries, none with an address"


def test_entries_without_an_address_are_told() -> None:
    found = read(rss(item(1) + "<item><title>A forum opens</title><guid>x</guid></item><item><link/></item>"))
    assert [e.url for e in found.entries] == ["https://news.example/1"]
    assert found.problem == "discover: 2 of 3 entries have no address"


def test_a_link_that_several_headlines_share_is_none_of_theirs_where_they_have_another() -> None:
    def told(title: str, guid: str) -> str:
        return f"<item><title>{title}</title><link>https://news.example/</link><guid>{guid}</guid></item>"

    two = told("A forum opens", "https://news.example/1") + told("It ends", "https://news.example/2")
    assert [e.url for e in read(rss(two)).entries] == ["https://news.example/1", "https://news.example/2"]
    same = told("A forum opens", "https://news.example/1") + told("A forum opens", "https://news.example/2")
    assert [e.url for e in read(rss(same)).entries] == ["https://news.example/"]
    bare = told("A forum opens", "1") + told("It ends", "2")
    assert [e.url for e in read(rss(bare)).entries] == ["https://news.example/"]


ALTERNATES = (
    "<link rel='http://www.iana.org/assignments/relation/alternate' href='/a'/>",
    "<link rel='Alternate' href='/a'/>",
    "<link rel='' href='/a'/>",
    "<link rel='self' href='/self'/><content type='text/html' src='/a'/>",
    "<link rel='edit' href='/edit'/><link href='/a'/>",
)


@each("parts", ALTERNATES)
def test_the_page_of_an_entry_of_atom_is_found_however_its_link_is_called(parts: str) -> None:
    found = read(ATOM.format("", f"<entry><title>T</title><id>tag:x,2025:1</id>{parts}</entry>"))
    assert [e.url for e in found.entries] == ["https://news.example/a"]


def test_each_xml_base_is_meant_against_the_one_around_it() -> None:
    entry = "<entry xml:base='2025/'><title>T</title><link{} href='a'/></entry>"
    feed = ATOM.format(" xml:base='https://base.example/x/'", "<link href='/'/>" + entry)
    urls = [read(feed.format(own)).entries[0].url for own in ("", " xml:base='07/'", " xml:base='http://['")]
    assert urls == [f"https://base.example/x/2025/{path}" for path in ("a", "07/a", "a")]


def test_headlines_that_all_lead_to_one_page_are_told() -> None:
    def told(n: int, guid: str = "") -> str:
        return (
            f"<item><title>No {n}</title><link>https://news.example/all#n{n}</link><guid>{guid}</guid></item>"
        )

    found = read(rss("".join(map(told, range(8)))))
    assert [e.url for e in found.entries] == ["https://news.example/all"]
    assert found.problem == "discover: 7 of 8 entries share the address of another"
    found = read(rss("".join(told(n, f"https://news.example/{n}") for n in range(8))))
    assert (len(found.entries), found.problem) == (8, None)
    assert read(rss(item(1) * 8)).problem is None


def test_items_that_nobody_can_read_are_told() -> None:
    odd = "<x:rss xmlns:x='http://odd.example/'><x:channel><x:item><x:link>https://news.example/1</x:link></x:item></x:channel></x:rss>"
    assert read(odd).problem == "discover: items of a vocabulary that nobody knows"
    assert read(rss("<!-- <item><title>T</title></item> -->")).problem is None


def test_relative_links_are_meant_against_xml_base_else_the_feeds_own_site() -> None:
    entry = "<entry><title>T</title><link href='a'/></entry>"
    based = read(ATOM.format(" xml:base='https://base.example/x/'", entry))
    linked = read(ATOM.format("", "<link href='https://site.example/y/'/>" + entry))
    plain = read(ATOM.format("", entry))
    assert [f.entries[0].url for f in (based, linked, plain)] == [
        "https://base.example/x/a",
        "https://site.example/y/a",
        "https://news.example/a",
    ]


TEXTS = {
    "plain": ("A &amp; B", "A & B"),
    "escaped twice": ("A &amp;amp; B", "A & B"),
    "markup escaped": ("&lt;b&gt;A&lt;/b&gt;&lt;br&gt;B", "A B"),
    "markup escaped twice": ("&amp;lt;p&amp;gt;A&amp;lt;/p&amp;gt;", "A"),
    "markup in CDATA": ("<![CDATA[<p>A&nbsp;<i>B</i></p><script>x()</script>]]>", "A B"),
    "comparison": ("1 &lt; 2 &amp; 3 &gt; 2", "1 < 2 & 3 > 2"),
    "entity of HTML": ("caf&eacute; &ndash; A", "café – A"),
    "unknown entity": ("R&D; AT&T", "R&D; AT&T"),
    "control characters": ("A\x07B&#x1f;C&#0;D", "ABCD"),
    "decomposed": ("cafe\u0301", "café"),
    "blanks": ("  A \n\t B\u00a0 C ", "A B C"),
    "children": ("A <b>B</b> C", "A B C"),
}


@each(("written", "shown"), TEXTS.values())
def test_titles_and_summaries_are_plain_text(written: str, shown: str) -> None:
    (entry,) = read(
        rss(
            item(1)
            .replace("Story number 1", written)
            .replace("</item>", f"<description>{written}</description></item>")
        )
    ).entries
    assert (entry.title, entry.summary) == (shown, shown)


def test_the_title_of_other_vocabularies_does_not_stand_for_the_title() -> None:
    root = " xmlns:media='http://search.yahoo.com/mrss/'"
    parts = "<media:group><media:title>Photo</media:title></media:group><media:title>Photo</media:title>"
    (entry,) = read(rss(f"<item>{parts}<title>Story</title><link>/1</link></item>", root=root)).entries
    assert entry.title == "Story"


def test_long_titles_and_summaries_are_cut() -> None:
    long = "word " * 100_000
    (entry,) = read(
        rss(f"<item><title>{long}</title><link>/1</link><description>{long}</description></item>")
    ).entries
    assert entry.title is not None
    assert entry.summary is not None
    assert len(entry.title) <= 500
    assert len(entry.summary) <= 2000
    assert entry.title.endswith("word…")


def test_entries_come_newest_first_once_each_and_no_more_than_wanted() -> None:
    dated = "".join(item(n, f"<pubDate>{n:02} Jul 2025 08:00:00 +0700</pubDate>") for n in (1, 5, 3, 5, 2))
    assert [e.url[-1] for e in read(rss(dated)).entries] == ["5", "3", "2", "1"]
    assert [e.url[-1] for e in read(rss(dated), max_entries=2).entries] == ["5", "3"]
    assert [e.url[-1] for e in read(rss("".join(map(item, (1, 5, 3))))).entries] == ["1", "5", "3"]


LANGUAGES = [
    ("<language>en-US</language>", "", None, "en"),
    ("<language>en-US</language>", "", "th", "th"),  # templates claim en-US everywhere
    ("", "<dc:language>zh-CN</dc:language>", "th", "zh"),
    ("<language>English</language>", "", None, None),
]


@each(("head", "part", "of_source", "language"), LANGUAGES)
def test_what_sources_yaml_says_of_the_language_outweighs_the_feeds_template(
    head: str, part: str, of_source: str | None, language: str | None
) -> None:
    root = " xmlns:dc='http://purl.org/dc/elements/1.1/'"
    (entry,) = read(rss(item(1, part), head, root), language=of_source).entries
    assert entry.language == language


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


def test_entries_that_are_left_out_are_told() -> None:
    items = "".join(item(n) for n in range(30))
    assert read(rss(items + item(3)), max_entries=30).problem is None
    found = read(rss(items), max_entries=20)
    assert len(found.entries) == 20
    assert found.problem == "discover: 20 of 30 entries taken (max_entries)"


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [("<rss><channel>", "<item/>", "</channel></rss>"), ('{"items": [', '{"url": "/1"},', "0]}")],
)
def test_of_entries_without_end_the_first_are_read(
    before: str, piece: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for reader in ("feed", "jsonfeed"):
        monkeypatch.setattr(f"crawler.discover.{reader}.MAX_DRAFTS", 50)
    assert "only the first" not in (read(before + piece * 49 + after).problem or "")
    assert read(before + piece * 51 + after).problem == "discover: only the first 50 entries read"


def test_an_archive_under_a_date_that_never_was_hides_no_news() -> None:
    old = "".join(item(n, "<pubDate>0001-01-01T00:00:00Z</pubDate>") for n in range(1500))
    first, last = (
        item(n, f"<pubDate>{day}T08:00:00Z</pubDate>")
        for n, day in ((-1, "2019-01-01"), (1500, "2025-07-02"))
    )
    new = read(rss(first + old + last), max_entries=9)
    told = {entry.url: entry.published_at for entry in new.entries}
    assert told["https://news.example/1500"] == datetime(2025, 7, 2, 8, tzinfo=UTC)


def test_a_fault_and_entries_left_out_are_told_both() -> None:
    found = read(rss("".join(item(n) for n in range(30)) + "<item"), max_entries=20)
    assert len(found.entries) == 20
    assert (found.problem or "").startswith("discover: ")
    assert (found.problem or "").endswith("; 20 of 30 entries taken (max_entries)")


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


WRITTEN = [
    ("http://https://news.example/a", "https://news.example/a"),
    ("https:http://news.example/a", "http://news.example/a"),
    ("www.news.example/a?b=1", "http://www.news.example/a?b=1"),
    ("WWW.news.example/a", "http://www.news.example/a"),
    ("www.html", "http://site.example/feeds/www.html"),
    ("www/a.b/c", "http://site.example/feeds/www/a.b/c"),
    ("/go?to=http://http://news.example/a", "http://site.example/go?to=http://http://news.example/a"),
]


@each(("link", "url"), WRITTEN)
def test_a_scheme_that_is_doubled_or_left_out_is_put_right(link: str, url: str) -> None:
    assert absolute(link, "http://site.example/feeds/all") == url
