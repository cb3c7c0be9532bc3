"""A headline or a lead that looks back at a year → that year, of which everything below is told where nothing says otherwise:
"A look back at our year at the fairs", "2025 im Rückblick", 「2025年を振り返る」.

Only around the turn of a year, and only what says that a year is reviewed: "the best robots of 2025", a look back at one fair
and a month in review are none. Patterns over folded text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from itertools import chain

from crawler.flag.editions.own import Resolved
from crawler.flag.editions.since import WEEKS_OFF
from crawler.flag.editions.told_words import one_sentence
from crawler.flag.names.context import FUTURE_SIGN, NOW, Around
from crawler.flag.text.numerals import ANY_YEAR, year_of
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily, rarely

OPENING = 300  # characters of a text that begins by saying so
FROM_MONTH, TO_MONTH = 11, 3  # a year is reviewed from its November on, until the March behind it
KEPT = 8  # openings of the texts last read
NEAR = 80  # characters from a name in which its sentence says that it is to come, or going on
_Y = r"20\d\d"
_FRAMES = (
    rf"(?:{_Y}(?: \w+){{0,2}}|(?<!fiscal )(?<!financial )(?<!academic )(?<!school )(?<!first )(?<!rookie )year(?: \w+)?) (?:in review|in retrospect|in pictures|in numbers|under review)|look(?:s|ed|ing)? back (?:at|on|over) (?:{_Y}|the year {_Y}|(?:the|our|a|my|this|an) (?:(?!fiscal|financial|academic|school|first|rookie)\w+ )?year(?! (?:of|when|in \w+ing)(?!\w)))"
    rf"|(?:review|recap|wrap(?: up)?|round ?up|rewind|retrospective|highlights|memories) (?:of|for) (?:{_Y}|(?:the|our) year(?! (?:ahead|to come|of)))|{_Y} (?:recap|wrapped|wrap up|rewind|round ?up|highlights|retrospective|in review|at a glance)|(?:our|my|the) year (?:on the road|at (?:the )?(?:fairs|shows|events))|that was {_Y}|the year that was|year ender|goodbye,? {_Y}|farewell,? {_Y}",
    rf"rétrospective (?:de (?:l )?(?:année )?)?{_Y}|rétrospective de (?:l|cette|notre) ?année|(?:retour|regard|coup d œil|flash back|flashback) sur (?:l année {_Y}|{_Y}|(?:une|cette|l|notre) ?année(?! scolaire))|bilan (?:de l année(?! scolaire)|{_Y}|de notre année)|(?:l )?année (?:{_Y} )?(?:en revue|en rétrospective|en images|en \w+ dates)|{_Y} en (?:revue|images|rétrospective|\w+ dates)|ce qu il faut retenir de {_Y}|(?:l )?année (?:qui s achève|écoulée)",
    rf"(?:resumen|repaso|retrospectiva|balance|recuento|recorrido) (?:al?|del?|por(?: el)?|de nuestro|a nuestro) ?(?:año(?! (?:escolar|fiscal))|{_Y})|(?:repasamos|recordamos|miramos atrás al?|echamos la vista atrás al?|mirada atrás a) (?:el |nuestro )?(?:año|{_Y})|{_Y} en (?:imágenes|\w+ fechas|resumen|retrospectiva|retrovisor)|así (?:fue|ha sido) (?:{_Y}|el año|nuestro año)|(?:el )?año que (?:termina|acaba|se va|se cierra)|adiós,? (?:al? )?{_Y}",
    rf"(?:retrospetiva|retrospectiva|balanço|resumo|revisão) (?:d[eo]|ao) (?:ano(?! letivo)|{_Y}|nosso ano)|retrospe[c]?tiva {_Y}|(?:olhar|olhamos|olhando) para (?:trás,? para )?(?:{_Y}|o (?:nosso )?ano)|(?:recordamos|relembramos|relembre) (?:o (?:nosso )?ano|{_Y})|{_Y} em (?:revista|retrospe[c]?tiva|imagens|\w+ datas)|(?:o )?ano que (?:termina|acaba|passou|se encerra)|assim foi {_Y}",
    rf"(?:retrospettiva|riepilogo|resoconto|racconto) (?:del|di|dell|sul) ?(?:anno(?! scolastico)|{_Y}|nostro anno)|bilancio (?:di fine anno|di un anno|dell ?anno(?! scolastico)|del nostro anno)|(?:il )?{_Y} in (?:rassegna|sintesi|immagini|\w+ date)|sguardo (?:indietro )?(?:al|sul) (?:{_Y}|nostro anno)|(?:un|il nostro) anno di (?:fiere|eventi)|(?:l )?anno che (?:si chiude|sta per finire|finisce|se ne va|è passato)",
    rf"jahresrückblick\w*|messerückblick {_Y}|rückblick(?: auf)?(?: (?:das|unser|ein|auf das))?(?: \w+)? (?:jahr|{_Y})(?! (?:der|des)(?!\w))|(?:blicken|blickt|blick) (?:wir )?(?:zurück )?auf (?:das (?:jahr )?|unser (?:jahr )?|ein (?:\w+ )?jahr )(?:{_Y} )?zurück|(?:das |unser )?(?:jahr )?{_Y} im rückblick|(?:das|unser) jahr im rückblick|(?:das|so) war (?:das jahr )?{_Y}(?! (?:der|die|das|ein)(?!\w))|unser (?:messe)?jahr {_Y}",
    rf"jaaroverzicht|(?:terugblik|terugkijken|kijken terug|terug) op (?:het (?:afgelopen |voorbije )?jaar|ons jaar|{_Y})|(?:het jaar|ons jaar|{_Y}) in (?:vogelvlucht|beeld|overzicht)|dit was {_Y}",
    rf"årskrönika\w*|årsresumé|året som (?:gick|gikk|gått|har gått)|året der (?:gik|er gået)|(?:till?bakablick|till?baka|tilbageblik|tilbakeblikk|ser tilbage|ser tilbake|ser till?baka|blickar till?baka) på (?:året|{_Y}|et år|ett år)|(?:året )?{_Y} i (?:backspegeln|bakspejlet|tilbageblik|tilbakeblikk)",
    rf"vuosikatsaus|katsaus vuoteen(?: {_Y})?|vuosi {_Y} (?:oli|lyhyesti|kuvina)|vuoden {_Y} kohokohd\w+|(?:taakse|takaisin) vuoteen {_Y}|kulunut vuosi",
    rf"(?:podsumowanie|podsumowujemy|przegląd) (?:roku(?! szkolnego)|rok|{_Y}|minionego roku)|rok {_Y} w (?:pigułce|skrócie|\w+ obrazach)|(?:taki był|żegnaj,?) {_Y}|(?:mijający|miniony) rok|(?:ohlédnutí|ohliadnutie|obhliadnutie) za (?:rokem|rokom|{_Y})|rok {_Y} (?:v kostce|v kocke|očima|očami)|rekapitulac[ei] roku|(?:osvrt|pogled|retrospektiva) (?:na|za) (?:godinu|godinom|leto|{_Y})|pregled (?:godine|leta|{_Y})|godina na izmaku|leto,? ki se izteka|осврт на (?:годину|{_Y})|преглед годин[еа]",
    rf"итоги (?:{_Y}|года|уходящего)|(?:подводим|подвели) итоги(?: (?:{_Y}|года|уходящего))|оглядываясь на (?:{_Y}|прошедший год|уходящий год)|вспоминаем (?:{_Y}|уходящий год|прошедший год)|уходящ(?:ий|его) год\w?|підсумки (?:{_Y}|року)|підсумовуємо (?:{_Y}|рік)|рік,? що минає|равносметка (?:за|на) (?:{_Y}|годината)|годината в (?:обзор|кадри)|вынікі (?:{_Y}|года)",
    rf"retrospectiva (?:anului|{_Y})|bilanțul (?:anului|lui {_Y})|anul (?:{_Y} )?(?:în imagini|pe scurt|care se încheie|care a trecut)|ανασκόπηση (?:του {_Y}|τησ χρονιάσ|του έτουσ)|η χρονιά που (?:φεύγει|πέρασε)|éves? (?:visszatekintő|visszatekintés|összefoglaló)|évösszefoglaló|évértékelő|visszatekintés (?:{_Y}|az évre|az elmúlt évre)|ilyen volt (?:{_Y}|az évünk)|{_Y} (?:e|a|ye|ya) (?:bakış|veda)|{_Y} (?:in|ın|un|ün|nin|nın) özeti|yılın özeti|{_Y} yılını geride|geride bıraktı\w+ yıl\w*|{_Y} (?:ci|cı|cu|cü) ilin yekun\w+|ilin yekun\w+|жыл қорытынды\w*|yil yakunlari",
    rf"حصاد (?:ال)?(?:عام|سنه|{_Y})|استعراض (?:ل)?(?:احداث )?عام {_Y}|عام {_Y} في (?:سطور|صور)|نظره (?:الي الوراء )?علي عام {_Y}|مرور(?:ي بر)? سال|سالي كه گذشت|סיכום (?:ה?שנה|שנת|{_Y})|מסכמים את (?:השנה|שנת|{_Y})|(?:kilas balik|kaleidoskop|rangkuman|refleksi|imbas kembali) (?:tahun |sepanjang )?(?:{_Y}|tahun (?:ini|lalu))|(?:nhìn lại|tổng kết|điểm lại) (?:một )?(?:năm |năm qua)?(?:{_Y}|năm (?:qua|cũ))|साल {_Y} का (?:लेखा जोखा|सफर)|{_Y} की झलक\w*|(?:बीते|जाते) साल|ফিরে দেখা {_Y}|সালতামামি",
)  # fmt: skip
_FRAME = rarely(
    rf"(?<!\w)(?:{'|'.join(_FRAMES)})(?!\w)"
    rf"|(?:年末|年终|岁末)(?:回顾|盘点)|年度(?:回顾|盘点|大事记)|(?:盘点|回顾|回望|回首|复盘|总结)(?:过去的?)?(?:{_Y}年?|这一年|过去一年)(?!的?[^，。\n]{{0,6}}[月届])|{_Y}年?(?:年度|全年)?(?:回顾|盘点|大事记)|再见，?{_Y}"
    rf"|{_Y}年(?:の[^。、\n]{{0,8}})?を?(?:振り返|ふりかえ)|(?:この|今)?(?:1年|一年)を振り返|今年を振り返|{_Y}年(?:の)?(?:回顾|まとめ|总まとめ|10大|十大)|(?:{_Y}년?|올해|올 한 ?해|한 ?해)(?:을|를)? ?(?:되돌아|돌아보|돌아본|결산|총결산|총정리)|(?:연말|송년) ?결산|아듀 ?{_Y}|ย้อน(?:รอย|มอง)ปี|สรุปปี|ส่งท้ายปี|รอบปี {_Y}"
)
# In the sentence of a name: that it is on, or to come, as the text appears.
_NOW = lazily(
    r"(?<!\w)(?:meet us|see you|join us|visit us|find us|next (?:up|stop)|(?:comes|follows|is back) in|(?:is|are|comes|come) next|nous (?:serons|irons|exposerons|présenterons|participerons|retournerons)|(?:nos|te|os) esperamos|(?:estar|ir|volver|participar|acudir|asistir|voltar)emos|(?:sa|and|torne|espor|presente)remo|(?:few|two|three|\d) days ago|yesterday|gestern|vorgestern|hier|avant hier|ayer|anteayer|ontem|ieri|gisteren|igår|i går|вчера|вчора|wczoraj|včera|jučer|ieri|χθεσ|tegnap|dün|kemarin|hôm qua|امس|אתמול|besuchen sie uns|treffen sie uns|retrouvez nous|rendez vous (?:au|à)|nos vemos|vemo nos|encuéntranos|vi aspettiamo|next week|this week|currently|now|at present|these days|(?:is|are) (?:in|at|on)|derzeit|gerade|momentan|zurzeit|aktuell|(?:nächste|kommende|diese)[rn]? woche|(?:ist|sind|bin) (?:wir |ich |sie )?(?:in|beim|auf|bei|zur)|(?:geht|fahren|reisen|fliegen) (?:es|wir) (?:zur|zum|nach|auf)|actuellement|en ce moment|ces jours|la semaine prochaine|(?:est|sont) (?:à|au|aux|en)|actualmente|ahora|estos días|(?:la )?próxima semana|la semana que viene|está[n]? (?:en|na|no)|atualmente|agora"
    r"|attualmente|in questi giorni|(?:la )?(?:prossima settimana|settimana prossima)|è (?:a|al|alla|in)|sono (?:a|al|alla|in)|momenteel|volgende week|(?:is|zijn) (?:op|in)|just nu|nästa vecka|i øjeblikket|næste uge|for øyeblikket|neste uke|parhaillaan|ensi viikolla|сейчас|сегодня|на следующей неделе|зараз|наступного тижня|obecnie|teraz|w przyszłym tygodniu|právě|příští týden|trenutno|idući tjedan|în prezent|săptămâna viitoare|τώρα|την επόμενη εβδομάδα|jelenleg|jövő héten"
    r"|şu anda|gelecek hafta|saat ini|pekan depan|minggu depan|hiện|tuần (?:tới|sau|này)|الان|حاليا|الاسبوع (?:المقبل|القادم)|כעת|כרגע|בשבוע הבא)(?!\w)|目前|正在|昨[天日]|어제|近日|เมื่อวาน|下周|来周|开催中|现在|현재|다음 ?주|กำลัง|สัปดาห์หน้า"
)
_YEAR = lazily(rf"(?<![\d.,])(?:{ANY_YEAR})(?!\d)")


def reviewed(text: str, published: datetime | None) -> Resolved | None:
    """The year at which the folded `text` looks back in its opening; None where it does not, or at none that just ended."""
    if published is None or TO_MONTH < published.month < FROM_MONTH:
        return None
    frame = _frame(text[:OPENING])
    if frame is None:
        return None
    ends = published.year - (published.month <= TO_MONTH)
    years = [*_years(text, *frame)] or [year for year in _years(text, 0, OPENING) if year <= ends]
    return Resolved(ends, *frame, "relative") if ends in years or not years else None


def is_review(text: str) -> bool:
    """Whether the opening of the folded `text` says that it looks back at a year, whichever that is."""
    return _frame(text[:OPENING]) is not None


@lru_cache(maxsize=KEPT)
def _frame(opening: str) -> tuple[int, int] | None:
    """Where it says so; a tenth of a millisecond, which each forum of a text and each month asks for anew."""
    frame = _FRAME.search(opening)
    return frame.span() if frame else None


def _years(text: str, start: int, end: int) -> Iterator[int]:
    years = (year_of(match.group()) for match in _YEAR.finditer(text, start, end))
    return (year for year in years if year is not None)


def in_review(
    text: str, places: list[tuple[int, int]], review: Resolved | None, forum: Forum, around: Around
) -> Resolved | None:
    """The edition of the year that `review` is of, where one of the names at the folded `places` is told of no time to come
    and of no day of this week or the last."""
    if review is None or not forum.possible(review.year, review.year):
        return None
    return None if all(is_now(text, place, around) for place in places) else review


def is_now(text: str, place: tuple[int, int], around: Around) -> bool:
    """Whether the sentence of the name at the folded `place` says that it is on as the text appears, or to come."""
    signs = (sign for kind in (FUTURE_SIGN, NOW) for sign in around.each(kind, *place, NEAR))
    words = (_NOW, *(weeks for _, weeks in WEEKS_OFF))
    now = (
        match.span()
        for each in words
        for match in each.finditer(text, max(0, place[0] - NEAR), place[1] + NEAR)
    )
    return any(one_sentence(text, place, sign) for sign in chain(signs, now))


def held_again(review: Resolved, forum: Forum, published: datetime | None) -> bool:
    """Whether the forum was, or may have been, held again between the year that `review` is of and the day of publication: what
    names it is as often news of that, and looks back in nothing but its headline."""
    if published is None or published.year == review.year:
        return False
    edition = forum.edition(published.year)
    if edition is None or edition.start is None:
        return published.month >= min(forum.months, default=TO_MONTH + 1)
    return edition.start <= published.date()


def at_its_end(review: Resolved, published: datetime | None) -> datetime | None:
    """The day from which a text that looks back at a year tells its months: its last one, where that is over."""
    if published is None or published.year == review.year:
        return published
    return published.replace(year=review.year, month=12, day=31)
