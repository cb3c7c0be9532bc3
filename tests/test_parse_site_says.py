"""Lines that programs, kits of editors and a whole country's press write into pages, and lines of the news that are like them."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from crawler.parse.body.site_says import is_site_line
from storage.records import Article

SAYS = (
    "Empfohlener redaktioneller Inhalt", "Externen Inhalt anzeigen", "An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.",
    "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.", "Ce contenu est bloqué car vous n'avez pas accepté les cookies.",
    "To view this content, you'll need to accept cookies", "The post Four boats appeared first on Quay Post.", "L’article Quatre bateaux est apparu en premier sur Le Quai.",
    "Der Beitrag Vier Boote erschien zuerst auf Kai.", "La entrada Cuatro barcos se publicó primero en El Muelle.", "Artykuł Cztery łodzie pochodzi z serwisu Nabrzeże.",
    "This article was originally published on The Quay. Read the original article.", "This article is republished from The Quay under a Creative Commons license.",
    "Catch all the Business News, Market News and Latest News Updates on Live Quay.", "Stay updated with the latest boat, India and world news.", "Published By: Ann Lee",
    "First Published: July 3, 2025, 10:30 IST", "Download The Quay News App to get Daily Market Updates.", "Самые важные новости — в нашем телеграм-канале", "Наш канал в MAX",
    "Seguinos en Google News", "Siga o Cais no Google Notícias", "Recibí las noticias en tu email", "Resta aggiornato con la nostra newsletter", "Jetzt den Newsletter abonnieren",
    "Preuzmite našu mobilnu aplikaciju", "Zur Startseite", "Conocé The Trust Project", "Masz ciekawy temat? Napisz do nas", "Vous avez aimé cet article ?", "Was this article helpful?",
    "Мнение редакции может не совпадать с точкой зрения автора", "تابعوا آخر أخبار التقنية عبر واتساب", "Bizi Telegramda izləyin",
    "Video Player is loading.", "Current Time 0:00", "Duration 1:32", "This is a modal window.", "Loaded: 0%", "Seek to live, currently playing live", "captions settings, opens captions settings dialog",
    "Beginning of dialog window. Escape will cancel and close the window.", "To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video",
    "Um dieses Video anzusehen, aktivieren Sie bitte JavaScript und nutzen Sie einen Browser, der HTML5-Video unterstützt", "Pour voir cette vidéo, veuillez activer JavaScript", "Para ver este video, active JavaScript",
    "Чтобы просмотреть это видео, включите JavaScript", "Bu videoyu izlemek için lütfen JavaScript'i etkinleştirin", "لمشاهدة هذا الفيديو يرجى تفعيل JavaScript",
)  # fmt: skip
TELLS = (
    "Externe Inhalte anzeigen will der Hafen künftig nur noch auf Wunsch, sagt sein Leiter.", "The post of harbour master, which was first offered in May, is still free.",
    "The post office appeared first on the list of those who wrote.", "The post of a master of the port appeared first on Monday.", "This article was originally published law in 1912, and the court has read it anew.",
    "The company caught all the news teams by surprise on Monday.", "Stay away from the quay with the latest boats, said the master.", "The first published figures were wrong, the office said.",
    "Самые важные новости недели обсудили в порту", "Наш канал связи с островами оборвался", "Siga o dinheiro, disse o diretor do porto", "Recibí las noticias tarde, dijo el director",
    "Der Verlag will seinen Newsletter einstellen", "Zur Startseite kommen die Schwimmer um acht", "Was this article of the contract void? The court thinks so.", "Vous avez aimé cet été ?",
    "Мнение автора известно редакции", "Gostou da ideia? O conselho, não.", "تابع المدير أعمال الميناء",
    "The current time is 0:00 on the quay", "Duration of the works: 132 days", "To view this video of the boats, thousands came", "Um dieses Video geht es vor Gericht", "The video player is loading crates now",
)  # fmt: skip


@each("line", SAYS)
def test_what_programs_and_kits_write_is_known_in_many_languages(line: str) -> None:
    assert is_site_line(line)


@each("line", TELLS)
def test_news_and_headings_that_begin_like_it_are_not(line: str) -> None:
    assert not is_site_line(line)


def test_such_a_line_is_no_text_wherever_it_stands() -> None:
    text = [
        "The ferry company bought four electric boats for the crossing to the islands, says its director.",
        "Two of them are on their way from the yard, and the harbour master has had the quay dug up to lay the cable.",
        "Those who cross every day may have to pay by the month, he told the council, which did not like to hear it.",
    ]
    first, second, third = (f"<p>{line}</p>" for line in text)
    for line in (SAYS[0], SAYS[6], SAYS[11], SAYS[13]):
        for inner in (f"{first}{second}<p>{line}</p>{third}", f"{first}{second}{third}<div>{line}</div>"):
            page = f"<html><head><title>Four boats</title></head><body><article><h1>Four boats</h1><div>{inner}</div></article></body></html>"
            found = read_page(page.encode(), "https://quaypost.example/2025/07/four-boats", announced=True)
            assert isinstance(found, Article)
            assert found.text.split("\n") == text, line
