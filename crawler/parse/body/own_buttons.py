"""A button → whether it does something with the box in which it stands, which tells nothing of what the box is for.

A term that is explained can be closed, a quotation shared, a table shown whole; what sells, asks or invites says so on its
button, and what can be played is mostly a podcast. A sign alone, × or ＋, is of the first kind.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from crawler.parse.page.families import OF_LINES

LONGEST = 60  # characters
_PLAYS = "▶►⏵"
_NUMBER = re.compile(r"[<>$€£]?\s?\d[\d\s.,%<>+$€£–-]*")  # "2024", "18–30", "> 60"
# words, with the vowels of India's scripts
_BESIDE = re.compile(r"[^\w\u0300-\u036f\u0900-\u0d7f\u0e00-\u0e7f]+|[\d_]+")
_OWN = OF_LINES.rarely(  # in lower case, letters and blanks alone
    r"(?:(?:share|tweet|copy|print|save|bookmark|close|hide|collapse|expand|like|quote)(?: (?:this|the|it|in|full|all|link|quote|quotation|text|code|url|tweet|post|video|audio|image|picture|section|box|table|chart|map|answer|definition|details|recipe|article|story|page|list|out|here))*"
    # what opens an article, a recipe or a list leads to one that stands elsewhere
    r"|(?:open|zoom|enlarge|full ?screen|view|show|read|see|load|more|less|reply)(?: (?:this|the|it|in|full|all|more|less|link|quote|quotation|text|code|url|tweet|post|video|audio|image|picture|section|box|table|chart|map|answer|definition|details|out|here))*"
    r"|(?:teilen|zitat teilen|kopieren|link kopieren|drucken|merken|schließen|einklappen|ausklappen|zuklappen|aufklappen|mehr|weniger|mehr (?:an)?zeigen|weniger (?:an)?zeigen|mehr lesen|vergrößern|anzeigen)"
    r"|(?:partager|copier(?: le lien)?|imprimer|enregistrer|fermer|masquer|réduire|agrandir|déplier|replier|(?:voir|lire|afficher) (?:plus|moins|tout|la suite)|plus|moins)"
    r"|(?:compartir|copiar(?: (?:el )?enlace| link)?|imprimir|guardar|salvar|cerrar|ocultar|ampliar|(?:ver|leer|mostrar|ler) (?:más|menos|mais|todo|tudo)|más|menos|mais|compartilhar|partilhar|fechar|expandir)"
    r"|(?:condividi|copia(?: (?:il )?link)?|stampa|salva|chiudi|nascondi|ingrandisci|espandi|(?:mostra|leggi|vedi) (?:di più|di meno|tutto|altro)|delen|deel|kopieer(?: link)?|sluiten|sluit|vergroten|(?:toon|lees) (?:meer|minder)|meer|minder)"
    r"|(?:udostępnij|kopiuj(?: link)?|drukuj|zapisz|zamknij|zwiń|rozwiń|powiększ|(?:pokaż|czytaj|zobacz) (?:więcej|mniej)|więcej|mniej|sdílet|kopírovat|zavřít|zobrazit (?:více|méně)|více|méně|zvětšit|zdieľať|zavrieť|zobraziť (?:viac|menej))"
    r"|(?:поделиться|скопировать|копировать|печать|сохранить|закрыть|свернуть|развернуть|скрыть|увеличить|(?:показать|читать|смотреть) (?:ещё|еще|больше|меньше|все|всё|полностью|далее)|ещё|еще|поділитися|копіювати|закрити|згорнути|розгорнути|показати (?:більше|менше)|сподели|затвори|покажи още)"
    r"|(?:paylaş|kopyala|yazdır|kaydet|kapat|gizle|genişlet|büyüt|daha (?:fazla|az)(?: göster| oku)?|devamını (?:gör|oku)|dela|kopiera(?: länk(?:en)?)?|skriv ut|stäng|dölj|visa (?:mer|mindre|alla)|läs mer|förstora|del|kopier|lukk|luk|vis (?:mer|mere|mindre)|les mer|læs mere|jaa|kopioi|sulje|näytä (?:lisää|vähemmän))"
    r"|(?:κοινοποίηση|αντιγραφή|κλείσιμο|περισσότερα|λιγότερα|megosztás|másolás|bezárás|(?:mutass )?(?:többet|kevesebbet)|distribuie|copiază|închide|(?:vezi|arată|citește) (?:mai mult|mai puțin)|podijeli|podeli|kopiraj|zatvori|zapri|prikaži (?:više|manje|več|manj))"
    r"|(?:分享|转发|轉發|复制|複製|打印|列印|收藏|关闭|關閉|收起|展开|展開|更多|查看更多|显示更多|顯示更多|阅读全文|閱讀全文|放大|シェア|共有|コピー|印刷|保存|閉じる|開く|もっと見る|続きを読む|拡大|공유|공유하기|복사|인쇄|저장|닫기|접기|펼치기|더 ?보기|확대)"
    r"|(?:chia sẻ|sao chép|đóng|thu gọn|mở rộng|xem thêm|phóng to|bagikan|salin|tutup|sembunyikan|lihat (?:selengkapnya|lebih banyak)|selengkapnya|kongsi|แชร์|คัดลอก|ปิด|ย่อ|ขยาย|ดูเพิ่มเติม|อ่านต่อ)"
    r"|(?:مشاركة|شارك|نسخ|طباعة|حفظ|إغلاق|اغلاق|إخفاء|(?:عرض|اقرأ|إظهار) (?:المزيد|أقل)|المزيد|שתף|שיתוף|העתק|סגור|סגירה|הצג (?:עוד|פחות)|עוד|اشتراک|کپی|بستن|بیشتر|نمایش (?:بیشتر|کمتر)|साझा करें|शेयर करें|कॉपी करें|बंद करें|और (?:पढ़ें|देखें|दिखाएं)|শেয়ার করুন|কপি করুন|বন্ধ করুন|আরও (?:পড়ুন|দেখুন)|شیئر کریں|بند کریں|مزید (?:پڑھیں|دیکھیں)))"
)
_STEP = OF_LINES.rarely(  # the same, of what leads on or takes reports: alone it is a step of what is filled in, or all the box is for
    r"next|previous|prev|back|report (?:an? )?(?:error|mistake|problem|typo)|weiter|zurück|vor|nächste[rs]?|vorherige[rs]?|fehler melden|suivante?|précédente?|signaler une erreur|siguiente|anterior|próxim[oa]|reportar (?:un )?error|successiv[oa]|precedente|segnala (?:un )?errore|volgende|vorige|następn[yae]|poprzedni[ae]?|zgłoś błąd|další|předchozí|далее|назад|вперёд|вперед|далі|сообщить об ошибке|sonraki|önceki|nästa|föregående|neste|forrige|næste|seuraava|edellinen|επόμενο|προηγούμενο|következő|előző|următor(?:ul)?|anterior(?:ul)?|下一[页頁张張个步]|上一[页頁张張个步]|次へ|前へ|다음|이전|tiếp|trước|berikutnya|sebelumnya|selanjutnya|ถัดไป|ก่อนหน้า|التالي|السابق|הבא|הקודם|بعدی|قبلی|अगला|पिछला"
)


def acts_on_its_box(node: LexborNode | None, *, asked: bool, alone: bool) -> bool:
    """Whether a button shares, copies, closes or enlarges what it stands in, or leads on in it and is not `alone`; a choice does
    not, nor does a number where something is `asked`.
    """
    if node is None:
        return False
    said = node.text()[:LONGEST].lower()
    words = _BESIDE.sub(" ", said).strip()
    if not words:
        return not (any(sign in _PLAYS for sign in said) or (asked and _NUMBER.fullmatch(said.strip())))
    return _OWN.fullmatch(words) is not None or (not alone and _STEP.fullmatch(words) is not None)
