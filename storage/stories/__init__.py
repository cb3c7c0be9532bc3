"""What articles tell together: copies, translations and the lists of them. The door is lists.py."""
