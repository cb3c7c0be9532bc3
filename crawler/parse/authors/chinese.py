"""Chinese names: two with nothing but a blank between them; the reporter whom a dateline names.

    "李思远 陈晓雯" → two people        (中央社記者林美玲花蓮19日電) · 新华社上海3月2日电（记者 李思远、陈晓雯）

A name is told by the surname that it begins with. Japanese names have a blank inside, so that the page must be Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.parse.page.blocks import NEAR, Outline
from crawler.patterns import lazily, rarely

_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸"
    "郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶焦向柳邢骆駱岳齐齊梅庄莊辛管祝左涂谷祁时時舒耿牟卜路詹关關苗凌"
    "费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵閔解强柴华華车車冉房边邊简簡連连涂巫阙"
    "莫蒲丘古池敖巴班卞苍岑晁谌储楚褚淳丛笪党狄刁窦堵鄂丰封酆凤伏符郜戈弓宫巩贡勾杭扈花滑怀桓宦惠姬嵇吉汲籍计蹇晋荆井居鞠阚寇匡况邝旷夔蓝郎劳乐冷郦廉练蔺娄逯禄栾麻茅糜米宓缪穆那乜钮农逄皮浦戚漆亓谯钦仇裘瞿璩饶荣容芮桑沙佘"
    "莘慎殳宿索邰谈滕佟屠危蔚闻沃乌邬习奚郗冼咸肖幸胥宣荀鄢闫晏燕羊仰伊阴印雍虞郁喻云臧湛仲诸竺卓訾宗祖麦粘塗闕藍饒應鄺麥練談聞鄔鞏鳳郟粟苑付仝尚揭帅宾邸禤閆於昝鹿盖慈锺暴"
)
_COMPOUND = (
    "欧阳",
    "歐陽",
    "司马",
    "司馬",
    "上官",
    "诸葛",
    "諸葛",
    "司徒",
    "东方",
    "慕容",
    "皇甫",
    "尉迟",
    "張簡",
    "范姜",
)
_PAIR = lazily(r"[\u4e00-\u9fff]{2,4}(?:[ \u3000]+[\u4e00-\u9fff]{2,4})+")
_DATELINES = (
    lazily(  # names, then the place: "(中央社記者林美玲花蓮19日電)"
        r"^[（(【]?[\u4e00-\u9fff]{0,8}(?:记者|記者)([\u4e00-\u9fff]{4,9}|[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,3}、[\u4e00-\u9fff]{4,9})\d{1,2}日(?:[专專综綜外合]{0,2}[电電]|[报報][道導导])"
    ),
    lazily(  # a stroke behind the names: "〔記者林美玲、王明／花蓮報導〕"
        r"^[（(【〔\[]?[\u4e00-\u9fff]{0,8}(?:记者|記者)[:：\s]*([\u4e00-\u9fff]{2,4}(?:[ 、，\u3000]+[\u4e00-\u9fff]{2,4}){0,5})\s?[／/][\u4e00-\u9fff]{0,8}(?:[报報][道導导]|[专專综綜外合]{0,2}[电電])"
    ),
    lazily(  # names alone: "新华社酒泉11月20日电（李思远、陈晓雯）"
        r"^[\u4e00-\u9fff]{2,12}\d{1,2}月\d{1,2}日[电電]\s*[（(]([\u4e00-\u9fff]{2,4}(?:[ 、，\u3000]+[\u4e00-\u9fff]{2,4}){0,5})[）)]"
    ),
    lazily(  # "3月2日电（记者 李思远、陈晓雯）"
        r"^.{0,40}[电電讯訊]\s*[（(]\S{0,6}(?:记者|記者)[:：\s]*([\u4e00-\u9fff]{2,4}(?:[ 、，\u3000]+[\u4e00-\u9fff]{2,4}){0,5})[）)]"
    ),
)
_PEN_NAME = lazily(  # "C114讯 11月19日消息（南山）": who writes for such a site may sign with a name of her own making
    r"^[A-Za-z\d\u4e00-\u9fff]{2,12}[讯訊]\s?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[早午晚]间)?消息\s?[（(](?!综合|綜合|编译|編譯|记者|記者|文字|图文|快讯)([\u4e00-\u9fff]{2,4})[）)]"
)
_SENT = lazily(  # "林雨晴 发自 凹非寺", above a text or in its first lines
    r"([\u4e00-\u9fff]{2,4}(?:[ 、\u3000][\u4e00-\u9fff]{2,4}){0,3})\s[发發]自\s?[\u4e00-\u9fff]{2,6}(?=\n|$)"
)
_TAKEN = lazily(r"(?:记者|記者)\s?([\u4e00-\u9fff]{2,4})\s?[摄攝](?:影)?[。）)]?$")  # at the end of a caption
PICTURES = 3  # captions that name one reporter, who then made the report
_IN_BRACKETS = lazily(
    r"[（(](?:本报|本報|本网|见习)?(?:记者|記者)([\u4e00-\u9fff]{2,4}(?:[ 、，\u3000]+[\u4e00-\u9fff]{2,4}){0,3})[）)]"
)
_LABELLED = rarely(  # a line of its own, behind the word for it: "文｜林雨晴", "采访、撰文丨林雨晴"
    r"(?:采访|採訪|撰文|作者|文)(?:[、/／ ]?(?:采访|採訪|撰文|文))?\s?[:：|｜丨/／]\s?([\u4e00-\u9fff]{2,4}(?:[ 、\u3000][\u4e00-\u9fff]{2,4}){0,3})"
)
_CREDITED = lazily(  # of what appeared elsewhere first: "本文来自微信公众号“…”，作者：林雨晴，…"
    r"本文(?:来自|來自|首发于|首發於|转载自|轉載自|授权转载)[^。]{0,50}作者[:：]\s?([\u4e00-\u9fff]{2,4}(?:[ 、\u3000][\u4e00-\u9fff]{2,4}){0,3})(?=[，,。；;\s）)]|$)"
)
SIGNED = 40  # characters of such a line
TAIL = 8  # last blocks of the neighbourhood
_RINGED = lazily(r"◎\s?(?:(?:文|圖文|作者|撰文)\s?[／/:：]\s?)?([\u4e00-\u9fff]{2,4})")
_KANA = lazily("[\u3041-\u30fa]")
_BETWEEN = lazily(r"[ 、，\u3000]+")
BEGINNING = 120  # characters of a block in which its dateline stands
LOOKED_AT = 200  # blocks of a page that says no language
LONGEST = 4  # characters of a name


def apart(names: str, page: Outline) -> list[str]:
    """The names of a Chinese page's line, which blanks alone may divide."""
    if not _PAIR.fullmatch(names.strip()):
        return [names]
    parts = names.split()
    return parts if all(map(_is_name, parts)) and _is_chinese(page) else [names]


def _is_chinese(page: Outline) -> bool:
    """Whether a page says so, or says nothing and has no kana."""
    if page.language:
        return page.language.lower().startswith("zh")
    return not any(_KANA.search(b.text) for b in page.blocks[:LOOKED_AT])


def labelled(page: Outline, start: int, end: int) -> list[str]:
    """Who wrote by a line that says so and nothing else, between headline and text, or by the note below a text.

    A page's markup calls the account that published it its author; the line names the person.
    """
    if not (page.language or "zh").lower().startswith("zh"):
        return []
    for block in page.blocks[max(0, start) : start + NEAR]:
        found = _LABELLED.fullmatch(block.text) if len(block.text) <= SIGNED else None
        if found and all(map(_is_name, names := _BETWEEN.split(found[1]))):
            return names
        line = block.text.partition("\n")[0] if "自" in block.text[:SIGNED] else ""
        sent = _SENT.fullmatch(line) if len(line) <= SIGNED else None
        if sent:
            return _BETWEEN.split(sent[1])
    for block in page.blocks[max(0, start, end - TAIL) : end]:
        found = _CREDITED.match(block.text) if block.text[:2] == "本文" else None
        if found and all(map(_is_name, names := _BETWEEN.split(found[1]))):
            return names
    return []


def ringed(page: Outline, start: int, end: int) -> list[str]:
    """The one name behind a ring, as literary pages of Taiwan sign above or below the headline: "◎林雨晴"; of several, winners."""
    if not (page.language or "zh").lower().startswith("zh"):
        return []
    near = page.blocks[max(0, start) : start + NEAR]
    rings = [b.text for b in near if b.text[0] == "◎"]
    found = _RINGED.fullmatch(rings[0]) if len(rings) == 1 else None
    return [found[1]] if found and _is_name(found[1]) else []


def in_brackets(page: Outline, start: int, end: int) -> list[str]:
    """The reporters whom brackets alone at the end of a text name, nothing before their names: "（记者林雨晴）"."""
    for block in page.blocks[max(0, start, end - TAIL) : end]:
        found = _IN_BRACKETS.fullmatch(block.text) if block.text[0] in "（(" else None
        names = _BETWEEN.split(found[1]) if found else []
        if names and all(map(_is_name, names)):
            return names
    return []


def dateline(page: Outline, start: int, end: int) -> list[str]:
    """The reporters whom the first line of an agency's text names."""
    for block in page.blocks[max(0, start) : end]:
        beginning = block.text[:BEGINNING]
        if "日" in beginning[:SIGNED] and "消息" in beginning and (named := _PEN_NAME.match(beginning)):
            return [named[1]]
        if not ("记者" in beginning or "記者" in beginning or "日电" in beginning or "日電" in beginning):
            continue
        placed, *others = (pattern.match(beginning) for pattern in _DATELINES)
        for named in filter(None, others):
            if names := [n for n in _BETWEEN.split(named[1]) if _is_name(n)]:
                return names
        if placed:
            return list(_before_place(placed[1].split("、")))
    return []


def before_editor(name: str, page: Outline, start: int, end: int) -> list[str]:
    """The reporters whom a text's dateline names, where whom the head calls its author is only its editor: "【编辑:王明】"."""
    if not "\u4e00" <= name[0] <= "\u9fff":
        return []
    edited = rf"(?:编辑|編輯|责编|責編|编校|審稿)\s?[:：]\s?{re.escape(name)}"
    near = page.blocks[max(0, start) : end + TAIL]
    if not any(name in b.text and re.search(edited, b.text) for b in near if len(b.text) <= 2 * SIGNED):
        return []
    reporters = dateline(page, start, end) or _taken(page, start, end)
    return [] if name in reporters else reporters


def _taken(page: Outline, start: int, end: int) -> list[str]:
    """The reporter who took the pictures of which a report is made, as the captions say."""
    taken = [m[1] for b in page.blocks[max(0, start) : end] if (m := _TAKEN.search(b.text))]
    return taken[:1] if len(taken) >= PICTURES and len({*taken}) == 1 and _is_name(taken[0]) else []


def _before_place(parts: list[str]) -> Iterator[str]:
    """The names of a list whose last one is written together with a place of two characters at least."""
    *names, last = parts
    long = LONGEST if last.startswith(_COMPOUND) else LONGEST - 1
    names.append(last[: min(long, len(last) - 2)])
    return (name for name in names if _is_name(name))


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= LONGEST and (text[0] in _SURNAMES or text.startswith(_COMPOUND))
