"""A crawl over servers with every fault we know, as feeds and as pages, beside one honest publisher."""

from __future__ import annotations

import asyncio
import re
from contextlib import AsyncExitStack
from pathlib import Path

from badserver import Asked, BadServer, Script, answer, redirect
from newsroom import Newsroom, ask, config_for, filler, start_anew
from test_crawl_once import OPENING
from test_fetch_faults import FAULTS

_PEAK = re.compile(r"VmHWM:\s*(\d+) kB")
NEVER_KB = 400_000  # resident; a crawl of nothing takes a quarter, a bomb unpacked gigabytes
LIMIT_S = 120
MOST_ASKED = 24  # two addresses, ten redirects each


async def _on_and_on(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Redirect for ever, each time elsewhere."""
    writer.write(redirect(asked.target + ("x" if "?" in asked.target else "?x")))
    await writer.drain()


async def _in_a_circle(asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(redirect(asked.target))
    await writer.drain()


WAYS: dict[str, Script] = {  # beside FAULTS: what leads elsewhere or asks for peace
    "on and on": _on_and_on,
    "in a circle": _in_a_circle,
    "to metadata": redirect("http://169.254.169.254/latest/meta-data/"),
    "inside": redirect("http://10.0.0.1/"),
    "to a file": redirect("file:///etc/passwd"),
    "with a password": redirect("http://user:secret@127.0.0.1/"),
    "too many requests": answer(429, b"slower"),
    "busy for an hour": answer(503, b"busy", retry_after="3600"),
}
HOSTILE: dict[str, Script] = {name: script for name, (script, _, _) in FAULTS.items()} | WAYS


def feed(url: str) -> bytes:
    """A feed of one entry."""
    item = f"<item><title>Read me</title><link>{url}</link></item>"
    return answer(200, f"<rss><channel><title>x</title>{item}</channel></rss>".encode())


async def most_kb(pid: int) -> int:
    """The most memory a process ever held, watched until it ends."""
    most = 0
    while found := _PEAK.search(_status(pid)):
        most = int(found[1])
        await asyncio.sleep(0.1)
    return most


def _status(pid: int) -> str:
    """What Linux says of a process; of one that has ended, or elsewhere, nothing."""
    try:
        return Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return ""


async def test_no_fault_of_a_server_harms_its_neighbour_and_each_is_recorded(tmp_path: Path):
    async with AsyncExitStack() as stack:
        good = await stack.enter_async_context(Newsroom())
        good.publish("opening", "Global Digital Economy Conference opens in Beijing", *OPENING)
        good.publish("harbour", "Harbour counted again", *filler(1))
        servers = [await stack.enter_async_context(BadServer(hostile(script))) for script in HOSTILE.values()]
        sources = []
        for at, server in enumerate(servers):
            server.scripts |= {"/feed": feed(server.url("/page"))}  # type: ignore[attr-defined]
            sources += [{"id": f"as-feed-{at}", "url": server.url("/bad")}]
            sources += [{"id": f"as-page-{at}", "url": server.url("/feed")}]
        sources.append({"id": "honest", "url": good.url()})
        patience = {"timeout": "1s", "deadline": "2s", "max_body": 200_000}
        config = config_for(
            tmp_path, sources, fetch=patience | {"min_delay": 0, "allow_networks": ["127.0.0.0/8"]}
        )
        process = await start_anew("--config", config, "once", "--format", "json")
        async with asyncio.timeout(LIMIT_S):
            memory, (_, err) = await asyncio.gather(most_kb(process.pid), process.communicate())
        asked = [sum(server.times(path) for path in ("/bad", "/page")) for server in servers]

    assert process.returncode == 3, err.decode()
    assert "Traceback" not in err.decode()
    assert memory < NEVER_KB
    assert max(asked) <= MOST_ASKED, dict(zip(HOSTILE, asked, strict=True))

    titles = [row["title"] for row in ask("--config", config, "articles", "--format", "json").rows]
    assert sorted(titles) == ["Global Digital Economy Conference opens in Beijing", "Harbour counted again"]
    assert len(ask("--config", config, "mentions", "--format", "json").rows) == 1
    states = {
        row["source_id"]: row for row in ask("--config", config, "sources", "list", "--format", "json").rows
    }
    wrong = {states[f"as-feed-{at}"]["state"] for at in range(len(HOSTILE))}
    assert (wrong, states["honest"]["state"]) == ({"failing"}, "ok")
    recorded = {
        row["source_id"]
        for row in ask("--config", config, "errors", "--limit", 1000, "--format", "json").rows
    }
    assert {f"as-feed-{at}" for at in range(len(HOSTILE))} <= recorded
    unread = [states[f"as-page-{at}"] for at in range(len(HOSTILE))]
    lost = {
        name: row
        for name, row in zip(HOSTILE, unread, strict=True)
        if row["waiting"] + row["given_up"] != 1
        and row["state"] != "failing"  # a host that wants peace has it
    }
    assert not lost  # each page is put off or given up, with a reason
    assert ask("--config", config, "db", "check").code == 0


def hostile(script: Script) -> dict[str, Script]:
    """One server's paths."""
    return {"/bad": script, "/page": script}
