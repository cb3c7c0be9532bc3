"""A time told from the reader's now → a time: "3 hours ago", "vor 2 Stunden", "昨天 14:30", "3 July, 14:30".

Only what stands alone in a short text is read: words such as "today" mean nothing amid a sentence.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from crawler.parse.date_clock import timed
from crawler.parse.date_eras import fold
from crawler.parse.months import MONTHS
from crawler.patterns import lazily

_UNITS = {  # seconds → the unit's names, as patterns
    1: "seconds? secs? sekunden? segundos? secondes? secondi секунд\\w* วินาที 秒 초 giây detik saniye ثانية ثوان",
    60: "minutes? minuten? minutos? minuti minuut minut\\w* минут\\w* мин хв\\w* นาที 分钟 分鐘 分 분 phút menit minit دقيقة دقائق دقیقه dakika dk λεπτ\\w* mins? min m perc(?:cel)? minuuttia דקות मिनट মিনিট منٹ நிமிட\\S* дақиқа daqiqa dəqiqə წუთის րոպե minūt\\w* នាទី मिनेट മിനിറ്റ് నిమిషాల मिनिटां મિનિટ ਮਿੰਟ",
    3600: "hours? stunden? std heures? horas? ore or[ăa] timer? timmar? uur uren godzin\\w* godz hodin\\w* час\\w* годин\\w* ชั่วโมง ชม\\.? 小时 小時 時間 시간 giờ jam ساعة ساعات ساعت saat sa ώρ\\w* hrs? hr h tuntia tunti ór[aá](?:val)? sat[ai]? сат[аи]? שעות घंटे घंटा ঘণ্টা t urami ure گھنٹے گھنٹہ மணி\\sநேர\\S* ч сағат soat საათის ժամ tund\\w* stund\\w* valand\\w* val or[eë] oras ម៉ោង цагийн घण्टा മണിക്കൂർ గంటల? तासां કલાક ਘੰਟੇ hores ordu awr uair klukkustund\\w* ሰዓት",
    86400: "days? tagen? tage? jours? d[ií]as? giorni giorno dager dagar dagen? dage dni d(?:ny|nem|ňa) дн\\w* день วัน 天 日 일 ngày hari أيام يوم روز gün ημέρ\\w* μέρ\\w* päivää nap(?:pal)? dana дана zile zi d ימים दिन দিন dňami dní دن நாட்\\S* күн gün kun დღის օր päeva? dien\\w* ditë дена ден araw ថ្ងៃ өдрийн ദിവസം రోజుల दिवसां દિવસ ਦਿਨ dies egun",
    604800: "weeks? wochen? semaines? semanas? settiman[ae] weken uker veckor tygodni\\w* týdn\\w* недел\\w* тиж\\w* สัปดาห์ 周 週 週間 주 tuần minggu أسابيع أسبوع هفته hafta w viikkoa ہفتے வார\\S* апта həftə კვირის շաբաթ nädalat? nedēļ\\w* savait\\w* javë linggo សប្តាហ៍ हप्ता ആഴ്ച వారాల आठवड्यां setmanes",
}  # fmt: skip
_SINGLE = {"قبل ساعة": 3600, "منذ ساعة": 3600, "منذ يوم": 86400, "منذ دقيقة": 60, "منذ ساعتين": 7200, "منذ يومين": 172800, "час назад": 3600, "годину тому": 3600, "godzinę temu": 3600, "before an hour": 3600, "قبل يومين": 172800, "قبل يوم": 86400, "לפני שעה": 3600, "לפני שעתיים": 7200, "לפני יום": 86400, "לפני יומיים": 172800}  # fmt: skip
# "hai 3 minuti" is Italian for having them: only behind it are the units Galician
_GALICIAN = r"hai(?=\s+\d{1,3}\s(?:segundo|minuto|hora|d[ií]a|semana)s?(?!\w))"
_BEFORE = rf"преди|пред|pre|pirms|prieš|fa|{_GALICIAN}|duela|fyrir|vor|il y a|hace|h[áa]|πριν(?:\sαπό)?|منذ|قبل|acum|před|pred|prije|пре|לפני"
_AFTER = r"ago|fa|atrás|geleden|sedan|siden|temu|назад|тому(?:\sназад)?|ที่แล้ว|ที่ผ่านมา|ก่อน|之?前|以前|전|trước|(?:yang\s)?lalu|önce|sitten|پیش|قبل|ezelőtt|पहले|আগে|înainte|atgal|tagasi|(?<=\w)ja|پہلے|முன்(?:பு)?|бұрын|əvvəl|oldin|წინ|առաջ|më\sparë|(?:na\s)?ang\s(?:nakalipas|nakakaraan|nakaraan)|មុន|өмнө|अघि|മുമ്പ്|മുൻപ്|క్రితం|पूर्वी|પહેલાં?|ਪਹਿਲਾਂ|yn\sôl|(?:an\schloig\s)?ó\sshin|በፊት"
_ONE = r"an?|one|een|une?|uno|una|ein(?:er|em)?|en|ett|um|uma|satu|một"
_AGO = lazily(
    rf"(?:(?<![\w-])(?P<before>{_BEFORE})\s+)?(?P<n>\d{{1,3}}|{_ONE})\s?(?:"
    + "|".join(f"(?P<u{s}>{'|'.join(words.split())})" for s, words in sorted(_UNITS.items(), reverse=True))
    + rf")\.?\s*(?P<after>{_AFTER})?(?![\w])"
)
_NOW = lazily(
    r"\W*(?:just now|刚刚|剛剛|たった今|방금(?:\s전)?|только что|gerade eben|à l'instant|ahora mismo|agora mesmo|เมื่อสักครู่|vừa xong|baru saja|az önce|الآن)\W*"
)
_DAYS_BACK = {
    0: "today heute aujourd'hui hoy hoje oggi сегодня сьогодні dzisiaj dziś dnes danes danas bugün اليوم امروز วันนี้ hôm\\snay hari\\sini 今天 今日 本日 오늘 i\\sdag idag tänään vandaag ma σήμερα היום azi astăzi днес आज আজ данас bugun бүгін დღეს այսօր täna šodien šiandien sot leo\\ssaa ngayon ថ្ងៃនេះ өнөөдөр ഇന്ന് నేడు இன்று avui hoxe gaur heddiw inniu vandag ዛሬ",
    1: "yesterday gestern hier ayer ontem ieri вчера вчора wczoraj včera včeraj jučer dün أمس دیروز เมื่อวาน(?:นี้)? hôm\\squa kemarin semalam 昨天 昨日 어제 i\\sgår igår eilen gisteren tegnap χθες χτες אתמול вчора গতকাল јуче juče گزشتہ\\sروز நேற்று кеше dünən kecha გუშინ երեկ eile vakar dje jana\\ssaa kahapon ម្សិលមិញ өчигдөр हिजो ഇന്നലെ నిన్న ඊයේ ahir onte atzo ddoe inné í\\sgær gister ትናንት",
    2: "vorgestern avant-hier anteayer anteontem позавчера 前天 一昨日 그제",
}
_SAID = "posted|publi|updated|veröffentlicht|aktualisiert|pubblicat|aggiornat|actualizad|atualizad|opublikowan|опубликован|обновлен|geplaatst|bijgewerkt|publicerad|uppdaterad|yayınlan"
_DAY = lazily(
    rf"^[^\w]*(?:[^\W\d]{{3,14}}:\s|(?:{_SAID})\w{{0,6}}\s(?:on\s|am\s|le\s|el\s)?)?(?:"
    + "|".join(f"(?P<d{n}>{'|'.join(words.split())})" for n, words in _DAYS_BACK.items())
    + r")(?!\w)"
)
# without which nothing is counted: most short texts hold none
_COUNT = lazily(rf"\d|(?<!\w)(?:{_ONE})(?!\w)")
_DIGIT = lazily(r"\d")
_ALONE = lazily(r"\W*$")

BESIDE = 12  # characters beside a day and month: a weekday, and no sentence
_YEARLESS = (
    lazily(r"(?<!\d)(?P<m>1[0-2]|0?[1-9])[月월]\s?(?P<d>3[01]|[12]\d|0?[1-9])[日일号號]"),
    lazily(
        r"(?<![\d/.])(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])\s?\([月火水木金土日월화수목금토일一二三四五六]\)"
    ),
    lazily(r"(?<![\d/.:-])(?P<m>1[0-2]|0[1-9])-(?P<d>3[01]|[12]\d|0[1-9])\s\d\d:\d\d(?!\d)"),
    lazily(
        r"(?<![\d.,:/-])(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|º|\.|\.?-?го)?\s{1,2}(?:de\s)?(?P<w>[^\W\d_]{3,12})\b(?!\.?,?\s(?:de\s)?'?\d{2,4}(?![\d:.h]))"
    ),
    lazily(
        r"(?<![^\W\d_])(?P<w>[^\W\d_]{3,12})\.?\s(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|,?\s\d{4})"
    ),
)


def find_relative(text: str, now: datetime) -> datetime | None:
    """``3 hours ago`` or ``yesterday, 14:30`` in a text of a few words, counted from `now`."""
    text = fold(text)
    if _NOW.fullmatch(text):
        return now
    return _ago(text, now) or _unit_first(text, now) or _day_back(text, now)


# the unit before its number
_UNIT_FIRST = lazily(r"(?P<m>dakika|මිනිත්තු)|(?P<h>saa|පැය)|(?P<d>siku|දින)|(?P<w>wiki|සති)")
_SECONDS = {"m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_FIRST = lazily(r"(?:\w+:\s)?(?P<unit>[^\W\d](?:(?!\d)\S){1,8})\s(?P<n>\d{1,3})(?:\szilizopita|ක(?:ට|)\sපෙර)")


def _unit_first(text: str, now: datetime) -> datetime | None:
    """ "saa 3 zilizopita", "පැය 3කට පෙර"."""
    match = _FIRST.search(text)
    unit = _UNIT_FIRST.fullmatch(match["unit"]) if match else None
    if match is None or unit is None or unit.lastgroup is None:
        return None
    return now - timedelta(seconds=int(match["n"]) * _SECONDS[unit.lastgroup])


def _ago(text: str, now: datetime) -> datetime | None:
    for phrase, seconds in _SINGLE.items():
        if text.strip() == phrase:
            return now - timedelta(seconds=seconds)
    for match in _AGO.finditer(text) if _COUNT.search(text) else ():
        if match["after"] or match["before"]:
            count = int(match["n"]) if match["n"].isdecimal() else 1
            seconds = next(s for s in _UNITS if match[f"u{s}"])
            return now - timedelta(seconds=count * seconds)
    return None


def _day_back(text: str, now: datetime) -> datetime | None:
    """Today and yesterday, with the hour beside them or alone."""
    match = _DAY.match(text)
    if match is None:
        return None
    back = next(n for n in _DAYS_BACK if match[f"d{n}"])
    day = (now - timedelta(days=back)).replace(hour=0, minute=0, second=0, microsecond=0)
    if clock := timed(day, text, match.end()):
        return clock[0] if clock[0].tzinfo else clock[0].replace(tzinfo=now.tzinfo)
    return day if _ALONE.match(text, match.end()) else None


def find_yearless(text: str, now: datetime) -> datetime | None:
    """``3 July, 14:30`` in a text of a few words: the last such day that is not after tomorrow."""
    text = fold(text)
    for pattern in _YEARLESS if _DIGIT.search(text) else ():
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = int(groups["m"]) if "m" in groups else MONTHS.get(groups["w"])
            day = _last(month, int(groups["d"]), now) if month else None
            clock = timed(day, text, match.end("d") if "m" in groups else match.end()) if day else None
            if clock:
                return clock[0] if clock[0].tzinfo else clock[0].replace(tzinfo=now.tzinfo)
            if day and len(text) - (match.end() - match.start()) <= BESIDE:
                return day
    return None


def _last(month: int, day: int, now: datetime) -> datetime | None:
    for year in (now.year, now.year - 1):
        try:
            at = now.replace(year=year, month=month, day=day, hour=0, minute=0, second=0, microsecond=0)
        except ValueError:
            continue
        if at <= now + timedelta(days=1):
            return at
    return None
