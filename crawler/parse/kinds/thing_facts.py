"""What a page states of a thing in lines of a few words → how much that speaks for a kind.

    Date: … · Venue: … · Admission: …   ·  an event
    What you will do · Your profile · How to apply  ·  a job
    Code: TK-314 · Credits: 5 · Prerequisites · Reading  ·  a course
    A001 Nordic Rope Works · A002 Blue Hull Paints  ·  those who show something
    Logos (SVG) – 2 MB · Fact sheet (PDF)           ·  what there is to download

An article tells such things in sentences; a release that ends in some of them has an address among news, or says that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from crawler.parse.kinds.day_below import has_day_below
from crawler.parse.kinds.proof import Shown
from crawler.parse.kinds.thing_address import last_of, own_address, path_of
from crawler.parse.kinds.thing_words import LETTERS as LETTERS_OF
from crawler.parse.kinds.thing_words import REVIEWS, WORDS, Kind, folded_words, says_only
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import width
from crawler.patterns import lazily

STATED = 2  # weight of them
FACTS = 3  # different ones, from so many on they are believed
BEYOND = 4  # weight of more of them, of what no news ends in a list of: who is sought, what is taught
_ADVERTISED = ("job", "course")
_CHANGED = (
    "meta:article:modified",
    "meta:date",
    "meta:dc",
    "meta:last-modified",
)  # places of the day on which a page was made
LINE, LABEL = 120, 48  # characters of a line that states one, and in which its label stands
# lines that begin with the place of a stand, that offer a file; fields of a form
STANDS, DOWNLOADS, FIELDS = 5, 3, 3
# of a review, and characters of each, a Chinese one counting two
PARAGRAPHS, PARAGRAPH = 3, 80
MOST = 0.5  # of a text that stands in lines with stands
LETTERS = 900  # characters, a Chinese one counting two: a page that offers letters tells less
BELOW = 4  # blocks below a text, in which a field asks for an address: letters to subscribe to
_BESIDE = labels.ELSEWHERE | labels.SHARE | labels.COMMENT
_END = r"\s*(?:[:：?？؟]|$|\s[–—-]\s)"

_OF_FIRM = lazily(  # behind the name of a job in a <title>
    r"\s?(?:$|[^\w\s]|(?:at|in|for|near|bei|für|im|chez|à|au|pour|en|presso|per|w|we|do|dla|bij|voor|te|hos|på|till?|i|em|na|no|para|pro|v|ve|kod|в|у)\s)"
)


def _labels(*words: str) -> tuple[re.Pattern[str], ...]:
    return tuple(lazily(rf"\W*(?:{w}){_END}") for w in words)


_FACTS: Mapping[Kind, tuple[re.Pattern[str], ...]] = {  # in lower case, one pattern for each fact
    "programme": _labels(
        r"dates?|date and time|time|when|datum|wann|termin|zeit|date et heure|quand|horaires?|fecha|fecha y hora|cuándo|hora(?:rio)?|data|data e hora|quando|quand|data i godzina|kiedy|termín|kdy|kedy|когда|дата(?: и время| проведения)?|время|коли|час|tarih|zaman|saat|när|tid|når|tidspunkt|aika|milloin|πότε|ημερομηνία|időpont|mikor|când|kada|kdaj|кога|日時|開催日(?:時)?|会期|日程|日期|时间|時間|举办时间|일시|일정|기간|วันที่|วันเวลา|เวลา|thời gian|ngày|waktu|tanggal|التاريخ|الموعد|מתי|תאריך|زمان|तारीख|समय",
        r"venue|where|location|place|ort|wo|veranstaltungsort|lieu|où|lugar|dónde|local|onde|luogo|dove|sede|locatie|waar|plaats|miejsce|gdzie|místo|miesto|kde|где|место(?: проведения)?|адрес|місце|де|yer|nerede|mekan|plats|var|sted|hvor|paikka|missä|πού|τόπος|helyszín|hol|unde|loc(?:ul)?|mjesto|gdje|место|къде|място|会場|開催場所|場所|地点|地點|会场|장소|สถานที่|địa điểm|tempat|lokasi|المكان|מקום|איפה|מיקום|مکان|स्थान",
        r"admission|price|cost|fee|tickets|entry|eintritt|preis|kosten|teilnahmegebühr|tarifs?|prix|entrée|precio|entrada|coste|cuota|preço|ingresso|ingressi|costo|prezzo|biglietti|kosten|prijs|toegang|wstęp|cena|opłata|vstup(?:né)?|cena|стоимость|цена|вход|вартість|ücret|giriş|pris|entré|inträde|hinta|είσοδος|τιμή|belépő|részvételi díj|preț|taxă|cijena|参加費|料金|入場料|费用|费用标准|票价|참가비|입장료|비용|ค่าลงทะเบียน|ค่าใช้จ่าย|phí|phí tham dự|giá vé|biaya|htm|الرسوم|السعر|עלות|מחיר|هزینه|शुल्क",
        r"capacity|places|seats|plätze|teilnehmer(?:zahl)?|capacité|places|nombre de places|plazas|aforo|vagas|capacidade|posti|capienza|plaatsen|liczba miejsc|kapacita|количество мест|мест|kontenjan|platser|plasser|pladser|paikkoja|férőhely|locuri|定員|募集人数|名额|人数|정원|모집인원|จำนวนที่นั่ง|số lượng|kuota|kapasitas|السعة|ظرفیت",
        r"organi[sz]ers?|organi[sz]ed by|hosted by|host|veranstalter(?:in)?|organisateurs?|organisé par|organizan?|organizador(?:es)?|organizzator[ei]|organizzato da|organisatie|organisator|organizator(?:zy|i)?|pořadatel|poriadateľ|usporiadateľ|организатор(?:ы)?|організатор|düzenleyen|organizatör|arrangör|arrangør|järjestäjä|διοργάνωση|szervező|主催|主办(?:单位)?|主辦(?:單位)?|承办(?:单位)?|주최|주관|ผู้จัด|đơn vị tổ chức|penyelenggara|المنظم|מארגנים|برگزارکننده|आयोजक",
        r"speakers?|lecturers?|referent(?:en|innen|in)?|intervenants?|ponentes?|palestrantes?|relator[ei]|sprekers?|prelegenci|řečníci|lektor|спикеры?|лекторы?|konuşmacılar|talare|foredragsholdere?|puhujat|előadók?|講師|登壇者|讲师|主讲人|강사|연사|วิทยากร|diễn giả|narasumber|pembicara|المتحدث(?:ون)?|מרצים|سخنران(?:ان)?|वक्ता",
        r"languages?|sprachen?|langues?|idiomas?|lingua|taal|język|jazyk|язык|dil|språk|kieli|γλώσσα|nyelv|limba|言語|语言|언어|ภาษา|ngôn ngữ|bahasa|اللغة|שפה|زبان|भाषा|format|target audience|zielgruppe|public|対象(?:者)?|대상|đối tượng|peserta",
    ),
    "offer": _labels(  # of a program to download
        r"(?:latest |current )?version|fassung|versión|versão|versione|versie|wersja|verze|verzia|версия|версія|sürüm|versio|verzió|versiunea?|verzija|έκδοση|الإصدار|גרסה|نسخه|バージョン|版本|버전|เวอร์ชัน|phiên bản|versi",
        r"licen[cs]e|lizenz|licence|licencia|licença|licenza|licentie|licencja|лицензия|ліцензія|lisans|licens|lisens|lisenssi|licenc|licenţă|licență|licenca|άδεια|الترخيص|רישיון|مجوز|ライセンス|授权|授權|라이선스|สัญญาอนุญาต|giấy phép|lisensi",
        r"(?:file )?size|(?:datei)?größe|taille|tamaño|tamanho|dimensione|grootte|rozmiar|velikost|veľkosť|размер(?: файла)?|розмір|boyut|storlek|størrelse|koko|méret|mărime|veličina|μέγεθος|الحجم|גודל|حجم|サイズ|大小|크기|ขนาด|kích thước|ukuran",
        r"downloads|herunterladungen|téléchargements|descargas|downloads no total|download totali|pobrań|pobrania|stažení|stiahnutia|загрузок|скачиваний|завантажень|indirme(?:ler)?|nedladdningar|nedlastinger|latauksia|letöltések|descărcări|preuzimanja|λήψεις|التنزيلات|הורדות|دانلودها|ダウンロード数|下载次数|下載次數|다운로드 수|ยอดดาวน์โหลด|lượt tải|unduhan",
        r"operating systems?|platforms?|betriebssystem|système(?: d.exploitation)?|sistema operativo|sistema operacional|besturingssysteem|system(?: operacyjny)?|operační systém|операционная система|операційна система|ос|işletim sistemi|operativsystem|käyttöjärjestelmä|operációs rendszer|نظام التشغيل|מערכת הפעלה|سیستم عامل|対応os|系统要求|操作系统|운영체제|ระบบปฏิบัติการ|hệ điều hành|sistem operasi",
        r"developer|entwickler|publisher|éditeur|développeur|desarrollador|desenvolvedor|sviluppatore|ontwikkelaar|producent|vývojář|разработчик|розробник|geliştirici|utvecklare|utvikler|kehittäjä|fejlesztő|dezvoltator|المطور|מפתח|سازنده|開発元|开发商|開發者|개발사|ผู้พัฒนา|nhà phát triển|pengembang",
    ),
    "job": _labels(
        r"about the (?:role|job|position)|om (?:rollen|jobbet|tjänsten|stillingen)|over de (?:functie|rol)|über die (?:rolle|stelle)|à propos du poste|sobre (?:el puesto|a vaga)|o stanowisku|о вакансии|про вакансію|pozisyon hakkında|tietoa tehtävästä|(?:job|role|position) description|(?:your |the |key |main )?(?:responsibilities|duties|tasks)|what you(?:.ll| will) do|the (?:role|job)|(?:deine|ihre|unsere)? ?aufgaben(?:gebiet)?|das erwartet (?:sie|dich)|tätigkeiten|(?:vos |les )?missions?|description du poste|le poste|funciones|descripción del puesto|responsabilidades|tareas|atividades|descrição da vaga|funções|mansioni|descrizione (?:del ruolo|dell.attività)|attività|taken|functieomschrijving|wat ga je doen|zakres obowiązków|obowiązki|náplň práce|co budete dělat|náplň práce|обязанности|что (?:нужно )?делать|чем предстоит заниматься|обов.?язки|iş tanımı|görevler|arbetsuppgifter|om tjänsten|arbeidsoppgaver|arbejdsopgaver|tehtävät|καθήκοντα|feladatok|responsabilități|št[ao] ćete raditi|vaši zadaci|zaduženja|kaj boste počeli|vaše naloge|opis radnog m[ij]?esta|opis (?:posla|delovnega mesta)|задължения|仕事内容|業務内容|职位描述|岗位职责|工作职责|工作內容|담당업무|주요업무|หน้าที่(?:ความรับผิดชอบ)?|ลักษณะงาน|mô tả công việc|deskripsi pekerjaan|tugas(?: utama)?|tanggung ?jawab|المهام|الوصف الوظيفي|תיאור התפקיד|شرح وظایف",
        r"vi söker dig(?: som)?|vem är du|vi leter etter deg(?: som)?|vi søger dig(?:,? der)?|hvem er du|wir suchen(?: dich| sie)?|nous recherchons|buscamos|procuramos|cerchiamo|wij zoeken|szukamy|hledáme|ищем|шукаємо|etsimme(?: sinua)?|(?:job |your )?(?:requirements|qualifications|profile)|who you are|what (?:we(?:.re| are) looking for|you bring|you need)|you have|(?:dein|ihr) profil|anforderungen|das bringen sie mit|was du mitbringst|qualifikationen|(?:votre |le )?profil(?: recherché)?|requisitos|perfil|requisiti|profilo|functie-?eisen|profiel|wie ben jij|wymagania|oczekujemy|požadavky|požadujeme|požiadavky|требования|мы ждём|что мы ждём|вимоги|aranan nitelikler|nitelikler|kvalifikationer|din profil|kvalifikasjoner|vaatimukset|odotamme|προσόντα|elvárások|cerințe|uvjeti|uslovi|št[ao] očekujemo(?: od (?:vas|tebe))?|koga tražimo|kaj pričakujemo|pričakujemo|pogoji|изисквания|応募資格|応募条件|必須条件|任职要求|岗位要求|应聘条件|자격요건|지원자격|คุณสมบัติ|yêu cầu(?: công việc)?|kualifikasi|persyaratan|kelayakan|المؤهلات|المتطلبات|דרישות(?: התפקיד)?|شرایط احراز|योग्यता",
        r"benefits|what we offer|we offer|perks|wir bieten|das bieten wir|unser angebot|(?:nous|ce que nous) (?:offrons|vous offrons)|avantages|ofrecemos|beneficios|oferecemos|benefícios|offriamo|cosa offriamo|wij bieden|wat (?:bieden wij|wij bieden|bieden we|we bieden)|oferujemy|co oferujemy|nabízíme|ponúkame|условия|мы предлагаем|умови|ми пропонуємо|sunduklarımız|yan haklar|vi erbjuder|vi tilbyr|vi tilbyder|tarjoamme|προσφέρουμε|παροχές|amit kínálunk|kínálunk|oferim|beneficii|(?:št[ao] |mi |kaj )?nudimo|(?:kaj )?ponujamo|предлагаме|待遇|福利厚生|福利待遇|薪资福利|복리후생|근무조건|สวัสดิการ|quyền lợi|fasilitas|yang kami tawarkan|faedah|benefit|المزايا|ما نقدمه|אנו מציעים|مزایا",
        r"salary|pay|compensation|remuneration|gehalt|vergütung|entgelt|salaire|rémunération|salario|sueldo|remuneración|salário|remuneração|retribuzione|stipendio|salaris|wynagrodzenie|mzda|plat|зарплата|оклад|заробітна плата|maaş|lön|lønn|løn|palkka|μισθός|fizetés|bér(?:ezés)?|salariu|plaća|plača|заплата|給与|月給|賃金|薪资|薪酬|工资|薪資|급여|연봉|เงินเดือน|ค่าจ้าง|mức lương|lương|gaji|الراتب|שכר|حقوق|वेतन",
        r"(?:how to )?apply(?: now)?|application(?:s| deadline)?|closing date|deadline|(?:jetzt )?bewerben|bewerbung(?:sfrist)?|(?:pour )?postuler|candidature|date limite|cómo (?:aplicar|postular)|solicitud|inscribirse|plazo|candidatar-se|como se candidatar|candidatura|prazo|come candidarsi|candidarsi|scadenza|solliciteren|solliciteer|sollicitatie|aplikuj|jak aplikować|termin składania|jak se přihlásit|откликнуться|как откликнуться|приём резюме|відгукнутися|başvuru|son başvuru|ansökan|sista ansökningsdag|sök tjänsten|søknadsfrist|ansøgningsfrist|hakuaika|hae|αίτηση|jelentkezés|jelentkezési határidő|aplică|prijava|rok prijave|kako se prijaviti|prijavi(?:te)? se na (?:oglas|posao|konkurs|delovno mesto)|кандидатстване|応募方法|応募締切|应聘方式|投递方式|报名方式|截止日期|지원방법|접수기간|วิธีสมัคร|การสมัคร|cách nộp hồ sơ|hạn nộp|nộp hồ sơ|cara (?:melamar|memohon)|batas (?:akhir|lamaran)|طريقة التقديم|آخر موعد|הגשת מועמדות|نحوه ارسال رزومه",
        r"(?:place|location) of (?:work|employment)|work ?place|job location|employment type|contract(?: type)?|hours|working hours|arbeitsort|arbeitszeit|einsatzort|vertragsart|beginn|lieu de travail|type de contrat|contrat|lugar de trabajo|tipo de contrato|jornada|local de trabalho|sede di lavoro|tipo di contratto|contratto|werklocatie|dienstverband|uren|miejsce pracy|rodzaj umowy|wymiar|místo výkonu práce|úvazek|miesto výkonu práce|место работы|график(?: работы)?|занятость|місце роботи|çalışma (?:yeri|şekli)|arbetsort|anställningsform|omfattning|arbeidssted|stillingsprosent|arbejdssted|työpaikka|työsuhde|munkavégzés helye|munkaidő|loc de muncă|mjesto rada|勤務地|勤務時間|雇用形態|工作地点|工作時間|근무지|근무시간|고용형태|สถานที่ทำงาน|nơi làm việc|địa điểm làm việc|lokasi kerja|مكان العمل|מקום העבודה|محل کار",
    ),
    "course": _labels(
        r"(?:course|module|subject) (?:code|number|id)|code|modulnummer|kurscode|lv-nummer|code (?:du cours|ue)|código(?: da (?:disciplina|unidade))?|código de la asignatura|codice|vakcode|kod(?: przedmiotu)?|kód(?: předmětu| predmetu)?|код(?: дисциплины| на дисциплината)?|шифр|ders kodu|kurskod|emnekode|kurskode|opintojakson tunnus|κωδικός|tantárgy ?kód|codul disciplinei|šifra(?: predmeta)?|课程(?:代码|编号)|課程代碼|科目コード|科目番号|과목(?:코드|번호)|รหัสวิชา|mã (?:học phần|môn học)|kode mata kuliah|رمز المقرر|מספר קורס|(?:õppe)?aine ?kood|ainekood|dalyko kodas|kursa kods|kodi i lëndës|код на предметот|საგნის კოდი|դասընթացի կոդը|fənnin kodu|fan kodi|пән коды",
        r"credits?(?: points)?|ects(?:[ -]credits?|[- ]punkte)?|leistungspunkte|lp|crédits(?: ects)?|créditos(?: ects)?|crediti|cfu|studiepunten|punkty ects|kredit[yů]?(?: ects)?|počet kreditů|кредит[ыи]?(?: \(?ects\)?)?|зачётные единицы|kredi(?:si)?|akts|högskolepoäng|studiepoeng|opintopisteet|πιστωτικές μονάδες|kredit(?:ek|érték)?|(?:puncte|credite)(?: ects)?|ects bodovi|kreditne točke|(?:število )?ects(?: točk[ei]?)?|kreditni bodovi|学分|學分|単位数?|학점|หน่วยกิต|số tín chỉ|sks|الساعات المعتمدة|נקודות זכות|eap|ainepunktid|kreditai|kredītpunkti|einingar|kredite|კრედიტები|կրեդիտներ|kreditlər|kreditlar|несие|кредит саны",
        r"lecturers?|instructors?|teachers?|dozent(?:en|in|innen)?|lehrende|modulverantwortliche\w*|enseignants?|intervenants?|profesor(?:ado|es|a)?|docentes?|formador(?:es)?|docent(?:en|i)?|prowadząc[ya]|vyučující|vyučujúci|преподавател[ьия]|лектор[иы]?|titular|öğretim üyesi|eğitmen(?:ler)?|lärare|hvem underviser|hvem er underviseren|vem undervisar|undervisere?|kursleder|kursledare|foreleser|underviser|opettaja|διδάσκων|oktató|nositelj(?: predmeta)?|nosi(?:lec|lka|lci)(?: predmeta)?|asistent(?:i|ka|ke|ica)?|教师|授课教师|任课教师|教師|講師|担当教員|강사|담당교수|อาจารย์ผู้สอน|วิทยากร(?:ผู้สอน)?|giảng viên|dosen|pengajar|المدرب|المحاضر|מרצה|مدرس|प्रशिक्षक|አሰልጣኝ|(?:vastutav )?õppejõu?d|õpetajad|dėstytoja[si]?|pasniedzēj[is]|docētāj[si]|kennar(?:i|ar)|mësimdhënësi?|ლექტორი|დասախոս|դասախոսներ|müəllim|o['‘’ʻ]qituvchi|оқытушы",
        r"(?:course |learning |training )?(?:objectives|outcomes|goals)|what you(?:.ll| will) learn|lernziele?|das lernen sie|objectifs(?: pédagogiques| de la formation)?|objetivos(?: del curso| do curso)?|obiettivi(?: formativi)?|doelstellingen|cele(?: szkolenia)?|cíle(?: kurzu)?|ciele(?: kurzu)?|цели(?: курса)?|чему вы научитесь|цілі(?: курсу)?|eğitimin amac[ıi]|kursmål|det(?:te)? (?:vil du )?lærer? du|du lærer|(?:det|detta) (?:här )?lär du dig|tavoitteet|στόχοι|célok|obiective|ciljevi|cilji|学习目标|课程目标|課程目標|学習目標|到達目標|학습 ?목표|교육 ?목표|วัตถุประสงค์(?:ของหลักสูตร)?|สิ่งที่จะได้เรียนรู้|mục tiêu(?: khóa học)?|tujuan pelatihan|أهداف (?:الدورة|البرنامج)|מטרות הקורס|اهداف دوره",
        r"target audience|who (?:should attend|is (?:this|it) (?:course |training )?for)|zielgruppe|für wen|public (?:visé|concerné)|pour qui|(?:a quién va )?dirigido a|público-alvo|destinatari|a chi (?:è rivolto|si rivolge)|doelgroep|voor wie|dla kogo|pro koho(?: je kurz určen)?|pre koho|для кого(?: этот курс)?|целевая аудитория|kimler katılmalı|målgrupp\w?|kohderyhmä|kenelle|σε ποιους απευθύνεται|kinek (?:szól|ajánljuk)|célcsoport|cui se adresează|kome je namijenjen\w*|适合人群|适合对象|適合對象|課程對象|対象者|受講対象|수강 ?대상|교육 ?대상|เหมาะสำหรับ(?:ใคร)?|ผู้ที่ควรเข้าอบรม|đối tượng(?: tham gia)?|الفئة المستهدفة|למי מיועד הקורס",
        r"(?:entry )?(?:prerequisites?|pre-?requisites?|entry requirements)|voraussetzungen|teilnahmevoraussetzungen|prérequis|prerrequisitos|requisitos previos|pré-requisitos|prerequisiti|propedeuticità|voorkennis|wymagania wstępne|prerekvizity|предварительные требования|пререквизиты|предварителни (?:условия|изисквания)|ön ?koşullar|förkunskaper|behörighet|forkunnskaper|forudsætninger|esitiedot|edeltävät opinnot|προαπαιτούμενα|előfeltétel(?:ek)?|precondiții|preduvjeti|pogoji|先修课程|先修科目|履修条件|前提条件|선수과목|วิชาบังคับก่อน|điều kiện tiên quyết|prasyarat|المتطلبات السابقة|דרישות קדם|पूर्वापेक्षा|eeldus(?:ained|ed)|būtinosios žinios|priekšzināšanas|undanfarar|parakushtet|წინაპირობები|նախապայմաններ|ilkin şərtlər",
        r"assessments?|grading|examination|evaluation|prüfung(?:sform|sleistung)?|leistungsnachweis|évaluation|modalités d.évaluation|evaluación|avaliação|verifica(?: dell.apprendimento)?|esame|modalità d.esame|toetsing|beoordeling|(?:forma )?zaliczeni[ae]|metody oceny|hodnocení|ukončení|způsob zakončení|hodnotenie|оценивание|форма контроля|аттестация|оценяване|değerlendirme|examination(?:sformer)?|vurdering(?:sformer)?|eksamen|arviointi|αξιολόγηση|értékelés|számonkérés|evaluare|način provjere znanja|ocjenjivanje|ocenjevanje|načini ocenjevanja|ocenjivanje|考核方式|成绩评定|評量方式|成績評価|평가(?:방법)?|การวัดผล|đánh giá|penilaian|التقييم|הערכה|ציון|hindami(?:ne|sviis)|vertinimas|vērtēšana|námsmat|vlerësimi|შეფასება|գնահատում|qiymətləndirmə|baholash|бағалау",
        r"literature|(?:recommended |required )?reading(?:s| list)?|textbooks?|bibliography|(?:grund|pflicht|weiterführende )?literatur|bibliographie|bibliografía|bibliografia|testi(?: di riferimento)?|studiemateriaal|literatura(?: podstawowa)?|literatúra|литература|література|kaynaklar|ders kitabı|kurslitteratur|pensum|litteratur|kirjallisuus|βιβλιογραφία|(?:kötelező )?irodalom|bibliografie|literatura|教材|参考书目|參考書目|教科書|参考書|교재|참고문헌|ตำรา|tài liệu(?: tham khảo)?|daftar pustaka|referensi|المراجع|ביבליוגרפיה|kirjandus|(?:kohustuslik )?õppekirjandus|rekomenduojama literatūra|literatūra|lesefni|literatura bazë|ლიტერატურა|գրականություն|ədəbiyyat|adabiyotlar|әдебиет",
        r"(?:course )?(?:contents?|outline|syllabus|programme)|(?:lern)?inhalte?|lehrinhalte|lernziele|contenu(?: du cours)?|programme de la formation|contenidos?|temario|conteúdos?(?: programáticos?)?|programma(?: del corso)?|contenuti|inhoud|cursusinhoud|treści programowe|program (?:przedmiotu|kursu)|obsah(?: předmětu| kurzu)?|osnova|содержание(?: курса| дисциплины)?|програм[аи] курс[уа]|съдържание(?: на (?:учебната )?дисциплина(?:та)?)?|ders içeriği|eğitim içeriği|kursinnehåll|innehåll|faglig innhold|emneinnhold|sisältö|περιεχόμενο(?: μαθήματος)?|tematika|tantárgy tartalma|conținut(?:ul)?|sadržaj (?:kolegija|predmeta)|vsebina(?: predmeta)?|课程(?:内容|大纲)|課程大綱|授業計画|授業内容|강의(?:내용|계획)|หัวข้อ(?:การ)?อบรม|เนื้อหา(?:รายวิชา)?|nội dung(?: môn học| khóa học)?|materi(?: pelatihan)?|محتوى (?:المقرر|الدورة)|תוכן הקורס|पाठ्यक्रम सामग्री|የትምህርት ይዘት|(?:aine )?(?:lühikirjeldus|sisu|eesmär(?:k|gid))|õpiväljundid|(?:dalyko )?turinys|tikslas|kursa saturs|mērķis|námsefni|lýsing|përmbajtja|შინაარსი|բովանդակություն|məzmun|mazmuni|мазмұны",
        r"academic year|semester|term|studienjahr|turnus|année (?:académique|universitaire)|semestre|año académico|curso académico|ano lectivo|anno accademico|semestr|rok akademicki|akademický rok|учебный год|семестр|учебна година|dönem|yarıyıl|läsår|termin|lukuvuosi|lukukausi|félév|an universitar|akademska godina|开课学期|學期|開講(?:学期|年度|時期)|학기|ภาคการศึกษา|học kỳ|duration|dauer|durée|duración|duração|durata|duur|czas trwania|délka|продолжительность|süre|längd|varighet|kesto|trajanje|课时|学时|時間数|교육시간|ระยะเวลา|thời lượng|durasi|المدة|משך|semester|õppeaasta|(?:aja|õppe)kava|semestras|semestris|misseri|semestri|სემესტრი|կիսամյակ|семестр(?:і)?",
        r"(?:course |tuition )?fees?|kursgebühr|teilnahmegebühr|frais (?:d.inscription|de formation)|matrícula|propina|quota|cursusgeld|opłata|kurzovné|стоимость(?: обучения)?|такса|ücret|kursavgift|osallistumismaksu|tandíj|taxă|kotizacija|학비|수강료|受講料|学费|學費|ค่าเรียน|ค่าอบรม|ราคา|học phí|biaya|الرسوم|שכר לימוד|शुल्क|ክፍያ|(?:osalus|õppe)tasu|kaina|dalības maksa|þátttökugjald|tarifa|საფასური|վարձ|ödəniş|to['‘’ʻ]lov|төлемі",
    ),
    "quote": _labels(  # of what is traded
        r"open(?:ing(?: price)?)?|(?:prev(?:\.|ious)? )?close|eröffnung(?:skurs)?|vortag(?:eskurs)?|schlusskurs|ouverture|clôture(?: (?:de la )?veille)?|apertura|cierre(?: anterior)?|abertura|fechamento(?: anterior)?|chiusura(?: precedente)?|openingskoers|slotkoers|otwarcie|zamknięcie|otevření|závěr|открытие|закрытие|відкриття|закриття|отваряне|açılış|(?:önceki )?kapanış|öppning|åpning|åbning|avaus|άνοιγμα|nyitó(?:ár)?|deschidere|otvaranje|开盘价?|今开|昨收|開盤價?|始値|前日終値|시가|전일|ราคาเปิด|mở cửa|pembukaan|(?:harga )?buka(?:an)?|penutup(?:an)?|avamis?hind|atidarymo kaina|otváracia cena|otvorenie|odprtje|الافتتاح|פתיחה",
        r"(?:day.?s? )?high|tageshoch|(?:\+|plus) haut|máximo|massimo|hoogste|maksimum|maximum|najwyższy|максимум|en yüksek|högsta|høyeste|højeste|ylin|υψηλό|maxim(?:ă)?|最高价?|最高價|高値|고가|สูงสุด|cao nhất|tertinggi|kõrgeim|aukščiausia|augstākā|najviš(?:j)?a|najvyššia|أعلى|גבוה|максимум дня|denní maximum",
        r"(?:day.?s? )?low|tagestief|(?:\+|plus) bas|mínimo|minimo|laagste|minimum|najniższy|минимум|мінімум|en düşük|lägsta|laveste|alin|χαμηλό|minim(?:ă)?|最低价?|最低價|安値|저가|ต่ำสุด|thấp nhất|terendah|madalaim|žemiausia|zemākā|najniž(?:j)?a|najnižšia|أدنى|נמוך|минимум дня",
        r"volume|volumen|umsatz|wolumen|objem|объ[её]м(?: торгов)?|обсяг(?: торгів)?|обем|hacim|volym|volum|vaihto|όγκος|forgalom|成交量|出来高|거래량|ปริมาณ|khối lượng|jumlah (?:dagangan|niaga)|dagangan|promet|käive|apyvarta|حجم التداول|מחזור",
        r"market cap(?:itali[sz]ation)?|marktkapitalisierung|börsenwert|capitalisation(?: boursière)?|capitalización|valor de mercado|capitalizzazione|marktkapitalisatie|kapitalizacja|tržní kapitalizace|капитализация|(?:ринкова )?капіталізація|пазарна капитализация|piyasa değeri|börsvärde|markedsverdi|markedsværdi|markkina-arvo|κεφαλαιοποίηση|capitalizare|总市值|市值|時価総額|시가총액|มูลค่าตลาด|vốn hóa|kapitalisasi(?: pasar)?|(?:per)?modal(?:an)? pasaran|tržišna kapitalizacija|tržna kapitalizacija|trhová kapitalizácia|turukapitalisatsioon|القيمة السوقية|שווי שוק",
        r"p/?e(?:[- ](?:ratio|tal|luku))?|(?:nisbah|rasio|wskaźnik|коэффициент) p/?e|c/z|kgv|per|市盈率|本益比|f/k",
        r"dividend(?:en)?(?: ?yield|rendite)?|rendement|dividendos?(?: yield)?|dividendo|dywidenda|stopa dywidendy|дивидендная доходность|дивиденды?|дивідендна дохідність|temettü(?: verimi)?|osinkotuotto|osinko|μέρισμα|osztalék|direktavkastning|股息率?|殖利率|配当利回り|배당수익률",
    ),
    "exhibitors": _labels(  # of one company in a directory
        r"(?:company|business|enterprise) type|nace(?: code)?|teáor|pkd|nace-bel|code naf|code ape|cnae|ateco|okvd|оквэд|type of (?:company|business)|business nature|legal form|unternehmensform|rechtsform|forme juridique|forma jurídica|natura giuridica|rechtsvorm|forma prawna|právní forma|форма собственности|firma tipi|bolagsform|公司类型|企业类型|企業類型|经营模式|經營模式|公司性质|企業形態|기업형태|ประเภทธุรกิจ|loại hình(?: doanh nghiệp)?|jenis usaha|نوع الشركة",
        r"(?:vat|tax|company|registration) (?:no\.?|number)|registered (?:capital|office)|székhely|adószám|cégjegyzékszám|nip|regon|ičo|dič|siren|siret|p\.? ?iva|partita iva|cif|nif|инн|огрн|єдрпоу|uid|share capital|stammkapital|capital social|capitale sociale|kapitał zakładowy|základní kapitál|уставный капитал|sermaye|aktiekapital|注册资本|註冊資本|资本金|資本額|資本金|자본금|ทุนจดทะเบียน|vốn điều lệ|modal|رأس المال",
        r"(?:main|major|key) products?|products?(?: and| &)? services|hauptprodukte|produkte|produits principaux|activités?|productos principales|produtos principais|prodotti principali|hoofdproducten|główne produkty|hlavní produkty|основная продукция|виды деятельности|ana ürünler|huvudprodukter|主营产品|主營產品|主营业务|主要产品|主要產品|经营范围|事業内容|主要製品|주요제품|사업내용|สินค้าหลัก|sản phẩm chính|produk utama|المنتجات الرئيسية",
        r"contact(?: person| name)?|ansprechpartner(?:in)?|interlocuteur|persona de contacto|pessoa de contato|referente|contactpersoon|osoba kontaktowa|kontaktní osoba|контактное лицо|yetkili(?: kişi)?|kontaktperson|yhteyshenkilö|kapcsolattartó|联系人|聯絡人|联络人|担当者|담당자|ผู้ติดต่อ|người liên hệ|narahubung|الشخص المسؤول|(?:tele)?phone|tel\.?|mobile|telefon(?:nummer)?|téléphone|teléfono|telefone|telefono|telefoon|телефон|電話(?:番号)?|电话|联系电话|手机|전화(?:번호)?|โทรศัพท์|điện thoại|telepon|الهاتف|טלפון|تلفن|address|website|web|homepage|(?:anschrift|adresse)|site (?:web|internet)|dirección|sitio web|endereço|indirizzo|sito web|adres|strona www|adresa|адрес|сайт|adres|adress|osoite|cím|公司地址|地址|网址|官网|所在地|住所|주소|홈페이지|ที่อยู่|เว็บไซต์|địa chỉ|alamat|situs|العنوان",
        r"(?:year )?(?:founded|established|of foundation)|gründungsjahr|gegründet|année de création|año de fundación|ano de fundação|anno di fondazione|opgericht|rok założenia|rok založení|год основания|kuruluş yılı|grundat|perustettu|alapítás(?: éve| dátuma)?|datum osnivanja|osnovano|година на основаване|год создания|рік заснування|έτος ίδρυσης|anul înființării|įkurta|asutatud|成立(?:时间|日期|年份)|設立(?:年月日?)?|설립(?:일|연도)|ปีที่ก่อตั้ง|năm thành lập|tahun berdiri",
        r"(?:number of )?employees|staff|létszám|(?:alkalmazottak|munkavállalók) száma|broj zaposlenih|брой служители|кількість працівників|αριθμός εργαζομένων|număr de angajați|darbuotojų skaičius|töötajate arv|mitarbeiter(?:zahl)?|effectifs?|empleados|funcionários|dipendenti|werknemers|liczba pracowników|počet zaměstnanců|число сотрудников|çalışan sayısı|anställda|henkilöstö|员工(?:人数|数量)|員工人數|従業員数|사원수|직원수|จำนวนพนักงาน|số nhân viên|jumlah karyawan",
    ),
}  # fmt: skip
_REGISTERS = lazily(  # a heading or a button, in lower case
    r"\W*(?:register(?: now| here| for free| today)?|registration|sign up|save your (?:seat|spot)|reserve your (?:seat|spot)|book (?:your )?(?:seat|place|now)|(?:jetzt |hier )?(?:kostenlos )?(?:anmelden|teilnehmen)|(?:zur )?anmeldung|(?:je )?m.inscri[st]|s.inscrire|inscription|inscrivez-vous|inscríbete|inscribirse|inscripción|regístrate|inscreva-se|inscrições?|inscrição|iscriviti|iscrizion[ei]|registrati|aanmelden|inschrijven|schrijf je in|zarejestruj się|rejestracja|zapisz się|registrace|registrovat(?: se)?|přihláška|registrácia|prihláška|(?:за)?регистр(?:ация|ироваться|ироваться бесплатно)|записаться|реєстрація|зареєструватися|kayıt(?: ol| olun)?|ücretsiz kayıt ol|anmäl dig(?: här)?|anmälan|meld deg på|påmelding|tilmeld(?: dig)?|tilmelding|ilmoittaudu|ilmoittautuminen|εγγραφή|regisztráció|regisztrálok|jelentkezem|înscrie-te|înregistrare|prijavi se|prijava|регистрирай се|записване"
    r"|التسجيل|سجل الآن|הרשמה|להרשמה|ثبت ?\u200c?نام|पंजीकरण|रजिस्टर करें|ลงทะเบียน(?:เลย|ฟรี)?|สมัครเข้าร่วม|đăng ký(?: ngay| tham dự| tham gia)?|daftar(?: sekarang)?|pendaftaran|(?:立即|马上|馬上|免费|我要)?(?:报名|報名)(?:参加|方式)?|(?:お|参加)?申(?:し)?込(?:み|む)?(?:はこちら|フォーム)?|(?:참가 ?)?신청(?:하기)?|(?:사전 ?)?등록(?:하기)?)\W*"
)
_STAND = lazily(  # of an exhibitor: before a name, or told behind it; in lower case
    r"\W*(?:[a-z]{1,2}[- .]?\d{2,4}[a-z]?|\d{1,2}(?:\.\d)?[- ]?[a-z]-?\d{2,3}|(?:hall|halle|pavilion|padiglione|pabellón|pavilhão|hala|павильон|зал|stand|booth|展位(?:号)?|ブース|부스|บูธ|gian(?: hàng)?)\s?(?:no\.?|nr\.?|№|:)?\s?[a-z]?\d{1,4})[\s,;:：|·–—-]+[^\W\d_]"
    r"|.{2,80}(?:stand|booth|stoisko|standnummer|стенд|展位(?:号)?|ブース|부스|บูธ|gian hàng|stan|جناح|דוכן)\s?(?:no\.?|nr\.?|№|:|：)?\s?[a-z]{0,2}[- .]?\d{1,4}"
)
_ONE_STAND = lazily(  # a line that tells where one exhibitor is, and nothing else
    r"\W*(?:(?:hall[ei]?n?|pavilion|pavillon|padiglione|pabellón|pavilhão|hala|csarnok|περίπτερο|hol|павильон|павільйон|зала?|палата|ביתן|قاعة|อาคาร|展馆|ホール|홀)\s?[a-z]?\d{0,3}[a-z]?[\s,;|·–—-]*)?(?:stand|booth|stoisko|standnummer|περίπτερο|osasto|стенд|展位|ブース|부스|บูธ|gian hàng|stan|جناح|דוכן)\s?(?:no\.?|nr\.?|№|:|：|号)?\s?[a-z]{0,2}[- .]?\d{1,4}[a-z]?\W*"
)
_FILE = lazily(
    r"\b\d+(?:[.,]\d+)?\s?(?:[kmg]b|[кмг]б|[kmg]o)\b|(?<![a-z])(?:pdf|zip|svg|png|jpe?g|eps|docx?|pptx?|mp4|tiff?)(?![a-z])"
)
_FORM = frozenset(("text", "email", "tel", "number", "url"))


def states(page: Outline, kind: Kind, body: list[Block]) -> int:
    """How much the lines of a page speak for a kind."""
    beside = _BESIDE & ~labels.SIDE if kind == "offer" else _BESIDE  # those of a program stand in a box
    shown = [b for b in page.blocks if len(b.text) <= LINE and not b.element.every & beside]
    if kind == "exhibitors" and _lists_stands(body):
        return STATED
    if kind == "site":
        if sum(_FILE.search(b.text.lower()) is not None for b in shown) >= DOWNLOADS:
            return STATED
        little = sum(width(b.text) for b in body) < LETTERS  # an issue of such letters tells more
        return int(
            little and any(body[0].order <= field.first <= body[-1].order + BELOW for field in page.asking)
        )
    if kind == "programme" and _asks_to_register(page, shown):
        return STATED
    facts = _FACTS.get(kind, ())
    lines = [b.text[:LABEL].lower() for b in shown] if facts else []
    told = sum(any(map(fact.match, lines)) for fact in facts)
    if told > FACTS and kind in _ADVERTISED:
        return BEYOND
    if told >= FACTS:
        return STATED
    return int(kind == "exhibitors" and any(_ONE_STAND.fullmatch(b.text.lower()) for b in shown))


def tells_in_paragraphs(body: list[Block]) -> bool:
    """Whether a text is as long as that of who has tried a program; what its makers say of it is often shorter."""
    return sum(width(b.text) >= PARAGRAPH for b in body) >= PARAGRAPHS


def is_called_review(*names: str) -> bool:
    """Whether a title or an address speaks of having tried something."""
    return any(REVIEWS.search(folded_words(name)) for name in names)


def _lists_stands(body: list[Block]) -> bool:
    """Whether half of a text is lines that tell where somebody has a stand."""
    stands = [b for b in body if len(b.text) <= LINE and _STAND.match(b.text.lower())]
    return len(stands) >= STANDS and sum(len(b.text) for b in stands) >= MOST * sum(len(b.text) for b in body)


def _asks_to_register(page: Outline, shown: list[Block]) -> bool:
    """Whether a heading asks to register, and a page has a form of several fields."""
    fields = sum(kind in _FORM for kind in page.forms)
    return fields >= FIELDS and any(b.is_heading and _REGISTERS.fullmatch(b.text.lower()) for b in shown)


def is_of_course(shown: Shown) -> bool:
    """Whether an undated page at the address of courses states more of one than a few facts; who teaches it may seem its author."""
    changed = (shown.when.published_from or "").startswith(_CHANGED)  # as the page of anything is
    if (shown.is_dated and not changed) or not any(map(WORDS["course"].search, own_address(shown.url))):
        return False
    if states(shown.page, "course", shown.body) < BEYOND:
        return False
    return not (shown.is_dated and has_day_below(shown.page, shown.title, shown.body[:1]))  # as news show it


def is_of_letters(shown: Shown) -> bool:
    """Whether a page asks in the midst of its text, or beside it, for an address to send letters to, and its own is but their name.

    An issue of such letters has a number, a day or a headline in its address.
    """
    first, last = shown.body[0].order, shown.body[-1].order
    if shown.declared.article or shown.is_long:
        return False
    # where each letter is chosen by itself, the field stands below them all, of which little may be taken for text
    if not any(first - BELOW <= field.first <= last + BELOW for field in shown.page.asking):  # as nearly all
        return False
    name = folded_words(last_of(shown.url))
    numbered = any(map(str.isdigit, path_of(shown.url)))
    return not numbered and says_only(LETTERS_OF, name) and _is_called_letters(shown)


def _is_called_letters(shown: Shown) -> bool:
    """Whether a title calls a page so, too."""
    return any(LETTERS_OF.search(folded_words(title)) for title in (shown.title, shown.page.title) if title)


def is_of_job(shown: Shown) -> bool:
    """Whether the window's title names the only job that a page declares, and then its firm or place, if anything.

    "Engineer at the Rope Works, Newtown", "Engineer | Quay Jobs", but not "Engineer shortage on the quay".
    """
    jobs = [name for thing, name in shown.declared.things if thing == "jobposting"]
    name = " ".join((jobs[0] or "").casefold().split()) if len(jobs) == 1 else ""
    title = " ".join((shown.page.title or "").casefold().split())
    return bool(name) and title.startswith(name) and _OF_FIRM.match(title, len(name)) is not None
