"""What a site offers, and what of it a stanza may say: tables of cases, no network."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tables import each

from crawler.describe import STEPS_S, described, free_id, new_id, plain_name, suggested_every
from crawler.discover import discover, mislabelled, offers_of, sitemaps_named
from crawler.prove import Document, Proof, Verdict
from storage.records import Page, Source

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FEEDS = (
    *("/feed", "/feed/", "/rss", "/rss2", "/blog/feed/", "/rss.xml", "/news/rss.php", "/feeds/all.atom.xml", "/tech.rss"),
    *("/rss/technology.xml", "/tech-rss.xml", "/?feed=rss2", "/out?format=atom", "/index.rdf", "/feeds/posts/default"),
)  # fmt: skip
NO_FEEDS = (
    "/feedback",
    "/newsfeed-of-the-day",
    "/atomic",
    "/2025/feed-the-world-with-data-now",
    "/rss/a/b/c/d",
    "/x",
)


def page(body: str | bytes, content_type: str = "text/html", url: str = "https://news.example/") -> Page:
    data = body.encode() if isinstance(body, str) else body
    return Page(url, url, 200, data, NOW, {"content-type": content_type})


def ago(*hours: float) -> list[datetime]:
    return [NOW - timedelta(hours=h) for h in hours]


def test_links_that_look_like_feeds_are_told_from_others() -> None:
    links = "".join(f'<a href="{path}">x</a>' for path in (*FEEDS, *NO_FEEDS))
    found = {url.removeprefix("https://news.example") for url in offers_of(page(links)).anchors}
    assert found == set(FEEDS)


def test_feeds_of_comments_and_of_other_sites_come_last() -> None:
    links = '<a href="/comments/feed">c</a><a href="https://else.example/rss">e</a><a href="/rss">own</a>'
    assert offers_of(page(links)).anchors == (
        "https://news.example/rss",
        "https://else.example/rss",
        "https://news.example/comments/feed",
    )


def test_a_robots_txt_names_sitemaps_those_of_news_first() -> None:
    said = b"\xef\xbb\xbfSitemap: https://a.example/pages.xml\r\nuser-agent: *\nSITE-MAP : /news.xml # new\nSitemap:\nsitemap: ftp://x/\n"
    found = sitemaps_named(said, "https://a.example/robots.txt")
    assert found == ("https://a.example/news.xml", "https://a.example/pages.xml")


@each(
    ("dates", "every"),
    [
        (ago(), None),
        (ago(1, 2), None),
        (ago(0, 24, 48, 72), "1h"),
        (ago(0, 1, 2, 3, 4, 5), "1h"),
        (ago(*(n / 2 for n in range(20))), "30m"),
        (ago(*(n / 10 for n in range(40))), "15m"),
        (ago(*(n / 60 for n in range(20))), "10m"),
        (ago(*(n / 600 for n in range(20))), "1m"),
        (ago(0, 0.01, 0.02, 0.03, 0.04, 0.05, 10, 15, 20, 25), "2m"),  # calm but for one burst
        (ago(*[3.0] * 10), "1m"),  # all at one moment
    ],
)
def test_every_follows_the_rhythm(dates: list[datetime], every: str | None) -> None:
    assert suggested_every(dates) == every


@given(st.lists(st.integers(0, 100_000), min_size=3, max_size=60))
def test_no_more_than_half_a_document_comes_between_two_polls(seconds: list[int]) -> None:
    every = suggested_every([NOW + timedelta(seconds=s) for s in seconds])
    assert every is not None
    times, half = sorted(seconds), (len(seconds) + 1) // 2
    if every != "1m":  # nobody is asked more often
        assert all(sum(t <= s < t + STEPS_S[every] for s in times) <= half for t in times)


@each(
    ("url", "name", "taken", "made"),
    [
        ("https://www.blognone.com/atom.xml", "Blognone", (), "blognone"),
        ("https://tech.nation.co.th/rss", None, (), "nation"),
        ("https://www.nation.co.th/tech/rss.xml", None, ("nation",), "nation-tech"),
        ("https://www.nation.co.th/rss", None, ("nation",), "nation-2"),
        ("https://www.nation.co.th/rss", None, ("nation", "nation-2"), "nation-3"),
        ("http://127.0.0.1:80/feed", "Le Courrier", (), "le-courrier"),
        ("http://127.0.0.1/feed", "新闻", (), "source"),
        ("http://[::1]/feed", "新闻", ("source",), "source-2"),
        ("https://xn--22c8e6a1f.xn--o3cw4h/a", None, (), "xn--22c8e6a1f"),
    ],
)
def test_an_id_is_the_sites_name(url: str, name: str | None, taken: tuple[str, ...], made: str) -> None:
    assert new_id(url, name, taken) == made
    assert free_id(made, (made, f"{made}-2")) == f"{made}-3"


@each(
    ("title", "name"),
    [
        ("The Ledger | Home", "The Ledger"),
        ("The Ledger - RSS", "The Ledger"),
        ("Asia-Pacific - Tech News", "Asia-Pacific - Tech News"),
        ("  A \n  title ", "A title"),
        ("Get ${HOME}", "Get {HOME}"),
        ("x" * 300, "x" * 80),
        (" ", None),
    ],
)
def test_a_name_is_the_titles_first_part(title: str, name: str | None) -> None:
    assert plain_name(title) == name


@each(
    ("url", "where"),
    [
        ("https://a.co.th/feed", {"country": "TH", "timezone": "Asia/Bangkok"}),
        ("https://a.co.uk/feed", {"country": "GB", "timezone": "Europe/London"}),
        ("https://a.com.au/feed", {"country": "AU"}),  # of several zones
        ("https://a.io/feed", {}),
        ("https://a.com/feed", {}),
        ("http://10.0.0.1/feed", {}),
    ],
)
def test_a_country_is_told_where_only_its_people_have_the_name(url: str, where: dict[str, str]) -> None:
    feed = "<rss><channel><title>A</title><item><title>One</title><link>/1</link></item></channel></rss>"
    source = Source("a", "A", "feed", url)
    answer = page(feed, "application/rss+xml", url)
    proof = Proof(Verdict("a", "works", ()), Document(source, answer, discover(answer, source)))
    stanza = described(proof, ())
    assert {name: stanza[name] for name in ("country", "timezone") if name in stanza} == where


THAI = "สภาดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งประเทศไทยประกาศแผนงานใหม่สำหรับปีหน้า"
RUSSIAN = "Международная конференция по цифровой экономике открылась в столице"
FRENCH = "Les députés ont été réunis à l'Élysée où la conférence s'est achevée hier, après des années d'efforts créés çà et là"


@each(
    ("text", "codec", "label", "found"),
    [
        (THAI, "cp874", "iso-8859-1", "windows-874"),
        (RUSSIAN, "cp1251", "iso-8859-1", "windows-1251"),
        (THAI, "utf-8", "iso-8859-1", None),
        (THAI, "cp874", "windows-874", None),
        (THAI, "cp874", "tis-620", None),
        (FRENCH, "cp1252", "iso-8859-1", None),
        ("Plain words", "ascii", "iso-8859-1", None),
    ],
)
def test_a_wrong_label_is_seen_by_what_it_makes_of_the_text(
    text: str, codec: str, label: str, found: str | None
) -> None:
    assert mislabelled(page(f"<p>{text}</p>".encode(codec), f"text/html; charset={label}")) == found


def test_steps_grow() -> None:
    assert all(a < b for a, b in pairwise(STEPS_S.values()))
