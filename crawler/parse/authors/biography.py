"""The last lines below a text → whom one of them introduces as its author, or who signs it as a letter.

Ann Lee is a freelance writer in Newtown.  ·  Mia Kühl ist Professorin für …  ·  Ihre Mia Kühl ⏎ Chefredakteurin

What a text is about is introduced as well, mostly above, and is named again. A name that stands nowhere else, said to be
what writes, teaches or studies, in the last lines of a text that names no author otherwise, is its author's.
"""

from __future__ import annotations

from crawler.parse.authors.signature import is_called
from crawler.parse.authors.spoken_of import is_named_again, is_spoken_of
from crawler.parse.page import labels
from crawler.parse.page.blocks import Outline
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
# a letter's end, in a language in which nothing else begins so: "Ihre Mia Kühl"
_LETTER = lazily(
    r"^(?:Herzlich(?:st)?,?\s|Mit besten Grüßen,?\s)?(?:Ihre?|Eure|Euer|Deine?)\s(?P<name>[^\W\d_a-z][^\n,]{4,40})(?:\n[^\n]{3,40})?$"
)
_OTHERS = labels.ELSEWHERE | labels.MEDIA | labels.CAPTION | labels.HIDDEN


def introduced(page: Outline, start: int, end: int) -> list[str]:
    """The name of whom the last lines introduce, or of who signs a letter; [] mostly. `end` bounds the neighbourhood."""
    letter = (page.language or "").lower().startswith("de")
    last = page.blocks[max(0, start + 1, end - _FOOT) : end + _BELOW]
    for block in last:
        if block.is_heading or len(block.text) > _LONGEST or block.element.every & _OTHERS:
            continue
        found = _INTRODUCED.match(block.text) or (letter and _LETTER.match(block.text)) or None
        if not found or not is_called(name := found["name"].strip()):
            continue
        if not is_named_again(name, block, page) and not is_spoken_of(name, block, page, start, end):
            return [name]
    return []
