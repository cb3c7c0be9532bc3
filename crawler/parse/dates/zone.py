"""A page's source, address, language and scripts → the zone that its dates are told in, or the hours it may lie in.

A country of one zone tells it by its domain or beside the language, a language of one zone by itself, and a site that
hands its zone to its scripts by name. English and its like are spoken in too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ahocorasick_rs import BytesAhoCorasick

HOUR = timedelta(hours=1)
_SEASONS = (datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 7, 1, tzinfo=UTC))
ANYWHERE = (-10, 13)  # hours from UTC in which newspapers are printed
COUNTRIES = {  # of one zone; none whose domain is sold to the whole world, such as .co and .tv
    "Africa": "dz:Algiers eg:Cairo et:Addis_Ababa gh:Accra ke:Nairobi ma:Casablanca ng:Lagos rw:Kigali sn:Dakar tn:Tunis tz:Dar_es_Salaam ug:Kampala za:Johannesburg zm:Lusaka zw:Harare",
    "America": "ar:Argentina/Buenos_Aires bo:La_Paz cl:Santiago cr:Costa_Rica cu:Havana do:Santo_Domingo gt:Guatemala hn:Tegucigalpa ni:Managua pe:Lima py:Asuncion sv:El_Salvador uy:Montevideo ve:Caracas",
    "Asia": "ae:Dubai az:Baku bd:Dhaka bh:Bahrain bn:Brunei bt:Thimphu cn:Shanghai cy:Nicosia ge:Tbilisi hk:Hong_Kong id:Jakarta il:Jerusalem in:Kolkata iq:Baghdad ir:Tehran jo:Amman jp:Tokyo kg:Bishkek kh:Phnom_Penh kr:Seoul kw:Kuwait kz:Almaty lb:Beirut lk:Colombo mm:Yangon mo:Macau my:Kuala_Lumpur np:Kathmandu om:Muscat ph:Manila pk:Karachi ps:Hebron qa:Qatar sa:Riyadh sg:Singapore sy:Damascus th:Bangkok tj:Dushanbe tw:Taipei uz:Tashkent vn:Ho_Chi_Minh ye:Aden",
    "Europe": "al:Tirane at:Vienna ba:Sarajevo be:Brussels bg:Sofia by:Minsk ch:Zurich cz:Prague de:Berlin dk:Copenhagen ee:Tallinn es:Madrid fi:Helsinki fr:Paris gb:London gr:Athens hr:Zagreb hu:Budapest ie:Dublin it:Rome lt:Vilnius lu:Luxembourg lv:Riga md:Chisinau mk:Skopje mt:Malta nl:Amsterdam no:Oslo pl:Warsaw pt:Lisbon ro:Bucharest rs:Belgrade se:Stockholm si:Ljubljana sk:Bratislava tr:Istanbul ua:Kyiv uk:London",
    "Pacific": "fj:Fiji nz:Auckland",
}  # fmt: skip
LANGUAGES = {
    "Asia": "az:Baku fa:Tehran fil:Manila gu:Kolkata he:Jerusalem hi:Kolkata hy:Yerevan id:Jakarta ja:Tokyo ka:Tbilisi kk:Almaty km:Phnom_Penh kn:Kolkata ko:Seoul lo:Vientiane ml:Kolkata mn:Ulaanbaatar mr:Kolkata ms:Kuala_Lumpur my:Yangon ne:Kathmandu pa:Kolkata si:Colombo ta:Kolkata te:Kolkata th:Bangkok tl:Manila ur:Karachi uz:Tashkent vi:Ho_Chi_Minh zh:Shanghai",
    "Europe": "be:Minsk bg:Sofia bs:Sarajevo ca:Madrid cs:Prague da:Copenhagen de:Berlin el:Athens et:Tallinn eu:Madrid fi:Helsinki gl:Madrid hr:Zagreb hu:Budapest it:Rome lb:Luxembourg lt:Vilnius lv:Riga mk:Skopje nb:Oslo nl:Amsterdam nn:Oslo no:Oslo pl:Warsaw ro:Bucharest sk:Bratislava sl:Ljubljana sq:Tirane sr:Belgrade sv:Stockholm tr:Istanbul uk:Kyiv",
}  # fmt: skip
WIDE_COUNTRIES = {  # of many zones: the hours from UTC between which they lie
    "us": (-10, -4), "gov": (-10, -4), "mil": (-10, -4), "ca": (-8, -2), "au": (8, 11), "br": (-5, -2), "mx": (-8, -5),
    "ru": (2, 12),
}  # fmt: skip
WIDE_LANGUAGES = {
    "ru": (2, 12), "bn": (5, 6), "ar": (0, 4), "fr": (-5, 3), "es": (-8, 2), "pt": (-5, 1),
}  # fmt: skip
# "timezone": "America/New_York", {"timezone": {"short": "ET", "long": "America/New_York"}}. It begins with plain letters:
# a page is looked through at once, and in a millisecond where case is ignored.
_NAMED = re.compile(
    rb"""ime_?[zZ]one(?:_?(?:[nN]ame|[sS]tring|I[dD]|id))?\\?["']?\s{0,4}[:=]\s{0,4}(?:\{[^{}]{0,60}?:\s{0,4})?\\?["']"""
    rb"""((?:Africa|America|Asia|Atlantic|Australia|Europe|Pacific)\\?/[A-Z]\w{2,30}(?:\\?/[A-Z]\w{2,30})?)\\?["']"""
)
_ZONE = BytesAhoCorasick([b"zone", b"Zone"])
QUICK = 500_000  # bytes, beyond which these could be too many to be held at once


def _by_name(table: dict[str, str]) -> dict[str, str]:
    pairs = ((area, *pair.split(":")) for area, told in table.items() for pair in told.split())
    return {name: f"{area}/{city}" for area, name, city in pairs}


_COUNTRIES, _LANGUAGES = _by_name(COUNTRIES), _by_name(LANGUAGES)


@lru_cache(maxsize=256)  # zoneinfo itself keeps eight, and reads the file of each other one anew
def zone_named(name: str | None) -> tzinfo | None:
    """The zone of an IANA name; None where there is none of that name."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_of(declared: str | None, read: str | None, url: str | None) -> tzinfo:
    """The zone that a page is printed in, by the language that it declares and the one it is read in; UTC: nothing tells."""
    english = (declared or "en").lower().startswith("en")  # what templates say, whatever the text
    language = read if english and read != "en" else declared
    tongue, country, domain = _origin(language, url)
    name = _COUNTRIES.get(domain)
    if name is None and domain not in WIDE_COUNTRIES and tongue != "en":
        # a country beside English is a guess: half the world's blogs are set to en-US
        name = _COUNTRIES.get(country) or (None if country in WIDE_COUNTRIES else _LANGUAGES.get(tongue))
    return zone_named(name) or UTC


def zone_in_scripts(language: str | None, url: str | None, source: bytes) -> tzinfo:
    """The one zone that a page names to its scripts, unless it lies outside of where the page may be printed; else UTC."""
    names = {found[1].replace(b"\\", b"").decode("ascii", "replace") for found in _named(source)}
    zone = zone_named(names.pop()) if len(names) == 1 else None
    offset = zone.utcoffset(_SEASONS[0]) if zone else None
    (low, high), _ = hours_of(language, url)
    return zone if zone and offset is not None and low <= offset / HOUR <= high else UTC


def _named(source: bytes) -> Iterator[re.Match[bytes]]:
    """Where zones are named; only where "zone" stands behind "time" a page is looked at, unless it may be all zones."""
    if len(source) > QUICK:
        yield from _NAMED.finditer(source)
        return
    end = 0
    for _, at, _ in _ZONE.find_matches_as_indexes(source):
        begin = source.find(b"ime", max(0, at - 4), at)
        if begin >= end and (found := _NAMED.match(source, begin)):
            end = found.end()
            yield found


@lru_cache(maxsize=256)
def hours_of(language: str | None, url: str | None) -> tuple[tuple[int, int], bool]:
    """The hours from UTC between which a page that names no zone is likely to be printed, and whether that is no guess."""
    tongue, country, domain = _origin(language, url)
    if domain in WIDE_COUNTRIES:
        return WIDE_COUNTRIES[domain], True
    if country in WIDE_COUNTRIES:
        return WIDE_COUNTRIES[country], tongue != "en"
    if zone := zone_named(_COUNTRIES.get(country)):
        offsets = [zone.utcoffset(at) or timedelta() for at in _SEASONS]
        return (min(offsets) // HOUR, -(-max(offsets) // HOUR)), tongue != "en"
    return WIDE_LANGUAGES.get(tongue, ANYWHERE), tongue in WIDE_LANGUAGES


@lru_cache(maxsize=256)  # asked for three times of a page
def _origin(language: str | None, url: str | None) -> tuple[str, str, str]:
    """The language, the country beside it, and the last label of the host."""
    tongue, *more = (language or "").lower().replace("_", "-").split("-")
    try:
        domain = (urlsplit(url or "").hostname or "").rpartition(".")[2]
    except ValueError:
        domain = ""
    return tongue, more[-1] if more else "", domain
