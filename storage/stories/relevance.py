"""Hits of a query → those that are most about it first.

BM25 over what the query wants, counted in our own tokens: the same order on every database. How rare a word is, is
seen among the hits themselves. Reading a text for it takes half a millisecond, so that the newest hits alone are
weighed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from sqlalchemy import Connection

from storage.search.asked import Query
from storage.search.matching import placed, spans
from storage.search.query import wanted_words
from storage.stories.lists import StoredArticle, list_articles
from storage.text.tokens import MAX_TITLE, tokens

WEIGHED = 1_000  # the newest hits, of which the best are given
TITLE = 5  # so many times a word counts that stands in the title
_SATURATED, _LENGTH = 1.2, 0.75  # BM25's k1 and b

Counts = tuple[list[int], int]  # how often each wanted leaf stands there, and how long the text is


def most_relevant(conn: Connection, query: Query, limit: int | None) -> list[StoredArticle]:
    """The best of the newest WEIGHED hits, with their texts; the newer of two that are equal first."""
    found = list_articles(conn, full=True, limit=WEIGHED, query=query)
    scores = _scores([_counts(query, one.article.title, one.article.text) for one in found])
    order = sorted(range(len(found)), key=lambda at: -scores[at])
    return [found[at] for at in order[:limit]]


def _counts(query: Query, title: str, text: str) -> Counts:
    head, body = tokens(title, MAX_TITLE), tokens(text)
    places = placed(head), placed(body)
    often = []
    for leaf in wanted_words(query.root):
        in_title = sum(1 for _ in spans(leaf, places[0]))
        in_text = 0 if leaf.title else sum(1 for _ in spans(leaf, places[1]))
        often.append(TITLE * in_title + in_text)
    return often, len(head) + len(body)


def _scores(counted: Sequence[Counts]) -> list[float]:
    mean = sum(length for _, length in counted) / max(1, len(counted)) or 1
    leaves = len(counted[0][0]) if counted else 0
    holders = [sum(1 for often, _ in counted if often[leaf]) for leaf in range(leaves)]
    rare = [math.log(1 + (len(counted) - held + 0.5) / (held + 0.5)) for held in holders]
    return [
        sum(
            rare[leaf] * n / (n + _SATURATED * (1 - _LENGTH + _LENGTH * length / mean))
            for leaf, n in enumerate(often)
        )
        for often, length in counted
    ]
