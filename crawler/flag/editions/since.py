"""Words that count months and weeks from the day of publication, by language: "next month", "上月底", "vor drei Wochen";
and those that tell what is to come.

Folded: lower case, hyphens and quotes as spaces, simplified characters.
"""

from __future__ import annotations

import re

from crawler.flag.text.numerals import BETWEEN
from crawler.patterns import lazily


def _words(spaced: str, unspaced: str) -> re.Pattern[str]:
    """Either alternation; words of the first stand by themselves."""
    return lazily(rf"(?<!\w)(?:{spaced})(?!\w)|(?:{unspaced})")


# One of these stands in whatever the expressions below find: they are asked first, since they cost nothing.
UNITS = lazily(
    r"hete|sedmic|недељ|month|week|monat|woche|mois|semaine|semana|mês|settiman|mese|месяц|місяц|недел|тиж|شهر|اسبوع|اسابيع|hafta|miesi|tygod|tydz"
    r"|ماه|ماہ|مہين|lun[aă]|hónap|hét|μήνα|månad|måned|kuu|মাস|ай|თვე|mėnes|mēnes|mjesec|mesec|месец|mesiac|мес[яі]ц|oyd|buwan|mwezi|மாத|ամիս|mánuð|muaj|महिन|هفت|ہفت|săpt|εβδομ|veck|uge|uke|viik|সপ্তাহ|апта|კვირ|sava|nedēļ|nädal|tjed|nedel|недел|седм|teden|həft|linggo|wiki|வார|շաբաթ|javë|vik|חודש|שבוע|měsíc|týd|maand|weken|tháng|tuần|bulan|minggu|pekan|เดือน|สัปดาห์|[月周周달월주]|星期|महीन|माह|हफ्त|सप्ताह| ay | ayın| mes"
)


MONTHS_OFF: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        -1,
        _words(
            r"(?:last|the past|the previous) month|tháng (?:trước|vừa qua|vừa rồi)|bulan (?:lalu|lepas|kemarin)|mes (?:pasado|anterior)|pasado mes"
            r"|mês passado|mois (?:dernier|passé)|(?:letzte[nrs]?|vergangene[nr]|vorige[nr]) monats?|mese scorso|scorso mese|прошл\w+ месяц\w|минул\w+ місяц\w"
            r"|الشهر (?:الماضي|الفائت|المنصرم)|(?:geçen|geçtiğimiz) ay|(?:zeszłym|zeszłego|ubiegłym|ubiegłego|poprzednim) miesiąc\w+|(?:zeszłym|ubiegłym) miesiącu"
            r"|(?:vorige|afgelopen) maand|पिछले (?:महीने|माह)|ב?חודש (?:שעבר|הקודם)|minul\w+ měsíc\w*"
            r"|ماه (?:گذشته|پيش|قبل)|luna trecută|lunii trecute|(?:múlt|előző|elmúlt) hónap\w*|(?:περασμένο|προηγούμενο)υ? μήνα|(?:förra|förgångna) månaden|(?:sidste|forrige) måned|(?:forrige|sist) måned|viime kuu\w*"
            r"|গত মাসে?|গেল মাসে?|өткен ай\w*|(?:გასულ|წინა) თვე\w*|անցյալ ամ\w+|նախորդ ամ\w+|(?:praėjus|praeit)\w+ mėnes\w+|pagājuš\w+ mēnes\w+|(?:eelmise|möödunud) kuu\w*|eelmisel kuul"
            r"|(?:prošl|protekl|minul)\w+ m(?:jesec|esec|esiac)\w*|(?:prejšnj|minul)\w+ mesec\w*|(?:прошл|минул|протекл|минал|минат|предходн)\w+ месец\w*|мінул\w+ месяц\w*"
            r"|(?:keçən|ötən) ay\w*|o.?tgan oy\w*|nakaraang buwan|mwezi (?:uliopita|jana)|கடந்த மாதம்|(?:گزشتہ|پچھلے) (?:ماہ|مہينے)|गत (?:माह|महीने)|síðasta mánuði|muajin e kaluar",
            r"上个?月|先月|지난 ?달|전달|(?<!\d)(?<!\d )เดือน(?:ที่แล้ว|ก่อน|ที่ผ่านมา)",
        ),
    ),
    (
        1,
        _words(
            r"next month|the coming month|tháng (?:tới|sau)|bulan depan|mes (?:que viene|próximo|entrante)|próximo mes|mês que vem|próximo mês|mois prochain"
            r"|(?:nächste[nrs]?|kommende[nr]) monats?|mese prossimo|prossimo mese|следующ\w+ месяц\w|будущ\w+ месяц\w|наступн\w+ місяц\w|الشهر (?:المقبل|القادم)"
            r"|(?:gelecek|önümüzdeki) ay|(?:przyszłym|przyszłego|następnym) miesiąc\w+|(?:volgende|komende) maand|(?:अगले|आगामी) (?:महीने|माह)"
            r"|ماه (?:اينده|بعد)|luna viitoare|lunii viitoare|(?:jövő|következő) hónap\w*|(?:επόμενο|ερχόμενο)υ? μήνα|nästa månad|næste måned|neste måned|ensi kuu\w*|ב?חודש הבא|আগামী মাসে?|(?:келесі|келер) ай\w*"
            r"|(?:მომავალ|შემდეგ) თვე\w*|(?:հաջորդ|եկող) ամ\w+|(?:kit|ateinant)\w+ mėnes\w+|nākam\w+ mēnes\w+|nākammēnes\w*|(?:järgmise|tuleva)l? kuu\w*|(?:sljedeć|sledeć|iduć|naredn|budúc|prihodnj|naslednj)\w+ m(?:jesec|esec|esiac)\w*"
            r"|(?:следећ|наредн|следващ|следн|идн)\w+ месец\w*|наступн\w+ месяц\w*|příští\w* měsíc\w*|(?:gələn|növbəti) ay\w*|(?:kelasi|keyingi) oy\w*|susunod na buwan|mwezi ujao|அடுத்த மாதம்"
            r"|(?:ائندہ|اگلے) (?:ماہ|مہينے)|næsta mánuði|muajin e ardhshëm",
            r"下个?月|来月|翌月|다음 ?달|내달|เดือนหน้า",
        ),
    ),
    (
        0,
        _words(
            r"this month|(?:end|start|beginning|middle) of the month|tháng này|(?:đầu|cuối|giữa) tháng(?! \d)(?! trước)(?! tới)|bulan ini|(?:awal|akhir|pertengahan) bulan"
            r"|este mes|(?:finales|fines|principios|comienzos|mediados|inicios) de(?:l| este)? mes|este mês|(?:fim|final|início|começo|meados) d[oe]ste mês|(?:fim|final|início|começo|meados) do mês"
            r"|ce mois(?: ci)?|(?:fin|début|mi|milieu) d(?:u|e ce) mois|fin de mois|(?:anfang|ende|mitte) d(?:es|ieses) monats|diesen monat|zu monatsbeginn|zum monatsende"
            r"|questo mese|(?:inizio|fine|metà) (?:del )?mese|этом месяце|этого месяца|(?:начале|конце|середине) месяца|цього місяця|цьому місяці|(?:початку|кінці) місяця"
            r"|(?:هذا الشهر|الشهر (?:الجاري|الحالي)|(?:مطلع|بدايه|نهايه|اواخر|اوائل) (?:هذا )?الشهر)|bu ay|bu ayın|ay (?:başında|sonunda|ortasında)|(?:w )?tym miesiącu|tego miesiąca|(?:początku|koniec|końcu|połowie) miesiąca"
            r"|deze maand|(?:begin|eind|einde|half) van de maand|इस (?:महीने|माह)"
            r"|(?:اين ماه|ماه جاري)|luna (?:aceasta|asta)|ebben a hónapban|(?:αυτόν? τον?|τρέχοντα) μήνα|(?:denna|den här) månad(?:en)?|denne måned(?:en)?|tässä kuussa|tämän kuun|החודש|(?:এ|এই|চলতি) মাসে|осы ай\w*|ამ თვე\w*|այս ամ\w+"
            r"|šį mėnesį|šomēnes|šajā mēnesī|sel kuul|ov(?:og|aj) m(?:jesec|esec)\w*|ов(?:ог|ај|ој) месец\w*|този месец|tento m(?:ěsíc|esiac)|bu oy\w*|ngayong buwan|mwezi huu|இந்த மாதம்|(?:رواں|اس) ماہ|þessum mánuði",
            r"本月|这个月|今月|(?<![上下前\d一二三四五六七八九十个])月(?:初|末|底|中旬)|이달|이번 ?달|(?<![\d])(?<!\d )월[초말](?!\w)|เดือนนี้|(?:ต้น|ปลาย|สิ้น|กลาง)เดือน(?=นี้|\s|$)",
        ),
    ),
)
WEEKS_OFF: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        -1,
        _words(
            r"last week|tuần trước|(?:pekan|minggu) lalu|semana pasada|semana passada|semaine dernière|(?:letzte|vergangene|vorige)[nr]? woche|settimana scorsa"
            r"|scorsa settimana|прошлой неделе|минулого тижня|الاسبوع الماضي|geçen hafta|(?:zeszłym|ubiegłym) tygodniu|(?:vorige|afgelopen) week|पिछले (?:हफ्ते|सप्ताह)"
            r"|هفته (?:گذشته|پيش|قبل)|săptămâna trecută|(?:múlt|elmúlt) héten|(?:περασμένη|προηγούμενη) εβδομάδα|förra veckans?|sidste uges?|(?:forrige|sist|siste) ukes?|viime viiko(?:lla|n)|ב?שבוע שעבר|গত সপ্তাহে|өткен апта\w*|გასულ კვირა\w*|անցյալ շաբաթ\w*"
            r"|(?:praėjus|praeit)\w+ savait\w+|pagājuš\w+ nedēļ\w+|pagājušonedēļ|(?:eelmisel|möödunud) nädalal|prošl\w+ (?:tjed\w+|nedelj?e|nedjelje|sedmice)|прошле (?:недеље|седмице)|(?:минал|минат)\w+ (?:седмица|недела)|(?:minul|prejšnj)\w+ (?:týždeň|týždňa|týden|týdne|teden)"
            r"|мінул\w+ тыдн\w+|(?:keçən|ötən) həftə\w*|o.?tgan hafta\w*|nakaraang linggo|wiki iliyopita|கடந்த வாரம்|(?:گزشتہ|پچھلے) ہفتے|síðustu viku|javën e kaluar",
            r"上周|上个?星期|先周|先周|지난 ?주(?!년)|สัปดาห์(?:ที่แล้ว|ก่อน)",
        ),
    ),
    (
        1,
        _words(
            r"next week|tuần (?:tới|sau)|(?:pekan|minggu) depan|semana que viene|próxima semana|semana que vem|semaine prochaine|(?:nächste|kommende)[nr]? woche"
            r"|settimana prossima|prossima settimana|следующей неделе|наступного тижня|الاسبوع (?:المقبل|القادم)|(?:gelecek|önümüzdeki) hafta|przyszłym tygodniu"
            r"|(?:volgende|komende) week|अगले (?:हफ्ते|सप्ताह)"
            r"|هفته (?:اينده|بعد)|săptămâna viitoare|(?:jövő|következő) héten|(?:επόμενη|ερχόμενη) εβδομάδα|nästa vecka|næste uge|neste uke|ensi viikolla|ב?שבוע הבא|আগামী সপ্তাহে|келесі апта\w*|მომავალ კვირა\w*|հաջորդ շաբաթ\w*"
            r"|(?:kit|ateinant)\w+ savait\w+|nākam\w+ nedēļ\w+|nākamnedēļ|järgmisel nädalal|(?:sljedeć|sledeć|iduć|naredn)\w+ (?:tjed\w+|nedelje|sedmice)|следеће недеље|(?:следващ|идн|следн)\w+ (?:седмица|недела)|(?:budúc|príští|příští|prihodnj|naslednj)\w* (?:týždeň|týden|teden)"
            r"|наступн\w+ тыдн\w+|(?:gələn|növbəti) həftə\w*|(?:kelasi|keyingi) hafta\w*|susunod na linggo|wiki ijayo|அடுத்த வாரம்|(?:ائندہ|اگلے) ہفتے|næstu viku|javën e ardhshme",
            r"下周|下个?星期|来周|来周|다음 ?주|สัปดาห์หน้า",
        ),
    ),
)
_COUNTS: tuple[str, ...] = (
    "a one einem einer einen un une una um uma uno een один одну одна jeden jedną bir satu một หนึ่ง 一 한 एक",
    "two zwei deux dos dois duas due twee два две дві dwa dwie dwoma iki dua hai สอง 两 二 두 दो två to dva dvě dve dvěma dvije két kettő kaksi kahden două δύο δυο dvi divas kaks kahe двама دو שני שתי екі ikki ორი couple",
    "three drei trois tres três tre drie три trzy trzema üç ثلاثه ثلاث tiga ba สาม 三 세 तीन tři třemi tri három kolme kolmen trei τρεισ τρία trijų trīs kolm سه שלושה שלוש үш uch სამი",
    "four vier quatre cuatro quatro quattro четыре чотири cztery czterema dört اربعه اربع empat bốn สี่ 四 네 चार fyra fire čtyři čtyřmi štyri četiri négy neljä neljän patru τέσσερισ τέσσερα четири keturių četras neli چهار ארבעה ארבע төрт tort",
    "five fünf cinq cinco cinque vijf пять pięć pięcioma beş خمسه خمس lima năm ห้า 五 다섯 पांच fem pět pěti päť pet öt viisi viiden cinci πέντε пет пять penkių piecas پنج חמישה חמש бес besh",
    "six sechs seis sei zes шесть шість sześć sześcioma altı سته ست enam sáu หก 六 여섯 छह sex seks šest šesti šesť hat kuusi kuuden șase έξι шест šešių sešas شش שישה שש алты olti",
    "seven sieben sept siete sete sette zeven семь сім siedem yedi tujuh bảy เจ็ด 七 일곱",
    "eight acht huit ocho oito otto восемь вісім osiem sekiz delapan tám แปด 八 여덟",
    "nine neun neuf nueve nove negen девять dziewięć dokuz sembilan chín เก้า 九 아홉",
)
_COUNT_OF = {word: number for number, words in enumerate(_COUNTS, 1) for word in words.split()}
# "hat" is six in Hungarian and "to" two in Danish, and neither is in "das hat Wochen vor".
_OF_ONE = {"hat": "hat(?= h)", "to": "to(?= (?:ug|uk|må))"}
_COUNT = "|".join(
    (r"\d{1,2}", *(_OF_ONE.get(word, word) for word in sorted(_COUNT_OF, key=len, reverse=True)))
)
_WEEKS = r"veckor|vecka|uger|uker|viikkoa?|viikon|týdn\w+|týždň\w+|tjed(?:na|ana|an)|nedelj?[aeiu]|nedjelj[aeu]|sedmic[aeu]|недељ[аеу]|седмиц[аи]|тыдн\w+|săptămân\w+|h[eé]t(?:e|tel)?|εβδομάδ\w+|savai\w+|nedēļ\w+|nädala\w*|שבועות|هفته|апта|hafta|კვირ\w+|weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|недел\w+|тижн\w+|tygodni\w*|tydzień|hafta|اسابيع|اسبوع|minggu|pekan|tuần|สัปดาห์|周间?|个?星期|주|हफ्ते|सप्ताह"
_MONTHS = r"månader|månad|måneder|måned|kuukautta|kuukauden|měsíc\w*|mesiac\w*|m(?:j)?esec[aei]?|месец[аи]?|месяц\w*|luni|hónap(?:ja|pal)?|μήν\w+|חודשים|ماه|ай|mėnesi\w+|mēneš\w+|kuud|kuu|months?|monate?n?|mois|mes(?:es)?|mês|mesi|mese|maand(?:en)?|месяц\w*|місяц\w+|miesiąc\w*|miesięcy|ay|اشهر|شهر|bulan|tháng|เดือน|个月|か月|カ月|ヶ月|ケ月|개월|달|महीने"
_LONG_AGO = (
    r"(?:(?:ago|geleden|fa|atrás|temu|назад|тому|önce(?:ki)?|sedan|siden|sitten|(?:yang )?(?:lalu|lepas|silam)|trước|ก่อน|ที่แล้ว|전|पहले)(?![^\W\d_]*[a-zа-я])"
    r"|以?前(?![半后期])|之前)"
)
# One of these stands in whatever AGO, AWAY and AHEAD find: three expressions that look for it at each letter cost three times as much.
COUNTED = lazily(rf"(?<![\da-zà-ʯа-яіїєў])(?:{_COUNT})\s?(?:of )?(?:{_WEEKS}|{_MONTHS})")
AGO = lazily(
    rf"(?<!\w)(?:vor|il y a|hace|há|przed|před|pred|prije|пре|преди|acum|πριν(?: από)?|prieš|pirms|לפני|قبل|منذ) (?P<n1>{_COUNT}) (?:of )?(?:(?P<week1>{_WEEKS})|(?P<month1>{_MONTHS}))(?!\w)"
    rf"|(?<![\da-zà-ʯа-яіїєў十百千几数])(?P<n2>{_COUNT})\s?(?:(?P<week2>{_WEEKS})|(?P<month2>{_MONTHS}))\s?{_LONG_AGO}"
    rf"|(?<![十百千几数])(?P<n3>[一二两三四五六七八九])(?:(?P<week3>周|个?星期)|(?P<month3>个月))(?:以?前|之前)"
)


# How many weeks or months something is away: "a dos semanas del", "three weeks before", "再过两周".
_TO_GO = r"(?:from now|away|to go|before|ahead of|until|till|vor|bis|voor|tot|inför|før|före|ennen|před|pred|przed|prije|до|преди|înainte de|πριν από|sebelum|jelang|menjelang|trước|kala|qalmış|lagi|nữa)(?!\w)|앞(?:두|으로)"
AWAY = lazily(
    rf"(?<!\w)(?:a(?: falta de)?|à|faltan?|faltam|còn|еще) (?P<n1>{_COUNT}) (?:(?P<week1>{_WEEKS})|(?P<month1>{_MONTHS})) (?:d(?:e|el|u|es|o|a|os|as)?|para|pour|que|khai|до)(?!\w)"
    rf"|(?<![\da-zà-ʯа-яіїєў十百千几数])(?P<n2>{_COUNT})\s?(?:(?P<week2>{_WEEKS})|(?P<month2>{_MONTHS}))\s?(?:{_TO_GO})"
    rf"|(?:再过|อีก\s?)(?P<n3>\d{{1,2}}|[一二两三四五六七八九]|สอง|สาม|สี่|ห้า|หก)\s?(?:(?P<week3>周|个?星期|สัปดาห์)|(?P<month3>个月|เดือน))"
)
# "In three weeks", "三周后": as often how long something took, so that its sentence must tell what is to come.
_LATER = (
    r"(?:sonra|içinde|päästä|kuluttua|päe?rast|múlva|बाद|بعد|ديگر)(?!\w)|(?:之|以)?后(?!半)|[뒤후](?![반보])"
)
AHEAD = lazily(
    rf"(?<!\w)(?:in|within|dans|en|dentro de|daqui a|em|tra|fra|over|om|za|через|за|след|peste|în|σε|dalam|بعد|خلال|בעוד|na|sau|после|після) (?P<n1>{_COUNT}) (?:of )?(?:(?P<week1>{_WEEKS})|(?P<month1>{_MONTHS}))(?!\w)(?! (?:ago|earlier|old|lang|long|later)(?!\w))"
    rf"|(?<![\da-zà-ʯа-яіїєў十百千几数])(?P<n2>{_COUNT})\s?(?:(?P<week2>{_WEEKS})|(?P<month2>{_MONTHS}))\s?(?:{_LATER})"
)


# "Two months after", before a name; "měsíc po", "через месяц после", "sebulan setelah" are one. What is told may be its end.
_A_WEEK = r"неделю|тиждень|tydzień|týden|týždeň|teden|tjedan|nedelju|nedjelju|седмица|недељу|savaitę|savaitė|nedēļu|nädal|seminggu|sepekan|vecka|uge|uke|viikko|שבוע|اسبوع"
_A_MONTH = r"месяц|місяць|miesiąc|měsíc|mesiac|mesec|mjesec|месец|mėnuo|mėnesį|mēnesi|månad|måned|kuukausi|kuu|sebulan|חודש|شهر"
_ENDS = (
    r"(?: (?:end|close|conclusion|start|opening|ende|abschluss|schluss|beginn|auftakt|eröffnung|fin|clôture|ouverture|cierre|clausura|apertura|inauguración|fim|encerramento|abertura|fine|chiusura|einde|slutet|avslutningen|afslutningen"
    r"|окончани\w|завершени\w|закрыти\w|открыти\w|закінчення|завершення|закриття|відкриття|zakończeni\w|otwarci\w|zamknięci\w|skončení|ukončení|zahájení|skončenia|ukončenia|završetka|zatvaranja|otvaranja|края|закриването|откриването|koncu|zaključku|pabaigos|beigām|lõppu|încheierea|închiderea|deschiderea|λήξη|berakhirnya|penutupan|pembukaan|kết thúc|bế mạc|انتهاء|اختتام|افتتاح|סיום|תום)"
    r"(?: (?:of|de[srl]?|d|du|da|do|di|del|della|van|av|af|на|al|a|la))?(?: (?:the|l|la|der|des|die|het))?)?"
)
AFTER = lazily(
    rf"(?<!\w)(?:(?P<n1>{_COUNT}) (?:(?P<week1>{_WEEKS})|(?P<month1>{_MONTHS}))|(?:(?P<week4>{_A_WEEK})|(?P<month4>{_A_MONTH})))(?: (?:спустя|по тому|dana|дана))?"
    r" (?:after|on from|après|después del?|tras|depois d[aeo]|após|dopo|nach|после|після|po|na|efter|etter|setelah|usai|selepas|pasca|след|након|после|nakon|posle|pēc|pärast|după|de la|μετά|sau(?: khi)?|אחרי|לאחר|من|علي|بعد)"
    rf"(?: (?:the|le|la|l|el|il|lo|du|der|dem|den|a|o|de|het|τη|την|το|από))*{_ENDS}{BETWEEN}*$"
)


# "three years ago": no day, but an edition.
_YEARS = r"שנים|godin[aeu]|годин[аеи]|rok(?:mi|y|ov)|ani|χρόνια|metus|gadiem|vuotta|years?|jahren?|ans|années|años|anos|anni|лет|года|років|роки|lat|lata|yıl|jaar|let|lety|år|سنوات|اعوام|tahun|năm|年|년|ปี"
YEARS_AGO = lazily(
    rf"(?<!\w)(?:vor|il y a|hace|há|przed|před|pred|prije|пре|преди|acum|πριν(?: από)?|prieš|pirms|לפני|för|for|قبل|منذ) (?P<n1>{_COUNT}) (?:{_YEARS})(?!\w)"
    rf"|(?<![\da-zà-ʯа-яіїєў十百千几数])(?P<n2>{_COUNT})\s?(?:{_YEARS})\s?(?:earlier(?!\w)|{_LONG_AGO})"
    r"|(?<![十百千几数])(?P<n3>[一二两三四五六七八九])年(?:之|以)?前"
)


def count_of(match: re.Match[str]) -> int | None:
    """How many weeks or months ago an AGO or AFTER is; None where it tells no number."""
    text = next((group for name, group in match.groupdict().items() if group and name[0] == "n"), "")
    return int(text) if text.isdecimal() else _COUNT_OF.get(text)


def months_ago(match: re.Match[str]) -> bool:
    """Whether an AGO counts months, not weeks."""
    return bool(match["month1"] or match["month2"] or match.groupdict().get("month3"))


# Months and weeks in the plural, which are nobody's month.
_MANY = lazily(
    r"kuukau[sd]|hónapok|m(?:jes|es)ec(?:i|ima|ev|ih|em)(?!\w)|mesiac(?:ov|och|mi|om)(?!\w)|měsíc(?:ů|ích|ům)(?!\w)|месец(?:и|има|ите)(?!\w)|м[еі]сяц(?:ев|аў|ах|ів|ях)(?!\w)"
    r"|mėnesi(?:ais|ų|us|ai)(?!\w)|(?:ay|oy)lar|айлар|апталар|həftələr|haftalar|თვეებ|კვირებ|ամիսներ|շաբաթներ|tjed(?:ana|ni|nima)(?!\w)|тыдн(?:яў|ях)(?!\w)|(?:महीन|सप्ताह|हफ्त)ो|মাসগুল"
)


def several(text: str, match: re.Match[str]) -> bool:
    """Whether what `match` found tells several months or weeks: "u sljedećih mjeseci"."""
    return bool(_MANY.search(text, match.start(), match.end() + 1))


# Around a month's name: whether it is the one that has passed, or the one to come.
LAST_BEFORE = lazily(
    r"(?<!\w)(?:last|past|letzten|vergangenen|vorigen|pasado|passado|scorso|lo scorso|прошл\w+|минул\w+|zeszłym|ubiegłym|geçen|geçtiğimiz|지난|vorige|afgelopen|पिछले"
    r"|hồi|múlt|elmúlt|περασμένο|περασμένου|förra|senaste|sidste|forrige|sist|viime|গত|গেল|өткен|გასულ|წინა|անցյալ|praėjus\w+|praeit\w+|pagājuš\w+|möödunud|eelmise|prošl\w+|protekl\w+|prejšnj\w+|minul\w+|minion\w+|мінул\w+"
    r"|минал\w+|минат\w+|протекл\w+|keçən|ötən|o.?tgan|nakaraang|கடந்த|گزشتہ|پچھلے|बीते|गत) ?$|เมื่อ(?:ช่วง)?(?:ต้น|ปลาย|กลาง)?(?:เดือน)?$"
)
LAST_AFTER = lazily(
    r" ?(?:pasado|passado|dernier|passé|scorso|lalu|lepas|الماضي|ที่ผ่านมา|ที่แล้ว|vừa qua|vừa rồi|گذشته|trecută?|האחרון|שעבר|e kaluar|iliyopita|síðastliðnum|síðastliðinn)(?![^\W\d_])"
)
NEXT_BEFORE = lazily(
    r"(?:(?<!\w)(?:next|coming|nächsten|kommenden|próximo|prossimo|будущ\w+|następnym|gelecek|önümüzdeki|오는|다가오는|volgende|komende|अगले"
    r"|jövő|következő|επόμενο|επόμενου|ερχόμενο|ερχόμενου|προσεχή|nästa|kommande|næste|neste|ensi|tulevan|আগামী|келесі|келер|მომავალ|հաջորդ|kit[ąo]|ateinan\w+|nākam\w+|järgmis\w+|tulev\w+|sljedeć\w+|sledeć\w+|iduć\w+|naredn\w+"
    r"|budúc\w+|prihodnj\w+|naslednj\w+|příští\w*|przyszł\w+|kommende[nmrs]?|наступн\w+|следващ\w+|следећ\w+|наредн\w+|следн\w+|идн\w+|gələn|növbəti|kelasi|keyingi|darating na|susunod na|அடுத்த|வரும்|ائندہ|اگلے|आगामी)|来たる|来る) ?$"
)
NEXT_AFTER = lazily(
    r" ?(?:próximo|que viene|que vem|prochain|prossimo|depan|nanti|mendatang|المقبل|القادم|หน้า|ที่จะถึง|tới|اينده|viitor|הקרוב|הבא|akan datang|e ardhshëm|ijayo|næstkomandi)(?![^\W\d_])"
)
# Verbs that tell the future by their endings or their beginnings.
WILL = lazily(
    r"(?<!\w)(?:\w{3,}(?:rà|ranno|rá|rán|rão|iendront?|iendra|ouvrira|ouvriront|illera|illeront|eront|acak|ecek|acağı\w*|eceği\w*)|aura|auront|sera|ira|iront"
    r"|вернется|покаж\w+|представ(?:ит|ят)|выступ(?:ит|ят)|отправ(?:ит|ят)ся|поед[еу]т|полет(?:ит|ят)|придет|соберут?|соберутся|соберется|примет|примут|повезут?|повернеться|покаже|поїд(?:е|[еу]ть)|збер\w+ся"
    r"|wróci|otworz[ąy]|rusz[ąy]|rozpocz(?:nie|ną)|zaczn(?:ie|ą)|pokaże|pokażą|poleci|polecą|wystawi|zaprezentuje|kehrt zurück|will|ll|تعتزم|س[يت](?:عقد|قام|نطلق|نعقد|شارك|عود|فتح|حضر|عرض|قدم|ستضيف|جري|كون)\w*)(?!\w)"
    r"|(?<!\w)(?:would(?! have)(?=[^.,;!?\n]{3,60} (?:at|in|during) )|(?:présent|dévoil|montr|expos|lanc|particip|accueill|rassembl|emmèn|amèn|mèn|envol)er(?:a|ont)|conduir(?:a|ont)|enverr(?:a|ont)|(?:se|me|nous) rendr(?:a|ont|ai|ons)|rendront|(?:va|vont) \w+(?:er|ir)|(?:va|van) a \w+[aei]r|(?:vai|vão) \w+[aei]r|zostan(?:ie|ą)|przedstawi(?:ą)?|weźmie|wezmą|uká[zž](?:e|ou|u)|představí|predstav(?:í|ia)|předvede|predvedie|zúčastní"
    r"|(?<!удалось )(?<!успел )(?<!успела )(?<!успели )(?<!смог )(?<!смогла )(?<!смогли )представ(?:ить|лять)|виступ(?:ить|лять)|візьм(?:е|уть)|продемонстриру[ею]т|visas(?= (?:upp )?(?:på|vid|i) )|presenteras|lanseras|(?:bliver|blir) (?:\w+ ){0,2}(?:vist|præsenteret|presentert|lanceret|lansert)|word(?:t|en) (?:\w+ ){0,8}(?:getoond|gepresenteerd|onthuld)|aiko[ov]\w*|esitellään|nähdään|fog(?:ja|ják|nak)?|mutatj(?:a|ák)|vesznek részt"
    r"|(?:va|vor) (?:fi |avea )?(?:prezent|arăt|particip|expun|lans|loc|dezvălui)\w*|س[يت](?:كشف|ستعرض|طلق|ظهر|دشن)\w*|[יתא](?:וצג|ציג|יחשף|חשוף|שיק|ושק|שתתף|יפתח|תקיים)ו?)(?!\w)"
    # the present, of what has its day
    r"|(?<!\w)(?:returns|comes back|takes place|kicks off|findet|kehrt|se tient|revient|se celebra|vuelve|regresa|torna|si tiene|volta|decorre|vindt|keert|wraca|återvänder|hålls|vender tilbage|повертається"
    r"|stattfinde[nt]|zurückkehrt|plaatsvind(?:t|en)|terugkeert|äger rum|fin[dn]er sted|afholdes|avholdes|odbywa(?:ją)? się|se kon(?:á|ají)|kon(?:á|ajú) sa|sa kon(?:á|ajú)|uskuteční|(?:se )?održava(?:ju)?|се (?:провежда|одржава)|rendezik|tartják|järjestetään|pidetään|toimub|vyksta|notiek"
    r"|are loc|se desfășoară|πραγματοποιείται|διεξάγεται|проходит|відбувається|проходить|düzenleniyor|yapılıyor|keçirilir|tkaziladi|өтеді|[يت]عقد|[يت]قام|برگزار مي ?شود|מתקיימת?)(?!\w)"
    r"|(?:ए|े)(?:गा|गी|ंगे)|届时|预定|预计|还会|将会|再び?开|(?:披露|展示|公开|出展)(?:され|す)る|开く|开かれる|行われる|열리는|열린다|(?:공개|전시|시연)(?:된다|한다|할 )|선보(?:인다|일 )|열 예정|예정"
)

# Somebody said something, in the past: what follows upon it is told of another time than what stands before.
SAID = _words(
    r"said|told|announced|declared|added|pledged|promised|stated|sagten?|erklärten?|kündigten?|versprach(?:en)?|(?:a|ont) (?:déclaré|dit|annoncé|affirmé|promis|indiqué)|dijo|dijeron|anunció|anunciaron|afirmó|aseguró|señaló|declaró|prometió"
    r"|disse|disseram|afirmou|anunciou|declarou|garantiu|prometeu|ha (?:detto|dichiarato|annunciato|affermato|promesso)|сказал\w*|заявил\w*|сообщил\w*|объявил\w*|рассказал\w*|пообещал\w*|сказав|сказала|заяви(?:в|ла|ли)|повідоми(?:в|ла|ли)"
    r"|powiedzia\w+|ogłosi\w+|zapowiedzia\w+|zei|zeiden|kondigde|verklaarde|beloofde|sade|meddelade|lovade|sagde|oplyste|opplyste|řekl\w*|oznámil\w*|slíbil\w*|sanoi|kertoi|lupasi|söyledi|açıkladı|duyurdu|belirtti"
    r"|قال|قالت|اعلن|اعلنت|صرح|صرحت|اكد|اكدت|گفت|گفتند|mengatakan|mengumumkan|berkata|menyatakan|cho biết|tuyên bố|công bố",
    r"(?<![小传])说(?!明)|表示|宣布|指出|透露|(?<![名简])称(?![为作号呼])|述べ|语っ|话し|发表し|明らかにし|말했|밝혔|발표했|กล่าว|ประกาศ|เผยว่า|ระบุว่า",
)
