"""The words of words.py and when_words.py for languages whose press writes of forums now and then; same spelling, same meaning."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.flag.text.words import each

EVENTS: Mapping[str, tuple[str, ...]] = {
    "hr": each(
        "konferencij* forum* samit* sajam sajm* izložb* štand* sudioni* učesni* izlagač* delegacij* panel*"
    ),
    "sr": each("конференциј* форум* самит* сајам сајм* штанд* учесни* излагач* делегациј* панел*"),
    "sk": each("konferenci* fór* samit* veľtrh* výstav* stán* účastní* vystavovate* delegáci*"),
    "bg": each("конференци* форум* срещ* изложени* щанд* участни* изложител* делегаци* панел*"),
    "no": each("konferanse* toppmøte* messe* forumet deltaker* utstiller* delegasjon* stand"),
    "az": each("konfrans* sammit* forum* sərgi* tədbir* iştirak* nümayəndə* stend* zirvə* panel*"),
    "uz": each("konferensiya* sammit* forum* ko‘rgazma* ko'rgazma* ishtirok* delegatsiya* anjuman* tadbir*"),
    "kk": each("конференция* саммит* форум* көрме* қатысушы* делегация* іс-шара* өтеді өтті өтуде"),
    "ur": each("کانفرنس سمٹ فورم نمائش اجلاس شرکاء مندوبین وفد سٹال اسٹال پویلین شرکت خطاب"),
    "bn": each("ফোরাম ফোরামে সামিট সামিটে কংগ্রেস মেলায় স্টল প্যাভিলিয়ন প্রতিনিধিদল অংশগ্রহণকারী"),
    "ta": each("மாநாடு மாநாட்டில் கண்காட்சி கண்காட்சியில் மன்றம் பிரதிநிதிகள் அரங்கு பங்கேற்*"),
    "sw": each(
        "mkutano mikutano kongamano maonyesho jukwaa wajumbe washiriki banda ujumbe akihutubia kuhutubia"
    ),
    "mn": each("хурал хурал* чуулган* үзэсгэлэн* форум* оролцогч* төлөөлөгч*"),
    "km": each("សន្និសីទ វេទិកា កិច្ចប្រជុំ ពិព័រណ៍ គណៈប្រតិភូ"),
    "lo": each("ກອງປະຊຸມ ເວທີ ງານວາງສະແດງ ຄະນະຜູ້ແທນ"),
    "my": each("ညီလာခံ ဖိုရမ် အစည်းအဝေး ပြပွဲ ကိုယ်စားလှယ်"),
    "lt": each(
        "konferencij* forum* susitikim* paroda parodą parodoje parodos parodų parodai mugė mugėje dalyvi* dalyva* stend* delegacij* pranešėj* atidar* vyko vyksta vyks prasidė* baigė* surengt*"
    ),
    "lv": each(
        "konferenc* forum* samit* izstād* dalībniek* piedalī* stend* delegācij* atklāt* notiek notika notiks sāksies beidzās"
    ),
    "et": each(
        "konverents* foorum* tippkohtum* messil messile tehnoloogiamess* mobiilimess* näitus* osaleja* osales osaleb delegatsioon* avati avatakse toimus toimub toimuv* esinej*"
    ),
    "ka": each(
        "კონფერენცი* ფორუმ* სამიტ* გამოფენ* მონაწილ* დელეგაცი* სტენდ* გაიხსნ* გაიმართ* იმართებ* გამართ* დასრულ*"
    ),
    "is": each(
        "ráðstefn* sýning* leiðtogafund* ársfund* þátttakend* sendinefnd* fulltrúar hófst haldin* opnuð* fór_fram fer_fram bás sýningarbás*"
    ),
    "hy": each("համաժողով* ֆորում* ցուցահանդես* գագաթնաժողով* մասնակից* պատվիրակ*"),
    "sl": each("konferenc* forum* sejem srečanj* udeležen* razstav*"),
    "mk": each("саем саемот саемо* конференциј* форум* самит* изложб* учесни* делегациј*"),
    "sq": each("panair* konferenc* forum* samit* ekspozit* pjesëmarrës* delegacion*"),
    "eu": each("azoka* kongresu* biltzar* foro* konferentzi* goi_bilera* erakusketa*"),
    "ca": each("fira congrés congressos fòrum cimera conferència exposició expositor*"),
    "mr": each("परिषद परिषदेत परिषदेला प्रदर्शन* संमेलन* समिट*"),
    "gu": each("સંમેલન* સમિટ* પ્રદર્શન* પરિષદ* મેળા*"),
    "te": each("సదస్సు* ప్రదర్శన* సమ్మిట్* సమావేశం* సమావేశాల*"),
    "kn": each("ಸಮ್ಮೇಳನ* ಶೃಂಗಸಭೆ* ಪ್ರದರ್ಶನ* ಮೇಳ*"),
    "ml": each("സമ്മേളന* ഉച്ചകോടി* പ്രദർശന* മേള*"),
    "ne": each("मेला* प्रदर्शनी*"),
}
OCCASIONS: Mapping[str, tuple[str, ...]] = {
    "hr": each("održa* događa* tema domaćin*"),
    "sr": each("одржа* догађа* домаћин*"),
    "sk": each("koná konal* podujat* hostiteľ*"),
    "bg": each("провежд* проведе* събити* домакин*"),
    "no": each("arrangement* arranger* vertskap"),
    "az": each("keçiril* ev_sahibliyi təşkil"),
    "uz": each("o‘tkazil* o'tkazil* mezbon*"),
    "kk": each("өтед* өтуде өтті ұйымдастыр*"),
    "ur": each("منعقد انعقاد میزبانی تقریب"),
    "ta": each("நடைபெற்* நடைபெறும் நிகழ்வு"),
    "sw": each("uliofanyika unafanyika utafanyika yaliyofanyika mwenyeji"),
    "mn": each("зохион_байгуул* болно"),
}
HAPPENS: Mapping[str, tuple[str, ...]] = {
    "hr": each("otvoren* počeo počela završ*"),
    "sr": each("отворен* почео почела заврш*"),
    "sk": each("otvoril* otvára_sa začal* začína začne skončil*"),
    "bg": each("открит* започна* приключи*"),
    "no": each("åpnet åpner startet avsluttet fant_sted finner_sted holdes"),
    "az": each("başlayıb başladı açılıb başa_çatıb"),
    "uz": each("boshlandi ochildi yakunlandi ochilish*"),
    "kk": each("басталды ашылды аяқталды өтті өтеді"),
    "ur": each("افتتاح شروع اختتام"),
    "ta": each("தொடங்கியது தொடக்கம்"),
    "sw": each(
        "kufunguliwa umefunguliwa ulifunguliwa umeanza ulifanyika unafanyika utafanyika yalifanyika yatafanyika lilifanyika litafanyika"
    ),
    "mn": each("нээгд* эхэл* хаагд* болов"),
    "uk": each(
        "відкри* розпоча* розпочина* починається стартує заверш* закри* проходить пройш* відбув* відбуд* стартува*"
    ),
    "nl": each(
        "geopend opent opende begonnen begint begon gesloten afgesloten gehouden plaatsgevonden eindigde van_start"
    ),
    "fil": each("nagbukas binuksan nagsimula natapos idinaos ginanap ginaganap"),
    "km": each("បានបើក បើកធ្វើ ចាប់ផ្តើម បញ្ចប់"),
    "lo": each("ເປີດ ຈັດຂຶ້ນ ເລີ່ມ ປິດ"),
    "my": each("ဖွင့်လှစ် ကျင်းပ စတင် ပြီးဆုံး"),
    "et": each("algas avati toimub toimus lõppes avatakse"),
    "lv": each("sākās atklāt* notiek notika beidzās notiks"),
    "lt": each("prasidėjo atidaryt* vyksta vyko baigėsi vyks"),
    "sl": each("začel začela začelo odprt* končal*"),
    "mk": each("отворен* започна заврши"),
    "sq": each("u_hap filloi përfundoi"),
    "ca": each("obert inaugur* celebra* començat acabat"),
    "is": each("hófst haldin* haldið opnuð*"),
    "ka": each("გაიხსნ* დაიწყ* გაიმართ* დასრულ*"),
    "sv": each("ägde_rum äger_rum"),
    "da": each("fandt_sted finder_sted"),
}
# Only right beside a name: flights and taxes are called off everywhere.
CALLED_OFF: Mapping[str, tuple[str, ...]] = {
    "en": each("cancelled canceled postponed called_off scrapped"),
    "de": each("abgesagt verschoben"),
    "nl": each("afgelast afgeblazen geannuleerd uitgesteld gaat_niet_door ging_niet_door"),
    "fr": each("annulé annulée annule annulent reporté reportée"),
    "it": each("annullato annullata annulla annullano rinviato rinviata cancellato cancellata"),
    "es": each(
        "cancelado cancelada cancela cancelan canceló cancelaron aplazado aplazada aplaza aplazan pospuesto pospuesta suspendido suspendida"
    ),
    "pt": each("cancelado cancelada cancela cancelam cancelou cancelaram adiado adiada"),
    "ru": each("отменен* отменил* перенес*"),
    "uk": each("скасован* скасували перенесен* перенесли відкладен*"),
    "be": each("адмянілі адменен* перанесен* перанеслі"),
    "bg": each("отменен* отложен* отменят отлагат"),
    "mk": each("откажан* одложен*"),
    "sr": each("отказан* одложен* otkazan* odložen*"),
    "hr": each("otkazan* odgođen*"),
    "sl": each("odpovedan* prestavljen* odpadel odpadla"),
    "cs": each("zrušen* odložen* zrušil* odložil*"),
    "sk": each("zrušen* odložen* odložil*"),
    "pl": each("odwołan* odwołał* przełożon* przełożył* nie_odbędzie_się"),
    "hu": each("elmarad elmaradt törölték lemondták elhalasztották"),
    "ro": each("anulat anulată amânat amânată"),
    "el": each("ακυρώθηκ* ακυρώνεται αναβλήθηκ* αναβάλλεται"),
    "fi": each("perutaan peruttiin peruttu peruuntu* siirretään siirrettiin"),
    "tr": each("iptal ertelendi ertelenecek"),
    "az": each("ləğv təxirə"),
    "uz": each("bekor qoldirildi"),
    "hy": each("չեղարկվ* հետաձգվ*"),
    "sq": each("anulohet anulua u_anulua u_shty shtyhet"),
    "ar": each("الغاء الغي الغيت تاجيل تاجل تاجلت"),
    "fa": each("لغو به_تعویق"),
    "he": each("בוטל בוטלה יבוטל תבוטל נדחה נדחתה"),
    "hi": each("रद्द स्थगित"),
    "ta": each("ரத்து ஒத்திவைக்கப்பட்டது"),
    "th": each("ถูกยกเลิก ถูกเลื่อน เลื่อนออกไป"),
    "ja": each("が中止 は中止 の中止 が延期 は延期 の延期 開催中止"),
    "ko": each("취소 연기됐 연기된 연기되"),
    "id": each("dibatalkan ditunda batal_digelar"),
    "fil": each("kinansela ipinagpaliban"),
    "zh": each("取消 延期 推迟"),
    "sv": each("ställs_in ställdes_in skjuts_upp sköts_upp"),
    "no": each("avlyses avlyst utsettes utsatt"),
    "da": each("aflyses aflyst udskydes udskudt"),
    "is": each("aflýst frestað"),
    "lt": each("atšaukt* nukelt*"),
    "lv": each("atcelt* pārcelt*"),
    "et": each("tühistat* lükati jäi_ära jäeti_ära"),
    "ka": each("გაუქმ* გადაიდ*"),
    "kk": each("тоқтатылды шегерілді"),
    "ur": each("منسوخ ملتوی"),
    "bn": each("বাতিল স্থগিত"),
    "ms": each("dibatalkan ditangguhkan ditunda"),
    "vi": each("bị_hủy hoãn"),
    "sw": each("umeahirishwa umefutwa"),
}
FUTURE: Mapping[str, tuple[str, ...]] = {
    "lt": each("vyks kitą ateinant*"),
    "lv": each("notiks nākam*"),
    "et": each("järgmis* saab_olema"),
    "ka": each("მომავალ* გაიმართება ჩატარდება იქნება ემზად*"),
    "is": each("verður næsta næstu"),
    "sw": each("utafanyika itafanyika yatafanyika litafanyika ujao"),
    "kk": each("болады келесі"),
    "ur": each("ہوگی ہوگا"),
    "bn": each("হবে আগামী"),
    "fi": each("järjestetään ensi"),
}
TODAY: Mapping[str, tuple[str, ...]] = {
    "sv": each("i_dag idag i_går igår i_morgon"),
    "da": each("i_morgen"),
    "fi": each("tänään eilen huomenna"),
    "cs": each("dnes včera zítra"),
    "uk": each("сьогодні вчора"),
    "lt": each("šiandien vakar rytoj"),
    "lv": each("šodien vakar rītdien"),
    "ka": each("დღეს გუშინ ხვალ"),
    "is": each("í_dag í_gær"),
    "sw": each("jana kesho leo_hii"),
    "bn": each("আজ গতকাল"),
    "hi": each("आज"),
    "el": each("σήμερα χθες αύριο"),
    "fa": each("امروز دیروز فردا"),
    "he": each("היום אתמול"),
}
