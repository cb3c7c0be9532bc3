"""What `serve` and `run` share: where to listen, and the server. What serves is loaded when it is to serve."""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import datetime
from typing import Any

import click
from sqlalchemy import Connection

from crawler.config import Config
from crawler.config.models import WebShape
from crawler.flag import Watchlist
from crawler.sure import Ahead
from crawler.tally import Tally
from storage.database import Database

from .options import Whole


def web_options(function: Any) -> Any:
    """Where to listen, over what the configuration says."""
    port = Whole(0, 65_535)
    function = click.option("--port", type=port, help="Over web: port:; 0 takes a free one.")(function)
    return click.option("--host", metavar="ADDRESS", help="Over web: host:.")(function)


def web_of(config: Config, host: str | None, port: int | None) -> WebShape:
    """The configuration's web section with the options over it."""
    given = {"host": host, "port": port}
    return config.web.model_copy(update={name: value for name, value in given.items() if value is not None})


async def opened(
    stack: AsyncExitStack,
    config: Config,
    watchlist: Watchlist,
    db: Database,
    web: WebShape,
    tally: Tally | None = None,
) -> str:
    """Serve until the stack is left; returns the address. Raises Unserved."""
    from crawler.ahead import ahead_of_polled
    from crawler.web.desk import Desk
    from crawler.web.serving import served  # what serves takes half a second to load: a crawl need not pay it

    from .export import authority  # whose formats no crawl writes

    def ahead(conn: Connection, now: datetime) -> Ahead:
        return ahead_of_polled(conn, config, watchlist, now)

    desk = Desk(db, watchlist, tally, ahead=ahead, authority=authority(config))
    return await stack.enter_async_context(served(desk, web))
