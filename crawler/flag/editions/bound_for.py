"""A verb of going or taking in the present, a forum it leads to and a month → the month is the one to come: "we take the robot to
CES in January", "1月のCESに持っていく", told in October; not "goes public with the robot it brought to CES in January".

Patterns over folded text.
"""

from __future__ import annotations

from crawler.flag.editions.present import KINDS
from crawler.patterns import lazily

CASE = 14  # characters behind a name of the kind of event that takes its case
BEFORE, BEHIND = 64, 40  # characters before a name, and behind it, in which the verb of its clause stands
_GO_ON = r"[^.,;:!?()\n。、，；：！？（）\x02]"  # a clause goes on
_GOES = (
    r"(?<!\w)(?:(?:is|are|am) (?:taking|bringing|sending|going|heading|flying|travelling|traveling|off)|goes|flies|travels|(?<!the )(?<!s )(?<!of )heads(?! of)|takes|brings|sends"
    r"|fährt|fahren|reist|reisen|fliegt|fliegen|nimmt|nehmen|bringt|bringen|schickt|geht|gehen|emmène|emmènent|emmenons|apporte|apportent|apportons|se rend|se rendent|nous rendons|envoie|(?<!une )(?<!la )(?<!grande )part|partent|partons"
    r"|lleva|llevan|llevamos|viaja|viajan|viajamos|acude|acuden|acudimos|envía|envían|leva|levam|levamos|viajam|segue|seguem|envia|porta|portano|portiamo|vola|volano|voliamo|vanno|andiamo|invia"
    r"|везет|везут|везем|едет|едут|едем|летит|летят|летим|отправляется|отправляются|едзе|едуць|веземо|везе|везуть|їде|їдуть|їдемо|летить|летять|вирушає|zabiera|zabierają|zabieramy|jedzie|jadą|jedziemy|leci|lecą|lecimy|zawozi|zawozimy|wysyła"
    r"|veze|vezeme|vezou|vezú|vezieme|jede|jedeme|jedou|ide|idú|ideme|letí|letíme|gaat|gaan|reizen|vliegt|vliegen|neemt|nemen|brengt|åker|reser|tar|flyger|skickar|rejser|tager|flyver|sender|reiser|drar|flyr"
    r"|matkustaa|matkustavat|matkustamme|lähtee|lähtevät|lähdemme|vie|vievät|viemme|visszük|viszi|viszik|utazik|utaznak|utazunk|megy|mennek|megyünk|pleacă|merge|duce|ducem|πηγαίνει|πηγαίνουμε|ταξιδεύει|ταξιδεύουν|putuje|putuju|putujemo|vodi|nosimo|путује|путују|заминава|пътува"
    r"|[ينت]توجه(?:ون)?|[ينت]سافر(?:ون)?|נוסע(?:ת|ים|ות)?|טס(?:ה|ים|ות)|לוקח(?:ת|ים)?)(?!\w)"
)
_TO = (
    r"(?:(?<!\w)(?:to|zu[mr]?|auf die|nach|au|aux|à|al|a|ao|para|alla|all|на|у|na|do|naar|till|til|la|στη|στην|στο|الي)"
    rf"(?: (?:the|der|dem|den|die|la|el|le|l|los|las|o|il|lo|de|het|det|τη|την|το))?(?: (?:big |great |annual )?{KINDS})? |(?<!\w)ל(?:{KINDS} )?)$"
)
# Between the two: another clause, or what was done there.
_PARTED = lazily(
    r"(?<!\w)(?:that|which|who|whose|it|they|he|she|brought|taken|took|sent|flown|seen|shown|mitgebracht\w*|gebracht\w*|gezeigt\w*|qui|que|qu|apportée?s?|vue?s?|montrée?s?|llevad[oa]s?|vist[oa]s?|levad[oa]s?|che|portat[oaie]|vist[oaie]"
    r"|котор\w+|привез\w+|который|який|що|któr\w+|zabran\w+|kter\w+|ktor\w+|som|der|joka|jotka|nähty\w*|amely\w*|care|που|koj\w+|кој\w+|който|الذي|التي|ש\w+)(?!\w)"
)
# ... or what is taken elsewhere was announced, or came, there: "bringt den zur CES angekündigten Laptop", "veze ohlášený na CES
# notebook", "porta in Italia il robot annunciato al CES"; or it goes back to a visit there. "Nouveauté" is no participle.
_OF_ANOTHER = lazily(
    r"(?<!\w)(?:\w{2,}(?:ed|[aiu]t[oaie]|[ai]d[oa]s?)|(?:\w+[^\Wt]|n)ée?s?|\w{3,}нн(?:ый|ая|ое|ые|ого|ую|ых|ой)|\w{2,}(?:ован|[ое]н|ан)(?:ий|а|е|і|у|ого|их|ия|ият|ата|ото|ите)|\w{3,}[aeo]n[yýáéa]|\w{2,}(?:ený|ená|ené|aný|aná|ané))(?!\w)"
    r"|(?<!\w)(?:came|went|driven|venue?s?|auf (?:eine[nm]?|den|das|die)|back|visit|trip|flight|besuch|voyage|visite|viaje|visita|viaggio|viagem)(?!\w)"
    r"|(?<!\w)(?:der|die|das|den|dem|des|eine?[nmrs]?|the|het) \w?$"
)
# "CES-messuille tuodun robotin": what stands behind is what came there.
_BROUGHT = lazily(r"[\w-]* (?:\w{2,}[dt][uy](?:n|t|ja|jä|a|ä)|\w+ne(?:en|et))(?!\w)")
_VERB = lazily(_GOES)
_TO_IT = lazily(_TO)
# The same behind the name, where its ending or a particle says that it is where somebody goes.
_BEHIND = lazily(
    rf"(?: ?(?:messuille|tapahtumaan|konferenssiin|kiállításra|vásárra|rendezvényre|expóra|konferenciára|fuarına|fuara|zirvesine|etkinliğine|konferansına|kongresine)|:?(?:iin|lle)|(?: ?(?:ra|re|ye|ya|e|a))(?!\w)) {_GO_ON}{{0,24}}?"
    rf"(?:{_GOES}|(?<!\w)(?:götürüyor(?:uz|lar)?|gidiyor(?:uz|lar)?|taşıyor(?:uz|lar)?|gönderiyor)(?!\w)|visszük|viszi|utazik)"
    r"|(?:に|へ)[^。、はがを]{0,6}(?:[^。、はが]{0,12}を)?(?:持っていく|持ち込む|持ち込み|出展する|出品する|参加する|向かう|临む|挑む|乗り込む)(?!予定?だった)"
    r"|(?:에|로) (?:[^ .,]{1,8}[을를] )?(?:가져간다|참가한다|참가하는|향한다|나선다|출품한다|들고 간다|간다)"
)
_OWN_CASE = lazily(
    r"(?:messuille|tapahtumaan|konferenssiin|kiállításra|vásárra|konferenciára|fuarına|zirvesine|konferansına|kongresine|toplantısına)"
)
_TURKISH = lazily(rf" {_GO_ON}{{0,16}}?(?:götürüyor|gidiyor|taşıyor|gönderiyor)(?:uz|lar|um)?(?!\w)")
_PERSIAN = lazily(rf"{_GO_ON}{{0,30}} مي ?(?:رويم|رود|روند|برد|بريم|برند|فرستد)(?!\w)")
_TO_PERSIAN = lazily(rf"(?<!\w)به (?:{KINDS} )?$")
_CLAUSE = lazily(rf"(?:{_GO_ON}|,(?= ))*")


def bound_for(text: str, place: tuple[int, int], month: tuple[int, int]) -> bool:
    """Whether somebody goes, or takes something, to the name at the folded `place` in the month of its clause."""
    if not _CLAUSE.fullmatch(text, min(place[1], month[1]), max(place[0], month[0])):
        return False
    left = max(0, place[0] - BEHIND)
    own = _OWN_CASE.search(text, place[0], place[1] + CASE)
    if _BEHIND.match(text, place[1], place[1] + 2 * BEHIND) or (own and _TURKISH.match(text, own.end())):
        return True
    if _TO_PERSIAN.search(text, left, place[0]) and _PERSIAN.match(text, place[1], place[1] + BEHIND):
        return True
    to = _TO_IT.search(text, left, place[0])
    if (to is None and own is None) or (own and _BROUGHT.match(text, own.end())):
        return False
    last = to.start() + 1 if to else place[0]
    return any(
        _CLAUSE.fullmatch(text, verb.end(), last)
        and not _PARTED.search(text, verb.end(), last)
        and not _OF_ANOTHER.search(text, verb.end(), last)
        for verb in _VERB.finditer(text, max(0, min(place[0], month[0]) - BEFORE), last)
    )
