"""What stands where an author's name does, in capitals as a name, and names nobody: kinds of texts and their parts, countries and days of several words, makers of sites.

Only the whole string counts: Tom Press and Georgia Brown are people.
"""

from __future__ import annotations

from crawler.parse.authors.accounts import is_account
from crawler.patterns import rarely

_KIND = (
    r"(?:press|media|news) (?:release|statement|notice|note|advisory)s?|(?:sponsored|partner|partnered|paid|branded) (?:content|post|article)|(?:staff|agency|wire|news|web) reports?|press office"
    r"|communiqué(?: de presse)?|nota (?:de prensa|de imprensa|stampa)|comunicado(?: (?:de|à) (?:prensa|imprensa))?|comunicato(?: stampa)?|comunicat(?: de pres[ăa])?|pressemitteilung|presseaussendung|medienmitteilung|persbericht|pressmeddelande"
    r"|pressemeddelelse|pressemelding|lehdistötiedote|informacja prasowa|komunikat prasowy|tiskov[áa] zpráva|tlačová správa|sajtóközlemény|пресс-релиз|прес-реліз|пресс-?служба|прес-служба|basın (?:bülteni|açıklaması)"
    r"|siaran (?:pers|media)|thông cáo báo chí|δελτίο τύπου"
)
_PART = (  # of a release, what stands above links, contacts and terms
    r"(?:further|more|additional|background|general|contact|supporting) information|(?:notes?|note) (?:to|for) (?:the )?editors?|(?:related|useful) (?:links|documents|content|topics|material)|(?:media|press) (?:contacts?|enquiries|inquiries|kit)|(?:conference|earnings) call|forward[- ]looking statements?|safe harbou?r(?: statement)?|(?:first|second|third|fourth) quarter (?:highlights|results|outlook)"
    r"|(?:weitere|weiterführende|ergänzende|allgemeine|zusätzliche) (?:informationen|links|hinweise|infos)|(?:weiterführende|nützliche) links|(?:nächste|weitere) schritte|(?:pour )?(?:plus|davantage) d['’]informations?|(?:informations|documents) (?:complémentaires|utiles|connexes)|(?:prochaines|liens) (?:étapes|utiles)|(?:más|mayor|mayores) informaci(?:ón|ones)|(?:información|documentos) (?:adicional|relacionados|complementaria)|(?:próximos|siguientes) pasos|(?:mais|outras) informações|informações adicionais|próximos passos"
    r"|(?:ulteriori|maggiori|altre) informazioni|(?:prossimi|prossime) (?:passi|tappe)|(?:meer|verdere|aanvullende) informatie|(?:volgende|nuttige) (?:stappen|links)|(?:więcej|dodatkowe) informacj[ei]|(?:kolejne|dalsze) (?:kroki|etapy)|(?:další|více) (?:informace|informací|kroky)|(?:ďalšie|viac) (?:informácie|informácií|kroky)|további információ(?:k)?|következő lépések|(?:mai multe|alte) informații|(?:więcej|użyteczne) linki|(?:ytterligare|mer) information|(?:nästa|neste|næste) (?:steg|skridt)|(?:mer|yderligere) (?:informasjon|information)"
    r"|(?:дополнительная|подробная) информация|(?:додаткова|детальніша) інформація|(?:допълнителна|повече) информация|(?:daha )?(?:fazla|ayrıntılı) bilgi|(?:dodatne|više) informacije|περισσότερες πληροφορίες|(?:επόμενα) βήματα|informasi lebih lanjut|thông tin (?:thêm|chi tiết)"
)
_COUNTRY = (
    r"saudi arabia|sri lanka|new zealand|south (?:africa|korea|sudan)|north (?:korea|macedonia)|costa rica|united (?:kingdom|states|arab emirates|nations)|el salvador|sierra leone|burkina faso|cabo verde|papua new guinea|equatorial guinea"
    r"|dominican republic|czech republic|puerto rico|east timor|timor leste|ivory coast|hong kong|viet nam|central african republic|bosnia and herzegovina|trinidad and tobago|european union"
    r"|arabia saudita|nueva zelanda|nova zelândia|nuova zelanda|corea del (?:sur|norte|sud|nord)|costa de marfil|(?:estados|emiratos árabes) unidos|reino unido|regno unito|stati uniti|unión europea|união europeia|unione europea"
    r"|arabie saoudite|nouvelle[- ]zélande|afrique du sud|corée du (?:sud|nord)|états[- ]unis|royaume[- ]uni|côte d['’]ivoire|union européenne|vereinigtes königreich|vereinigte staaten|europäische union"
)
_DAY = r"thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|(?:segunda|terça|quarta|quinta|sexta)[- ]feira"  # of the week
_HOUR = (  # and where it is so late: "8:00 AM EST, November 11"
    r"[ap]\.?m\.?(?: (?:(?:[ecmp]|ak|h|a|n|b|ae|ac|aw|nz|w|s|ea|ca|sa|i|ms|ce|ee|we|pk|j|k|ph|hk|sg)[sd]?t|gmt|utc|bst|cest|eest|west|wib|wita|wit|wat|eat|ict|msk))?|(?:greenwich|eastern|central|pacific|mountain|indian?|japan|korea|singapore) (?:mean |standard |daylight )?time"
)
_AGENCY = (  # of news; a credit names it, and no author
    r"(?:agência|agencia|agenzia|agence|agenția|agencja|информагентство|агентство|агенция|خبرگزاری|وكالة) .+|.+ (?:news agency|nachrichtenagentur|ajansı|telegraph agency)"
)
_MAKER = (  # of the site, as programs and those who sell them sign the head of each page
    r"(?:.+ )?web[- ]?(?:design(?:s|ers?)?|solutions?|studios?|agency|development|hosting)(?: .+)?"
)
_HEAD = (  # of a release or a page, as headings above its links and addresses say
    r"(?:additional|further|related|useful|external|supporting|more|background) (?:resources|reading|links|information|documents|materials?|coverage|details|articles|stories)|(?:media|press) (?:contacts?|enquiries|inquiries|kit|office|resources)|key (?:facts|figures|points|takeaways|messages)|(?:editor['’]?s?|editors['’]?) notes?|notes (?:to|for) editors|photo (?:credits?|gallery)"
    r"|weitere (?:informationen|links|artikel|themen)|weiterführende (?:links|informationen)|pour en savoir plus|liens utiles|informations complémentaires|más información|enlaces (?:relacionados|de interés|útiles)|mais informações|links (?:relacionados|úteis)|maggiori informazioni|link utili|meer informatie|więcej informacji|další informace|дополнительная информация|полезные ссылки|додаткова інформація"
)
_NOBODY = rarely(
    rf"(?:{_KIND}|{_PART}|{_HEAD}|{_COUNTRY}|{_DAY}|{_HOUR}|{_AGENCY}|{_MAKER}|(?:báo|tạp chí|đài) .+|(?:na )?mwandishi wetu|our (?:own )?correspondent)"
)  # a paper of Vietnam, too


def is_nobody(name: str) -> bool:
    """Whether a string is the name of no person, though it is written like one."""
    if name.count("/") > 1 and name.isupper() and " " not in name:  # an office of offices: "COMM/DG/UNIT"
        return True
    return _NOBODY.fullmatch(name.lower()) is not None or is_account(name)
