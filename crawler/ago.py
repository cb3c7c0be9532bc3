"""A time told by its distance from the reader's now → that distance: "3 hours ago", "vor 2 Stunden", "5分钟前", "saa 3 zilizopita".

Texts are lower case, with the digits of ASCII. Each language's words are patterns.
"""

from __future__ import annotations

from datetime import timedelta

from crawler.patterns import lazily

_UNITS = {  # seconds → the unit's names, as patterns
    1: "seconds? secs? sekunden? segundos? secondes? secondi секунд\\w* วินาที 秒 초 giây detik saniye ثانية ثوان",
    60: "minuutti minutes? minuten? minutos? minuti minuut minut\\w* минут\\w* мин хв\\w* นาที 分钟 分鐘 分 분 phút menit minit دقيقة دقائق دقیقه dakika dk λεπτ\\w* mins? min m perc(?:cel)? minuuttia דקות मिनट মিনিট منٹ நிமிட\\S* дақиқа daqiqa dəqiqə წუთის րոպե minūt\\w* នាទី मिनेट മിനിറ്റ് నిమిషాల मिनिटां મિનિટ ਮਿੰਟ",
    3600: "timme tiếng hours? stunden? std heures? horas? ore or[ăa] timer? timmar? uur uren godzin\\w* godz hodin\\w* час\\w* годин\\w* ชั่วโมง ชม\\.? 小时 小時 時間 시간 giờ jam ساعة ساعات ساعت saat sa ώρ\\w* hrs? hr h tuntia tunti ór[aá](?:val)? sat[ai]? сат[аи]? שעות घंटे घंटा ঘণ্টা t urami ure گھنٹے گھنٹہ மணி\\sநேர\\S* ч сағат soat საათის ժամ tund\\w* stund\\w* valand\\w* val or[eë] oras ម៉ោង цагийн घण्टा മണിക്കൂർ గంటల? तासां કલાક ਘੰਟੇ hores ordu awr uair klukkustund\\w* ሰዓት",
    86400: "dag dan dzień dzien päivä days? tagen? tage? jours? d[ií]as? giorni giorno dager dagar dagen? dage dni d(?:ny|nem|ňa) дн\\w* день วัน 天 日 일 ngày hari أيام يوم روز gün ημέρ\\w* μέρ\\w* päivää nap(?:pal)? dana дана zile zi d ימים दिन দিন dňami dní دن நாட்\\S* күн gün kun დღის օր päeva? dien\\w* ditë дена ден araw ថ្ងៃ өдрийн ദിവസം రోజుల दिवसां દિવસ ਦਿਨ dies egun",
    604800: "het(?=e) vecka uke uge tydzień viikko weeks? wochen? semaines? semanas? settiman[ae] weken uker veckor tygodni\\w* týdn\\w* недел\\w* тиж\\w* สัปดาห์ 周 週 週間 주 tuần minggu أسابيع أسبوع هفته hafta w viikkoa ہفتے வார\\S* апта həftə კვირის շաբաթ nädalat? nedēļ\\w* savait\\w* javë linggo សប្តាហ៍ हप्ता ആഴ്ച వారాల आठवड्यां setmanes",
}  # fmt: skip
_ALONE = {  # phrases without a number, by their length in seconds, parted by "|"
    60: "минуту назад|хвилину тому|minutę temu|před minutou|pred minútou|преди минута|prije minutu|pre minut|minuutti sitten|egy perce|πριν από ένα λεπτό|πριν από 1 λεπτό|semenit lalu|semenit yang lalu|یک دقیقه پیش|एक मिनट पहले|এক মিনিট আগে|acum un minut|un minuto fa|fa un minut|منذ دقيقة واحدة|pirms minūtes|prieš minutę|minut tagasi",
    1800: "полчаса назад|пів години тому|pół godziny temu|před půl hodinou|pred pol hodinou|mezz'ora fa|mezz’ora fa|acum o jumătate de oră|acum jumătate de oră|fél órája|vor einer halben stunde|il y a une demi-heure|hace media hora|há meia hora|een half uur geleden|half an hour ago|puoli tuntia sitten|yarım saat önce|半小时前|半小時前|30分前|setengah jam lalu|setengah jam yang lalu|منذ نصف ساعة|قبل نصف ساعة|לפני חצי שעה",
    3600: "un'ora fa|un’ora fa|acum o oră|acum o ora|před hodinou|pred hodinou|преди час|преди един час|prije sat|prije sat vremena|pre sat vremena|pre jedan sat|pred uro|pred eno uro|tunti sitten|egy órája|πριν από μία ώρα|πριν από μια ώρα|μία ώρα πριν|μια ώρα πριν|sejam lalu|sejam yang lalu|یک ساعت پیش|एक घंटा पहले|एक घंटे पहले|এক ঘণ্টা আগে|หนึ่งชั่วโมงที่แล้ว|pirms stundas|prieš valandą|tund tagasi|tunni aja eest|një orë më parë|bir saat önce|bir saat əvvəl|منذ ساعة واحدة|saa moja iliyopita",
    86_400: "день назад|день тому|dzień temu|jeden dzień temu|před jedním dnem|pred jedným dňom|преди ден|преди един ден|prije dan|prije jedan dan|pre jedan dan|pred enim dnem|päivä sitten|egy napja|πριν από μία ημέρα|πριν από μια μέρα|acum o zi|sehari lalu|sehari yang lalu|یک روز پیش|एक दिन पहले|এক দিন আগে|bir gün önce|pirms dienas|prieš dieną|päev tagasi|siku moja iliyopita",
    604_800: "неделю назад|тиждень тому|tydzień temu|před týdnem|pred týždňom|преди седмица|prije tjedan dana|pre nedelju dana|pred tednom|viikko sitten|egy hete|πριν από μία εβδομάδα|πριν από μια εβδομάδα|acum o săptămână|seminggu lalu|seminggu yang lalu|یک هفته پیش|एक सप्ताह पहले|এক সপ্তাহ আগে|bir hafta önce|pirms nedēļas|prieš savaitę|nädal tagasi",
}
_SINGLE = {phrase: seconds for seconds, phrases in _ALONE.items() for phrase in phrases.split("|")} | {"قبل ساعة": 3600, "منذ ساعة": 3600, "منذ يوم": 86400, "منذ دقيقة": 60, "منذ ساعتين": 7200, "منذ يومين": 172800, "час назад": 3600, "годину тому": 3600, "godzinę temu": 3600, "before an hour": 3600, "قبل يومين": 172800, "قبل يوم": 86400, "לפני שעה": 3600, "לפני שעתיים": 7200, "לפני יום": 86400, "לפני יומיים": 172800}  # fmt: skip
# "hai 3 minuti" is Italian for having them: only behind it are the units Galician
_GALICIAN = r"hai(?=\s+\d{1,3}\s(?:segundo|minuto|hora|d[ií]a|semana)s?(?!\w))"
_BEFORE = rf"преди|пред|pre|pirms|prieš|fa|{_GALICIAN}|duela|fyrir|vor|il y a|hace|h[áa]|πριν(?:\sαπό)?|منذ|قبل|acum|před|pred|prije|пре|לפני"
_AFTER = r"ago|fa|atrás|geleden|sedan|siden|temu|назад|тому(?:\sназад)?|ที่แล้ว|ที่ผ่านมา|ก่อน|之?前|以前|전|trước|(?:yang\s)?lalu|önce|sitten|پیش|قبل|ezelőtt|पहले|আগে|înainte|atgal|tagasi|(?<=\w)ja|(?<=perc)e|(?<=het)e|پہلے|முன்(?:பு)?|бұрын|əvvəl|oldin|წინ|առաջ|më\sparë|(?:na\s)?ang\s(?:nakalipas|nakakaraan|nakaraan)|មុន|өмнө|अघि|മുമ്പ്|മുൻപ്|క్రితం|पूर्वी|પહેલાં?|ਪਹਿਲਾਂ|yn\sôl|(?:an\schloig\s)?ó\sshin|በፊት"
_ONE = r"an?|one|een|une?|uno|una|ein(?:er|em)?|en|ett|um|uma|satu|một"
_AGO = lazily(
    rf"(?:(?<![\w-])(?P<before>{_BEFORE})\s+)?(?<![\d.:/-])(?P<n>\d{{1,3}}|{_ONE})\s?(?:"
    + "|".join(f"(?P<u{s}>{'|'.join(words.split())})" for s, words in sorted(_UNITS.items(), reverse=True))
    + rf")\.?\s*(?P<after>{_AFTER})?(?![\w])"
)
# without which nothing is counted: most short texts hold none
_COUNT = lazily(rf"\d|(?<!\w)(?:{_ONE})(?!\w)")


def ago(text: str) -> timedelta | None:
    """The distance that a text of a few words names; None where it names none."""
    phrase = _SINGLE.get(text.strip())
    if phrase is not None:
        return timedelta(seconds=phrase)
    for match in _AGO.finditer(text) if _COUNT.search(text) else ():
        if match["after"] or match["before"]:
            count = int(match["n"]) if match["n"].isdecimal() else 1
            return timedelta(seconds=count * next(s for s in _UNITS if match[f"u{s}"]))
    return _unit_first(text)


# the unit before its number
_UNIT_FIRST = lazily(r"(?P<m>dakika|මිනිත්තු)|(?P<h>saa|පැය)|(?P<d>siku|දින)|(?P<w>wiki|සති)")
_SECONDS = {"m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_FIRST = lazily(r"(?:\w+:\s)?(?P<unit>[^\W\d](?:(?!\d)\S){1,8})\s(?P<n>\d{1,3})(?:\szilizopita|ක(?:ට|)\sපෙර)")


def _unit_first(text: str) -> timedelta | None:
    """ "saa 3 zilizopita", "පැය 3කට පෙර"."""
    match = _FIRST.search(text)
    unit = _UNIT_FIRST.fullmatch(match["unit"]) if match else None
    if match is None or unit is None or unit.lastgroup is None:
        return None
    return timedelta(seconds=int(match["n"]) * _SECONDS[unit.lastgroup])
