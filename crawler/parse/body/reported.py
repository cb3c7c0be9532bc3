"""A line → whether it tells what somebody said, wrote or ruled: news of a notice, not the notice.

    "By clicking, the court found, you accept terms that nobody reads."  ·  "…，证监会在声明中说。"  ·  "…と同社は説明した。"

Sites speak to their readers politely where a language tells so: what ends in plain Japanese or Korean is news.
"""

from __future__ import annotations

from crawler.parse.page.families import OF_LINES
from crawler.patterns import lazily

_SAID = (  # in lower case, of who is named beside it
    r"said|says|told|tells|wrote|writes|warned|warns|found|ruled|argued|added|asked|announced|explained|replied|admitted|claims?|reads|reported|complained|promised"
    r"|sagte|sagt|schrieb|schreibt|warnte|warnt|riet|rät|erklärte|erklärt|teilte|entschied|meldete|heißt es|hieß es|mahnte|urteilte|so (?:der|die|das)|laut"
    r"|a (?:dit|déclaré|écrit|averti|prévenu|expliqué|jugé|annoncé|estimé|précisé)|dit|prévient|avertit|explique|affirme|selon|dijo|dice|avisa|avisó|advierte|advirtió|escribió|explicó|explica|según|señaló|afirmó|afirma|disse|diz|avisa|avisou|explicou|explica|segundo|afirmou|alerta|alertou|ha detto|dice|spiega|avverte|secondo|scrive|ha scritto"
    r"|zei|zegt|waarschuwt|waarschuwde|schreef|aldus|volgens|powiedział\w*|mówi|ostrzega|ostrzegł\w*|napisał\w*|według|řekl\w*|uvedl\w*|varuje|varoval\w*|napsal\w*|podle|povedal\w*|podľa|сказал\w*|сообщил\w*|сообщает|предупредил\w*|предупреждает|заявил\w*|пояснил\w*|написал\w*|по словам|сказав|сказала|повідоми\w+|попереди\w+|заявив|за словами|каза|съобщи\w*|предупреди\w*|рекао|рекла|упозори\w*|rekao|rekla|upozori\w*"
    r"|sade|säger|skrev|skriver|varnade|varnar|enligt|sa|sier|advarte|advarer|ifølge|sagde|siger|sanoi|sanoo|varoitti|kertoi|mukaan|είπε|δήλωσε|προειδοποίησε|ανέφερε|σύμφωνα|mondta|írta|közölte|figyelmeztetett|szerint|a (?:spus|declarat|avertizat|scris)|potrivit|dedi|söyledi|uyardı|açıkladı|belirtti|yazdı"
    r"|قال|قالت|حذر|حذرت|أوضح|أعلن|كتب|בית המשפט|אמר|אמרה|כתב|הזהיר|گفت|نوشت|هشدار داد|کہا|कहा|बताया|kata|ujar|tutur|kataku|menurut|ungkap|jelas|nói|cho biết|cho hay|cảnh báo|viết|theo ông|theo bà"
)
_WHO = OF_LINES.rarely(
    rf"[,،–—] (?:as )?(?:[^,.!?\n]{{2,60}} )?(?:{_SAID})(?![^\W\d_])(?: [^,.!?\n]{{1,60}})?(?:,|\W*$)"
    r"|(?:说|說|表示|称|稱|指出|写道|寫道|认为|認為|警告|回应|回應|报道|報導|强调|強調|透露|披露)\W*$"
    r"|(?:と(?:いう|述べ|話|語|説明|発表|し|指摘|警告)\S{0,4}|(?<!まし)た|(?<!で)(?:だ|ある|する|いる|なる|れる|せる|ない))。\W*$"  # plain
    r"|(?<!니)다\W*$"  # plain
)
_QUOTES = lazily(  # words of others
    r"[“„«»][^”“»«\n]{24,}[”“»«]|[「『][^」』\n]{8,}[」』]|\"[^\"\n]{24,}\""
)


def is_reported(line: str) -> bool:
    """Whether a line in lower case tells what others say, or quotes a sentence of theirs."""
    return _QUOTES.search(line) is not None or says_who(line)


def says_who(line: str) -> bool:
    """Whether a line in lower case tells who said what it does."""
    return _WHO.search(line) is not None
