"""Entries from elsewhere beside what is on record: what is new, what differs, and what staff chose to do with each."""
