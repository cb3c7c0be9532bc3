"""Where a name of the watchlist stands (found.py), whether it means the forum there (judge.py), and how surely (weight.py)."""
