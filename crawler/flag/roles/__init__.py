"""How much of an article is about a forum. The door is weigh.py."""
