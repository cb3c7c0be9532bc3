"""What is counted for people: how the watch is doing (standing.py), how much was told, and how complete that is. The door is standing.py."""
