"""A whole store is checked, copied and relieved of what is kept for a while only. The doors are check.py, transfer.py and retention.py."""
