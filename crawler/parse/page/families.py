"""The families of expressions that are asked of the same texts: one look tells each of them whether it has to look, too."""

from __future__ import annotations

from crawler.patterns import Family

OF_LINES = (
    Family()
)  # asked of the lines in and about a text: what a site, its programs and its authors say there
OF_NOTICES = Family()  # asked of the little that a page says that is no article
OF_THINGS = Family()  # asked of titles and addresses: what they say that a page is of
