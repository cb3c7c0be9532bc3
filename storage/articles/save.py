"""An article with all that follows from it → rows, in one transaction.

    find its address ─unknown→ candidates → judge → story → article, version, fingerprint ─┐
                     ─changed→ the old text into its version, the new one in its place ────┼→ mentions → page
                     ─same──→ nothing ─────────────────────────────────────────────────────┴→ entry read

Judging and writing happen in the writer's transaction, which no other writer enters: two workers that read
copies of one text at the same moment store one original and one copy. Running it again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select, update

from storage import schema
from storage.articles.archive import keep_page
from storage.articles.headlines import taken_up
from storage.articles.revisits import stands, watch
from storage.articles.rows import Judge, New, Saved, Translated, add, change, settle
from storage.engine.prepared import Prepared
from storage.mentions.candidates import put_candidates, replace_candidates
from storage.mentions.revisions import put_mentions
from storage.mentions.stream import about_mentions
from storage.records import Article, Candidate, Fingerprint, Mention, Page, Watch
from storage.stories.copies import candidates
from storage.stories.lists import PLAIN, StoredArticle, StoredStory, list_articles, list_stories
from storage.stories.translations import renew_anchors
from storage.text.clean import host_of, is_storable, key_hash, storable

__all__ = [
    "Saved",
    "StoredArticle",
    "StoredStory",
    "candidates",
    "list_articles",
    "list_stories",
    "save_article",
]

# text before, text now → the words by which it says that it corrects
Corrects = Callable[[str, str], str | None]
AnchorKeys = Callable[[bytes, str | None], Sequence[int]]  # packed anchors, language → the keys of that text

_A, _E, _F = schema.articles, schema.entries, schema.fingerprints

_own_key = select(_E.c.key_hash).where(_E.c.id == bindparam("entry")).scalar_subquery()
_led_to = select(_E.c.article_id).where(_E.c.key_hash == bindparam("key")).scalar_subquery()
_before = (_A.c.id, _A.c.story_id, _A.c.version, _A.c.title, _A.c.text, _A.c.summary, _A.c.language)
_state = (_A.c.announced, _A.c.removed_at)
_at_address = or_(_A.c.key_hash == bindparam("key"), _A.c.id == _led_to, _A.c.key_hash == _own_key)
_known = Prepared(select(*_before, *_state, _A.c.key_hash, _led_to.label("led_to")).where(_at_address))
_mark_read = Prepared(
    update(_E)
    .where(_E.c.id == bindparam("entry"))
    .values(
        state="read", article_id=bindparam("article"), message=None, leased_by=None, wake_at=None, begun=0
    )
)


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
    watched: Container[str] | None = None,
) -> Saved:
    """Store `article` under `key`, the identity of its address, and mark the entry that led to it as read.

    An address that is known already, under `key` or under the entry's own, is never stored twice: with the
    same words it is "known", with others it becomes the article's next version, whose mentions take the
    place of the old ones' (see storage.mentions.stream). So it is where its headline was told at another address.

    * `page`: kept with the version that was read out of it.
    * `announced`: the page was not read. It adds nothing to a known address; the first reading replaces it.
    * `candidates`: events that it names, counted for its `site`, the outlet (by default the address's host).
    * `again`: the id of the article whose page was looked at; this is its next version, whatever address it declares.
    * `look`: when its page is looked at again, if at all.
    * `corrects`: finds the words by which a new version says that it corrects the one before.
    * `translated`: judges a text that is no copy among those that may tell the same in another language.
    * `anchor_keys`: by which keys the text before an edit was found there.
    * `watched`: the forums that it was searched for, by default all; what was told of others stands.
    """
    article = cleaned(article)
    known = _find(conn, key_hash(key), entry_id) if again is None else _again(conn, again)
    if known is None and mentions and entry_id is not None and not announced:
        told = taken_up(conn, source_id, entry_id, key_hash(key))
        known = None if told is None else _again(conn, told)
    correction = None
    if known is None:
        outlet = site or host_of(article.url)
        new = New(article, key_hash(key), fingerprint, source_id, announced, now, outlet, entry_id)
        saved = add(conn, new, judge, translated)
    elif announced or (not known.announced and _same_words(conn, known, article, fingerprint)):
        saved = Saved("known", known.id, known.story_id)
    else:
        correction = storable(corrects(known.text, article.text))
        renew_anchors(conn, known.id, fingerprint, lambda packed: anchor_keys(packed, known.language), now)
        saved = change(conn, known, article, fingerprint, now, correction)
    if known is not None and known.removed_at is not None and not announced:
        stands(conn, known.id, now)
    if saved.outcome != "known":
        version = 1 if known is None else known.version + 1
        outlet = site or host_of(article.url)
        about = about_mentions(conn, saved.article_id, outlet) if mentions else {}
        fresh = put_mentions(conn, saved.article_id, version, mentions, now, about, correction, watched)
        if look is not None:
            watch(conn, saved.article_id, look)
        put = put_candidates if version == 1 else replace_candidates
        put(conn, saved.article_id, outlet, candidates, now)
        saved = replace(saved, mention_ids=fresh)
        if page is not None:
            keep_page(conn, saved.article_id, version, page)
    if entry_id is not None:
        _mark_read.run(conn, {"entry": entry_id, "article": saved.article_id})
    return saved


def moved(conn: Connection, article_id: int, at: Article, key: str, site: str) -> bool:
    """Have the article stand at the address of `at`, whose identity is `key`; False where another article is there.

    It is looked at there from then on: what leads from the old address need not do so for good.
    """
    digest = key_hash(key)
    led_to = select(_E.c.article_id).where(_E.c.key_hash == digest)
    there = or_(_A.c.key_hash == digest, _A.c.id.in_(led_to))
    if conn.execute(select(_A.c.id).where(there, _A.c.id != article_id).limit(1)).first():
        return False
    settle(conn, article_id, cleaned(at), digest, site)
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
    return conn.execute(select(*_before, *_state).where(_A.c.id == article_id)).one()


def _same_words(conn: Connection, known: Any, article: Article, fingerprint: Fingerprint) -> bool:
    """Whether the stored title and text say the same, whatever their spaces, case and punctuation."""
    if (known.title, known.text) == (article.title, article.text):
        return True
    if known.title != article.title:
        return False
    query = select(_F.c.text_hash).where(_F.c.article_id == known.id)
    return bool(conn.execute(query).scalar() == fingerprint.text_hash)
