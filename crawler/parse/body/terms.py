"""A line → whether it tells what a reader accepts who presses the button above it.

"By signing up you accept our terms."  ·  "Es gelten unsere Datenschutzbestimmungen."  ·  "No spam. Unsubscribe at any time."

News speaks of the terms of a loan and of the conditions at sea: they are terms of the button where the line says, too, that
they are accepted, whose they are, or where to read them.
"""

from __future__ import annotations

from crawler.patterns import lazily

LONGEST = 160  # characters of such a line
_TERMS = lazily(  # in lower case
    r"\b(?:terms|privacy|conditions)\b|datenschutz|nutzungsbedingungen|\bagb\b|conditions (?:générales|d.utilisation)|confidentialité|términos|condiciones|privacidad|\btermos\b|\btermini\b|condizioni|voorwaarden|regulamin|prywatności|podmínk|podmienk|soukromí|súkromi|\bуслови|конфиденциальност|\bумов|конфіденційн|koşul|gizlilik"
    r"|\bvillkor|integritet|\bvilkår|personvern|privatliv|käyttöeh[dt]o|tietosuoja|\behdot\b|tingimus|privaatsus|noteikum|privātum|sąlyg|privatum|feltétel|adatvéd|adatkezel|termeni|confidențialitate|\bόρο|απορρήτου|uvjet|\buslov|pogoj|privatnost|zasebnost|الشروط|الخصوصية|شرایط|حریم خصوصی|תנאי|פרטיות|ข้อกำหนด|ความเป็นส่วนตัว|điều khoản|quyền riêng tư|ketentuan|privasi|条款|條款|隐私|隱私|利用規約|プライバシー|약관|개인정보"
)
_ACCEPTED = lazily(  # or whose they are, or where they stand
    r"\b(?:you|your|our|i (?:agree|accept)|apply|see|read|policy|notice)\b|unser|\bgelten\b|\b(?:finden|können|stimmen) sie\b|\bsie (?:können|finden|stimmen)\b|akzeptier|einverstanden|zustimm|erklärung|\bvous\b|\bnotre\b|\bnos\b|j.accepte|politique|acept|nuestr|consult|aceit|concord|noss[ao]|política|accett|acconsent|nostr|informativa|akkoord|accepteer|\bonze\b|privacyverklaring|privacybeleid"
    r"|akceptuj|zgadza|zgod|polity|nasz|souhlas|súhlas|přijím|\bnaš\w{0,3}\b|zásad|приним|соглас|соглаша|\bнаш(?!л|ё|е[лд])|прийма|погодж|згод|політик|kabul|onayl|politika|kullanım|godkänn|godta|godkend|samtyck|\bvåra?\b|\bvor(?:es)?\b|hyväksy|käyttöeh|seloste|nõust|\bmeie\b|piekr|mūsu|sutink|mūsų|elfogad|hozzájárul|tájékoztató|szabályzat"
    r"|acord|politic|nostr|αποδέχ|συμφων|χρήσης|πολιτική|prihva|sogla|strinja|slaž|приема|съглас|توافق|أوافق|موافق|سياسة|می.?پذیر|قوانین|سیاست|מסכימ|מאשר|מדיניות|ยอมรับ|ยินยอม|นโยบาย|đồng ý|chấp nhận|chính sách|setuju|kebijakan|同意|接受|我们的|我們的|政策|に関する|ポリシー|동의|방침|정책"
)
_LEAVES = lazily(  # how to have no more letters
    r"\b(?:unsubscribe|no spam|spam.free)\b|abbestell|jederzeit (?:wieder )?abmelde|désabonn|désinscri|date de baja|darte de baja|cancelar (?:tu|a) (?:suscripción|inscrição|assinatura)|disiscri|annullare l.iscrizione|uitschrijven|afmelden|wypisać|rezygnować|odhlás|отпис|відпис|aboneliğ|avsluta prenumeration|avregistrer|meld deg av|afmelde|peru(?:a|uta) tilau|leirat|dezabon|διαγραφ|odjav|otkaz|إلغاء الاشتراك|לבטל את ההרשמה|ยกเลิก|hủy đăng ký|berhenti berlangganan|退订|退訂|取消订阅|取消訂閱|配信停止|구독 (?:취소|해지)"
)


def tells_terms(line: str) -> bool:
    """Whether a line tells such terms, or how to have no more letters."""
    if len(line) > LONGEST:
        return False
    said = line.lower()
    if _LEAVES.search(said):
        return True
    return _TERMS.search(said) is not None and _ACCEPTED.search(said) is not None
