"""What stands between the paragraphs of a text and is none, and what must not be taken for it."""

from __future__ import annotations

import pytest
from tables import each

from crawler.parse import read_page
from crawler.parse.body.follow import follows, is_set_in
from crawler.parse.body.imprint import is_credit
from crawler.parse.page.labels import ADVERT, COMMENT, CONSENT, RELATED, TAGS, signs
from crawler.parse.page.tags import LONGEST, kind_of
from storage.records import Article

TEXT = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "“Nobody should have to call the office to learn when the next boat leaves,” said its director, Ada Holm.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
    "The harbour master expects fewer complaints about noise, and a longer queue for the electricians of the town.",
    "Tickets will cost as much as they do today, though those who cross every day may have to pay by the month.",
]


def text_of(*parts: str, before: str = "") -> list[str]:
    page = (
        f"<html lang=en><head><title>Four boats</title></head><body>{before}"
        f"<article><h1>Four boats</h1><div class=c>{''.join(parts)}</div></article></body></html>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.text.split("\n")


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


ASIDES = {
    "a box with a button": "<div><h4>Our letter on Fridays</h4><p>The best of the harbour, every week in your inbox.</p><div><a href='/l'>Sign me up</a></div></div>",
    "a box in a box": "<div><div><p>Try it for free, with no card and no contract at all.</p><a href='/try'>Start now</a></div></div>",
    "a repeated quote": "<figure><blockquote><p>Nobody should have to call the office to learn when the next boat leaves</p></blockquote></figure>",
    "a caption in a line": "<div><img src=a.jpg><span class=img_caption>Boats at the quay on Tuesday, before the storm</span></div>",
    "a caption in a paragraph": "<p class=img-desc>The four boats at the quay in the morning, a picture of the company</p>",
    "a line to follow": "<p>Follow us on <a href='/t'>Telegram</a> and do not miss a boat any more.</p>",
    "подписаться": "<p>Подписывайтесь на наш <a href='/t'>Telegram-канал</a>, чтобы первыми узнавать новости</p>",
    "ติดตาม": "<p>ติดตามข่าวสารผ่านไลน์ได้ที่นี่ และเฟซบุ๊กของเรา</p>",
    "a letter": "<p>Get our weekly briefing in your inbox every Thursday</p>",
    "sound": "<p>Listen to this story (11 min), narrated by a synthetic voice</p>",
    "an advertisement's end": "<p>The story continues below the advertisement</p>",
    "a way on": "<p>SCROLL TO CONTINUE WITH CONTENT</p>",
    "客户端": "<p>打开海港客户端，体验更流畅</p>",
    "a credit alone": "<p>Photo: Harbour Post, Ann Lee</p>",
    "a way to an app": "<p>Download the Harbour 7 app for breaking news wherever you are.</p>",
    "a tip": "<p>Got a news tip? Send us a WhatsApp on 000 123.</p>",
    "une lettre": "<p>Abonnez-vous à notre lettre du jeudi pour ne rien manquer du port.</p>",
    "a form": "<div><h4>Boats on Fridays</h4><p>Every Friday all that sailed in the week, and nothing else.</p><form><input type=email><button>Go</button></form></div>",
    "a form in a box": "<section><div><p>Every Friday all that sailed in the week.</p></div><div><form><div><input type=email></div></form></div></section>",
    "an offer": "<div class='subscription-box wide'><div class=pre><p>This is a paper that its readers pay for. To have all of it, think of becoming one of them.</p></div></div>",
    "a link set aside": "<aside class=x9><span>Lesen Sie auch</span><a href='/2'><span>Warum die alten Boote noch immer fahren</span></a></aside>",
    "an element of the site's own": "<x7-donate><p>Support the paper of the harbour with a gift to its foundation.</p></x7-donate>",
    "a tool": "<ul class=p-article_tool><li>クリップする</li><li>印刷する</li></ul>",
    "a note on the author": "<div class='mt-10 p-6'><p class=font-semibold>About the author</p><p class=text-sm>She leads the desk of boats and still collects old maps of the coast.</p></div>",
    "eine Notiz": "<div><h4>Zur Person</h4><p>Sie leitet das Ressort Schifffahrt und sammelt alte Karten der Küste.</p></div>",
    "著者": "<div><div>この記事を書いた人</div><p>港の編集部に所属し、週末は古い船の模型を作っている。</p></div>",
    "a video with what it is": "<div class=embed-video><p>Watch: the first boat leaves the yard</p><p>[Video, 20 seconds]</p></div>",
    "a video": "<div class=video-player__place>Neighbours cross the river by boat to reach their work</div>",
    "a picture's line": "<div class=photo-sign>The opening of the quay in May</div>",
    "a picture's line inside": "<div class=media-item><span></span><p>The opening of the quay in May, seen from the old tower of the town.</p></div>",
    "an offer in Portuguese": "<div class=subscreva><h3>Três vezes ao dia</h3><p>Publicamos três vezes ao dia o melhor do porto.</p></div>",
    "an embedded post": "<blockquote class=instagram-media><p>Boats of the harbour (@boats.harbour) shared a post</p></blockquote>",
    "an author's line": "<p class=writer-bio>She has written three books on the sea.</p>",
    "a line below a picture": "<div class=x7><div><img src=a.jpg></div><div class=x9>Boats at the quay on a Tuesday, before the storm came in</div></div>",
    "a cell below a picture": "<table><tr><td><img src=a.jpg></td></tr><tr><td>Die Boote am Kai, kurz vor dem Sturm der vergangenen Woche</td></tr></table>",
    "a line in the box of a picture": "<div><picture><img src=a.jpg></picture>新しい「かもめ号」の完成イメージ図</div>",
    "a label of what is paid for": "<p>Contenuto sponsorizzato</p>",
    "thanks": "<p>Dziękujemy, że przeczytałaś/eś nasz artykuł do końca. Bądź na bieżąco!</p>",
    "图源": "<p>图源：受访者提供</p>",
    "微信": "<p>欢迎加入读者群，添加微信备注行业</p>",
    "a label of an advertisement": "<div class=x300><span>REKLAM</span></div>",
    "hirdetés": "<div><span>Hirdetés</span></div>",
    "a button of a post": "<div class=sh>Compartir entrada</div>",
    "a post held on top": "<div><h2>Fäst inlägg</h2></div>",
    "a post's address": "<div class=x3>Copy link to post</div>",
    "sound in Czech": "<div class=x8>Článek si můžete poslechnout v audioverzi.</div>",
    "sound in German": "<div class=x8>Diesen Artikel können Sie auch als Audio hören</div>",
    "a credit in Hindi": "<div>फोटो: नेहा जोशी</div>",
    "a credit in Finnish": "<div>Kuva: Matti Salo</div>",
    "a box of links": "<aside class=x4><span>Recommended reading:</span><ul><li><a href=/1>Why the old boats still sail</a></li><li><a href=/2>The cat of the quay</a></li></ul></aside>",
    "a table of contents": "<div class=toc-box><p class=toc-title>Inhalt dieses Textes</p><ul><li><a href='#a'>1 Die Boote</a></li><li><a href='#b'>2 Der Kai</a></li></ul></div>",
    "a link in a line of its own": "<div class=m4><span>Olvasson még a témában</span><a href=/1>Elsüllyedt a hídpénz: húsz éve ígérik a hidat</a></div>",
    "关注": "<p>点击上方蓝字关注我们，每天一篇，与您相约</p>",
}


@each("kind", ASIDES)
def test_what_is_set_between_paragraphs_is_no_text(kind: str) -> None:
    assert text_of(paragraphs(TEXT[:3]), ASIDES[kind], paragraphs(TEXT[3:])) == TEXT


KEPT = {
    "a sentence on a photo": "<p>Photo: the word stood on the wall, and nobody knew why, for as long as the boats had come here.</p>",
    "a box of words": "<div><h4>Four boats in figures</h4><p>Each of them carries two hundred passengers and a cat.</p></div>",
    "a service in the news": "<p>The director told it on Telegram first, where eleven people read her.</p>",
    "a quote in a figure": "<figure class=media><blockquote>The sea is not in a hurry, and neither are we at this office.</blockquote></figure>",
    "a tool in a sentence": "<p class=tool-review>The tool of the electricians is a lamp that stays on under water for a night.</p>",
    "a heading on an author": "<h2>About the author of the plan</h2><p>Ada Holm came to the company as a sailor, and knows each of its boats.</p>",
    "an element of the site's own": "<x7-paragraph><p>The council of the islands has to agree before the first of them may cross.</p></x7-paragraph>",
    "a form among the paragraphs": f"<div><p>{'The old boats are for sale, and whoever wants one may write to the office of the harbour until May. ' * 4}</p><form><input type=email></form></div>",
    "a paragraph with a picture": "<p><img src=a.jpg>The sea is not in a hurry, and neither are we here.</p>",
    "a paragraph below a picture": "<div><img src=a.jpg></div><p>The sea is not in a hurry, and neither are we here.</p>",
    "a heading below a picture": "<div><img src=a.jpg><h3>The sea is in no hurry</h3></div><p>Nobody at the office has ever been in one since it opened its doors.</p>",
    "a step with a picture": "<div class=step><img src=a.jpg><p>Turn the key of the boat to the left, and wait.</p></div>",
    "a step of few words": "<div class=step><img src=a.jpg><div>Turn the key of the boat to the left, and wait.</div></div>",
    "a part with a picture": "<section><h3>The quay</h3><img src=a.jpg><p>Nobody at the office has ever been in a hurry</p></section>",
    "an item with a picture": "<ul><li><img src=a.jpg>The sea is not in a hurry</li></ul>",
    "speakers with portraits": "".join(
        f"<div><img src=a.jpg><div>{name}, minister of boats</div></div>" for name in ("Ada Holm", "Tom Ray")
    ),
    "a media release": "<div class=media-release><p>The sea is not in a hurry, and neither are we.</p></div>",
    "a quote with a portrait": "<blockquote><img src=a.jpg><div>The sea is not in a hurry, and neither are we</div></blockquote>",
    "text beside a picture": "<div class=media-text><figure><img src=a.jpg></figure><div class=media-text__content><p>The sea is not in a hurry, and neither are we.</p></div></div>",
    "text with a picture": "<div class=text-with-image><p>The sea is not in a hurry, and neither are we at this office.</p></div>",
    "sentences of a video": "<div class=video-item><p>The sea is not in a hurry.</p><p>Neither are we at this office.</p></div>",
    "games": "<div class=videogame-note><p>The sea is not in a hurry here.</p><p>Neither are we at this office.</p></div>",
    "a video in words": "<div class=video-transcript><p>The sea is not in a hurry.</p><p>Neither are we at this office.</p></div>",
    "two lines beside a picture": "<div class=media-item><p>The sea is not in a hurry.</p><p>Neither are we at this office.</p></div>",
    "a paragraph that has a picture": "<p class=has-image>The sea is not in a hurry, and neither are we.</p>",
    "a reporter's question": "<p class=reporter>Reporter: Why is the sea not in a hurry?</p>",
    "who somebody is": "<p class=speaker-bio>Ada Holm has worked at the harbour for twenty years.</p>",
    "a quote told once": "<blockquote><p>The sea is not in a hurry, and neither are we at this office.</p></blockquote>",
    "a line that ends in a link": "<p>The plan is told in the paper <a href='/p'>On the quiet of electric boats in small harbours</a></p>",
    "a heading above one link": "<div><h3>The best of the old boats</h3><a href='/b'>Gull</a></div><p>It has carried more than a million people, and one horse.</p>",
    "a list of what is said": "<div><p>What the director said:</p><ul><li>The sea is not in a hurry, and neither are we.</li><li>Each boat has a <a href='/c'>cat</a> of its own.</li></ul></div>",
    "a list that ends in a link": "<ul><li>The boats are built in the yard of the next town.</li><li><a href='/y'>The yard</a></li></ul>",
}


@each("kind", KEPT)
def test_what_only_looks_so_stays(kind: str) -> None:
    assert len(text_of(paragraphs(TEXT[:3]), KEPT[kind], paragraphs(TEXT[3:]))) > len(TEXT)


FOLLOWED = [
    "Telegram kanalimizga obuna bo‘linglar!", "Telegram каналымызға жазылыңыздар", "ಫೇಸ್‌ಬುಕ್ ನಲ್ಲಿ ನಮ್ಮನ್ನು ಫಾಲೋ ಮಾಡಿ.", "Sumali sa aming Telegram channel.",
    "Follow us on Telegram", "Join our WhatsApp channel", "📲 Follow Harbour Post on Facebook", "Abonnieren Sie unseren Newsletter", "Suivez-nous sur Facebook",
    "Síguenos en Instagram", "Siga o Jornal no Instagram", "Seguici su Facebook", "Zapisz się na nasz newsletter", "Urmărește-ne pe Facebook", "Ακολουθήστε μας στο Facebook",
    "Подписывайтесь на наш Телеграм", "Підписуйтесь на наш Telegram", "Bizi Instagram'da takip edin", "Ikuti saluran WhatsApp kami", "Theo dõi Báo Cảng trên Facebook",
    "ติดตามข่าวได้ทางไลน์", "欢迎关注微信公众号", "公式アカウントのフォローはこちら", "카카오톡 채널 추가", "تابعونا على فيسبوك", "ما را در تلگرام دنبال کنید", "हमें फेसबुक पर फॉलो करें",
    "Na ndiqni edhe në WhatsApp", "Pratite nas na Facebooku", "Следете не на Фејсбук", "Spremljajte nas na Instagramu", "Sekite mus Facebook", "Seko mums Instagram", "Liituge meie Telegrami kanaliga", "Fylgdu okkur á Facebook",
    "Segueix-nos a Instagram", "Abunə olun: Telegram kanalımız", "Telegram kanalimiz: kuzatib boring", "Telegram-арнамызға жазылыңыз", "Հետևեք մեզ Telegram-ում", "გამოგვყევით Facebook-ზე", "Tufuate kwenye Facebook", "ቴሌግራም ቻናላችንን ይቀላቀሉ", "ចូលរួមតេឡេក្រាមរបស់យើង",
    "আমাদের টেলিগ্রাম চ্যানেলে যোগ দিন", "எங்களை வாட்ஸ்அப்பில் பின்தொடரவும்", "हमारे व्हाट्सएप चैनल को फॉलो करें", "واٹس ایپ پر ہمیں فالو کریں",
]  # fmt: skip
TOLD = [
    "Reklam pazarı büyüdü.", "Reklame kostet Geld, sagt die Kapitänin.", "Hirdetések fizették a hajókat.", "Iklan kapal itu dilarang.", "Share this post office with your neighbours, the mayor said.", "Pinned posts are read most.", "Copy link to posterity.",
    "Compartir entrada al puerto costará dos euros.", "Compartir publicaciones ajenas es delito, dice el juez.", "Beitrag teilen sich Stadt und Land.", "Partager le postier, voilà l’idée du maire.", "Deel dit berichtje niet, zei de kapitein.", "Fäst inlägget vid masten, sa kaptenen.",
    "Поделиться записями суд разрешил.", "置顶内容引发争议。", "この投稿を共有した漁師は、翌日船を降りた。", "You can listen to this article of faith no longer, he said.", "You can also listen to this story at sea, says the sailor who told it.", "Статью можно прослушать и забыть, пишет критик.",
    "Diesen Artikel können Sie auch hören, wenn Sie blind sind, sagt das Amt.", "Du kan lyssna på havet.", "Článek si můžete přečíst až zítra.", "Kuva on vanha.", "Фото тонуло вместе с лодкой.", "ภาพรวมของท่าเรือดีขึ้น", "फोटो देखकर लोग रो पड़े।", "Ảnh hưởng của bão: tàu không rời cảng hôm nay", "צילום הסירה נמצא בים.",
    "They get the letters of the town in their inbox.", "He found the key in the mailbox.", "Listen to the sea, she said.", "Get the facts: what Facebook knows about the boats.", "Advertisements paid for the boats.", "The story continues to move the islands.", "Реклама подорожала вдвое.",
    "Listen to this report and you will never sleep again, she joked.", "Écouter l’océan ne suffit plus, dit la chercheuse.", "Escuchar la noticia le dolió más que perder el barco.", "Ascolta l'oceano e capirai il porto, diceva.", "Luister naar dit geluid, zei hij.", "Posłuchaj tego, powiedział kapitan.",
    "Haberi dinleyen kaptan uzun süre sustu.", "Слушать текст на чужом языке трудно.", "听新闻成了老人们每天早晨的习惯。", "기사 듣기를 즐기는 독자가 늘었다.", "استمع إلى الخبر في صمت ثم غادر القاعة.", "Nghe bài viết về bến cảng, ông bật khóc.", "ฟังข่าวนี้แล้วเขาก็ร้องไห้",
    "The story continues after the captain’s death.", "Continua depois da guerra.", "Saken fortsetter etter sommeren.", "Juttu jatkuu keväällä hovioikeudessa.", "Articolul continuă o discuție veche.",
    "Ella es famosa. Recibe cien cartas al día en su correo.", "Get to grips with your inbox, she told the staff.", "Erhalten Sie zu viele Mails, hilft ein leeres Postfach wenig.", "Tilaa on Facebookin uudessa keskuksessa vain sadalle.", "Abonner les gens sur Facebook ne suffit plus, dit-il.",
    "他在微博上说，欢迎加入世界贸易组织。", "微信备注标签可显示全部内容，这一功能昨日上线。", "打开微信客户端，点击右上角的加号，选择扫一扫。", "下载国家反诈中心APP，注册后可通过微信举报。",
    "Ontvang je te veel post in je inbox? Het bureau helpt.", "Ricevi troppe e-mail? La casella si svuota da sola.", "欢迎加入！微信群里有人这样写道。", "写真：港に着いた船を見て、人びとは涙を流した。",
    "Photo/video evidence was shown to the jurors.", "Credit/debit cards are accepted at the gate.", "Credit: the bank lends to anyone who asks for it.", "Фото/видео жители присылали всю ночь.", "写真/動画の投稿は会場内では禁止されている。", "사진/영상 촬영은 행사장에서 금지된다.",
    "Readers download the Harbour app for news, she said.", "Sponsored content fell by a tenth, the paper told its owners.", "Contenuto sponsorizzato o notizia? Il porto non lo dice.", "Dziękujemy, że przyszliście, powiedział kapitan.",
    "Download the Signal app and write to us, the hackers told the paper.", "Users download the app on Facebook and never open it.", "Have a story to tell? Facebook will not print it.", "She got a tip on WhatsApp and went to the quay.", "Abonnez-vous au silence, dit notre lettre de mars.",
    "Download the port's app to follow the news of your boat, the mayor said.", "Download the free forum app to plan your visit and read news from the halls.", "Join a meeting in the event app to swap cards, the organisers advise.", "Sign up for the talks in the app to keep a seat, since the halls fill early.", "Subscribe to a lane in the app for drivers and the gate opens by itself.",
    "Got a tip? Waiters at the summit asked for it on WhatsApp, and were sent home.", "Have any news tips reached you through Facebook, the judge asked the editor.", "Tipsa oss om Instagram, bad polisen eleverna.", "Heb je een nieuwstip over WhatsApp, dan betaalt het bedrijf duizend euro.", "Het jy 'n nuuswenk op WhatsApp gesien, vra die polisie vandag.",
    "Abonnez-vous à notre lettre, disait l'affiche du forum.", "Inscrivez-vous au forum avant mai, dit la lettre d'info du ministère.",
    "Do you have any tips for parents whose children are on Facebook?", "Het jy gehoor? Die WhatsApp-groep is weg.", "The app that brings the news of the harbour was bought by YouTube.", "Join the queue at seven, says the app of the town.", "Get the app off your phone, she said, and read.",
    "Pratite naslove o luci na Facebooku, kaže gradonačelnik.", "Ndiqnin të gjithë Facebook-un e kryetarit.", "Ai na ndiqte në WhatsApp.", "Ona ih prati na Facebooku.", "Sekite mus, sakė mokytoja, ir niekas nesekė.", "Reklamë e gjatë për anijet u ndalua.",
    "ប្រជាជនចូលរួមតេឡេក្រាមរបស់រដ្ឋាភិបាលច្រើនជាងមុន។", "টেলিগ্রামে যোগ দিয়েছেন এক লাখ মানুষ।", "வாட்ஸ்அப் பயனர்கள் பின்தொடர்ந்தனர்.", "Mtangazo wa redio ulisikika.", "Reklaami hind kahekordistus.",
    "Sumali sa isang Facebook group ang mahigit limang daang magsasaka noong nakaraang linggo.", "Telegram kanalına abunə olunması üçün ödəniş tələb edilmir, nazir bildirdi.",
    "Telegram kanaliga obuna bo‘lingan foydalanuvchilar soni bir million kishidan oshdi.", "लोक त्यांना फेसबुक आणि व्हॉट्सअॅप वर फॉलो करायला लागले आहेत.",
    "ಸಾವಿರಾರು ಜನರು ಅವರನ್ನು ಫೇಸ್‌ಬುಕ್ ನಲ್ಲಿ ಫಾಲೋ ಮಾಡಿದ್ದಾರೆ ಎಂದು ಸಚಿವರು ಹೇಳಿದರು.", "അവരെ ഫെയ്സ്ബുക്ക് പേജിൽ ആയിരങ്ങൾ ഫോളോ ചെയ്യുകയാണ് എന്ന് മന്ത്രി പറഞ്ഞു.",
    "Eleven thousand people follow her on Twitter.", "Those who subscribe to YouTube Premium pay more from May.", "People like us stay informed on Facebook, he said.",
    "Ele quer que a filha siga carreira no YouTube.", "Canalul urmărește mesajele de pe Facebook.", "Er folgt der Ministerin auf Twitter.",
    "Он подписался на Телеграм-канал.", "Onu Instagram'da bir milyon kişi takip ediyor.", "Ia bergabung dengan Facebook pada 2012.", "Mereka mengikuti berita lewat Facebook.",
    "Có một triệu người theo dõi anh trên Facebook.", "เขามีผู้ติดตามผ่านเฟซบุ๊กหนึ่งล้านคน", "受害人点击链接加入微信群后被骗。", "他邀请同事加入微信群。", "유튜브를 구독하는 사람이 늘었다.", "انضم إلى فيسبوك عام 2012.", "लाखों लोग उन्हें फेसबुक पर फॉलो करते हैं।",
]  # fmt: skip


def test_asking_to_follow_is_told_from_telling_of_it() -> None:
    assert [line for line in FOLLOWED if not follows(line)] == []
    assert [line for line in TOLD if follows(line) or is_set_in(line) or is_credit(line)] == []


SET = [
    "গুগল নিউজে আমাদের অনুসরণ করুন", "Espacio publicitario", "Espaço publicitário", "Рекламное место",
    "Listen to this article · 7:38 min", "Écouter l’article", "Artikel anhören (4 Minuten)", "Escucha esta noticia aquí", "Haberi dinle", "听新闻 03:15", "기사 듣기", "Article continues after this ad", "Continua após a publicidade",
    "Ricevi le notizie nella tua casella", "Ontvang het nieuws in je inbox", "Saken fortsetter etter annonsen", "Juttu jatkuu mainoksen jälkeen", "Recibe las noticias en tu correo", "Holen Sie sich die Nachrichten in Ihr E-Mail-Postfach", "Receba as notícias no seu e-mail", "Photo/Reuters", "Photo: Ann Lee/Harbour Post.",
    "PUBLICITAT", "- Reklamë -", "Գովազդ", "რეკლამა", "TANGAZO", "ផ្សព្វផ្សាយពាណិជ្ជកម្ម", "বিজ্ঞাপন", "விளம்பரம்", "اشتہار", "Auglýsing", "Reklaam",
]  # fmt: skip


def test_offers_and_credits_are_told_by_all_of_their_line() -> None:
    assert [line for line in SET if not (follows(line) or is_set_in(line) or is_credit(line))] == []


def test_the_cells_of_a_table_tell_of_no_advertisement_beside_them() -> None:
    rows = "".join(f"<tr><td>{name}</td><td>{share}</td></tr>" for name, share in (("Werbung", "12,5"), ("Tickets", "87,5")))  # fmt: skip
    told = text_of(paragraphs(TEXT[:3]), f"<table>{rows}</table>", paragraphs(TEXT[3:]))
    assert told == [*TEXT[:3], "Werbung", "12,5", "Tickets", "87,5", *TEXT[3:]]


def test_a_banner_above_the_headline_is_no_text() -> None:
    banner = "<div><p>We and our partners read what you read, so that we can show you what fits; you may say no at any time.</p></div>"
    assert text_of(paragraphs(TEXT), before=banner) == TEXT


OWN = [
    "class='post-8 post type-post status-publish hentry category-forum category-comment tag-cookies tag-privacy'",
    "class='post tag-forum'",
    "class='forum-news article'",
    "class='article comment-piece'",
    "class='production research interviews correspondents'",
]


@pytest.mark.parametrize(
    ("holder", "body"), [("id=forum", "forum-body"), ("class=type--comment", "article-body--comment")]
)
def test_the_parts_of_what_holds_the_headline_are_no_comments_by_its_name(holder: str, body: str) -> None:
    comments = f"<div class=discussion>{paragraphs(TEXT[3:4])}</div>"
    page = f"<title>Four boats</title><div {holder}><article><h1>Four boats</h1><div class={body}>{paragraphs(TEXT[:3])}</div></article></div>{comments}"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    assert found.text.split("\n") == TEXT[:3]


@each("attributes", OWN)
def test_what_an_article_is_about_does_not_make_it_furniture(attributes: str) -> None:
    comments = f"<div class=comment-list>{paragraphs(TEXT[3:])}</div>"
    page = f"<html lang=en><title>Four boats</title><article {attributes}><h1>Four boats</h1>{paragraphs(TEXT[:3])}</article>{comments}"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    assert found.text.split("\n") == TEXT[:3]


LOOKS = ["overflow-hidden", "margin-bottom-20", "float-right", "text-right", "leading-7", "md:hidden", "elementor-widget-text", "production", "research"]  # fmt: skip


@each("label", LOOKS)
def test_what_an_element_shall_look_like_says_nothing_of_what_it_is(label: str) -> None:
    assert signs(label) == 0
    assert signs(f"related-posts {label}") == RELATED


def test_a_forum_of_readers_is_none_of_which_an_article_tells() -> None:
    assert signs("forum") == COMMENT
    live = (
        "x-live__comment x-live__comment--key",
        "live-comment",
        "liveTickerCommentary",
        "live-blog-comment",
    )
    assert not any(signs(label) & COMMENT for label in live)
    assert all(
        signs(label) & COMMENT for label in ("comment live", "live-comments", "livefyre-comment", "comment")
    )
    assert not signs("forum article-body") & COMMENT
    assert not signs("hentry category-forum tag-privacy") & (COMMENT | CONSENT)
    assert signs("tag-list") & TAGS


@each("label", ["topAd", "top-ad", "c-Ad__box", "boxAdABC right-col"])
def test_a_name_of_several_words_is_read_word_by_word(label: str) -> None:
    assert signs(label) & ADVERT
    assert not signs("topaz loader radAR") & ADVERT


LIVE = [
    (
        "10:15",
        "The office of the harbour says that the first boat has left, with ninety people and a dog on board.",
    ),
    (
        "11:30",
        "Halfway across the wind has turned, and the boat now takes a longer way around the lighthouse rock.",
    ),
    (
        "12:05",
        "It has come to the islands, where the school had a day off and a band played for the sailors.",
    ),
    (
        "13:40",
        "The way back begins, against the tide, which will tell how much is left in the batteries by then.",
    ),
]


def test_a_letter_between_the_posts_of_a_live_blog_is_no_text() -> None:
    posts = [
        f"<article class=block><time>{at}</time><p>{text}</p>{paragraphs(TEXT[2:4])}</article>"
        for at, text in LIVE
    ]
    letter = "<section class=q1><h2>Sign up to Harbour</h2><p>Set yourself up for the working day – all that sails, every morning</p><form><input type=email><button>Sign up</button></form><small>Privacy: letters may tell of charities.</small></section>"
    told = text_of(*posts[:2], letter, *posts[2:])
    assert [line for line in told if line in {text for _, text in LIVE}] == [text for _, text in LIVE]
    assert not [line for line in told if "Sign up" in line or "working day" in line or "Privacy" in line]


def test_a_letter_below_the_parts_of_a_page_is_no_text_and_the_parts_are() -> None:
    parts = [f"<section><p>{text}</p></section>" for text in TEXT]
    letter = "<section class=letter><h2>Skiftbrevet</h2><p>Få våra lästips varannan onsdag.</p><form><input type=email></form></section>"
    assert text_of(*parts, letter) == TEXT


def test_a_page_that_is_one_form_is_read() -> None:
    assert text_of("<form>", paragraphs(TEXT), "<input type=email></form>") == TEXT


def test_an_elements_own_name_tells_what_it_is_unless_it_has_no_end() -> None:
    assert kind_of("x7-newsletter")[2] == signs("newsletter")
    assert kind_of("x7-newsletter-" + "a" * LONGEST)[2] == 0


def test_a_quotation_in_a_box_of_any_name_that_the_text_has_too_is_told_once() -> None:
    said = "“Nobody should have to call the office to learn when the next boat leaves”"
    texts = "".join(f"<div class=k1 data-n=p>{text}</div>" for text in TEXT)
    boxed = f"<div class=k7><div>{said}</div></div>"
    assert (
        text_of(texts.replace(TEXT[2], f"{TEXT[2]}</div>{boxed}<div class=k1>{TEXT[3]}", 1)).count(said) == 0
    )
    other = "“The quay has never been as quiet as it was this morning at nine”"  # only there
    assert other in text_of(texts + f"<div class=k7><div>{other}</div></div>" + paragraphs(TEXT[2:3]))
    assert said in text_of(paragraphs([*TEXT[:2], said, *TEXT[2:]]))  # a paragraph beside the others
    wrapped = [f"<div class=wp><p>{text}</p></div>" for text in (*TEXT[:3], said, *TEXT[3:])]
    assert said in text_of(*wrapped)  # each paragraph has a box of its own
    headed = texts.replace(f"<div class=k1 data-n=p>{TEXT[1]}", f"{boxed}<div class=k1 data-n=p>{TEXT[1]}", 1)
    assert said in text_of(headed)  # above the paragraph that has it: a heading
