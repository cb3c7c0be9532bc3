"""A page → the people who wrote its article, or the outlet where it names nobody else.

JSON-LD (and contributors that the page shows) → meta names → marked bylines → a line of who did what
(``authors/credits.py``) → one that begins with "By" (``authors/shown.py``) → names that addresses of authors spell
(``authors/address.py``) → names with what they do for the paper (``authors/roles.py``) → names beside the date, else in bold
(``authors/alone.py``) → names in the data of scripts that the page shows (``authors/state.py``) → what signs the text
(``signature.py``, ``authors/foot.py``) → the reporter in a Chinese dateline (``chinese.py``), in a Korean or Russian one
(``authors/dateline.py``). Whom the head declares is told as the lines show them (``authors/declared.py``), with who helped
to report (``authors/helped.py``), and who led an interview rather than who answers (``authors/interview.py``). Where nobody is named, a byline's newsroom wrote (``authors/newsroom.py``).
What a place says becomes names in ``authors/names.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from crawler.agencies import agency
from crawler.domains import is_listed
from crawler.parse.authors import chinese
from crawler.parse.authors.accounts import is_account
from crawler.parse.authors.address import BEFORE, by_address
from crawler.parse.authors.alone import alone
from crawler.parse.authors.biography import introduced
from crawler.parse.authors.byline import CLOCK, LINE
from crawler.parse.authors.byline_words import AND
from crawler.parse.authors.credits import credits, in_brackets, led_in_brackets
from crawler.parse.authors.dateline import dateline
from crawler.parse.authors.declared import before_editor, contributors_shown, shown_whole
from crawler.parse.authors.foot import at_foot, in_box
from crawler.parse.authors.helped import helped
from crawler.parse.authors.interview import interviewer
from crawler.parse.authors.issued import issuer
from crawler.parse.authors.letter import signed_off
from crawler.parse.authors.names import name_key, names_in
from crawler.parse.authors.newsroom import newsroom
from crawler.parse.authors.roles import by_role
from crawler.parse.authors.shown import bylines, marked
from crawler.parse.authors.signature import PERSON, signature
from crawler.parse.authors.state import credited, in_layer, in_state
from crawler.parse.page import labels
from crawler.parse.page.blocks import NEAR, Block, Outline
from crawler.parse.page.jsonld import Declared
from crawler.patterns import lazily, rarely

_METAS = (
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "dcterms.creator",
    "article:author",
    "dc.contributor.author",
    "citation_author",
    "authors",
    "cxenseparse:author",
    "og:article:author",
    "twitter:creator_name",
    "creator",
    "mediator_author",
    "articleauthor",
    "article_author",
    "dable:author",
    "author_name",
    "content_author",
)

_PAPER = lazily(
    r"^[가-힣]{5,}$|(?:일보|신문|뉴스|방송|통신|日报|晚报|日報|晚報|新闻|新聞|新聞社|通讯社|通訊社|編集部|网|網|局|办公室|街道办|委员会|管委会|人民政府|服务中心|宣传部)$"
)  # no person's name
_DESK = rarely(  # who writes for a medium without a name
    r"(?:\bdesk|デスク|डेस्क|ডেস্ক|ڈیسک|ડેસ્ક|டெஸ்க்|డెస్క్|ಡೆಸ್ಕ್|ഡെസ്ക്|செய்திப்பிரிவு|സ്വന്തം ലേഖ(?:കൻ|കന്‍|ിക)|nyhedsredaktionen|nyhetsredaktionen|newsroom)$"
    r"|^(?:equipe|equipo|équipe|team|redação|redacción|rédaction|redazione|redaktion)\s(?:(?:d[aeou]|des|del|de la|di|della|der)\s|d(?:ell)?[’'])?\S+$"
    r"|^(?:szerkesztőség|uredništvo|уредништво|συντακτική ομάδα|редакционен екип|редколлегия|redakcia|redakcija|redaksiya|toimetus|מערכת(?:\s.*)?|խմբագրություն|რედაქცია)$",
    re.I,
)
_RIGHTS = lazily(r"©|\(c\)|copyright|\b(?:GmbH|Ltd|Inc|LLC|d\.o\.o|S\.?A|S\.?r\.?l|B\.?V)\b", re.I)
_Place = Callable[[Outline, int, int], list[str]]
_RECORDINGS = ("podcastepisode", "videoobject")
_SIGNS = tuple("_-–—|｜")
SERVICE = 4  # characters of what a portal calls a part of itself, behind its name
HEADS, FOOT = 12, 6  # blocks of a page that may show its name, at both ends
_AND_LAST = lazily(rf"\s(?:{AND})\s$", re.I)
# no name of one word, where a list ends in it
_MANY = frozenset(("agencies", "wires", "bureaus", "correspondents", "reporters", "others", "team", "agences", "agencias", "agenturen"))  # fmt: skip
_LOGIN = lazily(r"^[a-z0-9]+(?:[._-][a-z0-9]+)*$")  # how somebody is known to the machine
_ACCOUNT = lazily(  # one that nobody would be called by: "editor3", "k.lorenz", "klorenz.press-office", "anna-dev"; "news.example" is an outlet
    r"^(?=[a-z0-9._-]*$)(?:[a-z][a-z._-]*\d+|[a-z]\.[a-z]{3,}|(?P<host>[a-z][a-z0-9_-]*\.(?!example$)[a-z]{4,})|[a-z0-9]+(?:-[a-z0-9]+)+|undefined)$"
)
# who made the site, as the templates of small firms say: "ABC Web Design"
_BUILDER = rarely(
    r"(?<!\w)(?:web[ -]?(?:design\w*|develop\w*|studios?|agency|agentur|solutions?|dizajn|dizayn|tasarım\w*|tervezés|diseño)|(?:digital|internet|design|creative) (?:agency|agentur|studio|solutions)|software house|web ?hosting|diseño web|création de sites|agence web|веб-?(?:студия|студія|дизайн\w*))(?!\w)",
    re.I,
)
_STOP = lazily(r"[,|]")  # behind which stands what somebody is: "Ann Lee, Web Developer"
_PARTED = lazily(r"\s[|·•–—-]\s")


def read_authors(
    page: Outline,
    declared: Declared,
    outlets: tuple[str | None, ...],
    start: int,
    end: int,
    source: bytes = b"",
) -> tuple[str, ...]:
    """The authors in the order the page gives them; blocks[start:end] is the neighbourhood of headline and body.

    `outlets` are names of the medium, which are no people; one is given back only where no person is named.
    """
    word, alone_there = _word_behind(page.title)
    named = (*outlets, declared.publisher, *declared.outlets, word if alone_there else None)
    keys, word = [k for n in named if n and (k := name_key(n))], name_key(word)
    fallback: tuple[str, ...] = ()
    said = (
        (*declared.authors, *contributors_shown(page, declared.contributors, start))
        if declared.authors
        else ()
    )
    edited = before_editor(declared.authors, page, start) if declared.authors else []
    declares: tuple[_Place, ...] = (lambda *_: [*(edited or said)], _metas)
    # who speaks in a recording wrote no word of its transcript
    lines: tuple[_Place, ...] = (
        chinese.labelled,
        marked,
        credits,
        partial(led_in_brackets, edited=True),
        bylines,
    )
    told = (*lines, *declares) if declared.kind in _RECORDINGS else (*declares, *lines)
    data = (in_state, partial(in_layer, source), partial(credited, source))
    shown = (
        partial(by_address, declared.authors),
        by_role,
        alone,
        *data,
        signature,
        at_foot,
        signed_off,
        in_box,
        introduced,
        led_in_brackets,
        in_brackets,
        chinese.ringed,
        chinese.in_brackets,
        chinese.dateline,
        dateline,
    )
    places: tuple[_Place, ...] = (*told, *shown)
    for place in places:
        names = names_in(told_there := place(page, start, end), page)
        people = tuple(
            n
            for n in names
            if not (
                _is_outlet(key := name_key(n), keys)
                or key == word
                or _LOGIN.match(n)
                or _PAPER.search(n)
                or _DESK.search(n)
            )
            and not (_is_masthead(n, page, start) or _ends_title(n, page.title))
        )
        if len(people) == 1 and place in declares:
            people = interviewer(page, people[0], start, end) or people
            people = tuple(chinese.before_editor(people[0], page, start, end)) or people
        if fallback:  # a weaker place must name people beyond doubt to be believed over an outlet
            sure = [n for n in people if PERSON.match(n) or not n.isascii()]
            people = tuple(n for n in people if n in sure or (sure and _is_joined(n, told_there)))
        if people and place is _metas and _is_account(people, page):
            people = names_in((*signature(page, start, end), *at_foot(page, start, end)), page) or people
        if people:
            people = helped(shown_whole(people, page, start, end), page, start, end)
            return tuple(_as_written(n, page, start) for n in people)
        if place in told:  # else it is but a name in bold above a headline, as the paper's is
            fallback = fallback or tuple(n for n in names if not _is_login(n))
    return issuer(page, end) or fallback or newsroom(page, start, named)


def _is_login(name: str) -> bool:
    """Whether a name is an account's; one that ends as hosts do is an outlet's: "wavepost.berlin"."""
    found = _ACCOUNT.match(name)
    return found is not None and not (found["host"] and is_listed(name))


def _is_account(people: tuple[str, ...], page: Outline) -> bool:
    """Whether the head names one person, by a first name that the page shows nowhere: who put the text in, as the system knows her."""
    name = people[0]
    if len(people) > 1 or not name.istitle() or not name.isalpha():
        return False
    return not any(name in block.text for block in page.blocks)


def _is_joined(name: str, said: list[str]) -> bool:
    """Whether a name of one word ends a list of people: "Ann Lee and Femi", but no "Ann Lee and Reuters"."""
    if not name.istitle() or name.lower() in _MANY or agency(name):
        return False
    return any(text.endswith(f" {name}") and _AND_LAST.search(text[: -len(name)]) for text in said)


def _as_written(name: str, page: Outline, start: int) -> str:
    """A name with its surname in capitals as a short line by the headline writes it without: "Ann LEE", "Ann Lee"."""
    if not any(w.isupper() and len(w) > 2 for w in name.split()):
        return name
    near = (b.text for b in page.blocks[max(0, start) : start + NEAR] if len(b.text) < LINE)
    found = (m[0] for line in near for m in re.finditer(re.escape(name), line, re.I))
    return next((n for n in found if not any(w.isupper() and len(w) > 2 for w in n.split())), name)


def _word_behind(title: str | None) -> tuple[str, bool]:
    """The word that begins the last part of a page's <title>, more likely an outlet than a person, and whether it is all."""
    parts = _PARTED.split(title or "")
    word, _, rest = parts[-1].strip().partition(" ") if len(parts) > 1 else ("", "", "")
    return word, not rest


def _ends_title(name: str, title: str | None) -> bool:
    """Whether the last part of a Chinese <title> begins with a name, as with the portal's: "标题_海港订阅"."""
    if title is None or not "\u4e00" <= name[0] <= "\u9fff":
        return False
    before, found, behind = title.rpartition(name)
    return bool(found) and before.rstrip()[-1:] in _SIGNS and len(behind) <= SERVICE


def _is_masthead(name: str, page: Outline, start: int) -> bool:
    """Whether a name stands alone above the headline and again at an end of the page's <title> or in its foot, as the site's does."""
    above = [b for b in page.blocks[: max(0, start + BEFORE)][:HEADS] if b.text.startswith(name)]
    title = (page.title or "").strip()
    if not any(
        b.text == name or _is_dated(name, b) or (_is_menu(b) and _is_part(name, title)) for b in above
    ):
        return False
    below = (b for b in page.blocks[-FOOT:] if b.element.every & labels.FOOT or _RIGHTS.search(b.text))
    return title.startswith(name) or title.endswith(name) or any(name in b.text for b in below)


def _is_dated(name: str, block: Block) -> bool:
    """Whether a line that begins with a name is a link before the day."""
    return block.links > 0 and CLOCK.search(block.text, len(name)) is not None


def _is_menu(block: Block) -> bool:
    """Whether a line is links and nothing else, three or more, as the menu behind a site's name."""
    return block.links > 2 and block.linked >= len(block.text) - block.links


def _is_part(name: str, title: str) -> bool:
    """Whether a <title> ends in a name behind a sign: "Four boats, by Ann Lee" has none before hers."""
    return title.endswith(name) and not title[: -len(name)].rstrip()[-1:].isalnum()


def _is_outlet(key: str, outlets: list[str]) -> bool:
    return any(key == o or (len(o) > 2 and key.startswith(o)) for o in outlets)


def _metas(page: Outline, start: int, end: int) -> list[str]:
    told = (c for n in _METAS for c in page.metas.get(n, ()) if not is_account(c))
    said = (c for c in told if not _BUILDER.search(_STOP.split(c, 1)[0]))
    return [
        c for c in said if "|" not in c or PERSON.match(c.partition("|")[0].strip())
    ]  # else "outlet | site"
