"""The title of an article, without the name of its site. The door is read.py."""
