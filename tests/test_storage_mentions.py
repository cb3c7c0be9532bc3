"""The stream of mentions: nothing is skipped, nothing comes twice, whatever writers do."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import asdict
from datetime import timedelta

from storesamples import NOW, article, filler, later, mention, saving, write_on

from crawler.flag import find_mentions, load_watchlist
from crawler.rows import mention_row, plain
from storage import schema
from storage.database import Database
from storage.mentions import cursors, triage
from storage.mentions import stream as mentions
from storage.records import Evidence, Mention
from storage.reports import standing as reports
from storage.reports.counts import forum_counts


def put(
    db: Database, url: str, *said: tuple[str, int | None], text: str = "", days: int = 0, **values
) -> tuple:
    """Store an article that mentions these forums and editions; returns the ids of the new mentions."""
    made = article(url, text or "GDEC " + filler(sum(url.encode())), **values)
    call = saving(made, *(mention(made, "GDEC", forum, edition) for forum, edition in said))
    call.keywords["now"] = NOW + timedelta(days=days)
    return db.call(call).mention_ids


def stream(db: Database, after: int = 0, **filters) -> list[mentions.StoredMention]:
    return db.read(lambda conn: mentions.since(conn, after, **filters))


def places(db: Database) -> list[tuple[int, str, int | None]]:
    return [(m.position, m.mention.forum_id, m.mention.edition) for m in stream(db)]


def test_a_mention_comes_back_as_it_was_stored_with_the_head_of_its_article(db):
    made = article(text="GDEC 2025 " + filler(1), language="th", site_name="Outlet")
    said = Evidence("text", 0, 9, "GDEC 2025", "", " w", "name/1")
    stored = Mention("gdec", None, "substantial", 0.75, (said, said))
    (only,) = db.call(saving(made, stored)).mention_ids
    (found,) = stream(db)
    assert found.mention == stored
    assert (found.id, found.position, found.triage, found.found_at) == (only, 1, "new", NOW)
    assert (found.url, found.title, found.language, found.site_name) == (made.url, made.title, "th", "Outlet")
    assert (found.source_id, found.article_id, found.story_id) == ("a", 1, 1)


def test_a_mention_comes_back_with_the_facts_that_its_article_tells(db):
    text = (
        "The 2025 Global Digital Economy Conference opened in Beijing under the theme “城市 friendly” on July 2. "
        "President Ana Sample and 1,200 delegates came; an agreement worth €5 million was signed."
    )
    made = article(text=text, title="GDEC 2025 opens in Beijing", language="en", published_at=NOW)
    (flagged,) = find_mentions(made, load_watchlist())
    db.call(saving(made, flagged))
    (found,) = stream(db)
    assert found.mention == flagged
    assert [(fact.kind, fact.value) for fact in found.mention.facts] == [
        ("dates", "2025-07-02/2025-07-02"),
        ("place", "Beijing"),
        ("theme", "城市 friendly"),
        ("person", "Ana Sample"),
        ("participants", "1200"),
        ("agreement", "an agreement worth €5 million was signed"),
        ("amount", "EUR 5000000"),
    ]
    row = json.loads(json.dumps(mention_row(found), default=plain))
    assert row["facts"][6] == {
        "kind": "amount",
        "value": "EUR 5000000",
        "evidence": asdict(flagged.facts[6].evidence),
    }


def test_a_cursor_sees_each_mention_once(db):
    put(db, "http://a.example/1", ("gdec", 2025), ("wic", None))

    def ask() -> list[int]:
        def read(conn):
            return mentions.since(conn, cursors.position_of(conn, "me")), mentions.head(conn)

        found, head = db.read(read)
        db.call(cursors.advance, "me", head, NOW)
        return [m.position for m in found]

    assert ask() == [1, 2]
    assert ask() == []
    put(db, "http://a.example/2", ("gdec", 2024))
    assert ask() == [3]
    assert db.read(cursors.position_of, "somebody else") == 0


def test_a_cursor_never_goes_back_and_is_behind_what_stands_alone(db):
    for number in range(3):
        put(db, f"https://news.example/{number}", ("gdec", 2025))
    db.call(cursors.advance, "bot", 1, NOW)
    db.call(cursors.advance, "bot", 0, NOW)
    (bot,) = db.read(cursors.cursors)
    assert (bot.position, bot.behind) == (1, 2)
    put(db, "https://news.example/2", text="Nothing of it any more. " + filler(9), days=1)  # an edit
    (bot,) = db.read(cursors.cursors)
    assert (bot.position, bot.behind, len(stream(db, 1))) == (1, 1, 1)


def test_an_edit_keeps_the_place_and_triage_of_what_it_still_says(db):
    first = article(text="GDEC opened. " + filler(1))
    db.call(saving(first, mention(first, "GDEC")))
    confirmed = schema.mentions.update().values(triage="confirmed", note="seen")
    db.call(lambda conn: conn.execute(confirmed) and None)
    second = later(first, text="Yesterday GDEC opened. " + filler(2))
    updated = db.call(saving(second, mention(second, "GDEC", role="passing")))
    assert updated.mention_ids == ()
    (found,) = stream(db)
    assert (found.position, found.triage, found.mention.role) == (1, "confirmed", "passing")
    assert found.mention.evidence[0].start == 10
    assert db.read(reports.check) == []


def test_an_edit_adds_at_the_end_of_the_stream_and_takes_away_what_it_no_longer_says(db):
    first = article(text="GDEC WIC " + filler(1))
    db.call(saving(first, mention(first, "GDEC"), mention(first, "WIC", "wic", 2024)))
    put(db, "http://b.example/1", ("mwc", 2026))
    second = later(first, text="MWC WIC " + filler(2))
    updated = db.call(
        saving(second, mention(second, "WIC", "wic", 2024), mention(second, "MWC", "mwc", 2026))
    )
    assert len(updated.mention_ids) == 1
    assert places(db) == [(2, "wic", 2024), (3, "mwc", 2026), (4, "mwc", 2026)]
    counted = [(c.forum_id, [(e.edition, e.mentions) for e in c.editions]) for c in db.read(forum_counts)]
    assert counted == [("mwc", [(2026, 2)]), ("wic", [(2024, 1)])]
    assert db.read(reports.check) == []


def test_what_comes_back_is_news_even_to_a_reader_that_had_passed_its_old_place(db):
    said = article(text="GDEC " + filler(1))
    unsaid = later(said, text=filler(2))
    again = later(said, text="GDEC " + filler(3))
    (first,) = db.call(saving(said, mention(said, "GDEC"))).mention_ids
    db.call(saving(unsaid))
    assert places(db) == []
    assert db.read(mentions.head) == 1
    (back,) = db.call(saving(again, mention(again, "GDEC"))).mention_ids
    assert back == first
    assert places(db) == [(2, "gdec", 2025)]
    assert db.read(reports.check) == []


FILTERS = {
    "nothing asked": ({}, [1, 2, 3, 4]),
    "one forum": ({"forum": ("wic",)}, [2, 4]),
    "two forums": ({"forum": ("wic", "mwc")}, [2, 3, 4]),
    "an edition": ({"edition": 2025}, [1, 3]),
    "the series": ({"edition": 0}, [2]),
    "languages": ({"language": ("TH", "en")}, [1, 2, 3]),
    "a language with its script": ({"language": ("zh-Hans",)}, [4]),
    "no such role": ({"role": ("passing",)}, []),
    "since a moment": ({"since": NOW + timedelta(days=1)}, [3, 4]),
    "a word": ({"query": "ÉTÉ"}, [3]),
    "empty filters": ({"forum": (), "language": (), "query": None, "since": None}, [1, 2, 3, 4]),
    "a limit": ({"limit": 2}, [1, 2]),
    "a limit and a word": ({"limit": 1, "query": "gdec"}, [1]),
}


def test_mentions_are_filtered_alike_in_both_orders(db):
    put(db, "http://a.example/1", ("gdec", 2025), ("wic", None), language="th")
    put(db, "http://a.example/2", ("mwc", 2025), language="en", title="L'été", days=1)
    put(db, "http://a.example/3", ("wic", 2024), language="zh", days=2)
    for name, (filters, expected) in FILTERS.items():
        assert [m.position for m in stream(db, **filters)] == expected, name
        asked = {"limit": None} | filters
        newest = db.read(lambda conn, asked=asked: mentions.newest(conn, **asked))
        every = [m.position for m in stream(db, **(asked | {"limit": None}))][::-1]
        assert [m.position for m in newest] == every[: asked["limit"]], name
    assert [m.position for m in stream(db, 2)] == [3, 4]


def test_counts_say_when_a_forum_was_last_found(db):
    put(db, "http://a.example/1", ("gdec", None))
    put(db, "http://a.example/2", ("gdec", None), days=3)
    (count,) = db.read(forum_counts)
    assert (count.forum_id, count.mentions, count.last_found_at) == ("gdec", 2, NOW + timedelta(days=3))


def test_what_is_rejected_is_counted_no_more(db):
    put(db, "http://a.example/1", ("gdec", 2025))
    put(db, "http://a.example/2", ("gdec", 2025), ("wic", None))
    for rejected in (2, 3):
        db.call(triage.triage, rejected, "rejected", reason="duplicate", by="ana", now=NOW)
    assert [(c.forum_id, c.mentions) for c in db.read(forum_counts)] == [("gdec", 1)]
    counted = db.read(forum_counts, rejected=True)
    assert [(c.forum_id, c.mentions) for c in counted] == [("gdec", 2), ("wic", 1)]


def test_a_reader_skips_and_repeats_nothing_while_two_writers_commit(db, database_url):
    each = 60
    writers = [threading.Thread(target=write_on, args=(database_url, host, each)) for host in "xy"]
    for writer in writers:
        writer.start()
    seen: list[int] = []
    position = 0
    while True:
        ended = not any(writer.is_alive() for writer in writers)

        def read(conn, position=position):
            return mentions.head(conn), mentions.since(conn, position)

        head, found = db.read(read)
        seen += [m.position for m in found]
        # one moment: no mention behind the head, none missing before
        assert head == (seen[-1] if seen else 0)
        position = head
        time.sleep(0.0003)  # or the writers, in threads of this process, hardly get to write
        if ended:
            break
    assert seen == list(range(1, 2 * each + 1))
