from directory.admin import listing, people, place, term

__all__ = ["listing", "people", "place", "term"]
