"""Places where a forum's name is only part of a longer name, of a school's, a country's or a youth's meeting.

"The Riverside School Internet Governance Forum", 「校内インターネットガバナンスフォーラム」, 한국인터넷거버넌스포럼,
"Foro de Gobernanza de Internet de México".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crawler.flag.names.context import Around
from crawler.flag.names.found import Found
from crawler.flag.names.spelling import Candidate
from crawler.flag.text.fold import UNSPACED
from crawler.flag.text.numerals import ANY_YEAR, ORDINAL
from crawler.flag.text.reading import Reading
from crawler.flag.text.words import each
from crawler.flag.watchlist.forum import Forum
from crawler.flag.watchlist.terms import Term
from crawler.patterns import lazily

BEFORE = 40  # characters before a name in which a quote opens, and a longer name begins
AFTER = 30  # behind it, in which the quote closes
MAX_REGION = 22  # characters of a region before a name
MAX_PREFIX = 14  # characters of a longer name's beginning in scripts without spaces
LEAST_WORDS = 3  # of a name that says what it is, and may be others' too
_OPEN = lazily("[「『“„«《‘\"'](?=[^「『“„«《‘\"'」』”»》’]*$)")
_CLOSE = lazily("[^「『“„«《」』”»》’\"'\n。!?]*[」』”»》’\"']")
_PARTICLE = lazily(r"(?:보다|에서|에|은|는|이|가|을|를|과|와|으로|로|부터|까지|도)(?:는|도)? \w")
# What may stand before a name without making it another's.
_OURS = lazily(
    rf"{ANY_YEAR}|{ORDINAL}|\d+|[年年度届屆回次的の 　:：|·・()（）\[\]-]|国連|联合国|聯合國|유엔|국제|国際|国际|國際|世界|年次|年度|恒例|今年|本年|第|ครั้งที่|ปี|งาน|การ"
)
_CLAUSES = lazily("[、。,，;；:：はがをでにもへと在于是了将把向从对]|에서|으로|[은는을를] |ว่า|ที่|ใน")
_LINKS = frozenset(
    ["of", "the", "for", "and", "on", "de", "du", "des", "del", "da", "do", "di", "der", "für", "y", "e"]
)
# Words with a capital before a name that are no part of it.
_NO_PART = frozenset(
    each(
        "pre post mid uno bundes the a an at in on from for to with and or of by as but if when while after before since until during via per un united nations annual global international world last next "
        "this that these those upcoming first second third fourth fifth sixth seventh eighth ninth tenth its their our his her both each every said says i we he she they it "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
        "spring summer autumn winter president chairman chair minister mr ms mrs dr le la les el los die der das den dem o os il lo de du des del"
    )
)
_REGIONS = (
    "中国|亚洲|亚太|亚太区|非洲|欧洲|东盟|东南亚|中亚|阿拉伯|拉美|日本|韩国|印度|印尼|泰国|越南|新加坡|马来西亚|台湾|香港|澳门|俄罗斯|青年|青少年|校园|大学生|地方|地区|区域|全国|省|市"
    "|アジア|アジア太平洋|アフリカ|ヨーロッパ|欧州|东南アジア|ユース|若者|地域|国内|校内|学生|高校生"
    "|한국|아시아|아시아태평양|아태|아프리카|유럽|동남아|청소년|청년|대학생|국내|지역"
)
# The same in languages whose adjectives take endings, and as names of countries before a name.
_REGIONAL = (
    "україн|російськ|європейськ|національн|молодіжн|регіональн|всеукраїн|российск|всероссийск|казахстан|узбек|узбекистан|кыргыз|киргиз|таджик|туркмен|белорус|армян|грузин"
    "|азербайджан|молдав|европейск|азиатск|африканск|арабск|евразийск|центральноазиат|балтийск|национальн|региональн|молодежн|юношеск|български|националн|младежк|српск|македонск|қазақстан|өзбекстан|монгол"
    "|polsk|krajow|młodzieżow|europejsk|česk|slovensk|evropsk|národn|hrvatsk|srpsk|nacionaln|europsk|suomen|pohjoismai|kansalli|svensk|norsk|dansk|nordisk|nationell|nasjonal|national|nationaal|nederlands|europe|europæisk|europäisch"
    "|deutsch|österreichisch|schweizer|magyar|nemzeti|român|naţional|național|türkiye|ulusal|avrupa|afrika|azərbaycan|gürcüstan|milli|o zbekiston|lietuvos|latvijas|eesti|baltijos|baltijas|balti|nacionalin|nacionālai|íslensk|საქართველო|ქართულ|ეროვნულ|հայաստան|ազգային"
    "|ελληνικ|ευρωπαϊκ|κυπριακ|βαλκανικ|εθνικ|ασιατικ|αφρικανικ|περιφερειακ|νεανικ|орталық азия|борбордук азия|марказий осие|ўзбекистон|осиеи марказӣ|тоҷикистон|улуттук|ұлттық|миллий|жаштар|жастар"
)
_NAMED = "भारत|भारतीय|बांग्लादेश|नेपाल|पाकिस्तान|श्रीलंका|राष्ट्रीय|एशिया|एशिया प्रशांत|एसिया|एसिया प्रशान्त|राष्ट्रिय|युवा|ශ්රී ලංකා|ජාතික|ආසියානු|वाईआईजीएफ|বাংলাদেশ|ভারত|নেপাল|পাকিস্তান|জাতীয়|এশিয়া|এশিয়া প্যাসিফিক|আফ্রিকান?|دنيا|پاكستان|بهارت|بنگله ديش|ايشيا|قومي|افريقي"
_BEHIND = (
    "ไทย|แห่งประเทศไทย|ประเทศไทย|เอเชีย|เอเชียแปซิฟิก|อาเซียน|แอฟริกา|ยุโรป|ภูมิภาค|ระดับภูมิภาค|ระดับประเทศ|เยาวชน"
    "|việt nam|châu á|châu phi|khu vực|quốc gia|thanh niên|indonesia|malaysia|nasional|regional|remaja|asia|asean|afrika|africa|europa|europe|eropa"
    "|العربي|العربيه|الافريقي|الاسيوي|الاوروبي|الوطني|الاقليمي|للشباب|السعودي|المصري|اللبناني|المغربي|التونسي|الليبي|السوداني|العراقي|شمال افريقيا"
    "|(?:de |du |da |do |del |d |des |of |für |in |en |au )?(?:méxico|mexico|argentina|colombia|chile|perú|peru|ecuador|bolivia|venezuela|uruguay|paraguay|españa|espagne|spain|brasil|brazil|portugal|france|belgique|suisse|québec|canada"
    "|sénégal|bénin|togo|cameroun|mali|niger|côte d ivoire|congo|rdc|tchad|gabon|burkina faso|guinée|maroc|tunisie|algérie|italia|polska|polski|rosji|deutschland|österreich|schweiz"
    "|latinoamérica|américa latina|amérique latine|lac|caribe|áfrica|afrique(?: (?:de l ouest|centrale|australe|du nord))?|asie|jóvenes|jeunes|juventude|juventud|youth)"
    "|россии|казахстана|украины|беларуси|узбекистана|для молодежи"
)
_NAMED_BEFORE = lazily(r"(?<!\w)(?:[Tt]he|an?|this year's|its|their|our) (?P<words>(?:[A-Z][a-z]+ ){1,3})$")
# Whose a meeting is that has a forum's name and is not the forum: the chamber's, the school's, "der IHK".
_LOCAL_BEFORE = lazily(
    r"(?<!\w)(?:chamber|school|college|university|campus|library|club|church|county|parish|borough|township|rotary|museum|hospital)(?: of commerce)? s (?:(?:annual|own|new|first|second|third|\d+\w*) )*$"
)
_LOCAL_AFTER = lazily(
    r" {1,2}(?:of|at|der|des|de la|de l|del|du|de|da|do|dello|della|van de|van het|w) (?:the )?(?:\w+ ){0,2}?(?:chamber of commerce|rotary|high school|primary school|ihk|handwerkskammer|industrie und handelskammer"
    r"|(?:land)?kreises|landratsamts|gymnasiums?|hochschule|volkshochschule|sparkasse|volksbank|stadtwerke|lycée|collège|chambre de commerce|chambre des métiers|cci|mairie|médiathèque"
    r"|cámara de comercio|ayuntamiento|colegio|escola|prefeitura|câmara municipal|liceo|camera di commercio|gemeente|kamer van koophandel|liceum|gminy|powiatu|szkoły)(?!\w)"
)
# Whose a meeting is in German: "Hessischer Digitalgipfel", "Kölner Digitalgipfel".
_GERMAN_PLACE = lazily(
    r"(?<!\w)(?!(?:Der|Dieser|Jeder|Unser|Immer|Einer|Weiterer|Erster|Neuer|Nächster|Heutiger|Jährlicher|Nationaler|Großer) )"
    r"(?P<word>[A-ZÄÖÜ][\w-]*ische[rnms]?|[A-ZÄÖÜ]\w{3,}er) $"
)
_GERMAN_LANDS = ("DE", "AT", "CH")
LEAST_CITY = 5  # letters of a city that its adjective keeps
_BOUND_AFTER = lazily(r"-[а-яё]{3}")
_REST = lazily(
    r" (?P<rest>(?:[A-ZÀ-ÖØ-Þ][\w’']+|[\u0400-\u04ff]{3,}|[\u0620-\u06ff]{3,})(?: [\w’']+)?)[」』”“»«》’‘\"]"
)
_BOUND = lazily(r"(?<!\w)(?P<word>[^\W\d_]{3,})-$")
_BRANCH_BEFORE = lazily(rf"(?:{_REGIONS}) ?$|(?<!\w)(?:(?:{_REGIONAL})\w{{0,6}}|{_NAMED}) $")
_COUNTRY_CODE = lazily(r"[-‐‑][A-Z]{1,3}(?![\w-])")  # IGF-UA
_BRANCH_AFTER = lazily(rf" ?(?:{_BEHIND})(?![^\W\d_]*[a-zа-я\u0620-\u064a])")


def longer(reading: Reading, around: Around, place: Found, term: Term, forum: Forum) -> bool:
    """Whether the name there is part of a longer one that is not the forum's."""
    if term.grade in ("name", "low") and of_a_place(reading, place, forum):
        return True
    branches = any("~" in name for name in forum.excluded)
    if branches and _COUNTRY_CODE.match(reading.whole, reading.folded.span(place.start, place.end)[1]):
        return True
    if term.grade not in ("name", "none"):
        return False
    if _local(reading.text, around, place, forum):
        return True
    if branches and _branch(reading.text, around, place, forum):
        return True
    return (
        _goes_on(reading, around, place, forum)
        or _compound(reading, around, place, forum)
        or _quoted(reading, around, place, forum)
        or _capitals(reading, around, place, forum)
    )


def others_too(
    reading: Reading, around: Around, candidates: Sequence[Candidate], forums: Mapping[str, Forum]
) -> set[str]:
    """The folded names that the text first uses of another body's meeting, or in a longer name in quotes."""
    out: set[str] = set()
    first: set[str] = set()
    for place, term in candidates:
        name = reading.text[place.start : place.end]
        if term.grade != "name" or place.start < reading.body or name in first:
            continue
        first.add(name)
        forum = forums[term.forum_id]
        branches = any("~" in excluded for excluded in forum.excluded)
        if (
            _local(reading.text, around, place, forum)
            or _goes_on(reading, around, place, forum)
            or (branches and _branch(reading.text, around, place, forum))
        ):
            out.add(name)
    return out


def of_a_place(reading: Reading, place: Found, forum: Forum) -> bool:
    """Whether an adjective of a state or a city stands before a German compound that a forum of these countries is called
    by, and it is not the forum's city."""
    if (
        reading.language != "de"
        or forum.country not in _GERMAN_LANDS
        or " " in reading.text[place.start : place.end]
    ):
        return False
    first = reading.folded.span(place.start, place.end)[0]
    before = _GERMAN_PLACE.search(reading.whole, max(0, first - BEFORE), first)
    return before is not None and not any(
        before["word"].startswith(city[:LEAST_CITY]) for city in forum.cities
    )


def _local(text: str, around: Around, place: Found, forum: Forum) -> bool:
    """Whether a chamber, a school or a town council holds it: "the Chamber's AI Impact Summit"."""
    before = _LOCAL_BEFORE.search(text, max(0, place.start - BEFORE), place.start)
    after = _LOCAL_AFTER.match(text, place.end, place.end + 2 * AFTER)
    return any(match and not _ours(around, forum, *match.span()) for match in (before, after))


def _branch(text: str, around: Around, place: Found, forum: Forum) -> bool:
    """Whether a country, a region or the young hold it, and it is not where the forum itself is held."""
    before = _BRANCH_BEFORE.search(text, max(0, place.start - MAX_REGION), place.start)
    after = _BRANCH_AFTER.match(text, place.end)
    spans = [match.span() for match in (before, after) if match and match.group().strip()]
    return any(not _ours(around, forum, *span) for span in spans)


def _ours(around: Around, forum: Forum, start: int, end: int) -> bool:
    """Whether the forum's city or organiser is named within the folded [start, end)."""
    signs = [("org", forum.id), *(("city", city) for city in forum.cities)]
    return any(
        start <= first and last <= end for sign in signs for first, last in around.places.get(sign, ())
    )


def _goes_on(reading: Reading, around: Around, place: Found, forum: Forum) -> bool:
    """Whether a quote that opens before the name goes on behind it, or a hyphen binds another word to a Cyrillic name:
    «Форум по управлению интернет-магазинами»."""
    first, last = reading.folded.span(place.start, place.end)
    if "а" <= reading.text[place.end - 1] <= "я" and _BOUND_AFTER.match(reading.whole, last):
        return True
    if not _OPEN.fullmatch(reading.whole, first - 1, first):
        return False
    rest = _REST.match(reading.whole, last)
    end = reading.folded.place(rest.end()) if rest else 0
    return rest is not None and not _OURS.search(rest["rest"]) and not _ours(around, forum, place.end, end)


def _compound(reading: Reading, around: Around, place: Found, forum: Forum) -> bool:
    """Whether a hyphen binds another word to the name in front: "Alpen-Adria-Digitalgipfel"."""
    first = reading.folded.span(place.start, place.end)[0]
    bound = _BOUND.search(reading.whole, max(0, first - BEFORE), first)
    if bound and reading.whole[first].islower() and not reading.quote(place.start, place.end).islower():
        return False  # of what kind it is: "на стартап-конференции Slush"
    if not bound or bound["word"].lower() in _NO_PART or reading.text[place.start].isdecimal():
        return False
    return not _ours(around, forum, place.start - len(bound["word"]) - 1, place.start)


def _quoted(reading: Reading, around: Around, place: Found, forum: Forum) -> bool:
    """Whether a quote holds the name and what belongs to it in front."""
    first, last = reading.folded.span(place.start, place.end)
    opened = _OPEN.search(reading.whole, max(0, first - BEFORE), first)
    if not opened or not _CLOSE.match(reading.whole, last, last + AFTER):
        return False
    prefix = reading.whole[opened.end() : first]
    start = reading.folded.place(opened.end())
    if not prefix.strip() or _ours(around, forum, start, place.start):
        return False
    if UNSPACED.match(reading.text[place.start]):
        if _PARTICLE.match(reading.whole, last):
            return False  # a sentence that somebody says
        rest = _OURS.sub("", reading.text[start : place.start])
        return bool(rest) and len(rest) <= MAX_PREFIX and not _CLAUSES.search(prefix)
    words = prefix.split()
    named = [word for word in words if word.lower() not in _LINKS]
    return all(word[0].isupper() and word.lower() not in _NO_PART for word in named) and bool(named)


def _capitals(reading: Reading, around: Around, place: Found, forum: Forum) -> bool:
    """Whether a word with a capital stands right before a name that only says what it is: "Lagos Robot Conference"."""
    if place.start < reading.body or reading.text.count(" ", place.start, place.end) < LEAST_WORDS - 1:
        return False
    first, last = reading.folded.span(place.start, place.end)
    if not reading.whole[first].isupper() or not reading.whole[first:last].isascii():
        return False
    part = _NAMED_BEFORE.search(reading.whole, max(0, first - BEFORE), first)
    if not part or any(word.lower() in _NO_PART for word in part["words"].split()):
        return False
    return not _ours(around, forum, place.start - len(part["words"]), place.start)
