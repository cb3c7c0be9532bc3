"""What a page says of its authors → names without "By", roles, places, dates and what is no name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from crawler.agencies import agency
from crawler.parse.authors import chinese
from crawler.parse.authors.arabic import in_arabic
from crawler.parse.authors.byline import (
    AND,
    HELD,
    called_like_a_day,
    led_in,
    listed,
    without_day,
    without_place,
)
from crawler.parse.authors.byline_words import AND as AND_WORDS
from crawler.parse.authors.byline_words import BY, LABELS, SAID
from crawler.parse.authors.initials import without_initials
from crawler.parse.authors.nobody import is_nobody
from crawler.parse.authors.signature import MAX_NAME, PERSON, is_called
from crawler.parse.dates.words import says_published
from crawler.parse.page.blocks import Outline
from crawler.parse.page.clean import folded, plain, small
from crawler.patterns import lazily, rarely

MAX_AUTHORS = 20  # looked at of one place, and kept
_COMMAS = frozenset(",;/|·•，(")
# "王明 通讯员 李华"
_AND_AIDE = lazily(r"(?<=\S)\s+(?:通讯员|通訊員|实习生|實習生|(?:见习|实习|特约)记者)\s*")
_LEAD = lazily(  # in small letters; Yazan is a first name as well
    rf"^(?!haber merkez|yazan\s+[^\s:])(?:(?:{LABELS})\s*[:：៖՝፦/／|｜,،]\s*|(?:{BY}|{SAID}|de)\s*[:：៖/／|｜]\s*|(?:{BY}|{SAID}|{LABELS})\s+|[（(【]\s*|[|/·•–—-]\s*|(?:文|筆者|著者|執筆者?|取材)\s?[=＝・:：]\s?)",
)
_LONE = lazily(rf"^(?:{BY}|{SAID}|{LABELS}|de)$")  # the same, and no name behind it
_STUCK = lazily(
    r"^(?:(?:Written |Words |Story )?[Bb]y|(?:By){2})(?=[A-Z][a-z])|^(?:Von|Por|Par)(?=[A-Z][a-z]+\s)"
)
_GLUED = lazily(  # also behind the paper's name: "聯島新聞網 記者許家瑜"; before two signs 文 is a surname
    r"^(?:[\u4e00-\u9fff]{1,10}[報报社網网台臺聞闻刊]\s*[/／]?\s*)?(?:(?:文|取材|構成|聞き手)(?:・(?:文|取材|構成|写真|撮影|絵|編集)){1,3}[\s=＝]|文(?![字化学])(?=\s*[:：/／]|\s|\S{3})|記者|记者|作者|撰文|โดย|取材・文|文・)[:：/／]?\s*(?=[\u0e00-\u9fff])"
)
_TAIL = lazily(
    r"\s*(?:(?<=\s)\S{0,3}기자.*|[\s・、](?:写真|撮影|イラスト)\s?[=＝].*|기자|特派员|記者|记者|\(.*?\)|（.*?）|\|.*|<.*|@\S+.*|\S+@\S+.*|[,，–—-]\s*(?:[\w./]+\s)*?(?:reporter|editor|correspondent|writer|journalist|contributor|staff|columnist|redakteur\w*|redaktion|autor\w*|journaliste|redactor\w*|bureau|chief|producer|analyst)\b.*)\s*$",
    re.I,
)
_ROLE = lazily(  # what somebody is, not who
    r"^(?:(?:senior|chief|deputy|assistant|associate|executive|managing|news|political|politics|business|technology|tech|science|staff|contributing|guest|special|foreign|sports?|web|online|digital|editorial)\s)*"
    r"(?:reporter|editor|correspondent|writer|journalist|contributor|columnist|producer|analyst|staff|redakteur\w*|redaktion|autor\w*|journaliste|redactora?|giornalista|redattore|korrespondent\w*|ceo|cto|cfo|founder|co-founder|president|director|professor|manager|md|phd|ph\.d\.?|m\.?d\.?|rd|rn|foma|dabom|(?:[\w&-]+\s){0,4}(?:advis[eo]r|economist|strategist|lecturer|consultant|specialist|coordinator|co-ordinator|commissioner|researcher|scientist|officer))"
    r"(?:[\s-]in[\s-]chief)?(?:\s(?:of|at|for|von|de|du|di|da)\s.*)?$",
    re.I,
)
_TITLED = lazily(  # a role behind a name, nothing between
    r"(?<=\w)\s+(?:(?:senior|chief|deputy|assistant|executive|managing|news|political|politics|business|technology|tech|science|staff|contributing|special|foreign|sports?)\s)+(?:reporter|editor|correspondent|writer|journalist|contributor|columnist|producer|analyst)s?$",
    re.I,
)
HONOURED = lazily(  # titles before a name
    r"^(?:(?:dr|prof|mr|mrs|ms|ing|mag|dipl|mgr|phdr|mudr|ir|drs|др|проф|акад)\.?(?:-ing\.)?\s+|(?:ד[\"״]ר|پروفیسر|ڈاکٹر|دکتر|د\.|الدكتور|डॉ\.?|डॉक्टर|प्रो\.?|ডঃ|ড\.|ดร\.|ผศ\.|รศ\.|ศ\.)\s*)+(?=\S)",
    re.I,
)
_ALSO = lazily(r"^with\s(?:additional\s)?reporting\s(?:by|from)\s+", re.I)
_OWN = lazily(  # who somebody is to the paper, before a name
    r"^(?:(?:from )?our (?:own )?(?:\w+ )?(?:correspondent|reporter)|onze (?:verslaggever|correspondent|redacteur)|unser(?:e|em|er)? (?:korrespondent|reporter|redakteur)(?:in)?|notre (?:correspondant|envoyé)e?(?: spéciale?)?|nuestr[oa] corresponsal|nosso correspondente|наш (?:корреспондент|кореспондент)|корр?\.|dari wartawan|от нашия кореспондент)\s+(?=(?-i:[^\W\d_a-zа-я]))",
    re.I,
)
_PICTURED = lazily(  # or did else than write
    r"^(?:foto\w*|photos?|kuvat?|bild(?:er)?|фото|fotó|(?:edit(?:ed|ing)|translat(?:ed|ion)|photograph(?:s|ed|y)|illustrat(?:ed|ions?)|produced) by|übersetzt von|traduit par|traducido por|tradotto da|traduzido por)\b|^(?:责任编辑|責任編輯|责编|責編|校对|校對|审核|審核)\s?[:：]",
    re.I,
)
_VOWELS = lazily(
    "[\u0901-\u0903\u093a-\u094d\u0951-\u0957\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0bbe-\u0bcd\u0c00-\u0c03\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d]"
)  # written at consonants: no letters to Python
_AROUND = (
    " \t,;:.|·•・–—-\"'“”*◎[]［］【】〔〕〈〉《》「」『』"  # a name, where a list in brackets was split, too
)
# behind it: "岸本 遥［経済部］"
_NOTE = lazily(
    r"\s(?:责任编辑|責任編輯|责编|責編|校对|校對|审核|審核)\s?[:：].*$|\s*(?:\[[^\]]*|［[^］]*|【[^】]*|〔[^〕]*)[\]］】〕]?$"
)
_FOR_WHOM = lazily(  # behind a comma: for whom, from where or as what somebody writes
    r"(?:[Ss]pecial (?:to|for)|[Ee]special (?:para|a)|para|Para(?= (?:[Ee]l|[Ll]a|[Oo]|[Aa]|[A-ZÁÉÍÓÚ]{2,})\b)|em|desde|for|[Ee]nviad[oa]s? especia(?:l|is|les)|[Ee]nvoyée?s? spécia\w+|[Cc]olaboração)\b|[Dd][oae] (?:[A-Z0-9]{2,}|Redação|Agência)|\S*\d\S* \S|.{1,30} [—–] \S"
)
_FOR_PAPER = lazily(r"(?<=\w)\s(?:[Ss]pecial (?:to|for)|SPECIAL TO|[Ee]special para|PARA|para)\s\S.*$")
_AND_LAST = lazily(  # what parted it from the next in a line of links: "Ann Lee (now) and"
    r"\s+(?:and|&|und|et|y|och|og|и|та|en)$"
)
_HEBREW = lazily("[\u05d0-\u05ea]")
_HYPHENED = lazily(  # "and" before a name as before what is no Hebrew word: "דנה לוי ו־אורי"
    r"(?<=[\u05d0-\u05ea])\s+ו[־‐–-]\s?(?=[^\W\d_])"
)
# names of one word, too
_ONE_WORD = lazily("[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af]")
_PAST = lazily(r"(?:報導|报道|報道|报导)$|[„“”«»]")
WORK = lazily(  # what somebody does, behind a whole name
    r"(?<=\w)\s+(?:journalist(?:in|e)?|reporter(?:in)?|gohebydd|redakteur(?:in)?|redaktør|redaktor(?:ka)?|periodista|jornalista|giornalista|journaliste|toimittaja|muhabir(?:i|imiz)?|novinarka?|dziennikarka?|журналист(?:ка)?|кореспондент(?:ка)?|корреспондент|skrifar|schreibt|skriver|writes)$",
    re.I,
)
_WITH = lazily(r"\s(?:avec|with|mit|con|com|med|met)\s(\S.*)$")  # an agency's help
_PHOTOGRAPHER = lazily(
    r"\s(?:fotograf\w*|photographer|photographe|fotógraf[oa]|фотограф\w*|valokuvaaja|ljósmyndari)$", re.I
)
_DATED = lazily(r"\s+[-–—|·•]\s+(?=.*\d).*$|\s+in\s[A-Z].*$")
_DE = lazily(r"^de\s+(?=[^\W\d_a-z][\w’'-]+\s+[^\W\d_a-z])")  # before a whole name it is no part of it
BETWEEN = lazily(  # the names of one string
    rf"\s*(?:[;|/、，،\n•·]|\s(?:{AND_WORDS}|(?-i:ta)|وَ?)\s|\s\((?:avec|with|mit|con|com|med)\s|,\s*(?:and\s)?)\s*",
    re.I,
)
_SURNAMES = lazily(  # two of one person: "José Ortega y Gasset", but "Juan Pérez y EFE"; or one firm's
    r"(?P<first>[^\W\d_]\S*\s(?:[^\W\d_]\S*\s)?[^\W\d_]\S*)\s(?P<and>[yei])\s(?P<second>(?![^\W\d_a-zà-ÿ]{2,}$|Agenc|Agênc|Redac|Agenz|Redaz|Otr|Outr|Altr)[^\W\d_a-zà-ÿ]\S*)$"
    r"|^(?P<one>[^\W\d_]\S*)\s(?P<sign>&)\s(?P<other>[^\W\d_]\S*)$"
)
_OFFICE = rarely(  # one body, whatever its name lists: "Ministry of Trade and Ports"
    r"(?:the |das |die |el |la |le |il |o )?(?:(?:federal |state |bundes|landes)?(?:minist[eè]r(?:ium|e|io|stvo)?|ministry|ministero|ministério|department|departement|departamento|agency|authority|commission|committee|university|universität|universidad|universidade|università|université|bundesamt|landesamt|senatsverwaltung|министерство|міністерство|министарство|департамент)) \S",
    re.I,
)
_JOINED = "\ue000"
_NO_NAME = lazily(
    r":|https?:|www\.|@|\d{2}|[!?{}<>=\[\]［］【】〔〕]|^\W*$|^(?:admin|administrator|editor|staff|redaktion|newsroom|news desk|guest|author|unknown|none|null|anonymous|web ?master(?:\s.*)?|user|root|contributor|n/a|editorial|(?:der|die|unsere|unserer) redaktion|(?:la )?redacción|(?:la )?rédaction|редакция|редакція|redaksi|tim redaksi|redakcja|redakce|redacția|redação|(?:la )?redazione|(?:de )?redactie|redaktionen|toimitus|ban biên tập|กองบรรณาธิการ.*|هيئة التحرير|(?:网络|网站|值班|新媒体)?编辑部?|編輯部|\S{0,8}(?:小编|编辑部|采编部|編輯部|小編)|佚名|匿名|(?:网站)?管理[员員].{0,6}|本站(?:编辑|原创)?|haber merkez\w*|super ?user|web ?desk|(?:স্টাফ )?রিপোর্টার|mhariri|(?:ऑनलाइन |वेब )?डेस्क|(?:অনলাইন |নিউজ )?ডেস্ক|sign in|log in|subscribe|follow|share|read more|veröffentlicht.*|publiziert.*|published.*|updated.*|aktualisiert.*|publié le.*|publicado el.*|опубликовано.*|発行.*)$",
    re.I,
)
_ADDRESS = lazily(  # or a credit in brackets, or a nameless correspondent and the place
    r"(?:https?:)?//|www\.|/|[(（]|(?:\S+ )?(?:প্রতিনিধি|প্রতিবেদক|সংবাদদাতা|संवाददाता)(?:\s*,|$)", re.I
)
_WHEN = lazily(
    r"\s+(?:(?:publié|published|veröffentlicht|publicado|pubblicato)(?:\s.*)?|(?:(?-i:[a-zà-ÿа-я]\w*)\s)?\d+\s\w+|(?:\d\d)?\d{1,2}[:./].*|(?:on|am|le|el)\s\d.*)$|(?<=[^\W\d_])\d{1,2}\.?\s[^\W\d_]{3,}\.?\s\d{4}$",
    re.I,
)
# behind a stroke
_TEAM = lazily(r"(?:\s(?:team|group|research|labs?|engineering)|équipe\s.*|equipo\s.*|team\s.*)$", re.I)
_OF_PAPER = lazily(  # behind a comma: where somebody writes
    r"\s(?:(?:News |Web )?(?:Bureau|Desk)|News (?:Service|Network)|Post|Times|Herald|Gazette|Tribune|Chronicle|Telegraph|Observer|Guardian|Reuters|News|Magazine|Journal|Daily|Weekly|Review|Zeitung|Nachrichten|Rundschau|Kurier|Tageblatt)$"
)


def names_in(candidates: Iterable[str], page: Outline) -> tuple[str, ...]:
    """The names that `candidates` hold, in their order, each once and spelt as it was first."""
    names: dict[str, str] = {}
    for candidate in list(candidates)[:MAX_AUTHORS]:
        if _ADDRESS.match(candidate.strip()):
            continue
        said = _dashed(listed(called_like_a_day(plain(candidate, 400) or ""), page.language), page)
        led = led_in(page.language).sub("", said)
        said = led if " " in led else said  # one word behind it is a surname: "Per Olsson" in Catalan
        said = _with_and(_HYPHENED.sub(" & ", said)) if " ו" in said else said
        split = (n for part in _split(said) for n in in_arabic(part))
        parts = (n for part in split for n in chinese.apart(part, page))
        for name in _without_places([n for part in parts if (n := _name(part))], said, page.title or ""):
            if not (names and (_is_task(name) or _FOR_WHOM.match(name))):
                names.setdefault(name_key(name), name)
    return without_initials(tuple(names.values())[:MAX_AUTHORS])


def _is_task(part: str) -> bool:
    """Whether a part of a list, behind a name, is what somebody does and where: "Ann Lee, korrespondent i Aarhus"."""
    first, *rest = part.split()
    return len(first) > 4 and first.islower() and any(word[0].isupper() for word in rest)


def is_lead(text: str) -> bool:
    """Whether a text is what leads a name, such as "By", and no name behind it."""
    return _LONE.match(small(text)) is not None


def _led_off(text: str) -> str:
    """A text without what leads a name."""
    found = _LEAD.match(small(text))
    return text[found.end() :] if found else text


def _dashed(text: str, page: Outline) -> str:
    """A byline with "&" for a stroke between two whole names, of which the page says no more, as of papers and places it does."""
    before, dash, after = text.rpartition(" - ")
    first = _led_off(before)
    if dash and _TEAM.search(after) and is_called(first.split(",")[-1].split(" and ")[-1].strip()):
        return before
    if dash and after.isalpha() and is_called(first):  # one word is a paper, a place or an agency
        return before
    if dash and is_called(after) and agency(first) and not _OF_PAPER.search(after):
        return after
    if not (dash and is_called(after) and is_called(first)) or _OF_PAPER.search(after):
        return text
    told = sum(after in b.text for b in page.blocks) > 1 or after in (page.title or "")
    return text if told else f"{before} & {after}"


def _with_and(text: str) -> str:
    """A list in Hebrew with "&" for the letter that is its "and", before a whole name and behind another."""
    first, _, rest = text.rpartition(" ו")
    whole = len(_led_off(first).split()) >= 2 and len(rest.split()) >= 2
    return f"{first} & {rest}" if whole and _HEBREW.search(first[-1:]) else text


def _without_places(names: list[str], text: str, title: str) -> list[str]:
    """The names of one string without a single word or a paper behind a comma or a bar: "Ann Lee, Abuja" tells where she wrote.

    So does what the page's title speaks of. In a list that ends in "and", what comes behind its last name is looked at.
    """
    if len(names) < 2 or not PERSON.match(_VOWELS.sub("", names[0])):
        return names
    listed = [found.end() for found in AND.finditer(text)]
    last = text.find(",", listed[-1]) if listed else 0
    return [
        n
        for n in names
        if (max(n) >= "\u0e00" and _ONE_WORD.search(n))  # so many signs take long to compile
        or not (
            " " not in n
            or _OF_PAPER.search(n)
            or _FOR_WHOM.match(n)
            or (n[0].isupper() and n.split()[-1].islower())
            or n in title
        )
        or text[: text.find(n)].rstrip()[-1:] not in _COMMAS
        or not -1 < last < text.find(n)
    ]


def _split(text: str) -> list[str]:
    said = _GLUED.sub("", _STUCK.sub("", text.strip()))
    if not said.isascii() and "\u4e00" <= said[-1] <= "\u9fff":
        said = _AND_AIDE.sub("、", said)
    names = _led_off(said).strip()
    if is_nobody(names):
        return []
    if _OFFICE.match(names) and not is_called(names.rpartition(",")[2].strip()):
        return [names]
    names = _DATED.sub("", without_place(names, led=len(names) < len(said)))
    if found := _SURNAMES.search(names):
        parts = [part for part in found.groups() if part]
        names = names[: found.start()] + _JOINED.join(parts)
    return [name.replace(_JOINED, " ") for name in BETWEEN.split(names)]


def _name(text: str) -> str | None:
    """A name without what stands around it; None for what is no name."""
    text = _AND_LAST.sub("", _NOTE.sub("", text.strip(_AROUND)).strip(_AROUND))
    text = _DE.sub("", _led_off(_GLUED.sub("", text))).strip()
    text = _OWN.sub("", _ALSO.sub("", text))
    if text[:2] in ("د.", "أ.") and len(text.rsplit(".", 1)[1].strip()) > 2:  # not "أ.ف.ب", an agency
        text = HONOURED.sub("", text.removeprefix("أ.").lstrip()) or text
    if _PICTURED.match(text) or _PHOTOGRAPHER.search(text) or _PAST.search(text):
        return None
    if len(text.split()) > 2:
        text = _FOR_PAPER.sub("", WORK.sub("", text))
    text = _TITLED.sub("", without_day(_WHEN.sub("", _TAIL.sub("", text)))).strip(" ,;:|·•–—-()[]")
    text = text.replace(HELD, " ")
    if (found := _WITH.search(text)) and agency(found[1]):
        text = text[: found.start()]
    if is_lead(text) or _ROLE.match(text) or (text.islower() and says_published(text.split(" ", 1)[0])):
        return None
    if not 1 < len(text) <= MAX_NAME or len(text.split()) > 6 or _NO_NAME.search(text) or is_nobody(text):
        return None
    return text


@lru_cache(maxsize=512)  # a site's name stands in all its pages
def name_key(name: str) -> str:
    """By what a name is known, however it is spelt."""
    return folded(name)
