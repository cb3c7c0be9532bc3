"""Parts of a text that were left out: behind an advertisement, below a heading of its own, a closing thanks, captions with headings."""

from __future__ import annotations

from crawler.parse import read_page
from crawler.parse.page.blocks import new_block, new_element
from crawler.parse.page.greetings import thanks
from storage.records import Article

ADDRESS = "https://harbour.example/2026/11/12/ferry"
HEAD = "<html lang=en><head><title>The ferry of Orrin sails by night</title></head><body><header><a href=/>Harbour</a></header>"
FIRST = [
    "The ferry of Orrin sailed by night for the first time on Monday, with forty passengers and two goats on board.",
    "The harbour master, who had asked for lights on both piers since 2019, said that the crossing took 38 minutes.",
    "Fishermen on the western shore had feared for their nets, and moved them by a mile before the first of November.",
]
LAST = "The council had paid for the lights, and says that it would do so again, although the bill was twice as high as planned."
MORE = "Not all on the shore agree, and the owner of the inn at Wick has written three letters to the paper about the noise."
LATER = "A second boat is being built in the yard at Tolm, where eleven people work on it, and will be ready in May."


def p(*lines: str, name: str = "") -> str:
    attribute = f' class="{name}"' if name else ""
    return "".join(f"<p{attribute}>{line}</p>" for line in lines)


def read(inner: str) -> list[str]:
    found = read_page(
        f"{HEAD}<main><h1>The ferry of Orrin sails by night</h1>{inner}</main></body></html>".encode(),
        ADDRESS,
    )
    assert isinstance(found, Article), found
    return found.text.split("\n")


def test_a_text_goes_on_in_the_next_part_of_one_name_though_its_paragraphs_are_called_a_paywall() -> None:
    """Magazines part their texts at each advertisement, and call each paragraph so."""
    advert = "<aside><h2>Most popular</h2><ul><li><a href=/a>Nine knots</a></li><li><a href=/b>Ten sails</a></li></ul></aside>"
    second = p("<strong>Will you go?</strong>", "No. I am afraid of the dark, and of goats.", name="paywall")
    chunks = f'<div class="body__inner">{p(*FIRST, name="paywall")}</div>{advert}<div class="body__inner">{second}</div>'
    assert read(chunks)[-2:] == ["Will you go?", "No. I am afraid of the dark, and of goats."]
    other = f'<div class="body__inner">{p(*FIRST, name="paywall")}</div>{advert}<div class="shop">{p("Read all for a coin a week.", name="paywall")}</div>'
    assert "Read all for a coin a week." not in read(other)


def test_a_short_line_between_two_parts_of_one_name_is_text() -> None:
    sign = "<p><em>—Ada Wren</em></p>"
    parts = f'<div class="wp-part">{p(*FIRST)}{sign}</div><div class="slot">Advertisement</div><div class="wp-part">{p(LATER, LAST)}</div>'
    assert "—Ada Wren" in read(parts)
    assert "—Ada Wren" not in read(parts.replace(sign, "").replace("Advertisement", "—Ada Wren"))


def test_a_line_with_a_colon_above_a_table_is_text() -> None:
    table = "<table><tr><th>Day</th><th>Passengers</th></tr><tr><td>Monday</td><td>40</td></tr><tr><td>Friday</td><td>61</td></tr></table>"
    assert "船期如下：" in read(p(*FIRST) + p("船期如下：") + table + p(LATER))


def test_a_heading_in_bold_may_stand_in_the_middle_where_others_do() -> None:
    def page(name: str) -> list[str]:
        table = "<table><tr><th>Day</th><th>Passengers</th></tr><tr><td>Monday</td><td>40</td></tr></table>"
        head = '<p class="centre"><b>Third quarter in short</b></p>'
        return read(
            p(*FIRST[:2])
            + head
            + p(FIRST[2])
            + table
            + f'<p class="{name}"><b>Outlook</b></p>'
            + p(LATER, LAST)
        )

    assert "Outlook" in page("centre")
    assert "Outlook" not in page("sold")


def test_the_first_and_the_last_of_a_texts_parts_may_be_short() -> None:
    def part(heading: str, inner: str, name: str = "semaform") -> str:
        return f'<section class="{name}"><div class="row"><h2 class="semaform-name">{heading}</h2></div><div class="copy">{inner}</div></section>'

    note = "<ul><li>The yard at Tolm may close, <a href=/t>the Tolm Gazette</a> reported on Sunday.</li></ul>"
    parts = part("The news", p(*FIRST)) + part("Her view", p(LATER, LAST)) + part("Room for doubt", p(MORE))
    lines = read(parts + part("Notable", note))
    assert lines[0] == "The news"
    assert lines[-2:] == ["Notable", "The yard at Tolm may close, the Tolm Gazette reported on Sunday."]
    for other in (
        part("Notable", note, "more"),
        part("Notable", "<ul><li><a href=/t>The yard at Tolm may close soon.</a></li></ul>"),
    ):
        assert "Notable" not in read(parts + other)


def test_the_captions_of_a_gallery_have_headings_and_nothing_below_them_is_text() -> None:
    figures = "".join(
        f"<figure><picture><img src=/{n}.jpg></picture><figcaption><h2>{name}</h2><span>{told}</span></figcaption></figure>"
        for n, (name, told) in enumerate(
            {
                "The bell": "It was cast in 1871 and has rung at each fog since, but for one morning in April.",
                "Ropes": "Each is as long as the pier, and dries for a week in the attic of the school.",
                "A lamp": "The keeper lights it with a match, because the switch is on the other shore.",
                "Low tide": "Children look for coins under the landing stage. They found a tooth last year.",
            }.items()
        )
    )
    more = "<section><h2>More galleries</h2><ul><li><h3>The bakers of the old town, in pictures</h3></li></ul></section><footer><ul><li>Complaints &amp; corrections</li><li>Contact us</li></ul></footer>"
    lines = read(p("A week on the oldest ferry of the coast.") + figures + more)
    assert [n for n in ("The bell", "Ropes", "A lamp", "Low tide") if n not in lines] == []
    assert lines[-1].startswith("Children look for coins")


THANKS = [
    "Thank you.", "Thank you very much!", "And thank you all for listening.", "Vielen Dank für Ihre Aufmerksamkeit.", "Ich danke Ihnen.", "Herzlichen Dank!", "Je vous remercie.",
    "Merci à tous.", "Muchas gracias.", "Muito obrigado.", "Grazie a tutti.", "Dank u wel.", "Dziękuję za uwagę.", "Děkuji vám za pozornost.", "Спасибо за внимание!", "Дякую.", "Teşekkür ederim.",
    "谢谢大家！", "ご清聴ありがとうございました。", "감사합니다.", "Terima kasih.",
]  # fmt: skip
NO_THANKS = [
    "Thank you", "Thank you for subscribing.", "Thank you for your order.", "Thanks to our sponsors.", "Danke, Anke.", "Vielen Dank für Ihre Anmeldung.", "Merci de votre inscription.",
    "Gracias por suscribirte.", "Grazie per esserti iscritto.", "Спасибо за покупку.", "谢谢订阅。", "Thank you, Barnaby, for those kind words.", "Hvala Bogu.", "Tack vare regnet.",
]  # fmt: skip


def test_thanks_that_end_a_speech_are_told_from_those_of_a_form() -> None:
    home = new_element("p", "", 0, None, 1, 0, 0, 0)
    assert [line for line in THANKS if not thanks(new_block(line, home, 0))] == []
    assert [line for line in NO_THANKS if thanks(new_block(line, home, 0))] == []
    assert not thanks(new_block("Thank you.", home, 0, 9, 1))


def test_thanks_end_a_speech_where_they_stand_below_its_last_paragraph() -> None:
    assert read(p(*FIRST, LATER, "Thank you."))[-1] == "Thank you."
    assert read(p(*FIRST, LATER) + "<div><p>Thank you.</p></div>")[-1] == LATER


def test_prose_in_a_row_of_another_kind_between_the_rows_of_a_text_is_text() -> None:
    def row(kind: str, inner: str) -> str:
        return f'<div class="block block--{kind}"><div class="block__inner">{inner}</div></div>'

    def text(*lines: str) -> str:
        return row("text", f'<div class="block-text">{p(*lines)}</div>')

    quoted, said = (
        "We taught the boat to stop, and forgot when to sail.",
        "In all: two nets, eleven lamps, and a bill of 3,100 crowns.",
    )
    who = '<div class="saying__by"><div class="saying__author"><span>Ada Wren</span> <span>master of the harbour</span></div></div>'
    saying = row(
        "saying",
        f'<div class="saying"><div class="saying__inner"><div class="saying__text">{p(quoted)}</div></div>{who}</div>',
    )
    inset = row("inset", f'<div class="inset">{p(said)}</div>')
    heading = row("header", "<h3>What stays</h3>")
    rows = text(*FIRST) + saying + inset + heading + text(LATER, LAST)
    lines = read(rows)
    assert quoted in lines
    assert said in lines
    assert said not in read(rows.replace(said, f'<a href="/x">{said}</a>'))
