"""A regular expression → the same, compiled when it is first asked: of 700 most speak of other scripts and words than a text has.

Once asked, it answers with the compiled expression's own methods, and costs what that costs.
"""

from __future__ import annotations

import re
from typing import Any, cast

_OWN = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Pattern:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """What is asked for the first time, of the compiled expression; two threads may both compile it."""
        compiled = re.compile(self.pattern, self._flags)
        for own in _OWN:
            setattr(self, own, getattr(compiled, own))
        return getattr(compiled, name)


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What re.compile() gives, for its methods and its `pattern`; a mistake in it is raised at its first use."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))
