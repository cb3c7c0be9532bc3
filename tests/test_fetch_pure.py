"""crawler.fetch without sockets: addresses, URLs, robots.txt, encodings, Retry-After, turns."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from time import process_time

import brotli
import httpx
import pytest
from tables import each

from crawler.fetch import FetchSettings
from crawler.fetch.addresses import Judge
from crawler.fetch.answers import Answer, failure_of, retry_after
from crawler.fetch.bodies import HEAVY, HEAVY_PLACES, Bodies
from crawler.fetch.codings import Chain, Undecodable, zstd
from crawler.fetch.cookies import MAX_COOKIES, Cookies
from crawler.fetch.faults import FetchError
from crawler.fetch.hosts import Hosts, Places
from crawler.fetch.robots import Robots
from crawler.fetch.robotstxt import Rules, product_token, read_rules
from crawler.fetch.routes import parse_proxy
from crawler.fetch.urls import Target, parse

gzipped = partial(gzip.compress, mtime=0)  # bytes that name a test are those of every process
LIMIT_S = 120  # after it what is waited for never comes

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


TEXT = b"The forum opens in Bangkok. " * 400
CODED = [
    ("", TEXT),
    ("gzip", gzipped(TEXT)),
    ("x-gzip", gzipped(TEXT)),
    ("GZIP", gzipped(TEXT)),
    ("gzip", gzipped(TEXT[:100]) + gzipped(TEXT[100:])),
    ("gzip", gzipped(TEXT) + b"\0\0\0"),
    ("gzip", TEXT),  # named, not applied
    ("deflate", zlib.compress(TEXT)),
    ("deflate", zlib.compress(TEXT)[2:-4]),  # without the header, as some servers send it
    ("deflate", gzipped(TEXT)),
    ("br", brotli.compress(TEXT)),
    ("zstd", zstd.compress(TEXT)),
    ("zstd", zstd.compress(TEXT[:50]) + zstd.compress(TEXT[50:])),
    ("zstd", TEXT),
    ("br, gzip", gzipped(brotli.compress(TEXT))),
    ("identity", TEXT),
    ("utf-8", TEXT),
    ("none", TEXT),
]


@pytest.mark.parametrize(("coding", "sent"), CODED)
@pytest.mark.parametrize("piece", [1, 7, 100_000])
def test_codings_are_undone_however_they_are_cut(coding: str, sent: bytes, piece: int) -> None:
    chain = Chain(coding, 1_000_000)
    got = b"".join(chain.feed(sent[n : n + piece]) for n in range(0, len(sent), piece))
    chain.finish()
    assert got == TEXT
    assert not chain.overflowed


BROKEN = [
    ("gzip", gzipped(TEXT)[:-9]),
    ("gzip", b"\x1f\x8b\x08garbage that is none"),
    ("deflate", zlib.compress(TEXT)[:20]),
    ("br", brotli.compress(TEXT)[:-3]),
    ("br", b"<html>not brotli at all</html>"),
    ("gzip", gzipped(b"x") * 1001),
    ("zstd", zstd.compress(TEXT)[:-3]),
    ("zstd", zstd.compress(b"x") * 1001),
    ("zstd", b"\x28\xb5\x2f\xfd" + b"garbage" * 9),
]


@each(("coding", "sent"), BROKEN)
def test_half_a_body_is_no_body(coding: str, sent: bytes) -> None:
    chain = Chain(coding, 1_000_000)

    def undo() -> None:
        chain.feed(sent)
        chain.finish()

    with pytest.raises(Undecodable):
        undo()


ZEROS = bytes(3_000_000)  # thirty times what there is room for
BOMBS = [
    ("gzip", gzipped(ZEROS)),
    ("deflate", zlib.compress(ZEROS)),
    ("br", brotli.compress(ZEROS, quality=1)),
    ("zstd", zstd.compress(ZEROS)),
    ("gzip, gzip", gzipped(gzipped(ZEROS))),
    ("br, gzip", gzipped(brotli.compress(ZEROS, quality=1))),
]


@each(("coding", "sent"), BOMBS)
def test_a_bomb_yields_no_more_than_there_is_room_for(coding: str, sent: bytes) -> None:
    chain = Chain(coding, 100_000)
    got = 0
    for n in range(0, len(sent), 1000):
        got += len(chain.feed(sent[n : n + 1000]))
        if chain.overflowed:
            break
    assert chain.overflowed
    assert got < 300_000


def test_a_zstd_window_of_gigabytes_is_refused() -> None:
    options = {zstd.CompressionParameter.window_log: 27, zstd.CompressionParameter.content_size_flag: 0}
    packer = zstd.ZstdCompressor(options=options)
    sent = packer.compress(TEXT) + packer.flush()
    with pytest.raises(Undecodable):
        Chain("zstd", 1_000_000).feed(sent)


@pytest.mark.parametrize("coding", ["gzip, gzip, gzip", "compress", "dcb"])
def test_codings_that_are_unknown_or_piled_up_are_named(coding: str) -> None:
    with pytest.raises(FetchError) as caught:
        Chain(coding, 1000)
    assert caught.value.kind == "hard"


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


class Clock:
    """A clock that a sleeper sets."""

    def __init__(self) -> None:
        self.at = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.at += seconds


async def test_a_host_is_left_in_peace_between_requests() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    for _ in range(3):
        async with hosts.turn("a.org:80", 2.0):
            clock.at += 0.5
    async with hosts.turn("b.org:80", 2.0):
        pass
    assert clock.slept == [2.0, 2.0]


async def test_a_short_retry_after_is_waited_for_and_a_long_one_sends_away() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    hosts.put_off("a.org:80", 30)
    async with hosts.turn("a.org:80", 0.0):
        assert clock.slept == [30.0]
    hosts.put_off("a.org:80", 3600)
    with pytest.raises(FetchError) as caught:
        async with hosts.turn("a.org:80", 0.0):
            pass
    assert caught.value.kind == "temporary"
    assert caught.value.retry_after_s == 3601


async def test_a_shorter_wish_for_peace_does_not_end_a_longer_one() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    hosts.put_off("a.org:80", 3600)
    hosts.heard("a.org:80", 0.0, 200, 5)
    with pytest.raises(FetchError, match="wants peace"):
        async with hosts.turn("a.org:80", 0.0):
            pass


async def test_the_other_hosts_of_a_domain_rest_while_one_that_was_asked_too_fast_does() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    async with hosts.turn("one.example.com", 2.0):
        hosts.heard("one.example.com", 2.0, 429, 30)
    async with hosts.turn("two.example.com", 2.0):
        assert clock.at == 1030.0


async def test_few_large_bodies_are_read_at_one_time_however_many_were() -> None:
    inside, most, go_on = 0, 0, asyncio.Event()

    class Large(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            nonlocal inside, most
            yield bytes(HEAVY + 1)
            inside += 1
            most = max(most, inside)
            await go_on.wait()
            inside -= 1
            yield b"."

    bodies = Bodies()
    go_on.set()
    for _ in range(3):
        assert len(await bodies.read(Large(), {}, 2 * HEAVY) or b"") == HEAVY + 2
    go_on.clear()
    reads = [asyncio.create_task(bodies.read(Large(), {}, 2 * HEAVY)) for _ in range(HEAVY_PLACES + 4)]
    for _ in range(20):
        await asyncio.sleep(0)
    assert inside == HEAVY_PLACES
    go_on.set()
    async with asyncio.timeout(LIMIT_S):
        await asyncio.gather(*reads)
    assert most == HEAVY_PLACES


async def test_requests_to_one_host_follow_each_other_and_a_cancelled_one_gives_its_turn_on() -> None:
    hosts = Hosts(asyncio.get_running_loop().time, asyncio.sleep)
    under_way, most, done = 0, 0, 0

    async def ask() -> None:
        nonlocal under_way, most, done
        async with hosts.turn("a.org:80", 0.0):
            under_way += 1
            most = max(most, under_way)
            try:
                await asyncio.sleep(0.001)
            finally:
                under_way -= 1
            done += 1

    tasks = [asyncio.create_task(ask()) for _ in range(40)]
    await asyncio.sleep(0.005)
    for task in tasks[::2]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await ask()
    assert most == 1
    assert done >= 21


async def test_who_is_first_takes_the_next_place_and_a_cancelled_one_gives_it_on() -> None:
    places, order = Places(1), []

    async def use(name: str, first: bool) -> None:
        async with places.one(first=first):
            order.append(name)
            await asyncio.sleep(0)

    async with places.one(first=False):
        tasks = {n: asyncio.create_task(use(n, n.startswith("first"))) for n in ("a", "b", "first", "first2")}
        await asyncio.sleep(0)
        tasks["a"].cancel()
    tasks["first"].cancel()  # it was handed the place already
    async with asyncio.timeout(LIMIT_S):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        assert order == ["first2", "b"]
        async with places.one(first=False):
            order.append("free again")
    assert order[-1] == "free again"


async def test_tens_of_thousands_of_hosts_are_not_remembered() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    for n in range(20_000):
        async with hosts.turn(f"host{n}:80", 2.0):
            clock.at += 0.01
    assert len(hosts) < 1000


async def test_hosts_that_asked_for_peace_do_not_keep_others_remembered() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    for n in range(50):
        hosts.put_off(f"quiet{n}:80", 86_400)
    for n in range(5_000):
        async with hosts.turn(f"host{n}:80", 2.0):
            clock.at += 0.1
    assert len(hosts) < 200


async def test_a_refusal_counts_for_an_hour_however_many_others_are_asked_meanwhile() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    peace = []
    for later in (0.0, 600.0, 600.0, 2 * 3600.0):
        clock.at += later
        for n in range(20):
            async with hosts.turn(f"host{n}:80", 0.0):
                pass
        async with hosts.turn("a.org:80", 2.0):
            hosts.heard("a.org:80", 2.0, 503, None)
        began = clock.at
        async with hosts.turn("a.org:80", 2.0):
            peace.append(clock.at - began)
    assert peace == [10.0, 20.0, 40.0, 10.0]


async def test_who_gives_up_waiting_for_a_domain_leaves_its_place_to_others() -> None:
    clock, for_ever = Clock(), asyncio.Event()

    async def sleep(seconds: float) -> None:
        await for_ever.wait()

    async def ask(host: str) -> str:
        async with hosts.turn(host, 8.0):
            return host

    hosts = Hosts(clock, sleep)
    await ask("h0.example.com")
    for n in range(1, 7):  # more than may be under way at one time
        waits = asyncio.create_task(ask(f"h{n}.example.com"))
        await asyncio.sleep(0)
        waits.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waits
    clock.at += 100.0
    async with asyncio.timeout(LIMIT_S):
        assert await ask("h7.example.com") == "h7.example.com"


async def test_robots_rules_are_kept_for_a_day_and_failures_for_minutes() -> None:
    clock, asked = Clock(), []
    robots = Robots("forumwatch/1", clock)
    answers = [Answer(503, {}), Answer(200, {}, body=b"User-agent: *\nDisallow: /p")]

    async def fetch(target: Target) -> Answer:
        asked.append(target.url)
        return answers[min(len(asked) - 1, 1)]

    target = parse("http://a.org/x")
    for _ in range(2):
        with pytest.raises(FetchError, match=r"robots.txt of a.org answers 503"):
            await robots.rules(target, fetch)
    clock.at += 301
    assert [await robots.rules(target, fetch) for _ in range(2)] == [Rules("User-agent: *\nDisallow: /p")] * 2
    clock.at += 86_401
    await robots.rules(target, fetch)
    assert asked == ["http://a.org/robots.txt"] * 3


async def test_old_robots_rules_stand_in_for_a_month_and_are_asked_for_again_every_few_minutes() -> None:
    clock, asked = Clock(), 0
    robots = Robots("forumwatch/1", clock)
    said = Answer(200, {}, body=b"User-agent: *\nDisallow: /p")

    async def fetch(target: Target) -> Answer:
        nonlocal asked
        asked += 1
        return said

    target = parse("http://a.org/x")
    rules = await robots.rules(target, fetch)
    said = Answer(503, {})
    for day in range(1, 30):
        clock.at += 86_400
        assert [await robots.rules(target, fetch) for _ in range(3)] == [rules] * 3
        assert asked == 1 + day
    clock.at += 301
    assert await robots.rules(target, fetch) == rules
    said = Answer(404, {})
    clock.at += 301
    assert await robots.rules(target, fetch) == Rules()
    said = Answer(503, {})
    clock.at += 30 * 86_400
    with pytest.raises(FetchError, match="answers 503"):
        await robots.rules(target, fetch)


class Kept:
    """Rules of a process whose clock ran ten days ahead."""

    async def find(self, key: str) -> tuple[Rules, float] | None:
        return Rules("User-agent: *\nDisallow: /old"), 11 * 86_400.0

    def keep(self, key: str, rules: Rules, fresh_s: float) -> None:
        """Remembers nothing."""


async def test_robots_rules_kept_by_a_clock_that_ran_ahead_are_believed_for_no_longer_than_a_day() -> None:
    clock, asked = Clock(), 0
    robots = Robots("forumwatch/1", clock, Kept())

    async def fetch(target: Target) -> Answer:
        nonlocal asked
        asked += 1
        return Answer(404, {})

    target = parse("http://a.org/x")
    for passed in (0, 86_399):
        clock.at += passed
        assert await robots.rules(target, fetch) == Rules("User-agent: *\nDisallow: /old")
    assert asked == 0
    clock.at += 2
    assert (await robots.rules(target, fetch), asked) == (Rules(), 1)


async def test_many_askers_of_one_host_fetch_its_robots_txt_once() -> None:
    asked = []

    async def fetch(target: Target) -> Answer:
        asked.append(target.url)
        await asyncio.sleep(0.01)
        return Answer(404, {})

    robots = Robots("forumwatch/1", lambda: 0.0)
    tasks = [asyncio.create_task(robots.rules(parse(f"http://a.org/{n}"), fetch)) for n in range(20)]
    await asyncio.sleep(0)
    tasks[5].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert asked == ["http://a.org/robots.txt"]


async def test_robots_rules_of_many_hosts_stay_within_their_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.fetch.robots.MAX_CHARACTERS", 1_000_000)
    robots = Robots("forumwatch/1", lambda: 0.0)
    body = b"User-agent: *\n" + b"".join(b"Disallow: /%d\n" % n for n in range(2_000))

    async def fetch(target: Target) -> Answer:
        return Answer(200, {}, body=body)

    for n in range(100):
        await robots.rules(parse(f"http://host{n}.org/"), fetch)
    assert 900_000 < robots.characters <= 1_000_000


def test_a_site_makes_us_keep_no_more_cookies_than_a_few_and_may_change_those() -> None:
    target, cookies = parse("http://a.org/"), Cookies()
    assert cookies.keep(target, [f"c{n}=1" for n in range(MAX_COOKIES + 5)])
    assert cookies.header(target).count("=") == MAX_COOKIES
    assert cookies.keep(target, ["c0=2", "another=1"])
    assert cookies.header(target).startswith("c0=2; ")
    assert "another" not in cookies.header(target)
