"""The last line of a text → whether it is none: what wires, offices and portals write below what they hand out, and a newsroom that signs.

"Distribution channels: Business"  ·  "(Release ID: 2074567)"  ·  "Published in The Post, July 3rd, 2025"  ·  "Redacción Economía"

In the midst of a text most of these would tell something; it is the last lines only that are asked, from below.
"""

from __future__ import annotations

from crawler.parse.body.house_lines import ROWS
from crawler.parse.dates.calendars import find_dates
from crawler.parse.page.blocks import Block
from crawler.patterns import lazily, rarely

LONGEST = 260  # characters of such a line
DATED = 80  # of one that says when a text came out
SIGNED = 40  # of the name of a newsroom
HOUR = 6  # letters beside an hour behind a day: "10:30 am IST"
_LINE = rarely(  # in lower case
    r"\W*(?:(?:more|other|latest) (?:news|stories|press releases) (?:from|by) [^.!?\n]{2,60}|(?:also|more) from this source|news provided by|distribution channels?\s?[:：][^\n.!?]{3,120}|(?:más|otras) noticias (?:en|de|sobre) [^.!?\n]{3,40}|(?:mais|outras) notícias (?:em|de|sobre) [^.!?\n]{3,40}|this (?:press )?release was (?:published|distributed|issued) (?:on|via|through) (?!\w+day\b)[^.!?\n]{2,30}\.?|you just read\s?:[^\n]{0,140}|hash-?tags?\s?[:：]\s?#[^\n]{2,120}|content highlights?\s?[:：][^\n]{3,140}|english summary\s?:?|read more (?:news )?(?:on|about)\s?:?"
    r"|(?:text|sponsored) ad\s?:[^\n]{3,80}|kindly share this (?:story|article|post)\s?:?|contact\s?:\s?\S+@\S+|contact\s?:\s?\[email[\W_]protected\]|watch the (?:latest|full) (?:edition|episode|video|interview)[^.\n]{0,50}(?:below|here)\s?:?|this (?:post|article|story|page) is also available in\s?:[^.!?\n]{2,80}|read this (?:release|article|story|page) in\s?:[^\n]{2,120}|\(?release id\s?:\s?\d+\)?[^\n]{0,40}|visitor counter\s?:\s?\d+"
    r"|catch all the [^\n]{5,140}(?:news|updates)[^\n]{3,140}|independent journalism costs money\.[^\n]{3,100}|support (?:us|our [^\n.]{3,30}|(?:[^\n.]{2,24}['’]s |independent |local |quality |free )(?:journalism|reporting|newsroom|news)) for the price of a (?:coffee|cup of coffee)\.?|free headlines in your e-?mail|most (?:read|viewed|popular) (?:in|from|on) [^\n.!?]{3,30}|check out the latest (?:stories|news) on [^\n.!?]{3,40}"
    r"|(?:article|story|text|report) (?:translated and )?edited by [^.!?,\n]{3,40}|(?:tayyorladi|tayyorlagan|muallif)\s?[:：]\s?[^.!?\n]{3,40}|(?:дайындаған|даярлаган|даярдаган|таҳияи)\s?[:：]?\s?[^.!?\n]{3,40}|(?:նյութը|հոդվածը) պատրաստեց\S? [^.!?\n:]{3,40}|(?:материал|текст) подготовил[аи]? [^.!?\n]{3,40}|(?:sursa foto|foto)\s?:\s?[^.!?\n]{2,40}(?:\.\w{2,4})?"
    r"|(?:esta|a) (?:reportagem|matéria|notícia) está em atualização\.?|esta (?:noticia|nota|información) (?:está|se encuentra) (?:en desarrollo|siendo actualizada)\.?|(?:haber|gelişme)\w* güncelleniyor\W*|(?:la|cette) (?:dépêche|page) (?:sera|est) (?:mise à jour|actualisée)\.?|новость (?:дополняется|обновляется)\.?|новина (?:доповнюється|оновлюється)\.?|vijest se (?:dopunjuje|ažurira)\.?|v[ií]deos?\s?: (?:mais assistidos|más vistos|los más vistos|veja mais)[^\n]{0,30}|\*{0,3} ?este texto não reflete,? (?:necessariamente,? )?a opinião d[^\n]{2,40}"
    r"|\*?este (?:contenido|artículo|texto) fue (?:reescrito|elaborado|redactado|generado|realizado) con (?:la )?(?:asistencia|ayuda|apoyo) de (?:una )?inteligencia artificial[^\n]{0,160}|nuestro artículo está basado en información[^\n]{3,80}|[–—-]\s?[\w ]{3,30} news (?:service|agency)|[–—-]\s?with (?:agency|agencies)[^\n]{0,30}|\([^\W\d_]{3,20}/[^\W\d_]{3,9}\.?\s?\d{1,2}/20\d\d\))[^\w.!?]*"
)
# of sections, to this one; a way through settings and a route lead nowhere
_TRAIL = lazily(r"\W*[^.!?>»›\n\d]{3,30}(?:\s[>»›]\s[^.!?>»›\n]{3,30}){1,4}[^\w.!?]*")
_STEPS = frozenset(">»›")  # of such a trail
_SITE = lazily(  # with which a trail of the site's own begins
    r"\W*(?:home|news|newsroom|press(?: room| cent(?:er|re)| office)?|media(?: cent(?:er|re))?|inicio|início|accueil|startseite|aktuelles|noticias|notícias|actualités|novinky|aktualności|главная|новости|ana ?sayfa|haberler|beranda|berita|trang chủ|首页|首頁|新闻|新聞|ホーム|홈|الرئيسية)\s[>»›]"
)
_OTHERS = lazily(
    r"\W*(?:more (?:in|on) [^.,!?\n]{3,40}|read the (?:original|full) article on [^\n.!?]{2,30}\.?)[^\w.!?]*"
)  # where it leads to them
_OUT_IN = lazily(  # in lower case, before the day
    r"\W*(?:(?:first )?published (?:in|on|at)\b[^.!?\n:]{0,36}|(?:प्रकाशित|प्रकाशित मिति|प्रकाशन मिति|अद्यावधिक|প্রকাশিত|প্রকাশ|আপডেট|प्रसिद्ध|வெளியிடப்பட்டது|ప్రచురణ|ಪ್ರಕಟಿತ|പ്രസിദ്ധീകരിച്ചത്|شائع|اپ ڈیٹ|ප්‍රකාශිත)\s?[:：][^\n]{3,60}|(?:first )?published\s?[:：])"
)
_NEWSROOM = rarely(  # in lower case
    r"\W*(?:(?:redacción|redação|rédaction|redazione|redakcja|redakcija|redakcia|redaksi|редакция|редакцияси) (?:de |da |do |del? |della |di )?[^\W\d_][^.,!?:;\n\d]{2,28}|assessoria de (?:comunicação|imprensa)(?: [^.!?\n]{2,30})?|oficina de (?:comunicación|prensa)(?: [^.!?\n]{2,30})?|(?:служба новостей|пресс-служба|прес-служба) [^.!?\n]{2,30})[^\w.!?]*"
)


def ends_page(block: Block) -> bool:
    """Whether a block below a text is one of these; a row of a list belongs to the others."""
    line = block.text
    if len(line) > LONGEST or block.element.tag in ROWS:
        return False
    lower = line.lower()
    if len(line) <= SIGNED and _NEWSROOM.fullmatch(lower):
        return _is_named(line)
    if len(line) <= DATED and (said := _OUT_IN.match(lower)) is not None:
        return line.rstrip().endswith((":", "：")) or _ends_in_day(line, said.end())
    if block.links and _OTHERS.fullmatch(lower):
        return True
    if not _STEPS.isdisjoint(lower) and _TRAIL.fullmatch(lower) and (block.links or _SITE.match(lower)):
        return True
    return _LINE.fullmatch(lower) is not None


def _is_named(line: str) -> bool:
    """Whether the words behind the first are a name, where a script has capitals for one: "Redakcja odmówiła" tells something."""
    first, *others = line.split()
    return "\u0400" <= first[-1] <= "\u04ff" or all(len(w) < 4 or not w[0].islower() for w in others)


def _ends_in_day(line: str, told: int) -> bool:
    """Whether a line ends in a day, or in the hour of one: what a book was is said behind its year."""
    dates = find_dates(line)
    if not dates:  # or has the figures of a day and a year in a calendar that is not ours
        return not line[:told].isascii() and sum(c.isdecimal() for c in line) > 4
    return sum(map(str.isalpha, line[dates[-1].end :])) <= HOUR
