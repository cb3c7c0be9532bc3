"""Words about a name and a time near it that say whose the time is, for told.py and told_relative.py; patterns over folded text."""

from __future__ import annotations

import re

from crawler.patterns import lazily

BESIDE = 12  # characters between a name and words like "next year's" that are its own
SENTENCE = 140  # ... and words like "next month" in one sentence with it
SINCE_THEN = lazily(
    r"(?:since|depuis|desde|seit|sejak|自|自从|ตั้งแต่|kể từ|منذ|founded in|launched in|established in|created in)\s?$"
)
STOP = re.compile(r"[.!?。！？\n]")
# What makes a month the name's own: "November's", "11月的"; "the November"; "ноябрьская", "listopadowa".
OWNS = lazily(r" s (?!\d)| ?[的の의]| (?:के|की|का) ")
THE = lazily(r"(?<!\w)(?:the|this|that|next|last|coming|upcoming) $")
OF_MONTH = lazily(r"(?:ск[аиойуе]\w{0,2}|ow[aeyą]\w{0,2}|ov[áéý]\w{0,2}|eri)$")
# How a sentence begins that tells of an earlier edition and not of this one, "The first took place in Prague": what follows is an
# edition or what became of it, since "the first day", "the first guests" are of this one.
THE_FIRST = lazily(
    r"\s?(?:(?:the|its|their) (?:(?:very )?first|inaugural|previous|preceding|last)(?: (?:one|edition|event|meeting|summit|forum|conference))?(?= ?[,(]| (?:was|were|took|had|came|drew|attracted|brought|gathered|happened|ran)(?!\w))"
    r"|(?:der|die|das) (?:(?:aller)?erste|vorige|vorherige|letzte|vorangegangene)(?: (?:ausgabe|auflage|gipfel|forum|konferenz|veranstaltung))?(?= ?[,(]| (?:fand|war|hatte|wurde|lief|ging|gab|zog|brachte)(?!\w))"
    r"|(?:(?:le|la) (?:premi(?:er|ère)|précédente?|dernière)(?: (?:édition|sommet|forum|conférence|réunion))?|l édition précédente)(?= ?[,(]| (?:s était|s est|avait|a|eut|fut|était|se tint|se tenait)(?!\w))"
    r"|(?:el|la) (?:primer[ao]?|anterior|última|último|edición anterior|cita anterior)(?: (?:edición|cita|cumbre|foro))?(?= ?[,(]| (?:se|fue|tuvo|había|reunió)(?!\w))|[ao] (?:primeir[ao]|anterior|última|último|edição anterior)(?: (?:edição|cimeira|fórum))?(?= ?[,(]| (?:foi|realizou|teve|tinha|aconteceu|decorreu|ocorreu|reuniu)(?!\w))"
    r"|(?:la|il) (?:prim[ao]|precedente|scors[ao])(?: (?:edizione|vertice|forum))?(?= ?[,(]| (?:si|fu|era|è|ha|aveva|ebbe)(?!\w))|(?:de|het) (?:eerste|vorige)(?: (?:editie|top|conferentie))?(?= ?[,(]| (?:was|vond|werd|had|trok)(?!\w))|(?:den|det) (?:första|förra|første|forrige)(?: (?:upplagan|utgaven|udgave|mötet|møtet|møde))?(?= ?[,(]| (?:hölls|ägde|var|blev|ble|fandt|fant|gick|gikk|samlade|samlet)(?!\w))"
    r"|(?:перв(?:ый|ая|ое)|предыдущ(?:ий|ая|ее)|прошл(?:ый|ая|ое))(?: (?:форум|саммит|конференция|встреча|выставка))?(?= ?[,(]| (?:про[шх]\w+|состоял\w+|был\w?|проводил\w+|собрал\w?)(?!\w))|(?:перш(?:ий|а|е)|попередн(?:ій|я|є)|минул(?:ий|а|е))(?: (?:форум|саміт|конференція))?(?= ?[,(]| (?:відбу\w+|про[йх]\w+|бу(?:в|ла|ло)|зібра\w+)(?!\w))"
    r"|(?:първ\w{1,4}|предишн\w{1,4}|претходн\w{1,3}|прв\w{1,3})(?: (?:форум|издание|издаање))?(?= ?[,(]| (?:се|бе|беше|је|одржа\w*|проведе\w*)(?!\w))|(?:pierwsz[yae]|poprzedni[ae]?)(?: (?:edycja|szczyt|forum))?(?= ?[,(]| (?:odbył\w*|był\w?|miał\w?)(?!\w))|(?:první|předchozí|prv[ýáé]|predchádzajúc[iae])(?: (?:ročník|summit|fórum))?(?= ?[,(]| (?:se|sa|byl\w?|bol\w?|konal\w?)(?!\w))|(?:prv[iao]|prethodn[iao]|prejšnj[iaeo])(?: (?:izdanje|samit|forum))?(?= ?[,(]| (?:je|se|bio|bila|bilo|održan\w?|potekal\w?)(?!\w))"
    r"|(?:ensimmäinen|edellinen)(?= ?[,(]| (?:järjestettiin|pidettiin|oli|keräsi)(?!\w))|(?:esimene|eelmine)(?= ?[,(]| (?:toimus|peeti|oli|korraldati)(?!\w))|az (?:első|előző)t?(?= ?[,(]| (?:volt|tartották|rendezték|20\d\d)(?!\w))|(?:prim(?:a|ul)|precedent[aă])(?: ediți\w+)?(?= ?[,(]| (?:a|s a|avusese|fusese)(?!\w))|pirm(?:asis|oji)(?= ?[,(]| (?:vyko|įvyko|buvo)(?!\w))|pirm(?:ais|ā)(?= ?[,(]| (?:notika|bija)(?!\w))|(?:η|το|ο) (?:πρώτ[ηο]σ?|προηγούμεν[ηο]σ?)(?= ?[,(]| (?:έγινε|διεξήχθη|ήταν|είχε|πραγματοποιήθηκε)(?!\w))|(?:ilki|birincisi|bir önceki(?:si)?)(?!\w)"
    r"|(?:yang pertama|(?:acara|edisi) (?:pertama|sebelumnya))(?!\w)|(?:lần|kỳ|hội nghị|diễn đàn) (?:đầu(?: tiên)?|thứ nhất|trước)(?= ?[,(]| (?:được|diễn|đã|tổ chức))|ครั้ง(?:แรก|ก่อน)(?=จัด|มีขึ้น|เกิดขึ้น| ?ที่)|(?:首|上一?)届|(?:前回|第[1一]回|初回)(?=は|が)|(?:첫|지난) (?:대회|행사|회의)|(?:النسخه|الدوره) (?:الاولي|السابقه)(?!\w)|הראשונ\w?(?= ?[,(]| (?:התקיי|נערכ|היי?ת))|(?:पहला|पहली|पिछला) (?:सम्मेलन|संस्करण|आयोजन)|প্রথম (?:সম্মেলন|আসর)|(?:دوره|همايش) (?:قبل|نخست)(?!\w))"
)
COMMA = lazily("[,，、]")
# A sentence that begins here, at a name or at a month beside it; what follows a name where people meet.
BEGINS = lazily(
    r"(?:^|[.!?。！？\n\x02]) ?(?:(?:the|this|der|die|das|le|la|les|el|los|o|a|os|as|il|lo|de|het|den|det) )?$"
)
AMID_IT = lazily(r" ?(?:上|期间|中|现场|で|に|에서)")
# "Lani" is a woman too: what stands beside it where Slovenes and Croats say "last year".
BEFORE_LANI = lazily(
    r"(?<!\w)(?:je|su|se|smo|sem|sam|ki|koji\w?|kot|kao|že|već|pa|[jfmasond]\w{1,8}(?:ja|ca|la|ta|ra)) $"
)
AFTER_LANI = lazily(
    r" (?:je|so|su|sta|smo|sem|sam|se|bil\w?|bio|na|u|v|ni|nije|pri|po|od|ob|ki|koji\w?|poleti|jeseni|spomladi|ljeti|zimi|organi\w+|razst\w+|izla\w+|sudjel\w+|sodel\w+|predst\w+)(?!\w)"
)
CLAUSES = lazily(r"(?:[,，、;；][^,，、;；]*){2}")
# Around "next year": from when something is so, or until when, which is no day of an event: "a new director from next year".
FROM = lazily(
    r"(?:(?<!\w)(?:from|since|until|till|by|ab|seit|bis|(?:à partir|dès|depuis|jusqu)(?: de| à)?|(?:a partir|desde|hasta|até)(?: del?| do| el| o)?|с|со|із|з|від|od|mulai|sejak|hingga|(?:kể )?từ(?: đầu| giữa| cuối)?|من|منذ|حتي|از|تا) (?:the |l |le |la |el |o )?"
    r"|ตั้งแต่|จนถึง|ภายใน|自|从)$"
)
FROM_AFTER = lazily(
    r" ?(?:から|まで|以降|부터|까지|이후|起(?!草)|开始|以来|(?:[dt][ae]n)? (?:itibaren|beri|bəri)|से(?!\w)|(?:t[óő]l| óta)(?!\w)|(?: lähtien| alkaen| asti)(?!\w))"
)
# What says in the sentence behind a name's that it tells of the same place: "... This year he met his partners there."
_OVER_THERE = (
    r"(?:(?<!\w)(?:dort|là bas|allí|ahí|lá|lì|laggiù|daar|там|тамо|tam|tamo|ott|siellä|(?<!the )(?<!a )seal|acolo|εκεί|orada|هناك|انجا|שם|di sana|ở đó|tại đó)(?!\w)"
    r"|वहाँ|वहां|সেখানে|ที่นั่น|在那里|那里|そこで|그곳에서|거기서)"
)
_ITS_PREPOSITION = "(?: (?:im|in|en|em|no|na|el|l|w|we|v|у|в|el año|au|i|το|τον|în|nel))?"
# ... right before or behind "this year", as no other place is told between; "next year there will be" tells none at all.
THERE_BEFORE = lazily(rf"(?<!, )(?:{_OVER_THERE}|(?<!\w)(?:there|där)){_ITS_PREPOSITION} ?$")
THERE_BEHIND = lazily(rf" ?(?:{_OVER_THERE}|(?:there|där)(?= ?(?:[.!?;\n]|$)))")
THERE_LAST = lazily(rf"{_OVER_THERE}|(?<!\w)(?:there|där) ?$")
# What may tell another place in such a sentence.
PLACES = lazily(r"[,;:\d]| (?:in|im|bei|beim|nach|aus|auf|und|and|at|e|et|och|og) ")
# Behind a name, what an ordinal before both counts: "its third GDEC stand", "kolmas GDEC-päivä", "a harmadik GDEC napon".
OF_A_PART = re.compile(
    r" (?:(?:organi[sz]ing committee|committee|secretariat|stand|booth|day|keynote|speech|talk|panel|appearance|visit|trip|visitors?|guests?|attendees?|exhibitors?|besökare|gæste?r?|gjeste?r?|bezoekers?|besuchern?|besucher|návštěvní\w+|návštevní\w+|monter|stánk?[eku]*|stánok|osasto\w*|päiv\w+|puhe\w*|vierailu\w*|esity\w+|päev\w*|kõne\w*|nap(?:on|ja|ján)?"
    r"|gün(?:ü|ünde|ündə)?|ziyareti\w*|katılımı\w*|konferenssi(?:nsa|ni|mme)\w*|күн[іi]\w*|dien(?:a|ą|os|ai|ā|as|u)|kuni|օր\w*|दिवस|दिन|দিন\w*|dag|dagen|tag)(?!\w))"
)


def apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many characters stand between the two; 0 or less where they touch or overlap."""
    return max(other[0] - one[1], one[0] - other[1])


def one_sentence(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether no sentence ends between the two."""
    first, second = sorted((one, other))
    return not STOP.search(text, first[1], max(first[1], second[0]))
