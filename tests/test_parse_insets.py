"""Lists and quotations within a text are text, however short; offers, polls and rows of links that stand there are none."""

from __future__ import annotations

from tables import each

from crawler.parse import parse_article

URL = "https://quaypost.example/2025/07/03/four-electric-boats"
LINES = [
    "The ferry company bought four electric boats for the crossing to the islands, its director told the council on Monday.",
    "Those who cross every day may have to pay by the month, which the islanders have refused twice since the spring.",
    "The last of the old boats is sold to a museum, which is to show it on the quay, with its engine and its cook.",
    "A second crane stands on the quay since Monday, and the neighbours have already begun to call it the giraffe.",
    "Nobody knows how the boats will do in ice, says the harbour master, who has seen three winters without any.",
]


def told(inner: str, head: str = "") -> list[str]:
    """The lines read of a page that has `inner` among its paragraphs."""
    above, below = (f"<p>{line}</p>" for line in (LINES[1], LINES[3]))
    html = (
        f"<html><head><title>Four electric boats | Quay Post</title>{head}</head><body><header><a href=/>Quay Post</a><a href=/a>Town</a></header><main><article>"
        f"<h1>Four electric boats</h1><div class=text><p>{LINES[0]}</p>{above}<p>{LINES[2]}</p>{inner}{below}<p>{LINES[4]}</p></div></article></main>"
        "<footer><p>Quay Post, Quay Street 4</p></footer></body></html>"
    )
    article = parse_article(html.encode(), URL)
    assert article is not None
    return article.text.split("\n")


def items(*rows: str, tag: str = "ul") -> str:
    return f"<{tag}>{''.join(f'<li>{row}</li>' for row in rows)}</{tag}>"


TEXT = {  # what stands among the paragraphs → the lines of it that are text
    "facts in a box": (f"<aside class=facts><h4>Her life</h4>{items('1938: born', '1961: first boat', '1983: a school')}</aside>", ["Her life", "1938: born", "1961: first boat", "1983: a school"]),
    "facts under a line in bold": (f"<div class=x7><p><b>How it goes on</b></p>{items('May 2026: cable', 'June 2027: ice')}</div>", ["How it goes on", "May 2026: cable", "June 2027: ice"]),
    "items of a word or two": (items("<p><b>Day 1–4:</b> find the fault, to within a few hundred metres of cable.</p>", "<p><b>Day 5–31:</b> wait.</p>", "<p><b>Day 32:</b> mend it.</p>"), ["Day 5–31: wait.", "Day 32: mend it."]),
    "for and against": (f"<div class=box><h3>Pros</h3>{items('quiet', 'no smoke')}<h3>Cons</h3>{items('slow')}<div>Score: 8.2/10</div></div>", ["Pros", "quiet", "no smoke", "Cons", "slow", "Score: 8.2/10"]),
    "dafür und dagegen": (f"<div><div><p>Vorteile:</p>{items('leise')}</div><div><p>Nachteile:</p>{items('träge', 'teuer')}</div></div>", ["Vorteile:", "leise", "Nachteile:", "träge", "teuer"]),
    "плюсы и минусы": (f"<div><h4>Плюсы</h4>{items('тихий')}</div><div><h4>Минусы</h4>{items('медленный')}</div>", ["Плюсы", "тихий", "Минусы", "медленный"]),
    "优点与缺点": (f"<div><h4>优点</h4>{items('安静')}</div><div><h4>缺点</h4>{items('偏慢')}</div>", ["优点", "安静", "缺点", "偏慢"]),
    "a quotation that stands only there": ("<aside class=pull-quote><p>A boat without a cook is a raft</p></aside>", ["A boat without a cook is a raft"]),
    "terms": ("<aside><p class=b><b>Words of the yard</b></p><dl><dt>cold joint</dt><dd>one that looks good until the first night of frost comes over it</dd><dt>bow</dt><dd>the end of a boat that is painted first, and again every spring</dd></dl></aside>", ["cold joint", "bow"]),
    "questions in bold": ("".join(f"<div class=q><b>{q}</b></div><div class=a>{a}</div>" for q, a in zip(("Why did you buy boats that nobody has tried in ice?", "And what do those who cross every day say?", "An example?"), LINES, strict=False)), ["An example?"]),
    "a heading above a table, with its mark": ("<h2>The bill<a class=anchor href=#b aria-hidden=true></a></h2><table><tr><th>Part</th><th>Price</th></tr><tr><td>hull</td><td>410</td></tr></table>", ["The bill", "hull", "410"]),
    "a line in bold above a table": ("<p><b>When it is built:</b></p><table><tr><td>May</td><td>hull</td></tr><tr><td>June</td><td>deck</td></tr></table>", ["When it is built:", "May", "deck"]),
    "questions on buttons": ("".join(f"<div class=acc><button>{q}</button><div><p>{a}</p></div></div>" for q, a in (("1. Why boats?", LINES[0][:60] + "."), ("2. Who pays?", LINES[1][:60] + "."))), ["1. Why boats?", "2. Who pays?"]),
}  # fmt: skip
NONE = {  # what stands among the paragraphs → the lines of it that are no text
    "an offer": (f"<div><h4>Read all</h4>{items('12 months for € 9', 'on 3 devices')}</div>", ["Read all", "12 months for € 9", "on 3 devices"]),
    "links": (f"<div><h4>More</h4>{items('<a href=/1>2024: boats</a>', '<a href=/2>2023: cranes</a>')}</div>", ["More", "2024: boats", "2023: cranes"]),
    "a poll": (f"<div><h4>Will you cross in 2026?</h4>{items('1: yes', '2: no')}</div>", ["Will you cross in 2026?", "1: yes", "2: no"]),
    "letters, asked for in a field of any kind": ("<div><div>Our letter on Thursdays</div><div>Each week what moves the harbour, and what does not.</div><input placeholder='Votre adresse'><button>Yes</button></div>", ["Our letter on Thursdays", "Each week what moves the harbour, and what does not."]),
    "tags": (items("boats", "islands", "quay"), ["boats", "islands", "quay"]),
    "for without against": (f"<div><h3>Pros</h3>{items('quiet', 'free')}</div>", ["quiet", "free"]),
    "a quotation of the text": ("<aside class=pull-quote><p>which the islanders have refused twice</p></aside>", ["which the islanders have refused twice"]),
    "a button that asks": ("<div><button>Do you like it?</button><button>No</button></div>", ["Do you like it?"]),
}  # fmt: skip


@each("name", TEXT)
def test_what_is_set_within_a_text_is_text(name: str) -> None:
    inner, lines = TEXT[name]
    assert set(lines) <= set(told(inner)), name


@each("name", NONE)
def test_what_offers_asks_or_leads_elsewhere_is_none(name: str) -> None:
    inner, lines = NONE[name]
    assert not set(lines) & set(told(f"<div class=x><div class=y>{inner}</div></div>")), name


ENDS = {  # what stands behind the last paragraph → the end of it, where it is text
    "winners": (f"<p>The winners:</p>{items('Ann Lee, ferry cook', 'Tom Ray')}", "Tom Ray"),
    "赢家": (f"<p>获奖名单：</p>{items('李思远，渡轮厨师', '王明')}", "王明"),
    "buttons": (f"<p>Share:</p>{items('Facebook', 'X')}", None),
    "stars": (f"<p>Rate this article:</p>{items('1 star', '2 stars')}", None),
    "counts": (items("Published: 3 July 2025", "Views: 223"), None),
    "links": (f"<p>See:</p>{items('<a href=/1>A crane for the islands</a>', '<a href=/2>The lighthouse is lit</a>')}", None),
}  # fmt: skip


@each("name", ENDS)
def test_a_list_that_a_line_announces_may_end_a_text(name: str) -> None:
    inner, last = ENDS[name]
    text = "".join(f"<p>{line}</p>" for line in LINES)
    html = f"<html><head><title>Boats</title></head><body><main><article><h1>Four electric boats</h1>{text}{inner}</article></main></body></html>"
    article = parse_article(html.encode(), URL)
    assert article is not None
    end = article.text.split("\n")[-1]
    assert end == last if last else (end == LINES[-1] or end.endswith(":")), article.text


def test_a_gallery_keeps_the_headings_of_its_slides() -> None:
    slides = "".join(
        f"<figure><img src=/{n}.jpg><span>{n}/5</span><figcaption><h3>Boat {n}</h3><p>{line}</p></figcaption></figure>"
        for n, line in enumerate(LINES, 1)
    )
    html = f"<html><head><title>Five boats</title></head><body><h1>Five boats</h1><h2>What a summer on the quay looks like.</h2><div>{slides}</div></body></html>"
    article = parse_article(html.encode(), URL)
    assert article is not None
    assert {f"Boat {n}" for n in range(1, 6)} <= set(article.text.split("\n"))


def wrapped(inner: str) -> list[str]:
    """The same of a page that puts each paragraph into a box of its own."""
    paragraphs = [f"<div class=story-element><p>{line}</p></div>" for line in LINES]
    html = f"<html><head><title>Four electric boats</title></head><body><main><article><h1>Four electric boats</h1><div class=story-card>{''.join(paragraphs[:3])}<div class=story-element>{inner}</div>{''.join(paragraphs[3:])}</div></article></main></body></html>"
    article = parse_article(html.encode(), URL)
    assert article is not None
    return article.text.split("\n")


QUOTE = "A boat without a cook is a raft"


@each(
    "said",
    ["- Joseph Seaward-Mast, first master of the outer harbour", "Ann Lee", "— Ann Lee, Hafenmeisterin"],
)
def test_a_quotation_and_whose_it_is_stand_between_paragraphs_in_boxes_of_their_own(said: str) -> None:
    found = wrapped(f"<blockquote><div>{QUOTE}</div><div class=attr>{said}</div></blockquote>")
    assert found == [*LINES[:3], QUOTE, said, *LINES[3:]]


def test_a_quotation_that_leads_elsewhere_is_none() -> None:
    below = "<div class=attr><a href=/b>Ann Lee on boats without a cook</a></div>"
    assert QUOTE not in wrapped(f"<blockquote><div>{QUOTE}</div>{below}</blockquote>")
