"""crawler.fetch against every fault a server can have: bounded, told, and no neighbour harmed."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import resource
import ssl
import threading
import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import brotli
import pytest
from badserver import (
    Asked,
    BadServer,
    Script,
    answer,
    drip,
    endless,
    redirect,
    silence,
    then_close,
    then_reset,
)

from crawler.fetch import Fetcher, FetchSettings
from crawler.fetch.codings import zstd
from crawler.fetch.resolver import Resolver
from crawler.retries import retry_at
from storage.records import Failure, Page

HTML = b"<title>A forum</title><p>opens in Bangkok"
HEAD = b"HTTP/1.1 200 OK\r\n"


def settings(**changes: object) -> FetchSettings:
    usual = {
        "min_delay_s": 0.0,
        "timeout_s": 0.6,
        "deadline_s": 1.5,
        "max_body": 200_000,
        "robots": False,
        "allow_networks": ("127.0.0.0/8",),
    }
    return FetchSettings(**(usual | changes))  # type: ignore[arg-type]


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    async with Fetcher(settings(**PATIENT)) as opened:
        yield opened


def coded(coding: str, body: bytes) -> bytes:
    return answer(200, body, content_encoding=coding)


ZEROS = bytes(20_000_000)
BOMB = gzip.compress(ZEROS, 1)
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
FAULTS: dict[str, tuple[Script, str, str]] = {
    "silence": (silence, "temporary", "fell silent"),
    "hangs up": (then_close(b""), "temporary", "hung up without an answer"),
    "resets": (then_reset(b""), "temporary", ""),
    "resets in the body": (then_reset(HEAD + b"Content-Length: 100\r\n\r\n<p>"), "temporary", ""),
    "hangs up in the head": (then_close(HEAD + b"Content-Le"), "temporary", "within its headers"),
    "is no HTTP": (b"SSH-2.0-OpenSSH_9.2\r\n", "temporary", "it begins with b'SSH-2.0"),
    "is HTTP/0.9": (then_close(b"<html>hello</html>"), "temporary", "it begins with"),
    "a status of garbage": (b"HTTP/1.1 OK fine\r\n\r\n", "temporary", "it begins with b'HTTP/1.1 OK"),
    "a status of none": (b"HTTP/1.1 000 X\r\nContent-Length: 0\r\n\r\n", "temporary", "it begins with b'HTTP/1.1 000"),
    "switches protocols": (b"HTTP/1.1 101 X\r\nUpgrade: x\r\n\r\n", "temporary", "switches protocols"),
    "interim answers for ever": (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "temporary", "interim"),
    "a header without end": (endless(HEAD, b"X-Bomb: " + b"x" * 5000 + b"\r\n"), "temporary", "more than 64 KiB"),
    "many headers": (HEAD + b"A: b\r\n" * 2000 + b"\r\n", "temporary", "header lines"),
    "drips its head": (drip(HEAD * 50, 0.05), "temporary", "not done within 1.5 s"),
    "drips its body": (drip(HEAD + b"Content-Length: 9999\r\n\r\n" + b"x" * 500, 0.02), "temporary", "not done within 1.5 s"),
    "a length that is none": (HEAD + b"Content-Length: many\r\n\r\n<p>", "temporary", "content length b'many'"),
    "a negative length": (HEAD + b"Content-Length: -5\r\n\r\n<p>", "temporary", "content length b'-5'"),
    "two lengths": (HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n<p>abc", "temporary", "content length"),
    "shorter than it says": (then_close(HEAD + b"Content-Length: 90\r\n\r\n<p>"), "temporary", "87 bytes too early"),
    "longer than allowed": (HEAD + b"Content-Length: 99999999999\r\n\r\n<p>", "hard", "more than 200000 bytes"),
    "endless": (endless(HEAD + b"\r\n", b"x" * 9000), "hard", "more than 200000 bytes"),
    "chunks without end": (endless(CHUNKED, b"2000\r\n" + b"x" * 8192 + b"\r\n"), "hard", "more than 200000 bytes"),
    "a chunk that is none": (CHUNKED + b"zz\r\n<p>\r\n", "temporary", "chunk size b'zz'"),
    "a chunk that lies": (CHUNKED + b"3\r\n<p>opens\r\n0\r\n\r\n", "temporary", "a chunk longer than it says"),
    "a chunk of petabytes": (CHUNKED + b"fffffffffffffff\r\n<p>", "temporary", "fell silent"),
    "a chunk line without end": (endless(CHUNKED, b"1" * 5000), "temporary", "a chunk line without an end"),
    "chunks broken off before the last one ends": (then_close(CHUNKED + b"3\r\n<p>\r\n0"), "temporary", "between chunks"),
    "chunks broken off": (then_close(CHUNKED + b"3\r\n<p>\r\n"), "temporary", "between chunks"),
    "chunks of one byte": (endless(CHUNKED, b"1\r\nx\r\n" * 2000), "temporary", "more chunk framing than body"),
    "trailers without end": (endless(CHUNKED + b"0\r\n", b"X: y\r\n" * 100), "temporary", "trailers"),
    "an unknown transfer coding": (HEAD + b"Transfer-Encoding: br\r\n\r\n", "temporary", "transfer coding br"),
    "an unknown coding": (coded("compress", b"x"), "hard", "unknown content coding 'compress'"),
    "three codings": (coded("gzip, br, gzip", b"x"), "hard", "3 content codings"),
    "broken gzip": (coded("gzip", gzip.compress(HTML)[:-9]), "temporary", "it breaks off"),
    "broken brotli": (coded("br", b"\xff" * 50), "temporary", "undecodable"),
    "a gzip bomb": (coded("gzip", BOMB), "hard", "more than 200000 bytes"),
    "a deflate bomb": (coded("deflate", zlib.compress(ZEROS, 1)), "hard", "more than 200000 bytes"),
    "a brotli bomb": (coded("br", brotli.compress(ZEROS, quality=1)), "hard", "more than 200000 bytes"),
    "a zstd bomb": (coded("zstd", zstd.compress(ZEROS)), "hard", "more than 200000 bytes"),
    "a nested bomb": (coded("gzip, gzip", gzip.compress(BOMB)), "hard", "more than 200000 bytes"),
    "304 unasked": (b"HTTP/1.1 304 X\r\n\r\n", "temporary", "304 from"),
}  # fmt: skip
BY_THE_CLOCK = ("fell silent", "not done within 1.5 s")  # the faults that only time ends
PATIENT = {"timeout_s": 60.0, "deadline_s": 60.0}  # that no busy machine lets run out
SOON_S = 60


@pytest.mark.parametrize(("script", "kind", "message"), FAULTS.values(), ids=FAULTS)
async def test_each_fault_is_a_failure_in_bounded_time(script: Script, kind: str, message: str) -> None:
    patience = {} if message in BY_THE_CLOCK else PATIENT
    async with (
        BadServer({"/a": script, "/good": answer(200, HTML)}) as server,
        Fetcher(settings(**patience)) as fetcher,
    ):
        async with asyncio.timeout(SOON_S):
            got = await fetcher.get(server.url("/a"))
        assert isinstance(got, Failure)
        assert (got.kind, got.message.startswith("fetch: ")) == (kind, True), got.message
        assert message in got.message
        assert server.times("/a") == 1  # who fails on a new connection is not asked twice
        after = await fetcher.get(server.url("/good"))
        assert isinstance(after, Page), after
        assert after.body == HTML


async def test_redirects_share_one_deadline() -> None:
    def after_a_while(leads_to: str) -> Script:
        async def script(asked: Asked, writer: asyncio.StreamWriter) -> None:
            await asyncio.sleep(0.6)
            writer.write(redirect(leads_to))

        return script

    scripts: dict[str, Script] = {f"/{n}": after_a_while(f"/{n + 1}") for n in range(4)}
    async with (
        BadServer(scripts | {"/4": answer(200, HTML)}) as server,
        Fetcher(settings(timeout_s=60.0)) as fetcher,
    ):
        got = await fetcher.get(server.url("/0"))
    assert isinstance(got, Failure)
    assert "not done within 1.5 s" in got.message


async def test_bombs_at_once_stay_within_memory() -> None:
    bombs = {f"/{n}": coded("br", brotli.compress(bytes(60_000_000), quality=1)) for n in range(2)}
    async with BadServer(bombs) as server, Fetcher(settings(max_body=8_000_000, **PATIENT)) as fetcher:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        got = await asyncio.gather(*(fetcher.get(server.url(f"/{n % 2}")) for n in range(20)))
        grown_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert {one.kind for one in got if isinstance(one, Failure)} == {"hard"}
    assert grown_mb < 80


async def test_a_port_nobody_listens_on_is_a_temporary_failure(fetcher: Fetcher) -> None:
    async with BadServer({}) as server:
        url = server.url("/a")
    got = await fetcher.get(url)
    assert isinstance(got, Failure)
    assert (got.kind, "no connection to" in got.message) == ("temporary", True)


async def test_names_that_cannot_be_resolved_are_told_apart() -> None:
    async with Fetcher(settings()) as fetcher:
        got = await fetcher.get("http://no-such-host.invalid/")
        long = await fetcher.get(f"http://{'a' * 70}.org/")
    assert isinstance(got, Failure)
    assert isinstance(long, Failure)
    assert got.kind in ("hard", "temporary")  # temporary on a machine without a name server
    assert "no-such-host.invalid" in got.message


async def test_a_resolver_that_never_answers_is_not_waited_for() -> None:
    async def resolve(host: str) -> tuple[str, ...]:
        await asyncio.sleep(3600)
        return ()

    async with Fetcher(settings(), resolve=resolve) as fetcher:
        got = await fetcher.get("http://news.example/")
    assert isinstance(got, Failure)
    assert got.kind == "temporary"


async def test_a_name_server_that_hangs_holds_up_no_other_name() -> None:
    hung = threading.Event()

    def look_up(host: str) -> tuple[str, ...]:
        if host.startswith("hangs"):
            hung.wait(60)
        return ("127.0.0.1",)

    resolver = Resolver(look_up)
    try:
        for n in range(40):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.005):
                    await resolver(f"hangs{n}.example")
        async with asyncio.timeout(SOON_S):
            assert await resolver("news.example") == ("127.0.0.1",)
    finally:
        hung.set()
        resolver.close()


async def test_addresses_are_remembered_for_a_minute() -> None:
    asked: list[str] = []
    times = iter((0.0, 59.0, 61.0, 61.0))  # set, looked at twice, set again

    def look_up(host: str) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",)

    resolver = Resolver(look_up, lambda: next(times))
    for _ in range(3):
        await resolver("news.example")
    resolver.close()
    assert len(asked) == 2


async def test_a_cancelled_fetch_passes_the_cancellation_on(fetcher: Fetcher) -> None:
    async with BadServer({"/a": silence}) as server:
        task = asyncio.create_task(fetcher.get(server.url("/a")))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


@pytest.mark.parametrize("rounds", [300, pytest.param(10_000, marks=pytest.mark.slow)])
async def test_cancelled_requests_lose_no_place_and_no_socket(rounds: int) -> None:
    async def some(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"Content-Length: 100\r\n\r\n<p>")
        await asyncio.sleep(3600)

    scripts: dict[str, Script] = {"/head": silence, "/body": some, "/good": answer(200, HTML)}
    before = open_files()
    async with contextlib.AsyncExitStack() as stack:
        sites = [await stack.enter_async_context(BadServer(scripts)) for _ in range(50)]
        fetcher = await stack.enter_async_context(Fetcher(settings(**PATIENT)))
        for n in range(0, rounds, 100):  # for each host one under way and one waiting for its turn
            urls = [site.url(path) for site in sites for path in ("/head", "/body")]
            tasks = [asyncio.create_task(fetcher.get(url)) for url in urls]
            await asyncio.sleep(n // 100 % 3 / 200)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            assert fetcher.open_connections == 0
        got = await asyncio.gather(*(fetcher.get(site.url("/good")) for site in sites for _ in range(3)))
        assert [one.status for one in got] == [200] * 150
        assert fetcher.open_connections == 50
    async with asyncio.timeout(SOON_S):
        while True:  # until the last socket is closed
            if open_files() <= before:
                break
            await asyncio.sleep(0.01)


def open_files() -> int:
    """Files and sockets that this process has open; 0 where that cannot be told."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0


async def test_a_hanging_host_delays_no_other() -> None:
    async with (
        BadServer({f"/{n}": silence for n in range(4)}) as bad,
        BadServer({"/a": answer(200, HTML)}) as good,
        Fetcher(settings(**PATIENT)) as fetcher,
    ):
        hanging = [asyncio.create_task(fetcher.get(bad.url(f"/{n}"))) for n in range(4)]
        await asyncio.sleep(0.02)
        async with asyncio.timeout(SOON_S):
            assert isinstance(await fetcher.get(good.url("/a")), Page)
        for task in hanging:
            task.cancel()
        await asyncio.gather(*hanging, return_exceptions=True)


def serving(file: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    return context


async def test_a_trusted_certificate_is_accepted_and_its_connection_kept(certificate_file: Path) -> None:
    def trust() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(certificate_file))

    async with BadServer({"/a": answer(200, HTML)}, serving(certificate_file)) as server:
        async with Fetcher(settings(**PATIENT), tls=trust) as fetcher:
            for _ in range(3):
                got = await fetcher.get(server.url("/a"))
                assert isinstance(got, Page), got
                assert got.body == HTML
        assert server.connections == 1


async def test_a_certificate_nobody_vouches_for_is_a_failure_that_may_pass(certificate_file: Path) -> None:
    async with BadServer({"/a": answer(200, HTML)}, serving(certificate_file)) as server:
        async with Fetcher(settings(**PATIENT)) as fetcher:
            got = await fetcher.get(server.url("/a"))
        assert isinstance(got, Failure)
        assert (got.kind, server.asked) == ("temporary", [])
        assert "TLS says self-signed certificate" in got.message


async def test_what_a_certificate_that_expired_hid_over_a_weekend_is_tried_until_it_is_renewed(
    certificate_file: Path,
) -> None:
    async with BadServer({}, serving(certificate_file)) as server, Fetcher(settings(**PATIENT)) as fetcher:
        failed = await fetcher.get(server.url("/a"))
    assert isinstance(failed, Failure)
    friday = at = datetime(2026, 7, 3, 18, tzinfo=UTC)
    for tries in range(1, 99):
        following = retry_at(tries, failed, at)
        if following is None:
            break
        at = following
    assert at - friday > timedelta(hours=48)


async def test_a_server_that_hangs_up_during_the_handshake_is_told(fetcher: Fetcher) -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.transport.abort()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        got = await fetcher.get(f"https://127.0.0.1:{port}/")
    assert isinstance(got, Failure)
    assert got.message.endswith((": closed during the TLS handshake", ": Connection reset by peer"))


async def test_https_to_a_port_that_speaks_http_is_a_failure(fetcher: Fetcher) -> None:
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(answer(400))
        await reader.read()
        writer.close()

    async with await asyncio.start_server(refuse, "127.0.0.1", 0) as server:
        got = await fetcher.get(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
    assert isinstance(got, Failure)
    assert got.kind == "temporary"
    assert "TLS says" in got.message


async def test_https_to_a_port_that_waits_for_http_is_a_failure() -> None:
    async with BadServer({}) as server, Fetcher(settings(timeout_s=0.2)) as fetcher:
        got = await fetcher.get(f"https://{server.authority}/")
    assert isinstance(got, Failure)
    assert got.kind == "temporary"
