"""What stands after a date → its hour, and the offset from UTC that it names.

"2025, 14:30" · "오후 3:20" · "下午3时20分" · "kl. 14.20" · "2:30 PM EST" · "08:30 น." · "14:30 (UTC+8)"
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from crawler.parse.dates.zone import zone_named

_CLOCK = re.compile(
    r"[^\d\n]{0,16}?(?P<h>[01]?\d|2[0-4])\s?(?P<s>[:.h時时点點시])\s?(?P<m>[0-5]\d|\d(?=[分분]))?(?:[:.分분]\s?(?P<x>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"(?![\d/]|[.-]\d)\s*(?P<ap>[ap]\.?\s?m\b\.?|[μπ]\.?μ\.?|[مص](?!\w)|(?:(?:petang|malam|sore|chiều|tối)(?!\w)|பிற்பகல்|மாலை|পিএম|अपराह्न|រសៀល|ល្ងាច|ප\.\s?ව)\.?)?"
    r"\s*\(?(?P<z>z\b|(?:utc|gmt)?\s?[+-]\d{1,2}:?(?:\d{2})?(?!\d)|[^\W\d_]{2,4}\b)?",
)
_CLOCK_BEFORE = re.compile(
    r"(?<![\d:.])(?P<h>[01]?\d|2[0-3])[:h](?P<m>[0-5]\d)(?:[:][0-5]\d)?\s?(?P<ap>[ap]\.?\s?m\b\.?|[مص](?!\w))?\s?(?:uhr|น\.|giờ|uur)?[\s,|/·•-]{0,4}(?:[^\W\d_]{2,10}\.?,?\s)?$"
)
_AFTERNOON = re.compile(
    r"오후|下午|午後|晚上|傍晚|\bpm\b|μ\.?μ|مساء|chiều|tối|petang|malam|বিকেল|বিকাল|সন্ধ্যা|शाम|सा[ँं]झ|साझँ|बेलुक|अपराह्न|រសៀល|ល្ងាច|ညနေ|ບ່າຍ|பிற்பகல்|மாலை|بعد ?از ?ظهر|شام|אחה.צ"
)
_NOON = re.compile("দুপুর|दोपहर|दिउ[ँं]?सो|मध्याह्न|दुपार|دوپہر|tengah ?hari|เที่ยง(?!คืน)")  # from eleven to four
_NIGHT = re.compile(  # from six to midnight, and the hours behind it; other words end so, Gujarat among them
    r"(?:(?<![\w\u0900-\u0dff])|मध्य|মধ্য)(?:রাত|रात|રાત|ਰਾਤ|رات(?!\w)|இரவு|రాత్రి|ರಾತ್ರಿ|രാത്രി|රාත්)"
)
_MORNING = re.compile(r"오전|上午|午前|凌晨|\bam\b")
_NEXT = ("수정", "更新", "修改", "mod", "upd", "maj", "изм")  # behind an hour: what begins the next date
# what belongs to an hour though more words follow it: "14:20 Uhr Anna Holm"
_OF_HOUR = frozenset(("uhr", "uur", "hrs", "hr", "hs", "hod", "час", "год", "giờ", "kell", "bst", "am", "pm"))
_GOES_ON = re.compile(r"[\s-]?[^\W\d_]")  # a name, of which the first word is no zone
_PM = (
    "pm",
    "μμ",
    "م",
    "petang",
    "malam",
    "sore",
    "chiều",
    "tối",
    "பிற்பகல்",
    "மாலை",
    "পিএম",
    "अपराह्न",
    "រសៀល",
    "ល្ងាច",
    "පව",
)
_AM = ("am", "πμ", "ص")

ZONES = {  # abbreviations that mean one offset in print, in hours
    "z": 0.0, "utc": 0.0, "gmt": 0.0, "wet": 0.0, "west": 1.0, "est": -5.0, "edt": -4.0, "cdt": -5.0, "mst": -7.0, "mdt": -6.0,
    "pst": -8.0, "pdt": -7.0, "cet": 1.0, "cest": 2.0, "mez": 1.0, "mesz": 2.0, "eet": 2.0, "eest": 3.0, "msk": 3.0, "мск": 3.0,
    "trt": 3.0, "ict": 7.0, "wib": 7.0, "wita": 8.0, "wit": 9.0, "jst": 9.0, "kst": 9.0, "hkt": 8.0, "sgt": 8.0, "myt": 8.0, "pht": 8.0,
    "aest": 10.0, "aedt": 11.0, "awst": 8.0, "nzst": 12.0, "nzdt": 13.0, "ist": 5.5, "pkt": 5.0, "npt": 5.75, "sast": 2.0, "eat": 3.0,
    "wat": 1.0, "brt": -3.0, "art": -3.0,
}  # fmt: skip
AMERICAN = {  # by the season; believed beside am or pm, since "et" and "ct" are words elsewhere
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
}  # fmt: skip


def timed(date: datetime, text: str, end: int) -> tuple[datetime, int] | None:
    """`date` at the hour that stands in the folded `text` after `end`, with where that ends; None where none stands."""
    clock = _CLOCK.match(text, end)
    if clock is None or (clock["m"] is None and clock["s"] in ":.h"):
        return None
    hour = int(clock["h"])
    half = _half(clock)
    if (hour < 12 and (half in _PM or _AFTERNOON.search(text, end, clock.start("h")))) or (
        hour < 5 and _NOON.search(text, end, clock.start("h"))
    ):
        hour += 12
    elif hour == 12 and (half in _AM or _MORNING.search(text, end, clock.start("h"))):
        hour = 0
    elif 6 <= hour <= 12 and _NIGHT.search(text, end, clock.start("h")):
        hour = (hour + 12) % 24
    if hour > 23:
        return None
    name = (clock["z"] or "").lower()
    offset = zone_named(AMERICAN.get(name)) if half in ("am", "pm") and name in AMERICAN else zone(name)
    minute, second = int(clock["m"] or 0), int(clock["x"] or 0)
    other = name in _NEXT or (name.isalpha() and _is_word(name, text, clock.end()))
    end = clock.start("z") if other else clock.end()
    return date.replace(hour=hour, minute=minute, second=second, tzinfo=offset), end


def _is_word(name: str, text: str, end: int) -> bool:
    """Whether what stands behind an hour begins something else, such as the name of who wrote."""
    return (
        not (name in ZONES or name in AMERICAN or name in _OF_HOUR) and _GOES_ON.match(text, end) is not None
    )


def timed_before(date: datetime, text: str, start: int) -> datetime | None:
    """`date` at the hour that stands right before it: "14:30, 3 July 2025"."""
    clock = _CLOCK_BEFORE.search(text[max(0, start - 30) : start])
    if clock is None:
        return None
    hour = int(clock["h"])
    half = _half(clock)
    if hour < 12 and half in _PM:
        hour += 12
    elif hour == 12 and half in _AM:
        hour = 0
    return date.replace(hour=hour, minute=int(clock["m"])) if hour < 24 else None


def _half(clock: re.Match[str]) -> str:
    """Which half of the day stands behind an hour, without dots; "" where none does."""
    return (clock["ap"] or "").replace(".", "").replace(" ", "")


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
