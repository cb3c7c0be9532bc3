"""The language of queries: what is understood, what is not and why, and that nothing else can happen."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tables import each

from storage.search.query import And, Field, Near, Not, QueryError, Words, checked, parse
from storage.text.tokens import BORDER

NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)


def shape(node: Any) -> str:
    """A tree in one line."""
    if isinstance(node, Words):
        ways = ["+".join(p.tokens) + "*" * p.prefix for p in node.spellings]
        return ("title:" if node.title else "") + "/".join(ways).replace(BORDER, "_")
    if isinstance(node, Near):
        return f"near{node.apart}({shape(node.left)} {shape(node.right)})"
    if isinstance(node, Field):
        return f"{node.name}={','.join(str(v.value) for v in node.values)}"
    if isinstance(node, Not):
        return f"-{shape(node.part)}"
    sign = "&" if isinstance(node, And) else "|"
    return f"({f' {sign} '.join(map(shape, node.parts))})"


UNDERSTOOD = {
    "digital economy": "(digital & economy)",
    '"digital economy"': "digital+economy",
    "a AND b OR c": "((a & b) | c)",
    "a | b": "(a | b)",
    "a NOT b -c": "(a & -b & -c)",
    "NOT NOT a": "a",
    "-(a b)": "-(a & b)",
    "not and or": "(not & and & or)",
    "(a OR b) c": "((a | b) & c)",
    "conf* Conf": "(conf* & conf)",
    '"global digi*"': "global+digi*",
    "a NEAR b": "near10(a b)",
    'a NEAR/5 "b c" NEAR/2 d': "(near5(a b+c) & near2(b+c d))",
    "title:a title:(b OR c) title:(d NEAR e)": "(title:a & (title:b | title:c) & near10(title:d title:e))",
    'source:a,b,"c d" lang:th-TH,en': "(source=a,b,c d & lang=th,en)",
    "source:(a OR b) x": "(source=a,b & x)",
    "edition:2025 edition:2024..2026 edition:2024..": "(edition=(2025, 2025) & edition=(2024, 2026) & edition=(2024, 2200))",
    "role:Main story:12": "(role=main & story=12)",
    "country:th outlet:https://News.example/a": "(country=TH & outlet=news.example)",
    "after:30d": "after=2026-10-02 08:00:00+00:00",
    "before:2025-07": "before=2025-07-01 00:00:00+00:00",
    "after:2025-07-01T08:00+07:00": "after=2025-07-01 01:00:00+00:00",
    "AT&T C++ 3.14": "(at+t & c & 3+14)",
    "10:30 Beijing: opens": "(10+30 & beijing & opens)",
    "a - b — c": "(a & b & c)",
    "GDEC2025 COVID-19": "(gdec+2025 & covid+19)",
    "Pekín ĐƯỜNG Straße": "(pekin & duong & strasse)",
    # as keyboards of other scripts write
    "“数字 经济” ＡＮＤ title：北京": "(数字+字+经济/数字+字经+经济 & title:北京)",
    "（ＧＤＥＣ　ＯＲ　大会）　网": "((gdec | 大会) & 网*)",
    "edition：２０２５ source:a，b": "(edition=(2025, 2025) & source=a,b)",
    "lang:tha,zho-Hant,chi,nb,fil,iw,haw": "lang=th,zh,zh,no,tl,he,haw",
    "lang:yi,ii,lao,ewe,ido": "lang=yi,ii,lo,ee,io",  # codes, though Yi, Lao, Ewe and Ido are names as well
    "lang:brx,rue,lzh": "lang=brx,rue,zh",  # written by few
    "country:uk,th": "country=GB,TH",  # what many write for Great Britain's code
    'lang:thai lang:"Scottish Gaelic"': "(lang=th & lang=gd)",
    "「數字經濟」 «форум»": "(数字+字经+经济 & форум)",
    # scripts without spaces, and Korean, which has them now and then
    "5G网络": "5+g+网络",
    "เศรษฐกิจ": "เศ+ศร+รษ+ษฐ+ฐก+กิ+ิจ",
    "디지털": "디지+지털",
    "디지털경제": "디지+지털+털경+경제/디지+지_털+털경+경제/디지+지털+털_경+경제",
    "": "",
    " \u3000 ": "",
}


@each("query", UNDERSTOOD)
def test_a_query_is_understood(query: str):
    root = parse(query, NOW).root
    assert (shape(root) if root else "") == UNDERSTOOD[query]


FAULTS = {
    "foo:bar": (0, "no field 'foo'; there are: title, source,"),
    "a sorce:b": (2, "did you mean source:?"),
    "role:mian": (5, "did you mean main?"),
    "role:x": (5, "there are: main, substantial, passing"),
    "edition:20": (8, "write 2025 or 2024..2026"),
    "edition:2026..2024": (8, "from the later year to the earlier"),
    "after:soon": (6, "write 2025-07-01"),
    "after:2025-13": (6, "is no time"),
    "after:999999w": (6, "is no time"),
    "after:2M": (6, "may mean months or minutes; write 60d or 2m"),
    "after:2025-09 before:2025-01": (21, "no time lies behind after: and before before:"),
    "before:2025-01 gdec after:2025-01": (
        26,
        "no time lies behind",
    ),  # up to its first moment, and from it on
    "after:30d after:2025-01 (a OR after:7d before:8d)": (46, "no time lies behind"),
    "after:(2025-09 OR 2025-10) before:(2025-01,2025-08)": (43, "no time lies behind"),
    "lang:thai-language": (5, "is not a language code; write one like th or zh-Hant"),
    "lang:jp": (5, "did you mean ja (Japanese)?"),
    "lang:qqq": (5, "is not a language code"),
    "country:Thailand": (8, "is no country's code"),
    "story:x": (6, "is no story's number"),
    f"story:{'9' * 19}": (6, "is no story's number"),
    "source:": (0, "source: needs a value"),
    'source:"a': (7, "not closed"),
    "source:(a b": (7, "not closed"),
    "title:": (0, "title: needs a word"),
    "title:lang:th": (6, "no other field"),
    "a OR": (2, "OR needs something behind it"),
    "a AND OR b": (2, "AND needs something behind it"),
    "OR a": (0, "OR needs something before it"),
    "a -": None,
    "(a": (0, "this bracket is not closed"),
    "a)": (1, "this bracket closes none"),
    "a ()": (2, "nothing in these brackets"),
    'a "b': (2, "this quote is not closed"),
    'a ""': (2, "no letter and no digit"),
    "…!": (0, "no letter and no digit"),
    "*a": (0, "only at the end of a word"),
    "conf*er": (4, "only at the end of a word"),
    "a*": (0, "2 letters at least before *"),
    "a NEAR/0 b": (2, "NEAR reaches 1 to 100"),
    "a NEAR/x b": (2, "with a number of words, 1 to 100"),
    "a NEAR/99999 b": (2, "with a number of words, 1 to 100"),
    "a NEAR (b c)": (7, "NEAR joins two words or phrases"),
    "lang:th NEAR a": (0, "NEAR joins two words or phrases"),
    "title:a NEAR b": (8, "not both"),
    "x" * 2001: (2000, "longer than 2,000 characters"),
    "(" * 21 + "a" + ")" * 21: (20, "more than 20 brackets"),
    "a " * 51: (100, "more than 50 words"),
    f'"{"b " * 201}"': (0, "a phrase of more than 200 words"),
    f"source:{'a,' * 100}a": (207, "more than 100 values"),
    "数字 ）": (3, "closes none"),
}


@each("query", FAULTS)
def test_a_fault_is_said_at_its_character(query: str):
    expected = FAULTS[query]
    if expected is None:
        assert parse(query, NOW).root == parse("a", NOW).root
        return
    with pytest.raises(QueryError) as fault:
        parse(query, NOW)
    assert fault.value.position == expected[0]
    assert expected[1] in fault.value.message


PARTS = st.sampled_from(
    [
        *(
            '"',
            "“",
            "(",
            ")",
            "（",
            " ",
            "  ",
            "-",
            "|",
            "*",
            ":",
            "：",
            ",",
            "NEAR/3",
            "NEAR",
            "AND",
            "OR",
            "NOT",
        ),
        *(
            "title:",
            "source:",
            "lang:",
            "edition:",
            "after:",
            "role:",
            "outlet:",
            "story:",
            "2025",
            "..",
            "30d",
        ),
        *(
            "a",
            "数字",
            "경제 디지털",
            "ดิจิ",
            "\u0e49",
            "\ud800",
            "\x00",
            "\u200b",
            "é",
            "\u0301",
            "ﷺ",
            "９",
            "main",
        ),
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PARTS, max_size=25).map("".join)))
@example("\udc80source:\udc80")
@example("after:0001-01-01T00:00+23:59")
@example("edition:²⁰25")
def test_any_text_is_a_query_or_has_a_fault_at_a_place(text: str):
    fault = None
    try:
        assert parse(text, NOW).text == text
    except QueryError as err:
        fault = err
    assert fault is None or (0 <= fault.position <= len(text) and fault.message.isprintable())


def test_ids_are_written_as_the_store_has_them_or_guessed():
    known = {"source": ["Blognone", "a"], "forum": ["gdec"]}
    query = checked(parse("x -source:BLOGNONE (forum:GDEC OR lang:th)", NOW), known)
    assert shape(query.root) == "(x & -source=Blognone & (forum=gdec | lang=th))"
    with pytest.raises(QueryError, match="no source 'blognon'; did you mean Blognone") as fault:
        checked(parse("x source:a,blognon", NOW), known)
    assert fault.value.position == 11
