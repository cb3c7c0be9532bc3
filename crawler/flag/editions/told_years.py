"""The year that an article tells near a name, in words: "the conference in Beijing in 2024", "this year's show".

Years in which something began, and those of plans, are nobody's edition.
"""

from __future__ import annotations

import re
from datetime import datetime

from crawler.flag.editions.clauses import of_another
from crawler.flag.editions.own import Resolved, latest_year
from crawler.flag.editions.uncounted import of_money
from crawler.flag.text.numerals import ANY_YEAR, year_of
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

NEAR = 240  # characters from a name in which "this year's show" is that
BESIDE, CLAUSE = 60, 110  # ... and a year says when: anywhere, and at the beginning of the sentence
_YEAR = re.compile(ANY_YEAR)
_STOP = lazily(r"[.!?。！？\n\x02]")
_BREAK = lazily(r"[.,;!?()。，、；：！？（）\n]")
BEGAN = lazily(
    r"since|began|begun|start|launch|found(?!er)|establish|creat|first|until|\bby\b|plan|from|grew|ตั้งแต่|เริ่ม|ครั้งแรก|创|始|首|自|起|以来|规划|부터|이래|처음"
    r"|lần đầu|kể từ|впервые|основ|с \d|depuis|fond|lanc|desde|fund|primera|seit|gegründ|erst|منذ|تاسس|اول|sejak|pertama|beri|ilk|kurul|od \d|pierwsz"
)
# Before a name: that it was the first says nothing against the year; and what stands in brackets
_FIRST = lazily(
    r"(?:首届|第[一1]届|第[一1]回|初回の?|제1회|첫|the (?:very )?first|première|primera?|primeir[ao]|prim[ao]|erste[nrs]?|перв\w+|перш\w+|pierwsz\w+|první\w*|ilk|pertama|lần đầu)\s?$"
)
_FIRST_COMMA = lazily(r"^([^,、]{0,12})[,、]")  # "In 2016, when Web Summit moved ..."
# Behind "2023 г.", which may end its sentence: that it goes on.
_GOES_ON = lazily(r" ?(?:в|во|на|у|о|об|с|со|под|и|для|ў|w|we|na|z|ze|i|o|podczas|dla|za|u|s|sa)(?!\w)")
_CLOSED = re.compile(r" ?\)")
_ORDINAL_YEARS = frozenset(("hr", "sr", "bs", "sl", "sh"))
_POINT = re.compile(r"\.(?= [^\W\d_])")
# "je", "su"; not "osnovana", "prodaje"
_VERB_BEFORE = re.compile(r"(?:^|[.!?\n\x02] ?|(?<!\w)(?:\w{1,3}|leta|godin[eiu]) )$")
# Behind a name: what happened there, whose year is the forum's: "from the stage of Slush, where he in 2024 told".
_WHERE = lazily(
    r"^(?: s)?(?: [^\W\d_]+){0,2}, (?:where|wo|où|donde|onde|dove|waar|där|hvor|jossa|jonka lavalla|где|де|дзе|gdzie|kde|gd[j]?e|kjer|където|каде|unde|όπου|ahol|איפה|שם|حيث|di mana|tempat|nơi)"
    r"(?: (?:he|she|it|they|we|er|sie|es|wir|ils?|elles?|nous|él|ella|ellos|ele|ela|eles|lui|lei|hij|zij|ze|han|hon|hun|de|hän|он|она|они|він|вона|вони|on|ona|oni|je|se|su))*(?= (?:\w{1,3} )?(?:(?:jahr|año|ano|anno|roku|år|vuonna|aastal|anul) )?$| ?$)"
)
_ASIDE = re.compile(r"\([^()]{1,24}\)")
_LONG_NAME = re.compile(rf"(?<![\d.,])(?P<year>{ANY_YEAR})(?:s? [^\W\d_]+){{1,7}} ?\($")
# A part of a year, before it: "in late 2022", "a finales de 2022", "koncem roku 2022"; it begins where the year is looked for.
_PART = (
    r"(?:(?<!\w)(?:late|early|mid|the (?:end|start|beginning|middle) of|(?:the )?(?:spring|summer|autumn|fall|winter) of|ende|anfang|mitte|fin|début|mi|courant|finales de|fines de|principios de|comienzos de|inicios de|mediados de"
    r"|meados de|final de|fim de|início de|começo de|fine del?|fine|inizio del?|inizio|metà del?|metà|eind|begin|midden|medio|koncem(?: roku)?|začátkem(?: roku)?|počátkem(?: roku)?|konci(?: roku)?|začiatku(?: roku)?|polovině(?: roku)?|końcem|koniec|początku|połowie"
    r"|slutet av|början av|mitten av|slutningen af|begyndelsen af|midten a[fv]|slutten av|begynnelsen av|starten av|vuoden|sfârșitul(?: anului| lui)?|începutul(?: anului| lui)?|mijlocul(?: anului| lui)?|τέλη του|αρχέσ του|μέσα του|края на|началото на|средата на"
    r"|крајем|почетком|средином|krajem|početkom|sredinom|конце|начале|середине|наприкінці|кінці|початку|середині|летом|весной|осенью|зимой|влітку|восени|навесні|взимку|اواخر|اوايل|اواسط|اوائل|مطلع|منتصف|نهايه|بدايه|סוף|תחילת|אמצע"
    r"|akhir|awal|pertengahan|(?:đầu|cuối|giữa) năm)|ב(?:סוף|תחילת|אמצע)|(?:ต้น|ปลาย|กลาง)ปี)(?: (?:عام|سال|سنه|tahun|roku))? ?$"
)
_LATE = lazily(_PART)
_ORDINAL_YEAR = lazily(r"(?:крајем|почетком|средином|krajem|početkom|sredinom|koncem|konec|sredi) $")
_WHEN = lazily(
    r"(?:\bin|\bim jahr|\ben|\bem|\bnel|\bв|عام|ใน(?:ปี)?|เมื่อปี|năm|pada(?: tahun)?|tahun|\b(?:i|v roce|v roku|u|w|în|år|årið|vuonna|aastal|το|στο|през|во|در سال|در|בשנת|mwaka|noong|në|leta|árið|ב|το|στα|през|у|у годзе|në vitin|vitin|i))\s?$"
)
_THIS_YEARS = re.compile(
    r"(?:今年|本年)(?:度?的?|の)(?:大会|展会|论坛|峰会|博览会|会议|展示会|见本市|イベント)|올해 (?:행사|대회|전시회|박람회|포럼)|งานปีนี้"
    r"|(?<!\w)(?:this year s (?:event|show|fair|conference|summit|forum|edition|expo|congress|gathering)|(?:édition|salon|sommet) de cette année|(?:edición|feria|cumbre) de este año|edição deste ano|edizione di quest anno"
    r"|diesjährige[nr]? (?:messe|konferenz|gipfel|ausgabe|veranstaltung)|(?:нынешн\w+|этогодн\w+) (?:форум|выставк|конференци|саммит)\w*|tegoroczn\w+ (?:targ|edycj|konferencj|szczyt)\w*|bu yılki (?:fuar|zirve|etkinlik)\w*|(?:pameran|acara|konferensi) tahun ini)"
)
# "本次论坛", where the sentence before named one: that which the article reports on.
_THIS_ONE = re.compile(
    r"(?:本次|本届|此次|今次|今回の|이번 )(?P<kind>大会|展会|论坛|峰会|博览会|会议|展示会|见本市|フォーラム|サミット|대회|전시회|박람회|포럼|회의|서밋)"
)
_TO_NEXT = re.compile(r"[^.!?。！？\n]{0,60}[.!?。！？\n][\s\x02]*")
OPENING = lazily(
    r"(?:^|[.!?\n\x02] ?)(?:in|im jahr|en|em|nel|в|у|năm|pada(?: tahun)?|w|v|în|år|året|i|το|през|во|vuonna|leta|v roce|v roku|árið|noong|mwaka|në vitin|در سال|בשנת|ב)? ?$"
)
_THEN = lazily(
    r" (?:végén|elején|közepén|lopulla|lopussa|alussa|puolivälissä|(?:nin |nın |un |ün )?(?:sonunda|sonlarında|başında|başlarında|ortasında|ortalarında)|के (?:अंत|आरंभ|शुरुआत|मध्य|आखिर) में)(?!\w)|\.\s?(?:gadā|aastal|godin[ei]|годин[аеи])(?!\w)"
    r"|\s?(?:(?:го|му|року|році)(?!\w)|年(?!代)|년(?!대)|yılında|жыл[ыд]\w*|yil(?:i|da)\w*|il(?:də|ində)|წელს|թվականին|онд|সালে(?!র)|में|ميں|gadā|metais|aastal|godine|г\.|године|година|ben|ban|cü ildə|cu ildə|ci ildə|cı ildə|yilda|aisiais|iais metais|ல்|இல்|ஆம்|жылы|году|годзе|році|году|год[ау]\b|r\.|m\.)"
)

# Languages in which a year alone says when: what before it makes it a number, or the year of a thing; what goes on behind.
_BARE = {
    "de": (
        lazily(
            r"(?<!\w)(?:mit|rund|etwa|ca\.?|circa|über|fast|als|von|vom|insgesamt|um|bis|seit|ab|für|die|der|den|dem|das|des|knapp|gut|je|nr\.|auf|nur|zu|alle|aller|version|modell|agenda) $"
        ),
        lazily(
            r" (?P<verb>war|waren|hat|hatte|hatten|nahm|nahmen|fand|fanden|stellte|stellten|zeigte|zeigten|präsentierte\w?|kam|kamen|ging|gingen|wurde|wurden|gab|gewann|gewannen|trat|traten|lud|sprach|sprachen|traf|trafen|reiste|reisten"
            r"|besuchte|besuchten|eröffnete|begann|unterzeichnete\w?|kündigte|erhielt|brachte|ist|sind)?(?(verb)|(?:auf|bei|beim|an|am|in|im|zum|zur|erstmals|wieder|noch|schon|nach|vor|als|nicht|ihren|ihre|ihr|seinen|seine|sein|einen|eine|ein))(?!\w)"
        ),
    ),
    "sv": (
        lazily(
            r"(?<!\w)(?:med|cirka|omkring|över|nästan|än|av|totalt|till|sedan|från|för|de|den|det|nr|hela|runt|drygt|knappt|alla|agenda|version) $"
        ),
        lazily(
            r" (?P<verb>var|deltog|visade|visades|presenterade|presenterades|hade|blev|fick|höll|hölls|kom|vann|gick|talade|ställde|lanserade|reste|åkte|skrev|tog|gjorde|öppnade|började|medverkade|besökte|är)?(?(verb)|(?:i|på|vid|när|då|som|sin|sitt|sina))(?!\w)"
        ),
    ),
    "tr": (re.compile(r"(?!)"), re.compile(r" (?P<verb>(?!))?[dt][ae](?:ki)?(?!\w)")),
}
# The verb is the second in a sentence of either: a year right before it begins the sentence, or is that of a noun, as in
# "Das Geschäftsjahr 2023 war ein Thema".
_FIRST_OF_ALL = lazily(
    r"(?:^|[.!?:;\n\x02] ?)(?:\S? ?(?:noch|schon|bereits|erst|auch|zuletzt|zuvor|doch|und|aber|denn|redan|även|också|först|senast|men|och|så sent som) )?$"
)

# Right before a name: what is done to the body that holds it, whose year is no edition's: "bought Web Summit in 2015".
_DONE_TO_IT = lazily(
    r"(?<!\w)(?:left|leaves|leaving|bought|buying|acquir\w+|sold|own(?:s|ed|ing)|runs|ran|running|led|leads|leading|head(?:s|ed|ing)|chair(?:s|ed|ing)|advis(?:es|ed|ing)|took over|taking over|co ?found\w+|(?:stake|share|shares|money|invested|investing|invest) in|(?:head|boss|chief|director|manager|owner|co ?founder|founder|chair|chairman|chairwoman) of"
    r"|kaufte|übernahm|verließ|leitete|führte|gründete|(?:chef|chefin|leiter|leiterin|gründer|gründerin|anteile?) (?:an )?(?:der|des|vom|von|am)|(?:a|ont|avait) (?:racheté|acheté|quitté|dirigé|fondé)|(?:directeur|directrice|fondateur|fondatrice|patron|patronne) d[ue](?: la)?"
    r"|compró|compraron|dejó|dirigió|fundó|vendió|(?:director|directora|fundador|fundadora) del?|comprou|deixou|dirigiu|fundou|vendeu|(?:diretor|diretora) d[oa]|ha (?:comprato|lasciato|guidato|fondato|venduto)|(?:direttore|direttrice|fondatore|fondatrice) del(?:la)?"
    r"|купил[аи]?|возглавил[аи]?|покинул[аи]?|основал[аи]?|очолив|очолила|купив|kupił[ay]?|opuścił[ay]?|założył[ay]?|kierował[ay]?|koupil[ay]?|vedl[ay]?|kocht(?:en)?|verliet(?:en)?|leidde(?:n)?|köpte|ledde|lämnade|grundade|købte|ledede|forlod|stiftede|kjøpte|osti|johti|satın aldı|yönetti)(?: (?:the|die|den|das|der|le|la|l|el|il|lo|o|a|de|het))? $"
    r"|(?:收购|离开|掌管|执掌|创办)了? ?$"
)
_ONE_WORD = lazily(r"(?:^|[.!?\n\x02] ?)[^\s.!?]{1,36} $")  # "Windows 2025 auf der GDEC": a product


def edition_in_year(
    reading: Reading, places: list[tuple[int, int]], forum: Forum, published: datetime | None
) -> Resolved | None:
    """A year in the name's own clause that says when: "the conference in Beijing in 2024"."""
    text = reading.text
    for start, end in places:
        named = _in_its_long_name(text, start, end)
        if named and forum.possible(named.year, latest_year(published)):
            return named
        years: dict[int, tuple[int, int]] = {}
        for match in _YEAR.finditer(text, max(0, start - CLAUSE), end + CLAUSE):
            year = _told_in(reading, match, (start, end))
            if year is not None:
                years.setdefault(year, match.span())
        if len(years) == 1 and not done_to_it(text, start):
            year, (first, last) = years.popitem()
            if forum.possible(year, latest_year(published)):
                return Resolved(year, first, last, "year")
    return None


def done_to_it(text: str, start: int) -> bool:
    """Whether a verb before the name at `start` is of what is done to its body: "bought", "head of"."""
    return _DONE_TO_IT.search(text, max(0, start - 28), start) is not None


def _told_in(reading: Reading, match: re.Match[str], place: tuple[int, int]) -> int | None:
    """The year at `match`, where it is told in the clause of the name at the folded `place` and says when."""
    text, (first, last), (start, end) = reading.text, match.span(), place
    if of_money(text, first, last):
        return None
    then = _THEN.match(text, last) or _as_ordinal(reading, first, last)
    late = _LATE.search(text, max(0, first - 28), first)
    part = late.start() if late else first
    opens = _opens(text, (part, last), start)
    shut = then and not opens and then.group().endswith(".") and not _GOES_ON.match(text, then.end())
    between = text[then.end() if then and not shut else last : start] if last <= start else text[end:first]
    if not opens and max(start - last, first - end) > BESIDE:
        return None
    if opens:
        between = _FIRST_COMMA.sub(r"\1", between)
    between = _ASIDE.sub("", _FIRST.sub("", between))
    if late and _ORDINAL_YEAR.search(text, part, first):
        between = between.removeprefix(".")  # "krajem 2022. tvrtka ..."
    if start < first or _CLOSED.match(text, end):
        between = _WHERE.sub("", between.removesuffix("("))
    if _BREAK.search(between) or BEGAN.search(between):
        return None
    if BEGAN.search(_about(text, part, last, start, first)) or of_another(text, (part, last), place):
        return None
    says_when = late or then or _WHEN.search(text, max(0, first - 12), first)
    return year_of(match.group()) if says_when or _bare(text, first, last, reading.language) else None


def _as_ordinal(reading: Reading, first: int, last: int) -> re.Match[str] | None:
    """The point that makes an ordinal of the year at the folded [first, last), where the language writes years so, the sentence
    goes on in a small letter and the year stands behind its verb: "kako je 2019. na Web Summitu spavala"."""
    point = _POINT.match(reading.text, last) if reading.language in _ORDINAL_YEARS else None
    if point and not _VERB_BEFORE.search(reading.text, max(0, first - 8), first):
        return None
    return point if point and reading.quote(point.end() + 1, point.end() + 2).islower() else None


def _in_its_long_name(text: str, start: int, end: int) -> Resolved | None:
    """The year within the words that the name at `start` stands behind in brackets: "the 2024 summit of … (WSIS)"."""
    match = _LONG_NAME.search(text, max(0, start - CLAUSE), start)
    year = year_of(match["year"]) if match else None
    if match is None or year is None or not _CLOSED.match(text, end):
        return None
    first, last = match.span("year")
    if _WHEN.search(text, max(0, first - 12), first) or _THEN.match(text, last):
        return None  # "in 2019 the firm bought Acme (GDEC)"
    return Resolved(year, first, last, "year")


def _about(text: str, part: int, last: int, start: int, first: int) -> str:
    """What stands around a year, in its own sentence: that a firm "grew" in the one before says nothing of it; nor does
    the word before the name at `start` that says it was the first. The year begins at `first`, "late" before it at `part`.
    """
    before, end = _STOP.split(text[max(0, part - 24) : part])[-1], last + 12
    behind = _FIRST.sub("", text[last:start]) if last <= start <= end + 3 else text[last:end]
    return before + "\x02" * (part < first) + text[first:last] + behind


def _bare(text: str, first: int, last: int, language: str) -> bool:
    """Whether the year at [first, last) says when by itself, as German, Swedish and Turkish have it: "2023 zeigte die Firma"."""
    if language not in _BARE:
        return False
    counts, goes_on = _BARE[language]
    behind = goes_on.match(text, last)
    if behind is None or counts.search(text, max(0, first - 16), first):
        return False
    if not behind["verb"] and language != "tr":
        return not _ONE_WORD.search(text, max(0, first - 40), first)
    return not behind["verb"] or _FIRST_OF_ALL.search(text, max(0, first - 24), first) is not None


def _opens(text: str, year: tuple[int, int], start: int) -> bool:
    """Whether the sentence of the name at `start` begins with the year: "In 2016, when Web Summit moved ..."."""
    return year[1] <= start and OPENING.search(text, max(0, year[0] - 16), year[0]) is not None


def edition_this_year(
    text: str, places: list[tuple[int, int]], forum: Forum, published: datetime | None
) -> Resolved | None:
    """The year of publication, where the text near a name speaks of "this year's show"."""
    if published is None or not forum.possible(published.year, published.year):
        return None
    for start, end in places:
        match = _THIS_YEARS.search(text, max(0, start - NEAR), end + NEAR)
        behind = None if match else _TO_NEXT.match(text, end)
        this = _THIS_ONE.match(text, behind.end()) if behind else None
        if this and this["kind"] in text[start:end]:
            match = this
        if match:
            return Resolved(published.year, match.start(), match.end(), "relative")
    return None
