"""Words that tell an event from other things, by language. A word that ends in * may have any ending;
_ stands for a space.

EVENTS are signs that people meet somewhere; OCCASIONS are weaker: things that also happen elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping


def each(words: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in words.split())


EVENTS: Mapping[str, tuple[str, ...]] = {
    "en": each(
        "conference* summit forum congress* expo exhibition* exhibitor* exhibiting booth* stand "
        "keynote* delegate* attendee* attending attended panel* sideline* speaker* plenary venue "
        "showcas* unveil* ministerial* pavilion* fair festival symposium organiser* organizer* "
        "participants showfloor startups trade-show opening_ceremony closing_ceremony "
        "annual_meeting show_floor trade_show tech_show high_level_meeting"
    ),
    "zh": each(
        "大会 论坛 峰会 博览会 展会 会议 年会 开幕* 闭幕 参展 展台 嘉宾 主旨演讲 与会 参会 主办 承办 展览 亮相 展出 分论坛"
    ),
    "th": each(
        "การประชุม ประชุม ฟอรัม งานแสดง มหกรรม พิธีเปิด เปิดฉาก ปิดฉาก ผู้เข้าร่วม สุนทรพจน์ "
        "ปาฐกถา เวที สัมมนา นิทรรศการ ออกบูธ บูธ เปิดตัว ผู้แทน วิทยากร"
    ),
    "ja": each(
        "会議 大会 フォーラム サミット 博覧会 見本市 展示会 開幕 閉幕 出展 ブース 基調講演 登壇 来場 参加者 会場 展示 披露"
    ),
    "ko": each(
        "대회 포럼 회의 총회 서밋 콘퍼런스 컨퍼런스 박람회 엑스포 전시회 개막 폐막 기조연설 참가 부스 전시 참석 행사 공개"
    ),
    "vi": each(
        "hội_nghị diễn_đàn triển_lãm khai_mạc bế_mạc gian_hàng đại_biểu diễn_giả tham_dự hội_thảo phát_biểu"
    ),
    "id": each(
        "konferensi forum pameran pembukaan delegasi pembicara peserta dibuka digelar KTT ajang booth pidato"
    ),
    "ms": each("persidangan pameran perasmian delegasi penceramah peserta forum ekspo sidang"),
    "es": each(
        "conferencia* foro cumbre congreso* feria* exposición exposicion inaugur* clausur* "
        "delegad* ponente* ponencia* asistent* expositor* edición stand panel presentó presenta"
    ),
    "pt": each(
        "conferência* fórum cúpula cimeira congresso* feira* exposição abertura delegad* orador* "
        "palestr* participantes expositor* edição evento"
    ),
    "fr": each(
        "conférence* forum sommet congrès salon* exposition* ouverture délégué* délégation* "
        "intervenant* exposant* stand participants édition dévoil*"
    ),
    "de": each(
        "konferenz* forum gipfel* kongress* messe* ausstellung* eröffn* delegiert* redner* "
        "aussteller* stand teilnehm* jahrestreffen* präsentier* veranstaltung*"
    ),
    "it": each(
        "conferenza conferenze forum vertice fiera congresso esposizione inaugura* delegat* "
        "relator* espositor* stand partecipanti edizione presenta*"
    ),
    "nl": each("conferentie* forum top beurs congres* opening deelnemer* spreker* afgevaardigd* stand"),
    "ru": each(
        "конференци* форум* саммит* конгресс* выставк* открыти* открыл* делегат* делегаци* "
        "участник* спикер* стенд* сесси* доклад* состоял* пленарн*"
    ),
    "uk": each(
        "конференці* форум* саміт* конгрес* виставк* відкритт* делегат* учасник* спікер* стенд* сесі*"
    ),
    "ar": each(
        "مؤتمر المؤتمر منتدى المنتدى قمة القمة معرض المعرض افتتاح انطلاق فعاليات المشاركون "
        "المشاركين جناح جلسة كلمة وفد وفود"
    ),
    "tr": each(
        "konferans* forum* zirve* kongre* fuar* açılış* delege* konuşmac* katılımc* stant* etkinli* sergi*"
    ),
    "pl": each(
        "konferencj* forum szczyt* kongres* targ* wystaw* otwarci* delegat* delegacj* prelegent* "
        "uczestnik* stoisk*"
    ),
    "hi": each("सम्मेलन मंच शिखर प्रदर्शनी उद्घाटन प्रतिनिधि"),
    "cs": each(
        "konferenc* fór* summit* kongres* veletr* výstav* zaháj* delegát* delegac* účastn* stánek stánk* vystavovat*"
    ),
    "sv": each(
        "konferens* forum toppmöte* kongress* mässa* mässan utställning* delegat* deltagar* monter montrar"
    ),
    "da": each(
        "konference* topmøde* messe* messen udstilling* delegeret* deltager* stand toppmøte* konferanse*"
    ),
    "fi": each("konferenssi* foorumi* huippukokou* messu* kongressi* osallistuj* näyttely*"),
    "hu": each("konferenci* fórum* csúcstalálkozó* kongresszus* kiállítás* résztvev*"),
    "ro": each("conferinț* târg* expoziți* participanți"),
    "el": each("διάσκεψη* φόρουμ σύνοδο* συνέδριο* έκθεση* εκθεσιακ* συμμετέχοντ* περίπτερο*"),
    "fa": each("کنفرانس نشست همایش اجلاس نمایشگاه غرفه پاویون هیئت هیات شرکت‌کنندگان افتتاح سخنرانی"),
    "he": each("ועידה ועידת כנס תערוכה תערוכת פסגה פסגת משתתפים ביתן"),
    "bn": each("সম্মেলন সম্মেলনে মেলা প্রদর্শনী প্রতিনিধি উদ্বোধন"),
}
OCCASIONS: Mapping[str, tuple[str, ...]] = {
    "en": each(
        "held opened opens opening kicked kicks concluded concludes hosted hosts hosting themed "
        "theme event edition gathered launched took took_place takes_place will_host"
    ),
    "zh": each("举办 举行 召开 主题 发布 届 活动"),
    "th": each("จัดขึ้น ระหว่างวันที่ ภายใต้หัวข้อ ภายใต้แนวคิด เจ้าภาพ จัดงาน กิจกรรม หัวข้อ งาน"),
    "ja": each("開催 テーマ 主催 イベント 発表"),
    "ko": each("개최 주제 주최 열린 열렸다 열린다"),
    "vi": each("diễn_ra tổ_chức chủ_đề đăng_cai sự_kiện"),
    "id": each("berlangsung bertema diadakan diselenggarakan acara ditutup tuan_rumah"),
    "ms": each("berlangsung bertemakan diadakan dianjurkan acara"),
    "es": each("celebra celebró celebrará lema evento organizó organizado organizada tuvo acoge"),
    "pt": each("realiz* decorre tema organizou organizado organizada recebe"),
    "fr": each("tient tenu tiendra thème événement organisé organisée organise accueille"),
    "de": each("findet stattfindet fand motto thema treffen* gastgeber*"),
    "it": each("svolge svolto tema evento organizza* ospita"),
    "nl": each("gehouden plaats thema evenement"),
    "ru": each("прошел прошла пройдет проходит тем* мероприяти* организова* организатор*"),
    "uk": each("пройшов пройшла пройде тем* захід організ*"),
    "ar": each("تستضيف انعقاد شعار تنظم انطلق انطلقت عقد"),
    "tr": each("düzenle* tema* gerçekleş* başladı yapıl*"),
    "pl": each("odbył* odbędzie temat* wydarzeni* organizowan* organizator*"),
    "hi": each("आयोजित आयोजन विषय"),
    "cs": each("koná konal* konat uskuteční pořád* akce téma"),
    "sv": each("hålls hölls arrangera* tema evenemang* äger_rum"),
    "da": each("afholde* arrangere* tema begivenhed* finder_sted"),
    "fi": each("järjeste* pidetään pidettiin tapahtuma*"),
    "hu": each("rendez* tartott* esemény*"),
    "ro": each("desfășoar* desfășurat eveniment*"),
    "el": each("πραγματοποι* διοργαν* εκδήλωση* θέμα"),
    "fa": each("برگزار برگزاری میزبان میزبانی رویداد موضوع"),
    "he": each("התקיים התקיימה תתקיים אירוע"),
    "bn": each("অনুষ্ঠিত আয়োজন"),
}
# What an event does: an article in which a name does it is about the event.
HAPPENS: Mapping[str, tuple[str, ...]] = {
    "en": each(
        "opens opened opening kicks_off kicked_off begins began closes closed concludes concluded ends ended "
        "held takes_place took_place returns returned gathers gathered runs wraps wrapped starts started"
    ),
    "zh": each("开幕 闭幕 举行 举办 召开 启幕 落幕 开启 拉开 登场 揭幕"),
    "th": each("เปิดฉาก ปิดฉาก จัดขึ้น เริ่มขึ้น เริ่มต้น พิธีเปิด จัดงาน"),
    "ja": each("開幕 閉幕 開催 始まった 始まる 開かれた 開かれる 開かれている"),
    "ko": each("개막 폐막 개최 열렸다 열린다 열린 열려 열리고 열리는 막을"),
    "vi": each("khai_mạc bế_mạc diễn_ra được_tổ_chức"),
    "id": each("dibuka ditutup berlangsung digelar diselenggarakan diadakan"),
    "ms": each("dirasmikan berlangsung diadakan"),
    "es": each(
        "abrió abre inaugur* clausur* celebra* comenzó comienza terminó reunió reúne arranc* ha_abierto ha_comenzado ha_terminado"
    ),
    "pt": each("abriu abre começou começa encerr* realiz* decorre terminou reuniu reúne arranc*"),
    "fr": each("ouvert ouvre ouvert_ses_portes tient tenu tenue fermé débuté commencé réunit achevé"),
    "de": each("eröffnet begonnen beginnt begann findet_statt stattgefunden fand endet endete öffnet"),
    "it": each("aperta aperto apre svolge svolto chiude chiuso inizia iniziata"),
    "ru": each(
        "открылась открылся открылось открывается открываются откроется стартует стартовал* начинается закрыл* завершил* начал* проходит прош* состоял*"
    ),
    "ar": each("انطلق انطلقت انطلاق افتتح افتتاح تختتم اختتم اختتام انعقد تنعقد يفتتح"),
    "tr": each("başladı başlıyor açıldı düzenlendi yapıldı sona_erdi"),
    "pl": each(
        "rozpoczął rozpoczęła rozpoczęło rozpoczyna_się rozpocznie_się otwiera_się zaczyna_się odbył* odbędzie_się zakończył* otwart*"
    ),
    "hi": each("उद्घाटन शुरू आयोजित समापन"),
    "cs": each("začal začala začalo začíná začne zahájen* otevřel* otevírá_se skončil* koná"),
    "sv": each("öppnade öppnar inleds inleddes avslutades hålls"),
    "da": each("åbnede åbner begyndte begynder sluttede afholdes"),
    "fa": each("برگزار آغاز افتتاح گشایش پایان"),
    "ro": each("deschis* început începe se_deschide încheiat"),
    "el": each(
        "ξεκίνησε ξεκινά άνοιξε ανοίγει άρχισε αρχίζει ολοκληρώθηκε έληξε πραγματοποι* διεξάγεται εγκαινιάστηκε διοργανώ*"
    ),
    "hu": each("megnyílt nyílik kezdődött kezdődik zárult rendez* tartott*"),
    "fi": each("alkoi alkaa avautuu päättyi avattiin järjest* pidettiin"),
    "he": each("נפתחה נפתח הסתיים הסתיימה התקיים התקיימה"),
    "bn": each("শুরু উদ্বোধন সমাপ্ত অনুষ্ঠিত"),
}
# What one does at a fair: enough of a sign beside a name that firms may have too, and no sign elsewhere.
SHOWN: Mapping[str, tuple[str, ...]] = {
    "en": each(
        "trip travel* flew heading invited award* prize* won winner* shown showed debut* demo* visitor* visited stage pitch* crowd* met hall halls"
    ),
    "zh": each("赴 获奖 大奖 奖 展示 首发 参观 观众 签约 签下"),
    "th": each("รางวัล แสดง โชว์"),
    "ja": each("出張 賞 受賞 見せ 出品 来場 契約"),
    "ko": each("출장 상을 수상 혁신상 선보 관람객 계약"),
    "vi": each("giải_thưởng trưng_bày ra_mắt"),
    "id": each("penghargaan dipamerkan tampil pengunjung"),
    "es": each("viaj* premi* mostr* exhib* visitante* ganó"),
    "pt": each("viaj* prêmio* prémio* premiad* mostr* exib* visitante*"),
    "fr": each("voyage* prix primé* montré* visiteur* démonstration"),
    "de": each("reis* preis* gezeigt zeigt* vorgeführt besucher* ausgezeichnet halle*"),
    "it": each("viagg* premi* mostrat* visitator* padiglion*"),
    "nl": each("reis* prijs bezoeker* getoond"),
    "ru": each("поездк* приз* премия премию наград* показал* показан* посетител*"),
    "uk": each("приз* премі* нагород* показал* відвідувач*"),
    "ar": each("جائزه عرض زوار"),
    "tr": each("ödül* tanıt* sergile* ziyaretçi*"),
    "pl": each("nagrod* pokazał* zwiedzając*"),
    "hi": each("पुरस्कार दिखाया"),
}
