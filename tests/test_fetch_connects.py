"""Which of a name's addresses are asked: none inside, and one that answers."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import pytest
from badserver import BadServer, answer, then_close
from onefetcher import HTML, LIMIT_S, failure, page, settings

from crawler.fetch import Fetcher
from crawler.fetch.dial import MAX_ADDRESSES


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/", "http://0x7f.1:{port}/", "http://2130706433:{port}/", "http://017700000001:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/", "http://127.1:{port}/", "http://localhost:{port}/", "http://0:{port}/",
        "http://[::1]:{port}/", "http://127.0.0.1.:{port}/", "http://10.0.0.1/", "http://192.168.0.1/", "http://[fe80::1]/",
        "http://169.254.169.254/", "https://100.64.0.1/", "http://１２７.0.0.1:{port}/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("robots", [True, False])
async def test_inside_addresses_are_never_asked(url: str, robots: bool) -> None:
    async with BadServer({"/": answer(200, b"inside")}) as server:
        async with Fetcher(settings(allow_networks=(), robots=robots)) as fetcher:
            got = failure(await fetcher.get(url.format(port=server.port)))
        assert (got.kind, server.connections) == ("refused", 0)
    assert "is not on the public internet" in got.message
    assert got.retry_after_s is None or "localhost" in url  # a number leads inside for ever


async def test_a_name_that_leads_inside_is_refused_at_each_connect() -> None:
    asked: list[str] = []

    async def rebinding(host: str) -> tuple[str, ...]:
        asked.append(host)
        return ("10.0.0.1",) if len(asked) > 1 else ("127.0.0.1",)

    async with (
        BadServer({"/a": then_close(answer(200, HTML))}) as server,
        Fetcher(settings(robots=False), resolve=rebinding) as fetcher,
    ):
        url = f"http://news.example:{server.port}/a"
        assert page(await fetcher.get(url)).body == HTML
        assert server.last("/a").headers["host"] == f"news.example:{server.port}"
        got = failure(await fetcher.get(url))
    assert (got.kind, "news.example is not on the public" in got.message) == ("refused", True)
    assert got.retry_after_s is not None  # a resolver that errs, as in a hotel before one has logged in


async def test_of_several_addresses_one_that_answers_is_used_and_none_that_is_inside() -> None:
    async def resolve(host: str) -> tuple[str, ...]:
        return ("10.0.0.1", "::1", "127.0.0.9", "127.0.0.1")  # nobody listens on the third

    async with (
        BadServer({"/a": answer(200, HTML)}) as server,
        Fetcher(settings(), resolve=resolve) as fetcher,
    ):
        assert page(await fetcher.get(f"http://news.example:{server.port}/a")).body == HTML


@contextlib.contextmanager
def nobody_answers(address: str, port: int) -> Iterator[None]:
    """Who connects there hears nothing: more wait already than there is room for."""
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind((address, port))
        listening.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex((address, port))
        yield


@pytest.mark.parametrize(
    "addresses",
    [
        ("127.0.0.9", "127.0.0.1"), ("127.0.0.9", "127.0.0.8", "127.0.0.1", "127.0.0.9"),
        ("127.0.0.8", "127.0.0.9", "127.0.0.1"),
    ],
)  # fmt: skip
async def test_an_address_that_answers_nothing_holds_up_none_of_the_others(
    addresses: tuple[str, ...],
) -> None:
    async def resolve(host: str) -> tuple[str, ...]:
        return addresses

    patient = settings(timeout_s=7200, deadline_s=7200)
    async with BadServer({"/a": answer(200, HTML)}) as server, Fetcher(patient, resolve=resolve) as fetcher:
        with nobody_answers("127.0.0.9", server.port):
            async with asyncio.timeout(LIMIT_S):
                assert page(await fetcher.get(f"http://news.example:{server.port}/a")).body == HTML


async def test_of_many_addresses_of_one_sort_none_keeps_the_other_sort_from_being_tried() -> None:
    """A large host has eight of IPv6 before those of IPv4, and a machine may have no way to any of them."""

    async def resolve(host: str) -> tuple[str, ...]:
        return (*(f"2001:db8::{n}" for n in range(1, 9)), "127.0.0.1")

    nets = ("127.0.0.0/8", "2001:db8::/32")
    patient = settings(timeout_s=7200, deadline_s=7200, allow_networks=nets)
    async with BadServer({"/a": answer(200, HTML)}) as server, Fetcher(patient, resolve=resolve) as fetcher:
        async with asyncio.timeout(LIMIT_S):
            assert page(await fetcher.get(f"http://news.example:{server.port}/a")).body == HTML


async def test_of_a_name_with_many_addresses_a_few_are_tried() -> None:
    async def resolve(host: str) -> tuple[str, ...]:
        return tuple(f"127.0.0.{number}" for number in range(50, 50 + MAX_ADDRESSES + 1))

    async with (
        BadServer({"/a": answer(200, HTML)}, host=f"127.0.0.{50 + MAX_ADDRESSES}") as server,
        Fetcher(settings(robots=False), resolve=resolve) as fetcher,
    ):
        failure(await fetcher.get(f"http://news.example:{server.port}/a"))
    assert server.connections == 0


async def test_where_no_address_answers_the_last_one_says_why() -> None:
    async def resolve(host: str) -> tuple[str, ...]:
        return ("127.0.0.9", "127.0.0.8", "127.0.0.7")

    async with BadServer({}) as server, Fetcher(settings(), resolve=resolve) as fetcher:
        got = failure(await fetcher.get(f"http://news.example:{server.port}/a"))
    assert (got.kind, "127.0.0.7" in got.message) == ("temporary", True)
