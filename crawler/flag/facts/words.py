"""Words that lead to facts, by what they say and by language. One automaton over all of them.

A word that ends in * may have any ending; _ stands for a space. Written as people write them: they are folded
as the text is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from crawler.flag.names.found import stands
from crawler.flag.text.fold import fold

MAX_SEEN = 20_000  # words of one text; behind them nothing more is looked for
_LEADING = frozenset("เแโใไ")  # vowels that stand before their consonant: no Thai word begins behind one
Place = tuple[int, int]  # [start, end) in the folded text

WORDS: Mapping[str, str] = {
    "sign": (
        "signed signing signs inked inks concluded "
        "签署 签约 签订 ลงนาม เซ็น 締結 署名 調印 체결 서명 ký_kết ký menandatangani ditandatangani penandatanganan "
        "firmó firmaron firmado firmada suscribió suscribieron signé signée signés signées signent "
        "signature unterzeichn* unterschrieb* assinou assinaram assinado assinada assinados "
        "подписал* подписан* وقع وقعت توقيع وقعوا firmato firmati imzala* podpisa* हस्ताक्षर"
    ),
    "launch": (
        "launched launches launching unveiled inaugurated established adopted announced issued released "
        "发布 启动 成立 揭牌 通过 เปิดตัว ประกาศ จัดตั้ง 発足 設立 発表 採択 立ち上げ 출범 발족 채택 발표 công_bố ra_mắt thành_lập "
        "meluncurkan diluncurkan peluncuran melancarkan dilancarkan lanzó lanzaron presentó adoptó adoptaron lancé lancée lancement "
        "adopté adoptée gestartet gegründet verabschiedet lançou lançaram lançado lançada adotou запустил* запущен* учрежд* создан* "
        "принял* принят* اطلاق اطلقت اطلق اعتماد اعتمد تدشين"
    ),
    "deal": (
        "agreement* memorandum memoranda mou mous contract* deal deals treaty partnership* letter_of_intent letters_of_intent "
        "协议 备忘录 合同 意向书 合作项目 项目 ข้อตกลง บันทึกความเข้าใจ บันทึกข้อตกลง สัญญา เอกสาร 協定 覚書 契約 협약 양해각서 업무협약 계약 협정 "
        "thỏa_thuận biên_bản_ghi_nhớ hợp_đồng nota_kesepahaman perjanjian kesepakatan memorandum_persefahaman kontrak "
        "acuerdo* memorando* convenio* contrato* accord accords protocole contrat contrats mémorandum abkommen vereinbarung* "
        "absichtserklärung* kooperationsvertrag verträge vertrag acordo* соглашени* меморандум* договор* контракт* "
        "اتفاقيه اتفاقيات اتفاق مذكره مذكرات عقد عقود anlaşma* umow* समझौता समझौते accordo accordi"
    ),
    "outcome": (
        "alliance initiative declaration charter white_paper framework action_plan coalition "
        "联盟 倡议 宣言 宪章 白皮书 行动计划 กลุ่มพันธมิตร พันธมิตร ปฏิญญา แผนปฏิบัติการ アライアンス 宣言 憲章 イニシアチブ 白書 連合 "
        "얼라이언스 선언 연합 이니셔티브 헌장 백서 liên_minh sáng_kiến tuyên_bố aliansi inisiatif deklarasi pakatan alianza iniciativa "
        "declaración coalición déclaration initiative coalition charte allianz erklärung initiative aliança declaração "
        "альянс* инициатив* деклараци* хартии хартия хартию تحالف مبادره اعلان ميثاق"
    ),
    "invest": (
        "invest* funding financing pledge* orders 投资 意向 成交 ลงทุน เงินลงทุน 投資 투자 đầu_tư investasi pelaburan inversión inversiones "
        "investissement* investissent investition* investiert* investiment* investir* инвестици* استثمار*"
    ),
    "measure": (
        "market gdp projected forecast estimated net_worth cagr budget revenue* turnover output exports imports sales profit* industry_scale trade_volume per_year annually fined fine "
        "市场规模 市场 产值 营收 增加值 收入 出口 进口 市值 销售额 规模达 产业规模 ตลาด รายได้ จีดีพี ส่งออก ยอดขาย 市場 売上 生産額 시장 매출 수출 thị_trường doanh_thu "
        "xuất_khẩu pasar pendapatan ekspor mercado* ingresos pib facturación marché chiffre_d'affaires pib markt umsatz bip receita* "
        "faturamento рынок рынка выручк* ввп экспорт* سوق ايرادات الناتج صادرات"
    ),
    "happens": "تقام يقام ينعقد تنعقد होने_वाले होने_वाली होने_जा dauert dura dure длится kéo_dài réuni reunió reuniu sona_erdi runs ran running проходил* прошел* состоится aperta aperto decorreu realizada realizado berlangsung 열려 열리 열릴 diselenggarakan düzenlenen",
    "ends": (
        "ended ends closed closes concluded concludes wrapped wraps zu_ende endet endete terminou termina terminó clausur* s'est_achevé 闭幕 落幕 閉幕 "
        "폐막 bế_mạc ditutup закрыл* заверш* اختتم اختتام ปิดฉาก si_chiude"
    ),
    "theme": (
        "theme themed motto slogan theme_of 主题 主題 หัวข้อ แนวคิด ธีม テーマ 주제 슬로건 chủ_đề tema bertema bertemakan lema thème motto "
        "девиз* тем* شعار عنوان tema temalı hasłem थीम"
    ),
    "people": (
        "delegates participants attendees visitors guests experts representatives speakers "
        "đại_biểu khách_mời người_tham_dự đại_diện chuyên_gia peserta delegasi pengunjung tamu perwakilan delegados delegadas participantes asistentes visitantes "
        "invitados representantes expertos participants délégués visiteurs invités représentants teilnehmer* besucher* gäste "
        "delegierte* fachbesucher* participantes convidados участник* участников делегат* делегатов гост* гостей посетител* "
        "مشارك مشاركا مشاركين مندوب مندوبا زائر زائرا ضيف ضيفا partecipanti visitatori delegati katılımcı* ziyaretçi* uczestnik* प्रतिनिधि"
    ),
    "guest": (
        "代表 嘉宾 观众 参观 参会 参会者 与会 与会者 参加 出席 来宾 专家 ผู้แทน ผู้เข้าร่วม ผู้ร่วมงาน แขก ผู้เข้าชม วิทยากร 参加者 参加 来場者 来場 "
        "出席者 代表者 참가자 참석 참가 참석자 대표 관람객 방문객 attended attend attending gathered took_part participated joined "
        "tham_dự tham_gia hadir menghadiri dihadiri ikut_serta menyertai asistieron reunió participaron ont_participé réuni réunit "
        "nahmen_teil kamen teilgenommen participaram reuniu приняли_участие собрал* участвова* بمشاركه شارك حضر"
    ),
    "head": "people persons personas personnes menschen personen pessoas человек 人 名 位 คน ท่าน 명 người orang شخص شخصا persone kişi osób",
    "held by": (
        "hosted_by organised_by organized_by co-hosted_by co-organised_by co-organized_by jointly_hosted_by jointly_organised_by "
        "jointly_organized_by sponsored_by convened_by จัดโดย ร่วมจัดโดย จัดขึ้นโดย diselenggarakan_oleh digelar_oleh diadakan_oleh dianjurkan_oleh "
        "organizado_por organizada_por organizado_conjuntamente_por organizada_conjuntamente_por organisé_par organisée_par organisé_conjointement_par "
        "organisée_conjointement_par veranstaltet_von ausgerichtet_von organisiert_von veranstaltet_vom ausgerichtet_vom organizado_pela "
        "organizado_pelo organizada_pelo organizada_pela promovido_pela promovido_pelo organizzato_da organizzata_da"
    ),
    "organises": (
        "organis* organiz* hosted hosts co-hosted convene* 主办 承办 主辦 共催 主催 จัดโดย ร่วมจัด เจ้าภาพ 주최 주관 tổ_chức đồng_tổ_chức "
        "menyelenggarakan diselenggarakan anjuran dianjurkan veranstalt* ausgerichtet организ* تنظم ينظم تنظمه ينظمه تنظمها düzenle*"
    ),
    "held": "主办 承办 主辦 主催 共催 주최 주관",
    "firm": "有限公司 股份公司 集团 公司 研究院 大学 协会 联盟 研究所 基金会 委员会 银行 株式会社 機構 協会 省",
    "known": (
        "huawei alibaba tencent baidu xiaomi bytedance jd.com china_mobile china_telecom china_unicom zte lenovo ibm microsoft google amazon "
        "nvidia intel amd qualcomm samsung sk_telecom softbank fujitsu hitachi nec rakuten siemens sap bosch ericsson nokia thales telefónica "
        "telefonica cisco oracle salesforce openai gojek telkomsel viettel fpt vnpt kpmg deloitte pwc mckinsey accenture itu wipo undp unesco unido "
        "unctad wto oecd world_bank imf adb icann gsma ieee caict unicef escap apnic bmw volkswagen bertelsmann deutsche_telekom rostelecom rosatom aramco stc g42 sdaia petronas "
        "kbank bitkom embratel "
        "华为 腾讯 阿里巴巴 百度 京东 小米 中国移动 中国电信 中国联通 字节跳动 联想 中兴通讯 国际电信联盟 世界知识产权组织 联合国开发计划署 联合国教科文组织 "
        "联合国工业发展组织 世界银行 亚洲开发银行 世界互联网大会国际组织 微软 谷歌 英伟达 西门子 金山办公 科大讯飞 用友 "
        "ソフトバンク 富士通 日立製作所 楽天 ファーウェイ 国際電気通信連合 삼성전자 네이버 카카오 SK텔레콤 LG전자 현대자동차 화웨이 국제전기통신연합 "
        "หัวเว่ย อาลีบาบา เทนเซ็นต์ ธนาคารโลก Ростелеком* Сбербанк* Сбер Яндекс* Росатом* هواوي مايكروسوفت البنك_الدولي "
    ),
    "including": (
        "including such_as อาทิ เช่น ซึ่งรวมถึง รวมถึง ได้แก่ 包括 例如 แก่ など 등 seperti termasuk như gồm bao_gồm como incluidas incluidos "
        "notamment dont tels_que comme darunter wie como incluindo включая таких_как مثل منها"
    ),
    "title": (
        "president chairman chairwoman chairperson chair co-chair minister prime_minister premier ceo cto cfo chief_executive chief_executive_officer secretary-general "
        "secretary_general director-general director_general director managing_director general_manager ambassador mayor governor professor founder "
        "co-founder commissioner secretary vice-president vice_president vice_chairman vice_minister vice_mayor dean chief_scientist chancellor "
        "undersecretary spokesperson spokesman spokeswoman resident_representative representative head mr ms mrs dr sir prof "
        "主席 部长 副部长 总理 副总理 市长 副市长 秘书长 副秘书长 总裁 副总裁 董事长 会长 副会长 院长 校长 大使 院士 教授 局长 主任 副主任 首席执行官 总干事 创始人 书记 总经理 司长 "
        "理事长 首席科学家 副代表 行政长官 首席技术官 首席运营官 首席财务官 技术长 处长 署长 特首 "
        "ประธาน รัฐมนตรี นายกรัฐมนตรี เลขาธิการ ผู้อำนวยการ ผู้แทน รองผู้แทน เอกอัครราชทูต ผู้ว่าการ ผู้ว่าราชการ อธิการบดี ศาสตราจารย์ ซีอีโอ "
        "ประธานเจ้าหน้าที่บริหาร กรรมการผู้จัดการ ที่ปรึกษา อดีต ปลัด อธิบดี "
        "首相 大臣 知事 氏 会長 社長 市長 大統領 議長 さん 博士 대통령 총리 장관 차관 회장 대표 대표이사 사장 부사장 총장 사무총장 의장 시장 위원장 원장 교수 대사 "
        "thủ_tướng phó_thủ_tướng bộ_trưởng thứ_trưởng chủ_tịch phó_chủ_tịch tổng_thống tổng_giám_đốc giám_đốc đại_sứ tổng_thư_ký ông bà tiến_sĩ giáo_sư "
        "presiden wakil_presiden menteri direktur_utama direktur ketua gubernur wali_kota duta_besar perdana_menteri datuk pengarah sekretaris_jenderal "
        "presidente presidenta ministro ministra director directora secretario_general secretaria_general alcalde alcaldesa gobernador embajador embajadora "
        "président présidente ministre directeur directrice secrétaire_général secrétaire_générale maire ambassadeur pdg premier_ministre "
        "präsident präsidentin ministerin digitalminister bundesminister wirtschaftsminister bundeskanzler bürgermeister bürgermeisterin vorstandschef "
        "staatssekretär staatssekretärin staatsminister senator landrat generalsekretär generalsekretärin geschäftsführer geschäftsführerin botschafter vorsitzender vorsitzende vorstandsvorsitzender vizepräsident oberbürgermeister "
        "prefeito governador embaixador embaixadora diretor diretora secretário-geral secretária-geral presidenta "
        "президент* министр* премьер-министр* мэр* губернатор* глава главы генеральный_директор генеральный_секретарь директор* посол* "
        "председател* вице-премьер* замминистра основател* "
        "الدكتور الدكتوره السيد السيده المهندس المهندسه الشيخ وزير وزيره رئيس الامين_العام مدير سفير الرئيس الوزير "
        "yardımcısı başkan* bakan* prezes* minister*"
    ),
}
CURRENCIES: Mapping[str, str] = {
    "CNY": "yuan yuans yuanes rmb cny renminbi 元 人民币 人民币元 元人民币 人民元 หยวน 위안 nhân_dân_tệ юан* يوان",
    "USD": (
        "us$ usd $ dollar dollars us_dollars u.s._dollars dólar dólares dollars_américains us-dollar 美元 美金 ดอลลาร์ ดอลลาร์สหรัฐ ดอลลาร์สหรัฐฯ "
        "달러 ドル 米ドル đô_la đô_la_mỹ доллар* دولار dolar dolar_as dolar_amerika dollari"
    ),
    "EUR": "€ eur euro euros 欧元 ยูโร 유로 ユーロ евро يورو",
    "GBP": "£ gbp pounds_sterling 英镑 ปอนด์ 파운드 ポンド",
    "THB": "฿ thb baht 泰铢 บาท 바트 バーツ",
    "KRW": "₩ krw won 韩元 วอน 원 ウォン",
    "JPY": "jpy yen 円 日元 日圆 เยน 엔 иен* ين",
    "INR": "₹ inr rs rupees 卢比 रुपये",
    "IDR": "rp idr rupiah 印尼盾 印尼卢比",
    "MYR": "rm myr ringgit 令吉 马币 ริงกิต",
    "VND": "vnd đồng 越南盾",
    "RUB": "₽ rub рубл* руб rubles roubles 卢布",
    "SGD": "s$ sgd singapore_dollars 新元 新加坡元 ดอลลาร์สิงคโปร์ 싱가포르_달러",
    "HKD": "hk$ hkd hong_kong_dollars 港元 港币 ดอลลาร์ฮ่องกง",
    "TWD": "nt$ twd 新台币 台币 新台币元",
    "AUD": "a$ aud australian_dollars 澳元",
    "CAD": "c$ cad canadian_dollars 加元",
    "BRL": "r$ brl reais",
    "PLN": "pln zł złotych",
    "TRY": "lira liralık",
    "CHF": "chf swiss_francs 瑞士法郎",
    "SAR": "sar saudi_riyals ريال_سعودي",
    "AED": "aed uae_dirhams درهم_اماراتي",
    "EGP": "جنيه_مصري",
}


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[tuple[str, ...], bool], ...]]:
    """The automaton, and of each of its patterns what it says and whether any ending will do."""
    table: dict[str, tuple[list[str], bool]] = {}
    said = [*WORDS.items(), *((f"money {code}", words) for code, words in CURRENCIES.items())]
    for kind, words in said:
        for word in words.replace("\n", " ").split():
            plain = fold(word.rstrip("*").replace("_", " ")).text.strip()
            table.setdefault(plain, ([], word.endswith("*")))[0].append(kind)
    kinds = tuple((tuple(dict.fromkeys(kinds)), begins) for kinds, begins in table.values())
    made = AhoCorasick(list(table), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
    return made, kinds


def signs_in(text: str) -> dict[str, list[Place]]:
    """Where the words stand in the folded `text`, by what they say, in order."""
    automaton, kinds = _automaton()
    out: dict[str, list[Place]] = {}
    for which, start, end in automaton.find_matches_as_indexes(text, overlapping=True)[:MAX_SEEN]:
        if text[start - 1 : start] in _LEADING:
            continue
        said, begins = kinds[which]
        last = _word_end(text, end) if begins else end
        if said[0].startswith("money") or stands(text, start, last):
            for kind in said:
                out.setdefault(kind, []).append((start, last))
    for places in out.values():
        places.sort()
    return out


def _word_end(text: str, end: int) -> int:
    while end < len(text) and text[end].isalpha():
        end += 1
    return end
