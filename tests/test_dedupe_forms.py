"""Texts of one form that tell different things: issues of a series, announcements, releases of one company."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import pytest

from crawler.dedupe import fingerprint, judge, site
from storage.records import Article, Neighbour

NOW = datetime(2026, 11, 1, tzinfo=UTC)
WEEKLY = {  # a few new figures in front of what each issue says
    "en": (
        "Weekly river report, week {n}",
        "Rivers carried {a} cubic metres a second this week, {b} per cent of the normal flow. The gauge at {p} rose by {c} "
        "centimetres and {q} saw {d} warnings.\n\nThis report is compiled by the river agency from gauges across the country "
        "and appears every Thursday afternoon. Figures are provisional and may be corrected after review; the yearbook "
        "alone is authoritative.\n\nThe normal flow is the mean of the thirty years before the current decade. Gauges that "
        "were moved must not be compared with earlier years. Maps and tables can be downloaded from the agency's site.\n\n"
        "After heavy rain, keep away from the banks, never drive through water whose depth you cannot see, and lift what "
        "is valuable from the floor of your cellar.",
    ),
    "zh": (
        "流感监测周报（第{n}周）",
        "本周全市哨点医院报告流感样病例{a}例，占门诊总数的{b}%，其中{p}报告聚集性疫情{c}起，{q}检出阳性样本{d}份。\n\n"
        "本周报由市疾病预防控制中心根据三十二家哨点医院的监测数据编制，每周四下午发布。数据为初步统计结果，经核实后可能修订，请以年度报告公布的数据为准。\n\n"
        "流感样病例是指发热超过三十八摄氏度，伴有咳嗽或者咽痛之一者。阳性率的计算以实验室检测的样本为分母。不同年份的监测范围有所调整，比较时请注意口径变化。",
    ),
    "th": (
        "สรุปสถานการณ์น้ำประจำสัปดาห์ที่ {n}",
        "อ่างเก็บน้ำขนาดใหญ่ทั่วประเทศมีน้ำรวม {a} ล้านลูกบาศก์เมตร หรือร้อยละ {b} ของความจุ โดยเขื่อนใน{p}มีน้ำไหลเข้ามากที่สุด {c} "
        "ล้านลูกบาศก์เมตร ขณะที่{q}มีฝนสะสม {d} มิลลิเมตร\n\nรายงานฉบับนี้จัดทำโดยศูนย์ติดตามสถานการณ์น้ำจากข้อมูลโทรมาตรทั่วประเทศ "
        "ปรับปรุงทุกวันพฤหัสบดีก่อนเวลาสิบหกนาฬิกา ตัวเลขปริมาณน้ำเป็นค่าเบื้องต้นและอาจมีการแก้ไขภายหลังเมื่อตรวจสอบแล้วเสร็จ\n\n"
        "ผู้ใช้ข้อมูลควรอ่านคำอธิบายวิธีคำนวณประกอบ ปริมาณน้ำใช้การได้หมายถึงน้ำที่อยู่เหนือระดับเก็บกักต่ำสุด ส่วนร้อยละเทียบกับระดับเก็บกักปกติ "
        "มิใช่ระดับเก็บกักสูงสุด ศูนย์ฯ ไม่รับผิดชอบต่อความเสียหายที่เกิดจากการนำข้อมูลไปใช้",
    ),
}
OBITUARY = {
    "en": (
        "Obituary: {n}",
        "{n} has died in {p} at the age of {a} after a long illness, Riverside University announced. For {b} years the "
        "school had a teacher whom children remember for patience and for spring outings, and who later looked after the library of the quarter.\n\n"
        "The funeral is on Sunday at eleven in St Mary's. The family asks for no flowers and suggests gifts to the fund.",
        [("Martin Ashdown", "Harwich"), ("Grace Lockhart", "Tacoma"), ("Samuel Okafor", "Limerick")],
    ),
    "ja": (
        "訃報 {n}さん",
        "川辺大学は、元理事の{n}さんが病気のため{p}の病院で亡くなったと発表した。{a}歳だった。故人は{b}年にわたって教壇に立ち、多くの教え子に慕われた。"
        "退職後は地域の読み聞かせの会の世話役を務めた。\n\n葬儀は日曜日の午前十時から市民斎場で営まれる。喪主は長男。故人の遺志により香典や供花は辞退し、"
        "奨学基金への寄付を受け付ける。",
        [("佐藤健一", "仙台市"), ("中村由美", "金沢市"), ("高橋直人", "熊本市")],
    ),
    "ar": (
        "وفاة {n}",
        "تنعى جامعة الضفة إلى الأسرة والأصدقاء {n} عن عمر ناهز {a} عاما بعد صراع مع المرض في مدينة {p}. عمل الفقيد في التعليم {b} "
        "عاما وترك أثرا طيبا في نفوس طلابه وزملائه، وكان بيته مفتوحا لكل سائل.\n\nتقام صلاة الجنازة ظهر الأحد في الجامع الكبير، "
        "ويتقبل العزاء في قاعة البلدية ثلاثة أيام. وترجو الأسرة الاستعاضة عن الزهور بالتبرع لصندوق الطلبة المحتاجين.",
        [("كريم الحداد", "طنجة"), ("ليلى منصور", "صفاقس"), ("يوسف الراوي", "أسيوط")],
    ),
}
ABOUT = (
    "About Cloudmere: Founded in 2009, Cloudmere plc is one of the region's leading providers of cloud services and data "
    "centres. It employs more than 1,900 people in seven countries, serves over five thousand public and private "
    "customers and holds several international security certificates.",
    "This release may contain forward-looking statements that involve risks and uncertainties; actual results may differ "
    "materially from those expected. The company undertakes no obligation to update them except as required by law. For "
    "further information, members of the press may contact the communications department, which also sends photographs.",
)
RELEASES = {
    "Cloudmere opens fourth data centre in Swansea": (
        "Cloudmere plc opened its fourth data centre on Monday, an 18 megawatt building in Swansea for factories along the "
        "coast that want to process their data next to the production line. It is cooled with sea water, needs a third "
        "less electricity than the older ones and employs 140 engineers from the area.",
    ),
    "Cloudmere and Linden Hospital move patient records": (
        "Cloudmere and Linden Hospital have signed a five-year contract to move the records of 2.3 million patients to the "
        "cloud, so that doctors see tests made at another branch within seconds. Three branches begin; other cities "
        "follow next quarter, and all data are encrypted.",
    ),
}
NOTICE = (
    "Thank you for reading our news. This article is for subscribers only. Please log in or take out a monthly "
    "subscription to read the whole text without advertisements and to receive our summary every weekday morning. You "
    "can cancel at any time free of charge."
)
JAPANESE = (
    "配達員の事故で運営会社の責任認める",
    "料理の宅配サービスの配達員が起こした事故をめぐり、けがをした歩行者が賠償を求めた裁判で、最高裁は会社側の上告を退け、責任を認めた判決が確定した。東京の弁護士が会見で語った。",
    "事故は四年前の夕方に起きた。自転車の配達員が横断歩道で女性に衝突し、女性は腰の骨を折る重傷を負った。会社は、配達員は個人事業主であり、行為の責任は負わないと主張していた。",
    "開業から間もない会社の書面には、車の運転に関する注意も、保険に入る見込みも書かれていなかった。二審の判決は、会社が配達の順序や時間を細かく指示していた点を重く見た。",
)

CHINESE = (
    "山区小学用旧手机搭起观星台",
    "山区一所小学的师生用收集来的四十部旧手机和两块望远镜镜片搭起一座观星台，孩子们每晚轮流记录月亮的位置，并把照片寄给邻县的同伴比较，看谁先发现云层后面的行星，老师说，报名的人已经排到了下个学期的第三周。",
    "负责此事的数学老师花了一个暑假改写程序，让屏幕破损的机器也能拍照。他说，最难的不是技术，而是说服家长相信孩子晚上不会只顾着玩。",
)
ITEM = (
    "Lighthouse keeper retires after forty winters",
    "The last keeper of the northern lighthouse hung up his coat on Sunday after forty winters. He said that he would miss "
    "the gulls less than the silence, and gave the key to a museum.",
)
PARTIAL = 88  # letters, of a paragraph of more


def article(title: str, text: str, host: str = "a.example") -> Article:
    return Article(f"https://{host}/1", title, text)


def told(articles: Iterable[Article]) -> list[int]:
    """The story each article is put in, judged in their order."""
    kept: list[Neighbour] = []
    for number, new in enumerate(articles, 1):
        found = judge(fingerprint(new), kept, site=site(new.url))
        story = found.story_id or number
        kept.append(Neighbour(number, story, None, site(new.url), NOW, fingerprint(new)))
    return [neighbour.story_id for neighbour in kept]


def issue(language: str, number: int, figures: Sequence[str], places: tuple[str, str]) -> Article:
    title, text = WEEKLY[language]
    said = dict(zip("abcd", figures, strict=True)) | {"p": places[0], "q": places[1]}
    return article(title.format(n=number), text.format(**said))


def obituary(language: str, which: int) -> Article:
    title, text, people = OBITUARY[language]
    name, place = people[which]
    said = {"a": str(71 + 7 * which), "b": str(23 + 4 * which)}
    return article(title.format(n=name), text.format(n=name, p=place, **said))


@pytest.mark.parametrize("language", WEEKLY)
def test_issues_that_repeat_most_of_their_words_stay_apart(language):
    places = [("Penrith", "Galway"), ("Napier", "Spokane"), ("Galway", "Moncton"), ("Moncton", "Napier")]
    issues = [
        issue(language, 21 + n, [f"{310 + 97 * n}", f"{41.5 + n}", f"{12 + 5 * n}", f"{3 + n}"], places[n])
        for n in range(4)
    ]
    assert told(issues) == [1, 2, 3, 4]


@pytest.mark.parametrize("language", WEEKLY)
def test_an_issue_is_known_by_its_number_where_a_figure_happens_to_agree(language):
    first = issue(language, 22, ["50", "61.6", "210", "340"], ("Penrith", "Galway"))
    second = issue(language, 24, ["50", "33.7", "2355", "83"], ("Napier", "Spokane"))
    assert told([first, second]) == [1, 2]


@pytest.mark.parametrize("language", OBITUARY)
def test_short_announcements_about_different_people_stay_apart(language):
    people = [obituary(language, n) for n in range(3)]
    copy = article("Our community mourns", "LONDON, July 2 (Northwire) -- " + people[1].text, "b.example")
    assert told([*people, copy]) == [1, 2, 3, 2]


@pytest.mark.parametrize("language", WEEKLY)
def test_a_report_in_which_one_figure_was_corrected_is_the_same(language):
    figures, places = ["407", "42.5", "17", "4"], ("Penrith", "Galway")
    corrected = issue(language, 22, ["470", *figures[1:]], places)
    assert told([issue(language, 22, figures, places), corrected]) == [1, 1]


def test_releases_that_share_what_a_company_says_of_itself_stay_apart():
    releases = [article(title, "\n\n".join((*told, *ABOUT))) for title, told in RELEASES.items()]
    assert told(releases) == [1, 2]
    moved = article("Records in the cloud", "\n\n".join((ABOUT[0], *RELEASES[releases[1].title], ABOUT[1])))
    assert told([*releases, moved]) == [1, 2, 2]


def test_a_notice_is_no_copy_of_the_article_that_it_stands_in_front_of():
    title, text = next(iter(RELEASES.items()))
    page = article(title, "\n\n".join((NOTICE, *text, *text[0].split(". "), *ABOUT)))
    notice = article("Five bridges before they close", NOTICE, "b.example")
    assert told([page, notice]) == [1, 2]
    assert told([notice, page]) == [1, 2]


@pytest.mark.parametrize(("title", "body"), RELEASES.items())
def test_a_short_item_is_no_copy_of_the_article_that_it_stands_in_front_of(title, body):
    item = article(*ITEM, "b.example")
    page = article(title, "\n\n".join((item.text, *body, *ABOUT)))
    assert told([page, item]) == [1, 2]
    assert told([item, page]) == [1, 2]
    assert told([item, page, article(title, "\n\n".join((*body, *ABOUT)), "c.example")]) == [1, 2, 2]


def test_a_teaser_of_one_sentence_joins_the_article_and_half_of_it_is_never_found():
    title, text = next(iter(RELEASES.items()))
    words = text[0].split()
    teaser, half = (article(title, " ".join(words[:n]) + " ...", f"{n}.example") for n in (18, 9))
    page = article(title, "\n\n".join((*text, *ABOUT)))
    assert fingerprint(teaser).keys
    assert told([page, teaser]) == told([teaser, page]) == [1, 1]
    assert fingerprint(half).keys == ()


@pytest.mark.parametrize("story", [JAPANESE, CHINESE])
@pytest.mark.parametrize("link", ["Read more at the original source ...", "続きを読む…"])
def test_a_copy_cut_within_a_paragraph_is_known_by_what_is_left(story, link):
    """Without a full stop, and as short as a menu."""
    title, *paragraphs = story
    cut = article(title, paragraphs[0][:PARTIAL] + "\n\n" + link, "b.example")
    assert told([article(title, "\n\n".join(paragraphs)), cut]) == [1, 1]


SITE_LINES = {
    "zh": "关于我们 联系我们 广告服务 法律声明 隐私政策 网站地图 京ICP备12345678号-1 京公网安备11010502030123号 版权所有 © 2025 数字日报社",
    "ja": "トップ 速報 国内 国際 経済 IT・科学 スポーツ エンタメ 地域 ランキング 特集 写真 動画 天気 占い 会員登録 ログイン ヘルプ お問い合わせ",
    "ko": "회사소개 광고문의 기사제보 이용약관 개인정보처리방침 사이트맵 Copyright © 2025 디지털일보, 무단 전재 및 재배포 금지 All rights reserved",
}  # fmt: skip
ITEMS = {
    "zh": ("昨天下午港口因变电站故障停电两小时，三艘渡轮推迟离港。备用线路下个月才能接通。", "一所山区小学从本周起每晚开设夜读班，报名的家长比孩子还多。灯由镇上的商店借出。"),
    "ja": ("港で昨日の午後に停電があり、三隻の船の出発が遅れた。予備の線は来月まで使えない。", "山あいの小学校で今週から夜の読書会が始まった。棚は大工が古い戸板で作ったという。"),
    "ko": ("어제 오후 변전소 고장으로 항구가 두 시간 동안 정전되어 여객선 세 척의 출항이 늦어졌다.", "산골의 한 초등학교가 이번 주부터 매일 밤 독서반을 열었는데 부모가 더 많이 신청했다."),
}  # fmt: skip


@pytest.mark.parametrize("language", ITEMS)
def test_a_menu_and_an_imprint_join_no_short_items(language):
    """Short pages of which most is the same: what has no clause, and what has the sign of copyright, is no prose."""
    pages = [
        article(text[:8], f"{SITE_LINES[language]}\n{text}\n{SITE_LINES[language][::-1]}")
        for text in ITEMS[language]
    ]
    assert told(pages) == [1, 2]


def test_japanese_is_not_taken_for_traditional_chinese():
    title, *paragraphs = JAPANESE
    cut = article("お知らせ", paragraphs[0] + "\n\n" + paragraphs[2], "b.example")
    assert not {"個", "為"} & set(cut.text)
    assert told([article(title, "\n\n".join(paragraphs)), cut]) == [1, 1]
