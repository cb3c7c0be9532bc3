"""The event, spoken of again without its name: "the summit", "at the fair", "本届", and the words for events of languages
whose own are not listed in words.py.

Folded: lower case, hyphens and quotes as spaces, simplified characters.
"""

from __future__ import annotations

from crawler.patterns import lazily

AGAIN = lazily(
    r"(?<!\w)(?:the|this|that|its|day) (?:\w+ ){0,2}?(?:summit|conference|forum|gathering|event|expo|fair|congress|talks|session|meeting)(?!\w)"
    r"|(?<!\w)(?:le|la|du|au|ce|cette) (?:sommet|conférence|forum|rencontre|salon|congrès|réunion)(?!\w)"
    r"|(?<!\w)(?:der|die|das|dem|des|den) (?:\w+ ){0,1}?(?:gipfel\w*|konferenz|treffens?|forums?|messe|kongress\w*|tagung)(?!\w)"
    r"|(?<!\w)(?:el|la|del|al|este|esta) (?:cumbre|conferencia|foro|feria|congreso|encuentro|reunión)(?!\w)"
    r"|(?<!\w)(?:o|a|do|da|no|na) (?:cúpula|cimeira|conferência|fórum|feira|congresso|encontro)(?!\w)"
    r"|(?<!\w)(?:il|la|del|della|al|alla) (?:vertice|conferenza|forum|fiera|congresso|riunione)(?!\w)"
    r"|(?<!\w)(?:de|het|deze|dit) (?:beurs|conferentie|top|congres|forum|bijeenkomst|evenement)(?!\w)"
    r"|(?<!\w)(?:форум\w{0,2}|саммит\w{0,2}|конференци\w|выставк\w|саміт\w{0,2}|конференці\w|виставк\w|виставці)(?!\w)"
    r"|(?<!\w)(?:targ(?:i|ach|ów)|konferencj\w|szczyt(?:u|cie)?|kongres\w{0,2}|veletrh\w{0,2}|konferenc[ei]|summitu|mässan|konferensen|toppmötet|kongressen|mötet|messen|konferencen|topmødet|mødet|konferansen|toppmøtet|møtet)(?!\w)"
    r"|(?<!\w)(?:kokou(?:s|ksen|ksessa|kseen)|tapahtuma\w*|messu(?:t|jen|illa)|huippukokou\w+|kiállítás\w*|konferenciá\w*|csúcstalálkozó\w*|summitul\w*|conferinț\w+|forumul\w*|târgul\w*|σ[υύ]νοδο\w*|δι[αά]σκεψ\w*|[εέ]κθεσ\w*|συν[εέ]δρι\w*)(?!\w)"
    r"|(?<!\w)(?:(?:zirve|fuar|konferans|etkinlik|forum)(?:de|da|te|ta|nin|nın|in|ın|un|e|a|ye)?|(?:mesyuarat|persidangan|pertemuan|konferensi|pameran|acara|forum|ktt) (?:\w+ hari )?(?:itu|tersebut|ini)|(?:hội nghị|diễn đàn|triển lãm|sự kiện|hội chợ) (?:này|kéo dài|năm nay|lần này))(?!\w)"
    r"|本[届次](?:大会|论坛|峰会|展会)?|(?<=[，。；、])(?:大会|论坛|峰会|展会)|会议期间|论坛上|展会现场|ที่ประชุม|งานนี้|เวที(?:นี้|ดังกล่าว)|ภายในงาน|การประชุม(?:นี้|ครั้งนี้|รอบนี้)|(?:이번|올해) (?:행사|포럼|회의|대회|전시회|박람회)|행사장|전시장"
    r"|同?大会は|会议は|会场では|会期中|展示会は|القمه|المؤتمر|المنتدي|المعرض|اجلاس|نمايشگاه|همايش|הכנס|הוועידה|התערוכה|הפסגה|सम्मेलन|कार्यक्रम में"
)
# Asked only where no word of words.py stands.
OTHER_EVENTS = lazily(
    r"(?<!\w)(?:mkutano|mikutano|kongamano|maonyesho|jukwaa|washiriki|foorum\w*|konverents\w*|mess(?:il|ile|i)|tippkohtum\w*|näitus\w*|konferenc\w*|izstād\w*|samit\w*|dalībniek\w*|sanāksm\w*|parod\w+|dalyvi\w*|susitikim\w*|sajam\w*|sajm\w*|skup(?:a|u)?|izložb\w*|sudioni\w*|učesni\w*"
    r"|sejem|sejm\w+|udeležen\w*|veľtrh\w*|účastní\w*|výstav\w*|konferanse\w*|utstilling\w*|deltaker\w*|panair\w*|pjesëmarrës\w*|konferensiya\w*|ko rgazma\w*|yig ilish\w*|ishtirokchi\w*|anjuman\w*|konfrans\w*|sərgi\w*|zirvə\w*|iştirakçı\w*|ráðstefn\w*|sýning\w*"
    r"|kumperensiya|pagpupulong|eksibisyon|kalahok|konferensie|uitstalling|fira|congrés|cimera|assistents|форум\w*|конференц\w*|изложени\w*|самит\w*|саммит\w*|сајам\w*|скуп\w{0,2}|учесни\w*|панаир\w*|көрме\w*|жиын\w*|қатысушы\w*|чуулган\w*|хурал\w*|үзэсгэлэн\w*"
    r"|კონფერენც\w*|ფორუმ\w*|გამოფენ\w*|სამიტ\w*|համաժողով\w*|ֆորում\w*|ցուցահանդես\w*|գագաթնաժողով\w*|كانفرنس|اجلاس|نمائش)(?!\w)"
    r"|மாநாடு|மாநாட்ட|கண்காட்சி|సదస్సు|సమావేశ|ప్రదర్శన|परिषद|मेला|සමුළුව|ഉച്ചകോടി|ກອງປະຊຸມ|ງານວາງສະແດງ|ງານປີນີ້|ເວທີ|ພິທີເປີດ|ເຂົ້າຮ່ວມ|កិច្ចប្រជុំ|អង្គប្រជុំ|វេទិកា|ពិព័រណ៍|សន្និសីទ|ចូលរួម|ညီလာခံ|အစည်းအဝေး|ဖိုရမ်|ပြပွဲ|တက်ရောက်|ጉባኤ|ኤግዚቢሽን"
)
