"""The room takes any bytes: nothing in it raises, and what they return keeps its promises."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.discover import discover, kind_of, mislabelled, offers_of
from storage.records import Discovery, Page, Selectors, Source

NOW = datetime(2025, 7, 10, 12, tzinfo=UTC)
KINDS = st.sampled_from(["feed", "sitemap", "listing"])
CODECS = st.sampled_from(
    [None, "utf-8", "windows-874", "gb18030", "utf-16", "idna", "unicode_escape", "iso2022_jp", "no-such"]
)

PIECES = st.sampled_from(
    [
        "<?xml version='1.0' encoding='gb2312'?>", "<rss>", "<channel>", "<item>", "</item>", "<entry>", "</entry>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>", "<rdf:RDF>", "<urlset>", "<sitemapindex>", "<sitemap>", "</sitemap>",
        "<url>", "</url>", "<loc>", "</loc>", "<link>", "</link>", "<link href='", "<title>", "</title>", "<title type=html>",
        "<guid isPermaLink='false'>", "</guid>", "<pubDate>", "</pubDate>", "<description>", "<![CDATA[", "]]>", "<!--", "-->",
        "<!DOCTYPE rss [", "<!ENTITY a 'b'>", "]>", "&amp;", "&", "&#x0;", "&#xD800;", "&nbsp;", "&a;", "<html>", "<base href='",
        "<div class=card>", "<a href='/2025/07/01/a-b-c-d'>", "</a>", "<time datetime='2025-07-01'>", "</rss>", "</feed>", "'", '"', ">",
        "https://news.example/1", "http://[", "//x", "javascript:x", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
        "Tue, 01 Jul 2568 09:20:00 ICT", "3 ก.ค. 68", "9999999999999", "{", "[", '"items":[{"url":', '"\\ud800"', "}", "]", "\0", "\x1f\x8b", " ",
        "xml:base='", "xmlns:a='b'", "<a:b>", "<feedburner:origLink>", "ข่าว", "\u202e", "\ufeff",
    ]
)  # fmt: skip
DOCUMENTS = st.one_of(
    st.binary(max_size=400),
    st.lists(PIECES, max_size=40).map(lambda parts: "".join(parts).encode("utf-8", "replace")),
    st.lists(st.one_of(PIECES.map(lambda p: p.encode()), st.binary(max_size=8)), max_size=30).map(b"".join),
)
HEADERS = st.one_of(
    st.none(), st.text(max_size=40), st.sampled_from(["text/xml; charset=gb2312", "charset=utf-7"])
)


def keeps_its_promises(found: Discovery) -> None:
    assert found.problem is None or found.problem.startswith("discover: ")
    urls = [entry.url for entry in found.entries]
    assert len(urls) == len(set(urls)) <= 50
    for entry in found.entries:
        assert entry.url.startswith(("http://", "https://"))
        entry.url.encode("ascii")
        assert entry.published_at is None or entry.published_at.tzinfo is not None
        for text in (entry.title, entry.summary):
            if text is not None:
                assert text == unicodedata.normalize("NFC", text.strip())
                assert text
                text.encode()  # no lone surrogate
    for child in found.children:
        assert child.startswith(("http://", "https://"))


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS, KINDS, CODECS, HEADERS)
def test_any_bytes_are_read_without_an_exception(
    body: bytes, kind: str, codec: str | None, header: str | None
) -> None:
    select = Selectors("div.card", title="a", date="time") if kind == "listing" and codec else None
    source = Source(
        "s", "S", kind, "https://news.example/", timezone="Asia/Bangkok", encoding=codec, max_entries=50, select=select  # type: ignore[arg-type]
    )  # fmt: skip
    page = Page(source.url, source.url, 200, body, NOW, {"content-type": header} if header else {})
    keeps_its_promises(discover(page, source))
    assert kind_of(page, source) in ("feed", "sitemap", "listing", None)
    assert mislabelled(page) is None or mislabelled(page) != "utf-8"
    assert all(url.startswith("http") for url in (*offers_of(page).feeds, *offers_of(page).anchors))
