"""Translations out of and into languages of many scripts: their units, months and names, and the stories they tell."""

from __future__ import annotations

from storesamples import with_sources
from tables import each
from translationsamples import saving, told

from crawler.dedupe import fingerprint
from crawler.dedupe.anchors import Anchors, anchors
from crawler.dedupe.skeletons import skeleton
from storage.articles import save as articles
from storage.database import Database
from storage.records import Article

AMOUNTS = [
    ("et", "35 miljonit eurot", 35e6),
    ("et", "35 tuhat elanikku", 35e3),
    ("lv", "35 miljardi eiro", 35e9),
    ("lt", "35 mlrd. eurų", 35e9),
    ("lt", "35 tūkstančių žmonių", 35e3),
    ("is", "35 milljarða króna", 35e9),
    ("is", "35 þúsund manns", 35e3),
    ("kk", "35 мың адам", 35e3),
    ("mn", "35 тэрбум төгрөг", 35e9),
    ("mk", "35 милијарди денари", 35e9),
    ("sr", "35 милијарди динара", 35e9),
    ("be", "35 мільёнаў рублёў", 35e6),
    ("uz", "35 ming kishi", 35e3),
    ("az", "35 milyard manat", 35e9),
    ("sq", "35 miliardë lekë", 35e9),
    ("hy", "35 միլիարդ դրամ", 35e9),
    ("ka", "35 მილიონი ლარი", 35e6),
    ("ta", "ரூ.35 கோடியில்", 35e7),
    ("ta", "35 லட்சம் பேர்", 35e5),
    ("te", "రూ.35 కోట్లు", 35e7),
    ("mr", "35 कोटी रुपये", 35e7),
    ("gu", "35 કરોડ રૂપિયા", 35e7),
    ("pa", "35 ਕਰੋੜ ਰੁਪਏ", 35e7),
    ("kn", "35 ಲಕ್ಷ ಜನರು", 35e5),
    ("ml", "35 കോടി രൂപ", 35e7),
    ("ne", "35 अर्ब रुपैयाँ", 35e9),
    ("km", "35 លាននាក់", 35e6),
    ("lo", "35 ລ້ານກີບ", 35e6),
    ("am", "35 ሚሊዮን ብር", 35e6),
    ("am", "35 ሺህ ገበሬዎች", 35e3),
    ("az", "35 min lirə", 35e3),
    ("az", "35 mlrd manat", 35e9),
    ("eu", "35 milioi euro", 35e6),
    ("ca", "35 milions d'euros", 35e6),
    ("mt", "35 miljun ewro", 35e6),
    ("so", "35 milyan oo doolar", 35e6),
    ("ha", "naira miliyan 35", 35e6),
    ("tl", "35 bilyong piso", 35e9),
    ("si", "රුපියල් 35 මිලියන", 35e6),
    ("km", "35 ម៉ឺននាក់", 35e4),
    ("lo", "35 ແສນຄົນ", 35e5),
]
MINUTES = [("es", "35 min de cola"), ("tr", "35 min bekledi"), ("de", "nach 35 min")]
TENTH_OF_SEPTEMBER = [
    ("et", "10. septembril"),
    ("lv", "10. septembrī"),
    ("lt", "rugsėjo 10"),
    ("kk", "10 қыркүйекте"),
    ("az", "10 sentyabrda"),
    ("sr", "10. септембра"),
    ("sq", "10 shtator"),
    ("ca", "10 de setembre"),
    ("tl", "10 Setyembre"),
    ("hy", "սեպտեմբերի 10-ին"),
    ("ta", "செப்டம்பர் 10"),
    ("te", "సెప్టెంబర్ 10"),
    ("mr", "10 सप्टेंबर"),
    ("ml", "സെപ്റ്റംബർ 10"),
    ("az", "sentyabrın 10-da"),
    ("uz", "10-sentabr kuni"),
    ("ky", "10-сентябрда"),
    ("eu", "irailaren 10ean"),
    ("hi", "10 सितम्बर को"),
    ("te", "సెప్టెంబరు 10"),
    ("si", "සැප්තැම්බර් 10"),
    ("lo", "ວັນທີ 10 ກັນຍາ"),
    ("km", "ថ្ងៃទី១០ ខែកញ្ញា"),
    ("mt", "10 ta' Settembru"),
    ("am", "ሴፕቴምበር 10"),
]
SAME_NAMES = [
    ("kamaraj", "कामराज", "காமராஜ்", "ಕಾಮರಾಜ್"),
    ("sundaram", "सुंदरम", "சுந்தரம்", "సుందరం", "സുന്ദരം"),
    ("chandigarh", "चंडीगढ़", "চণ্ডীগড়"),
    ("ahmedabad", "अहमदाबाद"),
    ("ashwini", "अश्विनी"),
    ("mitsubishi", "मित्सुबिशी"),
    ("bengaluru", "ಬೆಂಗಳೂರು", "బెంగళూరు"),
    ("malappuram", "മലപ്പുറം"),
    ("sultanpur", "सुल्तानपुर", "ਸੁਲਤਾਨਪੁਰ"),
    ("gandhinagar", "ગાંધીનગર", "গান্ধীনগর"),
    ("punjab", "پنجاب"),
    ("pezeshkian", "پزشکیان"),
    ("lundberg", "لوندبرگ", "лундберг"),
    ("qaraghandy", "қарағанды", "караганды"),
    ("norðurland", "nordurland", "нордурланд"),
    ("þorsteinn", "thorstein", "торстейн"),
    ("weißenfels", "weissenfels"),
    ("љубинковић", "ljubinković"),
    ("јањић", "janjić"),
    ("əliyarov", "aliyarov"),
]
NAMED = [
    ("fa", "دیروز گرگانیان آمد", "گرگانیان"),
    ("ur", "کل گجرانوالہ میں", "گجرانوالہ"),
    ("kk", "бүгін Қызылжар", "Қызылжар"),
    ("sr", "данас Љубичевац", "Љубичевац"),
    ("az", "dünən Əlibəyli", "Əlibəyli"),
    ("hi", "कल चित्तौड़गढ़ में", "चित्तौड़गढ़"),
    ("ta", "நேற்று திருவண்ணாமலை", "திருவண்ணாமலை"),
]
BRIDGE = {
    "en": (
        "Tramford to open a 640-million cable plant in Kandalpur",
        "Tramford said on Monday that it would build a cable plant in Kandalpur for 640 million dollars. It is to employ 1,750 "
        "people and to make 38 thousand kilometres of cable a year.\nThe provincial minister Bertrand Lindqvist spoke of a "
        "good day. Half of the power comes from 26 wind turbines, the rest from the grid, as Tramford said.",
    ),
    "is": (
        "Tramford reisir kapalverksmiðju í Kandalpur",
        "Fyrirtækið Tramford sagði á mánudag að reist yrði kapalverksmiðja í Kandalpur fyrir 640 milljónir dala. Þar munu 1.750 "
        "manns starfa og framleiða 38 þúsund kílómetra af kapli á ári.\nRáðherrann Bertrand Lindqvist talaði um góðan dag. "
        "Helmingur orkunnar kemur frá 26 vindmyllum og afgangurinn frá rafveitunni, að sögn Tramford.",
    ),
    "kk": (
        "Кандалпурда кабель зауыты салынады",
        "Дүйсенбіде Трамфорд компаниясы Кандалпурда құны 640 миллион доллар болатын кабель зауытын салатынын айтты. Онда 1750 "
        "адам жұмыс істеп, жылына 38 мың шақырым кабель шығармақ.\nПровинция министрі Бертран Линдквист бұл жақсы күн деді. "
        "Қуаттың жартысын 26 жел қондырғысы береді, қалғаны желіден келеді, деп хабарлады Трамфорд.",
    ),
    "hi": (
        "कंडलपुर में केबल कारखाना लगाएगी ट्रामफोर्ड",
        "ट्रामफोर्ड ने सोमवार को कहा कि वह कंडलपुर में 64 करोड़ डॉलर की लागत से केबल कारखाना बनाएगी। इसमें 1,750 लोगों को काम मिलेगा और हर साल "
        "38 हज़ार किलोमीटर केबल बनेगी।\nप्रांत के मंत्री बर्ट्रेंड लिंडक्विस्ट ने इसे अच्छा दिन बताया। ट्रामफोर्ड के अनुसार आधी बिजली 26 पवन चक्कियों से "
        "और बाकी ग्रिड से आएगी।",
    ),
    "ta": (
        "கண்டல்பூரில் கேபிள் ஆலை அமைக்கும் டிராம்ஃபோர்டு",
        "கண்டல்பூரில் 64 கோடி டாலர் செலவில் கேபிள் ஆலையைக் கட்டப் போவதாக டிராம்ஃபோர்டு நிறுவனம் திங்கட்கிழமை கூறியது. அதில் 1,750 பேருக்கு "
        "வேலை கிடைக்கும்; ஆண்டுக்கு 38 ஆயிரம் கிலோமீட்டர் கேபிள் தயாராகும்.\nமாகாண அமைச்சர் பெர்ட்ரண்ட் லிண்ட்குவிஸ்ட் இது நல்ல நாள் என்றார். "
        "மின்சாரத்தில் பாதி 26 காற்றாலைகளிலிருந்து வரும்.",
    ),
}
OTHER_PLANT = (
    "कंडलपुर में बैटरी कारखाना लगाएगी वेस्टरहोल्म",
    "वेस्टरहोल्म ने मंगलवार को कहा कि वह कंडलपुर में 91 करोड़ डॉलर की लागत से बैटरी कारखाना बनाएगी। इसमें 2,340 लोगों को काम मिलेगा और हर साल "
    "52 हज़ार बैटरियां बनेंगी।\nप्रांत के मंत्री बर्ट्रेंड लिंडक्विस्ट ने इसे अच्छा दिन बताया। कंपनी के अनुसार आधी बिजली 17 पवन चक्कियों से और बाकी "
    "ग्रिड से आएगी।",
)


PAIRS = [("en", "is"), ("kk", "en"), ("en", "hi"), ("hi", "en"), ("ta", "en"), ("kk", "is"), ("hi", "kk")]


def said(language: str, text: str) -> Anchors:
    return anchors(Article("http://a.example/", "", text + ".", language=language))


def values(found: Anchors, kind: int) -> list[int]:
    return [anchor.value for anchor in found.said if anchor.value & 7 == kind]


@each(("language", "text", "amount"), AMOUNTS)
def test_a_unit_behind_a_number_is_read_in_many_languages(language, text, amount):
    assert values(said(language, text), 0) == values(said("en", f"some {amount:.0f} things"), 0)


@each(("language", "text"), MINUTES)
def test_minutes_are_no_thousands(language, text):
    assert values(said(language, text), 0) == values(said("en", "some 35 things"), 0)


@each(("language", "text"), TENTH_OF_SEPTEMBER)
def test_a_month_is_read_in_many_languages(language, text):
    assert values(said(language, text), 1) == values(said("en", "on September 10"), 1)


@each("names", SAME_NAMES)
def test_a_name_sounds_alike_in_the_scripts_of_india_persia_and_the_north(names):
    assert len({skeleton(name) for name in names}) == 1, [skeleton(name) for name in names]


def test_what_differs_in_sound_differs_in_the_scripts_of_india():
    names = ["कानपुर", "नागपुर", "जोधपुर", "रामपुर", "काकीनाडा", "कामराज", "पुडुचेरी", "पटियाला"]
    assert len({skeleton(name) for name in names}) == len(names)


@each(("language", "text", "name"), NAMED)
def test_a_name_is_seen_whole_whatever_its_letters(language, text, name):
    assert name in [anchor.shown for anchor in said(language, text).said if anchor.value & 7 == 2]


def test_a_release_is_one_story_in_languages_of_far_scripts(tmp_path):
    apart = []
    for first, second in PAIRS:
        with Database(f"sqlite:///{tmp_path / (first + second)}.db") as db:
            with_sources(db)
            one, other = (db.call(saving(told(language, BRIDGE[language]))) for language in (first, second))
            if (other.relation, other.story_id) != ("translated", one.story_id):
                apart.append((first, second))
    assert not apart


def test_two_plants_in_one_town_are_two_stories_in_hindi_and_english(db):
    first = db.call(saving(told("en", BRIDGE["en"])))
    second = db.call(saving(told("hi", OTHER_PLANT)))
    assert (second.relation, second.story_id == first.story_id) == ("original", False)


def test_names_in_georgian_and_armenian_sound_as_in_latin_letters_whatever_their_case():
    wrong = []
    for language, text, names in (
        ("ka", "განაცხადა კომპანიის დირექტორმა ლომიძემ", ("Lomidze",)),
        ("ka", "პრემიერ კობახიძის თქმით ზურაბიშვილთან", ("Kobakhidze", "Zurabishvili")),
        ("hy", "Այս մասին ասել է Գագիկ Ստեփանյանը", ("Stepanyan",)),
        ("hy", "Տնօրեն Գիորգի Լոմիձեի խոսքով", ("Lomidze",)),
        ("hy", "Ընկերությունը «Մտկվարի» է", ("Mtkvari",)),
    ):
        of = {each.value for each in anchors(Article("http://a.example/1", "", text, language=language)).said}
        for name in names:
            english = anchors(Article("http://a.example/2", "", f"so {name} said", language="en")).said
            if not {each.value for each in english} & of:
                wrong.append((language, name, skeleton(name.lower())))
    assert not wrong


KITES = {  # no paragraph of it is as long as prose without full stops has to be elsewhere
    "th": (
        "ว่าวตรวจฝุ่นขึ้นฟ้าที่บ้านดอนตาล",
        "ชาวบ้านดอนตาลปล่อยว่าวติดเครื่องวัดฝุ่น 86 ตัวขึ้นเหนือทุ่งนา เพื่อดูว่าควันมาจากที่ใด\n"
        "เครื่องหนึ่งหนัก 47 กรัม วัดได้ทุก 20 วินาที และส่งข้อมูลไกลถึง 3,400 เมตร\n"
        '"ลมบอกเราเร็วกว่าดาวเทียมเสมอ" ครูมาลัย พรหมทอง ผู้คิดโครงการกล่าว\n'
        "โครงการใช้เงิน 725,000 บาท และจะมอบแบบว่าวให้อีก 31 หมู่บ้านในเดือนหน้า",
    ),
    "en": (
        "Kites look for smoke above Don Tan",
        "Villagers of Don Tan fly 86 kites with dust meters above their rice fields to see where the smoke comes from. A "
        "meter weighs 47 grams, measures every 20 seconds and sends what it finds as far as 3,400 metres.\n"
        '"The wind tells us sooner than satellites do," said the teacher Malai Phromthong, whose idea it was. The project '
        "cost 725,000 baht and will give the plan of its kites to 31 other villages next month.",
    ),
}
BRIEF = ("th", ("ข่าวสั้น", "\n".join([KITES["th"][1].partition("\n")[0], "ฝนตกหนักที่ท่าเรือ 46 แห่ง"])))


def test_short_paragraphs_of_thai_are_as_long_as_what_they_are_translated_into(tmp_path):
    lengths = [fingerprint(told(language, text)).length for language, text in KITES.items()]
    assert min(lengths) > 0.7 * max(lengths)
    with Database(f"sqlite:///{tmp_path}/a.db") as db:
        with_sources(db)
        for n, (language, text) in enumerate([*KITES.items(), BRIEF]):
            db.call(saving(told(language, text, url=f"http://{n}.example/{n}")))
        found = sorted(db.read(articles.list_articles), key=lambda article: article.id)
    assert found[0].story_id == found[1].story_id != found[2].story_id
