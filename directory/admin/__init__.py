from directory.admin import change, check, letter, listing, people, place, report, term

__all__ = ["change", "check", "letter", "listing", "people", "place", "report", "term"]
