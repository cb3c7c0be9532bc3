"""A news site on loopback whose pages a test publishes while it runs, and the program as a user starts it."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, TypeVar

import forked
from click.testing import CliRunner

from crawler.cli import forumwatch as program
from crawler.demo.server import Answer, Request, Server

T = TypeVar("T")
LIMIT_S = 120  # after it a program hangs; a busy machine takes a minute over some


@dataclass
class Newsroom:
    """One site: what it answers by path, and how often each path was asked for, by status."""

    language: str = "en"
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    posts: list[tuple[str, str]] = field(default_factory=list)

    async def __aenter__(self) -> Newsroom:
        self.server = Server(self.answer)
        await self.server.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.server.close()

    def url(self, path: str = "/feed") -> str:
        return f"http://127.0.0.1:{self.server.port}{path}"

    def answer(self, request: Request) -> Answer:
        self.asked[request.path] += 1
        if request.path == "/feed":
            return self.feed()
        return self.answers.get(request.path, Answer(b"gone away", "text/plain", 404))

    def publish(self, slug: str, title: str, *paragraphs: str) -> str:
        """A new article; returns its path."""
        path = f"/2025/{slug}.html"
        body = "".join(f"<p>{p}</p>" for p in paragraphs)
        page = (
            f'<!doctype html><html lang="{self.language}"><head><meta charset="utf-8"><title>{title} | The Ledger</title>'
            '<meta property="og:site_name" content="The Ledger"><meta property="article:published_time" '
            f'content="2025-07-03T09:00:00+08:00"></head><body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>{body}'
            "</article><footer>All rights reserved</footer></body></html>"
        )
        self.answers[path] = Answer(page.encode(), "text/html; charset=utf-8")
        self.posts.insert(0, (path, title))
        return path

    def feed(self) -> Answer:
        items = "".join(f"<item><title>{t}</title><link>{self.url(p)}</link></item>" for p, t in self.posts)
        text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Ledger</title>{items}</channel></rss>'
        return Answer(text.encode(), "application/rss+xml")


def filler(number: int) -> tuple[str, ...]:
    """Paragraphs of an article that no other number shares."""
    words = [
        "harbour",
        "market",
        "council",
        "bridge",
        "signal",
        "engine",
        "valley",
        "letter",
        "window",
        "garden",
        "copper",
        "school",
    ]
    pick = [words[(number * 7 + i * (number % 5 + 3)) % len(words)] for i in range(60)]
    sentences = [
        f"The {pick[i]} of district {number * 31 + i} met the {pick[i + 1]} office about plan {number}-{i}, and the {pick[i + 2]} "
        f"was counted {number * i + 17} times before anybody spoke of the {pick[i + 3]}."
        for i in range(0, 56, 4)
    ]
    return tuple(" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4))


def config_for(folder: Path, sources: Sequence[dict[str, Any]], **top: Any) -> Path:
    """A sources.yaml over `sources` (JSON is YAML) that may ask loopback."""
    said = {
        "version": 1,
        "database": f"sqlite:///{folder / 'watch.db'}",
        "fetch": {"min_delay": 0, "allow_networks": ["127.0.0.0/8"]},
        "sources": [{"kind": "feed"} | s for s in sources],
    } | top
    path = folder / "sources.yaml"
    path.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    return path


@dataclass
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return list(json.loads(self.out))


async def start_anew(
    *args: object, cwd: Path | None = None, stderr: int | IO[bytes] = asyncio.subprocess.PIPE
) -> asyncio.subprocess.Process:
    """The program in a process of its own, started as a user starts it."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "crawler.cli",
        *map(str, args),
        cwd=cwd,
        stdout=asyncio.subprocess.PIPE,
        stderr=stderr,
        env=_surroundings(),
    )


async def start(
    *args: object, cwd: Path | None = None, stderr: int | IO[bytes] = asyncio.subprocess.PIPE
) -> forked.Process:
    """The program in a process of its own that need not load it."""
    return await forked.start(_wish(args, cwd), stderr=stderr)


def _wish(args: Sequence[object], cwd: Path | None) -> forked.Wish:
    return forked.Wish(tuple(map(str, args)), cwd=str(cwd or Path.cwd()), env=_surroundings())


def _surroundings() -> dict[str, str]:
    """The environment, without what may be set in it for the program of whoever runs the tests."""
    return {k: v for k, v in os.environ.items() if not k.startswith("FORUMWATCH_")} | {"PYTHONUTF8": "1"}


async def within(seconds: float, waited: Awaitable[T]) -> T:
    """What is awaited, before this process has burnt so many seconds of CPU; raises TimeoutError.

    A busy machine gives them as slowly as it serves the process that is waited for; the clock on the wall would
    judge the machine.
    """
    waiting = asyncio.ensure_future(waited)
    ends = time.process_time() + seconds
    while not waiting.done():
        if time.process_time() > ends:
            waiting.cancel()
            raise TimeoutError(f"not done within {seconds:g} s")
        await asyncio.sleep(0)
    return await waiting


async def forumwatch(*args: object, cwd: Path | None = None) -> Ended:
    """Run the program to its end, in a process that need not load it."""
    return await _ended(await start(*args, cwd=cwd))


async def forumwatch_anew(*args: object, cwd: Path | None = None) -> Ended:
    """Run the program to its end, started as a user starts it."""
    return await _ended(await start_anew(*args, cwd=cwd))


async def _ended(process: asyncio.subprocess.Process | forked.Process) -> Ended:
    async with asyncio.timeout(LIMIT_S):
        out, err = await process.communicate()
    return Ended(process.returncode or 0, out.decode(), err.decode())


def ask(*args: object) -> Ended:
    """Run a verb that crawls nothing to its end, in this process: to start another takes a second."""
    ended = CliRunner().invoke(program, [str(arg) for arg in args])
    return Ended(ended.exit_code, ended.stdout, ended.stderr)
