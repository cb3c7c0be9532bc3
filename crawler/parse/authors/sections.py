"""What is written as names are, beside a date or below a headline, and is a section, a label, a place or a body: its words, in every script.

A line that none of these is found in may still be no name: who asks looks at what else the page says of it.
"""

from __future__ import annotations

import re

from crawler.patterns import lazily, rarely

SECTION = lazily(  # what stands before a date as a name does: sections, labels, places
    r"\b(?:news|press|release|breaking|posted|published|updated?|last|report|analysis|opinion|technology|tech|science|change|intelligence|security|energy|world|business|politics|economy|finance|health|culture|sports?|video|events?|forum|summit|conference|interview|post|times|daily"
    r"|(?:long|short|quick|must|min(?:ute)?s?) read|white ?papers?|case stud(?:y|ies)|(?:thought )?leadership|insights?|announcements?|webinars?|podcasts?|newsletters?|transformation|innovation|artificial|digital|newswire|council|committee|(?:executive )?summary|dear|share this|about us|contact us"
    r"|künstliche|intelligenz|inteligencia|inteligência|intelligenza|artificielle|yapay|pressestelle|transformación|transformação|innovación|inovação|innovazione|trí tuệ|công nghệ|kinh tế|cronaca|economia"
    r"|life|living|local|estate|lifestyle|entertainment|travel|opinions?|features?|markets?|education|environment|climate|gazette|herald|tribune|chronicle|magazine|locale|vida|sociedad|società|đời sống|thời sự|giáo dục"
    r"|mise|jour|publié|publicado|actualizado|noticias|nachrichten|actualités|notizie|tecnología|tecnologia|ciencia|política|economía|wirtschaft|politik|wissenschaft|kultur|новости|политика|экономика|наука|технологии|θ[έε]ματα|[άα]ρθρα|ειδ[ήη]σεις)\b"
    r"|^(?:new|san|santa|los|las|rio|buenos|kuala|cape|port|saint|st|north|south|east|west|bad|palo alto|grand|jawa|hà nội|великий|нижний|санкт|кривий)\b|^(?:hong kong|abu dhabi|tel aviv|addis ababa|ho chi minh.*|.* city)$",
    re.I,
)
UNCASED_SECTION = rarely(  # the same in letters without capitals, where two words may be anything
    r"\bו?(?:חדשות|סוכנויות|זמן|מערכת|כלכלה|עסקים|ספורט|תרבות|טכנולוגיה|פוליטיקה|דעות|בריאות|צרכנות|חינוך|מדע|ביטחון|רכב)\b|\b(?:و?ال)?(?:[أا]خبار|قراءة|مدة|تقرير|خاص|متابعات|وكالات|مراسل|تحقيق|حوار|بيان|ترجمة|قسم|فريق|تحرير|اقتصاد|سياسة|رياضة|تكنولوجيا|ثقافة|منوعات|تقارير|محلية|محليات|عربية|دولية|صحة|علوم|مقالات)\b"
    r"|\b(?:کد|زمان|سرویس|گروه|اقتصادی|سیاسی|سیاست|ورزشی|ورزش|فناوری|فرهنگی|فرهنگ|اجتماعی|گزارش|جهان|خبریں|کھیل|پاکستان|دنیا)\b|(?<!\S)(?:देश|विदेश|खेल|राजनीति|समाचार|ख़?बर(?:ें)?|न्यूज़?|ब्यूरो|ब्यूरो|ডেস্ক|ব্যুরো|নিউজ|நிருபர்|நாடு|मनोरंजन|कारोबार|तकनीक|दुनिया|খেলা|অর্থনীতি|রাজনীতি|সংবাদ|খবর|প্রযুক্তি|সারাদেশ|বিনোদন|செய்திகள்|விளையாட்டு|வணிகம்)(?!\S)"
)
UNCASED_PAIR = lazily(
    r"^ال\S+\s|^\S+\sو(?!ليد|ائل|سام|سيم|فاء|حيد|ديع|هب|هيب)\S|^\S+\sו\S{3,}|^(?:كرة|سوق|أسواق|ريادة|عالم|شؤون|كتاب|رأي|آراء|رام الله|شرم الشيخ|أبو ?ظبي|بيت لحم|تل أبيب|خان يونس|नई दिल्ली|न्यू यॉर्क|ग्रेटर नोएडा|নয়া দিল্লি|নতুন দিল্লি|புது தில்லி|న్యూ ఢిల్లీ|ನವ ದೆಹಲಿ|تل ابیب|نئی دہلی|نیو یارک|תל אביב|באר שבע|פתח תקו?וה|כפר סבא|בית שמש|ראש העין|רמת גן|בני ברק)(?:\s|$)"
)
OF_LAND = lazily(  # what begins the names of towns, countries and bodies of two words, as no first name does
    r"^(?:(?!аглая)[а-я]{3,}(?:ая|яя|ое|ее|ые|ие|ый|[гкх]ий|[жхшь]ний)|(?:північн|південн|західн|східн|нов|стар|велик|мал|біл|червон|близьк|саудівськ|горн|долн|голям|бял|черн|црн|бел|бијел|северн|сјеверн|южн|јужн|западн|источн)[аиоуіея]"
    r"|(?!nova .*(?:sson|sen|dóttir)$)(?:nov|star|velik|gornj|donj|bijel|bel|crn|sjevern|severn|južn|zapadn|istočn|vzhodn|banj|mlad|karlov)[aeioyáéý]|(?!fran[cz])[^\W\d_]{3,}sk[aeioáéý]|[^\W\d_]{2,}(?:[ňnlk]í|ká|ké|ná|lá)|hradec|spojené"
    r"|now[yae]|star[ye]|zielona|jelenia|wielk[aio]\w*|biał[ay]|czarn[ay]|stalowa|północn\w+|południow\w+|wschodni\w*|zachodni\w*|górn[ya]|doln[ya]|mał[ay]|środkow\w+|unia|stany|bliski|daleki|arabia|baia|satu|uniunea|marea|statele|coreea|orientul|noua|republica|târgu|alba|piatra|râmnicu|curtea|turnu"
    r"|ν[έε]α|ν[όο]τια|β[όο]ρεια|δυτικ[ήη]|ανατολικ[ήη]|μ[έε]ση|ηνωμ[έε]νες|ευρωπα[ϊι]κ[ήη]|μεγ[άα]λη|σαουδικ[ήη]|[άα]γι(?:ος|α|οι)|άνω|κάτω|stora|lilla|norra|södra|östra|västra|gamla|store|lille|nykøbing|förenta|forente|forenede|vår|uusi|vanha|pohjois\S*|etelä\S*|rīgas|baltijos|tartu|tallinna|eesti|euroopa|latvijas|lietuvos|eiropas|europos|vilniaus|kauno)(?![^\W\d_])",
    re.I,
)
