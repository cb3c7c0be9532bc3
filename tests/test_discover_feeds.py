"""Feeds → entries: addresses, titles, order and language, of every family."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from feedsamples import item, page, read, rss
from tables import each

from crawler.discover import discover
from crawler.discover.addresses import absolute
from storage.records import Source

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
    feed = ATOM.format(" xml:base='../x/'", entry.replace("2025/", "../y/"))
    source = Source("s", "S", "feed", "https://news.example/1/2/feed")
    found = [
        discover(page(feed.format(own), url=source.url), source).entries[0].url
        for own in ("", " xml:base='../../07/'", " xml:base='b'", " xml:base='/c/'")
    ]
    assert found == [f"https://news.example/{path}/a" for path in ("1/y", "07", "1/y", "c")]


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
