"""Tables, lists, boxes of facts, numbered captions and verdicts that stand within a text are text; what is alike but offers, asks or repeats is none."""

from __future__ import annotations

from crawler.parse import parse_article

URL = "https://lockpost.example/2026/03/04/lock-gates"
LINES = [
    "The canal company has hung two new gates in the upper lock, its engineer told the parish council on Wednesday evening.",
    "Each gate weighs eleven tonnes and came by barge from a yard forty miles away, where three men had built it since May.",
    "Boats will wait longer in the first weeks, because the paddles are stiff and the keepers still have to learn them.",
    "An old gate goes to the school, which wants to make benches of its planks, and a fence of what is left of them.",
]


def told(inner: str, between: str = "") -> list[str]:
    """The lines read of a page that has `inner` between its paragraphs, `between` before the last one."""
    html = (
        "<html><head><title>New gates for the upper lock | Lock Post</title></head><body><header><a href=/>Lock Post</a><a href=/a>Town</a></header>"
        f"<main><article><h1>New gates for the upper lock</h1><div class=text><p>{LINES[0]}</p><p>{LINES[1]}</p>{inner}<p>{LINES[2]}</p>{between}<p>{LINES[3]}</p></div>"
        "</article></main><footer><p>Lock Post, Lock Street 4</p></footer></body></html>"
    )
    article = parse_article(html.encode(), URL)
    assert article is not None
    return article.text.split("\n")


def rows(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def items(*lines: str) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def table(label: str, *lines: tuple[str, str], head: str = "th") -> str:
    first, *others = lines
    top = "".join(f"<{head}>{cell}</{head}>" for cell in first)
    return f"<table class={label}><tr>{top}</tr>{''.join(f'<tr><td>{a}</td><td>{b}</td></tr>' for a, b in others)}</table>"


def figures(*captions: str) -> str:
    return "".join(
        f"<figure><img src=/{i}.jpg><figcaption>{c}</figcaption></figure>" for i, c in enumerate(captions)
    )


CAPTIONS = (
    "The keeper oils the winch of the upper gate at dawn.",
    "Two boats wait below the bridge for the water to rise.",
    "A plank of the old gate is carried off to the school.",
    "Rain on the towpath at noon, and nobody has gone home.",
)
FACTS = ("Width: 4.3 metres", "Oak: 96 planks", "Keeper: Ann Lee")
FOR = f"<div><div><b>Pros</b>{items('strong oak')}</div><div><b>Cons</b>{items('stiff')}</div></div>"
SAID = "<div>Verdict</div><div>7.5/10</div><p>A fine gate, were it not for the paddles.</p>"

TEXT = {
    "facts in paragraphs": (f"<div class=infobox><h4>The gate in figures</h4>{rows(*FACTS)}</div>", FACTS),
    "数据": (f"<div class=box><h4>数说新闸门</h4>{rows('宽度：4.3米', '木板：96块', '重量：11吨')}</div>", ("宽度：4.3米", "重量：11吨")),
    "prices in a table": (table("tbl-price", ("Wood", "May"), ("oak", "410"), ("elm", "260")), ("Wood", "oak", "260")),
    "captions that count": (figures(*(f"{i}. {c}" for i, c in enumerate(CAPTIONS, 1))), [f"{i}. {c}" for i, c in enumerate(CAPTIONS, 1)]),
    "captions that count to four": (figures(*(f"{i}/4 {c}" for i, c in enumerate(CAPTIONS, 1))), [f"1/4 {CAPTIONS[0]}"]),
    "a quotation and whose it is": ("<div class=box-quote><p>Nobody builds a gate twice in one life</p><p>Tom Ray</p></div>", ("Nobody builds a gate twice in one life",)),
    "a verdict below": (f"{FOR}<div class=v>{SAID}</div>", ("Verdict", "A fine gate, were it not for the paddles.")),
    "a verdict above": (f"<div class=v>{SAID}</div>{FOR}", ("Verdict", "A fine gate, were it not for the paddles.")),
}  # fmt: skip
NONE = {
    "prices of a shop": (table("tbl-price", ("Wood", "May"), ("oak", "<a href=/buy>410</a>"), ("elm", "260")), ("oak", "260")),
    "an advertisement in a table": (table("sponsored", ("Our friends", "Lock Bank"), ("loans", "3 %"), ("purses", "none")), ("Our friends", "loans")),
    "results of a vote": (f"<div class=infobox><h4>Do you like it?</h4>{rows('Yes: 40 %', 'No: 55 %', 'Unsure: 5 %')}</div>", ("Yes: 40 %",)),
    "where to call": (f"<div class=infobox><h4>Contact</h4>{rows('Tel: 040 123 456', 'Fax: 040 123 457', 'Address: Lock Street 4')}</div>", ("Tel: 040 123 456", "Address: Lock Street 4")),
    "what a page tells of itself": (f"<div class=infobox><h4>About this article</h4>{rows('Author: Ann Lee', 'Published: 4 March 2026', 'Reading time: 3 min')}</div>", ("Author: Ann Lee", "Reading time: 3 min")),
    "captions": (figures(*CAPTIONS), CAPTIONS),
    "a quotation of the text": ("<div class=box-quote><p>The paddles are stiff. An old gate goes to the school, which wants to make benches of its planks.</p><p>Tom Ray</p></div>", ("Tom Ray",)),
    "what readers give": (f"{FOR}<div class=v><div>Readers</div><div>8/10</div><p>You gave it more.</p><button>Rate it</button></div>", ("Readers", "You gave it more.")),
    "an offer": (f"{FOR}<div class=v><div>8/10</div><p>Oak gate, 410 € at the yard.</p></div>", ("Oak gate, 410 € at the yard.",)),
}  # fmt: skip


def test_what_is_set_within_a_text_and_tells_is_text() -> None:
    failed = [name for name, (inner, lines) in TEXT.items() if not set(lines) <= set(told(inner))]
    assert not failed


def test_what_looks_alike_and_offers_asks_or_repeats_is_none() -> None:
    failed = [name for name, (inner, lines) in NONE.items() if set(lines) & set(told(inner))]
    assert not failed


HOUR = "12"
DAY = (
    ("16", "That was the day, and the water is where it ought to be. Those who were here will tell of it for a year or two."),
    (HOUR, "The second gate hangs. It took the crane an hour and four men with ropes, one of whom lost his hat to the canal."),
    ("11", "The first gate hangs, and swings as if it had never done anything else. The keeper does not say a word."),
    ("10", "The barge is in. Its master has slept for three hours since the yard, and asks who of all these people is in charge."),
    ("09", "Good morning from the towpath. It rains, and forty people stand below umbrellas and look at an empty lock."),
)  # fmt: skip
LISTED = "<p>The keeper asks for three things:</p><ol><li>a dry hut,</li><li>grease that keeps in frost,</li><li>one more hand.</li></ol>"


def blog(post: str) -> list[str]:
    """The lines read of a day in posts, of which one holds `post` below its paragraph."""
    posts = "".join(
        f"<article class=entry id=e{hour}><time datetime=2026-03-04T{hour}:00>{hour}:00</time><h3>Hour {hour} at the lock</h3><div><p>{line}</p>{post if hour == HOUR else ''}</div>"
        f"<div class=entry__share><a href=#e{hour}>Link</a><a href=#>Share</a></div></article>"
        for hour, line in DAY
    )
    html = (
        '<html><head><title>The new gates, live</title><script type=application/ld+json>{"@type": "LiveBlogPosting", "headline": "The new gates, live"}</script></head><body><main class=live><h1>The new gates, live</h1>'
        f"<p class=lead>{LINES[0]}</p>{posts}</main><footer><p>Lock Post</p></footer></body></html>"
    )
    article = parse_article(html.encode(), URL)
    assert article is not None
    return article.text.split("\n")


def test_a_post_keeps_its_table_and_its_list() -> None:
    assert {"Wood", "oak", "260"} <= set(blog(table("t", ("Wood", "May"), ("oak", "410"), ("elm", "260"))))
    assert {"The keeper asks for three things:", "a dry hut,", "one more hand."} <= set(blog(LISTED))


def test_a_line_that_announces_links_or_prices_takes_none_of_them_in() -> None:
    assert "More:" not in blog(
        f"<p>More:</p>{items('<a href=/1>The gates of the lower lock in pictures</a>', 'and two')}"
    )
    offered = blog(f"<p>In our shop:</p>{items('a lock of brass, 40 €', 'a winch of tin, 12 €')}")
    assert "a lock of brass, 40 €" not in offered


def test_an_element_that_says_it_is_a_heading_is_one() -> None:
    heading = "<div role=heading aria-level=3>How it swings</div>"
    assert "How it swings" in told(heading)
    html = f"<html><head><title>Lock Post</title></head><body><main><div class=big role=heading aria-level=1>Two gates, eleven tonnes</div>{rows(*LINES)}</main></body></html>"
    article = parse_article(html.encode(), URL)
    assert article is not None
    assert article.title == "Two gates, eleven tonnes"
