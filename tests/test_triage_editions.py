"""Of which edition a mention is, as a person says: everything counts by it, and the rules go on beside it."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select, text, update
from storesamples import NOW, article, filler, later, mention, saving, with_sources
from webdesk import client, desk, fill

from crawler.cli import forumwatch as program
from crawler.config.models import WebShape
from crawler.explained import explained
from crawler.flag import find_mentions, load_watchlist
from crawler.replay import compare, reflag, verify
from crawler.web.serving import rules_of
from storage import access, schema
from storage.articles import replay
from storage.articles.history import history
from storage.database import Database
from storage.mentions import cursors
from storage.mentions import stream as mentions
from storage.mentions.triage import Conflict, triage
from storage.reports import firsts, volumes
from storage.reports.counts import forum_counts
from storage.stories.lists import list_articles, story

HOUR = timedelta(hours=1)
WATCHLIST = load_watchlist()
GDEC = "The Global Digital Economy Conference 2025 opened in Beijing. "
AGO = "The Global Digital Economy Conference 2024 was held in Beijing in July 2024. "


@pytest.fixture
def db(database: Database) -> Database:
    with_sources(database)
    made = article(text="GDEC WIC " + filler(1))
    database.call(saving(made, mention(made, "GDEC", edition=2024), mention(made, "WIC", "wic", None)))
    return database


def say(db: Database, edition: Any, mention_id: int = 1, by: str = "Ana", **said: Any) -> Any:
    return db.call(triage, mention_id, said.pop("verdict", "new"), by=by, now=NOW, edition=edition, **said)


def told(db: Database, mention_id: int = 1) -> tuple[int | None, int | None, str | None]:
    """The edition that counts, that of the rules, and whose word it is."""
    found = db.read(mentions.one, mention_id)
    assert found is not None
    return found.mention.edition, found.edition_ruled, found.edition_by


def followed(db: Database) -> list[tuple[str, dict[str, Any] | None]]:
    return [(each.what, each.before) for each in db.read(lambda conn: list(cursors.changes_since(conn, 0)))]


def test_a_person_says_which_edition_it_is_of_and_takes_it_back(db):
    assert told(db) == (2024, 2024, None)
    assert say(db, 2025).triages == 1
    assert told(db) == (2025, 2024, "Ana")
    say(db, None, by="Ben", verdict="confirmed")  # who says something else leaves it
    assert told(db) == (2025, 2024, "Ana")
    say(db, 2025, by="Ben", verdict="confirmed")  # nor does who says the same take it over
    assert told(db) == (2025, 2024, "Ana")
    say(db, "none", by="Ben")
    assert told(db) == (None, 2024, "Ben")
    say(db, "machine")
    assert told(db) == (2024, 2024, None)
    say(db, 2024)  # the same as the rules: a word that stays when they change
    assert told(db) == (2024, 2024, "Ana")
    assert [before for _, before in followed(db)] == [
        {"triaged_by": None, "edition": 2024, "edition_by": None},
        {"triage": "new", "triaged_by": "Ana"},
        {"triage": "confirmed", "edition": 2025, "edition_by": "Ana"},
        {"triaged_by": "Ben", "edition": None, "edition_by": "Ben"},
        {"edition_by": None},
    ]


def test_all_that_lists_filters_or_counts_asks_the_persons_edition(db):
    say(db, 2025)
    say(db, 2023, 2)
    scope = volumes.Scope(NOW - HOUR, NOW + HOUR)

    def counted() -> dict[str, Any]:
        found = db.read(story, 1)
        assert found is not None
        return {
            "filter": [m.id for m in db.read(lambda conn: mentions.newest(conn, limit=9, edition=2025))],
            "new": [m.id for m in db.read(lambda conn: mentions.since(conn, 0, edition=2025))],
            "number": db.read(lambda conn: mentions.number(conn, most=9, forum=["gdec"], edition=2025)),
            "changes": len(db.read(lambda conn: list(cursors.changes_since(conn, 0, edition=2025)))),
            "query": [a.id for a in db.read(list_articles, query="forum:gdec edition:2025")],
            "in mentions": [
                m.id for m in db.read(lambda conn: mentions.newest(conn, limit=9, query="edition:2025"))
            ],
            "volume": sorted(v.key for v in db.read(volumes.volumes, "edition", scope)),
            "scope": db.read(
                volumes.total, volumes.Scope(scope.since, scope.until, ("gdec",), 2025)
            ).mentions,
            "first": [f.edition for f in db.read(firsts.firsts, "gdec", scope)],
            "forums": [[e.edition for e in count.editions] for count in db.read(forum_counts)],
            "story": [(f.forum_id, f.edition) for f in found.forums],
        }

    expected = {
        "filter": [1],
        "new": [1],
        "number": 1,
        "changes": 1,
        "query": [1],
        "in mentions": [1],
        "volume": ["gdec 2025", "wic 2023"],
        "scope": 1,
        "first": [2025],
        "forums": [[2025], [2023]],
        "story": [("gdec", 2025), ("wic", 2023)],
    }
    assert counted() == expected
    say(db, "none")
    assert counted() == expected | {
        **{asked: [] for asked in ("filter", "new", "query", "in mentions")},
        **dict.fromkeys(("number", "changes", "scope"), 0),
        "volume": ["gdec -", "wic 2023"],
        "first": [None],
        "forums": [[None], [2023]],
        "story": [("gdec", None), ("wic", 2023)],
    }
    seen = db.read(history, 1)
    assert seen is not None
    assert [(s.mention.edition, s.edition_ruled, s.edition_by) for s in seen.mentions] == [
        (None, 2024, "Ana"),
        (2023, None, "Ana"),
    ]


def test_postgresql_knows_how_many_mentions_an_edition_has_by_its_index(database):
    """In these very words: of any others it has no numbers, and reads all mentions to find few."""
    if database.dialect == "sqlite":
        pytest.skip("it has the edition in the index of all that is counted")
    for filters in ({"forum": ["gdec"], "edition": 2025}, {"edition": 2025}):
        wanted = mentions.passing(select(schema.mentions.c.id), filters)
        asked = wanted.compile(dialect=database._reader.dialect, compile_kwargs={"literal_binds": True})

        def plan(conn: Any, asked: Any = asked) -> str:
            conn.execute(text("SET LOCAL enable_seqscan = off"))
            return "\n".join(conn.execute(text(f"EXPLAIN {asked}")).scalars())

        told = database.read(plan)
        assert "ix_mentions_forum_id_counted" in told, told
        assert "Index Cond" in told, told


def test_an_edit_and_new_rules_keep_the_persons_edition_and_say_what_they_find(db):
    say(db, 2025)
    edited = later(article(), text="Yesterday GDEC " + filler(2))
    db.call(saving(edited, mention(edited, "GDEC", edition=2023)))
    assert told(db) == (2025, 2023, "Ana")
    assert ("changed", {"edition_ruled": 2024}) in followed(db)
    gone = [before for what, before in followed(db) if what == "gone"]
    assert gone == [{"edition": None, "role": "main", "score": 0.9, "evidence": ["WIC"]}]
    db.call(saving(later(edited, text="no more " + filler(3))))
    assert followed(db)[-1] == (
        "gone",
        {"edition": 2025, "role": "main", "score": 0.9, "evidence": ["GDEC"]},
    )


def test_what_was_said_moves_to_the_row_that_new_rules_bring_back(db):
    """2024 is gone, 2023 stands and is said to be of 2022; the rules see 2024 in its place again."""
    texts = [later(article(), text=f"{words} {filler(2)}") for words in ("GDEC CEDG", "GDEC 2", "GDEC 3")]
    both = (mention(texts[0], "GDEC", edition=2024), mention(texts[0], "CEDG", edition=2023))
    db.call(saving(texts[0], *both))
    db.call(saving(texts[1], mention(texts[1], "GDEC", edition=2023)))
    (other,) = db.read(mentions.since, 0)
    assert (other.id, other.mention.edition) == (3, 2023)
    say(db, 2022, 3, by="Ben")
    db.call(saving(texts[2], mention(texts[2], "GDEC", edition=2024)))
    assert [(m.id, *told(db, m.id)) for m in db.read(mentions.since, 0)] == [(1, 2022, 2024, "Ben")]
    both = later(article(), text=f"GDEC CEDG 4 {filler(2)}")
    db.call(saving(both, mention(both, "GDEC", edition=2024), mention(both, "CEDG", edition=2023)))
    assert [(m.id, *told(db, m.id)) for m in db.read(mentions.since, 0)] == [
        (1, 2022, 2024, "Ben"),
        (3, 2023, 2023, None),  # the word has moved with the mention
    ]


def test_the_rules_find_no_second_mention_of_the_edition_that_a_person_said(database):
    """Neither by new rules nor in an edited text, however often: it stands already, and is no news."""
    with_sources(database)
    made = article(text=AGO + filler(1))
    database.call(saving(made, *find_mentions(made, WATCHLIST)))
    assert told(database) == (2024, 2024, None)
    say(database, 2025)
    edited = later(made, text=AGO + GDEC + filler(1))
    assert {m.edition for m in find_mentions(edited, WATCHLIST)} == {2024, 2025}
    assert database.call(saving(edited, *find_mentions(edited, WATCHLIST))).mention_ids == ()
    for _ in range(2):
        assert list(reflag(database, WATCHLIST, apply=True)) == []
        assert list(verify(database, WATCHLIST)) == []
        assert [(m.id, *told(database, m.id)) for m in database.read(mentions.since, 0)] == [
            (1, 2025, 2024, "Ana")
        ]
    found, flagged = database.read(mentions.one, 1), database.read(replay.with_mention, 1)
    assert found is not None
    assert flagged is not None
    assert explained(found, flagged, WATCHLIST).today == "today's rules say the same"
    say(database, "machine")
    assert [c.what for _, c in reflag(database, WATCHLIST, apply=True)] == ["gained"]
    assert [told(database, m.id)[0] for m in database.read(mentions.since, 0)] == [2024, 2025]


def test_what_a_person_says_while_rules_are_replayed_counts(database, monkeypatch):
    """Between the reading of an article and the writing of what the rules find in it."""
    with_sources(database)
    made = article(text=AGO + GDEC + filler(1))
    found = find_mentions(made, WATCHLIST)
    database.call(saving(made, *(m for m in found if m.edition == 2024)))
    call = database.call

    def late(work: Any, *args: Any, **more: Any) -> Any:
        monkeypatch.setattr(database, "call", call)
        say(database, 2025)
        return call(work, *args, **more)

    monkeypatch.setattr(database, "call", late)
    assert [c.what for _, c in reflag(database, WATCHLIST, apply=True)] == []
    assert [told(database, m.id) for m in database.read(mentions.since, 0)] == [(2025, 2024, "Ana")]


def test_rules_that_come_to_say_what_the_person_says_meet_her_mention(database):
    """Of two that they find, hers is that of her edition, whichever is surer."""
    with_sources(database)
    made = article(text="GDEC WIC " + filler(1))
    database.call(saving(made, mention(made, "GDEC", edition=2024)))
    say(database, 2025)
    edited = later(made, text="WIC GDEC " + filler(1))
    found = (mention(edited, "WIC", edition=2023), mention(edited, "GDEC", edition=2025))
    assert len(database.call(saving(edited, *found)).mention_ids) == 1
    assert sorted(told(database, m.id) for m in database.read(mentions.since, 0)) == [
        (2023, 2023, None),
        (2025, 2025, "Ana"),
    ]


def test_the_second_of_two_who_saw_the_same_is_told_which_edition_the_first_said(db):
    say(db, 2025, seen=0)
    with pytest.raises(Conflict, match=r"mention 1 is new, of 2025, by now: Ana said so at 2026-11-01 08:00"):
        say(db, 2023, by="Ben", seen=0)
    assert told(db) == (2025, 2024, "Ana")
    assert say(db, 2025, seen=0).triages == 1  # a request that comes twice is done once


def test_what_is_no_edition_is_refused_in_words(db):
    made = article("http://a.example/2", "GDEC CEDG " + filler(9))
    db.call(saving(made, mention(made, "GDEC", edition=2024), mention(made, "CEDG", edition=2025)))
    for edition, words in (
        (1899, "from 1900 to 2199"),
        (20255, "from 1900 to 2199"),
        (0, "from 1900 to 2199"),
        (True, "a year like 2025"),
        ("2025", "a year like 2025"),
        (2025, "mention 4 of the same article is of gdec 2025 already; reject mention 3 as a duplicate"),
    ):
        with pytest.raises(ValueError, match=words):
            say(db, edition, 3)
    assert told(db, 3) == (2024, 2024, None)
    say(db, None, 4, verdict="rejected", reason="false-positive")
    say(db, 2025, 3)  # one that nobody counts is in nobody's way
    assert told(db, 3) == (2025, 2024, "Ana")
    for verdict in ("new", "confirmed"):
        with pytest.raises(ValueError, match=r"mention 3 .* gdec 2025 already; leave mention 4 rejected"):
            say(db, None, 4, verdict=verdict)
    say(db, "machine", 3)
    assert say(db, None, 4, verdict="confirmed").triage == "confirmed"


def test_a_word_on_a_rejected_mention_takes_no_other_away(db):
    """Neither one of that edition that stands beside it, nor one that an edit brings."""
    texts = [later(article(), text=f"GDEC CEDG {filler(2)} {number}") for number in range(3)]

    def edit(number: int, *editions: int) -> list[tuple[int, str]]:
        of = texts[number]
        db.call(saving(of, *(mention(of, ("GDEC", "CEDG")[at], edition=e) for at, e in enumerate(editions))))
        flagged = db.read(replay.with_mention, 1)
        assert flagged is not None
        assert compare(flagged.mentions, list(flagged.mentions.values()), flagged.said) == []
        return [(m.id, m.triage) for m in db.read(mentions.since, 0)]

    assert edit(0, 2024, 2025) == [(1, "new"), (3, "new")]
    say(db, None, 3, verdict="confirmed")
    say(db, 2025, 1, verdict="rejected", reason="wrong-edition")
    assert edit(1, 2024, 2025) == [(1, "rejected"), (3, "confirmed")]
    assert edit(2, 2024) == [(1, "rejected")]
    assert edit(1, 2024, 2025) == [(1, "rejected"), (3, "confirmed")]


@pytest.fixture
def store(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    with Database(url) as made:
        with_sources(made)
        one = article(text="GDEC WIC " + filler(1))
        made.call(saving(one, mention(one, "GDEC", edition=2024), mention(one, "WIC", "wic", 2024)))
    return url


def call(store: str, *args: object) -> Result:
    return CliRunner().invoke(program, ["--database", store, *map(str, args)], env={"COLUMNS": "200"})


def row(store: str, *args: object) -> dict[str, Any]:
    ended = call(store, *args, "--format", "json")
    assert ended.exit_code == 0, ended.output
    (found,) = json.loads(ended.stdout)
    return {name: found[name] for name in ("edition", "edition_ruled", "edition_by", "triage", "triages")}


def test_the_command_sets_it_leaves_the_verdict_and_takes_it_back(store):
    call(store, "triage", 1, "--reject", "irrelevant", "--by", "Ben")
    said = row(store, "triage", 1, "--edition", "2025", "--by", "Ana")
    assert said == {
        "edition": 2025,
        "edition_ruled": 2024,
        "edition_by": "Ana",
        "triage": "rejected",
        "triages": 2,
    }
    call(store, "triage", 1, "--confirm", "--by", "Ana")
    assert row(store, "mentions", "--edition", 2025)["triage"] == "confirmed"
    assert "edition by Ana (rules: 2024)" in call(store, "mentions", "--edition", 2025).output
    assert "confirmed, edition by Ana (rules: 2024)" in call(store, "articles", "show", 1).output
    assert "2025, says Ana; the rules say 2024" in call(store, "mentions", "--explain", 1).output
    replaced = call(store, "triage", 1, "--edition", "None", "--by", "Ben")
    assert replaced.stderr == "mention 1: no edition takes the place of 2025, said by Ana\n"
    assert "gdec" in replaced.output
    kept = row(store, "triage", 1, "--reset", "--by", "Ben")
    assert (kept["edition"], kept["edition_by"], kept["triage"]) == (None, "Ben", "new")
    assert row(store, "triage", 1, "--edition", "machine", "--by", "Ben")["edition"] == 2024
    changes = call(store, "mentions", "--changes", "--peek").output
    assert "edition 2025; edition by Ana" in changes
    exported = call(store, "export", "--format", "csv").output.splitlines()[0]
    assert exported.endswith("edition_ruled,edition_by")


def test_the_command_says_what_is_no_edition_and_does_the_rest(store):
    for said in ("25", "20255", "next", "2025.0", "٢٠٢٥", "", "-2025", "1899"):
        ended = call(store, "triage", 1, "--edition", said)
        assert ended.exit_code == 2, said
        assert "edition is" in ended.stderr, said
    ended = call(store, "triage", 9, 1, "--edition", "2025", "--format", "json")
    assert ended.exit_code == 2
    assert ended.stderr == "no mention 9; `forumwatch mentions` tells which there are\n"
    assert [r["id"] for r in json.loads(ended.stdout)] == [1]


async def test_over_http_it_takes_the_scope_of_triage(database: Database) -> None:
    fill(database)
    database.call(lambda conn: conn.execute(update(schema.mentions).values(edition=2024)))
    reader, owner = (
        {"authorization": f"Bearer {database.call(access.create_token, name, scope, NOW)}"}
        for name, scope in (("paper", "read"), ("ana", "triage"))
    )
    address = "/api/v1/mentions/1/triage"
    async with client(
        database, rules_of(WebShape(token="a-token-of-the-configuration"), desk(database))
    ) as web:
        said = {"verdict": "new", "edition": 2025, "seen": 0}
        assert (await web.post(address, json=said, headers=reader)).status_code == 403
        done = (await web.post(address, json=said, headers=owner)).json()
        assert (done["edition"], done["edition_ruled"], done["edition_by"]) == (2025, 2024, "ana")
        late = await web.post(address, json=said | {"edition": "none"}, headers=owner)
        assert (late.status_code, late.json()["mention"]["edition"]) == (409, 2025)
        for wrong in (25, 2025.5, "2025", True, "next"):
            answer = await web.post(address, json=said | {"edition": wrong, "seen": 1}, headers=owner)
            assert (answer.status_code, "edition" in answer.json()["detail"]) == (422, True), wrong
        back = await web.post(address, json={"verdict": "new", "edition": "machine"}, headers=owner)
        assert (back.json()["edition"], back.json()["edition_by"]) == (2024, None)


async def test_on_the_dashboard_it_is_said_without_a_script(database: Database) -> None:
    fill(database)
    address = "/mentions/1/triage"
    said = {"verdict": "new", "seen": "0", "back": "/mentions"}
    async with client(database, origin="http://127.0.0.1:8080") as web:
        for wrong, why in (("next", "edition is a year like 2025"), ("1066", "from 1900 to 2199")):
            answer = await web.post(address, data=said | {"year": wrong})
            assert (answer.status_code, why in answer.text) == (422, True)
            assert f'value="{wrong}"' in answer.text  # what was typed is not lost
        done = await web.post(address, data=said | {"year": " 2026 "})
        assert (done.status_code, done.headers["location"]) == (303, "/mentions#mention-1")
        assert told(database) == (2026, 2025, "this machine")
        late = await web.post(address, data=said | {"year": "2027"})
        assert late.status_code == 409
        assert "is new, of 2026, by now" in late.text
        for path in ("/mentions", "/articles/1"):
            page = (await web.get(path)).text
            assert "<strong>2026</strong>, says <bdi>this machine</bdi>; the rules say 2025" in page, path
        back = {"verdict": "new", "seen": "1", "year": "", "edition": "machine"}
        assert (await web.post(address, data=back)).status_code == 303
        assert told(database) == (2025, 2025, None)


def test_a_mention_that_comes_back_as_a_person_said_it_stands_once(db):
    """It was gone meanwhile, and the rules find it and one of her edition; or they found that one meanwhile."""
    texts = [later(article(), text=f"GDEC CEDG {filler(2)} {number}") for number in range(6)]

    def edit(number: int, *editions: int) -> list[tuple[int, int | None]]:
        of = texts[number]
        db.call(saving(of, *(mention(of, ("GDEC", "CEDG")[at], edition=e) for at, e in enumerate(editions))))
        return [(m.id, m.mention.edition) for m in db.read(mentions.since, 0)]

    assert edit(0, 2024) == [(1, 2024)]
    say(db, 2025)
    assert edit(1) == []
    assert edit(2, 2024, 2025) == [(1, 2025)]
    flagged = db.read(replay.with_mention, 1)
    assert flagged is not None
    both = [mention(texts[2], "GDEC", edition=2024), mention(texts[2], "CEDG", edition=2025)]
    assert compare(flagged.mentions, both, flagged.said) == []
    assert edit(3) == []
    assert edit(4, 2025) == [(3, 2025)]
    assert edit(5, 2024, 2025) == [(3, 2025)]
    flagged = db.read(replay.with_mention, 3)
    assert flagged is not None
    both = [mention(texts[5], "GDEC", edition=2024), mention(texts[5], "CEDG", edition=2025)]
    assert compare(flagged.mentions, both, flagged.said) == []
