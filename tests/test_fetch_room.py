"""A machine that can open no more files is at fault itself: no source and no article pays for it, and it is said."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from badserver import Asked, BadServer, answer
from newsroom import LIMIT_S, Ended, ask, config_for
from sqlalchemy import select

from crawler.fetch import Fetcher, FetchSettings
from crawler.fetch.faults import NoRoom, Unreachable
from crawler.fetch.resolver import Resolver
from crawler.fetch.routes import Route
from crawler.fetch.transport import Request, Transport
from crawler.schedule import OFFLINE_S
from storage import schema
from storage.database import Database
from storage.records import NO_ROOM, Failure

resource = pytest.importorskip("resource")  # Windows has none
LOCAL = FetchSettings(min_delay_s=0, allow_networks=("127.0.0.0/8",))
FEED = b"<rss version='2.0'><channel><title>A</title></channel></rss>"


@contextmanager
def no_room() -> Iterator[None]:
    """Nothing more can be opened by this process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def unknown(host: str) -> tuple[str, ...]:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


async def test_names_that_could_not_be_looked_up_for_want_of_files_are_not_unknown() -> None:
    """The system says of each that it is unknown, as it can open neither its list of hosts nor a socket."""
    resolver = Resolver(unknown)
    with no_room(), pytest.raises(NoRoom, match="Too many open files"):
        await resolver("news.example")
    with pytest.raises(Unreachable, match="unknown host"):
        await resolver("news.example")
    resolver.close()


@pytest.mark.parametrize("proxy", [None, "http://127.0.0.1:9", "socks5://127.0.0.1:9"])
@pytest.mark.parametrize("robots", [True, False])
async def test_who_could_not_be_asked_for_want_of_files_has_not_failed(
    proxy: str | None, robots: bool
) -> None:
    async with Fetcher(
        FetchSettings(min_delay_s=0, allow_networks=("127.0.0.0/8",), robots=robots)
    ) as fetcher:
        with no_room():
            got = await fetcher.get("http://127.0.0.1:9/a", proxy=proxy)
    assert isinstance(got, Failure)
    assert got.kind == "offline"
    assert got.message == f"{NO_ROOM} (Too many open files): 127.0.0.1:9 was not asked"


async def test_connections_that_are_kept_make_room() -> None:
    class Full:
        """Opens nothing while the first connection is there."""

        def __init__(self, dialler: object) -> None:
            self.dial_well, self.opened = dialler.dial, []  # type: ignore[attr-defined]

        async def dial(self, route: Route, timeout_s: float, *, http2: bool = True) -> object:
            if self.opened and not self.opened[0].ended:
                raise NoRoom("Too many open files")
            self.opened.append(await self.dial_well(route, timeout_s, http2=http2))
            return self.opened[-1]

    async with BadServer({"/": answer(200, b"a")}, host="0.0.0.0") as server, Fetcher(LOCAL) as fetcher:
        transport = Transport(Full(fetcher._transport._dialler))  # type: ignore[arg-type]
        for host in ("127.0.0.1", "127.0.0.2"):
            route = Route("http", host, server.port)
            status, _, stream = await transport.ask(Request(route, b"/", [(b"host", host.encode())], 9.0))
            await stream.aclose()
            assert status == 200
        await transport.aclose()


async def bounded(files: int, *args: object) -> Ended:
    """Run the program where it may open so many files."""
    process = await asyncio.create_subprocess_exec(
        *("/bin/sh", "-c", f'ulimit -n {files}; exec "$@"', "sh", sys.executable, "-m", "crawler.cli"),
        *map(str, args),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    async with asyncio.timeout(LIMIT_S):
        out, err = await process.communicate()
    return Ended(process.returncode or 0, out.decode(), err.decode())


async def test_a_crawl_with_too_few_files_blames_no_source(tmp_path: Path) -> None:
    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.5)  # so that many are under way together
        writer.write(answer(200, FEED))

    hosts = [f"127.0.9.{n}" for n in range(1, 81)]
    async with BadServer({"/feed": slow}, host="0.0.0.0") as server:
        watched = [{"id": h, "url": f"http://{h}:{server.port}/feed"} for h in hosts]
        config = config_for(tmp_path, watched)
        ended = await bounded(45, "--config", config, "once")
    assert ended.code == 3
    said = [line for line in ended.err.splitlines() if line.startswith("failed: ")]
    assert said
    assert all(NO_ROOM in line for line in said), said
    row = ask("--config", config, "status", "--format", "json").rows[0]
    assert row["no_room"] == row["failing"] == len(said)

    assert f"The machine that polls had no room for the connections to {len(said)} source" in row["proof"]
    with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
        s = schema.sources.c
        failed = db.read(lambda conn: conn.execute(select(s.failures, s.next_at).where(s.failures > 0)).all())
    soon = datetime.now(UTC) + timedelta(seconds=OFFLINE_S * 1.1)
    assert {each.failures for each in failed} == {0.25}
    assert max(each.next_at for each in failed) <= soon
