from directory.admin import letter, listing, people, place, report, term

__all__ = ["letter", "listing", "people", "place", "report", "term"]
