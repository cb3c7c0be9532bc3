"""A forum's own verb in the present, beside a month that is far off → the month is the one to come: "En marzo abre sus puertas
el MWC", told in May; not "the phone seen at MWC in March opens with a glance".

Only what says where, doors and articles may stand between the two. Patterns over folded text.
"""

from __future__ import annotations

from crawler.patterns import lazily

NEAR = 44  # characters before a name in which it is told that somebody is at it, and behind a verb that ends a clause
AT_MOST = 2  # words of a town

# The present of what begins, goes on or has a host, which is of another thing as often.
OPENS = lazily(
    r"(?<!\w)(?:opens|begins|starts|closes|ends|hosts|(?:is|are) (?:held|staged|due|back)|is(?= (?:in|on|from) (?:early |late |mid )?(?:january|february|march|april|may|june|july|august|september|october|november|december))"
    r"|beginnt|öffnet|startet|endet|steigt|läuft|lädt|beherbergt|ouvre|ouvrent|commence|débute|démarre|se déroule|a lieu|réunit|accueille"
    r"|abre|abren|comienza|empieza|arranca|inicia|se desarrolla|tiene lugar|se realiza|se lleva a cabo|se inaugura|reúne|acoge|alberga|começa|realiza se|acontece|tem lugar|tem início|ocorre|decorre|acolhe|recebe|sedia"
    r"|apre|aprono|inizia|comincia|si svolge|ha luogo|prende il via|riunisce|ospita|opent|begint|start|heeft plaats|ontvangt"
    r"|открывается|открывает|начинается|начнется|стартует|распахнет|распахивает|принимает|відкривається|відкриває|розпочинається|починається|стартує|приймає"
    r"|(?:otwiera|rozpoczyna|zaczyna)(?:ją)?(?: się)?|rusza(?:ją)?|startuj[eą]|gości|začíná|začína|začne|otevírá|otvára|startuje|štartuje|hostí|koná|konají|konajú|probíhá|prebieha"
    r"|öppnar|inleds|börjar|startar|arrangeras|äger(?= [^.!?]{3,60} rum)|åbner|begynder|starter|indledes|finder(?= [^.!?]{3,60} sted)|arrangeres|åpner|begynner|finner(?= [^.!?]{3,60} sted)|holdes"
    r"|alkaa|avautuu|käynnistyy|avaa ovensa|nyílik(?: meg)?|kezdődik|nyitja|megnyitja|indul|rajtol|zajlik|începe|se deschide|își deschide|debutează"
    r"|ανοίγει|ξεκιν[άα](?:ει)?|αρχίζει|φιλοξενεί|açılıyor|açıyor|başlıyor|açılır|başlar|gerçekleşiyor|ev sahipliği yapıyor|başlayır|açır|baş tutur|ochiladi|boshlanadi|ашылады|басталады"
    r"|počinje|otvara|startuje|održava|почиње|отвара|стартује|одржава|започва|започнува|отваря|открива|провежда|стартира|odpre|poteka|algab|avatakse|avab|prasideda|atsidaro|sākas"
    r"|[ين]نطلق|تنطلق|[يت]فتتح|[يت]فتح|[يت]بدا|[يت]ستضيف|(?:برگزار|اغاز|افتتاح|شروع|گشوده) مي ?شود|اغاز به كار مي ?كند|נפתחת|מתחילה?|נערכת|מארחת)(?!\w)"
    r"|शुरू (?:होत[ाी]|हो रह[ाी])|আরম্ভ হ|শুরু হ(?:চ্ছে|য়)|(?:开幕|开催|スタート)(?:する|される)|开かれる|始まる|行われる|幕を开ける|개막(?:한다|하는)|시작(?:된다|한다|되는)|개최(?:된다|되는)|막을 올린다|문을 연다"
)
_HOSTS = lazily(r"[يت]ستضيف|acoge|alberga|acolhe|recebe|sedia|ospita|принимает|приймає|gości|hostí|φιλοξενεί")
_DOORS = r"doors|portes|puertas|portas|porte|battenti|pforten|tore|türen|deuren|двери|двері|ворота|врата|врати|vrata|brány|brane|dveře|dvere|drzwi|podwoje|bramy|porțile|πύλεσ|πόρτεσ|ابواب\w*|dörrar\w*|portar|døre\w*|dører\w*|kapılarını|qapılarını|ovensa|kapuit|uksed|duris|durvis"
KINDS = (
    r"(?:fair|show|expo|forum|summit|conference|congress|messe|konferenz|kongress|gipfel|salon|congrès|sommet|conférence|feria|congreso|cumbre|conferencia|congresso|cúpula|conferência|cimeira|fiera|vertice|conferenza|beurs|conferentie|top"
    r"|выставк|форум|саммит|конгресс|конференци|виставк|саміт|targi|veletrh|veľtrh|konferen|mässa|messu|tapahtum|kiállítás|vásár|târg|έκθεση|συνέδριο|изложени|saj[aá]m|fuar|zirve|kongre|معرض|موتمر|المعرض|الموتمر|منتدي|قمه|نمايشگاه|همايش|اجلاس|תערוכת|כנס|ועידת)\w*"
)
_AGAIN = r"again|once|more|wieder|erneut|nouveau|nuevo|nuevamente|novamente|nuovo|nuovamente|opnieuw|снова|вновь|вновь|знову|znowu|ponownie|opět|znovu|igen|åter|jälleen|yine|tekrar|مجددا"
_PART = r"early|late|anfang|ende|mitte|début|inicios|principios|comienzos|mediados|finales|fines|início|inícios|começo|meados|final|inizio|metà|fine|begin|eind|medio|начале|конце|середине|початку|кінці|середині|początku|końcu|połowie|začátkem|koncem|ayında|ayda|مطلع|اواخر|اوائل|شهر|ماه|month"
_MEANS_NOTHING = lazily(
    rf"(?:\w{{1,3}}|seine|ihre|suas|sine|sina|zijn|свои|свої|své|svoje|swoje|{_DOORS}|{KINDS}|{_AGAIN}|{_PART})"
)
_LOCATIVE = lazily(r"\w+(?:ss[aä]|[aá]ban|[eé]ben|ban|ben|ில்|에서|에서는)|ב\w{3,}")
_HAS_CASE = ("da", "de", "ta", "te", "də", "में", "ميں")
_WORD = lazily(r"[^\W\d_]+")
_KANA_BETWEEN = lazily(
    r"[はがも]?、?(?:に|初[めに]に?|上旬に|中旬に|下旬に|末に)?は?(?:[^\s、。はがをにしたの]{2,14}で)?は?"
)
_KANA = lazily("[\u3040-\u30ff]")
_AT_IT = lazily(
    r"(?:(?<!\w)(?:at|to|from|for|during|after|before|with|auf|beim?|zu[mr]?|vom|von|für|nach|au|aux|à|lors|du|pour|en|durante|para|tras|del?|na|no|do|al|alla|dal|dalla|della|per|op|voor|van|tijdens|на|для|после|під час|у|в|з|z|dla|po|podczas|ve?|pro|po|på|för|från|til|fra|for|la|din|pentru|στ\w{1,3}|από|για|са|sa|za|od|في|من|الي|خلال|بعد|در|از|به)"
    rf" (?:(?:the|der|dem|den|die|la|el|le|l|los|las|o|a|os|as|il|lo|gli|de|het|det|this|last|diesjährig\w+|jüngst\w+) )?(?:{KINDS} )?|(?<!\w)ב)$"
)
_AT_IT_BEHIND = lazily(
    r" ?(?:で|に|へ|から|에서|에|로|부터|'?(?:de|da|te|ta|den|dan|en|n|nél|re|ra|ból|ről|ssa|lla|lle|lta|ssä|uun|iin)(?!\w)|में|से|ميں|سے)"
)
_CLAUSE = lazily(r"[^.,;:!?()\n。、，；：！？（）\x02]*")


def says_of_itself(text: str, place: tuple[int, int], moment: tuple[int, int], verb: tuple[int, int]) -> bool:
    """Whether a verb like "opens" is that of the name at the folded `place`: nothing but the month, a town, doors and short words
    stands between them; where a month stands there, the verb ends its clause, but for such words.
    """
    if _AT_IT.search(text, max(0, place[0] - NEAR), place[0]) or _AT_IT_BEHIND.match(text, place[1]):
        return False
    first, last = (place[1], verb[0]) if verb[0] >= place[1] else (verb[1], place[0])
    if first <= moment[0] and moment[1] <= last:
        if not _means_nothing(f"{text[first : moment[0]]} {text[moment[1] : last]}"):
            return False
        return verb[0] < place[1] or _means_nothing(_rest(text, verb[1]))
    if not _means_nothing(text[first:last], verb[0] >= place[1] or _HOSTS.fullmatch(text, *verb) is not None):
        return False
    if moment[0] > verb[0]:
        return _means_nothing(text[verb[1] : moment[0]])
    return "," not in text[moment[1] : first].removeprefix(",")


def _rest(text: str, start: int) -> str:
    """What the clause goes on with."""
    match = _CLAUSE.match(text, start)
    return match.group() if match else ""


def _means_nothing(between: str, beside: bool = False) -> bool:
    """Whether there is nothing but short words, doors, the kind of event and one town, which "in" or a case marks unless it
    stands `beside` the name or its host's verb.
    """
    if _KANA.search(between):
        return _KANA_BETWEEN.fullmatch(between.replace(" ", "")) is not None
    words = between.split()
    town = 0
    for at, word in enumerate(words):
        if _MEANS_NOTHING.fullmatch(word):
            continue
        town += 1
        before = words[at - 1] if at else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        marked = (before and len(before) <= 4) or _LOCATIVE.fullmatch(word) or after in _HAS_CASE
        if town > AT_MOST or not _WORD.fullmatch(word) or not (marked or beside or town == AT_MOST):
            return False
    return True
