"""Articles → mentions: which forum, which edition, how much of the article, and the words that prove it.

    forums.yaml ──load_watchlist──→ Watchlist
    Article ──fold, names, judge, editions, roles──→ Mention(Evidence)
            ──fold, event words, borders, signs───→ Candidate(Evidence)

Pure: no sockets, no database, no clock. To watch another forum, edit forums.yaml; to teach a language, edit
words.py (event words), numerals.py (ordinals, months) and candidate_words.py (names of events not yet watched).
"""

from .calendar import held_around
from .candidates import find_candidates, known_as
from .explain import Explanation, doubted, explain, meaning
from .forum import Edition, Forum, Short
from .mentions import find_mentions
from .reading import Reading, reading_of
from .trial import failing
from .watchlist import Watchlist, WatchlistError, load_watchlist

__all__ = [
    "Edition",
    "Explanation",
    "Forum",
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
