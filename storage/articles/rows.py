"""An article → its rows: a new one in its story, or the next version of one that is known.

    add:    look copies up → judge ─exact, of its own host, or from where its source moved→ known already
                                └→ story → article, version, words, fingerprint, anchors ─proves two to be one→ join
    change: the text before → its version; the text now → its place

For storage.articles.save, in whose transaction all of this happens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from storage import schema
from storage.articles.revisits import stands
from storage.engine.prepared import Prepared
from storage.records import Article, Fingerprint, Neighbour, Relation, Verdict
from storage.search import fulltext
from storage.stories.copies import Candidates, look_up, remember, renew
from storage.stories.joins import join, joinable
from storage.stories.lists import PLAIN, TOLD
from storage.stories.totals import count_at
from storage.stories.translations import Lookup, keep_anchors, look_for
from storage.text.clean import host_of

Judge = Callable[[Fingerprint, Sequence[Neighbour]], Verdict]
# the fingerprint, those that share anchors, how many articles hold each of these, of what it is a copy
Translated = Callable[[Fingerprint, Sequence[Neighbour], Mapping[int, int], Verdict], Verdict]
LONGER = 1.25  # than the text it copies: it may be what that was cut from, and what others translated
FIRST_COPIES = 2  # of a story; later ones tell nothing that these did not
BESIDE = 25  # entries on either side of an article's own: what its document announced with it
LEAST = 3  # of them that have the host: of fewer, as with an article that papers of one house share, no site has moved
SAME, AS_LONG = 0.95, 0.97  # so much of one text in the other, of such lengths: what was found by that is all

_A, _E, _M, _S, _V = (
    schema.articles,
    schema.entries,
    schema.mentions,
    schema.stories,
    schema.versions,
)

_open_story = Prepared(insert(_S), ["opened_at"], _S.c.id)
_insert_article = Prepared(insert(_A), [c.name for c in _A.c if c.name != "id"], _A.c.id)
_same_article = Prepared(
    select(_A.c.id, _A.c.story_id, _A.c.removed_at, _A.c.host, _A.c.url, _A.c.key_hash).where(
        or_(_A.c.host == bindparam("host"), _A.c.source_id == bindparam("source")),
        *(_A.c.id == bindparam("copy"), _A.c.title == bindparam("title")),
        *(_A.c.published_at == bindparam("at"), _A.c.announced == bindparam("announced")),
    )
)
_insert_version = Prepared(insert(_V), ["article_id", "version", "stored_at"])


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving came to."""

    outcome: Literal["created", "known", "updated"]
    article_id: int
    story_id: int
    mention_ids: tuple[int, ...] = ()  # those that were not in the stream before
    relation: Relation = "original"
    copy_of: int | None = None


@dataclass(frozen=True, slots=True)
class New:
    """An article that is to be stored, with what its rows hold beside it."""

    article: Article
    digest: bytes  # of the identity of its address
    fingerprint: Fingerprint
    source_id: str
    announced: bool  # its page was not read
    now: datetime
    outlet: str  # its site's name
    entry_id: int | None  # what announced it


def add(conn: Connection, new: New, judge: Judge, translated: Translated | None) -> Saved:
    """Store it in the story that it tells; nothing but its address where it is known under another one."""
    found = look_up(conn, new.fingerprint)
    verdict = judge(new.fingerprint, found.neighbours)
    if verdict.relation in ("exact", "near") and (same := _elsewhere(conn, verdict, new)):
        return _known(conn, same, new)
    told, of = Lookup(), _worth_telling(new.fingerprint, verdict, found)
    if translated is not None and (verdict.relation == "original" or of):
        told = look_for(conn, new.fingerprint, new.article.published_at, new.now)
        verdict = translated(new.fingerprint, (*of, *told.neighbours), told.holders, verdict)
    if of and new.fingerprint.length < LONGER * of[0].fingerprint.length:
        told = Lookup()  # what the copied text is found by is enough, and what many hold tells less
    return _insert(conn, new, joinable(conn, verdict), found, told)


def _worth_telling(fingerprint: Fingerprint, verdict: Verdict, found: Candidates) -> tuple[Neighbour, ...]:
    """The text that it copies, where it may be the copy that translations of the story are known by: one of the first."""
    if verdict.relation != "near" or verdict.joins:
        return ()
    of = next((n for n in found.neighbours if n.article_id == verdict.article_id), None)
    if of is None:
        return ()
    lengths = sorted((fingerprint.length, of.fingerprint.length))
    if verdict.similarity >= SAME and lengths[0] >= AS_LONG * lengths[1]:
        return ()
    return (of,) if sum(n.story_id == of.story_id for n in found.neighbours) <= FIRST_COPIES else ()


def _known(conn: Connection, same: Any, new: New) -> Saved:
    """Where it was taken away, or its site has moved, it stands at the new address from now on."""
    host = host_of(new.article.url)
    if not new.announced and (same.removed_at is not None or same.host != host):
        settle(conn, same.id, new.article, new.digest, new.outlet)
    if same.removed_at is not None and not new.announced:
        stands(conn, same.id, new.now)
    return Saved("known", same.id, same.story_id)


def settle(conn: Connection, article_id: int, at: Article, digest: bytes, outlet: str) -> None:
    """The article stands at the address of `at` from now on."""
    here = {"url": at.url, "canonical_url": at.canonical_url, "host": host_of(at.url), "key_hash": digest}
    conn.execute(update(_A).where(_A.c.id == article_id).values(here))
    conn.execute(update(_M).where(_M.c.article_id == article_id).values(outlet=outlet))


def _insert(conn: Connection, new: New, verdict: Verdict, found: Candidates, told: Lookup) -> Saved:
    """`found` and `told` are what its copies and its translations were looked up by: it stands there, too, from now on."""
    article, now, story_id = new.article, new.now, verdict.story_id
    if story_id is None:
        story_id = _open_story.add(conn, {"opened_at": now})
    article_id = _insert_article.add(conn, _row(new, verdict) | {"story_id": story_id})
    _insert_version.run(conn, {"article_id": article_id, "version": 1, "stored_at": now})
    fulltext.put(conn, {article_id: (article.title, article.summary, article.text)})
    remember(conn, article_id, new.fingerprint, verdict, found)
    keep_anchors(conn, article_id, told.free, told.blocks)
    if verdict.joins:
        join(conn, verdict.joins, story_id, article_id, now)
    count_at(conn, article_id)
    return Saved("created", article_id, story_id, (), verdict.relation, verdict.article_id)


def _row(new: New, verdict: Verdict) -> dict[str, Any]:
    return _values(new.article) | {
        "key_hash": new.digest,
        "source_id": new.source_id,
        "relation": verdict.relation,
        "similarity": verdict.similarity,
        "copy_of": verdict.article_id,
        "reasons": list(verdict.reasons) or None,
        "removed_at": None,
        "announced": new.announced,
        "version": 1,
        "stored_at": new.now,
        "updated_at": new.now,
    }


def _elsewhere(conn: Connection, verdict: Verdict, new: New) -> Any:
    """The row of the copy, where it is no copy but the same article under another address.

    Of its host (a slug that was edited, parameters in another order) with the same words; of another host, where their
    one source has moved there and the end of the address is the same. Where all behind the host is, its new look may
    have added a line. It has the title and the moment, too; without a moment nothing is sure.
    """
    article = new.article
    if not article.published_at:
        return None
    host = host_of(article.url)
    given = {
        "copy": verdict.article_id,
        "host": host,
        "source": new.source_id,
        "title": article.title,
        "at": article.published_at,
        "announced": new.announced,
    }
    for row in _same_article.rows(conn, given):
        own, other = _behind(row.url), _behind(article.url)
        exact = verdict.relation == "exact"
        last = exact and own.rpartition("/")[2] == other.rpartition("/")[2]
        same = exact if row.host == host else last or own == other
        if same and (row.host == host or _has_moved(conn, row, new)):
            return row
    return None


def _has_moved(conn: Connection, row: Any, new: New) -> bool:
    """Whether the document that announced the article told more of its host and nothing of the other, as it had before.

    Papers of one house share articles with their paths; where a source announces several of them, they stand beside
    each other in its document, or an article alone among those of others.
    """
    entry = _E.c.key_hash == new.digest if new.entry_id is None else _E.c.id == new.entry_id
    own = conn.execute(select(_E.c.id, _E.c.seen_at).where(entry)).first()
    before = conn.execute(select(_E.c.seen_at).where(_E.c.key_hash == row.key_hash)).scalar()
    if own is None or (before is not None and before >= own.seen_at):
        return False
    document = (_E.c.source_id == new.source_id, _E.c.seen_at == own.seen_at)
    near = _E.c.id.between(own.id - BESIDE, own.id + BESIDE)
    hosts = conn.execute(select(_E.c.host).where(near, *document)).scalars().all()
    return hosts.count(host_of(new.article.url)) >= LEAST and row.host not in hosts


def _behind(url: str) -> str:
    """An address without its scheme and host, and without a slash at its end."""
    return url.partition("://")[2].partition("/")[2].rstrip("/")


def change(
    conn: Connection,
    known: Any,
    article: Article,
    fingerprint: Fingerprint,
    now: datetime,
    correction: str | None,
) -> Saved:
    """Make `article` the next version. It stays in its story: what was told once was told."""
    past = (_V.c.article_id == known.id) & (_V.c.version == known.version)
    kept = {"title": known.title, "text": known.text, "summary": known.summary}
    conn.execute(update(_V).where(past).values(**kept))
    version = known.version + 1
    told = {"article_id": known.id, "version": version, "stored_at": now, "correction": correction}
    conn.execute(insert(_V).values(**told))
    changed = _values(article) | {"announced": False, "version": version, "updated_at": now}
    conn.execute(update(_A).where(_A.c.id == known.id).values(changed))
    before = (known.title, known.summary, known.text)
    fulltext.change(conn, known.id, before, (article.title, article.summary, article.text))
    renew(conn, known.id, fingerprint)
    return Saved("updated", known.id, known.story_id)


def _values(article: Article) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(article, name) for name in (*PLAIN, *TOLD, "text")}
    values["host"] = host_of(article.url)
    values["authors"], values["tags"] = list(article.authors), list(article.tags)
    for name in ("published", "modified"):
        moment = getattr(article, f"{name}_at")
        values[f"{name}_at"] = moment
        values[f"{name}_offset_min"] = moment and moment.utcoffset() // timedelta(minutes=1)
    return values
