"""Old encodings, wrong labels and a few bad bytes."""

from __future__ import annotations

import pytest

from crawler.parse.charset import decode

TEXTS = {
    "cp874": ("tis-620", "การประชุมเศรษฐกิจดิจิทัลโลกเปิดฉากขึ้นที่กรุงปักกิ่ง"),
    "gb18030": ("gb2312", "全球数字经济大会在北京开幕，聚焦人工智能与数据治理"),
    "big5": ("big5", "全球數位經濟大會登場，業界關注人工智慧落地應用"),
    "cp932": ("shift_jis", "世界デジタル経済会議が北京で開幕、生成ＡＩの産業利用が焦点に"),
    "euc_jp": ("euc-jp", "世界デジタル経済会議が北京で開幕"),
    "cp949": ("euc-kr", "세계 디지털 경제 대회 베이징서 개막, 인공지능 관심 집중"),
    "koi8_r": ("koi8-r", "В Пекине открылась Всемирная конференция по цифровой экономике"),
    "cp1251": ("windows-1251", "В Пекине открылась Всемирная конференция по цифровой экономике"),
    "cp1256": ("windows-1256", "انطلاق مؤتمر الاقتصاد الرقمي العالمي في بكين"),
    "cp1255": ("windows-1255", "ועידת הכלכלה הדיגיטלית העולמית נפתחה בבייג׳ינג".replace("׳", "'")),
    "cp1253": ("windows-1253", "Το παγκόσμιο συνέδριο ψηφιακής οικονομίας άνοιξε στο Πεκίνο"),
    "cp1252": ("iso-8859-1", "“Quoted” – déjà vu €"),
}


@pytest.mark.parametrize("codec", TEXTS)
def test_a_labelled_page_is_read_through_the_codec_that_holds_it(codec: str) -> None:
    label, text = TEXTS[codec]
    body = f'<meta charset="{label}"><p>{text}</p>'.encode(codec)
    assert text in decode(body)
    assert text in decode(f"<p>{text}</p>".encode(codec), content_type=f"text/html; charset={label}")


@pytest.mark.parametrize("codec", ["cp874", "gb18030", "big5", "cp932", "cp949", "cp1251"])
def test_an_unlabelled_page_is_guessed(codec: str) -> None:
    text = TEXTS[codec][1]
    assert text in decode(f"<html><p>{text * 5}</p>".encode(codec))


def test_utf8_beats_a_wrong_label_and_forgives_a_bad_byte() -> None:
    text = "การประชุมเศรษฐกิจดิจิทัลโลก " * 20
    assert text in decode(f"<p>{text}</p>".encode(), content_type="text/html; charset=iso-8859-1")
    assert text in decode(f"<p>{text}</p>".encode() + b"\xff<p>x")


def test_a_byte_order_mark_and_the_source_overrule_labels() -> None:
    assert "déjà" in decode("<meta charset=utf-8>déjà".encode("utf-16"))
    assert "привет" in decode(
        "привет".encode("koi8_r"), encoding="koi8-r", content_type="text/html; charset=utf-8"
    )


@pytest.mark.parametrize("label", ["rot13", "base64", "x-unknown", "idna", "\x00"])
def test_a_label_that_is_no_character_set_is_passed_over(label: str) -> None:
    assert "é" in decode(b"<p>\xe9t\xe9 comme hiver</p>", content_type=f"text/html; charset={label}")


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
    text = "В Пекине открылась Всемирная конференция по цифровой экономике. "
    body = f"<script>{'x' * 50_000}</script><meta charset='windows-1251'><p>{text * 3}</p>".encode("cp1251")
    assert text in decode(body, content_type="text/html; charset=utf-8")


def test_a_mislabelled_page_in_german_keeps_its_umlauts() -> None:
    text = "Für die Bürger der Stadt öffnet das Museum am Donnerstag später, sagte der Bürgermeister. "
    assert text in decode(f"<meta charset=utf-8><p>{text * 3}</p>".encode("cp1252"))
