"""What of sources.yaml cannot be kept, told where somebody will see it."""

from __future__ import annotations

from collections.abc import Sequence

from .logs import tell
from .output import harmless

TOLD = 5  # in notes; `status` tells all


def tell_plan(found: Sequence[str]) -> None:
    """Say on stderr what cannot be kept."""
    for said in found[:TOLD]:
        tell(harmless(f"note: cannot be kept: {said}"))
    if len(found) > TOLD:
        tell(f"note: {len(found) - TOLD:,} more things that cannot be kept; `forumwatch status` tells them")
