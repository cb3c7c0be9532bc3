"""What is no article: fronts, lists, walls, programmes, offers, pages of a speaker. The door is read.py, then evidence.py where nothing proves one."""
