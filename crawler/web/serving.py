"""The application → a server on a socket, in the event loop that is there already."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial

import structlog
import uvicorn
from anyio.to_thread import current_default_thread_limiter
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp

from crawler.config.models import WebShape
from storage import access

from .app import build
from .connections import KEEP_S, Bounds, Connection
from .desk import Desk
from .proxied import Networks
from .security import Expired, Rules, Visitor

THREADS = 4  # answers under way at one time: a store on this machine gives no more with more
BACKLOG = 200  # connections that wait to be taken
BOUNDS = Bounds()
STOP_S = 2  # what a stop waits for answers under way
log = structlog.get_logger("forumwatch")


class Unserved(Exception):
    """Nothing can be served so; the message says what to change."""


class Unguarded(Unserved):
    """Others could come in, and no token keeps them out: a fault of the configuration."""


class _Server(uvicorn.Server):
    """uvicorn's, which says when it listens, and leaves the signals to whoever has the loop."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn's."""
        await super().startup(sockets)
        self.listens.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Nothing is captured."""
        yield


def rules_of(web: WebShape, desk: Desk) -> Rules:
    """Who may come. Raises Unguarded where others could and no token keeps them out."""
    closed = web.reached_from_outside or web.token is not None
    if closed and web.token is None:
        _guard(web, desk)

    noted: dict[int, datetime] = {}

    async def find(hashed: bytes) -> Visitor | None:
        return await run_in_threadpool(_visitor, desk, hashed, noted)

    proxies = Networks.named(web.proxies)
    return Rules(host=web.host, names=web.names, token=web.token, closed=closed, find=find, proxies=proxies)


def _guard(web: WebShape, desk: Desk) -> None:
    """See that a token guards the door. One that has expired does: it lets nobody in, and ends no watch that starts anew."""
    tokens = [token for token in desk.read(access.list_tokens) if token.revoked_at is None]
    if not tokens:
        raise Unguarded(
            f"web: {_why_open(web)}: others than this machine's users could come, and "
            'there is no token; set web: {token: "${FORUMWATCH_TOKEN}"}, or make one with `forumwatch tokens create`'
        )
    if not any(token.serves(desk.now()) for token in tokens):
        log.warning("every token has expired, so nobody gets in; make one with `forumwatch tokens create`")


def _why_open(web: WebShape) -> str:
    """The key by which others could come."""
    return "names" if web.names else "proxies" if web.proxies else f"host: {web.host}"


def _visitor(desk: Desk, hashed: bytes, noted: dict[int, datetime]) -> Visitor | None:
    """Whose token of the store it is; that it was used is `noted` once a minute, and nobody waits for that.

    Raises Expired.
    """
    token = desk.read(access.find_token, hashed)
    if token is None:
        return None
    if token.expires_at is not None and not token.serves(desk.now()):
        raise Expired(token.expires_at)
    now, last = desk.now(), noted.get(token.id) or token.used_at
    if last is None or now - last >= access.USED_EVERY:
        noted[token.id] = now
        desk.db.later(access.token_used, token.id, now)
    return Visitor(token.name, token.scope)


@asynccontextmanager
async def served(desk: Desk, web: WebShape, bounds: Bounds = BOUNDS) -> AsyncIterator[str]:
    """Serve while the context lasts; yields the address. Raises Unserved, having touched nothing.

    At its end answers under way have STOP_S; whoever still waits then is cut off.
    """
    rules = rules_of(web, desk)
    app: ASGIApp = build(desk, rules)
    listening = _bound(web)
    address = _shown(web, listening)
    current_default_thread_limiter().total_tokens = THREADS
    config = uvicorn.Config(
        app,
        http=partial(Connection, replace(bounds, proxies=rules.proxies)),  # type: ignore[arg-type]
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        proxy_headers=False,  # the Door reads them
        server_header=False,
        timeout_keep_alive=KEEP_S,
        timeout_graceful_shutdown=STOP_S,
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve([listening]))
    listens = asyncio.create_task(server.listens.wait())
    try:
        await asyncio.wait({task, listens}, return_when=asyncio.FIRST_COMPLETED)
        if not listens.done():
            raise Unserved(f"web: the server at {address} ended before it listened; the log says why")
        desk.count_behind()  # the first look at a large store need not wait for it
        yield address
    finally:
        server.should_exit = True
        listens.cancel()
        try:
            await task
        except Exception as err:
            log.error("the web server failed", exc_info=err)
        listening.close()
        await run_in_threadpool(desk.rest, STOP_S)


def _bound(web: WebShape) -> socket.socket:
    try:
        found = socket.getaddrinfo(web.host, web.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError):
        raise Unserved(f"web: host: {web.host!r} is no address of this machine; write 127.0.0.1") from None
    family, kind, protocol, _, address = min(found, key=lambda each: each[0] != socket.AF_INET)
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(BACKLOG)
    except OSError as err:
        made.close()
        raise Unserved(_why(web, err)) from None
    made.setblocking(False)
    return made


def _why(web: WebShape, err: OSError) -> str:
    if err.errno == errno.EADDRINUSE:
        return (
            f"web: port: {web.port} of {web.host} is taken by another program; choose another port, or --port"
        )
    if err.errno == errno.EACCES:
        return f"web: port: {web.port} is for the system's own; choose one above 1023"
    if err.errno == errno.EADDRNOTAVAIL:
        return f"web: host: {web.host} is no address of this machine; write 127.0.0.1"
    return f"web: {web.host} port {web.port} cannot be listened on: {err.strerror}"


def _shown(web: WebShape, listening: socket.socket) -> str:
    """The address as a browser takes it."""
    host = f"[{web.host}]" if ":" in web.host else web.host
    return f"http://{host}:{listening.getsockname()[1]}/"
