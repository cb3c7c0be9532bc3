"""What of sources.yaml cannot be kept, which forums are new in it, and what of them is read otherwise than it stands there
or was taken by earlier versions only, told where somebody will see it.
"""

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


def tell_added(owed: Sequence[str]) -> None:
    """Say on stderr which forums nobody has looked for in what was stored before they were added."""
    for said in owed:
        tell(harmless(f"note: not looked for: {said}"))


def tell_elder(found: Sequence[str]) -> None:
    """Say on stderr what of forums earlier versions took, and how it is read until it is mended."""
    for said in found:
        tell(harmless(f"note: taken by earlier versions only: {said}"))


def tell_misread(found: Sequence[str]) -> None:
    """Say on stderr which examples of forums are read otherwise than they say."""
    for said in found:
        tell(harmless(f"note: read otherwise by the rules of this version: {said}"))
