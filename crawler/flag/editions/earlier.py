"""The text behind a forum's name → another edition that a sentence of its own tells without any name: "im Vorjahr hatte der
Gipfel in Jena stattgefunden", "Russia had hosted the ministers in 2024", "la cita anterior había sido en Cancún, en 2016".

Only where the words speak of the same series: a summit of something else, a founding ("first held in 2021") and numbers of
other years ("up from 6,500 in 2024") are no edition. Patterns over folded text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from crawler.flag.editions.each_year import held_each_year
from crawler.flag.editions.event_kinds import kinds_in, may_be
from crawler.flag.editions.own import Resolved
from crawler.flag.editions.told_words import FROM, FROM_AFTER
from crawler.flag.text.numerals import ANY_YEAR, RELATIVES, year_of
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

REACH = 600  # characters behind a name in which a sentence behind its own ends
LONG = 200  # ... that it takes
SHORT = 16  # ... of a sentence that is none: a word of a motto
LATER = 5  # sentences behind a name's that are asked, of which no other forum and no other event of its kind stands before
BESIDE = 32  # ... on either side of a name in which it is called a fair, a forum
KEPT = 16  # names and texts last asked
MAX_PLACES = 6  # names that are asked, from the first on
_UNIT = lazily(r" ?(?:年度?|년|yılından|yılı)?")
STOP = re.compile(r"(?<!\d)[.!?](?=[\s\x02]|$)|[。！？\n]")
_YEAR = lazily(rf"(?<![\d.,])(?:{ANY_YEAR})(?![\d%]|[.,]\d| (?:people|companies|personas|menschen))")
# One of these, and one of those, stand in whatever the expressions below find.
_TIME = lazily(
    r"(?:19|20|25)\d\d|anul |mullu|令和|平成|民国|二[〇零○]|year|jahr|ann[eé]|ann?o|an dernier|an passé|año|год|р[оі]к|rok|lon[ií]|yıl|jaar|år|fjor|vuo|عام|سن|سال|tahun|năm|[年년ปว]|godin|πέρ|χρόν|tavaly|lani|lans?k|lanj|ланс|лањс|торі[кш]|loňs|vlaňaj|roczn|ročn|річн|годн|годишн|godišnj|届|지난해|작년|עבר|שנ|साल|वर्ष|বছর|жыл|yil| il"
)
_SIGN = lazily(
    r"host|held|place|previous|preceding|earlier|vorig|vorher|letzte|préc[ée]d|dernier|anterior|últim|preced|ultim|laatste|förra|forrige|sidste|siste |poprzed|ostatn|предыд|прошл|попередн|předch|minul|önceki|sebelum|سابق|前回|上一?届|지난|직전|stag|online|virtual|gastgeb|stattgef|fand |ausgef|ausricht|accueill|hôte|ten[ue]|lieu|acog|anfitri|celebr|lugar|cita|sido|ocorr|acontec|decorr|llev|sedi|anfitri|realiz|ospit|svol|tenut|gast|gehouden|plaats|värd|vært|vert|hölls|ägde|fand sted|afholdt|avholdt|gospod|odby|gości|hostil|kon[aá]"
    r"|принима|хозя|состоя|про[йш]|господар|відбу|прийма|ev sahip|düzenlen|yapıl|tuan rumah|digelar|berlangsung|diadakan|đăng cai|chủ nhà|diễn ra|tổ chức|开催|开かれ|主办|举行|举办|召开|东道|개최|열렸|열린|เจ้าภาพ|จัด|استضاف|عقد|اقيم"
)
_BEFORE_IT = lazily(
    r"(?<!\w)(?:the (?:previous|preceding) year|the year before|a year (?:earlier|before)|(?:im )?vorjahr|(?:ein )?jahr zuvor|l année (?:précédente|d avant)|un an (?:plus tôt|auparavant)|(?:el )?año (?:anterior|previo)|un año antes|(?:n?o )?ano anterior|um ano antes|(?:l )?anno precedente|un anno prima"
    r"|het jaar (?:ervoor|daarvoor)|een jaar eerder|året (?:innan|før|dessförinnan)|ett år tidigare|et år (?:tidligere|før)|rok wcześniej|poprzednim roku|годом ранее|год назад|предыдущем году|роком раніше|торік|o rok dříve|předchozím roce|(?:bir )?önceki yıl|tahun sebelumnya|setahun sebelumnya|năm trước(?: đó)?|العام السابق|السنه السابقه)(?!\w)|前年は|前年の|전년|前一年|上一年|ปีก่อน(?:หน้า)?"
)
_NOUN = (
    r"(?:(?<!\w)(?:the|that)(?: whole| entire| same| annual)? (?:summit|forum|meeting|conference|show|fair|event|gathering|congress|expo|edition)(?: itself)?|(?<!\w)(?:der|die|das|den)(?: ganze| gesamte)? (?:gipfel|messe|konferenz|tagung|treffen|forum|kongress|veranstaltung|ausgabe)"
    r"|(?<!\w)(?:le|la|l) ?(?:sommet|salon|forum|conférence|réunion|congrès|édition|événement|rendez vous)|(?<!\w)(?:el|la) (?:cumbre|feria|foro|conferencia|reunión|congreso|edición|cita|encuentro|evento|salón)"
    r"|(?<!\w)[oa] (?:cúpula|cimeira|feira|fórum|conferência|reunião|congresso|edição|encontro|evento)|(?<!\w)(?:il|la|l) ?(?:vertice|fiera|forum|conferenza|riunione|congresso|edizione|evento|incontro|salone)|(?<!\w)(?:de|het) (?:top|beurs|forum|conferentie|bijeenkomst|congres|editie)"
    r"|(?<!\w)(?:toppmötet|mässan|forumet|konferensen|mötet|kongressen|evenemanget|topmødet|toppmøtet|messen|konferencen|konferansen|mødet|møtet|arrangementet)|(?<!\w)(?:szczyt|targi|forum|konferencja|spotkanie|kongres|саммит|форум|выставка|конференция|встреча|саміт|виставка|конференція|зустріч|fórum|summit|veletrh|konference)"
    r"|(?<!\w)(?:zirve|fuar|forum|konferans|toplantı)|(?<!\w)(?:ktt|forum|konferensi|pertemuan|pameran) (?:itu|ini|tersebut)|(?<!\w)(?:hội nghị|diễn đàn|hội chợ|triển lãm)|(?:(?<!\w)|(?<=[年届该本此])|(?<=[年回度]の))(?:(?:サミット|大会|会议|フォーラム|见本市)(?=[はが])|大会|峰会|论坛|展会|博览会)|(?:(?<!\w.)|(?<=[,.년해에엔번] ))(?:서밋|정상회의|포럼|회의|전시회|박람회|행사)[는은가이]"
    r"|(?:การประชุม|เวที)|(?<!\w)(?:القمه|المنتدي|المؤتمر|الاجتماع|المعرض))"
)
QUALIFIED = r"(?! (?:of|for|on|der|des|zur|zum|zu|für|von|du|de|d|des|sur|pour|del|para|sobre|contra|da|do|das|dos|di|della|dei|per|sul|van|voor|over|om|för|av|af|til|по|про|з|о|dla|w sprawie|pro|o|für|internazionale|tentang|untuk|về|حول|بشان)(?!\w))"
_HELD = (
    r"(?:(?<!\w)(?:(?:was|were|had been|has been) (?:held|staged|called off|cancelled|canceled)|(?:took|had taken) place|(?:went|moved) (?:\w+ )?(?:online|virtual)|returned|(?:hatte|hat) (?:\w+ ){0,4}stattgefunden|fand (?:\w+ ){0,4}statt|fiel (?:\w+ )?aus|war (?:\w+ )?ausgefallen"
    r"|s (?:était|est) tenue?|(?:avait|a) eu lieu|s est déroulée?|se (?:había celebrado|celebró)|(?:había sido|fue) en|(?:había tenido|tuvo) lugar|se (?:había realizado|realizó|llevó a cabo|había llevado a cabo)(?= en(?!\w))|(?:foi|fora|tinha sido|havia sido) (?:em|n[oa]|realizad[oa])|realizou se|teve lugar|(?:havia|tinha) (?:ocorrido|acontecido|decorrido|tido lugar|se realizado)|(?:ocorreu|aconteceu|decorreu)(?= (?:em|n[oa])(?!\w))|(?:si è|si era) (?:tenut|svolt)[oa]|ebbe luogo|(?:werd|was) (?:\w+ ){0,4}gehouden|vond (?:\w+ ){0,4}plaats|hölls|ägde rum|fandt sted|fant sted|(?:blev|ble) (?:afholdt|avholdt|holdt)"
    r"|odbył[aoy]? się|состоял(?:ся|ась|ись)|прош(?:ел|ла|ли)|відбу(?:вся|лася|лися)|пройш(?:ов|ла)|se (?:konal|konala|konalo)|(?:konal|konala|konalo) se|düzenlenmişti|yapılmıştı|düzenlendi|yapıldı|(?:digelar|berlangsung|diadakan) di|(?:đã )?(?:diễn ra|được tổ chức))(?!\w)|[がは][^。]{0,16}(?:开かれ|で开催され)た?|(?:在|于)[^。，]{1,10}(?:举行|举办|召开)|[^.]{0,16}(?:열렸|개최됐|개최되었)|จัด(?:ขึ้น)?ที่|عقدت? في|اقيمت? في)"
)
# What may stand between the noun and its verb; not "forum petani digelar", "targi książki odbyły się": a forum of farmers.
_GAP = r"(?: (?:in|im|en|em|na|nel|w|we|v|ve|в|у|на|i|på|op|te|di|pada|tại|ở|vào|في|itself|also|again|already|last|auch|wieder|schon|noch|encore|également|déjà|también|ya|também|já|anche|già|ook|också|også|też|также|уже|також|také|juga|cũng|itu|ini|tersebut|này|đó|el|l|geçen|bu|في)(?: [^.,;:!?。，；]{0,30}?)?| (?:[^\W\d_]+ ){1,2}[dt][ae]| [^\W\d_]+[dt][ae])? ?"
_NOUN_HELD = lazily(
    rf"{_NOUN}{QUALIFIED}{_GAP}{_HELD}|{_HELD} {_NOUN}{QUALIFIED}(?=[.,;]| (?:in|en|em|à|a|w|в|у|na|i|på|di)(?!\w)|$)"
)
_VERB_FIRST = lazily(
    rf"(?<!\w)(?:(?:hatte|hat|fand|fiel|avait) {_NOUN}{QUALIFIED}{_GAP} ?(?:stattgefunden|statt|aus|eu lieu)|(?:werd|wurde|blev|ble) {_NOUN}{QUALIFIED}{_GAP} ?(?:gehouden|abgehalten|ausgerichtet|veranstaltet|afholdt|avholdt|holdt)"
    rf"|(?:se celebró|tuvo lugar|hölls|se konal[ao]?) {_NOUN}{QUALIFIED}|ägde {_NOUN}{QUALIFIED} rum|fan[dt]t? {_NOUN}{QUALIFIED} sted|se {_NOUN}{QUALIFIED} konal[ao]?)(?!\w)"
)
_IT = r"(?:the (?:summit|forum|meeting|conference|event|gathering|congress|talks|ministers)|it(?!\w)|den gipfel|die (?:konferenz|tagung|minister)|das (?:treffen|forum)|le (?:sommet|forum)|la (?:conférence|réunion|cumbre|conferencia|reunión|cimeira|cúpula|conferência|reunião|conferenza|riunione)|les ministres|el (?:foro|encuentro)|los ministros|o (?:fórum|encontro)|os ministros|il (?:vertice|forum)|i ministri|de (?:top|conferentie|ministers)|саммит|форум|конференцию|саміт|szczyt|forum|konferencję|summit|fórum|konferenci|大会|峰会|论坛)"
_HOST = lazily(
    rf"(?<!\w)(?:hosted|had hosted|staged) {_IT}|(?<!\w)(?:(?:war|hatte) (?:[^\W\d_]+ ){{1,4}}(?:gastgeber(?:in)?|gastgeberland)|var (?:[^\W\d_]+ ){{1,3}}(?:vertskap|vertsland|värd|värdland|vært|værtsland)|(?:était|fut) (?:[^\W\d_]+ ){{0,3}}(?:l hôte|hôte)|(?:fue|había sido) (?:[^\W\d_]+ ){{0,3}}(?:anfitri[oó]n|anfitriona|la sede|sede)|(?:foi|fora) (?:[^\W\d_]+ ){{0,3}}(?:o anfitrião|a anfitriã|anfitrião|a sede|sede)"
    rf"|was (?:[^\W\d_]+ ){{1,3}}gastheer|(?:was|were) (?:the )?hosts?|był[ay]? (?:[^\W\d_]+ ){{0,3}}gospodarz\w*|хозя(?:ином|йкой) был[аи]?|господарем бу[вл]а?|hostil[ao]? {_IT}|(?:ha|aveva) ospitato {_IT}|accueilli {_IT}|(?:acogió|albergó) {_IT}|(?:sediou|acolheu|recebeu) {_IT}|принимал[аи]? {_IT}|gościł[ay]? {_IT}|ev sahipliği yap\w+|menjadi tuan rumah|đăng cai|là nước chủ nhà|استضافت? (?:القمه|المنتدي|المؤتمر|الاجتماع))"
    rf"(?! (?:for|för|der|des|von|of|de|du|del|da|di|van|dla|для|för|til|cho|bagi) )(?!\w)|(?:东道主|主办国|主办地)是|由[^。，]{{2,8}}主办|开催国は|개최국은|เป็นเจ้าภาพ"
)
# The one before, of the same kind, and a year with it.
_PREVIOUS = lazily(
    r"(?<!\w)(?:(?:the|its) (?:previous|last|preceding|earlier) (?:summit|forum|meeting|conference|show|fair|event|gathering|congress|expo|edition|one)|(?:der|die|das) (?:vorige|vorherige|letzte|vorangegangene) (?:gipfel|messe|konferenz|tagung|treffen|forum|kongress|ausgabe)|(?:le|la|l) ?(?:sommet|salon|forum|conférence|réunion|congrès|édition) (?:précédente?|antérieure?)|l(?:e|a) (?:précédente?|dernière?) (?:sommet|salon|forum|conférence|réunion|congrès|édition)"
    r"|(?:el|la) (?:cumbre|feria|foro|conferencia|reunión|congreso|edición|cita|encuentro) (?:anterior|previ[oa])|(?:el|la) (?:anterior|últim[oa]) (?:cumbre|feria|foro|conferencia|reunión|congreso|edición|cita|encuentro)|[oa] (?:cúpula|cimeira|feira|fórum|conferência|reunião|congresso|edição|encontro) anterior|[oa] (?:últim[oa]|anterior) (?:cúpula|cimeira|feira|fórum|conferência|reunião|congresso|edição|encontro)"
    r"|(?:il|la|l) ?(?:vertice|fiera|forum|conferenza|riunione|congresso|edizione|incontro) precedente|(?:la|l|il) ?(?:precedente|ultim[oa]) (?:vertice|fiera|forum|conferenza|riunione|congresso|edizione|incontro)|de (?:vorige|laatste) (?:top|beurs|conferentie|bijeenkomst|editie)|(?:förra|det förra|den förra) (?:toppmötet|mässan|konferensen|mötet)|(?:forrige|det forrige|den forrige|sidste|siste) (?:topmøde|toppmøte|messe|konference|konferanse|møde|møte)"
    r"|(?:poprzedni|poprzednia|poprzednie|ostatni|ostatnia) (?:szczyt|targi|forum|konferencja|spotkanie|kongres|edycja)|(?:предыдущ|прошл)\w+ (?:саммит|форум|выставка|конференция|встреча)|попередн\w+ (?:саміт|форум|виставка|конференція|зустріч)|(?:předchozí|minul[ýáé]) (?:summit|fórum|veletrh|konference|setkání)|(?:bir )?önceki (?:zirve|fuar|forum|konferans|toplantı)"
    rf"|(?:pertemuan|forum|konferensi|ktt) sebelumnya|(?:القمه|المنتدي|المؤتمر|الاجتماع|المعرض) السابقه?){QUALIFIED}(?!\w)|前回の?(?:サミット|大会|会议|フォーラム|见本市)?は|上一?届(?:大会|峰会|论坛|会议|展会)?(?:在|于|是)|(?:지난|직전) (?:서밋|정상회의|포럼|회의|행사|대회)[는은]"
)
# Within a sentence, what has a name: a capital, or a figure; where letters have no capitals, anything may.
_NAMED = lazily(r"(?<=[^.!?。\s] )(?:[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄΑ-Ω]|\d)")
# ... and what meets or is played every few years though no word for an event stands by it.
_OTHERS = lazily(
    r"(?<!\w)(?:g ?7|g ?20|cop ?\d\d|nato|brics|asean|apec|opec|(?:world )?cup|championships?|games|tournament|contest|festival\w*|marathon\w*|olymp\w+|olimp\w+|\w*meisterschaft\w*|\w*turnier\w*|spiele|\w*mesterskap\w*|\w*mästerskap\w*|vm|wm|coupe|championnat\w*|tournoi\w*|jeux|mundial|copa|campeonato|torneo|torneio|juegos|jogos|campionat\w*|giochi|europe[io]"
    r"|чемпионат\w*|куб(?:ок|к)\w*|турнир\w*|фестивал\w*|чемпіонат\w*|турнір\w*|mistrzostw\w*|puchar\w*|turniej\w*|mistrovstv\w*|majstrovstv\w*|pohár\w*|turnaj\w*|kupa\w*|turnuva\w*|şampiyona\w*|olimpiyat\w*|piala|kejuaraan|giải|cúp|كاس|بطول\w*|اولمبي\w*)(?!\w)|世界杯|奥运|锦标赛|ワールドカップ|五轮|选手权|월드컵|올림픽|선수권|โอลิมปิก|ฟุตบอลโลก"
)
_CASED = lazily(r"[a-zà-öø-ÿа-яα-ω]")
_FIRST = lazily(
    r"(?<!\w)(?:first|inaugural|founded|since|erst(?:e[nrsm]?|mals)|gegründet|seit|première?|pour la première|depuis|fondée?|primer[ao]?|por primera|desde|primeir[ao]|prim[ao]|perwsz\w+|pierwsz\w+|перв\w+|впервые|перш\w+|вперше|prvn\w+|poprvé|första|første|ilk|pertama|lần đầu|اول)(?!\w)|首|第[一1]|初|처음|첫|ครั้งแรก"
)

# The first of the series, and how many it drew; not "the first edition of the guide sold 45,000 copies".
_FIRST_ONE = lazily(
    rf"(?<!\w)(?:(?:its|the) (?:first|inaugural|debut) (?:edition|event|fair|show|summit|conference)|(?:der|die|das|zur|bei der|zum) (?:erste[nr]?|premiere) (?:ausgabe|auflage|messe|gipfel|konferenz)?|(?:sa|la|cette) première (?:édition|fois)|(?:su|la) primera edición|(?:[as]ua|a|na) primeira edição|(?:la|sua|alla sua|nella) prima edizione|de eerste editie|(?:första|første) (?:upplagan|udgave|utgaven)"
    rf"|pierwsz\w+ edycj\w+|prvn\w+ ročník\w*|перв\w+ (?:форум|саммит|выставк|конференци)\w*|перш\w+ (?:форум|саміт|виставк|конференці)\w*|ilk (?:fuar|zirve|konferans)\w*|ensimmäise\w+ tapahtuma\w*){QUALIFIED}(?!\w)|首届(?:大会|峰会|论坛|展会|博览会)|第1回(?:大会|は|には)|(?:제1회|첫) (?:행사|대회|포럼|전시회|박람회)"
)
DREW = lazily(
    r"drew|attract|welcom|brought|gathered|visitors|attendees|exhibitors|zog|zähl|lockt|kamen|besucher|accueilli|attiré|reçu|réuni|visiteurs|curieux|atra[jí]|reuni|recib|visitantes|receb|atrai|accol|attir|visitatori|trok|bezoekers|lockade|besökare|trak|besøgende|привлек|собрал|посетител|залучи|зібра|odwiedz|zgromadzi|přilák|ziyaretçi|kävijä|吸引|集め|来场|관람객|참가|모였|观众|参会"
)
_COUNTED = lazily(
    r"(?<![\d.,])[1-9]\d{0,2}(?:[.,  ]?\d{3})+|(?<!\d)[1-9]\d\d(?!\d)|[1-9]\d*(?:\.\d)?(?: mil | tys| тыс|万|만)"
)

# of a text, the sentence, the name's place before it, the forum and the page's date
ToldIn = Callable[[Reading, tuple[int, int], tuple[int, int], Forum, datetime], Resolved | None]


def earlier_editions(
    reading: Reading,
    places: Sequence[tuple[int, int]],
    others: Sequence[tuple[int, int]],
    forum: Forum,
    published: datetime | None,
) -> Iterator[Resolved]:
    """Editions that are over and that sentences behind the folded `places` of a name tell in words of the series.

    `others`: where other forums stand: what follows them may be theirs.
    """
    yield from told_behind(reading, places, others, forum, published, _told_in, (REACH, LATER))


def told_behind(
    reading: Reading,
    places: Sequence[tuple[int, int]],
    others: Sequence[tuple[int, int]],
    forum: Forum,
    published: datetime | None,
    told_in: ToldIn,
    within: tuple[int, int],
) -> Iterator[Resolved]:
    """What `told_in` finds first behind each of the `places` of a name, `within` so many characters and sentences."""
    if published is None:
        return
    for place in places[:MAX_PLACES]:
        names = (start for start, _ in (*places, *others) if start >= place[1])
        behind = sentences_behind(reading.text, place[1], min(names, default=len(reading.text)), *within)
        found = (told_in(reading, sentence, place, forum, published) for sentence in behind)
        if told := next(filter(None, found), None):
            yield told


@lru_cache(maxsize=KEPT)
def sentences_behind(text: str, end: int, upto: int, reach: int, most: int) -> tuple[tuple[int, int], ...]:
    """The next `most` sentences behind that of the name which ends at the folded `end`, that end within `reach` characters and
    before `upto`, the next name, where any of them tells a time; each kind of other edition asks for them anew.
    """
    return tuple(_sentences_behind(text, end, min(upto + 1, end + reach), most))


def _sentences_behind(text: str, end: int, reach: int, most: int) -> Iterator[tuple[int, int]]:
    stop = STOP.search(text, end, reach)
    if stop is None or not _TIME.search(text, stop.end(), reach):
        return
    while most > 0:
        first = stop.end()
        stop = STOP.search(text, first, min(reach, first + LONG))
        if stop is None:
            if reach > len(text) or first + LONG < reach:
                yield first, min(len(text), first + LONG)
            return
        yield first, stop.start()
        most -= stop.start() - first >= SHORT  # "Innovativ. Souverän. International." is one


def _told_in(
    reading: Reading, sentence: tuple[int, int], place: tuple[int, int], forum: Forum, published: datetime
) -> Resolved | None:
    """The edition that is over which the folded `sentence` tells of the series, named at `place` in one before."""
    text, (first, last) = reading.text, sentence
    if not _TIME.search(text, first, last):
        return None
    if began := _first_one(reading, sentence, place, forum, published):
        return began
    if not _SIGN.search(text, first, last):
        return None
    told = _year_in(
        text, first, last, forum, published
    )  # what says that it was held is asked last: it costs most
    if told is None:
        return None
    previous = _PREVIOUS.search(text, first, last)
    host = None if forum.host else _HOST.search(text, first, last)
    held = _NOUN_HELD.search(text, first, last) or _VERB_FIRST.search(text, first, last)
    said = previous or host or held
    if said is None or (not previous and _FIRST.search(text, first, last)):
        return None
    if another_is_named(reading, place[1], first, said):
        return None
    beside = text[max(0, place[0] - BESIDE) : min(first, place[1] + BESIDE)]
    return told if may_be(forum, said.group(), beside, text[place[1] : first]) else None


def _first_one(
    reading: Reading, sentence: tuple[int, int], place: tuple[int, int], forum: Forum, published: datetime
) -> Resolved | None:
    """The first edition, where the sentence tells its known year and how many it drew; that it was founded then is not enough."""
    text, (first, last) = reading.text, sentence
    one = forum.year_of(1)
    said = _FIRST_ONE.search(text, first, last) if one else None
    if said is None or not DREW.search(text, first, last):
        return None
    told = _year_in(text, first, last, forum, published)
    if told is None or told.year != one or another_is_named(reading, place[1], first, said):
        return None
    counted = (match.span() for match in _COUNTED.finditer(text, first, last))
    return told if any(end <= told.start or start >= told.end for start, end in counted) else None


def _year_in(text: str, first: int, last: int, forum: Forum, published: datetime) -> Resolved | None:
    """The year that is over which the folded sentence [first, last) tells, where it tells one alone."""
    years = {year_of(match.group()): match.span() for match in _YEAR.finditer(text, first, last)}
    if len(years) > 1:
        return None
    for year, span in years.items():
        if _from_then(text, *span):
            return None
        over = year is not None and year < published.year
        return Resolved(year, *span, "earlier") if year and over and forum.possible(year, year) else None
    shift, words = next((shift, words) for shift, words in RELATIVES if shift == -1)
    match = words.search(text, first, last) or _BEFORE_IT.search(text, first, last)
    year = published.year + shift
    if match is None or _from_then(text, *match.span()) or not forum.possible(year, year):
        return None
    return Resolved(year, *match.span(), "earlier")


def another_is_named(reading: Reading, end: int, first: int, said: re.Match[str]) -> bool:
    """Whether what stands between the sentence of a name which ends at `end` and what is `said`, in the one that begins at
    `first`, names something of which that may tell: "The skiers go to the VM in March. Last year Finland was the host".
    """
    stop = STOP.search(reading.text, end, first)
    if stop is None or others_between(reading.text, end, said.start()):
        return stop is not None
    if stop.end() >= first or kinds_in(said.group()):
        return False
    between = reading.quote(stop.end(), first)
    return _NAMED.search(between) is not None or not _CASED.search(between)


def others_between(text: str, end: int, start: int) -> bool:
    """Whether behind the sentence of a name which ends at `end` anything is named that meets or is played every few years."""
    stop = STOP.search(text, end, start)
    return stop is not None and _OTHERS.search(text, stop.end(), start) is not None


def _from_then(text: str, start: int, end: int) -> bool:
    """Whether the words for a year in the folded [start, end) tell since when, or until when: "大会は2014年から毎年开かれ"."""
    unit = _UNIT.match(text, end)
    after = FROM_AFTER.match(text, unit.end() if unit else end)
    return bool(after or FROM.search(text, max(0, start - 20), start)) or held_each_year(text, start, end)
