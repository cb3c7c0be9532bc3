"""The address of a page → the words of its parts, which tell where it is filed: /jobs/, /speakers/."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from crawler.parse.thing_media import path_of
from crawler.parse.thing_words import NEWS, folded_words

SLUG = 2  # words of a part of an address that is a section; a headline, or a name, has more
WORDS_OF_ADDRESS = 4  # of one of its parts; a headline has more


def own_parts(url: str | None) -> list[str]:
    """The words of each part of an address, its host's first ones too; none behind a section of news."""
    try:
        parts = urlsplit(url or "")
        host = (parts.hostname or "").split(".")[:-2]
    except ValueError:
        return []
    folders = [folded_words(unquote(p).rpartition(".")[0] or unquote(p)) for p in parts.path.split("/") if p]
    hosts = [folded_words(name) for name in host]
    filed = [
        words for words in folders if len(words.split()) <= SLUG
    ] + hosts  # "news-editor-emea" is a job's
    if any(map(NEWS.search, filed)):
        return []
    return hosts + [words for words in folders if len(words.split()) <= WORDS_OF_ADDRESS]


def last_part(url: str | None) -> str:
    """The last part of an address."""
    return unquote(path_of(url).rstrip("/").rpartition("/")[2])
