"""How many articles and stories there are: counted once, and beside that what has come since.

    save_article ─one in EVERY→ count_on ─→ totals (up to an id) ─┬→ total
                                            rows above that id ───┘

No row of these tables ever goes, and their ids are handed out in the order of commits, for there is one writer at
a time (see storage.engine.dialects): below the highest id that a transaction sees nothing will appear. What is counted in
a transaction that is rolled back is rolled back with it. A story that was joined into another is none any more.
"""

from __future__ import annotations

from sqlalchemy import Connection, Table, func, insert, select, update

from storage import schema

EVERY = 1_000  # articles: so many a reader counts one by one, in a millisecond

_N = schema.totals


def total(conn: Connection, table: Table) -> int:
    """How many rows `table` has, articles or stories."""
    known = select(_N.c.place, _N.c.number).where(_N.c.name == table.name)
    place, number = conn.execute(known).one_or_none() or (0, 0)
    above = select(func.count()).select_from(table).where(table.c.id > place)
    if table is schema.stories:
        above = above.where(schema.stories.c.joined_to.is_(None))
    return int(number + conn.execute(above).scalar_one())


def count_off(conn: Connection, table: Table, id_: int) -> None:
    """Count the row of that id no more, where it is counted already."""
    counted = (_N.c.name == table.name, _N.c.place >= id_)
    conn.execute(update(_N).where(*counted).values(number=_N.c.number - 1))


def count_at(conn: Connection, article_id: int) -> None:
    """Where the article that is stored just now is one in EVERY, count what has come since the last of them."""
    if article_id % EVERY == 0:
        count_on(conn)


def count_on(conn: Connection) -> None:
    """Count what has come since, in a writer's transaction."""
    for table in (schema.articles, schema.stories):
        number = total(conn, table)
        place = conn.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
        values = {"place": place, "number": number}
        if not conn.execute(update(_N).where(_N.c.name == table.name).values(values)).rowcount:
            conn.execute(insert(_N).values(name=table.name, **values))
