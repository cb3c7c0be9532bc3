"""The forums that are watched, and the spellings of their names. The door is load.py; forum.py is what it gives."""
