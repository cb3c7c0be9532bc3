"""Events that nobody watches yet: counted by independent outlets, on each database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select
from storesamples import NOW, article, filler, later, saving

from storage import schema
from storage.articles import save as articles
from storage.database import Database
from storage.mentions import candidates
from storage.mentions.candidates import find_candidate, list_candidates, set_state
from storage.records import Article, Candidate, Evidence
from storage.upkeep import retention

DAY = timedelta(days=1)
NAME = "Asia Data Forum"


def candidate(name: str = NAME, score: float = 0.8) -> Candidate:
    said = Evidence("text", 0, len(name), name, "", " opened", "candidate/1")
    return Candidate(name.lower().replace(" ", ""), name, "en", 2027, score, (said,))


def save(
    db: Database, url: str, text: str, *named: Candidate, at=NOW, site: str | None = None
) -> articles.Saved:
    made = article(url, f"{NAME} opened. {text}")
    return db.call(_saving(made, *named, at=at, site=site))


def _saving(made: Article, *named: Candidate, at=NOW, site: str | None = None):
    call = saving(made)
    call.keywords.update(candidates=named, now=at, site=site)
    return call


def count(db: Database, table) -> int:
    return db.read(lambda conn: conn.execute(select(func.count()).select_from(table)).scalar_one())


def proposed(db: Database) -> list[tuple[str, int, int]]:
    return [(c.name, c.outlets, c.articles) for c in db.read(list_candidates)]


def test_two_outlets_with_two_stories_propose_an_event(db):
    save(db, "http://a.example/1", filler(1), candidate())
    assert proposed(db) == []
    save(db, "http://b.example/1", filler(2), candidate(score=0.9))
    assert proposed(db) == [(NAME, 2, 2)]
    (found,) = db.read(list_candidates)
    assert (found.language, found.state, found.first_at, found.last_at) == ("en", "open", NOW, NOW)
    assert (found.quote.exact, found.url, found.proposed) == (NAME, "http://b.example/1", True)


def test_copies_of_one_story_are_one_outlet(db):
    for site in "abcd":
        save(db, f"http://{site}.example/1", filler(1), candidate())
    assert proposed(db) == []
    (found,) = db.read(list_candidates, all=True)
    assert (found.outlets, found.articles, found.proposed) == (1, 4, False)


def test_one_outlet_may_tell_as_many_stories_as_it_likes(db):
    for number in range(4):
        save(db, f"http://a.example/{number}", filler(number), candidate(), site="a.example")
    assert proposed(db) == []


def test_the_sections_of_one_site_are_one_outlet(db):
    save(db, "http://tech.a.example/1", filler(1), candidate(), site="a.example")
    save(db, "http://news.a.example/2", filler(2), candidate(), site="a.example")
    assert proposed(db) == []


def test_a_known_article_adds_nothing_and_an_edited_one_replaces_what_it_named(db):
    save(db, "http://a.example/1", filler(1), candidate())
    save(db, "http://a.example/1", filler(1), candidate(), candidate("Africa Data Week"))
    assert [c.name for c in db.read(list_candidates, all=True)] == [NAME]
    first = article("http://a.example/1", f"{NAME} opened. {filler(1)}")
    edited = later(first, text="Africa Data Week opened. " + filler(9))
    db.call(_saving(edited, candidate("Africa Data Week"), at=NOW + DAY))
    assert [c.name for c in db.read(list_candidates, all=True)] == ["Africa Data Week"]
    assert (count(db, schema.candidates), count(db, schema.candidate_sightings)) == (1, 1)


def test_a_decided_candidate_is_not_proposed_again(db):
    for site in "ab":
        save(db, f"http://{site}.example/1", filler(ord(site)), candidate())
    (found,) = db.read(list_candidates)
    assert db.call(set_state, found.id, "rejected")
    save(db, "http://c.example/1", filler(3), candidate())
    assert proposed(db) == []
    (kept,) = db.read(list_candidates, all=True)
    assert (kept.state, kept.outlets) == ("rejected", 3)
    assert not db.call(set_state, 99, "rejected")
    assert db.read(find_candidate, 99) is None
    assert db.read(find_candidate, kept.id) == kept


def test_the_same_key_twice_in_one_article_is_one_sighting(db):
    save(db, "http://a.example/1", filler(1), candidate(), replace(candidate(), name="ASIA DATA FORUM"))
    (found,) = db.read(list_candidates, all=True)
    assert (found.name, found.articles) == (NAME, 1)


def test_what_one_outlet_named_long_ago_is_forgotten(db):
    save(db, "http://a.example/1", filler(1), candidate("Old Data Week"), candidate())
    save(db, "http://b.example/1", filler(2), candidate())
    save(db, "http://a.example/2", filler(3), candidate("Rejected Data Week"))
    (rejected,) = (c for c in db.read(list_candidates, all=True) if c.name.startswith("Rejected"))
    db.call(set_state, rejected.id, "rejected")
    save(db, "http://a.example/3", filler(4), candidate("New Data Week"), at=NOW + 100 * DAY)
    assert db.call(retention.prune, NOW + 180 * DAY)["candidates"] == 0
    assert db.call(retention.prune, NOW + 181 * DAY)["candidates"] == 1
    names = {c.name for c in db.read(list_candidates, all=True)}
    assert names == {NAME, "Rejected Data Week", "New Data Week"}
    assert count(db, schema.candidate_sightings) == 4


def test_many_are_forgotten_at_once(db, monkeypatch):
    monkeypatch.setattr(candidates, "PRUNED_AT_ONCE", 3)
    for number in range(7):
        save(db, f"http://a.example/{number}", filler(number), candidate(f"Data Week {number}"))
    assert db.call(retention.prune, NOW + 200 * DAY)["candidates"] == 7
    assert count(db, schema.candidates) == 0


def test_names_that_no_database_holds_are_stored_all_the_same(db):
    odd = candidate("Data\x00 Forum \ud800" + "x" * 5000)
    save(db, "http://a.example/1", filler(1), odd)
    save(db, "http://b.example/1", filler(2), odd)
    (found,) = db.read(list_candidates)
    assert found.name.startswith("Data\ufffd Forum \ufffd")
