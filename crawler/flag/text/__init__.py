"""An article as names are looked for in it (reading.py, fold.py), and the words that several rooms ask for (words.py, when_words.py, more_words.py, numerals.py)."""
