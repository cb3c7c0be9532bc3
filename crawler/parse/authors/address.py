"""The addresses of authors' own pages → the names that a page shows beside its headline and that they spell.

<a href="/autor/ana-dias/">Ana Dias</a>  ·  "author": "https://news.example/author/tom-ray"

What a link leads to says who somebody is in every language; only a name that such an address spells counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, takewhile

from crawler.parse.authors.byline import LINE
from crawler.parse.authors.signature import is_called
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Outline
from crawler.patterns import lazily, rarely

BEFORE = 8  # blocks of the neighbourhood that stand above the headline
ABOVE, BELOW = 3, 14  # blocks above the headline, and from it on, that may name who wrote
PARAGRAPHS = 2  # a standfirst and the first of the text: below them links lead to whom it speaks of
MAX_HREFS = 2_000  # of one page, looked at
MAX_NAMES = 100  # that these spell
SIGNS = r"[\\W_]{1,3}"  # between the words of a name
_WHO = r"/(?:authors?|autor(?:es|in|en|ka|i|zy|e)?|autrice|auteurs?|avtor[iy]?|journalistes?|journalists?|reporters?|writers?|columnist(?:s|as?)?|kolumnisti?|contributors?|firmas?|yazar(?:lar)?|muhabir|penulis|skribent(?:er)?|forfattere?|tac-gia|szerzo[ki]?|toimittaja[nt]?|kirjoittaja[nt]?|waandishi|mwandishi|dziennikarze?|redaktor(?:zy|i)?|novinar[ij]?|zurnalist(?:a?i|as)?|journalist(?:a|in|en)|giornalist[ai]|jornalistas?|periodistas?|redacteuren?|redactores|verslaggevers?|medarbejdere?|medarbetare|arthrografos|syntaktes|colunistas?|kolumnist(?:en|ka)?|muallif(?:lar)?|zhurnalisty?)/"
_LEADS = rarely(_WHO)
_NO_PERSON = lazily(
    r"^(?:re[dk]a[ckz]|rédac|redac|toimitus|agen[cz]|team|staff|admin|news|press|desk|edit|guest|index|page|all|list)"
)
_OF_AUTHOR = rarely(  # of one name of two, too: "/toimittajat/annika"
    _WHO + r"([a-z]{2,}(?:[-_.][a-z]+)*?)(?:[-_.]\d+)?(?:\.html?)?/?(?:[?#].*)?$"
)
_REST = lazily(  # of a name, up to what is glued to it
    r"(?:[ -][A-ZÀ-ÖØ-ÞĀĂĄĆĈČĎĐĒĘĚĞĢĪĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚİ](?:[a-zß-öø-ÿāăąćĉčďđēęěğģīķĺļłńņňōőœŕřśşšţťūůűźżžșțı’']+|\.))+"
)
_STOPS = (".", "!", "?")
_JOINTS = re.compile(r"[-_.]")
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i"})


def by_address(declared: tuple[str, ...], page: Outline, start: int, end: int) -> list[str]:
    """The names near the headline that links to authors, or addresses `declared` in place of names, spell.

    `start` is where the neighbourhood of the headline begins.
    """
    hrefs = (*declared, *page.metas.get("article:author", ()), *page.hrefs[:MAX_HREFS])
    if not _LEADS.search("\n".join(hrefs).lower()):  # as from most pages: asked of all at once
        return []
    found = (_OF_AUTHOR.search(href.lower()) for href in hrefs if "/" in href)
    slugs = dict.fromkeys(address[1] for address in found if address)
    spelt = [s for s in slugs if _JOINTS.search(s) or (len(s) > 2 and not _NO_PERSON.match(s))]
    if not spelt:
        return []
    headline = start + BEFORE
    named = re.compile("|".join(rf"(?<!\w){_JOINTS.sub(SIGNS, slug)}" for slug in islice(spelt, MAX_NAMES)))
    near = page.blocks[max(0, headline - ABOVE) : headline + BELOW]
    for first, line in enumerate(lines := list(_bylines(near))):
        if names := list(
            _spelt_in(line.text, named)
        ):  # further lines name who lent a hand, but those of one list
            rest = (_item(b, line, named) for b in lines[first + 1 :] if line.links)
            return names + [name for found in takewhile(bool, rest) for name in found]
    return []


def _item(block: Block, first: Block, named: re.Pattern[str]) -> list[str]:
    """The name that a further item of a list of authors is, all of it a link as the first is; none, where it is no such item."""
    alike = block.element.tag == first.element.tag and block.element.parent is first.element.parent
    if not alike or not (block.linked == len(block.text) and first.linked == len(first.text)):
        return []
    return list(_spelt_in(block.text, named))


def _bylines(near: list[Block]) -> Iterator[Block]:
    """The short lines around a headline that are no heading, no sentence and no part of what stands beside."""
    paragraphs = 0
    for block in near:
        if len(block.text) >= LINE:
            paragraphs += 1
        elif not (block.is_heading or block.element.every & labels.ELSEWHERE or block.text.endswith(_STOPS)):
            yield block
        if paragraphs == PARAGRAPHS:
            return


def _spelt_in(line: str, named: re.Pattern[str]) -> Iterator[str]:
    """The names in a line that are among what addresses spell, also a part of; a place or a date may be glued to them.

    Behind a colon stands what a text is about or who took the pictures, before one who says something.
    """
    for found in named.finditer("".join(map(_plain, line))):
        before, after = line[: found.start()].rstrip(), line[found.end() :]
        name = line[found.start() : found.end()]
        if after[:1].islower() or before.endswith(":") or after.startswith(":"):
            continue
        if " " in name:
            yield name
        elif (rest := _REST.match(after)) and is_called(name + rest[0]) and not before[-1:].isalnum():
            yield name + rest[0]


def _plain(letter: str) -> str:
    """A letter as addresses have it, one for one."""
    return unicodedata.normalize("NFKD", letter.lower())[:1].translate(_LETTERS)
