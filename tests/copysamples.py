"""Texts, what becomes of them on other sites, and which of them are told to be copies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from dedupesamples import STORIES

from crawler.dedupe import fingerprint, judge, site
from storage.records import Article, Neighbour, Verdict

NOW = datetime(2026, 11, 1, tzinfo=UTC)
LEAST_SHARED = 2  # keys that the store asks for before it hands over a neighbour
LANGUAGES = sorted(STORIES)


def article(title: str, text: str, url: str = "https://a.example.com/1") -> Article:
    return Article(url, title, text)


def stored(number: int, of: Article, story_id: int | None = None) -> Neighbour:
    return Neighbour(number, story_id or number, None, site(of.url), NOW, fingerprint(of))


def verdict(new: Article, *old: Article) -> Verdict:
    """The judgement on `new` among `old`, as far as the store would find them."""
    print_ = fingerprint(new)
    neighbours = [stored(number, of) for number, of in enumerate(old, 1)]
    found = [
        n
        for n in neighbours
        if len(set(n.fingerprint.keys) & set(print_.keys)) >= LEAST_SHARED
        or n.fingerprint.text_hash == print_.text_hash
    ]
    return judge(print_, found, site=site(new.url))


def stories(articles: Iterable[Article]) -> int:
    """Into how many stories the articles fall, judged in their order."""
    kept: list[Neighbour] = []
    for number, new in enumerate(articles, 1):
        found = judge(fingerprint(new), kept, site=site(new.url))
        kept.append(stored(number, new, found.story_id))
    return len({neighbour.story_id for neighbour in kept})
