"""A text that is a letter, as newsletters are → who signed it: what greets its readers stands above, a farewell before the name.

    Guten Morgen, ⏎ … ⏎ Ihre Henrike Mollweide ⏎ Chefredakteurin
    Dear readers, ⏎ … ⏎ Best wishes, ⏎ Ann Lee

Without the greeting it is a letter that the text quotes, or a firm's reply; in German, where nothing else begins with
"Ihre Mia Kühl", an office below the name stands for it. What signs as "Ihre Sparkasse Kassel" is an advertiser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from crawler.parse.authors.signature import is_called
from crawler.parse.authors.spoken_of import BELOW, HEADLINE, is_named_again
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.greetings import LINE, greets
from crawler.patterns import lazily

FIRST, LAST = 4, 6  # blocks from the headline on that may greet; at the end of a text that may sign it
SHORT = 4  # letters of what parties, unions and clubs are called
_FAREWELL = (  # of a letter, in lower case
    r"ihre?|euer|eure|dein|deine|herzlich(?:e grüße|st)?|(?:mit )?(?:freundlichen|besten|herzlichen|lieben|vielen) grüßen|(?:viele|liebe|beste|freundliche|schöne) grüße|bis (?:bald|nächste woche|morgen)|mit freundlichem gruß"
    r"|yours(?: (?:sincerely|truly|faithfully|ever))?|sincerely(?: yours)?|(?:best|kind|warm|warmest) (?:regards|wishes)|(?:best|warmly|regards|cheers)(?=[,!.]|\s*$)|all (?:the|my) best|until (?:next time|next week|tomorrow)|see you (?:soon|next week|tomorrow)|with love"
    r"|votre|bien à vous|cordialement|amicalement|bien cordialement|à (?:bientôt|demain|la semaine prochaine)|un (?:cordial )?saludo|saludos(?: cordiales)?|atentamente|un abrazo|hasta (?:pronto|mañana)|abraços?|um abraço|atenciosamente|até (?:breve|amanhã)|saudações"
    r"|(?:cordiali|cari) saluti|un caro saluto|a presto|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en)?|tot (?:morgen|volgende week)|(?:med )?(?:vänlig|vänliga|venlig|vennlig|bästa|hjärtliga|beste|bedste) hälsning(?:ar)?|(?:med )?(?:venlig|vennlig) hilsen|hilsen|hälsningar|vi ses|(?:ystävällisin )?terveisin"
    r"|z poważaniem|pozdrawiam(?:y)?|serdecznie|do (?:zobaczenia|jutra)|s (?:pozdravem|úctou|pozdravom)|zdraví|üdvözlettel|cu (?:drag|stimă|respect)|с уважением|ваша?|до (?:встречи|завтра|скорого)|з повагою|до зустрічі|с уважение|saygılarımla|sevgiler(?:imle)?|με εκτίμηση|τα λέμε"
)
_OFFICE = lazily(  # German, of who writes to a paper's readers
    r"\s*(?:stellv\w*\s)?(?:chef|redak|heraus|verleg|leiter|geschäfts|vorstand|vorsitz|präsid|intend|korresp)",
    re.I,
)
_POSSESSIVE = lazily(r"\b(?:Ihre?|Eure|Euer|Deine?)\s")
_HOUSE = lazily(  # words of who is no person, in names that are written like one's
    r"bank|team|shop|store|support|service|group|gruppe|hotel|banco|banca|banque|банк|gmbh|inc|ltd|llc|klub|club|verein|partei|company|редакция|redacción|rédaction",
    re.I,
)
_HOUSES = lazily(  # the same at the end of one word, as Germanic languages write them: in English Burbank is a name
    r".*(?:bank|kasse|versicherung|werke?|verlag|redaktion|team|shop|service|gruppe|hotel|kirche|apotheke|bäckerei|autohaus|jugend)",
    re.I,
)
_ENGLISH = (
    "yours",
    "sincerely",
    "best ",
    "best,",
    "kind ",
    "warm",
    "regards",
    "cheers",
    "all ",
    "until",
    "see you",
    "with love",
)
_LED = lazily(  # before the name in one line, or alone in its own: "Herzlichst, Ihre"
    rf"(?:(?:{_FAREWELL})[,!.]?(?:\s+|$)){{1,2}}", re.I
)
_OF_OTHERS = labels.RELATED | labels.COMMENT | labels.ADVERT | labels.NAV


def signed_off(page: Outline, start: int, end: int) -> list[str]:
    """The name below the farewell of a letter; `start` and `end` bound the neighbourhood of its text."""
    head = max(0, start + HEADLINE)
    greeted = any(map(greets, page.blocks[head : head + FIRST]))
    if not greeted and not (page.language or "").lower().startswith("de"):
        return []
    for block in page.blocks[max(head, end - BELOW - LAST) : end]:
        for line, following, below in _lines(page, block):
            if not (greeted or _is_of_office(line, following)):
                continue
            name, apart = _name(line, following)
            if name and not is_named_again(name, below if apart else block, page):
                return [name]
    return []


def _is_of_office(line: str, following: str) -> bool:
    """Whether a German line signs by itself: with a farewell before "Ihre", or an office below it."""
    said = _POSSESSIVE.search(line)
    if said is None:  # "Herzliche Grüße", and the rest below
        return _POSSESSIVE.match(following) is not None
    return said.start() > 0 or _OFFICE.match(following) is not None


def _lines(page: Outline, block: Block) -> Iterator[tuple[str, str, Block]]:
    """The short lines of a block, each with the one that follows, and in which block that is."""
    if block.element.every & _OF_OTHERS or block.links:
        return
    lines = block.text.split("\n")
    for line, following in pairwise(lines):
        if len(line) < LINE:
            yield line, following, block
    if len(lines[-1]) < LINE:
        below = page.blocks[block.order + 1] if block.order + 1 < len(page.blocks) else block
        yield lines[-1], below.text.partition("\n")[0] if below is not block else "", below


def _name(line: str, following: str) -> tuple[str | None, bool]:
    """The name that a line has behind its farewell, or the next line where the farewell is alone; and whether that is so."""
    found = _LED.match(line)
    if found is None:
        return None, False
    rest = line[found.end() :].strip()
    name = (rest or _POSSESSIVE.sub("", following, 1)).partition(",")[0].strip(" –—-.")
    compounds = not found[0].lower().startswith(_ENGLISH)
    return (name if is_called(name) and not _is_house(name, compounds=compounds) else None), not rest


def _is_house(name: str, *, compounds: bool) -> bool:
    """Whether a name is that of a firm, a club, a party: it has a word for such, or begins with their letters."""
    first, *others = words = name.split()
    least = 2 if compounds else 3  # in English JD and AJ are people
    if least <= len(first) <= SHORT and first.isupper() and first.isalpha() and not name.isupper():
        return True
    if "AG" in others:  # a son's name in the Sahara is written "Ag"
        return True
    return any(_HOUSE.fullmatch(word) or (compounds and _HOUSES.fullmatch(word)) for word in words)
