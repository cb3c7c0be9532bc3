"""A name, and right beside it that it was held in a year → that edition: "the Internet Governance Forum held in Baku in 2012",
"2012년 바쿠에서 열린 인터넷거버넌스포럼", "прошедший в 2012 году в Баку Форум по управлению интернетом".

Only where nothing but the town and the year stands between the two: what a forum itself held then is none of it, nor is when it is
held since. Patterns over folded text.
"""

from __future__ import annotations

from datetime import datetime

from crawler.flag.editions.own import Resolved, latest_year, pictured
from crawler.flag.text.numerals import ANY_YEAR, year_of
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

_LAST_SPACED = "\u2e80"  # behind it are Chinese, Japanese and Korean
REACH = 72  # characters on either side of a name
_SIGN = lazily(r"(?:19|20|25)\d\d|平成|令和|民国")
_GAP = r"[^.,;:!?。，、；：！？()\d\n\x02]"
_SINCE = lazily(
    r"(?<!\w)(?:since|until|till|by|from|to|for|through|depuis|jusqu en|pour|desde|hasta|para|até|seit|bis|für|ab|dal|fino al|per|с|из|до|від|з|od|do|dla|sinds|tot|sejak|hingga|sampai|untuk|sedan|siden|til|منذ|حتي|kể từ|từ|đến|din|от|vuodesta|vuoteen)(?: the| el| o| il| năm| tahun| roku| roce| år| عام)? $|(?:ตั้งแต่(?:ปี)?|自|从) ?$"
)
_Y = rf"(?P<year>{ANY_YEAR})(?![.,]?\d)"
# Before it: the year, its word, one town with the ending that says where, and what became of the forum there.
_BEFORE = lazily(
    rf"{_Y}(?:(?: yılında| [dt][ae])?(?: \S+ [dt][ae])? (?:düzenlenen|yapılan|gerçekleştirilen|gerçekleşen|toplanan)|(?: c[iıuü] ildə)?(?: \S+d[aə])? (?:keçirilmiş|keçirilən|baş tut[am]\w*|təşkil (?:edil|olun)\w+)|(?: жылы)?(?: \S+[дт][ае])? (?:өткен|өткізілген|ұйымдастырылған)"
    r"|(?: yilda| yili)?(?: \S+da)? (?:o tgan|o tkazilgan|bo lib o tgan)|(?: b[ae]n)?(?: \S+(?:b[ae]n|[oeö]n|tt))? (?:meg)?(?:rendezett|tartott)|(?: \S+ss[aä])? (?:järjestet|pide)\w+|(?:\.? aastal)?(?: \S+s)? (?:toimunud|korraldatud|peetud)|(?: metais| m\.)?(?: \S+)? (?:vykusi|įvykusi|surengt)\w+|(?:\.? gadā)?(?: \S+)? (?:notikuš|rīkot)\w+"
    r"|(?: (?:in|i) \S+(?: \S+)?)? (?:abgehalten\w*|veranstaltet\w*|stattgefunden\w*|gehouden|hållna|afholdte|avholdte)|(?: წელს)?(?: \S+ში)? გამართულ\w+|(?: में)?(?: \S+ में)? (?:आयोजित|हुए|हुई)|(?: मा)?(?: \S+मा)? (?:भएको|सम्पन्न|आयोजित)|(?: সালে)?(?: \S+তে)? অনুষ্ঠিত)(?: un| bm)? ['\"«„“‘]?$"
)
# The same where no space parts words, or a particle says where.
_EAST = lazily(
    rf"{_Y}(?:年(?:\d{{1,2}}月)?(?:在[一-鿿]{{1,6}})?(?:举行|举办|召开)的(?:联合国)?|年に?(?:[一-鿿ァ-ヿ·・]{{1,10}}で)?(?:开かれた|开催された|行われた)(?:国连の?)?|년(?:에)?(?: \S+에서)? (?:열린|개최된|열렸던) (?:유엔 )?)[「『《‘'“\"]?$"
)
_IN = r"(?: (?:in|at|on|à|au|aux|en|a|em|n[oa]s?|nel(?:la|l)?|al(?:la|l)?|w|we|v|ve|в|во|у|ў|на|di|pada|tại|ở|i|på|u|la|στ\w+|te|op)(?: [^\s.,;:!?()\d]+){1,4}?| في(?: [^\s.,;:!?()\d]+){1,2}?| [בب]\w+(?: [^\s.,;:!?()\d]+)?)?"
_PUT = r"(?: (?:in|en|em|nel|im|w|we|v roce|v roku|в|во|у|i|in het jaar|år|tahun|pada tahun|pada|năm|vào năm|عام|سنه|في عام|το|în|u|през|aastal|ב))? ?"
_AFTER = lazily(
    rf",?(?: ?(?:(?<!\w)(?:(?:that |which )?(?:was |were )?(?:held|staged|hosted|organi[sz]ed)(?= (?:in|at|on) )|(?:that|which) took place|(?:qui s est )?(?:tenue?|déroulée?)|organisée?|accueillie?|celebrad[oa]|realizad[oa]|organizad[oa]|que (?:se celebró|tuvo lugar|se realizó)|ocorrid[oa]|que (?:decorreu|aconteceu|se realizou|teve lugar)|(?:che si è )?(?:tenut[oa]|svolt[oa])(?:si)?|organizzat[oa]|ospitat[oa]"
    rf"|проведенн\w+|прошедш\w+|состоявш\w+|организованн\w+|котор\w+ (?:прош\w+|состоял\w+)|проведен\w+|що відбу\w+|як\w+ (?:відбу\w+|прой\w+)|zorganizowan\w+|któr[ya] odbył[ao]? się|konan\w+|kter\w+ se konal\w*|ktor\w+ sa konal\w*|održan\w+|одржан\w+|koj[iae] je održan\w?|организиран\w+|som (?:hölls|holdtes|ble holdt|blev holdt)|(?:der|som) blev (?:af)?holdt"
    rf"|organizat\w*|desfășurat\w*|care a avut loc|που (?:πραγματοποιήθηκε|έγινε|διεξήχθη|διοργανώθηκε)|yang (?:digelar|diadakan|berlangsung|diselenggarakan)|(?:được )?(?:tổ chức|diễn ra)|(?:الذي|التي) (?:عقدت?|اقيمت?|انعقدت?|استضافته\w?)|المنعقده?|שהתקיים|שהתקיימה|שנערך|שנערכה)(?!\w)|(?:ที่|ซึ่ง)จัด(?:ขึ้น)?(?: ?(?:ที่|ใน|ณ){_GAP}{{1,26}}?)?))(?P<where>{_IN}{_PUT})(?:(?:เมื่อ|ใน)?ปี ?)?{_Y}(?!%)"
)
# Before it, the year behind the participle, as Slavs write.
_PASSED = lazily(
    rf"(?<!\w)(?<!, )(?:организованн|проведенн|прошедш|состоявш|проведен|організован|праведзен|zorganizowan|odbyt|konan|uspořádan|usporiadan|održan|одржан)\w+"
    rf"(?: (?:в|у|ў|w|v|u) \S+)? (?:в|у|ў|през|w|v|v roce|v roku) {_Y}(?: (?:г(?:оду)?\.?|році|годзе|roku|r\.|г\.))?(?: (?:в|у|ў|w|v|u) \S+)? ['\"«„“‘]?$"
)
# Where the verb ends the clause: "das 2012 in Baku stattfand", "که سال 2012 در باکو برگزار شد".
_CLAUSE = lazily(
    rf",?(?: (?:das|der|die|dat|كه)) (?:in |im jahr |در سال |سال )?{_Y}(?:(?P<where>(?:(?! (?:und|en) ){_GAP}){{0,40}}?) (?:stattfand|stattgefunden hat(?:te)?|abgehalten wurde|veranstaltet wurde|plaatsvond|(?:werd|is) gehouden)|(?: در \S+(?: \S+)?)? برگزار (?:شد|شده|گرديد))(?!\w)"
)
# What is written in small letters where a town and a year stand: "in the city of Baku in the year 2012".
_PLAIN = lazily(
    r"(?:nell[ao]?|dans|tại|στ\w+|vào|pada|tahun|jaar|jahr|roce|roku|aastal|city|town|capital|ciudad|ville|capitale|cidade|città|kota|hauptstadt|город\w*|столиц\w*|місті|столиці|gradu|mieście|stolicy|městě)"
)
LEAST = 4  # letters of a word that shows by its capital whether it is a town's


def held_then(
    reading: Reading, place: tuple[int, int], forum: Forum, published: datetime | None
) -> Resolved | None:
    """The edition that is told to have been held in a year, right beside the name at the folded `place`."""
    text, (start, end) = reading.text, place
    left, right = max(0, start - REACH), end + REACH
    if not _SIGN.search(text, left, right):
        return None
    told = _AFTER.match(text, end, right) or _CLAUSE.match(text, end, right)
    if told is None and _SIGN.search(text, left, start):
        before = (_EAST,) if text[start - 1] > _LAST_SPACED else (_BEFORE, _PASSED, _EAST)
        told = next(filter(None, (words.search(text, left, start) for words in before)), None)
    if told is None or _SINCE.search(text, max(0, told.start("year") - 16), told.start("year")):
        return None
    if "where" in told.re.groupindex and told["where"] and not _tells_a_town(reading, *told.span("where")):
        return None
    year = year_of(told["year"])
    if year is None or not forum.possible(year, latest_year(published)):
        return None
    found = Resolved(year, min(start, told.start()), max(end, told.end()), "year")
    return None if pictured(text, found, published) else found


def _tells_a_town(reading: Reading, first: int, last: int) -> bool:
    """Whether the folded [first, last) is of a town alone: not "at a hall built in", "under a contract of"."""
    words = reading.quote(first, last).split()
    return all(len(word) < LEAST or not word.islower() or _PLAIN.fullmatch(word) for word in words)
