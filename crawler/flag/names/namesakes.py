"""Places where a forum's name is part of, or stands for, another thing: a company, a building, a sister show, a post, a horse, a
course's code.

"Computex Tills Ltd", "Computex, a maker of tills", "贵阳数博会展服务股份有限公司", "Web Summit Rio", "Boao Forum Hotel",
"a former World Economic Forum director".
"""

from __future__ import annotations

from collections.abc import Sequence

from crawler.flag.names.codes import is_code
from crawler.flag.names.context import Around
from crawler.flag.names.found import Found
from crawler.flag.names.shows import BRANDS, sister_end
from crawler.flag.names.spelling import Candidate
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.flag.watchlist.terms import Term
from crawler.patterns import lazily

AHEAD = 80  # characters after a name in which a company's form may stand
BEHIND = 60
_FORM = (
    r"ltd|limited|gmbh|ag|sa|s\.a\.|s\.l\.|sl|b\.?v\.?|nv|inc|llc|l\.l\.c\.|corp|corporation|plc|pty|sarl|sas|srl|s\.?r\.?l\.?|spa|s\.p\.a\.|lda|ltda|oy|oyj|aps"
    r"|sp\. z o\.? ?o\.?|tbk|sdn\.? bhd|pte|a\.?ş\.?|şti|kg|ohg|ооо|оао|зао|пао|тоо|тов"
)
_MAKER = (
    r"maker|manufacturer|importer|exporter|retailer|wholesaler|dealer|supplier|subsidiary|shop|chain|brand|band|magazine|newsletter|restaurant|nightclub"
    r"|händler|hersteller|zulieferer|unternehmen|firma|fabrikant|fabricant|entreprise|société|fournisseur|fabricante|empresa|importador\w*|proveedor\w*|fornecedor\w*|loja"
    r"|azienda|ditta|produttore|fornitore|bedrijf|producent|фирма|компания|производитель\w*|поставщик\w*|spółka|sklep|üretici\w*|şirketi?"
)
_THING = (
    r"horse|gelding|mare|filly|colt|stallion|racehorse|dog|cat|boat|yacht|ship|ferry|trio|album|song|novel|film|pub|bar|café|cafe|caffè|kneipe|bistro|kawiarnia|кафе|бар|quán|kedai|warung|caballo|yegua|barco|cavalo|égua|navio|cheval|jument"
    r"|voilier|pferd|stute|jacht|hund|cavallo|barca|paard|schip|лошадь|жеребец|яхта|koń|klacz|jacht|kuda|kapal|con ngựa|tàu|حصان|يخت|घोड़ा"
)
_PORTUGUESE = (
    r"empresa|loja|importadora?|fornecedora?|fabricante"  # "a empresa" is the firm, not one called so
)
_FIRM_AFTER = lazily(
    rf"\s(?P<form>{_FORM})(?!\w)|,? (?:an?(?! (?:\w+ ){{0,2}}(?:{_PORTUGUESE})(?!\w))|eine?|une?|una?|uma?|um|een) (?:[\w.]+ ){{0,3}}?(?:{_MAKER}|{_THING}|company|firm)(?!\w)"
    # "Vivatech Gym, fabricante de bicicletas, ..."
    r"|(?: \w+)?, (?:maker|manufacturer|importer|fabricante|fabricant|importador[a]?|hersteller|händler|produttore|fornitore|fabrikant|producent|производитель|поставщик|fornecedora?|proveedor) (?:of|de|von|di|van|\w+) [^.,;\n]{2,60},"
    rf"|, the (?:[\w.]+ ){{0,3}}?(?:{_MAKER}|company|firm) (?:of|that|which|based|from|in)(?!\w)"
    r"|\s?(?:株式会社|有限公司|股份|\(株\)|㈱|주식회사|카페|식당|학원|약국|부동산|치과|미용실|산업|상사|전자|코리아)|\s(?:จำกัด|شركه)"
    r"|\s(?:का |के |की |كا |كے |كي )?(?:लिमिटेड|प्राइवेट|कंपनी|कम्पनी|ग्रुप|गारमेंट्स|कॉलेज|स्कूल|अस्पताल|बैंक|परीक्षा|टेस्ट|লিমিটেড|কোম্পানি|কোম্পানী|গ্রুপ|গার্মেন্টস|কলেজ|স্কুল|হাসপাতাল|ব্যাংক|পরীক্ষা|টেস্ট|لميٹڈ|كمپني|گروپ|گارمنٹس|كالج|سكول|اسكول|ہسپتال|بينك|امتحان|ٹيسٹ|நிறுவன|கல்லூரி|பள்ளி|மருத்துவமனை|வங்கி|தேர்வு)"  # an examination's as well
)
_FIRM_NEAR = lazily(
    rf"(?<!\w)(?:{_MAKER}|company|firm|şirketi|कंपनी|제조업체|업체|기업|メーカー)(?:\w{{0,2}} | |)[«\"“„]?$|(?:メーカー|企业の)$"
)
_THERE = lazily(
    r"(?<!\w)(?:at|at the|auf der|bei der|au|à|en el|en la|na|no|al|alla|op de|na targach|di|tại|в|на) $"
)
_AT_IT = lazily(r"['’](?:y?[ae](?!\w)|[dt][ae]|nd[aeə])(?:ki\w*)?(?!\w)| ?에서(?!\w)| ?20[2-4]\d(?!\d)")
_THING_NEAR = lazily(rf"(?<!\w)(?:{_THING}) [«\"“„]?$")
# Japanese papers of a company: "シーテック(名古屋市)は"
_SEAT = lazily(r"\s?\((?:东京|[^()\n]{1,8}[市区])\)")
_FIRM_FAR = lazily(rf"(?:\s[\w&]+){{1,3}}\s(?P<form>{_FORM})(?!\w)")
_FIRM_BEFORE = lazily(
    r"(?:(?<!\w)(?:ооо|оао|зао|пао|тоо|тов|pt|cv|công ty|cty|شركه|fa\.|firma|spółka|the firm|family owned firm|maker|retailer|importer|مصنع|مصانع|متجر|مطعم|товариществ\w+|мастерск\w+|завод\w*|фирма|компания|компьютерная фирма)[ «\"“„]*|株式会社|有限会社|㈱|\(株\)|주식회사 ?|\(주\) ?|บริษัท ?|(?:บริษัท|ห้างหุ้นส่วน) ?[^()\n]{2,40}\()$"
)
# Chinese: what is left of a longer name up to its form; a verb or a particle in between makes it two things.
_FIRM_HAN = lazily(
    r"(?!中(?!心))[^\W\d_a-z的在与和及上期间吸引获邀由是将开闭举参现对让向把被推发携联赴到为]{0,10}?(?:有限公司|有限责任公司|股份公司)"
    r"|(?:[^\W\d_a-z的在与和及上]{0,2}?)(?:概念股|概念板块|酒店|宾馆|大道|大厦|小区|路站|广场)"
)
_HAN = lazily(r"[\u4e00-\u9fff]")
# The name's last or first character belongs to another word: 会计 accounting, 展望 outlook, หน่วยงาน an office.
_RUNS_ON = lazily(r"(?<=会)计|(?<=展)望|(?<=大会)堂|くん|ちゃん")
_RUNS_IN = lazily(r"(?:หน่วย|สำนัก|พนัก|โรง|ทีม|แรง|ราย|พลัง|ผล)$")
COINED = 10  # letters; a longer word says what it is: "weltinternetkonferenz"
_COMPOSED = lazily(r"forum|포럼|フォーラム|форум|[\u4e00-\u9fff\u0e00-\u0e7f\d]")
# With a capital letter after the name these make it a building, a street, a paper or a house of business.
_PLACE_AFTER = lazily(
    r"-(?:Grundschule|Schule|Gesamtschule|Realschule|Gymnasium|Kita|Hotel|Klinik|Straße|Strasse|Platz|Apotheke|Arena|Stadion|Fonds|Aktien?)(?!\w)"
    r"| (?:(?:Primary|Secondary|High|Middle|Elementary|Grammar|International|Community) School|Hotel|Street|Road|Avenue|Boulevard|Lane|Tower|School|Club|Magazine|Café|Restaurant|Resort|Hospital|Clinic|College|University|Cup|Trophy|Academy|Électricité|Plomberie|Bâtiment|Informatique|Immobilier|Conseil|Formation|Chauffage|Menuiserie|Services?|Solutions|Systems|Elektro|Elektrotechnik|Haustechnik|Sanitär|Bau|Immobilien|Impianti|Costruzioni|Elettronica|Servizi|Electricidad|Fontanería|Instalaciones|Construcciones|Informática|Inmobiliaria|Serviços|Construções|Elétrica|Elektronik|Bilişim|Mimarlık)(?!\w)"
)
_HOUSE_AFTER = lazily(
    r" (?:Bank(?! of )|Banca|Banco|Banque|Bancorp|Savings|Insurance|Holdings?|Ventures|Foods|Pharma|Pharmaceuticals|Chemicals|Motors|Airlines|Airways|Railways?|Shipping|Garments?|Textiles?|Industries|Consulting|Trading|Bakery|Brewery|Dairy|Farms|Mining|Steel|Cement|Petroleum|Realty|Properties|Logistics"
    r"|Credit Union|Mutual|Versicherung(?:en)?|Assurances?|Seguros|Assicurazioni|Банк|Bankası|بنك)(?!\w)"
)
# Behind that, what makes it a part of the forum, "SFF Insurance Day", and in a headline another word of it: "CES Motors Into".
_OF_FORUM = lazily(
    r" (?:[Pp]avilion|[Hh]all|[Ss]tand|[Dd]ay|[Nn]ight|[Ss]ummit|[Ff]orum|[Tt]rack|[Ss]tage|[Zz]one|[Aa]rea|[Vv]illage|[Rr]eception|[Dd]inner|[Aa]ward|[Pp]rize|[Pp]anel|[Ss]ession|[Rr]oundtable|[Rr]eport|[Gg]overnor|and [A-Z]\w+ [Gg]overnor)s?(?!\w)"
)
_HEADLINE = lazily(r" (?!Ltd|Limited|Inc|Plc|PLC|Corp|Group|GmbH|AG|SA|Co(?!\w))[^\W\d_]")
_PLACE_BEFORE = lazily(
    r"(?<!\w)(?:rue|avenue|boulevard|calle|avenida|plaza|rua|piazza|hotel|hôtel|ulica|ul\.|улица|ул\.|jalan|đường|ถนน) (?:de |del |do |da |di |du )?$"
)
_IN = lazily(r"\s(?:(?:a(?=\s(?:rio|doha))|in|en|de|do|da|no|na|em|à|w|в|у)\s)?")
_SISTER = lazily(
    r"(?:rio|río|qatar|catar|doha|vancouver|canada|toronto|dublin|kigali|lagos|nairobi|new york|los angeles|san francisco|miami|tokyo|osaka|london|frankfurt|warsaw|mumbai|bangalore|bengaluru|são paulo|sao paulo|mexico city|buenos aires|melbourne|sydney)(?!\w| based)"
)
_DASH = lazily(r"\s[–—-]\s")
_POST = (
    r"(?:senior |managing |executive |deputy |general |regional )*(?:director|manager|executive|adviser|advisor|economist|employee|official|staffer|president|chair|spokes\w+|head|fellow|researcher)"
    r"|direct(?:eur|rice)\w*|cadre|conseill\w+|direct[ou]ra?|director\w*|diretor\w*|dirigente|direttor\w+|consiglier\w+|funcionari\w+|geschäftsführer\w*|manager\w*|direktor\w*|mitarbeiter\w*|berater\w*"
    r"|directeur|bestuurder|medewerker|adviseur|директор\w*|сотрудни\w+|советни\w+|dyrektor\w*|doradc\w+|pracowni\w+|müdür\w*|yöneticisi|danışman\w*|direktur|pengarah|penasihat|giám đốc|cố vấn"
)
_FORMER = r"former|ex|once|ancien(?:ne)?|früher\w*|ehemalig\w*|vormals|antigu[oa]|antig[oa]|já|già|oud|voormalig\w*|бывш\w+|екс|экс|колишн\w+|był[ay]|dawn[ya]|mantan|bekas|cựu"
_FORMER_BEFORE = lazily(
    rf"(?<!\w)(?:(?:{_FORMER})(?: an?)? (?:\w+ ){{0,2}}(?:{_POST})|ex(?:{_POST}))(?: (?:of|at|for|with|by|from|du|de|del|do|da|dello|della|des|beim|bei|vom|van|van het|di))*(?: the| het)? $"
    r"|(?:(?:adalah )?อดีต(?:ผู้อำนวยการ|ที่ปรึกษา|เจ้าหน้าที่)|السابق في |السابقه في )$"
)
_FORMER_POST = lazily(
    rf"(?:\s(?:s )?(?:{_POST})(?!\w)|(?:执行|常务|高级)?(?:董事|总监|主任|顾问|职员|经济学者|职员|理事|事务局)| ?(?:이사|국장|자문|직원|연구원))"
)
_FORMER_WORD = lazily(rf"(?<!\w)(?:{_FORMER})(?: an?| the)? $|(?:曾任|曾是|前|元|전 ?)$")
_EX_AFTER = lazily(
    r"\s?(?:nın|nin|nun|nün|ın|in|un|ün)? ?eski (?:müdür|yönetici|danışman)\w*| ?(?:이사|국장|자문|직원|연구원)(?:를|을)? (?:지낸|역임|출신)"
)


def firms(reading: Reading, candidates: Sequence[Candidate]) -> set[str]:
    """The folded names that somewhere in the article are a company's, or the letters of a code; or a house's of business by which
    its headline or its text first has them: "SFF Bank"."""
    out, led = set(), dict[tuple[str, bool], int]()
    for place, term in candidates:
        name = reading.text[place.start : place.end]
        first = led.setdefault((name, place.start < reading.title_end), place.start)
        if term.grade != "hint" and (
            _is_firm(reading, place) or (term.short and first == place.start and _is_makers(reading, place))
        ):
            out.add(name)
    return out


def sisters(reading: Reading, candidates: Sequence[Candidate]) -> set[str]:
    """The folded names that the article first uses of a show elsewhere: "Web Summit Rio opened. Web Summit ..."."""
    names = {
        reading.text[place.start : place.end]: place.start
        for place, term in reversed(candidates)
        if term.grade == "name"
    }
    out = set()
    for name, first in names.items():
        at = reading.text.find(name)
        gap = _IN.match(reading.text, at + len(name)) if 0 <= at <= first else None
        if gap and _SISTER.match(reading.text, gap.end()):
            out.add(name)
    return out


def coined(name: str, written: str) -> bool:
    """Whether a folded name is so short that firms and pubs have it too: "Computex", "Web Summit", "컴퓨텍스".

    As `written` with capitals inside a word it is nobody else's: "CEATEC", "VivaTech".
    """
    short = len(name) <= COINED and name.count(" ") <= 1 and not _COMPOSED.search(name)
    return short and not any(word[1:] != word[1:].lower() for word in written.split())


def _is_firm(reading: Reading, place: Found) -> bool:
    text = reading.text
    if _AT_IT.match(reading.whole, reading.folded.span(place.start, place.end)[1]):
        return False  # "üretici MWC'de ...": the maker at MWC; "MWC'ye", to it; and no firm has a year
    before = text[max(0, place.start - BEHIND) : place.start]
    if coined(text[place.start : place.end], "") and (
        _FIRM_NEAR.search(before) or _SEAT.match(text, place.end)
    ):
        return True
    if _FIRM_BEFORE.search(before) or _THING_NEAR.search(before) or is_code(reading, place):
        return True
    if _HAN.match(text, place.end - 1) and _FIRM_HAN.match(text, place.end, place.end + AHEAD):
        return True
    after = _FIRM_AFTER.match(text, place.end, place.end + AHEAD)
    if _THERE.search(before) and not (after and after["form"]):
        return False  # "at CES Samsung Electronics Co ...": two names
    if not after and not before.endswith((" the ", " of ")):
        after = _FIRM_FAR.match(text, place.end, place.end + AHEAD)
    if not after or after["form"] is None:
        return bool(after)
    return not reading.whole[reading.folded.origin(after.start("form"))].islower()


def namesake(reading: Reading, around: Around, place: Found, term: Term, forum: Forum) -> bool:
    """Whether the name is, just here, part of another thing's name."""
    text = reading.text
    if _is_firm(reading, place) or _building(reading, place) or _within_words(text, place):
        return True
    if term.grade != "hint" and _former(text, place):
        return True
    brand = term.grade == "low" and text[place.start : place.end] in BRANDS
    return (term.grade == "name" or brand) and sister(reading, around, place, forum)


def _within_words(text: str, place: Found) -> bool:
    """Whether the script without spaces hides that the name is only letters of longer words."""
    if _RUNS_ON.match(text, place.end):
        return True
    return text.startswith("งาน", place.start) and bool(
        _RUNS_IN.search(text, max(0, place.start - 8), place.start)
    )


def sister(reading: Reading, around: Around, place: Found, forum: Forum) -> bool:
    """Whether a city follows the name in which the forum is never held: "Web Summit de Rio"."""
    if forum.organisation or forum.tier == "core" or len(forum.host) != 1:
        return False
    gap = _IN.match(reading.text, place.end)
    if not gap:
        return False
    at = gap.end()
    origin = reading.folded.origin
    if _DASH.search(reading.whole, origin(place.end - 1) + 1, origin(at) + 1):
        return False  # "GITEX Europe – Dubai's fair comes to Berlin"
    if " based" in reading.text[at : at + 20]:
        return False  # "at Web Summit London-based ..."
    here = [kind[1] for kind, found in around.places.items() if kind[0] == "city" and _begins_at(found, at)]
    if here:
        return not any(city in forum.cities for city in here)
    return bool(_SISTER.match(reading.text, at) or sister_end(reading, place.start, place.end))


def _begins_at(found: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start == at for start, _ in found)


def _is_house(reading: Reading, place: Found) -> bool:
    """Whether what such a house does follows with a capital letter: "SFF Bank"."""
    return _HOUSE_AFTER.match(reading.whole, reading.folded.span(place.start, place.end)[1]) is not None


def _is_makers(reading: Reading, place: Found) -> bool:
    """Whether such a house is so plainly meant that the short name is its own all through the article."""
    house = _HOUSE_AFTER.match(reading.whole, reading.folded.span(place.start, place.end)[1])
    if house is None or _OF_FORUM.match(reading.whole, house.end()):
        return False
    word = _HEADLINE.match(reading.whole, house.end()) if place.end < reading.title_end else None
    if word and word[0][-1].isupper():
        return False
    return not _THERE.search(reading.text, max(0, place.start - BEHIND), place.start)


def _building(reading: Reading, place: Found) -> bool:
    end = reading.folded.span(place.start, place.end)[1]
    before = reading.text[max(0, place.start - 24) : place.start]
    return bool(
        _PLACE_AFTER.match(reading.whole, end) or _is_house(reading, place) or _PLACE_BEFORE.search(before)
    )


def _former(text: str, place: Found) -> bool:
    before = text[max(0, place.start - BEHIND) : place.start]
    if _FORMER_BEFORE.search(before) or _EX_AFTER.match(text, place.end):
        return True
    return bool(_FORMER_WORD.search(before) and _FORMER_POST.match(text, place.end))
