"""What is told of an event: days, place, people, sums, agreements. The door is find.py."""
