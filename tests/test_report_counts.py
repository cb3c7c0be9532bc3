"""Reports say what a plain look at each row of the store says, whatever is in it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from storesamples import NOW, article, filler, mention, saving, source

from storage import schema
from storage.database import Database
from storage.mentions import triage
from storage.reports import counts, volumes
from storage.reports import standing as reports
from storage.reports.coverage import coverage
from storage.reports.volumes import Scope
from storage.sources import state as sources
from storage.sources import statuses

DAY = timedelta(days=1)
BY = ("a", "b", "c", "d")  # two of them feeds
FORUMS = ("gdec", "wic", "mwc")
_M, _A, _S = schema.mentions, schema.articles, schema.sources
Key = Callable[[Any], Any]


def fill(db: Database, chance: random.Random) -> None:
    """Texts told by one outlet or several, some credited, of several forums and editions, judged, gone, told long ago."""
    kinds = ("feed", "sitemap", "feed", "listing")
    told = [replace(source(by, country=by.upper()), kind=kind) for by, kind in zip(BY, kinds, strict=True)]
    db.call(sources.sync, told, NOW)
    for number in range(60):
        words = "GDEC WIC MWC " + filler(chance.randrange(25))
        host, at = chance.choice("xyz"), NOW - chance.randrange(20) * DAY
        made = article(f"http://{host}.example/{number}", words, published_at=at)
        made = replace(
            made, language=chance.choice(("en", "th", None)), credit=chance.choice((None, "Xinhua"))
        )
        said = [
            mention(made, forum.upper(), forum, edition, chance.choice(("main", "passing")))
            for forum in chance.sample(FORUMS, chance.randrange(3))
            for edition in chance.sample((None, 2025, 2026), chance.randint(1, 2))
        ]
        db.call(saving(made, *said, source_id=chance.choice(BY)))
    ids = db.read(lambda conn: conn.execute(select(_M.c.id).order_by(_M.c.id)).scalars().all())
    for each in ids:
        if chance.random() < 0.2:
            verdict, reason = chance.choice((("confirmed", None), ("rejected", "duplicate")))
            db.call(triage.triage, each, verdict, by="ana", now=NOW, reason=reason)
        elif chance.random() < 0.1:
            gone = schema.mentions.update().where(_M.c.id == each).values(gone_at=NOW)
            db.call(lambda conn, gone=gone: conn.execute(gone) and None)


def looked_at(db: Database) -> list[Any]:
    """Every mention that stands and that nobody rejected, with its article and source, row by row."""
    wide = select(_M, _A.c.credit, _S.c.kind, _S.c.country)
    joined = wide.join(_A, _A.c.id == _M.c.article_id).join(_S, _S.c.id == _M.c.source_id)
    rows = db.read(lambda conn: conn.execute(joined).all())
    return [row for row in rows if row.gone_at is None and row.triage != "rejected"]


def by(rows: Iterable[Any], key: Key) -> dict[Any, tuple[int, int, int, int]]:
    """Mentions, articles, texts and outlets of each key."""
    found: defaultdict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return {
        name: (
            len(of),
            *(len({row[column] for row in of}) for column in ("article_id", "story_id", "outlet")),
        )
        for name, of in ((name, [row._mapping for row in of]) for name, of in found.items())
    }


def origin(row: Any) -> str:
    if row.relation == "original":
        return "wire" if row.credit else "original"
    return "translation" if row.relation == "translated" else "copy"


KEYS: dict[str, Key] = {
    "edition": lambda row: f"{row.forum_id} {row.edition or '-'}",
    "forum": lambda row: row.forum_id,
    "source": lambda row: row.source_id,
    "origin": origin,
    **{
        name: lambda row, name=name: getattr(row, name) for name in ("language", "outlet", "role", "relation")
    },
    "country": lambda row: row.country,
}


def test_reports_count_what_a_look_at_each_row_counts(database):
    assert KEYS.keys() == volumes.KEYS.keys()
    fill(database, random.Random(1))
    rows = looked_at(database)
    wrong: list[Any] = []
    for scope in (
        Scope(NOW - 99 * DAY, NOW + DAY),
        Scope(NOW - 9 * DAY, NOW - 2 * DAY),
        Scope(NOW - 30 * DAY, NOW, ("wic",)),
    ):
        inside = [row for row in rows if scope.since <= row.told_at < scope.until]
        inside = [row for row in inside if not scope.forum or row.forum_id in scope.forum]
        assert len(inside) > 9
        for name, key in KEYS.items():
            found = database.read(volumes.volumes, name, scope)
            told = {v.key: (v.mentions, v.articles, v.texts, v.outlets) for v in found}
            if told != by(inside, key):
                wrong.append((scope, name, told))
        heard = database.read(coverage, scope, NOW)
        if texts_and_outlets(heard) != channels(inside):
            wrong.append((scope, heard))
    assert not wrong


def texts_and_outlets(heard: Any) -> list[int]:
    ways = ("feeds", "pages", "both")
    return [
        *(getattr(heard, f"{what}_{way}") for what in ("texts", "round") for way in ways),
        heard.outlets_feeds,
        heard.outlets_pages,
    ]


def channels(rows: list[Any]) -> list[int]:
    """Texts by the ways that they came, those of them that go round, and outlets."""
    fed, paged = ([row for row in rows if (row.kind == "feed") is by_feed] for by_feed in (True, False))
    feeds, pages = ({row.story_id for row in of} for of in (fed, paged))
    goes = {row.story_id for row in rows if row.credit}
    texts = [feeds, pages, feeds & pages]
    outlets = [len({row.outlet for row in of}) for of in (fed, paged)]
    return [*map(len, texts), *(len(of & goes) for of in texts), *outlets]


def test_forums_and_sources_count_what_a_look_at_each_row_counts(database):
    fill(database, random.Random(2))
    rows = looked_at(database)
    found = database.read(counts.forum_counts)
    assert {f.forum_id: (f.mentions, f.articles, f.texts, f.outlets) for f in found} == by(
        rows, KEYS["forum"]
    )
    editions = {
        (f.forum_id, e.edition): (e.mentions, e.mentions, e.texts, e.outlets)
        for f in found
        for e in f.editions
    }
    assert editions == by(rows, lambda row: (row.forum_id, row.edition or None))
    listed = {s.source_id: s.mentions for s in database.read(statuses.statuses, NOW) if s.mentions}
    assert listed == {name: of[0] for name, of in by(rows, KEYS["source"]).items()}
    told = database.read(reports.status, NOW)
    assert told.mentions == len(rows)
    roles = {name: of[0] for name, of in by(rows, KEYS["role"]).items()}
    assert roles == {"main": told.mentions_main, "passing": told.mentions_passing}
