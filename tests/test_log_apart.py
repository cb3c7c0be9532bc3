"""Who reads the log and stops reading stops nobody; what is lost by that is counted and told."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from newsroom import LIMIT_S, Newsroom, config_for, filler, start

from crawler.commands.apart import Apart

LINES = 5000


@pytest.fixture
def full_pipe() -> Iterator[tuple[int, int]]:
    """A pipe that takes nothing more, and that nobody reads: where it is read and written."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    for size in (4096, 1):
        with suppress(BlockingIOError):
            while True:
                os.write(write, b"." * size)
    os.set_blocking(write, True)
    yield read, write
    os.close(read)
    os.close(write)


def emptied(read: int) -> str:
    """All that is in a pipe."""
    os.set_blocking(read, False)
    found = b""
    with suppress(BlockingIOError):
        while piece := os.read(read, 65_536):
            found += piece
    os.set_blocking(read, True)
    return found.decode().lstrip(".")


def test_what_does_not_fit_is_dropped_and_counted(full_pipe: tuple[int, int]) -> None:
    read, write = full_pipe
    apart = Apart(write, lambda count: f"{count} dropped", 9000)
    for number in range(LINES):
        print(f"line {number}", file=apart)
    said = ""
    while "dropped" not in said:
        said += emptied(read)
        apart.leave(0.01)
    kept = re.findall(r"^line (\d+)$", said, re.MULTILINE)
    (dropped,) = re.findall(r"^(\d+) dropped$", said, re.MULTILINE)
    assert kept == [str(number) for number in range(len(kept))]
    assert 100 < len(kept) == LINES - int(dropped)
    print("again", file=apart)
    apart.leave(60)
    assert emptied(read).endswith("again\n")


async def test_a_daemon_whose_log_nobody_reads_goes_on_and_ends(
    full_pipe: tuple[int, int], tmp_path: Path
) -> None:
    _, write = full_pipe
    async with Newsroom() as site:
        site.publish("harbour", "Harbour counted again", *filler(1))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        daemon = await start("--config", config, "run", "--no-web", stderr=write)
        async with asyncio.timeout(LIMIT_S):
            while not site.asked["/feed"]:  # noqa: ASYNC110  the site tells nobody
                await asyncio.sleep(0.05)
        daemon.terminate()
        async with asyncio.timeout(LIMIT_S):
            assert await daemon.wait() == 0


async def test_a_log_that_is_read_is_whole(tmp_path: Path) -> None:
    async with Newsroom() as site:
        site.publish("harbour", "Harbour counted again", *filler(1))  # a poll that brings nothing is not told
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        daemon = await start("--config", config, "run", "--no-web")
        assert daemon.stderr is not None
        async with asyncio.timeout(LIMIT_S):
            first = (await daemon.stderr.readline()).decode()
            polled = json.loads(await daemon.stderr.readline())
            daemon.terminate()
            rest = [json.loads(line) for line in (await daemon.stderr.read()).splitlines()]
            assert await daemon.wait() == 0
    assert first.startswith("forumwatch: watching 1 source of ")
    assert polled["event"] == "polled"
    assert rest[-1]["event"] == "stopping"
