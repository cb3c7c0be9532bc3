"""crawler.fetch on bytes nobody meant: whatever comes, an answer or one of the errors that are foreseen."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crawler.fetch import http1
from crawler.fetch.channel import Channel
from crawler.fetch.codings import Chain, Undecodable
from crawler.fetch.faults import FetchError
from crawler.fetch.robotstxt import read_rules
from crawler.fetch.urls import parse

PIECES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK", b"HTTP/1.0 304 X", b"HTTP/9.9 999 ", b"\r\n", b"\n", b"\r\n\r\n", b"Content-Length: 5", b"Content-Length: x",
        b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip, chunked", b"5\r\nhello\r\n", b"0\r\n\r\n", b"ffff\r\n", b" folded",
        b"Connection: close", b"HTTP/1.1 100 Continue\r\n\r\n", b"\0", b":", b"hello",
    ]
)  # fmt: skip
ANSWERS = st.lists(PIECES | st.binary(max_size=8), max_size=12).map(b"".join)


async def _read(data: bytes) -> bytes:
    channel = Channel(asyncio.get_running_loop())
    channel.data_received(data)
    channel.eof_received()
    head = await http1.read_head(channel, 1.0)
    body = http1.body(channel, http1.Framing(head, "GET"), 1.0)
    return body if isinstance(body, bytes) else b"".join([piece async for piece in body])


@settings(max_examples=400, deadline=None)
@given(ANSWERS)
@example(b"HTTP/1.1 200 OK\r\n\r\n")
def test_any_answer_is_a_body_or_a_protocol_error(data: bytes) -> None:
    try:
        body = asyncio.run(_read(data))
    except httpx.RemoteProtocolError:
        return
    assert len(body) <= len(data)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.binary(max_size=200), max_size=6), st.binary(min_size=1, max_size=400))
def test_chunks_carry_what_was_put_into_them(chunks: list[bytes], last: bytes) -> None:
    sent = [b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in [*chunks, last] if chunk]
    data = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"".join(sent) + b"0\r\n\r\n"
    assert asyncio.run(_read(data)) == b"".join([*chunks, last])


@settings(max_examples=300)
@given(
    st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br", "x"]),
    st.lists(st.binary(max_size=50), max_size=5),
)
def test_any_bytes_are_decoded_or_refused(coding: str, pieces: list[bytes]) -> None:
    try:
        chain = Chain(coding, 1000)
        for piece in pieces:
            chain.feed(piece)
        chain.finish()
    except (Undecodable, FetchError):
        pass


@settings(max_examples=300)
@given(st.text(max_size=60).map(lambda text: f"http://{text}") | st.text(max_size=60))
@example("http://a.org/%zz|^[]")
def test_an_address_stays_what_one_parser_made_of_it(url: str) -> None:
    try:
        target = parse(url)
    except FetchError:
        return
    assert parse(target.url) == target
    assert target.url.isascii()
    assert not set(target.path) & set(" \t\r\n\0")


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_any_robots_txt_can_be_read(body: bytes) -> None:
    assert read_rules(body, "forumwatch").delay_s >= 0


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0b"])
def test_a_request_never_becomes_two(value: str) -> None:
    with pytest.raises(httpx.LocalProtocolError):
        http1.request_bytes("GET", b"/", [(b"x", value.encode())], b"")
    with pytest.raises(httpx.LocalProtocolError):
        http1.request_bytes("GET", f"/{value}".encode(), [], b"")
