"""Pages of our own, one for each kind of furniture and of article, in several languages.

A sample is a page with what must stand in its text, line by line, and what must not. The stories are made up.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

URL = "https://news.example/tech/2025/07/03/forum-opens-in-the-harbour-city"


@dataclass(frozen=True)
class Sample:
    """A page and what it tells."""

    html: str
    must: tuple[str, ...]
    never: tuple[str, ...] = ()
    title: str | None = None
    url: str = URL

    @property
    def body(self) -> bytes:
        """As served."""
        return self.html.encode()


STORIES: dict[str, tuple[str, ...]] = {  # language → title, paragraphs
    "en": (
        "Forum on the digital economy opens in the harbour city",
        "The conference opened on Wednesday with delegates from fifty countries, who will spend four days on data, trade and the rules for both.",
        "“We have talked about the cables for ten years,” said the mayor, Ada Holm, in her opening speech. “Now we have to talk about who may use them.”",
        "Organisers said that more than twenty panels are planned this year, twice as many as at the first meeting, besides the main session in the old customs hall.",
        "A maker of small robots told the audience that cost, safety and reliability remain the questions that matter most to the companies that buy them.",
        "Analysts expect more cooperation once the rules of the countries are settled, though most of them doubt that this will happen before the end of next year.",
    ),
    "de": (
        "Forum zur digitalen Wirtschaft in der Hafenstadt eröffnet",
        "Mit Gästen aus fünfzig Ländern hat am Mittwoch das Forum zur digitalen Wirtschaft begonnen, das sich vier Tage lang mit Daten und Handel befasst.",
        "„Über die Kabel reden wir seit zehn Jahren“, sagte Bürgermeisterin Ada Holm zur Eröffnung. „Jetzt müssen wir darüber reden, wer sie nutzen darf.“",
        "Nach Angaben der Veranstalter sind in diesem Jahr mehr als zwanzig Runden geplant, doppelt so viele wie beim ersten Treffen vor drei Jahren.",
        "Ein Hersteller kleiner Roboter erklärte, Preis, Sicherheit und Verlässlichkeit blieben für die Käufer die wichtigsten Fragen überhaupt.",
        "Fachleute rechnen mit mehr Zusammenarbeit, sobald die Regeln der Länder feststehen, zweifeln aber daran, dass dies vor Ende des nächsten Jahres geschieht.",
    ),
    "es": (
        "Abre en la ciudad portuaria el foro de la economía digital",
        "El foro de la economía digital abrió el miércoles con invitados de cincuenta países, que hablarán durante cuatro días de datos, comercio y reglas.",
        "«Llevamos diez años hablando de los cables», dijo la alcaldesa, Ada Holm, en la apertura. «Ahora hay que hablar de quién puede usarlos».",
        "Según los organizadores, este año habrá más de veinte mesas, el doble que en el primer encuentro, además de la sesión principal en la antigua aduana.",
        "Un fabricante de pequeños robots explicó que el precio, la seguridad y la fiabilidad siguen siendo lo que más importa a las empresas que los compran.",
        "Los analistas esperan más cooperación cuando los países acuerden las reglas, aunque dudan de que eso ocurra antes de que acabe el próximo año.",
    ),
    "ru": (
        "В портовом городе открылся форум цифровой экономики",
        "В среду открылся форум цифровой экономики, на который приехали гости из пятидесяти стран: четыре дня они будут говорить о данных и торговле.",
        "«О кабелях мы говорим уже десять лет, — сказала на открытии мэр Ада Хольм. — Теперь пора поговорить о том, кто может ими пользоваться».",
        "По словам организаторов, в этом году запланировано более двадцати дискуссий, вдвое больше, чем на первой встрече три года назад.",
        "Производитель небольших роботов рассказал, что цена, безопасность и надёжность остаются главными вопросами для компаний, которые их покупают.",
        "Аналитики ждут более тесного сотрудничества, когда страны согласуют правила, но сомневаются, что это случится до конца следующего года.",
    ),
    "zh": (
        "数字经济论坛在港口城市开幕",
        "数字经济论坛星期三在港口城市开幕，来自五十个国家的代表将用四天时间讨论数据、贸易以及两者的规则。",
        "市长霍尔姆在开幕式上说：“关于电缆，我们已经谈了十年。现在必须谈谈谁可以使用它们。”",
        "主办方表示，今年计划举办二十多场分论坛，是第一届的两倍，此外还将在旧海关大厅举行主会议。",
        "一家小型机器人制造商对听众说，成本、安全和可靠性仍然是采购企业最关心的问题。",
        "分析人士预计，各国规则确定之后合作将会增加，不过多数人怀疑明年年底之前能否实现。",
    ),
    "ja": (
        "港の街でデジタル経済フォーラムが開幕",
        "デジタル経済フォーラムが水曜日、港の街で開幕した。五十か国の代表が四日間にわたり、データと貿易、そのルールについて話し合う。",
        "「ケーブルについては十年も話してきた。今こそ、誰がそれを使えるのかを話し合うべきだ」と、市長のホルム氏は開会のあいさつで述べた。",
        "主催者によると、今年は二十を超える分科会が予定されており、三年前の第一回の二倍にあたるという。",
        "小型ロボットの製造会社は、費用と安全性、信頼性が買い手にとって今も最も大切な問題だと聴衆に語った。",
        "専門家は、各国のルールが定まれば協力が進むとみているが、来年末までに実現するかどうかは疑わしいとしている。",
    ),
    "th": (
        "เปิดเวทีเศรษฐกิจดิจิทัลที่เมืองท่า ผู้แทนกว่าห้าสิบประเทศร่วมงาน",
        "เวทีเศรษฐกิจดิจิทัลเปิดฉากขึ้นเมื่อวันพุธที่เมืองท่า โดยมีผู้แทนจากห้าสิบประเทศเข้าร่วมหารือเรื่องข้อมูลและการค้าเป็นเวลาสี่วัน",
        "นายกเทศมนตรีเอดา โฮล์ม กล่าวในพิธีเปิดว่า เราพูดเรื่องสายเคเบิลกันมาสิบปีแล้ว ถึงเวลาที่ต้องพูดกันว่าใครจะใช้สายเหล่านั้นได้บ้าง",
        "ผู้จัดงานระบุว่าปีนี้จะมีการเสวนามากกว่ายี่สิบหัวข้อ ซึ่งมากกว่าการประชุมครั้งแรกเมื่อสามปีก่อนถึงสองเท่า",
        "ผู้ผลิตหุ่นยนต์ขนาดเล็กรายหนึ่งกล่าวกับผู้ฟังว่า ต้นทุน ความปลอดภัย และความน่าเชื่อถือยังคงเป็นคำถามที่สำคัญที่สุดสำหรับบริษัทผู้ซื้อ",
        "นักวิเคราะห์คาดว่าความร่วมมือจะเพิ่มขึ้นเมื่อกฎระเบียบของแต่ละประเทศชัดเจน แต่ส่วนใหญ่ไม่เชื่อว่าจะเกิดขึ้นก่อนสิ้นปีหน้า",
    ),
    "ar": (
        "افتتاح منتدى الاقتصاد الرقمي في مدينة الميناء",
        "افتتح منتدى الاقتصاد الرقمي أعماله يوم الأربعاء في مدينة الميناء بحضور وفود من خمسين دولة تناقش على مدى أربعة أيام البيانات والتجارة.",
        "وقالت رئيسة البلدية آدا هولم في كلمة الافتتاح إن الحديث عن الكابلات استمر عشر سنوات، وقد حان الوقت للحديث عمن يحق له استخدامها.",
        "وأوضح المنظمون أن أكثر من عشرين جلسة ستعقد هذا العام، أي ضعف عدد جلسات اللقاء الأول، إلى جانب الجلسة الرئيسية في مبنى الجمارك القديم.",
        "وقال صانع روبوتات صغيرة أمام الحضور إن الكلفة والسلامة والموثوقية ما زالت أهم الأسئلة لدى الشركات التي تشتريها.",
        "ويتوقع المحللون مزيدا من التعاون بعد أن تتفق الدول على القواعد، لكن معظمهم يشك في أن يتحقق ذلك قبل نهاية العام المقبل.",
    ),
    "ko": (
        "항구 도시에서 디지털 경제 포럼 개막",
        "디지털 경제 포럼이 수요일 항구 도시에서 막을 올렸다. 오십 개국 대표들이 나흘 동안 데이터와 무역, 그 규칙을 논의한다.",
        "에이다 홀름 시장은 개막 연설에서 “케이블에 관해서는 십 년 동안 이야기했다. 이제는 누가 쓸 수 있는지를 이야기해야 한다”고 말했다.",
        "주최 측은 올해 스무 개가 넘는 분과 회의가 열린다고 밝혔다. 이는 삼 년 전 첫 회의의 두 배에 이르는 수다.",
        "소형 로봇을 만드는 한 업체는 비용과 안전, 신뢰성이 여전히 구매 기업에 가장 중요한 문제라고 청중에게 말했다.",
        "전문가들은 각국의 규칙이 정해지면 협력이 늘어날 것으로 보지만, 내년 말 이전에 이루어질지는 의문이라고 했다.",
    ),
}
_NAV = {
    "en": ("World", "Business", "Technology", "Culture", "Sport", "Opinion"),
    "de": ("Welt", "Wirtschaft", "Technik", "Kultur", "Sport", "Meinung"),
    "es": ("Mundo", "Economía", "Tecnología", "Cultura", "Deportes", "Opinión"),
    "ru": ("Мир", "Экономика", "Технологии", "Культура", "Спорт", "Мнения"),
    "zh": ("国际", "财经", "科技", "文化", "体育", "评论"),
    "ja": ("国際", "経済", "技術", "文化", "スポーツ", "社説"),
    "th": ("ต่างประเทศ", "เศรษฐกิจ", "เทคโนโลยี", "วัฒนธรรม", "กีฬา", "ความเห็น"),
    "ar": ("العالم", "اقتصاد", "تقنية", "ثقافة", "رياضة", "رأي"),
    "ko": ("국제", "경제", "기술", "문화", "스포츠", "오피니언"),
}


def paragraphs(texts: tuple[str, ...]) -> str:
    """Each in a <p>."""
    return "".join(f"<p>{text}</p>\n" for text in texts)


def page(
    inner: str, language: str = "en", head: str = "", title: str | None = None, ld: object = None
) -> str:
    """A page around `inner`: head, menu, footer."""
    title = STORIES[language][0] if title is None else title
    menu = "".join(f'<li><a href="/s/{n}">{word}</a></li>' for n, word in enumerate(_NAV[language]))
    data = f'<script type="application/ld+json">{json.dumps(ld, ensure_ascii=False)}</script>' if ld else ""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title} | The Harbour Post</title>{head}{data}</head><body>'
        f'<header class="site-header"><a href="/">The Harbour Post</a><nav><ul>{menu}</ul></nav></header>\n{inner}\n'
        f'<footer class="site-footer"><ul>{menu}</ul><p>© 2011–2026 The Harbour Post. All rights reserved.</p></footer></body></html>'
    )


def story(
    language: str = "en",
    before: str = "",
    between: str = "",
    after: str = "",
    aside: str = "",
    head: str = "",
) -> str:
    """A page with its story; furniture before it, in its middle, after it inside the article, and beside it."""
    title, *texts = STORIES[language]
    return page(
        f'<main><article class="article"><h1>{title}</h1>{before}<div class="article-body">{paragraphs(tuple(texts[:3]))}{between}'
        f"{paragraphs(tuple(texts[3:]))}</div>{after}</article></main>{aside}",
        language,
        head,
    )


def _links(*texts: str, tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/{n}-{len(t)}">{t}</a></{tag}>' for n, t in enumerate(texts))


# what stands around stories: name → language, place, markup, what of it must not be text
FURNITURE: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "teasers below, English": (
        "en", "aside",
        '<section class="teasers"><h2>More from Technology</h2><div class="card"><h3><a href="/a">Ferry line tests boats without crews</a></h3><p>The first '
        'crossing took nine minutes, and nobody was at the wheel.</p></div><div class="card"><h3><a href="/b">Why the old exchange became a server hall</a></h3>'
        "<p>Thick walls, cool rooms and a river next door made it an easy choice.</p></div></section>",
        ("Ferry line tests boats", "nobody was at the wheel", "Thick walls, cool rooms", "More from Technology"),
    ),
    "related in the middle, German": (
        "de", "between",
        f'<aside class="related-articles"><h4>Mehr zum Thema</h4><ul>{_links("Fähre fährt ohne Besatzung", "Wie die alte Börse zum Rechenzentrum wurde")}</ul></aside>',
        ("Mehr zum Thema", "Fähre fährt ohne Besatzung", "Rechenzentrum"),
    ),
    "related after, Japanese": (
        "ja", "after",
        f'<div class="related"><h2>関連記事</h2><ul>{_links("無人の渡し船、港で試験運航", "古い取引所がデータセンターに")}</ul></div>',
        ("関連記事", "無人の渡し船", "古い取引所"),
    ),
    "most read, Spanish": (
        "es", "aside",
        f'<aside class="sidebar most-read"><h3>Lo más leído</h3><ol>{_links("El ferri que navega solo", "La vieja bolsa es ahora un centro de datos", "Cinco playas sin viento")}</ol></aside>',
        ("Lo más leído", "El ferri que navega solo", "Cinco playas"),
    ),
    "most read, Thai": (
        "th", "aside",
        f'<div class="widget popular-posts"><h3>ข่าวยอดนิยม</h3><ul>{_links("เรือข้ามฟากไร้คนขับเริ่มทดสอบ", "อาคารตลาดหุ้นเก่ากลายเป็นศูนย์ข้อมูล")}</ul></div>',
        ("ข่าวยอดนิยม", "เรือข้ามฟากไร้คนขับ"),
    ),
    "share bar, English": (
        "en", "before",
        '<div class="share-bar"><span>Share this story</span><ul><li><a href="#f">Facebook</a></li><li><a href="#x">X</a></li><li><a href="#m">Email</a></li>'
        "<li><button>Copy link</button></li></ul></div>",
        ("Share this story", "Facebook", "Copy link"),
    ),
    "share bar, Korean": (
        "ko", "after", '<div class="sns-share"><span>기사 공유하기</span><a href="#k">카카오톡</a><a href="#f">페이스북</a></div>', ("기사 공유하기", "카카오톡"),
    ),
    "newsletter box, English": (
        "en", "between",
        '<div class="newsletter-signup"><h4>The Harbour Letter</h4><p>Get the five stories that matter in your inbox every morning. You can unsubscribe at any time.</p>'
        '<form><input type="email"><button>Sign up</button></form></div>',
        ("The Harbour Letter", "in your inbox every morning", "unsubscribe"),
    ),
    "newsletter box, German": (
        "de", "after",
        '<div class="newsletter-box"><p>Jeden Morgen die wichtigsten Nachrichten in Ihrem Postfach. Hier können Sie unseren Newsletter kostenlos bestellen.</p></div>',
        ("in Ihrem Postfach", "Newsletter kostenlos"),
    ),
    "a caption told twice": (
        "en", "between",
        '<figure><img src="/h.jpg" alt="Guests in front of the customs hall on Wednesday"><figcaption>Guests in front of the customs hall on Wednesday. '
        'Photo: Harbour Post/L. Berg</figcaption></figure><div class="image-caption">Guests in front of the customs hall on Wednesday. Photo: Harbour Post/L. Berg</div>',
        ("Guests in front of the customs hall", "L. Berg"),
    ),
    "comments, Russian": (
        "ru", "aside",
        '<section id="comments" class="comments"><h3>Комментарии (2)</h3><div class="comment"><b class="comment-author">Пётр</b><p class="comment-text">Опять говорят, а кабели '
        'как лежали на дне, так и лежат. Посмотрим, что будет через год.</p></div><div class="comment"><b class="comment-author">Вера</b><p class="comment-text">Были на открытии, '
        "очень понравилось, особенно маленькие роботы у входа в зал.</p></div></section>",
        ("Опять говорят", "очень понравилось", "Комментарии"),
    ),
    "comments, English": (
        "en", "aside",
        '<div id="comments"><h2>2 comments</h2><ol class="comment-list"><li class="comment"><p>I was there on Wednesday and the queue at the door was longer than any speech.</p></li>'
        '<li class="comment"><p>Nobody mentions what the cables cost the city in the end, and who paid for it.</p></li></ol></div>',
        ("longer than any speech", "who paid for it"),
    ),
    "cookie banner, English": (
        "en", "aside",
        '<div id="cookie-banner" class="cookie-consent" role="dialog"><p>We and our 340 partners store and access information on your device. You can change your choice at any time.</p>'
        "<button>Accept all</button><button>Reject</button></div>",
        ("340 partners", "Accept all"),
    ),
    "consent text, Chinese": (
        "zh", "aside", '<div class="cookie-notice"><p>本网站使用Cookie以改善您的浏览体验。继续浏览即表示您同意我们的隐私政策。</p><button>同意</button></div>', ("Cookie", "隐私政策"),
    ),
    "author box, English": (
        "en", "after",
        '<div class="author-box"><img src="/m.jpg"><h4>Mary Winter</h4><p class="author-bio">Mary Winter covers ports, cables and the people who look after both. She joined the '
        'Harbour Post in 2016.</p><a href="/mary">More by Mary Winter</a></div>',
        ("covers ports, cables", "joined the Harbour Post", "More by Mary"),
    ),
    "author box, Arabic": (
        "ar", "after", '<div class="author-bio"><p>مراسلة متخصصة في شؤون الموانئ والتقنية، انضمت إلى الصحيفة عام 2016.</p></div>', ("مراسلة متخصصة",),
    ),
    "date line, English": (
        "en", "before",
        '<div class="article-meta"><span class="byline">By <a rel="author" href="/mary">Mary Winter</a></span> <time datetime="2025-07-03T09:30:00+02:00">July 3, 2025, 9:30 a.m.</time>'
        '<span class="reading-time">4 min read</span></div>',
        ("July 3, 2025", "min read", "Mary Winter"),
    ),
    "date line, Thai": (
        "th", "before", '<div class="entry-meta"><span class="date">3 กรกฎาคม 2568 เวลา 09:30 น.</span> <span class="views">1,204 ครั้ง</span></div>', ("กรกฎาคม 2568", "1,204"),
    ),
    "date line, Chinese": (
        "zh", "before", '<div class="info"><span class="time">2025年07月03日 09:30</span><span class="source">来源：港口日报</span></div>', ("2025年07月03日", "来源"),
    ),
    "credit below, Chinese": (
        "zh", "after", '<div class="article-editor">（责任编辑：王小明）</div><p class="copyright">版权所有，未经许可不得转载。</p>', ("责任编辑", "版权所有"),
    ),
    "credit below, German": (
        "de", "after", '<p class="source-credit">Quelle: Hafenpost/dpa</p>', ("Quelle: Hafenpost",),
    ),
    "read-more tail, English": (
        "en", "after", '<p class="read-more"><a href="/c">Read more: How the customs hall was saved from the sea</a></p>', ("Read more", "saved from the sea"),
    ),
    "read-more in the middle, Spanish": (
        "es", "between", '<p><strong>Lea también: </strong><a href="/c">Cómo se salvó la aduana del mar</a></p>', ("Cómo se salvó",),
    ),
    "tags, Russian": (
        "ru", "after", '<div class="tags"><a href="/t/1">форум</a> <a href="/t/2">данные</a> <a href="/t/3">торговля</a></div>', ("форум данные торговля",),
    ),
    "next and previous": (
        "en", "after", '<nav class="post-navigation"><a href="/p">← Ferry line tests boats without crews</a> <a href="/n">Five beaches without wind →</a></nav>', ("Ferry line", "Five beaches"),
    ),
    "a video box": (
        "en", "between", '<div class="video-player"><p class="video-title">Watch: the opening in ninety seconds</p><span>01:30</span></div>', ("ninety seconds",),
    ),
    "an advertisement": (
        "en", "between", '<div class="ad-container"><span>Advertisement</span><p>Harbour Bank: the account that sleeps when you sleep. Open yours today.</p></div>', ("Advertisement", "Harbour Bank"),
    ),
}  # fmt: skip


def furnished(name: str) -> Sample:
    """The story with one kind of furniture."""
    language, place, markup, never = FURNITURE[name]
    return Sample(story(language, **{place: markup}), STORIES[language][1:], never, STORIES[language][0])
