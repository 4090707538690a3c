from directory.admin import letter, listing, people, place, term

__all__ = ["letter", "listing", "people", "place", "term"]
