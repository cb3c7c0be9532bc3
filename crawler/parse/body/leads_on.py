"""A line of the text → whether it is but a link to another article, and a word or two that say so: "Lee también A forum opens",
"Learn more about locks".

No colon parts the two, as others.py asks for; the words stand at the beginning, and all behind them is the link.
"""

from __future__ import annotations

from crawler.parse.page.blocks import Block
from crawler.parse.page.families import OF_LINES

LINE = 200  # characters of one
BESIDE = 4  # characters that are neither words of the table nor link: blanks, an arrow, a stop
MOSTLY = 0.4  # of a line, below which no part of it is asked
WHOLE = 0.9  # the same, from which on it is all link
_LABEL = OF_LINES.rarely(  # in lower case
    r"\W*(?:(?:read|watch|see|listen) (?:also|more|next)|also (?:read|see|watch)|(?:must|also) read|related(?: (?:story|article|reading|news))?|don[’']t miss|you may also like|(?:lesen|sehen|hören) sie (?:auch|dazu|mehr)|auch interessant|mehr (?:dazu|zum thema|lesen)|zum thema|(?:à )?(?:lire|voir|écouter)(?: aussi| également| encore)|à (?:lire|voir|découvrir)|(?:le[ea]|leé|mirá|mira|vea|conoce|conozca) (?:también|además|más)|también (?:le[ea]|puedes leer|te puede interesar)|te (?:puede|podría) interesar|le (?:puede|podría) interesar|(?:leia|veja|assista|confira|entenda|saiba) (?:também|mais|ainda)|relembre"
    r"|(?:leggi|guarda|vedi) anche|(?:ti )?potrebbe interessarti|per approfondire|lees (?:ook|meer|verder)|bekijk ook|(?:czytaj|zobacz|przeczytaj|sprawdź|posłuchaj) (?:też|także|również|więcej|koniecznie)|(?:čtěte|přečtěte si|čítajte|prečítajte si) (?:také|též|i|aj|tiež)|(?:читайте|смотрите|читай) (?:также|ещё|еще)|по теме|(?:читайте|дивіться) (?:також|ще)|за темою|(?:вижте|прочетете|четете|чети) (?:също|още|и)|(?:pročitajte|čitajte|pogledajte|preberite) (?:i|još|tudi|više)|(?:прочитајте|погледајте) (?:и|још|уште)"
    r"|läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|(?:διαβάστε|δείτε) (?:επίσης|ακόμη|ακόμα|και|περισσότερα)|(?:olvassa|olvasd|nézze) (?:el|meg|tovább|még|ezt)(?: (?:is|ezt))*|kapcsolódó|(?:citește|citiți|vezi) (?:și|mai departe)|(?:ayrıca|bunu da|bunları da) (?:okuyun?|oku)|ilgili haber|həmçinin oxu(?:yun)?|loe (?:ka|lisaks|veel)|lasi(?:et)? arī|skaitykite (?:taip pat|daugiau)|llegi(?:u|x) també|irakurri (?:ere|gehiago)|lexo(?:ni)? (?:edhe|gjithashtu)"
    r"|اقرأ (?:أيضا|أيضاً|أيضًا|المزيد)|(?:شاهد|طالع) (?:أيضا|أيضاً|أيضًا)|(?:קראו|קרא|ראו|צפו) (?:גם|עוד)|(?:بیشتر|همچنین) (?:بخوانید|ببینید)|(?:यह|ये|इसे) भी (?:पढ़ें|पढ़े|देखें)|(?:हे|हेही) (?:वाचा|पाहा)|আরও পড়ুন|আরো পড়ুন|(?:یہ بھی|مزید) پڑھیں|இதையும் (?:படிக்க|படியுங்கள்)|(?:ఇది|ఇవి) కూడా చదవండి|ಇದನ್ನೂ ಓದಿ|ഇതും വായിക്കുക|આ પણ વાંચો|อ่าน(?:เพิ่มเติม|ข่าวเพิ่มเติม|ต่อ)|(?:xem|đọc) (?:thêm|ngay)|baca (?:juga|pula|lagi)|soma (?:pia|zaidi)|basahin (?:din|rin)"
    r"|(?:相关|相關|延伸|推荐|推薦|扩展)(?:阅读|閱讀|新闻|新聞|报道|報導)|(?:看|閱讀)更多|(?:あわせて|合わせて)読みたい|関連(?:記事|ニュース)|관련 ?(?:기사|뉴스)|함께 (?:볼만한|읽으면 좋은) 기사)(?!\w)"
)
_MORE = OF_LINES.rarely(  # in lower case; the rest of the line says about what
    r"\W*(?:(?:learn|find out|read|discover|see) more (?:about|on)|more (?:about|on)|(?:erfahren sie )?mehr (?:über|zu[mr]?)|(?:lesen sie )?mehr (?:über|zu[mr]?)|(?:pour )?en savoir (?:plus|davantage) (?:sur|à propos)|(?:más información|conoce más|lee más|más) (?:sobre|acerca)|(?:saiba|leia|veja) mais (?:sobre|a respeito)|(?:scopri|leggi|per saperne) di più (?:su|sul\w*)|(?:lees )?meer (?:over|informatie over)|(?:(?:dowiedz|czytaj) (?:się )?)?więcej (?:o|na temat)|(?:více|viac) (?:o|informací o|informácií o)"
    r"|(?:подробнее|больше|ещё|еще) (?:о|об|про)|(?:детальніше|більше) про|повече за|(?:više|več) o|(?:läs|les|læs) (?:mer|mere) (?:om|her)|lue lisää|(?:διαβάστε|μάθετε) περισσότερα για|(?:afl[aă]|citește) mai multe despre|bővebben)(?!\w)"
)


def leads_on(block: Block) -> bool:
    """Whether a line is such a link."""
    text, linked = block.text, block.linked
    if not MOSTLY * len(text) < linked or len(text) > LINE or "\n" in text:
        return False
    lower = text.lower()
    if linked >= WHOLE * len(text) and _MORE.match(lower) is not None:
        return True
    label = _LABEL.match(lower) or _MORE.match(lower)
    return label is not None and label.end() < len(text) and linked >= len(text) - label.end() - BESIDE
