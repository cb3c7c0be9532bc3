"""How large a sum is, by what stands around its figures: the same in a translation, however its desk writes it."""

from __future__ import annotations

from crawler.dedupe.anchors import NUMBER, anchors, kind_of
from storage.records import Article

SUMS = {
    "64 million": (
        *(("en", told) for told in ("worth €64m", "USD 64M in all", "a US$64M deal", "of $64 mn", "a $64m-a-year deal", "of $64 m. Then", "of US64m")),
        *(("fr", told) for told in ("soit 64 M€ en tout", "soit 64M$", "soit 64 M d'euros", "soit 64 millions d'euros")),
        *(("es", told) for told in ("son 64 M€", "son 64 MUSD", "son 64 mdp")),
        ("pt", "ou R$ 64 mi em tudo"),
        *((code, "za 64 mil. eur") for code in ("cs", "sk", "hr", "ro")),
        *(("sv", told) for told in ("för 64 mkr", "för 64 milj kronor")),
        ("el", "για 64 εκ. ευρώ"),
        ("id", "dengan 64 jt orang"),
        ("sw", "ni shilingi milioni 64"),
        ("sw", "ni Sh64 milioni"),
    ),
    "64000": (("es", "los 64 mil. Todos"), ("cs", "asi 64 tis. lidí"), ("fr", "soit 64 k€ de plus")),
    "2.5 billion": (
        *(("fr", told) for told in ("soit 2,5 Md€", "soit 2,5 Mds €", "soit 2,5 Md d'euros")),
        ("pt", "ou R$ 2,5 bi"),
        ("tr", "toplam 2,5 mlr dolar"),
        ("sv", "för 2,5 mdr kronor"),
        ("nl", "voor 2,5 bln dollar"),
        ("id", "senilai Rp2,5 M"),
    ),
    "3.6 trillion": (
        *(("en", told) for told in ("worth $3.6tn", "worth 3.6tn yen", "worth $3.6 T in all")),
        ("pt", "ou US$ 3,6 tri"),
        ("es", "son $3,6 tn en total"),
        ("pl", "za 3,6 bln zł"),
        ("fr", "soit 3,6 billions d'euros"),
        ("it", "per 3,6 mila miliardi"),
        ("he", "בשווי 3.6 טריליון"),
        ("id", "senilai Rp3,6 T"),
    ),
    "1.2 trillion": (
        ("en", "of ₹1.2 lakh crore"),
        ("hi", "कुल 1.2 लाख करोड़ रुपये"),
        ("hi", "कुल 1 लाख 20 हज़ार करोड़ रुपये"),
        ("bn", "মোট ১ লাখ ২০ হাজার কোটি টাকা"),
        ("mr", "एकूणा १.२ लाख कोटी"),
        ("ur", "کا 1.2 لاکھ کروڑ"),
    ),
    "250000": (("hi", "कुल ढाई लाख लोग"), ("ur", "کل ڈھائی لاکھ لوگ"), ("hi", "कुल दो लाख पचास हज़ार लोग")),
    "3.5 billion": (("hi", "कुल साढ़े तीन अरब डॉलर"), ("ur", "کل ساڑھے تین ارب ڈالر")),
    "95000": (("hi", "कुल पंचानवे हजार लोग"), ("ur", "کل پچانوے ہزار لوگ")),
    "12 trillion": (("fa", "با ۱۲ هزار میلیارد تومان"),),
    "120 million": (
        ("hi", "कुल बारह करोड़ रुपये"),
        ("ur", "کل بارہ کروڑ روپے"),
        ("gu", "૧૨ કરોડ રૂપિયા"),
        ("pa", "ਦਾ ੧੨ ਕਰੋੜ ਰੁਪਏ"),
        ("kn", "ರೂಪಾಯಿ ೧೨ ಕೋಟಿ"),
    ),
    # what only looks like a size: miles, metres, an apostrophe, a word
    "64": (
        ("en", "about 64 mi away"),
        ("en", "about 64 m high"),
        ("fr", "les 64 m'ont plu"),
        ("en", "the $64 mixer"),
        ("fr", "soit 64 m d'eau en tout"),
        *((code, "con 64 tn de todo") for code in ("es", "fi", "tr")),  # tonnes
        ("de", "die Linie 64 rb nicht"),
        ("en", "the 64 bids"),
        *(("en", told) for told in ("a $64 T-shirt", "the $64 K-pop album", "a €64 M.2 drive", "a $64 b/w print")),
        *(("en", told) for told in ("it left us 64 m away", "it cost us 64 t of fish")),
    ),
}  # fmt: skip


def test_arab_states_and_the_rest_of_a_larger_number_are_no_sums():
    for language, told in (
        ("hi", "कुल छह अरब देशों के विदेश मंत्री"),
        ("hi", "कुल छह अरब विदेश मंत्रियों ने"),
        ("hi", "कुल नौ सौ बारह करोड़ रुपये"),
        ("ur", "کل نو سو بارہ کروڑ روپے"),
    ):
        said = anchors(Article("http://a.example/1", "", told, language=language)).said
        assert [each.shown for each in said if kind_of(each.value) == NUMBER] == [], told


def test_a_sum_is_as_large_as_it_is_written():
    wrong = []
    for wanted, cases in SUMS.items():
        for language, told in cases:
            said = anchors(Article("http://a.example/1", "", told, language=language)).said
            if (found := [each.shown for each in said if kind_of(each.value) == NUMBER]) != [wanted]:
                wrong.append((language, told, wanted, found))
    assert not wrong


def test_a_sum_in_words_that_is_not_read_whole_is_not_read():
    wrong = []
    for language, told in (
        ("hi", "कुल एक सौ बीस करोड़ रुपये"),
        ("hi", "कुल सवा दो लाख लोग"),
        ("hi", "कुल पौने दो लाख लोग"),
        ("ur", "کل ایک سو بیس کروڑ روپے"),
        ("ur", "کل سوا دو لاکھ لوگ"),
        ("ur", "کل پونے دو لاکھ لوگ"),
    ):
        said = anchors(Article("http://a.example/1", "", told, language=language)).said
        if found := [each.shown for each in said if kind_of(each.value) == NUMBER]:
            wrong.append((language, told, found))
    assert not wrong
