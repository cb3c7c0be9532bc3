"""One release in four languages, a second one of the same event, and what the store's tests do with them."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from storesamples import NOW

from crawler import dedupe
from storage.articles import save as articles
from storage.records import Article

OPENING = {
    "en": (
        "Rice robots win the Mekong fair",
        "A robot that plants rice won the prize of the Mekong Harvest Fair in Can Tho on July 2. It was built by Paddystep "
        "and plants 4.6 hectares a day with 1.9 kilowatts.\nThe jury chose among 218 machines from 17 countries. Larkin "
        "Osborne, who chairs Paddystep, said that 3,450 orders worth 61.2 million dollars were signed.",
    ),
    "th": (
        "หุ่นยนต์ดำนาคว้ารางวัลงานแม่โขง",
        "หุ่นยนต์ดำนาคว้ารางวัลของงาน Mekong Harvest Fair ที่เมืองเกิ่นเทอ เมื่อวันที่ 2 กรกฎาคม 2569 ผลิตโดย Paddystep ดำนาได้วันละ ๔.๖ เฮกตาร์ "
        "ใช้ไฟ ๑.๙ กิโลวัตต์\nกรรมการคัดเลือกจากเครื่องจักร 218 เครื่องจาก 17 ประเทศ ลาร์กิน ออสบอร์น (Larkin Osborne) ประธาน Paddystep "
        "กล่าวว่ามีคำสั่งซื้อ 3,450 รายการ มูลค่า 61.2 ล้านดอลลาร์",
    ),
    "zh": (
        "插秧机器人夺得湄公河展大奖",
        "一台插秧机器人7月2日在芹苴获得Mekong Harvest Fair大奖。它由Paddystep制造，每天插秧4.6公顷，耗电1.9千瓦。\n"
        "评委从17个国家的218台机器中选出获奖者。Paddystep董事长拉金·奥斯本（Larkin Osborne）说，现场签下3450份订单，金额6120万美元。",
    ),
    "ru": (
        "Робот для посадки риса победил на ярмарке",
        "Робот, который сажает рис, 2 июля получил приз ярмарки Mekong Harvest Fair в Кантхо. Его построила компания "
        "Paddystep; за день он засаживает 4,6 гектара и потребляет 1,9 киловатта.\nЖюри выбирало из 218 машин из 17 стран. "
        "Глава Paddystep Ларкин Осборн сообщил о 3450 заказах на 61,2 млн долларов.",
    ),
}
CLOSING = (
    "Mekong fair ends",
    "The Mekong Harvest Fair in Can Tho ended on July 5 after 38,200 visitors had come, as Paddystep and its hosts said. "
    "Larkin Osborne showed the robot once more.\nThe next fair takes place from June 30, 2027, and gets a hall of 9,700 "
    "square metres for 144 new firms and 26 schools, which cost 12.8 million dollars.",
)


def told(language: str, text: tuple[str, str] | None = None, **values: Any) -> Article:
    """The opening's release in a language, or another text."""
    title, words = text or OPENING[language]
    url = values.pop("url", f"http://{language}.example/{len(words)}")
    at = values.pop("published_at", NOW)
    return Article(url, title, words, language=language, published_at=at, **values)


def saving(of: Article, now: datetime = NOW, encoder: dedupe.Encoder | None = None) -> Any:
    """save_article as the pipeline calls it, everything but the connection."""
    anchors = dedupe.anchors(of)
    vector = encoder.vector(of) if encoder and encoder.wants(anchors) else None
    return partial(
        articles.save_article,
        article=of,
        key=dedupe.identity(of),
        fingerprint=dedupe.anchored(dedupe.fingerprint(of), anchors, vector),
        mentions=(),
        judge=partial(dedupe.judge, language=of.language, site=dedupe.site(of.url)),
        source_id="a",
        entry_id=None,
        now=now,
        translated=partial(dedupe.translated, anchors),
        anchor_keys=dedupe.anchor_keys,
    )


PAPER = {  # a story without figures
    "en": (
        "Hospitals in Osaka go back to paper",
        "The hospitals of the Midori group in Osaka have worked with paper and telephones since attackers locked the files "
        "of their patients. Emergency cases are taken elsewhere, the director said.\nThe attackers, who call themselves "
        "Greywater, asked for no ransom so far. Operations that cannot wait go on. Old forms were found in the cellar.",
    ),
    "ko": (
        "오사카 병원들, 종이 기록으로",
        "오사카 미도리(Midori) 그룹의 병원들이 공격자들이 환자 기록을 잠근 뒤 종이와 전화로 진료하고 있다. 응급 환자는 다른 곳으로 옮겨진다고 원장이 말했다.\n"
        "그레이워터(Greywater)라고 밝힌 공격자들은 아직 몸값을 요구하지 않았다. 미룰 수 없는 수술은 계속된다. 지하실에서 옛 서식을 찾았다.",
    ),
}
FLOOD = {  # one without figures, but with names that say enough
    "en": (
        "Archive in Ghent reopens after the flood",
        "The Wintergate archive in Ghent opens its reading room again on Monday, as its director Odile Vranckx told the paper "
        "Stadsblad. Water from the Lieve had stood in the cellar since the storm.\nVolunteers of the Karsavina Circle dried "
        "letters and maps by hand. The firm Tenebrel lent its freezers, and the Rosmer Foundation pays for the bindings.",
    ),
    "ru": (
        "Архив в Генте снова открылся после наводнения",
        "Читальный зал архива Wintergate в Генте снова открывается в понедельник, рассказала газете Stadsblad директор Одиль "
        "Вранкс. Вода стояла в подвале со дня бури.\nПисьма и карты вручную сушили добровольцы кружка Karsavina. Фирма "
        "Tenebrel одолжила морозильные камеры, а переплёты оплачивает фонд Rosmer. Пострадавших среди читателей не было.",
    ),
}
CELLAR = (  # the same names, in a text that counts
    "Archiv Wintergate verkauft seinen Keller",
    "Das Archiv Wintergate in Gent verkauft seinen Keller für 2,4 Millionen Euro an die Firma Tenebrel, wie das Blatt Stadsblad "
    "meldet. Die 1360 Quadratmeter werden bis Mai geräumt.\nDer Kreis Karsavina protestiert mit 5200 Unterschriften. Die Stiftung "
    "Rosmer will 780 Kisten mit Briefen aufnehmen, 340 Karten gehen nach Antwerpen. Odile Vranckx schweigt dazu.",
)
GARDEN = {
    "ko": (
        "오사카에 새 정원",
        "오사카 시내 강가에 새 정원이 문을 열었다. 시민들은 벚나무 아래에서 도시락을 먹고 아이들은 분수에서 놀았다. 정원사는 봄마다 꽃을 새로 심겠다고 말했다.\n"
        "미도리(Midori) 재단이 땅을 내놓았고 Greywater 건설이 길을 닦았다. 입장은 무료이며 밤에도 열려 있다. 근처 상인들은 손님이 늘었다고 반겼다.",
    ),
}
DAY = timedelta(days=1)
