"""Clauses that speak of another thing than the forum in the same sentence → whose a year or a month in them is.

"The robot that won a prize in 2022 is shown at WAIC": 2022 is the robot's. "The phone shown in March at MWC will be sold
in spring": March is over. Each language's words are patterns over folded text.
"""

from __future__ import annotations

from crawler.patterns import lazily

# characters before a year in which its clause begins, and behind it in which the next verb stands
BEFORE, AFTER = 70, 44
_GO_ON = r"[^.!?,;:()\n。、，]"  # a clause goes on

# What begins a clause and has words before the year (or, in figures, none), and the verb that goes on behind it.
_RELATIVE: tuple[tuple[str, str], ...] = (
    (
        r"(?<!\w)(?:(?<!said )(?<!says )(?<!added )(?<!noted )(?<!told )that|which|who|whose|whom|where)(?: \w+){1,8} (?:back )?in $",
        r"was|were|is|are|will|would|has|have|had|can|could|may|might|should|must|now|goes|went|comes?|came|spoke|speaks?|shows?|showed|presents?|presented|unveils?|unveiled|opens?|opened"
        r"|attends?|attended|takes?|took|joins?|joined|visits?|visited|returns?|returned|meets?|met|wins?|won|said|says|told|tells|appears?|appeared|exhibits?|exhibited|drew|draws|became",
    ),
    (
        r"(?<!\w)(?:\w{3,}ed|sold|shown|won|built|made|bought|born|written|begun)(?: \w+){0,3} (?:back )?in $",
        r"was|were|is|are|will|would|has|have|had|can|could|may|now|goes|went|came|comes",
    ),
    (
        r"(?<!\w)(?:qui|(?<!dit )(?<!déclaré )(?<!affirmé )(?<!annoncé )(?<!rappelé )(?:que|qu)|dont|où)(?: \w+){1,8} en $",
        r"(?:a|ont|avait|avaient) \w+|était|étaient|est|sont|sera|seront|va|vont|s|se|présent\w+|expos\w+|particip\w+|revien\w+|montr\w+|dévoil\w+|figur\w+",
    ),
    (
        r"(?<!\w)(?:(?<!dijo )(?<!afirmó )(?<!aseguró )(?<!señaló )(?<!recordó )(?<!anunció )que|quien|quienes|cuy[oa]s?|donde|el cual|la cual)(?: \w+){1,8} en $",
        r"fue|fueron|es|son|será|serán|estará|estuvo|está|están|ha|han|había|va|irá|se|present\w+|expus\w+|exp[oó]n\w+|particip\w+|asisti\w+|mostr\w+|habló|lleg\w+|volvi\w+|regres\w+",
    ),
    (
        r"(?<!\w)(?:(?<!disse )(?<!afirmou )(?<!lembrou )(?<!anunciou )que|quem|cuj[oa]s?|onde)(?: \w+){1,8} em $",
        r"foi|foram|é|são|será|serão|esteve|está|estará|vai|vão|tem|têm|se|apresent\w+|particip\w+|mostr\w+|falou|cheg\w+|volt\w+|exp[oôõ]\w+",
    ),
    (
        r"(?<!\w)(?:(?<!detto )(?<!dichiarato )(?<!affermato )(?<!ricordato )(?<!annunciato )che|cui)(?: \w+){1,8} nel $",
        r"è|era|sono|sarà|saranno|ha|hanno|va|si|present\w+|espo\w+|partecip\w+|mostr\w+|torn\w+|arriv\w+",
    ),
    (
        r"(?<!\w)(?:die|dat|waar)(?: \w+){0,8} in $",
        r"(?:is|was|zijn|waren|zal|zullen|heeft|hebben|wordt|werd|toont|toonde|presenteert|presenteerde|staat|stond|komt|kwam|sprak)",
    ),
    (
        r"(?<!\w)der(?: \w+){0,8} i $",
        r"blev|bliver|vises|vistes|skal|kommer|havde|deltager|deltog|stiller|blir|er|var",
    ),
    (
        r"(?<!\w)(?:som|där)(?: \w+){0,8} (?:år |i |under )?$",
        r"var|är|er|blir|blev|bliver|vises|visas|visades|vistes|ska|skal|har|hade|havde|hadde|kommer|deltar|deltager|deltog|deltok|present\w+|tal(?:ade|te|er|ar)|talte|ställ\w+|stiller",
    ),
    (
        r"(?<!\w)care(?: \w+){1,8} în (?:anul )?$",
        r"a|au|va|vor|este|e|sunt|era|erau|s|se|fi|prezint\w+|particip\w+|expun\w*",
    ),
    (
        r"(?<!\w)που(?: \w+){1,8} το $",
        r"ήταν|είναι|θα|παρουσ\w+|συμμετ\w+|εκτ[ίέ]θ\w+|βρ[ίέ]\w+|έχει|μίλ\w+|έδειξ\w+|προβλήθ\w+",
    ),
    (
        r"(?<!\w)(?:الذي|التي|الذين|اللذان|اللتان)(?: \w+){1,8} (?:في )?عام $",
        r"س[يت]\w+|كان\w*|شارك\w*|[عي]عرض|عرض\w*|تعرض|يشارك|تشارك|حضر\w*|تحدث\w*|ظهر\w*|قدم\w*",
    ),
    (
        r"(?<!\w)yang(?: \w+){1,8} pada (?:tahun )?$",
        r"akan|telah|sudah|kini|hadir|tampil|ikut|menjadi|berbicara|dipamerkan|ditampilkan|diperkenalkan|memamerkan|menampilkan|mengikuti|menghadiri",
    ),
    (
        r"(?<!\w)(?:ra mắt|thành lập|ký|bán|phát hành|giới thiệu|sản xuất|đoạt giải|thắng|công bố|từ chức|nghỉ hưu|mua|xây|rời)(?: \w+){0,5} (?:vào |trong |từ )?năm $",
        r"(?:đã |sẽ |đang |vừa )?(?:được|có mặt|tham|xuất hiện|trưng|trình|đến|phát biểu|nay)",
    ),
    (
        r"(?:ที่|ซึ่ง)[\u0e01-\u0e5b]{3,30}(?:ใน|เมื่อ)?(?:ปี)? ?$",
        r"(?:จะ|ได้|ถูก|นำ|มา|ร่วม|เข้าร่วม|จัดแสดง|โชว์|กลับ|ไป|ก็)",
    ),
    (
        r"(?<!\w)ש\w+(?: \w+){0,8} (?:ב|בשנת )$",
        r"הוצג\w*|[תי]וצג|הציג\w*|מצי[גק]\w*|השתתפ?\w+|[תי]שתתף|הי[הת]\w*|[תי]הי\w+|מוצג\w*|דיבר\w*|נא[םמ]\w*",
    ),
    # participles, which stand before the noun: "vypuštěný v roce 2022 telefon", or behind it: "telefon představený v roce 2022"
    (
        r"(?<!\w)\w+(?:нн|вш|ущ|ющ)(?:ый|ий|ая|ое|ее|ые|ие|ого|его|ой|ей|ую|их|ых)(?: \w+){0,4} (?:в|у) $",
        r"(?:года|году|г\.?|році|року|годзе)(?: \w+){0,3} (?:показ|представ|участв|выступ|будет|будут|был|стал|получ|покаж|появ|демонстр|выстав|буде|предст|взя|отправ|привез)\w*",
    ),
    (
        r"(?<!\w)\w+(?:any|ana|ane|ani|ony|ona|one|eni|ty|ta|te)(?: \w+){0,4} w $",
        r"(?:roku|r\.?)(?: \w+){0,3} (?:poka[zż]|przedstaw|uczestn|wystąp|będzie|będą|był|stał|otrzym|pojaw|wystaw|zaprezent|trafi|jest)\w*",
    ),
    (
        r"(?<!\w)\w+(?:ný|ná|né|ní|tý|tá|té|ného|nou|ným)(?: \w+){0,3} v (?:roce|roku) $",
        r"(?:\w+ ){0,2}(?:uká[zž]|předsta|predsta|účast|zúčast|vystoup|vystúp|bude|budou|budú|byl|bol|stal|získa|objev|vystav|je|jsou|sú)\w*",
    ),
    (
        r"(?<!\w)(?:der|die|das|dem|den|ein\w*|im jahr|ende|anfang) (?:im jahr |ende |anfang )?$",
        r"(?:\w+ ){0,2}\w+te[nrms]? (?:\w+ ){1,3}(?:wird|werden|war|waren|ist|sind|hat|haben|wurde|wurden|soll|steht|kommt|zeigt|stellt)",
    ),
    (
        r"(?:^|\W)$",
        r"(?:de|da|te|ta|yılında|yılı|ildə|cı ildə|ci ildə|cu ildə|cü ildə|yilda|жылы) (?:\w+ ){0,2}\w+(?:an|en|ən|mış|miş|muş|müş|dığı|diği|duğu|düğü|tığı|tiği|gan|ған|ген|қан|кен)(?<!düzenlenen)(?<!yapılan)(?<!olan)(?<!keçirilən)(?<!gerçekleşen)(?<!gerçekleştirilen)(?<!tkazilgan)(?<!өткен)(?<!açılan) (?!ve |və |va |және )\w+",
    ),
    (
        r"(?<!\w)(?:az?|egy) $",
        r"(?:ben|ban) (?:\w+ ){0,2}\w+(?:ott|ett|ött|tt)(?<!rendezett)(?<!tartott)(?<!zajlott)(?<!kezdődött) \w+",
    ),
    (
        r"vuonna $",
        r"(?:\w+ ){0,2}\w+(?:ttu|tty|stu|sty|ltu|lty|rtu|nut|nyt)(?<!pidetty)(?<!järjestetty) \w+ (?:nähtiin|esiteltiin|on|oli|esittel\w+|saapu\w+|pala\w+|näky\w+|tulee|tuli|ovat|olivat|sai)",
    ),
    (
        r"$",
        r"में (?:\S+ ){0,2}(?:लॉन्च|पेश|स्थापित|जारी|रिलीज|रिटायर|बना|बनाया|बनाए|जीता|बेचा)(?: \S+){0,2} (?:हुआ|हुए|हुई|गया|गई|गए|वाला|वाले|वाली) \S+",
    ),
    (
        r"(?<!\w)كه(?: \w+){0,4} (?:در )?سال $",
        r"(?:\w+ ){0,4}(?:شد|شدند|شده بود|شده است|كرد|كردند|بود|بودند|گرفت|داد|برد|ساخت|فروخت) (?!كه )\w+",
    ),
    (
        r"$",
        r"年(?:[0-9]{1,2}月)?に?[^はがをで。、]{0,12}(?:された|した|された|していた|なった|受けた|得た|だった|入れた|辞めた|退いた)[^。、]{1,16}[はがをも]",
    ),
    (
        r"$",
        r"년(?:에)? (?:[^ ]+ ){0,2}[^ ]*(?:된|한|던|받은|팔린|산|떠난)(?<!개최된)(?<!개막한) (?:[^ ]+ ){0,2}[^ ]+(?:이|가|은|는|을|를|도) ",
    ),
    (
        r"$",
        r"年(?:[0-9]{1,2}月)?(?:[^,，。的]{0,6})(?:发布|推出|上市|成立|创立|创办|获奖|签署|签订|签下|建成|投产|退休|离任|当选|上任|毕业|开业|收购|问世|量产|辞职|研发)的[^,，。]{2,16}(?:在|于|将|参加|亮相|出席|走进|登|再次|也)",
    ),
)  # fmt: skip
_CLAUSES = tuple(
    (lazily(before), lazily(rf" ?(?:{_GO_ON}{{0,28}}? )??(?:{verb})")) for before, verb in _RELATIVE
)
# Behind a name: what begins a clause that is not about it, and what does after which it may be.
_SAYS_THAT = lazily(
    r"(?<!\w)(?:who|whose|whom|bahwa|rằng|ότι|πωσ|att|că|whom|quien|quienes|cuy[oa]s?|dont|quem|cuj[oa]s?|cui)(?!\w)|\S (?:\w+ )+?(?:that|which|que|qui|che|som|care|που|yang)(?!\w)| ان | كه | कि |ว่า"
)
_THAT = lazily(
    r" ?(?:that|which|que|qui|che|som|care|που|yang|الذي|التي) (?:was|were|is|took|opened|closed|had|has|s est|s|a|fue|se|tuvo|foi|teve|è|era|si|var|er|är|hölls|ägde|blev|fandt|fant|a avut|s a|έγινε|πραγματοποι\w+|diadakan|digelar|berlangsung|diselenggarakan)(?!\w)"
)
_BEGINS_THAT = lazily(r" ?(?:that|que|che|som)(?!\w)")


def of_another(text: str, year: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether the year at the folded [start, end) is told in a clause about something else than the name there."""
    if name[1] <= year[0]:
        between = text[name[1] : year[0]]
        if _THAT.match(between):
            return False
        return bool(_SAYS_THAT.search(between) or _BEGINS_THAT.match(between))
    before = text[max(0, year[0] - BEFORE) : year[0]]
    between = text[year[1] : name[0]]
    return any(begins.search(before) and goes_on.match(between) for begins, goes_on in _CLAUSES)


# What was shown, signed or said there: a participle, so that the verb of what is to come is that of another time.
_DONE = (
    r"shown|showed|presented|unveiled|announced|signed|launched|displayed|demonstrated|introduced|revealed|exhibited|debuted|premiered|previewed|won|met|made|agreed|struck|adopted|awarded"
    r"|présentée?s?|dévoilée?s?|montrée?s?|annoncée?s?|signée?s?|exposée?s?|adoptée?s?|lancée?s?|conclue?s?"
    r"|(?:present|mostr|anunci|firm|exhib|revel|adopt|lanz|expuest|ganad|premi)(?:ad)?[oa]s?|expuest[oa]s?"
    r"|(?:apresent|mostr|anunci|assin|exib|revel|adot|lanç|premi)ad[oa]s?|exposto|exposta"
    r"|(?:present|mostr|annunci|firm|svel|adott|lanci|premi)at[oaie]|espost[oaie]|vint[oaie]"
    r"|vorgestellte?[nrsm]?|gezeigte?[nrsm]?|präsentierte?[nrsm]?|angekündigte?[nrsm]?|unterzeichnete?[nrsm]?|enthüllte?[nrsm]?|getoonde?|gepresenteerde?|aangekondigde?|getekende?|onthulde?"
    r"|(?:показа|представле|продемонстрирова|анонсирова|подписа|объявле|выставле|заключе)н(?:н\w{2,3}|[аоы])?|(?:показа|продемонстрирова|подписа)л[аио]?|представил[аио]?|(?:показа|представле|продемонстрова|анонсова|підписа|оголоше)н\w{0,3}"
    r"|pokazan\w{1,3}|zaprezentowan\w{1,3}|przedstawion\w{1,3}|podpisan\w{1,3}|ogłoszon\w{1,3}|představen\w{1,3}|ukázan\w{1,3}|podepsan\w{1,3}|oznámen\w{1,3}|predstaven\w{1,3}|ukázan\w{1,3}"
    r"|visades|visats|presenterades|undertecknades|vist|vistes|præsenteret|presentert|undertegnet|lanserades|lanceret|lansert"
    r"|prezentat\w{0,2}|arătat\w{0,2}|anunțat\w{0,2}|semnat\w{0,2}|dezvăluit\w{0,2}|παρουσιάστηκ\w+|παρουσιάσ\w+|υπογράφ\w+|ανακοινώ\w+"
    r"|dipamerkan|ditampilkan|diperkenalkan|diumumkan|ditandatangani|diluncurkan|عرض\w?|عرضت\w?|قدم|قدمت|اعلن\w?|وقع\w?|كشف"
    r"|(?:được |đã )(?:giới thiệu|trưng bày|công bố|ký(?: kết)?|trình diễn)|ra mắt"
)
# ... for it, or that something will be there; and what is announced is the forum itself where nothing stands between.
_NOT_THERE = r" (?:for|that|ahead of|before|pour|que|qu|avant|para|antes|per|che|prima|für|dass|vor|voor|dat|inför|för|før|att|для|перед|что|що|pro|před|dla|przed|że|că|pentru|για|ότι|untuk|bahwa|jelang|cho|rằng|trước|ان|قبل)(?!\w)"
_DONE_BEFORE = lazily(
    rf"(?<!\w)(?<!to be )(?<!will be )(?<!werden )(?<!akan )(?<!sẽ )(?:{_DONE})(?!\w)(?= \S)(?!{_NOT_THERE})(?: {_GO_ON}{{0,14}})? ?$"
    r"|(?:เปิดตัว|จัดแสดง|นำเสนอ|ลงนาม|ประกาศ)(?:ไป)?(?:ใน|เมื่อ|ที่|งาน|เดือน|ช่วง|ต้น|ปลาย|กลาง| ){0,5}$"
)
_TO_BE = lazily(
    r"(?<!\w)(?:to be|will(?: \w+)? be|is being|ser[áãaà]\w*|sera|seront|à être|serán|serão|sarà|saranno|wird|werden|worden|zal|zullen|будет|будут|буде|будуть|będzie|będą|bude|budou|budú|ska|skal|kommer att|va fi|vor fi|θα|akan|sẽ|จะ|س[يت]\w+)(?: \w+){0,3} ?$"
)
# The same behind the name, in languages that put it there: "in July at GDEC gezeigte", "で披露された", "上展示的".
_DONE_AFTER = lazily(
    r" ?(?:vorgestellt|gezeigt|präsentiert|angekündigt|unterzeichnet|enthüllt)(?:e[nrsm]?| wurden?| worden)(?!\w)"
    r"|[^,，。、]{0,4}(?:展示|发布|亮相|展出|签署|公布|推出|宣布|首发|获奖)(?:过)?的"
    r"|[^。、]{0,6}(?:披露|发表|展示|公开|署名|調印|初公开|绍介|出展)(?:された|した)(?!。)"
    r"|[^.,]{0,6} (?:공개|발표|전시|소개|체결|선보|시연)(?:된|한|인|했던|됐던) "
    r"| ?(?:nda|nde|da|de|ta|te)? ?(?:tanıtılan|sergilenen|gösterilen|duyurulan|imzalanan|açıklanan|təqdim olunan|nümayiş etdirilən)(?!\w)"
    r"| (?:\S+ )?(?:दिखाया|पेश किया|पेश की|प्रदर्शित किया|घोषित किया|दिखाए|दिखाई) (?:गया|गई|गए) \S"
    r"|[^.,]{0,8} (?:bemutatott|kiállított|bejelentett|aláírt)(?!\w)|[^.,]{0,8} (?:esitelty|julkistettu|nähty)(?!\w)"
)


def done_there(text: str, place: tuple[int, int], moment: tuple[int, int]) -> bool:
    """Whether something was done at that time there, of which the sentence goes on to say what is to come: "the phone
    shown in March at MWC will be sold in spring"."""
    start, end = min(place[0], moment[0]), max(place[1], moment[1])
    before = _DONE_BEFORE.search(text, max(0, start - BEFORE), start) or _DONE_BEFORE.search(
        text, min(place[1], moment[1]), max(place[0], moment[0])
    )
    if before:
        return not _TO_BE.search(text, max(0, before.start() - AFTER), before.start())
    return _DONE_AFTER.match(text, end, end + AFTER) is not None
