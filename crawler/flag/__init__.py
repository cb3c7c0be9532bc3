"""Articles → mentions: which forum, which edition, how much of the article, and the words that prove it.

    forums.yaml ──load_watchlist──→ Watchlist
    Article ──fold, names, judge, editions, roles──→ Mention(Evidence)
            ──fold, event words, borders, signs───→ Candidate(Evidence)

Pure: no sockets, no database, no clock. To watch another forum, edit forums.yaml; to teach a language, edit
words.py (event words), numerals.py (ordinals, months) and candidates/words.py (names of events not yet watched).
"""

from crawler.flag.calendar import held_around
from crawler.flag.candidates.find import find_candidates, known_as
from crawler.flag.explain import Explanation, doubted, explain, meaning
from crawler.flag.mentions import find_mentions
from crawler.flag.text.reading import Reading, reading_of
from crawler.flag.watchlist.forum import Edition, Forum, Short
from crawler.flag.watchlist.load import Watchlist, WatchlistError, load_watchlist
from crawler.flag.watchlist.trial import Misread, failing

__all__ = [
    "Edition",
    "Explanation",
    "Forum",
    "Misread",
    "Reading",
    "Short",
    "Watchlist",
    "WatchlistError",
    "doubted",
    "explain",
    "failing",
    "find_candidates",
    "find_mentions",
    "held_around",
    "known_as",
    "load_watchlist",
    "meaning",
    "reading_of",
]
