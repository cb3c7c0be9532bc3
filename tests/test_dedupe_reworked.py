"""What a translation shows of two texts of one language that share hardly a word, or all but the lead."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from reworkedsamples import FERRY, ORCHARD
from storesamples import with_sources
from translationsamples import saving, told

from storage.articles import save as articles
from storage.database import Database

Text = tuple[str, tuple[str, str]]
NEXT_TO = {
    "in other words from line to line": (
        ("en", FERRY["en"]),
        ("en", FERRY["own words"]),
        ("nl", FERRY["nl"]),
    ),
    "under a lead of its own, with a sum that is rounded": (
        ("en", ORCHARD["en"]),
        ("en", ORCHARD["local"]),
        ("de", ORCHARD["de"]),
    ),
}
APART = {
    "a report of another desk": (("en", FERRY["en"]), ("en", FERRY["own report"]), ("nl", FERRY["nl"])),
    "the next step": (("en", ORCHARD["en"]), ("en", ORCHARD["next"]), ("de", ORCHARD["de"])),
}


def stories(folder: Path, rows: list[Text]) -> list[int]:
    folder.mkdir(parents=True)
    with Database(f"sqlite:///{folder}/a.db") as db:
        with_sources(db)
        for n, (language, text) in enumerate(rows):
            db.call(saving(told(language, text, url=f"http://{n}.example/{n}")))
        found = sorted(db.read(articles.list_articles), key=lambda article: article.id)
    return [article.story_id for article in found]


def test_what_was_made_of_a_text_is_its_story_by_a_translation_wherever_that_comes(tmp_path):
    for name, texts in NEXT_TO.items():
        assert len(set(stories(tmp_path / name / "alone", list(texts[:2])))) == 2, name
        for n, order in enumerate(permutations(texts)):
            assert set(stories(tmp_path / name / str(n), list(order))) == {1}, (name, n)


def test_what_was_not_made_of_it_stays_apart(tmp_path):
    for name, texts in APART.items():
        for n, order in enumerate(permutations(range(3))):
            found = dict(
                zip(order, stories(tmp_path / name / str(n), [texts[i] for i in order]), strict=True)
            )
            assert found[0] == found[2] != found[1], (name, order)


def test_a_translation_does_not_bring_together_two_who_heard_others_at_one_meeting(tmp_path):
    for n, order in enumerate([("en", "heard others"), ("heard others", "en")]):
        rows = [*(("en", FERRY[name]) for name in order), ("nl", FERRY["nl"])]
        assert len(set(stories(tmp_path / str(n), rows)[:2])) == 2, order
