"""What templates declare of every page they make proves nothing of pages that plainly are something else; articles like these are taken."""

from __future__ import annotations

import json

from tables import each

from crawler.parse import read_page
from storage.records import NotArticle

SITE = "https://quaypost.example"
ARTICLE = "<meta property=og:type content=article>"
DATED = f"{ARTICLE}<meta property=article:published_time content=2025-07-03T08:00:00Z>"
LEAD = (
    "The ferry company bought four electric boats for the crossing to the islands, says its director. Two of them are on their way from the yard, "
    "and the harbour master has had the quay dug up twice to lay the cable that is to feed them by night."
)
LINES = (
    "Those who cross every day may have to pay by the month, the harbour master told the council.",
    "The last of the old boats is sold to a museum, which shows it on the quay from the spring on.",
    "A second crane stands on the quay since Monday, and the neighbours call it the giraffe.",
    "The lighthouse is lit again, after a summer in which only the moon showed the way.",
)
CARDS = "".join(f"<div class=card><h3><a href=/a/{n}>Boats of the harbour, part {n}</a></h3><p>{line}</p><span>{n} July 2025</span></div>" for n, line in enumerate(LINES, 1))  # fmt: skip
FEATURE = f"<div class=top><h2><a href=/2025/four-electric-boats>Four electric boats for the islands</a></h2><p class=lead>{LEAD}</p><p class=meta><span class=author>Ann Lee</span> <time datetime=2025-07-03>3 July 2025</time></p></div>"
PROSE = f"<p>{LEAD}</p><p>{LINES[0]} {LINES[1]}</p><p>{LINES[2]} {LINES[3]}</p>"
DUTIES = "<p>We look after eleven boats and look for somebody who looks after us, in an office that smells of tar and coffee.</p><h2>Your profile</h2><ul><li>You can tell a bow from a stern.</li></ul><h2>We offer</h2><p>Free crossings.</p>"
HOURS = "".join(f"<section><div>{9 + n}:00 – {10 + n}:00</div><h3>Session {n}</h3><p>{line}</p></section>" for n, line in enumerate(LINES))  # fmt: skip
STATUTE = f"<p>Editor: Ann Lee</p><ol>{''.join(f'<li>{line}</li>' for line in LINES)}</ol><p>Adopted at Newtown on 3 May 2019.</p>"
SHOWN = "<p>A robot pours the coffee on the ferry, see the report of Ann Lee.</p>"
COURSE = f"<p>Code: NV-12</p><p>Credits: 5</p><p>{LEAD}</p><h2>Prerequisites</h2><p>Knots I.</p><h2>Assessment</h2><p>A crossing by night, without an engine.</p>"
FIRM = f"<p>{LEAD}</p><table><tr><td>Company type</td><td>Limited</td></tr><tr><td>Main products</td><td>Ropes</td></tr><tr><td>Employees</td><td>40</td></tr><tr><td>Phone</td><td>0700</td></tr></table>"
OFFERS = f"<h2>All of the Post</h2><p>{LEAD}</p><h2>Only weekends</h2><p>{LINES[3]}</p>"
DAYS = "".join(f"<div class=row><h3>{name}</h3><p>{line}</p><span>{n} July{' · 21 min' * (n > 2)}</span></div>" for n, (name, line) in enumerate(zip(("Four boats", "A crane", "The giraffe", "Night"), LINES, strict=True), 1))  # fmt: skip
PARTS = "".join(f"<section><h2>{name}</h2><p>{line}</p></section>" for name, line in zip(("Price", "Museum", "Crane", "Light"), LINES, strict=True))  # fmt: skip
POSTS = "".join(f"<article><h4>{name}</h4><div>{n} July 2025</div><div>{line}</div></article>" for n, (name, line) in enumerate(zip(("row_74", "Gull", "tar", "row_74"), LINES, strict=True), 1))  # fmt: skip
CELLS = f"<table><tr><td><table><tr><td>Quick links</td></tr>{''.join(f'<tr><td>Tariff {n}</td></tr>' for n in range(12))}</table></td><td><table><tr><td>Ministry counts its ferries</td></tr><tr><td>3.7.2025</td></tr><tr><td>{LEAD}<br><br>{LINES[0]}<br><br>{LINES[1]}</td></tr></table></td></tr></table>{'<table><tr><td>1</td></tr></table>' * 20}"
SORRY = f"<p>The page you are looking for may have been moved or deleted. Check the address or use the search.</p><h2>We recommend</h2>{DAYS}"
QUOTE = f"<p>As of 3 July 2025, 14:58</p><table>{''.join(f'<tr><td>{name}</td><td>{n},4</td></tr>' for n, name in enumerate(('Open', 'High', 'Low', 'Volume', 'Market cap', 'P/E'), 40))}</table><p>{LEAD}</p>"
TERMS = f"<p>Edited by Ann Lee.</p>{''.join(f'<dl><dt>{name}</dt><dd>{line}</dd></dl>' for name, line in zip(('Abordas', 'Burė', 'Denis', 'Inkaras'), LINES, strict=True))}"
AINE = (
    f"<h2>Lühikirjeldus</h2><p>{LEAD}</p><h2>Õppejõud</h2><p>Ann Lee</p><h2>Hindamine</h2><p>{LINES[0]}</p>"
)
LOST = f"<p>The page you are looking for has been deleted or moved. Perhaps the address is wrong; try the search.</p><h2>Why stories go</h2><p>{LEAD} {LEAD}</p><p>{LINES[0]} {LINES[1]}</p>{DAYS}"
COOKIES = "<p>You can read us if you let us and our 214 partners store cookies on your device, or if you subscribe.</p><p>What personalised advertising brings pays for our 74 reporters: without your consent we cannot show you this.</p><ul><li>Measure advertising performance.</li><li>Understand audiences through statistics or combinations of data from different sources.</li><li>Develop and improve services.</li></ul><h2>Subscribe</h2><p>Two a month.</p>"
FIELD = "<form><input type=email placeholder=address><button>Send me letters</button></form>"


def ld(kind: object, **said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": kind, **said})}</script>'


def page(title: str, inner: str, head: str = "", body: str = "", h1: str = "") -> bytes:
    return (
        f"<html><head><title>{title} | Quay Post</title>{head}</head><body class='{body}'><header><a href=/>Quay Post</a><a href=/a>Town</a></header>"
        f"<main><h1>{h1 or title}</h1>{inner}</main><footer><p>Quay Post, Quay Street 4</p></footer></body></html>"
    ).encode()


def of(url: str, html: bytes, **asked: bool) -> str:
    found = read_page(html, SITE + url, **asked)  # type: ignore[arg-type]
    return found.reason if isinstance(found, NotArticle) else "article"


OTHERS = {  # what it is → the address, the page, the reason
    "the front of a section": ("/harbour", page("Harbour", FEATURE + CARDS, ARTICLE), "list-page"),
    "results, the best first": ("/find?q=boats&sort=new", page("Results", FEATURE + CARDS), "list-page"),
    "what is sought in the window's title": ("/find?q=boats", page("Find: boats", CARDS.replace("h3", "h4"), h1="Results"), "list-page"),
    "an archive of a plugin": ("/harbour/", page("Harbour", f"<p>{LEAD}</p>{CARDS}", ARTICLE, "archive category category-harbour"), "list-page"),
    "a topic that says so": ("/topics/boats/", page("Topic: Boats", f"<p>{LEAD}</p>{CARDS}", ARTICLE + ld("CollectionPage", name="Boats"), "tag tag-boats"), "list-page"),
    "a job with a date": ("/jobs/deckhand", page("Deckhand", DUTIES, DATED + ld("JobPosting", title="Deckhand")), "other-page"),
    "a course with a date": ("/learn/knots", page("Knots for beginners", PROSE, DATED + ld("Course", name="Knots for beginners")), "other-page"),
    "a course of a school": ("/school/courses/rowing-2", page("Rowing II", COURSE), "other-page"),
    "a programme with a date": ("/harbour-days/programme", page("Programme Harbour Days", HOURS, DATED + ld("Event", name="Harbour Days")), "other-page"),
    "an imprint with a date": ("/masthead", page("Masthead and Editorial Guidelines", STATUTE, DATED, "page page-id-12"), "other-page"),
    "a firm in a directory": ("/firms/show-20931", page("Nordic Rope Works – Company directory", FIRM), "other-page"),
    "a section whose rows a script opens": ("/harbour", page("Harbour", f"<article class=top><h2>Four electric boats</h2><p>{LEAD}</p><span>today, 09:10</span></article>{DAYS}", ARTICLE), "list-page"),
    "a series with its episodes": ("/podcast/morning-parcel", page("Morning Parcel", f"<p>Host: Ann Lee</p><p>{LINES[0]}</p>{DAYS}", ld("PodcastSeries", name="Morning Parcel", author={"@type": "Person", "name": "Ann Lee"})), "list-page"),
    "what readers post": ("/t/slow-ferries/20931", page("Slow ferries in the evening", POSTS, DATED + ld("DiscussionForumPosting", headline="Slow ferries in the evening", author={"@type": "Person", "name": "row_74"})), "list-page"),
    "a job under an advertiser's headline": ("/open/deckhand-77120", page("Do you want to row with us?", DUTIES, DATED + ld("JobPosting", title="Deckhand"), h1="Do you want to row with us?").replace(b"<title>Do", b"<title>Deckhand, Newtown | Do"), "other-page"),
    "what is gone, and other news": ("/2025/07/four-boats-882113", page("Quay Post", SORRY, ARTICLE, h1="Sorry, this article is no longer available"), "not-found"),
    "an imprint that is signed": ("/impressum", page("Impressum", f"<h2>Verlag</h2><p>{LEAD}</p><p>{LEAD}</p><p>{LEAD}</p><p>{LEAD}</p><p>{LEAD}</p>", "<meta name=author content='Quay Press GmbH'>"), "other-page"),
    "an author with his office": ("/list?who=dasol", page("윤다솔 기자", f"<p>항구와 배를 취재합니다. 2018년 입사해 섬마을을 기록했습니다.</p>{CARDS}", "<meta property=og:type content=profile><meta name=author content=윤다솔>"), "list-page"),
    "a quotation": ("/quote/NRW", page("Shares of Nordic Rope Works (NRW): price, chart, dividends today", QUOTE), "other-page"),
    "a glossary": ("/zodynelis", page("Jūros terminų žodynėlis", TERMS), "other-page"),
    "a course in Estonian": ("/ained/LTAT.06", page("Sõlmed", AINE), "other-page"),
    "what is gone, under another headline": ("/2025/07/four-boats-118204", page("Quay Post", LOST, DATED, h1="The sea took this story"), "not-found"),
    "a wall with its purposes": ("/2025/07/fibre-118204", page("Fibre: what it costs to lay it twice", COOKIES, ARTICLE, h1="Read us with cookies or without"), "consent"),
    "a video called both": ("/videos/robot", page("The robot", SHOWN, "<meta property=og:type content=video.other>" + ld(["NewsArticle", "VideoObject"], headline="The robot", author={"@type": "Person", "name": "Ann Lee"})), "video"),
    "letters to choose from": ("/newsletters/", page("What we send you", f"<p>{LINES[0]}</p><p>{LINES[1]}</p>{FIELD}"), "other-page"),
    "a wall with much to tell": ("/harbour/four-electric-boats", page("Subscribe to read", OFFERS, h1="Subscribe to unlock this article"), "paywall"),
    "eine Mauer": ("/hafen/vier-boote", page("Jetzt weiterlesen", OFFERS, h1="Jetzt weiterlesen!"), "paywall"),
    "a browser too old": ("/a/77312", page("Quay Post", "<p>Your browser is no longer supported</p><p>We do not support Internet Explorer 11.</p>", "<script></script>"), "shell"),
    "en gammel browser": ("/a/77312", page("Quay Post", "<p>Din browser er for gammel</p><p>Opdater den for at se de fire både, der sejler til øerne.</p>", "<script></script>"), "shell"),
}  # fmt: skip
TAKEN = {
    "an article on an imprint": ("/media/impressum-fehlt", page("Impressum", PROSE, "<meta name=author content='Ann Lee'>")),
    "an author in his title": ("/ann-lee-rows", page("Ann Lee rows to the islands", PROSE, "<meta name=author content='Ann Lee'>")),
    "news of shares with a table": ("/stocks/nordic-shares-fall-30418", page("Nordic shares fall", f"{QUOTE}<p>{LINES[0]}</p>{PROSE}")),
    "a signed list of a few words": ("/boats", page("The best boats", f"<p>By Ann Lee</p><time datetime=2025-07-03>3 July 2025</time><p>{LEAD}</p>{DAYS}")),
    "an item by its number": ("/show?aid=30418", page("Harbour", f"<p>{LEAD}</p>{DAYS}")),
    "news of shares": ("/markets/shares-of-nordic-rope-works-fall-by-a-third", page("Shares of Nordic Rope Works fall by a third", f"<p>{LINES[0]}</p>{PROSE}")),
    "news of cookies": ("/2025/07/cookies", page("Papers count their partners", f"<p>{LEAD}</p><p>The paper and its 214 partners store cookies on each device, it says, to measure advertising performance.</p><p>{LINES[1]}</p>", ARTICLE)),
    "a short name above parts with headings": ("/harbour", page("Harbour", PARTS, ARTICLE)),
    "a headline above rows with days": ("/2025/07/four-days-in-the-harbour-of-newtown", page("Four days in the harbour of Newtown", f"<p>{LEAD}</p>{DAYS}", ARTICLE)),
    "a table that is an old layout": ("/news.asp?id=30418", page("Ministry", CELLS)),
    "news of what is gone": ("/2025/07/gone", page("Article on ferries no longer available", f"<p>3 July 2025</p><p>Perhaps the page was deleted by mistake, the paper says. Who follows the link sees the search.</p>{DAYS}", ARTICLE)),
    "a blog's own headline is a link": ("/boats", page("Four electric boats", f"<article><h2><a href=/boats>Four electric boats</a></h2><p>{LEAD}</p></article>{CARDS.replace('<p>', '<p hidden>')}", ARTICLE)),
    "a story above teasers": ("/2025/07/03/four-electric-boats", page("Four electric boats for the islands", f"{PROSE}{CARDS}", ARTICLE)),
    "news of a job": ("/jobs/deckhands-wanted", page("Deckhands wanted", DUTIES, DATED)),
    "a list of boats with their prices": ("/boats", page("The best boats", f"<p>{LEAD}</p>{DAYS}", DATED + "<meta name=author content='Ann Lee'>")),
    "news of a course by its name": ("/learn/knots-for-beginners-are-back", page("Knots for beginners: rowing school begins again", PROSE, DATED + ld("Course", name="Knots for beginners"))),
    "news of a job with data on another": ("/jobs/why-nobody-rows", page("Why nobody wants to row", DUTIES, DATED + ld("JobPosting", title="Deckhand"))),
    "news of a programme": ("/events/programme-of-the-harbour-days", page("Programme of the Harbour Days is out", HOURS, DATED)),
    "news of a course": ("/learn/knots-are-back", page("Knots are back: rowing school begins again", PROSE, DATED + ld("Course", name="Knots for beginners"))),
    "a release with a contact": ("/partners/nordic-rope-works-joins", page("Nordic Rope Works joins the Harbour Days as a partner", f"{PROSE}<p>Contact: Tom Ray</p><p>Phone: 0700</p><p>Address: Quay 4</p><p>Website: ropes.example</p>")),
    "a video with a story": ("/videos/robot", page("The robot", PROSE, "<meta property=og:type content=video.other>" + ld(["NewsArticle", "VideoObject"], headline="The robot"))),
    "news of guidelines": ("/2025/07/guidelines", page("Paper writes itself new editorial guidelines", STATUTE, DATED, "post single single-post")),
    "news of a section named after bulletins": ("/ban-tin/bon-tau-dien", page("Bốn tàu điện cho các đảo", PROSE + FIELD)),
    "an issue of letters": ("/newsletter/number-12", page("Number 12: boats in ice", PROSE * 2 + FIELD)),
    "news of letters": ("/newsletters/newsletters-are-back", page("Newsletters are back", f"<p class=date>3 July 2025</p><p>{LINES[0]}</p>{FIELD}<p>{LINES[1]}</p>")),
    "a story with the words of a wall": ("/culture/keep-reading", page("Subscribe to read", f"<p class=date>3 July 2025</p>{PROSE}")),
    "news of browsers": ("/tech/browsers", page("Your browser is outdated, says office", f"<p class=date>3 July 2025</p><p>{LINES[0]}</p>", DATED + "<script></script>")),
    "news of training": ("/training/knots", page("Knots for islanders", f"<div class=module>{PROSE}</div>")),
    "news of firms": ("/suppliers/ropes", page("Suppliers wait", PROSE)),
    "news of subscriptions": ("/media/subscribe-to-read", page("Subscribe to read? Papers try it with ferries", PROSE, ARTICLE)),
}  # fmt: skip


@each("name", OTHERS)
def test_what_a_template_declares_makes_no_article_of_another_page(name: str) -> None:
    url, html, reason = OTHERS[name]
    assert of(url, html) == reason


@each("name", TAKEN)
def test_an_article_that_shares_their_signs_is_taken(name: str) -> None:
    assert of(*TAKEN[name]) == "article"


def test_what_was_announced_need_not_prove_what_it_is() -> None:
    for name in (
        "a job with a date",
        "a course of a school",
        "the front of a section",
        "a video called both",
    ):
        assert of(*OTHERS[name][:2], announced=True) == "article", name
