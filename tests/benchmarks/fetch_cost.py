"""CPU seconds per 1,000 requests of crawler.fetch, against a loopback server in another process.

    python tests/benchmarks/fetch_cost.py [--requests 2000] [--tls] [--peer]

Each row is one kind of request at one concurrency, its CPU that of this process alone:

    page       a page of 98 KB, gzip, each from a host of its own: resolve, judge, connect, read, decode
    kept       the same page over connections that are kept (as many hosts as are asked at once)
    unchanged  304 to a conditional request, each from a host of its own: the poll of a quiet source
    robots     the same with robots.txt asked for first: the first poll of a source

--tls serves https (a certificate made by the openssl command), --peer measures httpx's own client beside ours.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gzip
import random
import resource
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import httpx

from crawler.fetch import Fetcher, FetchSettings
from storage.records import Page

Get = Callable[[str, str | None], Awaitable[int]]


def main() -> None:
    options = _options()
    if options.serve:
        asyncio.run(_serve(options.cert))
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        _server(_certificate(folder) if options.tls else None) as (
            port,
            cert,
        ),
    ):
        print(f"{'':10} {'client':8} {'at once':>7} {'CPU s per 1,000':>16} {'failed':>7} {'peak MB':>8}")
        for client in ("ours", "httpx") if options.peer else ("ours",):
            for concurrency in options.at_once:
                for kind in ("page", "kept", "unchanged", "robots"):
                    if client == "ours" or kind == "page":
                        asyncio.run(_row(kind, client, concurrency, options.requests, port, cert))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--at-once", type=int, nargs="+", default=[10, 100, 500])
    parser.add_argument("--tls", action="store_true")
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--cert", help=argparse.SUPPRESS)
    return parser.parse_args()


async def _row(kind: str, client: str, concurrency: int, requests: int, port: int, cert: str | None) -> None:
    hosts = concurrency if kind == "kept" else requests
    scheme = "https" if cert else "http"
    urls = [f"{scheme}://{_address(n % hosts)}:{port}/page" for n in range(requests)]
    etag = '"same"' if kind in ("unchanged", "robots") else None
    async with _client(client, kind, cert) as get:
        if kind == "kept":
            await _all(get, urls[:hosts], etag, concurrency)
        began = time.process_time()
        failed = await _all(get, urls, etag, concurrency)
        spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    per_1000 = spent / requests * 1000
    print(f"{kind:10} {client:8} {concurrency:7} {per_1000:16.3f} {failed:7} {peak:8.0f}", flush=True)


async def _all(get: Get, urls: list[str], etag: str | None, concurrency: int) -> int:
    queue, failed = iter(urls), 0

    async def worker() -> None:
        nonlocal failed
        for url in queue:
            failed += await get(url, etag) not in (200, 304)

    await asyncio.gather(*(worker() for _ in range(concurrency)))
    return failed


@contextlib.asynccontextmanager
async def _client(client: str, kind: str, cert: str | None):  # type: ignore[no-untyped-def]
    def tls() -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=cert)
        context.check_hostname = False  # one certificate serves all the loopback hosts
        return context

    if client == "ours":
        settings = FetchSettings(min_delay_s=0, robots=kind == "robots", allow_networks=("127.0.0.0/8",))
        async with Fetcher(settings, tls=tls) as fetcher:

            async def ours(url: str, etag: str | None) -> int:
                answer = await fetcher.get(url, etag=etag)
                return answer.status if isinstance(answer, Page) else 0

            yield ours
        return
    async with httpx.AsyncClient(verify=tls()) as plain:

        async def theirs(url: str, etag: str | None) -> int:
            try:
                return (await plain.get(url, headers={"if-none-match": etag} if etag else {})).status_code
            except httpx.HTTPError:
                return 0

        yield theirs


def _address(n: int) -> str:
    return f"127.{10 + n // 62_500}.{n % 62_500 // 250}.{n % 250 + 1}"


def _certificate(folder: str) -> str:
    path = Path(folder) / "cert.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    made = subprocess.run([*command.split(), "-keyout", "-"], check=True, capture_output=True)
    path.write_bytes(made.stdout)
    return str(path)


@contextlib.contextmanager
def _server(cert: str | None) -> Iterator[tuple[int, str | None]]:
    command = [sys.executable, __file__, "--serve", *(["--cert", cert] if cert else [])]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline()), cert
    finally:
        process.terminate()
        process.wait()


class _Site(asyncio.Protocol):
    """Answers what begins with GET; hosts are told apart by nothing."""

    page = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        peer = transport.get_extra_info("peername")
        if not peer or not peer[0].startswith("127."):
            transport.abort()  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        if data.startswith(b"GET /robots.txt"):
            rules = b"User-agent: *\nDisallow: /not/this/one/\n"
            answer = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(rules), rules)
        elif b"if-none-match" in data.lower():
            answer = (
                b'HTTP/1.1 304 Not Modified\r\nETag: "same"\r\nDate: Mon, 02 Nov 2026 08:00:00 GMT\r\n\r\n'
            )
        else:
            answer = _Site.page
        self.transport.write(answer)  # type: ignore[attr-defined]


def _page() -> bytes:
    draw = random.Random(1)
    words = ["".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=draw.randint(2, 9))) for _ in range(600)]
    html = ""
    while len(html) < 98_000:
        html += f'<div class="story card"><a href="/news/{len(html)}"><p>{" ".join(draw.choices(words, k=9))}</p></a></div>\n'
    body = gzip.compress(html.encode(), 6)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def _serve(cert: str | None) -> None:
    _Site.page = _page()
    context = None
    if cert:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(cert)
    loop = asyncio.get_running_loop()
    # the wildcard is the one address that answers on all of 127.0.0.0/8; other peers are dropped at once
    server = await loop.create_server(_Site, "0.0.0.0", 0, backlog=2048, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    main()
