"""The text behind a forum's name → another edition that a sentence of its own names by its year: "at last year's edition a third of
visitors queued", "last year 120 firms were at the fair", "the 2027 edition", "на конференции прошлого года", "Forum del 2025".

Only where the words speak of the same series: a summit of something else, another year's magazine, guide or prize is none of the
forum's, nor is a number of another year ("up from 6,500 in 2024"). Patterns over folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from crawler.flag.editions.earlier import (
    BESIDE,
    DREW,
    LATER,
    LONG,
    QUALIFIED,
    REACH,
    STOP,
    another_is_named,
    others_between,
    told_behind,
)
from crawler.flag.editions.event_kinds import kinds_in, may_be
from crawler.flag.editions.own import Resolved, latest_year
from crawler.flag.text.numerals import RELATIVES, year_of
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

_Y = r"(?:19|20)\d\d(?!\d|[.,]\d|%)"
_EN = r"(?:edition|event|summit|forum|conference|show|fair|gathering|congress|expo)(?! (?:season|floor|room|business)(?!\w))"
_DE = r"(?:ausgabe|auflage|gipfel|messe|konferenz|tagung|forum|forums|kongress|veranstaltung)"
_FR = r"(?:édition|sommet|salon|forum|conférence|congrès)"
_ES = r"(?:edición|cumbre|feria|foro|conferencia|congreso|cita)"
_PT = r"(?:edição|cúpula|cimeira|feira|fórum|conferência|congresso)"
_IT = r"(?:edizione|vertice|fiera|forum|conferenza|congresso)"
_NL = r"(?:editie|top|beurs|forum|conferentie|congres)"
_NORDIC = r"(?:upplagan?|toppmöte|mässa|konferens|kongress|udgave|topmøde|toppmøte|messe|konference|konferanse|utgave)"
_THE_NORDIC = r"(?:upplagan|toppmötet|mässan|konferensen|forumet|udgaven|topmødet|toppmøtet|messen|konferencen|konferansen|utgaven)"
_PL = r"(?:edycj|szczy[tc]|targ|forum|konferencj|kongres)\w{0,3}"
_CS = r"(?:ročník|summit|samit|veletr[hz]|veľtr[hž]|konferenc|fór|kongres)\w{0,3}"
_RU = r"(?:саммит|форум|выставк|конференци|конгресс|саміт|вистав[кц]|конференці|конгрес)\w{0,3}"
_BALKAN = r"(?:sajam|sajm|sejm|sejem|konferencij|konferenc|forum|samit|izdanj|izdaj|сајам|сајм|конференциј|конференци|форум|самит|издањ|издани)\w{0,3}"
# Behind a Slavic word for an event: the sentence ends or its verb follows, not of what it was: "targach książki".
_ALONE = r"(?= ?(?:[.,;:!?)\n]|$)| \w{1,3}(?!\w)| \w+(?:ł|[łl][aoyi]|li|л|л[аои]|с[яь]|[аяиеу]в|l|o)(?!\w))"
_HAN = r"(?:大会|论坛|峰会|展会|博览会|会议)(?![室员厅纪程社场])"
_KANA = r"(?:大会|会议|フォーラム|サミット|展示会|见本市)(?![室员费录社场])"
_HANGUL = r"(?:행사|대회|포럼|서밋|회의|전시회|박람회)(?![장론실록적])"
_ARABIC = r"(?:ال)?(?:نسخه|دوره|قمه|منتدي|مؤتمر|معرض)"
_OF_A_YEAR = lazily(
    rf"(?<!\w)(?:(?:last|the previous|the preceding) year s {_EN}{QUALIFIED}|the {_Y} {_EN}{QUALIFIED}|the {_EN} (?:(?:of |held )?last year(?! s)|(?:of|in) {_Y})"
    rf"|(?:der|die|das|den|dem|des|zur|zum|beim) (?:(?:vor)?vorjahres ?{_DE}|(?:letzt|vor)jährige[nrsm]? {_DE}|{_DE} (?:des (?:vor|letzten |vergangenen )jahres|vom (?:vorjahr|letzten jahr|vergangenen jahr)|(?:von |im jahr )?{_Y}))"
    rf"|(?:le|la|l|du|au|à la|à l) ?{_FR} (?:de l an (?:dernier|passé)|de l année (?:dernière|passée)|(?:de )?{_Y})|(?:el|la|del|al) {_ES} (?:del año pasado|(?:del? )?{_Y})"
    rf"|(?:[oa]|[dn][oa]|ao|à) {_PT} (?:do ano passado|(?:de )?{_Y})|(?:il|la|l|(?:d|n|a|su|da)(?:el|al|l|ella|alla|ell|all|ulla|ul)) ?{_IT} (?:dell anno (?:scorso|passato)|dello scorso anno|(?:del )?{_Y})"
    rf"|(?:de|het) {_NL} (?:van )?(?:vorig jaar|{_Y})|(?:förra årets|fjolårets|sidste års|fjorårets|forrige års) {_NORDIC}|{_THE_NORDIC} (?:i fjol|i fjor|sidste år|förra året|{_Y})"
    rf"|(?:viime vuoden|vuoden {_Y}) (?:tapahtuma|konferenssi|huippukokou|messu|foorumi)\w*|(?:ubiegłoroczn|zeszłoroczn)\w+ {_PL}{_ALONE}|{_PL} (?:z (?:zeszłego|ubiegłego) roku|z {_Y})"
    rf"|(?:loňsk|vlaňajš|minuloročn)\w+ {_CS}{_ALONE}|прошлогодн\w+ {_RU}{_ALONE}|{_RU} (?:прошлого года|{_Y} года)|(?:торішн|минулорічн)\w+ {_RU}{_ALONE}|{_RU} (?:минулого року|{_Y} року)|(?:prošlogodišnj|lanjsk|lansk|прошлогодишњ|ланск|миналогодишн|лањск)\w+ {_BALKAN}{_ALONE}"
    rf"|(?:ediția|târgul|conferința|forumul|summitul) (?:de )?(?:anul trecut|din {_Y})|tavalyi (?:kiállítás|vásár|konferenci|fórum|csúcs|rendezvény)\w*|(?:περσιν|περυσιν)\w+ (?:[εέ]κθ[εέ]σ|δι[αά]σκ[εέ]ψ|συν[εέ]δρ[ιί]|φόρουμ|σ[υύ]ν[οό]δ|διοργάνωσ)\w*"
    rf"|(?:(?:geçen|geçtiğimiz) yılki|{_Y} (?:yılındaki|yılı)) (?:fuar|zirve|forum|konferans|etkinlik|kongre)\w*|(?:pameran|konferensi|forum|ktt|edisi|persidangan) (?:pada )?tahun (?:lalu|lepas|{_Y})|(?:hội nghị|diễn đàn|hội chợ|triển lãm|kỳ) năm (?:ngoái|trước|{_Y})"
    rf"|{_ARABIC} (?:العام (?:الماضي|السابق|الفائت)|(?:عام )?{_Y})|(?:ב|ה)(?:כנס|תערוכה|ועידה|וועידה|פסגה) (?:של (?:ה?שנה שעברה|{_Y})|בשנה שעברה|אשתקד)|(?:نمايشگاه|همايش|اجلاس|كنفرانس|دوره) (?:سال (?:گذشته|قبل)|پارسال)|पिछले (?:साल|वर्ष) के (?:सम्मेलन|मंच|मेले))(?!\w)"
    rf"|(?:(?<![^，。；、：！？\s\x02在于与比较从自和])(?:去年|上一?年|{_Y}年))的?{_HAN}|{_Y}届(?:的?{_HAN})?|(?:昨年|去年|前年|{_Y}年)の(?:同?{_KANA}|同(?:イベント|展|博|祭典|催し))|(?:지난해|작년|{_Y}년) ?{_HANGUL}|(?:งาน|การประชุม|เวที)(?:เมื่อ)?ปี(?:ที่แล้ว|ก่อน|ที่ผ่านมา)"
)
# At it, in a sentence that begins with the year: "Last year 120 firms were at the fair".
_AT_IT = lazily(
    rf"(?<!\w)(?:(?:at|attended|visited|joined|to) the {_EN}{QUALIFIED}(?! (?:grounds?|centre|center|site|call|hall)(?!\w))|(?:auf der|auf dem|bei der|beim|zur|zum|an der) {_DE}{QUALIFIED}|(?:au|à la|à l|lors du|lors de la) ?{_FR}{QUALIFIED}|(?:en (?:el|la)|al|a la) {_ES}{QUALIFIED}"
    rf"|(?:n[oa]|ao|à) {_PT}{QUALIFIED}|(?:alla|all|al|nella|nell|nel) ?{_IT}{QUALIFIED}|(?:op|bij|naar(?! de beurs)) (?:de|het) {_NL}{QUALIFIED}|(?:på|vid|ved|till?) {_THE_NORDIC}{QUALIFIED}|(?:na|w) {_PL}{_ALONE}|(?:na|v) {_CS}{_ALONE}|(?:на|в|у) {_RU}{_ALONE}|(?:na|u|на|у) {_BALKAN}{_ALONE}"
    rf"|(?:fuar|forum|kongre)(?:a|da|ya|ye|de)|(?:zirve|konferans)(?:ye|a|de|ta)|(?:di|pada) (?:pameran|konferensi|forum|ktt) (?:itu|ini|tersebut)|(?:tippkohtumise|konverentsi|messi|foorumi)(?:l|le|lt)|(?:messui|tapahtuma|konferenssi|foorumi)(?:lla|ssa|in)|la (?:târg|conferință|forum|summit|eveniment)|(?:tại|dự|tham gia) (?:hội nghị|diễn đàn|triển lãm|hội chợ)(?= này|[.,]))(?!\w)"
    rf"|(?<![一-鿿]){_HAN}上|(?<=[，,、はにも年]){_KANA}(?:で|に)|(?<=[ ,]){_HANGUL}에(?:서|는|도)? "
)
_LAST_YEAR = next(words for shift, words in RELATIVES if shift == -1)
COMMAS = (",", "，", "、")
OPENS = 24  # characters from the beginning of a sentence in which it is told
# One of these stands in whatever it finds.
_SIGN = lazily(
    r"year|jahr|jährig|année|an [dp]|año|ano |anno|jaar|år|vuo|roczn|roku|loňsk|vlaňaj|ročn|год|року|році|річн|торі[кш]|lon[ií]|fjo[lr]|mullu|pernai|godišnj|lan[js]|ланс|лањс|trecut|tavaly|περ|yıl|tahun|năm|عام|שנ|אשתקד|سال|साल|वर्ष|年|届|해|년|작년|ปี|(?:19|20)\d\d"
)
_BEFORE_LAST = lazily(r"vorvorjahr|前年")
_YEAR = lazily(r"(?:19|20)\d\d")
_QUALIFIES = lazily(
    rf"(?!{QUALIFIED})| (?:between|with|where|zwischen|mit|entre|avec|con|com|tra|fra|mellan|mellem|mellom|między|z|mezi|s|между|с|між|з|između|između|ile|antara|giữa|với|بين|مع)(?!\w)| لل\w"
)
_IN_TOWN = lazily(
    r" (?:to|nach|naar|vers|til|till|near|bei|in|im|en|em|à|au|a|w|we|в|во|у|v|ve|i|te|u|στο|di|tại|ở|في) (?=[^\W\d_])"
)
_WORD = lazily(r"(?: 20\d\d)? [^\W\d_]+")
# Only series have these, and of what is to come no other word is enough.
_EDITION = lazily(
    r"edition|edición|edição|edizione|édition|editie|ausgabe|auflage|upplaga|udgave|utgave|edycj|ročník|届|نسخه|دوره|ediția|edisi"
)
_HAS_EDITIONS = lazily(
    r"(?<!\w)(?:magazine|book|guide|ranking|index|report|list|prize|award|biennal\w*|race|rall(?:y|ye)|zeitschrift|buch\w*|bericht\w*|preis\w*|revue|livre|rapport|prix|revista|libro|informe|livro|relatório|prémio|prêmio|premio|rivista|rapporto|tijdschrift|boek|prijs|pris|bok|журнал\w*|преми\w*|книг\w*|доклад\w*|czasopism\w*|nagrod\w*|raport\w*)(?!\w)"
    r"|杂志|报告|白皮书|连载|잡지|보고서|白书"
)


# Behind "last year", before "at the fair": what ends its clause, so that something else was last year: "profits fell, it said at".
_CLAUSE_ENDS = lazily(
    r"[,;:、，；：]|(?<!\w)(?:and|but|und|aber|et|mais|y|pero|e|mas|ma|maar|och|men|og|и|но|та|але|oraz|ale|ve|dan|tetapi|và|nhưng)(?!\w)|(?<=[^ ]) و(?=\w{3})"
)
_THE_LAST = lazily(r"(?<!\w)the $")  # the twelve months behind us
# Of what nothing but events have, which editions of cars, games and books have not: who came, and that somebody was at it.
_AT_AN_EDITION = lazily(
    r"(?<!\w)(?:at|for|during|to|of|than|from|auf|bei|für|zur|an|à|lors de|pour|de|que|en|para|durante|da|na|à|alla|nell|nella|della|dell|per|op|bij|voor|van|på|vid|ved|till?|na|w|do|v|ke?|на|до|u|за|la|di|pada|tại)(?: (?:the|der|dem|l|la|a|de|het))? ?$"
)
_DENSE = "届"  # editions of meetings alone
# A name that an article stands before at the beginning of a sentence, which may have editions of its own: "The Berlinale opens".
_HAS_NAME = re.compile(
    r"(?:^|[.!?]\s+)(?:The|El|La|Los|Las|Le|Les|L['’]|O|A|Os|As|Il|Lo|I|Gli|De|Het)\s?(?=[A-ZÀ-ÖØ-Þ])"
)


def yearly_editions(
    reading: Reading,
    places: Sequence[tuple[int, int]],
    others: Sequence[tuple[int, int]],
    forum: Forum,
    published: datetime | None,
) -> Iterator[Resolved]:
    """Other editions that sentences behind the folded `places` of a name name by their years.

    `others`: where other forums stand: what follows them may be theirs.
    """
    yield from told_behind(reading, places, others, forum, published, _told_in, (REACH, LATER))


def _told_in(
    reading: Reading, sentence: tuple[int, int], place: tuple[int, int], forum: Forum, published: datetime
) -> Resolved | None:
    """The edition that the folded `sentence` names by its year, of the series named at `place` in one before."""
    text, (first, last) = reading.text, sentence
    if not _SIGN.search(text, first, last):
        return None
    said = _OF_A_YEAR.search(text, first, last)
    said = said or _there_last_year(text, first, last)
    if said is None:
        return None
    figures = _YEAR.search(said.group())
    told = (
        year_of(figures.group()) if figures else published.year - 1 - bool(_BEFORE_LAST.search(said.group()))
    )
    if told is None or told == published.year or not forum.possible(told, latest_year(published)):
        return None
    if told > published.year and not _EDITION.search(said.group()):
        return None
    if _HAS_EDITIONS.search(text, place[1], last) or _of_others(reading, said):
        return None
    stop = STOP.search(text, place[1], first)
    behind = stop.end() if stop else first
    if not kinds_in(said.group()) and kinds_in(text[behind:first]):
        return None
    if _EDITION.search(said.group()):
        if others_between(text, place[1], said.start()) or _another_has_editions(
            reading, behind, first, said
        ):
            return None
    elif another_is_named(reading, place[1], first, said):
        return None
    beside, begins = (
        text[max(0, place[0] - BESIDE) : min(first, place[1] + BESIDE)],
        _WORD.match(text, place[1], first),
    )
    between = text[
        begins.end() if begins else place[1] : first
    ]  # but for the word that the name goes on with: "GITEX fuarı"
    if not may_be(forum, said.group(), beside, between):
        return None
    return Resolved(told, *said.span(), "earlier" if told < published.year else "next")


def _there_last_year(text: str, first: int, last: int) -> re.Match[str] | None:
    """That somebody was at the event, in a sentence that begins with the year before and says nothing else of it."""
    year = _LAST_YEAR.search(text, first, min(last, first + OPENS))
    if year is None or _THE_LAST.search(text, first, year.start()):
        return None
    said = _AT_IT.search(text, year.end(), last)
    goes_on = year.end() + (text[year.end() : year.end() + 1] in COMMAS)
    return said if said and not _CLAUSE_ENDS.search(text, goes_on, said.start()) else None


def _another_has_editions(reading: Reading, behind: int, first: int, said: re.Match[str]) -> bool:
    """Whether what is told from `behind` the sentence of a name to that which begins at `first` may have the edition which is
    `said`: what bears a name, or, where nobody is at it, a car or a game.
    """
    if behind >= first or _DENSE in said.group():
        return False
    if _HAS_NAME.search(reading.quote(behind, first).lstrip()):
        return True
    sentence = reading.text[first : said.end() + LONG]
    return not (_AT_AN_EDITION.search(reading.text, first, said.start()) or DREW.search(sentence))


def _of_others(reading: Reading, said: re.Match[str]) -> bool:
    """Whether behind what is said stands of what it was, or a town in which it may have been: "на выставке прошлого года в Туле"."""
    if _QUALIFIES.match(reading.text, said.end()):
        return True
    town = _IN_TOWN.match(reading.text, said.end())
    return town is not None and reading.quote(town.end(), town.end() + 1).isupper()
