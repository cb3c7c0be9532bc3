"""Words around a name and a month → whether somebody was there then: "was shown at CES in January" is of the January that is
over, "will be shown at CES in January" of the one to come. Nobody's plans ("was asked to show it at CES in January"),
stands booked or things made for a forum count. Patterns over folded text.
"""

from __future__ import annotations

import re

from crawler.flag.editions.since import WILL
from crawler.flag.editions.told_words import STOP
from crawler.patterns import lazily

LEFT, RIGHT = 90, 64  # characters before the two and behind them in which the verb of their clause stands
AT = 40  # ... before a name in which a word for being there does
_BREAK = ".,;:!?()。，、；：！？\n\x02"
# What is done at a fair, in the past, and stands before its name.
_DID = lazily(
    r"(?<!\w)(?:"
    # English; Dutch and Swedish share a word with it
    r"shown|showed|seen|presented|unveiled|displayed|demonstrated|demoed|introduced|revealed|exhibited|debuted|premiered|previewed|launched|won|wowed|drew|took part|participated|attended|visited|spoke|appeared|tried|made (?:its|their|his|her) (?:\w+ )?(?:debut|première|premiere|bow)|(?:was|were) (?:on (?:show|display|stage) )?(?=at )"
    r"|zeigten?|präsentierten?|enthüllten?|demonstrierten?|gewann(?:en)?|besuchten?|sprach(?:en)?|debütierten?|unterzeichneten?|stellten? (?:\w+ ){1,6}(?=(?:auf|bei|im|in|am) )"
    r"|(?:a|ont|avait|avaient|ai|avons) (?:\w+ ){0,2}(?:présenté|dévoilé|montré|exposé|lancé|remporté|gagné|décroché|rencontré|signé|participé|assisté|visité|parlé|révélé|fait (?:ses|leurs|sensation|forte)|été (?:présenté|dévoilé|montré|exposé|lancé|révélé|vu|aperçu|primé|récompensé|signé|testé)e?s?)"
    # ... and participles, behind which nothing says that it is so now or is to be
    r"|(?:présenté|dévoilé|montré|exposé|aperçu)e?s?|(?:presentad|mostrad|exhibid|expuest|apresentad|exibid|expost)[oa]s?|(?:presentat|mostrat|espost|svelat)[oaie]|(?:показанн|представленн|продемонстрированн)\w{2,3}|(?:показан|представлен|продемонстрован)(?:ий|а|е|і|ого|ої|их)|(?:pokazan|zaprezentowan|przedstawion)(?:y|a|e|ego|ej|ych)"
    r"|presentó|presentaron|mostró|mostraron|exhibió|exhibieron|expuso|expusieron|desveló|reveló|lanzó|ganó|ganaron|firmó|firmaron|participó|participaron|asistió|visitó|habló|estuvo|estuvieron|debutó|estrenó"
    r"|(?:fue|fueron|ha sido|había sido|han sido) (?:presentad|mostrad|exhibid|expuest|desvelad|revelad|lanzad|vist|premiad|galardonad|estrenad)[oa]s?|(?:ha|han|había|habían) (?:presentado|mostrado|exhibido|expuesto|desvelado|ganado|participado)"
    r"|apresentou|apresentaram|mostrou|mostraram|exibiu|exibiram|expôs|revelou|lançou|ganhou|assinou|participou|participaram|visitou|falou|esteve|estiveram|estreou|(?:foi|foram|tinha sido|havia sido) (?:apresentad|mostrad|exibid|expost|revelad|lançad|vist|premiad)[oa]s?|(?:tinha|tinham|havia) (?:apresentado|mostrado|exibido|ganho)"
    r"|(?:ha|hanno|aveva|avevano) (?:\w+ ){0,2}(?:presentato|mostrato|esposto|svelato|rivelato|lanciato|vinto|incontrato|firmato|partecipato|visitato|parlato|portato|debuttato)|(?:è|sono|era|erano) stat[oaie] (?:presentat|mostrat|espost|svelat|rivelat|lanciat|vist|premiat)[oaie]"
    r"|toonden?|presenteerden?|onthulden?|lanceerden?|demonstreerden?|ontmoetten?|bezochten?|sprak(?:en)?|debuteerden?"
    r"|(?:показа|продемонстрирова|презентова|выигра|завоева|подписа|участвова|выступа|дебютирова|побыва)(?:л|ла|ло|ли)|(?:представи|посети|встрети|выступи)(?:л|ла|ло|ли)|привез(?:ла|ли)?|был[аои]? (?:(?!бы )\w+ ){0,2}(?:показан|представлен|продемонстрирован|отмечен|удостоен|выставлен|анонсирован)\w?"
    r"|(?:показа|презентува|продемонструва|вигра|здобу|підписа|відвіда|дебютува|побува)(?:в|ла|ло|ли)|(?:представи|виступи)(?:в|ла|ло|ли)|привіз|привезл[аи]|бу(?:в|ла|ло|ли) (?:показан|представлен|продемонстрован|відзначен)\w{0,2}"
    r"|(?:паказа|прадстаўля|прадставі)(?:ў|ла|ло|лі)|(?:pokaza|zaprezentowa|zademonstrowa|wygra|zdoby|podpisa|uczestniczy|zadebiutowa|przedstawi|odwiedzi|wystąpi)(?:ł|ła|ło|ły|li)|(?:został[aoy]?|zostali|był[aoy]?) (?:\w+ ){0,2}(?:pokazan|zaprezentowan|przedstawion|zademonstrowan|wyróżnion|nagrodzon|wystawion)\w{1,3}"
    r"|(?:ukáza|prezentova|vystavova|vyhrá|vyhra|získa|podepsa|podpísa|debutova|představ[oi]|predstav[oi]|předved|predvied|vystavi|navštívi|vystoupi|vystúpi)(?:l|la|lo|li|ly|ol)|(?:byl|bol)[aoyi]? (?:představen|predstaven|ukázán|ukázan|předveden|predveden|vystaven|oceněn|ocenen)\w{0,2}"
    r"|visades?|visats|presenterade?s?|presenterats|lanserade?s?|avtäckte|vann|undertecknade|deltog|besökte|talade|debuterade|demonstrerade?s?|syntes"
    r"|vistes?|præsenterede?s?|presenterte|vandt|vant|lancerede|lanserte|deltok|besøgte|besøkte|demonstrerede|demonstrerte|afslørede|avduket|(?:blev|ble|har|havde|hadde|er blevet|er blitt) (?:(?!(?:at|å|skal|skulle|vil) )\w+ ){0,3}(?:vist|præsenteret|presentert|lanceret|lansert|afsløret|avduket|demonstreret|demonstrert|kåret|belønnet)"
    r"|esitteli(?:vät)?|esiteltiin|näytettiin|julkisti(?:vat)?|julkistettiin|nähtiin|palkittiin|voitti(?:vat)?|paljasti|paljastettiin|debytoi|oli esillä|osallistui(?:vat)?"
    r"|mutatt(?:a|ák) be|bemutatt(?:a|ák|ak)|mutatkozott be|bemutatkozott|kiállított(?:a|ák|ak)?|lelepleztek?|leleplezték|nyert|vett(?:ek)? részt|részt vett(?:ek)?|debütált"
    r"|(?:a|au|am) (?:prezentat|arătat|dezvăluit|expus|lansat|câștigat|semnat|participat|vizitat|vorbit|debutat|fost (?:prezentat|arătat|dezvăluit|expus|lansat|premiat|văzut)[ăei]?)|prezentaseră?|arătaseră?"
    r"|παρουσιάστηκ\w+|παρουσίασ(?:ε|αν)|έδειξ(?:ε|αν)|αποκάλυψ(?:ε|αν)|αποκαλύφθηκ\w+|εκτέθηκ\w+|κέρδισ(?:ε|αν)|βραβε[ύυ][τθ]ηκ\w+|συμμετείχ\w+|υπέγραψ\w+|επισκέφθηκ\w+|λάνσαρ(?:ε|αν)|(?:είχε|είχαν|έχει|έχουν) (?:παρουσι|δείξει|εκτ[εέ]θ)\w*"
    r"|(?:قد|كانت?|تم|سبق ان) (?:(?![يت]\w{2}|من )\w+ ){0,2}(?:عرض\w?|الكشف|كشفت?|قدمت?|اطلقت?|استعرضت?)|عرضت|كشفت|اطلقت|شاركت|فازت|استعرضت|حضرت|دشنت|(?<=[.\n\x02 ])(?:(?<=[.\n\x02] )|(?<=[.\n\x02]))و?(?:عرض|كشف|اطلق|شارك|فاز|استعرض|حضر)"
    r"|הוצגה?|הוצגו|הציג(?:ה|ו)?|נחשפ(?:ה|ו)|נחשף|חשפ(?:ה|ו)|חשף|הושק(?:ה|ו)?|השיק(?:ה|ו)?|זכ(?:תה|ה|ו)|השתתפ(?:ה|ו)|השתתף|ביקר(?:ה|ו)?|הופיע(?:ה|ו)?"
    r"|(?<!akan )(?<!untuk )(?<!bisa )(?<!dapat )(?<!hendak )(?<!ingin )(?<!siap )(?<!bakal )(?:di(?:pamerkan|tampilkan|perkenalkan|luncurkan)|(?:telah|sudah|pernah|sempat) (?:memamerkan|menampilkan|memperkenalkan|meluncurkan|mengikuti|menghadiri|memenangkan|meraih|hadir|tampil))"
    r"|(?:đã|từng|vừa) (?:(?!(?:sẽ|để|đăng|sẵn|muốn|định|quyết|chuẩn|kế) )\w+ ){0,3}(?:trưng bày|giới thiệu|ra mắt|trình diễn|trình làng|tham gia|tham dự|giành|đoạt|ký|xuất hiện|có mặt)"
    r"|(?:predstavi|pokaza|prikaza|izloži|osvoji|sudjelova|učestvova|nastupi|razstavi|sodelova)(?:o|la|lo|li|l)|(?:представи|показа|приказа|изложи|освоји|учествова)(?:о|ла|ло|ли)|(?:je|su|bi[ol]|bila|bilo|bili|је|су|био|била) (?:(?!(?:da|bude|budu|biti|će|да|буде|буду|бити|ће) )\w+ ){0,3}(?:predstavljen|prikazan|pokazan|izložen|представљен|приказан|показан|изложен)\w?|(?:беше|бе|бяха) (?:представен|показан|изложен)\w?"
    r"|parodė|pristatė|demonstravo|dalyvavo|laimėjo|buvo (?:pristatyt|parodyt|rodo)\w{1,2}|parādīja|prezentēja|piedalījās|tika (?:parādīt|prezentēt|izrādīt)\w|näitas(?:id)?|esitles(?:id)?|tutvustas(?:id)?|näidati|esitleti|tutvustati|võitis"
    r")(?!\w)|(?:曾|已)(?:经)?(?=在|于|亮相|参加|登)|(?:参加|出席|亮相|登陆|走进)(?:了|过)"
)
# The same behind the name, where the verb ends the sentence or what opens it tells the place and the time.
_DONE_BEHIND = lazily(
    r"(?<!\w)(?:tanıt(?:tı|ıldı|mıştı|ılmıştı)|sergile(?:di|ndi|mişti|nmişti)|göster(?:di|ildi|mişti|ilmişti)|sun(?:du|uldu|muştu)|görücüye çıktı|kazan(?:dı|mıştı)|katıl(?:dı|mıştı)|imzala(?:dı|ndı)"
    r"|nümayiş etdir(?:di|ildi|ib|ilib)|təqdim (?:etdi|edildi|olundu|edib|olunub|edilib)|iştirak (?:etdi|edib)|көрсет(?:ті|ілді)|таныстыр(?:ды|ылды)|қатысты|taqdim (?:etdi|etildi)|namoyish (?:etdi|etildi)|qatnashdi"
    r"|(?:gezeigt|vorgestellt|präsentiert|enthüllt|demonstriert|vorgeführt|ausgestellt|ausgezeichnet|gewonnen|gesehen|teilgenommen|gesprochen) (?:hat|hatten?|haben|worden|wurden?))(?!\w)"
    r"|(?<= )(?:به نمايش (?:درامد|در امد|گذاشت|گذاشته)|معرفي (?:شد|كرد)|رونمايي (?:شد|كرد)|ارائه (?:شد|كرد)|نشان داد|شركت كرد|حضور (?:داشت|يافت)|ديده شد)"
    r"|(?<= )(?:दिखाय[ाे]|दिखाई|पेश किय[ाे]|पेश की|प्रदर्शित किय[ाे]|प्रदर्शित की|लॉन्च किय[ाे]|लॉन्च की|हिस्सा लिया|भाग लिया|अनावरण किया)(?! जा| करने)(?!\w)"
    r"|(?:披露|发表|展示|公开|出展|绍介|受赏|登坛|参加|デモ)(?:を?し|され)?(?:た|ていた|ました)(?!い)"
    r"|(?:공개|발표|전시|소개|시연|체결|수상|참가|참석|출품)(?:했|됐|되었|하였|한 (?!다)|된 |했던|됐던)|선보였|선보인 "
    r"|(?:展示|亮相|发布|推出|展出|公布|签署|斩获|获得)(?:了(?!解)|过)"
)
# ... and what parts that verb from the name: another clause, or what is planned.
_PARTED = lazily(
    r"[.,;:!?।،。、，；\n]|\w(?:[ae]ca[kğ]|ece[kğ]|mak|mek|masını|mesini)|için|خواهد|قرار است|تا |كه |تصميم| की योजना| के लिए| वाल|する|される|予定|ため|向け|への|(?:出展|参加|登坛|披露|公开|展示|发表)を|(?:참가|참석|출품|공개|전시)[를을]|计画|한다|할|라고|다고|하기|하겠|예정|계획|위해|열리는|将|拟|计划|准备|要"
)
_ABOUT = lazily(r"(?:[为就对将拟]|计划)[^，。；！？\n]{0,12}$")  # "为1月的CES发布了预告片"
_ATTRIBUTE = lazily(r" (?:gezeigte|vorgestellte|präsentierte|enthüllte|ausgestellte)[nrsm]? \w")
# Words of two parts around the name: "wurde im Januar auf der CES gezeigt", "werd in januari op de CES getoond".
_BEGUN = lazily(
    r"(?<!\w)(?:wurden?|hat|haben|hatten?|(?P<dutch>werd(?:en)?|zijn)|heeft|hebben|had|hadden|waren|(?P<apart>stellten?|nahm(?:en)?|nam(?:en)?|lieten|liet))(?!\w)"
)
_ENDED = lazily(
    r"(?: (?!zu |um |om |te )\w+){0,8}? (?:(?P<german>gezeigt|vorgestellt|präsentiert|enthüllt|demonstriert|vorgeführt|ausgestellt|ausgezeichnet|prämiert|gewonnen|gesehen|teilgenommen|gesprochen)|(?P<apart>vor|teil|deel|zien)|getoond|gepresenteerd|onthuld|gelanceerd|gedemonstreerd|gezien|bekroond|bezocht)(?! (?:werden|wird|worden|haben|zu|te)(?!\w))(?!\w)"
)
# Right before the verb: that it is to come, or comes now.
_TO_COME = lazily(
    r"(?<!\w)(?:will|would|to|can|could|may|might|should|shall|is|are|be|being|gets?|est|sont|sera|seront|serait|seraient|être|soit|soient|es|son|será|serán|sería|serían|ser|siendo|sea|sean|fuera|fueran|é|são|serão|seria|seriam|serem|sendo|seja|sejam|for|forem|fosse|fossem|è|viene|vengono|venire|venga|vengano|verrà|verranno|verrebbe|verrebbero|sarà|saranno|sarebbe|sarebbero|sia|siano|essere|wird|werden|jest|są|zostanie|zostaną|zostać|został[aoy]?by|był[aoy]?by|być|będzie|będą|bude|budou|budú|budu|biti|быть|бути|бити|буд\w+|бъдат?|бидат?|fi|će|ће|ще|θα|να|akan|bakal|siap|hendak|ingin|dapat|bisa|rencananya|direncanakan|dijadwalkan|diperkirakan|diharapkan|kabarnya|sẽ|skal|ska|bliver|blir|vai|va|ж|soon|bientôt|prochainement|pronto|próximamente|em breve|presto|prossimamente|bald|demnächst|wkrótce|brzy|čoskoro|скоро|вскоре|незабаром|segera|binnenkort|snart|pian)(?: \w+)? ?$"
)
# A clause of what is wished, whose verb looks like one of the past.
_SO_THAT = lazily(rf"(?<!\w)(?:aby|abych|żeby|by|чтобы|щоб|каб)(?!\w)[^{_BREAK}]*$")
# Between the verb and the two: another clause, or what is yet to be done.
_NOT_YET = lazily(
    rf"[{_BREAK}]|(?<!\w)(?:will|would|to(?! (?:the )?(?:crowds?|visitors|acclaim))|can|could|may|might|should|shall|is|are|goes|comes|that|which|who|it|they|he|she|zu|wird|werden|soll|sollen|kann|qui|que|qu|à \w+er|sera|va|doit|peut|devrait|irá|será|podrá"
    r"|che|sarà|a \w+re|om|te \w+en|zal|котор\w+|чтобы|что|\w{3,}ть(?:ся)?|якi?\w*|щоб|що|\w{3,}ти(?:ся)?|aby|żeby|któr\w+|že|kter\w+|ktor\w+|att|ska|som|skal|til at|joka|jota|aikoo|hogy|amely\w*|care|să|va|vor|θα|να|που|سيتم|ستتم|سوف|الذي|التي|כדי|אשר|untuk|akan|yang|agar|sẽ|để|sắp|će|ће|ще|koj\w+|кој\w+"
    # another verb, which is no thing shown besides: "showed a robot and hopes for orders at CES", not "... and a car at CES"
    r"|and (?!(?:an?|the|its|their|his|her|two|three|four|five|several|other|new)(?!\w))\w+|und (?!(?:ein\w*|d(?:ie|er|as|en|em)|sein\w*|ihr\w*|zwei|drei|vier|mehrere)(?!\w))\w+"
    r"|et (?!(?:une?|les?|la|l|des?|d|son|sa|ses|leurs?|deux|trois)(?!\w))\w+|[ye] (?!(?:una?|unos|unas|el|la|los|las|sus?|otr[oa]s?|uma?|o|os|a|as|seus?|suas?|il|lo|gli|le|i|due|tre|dos|tres)(?!\w))\w+"
    r"|oc?[hg] (?!(?:en|ett?|den|det|de|sine?|sina|två|to|tre)(?!\w))\w+|[ий]|та|oraz|και|dan|và|și|ja"
    r"|(?:en|i|a) (?:hoopt|verwacht|rekent|mikt|wil|zoekt|denkt|hopen|verwachten|liczy|czeka|chce|planuje|oczekuje|spodziewa|čeká|očekáv\w+|oczek\w+|chystá|plánuje|dúfa|doufá|nada|oček\w+|planira)|ומקווה|ומצפה|ומתכננת?"
    r"|demos?|orders?|starting|bestellungen|commandes|pedidos|ordini|zamówie\w+|заказ\w*|замовлен\w*"
    # what is told of it before: "unveiled details of its keynote at CES in January"
    r"|stands?|stánk?\w*|booth|tickets?|keynote|plan(?:s|er|y|ów|os|es)?|plán\w*|pläne|details?|detalles|detalhes|dettagli|line ?up|appearance|presence|teaser|sneak|schedule|agenda|talk|launch|debut|premi[eè]re|unveiling|presentation|ahead|before|places?|slots?|spots?|seats?|invitations?|chance|right|whose|whom|where|when|whether|auftritt|projets?|présence|lancement"
    r"|presencia|lanzamiento|estreno|estande|presença|lançamento|estreia|piani|presenza|lancio|debutto|plannen|план\w*|подробност\w*|стенд\w*|анонс\w*|детал\w*|szczegół\w*|monter|program(?:m[aey]?)?|программ\w*|програм\w*|σχέδια|rencana|kế hoạch|خطط)(?!\w)|将|拟|计划"
)
# Before a name: somebody is at it, at most three words of its kind between.
_THERE = lazily(
    r"(?<!\w)(?:at|during|auf|beim?|au|aux|à|lors|pendant|en|durante|na|no|nos|al|alla|alle|all|ad|на|во|в|во время|під час|у|w|podczas|op|tijdens|på|ved|la|în|στ\w{1,3}|κατά|في|خلال|di|pada|dalam|tại|ở|v|ve|během|počas|tijekom|da|do)"
    r"(?: (?!for|für|pour|para|per|для|dla|pro|för|pentru|για|untuk|cho|to|zu|before|ahead)\w+){0,3} ?$|(?<!\w)ב\w*(?: \w+)? ?$|(?:开かれた|开催された|行われた|열린 |개최된 |在|于|了|过)$"
)
_KINDS = r"messuilla|tapahtumassa|näyttelyssä|konferenssissa|kiállításon|vásáron|rendezvényen|expón|konferencián|fórumon|parodoje|renginyje|izstādē|messil"
_THERE_BEHIND = lazily(rf":?ss[aä](?!\w)|(?: \w+)? ?(?:\w*(?:{_KINDS})|en|on|ön|n|il)(?!\w)")
_THERE_ENDING = lazily(rf"(?:{_KINDS})$")
# the name's own verb, right before it
_HELD = lazily(r"(?:(?:开かれた|开催された|行われた)|(?:열린|개최된) )$")
# ... and is still to come
_YET_HELD = lazily(r"(?:开かれる|开催される|开幕する|行われる|始まる|(?:열리는|개막하는|개최되는) ?)$")
_OPENS = lazily(
    r"(?:^|[.!?\n\x02] ?)(?:(?:at|auf|beim?|au|à|lors|en|na|no|al|alla|на|у|w|op|på|ved|la|în|στ\w{1,3}|v|in|im|em|nel|a|в|i|i|τον)(?: \w+){0,2} )?$"
)


def bygone(text: str, place: tuple[int, int], moment: tuple[int, int]) -> bool:
    """Whether somebody was at the name at the folded `place` in the month at `moment` of its clause, and is no more."""
    start, end = min(place[0], moment[0]), max(place[1], moment[1])
    last = max(place[0], moment[0])
    if STOP.search(text, min(place[1], moment[1]), last) or _YET_HELD.search(
        text, max(0, place[0] - AT), place[0]
    ):
        return False
    if _HELD.search(text, max(0, place[0] - AT), place[0]) or _done_behind(text, start, end):
        return True
    if not is_there(text, place):
        return False
    left = max(0, start - LEFT)
    if any(_goes_up_to(text, verb.span(), last) for verb in _DID.finditer(text, left, last)):
        return True
    begun = [
        verb for verb in _BEGUN.finditer(text, left, last) if not _NOT_YET.search(text, verb.end(), last)
    ]
    if begun:
        return _ends(text, begun[-1], end)
    return _opened(text, start, end)


def _ends(text: str, begun: re.Match[str], end: int) -> bool:
    """Whether a verb of two parts, of which one has `begun`, ends behind `end` as one of the past: "werden ... gezeigt" is
    German and to come, "werden ... getoond" Dutch and over; "hat ... viel vor" has nothing to do with "stellte ... vor".
    """
    ended = _ENDED.match(text, end, end + RIGHT)
    if ended is None or bool(begun["apart"]) != bool(ended["apart"]):
        return False
    return not (begun["dutch"] and ended["german"])


def _done_behind(text: str, start: int, end: int) -> bool:
    """Whether the verb that ends the clause of a name and a month, which stand in [start, end), says that it was done there."""
    verb = _DONE_BEHIND.search(text, end, end + RIGHT)
    if verb:
        about = _ABOUT.search(text, max(0, start - AT), start)
        return not about and not _PARTED.search(text, end, verb.start())
    return _ATTRIBUTE.match(text, end) is not None


def is_there(text: str, place: tuple[int, int]) -> bool:
    """Whether a word before the name, behind it or its own ending says that somebody is at it."""
    return bool(
        _THERE.search(text, max(0, place[0] - AT), place[0])
        or _THERE_BEHIND.match(text, place[1])
        or _THERE_ENDING.search(text, *place)
    )


def _goes_up_to(text: str, verb: tuple[int, int], last: int) -> bool:
    """Whether a verb of the past has what begins at `last` in its clause."""
    return not (
        _NOT_YET.search(text, verb[1], last)
        or WILL.search(text, verb[1], last)  # "la empresa que presentó el robot acudirá al CES"
        or _TO_COME.search(text, max(0, verb[0] - 32), verb[0])
        or _SO_THAT.search(text, max(0, verb[0] - LEFT), verb[0])
    )


def _opened(text: str, start: int, end: int) -> bool:
    """Whether the place and the month open a sentence that goes on with such a verb: "At CES in January the firm showed ..."."""
    if not _OPENS.search(text, max(0, start - 28), start):
        return False
    begun = _BEGUN.match(text, end + 1)
    if begun:
        return _ends(text, begun, begun.end())
    verb = _DID.search(text, end, end + RIGHT)
    return (
        verb is not None
        and _goes_up_to(text, (verb.start(), verb.start()), verb.start())
        and not (_NOT_YET.search(text, end + (text[end : end + 1] == ","), verb.start()))
    )
