"""How names and texts are folded before they are compared: as the store's search folds them (storage.text.folding)."""

from __future__ import annotations

from functools import lru_cache

from crawler.patterns import lazily
from storage.text.folding import MAX_FOLDED, Folded, fold

__all__ = ["MAX_FOLDED", "UNSPACED", "Folded", "fold", "folded_name"]
MAX_KEPT = 32_768  # five shipped lists; each name is asked for several times while one is loaded
UNSPACED = lazily(
    "[\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af]"
)  # a sign of a script in which names are set without spaces


@lru_cache(maxsize=MAX_KEPT)
def folded_name(name: str) -> str:
    """A name or word of the watchlist as folded texts have it."""
    return fold(name).text.strip()
