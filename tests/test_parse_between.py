"""Lines between, above and behind the paragraphs of a text: which of them it tells, and which speak of the page or sell something."""

from __future__ import annotations

import json

from selectolax.lexbor import LexborHTMLParser
from tables import each

from crawler.parse import read_page
from crawler.parse.body.judge import measure
from crawler.parse.body.others import without_others
from crawler.parse.page.walk import outline
from storage.records import Article

TITLE = "Four electric boats for the islands"
TEXT = (
    "The ferry company bought four electric boats for the crossing to the islands, says its director, and sold the last of the old ones to a museum.",
    "Two of them are on their way from the yard, and the harbour master has had the quay dug up twice to lay the cable.",
    "Those who cross every day may have to pay by the month, he told the council on Monday, which did not like to hear it.",
)
FLASH = "Four electric boats lie at the quay since Monday morning, and nobody may board them before the cable is laid."
FIRST, SECOND, THIRD = (f"<p>{line}</p>" for line in TEXT)
HINDI = "<p>नई नावें सोमवार से घाट पर खड़ी हैं, और केबल बिछने से पहले उन पर कोई नहीं चढ़ सकता।</p>" * 2
LAST = "<p>Fewer than one in two hundred complained of them in the first month, says the office.</p>"
SUB = "What the islands pay for it"
DEK = "In a guest column the harbour master says that the town buys signs where it should buy skills."


def lines(inner: str) -> list[str]:
    found = read_page(
        f"<html><head><title>{TITLE}</title></head><body><main>{inner}</main></body></html>".encode(),
        "https://quaypost.example/2025/07/four-electric-boats",
        announced=True,
    )
    assert isinstance(found, Article), found
    return found.text.split("\n")


def page(inner: str) -> str:
    return f"<article><h1>{TITLE}</h1>{inner}</article>"


DATA = {"article": {"title": TITLE, "lead": DEK, "components": [{"type": "image", "caption": "A boat"}, *({"type": "paragraph", "text": line} for line in TEXT), {"type": "list", "items": ["Four masts, the last in April", "Reserves for three days"]}, {"type": "tags", "items": ["boats", "masts"]}]}}  # fmt: skip
CARDS = "".join(f"<div class=c><h3>{head}</h3><p>{line}</p></div>" for head, line in (("The school that turned its lights off", "Then they began to talk."), ("A bath is warm all year", "It is heated by what a hall of computers gives off."), ("Crane with a view", "Neighbours call it the giraffe, and mean it well."), ("Night boats", "They hum no more.")))  # fmt: skip
PARTS = "".join(f"<div class=article-part><h2>{head}</h2><p>{line} {TEXT[2]}</p></div>" for head, line in zip(("Quay", "Yard", "Crane", "Night"), (*TEXT, FLASH), strict=True))  # fmt: skip
AFFILIATE = "If you buy through our links, we may earn a small commission."
DRAWN = f"<div id=__next></div><script id=__NEXT_DATA__ type=application/json>{json.dumps(DATA)}</script>"
OTHERS = {  # what a page shows → the line that is none of its text
    "who edited it": (page(f"<h2>{DEK}</h2><div>Edited By: Ada Stone</div>{FIRST}{SECOND}{THIRD}"), "Edited By: Ada Stone"),
    "in Hindi": (page(f"<h2>{DEK}</h2><div>संपादन: शालिनी वर्मा</div>{HINDI}"), "संपादन: शालिनी वर्मा"),
    "when, and how long it takes": (page(f"<h2>{DEK}</h2><div>Publié le 13 novembre 2025 à 05h30, modifié le 13 novembre 2025 à 10h02 Temps de lecture 3 min.</div>{FIRST}{SECOND}{THIRD}"), "Publié le"),
    "a program of the paper": (page(f"{FIRST}{SECOND}{THIRD}<p>不用抽不用搶 現在用APP看新聞 天天中獎</p>"), "不用抽"),
    "a channel of the paper": (page(f"{FIRST}{SECOND}{THIRD}<p>掌握港口脈動 點我訂閱港口Youtube頻道</p>"), "掌握"),
    "what it earns by": (page(f"{FIRST}{SECOND}<p>{AFFILIATE}</p>{THIRD}"), AFFILIATE),
    "an offer": (page(f"{FIRST}{SECOND}<div><div>Rope 11 on sale</div><div>429 euros at Knots</div><p>{AFFILIATE}</p></div>{THIRD}"), "429"),
    "ein Hinweis": (page(f"{FIRST}{SECOND}{THIRD}<p>Dieser Artikel enthält Affiliate-Links. Bei einem Kauf erhalten wir eine kleine Provision.</p>"), "Affiliate"),
    "a note beside a line in quotation marks": (page(f"{FIRST}<p>“It hums no more,” the captain says.</p>{SECOND}<ul><li>Screen: 10.9\"</li></ul><p>{AFFILIATE}</p>{THIRD}"), AFFILIATE),
    "una nota": (page(f"{FIRST}{SECOND}{THIRD}<p>Acquistando dai nostri link potremmo ricevere una commissione.</p>"), "commissione"),
    "ссылки": (page(f"{FIRST}{SECOND}{THIRD}<p>Если вы купите что-то по нашим ссылкам, мы можем получить комиссию.</p>"), "комиссию"),
    "how many comments": (page(f"<h2>{DEK}</h2><ul><li>댓글 0</li></ul>{FIRST}{SECOND}{THIRD}"), "댓글"),
    "what else there is": (f"<table><tr><td><font size=5><b>{TITLE}</b></font><hr>{'<br><br>'.join(TEXT)}<br><br><font>Related<br><a href=/a>Crane with a view of the sea</a><br><a href=/b>A bath that is warm all year</a></font></td></tr></table>", "Crane with"),
    "who wrote and who took the pictures": (page(f"{FIRST}{SECOND}{THIRD}<p>Haber: Ada Stone - Foto: Tom Ray</p>"), "Haber"),
    "who did what, line by line": (f"<table><tr><td><font size=5><b>{TITLE}</b></font><hr>{'<br><br>'.join(TEXT)}<br><br>Napisao: Ada Stone<br>Foto: T. Ray<br>Izvor podataka: Udruženje</td></tr></table>", "Napisao"),
    "a call at the end": (f"<main><article><h1>{TITLE}</h1>{FIRST}{SECOND}{THIRD}</article><section class=give><h3>Keep us afloat</h3><p>We are a paper of members. Five a month keep the lamp lit.</p><a href=/join>Join us</a></section></main>", "We are a paper"),
    "a machine": (page(f"<ul><li>Four boats are bought</li><li>The old ones are sold</li></ul><small>The summary was made with AI and checked by the desk.</small>{FIRST}{SECOND}{THIRD}"), "The summary"),
    "en maskin": (page(f"<ul><li>Four boats are bought</li><li>The old ones are sold</li></ul><small>Sammanfattningen är gjord med AI och granskad av redaktionen.</small>{FIRST}{SECOND}{THIRD}"), "Sammanfattningen"),
    "cards that a script opens": ((f"<article><h1>{TITLE}</h1><p>{FLASH}</p></article><section><h2>More</h2>{CARDS}</section>"), "giraffe"),
}  # fmt: skip
HOURS = "".join(f"<div class=e><h3>1{n}:30 The boat leaves</h3><p>Boat {n} left the quay, says the master.</p></div>" for n in range(5))  # fmt: skip
OWN = {  # → the line that is part of it
    "hours of a day behind a flash": (f"<article><h1>{TITLE}</h1><p>{FLASH}</p></article><section>{HOURS}</section>", "Boat 3 left"),
    "a paragraph below a list": (page(f"{FIRST}{SECOND}<h3>{SUB}</h3>{THIRD}<ul><li>Forty a trip</li><li>Two hundred a month</li></ul>{LAST}"), "Fewer than"),
    "and the list": (page(f"{FIRST}{SECOND}<h3>{SUB}</h3>{THIRD}<ul><li>Forty a trip</li><li>Two hundred a month</li></ul>{LAST}"), "Forty a trip"),
    "a bold line between paragraphs": (page(f"<div>{FIRST}{SECOND}<strong>{SUB}</strong>{THIRD}{LAST}</div>"), SUB),
    "a standfirst in the header": ((f"<article><header><h1>{TITLE}</h1><p class=x-name>Ann Lee</p><p class=x-desc>{DEK}</p></header>{FIRST}{SECOND}{THIRD}</article>"), DEK),
    "one without a stop, right below": (f"<article><header><h1>{TITLE}</h1><p class=x-sub>{DEK[:-1]}</p></header>{FIRST}{SECOND}{THIRD}</article>", DEK[:-1]),
    "sentences of a list of which one is plain": (page(f"<div>{TEXT[0]}<br><br>{TEXT[1]}<br><br>We learnt three things:<br><ol><li>Ask first, even of a roof that leaks.</li><li>Salt eats all that is of iron within three weeks, as the master says.</li><li>Teach the teachers before you go.</li></ol>{TEXT[2]}</div>"), "Teach the teachers"),
    "a heading above all paragraphs": (f"<div><h1>{TITLE}</h1></div><div class=meta><a href=/a>Ann Lee</a> 3 July 2025</div><div><h2>{SUB}</h2>{FIRST}{SECOND}<h2>What comes</h2>{THIRD}</div>", SUB),
    "the last of parts that end in links": (page("".join(f"<section><h2>Part {n}</h2><p>{line}</p><a href=/{n}>The report</a></section>" for n, line in enumerate((*TEXT, FLASH)))), FLASH),
    "facts below a text": (page(f"{FIRST}{SECOND}{THIRD}<p>Begin: at nine in the morning<br>Where: the old quay<br>Photo: allowed</p>"), "Where: the old quay"),
    "who said it": (page(f"{FIRST}{SECOND}<div class=quote-box><p>“One evening a month he may steer as he likes, with the engine off.”</p><p>Ada Stone</p></div>{THIRD}"), "Ada Stone"),
    "what a line goes on with": (page("<p>父親退休那天，電信局的老機房正好漏雨。他捲起褲管，把水桶排成一列。</p><p>我帶父親去看。他站在機櫃前，閉上眼睛，很久，什麼也沒有說。</p><p>出門時下起雨來。他把手掌伸出屋簷，接了一會兒，</p><p>說：</p><p>「長途。」</p>"), "「長途。」"),
    "for and against, said otherwise": (page(f"{FIRST}{SECOND}{THIRD}<div><div><h4>Сподобалося</h4><ul><li>Тихий мотор</li><li>Широка палуба</li></ul></div><div><h4>Не сподобалося</h4><ul><li>Немає даху</li></ul></div></div>"), "Немає даху"),
    "a note on machines": (page(f"{FIRST}{SECOND}<p>The summary was made with AI, said the harbour master, and nobody had read it.</p>{THIRD}"), "The summary was made"),
    "a list in what a script would draw": (DRAWN, "Reserves for three days"),
    "a standfirst there": (DRAWN, DEK),
    "news of an editor": (page(f"<h2>{DEK}</h2><p>Editor: nobody knows who edited the log of the first boat.</p>{FIRST}{SECOND}{THIRD}"), "Editor: nobody"),
    "news of commissions": (page(f"{FIRST}{SECOND}<p>The Commission says that links to our islands earn no provision in the budget.</p>{THIRD}"), "The Commission"),
    "an agent's commission": (page(f"{FIRST}{SECOND}<p>We paid a commission of four per cent, the director said.</p>{THIRD}"), "We paid a commission"),
    "when it was published, in a sentence": (page(f"<p>The list was published on 3 July 2025 and changed on 4 July 2025 by the office.</p>{FIRST}{SECOND}{THIRD}"), "The list was published"),
    "parts behind the element of its beginning": (f"<article><h1>{TITLE}</h1>{FIRST}{SECOND}{THIRD}</article><div class=article-body>{PARTS}</div>", FLASH),
}  # fmt: skip


@each("name", OTHERS)
def test_what_speaks_of_the_page_or_sells_something_is_none_of_its_text(name: str) -> None:
    html, line = OTHERS[name]
    told = lines(html)
    assert not [other for other in told if line in other]
    assert any(text in told for text in (*TEXT, FLASH)) or name == "in Hindi"


@each("name", OWN)
def test_what_the_text_tells_stays(name: str) -> None:
    html, line = OWN[name]
    assert [own for own in lines(html) if own.startswith(line) or line in own]


def test_little_behind_who_wrote_a_text_is_none_of_it_but_beside_its_paragraphs() -> None:
    for home, kept in (("section", False), ("article", True)):
        issue = "<h3>The new issue</h3><p>It costs a crown, and tells of rope.</p>"
        author = "<div class=author-box><h3>Who writes here</h3><p>Ada Stone builds boats.</p></div>"
        inside, behind = (
            (author + issue, "") if home == "article" else ("", author + f"<section>{issue}</section>")
        )
        html = f"<main><div><article><h1>{TITLE}</h1>{FIRST}{SECOND}{THIRD}{LAST}{inside}</article></div>{behind}</main>"
        clues = measure(outline(LexborHTMLParser(html)), TITLE)
        chosen = [b for b in clues.page.blocks if b.element.tag == "p" and "Stone" not in b.text]
        assert ("rope" in without_others(clues, chosen)[-1].text) is kept, home
