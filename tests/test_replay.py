"""What is stored, under today's rules: gained, lost, changed in its place; and whether each mention holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import get_args

import pytest
from newsroom import ask, config_for
from sqlalchemy import delete, select, update
from storesamples import NOW, article, filler, later, saving, with_sources

from crawler.flag import doubted, explain, find_mentions, load_watchlist, meaning
from crawler.flag.editions.own import Sort
from crawler.flag.names.judge import RULES
from crawler.replay import Change, compare, doubts, reflag, verify
from storage import schema
from storage.articles import replay as kept
from storage.articles.revisits import claim
from storage.database import Database
from storage.mentions import stream as stored
from storage.records import Article, Evidence, Mention

_M = schema.mentions
WATCHLIST = load_watchlist()
HOUR = timedelta(hours=1)
PUBLISHED = datetime(2025, 7, 3, tzinfo=UTC)
GDEC = "The Global Digital Economy Conference 2025 opened in Beijing. "
WIC = "The World Internet Conference 2024 was held in Wuzhen in November 2024. "


def news(number: int, text: str) -> Article:
    return article(f"http://a.example/{number}", text + filler(number), published_at=PUBLISHED)


def save(db: Database, number: int, text: str) -> tuple[int, Article]:
    """An article stored with the mentions that today's rules find in it."""
    made = news(number, text)
    return db.call(saving(made, *find_mentions(made, WATCHLIST))).article_id, made


@pytest.fixture
def filled(database):
    """Articles 1 to 4: one forum, two forums, none, one."""
    with_sources(database)
    for number, text in enumerate((GDEC, GDEC + WIC, "", WIC), 1):
        save(database, number, text)
    return database


def standing(db: Database) -> list[tuple[int, int, str, int | None, str]]:
    """(position, id, forum, edition, triage) of what stands."""
    found = db.read(stored.since, 0)
    return [(m.position, m.id, m.mention.forum_id, m.mention.edition, m.triage) for m in found]


def alter(db: Database, mention_id: int, **values: object) -> None:
    db.call(lambda conn: conn.execute(update(_M).where(_M.c.id == mention_id).values(values)))


def changes(db: Database, apply: bool = True, **asked: object) -> list[tuple[str, str, int | None]]:
    out = []
    for _, change in reflag(db, WATCHLIST, apply=apply, **asked):  # type: ignore[arg-type]
        mention = change.after or change.before
        assert mention is not None
        out.append((change.what, mention.forum_id, mention.edition))
    return out


def test_rules_that_stayed_change_nothing(filled):
    before = standing(filled)
    assert len(before) == 4
    assert changes(filled) == []
    assert standing(filled) == before


def test_a_dry_run_says_what_a_real_one_does_and_writes_nothing(filled):
    alter(filled, 1, edition=2019)
    alter(filled, 2, forum_id="ces")
    before = standing(filled)
    said = changes(filled, apply=False)
    assert said == [("changed", "gdec", 2025), ("gained", "gdec", 2025), ("lost", "ces", 2025)]
    assert standing(filled) == before
    assert changes(filled) == said
    assert changes(filled) == []


def test_a_changed_edition_keeps_its_place_and_what_people_said(filled):
    alter(filled, 1, edition=0, role="passing", triage="confirmed", note="seen")
    head = filled.read(stored.head)
    assert changes(filled) == [("changed", "gdec", 2025)]
    assert standing(filled)[0] == (1, 1, "gdec", 2025, "confirmed")
    assert filled.read(stored.head) == head  # no reader is told again
    with filled._reader.begin() as conn:
        assert conn.execute(select(_M.c.note).where(_M.c.id == 1)).scalar() == "seen"


def test_what_is_gained_is_new_to_readers_and_what_is_lost_leaves_the_lists(filled):
    alter(filled, 1, forum_id="ces")
    head = filled.read(stored.head)
    assert sorted(changes(filled)) == [("gained", "gdec", 2025), ("lost", "ces", 2025)]
    assert [m.mention.forum_id for m in filled.read(stored.since, head)] == ["gdec"]
    assert "ces" not in {row[2] for row in standing(filled)}


def test_an_edition_that_a_mention_had_before_takes_its_old_row_back(filled):
    alter(filled, 1, edition=2019, triage="rejected")
    gone = {"gone_at": NOW, "edition": 2025}
    row = {"article_id": 1, "forum_id": "gdec", "role": "main", "score": 1.0, "evidence": []}
    filled.call(
        lambda conn: conn.execute(
            _M.insert().values(**row, **gone, position=99, found_at=NOW, version=1, triage="new")
        )
    )
    assert changes(filled) == [("changed", "gdec", 2025)]
    assert next(row for row in standing(filled) if row[2] == "gdec") == (1, 5, "gdec", 2025, "rejected")
    assert changes(filled) == []


def test_only_the_named_forums_and_the_newer_articles_are_looked_at(filled):
    for mention_id in (1, 2, 3, 4):
        alter(filled, mention_id, edition=2019)
    assert changes(filled, apply=False, forums=["wic"]) == [("changed", "wic", 2024)] * 2
    assert len(changes(filled, apply=False, since=NOW)) == 4
    assert changes(filled, apply=False, since=NOW.replace(year=2027)) == []


def test_an_article_that_changed_since_it_was_read_is_judged_by_its_new_words(filled, monkeypatch):
    alter(filled, 1, edition=2019)
    made = news(1, GDEC)
    real = kept.flagged

    def overtaken(conn, after, limit, **asked):
        found = real(conn, after, limit, **asked)
        if limit > 1 and after == 0:
            edited = later(made, text=WIC + filler(1))
            filled.call(saving(edited, *find_mentions(edited, WATCHLIST)))
        return found

    monkeypatch.setattr(kept, "flagged", overtaken)
    changes(filled)
    (now,) = [a for a in filled.read(real, 0, 10) if a.id == 1]
    assert now.version == 2
    assert [m.forum_id for m in now.mentions.values()] == ["wic"]
    assert list(verify(filled, WATCHLIST)) == []


def test_a_store_larger_than_what_is_read_at_once_is_gone_through_whole(filled, monkeypatch):
    monkeypatch.setattr("crawler.replay.AT_ONCE", 1)
    for mention_id in (1, 2, 3, 4):
        alter(filled, mention_id, edition=2019)
    done: list[int] = []
    found = list(reflag(filled, WATCHLIST, apply=True, progress=done.append))
    assert len(found) == 4
    assert done == [1, 2, 3, 4]


AGES = (HOUR.total_seconds(), 6 * HOUR.total_seconds(), 30 * 24 * HOUR.total_seconds())


def forget(db: Database, *mention_ids: int) -> None:
    """As if the rules of the time had not found them."""
    db.call(lambda conn: conn.execute(delete(_M).where(_M.c.id.in_(mention_ids))))


def flag_at(db: Database, hours: float, **asked: object) -> dict[int, datetime]:
    """Flag anew so many hours after the publication; article → when its page is looked at."""
    when = {"ages": AGES, "now": lambda: PUBLISHED + hours * HOUR}
    list(reflag(db, WATCHLIST, **({"apply": True} | when | asked)))  # type: ignore[arg-type]
    c = schema.revisits.c
    rows = db.read(lambda conn: conn.execute(select(c.article_id, c.due_at)).all())
    return {row.article_id: row.due_at for row in rows}


def test_an_article_that_mentions_a_forum_only_now_is_looked_at_as_far_as_its_age_allows(filled):
    forget(filled, 1)
    assert flag_at(filled, 2, apply=False) == {}
    assert flag_at(filled, 2, ages=()) == {}
    forget(filled, 5)
    due = flag_at(filled, 2)
    assert set(due) == {1, 2, 4}  # those of before that nobody looks at, too; 3 mentions nothing
    assert all(5.5 * HOUR < at - PUBLISHED < 6.5 * HOUR for at in due.values())
    assert flag_at(filled, 200) == due  # what is looked at keeps its turn
    (first,) = filled.call(partial(claim, worker="w", lease_s=60), due[1], 1)
    assert (first.visits, first.etag, first.url) == (1, None, "http://a.example/1")


def test_an_article_too_old_or_only_announced_is_not_looked_at(filled):
    forget(filled, 1, 4)
    filled.call(
        lambda conn: conn.execute(
            update(schema.articles).where(schema.articles.c.id == 1).values(announced=True)
        )
    )
    assert flag_at(filled, 2, forums=["wic"]).keys() == {2, 4}
    assert flag_at(filled, 2).keys() == {2, 4}
    filled.call(lambda conn: conn.execute(delete(schema.revisits)))
    assert flag_at(filled, 31 * 24) == {}


def test_an_article_edited_meanwhile_is_looked_at_by_its_new_words(filled, monkeypatch):
    forget(filled, 1)
    made = news(1, GDEC)
    real = kept.flagged

    def overtaken(conn, after, limit, **asked):
        found = real(conn, after, limit, **asked)
        if limit > 1 and after == 0:
            filled.call(saving(later(made, text=filler(9))))
        return found

    monkeypatch.setattr(kept, "flagged", overtaken)
    assert flag_at(filled, 2).keys() == {2, 4}


def test_mentions_that_hold_raise_no_doubt(filled):
    assert list(verify(filled, WATCHLIST)) == []


def test_each_way_not_to_hold_is_told(filled):
    alter(filled, 1, edition=2019)
    alter(filled, 4, forum_id="ces")
    filled.call(
        lambda conn: conn.execute(update(schema.articles).where(schema.articles.c.id == 2).values(text="?"))
    )
    told = {doubt.mention_id: doubt.why for _, doubt in verify(filled, WATCHLIST)}
    assert told[1] == "today's rules find edition 2025"
    assert told[4] == "today's rules do not find this forum here"
    assert "“Global Digital Economy Conference 2025” does not stand at 4 to 42 of the text" in told[2]
    assert set(told) == {1, 2, 3, 4}
    assert [d.mention_id for _, d in verify(filled, WATCHLIST, forums=["ces"])] == [4]


QUOTE = Evidence("text", 0, 4, "GDEC", "", "", "abbreviation/1")


def said(forum: str = "gdec", edition: int | None = 2025, **values: object) -> Mention:
    return replace(Mention(forum, edition, "main", 0.9, (QUOTE,)), **values)


def test_mentions_are_paired_by_forum_and_edition_first():
    before = {1: said(edition=2024), 2: said(edition=None), 3: said("wic")}
    after = [said(edition=2025), said(edition=2024, role="passing"), said("waic")]
    assert compare(before, after) == [
        Change("changed", 1, before[1], after[1], ("role",)),
        Change("changed", 2, before[2], after[0], ("edition",)),
        Change("gained", None, None, after[2], ()),
        Change("lost", 3, before[3], None, ()),
    ]


def test_a_mention_without_a_quote_does_not_hold():
    bare = said(evidence=())
    flagged = kept.Flagged(1, 1, article(text="GDEC 2025"), {7: bare})
    assert [doubt.why for doubt in doubts(flagged, [said()])] == ["it has no quote"]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A configuration whose store holds an article that mentions GDEC 2025."""
    config = config_for(tmp_path, [{"id": "a", "url": "http://127.0.0.1:9/feed"}])
    with Database(f"sqlite:///{tmp_path}/watch.db") as db:
        with_sources(db)
        save(db, 1, GDEC + "The GDEC runs for four days. At the WIC clinic, mothers queue for milk. ")
    return config


def test_reflag_and_verify_as_a_person_types_them(store):
    assert ask("--config", store, "verify").err.strip() == "1 mention looked at: all hold"
    with Database(f"sqlite:///{store.parent}/watch.db") as db:
        alter(db, 1, edition=2019)
    doubted = ask("--config", store, "verify", "--format", "json")
    assert doubted.code == 1
    assert [row["why"] for row in json.loads(doubted.out)] == ["today's rules find edition 2025"]
    dry = ask("--config", store, "reflag", "--dry-run")
    assert "2019" in dry.out
    assert dry.err.strip().endswith("0 gained, 0 lost, 1 changed; nothing was written (--dry-run)")
    assert ask("--config", store, "reflag").err.strip().endswith("1 changed; written")
    assert ask("--config", store, "reflag").err.strip().endswith("0 changed; nothing to write")
    unknown = ask("--config", store, "reflag", "--forum", "gdecc")
    assert (unknown.code, "did you mean gdec" in unknown.err) == (2, True)


def test_a_mention_is_explained_by_its_words_and_rules(store):
    told = ask("--config", store, "mentions", "--explain", 1).out
    assert "The [Global Digital Economy Conference 2025] opened" in told
    assert "a full name of the forum" in told
    assert "the year beside it tells the edition (rule name+year, version " in told
    assert "today's rules say the same" in told
    row = json.loads(ask("--config", store, "mentions", "--explain", 1, "--format", "json").out)[0]
    assert (row["forum_id"], row["times"], row["in_title"], len(row["meanings"])) == ("gdec", 2, False, 2)
    missing = ask("--config", store, "mentions", "--explain", 9)
    assert (missing.code, missing.err.strip()) == (
        2,
        "no mention 9; `forumwatch mentions` tells which there are",
    )


def test_an_explanation_says_what_reflag_would_change(store):
    with Database(f"sqlite:///{store.parent}/watch.db") as db:
        alter(db, 1, role="passing")
    told = ask("--config", store, "mentions", "--explain", 1).out
    assert "today's rules see it otherwise (role): gdec 2025 main" in told


def test_places_where_a_name_stands_and_is_not_believed_are_told():
    made = article(text=GDEC + "At the WIC clinic, mothers queue for milk with a WIC voucher. ")
    seen = explain(made, WATCHLIST, "wic")
    assert (seen.times, seen.in_title) == (0, False)
    assert {quote.exact for quote in seen.unbelieved} == {"WIC"}
    for quote in seen.unbelieved:
        assert made.text[quote.start : quote.end] == "WIC"


def test_forums_whose_names_stand_somewhere_and_are_nowhere_believed_are_told():
    made = article(text=GDEC + "At the WIC clinic, mothers queue for milk with a WIC voucher. ")
    told = doubted(made, WATCHLIST)
    assert set(told) == {"wic", "world-intelligence-congress"}  # of GDEC each place is believed
    assert told["wic"] == explain(made, WATCHLIST, "wic").unbelieved
    assert doubted(article(text="Nobody speaks of any event here. " * 9), WATCHLIST) == {}


@pytest.mark.parametrize("exact", ["Web Summit", "Web Summit 2025", "Computex"])
def test_a_coined_word_is_told_as_one(exact: str):
    assert "a coined word" in meaning("name+year/6", exact)


@pytest.mark.parametrize(
    "exact",
    ["Global Digital Economy Conference", "2025 World Internet Conference", "VivaTech", "全球数字经济大会"],
)
def test_a_plain_full_name_is_not_told_as_a_coined_word(exact: str):
    assert meaning("name/6", exact) == "a full name of the forum (rule name, version 6)"


def test_every_rule_that_flags_has_a_meaning():
    rules = {
        quote.rule
        for text in (GDEC, WIC, "At GDEC'25 in Beijing. ")
        for m in find_mentions(news(1, text), WATCHLIST)
        for quote in m.evidence
    }
    assert rules
    for rule in (
        *rules,
        *RULES.values(),
        *(f"{sort}/1" for sort in get_args(Sort)),
        *(f"name+{sort}/1" for sort in get_args(Sort)),
    ):
        assert not meaning(rule).startswith("rule ")


def narrowed(store: Path) -> None:
    """Watch the forum no more that the stored article mentions."""
    said = json.loads(store.read_text("utf-8"))
    store.write_text(json.dumps(said | {"forums": {"watch": ["wic"]}}), "utf-8")


def test_who_watches_fewer_forums_keeps_what_was_told_of_the_others_unless_asked(store):
    narrowed(store)
    kept = ask("--config", store, "reflag").err.strip().splitlines()
    assert kept[0].endswith("0 lost, 0 changed; nothing to write")
    assert kept[1] == "1 mention of gdec, not watched any more: kept; --drop takes them out"
    assert len(ask("--config", store, "mentions", "--format", "json").rows) == 1
    verified = ask("--config", store, "verify")
    assert (verified.code, verified.err.strip().splitlines()) == (
        0,
        ["0 mentions looked at: all hold", "1 mention of gdec, not watched any more: not looked at"],
    )
    dry = ask("--config", store, "reflag", "--drop", "--dry-run")
    assert dry.err.strip().endswith("1 lost, 0 changed; nothing was written (--dry-run)")
    assert ask("--config", store, "reflag", "--drop").err.strip().endswith("1 lost, 0 changed; written")
    assert ask("--config", store, "mentions", "--format", "json").rows == []
