"""Places where the organisation behind a forum works, rather than meets: its secretariat, an economist at it, a report.

The World Internet Conference, the Boao Forum and the World Economic Forum are bodies too, which hire, publish and
admit members all year long.
"""

from __future__ import annotations

import re

from crawler.flag.text.fold import fold
from crawler.patterns import lazily

REACH = 40  # characters on either side
# Who or what belongs to a body. It stands right behind the name, or before it with "of".
_LATIN = (
    r"secretariat|academy|think tank|foundation|institute|vakfı\w*|enstitüsü\w*|research (?:arm|centre|center|institute)|membership|headquarters|website|payroll|staff"
    r"|secrétariat|fondation|secretaría|fundación|secretariado|fundação|sekretariat\w*|stiftung|segretariato|fondazione|секретариат\w*|фонд\w*|академи\w+"
)
_PAPERS = (
    r"report|index|ranking|survey|study|white paper|blue book|estimate|forecast|outlook|rapport|indice|classement|étude|informe|índice|estudio"
    r"|relatório|estudo|bericht|studie|rangliste|rapporto|indagine|доклад\w*|индекс\w*|отчет\w*|raport\w*|laporan|indeks|báo cáo|chỉ số|rapor\w*|έκθεσ\w*|μελέτ\w*|δείκτ\w*"
)
_PEOPLE = r"(?:chief )?economists?|researchers?|analysts?|fellows?|members?|économistes?|economistas?|ökonom\w*|economist[ai]|экономист\w*"
_UNSPACED = "|".join(
    fold(word).text.strip()
    for word in (
        *("国际组织", "國際組織", "秘书处", "秘書處", "研究院", "咨询委员会", "理事会", "会员单位"),
        *("運営財団", "財団", "事務局", "報告書", "사무국", "연구원", "재단", "보고서"),
    )
)
# Of a body, right before its name, in tongues that need no "of".
_BARE = (
    r"مؤسسه|معهد|اكاديميه|امانه|الامانه العامه ل|بنياد|موسسه|پژوهشكده|มูลนิธิ|สถาบัน|viện|quỹ|ban thư ký|yayasan|lembaga|institut|sekretariat|sekretariatu"
    r"|(?<!\w)(?:фонд|институт|секретариат|академи|fundacj|instytut|nadac|fundaţi|fundați)\w{0,3}"
)
# What a body does for another meeting: 论坛由世界互联网大会主办; not 主办方, 主办城市, 发起人, who hold this one.
_HOLDS = lazily(
    r"(?:与[^,，。]{2,14})?(?:联合|共同)?(?:主办|承办|发起)(?=[的了过\s\d.,，。;；:：、!)）\"”“《「『]|$)|が主催(?!者)|[이가] 주최(?!자|국|측)"
)
_AFTER = re.compile(
    rf"(?:\s?s)?(?: for asia)?(?: s)? (?:[^\W\d]+ )?(?:{_LATIN}|{_PAPERS}|{_PEOPLE})(?!\w)"
    rf"| ?の?(?:{_UNSPACED})"
)
_OF = r"(?: (?:of|by|from|at|with|for|du|de|del|do|da|der|des|vom|von|dello|della|al|на|of the|τησ|του)){1,2}(?: the| el| la)?"
_BEFORE = re.compile(
    rf"(?<!\w)(?:{_LATIN}|{_PAPERS}|{_PEOPLE}){_OF} $|(?:รายงาน|ดัชนี|ผลสำรวจ|ผลการศึกษา|การจัดอันดับ)(?:ของ|โดย| )?$"
    r"|(?:تقرير|مؤشر|دراسه) (?:صادر عن )?$"
    rf"|(?:{_BARE})[«„\"“ ]{{0,2}}$"
)


def in_office(text: str, start: int, end: int, dated: bool) -> bool:
    """Whether the name at the folded [start, end) is its organisation's at work; `dated`: a year stands with it."""
    if _BEFORE.search(text[max(0, start - REACH) : start]):
        return True
    return not dated and bool(_AFTER.match(text, end, end + REACH))


def holds_another(text: str, end: int) -> bool:
    """Whether what follows upon an organisation's name at `end` says that it holds a meeting, which is not its own."""
    return bool(_HOLDS.match(text, end, end + REACH))
