"""What sites said in robots.txt, kept so that a start need not ask a hundred thousand hosts again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, insert, select

from storage import schema
from storage.engine.prepared import Prepared
from storage.text.clean import host_of, storable

KEPT_FOR = timedelta(days=29)  # past `until`, for a site whose robots.txt cannot be had for a while

_R = schema.robots
_NAMES = ("key", "token", "rules", "delay_s", "until")
_CHUNK = 500  # keys of one question; SQLite allows 32,766
_find = select(_R.c.key, _R.c.rules, _R.c.delay_s, _R.c.until).where(
    _R.c.key.in_(bindparam("keys", expanding=True)), _R.c.token == bindparam("token")
)
_forget = Prepared(delete(_R).where(_R.c.key == bindparam("key")))
_keep = Prepared(insert(_R), _NAMES)


@dataclass(frozen=True, slots=True)
class KeptRules:
    """The rules of one origin for one program."""

    rules: str
    delay_s: float
    until: datetime  # to be asked again then


def find_rules(conn: Connection, keys: Sequence[str], token: str) -> dict[str, KeptRules]:
    """What is kept under each of `keys` for the program called `token`, also what has expired."""
    asked = {storable(key): key for key in keys}
    stored, found = list(asked), dict[str, KeptRules]()
    for start in range(0, len(stored), _CHUNK):
        some = {"keys": stored[start : start + _CHUNK], "token": token}
        found |= {asked[key]: KeptRules(*said) for key, *said in conn.execute(_find, some)}
    return found


def crawl_delays(conn: Connection, token: str, above_s: float) -> dict[str, float]:
    """The Crawl-delay, in seconds, of each host that asked the program called `token` for more than `above_s`."""
    slow = select(_R.c.key, _R.c.delay_s).where(_R.c.token == token, _R.c.delay_s > above_s)
    found: dict[str, float] = {}
    for key, delay_s in conn.execute(slow):
        host = host_of(key.partition(" ")[0])  # the proxy behind it
        found[host] = max(delay_s, found.get(host, 0.0))
    return found


def save_rules(conn: Connection, token: str, kept: Iterable[tuple[str, KeptRules]]) -> None:
    """Keep these rules by their keys, in the place of what was kept there."""
    rows = [
        {
            "key": storable(key),
            "token": token,
            "rules": storable(said.rules),
            "delay_s": said.delay_s,
            "until": said.until,
        }
        for key, said in kept
    ]
    if rows:
        _forget.run(conn, *({"key": row["key"]} for row in rows))
        _keep.run(conn, *rows)


def prune_rules(conn: Connection, now: datetime) -> int:
    """Forget what expired long ago; returns how many."""
    return conn.execute(delete(_R).where(_R.c.until < now - KEPT_FOR)).rowcount
