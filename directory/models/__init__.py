from directory.models.allowed_phrase import AllowedPhrase
from directory.models.change import Actor, Change
from directory.models.claim import Claim
from directory.models.former_address import FormerAddress
from directory.models.hours import OpeningHours
from directory.models.invitation import ManagerInvitation
from directory.models.letter import Letter
from directory.models.listing import Listing
from directory.models.membership import Membership
from directory.models.offering import Offering
from directory.models.people import BoardCertification, Clinician, License, Position
from directory.models.photo import Photo
from directory.models.place import Place
from directory.models.report import Report
from directory.models.search import SearchRow, SearchVersion
from directory.models.search_text import SearchText
from directory.models.search_word import SearchSpelling, SearchWord
from directory.models.sighting import Sighting
from directory.models.statement import Statement
from directory.models.trust import Check
from directory.models.vocabulary import Term

__all__ = [
    "Actor",
    "AllowedPhrase",
    "BoardCertification",
    "Change",
    "Check",
    "Claim",
    "Clinician",
    "FormerAddress",
    "Letter",
    "License",
    "Listing",
    "ManagerInvitation",
    "Membership",
    "Offering",
    "OpeningHours",
    "Photo",
    "Place",
    "Position",
    "Report",
    "SearchRow",
    "SearchSpelling",
    "SearchText",
    "SearchVersion",
    "SearchWord",
    "Sighting",
    "Statement",
    "Term",
]
