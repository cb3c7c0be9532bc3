"""Forums → what they are called on a tag, where there is no room for a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from crawler.flag import Forum

BRIEF = 16  # code points of a name that is as good as an acronym
SHORT = 44  # code points of a name that a tag can hold
_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Za-z0-9&.+-]{2,12}")


def labels(forums: Mapping[str, Forum]) -> dict[str, str]:
    """By id: a brief name, else an acronym in Latin letters that no other forum has, else a short name, else the id.

    What a name says in brackets ("LEAP (Riyadh)") is left out.
    """
    acronyms = {each.id: _acronym(each) for each in forums.values()}
    times = Counter(acronyms.values())
    found = {}
    for forum in forums.values():
        name, acronym = forum.name.partition(" (")[0], acronyms[forum.id]
        if len(name) > BRIEF and acronym and times[acronym] == 1:
            name = acronym
        found[forum.id] = name if len(name) <= SHORT else forum.id
    return found


def _acronym(forum: Forum) -> str | None:
    return next((each.text for each in forum.abbreviations if _ACRONYM.fullmatch(each.text)), None)
