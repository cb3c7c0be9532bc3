"""The name of a body → the words around it that say that its digital ministers meet: "the ministers of the digital
economy of the G20", "二十国集团数字经济部长会", "spotkanie ministrów cyfryzacji państw ASEAN".

Such meetings have no fixed name. What is looked for is one unbroken run of words, in any order, that are all
ministers, their field, the body, or what joins these ("of", "responsible for", "states", "annual meeting"): the
ministers of finance break it, and so does a verb. That they meet is for the judge to see.
"""

from __future__ import annotations

import re
from functools import cache

from crawler.flag.text.fold import fold
from crawler.patterns import lazily

LEFT, RIGHT = 110, 90  # characters beside the body's name that the run may take
MAX_WORDS = 14  # of a run on either side
_NUMBER = r"第?\d{1,4}(?:th|st|nd|rd|[届回次])?"
_GAP = re.compile(r"[ ()·/&]*")
_SPACED = re.compile("[a-zà-ɏḀ-ỿͰ-Ͽа-џѐ-ӿ\u0600-\u06ff\u0900-\u097f\\d]")

MINISTERS = (
    "minist* ministr* digitalminist* министр* министерск* міністр* وزراء الوزراء لوزراء وزاري* الوزاري* وزيران وزراي bakanları* bakanlar* menteri bộ_trưởng υπουργ* "
    "मंत्रियों मंत्रिस्तरीय 部长 阁僚 大臣 相会合 相会议 장관 รัฐมนตรี"
)
FIELDS = (
    "digital* digitál* numérique* numerique* cyfr* цифр* رقمي* الرقمي* للرقمي* ديجيتال dijital số kỹ_thuật_số chuyển_đổi_số kinh_tế_số ψηφιακ* डिजिटल "
    "ارتباطات مواصلات komunikasi kommunikation* communicatie łączności haberleşme комунікац* επικοινωνι* संचार truyền_thông viễn_thông "
    "数字 数位 数码 デジタル 디지털 ดิจิทัล ict tic telecommunications telecommunication telekom* telecom* communications comunicaç* comunicaciones связи "
    "اتصالات الاتصالات للاتصالات 通信 통신 สื่อสาร โทรคมนาคม"
)
# What joins these, and the meeting itself.
LINKS = (
    "the of for from on and in_charge responsible overseeing s first second third annual informal special member members states nations countries economies economy "
    "affairs transformation development technology technologies information ai artificial_intelligence innovation inclusion government meeting meetings ministerial conference "
    "summit talks session gathering retreat "
    "de del des du d da do dos das no na nos nas em en dans nei nelle e et y la le les el los las il i lo l a dei degli dell della delle sur sobre su sul sull para per pour pela pelo por responsáveis responsables "
    "responsabili encargados chargés países pays paesi economía economia économie transformación transformação inteligencia inteligência intelligence intelligenza artificial artificielle "
    "artificiale ia reunión reunião réunion riunione conferencia conferência conférence conferenza vertice "
    "der die das den dem für zuständig* und staaten länder* wirtschaft ki treffen* konferenz tagung van voor het landen lidstaten economie bijeenkomst och för av til möte ekonomi "
    "ds. ds spraw państw* krajów gospodark* rozwoju spotkani* стран государств* по экономик* развити* трансформаци* искусственн* интеллект* встреч* совещани* країн з економік* зустріч* "
    "في من دول لدول بدول الدول الاعضاء بمجموعه لمجموعه مجموعه اقتصاد الاقتصاد للاقتصاد والذكاء الذكاء الاصطناعي تكنولوجيا وتكنولوجيا المعلومات المسؤولين عن اجتماع الاجتماع مؤتمر نشست کشورهای "
    "نشست کنفرانس اجلاس کشورهای عضو و فناوری اطلاعات هوش مصنوعی "
    "ülkeleri* toplantı* negara anggota pertemuan mesyuarat konferensi phụ_trách lĩnh_vực các nước của khối về thành_viên kinh_tế hội_nghị cuộc_họp की के का अर्थव्यवस्था बैठक "
    "经济 与 和 及 人工智能 成员国 成员 国家 贸易 贸 首次 首届 年度 级 高级别 会议 会合 会 の 貿易 担当 加盟国 各国 人工知能 경제 및 와 과 인공지능 회원국 국가 의 들 급 회의 회담 "
    "ของ ประเทศ สมาชิก ด้าน เศรษฐกิจ ปัญญาประดิษฐ์ การ ประชุม ระดับ ครั้งที่ ที่"
)

# Ministers who do one of these meet.
_MEET = lazily(
    r"(?<!\w)(?:meet|met(?!\w)|gather|talks|declar|adopt|agree|reun|réun|encontr|adot|aprob|aprov|firm|riun|accord|approv|intesa|tref|trifft|tagt|kamen|bijeen|kwam|overleg|möt|enad"
    r"|spotka|przyję|uzgodni|встре|собра|приня|договор|зустр|ухвал|اجتم|اعتمد|اتفق|toplan|bir araya|bertemu|sepakat|bersidang|họp|thông qua|nhất trí"
    r"|توافق|ديدار|نشست|گرد هم|تصويب|بيانيه صادر|پذيرفت|ملاقات|اتفاق را|बैठक|सहमत|मिले|अपनाया|বৈঠক|একমত|sešl|setka|shod|přijal|prija|stretl|dohod|întâlni|reuniu|convenit|adoptat|συναντ|συμφών|υιοθέτ|találkoz|megállapod|elfogad"
    r"|kokoont|tapaa|hyväksy|sopi|kohtu|leppis|sastal|usvoj|усвој|састал|срещ|приех|נפגש|אימצ|הסכימ|שיחות|շվեց|շեց|კრიბ|შეხვდ|görüş|razılaş|kelishi|uchrash|кездес|келіс|nagpulong|nagkasundo|walikutana|kukutana|susitik|sutar|tikās|vienoj)"
    r"|会|议|采择|通过|합의|채택|모여|만나|ประชุม|หารือ|รับรอง"
)
MEET_REACH = 160  # characters


def meet(text: str, start: int, end: int) -> bool:
    """Whether the words around say that they meet or agree."""
    return _MEET.search(text, max(0, start - MEET_REACH), end + MEET_REACH) is not None


def _pattern(listed: str) -> str:
    """An alternation of the words: whole ones in scripts that put spaces between words, with any ending where one
    ends in *; as they are in the others."""
    spaced: list[str] = []
    others: list[str] = []
    for word in listed.split():
        plain = fold(word.rstrip("*").replace("_", " ")).text.strip()
        ending = r"\w*" if word.endswith("*") else ""
        (spaced if _SPACED.match(plain) else others).append(re.escape(plain) + ending)
    spaced.sort(key=len, reverse=True)
    others.sort(key=len, reverse=True)
    edge = _SPACED.pattern
    return rf"(?<!{edge})(?:{'|'.join(spaced)})(?!{edge})|{'|'.join(others)}"


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What matches a minister, what a field, and what any word of a run."""
    ministers, fields, links = _pattern(MINISTERS), _pattern(FIELDS), _pattern(LINKS)
    return re.compile(ministers), re.compile(fields), re.compile(f"{ministers}|{fields}|{links}|{_NUMBER}")


def ministers_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The folded [start, end) of the run around the body's name there; None where no digital ministers are in it."""
    ministers, fields, _ = _words()
    low, high = max(0, start - LEFT), min(len(text), end + RIGHT)
    if not ministers.search(text, low, high):
        return None
    first, last = _reach_left(text, low, start), _reach_right(text, end, high)
    parts = ((first, start), (end, last))
    held = [[m for part in parts for m in words.finditer(text, *part)] for words in (ministers, fields)]
    if not all(held):
        return None
    found = [match for matches in held for match in matches]
    return min(start, *(m.start() for m in found)), max(end, *(m.end() for m in found))


def _reach_right(text: str, at: int, high: int) -> int:
    """Where the run that begins at `at` ends."""
    word = _words()[2]
    for _ in range(MAX_WORDS):
        gap = _GAP.match(text, at, high)
        match = word.match(text, gap.end() if gap else at, high)
        if not match or match.end() == at:
            return at
        at = match.end()
    return at


def _reach_left(text: str, low: int, at: int) -> int:
    """Where the run that ends at `at` begins: the earliest word from which a run reaches it."""
    for match in _words()[2].finditer(text, low, at):
        if _runs(text, match.end(), at):
            return match.start()
    return at


def _runs(text: str, at: int, goal: int) -> bool:
    """Whether nothing but words of a run stands between `at` and `goal`."""
    word = _words()[2]
    while at < goal:
        gap = _GAP.match(text, at, goal)
        at = gap.end() if gap else at
        if at == goal:
            return True
        match = word.match(text, at, goal)
        if not match:
            return False
        at = match.end()
    return True
