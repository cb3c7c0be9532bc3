"""A wish or a plan told in the present, to show or do something at a forum in a month → the month is the one to come: "the city
wants to show it in June at VivaTech", "6月にVivaTechで披露したい考え"; not "wants to sell the robot shown in June at VivaTech".

Patterns over folded text.
"""

from __future__ import annotations

from crawler.patterns import lazily

BEFORE, BEHIND = 120, 60  # characters from the name and the month to the verb of the wish, on either side
# Who wishes, and what: verbs of what is done at fairs. Wishes of the past ("wanted") tell nothing.
_WISHES: tuple[tuple[str, str], ...] = (
    (
        r"(?:wants?|hopes?|plans?|intends?|aims?|expects?|wish(?:es)?|(?:would|d) like|(?:is|are|am) (?:hoping|planning|eager|keen|due|set|ready|preparing)) to",
        r"(?:show|showcase|present|unveil|launch|demonstrate|exhibit|display|reveal|introduce|debut|premiere|take|bring|go|travel|fly|attend|participate|join|speak|perform|compete|pitch|sign|announce|meet|win|open|host|be|return)",
    ),
    (
        r"(?:veut|veulent|voudrait|voudraient|souhaite(?:nt)?|espère(?:nt)?|compte(?:nt)?|entend(?:ent)?|prévoit|prévoient|envisage(?:nt)?|projette(?:nt)?|ambitionne(?:nt)?)",
        r"(?:présenter|montrer|dévoiler|lancer|exposer|révéler|démontrer|emmener|amener|aller|se rendre|participer|assister|parler|signer|annoncer|rencontrer|gagner|être|revenir|retourner)",
    ),
    (
        r"(?:quieren?|querría|quisiera|esperan?|desean?|pretenden?|planean?|prev[ée]n?|confían?|buscan?|aspiran?|piensan?|tienen? previsto|tienen? intención)",
        r"(?:presentar|mostrar|exhibir|desvelar|revelar|lanzar|estrenar|exponer|llevar|viajar|acudir|asistir|participar|ir|hablar|firmar|anunciar|reunir|ganar|estar|volver|regresar)(?:l[oae]s?|se)?",
    ),
    (
        r"(?:quer|querem|espera|esperam|deseja|desejam|pretende|pretendem|planeja|planeia|planeiam|planejam|prevê|preveem|tenciona|tencionam|conta|contam|busca|buscam)",
        r"(?:(?:apresent|mostr|exib|revel|lanç|estre|lev|viaj|particip|fal|assin|anunci|encontr|ganh|est|volt|regress)(?:ar|á)|expor|ir|assistir|reunir)(?: l?[oa]s?)?",
    ),
    (
        r"(?:vuole|vogliono|vorrebbe|vorrebbero|spera(?:no)?|intende|intendono|punta(?:no)?|conta(?:no)?|prevede|prevedono|progetta(?:no)?|mira(?:no)?)",
        r"(?:presentar|mostrar|svelar|lanciar|espor|esibir|portar|viaggiar|andar|partecipar|assister|parlar|firmar|annunciar|incontrar|vincer|esser|tornar)(?:e|l[oaie]|si|n?e)?",
    ),
    (
        r"(?:möchten?|hofft|hoffen|plant|planen|beabsichtigt|gedenkt|strebt an|rechnet damit)",
        r"(?:zeigen|(?:vor)?(?:zu)?(?:stellen|führen)|präsentieren|enthüllen|auszustellen|ausstellen|vorzustellen|vorstellen|teilzunehmen|teilnehmen|reisen|fahren|fliegen|sprechen|unterzeichnen|ankündigen|anzukündigen)",
    ),
    (
        r"(?:wil|willen|hoopt|hopen|plant|plannen|wenst|beoogt|is van plan|zijn van plan)",
        r"(?:tonen|presenteren|onthullen|lanceren|demonstreren|exposeren|meenemen|gaan|reizen|deelnemen|spreken|ondertekenen|aankondigen)",
    ),
    (
        r"(?:vill|vil|hoppas|håber|håper|ønsker|planerar|planlægger|planlegger|tänker|avser|siktar på|akter)",
        r"(?:att |at |å )?(?:visa|vise|presentera|præsentere|presentere|avslöja|afsløre|avduke|lansera|lancere|lansere|demonstrera|demonstrere|ställa|udstille|stille|ta|tage|åka|resa|rejse|reise|delta|deltage|tala|tale|snakke)",
    ),
    (
        r"(?:haluaa|haluavat|toivoo|toivovat|suunnittelee|suunnittelevat|aikoo|aikovat)",
        r"(?:esitellä|näyttää|esittää|julkistaa|lanseerata|matkustaa|mennä|viedä|osallistua|puhua|paljastaa|esittelevänsä|näyttävänsä)",
    ),
    (
        r"(?:chce|chcą|chcemy|chciał(?:by|aby|oby)|planuje|planują|zamierza|zamierzają|liczy|ma nadzieję|pragnie)",
        r"(?:(?:za)?prezentować|pokazać|przedstawić|odsłonić|wystawić|wystąpić|wziąć|pojechać|polecieć|zabrać|uczestniczyć|podpisać|ogłosić)",
    ),
    (
        r"(?:chce|chtějí|chcú|hodlá|hodlají|plánuje|plánují|plánujú|doufá|dúfa|zamýšlí|mieni|chystá se|chystajú sa)",
        r"(?:(?:před|pred)stavi[tť]|ukáza[tť]|předvést|predviesť|vystavi[tť]|vystavova[tť]|odhali[tť]|odhaliť|vzít|vziať|jet|ísť|zúčastnit|zúčastniť|vystoupit|vystúpiť|podepsat|podpísať)",
    ),
    (
        r"(?:хочет|хотят|хотел(?:а|и)? бы|надеется|надеются|собирается|собираются|рассчитывает|рассчитывают|намерен[аы]?|планирует|планируют|готовится|готовятся)",
        r"(?:показать|представить|продемонстрировать|презентовать|выставить|привезти|отвезти|поехать|полететь|отправиться|участвовать|выступить|подписать|объявить|посетить)",
    ),
    (
        r"(?:хоче|хочуть|сподівається|сподіваються|збирається|збираються|планує|планують|ма[єю]т?ь? намір|готується|готуються|прагне)",
        r"(?:показати|представити|продемонструвати|презентувати|виставити|привезти|повезти|поїхати|полетіти|взяти|виступити|підписати|оголосити|відвідати)",
    ),
    (
        r"(?:želi|žele|planira|planiraju|nam[j]?erava|namjeravaju|nameravaju|nada se|hoće|želijo|načrtuje|načrtujejo|namerava|жели|желе|планира|планирају|намерава|нада се|иска|искат|възнамерява|планират|надява се|сака|сакаат)",
        r"(?:da (?:ga |je |to |ih )?(?:predstavi|pokaže|prikaže|izloži|ponese|otputuje|sud[j]?eluje|učestvuje)|(?:predstaviti|pokazati|prikazati|izložiti|razstaviti|otputovati|sudjelovati|sodelovati)|да (?:го |ја |ги |я )?(?:представи|покаже|прикаже|изложи|понесе|отпътува|участва|учествува)\w*)",
    ),
    (
        r"(?:vrea|vor|dorește|doresc|speră|intenționează|plănuiește|își propune)",
        r"(?:să (?:\w+ )?(?:prezinte|arate|dezvăluie|expună|lanseze|ducă|meargă|participe|vorbească|semneze|anunțe)|s[ăa] îl (?:prezinte|arate))",
    ),
    (
        r"(?:θέλει|θέλουν|ελπίζει|ελπίζουν|σχεδιάζει|σχεδιάζουν|σκοπεύει|σκοπεύουν|φιλοδοξεί)",
        r"να (?:\w+ )?(?:παρουσιάσ\w+|δείξ\w+|αποκαλύψ\w+|λανσάρ\w+|εκθέσ\w+|πά[νμρ]\w*|ταξιδέψ\w+|συμμετάσχ\w+|μιλήσ\w+)",
    ),
    (
        r"(?:[يتن]ريد|[يتن]امل|[يت]عتزم|[يت]نوي|[يت]خطط|[يت]طمح|[يت]سعي|[يت]تطلع|[يت]ستعد)(?:ون)?",
        r"(?:ل|ان )?(?:ال)?(?:[يتن])?(?:عرض|كشف|قديم|تقديم|قدم|مشاركه|شارك|حضور|حضر|طلق|اطلاق|سفر|سافر|توقيع|توقع|استضاف)\w*",
    ),
    (r"(?:רוצה|רוצים|מקוו[הי]ם?|מתכוו\w+|מתכנ\w+|שואפ\w+)", r"(?:להציג|לחשוף|להראות|להשיק|לנסוע|להשתתף|לדבר|לחתום)"),
    (
        r"(?:ingin|berharap|hendak|berniat|berencana|bercadang|mahu|mau|menargetkan)",
        r"(?:bisa |dapat |untuk )?(?:memamerkan|menampilkan|memperkenalkan|meluncurkan|menghadiri|mengikuti|membawa|mempamerkan|melancarkan|menyertai)(?:nya)?",
    ),
    (
        r"(?:muốn|hy vọng|mong(?: muốn)?|dự định|có kế hoạch|đặt mục tiêu)",
        r"(?:sẽ |được |có thể )?(?:trưng bày|giới thiệu|ra mắt|trình diễn|trình làng|tham gia|tham dự|mang|đưa)",
    ),
)  # fmt: skip
_BETWEEN_THEM = r"(?: (?!(?:that|which|who|qui|que|che|die|der|som|котор\w+|który\w*)(?!\w))[^\W_]+){0,3}?"
_WISH = lazily(
    r"(?<!\w)(?:" + "|".join(rf"{who}{_BETWEEN_THEM} {what}" for who, what in _WISHES) + r")(?!\w)"
)
# In Dutch and German what is wished may end its clause: "möchte ihn im Juni auf der VivaTech zeigen".
_APART = tuple(
    (lazily(rf"(?<!\w)(?:{who})(?!\w)"), lazily(rf"(?: \w+){{0,4}} {what}(?!\w)"))
    for who, what in _WISHES
    if "zeigen" in what or "tonen" in what
)
# The wish behind what is wished, and both behind the name; and Chinese, which has it before the time.
_BEHIND = lazily(
    r"(?<!\w)(?:tanıtma|sergileme|gösterme|sunma|duyurma|katılma|götürme|imzalama|nümayiş etdirmə|təqdim etmə|iştirak etmə)(?:k|[yk]?[iıyae]\w{0,2})? (?:istiyor|istəyir|planlıyor|planlayır|hedefliyor|amaçlıyor|umuyor|niyetinde|arzuluyor)\w*"
    r"|(?<!\w)(?:(?:be)?mutatni|bemutatni|kiállítani|leleplezni|elvinni|részt venni|utazni) (?:szeretné|szeretnék|kívánja|kívánják|tervezi|tervezik|akarja|akarják|készül)(?!\w)|(?<!\w)(?:szeretné|szeretnék|tervezi|tervezik|akarja|akarják) (?:be)?mutatni"
    r"|(?:दिखाना|पेश करना|प्रदर्शित करना|लॉन्च करना|शामिल होना|भाग लेना) चाहत|(?:دكھانا|پيش كرنا) چاہت"
    r"|(?:披露|发表|展示|公开|出展|绍介|参加)(?:し|でき)(?:たい|る(?:よう)?(?:考え|意向|方针|つもり|见通し|ことを目指))|(?:披露|发表|展示|公开|出展|参加)を(?:目指(?:す|して)|计划)|(?:披露|发表|展示|公开|出展)する(?:考え|意向|方针)"
    r"|(?:공개|전시|시연|발표|참가|소개|선보이|보여주)(?:하)?(?:고 싶|[려길]?(?:려는|려고|길 (?:희망|원|바라|기대)|기를 (?:희망|원|바라|기대)|겠다는))"
)
_HAN = lazily(
    r"(?:希望|打算|有意|期待|力争|争取|想要?|计划|准备)(?:能够?|可以)?(?:在|于|赴)?[^，。；！？\n]{0,16}$"
)
_HAN_DOES = lazily(
    r"(?:上|期间|中|现场)?[^，。；！？\n]{0,10}(?:展示|亮相|发布|推出|展出|参展|签约|发表)(?!了|过|的)"
)
# Between the wish and the time: what had been done already, whose time it is, or a clause of its own.
_OF_ANOTHER = lazily(
    r"(?<!\w)(?:that|which|who|whose|what|it (?!in|at|during|to|there|on|again|next|this|early|late|mid|for)|they|he|she|we|from|after|since|seen|shown|made|met|won|begun|told|bought|sold|given|stars?|winners?|hits?|following|(?:on|its|their|his|her) (?:show|display|view|debut|premiere|success)|success|(?!(?:need|speed|feed|seed|breed|embed|red|bed)(?!\w))\w{2,}ed|qui|que|qu|dont|ce|depuis|après|vue?s?|\w+(?<!ann)ées?|\w{2,}(?:(?<=[ncrps])(?<!san)(?<!fier)(?<!liber)(?<!volon)té|(?<!march)(?<!caf)(?<!comit)(?<!soci)(?<!délégu)(?<!employ)(?<!degr)(?<!cl)(?<!t)é)s?|(?:re)?découverts?|vedettes?|lauréats?|vainqueurs?|gagnants?"
    r"|quien\w*|lo que|desde|tras|(?!(?:todos?|todas?|lados?|mercados?|estados?|contenidos?|mundo)(?!\w))\w{3,}[aiu]d[oa]s?(?<!ciudad)|vist[oa]s?|che|dopo|\w{3,}[aiu]t[oaie](?<!novità)|gezeigte\w*|vorgestellte\w*|dat|getoonde|som|när"
    r"|котор\w+|после|с|показанн\w+|представленн\w+|показан\w+|який|яка|яке|які|після|któr\w+|po|pokazan\w+|kter\w+|ktor\w+|představen\w+|koji\w*|који\w*|кој[аоеи]?|care|după|που|μετά|الذي|التي|بعد|yang|setelah|mà|sau)(?!\w)"
    r"|, (?:der|die|das|den|dem|dessen|deren|was|wie|wo|dass|dat|die|wat)(?!\w)|[。、]|(?:した|された)"
)
_CLAUSE_ENDS = lazily(r"[.;:!?\n。；：！？\x02]|(?:した|された|していた|했던|했다)")


def wished(text: str, place: tuple[int, int], moment: tuple[int, int]) -> bool:
    """Whether something is wished for the month at the folded `moment`, at the name that stands at `place`."""
    start, end = min(place[0], moment[0]), max(place[1], moment[1])
    last, left = max(place[0], moment[0]), max(0, start - BEFORE)
    for wish in _WISH.finditer(text, left, end):
        if wish.end() <= last and _leads_on(text, wish.end(), start, place, moment):
            return True
    for who, what in _APART:
        for begun in who.finditer(text, left, start):
            if _leads_on(text, begun.end(), start, place, moment) and what.match(text, end, end + BEHIND):
                return True
    if _HAN.search(text, left, start) and _HAN_DOES.match(text, end, end + BEHIND):
        return True
    behind = _BEHIND.search(text, end, end + BEHIND)
    return behind is not None and not _CLAUSE_ENDS.search(text, end, behind.start())


def _leads_on(text: str, first: int, start: int, place: tuple[int, int], moment: tuple[int, int]) -> bool:
    """Whether the clause goes on from `first` to the name and the month, and tells nothing that was done already."""
    spans = ((first, start), (max(first, min(place[1], moment[1])), max(place[0], moment[0])))
    return not any(_CLAUSE_ENDS.search(text, *span) or _OF_ANOTHER.search(text, *span) for span in spans)
