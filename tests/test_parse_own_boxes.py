"""Boxes beside a text in which the site speaks of itself, and parts of the text that only look like them."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article

TITLE = "Four electric boats for the islands"
TEXT = (
    "The ferry company bought four electric boats for the crossing to the islands, says its director, and sold the last of the old ones to a museum.",
    "Two of them are on their way from the yard, and the harbour master has had the quay dug up twice to lay the cable.",
    "Those who cross every day may have to pay by the month, he told the council on Monday, which did not like to hear it.",
    "Fewer than one in two hundred complained of them in the first month, says the office that counts such letters.",
)
BODY = f"<div class=body>{''.join(f'<p>{line}</p>' for line in TEXT)}</div>"


def lines(inner: str) -> list[str]:
    html = f"<html lang=en><head><title>{TITLE}</title></head><body><main><article><h1>{TITLE}</h1>{inner}</article></main></body></html>"
    found = read_page(html.encode(), "https://quaypost.example/2025/07/four-boats", announced=True)
    assert isinstance(found, Article), found
    return found.text.split("\n")


OWN = [  # above or below the text → words of it that are none
    ("<aside class=sidebar><section><h2>Authors</h2><p>Ann Lee</p></section><section><h3>Disclosure statement</h3><p>Ann Lee has received money from the fund for quays, and has disclosed no other ties.</p></section><section><p>Republish what we write, free of charge and under a common licence.</p></section></aside>", "has received money"),
    ("<section><h3>Déclaration d’intérêts</h3><p>Ann Lee ne travaille pas, ne conseille pas et ne reçoit pas de fonds d'un chantier qui pourrait tirer profit de cet article.</p></section>", "ne reçoit pas"),
    ("<section><h3>Cláusula de Divulgación</h3><p>Ann Lee no recibe salario, ni ejerce labores de consultoría, ni posee acciones de un astillero que pueda obtener beneficio.</p></section>", "no recibe"),
    ("<div class=q><div class=t><a href=/n>Notes</a></div><p>This article has been reviewed according to the yard's <a href=/e>process</a>. Editors have highlighted these attributes, to ensure that it may be believed:</p><ul><li>fact-checked</li><li>peer-reviewed publication</li></ul></div>", "reviewed"),
    ("<div class=q><p>Dieser Artikel wurde fachlich geprüft von Prof. Ann Lee, die an der Hafenschule lehrt und forscht.</p><p>Sie baut Boote seit dreißig Jahren und schreibt über sie.</p></div>", "fachlich"),
    ("<div class=l><h3>License and Republishing</h3><p>What the forum of yards prints may be republished under a licence that many know, if nothing is changed and nobody earns by it.</p></div>", "may be republished"),
    ("<div class=l><h3>Republish this article</h3><p>You may print it in your paper as it is, with the name of its author below the headline and ours at its end.</p></div>", "in your paper"),
    ("<div class=x><p>Miss nothing on boats</p><p>Create an account that costs nothing and read what we gather for you, with the latest on your quay.</p><a href=/in>Sign up for free</a></div>", "costs nothing"),
    ("<div class=x><p>Rien ne vous échappe</p><p>Un compte gratuit, et tout ce qui se passe sur le quai arrive chez vous chaque matin de la semaine.</p><a href=/in>S'inscrire</a></div>", "compte gratuit"),
    ("<div class=p><h3>Weiterlesen mit Kai+</h3><ul><li>Sie lesen schon mit einem Konto? Melden Sie sich an, und alles steht Ihnen offen.</li></ul><p>Kai+ läuft über Ihr Konto und verlängert sich um einen Monat, wenn Sie es nicht einen Tag vor Ablauf der Frist beenden.</p></div>", "verlängert"),
    ("<div class=p><h3>Unlock this story with Quay Premium</h3><p>Sharp stories on boats by twelve reporters, and no page of theirs shows what others pay for to be seen.</p><ul><li>1 year 24.99</li></ul></div>", "Sharp stories"),
    ("<div class=p><p>この記事は会員限定です。</p><p>紙の新聞の定期購読者の方は、無料で会員登録できます。港の新聞をお読みの方は、こちらからお申し込みください。</p></div>", "定期購読者"),
    ("<section><h2>Contacts for media</h2><p>If you do not work for a paper, you are welcome to write to the yard or to call it on any day of the week.</p></section>", "you are welcome"),
    ("<div class=author-card><h3>Ann Lee</h3><p>Ann has written of quays since 2009, and still takes pictures of them on film at the weekend.</p></div>", "Ann has written"),
    ("<div class=list><h2>More flashes</h2><div><span>12:58</span><h3>Minister: the new line opens in spring</h3><div>He said so on the quay, where tests are to end within two months. No corner is cut, he promised.</div></div><div><span>12:44</span><h3>Man hurt at the lock</h3><div>A man of forty was taken away from it. The road is closed.</div></div><div><span>12:31</span><h3>The krone falls</h3></div></div>", "No corner"),
]  # fmt: skip
KEPT = [  # which stand where those do, and are text
    ("<section><h3>Disclosure of the costs</h3><p>The yard told the council on Monday what each of the boats had cost it, which was more than it had said in May.</p></section>", "The yard told"),
    ("<section><h3>Interests of the islands</h3><p>Those who live there want a boat that comes at night as well, says the mayor, who crosses every Sunday.</p></section>", "Those who live"),
    ("<section class=facts><h3>The boats</h3><p>They are forty metres long, weigh ninety tonnes and carry two hundred people and twelve cars.</p></section>", "forty metres"),
    ("<section class=x><h3>The museum</h3><p>The old boats were sold on Friday to a museum, which shows them from the end of the month on.</p><p>It asks five a head, and nothing of those who once crossed on them.</p></section>", "It asks five"),
    ("<section><h2>How the council subscribed to the plan</h2><p>Nine of its members were for it on Monday, and four had left the room before they were asked to vote.</p></section>", "Nine of its"),
    ("<section><h2>What reporters were told</h2><p>The press could call the yard on Monday, but nobody there would say what the boats had cost it.</p></section>", "The press could"),
    ("<section><h3>What the author saw</h3><p>On the quay stood a man who had crossed each day for forty years and knew every one of the old boats.</p></section>", "On the quay stood"),
    ("<div class=q><h3>What was reviewed</h3><p>The articles of the contract were reviewed by the court in May, which found two of them to be of no effect.</p></div>", "were reviewed by the court"),
    ("<section><h3>More news</h3><p>The lock is closed until Friday, and whoever wants to cross has to go by the old bridge, says the office.</p></section>", "The lock is closed"),
]  # fmt: skip


@each(("box", "words"), OWN)
def test_a_box_in_which_the_site_speaks_of_itself_is_none_of_the_text(box: str, words: str) -> None:
    for told in (lines(f"{BODY}{box}"), lines(f"{BODY}<div><div>{box}</div></div>")):
        assert [line for line in told if words in line] == []
        assert told[-4:] == list(TEXT)


@each(("box", "words"), KEPT)
def test_a_part_of_the_text_in_a_box_of_its_own_stays(box: str, words: str) -> None:
    assert any(words in line for line in lines(f"{BODY}{box}"))


def test_what_is_said_above_a_text_on_who_checked_it_is_none_of_it() -> None:
    assert lines(f"{OWN[3][0]}{BODY}") == list(TEXT)


def test_of_a_page_with_hardly_any_text_the_offer_stays() -> None:
    told = lines("<p>Two boats lie at the quay.</p><div class=p><h3>Continue reading this with Quay+</h3><p>Sharp stories on boats by twelve reporters, and no page of theirs shows what others pay for to be seen.</p></div>")  # fmt: skip
    assert any("Sharp stories" in line for line in told)


MORE = (
    "The delegation of the upper islands asked for a longer trial, and got two more years for boats that carry fewer than forty cars a day.",
    "Economists at the school of the port have counted that the new boats would save eleven million a year, most of it in oil and in wages.",
    "Critics fear that the rules will be hard to keep for those who have no quay of their own in the towns where they want to land.",
)


def test_a_part_built_as_the_text_is_and_a_box_of_facts_within_it_are_text_whatever_heads_them() -> None:
    for head in ("Disclosures", "Conflicts of interest", "Interessenkonflikte", "Reprints", "Media contacts"):
        parts = (TEXT[:2], (f"<h2>{head}</h2>", *TEXT[2:]))
        inner = "".join(f"<section>{''.join(f'<p>{x}</p>' for x in part)}</section>" for part in parts)
        assert TEXT[2] in lines(inner), head
    facts = "<aside class=sidebar-box><h3>The boats in figures</h3><p>Each carries forty cars and two hundred people on its way to the islands.</p><h3>Who pays</h3><p>The county pays for three and the company for the last one of them.</p></aside>"
    more = "".join(f"<p>{x}</p>" for x in MORE)
    told = lines(BODY.replace(f"<p>{TEXT[2]}", f"{facts}{more}<p>{TEXT[2]}"))
    assert any("forty cars" in line for line in told)


def test_a_standfirst_above_the_offer_to_share_what_the_title_names_is_text() -> None:
    dek = "Forty states agree on what the boats may cost, and on a day for them."
    share = f"<div class=popover><h3><strong>Share</strong> <span>All sharing options for:</span> <span>{TITLE}</span></h3></div>"
    html = f"<html lang=en><head><title>{TITLE}</title></head><body><main><div><h1>{TITLE}</h1></div><p class=p-dek>{dek}</p>{share}{BODY}</main></body></html>"
    found = read_page(html.encode(), "https://quaypost.example/2025/07/four-boats", announced=True)
    assert isinstance(found, Article)
    assert found.text.startswith(dek)
    below = html.replace(
        f"<p class=p-dek>{dek}</p>{share}<div class=body>", f"<div class=body><p>{MORE[0]}</p>{share}"
    )
    found = read_page(below.encode(), "https://quaypost.example/2025/07/four-boats", announced=True)
    assert isinstance(found, Article)
    assert found.text.startswith(MORE[0])
