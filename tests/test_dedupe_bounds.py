"""Fingerprints of texts that no newsroom wrote: bounded in time."""

from __future__ import annotations

from time import process_time

import pytest

from crawler.dedupe import fingerprint
from crawler.dedupe.shingles import MAX_LETTERS, fold
from storage.records import Article


@pytest.mark.parametrize(
    "piece", ["ﷺ", "\u0301\u0316", "e\u0301\u0316", "½", "经济，", "1,", '."', "\n", "a. "]
)
def test_a_long_text_of_anything_costs_no_more_than_a_long_article(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    before = process_time()
    fingerprint(Article(url="https://news.example/a", title=text, text=text))
    assert process_time() - before < 3  # seconds; an article takes a tenth of one


def test_characters_that_become_eighteen_do_not_make_a_text_longer_than_two() -> None:
    assert len(fold("ﷺ" * MAX_LETTERS)) == 2 * MAX_LETTERS
