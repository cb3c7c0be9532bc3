"""An event word in Chinese, Japanese, Korean or Thai → the name of the event around it, or None.

A Chinese, Japanese or Korean name ends with its event word and begins behind the last verb, particle or number; a
Thai one begins with it and ends before the next.
"""

from __future__ import annotations

import re
from functools import cache

from crawler.flag.candidates import kin as kin
from crawler.flag.candidates import signs as signs
from crawler.flag.candidates import words as words
from crawler.flag.candidates.borders import Name
from crawler.flag.candidates.run import run_at
from crawler.flag.text.reading import Reading
from crawler.patterns import lazily

MAX_HAN = 34  # characters of a Chinese or Japanese name
MAX_FRONT = 14  # of them before the first word of the domain
MAX_BETWEEN = 12  # between it and the event word
MAX_PLACE = 10  # of a place in brackets within a name
MAX_THAI = 80
MAX_KOREAN = 60
MAX_WORDS = 6  # of a Korean name before its event word
_QUOTE = lazily("[\"“”«»「」『』《》〈〉‘’'\n]")
_THAI_PLACE = lazily("แห่ง|อาเซียน|เอเชีย|ไทย|โลก|นานาชาติ|ภูมิภาค")
_PLACE = lazily("[\u3400-\u9fff](\\([\u3400-\u9fff]+\\))$")  # 中国(吉林)
_FAIRS = (
    "电子展",
    "科技展",
    "通信展",
    "通讯展",
    "机器人展",
    "软件展",
    "智能展",
    "科技周",
    "数字周",
    "数据周",
    "创新周",
    "智能周",
    "电商周",
    "机器人周",
    "ロボット展",
    "エレクトロニクス展",
    "创科展",
    "制造展",
    "自动化展",
    "人工智慧展",
    "人工智能展",
    "智慧城市展",
    "资讯展",
)  # their domain is in the word
_FAIR_END = lazily("览会|示会|会(?!议)")  # of 机器人展览会
_WITHIN = lazily("[\\w&+ー]")
_EDGE = " +&"


def han_name(reading: Reading, start: int, end: int) -> Name | None:
    """The name that ends with the event word at the folded [start, end)."""
    begin, quoted = _han_begin(reading, start)
    run = reading.text[begin:start]
    core, kindred = (
        next((match for match in domains.finditer(run) if _bound(run, match.end())), None)
        for domains in (_han_domains(), _han_kin())
    )
    found = core or kindred
    own = reading.text.endswith(_FAIRS, start, end)
    if own and (more := _FAIR_END.match(reading.text, end)):
        end = more.end()
    if found is None and not (own and (signs.REACHING.search(run) or signs.HAN_PLACE.search(run))):
        return None
    front = run[: found.start()] if found else run
    cut = 0 if quoted else max((border.end() for border in signs.HAN_BORDER.finditer(front)), default=0)
    if len(front) - cut > MAX_FRONT:
        reach = signs.REACHING.search(front, cut)
        if reach is None:
            return None
        cut = reach.start()
    while front[cut : cut + 1] and front[cut] in _EDGE:
        cut += 1
    begin += cut
    name = reading.text[begin:end]
    if signs.OTHER_KINDS_INSIDE.search(name):
        return None
    rest = _han_kin().sub("", _han_domains().sub("", reading.text[begin:start]))
    return Name(
        begin, end, bool(signs.HAN_FILLERS.sub("", rest).strip(_EDGE)), tie="domain" if core or own else "kin"
    )


def _bound(run: str, at: int) -> bool:
    """Whether what follows the domain's word up to the event word makes one name of them."""
    return len(run) - at <= MAX_BETWEEN and not signs.HAN_VERB.search(run, at)


def _han_begin(reading: Reading, start: int) -> tuple[int, bool]:
    """How far back the sentence, or the quoted part right before the event word, reaches; whether it was quoted."""
    text, whole, origin = reading.text, reading.whole, reading.folded.origin
    at, after = start, origin(start)
    quoted = False
    while at > 0 and start - at < MAX_HAN:
        if text[at - 1] == ")" and (place := _PLACE.search(text[max(0, at - MAX_PLACE) : at])):
            at -= len(place[1])
            after = origin(at)
        if not (_WITHIN.match(text[at - 1]) or _spaced(text, at - 1)):
            break
        here = origin(at - 1)
        if after - here > 1 and _QUOTE.search(whole, here + 1, after):
            if at != start:
                return at, quoted
            quoted = True
        elif text[at - 1] == " " and _QUOTE.match(whole, here):
            if start - at > 1:
                return at, quoted
            quoted = True
        at, after = at - 1, here
    return at, False


def _spaced(text: str, at: int) -> bool:
    """Whether there is a space at `at` that belongs to Latin letters beside it."""
    return text[at] == " " and (text[at - 1 : at].isascii() or text[at + 1 : at + 2].isascii())


@cache
def _han_domains() -> re.Pattern[str]:
    known = {*words.DOMAINS["zh"], *words.DOMAINS["ja"]}
    latin = {word for word in known if word.isascii()} | {
        "ict",
        "iot",
        "it",
        "ai",
        "digital",
        "tech",
        "internet",
        "data",
    }
    others = sorted(known - latin, key=len, reverse=True)
    return lazily("|".join(others) + f"|(?<![a-z])(?:{'|'.join(sorted(latin))})(?![a-z])")


def thai_name(reading: Reading, start: int, end: int) -> Name | None:
    """The name that begins with the event word at the folded [start, end)."""
    stop = _thai_end(reading, start, end)
    tail = reading.text[end:stop]
    border = signs.THAI_BORDER.search(tail)
    if border:
        tail = tail[: border.start()]
    tail = tail.rstrip()
    name = reading.text[start:end] + tail
    rest, core = _thai_domains().subn("", tail)
    rest, kindred = _thai_kin().subn("", rest)
    if not (core or kindred) or signs.OTHER_KINDS_INSIDE.search(name):
        return None
    rest = signs.THAI_FILLERS.sub("", rest).strip()
    return Name(start, end + len(tail), len(rest) > 1 and not rest.isdigit(), tie="domain" if core else "kin")


def _thai_end(reading: Reading, start: int, end: int) -> int:
    """Where the phrase ends that begins with the event word: at a quote, a line's end, or the space behind what is
    complete, unless a Latin word or another word of the domain goes on with it."""
    text, whole, origin = reading.text, reading.whole, reading.folded.origin
    at = end
    while at < min(len(text), start + MAX_THAI):
        char = text[at]
        if char in ",.;:!?()/|\x02\n":
            break
        if char == " ":
            if _QUOTE.search(whole, origin(at - 1) + 1, origin(min(at + 1, len(text) - 1)) + 1):
                break
            goes_on = any(about.match(text, at + 1) for about in (_thai_domains(), _thai_kin(), _THAI_PLACE))
            latin = text[at + 1 : at + 2].isascii() and text[at + 1 : at + 2].isalpha()
            after_latin = text[at - 1].isascii() and text[at - 1].isalpha()
            if not (goes_on or latin or (after_latin and _latin_before(text, end, at))):
                break
        at += 1
    return at


def _latin_before(text: str, end: int, at: int) -> bool:
    """Whether all that stands between the event word and `at` is Latin: its name has hardly begun."""
    return text[end:at].strip().isascii()


@cache
def _thai_domains() -> re.Pattern[str]:
    known = sorted(words.DOMAINS["th"], key=len, reverse=True)
    return lazily("|".join(known) + "|(?<![a-z])(?:ai|ict|iot|5g|6g|digital|data|tech|e commerce)(?![a-z])")


def korean_name(reading: Reading, start: int, end: int) -> Name | None:
    """The name that ends with the event word at the folded [start, end); particles may follow it."""
    low = max(0, start - MAX_KOREAN)
    if not (_korean_domains().search(reading.text, low, end) or _korean_kin().search(reading.text, low, end)):
        return None
    run = run_at(reading, start, end)
    if run is None:
        return None
    if not signs.KOREAN_PARTICLE.match(reading.text[end : run.tokens[run.last].end]):
        return None
    first = at = run.first
    while at > 0 and run.first - at < MAX_WORDS and run.joined(at - 1):
        text = run.tokens[at - 1].text
        if not text[0].isalnum() or signs.KOREAN_STOP.search(text):
            break
        at -= 1
        first = at
    begin = run.tokens[first].start
    tail = _KOREAN_TAIL.match(reading.text, end)
    end = tail.end() if tail else end
    name = reading.text[begin:end]
    rest, core = _korean_domains().subn("", name)
    rest, kindred = _korean_kin().subn("", rest)
    if not (core or kindred) or signs.OTHER_KINDS_INSIDE.search(name):
        return None
    return Name(begin, end, bool(_KOREAN_FILLERS.sub("", rest).strip()), tie="domain" if core else "kin")


@cache
def _korean_domains() -> re.Pattern[str]:
    known = sorted(words.DOMAINS["ko"], key=len, reverse=True)
    return lazily("|".join(map(re.escape, known)) + "|(?<![a-z])(?:ai|ict|it|5g|6g|iot)(?![a-z])")


_KOREAN_FILLERS = lazily(
    "경제|산업|기술|혁신|장관|정상|발전|미래|보안|융합|정책|사회|거래|도시|정부|전환|"
    + "|".join(sorted(words.EVENTS["ko"], key=len, reverse=True))
)


_KOREAN_TAIL = lazily(" (?:코리아|아시아|서울|부산|대구|인천|광주|제주|대전)(?![가-힣]{2})")


def _kindred(*languages: str) -> re.Pattern[str]:
    """The words of candidate_kin in these languages, the longest first."""
    known = {re.escape(word) for language in languages for word in kin.KIN[language]}
    return lazily("|".join(sorted(known, key=len, reverse=True)))


@cache
def _han_kin() -> re.Pattern[str]:
    return _kindred("zh", "ja")


@cache
def _korean_kin() -> re.Pattern[str]:
    return _kindred("ko")


@cache
def _thai_kin() -> re.Pattern[str]:
    return _kindred("th")
