"""The agency, wire or outlet that a page names as the source of its text. The door is read.py."""
