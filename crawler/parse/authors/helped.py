"""Who a page names as having helped to report, beside who wrote: co-authors in the line below the byline, or at the foot.

Tereza Nová, ekonomická redakce ⏎ Spolupráce: Ondřej Malý        השתתפה בהכנת הכתבה: דנה לוי, חיפה
By Ann Lee ⏎ Additional reporting by Tom Ray

The press that writes English tells additional reporting apart from a byline: at the foot such a line names no author.
Agencies help as well, and whoever edited or took the pictures did not report: a person's whole name counts, up to what is none.
"""

from __future__ import annotations

import re

from crawler.agencies import agency
from crawler.parse.authors.byline import listed
from crawler.parse.authors.credits import is_named
from crawler.parse.authors.names import BETWEEN
from crawler.parse.page import labels
from crawler.parse.page.blocks import NEAR, Outline
from crawler.parse.page.stops import STOPS
from crawler.patterns import lazily, rarely

FOOT = 9  # last blocks of the neighbourhood
_SHORT = 110  # characters of such a line
_PARAGRAPH = 80  # characters of one, of a standfirst as well
_OTHERS = labels.ELSEWHERE | labels.MEDIA | labels.CAPTION | labels.HIDDEN
# a noun alone, and what puts a name into another case, count with a colon: "Spolupráce České republiky" is news
_NOTED = r"mitarbeit|collaboration|medewerking|współpraca|spolupr[áa]c[ae]|suradnja|saradnja|сарадња|при участии|за участ[іюи]|cu colaborarea|kontributor|cộng tác(?: viên)?"
_HELPED = lazily(  # begins a line: that one does not is told in an eighth of the time that all of them are looked through
    r"(?:with )?additional reporting (?:by|from)|reporting contributed by|(?:unter )?mitarbeit von|(?:avec )?la collaboration (?:de|d['’])|avec collaboration de|con la colaboración de|colaboró|colaboraron|(?:com (?:a )?)?colaboração de|colaborou|colaboraram"
    r"|con la collaborazione di|(?:ha|hanno) collaborato|met medewerking van|m\.m\.v\.|na (?:článku|textu) spolupracoval[aiy]?|közreműködött|a(?:u)? colaborat|sodelovali?"
    r"|με τη συνεργασία|συνεργάστηκ(?:ε|αν)|katkıda bulunan(?:lar)?|(?:شارك|شاركت|ساهم|ساهمت) في (?:التغطية|إعداد التقرير|التقرير)|با همکاری|השתתפ(?:ה|ו) בהכנת הכתבה|השתתף בהכנת הכתבה"
    rf"|(?:{_NOTED})(?=\s?[:：])",
    re.I,
)
_BODY = rarely(  # what helps, and is nobody
    r"fundaci|fundaç|fundacj|fondazion|fondation|foundation|stiftung|stichting|universi|institut|istituto|banco|banca|bank|hochschule|akadem|академи|университет|фонд|министер|sociedad|asociaci|associa|ministeri|agenci|agênci|agenzi|agence|televiz|radio|וכנויות|סוכנות|אגודת|وكال|مؤسسة|جامعة|قناة|خبرگزاری|دانشگاه|vakfı|üniversite|ajans|orchestra|orchester|zenekar|egyetem|alapítvány",
    re.I,
)
_SIGN = lazily(r"\s?[:：]\s*|\s+")


def helped(names: tuple[str, ...], page: Outline, start: int, end: int) -> tuple[str, ...]:
    """The authors with those whom such a line names; `start` and `end` bound the neighbourhood of headline and text."""
    near = page.blocks[max(0, start) : start + NEAR]
    foot = page.blocks[max(start + NEAR, end - FOOT, 0) : end]
    lines = [b for b in (*near, *foot) if len(b.text) <= _SHORT]
    begun = [(b, found) for b in lines if (found := _HELPED.match(b.text.lstrip("(（ ")))]
    if not begun:  # as on most pages
        return names
    long = (b for b in (*near, *foot) if len(b.text) > _PARAGRAPH and b.text.endswith(STOPS))
    orders = [b.order for b in long if b.order < end] or [start + NEAR]
    more = dict.fromkeys(names)
    for block, found in begun:
        # a line between the paragraphs tells of a play or a song
        if block.is_heading or block.element.every & _OTHERS or orders[0] < block.order < orders[-1]:
            continue
        sign = _SIGN.match(found.string, found.end())
        if not sign or (block.order >= orders[0] and "reporting" in found[0].lower()):
            continue
        for name in BETWEEN.split(listed(found.string[sign.end() :].rstrip(" .)）"), page.language)):
            if not is_named(name) or " " not in name or agency(name) or _BODY.search(name):
                break
            more.setdefault(name)
    return tuple(more)
