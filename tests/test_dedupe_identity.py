"""When the address that a page declares is believed, and when its own counts."""

from __future__ import annotations

from tables import each

from crawler.dedupe import identity, url_key
from storage.records import Article

BELIEVED = [
    ("https://example.com/news/1234567?x=1234567", "https://example.com/news/1234567", "parameter said in the path"),
    ("https://example.com/tech/the-long-slug-here", "https://example.com/news/the-long-slug-here", "section moved"),
    ("https://example.com/news/old-title-1234567", "https://example.com/news/new-title-1234567", "title edited"),
    ("https://example.com/a/1234567.html", "https://example.com/1234567", "number in both"),
    ("https://news.example.com/the-long-slug-here", "https://www.example.com/the-long-slug-here", "hosts of one site"),
    ("https://example.com/read?article=1234567", "https://example.com/the-slug-1234567", "parameter and slug"),
    ("https://example.com/news/the-long-slug-here", "https://example.com/the-long-slug-here.html", "ending added"),
    ("https://example.com/th/ข่าว/การประชุมเศรษฐกิจดิจิทัล", "https://example.com/การประชุมเศรษฐกิจดิจิทัล", "Thai slug"),
]  # fmt: skip

NOT_BELIEVED = [
    ("https://example.com/news/the-long-slug-here", "https://example.com/", "the home page"),
    ("https://example.com/news/the-long-slug-here", "https://example.com", "the home page without a slash"),
    ("https://example.com/news/the-long-slug-here", "https://example.com/news", "the section"),
    ("https://example.com/news/the-long-slug-here", "https://example.com/news/", "the section with a slash"),
    ("https://example.com/news/1234567/part", "https://example.com/news/1234567", "the page above"),
    ("https://example.com/read?id=1234567", "https://example.com/read", "one address for every id"),
    ("https://example.com/read?id=5", "https://example.com/read?id=6", "another id"),
    ("https://example.com/story-1234567?page=2", "https://example.com/story-1234567", "the first page of several"),
    ("https://example.com/news/the-long-slug-here", "https://other.example/news/the-long-slug-here", "another site"),
    ("https://example.com/news/the-long-slug-here", "https://example.com/news/another-long-slug", "another article"),
    ("https://example.com/20240512/a.html", "https://example.com/20240512/b.html", "only the date in common"),
    ("https://example.com/2024/05/12/daily-market-report", "https://example.com/daily-market-report", "the day left out"),
    ("https://example.com/2024/05/12/a", "https://example.com/2024/05/12/b", "only the day in common"),
    ("https://example.com/c/1234/a/99887", "https://example.com/c/1234/a/11111", "only the section's number in common"),
    ("https://example.com/a/news", "https://example.com/b/news", "a slug that many articles have"),
    ("https://example.com/?p=12", "https://example.com/hello-world", "nothing in common"),
    ("http://127.0.0.1:8001/the-long-slug-here", "http://127.0.0.1:8002/x/the-long-slug-here", "another loopback server"),
    ("https://example.com/news/the-long-slug-here", "not an address", "no address"),
    ("https://example.com/news/the-long-slug-here", "", "nothing declared"),
]  # fmt: skip


def article(url: str, canonical_url: str | None) -> Article:
    return Article(url, "Title", "Text.", canonical_url=canonical_url)


@each(("url", "declared", "reason"), BELIEVED)
def test_a_declared_address_that_means_the_same_is_believed(url: str, declared: str, reason: str) -> None:
    assert identity(article(url, declared)) == url_key(declared), reason


@each(("url", "declared", "reason"), NOT_BELIEVED)
def test_a_careless_declaration_merges_nothing(url: str, declared: str, reason: str) -> None:
    assert identity(article(url, declared)) == url_key(url), reason


def test_pages_that_all_declare_one_address_stay_apart() -> None:
    urls = [f"https://example.com/news/story-{n}-of-the-day" for n in range(50)]
    declared = "https://example.com/news/story-7-of-the-day"
    assert len({identity(article(url, declared)) for url in urls}) == len(urls)


def test_without_a_declaration_the_address_counts() -> None:
    assert identity(article("https://www.example.com/a?utm_source=x", None)) == "https://example.com/a"
