from directory.admin import check, claim, keeping, letter, listing, people, place, report, term

__all__ = ["check", "claim", "keeping", "letter", "listing", "people", "place", "report", "term"]
