"""An abbreviation and the forum's city → whether the words between the two and around them say that it is held there: "CES i Las
Vegas ställs in", "CES is on in Las Vegas", "In Las Vegas läuft die CES", "CES正在拉斯维加斯举行"; not "CES is on sale in Las Vegas".

Patterns over folded text.
"""

from __future__ import annotations

import re

from crawler.flag.names.called_off import OBJECT, calls_off
from crawler.flag.names.context import CALLED_OFF, HAPPENING
from crawler.flag.names.found import Found
from crawler.flag.names.support import IS_OFF, Case
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

RIGHT_BEHIND = 8  # characters of " tại " and the like
BETWEEN = 34  # ... of " is in full swing in "
# ... between a city and the verb, where no space parts words: 在拉斯维加斯举行, 라스베이거스에서 개막
AT_ONCE = 3
_IN = re.compile(r" [^\W\d_]{1,6}(?: la)? ")
# A verb of two parts, of which the other stands behind the town: "hat am Dienstag in Las Vegas begonnen", "is in Rio geopend".
_HAS_IN = lazily(
    r" (?:hat|ist|wurde|wird|is|werd|wordt|heeft|has|was|har|er|blev|ble|blir|bliver|a|a été|est|s est|ha|se ha|fue|foi|è|è stat[oa]|si è|został[aoy]?|byl[ao]?|je|bol[ao]?|va|ha estat)"
    r"(?: (?:am |on |le |el |il |na |på |w |v |ce )?(?:\w{2,}(?:tag|day|dag|di|feira)|mittwoch|sonnabend|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|heute|gestern|vandaag|gisteren|today|yesterday|aujourd hui|hier|hoy|ayer|oggi|ieri|hoje|ontem|idag|i dag|igår|i går))?"
    r" (?:in|à|en|em|a|i|w|v|ve) "
)
_IN_EAST = lazily(r"(?:今天|今日|周[一二三四五六日])?正?[在于]|[がは、]{1,2}|[가는은이] ")
# The endings of towns that say where in Turkish, Azerbaijani, Kazakh, Finnish, Hungarian, Estonian, Lithuanian, Latvian, Georgian.
_LOCATIVE = lazily(r"(?:[dt][aeə]|[дт][ае]|ss[aä]|b[ae]n|as|oje|ā|ში)$")
_LOCATIVE_ENDING = lazily(r"\w*(?P<apart> (?:[dt][aeə]|[дт][ае]|में|ميں)(?!\w))?")
# What goes on, and the word before the town.
_GOES_ON = (
    r"(?:(?:is|are|was|were) (?:back |now |still |again )?(?:on|back|under ?way|in full swing|in progress|being held|taking place)|(?:gets?|got) under ?way|goes on|went on|continues|continued|takes place"
    r"|(?:bat|battait) son plein|se (?:tient|tenait|déroule|déroulait|poursuit)|a lieu|avait lieu|s est (?:tenue?|déroulée?|(?:ouverte?|achevée?|terminée?|conclue?)(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd hui))?)|läuft|lief|findet|fand|steigt|stieg|ist (?:in vollem gange|im gang)"
    r"|está en (?:plena )?marcha|sigue en marcha|se (?:desarrolla|celebra|celebraba|realiza|lleva a cabo|está celebrando)|transcurre|tiene lugar|tuvo lugar|está (?:a decorrer|em curso|acontecendo|ocorrendo)|acontece|decorre|decorreu|ocorre|tem lugar|realiza se|se realiza"
    r"|è in (?:corso|svolgimento)|si (?:tiene|svolge|teneva|svolgeva)|prosegue|is (?:in volle gang|nog bezig|bezig|aan de gang|nu aan de gang|(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag |gisteren |vandaag )?(?:begonnen|geopend|afgelopen))|vindt|vond|loopt|идет(?: полным ходом)?|проходит|проходила?|продолжается|триває|проходить|відбувається|йде|ідзе|праходзіць"
    r"|trwa|odbywa się|odbywał[ao]? się|toczy się|probíhá|probíhal[ao]?|se koná|koná se|prebieha|sa koná|koná sa|pågår|hålls|äger rum|är i (?:full )?gång|er i (?:fuld |full )?gang|foregår|afholdes|holdes|arrangeres|on käynnissä|pidetään|järjestetään|zajlik|folyik"
    r"|are loc|se (?:desfășoară|ține)|διεξάγεται|πραγματοποιείται|συνεχίζεται|γίνεται|(?:se )?održava(?: se)?|traje|je u to[kj]u|u toku je|poteka|(?:се )?(?:провежда|одржава|одржува)(?: се)?|тече|в ход е|трае|toimub|notiek|vyksta"
    r"|(?:đang |đã )?(?:diễn ra|được tổ chức)|(?:sedang |masih )?(?:berlangsung|digelar|diadakan|diselenggarakan)|מתקיימת?|נערכת?|נמשכת?|جاري?ه?|در حال برگزاري)"
)
_TO = r"(?: (?:right now|now|again|noch|derzeit|gerade|jetzt|actuellement|en ce moment|actualmente|ahora|estos días|agora|ora|in questi giorni|nu|сейчас|зараз|teraz|nyní|just nu))?"
_PLACE = r" (?:(?:in|at|à|a|en|em|no|na|te|в|во|у|ў|w|we|v|ve|i|u|la|în|στο|στη|στην|tại|ở|di|في|در) |ב|(?<=käynnissä )|(?<=pidetään )|(?<=järjestetään )|(?<=zajlik )|(?<=folyik )|(?<=toimub )|(?<=notiek )|(?<=vyksta ))"
_IS_ON_IN = lazily(rf"(?: s)?(?:, [^.,;:!?\n]{{2,20}},)? {_GOES_ON}{_TO}{_PLACE}")
# Verbs that say so with another word behind the town; who a lawsuit is against, or a talk with, is no subject.
_IN_PART = lazily(r"(?<!\w)(?:findet|fand|vindt|vond) ")
_OTHER_PART = lazily(r"[^.,;:!?\n]{0,40}? (?:statt|plaats)(?!\w)")
_NO_SUBJECT = lazily(
    r"(?<!\w)(?:against|over|with|by|from|about|on|behind|gegen|über|mit|um|contre|avec|contra|sobre|con|com|contro|над|против|проти|про|с|о|об|з|przeciw(?:ko)?|nad|z|proti|mot|mod|om|med|tegen|ellen|împotriva|protiv|против|срещу|ضد|על|נגד)(?: (?:the|die|der|den|dem|das|le|la|l|el|il|o|a|de|het))? $"
)
# ... nor whose a building site or an inquiry is, unless it is an issue of the fair.
_OF = lazily(r"(?<=\w )(?:of|av|af|von|van|du|del|della|dell|de)(?: (?:the|la|l))? $")
_ISSUE = lazily(
    r"(?<!\w)(?:edition|édition|edici[óo]n?|edição|edizione|edició|editie|ausgabe|auflage|utgåva\w*|fair|show|feria|salon|foire|feira|fiera|messe|mässa\w*|beurs|\w*week) $"
)
# Verbs that take an object, too, of which none stands behind the town: "CES realiza en Las Vegas obras".
_MAY_DO = lazily(r"(?<!\w)(?:realiza|prosegue|loopt|läuft|lief|continue[sd]?) ")
_NO_OBJECT = lazily(
    r"\s*(?:$|[.,;:!?()\x02–—-]|\n)| (?:with|until|through|till|and|amid|as|this|today|on|for|after|despite|bis|mit|und|noch|heute|weiter|derzeit|gerade|nach|con|hasta|y|hoy|del|desde|fino|e|oggi|dal|met|tot|en|vandaag|nog|van)(?!\w)"
)
_THE = r"(?: (?:the|die|der|das|le|la|el|il|lo|o|a|de|het))? $"
_TOWN_FIRST = lazily(
    rf"(?:s[aä]|b[ae]n|s)? (?:läuft|steigt|findet|fand|bat son plein|se (?:tient|déroule|desarrolla|celebra|realiza)|si (?:tiene|svolge)|a lieu|tiene lugar|decorre|acontece|è in corso|está en marcha|is|идет|проходит|триває|проходить|відбувається|trwa|odbywa się|probíhá|se koná|prebieha|pågår|foregår|on käynnissä|zajlik|loopt|vindt|poteka|održava se|се провежда|in){_TO}{_THE}"
)
# Verbs that stand before the name, the town behind it; and behind the town.
_VERB_FIRST = lazily(r"(?<!\w)(?:[يت]قام|[يت]نعقد|[يت]تواصل|[يت]ستمر|[يت]جري) (?:معرض )?$")
_VERB_LAST = lazily(
    r"(?: ?(?:में|ميں))? (?:चल रह|हो रह|जारी|आयोजित|جاري|چل رہ|ہو رہ|sürüyor|devam ediyor|yapılıyor|gerçekleşiyor|davam edir|keçirilir)"
)


def held_there(case: Case, place: Found, forum: Forum) -> bool:
    """Whether what stands beside one of the forum's cities and the name at `place` says that it is on, opens or is off there."""
    return any(
        _opens_behind(case, place, city)
        or _held_in_the_east(case, place, city)
        or _is_on(case.reading.text, place, city, case.reading.language)
        for name in forum.cities
        for city in case.around.each(("city", name), place.start, place.end, BETWEEN)
    )


def _is_on(text: str, place: Found, city: tuple[int, int], language: str) -> bool:
    """Whether only a verb of what goes on parts the name from its city."""
    first, last = city
    if last <= place.start:
        return _TOWN_FIRST.fullmatch(text, last, place.start) is not None
    if _NO_SUBJECT.search(text, max(0, place.start - BETWEEN // 2), place.start):
        return False
    of = _OF.search(text, max(0, place.start - BETWEEN // 2), place.start)
    article = of is not None and language == "nl" and of.group() == "de "
    if of and not article and not _ISSUE.search(text, max(0, of.start() - BETWEEN), of.start()):
        return False
    if _IS_ON_IN.fullmatch(text, place.end, first):
        if _MAY_DO.search(text, place.end, first) and not _NO_OBJECT.match(text, last):
            return False
        in_part = _IN_PART.search(text, place.end, first)
        return not in_part or _OTHER_PART.match(text, last) is not None
    if not (_IN.fullmatch(text, place.end, first) or text[place.end : first] == " "):
        return False
    before = _VERB_FIRST.search(text, max(0, place.start - BETWEEN), place.start)
    return bool(before or _VERB_LAST.match(text, last + len(_ending(text, last))))


def _ending(text: str, end: int) -> str:
    match = _LOCATIVE_ENDING.match(text, end)
    return match.group() if match else ""


def _opens_behind(case: Case, place: Found, city: tuple[int, int]) -> bool:
    """Whether only a word like "in" parts it from its city, behind which it opens, ends or is off: "CES i Las Vegas ställs in",
    "MWC Barselona'da açıldı".
    """
    text, (first, last) = case.reading.text, city
    if first < place.end:
        return False
    there = text[place.end : first] == " " and _there(text, last)
    if there or _IN.fullmatch(text, place.end, first):
        reach = IS_OFF
    elif _HAS_IN.fullmatch(text, place.end, first):
        reach = 1  # not "hat in Las Vegas eine Filiale eröffnet"
    else:
        return False
    return any(
        begin >= last
        and not (calls_off(text, last, begin, end) if sign is CALLED_OFF else OBJECT.match(text, end))
        for sign in (CALLED_OFF, HAPPENING)
        for begin, end in case.around.each(sign, first, last, reach)
    )


def _held_in_the_east(case: Case, place: Found, city: tuple[int, int]) -> bool:
    """The same in Chinese, Japanese and Korean, where it is held: "CES正在拉斯维加斯举行", "CESがラスベガスで開催"."""
    text, (first, last) = case.reading.text, city
    if (
        first < place.end
        or first > place.end + RIGHT_BEHIND
        or not _IN_EAST.fullmatch(text, place.end, first)
    ):
        return False
    return any(
        begin >= last and not OBJECT.match(text, end)
        for begin, end in case.around.each(HAPPENING, first, last, AT_ONCE)
    )


def _there(text: str, end: int) -> bool:
    """Whether the town whose known letters end at `end` has an ending that says where, or one behind an apostrophe."""
    match = _LOCATIVE_ENDING.match(text, end)
    return match is not None and (
        bool(match["apart"]) or _LOCATIVE.search(text, max(0, end - 4), match.end()) is not None
    )
