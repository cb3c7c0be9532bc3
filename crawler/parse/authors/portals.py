"""A line of Korean, Chinese or Japanese portals → who wrote, among what else they tell there: when the text was entered, its source.

"홍길동 기자 = " · "2025-07-03 16:20 记者 王明" · "作者：李华 | 来源：…" · "文／林美玲2025-07-03"
"""

from __future__ import annotations

from crawler.parse.page.clean import width
from crawler.patterns import lazily, rarely

_KOREAN = lazily(r"^(?:[(\[]\S{1,20}[)\]]\s*)?([가-힣]{2,4})\s?\S{0,2}기자(?:\s*=|\s*[\w.-]+@|$)")
# a name, and when the text was entered
_ENTERED = lazily(
    r"^(?!기사|최초|최종|등록|수정)([가-힣]{2,4}?)\s?(?:기사)?(?:입력|승인)\s?(?:20)?\d\d\s?[-./년]"
)
_REPORTED = lazily(
    r"(?:\d日|\d[-/.:]\d).*(?:记者|記者)(?:\s*[:：]\s*|\s+)(?!本|综合|綜合|报道|報道|报导|報導)([\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4})*)$"
)  # behind the date
_AMONG = rarely(  # among what else is told of a Chinese text, the source, who took the pictures
    r"(?:^|[\s|｜])(?:作者|原作者|撰文|撰稿|采写|文字|发布者|發布者)\s?[:：｜|]\s?"
    r"([\u4e00-\u9fff·]{2,8}(?:[ 、\u3000](?!摄影|攝影|编辑|編輯|责|責|来源|來源|图|圖|记者|校对|审核|浏览|瀏覽|查看|字号|时间|日期|点击|阅读|设计|策划)[\u4e00-\u9fff·]{2,4}(?=[\s|｜]))*)(?=[\s|｜])"
)
_JAPANESE = lazily(  # behind the date
    r"[日時分]\s?[【（(](?P<signed>[\u4e00-\u9fff]{1,4}[ \u3000][\u3041-\u30fa\u4e00-\u9fff]{1,5})[】）)]$|\d\s(?:文|取材・文|取材|聞き手)[・:：=＝]\s?([\u3040-\u30ff\u3400-\u9fff]{1,6}(?:\s[\u3040-\u30ff\u3400-\u9fff]{1,6})?)$"
)
_BEFORE_STROKE = lazily(  # "文／林美玲2025-07-03 16:20"
    r"^(?:文|撰文|作者|採訪|采访|編譯|编译)\s?[／/]\s?(?:(?:記者|记者)\s?)?([\u4e00-\u9fff]{2,4})(?=\d|$|[\s|｜])"
)
_WITH_PICTURES = lazily(r"^글\s([가-힣]{2,4})(?:\s기자)?\s(?:사진|그림|촬영)\s")
_NAMED = lazily(r"^기자명\s?[:：]?\s?([가-힣]{2,4})(?:\s기자)?(?=\s|$)")
_PORTALS = (_NAMED, _KOREAN, _ENTERED, _REPORTED, _AMONG, _JAPANESE, _BEFORE_STROKE, _WITH_PICTURES)


def named_by_portal(line: str) -> str | None:
    """The name, where a line in Han, kana or Hangul has one in one of these forms."""
    if width(line) == len(line):
        return None
    found = next(filter(None, (form.search(line) for form in _PORTALS)), None)
    return found[found.lastindex or 1] if found else None
