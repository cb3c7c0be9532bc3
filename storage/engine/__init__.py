"""What SQLite and PostgreSQL need said: dialects.py, refusals.py. Transactions share one writer (writer.py). The door is storage/database.py."""
