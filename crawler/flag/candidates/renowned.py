"""Events of the kind that the trade press names without saying what they are: "Money20/20 Asia", "Futurecom", 外滩大会.

They are proposed where something says that they are held, as others are. Names from general knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from crawler.flag.candidates.borders import Name, Tie
from crawler.flag.names.shows import sister_end
from crawler.flag.text.fold import folded_name
from crawler.flag.text.reading import Reading


def _listed(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.split(";"))


# Hardly anything else is called so.
SURE = _listed(
    "Money20/20; DEF CON; RSA Conference; RSAC Conference; Infosecurity Europe; GISEC Global; "
    "Intersec; Cybertech; CYBERUK; Positive Hack Days; it-sa; Les Assises de la cybersécurité; SEMICON West; "
    "SEMICON Europa; SEMICON Japan; SEMICON Korea; SEMICON China; SEMICON Taiwan; SEMICON India; SEMICON "
    "Southeast Asia; Embedded World; Productronica; Hannover Messe; IAA Mobility; Intergeo; InnoTrans; "
    "DMEXCO; re:publica; Bits & Pretzels; Smart Country Convention; LASER World of Photonics; Interop Tokyo; "
    "Japan IT Week; JIMTOF; Tokyo Game Show; B Dash Camp; InterBattery; NextRise; SEDEX; "
    "Futurecom; Andicom; Febraban Tech; Painel Telebrasil; Rio Innovation Week; Gramado Summit; "
    "Startup Summit; South Summit; Congreso Futuro; Talent Land; INCmty; Colombia 4.0; Digital Enterprise "
    "Show; Integrated Systems Europe; 4YFN; Talent Arena; CADE Digital; Experiencia Endeavor; Advanced "
    "Factories; IOT Solutions World Congress; AfricaNXT; AfricArena; Africa Fintech Summit; eLearning Africa; "
    "Innovation Africa; Lagos Startup Week; Moonshot by TechCabal; Connected Africa; Cairo ICT; RiseUp "
    "Summit; Techne Summit; Step Conference; DeepFest; BIBAN; 24 Fintech; World Government Summit; AIM "
    "Congress; Dubai Airshow; Fintech Surge; Future Blockchain Summit; TechCrunch Disrupt; Startup Grind; "
    "SXSW; NAB Show; InfoComm; Ai4; HumanX; AI Engineer World's Fair; Shoptalk; ETHDenver; ETHCC; Milken "
    "Institute Global Conference; Aspen Ideas Festival; Space Symposium; SmallSat; ITS World Congress; ISC "
    "High Performance; Hot Chips; Concordia Annual Summit; International Astronautical Congress; World ATM "
    "Congress; World Satellite Business Week; CogX; Connected Britain; Latitude59; Arctic15; TechBBQ; "
    "TechChill; Startup Olé; Techarena; infoShare; Wolves Summit; Techsylvania; How to Web; Future Port "
    "Prague; Brain Bar; Delphi Economic Forum; BEYOND Expo; Webit; Infobip Shift; TNW Conference; Upstream "
    "Festival; 4Gamechangers; ViennaUP; Point Zero Forum; St. Gallen Symposium; Nordic Business Forum; Login "
    "Vilnius; Tech Open Air; Web3 Berlin; World AI Cannes Festival; SIDO Lyon; France Digitale Day; Laval "
    "Virtual; Paris Blockchain Week; Wired Next Fest; Salone dei Pagamenti; We Make Future; ComoLake; Maker "
    "Faire; Italian Tech Week; Convergence India; Startup Mahakumbh; Raisina Dialogue; TiEcon; Bengaluru Tech "
    "Summit; ITCN Asia; BASIS SoftExpo; Aero India; CommunicAsia; InnovFest; SLINGSHOT; Echelon Asia; InnoEX; "
    "StartmeupHK; Consensus Hong Kong; BEYOND International Technology Innovation Expo; DigiTech ASEAN; "
    "BATIC; Nexticorn; Indocomtech; TECHFEST Vietnam; Geeks on a Beach; World Congress on Innovation and "
    "Technology; Teknofest; Take Off Istanbul; Bilişim Zirvesi; Uludağ Ekonomi Zirvesi; Bakutel; InnoFest; "
    "ICTWEEK Uzbekistan; Digital Almaty; Иннопром; Технопром; Открытые инновации; Финополис; FINOPOLIS; SEMIExpo; Инфофорум; "
    "Восточный экономический форум; Конгресс молодых ученых; Цифровая эволюция; Kazan Digital Week; "
    "Связь-Экспокомм; КазаньФорум; 高交会; 工博会; 光博会; 进博会; 广交会; 消博会; 西博会; 外滩大会; 浦江创新论坛; 陆家嘴论坛; 世界制造业大会; 科博会; "
    "世界计算大会; 世界VR产业大会; 世界显示产业大会; 慕尼黑电子展; 北京车展; 上海车展; 珠海航展; 国际消费类电子产品博览会; 世界智能网联汽车大会; 世界动力电池大会; 服务外包交易博览会; "
    "넥스트라이즈; 인터배터리; 반도체대전; 한국전자전; 월드스마트시티엑스포; 디지털퓨처쇼; ジャパンITウィーク; 東京ゲームショウ; ジャパンモビリティショー; ネプコンジャパン; "
    "بلاك هات; كايرو آي سي تي; القمة العالمية للحكومات; إكسباند نورث ستار; جيسيك"
)
# Firms, words and other things are called so, too: a number and the domain have to be near.
UNSURE = _listed(
    "Black Hat; Campus Party; G-STAR; COMEUP; 지스타; 컴업; بيبان; Interop; Collision; Disrupt; RISE; Echelon; Consensus; Permissionless; Devcon; ALL IN; DLD; IFA; ISE; "
    "SPS; electronica; OFC; ECOC; SWITCH; SMAU; SIDO; IVS; KES; ISEC; GISEC; WAICF; CIOE; IAC; SICW; Forum "
    "InCyber"
)


@cache
def _scanner() -> tuple[AhoCorasick, tuple[str, ...]]:
    """The automaton over the folded names, and the names."""
    names = tuple(sorted(SURE | UNSURE))
    automaton = AhoCorasick(
        [folded_name(name) for name in names],
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
    )
    return automaton, names


def renowned_names(reading: Reading) -> Iterator[Name]:
    """The names in the text that are known, with the place behind one that makes it a sister show."""
    text, whole, origin = reading.text, reading.whole, reading.folded.origin
    automaton, names = _scanner()
    for which, start, end in automaton.find_matches_as_indexes(text):
        spaced = text[start] < "\u0e00"
        if spaced and (text[start - 1 : start].isalnum() or text[end : end + 1].isalpha()):
            continue
        written = whole[origin(start) : origin(end - 1) + 1]
        name = names[which]
        if not _cased(written, name) and text[start:end] not in _SMALL:
            continue
        tie: Tie = "renown" if name in SURE else "brand"
        yield Name(start, sister_end(reading, start, end) or end, True, tie=tie)


def _cased(written: str, name: str) -> bool:
    """Whether each word has its capital: "Black Hat", no "black hat"."""
    words = zip(written.split(), name.split(), strict=False)
    return all(word[0].isupper() or not own[0].isupper() for word, own in words)


_SMALL = frozenset(
    map(folded_name, ("it-sa", "re:publica", "electronica", "embedded world", "productronica"))
)
