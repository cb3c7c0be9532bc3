"""`run` and `serve` as a user starts them: a socket, the signals, and what is not loaded where nobody serves."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest
from newsroom import LIMIT_S, Newsroom, ask, config_for, filler, start_anew, within
from webdesk import desk, fill, watchlist

from crawler.commands import serve
from crawler.commands.crawl import _serve_beside
from crawler.config import load_config
from crawler.config.models import WebShape
from crawler.tally import Tally
from crawler.web.serving import Unserved, served
from storage.database import Database, StoreError

STOP_S = 5.0


async def address_of(process: asyncio.subprocess.Process) -> str:
    """Where it says that it serves."""
    assert process.stderr is not None
    said = b""
    async with asyncio.timeout(LIMIT_S):
        while line := await process.stderr.readline():
            said += line
            if found := re.search(rb"http://127\.0\.0\.1:\d+/", line):
                return found[0].decode().rstrip("/")
    raise AssertionError(said)


async def stops(process: asyncio.subprocess.Process) -> None:
    process.send_signal(signal.SIGTERM)
    await within(STOP_S, process.communicate())
    assert process.returncode == 0


async def test_run_serves_what_it_crawls_and_stops_while_somebody_is_connected(tmp_path: Path) -> None:
    async with Newsroom() as site:
        site.publish("story", "Global Digital Economy Conference 2025 opens in Beijing", *filler(1))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}], web={"port": 0})
        daemon = await start_anew("--config", config, "run")
        address = await address_of(daemon)
        async with httpx.AsyncClient(base_url=address, timeout=LIMIT_S) as web, asyncio.timeout(LIMIT_S):
            while True:
                if rows := (await web.get("/api/v1/mentions")).json()["items"]:
                    break
                await asyncio.sleep(0.1)
            assert rows[0]["forum_id"] == "gdec"
            assert rows[0]["title"] in (await web.get("/")).text
            health = (await web.get("/healthz")).json()
            assert health["store"] == "ok"
            assert health["tick_age_s"] is not None
            metrics = (await web.get("/metrics")).text
            assert "forumwatch_polls_total 1.0" in metrics
            assert 'forumwatch_readings_total{outcome="stored"} 1.0' in metrics
            _, writer = await asyncio.open_connection(*address.removeprefix("http://").split(":"))
            writer.write(
                b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nposi"
            )  # and no more
            await writer.drain()
            await stops(daemon)
            writer.close()


async def test_serve_ends_where_its_store_was_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `run` does: who starts services anew brings the one to light that is there now."""
    monkeypatch.setattr(serve, "LOOKS_S", 0.05)
    config = load_config(config_for(tmp_path, [], web={"port": 0}))
    with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
        serving = asyncio.create_task(serve._serve(config, watchlist(), db, config.web))
        await asyncio.sleep(0.2)
        assert not serving.done()
        (tmp_path / "watch.db").rename(tmp_path / "before.db")
        with pytest.raises(StoreError, match="deleted or replaced"):
            await within(LIMIT_S, serving)


def test_a_port_that_is_taken_or_an_open_door_stops_serve(tmp_path: Path) -> None:
    Database(f"sqlite:///{tmp_path / 'watch.db'}").close()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        config = config_for(tmp_path, [{"id": "a", "url": "http://127.0.0.1:9/feed"}], web={"port": port})
        taken = ask("--config", config, "serve")
    assert (taken.code, f"web: port: {port} of 127.0.0.1 is taken" in taken.err) == (1, True)
    open_door = ask("--config", config, "serve", "--host", "0.0.0.0")
    assert (open_door.code, "there is no token" in open_door.err) == (2, True)
    elsewhere = ask("--config", config, "serve", "--host", "192.0.2.1")
    assert elsewhere.code == 2
    for web, said in (
        ({"token": "short"}, "at least 16"),
        ({"names": ["http://x"]}, "not the name of a host"),
    ):
        wrong = ask("--config", config_for(tmp_path, [], web=web), "serve")
        assert (wrong.code, said in wrong.err, "short'" in wrong.err) == (2, True, False)


async def test_a_port_that_is_taken_does_not_keep_run_from_crawling(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (
        Database(f"sqlite:///{tmp_path / 'watch.db'}") as db,
        socket.create_server(("127.0.0.1", 0)) as other,
    ):
        web, config = WebShape(port=other.getsockname()[1]), load_config(config_for(tmp_path, []))
        async with AsyncExitStack() as stack:
            await _serve_beside(stack, config, watchlist(), db, web, Tally())
            assert "crawling without the dashboard: web: port:" in capsys.readouterr().err
            with pytest.raises(SystemExit) as ended:
                await _serve_beside(stack, config, watchlist(), db, WebShape(host="0.0.0.0"), Tally())
            assert ended.value.code == 2


async def test_a_socket_serves_while_the_context_lasts(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
        fill(db)
        async with (
            served(desk(db), WebShape(port=0)) as address,
            httpx.AsyncClient(base_url=address, timeout=LIMIT_S) as web,
        ):
            answers = await asyncio.gather(*(web.get("/api/v1/mentions") for _ in range(20)))
            assert {len(a.json()["items"]) for a in answers} == {7}
            assert "server" not in answers[0].headers
            assert (await web.get("/api/v1/mentions", headers={"host": "evil.example"})).status_code == 421
        with pytest.raises(httpx.ConnectError):
            await httpx.AsyncClient().get(address)


async def test_a_server_that_ends_before_it_listens_is_told_of(tmp_path: Path, monkeypatch) -> None:
    async def ends(self, sockets=None) -> None:
        raise OSError("no more sockets")

    monkeypatch.setattr("uvicorn.Server.serve", ends)
    with (
        Database(f"sqlite:///{tmp_path / 'watch.db'}") as db,
        pytest.raises(Unserved, match="before it listened"),
    ):
        async with asyncio.timeout(60), served(desk(db), WebShape(port=0)):
            pass


def test_what_serves_is_loaded_where_it_serves_alone() -> None:
    code = (
        "import sys; from crawler.cli import main\n"
        "import crawler.commands.crawl, crawler.commands.serve, crawler.daemon\n"
        "print([m for m in ('fastapi', 'starlette', 'uvicorn', 'jinja2', 'prometheus_client') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
