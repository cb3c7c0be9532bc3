"""What waits to be read, who has it on loan, and how it ended. The door is entries.py."""
