"""Places, currencies and things that are one in every language, by the table of their words."""

from __future__ import annotations

from collections import Counter

from tables import each

from crawler.dedupe import anchor_words, anchors
from crawler.dedupe.anchors import DAY, PLACE, kind_of
from storage.records import Article

SAME = [
    ("Tashkent", {"zh": "在塔什干建仓库", "th": "คลังสินค้าในทาชเคนต์", "ru": "склад в Ташкенте", "ko": "타슈켄트 창고"}),
    ("Central Asia", {"zh": "对中亚销售", "ja": "中央アジアへ", "pt": "para a Ásia Central", "pl": "w Azji Środkowej"}),
    ("Xi'an", {"en": "the fair in Xi'an", "zh": "大会在西安闭幕", "vi": "hội nghị tại Tây An", "ja": "西安で閉幕"}),
    ("Kyiv", {"en": "from Kiev", "uk": "у Києві", "ja": "キーウで", "th": "ในเคียฟ", "ar": "في كييف"}),
    ("Australia", {"zh": "澳洲首个", "fr": "en Australie", "th": "ในออสเตรเลีย", "hi": "ऑस्ट्रेलिया में"}),
    ("Latin America", {"es": "de América Latina", "zh": "在拉美推广", "ko": "중남미 시장", "fr": "en Amérique latine"}),
    ("Lithuania", {"en": "in Lithuania", "lt": "vien Lietuvoje", "lv": "tikai Lietuvā", "pl": "tylko na Litwie", "fi": "vain Liettuan"}),
    ("Cyprus", {"en": "firms from Cyprus", "lt": "įmonės iš Kipro", "lv": "uzņēmumi no Kipras", "el": "στην Κύπρο", "ar": "في قبرص"}),
    ("euro", {"en": "a million euros", "cs": "milion eur", "lt": "milijonas eurų", "lv": "miljons eiro", "bg": "милион евро", "hr": "milijun eura"}),
    ("Thailand", {"en": "in Thailand", "ja": "タイで", "ko": "태국에서", "th": "ที่ประเทศไทย"}),
    ("Silicon Valley", {"en": "in Silicon Valley", "ja": "シリコンバレーの", "zh-hant": "在矽谷", "ru": "в Кремниевой долине"}),
    ("Germany", {"en": "in Germany", "hr": "iz Njemačke", "sr": "у Немачкој", "mk": "од Германија", "sl": "v Nemčiji", "sk": "v Nemecku"}),
    ("Germany", {"lt": "iš Vokietijos", "lv": "no Vācijas", "et": "kogu Saksamaa", "sw": "nchini Ujerumani", "it": "in Germania", "is": "frá Þýskalandi"}),
    ("Bulgaria", {"bg": "в България", "mk": "во Бугарија", "sr": "у Бугарској", "hr": "iz Bugarske", "sl": "v Bolgariji", "lv": "no Bulgārijas"}),
    ("United States", {"hr": "Sjedinjene Američke Države", "sl": "iz Združenih držav", "lv": "no ASV", "sw": "nchini Marekani", "it": "negli Stati Uniti"}),
    ("Switzerland", {"hr": "u Švicarskoj", "sr": "из Швајцарске", "mk": "во Швајцарија", "sl": "v Švici", "lt": "iš Šveicarijos", "lv": "Šveicē"}),
    ("South Korea", {"hr": "iz Južne Koreje", "sr": "у Јужној Кореји", "lt": "Pietų Korėjoje", "lv": "no Dienvidkorejas", "it": "in Corea del Sud"}),
]  # fmt: skip


def places(language: str, text: str) -> list[str]:
    found = anchors(Article("http://a.example/", "", text + ".", language=language))
    return [anchor.shown for anchor in found.said if kind_of(anchor.value) == PLACE]


@each(("place", "told"), SAME)
def test_a_place_is_the_same_in_every_language(place, told):
    found = {language: places(language, text) for language, text in told.items()}
    assert set(map(tuple, found.values())) == {(place,)}, found


@each(
    ("language", "text"),
    [
        ("ko", "보호주의와 시안 공개"),
        ("en", "engineers polish the lenses"),
        ("id", "hal itu penting dan orang itu tahu"),
        ("th", "แผงโซลาร์บนหลังคาและโซลูชันใหม่"),
        ("ja", "タイムリーなタイトルとスタイル、アイドルのハードル"),
        ("ko", "개념이란 무엇인가, 물량 인도하는 날"),
        ("fi", "he tekivät oman laitteen"),
        ("vi", "thủ đô và các đô thị lớn"),
        ("hr", "sad je vrijeme"),
        ("bg", "в сад с цветя и кина"),
        ("pt", "na sua casa"),
        ("pl", "nie zda egzaminu"),
    ],
)
def test_words_that_only_look_like_places_are_none(language, text):
    assert places(language, text) == []


def test_to_go_ahead_is_no_month():
    found = anchors(Article("http://a.example/", "", "Mereka maju 3 langkah.", language="id"))
    assert [anchor.shown for anchor in found.said if kind_of(anchor.value) == DAY] == []


def test_what_is_asked_about_a_thing_is_no_country_behind_it():
    assert places("ko", "로봇이란 무엇인가") == ["robot"]


def test_a_currency_may_stand_behind_its_country():
    assert places("ja", "シンガポールドルとベトナムドン") == [
        "Singapore",
        "US dollar",
        "Vietnam",
        "Vietnamese dong",
    ]
    assert places("ko", "5천만위안을 중국에서") == ["yuan", "China"]


def test_no_word_means_two_places():
    words = Counter(
        word for row in anchor_words.NAMES for word in dict.fromkeys(row.lower().split("|")) if word
    )
    assert [word for word, rows in words.items() if rows > 1] == []
