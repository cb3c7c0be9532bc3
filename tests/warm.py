"""The program, loaded once and forked for each command: most of what a start costs is what it loads.

What is forked is a process of its own, with arguments, folder, environment, streams and, where it is wished, a session
of its own. This file, run as a program, is the one that forks: a connection for each process, which brings what is
wished (JSON, see `Wish` in forked.py) with its three streams, and is answered by a line with the number of the process
and, once that has ended, by its wait status. It ends with its stdin, that is with whoever started it.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import select
import signal
import socket
import sys
import threading
import time
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

STREAMS = (0, 1, 2)
LONGEST = 1 << 20  # bytes of a wish
PAGE = """<!doctype html><html lang="en"><head><title>GDEC opens</title></head><body><article><h1>GDEC opens</h1>
<p>By Ana Lee, July 3, 2025</p><p>The Global Digital Economy Conference 2025 was opened in Beijing on Thursday.</p>
<p>Delegates of forty countries are expected, and its programme will be published in the coming weeks.</p></article>"""


def _load() -> None:
    """All that a crawl and what is asked after it need, with the tables that are made at their first use."""
    from crawler.commands.light import lighten

    lighten()
    import psycopg  # noqa: F401

    import crawler.commands.drawn
    import crawler.config.place
    import crawler.daemon
    import crawler.web.serving  # noqa: F401
    import storage.upkeep.transfer  # noqa: F401
    from crawler.cli import VERBS
    from crawler.flag import find_mentions, load_watchlist
    from crawler.parse import read_page
    from storage.records import Article

    for where in VERBS.values():
        import_module(f"crawler.commands.{where.partition(':')[0]}")
    find_mentions(Article("u", "GDEC", "GDEC 2025 opened in Beijing."), load_watchlist())
    read_page(PAGE.encode(), "https://news.example/2025/07/03/gdec-opens")


def _serve(address: str) -> dict[str, Any]:
    """Fork for each wish until stdin ends; returns in the process that is wished for, with what it is to do."""
    door = socket.socket(socket.AF_UNIX)
    door.bind(address)
    door.listen()
    ended, wakes = socket.socketpair()
    wakes.setblocking(False)
    before = signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(wakes.fileno())
    asking: dict[int, socket.socket] = {}  # process → who hears of its end
    print("ready", flush=True)
    while True:
        ready, _, _ = select.select([door, ended, STREAMS[0]], [], [])
        if STREAMS[0] in ready:
            os._exit(0)
        if ended in ready:
            ended.recv(LONGEST)
            _bury(asking)
        if door in ready:
            connection, _ = door.accept()
            wish, streams = _hear(connection)
            process = os.fork()
            if not process:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, before)
                for each in (door, ended, wakes, connection, *asking.values()):
                    each.close()
                _become(wish, streams)
                return wish
            asking[process] = connection
            for stream in streams:
                os.close(stream)  # who reads them is to hear their end
            with suppress(OSError):  # nobody may be there any more
                connection.sendall(b"%d\n" % process)


def _hear(connection: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """A wish, with the streams that came with it."""
    said, streams, _, _ = socket.recv_fds(connection, LONGEST, len(STREAMS))
    while not said.endswith(b"\n"):
        said += connection.recv(LONGEST)
    return json.loads(said), streams


def _bury(asking: dict[int, socket.socket]) -> None:
    """Tell how those ended that have."""
    with suppress(ChildProcessError):
        while (told := os.waitpid(-1, os.WNOHANG))[0]:
            with asking.pop(told[0]) as connection, suppress(OSError):
                connection.sendall(str(told[1]).encode())


def _become(wish: dict[str, Any], streams: list[int]) -> None:
    """Take over what a process gets from who starts it."""
    for number, stream in zip(STREAMS, streams, strict=True):
        os.dup2(stream, number)
        os.close(stream)
    if wish["session"]:
        os.setsid()
    os.chdir(wish["cwd"])
    os.environ.clear()
    os.environ.update(wish["env"])
    time.tzset()


def _run(wish: dict[str, Any]) -> None:
    if wish["code"] is not None:
        sys.argv = ["-c", *wish["args"]]
        exec(wish["code"], {"__name__": "__main__"})
    elif wish["file"] is not None:
        sys.path.insert(0, os.path.dirname(wish["file"]))
        sys.argv = [wish["file"], *wish["args"]]
        runpy.run_path(wish["file"], run_name="__main__")
    else:
        sys.argv = ["forumwatch", *wish["args"]]
        from crawler.cli import main

        main()


def _end(code: object) -> NoReturn:
    """End as Python does, but for all that is loaded: to take that apart costs more than the fork."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    if not isinstance(code, int | None):
        print(code, file=sys.stderr, flush=True)
        code = 1
    os._exit(code or 0)


if __name__ == "__main__":
    import hurried

    hurried.share()
    sys.path.pop(0)  # the tests' folder, which no command sees
    _load()
    gc.freeze()  # shared by all that are forked, unless the collector writes into it
    wish = _serve(sys.argv[1])
    try:
        _run(wish)
    except SystemExit as end:
        _end(end.code)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        _end(1)
    _end(0)
