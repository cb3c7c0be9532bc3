"""Fronts of sections, collections and pages of letters, as newsrooms of the English-speaking world build them, are no articles;
articles that share a sign of theirs are."""

from __future__ import annotations

from crawler.parse import read_page
from storage.records import NotArticle

SITE = "https://lockpost.example"
SPOKEN = (
    "<p>The canal company has hung two new gates in the upper lock, its engineer told the parish council on Wednesday evening.</p>"
    "<p>Each gate weighs eleven tonnes and came by barge from a yard forty miles away, where three men had built it since May.</p>"
    "<p>Boats will wait longer in the first weeks, because the paddles are stiff and the keepers still have to learn them.</p>"
)


def refused(path: str, title: str, inner: str, head: str = "") -> str:
    html = (
        f"<html lang=en><head><title>{title}</title>{head}</head><body><header><a href=/>Lock Post</a><a href=/a>Town</a></header>"
        f"<main>{inner}</main><footer><p>Lock Post, Lock Street 4</p></footer></body></html>"
    )
    found = read_page(html.encode(), SITE + path)
    return found.reason if isinstance(found, NotArticle) else "article"


def cards(kicker: str = "<div class=kicker>{0}</div>", when: str = "<time>{0}h ago</time>") -> str:
    rows = (
        ("Right of way", "Boats of more than eleven tonnes told to wait", "Draft rules would close the upper lock to them from noon until four on every day of the week."),
        ("Locks", "A gate in oak for the lower basin", "The council hails the yard, and asks how long the money of the county will last."),
        ("Interview", "‘I was the keeper who said yes’", "Ines Moor tells why she left a lock of sixty boats a day for a bridge of three."),
        ("Wales", "Flood shuts four canals of the west", "Keepers had opened every paddle before the water came over the upper beam."),
        ("Explainer", "Who pays for a paddle", "The law of 1871 names the parish, and no judge has asked for another one since."),
    )  # fmt: skip
    card = "<li><div><a href=/x{n}></a><div class=card><h3>{k}<span>{h}</span></h3><div class=trail>{t}</div><footer>{w}</footer></div></div></li>"
    told = (
        card.format(n=n, k=kicker.format(k), h=h, t=t, w=when.format(2 * n + 1))
        for n, (k, h, t) in enumerate(rows)
    )
    return f"<ul>{''.join(told)}</ul>"


OG = "<meta property=og:title content='Locks | Lock Post'><meta property=og:type content=website>"
COLLECTION = '<script type="application/ld+json">{{"@context":"https://schema.org","@type":"{kind}","name":"Locks"}}</script>'
BY = "<p>by <a rel=author href=/ines>Ines Moor</a></p>"
LETTERS = "".join(
    f"<div class=letter><h2>{name}</h2><p>{text}</p><label><input type=checkbox>Select</label><a href=#>Preview latest issue</a></div>"
    for name, text in (
        ("Daily", "All that the locks have seen since yesterday, gathered by two keepers before their first tea of the morning."),
        ("Paddles", "Each Wednesday a smith explains one part of a gate, and what it costs to have it made of oak again."),
        ("Towpath", "Walks along the water for the week’s end, with the inns that still open their doors to wet dogs."),
    )
)  # fmt: skip
FIELD = "<div><label>Email address</label><input type=email><button>Sign up</button><p>By signing up you agree to our terms.</p></div>"


def test_the_front_of_a_section_is_none_though_its_headlines_have_kickers_and_no_links() -> None:
    head = f"<section><div><h2><a href=/locks>Locks</a></h2></div>{cards()}</section>"
    assert refused("/locks", "Locks | Lock Post", head, OG) == "list-page"
    plain = f"<section><h2><a href=/locks>Locks</a></h2>{cards(kicker='')}</section>"
    assert refused("/locks", "Locks | Lock Post", plain, OG) == "list-page"


def test_parts_with_a_kicker_and_no_day_are_an_article_s() -> None:
    told = f"<article><h1>Five things to know of locks this spring</h1><p>by Ines Moor, 4 March 2026</p>{SPOKEN}{cards(when='<i>the editor</i>')}</article>"
    assert refused("/2026/03/five-things-to-know-of-locks", "Five things to know of locks this spring | Lock Post", told) == "article"  # fmt: skip


def test_a_page_that_says_it_is_a_collection_is_one_whoever_wrote_what_it_shows() -> None:
    rows = "".join(
        f"<div class=row><a href=/r{n}>{name}</a>{BY}<span>Mar {n + 1}, 2026</span></div>"
        for n, name in enumerate(("Why a lock leaks", "The mine and the quay", "Ten oars that float", "Gates for rent"))
    )  # fmt: skip
    inner = f"<h1>Locks</h1><p>From paddles to beams, our editors watch how locks are built, paid for and, now and then, closed for good.</p><div><a href=/f>A gate opens in the north</a><p>The new paddle keeps old beams and swaps what is inside. Other parishes watch its price.</p>{BY}</div>{rows}"
    for kind in ("CollectionPage", "SearchResultsPage"):
        assert refused("/locks", "Locks recent news | Lock Post", inner, COLLECTION.format(kind=kind)) == "list-page"  # fmt: skip
    story = f"<article><h1>New gates for the upper lock</h1>{BY}<time datetime=2026-03-04>4 March 2026</time>{SPOKEN}</article>"
    address = "/2026/03/04/new-gates-for-the-upper-lock"
    assert refused(address, "New gates for the upper lock | Lock Post", story, COLLECTION.format(kind="CollectionPage")) == "article"  # fmt: skip


def test_where_letters_are_chosen_one_by_one_nothing_is_told_wherever_the_field_stands() -> None:
    inner = f"<h1>The canal, delivered to your inbox</h1><form>{LETTERS}{FIELD}</form><section><h2>Already a subscriber?</h2><p>Subscribers get letters of their own from our editors. <a href=/l>Sign in</a> to choose.</p></section>"
    by = '<meta name=author content="Moor &amp; Daughters">'
    assert (
        refused("/newsletter/", "Lock Post Newsletters: Sign Up for Free | Lock Post", inner, by)
        == "other-page"
    )
    story = f"<article><h1>A newsletter that nobody ordered</h1>{BY}<time datetime=2026-03-04>4 March 2026</time>{SPOKEN}</article>{FIELD}"
    assert refused("/2026/03/a-newsletter-that-nobody-ordered", "A newsletter that nobody ordered | Lock Post", story) == "article"  # fmt: skip


def test_a_ranking_of_links_is_no_article_though_its_template_calls_it_one() -> None:
    rows = "".join(
        f"<li><a href=/{n}><span>{n}</span><div>島の渡船、{n}隻目が港に着く　船長は三十年の経験</div><div>港日報</div><time>3/{n}(水)</time></a></li>"
        for n in range(1, 20)
    )
    kind = "<meta property=og:type content=article>"
    inner = f"<section><h1>アクセスランキング（港）</h1><p><time>3/20(金) 20:03</time>更新</p><p>1時間ごとに集計しています</p><ol>{rows}</ol></section>"
    assert (
        refused("/ranking/access/harbour", "アクセスランキング（港） - 港ニュース", inner, kind)
        == "list-page"
    )
    flash = f"<article><h1>島の渡船、港に着く</h1><p><time datetime=2026-03-20T20:03+09:00>3/20(金) 20:03</time>配信</p><p>島の渡船が水曜日、港に着いた。乗客は三十人。</p></article><ol>{rows}</ol>"
    assert (
        refused("/articles/5c0b1f7e9a4d2c8835", "島の渡船、港に着く - 港ニュース", flash, kind) == "article"
    )
