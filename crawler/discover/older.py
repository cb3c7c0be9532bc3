"""Where a document goes on with older entries: what it links to, or the next page of a feed that WordPress writes."""

from __future__ import annotations

import re

from .addresses import absolute

_PAGED = re.compile(r"([?&]paged=)(\d{1,6})(?=&|$)")


def older_part(link: str | None, generator: str | None, base: str) -> str | None:
    """The absolute address of the next part of a feed at `base`; None where it names none.

    `link` is its link of RFC 5005 (``prev-archive`` or ``next``) or JSON Feed's ``next_url``.
    """
    if named := absolute(link, base):
        return named if named != base else None
    if "wordpress" not in (generator or "").lower():
        return None
    if page := _PAGED.search(base):
        return f"{base[: page.start()]}{page[1]}{int(page[2]) + 1}{base[page.end() :]}"
    return f"{base}{'&' if '?' in base else '?'}paged=2"
