"""The pages of states and cities: what is there, in figures, on a map and as a list."""
