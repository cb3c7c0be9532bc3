"""Lines beside a text that are none of it: above comments, on buttons, of letters and their terms, of shops, of the author; and walls and adverts that are no article."""

from __future__ import annotations

from crawler.parse import read_page
from crawler.parse.body.date_lines import is_day_alone
from crawler.parse.body.terms import tells_terms
from crawler.parse.page.phrases import COMMENTS, LOG_IN, says
from storage.records import Article, NotArticle

URL = "https://millpost.example/2026/02/03/mill-turns-again"
LINES = [
    "The mill on the weir turns again since Monday, and the baker has bought the first forty sacks of flour from it.",
    "Its wheel had stood for nineteen years, because nobody could agree who was to pay for eleven paddles of oak.",
    "A carpenter from the next valley cut them last winter, in a barn that he was lent, and sent no bill until May.",
    "The miller, who is twenty-six, has learned the trade from films, and from her grandmother, who watches from the bridge.",
    "On Saturdays the wheel is shown to visitors, who are asked to bring shoes that may get wet and no dogs at all.",
]


def told(inner: str, below: str = "", above: str = "") -> list[str]:
    """The lines read of a page that has `inner` among its paragraphs, `above` and `below` around them."""
    text = [f"<p>{line}</p>" for line in LINES]
    html = (
        "<html><head><title>The mill turns again | Mill Post</title></head><body><header><a href=/>Mill Post</a><a href=/a>Town</a></header><main><article>"
        f"<h1>The mill turns again</h1>{above}<div class=text>{''.join(text[:3])}{inner}{''.join(text[3:])}</div>{below}</article></main>"
        "<footer><p>Mill Post, Mill Street 4</p></footer></body></html>"
    )
    article = read_page(html.encode(), URL)
    assert isinstance(article, Article)
    return article.text.split("\n")


def letter(end: str) -> str:
    return f"<div class=q1><div class=q2>The letter on Thursdays</div><p>What moved the valley in the week, told in five minutes on paper.</p><button>Send me it</button>{end}</div>"


NONE = {  # what stands among the paragraphs, and below them → lines that are no text
    "a letter, and its terms": (letter("<p>By this you accept our terms of use.</p>"), "", ["The letter on Thursdays", "By this you accept our terms of use."]),
    "a letter, und die Bedingungen": (letter("<p>Hinweise zum Datenschutz finden Sie hier.</p>"), "", ["The letter on Thursdays"]),
    "lihat foto": ("<p>Lihat Foto</p>", "", ["Lihat Foto"]),
    "enlarge": ("<p>Enlarge the image</p>", "", ["Enlarge the image"]),
    "写真": ("<p>写真を拡大する</p>", "", ["写真を拡大する"]),
    "what shops ask": (
        "<div class=b><div class=s>Where it is cheap</div><div><span>Flour Mart</span> <a href=#>4 zł – do sklepu</a></div><div><span>Sack</span> <a href=#>5 zł – do sklepu</a></div><div class=s>Linki są afiliacyjne, dostajemy z nich prowizję.</div></div>",
        "", ["Where it is cheap", "Linki są afiliacyjne, dostajemy z nich prowizję."],
    ),
    "who wrote it": ("", "<div class=a><div>Author</div><p>Ann Lee writes of mills and lives near one with two cats and a loud clock in the hall.</p><a href=mailto:ann@millpost.example>Write to her</a></div>", ["Ann Lee writes of mills and lives near one with two cats and a loud clock in the hall."]),
    "what readers are asked": ("", "<div class=cm><h3>نظر شما</h3><p>Rude words are not printed here, and names are.</p><div><b>Tom</b> <span>12:02</span><p>I hope the flour is cheap.</p></div></div>", ["Rude words are not printed here, and names are."]),
}  # fmt: skip
TEXT = {  # the same → lines that are
    "a button, and what it shows": ("<div class=q1><h3>How the wheel turns</h3><p>The water comes from above.</p><button>More</button><p>Then it falls on the paddles.</p></div>", "", ["Then it falls on the paddles."]),
    "a part on who wrote a book": ("", "<section class=pt><h3>The book</h3><p>It tells of mills, and is sold at the weir.</p></section><section class=pt><h3>The author</h3><p>Jane Oak wrote it in a hut on the island.</p></section>", ["The author", "Jane Oak wrote it in a hut on the island."]),
    "of pictures": ("<p>Whoever wants to enlarge the image of the miller has to ask her grandmother first.</p>", "", ["Whoever wants to enlarge the image of the miller has to ask her grandmother first."]),
}  # fmt: skip


def test_what_stands_beside_a_text_is_none_of_it() -> None:
    failed = [name for name, (inner, below, lines) in NONE.items() if set(lines) & set(told(inner, below))]
    assert not failed


def test_what_tells_something_beside_a_button_is_text() -> None:
    failed = [
        name for name, (inner, below, lines) in TEXT.items() if not set(lines) <= set(told(inner, below))
    ]
    assert not failed


def test_terms_of_a_button_are_told_from_those_of_a_loan_and_conditions_at_sea() -> None:
    accepted = (
        "By signing up you accept our terms.", "Terms apply", "No spam. Unsubscribe at any time.", "Es gelten unsere Datenschutzbestimmungen.", "En vous inscrivant, vous acceptez nos conditions générales.",
        "Нажимая, вы принимаете условия пользования.", "Tilaamalla hyväksyt käyttöehdot.", "订阅即表示您同意我们的隐私条款。", "Με την εγγραφή αποδέχεστε τους όρους χρήσης.", "Prijavom prihvaćate uvjete.",
    )  # fmt: skip
    assert [line for line in accepted if not tells_terms(line)] == []
    news = (
        "The terms of the loan are secret.", "Weather conditions decide on each day.", "It protects the privacy of citizens.", "Das Gesetz regelt den Datenschutz.", "Les conditions du prêt sont secrètes.", "В условиях шторма он стоит.",
        "Капитан Наумов доволен.", "Uutta vuoroa ehdotti kapteeni.", "Το ποσό του φόρου δεν αλλάζει.", "这些条款尚未公布。", "Uvjeti zajma su tajni.", "Hårda villkor i hamnen gäller ännu.",
    )  # fmt: skip
    assert [line for line in news if tells_terms(line)] == []


def test_a_day_without_a_year_above_a_text_is_its_date() -> None:
    days = (
        "Monday 3 July, 6.00 am",
        "woensdag 11 november, 6.00 uur",
        "Mittwoch, 3. Juli, 6.00 Uhr",
        "mardi 4 mars, 6h00",
        "lunes 3 de marzo, 18:00",
    )
    assert [day for day in days if not is_day_alone(day)] == []
    others = (
        "Monday 3 July was a day of rain.",
        "Mill opens, Monday 3 July",
        "3 July",
        "Sunday mills: 11 ideas",
        "Friday the wheel turned 40 times an hour",
    )
    assert [line for line in others if is_day_alone(line)] == []
    above = "<div class=opn>Tuesday 3 February, 6.00 am</div>"
    assert told("", above=above)[0] == LINES[0]


def test_days_of_a_diary_and_the_day_and_place_of_a_feast_are_text() -> None:
    days = ["Monday 3 February", "Tuesday 4 February", "Wednesday 5 February", "Thursday 6 February"]
    diary = "".join(f"<p>{day}</p><p>{line}</p>" for day, line in zip(days, LINES, strict=False))
    feast = "<p>Monday 3 February, 18:00</p><p>Mill house, Weir Lane 4</p>" + "".join(
        f"<p>{line}</p>" for line in LINES
    )
    for text, lines in ((diary, days), (feast, ["Monday 3 February, 18:00", "Mill house, Weir Lane 4"])):
        html = f"<html><head><title>At the mill</title></head><body><main><h1>At the mill</h1><div>{text}</div></main></body></html>"
        article = read_page(html.encode(), URL)
        assert isinstance(article, Article)
        assert set(lines) <= set(article.text.split("\n"))


def test_what_asks_for_comments_and_for_a_log_in_is_known_in_many_languages() -> None:
    asked = ("نظر شما", "votre commentaire", "twój komentarz", "您的评论", "ваш коментар")
    assert [text for text in asked if COMMENTS.fullmatch(text) is None] == []
    logged = (
        "Logi sisse, et edasi lugeda",
        "Prijavite se",
        "Prisijunkite",
        "Prihláste sa",
        "Пријавите се",
        "შესვლა",
    )
    assert [text for text in logged if says(LOG_IN, [text]) is None] == []
    news = (
        "Your comments helped to mend the mill, says the mayor",
        "He logs in from a barn and mills at night",
        "Концерт на реката - Најава",  # what is to come
    )
    assert [text for text in news if COMMENTS.fullmatch(text.lower()) or says(LOG_IN, [text])] == []


FORM = "<form action=/in method=post><label>Post</label><input type=email><input type=password><button>Open</button></form>"
OFFERS = "<section><h2>Nobody yet?</h2><div><p>One coin for the first month, then eight of them.</p></div><div><p>The paper on Saturdays, to your door, for a year.</p></div></section>"


def wall(form: str, top: str = "") -> str:
    return f"<html><head><title>Weir Leaf</title></head><body><header><a href=/>Weir Leaf</a></header>{top}<main><h1>Kom binne, en lees voort</h1><p>{LINES[0]}</p>{form}{OFFERS}</main><footer><p>Weir Leaf, Mill Street 5</p></footer></body></html>"


def test_a_form_below_the_first_paragraph_is_a_wall() -> None:
    found = read_page(wall(FORM).encode(), URL)
    assert isinstance(found, NotArticle)
    assert found.reason == "login"
    above = read_page(wall("", FORM).encode(), URL)
    assert not (isinstance(above, NotArticle) and above.reason == "login")


def test_a_letter_offered_below_the_first_paragraph_is_no_wall_though_readers_log_in_elsewhere() -> None:
    offer = "<div class=newsletter><p>The weir by letter</p><form><label>Post</label><input type=email><button>Send</button></form></div>"
    menu = "<div class=top><form><input name=u><input type=password></form></div>"
    html = (
        f"<html><head><title>The mill turns | Mill Post</title></head><body><header><a href=/>Mill Post</a>{menu}</header><main><h1>The mill turns</h1>"
        f"<p>{LINES[0]}</p>{offer}<p>{LINES[1]}</p></main><footer><p>Mill Post, Mill Street 4</p></footer></body></html>"
    )
    assert isinstance(read_page(html.encode(), URL), Article)
    declared = wall(FORM).replace("<head>", "<head><meta property=og:type content=article>")
    assert isinstance(read_page(declared.encode(), URL), Article)


def test_where_members_log_in_beside_a_short_text_is_no_wall() -> None:
    box = "<h3>Log in</h3><form><input name=u><input type=password></form>"
    boxes = {  # around the same heading and fields → whether it is a wall
        f"</article><aside class=sidebar>{box}</aside>": False,
        f"</article></main><div class=c2>{box}</div><main>": False,
        f"<div class=more>{box}</div></article>": True,
    }
    failed = []
    for beside, is_wall in boxes.items():
        html = (
            "<html><head><title>The mill turns | Mill Post</title></head><body><header><a href=/>Mill Post</a></header><main><article><h1>The mill turns</h1>"
            f"<p>3 February 2026</p><p>{LINES[0]}</p><p>{LINES[1]}</p>{beside}</main><footer><p>Mill Post, Mill Street 4</p></footer></body></html>"
        )
        if isinstance(read_page(html.encode(), URL), NotArticle) is not is_wall:
            failed.append(beside)
    assert not failed


def advert(name: str, title: str, path: str) -> Article | NotArticle:
    """What a page of that title is which declares a job of that name."""
    data = f'{{"@context": "https://schema.org", "@type": "JobPosting", "title": "{name}", "datePosted": "2026-02-03"}}'
    html = (
        f"<html lang=en><head><title>{title} - Jobs in the valley</title><script type=application/ld+json>{data}</script></head><body><main><h1>{title}</h1>"
        f"<p>Published on 3 February 2026</p><div>{''.join(f'<p>{line}</p>' for line in LINES[:3])}</div></main></body></html>"
    )
    return read_page(html.encode(), f"https://millpost.example/{path}")


def test_an_advert_for_a_job_is_no_article_where_its_headline_tells_more_than_the_name() -> None:
    title = "Miller or carpenter in training for wheels of oak"
    assert isinstance(
        advert("Miller or carpenter in training", title, "jobs/miller-or-carpenter-in-training-58120"),
        NotArticle,
    )
    assert isinstance(
        advert(
            "Miller or carpenter in training",
            "A mill turns again after nineteen years of rest",
            "2026/02/03/mill-turns",
        ),
        Article,
    )
    assert isinstance(
        advert("Miller", "Miller found after nineteen years of search", "2026/02/03/miller-found"), Article
    )


def flash(rows: int) -> list[str]:
    """The lines read of a flash of two sentences, so many links below it, and what stands in the margin behind these."""
    links = "".join(
        f"<div class=it><i>09:{i}0</i> <a href=/flash/{i}>The weir number {i} is mended</a></div>"
        for i in range(rows)
    )
    html = (
        f"<html><head><title>The mill turns again</title></head><body><div class=c1><h2>The mill turns again</h2><div class=tx>{LINES[0]}</div>"
        f"<div class=more>{links}</div></div><div class=c2><h3>News by letter</h3><p>The news of each morning in your box</p></div></body></html>"
    )
    article = read_page(html.encode(), URL)
    assert isinstance(article, Article)
    return article.text.split("\n")


def test_a_flash_ends_where_rows_of_links_part_it_from_the_margin() -> None:
    assert flash(4) == LINES[:1]
    assert len(flash(0)) > 1  # what stands right below may be its second paragraph


def test_a_flash_goes_on_below_what_shares_it() -> None:
    second = "Its crew will be six."
    networks = "".join(
        f"<div><a href=#{n}>Share on {n}</a></div>" for n in ("Facebook", "Telegram", "WhatsApp")
    )
    html = (
        "<html><head><title>The mill turns again</title></head><body><main><article><h1>The mill turns again</h1>"
        f"<p>{LINES[0]}</p>{networks}<div class=info><table><tr><td>{second}</td></tr></table></div></article></main></body></html>"
    )
    article = read_page(html.encode(), URL)
    assert isinstance(article, Article)
    assert article.text.split("\n")[-1] == second
