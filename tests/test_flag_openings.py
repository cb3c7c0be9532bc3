"""Every name of every forum, in the plainest news of its language: that it opened on Thursday with 500 guests."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from crawler.flag import Watchlist, find_mentions, load_watchlist
from crawler.flag.watchlist.forum import Forum
from storage.records import Article

OPENED = {
    "en": "{} opened on Thursday with 500 guests.",
    "el": "Άρχισε την Πέμπτη: {}, με 500 συμμετέχοντες.",
    "he": "{} נפתחה ביום חמישי בהשתתפות 500 אורחים.",
    "fa": "{} روز پنجشنبه با حضور ۵۰۰ مهمان گشایش یافت.",
    "uk": "{} відкрилася в четвер за участю 500 гостей.",
    "hu": "Csütörtökön megnyílt a {}, 500 vendég részvételével.",
    "ro": "{} s-a deschis joi, cu 500 de participanți.",
    "cs": "{} začala ve čtvrtek za účasti 500 hostů.",
    "hi": "{} गुरुवार को शुरू हुआ, जिसमें 500 अतिथि शामिल हुए।",
    "bn": "{} বৃহস্পতিবার শুরু হয়েছে, ৫০০ অতিথি অংশ নিয়েছেন।",
    "ur": "{} جمعرات کو شروع ہوئی جس میں 500 مہمان شریک ہوئے۔",
    "kk": "{} бейсенбіде ашылды, оған 500 қонақ қатысты.",
    "bg": "{} беше открита в четвъртък с 500 гости.",
    "sr": "{} отворена је у четвртак уз 500 гостију.",
    "sv": "{} öppnade på torsdagen med 500 gäster.",
    "sk": "{} sa začala vo štvrtok za účasti 500 hostí.",
    "hr": "{} otvorena je u četvrtak uz 500 gostiju.",
    "fi": "{} avattiin torstaina, ja paikalla oli 500 vierasta.",
    "da": "{} åbnede torsdag med 500 gæster.",
    "no": "{} åpnet torsdag med 500 gjester.",
    "uz": "{} payshanba kuni ochildi, unda 500 mehmon qatnashdi.",
    "az": "{} cümə axşamı açıldı, orada 500 qonaq iştirak etdi.",
    "ta": "{} வியாழக்கிழமை தொடங்கியது, 500 விருந்தினர்கள் பங்கேற்றனர்.",
    "fil": "Nagbukas noong Huwebes ang {} na may 500 bisita.",
    "sw": "{} ulifunguliwa Alhamisi ukiwa na wageni 500.",
    "km": "{} បានបើកនៅថ្ងៃព្រហស្បតិ៍ ដោយមានភ្ញៀវ ៥០០ នាក់។",
    "lo": "{} ໄດ້ເປີດໃນວັນພະຫັດ ມີແຂກ 500 ຄົນ",
    "my": "{} ကြာသပတေးနေ့တွင် ဖွင့်လှစ်ခဲ့ပြီး ဧည့်သည် ၅၀၀ တက်ရောက်ခဲ့သည်။",
    "mn": "{} пүрэв гарагт нээгдэж, 500 зочин оролцов.",
    "tr": "{} perşembe günü 500 konuğun katılımıyla açıldı.",
    "pl": "{} rozpoczęła się w czwartek z udziałem 500 gości.",
    "vi": "{} khai mạc hôm thứ Năm với 500 khách mời.",
    "id": "{} dibuka pada Kamis dengan 500 tamu.",
    "ms": "{} dibuka pada Khamis dengan 500 tetamu.",
    "th": "{}เปิดฉากเมื่อวันพฤหัสบดี มีผู้เข้าร่วม 500 คน",
    "ko": "{} 가 목요일 개막해 500명이 참석했다.",
    "ja": "{}が木曜日に開幕し、500人が参加した。",
    "nl": "{} is donderdag geopend met 500 gasten.",
    "de": "{} hat am Donnerstag mit 500 Gästen begonnen.",
    "fr": "{} a ouvert jeudi avec 500 invités.",
    "es": "{} se inauguró el jueves con 500 invitados.",
    "pt": "{} abriu na quinta-feira com 500 convidados.",
    "it": "{} si è aperto giovedì con 500 ospiti.",
    "ru": "{} открылась в четверг с участием 500 гостей.",
    "ar": "افتتح {} يوم الخميس بمشاركة 500 ضيف.",
    "zh-Hans": "{}星期四开幕，500名嘉宾出席。",
    "zh-Hant": "{}星期四開幕，500名來賓出席。",
}
WATCHLIST: Watchlist = load_watchlist()


def _news(forum: Forum, name: str, language: str) -> Article:
    """Of the days of its last edition."""
    starts = [edition.start for edition in forum.editions if edition.start]
    at = datetime.combine(max(starts, default=date(2026, 3, 5)), time(12), UTC)
    text = OPENED[language].format(name[0].upper() + name[1:])
    return Article(url="https://news.example/a", title="—", text=text, language=language[:2], published_at=at)


@pytest.mark.parametrize("language", OPENED)
def test_a_forum_that_opened_is_flagged_by_each_of_its_names(language: str) -> None:
    missed = [
        (forum.id, name)
        for forum in WATCHLIST.forums.values()
        for name in forum.names.get(language, ())
        if all(found.forum_id != forum.id for found in find_mentions(_news(forum, name, language), WATCHLIST))
    ]
    assert missed == []
    assert any(language in forum.names for forum in WATCHLIST.forums.values())
