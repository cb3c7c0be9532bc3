"""Old encodings, wrong labels, no labels and a few bad bytes."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest
from tables import each

from crawler.parse.page.charset import PIECE, decode, is_utf8

TEXTS = {
    "th": "การประชุมเศรษฐกิจดิจิทัลโลกเปิดฉากขึ้นที่กรุงปักกิ่งเมื่อวันพฤหัสบดี โดยมีผู้เข้าร่วมจากหลายประเทศ",
    "zh": "全球数字经济大会周四在北京开幕，来自多个国家的代表聚焦人工智能与数据治理。",
    "zh-tw": "全球數位經濟大會週四登場，來自多個國家的代表關注人工智慧落地應用與資料治理。",
    "zh-hk": "全球數碼經濟大會喺北京開幕，佢哋話啲資料治理嘅嘢好緊要，冇人唔知。",
    "ja": "世界デジタル経済会議が木曜日に北京で開幕し、各国の代表が人工知能の産業利用について議論した。",
    "ko": "세계 디지털 경제 대회가 목요일 베이징에서 개막했으며 여러 나라의 대표들이 인공지능을 논의했다.",
    "ru": "В четверг в Пекине открылась Всемирная конференция по цифровой экономике, сообщили организаторы.",
    "uk": "У четвер у Пекіні відкрилася Всесвітня конференція з цифрової економіки, повідомили її організатори.",
    "bg": "В четвъртък в Пекин беше открита Световната конференция за цифрова икономика, съобщиха от форума.",
    "sr": "У четвртак је у Пекингу отворена Светска конференција о дигиталној економији, саопштили су домаћини.",
    "ar": "انطلقت يوم الخميس في بكين أعمال المؤتمر العالمي للاقتصاد الرقمي بمشاركة ممثلين عن دول كثيرة",
    "fa": "همایش جهانی اقتصاد دیجیتال روز پنجشنبه در پکن با حضور نمایندگان چند کشور آغاز شد",
    "he": "הוועידה העולמית לכלכלה דיגיטלית נפתחה ביום חמישי בבייג'ינג בהשתתפות נציגים ממדינות רבות",
    "el": "Το παγκόσμιο συνέδριο για την ψηφιακή οικονομία άνοιξε την Πέμπτη στο Πεκίνο, είπαν οι διοργανωτές.",
    "vi": "Hội nghị kinh tế số toàn cầu khai mạc hôm thứ Năm tại Bắc Kinh với đại biểu từ nhiều nước.",
    "tr": "Dünya Dijital Ekonomi Konferansı perşembe günü Pekin'de başladı; şehre birçok ülkeden katılımcı geldi.",
    "pl": "Światowa konferencja o gospodarce cyfrowej rozpoczęła się w czwartek w Pekinie, ogłosili jej goście.",
    "cs": "Světová konference o digitální ekonomice byla ve čtvrtek zahájena v Pekingu, řekli její pořadatelé.",
    "hu": "Csütörtökön megnyílt Pekingben a digitális gazdaság világkonferenciája; a szervezők őszintén örültek.",
    "ro": "Conferința mondială privind economia digitală s-a deschis joi la Beijing, au anunțat organizatorii.",
    "lt": "Ketvirtadienį Pekine prasidėjo pasaulinė skaitmeninės ekonomikos konferencija, pranešė jos rengėjai.",
    "lv": "Ceturtdien Pekinā sākās pasaules digitālās ekonomikas konference, paziņoja tās rīkotāji un viesi.",
    "et": "Neljapäeval algas Pekingis ülemaailmne digimajanduse konverents; õhtul oli külalistele šampanjat.",
    "de": "Am Donnerstag wurde in Peking die Weltkonferenz für digitale Ökonomie eröffnet, „schöne Grüße“ – 10 €.",
    "is": "Heimsráðstefnan um stafrænt hagkerfi hófst á fimmtudag í Peking, sögðu skipuleggjendur með ánægju.",
}
LABELS = [  # language, what the bytes are in, what the page calls it
    ("th", "cp874", "tis-620 windows-874 iso-8859-11 TIS620"),
    ("zh", "gbk", "gbk gb2312 GB18030 x-gbk gb_2312-80"),
    ("zh", "gb18030", "gb18030 gb2312"),
    ("zh-tw", "big5", "big5 big5-hkscs x-x-big5 cn-big5"),
    ("zh-hk", "big5hkscs", "big5-hkscs big5"),
    ("ja", "cp932", "shift_jis x-sjis Shift-JIS windows-31j ms_kanji"),
    ("ja", "euc_jp", "euc-jp x-euc-jp"),
    ("ja", "iso2022_jp", "iso-2022-jp utf-8 iso-8859-1"),
    ("ko", "cp949", "euc-kr ks_c_5601-1987 ksc5601 windows-949 korean uhc"),
    ("ko", "iso2022_kr", "iso-2022-kr"),
    ("ko", "johab", "johab"),
    ("ru", "cp1251", "windows-1251 cp1251 x-cp1251"),
    ("ru", "koi8_r", "koi8-r koi8"),
    ("uk", "koi8_u", "koi8-u"),
    ("uk", "cp1251", "windows-1251"),
    ("sr", "iso8859_5", "iso-8859-5 cyrillic"),
    ("ru", "cp866", "ibm866 cp866"),
    ("ru", "mac_cyrillic", "x-mac-cyrillic x-mac-ukrainian"),
    ("ar", "cp1256", "windows-1256 x-cp1256"),
    ("fa", "cp1256", "windows-1256"),
    ("ar", "iso8859_6", "iso-8859-6 arabic"),
    ("he", "cp1255", "windows-1255"),
    ("he", "iso8859_8", "iso-8859-8 iso-8859-8-i logical hebrew"),
    ("el", "cp1253", "windows-1253"),
    ("el", "iso8859_7", "iso-8859-7 greek"),
    ("vi", "cp1258", "windows-1258"),
    ("tr", "cp1254", "windows-1254 iso-8859-9 latin5"),
    ("pl", "cp1250", "windows-1250"),
    ("cs", "iso8859_2", "iso-8859-2 latin2"),
    ("ro", "iso8859_16", "iso-8859-16"),
    ("lt", "cp1257", "windows-1257"),
    ("lt", "iso8859_13", "iso-8859-13"),
    ("lv", "iso8859_4", "iso-8859-4"),
    ("et", "iso8859_15", "iso-8859-15 latin9 latin-9"),
    ("de", "cp1252", "windows-1252 iso-8859-1 us-ascii latin1 ISO8859-1"),
    ("is", "iso8859_10", "iso-8859-10"),
]
NO_BRACKETS = ("iso2022_jp", "iso2022_kr", "johab")  # in which a bracket can be half of a character
GUESSED = [  # language, codec, top-level domain (none: a generic one)
    *(("th", "cp874", ""), ("zh", "gbk", ""), ("zh-tw", "big5", ""), ("zh-hk", "big5hkscs", "hk")),
    *(("ja", "cp932", ""), ("ja", "euc_jp", ""), ("ja", "iso2022_jp", ""), ("ko", "cp949", "")),
    *(("ru", "cp1251", ""), ("ru", "koi8_r", ""), ("ru", "iso8859_5", ""), ("ru", "cp866", "ru")),
    *(("uk", "cp1251", ""), ("uk", "koi8_u", "ua"), ("bg", "cp1251", ""), ("sr", "cp1251", "")),
    *(("ar", "cp1256", ""), ("ar", "iso8859_6", ""), ("fa", "cp1256", "ir"), ("he", "cp1255", "")),
    *(("el", "cp1253", ""), ("el", "iso8859_7", ""), ("vi", "cp1258", "vn"), ("tr", "cp1254", "tr")),
    *(("pl", "cp1250", ""), ("pl", "iso8859_2", ""), ("cs", "cp1250", "cz"), ("hu", "iso8859_2", "hu")),
    *(("lv", "cp1257", ""), ("de", "cp1252", ""), ("is", "cp1252", "is")),
]


def encoded(language: str, codec: str) -> bytes:
    """The sentence; windows-1258 writes tones apart, and what an alphabet lacks is a reference."""
    text = TEXTS[language]
    if codec == "cp1258":
        tones = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
        apart = (unicodedata.normalize("NFD", c) for c in text)
        return "".join(
            unicodedata.normalize("NFC", c.translate(tones)) + "".join(t for t in c if ord(t) in tones)
            for c in apart
        ).encode(codec)
    if codec == "iso8859_16" or language != "ro":
        return text.encode(codec, "xmlcharrefreplace")
    return text.encode(codec)


def holds(read: str, language: str, codec: str) -> bool:
    """Whether a text has the sentence, with the references that it was written with."""
    text = encoded(language, codec).decode(codec)
    return unicodedata.normalize("NFC", text) in unicodedata.normalize("NFC", read)


@each(
    ("language", "codec", "label"),
    [(language, codec, label) for language, codec, labels in LABELS for label in labels.split()],
)
def test_a_labelled_page_is_read_through_the_codec_that_holds_it(
    language: str, codec: str, label: str
) -> None:
    body = b"<p>" + encoded(language, codec)
    metas = (
        f'<meta charset="{label}">',
        f"<META http-equiv=Content-Type content='text/html; charset={label}'>",
        f"<script>{'x' * 9_000}</script><meta charset={label}>",
    )
    for meta in metas:
        assert holds(decode(meta.encode() + body), language, codec), meta[:99]
    for header in (f"text/html; charset={label}", f'text/html;Charset = "{label}"; q=1'):
        assert holds(decode(body, content_type=header), language, codec), header


@each(("language", "codec", "domain"), GUESSED)
def test_an_unlabelled_page_is_guessed_and_so_is_one_that_says_utf8(
    language: str, codec: str, domain: str
) -> None:
    body = b"<html><p>" + encoded(language, codec) * 3
    url = f"https://www.example.{domain or 'com'}/a"
    assert holds(decode(body, url=url), language, codec)
    lie = b"<meta charset=utf-8>" + body
    assert holds(decode(lie, url=url, content_type="text/html; charset=utf-8"), language, codec)


@each(
    ("language", "codec"),
    [
        *(("lt", "cp1257"), ("lt", "iso8859_13"), ("et", "cp1257"), ("hu", "cp1250"), ("hu", "iso8859_2")),
        *(("pl", "iso8859_2"), ("cs", "cp1250"), ("tr", "cp1254"), ("vi", "cp1258"), ("de", "cp1252")),
    ],
)
def test_between_the_latin_alphabets_the_language_of_the_page_decides(language: str, codec: str) -> None:
    page = f'<html lang="{language}"><p>'.encode() + encoded(language, codec)
    assert holds(decode(page), language, codec)


@each(
    ("language", "label"),
    product(TEXTS, ["iso-8859-1", "windows-1251", "shift_jis", "gb2312", "utf-16"]),
)
def test_utf8_is_read_as_such_whatever_it_is_called(language: str, label: str) -> None:
    page = f'<meta charset="{label}"><p>{TEXTS[language]}</p>'.encode()
    assert TEXTS[language] in decode(page, content_type=f"text/html; charset={label}")


@each(
    ("language", "codec", "label"),
    [
        *(("th", "cp874", "tis-620"), ("ru", "cp1251", "windows-1251"), ("ru", "koi8_r", "koi8-r")),
        *(("zh", "gbk", "gb2312"), ("zh-tw", "big5", "big5"), ("ja", "euc_jp", "euc-jp")),
        *(("ko", "cp949", "euc-kr"), ("el", "cp1253", "windows-1253"), ("ar", "cp1256", "windows-1256")),
        ("he", "cp1255", "windows-1255"),
    ],
)
def test_a_western_label_is_not_believed_over_another_script(language: str, codec: str, label: str) -> None:
    body = b"<p>" + encoded(language, codec) * 3
    header = "text/html; charset=ISO-8859-1"
    assert holds(decode(body, content_type=header), language, codec)
    assert holds(decode(b"<meta charset=windows-1252>" + body), language, codec)
    assert holds(decode(f"<meta charset={label}>".encode() + body, content_type=header), language, codec)


def test_a_label_in_which_the_page_cannot_be_read_gives_way_to_the_next() -> None:
    body = b"<meta charset=euc-jp><p>" + encoded("ja", "euc_jp")
    assert TEXTS["ja"] in decode(body, content_type="text/html; charset=euc-kr")
    declared = b'<?xml version="1.0" encoding="windows-1251"?><html><p>'
    assert TEXTS["ru"] in decode(declared + encoded("ru", "cp1251"))


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("start", ["<!doctype html><html>", "\r\n <html>", "\ufeff<html>", "\ufeffx"])
def test_wide_encodings_are_known_by_their_mark_or_their_first_bracket(codec: str, start: str) -> None:
    for language, text in TEXTS.items():
        body = f"{start}<meta charset=utf-8><p>{text}".encode(codec)
        assert text in decode(body, content_type="text/html; charset=utf-8"), language
        assert not is_utf8(body) or start.startswith("\ufeff")


def test_a_byte_order_mark_and_the_source_overrule_labels() -> None:
    assert "déjà" in decode("<meta charset=utf-8>déjà".encode("utf-16"))
    assert "привет" in decode(
        "привет".encode("koi8_r"), encoding="koi8-r", content_type="text/html; charset=utf-8"
    )


@each(
    "label",
    ["rot13", "base64", "x-unknown", "idna", "\x00", "", '"', "hex", "zip", "utf-7", "undefined", "mbcs"],
)
def test_a_label_that_is_no_character_set_is_passed_over(label: str) -> None:
    assert "é" in decode(b"<p>\xe9t\xe9 comme hiver</p>", content_type=f"text/html; charset={label}")
    assert "é" in decode(b"<p>\xe9t\xe9 comme hiver</p>", encoding=label)


def test_text_that_was_encoded_twice_is_left_as_it_is() -> None:
    twice = "Ökonomie, schöne Grüße".encode().decode("cp1252")
    assert twice in decode(f"<p>{twice}</p>".encode(), content_type="text/html; charset=utf-8")


@each(
    ("language", "codec", "label", "bad"),
    [
        (*labelled, bad)
        for labelled in (
            *(
                (language, codec, labels.split()[0])
                for language, codec, labels in LABELS
                if codec not in NO_BRACKETS
            ),
            *((language, "utf-8", "utf-8") for language in TEXTS),
        )
        for bad in (b"\xff", b"\x80", b"\x00", b"\xff\xfe", b"\xe3", b"\x1b")
    ],
)
def test_a_bad_byte_costs_a_few_characters_and_no_tag(
    language: str, codec: str, label: str, bad: bytes
) -> None:
    text = encoded(language, codec) + b" "
    cut = text * 6 + text[: len(text) // 2 & ~1] + bad
    read = decode(f"<meta charset={label}><p>".encode() + cut + b"<p>" + text + b"</p><p>end")
    assert read.count("<p>") == 3
    assert read.endswith("</p><p>end")
    # In a code of two bytes a character, one that is lost can shift the next; it ends with the tag.
    assert holds(read[read.rfind("<p>", 0, -9) :], language, codec)
    assert holds(read[: len(read) // 2], language, codec)


@each("text", ["", "a", "日本語", "é" * PIECE, "a" + "é" * PIECE, "𝄞" * PIECE, "日" * PIECE])
def test_utf8_is_told_piece_by_piece(text: str) -> None:
    body = text.encode()
    assert is_utf8(body)
    assert not is_utf8(body + b"\xc3")
    assert not is_utf8(b"\xa4" + body)
    assert not is_utf8(body[:1000] + b"\xff" + body[1000:])


def test_escapes_and_wide_characters_are_no_utf8() -> None:
    assert not is_utf8(TEXTS["ja"].encode("iso2022_jp"))
    assert not is_utf8("<html>".encode("utf-16-le"))
    stray = "<p>" + TEXTS["ru"] + "\x1b$B" + TEXTS["ru"]
    assert decode(stray.encode()) == stray


ENGLISH = "The conference on the digital economy was opened in Beijing on Thursday by its hosts. "
DAMAGE = b"\xd0 \xe5\xed \xf2\xff \xc8"  # six bytes that a detector takes for Cyrillic


@pytest.mark.parametrize(
    "head",
    [
        b'<meta charset="utf-8">',
        b'<meta ch\xffarset="utf-8">',
        b'<me\xfeta http-equiv="Content-Type" content="text/html; chars\x00et=UTF-8">',
        b"",
    ],
)
@pytest.mark.parametrize("text", [ENGLISH * 20, ENGLISH * 20 + "“Déjà vu”", "Цифровая экономика " * 40])
def test_a_few_broken_bytes_make_no_other_script_of_utf8(head: bytes, text: str) -> None:
    raw = text.encode()
    body = b"<html><head>" + head + b"</head><p>" + raw[:1000] + DAMAGE + raw[1000:] + b"</p></html>"
    read = decode(body, url="https://news.example.ru/a")
    assert text[:400] in read
    assert text[-18:] in read or not head
    assert not head or "\ufffd" in read


def test_a_heading_in_utf8_over_a_legacy_page_is_not_believed() -> None:
    text = TEXTS["ru"]
    body = f"<script>{'x' * 50_000}</script><meta charset='windows-1251'><p>{text * 3}</p>".encode("cp1251")
    assert text in decode(body, content_type="text/html; charset=utf-8")


def test_a_mislabelled_page_in_german_keeps_its_umlauts() -> None:
    text = "Für die Bürger der Stadt öffnet das Museum am Donnerstag später, sagte der Bürgermeister. "
    assert text in decode(f"<meta charset=utf-8><p>{text * 3}</p>".encode("cp1252"))


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252"])
@pytest.mark.parametrize(
    ("language", "codec", "domain"),
    [
        ("tr", "cp1254", "tr"), ("pl", "cp1250", "pl"), ("pl", "iso8859_2", "pl"), ("cs", "cp1250", "cz"), ("cs", "iso8859_2", "cz"),
        ("hu", "cp1250", "hu"), ("et", "cp1257", "ee"), ("lt", "cp1257", "lt"), ("lv", "cp1257", "lv"),
    ],
)  # fmt: skip
def test_a_western_label_is_not_believed_over_the_alphabet_of_the_pages_language(
    language: str, codec: str, domain: str, label: str
) -> None:
    text = TEXTS[language] * 3
    for lang, host in ((f' lang="{language}"', "news.example"), ("", f"news.{domain}")):
        page = f"<html{lang}><meta charset={label}><title>x</title><p>{text}</p></html>".encode(
            codec, "xmlcharrefreplace"
        )
        assert text[:60] in decode(page, url=f"https://{host}/a")
        page = page.replace(f"<meta charset={label}>".encode(), b"")
        assert text[:60] in decode(page, url=f"https://{host}/a", content_type=f"text/html; charset={label}")


@pytest.mark.parametrize("start", ['<html lang="pl">', '<html lang="tr">', "<html>"])
def test_a_western_text_keeps_its_letters_in_another_country(start: str) -> None:
    page = f"{start}<meta charset=iso-8859-1><title>x</title><p>{TEXTS['de'] * 3}</p>".encode("cp1252")
    assert TEXTS["de"] in decode(page, url="https://news.pl/a")


@each(
    ("name", "domain"),
    [
        ("Genève", "cz"), ("Genève", "si"), ("Jørgensen", "cz"), ("Jørgensen", "lt"), ("Señor Nuñez", "pl"),
        ("São Paulo", "ro"), ("Besançon", "lv"), ("Århus", "sk"), ("Citroën and Nestlé of Genève", "sk"),
    ],
)  # fmt: skip
def test_a_foreign_name_in_an_english_page_is_not_of_the_countrys_alphabet(name: str, domain: str) -> None:
    text = f"The office in {name} opened on Tuesday. " + ENGLISH * 6
    page = f"<html><meta charset=iso-8859-1><title>x</title><p>{text}</p></html>".encode("cp1252")
    assert text in decode(page, url=f"https://news.{domain}/en/a")


@pytest.mark.parametrize("start", ['<html lang="sk">', "<html>"])
def test_a_french_page_in_slovakia_keeps_its_letters(start: str) -> None:
    text = "La société a été créée à Genève l'année dernière, et le siège sera transféré à côté de l'école d'été. "
    page = f"{start}<meta charset=iso-8859-1><title>x</title><p>{text * 3}</p></html>".encode("cp1252")
    assert text in decode(page, url="https://news.sk/fr/a")


@pytest.mark.parametrize(("start", "domain"), [('<html lang="tr">', "example"), ("<html>", "com.tr")])
def test_a_turkish_page_full_of_capitals_keeps_them(start: str, domain: str) -> None:
    text = "İstanbul’da düzenlenen toplantıda İçişleri Bakanı İbrahim Yılmaz konuştu. İzmir’de İletişim Zirvesi yapıldı. "
    page = f"{start}<meta charset=iso-8859-1><title>x</title><p>{text * 3}</p></html>".encode("cp1254")
    assert text in decode(page, url=f"https://news.{domain}/a")
