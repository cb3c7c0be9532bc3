"""An address → its site, and where its password may go."""

from __future__ import annotations

from tables import each

from crawler.dedupe import origin, site

ORIGINS = [
    ("https://example.com/a", "https://example.com:443/b", True),
    ("https://example.com/a", "https://EXAMPLE.com./b", True),
    ("https://example.com/a", "http://example.com/a", False),
    ("https://example.com/a", "https://www.example.com/a", False),
    ("https://example.com/a", "https://example.com:8443/a", False),
    ("https://example.com/a", "https://example.com@evil.example/a", False),
    ("https://example.com/a", "https://example.com\\@evil.example/a", True),  # a browser goes to example.com
    ("", "x", False),
]


@each(("first", "second", "same"), ORIGINS)
def test_a_password_stays_with_its_scheme_host_and_port(first: str, second: str, same: bool) -> None:
    assert (origin(first) == origin(second)) is same


SITES = [
    ("https://news.example.co.uk/a", "example.co.uk"),
    ("https://www.Example.com:8443/a?b#c", "example.com"),
    ("https://user:word@www.example.com/a", "example.com"),
    ("news.example.com", "example.com"),
    ("news.example.com:8080", "example.com"),
    ("https://ข่าว.example.co.th/", "example.co.th"),
    ("https://news.example.公司.cn/", "example.xn--55qx5d.cn"),
    ("https://news.example.xn--55qx5d.cn/", "example.xn--55qx5d.cn"),
    ("https://www.gov.uk/a", "www.gov.uk"),
    ("https://com/", "com"),
    ("http://127.0.0.1:8001/a", "127.0.0.1:8001"),
    ("127.0.0.1:8001", "127.0.0.1:8001"),
    ("http://127.0.0.1/a", "127.0.0.1"),
    ("http://localhost:9000/", "localhost:9000"),
    ("http://[::1]:8001/a", "[::1]:8001"),
    ("", ""),
]


@each(("url", "expected"), SITES)
def test_a_site_is_the_registrable_name(url: str, expected: str) -> None:
    assert site(url) == expected
