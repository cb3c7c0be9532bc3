"""Posts of a live blog, of which short lines are text and hours are none; and rows that only look like them."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article

TITLE = "The first boats of the spring"
LONG = (
    "The ferry came in two hours late, says its master, who had waited for the fog to lift off the outer mole.",
    "Nine hundred people stood on the quay, and the band played what it always plays until its tuba froze.",
    "The mayor cut a rope with an axe and told those who could hear him that the new line pays for itself.",
)


def lines(inner: str, title: str = TITLE, head: str = "") -> list[str]:
    html = f"<html lang=en><head><title>{title}</title>{head}</head><body><main><article><h1>{title}</h1>{inner}</article></main></body></html>"
    found = read_page(html.encode(), "https://quaypost.example/2025/07/first-boats", announced=True)
    assert isinstance(found, Article), found
    return found.text.split("\n")


def posts(hours: tuple[str, ...], further: str = "") -> str:
    """A blog of three long posts, and one of few words between them."""
    row = '<div class="post"><div class="post-hour">{}</div>{}</div>'
    told = [row.format(at, f"<h3>Part {n}</h3><p>{LONG[n]}</p>") for n, at in enumerate(hours[:3])]
    return "".join([*told[:2], row.format(hours[3], further), told[2]])


BACKWARDS = ("12:31", "11:48", "09:02", "10:10")
FORWARDS = ("09:02", "10:10", "12:31", "11:48")
DECLARED = '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"x"}</script>'
SHORT = [  # posts of few words → what is text in them
    ("<h3>In figures</h3><ul><li>up 31 per cent in a year</li><li>two cranes</li></ul>", ["In figures", "up 31 per cent in a year", "two cranes"]),
    ("<h4>At the mole</h4><p>Nobody was hurt.</p>", ["At the mole", "Nobody was hurt."]),
    ("<p>What is known by now:</p><ul><li>one boat is missing its mast</li><li>the lock is open</li></ul>", ["What is known by now:", "one boat is missing its mast", "the lock is open"]),
]  # fmt: skip
NONE = [  # in a post, and no text
    "<ul><li><a href=/f>Share it with a friend of yours</a></li><li><a href=/m>Send it by mail</a></li></ul>",
    "<h3>A heading with nothing below</h3>",
    "<ul class=tags><li>boats</li><li>fog</li></ul>",
    "<div class=byline>Ann Lee on the quay.</div>",
]


@each(("inner", "told"), SHORT)
def test_a_post_of_few_words_is_all_text(inner: str, told: list[str]) -> None:
    found = lines(posts(BACKWARDS, inner))
    assert [line for line in told if line not in found] == []


@each("inner", NONE)
def test_what_leads_on_or_signs_in_a_post_is_none(inner: str) -> None:
    plain = lines(posts(BACKWARDS, "<p>Nobody was hurt.</p>"))
    assert lines(posts(BACKWARDS, f"<p>Nobody was hurt.</p>{inner}")) == plain


@each(
    ("hours", "title", "head"),
    [
        (BACKWARDS, TITLE, ""),
        (FORWARDS, f"Live: {TITLE}", ""),
        (FORWARDS, TITLE, DECLARED),
        (("18.31 CET", "17.05 CET", "9.12 CET", "11.40 CET"), TITLE, ""),
        (("5:45 PM", "2:10 PM", "9:12 AM", "11:30 AM"), TITLE, ""),
    ],
)
def test_the_hour_above_a_post_is_no_text(hours: tuple[str, ...], title: str, head: str) -> None:
    found = lines(posts(hours, "<p>Nobody was hurt, says the harbour master.</p>"), title, head)
    assert [line for line in found if line in hours] == []
    assert all(line in found for line in LONG)


def test_the_hours_of_a_programme_stay() -> None:
    times = ("Doors, 9:00", "The keynote, 9:30", "The boats, 10:45", "Soup, 12:15")
    row = '<div class="row"><p>{}</p><p>{}</p></div>'
    inner = "".join(row.format(*pair) for pair in zip(times, (*LONG, LONG[0][4:]), strict=True))
    found = lines(f"<p>{LONG[0]} So it was told.</p>{inner}")
    assert [line for line in times if line not in found] == []


@each(
    ("row", "title"),
    [
        ("<tr><td>{}</td><td>{}</td></tr>", TITLE),
        ("<div class=row><h4>{}</h4><p>{}.</p></div>", "Live music on the quay: the programme"),
        ("<section><h3>{}</h3><p>{}.</p></section>", "Live music on the quay: the programme"),
        ("<section><h3>{}</h3><p>{}.</p></section>", "Concerts en direct sur le quai"),
    ],
)
def test_the_hours_of_tables_and_of_what_is_live_elsewhere_stay(row: str, title: str) -> None:
    told = ("High water at the pier", "The tuba plays alone", "Low water at the lock")
    hours = ("22:30", "16:10", "11:00") if title == TITLE else ("11:00", "16:10", "22:30")
    inner = "".join(row.format(*pair) for pair in zip(hours, told, strict=True))
    inner = f"<table>{inner}</table>" if "<tr>" in row else f"<div>{inner}</div>"
    text = [f"<p>{line}</p>" for line in LONG]
    found = lines("".join([*text[:2], inner, text[2]]), title)
    assert [at for at in hours if not any(at in line for line in found)] == []
