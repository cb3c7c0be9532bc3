"""Sentences → whether they tell news of a notice: who said it, on which weekday, how and why such things come about.

    "The register is down until Friday. Citizens are asked to try again."  ·  "How sites check that you are human"

A notice speaks to its reader of its own site, and of nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from crawler.parse.body.reported import says_who
from crawler.parse.kinds.notice_words import SELF
from crawler.parse.page.families import OF_NOTICES
from crawler.parse.page.weekdays import is_weekday

DAY = 5  # letters of one in full: "sun" and "sat" are others
_WORD = re.compile(r"[^\W\d_]+")
_TELLS = OF_NOTICES.rarely(  # in lower case: somebody who said or asked something; the law and the courts; verbs that stand alone
    r"\b(?:the|a|its) (?:\w+ ){1,3}(?:said|asked|told|announced|blamed|wrote|warned|ruled|apologi[sz]ed)\b|\bresearchers\b|\blawyers say\b|\b(?:senate|parliament|court) (?:on|has|ruled|passed)\b|\b(?:that|this) (?:line|message|notice)\b"
    r"|\b(?:der|die|das) \w+ (?:bittet|bat|teilte|erklärte|meldete)\b|\bheißt es\b|\b(?:le|la|les|l['’]) ?\w+ (?:prie|demande|a demandé|a annoncé|indique|s['’]excuse|invite)\b|\bpeuvent lire\b|, indique |\b(?:el|la|los) \w+ (?:pidió|pide|anunció|informó|comunicó)\b|, pide el|\bil \w+ (?:si scusa|ha chiesto)|\bla \w+ si scusa|\b(?:o|a) \w+ (?:pede|pediu|informou|anunciou)\b|\b(?:de|het) \w+ (?:vraagt|vroeg|meldde|meldt)\b"
    r"|\bbank (?:przeprasza|prosi)|\b(?:poprosił|przeprosił|poinformował)\w*|\b(?:požádal|omluvil|oznámil|uvedl)\w*|(?:сообщил|заявил|написал|отвечает|извиняется|попросил|обязал|видят читатели|написано)\w*|(?:повідомил|заявил|попросил|вибачил)\w*|\b(?:banken|myndigheten|företaget|selskapet|etaten) (?:ber|bad|opplyser|uppger|beder)\b|\b(?:pankki|yhtiö) (?:pyytää|kertoo|pahoittelee)|\b\w+(?:dan|den) [^.]{0,40}istedi\b|\bdiyor \w+"
    r"|(?:وطلبت?|وقالت?|وأعلنت?) |(?:הבנק|המשרד|החברה) (?:ביקש|מסר|הודיע)\w*|\b(?:tulis|kata|ujar) \w+|(?:cơ quan|ngân hàng|công ty|bộ) [^.]{0,24}(?:viết|cho biết|thông báo)|(?:ธนาคาร|บริษัท|กระทรวง)(?:แจ้ง|ระบุ|เผย)|ने (?:\S+ ){1,6}(?:कहा|जताया|बताया)"
    r"|(?:表示(?![ぁ-ん])|宣布|称将|(?:說|说)(?!明)|呼吁|呼籲)|(?:银行|銀行|公司|平台|部门|部門|警方|政府|法院)请|周[一二三四五六日]"
)
_ASKS = OF_NOTICES.rarely(  # in lower case, at the beginning of a headline
    r"\W*(?:how|why|what|when|where|which|wie|warum|weshalb|was|wann|comment|pourquoi|que faire|quand|quoi|cómo|por qué|qué|cuándo|como|por que|porque|o que|come|perché|cosa|quando|hoe|waarom|wat|wanneer|jak|dlaczego|co|kiedy|proč|prečo|ako|kdy|как|почему|что|когда|зачем|чому|що|коли|защо|какво|kako|zašto|što|šta|zakaj|како|зошто|hur|varför|vad|hvordan|hvorfor|hva|hvad|miten|miksi|mitä|πώς|γιατί|τι|hogyan|miért|cum|de ce|nasıl|neden|كيف|لماذا|ماذا|איך|למה|מדוע|چگونه|چرا|कैसे|क्यों|क्या|bagaimana|mengapa|kenapa|cara|cách|tại sao|vì sao|làm)(?![^\W\d_])|\W*(?:如何|为什么|為什麼|怎么|怎麼|为何|為何|なぜ|どう|어떻게|왜|ทำไม|วิธี|อย่างไร)"
)


def asks_how(line: str) -> bool:
    """Whether a line in lower case begins with a word that asks, as headlines of advice and of research do."""
    return _ASKS.match(line) is not None


def tells_news(said: Iterable[str]) -> bool:
    """Whether one of some sentences in lower case tells who said what it does, or on which day others had it so."""
    return any(_TELLS.search(line) or says_who(f"{line}。") or _on_weekday(line) for line in said)


def _on_weekday(line: str) -> bool:
    """Whether a sentence names a day of the week; until when its own site is closed a notice tells, too."""
    return any(len(word) >= DAY and is_weekday(word) for word in _WORD.findall(line)) and not SELF.search(
        line
    )
