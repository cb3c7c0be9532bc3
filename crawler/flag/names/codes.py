"""An abbreviation in capitals → whether it is only the letters of a code: "course code GDEC 301", "ders kodu GDEC", 股票代码GDEC.

Patterns over folded text.
"""

from __future__ import annotations

from crawler.flag.names.found import Found
from crawler.flag.text.reading import Reading
from crawler.patterns import lazily

BEFORE = 48  # characters before an abbreviation in which it is told whose code it is
COURSE = 60  # ... on either side of one with a number behind it in which a course is spoken of
# What has a code of letters: courses, shares, goods and faults; postcodes and flights have other ones.
_CODE = (
    r"(?:(?<!\w)(?:(?:course|class|module|subject|unit|error|fault|stock|share|ticker|trading|product|part|item|model|project) (?:code|number|symbol|no\.?)|ticker(?: symbol)?"
    r"|(?:kurs|modul|fehler|produkt|artikel|fach|wertpapier)(?:code|kürzel|nummer)|code (?:de |du |de l )?(?:cours|module|matière|ue|erreur|produit|valeur)|código (?:de |del |de la |da |do )?(?:curso|asignatura|materia|disciplina|error|erro|producto|produto|acción|ação)"
    r"|codice (?:del |di |dell )?(?:corso|insegnamento|esame|errore|prodotto|titolo)|(?:vak|cursus|fout|product)code|(?:kurs|ämnes|fel|produkt)kod(?:en)?|(?:kurs|emne|fag|fejl|feil|produkt)koden?|(?:kurssi|virhe|tuote)koodi\w*|(?:ders|hata|ürün|hisse)(?: senedi)? kodu|fənn(?:in)? kodu"
    r"|код\w? (?:курса|дисциплины|предмета|ошибки|товара|акции|ценной бумаги|курсу|дисципліни|предмета|помилки|товару|на (?:курса|предмета|дисциплината|грешката|продукта)|предмета|грешке)|тикер\w*"
    r"|kod (?:przedmiotu|kursu|błędu|produktu|kursus|subjek|saham|predmeta|greške)|kód (?:předmětu|kurzu|chyby|výrobku|produktu|predmetu|kurzu)|(?:tantárgy|tárgy|hiba|termék)kód\w*|codul (?:cursului|disciplinei|erorii|produsului)|κωδικ\w+ (?:μαθήματοσ|σφάλματοσ|προϊόντοσ)"
    r"|kode (?:mata kuliah|kursus|saham|produk|kesalahan)|mã (?:môn(?: học)?|học phần|lỗi|sản phẩm|cổ phiếu|chứng khoán)|رمز (?:المقرر|المساق|الماده|الدوره|الخطا|السهم|المنتج)|كد (?:درس|خطا|محصول|نماد)|קוד (?:ה?קורס|ה?שגיאה|ה?מוצר)|(?:पाठ्यक्रम|कोर्स|विषय) कोड|(?:কোর্স|বিষয়) কোড|msimbo wa (?:kozi|somo))"
    r"|(?:课程|科目|股票|证券|产品|错误|专业)(?:代码|编号|代号|编码)|(?:科目|授业|讲义|证券|商品|エラー)コード|(?:과목|강의|강좌|종목|상품|오류) ?(?:코드|번호)|รหัส(?:วิชา|รายวิชา|หุ้น|สินค้า|ข้อผิดพลาด))"
)
_IS = r"[ :=]*(?:(?:is|was|will be|reads|ist|lautet|war|est|es|é|è|sarà|será|sera|är|er|on|je|to|jest|це|это|е|adalah|ialah|là|هو|هي|[为是はが]|[은는이가]) ?)?[«\"“(]? ?$"
_OF_CODE = lazily(_CODE + _IS)
# One of these stands in whatever that finds; it is asked first, since it costs little.
_SIGN = lazily(
    "[ck]od|kód|cód|код|number|no|symbol|kürzel|nummer|ticker|тикер|κωδ|代|编|番|コード|코드|번호|รหัส|mã |رمز|كد|קוד|कोड|কোড|msimbo"
)
# A number of three figures right behind it which nobody counts with, and a course near.
_NUMBER = lazily(
    r" ?(?!20[0-4]\d)[1-9]\d{2,3}[a-z]?(?=[.,;:!?)\]\"”»]|$| (?:will|is|was|are|has|covers|teaches|and|or|at|in|wird|ist|und|est|et|es|y|è|e|olarak|adlı|kodlu|це|и|і|jest|i))"
)
_COURSE = lazily(
    r"(?<!\w)(?:courses?|class(?:es)?|modules?|lectures?|students?|syllabus|credits?|semesters?|kurs\w*|vorlesung\w*|seminar\w*|modul\w*|cours|étudiant\w*|curso|asignatura|disciplina|corso|esame|college|vak|ders\w*|курс\w*|дисциплин\w*|дисциплін\w*|студент\w*"
    r"|przedmiot\w*|zajęci\w*|předmět\w*|kurz\w*|tantárgy\w*|kurssi\w*|μάθημα\w*|mata kuliah|môn học|học phần|المقرر|المساق|درس|קורס|पाठ्यक्रम|কোর্স)(?!\w)|课程|科目|选修课|讲座|과목|강의|วิชา"
)


def is_code(reading: Reading, place: Found) -> bool:
    """Whether the abbreviation at `place` is the letters of a course's, a share's or a fault's code."""
    if place.terms[0].short is None and len(place.terms) == 1:
        return False
    text, left = reading.text, max(0, place.start - BEFORE)
    if " " in text[place.start : place.end] or not reading.quote(place.start, place.end).isupper():
        return False
    if _SIGN.search(text, left, place.start) and _OF_CODE.search(text, left, place.start):
        return True
    return bool(
        _NUMBER.match(text, place.end)
        and (
            _COURSE.search(text, max(0, place.start - COURSE), place.start)
            or _COURSE.search(text, place.end, place.end + COURSE)
        )
    )
