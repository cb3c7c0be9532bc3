"""A line that tells who did what for a text → those who wrote it.

Text: Mia Kühl und Jan Bode | Fotos: Ute Alt        Текст: Анна Лисина. Фото: Иван Колев        文｜林美玲　攝影｜王明
Eva Berg (text) och Nils Ek (foto)                   (Reporting by Ann Lee; Editing by Tom Ray)  글·사진=김하늘 기자
Ein Bericht von Mia Kühl                             Dal nostro inviato Ugo Neri                 Ann Lee in Newtown and Tom Ray in Morrow

A label alone before one name may tell what a text is about ("Interview: Tom Ray"), and so may a portrait of somebody, and
two who play in two towns: whoever is named again is not believed to have written.
"""

from __future__ import annotations

import re

from crawler.parse.authors.byline import listed
from crawler.parse.authors.names import BETWEEN, HONOURED
from crawler.parse.authors.nobody import is_nobody
from crawler.parse.authors.signature import is_called
from crawler.parse.authors.spoken_of import is_named_again, is_spoken_of
from crawler.parse.page import labels
from crawler.parse.page.blocks import NEAR, Block, Outline
from crawler.patterns import lazily, rarely

FOOT = 9  # last blocks of the neighbourhood, in which the end of a text signs
_SHORT, _UNCASED = 110, 30  # characters of such a line; of a name in letters without capitals
_HEADLINE = 8  # blocks of the neighbourhood above the headline
_OTHERS = labels.ELSEWHERE | labels.MEDIA | labels.CAPTION | labels.HIDDEN
# what is said before who wrote; the second row is what a text may be about as well
_WROTE = (
    r"text|words|story|reporting|texte|texto|testo|tekst|teksti|texti|szöveg|metin|yazı|tekst i zdjęcia|текст|тэкст|κείμενο|متن|نص|טקסט|เรื่อง|文字|(?:構成|写真|撮影|图|圖)[・、/／]文|文[・、/／](?:構成|写真|撮影|图|圖)|图文|圖文|文|撰文|作者|取材・文・撮影|取材・文|取材・撮影|取材|聞き手・文|聞き手|글|글·사진|글ㆍ사진|사진·글|bài, ảnh|bài và ảnh|tin, ảnh|tin, bài|bài|tin"
    r"|reporter|reportagem|reportaje|reportage|reportaj|röportaj|haber|opracowanie|redacción|interview|gespräch|entretien|intervista|wywiad|rozmowa|rozhovor|интервью|інтерв['’]ю|беседа|گزارش|گفتگو|تقرير|تحقيق|حوار|كتبت?|حاوره|حاورها|أجرى الحوار|أجرت الحوار|रिपोर्ट|প্রতিবেদন|ข่าว"
)
_DID_ELSE = (
    r"foto\w*|photo\w*|pictures?|images?|bild(?:er)?|kuvat?|kuvitus|fot\.|zdjęci[ae]|фото\w*|снимк\w+|φωτο\w*|fotó\w*|kép\w*|kamera\w*|video|grafi+k\w*|gr[aá]fi[ck]\w*|graphics?|infogra\w+|график\w*|инфограф\w+|illustrations?|ilustr\w+|γραφικά|그래픽|図版|גרפיקה|đồ họa|minh họa"
    r"|edit(?:or|ing|ed)|edição|edición|redaktion|redakcja|editör|redaktor|montaj|montage|translat(?:ion|or|ed)|übersetz\w+|çeviri|çeviren|traducción|tradução|traduction|перевод|camera"
    r"|عکس|تصوير|تصویر|צילום|ภาพ|ช่างภาพ|ảnh|撮影|写真|編集|摄影|攝影|图|圖|编辑|編輯|校对|사진|그림|편집"
)
_TRANSLATED = (
    r"translat(?:ion|or|ed by)|übersetz(?:ung|t von)|vertaling|vertaald door|oversettelse|oversatt av|oversættelse|oversat af|översättning|översatt av|käännös|suomennos|suomentanut|tłumaczenie|tłum\.|překlad|přeložila?|preklad|preložila?|fordítás|fordította"
    r"|traducere|traducción|traducido por|tradução|traduction|traduit par|traduzione|tradotto da|terjemahan|diterjemahkan oleh|người dịch|người dịch|μετάφραση|prijevod|preveo|prevela|prevod|превод|превео|превела|перевод|перев[её]л[аи]?|переклад|переклала?|çeviri|çeviren|ترجمة|ترجمه|תרגום|अनुवाद"
)
_BEFORE_TRANSLATOR = lazily(
    rf"(?P<names>[^\W\d_][^:：]{{2,60}}?)(?:\s?[|,;·•–—/\n-]\s?|\s+|(?<=[^\W\d_])(?=(?-i:[^\W\d_a-zà-ÿа-я])))(?:{_TRANSLATED})\s?[:：]\s?(?=[^\W\d_])",
    re.I,
)
_HAS_TRANSLATOR = rarely(
    "translat|übersetz|vertaling|vertaald|oversatt|oversett|oversæt|oversat|översätt|översatt|käännös|suomenn|suomenta|tłumacz|tłum.|překlad|přelož|preklad|prelož|fordít|traduc|traduit|tradução|traduz|tradott|terjemah|người dịch|μετάφραση|prijevod|prevod|preveo|prevela|превод|превео|превела|перевод|перевел|перевёл|перекла|çevir|çeviren|ترجم|תרגום|अनुवाद"
)
_HAS_ELSE = rarely(  # asked first: few lines have one
    "foto|photo|pictur|image|bild|kuva|kuvi|fot.|zdjęci|фото|снимк|φωτο|kép|kamera|camera|vertaling|vertaald|oversatt|oversett|oversæt|oversat|översätt|översatt|käännös|suomenn|suomenta|tłumacz|tłum.|překlad|přelož|preklad|prelož|fordít|tradott|terjemah|người dịch|μετάφραση|prijevod|prevod|preveo|prevela|превод|превео|превела|перевел|перевёл|перекла|ترجم|תרגום|अनुवाद|video|grafi|graphic|illustr|ilustr|edit|ediç|redak|montaj|montage|translat|übersetz|çevir|tradu|перевод|عکس|تصوير|تصویر|צילום|ภาพ|ảnh|撮影|写真|編集|摄影|攝影|图|圖|编辑|編輯|校对|사진|그림|편집"
)
_BY = r"von|by|de|di|da|do|av|af|por|par|door|van|от|од"
_SIGN = r"\s?[:：=＝／/｜|・]\s?"
_EDGE = r"(?:(?<=^)|(?<=[\s,.;|/／、·•(（\n–—-]))"
_LABEL = lazily(
    rf"{_EDGE}(?:(?P<wrote>{_WROTE}|记者|記者|^(?:por|by|von|di|par|av|door))|(?P<else>{_DID_ELSE}))(?P<sign>{_SIGN}|\s(?:{_BY})\s|\s(?=[^\W\d_])|$)",
    re.I,
)
# "編集部・岸本 遥"
_OF_DESK = lazily(r"^[\u4e00-\u9fff]{1,6}(?:部|局|社|室)[・／/＝=]\s?(?=[\u4e00-\u9fff])")
_TOUCH = " \t\n,.;|｜/／、·•()（）–—-"
_ALONE = lazily(rf"^[（(]?(?:{_WROTE})\s?[:：=＝]\s?(?P<names>[^:：()（）]{{2,80}})[)）]?$", re.I)
_GENRE = lazily(
    r"^(?:eine?\s|une?\s|una\s|an?\s|en\s|ett\s|um\s|uma\s)?(?:bericht|reportage|interview(?=\s(?:von|by|av|af|door))|gastbeitrag|kommentar|analyse|opinion|feature|explainer|perspective|guest (?:post|column|essay|blog)|essay|kolumne|glosse|porträt|rezension|enquête|chronique|récit|tribune|crónica|reportaje|análisis|columna|inchiesta|analisi|commento|reportagem|artigo|análise|report|story|analysis|comment|column|review|krönika|recension|reportasje|verslag|recensie)\s(?:von|by|de|di|por|par|av|af|door|van)\s(?P<names>\S.{3,50})$",
    re.I,
)
_OURS = rarely(
    r"^(?:(?:von|from|by|door|de|dal|dalla|do|da|av|fra|от|од)\s)?(?:our|unser(?:e[mnrs]?)?|notre|nuestr[oa]|noss[oa]|nostr[oa]|onze|vår|vores|наш(?:его|ей|а)?)\s(?:own\s)?(?:[^\W\d_]+\s)?(?:correspondent|reporter|korrespondent(?:in|en)?|redakteur(?:in|s)?|mitarbeiter(?:in|s)?|correspondante?|envoyée?(?: spéciale?)?|corresponsal|enviad[oa](?: especial)?|correspondente|inviat[oa]|corrispondente|verslaggever|redacteur|korrespondent|medarbetare|корреспондента?|кореспондент)"
    r"(?:\s(?:in|à|en|a|em|aus|te|i|из|в)\s[^\W\d_][\w-]+)?[,:]?\s(?P<names>[^\W\d_].{3,50})$",
    re.I,
)
_REPORTS = lazily(
    r"^(?:aus|von der|vom)\s(?:[^\W\d_][\w-]+\s){1,3}(?:berichte[nt]|meldet)\s(?P<names>[^\W\d_].{3,50})$",
    re.I,
)
_IN = lazily(
    r"(?P<name>[^\W\d_][^,]{3,40}?)\s(?:in|à|en|a|em|à|w|v|в|в|aus)\s[^\W\d_a-zà-ÿа-я][\w’'-]+(?:\s[^\W\d_a-zà-ÿ][\w’'-]+)?"
)
_BRACKETED = lazily(r"^[（(]([^()（）\d,.:;]{4,40})[)）]\.?$")
_LED = lazily(
    r"^[（(]\s?(?:di|von|by|par|por|door|av|af)\s(?P<name>[^\W\d_a-z][^()\d,.:;]{3,40}?)\s?[)）]\.?$"
)
_COLON = re.compile("[:：=＝]")
_WORDS = 2, 10  # blanks in a line that tells it in words
_AND = lazily(r"\s(?:and|und|et|y|e|og|och|i|и|en)\s|,\s")


def credits(page: Outline, start: int, end: int) -> list[str]:
    """The names of the first such line near the headline, else at the end of the text."""
    near = page.blocks[max(0, start) : start + NEAR]
    foot = page.blocks[max(start + NEAR, end - FOOT, 0) : end]
    short = "\n".join(b.text for b in (*near, *foot) if len(b.text) <= _SHORT).lower()
    labelled = _HAS_ELSE.search(short) is not None  # asked of all at once: most pages have none
    translated = labelled and _HAS_TRANSLATOR.search(short) is not None
    for block in (*near, *foot):
        if len(block.text) > _SHORT or block.is_heading or block.element.every & _OTHERS:
            continue
        if translated and (names := _before_translator(block.text, page.language)):
            return [n for n in names if not is_spoken_of(n, block, page, start, end)]
        for line in block.text.split("\n"):
            names = _by_labels(line, page.language) if labelled else []
            if names := names or _told(line, block, page):
                return names
            if names := _perhaps_about(line, page.language):
                return [n for n in names if not is_spoken_of(n, block, page, start, end)]
    return []


def _told(line: str, block: Block, page: Outline) -> list[str]:
    language = page.language
    for shape in (_OURS, _REPORTS) if _WORDS[0] <= line.count(" ") <= _WORDS[1] else ():
        if found := shape.match(line):
            return _names(found["names"], language)
    if _COLON.search(line) and (found := _ALONE.match(line)):
        names = _names(found["names"], language)
        return [] if any(is_named_again(n, block, page) for n in names) else names
    return []


def _perhaps_about(line: str, language: str | None) -> list[str]:
    """The names behind a genre, or each before a place."""
    worded = _WORDS[0] <= line.count(" ") <= _WORDS[1]
    if worded and (found := _GENRE.match(line)):
        return _names(found["names"], language)
    return _each_in(line) if " in " in line else []


def _by_labels(line: str, language: str | None) -> list[str]:
    """The names between the label of who wrote and the next one, of who did else, in a line that has both."""
    if not _HAS_ELSE.search(line.lower()):
        return []
    found = list(_LABEL.finditer(line))
    if not any(m["wrote"] for m in found) or not any(m["else"] for m in found):
        return []
    ends = [m.start() for m in found[1:]] + [len(line)]
    for label, stop in zip(found, ends, strict=True):
        if label["wrote"] and (names := _names(line[label.end() : stop].strip(_TOUCH), language)):
            return names
    return []


def _before_translator(text: str, language: str | None) -> list[str]:
    """The names that stand before the label of who translated: "Ann Lee | Translation: Mia Kühl"."""
    found = _BEFORE_TRANSLATOR.match(text)
    return _names(found["names"], language) if found else []


def _each_in(line: str) -> list[str]:
    """The people of a line in which each stands before the place that he wrote from."""
    found = [_IN.fullmatch(part) for part in _AND.split(line)]
    names = [m["name"] for m in found if m]
    return names if len(names) == len(found) > 1 and all(map(is_called, names)) else []


def in_brackets(page: Outline, start: int, end: int) -> list[str]:
    """The name of two words in brackets that stands alone at the end of a text, and nowhere else; one word is a note as well."""
    for block in page.blocks[max(start + _HEADLINE + 1, end - FOOT, 0) : end]:
        found = _BRACKETED.match(block.text) if block.text[:1] in "(（" else None
        name = found[1] if found and not _HAS_ELSE.search(found[1].lower()) else ""
        if " " not in name or not is_named(name) or is_named_again(name, block, page):
            continue
        if not is_spoken_of(name, block, page, start, end):
            return [name]
    return []


def led_in_brackets(page: Outline, start: int, end: int, *, edited: bool = False) -> list[str]:
    """The name behind "by", in brackets, that is a line at the end of a text, below no picture: "(di Ugo Neri)".

    Where the line by the headline tells who `edited` it, that is asked first: "a cura di Lia Costa".
    """
    near = page.blocks[max(0, start) : start + NEAR]
    if edited and not any("a cura di" in b.text.lower() for b in near if len(b.text) <= _SHORT):
        return []
    for block in page.blocks[max(start + _HEADLINE, end - FOOT, 0) : end]:
        found = _LED.match(block.text) if block.text[:1] in "(（" else None
        if found is None or block.element.every & _OTHERS or block.order in page.pictures:
            continue
        name = found["name"]
        if is_called(name) and not is_named_again(name, block, page):
            return [] if is_spoken_of(name, block, page, start, end) else [name]
    return []


def _names(text: str, language: str | None) -> list[str]:
    names = [
        HONOURED.sub("", _OF_DESK.sub("", n.removesuffix("기자").strip(_TOUCH)))
        for n in BETWEEN.split(listed(text.strip(_TOUCH), language))
    ]
    return names if all(map(is_named, names)) else []


def is_named(name: str) -> bool:
    """Whether all of a string is a name: by its capitals, else by being two to four words, or few signs, and nothing else."""
    if not name or is_nobody(name):
        return False
    if name.upper() != name.lower() and not "\u10d0" <= name[0] <= "\u10ff":  # Georgian has no capitals
        return is_called(name)
    if any(sign in name for sign in ':：.。,،()«»"“”?!0123456789') or len(name) > _UNCASED:
        return False
    words = name.split()
    if "\u3040" <= name[0] <= "\u9fff" or "\uac00" <= name[0] <= "\ud7a3":
        return len(words) <= 2 and 2 <= len(name.replace(" ", "")) <= 6
    return 2 <= len(words) <= 4
