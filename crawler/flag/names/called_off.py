"""Words beside a name → whether its event is cancelled or postponed, or who bears that name calls off another thing."""

from __future__ import annotations

from crawler.flag.names.context import CALLED_OFF, Around
from crawler.patterns import lazily

_STOP = lazily(r"[.,;:!?，。；：！？\n]")
# Behind "opened" and "cancelled": what a firm of that name opens or cancels.
OBJECT = lazily(
    r" (?:an?|the|its|their|his|her|two|three|eine?n?|die|das|den|seine?n?|ihren?|une?|des|les?|la|sons?|sa|ses|una?|el|los|las|sus?|uma?|os?|as?|seus?|suas?|il|lo|gli)"
    r"(?!\w)(?! (?:\d|lun|mar|mi[ée]r|mer|jue|jeu|vie|ven|s[áa]b|sam|dom|dim|seg|ter|qua|qui|sex|pr[óo]xim|gio))"
)
# What calls an event off, in two words with others between them; "fällt kleiner aus" is no such thing.
_OFF_APART = lazily(
    r" (?:\w+ ){0,2}?(?:(?:jäi|jääb|jäetakse|jäeti) (?:\w+ ){0,5}ära|(?:fällt|fiel|fallen) (?:\w+ ){0,5}(?!\w+er |gut |schlecht |stark |schwach |mager |so |ganz anders )\w+ aus"
    r"|(?:fällt|fiel) aus|(?:ställs|ställdes|sköts|skjuts) (?:\w+ ){0,5}(?:in|upp)|(?:gaat|ging) (?:\w+ ){0,5}niet door|(?:blir|ble) (?:\w+ ){0,4}avlyst|(?:bliver|blev) (?:\w+ ){0,4}aflyst|wird (?:\w+ ){0,5}(?:abgesagt|verschoben))(?!\w)"
)
# Somebody who calls off another thing: verbs that say so themselves; what does behind a word like "cancellation"; the name
# as what is called off ("CES를 취소했다"), or as who does it.
_ACTIVE = lazily(
    r"(?:(?:cancel|aplaz)(?:a|an|ó|aron|ou|aram|am)|annulent?|annulla(?:no)?|called off(?= \w)(?! (?:on|in|at|by|for|over|after|amid|because|due|when|as|this|last|again|until|and)(?!\w))|(?:zrušil|odložil|odwołał|przełożył|отменил|отложил|перенесл)[ao]?|(?:отменил|отложил|перенесл)[ао]?|перен[еі]с|скасува(?:в|ла|ло)|адмяніл[ао]|отлага|отменя|otkaza(?:o|la|lo)|odgodi(?:o|la|lo))(?!\w)"
    r"|(?:الغاء|تاجيل)(?! (?:ال)?(?:معرض|مؤتمر|حدث|دوره|نسخه|فعالي|قمه|منتدي))"
)
_OF_ITS_OWN = lazily(
    r" ?(?:e(?:tti|tdi|tmiş|decek|dəcək|dib)\w*|kararı\w*|qərarı\w*|كرد\w*|qildi|كر ديا|했|하[기겠]|할|한다|키로|を|செய்தத?ு)(?! எ)"
)
_CALLED_ITSELF = lazily(r" ?(?:[를을をの]|را |ரை|[yn]?[iıuü] )")
_ACTOR = lazily(r" ने ")


# Who holds a summit of its own is no forum: "LEAP cancelled its own summit", "собственный саммит LEAP".
_EVENTS = (
    r"(?:summits?|conference|congress|forum|expo|fair|event|show|sommets?|conférence|salon|événement|cumbres?|conferencia|foro|feria|evento|cúpula|cimeira|conferência|feira|vertice|conferenza|fiera|gipfel\w*|konferenz\w*|messe\w*|kongress\w*|top|conferentie|beurs"
    r"|саммит\w*|конференци\w*|форум\w*|выставк\w*|саміт\w*|конференці\w*|виставк\w*|szczyt\w*|konferencj\w*|targi|summit\w*|konferenc\w*|veletrh\w*|zirve\w*|konferans\w*|fuar\w*|toppm[öø]te\w*|topmøde\w*|konferens\w*|mässa\w*|huippukoko\w*|konferenssi\w*)(?!\w)"
)
_OWN = r"(?:own|propre|propi[oa]|própri[oa]|propri[oa]|eigene?n?[rsm]?|eigen|собственн\w+|власн\w+|własn\w+|vlastní\w*|kendi|eget|egen|oman?|saját)"
_HOLDS_ITS_OWN = lazily(
    rf"(?: s)?(?: (?!(?:at|in|on|auf|am|bei|à|au|en|na|no|w|v|ve|в|на|у|på|i|da|de|ta|te)(?!\w))\w+){{0,4}}?(?: in (?:sitt|sin))? {_OWN} (?:\w+ )?{_EVENTS}| ?(?:取消了?|推迟了?|は|이?[은는])? ?(?:自己的|自社の|自前の|자체 )(?:峰会|大会|论坛|サミット|会议|大会|서밋|콘퍼런스|포럼)"
)
_OWN_OF = lazily(
    rf"(?<!\w){_OWN} {_EVENTS}(?: (?:of|de|du|von|der|di))? ?$|(?<!\w){_EVENTS} {_OWN} (?:de|di) $"
)


def holds_its_own(text: str, start: int, end: int) -> bool:
    """Whether the name at the folded [start, end) is that of somebody who has an event of its own."""
    return bool(_HOLDS_ITS_OWN.match(text, end) or _OWN_OF.search(text, max(0, start - 48), start))


def called_off(text: str, around: Around, place: tuple[int, int], reach: int) -> bool:
    """Whether the words beside a name in its clause say that its event is cancelled or postponed."""
    start, end = place
    if _OFF_APART.match(text, end):
        return True
    return any(
        not _STOP.search(text, min(end, last), max(start, first))
        and not (first >= end and calls_off(text, end, first, last))
        for first, last in around.each(CALLED_OFF, start, end, reach)
        if first - end <= reach and start - last <= reach
    )


def calls_off(text: str, end: int, first: int, last: int) -> bool:
    """Whether a name that ends at `end` calls off something else in the words at [first, last) behind it: "LEAP cancelled
    its flight", "LEAP sözleşmeyi iptal etti".
    """
    return bool(
        OBJECT.match(text, last)
        or _ACTIVE.match(text, first)
        or _ACTOR.match(text, end)
        or (_OF_ITS_OWN.match(text, last) and not _CALLED_ITSELF.match(text, end))
    )
