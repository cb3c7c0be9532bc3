"""The parts of a byline: the label or short word that leads names, the place behind a dash, the date before "by Ann Lee"."""

from __future__ import annotations

import re
from itertools import islice, pairwise, zip_longest

from crawler.parse.authors import japanese
from crawler.parse.authors.byline_words import AND as AND_WORDS
from crawler.parse.authors.byline_words import AND_IN, BY_IN, LABELS, SAID
from crawler.parse.authors.signature import is_called
from crawler.parse.dates.calendars import find_dates, may_hold
from crawler.parse.dates.values import says_updated
from crawler.parse.dates.words import says_published
from crawler.parse.page.blocks import Block
from crawler.parse.page.weekdays import DAY, is_other_day, is_weekday
from crawler.patterns import lazily, rarely

LINE = 160  # characters of a line that may show a byline
DATED = 24  # blocks from above the headline on in which a date and names may share a line
MOST_ITEMS = 20  # of a list of authors
LONGEST = 80  # characters of a line of date and byline
_REMARK = lazily(r"\s?[（(][^（()）]{1,30}[）)]$")
AND = lazily(rf"\s(?:{AND_WORDS})\s", re.I)  # lists people: none of them is a place
BARS = lazily(r"\s*[|/·•\n]\s*|\s[–—-]\s")  # between the parts of a line
CLOCK = lazily(r"\d{4}|\d:\d\d")  # where a year or an hour stands
# behind a dash: "Ann Lee and Tom Ray — Newtown"
_PLACED = lazily(r"(?<=[^\W\d])\s+[—–]\s+([^\W\d_][^—–]{1,40})$")
REMARKS = lazily(r"\s[（(][^（()）\d]{1,30}[）)]")  # behind names of a list: where each is, what each does
HELD = "\ue001"  # for the blank before it
_BEFORE_DATE = lazily(
    r"(?<=[^\W\d_]) ([^\W\d_]{3,})(?:,? |\s?[|·•]\s?|\s[–—-]\s)(?:(?:am|on|den|le|el|il|em|op) )?(?=\d)"
)
_DATED_BY = lazily(  # behind the date: "Posted on July 3, 2025 by Ann Lee"
    r"^.{0,30}\d.{0,30}\s(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|av|af)\s+([^\W\d_a-z][^\W\d]+(?:[\s-][^\W\d_a-z][\w.’'-]*){1,3})$"
)
# what may stand alone before the date of a byline; "Killed on", "Photo taken" tell of another's date
_BARE = frozenset(
    ("", "on", "am", "vom", "le", "el", "em", "il", "op", "den", "posted", "posted on", "written on")
)

_LABELS, _SAID = (frozenset(words.split("|")) for words in (LABELS, SAID))
# perhaps with a blank before it: to begin with that takes four times as long
_SEPARATOR = lazily(r"[:：៖՝፦|｜،,]\s*")
_IN_LINE = lazily(r"(?<!\S)([^\W\d_][^\s\d:：]{0,19})\s?[:：](?!\d)\s*")  # any label of one word
_DIGITS = lazily(r"\d[\d\s./:年-]{2,}\d|\b\d{1,2}\b.{1,20}\b\d{4}\b")
_UP_TO_DATE = lazily(r"\s*[|·•–—]\s*|\s+(?=\d)|[,،]?\s*\d")
_VERB = 4  # words of the longest verb that leads a name
_LABEL = 32  # characters of the longest label and a bit
_LEADS = _LABELS | _SAID
_VERBS = frozenset(said.split(" ", 1)[0] for said in _SAID)
_WORD_END = lazily(r"\s+|$")
_OTHER = r"edit|redak|redac|редак|foto|photo|фото|снимк|image|translat|source|quell|fuente|fonte|źród|zdroj|источ|джер|check|video|grafi"
_ANY_LABEL = lazily(r"^[^\s\d:：៖]{2,20}(?:\s[^\s\d:：៖]{1,20}){0,2}\s?[:：៖՝፦]\s+(?=[^\W\d_])")
# who edited, or took the picture
_OF_OTHERS = lazily(rf"^[^:：]{{0,30}}(?:{_OTHER})[^:：]{{0,12}}[:：]", re.I)
_PICTURED = lazily(  # who took the picture, and did not write as well
    r"^(?:ảnh|hình(?: ảnh)?|사진|写真|撮影|摄影|攝影|图片?|圖|ภาพ|fotók?|képek|kuvat?|bild(?:er)?|zdjęci[ae]|φωτο(?:γραφίες)?|تصوير|الصور|צילום|עکس|عکس)\s?[:：/]",
    re.I,
)
_REPORTER = rarely(  # what the line of a date calls who wrote, with blanks for colons: "来源:江湖日报 记者 周若岚 字号:大 中 小"
    r"(?<!\S)(?:(?:本报|本報|本网|本站|特派|通讯员|见习)?(?:记者|記者)|作者|撰文)\s+([\u4e00-\u9fff·]{2,4}(?:[、\s][\u4e00-\u9fff·]{2,3}(?=\s|$))??)(?=\s|$)|(?<!\S)([가-힣]{2,4})\s(?:기자|특파원|논설위원)(?=\s*\S?\s*20\d\d|\s*$)"
)
_LED_UNCASED = lazily(  # behind the date, up to a number or a bar, in letters without capitals
    r"(?<!\S)(?:โดย|ໂດຍ|ដោយ|เขียนโดย|מאת|بقلم|به قلم|نویسنده|گزارش از)\s?[:：]?\s?((?:[^\W\d_]\S*)(?:\s[^\W\d_]\S*){0,3}?)(?=\s\S?\d|\s*[|·•\n]|$)"
)
_LED_IN = {
    language: lazily(
        rf"^(?:{words}|{'|'.join(map(str.title, words.split('|')))}|{words.upper()})\s+(?=[^\W\d_])(?![a-zà-ÿа-яёα-ω])"
    )
    for language, words in BY_IN.items()
}
# only before a whole name: "Antti Laine ja Yle" is no list
_AND_IN = {
    language: lazily(rf"\s(?:{words})\s(?=[^\W\d_a-zà-ÿ][\w.’'-]*\s+[^\W\d_a-zà-ÿ])")
    for language, words in AND_IN.items()
}
_NEVER = lazily("(?!)")
_ASKS = rarely(  # between whom somebody asked and who asked: "Z Haliną Borecką, poetką, rozmawia Jan Nowak"
    r"\s(?:rozmawia(?:ła|ł|li|ły|ją)?|(?:si |sa |se )?(?:ho[vw]o[rř]il|mluvil|rozmlouval|povídal|rozprával|zhováral|pogovarjal)[aiyo]?(?: sa| se)?|je pogovarjal[ao]?"
    r"|бесед(?:овал[аи]?|ует|уют)|(?:по)?говорил[аи]?|разговарива(?:л[аи]?|ет)|(?:по)?общал(?:ся|ась|ись)|розмовля(?:в|ла|ли|є)|спілкува(?:вся|лася|лись|лися)|гутары(?:ў|ла|лі)"
    r"|разговаря(?:ше|ха)?|разговара(?:о|ла|ли|ше)|razgovara(?:o|la|li)|sprach(?:en)?|kalbėjosi|sarunājās|vestles|beszélgetett)\s+(?=\S)"
)
_WITH = frozenset(("z", "ze", "s", "se", "sa", "so", "с", "со", "з", "зі", "із", "mit", "su", "ar"))
_ASKED = rarely(  # before who asked: "Das Gespräch führte Jan Nowak."
    r"^\W{0,3}(?:das (?:gespräch|interview) führten?|die fragen stellten?|interview geführt von|propos recueillis par|entretien réalisé par|entrevista (?:realizada )?por|intervista (?:a cura )?di|interview (?:by|door)"
    r"|rozmawia(?:ła|ł|li|ły|ją)?|бесед(?:овал[аи]?|ует)|беседу в[её]л[аи]?|розмовля(?:в|ла|ли)|спілкува(?:вся|лася)|разговаря(?:ше)?|razgovara(?:o|la|li)|hovořil[aiy]?|zhováral[aiy]? sa|pogovarjal[aio]? s[ea](?: je| sta| smo)?)\s*:?\s+(?=\S)",
    re.I,
)
_ASIDE = " .()*_–—-[]"  # around a line of who asked


def label_of(line: str) -> int:
    """How many characters of a line are a label before a name, such as "Author:"; 0 where it has none."""
    found = _SEPARATOR.search(line, 0, _LABEL)
    if found:
        end = found.start()
        label = line[: end - 1] if end and line[end - 1].isspace() else line[:end]
        if label.lower() in _LEADS:
            return found.end()
    words = line[:_LABEL].split(None, 1)
    if not words or words[0].lower() not in _VERBS:  # as of most
        return 0
    ends = islice(_WORD_END.finditer(line, 0, _LABEL), _VERB)
    return max((end.end() for end in ends if line[: end.start()].lower() in _SAID), default=0)


def behind_label(line: str) -> str | None:
    """The names behind a label in the line of the date: "14 ноября 2026 г., автор: … Просмотров: 120"."""
    dated = _DIGITS.search(line) is not None
    if dated and (reporter := _REPORTER.search(line)):
        return reporter[1] or reporter[2]
    if dated and not line.isascii() and (led := _LED_UNCASED.search(line)):
        return led[1]
    labels = list(_IN_LINE.finditer(line)) if dated else []
    for found, following in zip_longest(labels, labels[1:]):
        before = line[: found.start()].split()[-1:]
        if before and found[1].lower() in _LABELS and not (before[0].isalpha() and before[0].islower()):
            said = line[found.end() : following.start() if following else len(line)]
            return _UP_TO_DATE.split(said, 1)[0].strip(" |·•–—-,;") or None
    return None


def asked_by(line: str) -> str | None:
    """Who asked, in the line of an interview that names him behind whom he asked: "Mit Ann Lee sprach Jan Nowak."."""
    text = line.strip(_ASIDE)
    if found := _ASKED.match(text):
        return text[found.end() :]
    found = _ASKS.search(text)
    asked = found and text[: found.start()].split()
    return text[found.end() :] if found and asked and asked[0].lower() in _WITH and len(asked) > 1 else None


def without_label(text: str) -> str:
    """What an element called a byline says, without a label of whatever language: "Muallif: …"; nothing where that is of an editor."""
    return "" if _OF_OTHERS.match(text) or _PICTURED.match(text) else _ANY_LABEL.sub("", text)


def led_in(language: str | None) -> re.Pattern[str]:
    """The short word that leads a name in pages of a language, before a capital or a letter that has none."""
    return _LED_IN.get(_main(language), _NEVER)


def listed(text: str, language: str | None) -> str:
    """A byline with "&" for the word that lists whole names in pages of a language: "Jan Visser en Piet Bakker"."""
    words = _AND_IN.get(_main(language))
    if words is None:
        return text
    begin = label_of(text)  # "Imeandaliwa na Asha Juma" holds the word as well
    return text[:begin] + words.sub(" & ", text[begin:])


def _main(language: str | None) -> str:
    return (language or "").lower().replace("_", "-").partition("-")[0]


def in_items(line: str) -> list[str]:
    """The people of a list's items, set apart by bars, each perhaps with what that person is in brackets; none where one is none."""
    items = [_REMARK.sub("", item) for item in line.split(" | ")]
    whole = 1 < len(items) <= MOST_ITEMS and len(line) < LINE
    return items if whole and all(is_called(item) or japanese.is_name(item) for item in items) else []


def links_apart(line: Block) -> list[str]:
    """The people of a line of links alone, each a name, that nothing but a style sets apart: "Ann LeeTom Ray"."""
    text = line.text if line.links > 1 and line.linked >= len(line.text) else ""
    meet = [n for n in range(1, len(text)) if text[n].isupper() and text[n - 1].islower()]
    names = [text[first:last] for first, last in pairwise((0, *meet, len(text)))]
    return names if len(names) == line.links and all(map(is_called, names)) else []


def without_place(names: str, *, led: bool) -> str:
    """Names without the place behind a dash: what "By" leads is whole before it, so is a list of people; else one word is a place."""
    found = _PLACED.search(names)
    if found is None or not (led or " " not in found[1] or AND.search(names, 0, found.start())):
        return names
    return names[: found.start()]


def without_day(name: str) -> str:
    """A name of two words or more without a day of the week behind it, which the date goes on with."""
    found = DAY.search(name) if " " in name else None
    return name[: found.start()] if found and " " in name[: found.start()] else name


def called_like_a_day(text: str) -> str:
    """A byline with its last name held to the others, where it is a day of the week and the date behind it another one:
    "Anna Maria Freitag, 16. November 2026" was written on a Monday.
    """
    found = _BEFORE_DATE.search(text)
    dates = find_dates(text) if found and is_weekday(found[1]) else ()
    if not (found and dates and is_other_day(found[1], dates[0].at.date())):
        return text
    return f"{text[: found.start(1) - 1]}{HELD}{text[found.start(1) :]}"


def behind_date(line: str) -> str | None:
    """The name in "Posted on July 3, 2025 by Ann Lee"."""
    found = _DATED_BY.match(line) if len(line) < LONGEST and may_hold(line) else None
    dates = find_dates(line[: found.start(1)]) if found else ()
    if found is None or not dates:
        return None
    before = line[: dates[0].start].strip(" :,·|–—-").lower()
    return found[1] if before in _BARE or says_published(before) or says_updated(before) else None
