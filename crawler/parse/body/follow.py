"""A line → whether it asks its readers to follow the paper elsewhere, on another service or by its letters; to listen, or to
read on behind an advertisement.

To follow takes both, what is asked and where. Only imperatives count: who tells that somebody follows somebody uses other forms.
"""

from __future__ import annotations

from ahocorasick_rs import AhoCorasick

from crawler.parse.body.commission import PARTS, earns
from crawler.parse.body.goes_on import GOES_ON
from crawler.parse.body.prompts import holds_prompt, is_prompt
from crawler.parse.body.reported import says_who
from crawler.parse.body.site_says import holds_site_line, is_site_line
from crawler.parse.page.blocks import Block
from crawler.parse.page.clean import small
from crawler.parse.page.families import OF_LINES
from crawler.parse.page.stops import WIDE
from crawler.patterns import lazily

SHORT = 90  # characters of a line that is set between the paragraphs
PROMPT = 120  # characters of what a program of the page says
LONGEST = 240  # characters: a longer line tells more than where to follow
# characters of a block that is an advertisement, and its lines; of all that is set in the longest
ADVERT, LINES = 120, 3
NOTE, LAST = 140, 4  # characters of what programs write among the paragraphs, and blocks that may be longer
MANY = 1_000  # lines, which are looked at one by one: what is found in all of them could be too much
# forms that mean something else inside a sentence
_BEGUN = r"(?:^|[.!?:|»”\n]\s*|[\u2600-\U0001faff]\ufe0f?\s*)"
# else the verb goes on and tells who follows; vowel signs of India are no letters to \w
_ENDED = r"(?:lar|дар)?(?![\w\u0900-\u0963\u0966-\u0dff])"
_ASKED = OF_LINES.rarely(
    r"\b(?:follow us|join (?:us|our)|subscribe to (?:our|my)|sign up (?:for|to) our|get our \w+ (?:app|newsletter)|download our app|(?:like|find) us on)\b"
    r"|\b(?:folgen sie (?:uns|der|dem)|folgt? uns|abonnieren sie|abonniere|melden sie sich|suivez-nous|abonnez-vous|rejoignez(?:-nous| notre| la))\b"
    r"|\b(?:s[íi]guenos|s[íi]ganos|puedes seguir|suscr[íi]bete|ap[úu]ntate|inscr[íi]bete|[úu]nete|siga-nos|inscreva-se|clique aqui|seguici|iscriviti)\b"
    r"|\b(?:volg ons|meld je aan|schrijf je in|obserwuj nas|zapisz się|śledź nas|dołącz do nas|sledujte nás|přihlaste se|kövess(?:en)? minket|lájkol(?:ja|d|játok) (?=.*\boldal)|iratkozz(?:on)? fel|urmăriți-ne|urmărește-ne|abonați-vă|abonează-te|följ oss|følg oss|følg os)\b"
    r"|подпис(?:ывай|уй)(?:тесь|ся)|подпиши(?:тесь|сь)|присоединяйтесь|читайте (?:нас|также в|\S+ в)|следите за|приєднуй(?:тесь|теся|ся)|підпи(?:суй|ш)(?:тесь|ться|іться|ся)|стежте за|последвайте ни|абонирайте се|ακολουθήστε|εγγραφείτε"
    r"|\babone olun|takip edin\b|takip edebilirsiniz|bizi takip|\b(?:ikuti (?:kami|saluran|channel|kanal|berita|terus)|simak (?:breaking|berita|artikel)|dapatkan (?:berita|update|info))"
    r"|^(?:打开|打開|下载|下載|点击打开)\S{0,10}(?:客户端|app)(?:[，,]\S{0,6}(?:体验|體驗|阅读|閱讀|看更多|更多|资讯|資訊)\S{0,10})?\W*$"
    r"|(?:^|[。！!？?\n]\s*)(?:欢迎|歡迎)加入(?![！!”」])|(?:添加|请加|扫码加)\S{0,16}微信[，,]?备注"
    r"|theo dõi chúng tôi|^(?:免費|免费)?(?:訂閱|订阅)(?:免費|免费)?\S{0,6}(?:電子報|电子报)\W*$"
    r"|(?:^|[.!?:]\s+|\b(?:you can|please|to) )(?:sign up|subscribe|register)(?: for (?:it|free|this|the)\b[^.!?\n]{0,40})? (?:here|now|today|below)\W*$|(?:inscrivez-vous|s['’]inscrire|s['’]abonner) ici\W*$|hier (?:können sie sich |kannst du dich )?(?:anmelden|abonnieren)\W*$|(?:regístra|apúnta|suscríbe)te (?:aquí|gratis)\W*$|iscriviti qui\W*$|(?:inscreva-se|assine|cadastre-se) aqui\W*$|(?:schrijf|meld) je hier (?:in|aan)\W*$|zapisz się tut?aj\W*$|(?:anmäl dig|prenumerera) här\W*$|(?:tilmeld|meld) (?:dig|deg) (?:på )?her\W*$|(?:登録|購読|お?申し?込み)は(?:こちら|ここ)\S{0,8}$|구독(?:하기|은|신청은)? ?(?:여기|이곳)\S{0,8}$"
    r"|(?:^|\s)กด?ติดตาม|(?:^|\s)ติดตาม(?:ข่าว|เรา|เพจ|ช่อง|ได้)|(?:点击|點擊|扫码|掃碼|欢迎|歡迎|长按|敬请)\S{0,10}(?:关注|關注|追蹤)|(?:點我|点我|點此|点此|按我|快來|快来|立即|馬上|马上)\S{0,6}(?:訂閱|订阅|追蹤|加入)|(?:关注|關注|追蹤)(?:我们|我們)|(?:フォロー|友だち追加|登録)(?:してください|をお願い|はこちら)|(?:구독|팔로우|친구 추가)(?:하세요|해 ?주세요|하기|해 ?보세요)|채널 추가"
    rf"|(?:bizi izləyin|abunə olun|qoşulun|kuzatib boring|obuna bo[‘'’ʻ]ling|a[’'ʼ]zo bo[‘'’ʻ]ling|bizga qo[‘'’ʻ]shiling|жазылыңыз|қосылыңыз|тіркеліңіз|кошулуңуз|дагаарай|обуна шавед|հետևեք|միացեք|բաժանորդագրվեք|გამოგვყევით|გამოიწერეთ|შემოგვიერთდით|ይከተሉን|ይቀላቀሉ){_ENDED}"
    rf"|(?:ফলো করুন|অনুসরণ করুন|যোগ দিন|যুক্ত হোন|সাবস্ক্রাইব করুন|பின்தொடருங்கள்|பின்தொடரவும்|இணையுங்கள்|ఫాలో అవ్వండి|జాయిన్ అవ్వండి|ಫಾಲೋ ಮಾಡಿ|ഫോളോ ചെയ്യൂ|ഫോളോ ചെയ്യുക|फॉलो करा|जॉइन करा|ફોલો કરો|जोडिनुहोस्|फलो गर्नुहोस्|فالو کریں|جوائن کریں){_ENDED}"
    r"|تابعونا|تابعنا|تابعوا أخبار|(?:انضموا|اشتركوا) (?:إلى|في) (?:قناتنا|نشرتنا)|دنبال کنید|عضو شوید|फ[ॉो]लो करें|जुड़ें|सब्सक्राइब करें"
    rf"|{_BEGUN}(?:"  # once: a set of so many characters takes long to compile
    r"(?:follow|join|subscribe to) (?:our|the [\w’' ]{2,30}) (?:whatsapp|telegram|youtube|google news|viber|facebook)\b|stay (?:up[- ]to[- ]date|updated|informed|connected|ahead)\b[^.!?\n]{0,60}\b(?:on|via|with|through|by)\b[^.!?\n]{0,30}\b(?:our|us)\b[^.!?\n]{0,30}(?:channels?|newsletters?|google news|whatsapp|telegram)\b|for (?:all )?(?:the )?(?:latest|more|breaking) news,? follow\b"
    r"|(?:sigue|seguí|siga) (?:toda la|toda nuestra|nuestra) (?:información|actualidad|cobertura)\b|urmăre(?:ște|ști|șteți) (?:știrile|cele mai (?:noi|importante|proaspete) (?:știri|informații))\b|pratite (?:nas|\S{2,20}\.[a-z]{2,4}) (?:i )?na\b|pratite \S{3,20} (?:i )?na google news|(?:следвайте|четете|намерете) ни\b|следете (?:новините )?ни\b|следите за (?:новостями|нами)\b|հետևե՛ք|(?:للمزيد\s?:\s?)?(?:تابعوا|تابع|تابعي) (?:صفحتنا|صفحاتنا|قناتنا|حسابنا|حساباتنا)|ndiqni faqen\b"
    r"|(?:follow @?[\w ]{2,30} on|subscribe to|sign up (?:for|to)|join|siga|acompanhe|participe d[oe]|entre n[oe]|assine|segui \S+ su|suivez|retrouvez|inscrivez-vous)\b"
    r"|(?:prenumerera|anmäl dig|abonner (?:på|nå|nu|her|gratis)|tilmeld|meld deg|tilaa (?=.{0,40}(?:kirje|newsletter|kanav)))\b"
    r"|(?:and )?(?:of course,? )?you can (?:also )?follow @?[\w ]{2,30} on\b(?=.* for (?:the latest |more |all )?\w+)"
    r"|(?:get|receive)\b(?! back\b)[^?!\n]{1,120}\b(?:in|to|into) (?:your|my) (?:e-?mail )?(?:inbox|mailbox)"
    r"|(?:recibe\b[^?!\n]{1,120}\btu|reciba\b[^?!\n]{1,120}\bsu|receba\b[^?!\n]{1,120}\bseu) (?:correo|e-mail)"
    r"|(?:recevez|ricevi\b(?=.* (?:via|nella|per) )|ontvang\b(?! (?:je|jij|u)\b)|otrzymuj|получайте|отримуйте)\b[^?!\n]{1,120}\b(?:inbox|mailbox|e-mail|boîte|casella|skrzynk|почту|пошту)"
    r"|(?:(?:got|do you have|have) (?:a|any) (?:(?:news|story) )?tips?\b[^.!?\n]{0,60}\?\W*(?:please )?(?:send|e-?mail|call|text|message|contact|write|tell|let us|get in touch|reach|submit|share)\b)"
    r"|(?:het jy ’?'?n nuuswenk|(?:heb je|heeft u) een nieuwstip|har du (?:et |ett )?nyhetstips)\b[^.!?\n]{0,60}\?\W*(?:stuur|kontak|laat|mail|e-?pos|app|bel|neem|tip|skicka|mejla|maila|kontakta|ring|hör|tips|send)"
    r"|tipsa oss(?: här)?(?:[!.:]| (?:på|via)\b[^,\n]*$)"
    r"|(?:erhalten sie|holen sie sich)\b[^?!\n]{1,120}\b(?:in|an|auf) \w{2,5} (?:[\w-]+[ -])?(?:inbox|posteingang|postfach)"
    r"|(?:gabung|mời (?:bạn|quý|độc)|theo dõi|đăng ký (?:kênh|nhận)|עקבו|הצטרפו)"
    r"|(?:na ndiqni|ndiqni|bashkohu|pratite nas|zapratite|pridružite (?:nam )?se|пратите нас|запратите|придружите нам се|следете не|следете нè|приклучете се|spremljajte nas|sledite nam|sekite mus|prenumeruokite|prisijunkite|seko(?:jiet)? mums|pievienojies|jälgi(?:ge)? meid|liitu(?:ge)? meie|seuraa meitä|liity|fylgdu okkur|fylgist með okkur|skráðu þig|segueix-nos|subscriu-te|uneix-te|séguenos|jarrai gaitzazu|dilynwch|segwina|sledujte náš|pridajte sa)\b"
    r"|(?:tufuate|jiunge n[ai]|fuata ukurasa|sundan kami|i-follow|sumali sa (?:aming|ating)|sertai (?:kami|saluran|channel)|តាមដាន(?:យើង|ព័ត៌មាន|ទំព័រ)|ចូលរួម(?:តេឡេក្រាម|ឆានែល|ជាមួយយើង)|ຕິດຕາມ(?:ພວກເຮົາ|ຂ່າວ)|ဖော်လို|လိုက်ခ်)"
    r")"
)
_SET_IN = OF_LINES.rarely(
    rf"{GOES_ON}$|"  # the offer of a text as sound, with its length; what stands above and below an advertisement
    r"\W*+(?:(?:listen to (?:this|the) (?:article|story|interview|post|report)|écoute[rz] (?:cet |l['’])(?:article|entretien|interview)|(?:diesen )?artikel (?:an)?hören|escuchar? (?:este|el|la|esta) (?:artículo|noticia|nota|entrevista)"
    r"|ascolta (?:quest[oa] |l['’])(?:articolo|notizia|intervista)|ouça (?:est[ea]|o|a) (?:artigo|notícia|matéria|reportagem)|(?:beluister|luister naar) dit (?:artikel|verhaal|interview)|posłuchaj (?:tego )?artykułu|(?:про)?слушать (?:статью|новость|текст)|haberi dinle"
    r"|lyssna på (?:artikeln|intervjun)|この記事を(?:音声で)?聴く|기사 (?:듣기|읽어주기)|(?:听|聽)(?:文章|新闻|新聞|全文)|استمع إلى (?:المقال|الخبر)|ฟัง(?:ข่าว|บทความ)นี้|nghe (?:bài viết|đọc bài)|dengarkan (?:artikel|berita) ini)"
    r"(?:(?: (?:now|here|aquí|aqui|ici|hier|qui|hier anhören))?\W*$|\s*[(（\[|·•]|\s*[:：–—,-]?\s*\d)"
    r"|(?:sponsored content|contenuto sponsorizzato|contenido patrocinado|conteúdo patrocinado|contenu sponsorisé|gesponserter inhalt|materiał sponsorowany|sponsrat innehåll|партнёрский материал)\W*$|dziękujemy, że przeczytał\S* nasz artykuł.*$"
    r"|(?:(?:scroll|swipe) (?:down )?to continue(?: (?:with content|reading))?|(?:the |this )?(?:article|story) continues (?:below|(?:below|after) .{0,15}\b(?:ads?|advert\w*|sponsor\w*|commercial|promo\w*|video|photo\w*|gallery|break)\b.{0,10})|advertisement|continue reading below|(?:der )?artikel geht .{0,25} weiter|werbung|anzeige|publicité|la suite après .{0,15}publicité|publicidad(?:e)?"
    r"|(?:el artículo |la noticia )?continúa .{0,15}(?:publicidad|anuncio)|(?:a matéria )?continua (?:após|depois d)\w* .{0,15}(?:publicidade|anúncios?)|(?:l['’]articolo )?continua .{0,12}(?:pubblicità|annuncio)|pubblicità|articolul continuă (?:mai jos|după).{0,20}|reklama|dalsza część .{0,15}pod .{0,12}|článek pokračuje (?:pod|za) .{0,16}|реклама|продолжение (?:ниже|после рекламы)"
    r"|реклама на сайте|haber(?:in)? devamı .{0,15}|(?:artikeln fortsätter|(?:artikkelen|saken) fortsetter|artiklen fortsætter) (?:(?:efter|etter|under) (?:annon[sc]|bil|video|reklam).{0,12}|nedan|nedenfor)|annons|annonse|annonce|juttu jatkuu (?:mainoksen|kuvan|videon|alla).{0,15}|mainos|advertentie|het artikel gaat .{0,20} verder|διαφ[ηή]μιση|a cikk .{0,15}folytatódik|a (?:hirdetés|reklám) után (?:folytatjuk|folytatódik).{0,12}|gulir untuk .{0,20}|quảng cáo|โฆษณา|إعلان|تبلیغ|विज्ञापन|广告|廣告|広告|광고|reklam(?:e|er|a|ı|lar)?|hirdetés|inzerce|oglas|iklan|publicitate|פרסומת"
    r"|publicitat|publizitatea?|iragarkia|anunci[os]?|anúncios?|reklamë|reklaam|reklāma|рэклама|жарнама|сурталчилгаа|գովազդ|რეკლამა|auglýsing(?:ar)?|oglasi|oglas|огласи?|inzercia|advertensie|hysbyseb|reklamo|patalastas|(?:ma)?tangazo|xayeysiis|ማስታወቂያ|إعلانات|تبلیغات|اشتہار(?:ات)?|פרסום"
    r"|বিজ্ঞাপন|விளம்பரம்|ప్రకటన|ಜಾಹೀರಾತು|പരസ്യം|જાહેરાત|ਇਸ਼ਤਿਹਾਰ|जाहिरात|දැන්වීම(?:ක්)?|ផ្សព្វផ្សាយពាណិជ្ជកម្ម|ផ្សាយពាណិជ្ជកម្ម|ကြော်ငြာ|ໂຄສະນາ|ads? by \w{2,20}|ad|espacio publicitario|espaço publicitário|spazio pubblicitario|espace publicitaire|werbefläche|miejsce na reklamę|рекламное место|рекламна площа)\W*$"
    r"|(?:copy (?:the )?(?:link|url)|link kopieren|copier le lien|copiar (?:el )?(?:enlace|link)|copia (?:il )?link|link kopiëren|kopieer link|kopiuj (?:link|adres)|kopírovat odkaz|kopírovať odkaz|(?:с)?копировать ссылку|(?:с)?копіювати посилання|bağlantıyı kopyala|kopiera länk(?:en)?|kopier (?:lenke|link)|kopioi linkki|αντιγραφή συνδέσμου|link másolása|copiază linkul|kopiraj (?:link|povezavo|vezu)|копирай връзката|(?:この(?:記事|ページ)の)?(?:タイトルと)?(?:url|リンク)をコピー(?:する)?|(?:复制|複製)(?:链接|連結|網址)|링크 ?복사|url ?복사|sao chép liên kết|salin tautan|คัดลอกลิงก์|نسخ الرابط|העתק קישור|کپی لینک|लिंक कॉपी करें)\W*$"
    r"|(?:this|the) (?:content|article|post|story) (?:was|is|has been) (?:paid for|sponsored|produced|created|provided|supplied)[^.!?]{0,30} by [^.!?]{2,50}\W*$|(?:this|the) (?:content|article|post) (?:was|is) (?:produced|created|published|brought to you) in (?:paid )?(?:partnership|association|collaboration) with [^.!?]{2,50}\W*$|(?:dieser|der) (?:inhalt|beitrag|artikel|text) (?:wurde|ist|entstand)[^.!?]{0,20} (?:in (?:bezahlter )?(?:kooperation|zusammenarbeit) mit|gesponsert von|erstellt von|finanziert (?:durch|von)) [^.!?]{2,50}\W*$|ce (?:contenu|article) (?:a été|est) (?:produit|proposé|rédigé|conçu|réalisé|sponsorisé|offert)[^.!?]{0,20} (?:par|avec|en partenariat avec) [^.!?]{2,50}\W*$"
    r"|este (?:contenido|artículo) (?:ha sido|fue|está|es) (?:elaborado|creado|producido|patrocinado|ofrecido|realizado)[^.!?]{0,20} (?:por|con|en colaboración con) [^.!?]{2,50}\W*$|este (?:conteúdo|artigo) (?:foi|é) (?:elaborado|criado|produzido|patrocinado|oferecido)[^.!?]{0,20} (?:por|pel[ao]|em parceria com) [^.!?]{2,50}\W*$|quest[oa] (?:contenuto|articolo) è (?:stat[oa] )?(?:realizzat|prodott|sponsorizzat|offert|creat)[oa][^.!?]{0,20} (?:da|dal\w*|in collaborazione con) [^.!?]{2,50}\W*$|(?:deze|dit) (?:inhoud|artikel|content) is (?:gemaakt|gesponsord|betaald|mogelijk gemaakt)[^.!?]{0,20} (?:door|met) [^.!?]{2,50}\W*$|(?:materiał|artykuł|tekst) (?:powstał|przygotowany|opublikowany)[^.!?]{0,20} (?:we współpracy z|na zlecenie|przez partnera) [^.!?]{2,50}\W*$|на правах рекламы\W*$|(?:תוכן שיווקי|תוכן ממומן|בשיתוף|محتوى (?:مدفوع|ممول|برعاية)|推广|推廣|赞助内容|贊助內容|スポンサード|タイアップ(?:広告|記事)?|협찬|บทความโฆษณา|โฆษณาประชาสัมพันธ์|bài (?:pr|quảng cáo)|artikel bersponsor|konten bersponsor|betalt innhold|annonsørinnhold|betalt indhold|kaupallinen yhteistyö|advertorial|reklaminis turinys|sponsoreeritud sisu)\W*$"
    r"|(?:share|pin(?:ned)?|copy (?:the )?link to|link to) (?:this |the )?(?:post|entry|update)\W*$|(?:beitrag|eintrag|post) (?:teilen|verlinken|angepinnt)\W*$|(?:angepinnter|angehefteter) (?:beitrag|eintrag|post)\W*$|link zum (?:beitrag|eintrag)(?: kopieren)?\W*$|partager (?:ce|le) (?:post|message|billet)\W*$|(?:message|post) épinglé\W*$"
    r"|compartir (?:esta )?(?:entrada|publicación)\W*$|(?:entrada|publicación|mensaje) (?:fijad[oa]|destacad[oa])\W*$|(?:compartilhar|partilhar) (?:est[ea] )?(?:post|publicação|atualização)\W*$|(?:post|publicação) fixad[oa]\W*$|condividi (?:questo |il )?post\W*$|post (?:fissato|in evidenza)\W*$|deel (?:deze |dit )?(?:post|bericht|update)\W*$|(?:vastgezet|vastgepind|gepind)e? (?:bericht|post)\W*$"
    r"|(?:dela|kopiera länk(?:en)? till) (?:inlägget|inlägg)\W*$|(?:fäst|nålat|fastnålat) inlägg\W*$|(?:del|kopier (?:lenke|link) til) (?:innlegget|indlægget|opslaget)\W*$|(?:festet innlegg|fastgjort (?:opslag|indlæg)|kiinnitetty (?:viesti|julkaisu)|jaa (?:tämä )?(?:viesti|julkaisu))\W*$|(?:udostępnij|przypięty) (?:ten )?(?:wpis|post)\W*$|(?:sdílet|připnutý) příspěvek\W*$|(?:поделиться|закреп(?:ить|лённая|ленная)) (?:запис\w+|пост\w*|сообщени\w+)\W*$|(?:gönderiyi paylaş|sabitlenmiş gönderi)\W*$|(?:この投稿を(?:シェア|共有)(?:する)?|固定(?:された)?投稿)\W*$|(?:置顶|置頂)(?:内容|內容|消息|帖子)?\W*$|고정된 (?:글|게시물)\W*$"
    r"|(?:you can (?:also )?listen to this (?:article|story|post)|(?:diesen )?(?:artikel|beitrag) können sie (?:auch |sich )?(?:als audio |auch )?(?:an)?hören|(?:vous pouvez )?écouter cet article en version audio|cet article est (?:aussi )?disponible en (?:version )?audio|(?:puedes|también puede[s]?) escuchar (?:este artículo|esta noticia)|(?:você (?:também )?pode|pode) ouvir (?:este artigo|esta matéria)|puoi (?:anche )?ascoltare (?:questo articolo|l['’]articolo)|je kunt dit artikel (?:ook )?beluisteren|(?:článek|text) si můžete (?:také |i )?poslechnout|(?:tego )?artykułu możesz (?:też |także )?posłuchać|статью можно (?:также )?(?:про|по)слушать|du kan (?:också |även |også )?(?:lyssna på|lytte til) (?:artikeln|artikkelen|artiklen))(?: (?:in|as|auch|en|em|i|v|als|som|в)\b[^.!?,]{0,30})?\W*$)",
)
_OF_PAGE = OF_LINES.rarely(  # how large its letters are; to whom it may be sent; who pays for it
    r"\W*(?:(?:presented|sponsored|powered|brought to you) by|(?:präsentiert|gesponsert) von|mit freundlicher unterstützung von|(?:présenté|sponsorisé|offert) par|(?:presentado|patrocinado|apresentado|oferecido|ofrecido) por|(?:offerto|sponsorizzato|presentato) da|(?:aangeboden|gesponsord|mogelijk gemaakt) door|sponsoruje|partnerem jest|při podpoře|при поддержке|за підтримки|(?:sponsras|presenteras) av|(?:sponset|sponsoreres|presentert) av|sponseret af)\s[^.!?,;]{2,32}$"
    r"|\W*(?:(?:font|text) size|schriftgröße|taille (?:du texte|de (?:la )?police|des caractères)|tamaño de(?: la)? (?:letra|fuente)|tamaño del texto|tamanho d[aoe] (?:letra|fonte|texto)|dimensione (?:del )?(?:testo|carattere)|lettergrootte|rozmiar (?:czcionki|tekstu)|velikost písma|veľkosť písma|размер (?:шрифта|текста)|розмір (?:шрифту|тексту)|размер на шрифта|yazı boyutu|textstorlek|skriftstørrelse|tekststørrelse|fonttikoko|tekstin koko"
    r"|μέγεθος (?:γραμματοσειράς|κειμένου)|betűméret|veličina (?:slova|fonta)|حجم الخط|גודל (?:ה?גופן|ה?טקסט)|اندازه (?:قلم|متن|فونت)|फ़?ॉन्ट साइज|ফন্ট সাইজ|ขนาดตัวอักษร|cỡ chữ|ukuran (?:font|huruf|teks)|字号|字號|字体大小|文字サイズ|글자 ?크기)(?:[\s:：|/,]*(?:[aаạâ][-+−]?|[-+−]|[大中小标準标准]|가[-+]?))*\W*$"
    r"|\W*(?:(?:share|send|print|save) (?:this|the) (?:story|article|page)|(?:diesen )?(?:artikel|beitrag) (?:teilen|drucken|merken|versenden)|(?:partager|envoyer|imprimer) (?:cet |l['’])article|(?:compartir|imprimir) (?:esta |la |este |el )?(?:noticia|nota|artículo)|compartilh(?:e|ar) (?:esta |a |este |o )?(?:notícia|matéria|artigo)|partilhar (?:este )?artigo|condividi (?:questo |l['’])?articolo|deel (?:dit )?artikel|udostępnij(?: ten)? artykuł|(?:sdílet|vytisknout) článek"
    r"|поделиться (?:стать[её]й|новостью|историей)|поширити (?:історію|статтю|новину)|поділитися (?:статтею|новиною|історією)|сподели статията|haberi paylaş|yazıyı paylaş|dela (?:artikeln|artikel)|del (?:artikkelen|artiklen)|jaa (?:tämä )?(?:artikkeli|juttu)|cikk megosztása|distribuie articolul|chia sẻ bài viết|bagikan (?:artikel|berita)(?: ini)?|شارك (?:المقال|الخبر)|(?:שתפו|שיתוף) (?:את )?ה?כתבה|この記事をシェア(?:する)?|기사 공유(?:하기)?|分享(?:本文|文章|此文|新闻|新聞)|แชร์(?:ข่าว|บทความ)(?:นี้)?)\W*$",
)
_COUNTED = OF_LINES.rarely(  # by how many a text was read
    r"\W*(?:(?:views|hits|page ?views|reads|aufrufe|gelesen|vues|lectures|visitas|lecturas|vistas|visualizações|acessos|leituras|visualizzazioni|letture|visite|weergaven|gelezen|wyświetleń|wyświetlenia|odsłon[ya]?|liczba wyświetleń|zobrazení|přečteno|просмотр(?:ов|ы)|количество просмотров|прочитано|прочитали|перегляд(?:ів|и)|прегледи|прегледана|görüntülen?me|okunma(?: sayısı)?|visningar|visninger|lukukerrat|προβολές|αναγνώσεις|megtekintések?(?: száma)?|olvasás|vizualizări|afișări|pregleda|ogledov|peržiūros|skatījumi|vaatamisi|oxunub|baxış(?: sayı)?|ko.rishlar|қаралды|դիտումներ|ნახვები|المشاهدات|مشاهدات|عدد (?:المشاهدات|الزيارات|القراءات)|צפיות|بازدید|تعداد بازدید|(?:จำนวน)?(?:ผู้เข้าชม|ผู้ชม|ผู้อ่าน)|(?:e )?lexuar|shikime|ยอดวิว|เข้าชม|lượt xem|lượt đọc|số lượt xem|dibaca|dilihat|tayangan|jumlah pembaca|阅读(?:量|数)?|閱讀(?:數)?|浏览(?:量|次数|数)?|瀏覽(?:次數|數)?|点击(?:量|数|率)?|點閱(?:數|率)?|閲覧数|アクセス数|조회수?|ดู)\s*[:：]?\s*\d[\d.,  ]*\s*(?:k|m|万|萬|тыс|тис|mil|次|回|ครั้ง|คน|times|mal|fois|veces|vezes|volte|keer|razy|раз(?:а)?|kez|kali|herë|ganger|gånger|gange)?\W*$"
    r"|\d[\d.,  ]*(?:k|m)?\s?(?:views|reads|page ?views|aufrufe|vues|lectures|visitas|lecturas|visualizações|leituras|visualizzazioni|letture|weergaven|wyświetleń|odsłon|zobrazení|просмотр(?:ов|а)?|перегляд(?:ів|и)?|прегледа|görüntülenme|okunma|visningar|visninger|προβολές|megtekintés|vizualizări|pregleda|peržiūr[ųos]+|skatījumi|مشاهدة|צפיות|بازدید|lượt xem|ครั้ง|次(?:浏览|阅读|播放|瀏覽)|阅读|閱讀|回閲覧|views?)\W*$)",
)
_DIGIT = lazily(r"\d")
_WHERE = [  # looked for all at once: hardly any line holds one
    "telegram", "whatsapp", "facebook", "instagram", "twitter", "youtube", "viber", "messenger", "tiktok", "linkedin", "threads", "bluesky",
    "mastodon", "flipboard", "newsletter", "infolettre", "nieuwsbrief", "nyhetsbrev", "biuletyn", "bülten", "boletín", "nuusbrief", "телеграм", "телеграмм",
    "telegrám", "ватсап", "вотсап", "вконтакте", "фейсбук", "дзен", "одноклассник", "твиттер", "вайбер", "ютуб", "розсилк", "рассылк", "واتساب",
    "تلغرام", "تليغرام", "تيليغرام", "تلجرام", "تليجرام", "تليقرام", "فيسبوك", "تويتر", "تلگرام", "انستغرام", "اینستاگرام", "व्हाट्सऐप", "टेलीग्राम",
    "फेसबुक", "ไลน์", "เฟซบุ๊ก", "ยูทูบ", "เทเลแกรม", "ทวิตเตอร์", "微信", "微博", "公众号", "公眾號", "客户端", "蓝字", "抖音", "脸书", "臉書", "メルマガ", "ニュースレター", "뉴스레터", "电子报", "電子報", "公式アカウント",
    "카카오톡", "네이버", "텔레그램", "유튜브", "페이스북", "טלגרם", "וואטסאפ", "google news", "google discover", "google noticias", "google actualités",
    "google новост", "inbox", "mailbox", "tu correo", "su correo", "seu e-mail", "boîte mail", "votre boîte", "casella", "posteingang", "postfach", "skrzynk",
    "на почту", "на пошту", "e-postan", "inkorg", "אל המייל", "กล่องจดหมาย", "邮箱", "google haber", "گوگل نیوز", "أخبار جوجل", "أخبار غوغل", "গুগল নিউজ", "गूगल न्यूज", "구글 뉴스", "google 新闻", "google 新聞", "google新闻", "google新聞", "googleニュース", "واتس آب", "واتس اب", "غوغل نيوز", "جوجل نيوز", "društvenim mrežama", "društvenim mrežam", "друштвеним мрежама", "социалните мрежи", "rrjetet sociale", "sosial şəbəkə",
    "টেলিগ্রাম", "হোয়াটসঅ্যাপ", "ফেসবুক", "ইউটিউব", "டெலிகிராம்", "வாட்ஸ்அப்", "வாட்ஸ்ஆப்", "பேஸ்புக்", "யூடியூப்", "టెలిగ్రామ్", "వాట్సాప్", "ఫేస్‌బుక్", "ಟೆಲಿಗ್ರಾಮ್",
    "ವಾಟ್ಸಾಪ್", "ಫೇಸ್‌ಬುಕ್", "വാട്സാപ്", "ടെലഗ്രാം", "ഫെയ്സ്ബുക്", "વોટ્સએપ", "ફેસબુક", "व्हॉट्सअॅप", "व्हाट्सएप", "टेलिग्राम", "यूट्यूब", "واٹس ایپ", "فیس بک", "یوٹیوب",
    "ٹیلی گرام", "ٹیلیگرام", "ტელეგრამ", "ფეისბუქ", "տելեգրամ", "ֆեյսբուք", "ቴሌግራም", "ፌስቡክ", "តេឡេក្រាម", "ហ្វេសប៊ុក", "ເຟສບຸກ", "တယ်လီဂရမ်", "ဖေ့စ်ဘွတ်", "vatsap", "фејсбук", "вајбер", "вацап",
]  # fmt: skip
_OURS = [
    " app for ",
    " app to ",
    "à notre lettre",
    "à nos lettres",
    "lettre d’info",
    "lettre d'info",
]  # of many others too
_OFFERED = lazily(  # of these what can only be the paper's own
    rf"{_BEGUN}(?:download (?:our [^.!?\n]{{0,40}}|the [^.!?,’'\n]{{0,40}})\bapp (?:for|to (?:get|read|receive|see|stay))(?: all)?(?: the)? (?:latest|breaking|top|live|local|more|daily|instant)\b[^.!?\n]{{0,60}}\b(?:news|headlines|stories)\b"
    r"|(?:abonnez-vous|inscrivez-vous)\b[^,.!?\n]{0,30}\b(?:à (?:notre|nos) lettres?|lettre d[’']info\w*)\b(?!,? ?(?:di[st]|lit-on|peut-on|\w+-t-)))"
)
_FINDER = AhoCorasick([*_WHERE, *_OURS, *PARTS])


def following(blocks: list[Block]) -> list[Block]:
    """The blocks that ask for that; that most pages have none is seen at one look."""
    short = [b for b in blocks if len(b.text) <= LONGEST]
    noted = _noted(short)
    if len(short) < MANY:
        lines = "\n".join(b.text for b in short).lower()
        if not _says_where(lines) and not holds_prompt(b.text for b in short if len(b.text) <= PROMPT):
            return noted
    asked = [b for b in short if follows(b.text) or (len(b.text) <= PROMPT and is_prompt(b.text))]
    return asked + noted


def _noted(short: list[Block]) -> list[Block]:
    """The blocks that programs write into a page: short ones, and the last."""
    near = [b for b in short[:-LAST] if len(b.text) <= NOTE] + short[-LAST:]
    if len(near) < MANY and not holds_site_line(
        "\n".join([b.text for b in near]).lower()
    ):  # as on most pages
        return []
    return [b for b in near if is_site_line(b.text)]


def follows(text: str) -> bool:
    """Whether a line asks for that, or says that the paper earns by what its readers buy."""
    found = _FINDER.find_matches_as_indexes(lower := text.lower()) if len(text) <= LONGEST else ()
    if not found:
        return False
    places = {place for place, _, _ in found}
    asking = len(_WHERE) + len(_OURS)
    if max(places) >= asking and earns(lower):
        return True
    if min(places) >= asking:  # a commission alone
        return False
    elsewhere = min(places) < len(_WHERE)
    asks = _OFFERED.search(lower) is not None or (elsewhere and _ASKED.search(lower) is not None)
    return asks and not says_who(lower)


def is_set_in(text: str) -> bool:
    """Whether a line offers the text as sound, tells of an advertisement, or that the text goes on behind it."""
    if len(text) > SHORT:
        return False
    told = small(text)
    counted = _DIGIT.search(told) is not None and _COUNTED.match(told) is not None
    return counted or _SET_IN.match(told) is not None


def is_of_page(text: str) -> bool:
    """Whether a line says how to read a page, or to share it: "Font size: A- A+", "Share this story"."""
    return len(text) <= SHORT // 2 and _OF_PAGE.match(small(text)) is not None


def begins_advert(text: str) -> bool:
    """Whether the first of a few short lines calls the others an advertisement: "Ad", and what it sells."""
    first, *others = text.split("\n", LINES)
    if not 0 < len(others) < LINES or len(text) > ADVERT:
        return False
    return is_set_in(first) and not any(
        line.endswith((".", *WIDE)) for line in others
    )  # it exclaims and asks


def _says_where(lower: str) -> bool:
    if not _FINDER.find_matches_as_strings(lower):  # places, which it counts in letters, take as long again
        return False
    found = _FINDER.find_matches_as_indexes(lower)
    if any(place < len(_WHERE) + len(_OURS) for place, _, _ in found):
        return True
    # news tells of commissions, too; a line's quotation marks are no other's
    starts = {lower.rfind("\n", 0, start) + 1 for _, start, _ in found}
    return any(earns(lower[start : start + LONGEST].split("\n", 1)[0]) for start in starts)
