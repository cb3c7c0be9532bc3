"""The last lines below a text → whom one of them introduces as its author.

Ann Lee is a freelance writer in Newtown.  ·  Mia Kühl ist Professorin für …

What a text is about is introduced as well, mostly above, and is named again. A name that stands nowhere else, said to be
what writes, teaches or studies, in the last lines of a text that names no author otherwise, is its author's.
"""

from __future__ import annotations

import re

from crawler.parse.authors.foot import ABOUT
from crawler.parse.authors.signature import is_called
from crawler.parse.authors.spoken_of import is_named_again, is_spoken_of
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Outline
from crawler.patterns import lazily, rarely

_FOOT, _BELOW = 6, 2  # last blocks of the neighbourhood, and those below it
_LONGEST = 420  # characters of an introduction
_WRITES = (
    r"journalist\w*|reporter\w*|writers?|columnist\w*|authors?|editor\w*|researchers?|lecturers?|professor\w*|fellow|analysts?|economists?|lawyers?|correspondent\w*"
    r"|autor(?:in|a)?|redakteur\w*|publizist\w*|forscher\w*|dozent\w*|journaliste|auteure?|autrice|chercheu[rs]\w*|professeure?|chroniqueu\w+|enseigne|urbaniste|juriste|économiste"
    r"|periodista|escritora?|profesora?|investigadora?|economista|analista|abogad[oa]|giornalista|scrittore|scrittrice|docente|ricercat\w+|jornalista|professora?|pesquisadora?|advogad[oa]"
    r"|redacteur|hoogleraar|onderzoeker|columniste?|skribent|forfatter|författare|forsker|forskare|toimittaja|kirjailija|tutkija|dziennikar\w+|publicyst\w+|novinář\w*|publicist\w*"
)
_INTRODUCED = rarely(
    r"^(?P<name>[^\W\d_a-z][\w.’'-]*(?:\s(?:(?:van|von|de|der|den|di|da|la|du|le)\s)?[^\W\d_a-z][\w.’'-]*){1,3}?)(?:,?\s[’'‘]\d\d)?,?"
    r"\s(?:is|ist|est|es|è|é|är|er|on|jest|je)\s"
    r"(?:(?!(?:for|of|by|to|with|from|in|für|von|bei|pour|de|par|para|por|per|di|voor|door|van|för|av|dla)\s)[\w’'-]+[\s,]+){0,7}?"
    rf"(?i:{_WRITES})\b"
)
_ROLE = lazily(rf"\b(?:{_WRITES})\b", re.I)  # "Unser Autor ist Redakteur"
_NO_NAME = ("The", "Our", "Der", "Die", "Das", "Unser", "Unsere", "Le", "La", "El", "Il", "Lord", "Sir")
_NEWS = lazily(  # what a text tells of whom it names, and an introduction does not
    r"\b(?:who|whom|which|was|were|had|said|says|told|died|aged|welche[rs]?|war|hatte|sagte?|starb|qui|était|avait|selon|dit|fue|dijo|murió|según|disse|zei)\b"
)
_OTHERS = labels.ELSEWHERE | labels.MEDIA | labels.CAPTION | labels.HIDDEN


def introduced(page: Outline, start: int, end: int) -> list[str]:
    """The name of whom the last lines introduce; [] mostly. `end` bounds the neighbourhood."""
    first = max(0, start + 1, end - _FOOT)
    found: list[str] = []
    for block in page.blocks[first : end + _BELOW]:
        if block.is_heading or len(block.text) > _LONGEST or block.element.every & _OTHERS:
            continue
        said = _INTRODUCED.match(block.text)
        if said and not _is_told(said, block, page):
            found.append(said["name"].strip())
    return [name for name in found if _wrote(name, page, start, end)] if len(found) == 1 else []  # a list


def _wrote(name: str, page: Outline, start: int, end: int) -> bool:
    """Whether a name is a person's whom the page does not speak of."""
    own = next(b for b in reversed(page.blocks) if name in b.text)
    named = is_called(name) and not _ROLE.search(name) and name.partition(" ")[0] not in _NO_NAME
    return named and not is_named_again(name, own, page) and not is_spoken_of(name, own, page, start, end)


def _is_told(said: re.Match[str], block: Block, page: Outline) -> bool:
    """Whether a line is no introduction: an item, below the heading of a box, or with news of whom it names."""
    before = page.blocks[block.order - 1] if block.order else block
    if block.element.tag == "li" or (before.is_heading and not ABOUT.match(before.text)):
        return True
    stop = block.text.find(". ", said.end())
    return _NEWS.search(block.text, 0, stop if stop > 0 else len(block.text)) is not None
