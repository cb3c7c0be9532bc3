"""Month names in print, in lower case → the month's number.

One line per language: twelve months, the forms of each divided by ``/``, ``_`` for a space. Where two languages give
one word different months, the more read language stands later and wins; Croatian, which loses most, has its own table.
"""

from __future__ import annotations

_CROATIAN = "siječnja/siječanj/sij veljače/veljača/velj ožujka/ožujak/ožu travnja/travanj/tra svibnja/svibanj/svi lipnja/lipanj/lip srpnja/srpanj/srp kolovoza/kolovoz/kol rujna/rujan/ruj listopada/listopad/lis studenoga/studeni/stu prosinca/prosinac"
_JALALI = "فروردین/فروردين/حمل اردیبهشت/ارديبهشت/ثور خرداد/جوزا تیر/تير/سرطان مرداد/امرداد/اسد شهریور/شهريور/سنبله مهر/میزان آبان/ابان/عقرب آذر/اذر/قوس دی/دي/جدی بهمن/دلو اسفند/حوت"
_ETHIOPIAN = "መስከረም ጥቅምት ኅዳር/ህዳር/ኀዳር/ሕዳር ታኅሣሥ/ታህሳስ/ታህሣሥ/ታኅሳስ/ታሕሣሥ/ታሕሳስ/ታህሣስ ጥር/ጥሪ የካቲት/ለካቲት መጋቢት ሚያዝያ/ሚያዚያ/ሚዝያ/ሚያዝ ግንቦት/ጉንበት ሰኔ/ሰነ ሐምሌ/ሀምሌ/ሓምለ/ኃምሌ ነሐሴ/ነሀሴ/ነሓሰ/ነኃሴ ጳጉሜን/ጳጉሜ/ጷግሜ/ጳጉሜት"
_BIKRAM = "बैशाख/वैशाख/बैसाख/वैसाख/baisakh/baishakh/vaisakh जेठ/जेष्ठ/ज्येष्ठ/jestha/jeth असार/आषाढ/अषाढ/आसार/असाढ/asar/ashar/ashadh साउन/श्रावण/सावन/shrawan/saun/sawan भदौ/भाद्र/भाद्रपद/bhadra/bhadau असोज/आश्विन/आश्वीन/अशोज/asoj/ashwin/ashoj कात्तिक/कार्तिक/कात्तीक/kartik/kattik मंसिर/मङ्सिर/मंशिर/मार्ग/मार्गशीर्ष/mangsir/mangshir पुस/पौष/पुष/पूस/poush/push/paush माघ/magh फागुन/फाल्गुण/फाल्गुन/falgun/phagun/fagun चैत/चैत्र/chaitra/chait"
_VIETNAMESE = "giêng/một hai ba tư/bốn năm sáu bảy/bẩy tám chín mười mười_một chạp/mười_hai"
_NAMES = (
    _CROATIAN,
    "ጃንዋሪ ፌብሩዋሪ/ፌብሩወሪ ማርች ኤፕሪል/ኤፕረል ሜይ ጁን ጁላይ ኦገስት/ኦገስ ሴፕቴምበር ኦክቶበር ኖቬምበር ዲሴምበር",
    "janaayo/jannaayo febraayo/febaraayo maarso abriil may juun luulyo/luuliyo ogosto/agoosto sebtembar/sebteembar oktoobar/oktobar nofembar/nofeembar diseembar/desembar",
    "janairu faburairu maris afrilu mayu yuni yuli agusta satumba oktoba nuwamba disamba",
    "i ii iii iv v vi vii viii ix x xi xii",
    "eanáir feabhra márta aibreán/aibreáin bealtaine meitheamh/meithimh iúil lúnasa meán_fómhair deireadh_fómhair samhain/samhna nollaig/nollag",
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    "januarie februarie maart april mei junie julie augustus september oktober november desember",
    "urtarrilaren/urtarrila otsailaren/otsaila martxoaren/martxoa apirilaren/apirila maiatzaren/maiatza ekainaren/ekaina uztailaren/uztaila abuztuaren/abuztua irailaren/iraila urriaren/urria azaroaren/azaroa abenduaren/abendua",
    "jannar frar marzu april mejju ġunju lulju awwissu settembru ottubru novembru diċembru",
    "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри",
    "ජනවාරි පෙබරවාරි මාර්තු අප්‍රේල්/අප්රේල් මැයි ජූනි ජූලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්",
    "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "yanvar fevral mart aprel may/mayıs iyun iyul avqust/avgust sentyabr/sentabr oktyabr/oktabr noyabr dekabr",
    "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр",
    "қаңтар/қаңтарда ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "იანვარი/იანვრის/იან თებერვალი/თებერვლის/თებ მარტი/მარტის/მარ აპრილი/აპრილის/აპრ მაისი/მაისის/მაი ივნისი/ივნისის/ივნ ივლისი/ივლისის/ივლ აგვისტო/აგვისტოს/აგვ სექტემბერი/სექტემბრის/სექ ოქტომბერი/ოქტომბრის/ოქტ ნოემბერი/ნოემბრის/ნოე დეკემბერი/დეკემბრის/დეკ",
    "հունվարի/հունվար փետրվարի/փետրվար մարտի/մարտ ապրիլի/ապրիլ մայիսի/մայիս հունիսի/հունիս հուլիսի/հուլիս օգոստոսի/օգոստոս սեպտեմբերի/սեպտեմբեր հոկտեմբերի/հոկտեմբեր նոյեմբերի/նոյեմբեր դեկտեմբերի/դեկտեմբեր",
    "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "जानेवारी/जनवरी फेब्रुवारी/फेब्रुअरी मार्च एप्रिल/अप्रिल मे/मई जून/जुन जुलै/जुलाई ऑगस्ट सप्टेंबर/सेप्टेम्बर ऑक्टोबर/अक्टोबर नोव्हेंबर/नोभेम्बर डिसेंबर/डिसेम्बर",
    "જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ/ઓગસ્ટ સપ્ટેમ્બર ઑક્ટોબર/ઓક્ટોબર નવેમ્બર ડિસેમ્બર",
    "ਜਨਵਰੀ ਫਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ",
    "ஜனவரி/ஜன பிப்ரவரி/பிப் மார்ச் ஏப்ரல்/ஏப் மே ஜூன் ஜூலை ஆகஸ்ட்/ஆக செப்டம்பர்/செப் அக்டோபர்/அக் நவம்பர்/நவ டிசம்பர்/டிச",
    "జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జూలై/జులై ఆగస్టు/ఆగస్ట్ సెప్టెంబర్/సెప్టెంబరు అక్టోబర్/అక్టోబరు నవంబర్/నవంబరు డిసెంబర్/డిసెంబరు",
    "ജനുവരി ഫെബ്രുവരി മാർച്ച് ഏപ്രിൽ മേയ്/മെയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ്/ആഗസ്റ്റ് സെപ്റ്റംബർ ഒക്ടോബർ നവംബർ ഡിസംബർ",
    "ಜನವರಿ ಫೆಬ್ರವರಿ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್ ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್",
    "ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ",
    "មករា កុម្ភៈ/កុម្ភះ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ",
    "ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ်/သြဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ",
    "xaneiro/xan febreiro/feb marzo abril/abr maio/mai xuño/xuñ xullo/xul agosto/ago setembro/set outubro/out novembro/nov decembro/dec",
    "јануари/јан февруари/фев март/мар април/апр мај јуни/јун јули/јул август/авг септември/септ октомври/окт ноември/ноем декември/дек",
    "january/jan february/feb/febr march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec",
    "januar/jänner/jän februar/feber märz/mär/mrz april mai juni juli august september oktober/okt november dezember/dez",
    "janvier/janv février/févr/fév/fevrier mars avril/avr mai juin juillet/juil/juill août/aout septembre octobre novembre décembre/déc/decembre",
    "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre/set octubre noviembre diciembre/dic",
    "janeiro fevereiro/fev março/marco abril maio junho julho agosto setembro outubro/out novembro dezembro/dez",
    "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre",
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember/des",
    "tammikuuta/tammikuu/tammi helmikuuta/helmikuu/helmi maaliskuuta/maaliskuu/maalis huhtikuuta/huhtikuu/huhti toukokuuta/toukokuu/touko kesäkuuta/kesäkuu/kesä heinäkuuta/heinäkuu/heinä elokuuta/elokuu/elo syyskuuta/syyskuu/syys lokakuuta/lokakuu/loka marraskuuta/marraskuu/marras joulukuuta/joulukuu/joulu",
    "stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis grudnia/grudzień/gru",
    "ledna/leden/led února/únor/úno března/březen/bře dubna/duben/dub května/květen/kvě června/červen/čvn července/červenec/čvc srpna/srpen/srp září/zář října/říjen/říj listopadu/listopad prosince/prosinec/pro",
    "januára/január februára/február marca/marec apríla/apríl mája/máj júna/jún júla/júl augusta/august septembra/september októbra/október novembra/november decembra/december",
    "január/janu február/febr március/márc április/ápr május/máj június/jún július/júl augusztus/aug szeptember/szept október/okt november december",
    "ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie noiembrie/noi decembrie",
    "januara/januar/јануара/јануар/јан februara/februar/фебруара/фебруар/феб marta/mart/марта/март/мар aprila/april/априла/април/апр maja/maj/маја/мај juna/jun/јуна/јун/јуни jula/jul/јула/јул/јули avgusta/avgust/avg/августа/август/авг septembra/septembar/септембра/септембар/сеп oktobra/oktobar/октобра/октобар/окт novembra/novembar/новембра/новембар/нов decembra/decembar/децембра/децембар/дец",
    "januarja/januar februarja/februar marca/marec aprila/april maja/maj junija/junij julija/julij avgusta/avgust septembra/september oktobra/oktober novembra/november decembra/december",
    "януари/ян февруари/фев март/мар април/апр май юни юли август/авг септември/септ октомври/окт ноември/ное декември/дек",
    "января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
    "січня/січень/січ лютого/лютий/лют березня/березень/бер/берез квітня/квітень/квіт/кві травня/травень/трав/тра червня/червень/черв/чер липня/липень/лип серпня/серпень/серп/сер вересня/вересень/вер/верес жовтня/жовтень/жовт листопада/листопад/лист/лис грудня/грудень/груд",
    "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "ιανουαρίου/γενάρη/γενάρης/ιανουάριος/ιανουαριου/ιαν φεβρουαρίου/φλεβάρη/φλεβάρης/φεβρουάριος/φεβρουαριου/φεβ μαρτίου/μάρτη/μάρτης/μάρτιος/μαρτιου/μαρ/μάρ απριλίου/απρίλη/απρίλης/απρίλιος/απριλιου/απρ μαΐου/μάη/μάης/μάιος/μαϊου/μαιου/μαΐ/μαϊ/μάι/μαι ιουνίου/ιούνη/ιούνης/ιούνιος/ιουνιου/ιουν/ιούν ιουλίου/ιούλη/ιούλης/ιούλιος/ιουλιου/ιουλ/ιούλ αυγούστου/αύγουστο/αύγουστος/αυγουστου/αυγ/αύγ σεπτεμβρίου/σεπτέμβρη/σεπτέμβρης/σεπτέμβριος/σεπτεμβριου/σεπ/σεπτ οκτωβρίου/οκτώβρη/οκτώβρης/οκτώβριος/οκτωβριου/οκτ νοεμβρίου/νοέμβρη/νοέμβρης/νοέμβριος/νοεμβριου/νοε/νοέ δεκεμβρίου/δεκέμβρη/δεκέμβρης/δεκέμβριος/δεκεμβριου/δεκ",
    "ocak/oca şubat/şub mart nisan/nis mayıs/mayis haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara",
    "يناير/جانفي/كانونالثاني/كانون_الثاني فبراير/فيفري/شباط مارس/آذار/اذار أبريل/ابريل/إبريل/أفريل/نيسان مايو/ماي/أيار/ايار يونيو/يونيه/جوان/حزيران يوليو/يوليوز/يوليه/جويلية/تموز أغسطس/اغسطس/غشت/أوت/آب سبتمبر/شتنبر/أيلول/ايلول أكتوبر/اكتوبر/تشرينالأول/تشرينالاول نوفمبر/نونبر/تشرينالثاني ديسمبر/دجنبر/كانونالأول/كانونالاول",
    "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر",
    "ינואר/בינואר/ינו פברואר/בפברואר/פבר מרץ/במרץ/מרס אפריל/באפריל/אפר מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט/אוג ספטמבר/בספטמבר/ספט אוקטובר/באוקטובר/אוק נובמבר/בנובמבר/נוב דצמבר/בדצמבר/דצמ",
    "januari februari maret/mac april mei juni/jun juli/julai agustus/ogos/agu/agt september oktober november/nop desember/disember/dis/des",
    "มกราคม/มกรา/มค กุมภาพันธ์/กุมภา/กพ มีนาคม/มีนา/มีค เมษายน/เมษา/เมย พฤษภาคม/พฤษภา/พค มิถุนายน/มิถุนา/มิย กรกฎาคม/กรกฏาคม/กรกฎา/กค สิงหาคม/สิงหา/สค กันยายน/กันยา/กย ตุลาคม/ตุลา/ตค พฤศจิกายน/พฤศจิกา/พย ธันวาคม/ธันวา/ธค",
    "जनवरी/जन फरवरी/फ़रवरी मार्च अप्रैल/अप्रेल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
    "জানুয়ারি/জানুয়ারী ফেব্রুয়ারি/ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট/অগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "sausio/sausis/saus vasario/vasaris/vas kovo/kovas/kov balandžio/balandis/bal gegužės/gegužė/geg birželio/birželis/birž liepos/liepa rugpjūčio/rugpjūtis/rugp rugsėjo/rugsėjis/rugs spalio/spalis/spal lapkričio/lapkritis/lapkr gruodžio/gruodis/gruod",
    "janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā jūlijs/jūlijā augusts/augustā septembris/septembrī oktobris/oktobrī novembris/novembrī decembris/decembrī",
    "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "کانوونی_دووەم/کانوونی_دووەمی شوبات/شوباتی ئازار/ئازاری نیسان/نیسانی ئایار/ئایاری حوزەیران/حوزەیرانی تەمموز/تەمموزی/تەممووز/تەممووزی ئاب/ئابی ئەیلوول/ئەیلوولی تشرینی_یەکەم/تشرینی_یەکەمی تشرینی_دووەم/تشرینی_دووەمی کانوونی_یەکەم/کانوونی_یەکەمی",
    "ޖަނަވަރީ ފެބުރުވަރީ މާރިޗު/މާރޗް އެޕްރީލް/އޭޕްރިލް މެއި/މޭ ޖޫން ޖުލައި އޯގަސްޓު/އޮގަސްޓް ސެޕްޓެމްބަރު/ސެޕްޓެމްބަރ އޮކްޓޫބަރު/އޮކްޓޯބަރ ނޮވެމްބަރު/ނޮވެމްބަރ ޑިސެމްބަރު/ޑިސެމްބަރ",
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
)


def _table(lines: tuple[str, ...]) -> dict[str, int]:
    table: dict[str, int] = {}
    for line in lines:
        for number, forms in enumerate(line.split(), 1):
            for form in forms.split("/"):
                table[form.replace("_", " ")] = number
    return table


MONTHS = _table(_NAMES)
VIETNAMESE = _table((_VIETNAMESE,))  # numbers, which are months behind "tháng" only
CROATIAN = _table((_CROATIAN,))
JALALI = _table((_JALALI,))  # the months of the Persian calendar, with their names in Afghanistan
BIKRAM = _table((_BIKRAM,))  # the months of the Nepali calendar
ETHIOPIAN = _table((_ETHIOPIAN,))  # in Amharic and Tigrinya; a thirteenth of five or six days
