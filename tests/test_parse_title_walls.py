"""The heading of a wall is no headline, in any language; that of an article behind one is."""

from __future__ import annotations

from crawler.parse import read_page
from storage.records import Article

TITLE = "Harbour gets a new lantern"
APPEALS = (
    "Subscribe to continue reading|Zum Weiterlesen anmelden|Abonnez-vous pour lire la suite|Inicia sesión para continuar"
    "|Abbonati per continuare a leggere|Zaloguj się, aby czytać dalej|Войдите, чтобы читать дальше|Okumaya devam etmek için giriş yapın"
    "|Přihlaste se a čtěte dál|Συνδεθείτε για να διαβάσετε|続きを読むにはログインしてください|เข้าสู่ระบบเพื่ออ่านต่อ|سجل الدخول لمتابعة القراءة"
    "|התחברו כדי להמשיך לקרוא|आगे पढ़ने के लिए लॉग इन करें"
)
TEXT = "".join(
    f"<p>The council gave the harbour of the town a new lantern on Monday, by its paper number {n}. It is seen far.</p>"
    for n in range(5)
)
WALLS = {  # the whole of a body, with {} for the appeal: who shows the title, where the wall is
    "called a wall, before the text": "<div class=paywall><h1>{}</h1><p>1 € a month</p></div><main>%s</main>",
    "called nothing, behind the text": "<main>%s<div class=x7><h1>{}</h1><p>1 € a month</p></div></main>",
}
SHARED = f'<meta property="og:title" content="{TITLE}">'


def title_of(body: str, head: str = f"<title>{TITLE} | Coast Courier</title>") -> str:
    page = f"<html><head>{head}</head><body><time datetime=2026-11-16T08:00:00Z>16 November 2026</time>{body}"
    found = read_page(page.encode(), "https://a.example/2026/11/harbour-lantern")
    assert isinstance(found, Article), found
    return found.title


def test_what_asks_for_a_log_in_is_no_headline():
    wrong = []
    for what, body in WALLS.items():
        for appeal in APPEALS.split("|"):
            for shared in ("", SHARED):
                told = title_of(
                    (body % TEXT).format(appeal), f"<title>{TITLE} | Coast Courier</title>{shared}"
                )
                if told != TITLE:
                    wrong.append((what, appeal, bool(shared), told))
    told = title_of(
        f"<main><p>{'A teaser of the text. ' * 20}</p><h1>Subscribe to continue reading</h1></main>"
    )
    assert (told, wrong) == (TITLE, [])


def test_a_headline_that_its_title_does_not_tell_stays_one():
    other = "Ferries will sail by night from spring on"
    for body in (
        f"<article class=premium-article><h1>{other}</h1>{TEXT}</article>",  # what the whole article is called
        f"<div class=teasers>{TEXT[:120]}</p></div><main><h1>{other}</h1>{TEXT}</main>",
        f"<header><p>{'Coast Courier tells the news of the coast. ' * 4}</p></header><main><h1>{other}</h1>{TEXT}</main>",
    ):
        assert title_of(body, "<title>News of the week | Coast Courier</title>") == other, body


def test_a_headline_that_begins_with_such_words_or_stands_above_a_short_text_stays_one():
    for other, body in (
        ("Subscribe to nothing: why readers leave papers", f"<main><h1>%s</h1>{TEXT}</main>"),
        ("Jetzt abonnieren? Was Kunden daran ärgert", f"<main><h1>%s</h1>{TEXT}</main>"),
        (
            "Voters sign up for the online election",
            f"<article class=paywalled><h1>%s</h1>{TEXT[:240]}</article>",
        ),
        ("Voters sign up for the online election", f"<div class=signup-open><h1>%s</h1>{TEXT[:240]}</div>"),
    ):
        assert title_of(body % other, "<title>News of the week | Coast Courier</title>") == other
