"""A byline in Arabic → its names, where "and" is the first letter of the second one: "ليلى حسن وعمر سعيد"."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.patterns import lazily

_BEGIN_SO = frozenset(  # names whose own first letter is that of "and"
    [
        "وليد",
        "وائل",
        "وسام",
        "وسيم",
        "وفاء",
        "وجدي",
        "وجيه",
        "وحيد",
        "وحيدة",
        "وديع",
        "وديعة",
        "وردة",
        "وردي",
        "ولاء",
        "وهيب",
        "وهبة",
        "وهبي",
        "وداد",
        "وفيق",
        "وصال",
        "ونيس",
        "وضاح",
        "وصفي",
        "وهاب",
        "والي",
        "وجدان",
        "وليم",
        "وئام",
        "وفية",
        "وزان",
        "وهدان",
        "وادي",
        "والد",
        "والده",
        "وكالة",
        "وكالات",
    ]
)
_OF_SONS = frozenset(("بن", "ابن", "أبو", "ابو", "بنت", "عبد", "آل"))  # before a father's name
_TOWN = r"(?:الرياض|جدة|مكة المكرمة|المدينة المنورة|الدمام|دبي|أبوظبي|أبو ظبي|الشارقة|عجمان|رأس الخيمة|القاهرة|الإسكندرية|بيروت|عمّ?ان|بغداد|أربيل|الدوحة|الكويت|المنامة|مسقط|دمشق|الرباط|الدار البيضاء|تونس|الجزائر|طرابلس|بنغازي|نواكشوط|الخرطوم|صنعاء|عدن|رام الله|غزة|القدس|لندن|باريس|واشنطن|نيويورك|موسكو|إسطنبول|أنقرة|طهران|جنيف|بروكسل|برلين|بكين)"
_FROM = lazily(rf"^{_TOWN}(?:\s?[:：]\s?|\s[-–—]\s)(?=\S+\s\S)")  # where somebody wrote, before the name
_IN = lazily(rf"(?<=\S)\s[-–—]\s{_TOWN}$")  # or behind it
_WRITES = lazily(r"^(\S+\s\S+(?:\s\S+)??)\s(?:كاتبة?|صحفية?|صحافية?|باحثة?|إعلامية?)(?:\s.*)?$")  # in Arabic


def in_arabic(text: str) -> Iterator[str]:
    """The names of a line in Arabic, where "and" is the first letter of the second one."""
    if ":" in text or "：" in text or "-" in text or "–" in text or "—" in text:
        text = _IN.sub("", _FROM.sub("", text))
    if (written := _WRITES.match(text)) is not None:
        text = written[1]
    words = text.split() if " و" in text else []
    for at in range(2, len(words) - 1):
        word = words[at]
        if word[0] == "و" and len(word) > 3 and word not in _BEGIN_SO and words[at - 1] not in _OF_SONS:
            yield " ".join(words[:at])
            yield from in_arabic(" ".join((word[1:], *words[at + 1 :])))
            return
    yield text
