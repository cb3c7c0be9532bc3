"""A body → the same without the lines in its margins that tell who made it, when, and where to share it.

    standfirst  ·  Text: Ann Lee | 3 July 2025 | Photos: Tom Ray  ·  text  ·  By Ann Lee  ·  facebook.com/post

Above the text such a line stands below a standfirst, where `edges.py` no longer looks; what it says of publishing tells it from
one that says when something is held. Below the text an author alone, or addresses of the paper, end it.
"""

from __future__ import annotations

import re
from itertools import islice

from crawler.parse.body.addresses import LEFT, before_addresses
from crawler.parse.body.date_lines import (
    BELOW,
    BESIDE,
    is_date_line,
    is_day_alone,
    is_sentence,
    names_edition,
    tells_when,
)
from crawler.parse.body.follow import is_set_in
from crawler.parse.body.imprint import is_imprint
from crawler.parse.body.signed_line import MAIL, names_whom
from crawler.parse.dates.calendars import Written, find_dates, may_hold
from crawler.parse.dates.values import says_updated
from crawler.parse.dates.words import is_other_day, says_published
from crawler.parse.page.blocks import HEADINGS, Block
from crawler.parse.page.clean import CLOSERS
from crawler.parse.page.phrases import COMMENTS
from crawler.parse.page.stops import STOPS
from crawler.patterns import lazily, rarely

TOP = 4  # blocks above and at the beginning of a text that are looked at
LINE, PART = 160, 48  # characters of a line of labels, and of a part of one
WORDS = 6  # of what a label is of
PARAGRAPH = 80  # characters of a standfirst, and of the first of a text
BUTTON = 4  # words of one that shares: "Share this on Facebook"
BOTH = 2  # days of a line that tells when a text was changed and when it came out
COUNT = 40  # characters of one that counts comments
_LABEL = lazily(  # before a colon; in lower case
    r"(?<!\w)(?:by|texts?|words|author|written|photos?|pictures|edit(?:or|ed)|compiled|prepared|category|section|source|published|posted|updated|views|reads|reading time|issue[dr](?: by)?|autor(?:in|en|es|a|e|i)?|fotos?|bilder|redaktion|rubrik|kategorie|quelle|veröffentlicht|erschienen|aktualisiert|stand|lesezeit|texte|auteur|rubrique|catégorie|publié(?: le)?|mis à jour|lecture|émetteur"
    r"|texto|fotograf[íi]as?|categoría|sección|fuente|publicado|actualizado|lecturas|visitas|edición|emisor|categoria|seção|fonte|atualizado|leituras|testo|sezione|pubblicato|aggiornato|letture|a cura di|tekst(?:i|en)?|foto['’]s|rubriek|bron|geplaatst|bijgewerkt|leestijd|zdjęcia|fot|kategoria|źródło|opublikowano|aktualizacja|czas czytania|zdroj|publikováno|aktualizováno|zverejnené|rubrika"
    r"|текст|автор[ыи]?|фото|рубрика|категория|категорія|источник|джерело|опубликовано|опубліковано|обновлено|оновлено|просмотр(?:ов|ы)|переглядів|редактор|източник|публикувано|обновена|извор|napisa(?:o|la)|piše|пише|izvor|objavljeno|emitent|sursa|publicat|actualizat|derleyen|hazırlayan|yazan|editör|haber|fotoğraf(?:lar)?|giriş|yayın(?:lanma)?|güncelleme|kaynak|okuma süresi|kategori"
    r"|γράφ(?:ει|ουν)|δημοσίευση|τελευταία ενημέρωση|πηγή|φωτογραφίες|kuvat?|julkaistu|päivitetty|lähde|foto|publicerad|uppdaterad|källa|publisert|oppdatert|udgivet|opdateret|kilde|írta|szöveg|fotó|forrás|megjelent|frissítve|penulis|penyunting|sumber|diterbitkan|diperbarui|tác giả|nguồn|ảnh|cập nhật|chuyên mục|ผู้เขียน|ภาพ|ที่มา|เผยแพร่|อัปเดต|หมวด"
    r"|作者|来源|來源|编辑|編輯|发布时间|發布時間|责编|记者|記者|摄影|攝影|栏目|分类|文|写真|取材|公開|更新|カテゴリ|입력|수정|등록|사진|글|بقلم|تحرير|تصوير|المصدر|نشر|تحديث|القسم|מאת|צילום|פורסם|עודכן|מקור|نویسنده|منبع|عکس|लेखक|फोटो|स्रोत|प्रकाशित|अपडेट)\s?[:：]"
)
_MADE = rarely(  # who wrote and who took the pictures, in one line without a date
    r"\W*(?:teksti?|texts?|texte|texto|testo|текст|words|szöveg)(?:\s?[:：]\s?|\s)(?=[^\W\d_]).{3,60}?[\s,|·/](?:kuvat?|fotos?|foto|fotograf\w+|bild(?:er)?|zdjęcia|photos?|pictures|фото|fotó(?:k)?|imágenes|fotografie)(?:\s?[:：]\s?|\s)(?=[^\W\d_]).{3,50}$"
    r"|[［\[【（(][々\u3041-\u30ff\u4e00-\u9fff・，、,\s]{2,20}記者[］\]】）)]$",
    re.I,
)
HANDS = lazily(  # who did what with a text, before a colon; in lower case
    r"(?:(?:edited|reported|compiled|translated|reviewed|produced|curated|published|posted|fact[- ]?checked) by|(?:sub-?|desk |news |web |copy |city |managing )?editor|redaktion|bearbeitet von|bearbeitung|édité par|edición|editad[oa] por|edição|a cura di|redactie|bewerkt door|redakcja|opracowanie|opracował[ao]?|zpracoval[ai]?|редактор|подготовил[аи]?|редагував(?:ла)?|підготував|підготувала|редакция"
    r"|editör|yayına hazırlayan|redigering|redaktör|redaktør|toimittaja|επιμέλεια|szerkesztette|szerkesztő|editat de|uredi(?:o|la)|уредник|editor(?:a)?|penyunting|biên tập|บรรณาธิการ|เรียบเรียง|编辑|編輯|责编|責編|校对|校對|편집|تحرير|עריכה|ویراستار|संपादन|संपादक|सम्पादक|সম্পাদনা|தொகுப்பு)\s?[:：]\s?(?:[^\d:：.!?。]|(?<!\w\w)\.){2,40}\W*"
)
_READING = lazily(  # how long that takes
    r"(?:temps de lecture|lecture|lesezeit|reading time|tiempo de lectura|tempo (?:di|de) lett?ura|leestijd|lästid|lesetid|læsetid|lukuaika|czas czytania|čas čtení|время чтения|час читання|okuma süresi|olvasási idő|timp de citire|waktu baca|thời gian đọc|阅读时间|閱讀時間)\W{0,3}(?:(?:de|:)\s)?\d{1,3}\s?\w{0,8}\.?|\d{1,3}[ -]?min\w*\.?(?: (?:read|de lecture|de lectura|di lettura|de leitura|lesen|lesezeit|leestijd|läsning|lesing|læsning|czytania|čtení|чтения|читання))?",
    re.I,
)
_PATH = rarely(  # the way through a site that a page shows above its text; in lower case
    r"\W*(?:(?:您|你)?(?:的|现在|當前|当前|目前|所在)?(?:所在)?的?位置|現在位置|現在地|현재 ?위치|you are here|sie (?:sind|befinden sich) hier|vous êtes ici|(?:usted )?está(?:s)? aquí|você está (?:aqui|em)|ti trovi (?:qui|in)|sei (?:qui|in)|u bent hier|jesteś tutaj|(?:nacházíte|nachádzate) se|вы (?:здесь|находитесь здесь)|ви тут|buradasınız|du är här|du er her|olet tässä|βρίσκεστε εδώ|ön itt (?:van|áll)|anda (?:di sini|berada di)|bạn đang ở|คุณอยู่ที่|أنت هنا|אתה נמצא כאן)\s?[:：>›»]"
)
_HIJRI = lazily(  # a day of the Islamic calendar beside the same of ours
    r"\d{1,2}\s+(?:محرم|صفر|ربيع (?:ال)?(?:أول|اول|آخر|ثاني)|جمادى (?:ال)?(?:أولى|اولى|آخرة|ثانية)|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة)\s+\d{4}\s?(?:هـ?)?\s?(?:الموافق)?"
)
_SHARE = lazily(  # buttons in one line: that one does not begin so is told sooner than that it names no network
    r"\W*(?:share|teilen|partage[rz]|compart(?:ir|e|a)|compartilh\w+|partilh\w+|condividi|delen|deel|udostępnij|sdílet|zdieľať|поделиться|поділитися|сподели|podijeli|podeli|paylaş|dela|del|jaa|distribuie|megosztás|κοινοποίηση|bagikan|kongsi|chia sẻ|แชร์|分享|シェア|공유|شارك|שתפו)(?!\w)[^.!?]{0,30}[:：]?\s.*(?:facebook|twitter|whatsapp|telegram|linkedin|viber|e-?mail)[^.!?]*$",
    re.I,
)
_NETWORK = lazily(r"facebook|twitter|whatsapp|telegram|linkedin|viber|e-?mail", re.I)
_SIGN = re.compile(r"[:：]|^[［\[【（(]")
_BARS = re.compile(r"\s*[|·•]\s*")
_STROKES = re.compile(r"\s+[|·•–—/-]\s+|[,;]\s+(?=[^,;:]{2,16}:)")
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
SMALL = 3  # letters of a word beside a date that tells nothing: "à", "kl", "at"
_FACT = re.compile(r"[^:：]{2,24}[:：]\s?\S")  # "Date: 3 July", "Place: the quay"


def without_margins(body: list[Block], authors: tuple[str, ...], title: str | None) -> list[Block]:
    """`body` without such lines; all of it where little would be left."""
    last = _end(body, authors, title)
    top = min(TOP, last - LEFT)
    long = list(islice((i for i in range(top) if is_paragraph(body[i].text)), 2))
    if len(long) > 1:  # the text has begun: a line below tells whence a table is
        top = long[1]
    made = {i for i in range(top) if _is_made(body, i, authors)}
    terms = [b for b in body[: 2 * TOP] if b.element.tag == "dt"]
    facts = {
        b.holder for b in terms if not _LABEL.fullmatch(f"{b.text.lower()}:")
    }  # of a book: author, pages
    credits = {b.holder for b in terms} - facts
    if credits:
        made.update(i for i, b in enumerate(body) if b.holder in credits)
    if last == len(body) and not made:
        return body
    return [b for i, b in enumerate(body[:last]) if i not in made]


def _is_made(body: list[Block], i: int, authors: tuple[str, ...]) -> bool:
    """Whether a line at the top tells a date and who made the text, or the way to it, and is no heading of a part."""
    text = body[i].text
    if len(text) > LINE or body[i].element.tag in HEADINGS:
        return False
    if is_sentence(text):
        bare = _bare(text)
        if bare == text or is_sentence(bare):
            return _ends_short(text) and _says_when_only(text)
        text = bare
    if _says_when_only(text) or _counts_comments(text):
        return True
    if _SIGN.search(text) and all(HANDS.fullmatch(part.strip()) for part in _BARS.split(text.lower())):
        return True
    if _PATH.match(text.lower()) or (_MADE.match(text) and _names_any(text, authors)):
        return True
    if not may_hold(text):
        return _is_its_day(body, i)
    dates = find_dates(text)
    if dates and is_set_in(text[dates[-1].end :].strip(" |·•,;-–—")):  # how often it was read
        text = text[: dates[-1].end]
    if _is_of_time(body, i) or any(is_other_day(text.lower(), date) for date in dates):
        return False
    if names_edition(text, dates):
        return False
    told = _is_labelled(text) or _is_dated_part(text) or is_date_line(_HIJRI.sub("", text), BESIDE)
    return told or _is_its_day(body, i)


def _is_its_day(body: list[Block], i: int) -> bool:
    """Whether a line tells but a day of this year, and the next one no place."""
    if not is_day_alone(body[i].text) or _is_of_time(body, i) or i + 1 == len(body):
        return False
    below = body[i + 1].text
    return len(below) >= PARAGRAPH or is_sentence(below)


def _counts_comments(text: str) -> bool:
    """Whether a line says how many comments there are, none perhaps."""
    short = len(text) <= COUNT and any(map(str.isdigit, text))
    return short and COMMENTS.fullmatch(text.lower().replace("0", "1")) is not None


def is_paragraph(text: str) -> bool:
    """Whether a line is a sentence or more, and not of when it was published."""
    if len(text) < PARAGRAPH or not is_sentence(text):
        return False
    return not (_ends_short(text) and (_says_when_only(text) or not is_sentence(_bare(text))))


def _bare(text: str) -> str:
    """A line without how long it takes to read: "3 July 2025 · Reading time: 5 min."."""
    if len(text) > LINE:
        return text
    told = _READING.sub("", text) if _DIGIT.search(text) else text
    return told.rstrip(" ·|•-–—")


def _ends_short(text: str) -> bool:
    """Whether the full stop at the end of a line may be that of a short word: "3 min."."""
    return len(text) <= LINE and len(text) - text.rfind(" ") <= SMALL + 2


def _says_when_only(text: str) -> bool:
    """Whether all that a line says is when it was published and changed, and how long it takes to read."""
    if not (may_hold(text) and (says_published(text) or says_updated(text))):
        return False
    left = _READING.sub(" ", text)
    dates = find_dates(left)
    for date in reversed(dates):
        left = f"{left[: date.start]} {left[date.end :]}"
    others = [word for word in _LETTERS.findall(left) if not tells_when(word.lower())]
    if all(len(word) <= SMALL and word in (word.lower(), "Uhr") for word in others):
        return bool(dates)
    return _tells_both(text, dates, [word for word in others if len(word) > SMALL])


def _tells_both(text: str, dates: list[Written], words: list[str]) -> bool:
    """Whether a line says on which day a text was changed, then in a word or two on which it came out: no later one."""
    if len(dates) != BOTH or len(words) > BOTH or text.rstrip(CLOSERS).endswith(STOPS):
        return False
    changed, first = dates
    later = changed.at.replace(tzinfo=None) >= first.at.replace(tzinfo=None)
    return later and says_updated(text[: changed.start]) and not says_updated(text[changed.end :])


def _names_any(text: str, authors: tuple[str, ...]) -> bool:
    """Whether labels, a paper's own brackets or one of the authors tell a line of people from one of "text and pictures"."""
    told, first = text.casefold(), text.split(" ", 1)[0]
    labelled = _SIGN.search(text) is not None or (first.isupper() and not text.isupper())
    return labelled or any(name.casefold() in told for name in authors)


def _is_of_time(body: list[Block], i: int) -> bool:
    """Whether a line tells when something is held: the next one tells where, or others built like it tell other days."""
    if _FACT.match(body[i].text) and i + 1 < len(body) and _FACT.match(body[i + 1].text):
        return True
    own = body[i].element
    alike = (
        b for b in (*body[:i], *body[i + 1 :]) if (b.element.tag, b.element.label) == (own.tag, own.label)
    )
    return any(is_date_line(b.text, BESIDE) or is_day_alone(b.text) for b in alike)


def _is_labelled(text: str) -> bool:
    """Whether a line with a day is made of labels and a few words behind each, one of which is of publishing."""
    labelled = _LABEL.search(text.lower())
    parts = re.split(r"[:：|·•]", text)
    return (
        labelled is not None
        and len(parts) > 1
        and all(len(_WORD.findall(p)) <= 2 * WORDS for p in parts)
        and bool(find_dates(text))
    )


def _is_dated_part(text: str) -> bool:
    """Whether one of the short parts of a line is a day, a weekday before it, and others are an author and a place, or a count."""
    parts = _BARS.split(text)
    if len(parts) < 2 or any(len(part) > PART for part in parts):
        return False
    dated = [part for part in parts if is_date_line(part, BESIDE // 2)]
    beside = [part for part in parts if part not in dated]
    return bool(dated) and (len(beside) > 1 or any(map(is_set_in, beside)))


def _end(body: list[Block], authors: tuple[str, ...], title: str | None) -> int:
    """How many blocks stand before what ends a text and is none of it."""
    last = before_addresses(body)
    everybody = [name.casefold() for name in authors]
    if last <= LEFT or not _ends(body[last - 1].text, everybody):  # as of most
        return last
    others = (b.text for b in body[:last] if not (everybody and _ends(b.text, everybody)))
    told = "\n".join((title or "", *others)).casefold() if everybody else ""
    names = [name for name in everybody if name not in told]
    while last > LEFT and _ends(body[last - 1].text, names):
        last -= 1
    return last


def _ends(text: str, names: list[str]) -> bool:
    """Whether each line of a block is buttons to share, or names the authors and where to write to them."""
    if len(text) > 2 * LINE:
        return False
    lines = text.split("\n")
    if len(lines) > 1 and are_of_hands(lines):
        return True
    if names and len(lines) > 1 and is_date_line(lines[-1], BELOW):  # "Ann Lee, Newtown", and the day below
        lines = lines[:-1]
    return all(
        _is_buttons(line)
        or _is_of_hands(line)
        or (names and (MAIL.fullmatch(line) or names_whom(line, names)))
        or (len(lines) > 1 and (is_imprint(line) or HANDS.fullmatch(line.strip("()[] ").lower())))
        for line in lines
    )


def are_of_hands(lines: list[str]) -> bool:
    """Whether all lines of a block are a label and a few words behind it, half of them of who made the text."""
    if not all(_FACT.match(line) and len(line) <= PART and not is_sentence(line) for line in lines):
        return False
    return 2 * sum(_LABEL.match(line.lower()) is not None for line in lines) >= len(lines)


def _is_of_hands(line: str) -> bool:
    """Whether a line is two labels or more with a name behind each: "Text: Ann Lee - Photo: Tom Ray"."""
    if len(line) > LINE or not (":" in line or "：" in line):  # as most
        return False
    if len(_SIGN.findall(line)) < 2 or any(map(str.isdigit, line)):
        return False
    parts = _STROKES.split(line)
    return len(parts) > 1 and all(
        (label := _LABEL.match(part.lower())) is not None and 0 < len(part[label.end() :].split()) <= WORDS
        for part in parts
    )


def _is_buttons(line: str) -> bool:
    """Whether a line is buttons: several networks or few words, and no share of anything in figures."""
    if not _SHARE.match(line) or any(map(str.isdigit, line)):
        return False
    return len(_NETWORK.findall(line)) > 1 or len(line.split()) <= BUTTON
