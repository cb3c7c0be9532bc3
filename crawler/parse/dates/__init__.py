"""When an article was published and last changed. The door is read.py; calendars.py and eras.py know how the world writes a day."""
