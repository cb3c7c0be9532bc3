"""How often somebody may ask: a bucket of tokens for each, in memory."""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass, field

KNOWN = 10_000  # buckets kept; the longest unused is forgotten, which is full again by then


@dataclass(slots=True)
class Rates:
    """`burst` requests at once, and `per_s` a second after that."""

    per_s: float
    burst: float
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)  # who → (tokens, when)

    def wait_s(self, who: str, now_s: float, cost: float = 1.0) -> int:
        """Take `cost` from the bucket of `who`; 0, or the whole seconds after which there will be enough."""
        left, then = self._left.pop(who, (self.burst, now_s))
        left = min(self.burst, left + (now_s - then) * self.per_s)
        enough = left >= cost
        self._left[who] = (left - cost if enough else left, now_s)
        if len(self._left) > KNOWN:
            self._left.popitem(last=False)
        return 0 if enough else max(1, math.ceil((cost - left) / self.per_s))
