"""The words by which a new version says that it corrects, in the languages of the press."""

from __future__ import annotations

import time

from tables import each

from crawler.parse.correction import MOST, correction

BODY = "The forum opens in Beijing on 2 July.\nEight hundred delegates came."
NOTICES = {
    "en": "Correction: the forum opens on 3 July, not on 2 July.",
    "en dated": "CORRECTION (July 3, 2025): The forum has 800 guests.",
    "en bracket": "[Correction] The forum has 800 guests.",
    "en version": "An earlier version of this article misstated the date of the forum.",
    "en passive": "This story has been corrected to say that the forum opens on 3 July.",
    "en wire": "(Corrects date in paragraph 2)",
    "de": "Berichtigung: Das Forum beginnt am 3. Juli.",
    "de version": "In einer früheren Version hieß es, das Forum beginne am 2. Juli.",
    "fr": "Rectificatif : le forum s'ouvre le 3 juillet.",
    "fr version": "Une version précédente de cet article indiquait le 2 juillet.",
    "es": "Corrección: el foro abre el 3 de julio.",
    "es fe": "Fe de errores: el foro abre el 3 de julio.",
    "pt": "Errata: o fórum abre em 3 de julho.",
    "pt version": "Uma versão anterior deste texto informava outra data.",
    "it": "Errata corrige: il forum apre il 3 luglio.",
    "nl": "Rectificatie: het forum begint op 3 juli.",
    "da": "Rettelse: Forummet åbner den 3. juli.",
    "sv": "Rättelse: Forumet öppnar den 3 juli.",
    "fi": "Oikaisu: Foorumi alkaa 3. heinäkuuta.",
    "pl": "Sprostowanie: forum zaczyna się 3 lipca.",
    "cs": "Oprava: fórum začíná 3. července.",
    "hu": "Helyreigazítás: a fórum július 3-án nyílik.",
    "ro": "Erată: forumul se deschide pe 3 iulie.",
    "tr": "Düzeltme: Forum 3 Temmuz'da açılıyor.",
    "el": "Διόρθωση: το φόρουμ ανοίγει στις 3 Ιουλίου.",
    "ru": "Исправление: форум откроется 3 июля.",
    "ru version": "В предыдущей версии статьи была указана неверная дата.",
    "uk": "Виправлення: форум відкриється 3 липня.",
    "ar": "تصحيح: يفتتح المنتدى في الثالث من يوليو.",
    "fa": "اصلاحیه: همایش سوم ژوئیه آغاز می‌شود.",
    "he": "תיקון: הפורום ייפתח ב-3 ביולי.",
    "hi": "भूल सुधार: मंच 3 जुलाई को खुलेगा।",
    "th": "แก้ไขข้อมูล: งานเปิดวันที่ 3 กรกฎาคม",
    "th news": "แก้ข่าว : งานเปิดวันที่ 3 กรกฎาคม",
    "vi": "Đính chính: diễn đàn khai mạc ngày 3/7.",
    "id": "Ralat: forum dibuka pada 3 Juli.",
    "ms": "Pembetulan: forum dibuka pada 3 Julai.",
    "zh": "更正：大会7月3日开幕。",
    "zh bracket": "【更正】大会7月3日开幕。",
    "zh version": "本文已于7月3日更正。",
    "zh-hant": "勘誤：大會7月3日開幕。",
    "ja": "【訂正】会議は7月3日に開幕する。",
    "ja sorry": "お詫びと訂正：会議は7月3日に開幕する。",
    "ko": "정정: 포럼은 7월 3일에 개막한다.",
    "ko section": "[바로잡습니다] 포럼은 7월 3일에 개막한다.",
}
NEWS = (
    "Correction in technology shares goes on as investors leave.",
    "The ministry made a correction to its forecast: growth of 3 per cent.",
    "Errors were corrected by the teacher.",
    "市场更正预期，股价下跌。",
    "ตลาดหุ้นปรับฐาน",
    "Korrekturen an den Zahlen kosteten den Konzern Millionen.",
    "The company updated its app.",
    "Опрос показал рост.",
    "تصحيحات في الأسواق العالمية",
)


@each("name", NOTICES)
def test_a_notice_is_found_before_and_behind_the_text(name: str):
    for after in (f"{BODY}\n{NOTICES[name]}", f"{NOTICES[name]}\n{BODY}"):
        assert correction(BODY, after) == NOTICES[name]
        assert correction(after, BODY) is None


@each("line", NEWS)
def test_news_of_corrections_is_none(line: str):
    assert correction(BODY, f"{BODY}\n{line}") is None


def test_what_the_version_before_said_already_is_no_news():
    once = f"{BODY}\n{NOTICES['en']}"
    assert correction(once, once.replace("Eight", "Nine")) is None
    twice = f"{once}\n{NOTICES['th']}"
    assert correction(once, twice) == NOTICES["th"]


def test_a_heading_alone_has_its_words_on_the_next_line():
    assert correction(BODY, f"{BODY}\nCorrection\nThe forum opens on 3 July.\nAll rights.") == (
        "Correction The forum opens on 3 July."
    )


def test_a_sentence_in_a_paragraph_is_told_from_its_beginning():
    said = f"{BODY} Note. An earlier version of this story gave another date."
    assert correction(BODY, said) == "An earlier version of this story gave another date."


def test_a_notice_and_a_text_of_any_length_are_bounded():
    long = "Correction: " + "word " * 30_000
    began = time.process_time()
    told = correction(BODY, f"{long}\n{BODY}")
    assert told is not None
    assert len(told) <= MOST
    assert correction(BODY, "Correction, " * 20_000) is None
    assert correction("x" * 200_000, "更正" * 100_000) is None
    assert time.process_time() - began < 5  # some milliseconds
