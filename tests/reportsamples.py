"""A store of which reports are made."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from storesamples import NOW, article, filler, mention, saving, source

from storage.database import Database
from storage.sources import state as sources

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def fill(db: Database) -> None:
    """Two texts of GDEC 2025, one told again by another outlet, one of WIC."""
    db.call(sources.sync, [source("a", country="TH"), replace(source("b"), kind="sitemap")], NOW)
    told = [
        ("http://x.example/1", "GDEC " + filler(1), "gdec", 2025, "a", NOW - 3 * DAY),
        ("http://y.example/1", "GDEC " + filler(1), "gdec", 2025, "b", NOW - 3 * DAY + timedelta(hours=5)),
        ("http://x.example/2", "GDEC " + filler(2), "gdec", 2025, "a", NOW - DAY),
        ("http://x.example/3", "WIC GDEC " + filler(3), "wic", None, "b", NOW),
    ]
    for url, words, forum, edition, by, at in told:
        made = article(url, words, language="en" if by == "a" else "th", published_at=at)
        db.call(saving(made, mention(made, "GDEC", forum, edition), source_id=by))
