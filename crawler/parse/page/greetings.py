"""A line that greets readers, as letters and newsletters begin: "Guten Morgen,", "Dear readers,", "Доброе утро!"; one that thanks
those who listen, as speeches end: "Thank you.", "Herzlichen Dank!"."""

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
_THANKS = lazily(  # all of a line, in lower case
    r"(?:(?:and |so )?thank you(?: (?:all|again|very much|so much|for (?:listening|your (?:attention|time))))*|(?:many )?thanks(?: (?:all|again|very much))?|(?:haben sie )?(?:(?:vielen|herzlichen|besten|recht herzlichen) )?dank(?: für (?:ihre|eure) aufmerksamkeit)?|ich danke (?:ihnen|euch)(?: (?:sehr|herzlich))?(?: für (?:ihre|eure) aufmerksamkeit)?"
    r"|(?:(?:un grand )?merci|je vous remercie)(?: (?:beaucoup|à tous|à toutes et à tous|de votre attention|pour votre attention|infiniment))*|(?:muchas |muchísimas |moltes )?gràcies|(?:muchas |muchísimas )?gracias(?: a todos| por su atención)?|(?:muito )?obrigad[oa](?: a todos| pela atenção)?|(?:(?:molte|mille) )?grazie(?: mille| a tutti| per l[’']attenzione)?"
    r"|(?:hartelijk )?(?:dank (?:u|je|jullie)(?: wel)?|bedankt)(?: voor (?:uw|jullie) aandacht)?|(?:bardzo |serdecznie )?dziękuję(?: bardzo| państwu)?(?: za uwagę)?|děkuji(?: vám)?(?: za pozornost)?|ďakujem(?: vám)?(?: za pozornosť)?|köszönöm(?: szépen)?(?: a (?:megtisztelő )?figyelm(?:et|üket))?|(?:vă )?mulțumesc(?: frumos)?(?: pentru atenție)?"
    r"|(?:(?:большое )?спасибо|благодарю)(?: (?:вам|большое|всем))?(?: за внимание)?|(?:щиро )?дякую(?: (?:вам|всім))?(?: за увагу)?|благодаря(?: ви)?(?: за вниманието)?|(?:hvala|хвала)(?: (?:vam|вам|lijepa|lepa))?(?: na pažnji| на пажњи| za pozornost)?|(?:çok )?teşekkür(?:ler| eder[iı]m| ediyorum)|tack(?: så mycket| ska ni ha)?|(?:tusen |mange |hjertelig )?takk?(?: for oppmerksomheten| for opmærksomheden| skal i have)?|kiitos(?: paljon| teille| kaikille)*|(?:σας )?ευχαριστώ(?: πολύ)?"
    r"|(?:再次)?(?:谢谢|謝謝|多谢|多謝)(?:大家|各位|你们|您)?|(?:ご清聴)?(?:、)?(?:誠に|どうも)?ありがとうございました?|(?:대단히 |경청해 주셔서 )?(?:감사합니다|고맙습니다)|شكرا(?:ً)?(?: جزيلا(?:ً)?| لكم)*|תודה(?: רבה| לכם)*|(?:با )?(?:تشکر|سپاس)(?: از (?:شما|توجه شما))?|(?:बहुत-?बहुत )?धन्यवाद|terima kasih(?: banyak)?|(?:xin )?(?:trân trọng |chân thành )?cảm ơn(?: quý vị| các bạn)?|ขอบคุณ(?:ครับ|ค่ะ)?)"
)
_SENTENCE_ENDS = frozenset(".!。！।")


def greets(block: Block) -> bool:
    """Whether the first line of a block greets, and no more."""
    line = block.text.partition("\n")[0]
    ends = len(line) < LINE and line[-1:] in _ENDS
    return ends and not block.links and _GREETS.match(line.lower()) is not None


def thanks(block: Block) -> bool:
    """Whether a block thanks those who listen, and no more; without a full stop it is a button, or what a form says."""
    text = block.text
    ends = len(text) < LINE and text[-1] in _SENTENCE_ENDS
    return ends and not block.links and _THANKS.fullmatch(text[:-1].lower()) is not None
