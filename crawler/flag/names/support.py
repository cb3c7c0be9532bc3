"""What stands around a name and supports that its forum is meant: its city, people who meet, words that say that somebody
is there, its days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from crawler.flag.editions.own import Resolved
from crawler.flag.editions.told_dates import on_its_day
from crawler.flag.names.called_off import called_off
from crawler.flag.names.context import EVENT, HAPPENING, OCCASION, SHOWING, Around
from crawler.flag.names.found import Found
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum, Short
from crawler.patterns import lazily

TOWN_REACH = 24  # characters of "estación de esquí"
CLOSE = 300  # characters: city, organiser, other meanings
BEFORE, AFTER = timedelta(days=60), timedelta(days=20)  # an edition is in the news
RIGHT_ON = 16  # characters of "taking the "
RIGHT_THERE = 6  # characters between a name and what it does
IS_OFF, IS_OFF_SO = 12, 24  # ... of " has been ", and of what says why
NEIGHBOUR = 60  # characters: another forum of the same enumeration
EVENT_REACH = 220  # characters: words of an event
_AT = lazily(
    r"(?<!\w)(?:at|during|at the|auf der|auf dem|bei der|beim|zur|zum|au|lors du|lors de la|pendant le|en el|en la|durante el|durante la|durante|na|no|durante a"
    r"|al|alla|alle|all|à la|à l|בו?|durante il|nell ambito del(?:la)?|на|в рамках|во время|під час|у рамках|в рамках|по време на|у оквиру|током|tại|tham gia|tham dự|di|pada|dalam ajang|sempena|na targach|podczas|op de|tijdens|في|خلال|در"
    r"|(?:participat\w+|part|exhibit\w+) in|teil(?:nahme|nehm\w+)? an de[rm]|участ\w+ [ву]|udział\w* w"
    r"|στο|στη|στην|στον|στα|κατά τη(?: διάρκεια)?(?: τη[σν]?| του)?|během|v rámci|počas|u okviru|tijekom|tokom|în cadrul|på|vid|ved|á|katika|kwenye|akihutubia|kuhutubia) ?$"
    r"|(?:ใน|งาน|ໃນ|ຢູ່|ເຂົ້າຮ່ວມ|នៅ|ចូលរួម|(?<![存现所])在|于|参加|出席|服务|亮相|走进|参展|赴)(?:[了过] ?| ?)$"
)
_THERE = lazily(r" ?(?:上|期间|现场|현장|中|会场|で|にて|에서|에 | में| ميں|တွင်|ে(?!\w)|তে(?!\w))")
# Before a name, each in its language: "la" is an article in French, "under" no time in English.
_AT_NAME = {
    "ro": lazily(r"(?<!\w)(?<!de )la $"),
    "tl": (_SA := lazily(r"(?<!\w)(?<!ayon )(?<!batay )(?<!mula )(?<!kasapi )(?<!miyembro )sa $")),
    "fi": _SA,  # of "fil"; no word in Finnish
    **dict.fromkeys(("sv", "da", "no", "nb", "nn"), lazily(r"(?<!\w)under $")),
}
# The same as an ending of the name itself.
_THERE_ENDING = lazily(
    r"(?:ss[aä]|konferencián|találkozón|(?:fórum|kongresszus|csúcs)on|ban|ben|[ıiuü]nd[aəe]|sida|[ыі]нд[ае]|(?:хурал|чуулган|форум)д|ட்டில்)$"
)
_LOCATIVE = lazily(r" ?(?:[dt][ae]|nd[ae])(?:ki\w*)?(?![^\W_])")  # CES'te, but not "o CES de ..."
# With a hyphen, a colon or nothing between, "CES-те", "MWC:ssä", "CESil", what says at it, to it, from it, by language.
_WHERE = {
    language: lazily(rf"[ :]?(?:{endings})(?![^\W_])")
    for languages, endings in {
        "fi": "i?ss[aä]|i?st[aä]|i?ll[aä]|i?lt[aä]|i?lle|iin|een",
        "et": "i?l|i?lt|i?le|i?st?|i?sse",
        "hu": "[eoö]?n|b[ae]n?|r[óő]l|r[ae]|b[óő]l|h[eo]z",
        "az tr uz": "d[aeə]n?",
        "kk ky": "[дт][ае]",
        "mn": "[дт]|ээс|аас",
        "ka": "ზე|ში|დან",
        "hy": "ում|ից",
    }.items()
    for language in languages.split()
}

# Reporters are called together everywhere: "press conference", "konferencja prasowa".
_PRESS_BEFORE = lazily(r"(?:press|news|earnings|пресс|прес) $")
_PRESS_AFTER = lazily(
    r"\w* (?:call|prasow\w+|de prensa|de presse|stampa|de imprensa|pers|صحفي|الصحفي)(?!\w)|\w* pers(?!\w)"
)
# Kinds of events at the end of a longer word: "jättekonferenser", "Fachkongress"; but "Pressekonferenz".
_COMPOUND = lazily(
    r"(?<!\w)(?!press|pers|video|telefon|tele|web|partei|parti|kabinett|bilanz)[^\W\d_]{3,24}(?<!press)(?<!presse)(?<!pers)"
    # bodies, what brokers and sports writers listen to, and masses
    r"(?<!bischofs)(?<!biskops)(?<!minister)(?<!präsidenten)(?<!rektoren)(?<!analysten)(?<!analytiker)(?<!schalt)(?<!fraktions)(?<!redaktions)(?<!volks)(?<!folk)(?<!national)(?<!jul)(?<!hög)(?<!midnatts)"
    r"(?:konferen[sz]\w{0,6}|kongress\w{0,4}|mässa\w{0,3}|toppm[öø]te\w{0,3}|topmøde\w{0,3}|huippukokou\w{0,6})(?!\w)"
)
# What only says what town it is.
_TOWN = lazily(
    r"(?:ski|skiing|winter sports?) (?:resort|town|village|station)|skiorte?s?(?!\w)|wintersportort|station de ski|estación de esquí|estação de esqui"
    r"|stazione sciistica|skioord|skidort|滑雪(?:胜地|度假|小镇)|スキーリゾート|스키 ?(?:리조트|휴양지)|เมืองสกี|รีสอร์ตสกี|лыжн\w+ курорт"
)
THERE_AT = lazily(r"(?:上(?![海市午月半周年])|期间|现场|会场)")
# Around a name that firms may have too: what has a before and an after, a jury and a stage is an event.
_AMID = lazily(
    r"(?<!\w)(?:(?:floor|halls?|aisles|sidelines|margins|crowds|queues?) (?:of|at)|(?:trip|brought \w+|took \w+|came|comes?|goes|went|back|way|travel\w*) to|since|after|before|ahead of|until|à|depuis|après|avant|de retour de|seit|nach|vor|tras|después de|antes de|desde|depois d[aeo]|após|antes d[aeo]"
    r"|dopo|prima del?|sinds|na|voor|после|перед|до|після|po|przed|sau|trước|setelah|sejak|sebelum|selepas|بعد|قبل|หลัง|ก่อน) ?(?:the |der |dem |den |das |la |le |el |il |l |o |a |de |het )?$"
)
_OF_IT = lazily(
    r" ?(?:start ?up )?(?:volunteers?|jury|juror|stage|panels?|audience|badge|pitch|finalists?|regulars?|week)(?!\w)"
    r"| ?(?:之后|以后|之前|后|后，|前|の后|后|の前|以降|이후|때|를 다녀|을 다녀|후 )"
)
# Behind a name, and before it: that it has a stage, as no firm has and no drink. In English somebody is on it, since diseases and
# races have stages too, and in French and Dutch trainees.
_STAGE_BEHIND = lazily(
    r"(?: s|s)?[ -](?:(?:main|centre|center) stage|bühne|scenen|lava(?:lla|lta|lle)|laval[te]?|színpad\w*|sahnesi(?:n[de]\w*|ne)|keynote)(?!\w)|['’]?(?:[ıiuü]n|n[ıiuü]n) sahnesi(?:n[de]\w*|ne)(?!\w)|(?:的)?(?:主)?舞台|の(?:メイン)?(?:ステージ|舞台)|(?:의)? ?무대| के मंच"
)
_STAGE = lazily(r"(?: s)? stage(?! (?:of|i+v?|\d|one|two|three|four|win\w*|race)(?!\w))(?!\w)")
_ON = lazily(
    r"(?<!\w)(?:on|onto|from|off|left|leaves?|took|takes?|taking|hits?|graced?|shared?) (?:the |its )?$"
)
_STAGE_BEFORE = lazily(
    r"(?<!\w)(?:(?:on|from|onto) (?:the |its )?(?:main )?stage (?:of|at)|(?:auf|von) (?:der|die) bühne (?:der|des|von|beim)|(?:sur|depuis) (?:la )?scène (?:de|du|d)|(?:desde|sobre|al) (?:el )?escenario (?:de|del)|(?:no|do|ao) palco (?:de|d[ao])|(?:sul|dal) palco (?:di|del(?:la|lo)?)|op het podium van|(?:на|со) сцен[еуыі] (?:конференци\w+ |форума |форуму )?|(?:na|ze) scen(?:ie|ę|y) (?:konferencji |festiwalu )?|na pódi[ui]\w* |(?:på|från) scenen? (?:på|vid|til)|στη σκηνή του|pe scena|علي (?:منصه|مسرح)|trên sân khấu|di panggung)(?: the| la| le| l| il| lo| el| o| a)? ?$|บนเวที ?$"
)
# "GITEX Europe'a ... katıldı": the case of where somebody goes, and that somebody does.
_DATIVE = lazily(
    r" ?(?:y?[ea]|n[ea])(?!\w)[^.!?\n]{0,60}?(?<!\w)(?:katıl|gitt|gid(?:e|i)|gel(?:d|ec|iy|en|mi)|davet|çık(?:t|a)|götür|hazırlan|getird|akın (?:et|ed))"
)

# Around a short name: who travels to it, and that it is one of the fairs.
_TRAVELS = lazily(
    r"(?<!\w)(?:go|goes|going|went|tak\w+|took|fl[iye]\w*|flew|head\w*|travel\w*|invit\w+|bring\w*|brought|back|came|com\w+|send\w*|sent|driv\w+|drove|return\w*|trips?)(?: \w+){0,2} to(?: the)? ?$"
    r"|(?<!\w)(?:fähr\w*|fahr\w*|flieg\w*|flog\w*|reis\w*) (?:\w+ )?(?:zur|zum|nach) ?$"
    r"|(?<!\w)(?:tog|tager|rejs\w*|reis\w*|dro|drar|dra|åk\w*|res\w*|fór|fer|fara|flög|flyger) (?:\w+ )?(?:till?) ?$"
)
_CLASSED_BEFORE = lazily(
    r"(?:(?<!\w)(?:fairs?|shows?|exhibitions?|events?|conferences?|expos?|gatherings|\w*messen?|\w*veranstaltungen|\w*konferenzen|salons?|événements?|foires?|ferias?|eventos?|congresos?|conferências?"
    r"|feiras?|fiere?|eventi|saloni|beurzen|targach|targów|imprezach|выставк\w*|ярмарк\w*|форум\w*|мероприяти\w*|виставк\w*|veletrh\w*|mässor|messer|fuarlar\w*|pameran|معارض|مؤتمرات|triển lãm|hội chợ)"
    r"(?: \w+){0,2} (?:such as|like|wie(?: zum beispiel)?|comme|tels? que|como|come|вроде|типа|таки[хе] как|таки[йх] як|zoals|jak|takich jak|jako je|som|gibi|seperti|مثل|như)(?: the| die| der| le| la| el| al| il| lo| o| a| de)? ?$)"
    r"|(?:像|如|งานอย่าง|งานแสดงสินค้าอย่าง|งานเช่น) ?$"
)
# Right before a short name: a fair of that name, 見本市「CES」, "feria CES".
_FAIR = lazily(
    r"(?:见本市|展示会|전시회|박람회|แสดงสินค้า|(?<!\w)(?:trade fair|trade show|tech show|\w*messe|feria|feira|fiera|beurs|\w*beurs|targach|targi|выставк\w|виставц\w|veletrh\w*|\w*mässan|\w*messen|pameran|triển lãm|معرض)) ?$"
)
# Right before a name, in the attribute that Chinese, Japanese and Korean put there: "正在拉斯维加斯举行的CES".
_HELD_OF = lazily(
    r"(?:(?:举行|举办|召开|开幕|闭幕)的|(?:开催中の|开かれている|开かれた)(?:见本市)?|(?:열린|열리는|열리고 있는|개최된|개최되는) ) ?$"
)
_RUNS = lazily(
    r" (?:runs|lasts|läuft|dauert|duurt|loopt|dure|dura|длится|продлится|триває|trwa|potrwa|berlangsung)(?!\w)"
)
_LISTED = lazily(r"(?<= )\w{2,14}(?:,| and| und| et| y| e| и| i| en| och| og) (?:the |die |der |le |la )?$")
_CLASSED_AFTER = lazily(
    r"\s?(?:같은|와 같은|처럼|등) [^.\n]{0,8}(?:전시회|박람회|행사)|(?:のような|などの|といった|等の)[^。\n]{0,8}(?:见本市|展示会|イベント)|(?:这样的|这类|等)[^。，\n]{0,8}(?:展会|大会|展览|会展|峰会|展)"
    r"|\s(?:ve|gibi) (?:\w+ ){0,2}fuar"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One article before the judge."""

    reading: Reading
    around: Around
    forums: Mapping[str, Forum]
    published: datetime | None
    hints: Mapping[str, set[str]]  # forum → the related names that the article has
    named: tuple[tuple[int, int, str], ...]  # where forums stand by their full names: start, end, id
    lenders: Mapping[tuple[str, str], tuple[Forum, ...]] = field(default_factory=dict)  # see lenders()
    # forum and short name that mean another thing somewhere
    doubted: frozenset[tuple[str, str]] = frozenset()


def text_of(case: Case, place: Found, original: bool = False) -> str:
    return (
        case.reading.quote(place.start, place.end) if original else case.reading.text[place.start : place.end]
    )


def timely(case: Case, forum: Forum, own: Resolved | None) -> bool:
    """Whether the article appears about when the edition that the name carries, or this year's, is held."""
    if case.published is None:
        return False
    edition = forum.edition(own.year if own else case.published.year)
    if edition is None or edition.start is None:
        return False
    return edition.start - BEFORE <= case.published.date() <= (edition.end or edition.start) + AFTER


def meets(case: Case, place: Found, forum: Forum) -> bool:
    """Whether the organisation of that name holds its meeting here."""
    return (
        backed(case, place, forum, None)
        or event_near(case, place, weak=True)
        or bool(case.around.near(HAPPENING, place.start, place.end, EVENT_REACH))
        or called_off(case.reading.text, case.around, (place.start, place.end), IS_OFF)
        or attended(case, place.start, place.end)
        or on_its_day(case.reading.text, (place.start, place.end), forum, case.around, case.published)
    )


def _within(reading: Reading, start: int) -> bool:
    """Whether a name stands behind its language's word for being at it."""
    before = _AT_NAME.get(reading.language)
    return before is not None and before.search(reading.text, max(0, start - 16), start) is not None


def showing(case: Case, place: Found, forum: Forum) -> bool:
    """Whether a name that firms may have too stands where people meet, show, win or visit, or at the forum's time."""
    span = (place.start, place.end)
    return (
        backed(case, place, forum, None)
        or event_near(case, place, weak=True)
        or attended(case, *span)
        or bool(_AMID.search(case.reading.text, max(0, place.start - 24), place.start))
        or bool(_OF_IT.match(case.reading.text, place.end))
        or bool(case.around.near(SHOWING, *span, EVENT_REACH))
        or timely(case, forum, None)
        or on_its_day(case.reading.text, span, forum, case.around, case.published)
    )


def opens(case: Case, start: int, end: int) -> bool:
    """Whether the next words say that it opens, closes, goes on or is called off: "MWC opens on Monday"."""
    return (
        _RUNS.match(case.reading.text, end) is not None
        or _HELD_OF.search(case.reading.text, max(0, start - 10), start) is not None
        or called_off(case.reading.text, case.around, (start, end), IS_OFF_SO)
        or any(begin >= end for begin, _ in case.around.each(HAPPENING, start, end, RIGHT_THERE))
    )


def travelled(text: str, start: int) -> bool:
    """Whether somebody goes to what stands at `start`: "a client is taking me to CES"."""
    return _TRAVELS.search(text, max(0, start - 40), start) is not None


def classed(text: str, start: int, end: int) -> bool:
    """Whether the words around call it one of the fairs: "fairs such as CES", "CES 같은 해외 전시회"."""
    before = _LISTED.sub("", text[max(0, start - 60) : start])
    fair = _FAIR.search(text, max(0, start - 24), start)
    return bool(fair or _CLASSED_BEFORE.search(before) or _CLASSED_AFTER.match(text, end))


def attended(case: Case, start: int, end: int) -> bool:
    """Whether the words around say that somebody is there: "at CES 2025"."""
    text, whole = case.reading.text, case.reading.whole
    if _AT.search(text, max(0, start - 24), start) or _THERE.match(text, end):
        return True
    if _THERE_ENDING.search(text[start:end]) or _within(case.reading, start):
        return True
    first, last = case.reading.folded.span(start, end)
    where = _WHERE.get(case.reading.language) if whole[first:last].isupper() else None
    bound = whole[last : last + 1] in ("-", "‑", ":") or whole[last : last + 1].islower()
    if where and bound and where.match(text, end):
        return True
    there = _LOCATIVE.match(text, end) or _DATIVE.match(text, end, end + EVENT_REACH)
    return there is not None and whole[last : last + 1] in ("'", "’")


def on_stage(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name speak of its stage: "from the stage of Slush", "Slushin lavalta"."""
    if _STAGE_BEHIND.match(text, end) or _STAGE_BEFORE.search(text, max(0, start - NEIGHBOUR), start):
        return True
    return bool(_STAGE.match(text, end) and _ON.search(text, max(0, start - RIGHT_ON), start))


def backed(case: Case, place: Found, forum: Forum, short: Short | None) -> bool:
    """Whether the host city, an organiser or what stands in for them is close."""
    if short and short.support:
        return near_word(case, place, "word", short.support)
    span = (place.start, place.end)
    return any(case.around.near(("city", city), *span, CLOSE) for city in forum.cities) or bool(
        case.around.near(("org", forum.id), *span, CLOSE)
    )


def near_word(case: Case, place: Found, kind: str, words: tuple[str, ...]) -> bool:
    return any(case.around.near((kind, word), place.start, place.end, CLOSE) for word in words)


def other_meaning(case: Case, place: Found, words: tuple[str, ...]) -> bool:
    """Whether a word of another meaning is close that does not only say what town it is: "Davos, the Swiss ski resort"."""
    return any(
        not _says_town(case.reading.text, start)
        for word in words
        for start, _ in case.around.each(("word", word), place.start, place.end, CLOSE)
    )


def _says_town(text: str, at: int) -> bool:
    return any(
        town.start() <= at < town.end()
        for town in _TOWN.finditer(text, max(0, at - TOWN_REACH), at + TOWN_REACH)
    )


def event_near(case: Case, place: Found, weak: bool) -> bool:
    text = case.reading.text
    around = ((max(0, place.start - EVENT_REACH), place.start), (place.end, place.end + EVENT_REACH))
    if any(
        _COMPOUND.search(text, *side) for side in around
    ):  # the name is none itself: "Weltinternetkonferenz"
        return True
    return any(
        not _PRESS_BEFORE.search(text, max(0, start - 10), start) and not _PRESS_AFTER.match(text, end)
        for sign in ((EVENT, OCCASION) if weak else (EVENT,))
        for start, end in case.around.each(sign, place.start, place.end, EVENT_REACH)
    )
