"""A page's address → whether it names one thing of many: a headline, a number, or only what a field of a search seeks."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

SOUGHT, FIELDS = 2, 20  # characters of a word that is sought, and fields of an address that are looked at
HYPHENS = 2  # of an address's last part, which then tells a headline
_SEEKS = frozenset(("q", "s", "query", "search", "keyword", "keywords"))  # fields of an address
# one thing among many
_BY_NUMBER = re.compile(r"(?:^|&)(?:id|p|aid|nid|newsid|article\w*|no|idx\w*)=\d", re.I)
_NUMBER = re.compile(r"\d{4,}")
# a day and a name; a number behind it is a page of an archive
_OF_DAY = re.compile(r"/\d{4}/\d{1,2}/(?:\d{1,2}/)?[^\W\d][^/]*/?$")
_HYPHEN = re.compile(r"[-_]")


def is_by_number(query: str) -> bool:
    """Whether a query tells one thing among many by its number: `id=4711`."""
    return _BY_NUMBER.search(query) is not None


def says_what_it_seeks(url: str | None, title: str | None) -> bool:
    """Whether a page's title holds what a field for that of its address seeks, and the address no headline.

    Other fields hold words of titles too: `lang=en`, `section=economy`.
    """
    path, query = split_address(url)
    said = (title or "").casefold()
    if not query or names_headline(path) or is_by_number(query):
        return False
    sought = (v.strip().casefold() for key, v in _fields(query) if key.lower() in _SEEKS)
    return any(len(v) >= SOUGHT and not v.isdecimal() and _tells(said, v) for v in sought)


def _tells(said: str, sought: str) -> bool:
    """Whether a title holds what is sought; in ASCII as whole words, not "ai" in "said"."""
    if not sought.isascii():
        return sought in said
    return re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", said) is not None


def _fields(query: str) -> list[tuple[str, str]]:
    """The first fields of an address; more would be refused as an error."""
    return parse_qsl("&".join(query.split("&", FIELDS)[:FIELDS]))


def names_headline(path: str) -> bool:
    """Whether the path of an address ends as one of an article does: words with hyphens, a number, a name below a day."""
    last = path.rstrip("/").rpartition("/")[2]
    return (
        len(_HYPHEN.findall(last)) >= HYPHENS
        or _NUMBER.search(last) is not None
        or bool(_OF_DAY.search(path))
    )


def split_address(url: str | None) -> tuple[str, str]:
    """The path and the query of an address, empty where it has none or is none."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return "", ""
    return parts.path, parts.query
