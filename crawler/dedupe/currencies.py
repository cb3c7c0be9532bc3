"""What stands around a sum of money, and around figures that only look like a year or a model's number.

VND2.7 billion, THB500m     a currency's code, written on to the sum
R640 000, R2.5bn            the sign of the rand, which is a letter
a 7.2m-zloty contract       its word behind a size of one letter, which alone might be metres
1900 kronor, 2000 MW        a word or unit behind what else would be a year
"""

from __future__ import annotations

import re

# of ISO 4217, and what desks write for one: before figures without a space nothing else is in such letters
CODES = frozenset(
    [
        "aed",
        "afn",
        "amd",
        "ang",
        "aoa",
        "ars",
        "aud",
        "azn",
        "bdt",
        "bgn",
        "bhd",
        "bmd",
        "bnd",
        "bob",
        "brl",
        "bwp",
        "byn",
        "cad",
        "cdf",
        "chf",
        "clp",
        "cny",
        "cop",
        "crc",
        "czk",
        "dkk",
        "dop",
        "dzd",
        "egp",
        "etb",
        "eur",
        "fjd",
        "gbp",
        "gel",
        "ghs",
        "gtq",
        "hkd",
        "hrk",
        "huf",
        "idr",
        "ils",
        "inr",
        "iqd",
        "irr",
        "isk",
        "jmd",
        "jod",
        "jpy",
        "kes",
        "kgs",
        "khr",
        "krw",
        "kwd",
        "kzt",
        "lak",
        "lbp",
        "lkr",
        "mad",
        "mdl",
        "mkd",
        "mmk",
        "mnt",
        "mop",
        "mur",
        "mvr",
        "mwk",
        "mxn",
        "myr",
        "mzn",
        "nad",
        "ngn",
        "nio",
        "nis",
        "nok",
        "npr",
        "ntd",
        "nzd",
        "omr",
        "pen",
        "pgk",
        "php",
        "pkr",
        "pln",
        "pyg",
        "qar",
        "rmb",
        "ron",
        "rsd",
        "rub",
        "rwf",
        "sar",
        "sdg",
        "sek",
        "sgd",
        "syp",
        "thb",
        "tjs",
        "tnd",
        "ttd",
        "twd",
        "tzs",
        "uah",
        "ugx",
        "usd",
        "uyu",
        "uzs",
        "vnd",
        "xaf",
        "xof",
        "yer",
        "zar",
        "zmw",
        "dkr",
        "nkr",
        "skr",
        "tk",
        "rp",
        "rm",
        "rs",
        "sh",
        "ksh",
        "tsh",
        "ush",
        "us",
    ]
)
_MONEY = (
    r"euros?|eur|dollars?|usd|pounds?|sterling|gbp|yen|yuan|renminbi|rupees?|rupiah|ringgit|baht|dong|pesos?|naira|francs?"
    r"|chf|zlot(?:y|ys|ies)|forints?|liras?|roubles?|rubles?|hryvnias?|shekels?|shillings?|dirhams?|riyals?|rials?|dinars?"
    r"|taka|tenge|reais|kron(?:a|or|e|er|en|ur)|koruny?"
)  # not "won", "rand", "lei", "leva": in 2010 won is no sum
_COUNTED = (
    "people|users|customers|subscribers|households|homes|vehicles|cars|units|tonnes|tons|shares|devices|accounts|workers"
    "|passengers|visitors|downloads|followers|viewers|residents|voters|students|barrels"
)
# behind a size of one letter; 7.2m of others may be metres
SIZED = re.compile(
    rf"([km])[ -](?:(?:us|hong kong|new taiwan|australian|canadian|singapore|czech|swedish|norwegian|danish|swiss|turkish|new) )?"
    rf"(?:{_MONEY}|{_COUNTED})\b"
)
_ADJECTIVES = (
    "us|us-|hong kong|hongkong|australian|australische|canadian|kanadische|singapore|czech|tschechische|swedish|svenske|svenska"
    "|ruotsin|norwegian|norske|norska|danish|danske|danska|swiss|schweizer|turkish|amerikanske|amerikanische"
)
_WORDS = re.compile(
    rf" ?(?:(?:{_ADJECTIVES}) ?)?(?:"
    rf"(?:{_MONEY}|franken|jen|kr|kč|zł|zlotych|złotych|złoty|ft|лв|лева|руб|рублей|рубля|грн|гривень|євро|евро|долларов|доларів"
    r"|долари|dólares|dolares|dolarů|dolar|dolarów|dollari|libras|livres|lira|tl|доллара|тенге|дирхамов|гривні|гривня|гривен|гривны|hrywien|hrywny|hryven|hriven|griven|гривни"
    r"|крон|крони|krun(?:aa|a)|euroa|دولار|يورو|ريال|جنيه|درهم|שקל|שקלים|דולר|דולרים|אירו|रुपये|रुपए|टका|টাকা|đồng"
    r"|[kmg]wh?|tw?h|megawatts?|квт|мвт|гвт|k?m²?|км|metres?|meters?|metern?|metros|mètres|metri|metrów|метров|kilom\w+"
    r"|kg|кг|tonnes?|tons|tonnen|toneladas|тонн|hectares?|hektar\w*|га|[mg]bit|[mg]bps|[kmg]hz|[gt]b)\b|[%€$£¥₹₩₫円元圓])"
)
# in Chinese, Japanese and Korean; behind a year of the present they begin another word: 2026人工智能大会, 2026台北
_COUNTERS = frozenset("人名台个個件枚円元圓户戶套吨噸米辆輛家명대개건원")
# as they do behind any year: 2010人口普查 is a census, 2018台风 a typhoon
_BEGUN = re.compile(
    "人[口工才民类類物文]|台[风風北湾灣中南]|元[旦月宵]|[户戶]外|名人|家[电電]|[个個]人|대[회선학통]|개[막최헌]"
)


# R640 is a car, R90 a road; no name of a model has groups of digits, or a size
_RAND = re.compile(
    r"R(?<!\w.)(?=\d{1,3}(?:[ ,\xa0]\d{3})+(?!\w)|\d+(?:[.,]\d+)? ?(?:[mb]n?|[mb]illion|trillion|miljoen|miljard|biljoen)\b)"
)
_IN_RAND = frozenset(["af", "en", "nr", "nso", "ss", "st", "tn", "ts", "ve", "xh", "zu"])


def with_code_of_rand(text: str, language: str) -> str:
    """A text with its code for the sign of the rand, which else would be part of names; R is one in no other language."""
    return _RAND.sub("ZAR ", text) if language in _IN_RAND else text


def is_sum(word: str) -> bool:
    """Whether a word is the beginning of a sum, with its currency's code written on to it: vnd2, of VND2.7 billion."""
    return word[3:].isdigit() and word[:3] in CODES


def counts(text: str, end: int, present: bool) -> bool:
    """Whether what stands behind a plain number of four digits says that it is no year; `present`: it may be one of today's."""
    if text[end : end + 1] in _COUNTERS and not present:
        return _BEGUN.match(text, end) is None
    return _WORDS.match(text, end) is not None
