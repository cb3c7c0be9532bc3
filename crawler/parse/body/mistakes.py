"""A line below a text → whether it asks readers to tell the paper of mistakes in it: "Found an error?", "Нашли ошибку?"

Interviews ask so as well, in their middle: it is the last line of a text only that is asked.
"""

from __future__ import annotations

from crawler.parse.page.families import OF_LINES
from crawler.patterns import lazily

LONGEST = 110  # characters of such a line
MOST = 5  # words behind the question that tell what to do; a sentence that answers it has more
_QUOTED = lazily('["“”„«»「『]')
_KEYS = lazily(r"@|\bctrl\b|https?:")  # where to write, or what to press
_PRESSED = lazily(r"\bctrl\s?\+\s?enter\b")  # what sites ask for in many languages, once the words are marked
_MISTAKE = OF_LINES.rarely(  # beside it, in lower case: guides to programs tell what else the keys do
    r"error|mistake|typo|misprint|inaccura|fehler|erreur|coquille|błąd|błęd|literówk|chyb|grešk|klaid|kļūd|\bviga|virhe|eroare|greșeal"
    r"|ошиб|опечат|неточн|помил|одрук|описк|памыл|абдрук|грешк|қате|ката|хата|хато|алдаа|xəta|səhv|xato|\bhata\b|ýalňyş|შეცდომ|სխალ|սխալ|վրիպ"
)
_WRONG = r"(?:errors?|mistakes?|typos?|inaccurac(?:y|ies))"
_ASKS = OF_LINES.rarely(  # in lower case; what is to be done about it may follow
    r"\W*(?:"
    rf"(?:(?:did you|have you) )?(?:find|found|spot(?:ted)?|see|seen|notice[d]?) (?:an? |any |some )?{_WRONG}(?: (?:in|on|with) (?:this|the|our) (?:article|story|page|text|report))?\?|report (?:an? )?{_WRONG}(?: here)?\W*$"
    r"|(?:haben sie )?(?:einen )?(?:fehler|tippfehler) (?:im (?:text|artikel) )?(?:gefunden|entdeckt|bemerkt)\?|fehler melden\W*$"
    r"|(?:vous avez |avez-vous )?(?:repéré|trouvé|vu|remarqué|constaté) une (?:erreur|faute|coquille)(?: dans (?:cet|cette|l['’]|le|la) ?\w+)?\s?\?|(?:une erreur|une faute|une coquille)(?: dans (?:cet|l['’]) ?article)?\s?\?|signaler une (?:erreur|faute|coquille)\W*$"
    r"|(?:encontraste|encontró|has encontrado|ha encontrado|viste|detectaste|notaste) (?:un|algún) (?:error|errata)(?: en (?:est[ea]|el|la) \w+)?\?|reportar (?:un )?error\W*$|informar (?:de )?(?:un )?error\W*$"
    r"|(?:encontrou|achou|viu|detectou|identificou) (?:algum |um )?erro(?: (?:nest[ea]|n[oa]) \w+)?\?|(?:reportar|comunicar|relatar) (?:um )?erro\W*$"
    r"|(?:hai|avete|ha) (?:trovato|notato|visto) un errore(?: (?:in quest|nell)\S*\s?\w*)?\?|segnala (?:un )?errore\W*$"
    r"|(?:heb je |heeft u |zie je )?(?:een )?(?:fout|taalfout|typefout|tikfout|spelfout)(?: in dit artikel)?(?: gezien| gevonden| ontdekt| gespot)?\?|(?:widzisz|zauważył[ae]ś|znalazł[ae]ś|zauważono) (?:błąd|literówkę)(?: w \w+)?\?|zgłoś błąd\W*$"
    r"|(?:našli|nalezli|objevili) (?:jste|ste) (?:v (?:článku|texte|textu) )?(?:chybu|překlep)(?: v (?:článku|texte|textu))?\?|hibát (?:talált|vettél észre|vett észre)(?: a \w+)?\?|ai (?:găsit|observat) o (?:greșeală|eroare)(?: în \w+)?\?"
    r"|(?:нашли|заметили|увидели|обнаружили) (?:ошибку|опечатку|неточность)(?: в \w+)?\s?\?|(?:знайшли|помітили|побачили) (?:помилку|неточність)(?: [ву] \w+)?\s?\?|(?:открихте|забелязахте) грешка(?: в \w+)?\?|(?:znate li [^?]{3,30} o \w+ ili )?(?:želite(?: li)?|želiš(?: li)?)[^?]{0,30} prijavi(?:ti)? (?:po)?grešku(?: u \w+)?\?|prijavi(?:te)? (?:po)?grešku\W*$|пријави(?:те)? грешку\W*$|(?:сообщите|сообщить|повідомити|повідомте) (?:нам )?(?:об ошибке|про помилку)(?: (?:на|в|у) \w+)?\W*$|сигнализирай(?:те)? за грешка\W*$|(?:қате|ката) (?:таптыңыз ба|таптыңызбы)\?|xəta (?:tapdınız|gördünüz)\?|xato (?:topdingizmi|ko.rdingizmi)\?|(?:уочили сте|uočili ste|primijetili ste) (?:грешку|grešku|pogrešku)(?: u \w+)?\?"
    r"|(?:haberde |yazıda )?(?:bir )?hata mı (?:buldunuz|gördünüz|var)\?|(?:hittat|hittade du|sett|såg du) (?:ett )?fel(?: i \w+)?\?|(?:funnet|fant du|sett|så du) (?:en )?feil(?: i \w+)?\?|(?:fundet|fandt du|set|har du fundet) (?:en )?fejl(?: i \w+)?\?|(?:huomasitko|löysitkö|näitkö) virheen(?: \w+)?\?|kas märkasid viga\?"
    r"|(?:βρήκατε|εντοπίσατε) (?:κάποιο |ένα )?λάθος(?: \S+ \w+)?[;?]|هل (?:وجدت|لاحظت) خط[أا]ً?(?: في \S+ \S+)?[؟?]|(?:מצאת|מצאתם|ראיתם) טעות(?: \S+)?\?|menemukan kesalahan(?: \w+ \w+)?\?|phát hiện lỗi(?: \S+ \S+)?\?|(?:发现|發現)(?:文中|本文)?(?:错误|錯誤|错别字|錯別字)[?？]"
    r")[^?]{0,60}"
)


def asks_for_mistakes(text: str) -> bool:
    """Whether a line asks that, and tells nothing else."""
    asked = text.lower()
    if len(text) > LONGEST or _QUOTED.search(text):
        return False
    if "enter" in asked and _PRESSED.search(asked) and _MISTAKE.search(asked):
        return True
    if _ASKS.fullmatch(asked) is None:
        return False
    behind = asked.rpartition("?")[2]
    return len(behind.split()) <= MOST or behind == asked or _KEYS.search(behind) is not None
