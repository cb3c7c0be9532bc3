"""A page → why it is no article, or nothing.

    what the page says of itself (phrases.py) ┐
    what it declares                          ├→ reason, detail
    how its text is made                      ┘

Errs on the side of the article: a page with text is one unless it clearly is something else.
"""

from __future__ import annotations

import re

from crawler.parse.body.imprint import IMPRINT, is_imprint
from crawler.parse.kinds.consent import is_announced, is_choice, is_wall, speaks_of_consent
from crawler.parse.kinds.day_below import has_day_below
from crawler.parse.kinds.front import is_front, is_login
from crawler.parse.kinds.gone import heads_gone, tells_gone
from crawler.parse.kinds.list_page import LIST_LINKS, list_page, mostly_links
from crawler.parse.kinds.news_of import asks_how, tells_news
from crawler.parse.kinds.notices import notice
from crawler.parse.kinds.partial import is_in_wall
from crawler.parse.kinds.told import sentences
from crawler.parse.page import labels, phrases
from crawler.parse.page.blocks import Block, Element, Outline
from crawler.parse.page.clean import width
from crawler.parse.page.jsonld import Declared
from crawler.parse.page.metadata import declares_article
from storage.records import NotArticleReason

LEAST_TEXT = 20  # characters, a Chinese one counting two: the shortest sentence of news is longer
LEAST_OF_VIDEO = 80  # the same where a page declares a video and no article: what it tells is in pictures
LEAST_LETTERS = 5  # different ones: a text of fewer is a pattern ("aaaa", "哈哈哈", "------")
LOOKED_AT = 10_000  # characters that show whether a text is one
GLANCED_AT = 200  # and that mostly do already
ERROR_TEXT = 1_200  # characters: a page that tells more is no error page, whatever its title says
ERROR_BLOCKS, ERROR_LINE = 40, 60  # blocks of one, and characters of a line that gives its number
# the same for a page with a date or an author, that says that it has moved or is closed for works
NOTE_TEXT = 160
WALL_TEXT = 600  # the same for a page that asks to log in
# characters of what a wall costs, and blocks above in which it says that it is one
PRICE_TEXT, ABOVE = 100, 8
CONSENT_TEXT = 1_500
SHELL_TEXT = 400
SHELL_SCRIPTS = 5  # of a page with a menu and a footer, whose middle is drawn later
SHELL_LINE = 60  # characters: such a page has no longer line that is no link

_MARGIN = labels.ELSEWHERE | labels.HEAD | labels.HIDDEN

_ERRORS: tuple[tuple[NotArticleReason, re.Pattern[str]], ...] = (
    ("bot-wall", phrases.BOT_WALL),
    ("error-page", phrases.BROKEN),
    ("not-found", phrases.NOT_FOUND),
)
_NOTES: tuple[tuple[NotArticleReason, re.Pattern[str]], ...] = (  # which are headlines too
    ("error-page", phrases.CLOSED),
    ("not-found", phrases.MOVED),
)

Why = tuple[NotArticleReason, str]


def not_article(
    page: Outline, declared: Declared, url: str | None, title: str | None, body: list[Block], has_text: bool
) -> Why | None:
    """The reason and a detail; None for an article.

    `body` is what the page shows as text; empty where the text comes from elsewhere (`has_text`).
    """
    text = sum(len(b.text) for b in body)
    if body and text < SHELL_TEXT and _asks_only(body):
        return "paywall", body[0].text[:80]
    if body and text < CONSENT_TEXT and is_wall(body):
        return "consent", ""
    if body and is_choice(page, _first_heading(page), body):
        return "consent", "a choice of consent or money"
    if declared.article and body:
        asks = text < WALL_TEXT and "password" in page.forms and _is_empty(page, declared)
        return ("login", "declares an article and tells nothing of it") if asks else None
    if body and (gone := heads_gone(page, _first_heading(page), body)):
        return "not-found", gone[:80]
    if text < CONSENT_TEXT and not (declared.article and has_text):
        doubtful = text < WALL_TEXT or not declares_article(page)
        if doubtful and (why := _error(page, title, body, text) or _wall(page, url, title, body, text)):
            return why
        if body and (why := notice(page, _first_heading(page), body)):
            return why
        if not has_text:
            return _without_text(page, declared, url)
    if declared.article or not body:
        return None
    if _says_nothing(page, declared, body):
        return _without_text(page, declared, url)
    return list_page(page, url, title, body)


def _is_empty(page: Outline, declared: Declared) -> bool:
    """Whether what is declared is for some only, and has no headline, day or author, as a template makes it of no article.

    Some declare in JSON-LD nothing but what is for sale, and the rest in the page's head.
    """
    if "article:published_time" in page.metas:
        return False
    return declared.free is False and not (declared.headline or declared.published or declared.authors)


def is_video(page: Outline, declared: Declared) -> bool:
    """Whether a page says that it shows a video, and no article, or says it twice beside the other."""
    if declared.kind == "videoobject" or (declared.article and not declared.video):
        return declared.kind == "videoobject"
    return any(kind.lower().startswith("video") for kind in page.metas.get("og:type", ()))


def _lines(page: Outline, title: str | None, text: int) -> list[str]:
    """What a page says first: its titles, its headings where it tells little; all of it where it is short."""
    blocks = page.blocks[:6] if text < WALL_TEXT else []
    if sum(len(b.text) for b in page.blocks) > WALL_TEXT:
        blocks = [b for b in blocks if b.is_heading]
    return list(dict.fromkeys(s for s in (title, page.title, *(b.text for b in blocks)) if s))


def _error(page: Outline, title: str | None, body: list[Block], text: int) -> Why | None:
    if _body_says(page, "error404"):
        return "not-found", "error404"
    lines = _lines(page, title, text) if text < ERROR_TEXT else ()
    if lines and len(page.blocks) <= ERROR_BLOCKS:
        coded = (
            b.text for b in page.blocks if len(b.text) <= ERROR_LINE and phrases.holds(phrases.CODE, b.text)
        )
        if line := next(coded, None):
            return "error-page", line
    errors = _ERRORS if text >= NOTE_TEXT and page.marks else _ERRORS + _NOTES
    found = ((reason, phrases.says(pattern, lines)) for reason, pattern in errors)
    if why := next(((reason, line) for reason, line in found if line), None):
        told = sentences([why[1].lower()])
        if not (asks_how(told[0] if told else "") or tells_news(told)):
            return why[0], why[1][:80]
    gone = tells_gone(page, _first_heading(page), body) if 0 < text < WALL_TEXT else None
    return ("not-found", gone[:80]) if gone else None


def _first_heading(page: Outline) -> str | None:
    return next((b.text for b in page.headings if b.element.tag == "h1" or b.holder.tag == "h1"), None)


def _body_says(page: Outline, name: str) -> bool:
    """Whether <body> bears a class that WordPress gives pages of a kind."""
    return any(e.tag == "body" and name in e.label.split() for e in page.elements[:4])


def _wall(page: Outline, url: str | None, title: str | None, body: list[Block], text: int) -> Why | None:
    """A page that asks for something before it shows anything."""
    head = _first_heading(page) or ""
    asked = phrases.makes_up(phrases.SUBSCRIBE, head) and phrases.says(phrases.SUBSCRIBE, (page.title,))
    if asked and not has_day_below(page, head, body):
        return "paywall", head[:80]
    if (
        (page.secret or page.asking)
        and phrases.makes_up(phrases.LOG_IN, head)
        and phrases.says(phrases.LOG_IN, (page.title,))
        and not has_day_below(page, head, body)
    ):  # whatever it offers besides
        return "login", head[:80]
    if text < WALL_TEXT and "password" in page.forms:
        told = not body or declares_article(page) or has_day_below(page, head, body)
        headings = (b.text for b in page.headings if _is_beside(b, body, told=told))
        if line := phrases.says(phrases.LOG_IN, (title, page.title, *headings)):
            return "login", line[:80]
        if is_login(url):
            return "login", "address"
        if not told and _is_form(page, body):
            return "login", "a form below its first paragraph"
    if (
        body
        and sum(width(b.text) for b in body) < PRICE_TEXT
        and (line := phrases.says(phrases.SUBSCRIBE, _said_with(page, body)))
    ):
        return "login" if title and phrases.holds(phrases.LOG_IN, title) else "paywall", line[:80]
    if (
        text < CONSENT_TEXT
        and speaks_of_consent(page, body)
        and not (is_announced(page, head) or has_day_below(page, head, body))
    ):
        return "consent", ""
    shell = text < SHELL_TEXT and page.scripts
    if (
        shell
        and phrases.says(phrases.SHELL, (title, *(b.text for b in body)))
        and not has_day_below(page, head, body)
    ):
        return "shell", f"{page.scripts} scripts, {text} characters"
    return None


def _is_beside(heading: Block, body: list[Block], *, told: bool) -> bool:
    """Whether a heading may ask those to log in who want to read a text: no box in the margin does, in which members log in.

    Where a page has `told` when its text appeared, the heading stands below the text, in what holds that.
    """
    if heading.element.every & _MARGIN:
        return False
    if not (told and body):
        return True
    home = body[-1].element.parent
    around = (home, home and home.parent)
    return heading.order > body[0].order and any(e and e.first <= heading.order < e.last for e in around)


def _is_form(page: Outline, body: list[Block]) -> bool:
    """Whether the fields of who logs in stand right below a text's first paragraph, and the rest below that.

    One for an address alone is a newsletter's, whoever logs in at the head of the page.
    """
    above, below = body[0].order, body[1].order if len(body) > 1 else len(page.blocks)
    if len(page.asking) != 1 or not above < page.asking[0].first < below < len(page.blocks):
        return False
    return any(_form(field) is _form(page.asking[0]) for field in page.secret)


def _form(element: Element) -> Element | None:
    """The form that an element stands in, or what holds it where scripts send what is written."""
    at: Element | None = element
    while at is not None and at.tag != "form":
        at = at.parent
    return at or element.parent


def _said_with(page: Outline, body: list[Block]) -> list[str]:
    """A text, and what stands right above it but in the page's head."""
    above = page.blocks[max(0, body[0].order - ABOVE) : body[0].order]
    return [b.text for b in (*above, *body) if not b.element.every & (labels.HEAD | labels.NAV)]


def _asks_only(body: list[Block]) -> bool:
    """Whether all that stands where the text should asks for a subscription, or tells below what it offers."""
    others = [b for b in body if not (is_imprint(b.text) or phrases.says(phrases.SUBSCRIBE, (b.text,)))]
    told = any(width(b.text) >= PRICE_TEXT for b in others)  # the beginning of the article
    asked = phrases.says(phrases.SUBSCRIBE, (body[0].text,))
    return not others or (asked is not None and not told and all(map(is_in_wall, body)))


def _says_nothing(page: Outline, declared: Declared, body: list[Block]) -> bool:
    """Whether what stands where the text should is none: an imprint, a credit, a few words, a pattern."""
    if any(len(b.text) >= IMPRINT and _letters(b.text[:GLANCED_AT]) >= LEAST_LETTERS for b in body):
        return False
    told = [b.text for b in body if not is_imprint(b.text)]
    text = " ".join(text[:LOOKED_AT] for text in told[:LOOKED_AT])[:LOOKED_AT]
    least = LEAST_OF_VIDEO if is_video(page, declared) else LEAST_TEXT
    if len(text) < least and width(text) < least:
        return True
    return _letters(text) < LEAST_LETTERS


def _letters(text: str) -> int:
    """How many different letters a text is written with."""
    return sum(map(str.isalpha, set(text.casefold())))


def _without_text(page: Outline, declared: Declared, url: str | None) -> Why:
    if is_video(page, declared):
        return "video", ""
    shown = [b.text for b in page.blocks]
    if line := phrases.says(phrases.SUBSCRIBE, shown[:60]):
        return "paywall", line[:80]
    visible = sum(map(len, shown))
    drawn = page.scripts >= SHELL_SCRIPTS and all(len(b.text) - b.linked < SHELL_LINE for b in page.blocks)
    alone = not visible and page.scripts > len(page.json_ld)  # what its builder bundled into one
    if alone or (visible < SHELL_TEXT and page.scripts >= 2) or drawn:
        return "shell", f"{page.scripts} scripts, {visible} characters"
    if mostly_links(page, LIST_LINKS):
        return ("front-page" if is_front(url) else "list-page"), f"{len(shown)} blocks"
    return "no-text", f"{len(shown)} blocks"
