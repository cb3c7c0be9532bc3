"""Numbers that desks write in words, or in figures: eighteen is 18, dieciocho and восемнадцать, too.

A sentence seldom begins with figures, and who translates it puts another one first. Below thirteen numbers tell nothing, and
round tens next to nothing; so it is the seven between, and in English what a hyphen makes of tens.
"""

from __future__ import annotations

import re
from functools import cache

FIRST = 13
# each from FIRST on, its forms with | between; the languages in front
_TEENS = (
    ("en", "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
    ("de", "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"),
    ("fr", "treize quatorze quinze seize dix-sept dix-huit dix-neuf"),
    ("es", "trece catorce quince dieciséis diecisiete dieciocho diecinueve"),
    ("gl", "trece catorce quince dezaseis dezasete dezaoito dezanove"),
    ("ca", "tretze catorze quinze setze disset divuit dinou"),
    ("pt", "treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove"),
    ("it", "tredici quattordici quindici sedici diciassette diciotto diciannove"),
    ("nl", "dertien veertien vijftien zestien zeventien achttien negentien"),
    ("sv", "tretton fjorton femton sexton sjutton arton nitton"),
    ("da no nb nn", "tretten fjorten femten seksten|sejsten sytten atten nitten"),
    ("is", "þrettán fjórtán fimmtán sextán sautján átján nítján"),
    (
        "fi",
        "kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista kahdeksantoista yhdeksäntoista",
    ),
    ("et", "kolmteist neliteist viisteist kuusteist seitseteist kaheksateist üheksateist"),
    ("lv", "trīspadsmit četrpadsmit piecpadsmit sešpadsmit septiņpadsmit astoņpadsmit deviņpadsmit"),
    ("lt", "trylika keturiolika penkiolika šešiolika septyniolika aštuoniolika devyniolika"),
    (
        "pl",
        "trzynaście|trzynastu czternaście|czternastu piętnaście|piętnastu szesnaście|szesnastu "
        "siedemnaście|siedemnastu osiemnaście|osiemnastu dziewiętnaście|dziewiętnastu",
    ),
    (
        "cs",
        "třináct|třinácti čtrnáct|čtrnácti patnáct|patnácti šestnáct|šestnácti "
        "sedmnáct|sedmnácti osmnáct|osmnácti devatenáct|devatenácti",
    ),
    (
        "sk",
        "trinásť|trinástich štrnásť|štrnástich pätnásť|pätnástich šestnásť|šestnástich "
        "sedemnásť|sedemnástich osemnásť|osemnástich devätnásť|devätnástich",
    ),
    ("sl", "trinajst štirinajst petnajst šestnajst sedemnajst osemnajst devetnajst"),
    ("hr sr bs", "trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest"),
    ("sr", "тринаест четрнаест петнаест шеснаест седамнаест осамнаест деветнаест"),
    ("mk", "тринаесет четиринаесет петнаесет шеснаесет седумнаесет осумнаесет деветнаесет"),
    (
        "bg",
        "тринадесет|тринайсет четиринадесет|четиринайсет петнадесет|петнайсет шестнадесет|шестнайсет "
        "седемнадесет|седемнайсет осемнадесет|осемнайсет деветнадесет|деветнайсет",
    ),
    (
        "ru",
        "тринадцать|тринадцати четырнадцать|четырнадцати пятнадцать|пятнадцати шестнадцать|шестнадцати "
        "семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати",
    ),
    (
        "uk",
        "тринадцять|тринадцяти чотирнадцять|чотирнадцяти п'ятнадцять|п’ятнадцять|п'ятнадцяти|п’ятнадцяти "
        "шістнадцять|шістнадцяти сімнадцять|сімнадцяти вісімнадцять|вісімнадцяти дев'ятнадцять|дев’ятнадцять",
    ),
    (
        "ro",
        "treisprezece paisprezece|patrusprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece",
    ),
    ("hu", "tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc tizenkilenc"),
    (
        "el",
        "δεκατρείς|δεκατρία δεκατέσσερις|δεκατέσσερα δεκαπέντε δεκαέξι|δεκάξι δεκαεπτά|δεκαεφτά "
        "δεκαοκτώ|δεκαοχτώ δεκαεννέα|δεκαεννιά",
    ),
    ("tr", "on_üç on_dört on_beş on_altı on_yedi on_sekiz on_dokuz"),
    ("az", "on_üç on_dörd on_beş on_altı on_yeddi on_səkkiz on_doqquz"),
    (
        "id ms",
        "tiga_belas empat_belas lima_belas enam_belas tujuh_belas delapan_belas|lapan_belas sembilan_belas",
    ),
    ("vi", "mười_ba mười_bốn mười_lăm mười_sáu mười_bảy mười_tám mười_chín"),
)
# in front of what is no number by itself: soixante-quinze are 75, and one hundred and seventeen 117
_MORE_BEFORE = re.compile(
    r"(?:[-–]|\b(?:(?:hundred|thousand)(?: and)?|cents?|mille|mil|sut[eă]|yüz|ratus|ribu|trăm|\w*cientos?|\w*centos?|sto|stě|sta"
    r"|tisíce?|\w+[ćm]set|trzysta|czterysta|dwieście|tysi[ąę]c\w*|сто|двести|триста|четыреста|\w+сот|стотин|тысяч[аи]?"
    r"|тисяч[аі]?|хиляди|εκατόν|χίλια) (?:[eyiиі] |și )?)\Z"
)
_LONGEST_BEFORE = 16
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = "one two three four five six seven eight nine"


@cache
def teens() -> dict[str, dict[str, int]]:
    """Word → language → the number that it is there."""
    found: dict[str, dict[str, int]] = {}
    for languages, row in _TEENS:
        for value, words in enumerate(row.split(), FIRST):
            for word in words.replace("_", " ").split("|"):
                found.setdefault(word, {}).update(dict.fromkeys(languages.split(), value))
    for tens, ten in enumerate(_TENS.split(), 2):
        for one, word in enumerate(_ONES.split(), 1):
            found[f"{ten}-{word}"] = {"en": 10 * tens + one}
    return found


def ends_number(text: str, start: int) -> bool:
    """Whether what begins there is but the end of a number, of which the words in front are the rest."""
    return _MORE_BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start) is not None
