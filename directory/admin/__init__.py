from directory.admin import check, letter, listing, people, photo, place, report, term

__all__ = ["check", "letter", "listing", "people", "photo", "place", "report", "term"]
