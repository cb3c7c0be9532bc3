"""What addresses, titles and markup call pages that are of a thing and no article: words per kind, in some thirty languages.

Written as `folded_words` gives them: in lower case, accents off, one blank between words and around them. A word is one
witness among several and proves nothing alone: news have sections called "events" and "jobs".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

from crawler.parse.page.families import OF_THINGS
from crawler.patterns import rarely

MOST = 13  # blanks of a head that says nothing else: it is of a dozen words

Kind = Literal[
    "person", "programme", "exhibitors", "job", "course", "offer", "glossary", "quote", "site", "list"
]

_SIGNS = re.compile(r"[\s!-/:-@\[-`{-~–—·•|｜«»„“”‘’…、。]+")

NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))

# letters that are no letter with an accent
_STROKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae"})


def folded_words(text: str) -> str:
    """The words of a text as the tables spell them, a blank before and behind each."""
    return f" {_SIGNS.sub(' ', _bare(text.casefold())).strip()} "


def _bare(text: str) -> str:
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFKD", text.translate(_STROKED))
    return "".join(c for c in bare if not unicodedata.combining(c))


def _words(spaced: str, unspaced: str = "") -> re.Pattern[str]:
    """Whole words of the scripts that part them, and those that others hold anywhere; as `folded_words` spells both."""
    return OF_THINGS.rarely(_bare(rf" (?:{spaced}) |{unspaced}" if unspaced else rf" (?:{spaced}) "))


# What stands between the words of a head that says nothing else: "List of our partners and sponsors".
_JOINTS = frozenset(_bare(
    "list of the a an all our and & for at in with from by liste der die das des unsere unser und mit von bei fur le la les de du nos notre et lista el los las nuestros y del elenco lista dei degli gli delle i nostri e o os as nossos da do das dos "
    "onze lijst van en vare vores og till til i med och seznam wykaz spis nasi nasze naszych a u v na z lista popis nasi nase список наши и перечень в на наші та і списък на нашите listesi ve tum bizim daftar semua dan para kami danh sach cac va cua lisa katalog katalogus catalogue catalog katalog directory verzeichnis"
    " si nostri ai ale pentru எங்கள் हमारे हमारा আমাদের మా ನಮ್ಮ നമ്മുടെ اپنے 和 与 と 及 및 และ ของ قائمة و في של כל 名录 名單 名单 列表 一览 一覧 목록 안내 ご案内 案内 รายชื่อ รายการ"
).split())  # fmt: skip


def says_only(words: re.Pattern[str], head: str) -> bool:
    """Whether a head is made of such words, of a year, and of what joins them; as `folded_words` spells it."""
    bare = head.translate(NO_DIGITS)
    if bare.count(" ") > MOST or not words.search(bare):  # as nearly all
        return False
    if words.fullmatch(head):
        return True
    left = words.sub(" ", words.sub(" ", bare))  # two words in a row share the blank between them
    return _JOINTS.issuperset(left.split())


def is_same(one: str, other: str, least: float) -> bool:
    """Whether two names, numbers aside, are one, or the shorter makes up so much of the longer."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return bool(short) and short in long and len(short) >= least * len(long)


def _plain(name: str) -> str:
    return " ".join(folded_words(name).translate(NO_DIGITS).split())


def _label(names: str) -> re.Pattern[str]:
    return rarely(rf"(?<![a-z])(?:{names})(?![a-z])", re.I)


WORDS: Mapping[Kind, re.Pattern[str]] = {
    "person": _words(
        r"(?:keynote )?speakers?|referent(?:en|innen)?|sprecher(?:innen)?|intervenante?s?|conferenci(?:er|ere)s?|orateurs?|ponentes?|oradore?s?|palestrantes?|relator[ei]|sprekers?|talare|foredragsholdere?|puhujat?|prelegen[ct]i?|prednasejici|prednasajuci|govornici|govorci|vorbitori|eloadok|ομιλητες|konusmacilar|спикеры?|докладчики|доповідачі|спікери|лектори|fyrirlesarar|ponents|hizlariak|esinejad|lektorid|pranesejai|runataji|folesit|говорници|говорители|զեկուցողներ|მომხსენებლები|natiqlar|spikerlar|баяндамашылар"
        r"|المتحدثون|المتحدثين|הדוברים|דוברים|מרצים|سخنرانان|वक्ता|pembicara|penceramah|dien gia"
        r"|authors?|autor(?:en|es|[aei])?|auteure?s?|autric[ei]|columnistas?|skribent(?:er)?|forfattere?|kirjoittajat?|redakteure?|szerzok?|yazar(?:lar)?|автор(?:ы|и|а)?|avtor[iy]?|penulis|tac gia|contributors?|journalists?|people|staff|profiles?|profil|(?:our |the )?team|mitarbeiter(?:innen)?|equipe|equipo|unser team|notre equipe|nuestro equipo|nossa equipe|la nostra squadra|nasz zespol|nas tym|nas tim|csapatunk|echipa noastra|ekibimiz|vart team|vores team|tiimimme|henkilosto|medarbejdere|medarbetare|ansatte|starfsfolk|zamestnanci|pracownicy|наша команда|нашият екип|сотрудники|наші люди|فريق العمل|فريقنا|הצוות|doi ngu|tim kami",
        r"วิทยากร|演讲嘉宾|演講嘉賓|嘉宾介绍|讲者|講者|登壇者|講演者|スピーカー|연사|我们的团队|团队成员|團隊成員|スタッフ紹介|チーム紹介|팀 소개|직원 소개|ทีมงาน",
    ),
    "programme": _words(
        r"program(?:me?|ma|a|mi|ok|i|umu)?s?|agendas?|schedules?|timetables?|calendars?|calendriers?|calendarios?|calendari|kalend(?:er|ar[zsiy]?|arium)|takvim|veranstaltungen|veranstaltungskalender|termine|evenement(?:s|en|er)?|event[io]?s?|ohjelma|tapahtumat?|raspored|urnik|wydarzenia|akce|podujatia|pasakum[iu]|renginiai|sundmused|zeitplan|tagesordnung|ablauf|orar(?:io|ul)?|horarios?|horaires|sessions?|menetrend|dogodki|dogadjanja|dogadanja|evenimente|rendezvenyek|etkinlikler|πρoγραμμα|προγραμμα|εκδηλωσεις"
        r"|программа|расписание|афиша|afisha|afisa|мероприятия|програма|розклад|събития|събитиях|البرنامج|برنامج|جدول|الفعاليات|תוכנית|תכנית|אירועים|برنامه|رویدادها|कार्यक्रम|jadwal|acara|agenda acara|lich trinh|chuong trinh|su kien|webinars?|webinaires?|webinarios?|webinari(?:um|et)?|вебинары?|вебінари?|dagskra|viðburðir|programes?|egitaraua|ajakava|sundmuste kava|programma|agjenda|ծրագիր|პროგრამა|бағдарлама|dastur",
        r"กำหนดการ|ตารางงาน|日程|网络研讨会|線上研討會|ウェビナー|웨비나|웹세미나|议程|議程|日历|プログラム|スケジュール|タイムテーブル|일정|프로그램",
    ),
    "exhibitors": _words(
        r"exhibitors?|εκθετων|ekthetes|wystawcow|vystavovatelu|vystavovatelov|экспонент(?:ы|ов)|(?:список|каталог) участников|izlagaca|expozantilor|изложители(?:те)?|udstillerliste|utstallarlista|naytteilleasettajalista|exposantenlijst|don vi trien lam|aussteller(?:verzeichnis|liste)?|exposant(?:s|en)?|expositore?s?|espositori|utstallare|udstillere|utstillere|naytteilleasettajat|wystawcy|vystavovatele|vystavovatelia|kiallitok|izlagaci|razstavljavci|expozanti|εκθετες|katilimci(?:lar|listesi)?|участники|экспоненты|uchastniki|eksponenty|учасники|изложители|العارضون|العارضين|מציגים|غرفه داران|peserta pameran|nha trien lam|synendur|expositors|erakusketariak|parodos dalyviai|izstades dalibnieki|ekspozuesit|izlagatelji|ցուցադրողներ|მონაწილეები|sergi katilimcilari|don vi trung bay"
        r"|(?:our )?partners?|(?:samarbeids|samarbejds)?partnere|partnerek|partneriai|partnereink|kumppanit|partneri|partnerzy|partenaires|parceiros|parteneri(?:i)?|partnerji|партньори|συνεργατες|iş ortaklari|is ortaklari|supporters|unterstutzer|forderer|soutiens|apoiadores|sostenitori|medlemmer|sponsor(?:s|en|er|ene|es|i)?|sponsorzy|patrocinadores|members|patrocinadors|styrktaraðilar|samstarfsaðilar|remejai|atbalstitaji|toetajad|sponsorid|pokrovitelji|sponzori|спонсоры|спонсори|χορηγοι|sponsorlar|destekciler|الرعاة|الشركاء|nha tai tro|doi tac|mitra|stottespillere|stotteforetag|mitglieder(?:verzeichnis)?|directory|(?:company|business|supplier|member|trade) director(?:y|ies)|company profiles?|firmen(?:verzeichnis|datenbank|portrat|profil)|branchen(?:buch|verzeichnis)|anbieterverzeichnis|annuaire(?: des (?:entreprises|professionnels|fournisseurs))?|fiche entreprise|directorio(?: de (?:empresas|proveedores))?|guia de empresas|diretorio(?: de empresas)?|elenco (?:aziende|fornitori)|bedrijven(?:gids|index)?|katalog firm|baza firm|adresar firem|katalog firem|каталог (?:компаний|предприятий|организаций|фирм)|справочник (?:компаний|предприятий|организаций)|довідник підприємств|firma rehberi|foretags(?:katalog|register)|firmakatalog|yritys(?:hakemisto|luettelo)|ceg(?:katalogus|adatbazis)|catalog firme|katalog tvrtki|каталог на фирмите|دليل الشركات|אינדקס חברות|danh ba doanh nghiep|direktori perusahaan|партнеры|партнери",
        r"企业名录|企業名錄|公司名录|公司名錄|厂商名录|企业黄页|公司黄页|企业库|企業一覧|企業検索|会社一覧|기업정보|업체정보|회사목록|รายชื่อบริษัท|ผู้แสดงสินค้า|ผู้สนับสนุน|参展商|參展商|展商名录|参展企业|赞助商|出展者|出展社|出展企業|スポンサー|참가업체|참가기업|전시업체",
    ),
    "job": _words(
        r"jobs?|jobb|(?:lediga?|ledige?) (?:jobb|job|stillinger|tjanster)|careers?|vacanc(?:y|ies)|vacatures?|werken bij|werkenbij|stellen(?:angebote?|anzeigen?|markt)?|karriere|offres? d emploi|emplois?|recrutement|empleos?|ofertas? de empleo|trabaja con nosotros|vagas?|empregos?|trabalhe conosco|offert[ae] di lavoro|lavora con noi|posizioni aperte|lediga? (?:jobb|tjanster|stillinger)|stilling(?:er)?|jobbannonser?|tyopaikat|avoimet tyopaikat|oferty? pracy|praca|kariera|volna mista|pracovni nabidk[ay]|allasok|allasajanlat(?:ok)?|karijera|zaposlitev|cariere|locuri de munca|θεσεις εργασιας|kariyer|is ilanlari|is elanlari|poslovi|oglasi za posao|(?:slobodna |prosta )?(?:radna|delovna) m[ij]?esta|zaposlitv[ei]|jawatan(?: kosong)?|ofertes de feina|laisvos darbo vietos|darbo skelbimai|toopakkumised|laus storf|vakansiyalar|viec lam|nafasi za kazi|вакансии?|вакансі[яї]|vakans(?:ii|iya|ia)|кариери|работа у нас|وظائف|وظيفة|الوظائف|דרושים|משרות|فرصت های شغلی|karir|lowongan(?: kerja)?|kerjaya|tuyen dung",
        r"ร่วมงานกับเรา|สมัครงาน|ตำแหน่งงาน|招聘|招贤|职位|徵才|職缺|採用情報|求人|採用|채용",
    ),
    "course": _words(
        r"courses?|course (?:catalogue?|description|outline)|modul(?:e|es|handbuch|beschreibung)?|syllab(?:us|i)|kurs(?:e|y|evi|ovi|i|er|us|up)?|lehrveranstaltung(?:en)?|seminare?|schulung(?:en)?|weiterbildung(?:en)?|formations?|cours|ue|cursos?|asignaturas?|materias?|disciplinas?|unidades? curricular(?:es)?|cors[io]|insegnament[io]|formazione|cursus(?:sen)?|opleiding(?:en)?|vak(?:ken)?|przedmiot[y]?|sylabus(?:y)?|szkoleni[ae]|predmet[yi]?|kurzy?|skoleni[ae]?"
        r"|kursused|kursas|kurset|kurss(?:it|i)?|utbildningar?|opintojakso(?:t)?|emner?|fag|μαθηματα?|tantargy(?:ak)?|tanfolyam(?:ok)?|kepzes(?:ek)?|discipline?|disciplini?|fisa disciplinei|kolegij(?:i)?|dalykai?|kursai|kursi|ained?|namskeid|courses? list|training(?:s)?|курс(?:ы|и|ове)?|дисциплин(?:ы|а|и)|обучение|учебни дисциплини|ders(?:ler)?|egitim(?:ler)?|المقررات|دورات|קורסים|درس|पाठ्यक्रम|mata kuliah|pelatihan|kursus|latihan|mon hoc|hoc phan|khoa hoc",
        r"课程|課程|培训|培訓|講座|シラバス|授業科目|강좌|교과목|강의계획서|รายวิชา|หลักสูตร|ስልጠና",
    ),
    "offer": _words(
        r"classifieds?|classified ads|kleinanzeigen(?:markt)?|anzeigenmarkt|inserate|petites annonces|anuncios clasificados|clasificados|classificados|annunci(?: economici)?|ogloszenia(?: drobne)?|inzerce|inzercia|inzeraty|aprohirdetes(?:ek)?|mali oglasi|oglasi|seri ilanlar|объявления|оголошення|малки обяви|обяви|إعلانات مبوبة|לוח מודעות|rubrikannonser|iklan baris|rao vat|वर्गीकृत(?: विज्ञापन)?"
        r"|downloads?|(?:free |gratis )?download(?: gratis| free)?|lataa(?: ilmaiseksi)?|lataukset|lataamo|ladda ner|last ned|hent gratis|herunterladen|telecharger(?: gratuit\w*)?|telechargements?|logitheque|descargar?(?: gratis)?|descargas|baixar(?: gratis)?|baixaki|scarica(?: gratis)?|pobierz(?: za darmo)?|stahnout|ke stazeni|letoltes(?: ingyen)?|descarca|preuzmi|скачать(?: бесплатно)?|завантажити|изтегли|indir|تحميل|دانلود|הורדה|unduh|tai ve|tai xuong"
        r"|(?:web ?|online ?)?shop|store|products?|produkt(?:e|er|y|i)?|produits?|productos?|produtos?|prodott[io]|tuote|tuotteet|termek(?:ek)?|urun(?:ler)?|товары?|продукты?|продукти|catalogo?|cart|checkout|onlineshop|webshop|boutique|tienda|loja|negozio|kauppa|sklep|obchod|магазин|magazin"
        r"|tickets?|ticketshop|ticketing|billetterie|billets?|billetter|entradas|boletos|ingressos|bilhetes|biglietti|biglietteria|biljetter|liput|bilet[yei]?|biletler|vstupenky|jegyek|ulaznice|karte|εισιτηρια|билеты|квитки|تذاكر|כרטיסים|tiket|miðasala|miðar|piletid|bilietai|biletes|vstopnice|բիլետներ|ბილეთები|biletlər|chiptalar"
        r"|prices?|pricing|price ?list|preis(?:e|liste)|tarif[es]?|prix|precios?|tarifas|precos?|prezzi|listino|tariffe|prijzen|tarieven|prislist[ae]|priser|hinnasto|hinnat|cennik|ceny|cenik|arak|arlista|cjenik|preturi|τιμες|τιμοκαταλογος|fiyat(?:lar|listesi)?|цены|прайс(?: лист)?|tseny|ціни|ціни|ciny|цени|ceni|الاسعار|מחירון|harga|daftar harga|bang gia",
        r"ดาวน์โหลด|下载|下載|ダウンロード|다운로드|บัตรเข้าชม|ราคา|商品|门票|門票|购票|購票|チケット|티켓|价格|价目|價目|料金|価格|가격|요금|상품",
    ),
    "glossary": _words(
        r"glossary|glossar|glossaire|glosario|glossario|woordenlijst|begrippen(?:lijst)?|ordlist[ea]|ordforklaringer|sanasto|slownik|slowniczek|slovnik|slovnicek|glosar|fogalomtar|pojmovnik|rjecnik|slovar|γλωσσαριο?|sozluk|глоссарий|словарь|термины|glossari[ij]|словник|глосарій|речник|مصطلحات|מונחים|מילון|واژه نامه|glosarium|kamus|daftar istilah|thuat ngu|zodyn(?:as|elis|elio)|terminu (?:zodyn\w+|vardnica)|vardnica|sonastik|sonaraamat|hugtakasafn|ordasafn|ordabok|fjalor(?:i|th)?|поимник|речник(?:ът)?|лугат|сөздік|сөздүк|толь бичиг|lugat|luget|ლექსიკონი|ტერმინები|բառարան|շտեմարան|शब्दावली|शब्दकोश|শব্দকোষ|পরিভাষা|glossari|glosategia|hiztegia|gluais|geirfa|woordelys|kamusi|faharasa|talasalitaan|glosari|dictionary|lexikon|lexique",
        r"อภิธานศัพท์|术语|術語|词汇表|用語集|用語解説|용어집|용어사전",
    ),
    "quote": _words(
        r"quotes?|stocks?|shares?|aktien?|aktienkurse?|kurse?|kursy|cours|bourse|cotizacion(?:es)?|acciones|cotac(?:ao|oes)|acoes|quotazion[ei]|azioni|koersen|aandelen|notowania|akcje|akcie|kurzy|котировки|акции|курс|акції|котирування|hisse(?:ler)?|aktier|aksjer|osakkeet|μετοχες|reszvenyek|actiuni|cotatii|dionice|akcije|saham|co phieu|ma chung khoan|الأسهم|מניות",
        r"行情|股票|报价|報價|股價|株価|시세|종목|หุ้น",
    ),
    "site": _words(
        r"about(?: us)?|contacts?(?: us)?|kontakte?|masthead|(?:the |our )?(?:editorial (?:team|staff|board)|newsroom team)|(?:die |unsere )?redaktion(?:steam)?|(?:la |notre )?redaction|(?:la |nuestra )?redaccion|equipo editorial|equipa editorial|expediente|ficha tecnica|la redazione|redactie|(?:de )?redactieleden|redakcja|redakce|redakcia|urednistvo|uredništvo|redactia|szerkesztoseg|toimitus|redaktionen|redaksjonen|redakcija|redakcija kontakti|toimetus|ritstjorn|редакция(?:та)?|редакція|уредништво|ταυτοτητα|συντακτικη ομαδα|syntaktiki omada|tautotita|taytotita|οροι χρησης|πολιτικη απορρητου|oroi xrisis|oroi chrisis|οι συντακτες|yayin kurulu|هيئة التحرير|أسرة التحرير|צוות המערכת|هیئت تحریریه|सम्पादक मण्डल|toa soan|ban bien tap|dewan redaksi|tim redaksi|(?:editorial|ethics|corrections|cookie|comment|advertising) (?:policy|policies|guidelines|standards|statute|charter|code)|code of (?:conduct|ethics)|privacy notice|legal notice|legal information|redaktionsstatut|chartes? (?:editoriale|deontologique)|ficha tecnica|estatuto editorial|principios editoriales|codigo (?:de etica|etico|deontologico)|politica editorial|redazione|carta dei principi|kunye|yayin ilkeleri|stopka redakcyjna|regulamin|tiraz|impresum|redakcni rada|etick[yie] kodex|impresszum|caseta (?:redactionala|tehnica)|импресум|политика редакции|устав редакции|выходные данные|редакцийна політика|общи условия|syarat dan ketentuan|susunan redaksi|pedoman media siber|dieu khoan|newsletters?|nieuwsbrie(?:f|ven)|nyhetsbrev|nyhedsbreve?|boletin(?:es)?|infolettres?|lettres? d information|hirlevel(?:ek)?|e bulten|uutiskirjeet?|рассылк[аи]|розсилк[аи]|naujienlaiskiai?|jaunumu vestule|uudiskirjad?|newslettere|النشرات? البريدية|ניוזלטר(?:ים)?|خبرنامه|nawala|செய்திமடல்(?:கள்)?|समाचार पत्रिका|न्यूज़लेटर|নিউজলেটার|butlletins?|leadership team|executive (?:team|board)|(?:our )?board of directors|geschaftsfuhrung|geschaftsleitung|organigramme|организационная структура|руководство|керівництво|ръководство|раководство|басшылық|basshylyq|басшылык|rəhbərlik|rahbariyat|жетекчилик|роҳбарият|kierownictwo|vodstvo|vadovybe|vadiba|juhtkond|conducerea|vezetoseg|johtoryhma|ledelsen|ხელმძღვანელობა|ղեկավարություն|ban lanh dao|struktur organisasi|القيادة|colophon|kolofon|aviso (?:legal|de privacidad)|politica de privacidad(?:e)?|informativa (?:sulla )?privacy|politique de confidentialite|privacybeleid|integritetspolicy|polityka prywatnosci|ochrana osobn(?:ich|ych) udaj(?:u|ov)|adatvedelem|adatkezelesi tajekoztato|gizlilik politikasi|kvkk|политика конфиденциальности|політика конфіденційності|سياسة الخصوصية|kebijakan privasi|contacto|contato|contatti|impressum|imprint|privacy(?: policy)?|terms(?: (?:of use|and conditions))?|datenschutz(?:erklarung)?|agb|faqs?|venue|(?:registration|register)|anfahrt|lageplan|anmeldung|uber uns|ueber uns|a propos|qui sommes nous|mentions legales|quienes somos|sobre nosotros|sobre nos|quem somos|chi siamo|dove siamo|over ons|om oss|om os|tietoa meista|yhteystiedot|o nas|o firmie|kapcsolat|rolunk|despre noi|επικοινωνια|σχετικα(?: με εμας)?|sxetika me emas|epikoinonia|hakkimizda|iletisim|о нас|контакты|о компании|про нас|контакти|за нас|من نحن|اتصل بنا|אודות|צור קשר|درباره ما|تماس با ما|tentang kami|hubungi kami|gioi thieu|lien he|hafa samband|um okkur|kontaktai|apie mus|kontakti|par mums|kontakt|meist|o nama|rreth nesh|na kontaktoni|contacta|qui som|guri buruz|amdanom ni|биз туралы|haqqimizda|biz haqimizda|մեր մասին|კონტაქტი|ჩვენ შესახებ|हमारे बारे में|संपर्क(?: करें)?|আমাদের সম্পর্কে|যোগাযোগ|ہمارے بارے میں|kuhusu sisi|wasiliana nasi|tungkol sa amin|(?:press|media) ?(?:kit|pack)s?|pressemappen?|mediakit|dossiers? de presse|kit de (?:prensa|imprensa|medios)|cartella stampa|perskit|persmap|pressmaterial|pressemateriale|materialy (?:prasowe|dla mediow)|sajtoanyag(?:ok)?|пресс кит|материалы для (?:сми|прессы)|basin kiti|tai lieu bao chi|(?:venue|location|travel) (?:and|&) (?:travel|directions|accommodation|venue|hotels)|getting (?:here|there)|how to (?:get|find) (?:here|there|us)|directions|anreise|ort und anreise|lieu et acces|comment venir|como llegar|como chegar|come arrivare|come raggiungerci|bereikbaarheid|hitta hit|vagbeskrivning|finn frem|saapuminen|dojazd|jak dojechac|jak se k nam dostanete|megkozelites|kako do nas|как (?:доехать|добраться|проехать)|место проведения|як дістатися|كيفية الوصول|מיקום והגעה",
        r"领导(?:介绍|团队|简介|之窗|成员)|領導團隊|役員(?:一覧|紹介)|คณะผู้บริหาร|임원소개|จดหมายข่าว|ニュースレター|メールマガジン|뉴스레터|电子报|電子報|版权声明|免责声明|免責聲明|利用規約|運営会社|이용약관|개인정보처리방침|เกี่ยวกับเรา|ติดต่อเรา|关于我们|關於我們|联系我们|聯絡我們|隐私政策|隱私權政策|会社概要|お問い合わせ|会场交通|交通指南|会場アクセス|交通案内|오시는 길|การเดินทาง|สถานที่จัดงาน|プレスキット|媒体资料包|媒體資料|プライバシーポリシー|プライバシーポリシー|회사소개|문의하기",
    ),
    "list": _words(
        r"tags?|etiquetas?|etiketter?|etiket|cimkek?|schlagworte?|stichworte?|mots? cles?|keywords?|hashtags?|avainsanat?|oznake?|stitky?|etichete|(?:newsletter |news )?archives?|archiv|archivy|archivio|archivos?|arquivos?|archief|arkiv|arkisto|archiwum|arhiva?|arxiu|архив|архів|arsiv|arsip|(?:past|previous|back) issues|fruhere ausgaben|numeros (?:precedents|anteriores)|numeri (?:precedenti|arretrati)|edicoes anteriores|тег[иі]?|теги",
        r"标签|標籤|タグ|태그|往期|存档|バックナンバー|지난 호",
    ),
}  # fmt: skip

# Sections of news, in whose addresses other words tell what the news is about.
NEWS = _words(
    r"news|newsroom|blogs?|press|press releases?|releases?|articles?|artikel[en]?|artic[uo]l[eio]s?|artigos?|story|stories|posts?|media|presse|pressemitteilung(?:en)?|communiques?|aktuelles|aktuell|nachrichten|meldung(?:en)?|actualites?|actu|actualidad|noticias?|notizie|notiziario|comunicati|nieuws|nyheter|nyheder|uutiset|ajankohtaista|aktualnosci|wiadomosci|aktuality|zpravy|spravy|hirek?|novosti|novini|vesti|vijesti|novice|stiri|νεα|haber(?:ler)?|новости|новини|вести|اخبار|الاخبار|חדשות|समाचार|berita|tin tuc|xinwen",
    r"ข่าว|新闻|新聞|资讯|ニュース|뉴스",
)

# What elements around a text are called; markup is written in English.
LABELS: Mapping[Kind, re.Pattern[str]] = {
    "person": _label(r"speakers?|author(?:-?(?:page|head|header|profile|archive))?|profile|bio|biography|team-?member|staff"),
    "programme": _label(r"programme?|agenda|schedule|timetable|sessions?|calendar|events?"),
    "exhibitors": _label(r"exhibitors?|exhibitorlist|partners?|sponsors?|directory"),
    "job": _label(r"jobs?|jobposting|vacanc(?:y|ies)|vacatures?|careers?"),
    "course": _label(r"courses?|course-?(?:detail|page)|syllabus|discipli\w*|asignatura"),
    "offer": _label(r"products?|tickets?|pricing|prices?|pricelist|shop|cart"),
    "glossary": _label(r"glossary|definitions?|terms|dictionary"),
    "quote": _label(r"quotes?|stocks?|ticker|instrument"),
    "site": _label(r"about(?:-?us)?|contact(?:-?us)?|imprint|privacy|faq"),
    "list": _label(r"tags?|taglist|tag-?page"),
}  # fmt: skip

TOPICS = _words(  # before the name of one in an address
    r"topics?|themes?|themen?|themas|temas?|temat(?:y)?|temy|tem[ei]|sujets?|dossiers?|argomenti?|onderwerp(?:en)?|aiheet?|amne[rn]?|emner?|teemat?|konular?|chu de|topik|тем[аы]|теми",
    r"专题|專題|テーマ|주제",
)

REVIEWS = _words(  # of what somebody has tried
    r"reviews?|reviewed|tested|tests?|hands on|we tried|im test|testbericht|getestet|ausprobiert|essai|teste|prise en main|critique|analisis|resena|probamos|analise|testamos|recensione|prova|provato|recensie|getest|recenzj[ae]|recenz[ei]|recenzia|testujemy|teszt|teszteltuk|обзор|тест|отзыв|испытали|огляд|ревю|inceleme(?:si)?|arvostelu|arvio|testi|testissa|recension|testad|anmeldelse|anmeldt|omtale|κριτικη|δοκιμη|δοκιμασαμε|مراجعة|تجربة|ביקורת|סקירה|بررسی|نقد|समीक्षा|danh gia|ulasan|prikaz|изпробвахме",
    r"รีวิว|评测|測評|評測|试用|試用|レビュー|리뷰|사용기",
)

RANKINGS = _words(  # of articles by their readers
    r"(?:the )?most (?:read|popular|viewed|shared|commented|watched)(?: (?:stories|articles|news|posts))?|trending(?: now)?|popular(?: now| stories)?|top (?:stories|news|ten|10)|meistgelesen(?:e)?(?: artikel)?|meist ?(?:gelesen|kommentiert|geteilt)\w*|(?:les )?plus (?:lus?|vus?|commentes|partages|populaires)|(?:articles les )?plus lus|(?:lo |las |los )?mas (?:leid[oa]s?|vist[oa]s?|comentad[oa]s?|compartid[oa]s?|popular(?:es)?)|(?:as )?mais (?:lidas?|vistas?|comentadas?|acessadas?|populares)|maispopulares|maislidas|masleido|populares|(?:i )?piu (?:letti|lette|visti|viste|popolari)|meest (?:gelezen|bekeken|besproken)|najczesciej (?:czytane|komentowane)|najpopularniejsze|nejctenejsi|najcitanejsie|najcitanije|najbolj brano|legolvasottabb(?:ak)?|cele mai citite|самое (?:читаемое|популярное|обсуждаемое)|популярн(?:ое|ые|е)|найпопулярніше|најчитаније|най четени|mest (?:laste|lasta|leste|last|læste)|luetuimmat|τα δημοφιλεστερα|δημοφιλη|en cok okunan(?:lar)?|الأكثر (?:قراءة|مشاهدة)|הנקראות ביותר|הנצפות ביותר|پربازدیدترین ها|پربیننده ترین|doc nhieu|xem nhieu|terpopuler|paling (?:banyak dibaca|populer)|trang chu doc nhieu",
    r"(?:アクセス)?ランキング|人気記事|많이 ?본 ?뉴스|인기 ?기사|랭킹 ?뉴스|热门(?:文章|新闻)?|熱門(?:文章|新聞)?|排行榜?|ข่าวยอดนิยม",
)

# what a medium serves day by day beside its news, or sells: pages of one name, which no headline tells
SERVICES = (
    _words(
        r"(?:daily |weekly |today s |free )?horoscopes?(?: (?:today|daily|weekly))?|astrology|(?:tages|wochen|jahres)?horoskop(?:e|y|i|et|er)?|(?:dagens|daglig) horoskop|horoscopos?|oroscopo(?: del giorno)?|horoscoop|horoszkop|horoscop|гороскоп(?:ы|и)?|goroskop|хороскоп|ωροσκοπιο|zodia|(?:gunluk )?burc(?:lar)?|astroloji|horoskooppi|horoskoopid?|horoskopai|horoskopi|الأبراج|ابراج|הורוסקופ|فال(?: روز)?|राशिफल|রাশিফল|tu vi|zodiak|ramalan bintang",
        r"星座(?:运势|運勢)?|運勢|占い|운세|별자리 ?운세|ดูดวง|ดวงวันนี้",
    ),
    _words(
        r"subscribe|subscriptions?|subscription (?:offers?|plans?|options)|digital subscriptions?|abos?|abonnements?|abonnieren|digitalabo|abo shop|aboshop|abonnez vous|nos offres|s abonner|suscripcion(?:es)?|suscribete|suscribirse|assinaturas?|assine|abbonamenti|abbonamento|abbonati|abonneren|prenumerat[ay]|prenumerata cyfrowa|subskrypcj[ae]|predplatne|elofizetes(?:ek)?|elofizetoi csomagok|abonamente?|abonare|подписка|подписаться|podpiska|передплата|peredplata|абонамент|pretplata|претплата|narocnin[ae]|prenumeration(?:er)?|prenumerera|abonnement(?:er)?|tilaa|tilaus|tilaukset|συνδρομη|συνδρομες|abonelik|abone ol|prenumeruoti|prenumerata|abonesana|tellimine|telli|askrift|subscripcions|harpidetza|اشتراك|الاشتراكات|מנויים|הרשמה למנוי|اشتراک|सदस्यता|সাবস্ক্রিপশন|langganan|berlangganan|dat bao|dang ky mua",
        r"订阅|訂閱|订报|訂報|購読|購読申し込み|구독(?: ?신청)?|สมัครสมาชิก",
    ),
    _words(
        r"crosswords?|sudokus?|puzzles?|kreuzwort(?:ratsel|raetsel)|mots croises|crucigramas?|palavras cruzadas|cruciverba|kruiswoord(?:puzzel)?|krzyzowki|krizovky|кроссворды?|korsord|kryssord|kryds og tvaers|lott(?:o|ery|erie)(?: (?:results?|numbers|zahlen))?|lottozahlen|loterias?|lotto(?:zahlen| numbers)|tv (?:guide|listings|programm?e?|program)|tvguide|fernsehprogramm|programme tv|programacion tv|programacao|guida tv|tv gids|program tv|программа передач|телепрограмма|tv tabla|tv ohjelmat",
        r"番組表|电视节目表|節目表|편성표",
    ),
)

LETTERS = _words(  # to subscribe to
    r"(?:our |the )?(?:e ?mail )?newsletters?|newsletter (?:signup|sign up|anmeldung|inscription)|nieuwsbrie(?:f|ven)|nyhetsbrev(?:et)?|nyhedsbreve?(?:t)?|uutiskir(?:je|jeet)|boletin(?:es)?|boletim|butlletins?|butlleti|infolettres?|lettres? d information|hirlevel(?:ek)?|(?:e )?bulten|naujienlaiskis|naujienlaiskiai|jaunumu vestule|uudiskirjad?|newslettere?|newsletteru|biltenu?|zpravodaj|рассылк[аи]|розсилк[аи]|бюлетин|خبرنامه|النشرة البريدية|ניוזלטר|nawala|frettabref",
    r"จดหมายข่าว|ニュースレター|メールマガジン|뉴스레터|电子报|電子報|邮件订阅",
)

VIDEO = _words(
    r"videos?|watch|tv|clips?|videot|wideo|filmy|vidéos?|video galerija|видео|відео|فيديو|סרטונים|ویدیو",
    r"วิดีโอ|视频|視頻|影音|動画|동영상",
)

AUDIO = _words(
    r"podcasts?|podcasty|podkast(?:y|i|ai)?|podkāsti|podcastit|podcasturi|podcastok|episodes?|podcast (?:episodes?|folgen?)|подкаст(?:ы|и)?|بودكاست|پادکست|פודקאסט(?:ים)?|siniar",
    r"播客|ポッドキャスト|팟캐스트|พอดแคสต์",
)
