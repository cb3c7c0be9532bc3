"""An article with all that follows from it → rows, in one transaction.

    find its address ─unknown→ candidates → judge → story → article, version, fingerprint ─┐
                     ─changed→ the old text into its version, the new one in its place ────┼→ mentions → page
                     ─same──→ nothing ─────────────────────────────────────────────────────┴→ entry read

Judging and writing happen in the writer's transaction, which no other writer enters: two workers that read
copies of one text at the same moment store one original and one copy. Running it again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from storage import fulltext, schema
from storage.archive import keep_page
from storage.candidates import put_candidates, replace_candidates
from storage.clean import host_of, is_storable, key_hash, storable
from storage.copies import candidates, look_up, remember, renew
from storage.mentions import about_mentions
from storage.prepared import Prepared
from storage.records import Article, Candidate, Fingerprint, Mention, Neighbour, Page, Relation, Verdict
from storage.revisions import put_mentions
from storage.revisits import Watch, stands, watch
from storage.stories import PLAIN, TOLD, StoredArticle, StoredStory, list_articles, list_stories
from storage.totals import count_at
from storage.translations import Lookup, keep_anchors, look_for, renew_anchors

__all__ = [
    "Saved",
    "StoredArticle",
    "StoredStory",
    "candidates",
    "list_articles",
    "list_stories",
    "save_article",
]

Judge = Callable[[Fingerprint, Sequence[Neighbour]], Verdict]
# text before, text now → the words by which it says that it corrects
Corrects = Callable[[str, str], str | None]
Translated = Callable[[Fingerprint, Sequence[Neighbour], Mapping[int, int]], Verdict]
AnchorKeys = Callable[[bytes, str | None], Sequence[int]]  # packed anchors, language → the keys of that text

_A, _E, _S, _V, _F = schema.articles, schema.entries, schema.stories, schema.versions, schema.fingerprints

_own_key = select(_E.c.key_hash).where(_E.c.id == bindparam("entry")).scalar_subquery()
_led_to = select(_E.c.article_id).where(_E.c.key_hash == bindparam("key")).scalar_subquery()
_known = Prepared(
    select(
        *(_A.c.id, _A.c.story_id, _A.c.version, _A.c.title, _A.c.text, _A.c.summary, _A.c.key_hash),
        *(_A.c.language, _A.c.announced, _A.c.removed_at, _led_to.label("led_to")),
    ).where(or_(_A.c.key_hash == bindparam("key"), _A.c.id == _led_to, _A.c.key_hash == _own_key))
)
_looked_at = select(
    *(
        _A.c.id,
        _A.c.story_id,
        _A.c.version,
        _A.c.title,
        _A.c.text,
        _A.c.summary,
        _A.c.language,
        _A.c.announced,
        _A.c.removed_at,
    )
)
_open_story = Prepared(insert(_S), ["opened_at"], _S.c.id)
_insert_article = Prepared(insert(_A), [c.name for c in _A.c if c.name != "id"], _A.c.id)
_same_article = Prepared(
    select(_A.c.id, _A.c.story_id, _A.c.removed_at).where(
        *(_A.c.id == bindparam("copy"), _A.c.host == bindparam("host"), _A.c.title == bindparam("title")),
        *(_A.c.published_at == bindparam("at"), _A.c.announced == bindparam("announced")),
    )
)
_insert_version = Prepared(insert(_V), ["article_id", "version", "stored_at"])
_mark_read = Prepared(
    update(_E)
    .where(_E.c.id == bindparam("entry"))
    .values(
        state="read", article_id=bindparam("article"), message=None, leased_by=None, wake_at=None, begun=0
    )
)


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving came to."""

    outcome: Literal["created", "known", "updated"]
    article_id: int
    story_id: int
    mention_ids: tuple[int, ...] = ()  # those that were not in the stream before
    relation: Relation = "original"
    copy_of: int | None = None


def save_article(
    conn: Connection,
    *,
    article: Article,
    key: str,
    fingerprint: Fingerprint,
    mentions: Sequence[Mention],
    judge: Judge,
    source_id: str,
    entry_id: int | None,
    now: datetime,
    page: Page | None = None,
    announced: bool = False,
    candidates: Sequence[Candidate] = (),
    site: str | None = None,
    again: int | None = None,
    look: Watch | None = None,
    corrects: Corrects = lambda before, now: None,
    translated: Translated | None = None,
    anchor_keys: AnchorKeys = lambda packed, language: (),
) -> Saved:
    """Store `article` under `key`, the identity of its address, and mark the entry that led to it as read.

    An address that is known already, under `key` or under the entry's own, is never stored twice: with the
    same words it is "known", with others it becomes the article's next version, whose mentions take the
    place of the old ones' (see storage.mentions). A `page` is kept with the version that was read out of it.
    An article that is only `announced` adds nothing to a known address; the first reading replaces it.
    Events that it names as `candidates` are counted for its `site`, the outlet (by default the address's host).
    What was read in looking at the article of the id `again` is its next version, whatever address it declares now.
    Where it mentions a forum, its page is looked at again as `look` says. `corrects` finds the words by which a new
    version says that it corrects the one before.
    `translated` judges a text that is no copy among those that may tell the same in another language; `anchor_keys`
    tells by which keys the text before an edit was found there.
    """
    article = cleaned(article)
    known = _find(conn, key_hash(key), entry_id) if again is None else _again(conn, again)
    correction = None
    if known is None:
        saved = _create(
            conn, article, key_hash(key), fingerprint, (judge, translated), source_id, now, announced
        )
    elif announced or (not known.announced and _same_words(conn, known, article, fingerprint)):
        saved = Saved("known", known.id, known.story_id)
    else:
        correction = storable(corrects(known.text, article.text))
        renew_anchors(conn, known.id, fingerprint, lambda packed: anchor_keys(packed, known.language), now)
        saved = _update(conn, known, article, fingerprint, now, correction)
    if known is not None and known.removed_at is not None and not announced:
        stands(conn, known.id, now)
    if saved.outcome != "known":
        version = 1 if known is None else known.version + 1
        outlet = site or host_of(article.url)
        about = about_mentions(conn, saved.article_id, outlet) if mentions else {}
        fresh = put_mentions(conn, saved.article_id, version, mentions, now, about, correction)
        if mentions and look is not None:
            watch(conn, saved.article_id, look)
        put = put_candidates if version == 1 else replace_candidates
        put(conn, saved.article_id, outlet, candidates, now)
        saved = replace(saved, mention_ids=fresh)
        if page is not None:
            keep_page(conn, saved.article_id, version, page)
    if entry_id is not None:
        _mark_read.run(conn, {"entry": entry_id, "article": saved.article_id})
    return saved


def moved(conn: Connection, article_id: int, key: str) -> bool:
    """Have the article known by `key`, the identity of its new address; False where another article is there."""
    digest = key_hash(key)
    led_to = select(_E.c.article_id).where(_E.c.key_hash == digest)
    there = or_(_A.c.key_hash == digest, _A.c.id.in_(led_to))
    if conn.execute(select(_A.c.id).where(there, _A.c.id != article_id).limit(1)).first():
        return False
    conn.execute(update(_A).where(_A.c.id == article_id).values(key_hash=digest))
    return True


def cleaned(article: Article) -> Article:
    """`article` as any database can hold it; every offset into it stays right."""
    names = (*PLAIN, "text")
    told = [getattr(article, name) for name in names]
    if is_storable("".join([said for said in (*told, *article.authors, *article.tags) if said])):
        return article
    values: dict[str, Any] = dict(zip(names, map(storable, told), strict=True))
    authors, tags = tuple(map(storable, article.authors)), tuple(map(storable, article.tags))
    return replace(article, **values, authors=authors, tags=tags)


def _find(conn: Connection, digest: bytes, entry_id: int | None) -> Any:
    """The row of the article at that address, or at the address that the entry announced; None: a new one."""
    rows = _known.rows(conn, {"key": digest, "entry": entry_id})
    # at the address itself; where the address once led; at the address that the entry announced
    return min(rows, key=lambda row: (row.key_hash != digest, row.id != row.led_to), default=None)


def _again(conn: Connection, article_id: int) -> Any:
    return conn.execute(_looked_at.where(_A.c.id == article_id)).one()


def _same_words(conn: Connection, known: Any, article: Article, fingerprint: Fingerprint) -> bool:
    """Whether the stored title and text say the same, whatever their spaces, case and punctuation."""
    if (known.title, known.text) == (article.title, article.text):
        return True
    if known.title != article.title:
        return False
    query = select(_F.c.text_hash).where(_F.c.article_id == known.id)
    return bool(conn.execute(query).scalar() == fingerprint.text_hash)


def _create(
    conn: Connection,
    article: Article,
    digest: bytes,
    fingerprint: Fingerprint,
    judges: tuple[Judge, Translated | None],
    source_id: str,
    now: datetime,
    announced: bool,
) -> Saved:
    judge, translated = judges
    found = look_up(conn, fingerprint)
    verdict = judge(fingerprint, found.neighbours)
    if verdict.relation == "exact" and (same := _elsewhere(conn, verdict, article, announced)):
        if same.removed_at is not None and not announced:
            here = {"key_hash": digest, "url": article.url, "canonical_url": article.canonical_url}
            conn.execute(update(_A).where(_A.c.id == same.id).values(here))
            stands(conn, same.id, now)
        return Saved("known", same.id, same.story_id)
    told = Lookup()
    if verdict.relation == "original" and translated is not None:
        told = look_for(conn, fingerprint, article.published_at, now)
        verdict = translated(fingerprint, told.neighbours, told.holders)
    story_id = verdict.story_id
    if story_id is None:
        story_id = _open_story.add(conn, {"opened_at": now})
    row = _values(article) | {
        "key_hash": digest,
        "source_id": source_id,
        "story_id": story_id,
        "relation": verdict.relation,
        "similarity": verdict.similarity,
        "copy_of": verdict.article_id,
        "reasons": list(verdict.reasons) or None,
        "removed_at": None,
        "announced": announced,
        "version": 1,
        "stored_at": now,
        "updated_at": now,
    }
    article_id = _insert_article.add(conn, row)
    _insert_version.run(conn, {"article_id": article_id, "version": 1, "stored_at": now})
    fulltext.put(conn, {article_id: (article.title, article.summary, article.text)})
    remember(conn, article_id, fingerprint, verdict, found)
    keep_anchors(conn, article_id, told.free, told.blocks)
    count_at(conn, article_id)
    return Saved("created", article_id, story_id, (), verdict.relation, verdict.article_id)


def _elsewhere(conn: Connection, verdict: Verdict, article: Article, announced: bool) -> Any:
    """The row of the copy, where it is no copy but the same article under another address of its host: a slug that
    was edited, parameters in another order. It has the title and the moment, too; without a moment nothing is sure.
    """
    if not article.published_at:
        return None
    given = {
        "copy": verdict.article_id,
        "host": host_of(article.url),
        "title": article.title,
        "at": article.published_at,
        "announced": announced,
    }
    return next(iter(_same_article.rows(conn, given)), None)


def _update(
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
