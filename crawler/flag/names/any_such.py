"""A full name in small letters, or in a script that has no capitals → whether it only says what any such meeting would be:
"une conférence mondiale sur l'économie numérique", "предложил созвать всемирную конференцию по цифровой экономике".

Where the forum's city or organiser stands near, or a year with it, it is the forum all the same. Patterns over folded text.
"""

from __future__ import annotations

from datetime import timedelta

from crawler.flag.editions.own import Resolved
from crawler.flag.names.context import HAPPENING
from crawler.flag.names.found import Found
from crawler.flag.names.support import Case, backed, text_of
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

NEAR = 24  # characters before a name in which its article stands
CLAUSE = 96  # ... in which somebody proposes it
A_DAY, DAYS_AFTER = timedelta(days=1), timedelta(days=5)  # of an edition, in which it is in the news
BEHIND = 40  # characters behind it, in languages whose verbs end the sentence

# An article of any one, and what may stand between it and the name; "en" and "o" are articles in some languages alone.
_NEW = r"(?: (?:first|new|nouvelle|première|grande|autre|neue[nrms]?|erste[nrms]?|weitere[nrms]?|große[nrms]?|eigene[nrms]?|nueva|primera|gran|nova|primeira|nuova|prima|vera|propria|nieuwe|eerste|grote|új|első|nouă|primă))?"
_ANY = lazily(
    rf"(?<!\w)(?:une|eine[nrms]?|keine[nrms]?|una|uma|een|egy|un|një|bir){_NEW} $|(?:一[个场次届项]|某个)(?:新的|全新的)?$"
)
_ANY_OF = {"ro": lazily(rf"(?<!\w)(?:o|unei|unui){_NEW} $"), "is": lazily(r"(?<!\w)(?:slík\w*|ný\w{0,3}) $")}
# What somebody has in mind, proposes or calls for ...
_PROPOSED = lazily(
    r"(?<!\w)(?:propos|propon|propues|propõe|propus|suggér|sugg[eè]r|suger|предл[ао]|призва|призыв|инициатив|пропон|запропон|заклика|ініціатив|прапан|zapropon|propozyc|postul|apel|wniosk|navrh|návrh|vyz[vý]|predlo|predla|предла|предло|zalaga|poziva|inicijativ|иницијатив|позва"
    r"|mengusul|usul|menyeru|cadang|đề xuất|kiến nghị|kêu gọi|اقترح|[يت]قترح|مقترح|اقتراح|دعا|دعت|[يت]دعو|דעו|הציע|מציע|הצעה)\w*|پيشنهاد|فراخوان|প্রস্তাব|เสนอ|提议|提出|建议|倡议|呼吁|构想"
)
# ... to hold: right before the name, at most where and under whom between.
_TO_HOLD = lazily(
    r"(?:(?<!\w)(?:organiser|convoquer|tenir|créer|lancer|organizar|convocar|celebrar|crear|realizar|criar|organizzare|convocare|tenere|creare|indire|organizarea|convocarea|crearea|organizeze|convoace"
    r"|созвать|созыв\w?|провести|проведени\w+|проводить|организовать|организаци\w+|учредить|учреждени\w+|создать|создани\w+|устроить|скликати|скликання|провести|проведення|організувати|створити|створення|заснувати|склікаць|правесці|арганізаваць|стварыць"
    r"|(?:да (?:се )?)?(?:свика|проведе|организира|създаде|учреди|сазове|одржи|организује|оснује)|свикване(?:то)?(?: на)?|провеждане(?:то)?(?: на)?|създаване(?:то)?(?: на)?|сазивање|одржавање|организовање|sazvati|održati|organizirati|organizovati|pokrenuti|osnovati|(?:da (?:se )?)(?:sazove|održi|organizuje|organizira|osnuje)|sazivanj\w|održavanj\w|sklicati|sklic|organizacij\w|ustanovi(?:ti|tev)"
    r"|zwoła(?:ć|ni\w+)|zorganizowa(?:ć|ni\w+)|utworz\w+|powoła(?:ć|ni\w+)|svolat|svolání|uspořád(?:at|ání)|založit|založení|zvolať|zvolanie|usporiada(?:ť|nie)|založiť"
    r"|penyelenggaraan|menggelar|menyelenggarakan|mengadakan|pembentukan|mengadakannya|penganjuran|menganjurkan|tổ chức|thành lập|triệu tập|عقد|تنظيم|اقامه|انشاء|برگزاري|تشكيل|ايجاد|לקיים|לכנס|להקים|לארגן)"
    r"(?: (?:[вуnawvu]|na|ve?|w|we|di|ở|tại|في|در|под|під|pod|за|za|en|em|à|a|in) (?:\w+ ?){1,3}|)? ?|จัด(?:ตั้ง|ให้มี)?(?:การ|งาน)?|(?:召开|举办|设立|创办|发起|举行|成立)(?:全新的|新的)?)$"
)
_IDEA = lazily(r"(?<!\w)(?:иде[яюие]|іде[яюї]|pomysł\w*|ide[ajuo]\w?|nápad\w*) $")
# ... and behind it: "konferansının düzenlenmesini önerdi", "会議の開催を提案", "대회를 개최하자고 제안", "आयोजित करने का प्रस्ताव".
_HELD_BEHIND = lazily(
    r"\w{0,4} (?:düzenlenmesi|toplanması|yapılması|kurulması|keçirilməsi|təşkili|yaradılması|өткізуді|ұйымдастыруды|oʻtkazish\w*|o.?tkazish\w*)\w* (?:\w+ ){0,2}(?:öner|teklif|talep|iste|təklif|ұсын|taklif)"
    r"|(?:の)?(?:开催|创设|新设|设立)を?(?:提案|提唱|呼びかけ|求め)|を(?:开く|开催する|设ける|创设する)(?:よう|こと|构想|案)[^。]{0,8}(?:提案|提唱|求め|呼びかけ|示し)?"
    r"|(?:의|를|을)? ?(?:개최|창설|신설|마련)(?:하자고|하자는|를|을|할 것을|해야 한다고)? ?(?:제안|제의|촉구|건의|구상)| (?:आयोजित|आयोजन|बुलाने|स्थापित) (?:\w+ ){0,2}(?:का|की|के) (?:प्रस्ताव|सुझाव|मांग)"
)
_NOUNS_LOUD = "de"  # whose words for a conference have a capital anyway
_STOP = lazily(r"[.;:!?。；：！？\n\x02]")


def any_such(case: Case, place: Found, forum: Forum, own: Resolved | None) -> bool:
    """Whether the full name at `place` speaks of any such meeting; `own`: the edition that it carries itself."""
    if own is not None and own.sort == "year":
        return False
    if text_of(case, place, original=True)[0].isupper() and case.reading.language != _NOUNS_LOUD:
        return False
    any_one = _of_any(case.reading.text, place.start, case.reading.language)
    if not any_one and not _is_proposed(case.reading.text, place.start, place.end):
        return False
    return not backed(case, place, forum, None) and not (any_one and _is_on(case, place, forum))


def _is_on(case: Case, place: Found, forum: Forum) -> bool:
    """Whether the forum is held these days, and the words near the name say that something is: "China abrió una conferencia"."""
    day = case.published.date() if case.published else None
    edition = forum.edition(day.year) if day else None
    if day is None or edition is None or edition.start is None:
        return False
    on = edition.start - A_DAY <= day <= (edition.end or edition.start) + DAYS_AFTER
    return on and case.around.near(HAPPENING, place.start, place.end, CLAUSE) is not None


def _of_any(text: str, start: int, language: str) -> bool:
    """Whether an article of any one stands before the name at `start`."""
    left, of_language = max(0, start - NEAR), _ANY_OF.get(language)
    return bool(_ANY.search(text, left, start) or (of_language and of_language.search(text, left, start)))


def _is_proposed(text: str, start: int, end: int) -> bool:
    """Whether somebody proposes to hold what the name at the folded [start, end) says."""
    if _HELD_BEHIND.match(text, end, end + BEHIND):
        return True
    hold = _TO_HOLD.search(text, max(0, start - CLAUSE // 2), start)
    if hold is None or _STOP.search(text, hold.start(), start):
        return False
    if _IDEA.search(text, max(0, hold.start() - 10), hold.start()):
        return True
    stops = [stop.end() for stop in _STOP.finditer(text, max(0, hold.start() - CLAUSE), hold.start())]
    begins = stops[-1] if stops else max(0, hold.start() - CLAUSE)
    return _PROPOSED.search(text, begins, hold.start() + 1) is not None
