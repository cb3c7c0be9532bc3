"""A number that looks like an ordinal before a name, and counts none of its editions: a day, a row of a list, the end of a
sentence, what another word counts; and a year behind one since when it is held so, or in whose money something is told."""

from __future__ import annotations

import re

from crawler.flag.text.numerals import NAMED_DATE
from crawler.patterns import lazily

# Before an ordinal: what it counts, in languages that put the number behind.
_OF_OTHERS = lazily(
    r"(?<!\w)(?:ال)?(?:يوم\w?|جلسه|مركز|مرتبه|مره|عام|سنه|hari|malam|sesi|peringkat|tempat|posisi|tahun|kali|giorno|giornata|posto|día|jornada|puesto|dia|lugar|jour|journée|روز|שלב|ביום|היום)\s?$"
    r"|(?:วัน|วันที่|คืน|อันดับ)\s?$"
)
# Behind "4": a point that ends a sentence. No language that writes an ordinal so has one of these articles.
_ENDS = lazily(r"\.\s+(?:the|la|le|el|il|los|las|les)\s")
_ROW = lazily(r"(\d{1,3})\.[^\S\n]*(\n)?")
# Behind a year, in languages that say so there: since when.
_SINCE_THEN = lazily(
    r"\s?(?:年(?:から(?!の归|[一二三四五1-9]年)|以来|以降|起(?!草)|开始|至今)|년(?:부터| 이래| 이후)|(?:(?: ?(?:yılından|yıldan|seneden))|(?:c[ıiuü] )?ildən|(?:жылдан|жылынан|елдан)|yil(?:i)?dan|წლიდან|թվականից|оноос)(?! (?:önce|sonra|əvvəl|бұрын|кейін|oldin|keyin|өмнө))(?!\w)"
    r"|\.? ?aastast(?!\w)|(?:সাল )(?:থেকে|হতে)|ஆம் ஆண்டு முதல்|(?:साल )?से (?:हर|लगातार|अब तक|प्रतिवर्ष)|साल से(?! पहले)(?!\w)|سے (?:ہر سال|اب تك|مسلسل|لگاتار)|سال سے(?! پہلے)(?!\w))"
)
# ... the same with no word for a year, which may be since the edition of that year: "CES 2026 óta", "CES 2026'dan beri".
_SINCE_IT = lazily(
    r"\s?(?:[dt][ae]n (?:beri|bəri|bu yana|itibaren|etibarən)|óta|t[őó]l (?:kezdve|fogva)|(?:lähtien|alkaen)|முதல்|tik(?: aurrera)?|onwards?|থেকে(?= (?:প্রতি|নিয়মিত)))(?!\w)"
)
# ... and what says that it is held since then: "CES 2016 óta minden évben"; "GDEC 2024 óta" alone is since that edition.
_HELD_SINCE = lazily(
    r"[^.!?;。\n]{0,80}?(?<!\w)(?:her (?:yıl|sene)|düzenl(?:en|i)|yapıl|hər il|keçiril|minden év|évente|rendsz(?:eres|erint)|(?:meg)?rendez|tartják|joka vuosi|vuosittain|järjeste|pidet|ஒவ்வொரு|ஆண்டுதோறும்|நடைபெற|urtero|ospat|every year|each year|annual|yearly|held|প্রতি|নিয়মিত)"
)
_PRICES_OF = lazily(
    r"(?<!\w)(?:prices|dollars|euros?|pounds|preisen|prix|precios|dólares|preços|prezzi|dollari|prijzen|priser|ценах|долларах|цінах|доларах|цани|цени|cenach|dolarach|cenách|cenám|cenama|cijenama|árain|harga|giá)"
    r"(?: (?:of|von|aus|del?|da|do|di|van|från|fra|ze?|от|iz|из|roku|рок[иу]|stałych|stálých|постоянных|năm|tahun)){0,2} $"
)
LONG_AGO = 2  # years after which those words are of the year, where it says what is done each year
LONGER_AGO = 5  # ... and whatever it says
# ... and money of that year: "in 2019 dollars", "2019年价格".
_MONEY = lazily(
    r"\s?(?:年)?(?:(?:u\.?s\.? |us |constant )?(?:dollars?|euros?|pounds|yuan|yen|rupees|money|prices)(?!\w)(?! (?:were|was|are|had|have|went|came|rose|fell|flowed|seemed|started|began))|(?:价格|美元|不变价)|价格で|(?:달러|가격)(?!\w))"
)
# What begins like an ordinal: Tuesday, Friday.
_WEEKDAY = lazily(r"вторник|пятниц|четверг")
LIST_REACH = 2_000  # characters on either side in which the row before or behind one of a list stands


def counts_others(text: str, at: int) -> bool:
    """Whether the word before an ordinal at `at` is what it counts: "hari ketiga GDEC", the third day."""
    return _OF_OTHERS.search(text, max(0, at - 16), at) is not None


def since_then(text: str, end: int, ago: int | None) -> bool:
    """Whether the words behind a year that ends at `end` say that something is so since then: "GDEC 2021年から毎年".

    `ago`: how many years ago that was, where it is known.
    """
    if _SINCE_THEN.match(text, end):
        return True
    if ago is None or ago < LONG_AGO or not (behind := _SINCE_IT.match(text, end)):
        return False
    return ago >= LONGER_AGO or _HELD_SINCE.match(text, behind.end()) is not None


def of_money(text: str, start: int, end: int) -> bool:
    """Whether the year at the folded [start, end) is that of a price: "in 2019 dollars", "w cenach z 2019 r."."""
    return bool(_MONEY.match(text, end) or _PRICES_OF.search(text, max(0, start - 28), start))


def is_day(text: str, ordinal: re.Match[str]) -> bool:
    """Whether the figure is a month's day, as Hungarians write it, "július 3. GDEC", or the word one of a week's: "во вторник"."""
    first, last = ordinal.span("num")
    if ordinal["word"] and _WEEKDAY.match(text, ordinal.start("word")):
        return True
    return first >= 0 and any(
        day["d2"] and day.end() >= last for day in NAMED_DATE.finditer(text, max(0, first - 24), last)
    )


def ends_a_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a number with a point behind it ends what stands before: "on July 4. The conference"; not "die 4. Konferenz"."""
    number, first, last = match["num"], *match.span("num")
    if not number or text[last : last + 1] != ".":
        return False
    dated = NAMED_DATE.finditer(text, max(0, first - 24), last)
    return bool(_ENDS.match(text, last)) or any(day.end() == last and day["d2"] for day in dated)


def counts_rows(whole: str, at: int) -> bool:
    """Whether the number at `at` of an unfolded text ends its line, or counts the rows of a list: "1. GDEC", "2. CES"."""
    match = _ROW.match(whole, at)
    if not match or match[2]:
        return bool(match)
    if whole[max(0, at - LIST_REACH) : at].rstrip(" \t")[-1:] not in ("", "\n"):
        return False
    number = int(match[1])
    others = rf"(?:^|\n)[ \t]*(?:{number - 1}|{number + 1})\.\s"
    return bool(re.search(others, whole[max(0, at - LIST_REACH) : at + LIST_REACH]))
