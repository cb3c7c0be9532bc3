"""A line → whether it asks its readers to follow the paper elsewhere: on another service, or by its letters.

It takes both, what is asked and where. Only imperatives count: who tells that somebody follows somebody uses other forms.
"""

from __future__ import annotations

from ahocorasick_rs import AhoCorasick

from crawler.patterns import lazily

LONGEST = 240  # characters: a longer line tells more than where to follow
_ASKED = lazily(
    r"\b(?:follow us|follow @?\w+ on|join (?:us|our)|subscribe to|sign up (?:for|to) (?:our|the)|get (?:our|the) \w+ (?:app|newsletter)|download (?:our|the) app|like us|find us|stay (?:updated|informed|connected))\b"
    r"|\b(?:folgen sie|folge uns|folgt uns|abonnieren sie|abonniere|melden sie sich|suivez|abonnez-vous|inscrivez-vous|rejoignez|retrouvez)\b"
    r"|\b(?:s[íi]guenos|s[íi]ganos|puedes seguir|suscr[íi]bete|ap[úu]ntate|inscr[íi]bete|[úu]nete|siga|acompanhe|inscreva-se|participe do|entre no|assine (?:a|nossa)|clique aqui)\b"
    r"|\b(?:seguici|iscriviti|segui|volg ons|meld je aan|schrijf je in|obserwuj nas|zapisz się|śledź|dołącz do|sledujte|přihlaste se|kövess|iratkozz|urmăriți|urmărește|abonați|abonează|följ oss|følg oss|følg os)\b"
    r"|подпис(?:ывай|уй)(?:тесь|ся)|подпишитесь|присоединяйтесь|читайте (?:нас|также в|\S+ в)|следите за|приєдну(?:й|йте)с[ья]|підпи(?:суй|ш)(?:тесь|ться|іться|ся)|стежте за|читайте нас|последвайте|абонирайте|ακολουθήστε|εγγραφείτε"
    r"|abone ol|takip edi|bizi takip|ikuti (?:kami|saluran|channel|kanal|berita|terus)|gabung|simak (?:breaking|berita|artikel)|dapatkan (?:berita|update|info)|mời (?:bạn|quý|độc)|theo dõi (?:chúng tôi|\S+ trên)|đăng ký (?:kênh|nhận)"
    r"|(?:กด)?ติดตาม(?:ข่าว|เรา|เพจ|ช่อง|ได้|\S{0,20}ผ่าน)|(?:点击|點擊|扫码|掃碼|欢迎|歡迎|请|請|长按)\S{0,10}(?:关注|關注|追蹤|加入|订阅|訂閱)|(?:フォロー|友だち追加|登録)(?:して|を|は)|(?:구독|팔로우|친구 추가)(?:하|해|하세요|하기)|채널 추가"
    r"|تابع(?:وا|ونا|نا|ي)|اشترك(?:وا)? في|انضم|دنبال کنید|عضو شوید|फ[ॉो]लो कर|जुड़ें|सब्सक्राइब कर|עקבו|הצטרפו",
)
_WHERE = [  # looked for all at once: hardly any line holds one
    "telegram", "whatsapp", "facebook", "instagram", "twitter", "youtube", "viber", "messenger", "tiktok", "linkedin", "threads", "bluesky",
    "mastodon", "flipboard", "newsletter", "infolettre", "nieuwsbrief", "nyhetsbrev", "biuletyn", "bülten", "boletín", "телеграм", "телеграмм",
    "telegrám", "ватсап", "вотсап", "вконтакте", "фейсбук", "дзен", "одноклассник", "твиттер", "вайбер", "ютуб", "розсилк", "рассылк", "واتساب",
    "تلغرام", "تليغرام", "تيليغرام", "تلجرام", "تليجرام", "تليقرام", "فيسبوك", "تويتر", "تلگرام", "انستغرام", "اینستاگرام", "व्हाट्सऐप", "टेलीग्राम",
    "फेसबुक", "ไลน์", "เฟซบุ๊ก", "ยูทูบ", "เทเลแกรม", "ทวิตเตอร์", "微信", "微博", "公众号", "公眾號", "客户端", "蓝字", "抖音", "脸书", "臉書", "メルマガ", "公式アカウント",
    "카카오톡", "네이버", "텔레그램", "유튜브", "페이스북", "טלגרם", "וואטסאפ", "google news", "google discover", "google noticias", "google actualités",
    "google новост", "google haber", "واتس آب", "واتس اب",
]  # fmt: skip
_FINDER = AhoCorasick(_WHERE)


def follows(text: str) -> bool:
    """Whether a line asks for that."""
    if len(text) > LONGEST or not _FINDER.find_matches_as_indexes(lower := text.lower()):
        return False
    return _ASKED.search(lower) is not None
