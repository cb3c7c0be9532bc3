"""The text behind a forum's name → the next edition that a sentence of its own tells with its time: "the next edition will be held in
November 2027", "내년 행사를 9월 둘째 주에 열 계획", "pertemuan tahun depan direncanakan di Hanoi".

Only where the words speak of the same series and a year says when: "the next one will be in Asia" tells no edition, and the next
edition of a magazine, or a summit on something else, none of the forum's. Patterns over folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from crawler.flag.editions.earlier import QUALIFIED, another_is_named, others_between, told_behind
from crawler.flag.editions.event_kinds import may_be
from crawler.flag.editions.moments import days
from crawler.flag.editions.own import Resolved, latest_year
from crawler.flag.text.numerals import ANY_YEAR, RELATIVES, year_of
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

REACH = 700  # characters behind a name in which such a sentence ends
LATER = 7  # sentences behind it that are asked: it is the last thing that news of a forum tells
BESIDE = 32  # on either side of a name in which it is called a fair, a forum
_LAST_SPACED = "\u0dff"  # behind it are Thai, Chinese, Japanese and Korean
AFTER = 90  # characters behind the words for it in which is said that it will be held
ROAMS = 3  # cities in which a forum was held, that goes from one to another
MOST_IN_WORDS = 10  # up to "the tenth edition" a number is written in words
_YEAR = lazily(rf"(?<![\d.,])(?:{ANY_YEAR})(?![\d%]|[.,]\d)")
# One of these stands in whatever the expression below finds.
_SIGN = lazily(
    r"next|nächst|kommend|prochain|próxim|siguiente|seguinte|prossim|volgend|nästa|kommande|næste|neste|seuraav|ensi|następn|kolejn|przyszł|příští|další|budúc|nasleduj|следующ|будущ|очередн|наступн|sonraki|gelecek|berikut|selanjut|depan|mendatang|hadapan|tiếp|năm sau|lần tới|kế|下|明年|次回|来年|내년|다음|차기|مقبل|قادم|تالي|ครั้ง|ปีหน้า|הבא|következ"
)
_THE = {
    "en": r"(?:edition|event|summit|forum|conference|meeting|show|fair|gathering|congress|expo)",
    "de": r"(?:ausgabe|auflage|gipfel|messe|konferenz|tagung|treffen|forum|kongress|veranstaltung)",
    "fr": r"(?:édition|sommet|salon|forum|conférence|réunion|congrès|rendez vous|rencontre)",
    "es": r"(?:edición|cumbre|feria|foro|conferencia|reunión|congreso|cita|encuentro|evento)",
    "pt": r"(?:edição|cúpula|cimeira|feira|fórum|conferência|reunião|congresso|encontro|evento)",
    "it": r"(?:edizione|vertice|fiera|forum|conferenza|riunione|congresso|evento|incontro)",
    "nl": r"(?:editie|top|beurs|forum|conferentie|bijeenkomst|congres)",
    "nordic": r"(?:upplaga|toppmöte|mässa|forum|konferens|möte|kongress|evenemang|udgave|topmøde|toppmøte|messe|konference|konferanse|møde|møte|utgave)",
    "fi": r"(?:tapahtuma|konferenssi|huippukokous|messut|foorumi)",
    "pl": r"(?:edycj\w|szczyt|targi|forum|konferencj\w|spotkanie|kongres)",
    "cs": r"(?:ročník|summit|veletrh|konferenc\w|fórum|setkání|kongres)",
    "ru": r"(?:саммит|форум|выставк\w|конференци\w|встреч\w|конгресс|саміт|виставк\w|конференці\w|зустріч|конгрес)",
    "tr": r"(?:zirve|fuar|forum|konferans|toplantı|etkinlik|kongre)(?:si|sı|ı|i|u)?",
    "id": r"(?:pertemuan|forum|konferensi|ktt|pameran|acara|mesyuarat|persidangan)",
    "vi": r"(?:hội nghị|diễn đàn|hội chợ|triển lãm|sự kiện|kỳ họp)",
    "hu": r"(?:rendezvény|kiállítás|konferencia|csúcstalálkozó|fórum|találkozó)\w{0,3}",
    "ar": r"(?:القمه|المنتدي|المؤتمر|المعرض|الدوره|النسخه|الاجتماع)",
}
# Behind the name's own sentence: the next of its series.
_NEXT = lazily(
    rf"(?<!\w)(?:(?:the|its) (?:next|following) (?:year s )?{_THE['en']}|next year s {_THE['en']}|(?:de[rn]|die|das) (?:nächste|nächsten|kommende|kommenden) {_THE['de']}|(?:la |le |l )?prochaine? {_THE['fr']}|(?:la|le|l) ?{_THE['fr']} de l an(?:née)? prochaine?"
    rf"|(?:la|el) (?:próxim[ao]|siguiente) {_THE['es']}|[ao] (?:próxim[ao]|seguinte) {_THE['pt']}|(?:la|il|l) ?prossim[ao] {_THE['it']}|(?:de|het) volgende {_THE['nl']}|(?:nästa|næste|neste|kommande|kommende) (?:års )?{_THE['nordic']}|(?:seuraava|ensi vuoden) {_THE['fi']}"
    rf"|(?:następn|kolejn|przyszłoroczn)\w{{1,2}} {_THE['pl']}|(?:příští|další|budúci|ďalší|nasledujúci) {_THE['cs']}|(?:следующ|будущ|очередн|наступн)\w{{2,3}} {_THE['ru']}|(?:bir )?(?:sonraki|gelecek)(?: yılki)? {_THE['tr']}"
    rf"|{_THE['id']} (?:berikutnya|selanjutnya|mendatang|tahun (?:depan|hadapan))|{_THE['vi']} (?:tiếp theo|kế tiếp|lần tới|năm sau)|a következő {_THE['hu']}|{_THE['ar']} (?:المقبله?|القادمه?|التاليه?)){QUALIFIED}(?!\w)"
    r"|(?:下一?届|明年的?)(?:大会|论坛|峰会|展会|博览会|会议)|次回(?:の(?:大会|会议|サミット|展示会|见本市|开催))?は|来年の(?:大会|会议|サミット|展示会|见本市)は|(?:내년|다음|차기) (?:행사|대회|포럼|서밋|정상회의|회의|전시회|박람회)[를을는은]"
    r"|(?:งาน|การประชุม|เวที)(?:ครั้งต่อไป|ครั้งหน้า|ปีหน้า)|(?<!\w)(?:הכנס|הוועידה|התערוכה|הפסגה) הבאה?(?!\w)"
)
# ... or one by its number, of what only series have.
_COUNTED = lazily(
    r"(?<!\w)(?:(?:the|its) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:nd|rd|th)) edition|die (?:zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|\d{1,2}\.) (?:ausgabe|auflage)|la (?:deuxième|seconde|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|\d{1,2}e) édition"
    r"|la (?:segunda|tercera|cuarta|quinta|sexta|séptima|octava|novena|décima|\d{1,2}[ªa]) edición|a (?:segunda|terceira|quarta|quinta|sexta|sétima|oitava|nona|décima|\d{1,2}[ªa]) edição|la (?:seconda|terza|quarta|quinta|sesta|settima|ottava|nona|decima|\d{1,2}[ªa]) edizione|de (?:tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|\d{1,2}e) editie"
    r"|(?:druga|trzecia|czwarta|piąta|szósta|siódma|ósma|dziewiąta|dziesiąta|\d{1,2}\.) edycja|(?:druhý|třetí|čtvrtý|pátý|šestý|sedmý|osmý|devátý|desátý|tretí|štvrtý|piaty|\d{1,2}\.) ročník|(?:andra|tredje|fjärde|femte|anden|fjerde|sjette|sjätte|\d{1,2}[.:]?[ae]?) (?:upplagan|udgave|utgaven?)|ediția a (?:doua|treia|patra|cincea|șasea|\w{1,4} a))"
    rf"{QUALIFIED}(?!\w)|第[一二三四五六七八九十\d]{{1,3}}届(?:大会|论坛|峰会|展会|博览会)?(?=[将拟定计]|于)|第\d{{1,3}}回(?:大会|会议|サミット)?は"
)
# ... and that it will be.
_WILL_BE = (
    r"(?:(?<!\w)(?:will (?:be (?:held|staged|hosted|on)|take place|open|return|run)|is (?:to (?:be held|take place)|planned|scheduled|set|due|slated)|takes place|has been (?:set|scheduled)|findet|beginnt|(?:wird|soll)(?= [^.;]{0,60}(?:stattfinden|beginnen|abgehalten|veranstaltet|ausgerichtet))|ist (?:für|vom|von|vorerst|bereits)|se tiendra|aura lieu|est (?:déjà )?(?:prévue?|programmée?|fixée?)|se déroulera|ouvrira"
    r"|se celebrará|tendrá lugar|será|está (?:ya )?(?:previst|programad|fijad)[ao]|se realizará|está (?:já )?(?:marcad|previst|agendad)[ao]|realiza se|decorre(?:rá)?|terá lugar|acontece(?:rá)?|si (?:terrà|svolgerà)|è (?:già )?(?:in programma|previst[ao]|fissat[ao])|sarà"
    r"|vindt|is gepland|wordt|staat gepland|hålls|äger rum|är planerad\w*|holdes|afholdes|avholdes|arrangeres|finder sted|finner sted|er planlagt|järjestetään|pidetään|odbędzie|odbędą|(?:za)?planowan\w+|zaplanowano|se (?:bude konat|uskuteční|koná)|sa (?:bude konať|uskutoční|koná)|je plánován\w*"
    r"|va avea loc|se va (?:desfășura|ține)|este programată?|ще се проведе|ще бъде|одржа(?:т)?ће се|ће (?:се одржати|бити одржан\w?)|održa(?:t )?će se|će (?:se održati|biti održan\w?)|bo (?:potekal\w?|v)|serà|tindrà lloc|se celebrarà|toimub|vyks|notiks|keçiriləcək|өтеді|болады|o tadi"
    r"|θα (?:γίνει|διεξαχθεί|πραγματοποιηθεί|λάβει χώρα)|გაიმართება|կկայանա|կանցկացվի|пройдет|состоится|(?:за)?планиру\w+|запланирован\w*|намечен\w*|откроется|відбудеться|запланован\w+|düzenlenecek|yapılacak|gerçekleş\w+|planlan\w+|akan|direncanakan|dijadwalkan|sẽ|dự kiến|lesz|rendezik|tartják)(?!\w)"
    r"|(?:将|定|拟|计划|订)[于在]|举行|举办|召开|开催|开かれ|开く|열[릴 린]|열 계획|개최|예정|จะจัด|มีกำหนด|קיים|ייערך|תיערך|ست?عقد|ست?قام)"
)
_WILL = lazily(_WILL_BE)
_WILL_FIRST = lazily(r"(?:المقرر|ست?عقد|ست?قام|[تي]قام|[تي]نعقد)[^.،؛]{0,24}$")
# Only series have these; whoever met there meets again elsewhere, and "its next event" is a firm's as well.
_EDITION = lazily(
    r"第\d{1,3}回|ediția|edition|edición|edição|edizione|édition|editie|ausgabe|auflage|upplaga|udgave|utgave|edycj|ročník|届|النسخه|الدوره|ครั้งต่อไป|ครั้งหน้า"
)
_OF_ANYBODY = lazily(
    r"(?<!\w)its |meeting|(?<!\w)event|gathering|treffen|tagung|veranstaltung|réunion|rencontre|rendez vous|reunión|encuentro|(?<!\w)cita|evento|reunião|encontro|incontro|bijeenkomst|evenemang|m[öø][dt]e|spotkani|setkání|встреч|зустріч|toplantı|etkinlik|pertemuan|acara|mesyuarat|persidangan|kỳ họp|sự kiện|hội nghị|találkozó|rendezvény|tapahtuma|الاجتماع|会议|회의|행사"
)
# What else has editions, whose next one it may be; a newspaper may hold a forum, and its next edition is not held.
_HAS_EDITIONS = lazily(
    r"(?<!\w)(?:magazine|book|guide|ranking|prize|award|biennal\w*|race|rall(?:y|ye)|zeitschrift|preis|revue|magazine|livre|prix|revista|livro|prémio|prêmio|libro|premio|rivista|tijdschrift|prijs|pris|журнал\w*|преми\w*|книг\w*|czasopism\w*|nagrod\w*)(?!\w)"
    r"|杂志|杂誌|连载|잡지|연재"
)


def next_editions(
    reading: Reading,
    places: Sequence[tuple[int, int]],
    others: Sequence[tuple[int, int]],
    forum: Forum,
    published: datetime | None,
) -> Iterator[Resolved]:
    """Editions to come that sentences behind the folded `places` of a name tell in words of the series, with their year.

    `others`: where other forums stand: what follows them may be theirs.
    """
    found = told_behind(reading, places, others, forum, published, _told_in, (REACH, LATER))
    yield from islice(found, 1)


def _told_in(
    reading: Reading, sentence: tuple[int, int], place: tuple[int, int], forum: Forum, published: datetime
) -> Resolved | None:
    """The edition to come which the folded `sentence` tells of the series, named at `place` in one before."""
    text, (first, last) = reading.text, sentence
    said = _NEXT.search(text, first, last) if _SIGN.search(text, first, last) else None
    by_number = said is None and _EDITION.search(text, first, last) is not None
    if by_number:
        said = _COUNTED.search(text, first, last)
    if said is None:
        return None
    told = year_to_come(text, first, last, forum, published)
    will = _WILL_FIRST.search(text, first, said.start()) or said_behind(text, said.end(), last)
    if told is None or will is None or _HAS_EDITIONS.search(text, place[1], last):
        return None
    if by_number and not _can_be_its_number(said.group(), told.year, forum):
        return None
    months = {moment.month for moment in days(text, first, last, None, lambda *_: None)}
    usual = not months.isdisjoint(forum.months)
    if not usual and not _of_its_series(said.group(), bool(months), forum):
        return None
    if usual:
        if others_between(text, place[1], said.start()):
            return None
    elif another_is_named(reading, place[1], first, said):
        return None
    beside = text[max(0, place[0] - BESIDE) : min(first, place[1] + BESIDE)]
    return told if may_be(forum, said.group(), beside, text[place[1] : first]) else None


def _can_be_its_number(said: str, year: int, forum: Forum) -> bool:
    """Whether the edition of the year has about the number that is told: of what is twenty years old none is "the second"."""
    if forum.first is None or "第" in said:
        return True
    count = year - forum.first + 1 - len([other for other in forum.skipped if other < year])
    number = re.search(r"\d+", said)
    return abs(int(number[0]) - count) <= 1 if number else count <= MOST_IN_WORDS + 1


def _of_its_series(said: str, dated: bool, forum: Forum) -> bool:
    """Whether the words for the next one can be those of the forum's series, where no month that is usual says so.

    What is held in another month, and another meeting, may be of those who met there; of a forum that goes from city to city,
    in whatever month its host likes, either is no wonder.
    """
    if "届会议" not in said and _EDITION.search(said):
        return True
    if len(forum.cities) >= ROAMS:
        return not said.startswith("its ")
    return not dated and not _OF_ANYBODY.search(said)


def said_behind(text: str, end: int, last: int) -> re.Match[str] | None:
    """What says right behind the words for it, but for a date or where the verb ends the sentence, that it will be held: "the
    next meeting" may else be of anything, as "Nästa möte i styrelsen hålls i maj".
    """
    will = _WILL.search(text, end, min(last, end + AFTER))
    between = text[end : will.start()] if will else ""
    dense = text[end - 1] > _LAST_SPACED
    return will if dense or not between.strip() or any(map(str.isdigit, between)) else None


def year_to_come(text: str, first: int, last: int, forum: Forum, published: datetime) -> Resolved | None:
    """The year to come which the folded sentence [first, last) tells, where it tells one alone."""
    years = {year_of(match.group()): match.span() for match in _YEAR.finditer(text, first, last)}
    if len(years) > 1:
        return None
    for year, span in years.items():
        ahead = year is not None and year > published.year and forum.possible(year, latest_year(published))
        return Resolved(year, *span, "next") if year and ahead else None
    words = next(words for shift, words in RELATIVES if shift == 1)
    match = words.search(text, first, last)
    year = published.year + 1
    return Resolved(year, *match.span(), "next") if match and forum.possible(year, year) else None
