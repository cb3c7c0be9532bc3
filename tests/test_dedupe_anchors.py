"""What stays in a translation: numbers, days and names, however a language writes them."""

from __future__ import annotations

import random
import string

import pytest
from tables import each

from crawler.dedupe import fingerprint
from crawler.dedupe.anchors import Anchors, anchored, anchors, unpack
from crawler.dedupe.skeletons import skeleton
from storage.records import Article

NUMBERS = [
    ("en", "worth 1.2 billion yuan", "1200000000"),
    ("en", "worth 1,200 million yuan", "1200000000"),
    ("en", "a round of $64m", "64000000"),
    ("en", "a round of RM64m", "64000000"),
    ("en", "worth $3.6t", "3600000000000"),
    ("en", "a fine of £2.4b", "2400000000"),
    ("en", "a fee of Rs4,150", "4150"),
    ("id", "senilai Rp3,6 triliun", "3600000000000"),
    ("ms", "bernilai RM950 juta", "950000000"),
    ("ms", "bernilai 3.6 trilion rupiah", "3600000000000"),
    ("en", "worth 1.2 billion yuan ($169 million)", "1200000000"),
    ("fr", "pour 640 euros (environ 690 dollars)", "640"),
    ("de", "im Wert von 1,2 Mrd. Yuan", "1200000000"),
    ("fr", "pour 1,2 milliard de yuans", "1200000000"),
    ("fr", "pour 1 200 millions de yuans", "1200000000"),
    ("es", "por 1.200 millones de yuanes", "1200000000"),
    ("zh", "金额达12亿元", "1200000000"),
    ("ja", "総額12億元", "1200000000"),
    ("ko", "12억 위안 규모", "1200000000"),
    ("th", "มูลค่า 1,200 ล้านหยวน", "1200000000"),
    ("th", "มูลค่า ๑,๒๐๐ ล้านหยวน", "1200000000"),
    ("ar", "بقيمة ١٫٢ مليار يوان", "1200000000"),
    ("ru", "на 1,2 млрд юаней", "1200000000"),
    ("vi", "trị giá 1,2 tỷ nhân dân tệ", "1200000000"),
    ("id", "senilai 1,2 miliar yuan", "1200000000"),
    ("hi", "120 करोड़ युआन", "1200000000"),
    ("hi", "1.2 अरब युआन", "1200000000"),
    ("uk", "на 1,2 мільярда юанів", "1200000000"),
    ("cs", "za 1,2 miliardy jüanů", "1200000000"),
    ("cs", "za 1200 milionů jüanů", "1200000000"),
    ("hu", "1,2 milliárd jüan értékben", "1200000000"),
    ("ro", "în valoare de 1200 de milioane de yuani", "1200000000"),
    ("sv", "värt 1,2 miljarder yuan", "1200000000"),
    ("da", "til 1,2 milliarder yuan", "1200000000"),
    ("fi", "arvoltaan 1,2 miljardia juania", "1200000000"),
    ("nl", "ter waarde van 1,2 miljard yuan", "1200000000"),
    ("bg", "за 1,2 милиарда юана", "1200000000"),
    ("fa", "به ارزش ۱٫۲ میلیارد یوان", "1200000000"),
    ("bn", "১২০ কোটি ইউয়ান", "1200000000"),
    ("ur", "1.2 ارب یوان", "1200000000"),
    ("he", "בשווי 1.2 מיליארד יואן", "1200000000"),
    ("ja", "1万7240台を販売", "17240"),
    ("zh", "售出1.724万辆", "17240"),
    ("ko", "1만7240대", "17240"),
    ("ko", "2억3100만 달러", "231000000"),
    ("en", "231 million dollars", "231000000"),
    ("hi", "१७,२४० कारें", "17240"),
    ("ru", "17 240 машин", "17240"),
    ("de", "17.240 Autos", "17240"),
    ("en", "a rise of 43.2 percent", "43.2"),
    ("es", "un 43,2 por ciento", "43.2"),
    ("th", "ร้อยละ 43.2", "43.2"),
    ("ar", "بنسبة ٤٣٫٢ في المئة", "43.2"),
    *[("zh", told, "34") for told in ("三十四个国家", "百分之三十四")],
    *[("zh", told, "26000") for told in ("二万六千台", "两万六千台", "兩萬六千台")],
    *[("zh", told, "320000000") for told in ("三亿二千万元", "三点二亿元", "3億2000萬元")],
    ("ja", "売上高は四十一億円", "4100000000"),
    ("en", "from 34 countries", "34"),
    ("tr", "2 bin 600 kişi", "2600"),
    ("tr", "1 milyar 250 milyon lira", "1250000000"),
    ("ru", "1 млн 250 тыс. тонн", "1250000"),
    ("fa", "۲ هزار و ۶۰۰ نفر", "2600"),
    ("ar", "٣ آلاف و٢٠٠ زائر", "3200"),
    ("hi", "2 हज़ार 600 करोड़ रुपये", "26000000000"),
    ("bn", "২ হাজার ৬০০ কোটি টাকা", "26000000000"),
    ("hi", "5 करोड़ 30 लाख", "53000000"),
    ("ko", "1천200억 원", "120000000000"),
    ("ko", "3천억 원", "300000000000"),
    ("ko", "2조 1천200억 원", "2120000000000"),
    ("vi", "2 tỷ 500 triệu đồng", "2500000000"),
    ("zh", "每月7萬8500日圓", "78500"),
    ("zh", "售价8500日元", "8500"),
    ("ja", "料金は8500日本円", "8500"),
    ("it", "210 mila visitatori", "210000"),
    ("it", "1 milione di euro", "1000000"),
    ("pl", "180 tysięcy domów", "180000"),
    ("es", "con 6,200 empleos", "6200"),
    ("es", "con 6.200 empleos", "6200"),
    ("el", "88 εκατομμυρίων ευρώ", "88000000"),
    *[("en", f"an eye of {told}", "8300000") for told in ("8.3 megapixels", "8.3 MP")],
    *[("ja", told, "8300000") for told in ("8.3メガピクセル", "830万画素")],
    ("ru", "8,3 мегапикселя", "8300000"),
    ("lv", "sods 8,3 miljona eiro", "8300000"),
    ("lt", "8,3 milijono eurų bauda", "8300000"),
    ("sr", "8,3 miliona evra", "8300000"),
    ("hr", "8,3 milijuna eura", "8300000"),
]
SEVERAL = [
    ("zh", "月产7万片300毫米晶圆", ["70000", "300"]),
    ("en", "raised 90 million 15 months later", ["90 million", "15"]),
    ("tr", "2 bin, 600 kişi", ["2000", "600"]),
    ("ko", "3만 5만 명", ["30000", "50000"]),
    ("zh", "六百人参观了28个展台和二万平方米", ["600", "28", "20000"]),
]
NOT_NUMBERS = [
    ("en", "a 5G phone of 2025"),
    ("en", "the model RMX950 and a mast of 64m"),
    ("en", "for the 25th time, at 10:30"),
    ("en", "the model GX300 has 7 legs"),
    ("th", "เมื่อปี 2568"),
    ("ja", "令和7年の大会"),
    ("zh", "25日在北京"),
    *[
        ("zh", told)
        for told in (
            "今（17）日登場",
            "二十五日在北京",
            "二〇二六年",
            "三点整",
            "零点零",
            "百亿级项目",
            "数十万人",
        )
    ],
    ("th", "เวลา 15.42 น."),
    ("tr", "saat 15.42'de"),
    ("id", "pukul 15.42 WIB"),
    ("de", "gegen 15.42 Uhr"),
    ("en", "at 3.42 p.m."),
    ("fa", "در سال ۱۴۰۴"),
    ("en", "on 2025-07-02 and 2025/7/3"),
]
DAYS = [
    *[
        ("en", told)
        for told in ("on July 2", "on 2 July 2025", "the 2nd of July", "on Jul. 2, 2025", "2025-07-02")
    ],
    *[("th", told) for told in ("วันที่ 2 กรกฎาคม 2568", "๒ กรกฎาคม ๒๕๖๘", "2 ก.ค. 68", "2/7/2568")],
    *[("zh", told) for told in ("7月2日", "2025年7月2日", "民國114年7月2日")],
    *[("ja", told) for told in ("令和7年7月2日", "７月２日")],
    ("ko", "7월 2일"),
    ("fa", "۱۱ تیر ۱۴۰۴"),
    ("ar", "٢ يوليو"),
    ("ru", "2 июля 2025 года"),
    ("uk", "2 липня"),
    ("vi", "ngày 2/7"),
    ("vi", "ngày 2 tháng 7"),
    *[("de", told) for told in ("2. Juli", "02.07.2025")],
    ("es", "el 2 de julio"),
    ("fr", "le 2 juillet"),
    ("pl", "2 lipca"),
    ("tr", "2 Temmuz"),
    ("hi", "2 जुलाई"),
    ("el", "2 Ιουλίου"),
    ("he", "2 ביולי"),
    ("cs", "2. července"),
    ("hr", "2. srpnja"),
    *[("ar", told) for told in ("2 يوليوز", "2 جويلية")],
    ("hu", "július 2-án"),
    ("ro", "2 iulie"),
    ("fi", "2. heinäkuuta"),
    ("sv", "den 2 juli"),
    ("bn", "২ জুলাই"),
    ("bg", "2 юли"),
]
RANGES = [
    ("en", "July 2-5"),
    ("en", "2 to 5 July"),
    ("th", "วันที่ 2-5 กรกฎาคม"),
    ("zh", "7月2日至5日"),
    ("ja", "7月2日～5日"),
    ("de", "2. bis 5. Juli"),
    ("fr", "du 2 au 5 juillet"),
    ("vi", "ngày 2-5/7"),
]
SAME_NAMES = [
    ("kostan", "костан", "كوستان", "コスタン"),
    ("solberg", "солберг", "سولبرغ"),
    ("sultanbekov", "султанбеков", "سلطانبيكوف"),
    ("tamarind", "тамаринд"),
    ("lindström", "lindstrom", "линдстром"),
    ("america", "америка", "アメリカ"),
    ("kołodziej", "kolodziej", "колодзей"),
]


def said(language: str, text: str) -> Anchors:
    return anchors(Article("http://a.example/", "", text + ".", language=language))


def kinds(found: Anchors, kind: int) -> list[str]:
    return [anchor.shown for anchor in found.said if anchor.value & 7 == kind]


@each(("language", "text", "number"), NUMBERS)
def test_a_number_is_the_same_in_every_way_of_writing_it(language, text, number):
    plain = said("en", f"some {float(number):.0f} things" if "." not in number else f"some {number} things")
    told, alone = ([a.value for a in of.said if a.value & 7 == 0] for of in (said(language, text), plain))
    assert told == alone


@each(("language", "text", "numbers"), SEVERAL)
def test_numbers_that_stand_side_by_side_are_no_sum(language, text, numbers):
    assert kinds(said(language, text), 0) == numbers


@each(("language", "text"), NOT_NUMBERS)
def test_years_of_the_present_ordinals_hours_and_small_counts_tell_nothing(language, text):
    assert kinds(said(language, text), 0) == []


@each(
    ("language", "text"),
    [
        ("fa", "مهندسان گفتند"),
        ("ar", "ضربات المسؤول"),
        ("bn", "প্রাচীন নগর"),
        ("en", "an indie band with soul"),
    ],
)
def test_a_place_is_not_found_within_another_word(language, text):
    assert kinds(said(language, text), 3) == []


@each(("language", "text"), DAYS)
def test_a_day_is_the_same_in_every_calendar(language, text):
    assert kinds(said(language, text), 1) == ["07-02"]
    assert kinds(said(language, text), 0) == []


@each(("language", "text"), RANGES)
def test_days_from_one_to_another_are_both(language, text):
    assert kinds(said(language, text), 1) == ["07-02", "07-05"]


@each("names", SAME_NAMES)
def test_a_name_is_known_by_its_consonants_in_any_alphabet(names):
    assert len({skeleton(name) for name in names}) == 1, [skeleton(name) for name in names]


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        ("pt", "obras em Covilhã ontem", "works in Covilha yesterday"),
        ("pl", "huta w Łękawie stoi", "the mill in Lekawie stands"),
        ("sv", "från Jämsjö i dag", "from Jamsjo today"),
    ],
)
def test_a_short_name_is_one_with_its_marks_and_without(language, text, english):
    names = [
        {a.value for a in said(*told).said if a.value & 7 == 2}
        for told in ((language, text), ("en", english))
    ]
    assert names[0] == names[1] != set()


@each("name", ["Škarvada", "Łopuszna", "İstemihan", "Čermákov", "Žitomirský", "Örsundsbro"])
def test_a_name_may_begin_with_any_latin_capital(name):
    assert kinds(said("cs", f"dnes {name} tam"), 2) == [name]


def test_a_syllable_of_vietnamese_is_no_name():
    assert kinds(said("vi", "sáng nay Việt cùng Hà ra về"), 2) == []


def test_different_names_have_different_consonants():
    names = ["markus", "america", "berlin", "carlton", "thompson", "hampton", "larkfield", "lockfield"]
    assert len({skeleton(name) for name in names}) == len(names)


def test_places_are_one_thing_in_all_languages():
    for language, text in [
        ("en", "in Beijing"),
        ("de", "in Peking"),
        ("th", "ที่ปักกิ่ง"),
        ("ru", "в Пекине"),
        ("ar", "في بكين"),
    ]:
        assert "Beijing" in kinds(said(language, text), 3)
    assert "India" not in kinds(said("en", "the indiana state"), 3)


def test_packing_keeps_what_is_compared():
    found = said("en", "On July 2 some 1,380 guests from 52 countries met Lena Marchetti in Beijing")
    assert unpack(found.pack()) == [anchor.value for anchor in found.said]
    assert (
        found.key_weights()
        == said(
            "en", "On July 2 some 1,380 guests from 52 countries met Lena Marchetti in Beijing"
        ).key_weights()
    )
    assert all(0 <= key < 2**31 for key in found.key_weights())


def test_without_a_language_or_enough_signs_there_are_no_keys():
    text = "On July 2 some 1,380 guests from 52 countries met Lena Marchetti in Beijing"
    assert anchors(Article("http://a.example/", "", text + ".")).key_weights() == {}
    assert said("en", "Some 20 guests came").key_weights() == {}
    short = Article("http://a.example/", "", text + ".", language="en")
    assert anchored(fingerprint(short), anchors(short)).anchors is None  # too short to be told from another


def test_any_text_has_anchors_within_bounds():
    rng = random.Random(3)
    letters = string.printable + "月日年万億亿兆.,٫٬'’ ٤๑०ล้านพันmlrdЯкЖ令和民国至–ﷺ"
    for language in ("en", "th", "zh", "ja", "ar", "ru", "fa", "vi", "de", "", "xx"):
        for size in (0, 1, 50, 3000, 60_000):
            text = "".join(rng.choices(letters, k=size))
            found = anchors(Article("http://a.example/", "", text, language=language))
            assert len(found.pack()) <= 4 * 150
            assert len(found.key_weights()) <= 24
    for text, language in (("9" * 50_000, "en"), ("二" * 50_000, "zh"), ("1億" * 20_000, "ja")):
        assert len(anchors(Article("http://a.example/", "", text, language=language)).pack()) <= 4 * 150


def test_half_a_letter_keeps_no_text_from_having_anchors():
    whole = said("en", "? On 2 July some 1,380 guests met Lena Marchetti in Beijing.")
    assert whole.said
    assert said("en", "\ud800 On 2 July some 1,380 guests met Lena Marchetti in Beijing.") == whole
