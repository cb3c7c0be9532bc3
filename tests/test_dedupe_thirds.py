"""What a text in another language shows of two that came before it, and what it does not."""

from __future__ import annotations

from itertools import permutations

import pytest
from joinsamples import CLINIC, CORRIDOR
from test_dedupe_joins import stored
from thirdsamples import BAKERY, BUOY, CAPSULE, CAPSULE_AT_HOME, CAPSULE_IN_FULL

ONE = {
    "two ways to write Chinese, and a translation": (
        ("zh", CAPSULE["zh"]),
        ("zh-TW", CAPSULE["tw"]),
        ("en", CAPSULE["en"]),
    ),
    "a release, what a local paper made of it, and a translation": (
        ("fr", BAKERY["fr"]),
        ("fr", BAKERY["local"]),
        ("en", BAKERY["en"]),
    ),
    "an original, its translation, and what was made of that": (
        ("zh", CAPSULE["zh"]),
        ("nl", CAPSULE["nl"]),
        ("en", CAPSULE["en"]),
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_a_translation_shows_that_two_texts_are_one_story_wherever_it_comes(tmp_path, name):
    first, second, third = ONE[name]
    alone = stored(tmp_path, [first, second])
    assert len({a.story_id for a in alone}) == 2
    for order in permutations((first, second, third)):
        found = stored(tmp_path, order)
        assert {a.story_id for a in found} == {1}, [text[0] for text in order]
        assert sum(a.relation == "original" for a in found) == 1


def test_a_copy_shows_that_a_brief_was_made_of_its_translation(tmp_path):
    copied, brief, text = ("zh-TW", CAPSULE_AT_HOME), ("nl", CAPSULE_IN_FULL), ("zh-TW", CAPSULE["tw"])
    assert len({a.story_id for a in stored(tmp_path, [copied, brief])}) == 2
    for pair in ((copied, brief), (brief, copied)):
        assert {a.story_id for a in stored(tmp_path, [*pair, text])} == {1}


TWO = {
    "two reports of one event, and a translation of one": (
        ("fr", BAKERY["fr"]),
        ("fr", BAKERY["own"]),
        ("en", BAKERY["en"]),
    ),
    "a report, what came after it, and a translation of the report": (
        ("fr", BAKERY["fr"]),
        ("fr", BAKERY["later"]),
        ("en", BAKERY["en"]),
    ),
    "a page that tells one of two stories whole, and the other in short": (
        ("en", CORRIDOR["en"]),
        ("en", CLINIC["en"]),
        ("zh", (CORRIDOR["zh"][0], f"{CORRIDOR['zh'][1]}\n{CLINIC['zh'][1].partition(chr(10))[0]}")),
    ),
    "a page with one of two stories, and the other's original": (
        ("zh", CORRIDOR["zh"]),
        ("en", CLINIC["en"]),
        ("zh", (CORRIDOR["zh"][0], f"{CORRIDOR['zh'][1]}\n{CLINIC['zh'][1]}")),
    ),
}


@pytest.mark.parametrize("name", TWO)
def test_what_shares_no_wording_and_tells_less_of_the_same_stays_another_story(tmp_path, name):
    first, second, third = TWO[name]
    for pair in ((first, second), (second, first)):
        found = stored(tmp_path, [*pair, third])
        assert found[0].story_id != found[1].story_id


def test_a_note_that_counts_three_things_and_names_one_finds_its_translation(tmp_path):
    for order in permutations(BUOY.items()):
        assert len({a.story_id for a in stored(tmp_path, order)}) == 1
