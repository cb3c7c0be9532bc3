"""What somebody asks for: the language of queries (query.py), and what each database is asked for it. The door is find.py."""
