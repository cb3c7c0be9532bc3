"""HTTP/2: spoken where it is offered, and what a site that speaks it badly costs."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import ssl
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import h2.config
import h2.connection
import h2.errors
import h2.events
import h2.exceptions
import httpx
import pytest
from badserver import BadServer, answer
from tlssites import HTML, fetching, serving

from crawler.fetch import Fetcher, FetchSettings
from crawler.fetch.addresses import Judge
from crawler.fetch.channel import Channel
from crawler.fetch.dial import Dialler
from crawler.fetch.http2 import Stream
from crawler.fetch.routes import Route
from crawler.fetch.transport import Request, Transport
from storage.records import Failure, Page


async def test_a_connection_that_lay_idle_for_long_is_not_used_again() -> None:
    async def resolve(host: str) -> tuple[str, ...]:
        return ("127.0.0.1",)

    at = [0.0]
    dialler = Dialler(Judge(["127.0.0.0/8"]), resolve, httpx.create_ssl_context, http2=False)
    transport = Transport(dialler, idle_s=15.0, clock=lambda: at[0])
    async with BadServer({"/": answer(200, b"ok")}) as site:
        asked = Request(Route("http", "127.0.0.1", site.port), b"/", [(b"host", b"127.0.0.1")], 60.0)
        opened = []
        for later in (0.0, 14.0, 15.5):
            at[0] += later
            await transport.ask(asked)
            opened.append((site.connections, len(transport)))
        async with BadServer({"/": answer(200, b"ok")}) as other:
            at[0] += 15.5  # and is closed once another is kept
            await transport.ask(replace(asked, route=Route("http", "127.0.0.1", other.port)))
            opened.append((site.connections, len(transport)))
        await transport.aclose()
    assert opened == [(1, 1), (1, 1), (2, 1), (2, 1)]


GOODBYE = (
    b"\0\0\x08\x07\0\0\0\0\0" + b"\x7f\xff\xff\xff" + bytes(4)
)  # no error, whatever was asked is answered
PING = b"\0\0\x08\x06" + bytes(13)


class Http2Site(asyncio.Protocol):
    """Answers HTTP/2 by path; what is not a known path is broken off in some way."""

    transport: asyncio.Transport | None = None

    def __init__(self, asked: list[dict[str, str]]) -> None:
        self.asked = asked
        self.state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        self.waiting: dict[int, bytes] = {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.state.initiate_connection()
        self._flush()

    def data_received(self, data: bytes) -> None:
        try:
            events = self.state.receive_data(data)
        except h2.exceptions.ProtocolError:
            return
        for event in events:
            if isinstance(event, h2.events.RequestReceived):
                assert event.stream_id is not None
                assert event.headers is not None
                headers = {k.decode(): v.decode() for k, v in event.headers}
                self.asked.append(headers)
                self._answer(event.stream_id, headers)
        for stream in list(self.waiting):
            self._send(stream)
        self._flush()

    def _answer(self, stream: int, headers: dict[str, str]) -> None:
        path = headers[":path"]
        if path == "/reset":
            self.state.reset_stream(stream)
        elif path == "/goaway":
            self.state.close_connection(h2.errors.ErrorCodes.INTERNAL_ERROR)
        elif path == "/goodbye":  # before the answer, as servers that restart or count requests do
            assert self.transport
            self._flush()
            self.transport.write(GOODBYE)
            self._begin(stream, HTML)
        elif path == "/pings":
            assert self.transport
            self.transport.write(PING * 100_000)
        elif path == "/garbage":
            assert self.transport
            self.transport.write(b"\xff" * 500)
        elif path == "/cut":
            self.state.send_headers(stream, [(":status", "200"), ("content-length", "50")])
            self._flush()
            assert self.transport
            self.transport.close()
        elif path == "/same" and headers.get("if-none-match"):
            self.state.send_headers(stream, [(":status", "304")], end_stream=True)
        elif path == "/odd":
            self.state.send_headers(stream, [(":status", "abc")])
        elif path == "/bomb":
            self._begin(stream, gzip.compress(bytes(20_000_000)), ("content-encoding", "gzip"))
        else:
            self._begin(stream, HTML, ("etag", '"1"'))

    def _begin(self, stream: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.state.send_headers(stream, [(":status", "200"), *headers])
        self.waiting[stream] = body

    def _send(self, stream: int) -> None:
        body = self.waiting[stream]
        while body and (room := self.state.local_flow_control_window(stream)) > 0:
            size = min(room, self.state.max_outbound_frame_size)
            self.state.send_data(stream, body[:size])
            body = body[size:]
        self.waiting[stream] = body
        if not body:
            self.state.end_stream(stream)
            del self.waiting[stream]

    def _flush(self) -> None:
        assert self.transport
        self.transport.write(self.state.data_to_send())


@contextlib.asynccontextmanager
async def http2_site(file: Path) -> AsyncIterator[tuple[str, list[dict[str, str]], list[Http2Site]]]:
    asked: list[dict[str, str]] = []
    sites: list[Http2Site] = []

    def site() -> Http2Site:
        sites.append(Http2Site(asked))
        return sites[-1]

    server = await asyncio.get_running_loop().create_server(site, "127.0.0.1", 0, ssl=serving(file, "h2"))
    async with server:
        yield f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked, sites
        for one in sites:
            if one.transport:  # None: gone before TLS was up
                one.transport.abort()
        await asyncio.sleep(0)


async def test_http2_is_spoken_where_tls_offers_it_over_one_connection(certificate_file: Path) -> None:
    async with http2_site(certificate_file) as (base, asked, sites), fetching(certificate_file) as fetcher:
        for _ in range(3):
            got = await fetcher.get(f"{base}/a?b=1", headers=(("X-Key", "k"),))
            assert isinstance(got, Page), got
            assert (got.body, got.headers["etag"]) == (HTML, '"1"')
        same = await fetcher.get(f"{base}/same", etag='"1"')
        assert isinstance(same, Page), same
        assert (same.status, same.body) == (304, b"")
        assert (len(sites), asked[0][":path"], asked[0]["x-key"]) == (1, "/a?b=1", "k")
        assert base.endswith(asked[0][":authority"])


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/reset", "temporary"), ("/goaway", "temporary"), ("/garbage", "temporary"), ("/cut", "temporary"),
        ("/odd", "temporary"), ("/bomb", "hard"),
    ],
)  # fmt: skip
async def test_faults_of_http2_are_failures_and_the_next_request_works(
    certificate_file: Path, path: str, kind: str
) -> None:
    patience = 2.0 if path == "/garbage" else 60.0  # seconds; after garbage the site is mute
    async with (
        http2_site(certificate_file) as (base, _, _),
        fetching(certificate_file, timeout_s=patience) as fetcher,
    ):
        for _ in range(2):
            got = await fetcher.get(base + path)
            assert isinstance(got, Failure), got
            assert got.kind == kind, got
            good = await fetcher.get(f"{base}/a")
            assert isinstance(good, Page), good
            assert good.body == HTML


class Unsure(asyncio.Protocol):
    """Speaks HTTP/1.1 well and HTTP/2 badly, and offers both."""

    def __init__(self, spoken: list[str | None], fault: bytes, well: bytes | None = None) -> None:
        self.spoken, self.fault, self.well = spoken, fault, well or answer(200, HTML)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.spoken.append(transport.get_extra_info("ssl_object").selected_alpn_protocol())

    def data_received(self, data: bytes) -> None:
        if self.spoken[-1] != "h2":
            self.transport.write(self.well)
        elif self.fault:
            self.transport.write(SETTINGS + self.fault)
        else:
            self.transport.close()


SETTINGS = b"\0\0\0\x04\0\0\0\0\0"
H2_FAULTS = {
    "HTTP/1.1 required": b"\0\0\x04\x03\0\0\0\0\x01\0\0\0\x0d",
    "good-bye with HTTP/1.1 required": b"\0\0\x08\x07\0\0\0\0\0\0\0\0\0\0\0\0\x0d",
    "headers that nobody can decode": b"\0\0\x02\x01\x05\0\0\0\x01\xff\xff",
    "hangs up": b"",
}


@pytest.mark.parametrize("fault", H2_FAULTS.values(), ids=H2_FAULTS)
async def test_who_speaks_http2_badly_is_asked_over_http1_from_then_on(certificate_file: Path, fault: bytes):
    spoken: list[str | None] = []
    tls = serving(certificate_file, "h2", "http/1.1")
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Unsure(spoken, fault), "127.0.0.1", 0, ssl=tls)
    async with server, fetching(certificate_file) as fetcher:
        for path in ("/a", "/b"):
            got = await fetcher.get(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}{path}")
            assert isinstance(got, Page), got
            assert got.body == HTML
    assert spoken == ["h2", "http/1.1"]


async def test_who_broke_http2_has_a_pause_before_http1(certificate_file: Path):
    spoken: list[str | None] = []
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    tls = serving(certificate_file, "h2", "http/1.1")
    settings = FetchSettings(min_delay_s=3.0, robots=False, allow_networks=("127.0.0.0/8",))
    trusting = ssl.create_default_context(cafile=str(certificate_file))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Unsure(spoken, b""), "127.0.0.1", 0, ssl=tls)
    async with server, Fetcher(settings, clock=lambda: 9.0, sleep=sleep, tls=lambda: trusting) as fetcher:
        got = await fetcher.get(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/a")
        assert isinstance(got, Page), got
    assert (spoken, slept) == (["h2", "http/1.1"], [3.0])


BROKEN_OFF = (  # 200, a part of the body, and a reset: an internal error
    b"\0\0\x01\x01\x04\0\0\0\x01\x88" + b"\0\0\x05\0\0\0\0\0\x01<rss>" + b"\0\0\x04\x03\0\0\0\0\x01\0\0\0\x02"
)


async def test_who_breaks_http2_off_within_a_body_is_asked_over_http1_the_next_time(certificate_file: Path):
    spoken: list[str | None] = []
    tls = serving(certificate_file, "h2", "http/1.1")
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Unsure(spoken, BROKEN_OFF), "127.0.0.1", 0, ssl=tls)
    async with server, fetching(certificate_file) as fetcher:
        url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/feed"
        failed = await fetcher.get(url)
        assert isinstance(failed, Failure), failed
        for _ in range(2):
            got = await fetcher.get(url)
            assert isinstance(got, Page), got
            assert got.body == HTML
    assert spoken == ["h2", "http/1.1"]


async def test_who_refuses_http1_is_not_asked_over_it_all_day_for_one_page_that_broke_off(
    certificate_file: Path,
):
    spoken: list[str | None] = []
    tls = serving(certificate_file, "h2", "http/1.1")
    loop = asyncio.get_running_loop()
    wall = answer(403, b"no robots", connection="close")
    server = await loop.create_server(lambda: Unsure(spoken, BROKEN_OFF, wall), "127.0.0.1", 0, ssl=tls)
    async with server, fetching(certificate_file) as fetcher:
        for _ in range(3):
            got = await fetcher.get(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/feed")
            assert isinstance(got, Failure), got
    assert spoken == ["h2", "http/1.1", "h2"]


async def test_who_speaks_http2_alone_is_asked_over_it_again_though_it_broke_off(certificate_file: Path):
    spoken: list[str | None] = []
    loop = asyncio.get_running_loop()
    tls = serving(certificate_file, "h2")
    server = await loop.create_server(lambda: Unsure(spoken, BROKEN_OFF), "127.0.0.1", 0, ssl=tls)
    async with server, fetching(certificate_file) as fetcher:
        for _ in range(3):
            got = await fetcher.get(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/feed")
            assert isinstance(got, Failure), got
            assert "HTTP/2" in got.message, got
    assert [said for said in spoken if said] == ["h2"] * 3


async def test_frames_that_carry_nothing_are_bounded(certificate_file: Path) -> None:
    async with http2_site(certificate_file) as (base, _, _), fetching(certificate_file) as fetcher:
        got = await fetcher.get(f"{base}/pings")
    assert isinstance(got, Failure)
    assert "more frames than body" in got.message


async def test_a_server_that_says_good_bye_may_finish(certificate_file: Path) -> None:
    async with http2_site(certificate_file) as (base, _, sites), fetching(certificate_file) as fetcher:
        for _ in range(2):
            got = await fetcher.get(f"{base}/goodbye")
            assert isinstance(got, Page), got
            assert got.body == HTML
        assert len(sites) == 2  # it takes no further request


@pytest.mark.parametrize("piece", [1, 5, 1000])
async def test_good_byes_are_taken_out_of_frames_however_they_are_cut(piece: int) -> None:
    error = GOODBYE[:-1] + b"\x02"
    big = b"\0\x07\xd0\0\0\0\0\0\x01" + GOODBYE * 117 + bytes(11)  # data that looks like frames
    sent = PING + GOODBYE + big + GOODBYE + GOODBYE + PING + error
    channel = Channel(asyncio.get_running_loop())
    stream, got = Stream(channel), b""
    stream.ask()
    for at in range(0, len(sent), piece):
        channel.buffer += sent[at : at + piece]
    while channel.buffer:
        channel.ended = True
        got += await stream.read(piece)
    assert got == PING + big + PING + error
    assert stream.leaving


async def test_a_good_bye_longer_than_any_frame_is_held_back_by_nobody() -> None:
    channel = Channel(asyncio.get_running_loop())
    stream = Stream(channel)
    stream.ask()
    channel.buffer += b"\xff\xff\xff\x07" + bytes(20_000)
    channel.ended = True
    assert len(await stream.read(20_000)) == 20_000


async def test_cancelled_http2_requests_leave_nothing_behind(certificate_file: Path) -> None:
    async with http2_site(certificate_file) as (base, _, _), fetching(certificate_file) as fetcher:
        for n in range(60):
            task = asyncio.create_task(fetcher.get(f"{base}/a"))
            await asyncio.sleep(n % 20 / 1000)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        assert isinstance(await fetcher.get(f"{base}/a"), Page)
        assert fetcher.open_connections == 1


async def test_http2_can_be_left_out(certificate_file: Path) -> None:
    tls = serving(certificate_file, "h2", "http/1.1")
    async with (
        BadServer({"/a": answer(200, HTML)}, tls) as server,
        fetching(certificate_file, http2=False) as fetcher,
    ):
        assert isinstance(await fetcher.get(server.url("/a")), Page)
