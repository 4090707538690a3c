from directory.admin import change, check, letter, listing, people, photo, place, report, term

__all__ = ["change", "check", "letter", "listing", "people", "photo", "place", "report", "term"]
