"""An article and all that follows from it: its rows, its page, its edits, the looks at it. The door is save.py."""
