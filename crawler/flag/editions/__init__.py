"""Which edition is meant: told by the name (own.py), by the text near it (told.py), by the day of publication (going_on.py)."""
