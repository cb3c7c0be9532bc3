"""A text and its language → which way it lies on a page.

A browser goes by the first letter (dir="auto"): an Arabic headline that begins with GDEC would lie as English does,
its stop at the wrong end and its words in the wrong order.
"""

from __future__ import annotations

import re
from typing import Literal

from storage.text.languages import shortest

# of letters that go from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and what stands beside them
RTL = re.compile("[\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
LETTER = re.compile(r"[^\W\d_]")
# languages that are hardly written in another script; of the others the letters tell
LANGUAGES = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)
MOST = 2000  # code points that are looked at


def direction(text: str, language: str | None = None) -> Literal["rtl", "ltr"]:
    """Of a text in such a language that of the language, where the text has letters of it at all; else that of most
    of its letters.
    """
    looked_at = text[:MOST]
    rtl = len(RTL.findall(looked_at))
    primary = (language or "").lower().replace("_", "-").partition("-")[0]
    if rtl and shortest(primary) in LANGUAGES:
        return "rtl"
    return "rtl" if 2 * rtl > len(LETTER.findall(looked_at)) else "ltr"
