"""crawler.fetch by other ways than straight to the host: as a transport of httpx, by authorities of one's own, through proxies."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import os
import select
import socket
import ssl
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from threading import Event

import httpx
import pytest
from badserver import Asked, BadServer, answer, redirect
from newsroom import ask, config_for
from tlssites import HTML, fetching, serving

from crawler.fetch import Fetcher, FetchSettings, trust
from crawler.fetch.addresses import Judge
from crawler.fetch.dial import Dialler
from crawler.fetch.routes import Route
from crawler.fetch.transport import Request, Transport
from storage.records import Failure, Page


def closing(listening: socket.socket, tls: ssl.SSLContext | None, close: Event, closed: Event) -> None:
    """Answer two requests as one that keeps connections and closes the first, when it is told to."""
    for first in (True, False):
        conn, _ = listening.accept()
        if tls:
            conn = tls.wrap_socket(conn, server_side=True)
        asked = b""
        while not asked.endswith(b"\r\n\r\n"):
            asked += conn.recv(4096)
        conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        if first:
            close.wait()
        conn.close()
        closed.set()


@pytest.mark.skipif(not hasattr(select, "POLLRDHUP"), reason="this system tells nobody who has hung up")
@pytest.mark.parametrize("how", ["in the clear", "over TLS"])
async def test_a_kept_connection_that_was_closed_while_the_loop_was_busy_takes_no_request(
    certificate_file: Path, how: str
) -> None:
    """Of a request that was sent into it nobody could say whether the host had it: it cost one pause more."""

    async def resolve(host: str) -> tuple[str, ...]:
        return ("127.0.0.1",)

    def trusting() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=certificate_file)

    tls = serving(certificate_file) if how == "over TLS" else None
    transport = Transport(Dialler(Judge(["127.0.0.0/8"]), resolve, trusting, http2=False))
    close, closed = Event(), Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        threading.Thread(target=closing, args=(listening, tls, close, closed), daemon=True).start()
        route = Route("https" if tls else "http", "127.0.0.1", port)
        asked = Request(route, b"/", [(b"host", b"127.0.0.1")], 60.0)
        for _ in range(2):
            status, _, body = await transport.ask(asked)
            assert (status, b"".join([part async for part in body])) == (200, b"ok")
            close.set()
            assert closed.wait(60)  # and the loop with it
    await transport.aclose()


async def test_httpx_client_works_over_the_transport_and_keeps_its_connection() -> None:
    async def resolve(host: str) -> tuple[str, ...]:
        return ("127.0.0.1",)

    dialler = Dialler(Judge(["127.0.0.0/8"]), resolve, httpx.create_ssl_context, http2=True)
    scripts = {"/": answer(200, gzip.compress(HTML), content_encoding="gzip"), "/no": answer(404, b"no")}
    async with (
        BadServer(scripts) as site,
        httpx.AsyncClient(transport=Transport(dialler), trust_env=False) as client,
    ):
        pages = [await client.get(f"http://press.example:{site.port}{path}") for path in ("/", "/no", "/")]
        assert [(page.status_code, page.content) for page in pages] == [
            (200, HTML),
            (404, b"no"),
            (200, HTML),
        ]
        assert site.connections == 1
        with pytest.raises(httpx.UnsupportedProtocol):
            await client.get("ftp://press.example/")


@pytest.mark.parametrize(
    ("name", "at", "said"),
    [
        ("SSL_CERT_FILE", "none.pem", "No such file"), ("SSL_CERT_FILE", "junk.pem", "no certificate"),
        ("SSL_CERT_FILE", ".", "directory"), ("SSL_CERT_DIR", "none", "No such file"),
        ("SSL_CERT_DIR", "empty", "empty"), ("SSL_CERT_DIR", "junk.pem", "Not a directory"),
    ],
)  # fmt: skip
def test_authorities_that_are_not_where_the_environment_says_are_missed_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, at: str, said: str
) -> None:
    (tmp_path / "junk.pem").write_text("no certificate")
    (tmp_path / "empty").mkdir()
    for other in trust.NAMED_BY:
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, str(tmp_path / at))
    watched = [{"id": "a", "url": "https://127.0.0.1:1/feed"}]
    ended = ask("--config", config_for(tmp_path, watched), "once")
    assert ended.code == 2
    assert ended.err.startswith(f"environment: {name}: {tmp_path / at}: ")
    assert said in ended.err
    assert not list(tmp_path.glob("watch.db*"))


def test_authorities_that_the_environment_names_are_believed(certificate_file: Path) -> None:
    trust.check({"SSL_CERT_FILE": str(certificate_file), "SSL_CERT_DIR": "/none"})
    trust.check({"SSL_CERT_DIR": str(certificate_file.parent)})
    several = os.pathsep.join(("/none", str(certificate_file.parent)))  # as OpenSSL reads it
    trust.check({"SSL_CERT_DIR": several})
    trust.check({"SSL_CERT_FILE": ""})
    trust.check({})


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError, asyncio.CancelledError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    writer.close()


@contextlib.asynccontextmanager
async def proxy(
    greet: Callable[[asyncio.StreamReader, asyncio.StreamWriter], object], tls: ssl.SSLContext | None = None
) -> AsyncIterator[int]:
    """A proxy that lets `greet` find out where to, and pumps from then on."""
    tasks: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            port = await greet(reader, writer)  # type: ignore[misc]
            if port:
                far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
                await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))
        writer.transport.abort()

    server = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=tls)
    async with server:
        yield server.sockets[0].getsockname()[1]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    if "Proxy-Authorization: Basic bWU6cEB3" not in head:
        writer.write(b"HTTP/1.1 407 Who are you\r\n\r\n")
        return 0
    assert head.startswith("CONNECT ")
    writer.write(b"HTTP/1.1 200 Go on\r\n\r\n")
    return int(head.split()[1].rpartition(":")[2])


async def _socks(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
    _, count = await reader.readexactly(2)
    methods = await reader.readexactly(count)
    if 2 in methods:
        writer.write(b"\x05\x02")
        _, length = await reader.readexactly(2)
        name = await reader.readexactly(length)
        password = await reader.readexactly((await reader.readexactly(1))[0])
        good = (name, password) == (b"me", b"p@w")
        writer.write(b"\x01\x00" if good else b"\x01\x01")
    else:
        writer.write(b"\x05\x00")
    *_, kind = await reader.readexactly(4)
    host = await reader.readexactly((await reader.readexactly(1))[0] if kind == 3 else 4)
    port = int.from_bytes(await reader.readexactly(2), "big")
    if host == b"blocked.example":
        writer.write(b"\x05\x02\x00\x01\x00\x00\x00\x00\x00\x00")
        return 0
    writer.write(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00")
    return port


async def test_an_http_proxy_is_given_whole_addresses_and_its_own_login() -> None:
    async def script(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answer(200, HTML))

    async with fetching() as fetcher:
        scripts = {"http://news.example/a": script, "http://news.example:81/a": script}
        async with BadServer(scripts) as server:
            for url, host in (
                ("http://news.example/a?x=1", "news.example"),
                ("http://news.example:81/a", "news.example:81"),
            ):
                got = await fetcher.get(url, proxy=f"http://me:p%40w@{server.authority}")
                assert isinstance(got, Page), got
                assert got.body == HTML
                assert server.asked[-1].target == url
                assert server.asked[-1].headers["host"] == host
                assert server.asked[-1].headers["proxy-authorization"] == "Basic bWU6cEB3"


async def test_https_goes_through_an_http_proxys_tunnel(certificate_file: Path) -> None:
    async with (
        BadServer({"/a": answer(200, HTML)}, serving(certificate_file)) as server,
        proxy(_connect) as port,
        fetching(certificate_file) as fetcher,
    ):
        for _ in range(2):
            got = await fetcher.get(server.url("/a"), proxy=f"http://me:p%40w@127.0.0.1:{port}")
            assert isinstance(got, Page), got
            assert got.body == HTML
        assert "proxy-authorization" not in server.last("/a").headers
        assert server.connections == 1
        refused = await fetcher.get(server.url("/a"), proxy=f"http://127.0.0.1:{port}")
    assert isinstance(refused, Failure)
    assert (refused.kind, "the proxy on the way" in refused.message, "407" in refused.message) == (
        "temporary",
        True,
        True,
    )


async def test_https_goes_through_a_tunnel_inside_tls(certificate_file: Path) -> None:
    async with (
        BadServer({"/a": answer(200, HTML)}, serving(certificate_file)) as server,
        proxy(_connect, serving(certificate_file)) as port,
        fetching(certificate_file) as fetcher,
    ):
        got = await fetcher.get(server.url("/a"), proxy=f"https://me:p%40w@127.0.0.1:{port}")
    assert isinstance(got, Page), got
    assert got.body == HTML


@pytest.mark.parametrize("login", ["", "me:p%40w@"])
async def test_a_socks_proxy_resolves_the_names(certificate_file: Path, login: str) -> None:
    async with (
        BadServer({"/a": answer(200, HTML)}) as plain,
        BadServer({"/a": answer(200, HTML)}, serving(certificate_file)) as secure,
        proxy(_socks) as port,
        fetching(certificate_file) as fetcher,
    ):
        way = f"socks5://{login}127.0.0.1:{port}"
        for url in (f"http://news.example:{plain.port}/a", secure.url("/a")):
            got = await fetcher.get(url, proxy=way)
            assert isinstance(got, Page), got
            assert got.body == HTML
        blocked = await fetcher.get("http://blocked.example/", proxy=way)
    assert isinstance(blocked, Failure)
    assert "the proxy on the way to blocked.example: not allowed" in blocked.message


async def test_a_wrong_login_at_a_socks_proxy_is_told() -> None:
    async with proxy(_socks) as port, fetching() as fetcher:
        got = await fetcher.get("http://news.example/", proxy=f"socks5://me:wrong@127.0.0.1:{port}")
    assert isinstance(got, Failure)
    assert "it refuses the login" in got.message


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_an_inside_address_is_refused_through_a_proxy_too(scheme: str) -> None:
    async with BadServer({}) as server, fetching(allow_networks=()) as fetcher:
        got = await fetcher.get("http://169.254.169.254/", proxy=f"{scheme}://{server.authority}")
        assert server.connections == 0
    assert isinstance(got, Failure)
    assert got.kind == "refused"


async def test_a_proxy_that_says_nothing_ends_with_the_time() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
        await asyncio.sleep(3600)
        return 0

    async with proxy(silent) as port, fetching(timeout_s=0.2) as fetcher:
        got = await fetcher.get("https://news.example/", proxy=f"socks5://127.0.0.1:{port}")
    assert isinstance(got, Failure)
    assert got.kind == "temporary"


async def test_what_stands_in_a_tunnel_before_tls_is_nobodys_answer() -> None:
    async def eager(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n" + answer(200, b"<p>from nobody"))
        await asyncio.sleep(3600)
        return 0

    async with proxy(eager) as port, fetching() as fetcher:
        got = await fetcher.get("https://news.example/", proxy=f"http://127.0.0.1:{port}")
    assert isinstance(got, Failure)
    assert "it speaks before it is asked" in got.message


async def test_what_is_asked_through_a_proxy_is_asked_through_it_wherever_redirects_lead() -> None:
    """Asked past it, the next host would see whom the proxy is to hide, or not be reached at all."""
    scripts = {
        "http://old.example/": redirect("http://new.example/"),
        "http://new.example/": answer(200, b"<title>A forum</title>"),
    }
    async with BadServer(scripts) as proxy, Fetcher(FetchSettings(min_delay_s=0, robots=False)) as fetcher:
        got = await fetcher.get("http://old.example/", proxy=f"http://{proxy.authority}")
        assert [asked.target for asked in proxy.asked] == list(scripts)
    assert isinstance(got, Page)
    assert got.final_url == "http://new.example/"
