"""A page → the people who wrote its article: names without "By", roles, outlets and duplicates.

JSON-LD (and contributors that the page shows) → meta names → marked bylines → a line that begins with "By"
→ names beside the date, else in bold → names in the data of scripts that the page shows → what signs the text (``signature.py``)
→ the reporter in a Chinese dateline (``chinese.py``)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from crawler.parse import chinese
from crawler.parse.author_state import in_state
from crawler.parse.blocks import Block, Outline
from crawler.parse.byline import AND, behind_date, without_place
from crawler.parse.clean import letters, plain
from crawler.parse.jsonld import Declared
from crawler.parse.nobody import is_nobody
from crawler.parse.signature import MAX_NAME, PERSON, above_outlet, signature
from crawler.patterns import lazily

MAX_AUTHORS = 20
NEAR, LINE = 24, 160  # blocks from above the headline on that may show a byline, and characters of one
DATED = 24  # blocks from above the headline on in which a date and names may share a line
_COMMAS = frozenset(",;/|·•，(")
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
)

_BY = (
    "by|written by|posted by|reviewed by|view all posts by|publié par|écrit par|rédigé par|geschrieben von|veröffentlicht von|escrito por|publicado por|scritto da|a cura di|geschreven door|skrevet af|skrevet av|yazan|dodał|story by|words by|text by|reported by|von|par|por|di|da|av|af|door|od|autor|autora|author|authors|auteur|auteurs|autore|autoren|autores|autori|autorzy|autoři|tekijä|texto|text|tekst|"
    "автор|авторы|автори|текст|από|γράφει ο|γράφει η|του|yazan|oleh|penulis|bài|tác giả|theo|by:|작성자|글|기자|记者|記者|作者|文|撰文|本报记者|โดย|เขียนโดย|ผู้เขียน|เรื่อง|بقلم|كتب|كتبت|מאת|نویسنده|نویسندگان|خبرنگار|द्वारा|লেখক|szerző|írta|beküldte|de"
)
_LEAD = lazily(
    rf"^(?:(?:{_BY})\s*[:：/／|｜]\s*|(?:{_BY.replace('|de', '')})\s+|[（(【]\s*|[|/·•–—-]\s*)", re.I
)
_LONE = lazily(rf"^(?:{_BY})$", re.I)
_STUCK = lazily(r"^(?:By){1,2}(?=[A-Z][a-z])|^(?:Von|Por|Par)(?=[A-Z][a-z]+\s)")
_GLUED = lazily(  # also behind the paper's name: "聯島新聞網 記者許家瑜"
    r"^(?:[\u4e00-\u9fff]{1,10}[報报社網网台臺聞闻刊]\s*[/／]?\s*)?(?:文|記者|记者|作者|撰文|โดย|取材・文|文・)[:：/／]?\s*(?=[\u0e00-\u9fff])"
)
_TAIL = lazily(
    r"\s*(?:(?<=\s)\S{0,3}기자.*|기자|特派员|記者|记者|\(.*?\)|（.*?）|\|.*|<.*|@\S+.*|\S+@\S+.*|[,，–—-]\s*(?:[\w./]+\s)*?(?:reporter|editor|correspondent|writer|journalist|contributor|staff|columnist|redakteur\w*|redaktion|autor\w*|journaliste|redactor\w*|bureau|chief|producer|analyst)\b.*)\s*$",
    re.I,
)
_ROLE = lazily(  # what somebody is, not who
    r"^(?:(?:senior|chief|deputy|assistant|associate|executive|managing|news|political|politics|business|technology|tech|science|staff|contributing|guest|special|foreign|sports?|web|online|digital|editorial)\s)*"
    r"(?:reporter|editor|correspondent|writer|journalist|contributor|columnist|producer|analyst|staff|redakteur\w*|redaktion|autor\w*|journaliste|redactora?|giornalista|redattore|korrespondent\w*|ceo|cto|cfo|founder|co-founder|president|director|professor|manager|md|phd|ph\.d\.?|m\.?d\.?|rd|rn|foma|dabom)"
    r"(?:[\s-]in[\s-]chief)?(?:\s(?:of|at|for|von|de|du|di|da)\s.*)?$",
    re.I,
)
_TITLED = lazily(  # a role behind a name, nothing between
    r"(?<=\w)\s+(?:(?:senior|chief|deputy|assistant|executive|managing|news|political|politics|business|technology|tech|science|staff|contributing|special|foreign|sports?)\s)+(?:reporter|editor|correspondent|writer|journalist|contributor|columnist|producer|analyst)s?$",
    re.I,
)
_DATED = lazily(r"\s+[-–—|·•]\s+(?=.*\d).*$|\s+in\s[A-Z].*$")
_DE = lazily(r"^de\s+(?=[^\W\d_a-z][\w’'-]+\s+[^\W\d_a-z])")  # before a whole name it is no part of it
_PAPER = lazily(
    r"(?:일보|신문|뉴스|방송|통신|日报|晚报|日報|晚報|新闻|新聞|新聞社|通讯社|通訊社|編集部|网|網)$"
)  # no person's name
_KOREAN = lazily(r"^(?:[(\[]\S{1,20}[)\]]\s*)?([가-힣]{2,4})\s?\S{0,2}기자(?:\s*=|\s*[\w.-]+@|$)")
_ENTERED = lazily(
    r"^(?!기사|최초|최종|등록|수정)([가-힣]{2,4}?)\s?(?:기사)?(?:입력|승인)\s?(?:20)?\d\d\s?[-./년]"
)  # a name, and when the text was entered
_REPORTED = lazily(
    r"(?:\d日|\d[-/.:]\d).*(?:记者|記者)(?:\s*[:：]\s*|\s+)(?!本|综合|綜合|报道|報道|报导|報導)([\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4})*)$"
)  # behind the date
_LOGIN = lazily(r"^[a-z0-9]+(?:[._-][a-z0-9]+)*$")  # how somebody is known to the machine
_SPLIT = lazily(
    r"\s*(?:[;|/、，\n•·]|\s&\s|\sand\s|\sund\s|\set\s|\sy\s|\se\s|\sog\s|\soch\s|\si\s|\sи\s|\sta\s|\sдa\s|\sve\s|\sdan\s|\sและ\s|\sوَ?\s|,\s*(?:and\s)?)\s*",
    re.I,
)
_PARTICLE = lazily(
    r"(?:von|van|vom|zu|de|del|della|der|den|di|da|dos|du|la|le|el|al|bin|ibn|ten|ter)\s|[dlo]['’]|[\u10d0-\u10ff]",
    re.I,
)
_NO_NAME = lazily(
    r":|https?:|www\.|@|\d{2}|[!?{}<>=]|^\W*$|^(?:admin|administrator|editor|staff|redaktion|newsroom|news desk|guest|author|unknown|none|null|anonymous|webmaster|user|root|contributor|n/a|editorial|(?:la )?redacción|(?:la )?rédaction|редакция|редакція|redaksi|tim redaksi|redakcja|redakce|redacția|redação|(?:la )?redazione|(?:de )?redactie|redaktionen|toimitus|ban biên tập|กองบรรณาธิการ.*|هيئة التحرير|编辑部?|編輯部|小编|super ?user|web ?desk|(?:স্টাফ )?রিপোর্টার|(?:ऑनलाइन |वेब )?डेस्क|(?:অনলাইন |নিউজ )?ডেস্ক|sign in|log in|subscribe|follow|share|read more|veröffentlicht.*|publiziert.*|published.*|updated.*|aktualisiert.*|publié le.*|publicado el.*|опубликовано.*|発行.*)$",
    re.I,
)
_ADDRESS = lazily(  # or a credit in brackets, or a nameless correspondent and the place
    r"(?:https?:)?//|www\.|/|[(（]|(?:\S+ )?(?:প্রতিনিধি|প্রতিবেদক|সংবাদদাতা|संवाददाता)(?:\s*,|$)", re.I
)
_WHEN = lazily(
    r"\s+(?:\d+\s\w+|\d{1,2}[:./].*|(?:on|am|le|el)\s\d.*)$|(?<=[^\W\d_])\d{1,2}\.?\s[^\W\d_]{3,}\.?\s\d{4}$",
    re.I,
)
_VISIBLE = lazily(
    r"^(?:by|von|par|por|door|av|af|di|text|автор|โดย|作者|記者|记者|文|기자|بقلم|نویسنده|خبرنگار|oleh|tác giả)(?:\s*[:：]?\s+|\s*[|｜]\s*)\S",
    re.I,
)
_LABELLED = lazily(  # "14 ноября 2026 г., автор: …": behind a date and a comma
    r"\d.*?[,;·|/–—-]\s*(?:автор|author|autor(?:in)?|auteur|autrice|autore|tác giả|penulis|yazar|författare|forfatter|作者|記者|记者|글쓴이|ผู้เขียน|الكاتب|نویسنده)\s*[:：]\s*(\S[^:：|]*)$",
    re.I,
)
_OF_PAPER = lazily(  # behind a comma: where somebody writes
    r"\s(?:Post|Times|Herald|Gazette|Tribune|Chronicle|Telegraph|Observer|Guardian|Reuters|News|Magazine|Journal|Daily|Weekly|Review|Zeitung|Nachrichten|Rundschau|Kurier|Tageblatt)$"
)
_PORTALS = (_KOREAN, _ENTERED, _REPORTED)
_SECTION = lazily(  # what stands before a date as a name does: sections, labels, places
    r"\b(?:news|press|release|breaking|posted|published|updated?|last|report|analysis|opinion|technology|tech|science|change|intelligence|security|energy|world|business|politics|economy|finance|health|culture|sports?|video|events?|forum|summit|conference|interview|post|times|daily"
    r"|mise|jour|publié|publicado|actualizado|noticias|nachrichten|actualités|notizie|tecnología|tecnologia|ciencia|política|economía|wirtschaft|politik|wissenschaft|kultur|новости|политика|экономика|наука|технологии)\b"
    r"|^(?:new|san|santa|los|las|rio|buenos|kuala|cape|port|saint|st|north|south|east|west|нижний|санкт)\b|^(?:hong kong|abu dhabi|tel aviv|addis ababa|ho chi minh.*|.* city)$",
    re.I,
)
_AIDED = lazily(
    r"\b(?:photo|foto|image|picture|illustrat|graphic|credit|crédit|edit|check|review|translat|produc|video|фото|редакт|перев)|摄影|图|編集|编辑|校对|写真|사진|편집",
    re.I,
)
_PARTED = lazily(r"\s[|·•–—-]\s")
_BARS = lazily(r"\s*[|/·•\n]\s*|\s[–—-]\s")
_CLOCK = lazily(r"\d{4}|\d:\d\d")
_SENTENCE = lazily(r"(?:\w+\W+){3,}\w{3,}[.!?]$|[。！？]$")  # what somebody does, not who
_BEFORE = lazily(r"^.*\d.*?\b(?:by|von|par|por)\s+(?=\w)", re.I)
_LABEL = lazily(
    r"author(?!iz|it)|byline|creator|writer|reporter|autor|journalist|name-uid|muhabir|yazar(?!lar)|(?<!h)auteurs?\b|skribent|forfatter|penulis|jornalista|giornalista|periodista|kirjoittaja|szerz[oő]",
    re.I,
)
_NOT_LABEL = lazily(
    r"date|time|publi|bio|about|avatar|image|photo|social|share|count|follow|comment|related|box"
    r"|(?:author|byline|writer|reporter|autor|journalist|muhabir|yazar)\S*(?:urls|locat|place\b|role|job|descr|intro|summary)",
    re.I,
)


def read_authors(
    page: Outline, declared: Declared, outlets: tuple[str | None, ...], start: int, end: int
) -> tuple[str, ...]:
    """The authors in the order the page gives them; blocks[start:end] is the neighbourhood of headline and body.

    `outlets` are names of the medium, which are no people; one is given back only where no person is named.
    """
    named = (*outlets, declared.publisher, *declared.outlets, _word_behind(page.title))
    keys = [k for n in named if n and (k := _key(n))]
    fallback: tuple[str, ...] = ()
    said = (*declared.authors, *_shown(page, declared.contributors, start)) if declared.authors else ()
    for place in (lambda *_: said, _metas, _marked, _bylines, _alone, in_state, signature, chinese.dateline):
        names = _people(place(page, start, end), page)
        people = tuple(
            n for n in names if not _is_outlet(_key(n), keys) and not _LOGIN.match(n) and not _PAPER.search(n)
        )
        if fallback:  # a weaker place must name people beyond doubt to be believed over an outlet
            people = tuple(n for n in people if PERSON.match(n) or not n.isascii())
        if people:
            return people
        fallback = fallback or names
    return fallback


def _word_behind(title: str | None) -> str | None:
    """The last part of a page's <title>, where it is one word and so more likely an outlet than a person."""
    parts = _PARTED.split(title or "")
    return parts[-1] if len(parts) > 1 and " " not in parts[-1].strip() else None


def _shown(page: Outline, contributors: tuple[str, ...], start: int) -> list[str]:
    """The contributors whose names stand in short lines around the headline; others checked facts or took pictures."""
    near = page.blocks[max(0, start) : start + NEAR] if contributors else ()
    lines = [b.text for b in near if len(b.text) < LINE]
    return [name for name in contributors[:MAX_AUTHORS] if any(_signs(name, line) for line in lines)]


def _signs(name: str, line: str) -> bool:
    """Whether a line holds a name, and does not say beside it that somebody did else than write."""
    before, found, after = line.partition(name)
    aided = _AIDED.search(_BARS.split(before)[-1]) or _AIDED.match(after.lstrip(" ,(（"))
    return bool(found) and aided is None


def _people(candidates: Iterable[str], page: Outline) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for candidate in list(candidates)[:MAX_AUTHORS]:
        if _ADDRESS.match(candidate.strip()):
            continue
        said = plain(candidate, 400) or ""
        parts = (n for part in _split(said) for n in chinese.apart(part, page))
        for name in _without_places([n for part in parts if (n := _name(part))], said):
            names.setdefault(_key(name), name)
    return tuple(names.values())[:MAX_AUTHORS]


def _without_places(names: list[str], text: str) -> list[str]:
    """The names of one string without a single word or a paper behind a comma or a bar: "Ann Lee, Abuja" tells where she wrote."""
    if len(names) < 2 or not PERSON.match(names[0]) or AND.search(text):
        return names
    return [
        n
        for n in names
        if not n[0].isupper()
        or not (" " not in n or _OF_PAPER.search(n))
        or text[: text.find(n)].rstrip()[-1:] not in _COMMAS
    ]


def _split(text: str) -> list[str]:
    said = _GLUED.sub("", _STUCK.sub("", text.strip()))
    names = _LEAD.sub("", said).strip()
    return _SPLIT.split(_DATED.sub("", without_place(names, led=len(names) < len(said))))


def _name(text: str) -> str | None:
    """A name without what stands around it; None for what is no name."""
    text = text.strip(" \t,;:.|·•–—-\"'“”*")
    text = _DE.sub("", _LEAD.sub("", _GLUED.sub("", text))).strip()
    text = _TITLED.sub("", _WHEN.sub("", _TAIL.sub("", text))).strip(" ,;:|·•–—-()[]")
    if _LONE.match(text) or _ROLE.match(text):
        return None
    if not 1 < len(text) <= MAX_NAME or len(text.split()) > 6 or _NO_NAME.search(text) or is_nobody(text):
        return None
    return text


@lru_cache(maxsize=512)  # a site's name stands in all its pages
def _key(name: str) -> str:
    return letters(name).casefold()


def _is_outlet(key: str, outlets: list[str]) -> bool:
    return any(key == o or (len(o) > 2 and key.startswith(o)) for o in outlets)


def _metas(page: Outline, start: int, end: int) -> list[str]:
    said = (c for n in _METAS for c in page.metas.get(n, ()))
    return [
        c for c in said if "|" not in c or PERSON.match(c.partition("|")[0].strip())
    ]  # else "outlet | site"


def _marked(page: Outline, start: int, end: int) -> list[str]:
    """The texts of elements that call themselves author or byline, near the article."""
    found: list[str] = []
    for mark in page.marks:
        if not start <= mark.block <= end or not _LABEL.search(mark.label):
            continue
        if "author" in mark.label.split() and mark.tag in ("a", "span") and mark.text:
            found.append(mark.text)
        elif not _NOT_LABEL.search(mark.label) and mark.text and len(mark.text) < 100:
            part = _part(mark.text)
            if not _SENTENCE.search(part) and not any(map(_is_phrase, _SPLIT.split(part)[1:])):
                found.append(part)
    inmost = _inmost(found[:MAX_AUTHORS])
    return (inmost if len(inmost) < len(set(found)) else found)[:3]


def _is_phrase(text: str) -> bool:
    """Whether what stands behind a comma goes on with a sentence: "Reporter, likes tea and 3 cats"."""
    return text.islower() and " " in text and _CLOCK.search(text) is None


def _inmost(texts: list[str]) -> list[str]:
    """The texts without those that are but others of them, glued together."""
    texts = list(dict.fromkeys(texts))
    return [
        text
        for text in texts
        if not (parts := [t for t in texts if t and t != text and t in text]) or "".join(parts) not in text
    ]


def _part(text: str) -> str:
    """The part of a byline that names people: what follows "By", else what comes first and is no date."""
    parts = [part for part in text.split(" | ") if len(part) > 1 and not _LONE.match(part.strip(" :"))]
    named = next((part for part in parts if _VISIBLE.match(part)), None)
    part = named or next((part for part in parts if not _CLOCK.search(part)), parts[0] if parts else "")
    return _BEFORE.sub("", part) if _CLOCK.search(part) else part


def _bylines(page: Outline, start: int, end: int) -> list[str]:
    """Short lines that begin with "By"."""
    for block in page.blocks[max(0, start) : end]:
        if len(block.text) >= LINE:
            continue
        lines = block.text.split("\n")
        latin = block.text.isascii()
        if said := next((line for line in lines if len(line) < 80 and _is_signed(line)), None):
            return [said]
        if (not latin or "|" in block.text) and (said := _behind_bar(lines)):
            return [said]
        if not latin and (found := next(filter(None, (p.search(lines[0]) for p in _PORTALS)), None)):
            return [found[1]]
        if len(lines[0]) < 80 and (found := _LABELLED.search(lines[0])):
            return [found[1]]
        if block.order < start + DATED and (name := behind_date(lines[0])):
            return [name]
    return []


def _alone(page: Outline, start: int, end: int) -> list[str]:
    """Names that no word leads: beside the date, else in a bold line."""
    if named := _beside_date(page, start):
        return named
    for block in page.blocks[max(0, start) : start + 16]:
        names = above_outlet(block.text).split("/") if block.strong > 0.9 * len(block.text) else []
        people = bool(names) and all(PERSON.match(n) and n.istitle() and not is_nobody(n) for n in names)
        if people and not _is_told_elsewhere(page, block, frozenset(names)):
            return names
    return []


def _is_told_elsewhere(page: Outline, block: Block, names: frozenset[str]) -> bool:
    """Whether a bold line is a section, which a link leads to, or who the title begins with."""
    if (page.title or "").startswith(tuple(names)):
        return True
    return any(b.links and b.text in names and b is not block for b in page.blocks)


def _behind_bar(lines: list[str]) -> str | None:
    """A part behind a bar that begins with "By" and a capital: "Print | Text size" and "X — автор книги" name nobody."""
    parts = (part for line in lines for part in _PARTED.split(line)[1:] if len(part) < 80)
    return next(filter(_is_signed, parts), None)


def _is_signed(line: str) -> bool:
    """Whether a line begins with "By", and no small letter behind it but a name's own: "Di động" is a section."""
    by = _VISIBLE.match(line)
    if by is None:
        return False
    return not line[by.end() - 1].islower() or _PARTICLE.match(line, by.end() - 1) is not None


def _beside_date(page: Outline, start: int) -> list[str]:
    """The names that stand before the date in a short line: "Ann Lee, Tom Ray · 3 July 2025"."""
    for mark in page.marks:
        if not start <= mark.block < start + DATED or not _CLOCK.search(mark.text):
            continue
        text = page.blocks[mark.block].text if mark.block < len(page.blocks) else ""
        before = _BARS.split(text[: text.find(mark.text)])[0].strip(" ,") if len(text) < LINE else ""
        named = (
            mark.text in text
            and before.istitle()
            and all(PERSON.match(name) and not _SECTION.search(name) for name in _SPLIT.split(before))
        )
        if named and not any(before == b.text for b in page.blocks):  # as a section in the menu is
            return [before]
    return []
