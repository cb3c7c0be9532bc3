"""A page → whether its readers talk on it and nobody reports: the topics of a forum in rows, or the posts of one topic.

    Topics · Replies · Views · Last post      ·  heads of columns, each a line of its own
    Ann Lee  Joined: 2019  Posts: 412  text   ·  said of each who posts, the first one too

An article with comments has such lines below its text only, and none that heads a column.
"""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from crawler.parse.blocks import Block, Outline
from crawler.parse.kinds import width
from crawler.patterns import lazily

LINE = 60  # characters of a line that says it
COLUMNS, ROW = 3, 8  # heads of columns that make a list of topics, and blocks among which they stand
POSTS, SAID = 3, 2  # posts of which the same is said, and different things said of them
PROSE, TOLD = (
    100,
    300,
)  # characters, a Chinese one counting two, of a paragraph, and of all that make a text of a page
NEAR = 4  # blocks below the first line of text in which the first of them is said
_COLUMNS = lazily(  # in lower case; the group that matched is the column
    r"(?:(?P<topics>topics?|threads?|themen|sujets|temas|tópicos|argomenti|discussioni|onderwerpen|tematy|wątki|témata|témy|темы|теми|konular|trådar|tråder|tråde|ämnen|emner|aiheet|θέματα|témák|subiecte|teme|المواضيع|נושאים|موضوعات|กระทู้|หัวข้อ|chủ đề|topik|主题|主題|トピック|スレッド|주제|объявления|announcements?|ankündigungen|annonces)"
    r"|(?P<replies>repl(?:y|ies)|antworten|réponses|respuestas|respostas|risposte|reacties|antwoorden|odpowiedzi|odpovědi|odpovede|ответ(?:ы|ов)|відповід(?:і|ей)|отговори|cevap(?:lar)?|yanıt(?:lar)?|svar|vastauk(?:set|sia)|απαντήσεις|válasz(?:ok)?|răspunsuri|odgovori|الردود|ردود|پاسخ(?:\u200c?ها)?|ตอบกลับ|คำตอบ|(?:lượt )?trả lời|balasan|回复|回復|回覆|回帖|返信数?|답글|답변)"
    r"|(?P<views>views|aufrufe|zugriffe|hits|vues|affichages|vistas|visitas|visualizações|exibições|visite|letture|weergaven|bekeken|wyświetlenia|odsłony|zobrazení|zhlédnutí|просмотр(?:ы|ов)|перегляд(?:и|ів)|прегледи|görüntüleme|okunma|visningar|visninger|lukukerrat|προβολές|megtekintések?|vizualizări|pregled[ia]|المشاهدات|مشاهدات|צפיות|بازدید(?:ها)?|เข้าชม|ดู|lượt xem|đã xem|xem|dilihat|tayangan|查看|浏览|瀏覽|阅读|閱讀|閲覧数?|表示数?|조회수?)"
    r"|(?P<last>last (?:post|reply|message|activity)|(?:letzter|neuester) beitrag|dernier message|último mensaje|última mensagem|ultimo messaggio|laatste bericht|ostatni post|poslední příspěvek|posledný príspevok|последнее сообщение|останнє повідомлення|последно (?:мнение|съобщение)|son (?:mesaj|ileti|cevap)|senaste inlägg(?:et)?|siste innlegg|seneste indlæg|(?:viimeisin|uusin) viesti|τελευταία (?:δημοσίευση|απάντηση)|utolsó (?:hozzászólás|üzenet)|ultimul mesaj|(?:zadnja|poslednja) poruka|آخر (?:مشاركة|رد)|הודעה אחרונה|آخرین ارسال|โพสต์ล่าสุด|ตอบล่าสุด|bài (?:viết )?(?:mới nhất|cuối(?: cùng)?)|pos(?:ting|t)? terakhir|最后(?:发表|回复|更新)|最後(?:發表|回覆)|最終(?:投稿|更新)|최근 글|마지막 글)"
    r"|(?P<posts>posts|beiträge|messages|mensajes|mensagens|messaggi|berichten|posty|příspěvky|príspevky|сообщени[яй]|повідомлен(?:ня|ь)|мнения|mesaj(?:lar)?|ileti(?:ler)?|inlägg|innlegg|indlæg|viest(?:it|ejä)|δημοσιεύσεις|hozzászólások|mesaje|poruke|المشاركات|הודעות|ارسال\u200c?ها|โพสต์|bài viết|kiriman|帖子|帖数|投稿数|게시글))[:：]?"
)
_SAID = lazily(  # of who posts; in lower case
    r"(?:(?P<joined>(?:joined|join date|member since|registered|registriert(?: seit)?|mitglied seit|dabei seit|inscrit(?:e|\(e\))? (?:le|depuis)|inscription|registrado|miembro desde|cadastrado|membro desde|registrato|iscritto(?: dal)?|lid sinds|geregistreerd|zarejestrowany|dołączył(?:a)?|registrován|registrace|зарегистрирован[а]?|регистрация|на форуме с|зареєстрован(?:ий|а)|регистриран|katılma(?: tarihi)?|üyelik|kayıt(?: tarihi)?|medlem sedan|blev medlem|ble medlem|tilmeldt|liittynyt|εγγραφή|csatlakozott|regisztrált|înregistrat|pridružen[ao]?|تاريخ التسجيل|הצטרף|تاریخ عضویت|สมัครเมื่อ|เข้าร่วม|tham gia|ngày tham gia|bergabung|注册(?:时间|于)?|註冊|登録日|가입일?)\s*[:：]?\s\S.{0,30}|(?:注册时间|注册于|登録日|가입일)\S.{0,20})"
    r"|(?P<count>(?:posts|beiträge|messages|mensajes|mensagens|messaggi|berichten|posty|příspěvky|príspevky|сообщени[яй]|повідомлень|мнения|mesaj(?:lar)?(?:ı|ları)?|ileti(?:ler)?|inlägg|innlegg|indlæg|viestejä|viestit|μηνύματα|hozzászólások|üzenetek|mesaje|poruke|المشاركات|مشاركات|הודעות|ارسال\u200c?ها|โพสต์|bài viết|posting|帖子|积分|投稿数?|게시글)\s*[:：]\s*\d[\d.,  ]*|\d[\d.,  ]* (?:posts|beiträge|messages|mensajes|mensagens|messaggi|berichten|postów|příspěvků|príspevkov|сообщени[яй]|повідомлень|мнения|mesaj|inlägg|innlegg|indlæg|viestiä|hozzászólás|mesaje|poruka|bài viết))"
    r"|(?P<number>(?:#|№\s?|nr\.\s?|nº\s?|post #|beitrag #)\d{1,4})"
    r"|(?P<quote>(?:quote|reply with quote|zitieren|zitat|antworten mit zitat|citer|répondre en citant|citar|responder citando|citazione|cita|quota|citeren|citeer|cytuj|odpowiedz z cytatem|citovat|citovať|цитата|цитировать|ответить с цитатой|цитувати|цитирай|alıntı(?:la)?|citera|siter|citér|lainaa|παράθεση|idézet|idézés|citează|citat|citiraj|اقتباس|ציטוט|نقل قول|อ้างอิง|อ้างถึง|trích dẫn|kutip|引用|引用回复|引用して返信|인용)))\W*"
)
_OF_TOPICS, _OF_POSTS = ("viewforum.php", "forumdisplay.php"), ("viewtopic.php", "showthread.php")


def is_forum(page: Outline, url: str | None, body: list[Block]) -> bool:
    """Whether a page lists the topics of a forum, or shows what was posted on one."""
    script = _script(url)
    if script in _OF_TOPICS:
        return True
    heads, said, first, tells = dict[str, int](), Counter[str](), len(page.blocks), _tells(body)
    for block in page.blocks:
        if len(block.text) > LINE or block.is_heading:
            continue
        for line in block.text.lower().split("\n"):
            if not (block.links or tells) and (column := _COLUMNS.fullmatch(line.strip())):
                heads[column.lastgroup or ""] = block.order
                if sum(block.order - at < ROW for at in heads.values()) >= COLUMNS:
                    return True
            if told := _SAID.fullmatch(line.strip()):
                said[told.lastgroup or ""] += 1
                first = min(first, block.order)
    if first > body[0].order + NEAR:
        return False
    often = sum(count >= POSTS for count in said.values())
    return often >= (1 if script in _OF_POSTS else SAID)


def _tells(body: list[Block]) -> bool:
    """Whether a page has paragraphs, as no list of topics has: columns are then those of a table, or labels around them."""
    told = (width(b.text) for b in body if 2 * b.linked < len(b.text))
    return sum(size for size in told if size >= PROSE) >= TOLD


def _script(url: str | None) -> str:
    """The last part of an address, which programs that run forums name after themselves."""
    try:
        return urlsplit(url or "").path.rpartition("/")[2].lower()
    except ValueError:
        return ""
