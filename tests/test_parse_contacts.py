"""Whom the press may write to is told below a notice, and is none of it; who is spoken of, and whom readers may ask, is."""

from __future__ import annotations

from ferries import TEXT, paragraphs, text_of

CONTACTS = {  # below the text: lines of one paragraph, or of several
    "one paragraph": "<p><b>Press contact:</b><br>Ann Lee<br>Rope &amp; Sons<br>+44 20 5555 0199<br>ann@rope.example</p>",
    "paragraphs": "<h3>Media contacts</h3><p>Ann Lee, Rope &amp; Sons</p><p>ann@rope.example</p>",
    "de": "<p>Pressekontakt</p><p>Mia Kühl<br>Tel.: 040 5555-0199<br>presse@seil.example</p>",
    "es": "<p><b>Contacto de prensa:</b><br>Ana Ruiz<br>Agencia Muelle<br>Tel. (55) 5555 0199</p>",
    "fr": "<p>Contacts presse</p><p>Lea Blanc</p><p>06 55 55 01 99</p>",
    "pt": "<p>Assessoria de imprensa<br>Lia Costa<br>lia@cais.example</p>",
    "ru": "<p>Контакты для прессы:</p><p>Анна Лисина, +7 495 555-01-99</p>",
    "ja": "<p>報道関係者のお問い合わせ先<br>広報部 岸本<br>TEL：03-5555-0199</p>",
    "zh": "<p>媒体联系人：</p><p>王明 pr@gang.example</p>",
    "ar": "<p>للتواصل الإعلامي:</p><p>سلمى الحداد press@mina.example</p>",
}
KEPT = {  # what only looks like them: the last line is asked for
    "a sentence below": "<p>Press contact</p><p>Ann Lee can be found on the quay each morning, and she answers all that she is asked.</p>",
    "figures": "<p>Press office</p><p>Budget: 12 345 678</p><p>Readers: 4 000 000</p>",
    "a sentence with a figure": "<p>Press office</p><p>It said on Thursday that 4000000 people had come to the quay in 2024–2025.</p>",
    "nobody to reach": "<p>Press office</p><p>The yard of the ropes</p>",
    "in a sentence": "<p>The press contact is Ann Lee, who is on the quay each morning.</p>",
    "text below": f"<p>Press contact:<br>Ann Lee, ann@rope.example</p><p>{TEXT[1]} So it is.</p>",
    "whom readers may ask": "<p>To cross with a bicycle, call 555-0142.</p>",
    "a list": "<p>Hall A: 020 5555 0199</p>",
}


def test_whom_the_press_may_write_to_is_no_text() -> None:
    wrong = {
        name: told for name, below in CONTACTS.items() if (told := text_of(paragraphs(*TEXT) + below)) != TEXT
    }
    assert wrong == {}


def test_what_only_looks_like_contacts_is_text() -> None:
    wrong = []
    for name, below in KEPT.items():
        last = below.rpartition("<p>")[2].removesuffix("</p>").rpartition("<br>")[2]
        if text_of(paragraphs(*TEXT) + below)[-1] != last:
            wrong.append(name)
    assert wrong == []


def test_a_rule_of_signs_between_paragraphs_is_no_text() -> None:
    assert text_of(paragraphs(TEXT[0], "* * *", *TEXT[1:3], "— — —", *TEXT[3:])) == TEXT
    assert "* * * (stars)" in text_of(paragraphs(*TEXT[:2], "* * * (stars)", *TEXT[2:]))


def test_what_a_critic_gives_in_signs_is_text() -> None:
    wrong = []
    for given in ("★★★★☆", "☆☆☆☆☆", "★★★★★", "●●●○○", "■■■□□"):
        lines = [*TEXT[:2], given, *TEXT[2:]]
        if text_of(paragraphs(*lines)) != lines:
            wrong.append(given)
    assert wrong == []
    assert text_of(paragraphs(*TEXT[:2], "★ ★ ★ ★ ★", *TEXT[2:])) == TEXT
