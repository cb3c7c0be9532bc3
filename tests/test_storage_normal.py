"""Normal forms: as Unicode has them, in a time that grows with the text alone."""

from __future__ import annotations

import unicodedata
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from storage.text.normal import MAX_MARKS, normalized


@given(
    st.text(st.one_of(st.characters(), st.sampled_from("e\u0301\u0316\u0e48กำ가\u1100\u1161")), max_size=200)
)
def test_texts_that_people_write_get_unicodes_normal_form(text: str) -> None:
    assert normalized("NFC", text) == unicodedata.normalize("NFC", text)
    assert normalized("NFKC", text) == unicodedata.normalize("NFKC", text)


def test_a_row_of_a_million_marks_is_cut_before_it_costs_hours() -> None:
    before = process_time()
    text = normalized("NFC", "k" + "\u0301\u0316" * 500_000 + "k")
    assert process_time() - before < 5  # seconds; a tenth of one is usual
    assert len(text) <= MAX_MARKS + 2
    assert text[-1] == "k"
