"""The words beside a date → whether it is the article's: a publication, an event, a photograph, a copyright."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.parse.dates.calendars import Written
from crawler.parse.dates.values import BEFORE
from crawler.patterns import lazily, rarely

SPARE = 45  # characters beside a date that may be an author's name and a place, and are no sentence
# All are looked for in lower case, which is several times as fast as ignoring case.
_COPYRIGHT = lazily(r"©|\(c\)|copyright|all rights")
_CREDIT = lazily(  # of a photograph, whose caption tells when it was taken
    r"\((?:ap|afp|dpa|epa|getty|reuters|xinhua)\b|\(?(?:photo|foto)(?:s|graph)?(?:/|\sby\b|\s?:)|getty images|(?:via|/)\s?ap\)"
)
# in labels
_EVENT = lazily(r"\bevents?[-_ ]+(?:meta|info|date|time|day|start|end|when)|\b(?:dtstart|dtend|vevent)\b")
_RANGE = lazily(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\.?\s?(?:[-+&/]|to|and|bis|und|et|al?|y|e|au|i|и|до)\s?$")
_TO = lazily(r"\s?(?:[-~〜～至到]|から|부터|to|bis|au|al|до)\s?\d")
_SINCE = lazily(
    r"(?<!online )\b(?:(?:apply|register|submit|rsvp)\sby|until|till|due|from|since|bis|ab|seit|depuis|desde|с|до)\s(?:the\s)?(?:[^\W\d_]{2,10},?\s)?$"
)
_SAYS_DATE = lazily(
    r"publi|posted|updated|modified|edited|changed|\bdate\b|stand:|veröffentlicht|erstellt|aktualisiert|fecha|\bdata\b|дата|опубл|发布|發布|時間|时间|日期|公開|更新|掲載|등록|입력|승인|ngày|เผยแพร่|วันที่|نشر|tarih|ημερομ|dátum|datum|dodano"
)
_SAYS_PUBLISHED = lazily(
    r"publi|posted|veröffentlicht|erschienen|geschrieben|eingestellt|online seit|pubblicat|inserit|опубл|размещен|оприлюдн|发布|發布|发表|發表|發佈|刊登|公開|掲載|配信|投稿|등록|입력|승인|게시|송고|đăng|diterbit|diposting|tayang|เผยแพร่|โพสต์|نشر|انتشار|פורסם|yayın|eklenme|oluşturul|δημοσ|julkaistu|objav|zveřejn|közzét|dodano|utworzono|geplaatst|oprettet|udgivet|paskelb|avaldat|प्रकाशित|প্রকাশ"
)
_OTHER_DAY = rarely(  # words before a date that is of something else: an event, a version, an accession
    r"\b(?:today is|heute ist|danas je|danes je|dnes je|dziś jest|oggi è|hoy es|hoje é|avui és|i dag er|idag är|tänään on|vandaag is het|bugün|azi este|днес е|сегодня|сьогодні|данас је|σήμερα είναι|termin|wann|when|event|venue|deadline|version|v\.|accessed|retrieved|consulted|abgerufen|consulté|born|geb\.)\b"
    r"|今天是|今日は|開催|(?<![信開新載稿録])日時|会期|期間|举办|舉辦|召开|召開|개최|일시|состоится|проведени|จัดงาน|จัดขึ้น|閲覧"
)


_PLACE_TOLD = lazily(  # in a line of its own below the date: an event's
    r"\n\s?(?:venue|location|where|place|veranstaltungsort|ort|lieu|lugar|luogo|local|miejsce|место|地点|地點|場所|会場|장소|สถานที่)\s?[:：]"
)


PLACE = 2  # words of the name of a town
_SAYS = lazily(r"\.?\s?[)\]]\s?:\s?\S")  # behind the date, somebody's words: "Ana, Newtown (3.7.2025): …"


def _names_commenter(before: str, written: Written) -> bool:
    """Whether somebody, and where he lives, or an hour tell a comment from the place that begins a text: "New York (3 July 2025): …"."""
    words = before[:-1].split()
    return bool(words) and (len(words) > PLACE or "," in before or written.timed)


def is_other_day(text: str, written: Written) -> bool:
    """Whether the words around a date, or a second day beside it, make it one of something else: an event, a version, a comment."""
    before = text[: written.start]
    if before[-1:] in "([" and _SAYS.match(text, written.end) and _names_commenter(before, written):
        return True
    if _OTHER_DAY.search(before[-BEFORE:]) or _SINCE.search(before) or _PLACE_TOLD.search(text, written.end):
        return True
    return not written.timed and bool(_RANGE.search(before) or _TO.match(text, written.end))


def is_copyright(text: str) -> bool:
    return _COPYRIGHT.search(text.lower()) is not None


def is_caption(text: str) -> bool:
    """Whether a text credits a photographer."""
    return _CREDIT.search(text.lower()) is not None


def is_event(label: str) -> bool:
    """Whether an element is called the time of an event."""
    return _EVENT.search(label.lower()) is not None


def spare(text: str, written: Written, others: Iterable[Written] = ()) -> int:
    """The characters beside a date, and beside other dates, in its line."""
    line = text.rfind("\n", 0, written.start) + 1
    end = text.find("\n", written.end)
    end = len(text) if end < 0 else end
    dates = (w.end - w.start for w in others or (written,) if line <= w.start < end)
    return end - line - sum(dates)


def says_published(text: str) -> bool:
    return _SAYS_PUBLISHED.search(text.lower()) is not None


def says_date(text: str) -> bool:
    return _SAYS_DATE.search(text.lower()) is not None
