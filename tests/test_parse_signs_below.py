"""Who signs the end of a text, helped to report, or reports live; a reporter's card below a short text."""

from __future__ import annotations

from crawler.parse import read_page
from storage.records import Article

LINE = "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands."
TEXT = f"<p>{LINE}</p><p>{LINE} It pays a million for each.</p><p>The first one sails in the spring, it said.</p>"
BROKEN = f"{LINE}<br><br>{LINE} It pays a million for each.<br><br>The first one sails in the spring, the company said."


def authors_of(language: str, above: str, text: str, *, head: str = "") -> tuple[str, ...]:
    page = (
        f"<html lang={language}><head><title>Four boats for the islands</title>{head}</head><body><article><h1>Four boats for the islands</h1>"
        f"{above}<div class=body>{text}</div></article><div class=share>Share this</div></body></html>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.authors


def test_a_bold_name_below_the_last_sentence_signs_though_a_note_or_another_box_follows() -> None:
    note = "<p>(A longer version of this stands in the printed paper.)</p>"
    cases = [  # language, text, who wrote
        ("hu", f"{TEXT}<p><strong>Vass Ilona</strong></p>{note}", ("Vass Ilona",)),
        ("en", f"{TEXT}<p><b>Ann Lee</b></p>{note}", ("Ann Lee",)),
        ("az", f"{TEXT}<p><b>R.Quliyeva</b></p></div><div class=note>Found a mistake? Mark it and write to us at once.", ("R.Quliyeva",)),
        ("ru", f"{TEXT}<p><b>А.Лисина</b></p></div><div class=note>Нашли ошибку? Выделите её и нажмите две клавиши.", ("А.Лисина",)),
        ("mn", f"{TEXT}<p><b>Б.Энхжаргал</b></p></div><div class=note>Found a mistake? Mark it and write to us at once.", ("Б.Энхжаргал",)),
        ("lt", f"{TEXT}<p><b>V. Petraitytė</b></p></div><div class=note>Radote klaidą? Pažymėkite ją ir parašykite mums.", ("V. Petraitytė",)),
        # a name in a sentence, and what stands in bold above a list of what is told of somebody
        ("en", f"{TEXT * 3}<p><b>Tom Ray</b></p><ul><li>Captain since 2010<li>Four boats</ul>", ()),
        ("ru", f"{TEXT * 3}<p><b>А. Лисин</b></p><ul><li>капитан<li>живёт у моря</ul>", ()),
        ("en", f"{TEXT}<p>It is built by <b>Ann Lee</b></p>{note}", ()),
    ]  # fmt: skip
    assert [(text, authors_of(lang, "", text)) for lang, text, _ in cases] == [
        (text, authors) for _, text, authors in cases
    ]


def test_who_signs_below_wrote_where_the_head_has_but_the_first_name_of_an_account() -> None:
    head = "<meta name=author content=Oksana>"
    signed = f"{BROKEN}<br><br><i>Ostap Hrynko</i><br>"
    cases = [  # head, above the text, text, who wrote
        (head, "", signed, ("Ostap Hrynko",)),
        ("", "", signed, ("Ostap Hrynko",)),
        (head, "", BROKEN, ("Oksana",)),
        (head, "<p>Oksana, 3 July 2025</p>", signed, ("Oksana",)),  # readers are shown her name
        ("<meta name=author content='Oksana Lis'>", "", signed, ("Oksana Lis",)),
        ("", "", f"{BROKEN}<br><br>Ostap Hrynko<br><br>{LINE}", ()),
    ]
    found = [authors_of("uk", above, text, head=told) for told, above, text, _ in cases]
    assert found == [authors for *_, authors in cases]


def test_who_helped_to_report_is_named_beside_who_wrote() -> None:
    cases = [  # language, above the text, below it, who wrote
        ("cs", "<div>Tereza Nová<span>, ekonomická redakce</span></div><div>Spolupráce: Ondřej Malý</div>", "", ("Tereza Nová", "Ondřej Malý")),
        ("de", "<p>Von Mia Kühl</p><p>Mitarbeit: Jan Bode und Ute Alt</p>", "", ("Mia Kühl", "Jan Bode", "Ute Alt")),
        ("fr", "<p>Par Lea Blanc</p><p>Avec la collaboration de Zoé Dumas</p>", "", ("Lea Blanc", "Zoé Dumas")),
        ("es", "<p>Por Lía Prado</p><p>Con la colaboración de Ana Ríos</p>", "", ("Lía Prado", "Ana Ríos")),
        ("pt", "<p>Por Lia Prado</p><p>Colaborou Rui Reis</p>", "", ("Lia Prado", "Rui Reis")),
        ("it", "<p>Di Lia Costa</p><p>Ha collaborato Ugo Neri</p>", "", ("Lia Costa", "Ugo Neri")),
        ("pl", "<p>Autor: Ewa Lis</p><p>Współpraca: Jan Bąk</p>", "", ("Ewa Lis", "Jan Bąk")),
        ("ru", "<p>Автор: Анна Лисина</p><p>При участии: Иван Седов</p>", "", ("Анна Лисина", "Иван Седов")),
        ("tr", "<p>Yazan: Elif Kaya</p><p>Katkıda bulunan: Can Demir</p>", "", ("Elif Kaya", "Can Demir")),
        ("he", "<p>מאת דנה לוי</p>", "<p>השתתפה בהכנת הכתבה: יעל כהן, חיפה</p>", ("דנה לוי", "יעל כהן")),
        ("en", "<p>By Ann Lee</p><p>Additional reporting by Tom Ray</p>", "", ("Ann Lee", "Tom Ray")),
        ("en", "<p>By Ann Lee, with reporting by Tom Ray</p>", "", ("Ann Lee", "Tom Ray")),
        ("zh", "<p>记者 王明 通讯员 李华</p>", "", ("王明", "李华")),
        ("zh", "<p>记者 王明 实习生 李华</p>", "", ("王明", "李华")),
        ("de", "<p>Mia Kühl, Redaktion Wirtschaft</p>", "", ("Mia Kühl",)),
        ("es", "<p>Lía Prado | Redacción Economía</p>", "", ("Lía Prado",)),
        ("pl", "<dl><dt>Autor</dt><dd>Ewa Lis</dd><dt>Redakcja</dt><dd>Jan Bąk</dd></dl>", "", ("Ewa Lis",)),
        # told apart from a byline; an agency; nobody wrote; a sentence; a picture's
        ("en", "<p>By Ann Lee</p>", "<p>Additional reporting by Tom Ray</p>", ("Ann Lee",)),
        ("de", "<p>Von Mia Kühl</p><p>Mitarbeit: Reuters</p>", "", ("Mia Kühl",)),
        ("de", "<p>Mitarbeit: Jan Bode</p>", "", ()),
        # another case of a name, a noun of the text, a body, a line between the paragraphs
        ("ru", "<p>Автор: Анна Лисина</p><p>При участии Ивана Седова</p>", "", ("Анна Лисина",)),
        ("cs", "<p>Autor: Tereza Nová</p>", "<p>Spolupráce Jana Nováka a Petra Malého</p>", ("Tereza Nová",)),
        ("hr", "<p>Autor: Ana Horvat</p><p>Suradnja Velike Britanije</p>", "", ("Ana Horvat",)),
        ("es", "<p>Por Lía Prado</p>", "<p>Con la colaboración de Fundación Marina</p>", ("Lía Prado",)),
        ("nl", "<p>Door Jan Bos</p>", "<p>Met medewerking van Universiteit Kustdam</p>", ("Jan Bos",)),
        ("he", "<p>מאת דנה לוי</p>", "<p>השתתפו בהכנת הכתבה: סוכנויות הידיעות</p>", ("דנה לוי",)),
        ("es", "<p>Por Lía Prado</p>", f"<p>Colaboraron Ana Ríos y Luz Gil</p>{TEXT}", ("Lía Prado",)),
        ("pt", "<p>Por Lia Prado</p><p>Colaborou com a polícia quem viu o barco</p>", "", ("Lia Prado",)),
        ("pl", "<p>Autor: Ewa Lis</p><figure><img src=a.jpg><figcaption>Współpraca: Jan Bąk</figcaption></figure>", "", ("Ewa Lis",)),
    ]  # fmt: skip
    wrong = []
    for language, above, below, authors in cases:
        if (found := authors_of(language, above, TEXT + below)) != authors:
            wrong.append((above, below, found))
    assert wrong == []


def test_who_reports_live_is_told_by_the_verb_of_the_language_with_where_each_stands() -> None:
    cases = [
        ("sw", "Wanaripoti: Asha Juma (ukumbini) na Juma Bakari (studio)", ("Asha Juma", "Juma Bakari")),
        ("de", "Es berichten: Mia Kühl und Jan Bode", ("Mia Kühl", "Jan Bode")),
        ("en", "Live updates by Ann Lee (Newtown) and Tom Ray (Morrow)", ("Ann Lee", "Tom Ray")),
        ("fr", "Direct animé par Lea Blanc et Zoé Dumas", ("Lea Blanc", "Zoé Dumas")),
        ("pl", "Relację prowadzi Ewa Lis", ("Ewa Lis",)),
        ("cs", "Online vede Tereza Nová", ("Tereza Nová",)),
        ("nl", "Liveblog door Jan Visser", ("Jan Visser",)),
        ("ru", "Онлайн ведёт Анна Лисина", ("Анна Лисина",)),
        ("tr", "Canlı aktaran: Elif Kaya", ("Elif Kaya",)),
        ("sw", "Wanaripoti kila siku kuhusu bahari", ()),
        ("de", "Es berichten viele Zeitungen (lokal) über Schiffe", ()),
    ]
    assert [(line, authors_of(lang, f"<p>{line}</p>", TEXT)) for lang, line, _ in cases] == [
        (line, authors) for _, line, authors in cases
    ]


def test_a_reporters_card_below_a_text_of_one_paragraph_tells_who_wrote() -> None:
    caption = f"<figure><img src=a.jpg><figcaption>{LINE} It is seen here, on Thursday, at the quay.</figcaption></figure>"
    card = "<div class=kort><strong>{}</strong><span>{}</span><a href=mailto:a@news.example>{}</a></div>"
    house = "<footer><p>Harbour Radio, phone 500 0000</p></footer>"
    long = f"<p>{LINE} The second one follows in summer, and the old ones are sold to the north.</p>"
    cases = [
        ("is", card.format("Hrafna Sturludóttir", "Fréttamaður", "Hafa samband"), ("Hrafna Sturludóttir",)),
        ("en", card.format("Ann Lee", "Reporter", "Contact"), ("Ann Lee",)),
        ("es", card.format("Lía Prado", "Periodista", "Escribir"), ("Lía Prado",)),
        ("en", card.format("Ann Lee", "Spokeswoman", "Contact"), ()),
    ]
    found = [(below, authors_of(lang, caption, f"{long}{below}{house}")) for lang, below, _ in cases]
    assert found == [(below, authors) for _, below, authors in cases]
