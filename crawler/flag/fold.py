"""How names and texts are folded before they are compared: as the store's search folds them (storage.folding)."""

from __future__ import annotations

from functools import lru_cache

from storage.folding import MAX_FOLDED, Folded, fold

__all__ = ["MAX_FOLDED", "Folded", "fold", "folded_name"]
MAX_KEPT = 32_768  # five shipped lists; each name is asked for several times while one is loaded


@lru_cache(maxsize=MAX_KEPT)
def folded_name(name: str) -> str:
    """A name or word of the watchlist as folded texts have it."""
    return fold(name).text.strip()
