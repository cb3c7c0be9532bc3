"""A text's blocks → those in which the paper speaks of the text: who answers for an opinion, that a machine summed it up.

    [AI summary  ·  point  ·  point  ·  may contain errors]  ·  text  ·  The views expressed are those of the author.

Such notes stand above or below a text; an article that tells of such notes has them in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator

from crawler.parse.body.clues import Clues
from crawler.parse.body.machine_notes import LONGEST, is_machine_note
from crawler.parse.page.blocks import Block, Element
from crawler.parse.page.families import OF_LINES
from crawler.patterns import lazily

ABOVE, BELOW = 2, 3  # blocks of a text among which a note may stand
NOTE, HEADING = 320, 70  # characters of one, and of the heading of a summary
FIRST = 4  # blocks of a text, of which one stands in a summary above the rest
_VOWELS = dict.fromkeys(range(0x064B, 0x0653))  # marks that Arabic writes or leaves out
NEAR = 3  # lines of a summary above one of it, of which its head may be one
POINTS = 10  # blocks of a summary with its heading
HOLDERS = 3  # elements around a block of one

_OPINION = OF_LINES.rarely(  # in lower case; closed lists stand between what is said of whom: a sentence on views and authors has other words there
    r"^\W*(?:disclaimer\W+)?(?:the |all |any )?(?:views|opinions)(?:,? (?:and|or) \w+)? (?:expressed|presented|stated|contained)(?: (?:here(?:in)?|above|below|(?:in|by|on|within) (?:this|the|our|his|her|each|these)(?: \w+)? ?(?:article|column|columnist|piece|text|post|page|site|website|op-ed|essay|commentary|comment|opinion|author|writer|contributor|story|section|blog)\w*)){0,2},? (?:are|belong|is)(?: (?:solely|entirely|only|purely|strictly|exclusively|those|that|to|of|the|his|her|their|its|own|personal|views?|opinions?|sole|responsibility|individual|respective|guest)){0,8} (?:author|writer|columnist|contributor)"
    r"|^\W*(?:dieser |diese |dieses |ein |alle )?(?:namentlich (?:gekennzeichnete |gezeichnete )?)?(?:(?:gast|meinungs)?(?:kommentare?|beitr[aä]ge?|artikel|texte?|kolumnen?)|gast\w+|meinungs\w+)(?: (?:auf dieser seite|in dieser rubrik))? (?:gibt|geben|spiegelt|spiegeln|stellt|stellen|entspricht|entsprechen|enthält|enthalten)(?: (?:nur|nicht|unbedingt|immer|zwingend|notwendigerweise|ausschließlich|ausschliesslich|allein|lediglich|stets|die|der|persönlichen?|private))* (?:meinung|ansicht|auffassung|sichtweise)\w* (?:des|der) (?:jeweiligen )?(?:autor|verfasser)\w*"
    r"|^\W*les (?:opinions|propos|points de vue|analyses) (?:exprimé|publié|émis)\w*(?: (?:ici|dans (?:cet|cette|ce|ces|nos|les|notre) (?:article|tribune|texte|chronique|billet|page|rubrique|colonne)s?|sur ce (?:site|blog)|par (?:les?|nos|l['’])\s?(?:auteur|contributeur|chroniqueur)s?)){0,2} (?:n['’]engagent? que|ne reflètent pas|ne représentent pas|sont (?:celles|ceux) de|sont de la seule)[^.,]{0,60}(?:auteur|rédaction|journal|contributeur|chroniqueur)"
    r"|^\W*(?:las|los) (?:opiniones|ideas|puntos de vista|criterios)(?: (?:(?:expresad|vertid|expuest|emitid|manifestad|publicad|contenid)[oa]s|aquí|en (?:este|esta|estos|estas|nuestras?) \w+|(?:por|de|del) (?:(?:los|las|el|la|sus|nuestros|cada) )?(?:autor|columnista|colaborador|articulista)\w*)){1,4} (?:son (?:de |la |exclusiva |entera |única |absoluta ){0,3}responsabilidad[^.,]{0,40}(?:autor|columnista|colaborador|articulista|quien)|no (?:necesariamente )?(?:reflejan|representan|coinciden)[^.,]{0,80}(?:medio|periódico|diario|redacci|editorial|revista))"
    r"|^\W*[^.,;:]{2,40} (?:no (?:necesariamente )?(?:comparte|suscribe|se identifica con)(?: necesariamente)?|não (?:necessariamente )?(?:compartilha|partilha|endossa)(?: necessariamente)?|non condivide necessariamente|ne partage pas (?:nécessairement|forcément)|(?:does|do) not necessarily (?:share|endorse|agree with)) (?:con |de |das? |dos? )?(?:the |las |los |as |os |le |les )?(?:views|opinions?|opiniones|criterios|opiniões|opinioni)(?: (?:vertid|expresad|emitid|expuest|express|expressed|espress|exprimé)\w*)?(?: (?:of|by|in|por|de|en|em|dei|degli|delle|de l\w*|par|d[oae]s?))(?: (?:sus|seus|its|our|their|the|los|las|os|ses|suoi|propri))? ?(?:column|colab|colun|articul|autor|author|contrib|opinion|chroni|writers?|editorialisti|collaborator)\w*\W*$"
    r"|^\W*(?:as opiniões (?:expressas|emitidas|contidas|aqui|d[oae]s? (?:autor|colunista|articulista)\w*)[^.,]{0,50}|a opinião d[oae]s? (?:autor|colunista|articulista)\w*|os artigos (?:de opinião|assinados|publicados)[^.,]{0,40}|este (?:texto|artigo|espaço)) (?:(?:são|é)(?: (?:da?|de|inteira|exclusiva|total|única))* responsabilidade|não (?:necessariamente )?(?:reflete|representa|expressa|traduz)\w*[^.,]{0,50}(?:jornal|redação|veículo|portal|editorial|revista|site))"
    r"|^\W*le opinioni (?:espresse|contenute|riportate)(?: (?:qui|in quest\w+ \w+|nell['’]articolo|nel testo))? (?:sono|appartengono)(?: (?:solo|soltanto|solamente|esclusivamente|unicamente|personali|quelle|della|sola|esclusiva|responsabilità)){0,4} (?:dell['’]|all['’]|degli |agli |dei singoli )autor"
    r"|^\W*(?:deze|dit) (?:bijdrage|opinie\w*|column|artikel|stuk|tekst|blog) (?:geeft|vertegenwoordigt|weerspiegelt|bevat|is|verwoordt)(?: (?:alleen|uitsluitend|enkel|slechts|niet|de|persoonlijke|eigen)){0,4} (?:mening|opinie|visie)\w* van de auteurs?\b|^\W*de (?:meningen|opinies|mening) (?:in (?:dit|deze) \w+|op deze \w+) (?:zijn|is)(?: (?:uitsluitend|alleen|enkel|die|voor rekening))* van de auteurs?\b"
    r"|^\W*(?:opinie|poglądy) (?:wyrażone|zawarte|przedstawione|prezentowane)(?: w (?:\w+ ){1,2}\w+)? (?:są|należą|stanowią)[^.,]{0,40}autor|^\W*(?:niniejszy )?(?:artykuł|tekst|felieton|komentarz) (?:ten )?(?:wyraża|przedstawia|prezentuje|zawiera)(?: (?:wyłącznie|jedynie|tylko|osobiste|prywatne)){0,2} (?:poglądy|opinie|opinię|stanowisko) autor(?:a|ów|ki)\b|^\W*(?:poglądy|opinie) autor(?:a|ów|ki)[^.,]{0,20} nie mus\w+ [^.]{0,60}redakcj"
    r"|^\W*názory (?:autor|komentátor)\w*[^.,]{0,20}nemus\w* [^.,]{0,60}(?:redakc|názor)|^\W*(?:tento )?(?:komentář|text|článek) vyjadřuje (?:\w+ ){0,2}názory? autor"
    r"|^\W*a (?:fenti |jelen )?(?:cikk|írás|vélemény\w*) a szerző (?:saját |személyes )?(?:véleményét|nézeteit|álláspontját) |^\W*a szerző\w* (?:véleménye|álláspontja|nézetei) nem (?:feltétlenül|minden)[^.]{0,60}szerkesztőség"
    r"|^\W*(?:мнени[ея]|точка зрения|позиция) (?:автор|колумнист)\w*(?: \w+)? (?:может|могут)? ?(?:не совпада|не отража|не обязательно)[^.]{0,40}редакц|^\W*(?:колонка|стаття|текст|блог|матеріал)(?: (?:[–—-]|це|— це) \w+, як\w+)? (?:відображає|виражає|висловлює|передає)(?: (?:винятково|виключно|лише|тільки|особист\w+|приватн\w+)){0,3} (?:точку зору|думк[уи]|позицію|погляди?) автор(?:а|ки|ів)\b(?! \w)"
    r"|^\W*(?:думк[аи]|погляди?|позиція) автор(?:а|ки|ів)[^.,]{0,20} мож\w+ не [^.]{0,40}редакц|^\W*редакц(?:ия|ія) (?:\w+ )?може[т]? не (?:разделя|поділя|соглаша|погодж)\w*(?: \w+){0,2} (?:мнени|точк|позици|позиці|взгляд|погляд|думк)|^\W*(?:bu )?(?:köşe )?(?:yazı|makale)(?:da|de|daki|deki|lar|lardaki)?\b[^.,]{0,40}\bgörüş\w* [^.,]{0,30}(?:yazar\w* (?:ait|kendi|kişisel)|yansıt(?:maz|mamakta|mayabilir))"
    r"|^\W*(?:本文|文章|以上)(?:内容|內容|观点|觀點|言论|言論){0,2}(?:仅|僅|只|纯属|純屬){0,2}(?:代表|为|為|系|是|属于|屬於)?作者(?:个人|個人|本人)?(?:的)?(?:观点|觀點|立场|立場|意見|意见|看法)(?:[，,；;][^。]{0,40})?。?$|^\W*(?:该文|該文|本文|文章|以上)(?:内容|內容|观点|觀點|言论|言論){0,2}(?:仅|僅|只){0,2}代表作者(?:个人|個人|本人)[，,；;][^。]{0,40}。?$|^\W*本文(?:来自|來自|首发于|首發於|转载自|轉載自)[^。]{0,60}(?:授权|授權)(?:发布|發布|发表|發表|转载|轉載)。?$|^\W*(?:本記事|本稿|この記事|本コラム)(?:の内容|の見解)?は、?(?:あくまで|すべて)?(?:筆者|著者|執筆者)の?(?:個人)?の?(?:見解|意見)(?:です|であ|に基づ|。|$)"
    r"|^\W*(?:외부 ?(?:필자|기고)\S*|(?:이|본) (?:칼럼|글|기고)\S*)[^.]{0,30}(?:본지|본보|편집 ?방향|신문)\S*[^.]{0,20}(?:다를 수 있(?:습|음|다\.?$)|무관|일치하지)|^\W*(?:(?:الآراء|المقالات?|الأفكار) (?:الواردة|المنشورة?|المعبر)[^.،]{0,40}|هذا المقال )(?:لا (?:تعبر|يعبر|تعكس|يعكس|تمثل|يمثل)[^.،]{0,20}(?:رأي|موقف|وجهة|آراء)|(?:تعبر|يعبر) (?:فقط )?عن (?:رأي|آراء|وجه(?:ة|ات) نظر) (?:(?:كاتب|كتاب|أصحاب|صاحب)(?:ها|ه|هم|يها)|(?:كاتب|صاحب) (?:المقال|الرأي)|(?:كتاب|أصحاب) المقالات)(?!\w))"
    r"|^\W*bài viết (?:này )?(?:chỉ )?(?:thể hiện|là|phản ánh) (?:quan điểm|ý kiến|góc nhìn) (?:cá nhân |riêng )?của tác giả(?:\W*$|[.,;])|^\W*(?:isi |seluruh isi )?(?:artikel|tulisan|opini|kolom)(?: (?:ini|di atas|tersebut|sepenuhnya|menjadi|adalah|merupakan)){0,4} (?:tanggung jawab penulis|pandangan pribadi penulis|tidak (?:mewakili|mencerminkan)[^.,]{0,40}redaksi)"
    r"|^\W*(?:ข้อคิดเห็น|ความคิดเห็น|ทัศนะ|บทความ)\S{0,40}ของผู้เขียน\S{0,60}(?:ไม่จำเป็น|เพียงผู้เดียว|มิได้)"
)
# "ai" and the like alone: letters come first, for then only those places are looked at where one of them stands
_MACHINE = r"(?:a(?<!\wa)i\b|k(?<!\wk)i\b|i(?<!\wi)a\b|и(?<!\wи)и\b|ш(?<!\wш)і\b|artificial intelligence|künstliche\w* intelligenz|intelligence artificielle|inteligencia artificial|inteligência artificial|intelligenza artificiale|uměl\w+ inteligenc\w+|sztuczn\w+ inteligencj\w+|нейросет\w+|yapay zek\w+|人工智能|人工知能|인공지능)"
_SUMMED = r"(?:summary|summari[sz]ed|key (?:points|takeaways)|highlights|zusammenfassung|zusammengefasst|résumé|resumen|resumo|resumido|riassunto|sintesi|samenvatting|sammanfattning|sammendrag|tiivistelmä|podsumowani\w+|streszczeni\w+|shrnutí|zhrnutie|összefoglaló|пересказ|саммари|резюме|краткое содержание|özet\w*|ringkasan|rangkuman|tóm tắt|สรุป|摘要|总结|總結|要約|まとめ|요약|ملخص)"
_SUMMARY = OF_LINES.rarely(  # a heading, in lower case
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
_MAY = r"(?:may|might|can|could|kann|können|peu(?:t|vent)|possibles?|pued[ea]n?|pode[m]?|può|possono|kan|kunnen|może|mogą|může|mohou|může|мо[жг]\w+|возможн\w+|(?:içer|ol)ebilir|olabilir)"
_OWN = rf"(?:(?:this|the|dies\w+|der|die|das|cet?|cette|l[ea]|el|est[aeo]|quest[aeo]|dit|deze|ten|to|tento|tato|эт\w+|bu|denna|den här) )?(?:[\w-]+ ){{0,2}}(?:{_SUMMED}|te[xks]+t[eo]?|текст|article|artikel|artículo|artigo|articolo|translation|übersetzung|traduction|traducción|tradução|traduzione|vertaling|перевод|transcript\w*|content|inhalt|contenu|contenido|beitrag)"
_WITH_MACHINE = lazily(  # in lower case: all that a line says
    rf"\W*{_OWN}[^.!?,]{{0,40}}\b(?:made|created|generated|written|produced|prepared|compiled|erstellt|erzeugt|generiert|verfasst|fait|généré|rédigé|réalisé|produit|hech[oa]|elaborad[oa]|generad[oa]|cread[oa]|feit[oa]|gerad[oa]|criad[oa]|fatt[oa]|generat[oa]|realizzat[oa]|gemaakt|gegenereerd|opgesteld|gjord|skapad|genererad|laget|lavet|skrevet|generert|genereret|przygotowan\w+|stworzon\w+|vytvořen\w*|создан\w*|подготовлен\w*|створен\w*|készült|hazırlan\w+)e?\b[^.!?]{{0,30}}{_MACHINE}[^.!?,]{{0,80}}\W*"
)
_BY_MACHINE = lazily(_MACHINE)  # asked first
_ERR = OF_LINES.rarely(_WRONG)  # asked first: few texts hold one, and whether it may is a long question
_MAY_ERR = lazily(  # in lower case; it speaks of the text at hand and of what may be: of what was found wrong others tell
    rf"\W*(?:(?=[^.!?,]{{0,60}}(?:{_MADE}|{_MAKES})){_OWN}|(?:{_MADE}|{_MAKES})(?=[,.;:]| (?:and|und|et|y|e|en|i|и|a|och) ))(?=[^!?]{{0,90}}\b{_MAY}\b)[^!?]{{0,60}}{_WRONG}[^.!?,]{{0,40}}\W*"
)


def own_notes(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The blocks of a text that are such notes, and those of a summary that says that a machine made it."""
    for block in (*chosen[:ABOVE], *chosen[ABOVE:][-BELOW:]):
        if len(block.text) > NOTE:
            continue
        text = block.text.lower()
        if "\u0600" < max(text[:3]) < "\u0700":  # behind a star, perhaps
            text = text.translate(_VOWELS)
        errs = len(text) < NOTE // 2 and _ERR.search(text) is not None
        if _OPINION.search(text) or (errs and _MAY_ERR.fullmatch(text)):
            yield block
    for block in chosen[:POINTS]:  # a paragraph of the text may quote one
        if block.element.tag == "p" or len(block.text) >= NOTE // 2:
            continue
        text = block.text.lower()
        if _BY_MACHINE.search(text) and _WITH_MACHINE.fullmatch(text):
            yield block
    for block in chosen[:FIRST]:
        if is_machine_note(block.text):
            yield block
        box = _summary(clues, block.element, chosen)
        if box is not None:
            yield from (b for b in chosen if box.first <= b.order < box.last)
            break


def heads_summary(line: str) -> bool:
    """Whether a line says that a machine made the summary below it."""
    return len(line) <= HEADING and _SUMMARY.fullmatch(line.lower()) is not None


def _is_noted(told: list[Block]) -> bool:
    """Whether one of the lines of a box says that a machine made it, and none is longer than what is summed up in a few words."""
    return all(len(b.text) <= NOTE for b in told) and any(
        len(b.text) <= LONGEST and is_machine_note(b.text) for b in told
    )


def is_of_machine(clues: Clues, block: Block) -> bool:
    """Whether a block stands below the head of a machine's summary, or beside what says that it is one."""
    at, blocks = block.order, clues.page.blocks
    if any(is_machine_note(b.text) for b in blocks[max(at - 1, 0) : at + 2]):
        return True
    above = (b for b in blocks[max(at - NEAR, 0) : at] if heads_summary(b.text))
    return any(b.order == at - 1 or b.holder.first <= at < b.holder.last for b in above)


def _summary(clues: Clues, at: Element | None, chosen: list[Block]) -> Element | None:
    """The element above all other text whose first line says that it is a machine's summary, or one of whose few lines does."""
    for _ in range(HOLDERS):
        if at is None or not 1 <= at.last - at.first <= POINTS:
            return None
        told = clues.page.blocks[at.first : at.last]
        if len(told) > 1 and (heads_summary(told[0].text) or _is_noted(told)):
            return (
                at
                if sum(b.order < at.first for b in chosen) < ABOVE and chosen[-1].order >= at.last
                else None
            )
        at = at.parent
    return None
