"""The words at which a name of an event ends, those that only bind it, and those with which it is another kind of thing's.

Spelt as in candidates/words.py.
"""

from __future__ import annotations

from crawler.flag.candidates.words import spelt

LINKS = frozenset(
    spelt(
        "of on for the and & de del la las los le les des du d l da do dos das sobre sur pour para e y et der die für "
        "zur zum über sulla sulle sui sugli delle dei degli om wa ya und van voor della dell sull tentang dan untuk bagi mengenai về và по и of_the al ale privind pentru з із щодо"
    )
)
LINK_OR_PLACE = ("sur",)  # "on" in French, with a capital the south in Spanish
LEFT_LINKS = frozenset(spelt("and & of for de y e et und dan и"))
# A name does not reach over them, whatever their letters.
STOPS = frozenset(
    spelt(
        "a an this that these those its their our his her at in to from by with as is was were will has have had be after "
        "before during when while where who why how what says said say opens opened open opening hosts hosted host "
        "hosting kicks kicked launches launched launch attends attended attend joins joined calls called urges urged "
        "holds held hold wraps concludes closes ends begins starts returns announces announced unveils addresses "
        "speaks tells set sets plans plan gets sees draws brings welcomes gathers marks eyes seeks wins leads "
        "president minister ministers' chairman chairwoman chair ceo director secretary general founder professor dr mr "
        "mrs ms premier governor mayor king queen prince ambassador delegates visitors speakers organisers organizers "
        "january february march april may june july august september october november december jan feb mar apr jun jul aug "
        "sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow "
        "use last next every each both annual inaugural upcoming s el los las una un le une der das den dem ein eine "
        "beim am im auf vom zum die os as o il lo i edition edición édition edição edisi about around "
        "en em à au aux tại ở vào ngày tháng năm lần thứ với trong được sẽ đã khai mạc diễn ra bế do pada di yang akan "
        "resmi dibuka digelar ke kali tahun oleh dalam ini tersebut menteri presiden gubernur ministro ministra presidente "
        "ministre président в на с к о от для что этот этого это года году который которая участники министр президент "
        "το τη την της του στο στη στην οι τα η "
        "глава пройдет прошел прошла состоится открылся открылась стартовал директор эта"
    )
)
# The same in Hindi, Bengali, Urdu, Persian and Hebrew, whose letters show no names.
UNMARKED_STOPS = spelt(
    "में का के की को से ने पर और एवं तथा है हैं था थे थी यह इस उस एक पहला पहले पहली दूसरा दूसरे दूसरी तीसरा तीसरे तीसरी चौथा चौथे चौथी पांचवां पांचवें "
    "छठा छठे सातवां सातवें आठवां दसवां वार्षिक आयोजित आगामी लिए साथ हुए होने वाले वाला वाली दो तीन चार दिवसीय अपने अपनी किसी कई सभी गए कर करते हुआ जो कहा कि बताया "
    "ميں كا كے كي كو سے نے پر اور ہے يہ اس ايك جاري پہلي پہلا دوسري دوسرا تيسري تيسرا سالانہ والي والے "
    "হয়েছে হচ্ছে হবে হয় এবং ও এর এই একটি প্রথম দ্বিতীয় তৃতীয় চতুর্থ পঞ্চম বার্ষিক আজ গতকাল আগামী সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রোববার রবিবার দিনব্যাপী দুই তিন চার থেকে নিয়ে জন্য সঙ্গে করে হলো শুরু যে এক আয়োজিত অনুষ্ঠিত "
    "היום אתמול מחר השנתי השנתית אשר עם לא גם כי נפתח נפתחה ייפתח תיפתח יתקיים תתקיים התקיים התקיימה החודש הראשון הראשונה השני השנייה השלישי השלישית הרביעי הרביעית תחת "
    "در از به با كه را اين ان است شد مي و براي تا سال روز امسال نخستين اولين دومين سومين چهارمين پنجمين ششمين هفتمين هشتمين نهمين دهمين "
    "برگزار اغاز امروز ديروز بود شركت افتتاح گشايش خود خبري تخصصي توسط درباره پيرامون"
)
# Behind what reads as an event of no known kind they say that it is a house: "Phoenix Convention Center".
VENUES = frozenset(spelt("center centre centro hall halls hotel zentrum venue square halle gelände district"))
# Halves of places: the word behind them belongs to the name as well.
ARABIC_HALVES = frozenset(spelt("شمال جنوب شرق غرب وسط ابو ام راس بحر خليج مدينه دول جامعه"))
ARABIC_STOPS = frozenset(
    spelt(
        "في علي من الي الذي التي يوم امس اليوم غدا بمشاركه بحضور تحت خلال قال قالت اعلن اعلنت انطلقت انطلق افتتح افتتحت تفتتح "
        "يفتتح عقد عقدت تعقد ينعقد حيث بعد قبل عن حول ان كما هذا هذه مع الماضي المقبل الجاري الحالي القادم الاحد الاثنين "
        "الثلاثاء الاربعاء الخميس الجمعه السبت الاسبوع الشهر العام السنه الوزير الرئيس التابع ينطلق تنطلق بمدينه بالعاصمه الاول الاولي الثاني الثانيه "
        "الثالث الثالثه الرابع الرابعه الخامس الخامسه السادس السادسه السابع السابعه الثامنه التاسعه العاشره"
    )
)
# With one of them in it, or right behind it, a name is another kind of thing: a firm's, a school's, a party's.
OTHER_KINDS = frozenset(
    spelt(
        "developer developers partner partners customer customers user users investor investors shareholder "
        "shareholders reseller dealer supplier employee employees alumni student students campus university college faculty "
        "school course courses workshop webinar seminar hackathon bootcamp training party press career careers job jobs "
        "recruitment call message board user's ncaa club kids teachers sales hotline "
        "universität hochschule schule université école universidad universidade escuela universitas universiti kampus "
        "разработчиков партнеров студентов партии desarrolladores développeurs đảng "
        "art arts artists craft crafts fan fans painting paintings photography للفن للفنون الفنون الفن "
        "جامعه الجامعه شركه"
    )
)
# The same with whatever ending; in Latin letters no word of an event's name begins so.
_OTHER_BEGINNINGS = tuple(
    spelt(
        "университет школ школьн шкільн училищ ученическ студентск студентськ младеж партийн мектеп kommunen skolen skolan szkoln uczniow "
        "školn škols studentsk koulun oppilas yliopisto iskol məktəb maktab shule şcolar okul স্কুল বিদ্যালয় কলেজ বিশ্ববিদ্যালয় स्कूल विद्यालय विश्वविद्यालय कॉलेज مدرسه مدارس دانشگاه سكول"
    )
)


def other_kind(word: str) -> bool:
    """Whether the folded word makes an event a firm's, a school's or a party's."""
    return word in OTHER_KINDS or word.startswith(_OTHER_BEGINNINGS)


# A name that begins with one of them is a firm's event; within a name they may be rivers and fruit.
FIRMS = frozenset(
    spelt(
        "huawei alibaba tencent baidu google microsoft amazon aws apple meta oracle sap salesforce ibm intel nvidia samsung "
        "xiaomi oppo vivo lenovo dell cisco adobe snowflake databricks servicenow vmware zte ericsson nokia siemens yandex "
        "яндекс сбер sber grab gojek tokopedia shopee lazada naver kakao openai anthropic hubspot splunk twilio mongodb "
        "atlassian workday palantir telefónica orange vodafone sk lg kt qualcomm amd arm hp hpe tiktok bytedance tableau "
        "goldman sachs morgan jpmorgan citi ubs barclays nomura jefferies evercore stanford harvard cambridge oxford uipath dynatrace elastic github gitlab docker red_hat"
    )
)
# What ends with one of them is a house of that name: "Summit Digital Bank".
HOUSES = frozenset(spelt("bank hospital clinic hotel airport insurance"))
# Bodies: what a name of an event is the beginning of is the name of one of these.
ORGANS = frozenset(
    spelt(
        "commission committee agency board bureau association secretariat foundation council company group ltd inc fund "
        "limited authority institute newsletter podcast caucus directorate laboratory lab magazine band cup trophy orchestra choir "
        "league championship tournament award awards prize capital ventures holdings tv radio app fund partners"
    )
)
