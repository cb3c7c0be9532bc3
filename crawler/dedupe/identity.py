"""An article → the key under which it is stored: its own address's, or the declared one's where that is safe.

Sites declare canonical addresses carelessly: the home page, the section, or one address for every page. A
declared address is therefore believed only where it visibly means the same article, by a number or a slug
that both addresses hold.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from crawler.dedupe.sites import site
from crawler.dedupe.urls import url_key
from storage.records import Article

_NUMBER = re.compile(r"[^\W_]*\d[^\W_]*")
_LONG = re.compile(r"\d{4,}")
_DATE = re.compile(r"(?:19|20|25)\d\d(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?")
_WORD = re.compile(r"[^\W_]+")
_EXTENSION = re.compile(r"\.[a-z]{2,5}\d?$")
SLUG_WORDS = 3  # of fewer words many articles' slugs are made: "news", "press-release"
SLUG_BYTES = 24  # as many where a script puts no spaces between words


def identity(article: Article) -> str:
    """The key of the article's canonical address where that is trustworthy, else of its own."""
    own = url_key(article.url)
    if article.canonical_url in (None, "", article.url):
        return own
    declared = url_key(article.canonical_url)
    return declared if declared != own and _means_the_same(own, declared) else own


def _means_the_same(own: str, declared: str) -> bool:
    """Whether the declared key says all that tells the own one from the site's other pages."""
    if site(own) != site(declared):
        return False
    own_path, own_query = _split(own)
    path, query = _split(declared)
    if own_path != path and (own_path + "/").startswith(path.rstrip("/") + "/"):
        return False  # the home page, or the section above
    told = set(_WORD.findall(f"{path} {query}"))
    values = " ".join(pair.partition("=")[2] for pair in own_query.split("&"))
    if not told.issuperset(_NUMBER.findall(own_path)) or not told.issuperset(_WORD.findall(values)):
        return False  # the day it leaves out, ?id=5 that it does not know, ?page=2
    return own_path == path or _share_number(own, declared) or _share_slug(own_path, path)


def _split(key: str) -> tuple[str, str]:
    path, _, query = key.partition("://")[2].partition("/")[2].partition("#")[0].partition("?")
    return "/" + unquote(path), unquote(query)


def _share_number(own: str, declared: str) -> bool:
    """Whether both hold the same long number that is no date."""
    numbers = set(_LONG.findall(own)).intersection(_LONG.findall(declared))
    return any(not _DATE.fullmatch(number) for number in numbers)


def _share_slug(own: str, declared: str) -> bool:
    mine, theirs = _slug(own), _slug(declared)
    return mine == theirs and (len(_WORD.findall(mine)) >= SLUG_WORDS or len(mine.encode()) >= SLUG_BYTES)


def _slug(path: str) -> str:
    return _EXTENSION.sub("", path.rstrip("/").rpartition("/")[2].casefold())
