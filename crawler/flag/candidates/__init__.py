"""Events of the watched kind that nobody watches yet. The door is find.py."""
