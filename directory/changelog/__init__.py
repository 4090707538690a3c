"""The public log of a listing's changes, read from its one history."""
