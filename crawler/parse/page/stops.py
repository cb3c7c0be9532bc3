"""What ends a sentence, in whatever script: Latin, Chinese, Devanagari, Urdu, Arabic, Armenian, Ethiopic, Burmese, Khmer, Tibetan, Mongolian."""

from __future__ import annotations

_FULL = ("。", "।", "॥", "۔", "։", "።", "။", "។", "៕", "།", "᠃")
TOLD = (".", "!", "！", *_FULL)  # ends what somebody tells
WIDE = (*_FULL, "！", "？", "؟")  # the ends that no abbreviation has
STOPS = (*TOLD, "?", "？", "؟", "፧")  # ends a sentence, a question as well
ENDS = (*STOPS, "…")  # the same, or what is left of it
