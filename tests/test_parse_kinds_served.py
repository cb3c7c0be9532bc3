"""Pages that serve their readers below a few words of text: where they log in, and what is filed under a tag."""

from __future__ import annotations

from crawler.parse import read_page
from storage.records import Article, NotArticle

HEAD = "<header><a href=/>Lock Post</a><nav><ul><li><a href=/c>Canal</a><li><a href=/t>Town</a></ul></nav></header>"
OFFERS = "".join(
    f"<li>{what}</li>"
    for what in (
        "A letter on tolls and gates every week",
        "Signals for the locks that you follow",
        "Texts that you have kept, on each of your machines",
        "Who is who in four hundred yards on the canal",
    )
)
TERMS = "<p>By creating an account you agree to our Terms of Use and acknowledge our Privacy Notice. You may withdraw your consent at any time in your settings or by a letter to the harbour desk, which answers within nine working days and asks for your address, your name and a copy of the last bill that you have paid, as the law on letters wants it of any paper in the county.</p>"
FORM = "<form action=/login method=post><label>Address</label><input type=email name=m><label>Password</label><input type=password></form>"
WORDS = "Locks are gates that lift boats. Here you find all that the paper has told of them, with pictures, talks and maps. There were {} texts under this tag in May."
CARD = "<div class=card><a href=/news/{0}><h2>The gate number {0} of the upper lock is hung at last</h2></a><p>It weighs {0}1 tonnes and came by barge from a yard forty miles away. Three men had built it since May, and the keepers learn to turn it.</p><span>{1} May 2026, 10:00 - Ann Lee</span></div>"


def _read(url: str, title: str, main: str) -> Article | NotArticle:
    page = f"<html><head><title>{title} | Lock Post</title></head><body>{HEAD}<main>{main}</main><footer>© Lock Post</footer></body></html>"
    return read_page(page.encode(), url)


def test_where_readers_log_in_is_told_by_its_address_however_much_it_offers() -> None:
    inner = f"<div><div><h1>Login</h1><p>Please sign in with your account to continue. If you were reading an article, we will take you back to it.</p>{FORM}</div><div><h2>New here?</h2><p>Registration takes less than a minute and gives you:</p><ul>{OFFERS}</ul>{TERMS}</div></div>"
    got = _read("https://lockpost.example/en/login?back=%2Fcanal", "Login", inner)
    assert isinstance(got, NotArticle)
    assert got.reason == "login"


def test_a_tag_with_a_few_words_above_its_rows_is_judged_by_the_rows() -> None:
    intro = f"<article class=intro><h1>Locks and gates</h1><p>{WORDS.format(412)}</p></article>"
    rows = "".join(CARD.format(n, 19 - n) for n in range(1, 6))
    got = _read(
        "https://lockpost.example/tag/locks", "Locks and gates", f"{intro}<div class=list>{rows}</div>"
    )
    assert isinstance(got, NotArticle)
    assert got.reason == "list-page"
