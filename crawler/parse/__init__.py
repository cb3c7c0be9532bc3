"""A page → its article: text, title, authors, dates, language, whatever the markup and the encoding.

Pure: bytes in, values out; no socket, no database, no clock. To change how X is read, open the file X.
"""

from __future__ import annotations

from crawler.parse.article import parse_article, read_page
from crawler.parse.correction import correction
from crawler.parse.credits.read import credit_in_text
from crawler.parse.kinds.gone import says_gone
from crawler.parse.pages import join_pages
from storage.records import Article

__all__ = ["Article", "correction", "credit_in_text", "join_pages", "parse_article", "read_page", "says_gone"]
