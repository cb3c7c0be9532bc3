"""Pages that say in words of their own that a story is gone; news of deleted pages say it otherwise."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page, says_gone
from storage.records import Article, NotArticle

URL = "https://quaypost.example/2025/07/03/new-crane-on-the-quay"
BEHIND = "<h2>Read</h2><div><a href=/1><h3>A second crane for the islands</h3></a><p>It lifts eleven tons.</p></div>"
GONE = {  # language → the heading, and what stands below
    "en": ("Well, this is awkward", "The story you are looking for is no longer available. It may have moved, or the link has a typing error. The search above helps."),
    "en, supposed": ("Nothing but fog", "Perhaps the page was deleted, or the address is wrong. Go to the home page or use the search."),
    "de": ("Da ist nur Nebel", "Der gesuchte Artikel ist leider nicht mehr verfügbar. Vielleicht hilft die Suche weiter, oder Sie prüfen den Link noch einmal."),
    "fr": ("Marée basse", "L’article que vous cherchez n’existe plus. Il a peut-être été déplacé, ou le lien est incorrect. Revenez à la page d’accueil."),
    "es": ("¡Vaya!", "La noticia que buscas ya no está en nuestra web. Puede que la dirección esté mal escrita; prueba con el buscador."),
    "pt": ("Maré baixa", "A notícia que procura já não existe ou foi removida. Talvez o endereço esteja errado. Use a pesquisa."),
    "it": ("Nebbia fitta", "L’articolo che cerchi non è più disponibile. Forse il collegamento è sbagliato: prova con la ricerca."),
    "nl": ("Niets dan mist", "Het artikel dat je zoekt is niet meer beschikbaar. Misschien klopt het adres niet; probeer het met zoeken."),
    "pl": ("Pusto tu", "Artykuł, którego szukasz, został usunięty. Być może adres jest błędny. Skorzystaj z wyszukiwarki."),
    "cs": ("Mlha", "Článek, který hledáte, byl smazán. Možná je chybný odkaz, zkuste vyhledávání."),
    "ru": ("Туман", "Статья, которую вы ищете, была удалена. Возможно, в адресе ошибка. Воспользуйтесь поиском или перейдите на главную страницу."),
    "uk": ("Туман", "На жаль, сторінку, яку ви шукали, видалено. Можливо, у посиланні помилка. Скористайтеся пошуком."),
    "sr": ("Магла", "Чланак који тражите више није доступан. Можда је адреса погрешна, пробајте претрагу."),
    "sv": ("Bara dimma", "Artikeln du söker finns inte längre på sidan. Den kan ha flyttats, eller så är länken fel."),
    "fi": ("Pelkkää sumua", "Etsimäsi juttu on poistettu. Ehkä linkki on vanha, kokeile hakua."),
    "el": ("Ομίχλη", "Το άρθρο που ζητήσατε δεν υπάρχει πια. Ίσως ο σύνδεσμος είναι λάθος· δοκιμάστε την αναζήτηση."),
    "hu": ("Csak köd", "A keresett cikk nem elérhető. Talán törölték, vagy hibás a hivatkozás."),
    "ro": ("Doar ceață", "Articolul pe care îl căutați a fost șters. Poate că adresa este greșită, încercați căutarea."),
    "tr": ("Sis var", "Aradığınız haber yayından kaldırılmış olabilir. Bağlantı hatalı olabilir, arama yapmayı deneyin."),
    "ka": ("ნისლი", "სტატია, რომელსაც ეძებთ, წაიშალა. შესაძლოა, ბმული არასწორია, სცადეთ ძიება."),
    "ar": ("ضباب", "عذرا، الخبر الذي تبحث عنه غير موجود. ربما تم حذفه أو أن الرابط غير صحيح."),
    "he": ("ערפל", "הכתבה שחיפשת לא נמצאה. אולי הקישור שגוי, אפשר לנסות חיפוש."),
    "fa": ("مه", "مطلبی که به دنبال آن بودید حذف شده است. شاید نشانی اشتباه است؛ جستجو را امتحان کنید."),
    "hi": ("धुंध", "आप जो खबर खोज रहे हैं वह उपलब्ध नहीं है। हो सकता है लिंक गलत हो।"),
    "th": ("หมอก", "ไม่พบข่าวที่คุณต้องการ อาจถูกลบไปแล้ว หรือลิงก์ไม่ถูกต้อง"),
    "vi": ("Sương mù", "Bài viết bạn đang tìm không còn nữa. Có thể đường dẫn bị sai, hãy thử tìm kiếm."),
    "id": ("Kabut", "Berita yang Anda cari sudah dihapus. Mungkin alamat yang dimasukkan salah, gunakan pencarian."),
    "zh": ("起雾了", "您要查看的文章已被删除，或者链接有误。可能已移动到其他栏目，请返回首页或使用搜索。"),
    "ja": ("霧の中です", "お探しの記事は掲載を終了しました。リンクが古い可能性があります。検索をお試しください。"),
    "ko": ("안개", "요청하신 기사를 불러오지 못했습니다. 기사가 삭제되었거나 링크가 잘못되었을 수 있습니다. 찾으시는 기사가 삭제되었는지 검색해 보세요."),
}  # fmt: skip
NEWS = {  # what was deleted elsewhere, in as few words
    "a ministry": ("Ministry deletes its page on ferries", "The page on ferry subsidies was removed from the ministry's site on Monday, a harbour official told the paper. A search in the archive shows that it told of eleven boats. The link now leads to the home page."),
    "an excuse": ("Newspaper takes story down", "The Harbour Post was sorry, its editor wrote, that the article had been deleted. Unfortunately the link still stood on its home page, which readers found by searching for it."),
    "Wegzug": ("Verlag löscht Artikel", "Der Verlag hat den Artikel über die Fähren gelöscht, leider ohne Hinweis. Wer den Link aufruft, landet auf der Startseite. Die Suche führt ins Leere."),
    "удаление": ("С сайта порта удалили страницу", "Страница о паромах удалена с сайта порта, сообщили читатели. Ссылка ведёт на главную страницу, поиск ничего не даёт."),
    "an apology in quotation marks": ("The archive vanishes", "“Sorry, the page you are looking for is no longer available”: readers of the Post saw this on Monday. The search led to the home page."),
    "eine Entschuldigung": ("Das Archiv ist weg", "Wer suchte, las: „Der gesuchte Artikel ist leider nicht mehr verfügbar.“ Der Verlag hatte den Link zur Startseite umgeleitet."),
    "извинение": ("Архив газеты исчез", "«К сожалению, страница, которую вы ищете, удалена», — прочли читатели в понедельник. Ссылка вела на главную страницу, поиск молчал."),
    "道歉": ("报社档案消失", "“抱歉，您要查看的文章已被删除”，读者周一打开链接时看到这样一句话。报社称搜索结果现在指向首页。"),
    "advice with a day": ("When a recipe is gone", "3 July 2025</p><p>A blog closes, and the page you are looking for is no longer available. Perhaps an archive has kept it: enter the address in its search."),
    "下架": ("港务局撤下网页", "港务局周一删除了介绍渡轮的网页。读者说，链接现在转到首页，搜索也没有结果。"),
}  # fmt: skip

WITHDRAWN = (  # by who wrote it, or because its time is over
    "언론사 요청에 의해 삭제된 기사입니다.", "해당 기사는 언론사의 요청으로 삭제되었습니다.", "삭제되었거나 존재하지 않는 기사입니다.", "비공개 처리된 게시물입니다.", "제공 기간이 만료된 기사입니다.", "존재하지 않는 페이지입니다.",
    "この記事の掲載は終了しました。", "お探しの記事は掲載期間が過ぎたため、表示できません。", "ご覧になろうとしているページは現在表示できません。",
    "该内容已被发布者删除", "此内容因违规无法查看", "您访问的文章已下线", "很抱歉，此新聞已過期下架", "您所瀏覽的網頁不存在或已移除",
    "Bài viết không tồn tại hoặc đã bị xóa", "Trang bạn truy cập không tồn tại", "Artikel tidak ditemukan", "Berita telah dihapus", "ข่าวนี้ถูกลบแล้ว", "Sorry, this story has expired",
)  # fmt: skip
OF_WITHDRAWN = (
    "네이버, 언론사 요청으로 삭제된 기사 3만 건 공개", "삭제된 기사로 본 한국 언론의 10년", "존재하지 않는 기사를 인용한 챗봇, 언론사들 소송", "서비스 종료된 메신저, 데이터는 어디로",
    "ヤフー、掲載を終了した記事を復元する機能を公開", "公共放送、ニュースサイトの公開を3月末で終了", "微博称已删除文章3万篇，涉及12家媒体", "網頁不存在的年代：檔案館如何保存新聞", "苹果应用已下架：三家公司回应",
    "Bài viết đã bị xóa của nghị sĩ gây tranh cãi trên mạng xã hội", "Berita palsu telah dihapus dari 120 situs, kata menteri", "ข่าวปลอมถูกลบแล้ว 300 รายการ ตำรวจเผย", "This story has expired patents at its heart",
)  # fmt: skip


def page(headline: str, text: str, head: str = "") -> bytes:
    return (
        f"<html><head><title>New crane on the quay | Quay Post</title><meta property=og:type content=article>{head}</head><body><header><a href=/>Quay Post</a>"
        f"<a href=/a>Town</a></header><main><article><h1>{headline}</h1><div class=article-text><p>{text}</p></div></article>{BEHIND}</main>"
        "<footer><p>Quay Post, Quay Street 4</p></footer></body></html>"
    ).encode()


def refused(told: tuple[str, str], head: str = "") -> str:
    found = read_page(page(*told, head), URL)
    return found.reason if isinstance(found, NotArticle) else "article"


@each("name", GONE)
def test_a_page_that_says_in_its_own_words_that_a_story_is_gone_is_no_article(name: str) -> None:
    assert refused(GONE[name]) == "not-found"


def test_a_template_that_tells_a_date_of_what_is_gone_changes_nothing() -> None:
    date = "<meta property=article:published_time content=2025-07-03T08:00:00Z>"
    assert refused(GONE["en"], date) == "not-found"


@each("name", NEWS)
def test_news_of_a_deleted_page_is_an_article(name: str) -> None:
    assert refused(NEWS[name]) == "article"


def test_today_above_the_headline_is_no_day_of_news() -> None:
    html = page(*GONE["en"]).replace(b"<a href=/a>Town</a>", b"<p>Thursday, 3 July 2025</p>")
    assert isinstance(found := read_page(html, URL), NotArticle)
    assert found.reason == "not-found"


def test_what_is_declared_to_be_an_article_is_asked_nothing() -> None:
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "New crane"}</script>'
    assert isinstance(read_page(page(*GONE["en"], declared), URL), Article)


def test_what_was_withdrawn_is_gone_and_news_of_such_pages_are_articles() -> None:
    rest = "<p>자세한 내용은 뉴스홈에서.</p><a href=/>Home</a>"
    shown = {
        said: f"<html><head><title>Quay Post</title></head><body><main><div class=msg><strong>{said}</strong>{rest}</div></main></body></html>"
        for said in WITHDRAWN
    }
    found = {said: read_page(html.encode(), URL) for said, html in shown.items()}
    assert [
        said for said, it in found.items() if not (isinstance(it, NotArticle) and it.reason == "not-found")
    ] == []
    text = "A harbour of the north has kept all that was ever told of it, and shows it from Monday on to whoever asks."
    assert [head for head in OF_WITHDRAWN if refused((head, text)) != "article"] == []


WALLS = {  # what a site says instead of a story, and why
    "bot-wall": ("当前环境异常，完成验证后即可继续访问。", "비정상적인 접근이 감지되었습니다.", "Press & Hold to confirm you are a human (and not a bot).", "Please enable JS and disable any ad blocker", "アクセスが制限されています"),
    "error-page": ("Unavailable due to legal reasons", "This site is currently unavailable to visitors from the European Economic Area", "This content is not available in your region", "現在アクセスが集中しております"),
}  # fmt: skip
OF_WALLS = (
    "Streaming service unavailable in Russia after legal fight", "Website is unavailable to visitors from Texas: how the law works", "アクセスが集中、港のサイトが一時つながらず", "环境异常天气频发 港口提前关闭", "中国电商推出人机验证新规则",
    "비정상적인 접근 3만 건, 항구 서버 공격받아", "검색 결과가 달라졌다, 네이버 검색 개편", "No results found in search for missing boat, coastguard says", "没有找到相关证据 港务局否认漏油", "查無實據 港務局澄清",
)  # fmt: skip


def test_walls_and_searches_without_results_are_told_from_news_of_them() -> None:
    shown = "<html><head><title>Quay Post</title></head><body><main><h1>{0}</h1><p>Reference 1871</p></main></body></html>"
    found = {
        (reason, said): read_page(shown.format(said.replace("&", "&amp;")).encode(), URL)
        for reason, lines in WALLS.items()
        for said in lines
    }
    wrong = [key for key, it in found.items() if not (isinstance(it, NotArticle) and it.reason == key[0])]
    assert wrong == []
    text = "A harbour of the north has kept all that was ever told of it, and shows it from Monday on to whoever asks."
    assert [head for head in OF_WALLS if refused((head, text)) != "article"] == []


SAID = {  # language → what stands in an article's place where it was taken away, in few words and without a cue
    "en": ("Retraction", "We have taken down this article. It did not meet our standards."),
    "en, long ago": ("The Quay Post", "This story is no longer available."),
    "de": ("In eigener Sache", "Wir haben diesen Beitrag depubliziert, weil er unseren Regeln nicht entsprach."),
    "fr": ("Précision", "Cet article a été dépublié. La rédaction présente ses excuses."),
    "es": ("Fe de errores", "Esta nota fue eliminada por decisión de la redacción."),
    "uk": ("Від редакції", "Цю статтю було видалено за рішенням редакції."),
    "cs": ("Omluva", "Tento článek byl odstraněn. Omlouváme se čtenářům."),
    "el": ("Ανακοίνωση", "Αυτό το άρθρο έχει αφαιρεθεί από τη σύνταξη."),
    "he": ("הודעה", "כתבה זו הוסרה ואינה זמינה עוד באתר שלנו."),
    "fa": ("اطلاعیه", "این مطلب حذف شده است و دیگر در دسترس نیست."),
    "ro": ("Anunț", "Acest articol a fost șters la cererea autorului."),
    "hu": ("Közlemény", "Ezt a cikket eltávolítottuk, elnézést kérünk."),
    "sv": ("Meddelande", "Den här artikeln har tagits bort av redaktionen."),
    "fi": ("Tiedote", "Tämä artikkeli on poistettu toimituksen päätöksellä."),
    "sr": ("Обавештење", "Овај текст је уклоњен одлуком уредништва."),
    "bg": ("Съобщение", "Тази статия е премахната по решение на редакцията."),
    "tr": ("Duyuru", "Bu haber kaldırılmıştır."),
    "ar": ("تنويه", "تمت إزالة هذا الخبر بناء على طلب المصدر."),
    "ur": ("اعلان", "یہ خبر ہٹا دی گئی ہے۔"),
    "hi": ("सूचना", "यह लेख हटा दिया गया है।"),
    "bn": ("বিজ্ঞপ্তি", "এই সংবাদটি সরিয়ে ফেলা হয়েছে।"),
    "ja": ("お詫び", "この記事は取り下げました。"),
    "zh": ("更正", "本报撤回该文章，并向读者致歉。"),
}  # fmt: skip
OFFERED = (  # in its place, where it is only kept from us
    ("Read without ads", "Read all articles without advertisements. You can cancel at any time."),
    ("Weiterlesen", "Lesen Sie diesen Artikel und alle Inhalte für einen Euro im Monat, jederzeit kündbar."),
    ("Lire la suite", "Abonnez-vous pour lire cet article et tous nos contenus, sans engagement."),
    ("Suscríbete", "Accede a todos los contenidos y artículos por un euro al mes. Cancela cuando quieras."),
    ("Assine", "Leia esta matéria e todo o conteúdo do jornal por um real no primeiro mês."),
    ("Abbonati", "Leggi questo articolo e tutti i contenuti a un euro al mese. Puoi disdire quando vuoi."),
    ("Читайте дальше", "Оформите подписку, чтобы прочитать эту статью; отменить её можно в любой момент."),
    ("تابع القراءة", "اشترك لقراءة هذا المقال وكل محتوى الصحيفة، ويمكنك الإلغاء متى شئت."),
    ("订阅后阅读全文", "订阅后即可阅读本文及所有文章，可随时取消。"),
    ("続きを読む", "この記事の続きを読むには会員登録が必要です。いつでも解約できます。"),
    ("Sign in", "Your session has expired. Sign in again to go on reading this story."),
    ("Support us", "Our stories are free for all to read, and each page costs us money to write."),
)  # fmt: skip


def test_what_stands_in_the_place_of_an_article_says_that_it_is_gone_or_sells_it() -> None:
    below = "\n\nA second line of the page, which tells of the harbour."
    assert [of for of, (title, text) in SAID.items() if not says_gone(title, text + below)] == []
    assert [title for title, text in OFFERED if says_gone(title, text + below)] == []
