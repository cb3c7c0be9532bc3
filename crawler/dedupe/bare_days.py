"""Chinese, Japanese and Korean news → the days that they give without a month: 16日 of news of 17 November is 16 November.

So the press there dates nearly all that happened, where others write the month. Such a day is near the day of publication;
what is farther away, or counts days, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

NEAR = 7  # days between it and the publication
_DAYS = {
    "zh": re.compile("(?<![0-9月号號/.,至到-])([0-9]{1,2})日(?![内內前后後间間均游遊龄齡连連以元圆圓本夜])"),
    "ja": re.compile("(?<![0-9月/.,-])([0-9]{1,2})日(?![間目後前以ぶほ程連分近余めず円圓元本でく]|か(?!ら))"),
    "ko": re.compile(
        "(?<![0-9월/.,-])(?<!월 )([0-9]{1,2})일(?! ?(?:간|째|동안|만|전|후|이내|내|차|치|반|정도|씩|짜리|밖))"
    ),
}
_SIGNS = {"zh": "日", "ja": "日", "ko": "일"}


def bare_days(text: str, language: str, told_on: date) -> Iterator[tuple[int, int]]:
    """(month, day) of each in the order of the text; its digits are plain ones."""
    if language not in _DAYS or _SIGNS[language] not in text:
        return
    for found in _DAYS[language].finditer(text):
        if near := _nearest(int(found[1]), told_on):
            yield near.month, near.day


def _nearest(day: int, told_on: date) -> date | None:
    """The day of that number that is near, if there is one."""
    around = (told_on + timedelta(days=step) for step in range(-NEAR, NEAR + 1))
    return next((near for near in around if near.day == day), None)
