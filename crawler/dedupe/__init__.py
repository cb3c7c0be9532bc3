"""An article → its keys and verdicts: which addresses mean the same, and which texts are copies or translations."""

from __future__ import annotations

from crawler.dedupe.anchors import Anchors, anchor_keys, anchored, anchors
from crawler.dedupe.copies import fingerprint, judge
from crawler.dedupe.difference import compare, words_of
from crawler.dedupe.dress import keyed, redressed, retold
from crawler.dedupe.encoder import Encoder, EncoderMissing
from crawler.dedupe.identity import identity
from crawler.dedupe.sites import origin, site
from crawler.dedupe.soundness import careful
from crawler.dedupe.spread import spread
from crawler.dedupe.translations import translated
from crawler.dedupe.urls import url_key

__all__ = [
    "Anchors",
    "Encoder",
    "EncoderMissing",
    "anchor_keys",
    "anchored",
    "anchors",
    "careful",
    "compare",
    "fingerprint",
    "identity",
    "judge",
    "keyed",
    "origin",
    "redressed",
    "retold",
    "site",
    "spread",
    "translated",
    "url_key",
    "words_of",
]
