"""How much of an article is about a forum, and how sure that is.

main: in the title, or the lead says that it happens and much of the text returns to it; substantial: several
sentences, or the lead's event; passing: named once or twice by the way, or in a list of such events.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from crawler.patterns import lazily
from storage.records import Role

from .context import EVENT, HAPPENING, Around
from .judge import Sighting
from .reading import Reading

LEAD = 400  # folded characters; half of it in scripts whose characters are words
WINDOW = 160  # characters on either side of a name that are about it
APART = 90  # characters between two names that make them two sentences
DOES = 48  # characters in which a name does something
MAIN_SHARE = 0.4  # of the text, where the title does not name it
OPENING = 100  # characters in which the text begins with its subject, after a dateline
SUBJECT_SHARE = 0.1
EARLY, HALFWAY = 0.23, 0.4  # of the text, before which a name stands that the text comes back to
EARLY_SHARE, HALFWAY_SHARE = 0.3, 0.45  # of the text that stands by such a name
SOON, BY = 30, 60  # characters behind a name that are its own; beside one that are about it
TOLD_SHARE = 0.4  # of the text, where one sentence says by the way that the event was held
LEAD_SENTENCE = 260  # characters of a first sentence, dateline and all
GAP = 14  # characters between a name and what it does: "the opening of the ..."
TITLE_SHARE = 0.08  # a title's name that the text hardly returns to is what the news was shown at
TITLE_ALONE = 0.25  # ... unless the text is short
CROWD = 3  # different forums this close together are a list
CROWD_REACH = 140
_SENTENCE_END = lazily(r"[。！？!?\n]|\w{4,}\.\s")
_OPENING_OF = lazily(
    r"(?<!\w)(?:opening|start|launch|close|closing|end|eröffnung|beginn|abschluss|ouverture|clôture|inauguración|apertura|clausura|abertura|encerramento|chiusura"
    r"|inaugurazione|открыти\w|закрыти\w|відкритт\w|otwarci\w|zakończeni\w|pembukaan|penutupan|khai mạc|bế mạc|افتتاح|ختام|انطلاق|opening van"
    r"|opened|opens|inaugurated|inaugura|inauguró|inaugurou|a ouvert|eröffnete|открыл\w?|открывает|otworzył\w?|membuka|menutup|açılışını)"
    r"(?: day| ceremony)?(?: (?:of|the|de|del|de la|du|des?|der|do|da|dello|della|di|van|het|\d+\w*|annual|год\w*|ежегодн\w+))* ?$"
    r"|(?:เปิดฉาก|เปิด|ปิด)(?:การประชุม|งาน|เวที)? ?$"
)
_AT = lazily(
    r"(?<!\w)(?:at|auf|bei|beim|au|lors|en|na|no|на|al|alla|op|di|tại|في|w) (?:the |der |dem |la |el )?$"
)
_ASIDE = lazily(r"which|that|where|who|die |das |qui |que |che |котор|który|która")
# The event, spoken of again without its name.
_AGAIN = lazily(
    r"(?<!\w)(?:the|this|that|its|day) (?:\w+ ){0,2}?(?:summit|conference|forum|gathering|event|expo|fair|congress|talks|session|meeting)(?!\w)"
    r"|(?<!\w)(?:le|la|du|au|ce|cette) (?:sommet|conférence|forum|rencontre|salon|congrès|réunion)(?!\w)"
    r"|(?<!\w)(?:der|die|das|dem|des|den) (?:\w+ ){0,1}?(?:gipfel\w*|konferenz|treffens?|forums?|messe|kongress\w*|tagung)(?!\w)"
    r"|(?<!\w)(?:el|la|del|al|este|esta) (?:cumbre|conferencia|foro|feria|congreso|encuentro|reunión)(?!\w)"
    r"|(?<!\w)(?:o|a|do|da|no|na) (?:cúpula|cimeira|conferência|fórum|feira|congresso|encontro)(?!\w)"
    r"|(?<!\w)(?:il|la|del|della|al|alla) (?:vertice|conferenza|forum|fiera|congresso|riunione)(?!\w)"
    r"|(?<!\w)(?:форум\w{0,2}|саммит\w{0,2}|конференци\w|выставк\w)(?!\w)"
    r"|本届|本屆|(?<=[，。；、])(?:大会|论坛|峰会|大會|論壇|峰會)|ที่ประชุม|งานนี้|เวทีนี้|การประชุม(?:นี้|ครั้งนี้|รอบนี้)|(?:이번|올해) (?:행사|포럼|회의|대회)|同?大会は|会議は|القمة|القمه|المؤتمر|المنتدى"
)
MANY = 2  # times that make it the subject
UNSUPPORTED = 0.85  # neither its year nor its city is there, as in most of the false alarms of our own cases
ROLE_SCORE = {"main": 0.1, "substantial": 0.03, "passing": -0.12}


def role_of(
    reading: Reading,
    sightings: Sequence[Sighting],
    others: Sequence[Sighting],
    around: Around,
    cities: Iterable[str] = (),
) -> Role:
    """The role of the forum that `sightings` (in order) name; `others` are all sightings, in order too.

    `cities`: where it is held. One of them in the title speaks of it, as the words of an event do.
    """
    dense = _dense(reading.text)
    body = [s for s in sightings if s.start >= reading.body]
    alone = [s for s in body if not _in_crowd(s, others)]
    share = _share(reading, alone, WINDOW // dense)
    there = bool(body) and all(_AT.search(reading.text, max(0, s.start - 12), s.start) for s in body)
    sentences = _sentences(alone, APART // dense)
    first = bool(body) and body[0].start < reading.body + OPENING // dense
    if any(s.start < reading.title_end for s in sightings):
        told = sentences >= 2 or share >= TITLE_ALONE or first
        return "main" if not body or (share >= TITLE_SHARE and told) else "substantial"
    opens = any(s.start < reading.body for s in sightings) or any(
        s.start < reading.body + LEAD // dense for s in alone
    )
    near_head = sentences >= 2 or (bool(alone) and _placed(reading, alone[0]) < HALFWAY)
    happens = (
        bool(body) and opens and any(around.near(HAPPENING, s.start, s.end, DOES // dense) for s in alone[:2])
    )
    if (
        (first and happens and share >= SUBJECT_SHARE)
        or _lead(reading, body, around)
        or (share >= MAIN_SHARE and ((happens and not there and near_head) or (opens and sentences >= 3)))
    ):
        return "main"
    if alone and _first_sentence(reading, body) and _again(reading, body[0].end) >= MANY:
        return "main"
    told = happens and (first or sentences >= 2 or (share >= TOLD_SHARE and near_head))
    if sentences >= 3 or told or (sentences >= 2 and (opens or share >= MAIN_SHARE)):
        return "substantial"
    if not alone:
        return "passing"
    titled = _city_in_title(reading, around, cities)
    return _returned_to(reading, alone[0], others, around, share, titled)


def _returned_to(
    reading: Reading,
    named: Sighting,
    others: Sequence[Sighting],
    around: Around,
    share: float,
    titled: bool,
) -> Role:
    """The role of an event that is named early, and that the text comes back to in other words."""
    placed = _placed(reading, named)
    if placed >= HALFWAY or share < EARLY_SHARE:
        return "passing"
    returns = _returns(reading, named, others, around)
    if placed < EARLY and (returns or titled):
        return "main"
    return "substantial" if returns >= MANY and share >= HALFWAY_SHARE else "passing"


def _city_in_title(reading: Reading, around: Around, cities: Iterable[str]) -> bool:
    return any(
        end <= reading.title_end for city in cities for _, end in around.places.get(("city", city), ())
    )


def _placed(reading: Reading, named: Sighting) -> float:
    """How far into the text the name stands: 0 to 1."""
    return (named.start - reading.body) / max(1, len(reading.text) - reading.body)


def _returns(reading: Reading, named: Sighting, others: Sequence[Sighting], around: Around) -> int:
    """How often, up to MANY, the text after `named` has words of an event that stand by no other forum's name."""
    dense = _dense(reading.text)
    after, by = named.end + SOON // dense, BY // dense
    theirs = [other.start for other in others if other.forum_id != named.forum_id]
    ahead = len(reading.text) - after
    signs = {start for sign in (EVENT, HAPPENING) for start, _ in around.each(sign, after, after, ahead)}
    signs |= {match.start() for match in _AGAIN.finditer(reading.text, after)}
    count = 0
    for start in sorted(signs):
        at = bisect_left(theirs, start - by + 1)
        count += start > after and (at == len(theirs) or theirs[at] >= start + by)
        if count >= MANY:
            break
    return count


def _first_sentence(reading: Reading, body: Sequence[Sighting]) -> bool:
    """Whether the name stands in the text's first sentence, dateline and all."""
    if not body or body[0].start > reading.body + LEAD_SENTENCE // _dense(reading.text):
        return False
    return not _SENTENCE_END.search(reading.text, reading.body, body[0].start)


def _again(reading: Reading, after: int) -> int:
    """How often the text comes back to the event without naming it."""
    return sum(1 for _ in _AGAIN.finditer(reading.text, after))


def _lead(reading: Reading, body: Sequence[Sighting], around: Around) -> bool:
    """Whether the first sentence says that the event itself opens or closes, whatever the article goes on to."""
    if not _first_sentence(reading, body):
        return False
    start, end = body[0].start, body[0].end
    if _OPENING_OF.search(reading.text, max(reading.body, start - 40), start):
        return True
    does = (sign for sign in around.each(HAPPENING, start, end, GAP) if sign[0] >= end)
    return not _AT.search(reading.text, max(reading.body, start - 12), start) and any(
        not _ASIDE.search(reading.text, end, sign[0]) for sign in does
    )


def score_of(sightings: Sequence[Sighting], role: Role, dated: bool, placed: bool) -> float:
    """0..1: the strongest rule that saw it, and what supports it; a name that nothing supports is never sure."""
    score = max(s.strength for s in sightings) + ROLE_SCORE[role]
    score += 0.05 * dated + 0.05 * placed + 0.02 * min(len(sightings) - 1, 3)
    most = 1.0 if dated or placed else UNSUPPORTED
    return round(min(most, max(0.05, score)), 3)


def _dense(text: str) -> int:
    """2 where one character carries about a word (Chinese, Japanese, Korean), else 1."""
    sample = text[:2000]
    return 2 if sum(char > "\u2e80" for char in sample) * 3 > len(sample) else 1


def _share(reading: Reading, sightings: Sequence[Sighting], window: int) -> float:
    """The part of the text that stands within `window` of a name."""
    length = len(reading.text) - reading.body
    total = done = 0
    for sighting in sightings:
        left = max(reading.body, done, sighting.start - window)
        right = min(len(reading.text), sighting.end + window)
        if right > left:
            total += right - left
            done = right
    return total / max(1, length)


def _sentences(sightings: Sequence[Sighting], apart: int) -> int:
    count, end = 0, -apart
    for sighting in sightings:
        if sighting.start - end >= apart or not count:
            count += 1
        end = sighting.end
    return count


def _in_crowd(sighting: Sighting, others: Sequence[Sighting]) -> bool:
    first = bisect_left(others, sighting.start - CROWD_REACH, key=lambda s: s.start)
    last = bisect_right(others, sighting.start + CROWD_REACH, key=lambda s: s.start)
    return len({other.forum_id for other in others[first:last]}) >= CROWD
