"""Weekdays of news → the days that they are: Monday, of news of a Wednesday, is the day before yesterday.

Half the press dates what happened by its weekday where the other half writes the day. News tells of the last days sooner
than of the next ones.
"""

from __future__ import annotations

from datetime import date, timedelta

AHEAD = 2  # days after the publication; the four before it make the week whole: each weekday comes once
# from Monday on, in lower case; words that mean something else as often stand in no row
WEEKDAYS = (
    "monday|montag|montags|lundi|lunes|dilluns|lunedì|segunda-feira|maandag|måndag|måndagen|måndags"
    "|mandag|mandagen|mandags|maanantaina|maanantai|poniedziałek|poniedziałku|pondělí|pondelok"
    "|понедельник|понедельника|понеділок|понеділка|понеделник|понедељак|ponedeljak|ponedjeljak"
    "|ponedeljek|pazartesi|senin (|isnin|วันจันทร์|الاثنين|الإثنين|دوشنبه|सोमवार|সোমবার|திங்கள்கிழமை"
    "|周一|週一|星期一|月曜|월요일|hétfőn|δευτέρα"
    "|bazar ertəsi|dushanba|dushanba kuni|дүйсенбі|дүйшөмбү|astelehenean|luns|jumatatu|mánudag"
    "|mánudaginn|të hënën|панядзелак|ორშაბათს|երկուշաբթի|pirmadienį|pirmdien|esmaspäeval|ביום שני"
    "|सोमबार|సోమవారం|સોમવાર|ਸੋਮਵਾਰ|ಸೋಮವಾರ|തിങ്കളാഴ്ച|සඳුදා|တနင်္လာနေ့|ថ្ងៃចន្ទ|ວັນຈັນ|ሰኞ|it-tnejn"
    "|dydd llun|даваа гарагт",
    "tuesday|dienstag|mardi|martes|dimarts|martedì|terça-feira|dinsdag|tisdag|tisdagen|tisdags"
    "|tirsdag|tirsdagen|tirsdags|tiistaina|tiistai|wtorek|úterý|utorok|вторник|вторника|вівторок"
    "|вівторка|уторак|utorak|torek|salı|selasa|วันอังคาร|الثلاثاء|سه‌شنبه|سه شنبه|मंगलवार|মঙ্গলবার"
    "|செவ்வாய்க்கிழமை|منگل|周二|週二|星期二|火曜|화요일|kedden|marți"
    "|çərşənbə axşamı|seshanba|seshanba kuni|сейсенбі|шейшемби|asteartean|jumanne|þriðjudag"
    "|þriðjudaginn|të martën|аўторак|სამშაბათს|երեքշաբթի|antradienį|otrdien|teisipäeval|ביום שלישי"
    "|मंगलबार|मङ्गलबार|मंगळवार|మంగళవారం|મંગળવાર|ਮੰਗਲਵਾਰ|ಮಂಗಳವಾರ|ചൊവ്വാഴ്ച|අඟහරුවාදා|အင်္ဂါနေ့"
    "|ថ្ងៃអង្គារ|ວັນອັງຄານ|ማክሰኞ|it-tlieta|dydd mawrth|мягмар гарагт",
    "wednesday|mittwoch|mercredi|miércoles|dimecres|mercoledì|quarta-feira|woensdag|onsdag|onsdagen"
    "|onsdags|keskiviikkona|keskiviikko|środę|środa|středu|středa|stredu|среду|среда|середу|сряда"
    "|sredu|srijedu|sredo|çarşamba|rabu|วันพุธ|الأربعاء|الاربعاء|چهارشنبه|बुधवार|বুধবার|புதன்கிழமை"
    "|بدھ|周三|週三|星期三|水曜|수요일|szerdán|miercuri"
    "|çərşənbə|chorshanba|chorshanba kuni|сәрсенбі|шаршемби|asteazkenean|mércores|jumatano|miðvikudag"
    "|miðvikudaginn|të mërkurën|сераду|ოთხშაბათს|չորեքշաբթի|trečiadienį|trešdien|kolmapäeval"
    "|ביום רביעי|miyerkules|बुधबार|బుధవారం|બુધવાર|ਬੁੱਧਵਾਰ|ಬುಧವಾರ|ബുധനാഴ്ച|බදාදා|ဗုဒ္ဓဟူးနေ့|ថ្ងៃពុធ"
    "|ວັນພຸດ|ረቡዕ|l-erbgħa|dydd mercher|лхагва гарагт",
    "thursday|donnerstag|jeudi|jueves|dijous|giovedì|quinta-feira|donderdag|torsdag|torsdagen"
    "|torsdags|torstaina|torstai|czwartek|čtvrtek|štvrtok|четверг|четвер|четверга|четвъртък|четвртак"
    "|četvrtak|četrtek|perşembe|kamis|khamis|วันพฤหัสบดี|الخميس|پنجشنبه|गुरुवार|বৃহস্পতিবার"
    "|வியாழக்கிழமை|جمعرات|周四|週四|星期四|木曜|목요일|csütörtökön|joi"
    "|cümə axşamı|payshanba|payshanba kuni|бейсенбі|бейшемби|ostegunean|xoves|alhamisi|fimmtudag"
    "|fimmtudaginn|të enjten|четврток|чацвер|ხუთშაბათს|հինգշաբթի|ketvirtadienį|ceturtdien|neljapäeval"
    "|ביום חמישי|huwebes|बिहीबार|बिहिबार|గురువారం|ગુરુવાર|ਵੀਰਵਾਰ|ಗುರುವಾರ|വ്യാഴാഴ്ച|බ්‍රහස්පතින්දා"
    "|ကြာသပတေးနေ့|ថ្ងៃព្រហស្បតិ៍|ວັນພະຫັດ|ሐሙስ|ሀሙስ|il-ħamis|dydd iau|пүрэв гарагт|پنج‌شنبه",
    "friday|freitag|vendredi|viernes|divendres|venerdì|sexta-feira|vrijdag|fredag|fredagen|fredags"
    "|perjantaina|perjantai|piątek|pátek|piatok|пятницу|пятница|п'ятницю|п’ятницю|петък|петак|petak"
    "|petek|cuma|jumat|jumaat|วันศุกร์|الجمعة|جمعه|शुक्रवार|শুক্রবার|வெள்ளிக்கிழமை|جمعہ|周五|週五|星期五|金曜"
    "|금요일|pénteken|vineri|παρασκευή"
    "|cümə|juma kuni|жұма|ostiralean|venres|ijumaa|vrydag|föstudag|föstudaginn|të premten|петок"
    "|пятніцу|პარასკევს|ուրբաթ|penktadienį|piektdien|reedel|ביום שישי|biyernes|शुक्रबार|శుక్రవారం"
    "|શુક્રવાર|ਸ਼ੁੱਕਰਵਾਰ|ಶುಕ್ರವಾರ|വെള്ളിയാഴ്ച|සිකුරාදා|သောကြာနေ့|ថ្ងៃសុក្រ|ວັນສຸກ|ዓርብ|አርብ|il-ġimgħa"
    "|dydd gwener|баасан гарагт",
    "saturday|samstag|sonnabend|samedi|sábado|dissabte|sabato|zaterdag|lördag|lördagen|lördags"
    "|lørdag|lørdagen|lørdags|lauantaina|lauantai|sobotę|sobotu|субботу|суббота|суботу|събота|subotu"
    "|soboto|cumartesi|sabtu|วันเสาร์|السبت|शनिवार|শনিবার|சனிக்கிழமை|周六|週六|星期六|土曜|토요일|szombaton"
    "|sâmbătă|σάββατο"
    "|şənbə|shanba|shanba kuni|сенбі|ишемби|larunbatean|jumamosi|saterdag|laugardag|laugardaginn"
    "|të shtunën|сабота|šeštadienį|sestdien|laupäeval|शनिबार|శనివారం|શનિવાર|ಶನಿವಾರ|ശനിയാഴ്ച|සෙනසුරාදා"
    "|စနေနေ့|ថ្ងៃសៅរ៍|ວັນເສົາ|ቅዳሜ|is-sibt|dydd sadwrn|бямба гарагт",
    "sunday|sonntag|dimanche|el domingo|no domingo|este domingo|neste domingo|diumenge|domenica"
    "|zondag|söndag|söndagen|söndags|søndag|søndagen|søndags|sunnuntaina|sunnuntai|niedzielę|neděli"
    "|nedeľu|воскресенье|неділю|nedelju|nedjelju|nedeljo|วันอาทิตย์|یکشنبه|रविवार|রবিবার"
    "|ஞாயிற்றுக்கிழமை|اتوار|周日|週日|星期日|日曜|일요일|vasárnap|duminică|κυριακή"
    "|yakshanba|yakshanba kuni|жексенбі|жекшемби|igandean|jumapili|sondag|sunnudag|sunnudaginn"
    "|të dielën|нядзелю|կիրակի|sekmadienį|svētdien|pühapäeval|ביום ראשון|आइतबार|ఆదివారం|રવિવાર|ਐਤਵਾਰ"
    "|ಭಾನುವಾರ|ഞായറാഴ്ച|ඉරිදා|တနင်္ဂနွေနေ့|dydd sul|ням гарагт",
)

# what only begins as they do, or is a day of the year
OTHER_DAYS = "周一般|周日均|black friday|good friday|cyber monday|super tuesday|mardi gras"
# in front of one, they count weeks: 一周三次 is three times a week, and 每周一 every Monday
_WEEKS, _COUNTING = frozenset("周週"), frozenset("一二两兩三四五六七八九十几幾数數每半整")


def counts_weeks(text: str, start: int) -> bool:
    """Whether what begins there as a Chinese weekday is no day, but weeks that are counted."""
    return text[start] in _WEEKS and text[start - 1 : start] in _COUNTING


def day_of(weekday: int, told_on: date) -> tuple[int, int]:
    """(month, day) of a weekday, Monday 0, of news that were published on that day."""
    ahead = (weekday - told_on.weekday()) % 7
    found = told_on + timedelta(days=ahead if ahead <= AHEAD else ahead - 7)
    return found.month, found.day
