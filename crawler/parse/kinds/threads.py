"""A page → whether its readers talk on it and nobody reports: the topics of a forum in rows, or the posts of one topic.

    Topics · Replies · Views · Last post      ·  heads of columns, each a line of its own
    Ann Lee  Joined: 2019  Posts: 412  text   ·  said of each who posts, the first one too

An article with comments has such lines below its text only, and none that heads a column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from urllib.parse import urlsplit

from crawler.parse.dates.calendars import find_dates
from crawler.parse.kinds.proof import Shown
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Element, Outline
from crawler.parse.page.clean import width
from crawler.patterns import lazily, rarely

LINE, HEAD = 60, 32  # characters of a line that says it, and of the head of a column
OVER = 12  # blocks above a text among which the first of them stands
START = 4  # characters in which lines that say the same are alike
COLUMNS, ROW = 3, 8  # heads of columns that make a list of topics, and blocks among which they stand
POSTS, SAID = 3, 2  # posts of which the same is said, and different things said of them
# characters, a Chinese one counting two, that may stand above the first of them: what the topic is
ABOVE = 60
# characters, a Chinese one counting two, of a paragraph, and of all that make a text of a page
PROSE, TOLD = 100, 300
_COLUMNS = {  # in lower case
    "topics": "topic|topics|thread|threads|themen|sujets|temas|tópicos|argomenti|discussioni|onderwerpen|tematy|wątki|témata|témy|темы|теми|konular|trådar|tråder|tråde|ämnen|emner|aiheet|θέματα|témák|subiecte|teme|المواضيع|נושאים|موضوعات|กระทู้|หัวข้อ|chủ đề|topik|主题|主題|トピック|スレッド|주제|объявления|announcement|announcements|ankündigungen|annonces",
    "replies": "reply|replies|antworten|réponses|respuestas|respostas|risposte|reacties|antwoorden|odpowiedzi|odpovědi|odpovede|ответы|ответов|відповіді|відповідей|отговори|cevap|cevaplar|yanıt|yanıtlar|svar|vastaukset|vastauksia|απαντήσεις|válasz|válaszok|răspunsuri|odgovori|الردود|ردود|پاسخ|پاسخها|پاسخ‌ها|ตอบกลับ|คำตอบ|trả lời|lượt trả lời|balasan|回复|回復|回覆|回帖|返信|返信数|답글|답변",
    "views": "views|aufrufe|zugriffe|hits|vues|affichages|vistas|visitas|visualizações|exibições|visite|letture|weergaven|bekeken|wyświetlenia|odsłony|zobrazení|zhlédnutí|просмотры|просмотров|перегляди|переглядів|прегледи|görüntüleme|okunma|visningar|visninger|lukukerrat|προβολές|megtekintése|megtekintések|vizualizări|pregledi|pregleda|المشاهدات|مشاهدات|צפיות|بازدید|بازدیدها|เข้าชม|ดู|lượt xem|đã xem|xem|dilihat|tayangan|查看|浏览|瀏覽|阅读|閱讀|閲覧|閲覧数|表示|表示数|조회|조회수",
    "last": "last post|last reply|last message|last activity|letzter beitrag|neuester beitrag|dernier message|último mensaje|última mensagem|ultimo messaggio|laatste bericht|ostatni post|poslední příspěvek|posledný príspevok|последнее сообщение|останнє повідомлення|последно мнение|последно съобщение|son mesaj|son ileti|son cevap|senaste inlägg|senaste inlägget|siste innlegg|seneste indlæg|viimeisin viesti|uusin viesti|τελευταία δημοσίευση|τελευταία απάντηση|utolsó hozzászólás|utolsó üzenet|ultimul mesaj|zadnja poruka|poslednja poruka|آخر مشاركة|آخر رد|הודעה אחרונה|آخرین ارسال|โพสต์ล่าสุด|ตอบล่าสุด|bài mới nhất|bài cuối|bài cuối cùng|bài viết mới nhất|bài viết cuối|bài viết cuối cùng|pos terakhir|posting terakhir|post terakhir|最后发表|最后回复|最后更新|最後發表|最後回覆|最終投稿|最終更新|최근 글|마지막 글",
    "posts": "posts|beiträge|messages|mensajes|mensagens|messaggi|berichten|posty|příspěvky|príspevky|сообщения|сообщений|повідомлення|повідомлень|мнения|mesaj|mesajlar|ileti|iletiler|inlägg|innlegg|indlæg|viestit|viestejä|δημοσιεύσεις|hozzászólások|mesaje|poruke|المشاركات|הודעות|ارسالها|ارسال‌ها|โพสต์|bài viết|kiriman|帖子|帖数|投稿数|게시글",
}  # fmt: skip
_COLUMN = {word: column for column, words in _COLUMNS.items() for word in words.split("|")}
_QUOTE = frozenset(
    [
        "quote",
        "reply with quote",
        "zitieren",
        "zitat",
        "antworten mit zitat",
        "citer",
        "répondre en citant",
        "citar",
        "responder citando",
        "citazione",
        "cita",
        "quota",
        "citeren",
        "citeer",
        "cytuj",
        "odpowiedz z cytatem",
        "citovat",
        "citovať",
        "цитата",
        "цитировать",
        "ответить с цитатой",
        "цитувати",
        "цитирай",
        "alıntı",
        "alıntıla",
        "citera",
        "siter",
        "citér",
        "lainaa",
        "παράθεση",
        "idézet",
        "idézés",
        "citează",
        "citat",
        "citiraj",
        "اقتباس",
        "ציטוט",
        "نقل قول",
        "อ้างอิง",
        "อ้างถึง",
        "trích dẫn",
        "kutip",
        "引用",
        "引用回复",
        "引用して返信",
        "인용",
    ]
)
_SAID = rarely(  # of who posts; in lower case
    r"(?:(?P<joined>(?:joined|join date|member since|registered|registriert(?: seit)?|mitglied seit|dabei seit|inscrit(?:e|\(e\))? (?:le|depuis)|inscription|registrado|miembro desde|cadastrado|membro desde|registrato|iscritto(?: dal)?|lid sinds|geregistreerd|zarejestrowany|dołączył(?:a)?|registrován|registrace|зарегистрирован[а]?|регистрация|на форуме с|зареєстрован(?:ий|а)|регистриран|katılma(?: tarihi)?|üyelik|kayıt(?: tarihi)?|medlem sedan|blev medlem|ble medlem|tilmeldt|liittynyt|εγγραφή|csatlakozott|regisztrált|înregistrat|pridružen[ao]?|تاريخ التسجيل|הצטרף|تاریخ عضویت|สมัครเมื่อ|เข้าร่วม|tham gia|ngày tham gia|bergabung|注册(?:时间|于)?|註冊|登録日|가입일?)\s*[:：]?\s\S.{0,30}|(?:注册时间|注册于|登録日|가입일)\S.{0,20})"
    r"|(?P<count>(?:posts|beiträge|messages|mensajes|mensagens|messaggi|berichten|posty|příspěvky|príspevky|сообщени[яй]|повідомлень|мнения|mesaj(?:lar)?(?:ı|ları)?|ileti(?:ler)?|inlägg|innlegg|indlæg|viestejä|viestit|μηνύματα|hozzászólások|üzenetek|mesaje|poruke|المشاركات|مشاركات|הודעות|ارسال\u200c?ها|โพสต์|bài viết|posting|帖子|积分|投稿数?|게시글)\s*[:：]\s*\d[\d.,  ]*|\d[\d.,  ]* (?:posts|beiträge|messages|mensajes|mensagens|messaggi|berichten|postów|příspěvků|príspevkov|сообщени[яй]|повідомлень|мнения|mesaj|inlägg|innlegg|indlæg|viestiä|hozzászólás|mesaje|poruka|bài viết))"
    r"|(?P<number>(?:#|№\s?|nr\.\s?|nº\s?|post #|beitrag #)\d{1,4})"
    r")\W*"
)
_WHEN = rarely(  # above a post
    r"\W*(?:posted(?: on| at)?|written|verfasst(?: am)?|geschrieben(?: am)?|posté(?: le)?|publié(?: le)?|escrito(?: el)?|publicado(?: el| em)?|enviado(?: em)?|scritto(?: il)?|inviato(?: il)?|geplaatst(?: op)?|napisan[oy]|wysłany|odesláno|zaslal|napsal|добавлено|отправлено|написано|опубликовано|додано|надіслано|gönderildi|gönderilme zamanı|skrevet|skrivet|postat|lagt inn|lähetetty|kirjoitettu|δημοσιεύτηκε|elküldve|trimis|scris|napisao|poslano|نُشر|كُتب|أضيفت|נכתב|פורסם|نوشته شده|โพสต์เมื่อ|เขียนเมื่อ|ตอบเมื่อ|gửi lúc|đã gửi|viết bởi|diposting|ditulis|发表于|發表於|回复于|投稿日時?|投稿|작성일|등록일)\s*[:：]?\s*\D{0,12}\d.{2,30}"
)
_OF_TOPICS, _OF_POSTS = ("viewforum.php", "forumdisplay.php"), ("viewtopic.php", "showthread.php")
_DIGIT = lazily(r"\d")
_THREAD = lazily(r"(?:thread|topic|viewthread|read)-?\d+(?:-\d+)*(?:\.\w{2,5})?")  # what else they call one
_ANSWER = lazily(  # how what is posted below another is headed
    r"(?:re|aw|antw|sv|vs|odp|ynt|vá|отв(?:ет)?|відп(?:овідь)?|отг|回复|回覆|答复|返信)(?:\s?[\[(]\d+[\])]|\^\d+)?\s?[:：]\s?\S",
    re.I,
)
_HOSTS = frozenset(("bbs", "forum", "forums", "board", "boards", "community"))
_FOLDERS = frozenset(("thread", "threads", "topic", "topics", "forum", "forums", "bbs", "viewtopic"))


def is_forum(shown: Shown) -> bool:
    """Whether a page lists the topics of a forum, or shows what was posted on one."""
    page, url, body = shown.page, shown.url, shown.body
    script = _script(url)
    if script in _OF_TOPICS:
        return True
    if not (shown.is_long or _tells(body)) and _heads_columns(page):
        return True
    if script in _OF_POSTS and sum(_is_head(b) for b in page.blocks) >= POSTS:
        return True
    if _is_of_posts(url) and not _tells(body) and _are_called_comments(page, body):
        return True
    if _ANSWER.match(shown.title or "") and _is_of_posts(url):
        return True
    if shown.is_signed or shown.has_own_date:  # as most articles
        return False
    said = _said(page, body[0].order, _begun(body))
    often = sum(count >= POSTS for count in said.values())
    return often >= (1 if _is_of_posts(url) else SAID)


def _are_called_comments(page: Outline, body: list[Block]) -> bool:
    """Whether what stands right below the little that is text is a row of elements called comments, as all posts may be."""
    alike: Counter[tuple[Element | None, str]] = Counter()
    below = False
    for element in page.elements:
        if element.bits & labels.COMMENT and element.first > body[0].order and element.last > element.first:
            alike[element.parent, element.tag] += 1
            below = below or element.first <= body[-1].order + 2
    return below and max(alike.values(), default=0) >= POSTS


def _is_head(block: Block) -> bool:
    """Whether a line tells who posts and when, as one of these programs has it: "by ann_lee » 3 July 2025, 18:40"."""
    if len(block.text) > LINE or " » " not in block.text:
        return False
    return bool(find_dates(block.text[block.text.index(" » ") :]))


def _heads_columns(page: Outline) -> bool:
    """Whether the heads of several columns stand beside one another, each a line without a link."""
    heads: dict[str, int] = {}
    for block in page.blocks:
        if len(block.text) > HEAD or block.links or block.is_heading:
            continue
        column = _COLUMN.get(block.text.lower().rstrip(" :："))
        if column is not None:
            heads[column] = block.order
            if sum(block.order - at < ROW for at in heads.values()) >= COLUMNS:
                return True
    return False


def _begun(body: list[Block]) -> int:
    """The block in which a text has told more than a topic."""
    told = accumulate(width(b.text) for b in body)
    return next((b.order for b, size in zip(body, told, strict=True) if size > ABOVE), body[-1].order)


def _said(page: Outline, start: int, begun: int) -> Counter[str]:
    """How often the same is said of who posts, if it is of the first one too: above the text, or right at its beginning."""
    first = {line[:START] for line in _lines(page.blocks[max(0, start - OVER) : begun + 1]) if _kind(line)}
    if not first:  # as most
        return Counter()
    begins = tuple(first)
    return Counter(kind for line in _lines(page.blocks) if line.startswith(begins) and (kind := _kind(line)))


def _lines(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if len(block.text) <= LINE and not block.is_heading:
            yield from (line.strip() for line in block.text.lower().split("\n"))


def _kind(line: str) -> str | None:
    """What a line says of who posts, or when; most have no figure."""
    if line in _QUOTE:
        return "quote"
    if _DIGIT.search(line) is None:
        return None
    told = _SAID.fullmatch(line)
    return told.lastgroup if told else "when" if _WHEN.fullmatch(line) else None


def _tells(body: list[Block]) -> bool:
    """Whether a page has paragraphs, as no list of topics has: columns are then those of a table, or labels around them."""
    told = (width(b.text) for b in body if 2 * b.linked < len(b.text))
    return sum(size for size in told if size >= PROSE) >= TOLD


def _script(url: str | None) -> str:
    """The last part of an address, which programs that run forums name after themselves."""
    return _parts(url)[-1]


def _is_of_posts(url: str | None) -> bool:
    """Whether an address is that of a topic, or of something else on a forum."""
    host, *folders, last = _parts(url)
    named = host.partition(".")[0] in _HOSTS or not _FOLDERS.isdisjoint(folders)
    return named or last in _OF_POSTS or _THREAD.fullmatch(last) is not None


def _parts(url: str | None) -> list[str]:
    """The host of an address, and the parts of its path."""
    try:
        parts = urlsplit((url or "").lower())
        return [parts.hostname or "", *parts.path.split("/")]
    except ValueError:
        return ["", ""]
