"""Names of a byline → the same without the letters of the paper or agency for which each of them wrote."""

from __future__ import annotations

from crawler.agencies import agency
from crawler.patterns import lazily

_INITIALS = lazily(r"(?<=\w[\s/])([^\W\d_a-zà-ÿ]{2,4})$")
_VOWELS = frozenset("AEIOUYÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝŐŰΑΕΗΙΟΥΩΆΈΉΊΌΎΏАЕЁИОУЫЭЮЯІЇЄ")
_OF_NAMES = ("JR", "SR", "NG")  # no vowel, and no paper


def without_initials(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without the letters of their paper or agency, which stand behind each of them: "Aino Laine HS", "Onni Korpi HS".

    Letters that can be spoken are a surname that two of a family write in capitals, unless an agency is called so.
    """
    ends = {found[1] if (found := _INITIALS.search(name)) else "" for name in names}
    end = ends.pop() if len(ends) == 1 else ""
    if not end.isupper() or any(n.isupper() or n.count(" ") < 2 for n in names):
        return names  # "ANN LEE, TOM LEE", "Redazione ANSA"
    if not agency(end) and (len(names) == 1 or end in _OF_NAMES or not _VOWELS.isdisjoint(end)):
        return names  # "Jin Ho KIM, Su Mi KIM", "Henry Ford III, John Ford III"
    return tuple(name.removesuffix(end).rstrip(" ,/") for name in names)
