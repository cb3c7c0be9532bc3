"""What was signed and launched, under which theme, and by whom it was held.

An agreement is told as its clause: from the verb, or from the beginning of the clause where the noun comes
first, to the clause's end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crawler.flag.facts.page import Page, Told
from crawler.flag.facts.runs import LETTERS, WORD
from crawler.flag.facts.words import Place

APART = 90  # characters between a verb and what is signed; half of it in scripts whose characters are words
MAX_CLAUSE = 180
NOT_REACH = 24  # characters before a clause in which it may be undone
BEFORE = 70  # characters before the noun that belong to its clause
MAX_SIGNS = 300
MAX_LIST = 6  # organisers of one list
MAX_THEME, MIN_THEME = 160, 4
_CLAUSE_END = re.compile(
    r"[。；;\n！!]|[，、](?=[^\d])|،|,(?!\s?(?:Ltd|Inc|LLC|Corp|Co\b)|\d)|\.(?=\s|$)(?<!Co\.)(?<!Ltd\.)(?<!Inc\.)"
    r"|\s(?:โดย(?!ผู้แทนจาก \d)|อาทิ|เช่น|รวมถึง|ตลอดจน|ซึ่ง|นอกจาก|ได้แก่|พร้อม)|\s(?:while|which|who|that is|worth)\b"
)
_CLAUSE_START = re.compile(r"[，。；;、\n!！“”\"（(،,:：]\s?|\.\s")
_OPEN, _CLOSE = "\"“«「『„‘‹《'", "\"”»」』“’›》'"
_QUOTED = re.compile(
    rf"(?P<open>[{_OPEN}])(?P<text>[^\"”»」』\n]{{{MIN_THEME},{MAX_THEME}}}?)(?P<close>[\"”»」』“]|[’'›》](?![{LETTERS}]))"
)
_THEME_GAP = re.compile(rf"[^{_OPEN}\n.。;；]{{0,24}}")
_THEME_TITLE = re.compile(
    rf"\s(?:(?:of|is|was|entitled|titled)\s|:\s)?(?P<text>{WORD}(?:[,:]?\s(?:{WORD}|a|an|the|of|for|and|in|to|with|by|through|on)){{2,14}})(?=[.,;\n]|$|\s)"
)
_THEME_BACK = re.compile(
    rf"[“「『\"‘'《](?P<text>[^“”「」『』\"‘’\n]{{{MIN_THEME},{MAX_THEME}}})[”」』\"’'》]\s?(?:为|為|を(?:メイン)?|을|를|라는|이라는|란|を統一)?\s?$"
)
_TALK = re.compile(
    r"keynote|speech|session|panel|talk|lecture|report|book|paper|film|演讲|演講|报告|講演|分论坛|セッション|강연|세션|บรรยาย|ปาฐกถา|เสวนา|อภิปราย|สัมมนา|ponencia|charla|discours|vortrag|палестр|palestra|доклад|лекци|كلمة|محاضرة",
    re.I,
)
_TALK_AFTER = re.compile(r"演讲|演講|报告|论坛|論壇|发言|分享|对话|沙龙|展区|公园|パーク|강연|曲")
_NO_THEME = re.compile(r"^(?:park|song|music|day|parks|songs|night|exhibition area)\b", re.I)
_HEADED = r"(?:[Mm]inist[eè]r[eio]\w*|[Mm]inistério|[Gg]o(?:u)?vern\w+|[Gg]obierno|[Aa]yuntamiento|[Kk]ementerian|[Pp]emerintah|[Cc]ity of|[Ss]tadt)"
_ITEM = rf"(?:{WORD}|{_HEADED})(?:\s(?:&\s|of\s(?:the\s)?|for\s(?:the\s)?|de\s(?:la\s|los\s|las\s|l')?|del\s|da\s|do\s|des\s|du\s|für\s|dan\s|and\s|und\s|y\s|et\s|e\s|on\s)?{WORD}){{0,14}}"
_HELD_BY = re.compile(rf"\s?(?:(?:the|la|las|el|los|le|les|l'|der|die|das|dem|den|o|a)\s)?(?P<name>{_ITEM})")
_NEXT_ITEM = re.compile(
    r"(?:,?\s(?:and|as well as|together with|along with|und|sowie|et|y|e|dan|serta|с|и)|,)\s(?:(?:by|par|por)\s)?"
)
# Behind a name: it was only the beginning of one, "hosted by Israeli officials".
_GOES_ON = re.compile(
    r"\s(?!(?:in|at|on|and|from|with|is|was|were|will|has|have|had|for|to|this|as|who|which|kicked|opened|runs|drew|brought|brings|under|"
    r"together|along|since|und|sowie|y|e|et|dan|di|pada|en|em|à|au|im|am|vom|se|s|a|con|com|avec|mit|los|las|del|du|da|na|no|nos|el|la|le)\b)[^\W\d_A-ZÀ-Þ]"
)
_TH_HELD = re.compile(
    r"\s?(?P<name>[\u0e00-\u0e7f]{4,80}(?:\s\([^)\n]{2,60}\))?|[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*)*)"
)
_ZH_HELD = re.compile(
    r"(?:(?:[，。；]|^)由?|由)(?P<name>[\u4e00-\u9fffA-Za-z、（）()·]{3,90}?)(?:等)?(?:共同|联合|聯合|联手|单位)?$"
)
_ZH_HEAD = "部|局|府|委|会|會|院|社|公司|集团|集團|大学|联盟|中心|署|协会|學院"
_ZH_SPLIT = re.compile(
    r"、|(?<=[部局府委会會院社署])(?:和|与|與|及|以及)|(?<=公司|集团|大学|联盟|中心|协会)(?:和|与|及|以及)"
)
_JA_HELD = re.compile(r"(?:^|[、。「」\s])(?P<name>[^\s、。「」はがをで（）]{3,40})(?:が|の|による)$")
_KO_HELD = re.compile(
    r"(?:^|[,.]\s|\s)(?P<name>[가-힣A-Za-z]+(?:\s[가-힣A-Za-z]+){0,3}?)(?:이|가)\s(?:공동\s)?$"
)


def agreements(page: Page) -> Iterator[Told]:
    """What was signed, and which alliances and initiatives were launched."""
    deals = page.places("deal")
    outcomes = page.places("outcome")
    pairs = _pairs(page, page.places("sign"), sorted(deals + outcomes))
    pairs += _pairs(page, page.places("launch"), sorted(outcomes))
    done = 0
    for verb, noun in sorted(pairs, key=min):
        start, end = _clause(page, verb, noun)
        said = max(page.bounds(start)[0], start - NOT_REACH)
        if start < done or page.negated(said, max(verb[1], noun[1]) + 4):
            continue
        done = end
        yield Told("agreement", page.whole[start:end], start, end, "agreement/1")


def _pairs(page: Page, verbs: Sequence[Place], nouns: Sequence[Place]) -> list[tuple[Place, Place]]:
    """Each verb with the noun nearest to it, the one after it first, in one clause or nearly."""
    out = []
    reach = APART if page.latin or _thai(page) or page.language in ("ru", "ar", "uk") else APART // 2
    for verb in verbs[:MAX_SIGNS]:
        left, right = page.bounds(verb[0])
        at = bisect_left(nouns, (verb[1], 0))
        after = nouns[at] if at < len(nouns) else None
        before = nouns[at - 1] if at else None
        if after and after[1] <= right and after[0] - verb[1] <= reach:
            out.append((verb, after))
        elif before and before[0] >= left and 0 <= verb[0] - before[1] <= reach // 2:
            out.append((verb, before))
    return out


def _thai(page: Page) -> bool:
    return "\u0e01" <= max(page.whole[:200], default="") <= "\u0e7f"


def _clause(page: Page, verb: Place, noun: Place) -> Place:
    left, right = page.bounds(verb[0])
    start, end = min(verb[0], noun[0]), max(verb[1], noun[1])
    if noun[0] < verb[0]:
        left = max(left, start - BEFORE)
        cuts = [match.end() for match in _CLAUSE_START.finditer(page.whole, left, start)]
        start = cuts[-1] if cuts else _word_start(page.whole, left, start)
    stop = min(right, start + MAX_CLAUSE)
    cut = _CLAUSE_END.search(page.whole, end, stop)
    end = cut.start() if cut else _word_end(page.whole, end, stop, right)
    return start, end


def _word_start(whole: str, left: int, start: int) -> int:
    """`left`, or the beginning of the first whole word behind it."""
    if left and whole[left - 1].isalnum() and whole[left - 1].isascii():
        space = whole.find(" ", left, start)
        left = space + 1 if space >= 0 else start
    while left < start and not whole[left].isalnum():
        left += 1
    return left


def _word_end(whole: str, end: int, stop: int, right: int) -> int:
    if stop < right:
        space = whole.rfind(" ", end, stop)
        stop = space if space > end else stop
    while stop > end and (whole[stop - 1].isspace() or whole[stop - 1] in ".。!！"):
        stop -= 1
    return stop


def themes(page: Page) -> Iterator[Told]:
    """Quoted text beside a word for theme; in English also words with capitals after it."""
    for first, last in page.places("theme")[:MAX_SIGNS]:
        left, _ = page.bounds(first)
        if page.whole[first - 1 : first] == "-":
            continue  # "a nature-themed hall"
        if _TALK.search(page.whole, max(left, first - 48), first) or _TALK_AFTER.match(page.whole, last):
            continue
        found = _theme_before(page, left, first) or _theme_after(page, last)
        if found:
            yield Told("theme", page.whole[slice(*found)], *found, "theme/1")


def _theme_before(page: Page, left: int, first: int) -> Place | None:
    match = _THEME_BACK.search(page.whole, max(left, first - MAX_THEME - 8), first)
    return match.span("text") if match and not page.latin else None


def _theme_after(page: Page, last: int) -> Place | None:
    gap = _THEME_GAP.match(page.whole, last)
    quoted = _QUOTED.match(page.whole, gap.end() if gap else last)
    if quoted:
        start, end = quoted.span("text")
        while end > start and page.whole[end - 1] in ".,，。 ":
            end -= 1
        return (start, end) if page.whole[start:end].strip() else None
    titled = _THEME_TITLE.match(page.whole, last)
    if titled and page.language in ("en", "") and not _NO_THEME.match(titled["text"]):
        start, end = titled.span("text")
        while end > start and page.whole[start:end].rpartition(" ")[2][:1].islower():
            end = start + page.whole[start:end].rfind(" ")
        return (start, end) if page.whole.count(" ", start, end) >= 2 else None
    return None


def organisers(page: Page) -> Iterator[Told]:
    """Who held it: the names after "hosted by", before 主办, after จัดโดย."""
    for first, last in page.places("held by")[:MAX_SIGNS]:
        thai = "\u0e00" <= page.whole[first] <= "\u0e7f"
        yield from _held_thai(page, last) if thai else _held_by(page, last)
    for first, _ in page.places("held")[:MAX_SIGNS]:
        yield from _held(page, first)


def _held_by(page: Page, at: int) -> Iterator[Told]:
    """The names of a list; those behind commas only where an "and" ends it: "hosted by A, B opened" has one."""
    listed: list[Told] = []
    sure = 1
    while len(listed) < MAX_LIST:
        match = _HELD_BY.match(page.whole, at)
        if not match or "\n" in match.group() or _GOES_ON.match(page.whole, match.end()):
            break
        listed.append(Told("organiser", match["name"], *match.span("name"), "organiser/1"))
        more = _NEXT_ITEM.match(page.whole, match.end())
        if not more:
            break
        if more.group().strip() != ",":
            sure = len(listed) + 1
        at = more.end() - 1
    yield from listed[:sure]


def _held_thai(page: Page, at: int) -> Iterator[Told]:
    match = _TH_HELD.match(page.whole, at)
    if match:
        yield Told("organiser", match["name"], *match.span("name"), "organiser/1")


def _held(page: Page, first: int) -> Iterator[Told]:
    left, _ = page.bounds(first)
    left = max(left - 1, first - 100, 0)  # with what stands before the sentence, which bounds a name
    for pattern in (_ZH_HELD, _JA_HELD, _KO_HELD):
        match = pattern.search(page.whole, left, first)
        if not match:
            continue
        at = match.start("name")
        if pattern is not _ZH_HELD:
            name = match["name"].removesuffix("など")
            yield Told("organiser", name, at, at + len(name), "organiser/1")
            return
        cuts = [*_ZH_SPLIT.finditer(page.whole, at, match.end("name"))]
        edges = [at, *(edge for cut in cuts for edge in cut.span()), match.end("name")]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            if re.search(rf"(?:{_ZH_HEAD})(?:（[^）]*）)?$", page.whole[start:end]):
                yield Told("organiser", page.whole[start:end], start, end, "organiser/1")
        return
