"""An address → its words, and whether they are those of a thing: of a page of the site, of a tag by which it lists."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import unquote, urlsplit

from crawler.parse.kinds.thing_words import NEWS, TOPICS, WORDS, folded_words
from crawler.parse.page.clean import width

UNSPACED = 12  # letters of a name in a script without spaces
SLUG = 2  # words of a part of an address that is a section; a headline, or a name, has more
WORDS_OF_ADDRESS = 4  # of one of its parts; a headline has more


def path_of(url: str | None) -> str:
    """The path of an address; "" where it has none, or is none."""
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""


def last_of(url: str | None) -> str:
    """The last part of an address's path."""
    return unquote(path_of(url).rstrip("/").rpartition("/")[2])


def own_address(url: str | None) -> list[str]:
    """The words of each part of an address, its host's first ones too; none behind a section of news."""
    try:
        parts = urlsplit(url or "")
        host = (parts.hostname or "").split(".")[:-2]
    except ValueError:
        return []
    folders = [folded_words(unquote(p).rpartition(".")[0] or unquote(p)) for p in parts.path.split("/") if p]
    hosts = [folded_words(name) for name in host]
    filed = [words for words in folders if len(words.split()) <= SLUG]  # "news-editor-emea" is a job's
    if any(map(NEWS.search, filed + hosts)):
        return []
    return hosts + [words for words in folders if len(words.split()) <= WORDS_OF_ADDRESS]


def is_tagged(own: list[str], heads: list[str]) -> bool:
    """Whether an address tells by which tag a page lists, and its headline is that."""
    return any(
        (WORDS["list"].fullmatch(before) or TOPICS.fullmatch(before)) is not None
        and tag.strip() != ""
        and _is_tag(tag, heads[-1])
        for before, tag in pairwise(own)
        if heads
    )


def _is_tag(tag: str, head: str) -> bool:
    """Whether a headline is a tag, or a word in letters that its address cannot have; a number is an article's."""
    foreign = not head.isascii() and tag.isascii() and len(head.split()) == 1 and any(map(str.isalpha, tag))
    return tag == head or (foreign and len(tag.split()) == 1 and width(head) <= UNSPACED)
