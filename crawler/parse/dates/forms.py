"""How days are written, one expression a form: what each matches is read by dates/calendars.py.

Groups: y, m, d are year, month, day; a and b the two numbers whose order a page's habit tells; era, clock, sep, e as named.
"""

from __future__ import annotations

from crawler.patterns import lazily

_DAY = r"(?P<d>3[012]|[12]\d|0?[1-9])"  # 32 in Nepal alone
_MONTH = r"(?P<m>0?[1-9]|1[0-2])"
_HAN_NUMBER = r"[〇零○元一二三四五六七八九十廿]"
_SIGNS = "\u0300-\u036f\u07a6-\u07b0\u0900-\u0dff\u0e31\u0e34-\u0e4e\u0eb1\u0eb4-\u0ecd\u102b-\u109f\u17b4-\u17d3"  # no letters to `\w`
_WORD = rf"[^\W\d_](?:(?![\d_])[\w{_SIGNS}]){{1,24}}"  # one way to match: no backtracking
_THAI = r"(?:ม\.?\s?ค|ก\.?\s?พ|มี\.?\s?ค|เม\.?\s?ย|พ\.?\s?ค|มิ\.?\s?ย|ก\.?\s?ค|ส\.?\s?ค|ก\.?\s?ย|ต\.?\s?ค|พ\.?\s?ย|ธ\.?\s?ค)\.?(?![ก-ฮ])"
_SUFFIX = r"st|nd|rd|th|er|re|e|º|ª|°|\.|-?го|-?е|ที่|τη|-?an|-?a|:an|:e|\s?ngày|ی"
_OF = r"(?:de|of|di)\s|d'|ta'|tháng|เดือน|ខែ|ເດືອນ|של"  # "de" is no word in "december"
_WHOLE = r"(?!\d(?!\d?:[0-5]\d))"  # no digit behind, but one that an hour begins with: markup glues "2025" and "10:23"
_ERA_WORD = (
    r"de[l]?\s|เดือน|พ\.?\s?ศ\.?\s?|ค\.?\s?ศ\.?\s?|b\.?e\.?\s?|năm\s|ឆ្នាំ|ປີ\s?|от\s|anul\s|р\.\s|of\s|в\s"
)


# All are matched against folded text, which is in lower case. Those that may begin with one class look behind it and not
# before: a text is looked through several times as fast.
ISO = lazily(
    rf"(?P<y>[12](?<![\d.,/-][12])(?:(?<=1)9|(?<=2)[05])\d\d)\s?(?P<sep>[-./])\s?{_MONTH}\s?(?P=sep)\s?{_DAY}{_WHOLE}"
)
YEAR_ABOVE = lazily(
    r"(?P<y>2(?<![\d.,/-]2)0\d\d)\s(?P<m>0[1-9]|1[0-2])[/-](?P<d>0[1-9]|[12]\d|3[01])(?![\d/-])"
)
JALALI_DAY = lazily(rf"(?P<y>1(?<![\d.,/-]1)[34]\d\d)\s?(?P<sep>[-./])\s?{_MONTH}\s?(?P=sep)\s?{_DAY}(?!\d)")
COMPACT = lazily(r"(?P<y>2(?<!\d2)0[0-4]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=t?\d{4,6}\b|\b)")
CJK = lazily(
    rf"(?P<era>令和|平成|昭和|大正|民國|民国|㋿)?\s?(?P<y>\d{{1,4}}|{_HAN_NUMBER}{{1,4}})\s?[年년]\s?(?P<m>\d{{1,2}}|{_HAN_NUMBER}{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}}|{_HAN_NUMBER}{{1,3}})\s?[日號号일]"
)
MONGOL = lazily(rf"(?P<y>20\d\d)\s(?:оны\s)?{_MONTH}(?:-?р|\s(?:дугаар|дүгээр))?\sсарын\s{_DAY}(?!\d)")
REIWA = lazily(r"(?P<era>[rhs](?<![a-z\d][rhs]))\.?(?P<y>\d{1,2})[./](?P<m>\d{1,2})[./](?P<d>\d{1,2})(?!\d)")
ROC = lazily(
    rf"(?P<y>[189](?<![\d./-][189])(?:(?<=1)[0-4]\d|(?<=8)[4-9]|(?<=9)\d))(?P<sep>[/.-]){_MONTH}(?P=sep){_DAY}(?![\d./-])"
)
SLASH = lazily(
    r"(?P<a>\d(?<![\d./-]\d)\d?)\s?(?P<sep>[/.-])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4}|\d{2})(?!/|\d(?!\d?:[0-5]\d)|[.-]\d(?!\d?:))"
)
DAY_MONTH = lazily(
    rf"(?P<d>[0-9](?<![\d.,:][0-9])(?:(?<=3)[01]|(?<=[12])\d|(?<=0)[1-9]|(?<=[1-9])))(?:{_SUFFIX})?[\s.,/-]{{0,3}}(?:{_OF})?\s{{0,2}}"
    rf"(?P<m>{_THAI}|(?:كانون|تشرين)\s(?:ال)?[\w]{{3,6}}|(?:کانوونی|تشرینی)\s\w{{4,6}}|(?:meán|deireadh)\sfómhair|{_WORD})\.?(?:\s?/\s?{_WORD})?"
    rf"[\s,./-]{{0,3}}(?:{_ERA_WORD})?\s?'?(?P<y>\d{{4}}|\d{{2}}(?![\d:.h]))"
)
MONTH_DAY = lazily(
    rf"(?<![^\W\d_])(?P<m>{_WORD})\.?\s{{0,2}}-?{_DAY}(?:st|nd|rd|th|\.)?(?:\s?,\s{{0,2}}|\s{{1,2}}|-|(?<=[\u1200-\u135a]\s\d)/|(?<=[\u1200-\u135a]\s\d\d)/)(?:de\s|ቀን,?\s)?'?(?P<y>\d{{4}}){_WHOLE}"
)
DAY_YEAR = lazily(  # the end of that
    r"\d(?<!\d\d)\d?(?:st|nd|rd|th|\.)?(?:\s?,\s{0,2}|\s{1,2}|[-/])(?:de\s|ቀን,?\s)?'?\d{4}"
)
CTIME = lazily(
    rf"(?P<m>[a-z]{{3}})\s{{1,2}}{_DAY}\s(?P<clock>\d\d:\d\d:\d\d)\s(?:[a-z]{{3,4}}\s|[+-]\d{{4}}\s)?(?P<y>20\d\d)(?!\d)"
)
YEAR_MONTH = lazily(
    rf"(?P<y>[12](?<!\d[12])(?:(?<=1)9|(?<=2)0)\d\d)(?:e?ko)?[.,]?[\s-](?:m\.\s|gada\s|ж\.\s|жылғы\s|йил\s|yil\s|оны\s|թ\.?\s|ခုနှစ်,?\s)?(?P<m>{_WORD})\.?(?:\s(?:mėn\.|මස))?[\s-]{{1,2}}{_DAY}(?!\d)"
)
YEAR_DAY = lazily(  # Latvian, Kazakh, Uzbek
    rf"(?P<y>2(?<!\d2)0\d\d)(?:\.\s?gada|\s?ж\.|\s?жылғы|\s?-?yil|\s?-?йил)\s{_DAY}\.?[\s-]{{1,2}}(?P<m>{_WORD})"
)
VIET = lazily(
    r"(?:(?P<d>\d(?<!\d\d)\d?)\s)?(?:tháng|thg)\s(?P<m>\d{1,2}|mười\s(?:một|hai)|[^\W\d_]{2,5})"
    r"(?:\s(?P<e>\d{1,2}))?(?:,?\snăm|,)?\s(?P<y>\d{4})"
)
CJK_MONTH = lazily(  # in templates of English order
    rf"(?:(?P<d>\d(?<!\d\d)\d?)[\s,]{{1,2}})?(?P<m>\d(?<!\d\d)\d?|{_HAN_NUMBER}{{1,3}})\s?[月월]"
    r"(?:\s(?P<e>\d{1,2}))?(?:,\s?|\s)(?P<y>20\d\d)(?!\d)"
)
