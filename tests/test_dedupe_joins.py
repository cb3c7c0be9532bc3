"""Which text proves that two stories are one, in whatever order the texts come; and which only looks so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from dedupesamples import STORIES
from joinsamples import (
    ABOUT,
    AGENCIES,
    BOTH_SPEAKERS,
    CLINIC,
    CORRIDOR,
    DIGEST,
    HALDEN,
    LAMP,
    LONG_ACCOUNT,
    NOTICE,
    PLAIN_QUARTER,
    QUARTERS,
    QUOTING,
    SANDVIKA,
    SPEAKERS,
    TICKET,
    WRECK,
    cut,
    short,
    whole,
)
from storesamples import NOW, with_sources
from translationsamples import DAY, saving, told

from crawler.dedupe import fingerprint
from crawler.dedupe.joins import Whole, joined
from storage.articles import save as articles
from storage.database import Database
from storage.records import Neighbour, Verdict
from storage.reports.standing import check

Text = tuple[str, str]


def stored(folder: Path, texts: Sequence[tuple[str, Text]]) -> list[articles.StoredArticle]:
    """The articles of these (language, text), stored in that order into a store of their own that is sound after it."""
    folder.mkdir(exist_ok=True)
    name = f"{len(list(folder.iterdir()))}.db"
    with Database(f"sqlite:///{folder / name}") as db:
        with_sources(db)
        for number, (language, text) in enumerate(texts):
            db.call(saving(told(language, text, url=f"http://{number}.example/{number}")))
        assert db.read(check) == []
        return sorted(db.read(articles.list_articles), key=lambda found: found.id)


RELEASE = [("zh", CORRIDOR["zh"]), ("en", CORRIDOR["en"]), ("en", CORRIDOR["english"])]


@pytest.mark.parametrize("order", list(permutations(RELEASE)))
def test_two_translations_of_a_release_are_one_story_wherever_its_original_comes(tmp_path, order):
    found = stored(tmp_path, order)
    assert {a.story_id for a in found} == {1}
    assert [a.relation for a in found] == ["original", "translated", "translated"]
    if [language for language, _ in order] == ["en", "en", "zh"]:
        assert [a.copy_of for a in found] == [None, 3, 1]


@pytest.mark.parametrize("first", range(4))
def test_a_release_in_three_languages_is_one_story_in_every_order(tmp_path, first):
    texts = [*RELEASE, ("th", CORRIDOR["th"])]
    for order in permutations(texts[:first] + texts[first + 1 :]):
        assert {a.story_id for a in stored(tmp_path, [texts[first], *order])} == {1}


@pytest.mark.parametrize("language", ["de", "ru", "ar", "th", "ja", "ko", "vi"])
def test_two_ways_to_cut_a_text_are_one_story_once_it_comes_whole(tmp_path, language):
    parts = STORIES[language]
    texts = [short(parts), cut(parts, "Q. 7"), whole(parts)]
    for order in permutations(texts):
        found = stored(tmp_path, [(language, text) for text in order])
        assert {a.story_id for a in found} == {1}, [texts.index(text) for text in order]
        assert {a.relation for a in found[1:]} == {"near"}


def lead(text: Text) -> Text:
    """The first paragraph, under the title."""
    return text[0], text[1].partition("\n")[0]


def test_a_copy_that_is_whole_brings_its_translation_to_the_cut_one(tmp_path):
    texts = [("en", lead(CORRIDOR["en"])), ("zh", CORRIDOR["zh"]), ("en", CORRIDOR["en"])]
    for order in permutations(texts):
        assert {a.story_id for a in stored(tmp_path, order)} == {1}, [texts.index(text) for text in order]


def test_a_text_that_is_translated_whole_brings_its_translation_to_a_part_with_a_lead_of_its_own(tmp_path):
    texts = [("en", SANDVIKA), ("de", LAMP["de"]), ("en", LAMP["en"])]
    for order in permutations(texts):
        assert {a.story_id for a in stored(tmp_path, order)} == {1}, [texts.index(text) for text in order]


def test_two_parts_with_leads_of_their_own_are_one_story_once_the_text_comes_whole(tmp_path):
    texts = [("en", SANDVIKA), ("en", HALDEN), ("en", LAMP["en"])]
    for order in permutations(texts):
        assert {a.story_id for a in stored(tmp_path, order)} == {1}, [texts.index(text) for text in order]


def test_an_abridged_translation_brings_together_an_original_and_its_translation_of_two_weeks_after(tmp_path):
    abridged = CORRIDOR["th"][0], CORRIDOR["th"][1].rpartition("\n")[0]
    release = [("zh", CORRIDOR["zh"], 0), ("en", CORRIDOR["en"], 14), ("th", abridged, 7)]
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        with_sources(db)
        for language, text, days in release:
            db.call(saving(told(language, text, published_at=NOW + days * DAY), NOW + 14 * DAY))
        found = sorted(db.read(articles.list_articles), key=lambda found: found.id)
    assert {a.story_id for a in found} == {1}
    assert [a.copy_of for a in found] in ([None, 3, 1], [None, 3, 2])


def after_notice(report: Text) -> Text:
    """A report of one's own, behind what was sent round."""
    return report[0], f"{NOTICE[1]}\n{report[1]}"


def of_agency(*releases: Text) -> Text:
    return releases[0][0], "\n".join([*(text for _, text in releases), ABOUT])


# (two texts that are two stories, a text that tells something of both)
TRAPS = {
    "a digest in another language": (("en", CORRIDOR["en"]), ("en", CLINIC["en"]), ("zh", DIGEST)),
    "a digest in the same language": (("zh", CORRIDOR["zh"]), ("zh", CLINIC["zh"]), ("zh", DIGEST)),
    "a digest of a copy and a translation": (("zh", CORRIDOR["zh"]), ("en", CLINIC["en"]), ("zh", DIGEST)),
    "a page that quotes two agencies": (("en", AGENCIES[0]), ("en", AGENCIES[1]), ("en", QUOTING["en"])),
    "one in another language": (("en", AGENCIES[0]), ("en", AGENCIES[1]), ("de", QUOTING["de"])),
    "a notice that two reports begin with": (
        ("en", after_notice(AGENCIES[0])),
        ("en", after_notice(AGENCIES[1])),
        ("en", NOTICE),
    ),
    "two releases above one account of their agency": (
        ("en", of_agency(CORRIDOR["en"])),
        ("en", of_agency(CLINIC["en"])),
        ("en", of_agency(CORRIDOR["en"], CLINIC["en"])),
    ),
    "two releases above a long account of their agency": (
        ("en", (TICKET[0], f"{TICKET[1]}\n{LONG_ACCOUNT}")),
        ("en", (WRECK[0], f"{WRECK[1]}\n{LONG_ACCOUNT}")),
        ("en", ("News of the agency: ticket and wreck", f"{TICKET[1]}\n{WRECK[1]}\n{LONG_ACCOUNT}")),
    ),
    "reports by one form": (("en", QUARTERS[0]), ("en", QUARTERS[1]), ("en", PLAIN_QUARTER)),
    "a series of announcements": (("en", SPEAKERS[0]), ("en", SPEAKERS[1]), ("en", BOTH_SPEAKERS)),
}


@pytest.mark.parametrize("name", TRAPS)
def test_a_page_that_tells_two_stories_joins_them_not(tmp_path, name):
    first, second, both = TRAPS[name]
    for pair in ((first, second), (second, first)):
        found = stored(tmp_path, [*pair, both])
        assert len({a.story_id for a in found}) == 2
        assert found[2].relation != "original"  # it is known, and yet proves nothing


def test_what_is_an_item_of_a_page_is_not_what_that_page_tells():
    item, other = CORRIDOR["en"], CLINIC["en"]
    page = Whole(fingerprint(told("en", (item[0], f"{item[1]}\n{other[1]}"))))
    copy = Neighbour(1, 1, "en", None, NOW, fingerprint(told("en", item)))
    assert Whole(copy.fingerprint).is_told(copy)
    assert not page.is_told(copy)


def test_stories_of_which_any_two_members_contradict_stay_two_whatever_others_prove():
    second, third = (fingerprint(told("en", text)) for text in QUARTERS)
    matches = [
        (Verdict("near", number, story, 0.9), Neighbour(number, story, "en", None, NOW, of))
        for number, story, of in ((1, 1, second), (2, 2, second), (3, 2, third))
    ]
    assert joined(matches[:2], lambda one, other: True).joins
    assert joined(matches, lambda one, other: True) == matches[0][0]


def test_a_correction_is_a_copy_and_joins_nothing_else(tmp_path):
    right = (CORRIDOR["en"][0], CORRIDOR["en"][1].replace("417 electric", "471 electric"))
    texts = [("en", CORRIDOR["en"]), ("en", CLINIC["en"]), ("en", right), ("zh", CLINIC["zh"])]
    for order in permutations(texts):
        stories = {text[1][0]: a.story_id for text, a in zip(order, stored(tmp_path, order), strict=True)}
        assert len(set(stories.values())) == 2
        assert stories[CLINIC["en"][0]] == stories[CLINIC["zh"][0]]
