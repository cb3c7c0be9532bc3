"""What leads a name in a byline, in many languages: "Author: Ann Lee", "by Ann Lee".

A label may stand before a colon or a bar in any page; so may a verb ("written by"). A short word means other things
where no byline is: "Na Zanzibar" is no author in Polish. So those of ``BY_IN`` are believed in pages of their language.
"""

from __future__ import annotations

BY = "by|yazan|dodał|von|par|por|di|da|av|af|door|deur|od|oleh|bài|γράφει ο|γράφει η|γράφουν οι|γράφουν|γράφει|του|από|gönderen|parengė|kirjutas|beküldte|shkroi|โดย|ໂດຍ|ដោយ|كتب|كتبت|إعداد|द्वारा"
# verbs and the like: what follows is a name, wherever they stand
SAID = (
    "γράφει ο|γράφει η|γράφουν οι|written by|posted by|reviewed by|view all posts by|story by|words by|text by|reported by|publié par|écrit par|rédigé par|propos recueillis par|geschrieben von|veröffentlicht von|escrito por"
    "|publicado por|redactado por|redactat per|escrit per|scritto da|a cura di|geschreven door|geskryf deur|skrevet af|skrevet av|skriven av|scris de|publicat de|ditulis oleh|isinulat ni|ulat ni"
    "|piše|пише|пишува|napsal|napsala|napísal|napísala|napisał|napisała|napisao|napisala|připravil|připravila|pripravil|pripravila|pripremio|pripremila|припремио|припремила|подготовил|подготовила"
    "|підготував|підготувала|diposting oleh|pubblicato da|geplaatst door|upplagd av|lagt inn av|sendt inn av|przesłane przez|postat de|imechapishwa na|imewekwa na|đăng bởi|viết bởi|αναρτήθηκε από"
    "|публикувано от|kirjutanud|sagatavoja|írta|shkruar nga|përgatiti|imeandikwa na|waxaa qoray|เขียนโดย|بقلم|به قلم|گزارش از|מאת|লিখেছেন|беседовал|беседовала|беседу вёл|беседу вел|беседу вела"
    "|tekst i fot.|tekst i zdjęcia|tekst i foto|text und fotos|text och foto|tekst og foto|testo e foto|texto y fotos|texte et photos|текст и фото|текст і фото|фото и текст"
    "|yazan|derleyen|hazırlayan|hazırlayanlar|kaleme alan|röportajı yapan|hazırladı|tərtib etdi|opracował|opracowała|oprac.|spisał|spisała|zpracoval|zpracovala|spracoval|spracovala|összeállította|lejegyezte|întocmit de|realizat de"
    "|изготвил|изготвила|подготви|приредио|приредила|zusammengestellt von|aufgezeichnet von|sammanställt av|nedtecknat av|samengesteld door|opgetekend door|compilé par|recueilli par|préparé par|elaborado por|recopilado por"
    "|transcripción de|transcrição de|trascrizione a cura di|trascrizione di|raccolto da|a consemnat|au consemnat|imeandaliwa na|as told to|story and photos by|text and photos by|words and pictures by|compiled by|prepared by|transcribed by|transcript by|disusun oleh|dihimpun oleh|تهیه و تنظیم|تهیه‌کننده گزارش|گردآوری|إعداد وتقديم|הכין|הכינה"
    "|wanaripoti|anaripoti|wameripoti|ameripoti|live reporting by|live coverage by|live updates by|reporting by|es berichten|es berichtet|liveblog von|liveticker von|direct animé par|direct suivi par|relację prowadzi|relację prowadzą|relacjonuje|relacjonują|online vede|online vedie|liveblog door|liveverslag door|direktrapport av|oppdateres av|opdateres af|онлайн ведёт|онлайн ведет|онлайн ведут|трансляцию ведёт|трансляцию ведет|трансляцию вели|онлайн веде|трансляцію веде|canlı aktaran|tudósítanak|ζωντανή κάλυψη|μεταδίδουν"
    "|записал|записала|интервью взял|интервью взяла|rozmawiał|rozmawiała|notował|notowała|razgovarao|razgovarala|разговараше|разговара|interviu de|entrevista de"
)
LABELS = (
    "haber|reportasje|ρεπορτάζ|συνέντευξη|द्वारा|reportage|reportaj|w/q|jurnalis|tekst i fot.|tekst i zdjęcia|tekst i foto|text und fotos|text und foto|text und bild|text & foto|text och foto|text och bild|tekst og foto|teksti ja kuvat|testo e foto|texto y fotos|texto e fotos|texte et photos|текст и фото|текст і фото|szöveg és fotó|tekst en foto|words and pictures|mətn|պատրաստեց|მომზადა|རྩོམ་པ་པོ|聞き手・文|聞き手|構成|取材|ຂ່າວ-ພາບ|ข่าว-ภาพ|ข่าว/ภาพ|گفت‌وگو از|گفت‌و‌گو از|گفتگو از|گفت و گو از|مصاحبه از|author|authors|writer|writers|autor|autora|autorin|autoren|autores|autorka|autori|autorzy|autoři|autorica|avtor|avtorica|autorius|autorė|autors|autore|auteur|auteurs|autrice|auteure|autora/es|awtur|awtor|awdur|autori i artikullit|tekijä|kirjoittaja|toimittaja|author/s|egilea|höfundur|forfatter|författare|skribent"
    "|texto|text|texte|texti|tekst|teksti|teksts|testo|tekstas|szöveg|szerző|szerzők|yazar|muhabir|müəllif|muallif|муаллиф|муаллифи|penulis|wartawan|tác giả|mwandishi|may-akda|marubuci|skrywer|nivîskar"
    "|автор|авторы|автори|авторка|аутор|ауторка|аўтар|авторлар|зохиогч|сурвалжлагч|текст|κείμενο|συντάκτης|συντάκτρια|հեղինակ|ავტორი"
    "|الكاتب|الكاتبة|نویسنده|نویسندگان|خبرنگار|گزارشگر|تحریر|مصنف|مصنفہ|رپورٹ|لیکوال|نووسەر|כתב|כתבת|כותב|כותבת"
    "|लेखक|लेखिका|संवाददाता|রিপোর্টার|লেখক|প্রতিবেদক|લેખક|ਲੇਖਕ|எழுதியவர்|கட்டுரையாளர்|நிருபர்|రచయిత|రచన|ಲೇಖಕರು|ಲೇಖಕ|ವರದಿಗಾರ|ലേഖകൻ|തയ്യാറാക്കിയത്|ලේඛක|ผู้เขียน|เรื่อง|អ្នកនិពន្ធ|អ្នកសរសេរ|អ្នកយកព័ត៌មាន|စာရေးသူ|ရေးသားသူ|သတင်းထောက်|ጸሐፊ|ዘጋቢ|አዘጋጅ"
    "|متن|متن و عکس|عکس و متن|گزارش و عکس|عکس و گزارش|نص وصور|نص وتصوير|تصوير ونص|טקסט|טקסט וצילום|כתיבה וצילום|כתב וצילם|фото и текст|фото і текст|foto und text|fotos und text|foto e testo|fotos y texto|photos et texte|foto och text|foto og tekst|foto en tekst|yazı ve fotoğraf|yazı ve fotoğraflar|haber ve fotoğraf|bài và ảnh|ảnh và bài|글·사진|글ㆍ사진|사진·글"
    "|작성자|글쓴이|글|기자|记者|記者|作者|原作者|撰稿|撰稿人|采写|文|撰文|文字|图文|圖文|文图|发布者|發布者|本报记者|著者|筆者|執筆者|取材・文"
)
# between the last two names of a list, whatever the language
AND = (  # in small letters: "Mary E Smith", "Nguyen Ta Minh"; or in capitals among capitals, and then no initial
    r"&|and|(?-i:(?<!von\s)und|et|y|e|og|och|i|и|та|ve|dan|və|және|мен)|եւ|և"
    r"|(?-i:(?<=[A-ZÀ-ÞА-Я]{2}\s)(?:UND|ET|OG|OCH|И|ТА|VE|DAN|[YEI](?=\s\S+\s\S))(?=\s[A-ZÀ-ÞА-Я]{2}))"
    r"|اور|او|और|तथा|एवं|आणि|এবং|ও|আৰু|ਅਤੇ|અને|மற்றும்|మరియు|ಮತ್ತು|සහ"
    r"|და|และ|ແລະ|និង|နှင့်|እና|和|與|与"
)
AND_IN = {  # likewise, where a page is in that language: "en Nueva York" and "at Old Trafford" are no lists
    "af": "en",
    "cs": "a",
    "cy": "a|ac",
    "el": "και",
    "et": "ja",
    "eu": "eta",
    "fi": "ja",
    "fil": "at",
    "ga": "agus",
    "hu": "és",
    "lt": "ir",
    "lv": "un",
    "nl": "en",
    "ro": "și|şi",
    "sk": "a",
    "sq": "dhe",
    "sw": "na",
    "tl": "at",
    "uz": "va",
    "vi": "và",
}
BY_IN = {  # the language a page says it is in → short words that lead a name there
    "af": "deur",
    "am": "በ",
    "az": "müəllif",
    "bg": "от",
    "ca": "per",
    "cy": "gan",
    "el": "του|της",
    "fil": "ni|nina|nila",
    "ga": "le",
    "is": "eftir",
    "lb": "vun",
    "mt": "minn",
    "ro": "de",
    "sq": "nga",
    "sw": "na",
    "ti": "ብ",
    "tl": "ni|nina|nila",
    "ur": "از",
    "vi": "theo",
    "yi": "פֿון|פון",
    "ha": "daga",
}
