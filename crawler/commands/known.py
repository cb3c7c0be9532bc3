"""The ids that a filter may name: a mistyped one is said, for what it finds would be nothing, and no answer.

So is what of sources.yaml the store does not know yet, for what is counted there is not what a person has just written.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NoReturn

import click
from sqlalchemy import select

from crawler.watched import TAKEN_UP, not_taken_up, owed_of
from storage import schema
from storage.database import Database

from .settings import EXIT_USAGE, Settings

if TYPE_CHECKING:
    from crawler.config import Config

_M, _S = schema.mentions, schema.sources
NAMED = 3  # ids named in a note
STRANGE = "none in common, so the store may be that of `demo` or of another sources.yaml (--config); if not, "
_LISTS = {"forum": "forumwatch forums", "source": "forumwatch sources list"}


def forum_ids(
    settings: Settings, db: Database, given: Sequence[str], *, told: bool = True
) -> tuple[str, ...]:
    """`given` as the store writes them, whatever their case; ends with exit 2 for one nobody watches or watched. `told`:
    that they are not looked for is said.
    """
    if not given:
        return ()
    known = _by_lower(db.read(lambda conn: conn.execute(select(_M.c.forum_id).distinct()).scalars().all()))
    if not all(name.lower() in known for name in given):
        from .crawl import checked_watchlist

        watchlist = checked_watchlist(settings.config())
        known = _by_lower(watchlist.forums) | known
        for name in given:
            if name.lower() not in known:
                unwatched = name.lower() in _by_lower(watchlist.known)
                refuse("forum", name, known, "known, but not in forums: watch:" if unwatched else "")
    found = tuple(known[name.lower()] for name in given)
    if told:
        tell_unlooked(settings, db, found)
    return found


def tell_unlooked(settings: Settings, db: Database, forum_ids: Sequence[str]) -> None:
    """Say which of these forums are looked for in nothing yet, or in nothing that was stored before: what is not found of
    them says nothing.
    """
    for said in (*unheeded(settings, db, forum_ids), *db.read(owed_of, forum_ids)):
        click.echo(f"note: not looked for: {said}", err=True)


def unheeded(settings: Settings, db: Database, forum_ids: Sequence[str] | None = None) -> tuple[str, ...]:
    """The sentence on forums, of those named or of all, that sources.yaml, where it was read, has written since those who
    crawl were started.
    """
    config = settings.known_config()
    if config is None:
        return ()
    of = [forum for forum in config.add if forum_ids is None or str(forum["id"]) in forum_ids]
    watch = config.watch if config.watch is None or forum_ids is None else [*{*config.watch} & {*forum_ids}]
    return db.read(not_taken_up, of, watch)


def check_source_id(settings: Settings, db: Database, given: str | None) -> None:
    """End with exit 2 for a source that is neither in the store nor in sources.yaml."""
    if given is None:
        return
    known: set[str] = set(db.read(lambda conn: conn.execute(select(_S.c.id)).scalars().all()))
    if given in known:
        return
    known |= {source.id for source in settings.config().sources}
    if given not in known:
        refuse("source", given, known)
    tell_unmet(db, (given,))


def tell_unmet(db: Database, source_ids: Sequence[str]) -> None:
    """Say which of these sources of sources.yaml the store has not met: that nothing of them is there says nothing."""
    met = db.read(lambda conn: conn.execute(select(_S.c.id).where(_S.c.id.in_(source_ids))).scalars().all())
    for name in dict.fromkeys(source_ids):
        if name not in met:
            click.echo(f"note: source {name} is not known to the store yet: {TAKEN_UP}", err=True)


def tell_difference(config: Config, stored: Collection[str]) -> None:
    """Say on stderr which sources only sources.yaml has, and which only the store, whose sources are polled and counted."""
    written, known = {source.id for source in config.sources}, set(stored)
    sides = (
        (sorted(written - known), f"written in {config.path}, but not known to the store yet"),
        (sorted(known - written), f"known to the store, but no longer written in {config.path}"),
    )
    then = TAKEN_UP if written & known or not known else STRANGE + TAKEN_UP
    for ids, what in sides:
        if ids:
            some = ", ".join(ids[:NAMED]) + (" …" if len(ids) > NAMED else "")
            sources = "1 source is" if len(ids) == 1 else f"{len(ids):,} sources are"
            click.echo(f"note: {sources} {what} ({some}): {then}", err=True)


def refuse(what: str, name: str, known: Collection[str], why: str = "") -> NoReturn:
    """Say that there is no such id, guess which was meant, and end with exit 2."""
    lower = _by_lower(known)
    near = [lower[like] for like in difflib.get_close_matches(name.lower(), lower, 2, 0.6)]
    said = why or (
        f"did you mean {' or '.join(near)}?" if near else f"`{_LISTS[what]}` tells which there are"
    )
    click.echo(f"no {what} {name!r}; {said}", err=True)
    raise SystemExit(EXIT_USAGE)


def _by_lower(ids: Collection[str]) -> dict[str, str]:
    return {name.lower(): name for name in ids}
