"""What the words of a search may mean besides themselves: a filter, a place. Offered, never applied unasked."""
