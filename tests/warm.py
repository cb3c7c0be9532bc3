"""The program, loaded once and forked for each command: most of what a start costs is what it loads.

What is forked is a process of its own, with arguments, folder, environment and output of its own, that ends as any
other does. Run as a program, it is the one that forks: a connection for each command, to which it answers the exit
code. It ends with its stdin, that is with whoever started it.
"""

from __future__ import annotations

import asyncio
import atexit
import json
import os
import select
import socket
import subprocess
import sys
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

STDIN, STDOUT, STDERR = 0, 1, 2


async def run(args: list[str], cwd: Path | None, env: dict[str, str]) -> tuple[int, bytes, bytes]:
    """The exit code, stdout and stderr of the command `args`."""
    with TemporaryDirectory() as folder:
        out, err = Path(folder) / "out", Path(folder) / "err"
        wish = {"args": args, "cwd": str(cwd or Path.cwd()), "env": env, "out": str(out), "err": str(err)}
        reader, writer = await asyncio.open_unix_connection(_address())
        try:
            writer.write(json.dumps(wish).encode() + b"\n")
            code = int(await reader.read())
        finally:
            writer.close()
        return code, out.read_bytes(), err.read_bytes()


@cache
def _address() -> str:
    """Where the one that forks listens; it is started for the first command."""
    folder = TemporaryDirectory(prefix="fw-warm-", dir="/tmp")  # short: a socket's path has 107 bytes
    address = f"{folder.name}/door"
    forking = subprocess.Popen(
        [sys.executable, __file__, address],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    assert forking.stdout is not None
    assert forking.stdout.readline() == b"ready\n"
    atexit.register(_end, folder, forking)
    return address


def _end(folder: TemporaryDirectory[str], forking: subprocess.Popen[bytes]) -> None:
    forking.communicate()
    folder.cleanup()


def _load() -> None:
    """All that a crawl and what is asked after it need, with the tables that are made at their first use."""
    from crawler.commands.light import lighten

    lighten()
    import crawler.cli
    import crawler.commands.crawl
    import crawler.commands.drawn  # rich, which prints every table
    import crawler.commands.mentions
    import crawler.commands.sources
    import crawler.commands.store  # noqa: F401
    from crawler.flag import find_mentions, load_watchlist
    from storage.records import Article

    find_mentions(Article("u", "GDEC", "GDEC 2025 opened in Beijing."), load_watchlist())


def _serve(address: str) -> None:
    """Fork for each command until stdin ends; returns in the process of a command, whose arguments are then argv."""
    door = socket.socket(socket.AF_UNIX)
    door.bind(address)
    door.listen()
    print("ready", flush=True)
    while True:
        asked, _, _ = select.select([door, STDIN], [], [])
        _bury()
        if STDIN in asked:
            os._exit(0)
        connection, _ = door.accept()
        if os.fork() == 0:
            door.close()
            return _begin(connection)
        connection.close()


def _bury() -> None:
    """Those that waited for a command have ended behind it."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _begin(connection: socket.socket) -> None:
    """Fork once more, and tell how that one ended; returns in it."""
    with connection.makefile("rb") as lines:
        wish = json.loads(lines.readline())
    command = os.fork()
    if command:
        _, status = os.waitpid(command, 0)
        connection.sendall(str(os.waitstatus_to_exitcode(status)).encode())
        os._exit(0)
    connection.close()
    _become(wish)


def _become(wish: dict[str, object]) -> None:
    """Take over what a process gets from who starts it."""
    os.chdir(str(wish["cwd"]))
    os.environ.clear()
    os.environ.update(wish["env"])  # type: ignore[call-overload]
    time.tzset()
    for number, name in ((STDIN, os.devnull), (STDOUT, wish["out"]), (STDERR, wish["err"])):
        opened = os.open(str(name), os.O_RDWR | os.O_CREAT | os.O_APPEND)
        os.dup2(opened, number)
        os.close(opened)
    sys.argv = ["forumwatch", *wish["args"]]  # type: ignore[misc]


if __name__ == "__main__":
    sys.path.pop(0)  # the tests' folder, which no command sees
    _load()
    _serve(sys.argv[1])
    from crawler.cli import main

    main()
