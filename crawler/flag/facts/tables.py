"""Words and units that decide what a name or a number is, once it is found."""

from __future__ import annotations

import re
from collections.abc import Mapping

from crawler.flag.facts.words import CURRENCIES


def _set(words: str) -> frozenset[str]:
    """Its words; _ stands for a space."""
    return frozenset(word.replace("_", " ") for word in words.split())


# A name of several words that has one of them is an organisation's.
HEADS = _set(
    "alliance association union university institute academy ministry department bureau commission agency council "
    "federation chamber centre center bank group holdings company corporation corp inc ltd llc plc co gmbh foundation "
    "organisation organization committee authority administration society consortium hub laboratory technologies "
    "limited bhd universidad asociación ministerio banco grupo fundación cámara consejo université ministère banque "
    "groupe fondation universität verband ministerium bundesministerium institut stiftung kementerian universitas "
    "asosiasi universidade associação ministério instituto fundação sa ag telecom embassy programme secretariat"
)
# Of these a name has two more words.
WEAK = _set(
    "center centre committee hub council department commission bureau programme agency alliance laboratory office"
)
# Of these the name may go on behind "and": Ministry of Industry and Trade.
ANDED = _set(
    "ministry department academy institute bureau commission office agency council federation chamber centre center "
    "authority administration ministerio ministère ministério kementerian association"
)
# Names of no one organisation.
GENERIC = _set(
    "organizing_committee organising_committee executive_committee general_secretariat advisory_committee steering_committee "
    "european_union exhibition_center exhibition_centre convention_center convention_centre national_convention_center "
    "china_national_convention_center media_center media_centre press_center west_bank"
)
# Capitals that name no organisation.
NOT_ACRONYMS = _set(
    "AI AIGC AGI IOT ICT IT GDP SME SMES ESG SDG SDGS VR AR XR MR PPP MOU MOUS CEO CTO CFO COO USD RMB CNY EUR THB API LLM "
    "LLMS GPU CPU NPU APP SAAS B2B B2C QR UAV EV EVS NEV TV PC KOL GMV IPO IP DEPA RCEP CPTPP FTA CBDC NFT DAO WEB "
    "MICE KPI SDK OS RPA ERP BRI HK UK US USA UAE EU PRC AM PM COVID ASEAN APEC BRICS G20 G7 SCO ITS IDC RFID OT GB TB SDN "
    "BIM DX GX AAA PR VIP MVP Q1 Q2 Q3 Q4 H1 H2 II III IV KTT RI TP HCM LIVE NEWS ID AFP VNA NNA CAGR STEM HTML PDF OTT"
)
# Words that no person is called.
NOT_PEOPLE = _set(
    "fortune global world digital economy conference forum summit congress expo week international internet artificial intelligence "
    "smart city cities data new the this north south east west european asian african american chinese united "
    "states kingdom nations republic january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday minister president prime secretary general chairman director deputy vice "
    "chief executive officer national first second on in at for and of former ministry science technology development "
    "mr mrs ms dr prof sir madam his her excellency street road park hotel center centre hall bangkok beijing shanghai "
    "china chatgpt iphone android harmonyos windows wechat tiktok youtube facebook instagram twitter linkedin telegram whatsapp "
    "olympic games belt silk innovation future green open source cloud big wi-fi bluetooth blockchain fintech "
    "el la los las le les der die das il o os em en bei mit bộ sở ubnd việt yardımcısı "
    "menteri komunikasi perdana timbalan pengerusi ketua pengarah presiden gubernur direktur wakil ministro ministra presidente "
    "diretor diretora directora secretario secretário alcalde prefeito ministre président directeur maire bürgermeister"
)
COUNTRIES = _set(
    "China Thailand Vietnam Indonesia Malaysia Singapore Japan Korea India Pakistan Brazil Mexico Argentina Chile France Germany Italy Spain "
    "Portugal Russia Ukraine Poland Turkey Türkiye Egypt Kenya Nigeria Ethiopia Rwanda Senegal Israel Iran Iraq Canada Australia Finland Sweden "
    "Norway Denmark Estonia Switzerland Austria Belgium Netherlands Greece Hungary Serbia Kazakhstan Uzbekistan Mongolia Laos Cambodia Myanmar "
    "Philippines Nicaragua Cuba Peru Colombia Morocco Algeria Tunisia Jordan Qatar Kuwait Bahrain Oman Britain England Europe Asia Africa America "
    "London Washington Brussels Moscow Madrid Rome Vienna"
)
# Words without a letter in the abbreviation.
SMALL = _set("of for and the de del la on in & und et y")
# Known organisations that are written in capitals: others of these letters are words.
SHOUTED = _set(
    "zte ibm amd nec sap fpt vnpt kpmg itu wipo undp unido wto oecd imf adb icann gsma ieee caict escap stc bmw"
)
# Currencies that stand before their number.
SIGNED = _set("$ € £ ฿ ₩ ₹ ₽ us$ s$ hk$ nt$ a$ c$ r$ rmb rp rm rs") | {code.lower() for code in CURRENCIES}
# What did not happen, or may.
NEGATED = re.compile(
    r"\b(?:not?|never|without|nothing|nobody|fail\w*|refus\w*|declin\w*|plan\w* to|hope\w* to|expect\w* to|may|could|would|kein\w*|nicht|aucun\w*|"
    r"sans|sin|ning[uú]n\w*|sem|nenhum\w*|não|не|без|tidak|belum|tanpa|không|chưa|لم|لن|لا|دون)\b|未|没有|沒有|不|ไม่|ยังไม่|않|못|なかった|ない|せず|没"
)
# Factor by scale word; with True: of a language that writes 1.000,5.
SCALES: Mapping[str, tuple[int, bool]] = {
    "thousand": (10**3, False),
    "million": (10**6, False),
    "mln": (10**6, False),
    "mn": (10**6, False),
    "m": (10**6, False),
    "billion": (10**9, False),
    "bn": (10**9, False),
    "b": (10**9, False),
    "trillion": (10**12, False),
    "lakh": (10**5, False),
    "lakh crore": (10**12, False),
    "crore": (10**7, False),
    "mil": (10**3, True),
    "millones": (10**6, True),
    "millón": (10**6, True),
    "mil millones": (10**9, True),
    "billones": (10**12, True),
    "milhões": (10**6, True),
    "milhão": (10**6, True),
    "mil milhões": (10**9, True),
    "bilhões": (10**9, True),
    "bilhão": (10**9, True),
    "millions": (10**6, True),
    "milliard": (10**9, True),
    "milliards": (10**9, True),
    "mille": (10**3, True),
    "tausend": (10**3, True),
    "millionen": (10**6, True),
    "mio": (10**6, True),
    "mio.": (10**6, True),
    "milliarden": (10**9, True),
    "milliarde": (10**9, True),
    "mrd": (10**9, True),
    "mrd.": (10**9, True),
    "mila": (10**3, True),
    "tys": (10**3, True),
    "tys.": (10**3, True),
    "mld": (10**9, True),
    "bin": (10**3, True),
    "milyon": (10**6, True),
    "milyar": (10**9, True),
    "milioni": (10**6, True),
    "miliardi": (10**9, True),
    "ribu": (10**3, True),
    "juta": (10**6, True),
    "miliar": (10**9, True),
    "bilion": (10**9, False),
    "triliun": (10**12, True),
    "nghìn": (10**3, True),
    "ngàn": (10**3, True),
    "triệu": (10**6, True),
    "tỷ": (10**9, True),
    "tỉ": (10**9, True),
    "nghìn tỷ": (10**12, True),
    "тысяч": (10**3, True),
    "тысячи": (10**3, True),
    "тыс": (10**3, True),
    "тыс.": (10**3, True),
    "миллион": (10**6, True),
    "миллиона": (10**6, True),
    "миллионов": (10**6, True),
    "млн": (10**6, True),
    "миллиард": (10**9, True),
    "миллиарда": (10**9, True),
    "миллиардов": (10**9, True),
    "млрд": (10**9, True),
    "трлн": (10**12, True),
    "الف": (10**3, False),
    "الاف": (10**3, False),
    "مليون": (10**6, False),
    "ملايين": (10**6, False),
    "مليار": (10**9, False),
    "مليارات": (10**9, False),
    "تريليون": (10**12, False),
    "พัน": (10**3, False),
    "หมื่น": (10**4, False),
    "แสน": (10**5, False),
    "ล้าน": (10**6, False),
    "สิบล้าน": (10**7, False),
    "ร้อยล้าน": (10**8, False),
    "พันล้าน": (10**9, False),
    "หมื่นล้าน": (10**10, False),
    "แสนล้าน": (10**11, False),
    "ล้านล้าน": (10**12, False),
}
HAN_UNITS: Mapping[str, int] = {
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
    "兆": 10**12,
    "천": 10**3,
    "만": 10**4,
    "백만": 10**6,
    "천만": 10**7,
    "억": 10**8,
    "조": 10**12,
}
