"""A byline in Japanese → the name in it, without what its bearer is: brackets and titles stand around it, no word for "by".

［岸本遥，本誌記者］ · 【本誌記者　岸本遥】 · 元北工場課長　岸本遥 → 岸本遥
"""

from __future__ import annotations

from crawler.patterns import lazily, rarely

_TITLE = (  # what somebody is; the last part of it, as all of a title's parts stand before it
    r"[\u3040-\u30ff\u3400-\u9fffA-Za-z・]{0,20}(?:記者|編集者|編集長|編集委員|論説委員|特派員|通信員|ライター|ジャーナリスト|コラムニスト|評論家|作家|随筆家|歌人|俳人|詩人|研究者|研究員|教授|講師|博士|弁護士|医師|社長|会長|所長|部長|課長|局長|校長|院長|館長|代表|理事|理事長|技師|技術者|エンジニア)"
)
_NAME = r"[々\u3041-\u30fa\u3400-\u9fff]{2,6}(?:[ \u3000][々\u3041-\u30fa\u3400-\u9fff]{1,5})?"
_WHOLE = lazily(r"[\u4e00-\u9fff]{1,4}[ \u3000][々\u3041-\u30fa\u3400-\u9fff]{1,5}")
_BYLINE = rarely(
    rf"^[［\[【（(〔]?(?:(?P<last>{_NAME})[，、,／/＝=・]\s?{_TITLE}|{_TITLE}[ \u3000：:・／/＝=](?P<first>{_NAME}))[］\]】）)〕]?$"
)
_BRACKETED = rarely(
    rf"^[［\[【（(〔](?P<last>{_NAME})[，、,／/＝=・]\s?{_TITLE}[］\]】）)〕]$|^(?P<first>{_NAME})[（(](?:本誌|本紙|編集部|フリー)?(?:記者|編集部|ライター|編集委員|論説委員)[）)]$"
)


def is_name(text: str) -> bool:
    """Whether a text is a family's name and a given one, a blank between them."""
    return _WHOLE.fullmatch(text) is not None


def without_title(text: str) -> str:
    """The name of a line that tells who wrote; a line of another shape as it is."""
    found = _BYLINE.match(text.strip())
    return found["last"] or found["first"] if found else text


def bracketed(text: str) -> str | None:
    """The name of a line in brackets that tells name and title, as those of a magazine's own reporters do."""
    found = _BRACKETED.match(text) if text[-1:] in "］]】）)〕" else None
    return found["last"] or found["first"] if found else None
