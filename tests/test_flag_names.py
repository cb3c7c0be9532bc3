"""The names of inflected languages: found in every case, and looked at only where a text goes on as they do."""

from __future__ import annotations

import re

from crawler.flag import load_watchlist
from crawler.flag.terms import Term

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
