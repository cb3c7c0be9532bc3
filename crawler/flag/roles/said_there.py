"""The words beside a name → whether what the article tells was said or decided there ("in a keynote at Huawei Connect", "on the last day
of the eWeek", "konferansının açılışında konuştu"), or something was agreed only at its edge ("on the sidelines of Davos").

Patterns over folded text.
"""

from __future__ import annotations

from crawler.patterns import lazily

REACH, BEHIND = 56, 40  # characters before a name, and behind it, in which such words stand
EDGE = 40  # ... before it in which stands that something was at its edge
_STOP = lazily(r"[.!?;。！？；\n\x02]")
# An aside on somebody, in a clause of its own: "the mayor, who gave a keynote at".
_ASIDE = lazily(
    r"(?<!\w)(?:who|whose|qui|quien|che|котор\w+|який|яка|któr\w+|kter\w+|ktor\w+|joka)(?!\w)|, (?:der|die|das|que|dat|die|som) "
)
# A speech, its beginning or end, one of its days, and "this was said at": right before a name, what is between being small words.
_SAID = lazily(
    r"(?<!\w)(?:(?:keynote|opening|closing|inaugural) (?:speech|address|session|ceremony|remarks|day)|keynote|(?:(?:last|first|second|third|final|opening|closing) day|(?<=at the )opening|(?<=at the )close|(?<=at the )start|(?<=at the )end) of|address(?:ed|ing)?(?: to)?|speaking (?:on \w+ )?(?:at|to|before)|spoke (?:on \w+ )?(?:at|to)|told|said this (?:on \w+ )?at"
    r"|(?:eröffnungs|grundsatz|schluss)rede|keynote|(?:zur|der|bei der) eröffnung|(?:zum|am) (?:auftakt|abschluss)|am (?:ersten|zweiten|dritten|letzten|schluss) ?tag|(?:discours|allocution|intervention|(?:à l|de l|en|lors de l) ?ouverture|(?:à la|en|lors de la) clôture|(?:au|le) (?:dernier|premier|deuxième) jour)|(?:discurso|(?:en|durante) la (?:inauguración|clausura|apertura)|último día|primer día|segundo día)"
    r"|(?:discurso|(?:na|durante a) abertura|(?:no|durante o) encerramento|último dia|primeiro dia|segundo dia)|(?:discorso|(?:all|durante l) apertura|(?:alla|durante la) chiusura|ultimo giorno|primo giorno|prima giornata|ultima giornata)|(?:openingstoespraak|toespraak|bij de opening|slotdag|laatste dag|eerste dag)|(?:öppningstal|vid invigningen|sista dag\w*|första dag\w*|ved åbningen|åbningstale\w*|ved åpningen|åpningstale\w*|sidste dag|siste dag)"
    r"|(?:на|в|во время) (?:открыти|закрыти|церемони)\w+|(?:последний|первый|второй) день|выступи(?:л|ла|ли)(?: \w+)? на|на (?:відкритті|закритті)|(?:останній|перший|другий) день|(?:otwarciu|otwarcia|zakończenie|ostatnim dniu|pierwszym dniu|przemówieniu)|(?:zahájení|závěr\w*|posledním dni|prvním dni|projevu)"
    r"|(?:hal (?:itu|ini|tersebut) (?:disampaikan|diungkapkan|dikatakan)(?: \w+)?|(?:dalam|pada|saat) (?:pembukaan|penutupan)|pidato\w*|hari (?:pertama|kedua|ketiga|terakhir))|(?:phát biểu(?: khai mạc)?|lễ khai mạc|lễ bế mạc|ngày (?:đầu|cuối)(?: cùng)?)|ginawa (?:ito|niya ito)|sinabi (?:ito|niya ito)|pagbubukas|talumpati)"
    r"(?: (?!(?:and|et|und|y|e|en|og|och|i|и|та|dan|và)(?!\w))[^\W\d_]{1,10}| \d{1,2}(?= )){0,6} ?$"
    r"|(?:افتتاح|اختتام|ختام|كلمت?[هي]? (?:امام|خلال|في)) ?(?:اعمال |فعاليات )?(?:معرض |مؤتمر |منتدي |قمه )?$|(?<!\w)(?:בפתיחת|בנאום ב|בטקס פתיחת|נאם ב) ?$|(?:กล่าว|ปาฐกถา|พิธีเปิด)[^ ]{0,12}(?:งาน|การประชุม|เวที)?\s?$"
)
_SAID_BEHIND = lazily(
    r"(?: s)? (?:opening|closing|keynote|last day|first day|final day)(?!\w)|(?: ?n[ıiuü]n| ?s[ıi]n[ıi]n| ?ın)? (?:açılış|kapanış)\w*|(?:的)?(?:开幕式|闭幕式|主论坛|主旨|主题演讲)|[ので](?:开会式|开幕式|基调讲演|闭会式)|(?:의)? ?(?:개막식|폐막식|기조연설|개회식)|(?:에서)? (?:기조연설|개회사)|(?: के)? उद्घाटन|(?:ko)? (?:avajais|päätös)\w*| (?:megnyitó|záró)\w*"
)
_AT_ITS_EDGE = lazily(
    r"(?<!\w)(?:(?:on|at) the (?:sidelines|margins|fringes?) of|in the margins of|am rande(?: de[sr])?|en marge (?:de|du|d)|al margen del?|à margem d[aeo]|a margine del?(?:la|l)?|in de marge van|i marginalen (?:av|på)|på sidan av|i kanten af|i margenen av|i kulissen (?:av|på)|в кулуарах|на полях|у кулуарах|на маргінесі|na marginesie|w kulisach|na okraj\w*|di sela|bên lề|marjında|علي هامش|בשולי)"
    r"(?: [^\W\d_]{1,6}){0,2} ?$"
)


def said_there(text: str, place: tuple[int, int]) -> bool:
    """Whether the sentence of the name at the folded `place` says that something was said or decided there."""
    start, end = place
    behind = _SAID_BEHIND.match(text, end, end + BEHIND)
    said = _SAID.search(text, max(0, start - REACH), start)
    if said is None:
        return behind is not None
    if _STOP.search(text, said.start(), start):
        return behind is not None
    return not _ASIDE.search(text, max(0, said.start() - REACH), start)


def at_its_edge(text: str, start: int) -> bool:
    """Whether the words before a name that begins at the folded `start` say that something was done beside it."""
    return _AT_ITS_EDGE.search(text, max(0, start - EDGE), start) is not None
