"""How names and texts are folded before they are compared: as the store's search folds them (storage.text.folding)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from crawler.patterns import lazily
from storage.text.folding import MAX_FOLDED, Folded, fold, fold_each

__all__ = ["MAX_FOLDED", "UNSPACED", "Folded", "fold", "folded_name", "folded_names"]
MAX_KEPT = 4096  # names that articles ask for
# a sign of a script in which names are set without spaces
UNSPACED = lazily("[\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af]")


@lru_cache(maxsize=MAX_KEPT)
def folded_name(name: str) -> str:
    """A name or word of the watchlist as folded texts have it."""
    return fold(name).text.strip()


def folded_names(names: Iterable[str]) -> dict[str, str]:
    """The same of each, by the name: a watchlist has thousands."""
    return {name: folded.strip() for name, folded in fold_each(names).items()}
