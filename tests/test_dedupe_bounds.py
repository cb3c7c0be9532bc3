"""Fingerprints of texts that no newsroom wrote: bounded in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from time import process_time

import pytest
from dedupesamples import STORIES

from crawler.dedupe import anchor_keys, careful, fingerprint, judge
from crawler.dedupe.folding import MAX_LETTERS, fold, spaced
from storage.records import Article, Neighbour


@pytest.mark.parametrize(
    "piece", ["ﷺ", "\u0301\u0316", "e\u0301\u0316", "½", "经济，", "1,", '."', "\n", "a. "]
)
def test_a_long_text_of_anything_costs_no_more_than_a_long_article(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    before = process_time()
    fingerprint(Article(url="https://news.example/a", title=text, text=text))
    assert process_time() - before < 3  # seconds; an article takes a tenth of one


def test_characters_that_become_eighteen_do_not_make_a_text_longer_than_two() -> None:
    assert len(fold("ﷺ" * MAX_LETTERS).text) == 2 * MAX_LETTERS


def test_a_text_with_few_letters_beyond_ascii_is_folded_as_one_with_others() -> None:
    letters = [chr(c) for c in (*range(0x80, 0x300), *range(0x1E00, 0x1F00), *range(0x2000, 0x2C00))]
    for at in range(0, len(letters), 8):
        text = "".join(f"A 1.0{letter}Bc" for letter in letters[at : at + 8])
        known = fold(text)
        assert (known.signs is None) == any("\u20d0" <= letter < "\u2100" for letter in letters[at : at + 8])
        assert spaced(fold(text + "\nไทย")) == spaced(known) + "\nไทย".encode(), text


def test_of_a_damaged_fingerprint_exact_copies_are_known_and_it_is_named() -> None:
    title, *paragraphs = STORIES["en"]
    mine = fingerprint(Article("http://a.example/1", title, "\n".join(paragraphs)))
    cut = fingerprint(Article("http://b.example/1", title, "\n".join(paragraphs[:-1])))
    kept = Neighbour(7, 3, "en", "c.example", datetime(2026, 11, 1, tzinfo=UTC), mine)
    named: list[int] = []
    judged = careful(judge, named.append)
    assert [judged(found, [kept]).relation for found in (mine, cut)] == ["exact", "near"]
    earlier = replace(kept, fingerprint=replace(mine, version=1, head=b"BB1", numbers=b""))
    assert [judged(found, [earlier]).relation for found in (mine, cut)] == ["exact", "original"]
    assert named == []
    for damage in (
        {"sketch": b"H1"},
        {"numbers": b"odd"},
        {"head": b""},
        {"anchors": b"odd"},
        {"vector": b"v"},
    ):
        spoilt = replace(kept, fingerprint=replace(mine, **damage))
        verdicts = [judged(found, [spoilt]) for found in (mine, cut)]
        assert [(v.relation, v.story_id) for v in verdicts] == [("exact", 3), ("original", None)], damage
    assert set(named) == {7}
    earlier = replace(kept, fingerprint=replace(mine, version=1, head=b"\x0f1", numbers=b""))
    named.clear()
    assert [judged(found, [earlier]).relation for found in (mine, cut)] == ["exact", "original"]
    assert named == []
    assert anchor_keys(b"odd", "en") == ()
