"""Words that tell an event from other things, by language. A word that ends in * may have any ending.

EVENTS are signs that people meet somewhere; OCCASIONS are weaker: things that also happen elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping


def _each(words: str) -> tuple[str, ...]:
    return tuple(words.split())


EVENTS: Mapping[str, tuple[str, ...]] = {
    "en": _each(
        "conference* summit forum congress* expo exhibition* exhibitor* exhibiting booth* stand keynote* delegate* attendee* "
        "attending attended panel* sideline* speaker* plenary venue showcas* unveil* ministerial* pavilion* fair festival "
        "symposium organiser* organizer* participants showfloor startups trade-show"
    )
    + (
        "opening ceremony",
        "closing ceremony",
        "annual meeting",
        "show floor",
        "trade show",
        "tech show",
        "high level meeting",
    ),
    "zh": _each(
        "大会 论坛 峰会 博览会 展会 会议 年会 开幕* 闭幕 参展 展台 嘉宾 主旨演讲 与会 参会 主办 承办 展览 亮相 展出 分论坛"
    ),
    "th": _each(
        "การประชุม ประชุม ฟอรัม งานแสดง มหกรรม พิธีเปิด เปิดฉาก ปิดฉาก ผู้เข้าร่วม สุนทรพจน์ ปาฐกถา เวที สัมมนา นิทรรศการ ออกบูธ บูธ เปิดตัว ผู้แทน วิทยากร"
    ),
    "ja": _each(
        "会議 大会 フォーラム サミット 博覧会 見本市 展示会 開幕 閉幕 出展 ブース 基調講演 登壇 来場 参加者 会場 展示 披露"
    ),
    "ko": _each(
        "대회 포럼 회의 총회 서밋 콘퍼런스 컨퍼런스 박람회 엑스포 전시회 개막 폐막 기조연설 참가 부스 전시 참석 행사 공개"
    ),
    "vi": (
        "hội nghị",
        "diễn đàn",
        "triển lãm",
        "khai mạc",
        "bế mạc",
        "gian hàng",
        "đại biểu",
        "diễn giả",
        "tham dự",
        "hội thảo",
        "phát biểu",
    ),
    "id": _each(
        "konferensi forum pameran pembukaan delegasi pembicara peserta dibuka digelar KTT ajang booth pidato"
    ),
    "ms": _each("persidangan pameran perasmian delegasi penceramah peserta forum ekspo sidang"),
    "es": _each(
        "conferencia* foro cumbre congreso* feria* exposición exposicion inaugur* clausur* delegad* ponente* ponencia* asistent* expositor* edición stand panel presentó presenta"
    ),
    "pt": _each(
        "conferência* fórum cúpula cimeira congresso* feira* exposição abertura delegad* orador* palestr* participantes expositor* edição evento"
    ),
    "fr": _each(
        "conférence* forum sommet congrès salon* exposition* ouverture délégué* délégation* intervenant* exposant* stand participants édition dévoil*"
    ),
    "de": _each(
        "konferenz* forum gipfel* kongress* messe* ausstellung* eröffn* delegiert* redner* aussteller* stand teilnehm* jahrestreffen* präsentier* veranstaltung*"
    ),
    "it": _each(
        "conferenza conferenze forum vertice fiera congresso esposizione inaugura* delegat* relator* espositor* stand partecipanti edizione presenta*"
    ),
    "nl": _each("conferentie* forum top beurs congres* opening deelnemer* spreker* afgevaardigd* stand"),
    "ru": _each(
        "конференци* форум* саммит* конгресс* выставк* открыти* открыл* делегат* делегаци* участник* спикер* стенд* сесси* доклад* состоял* пленарн*"
    ),
    "uk": _each(
        "конференці* форум* саміт* конгрес* виставк* відкритт* делегат* учасник* спікер* стенд* сесі*"
    ),
    "ar": _each(
        "مؤتمر المؤتمر منتدى المنتدى قمة القمة معرض المعرض افتتاح انطلاق فعاليات المشاركون المشاركين جناح جلسة كلمة وفد وفود"
    ),
    "tr": _each(
        "konferans* forum* zirve* kongre* fuar* açılış* delege* konuşmac* katılımc* stant* etkinli* sergi*"
    ),
    "pl": _each(
        "konferencj* forum szczyt* kongres* targ* wystaw* otwarci* delegat* delegacj* prelegent* uczestnik* stoisk*"
    ),
    "hi": _each("सम्मेलन मंच शिखर प्रदर्शनी उद्घाटन प्रतिनिधि"),
}
OCCASIONS: Mapping[str, tuple[str, ...]] = {
    "en": _each(
        "held opened opens opening kicked kicks concluded concludes hosted hosts hosting themed theme event edition gathered launched took"
    )
    + ("took place", "takes place", "will host"),
    "zh": _each("举办 举行 召开 主题 发布 届 活动"),
    "th": _each("จัดขึ้น ระหว่างวันที่ ภายใต้หัวข้อ ภายใต้แนวคิด เจ้าภาพ จัดงาน กิจกรรม หัวข้อ งาน"),
    "ja": _each("開催 テーマ 主催 イベント 発表"),
    "ko": _each("개최 주제 주최 열린 열렸다 열린다"),
    "vi": ("diễn ra", "tổ chức", "chủ đề", "đăng cai", "sự kiện"),
    "id": _each("berlangsung bertema diadakan diselenggarakan acara ditutup") + ("tuan rumah",),
    "ms": _each("berlangsung bertemakan diadakan dianjurkan acara"),
    "es": _each("celebra celebró celebrará lema evento organiz* tuvo acoge"),
    "pt": _each("realiz* decorre tema organiz* recebe"),
    "fr": _each("tient tenu tiendra thème événement organis* accueille"),
    "de": ("findet", "stattfindet", "fand", "motto", "thema", "treffen*", "gastgeber*"),
    "it": _each("svolge svolto tema evento organizza* ospita"),
    "nl": _each("gehouden plaats thema evenement"),
    "ru": _each("прошел прошла пройдет проходит тем* мероприяти* организ*"),
    "uk": _each("пройшов пройшла пройде тем* захід організ*"),
    "ar": _each("تستضيف انعقاد شعار تنظم انطلق انطلقت عقد"),
    "tr": _each("düzenle* tema* gerçekleş* başladı yapıl*"),
    "pl": _each("odbył* odbędzie temat* wydarzeni* organiz*"),
    "hi": _each("आयोजित आयोजन विषय"),
}
FUTURE: Mapping[str, tuple[str, ...]] = {
    "en": ("will", "upcoming", "ahead of", "scheduled", "set to", "to be held", "forthcoming"),
    "zh": ("将", "即将", "拟于"),
    "th": ("เตรียม", "กำลังจะ", "จะจัด"),
    "ja": ("開催予定", "予定"),
    "ko": ("예정", "열린다", "앞두고"),
    "vi": ("sẽ", "sắp"),
    "id": ("akan", "mendatang"),
    "es": ("será", "próximo", "próxima", "celebrará"),
    "pt": ("será", "próximo", "próxima"),
    "fr": ("prochain", "prochaine", "aura lieu", "se tiendra"),
    "de": ("wird", "kommende*"),
    "ru": ("пройдет", "состоится", "предстоящ*"),
    "ar": ("ستستضيف", "المقبل", "سينطلق"),
    "tr": ("yapılacak", "düzenlenecek"),
}
# What makes a name a comparison, folded: before it ("dubbed the Davos ..."), and after it ("... of the East").
LIKENED_BEFORE = (
    "dubbed the",
    "dubbed",
    "nicknamed the",
    "answer to the",
    "answer to",
    "version of the",
    "version of",
    "equivalent of the",
    "likened to the",
    "likened to",
    "so called",
    "a kind of",
    "mini",
    "rival to the",
    "apodado el",
    "surnommé le",
    "genannt das",
    "被誉为",
    "被称为",
    "堪称",
    "号称",
    "版",
    "版的",
    "เปรียบเสมือน",
    "ฉายา",
)
LIKENED_AFTER = ("of the", "of", "der", "des", "du", "de la", "del", "style", "like", "esque", "之称")
