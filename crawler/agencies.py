"""News agencies and release wires: one name for each, whatever language it is named in, and its own sites.

To teach another: its name as an English reader would say it, the registrable names of its sites, and how else it is
called. A name is known by its letters alone: case, spaces and signs do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

LEAST_NAME = 4  # letters of a name that another may begin with: "The Example" is "The Example Online"

_TABLE: dict[str, tuple[str, str]] = {  # name → sites, other names
    "Xinhua": ("xinhuanet.com news.cn xinhua.net xinhuathai.com", "Xinhua News Agency|Xinhua News|Xinhuanet|新华社|新華社|新华网|新華網|新华社客户端|新华网客户端|新華社通信|新華通信社|新华通讯社|新華通訊社|ซินหัว|สำนักข่าวซินหัว|ซินหัวไทย|شينخوا|وكالة شينخوا|وكالة أنباء شينخوا|Синьхуа|агентство Синьхуа|신화통신|신화사|신화통신사|Tân Hoa Xã|THX|Agência Xinhua|Agencia Xinhua|Agence Xinhua"),
    "Xinhua Silk Road": ("imsilkroad.com", "新华丝路"),
    "China News Service": ("chinanews.com.cn chinanews.com ecns.cn", "中新社|中新网|中新網|中国新闻社|中國新聞社|中国新闻网|中國新聞網|中國新聞社|ECNS|China News Agency"),
    "People's Daily": ("people.com.cn people.cn peopledaily.com.cn", "人民日报|人民日報|人民网|人民網|人民日报客户端|人民日报海外版|People's Daily Online|人民網日本語版|Жэньминь жибао|صحيفة الشعب اليومية"),
    "CCTV": ("cctv.com cntv.cn cctv.cn", "央视新闻|央视网|央視新聞|央視網|中央电视台|央视|央视新闻客户端|CCTV News|CCTV+"),
    "CGTN": ("cgtn.com", "China Global Television Network|中国国际电视台"),
    "China Daily": ("chinadaily.com.cn", "中国日报|中国日报网|中國日報|chinadaily.com.cn"),
    "Global Times": ("globaltimes.cn huanqiu.com", "环球时报|环球网|環球時報|環球網"),
    "Central News Agency": ("cna.com.tw focustaiwan.tw", "中央社|中央通訊社|中央通讯社|Focus Taiwan|フォーカス台湾"),
    "Reuters": ("reuters.com reuters.co.jp", "Reuters Staff|Reuters News|Reuters News Agency|Reuters Agency|Thomson Reuters|路透社|路透|路透社北京|ロイター|ロイター通信|로이터|로이터통신|รอยเตอร์|รอยเตอร์ส|สำนักข่าวรอยเตอร์|สำนักข่าวรอยเตอร์ส|رويترز|وكالة رويترز|Рейтер|Агентство Рейтер|Agência Reuters|Ρόιτερς"),
    "AFP": ("afp.com afpbb.com", "Agence France-Presse|Agence France Presse|法新社|AFP通信|AFPBB News|AFP時事|เอเอฟพี|สำนักข่าวเอเอฟพี|فرانس برس|أ ف ب|وكالة فرانس برس|АФП|Франс Пресс|Агентство Франс Пресс|AFP News|AFP통신"),
    "AP": ("apnews.com ap.org", "Associated Press|The Associated Press|AP News|美联社|美聯社|AP通信|เอพี|สำนักข่าวเอพี|أسوشيتد برس|أسوشييتد برس|Ассошиэйтед Пресс|AP통신"),
    "Bloomberg": ("bloomberg.com bloomberg.co.jp", "Bloomberg News|彭博社|彭博|彭博新闻社|ブルームバーグ|블룸버그|블룸버그통신|บลูมเบิร์ก|สำนักข่าวบลูมเบิร์ก|بلومبرغ|بلومبيرغ|Блумберг"),
    "UPI": ("upi.com", "United Press International|合众国际社"),
    "Dow Jones": ("dowjones.com", "Dow Jones Newswires|道琼斯"),
    "dpa": ("dpa.com dpa-international.com", "Deutsche Presse-Agentur|德新社|د ب أ|dpa-infocom|dpa Deutsche Presse-Agentur"),
    "dpa-AFX": ("dpa-afx.de", "dpa-AFX Wirtschaftsnachrichten"),
    "EFE": ("efe.com", "Agencia EFE|Agência EFE|EFE Agencia|埃菲社"),
    "Europa Press": ("europapress.es", ""),
    "ANSA": ("ansa.it", "Agenzia ANSA|安莎社"),
    "Adnkronos": ("adnkronos.com", ""),
    "Askanews": ("askanews.it", ""),
    "Lusa": ("lusa.pt", "Agência Lusa"),
    "Agência Brasil": ("ebc.com.br", ""),
    "Télam": ("telam.com.ar", ""),
    "Notimex": ("notimex.gob.mx", ""),
    "Prensa Latina": ("prensa-latina.cu plenglish.com", ""),
    "Belga": ("belga.be belganewsagency.eu", "Agence Belga"),
    "ANP": ("anp.nl", "Algemeen Nederlands Persbureau"),
    "APA": ("apa.at", "Austria Presse Agentur"),
    "Keystone-SDA": ("keystone-sda.ch", "sda|Keystone-ATS|Schweizerische Depeschenagentur"),
    "Ritzau": ("ritzau.dk", ""),
    "NTB": ("ntb.no", "Norsk Telegrambyrå"),
    "TT": ("tt.se", "TT Nyhetsbyrån"),
    "STT": ("stt.fi", "STT-Lehtikuva"),
    "PAP": ("pap.pl", "Polska Agencja Prasowa|PAP Biznes"),
    "ČTK": ("ctk.cz ceskenoviny.cz", "CTK|Česká tisková kancelář"),
    "TASR": ("tasr.sk teraz.sk", ""),
    "MTI": ("mti.hu", "Magyar Távirati Iroda"),
    "Agerpres": ("agerpres.ro", ""),
    "Mediafax": ("mediafax.ro", ""),
    "BTA": ("bta.bg", "БТА|Българска телеграфна агенция"),
    "Tanjug": ("tanjug.rs", "Танјуг"),
    "Hina": ("hina.hr", ""),
    "AMNA": ("amna.gr", "ΑΠΕ-ΜΠΕ|ΑΠΕ ΜΠΕ|ANA-MPA"),
    "BNS": ("bns.lt bns.ee", ""),
    "TASS": ("tass.ru tass.com", "ТАСС|ИТАР-ТАСС|ITAR-TASS|塔斯社|タス通信|타스통신|تاس|وكالة تاس|สำนักข่าวทาสส์"),
    "RIA Novosti": ("ria.ru", "РИА Новости|俄新社|РИА"),
    "Sputnik": ("sputniknews.com", "Спутник|سبوتنيك|卫星通讯社|俄罗斯卫星通讯社|スプートニク"),
    "Interfax": ("interfax.ru interfax.com", "Интерфакс|国际文传电讯社"),
    "Interfax-Ukraine": ("interfax.com.ua", "Интерфакс-Украина|Інтерфакс-Україна"),
    "Ukrinform": ("ukrinform.ua ukrinform.net", "Укринформ|Укрінформ"),
    "BelTA": ("belta.by", "БелТА|БЕЛТА"),
    "Kazinform": ("inform.kz", "Казинформ|Qazinform|ҚазАқпарат|МИА Казинформ"),
    "UzA": ("uza.uz", "УзА|ЎзА"),
    "Azertac": ("azertag.az", "АЗЕРТАДЖ|AZƏRTAC|Azertag"),
    "Anadolu": ("aa.com.tr", "Anadolu Agency|Anadolu Ajansı|AA|الأناضول|وكالة الأناضول|阿纳多卢通讯社|Анадолу|Agence Anadolu|Anadolu Agency AA"),
    "İHA": ("iha.com.tr", "İhlas Haber Ajansı"),
    "DHA": ("dha.com.tr", "Demirören Haber Ajansı"),
    "Yonhap": ("yna.co.kr yonhapnewstv.co.kr", "Yonhap News|Yonhap News Agency|연합뉴스|연합|韩联社|韓聯社|聯合ニュース|Ренхап|Рёнхап|يونهاب|ยอนฮับ|สำนักข่าวยอนฮับ"),
    "Newsis": ("newsis.com", "뉴시스"),
    "News1": ("news1.kr", "뉴스1"),
    "Kyodo": ("kyodonews.net kyodo.co.jp kyodonews.jp", "Kyodo News|共同|共同通信|共同通信社|共同社|교도통신|교도|เกียวโด|สำนักข่าวเกียวโด|Киодо|كيودو"),
    "Jiji Press": ("jiji.com", "Jiji|時事|時事通信|時事通信社|时事社|時事社|지지통신"),
    "VNA": ("vnanet.vn vietnamplus.vn baotintuc.vn", "TTXVN|Thông tấn xã Việt Nam|Vietnam News Agency|VietnamPlus|Vietnam+|越通社|ВИА|Agence vietnamienne d'information"),
    "Antara": ("antaranews.com", "Antara News|LKBN Antara|ANTARA News Agency|安塔拉通讯社"),
    "Bernama": ("bernama.com", "马新社|馬新社"),
    "Philippine News Agency": ("pna.gov.ph", "PNA"),
    "Thai News Agency": ("mcot.net tnamcot.com", "สำนักข่าวไทย|TNA"),
    "InfoQuest": ("infoquest.co.th", "อินโฟเควสท์|สำนักข่าวอินโฟเควสท์|InfoQuest News"),
    "Lao News Agency": ("kpl.gov.la", "KPL|ຂປລ"),
    "PTI": ("ptinews.com", "Press Trust of India|印度报业托拉斯|पीटीआई|भाषा"),
    "ANI": ("aninews.in", "Asian News International"),
    "IANS": ("ians.in", "Indo-Asian News Service|आईएएनएस"),
    "APP": ("app.com.pk", "Associated Press of Pakistan"),
    "BSS": ("bssnews.net", "Bangladesh Sangbad Sangstha|বাসস"),
    "SPA": ("spa.gov.sa", "Saudi Press Agency|واس|وكالة الأنباء السعودية"),
    "WAM": ("wam.ae", "Emirates News Agency|وام|وكالة أنباء الإمارات|阿联酋通讯社"),
    "QNA": ("qna.org.qa", "Qatar News Agency|قنا|وكالة الأنباء القطرية"),
    "KUNA": ("kuna.net.kw", "Kuwait News Agency|كونا|وكالة الأنباء الكويتية"),
    "MENA": ("mena.org.eg", "Middle East News Agency|أ ش أ|وكالة أنباء الشرق الأوسط"),
    "Petra": ("petra.gov.jo", "Jordan News Agency|بترا"),
    "MAP": ("mapnews.ma", "Maghreb Arabe Presse|Agence Maghreb Arabe Presse|وكالة المغرب العربي للأنباء|و م ع"),
    "APS": ("aps.dz", "Algérie Presse Service|وأج|وكالة الأنباء الجزائرية"),
    "IRNA": ("irna.ir", "ایرنا|إرنا|ارنا|خبرگزاری جمهوری اسلامی"),
    "ISNA": ("isna.ir", "ایسنا|إسنا"),
    "Mehr": ("mehrnews.com", "Mehr News Agency|خبرگزاری مهر|مهر"),
    "PA Media": ("pa.media", "Press Association|PA|PA News Agency|Press Association PA"),
    "AAP": ("aap.com.au", "Australian Associated Press"),
    "The Canadian Press": ("thecanadianpress.com", "Canadian Press|La Presse canadienne|Presse canadienne"),
    "NAN": ("nannews.ng", "News Agency of Nigeria"),
    "APO Group": ("apo-opa.com africa-newsroom.com", "African Press Organization"),
    "PR Newswire": ("prnewswire.com prnewswire.co.uk prnasia.com cnprnewswire.com", "PRNewswire|PR Newswire Asia|PRNewswire-Asia|PRNewswire-AsiaNet|AsiaNet-PRNewswire|Cision PR Newswire|PR Newswire APAC|PR Newswire Europe|PR Newswire India|美通社|美通社PR Newswire|PRNewswire 美通社|PRN Asia|PRNewswire-FirstCall|PRNewswire-PRWeb|PR Newswire Association LLC|Korea PRNewswire|PRN"),
    "Business Wire": ("businesswire.com", "BusinessWire|Business Wire India|BUSINESS WIRE|美国商业资讯|美國商業資訊|ビジネスワイヤ|비즈니스 와이어|بزنيس واير"),
    "GlobeNewswire": ("globenewswire.com", "GLOBE NEWSWIRE|Globe Newswire Inc|GlobeNewswire Inc"),
    "CNW": ("newswire.ca", "CNW Group|Canada NewsWire|Cision Canada|CNW Telbec"),
    "Newsfile": ("newsfilecorp.com", "Newsfile Corp|Newsfile Corp."),
    "ACCESS Newswire": ("accessnewswire.com accesswire.com", "ACCESSWIRE|Access Newswire"),
    "Media OutReach": ("media-outreach.com", "Media OutReach Newswire|Media Outreach Limited"),
    "EIN Presswire": ("einpresswire.com einnews.com", "EINPresswire|EINPresswire.com"),
    "PRWeb": ("prweb.com", "PRWEB"),
    "PR TIMES": ("prtimes.jp", "PRTIMES|株式会社PR TIMES"),
    "Kyodo News PR Wire": ("kyodonewsprwire.jp", "Kyodo JBN|共同通信PRワイヤー|共同PRワイヤー"),
    "JCN Newswire": ("jcnnewswire.com", "JCN"),
    "ACN Newswire": ("acnnewswire.com", ""),
    "SeaPRwire": ("seaprwire.com", ""),
    "news aktuell": ("presseportal.de newsaktuell.de", "ots|Presseportal|presseportal.de"),
    "AETOSWire": ("aetoswire.com", "إيتوس واير|ايتوس واير"),
    "Zawya": ("zawya.com", "زاوية"),
    "ThaiPR": ("thaipr.net", "ThaiPR.net|ไทยพีอาร์"),
    "Korea Newswire": ("newswire.co.kr", "뉴스와이어"),
    "Marketwired": ("marketwired.com marketwire.com", "Marketwire"),
    "AsiaNet": ("asianetnews.net", "AsiaNet News"),
}  # fmt: skip
_NO_LETTER = re.compile(r"[\W_]+")


def key_of(name: str) -> str:
    """The letters and digits of a name, by which it is known."""
    return _NO_LETTER.sub("", name).casefold()


_SITES: dict[str, tuple[str, ...]] = {name: tuple(sites.split()) for name, (sites, _) in _TABLE.items()}
_AT = {site: name for name, sites in _SITES.items() for site in sites}
NAMED: dict[str, str] = {
    key_of(called): name
    for name, (_, others) in _TABLE.items()
    for called in (name, *others.split("|"))
    if called
}  # key → the agency


def agency(name: str) -> str | None:
    """The agency that is called so: "新华社" is "Xinhua"; None for a name that nobody taught."""
    return NAMED.get(key_of(name))


def names_one(text: str) -> bool:
    """Whether a text holds the name of an agency, in a usual spelling: 0.01 ms for a thousand letters, mostly no."""
    finder = _finder()
    if not finder.find_matches_as_strings(text):  # places, which it counts in letters, take as long again
        return False
    for _, start, end in finder.find_matches_as_indexes(text):
        if not (
            text[start].isascii() and (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha())
        ):
            return True
    return False


@cache
def _finder() -> AhoCorasick:
    called = {name for own, (_, others) in _TABLE.items() for name in (own, *others.split("|")) if name}
    spelt = [*called, *({name.upper() for name in called} - called)]
    return AhoCorasick(spelt, matchkind=MatchKind.LeftmostLongest)


def agency_at(site: str) -> str | None:
    """The agency whose site this registrable name is."""
    return _AT.get(site)


def names_outlet(name: str, site: str, called: Iterable[str | None]) -> bool:
    """Whether `name` is that of the outlet at the registrable name `site`, which calls itself `called`."""
    if known := agency(name):
        return agency_at(site) == known or any(agency(own) == known for own in called if own)
    key = key_of(name)
    return any(own and _same(key, key_of(own)) for own in (*called, site, site.partition(".")[0]))


def _same(one: str, other: str) -> bool:
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    return one == other or (len(shorter) >= LEAST_NAME and longer.startswith(shorter))
