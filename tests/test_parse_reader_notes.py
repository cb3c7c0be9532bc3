"""What a site says to its readers below and among its texts, in the press of many regions; and news that says nearly the same."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from crawler.parse.body.follow import follows
from crawler.parse.body.house_lines import is_house_line, names_box
from crawler.parse.body.mistakes import asks_for_mistakes
from crawler.parse.body.reader_notes import heads_appeal
from storage.records import Article

TITLE = "Four electric boats for the islands"
TEXT = (
    "The ferry company bought four electric boats for the crossing to the islands, says its director, and sold the last of the old ones to a museum.",
    "Two of them are on their way from the yard, and the harbour master has had the quay dug up twice to lay the cable.",
    "Those who cross every day may have to pay by the month, he told the council on Monday, which did not like to hear it.",
    "Fewer than one in two hundred complained of them in the first month, says the office that counts such letters.",
)


def lines(inner: str, below: str = "") -> list[str]:
    """The text of a page with something among its paragraphs, and below them."""
    first, *rest = (f"<p>{line}</p>" for line in TEXT)
    html = f"<html lang=en><head><title>{TITLE}</title></head><body><main><article><h1>{TITLE}</h1><div class=entry-content>{first}{inner}{''.join(rest)}{below}</div></article></main></body></html>"
    found = read_page(html.encode(), "https://quaypost.example/2025/07/four-boats", announced=True)
    assert isinstance(found, Article), found
    return found.text.split("\n")


ANYWHERE = [  # what a site says to its readers
    "Comments posted here do not reflect the views of the Quay Post or of anybody who works for it.",
    "All comments are moderated before they appear, and those that insult somebody are not shown.",
    "O autor da mensagem, e não o Cais, é o responsável pelo comentário.",
    "Los comentarios publicados son de exclusiva responsabilidad de sus autores.",
    "Если вы видите это сообщение, значит комментарии на странице не работают.",
    "Budite prvi koji će ostaviti komentar!",
    "यो खबर पढेर तपाईंलाई कस्तो लाग्यो ?",
    "All rights reserved. This material may not be copied, read out or sold without a letter from the Quay Post.",
    "Quay Forum articles may be republished in accordance with the licence that stands on our page on rights.",
    "Distributed by Quay Wire on behalf of the Harbour Office.",
    "Quay Agency website contains only a portion of the news stories offered to subscribers of its wire.",
    "Перепечатка материалов сайта разрешена только с активной ссылкой на первоисточник.",
    "Προσοχή: απαγορεύεται η αναδημοσίευση χωρίς άδεια"[9:],
    "يحظر إعادة نشر المواد من دون إذن مسبق من الموقع",
    "Você tem 5 acessos por dia para dar de presente a quem não assina.",
    "Cet article vous est offert par un abonné",
    "This article has been gifted to you by a subscriber",
    "Success! Almost finished...",
    "Please check your inbox to confirm your subscription.",
    "Gracias por suscribirte. Te escribimos pronto.",
    "Contesta nuestra encuesta de satisfacción.",
    "Síguenos en nuestras redes sociales",
    "Download the Quay Post mobile app",
    "Already a subscriber? Sign in here",
    "PRESS RELEASE NO: 2025/017/Q",
]  # fmt: skip
NEWS = [  # which tells of such things
    "Comments on the plan do not differ much, says the mayor, who read all two hundred of them on Sunday.",
    "The comments are moderated by a machine, the paper admitted.",
    "All rights were sold to a studio in Lisbon on Friday.",
    "Her articles may be read in three languages by now.",
    "The boats were distributed by the office on behalf of the council, said the mayor.",
    "Использование материалов дела запрещено, сообщил адвокат.",
    "The boat has been gifted to the museum by a fisherman.",
    "Check your lamps before you leave the harbour, the master told them.",
    "Los vecinos siguen en las redes la llegada de los barcos.",
    "Die Bahn schenkt jedem Fahrgast einen Artikel aus ihrem Laden.",
    "The office wants to support journalism at the schools of the island.",
    "Install the harbour app on your phone and type in the number of the boat.",
    "He subscribed to two papers and read neither of them.",
    # what is forbidden, given, asked and followed may be something else than a text
    "Queda prohibida la reproducción asistida sin autorización médica en el país", "É proibida a reprodução de animais silvestres em cativeiro", "Toute reproduction des loups sans autorisation inquiète les éleveurs de la vallée",
    "Использование информации сайта Госуслуг возможно только по паспорту", "Zabranjeno prenošenje oružja preko granice od ponedjeljka", "Nije dozvoljeno objavljivanje imena maloljetnih osoba",
    "يحظر نقل الركاب من دون إذن مسبق من البلدية", "لا يجوز استخدام المياه من دون موافقة الوزارة", "استفاده از مطالب درسی مجاز است", "Reproducerea integrală a mobilierului a durat doi ani",
    "Kako se osjećate nakon pobjede?", "Učestvujte u diskusiji u domu kulture", "Program Erasmus možete pratiti na internetu od ponedjeljka", "Articol recomandat de medici", "Комментарии публикуются после проверки ведомством",
    "Check your email and confirm your registration before you board the boat", "Install the Delhi Metro Express app on your phone and buy a ticket there", "Every week, we send out a free email with recipes", "Got a tip for the mayor? Send it",
    "The opinions posted by users were read in court for two hours", "All comments are moderated by a machine since May", "Comments left on this bridge do not represent the town", "Its articles may be reprinted in accordance with the ruling of the court",
    "Distributed by the army on behalf of the council, the tents stood by Friday", "The paper publishes more than 30 articles a day from its office in Bonn", "Read the original article on slavery", "Link presente: o que é e como usar", "Los comentarios vertidos no reflejan la realidad",
    "Subscribe to the theory that markets know best and read the chart", "Urmărește cele mai bune meciuri pe YouTube", "Гледайте ни в неделя, пише отборът във Facebook",
    "Stay connected with friends via WhatsApp and Telegram", "Pratite stanje na cestama na Facebooku HAK-a", "Следете новините за автомобила във Facebook",
]  # fmt: skip
LAST = [  # what wires, offices, portals and newsrooms write below a text
    "More News From Rope & Sons", "Also from this source", "Distribution channels: Shipping, Business", "This release was published on Quay Wire.", "You just read: Four boats for the islands", "Hashtag: #boats",     "Content Highlights: four boats for the islands", "Kindly share this story:", "TEXT AD: Call Ann on 0800 555 0199", "This post is also available in: Русский ქართული", "Read this release in: Hindi , Tamil", "(Release ID: 2074567) Visitor Counter : 45",
    "Published in The Quay Post, July 3rd, 2025", "First Published:", "प्रकाशित मिति: बुधबार, मंसिर ३, २०८३ १०:१२", "(Colombo/Nov18/2025)", "Article edited by Ann Lee", "Tayyorladi: Aziz Karimov", "Redacción Economía",
    "Assessoria de Comunicação do Porto", "Esta reportagem está em atualização", "Новость дополняется", "** Este texto não reflete, necessariamente, a opinião do Cais", "Press Room > Press Release", "– Quay News Service", "Most Viewed in Shipping",
]  # fmt: skip
TOLD = [  # and what ends a text
    "More news is expected on Friday.", "More in the fleet than on shore liked it.", "Hashtags were all they left behind, she said.", "The release was published on Monday, and read by nobody.", "Published in 1931, the book sold four times.", "La redacción cierra el lunes.",
    "Berlin > Munich > Vienna", "Settings > Privacy > Location services", "More in the pipeline", "Contact: Maria.", "Support a child for the price of a coffee.", "Published in The Lancet on 3 May 2024, the paper found nothing", "Published in 1950, it sold 2 million copies",
    "Пресс-служба завода молчит.", "Redacción cerrada", "Redakcja odmówiła komentarza", "This post is also available in: Spanish. The author hopes for more",
    "Location: Old Quay, Northport", "The story was edited by nobody, he said.", "It is the first such boat north of Ghent > 40 m.", "Boats, ropes and a lamp", "He reads more on quays than on seas.",
]  # fmt: skip
NAMES = [
    "Sobre la firma", "Temas Relacionados", "TE PUEDE INTERESAR:", "Tudo Sobre", "As mais lidas agora", "Les plus lus", "Short Url", "Back to news", "Версия для печати", "Показать комментарии", "Ko‘proq yangiliklar:", "Digər xəbərlər", "მსგავსი სიახლეები",
    "Կարդացեք նաև", "Bonus video:", "Povezane vijesti", "Ключови думи", "Partenerii noștri", "Ειδήσεις σήμερα:", "موضوعات متعلقة", "برچسب‌ها", "תגיות", "सम्बन्धित समाचार", "আরও পড়ুন", "متعلقہ خبریں", "Soma zaidi:",
]  # fmt: skip
MISTAKES = ["Znate li nešto više o temi ili želite prijaviti grešku u tekstu?", "Želite li prijaviti pogrešku?", "Сообщите об ошибке на странице"]  # fmt: skip
FOLLOWED = [
    "Follow our WhatsApp channel for breaking news updates and more stories like this.", "Stay up-to-date with more news on our WhatsApp channel", "For all latest news, follow our Google News channel.", "Sigue toda la información del puerto en Facebook y X",
    "Pratite Kej.ba na Google News", "Pratite nas i na društvenim mrežama:", "Следвайте ни в Google News", "Urmărește știrile de la chei pe Google News", "تابعوا أخبار الميناء عبر غوغل نيوز", "Հետևե՛ք մեզ Telegram-ում",
]  # fmt: skip
NOT_FOLLOWED = [
    "Sigue la información falsa sobre el muelle en WhatsApp", "تابع حسابه على تويتر مليون شخص", "Stay informed on what Facebook collects, or leave it.",
    "The mayor follows the debate on Facebook and answers at night.", "Urmărește cazul pe Facebook de doi ani, spune avocatul.", "The harbour stayed open, the office wrote on Facebook.", "Политик следит за дебатами в Telegram, пишет газета.", "For more news she follows a Telegram channel, she said.",
]  # fmt: skip
APPEALS = ["Support our journalism", "Support the Quay Post's journalism of courage", "Apoya el periodismo independiente", "Podržite nezavisno novinarstvo", "Подкрепете ни", "Susține jurnalismul independent"]  # fmt: skip
NO_APPEALS = [
    "Support for journalism grows",
    "Journalism under pressure",
    "Periodismo y puertos",
    "Support our boats",
]


@each("line", ANYWHERE)
def test_what_a_site_says_to_its_readers_is_no_text(line: str) -> None:
    assert lines(f"<p>{line}</p>") == list(TEXT)


@each("line", NEWS)
def test_news_of_comments_rights_and_gifts_is_text(line: str) -> None:
    assert not is_house_line(line)
    assert line in lines(f"<p>{line}</p>")
    assert line in lines("", f"<p>{line}</p>")


@each("line", LAST)
def test_what_wires_offices_and_portals_write_below_a_text_is_none(line: str) -> None:
    assert lines("", f"<p>{line}</p>") == list(TEXT)


@each("line", TOLD)
def test_a_last_line_that_tells_something_is_text(line: str) -> None:
    assert line in lines("", f"<p>{line}</p>")


@each("line", NAMES)
def test_a_name_of_a_box_with_nothing_below_is_no_text(line: str) -> None:
    assert names_box(line)
    assert lines("", f"<p>{line}</p>") == list(TEXT)


@each(
    "row",
    [
        "Más información",
        "Популярное",
        "See all",
        "Live updates",
        "Compartir",
        "المزيد",
        "More in the pipeline",
        "Support independent journalism",
    ],
)
def test_a_row_of_a_list_may_be_called_as_a_box_is(row: str) -> None:
    listed = f"<ul><li>Open the box of your boat</li><li>{row}</li></ul>"
    assert row in lines(f"<p>They tell it so:</p>{listed}")
    assert row in lines("", f"<p>They tell it so:</p>{listed}")
    assert lines("", listed + f"<p>{TEXT[2]} It is for you to say.</p>")[-1].endswith("say.")


@each("name", ["Key events", "Latest updates"])
def test_a_chronicle_in_a_text_is_text_where_it_leads_nowhere(name: str) -> None:
    rows = ("1994: The first stone is laid by the old mayor", "2008: The yard goes bankrupt")
    box = "<section><h3>{}</h3><ul>{}</ul></section>"
    assert set(rows) <= set(lines(box.format(name, "".join(f"<li>{row}</li>" for row in rows))))
    led = "".join(f"<li><a href=/{row[:4]}>{row}</a></li>" for row in rows)
    assert lines(box.format(name, led)) == list(TEXT)


def test_a_name_of_a_box_heads_a_part_of_the_text() -> None:
    part = "<h3>Resumen de la nota</h3><p>Four boats, one cable and no tuba, says the master of the quay.</p>"
    assert "Resumen de la nota" in lines(part)


def test_a_button_above_a_paragraph_is_none() -> None:
    assert lines("<p>Link copied</p>") == list(TEXT)


@each("line", MISTAKES)
def test_who_asks_for_mistakes_is_told_in_more_languages(line: str) -> None:
    assert asks_for_mistakes(line)


@each("line", FOLLOWED)
def test_lines_that_ask_to_follow_are_told_in_more_words(line: str) -> None:
    assert follows(line)


@each("line", NOT_FOLLOWED)
def test_whoever_follows_somebody_is_news(line: str) -> None:
    assert not follows(line)


@each("line", APPEALS)
def test_an_appeal_for_money_ends_the_text(line: str) -> None:
    asked = "<p>Reporters cost money, and we show what they write to everybody. Would you think of giving some of yours?</p>"
    assert heads_appeal(line)
    assert lines("", f"<p>{line}</p>{asked}") == list(TEXT)
    assert lines("", f"<div class=box><h3>{line}</h3>{asked}</div>") == list(TEXT)


def test_what_is_told_at_length_below_such_a_heading_is_text() -> None:
    told = (
        "<h2>Support independent journalism</h2>" + f"<p>{TEXT[1]} You may ask our master, he said.</p>" * 6
    )
    assert lines("", told)[-7] == "Support independent journalism"


def test_news_of_such_an_appeal_is_text() -> None:
    part = "<h2>Support independent journalism</h2><p>So said a bill that the minister read to the council, of whom nine were for it.</p>"
    assert lines("", part)[-2] == "Support independent journalism"


@each("line", NO_APPEALS)
def test_other_headings_on_journalism_are_none(line: str) -> None:
    assert not heads_appeal(line)
