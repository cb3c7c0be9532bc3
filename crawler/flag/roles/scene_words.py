"""What is told of an event by those who tell more of it than its name, by language: its stage, its jury, its second day.

Spelling: see words.py. They are no sign that people meet; they show how long a text stays with an event that it names.
"""

from __future__ import annotations

from collections.abc import Mapping

from crawler.flag.text.words import each

SCENE: Mapping[str, tuple[str, ...]] = {
    "en": each(
        "stage jury judges audience panel panels session sessions pitch pitched pitching presented hall "
        "halls agenda lineup declaration communiqué communique final_statement draft_statement "
        "joint_statement visitor* crowd* workshop* speech speeches round_table roundtable side_event "
        "gathering meeting meetings talks dealmak* opening_day closing_day first_day second_day "
        "third_day fourth_day last_day final_day two_days three_days four_days five_days first_morning "
        "last_evening were_there went_there met_there was_there while_there came_home brought_home "
        "presentation moderator* moderated"
    ),
    "zh": each(
        "那里 在那儿 在会上 会场 展馆 展位 展厅 台上 评委 观众 听众 现场 当场 首日 次日 最后一天 期间 座谈 演讲 场馆 客商 那几天 两天 三天 四天 五天 几天 颁奖 会后 会前 展后 议程 "
        "宣言 共识 分会场 圆桌 采购商 摊位 参展商 主论坛 上台 逛展 洽谈"
    ),
    "th": each(
        "ผู้ชม ผู้ฟัง ในงาน จบงาน งานเดียวกัน ผู้เข้าชม ผู้ร่วมงาน เสวนา วันแรก วันที่สอง วันที่สาม "
        "วันสุดท้าย ที่นั่น ห้องประชุม ปฏิญญา แถลงการณ์ รางวัล ขึ้นเวที ฮอลล์ คนในงาน สามวัน สี่วัน"
    ),
    "ja": each(
        "壇上 審査 聴衆 初日 二日目 2日目 三日目 3日目 最終日 期間中 分科会 講演 二日間 2日間 三日間 3日間 四日間 4日間 五日間 5日間 "
        "その場 会期 客席 来場者 商談 名刺 宣言 声明 議長 議題 討論 パネル セッション ステージ 表彰 覚書 調印"
    ),
    "ko": each(
        "그곳 무대에 무대에서 심사 청중 관객 첫날 둘째_날 셋째_날 마지막_날 이틀 사흘 나흘 닷새 세션 그_자리 같은_자리 관람객 참석자 참가자 시연 강연 연설 부스에 토론 선언 선언문 "
        "공동성명 명함 행사장 전시장 전시관"
    ),
    "vi": each(
        "sân_khấu ban_giám_khảo giám_khảo khán_giả khán_phòng khách_tham_quan tại_đó ở_đó ngày_đầu "
        "ngày_thứ_hai ngày_thứ_ba ngày_cuối bên_lề ban_tổ_chức tuyên_bố_chung bản_ghi_nhớ tọa_đàm "
        "thảo_luận nhà_triển_lãm phiên_họp phiên_thảo_luận"
    ),
    "id": each(
        "panggung juri penonton hadirin aula pengunjung di_sana sesi panel hari_pertama hari_kedua "
        "hari_ketiga hari_terakhir lomba paviliun pavilion pernyataan_bersama deklarasi panitia "
        "rombongan nota_kesepahaman diskusi pertemuan penyelenggara"
    ),
    "ms": each(
        "reruai anugerah persidangan pameran di_sana pentas hadirin pengunjung penganjur rombongan hari_pertama hari_kedua perbincangan deklarasi"
    ),
    "es": each(
        "escenario jurado el_público salón visitante* allí sesión sesiones charla* concurso declaración "
        "primer_día segundo_día tercer_día último_día pabell* organizador* pasillo* mesa_redonda "
        "una_mesa reunión encuentro* debate* plenario delegación auditorio premio*"
    ),
    "pt": each(
        "lá palco júri plateia o_público pavilh* estande* sessão sessões painel painéis palestra* debate* "
        "primeiro_dia segundo_dia terceiro_dia último_dia comitiva delegação organizador* mesa_redonda "
        "reunião encontro* declaração visitante* prêmio* prémio* auditório"
    ),
    "fr": each(
        "scène jury le_public table_ronde visiteur* allée* concours premier_jour deuxième_jour "
        "second_jour troisième_jour dernier_jour présentation séance* débat* couloir* "
        "rencontre* déclaration plénière auditoire là_bas c'est_là organisateur*"
    ),
    "de": each(
        "bühne jury publikum podium* halle hallen besucher* dort diskussion* vortrag* vorträge* "
        "abschlusserklärung* saal veranstalter* ersten_tag zweiten_tag dritten_tag letzten_tag "
        "messetag* wettbewerb* treffen tagung* sitzung* workshop* messestand* andrang"
    ),
    "it": each(
        "lì laggiù palco giuria il_pubblico platea sala tavola_rotonda padiglion* visitator* sessione sessioni "
        "panel primo_giorno secondo_giorno terzo_giorno ultimo_giorno dimostrazion* dibattit* "
        "organizzator* dichiarazione incontro incontri premio corridoi"
    ),
    "nl": each(
        "podium jury publiek zaal bezoeker* daar sessie* beursvloer eerste_dag tweede_dag derde_dag "
        "laatste_dag organisator* bijeenkomst* debat* verklaring"
    ),
    "ru": each(
        "там там_же сцена сцене сцену сцены жюри зал зале зала посетител* гости гостей панел* дискусси* конкурс* площадк* "
        "первый_день второй_день третий_день последний_день первого_дня три_дня четыре_дня деклараци* "
        "встреч* переговор* выступ* круглый_стол круглом_столе слушател* кулуар* повестк* награ* приз "
        "призы"
    ),
    "uk": each(
        "там сцена сцені сцену сцени журі зал залі зали панел* дискусі* конкурс* майданчик* перший_день другий_день "
        "останній_день наступного_дня декларац* зустріч* виступ* слухач* кулуар* доповід* гості гостей"
    ),
    "bg": each(
        "там сцена* жури публика* посетител* дискуси* награ* първия_ден последния_ден организатор* деклараци*"
    ),
    "sr": each("тамо публика* жири посетиоц* награ* првог_дана последњег_дана панелу организатор*"),
    "ar": each(
        "هناك منصة المنصة لجنة_التحكيم الجمهور جمهور الحاضرين الحاضرون الحضور قاعة القاعة قاعات القاعات "
        "الجلسة جلسات الجلسات الجناح أجنحة زوار الزوار ورشة ورش مسابقة المسابقة اليوم_الأول "
        "اليوم_الثاني اليوم_الثالث اليوم_الأخير المنظمون المنظمين ختام هامش كواليس البيان_الختامي "
        "توصيات لقاء لقاءات جائزة"
    ),
    "fa": each(
        "صحنه داوران حاضران حضار سالن سخنران سخنرانان بازدیدکنندگان بازدیدکننده آنجا مسابقه پنل روز_اول روز_دوم روز_آخر برگزارکنندگان "
        "بیانیه تفاهم‌نامه جایزه حاشیه"
    ),
    "he": each("שם במה הבמה קהל הקהל אולם ביתן מבקרים פאנל מושב פרס דוכן ביום_השני המארגנים"),
    "tr": each(
        "sahne* jüri* salon* ziyaretçi* orada oturum* panel* yarışma* izleyici* ilk_gün* ikinci_gün* "
        "üçüncü_gün* son_gün* gün_boyunca pavyon* ödül* buluşma* toplantı* düzenleyici* standı"
    ),
    "az": each("orada səhnə* münsif* panel* mükafat* iclas*"),
    "pl": each(
        "tam rozmów rozmowy scenie scena sceny publicznoś* sali sala salę zwiedzając* sesj* panel* dyskusj* konkurs konkursu konkursie "
        "pierwszego_dnia drugiego_dnia trzeciego_dnia ostatniego_dnia organizator* spotkani* deklaracj* "
        "nagrod* jury gości"
    ),
    "cs": each(
        "tam pódi* porot* publikum publika publiku sál sálu sále návštěvní* panel panelu panely panelová panelové diskuse diskusi diskuze diskuzi soutěž* první_den druhý_den "
        "poslední_den pořadatel* setkání jednání prohlášení"
    ),
    "sk": each(
        "tam pódi* porot* publikum publika publiku sála sále návštevní* diskusi* súťaž* prvý_deň druhý_deň posledný_deň stretnuti*"
    ),
    "hr": each(
        "tamo pozornic* žiri publika publike publici posjetitelj* posetioc* nagrad* prvog_dana posljednjeg_dana organizator* skup skupa"
    ),
    "sv": each(
        "scen scenen jury juryn publik publiken montern besökar* panel panelen första_dagen andra_dagen "
        "tredje_dagen sista_dagen arrangör* mötet möten samtal* deklaration* tävling*"
    ),
    "da": each(
        "scenen jury juryen publikum besøgende panelet første_dag anden_dag sidste_dag arrangør* mødet salen deltok dommer* "
        "besøkende første_dagen siste_dagen møtet"
    ),
    "fi": each("lavalla yleisö* tuomaristo* siellä paneeli* kävij* kilpailu* järjestäj* lavan"),
    "hu": each(
        "ott színpad* zsűri* közönség* látogató* panel* első_nap* második_nap* utolsó_nap* szervező* díjat "
        "standon"
    ),
    "ro": each("acolo vizitator* panel* organizator* prima_zi ultima_zi scena juriul publicul premiul"),
    "el": each("σκηνη* κοινό κριτικη* επιτροπη* επισκέπτ* εκεί ομιλ* συζήτηση* διοργανωτ* βραβεί*"),
    "hi": each(
        "जूरी दर्शक दर्शकों हॉल स्टॉल वहां वहाँ सत्र पहले_दिन दूसरे_दिन तीसरे_दिन आखिरी_दिन अंतिम_दिन पुरस्कार घोषणापत्र प्रदर्शित आयोजकों"
    ),
    "bn": each("মঞ্চ মঞ্চে দর্শক সেখানে প্রথম_দিন শেষ_দিন পুরস্কার আয়োজক আয়োজকরা অধিবেশন"),
    "ur": each(
        "کانفرنس سمٹ نمائش وفد معاہدہ سٹیج اسٹیج حاضرین وہاں زائرین پہلے_دن آخری_دن انعام منتظمین اعلامیہ سیشن"
    ),
    "ta": each("மேடை மேடையில் அங்கு பார்வையாளர்* முதல்_நாள் பரிசு விருது அமர்வு"),
    "uz": each("o'sha_yerda u_yerda ko'rgazma* stend* yig'ilish* ishtirokchi* mukofot* sahna* sessiya*"),
    "kk": each("сол_жерде көрме* стенд* жиын* қатысушы* сыйлық* сахна* отырыс*"),
    "ka": each("იქ სამიტ* ფორუმ* გამოფენ* კონფერენცი* სტენდ* სესი* მონაწილე* ჯილდო* კულუარ*"),
    "hy": each("այնտեղ գագաթնաժողով* համաժողով* ցուցահանդես* տաղավար* մասնակից* մրցանակ*"),
    "mn": each("тэнд үзэсгэлэн* чуулган* хурал* шагнал* оролцогч*"),
    "lt": each("ten parod* konferencij* stend* dalyvi* apdovanojim* sesij*"),
    "lv": each("tur izstād* konferenc* stend* dalībniek* balv* sesij*"),
    "et": each("seal mess* konverents* stend* osaleja* auhin* paneel*"),
    "sl": each("tam sejm* konferenc* stojnic* udeležen* nagrad* obiskoval*"),
    "mk": each("таму саем* конференци* штанд* учесни* награ* посетител*"),
    "sw": each(
        "pale mkutano_huo mkutanoni maonyesho kibanda washiriki huko jukwaani hadhira siku_ya_kwanza siku_ya_pili siku_ya_mwisho wageni waandaaji tuzo"
    ),
}
