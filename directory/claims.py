"""What can be checked of whom, in which ways, and how long a look counts. The values are final: they are stored."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Claim(TextChoices):
    LICENSE = "licence", _("License")
    NPI = "npi", _("NPI")
    ADDRESS_PHONE = "address_phone", _("Address and phone")
    ACCEPTING = "accepting_status", _("Accepting new patients")
    REMS = "rems", _("Certified for esketamine (REMS)")
    ACLS = "acls", _("Advanced life support (ACLS)")
    BOARD_CERT = "board_cert", _("Board certification")
    PRICE = "price", _("Prices")
    MONITORING = "monitoring", _("Who monitors, and how")
    CLOSURE = "closure", _("Closed or moved")


class Method(TextChoices):
    STATE_BOARD = "state_board_lookup", _("looked up at the state board")
    NPPES = "nppes_lookup", _("looked up in the NPI registry")
    MANUFACTURER = "manufacturer_locator", _("looked up in the manufacturer’s locator")
    PHONE_CALL = "phone_call", _("asked by phone")
    DOCUMENT = "document_seen", _("seen on a document")
    WEBSITE = "website_seen", _("seen on their web site")
    SITE_VISIT = "site_visit", _("seen on a visit")
    PROVIDER = "provider_attested", _("stated by the provider")


class Result(TextChoices):
    CONFIRMED = "confirmed", _("confirmed")
    NOT_CONFIRMED = "not_confirmed", _("not confirmed")
    CONTRADICTED = "contradicted", _("contradicted")
    NOT_REACHED = "could_not_reach", _("nobody could be reached")


# By the name of the field that holds the subject.
CLAIMS_OF = {
    "listing": {Claim.NPI, Claim.ADDRESS_PHONE, Claim.ACCEPTING, Claim.PRICE, Claim.MONITORING, Claim.CLOSURE},
    "clinician": {Claim.NPI, Claim.ACLS, Claim.BOARD_CERT},
    "license": {Claim.LICENSE},
    "offering": {Claim.REMS, Claim.PRICE},
}
assert set().union(*CLAIMS_OF.values()) == set(Claim), "a claim has no subject"

# A license and a certificate also end when they run out by themselves. That a place has closed stays true.
COUNTS_FOR = {
    Claim.LICENSE: timedelta(days=180),
    Claim.NPI: timedelta(days=365),
    Claim.ADDRESS_PHONE: timedelta(days=90),
    Claim.ACCEPTING: timedelta(days=90),
    Claim.REMS: timedelta(days=180),
    Claim.ACLS: timedelta(days=730),
    Claim.BOARD_CERT: timedelta(days=365),
    Claim.PRICE: timedelta(days=180),
    Claim.MONITORING: timedelta(days=365),
    Claim.CLOSURE: None,
}
assert set(COUNTS_FOR) == set(Claim), "nobody says how long a claim counts"

# What a provider says of itself is on record as said, and is no proof: it makes no badge.
PROOF = set(Method) - {Method.PROVIDER}
