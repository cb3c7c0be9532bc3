"""A server of PostgreSQL that says nothing any more: its machine died, its disk hangs, a firewall forgot the way."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType

import pytest
from newsroom import LIMIT_S, Newsroom, config_for, start_anew, within
from sqlalchemy.engine import make_url
from storesamples import NOW

from storage.database import Database
from storage.reports import standing

STOP_S = 5
SOON_S = 45  # in which who waits is to hear of it


class Line:
    """A line over TCP to the server of `url`, which is reached by its socket; nothing comes through once it is `dead`."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._passing: set[asyncio.Task[None]] = set()
        self._ends: list[asyncio.StreamWriter] = []
        self.dead = asyncio.Event()

    async def __aenter__(self) -> Line:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for task in self._passing:
            task.cancel()
        await asyncio.gather(*self._passing, return_exceptions=True)
        await closed(*self._ends)

    @property
    def url(self) -> str:
        port = self._server.sockets[0].getsockname()[1]
        there = self._url.set(host="127.0.0.1", port=port).difference_update_query(["host"])
        return there.render_as_string(hide_password=False)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        at = f"{self._url.query['host']}/.s.PGSQL.5432"
        answers, asks = await asyncio.open_unix_connection(at)
        self._ends += [asks, writer]
        for source, goal in ((reader, asks), (answers, writer)):
            self._passing.add(asyncio.create_task(self._pass(source, goal)))

    async def _pass(self, source: asyncio.StreamReader, goal: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while said := await source.read(65536):
                if self.dead.is_set():
                    await asyncio.Event().wait()
                goal.write(said)
                await goal.drain()
        goal.close()


async def closed(*writers: asyncio.StreamWriter) -> None:
    for writer in writers:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


@pytest.mark.postgres
async def test_a_server_that_takes_nothing_any_more_is_given_up_in_less_than_a_minute(postgres_server):
    async with Line(postgres_server.new_database()) as line:

        def waits() -> list[tuple[int, int]]:
            with Database(line.url) as db:
                return [db.call(_patience), db.read(_patience)]

        # nobody but the system, and no test without its rights, can cut a line: what it is told is all there is to see
        for unanswered, unasked in await asyncio.to_thread(waits):
            assert 0 < unanswered <= SOON_S * 1000
            assert 0 < unasked <= SOON_S


def _patience(conn):
    """(ms for what was sent and not taken, s for one who only waits)."""
    with socket.socket(fileno=os.dup(conn.connection.driver_connection.pgconn.socket)) as sock:

        def said(option: int) -> int:
            return sock.getsockopt(socket.IPPROTO_TCP, option)

        asks = said(socket.TCP_KEEPINTVL) * said(socket.TCP_KEEPCNT)
        return said(socket.TCP_USER_TIMEOUT), said(socket.TCP_KEEPIDLE) + asks


LEAVES = """
import threading
from crawler.ending import leave
print("the last row")
threading.Thread(target=threading.Event().wait).start()
leave(3)
"""


def test_the_end_waits_for_no_thread_that_waits_for_ever_and_loses_no_row():
    buffered = {name: said for name, said in os.environ.items() if name != "PYTHONUNBUFFERED"}
    asked = [sys.executable, "-c", LEAVES]
    ended = subprocess.run(asked, env=buffered, timeout=LIMIT_S, check=False, capture_output=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (3, b"the last row\n", b"")


@pytest.mark.slow
@pytest.mark.postgres
async def test_a_stop_waits_for_nobody_who_asks_a_server_that_does_not_answer(
    postgres_server, tmp_path: Path
):
    async with Newsroom() as site, Line(postgres_server.new_database()) as line:
        web = {"web": {"port": _free_port()}}
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}], database=line.url, **web)
        daemon = await start_anew("--config", config, "run")
        async with asyncio.timeout(LIMIT_S):
            while not await _asked(web["web"]["port"], 0.5):  # noqa: ASYNC110  nobody tells
                await asyncio.sleep(0.05)
            line.dead.set()
            assert not await _asked(web["web"]["port"], 0.5)
        daemon.send_signal(signal.SIGTERM)
        await within(STOP_S, daemon.communicate())
        assert daemon.returncode == 0


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


async def _asked(port: int, seconds: float) -> bool:
    """Whether /healthz answers 200 so soon; who does not wait any longer leaves its question behind."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    try:
        async with asyncio.timeout(seconds):
            writer.write(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            return (await reader.readline()).split()[1:2] == [b"200"]
    except (OSError, TimeoutError):
        return False
    finally:
        await closed(writer)


@pytest.mark.postgres
def test_who_asks_hears_that_a_server_takes_nothing_though_it_is_another_program_that_knows(postgres_server):
    url, since = postgres_server.new_database(), NOW.replace(microsecond=0)
    with Database(url) as db, Database(url) as other:

        def heard(wanted: datetime | None) -> bool:
            ends = time.monotonic() + LIMIT_S
            while other.refused_since() != wanted and time.monotonic() < ends:
                time.sleep(0.02)
            return other.refused_since() == wanted

        with db.lock_daemon():
            assert other.refused_since() is None
            for moment in (since, since + timedelta(hours=1)):
                db.refuses(moment)
                assert heard(moment)
                db.takes()
                assert heard(None)
            db.refuses(since)
            assert heard(since)
        assert heard(None)  # nobody is there who says so


@pytest.mark.postgres
def test_a_store_on_a_server_that_lets_only_read_is_in_doubt_for_all_who_ask(postgres_server):
    url = postgres_server.new_database()
    name = make_url(url).database
    with Database(url) as db, Database(url) as other, db.lock_daemon():
        postgres_server.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        cut = f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"
        postgres_server.execute(cut)
        db.refuses(NOW)
        ends = time.monotonic() + LIMIT_S
        while other.refused_since() is None and time.monotonic() < ends:
            time.sleep(0.02)
        assert standing.status_of(other, NOW).refused_since == NOW
