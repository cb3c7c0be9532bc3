"""Who wrote an article. The door is read.py; names.py says what becomes a name, byline_words.py what leads one."""
