"""The index of the articles' words, made of our own tokens: what differs between SQLite and PostgreSQL in it.

SQLite: an FTS5 table that keeps no text; its tokenizer `ascii` takes what stands between two spaces as it is.
PostgreSQL: a row of tsvector for each article, written out by us, with a GIN index. A tsvector knows no more than
255 places of a word and none behind 16,383: an article beyond that is `cut`, its words are kept without places,
and what of it may be a hit is proved by its text (storage.search.matching). The GIN index holds of each row also the blocks
of articles in which it stands: with the blocks of a span it is asked for that span's hits, and goes through those of
its frequent words only there. And it holds the pairs of words that stand together, as numbers that pairs share: of a
hundred rows that have the words of a phrase apart it gives a few, and only these are read. A row stands whole on its
page where it fits: what is longer than 2 KB PostgreSQL would else pack and keep in pieces elsewhere, which takes a
third of the time of storing it, and to read it there twice as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Boolean, Connection, bindparam, cast, column, insert, select, table, text

from storage import schema
from storage.engine.prepared import Prepared
from storage.engine.statements import TSVECTOR
from storage.search.matching import placed
from storage.text.tokens import MAX_TITLE, joined, tokens

NAME = "article_words"
FILLED = 500  # articles indexed between two signs of life
MOST_PLACES = 255  # of one word, in a tsvector
LAST_PLACE = 16_382
WHOLE = 8_160  # bytes of a row that stands on its page: as many as there can be
_GAP = 2  # places between two fields: no phrase leads from one to the other

_A = schema.articles
_MAKE = {
    "sqlite": f"CREATE VIRTUAL TABLE {NAME} USING fts5(title, summary, text, content='', tokenize='ascii')",
    "postgresql": f"CREATE TABLE {NAME} (article_id BIGINT CONSTRAINT pk_{NAME} PRIMARY KEY, cut BOOLEAN NOT NULL, "
    f"tokens TSVECTOR NOT NULL, CONSTRAINT fk_{NAME}_article_id FOREIGN KEY (article_id) "
    f"REFERENCES articles (id) ON DELETE CASCADE) WITH (toast_tuple_target = {WHOLE})",
}
FINE, COARSE = 12, 16  # bits of an article's number that tell its place in its two blocks
BLOCKS = f"ARRAY[{{0}}article_id >> {FINE}, -1 - ({{0}}article_id >> {COARSE})]"  # {0}: whose column
PAIRS = "word_pairs({0}tokens)"  # likewise
MASK = "& 32767"  # of a pair's number, as many as a smallint has from 0 on: fewer tell less of long texts
ANY_PAIR = -1  # of a row without places: it may have every pair
# In PL/pgSQL, which plans it once and not for each statement. hashtext is the hash of PostgreSQL's own indexes of texts:
# where a later version has another, REINDEX is asked for, as for these.
PAIRING = f"""
CREATE OR REPLACE FUNCTION word_pairs(tsvector) RETURNS smallint[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
DECLARE found smallint[];
BEGIN
  SELECT array_agg(pair) INTO found FROM (
    SELECT CASE place - lag(place) OVER w WHEN 1 THEN ((hash # 3 * lag(hash) OVER w) {MASK})::smallint END AS pair
    FROM (SELECT hashtext(lexeme)::bigint AS hash, unnest(positions) AS place FROM unnest($1)) AS said
    WINDOW w AS (ORDER BY place)
  ) AS neighbours WHERE pair IS NOT NULL;
  RETURN coalesce(found, '{{{ANY_PAIR}}}');
END $$"""
# the same number, of a first word and a second one: a hundredth of what the function takes for a query
PAIR = f"((hashtext({{1}})::bigint # 3 * hashtext({{0}})::bigint) {MASK})::smallint"
# What is asked of the columns is looked up in their order: the pairs, which are rare, lead to the few rows of which
# the words, which are not, are asked. The other way round a phrase of Chinese takes a third longer.
GIN = f"""{PAIRING};
CREATE INDEX IF NOT EXISTS ix_{NAME}_pairs ON {NAME} USING gin (({PAIRS.format("")}), ({BLOCKS.format("")}), tokens);
ALTER INDEX ix_{NAME}_pairs ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX ix_{NAME}_pairs ALTER COLUMN 2 SET STATISTICS 0"""  # else each ANALYZE makes the pairs of 30,000 rows
_SQLITE = ("rowid", "title", "summary", "text")
_POSTGRESQL = ("article_id", "cut", "tokens")
_PUT = {
    "sqlite": Prepared(insert(table(NAME, *map(column, _SQLITE))), _SQLITE),
    "postgresql": Prepared(
        insert(table(NAME, *map(column, _POSTGRESQL))).values(
            article_id=bindparam("article_id"),
            cut=bindparam("cut", type_=Boolean),
            tokens=cast(bindparam("tokens"), TSVECTOR),
        )
    ),
}
_TAKE = f"INSERT INTO {NAME} ({NAME}, rowid, title, summary, text) VALUES ('delete', ?, ?, ?, ?)"
_CHANGE = f"UPDATE {NAME} SET cut = %s, tokens = %s::tsvector WHERE article_id = %s"
_LACKING = {
    "sqlite": f"SELECT a.id FROM articles a LEFT JOIN {NAME}_docsize d ON d.id = a.id WHERE d.id IS NULL",
    "postgresql": f"SELECT a.id FROM articles a LEFT JOIN {NAME} w ON w.article_id = a.id WHERE w.article_id IS NULL",
}

Words = tuple[str, str | None, str]  # an article's title, summary and text
Told = Callable[[int, int], None]  # articles indexed, of how many


def make(conn: Connection, told: Told | None = None) -> None:
    """Make the index, with every article that is stored in it, a bounded number of them at a time."""
    conn.execute(text(_MAKE[conn.dialect.name]))
    fill(conn, told)
    if conn.dialect.name == "postgresql":
        conn.execute(text(GIN))  # after the rows: in a tenth of the time that it takes to grow with them


def prove_free(conn: Connection) -> None:
    """Take the lock that the end of a rebuilding needs, and let it go: who holds the table is met before the work."""
    with conn.begin_nested() as point:
        conn.execute(text(f"LOCK TABLE {NAME} IN ACCESS EXCLUSIVE MODE"))
        point.rollback()


def put(conn: Connection, articles: Mapping[int, Words]) -> None:
    """Index articles that are new, by their ids."""
    names = _SQLITE if conn.dialect.name == "sqlite" else _POSTGRESQL
    given = [
        dict(zip(names, (i, *row(conn.dialect.name, words)), strict=True)) for i, words in articles.items()
    ]
    _PUT[conn.dialect.name].run(conn, *given)


def change(conn: Connection, article_id: int, before: Words, words: Words) -> None:
    """Index an article anew whose words were `before`."""
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql(_TAKE, (article_id, *row(conn.dialect.name, before)))
        put(conn, {article_id: words})
    else:
        conn.exec_driver_sql(_CHANGE, (*row(conn.dialect.name, words), article_id))


def row(dialect: str, words: Words) -> tuple[Any, ...]:
    """What the index holds of an article: three columns of tokens on SQLite; `cut` and the tsvector on PostgreSQL."""
    title, summary, body = words
    if dialect == "sqlite":
        return joined(title, MAX_TITLE), joined(summary or "", MAX_TITLE), joined(body)
    return _vector((tokens(title, MAX_TITLE), tokens(summary or "", MAX_TITLE), tokens(body)))


def fill(conn: Connection, told: Told | None = None) -> None:
    """Index every article of the store, none of which is in the index yet."""
    total = conn.execute(text("SELECT count(*) FROM articles")).scalar() or 0
    done = 0
    for rows in _stored(conn):
        put(conn, {a.id: (a.title, a.summary, a.text) for a in rows})
        done += len(rows)
        if told:
            told(done, total)


def lacking(conn: Connection) -> list[str]:
    """The ids of articles that are not in the index."""
    return [str(i) for i in conn.execute(text(_LACKING[conn.dialect.name])).scalars()]


def _stored(conn: Connection) -> Iterator[Sequence[Any]]:
    last = 0
    query = select(_A.c.id, _A.c.title, _A.c.summary, _A.c.text).order_by(_A.c.id).limit(FILLED)
    while rows := conn.execute(query.where(_A.c.id > last)).all():
        yield rows
        last = rows[-1].id


def _vector(fields: tuple[list[str], ...]) -> tuple[bool, str]:
    """(whether the places had to be left out, the tsvector as PostgreSQL reads it); the title has weight A."""
    places: dict[str, list[str]] = {}
    at = 1
    for field, weight in zip(fields, ("A", "", ""), strict=True):
        for token, held in placed(field).items():
            places.setdefault(token, []).extend(f"{at + place}{weight}" for place in held)
        at += len(field) + _GAP
    if at > LAST_PLACE or max(map(len, places.values()), default=0) > MOST_PLACES:
        return True, " ".join(f"'{token}'" for token in places)
    return False, " ".join(f"'{token}':{','.join(held)}" for token, held in places.items())
