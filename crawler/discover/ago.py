"""Times told by their distance ("3 hours ago", 5分钟前, 2 ชั่วโมงที่แล้ว) → that distance."""

from __future__ import annotations

import re
from datetime import timedelta

_UNITS = {
    60: "minutes? mins? minutos? minuti minuten? minutter minut минут[аы]? мин хвилин[аи]? menit minit phút นาที دقيقة دقائق 分钟 分鐘 分 분 dakika",
    3600: "hours? hrs? horas? ore ora heures? stunden? uur timmar godzin[ay]? час(?:а|ов)? годин[аи]? jam giờ tiếng ชั่วโมง ชม\\. ساعة ساعات 小时 小時 時間 시간 saat",
    86_400: "days? días? dias? giorn[oi] jours? tage?n? dag(?:ar|en)? dni день дн(?:я|ей|і|ів) hari ngày วัน يوم أيام 天 日 일 gün",
}
_AGO = r"ago|atrás|fa|geleden|sedan|temu|назад|тому|lalu|yang lalu|trước|ที่แล้ว|ก่อน|前|전|önce"
_BEFORE = r"il y a|vor|hace|há|منذ|قبل"
_UNIT = "|".join(f"(?P<u{s}>{'|'.join(names.split(' '))})" for s, names in _UNITS.items())
_PATTERN = re.compile(
    rf"(?:(?P<before>{_BEFORE})\s+)?(?<![\d.:/-])(?P<n>\d{{1,3}})\s?(?:{_UNIT})(?:\s?(?P<after>{_AGO}))?",
    re.I,
)


def ago(text: str) -> timedelta | None:
    """The distance `text` names, None where it names none."""
    m = _PATTERN.search(text)
    if not m or not (m["before"] or m["after"]):
        return None
    return timedelta(seconds=next(s for s in _UNITS if m[f"u{s}"]) * int(m["n"]))
