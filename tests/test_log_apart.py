"""Who reads the log and stops reading stops nobody; what is lost by that is counted and told."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from newsroom import LIMIT_S, Newsroom, ask, config_for, filler, forumwatch, start

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


def test_a_file_that_is_cut_is_written_from_its_beginning_however_it_was_opened(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with path.open("wb", buffering=0) as opened:  # as a shell does at `2> log`
        apart = Apart(opened.fileno(), lambda count: f"{count} dropped")
        print("before", file=apart)
        apart.leave(LIMIT_S)
        os.truncate(path, 0)  # as logrotate does at `copytruncate`
        print("after", file=apart)
        apart.leave(LIMIT_S)
    assert path.read_bytes() == b"after\n"


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
            first = json.loads(await daemon.stderr.readline())
            polled = json.loads(await daemon.stderr.readline())
            daemon.terminate()
            rest = [json.loads(line) for line in (await daemon.stderr.read()).splitlines()]
            assert await daemon.wait() == 0
    assert (first["level"], first["event"][:33]) == ("info", "forumwatch: watching 1 source of ")
    assert polled["event"] == "polled"
    assert rest[-1]["event"] == "stopping"


async def said_by(*args: object) -> tuple[int | None, list[dict[str, str]]]:
    """How a daemon ended that could not begin, and its log."""
    daemon = await start(*args)
    async with asyncio.timeout(LIMIT_S):
        _, said = await daemon.communicate()
    return daemon.returncode, [json.loads(line) for line in said.splitlines()]


async def test_what_keeps_a_daemon_from_its_work_is_told_in_lines_of_json_too(tmp_path: Path) -> None:
    config = config_for(tmp_path, [{"id": "ledger", "url": "http://127.0.0.1:9/feed", "every": 90}])
    code, said = await said_by("--config", config, "--database", f"sqlite:///{tmp_path}/no/folder.db", "run")
    assert code == 4
    assert [line["level"] for line in said] == ["warning", "error"]
    assert said[0]["event"].startswith("note: ")
    assert said[1]["event"].startswith("forumwatch: no folder ")
    code, said = await said_by("--config", config, "run", "--port", "1e9")
    assert (code, said[-1]["event"][:6]) == (2, "Error:")
    config = config_for(tmp_path, [{"id": "ledger", "url": "nowhere"}])
    code, said = await said_by("--config", config, "serve")
    assert (code, [line["level"] for line in said]) == (2, ["error"])


async def test_a_file_of_an_earlier_version_keeps_no_daemon_from_its_work_and_status_says_what_it_lacks(
    tmp_path: Path,
) -> None:
    async with Newsroom() as site:
        site.publish("one", "Harbour counted", *filler(1))
        alerts = [{"name": "press", "to": "https://chat.example/1"}]
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}], alerts=alerts)
        ended = await forumwatch("--config", config, "once")
        assert (
            ended.code,
            ended.err.count("alerts: no key any more, and without effect; nothing is sent; "),
        ) == (0, 1)
        (status,) = ask("--config", config, "status", "--format", "json").rows
        assert status["articles"] == 1
        (told,) = status["cannot_be_kept"]
        assert told.startswith(f"{config}:1: alerts: no key any more, ")
        checked = await forumwatch("--config", config, "sources", "check")
        assert (checked.code, "alerts: no key any more" in checked.err) == (0, True)


LAST_WORDS = """
import sys, threading, logging, warnings
from crawler.commands.logs import set_up, tell

set_up("info", lasting=True)
tell("ready")
warnings.warn("old")
logging.getLogger("asyncio").error("a task failed", exc_info=ZeroDivisionError("first"))
logging.getLogger("asyncio").warning("and nobody minds")
worker = threading.Thread(target=lambda: print("from a thread, ", "in two pieces", file=sys.stderr))
print("a line that is never ", end="", file=sys.stderr)
worker.start()
worker.join()
print("broken", file=sys.stderr)
raise ValueError("last words")
"""


def test_libraries_threads_and_the_last_words_of_a_daemon_are_lines_of_json() -> None:
    ended = subprocess.run([sys.executable, "-c", LAST_WORDS], capture_output=True, timeout=LIMIT_S)
    said = [json.loads(line) for line in ended.stderr.splitlines()]
    told = {line["event"]: line["level"] for line in said}
    assert (ended.returncode, told.pop("ready")) == (1, "info")
    assert any("UserWarning: old" in event for event in told)
    assert told["asyncio: a task failed"] == "error"
    assert "from a thread,  in two pieces" in told
    assert "a line that is never broken" in told
    assert "and nobody minds" not in str(told)
    assert (told["the program ends"], said[-1]["exception"][-22:]) == ("critical", "ValueError: last words")
    assert any("ZeroDivisionError: first" in line.get("exception", "") for line in said)
