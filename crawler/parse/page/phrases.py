"""What pages that are no articles say of themselves, in 25 languages and more → compiled patterns.

A phrase counts where it makes up most of a title, a heading or a line: `says` tells that from a sentence that only
mentions it ("Missing plane not found" is news, "Page not found" is none).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from crawler.parse.page.families import OF_LINES, OF_NOTICES
from crawler.patterns import lazily, rarely

SHARE = 0.6  # of a line's letters that a phrase must make up to be what the line says
MAX_LINE = 120  # characters: a longer line is prose
_PART = lazily(r"\s+[|–—·•»«:-]+\s+|\s*[|｜]\s*|[.!?。！？]\s+|[。！？؟।]|…|\n")
_LETTER = lazily(r"\w")


def _any(*phrases: str) -> re.Pattern[str]:
    """A pattern that is asked of text in lower case: three times as fast as one that ignores case."""
    return OF_NOTICES.rarely("|".join(phrases))


def _any_of_lines(*phrases: str) -> re.Pattern[str]:
    """The same, of lines of a text."""
    return OF_LINES.rarely("|".join(phrases))


def _any_of_texts(*phrases: str) -> re.Pattern[str]:
    """The same, of texts that nothing else is asked of."""
    return rarely("|".join(phrases))


_MOVED = (  # what a page says that is elsewhere now
    r"(?:this |the |our )?(?:page|website|(?<=this )site|(?<=our )site) (?:has |was )?(?:been )?(?:moved|relocated)(?=\W*$| to | permanently)(?: to (?:a |another )?(?:new )?(?:address|location|home|domain))?"
    r"|(?:diese |die |unsere )?(?:seite|website|webseite) (?:ist|wurde) (?:umgezogen|verschoben|verlegt)|(?:cette |la )?(?:page|(?<=notre )site) a (?:été déplacée?|déménagé|changé d.adresse)|(?:esta |la |nuestra )?(?:página|web|sitio) (?:web )?(?:se ha |ha sido |ha )(?:mudado|trasladad[oa]|movid[oa]|cambiado de (?:dirección|lugar))|(?:esta |a |nossa )?(?:página|site) (?:foi (?:movid|transferid)[ao]|mudou(?:-se)?(?: de (?:endereço|lugar|casa))?)"
    r"|(?:questa |la |nostra )?(?:pagina|sito) (?:è stat[ao] (?:spostat|trasferit)[ao]|si è (?:spostat|trasferit)[ao]|ha cambiato indirizzo)|(?:deze |de |onze )?(?:pagina|site|website) is (?:verhuisd|verplaatst)|(?:ta |nasza )?(?:strona|witryna) została przeniesiona|(?:tato |tahle |táto )?(?:stránk[ay]|stránka) (?:byla|bola|se|sa) (?:přesunuta|presunutá|přestěhovala|presťahovala)|(?:эта |данная |наш )?(?:страница|сайт) (?:была? )?(?:переехал[аи]?|перемещен[аы]?|перенесен[аы]?)(?: (?:на|по) (?:нов|друг)\w+ (?:адрес\w*|домен))?|(?:ця |наш )?(?:сторінк[ау]|сайт) (?:було |була )?(?:переїхал[аи]|переїхав|переміщен[ао]|перенесен[ао])"
    r"|(?:bu )?(?:sayfa(?:mız)?|site(?:miz)?) (?:taşındı|taşınmıştır)|(?:den här |denne )?(?:sidan|siden) (?:har|er|är|blev) (?:flyttats?|flyttet)|(?:tämä )?sivu on (?:siirretty|siirtynyt|muuttanut)|(?:αυτή )?η σελίδα (?:έχει )?μεταφ(?:έρθηκε|ερθεί)|(?:az |ez az |a )?(?:oldal|honlap)(?:unk)? (?:elköltözött|átköltözött|áthelyezve|új címre költözött)|(?:această )?pagina (?:a fost mutată|s-a mutat)|(?:ova )?stranica je (?:premještena|premeštena|preseljena)|stran je (?:prestavljena|premaknjena)|(?:тази )?страницата (?:е|беше) преместена"
    r"|გვერდი (?:გადატანილია|გადავიდა)|(?:ეს )?საიტი გადავიდა|էջը տեղափոխվել է|səhifə (?:köçürülüb|daşınıb)|бет көшірілді|síðan hefur verið (?:flutt|færð)|puslapis (?:perkeltas|persikėlė)|lapa (?:ir )?(?:pārvietota|pārcelta)|lehekülg on (?:kolinud|teisaldatud)|faqja është zhvendosur|(?:la )?pàgina s.ha (?:mogut|traslladat)|orria lekuz aldatu da|পৃষ্ঠাটি (?:সরানো|স্থানান্তর)|பக்கம் (?:நகர்த்தப்பட்டது|மாற்றப்பட்டது)|ukurasa umehamishwa|inilipat (?:na )?ang pahina|sahifa ko.chirilgan|хуудас (?:шилжсэн|нүүсэн)|ទំព័រ(?:នេះ)?ត្រូវបានផ្លាស់ទី"
    r"|(?:تم نقل|انتقلت|نُقلت)(?: هذه)? الصفحة|(?:ה?דף|ה?אתר) (?:הזה )?(?:עבר|הועבר)(?: לכתובת חדשה)?|(?:این )?صفحه (?:به \S+ \S+ )?منتقل شده? است|(?:यह )?(?:पृष्ठ|पेज) (?:स्थानांतरित|हटा)|(?:หน้านี้|หน้าเว็บนี้|เว็บไซต์)(?:ได้)?(?:ถูก)?ย้าย(?:ไป|แล้ว)|trang (?:này )?đã (?:được )?(?:chuyển|di chuyển|dời)|halaman (?:ini )?(?:telah |sudah )?(?:dipindahkan|pindah|berpindah)"
    r"|(?:该|該|此|本)?(?:页面|頁面|网页|網頁|网站|網站|站点)(?:已经?|已經)?(?:迁移|遷移|搬家|搬迁|搬遷|移动|移動|转移|轉移|更换网址)|(?:この|当|お探しの)?(?:ページ|サイト)(?:は|が)(?:\S{0,12}(?:へ|に))?(?:移転|移動)(?:し|いたし)(?:ました|ています)|(?:페이지|사이트|홈페이지)(?:가|는)? ?(?:\S{1,6}(?:로|으로) )?(?:이동|이전)(?:되었|했|하였)습니다"
)
_MORE_NOT_FOUND = (
    r"(?:te |ta )?stran(?:i|ica|ice)? (?:ni (?:več|mogoče najti|bilo mogoče najti)|ne obstaja|ne postoji|nije dostupna)|страница(?:та)? не (?:постои|постоји|је пронађена|е пронајдена|съществува)|puslapis nerastas|(?:tokio )?puslapio nėra|lapa nav atrasta|(?:šāda )?lapa neeksistē|lehte ei (?:leitud|leidu|eksisteeri)|lehekülge ei (?:leitud|leidu)|síða(?:n)? (?:fannst ekki|er ekki til)|(?:la )?pàgina no (?:existeix|trobada|s.ha trobat)|orria ez da (?:aurkitu|existitzen)|faqja nuk u gjet|старонк[ау] не знойдзен[ао]"
    r"|səhifə tapılmadı|sahifa topilmadi|бет табылмады|барак табылган жок|էջը չի գտնվել|გვერდი (?:ვერ მოიძებნა|არ მოიძებნა)|хуудас олдсонгүй|दिइएको पृष्ठ|पान सापडले नाही|பக்கம் (?:கிடைக்கவில்லை|காணப்படவில்லை)|పేజీ కనబడలేదు|ಪುಟ ಕಂಡುಬಂದಿಲ್ಲ|പേജ് കണ്ടെത്തിയില്ല|صفحہ نہیں ملا|ukurasa (?:haujapatikana|haupo)|hindi (?:natagpuan|mahanap) ang pahina|die bladsy (?:is nie|bestaan nie)|រកមិនឃើញទំព័រ|ບໍ່ພົບໜ້າ|စာမျက်နှာ မတွေ့"
)
_CLOSED = (  # a site for a while, in its own words; what others close for works is news
    r"we(?:.re| are)(?: currently| just| still)? (?:doing|carrying out|performing|undergoing|down for|offline for|under|having|in)(?: some| a(?: bit of)?)?(?: essential| scheduled| planned| routine| brief| quick| necessary)* (?:maintenance|upgrades?|upgrading)(?: work| mode)?|we(?:.ll| will) be (?:right |back )+(?:soon|shortly)?|(?:site|website) maintenance|maintenance (?:mode|page)"
    r"|wartungsmodus|mode maintenance|modo (?:de )?(?:mantenimiento|manutenção)|bakım modu|bakımdayız|ปิดปรับปรุงระบบ|bảo trì hệ thống|pemeliharaan sistem|维护中|維護中|(?:网站|網站)(?:维护|維護)|점검 ?중"
    r"|(?:wir sind|wir machen|unsere (?:seite|website) (?:wird|ist))(?: \w+){0,4} (?:wartung\w*|gewartet|überarbeitet|gleich (?:wieder|zurück))|wir sind (?:gleich|bald) (?:wieder )?(?:für (?:sie|euch) )?(?:da|zurück)|(?:notre |le )?site (?:est )?(?:en (?:cours de )?maintenance|en travaux|momentanément indisponible)|nous revenons (?:bientôt|tout de suite|dans)|(?:nuestro |el )?(?:sitio|web|página)(?: web)? (?:está )?en (?:mantenimiento|obras)|(?:estamos (?:en|realizando|haciendo))(?: \w+){0,3} mantenimiento|volvemos (?:enseguida|pronto)|(?:o |nosso )?site (?:está )?em manutenção|estamos em manutenção|voltamos (?:já|em breve)|(?:il )?sito (?:è )?in manutenzione|siamo in manutenzione|torniamo (?:subito|presto)|(?:we zijn|onze (?:site|website) is)(?: \w+){0,3} (?:in |bezig met )?onderhoud|we zijn zo terug"
    r"|(?:strona|serwis|witryna) (?:jest )?(?:w trakcie|w przebudowie|chwilowo niedostępn\w+)(?: \w+)*|(?:trwają|prowadzimy) (?:prace|przerw\w+) (?:techniczne|konserwacyjne|serwisowe)|(?:zaraz|niedługo|wkrótce) wracamy|(?:web|stránky?|server)(?: \w+)? (?:je|jsou|sú|je v) (?:\w+ )?(?:mimo provoz|v údržbě|v údržbe|dočasně nedostupn\w+)|probíhá údržba|prebieha údržba|(?:hned|brzy|čoskoro) jsme zpět|karbantartás (?:miatt|alatt)(?: \w+){0,3} (?:tartunk|vagyunk|szünetel az oldal)|(?:oldalunk|honlapunk|az oldal)(?: \w+){0,2} karbantartás (?:alatt|miatt)|(?:hamarosan|mindjárt) visszatérünk"
    r"|(?:на сайте|сайт)(?: \w+){0,2} (?:ведутся|проводятся|на|закрыт на)(?: \w+)? (?:технические работы|техническом обслуживании|техобслуживании|реконструкции|профилактик[аиеу]|обслуживани[ея])|(?:мы )?(?:скоро|сейчас) (?:вернёмся|вернемся)|на сайті (?:тривають|проводяться) (?:технічні|планові) роботи|(?:ми )?(?:скоро|незабаром) повернемося|сайтът е в (?:процес на )?(?:поддръжка|профилактика)|(?:сајт|sajt|stranica|stran)(?: \w+)? (?:je )?(?:u fazi|u|v) (?:održavanj[au]|vzdrževanju)|(?:sitemiz|şu anda)(?: \w+)? bakım(?:da|dayız| çalışması yapılıyor| çalışması nedeniyle)|(?:birazdan|kısa süre sonra|yakında) (?:geri )?(?:dönüyoruz|döneceğiz|buradayız)"
    r"|(?:sidan|webbplatsen|vi) (?:är|ligger|har|utför)(?: \w+){0,2} (?:nere för )?underhåll|vi är (?:strax|snart) tillbaka|(?:siden|nettstedet|hjemmesiden|vi)(?: \w+){0,3} (?:vedlikehold|vedligehold\w*)|vi er (?:straks|snart) (?:tilbake|tilbage)|(?:sivusto\w*|verkkosivu\w*)(?: \w+){0,2} (?:huolto\w*|huolletaan)|palaamme (?:pian|kohta)|ο ιστότοπος (?:είναι )?(?:υπό|σε) συντήρηση|επιστρέφουμε σύντομα|site-ul (?:este )?în (?:mentenanță|lucru|întreținere)|revenim (?:imediat|în curând)|svetainė (?:\w+ )?(?:atnaujinama|tvarkoma)|(?:lapā|vietnē) (?:notiek|tiek veikti) (?:\w+ )*(?:apkopes|uzturēšanas|tehniskie) darbi|veebileht on hoolduses|vefurinn (?:\w+ )*viðhald\w*"
    r"|(?:الموقع|نحن)(?: \S+){0,2} (?:قيد|تحت|في) الصيانة|الموقع تحت الصيانة|سنعود (?:قريبا|بعد قليل)|(?:האתר|אנחנו) ב(?:תחזוקה|שיפוצים)|מיד נשוב|(?:سایت|وب\u200c?سایت)(?: \S+){0,3} (?:تعمیر|به\u200c?روزرسانی)(?: است)?|(?:वेबसाइट|साइट)(?: \S+){0,3} रखरखाव|เว็บไซต์(?:อยู่ระหว่าง)?(?:ปิด)?ปรับปรุง|(?:trang web|website|hệ thống)(?: \w+){0,2} (?:đang )?(?:được )?bảo trì|chúng tôi sẽ (?:sớm )?trở lại|(?:situs|kami|website)(?: \w+){0,2} (?:sedang )?(?:dalam )?(?:pemeliharaan|perbaikan|perawatan)|kami (?:akan )?segera kembali|(?:网站|本站|系统|網站|系統)正(?:在)?(?:进行|進行)?(?:升级|升級|维护|維護)\S{0,4}|(?:ただ(?:いま|今)|現在)\S{0,8}メンテナンス(?:中|を(?:行|実施)\S*)|(?:서비스|시스템|홈페이지|사이트) ?(?:정기 ?)?점검(?: ?중(?:입니다)?|입니다)"
)
_WITHDRAWN = (  # by who wrote it, or because its time is over, as portals of East and South-East Asia say
    r"(?:(?:해당|이|본|요청하신) )?(?:언론사|제공사|기사 ?제공 ?언론사|작성자|게시자|제휴사)(?:의|가)? ?요청(?:에 의해|에 따라|으로(?: 인해)?) ?(?:삭제|비공개|중단)(?: ?처리)?(?:된 (?:기사|게시물|콘텐츠|페이지)(?:입니다|예요)|(?:되었|됐)습니다)|(?:이미 )?(?:삭제|이동)(?:되었|됐)거나 (?:\S+ )?(?:존재하지 않|찾을 수 없|없)는 (?:기사|페이지|게시물|콘텐츠|글)\S*|(?:존재하지 않|없)는 (?:기사|페이지|게시물|콘텐츠)(?:입니다)?|(?:해당 |이 |요청하신 )?(?:기사|게시물|콘텐츠|페이지)(?:가|이|는|은) (?:\S+ )?(?:삭제|비공개|만료)(?: ?처리)?(?:되었|됐)(?:습니다|거나 \S+ \S+니다)|(?:비공개|삭제)(?: 처리)?된 (?:기사|게시물|콘텐츠|페이지)입니다|(?:서비스|제공)(?:가)? ?(?:기간이 ?)?(?:종료|만료|중단)된 (?:기사|페이지|게시물|콘텐츠)\S*"
    r"|(?:この|お探しの|ご覧の|指定された|ご指定の)?(?:記事|ページ|ニュース|コンテンツ|動画)?(?:の)?(?:掲載|公開|配信|提供)(?:期間|期限)?(?:は|が|を)(?:すでに|既に)?(?:(?:終了|満了)(?:し|いたし|となり|され)ました|過ぎ(?:まし)?た(?:ため\S{0,14})?)|ご(?:覧|指定)(?:になろうとしている|いただ\S{1,6})?の?(?:記事|ページ|コンテンツ)(?:は|が)(?:現在)?(?:、)?(?:表示でき|存在し|見つかり|ご覧いただけ)ま\S{1,4}"
    r"|(?:(?:抱歉|很抱歉|对不起|對不起)[，,]?)?(?:该|該|此|本|您(?:访问|要看|查看|瀏覽|所瀏覽|要瀏覽)的?|你(?:访问|要看)的?)?(?:篇)?(?:内容|內容|文章|文|新闻|新聞|帖子|页面|頁面|网页|網頁|稿件)(?:因\S{1,10})?(?:已|已經|已经|被|无法|無法)(?:被)?(?:作者|发布者|發布者|发布人)?(?:删除|刪除|下线|下線|下架|移除|撤稿|过期|過期|失效|查看|瀏覽|显示|顯示)(?:下架|下線)?|(?:您(?:所)?(?:瀏覽|浏览|访问|尋找|要找|查找)的)?(?:網頁|网页|頁面|页面|新聞|新闻|文章|内容|內容)不存在(?:或已\S{2,6})?"
    r"|(?:bài viết|bài báo|trang|nội dung|tin)(?: này| bạn \S+ \S+| bạn (?:đang )?\S+)?(?: hiện)?(?: không (?:còn )?tồn tại| không còn| đã (?:bị )?(?:xóa|xoá|gỡ)(?: bỏ)?)(?: hoặc (?:đã )?(?:bị )?(?:xóa|xoá|gỡ|di chuyển)(?: bỏ)?)?|(?:artikel|berita|konten|halaman)(?: ini| yang (?:anda|kamu) \w+)? (?:(?:sudah |telah )?(?:dihapus|tidak tersedia(?: lagi)?|dipadam|dialihkan)|tidak (?:ditemukan|dijumpai|tersedia))|(?:ข่าว|บทความ|หน้า|เนื้อหา)(?:นี้)?(?:ได้)?ถูกลบ(?:ไปแล้ว|แล้ว)?|(?:sorry\W+)?(?:this|the) (?:article|story|page|content|video) (?:you requested )?has (?:expired|been (?:archived|withdrawn))"
)
_NO_RESULTS = (  # of a search
    r"(?:there (?:are|were) )?no (?:search )?results (?:were )?found|your search (?:returned|did not match|yielded) (?:no|any)\b[^\n]{0,30}|không tìm thấy kết quả(?: (?:nào|phù hợp))?[^\n]{0,30}|không có kết quả(?: tìm kiếm)?(?: nào)?|(?:hasil pencarian|pencarian anda) tidak ditemukan|tidak ada hasil(?: pencarian)?|ไม่พบ(?:ผลการค้นหา|ข้อมูลที่ค้นหา)"
    r"|(?:該当する|お探しの|条件に合う)?(?:記事|検索結果|情報|ニュース)(?:は|が)(?:見つかりませんでした|ありません(?:でした)?)|(?:검색(?:된)? ?)(?:결과|기사|뉴스)가? ?없습니다|(?:没有|沒有|未)找到(?:与[^\n]{1,12})?(?:相关|相關|符合条件)?的?(?:结果|結果|内容|內容|新闻|新聞|资讯)|(?:查無|查无)(?:相關|相关)?(?:資料|资料|結果|结果)"
)
MOVED, CLOSED = _any(_MOVED), _any(_CLOSED)
NOT_FOUND = _any(
    _MORE_NOT_FOUND,
    _WITHDRAWN,
    _NO_RESULTS,
    r"此[账帳][号號]已(?:被)?(?:屏蔽|封禁|注销|停用)(?:[，,]\s?内容无法查看)?|该公众号(?:已迁移|已被封)|(?:this )?page (?:is )?(?:currently )?unavailable",
    r"\b404\b(?:\W*(?:error|fehler|erreur|errore|ошибка|not found))?",
    r"(?:the |this |requested |that )*(?:page|article|story|content|url|file|document|item|post)(?: you\W?(?:.re| are)? (?:requested|looking for|trying to (?:view|reach)))?"
    r"(?: (?:was|is|could|has|can|cannot|can.t|does|doesn.t|no|not|be|longer|been|couldn.t|isn.t|wasn.t))* (?:not found|found|exist|available|removed|deleted|moved)\b",
    r"^\W*not found\W*$|nothing (?:was )?found( here)?|we can.?t find (?:that|the|this) page|oops\W* (?:that|this) page can.t be found",
    r"(?:die )?(?:angeforderte |gewünschte )?(?:seite|artikel|inhalt) (?:wurde |konnte |ist |existiert )?(?:leider )?(?:nicht (?:gefunden|verfügbar|mehr verfügbar|vorhanden)|nicht)(?: werden)?",
    r"(?:cette |la )?(?:page|article) (?:demandée |est |n.est |n.a |n.existe |que vous cherchez )*(?:introuvable|pas (?:été )?trouvée?|pas|plus(?: disponible)?|non trouvée?|inexistante)",
    r"(?:la )?p[áà]gina (?:solicitada |que buscas )?(?:no (?:se ha |se |ha sido |fue )?(?:encontrada|encontrado|encuentra|existe|disponible)|no trobada)",
    r"(?:a )?página (?:solicitada )?não (?:foi )?(?:encontrada|existe|está disponível)",
    r"(?:la )?pagina (?:richiesta )?non (?:è stata )?(?:trovata|esiste|disponibile)",
    r"(?:de )?pagina (?:is |werd |kon )?niet (?:gevonden|beschikbaar)(?: worden)?|pagina bestaat niet",
    r"(?:strona|strony|artykuł) (?:nie (?:została |istnieje|znaleziono)?(?:odnaleziona|znaleziona)?)|nie znaleziono (?:strony|artykułu)",
    r"stránka (?:nebyla |nebola )?(?:nalezena|nenalezena|nenájdená|neexistuje)|stránku (?:se )?nepodařilo najít",
    r"(?:запрашиваемая |такая )?(?:страница|статья) не (?:найдена|существует)|сторінк[ау] не (?:знайдено|існує)|страницата не (?:е намерена|съществува)",
    r"(?:aradığınız )?sayfa (?:bulunamadı|mevcut değil|yok)",
    r"sidan (?:kunde inte hittas|hittades inte|finns inte)|siden (?:blev ikke fundet|ble ikke funnet|findes ikke|finnes ikke|kunne ikke findes)|fant ikke siden",
    r"sivua ei (?:löydy|löytynyt|ole)|η σελίδα (?:που ζητήσατε )?δεν (?:βρέθηκε|υπάρχει)|(?:az )?oldal nem (?:található|létezik)",
    r"pagina (?:nu a fost găsită|nu există|negăsită)|stranica nije (?:pronađena|nađena)|strana nije pronađena",
    r"(?:الصفحة|المقال) (?:غير موجود(?:ة)?|لم يتم العثور عليها)|لم يتم العثور على الصفحة|(?:صفحه|برگه)(?:\u200cای که (?:به )?دنبال آن (?:بودید|هستید))? (?:مورد نظر )?(?:شما )?(?:یافت|پیدا) نشد",
    r"(?:ה?דף|ה?עמוד) (?:המבוקש )?(?:לא נמצא|אינו קיים)|(?:पृष्ठ|पेज) नहीं मिला|পৃষ্ঠাটি পাওয়া যায়নি",
    r"(?:ไม่พบ|หา)(?:หน้า|ข่าว|บทความ)(?:ที่(?:คุณ|ท่าน)(?:ต้องการ|ค้นหา))?(?:ไม่พบ)?|không tìm thấy (?:trang|bài viết)(?: yêu cầu)?|trang (?:này )?không tồn tại",
    r"halaman (?:yang anda cari )?(?:tidak (?:ditemukan|tersedia|dijumpai)|tidak wujud)",
    r"(?:抱歉\W*)?(?:您|你)?(?:访问|訪問|请求|查找|要找)?的?(?:页面|頁面|网页|網頁|文章|内容|內容)(?:不存在|已(?:被)?(?:删除|刪除)|未找到|找不到(?:了)?|無法找到)|找不到(?:该|該|此|您|指定)?的?(?:网页|頁面|页面|網頁|文章)",
    r"(?:お探しの|指定された)?(?:ページ|記事)(?:が|は)(?:見つかりません|存在しません|削除されました)(?:でした)?|(?:요청하신 |해당 )?(?:페이지|기사)를? ?(?:찾을 수 없|존재하지 않)[가-힣]*",
)
BROKEN = _any(
    r"unavailable (?:due to|for) legal reasons|(?:this |the |our )?(?:content|web ?site|site|page|article|service) is (?:currently )?(?:not available|unavailable) (?:in your (?:country|region|location|area)|to (?:visitors|users|readers) (?:from|in|outside) (?:the )?(?:european|eu\b|eea\b|your|some|certain)[^\n]{0,60}|in (?:most )?european countries)|(?:現在)?アクセスが(?:大変)?集中して(?:います|おり)[^\n]{0,40}",
    r"^\W*(?:error\W*|http\W*)?(?:40[03]|410|429|50[0-4]|52\d)\b|^404 not found$",  # as servers say it, no site around
    r"internal server error|bad gateway|gateway time-?out|service (?:temporarily )?unavailable|too many requests|server error|bad request",
    r"error establishing a database connection|database error|(?:an |unexpected |technical )*error (?:has )?occurred|something went wrong|we.?re having (?:technical )?(?:problems|difficulties|trouble)",
    r"(?:site|website|service|page)? ?(?:is )?(?:temporarily|currently) (?:unavailable|down|offline)|(?:down|closed|under) (?:for )?(?:scheduled )?maintenance",
    r"(?:ein )?(?:interner |technischer )?(?:server)?fehler (?:ist )?aufgetreten|wartungsarbeiten|vorübergehend nicht erreichbar",
    r"erreur (?:interne )?(?:du )?serveur|une erreur est survenue|service (?:temporairement )?indisponible|site en maintenance",
    r"error (?:interno )?del servidor|se ha producido un error|servicio no disponible|erro interno(?: do servidor)?|ocorreu um erro|serviço indisponível|errore (?:interno )?del server|si è verificato un errore",
    r"внутренняя ошибка сервера|ошибка сервера|произошла ошибка|сайт (?:временно )?недоступен|(?:(?:ведутся|проводятся|идут) (?:\w+ )?|(?<![»\w] ))технические работы|сервер недоступний",
    r"sunucu hatası|bir hata oluştu|błąd serwera|wystąpił błąd|chyba serveru|došlo k chybě|serverfout|er is (?:iets misgegaan|een fout opgetreden)|ett fel har (?:inträffat|uppstått)|der opstod en fejl|palvelinvirhe",
    r"خطأ في الخادم|حدث خطأ|شגיאת שרת|אירעה שגיאה|เกิดข้อผิดพลาด|ระบบขัดข้อง|ปิดปรับปรุง|đã xảy ra lỗi|lỗi máy chủ|terjadi kesalahan|sedang dalam pemeliharaan",
    r"服务器(?:内部)?错误|伺服器(?:內部)?錯誤|系统(?:繁忙|错误|维护)|系統(?:繁忙|錯誤|維護)|サーバーエラー|エラーが発生しました|メンテナンス中|서버 오류|오류가 발생했습니다|시스템 점검",
)
CODE = _any(  # of an error, as servers number them, in a line of its own
    r"^\W*(?:error|err|http|status|fehler|erreur|errore|ошибк\w+|помилк\w+|грешк\w+|hiba|chyb\w|błąd|błędu|fel|feil|fejl|virhe\w*|σφάλμα|eroare|greška|napaka|hata|خطأ|שגיאה|ข้อผิดพลาด|lỗi|kesalahan|错误|錯誤|エラー|오류)[ -]?(?:code|reference|ref|id|kod|kód|koodi|код|代码|代碼|コード|코드)?\W{0,4}(?:error |http )?(?:404|410|500|50[2-4])(?!\d)[\w ·:/#-]{0,30}$|^\W*(?:code|kod|kód|kode|código|codice|код|hibakód|felkod|feilkode|fejlkode|fehlercode|代码|コード|코드|mã)\W{1,3}50[0-4](?!\d)(?:\W+[\w-]+){0,3}\W*$",
)
BOT_WALL = _any(
    r"press (?:&|and|&amp;) hold to confirm you are (?:a )?human[^\n]{0,20}|please enable js and disable any ad ?blocker|(?:当前)?环境异常|(?:请)?(?:先)?完成(?:安全)?验证后?(?:即可|再|以)?(?:继续)?(?:访问|浏览)?|访问(?:过于|太)频繁|(?:拖动|滑动|滑動)(?:下方)?滑(?:块|塊)[^\n]{0,14}|人机(?:身份)?验证|アクセスが?(?:を)?制限(?:されて|して)(?:います|おります)|비정상적인 (?:접근|트래픽|접속)(?:이|으로|을) ?(?:감지|차단|판단|의심)[^\n]{0,14}|자동 ?입력 ?방지 ?문자[^\n]{0,20}",
    r"^\W*just a moment\W*$|attention required|access (?:to this page has been )?denied|access forbidden|^\W*forbidden\W*$|pardon our interruption|one more step|please wait while we (?:check|verify)",
    r"checking (?:your|if the site) (?:browser|connection)?.{0,40}|verify(?:ing)? (?:that )?you.{0,6} (?:are )?(?:a )?human|are you (?:a )?(?:robot|human)|(?:i.?m|prove you.?re) not a robot|human verification|security (?:check|verification)",
    r"ddos[- ]protection|unusual (?:traffic|activity)|you have been blocked|your (?:ip|request|access) (?:address )?(?:has been |was )?blocked|request (?:unsuccessful|blocked|rejected)|enable javascript and cookies to continue|complete the captcha|captcha",
    r"zugriff (?:verweigert|nicht erlaubt)|sind sie ein (?:mensch|roboter)|accès (?:refusé|interdit)|êtes-vous un (?:robot|humain)|acceso denegado|eres (?:un )?(?:robot|humano)|acesso negado|accesso negato|toegang geweigerd|odmowa dostępu",
    r"доступ (?:запрещ[её]н|ограничен)|провер(?:ка|яем)(?: ваш(?:его)?)? браузера?|(?:подтвердите|докажите), что вы не робот|вы не робот|erişim engellendi|robot olmadığınızı",
    r"تم رفض الوصول|التحقق من أنك لست روبوت|ปฏิเสธการเข้าถึง|ยืนยันว่าคุณไม่ใช่(?:หุ่นยนต์|โปรแกรม)|truy cập bị từ chối|xác minh bạn là con người|akses ditolak",
    r"访问(?:被拒绝|受限|过于频繁)|拒绝访问|存取被拒|安全验证|人机验证|请完成(?:安全)?验证|アクセスが拒否|ロボットではありません|접근이 거부|로봇이 아닙니다|자동등록방지",
)
LOG_IN = _any(
    r"(?:anmelden|einloggen|anmeldung) (?:oder|und|&|/) (?:registrier\w+|konto erstellen)|(?:se connecter|connexion|connectez-vous|identifiez-vous) (?:ou|et|/) (?:s.inscrire|inscription|inscrivez-vous|cré\w+ (?:un|votre) compte)|(?:inicia(?:r)? sesión|accede|ingresa) (?:o|y|u) (?:regístrate|registrarse|registro|crea(?:r)? (?:una |tu )?cuenta)|(?:accedi|login|entra) (?:o|e) (?:registrati|registrazione|crea un account)|(?:entr[ae]r?|inicie sessão|login) (?:ou|e) (?:cadastr\w+(?:-se)?|registe-se|registrar|criar conta)|(?:inloggen|log in) (?:of|en) (?:registreren|maak een account|account aanmaken)"
    r"|(?:zaloguj się|logowanie) (?:lub|i) (?:zarejestruj(?: się)?|rejestracja|załóż konto)|(?:přihlášení|přihlaste se) (?:nebo|a) (?:registrace|se (?:za)?registrujte)|(?:prihlásenie|prihláste sa) (?:alebo|a) (?:registrácia|sa zaregistrujte)|(?:войти|вход|войдите|авторизация) (?:или|и|/) (?:зарегистрир\w+|регистрация)|(?:увійти|вхід|увійдіть) (?:або|та|і|чи) (?:зареєстр\w+|реєстрація)|(?:üye girişi|giriş yap(?:ın)?)(?: (?:veya|ya da) (?:kayıt ol\w*|üye ol\w*|hesap oluştur\w*))?|logga in eller (?:skapa konto|registrera dig)|log ind eller opret \w+|logg inn eller (?:opprett \w+|registrer deg)|kirjaudu (?:sisään )?tai (?:rekisteröidy|luo tili)|σύνδεση ή εγγραφή|bejelentkezés vagy regisztráció|(?:autentificare|conectare) sau (?:înregistrare|creare cont)"
    r"|تسجيل الدخول (?:أو|او) (?:إنشاء حساب|التسجيل)|(?:כניסה|התחברות|התחברו) (?:או|ו)?\s?ה?(?:הרשמה|הירשמו|רשמו)|כניסה (?:ל(?:אתר|מנויים|חשבון|מערכת)|לקוראים)|ورود (?:یا|/|و) (?:ثبت\W?نام|عضویت)|(?:เข้าสู่ระบบ|ลงชื่อเข้าใช้)(?:หรือ| / )?(?:สมัครสมาชิก|ลงทะเบียน)|đăng nhập (?:hoặc|/) đăng ký|masuk (?:atau|/) daftar|log masuk atau daftar|(?:登录|登錄|登入)(?:或|/|、|・)?(?:注册|註冊|免费注册)|ログイン(?:・|/|または|または新規)(?:新規)?(?:会員)?登録|로그인(?: 또는 |/|·)회원 ?가입",
    r"(?:please )?(?:log|sign)[ -]?in(?: (?:or (?:register|sign up|create an account)|to (?:continue|read|your account|view).{0,40}))?|log ?on|(?:create|register)(?: for)? (?:a |an |your )?(?:free )?account|member login",
    r"(?:bitte )?(?:anmelden|einloggen|melden sie sich an)|anmeldung|(?:se )?connecter|connexion|connectez-vous|identifiez-vous|iniciar? sesión|acceder|inicia sesión|entrar|fazer login|acesse sua conta|accedi|effettua (?:il )?l.?accesso",
    r"inloggen|zaloguj się|logowanie|přihlášení|přihlaste se|(?:войти|вход)(?: на сайт)?|войдите(?:,? чтобы.{0,40})?|авторизация|увійти|giriş yap(?:ın)?|logga in|log ind|logg inn|kirjaudu(?: sisään)?|σύνδεση|bejelentkezés|autentificare",
    r"تسجيل الدخول|ورود|התחבר(?:ות)?|כניסה|लॉग ?इन|เข้าสู่ระบบ|ลงชื่อเข้าใช้|đăng nhập|masuk|log masuk|登录|登錄|登入|请(?:先)?登录|ログイン|로그인",
    r"logi(?:ge)? sisse(?:,? et .{0,40})?|sisselogimine|(?:ienākt|pieslēgties|autorizēties|pieslēdz(?:ies|ieties)|ienāc(?:iet)?)(?:,? lai .{0,40})?|prisijun(?:gti|kite|gimas)(?:,? (?:kad|jei) .{0,40})?|prihlás(?:te|iť) sa|prihlásenie|prijav(?:a|i se|ite se|i se|ljivanje)|пријав(?:а|и се|ите се)|најав(?:и се|ете се)|влезте|увайсці|уваход|innskráning|skráðu þig inn|inicia(?:r)? (?:la )?sessió|hasi saioa|saioa hasi|hyni?|kyçuni?|identifikohuni|daxil ol(?:un)?|kirish|кіру|кирүү|нэвтрэх|մուտք(?: գործել)?|შესვლა|لاگ ان(?: کریں)?|লগ ?ইন(?: করুন)?|உள்நுழைய?|లాగిన్|teken (?:in|aan)|meld aan|ingia",
)
CONSENT = _any_of_texts(
    r"cookie|consent|gdpr|dsgvo|privacy|personal data|informasjonskapsler|vafrakök|slapuk|sīkdat|sīkfail|küpsis|piškot|kolačić|бисквитк|колачић|galetes|tracking|datenschutz|einwilligung|zustimmung|werbetracking|confidentialité|consentement|données personnelles|privacidad|consentimiento|privacidade|consentimento|informativa|consenso",
    r"toestemming|prywatno|ciastecz[ek]|zgod[aęy] na|souhlas|soukromí|конфиденциальност|персональных данных|файлы куки|согласие|gizlilik|çerez|samtycke|kakor|samtykke|eväste|suostumus|απόρρητο|συγκατάθεση|adatvédel|sütik|confidențialitate|consimțământ|hozzájárulásá|saglasnost|pristank|съгласието",
    r"traceurs|ملفات تعريف الارتباط|الخصوصية|עוגיות|פרטיות|คุกกี้|ความเป็นส่วนตัว|quyền riêng tư|privasi|kuki|隐私|隱私|同意|クッキー|プライバシー|쿠키|개인정보",
)
PARTNERS = _any(  # what walls speak of besides; and so do the fairs that we read of
    r"(?:our|unsere[nr]?|nos|nuestros|nossos|nostri|onze|наши|våra|vores) (?:\d[\d.,]* )?(?:trusted )?(?:partner|partenaires|socios|parceiros|партн[её]р)|(?:geolocation|géolocalisation|geolocalización|geolocalização|geolocalizzazione|standortdaten|geolocatie)",
    r"(?:personali[sz]ed|targeted) (?:ads|advertising|content)|personalisierte (?:werbung|anzeigen|inhalte)|publicités? (?:personnalisée|ciblée)|(?:publicidad|anuncios|contenido) personalizad|(?:publicidade|anúncios) personalizad|(?:pubblicità|annunci) personalizzat|gepersonaliseerde advertenties|персонализированн",
)
DEVICE = _any(  # of the reader's, which walls write to
    r"\b(?:on|to|from) (?:your|a|the) device\b|\b(?:auf|an) einem (?:end)?gerät|\bsur un (?:appareil|terminal)|\b(?:en|num|em um|su|sul|a) (?:un |o |il )?dispositivo\b|\bop een (?:apparaat|toestel)|\bna (?:urządzeniu|zařízení|zariadení|uređaju|napravi)\b|\bpå en(?:he[td]\b| enhe[td]\b)|на (?:устройстве|пристрої)|\bbir cihaz|\blaitteel[lt][aei]|σε (?:μια )?συσκευή|\begy eszköz|\bpe un dispozitiv",
    r"\b(?:on|to) your device\b|\b(?:auf|an) (?:ihrem|deinem|ihr|dein) (?:end)?gerät|\bsur (?:votre|ton) (?:appareil|terminal)|\ben (?:su|tu) dispositivo|\bno (?:seu|teu) dispositivo|\bal teu dispositiu|\bsul (?:tuo|suo) dispositivo|\bop (?:je|uw|jouw) (?:apparaat|toestel)",
    r"\b(?:twoim|pa[ńn]stwa|swoim) urządzeniu|\b(?:vašem|vašom|tvém|tvojom) zařízení|\b(?:vašem|vašom) zariadení|на (?:вашем|вашому|вашето|твоём) (?:устройстве|пристрої|устройство)|\bcihazınız(?:da|a)\b|\b(?:på|i) (?:din|dina) (?:enhet|enheter|enhed)\b|\b(?:laitteell(?:a|e)si|päätelaitteell(?:a|e)si)\b|\b(?:på|til) (?:enheten|enheden) (?:din|di)\b",
    r"στη συσκευή σας|\baz (?:ön|te) eszköz|\beszközödön|\bpe dispozitivul (?:dvs|dumneavoastră|tău)|\bna (?:vašem|vašemu|tvom) (?:uređaju|napravi)|على جهازك|במכשיר שלך|روی دستگاه شما|trên thiết bị của bạn|di perangkat anda|pada peranti anda|อุปกรณ์ของคุณ|您的(?:设备|設備|裝置)|お使いの(?:端末|デバイス)|(?:귀하의|회원님의) 기기",
)
VENDORS = _any(  # whose number such a question tells
    r"partne[rř]|partener|vendor|third part|anbieter|dritt(?:anbieter|e\b|en\b)|fournisseur|partenaire|\btiers\b|proveedor|socios|tercer[oa]s|fornecedor|parceir|terceir|fornitor|terze parti|leverancier|derden|dostawc|dodavatel|dodávateľ|поставщик|партн[её]р|третьи|постачальник|ortak|tedarikçi|leverantör|leverandør|kumppan|toimittaj|προμηθευτ|συνεργάτ|szolgáltató|furnizor|terți|ponuđač|prodajal|شريك|شركا|מורד|ספק|שותפ|พันธมิตร|đối tác|mitra|vendor|合作伙伴|合作夥伴|供应商|供應商|第三方|パートナー|ベンダー|第三者|파트너|공급업체|제3자",
)
CHOICES = _any(  # what such a question offers beside: all of it, ads that fit, or none for money
    r"personvern|databeskyttelse|privatlivspolitik|tietosuoja|persónuvernd|поверителност|konfidencialitāt|privatumo|приватност|accept all|reject all|alle(?:s)? akzeptieren|(?:tout|tous) accepter|aceptar tod|accetta tutt|aceitar tud|alles accepteren|zaakceptuj wszystk|přijmout vš|prijať vš|принять все|прийняти все|tümünü kabul|godkänn all|acceptér all|godta all|hyväksy kaikki|αποδοχή όλων|összes elfogadása|acceptă toate|prihvati sve|全部接受|すべて(?:許可|同意)|모두 (?:동의|수락)|ยอมรับทั้งหมด|chấp nhận tất cả|terima semua|قبول الكل|אשר הכל"
    r"|(?:without|no) (?:ads|tracking|advertising)|ad-free|ohne (?:werbung|tracking)|sans (?:publicité|pub|pistage)|sin (?:publicidad|anuncios|rastreo)|senza (?:pubblicità|tracciamento)|sem (?:publicidade|anúncios)|zonder (?:advertenties|tracking|reclame)|bez (?:reklam|śledzenia)|bez (?:oglasa|reklama|praćenja|sledovania|sledování)|brez oglasov|без (?:рекламы|реклами|реклама|отслеживания)|reklamsız|ut[ae]n (?:annonser|reklam|sporing|spårning)|uden (?:annoncer|reklamer|sporing)|ilman (?:mainoksia|seurantaa)|χωρίς διαφημίσεις|reklám ?mentes|fără (?:reclame|publicitate|urmărire)|(?:mit|avec de la|avec|con|com|met|cu|med|with) (?:werbung|publicité|pubs?|publicidade?|anuncios|anúncios|pubblicità|advertenties|reclame|publicitate|annonser|annoncer|reklame?r?|ads|advertising)(?!\w)|(?:z|s) reklam(?:ami|ou)|(?:sa?|z) (?:oglas(?:ima|i)|reklamama)|с рекламой|з рекламою|с реклами|reklamlı|hirdetésekkel|με διαφημίσεις|mainosten kanssa|无广告|無廣告|広告なし|광고 없이"
    r"|(?:tilpass\w+|anpass\w+) (?:annons|annonc|reklam)|kohdenn\w+ main|spersonalizowan|personalizovan|kişiselleştirilmiş|εξατομικευμέν|személyre szabott|个性化广告|個人化廣告|パーソナライズ|맞춤(?:형)? 광고|quảng cáo (?:được )?cá nhân|iklan (?:yang )?dipersonalisasi|إعلانات مخصصة|pubblicità profilata|profilierung|profilage|(?:reclame|publicitate|conținut) (?:și conținut )?personalizat|(?:interes(?:ul)?|intérêt|interés|interesse|interes) (?:legitim|légitime|legítimo|legittimo)|berechtigt\w+ interesse|legitimate interest|oprávněn\w+ zájm|oprávnen\w+ záujm|uzasadnion\w+ interes|prawnie uzasadnion|jogos érdek|законн\w+ интерес|легитим\w+ интерес|έννομο συμφέρον|legitimn\w+ interes|zakonit\w+ interes|oikeutettu etu|oikeutetun edun|meşru menfaat|gerechtvaardigd belang|legitim(?:es|erad|t)? (?:interes|intresse|interesse)",
)
OURS = _any(  # beside a count of those who write there: "our 842 partners"; news count what others do
    r"(?<!\w)(?:our|we|unser\w{0,2}|wir|nos|nous|nuestr[oa]s|nosotros|noss[oa]s|nós|nostr[ie]|noi|onze|wij|нашим?и?|мы|наші|ми|нашите|nasi|naszy\w+|naši|našich|našimi|naše|våra|vores|våre|noștri|μας|εμείς)(?!\w)|els nostres",
    r"(?:ortak|ortağ|tedarikçi|iş ort)\w*[ıiuü]m[ıiuü]z|(?:partner|szolgáltató)\w*nk(?!\w)|(?:kumppan|toimittaj|yhteistyö)\w*mme(?!\w)|chúng tôi|(?<!\w)(?:kami|mitra|rakan)(?!\w)|เรา|พันธมิตร|พาร์ทเนอร์|我们|我們|合作(?:伙伴|夥伴)|当社|弊社|当サイト|パートナー|우리|당사|저희|파트너|نحن|شركا|אנחנו|אנו|שלנו|שותפ|شرکا|شریک",
)
SHELL = _any(
    r"(?:your|this) (?:web )?browser (?:is|seems|appears|version is)(?: to be)?(?: now| too| very)? (?:old|outdated|out of date|unsupported|no longer supported|not supported).{0,40}|(?:we|our site|this site)(?: no longer| do(?:es)? not| don.t| doesn.t) supports? (?:your|this|internet explorer|older|old).{0,60}|(?:please )?(?:update|upgrade) your browser.{0,60}",
    r"(?:ihr|dein|dieser) browser (?:ist|wird)(?: leider)? (?:veraltet|zu alt|nicht (?:mehr )?unterstützt).{0,40}|(?:votre|ce) navigateur (?:est (?:obsolète|trop ancien|dépassé)|n.est (?:plus|pas) (?:pris en charge|supporté|compatible)).{0,40}|(?:(?:tu|su|este) navegador (?:está obsoleto|es (?:muy|demasiado) antiguo|está desactualizado|no es compatible)|(?:o )?(?:seu|teu|este) (?:navegador|browser) (?:está desatualizado|é (?:muito|demasiado) antigo|não é (?:compatível|suportado))|(?:il )?(?:tuo|suo|questo) browser (?:è (?:obsoleto|troppo vecchio|non aggiornato)|non è (?:più )?(?:supportato|compatibile))).{0,40}",
    r"(?:(?:je|uw|deze) browser (?:is (?:te oud|verouderd)|wordt niet (?:meer |langer )?ondersteund)|(?:twoja|ta) przeglądarka (?:jest (?:przestarzała|nieaktualna|zbyt stara)|nie jest (?:już )?(?:obsługiwana|wspierana))|(?:váš|tento) prohlížeč (?:je (?:zastaralý|příliš starý)|není podporován\w*)|váš prehliadač (?:je (?:zastaraný|príliš starý)|nie je podporovaný)|(?:ваш|этот) браузер (?:устарел|не поддерживается|слишком стар\w*)|ваш браузер (?:застар\w+|не підтримується)|(?:браузърът ви|вашият браузър) (?:е (?:остарял|твърде стар)|не се поддържа)|(?:vaš|tvoj) (?:preglednik|pregledač|brskalnik) (?:je (?:zastar\w+|prestar)|nije podržan|ni podprt)).{0,40}",
    r"(?:(?:din|denne|den här) (?:webbläsare|nettleser|browser) (?:är|er) (?:för gammal|for gammel|föråldrad|forældet|utdatert)|(?:din|denne) (?:webbläsare|nettleser|browser) (?:stöds|støttes|understøttes) (?:inte|ikke)|selaimesi (?:on (?:vanhentunut|liian vanha)|ei ole (?:enää )?tuettu)|tarayıcınız (?:çok eski|güncel değil|desteklenmiyor)|ο (?:browser|περιηγητής|φυλλομετρητής) σας (?:είναι (?:παλιός|ξεπερασμένος)|δεν υποστηρίζεται)|(?:az ön |a )?böngészője? (?:elavult|túl régi|nem támogatott)|browser-ul (?:tău|dvs\.?|dumneavoastră) (?:este (?:învechit|prea vechi)|nu (?:mai )?este (?:suportat|acceptat))|jūsų naršyklė (?:pasenusi|nepalaikoma)|jūsu pārlūk\w+ (?:ir novecoj\w+|netiek atbalst\w+)|sinu brauser on (?:vananenud|liiga vana)).{0,40}",
    r"(?:متصفحك (?:قديم|غير مدعوم)|הדפדפן שלך (?:מיושן|ישן מדי|אינו נתמך|לא נתמך)|مرورگر شما (?:قدیمی است|پشتیبانی نمی)|आपका ब्राउज़र (?:पुराना|समर्थित नहीं)|(?:เบราว์เซอร์|บราวเซอร์)ของคุณ(?:เก่า|ล้าสมัย|ไม่รองรับ)|trình duyệt (?:của bạn )?(?:đã (?:cũ|lỗi thời)|quá cũ|không được hỗ trợ)|(?:browser|peramban|pelayar) anda (?:sudah |terlalu )?(?:usang|lama|lawas|kedaluwarsa|tidak didukung|tidak disokong)|(?:您|你)的(?:浏览器|瀏覽器)(?:版本)?(?:过低|過低|太旧|太舊|已过时|已過時|不支持|不支援|过旧|過舊)|(?:お使いの|ご利用の)ブラウザー?(?:は|の)?.{0,12}(?:サポート|対応し|古い|古く)\S{0,12}|(?:사용 ?중인 |이 )?브라우저(?:는|가)? ?(?:.{0,8})(?:오래|지원)\S{0,8}).{0,30}",
    r"(?:you need to |please |must )?(?:enable|turn on|activate) javascript.{0,60}|javascript (?:is|must be|needs to be|seems to be|appears to be) (?:disabled|enabled|required|turned off).{0,60}|(?:requires|without|doesn.t work (?:properly )?without) javascript.{0,40}",
    r"javascript (?:aktivieren|ist deaktiviert|muss aktiviert).{0,40}|(?:aktivieren sie|bitte) javascript.{0,30}|activ(?:er|ez) javascript.{0,40}|javascript (?:est )?désactivé.{0,30}|(?:active|habilite|ative|attiva(?:re)?|abilita(?:re)?|activar|habilitar) (?:el |o )?javascript.{0,40}",
    r"(?:du (?:skal|må|måste|behöver) )?(?:slå|sätt på|skru på|slå på|aktivér|aktiver|aktivera) javascript(?: til| på)?.{0,40}|(?:ota )?javascript (?:käyttöön|on poistettu käytöstä|er (?:slået|slått) fra).{0,30}|(?:povolte|zapnite|uključite|omogućite|omogočite|vklopite) javascript.{0,40}|javascript.{0,2} (?:engedélyez|bekapcsol)\w*.{0,30}|(?:engedélyezze|kapcsolja be) a javascript.{0,30}|(?:activați|porniți) javascript.{0,40}|(?:ενεργοποιήστε|ενεργοποίηση) (?:τη |την |το )?javascript.{0,40}|(?:включете|разрешете) javascript.{0,40}|(?:įjunkite|ieslēdziet|lülitage sisse|kveikja á) javascript.{0,40}|(?:فعّ?ل|تفعيل|يرجى تمكين|تمكين) (?:جافا ?سكريبت|javascript).{0,40}|(?:הפעל|יש להפעיל|אפשר) javascript.{0,40}|जावास्क्रिप्ट.{0,20}सक्षम.{0,20}|javascript (?:सक्षम|را فعال|সক্রিয়).{0,20}",
    r"(?:включите|включить|увімкніть) javascript.{0,40}|javascript.{0,3}(?:ı|'i)? etkinleştir.{0,20}|włącz javascript.{0,30}|zapněte javascript|schakel javascript in|aktivera javascript|(?:启用|啟用|开启|開啟) ?javascript.{0,20}|javascriptを有効に.{0,20}|자바스크립트.{0,20}|เปิดใช้งาน ?javascript.{0,20}|(?:bật|aktifkan) javascript.{0,20}",
    r"^\W*(?:loading|chargement|cargando|carregando|caricamento|wird geladen|загрузка|yükleniyor)\b.{0,40}\b(?:(?:please )?wait|moment|instant|momento|attimo|warten|patientez|attendere|подождите|aguarde|espere|bekleyin)\b.{0,20}|(?:正在加载|正在載入|加载中|載入中).{0,12}",
    r"^\W*loading\W*$|^\W*(?:wird geladen|chargement|cargando|carregando|caricamento|загрузка|yükleniyor|加载中|載入中|読み込み中|로딩 ?중|กำลังโหลด|đang tải|memuat|جار التحميل)\W*$",
)
SUBSCRIBE = _any_of_lines(
    r"(?:subscribe|sign (?:up|in)|log ?in|register|become a (?:member|subscriber)|create (?:a |an )?(?:free )?account)\b.{0,60}\b(?:to|and|for) (?:continue|keep|read|unlock|access|get (?:full|unlimited)|view|see|finish|enjoy|full|unlimited|the full)",
    r"(?:to|want to) (?:continue|keep|finish|go on) reading|(?:continue|keep) reading (?:this|the|with|for)|(?:unlock|access) (?:the )?(?:full|rest of (?:the|this)) (?:article|story|text)|unlock (?:this|the|our|more|all)(?: \w+)? (?:article|story|stories|articles|content)(?: with .{2,30})?|(?:this|the) (?:article|story|content|post) is (?:only |exclusively |reserved )*(?:for|available to) (?:\w+ )?(?:subscribers|members|paying)|(?:already|not) (?:a |yet a )?(?:subscriber|member)|(?:premium|subscriber|member)s?[ -](?:only|exclusive|content)|you have (?:reached|used|read) .{0,40}(?:free )?articles|\d+ ?% of (?:this|the) article (?:remains|is left)",
    r"weiterlesen (?:mit|für|und|im)|jetzt (?:weiterlesen|abonnieren|testen|freischalten)|(?:um|diesen|den ganzen|den vollständigen) (?:weiterzulesen|artikel (?:weiter)?zu lesen|artikel (?:weiter)?lesen|artikel freischalten)|(?:nur|exklusiv) für (?:abonnenten|mitglieder)|bereits (?:abonnent|registriert|digitalabonnent)|lesen sie (?:den ganzen|diesen) artikel mit",
    r"(?:article|contenu|cet article est) réservé (?:à nos |aux |à )?abonn|il vous reste .{0,20}(?:de cet article )?à (?:lire|découvrir)|(?:la suite|pour lire la suite)(?: de cet article)?(?: est)? (?:réservée?|abonnez|de cet article)|abonnez-vous (?:pour|dès|à partir)|déjà abonné|(?:vous avez )?envie de lire la suite|débloquez (?:tous )?(?:les|nos|cet|l.intégralité de cet) articles?|pour (?:lire|accéder à) (?:la suite|l.intégralité|cet article)",
    r"(?:suscríbete|suscribirse|regístrate|inicia sesión) (?:para|y) (?:seguir|continuar|leer|acceder)|(?:contenido|artículo) (?:exclusivo|solo) para suscriptores|para (?:seguir|continuar) leyendo|¿?ya eres suscriptor|(?:assine|cadastre-se) (?:para|e) (?:continuar|ler|ter acesso)|(?:conteúdo )?exclusivo para assinantes|já é assinante|para continuar (?:a ler|lendo)",
    r"(?:abbonati|registrati|accedi) (?:per|e) (?:continuare|leggere|proseguire)|(?:contenuto|articolo) riservato agli abbonati|per continuare a leggere|sei già abbonato|(?:word|neem een) abonne.{0,40}|(?:verder|lees) (?:lezen|verder)(?: met)?.{0,20}abonn|alleen voor abonnees|al abonnee",
    r"(?:czytaj dalej|wykup|kup) (?:z )?(?:dostęp|subskrypcj|prenumerat).{0,30}|(?:treść|artykuł) (?:tylko )?dla (?:prenumerator|subskrybent|abonent)|pozostało .{0,12}% (?:tekstu|artykułu)|(?:obsah|článek|článok) (?:je )?(?:pouze |len |jen )?(?:pro|pre) předplatitel|předplaťte si|předplatné",
    r"(?:оформите|купите) подписку.{0,60}|(?:материал|статья|текст) (?:доступен|доступна)?,? ?(?:только )?(?:для |по )?подпис(?:чик|к)|чтобы (?:читать дальше|продолжить чтение|прочитать)|уже подписаны|(?:devamını okumak|okumaya devam etmek) için|abone olun|(?:читайте|матеріал) .{0,30}передплат",
    r"(?:artikeln|artiklen|artikkelen|innehållet|innholdet|indholdet|saken) (?:är|er) (?:bara |kun |endast |enbart |låst )?f[öo]r (?:våra |våre |vores )?(?:prenumeranter|abonnenter)|(?:läs vidare|logga in|bli prenumerant|bli abonnent|les videre|læs videre|få adgang).{0,40}|for abonnenter|(?:lue lisää|tilaa) .{0,30}(?:tilaaj|lukea)|vain tilaajille|tilaajille",
    r"(?:μόνο για συνδρομητές|συνδρομητ)|csak előfizetők|előfizet.{0,30}(?:olvas|folytat)|(?:abonează-te|doar pentru abonați).{0,30}|(?:للمشتركين فقط|اشترك (?:لقراءة|للمتابعة)|لمتابعة القراءة)|(?:למנויים בלבד|להמשך קריאה|(?:כדי|על מנת) להמשיך (?:לקרוא|בקריאה))",
    r"(?:เฉพาะสมาชิก|สมัครสมาชิกเพื่อ|อ่านต่อ(?:สำหรับ)?สมาชิก)|(?:đăng ký|đăng nhập) (?:để|đọc) (?:đọc|tiếp|toàn)|dành (?:riêng )?cho (?:hội viên|thành viên|độc giả trả phí)|(?:berlangganan|langganan) (?:untuk|dan) (?:membaca|lanjut)|khusus pelanggan",
    r"(?:订阅|訂閱|登录|登入|加入会员|加入會員|成为会员|成為會員|付费|付費)(?:后|後|以|即可|才能)?.{0,12}(?:阅读|閱讀|全文|查看|继续|繼續)|(?:会员|會員|订户|訂戶)(?:专享|專享|限定|专属|專屬|才能)|(?:仅|僅|只)(?:对|對|限|向)?.{0,10}(?:会员|會員|订户|訂戶|订阅用户).{0,4}(?:开放|開放|阅读|閱讀)(?:.{0,3}请.{0,10}(?:阅读|閱讀|查看))?|剩余.{0,6}%|本文(?:为|為).{0,6}(?:付费|付費|会员|會員)|解锁全文|解鎖全文",
    r"(?:この(?:記事|先)は|続きを読むには|有料)(?:会員|登録|購読|記事)?.{0,12}(?:会員|限定|登録|購読|ログイン|有料)|残り[\d\s,０-９]+(?:文字|字)|会員限定|(?:유료|구독자|회원|멤버십) ?(?:전용|회원)|(?:구독|로그인)(?:하고|하시면|후) .{0,12}(?:읽|보|이용)|이어서 읽",
)


def says(pattern: re.Pattern[str], lines: Iterable[str | None]) -> str | None:
    """The first line that says what `pattern` stands for: the phrase makes up most of one of its parts."""
    return next(
        (line for line in lines if line and len(line) <= MAX_LINE and _is_said(pattern, line.lower())), None
    )


def makes_up(pattern: re.Pattern[str], line: str) -> bool:
    """Whether the phrase makes up most of all that a line says."""
    return len(line) <= MAX_LINE and _share(pattern, line.lower()) >= SHARE


def holds(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text holds one of the phrases at all."""
    return pattern.search(text.lower()) is not None


def _is_said(pattern: re.Pattern[str], line: str) -> bool:
    if pattern.search(line) is None:
        return False
    return any(_share(pattern, part) >= SHARE for part in (line, *_PART.split(line)))


def _share(pattern: re.Pattern[str], part: str) -> float:
    said = "".join(match[0] for match in pattern.finditer(part))
    return len(_LETTER.findall(said)) / (len(_LETTER.findall(part)) or 1)


# A line that is nothing but a heading of readers' comments. With a number beside it the words may be those of one comment,
# of opinions and reactions too, which alone are the heading of a paragraph; none is counted where there are none.
_ONE_OR_MANY = (
    r"comments?(?:\(s\))?|kommentare?|commentaires?|comentarios?|comentários?|commenti|commento|comentari(?:i|u)?|opinie|opinii"
    r"|комментари(?:й|я|ев|и)|коментар(?:і|ів|и|а)?|каментары|komentarz[ey]?|komentář[eů]?|komentár(?:e|ov)|komentar(?:i|a|ji|jev)?|kommentar(?:er)?"
    r"|kommentaari[dt]?|kommentit?|kommenttia|komentara[is]|komentāri|reacties?|r[ée]actions?|reaktionen|hozzászólás(?:ok)?|σχόλι(?:α|ο)"
    r"|yorum(?:lar)?|تعليق(?:ات)?|نظر(?:ات)?|תגובות|टिप्पणियाँ|(?:টি )?মন্তব্য|评论|評論|留言|條評論|条评论|(?:件の)?コメント|댓글|ความคิดเห็น|bình luận|komentar"
)
_MANY = (
    r"(?:reader |user |your |all )?comments|kommentare|leserkommentare|commentaires|comentarios|comentários|commenti|comentarii"
    r"|комментарии|коментарі|коментари|каментары|komentarze|komentáře|komentáre|komentari|komentarji|kommentarer|kommentaarid|kommentit"
    r"|komentarai|komentāri|hozzászólások|σχόλια|yorumlar|التعليقات|تعليقات|نظرات|תגובות|टिप्पणियाँ|মন্তব্য|网友评论|網友評論|读者评论|最新评论"
    r"|コメント一覧|댓글|ความคิดเห็น|bình luận|تبصرے|கருத்துகள்|వ్యాఖ్యలు|അഭിപ്രായങ്ങൾ|ટિપ્પણીઓ|प्रतिक्रिया(?:एँ|एं)?|კომენტარები|մեկնաբանություններ|şərhlər|izohlar|пікірлер|comentaris|iruzkinak|komentet?|athugasemdir|ummæli|maoni|mga komento|አስተያየቶች|មតិយោបល់"
    r"|leserkommentare|leser(?:meinungen|reaktionen)|commentaires des lecteurs|komentet e lexuesve|athugasemdir lesenda|skaitytojų komentarai|lasītāju komentāri|lugejate kommentaarid|oxucu şərhləri|уншигчдын сэтгэгдэл|ընթերցողների մեկնաբանություններ|пікірлер тізімі|comentarios de (?:los |nuestros )?lectores|comentários dos leitores|commenti dei lettori|reacties van lezers|komentarze (?:czytelników|internautów)|komentáře čtenářů|komentáre čitateľov|комментарии (?:читателей|пользователей)|коментарі читачів|коментари на читателите|komentari (?:čitalaca|čitatelja|posjetilaca)|коментари читалаца|komentarji bralcev|läsarkommentarer|lesernes kommentarer|læsernes kommentarer|lukijoiden kommentit|σχόλια αναγνωστών|olvasói (?:hozzászólások|vélemények)|comentariile cititorilor|okur yorumları"
    r"|コメンテーターコメント|みんなのコメント|多様な観点からニュースを考える|エキスパート(?:の)?コメント|オーサーコメント|네티즌 (?:의견|댓글)|(?:실시간 )?베스트 댓글"
    r"|تعليقات القراء|תגובות (?:ה)?גולשים|نظرات (?:کاربران|خوانندگان)|पाठकों की (?:राय|टिप्पणियाँ)|পাঠকের মন্তব্য|読者の(?:コメント|声)|독자 (?:의견|댓글)|ความคิดเห็นจากผู้อ่าน|bình luận (?:của )?(?:bạn đọc|độc giả)|ý kiến bạn đọc|komentar pembaca"
)
_TALK = (  # what a paper asks of its readers above their comments
    r"comments? ?[:–—-] ?(?:our rules|guidelines|policy|terms)|comment(?:s|ing)? (?:rules|policy|guidelines)|join the (?:conversation|discussion|debate)|have your say|(?:leave|post|add|write) a (?:comment|reply)"
    r"|(?:diskutieren sie|reden sie|diskutiere) mit|(?:schreiben sie|hinterlasse|schreib) (?:einen|ihren) kommentar|participe[rz] à la (?:discussion|conversation)|laisse[rz] un commentaire|vos (?:réactions|commentaires)|dej(?:a|á|e|en) (?:un|tu|su) comentario|únete a la conversación|deixe (?:um|o seu|seu) comentário"
    r"|lascia un commento|plaats een reactie|praat mee|dodaj komentarz|skomentuj|přidat komentář|оставить комментарий|залишити коментар|yorum yap(?:ın)?|skriv en kommentar|发表评论|發表評論|コメントを(?:書く|残す|投稿)|댓글 (?:쓰기|작성|달기)|bình luận của bạn|tulis komentar|beri komentar|แสดงความคิดเห็น|أضف تعليق(?:ا|اً)?|اترك تعليقا?ً?|ارسال نظر|نظر (?:شما|خود را بنویسید)|دیدگاه شما|votre commentaire|(?:tu|su|vuestro) comentario|seu comentário|il tuo commento|(?:uw|je) reactie|twój komentarz|váš komentář|ваш комментарий|ваш(?:ият)? коментар|yorumunuz|komentar anda|ý kiến của bạn|(?:您|你)的(?:评论|評論|留言)|ความคิดเห็นของคุณ|رأيك(?: يهمنا)?|شارك(?:نا)? (?:ب)?رأيك|آپ کی رائے|आपकी (?:राय|टिप्पणी)|আপনার (?:মতামত|মন্তব্য)|הוספת תגובה|сэтгэгдэл (?:бичих|үлдээх)|प्रतिक्रिया दिनुहोस्|মন্তব্য করুন|टिप्पणी (?:करें|लिखें)|jäta kommentaar|lisa kommentaar|kirjoita kommentti|skriv kommentar|scrie un comentariu|lasă un comentariu|napiši komentar|komentariši|написати коментар|напиши(?:те)? коментар|γράψτε (?:ένα )?σχόλιο|szólj hozzá|komentuoti|pievienot komentāru|lini një koment|shkruaj një koment|toa maoni|rašyti komentarą|პასუხის დატოვება|մեկնաբանել|تبصرہ کریں"
)
COMMENTS = OF_LINES.rarely(
    rf"\W*(?:(?:[1-9]\d*\s?(?:{_ONE_OR_MANY})|(?:{_ONE_OR_MANY}|{_MANY})\s?[(:\[|]?\s?[1-9]\d*)|(?:{_MANY})|{_TALK}|(?:the )?(?:conversation|diskussion|debatt)\s?\([1-9]\d*\))\W*"
)
# may as well head a part of a text, or stand in a box inside it
ASKS_TO_TALK = OF_LINES.rarely(rf"\W*(?:{_TALK})\W*")
