from directory.admin import check, claim, keeping, letter, listing, people, photo, place, report, term

__all__ = ["check", "claim", "keeping", "letter", "listing", "people", "photo", "place", "report", "term"]
