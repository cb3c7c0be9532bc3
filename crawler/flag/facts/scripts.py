"""People and organisations in scripts whose names no capital shows, and in Cyrillic.

A name counts only where something on both sides bounds it: a title, a surname, the form of a company, quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.flag.facts.page import Page, Told

MAX_TITLES = 400  # of one article

_HAN = "\u4e00-\u9fff"
_SURNAMES = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭田董袁潘蒋蔣蔡余杜叶葉程"
    "苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范金石廖贾賈夏韦韋付方邹鄒熊孟秦邱侯江尹薛闫阎雷龙龍史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯"
    "殷倪安季裴包章柳柴梅温溫颜顏施洪翁欧歐舒阮游甘卓蓝藍申关關兰蘭俞祁瞿项項祝左路焦穆岳鲁魯樊庞龐詹聂聶辛管伍齐齊庄莊霍葛邢康童牛鲍鮑费費耿宁寧邬鄔靳乔喬尚温敖卞仇褚窦冀简蒙宓裘冉荣沙寿司腾佟危巫奚冼晏闵阎应尤郁臧曾祖"
)
# What may follow a Chinese name: an edge, or a verb of speech.
_ZH_EDGE = r"(?=[，。、；：（）(),\s]|$|表示|以|越洋|今|昨|称|稱|亦|也|则|則|率|带|帶|致詞|致词|受访|受訪|回应|回應|笑|说|說|指出|出席|致辞|致辭|介绍|介紹|认为|認為|强调|強調|宣布|宣佈|发表|發表|等|和|与|與|主持|作主|作了|透露|称|分享|在|向|博士|先生|女士|教授|代表|受邀|围绕)"
_ZH_PERSON = re.compile(
    rf"[、兼]?(?P<name>[{_HAN}]{{1,6}}(?:[·•・‧][{_HAN}]{{1,7}}?){{1,3}}|[{_SURNAMES}][{_HAN}]{{1,2}}?){_ZH_EDGE}"
    rf"|(?P<said>(?![的了在等和与们及分共均也还曾将到已并亲应一向])[{_HAN}]{{2,3}}?)(?=致辞|致辭|表示|指出|出席|宣布|强调|发表|主持)"
)
_ZH_TITLES = re.compile(
    r"(?:主席|部长|部長|总理|總理|市长|市長|秘书长|秘書長|总裁|總裁|董事长|董事長|会长|會長|院长|院長|校长|校長|大使|院士|教授|局长|局長|主任|执行官|執行長|总干事|總幹事|创始人|書記|书记|总经理|總經理|司长|理事长|行政长官|行政長官|技术官|运营官|财务官|技術長|營運長|財務長|处长|處長|署长|署長|特首|科学家|副代表)$"
)
_ZH_ORG = re.compile(
    rf"(?:[，。、；：（）(\s“由与與和及是]|来自|包括|^)(?P<name>[{_HAN}A-Za-z]{{2,18}})$", re.M
)
_ZH_ORG_EDGE = re.compile(r"[，。、；：（）()\s与與和及等“]|$|签|簽|主办|联合|共同|在|的")
_ZH_AND = re.compile(r"(?:公司|集团|集團|大学|大學|银行|银行|协会|联盟|研究院|委员会)(?:和|与|與|及|以及)")
_ZH_NO_ORG = re.compile(
    r"^(?:该|本|各|一|多|几|这|那|其|我|他|两|三|四|五|十|全|有|在|对|为|与|和|的|了|将|从|以|等|近|超|数|国内|国外|中外|相关|著名|知名|大型|科技公司|上市|互联网公司|签|由)|(?:了|的|在|家|个|名|位)"
)
_JA_KANJI = re.compile(r"(?:[のはがとで、。「・\s]|^)(?P<name>[一-龥]{4})$", re.M)
_JA_KANA = re.compile(r"(?:[^ァ-ヶー・]|^)(?P<name>[ァ-ヶー]{2,12}(?:・[ァ-ヶー]{2,14}){1,3})\s?$")
_JA_TITLES = ("首相", "大臣", "知事", "市長", "氏", "さん")  # behind a company's name none of these stands
_JA_COMPANY = re.compile(r"株式会社[一-龥ァ-ヶーA-Za-z]{2,14}(?=[、。（）」\sはがとのをにでや])")
_JA_COMPANY_BEFORE = re.compile(r"[一-龥ァ-ヶーA-Za-z]{2,14}株式会社$")
_JA_ORG = re.compile(r"(?:[、。「（はがとや]|^)(?P<name>[一-龥]{2,10})$", re.M)
_JA_ORG_EDGE = re.compile(r"[、。（）」\sはがとのをにでや]|$")
_KO_SURNAMES = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"
_KO_PERSON = re.compile(
    rf"(?<![가-힣])(?P<name>[{_KO_SURNAMES}][가-힣]{{2}})\s(?:(?!대회|이번|올해|오는)[가-힣A-Za-z]{{2,14}}\s)?$"
)
_KO_NO_NAME = re.compile(r"(?:은|는|을|를|에|의|로|과|와|된|린|적|한|번|해|대|들|인|년|월|일|여)$")
_KO_ORG = re.compile(r"(?:\(주\)|㈜|주식회사\s)(?P<name>[가-힣A-Za-z]{2,14})(?=[은는이가을를의와과,\s)]|$)")
_THAI = "\u0e00-\u0e7f"
_TH_PERSON = re.compile(
    rf"(?:นาย|นางสาว|นาง|ดร\.|ฯพณฯ)\s?(?P<name>(?!ก|จ้าง|หน้า|ทุน|แบบ)[{_THAI}]{{2,20}}\s(?!รัฐมนตรี|ประธาน|ผู้|รอง|อดีต|นายก|และ)[{_THAI}]{{3,24}})(?=[\s,)(]|$)"
)
_TH_BEFORE = re.compile(rf"(?:^|[^{_THAI}]|โดย|และ|คือ)$")
_TH_ORG = re.compile(rf"(?P<name>บริษัท\s?[{_THAI}A-Za-z .&]{{2,50}}?จำกัด(?:\s?\(มหาชน\))?)")
_CYR = "А-ЯЁІЇЄ"
_cyr = "а-яёіїє"
_RU_PERSON = re.compile(
    rf"(?:\s(?:[{_cyr}-]+|[{_CYR}]{{2,6}}|«[^»\n]{{2,30}}»)){{0,7}}?\s(?:по\s[{_cyr}]+\s)?(?P<name>(?:[{_CYR}][{_cyr}]+(?:-[{_CYR}][{_cyr}]+)?\s){{1,3}}[{_CYR}][{_cyr}]+(?:-[{_CYR}][{_cyr}]+)?)"
)
_PATRONYMIC = re.compile(r"(?:вич|вн|ич)[а-я]{0,3}$")
_RU_ORG = re.compile(
    r"(?:компани[а-я]{1,3}|корпораци[а-я]{1,3}|госкорпораци[а-я]{1,3}|банк[а-я]{0,2}|фонд[а-я]{0,2}|групп[а-я]{1,2}|холдинг[а-я]{0,2}|ПАО|АО|ООО|АНО)\s[«\"](?P<name>[^»\"\n]{2,50})[»\"]"
)
_AR = "\u0621-\u064a"
_AR_PERSON = re.compile(
    rf"(?:^|(?<=[\s،.]))(?:و)?(?:الدكتور|الدكتورة|المهندس|المهندسة|السيد|السيدة|الشيخ)\s(?P<name>[{_AR}]{{2,12}}(?:\s(?:بن|آل|عبد)?\s?[{_AR}]{{2,12}}){{1,3}}?)(?=\s?[،,(.]|\s(?:وزير|رئيس|الرئيس|الأمين|مدير|المدير|سفير|نائب|أن|إن|خلال))",
    re.M,
)
_AR_SAID = re.compile(
    rf"(?<![{_AR}])(?:و|ف)?(?:قال|أكد|أوضح|صرح|أعلن|أضاف|ذكر)ت?\s(?P<name>(?!ال|وزير|رئيس|مدير)[{_AR}]{{3,12}}(?:\s[{_AR}]{{2,12}}){{1,2}})(?=\s?،\s(?:نائب|رئيس|الرئيس|وزير|مدير|المدير|الأمين|أمين|سفير|وكيل|مؤسس|عضو))"
)
_VI_ORG = re.compile(
    r"(?P<name>(?:Tập đoàn|Công ty|Ngân hàng|Đại học|Trường Đại học|Tổng công ty)\s(?:(?:Cổ phần|cổ phần|TNHH)\s)?[A-ZĐ][\w&-]*(?:\s[A-ZĐ][\w&-]*){0,4})"
)
# By characters of which one must be there: finders that are worth their time.
_BY_SCRIPT: tuple[tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]], ...] = (
    (re.compile("[가-힣]"), ((_KO_ORG, "organisation"),)),
    (re.compile("[ก-๙]"), ((_TH_PERSON, "person"), (_TH_ORG, "organisation"))),
    (re.compile("[а-я]"), ((_RU_ORG, "organisation"),)),
    (re.compile("[\u0621-\u064a]"), ((_AR_PERSON, "person"), (_AR_SAID, "person"))),
    (re.compile("[ơưạấộễ]"), ((_VI_ORG, "organisation"),)),
)
_KANA = re.compile("[\u3040-\u30ff]")
_IS_HAN = re.compile(f"[{_HAN}]")
_IS_HANGUL = re.compile("[가-힣]")
_IS_CYRILLIC = re.compile("[а-я]")


def script_names(page: Page) -> Iterator[Told]:
    """People and organisations that their script's own signs show."""
    for script, finders in _BY_SCRIPT:
        if script.search(page.letters):
            for pattern, kind in finders:
                yield from _all(page, pattern, kind)
    if _KANA.search(page.letters):
        yield from _japanese(page)
    elif _IS_HAN.search(page.letters):
        yield from _chinese(page)
    if _IS_HANGUL.search(page.letters):
        yield from _korean(page)
    if _IS_CYRILLIC.search(page.letters):
        yield from _russian(page)


def _all(page: Page, pattern: re.Pattern[str], kind: str) -> Iterator[Told]:
    for match in pattern.finditer(page.whole):
        group = match.lastgroup or "name"
        start, end = match.span(group)
        if pattern is _TH_PERSON and not _TH_BEFORE.search(
            page.whole, max(0, match.start() - 3), match.start()
        ):
            continue
        yield Told("person" if kind == "person" else "organisation", match[group], start, end, f"{kind}/1")


def _chinese(page: Page) -> Iterator[Told]:
    for first, last in page.places("title")[:MAX_TITLES]:
        if _ZH_TITLES.search(page.whole[first:last]):
            match = _ZH_PERSON.match(page.whole, last)
            group = match.lastgroup if match else None
            if match and group and not re.match(r"[的了在等和与]", match[group][1:]):
                yield Told("person", match[group], *match.span(group), "person/1")
    for start, end in _firms(page):
        match = _ZH_ORG.search(page.whole, max(0, start - 20), start)
        if match and _ZH_ORG_EDGE.match(page.whole, end):
            joined = list(_ZH_AND.finditer(match["name"]))
            first = match.start("name") + (joined[-1].end() if joined else 0)
            if first < start and not _ZH_NO_ORG.search(page.whole[first:start]):
                yield _organisation(page, first, end)


def _firms(page: Page) -> list[tuple[int, int]]:
    """Where the words stand that end an organisation's name, the longest of each place."""
    ends: dict[int, int] = {}
    for start, end in page.places("firm"):
        ends[end] = min(start, ends.get(end, start))
    return [(start, end) for end, start in ends.items()]


def _organisation(page: Page, start: int, end: int) -> Told:
    return Told("organisation", page.whole[start:end], start, end, "organisation/1")


def _japanese(page: Page) -> Iterator[Told]:
    for first, last in page.places("title")[:MAX_TITLES]:
        left = max(0, first - 44)
        match = _JA_KANA.search(page.whole, left, first)
        if not match and page.whole[first:last] in _JA_TITLES:
            match = _JA_KANJI.search(page.whole, left, first)
        if match:
            yield Told("person", match["name"], *match.span("name"), "person/1")
    for start, end in _firms(page):
        if page.whole[start:end] == "株式会社":
            match = _JA_COMPANY.match(page.whole, start) or _JA_COMPANY_BEFORE.search(
                page.whole, max(0, start - 14), end
            )
            if match:
                yield _organisation(page, *match.span())
            continue
        match = _JA_ORG.search(page.whole, max(0, start - 12), start)
        if match and _JA_ORG_EDGE.match(page.whole, end):
            yield _organisation(page, match.start("name"), end)


def _korean(page: Page) -> Iterator[Told]:
    for first, _ in page.places("title")[:MAX_TITLES]:
        if not _IS_HANGUL.match(page.whole, first):
            continue
        match = _KO_PERSON.search(page.whole, max(0, first - 22), first)
        if match and not _KO_NO_NAME.search(match["name"]):
            yield Told("person", match["name"], *match.span("name"), "person/1")


def _russian(page: Page) -> Iterator[Told]:
    for _, last in page.places("title")[:MAX_TITLES]:
        match = _RU_PERSON.match(page.whole, last, last + 160)
        if not match or "\n" in match.group():
            continue
        words = match["name"].split()
        kept = 3 if len(words) > 2 and _PATRONYMIC.search(words[-2]) else 2
        patronymic_last = _PATRONYMIC.search(words[-1])
        name = " ".join(words[-3:] if patronymic_last and len(words) > 2 else words[-kept:])
        start = match.end("name") - len(name)
        yield Told("person", page.whole[start : match.end("name")], start, match.end("name"), "person/1")
