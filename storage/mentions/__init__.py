"""What is told of forums, in the order of commits, and what became of it; readers' places in it. The door is stream.py."""
