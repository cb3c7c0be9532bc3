"""A page that tells little → the line in which it says that what was sought is not there any more.

    Oops!  ·  The story may have been moved or deleted, or the link is wrong. Try the search.

Editors word such pages as they like, so that no phrase tells them all (`phrases.NOT_FOUND`). What they share is a sentence on
a page that is gone, "which you are looking for" or "perhaps", and near it an excuse, the link, the way to the search: news
of deleted pages have not so many of these in so few words, nor do they speak to who looks for them but in quotation marks.
A line with a day below the headline is news as well.
"""

from __future__ import annotations

from crawler.parse.kinds.day_below import has_day_below
from crawler.parse.kinds.told import sentences, unquoted
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.families import OF_NOTICES
from crawler.patterns import lazily

CUES = (
    2  # from so many on a sentence on what is gone is believed; it takes one more where it only supposes so
)
FIRST, LINE = 3, 400  # blocks that tell it, and characters of one that are looked at
_GONE = OF_NOTICES.rarely(  # in lower case, as are all below
    r"no longer (?:\w+ ){0,2}(?:available|exists?|here|online)|not (?:be )?(?:found|available|here)|could ?n[o']t find|can ?n[o'’]?t (?:be )?f[io]u?nd|(?:been|was|were) (?:re)?moved|(?:been|was) (?:deleted|taken down|unpublished)|expired|doesn['’]t exist|does not exist|gone missing"
    r"|nicht (?:mehr )?(?:gefunden|verfügbar|vorhanden|auffindbar|online|erreichbar|da\b)|existiert nicht|gelöscht|entfernt|verschoben|umgezogen|introuvable|n['’]existe (?:plus|pas)|n['’]est plus|supprimée?|déplacée?|no (?:se )?(?:encuentra|encontr\w+|existe|está disponible)|ya no (?:existe|está)|eliminad[oa]|movid[oa]|borrad[oa]"
    r"|não (?:foi |se )?(?:encontr\w+|exist\w+|está (?:mais )?disponível)|removid[oa]|apagad[oa]|non (?:è|esiste|è stat[oa]|si) (?:più )?(?:trovat\w|disponibile|esist\w+|trova)|non esiste|rimoss[oa]|spostat[oa]|cancellat[oa]|niet (?:meer |langer )?(?:gevonden|beschikbaar|bestaa[nt]|vinden)|verwijderd|verplaatst"
    r"|nie (?:istnieje|znale\w+|jest (?:już )?dostępn\w+|został\w* odnalezion\w+)|usunięt\w+|przeniesion\w+|skasowan\w+|(?:neexistuje|nenalezen\w*|nenašl\w+|nenájden\w*|nenašiel|není (?:již |už )?(?:dostupn\w+|k dispozici)|nie je (?:už |viac )?dostupn\w+)|smazán\w*|odstraněn\w*|přesunut\w*|odstránen\w*|presunut\w*|zmazan\w*"
    r"|не (?:найден\w*|существует|существуют|доступ\w+|удалось найти)|нет на сайте|удален\w*|удалён\w*|перемещ\w+|перенес\w+|не (?:знайден\w*|існує|вдалося знайти)|видален\w*|переміщ\w+|не (?:е намерен\w*|съществува|може да бъде намерен\w*|е достъп\w+)|изтрит\w*|преместен\w*|премахнат\w*"
    r"|(?:više )?nije (?:više )?(?:dostup\w+|pronađen\w*|moguće pronaći)|ne postoji|premješten\w*|premešten\w*|uklonjen\w*|obrisan\w*|izbrisan\w*|istek\w+|није (?:више )?(?:доступ\w+|пронађен\w*)|не постоји|премештен\w*|уклоњен\w*|обрисан\w*|ni (?:več|mogoče|bil\w*) (?:\w+ )?(?:najd\w+|na voljo|najti|dostop\w+)|ne obstaja|odstranjen\w*|premaknjen\w*|не (?:постои|е пронајден\w*)|отстранет\w*"
    r"|bulunam\w+|bulunmuyor|kaldırıl\w+|silin\w+|taşın\w+|mevcut değil|artık yok|hittades inte|finns inte|finns (?:ej|ikke)|hittar inte|har (?:tagits bort|raderats|flyttats)|togs bort|findes ikke|findes (?:desværre )?ikke|finnes ikke|finner ikke|fjernet|slettet|flyttet|ikke (?:fundet|funnet|tilgængelig)|ei (?:löyd\w+|löyty\w+|ole (?:enää )?(?:olemassa|saatavilla))|poistettu|siirretty"
    r"|δεν (?:βρέθηκε|υπάρχει|είναι (?:πλέον |πια )?διαθέσιμ\w+)|διαγραφεί|μετακινηθεί|αφαιρεθεί|nem (?:található|létezik|elérhető|találjuk)|törölt\w*|áthelyez\w+|eltávolít\w+|nu (?:mai )?(?:este disponibil\w*|există|a (?:putut fi |fost )?găsit\w*)|șters\w*|ştears\w*|mutat\w*|eliminat\w*"
    r"|nerasta\w*|nebeegzistuoja|nėra|ištrint\w+|perkelt\w+|pašalint\w+|nav (?:atrast\w+|pieejam\w+)|neeksistē|dzēst\w+|pārviet\w+|ei (?:leitud|leidu|eksisteeri|ole (?:enam )?(?:saadaval|kättesaadav))|kustutatud|eemaldatud|teisaldatud|fannst ekki|er ekki (?:lengur )?til|fjarlægð\w*|no (?:s['’]ha trobat|existeix|està disponible)|eliminat|mogut|ez da (?:existitzen|aurkitu)"
    r"|ვერ (?:მოიძებნა|ვიპოვ\w+)|არ (?:არსებობს|მოიძებნა|არის ხელმისაწვდომი)|წაიშალა|წაშლილია|გადავიდა|գտնվել|գոյություն չունի|հեռացվել|ջնջվել|տեղափոխվել|tapılmadı|silinib|köçürülüb|mövcud deyil|topilmadi|o['‘’ʻ]chirilgan|табылмады|жойылған|өшірілген|көшірілген|олдсонгүй|устгагдсан|nuk (?:u gjet|ekziston|gjendet)"
    r"|غير موجود\w*|لم (?:يتم |نتمكن من )?(?:العثور|يعد)|لم (?:تعد|يعد) (?:متاح\w*|موجود\w*)|حذف\w*|إزالت\w*|نقل\w*|לא (?:נמצא\w*|קיימ?ת?|זמי\w+)|הוסר\w*|נמחק\w*|הועבר\w*|(?:یافت|پیدا) نشد|وجود ندارد|حذف شده|منتقل شده|نہیں مل\w*|موجود نہیں|ہٹا د\w+|حذف کر"
    r"|नहीं मिल\w*|उपलब्ध नहीं|मौजूद नहीं|हटा(?:या|ई|ए)?|सापडल\w+ नाही|পাওয়া যায়নি|খুঁজে পাওয়া|সরিয়ে|মুছে|இல்லை|கிடைக்கவில்லை|நீக்கப்பட்\w+|கண்டறிய(?:ப்படவில்லை| முடியவில்லை)|కనుగొనబడలేదు|తొలగించ\w+|കണ്ടെത്തിയില്ല|നീക്കം ചെയ്\w+|ಕಂಡುಬಂದಿಲ್ಲ|મળ્યું નથી|અસ્તિત્વમાં નથી"
    r"|ไม่พบ|ไม่มีอยู่|ถูกลบ|ย้ายไป|không (?:tìm thấy|tồn tại|còn)|đã bị (?:xóa|xoá|gỡ)|tidak (?:ditemukan|dijumpai|tersedia|wujud|ada lagi)|(?:telah|sudah) (?:dihapus|dipindah\w*|dialih\w*|dibuang|dipadam)|haipatikani|haujapatikana|haipo|imeondolewa|imefutwa|hindi (?:natagpuan|makita|mahanap)|wala na|alıs|រកមិនឃើញ|ບໍ່ພົບ|မတွေ့|አልተገኘም|ተሰርዟል|ተነስቷል|ሊገኝ አልቻለም"
    r"|不存在|找不到|未找到|无法找到|無法找到|已(?:被|经|經)?(?:删除|刪除|移除|下架|下线|失效|移动|移動|转移|轉移|撤下)|見つかりません|見つかりませんでした|存在しません|削除され\w*|移動(?:した|され)\w*|公開(?:を)?終了\w*|掲載(?:が|を|期間\w?)?終了\w*|찾을 수 없\S*|존재하지 않\S*|삭제\S*|이동되\S*"
)
THING = OF_NOTICES.rarely(  # what a site calls its pages
    r"page|article|story|content|post\b|news item|document|seite|artikel|beitrag|inhalt|meldung|contenu|página|artículo|contenido|noticia|nota\b|artigo|conteúdo|notícia|matéria|pagina|articolo|contenut|notizia|bericht|inhoud|stron[ay]|artykuł|treść|materiał|tekst|stránk|článek|článok|obsah|страниц|стать|материал|публикаци|новост|сторінк|статт|матеріал|новин|съдържани"
    r"|stranic|članak|članka|sadržaj|vijest|vest\b|чланак|садржај|страна|vsebin|članek|stran\b|содржина|статија|sayfa|haber|içerik|yazı|sida|sidan|siden|artikel|artikl|innehåll|innhold|indhold|sivu|artikkel|juttu|sisältö|σελίδα|άρθρο|περιεχόμενο|oldal|cikk|tartalom|articol|conținut|știre|puslap|straipsn|turin|lapa\b|raksts?|saturs|leht|artikl|uudis|síða|grein|frétt|pàgina|article|contingut|orri|მასალა|სტატია|გვერდი|էջ|հոդված|նյութ|səhifə|məqalə|xəbər|sahifa|maqola|бет\b|мақала|материал|хуудас|faqe|artikull"
    r"|صفحة|مقال|محتوى|خبر|المادة|דף|עמוד|כתבה|תוכן|صفحه|مطلب|مقاله|صفحہ|مضمون|مواد|पेज|पृष्ठ|लेख|खबर|ख़बर|सामग्री|पान|पृष्ठ|পৃষ্ঠা|পাতা|খবর|সংবাদ|লেখা|பக்கம்|கட்டுரை|செய்தி|పేజీ|కథనం|പേജ്|വാർത്ത|ಪುಟ|ಸುದ್ದಿ|પૃષ્ઠ|સમાચાર|หน้า|ข่าว|บทความ|เนื้อหา|trang|bài viết|bài báo|nội dung|halaman|berita|konten|kandungan|ukurasa|makala|habari|pahina|artikulo|ទំព័រ|អត្ថបទ|ໜ້າ|ข่าว|စာမျက်နှာ|ገጽ|ጽሑፍ|ዜና"
    r"|页面|頁面|网页|網頁|文章|内容|內容|ページ|記事|コンテンツ|페이지|기사|게시물|콘텐츠"
)
_DOUBT, _EXCUSE, _SOUGHT, _LINK, _SEARCH = _CUES = (
    OF_NOTICES.rarely(
        r"(?:may|might) (?:have|be|no)\b|perhaps|maybe|possibly|vielleicht|möglicherweise|eventuell|könnte|peut-être|possible que|quizás?|tal vez|es posible|puede que|pode ter|talvez|é possível|forse|potrebbe|è possibile|misschien|mogelijk|może|możliw|možná|možno|asi |возможно|может|можливо|може |може би|možda|mogoče|morda|можда|можеби|belki|olabilir|kanske|kan (?:ha|have|være)|måske|kanskje|ehkä|saattaa|voi olla|μπορεί|ίσως|πιθανόν|lehet|talán|poate|posibil|galbūt|gali būti|iespējams|varbūt|võib-olla|võimalik|kannski|potser|pot ser|agian"
        r"|შესაძლოა|შეიძლება|հնարավոր է|գուցե|ola bilər|bəlkə|ehtimol|mümkün|мүмкін|магадгүй|mund të|ndoshta|ربما|قد |אולי|ייתכן|יתכן|شاید|ممکن|शायद|हो सकता|সম্ভবত|হতে পারে|ஒருவேளை|இருக்கலாம்|బహుశా|ഒരുപക്ഷേ|ಬಹುಶಃ|કદાચ|อาจ|có thể|có lẽ|mungkin|huenda|pengine|maaaring|baka |ប្រហែល|ምናልባት|可能|或许|或許|也许|也許|可能性|かもしれ|恐れ|수 있습니다|혹시"
    ),
    OF_NOTICES.rarely(
        r"sorry|oops|whoops|uh-oh|unfortunately|we apologi[sz]e|leider|entschuldigung|entschuldigen sie|hoppla|ups\b|huch|désolé|malheureusement|oups|lo sentimos|lamentablemente|disculp|vaya|desculp|infelizmente|lamentamos|spiacenti|ci dispiace|purtroppo|helaas|excuses|oeps|niestety|przepraszamy|ojej|bohužel|omlouváme|bohužiaľ|ospravedlň|jejda|к сожалению|извин|увы|упс|на жаль|вибач|перепрош|за съжаление|съжаляваме|nažalost|žao nam|oprostite|žal |нажалост|жао нам|за жал|üzgünüz|maalesef|ne yazık|tyvärr|förlåt|hoppsan|beklag|desværre|dessverre|valitettavasti|pahoittelemme|hups"
        r"|λυπούμαστε|δυστυχώς|sajnos|sajnáljuk|elnézést|ne pare rău|din păcate|deja,|atsipraš|diemžēl|atvainoj|kahjuks|vabandame|því miður|ho sentim|barkatu|სამწუხაროდ|ბოდიშ|ցավոք|ներողություն|təəssüf|üzr|afsus|uzr|өкінішке|кешіріңіз|уучлаарай|fatkeqësisht|na vjen keq|عذرا|للأسف|نأسف|מצטערים|סליחה|לצערנו|אופס|متأسف|متاسف|ببخشید|معذرت|افسوس|क्षमा|खेद|माफ़|दुःख|दुर्भाग्य|দুঃখিত|மன்னிக்க|வருந்து|క్షమించ|ക്ഷമിക്ക|ಕ್ಷಮಿಸಿ|માફ|ขออภัย|ขอโทษ|เสียใจ|xin lỗi|rất tiếc|maaf|samahani|pole|paumanhin|សូមអភ័យទោស|ขออภัย|ይቅርታ|抱歉|对不起|對不起|很遗憾|很遺憾|申し訳|恐れ入り|恐縮|죄송|불편을"
    ),
    OF_NOTICES.rarely(
        r"you(?:['’]re| are| were| have)? (?:looking|searching|tried|trying|requested|followed|after|clicked)|sie (?:suchen|gesucht|gefolgt|aufgerufen)|gesuchte|angeforderte|aufgerufene|gewünschte|vous (?:cherchez|recherchez|avez (?:demandé|suivi)|souhaitez)|demandée?|que (?:busca|buscas|estás buscando|está buscando|solicit\w+|procura|você procura|procurava|tentou)|solicitad[oa]|che (?:cerchi|stai cercando|hai (?:richiesto|cercato))|cercat[oa]|richiest[oa]|(?:je|u) (?:zoekt|zocht|hebt opgevraagd)|której szuka\w*|którego szuka\w*|szukan\w+|żądan\w+|hledáte|hledan\w+|požadovan\w+|hľadáte|hľadan\w+|вы (?:ищете|искали|запросили|перешли)|запраш\w+|запрош\w+|искомая|ви (?:шукаєте|шукали)|търсите|търсената|заявената"
        r"|koj[aeiu] (?:ste )?tražit?e|ste (?:slijedili|tražili)|traže[nm]\w*|тражит\w+|тражен\w+|iščete|iskan\w+|aradığınız|istediğiniz|du (?:söker|sökte|letade|leter|ledte|leder|søger|søgte)|etsim\w+|hakem\w+|pyytäm\w+|που (?:ζητήσατε|αναζητάτε|ψάχνετε)|keresett|keresel|keres\b|căutați|cauți|căutat\w*|solicitat\w*|ieškot\w*|ieškom\w+|meklēj\w*|otsi(?:sid|te|tud)|leitaðir|cerques|cerqueu|bilatzen|ეძებთ|რომელსაც ეძებ|փնտրում|axtardığınız|qidir\w+|іздеген|хайсан|që (?:kërkoni|po kërkoni)|تبحث عنه\w*|المطلوب\w*|שחיפש\w*|המבוק\w+|مورد نظر|به دنبال|तलाश|खोज रहे|ढूँढ|ढूंढ|খুঁজছেন|தேடும்|தேடிய|వెతుకుతున్న|തിരയുന്ന|ಹುಡುಕುತ್ತಿರುವ|શોધી|ที่คุณ(?:ต้องการ|ค้นหา|กำลัง)|ท่านต้องการ|bạn (?:tìm|đang tìm|yêu cầu)|yang anda (?:cari|minta)|unayotafuta|hinahanap|የሚፈልጉት|您(?:要|所|访问|請求|请求|查找|搜索|寻找|尋找)|你(?:要|所|访问|请求|查找|找)|お探しの|ご指定の|指定された|요청하신|찾으시는|찾으려는"
    ),
    OF_NOTICES.rarely(
        r"\blinks?\b|\burl\b|address|adresse|lien|enlace|direcci[óo]n|endereço|indirizzo|collegamento|adres|odkaz|odnośnik|ссылк|адрес|посиланн|връзка|poveznic|adres|bağlantı|länk|lenke|linkki|osoite|σύνδεσμο|διεύθυνση|hivatkozás|\bcím|adres[ăa]|nuorod|saite|veebiaadress|tengil|slóð|enllaç|adreça|esteka|helbide|ბმულ|մისამართ|մისամար|հասցե|հղում|havola|сілтеме|холбоос|lidhja|رابط|عنوان|קישור|כתובת|لینک|پیوند|نشانی|लिंक|यूआरएल|पता|লিংক|লিঙ্ক|இணைப்பு|లింక్|ലിങ്ക്|ಲಿಂಕ್|લિંક|ลิงก์|ลิงค์|liên kết|đường dẫn|tautan|alamat|pautan|kiungo|តំណ|ลิ้งค์|ሊንክ|አድራሻ|链接|連結|網址|网址|地址|リンク|アドレス|링크|주소|მისამართ"
    ),
    OF_NOTICES.rarely(
        r"search|home ?page|front page|start page|suche|startseite|recherch|page d['’]accueil|buscador|búsqueda|portada|página (?:de inicio|inicial|principal)|busca\b|pesquis|homepage|ricerca|cerca nel|zoek|voorpagina|wyszukiwar|stron[ęya] główn|vyhledáv|hlavní stran|vyhľadáv|hlavn\w+ strán|поиск|главн\w+ страниц|на главную|пошук|головн\w+ сторінк|търсене|начална|naslovnic|početn\w+ stran|pretra[žg]|претра|насловн|iskanj|arama|ana sayfa|sök|startsida|søg|søk|forside|haku|etusivu|αναζήτηση|αρχική|keres[őé]|főoldal|kezdőlap|căutare|pagina principală|paiešk|pagrindin|meklē|sākumlap|otsing|avaleht|esileht|leit|forsíð|cerc|portada|bilatu|hasiera"
        r"|ძებნა|ძიება|მთავარ|որոն|գլխավոր|axtar|ana səhifə|qidiruv|bosh sahifa|іздеу|басты бет|хайлт|нүүр|kërko|faqja kryesore|البحث|الرئيسية|חיפוש|דף הבית|عמוד|جستجو|صفحه اصلی|تلاش|صفحہ اول|होम|खोज|অনুসন্ধান|হোম|முகப்பு|தேடல்|తిరిగి|హోమ్|ഹോം|ಮುಖಪುಟ|હોમ|ค้นหา|หน้าแรก|หน้าหลัก|tìm kiếm|trang chủ|pencarian|cari |beranda|laman utama|tafuta|nyumbani|maghanap|ស្វែងរក|ຄົ້ນຫາ|ፈልግ|መነሻ|搜索|搜尋|首页|首頁|主页|検索|トップページ|ホーム|검색|홈으로|메인"
    ),
)

_WITHDRAWN = lazily(  # which a page says of itself in an article's place, where no cue is asked for
    r"retracted|withdrawn|taken (?:\w+ ){0,2}down|unpublished|depublizier\w*|zurückgezogen|dépubliée?|retirée?|retirad[oa]|despublicad[oa]|ritirat[oa]|teruggetrokken|gedepubliceerd|wycofan\w+|stažen\w*|stiahnut\w*|отозван\w*|снят\w* с публикации|відкликан\w*|знят\w* з публікації|оттеглен\w*|povučen\w*|повучен\w*|повлечен\w*|umaknjen\w*|avpublicera\w*|återkalla\w*|afpublicer\w*|avpublisert|trukket tilbage|trukket tilbake"
    r"|αποσύρθηκε|αποσυρθεί|visszavont\w*|retras\w?|yayından|geri çekil\w+|سحب\w*|إزالة|برداشته شد|वापस ले|প্রত্যাহার|ถอดออก|ถอนออก|rút lại|ditarik|撤稿|撤回|撤下|取り下げ|철회"
)
_TEXT = lazily(
    r"текст|статия|статията|стаття|text\b|texte\b|texto\b|testo\b|szöveg|metin|نص\b|稿|报道|報道|보도"
)


def says_gone(title: str, text: str) -> bool:
    """Whether what stands in the place of an article begins with a sentence on a page that is gone, without any cue:
    asked of one that the article was read at, it is not taken for news of another.
    """
    told = [line[:LINE] for line in (title, *text.split("\n")[: 2 * FIRST]) if line]
    return any(
        (_GONE.search(s) or _WITHDRAWN.search(s)) and (THING.search(s) or _TEXT.search(s))
        for s in sentences(map(str.lower, told))
    )


def heads_gone(page: Outline, headline: str | None, body: list[Block]) -> str | None:
    """The same of a page of any length, as what is recommended instead makes it.

    Its headline must say that something is gone; or, where the window's title tells another, the line right below it that this is what
    the reader looks for.
    """
    said = unquoted(headline.lower()) if headline else ""
    other = body and body[0].text != headline and (headline or "") not in (page.title or headline or "")
    below = body[0].text[:LINE].lower() if other else ""
    sought = _SOUGHT.search(below) is not None and _GONE.search(below) is not None
    if not (sought or (THING.search(said) and _GONE.search(said))):  # the shorter expression first
        return None
    first = next((b.order for b in page.headings if b.text == headline), -1)
    until = next((b.order for b in page.headings if b.order > first), len(page.blocks))
    return tells_gone(page, headline, [b for b in body if first < b.order < until], CUES + 1)


def tells_gone(page: Outline, headline: str | None, body: list[Block], least: int = CUES) -> str | None:
    """The sentence of a short page in which it says that what was sought is gone; None where it tells something else."""
    told = [line[:LINE].lower() for line in (page.title, headline, *(b.text for b in body[:FIRST])) if line]
    cues = sum(cue.search("\n".join(told)) is not None for cue in _CUES)
    if cues < least:
        return None
    gone = (s for s in sentences(told) if _GONE.search(s) and THING.search(s))
    found = next((s for s in gone if _SOUGHT.search(s) or (cues > CUES and _DOUBT.search(s))), None)
    return None if found is None or has_day_below(page, headline, body) else found
