"""Month names in print, in lower case → the month's number.

One line per language: twelve months, the forms of each divided by ``/``. Where two languages give one word
different months, the more read language stands later and wins.
"""

from __future__ import annotations

_NAMES = (
    # Croatian; before Polish and Czech, which use some of its words for other months
    "siječnja/siječanj/sij veljače/veljača/velj ožujka/ožujak/ožu travnja/travanj/tra svibnja/svibanj/svi lipnja/lipanj/lip srpnja/srpanj kolovoza/kolovoz/kol rujna/rujan/ruj listopada/listopad studenoga/studeni prosinca/prosinac",
    "january/jan february/feb/febr march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec",
    "januar/jänner/jän februar/feber märz/mär/mrz april mai juni juli august september oktober/okt november dezember/dez",
    "janvier/janv février/févr/fév/fevrier mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/déc/decembre",
    "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre/set octubre noviembre diciembre/dic",
    "janeiro fevereiro/fev março/marco abril maio junho julho agosto setembro outubro/out novembro dezembro/dez",
    "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre",
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember/des",
    "tammikuuta/tammikuu/tammi helmikuuta/helmikuu/helmi maaliskuuta/maaliskuu/maalis huhtikuuta/huhtikuu/huhti toukokuuta/toukokuu/touko kesäkuuta/kesäkuu/kesä heinäkuuta/heinäkuu/heinä elokuuta/elokuu/elo syyskuuta/syyskuu/syys lokakuuta/lokakuu/loka marraskuuta/marraskuu/marras joulukuuta/joulukuu/joulu",
    "stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis grudnia/grudzień/gru",
    "ledna/leden/led února/únor/úno března/březen/bře dubna/duben/dub května/květen/kvě června/červen/čvn července/červenec/čvc srpna/srpen/srp září/zář října/říjen/říj listopadu/listopad prosince/prosinec/pro",
    "januára/január februára/február marca/marec apríla/apríl mája/máj júna/jún júla/júl augusta/august septembra/september októbra/október novembra/november decembra/december",
    "január/janu február/febr március/márc április/ápr május/máj június/jún július/júl augusztus/aug szeptember/szept október/okt november december",
    "ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie noiembrie/noi decembrie",
    "januara/januar/јануара/јануар/јан februara/februar/фебруара/фебруар/феб marta/mart/марта/март/мар aprila/april/априла/април/апр maja/maj/маја/мај juna/jun/јуна/јун/јуни jula/jul/јула/јул/јули avgusta/avgust/avg/августа/август/авг septembra/septembar/септембра/септембар/сеп oktobra/oktobar/октобра/октобар/окт novembra/novembar/новембра/новембар/нов decembra/decembar/децембра/децембар/дец",
    "januarja/januar februarja/februar marca/marec aprila/april maja/maj junija/junij julija/julij avgusta/avgust septembra/september oktobra/oktober novembra/november decembra/december",
    "януари/ян февруари/фев март/мар април/апр май юни юли август/авг септември/септ октомври/окт ноември/ное декември/дек",
    "января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
    "січня/січень/січ лютого/лютий/лют березня/березень/бер/берез квітня/квітень/квіт травня/травень/трав червня/червень/черв липня/липень/лип серпня/серпень/серп вересня/вересень/вер/верес жовтня/жовтень/жовт листопада/листопад/лист грудня/грудень/груд",
    "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "ιανουαρίου/ιανουάριος/ιανουαριου/ιαν φεβρουαρίου/φεβρουάριος/φεβρουαριου/φεβ μαρτίου/μάρτιος/μαρτιου/μαρ/μάρ απριλίου/απρίλιος/απριλιου/απρ μαΐου/μάιος/μαϊου/μαιου/μαΐ/μαϊ/μάι/μαι ιουνίου/ιούνιος/ιουνιου/ιουν/ιούν ιουλίου/ιούλιος/ιουλιου/ιουλ/ιούλ αυγούστου/αύγουστος/αυγουστου/αυγ/αύγ σεπτεμβρίου/σεπτέμβριος/σεπτεμβριου/σεπ/σεπτ οκτωβρίου/οκτώβριος/οκτωβριου/οκτ νοεμβρίου/νοέμβριος/νοεμβριου/νοε/νοέ δεκεμβρίου/δεκέμβριος/δεκεμβριου/δεκ",
    "ocak/oca şubat/şub mart nisan/nis mayıs/mayis haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara",
    "يناير/جانفي/كانونالثاني/كانون_الثاني فبراير/فيفري/شباط مارس/آذار/اذار أبريل/ابريل/إبريل/أفريل/نيسان مايو/ماي/أيار/ايار يونيو/يونيه/جوان/حزيران يوليو/يوليه/جويلية/تموز أغسطس/اغسطس/أوت/آب سبتمبر/شتنبر/أيلول/ايلول أكتوبر/اكتوبر/تشرينالأول/تشرينالاول نوفمبر/نونبر/تشرينالثاني ديسمبر/دجنبر/كانونالأول/كانونالاول",
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
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
)


def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for line in _NAMES:
        for number, forms in enumerate(line.split(), 1):
            for form in forms.split("/"):
                table[form.replace("_", " ")] = number
    return table


MONTHS = _table()
