"""While a forum is on, its country's sources and those that spoke of it are polled twice as often."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from newsroom import Newsroom, ask, config_for, filler, forumwatch
from storesamples import NOW, article, mention, saving, source, with_sources
from tables import each

from crawler.flag import held_around, load_watchlist
from crawler.occasions import LOOK_EVERY, Occasions, occasions
from storage.records import Source

TODAY = datetime.now(NOW.tzinfo).date()
WATCHED = load_watchlist(watch=["gdec", "gitex-global"])  # Beijing; Dubai, 7 to 11 December 2026
DURING = datetime(2026, 12, 8, 9, tzinfo=NOW.tzinfo)

DAYS = [
    (date(2026, 12, 4), False),
    (date(2026, 12, 5), True),
    (date(2026, 12, 9), True),
    (date(2026, 12, 14), True),
    (date(2026, 12, 15), False),
]


@each(("day", "on"), DAYS)
def test_a_forum_is_on_from_two_days_before_it_to_three_days_after(day: date, on: bool):
    found = [(forum.id, edition.year) for forum, edition in held_around(WATCHED, day)]
    assert found == ([("gitex-global", 2026)] if on else [])


def said(db: Any) -> list[Source]:
    """Sources of which one is of the forum's country, and one spoke of it."""
    with_sources(db, "speaks", "speaks-off", "country", "other", "speaks-gdec")
    for number, name in enumerate(("speaks", "speaks-off", "speaks-gdec")):
        made = article(f"http://{name}.example/{number}", "GITEX " + filler(number)[0])
        forum = "gdec" if name == "speaks-gdec" else "gitex-global"
        db.call(saving(made, mention(made, "GITEX", forum), source_id=name))
    return [
        source("speaks"),
        source("speaks-off", enabled=False),
        source("country", country="AE"),
        source("other", country="CN"),
        source("speaks-gdec"),
    ]


def test_the_sources_of_its_country_and_those_that_spoke_of_it_are_hastened(database):
    (occasion,) = database.read(occasions, WATCHED, said(database), DURING)
    assert (occasion.name, occasion.sources) == ("gitex-global 2026", {"speaks", "country"})
    assert database.read(occasions, WATCHED, said(database), NOW) == []


async def test_who_is_hastened_is_looked_up_once_an_hour(database):
    sources, known = said(database), Occasions()

    async def hasty(at: datetime, of: list[Source]) -> frozenset[str]:
        return await known.hasten(database, WATCHED, of, at)

    assert await hasty(DURING, sources) == {"speaks", "country"}
    changed = [replace(s, country="AE") for s in sources]
    assert await hasty(DURING + LOOK_EVERY / 2, changed) == {"speaks", "country"}
    assert await hasty(DURING + LOOK_EVERY, changed) == {"speaks", "country", "other", "speaks-gdec"}
    assert await hasty(DURING - timedelta(days=30), changed) == set()  # the clock was put back


async def test_a_crawl_polls_them_twice_as_often_and_the_status_says_why(tmp_path: Path):
    forum = {
        "id": "harbour-summit",
        "name": "Harbour Data Summit",
        "country": "TH",
        "names": {"en": ["Harbour Data Summit"]},
        "editions": [{"year": TODAY.year, "start": str(TODAY), "end": str(TODAY + timedelta(days=1))}],
    }
    async with Newsroom() as site:
        site.publish("one", "Harbour counted", *filler(1))
        sources = [
            {"id": name, "url": site.url(f"/{name}"), "country": country, "every": "8h"}
            for name, country in (("here", "TH"), ("there", "VN"))
        ]
        site.answers |= {f"/{name}": site.feed() for name in ("here", "there")}
        config = config_for(tmp_path, sources, forums={"watch": ["harbour-summit"], "add": [forum]})
        assert (await forumwatch("--config", config, "once")).code == 0
    listed = ask("--config", config, "sources", "list", "--format", "json").rows
    waits = {
        row["source_id"]: datetime.fromisoformat(row["next_at"]) - datetime.fromisoformat(row["polled_at"])
        for row in listed
    }
    assert waits["here"] <= timedelta(hours=4) <= waits["there"]
    status = ask("--config", config, "status", "--format", "json").rows[0]
    assert status["events_on"] == [f"harbour-summit {TODAY.year}: 1 source twice as often"]
