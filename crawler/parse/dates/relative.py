"""A time told from the reader's now → a time: "3 hours ago", "vor 2 Stunden", "昨天 14:30", "3 July, 14:30".

Only what stands alone in a short text is read: words such as "today" mean nothing amid a sentence.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from crawler.ago import ago
from crawler.months import MONTHS
from crawler.parse.dates.clock import timed
from crawler.parse.dates.eras import fold
from crawler.patterns import lazily

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
    distance = ago(text)
    return _day_back(text, now) if distance is None else now - distance


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
