"""crawler.fetch without sockets: addresses, secrets, what robots.txt says, statuses, Retry-After."""

from __future__ import annotations

from datetime import UTC, datetime
from time import process_time

import pytest
from tables import each

from crawler.fetch import FetchSettings
from crawler.fetch.addresses import Judge
from crawler.fetch.answers import Answer, failure_of, retry_after
from crawler.fetch.faults import FetchError
from crawler.fetch.robots import Robots
from crawler.fetch.robotstxt import Rules, product_token, read_rules
from crawler.fetch.routes import parse_proxy
from crawler.fetch.urls import parse

INSIDE = [
    "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "0.0.0.0", "0.1.2.3", "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7",
    "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "192.88.99.1",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "fe80::1", "fe80::1%1", "2606:4700::1111%eth0",
    "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "2002:a00:1::1",
    "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "200::1", "::ffff:0:127.0.0.1", "3fff::1", "5f00::1", "", "localhost", "1.2.3", "0x7f.1",
]  # fmt: skip
OUTSIDE = [
    "1.1.1.1",
    "8.8.8.8",
    "100.63.0.1",
    "172.32.0.1",
    "2606:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]


@each("address", INSIDE)
def test_inside_addresses_are_refused(address: str) -> None:
    assert not Judge().allows(address)


@each("address", OUTSIDE)
def test_public_addresses_are_allowed(address: str) -> None:
    assert Judge().allows(address)


def test_allowed_networks_admit_what_they_hold_and_nothing_else() -> None:
    judge = Judge(("10.1.0.0/16", "fd00::/8"))
    assert [a for a in (*INSIDE, "10.1.2.3", "::ffff:10.1.2.3", "fd00::9") if judge.allows(a)] == [
        "fd12:3456::1",
        "10.1.2.3",
        "::ffff:10.1.2.3",
        "fd00::9",
    ]


ADDRESSES = [
    ("http://Example.ORG", "http://example.org/", "example.org"),
    ("HTTP://example.org:80/a b?q=é#part", "http://example.org/a%20b?q=%C3%A9", "example.org"),
    ("https://example.org:8443/x", "https://example.org:8443/x", "example.org:8443"),
    (" https://example.org/\t", "https://example.org/", "example.org"),
    ("http://ไทย.com/ข่าว", "http://xn--o3cw4h.com/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7", "xn--o3cw4h.com"),
    ("http://ex.com\\@evil.com/", "http://ex.com/@evil.com/", "ex.com"),
    ("http://0x7f.1/", "http://127.0.0.1/", "127.0.0.1"),
    ("http://2130706433/", "http://127.0.0.1/", "127.0.0.1"),
    ("http://[::FFFF:127.0.0.1]:81/", "http://[::ffff:7f00:1]:81/", "[::ffff:7f00:1]:81"),
]


@each(("written", "url", "authority"), ADDRESSES)
def test_an_address_is_fetched_as_one_parser_reads_it(written: str, url: str, authority: str) -> None:
    target = parse(written)
    assert (target.url, target.authority) == (url, authority)


@each(
    'written',
    [
        "", "example.org", "//example.org/", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)",
        "http://", "http://user@example.org/", "http://user:secret@example.org/", "http://example.org:99999/",
        "http://exa mple.org/", "http://[::1", "http://\ud800.org/", "http://example.org/" + "a" * 9000, "gopher://x/",
        "data:text/html,x", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://example..org/", "http://.org/", f"http://{'a' * 64}.org/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(written: str) -> None:
    with pytest.raises(FetchError) as caught:
        parse(written)
    assert caught.value.kind == "refused"
    assert "secret" not in str(caught.value)


TRUST = [
    ("http://a.org/x", "http://a.org/y", True),
    ("http://a.org/", "https://a.org/", True),
    ("https://a.org/", "http://a.org/", False),
    ("http://a.org/", "http://b.a.org/", False),
    ("http://a.org/", "http://a.org:81/", False),
    ("http://a.org:81/", "https://a.org/", False),
]


@each(("first", "then", "trusted"), TRUST)
def test_secrets_go_to_the_same_origin_or_to_its_tls_twin(first: str, then: str, trusted: bool) -> None:
    assert parse(first).trusts(parse(then)) is trusted


ROBOTS = [
    ("User-agent: *\nDisallow: /p", "/p/1", False),
    ("User-agent: *\nDisallow: /p", "/q", True),
    ("User-agent: *\nDisallow: /p\nAllow: /p/ok", "/p/ok/1", True),
    ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
    ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
    ("User-agent: *\nDisallow:", "/x", True),
    ("", "/x", True),
    ("Disallow: /", "/x", True),
    ("<html><body>Disallow: / everything</body></html>", "/x", True),
    ("\ufeffUser-agent: *\nDisallow: /", "/x", False),
    ("User-agent: forumwatch\nAllow: /\n\nUser-agent: *\nDisallow: /", "/x", True),
    ("User-agent: *\nDisallow: /\n\nUser-agent: ForumWatch/2.0 (news)\nDisallow: /q", "/x", True),
    ("User-agent: forum\nDisallow: /", "/x", True),
    ("User-agent: forumwatchbot\nDisallow: /", "/x", True),
    ("User-agent: a\nUser-agent: forumwatch\nDisallow: /p\n", "/p", False),
    ("User-agent: forumwatch\nDisallow: /p\n\nUser-agent: forumwatch\nDisallow: /q", "/p", False),
    ("User-agent: forumwatch\nDisallow: /p\n\nUser-agent: forumwatch\nDisallow: /q", "/q", False),
    ("User-agent: *\nCrawl-delay: 5\n\nUser-agent: badbot\nDisallow: /", "/x", True),
    ("User-agent: *\nSitemap: /s.xml\nDisallow: /p", "/p", False),
    ("User-agent: * # all\r\nDisallow: /p # not this\r\n", "/p", False),
    ("USER-AGENT: *\nDISALLOW: /p", "/p", False),
    ("User-agent: *\nDisallow: /ข่าว", "/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/1", False),
    ("User-agent: *\nDisallow: /a%3cd", "/a%3Cd.html", False),
    ("User-agent: forumwatch\n\nUser-agent: *\nDisallow: /", "/x", False),
]


@pytest.mark.parametrize(("text", "path", "allowed"), ROBOTS)
async def test_robots_txt_is_read_by_the_standard(text: str, path: str, allowed: bool) -> None:
    rules = read_rules(text.encode(), "forumwatch")
    assert await Robots("forumwatch/1", lambda: 0.0).allow(rules, f"http://a.org{path}") is allowed


async def test_robots_txt_in_utf_16_is_read_too() -> None:
    rules = read_rules("User-agent: *\nDisallow: /".encode("utf-16"), "forumwatch")
    assert not await Robots("forumwatch/1", lambda: 0.0).allow(rules, "http://a.org/")


async def test_huge_rules_are_read_too() -> None:
    text = "User-agent: *\n" + "".join(f"Disallow: /{n}/*.pdf$\n" for n in range(5_000))
    rules, robots = read_rules(text.encode(), "forumwatch"), Robots("forumwatch/1", lambda: 0.0)
    assert not await robots.allow(rules, "http://a.org/4999/x.pdf")
    assert await robots.allow(rules, "http://a.org/4999/x.html")


def test_only_the_rules_for_this_program_are_kept() -> None:
    text = (
        "".join(f"User-agent: bot{n}\nDisallow: /{n}\n" for n in range(1000))
        + "User-agent: *\nDisallow: /p\n"
    )
    assert read_rules(text.encode(), "forumwatch") == Rules("User-agent: *\nDisallow: /p")


@each(("said", "delay_s"), [("3", 3.0), ("0.5", 0.5), ("900", 60.0), ("-1", 0.0), ("nan", 0.0)])
def test_a_crawl_delay_is_kept_within_reason(said: str, delay_s: float) -> None:
    assert read_rules(f"User-agent: *\nCrawl-delay: {said}".encode(), "forumwatch").delay_s == delay_s


def test_a_crawl_delay_of_spaces_holds_nobody_up() -> None:
    began = process_time()
    for line in ("Crawl-delay: {}x", "Crawl-delay{}x", "Crawl-delay:{}5"):
        read_rules(f"User-agent: *\n{line.format(' ' * 150_000)}".encode(), "forumwatch")
    assert process_time() - began < 10  # where spaces are shared out in every way: a minute


def test_the_product_token_is_what_robots_txt_calls_the_program() -> None:
    assert product_token("forumwatch/0.1 (+press@example.org)") == "forumwatch"


def test_the_user_agent_names_the_program_and_whom_to_write_to() -> None:
    assert FetchSettings(contact="press@example.org").user_agent.startswith("forumwatch/")
    assert FetchSettings(contact="press@example.org").user_agent.endswith(" (+press@example.org)")
    assert FetchSettings(contact="x", user_agent="mine/2").user_agent == "mine/2"


NOW = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)


@each(
    ("said", "seconds"),
    [
        (None, None), ("", None), ("120", 120), (" 5 ", 5), ("999999999999", 86_400), ("soon", None), ("-5", None),
        ("120, 120", 120), ("0, 90", 90), ("60, Sun, 01 Nov 2026 12:01:00 GMT", 60),
        ("Sun, 01 Nov 2026 12:01:00 GMT", 60), ("Sun, 01 Nov 2026 11:00:00 GMT", 0), ("Sun, 01 Nov 2099 12:00:00 GMT", 86_400),
        ("Sun, 01 Nov 99999999999 12:00:00 GMT", None),
    ],
)  # fmt: skip
def test_retry_after_is_seconds_or_a_date_and_at_most_a_day(said: str | None, seconds: int | None) -> None:
    assert retry_after(said, NOW) == seconds


KINDS = [
    (200, None), (203, None), (204, None), (206, "temporary"), (300, "hard"), (301, "hard"), (304, "temporary"), (400, "hard"),
    (407, "temporary"), (401, "hard"), (403, "hard"), (404, "soft"), (410, "gone"), (429, "soft"), (451, "hard"), (500, "temporary"),
    (503, "temporary"), (599, "temporary"), (999, "temporary"),
]  # fmt: skip


@each(("status", "kind"), KINDS)
def test_each_status_is_a_page_or_a_kind_of_failure(status: int, kind: str | None) -> None:
    failure = failure_of(Answer(status, {}), "example.org", conditional=False)
    assert (failure.kind if failure else None) == kind
    assert failure is None or str(failure).startswith(f"{status} from example.org")


WHOLE = "bytes 0-99/100"
RANGES = [
    (WHOLE, {}, 100, None), ("Bytes  0-99/100 ", {}, 100, None), (WHOLE, {"content-encoding": "gzip"}, 250, None),
    (WHOLE, {}, 99, "temporary"), ("bytes 0-98/100", {}, 99, "temporary"), ("bytes 1-99/100", {}, 99, "temporary"),
    ("bytes 0-99/*", {}, 100, "temporary"), ("bytes */100", {}, 100, "temporary"), ("lines 0-9/10", {}, 10, "temporary"),
    ("bytes 0-99/100, bytes 0-1/2", {}, 100, "temporary"), ("", {}, 100, "temporary"), ("junk", {}, 100, "temporary"),
    (f"bytes 0-{9 * 10**20}/{9 * 10**20 + 1}", {}, 100, "temporary"),
]  # fmt: skip


@each(("said", "more", "length", "kind"), RANGES)
def test_half_a_page_that_nobody_asked_for_is_none(
    said: str, more: dict[str, str], length: int, kind: str | None
) -> None:
    """Only what says that it is all, and is, is stored: of all else nobody knows what is missing."""
    answer = Answer(206, {"content-range": said} | more, body=b"x" * length)
    failure = failure_of(answer, "example.org", conditional=False)
    assert (failure.kind if failure else None) == kind


def test_304_is_a_page_only_if_it_was_asked_for() -> None:
    assert failure_of(Answer(304, {}), "example.org", conditional=True) is None


@each("url", ["", "example.org", "ftp://p.org", "http://", "socks5://[", "http://p.org:x/"])
def test_a_proxy_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        parse_proxy(url)
