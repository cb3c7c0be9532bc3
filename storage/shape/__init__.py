"""What the tables are made of: columns.py, and the tables of each subject. The door is storage/schema.py."""
