"""Bylines of the press of Latin America, Africa and the Gulf: for whom, whence and as what somebody writes is no name."""

from __future__ import annotations

from tables import each

from crawler.parse.authors.names import names_in
from crawler.parse.page.blocks import Outline

LINES = [
    ("ar", "الرياض: أحمد سالم", ("أحمد سالم",)),
    ("ar", "دبي - أحمد سالم", ("أحمد سالم",)),
    ("ar", "أحمد سالم - القاهرة", ("أحمد سالم",)),
    ("ar", "كتب أحمد سالم", ("أحمد سالم",)),
    ("es", "Ana Lima PARA EL MUELLE", ("Ana Lima",)),
    ("es", "Por Ana Lima, enviada especial", ("Ana Lima",)),
    ("es", "Por Ana Lima, para El Muelle", ("Ana Lima",)),
    ("en", "Ann Lee Special to The Quay", ("Ann Lee",)),
    ("en", "Ann Lee, Special to The Quay", ("Ann Lee",)),
    ("en", "By Ann Lee, QP Bureau", ("Ann Lee",)),
    ("en", "Bryony Lee (now) and", ("Bryony Lee",)),
    ("pt", "Por Ana Lima, c1 — São Paulo", ("Ana Lima",)),
    ("pt", "Ana Lima, Do CAIS, em São Paulo", ("Ana Lima",)),
    ("pt", "Ana Lima e Rui Sá, c1 SP", ("Ana Lima", "Rui Sá")),
    ("es", "Por Ana Lima, Para EL MUELLE", ("Ana Lima",)),
    ("zh", "责任编辑：林美玲", ()),
    ("zh", "記者：林美玲 責任編輯：周海", ("林美玲",)),
    # names that look like such parts
    ("pt", "Ana da Silva, Rui do Carmo e Eva Dias", ("Ana da Silva", "Rui do Carmo", "Eva Dias")),
    ("pt", "Ana Lima, Do Carmo Dias", ("Ana Lima", "Do Carmo Dias")),
    ("en", "Ann Lee, Tom Ford and Emma Ray", ("Ann Lee", "Tom Ford", "Emma Ray")),
    ("en", "Ann Parade and Ed Forde", ("Ann Parade", "Ed Forde")),
    ("id", "Ana Lima, Para Wijaya", ("Ana Lima", "Para Wijaya")),
    ("es", "Ana Paradela y Eva Lima", ("Ana Paradela", "Eva Lima")),
    ("ar", "أحمد سالم وليلى حسن", ("أحمد سالم", "ليلى حسن")),
]


@each(("language", "line", "names"), LINES)
def test_for_whom_and_whence_somebody_writes_is_no_name(
    language: str, line: str, names: tuple[str, ...]
) -> None:
    assert names_in([line], Outline(language=language)) == names
