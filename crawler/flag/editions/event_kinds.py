"""What an event calls itself, fair or summit, forum, conference or meeting → whether a word for one may speak of a forum.

"The meeting took place in 2023" speaks of no fair, whatever was told before it. Patterns over folded text.
"""

from __future__ import annotations

from functools import lru_cache

from crawler.flag.text.fold import folded_name
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

# Beginnings of words, and ends of those that are written together: "Technikmesse", "Digital-Gipfel".
_KINDS = {
    "fair": lazily(
        r"(?<!\w)(?:shows?|fairs?|expo|salon|salón|feria|feira|fiera|salone|targi|выставк|виставк|veletrh|fuar|pameran|hội chợ|triển lãm)|messen?(?!\w)|beurs(?!\w)|mässan|见本市|展会|博览?会|전시회|박람회|معرض"
    ),
    "summit": lazily(
        r"summit|gipfel|sommet|cumbre|cúpula|cimeira|vertice|(?<!\w)top(?!\w)|topp?m[øö][dt]et?|szczyt|саммит|саміт|zirve|(?<!\w)ktt(?!\w)|thượng đỉnh|サミット|峰会|서밋|정상회의|القمه"
    ),
    "forum": lazily(r"f[oó]rum|foro(?!\w)|форум|diễn đàn|フォーラム|论坛|포럼|เวที|منتدي"),
    "conference": lazily(
        r"[ck]onfer[eêè]n|conferên|congre|kongres|tagung|конференц|конгресс?|hội nghị|大会|会议|회의|การประชุม|المؤتمر"
    ),
    "meeting": lazily(
        r"meeting|(?<!\w)(?:talks|minist[er])|treffen|réunion|rendez vous|reunión|encuentro|(?<!\w)cita|reunião|encontro|riunione|incontro|bijeenkomst|m[öø][dt]et|spotkani|встреч|зустріч|toplantı|pertemuan|اجتماع"
    ),
}


def may_be(forum: Forum, said: str, named: str, between: str) -> bool:
    """Whether the folded words `said` may speak of a forum that the folded sentence `named` names.

    `between` is what stands behind its name there: another summit, behind "the World Economic Forum", is "the summit" next.
    """
    meant = kinds_in(said)
    own = meant & kinds_of(forum)
    return not meant or (bool(own) and not own & kinds_in(between)) or bool((meant - own) & kinds_in(named))


def kinds_in(text: str) -> frozenset[str]:
    """The kinds of events of which the folded `text` speaks."""
    return frozenset(kind for kind, words in _KINDS.items() if words.search(text))


@lru_cache(maxsize=128)
def _of_names(names: tuple[str, ...]) -> frozenset[str]:
    return kinds_in(" | ".join(map(folded_name, names)))


def kinds_of(forum: Forum) -> frozenset[str]:
    """The kinds of events that a forum's names say it is."""
    return _of_names(forum.all_names)
