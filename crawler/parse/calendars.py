"""A date as people write it → a date: 25 languages, five calendars, every kind of digits.

    "๓ ก.ค. ๖๘" · "令和7年7月3日" · "114/07/03" · "3 июля 2025, 14:30" · "Jul 3, 2025 2:30 PM" · "٣ تموز ٢٠٢٥"

Eras: Buddhist (2568, and 68 beside a Thai month), Japanese (令和, 平成, 昭和), Minguo (114, 民國), and the Gregorian.
Nothing is guessed from the place in the text; dates.py chooses among what is found.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from crawler.parse.months import MONTHS

BUDDHIST = 543  # years ahead of the Gregorian
MINGUO = 1911
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}  # the year before the first
OLDEST = 1995  # the web carries no older news

_DIGITS = {
    c: unicodedata.decimal(chr(c))
    for c in (
        *range(0x0660, 0x066A),
        *range(0x06F0, 0x06FA),
        *range(0x0966, 0x0970),
        *range(0x09E6, 0x09F0),
        *range(0x0E50, 0x0E5A),
        *range(0xFF10, 0xFF1A),
    )
}
_FOLD = {
    **{c: str(d) for c, d in _DIGITS.items()},
    0xA0: " ",
    0x202F: " ",
    0x2009: " ",
    0x3000: " ",
    0x200E: "",
    0x200F: "",
    0x200B: "",
    0xFF1A: ":",
    0xFF0F: "/",
    0xFF0D: "-",
    0x2013: "-",
    0x2011: "-",
    0x2212: "-",
    0x200C: " ",
}
_HAN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1}
_HAN_NUMBER = r"[〇零○元一二三四五六七八九十]"

_CLOCK = re.compile(
    r"[^\d\n]{0,14}?(?P<h>[01]?\d|2[0-4])\s?(?P<s>[:.h時时点點시])\s?(?P<m>[0-5]\d)?(?:[:.分분]\s?(?P<x>[0-5]\d))?"
    r"(?:[.,]\d{1,9})?(?![\d/])\s*(?P<ap>[ap]\.?\s?m\b\.?)?"
    r"\s*\(?(?P<z>z\b|(?:utc|gmt)?\s?[+-]\d{1,2}:?(?:\d{2})?(?!\d)|[^\W\d_]{2,4}\b)?",
    re.I,
)
_AFTERNOON = re.compile(r"오후|下午|午後|\bpm\b")

ZONES = {  # abbreviations that mean one offset in print, in hours
    "z": 0.0, "utc": 0.0, "gmt": 0.0, "est": -5.0, "edt": -4.0, "cdt": -5.0, "mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0,
    "cet": 1.0, "cest": 2.0, "mez": 1.0, "mesz": 2.0, "eet": 2.0, "eest": 3.0, "msk": 3.0, "мск": 3.0, "ict": 7.0, "wib": 7.0, "wita": 8.0,
    "wit": 9.0, "jst": 9.0, "kst": 9.0, "hkt": 8.0, "sgt": 8.0, "myt": 8.0, "pht": 8.0, "aest": 10.0, "aedt": 11.0, "ist": 5.5, "pkt": 5.0, "sast": 2.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """One date found in a text."""

    at: datetime  # naive where the text names no offset
    timed: bool  # whether an hour stands beside it
    start: int
    end: int


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(body, re.I)


_ISO = _pattern(
    r"(?<![\d.,/-])(?P<y>(?:19|2[05])\d\d)\s?(?P<sep>[-./])\s?(?P<m>0?[1-9]|1[0-2])\s?(?P=sep)\s?(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_COMPACT = _pattern(
    r"(?<!\d)(?P<y>20[0-4]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=T?\d{4,6}\b|\b)"
)
_CJK = _pattern(
    rf"(?P<era>令和|平成|昭和|大正|民國|民国)?\s?(?P<y>\d{{1,4}}|{_HAN_NUMBER}{{1,4}})\s?[年년]\s?(?P<m>\d{{1,2}}|{_HAN_NUMBER}{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}}|{_HAN_NUMBER}{{1,3}})\s?[日號号일]"
)
_REIWA = _pattern(r"(?<![a-z\d])(?P<era>[RHS])\.?(?P<y>\d{1,2})[./](?P<m>\d{1,2})[./](?P<d>\d{1,2})(?!\d)")
_ROC = _pattern(
    r"(?<![\d./-])(?P<y>1[0-4]\d)(?P<sep>[/.-])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>3[01]|[12]\d|0?[1-9])(?![\d./-])"
)
_SLASH = _pattern(
    r"(?<![\d./-])(?P<a>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4}|\d{2})(?![\d/]|[.-]\d)"
)
_THAI = r"(?:ม\.?\s?ค|ก\.?\s?พ|มี\.?\s?ค|เม\.?\s?ย|พ\.?\s?ค|มิ\.?\s?ย|ก\.?\s?ค|ส\.?\s?ค|ก\.?\s?ย|ต\.?\s?ค|พ\.?\s?ย|ธ\.?\s?ค)\.?(?![ก-ฮ])"
_DAY_MONTH = _pattern(
    r"(?<![\d.,:])(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|re|e|º|ª|°|\.|-?го|-?е|ที่|τη|\s?ngày)?[\s.,/-]{0,3}(?:de|of|di|d'|tháng)?\s{0,2}"
    rf"(?P<m>{_THAI}|(?:كانون|تشرين)\s(?:ال)?[\w]{{3,6}}|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u097f\u0980-\u09ff\u0e31\u0e34-\u0e4e])+)\.?"
    r"[\s,./-]{0,3}(?:de[l]?\s|เดือน|พ\.?\s?ศ\.?\s?|ค\.?\s?ศ\.?\s?|năm\s|от\s|anul\s|р\.\s)?\s?'?(?P<y>\d{4}|\d{2}(?![\d:.h]))"
)
_MONTH_DAY = _pattern(
    r"(?<![^\W\d_])(?P<m>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])+)\.?\s{0,2}-?(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|\.)?(?:,?\s{1,2}|,|-)(?:de\s)?'?(?P<y>\d{4})(?!\d)"
)
_YEAR_MONTH = _pattern(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[.,]?[\s-](?:m\.\s)?(?:gada\s)?(?P<m>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])+)\.?[\s-]{1,2}(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_VIET = _pattern(r"(?:ngày\s)?(?P<d>\d{1,2})\s(?:tháng|thg)\s(?P<m>\d{1,2})(?:,?\snăm|,)?\s(?P<y>\d{4})")


def find_dates(text: str, *, day_first: bool = True, limit: int = 8) -> list[Written]:
    """The dates written in a short text, in order; `day_first` reads 02/07 as 2 July."""
    text = fold(text)
    if not any(c.isdecimal() for c in text) and not ("年" in text and "月" in text):
        return []
    found: list[Written] = []
    taken: list[tuple[int, int]] = []
    for pattern, reader in _READERS:
        for match in pattern.finditer(text):
            if any(s < match.end() and match.start() < e for s, e in taken):
                continue
            ymd = reader(match, day_first)
            written = ymd and _timed(text, match, *ymd)
            if written:
                found.append(written)
                taken.append((match.start(), match.end()))
                if len(found) >= limit:
                    return sorted(found, key=lambda w: w.start)
    return sorted(found, key=lambda w: w.start)


def fold(text: str) -> str:
    """Digits of every script in ASCII, spaces and dashes of one kind, lower case."""
    return text.translate(_FOLD).lower()


def _number(text: str) -> int:
    """A number in ASCII digits or Chinese numerals (as digits, or with ten)."""
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_HAN.get(tens, 0) if tens else 1) * 10 + (_HAN.get(ones, 0) if ones else 0)
    return int("".join(str(_HAN.get(c, 0)) for c in text) or 0)


def _year(year: int, *, thai: bool = False) -> int:
    """A written year as a Gregorian one."""
    if 2400 < year < 2700:
        return year - BUDDHIST
    if year < 100:
        return year + 2500 - BUDDHIST if thai and year >= 50 else year + (2000 if year < 70 else 1900)
    return year


Ymd = tuple[int, int, int] | None


def _ymd(m: re.Match[str], day_first: bool) -> Ymd:
    return _year(int(m["y"])), int(m["m"]), int(m["d"])


def _era(m: re.Match[str], day_first: bool) -> Ymd:
    year, era = _number(m["y"]), m["era"]
    if era in ERAS:
        year += ERAS[era]
    elif era or 90 <= year <= 150:
        year += MINGUO
    elif year < 100:
        year += 2000
    return _year(year), _number(m["m"]), _number(m["d"])


def _letter_era(m: re.Match[str], day_first: bool) -> Ymd:
    return int(m["y"]) + {"r": 2018, "h": 1988, "s": 1925}[m["era"]], int(m["m"]), int(m["d"])


def _roc(m: re.Match[str], day_first: bool) -> Ymd:
    return int(m["y"]) + MINGUO, int(m["m"]), int(m["d"])


def _slash(m: re.Match[str], day_first: bool) -> Ymd:
    a, b, year = int(m["a"]), int(m["b"]), m["y"]
    if len(year) == 2:
        if a > 31 or (int(year) > 35 and not 60 <= int(year) <= 75):
            return None
        if m["sep"] == "-" and a > 12 and b <= 12 and int(year) <= 31 and a < 36:
            return 2000 + a, b, int(year)
        value = int(year) + (2500 - BUDDHIST if 60 <= int(year) <= 75 else 2000)
    else:
        value = _year(int(year))
    month_first = not day_first and m["sep"] == "/"
    if b > 12 or (month_first and a <= 12):
        a, b = b, a
    return value, b, a


def _worded(m: re.Match[str], day_first: bool) -> Ymd:
    word = m["m"].rstrip(".")
    month = (
        MONTHS.get(word) or MONTHS.get(re.sub(r"[.\s]", "", word)) or MONTHS.get(word.replace("\u0307", ""))
    )
    if not month:
        return None
    return _year(int(m["y"]), thai="\u0e00" < word[0] < "\u0e7f"), month, int(m["d"])


_READERS = (
    (_CJK, _era),
    (_ISO, _ymd),
    (_VIET, _ymd),
    (_DAY_MONTH, _worded),
    (_MONTH_DAY, _worded),
    (_YEAR_MONTH, _worded),
    (_REIWA, _letter_era),
    (_ROC, _roc),
    (_SLASH, _slash),
    (_COMPACT, _ymd),
)


def _timed(text: str, match: re.Match[str], year: int, month: int, day: int) -> Written | None:
    """The date with the hour that stands after it, if one does."""
    if not OLDEST <= year < 2100:
        return None
    try:
        date = datetime(year, month, day)  # noqa: DTZ001 - the offset is the caller's to add
    except ValueError:
        return None
    clock = _CLOCK.match(text, match.end())
    if clock is None or (clock["m"] is None and clock["s"] in ":.h"):
        return Written(date, False, match.start(), match.end())
    hour = int(clock["h"])
    half = (clock["ap"] or "").replace(".", "").replace(" ", "")
    if (half == "pm" or _AFTERNOON.search(text, match.end(), clock.start("h"))) and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour > 23:
        return Written(date, False, match.start(), match.end())
    at = date.replace(
        hour=hour, minute=int(clock["m"] or 0), second=int(clock["x"] or 0), tzinfo=zone(clock["z"])
    )
    return Written(at, True, match.start(), clock.end())


def zone(name: str | None) -> tzinfo | None:
    """The offset that ``+07:00``, ``GMT+7`` or an abbreviation names; None where it names none."""
    if not name:
        return None
    name = name.strip().lower()
    if name in ZONES:
        return timezone(timedelta(hours=ZONES[name])) if ZONES[name] else UTC
    signed = re.fullmatch(r"(?:utc|gmt)?\s?([+-])(\d{1,2}):?(\d{2})?", name)
    if not signed:
        return None
    minutes = int(signed[2]) * 60 + int(signed[3] or 0)
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if signed[1] == "-" else minutes))


_AGO_UNITS = (
    (60, "minutes? minuten? minutos? minuti minuta minut минут[аыу]? хв\\w* นาที 分钟 分鐘 分 분 phút menit minit دقيقة dakika λεπτ\\w* mins? min"),
    (3600, "hours? stunden? heures? horas? ore ora timer timmar uur uren godzin\\w* hodin\\w* час\\w* годин\\w* ชั่วโมง ชม\\.? 小时 小時 時間 시간 giờ jam ساعة ساعات saat ώρ\\w* hrs? hr h tuntia"),
    (86400, "days? tagen? tage? jours? d[ií]as? giorni giorno dager dagar dagen dni dny dn[íi] д(?:ень|ня|ней)? วัน 天 日 일 ngày hari أيام يوم gün ημέρ\\w* päivää"),
)  # fmt: skip
_AGO = re.compile(
    r"(?:vor|il y a|hace|há|пре|πριν|منذ|قبل|acum|pred|for|za|för|ago)?\s*(?P<n>\d{1,2}|an?|one|een|une?|einer?)\s?(?:"
    + "|".join(f"(?P<u{s}>{'|'.join(words.split())})" for s, words in _AGO_UNITS)
    + r")\.?\s*(?P<after>ago|fa|atrás|geleden|sedan|siden|temu|назад|тому|ที่แล้ว|ก่อน|前|전|trước|(?:yang )?lalu|önce|sitten)?(?![\w])",
    re.I,
)
_BEFORE = re.compile(r"^\W*(?:vor|il y a|hace|há|πριν|منذ|قبل|acum|pred)\b", re.I)


def find_relative(text: str, now: datetime) -> datetime | None:
    """``3 hours ago`` in a text of a few words, counted from `now`."""
    text = fold(text)
    match = _AGO.search(text)
    if match is None or not (match["after"] or _BEFORE.search(match[0])):
        return None
    count = int(match["n"]) if match["n"].isdecimal() else 1
    seconds = next(s for s, _ in _AGO_UNITS if match[f"u{s}"])
    return now - timedelta(seconds=count * seconds)
