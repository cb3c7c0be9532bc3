"""Which blocks of a page are the text of its article. The door is judge.py: weights over clues, then rules for what stands beside the text.

What belongs to it all the same: rows.py, cells.py, neighbours.py, insets.py … What is none of it: others.py, asides.py, edges.py, margins.py …
"""
