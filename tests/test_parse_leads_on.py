"""Lines that lead on: to another article, to the text behind a picture, to its sound; and small forms and boxes among the text."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from crawler.parse.body.end_notes import speaks_of_itself
from crawler.parse.body.follow import is_set_in
from storage.records import Article

TITLE = "Four electric boats for the islands"
TEXT = (
    "The ferry company bought four electric boats for the crossing to the islands, says its director, and sold the last of the old ones to a museum.",
    "Two of them are on their way from the yard, and the harbour master has had the quay dug up twice to lay the cable.",
    "Those who cross every day may have to pay by the month, he told the council on Monday, which did not like to hear it.",
    "Fewer than one in two hundred complained of them in the first month, says the office that counts such letters.",
)
FIRST, SECOND, THIRD, FOURTH = (f"<p>{line}</p>" for line in TEXT)

GOES_ON = (
    "Weiterlesen nach der Anzeige", "Der Artikel wird nach dem Video fortgesetzt", "Unter dem Video geht es weiter", "Tekst gaat verder onder de foto",
    "(Lees verder onder de advertentie)", "La suite après cette publicité", "La suite de l'article après la vidéo", "La nota sigue después de la publicidad",
    "Continúa leyendo debajo del video", "A matéria continua depois do vídeo", "L'articolo continua dopo la pubblicità", "Dalsza część artykułu pod materiałem wideo",
    "Dalszy ciąg tekstu pod galerią", "Článek pokračuje pod videem", "Pokračovanie článku pod reklamou", "A cikk a hirdetés után folytatódik", "Teksten fortsetter under bildet",
    "Juttu jatkuu mainoksen jälkeen", "Tekst se nastavlja ispod oglasa", "Članek se nadaljuje pod oglasom", "Продолжение после рекламы", "Статията продължава след рекламата",
    "Η συνέχεια μετά τη διαφήμιση", "يستمر المقال بعد الإعلان", "הכתבה ממשיכה אחרי הפרסומת", "खबर विज्ञापन के बाद जारी है", "この記事は広告の後に続きます", "Scroll down for video",
)  # fmt: skip
SOUND = (
    "Ascultă articolul3:12", "Poslechněte si článek", "Hallgassa meg a cikket", "Слухати статтю 4 хв", "Ακούστε το άρθρο", "Poslušajte članak", "Kuuntele juttu",
    "Lyt til artiklen", "Hør saken 3 min", "للاستماع إلى المقال", "האזינו לכתבה", "खबर सुनें",
)  # fmt: skip
SHARED = (
    "Share by LinkedIn", "Auf WhatsApp teilen", "Partager sur Facebook", "Compartir en X", "Compartilhar no Facebook", "Condividi su Telegram", "Udostępnij na Facebooku",
    "Поделиться в Telegram", "Facebook'ta paylaş", "شارك على فيسبوك", "分享到微信", "Facebookでシェア", "카카오톡으로 공유",
)  # fmt: skip
TELLING = (  # what news and headings of their parts say
    "Die Saison geht nach der Sommerpause weiter", "Weiter unter Druck", "The story continues after the summer", "A novela continua depois do carnaval",
    "Film se nastavlja na jesen", "La suite après la grève", "Le chantier se poursuit sous la mairie", "Продолжение после выборов", "Der Streit geht unter Fotografen weiter",
    "Share on a lake", "Share of Facebook", "Partager sur un banc", "Listen to the sea", "Ascultă marea", "Poslouchat se dá i moře", "The video article", "文章在继续",
)  # fmt: skip


def lines(inner: str, title: str = TITLE) -> list[str]:
    html = f"<html lang=en><head><title>{title}</title></head><body><main><article><h1>{title}</h1>{inner}</article></main></body></html>"
    found = read_page(html.encode(), "https://quaypost.example/2025/07/four-boats", announced=True)
    assert isinstance(found, Article), found
    return found.text.split("\n")


@each("line", (*GOES_ON, *SOUND, *SHARED))
def test_a_line_that_says_where_the_text_goes_on_or_is_heard_or_shared_is_set_in(line: str) -> None:
    assert is_set_in(line)


@each("line", TELLING)
def test_what_goes_on_in_the_news_is_not(line: str) -> None:
    assert not is_set_in(line)


def beside(line: str) -> str:
    return f"<div class=t>{FIRST}{SECOND}{line}{THIRD}{FOURTH}</div>"


OTHERS = [  # what stands between the paragraphs → the words that are none of the text
    ("<p class=x><b>Lee también <a href=/a>Perro robot recorre el centro de datos</a></b></p>", "Perro robot"),
    ("<p>Lire aussi <a href=/a>Un port sans bateaux, et des bateaux sans port</a></p>", "Un port sans"),
    ("<p>Leggi anche <a href=/a>Il porto che non c'è, e chi lo cerca ancora</a></p>", "Il porto"),
    ("<p>Czytaj też <a href=/a>Port, którego nie ma, i statki bez portu</a></p>", "Port, którego"),
    ("<p>Διαβάστε επίσης <a href=/a>Το λιμάνι που δεν υπάρχει στον χάρτη</a></p>", "Το λιμάνι"),
    ("<p>Читайте также <a href=/a>Порт, которого нет на карте города</a></p>", "Порт, которого"),
    ("<p>यह भी पढ़ें <a href=/a>बंदरगाह जो नक्शे पर नहीं है, और उसकी नावें</a></p>", "बंदरगाह"),
    ("<p><strong>Learn more about <a href=/a>cables under the sea</a>.</strong></p>", "Learn more"),
    ("<p><a href=/a>Find out more about the yard and its boats</a></p>", "Find out more"),
    ("<p><a href=/a>En savoir plus sur le chantier et ses bateaux</a></p>", "En savoir plus"),
    ("<p><b>More stories on boats:</b></p><p><a href=/a>A port without boats</a></p><p><a href=/b>Boats without a port</a></p>", "More stories"),
    ("<div><b>כתבות נוספות בדיגיטל:</b></div><div><a href=/a>נמל בלי סירות ליד העיר הגדולה</a></div><div><a href=/b>סירות בלי נמל, ומי שמחפש אותו</a></div>", "כתבות נוספות"),
    ("<p><b>Lue myös:</b></p><p><a href=/a>Satama, jota ei löydy mistään kartasta</a></p>", "Lue myös"),
    ("<p>À lire aussi</p><p><a href=/a>Un port sans bateaux, et des bateaux sans port</a></p>", "À lire"),
    ("<p><strong>Още по темата</strong></p><p><a href=/a>Пристанището, което го няма на картата</a></p>", "Още по"),
    ("<div class=n><h3>Miss nothing!</h3><form><p class=err>Please give an address that is one.</p><p class=err>There was a problem with what you sent. Please try again.</p><label>E-mail</label><button>Sign up</button><p>Almost done!</p><p>Please click the link in the letter that we sent you to be a reader.</p></form></div>", "Please"),
    ("<div class=s><ul class=share><li>Share by LinkedIn</li><li>Share by Email</li></ul></div>", "Share by"),
]  # fmt: skip
OWN = [  # the same that is part of the text
    ("<p>Read more about the yard in <a href=/a>the report that the council had printed in May</a>, which is not kind to its director, nor to the mayor.</p>", "Read more about"),
    ("<p>Learn more than the yard wants to tell: that is what <a href=/a>three councillors</a> came for.</p>", "Learn more than"),
    ("<p>Also read on Monday was <a href=/a>a letter of the harbour master's</a>, of which nobody had known.</p>", "Also read on"),
    ("<p>Lee Tambien, who runs <a href=/a>the yard</a>, did not come to the meeting of the council.</p>", "Lee Tambien"),
    ("<p>Three boats are on the list:</p><ul><li>the Anna, which carries cars to the islands</li><li>the Berta, which carries none</li></ul>", "Three boats"),
    ("<p>More than the council knows, <a href=/a>the report</a> says, is paid by those who cross.</p>", "More than the"),
    ("<h3>Further reading</h3><p>Those who want to know more of boats find it in the hall of the yard, where a shelf is full of books.</p>", "Further reading"),
    ("<p>Related costs rise, says <a href=/a>the office</a>, by a tenth in the year to come.</p>", "Related costs"),
    ("<p>Those who write to the yard should share on a form what they know of the old boats.</p>", "share on a form"),
]  # fmt: skip


@each(("line", "words"), OTHERS)
def test_what_leads_elsewhere_is_none_of_the_text(line: str, words: str) -> None:
    told = lines(beside(line))
    assert [t for t in told if words in t] == []
    assert [t for t in TEXT if t not in told] == []


@each(("line", "words"), OWN)
def test_what_only_begins_like_it_is(line: str, words: str) -> None:
    assert any(words in t for t in lines(beside(line)))


def test_a_form_around_the_whole_page_keeps_its_text() -> None:
    inner = f"<form action=/ method=post><div>{FIRST}{SECOND}{THIRD}{FOURTH}</div></form>"
    assert [t for t in TEXT if t not in lines(inner)] == []


def test_a_poll_between_lines_that_breaks_part_is_none_of_the_text() -> None:
    poll = "<div class=poll_wrap><h4>Poll</h4><p>Should the old boats stay where they are?</p><ul><li>Yes</li><li>Only two of them</li></ul><button>Vote</button></div>"
    told = lines(f"<div class=t>{TEXT[0]}<br/><br/>{TEXT[1]}<br/>{poll}{TEXT[2]}<br/><br/>{TEXT[3]}</div>")
    assert told[-4:] == list(TEXT)


def test_a_place_and_a_day_side_by_side_stay_in_their_line() -> None:
    day = (
        "<span class=legendSpanClass>武汉</span><span class=legendSpanClass>2025年7月3日</span> /港湾社/ -- "
    )
    assert f"武汉2025年7月3日 /港湾社/ -- {TEXT[0]}" in lines(f"<p>{day}{TEXT[0]}</p>{SECOND}{THIRD}")


def test_what_stands_below_a_picture_does_not() -> None:
    credit = "<img src=a.jpg><span class=credit>A quay</span><span class=credit>Tom Ray</span> "
    told = lines(f"{FIRST}<p>{credit}{TEXT[1]}</p>{THIRD}")
    assert not any("Tom Ray" in line and TEXT[1] in line for line in told)


@each(
    ("summary", "told"),
    [
        ("How we looked for the leak", True),
        ("Как мы искали утечку", True),
        ("Spoiler", False),
        ("Read more", False),
    ],
)
def test_a_summary_that_tells_what_opens_is_a_heading(summary: str, told: bool) -> None:
    opens = f"<details><summary>{summary}</summary><div><p>{TEXT[2]}</p></div></details>"
    assert (summary in lines(f"<div class=t>{FIRST}{SECOND}{opens}{FOURTH}</div>")) is told


@each(
    "line",
    [
        "Рекламаerid:2SDnjXYZ000Рекламодатель: ООО «Лодка»ИНН/ОГРН: 0000000000/0000000000000Сайт: lodka.example",
        "Реклама. ООО «Лодка», ИНН 0000000000, erid: 2SDnjXYZ000",
        "Реклама 16+. АО «Лодка». ИНН 0000000000",
        "Рекламодатель: ПАО «Лодка», ИНН 0000000000",
    ],
)
def test_the_mark_of_a_paid_text_in_russian_is_a_note(line: str) -> None:
    assert speaks_of_itself(line)


@each(
    "line",
    [
        "Реклама подорожала на треть за год.",
        "Реклама и новые правила: что изменится для малого бизнеса",
        "Рекламодатели уходят с телевидения.",
    ],
)
def test_news_of_advertising_is_none(line: str) -> None:
    assert not speaks_of_itself(line)
