"""The program, loaded once and forked for each command: most of what a start costs is what it loads.

What is forked is a process of its own, with arguments, folder, environment, streams and, where it is wished, a session
of its own, that ends as any other does. This file, run as a program, is the one that forks: a connection for each
process, which brings what is wished (JSON, see `Wish` in forked.py) with its three streams, and is answered by a line
with the number of the process and, once that has ended, by its wait status. It ends with its stdin, that is with
whoever started it.
"""

from __future__ import annotations

import json
import os
import runpy
import select
import socket
import sys
import time
from contextlib import suppress
from typing import Any

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

    import storage.transfer  # noqa: F401
    from crawler.flag import find_mentions, load_watchlist
    from crawler.parse import read_page
    from storage.records import Article

    find_mentions(Article("u", "GDEC", "GDEC 2025 opened in Beijing."), load_watchlist())
    read_page(PAGE.encode(), "https://news.example/2025/07/03/gdec-opens")


def _serve(address: str) -> dict[str, Any]:
    """Fork for each wish until stdin ends; returns in the process that is wished for, with what it is to do."""
    door = socket.socket(socket.AF_UNIX)
    door.bind(address)
    door.listen()
    print("ready", flush=True)
    while True:
        asked, _, _ = select.select([door, STREAMS[0]], [], [])
        _bury()
        if STREAMS[0] in asked:
            os._exit(0)
        connection, _ = door.accept()
        if os.fork() == 0:
            door.close()
            return _begin(connection)
        connection.close()


def _bury() -> None:
    """Those that waited for a process have ended behind it."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _begin(connection: socket.socket) -> dict[str, Any]:
    """Fork once more, tell the number of that one and how it ended; returns in it."""
    said, streams, _, _ = socket.recv_fds(connection, LONGEST, len(STREAMS))
    while not said.endswith(b"\n"):
        said += connection.recv(LONGEST)
    process = os.fork()
    if process:
        for stream in (*STREAMS, *streams):
            os.close(stream)  # who reads them is to hear their end
        with suppress(OSError):  # nobody may be there any more
            connection.sendall(b"%d\n" % process)
        _, status = os.waitpid(process, 0)
        with suppress(OSError):
            connection.sendall(str(status).encode())
        os._exit(0)
    connection.close()
    wish: dict[str, Any] = json.loads(said)
    _become(wish, streams)
    return wish


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


if __name__ == "__main__":
    sys.path.pop(0)  # the tests' folder, which no command sees
    _load()
    told = _serve(sys.argv[1])
    if told["code"] is not None:
        sys.argv = ["-c", *told["args"]]
        exec(told["code"], {"__name__": "__main__"})
    elif told["file"] is not None:
        sys.path.insert(0, os.path.dirname(told["file"]))
        sys.argv = [told["file"], *told["args"]]
        runpy.run_path(told["file"], run_name="__main__")
    else:
        sys.argv = ["forumwatch", *told["args"]]
        from crawler.cli import main

        main()
