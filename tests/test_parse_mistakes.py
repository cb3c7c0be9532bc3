"""The last line of a page's article that asks readers for mistakes is none of the text; one who asks so in an interview is heard."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article

LINES = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
]
ASKED = [
    "Found an error?", "Did you spot a mistake in this article? Let us know", "Fehler gefunden?", "Vous avez repéré une erreur ?", "¿Encontraste un error?",
    "Encontrou algum erro?", "Hai trovato un errore?", "Fout gezien?", "Widzisz błąd?", "Našli jste v článku chybu?", "Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
    "Знайшли помилку в тексті?", "Hata mı buldunuz?", "Hittade du ett fel?", "Huomasitko virheen?", "هل وجدت خطأ؟", "发现错误？", "Hibát talált?",
    "Xəbərdə səhv varsa, onu seçib Ctrl + Enter düyməsini sıxaraq bizə göndərin.", "Қате таптыңыз ба? Оны белгілеп, Ctrl+Enter басыңыз.",
    "Если вы заметили опечатку, выделите её и нажмите Ctrl + Enter.", "Matnda xato topdingizmi? Belgilab, Ctrl+Enter bosing.",
]  # fmt: skip
TOLD = [
    "Who found an error in the plans of the harbour?", "The auditors found errors in two of the four bills.", "Fehler gefunden haben die Prüfer keine.",
    "Noticed a mistake? Nobody on the quay did until the bridge fell.", "Haben Sie einen Fehler gefunden? Das fragte der Richter den Zeugen am Ende.",
    "“Did you see a mistake?” she asked.", "«Нашли ошибку?» — спросил капитан.",
    "The new keyboard sends a letter with a key of its own, where Ctrl and Enter did it until now.",
    "In a letter to many, press Ctrl+Enter to begin another page.", "Ctrl+Enter: a new page", "Чтобы начать новую страницу, нажмите Ctrl+Enter.",
    "Then press Ctrl+Enter to run the cell.", "Ctrl + Enter: Zeile einfügen",
    "Report: four boats for the islands by spring.", "Did you see a mistake that others had overlooked, and whom did you tell of it first?",
]  # fmt: skip


def text_of(*lines: str) -> str:
    told = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<title>Four boats</title><h1>Four boats</h1><article>{told}</article>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.text


@each("line", ASKED)
def test_a_line_that_asks_for_mistakes_ends_no_text(line: str) -> None:
    assert text_of(*LINES, line) == "\n".join(LINES)


@each("line", TOLD)
def test_a_line_that_tells_of_mistakes_stays(line: str) -> None:
    assert text_of(*LINES, line) == "\n".join((*LINES, line))


def test_a_question_for_mistakes_in_an_interview_stays() -> None:
    asked = ("<b>Have you found any errors?</b>", LINES[1])
    assert "Have you found any errors?" in text_of(LINES[0], *asked, LINES[2])
