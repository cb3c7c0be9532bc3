"""What elements are called → whether that speaks of who wrote: "byline", "post-author", "hero-auth", "card__by".

Some words label other things as well: a firm's imprint, what is sent by mail, whom a photo is by, where readers log in.
"""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.parse.authors.names import is_lead
from crawler.parse.authors.signature import is_called
from crawler.parse.page.blocks import Mark, Outline
from crawler.patterns import lazily

_WORDS = (  # whole, or the element of a block: "card__by", but not "powered__by", "sort__by"
    r"(?:(?<![\w-])|(?<!ed)(?<!made)(?<!built)(?<!sort)(?<!filter)(?<!group)(?<!order)__)(?:firma|signatura|assinatura|by|auth|(?:\w-)?signature)(?![\w-])|(?<![\w-])by_(?:row|line|name|author)|(?<=-)auth(?![\w-])"
)
LABEL = lazily(
    rf"author(?!iz|it)|byline|(?<![\w-])writ(?:e|ten)[-_]?by(?![\w-])|creator|writer|reporter|autor|journalist|name-uid|muhabir|yazar(?!lar)|(?<!h)auteurs?\b|skribent|forfatter|penulis|jornalista|giornalista|periodista|kirjoittaja|szerz[oő]|{_WORDS}|egilea|contributor-name|alairas|ypografi|avtor(?!iz)|tac-?gia|(?<![a-z])(?:hissha|chosha)(?![a-z])|[ck]ol[uo]mnist|colunista|(?<![a-z])(?:hof|höf)undur(?![a-z])|(?<![a-z])mwandishi(?![a-z])|(?<![a-z])zuozhe(?![a-z])",
    re.I,
)
SIGNATURE = lazily(r"signatur|firma|assinatura")
# labels of other things as well, a firm's imprint or what is sent by mail: below them only a name is one
SIGNED = lazily(_WORDS, re.I)
NOT_LABEL = lazily(
    r"date|time|publi|bio|visually-?hidden|sr-only|screen-?reader|about|avatar|image|photo|social|share|count|follow|comment|related|box|bookmark|embed|preview|link-?card"
    r"|(?:user|header|login|nav|menu|modal|popup)[-_]+auth(?![a-z])|kep[-_]?alairas|(?:author|byline|writer|reporter|autor|journalist|muhabir|yazar)\S*(?:urls|locat|place\b|role|job|descr|intro|summary)",
    re.I,
)
_AUTH = lazily(r"(?:(?<![\w-])|__|-)auth(?![\w-])", re.I)  # of authors, and of who logs in
_BETWEEN_LINKS = 3  # characters of a bar and its blanks
_FIRMA_SIGNS = ("es", "ca", "gl", "it", "eu")


@lru_cache(maxsize=4096)  # pages of one site call their parts alike
def is_of_author(label: str) -> bool:
    """Whether a label speaks of who wrote."""
    return LABEL.search(label) is not None


@lru_cache(maxsize=4096)
def is_of_other(label: str) -> bool:
    """Whether a label speaks of something else beside: the date, a picture, what readers say."""
    return NOT_LABEL.search(label) is not None


def logs_in(mark: Mark, page: Outline) -> bool:
    """Whether what "auth" labels is links and no more, as to an account: "My Account | Sign Up"."""
    if not _AUTH.search(mark.label) or LABEL.search(_AUTH.sub("", mark.label)):
        return False
    block = page.blocks[mark.block] if mark.block < len(page.blocks) else None
    return (
        block is not None
        and block.links > 0
        and block.linked + _BETWEEN_LINKS * (block.links - 1) >= len(block.text)
    )


def is_signed_there(mark: Mark, page: Outline) -> bool:
    """Whether a part of a label is the word for a signature, in a language in which it is none for a firm: "nota-firma"."""
    return "firma" in mark.label and (page.language or "").lower().startswith(_FIRMA_SIGNS)


def is_list(mark: Mark, page: Outline) -> bool:
    """Whether a heading that is no name begins what is called so: of what else the author wrote, "More from this column"."""
    block = page.blocks[mark.block] if mark.block < len(page.blocks) else None
    if block is None or not block.is_heading or not mark.text.startswith(f"{block.text} | "):
        return False
    words = block.text.split()
    small = 2 * sum(map(str.islower, words)) > len(words)
    return small and not is_called(block.text) and not is_lead(block.text.strip(" :").lower())  # "posted by"


def lists_others(items: str) -> bool:
    """Whether the first items of a list are sentences and not names, as of what else an author wrote."""
    first, bar, _ = items.partition(" | ")
    words = first.split()
    small = len(words) > 2 and 2 * sum(map(str.islower, words)) >= len(words)
    return bool(bar) and small and not is_called(first.partition(",")[0])  # "Ana de la Cruz, reportera"
