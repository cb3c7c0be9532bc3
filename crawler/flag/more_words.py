"""The event words of words.py for languages whose press writes of forums now and then; same spelling, same meaning."""

from __future__ import annotations

from collections.abc import Mapping

from .words import each

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
    "kk": each("конференция* саммит* форум* көрме* қатысушы* делегация* іс-шара*"),
    "ur": each("کانفرنس سمٹ فورم نمائش اجلاس شرکاء مندوبین وفد سٹال اسٹال پویلین شرکت خطاب"),
    "bn": each("ফোরাম ফোরামে সামিট সামিটে কংগ্রেস মেলায় স্টল প্যাভিলিয়ন প্রতিনিধিদল অংশগ্রহণকারী"),
    "ta": each("மாநாடு மாநாட்டில் கண்காட்சி கண்காட்சியில் மன்றம் பிரதிநிதிகள் அரங்கு பங்கேற்*"),
    "sw": each("mkutano mikutano kongamano maonyesho jukwaa wajumbe washiriki banda ujumbe"),
    "mn": each("хурал хурал* чуулган* үзэсгэлэн* форум* оролцогч* төлөөлөгч*"),
    "km": each("សន្និសីទ វេទិកា កិច្ចប្រជុំ ពិព័រណ៍ គណៈប្រតិភូ"),
    "lo": each("ກອງປະຊຸມ ເວທີ ງານວາງສະແດງ ຄະນະຜູ້ແທນ"),
    "my": each("ညီလာခံ ဖိုရမ် အစည်းအဝေး ပြပွဲ ကိုယ်စားလှယ်"),
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
    "sk": each("otvoril* začal* skončil*"),
    "bg": each("открит* започна* приключи*"),
    "no": each("åpnet åpner startet avsluttet"),
    "az": each("başlayıb başladı açılıb başa_çatıb"),
    "uz": each("boshlandi ochildi yakunlandi"),
    "kk": each("басталды ашылды аяқталды"),
    "ur": each("افتتاح شروع اختتام"),
    "ta": each("தொடங்கியது தொடக்கம்"),
    "sw": each("kufunguliwa umefunguliwa ulifunguliwa umeanza"),
    "mn": each("нээгд* эхэл* хаагд* болов"),
    "uk": each("відкри* розпоча* заверш* закри* проходить пройш* відбув* відбуд* стартува*"),
    "nl": each(
        "geopend opent opende begonnen begint begon gesloten afgesloten gehouden plaatsgevonden eindigde van_start"
    ),
    "fil": each("nagbukas binuksan nagsimula natapos idinaos ginanap ginaganap"),
    "km": each("បានបើក បើកធ្វើ ចាប់ផ្តើម បញ្ចប់"),
    "lo": each("ເປີດ ຈັດຂຶ້ນ ເລີ່ມ ປິດ"),
    "my": each("ဖွင့်လှစ် ကျင်းပ စတင် ပြီးဆုံး"),
    "et": each("algas avati toimub toimus lõppes"),
    "lv": each("sākās atklāt* notiek notika beidzās"),
    "lt": each("prasidėjo atidaryt* vyksta vyko baigėsi"),
    "sl": each("začel začela začelo odprt* končal*"),
    "mk": each("отворен* започна заврши"),
    "sq": each("u_hap filloi përfundoi"),
    "ca": each("obert inaugur* celebra* començat acabat"),
}
