"""Words that tell a body from an event where an abbreviation is spelt out, by how they begin."""

from __future__ import annotations

from crawler.flag.text.words import each

# How words begin that make a name of capitals a body's, a fund's or a survey's, and no conference's or chief executive's.
BODIES = each(
    "academ akadem agen allian allianz army assoc assem author autorid autorit bank banco banque board brigad bureau büro cent zentr centr club college collège collegi colég "
    "comit comité commiss comis commission committee company compagn compañ confed confeder consej consel conseil consig consell coop corporation council direc direk direz divis ejérc escola escuela école "
    "facult fakult feder föder ferder fond fonds fund found forces forças fuerzas fuerza forze front fédér fédération gesellschaft ges group groep grup grupp guild hospital initiativ inspe inspec inspek inst interven ispett kommiss komit "
    "kräfte laborator league liga ligue lab ministe minister mouvem movim network netz off oficin organi parti partid partei plan polic poliz program programme proj proy raad rat rada red réseau resear sams "
    "school schule secret sekret segret serv serviz dienst sindic sindac syndic social society société socied studi statist estad estat stift survey enquête encuest system sistem système team trust truppen "
    "union unión união unione univers verband verein vereni werk zwią instytut urząd ośrod fundac stowarzysz"
)
# What an event is called, in the words before a bracket with its short name: how they begin.
MEETS = each(
    "conf konf forum foro fórum summit congres kongre cumbre cimeira cúpula sommet gipfel szczyt expo expos fair feira feria fiera foire messe salon salón salone beurs mässa targ fuar show showcase schau mostra muestra "
    "meeting treffen week woche semaine semana settimana vertice festival event evento évén veranstalt evenement wydarz etkinlik gathering reuni réuni riuni rencontre encuentro encontro cita rendez spotkan zirve toplant "
    "форум конф саммит саміт выстав вистав конгр ярмар недел встреч мероприят съезд مؤتمر منتدي قمه معرض ملتقي اسبوع اجتماع hội diễn triển sự ktt pameran acara pertemuan مجمع نشست همایش اجلاس کنفرانس نمایشگاه φόρουμ σύνοδ συνέδρι έκθεσ ועידה כנס פורום תערוכה সম্মেলন keynot persidangan konvensyen सम्मेलन"
)
MEETS_UNSPACED = each(
    "展 会 坛 峰会 节 周 年会 盛会 活动 会议 大会 論壇 フォーラム サミット ショー エキスポ 見本市 会合 イベント コングレス カンファレンス 포럼 회의 대회 총회 서밋 전시회 박람회 행사 쇼 엑스포 콩그레스 콘퍼런스 컨퍼런스 "
    "ประชุม เวที งาน มหกรรม ฟอรัม ซัมมิต สัมมนา นิทรรศการ"
)

# words that an abbreviation may have no letter of: "Women, Infants and Children (WIC)"
SMALL = frozenset(
    each(
        "of the for and on in de du des la le der die und y da do das dos del di della delle dello degli dei e et für van voor"
    )
)
