"""How names and texts are folded before they are compared: as the store's search folds them (storage.folding)."""

from __future__ import annotations

from storage.folding import MAX_FOLDED, Folded, fold

__all__ = ["MAX_FOLDED", "Folded", "fold"]
