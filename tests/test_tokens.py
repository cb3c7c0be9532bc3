"""The tokens that the indexes hold: each at its place, and as they were written."""

from __future__ import annotations

import re
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st
from searchsamples import TEXTS, WORDS

from storage.search.matching import placed, starts
from storage.text.tokens import joined, places, sought, tokens


@given(st.text(max_size=80) | st.lists(st.sampled_from([*WORDS, " ", "\n", "\u0301", "ﷺ"])).map("".join))
def test_tokens_and_their_places_agree_and_every_text_finds_itself(said_: str):
    where = list(places(said_))
    assert [place.token for place in where] == tokens(said_)
    assert all(0 <= place.start < place.first <= place.end <= len(said_) for place in where)
    assert re.findall("[A-Za-z0-9\x80-\U0010ffff]+", joined(said_)) == tokens(said_)  # as FTS5 cuts it
    held = placed(tokens(said_))
    assert not where or any(starts(phrase, held) for phrase in sought(said_))


def test_tokens_stay_as_they_are_in_the_indexes_of_stores():
    """Another recipe needs a migration that fills the index anew: what is indexed must be found and taken out again."""
    made = " ".join(token for said_ in TEXTS.values() for token in tokens(said_))
    assert sha256(made.encode()).hexdigest()[:16] == "a86d611369f453c8"
