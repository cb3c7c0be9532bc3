"""Month names as documents write them → 1 to 12: those of print, but for numerals, and forms with dots of their own."""

from __future__ import annotations

from crawler.months import MONTHS as IN_PRINT

LEAST = 3  # letters of a name in ASCII: "3 v 2025" is no date
_DOTTED = {  # Thai
    "ม.ค": 1, "ก.พ": 2, "มี.ค": 3, "เม.ย": 4, "พ.ค": 5, "มิ.ย": 6, "ก.ค": 7, "ส.ค": 8, "ก.ย": 9, "ต.ค": 10, "พ.ย": 11, "ธ.ค": 12,
}  # fmt: skip
_OTHER = {"تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12, "ags": 8, "ogo": 8}
MONTHS = {n: month for n, month in IN_PRINT.items() if len(n) >= LEAST or not n.isascii()} | _DOTTED | _OTHER
