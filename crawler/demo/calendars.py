"""A date → the words its readers see, in the calendars and orders that the press of each language uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

BUDDHIST_ERA = 543
ROC_ERA = -1911
REIWA = -2018

_MONTHS: Mapping[str, str] = {
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "th-short": "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "en": "January February March April May June July August September October November December",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}


def _month(at: datetime, language: str) -> str:
    return _MONTHS[language].split()[at.month - 1]


STYLES: Mapping[str, Callable[[datetime], str]] = {
    "th": lambda d: f"{d.day} {_month(d, 'th')} {d.year + BUDDHIST_ERA} เวลา {d:%H:%M} น.",
    "th-short": lambda d: f"{d.day} {_month(d, 'th-short')} {d.year + BUDDHIST_ERA}",
    "zh": lambda d: f"{d:%Y}年{d:%m}月{d:%d}日 {d:%H:%M}",
    "roc": lambda d: f"中華民國{d.year + ROC_ERA}年{d.month}月{d.day}日",
    "reiwa": lambda d: f"令和{d.year + REIWA}年{d.month}月{d.day}日 {d.hour}時{d:%M}分",
    "ko": lambda d: f"{d:%Y}.{d:%m}.{d:%d} {d:%H:%M}",
    "ar": lambda d: f"{d.day} {_month(d, 'ar')} {d.year}",
    "ru": lambda d: f"{d.day} {_month(d, 'ru')} {d.year}, {d:%H:%M}",
    "en": lambda d: f"{_month(d, 'en')} {d.day}, {d.year}",
    "vi": lambda d: f"{d:%d/%m/%Y} {d:%H:%M}",
    "id": lambda d: f"{d.day} {_month(d, 'id')} {d.year} | {d:%H.%M} WIB",
    "es": lambda d: f"{d.day} de {_month(d, 'es')} de {d.year}",
    "fr": lambda d: f"{d.day} {_month(d, 'fr')} {d.year}",
    "de": lambda d: f"{d.day}. {_month(d, 'de')} {d.year}, {d:%H:%M} Uhr",
}


def shown(at: datetime, style: str) -> str:
    """`at` as a reader of that style sees it: ``3 กรกฎาคม 2568 เวลา 09:20 น.``"""
    return STYLES[style](at)
