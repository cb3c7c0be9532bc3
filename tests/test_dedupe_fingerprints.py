"""What is kept of a text to compare it: the same in every process, small, and of any text."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

from copysamples import LANGUAGES, NOW, article, verdict
from dedupesamples import STORIES, text_of
from hypothesis import example, given
from hypothesis import strategies as st
from xxhash import xxh3_64_hexdigest

from crawler.dedupe import fingerprint, judge
from crawler.dedupe.sketch import SIZE, pack, smallest, unpack
from storage.records import Neighbour, Verdict

DRESS = (  # letters that are folded one by one, and those that hang on their neighbours
    "Die „große“ Messe…\xa0fiel auf den 3.\u200b Mai; 1.234,5 ™ kamen, ½ davon aus İzmir. \u212b £7 (Ǆ) KÖLN\n",
    "nai\u0308ve ﬁel ﷺ ٣٫٤ 👩\u200d💻 ＡＢＣ １２３。\0\ud800 Ὀδυσσεύς\n",
)


def test_judging_without_neighbours_finds_an_original():
    assert judge(fingerprint(article("A", text_of("en"))), []) == Verdict("original")


def test_keys_fit_a_signed_column_and_blobs_stay_small():
    for language in LANGUAGES:
        found = fingerprint(article(STORIES[language][0], text_of(language)))
        assert all(-(2**31) <= key < 2**31 for key in found.keys)
        assert len(found.keys) == len(set(found.keys)) <= 20
        assert len(found.text_hash) == 16
        assert len(found.sketch) + len(found.numbers) + len(found.head) <= 580


@given(st.lists(st.integers(0, 2**64 - 1), max_size=300))
@example([(step * 255) << 48 for step in range(200)])
@example([0, 1, 2**64 - 1])
def test_a_sketch_is_read_as_it_was_packed(shingles: list[int]):
    least = smallest(shingles, SIZE)
    blob = pack(least)
    assert unpack(blob) == [shingle >> 48 for shingle in least]
    assert len(blob) <= 1 + 2 * SIZE


def test_a_fingerprint_is_the_same_in_every_process():
    program = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from dedupesamples import STORIES, text_of\n"
        "from crawler.dedupe import fingerprint\n"
        "from storage.records import Article\n"
        "print([fingerprint(Article('', STORIES[x][0], text_of(x))) for x in sorted(STORIES)])"
    )
    here = Path(__file__).parent
    told = {
        subprocess.run(
            [sys.executable, "-c", program, str(here), str(here.parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(told) == 1


def test_a_fingerprint_stays_what_it_was():
    """Stored fingerprints are compared with new ones: who changes this changes VERSION, too, unless all that changes is
    which places of figures and names are kept, as only those that both texts have are compared.
    """
    found = fingerprint(article(STORIES["en"][0], text_of("en")))
    assert (found.version, found.keys[:2]) == (2, (-1517968317, -1562782304))
    assert found.text_hash.hex() == "8de3f62f8663689ce0275dfbefad1953"
    odd = "".join(DRESS)
    texts = [article(STORIES[code][0], text_of(code)) for code in LANGUAGES]
    texts += [article(odd[:20], odd * 30), article(DRESS[0][:20], DRESS[0] * 30)]
    parts = [(f.keys, f.text_hash, f.sketch, f.numbers, f.head, f.length) for f in map(fingerprint, texts)]
    assert xxh3_64_hexdigest(repr(parts).encode()) == "2ae506fb64e3142f"


@given(st.text(max_size=400), st.text(max_size=60))
def test_any_text_has_a_fingerprint_that_equals_itself(text, title):
    print_ = fingerprint(article(title, text))
    found = judge(print_, [Neighbour(7, 3, None, None, NOW, print_)])
    assert found == (Verdict("exact", 7, 3, 1.0) if print_.keys else Verdict("original"))


@given(st.randoms(use_true_random=False), st.sampled_from(LANGUAGES))
def test_any_two_mutilations_can_be_compared(rng: random.Random, language: str):
    letters = list(text_of(language))
    for _ in range(rng.randrange(1, 40)):
        at = rng.randrange(len(letters) + 1)
        letters[at : at + rng.randrange(0, 200)] = rng.choice(["", " ", "7", "\n", "۔", "x" * 50])
    verdict(article("One", "".join(letters), "https://b.example.org/2"), article("Two", text_of(language)))


def test_a_very_long_text_costs_no_more_than_thirty_pages():
    rng = random.Random(1)
    long = " ".join(f"word{rng.randrange(5000)}" for _ in range(400_000))
    assert fingerprint(article("Long", long)) == fingerprint(article("Long", long[:60_000]))
