"""An ordinal before a name that counts somebody's visits, and none of the forum's editions: "her third GDEC", "for the director
it was the second GDEC", "the second GDEC for the director"; not "Beijing opened its third GDEC", "for Beijing it was the third".
"""

from __future__ import annotations

from crawler.flag.names.context import Around
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

SENTENCE = 90  # characters before an ordinal in which its sentence begins
BEHIND = 28  # ... behind a name in which is told for whom it was
_FOR = r"(?:for|für|pour|para|per|voor|för|для|dla|pro|pre|za|за|pentru|για|bagi|buat|untuk|với|untuk)"
_HOSTS = r"(?:organi[sz]\w*|hosts?|veranst\w*|gastgeb\w*|anfitri\w*|организатор\w*|організатор\w*|устроител\w*|arrang\w*|pořad\w*|usporiad\w*|järjest\w*)(?!\w)"
_WAS = lazily(
    r"(?<!\w)(?:was|is|s|will be|marks|marked|war|ist|wird|wäre|était|est|sera|fue|era|es|será|foi|é|è|stat[ao]|sarà|wordt|это|был[ао]?|станет|стал[ао]?|це|бу(?:ла|в|ло)|стане|to|był[ao]?|byl[ao]?|bol[ao]?|je|bil[ao]?|bio|бил[ао]?|био|беше|е|var|blev|är|er|ble|oli|on"
    r"|volt|ez|ήταν|είναι|bu|buvo|yra|bija|ir|fost|este|là|ini|adalah|merupakan)(?!\w)(?: (?!(?:in|im|em|at|auf|в|на|w|di|of)(?!\w))\w{1,7}){0,3} ?$"
)
# Before all that, at the beginning of the sentence: for whom, in two words; by a case in languages that have one for it; what
# stands there besides is no more than "it": in "for many firms the main draw was the second GDEC" the forum's are counted.
_FOR_HIM = lazily(
    rf"(?:^|[.!?\n\x02,] ?)(?:und |and |et |y |e |i |и |a )?(?:{_FOR} |(?:az? )?(?=\w+(?:lle|ile|ei|ui|nak|nek)(?: |$)))(?!{_HOSTS})(?:\w+ )?(?!{_HOSTS})\w+"
    r"(?:,? (?:it|this|that|es|das|dies|ce|c|ça|cela|esta|esto|isto|questa|questo|dit|dat|det|tämä|se|ez|это|то|це|то|to|toto|ово|това|αυτή|αυτό|ini|itu|đây|aceasta|asta|see|tai|tas|šī|это же))?$"
)
# ... and right before the number, in languages that may put it there: "byla to pro ředitele druhá", "müdür için bu üçüncü".
_THIS_FOR_HIM = lazily(
    r"(?<!\w)\w+ için (?:de )?(?:bu )?$|(?<!\w)(?:byla|bola|bila|била|була|была|było|była|je|to|це|это)(?: \w+)? (?:pro|pre|za|за|для|dla) \w+(?: \w+)? $"
)
_FOR_HER = lazily(
    rf"(?: (?:in|im|en|em|a|à|w|we|v|ve|в|у|u|i|în|στο|στη) [^\W\d_]{{3,14}})?(?: {_FOR} (?:(?:the|die|la|a|der) (?:city|stadt|ville|ciudad|cidade|città) (?:of |de |di )?)?(?P<who>\w)|(?: \w+){{1,3}} (?P<whom>számára)(?!\w))"
)
# Right before: whose it is. What may be a city's or a body's as well is so where nobody holds or opens the forum there.
_OURS = lazily(
    r"(?<!\w)(?:his|her|my|your|meine?[rn]?|mon|ma|mi|mis|minha|meu|mijn|haar|мо[яйею]\w{0,2}|мі[йяю]|moj\w{1,2}|mo[ij]e|môj|hennes|hans|min|hendes|mans|hänen|minun|mano|mana|minu|benim)(?!\w)(?: (?:own|ganz|već|уже|вже|już|už))? ?$"
)
_ITS = lazily(
    r"(?<!\w)(?:its|our|unsere?[rn]?|their|ihre?[nrm]?|seine?[nrm]?|sa|son|leur|su|sus|sua|seu|suo|loro|zijn|hun|ее|его|их|їх\w*|її|його|сво\w{1,3}|swoj\w{1,2}|sw[aąeo]\w{0,3}|jej|jego|její|jeho|sv[éouůé]\w{0,3}|njegov\w*|njen\w*|njezin\w*|svoj\w*|негов\w*|ich|jejich|njihov\w*"
    r"|sin|deras|deres|heidän|jos?|jų|viņas?|viņu|sava|savo|tema|oma|nende) ?$"
)
_HOLDS = lazily(
    r"(?<!\w)(?:host\w*|h[eo]ld\w*|open\w*|stag\w*|organi[sz]\w*|launch\w*|veranst\w*|richte\w*|eröffn\w*|accueil\w*|ouv\w+|tient|tenu|celebr\w*|acog\w*|abr[eiuó]\w*|realiz\w*|sedi\w*|receb\w*|ospit\w*|apr\w+|inaugur\w*|провод\w*|провел\w*|приня\w*|принима\w*|откры\w*|прове\w*|відкри\w*|gości\w*|otwor\w*|otwier\w*|przeprowadz\w*"
    r"|pořád\w*|uspořád\w*|hostí\w*|otev\w*|usporiad\w*|håller|höll|arrang\w*|anordna\w*|öppna\w*|afhold\w*|åbne\w*|avhold\w*|åpne\w*|järjest\w*|isännöi\w*|rendez\w*|διοργ\w*|φιλοξεν\w*|düzenle\w*|ev sahipliği|održa\w*|otvor\w*|одржа\w*|отвор\w*|проведе\w*|surengė|rengia|rīko\w*|korralda\w*|organizē\w*)(?!\w)"
)
# Whose it is, where the language says so with a case, a particle or no preposition; before the number, and behind it.
_SOMEBODYS = lazily(
    r"(?<!\w)(?:onun|benim|(?:genel )?(?:müdür|bakan|başkan|direktör|yönetici|kurucu|vali|ceo)(?:ü|ı|i|u|sı|si)?n?(?:ün|ın|in|un))(?: \w+ [dt][ae]ki)? $"
    r"|(?<!\w)(?:hänen|minun|(?:johtaja|toimitusjohtaja|ministeri|presidenti|perustaja|pormestari|tutkija)n) $"
    r"|(?:(?:निदेशक|मंत्री|अध्यक्ष|संस्थापक|प्रमुख|मुख्यमंत्री|प्रधानमंत्री) का|उनका|उसका|मेरा)(?: \S+ में)? $"
    r"|(?:[他她我]|所长|部长|市长|主席|总裁|总经理|董事长|首席执行官|创始人|局长|校长|院长|大使|厂长)(?:的|在\w{2,4}的)$"
)
_FOR_SOMEBODY = lazily(
    r"对[^，,。]{1,12}(?:来说|而言)[，,]?(?:这|那)?(?:已经?)?是$|สำหรับ[^ ]{2,24} ?(?:นี่|นี้|งานนี้)(?:คือ|เป็น|ถือเป็น) ?(?:งาน)?$"
)
_HUNGARIAN = lazily(r"(?<!\w)(?:igazgató|vezérigazgató|miniszter|elnök|alapító|polgármester|kutató) $")
_HUNGARIAN_OWN = lazily(r" (?:je|ja|e|a)(?!\w)")
_OF_HIM = lazily(
    r" ?(?:của (?:(?:vị |nữ |cựu |phó )?(?:giám đốc|bộ trưởng|chủ tịch|tổng|thị trưởng|nhà sáng lập)|bà|ông|cô|anh|chị|tôi|công ty|hãng|chúng tôi)|ของ(?:ผู้อำนวยการ|เธอ|เขา|รัฐมนตรี|ประธาน|นายก|ผม|ดิฉัน|เรา|บริษัท|ผู้ก่อตั้ง)|之[行旅])"
    r"| براي (?:(?:او|من|وي|ما)(?!\w)|(?:مدير|وزير|رئيس|شركت|بنيانگذار))"
)


def counts_visits(
    text: str, number: tuple[int, int], place: tuple[int, int], forum: Forum, around: Around
) -> bool:
    """Whether the ordinal at the folded `number` beside the name at `place` counts how often somebody was there."""
    ordinal, left = number[0], max(0, number[0] - SENTENCE)
    if _OURS.search(text, left, ordinal) or _SOMEBODYS.search(text, left, ordinal):
        return True
    if _OF_HIM.match(text, number[1]):
        return True
    if _HUNGARIAN.search(text, left, ordinal) and _HUNGARIAN_OWN.match(text, place[1]):
        return True
    whom = _FOR_SOMEBODY.search(text, left, ordinal)
    if whom:
        return not _is_city(text, forum, around, whom.span())
    if _ITS.search(text, left, ordinal):
        return not _HOLDS.search(text, left, ordinal) and not _city_begins(
            text, forum, around, (left, ordinal)
        )
    was = _WAS.search(text, left, ordinal)
    if _THIS_FOR_HIM.search(text, left, ordinal) or (
        was and _FOR_HIM.search(text[left : was.start()].rstrip(" ,"))
    ):
        return not _is_city(text, forum, around, (left, ordinal))
    behind = _FOR_HER.match(text, place[1], place[1] + BEHIND) if was else None
    if behind is None:
        return False
    return not behind["who"] or not _is_city(
        text, forum, around, (behind.start("who"), behind.start("who") + 8)
    )


def _is_city(text: str, forum: Forum, around: Around, span: tuple[int, int]) -> bool:
    """Whether a city of the forum begins in the span."""
    return any(
        span[0] <= first < span[1]
        for city in forum.cities
        for first, _ in around.places.get(("city", city), ())
    )


def _city_begins(text: str, forum: Forum, around: Around, span: tuple[int, int]) -> bool:
    """Whether a city of the forum begins a sentence in the span: "Beijing welcomed guests to its second GDEC"."""
    return any(
        span[0] <= first < span[1] and not text[:first].rstrip(" ")[-1:].strip(".!?\n\x02")
        for city in forum.cities
        for first, _ in around.places.get(("city", city), ())
    )
