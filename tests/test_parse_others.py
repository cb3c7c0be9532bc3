"""What stands on a page in the shape of text and belongs to other articles."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser
from tables import each

from crawler.parse import Article, read_page
from crawler.parse.body.judge import measure
from crawler.parse.body.others import without_others
from crawler.parse.page.blocks import HEADINGS
from crawler.parse.page.walk import outline

BODY = (
    "The conference opened on Wednesday with delegates from fifty countries, who will discuss data and trade.",
    "Organisers said that more than twenty panels are planned this year, besides the main session in the hall.",
    "A manufacturer told the audience that cost, safety and reliability remain the questions that matter most.",
    "Analysts expect more cooperation once the rules of the countries are settled, though that will take time.",
)
NEXT = (
    "Heavy rain closed the coastal road on Monday, and the mayor asked people in the valley to stay at home.",
    "Buses will not run before Thursday, said the company, whose drivers had been called back in the evening.",
    "The river has not been as high since the spring of last year, when two bridges were carried away by it.",
)
TITLES = ("Rain closes the coast", "Trains are late again", "Market to be rebuilt", "Bridge will be raised")


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def left_of(inner: str) -> list[str]:
    """The text of a page all of whose lines but headings were taken for text."""
    page = outline(LexborHTMLParser(f"<main>{inner}</main>"))
    lines = [block for block in page.blocks if block.element.tag not in HEADINGS]
    return [block.text for block in without_others(measure(page, "A forum opens"), lines)]


def teaser(title: str, text: str) -> str:
    return f"<div class=c1><h3><a href='/{title[:4]}'>{title}</a></h3><p>{text}</p></div>"


OWN = f"<h1>A forum opens</h1>{paragraphs(BODY)}"
TEASERS = "".join(map(teaser, TITLES, (*NEXT, NEXT[0])))
SHORT = "".join(teaser(title, "Read on.") for title in TITLES)
OTHERS = {
    "the next article of a page that scrolls on": f"<article>{OWN}</article><article><h1>Rain closes the coast</h1>{paragraphs(NEXT)}</article>",
    "teasers below": f"<article>{OWN}</article><div class=grid>{TEASERS}</div>",
    "a teaser built otherwise": f"<article>{OWN}</article><div>{SHORT * 3}<div><p>{NEXT[1]}</p></div>{SHORT}</div>",
    "a line that points elsewhere": f"<article>{OWN}<p>Read also: <a href='/rain'>Rain closes the coast, and the mayor asks people to stay</a></p></article>",
    **{
        f"comments: {heading}": f"<article>{OWN}<h3>{heading}</h3>{paragraphs(NEXT)}</article>"
        for heading in (
            "Comments",
            "| 13 Comment(s)",
            "Kommentare (7)",
            "Комментарии",
            "Opinie (1103)",
            "댓글 12",
            "网友评论",
            "ความคิดเห็น",
            "التعليقات",
            "1 commentaire:",
            "Conversation (2)",
        )
    },
    "two cards of the section behind the article": f"<article>{OWN}</article><section><h2>Weather</h2><ul>{''.join(f'<li><h3><a href=/{n}>{TITLES[n]}</a></h3><p>{NEXT[n]}</p></li>' for n in range(2))}</ul></section>",
    "a label within its link": f"<article>{OWN}<p><a href='/rain'>See also: Rain closes the coast, and the mayor asks people</a></p></article>",
}
PARTS = {
    "sections as articles": f"<article><h1>A forum opens</h1>{paragraphs(BODY)}</article><article><h2>The rain</h2>{paragraphs(NEXT)}</article>",
    "linked headings between paragraphs": f"<article>{OWN}{''.join(f'<h3><a href=/{n}>{TITLES[n]}</a></h3>{paragraphs(NEXT)}' for n in range(3))}</article>",
    "a first article of a line": f"<article><h1>A forum opens</h1><p>Hall A</p></article><article><h1>The days</h1>{paragraphs(BODY + NEXT)}</article>",
    "a part behind the article below a heading that leads somewhere": f"<article>{OWN}</article><section><h3><a href=/1>{TITLES[0]}</a></h3>{paragraphs(NEXT)}</section>",
    "a part behind the article below its own heading": f"<article>{OWN}</article><section><h3>The rain</h3><p>{NEXT[0]}</p></section>",
    "a part on a conversation": f"<article>{OWN}<h3>Conversation</h3>{paragraphs(NEXT)}</article>",
    "no comments yet": f"<article>{OWN}<div>0 Comments</div>{paragraphs(NEXT)}</article>",
    "a way to the comments": f"<article>{OWN}<div><a href='#c'>7 comments</a></div>{paragraphs(NEXT)}</article>",
    "comments counted under the headline": f"<article><h1>A forum opens</h1><div>7 comments</div>{paragraphs(BODY + NEXT)}</article>",
    "a heading like that of comments": f"<article>{OWN}<h2>Reactions</h2>{paragraphs(NEXT)}<h2>Opinie</h2><p>{NEXT[1]}</p></article>",
    "a digest": f"<article>{OWN}{paragraphs(BODY * 2)}{''.join(f'<div><h3><a href=/{n}>{TITLES[n]}</a></h3>{paragraphs(NEXT)}</div>' for n in range(3))}</article>",
    "a page of teasers": f"<main><h1>A forum opens</h1><p>{BODY[0]}</p>{TEASERS}</main>",
    "a long statement": f"<article>{OWN}<p>Statement: <a href=/m>{NEXT[0]} {NEXT[1]}</a></p></article>",
    "a sentence with a link": f"<article>{OWN}<p>{NEXT[0]} The mayor said: <a href=/m>stay at home</a></p></article>",
}  # fmt: skip


@each("kind", OTHERS)
def test_another_articles_text_is_none_of_this(kind: str) -> None:
    assert left_of(OTHERS[kind]) == list(BODY)


@each("kind", PARTS)
def test_what_belongs_to_the_article_stays(kind: str) -> None:
    lines = left_of(PARTS[kind])
    assert any(NEXT[0] in line for line in lines)
    assert BODY[0] in lines


def test_a_page_is_read_up_to_its_next_article() -> None:
    page = f"<html lang=en><title>A forum opens</title>{OTHERS['the next article of a page that scrolls on']}"
    found = read_page(page.encode(), "https://news.example/a")
    assert isinstance(found, Article)
    assert found.text.split("\n") == list(BODY)
