"""A line that greets readers, as letters and newsletters begin: "Guten Morgen,", "Dear readers,", "Доброе утро!"."""

from __future__ import annotations

from crawler.parse.page.blocks import Block
from crawler.patterns import lazily

LINE = 60  # characters of a line that greets, or says farewell
_GREETS = lazily(  # at the beginning of a line, in lower case
    r"(?:guten (?:morgen|tag|abend)|hallo|moin|liebe[rs]?|sehr geehrte[rs]?|servus|grüezi|dear|hello|hi|good (?:morning|afternoon|evening)|bonjour|chers?|chère?s?|hola|buen[oa]s (?:días|tardes)|querid[oa]s?|estimad[oa]s?"
    r"|buongiorno|car[oiae]|gentili|olá|bom dia|prezad[oa]s?|goedemorgen|beste|geachte|hej|god morgon|god morgen|godmorgen|kära|kære|kjære|hei|hyvää|dzień dobry|drodzy|drogi|szanowni|dobr[ýé] (?:den|ráno)|milí|vážení"
    r"|tisztelt|kedves|jó reggelt|bună|dragi|stimați|добро(?:е|го|ї) (?:утро|ранку)|добрый день|добрий день|дорогие|уважаемые|здравствуйте|шановні|любі|добро утро|скъпи|merhaba|günaydın|sevgili|değerli|καλημέρα|αγαπητ\S+)(?![\w-])"
)
_ENDS = ",!:，！"


def greets(block: Block) -> bool:
    """Whether the first line of a block greets, and no more."""
    line = block.text.partition("\n")[0]
    ends = len(line) < LINE and line[-1:] in _ENDS
    return ends and not block.links and _GREETS.match(line.lower()) is not None
