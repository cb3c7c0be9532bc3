"""Chosen blocks → those among them that stand in a box headed "Read also", "Related" and the like, links or none.

    <section><h4>Read on</h4> <p>The keeper of the lock</p> <p>Why eels walk at night</p></section>

What heads it must be all of a line, and what stands below no sentence: a chapter of the text may be called so, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from crawler.parse.body.clues import Clues
from crawler.parse.page.blocks import Block, Element
from crawler.parse.page.families import OF_LINES
from crawler.parse.page.stops import TOLD
from crawler.patterns import lazily

HEADING, LINE = 40, 120  # characters of a heading, and of a line below
LINES, OUTER = 12, 3  # lines of a box, and elements around its heading that are looked at
LINKED = 0.8  # of a block, from which on it is a link
_MORE = r"(?:more|further|weitere|mehr|plus de|d.autres|más|otras|mais|outras|altr[ei]|meer|więcej|inne|další|ďalšie|ещё|еще|другие|інші|diğer|fler|flere|lisää|περισσότερ\w+|további|alte|više|още|更多|其他|その他の|다른|مزيد من|עוד|بیشتر|और|thêm|lain(?:nya)?)"
_THINGS = r"(?:news|headlines|flashes|updates|brèves|flash|молнии|מבזקים|快讯|快訊|速報|속보|stories|articles|posts|galler(?:y|ies)|photos|videos|artikel|beiträge|meldungen|nachrichten|bilder(?:serien|strecken)?|billedserier|billeder|bildspel|galerien|articles|actualités|photos|galeries|noticias|artículos|galerías|fotos|notícias|artigos|galerias|notizie|articoli|gallery|gallerie|nieuws|artikelen|wiadomości|artykuły|galerie|články|články|новости|материалы|статьи|фото|галереи|новини|статті|haberler|galeriler|nyheter|artiklar|artikler|nyheder|uutisia|juttuja|άρθρα|ειδήσεις|cikkek|hírek|galériák|articole|știri|vijesti|новини|статии|新闻|文章|图集|記事|写真|기사|포토|أخبار|מאמרים|כתבות|گالری|खबरें|tin|bài viết|berita|foto)"
_OF_MORE = r"(?:relacionad[oa]s|liés|similaires|correlat[ie]|powiązane|související|נוספ(?:ות|ים)|קשור(?:ות|ים)|أخرى|ذات صلة|متعلقة|مرتبط|دیگر|terkait|liên quan|khác)"
_EVENTS = r"(?:latest|live|other|more|key) updates|key events"  # of a live blog, and of a chronicle
_CHRONICLE = lazily(rf"\W*(?:{_EVENTS})\W*")
_READ_ON = OF_LINES.rarely(  # in lower case
    rf"\W*(?:{_MORE} {_THINGS}|{_THINGS} {_OF_MORE}|read (?:also|more|next|on|this next)|also read|see also|more (?:on this|like this|to read|from .{{2,24}})|related(?: (?:stories|articles|news|posts|content|links|topics|coverage|reading))?|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| reading)?|most (?:read|popular|viewed)|trending(?: now)?|(?:the )?latest(?: news| stories| posts)?|keep reading|further reading|what to read next|up next"
    r"|weiterlesen|mehr (?:zum thema|dazu|lesen)|zum thema|lesen sie (?:auch|mehr|weiter)|lesen sie dazu|das könnte (?:sie|dich|euch) (?:auch )?interessieren|meistgelesen(?:e artikel)?|(?:verwandte|ähnliche|weitere|passende) (?:artikel|themen|beiträge)|auch interessant|à (?:lire|écouter|réécouter|voir|revoir|découvrir)(?: aussi| également)?|(?:lire|voir) aussi|sur le même (?:sujet|thème)|(?:nos )?articles (?:liés|similaires|associés)|(?:les )?(?:plus|articles les plus) lus|dernières (?:actualités|nouvelles|infos)"
    r"|lee (?:también|además|más)|más (?:información|noticias|leídas|leído|leídos)|(?:también )?te puede interesar|(?:noticias|artículos) relacionad[oa]s|relacionad[oa]s|sobre este tema|le[ir]a (?:também|mais|ainda)|veja também|(?:as )?mais lidas|(?:notícias|artigos) relacionad[oa]s|saiba mais|leggi anche|(?:ti )?potrebbe(?:ro)? interessart?i|articoli (?:correlati|simili)|i più letti|lees (?:ook|verder|meer)|meest gelezen|gerelateerde? (?:artikelen|berichten|nieuws)"
    r"|(?:czytaj|zobacz|przeczytaj|sprawdź) (?:także|też|również|więcej|dalej)|(?:najczęściej|najchętniej) czytane|powiązane(?: artykuły)?|podobne artykuły|(?:čtěte|přečtěte si) (?:také|dále|i)|mohlo by vás zajímat|související(?: články)?|nejčtenější|čítajte (?:aj|tiež|viac)|súvisiace(?: články)?|(?:читайте|смотрите) (?:также|ещё|еще|далее)|по теме|(?:ещё|еще) по теме|(?:похожие|связанные) (?:новости|материалы|статьи|записи)|самое читаемое|(?:читайте|дивіться) (?:також|ще)|за темою|схожі (?:новини|статті)|(?:вижте|прочетете) (?:още|също)|свързани (?:новини|статии)"
    r"|ilgili (?:haberler|içerikler|konular)|(?:bunlar (?:da )?)?ilginizi çekebilir|en çok okunan(?:lar)?|läs (?:även|också|mer|vidare)|mer om ämnet|mest lästa?|les (?:også|mer|videre)|mest lest|læs (?:også|mere|videre)|mest læste|lue (?:myös|lisää)|luetuimmat|διαβάστε (?:επίσης|ακόμα|περισσότερα)|σχετικά (?:άρθρα|θέματα)|olvassa? (?:el|tovább|még)|kapcsolódó(?: cikkek| hírek)?|ez is érdekelheti|(?:citește|citiți) (?:și|mai departe)|articole (?:similare|recomandate)|pročitajte (?:još|i)|povezane vijesti|preberite (?:tudi|še)|loe (?:ka|lisaks|veel)|lasi arī|lasiet arī|skaitykite (?:taip pat|daugiau)|susiję straipsniai"
    r"|اقرأ (?:أيضا|أيضاً|أيضًا|المزيد)|(?:مواضيع|أخبار|مقالات) (?:ذات صلة|متعلقة|أخرى)|الأكثر قراءة|קראו (?:גם|עוד)|(?:כתבות|מאמרים) (?:נוספות|נוספים|קשורות)|עוד בנושא|بیشتر بخوانید|(?:اخبار|مطالب) مرتبط|यह भी पढ़ें|ये भी पढ़ें|संबंधित (?:खबरें|समाचार)|আরও পড়ুন|সম্পর্কিত (?:খবর|সংবাদ)|อ่าน(?:เพิ่มเติม|ต่อ|ข่าวเพิ่มเติม)|ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|(?:xem|đọc) thêm|tin (?:liên quan|khác|cùng chuyên mục)|các tin khác|có thể bạn quan tâm|baca juga|(?:berita|artikel) (?:terkait|lainnya)|terpopuler"
    r"|相关(?:阅读|新闻|文章|报道|推荐|链接|解读)|延伸(?:閱讀|阅读)|(?:推荐|推薦)(?:阅读|閱讀)|相關(?:新聞|文章|報導)|(?:热门|熱門)(?:文章|新闻|新聞|推荐|推薦)|猜你喜欢|関連(?:記事|ニュース|リンク|情報)|(?:あわせて|こちらも)読みたい|あわせて読む|おすすめ(?:の)?記事|人気(?:の)?記事|관련 ?(?:기사|뉴스)|추천 ?(?:기사|뉴스|포토)|많이 본 (?:뉴스|기사)|이 시각 주요 ?뉴스|인기 ?기사"
    r"|यो पनि (?:पढ्नुहोस्|हेर्नुहोस्)|हे(?:ही| पण| देखील| सुद्धा)? वाचा|આ પણ વાંચો|ਇਹ ਵੀ ਪੜ੍ਹੋ|இதையும் படி(?:க்க|யுங்கள்)|(?:ఇది|ఇవి) కూడా చదవండి|ಇದನ್ನೂ ಓದಿ|ഇതും വായിക്കുക|আরো পড়ুন|(?:یہ بھی|مزید) پڑھیں|මෙයත් කියවන්න|තවත් කියවන්න"
    r"|(?:यह|ये|इस|इन|इसे|इन्हें)(?: (?:खबर|ख़बर|खबरें|ख़बरें|खबरों|न्यूज|न्यूज़|लेख|आर्टिकल|स्टोरी))?(?: को)? भी (?:पढ़ें|पढ़िए|देखें|जानें)|(?:खबर|इस|इससे|इसी) (?:से )?(?:जुड़ी|संबंधित|सम्बंधित)(?: (?:ये|यह|अन्य|और))?(?: (?:खबर|खबरें|ख़बरें|न्यूज|न्यूज़))(?: भी)?(?: (?:पढ़ें|देखें))?|(?:और|अन्य|बड़ी|ताज़ा|ताजा|संबंधित) (?:भी )?(?:खबरें|ख़बरें|समाचार|पढ़ें)|(?:पूरी खबर|पूरा लेख) (?:पढ़ें|यहां पढ़ें)|आगे पढ़ें"
    r"|(?:हे|ही|ही बातमी|ही बातमी देखील|हे देखील|आणखी)(?: (?:पण|देखील|सुद्धा|ही))?(?: नक्की)? (?:वाचा|पाहा)|संबंधित बातम्या|(?:इतर|अन्य) बातम्या|(?:यो|यी)(?: (?:समाचार|खबर))? (?:पनि|समेत) (?:पढ्नुहोस्|हेर्नुहोस्|पढ्नुस्)|(?:सम्बन्धित|थप|ताजा) (?:समाचार|खबर)|(?:આ|આ સમાચાર|આ ખબર) પણ (?:વાંચો|જુઓ)|(?:ਇਹ|ਇਹ ਖ਼ਬਰ|ਇਹ ਖਬਰ) ਵੀ (?:ਪੜ੍ਹੋ|ਦੇਖੋ)|(?:আরও|আরো|এ-?ও|এটিও|আরও খবর) (?:পড়ুন|দেখুন|খবর)|(?:এই বিভাগের|এ বিষয়ের|সর্বশেষ|সংশ্লিষ্ট) (?:আরও )?(?:খবর|সংবাদ)"
    r"|(?:இதையும்|மேலும்|இந்தச் செய்தியையும்) (?:படிங்க|படிக்கவும்|படிக்க|படியுங்கள்|வாசிக்க|பார்க்க)|தொடர்புடைய செய்திகள்|(?:ఇది|ఇవి|దీన్ని|ఇదీ)(?: కూడా)? (?:చదవండి|చూడండి)|సంబంధిత (?:వార్తలు|కథనాలు)|(?:ಇದನ್ನೂ|ಇದನ್ನು ಸಹ) (?:ಓದಿ|ನೋಡಿ)|ಸಂಬಂಧಿತ ಸುದ್ದಿ|(?:ഇതും|കൂടുതൽ) (?:വായിക്കൂ|വായിക്കാം|വായിക്കുക)|ബന്ധപ്പെട്ട വാർത്തകൾ|(?:یہ|یہ خبر) بھی (?:پڑھیں|پڑھیے|دیکھیں)|(?:مزید|متعلقہ|مزید متعلقہ) خبریں|(?:دا|دا هم) (?:هم )?ولولئ"
    rf"|{_EVENTS}"
    r"|холбоотой (?:мэдээ(?:нүүд)?|мэдээлэл)|бусад мэдээ|санал болгох|ҳамчунин хонед|шулай ук укыгыз|cysylltiedig|darllenwch hefyd|straeon (?:cysylltiedig|perthnasol)|azóta történt|още по темата|мавзуга оид|mavzuga oid|lesen sie mehr zum thema|mehr aus dem ressort(?: \w+)?|temas relacionados|রিলেটেড নিউজ|seotud (?:lood|uudised)|այս թեմայով|նմանատիպ (?:նյութեր|լուրեր)|կարդացեք նաև|կարդալ նաև|ასევე (?:იხილეთ|წაიკითხეთ)|lexo(?:ni)? (?:edhe|gjithashtu)|həmçinin oxuyun?|сондай-ақ оқыңыз|soma (?:pia|zaidi)|baca lagi|basahin (?:din|rin)|អានបន្ថែម|ອ່ານຕື່ມ|llegeix també|et pot interessar|irakurri gehiago|lesa (?:meira|einnig)|sjá einnig|прочитајте (?:још|и|уште)|повезане вести)\W*"
)


_ABOVE_LINKS = OF_LINES.rarely(
    rf"\W*(?:{_MORE} {_THINGS}|{_THINGS} (?:{_MORE}|{_OF_MORE}))(?: .{{2,30}})?[:：]\W*"
)  # in lower case


def read_on(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The chosen blocks in such boxes, and such lines above links that stand in no box."""
    kept = {b.order for b in chosen}
    ends = [b.order for b in chosen[1:]] + [min(chosen[-1].order + 2, len(clues.page.blocks))]
    for block, end in zip(chosen, ends, strict=True):
        if (
            len(block.text) > HEADING
            or end <= block.order + 1
            or min(clues.density[block.order + 1 : end]) < LINKED
        ):
            continue
        led = block.text[-1] in ":：" and _ABOVE_LINKS.fullmatch(block.text.lower())
        if led or heads_others(block.text):
            yield block
    for block in clues.page.blocks[chosen[0].order :]:
        if block.order > chosen[-1].order:
            return
        if len(block.text) > HEADING or not heads_others(block.text):  # as nearly all
            continue
        box = _box(block)
        if box and _is_of_lines(clues, block, box) and not _is_chronicle(clues, block, box):
            yield from (b for b in clues.page.blocks[box.first : box.last] if b.order in kept)


def heads_others(line: str) -> bool:
    """Whether a line says that what stands below it are other articles."""
    return len(line) <= HEADING and _heads_others(line)  # no paragraph is held to be told again


@lru_cache(maxsize=4096)  # a site heads its boxes in the same words on all its pages
def _heads_others(line: str) -> bool:
    return _READ_ON.fullmatch(line.lower()) is not None


def _box(heading: Block) -> Element | None:
    """The least element that begins with a heading and holds more."""
    at: Element | None = heading.element
    for _ in range(OUTER):
        if at is None or at.first != heading.order or at.last - at.first > LINES:
            return None
        if at.last - at.first > 1:
            return at
        at = at.parent
    return None


def _is_of_lines(clues: Clues, heading: Block, box: Element) -> bool:
    """Whether all below a heading is short and no sentence; a question may be a headline, an address is of whom to ask."""
    below = clues.page.blocks[heading.order + 1 : box.last]
    return all(len(b.text) <= LINE and not b.text.endswith((*TOLD, "…")) and "@" not in b.text for b in below)


def _is_chronicle(clues: Clues, heading: Block, box: Element) -> bool:
    """Whether a box of events leads nowhere, as that of a text does and those that lead to a live blog's posts do not."""
    below = clues.page.blocks[heading.order + 1 : box.last]
    return not any(b.links for b in below) and _CHRONICLE.fullmatch(heading.text.lower()) is not None
