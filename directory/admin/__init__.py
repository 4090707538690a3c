from directory.admin import change, check, claim, keeping, letter, listing, people, photo, place, report, term

__all__ = [
    "change",
    "check",
    "claim",
    "keeping",
    "letter",
    "listing",
    "people",
    "photo",
    "place",
    "report",
    "term",
]
