"""The names of inflected languages: found in every case, and looked at only where a text goes on as they do."""

from __future__ import annotations

import re

from crawler.flag import find_mentions, load_watchlist
from crawler.flag.watchlist.terms import Term
from storage.records import Article

ENDINGS = (
    "",
    "e",
    "ami",
    "owego",
)  # an expression of the watchlist takes five letters, and in Georgian eight
MATCHER = load_watchlist().matcher
STEMS = [term for found in MATCHER.terms for term in found if term.stem is not None]


def written(term: Term, ending: str) -> str:
    """The name with an ending wherever it may have one."""
    assert term.stem is not None
    said = re.sub(r"\\w\{0,\d\}", ending, term.stem.pattern)
    return re.sub(r"\\(.)", r"\1", said)


def test_a_longer_name_that_needs_support_hides_none_that_needs_none() -> None:
    harbour = {"id": "harbour", "name": "Digital Harbour Forum", "names": {"en": ["Digital Harbour Forum"]}}
    short = {"t": "Harbour Forum of Kolmsund Lights", "ambiguous": "high"}
    lights = {
        "id": "lights",
        "name": "Lights",
        "names": {"en": ["Kolmsund Week of Lights"]},
        "abbreviations": [short],
    }
    watchlist = load_watchlist(add=[harbour, lights])
    text = "Ministers opened the Digital Harbour Forum of Kolmsund Lights on Monday."
    assert [m.forum_id for m in find_mentions(Article("", "Ministers meet", text), watchlist)] == ["harbour"]


def test_of_two_forums_of_one_short_name_it_is_the_one_whose_organiser_is_there() -> None:
    """Though one of the two is called so and nothing else."""
    bodies = {"north": ("Norrland Chamber", "none"), "south": ("Sunfield Institute", "high")}
    forums = [
        {
            "id": name,
            "name": name,
            "names": {"en": [f"{body} Data Week"]},
            "abbreviations": [{"t": "LDW", "ambiguous": ambiguous}],
            "organisers": [body],
        }
        for name, (body, ambiguous) in bodies.items()
    ]
    watchlist = load_watchlist(add=forums)
    for name, (body, _) in bodies.items():
        text = f"The {body} opened the LDW conference on Monday."
        assert [m.forum_id for m in find_mentions(Article("", "News", text), watchlist)] == [name], name


def test_a_name_is_found_with_every_ending_that_its_words_may_have() -> None:
    assert len(STEMS) > 1000
    missed = []
    for term in STEMS:
        for ending in ENDINGS:
            name = written(term, ending)
            places = MATCHER.find(f"na {name}, ")
            if not any(place.start <= 3 and place.end >= 3 + len(name) for place in places):
                missed.append(name)
    assert not missed


def test_a_name_that_goes_on_as_another_thing_is_not_found() -> None:
    """So much of it as stands before its second changing word is in every text: "digital", "international"."""
    found = []
    for term in STEMS:
        if term.onward:
            begun = written(term, "u").partition(term.onward)[0]
            found += [
                f"na {begun} qqzzx" for place in MATCHER.find(f"na {begun} qqzzx") if term in place.terms
            ]
    assert not found
    assert {term.onward for term in STEMS} > {""}  # of names of one word, too
