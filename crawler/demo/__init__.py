"""A small news web for `forumwatch demo` and for tests: invented outlets in twelve languages, on loopback.

    pages/*.yaml ─content→ Site, Post ─layouts, feeds→ documents ─server→ HTTP on 127.0.0.1, a port per site

The outlets, the people and the words are made up; the forums and their dates are those of the watchlist.
What must come out of a crawl stands in expected.yaml.
"""

from .web import DemoWeb

__all__ = ["DemoWeb"]
