"""Retraction Watch's list of notices, read in a stream and compared with our references."""
