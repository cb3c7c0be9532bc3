"""A text's blocks → those in which the paper speaks of the text: who answers for an opinion, that a machine summed it up.

    [AI summary  ·  point  ·  point  ·  may contain errors]  ·  text  ·  The views expressed are those of the author.

Such notes stand above or below a text; an article that tells of such notes has them in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator

from crawler.parse.blocks import Block, Element
from crawler.parse.clues import Clues
from crawler.patterns import lazily

ABOVE, BELOW = 2, 3  # blocks of a text among which a note may stand
NOTE, HEADING = 320, 70  # characters of one, and of the heading of a summary
FIRST = 4  # blocks of a text, of which one stands in a summary above the rest
POINTS = 10  # blocks of a summary with its heading
HOLDERS = 3  # elements around a block of one

_OPINION = lazily(  # in lower case; each speaks of the text at hand, or of all that authors write for the paper
    r"^\W*(?:disclaimer\W+)?(?:the |all )?(?:views|opinions)(?:,? (?:and|or) \w+)? (?:expressed|presented|stated|contained)\b[^.]{0,80}\b(?:are|belong|is)\b[^.]{0,40}\b(?:author|writer|columnist|contributor)"
    r"|^\W*(?:dieser|der|ein|die|diese|gast\w*|kommentare?|namentlich|meinungs\w*)\b[^.]{0,80}\b(?:meinung|ansicht|auffassung)\w* (?:des|der) (?:jeweiligen )?(?:autor|verfasser)\w*[^.]{0,30}(?:wieder|dar\b|entspr|\.$|und )"
    r"|^\W*les (?:opinions|propos|points de vue|analyses) (?:exprimé|publié|émis)\w*[^.]{0,80}(?:n['’]engage|ne reflètent pas|ceux de l|celles de l|l['’]auteur)"
    r"|^\W*(?:las|los) (?:opiniones|ideas|puntos de vista|criterios)\b[^.]{0,80}(?:responsabilidad|no (?:reflejan|representan|coinciden)[^.]{0,20}necesariamente)"
    r"|^\W*(?:as opiniões|a opinião|os artigos|este (?:texto|artigo|espaço))\b[^.]{0,80}(?:responsabilidade|não (?:reflete|representa|expressa|traduz)\w*)[^.]{0,60}(?:autor|opinião|jornal|necessariamente)"
    r"|^\W*le opinioni (?:espresse|contenute|riportate)\b[^.]{0,80}\bautor"
    r"|^\W*(?:deze|dit|de (?:mening|opinie)\w*)\b[^.]{0,60}(?:mening|opinie)\w* van de auteurs?\b|^\W*(?:opinie|poglądy|artykuł|tekst|felieton)\b[^.]{0,80}(?:poglądy|opinie|opinię|stanowisko)? ?autor(?:a|ów|ki)\b[^.]{0,60}(?:nie mus|redakcj)"
    r"|^\W*(?:názory|komentář|text|článek)\b[^.]{0,60}\bautor\w*[^.]{0,60}\bnemus|^\W*a (?:cikk|szerző|vélemény)\w*\b[^.]{0,60}\b(?:véleményét|nézeteit|álláspontját)\b[^.]{0,60}szerkesztőség"
    r"|^\W*(?:мнени[ея]|точка зрения|позиция)\b[^.]{0,20}\bавтор\w*[^.]{0,40}(?:может|могут|не обязательно)[^.]{0,20}(?:совпада|отража)|^\W*(?:колонка|стаття|думк[аи]|текст|погляди|блог)\b[^.]{0,90}\b(?:точку зору|думк[уи]|позиці[юя]|погляд\w*)\b[^.]{0,12}\bавтор"
    r"|^\W*редакц(?:ия|ія)\b[^.]{0,20}(?:може[т]?|могла) не (?:разделя|поділя|соглаша)\w*|^\W*(?:bu )?(?:yazı|köşe yazı|makale)\w*\b[^.]{0,60}\bgörüş\w*\b[^.]{0,60}(?:yazar|yansıt)"
    r"|^\W*(?:本文|文章|以上|作者)[^。]{0,16}(?:代表作者|作者个人|作者個人|个人观点|個人觀點)[^。]{0,40}(?:观点|觀點|立场|立場|意見|意见)?[^。]{0,30}。?$|^\W*(?:本記事|本稿|この記事)[^。]{0,20}(?:筆者|著者|執筆者)(?:個人)?の(?:見解|意見)"
    r"|^\W*(?:외부 ?(?:필자|기고)|(?:이|본) (?:칼럼|글|기고))[^.]{0,40}(?:본지|편집|신문)[^.]{0,20}(?:다를 수|무관|일치하지)|^\W*(?:الآراء|المقالات?|الأفكار|هذا المقال)[^.]{0,80}(?:لا (?:تعبر|يعبر|تعكس|تمثل)|عن رأي (?:كاتب|أصحاب))"
    r"|^\W*(?:bài viết|ý kiến|quan điểm)[^.]{0,60}(?:quan điểm|ý kiến|góc nhìn) (?:cá nhân |riêng )?của tác giả|^\W*(?:isi |seluruh isi )?(?:artikel|tulisan|opini|kolom)\b[^.]{0,60}(?:tanggung jawab penulis|pandangan pribadi penulis|tidak (?:mewakili|mencerminkan)[^.]{0,40}redaksi)"
    r"|^\W*(?:ข้อคิดเห็น|ความคิดเห็น|ทัศนะ|บทความ)\S{0,60}ผู้เขียน\S{0,60}(?:ไม่จำเป็น|เพียงผู้เดียว|มิได้)"
)
_MACHINE = r"(?:\bai\b|\bki\b|\bia\b|\bии\b|\bші\b|artificial intelligence|künstliche\w* intelligenz|intelligence artificielle|inteligencia artificial|inteligência artificial|intelligenza artificiale|uměl\w+ inteligenc\w+|sztuczn\w+ inteligencj\w+|нейросет\w+|yapay zek\w+|人工智能|人工知能|인공지능)"
_SUMMED = r"(?:summary|summari[sz]ed|key (?:points|takeaways)|highlights|zusammenfassung|zusammengefasst|résumé|resumen|resumo|resumido|riassunto|sintesi|samenvatting|sammanfattning|sammendrag|tiivistelmä|podsumowani\w+|streszczeni\w+|shrnutí|zhrnutie|összefoglaló|пересказ|саммари|резюме|краткое содержание|özet\w*|ringkasan|rangkuman|tóm tắt|สรุป|摘要|总结|總結|要約|まとめ|요약|ملخص)"
_SUMMARY = lazily(  # a heading, in lower case
    rf"[^.?!。？！]*(?:{_MACHINE}|ai(?=[摘总總要まに로]))[^.?!。？！]*{_SUMMED}[^.?!。？！]*|[^.?!。？！]*{_SUMMED}[^.?!。？！]*{_MACHINE}[^.?!。？！]*"
)
_MADE = (
    r"(?:autom[aá]ti\w+|maschinell|machine|"
    + _MACHINE
    + r")[^.!?]{0,30}(?:generated|translated|created|erstellt|generiert|übersetzt|généré\w*|traduit\w*|generad[oa]|cread[oa]|traducid[oa]|gerad[oa]|traduzid[oa]|generato|tradotto|gegenereerd|vertaald|genererad\w*|wygenerowan\w+|vytvoř\w+|сгенерирован\w+|создан\w*|oluştur\w+)"
)
_MAKES = (
    r"(?:generated|created|translated|traduit\w*|traducid[oa]|traduzid[oa]|tradotto|übersetzt|vertaald|généré\w*|generad[oa]|gerad[oa]|generato|gegenereerd|genererad\w*|wygenerowan\w+|vytvoř\w+|сгенерирован\w+|oluştur\w+)[^.!?]{0,20}(?:autom[aá]ti\w+|"
    + _MACHINE
    + r")"
)
_WRONG = r"(?:errors?|mistakes|inaccura\w+|fehler|ungenau\w+|erreurs?|errores|erros|errori|fouten|fel\b|błęd\w+|chyb\w+|ошибк\w+|неточност\w+|hata)"
_MAY_ERR = lazily(
    rf"[^.!?]{{0,50}}(?:{_MADE}|{_MAKES})[^!?]{{0,60}}{_WRONG}[^.!?]{{0,40}}\W*"
)  # in lower case


def own_notes(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The blocks of a text that are such notes, and those of a summary that says that a machine made it."""
    for block in (*chosen[:ABOVE], *chosen[ABOVE:][-BELOW:]):
        if len(block.text) > NOTE:
            continue
        text = block.text.lower()
        if _OPINION.search(text) or (len(text) < NOTE // 2 and _MAY_ERR.fullmatch(text)):
            yield block
    for block in chosen[:FIRST]:
        box = _summary(clues, block.element, chosen)
        if box is not None:
            yield from (b for b in chosen if box.first <= b.order < box.last)
            break


def _summary(clues: Clues, at: Element | None, chosen: list[Block]) -> Element | None:
    """The element above all other text whose first line says that it is a machine's summary."""
    for _ in range(HOLDERS):
        if at is None or not 1 <= at.last - at.first <= POINTS:
            return None
        first = clues.page.blocks[at.first].text
        if len(first) <= HEADING and at.last - at.first > 1 and _SUMMARY.fullmatch(first.lower()):
            return at if sum(b.order < at.first for b in chosen) < ABOVE else None
        at = at.parent
    return None
