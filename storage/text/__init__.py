"""Text as any database can hold it (clean.py) and as it is found (tokens.py). Pure: no database. The door is tokens.py."""
