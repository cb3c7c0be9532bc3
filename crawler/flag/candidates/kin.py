"""What events beside the digital economy are about: payments and banks, space, mobility, ports and logistics, trade, chips.

They are forums of the same kind where much else says so, and nothing at all where little does: a name of these
words alone needs a number or days, and people who meet (belief.py). Spelt as in candidates/words.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from crawler.flag.candidates.words import spelt

KIN: Mapping[str, tuple[str, ...]] = {
    "en": spelt(
        "adtech advanced_air_mobility agtech animation apis automation automations automotive autonomous "
        "bank_tech banking batteries battery biometric biometrics biotech bpo chip chiplet chiplets "
        "cleantech climatetech creator creators devops digital_id direct_to_device displays driverless "
        "electric_vehicle electric_vehicles energy_storage entrepreneurs entrepreneurship esports etrade "
        "ev evs evtol export exports fiber fibre finance financial foodtech foundry gis gnss gpu hpc "
        "identity industry_4 investment kubernetes legaltech lidar linux logistics manufacturing martech "
        "microgrid mobility msme msmes navigation opensource optical optics outsourcing packaging payment "
        "payments photonics ports proptech remittance remittances satcom satellite satellites "
        "self_driving sensor sensors smart_grid sme smes space spaceport sportech stablecoin stablecoins "
        "standardization standards submarine_cable subsea supercomputing supply_chain supply_chains trade "
        "vehicle vehicles venture ventures"
    ),
    "de": spelt(
        "automatisierungs* automobil* außenhandels* banken* batterie* bezahl* datenschutz* "
        "elektromobilität fahrzeug* finanz* glasfaser* gründer* hafen* handels* identität* logistik* "
        "mobilität mobilitäts* photonik* raumfahrt* satelliten* weltraum* zahlungsverkehr*"
    ),
    "fr": spelt(
        "automatisation automobile automobiles aéronautique bancaire bancaires banque batteries commerce "
        "câbles entrepreneuriat entrepreneurs fibre finance finances financier financière identité "
        "identités industrielle investissement investissements jeu_vidéo jeux_vidéo logistique "
        "mobile_money mobilité mobilités monétique paiement paiements pme ports portuaire portuaires "
        "satellite satellites spatial spatiale vie_privée véhicule véhicules"
    ),
    "es": spelt(
        "aeroespacial automatización automotriz banca bancaria bancario baterías comercio "
        "electromovilidad emprendedores emprendimiento espacial espacio fibra financiera financiero "
        "financieros finanzas identidad inversiones inversión logística logístico manufactura movilidad "
        "pago pagos portuario privacidad puertos pymes satelital satelitales satélites vehículo vehículos "
        "videojuegos"
    ),
    "pt": spelt(
        "aeroespacial automação automotivo banca bancária bancário baterias comércio eletromobilidade "
        "empreendedores empreendedorismo espacial espaço fibra financeira financeiro finanças identidade "
        "investimento investimentos logística mobilidade pagamento pagamentos pme portos portuário "
        "privacidade satélite satélites veículos"
    ),
    "it": spelt(
        "aerospaziale automazione automotive banca bancario banche batterie commercio fibra finanza "
        "finanziario fotonica identità imprenditoria industriale investimenti logistica manifattura "
        "mobilità pagamenti pmi porti portuale satellitare satelliti spaziale spazio veicoli videogiochi"
    ),
    "ro": spelt(
        "antreprenor* automatizăr* bancar* comerț* comerțului financiar* investiți* logistic* mobilitate* "
        "mobilității plăți* plăților portuar* sateliți* spațial*"
    ),
    "nl": spelt(
        "batterij* betaal* betalings* financiële fotonica handels* haven* logistiek* mobiliteit* "
        "ruimtevaart* satelliet* waterstof*"
    ),
    "sv": spelt(
        "batteri* betaling* betalings* betalning* finans* havne* logistik* logistikk* mobilitet* romfart* "
        "rumfart* rymd* satellit*"
    ),
    "fi": spelt("akku* avaruus* liikkumis* logistiik* maksu* rahoitus* satelliit*"),
    "pl": spelt(
        "automatyki bankow* bateryjn* finans* handlu inwestycyjn* kosmiczn* logisty* mobilności portow* "
        "prywatności przedsiębiorczości płatnicz* płatności satelitarn* transport*"
    ),
    "cs": spelt(
        "baterií finanč* investičn* kosmick* logisti* mobilit* mobility obchodn* plateb* platobn* "
        "přístav* satelit* vesmírn*"
    ),
    "hu": spelt(
        "akkumulátor* banki befektetési fizetési ipari kereskedelmi logisztika* mobilitás* műhold* "
        "pénzügyi űr* űripari"
    ),
    "el": spelt(
        "βιομηχαν* διαστημ* δορυφορ* εμπορ* επενδυτικ* επενδύσ* εφοδιαστικ* κινητικότητα* λιμεν* πληρωμ* "
        "τραπεζικ* χρηματοοικονομικ*"
    ),
    "ru": spelt(
        "автоматизаци* автомобильн* аддитивн* банковск* геоинформац* инвестиц* инвестиционн* космическ* "
        "космонавтик* логистик* логистическ* машиностроен* микроэлектроник* мобильност* навигаци* платеж* "
        "портов* предпринимательств* промышленн* спутников* торгов* транспорт* финансов* фотоник* "
        "электромобил*"
    ),
    "uk": spelt(
        "автоматизац* космічн* логістик* логістичн* мобільност* платіжн* промислов* підприємництв* "
        "супутников* торгівл* фінансов* інвестиц* інвестиційн*"
    ),
    "kk": spelt("инвестици* кәсіпкерл* көлік* логистика* сауда* спутник* төлем* ғарыш* қаржы* өнеркәсіп*"),
    "tr": spelt(
        "bankacılık batarya* endüstri* finans* girişimcilik liman* lojistik* mobilite* otomasyon* sanayi* "
        "ticaret* ulaşım uydu* uzay* yatırım* ödeme*"
    ),
    "az": spelt(
        "investisiya* kosmik* logistika* maliyyə* nəqliyyat* peyk* sahibkarlıq* sənaye* ticarət* ödəniş*"
    ),
    "uz": spelt("investitsiya* kosmik* logistika* moliya* sanoat* savdo* tadbirkorlik* to_lov* transport*"),
    "vi": spelt(
        "công_nghiệp cảng_biển giao_thông khởi_nghiệp logistics ngân_hàng sản_xuất thanh_toán thương_mại "
        "tài_chính vũ_trụ vệ_tinh xe_điện đầu_tư"
    ),
    "id": spelt(
        "angkasa antariksa baterai bateri industri investasi kendaraan_listrik kenderaan_elektrik "
        "keuangan keusahawanan kewangan kewirausahaan logistik mobilitas mobiliti pelabuhan pelaburan "
        "pembayaran perbankan perdagangan privasi satelit umkm"
    ),
    "ar": spelt(
        "الاستثمار الاقمار_الصناعيه التجاره التمويل التنقل الدفع السيارات الصناع* الفضاء الفضائي* "
        "اللوجستي* اللوجستيات المالي* المدفوعات المركبات المصرفي* الموانئ النقل رياده_الاعمال "
        "لرياده_الاعمال للاستثمار للاقمار للتجاره للتمويل للتنقل للخدمات_اللوجستيه للصناع* للفضاء "
        "للمدفوعات للمركبات للمصارف للموانئ للنقل مدفوعات"
    ),
    "fa": spelt(
        "بانكداري بانكي بنادر تجارت حملونقل خودرو خودروهاي سرمايهگذاري صنعت فضايي كارافريني لجستيك مالي "
        "ماهواره پرداخت"
    ),
    "ur": spelt("ادائيگي بندرگاه تجارت خلائي سرمايه سيٹلائٹ صنعتي لاجسٹكس مالياتي"),
    "he": spelt(
        "החלל השקעות התחבורה התשלומים חלל לוגיסטיקה לוויינים ניידות סחר פיננסי* תחבורה תעשייה תשלומים"
    ),
    "hi": spelt(
        "अंतरिक्ष इलेक्ट्रिक_वाहन उद्यमिता उपग्रह ड्रोन निवेश पेमेंट पेमेंट्स बैंकिंग भुगतान मोबिलिटी लॉजिस्टिक्स वित्तीय व्यापार स्पेस"
    ),
    "bn": spelt("আর্থিক উদ্যোক্তা পেমেন্ট বাণিজ্য বিনিয়োগ ব্যাংকিং মহাকাশ লজিস্টিকস স্যাটেলাইট"),
    "zh": spelt(
        "支付 银行 金融 卫星 航天 商业航天 太空 空间信息 导航 频谱 出行 自动驾驶 无人驾驶 新能源汽车 电动车 电动汽车 汽车 交通 物流 供应链 港口 航运 贸易 服贸 跨境 投资 创业 "
        "中小企业 隐私 身份 制造 工业 自动化 光电 光学 显示 封装 传感器 储能 电池 电网 电竞 游戏 知识产权 开源 光纤 海缆 稳定币 虚拟资产 创投"
    ),
    "ja": spelt(
        "决济 金融 银行 卫星 宇宙 モビリティ 自动运转 电气自动车 自动车 交通 物流 サプライチェーン 港湾 贸易 投资 起业 プライバシー 认证 制造 オートメーション フォトニクス "
        "センサー 蓄电 电池 ゲーム オープンソース"
    ),
    "ko": spelt(
        "결제 지급결제 금융 은행 위성 우주 모빌리티 자율주행 전기차 미래차 자동차 교통 물류 공급망 항만 무역 투자 창업 개인정보 인증 제조 산업 자동화 광학 디스플레이 센서 "
        "배터리 이차전지 게임 오픈소스 국방 전자"
    ),
    "th": spelt(
        "ชำระเงิน การเงิน ธนาคาร ดาวเทียม อวกาศ ยานยนต์ไฟฟ้า ยานยนต์ ขนส่ง คมนาคม โลจิสติกส์ ซัพพลายเชน "
        "ท่าเรือ การค้า การลงทุน ผู้ประกอบการ แบตเตอรี่ อุตสาหกรรม เกม อีสปอร์ต"
    ),
    "hr": spelt(
        "financij* finansij* investicij* logisti* luka lučk* mobilnost* plaćanj* poduzetni* satelit* "
        "svemirsk* trgovin*"
    ),
    "bg": spelt("инвестици* космическ* логистик* мобилност* плащан* сателит* търгов* финансов*"),
    "sw": spelt("anga bandari biashara fedha malipo satelaiti usafirishaji uwekezaji"),
}
TABLE = tuple(word for listed in KIN.values() for word in listed)
