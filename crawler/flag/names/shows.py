"""Where a show of one name is held elsewhere, as an event of its own: "GITEX Ghana", "Web Summit Rio"."""

from __future__ import annotations

from crawler.flag.text.reading import Reading
from crawler.patterns import lazily

# Shows that are held under one name in several places; a capital begins them.
BRANDS = frozenset((
    "gitex", "mwc", "web summit", "vivatech", "viva technology", "seamless", "slush", "ces", "computex", "semicon",
    "token2049",
))  # fmt: skip
_HOMES = {
    "ces": "usa",
    "computex": "taiwan",
    "mwc": "spain",
}  # countries below in which one of them has its seat
# Where none of the others has its seat; continents, countries and the cities in which fairs are held.
_PLACES = (
    "africa|afrique|áfrica|west africa|east africa|north africa|southern africa|asia|europe|europa|latam|latin america|américa latina|americas|central asia|south asia|southeast asia|eurasia"
    "|rio(?: de janeiro)?|río|são paulo|sao paulo|brazil|brasil|mexico(?: city)?|méxico|colombia|bogotá|argentina|buenos aires|chile|santiago|peru|lima"
    "|canada|toronto|vancouver|montreal|usa|new york|los angeles|san francisco|miami|austin|boston"
    "|qatar|catar|doha|saudi(?: arabia)?|ksa|kuwait|oman|muscat|bahrain|jordan|amman|egypt|cairo|lebanon|iraq|baghdad|abu dhabi|sharjah|israel|tel aviv"
    "|nigeria|lagos|abuja|kenya|nairobi|ghana|accra|rwanda|kigali|ethiopia|uganda|kampala|tanzania|senegal|dakar|côte d ivoire|ivory coast|abidjan|south africa|johannesburg|durban|cameroon|algeria|tunisia|tunis|zambia|angola|luanda|mozambique"
    "|türkiye|turkey|istanbul|ankara|kazakhstan|almaty|uzbekistan|tashkent|azerbaijan|baku|georgia|tbilisi|armenia|serbia|belgrade|poland|warsaw|romania|bucharest|ukraine|kyiv|hungary|budapest|czechia|greece|athens|croatia|bulgaria|sofia|cyprus"
    "|london|uk|dublin|ireland|frankfurt|munich|germany|italy|milan|rome|spain|madrid|sweden|stockholm|denmark|copenhagen|norway|netherlands|amsterdam|belgium|brussels|switzerland|zurich|vienna|austria"
    "|india|mumbai|delhi|bangalore|bengaluru|hyderabad|chennai|pakistan|karachi|lahore|islamabad|bangladesh|dhaka|sri lanka|colombo|nepal|kathmandu"
    "|indonesia|jakarta|malaysia|kuala lumpur|penang|vietnam|hanoi|ho chi minh city|thailand|bangkok|philippines|manila|cambodia|phnom penh|myanmar|sea"
    "|japan|tokyo|osaka|korea|seoul|busan|china|beijing|shenzhen|hong kong|macau|taiwan|australia|sydney|melbourne|new zealand|auckland"
)
_SISTER = lazily(rf" (?:{_PLACES})(?!\w|[’'] ?s\b| based| s )")
# Behind it they say that people of that place stand there, or that a firm bears the name.
_STAND = lazily(
    r" (?:pavilion|pavillon|booth|stand|team|delegation|start ?ups?|ltd|inc|gmbh|companies|firms|awards?)(?!\w)"
)


def sister_end(reading: Reading, start: int, end: int) -> int:
    """Where the place ends behind a show's name at the folded [start, end); 0 where none makes it another show."""
    origin = reading.folded.origin
    place = _SISTER.match(reading.text, end)
    if place is None or origin(end) - origin(end - 1) != 1 or _STAND.match(reading.text, place.end()):
        return 0
    if place.group().strip() == _HOMES.get(reading.text[start:end]):
        return 0
    return place.end() if reading.whole[origin(end) + 1].isupper() else 0
