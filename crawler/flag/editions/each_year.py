"""A month in which something is held every year, which is that of no edition: "MWC, held in Barcelona every March".

Patterns over folded text.
"""

from __future__ import annotations

from crawler.patterns import lazily

ASIDE = 64  # characters before a month and behind it in which such words stand
_YEARLY = (
    r"(?:(?<!\w)(?:(?:every|each)(?: other| second| two)? years?|annually|yearly|(?:cada|todos los) años?|anualmente|(?:cada|todo o?) ?anos?|todos os anos|ogni anno|tutti gli anni|annualmente|chaque année|tous les (?:deux )?ans|annuellement"
    r"|jede[sn]? jahr(?:es)?|alle (?:zwei )?jahre|(?:all)?jährlich|(?:elk|ieder) jaar|jaarlijks|varje år|årligen|vartannat år|hvert (?:andet |annet )?år|årligt?|joka (?:toinen )?vuosi|vuosittain|кажд(?:ый|ые два|ого) год\w?|ежегодно|раз в год|щороку|щорічно|кожного року|штогод"
    r"|co roku|każdego roku|corocznie|rokrocznie|co dwa lata|každý rok|každ(?:ého|ým) roku?|každoročn[ěe]|minden év\w*|évente|în fiecare an|κάθε (?:χρόνο|χρονιά|έτοσ)|ετησίωσ|всяка година|секоја година|сваке године|svake godine|vsako leto|her (?:yıl|sene)(?! olduğu)|hər il|har yili|жыл сайын|әр жылы"
    r"|(?:كل|في كل) (?:عام|عامين|سنه)|سنويا|هر سال|ہر سال|(?:בכל|כל|מדי) שנה|हर (?:साल|वर्ष)|प्रतिवर्ष|প্রতি ?বছর|(?:setiap|tiap|saban) tahun|h[ằà]ng năm|mỗi năm|kila mwaka|taun taon|katru gadu|kasmet|igal aastal|hvert ár|çdo vit|ყოველ წელს|ամեն տարի)(?!\w)"
    r"|เป็นประจำทุกปี|ทุกปี|ทุก ๆ ปี|每年|毎年|매년|해마다)"
)
# "In March, as every year, ...": this year as well.
_AS = r"(?<!as )(?<!like )(?<!than )(?<!wie )(?<!comme )(?<!como )(?<!come )(?<!как )(?<!как и )(?<!як )(?<!як і )(?<!jak )(?<!jako )(?<!zoals )(?<!som )(?<!kuten )(?<!ca )(?<!όπωσ )(?<!kao )(?<!като )(?<!mint )(?<!كما )(?<!مثل )(?<!seperti )(?<!như )(?<!gibi )"
# No other verb's clause stands between the two; behind the month, only a town.
_BETWEEN = r"(?:(?!(?<!\w)(?:and|und|et|y|e|och|og|и|і|oraz|ja|és|și|και|و|dan|và)(?!\w))[^.,;:!?()\n。、，；：！？\x02]){0,34}"
_TOWN = r"(?: (?:in|im|en|em|no|na|a|à|in|w|we|v|ve|в|у|i|på|la|στη|στην|في|در|tại|di|at|of|de|von|di) [^\W\d_]{3,14}| [^\W\d_]{3,12}(?:ssa|ban|ben))?"
_EACH = (
    r"(?:(?<!\w)(?:every|each|cada|todos os meses de|ogni|chaque|jede[nrms]?|elke|iedere|varje|hver|joka|кажд(?:ый|ого|ом)|кожн(?:ий|ого)|każd(?:y|ego|ym)|každ(?:ý|ého)|minden|fiecare|κάθε|всеки|секој|svak(?:og|i)|сваког|vsak|her|hər|har|هر|كل|בכל|हर|প্রতি|setiap|tiap|saban|mỗi|kila|tuwing|çdo)"
    r"(?: (?:month of|mes de|mois de|mês de|mese di|monat|maand|ماه|شهر|חודש|bulan|tháng|mwezi wa))?|ทุก(?:ๆ|เดือน|\s)*|每|毎|매) ?"
)
_BEFORE = lazily(rf"(?:{_AS}{_YEARLY}(?:{_BETWEEN}|(?:,|،) (?:\w{{1,3}} )?)|{_EACH})$")
_BEHIND = lazily(rf"(?:{_TOWN}(?:,|،)? ?(?:of |de |d |de |di |do |des )?{_AS}{_YEARLY}|ของทุกปี)")


def held_each_year(text: str, start: int, end: int) -> bool:
    """Whether the month at the folded [start, end) is told as that of every year."""
    return bool(
        _BEFORE.search(text, max(0, start - ASIDE), start)
        or _BEHIND.match(text, end, min(len(text), end + ASIDE))
    )
