"""The words of lines that say that the text goes on behind a picture or an advertisement, offers it as sound, or is one of
several ways to share it: "Weiterlesen nach der Anzeige", "Ascultă articolul 3:12", "Share by LinkedIn".

Each is all of its line, and names what it goes on behind: of a talk that goes on after the summer news tell.
"""

from __future__ import annotations

_GERMAN = r"(?:werbung|anzeige|werbeunterbrechung|videos?|galerie|bilder(?:galerie|strecke)|fotos?|fotostrecke|bild|grafik|karte|tweet|post|umfrage|infobox)"
_DUTCH = r"(?:foto\S*|video\S*|advertentie|afbeelding\S*|tweet|kaart|grafiek|reclame)"
_FRENCH = r"(?:publicités?|pub|vidéos?|photos?|images?|annonces?|infographie)"
_SPANISH = r"(?:publicidad|anuncio|v[ií]deo|imagen|foto(?:graf[ií]a)?|galer[ií]a|infograf[ií]a)"
_PORTUGUESE = r"(?:publicidade|anúncio|vídeo|imagem|foto|galeria|infográfico)"
_ITALIAN = r"(?:pubblicità|video|foto|immagine|annuncio|gallery|galleria|infografica)"
_POLISH = r"(?:materiał\w+ (?:wideo|filmow\w+)|wideo|film\w*|galeri\w+|zdjęci\w+|reklam\w+|grafik\w+|ramk\w+|infografik\w+)"
_CZECH = r"(?:videem|videom|reklamou|fotk\w+|fotogaleri\w+|galeri\w+|obrázk\w+|grafik\w+|reklamě|reklame|inzer\w+|ankets?\w+)"
_HUNGARIAN = r"(?:hirdetés|reklám|videó|kép|galéria|fotó|ajánló)"
_NORDIC = r"(?:annon[sc]en?|bild(?:en|et)?|billedet|billeder(?:ne)?|bildene?|video(?:e?n|klipp\w*)?|reklamen?|grafi(?:ken|kken)|kart(?:et|an)?|faktaboksen)"
_FINNISH = r"(?:mainoksen|kuvan|videon|grafiikan|kartan|upotuksen|gallerian)"
_SLAVIC = (
    r"(?:oglas\w*|reklam\w+|vide\w+|slik\w+|fotografij\w+|galerij\w+|огласа|реклам\w+|видеа|слик\w+|видео\w*)"
)
_RUSSIAN = r"(?:реклам[ыіи]|рекламой|рекламою|видео|відео|фото)"
_GREEK = r"(?:τη διαφήμιση|τις διαφημίσεις|το βίντεο|τη φωτογραφία|το ρεπορτάζ)"

_GOES_ON = (  # in lower case, a whole line
    rf"\W*(?:(?:weiterlesen|weiter(?: geht['’]?s)?|lesen sie weiter|(?:hier )?geht['’]?\s?e?s weiter|(?:der )?(?:artikel|text|beitrag|das interview) (?:wird|geht)) (?:nach|unter|hinter) (?:de[rm]|diese[rm]) {_GERMAN}(?: (?:weiter|fortgesetzt))?|(?:nach|unter) de[rm] {_GERMAN} geht['’]?\s?e?s weiter"
    rf"|(?:(?:(?:het|dit) )?(?:artikel|verhaal|bericht|interview|(?:de )?tekst)|lees) (?:(?:gaat|loopt) )?(?:verder|door) (?:onder|na) (?:(?:de|het|deze|dit) )?{_DUTCH}"
    rf"|(?:la |lire la )?suite (?:de (?:l['’]article|votre (?:article|contenu|lecture)|cet article) )?(?:après|sous) (?:cette|la|ces|les|le|l['’]) ?{_FRENCH}|l['’]article (?:continue|se poursuit) (?:après|sous) (?:cette|la|ces|les|l['’]) ?{_FRENCH}"
    rf"|(?:(?:la|el|est[ae]) (?:nota|noticia|artículo|texto|historia|información) )?(?:sigue|siga|seguí|continúa|continúe|continuar?|seguir)(?: (?:leyendo|la lectura))? (?:después|debajo|abajo|tras|luego)(?: del?)? ?(?:la |el |est[ae] )?{_SPANISH}"
    rf"|(?:(?:a|o|est[ae]) (?:matéria|notícia|reportagem|texto|artigo) )?(?:continua|segue|continue lendo)(?: a ler)? (?:após|depois|abaixo)(?: d[aoe])? ?(?:a |o )?{_PORTUGUESE}"
    rf"|(?:(?:l['’]articolo|il testo|la notizia|la lettura) )?(?:continua|prosegue)(?: a leggere| la lettura)? (?:dopo|sotto) (?:la |il |l['’]|le |questo |questa |i )?{_ITALIAN}"
    rf"|(?:(?:ciąg dalszy|dalszy ciąg|dalsza część|reszta|kontynuacja)(?: (?:artykułu|tekstu|materiału|rozmowy|wywiadu|wiadomości))?|(?:artykuł|tekst))(?: (?:znajduje się|jest dostępn\w+|kontynuujemy|dalej))? (?:pod|za|po) {_POLISH}"
    rf"|(?:článek|článok|text|rozhovor|zpráva|správa) pokračuje(?: (?:dál|ďalej|dále))? (?:pod|za|po) {_CZECH}|(?:pokračování|pokračovanie) (?:článku|textu|rozhovoru)? ?(?:pod|po|za) {_CZECH}|(?:(?:az? )?(?:cikk(?:ünk)?|írás|interjú) )?(?:az? )?{_HUNGARIAN} (?:után|alatt) (?:folytatódik|folytatjuk)(?: a cikk)?|folytatás az? {_HUNGARIAN} (?:után|alatt)"
    rf"|(?:artikeln|texten|intervjun|artikkelen|saken|teksten|intervjuet|artiklen|historien) (?:fortsätter|fortsetter|fortsætter) (?:efter|etter|under|nedanför) {_NORDIC}|(?:juttu|artikkeli|teksti|haastattelu) jatkuu {_FINNISH} (?:jälkeen|alla|alapuolella)"
    rf"|(?:članak|tekst|vijest|vest|priča|intervju|članek|besedilo|zgodba|prispevek) se (?:nastavlja|nadaljuje) (?:ispod|nakon|poslije|posle|pod|po) {_SLAVIC}|nastavak (?:članka|teksta|vijesti|vesti|priče) (?:ispod|nakon|poslije|posle) {_SLAVIC}|(?:чланак|текст|вест|прича) се наставља (?:испод|након|после) {_SLAVIC}|(?:статията|текстът|новината) продължава (?:под|след) {_SLAVIC}\w*|(?:статијата|текстот) продолжува (?:под|по) {_SLAVIC}\w*"
    rf"|(?:продолжение(?: (?:статьи|текста|материала|новости))?|(?:статья|текст|материал) продолжается|продовження(?: (?:статті|тексту|матеріалу|новини))?|(?:стаття|текст) продовжується) (?:после|під|після|под|за) {_RUSSIAN}|(?:η |το )?(?:συνέχεια(?: του άρθρου)?|άρθρο συνεχίζ\w+|κείμενο συνεχίζ\w+) (?:μετά|κάτω) (?:από )?{_GREEK}"
    r"|(?:articolul|știrea|textul) continuă (?:după|sub) (?:reclamă|publicitate|video|foto|galerie)|continuarea (?:articolului|știrii) (?:după|sub) (?:reclamă|publicitate|video|foto|galerie)|(?:haberin|yazının|makalenin|içeriğin) devamı (?:reklamdan|videodan|görselin) (?:sonra|altında)|(?:l['’]article|la notícia) continua (?:després|a sota|sota) (?:de )?(?:la |el )?(?:publicitat|anunci|vídeo)"
    r"|(?:artikkel|lugu|tekst) jätkub (?:pärast reklaami|reklaami järel|pildi all|video all)|straipsnio tęsinys\W{0,3}(?:po|žemiau) reklam\w+|(?:raksta turpinājums|raksts turpinās) (?:pēc reklāmas|zem \w+)|(?:artikulli|lajmi) vazhdon (?:pas reklamës|poshtë \w+)"
    r"|(?:يستمر|يتواصل|تتمة|بقية|تابع) (?:المقال|الخبر|القراءة|النص) (?:بعد|أسفل|تحت) (?:هذا )?(?:الإعلان|الفيديو|الصورة)|(?:הכתבה|המאמר|הידיעה) (?:ממשיכה|ממשיך|נמשכת|נמשך) (?:אחרי|לאחר|מתחת) ?(?:לפרסומת|הפרסומת|לסרטון|הסרטון|לתמונה)|ادامه (?:مطلب|خبر|متن) (?:پس از|بعد از|زیر) (?:تبلیغ\w*|ویدئو|ویدیو|تصویر)|(?:खबर|ख़बर|आर्टिकल|लेख) विज्ञापन के बाद जारी(?: है| रहेगी)?|विज्ञापन के बाद (?:खबर |ख़बर |आर्टिकल )?जारी(?: है)?"
    r"|(?:artikel|berita) (?:berlanjut|dilanjutkan|bersambung) (?:setelah|selepas|di bawah) (?:iklan|video)(?: ini)?|lanjut(?:kan)? (?:membaca|baca) (?:setelah|usai) iklan|(?:nội dung|bài viết|tin) tiếp tục (?:sau|dưới) (?:quảng cáo|video)|(?:เนื้อหา|ข่าว|อ่าน)ต่อ(?:หลัง|ใต้)(?:โฆษณา|วิดีโอ|ภาพ)"
    r"|(?:广告|廣告)(?:后|後|下方)?[,，\s]*(?:文章|内容|內容|新闻|新聞|报道|報導)?(?:继续|繼續|請繼續閱讀|请继续阅读)\S{0,6}|(?:文章|内容|內容|新闻|新聞|报道|報導)(?:在)?(?:广告|廣告|影片|视频|視頻|圖片|图片)(?:后|後|下方|之后|之後)(?:继续|繼續)|(?:この)?(?:記事|本文)は(?:広告|動画|写真|画像)の(?:あと|後|下)(?:に|へ|で)?続きます|(?:広告|動画)の(?:あと|後|下)に(?:記事|本文)?(?:が|は)?続きます|기사(?:는|가)? (?:광고|영상|사진) (?:아래|뒤)(?:로|에서|에)? (?:계속|이어)\S{0,6}"
    r"|(?:the |this )?(?:article|story|text|interview) (?:continues|resumes|goes on) (?:below|after|beneath|under) (?:the |this )?(?:video|photo|picture|image|gallery|graphic|chart|map|ad|advert\w*)|(?:continue|keep) reading (?:below|after) (?:the |this )?(?:video|photo|gallery|ad|advert\w*)|scroll (?:down|below) (?:for|to (?:see|watch)) (?:the |more )?(?:videos?|photos?|pictures|gallery))\W*"
)
_LISTEN = (  # in lower case; how long it is may follow
    r"\W*(?:ascult[ăa](?:ți)? (?:articolul|știrea|materialul)|(?:poslechn(?:out|ěte si|i si)|poslouchat|přehrát) (?:si )?(?:tento )?(?:článek|text|rozhovor)|(?:vypoču(?:ť|jte si)|počúvať) (?:si )?(?:tento )?(?:článok|text|rozhovor)|(?:a |ez a )?cikk meghallgatása|hallgas(?:sa|d) meg a cikket|(?:про|по)?слухати (?:статтю|новину|матеріал|текст)|(?:чуй|чуйте|слушай|слушайте|прослушай\w*) (?:статията|новината)"
    r"|ακο(?:ύσ(?:τε|ε)|ύστε) (?:το άρθρο|την είδηση)|(?:poslušaj(?:te)?|slušaj(?:te)?) (?:članak|vijest|vest|tekst|članek|prispevek)|послушај(?:те)? (?:чланак|вест|текст)|kuuntele (?:artikkeli|juttu|haastattelu)|(?:lyt til|hør) (?:artiklen|historien|interviewet)|(?:lytt til|hør) (?:artikkelen|saken|intervjuet)|kuula (?:artiklit|lugu)|klaus(?:ies|īties) (?:rakstu|ziņu)|(?:klausyti|klausykite) straipsnio|escolta (?:l['’]article|la notícia)|entzun (?:artikulua|albistea)"
    r"|(?:xəbəri|məqaləni) dinlə\w*|(?:maqolani|xabarni) tingla\w*|(?:мақаланы|жаңалықты) тыңда\w*|(?:للاستماع|استمع|استمعوا) (?:إلى |ل)(?:هذا |هذه )?(?:المقالة?|الخبر|التقرير|المادة)|(?:האזינו|להאזנה|האזנה) לכתבה|(?:شنیدن|گوش دادن به) (?:این )?(?:خبر|مطلب|مقاله)|(?:यह |ये |इस )?(?:खबर|ख़बर|आर्टिकल|लेख|न्यूज़)(?: को)? सुनें|খবরটি শুনুন|dengar (?:artikel|berita) ini|sikiliza (?:makala|habari) hii"
    r"|(?:voice|audio) (?:version )?of (?:this |the )?(?:article|story)|listen to (?:article|story|news))(?:\s*[(（\[|·•:：–—,-]?\s*(?:\d{1,2}[:.]\d\d(?:\s?(?:min\w*|/\s?\d{1,2}[:.]\d\d))?|\d{1,2}\s?(?:min\w*|m|s|мин\w*|хв\w*|λεπτά|perc|دقائق|دقيقة|דקות))?)?\W*"
)
_SERVICE = r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|e-?mail|email|mail|pinterest|reddit|xing|viber|line|messenger|threads|bluesky|vk|вконтакте|однокласник\w*|одноклассник\w*|телеграм\w*|фейсбук\w*|вотсап\w*|微信|微博|qq|facebook['’]ta|twitter['’]da|x['’]te|whatsapp['’]ta|linkedin['’]de|فيسبوك|تويتر|واتساب|إكس|تلغرام|लिंक्डइन|फेसबुक|व्हाट्सऐप|페이스북|카카오톡|트위터|フェイスブック|ツイッター|פייסבוק|טוויטר|וואטסאפ)"
_SHARE = (  # in lower case
    rf"\W*(?:(?:share|post|tweet|send)(?: (?:this|it|article|story))? (?:on|via|by|to|with|through|over) {_SERVICE}|(?:auf|per|via|über|bei) {_SERVICE} (?:teilen|senden|posten|versenden)|(?:teilen|posten|senden) (?:auf|per|via|über|bei) {_SERVICE}|(?:partager|envoyer) (?:sur|par|via) {_SERVICE}|(?:compartir|enviar|publicar) (?:en|por|v[ií]a) {_SERVICE}|(?:compartilhar|compartilhe|partilhar|enviar) (?:no|na|por|via|em|pelo) {_SERVICE}|condividi (?:su|via|con|per) {_SERVICE}"
    rf"|(?:delen|deel) (?:op|via|per|met) {_SERVICE}|(?:udostępnij|wyślij) (?:na|przez|w) {_SERVICE}\w*|(?:sdílet|zdieľať|poslat) (?:na|přes|cez) {_SERVICE}\w*|(?:поделиться|отправить|поширити|поділитися|надіслати|сподели|подели) (?:в|у|на|через|по|во) {_SERVICE}|{_SERVICE} (?:paylaş|gönder)|(?:dela|del|jaa) (?:på|via|med) {_SERVICE}\w*|jaa {_SERVICE}\w*|(?:κοινοποίηση|μοιραστείτε το) (?:στο|μέσω) {_SERVICE}|megosztás (?:a )?{_SERVICE}\S*|(?:distribuie|trimite) (?:pe|prin) {_SERVICE}|(?:podijeli|podeli|deli) (?:na|preko|putem) {_SERVICE}\w*"
    rf"|(?:شارك|مشاركة|أرسل) (?:على|عبر|في) {_SERVICE}|(?:שתפו?|שיתוף) (?:ב|ב-)?{_SERVICE}|(?:分享|转发|轉發)(?:到|至|给|給){_SERVICE}\S{{0,4}}|{_SERVICE}で(?:シェア|共有)(?:する)?|{_SERVICE}(?:으로|로|에) ?(?:공유|보내기)\S{{0,4}}|(?:chia sẻ|gửi) (?:lên|qua|trên) {_SERVICE}|(?:bagikan|kongsi|kirim) (?:ke|di|melalui|lewat) {_SERVICE}|แชร์(?:ไปยัง|ผ่าน|บน|ไปที่)?\s?{_SERVICE}|{_SERVICE} (?:पर|par) (?:शेयर|साझा) करें)\W*"
)
_SCROLLS = (  # in lower case; the paper asks to go on reading farther down
    r"\W*(?:(?:advertisement\W{1,3})?scroll (?:down )?to (?:continue|resume|keep|read)(?: (?:reading|on|with (?:the )?(?:content|article|story)|(?:the )?(?:content|article|story)))?|(?:zum weiterlesen (?:bitte )?(?:nach unten |weiter)?scrollen|(?:bitte )?(?:nach unten )?scrollen(?: sie)?(?: nach unten)?,? um weiterzulesen)|faites défiler (?:vers le bas )?pour (?:continuer(?: (?:à lire|la lecture|votre lecture))?|lire la suite|poursuivre (?:la|votre) lecture)"
    r"|(?:desliz[aáe](?:te)?|scrollea|baja|bajá|sigue bajando|haz scroll)(?: (?:hacia|para) abajo)? para (?:seguir|continuar) (?:leyendo|con la (?:nota|noticia|lectura))|(?:role|arraste|deslize)(?: a (?:tela|página))?(?: para baixo)? para continuar (?:lendo|a ler|a leitura)|scorri (?:verso il basso |in basso |giù )?per continuare(?: (?:a leggere|la lettura))?|scrol+ (?:naar beneden|verder|door) om (?:verder|door) te (?:lezen|gaan)|przewiń(?: w dół)?,? (?:aby|by|żeby) (?:czytać dalej|kontynuować(?: czytanie)?)"
    r"|(?:листайте|прокрутите|пролистайте)(?: (?:вниз|ниже|дальше))?,? чтобы (?:читать дальше|продолжить(?: чтение)?)|(?:гортайте|прокрутіть)(?: (?:вниз|далі))?,? щоб (?:читати далі|продовжити(?: читання)?)|(?:haberin devamı|(?:okumaya )?devam etmek) için (?:lütfen )?(?:sayfayı )?aşağı(?:ya)?(?: doğru)? kaydır\w*|derulează (?:în jos )?pentru a (?:continua|citi mai departe)|κάντε scroll για (?:τη συνέχεια|να συνεχίσετε)"
    r"|(?:scroll|gulir(?:kan)?|geser|tatal)(?: layar)?(?: ke bawah)? untuk (?:(?:lanjut|melanjutkan|terus|teruskan|meneruskan)(?: (?:membaca|baca|bacaan))?|membaca(?: (?:lebih )?lanjut)?)|(?:kéo|cuộn|vuốt|lướt) xuống (?:dưới )?để (?:đọc|xem) tiếp(?: nội dung)?|เลื่อน(?:หน้าจอ|ลง|ลงมา|ลงด้านล่าง)*เพื่ออ่าน(?:เนื้อหา)?(?:ต่อ)?|mag-?scroll (?:down )?para (?:magpatuloy|ituloy ang pagbabasa)|sogeza chini (?:ili )?kuendelea kusoma"
    r"|(?:مرر|مرّر|اسحب|انتقل) (?:للأسفل|لأسفل|إلى (?:ال)?أسفل) (?:لمتابعة|لمواصلة|لإكمال|لاستكمال) (?:القراءة|المقال|الخبر)|برای ادامه (?:مطالعه|خواندن|مطلب|خبر) (?:به )?پایین (?:بکشید|بروید|اسکرول کنید)|גללו (?:למטה|מטה) (?:כדי )?ל(?:המשך|המשיך) (?:ה?קריאה|לקרוא|הכתבה)|(?:आगे|पूरी खबर|पूरा लेख|खबर) (?:पढ़ने|देखने|जारी रखने) के लिए (?:नीचे )?स्क्रॉल करें|(?:আরও )?পড়তে (?:নিচে )?স্ক্রল করুন|مزید پڑھنے کے لیے نیچے سکرول کریں"
    r"|(?:请|請)?(?:向下|往下)(?:滑动|滑動|滚动|滾動|拉)(?:屏幕|螢幕|页面|頁面)?(?:以)?(?:继续|繼續)?(?:阅读|閱讀|查看)(?:更多|全文)?|(?:下に)?スクロールして(?:続きを|記事を)?(?:読む|お読みください)|(?:아래로 )?스크롤(?:하여|하면|해서)? ?(?:계속|이어) ?(?:읽기|보기))\W*"
)
# all of what such a line says; follow.py asks for it with the like, so that one search is made of each line
GOES_ON = rf"(?:{_GOES_ON}|{_LISTEN}|{_SHARE}|{_SCROLLS})"
