"""What one desk writes in one way and the next in another: numbers in words, days without a month, sums with a code."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.dedupe.anchors import DAY, NAME, NUMBER, YEAR, anchors, kind_of, unpack
from crawler.dedupe.likeness import likeness
from storage.records import Article

TOLD_AT = datetime(2026, 11, 17, 9, tzinfo=UTC)
EIGHTEEN = (
    ("en", "Eighteen villages joined"),
    ("de", "In achtzehn Dörfern"),
    ("fr", "dans dix-huit villages"),
    ("es", "en dieciocho pueblos"),
    ("pt", "em dezoito aldeias"),
    ("nl", "in achttien dorpen"),
    ("sv", "i arton byar"),
    ("nb", "i atten bygder"),
    ("fi", "ja kahdeksantoista kylää"),
    ("pl", "w osiemnastu wsiach"),
    ("cs", "v osmnácti obcích"),
    ("hr", "u osamnaest sela"),
    ("sr", "у осамнаест села"),
    ("bg", "Осемнадесет села"),
    ("ru", "в восемнадцати сёлах"),
    ("uk", "вісімнадцять сіл"),
    ("tr", "tam on sekiz köyde"),
    ("id", "di delapan belas desa"),
    ("el", "σε δεκαοκτώ χωριά"),
    ("hu", "és tizennyolc faluban"),
    ("vi", "ở mười tám làng"),
    ("en", "in 18 villages"),
)
NUMBERS = (
    ("it", "in questo quindici per cento", ["15"]),
    ("en", "a trust fifteen of them left", ["15"]),
    ("en", "some fifteen million phones", ["15 million"]),
    ("en", "and twenty-two villages", ["22"]),
    ("en", "in 30 of seventeen towns", ["30", "17"]),
    # a code that is written on to the sum, a word behind a size of one letter
    ("en", "worth VND2.7 billion in all", ["2.7 billion"]),
    ("en", "a THB500m loan", ["500 million"]),
    ("en", "the 7.2m-zloty contract", ["7.2 million"]),
    ("en", "or 7.2m Hong Kong dollars", ["7.2 million"]),
    ("en", "used by 7.2m people", ["7.2 million"]),
    ("en", "the 7.2m-zloty (€1.7m) deal", ["7.2 million"]),
    # what would be a year, were there not what it counts
    ("nb", "koster 1900 svenske kroner", ["1900"]),
    ("de", "mit 2000 MW Leistung", ["2000"]),
    ("zh", "招聘2000人", ["2000"]),
    ("ko", "직원 1900명을", ["1900"]),
    # metric units in Chinese
    ("zh", "新建220千伏变电站", ["220"]),
    ("zh", "装机40兆瓦", ["40"]),
    ("zh", "约220千人", ["220000"]),
    # the year of a file
    ("de", "das Aktenzeichen 218/26 ist", ["218"]),
)
NOT_NUMBERS = (
    # the end of another number
    ("fr", "dans soixante-quinze pays et quatre-vingt-dix-sept villes"),
    ("en", "one hundred and seventeen people"),
    ("es", "ciento diecisiete pueblos"),
    ("pl", "sto siedemnaście wsi"),
    ("ru", "две тысячи семнадцать сёл"),
    ("en", "the sexton and the quince"),
    ("en", "she may seize it"),
    ("en", "a fall of 7.2m or so"),
    ("es", "que en 2010 ha sido"),
    ("en", "who in 2010 won it"),
    ("zh", "在2010人口普查和2018台风山竹之后"),
    ("zh", "自2008北京奥运会起"),
    ("zh", "在2026台北电脑展和2026人工智能大会上"),
)
DAYS = (
    ("zh", "公司16日宣布", ["11-16"]),
    ("ja", "同社は16日、発表した", ["11-16"]),
    ("ja", "同社は21日から始める", ["11-21"]),
    ("ko", "회사는 16일 밝혔다", ["11-16"]),
    ("zh", "11月16日宣布", ["11-16"]),
)
# news of a Tuesday: the last days are nearer than the next ones
MONDAY = (
    *(
        ("en", "it said on Monday"),
        ("de", "sagte er am Montag"),
        ("fr", "a-t-il dit lundi"),
        ("es", "dijo el lunes"),
    ),
    *(
        ("pt", "disse na segunda-feira"),
        ("it", "ha detto lunedì"),
        ("nl", "zei hij maandag"),
        ("sv", "sade han i måndags"),
    ),
    *(("pl", "powiedział w poniedziałek"), ("cs", "řekl v pondělí"), ("ru", "сказал он в понедельник")),
    *(("uk", "сказав він у понеділок"), ("tr", "pazartesi günü dedi"), ("id", "katanya, Senin (16/11)")),
    *(
        ("zh", "他周一表示"),
        ("ja", "月曜に述べた"),
        ("ko", "월요일에 밝혔다"),
        ("ar", "قال يوم الاثنين"),
        ("hi", "सोमवार को कहा"),
    ),
    *(("sw", "alisema Jumatatu"), ("af", "het hy Maandag gesê"), ("is", "sagði á mánudaginn")),
    *(("kk", "деді дүйсенбі күні"), ("uz", "dedi dushanba kuni"), ("az", "bazar ertəsi deyib")),
    *(("eu", "esan zuen astelehenean"), ("he", "אמר ביום שני"), ("am", "ሰኞ ዕለት ተናገረ")),
    *(("lt", "sakė pirmadienį"), ("et", "ütles esmaspäeval"), ("hy", "ասաց երկուշաբթի")),
    *(("te", "సోమవారం చెప్పారు"), ("km", "នៅថ្ងៃចន្ទ"), ("ne", "सोमबार भने")),
)
NOT_DAYS = (
    ("ja", "馬で16日かけて探した"),
    ("ja", "営業は16日間だった"),
    ("ko", "16일 만에 끝났다"),
    ("zh", "在16日内完成"),
    ("zh", "公司3日宣布"),  # two weeks away: of which month, nobody says
    ("en", "on the 16日 sign"),
    # weeks that are counted, and days that are no weekday's
    ("zh", "每周一次，一周三次，一周五天"),
    ("zh", "工作周一般为五天，周日均销量"),
    ("en", "for Black Friday and Cyber Monday"),
    ("fr", "à Mardi Gras"),
    # a market is the first half of a Monday, a name and a week are no Fridays
    ("az", "yeni bazar açıldı"),
    ("sw", "mkuu Juma Otieno alisema"),
    ("ky", "бир жума бою"),
    ("bg", "през цялата неделя"),
)


def _said(language: str, text: str, kind: int) -> list[str]:
    article = Article("http://a.example/1", "", text + ".", language=language, published_at=TOLD_AT)
    return [anchor.shown for anchor in anchors(article).said if kind_of(anchor.value) == kind]


def test_a_number_in_words_is_that_in_figures():
    assert not [(language, told) for language, told in EIGHTEEN if _said(language, told, NUMBER) != ["18"]]


def test_a_number_is_read_by_what_stands_around_it():
    found = [(told, _said(language, told, NUMBER), wanted) for language, told, wanted in NUMBERS]
    assert not [row for row in found if row[1] != row[2]]
    assert not [told for language, told in NOT_NUMBERS if _said(language, told, NUMBER)]
    assert _said("en", "a town of 1900", YEAR) == ["1900"]
    assert _said("nb", "koster 1900 svenske kroner", YEAR) == []


def test_a_day_without_a_month_is_the_one_next_to_the_publication():
    found = [(told, _said(language, told, DAY), wanted) for language, told, wanted in DAYS]
    assert not [row for row in found if row[1] != row[2]]
    assert not [told for language, told in NOT_DAYS if _said(language, told, DAY)]
    undated = Article("http://a.example/1", "", "公司16日宣布。", language="zh")
    assert not [anchor for anchor in anchors(undated).said if kind_of(anchor.value) == DAY]


def test_a_weekday_is_the_day_that_it_was():
    assert not [told for language, told in MONDAY if _said(language, told, DAY) != ["11-16"]]
    assert _said("en", "from Wednesday to Friday", DAY) == ["11-18", "11-13"]
    assert _said("en", "with a woman called Mondayne", DAY) == []


def test_one_day_in_common_is_less_than_a_day_and_a_place():
    def around(*told: str) -> float:
        sides = [
            anchors(Article("http://a.example/1", "", text, language="en", published_at=TOLD_AT))
            for text in told
        ]
        return likeness(*(unpack(side.pack()) for side in sides), rarity=0.0, length=1.0).around

    assert around("It rained on Monday.", "It snowed on Monday.") < 0.7
    assert around("It rained on Monday in Japan.", "It snowed on Monday in Japan.") == 1.0
    assert around("It rained in Japan.", "It snowed on Monday in Japan.") == 1.0  # a day that one alone names
    assert around("It rained in Japan on Friday.", "It snowed on Monday in Japan.") < 0.5


def test_the_day_before_the_first_is_the_last_of_the_month_before():
    text = "公司31日宣布。"
    told = Article(
        "http://a.example/1", "", text, language="zh", published_at=datetime(2026, 11, 2, tzinfo=UTC)
    )
    assert [a.shown for a in anchors(told).said if kind_of(a.value) == DAY] == ["10-31"]


def test_neither_a_sum_nor_half_a_word_is_a_name():
    assert _said("en", "it paid VND2.7 billion to Tarnow", NAME) == ["Tarnow"]
    assert "Sie" not in _said("uk", "угода з Leśna Sieć", NAME)
