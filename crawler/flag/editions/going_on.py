"""The day of publication → the edition that is going on, just over or about to open, where the text speaks of an event."""

from __future__ import annotations

from datetime import datetime, timedelta

from crawler.flag.editions.event_kinds import may_be
from crawler.flag.editions.own import Resolved
from crawler.flag.editions.told_words import STOP, one_sentence
from crawler.flag.names.called_off import OBJECT
from crawler.flag.names.context import EVENT, FUTURE_SIGN, HAPPENING, LAST_MONTH, NOW, OCCASION, Around
from crawler.flag.roles.again import AGAIN
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

_IN = lazily(r" (?:in|à|a|en|em|de|di|w|we|v|ve|в|у|i|te|u|στο|tại|ở|في|در) $")  # before the city of a name
# Between "opened" and "Thursday".
_ON = lazily(r" (?:(?:on|am|le|el|il|op|på|w|we|v|ve|в|во|у|na|pada(?: hari)?|vào|يوم|last|this|ce) )?")
# Right behind the day of a clause whose subject opened: what it opened, not where or for whom.
_WHAT = lazily(
    r" (?!(?:in|at|with|for|to|and|after|before|under|near|amid|as|on|by|since|despite|without|morning|evening|afternoon|night|im|in|mit|für|und|bei|auf|am|unter|vor|nach|zum|zur|ihre|seine|à|au|aux|avec|pour|dans|sur|en|et|sous|matin|soir|con|para|por|y|bajo|com|em|e|no|na|sob|al|alla|nel|per|met|voor|op|te|i|med|för|på|og|och|w|we|z|na|v|ve|s|в|с|на|и|у|під|ở|tại|với|di|dengan|في|بمشاركه)(?!\w))[^\W\d_]{2,}"
)
# Between a day of this week and a name: that somebody is there.
_THERE = lazily(
    r",? (?:for|at|during|auf|bei|beim|zum|zur|au|aux|à|lors d|lors du|lors de la|pour|en|durante|para|no|na|alla?|per|op|bij|tijdens|voor|på|vid|ved|w|na|podczas|на|во время|під час|у|ve?|v rámci|la|στο|στη|στην|di|pada|dalam|tại|ở|في|خلال)"
    r"(?: (?:the|der|dem|den|die|das|la|le|l|el|los|las|o|a|il|lo|de|het|del|della|its|their|annual|first|second|third|fourth|\d{1,2}(?:st|nd|rd|th|º|ª|e|ème)?|yearly|this year s|inaugural))* "
)
# ... of the week before or of no week, and what is another thing's of that name.
_NOT_THEN = lazily(
    r"(?<!\w)(?:until|since|every|each|by|from|seit|bis|jeden|depuis|chaque|desde|cada|hasta|dal|ogni|с|каждый|every other) ?$"
)
_OF_OTHERS = lazily(
    r"(?: s)? (?:offices?|headquarters|secretariat|committee|board|website|büro|bureau|siège|sede|oficina|штаб)"
)
# ... and what happens long before a fair is held: its tickets are sold, its host is chosen.
_LONG_BEFORE = lazily(
    r"(?<!\w)(?:tickets?|registrations?|sign ?ups?|applications?|sale|bids?|bidding|call|deadline|named|chosen|picked|appointed|selected|designated|elected|tapped|hired|vorverkauf|anmeldung|bewerbung|frühbucher|akkreditierung|billetterie|billets?|inscriptions?|candidature|accréditation|choisie?|désignée?|entradas?|inscrip[cç]\w+|candidatura|plazo|elegid[oa]|bilhetes?|ingressos?|credencia\w+|escolhid[oa]|bigliett[oi]|iscrizion\w|prevendita|scelt[oa]"
    r"|kaartverkoop|inschrijving|gekozen|билет\w*|регистрац\w+|заявк\w+|аккредитац\w+|квитк\w+|реєстрац\w+|bilet\w*|rejestrac\w+|zgłosze\w+|vstupen\w+|registrac\w+|vabljen\w+|ulaznic\w+|prijav\w+|улазниц\w+|пријав\w+|biljett\w*|anmäl\w+|billet\w*|tilmeld\w+|påmeld\w+|liput|ilmoittaut\w+|jegy\w*|regisztr\w+|înscrier\w+|bilete\w*|εισιτήρι\w+|εγγραφ\w+|kayıt\w*|bilet\w*|başvuru\w*|tiket|pendaftaran|bán vé|đăng ký|(?:ال)?(?:تذاكر|تسجيل)|כרטיס\w*|הרשמה)(?!\w)"
)
BOOKED = 60  # characters before such a day in which that is told
NEAR = 240  # characters from a name in which something says that it takes place
CLAUSE = 60  # ... that it did so last month
BEFORE_START = timedelta(days=60)  # news of an edition to come
AROUND_DATES = timedelta(days=12)  # news of an edition going on or just over
HEAD, GAP = 40, 16  # ... behind which a sentence speaks of the fair again; in which a verb and its day follow
THERE = 40  # ... in which a day before a name is followed by nothing but where
MONTH = timedelta(days=30)


def is_on(reading: Reading, place: tuple[int, int], forum: Forum, around: Around) -> bool:
    """Whether the sentence of the name at the folded `place`, below the title, says that it takes place, or where.

    "CES in Las Vegas" is a name, too, and says where; "MWC Barcelona" is what the fair is called.
    """
    signs = (NOW, HAPPENING, *(("city", city) for city in forum.cities))
    if place[0] < reading.body:
        return False
    return _says_where(reading.text, place, forum, around) or any(
        one_sentence(reading.text, place, sign)
        for kind in signs
        for sign in around.each(kind, *place, CLAUSE)
    )


def _says_where(text: str, place: tuple[int, int], forum: Forum, around: Around) -> bool:
    cities = (span for city in forum.cities for span in around.places.get(("city", city), ()))
    return any(
        start >= place[0] and end <= place[1] and _IN.search(text, place[0], start) for start, end in cities
    )


def edition_on(
    places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    """The edition that is going on, or about to, when the article appears; one early in January is news in December."""
    if published is None or not places:
        return None
    near = (published.year, published.year + 1, published.year - 1)
    dated = [year for year in near if year == published.year or _dated(forum, year)]
    possible = (year for year in dated if forum.possible(year, year))
    found = (_on_page(places, forum, around, published, year) for year in possible)
    return next((edition for edition in found if edition), None)


def _dated(forum: Forum, year: int) -> bool:
    edition = forum.edition(year)
    return edition is not None and edition.start is not None


def _on_page(
    places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime, year: int
) -> Resolved | None:
    """The edition of `year`, where an article of that day speaks of it though no word says so."""
    start, end = places[0]
    signs = (EVENT, OCCASION, NOW, HAPPENING, LAST_MONTH)
    happens = (
        any(around.near(sign, *place, NEAR) for place in places[:3] for sign in signs)
        or any(
            around.near(("city", city), first, first, NEAR)  # beside the name or in it: "MWC in Barcelona"
            for first, _ in places[:3]
            for city in forum.cities
        )
    )
    ahead = any(around.near(FUTURE_SIGN, *place, NEAR) for place in places[:3])
    ago = any(around.near(LAST_MONTH, *place, CLAUSE) for place in places[:3])
    day = published.date() - MONTH * ago
    edition = forum.edition(year)
    if edition and edition.start:
        lead = BEFORE_START if ahead else AROUND_DATES
        inside = edition.start - lead <= day <= (edition.end or edition.start) + AROUND_DATES * (1 + ago)
        happens = happens or edition.start <= day <= (edition.end or edition.start) + AROUND_DATES / 4
    else:
        inside = day.month in forum.months
    return Resolved(year, start, end, "page") if inside and happens else None


def edition_opened(
    reading: Reading, places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    """The edition of the year of publication, though its days were thought to be others: where somebody is there this week,
    "met on Tuesday for the ... Forum", or the name's sentence or the next one, of the fair, says on which day of this week
    it opened or ends, "... Expo. The four-day fair opened on Thursday".
    """
    if published is None or not forum.possible(published.year, published.year):
        return None
    known, text = forum.edition(published.year), reading.text
    for place in places[:3]:
        if there := _there_today(text, place, around):
            return Resolved(published.year, *there, "relative")
    if known is None or known.start is None or known.start <= published.date():
        return None  # that of the year is over; of one whose days nobody knows, another may be meant
    for place in places[:3]:
        stop = STOP.search(text, place[1], place[1] + NEAR)
        again = AGAIN.search(text, stop.end(), stop.end() + HEAD) if stop else None
        fair = again if stop and again and text[stop.end() : again.start()].isspace() else None
        meant = fair and may_be(forum, fair.group(), text[slice(*place)], text[place[1] : fair.start()])
        for name in (place, fair.span() if fair and meant else None):
            if name and (told := _opened(text, name, around)):
                return Resolved(published.year, *told, "relative")
    return None


def _there_today(text: str, name: tuple[int, int], around: Around) -> tuple[int, int] | None:
    """Where a day of this week stands before a name, and nothing but that somebody is there between: "met this week for the"."""
    if _OF_OTHERS.match(text, name[1]):
        return None
    for begin, end in around.each(NOW, *name, THERE):
        if (
            end <= name[0]
            and _THERE.fullmatch(text, end, name[0])
            and not _NOT_THEN.search(text, max(0, begin - GAP), begin)
            and not _LONG_BEFORE.search(text, max(0, begin - BOOKED), begin)
        ):
            return begin, end
    return None


def _opened(text: str, name: tuple[int, int], around: Around) -> tuple[int, int] | None:
    """Where the words right behind a name say that it opened, and on which day of this week."""
    for first, last in around.each(HAPPENING, *name, GAP):
        if first < name[1] or OBJECT.match(text, last) or not text[name[1] : first].isspace():
            continue
        for begin, end in around.each(NOW, first, last, GAP):
            if begin >= last and _ON.fullmatch(text, last, begin) and not _WHAT.match(text, end):
                return first, end
    return None
