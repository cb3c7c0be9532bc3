"""Lines that say who wrote by their shape, in no word for "by" → the names in them.

Ann Lee, Staff Reporter · Ann LeeReporter            a name, and what it does for the paper
Text ⏎ Ann Lee ⏎ Photos ⏎ Tom Ray                   a list of who did what
TEXT Ann Lee and Tom PHOTOS Sam Fox                  the same in one line, what was done in capitals
ข่าว : … ⏎ ภาพ : …                                     news and pictures by whom, as pages in Thai end

Whoever took pictures, edited, or speaks in the text is no author: what somebody does counts where it is to write. A list of
people, as of a panel or a jury, has journalists among others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from crawler.parse.authors import japanese
from crawler.parse.authors.byline import LINE, listed
from crawler.parse.authors.credits import is_named
from crawler.parse.authors.names import BETWEEN, HONOURED, is_lead
from crawler.parse.authors.signature import is_called
from crawler.parse.authors.spoken_of import is_spoken_of
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.stops import STOPS
from crawler.patterns import lazily, rarely

_HEADLINE = 8  # blocks of the neighbourhood above the headline
ABOVE, BELOW = 3, 12  # blocks above the headline, and from it on
FOOT = 9  # last blocks of the neighbourhood, in which the end of a text signs
PARAGRAPHS = 2  # a standfirst and the first of the text: below them lines tell of whom it speaks
_SHORT = 90  # characters of a line of name and role
_OTHERS = labels.ELSEWHERE | labels.MEDIA | labels.CAPTION | labels.QUOTE | labels.HIDDEN
_ROLE = lazily(
    r"(?:(?:[^\W\d_]+\s){0,2}(?:reporter|correspondent|journalist|columnist)s?|(?:staff|contributing) writer"
    r"|(?:[^\W\d_]+\s){0,2}(?:journalist|reporter|korrespondent|kolumnist|redakteur)(?:in|en)?|volont[äa]r(?:in)?"
    r"|verslaggever|verslaggeefster|redacteur|skribent|krönikör|toimittaja|kirjeenvaihtaja|blaðamaður|fréttamaður"
    r"|periodistas?|redactora?|corresponsal|reporter[oa]|columnista|jornalistas?|rep[óo]rter|redatora?|correspondente|colunista"
    r"|journalistes?|correspondante?|chroniqueu(?:r|se)|giornalist[ai]|redat?tore|redattrice|corrispondente|inviat[oa]|cronista|envoyée?s? spécia(?:le|l|ux)|enviad[oa]s? especial(?:es)?"
    r"|dziennikar(?:z|ka|ze)|reporterka|korespondent(?:ka)?|novinářk?a?|reportérk?a?|zpravodajk?a?|novinárk?a?|novinarka?"
    r"|újságíró|riporter|tudósító|[jž]urnalist(?:ă|as|ė|ka)?|žurnālist[se]|ajakirjanik|gazetare?|muhabiri?|gazeteci|m[üu]xbir"
    r"|журналист(?:ка)?|ко(?:рр?е|рэ)спонд[её]нт(?:ка)?|репорт[её]р(?:ка)?|обозреватель|журналіст(?:ка)?|новинар(?:ка)?|тілші"
    r"|δημοσιογράφος|ανταποκρ(?:ιτής|ίτρια)|wartawan|jurnalis|phóng viên|mwandishi|mwanahabari|mamamahayag|প্রতিবেদক|সাংবাদিক"
    r"|(?:\S+\s){0,2}(?:पत्रकार|संवाददाता|जर्नलिस्ट|रिपोर्टर)|صح[ا]?في[ة]?|مراسل[ة]?|خبرنگار|روزنامه[‌ ]?نگار|رپورٹر|صحافی|نامہ نگار"
    r"|כתבת?|עיתונאית?|ጋዜጠኛ|ዘጋቢ|ჟურნალისტი|լրագրող|ผู้สื่อข่าว"
    r"|(?:(?!vedouc|vedúc|šéf|chef|kierown|zast|главн)[^\W\d_]{4,}\s)(?:redakce|redakcia|redakcja|redakcija|redaktion(?:en)?|redaksjonen|rédaction|redazione|redacción|redação|redactie|szerkesztőség|редакция|редакція)|(?:redaktion|rédaction|redacción|redazione|redação)\s[^\W\d_]{3,})(?:(?:[\s,|]|(?-i:(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])))[^\d.!?]{0,40})?",
    re.I,
)
_HAS_ROLE = rarely(  # asked first: few lines have one
    "redak|redac|redaz|rédac|szerkeszt|редакц|report|corresp|journal|columnist|writer|korrespond|kolumnist|redakt|redact|redat|volont|verslag|skribent|krönik|toimittaja|kirjeen|blaðam|fréttam|period|repór|jornal|colun|chroniq|giornal|inviat|enviad|envoyé|cronista|dziennik|korespond|novin|zpravod|újság|riporter|tudós|urnal|ajakirj|gazet|muhabir|xbir|журнал|корр|корес|карэс|репорт|обозрев|новинар|тілші|δημοσι|ανταποκρ|wartawan|phóng|mwandishi|mwanahabari|mamamahayag|প্রতিবে|সাংবাদ|पत्रकार|संवाद|जर्नल|रिपोर्ट|صحفي|صحافي|صحافی|مراسل|خبرنگار|روزنامه|رپورٹر|نامہ|כתב|עיתונ|ጋዜጠ|ዘጋቢ|ჟურნალ|լրագր|ผู้สื่อ|text|tekst|szöveg|texto|testo|words|текст"
)
_HAS_AID = rarely(
    "phot|foto|fotó|фото|φωτο|pictur|imag|zdję|edit|bild|kuva|kamera|camera|video|illustr|translat|übersetz|tradu"
)
_PHONE = lazily(r"\d{3}|\d\s\d{2}")  # of the house, in its imprint
_CELLS = ("dt", "td", "th")
_APART = lazily(r"\s?[,|(\n،፣]\s?|\s[–—-]\s|(?<=[a-zà-ÿа-яё])(?=[A-ZÀ-ÞА-ЯЁ])")
# what may stand in a cell of its own before who wrote; "news", "report" are sections as well
_WRITTEN = frozenset(
    (
        *("by", "written by", "von", "par", "por", "door", "av", "af", "oleh", "بقلم"),
        *("text", "words", "story", "texte", "texto", "testo", "tekst", "teksti", "teksts", "tekstas", "texti", "szöveg", "metin", "yazı", "текст", "тэкст", "κείμενο", "متن", "نص", "טקסט"),
        *("author", "authors", "autor", "autorin", "autora", "autoren", "autorka", "autorzy", "autori", "autoři", "autores", "auteur", "auteurs", "autrice", "autore", "forfatter", "författare", "kirjoittaja", "yazar", "muhabir"),
        *("penulis", "tác giả", "автор", "авторы", "автори", "аутор", "συντάκτης", "نویسنده", "الكاتب", "लेखक", "লেখক", "mwandishi", "ผู้เขียน", "เรื่อง", "文", "作者", "撰文", "글"),
    )
)  # fmt: skip
_DID_TEXT = frozenset(
    ("text", "teksti", "tekst", "texte", "texto", "testo", "words", "szöveg", "текст", "tekstas", "teksts")
)
_IN_CAPITALS = lazily(
    r"^(?:TEXTO?|TEKSTI?|TEXTE|TEXTI|TESTO|WORDS|STORY|SZÖVEG|METİN|YAZI|ТЕКСТ|ТЭКСТ|ΚΕΙΜΕΝΟ)\s(?P<names>\S.{3,80}?)"
    r"(?:[\s,|/]+(?P<other>KUVA\w*|FOTO\w*|PHOTO\w*|PICTURES?|IMAGES?|BILD\w*|FOT\.|ZDJĘCI\w*|ФОТО|ФОТАЗДЫМКІ|ΦΩΤΟ\w*|FOTÓ\w*|KÉP\w*|FOTOĞRAF\w*|VIDEO|GRAPHICS?|ILLUSTRATION\w*|KUVITUS)\s\S.*)?$"
)
_THAI = lazily(r"^(?:ข่าว|เนื้อข่าว|ຂ່າວ)\s?[:：/]\s?(?P<name>\S.{2,40})$")
_THAI_PICTURES = lazily(r"^(?:ภาพ|ภาพข่าว|ภาพถ่าย|ช่างภาพ|รูป|ຮູບ)\s?[:：/]")


def by_role(page: Outline, start: int, end: int) -> list[str]:
    """The names of the first lines near the headline, else at the end of the text, that are written so."""
    headline = max(0, start + _HEADLINE)
    near = page.blocks[max(0, headline - ABOVE) : headline + BELOW]
    foot = page.blocks[max(headline, end - FOOT) : end]
    for lines in (list(_until_text(near)), foot):
        told = {name: block for block, name in _named(lines, page.language)}
        if told and _lists_people(lines, told):
            continue
        if names := [n for n, own in told.items() if not is_spoken_of(n, own, page, start, end)]:
            return names
    return []


def _lists_people(lines: list[Block], told: dict[str, Block]) -> bool:
    """Whether the names stand in a list, below a line that announces one, or beside people who do something else."""
    first = min(block.order for block in told.values())
    above = next((b.text for b in lines if b.order == first - 1), "")
    if above.endswith((":", "：")) or any(b.element.tag == "li" for b in told.values()):
        return True
    if any(_is_of_thing(own, lines) for own in told.values()):
        return True
    beside = [b for b in lines if len(b.text) <= _SHORT and not b.text.endswith(STOPS)]
    others = [b for b in beside if not any(name in b.text for name in told)]
    parts = [b.text.partition(",") for b in others]
    kinds = {(own.element.tag, own.element.label) for own in told.values()}
    parts += [  # what somebody does in the line below
        (b.text, ",", below.text)
        for b, below in pairwise(beside)
        if b in others and below.order == b.order + 1 and (b.element.tag, b.element.label) in kinds
        if not _HAS_ROLE.search(b.text.lower())
    ]
    return any(
        is_called(name) and does.strip() and not (_HAS_AID.search(does.lower()) or _PHONE.search(does))
        for name, _, does in parts
    )


def _is_of_thing(label: Block, lines: list[Block]) -> bool:
    """Whether the next label, below the name, is of a book or a film: "Author ⏎ … ⏎ Publisher"."""
    following = next((b for b in lines if b.order == label.order + 2), None)
    if following is None or label.element.tag not in _CELLS or following.element.tag != label.element.tag:
        return False
    said = following.text.rstrip(" :：").lower()
    edited = said.startswith(("reda", "réda", "реда"))  # as a text is, too
    return not edited and said not in _WRITTEN and _HAS_AID.search(said) is None


def _until_text(near: list[Block]) -> Iterator[Block]:
    paragraphs = 0
    for block in near:
        if paragraphs == PARAGRAPHS:
            return
        yield block
        paragraphs += len(block.text) >= LINE and not block.element.every & labels.CAPTION


def _named(lines: list[Block], language: str | None) -> Iterator[tuple[Block, str]]:
    short = "\n".join(b.text for b in lines if len(b.text) <= _SHORT).lower()
    roles = _HAS_ROLE.search(short) is not None  # asked of all at once: most pages have none
    for block, below in pairwise((*lines, None)):
        text = block.text if block is not None else ""
        if block is None or len(text) > _SHORT or (text.isascii() and not text[0].isupper()):
            continue
        if not block.element.every & _OTHERS:
            yield from ((block, name) for name in _names(block, below, language, roles))


def _names(block: Block, below: Block | None, language: str | None, roles: bool) -> list[str]:
    """The names of a line, or of it and the one below; `roles` is whether any line tells what somebody does."""
    text = block.text
    if below is not None and (told := _beside(block, below, roles)):
        return told
    if block.is_heading:
        return []
    if magazine := japanese.bracketed(text):
        return [magazine]
    lines = dict.fromkeys((text, *text.split("\n"))) if roles else ()
    return next(filter(None, map(_before_role, lines)), []) or _in_capitals(text, language)


def _beside(block: Block, below: Block, roles: bool) -> list[str]:
    """The names of two lines: a label and who, who and what it does, or who wrote and who took the pictures."""
    text, other = block.text, below.text
    if len(other) > _SHORT:
        return []
    if text.rstrip(" :：").lower() in _WRITTEN and block.element.tag != "li" and not block.links:
        names = BETWEEN.split(other)
        return names if all(map(is_named, names)) else []
    role = roles and not other.endswith(STOPS) and _HAS_ROLE.search(other.lower())
    role = role and _ROLE.fullmatch(other)
    if role and is_named(_without_lead(text)):
        return [_without_lead(text)]
    thai = _THAI.match(text) if text[0] in "ขเຂ" else None
    return [thai["name"]] if thai and _THAI_PICTURES.match(other) else []


def _without_lead(text: str) -> str:
    """A name without a title, or the short word of its language that leads it: "Na Asha Juma"."""
    first, _, rest = HONOURED.sub("", text).partition(" ")
    return rest if is_lead(first) and rest else HONOURED.sub("", text)


def _before_role(text: str) -> list[str]:
    """The names before what they do: "Ann Lee, Staff Reporter"."""
    if text.endswith(STOPS) or not _HAS_ROLE.search(text.lower()):
        return []
    for apart in _APART.finditer(text):
        role = text[apart.end() :]
        role = role.partition(")")[0] if "(" in apart[0] else role
        if _ROLE.fullmatch(role.rstrip(" )")) or role.lower() in _DID_TEXT:
            names = BETWEEN.split(HONOURED.sub("", text[: apart.start()]))
            return names if all(map(is_named, names)) else []
    return []


def _in_capitals(text: str, language: str | None) -> list[str]:
    """The names behind a label in capitals, up to the next: beside a whole name one of a single word is one, too."""
    found = _IN_CAPITALS.match(text)
    if found is None:
        return []
    names = BETWEEN.split(listed(found["names"], language))
    if language and found["other"]:
        names = [n for name in names for n in _and_one(name, language)]
    whole = [is_called(name) for name in names]
    if found["other"]:
        return names if any(whole) and all(name.istitle() or name.isupper() for name in names) else []
    return names if all(whole) and not found["names"].isupper() else []


def _and_one(name: str, language: str) -> list[str]:
    """The names of a list whose last one is a single word: "Tuisku Laine ja Veeti"."""
    words = name.split()
    if len(words) > 3 and words[-2].islower() and words[-1].istitle() and is_called(" ".join(words[:-2])):
        joined = listed(f"{' '.join(words[:-1])} Anna Smith", language)  # as whole names are
        return [" ".join(words[:-2]), words[-1]] if "&" in joined else [name]
    return [name]
