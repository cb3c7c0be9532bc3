"""What the dashboard counts of a large store is counted again only as far as something has changed."""

from __future__ import annotations

import pytest
from storesamples import NOW, article, later, mention, saving, with_sources

from crawler import dedupe
from crawler.flag import load_watchlist
from crawler.web import kept
from crawler.web.desk import Desk
from crawler.web.saying import say
from crawler.web.security import Visitor
from storage.mentions import cursors
from storage.mentions.triage import triage
from storage.reports import counts
from storage.sources import statuses
from storage.sources.quality import falling


@pytest.fixture
def desk(database, monkeypatch) -> Desk:
    monkeypatch.setattr(kept, "SERVES_S", 0.0)
    monkeypatch.setattr(kept, "SHARE", 0)
    with_sources(database, "a")
    return Desk(database, load_watchlist(), now=lambda: NOW)


def counted(desk: Desk) -> dict[str, counts.ForumCount]:
    desk.count_behind()
    desk.rest(300)
    found = desk.forums()  # which begins the next count
    desk.rest(300)
    return found


def test_a_moment_is_another_after_each_commit_and_after_nothing_else(database):
    first = database.moment()
    assert database.moment() == first
    database.read(cursors.cursors)
    assert database.moment() == first
    database.call(cursors.advance, "press", 0, NOW)
    second = database.moment()
    assert second != first
    assert database.moment() == second


def test_forums_are_counted_again_where_something_happened_to_their_mentions(desk):
    one = article("http://a.example/1", "GDEC and WIC meet", title="One")
    two = article("http://b.example/2", "only WIC", title="Two")
    steps = {
        "found": saving(one, mention(one, "GDEC"), mention(one, "WIC", "wic")),
        "found again": saving(two, mention(two, "WIC", "wic")),
        "rejected": lambda conn: triage(conn, 3, "rejected", by="ana", now=NOW, reason="irrelevant"),
        "edited": saving(
            later(one, text="GDEC alone now"), mention(later(one, text="GDEC alone now"), "GDEC")
        ),
    }
    seen = []
    for name, step in steps.items():
        since = desk.read(counts.place)
        desk.db.call(step)
        fresh = {count.forum_id: count for count in desk.read(counts.forum_counts, dedupe.site)}
        assert counted(desk) == fresh, name
        seen.append((name, desk.read(counts.touched, since)))
    assert seen == [
        ("found", {"gdec", "wic"}),
        ("found again", {"wic"}),
        ("rejected", {"wic"}),
        ("edited", {"gdec", "wic"}),
    ]


def test_the_watch_and_its_sources_are_counted_with_what_they_share_counted_once(desk, monkeypatch):
    calls = []

    def counting(conn):
        calls.append(1)
        return falling(conn)

    monkeypatch.setattr(statuses, "falling", counting)
    monkeypatch.setattr(kept, "SERVES_S", 60.0)
    desk.count_behind()
    desk.rest(300)
    assert (len(calls), desk.status().sources, len(desk.sources())) == (1, 1, 1)
    desk.rest(300)


def test_who_rejects_a_mention_finds_one_less_everywhere_at_once(database):
    with_sources(database, "a")
    desk = Desk(database, load_watchlist(), now=lambda: NOW)
    one = article("http://a.example/1", "GDEC meets", title="One")
    database.call(saving(one, mention(one, "GDEC")))

    def told() -> tuple[int, int, int]:
        forum = desk.forums().get("gdec")
        return forum.mentions if forum else 0, desk.status().mentions, desk.sources()[0].mentions

    ana = Visitor("ana", "triage")
    assert told() == (1, 1, 1)
    say(desk, ana, 1, verdict="rejected", reason="irrelevant")
    assert told() == (0, 0, 0)
    say(desk, ana, 1, verdict="new")
    assert told() == (1, 1, 1)
